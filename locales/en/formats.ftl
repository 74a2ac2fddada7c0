# What files for channels say, and what is said of other people’s files.

failure-too_many_rows = The schedule has { $rows } rows; a sheet holds { $most }.
failure-too_many_rows-hint = Export fewer days at once.
failure-no_filler_file = On { $date } the schedule of { $channel } leaves time open, and no filler has a file to fill it with.
failure-no_filler_file-hint = Attach a media file to a filler of a second or longer, or say with --files how files are called.
failure-channel_folder = The channel id “{ $channel }” cannot be the name of a folder.
failure-channel_folder-hint = Give the channel an id such as khabar.kz, without slashes, colons or a dot at its beginning.
failure-no_frame_rate = “{ $rate }” is no frame rate that BXF is written in.
failure-no_frame_rate-hint = One of 24, 25, 29.97, 30, 59.94.
failure-no_authority = “{ $authority }” is no name in the DNS.
failure-no_authority-hint = Write the broadcaster’s own, such as khabar.kz.
failure-unknown_programme = No programme is called “{ $programme }”.
failure-unknown_programme-hint = Write a programme’s id as “arna export station” shows it, such as common-dream.
failure-nothing_to_publish = Nothing of { $channel } is accepted from { $from } to { $until }.
failure-nothing_to_publish-hint = Calculate and accept these dates first, or name others.
failure-no_revision =
    { $number ->
        [none] Nothing of { $channel } is published yet.
       *[other] { $channel } has no revision { $number }.
    }
failure-no_revision-hint = “arna revisions” lists what is published.
failure-revision_broken = Revision { $number } of { $channel } is not what was published.
failure-revision_broken-hint = “arna verify-revisions” says what does not match; a backup may hold it as it was.
failure-delivered_twice = Two files would lie in the same place; the second is for { $receiver }.
failure-delivered_twice-hint = Give the receivers other folders, or other names with “arna receiver set --name”.
failure-no_common_dates =
    { $until ->
        [none] What is accepted and revision { $since } have no date in common.
       *[other] Revisions { $since } and { $until } have no date in common.
    }
