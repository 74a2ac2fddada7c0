# Calculating and deciding on the proposal.
calculate-filter = Filter channels
calculate-all = All channels
calculate-keep-nothing = Everything but pins
calculate-keep-nothing-text = Looks for the best plan of all.
calculate-keep-pinned = What earns enough
calculate-keep-pinned-text = Accepted airings move only for something clearly better.
calculate-keep-accepted = Only what must
calculate-keep-accepted-text = What is accepted stays wherever rules and grid let it.
calculate-choose-day = Choose { $weekday } { $day } on every channel
calculate-choose-channel = Choose every day of { $channel }
calculate-choose = Choose { $channel } on { $date }
calculate-now = Now
calculate-anyway = Place anyway
calculate-anyway-text = Pins it here whatever the rules say, and calculates again
calculate-again = Calculate again
calculate-apply = Apply
calculate-no-fix = Nothing near was found that helps.
calculate-nothing-open = Every slot has something on air.
calculate-accept-all = Accept all
calculate-accept-chosen =
    { $count ->
        [one] Accept one day
       *[other] Accept { $count } days
     }
calculate-take-too =
    { $count ->
        [one] Take one more day with them
       *[other] Take { $count } more days with them
     }
what-if = What if …
what-if-text = Plans the days twice, as the station is and as it would be. Nothing changes.
what-if-assume = Suppose that
what-if-licence = Licence
what-if-version = Version
what-if-runs = Runs
what-if-until = Until
what-if-from = From
what-if-add = Add
what-if-compare = Compare
what-if-so = It is so: change the station
what-if-licence_until = a licence ends on
what-if-licence_lost = a licence is lost
what-if-licence_runs = a licence allows only
what-if-channel_lost = a channel is lost
what-if-slot_lost = a slot is lost
what-if-version_lost = a version is missing
what-if-pools =
    { $count ->
        [one] point in the pools
       *[other] points in the pools
    }
what-if-breaks =
    { $count ->
        [one] point in the breaks
       *[other] points in the breaks
    }
what-if-opened =
    { $count ->
        [one] slot more open
       *[other] slots more open
    }
what-if-closed =
    { $count ->
        [one] slot fewer open
       *[other] slots fewer open
    }
what-if-found =
    { $count ->
        [one] problem more
       *[other] problems more
    }
rollout = Roll out …
rollout-text = One programme to many channels and languages: tick what is wished for, and Arna proposes slots, licences and premieres.
rollout-season = Programme and season
rollout-from = From
rollout-until = Until
rollout-earliest = Not before
rollout-latest = Not after
rollout-holdback = Hours between premieres
rollout-over = May override
rollout-over-nothing = nothing
rollout-over-pools = pools
rollout-over-holds = pools and live blocks
rollout-repeat = Repeat the next day
rollout-weekdays = Weekdays
rollout-order = In the order of premieres
rollout-sooner = { $channel } earlier
rollout-propose = Propose
rollout-take-over = Take over
rollout-airs =
    { $count ->
        [one] one premiere
       *[other] { $count } premieres
     }
rollout-missing =
    { $count ->
        [one] one version to be made by { $by }
       *[other] { $count } versions to be made by { $by }
     }
rollout-minutes = { $minutes } min
rollout-licence =
    Licence to ask for: { $of } { $languages }, { $from } – { $until }, { $runs ->
        [none] no limit
       *[other] runs: { $runs }
    }
rollout-fails =
    { $count ->
        [one] one premiere does not air
       *[other] { $count } premieres do not air
     }
rollout-sum = Premieres that air: { $airs }; that wait for a version: { $waits }; that do not air: { $fails }
rollout-waits-word = waits for a version
rollout-fails-word = does not air
import-schedule = Read another’s schedule
import-schedule-text = What a file says of a channel becomes a proposal beside the schedule: nothing changes until you accept it.
import-choose = Choose a file
import-choose-folder = Or a folder of playlists
import-read-as = Written as
import-called = What the file calls the channel
import-called-own = as the station does
import-dates = Only these dates
import-propose = Show as the proposal
import-reading = The file is being read …
read-as-xmltv = XMLTV guide
read-as-bxf = BXF, calendar date past midnight
read-as-bxf-broadcast = BXF, broadcast date
read-as-sheet = Spreadsheet or table
read-as-ffplayout = ffplayout playlist
