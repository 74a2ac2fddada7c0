# What the command line says.

cli-error = error
cli-file = file
cli-remedy = what to do
cli-made = Made { $file }.
cli-schedule = Schedule
cli-open = open
cli-not-calculated = nothing was calculated for it yet
cli-nothing-found = Nothing found.
cli-no-schedule = The station can be worked with. It has no schedule to judge yet.
cli-planned = { $airings } airings, { $open } open slots, { $findings } findings; score: pools { $pool }, breaks { $break }
cli-proven =
    { $pools ->
        [best] The plan’s pools are proven to be the best possible; { $breaks ->
            [best] so are its breaks
           *[other] its breaks are within { $breaks } % of it
        }
       *[other] The plan is within { $pools } % of the best possible in its pools, { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % in its breaks
    }
cli-proven-of =
    { $pools ->
        [best] { $which }: pools proven the best possible, breaks within { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % of it
       *[other] { $which }: within { $pools } % of the best possible in its pools, { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % in its breaks
    }
cli-accepted = Accepted { $airings } airings of { $days } days into the schedule. “arna undo” takes it back.
cli-difference = { $added } added, { $moved } moved, { $removed } removed, { $kept } kept as accepted
cli-added = added
cli-moved = moved
cli-removed = removed
cli-exported = { $airings } airings written.
cli-dropped = { $count } characters were left out that the form cannot carry.
cli-undone = Undone: { $op }
cli-redone = Done again: { $op }
cli-was-undone = undone
cli-nothing-to-undo = There is nothing to undo.
cli-nothing-to-redo = There is nothing to do again.
cli-restored = Put back from { $backup }. What was replaced is a backup now.
cli-restore-unreadable = The station itself cannot be read: what it has that the backup lacks is not known. “arna salvage” takes out what can be read.
cli-restore-other = The backup is not an earlier state of this station.
cli-restore-lost = Put back, this would be gone: { $entries } journal entries, { $revisions } revisions. Airings: { $now } now, { $then } then. Nothing has changed.
cli-no-backups = There are no backups yet.
cli-written = Written: { $file }
cli-rolled-out = Premieres on { $channels } channels: { $airs } air, { $waits } wait for a version, { $fails } do not air; licences to ask for: { $licences }
cli-premieres-airs = { $from } – { $until } ({ $count })
cli-premieres-waits = waits: { $from } – { $until } ({ $count })
cli-premieres-fails = does not air: { $from } – { $until } ({ $count })
cli-versions-missing = to be made by { $by } ({ $count })
cli-every-day = every day
cli-repeat-of =
    repeat of { $slot }, { $days ->
        [0] the same day
        [one] one day later
       *[other] { $days } days later
     }
cli-weekday-mon = Mon
cli-weekday-tue = Tue
cli-weekday-wed = Wed
cli-weekday-thu = Thu
cli-weekday-fri = Fri
cli-weekday-sat = Sat
cli-weekday-sun = Sun
cli-head-channel = channel
cli-head-name = name
cli-head-zone = time zone
cli-head-day-start = day starts
cli-head-holds = the station holds
cli-head-count = count
cli-head-severity = severity
cli-head-where = where
cli-head-date = date
cli-head-what = what
cli-head-change = change
cli-head-why = why
cli-head-kept = kept
cli-head-rule = rule
cli-head-values = values
cli-head-candidates = candidates
cli-head-number = number
cli-head-when = when
cli-head-who = who
cli-head-state = state
cli-head-bytes = bytes
cli-head-file = file
cli-head-start = start
cli-head-duration = duration
cli-head-end = end
cli-head-utc-offset = UTC offset
cli-head-title = title
cli-head-episode = episode
cli-head-language = language
cli-head-version = version
cli-head-origin = origin
cli-head-slot = slot
cli-head-days = weekdays
cli-head-minutes = minutes
cli-head-from = from
cli-head-until = until
cli-head-layer = layer
cli-head-licence = licence to ask for
cli-head-languages = languages
cli-head-runs = runs
cli-head-gap-hours = gap, h
cli-head-season = season
cli-head-shows-first = shows it first
cli-head-holdback-hours = others wait, h
cli-head-by = needed by
cli-head-stands-in = stands in
cli-count-programmes = programmes
cli-count-episodes = episodes
cli-count-versions = versions
cli-count-licences = licences
cli-count-slots = slots
cli-count-campaigns = campaigns
cli-count-pins = pins
cli-count-history = airings before the schedule
cli-count-occasions = occasions
cli-count-places = places
cli-count-quotations = quotations
cli-count-airings = airings in the schedule
cli-head-points = points
cli-head-fix = what would help
cli-head-airs = airs then
cli-head-pool = pools
cli-head-break = breaks
cli-head-open = open slots
cli-head-measure = measure
cli-head-without = without
cli-head-with = with
cli-head-difference = difference
cli-airing-lost = lost
cli-airing-added = added
cli-airing-moved = moved
cli-measure-pool = score of the pools
cli-measure-break = score of the breaks
cli-measure-programmes = programme airings
cli-measure-open = open slots
cli-measure-findings = findings
cli-new-problems = What comes with it:
cli-breaks-change = In the breaks { $lost } promos and fillers go, { $added } come.

fact-language = in { $value }
fact-languages = the slot wants { $value }
fact-duration = lasts { $value }
fact-room = { $value } are free
fact-from = from { $value }
fact-until = until { $value }
fact-date = on { $value }
fact-licence = licence { $value }
fact-runs = run { $value }
fact-max_runs =
    { $value ->
        [none] any number
       *[other] { $value } at most
    }
fact-min_gap_hours = { $value } h apart at least
fact-other = nearest other airing { $value }
fact-apart_hours = { $value } h away
fact-rating = rated { $value }
fact-first_channel = first on { $value }
fact-hours = elsewhere { $value } h later
fact-premiere = premiere { $value }
fact-airings = airing { $value } of that day
fact-max_per_day = { $value } a day at most
fact-programme = programme { $value }
fact-other_version = beside { $value }
cli-edited = Done: { $op }
cli-published = { $channel }: revision { $number } published, { $from } to { $until }; files written: { $files }
cli-stands = { $channel }: nothing new, revision { $number } stands ({ $from } to { $until }); files written: { $files }, already there: { $there }
cli-no-receivers = { $channel } has no receiver: nothing was handed out. “arna receiver set” adds one.
cli-nothing-to-publish = Nothing is accepted on these dates: nothing was published.
cli-receiver-moved = { $receiver } got the schedule of { $before } before; now it gets that of { $channel }.
cli-compare-key = These keys { $host } shows now. Before you trust one, compare it with what the server’s keeper tells you by another way.
cli-password = Password for { $account }:
cli-password-kept = The system’s keyring keeps the password for { $account }.
cli-not-published = { $channel } was not published:
cli-no-revisions = Nothing is published yet.
cli-no-deliveries = Nothing was handed out yet.
cli-change-moved = moved
cli-change-trimmed = length
cli-change-instead = replaced
cli-change-version = version
cli-change-added = new
cli-change-dropped = dropped
cli-change-otherwise = told otherwise
cli-head-receiver = receiver
cli-head-files = files
cli-head-folder = folder
cli-head-form = form
cli-head-sha256 = SHA-256
cli-head-revision = revision
cli-head-was-date = date before
cli-head-was-start = start before
cli-head-was-end = end before
cli-head-was-title = title before
cli-head-was-episode = episode before
cli-head-was-language = language before
cli-nothing-accepted = Nothing is accepted in these dates, so there is nothing to keep to: this is a fresh plan.
cli-covered = Nothing can air here: the slot is covered.
cli-covered-by-pin = by the pin of { $version }, { $start } to { $end }
cli-covered-by-slot = by slot { $slot } of a higher layer, { $start } to { $end }
failure-usage_value = { $argument } does not take “{ $value }”.
failure-usage_unknown = There is no argument { $argument } here.
failure-usage_command = There is no command “{ $value }”.
failure-usage_conflict = { $argument } cannot go together with { $other }.
failure-usage_unused = { $argument } says nothing without { $other }.
failure-usage_missing = Missing: { $argument }
failure-usage_no_value = { $argument } needs a value.
failure-usage_other = The command line cannot be read: { $why }
failure-usage_unknown-hint =
    { $like ->
        [none] “{ $help }” tells what can be typed.
       *[other] Did you mean { $like }?
    }
failure-usage_command-hint =
    { $like ->
        [none] “{ $help }” tells what can be typed.
       *[other] Did you mean { $like }?
    }
failure-usage_conflict-hint = “{ $help }” tells what can be typed.
failure-usage_unused-hint = “{ $help }” tells what can be typed.
failure-usage_missing-hint = “{ $help }” tells what can be typed.
failure-usage_no_value-hint = “{ $help }” tells what can be typed.
failure-usage_other-hint = “{ $help }” tells what can be typed.
failure-usage_value-hint =
    { $wanted ->
        [date] Write a date of the years 1900 to 2199, such as 2024-07-01.
        [instant] Write a moment with its offset, such as 2024-07-03T12:00:00+05:00.
        [time] Write a time of the broadcast day, such as 21:00, 21:00:25 or 25:30.
        [language] Write a language tag, such as kk or zh-Hant.
        [authority] Write a name of the DNS, such as khabar.kz.
        [sftp] Write user@host/folder, such as arna@ftp.example.org/incoming.
        [postgresql] Write postgresql://login@host:port/database; a password stands in no address.
        [host] Write a server, such as ftp.example.org or ftp.example.org:2222.
        [host_key] Write a fingerprint, SHA256: and 43 characters, or a public key, such as ssh-ed25519 AAAA….
        [days] Write a number of days from 1 to 3653.
        [threads] Write a number from 1 on.
        [number] Write a whole number from 0 on.
        [hours] Write hours of the broadcast date, such as 19:00-23:00.
        [one_of] One of: { $known }.
       *[any] “{ $help }” tells what can be typed.
    }
# What is wrong with a station file, and what can be done.
cli-sound = { $file } holds together: { $entries } journal entries, every page, record and airing.
cli-backup-sound = holds together
cli-good-backup = The newest backup that holds together: { $file }
cli-head-remedy = what to do
remedy-salvage = “arna salvage”: take everything readable into a new file
remedy-restore = “arna restore”: put back a backup from before
remedy-nothing = nothing: the station itself is sound
cli-salvaged = Made { $file }: { $airings } airings, the catalogue and the grids as far as they could be read. The damaged file is as it was.
cli-salvaged-whole = Nothing is missing; the journal is whole, and undo goes on.
cli-salvaged-anew = The journal could not be kept whole: it begins anew, and there is nothing to undo.
cli-missing = Missing, { $count } in all:
cli-workbook-waits = Nothing has changed yet. With --accept this becomes one step.
cli-workbook-accepted = The station says so now; “arna undo” takes it back.
# A station that lies on a server.
cli-shared = The station lies on { $server } now; { $station } is a copy of it.
cli-copied = { $station } is a copy of the station on { $server }.
cli-standing-connected = { $login } on { $server }: connected, up to entry { $number }.
cli-standing-offline = { $login } on { $server }: works without the server; own entries: { $own }.
cli-standing-apart = { $login } on { $server }: not connected. { $why }
cli-present = At a desk now: { $names }
cli-caught-up = Entries that came: { $count }
cli-merged = Done again: { $done }; to be decided: { $undecided }
cli-works-offline = This desk works without the server now. “arna station merge” comes back to it.
cli-decided = Decided.
cli-nothing-left = Nothing was left.
cli-detached = { $station } is a station of its own now; nothing of it goes to the server.
cli-upgraded = The station on { $server } is of form { $needed } now; it was of form { $found }.
cli-upgraded-before = The station on { $server } is of form { $needed } already; nothing was changed.
cli-account-set = { $login } has an account: { $roles }
cli-account-removed = { $login } has no account any more.
cli-password-new = New password for { $login }: 
cli-head-roles = roles
cli-head-channels = channels
aside-waiting = waits to be done again
aside-conflict = to be decided
aside-left = left
aside-done = done
