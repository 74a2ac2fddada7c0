# What the window says.

screens = Screens
schedule = Schedule
calculate = Calculate
export = Save a file
journal = Journal
journal-older = Show older entries
language = Language
theme-light = Light theme
theme-dark = Dark theme
help = Keys
guide = Guide
close = Close
open = Open a station
new-empty = New empty station
new-sample = New sample station
recent = Recent
channels = Channels
channels-all =
    { $count ->
        [one] { $count } channel
       *[other] { $count } channels
     }
channel = Channel
before = Earlier
next = Later
view = View
view-day = Day
view-week = Week
view-list = List
undo = Undo
redo = Redo
find = Find or do…
problem-next = Next problem
problem-before = Previous problem
wheel = wheel
zoom = Zoom
empty-title = This station is empty
empty-text = Begin with a channel, with a spreadsheet that you have, or look at the sample first.
open-slot = Open slot
break =
    { $count ->
        [one] one promo or filler
       *[other] { $count } promos and fillers
     }
day-length = { $hours } h
nothing-on-air = Nothing is on air on this day yet.
details = Details and problems
on-air = On air
slot = Slot
why-here = Why here
why-open = Why open
candidates = Other candidates
kept = kept
broken = broken
fact-runs = { $runs } of { $most }
fact-runs-free = run { $runs }, no limit
fact-room = { $duration } of { $room }
fact-premiere = { $channel } { $at }
fact-gap = { $hours } h at least
fact-gap-apart = { $apart } h from the nearest, { $hours } h asked for
fact-day = { $airings } of { $most }
fact-until = until { $until }
problems-on = Problems on { $channel }
no-problems = No problems this week.
not-calculated = Nothing is in the schedule yet: calculate it.
remarks =
    { $count ->
        [one] one remark
       *[other] { $count } remarks
     }
count-errors =
    { $count ->
        [one] one problem
       *[other] { $count } problems
     }
count-open =
    { $count ->
        [one] one open slot
       *[other] { $count } open slots
     }
proposal-waits = A proposal waits
all-kept = All changes kept
calculating = Calculating
cancel = Cancel
proposal-title = The proposal
proposal-file = read of { $file }
proposal-told =
    { $count ->
        [one] One thing is told of the file
       *[other] { $count } things are told of the file
    }
proposal-range =
    { $from } and on, { $days ->
        [one] one day
       *[other] { $days } days
     }
added = added
moved = moved
removed = removed
kept-as-is = as it is
left-open = left open
errors = { $count ->
    [one] error
   *[other] errors
 }
changes = Changes
no-changes = Nothing would change.
more-rows = and { $count } more
discard = Discard
calculate-text = Arna works out what airs when; nothing changes until you accept. Pins stay where they are.
first-date = First date
days = Days
calculate-channels =
    { $count ->
        [one] One channel
       *[other] All { $count } channels
     }
calculate-what = What may change
effort = Effort
effort-fast = Fast
effort-normal = Normal
effort-best = Best
calculate-prove = Prove how near it is to the best possible
proven = Within { $pools } % of the best possible in the pools, { $breaks } % in the breaks.
form = Form
form-xmltv = Guide (XMLTV)
form-csv = Rundown for spreadsheets (CSV)
form-xlsx = Rundown for Excel (XLSX)
form-pdf-week = Week for the wall (PDF, A3)
form-pdf-rundown = Rundown in print (PDF, A4)
form-ics = Calendar (iCalendar)
form-bxf = Traffic and automation (BXF)
form-tva = Guide for sets (TV-Anytime)
form-dvb-i = Guide for sets (DVB-I)
form-page = Page for a partner (HTML)
form-ffplayout = Playlists for ffplayout
form-m3u = Playlists (M3U)
export-whole = Whole file: { $bytes } bytes, { $airings } airings
export-preview = The file as it will be
export-book = A book for Excel is no text: open it to see it.
export-pdf = A PDF is no text: open it to see it.
export-lists = One file a broadcast date, filled to its last millisecond, in the folder that you choose.
export-files = How files are called that the station does not know
export-rate = Frames a second
export-broadcast-date = Times past midnight stand by the broadcast date
export-authority = Broadcaster’s name in the DNS
export-programme = Programme
export-all-programmes = All programmes unless one is chosen
export-dropped = { $count } characters that this form cannot carry are left out.
choose-folder = Choose a folder
note-written-lists = { $airings } entries written
form-station = Whole station (JSON)
titles-in = Titles in
save-as = Save as
save-in-folder = Save in a folder
nothing-found = Nothing found
was-undone = undone
welcome = Three steps
welcome-done = Done
welcome-see = See the problems of this week
welcome-fix = Fix one: what helps is tried out already
welcome-export = Export the week for a channel
note-no-problems = No problems here.
note-no-open = No slot is open here.
note-accepted = Done
note-undone = Undone
note-redone = Done again
note-written-station = Station written
note-written =
    { $airings ->
        [one] One airing written
       *[other] { $airings } airings written
     }
showing-premiere = Premiere
showing-first = First run
showing-repeat = Repeat
showing-premiere-short = P
showing-first-short = 1st
origin-short-pin = pinned
origin-short-sequel = sequel
origin-short-repeat = repeat
origin-short-pool = pool
origin-short-hold = live
origin-short-promo = promo
origin-short-filler = filler
date-full = { $weekday } { $day } { $month } { $year }
date-week = { $day }–{ $last-day } { $month } { $year }
date-week-two-months = { $day } { $month } – { $last-day } { $last-month } { $last-year }
date-week-two-years = { $day } { $month } { $year } – { $last-day } { $last-month } { $last-year }
failure-no_station_open = No station is open.
failure-no_station_open-hint = Open one.
failure-bad_date = There is no date “{ $found }”.
failure-bad_date-hint = Choose another.
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
fixes = What would help
fixes-looking = Trying what would help …
fix-effect = { $airs } airs then. Pools { $pool }, breaks { $breaks }, open slots { $open }.
points-more = { $points } points
go-to-date = Go to a date
go-to-date-go = Go
date-not-read = “{ $text }” is no date. Type 2024-07-01 or 1.7.2024.
date-too-early = Not before { $date }.
month-before = The month before
month-next = The next month
month-of-year = { $month } { $year }
problems-looking = Looking for problems …
pick-one = “{ $text }” is not in the list. Pick one that is.
pick-more = { $count } more: type to find one
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December