failure-no_common_dates-hint = “arna revisions” tells the dates of each.
failure-no_receiver = There is no receiver “{ $id }”.
failure-no_receiver-hint = “arna receiver list” tells which there are.
failure-published_meanwhile = Another revision of { $channel } was published meanwhile: it is now revision { $number }.
failure-published_meanwhile-hint = Publish again.
failure-no_files = No file is chosen for the receiver.
failure-no_files-hint = Choose at least one form.
failure-unknown_form = No form of files is called “{ $form }”.
failure-unknown_form-hint = One of xmltv, csv, xlsx, ics, bxf, tva, dvb-i, page, ffplayout, m3u.
failure-receiver_without_server = Receiver “{ $receiver }” gets its files in a folder, not on a server.
failure-receiver_without_server-hint = “arna receiver set --sftp” tells which server it has.
failure-no_password = Nothing was typed.
failure-no_password-hint = Type the password, or pipe it in.
failure-sftp_unreachable = { $host }, port { $port }, cannot be reached, or the connection broke off: { $why }
failure-sftp_unreachable-hint = What was delivered last stays. Check the receiver’s host and port and the network, then publish again: what was sent whole is not sent again.
failure-sftp_slow = { $host }, port { $port }, did not answer within { $seconds } s.
failure-sftp_slow-hint = What was delivered last stays. Try again later, or ask the server’s keeper whether it is up.
failure-sftp_host_key_unknown = No key of { $host } is trusted yet. The server shows { $keys }.
failure-sftp_host_key_unknown-hint = Nothing was sent. Compare this with what the server’s keeper says; where it is the same: arna receiver pin STATION { $receiver } { $key }
failure-sftp_host_key_changed = { $host } does not prove to hold the key that is trusted, { $pinned }. It shows { $keys }. Somebody may stand between you and the server.
failure-sftp_host_key_changed-hint = Nothing was sent, no password either. Ask the server’s keeper, not by this line, whether the key was changed; only then: arna receiver pin STATION { $receiver } { $key }
failure-sftp_no_common = { $host } and Arna have no method in common. The server offers: { $theirs }
failure-sftp_no_common-hint = Ask the server’s keeper for a key of kind Ed25519 or ECDSA and for methods of today.
failure-sftp_sign_in = { $host } does not let { $user } in.
failure-sftp_sign_in-hint = Check the user’s name; store the password anew with “arna receiver password STATION { $receiver }” or in { $variable }, or have the public key entered on the server.
failure-sftp_no_secret = The keyring has no password for { $account }.
failure-sftp_no_secret-hint = Store it with “arna receiver password STATION { $receiver }”, set the variable { $variable }, or sign in by a key: “arna receiver set --key-file”.
failure-sftp_keyring = The system’s keyring does not answer: { $why }
failure-sftp_keyring-hint = Where no keyring runs, set the variable { $variable } for { $receiver }, or sign in by a key without a passphrase: “arna receiver set --key-file”.
failure-sftp_key_file = The private key cannot be used: { $why }
failure-sftp_key_file-hint = Name a key of kind Ed25519 or ECDSA that may be read; where it has a passphrase, store that with “arna receiver password”.
failure-sftp_no_service = The server lets nobody put files there by SFTP.
failure-sftp_no_service-hint = Ask the server’s keeper to switch SFTP on for this user.
failure-sftp_no_folder = There is no folder { $folder } on the server.
failure-sftp_no_folder-hint = Have it made, or name another with “arna receiver set --sftp”; a disk may not be mounted.
failure-sftp_denied = { $host } does not allow this user to write here.
failure-sftp_denied-hint = What was delivered last stays. Have the folder’s permissions changed, or name another.
failure-sftp_full = The disk of { $host } is full.
failure-sftp_full-hint = What was delivered last stays. Ask the server’s keeper to make room, then publish again.
failure-sftp_not_whole = { $host } does not hold what it was sent.
failure-sftp_not_whole-hint = What was delivered last stays. Publish again; where it stays so, the server’s disk is to be looked at.
failure-sftp_refused = { $host } refused: { $why }
failure-sftp_refused-hint = What was delivered last stays. Its words may tell the server’s keeper what is wrong.
failure-sftp_torn = The connection was lost while files were put in their places in { $folder }: { $count } of them may be the new ones.
failure-sftp_torn-hint = Publish again as soon as the server answers: that puts all of them right.
failure-sftp_failed = The network cannot be used: { $why }
failure-sftp_failed-hint = Nothing was changed. Try again.
finding-playout_hold = “{ $title }” is live: fillers lie beneath it.
finding-playout_no_file = “{ $title }” has no media file: fillers play instead.
finding-playout_overlap = It starts before the one before has ended: { $seconds } s are lost.
finding-playout_short_file = Its file is { $seconds } s shorter than its airing: fillers play after it.
received-bad_start = “{ $title }” has no start that can be read (“{ $found }”): it is left out.
received-bad_duration = “{ $title }” has no duration that can be read (“{ $found }”): it is left out.
received-end_before_start = “{ $title }” would end before it starts ({ $found }).
received-end_unknown = Nothing says when “{ $title }” ends: it is left out.
received-ends_from_next = { $count } have no end of their own: they end where the next one starts.
received-offset_missing = { $count } times say no UTC offset: they are taken for UTC.
received-text_too_long = { $count } texts are too long and were cut.
received-unknown_entity = { $count } references to entities are left out: those of a file are never expanded.
received-unknown_namespace = The namespace is none of BXF; it is read as if it were.
received-unknown_rate = { $count } events name a frame rate that is not known: 25 is taken.
received-program_headers = { $count } headers repeat their first segment and are no airings.
received-secondary_events = { $count } events beside the picture, such as logos, are no airings.
received-as_run_events = { $count } as-run events are passed over: this reads schedules.
received-frame_too_high = Frame { $frame } does not exist at { $rate } frames a second: it is counted on.
received-time_skipped = The clock skips { $found }: the change itself is taken.
received-time_twice = The clock shows { $found } twice: the order of events tells which.
received-bad_cell =
    “{ $found }” cannot be read. Expected: { $wanted ->
        [date] a date such as 2024-07-01
        [time] a time such as 21:00 or 25:30
        [duration] a duration such as 0:25:00
        [offset] an offset such as UTC+05:00
        [language] a language such as kk
        [version] a version’s id
        [origin] a word such as sequel, pool or hold
       *[title] a text
    }
received-cell_missing =
    Nothing stands here. Expected: { $wanted ->
        [date] a date such as 2024-07-01
        [time] a time such as 21:00 or 25:30
        [duration] a duration such as 0:25:00
        [offset] an offset such as UTC+05:00
        [language] a language such as kk
        [version] a version’s id
        [origin] a word such as sequel, pool or hold
       *[title] a text
    }
