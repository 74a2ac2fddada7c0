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
language-name =
    { $language ->
        [en] English
        [kk] Kazakh
        [ru] Russian
        [zh] Chinese
       *[other] { $language }
    }