received-no_column =
    No column has a head for: { $wanted ->
        [date] a date such as 2024-07-01
        [time] a time such as 21:00 or 25:30
        [duration] a duration such as 0:25:00
        [offset] an offset such as UTC+05:00
        [language] a language such as kk
        [version] a version’s id
        [origin] a word such as sequel, pool or hold
       *[title] a text
    }
received-no_heads = No row has heads that are known, such as date, start, title.
received-not_of_date = “{ $found }” and the row’s date, “{ $date }”, do not go together. Correct one of them: a time is of its row’s date, up to 48:00.
received-unknown_name =
    { $near ->
        [none] The station knows nothing called “{ $found }”.
       *[other] The station knows nothing called “{ $found }”. Nearest: “{ $near }”.
    }
invalid-unknown_encoding = No encoding is called “{ $encoding }”. Save the file as UTF-8.
invalid-not_xml = Not XML: { $why }
invalid-not_xmltv = The outermost element is “{ $root }”; a guide’s is “tv”.
invalid-not_bxf = The outermost element is “{ $root }”; that of BXF is “BxfMessage”.
invalid-too_many_airings = More than { $most } airings are not read from one file.
received-asrun_cell =
    “{ $found }” cannot be read, and its row is left out. Expected: { $wanted ->
        [date] a date in the mapping’s form
        [date_time] a date in the mapping’s form, and a time
        [start] a time in the mapping’s form
        [end] an end within a day after the start, in the mapping’s form
        [duration] a duration above nothing, in the mapping’s form
       *[status] one of the mapping’s words for aired or not aired
    }
received-asrun_missing =
    { $wanted ->
        [date] The date is missing: the row is left out.
        [start] The start is missing: the row is left out.
       *[status] The status is missing: the row is left out.
    }
received-asrun_quote_open = A quotation is not closed: the row is left out.
received-asrun_twice = { $count } rows stand in the log twice: they count once.
received-asrun_no_key = { $count } rows have neither house number nor title: they are left out.
invalid-asrun_no_column = No head is called “{ $head }”. There are: { $known }.
invalid-asrun_no_date =
    { $from ->
        [head] The head says no date in the form { $form } (“{ $found }”).
        [file_name] The file’s name has no date in the form { $form } (“{ $found }”).
       *[asked] The log has no dates: say with --date which it is of.
    }
invalid-mapping_missing = This is missing, and the rest of the mapping needs it.
invalid-mapping_value =
    “{ $found }” does not do here. Expected: { $wanted ->
        [date_form] a form of year, month and day, such as DD.MM.YYYY or YYYYMMDD
        [pivot] an hour of a day, such as 06:00
        [sign] one sign, such as ; or |
        [rate] one of 24, 25, 29.97, 30, 59.94, where times have frames
        [head_or_number] a column’s head or its number from 1
        [number] a column’s number from 1
        [span] the first and the last character, such as [1, 8]
        [word] a word
        [column] column: BXF has the date beside the time
        [bxf_field] type, status, house_number or title
       *[nothing] nothing: BXF says itself what stands where
    }
invalid-line_too_long = A line is longer than { $most } bytes: this is no log, or its lines end otherwise.
invalid-not_in_encoding = These are no letters in { $encoding }. Say the log’s encoding in the mapping.
invalid-unreadable = The log cannot be read to its end: { $why }
failure-unknown_mapping = No mapping is called “{ $name }”, and there is no such file.
failure-unknown_mapping-hint = With the program come: { $known }. Or write the path of an arna-asrun/1 document (docs/ASRUN.md).
failure-document_takes_no_log = A station document takes no log: only a station file keeps history with its steps.
failure-document_takes_no_log-hint = Make a station file with “arna import station”, or leave --accept out.
failure-asrun_empty = Nothing in the log tells of a programme; the mapping passes { $ignored } rows over.
failure-asrun_empty-hint = Look at the remarks, and at what the mapping ignores.
failure-asrun_other_channel = The log tells of { $found }, not of { $channel }.
failure-asrun_other_channel-hint = Choose the other channel or log, or say in the mapping’s “channels” what the log calls it.
failure-asrun_other_day = The log tells of { $from } to { $until }, not of { $date }.
failure-asrun_other_day-hint = Choose the other date or log.
failure-asrun_many_dates = The log tells of { $from } to { $until }: more than { $most } dates are not taken of one log.
failure-asrun_many_dates-hint = Say with --date which is meant, or look at the mapping’s form of dates.
failure-asrun_overlapping = In { $percent } % of its time the log tells of two things at once: two channels, or one day twice.
failure-asrun_overlapping-hint = Name the channel’s column in the mapping, or take what is there twice out of the log.
failure-asrun_nothing_due = Nothing is accepted on { $channel } from { $from } to { $until }.
failure-asrun_nothing_due-hint = Say with --date which day is meant, or accept the schedule that was on air first.
failure-asrun_no_match = None of the { $due } accepted airings is among the { $rows } rows of the log ({ $titles } …).
failure-asrun_no_match-hint = It is another station’s or another day’s log, or the mapping reads other columns than house number and title.
failure-asrun_doubtful = The log is not sure enough to be taken over: { $unread } rows could not be read, { $aired } of { $due } accepted airings are in it.
failure-asrun_doubtful-hint = Look at the report and the remarks; then accept with --anyway, or correct the mapping.
failure-asrun_nothing_new = History and schedule of { $channel } say all this already.
failure-asrun_nothing_new-hint = Nothing is left to be done.
finding-asrun_unlicensed =
    { $licence ->
        [none] It aired without a licence that covers it.
       *[other] It aired though licence { $licence } has no run left for it.
    }
asrun-aired = aired
asrun-other_version = aired in another version
asrun-replaced = replaced
asrun-missing = missing
asrun-untold = not told of
asrun-extra = extra
cli-head-due = accepted
cli-head-outcome = what became of it
cli-head-aired = aired
cli-head-late = late
cli-head-longer = longer
cli-head-log = in the log
cli-head-of-licence = licence
cli-head-runs-taken = runs taken
cli-head-runs-left = runs left
cli-asrun-totals = { $due } accepted: { $aired } aired ({ $on_time } on time, { $late } late by up to { $latest }, { $early } early), { $other_version } in another version, { $replaced } replaced, { $missing } missing, { $untold } beyond what the log tells. { $extra } aired that were not accepted.
cli-head-published = published
cli-asrun-totals-sent = { $due } in revision { $revision }: { $aired } aired ({ $on_time } on time, { $late } late by up to { $latest }, { $early } early), { $other_version } in another version, { $replaced } replaced, { $missing } missing, { $untold } beyond what the log tells. { $extra } aired that are not in the revision.
cli-asrun-beside = Passed over: { $ignored } rows by the mapping, { $breaks } promos and fillers, { $other_dates } of other dates, { $other_channels } of other channels { $other_channels ->
        [0] {""}
       *[other] ({ $names })
    }
cli-asrun-unread = { $count } rows could not be read: what they tell of may be missing here.
cli-asrun-doubtful = Little of what was accepted is in the log: is it the right one?
cli-asrun-accepted = { $aired } airings of { $channel } are history now; “arna undo” takes it back.
received-bad_entry = “{ $title }” plays from { $found } s of its file: that is no part of one, and it is left out.
received-playlist_length = The playlist of { $date } lasts { $seconds } s; its broadcast day has { $wanted } s.
received-playlist_twice = There are two playlists of { $date }: the second is passed over.
failure-too_many_playlists = The folder holds more than { $most } playlists.
failure-too_many_playlists-hint = Name the folder of one channel or year.
failure-document_takes_no_import = A station document takes no schedule over: only a station file keeps each step.
failure-document_takes_no_import-hint = Make a station file with “arna import station”, or leave --accept out.
failure-import_left_out = { $count } of what the file tells would not be on air: the station does not know it, it may be several things, or it cannot be read.
failure-import_left_out-hint = Add what is missing to the catalogue, or correct the file; or accept the rest with --anyway.
failure-import_nothing_new = Everything that { $file } says is accepted already.
failure-import_nothing_new-hint = Nothing is left to be done.
failure-import_other_channel = The file tells of { $found }, not of { $channel }.
failure-import_other_channel-hint = Choose the other channel or file, or say with --called what the file calls the channel.
failure-import_empty = The file tells of nothing that is on air; remarks on it: { $remarks }.
failure-import_empty-hint = “arna read” shows what can be read of it, and why the rest cannot.
failure-import_dates_untold = Of { $dates }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } further dates
    } the file tells nothing, and what is accepted there would be taken off. It tells of { $from } to { $until }.
failure-import_dates_untold-hint = Choose dates of which it tells, one stretch at a time.
failure-import_overlaps = { $count ->
        [one] Two things would be on air at once.
       *[other] In { $count } places two things would be on air at once.
    }
failure-import_overlaps-hint = Correct the file. A programme lasts as long as its version in the catalogue, whatever the file says.
invalid-import_overlap = “{ $title }” starts on { $date } at { $at }, while “{ $other }” is on air until { $until }.
finding-import_unknown =
    { $near ->
        [none] { $where }: the station knows nothing called “{ $title }”.
       *[other] { $where }: the station knows nothing called “{ $title }”. Nearest: “{ $near }”.
    }
finding-import_ambiguous = { $where }: “{ $title }” may be { $candidates }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }.
finding-import_hold_moved = { $where }: the grid has the live block “{ $title }” at another time, and the next calculation puts it there again unless its slot is moved.
import-kept = as accepted
import-placed = new
import-ambiguous = may be several
import-unknown = not in the catalogue
cli-import-totals =
    { $until ->
        [none] { $from }
       *[other] { $from } to { $until }
    }: { $kept } as accepted, { $placed } new, { $breaks } promos and fillers. Left out: { $unknown } not in the catalogue, { $ambiguous } that may be several things, { $unread } that cannot be read.
cli-import-beside = Passed over: { $breaks } promos and fillers of playlists, { $without_room } without room, { $other_dates } of other dates, { $other_channels } of other channels { $other_channels ->
        [0] {""}
       *[other] ({ $names })
    }
cli-import-kept = It waits as the station’s proposal: nothing has changed. The window shows it; --accept takes it over, and new calculations take its place.
cli-import-accepted = { $airings } airings of { $channel } are accepted as the file says; “arna undo” takes it back.
cli-playlists = { $files } playlists written: { $entries } entries.
cli-received = { $airings } airings read, { $remarks } remarks. The station is as it was.
cli-further-remarks = { $count } further remarks are not listed.
page-until = –
page-airings = Airings
page-channel = Channel
page-spoken = Language
page-date = Date
page-time = Time
page-duration = Duration
page-episode = Episode
page-showing = Showing
page-premiere = premiere
page-first-run = first run
page-repeat = repeat
page-none = Nothing airs in these dates.
paper-date =
    { $weekday } { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
paper-title = Title
paper-house-number = House number
paper-premiere-short = P
paper-first-run-short = 1st
paper-revision = Revision { $number } of { $at }
paper-draft = Not published
paper-breaks = breaks: see the rundown
paper-more = { $count } short ones left out: see the rundown
language-name =
    { $language ->
        [en] English
        [kk] Kazakh
        [ru] Russian
        [zh] Chinese
       *[other] { $language }
    }
head-date = date
head-start = start
head-duration = duration
head-end = end
head-utc-offset = UTC offset
head-title = title
head-episode = episode
head-language = language
head-version = version
head-origin = origin
chain-holds =
    { $channel }: { $count ->
        [one] one revision, as it was published
       *[other] { $count } revisions, every one as it was published
    }; the last is { $sha256 }
chain-broken = { $channel }: revision { $number } is not what was published: { $what }
broken-number = one before it is missing
broken-content = its content does not match its hash
broken-previous = it does not name the hash of the one before it
broken-hash = its dates, author or time do not match its own hash
broken-missing = it was handed out and is gone
told-head =
    { $until ->
        [none] { $name }, { $from } to { $last }: changes since revision { $since }
       *[other] { $name }, { $from } to { $last }: changes from revision { $since } to revision { $until }
    }
told-nothing = Nothing changes.
told-moved = moved { $was-at } → { $at }: { $what }
told-trimmed = { $at } { $what }: { $was-minutes } → { $minutes } min
told-instead = { $at } { $what } instead of { $was-what }
told-version =
    { $at } { $what }: another version, { $was-language ->
         [en] English
         [kk] Kazakh
         [ru] Russian
         [zh] Chinese
        *[other] { $was-language }
    } → { $language ->
         [en] English
         [kk] Kazakh
         [ru] Russian
         [zh] Chinese
        *[other] { $language }
    }
told-added = new { $at }: { $what }
told-dropped = dropped { $was-at }: { $was-what }
told-otherwise = { $at } { $what }: the same, but title, synopsis, rating, house number or file differ (was { $was-what })
told-breaks = only promos and fillers change
failure-sheet_unreadable = This spreadsheet cannot be read: { $why }
failure-sheet_unreadable-hint = Save it as XLSX, ODS or CSV, without a password.
failure-sheet_too_large = The spreadsheet is too large ({ $what }: more than { $most }).
failure-sheet_too_large-hint = Delete what is not needed, or divide it.
failure-sheet_quote_open = A quotation that begins in row { $line } of the table is not closed: it takes in the lines below.
failure-sheet_quote_open-hint = Close it, or save the table anew, then read it again.
failure-sheet_empty = The spreadsheet is empty.
failure-sheet_empty-hint = Choose a sheet that holds something.
