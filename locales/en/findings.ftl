# Findings, refusals and failures. Values have the names that the code gives them; what is unknown arrives as "none".

finding-wrong_language = Its language is { language-name }; the slot wants { $languages }.
finding-too_long = It lasts { $duration }, but only { $room } are free.
finding-not_licensed =
    { $until ->
        [none] No licence covers its { $language ->
         [en] English
         [kk] Kazakh
         [ru] Russian
         [zh] Chinese
        *[other] { $language }
    } version here.
       *[other] Its licence holds from { $from } until { $until }, not on { $date }.
     }
finding-runs_exhausted = This is run { $runs }; the licence allows { $max_runs }.
finding-too_close = Only { $apart_hours } h from its other airing ({ $other }); { $min_gap_hours } h are asked for.
finding-rating_hours = { $rating } may air from { $from } to { $until } only.
finding-held_back =
    { $premiere ->
        [none] { $first_channel } is to show it first and has not.
       *[other] { $first_channel } shows it first, at { $premiere }; elsewhere not until { $hours } h later.
     }
finding-blacked_out = Kept off the air from { $from } to { $until }.
finding-day_limit = Airing { $airings } of that day; { $max_per_day } at most.
finding-overlaps = It overlaps { $other_version } at { $other }.
finding-wrong_order = { $programme } airs in order only, in sequel slots.
finding-season_finished = The season is over.
finding-nothing_to_repeat = The slot that it repeats showed nothing of its own.
finding-fits = It would fit.
finding-slot_vanished = The clock change takes this slot away ({ $nominal } min).
finding-slot_shorter = { $minutes } min instead of { $nominal }: the clock changes.
finding-slot_longer = { $minutes } min instead of { $nominal }: the clock changes.
finding-slot_cut = { $minutes } of { $nominal } min are left beside a pin or a higher layer.
finding-slot_dropped = Covered by a pin or a higher layer ({ $nominal } min).
finding-quota_missed =
    The week of { $week } is { $minutes } min short of its share in { $language ->
         [en] English
         [kk] Kazakh
         [ru] Russian
         [zh] Chinese
        *[other] { $language }
    } ({ $share } % are due).
finding-version_missing =
    { $episode } has no { $language ->
         [en] English
         [kk] Kazakh
         [ru] Russian
         [zh] Chinese
        *[other] { $language }
    } version.
finding-open_for_quota = Left open: what would fit costs the language quota more than it earns.
finding-pin_waiting = Pinned, but not in the schedule yet: calculate the day again.
finding-runs_on = It ends at { $end }, when what starts at { $other } is on air.
finding-window_too_short = From { $episode } on nothing fits into the window: { $placed } of { $episodes } episodes find a date.
finding-no_free_time = No { $minutes } min are free between { $from } and { $until } on the dates wished for: { $placed } of { $episodes } episodes find a date.
finding-longer_than_gap = { $longest_episode } lasts { $duration }: { $minutes } min are needed, and the longest gap has { $gap }.
finding-too_late_for_window = { $episode } may not start before { $ready }; the window ends on { $until }. { $placed } of { $episodes } episodes find a date.
finding-premiere_unknown = { $first_channel } is to show { $episode } first and does not: { $placed } of { $episodes } episodes find a date.
finding-strand_there = Slot { $of } walks through { $season } here already; nothing is proposed for it.
finding-pinned_there = { $season } is pinned here at { $at }; nothing is proposed for it.
finding-continues = { $season } has begun here: it goes on with { $episode }.
finding-aired_already = { $season } has aired here: it begins again.
finding-overrides = Instances of other slots that it overrides: { $count }; minutes of them that stay empty: { $lost }.
finding-repeat_left_out = { $left_out } of { $episodes } repeats find no time { $days_after } days later.
finding-not_as_promised =
    { $episode } does not air: { $refusal ->
        [none] nothing stands there
        [wrong_language] { rule-wrong_language }
        [too_long] { rule-too_long }
        [not_licensed] { rule-not_licensed }
        [runs_exhausted] { rule-runs_exhausted }
        [too_close] { rule-too_close }
        [rating_hours] { rule-rating_hours }
        [held_back] { rule-held_back }
        [blacked_out] { rule-blacked_out }
        [day_limit] { rule-day_limit }
        [overlaps] { rule-overlaps }
        [wrong_order] { rule-wrong_order }
       *[other] { $refusal }
     }.
finding-shown_earlier = { $episode } is on air before its premiere, at { $at } ({ $origin }).

rule-wrong_language = Language
rule-too_long = Fits the slot
rule-not_licensed = Licence
rule-runs_exhausted = Runs
rule-too_close = Gap
rule-rating_hours = Rating hours
rule-held_back = Holdback
rule-blacked_out = Blackout
rule-day_limit = Per day
rule-overlaps = Overlap
rule-wrong_order = Order

step-sequels = Sequels
step-pools = Pools
step-proof = Proof
step-repeats = Repeats
step-breaks = Breaks
step-moving = Rows of the station
earned = { $score } points so far
earned-within = { $score } points so far, within { $short } % of the best possible

origin-pin = Pinned by a coordinator
origin-sequel = Next episode of its strand
origin-repeat = Repeat of another slot
origin-pool = Chosen from a pool
origin-hold = Live or foreign block
origin-promo = Promo
origin-filler = Filler

severity-info = note
severity-warning = warning
severity-error = error

invalid-unknown_id = Nothing is called “{ $id }”.
invalid-duplicate_id = “{ $id }” is given twice.
invalid-ends_before_start = It ends ({ $until }) before it starts ({ $from }).
invalid-weight_out_of_range = A weight is 1 to 5, not { $weight }.
invalid-slots_overlap = { $slot } overlaps { $other } in the same layer.
invalid-season_of_other_programme = Season { $season } is not of programme { $programme }.
invalid-repeat_of_other_channel = Slot { $id } is not on channel { $channel }.
invalid-repeats_itself = Slot { $id } repeats itself in the end.
invalid-length_zero = A slot lasts at least a minute.
invalid-gap_not_above_rerun = min_gap_hours ({ $min_gap_hours }) must be more than rerun_hours ({ $rerun_hours }).
invalid-before_day_start = { $start } is before the broadcast day begins ({ $day_start }). After midnight write 24:00 and on.
invalid-after_next_day_start = From { $start } for { $length_min } min it reaches past the next day’s start ({ $day_start }).
invalid-zone_data_old = The zone data are of { $version }; { $needed } or newer are needed.
invalid-unknown_zone = No time zone is called “{ $tz }”. Write one such as Asia/Almaty.
invalid-duration_out_of_range = A version lasts more than 0 and at most 86400000 ms, not { $duration_ms }.
invalid-day_start_late = A broadcast day starts before 24:00, not at { $time }.
invalid-share_above_100 = A share is 0 to 100 per cent, not { $share }.
invalid-too_large = { $bytes } bytes; at most { $most } are read.
invalid-not_utf8 = Not UTF-8: byte { $byte }. Save the file as UTF-8.
invalid-not_json = Not JSON near “{ $text }”.
invalid-cut_short = The document ends too early.
invalid-too_deep = Nested more than { $most } deep.
invalid-duplicate_key = “{ $name }” is given twice here.
invalid-trailing_text = Something follows the end: “{ $text }”.
invalid-unknown_format = The form is { $format }; { $known } is read here.
invalid-unknown_field = There is no field “{ $name }” here. Known: { $known }.
invalid-missing_field = Field “{ $name }” is missing.
invalid-unknown_word = “{ $found }” is not known here. Known: { $known }.
invalid-wrong_type =
    Wanted here: { $wanted ->
         [text] a text
         [number] a number
         [u8] a whole number from 0 to 255
         [u16] a whole number from 0 to 65535
         [u32] a whole number from 0 to 4294967295
         [u64] a whole number from 0 on
         [i32] a whole number from -2147483648 to 2147483647
         [i64] a whole number
         [boolean] true or false
         [list] a list
         [object] an object
        *[other] { $wanted }
    }; found: { $found ->
         [text] a text
         [number] a number
         [boolean] true or false
         [list] a list
         [object] an object
        *[other] { $found }
    }.
invalid-wrong_length = { $found } members instead of { $wanted }.
invalid-out_of_range =
    Out of range: { $found }. Wanted: { $wanted ->
         [text] a text
         [number] a number
         [u8] a whole number from 0 to 255
         [u16] a whole number from 0 to 65535
         [u32] a whole number from 0 to 4294967295
         [u64] a whole number from 0 on
         [i32] a whole number from -2147483648 to 2147483647
         [i64] a whole number
         [boolean] true or false
         [list] a list
         [object] an object
        *[other] { $wanted }
    }.
invalid-bad_id = { $found } is no id: 1 to 200 bytes without control characters.
invalid-bad_date = There is no date { $found }. Write one such as 2024-07-01.
invalid-bad_grid_time = { $found } is no time of a broadcast day. Write one such as 21:00 or 25:30.
invalid-bad_instant = { $found } is no moment. Write one such as 2024-07-02T21:00:00+05:00.
invalid-bad_language = { $found } is no language tag. Write one such as kk or zh-Hant.
invalid-bad_value = { $found } is nothing that belongs here.
invalid-not_one_member = It needs exactly one member that says what it is.
invalid-empty_list = At least one is needed here.
invalid-too_many = { $count } are too many; at most { $most } are worked out at once.
invalid-windows_too_far_apart = From { $from } to { $until } the windows reach over { $days } days; at most { $most } are planned at once.
invalid-season_without_episodes = Season { $season } has no episodes.
invalid-file_name_pattern = “{ $name }” is no name of a file; it may hold { "{channel}" }, { "{from}" }, { "{until}" }, { "{revision}" } and { "{format}" }.
invalid-files_called_alike = Two files would be called “{ $name }”, the second as { $form }.
invalid-folder_missing = No folder is named.
invalid-authority_form = “{ $authority }” is no name of the DNS such as khabar.kz.
invalid-host_form = “{ $host }” is no name of a server.
invalid-port_form = There is no port { $port }.
invalid-user_form = “{ $user }” is no name of a user.
invalid-host_key_form = “{ $key }” is no fingerprint of a key: SHA256: and 43 characters.
invalid-key_file_missing = No file of a key is named.
invalid-premiere_against_holdback = Others wait for { $channel } by a holdback of { $season }: its premiere cannot come after theirs.

failure-file_not_found = There is no such file.
failure-file_not_found-hint = Check the path.
failure-file_not_permitted = The file or its folder may not be read or written.
failure-file_not_permitted-hint = Choose another folder, or have its permissions changed.
failure-disk_full = The disk is full. Nothing was changed.
failure-disk_full-hint = Free some space and try again.
failure-file_is_folder = This is a folder.
failure-file_is_folder-hint = Name a file.
failure-no_file_name = The path names no file.
failure-no_file_name-hint = Add a file name.
failure-file_trouble = The file could not be read or written: { $why }
failure-file_trouble-hint = Nothing was changed. Try again, or another place.
failure-file_exists = There is a file of that name already; it is left as it is.
failure-file_exists-hint = Choose another name.
failure-would_replace_station = A station, or another database, lies there. It is left as it is: nothing that is written for others replaces it.
failure-would_replace_station-hint = Choose another name.
failure-unknown_channel = No channel is called “{ $channel }”.
failure-unknown_channel-hint = “arna info” lists the channels.
failure-bad_id = “{ $found }” is no id.
failure-bad_id-hint = An id has 1 to 200 bytes and no control characters.
failure-unknown_zone = Channel { $channel } is in a time zone that is not known: { $tz }.
failure-unknown_zone-hint = Write a zone such as Asia/Almaty.
failure-channel_id_form = A guide cannot carry the channel id “{ $channel }”.
failure-channel_id_form-hint = Give it a form such as khabar.kz: letters, digits, dashes, at least one dot.
failure-not_a_station = This is no station file. It was left as it is.
failure-not_a_station-hint = Choose an .arna file, or import a document with “arna import station”.
failure-station_newer = A newer Arna wrote this station (form { $found }; this one knows { $known }). It was left as it is.
failure-station_newer-hint = Update Arna.
failure-station_damaged = The station file is damaged: { $what }.
failure-station_damaged-hint = “arna verify” names everything that is wrong. Put a backup back (“arna restore”), or take out what can be read (“arna salvage”).
failure-copy_unsound = The backup or copy did not arrive as it was written ({ $what }). It was put in no place; earlier backups stay.
failure-copy_unsound-hint = The disk or its connection is unreliable: try again, or save a copy to another disk.
failure-no_such_backup = This is no backup of that station.
failure-no_such_backup-hint = Look at its backups once more: the oldest go as new ones are taken.
failure-station_locked = Another program has this station open.
failure-station_locked-hint = Close it there and try again.
failure-proposal_too_long = This plan takes { $mib } MiB, and a station’s file keeps less than { $most } in one proposal.
failure-proposal_too_long-hint = Take fewer channels or dates at a time; what was proposed before is still there.
failure-station_names = This station’s file has { $names } names (hard links). It is not written: two programs that have it open by different names would not know of each other.
failure-station_names-hint = Remove the other names, or copy the file and work on the copy.
failure-station_read_only = This station is open to read only.
failure-station_read_only-hint = Another window writes it. Close it there, then open it here again.
failure-station_replaced = Another file lies in this station’s place now. Nothing was written to it.
failure-station_replaced-hint = Save a copy of what is open here, or open the file again.
failure-station_gone = This station’s file is gone. Nothing was written.
failure-station_gone-hint = Put it back in its place, or save a copy of what is open here.
failure-no_such_entry = The journal has no entry { $number } that can be taken back.
failure-no_such_entry-hint = Look at the journal again.
failure-entry_undone = Entry { $number } is undone already.
failure-entry_undone-hint = There is nothing to take back.
failure-touched_since = Entry { $by } of { $author } changed “{ $id }” since; entry { $number } cannot be taken back on its own.
failure-touched_since-hint = Take entry { $by } back first.
failure-refused = The change was refused; nothing has changed.
failure-refused-hint = See what is wrong above.
failure-nothing_to_change =
    There is no “{ $id }” to change ({ $kind ->
         [about] the station’s notes
         [channel] channel
         [programme] programme
         [licence] licence
         [holdback] holdback
         [blackout] blackout
         [slot] slot
         [campaign] campaign
         [campaign_target] campaign target
         [filler] filler
         [pin] pin
         [aired] history entry
         [occasion] occasion
         [place] place
         [quotation] quotation
         [partner] partner
         [media] media file
         [receiver] receiver
        *[other] { $kind }
    }).
failure-nothing_to_change-hint = It may have been removed meanwhile; look again.
failure-cancelled = Cancelled; nothing has changed.
failure-cancelled-hint = Calculate again when you like.
failure-history_in_range = { $path }: history of { $channel } at { $start } is not before { $from }.
failure-history_in_range-hint = Start the range later, or take that entry out of the history.
failure-document_unusable = The station cannot be worked with. Things wrong: { $count }
failure-document_unusable-hint = Mend each at the place named.
failure-document_unreadable = The document cannot be read:
failure-document_unreadable-hint = Mend it at the place named.
failure-rollout_unusable = The rollout cannot be worked out. Things wrong: { $count }
failure-rollout_unusable-hint = Mend each at the place named; docs/ROLLOUT.md describes the document.
failure-plan_unusable = This plan is not one of this station. Things wrong: { $count }
failure-plan_unusable-hint = Name the station that it was made for, or mend each at the place named.
failure-no_proposal = No plan waits for a decision.
failure-no_proposal-hint = Calculate one first.
failure-proposal_stale = The station has changed since the plan was calculated.
failure-proposal_stale-hint = Calculate again.
failure-proposal_unreadable = The plan that waits cannot be read: { $why }
failure-proposal_unreadable-hint = Discard it and calculate again.
failure-no_channels = None of these channels is the station’s.
failure-no_channels-hint = Choose a channel.
failure-nothing_chosen = The proposal changes nothing on these days.
failure-nothing_chosen-hint = Choose days on which it does.
failure-days_depend = These days cannot be accepted without others. Things wrong then: { $count }
failure-days_depend-hint = Accept the days that belong to them as well.
failure-nothing_to_amend = There is nothing to change.
failure-nothing_to_amend-hint = Calculate again.
failure-unknown_version = No version is called “{ $version }”.
failure-unknown_version-hint = Look it up in the catalogue.
failure-pinned_already = { $version } is pinned at { $start } already.
failure-pinned_already-hint = Lift that pin first.
failure-bad_time = There is no time “{ $found }”.
failure-bad_time-hint = Write it as 21:00, or 25:30 past midnight.
invalid-strand_order =
    { $episode } { $after ->
        [none] would come first
       *[other] would follow { $after }
    }.
invalid-repeat_differs = It would repeat { $shows }, but { $of } shows { $showed } on { $date }.
invalid-rule_broken = A rule would be broken: { $rule }.
finding-strand_order =
    Out of order: { $episode } { $after ->
        [none] would come first
       *[other] would follow { $after }
    }.
finding-repeat_differs = Not what it repeats: { $shows }, while { $of } shows { $showed } on { $date }.
failure-nothing_there = Nothing is on air on { $channel } at { $start }.
failure-nothing_there-hint = Look the start up in the rundown: it counts to the second.
failure-no_slot_there = Slot “{ $slot }” does not stand on { $date }.
failure-no_slot_there-hint = Check the slot and the date.
failure-range_too_long = Too many days: { $days }; the most that can be planned at once: { $most }.
failure-range_too_long-hint = Choose fewer days.
failure-range_past_calendar = Dates from { $first } to { $last } can be planned; asked for: { $from } to { $until }.
failure-range_past_calendar-hint = Choose dates within these.
failure-document_takes_no_plan = A document has no schedule to accept a plan into.
failure-document_takes_no_plan-hint = Import it first: “arna import station IN.json NEW.arna”.
failure-unknown_language = No such language.
failure-unknown_language-hint = Write a tag such as kk.


amendment-licence_runs =
    { $max_runs ->
        [none] Licence { $licence }: runs without a limit instead of { $was_runs }.
       *[other] Licence { $licence }: { $max_runs } runs instead of { $was_runs }.
     }
amendment-licence_window = Licence { $licence } from { $from } until { $until }, instead of { $was_from } until { $was_until }.
amendment-licence_covers = Licence { $licence } covers { $more } as well.
amendment-licence_gap = Licence { $licence }: a gap of { $min_gap_hours } h instead of { $was_hours } h.
amendment-new_licence = A new licence { $licence } for { $programme } from { $from } until { $until }.
amendment-licence_lost = Licence { $licence } is lost.
amendment-slot_length = Slot { $slot }: { $length_min } min instead of { $was_min }.
amendment-slot_start = Slot { $slot } starts at { $start } instead of { $was_start }.
amendment-slot_languages = Slot { $slot } takes these languages: { $languages }.
amendment-slot_fill =
    Slot { $slot } is filled anew: { $fill ->
         [sequel] the season’s next episode, from the first again after the last
         [repeat] a repeat
         [pool] from a pool
        *[other] a live or foreign block
    }.
amendment-new_slot = A new slot { $slot } on { $channel } at { $start }.
amendment-slot_lost = Slot { $slot } is gone from { $from } on.
amendment-channel_lost = Channel { $channel } airs nothing from { $from } on.
amendment-new_version =
    A { $language ->
         [en] English
         [kk] Kazakh
         [ru] Russian
         [zh] Chinese
        *[other] { $language }
    } version of { $episode } is made ({ $version }, { $minutes } min).
amendment-version_lost = Version { $version } is lost.
amendment-new_pin = { $version } is pinned on { $channel } at { $start }.
amendment-pin_lost = The pin on { $channel } at { $start } is lifted.
amendment-pin_moved = The pin on { $channel } at { $start } moves to { $to }.
amendment-day_limit = { $programme }: { $max_per_day } a day instead of { $was_per_day }.
amendment-blackout_lost = The blackout on { $channel } from { $from } is lifted.
amendment-holdback_lost = The holdback of { $season } for { $first_channel } is lifted.
amendment-holdback_hours = Others show { $season } { $hours } h after { $first_channel }.

fix-calculate-again = Calculate the days again: nothing else need change.
fix-calculate-anew = Calculate the days anew, everything but pins: nothing else need change.
fixes-none = No change was found that fills it and opens no other slot.

invalid-amends_nothing = This changes nothing. Give one of: { $wanted }.
invalid-no_pin_there = There is no pin on { $channel } at { $start }.
invalid-pin_there = There is a pin on { $channel } at { $start } already.
invalid-no_blackout_there = There is no blackout on { $channel } from { $from }.
invalid-no_holdback_there = There is no holdback of { $season } for { $channel }.

failure-amendments_unusable = The station does not bear these changes:
failure-amendments_unusable-hint = Mend the change at the place named; “arna export station” shows what the station has.

# Why a plan changes what is accepted.

cause-rule = A rule forbids it now.
cause-pin_put = It is pinned here.
cause-pin_gone = It is no longer pinned here.
cause-pin_there = { $pin } is pinned there from { $pin_start }.
cause-slot_gone = Its slot no longer stands on that date.
cause-slot_covered = Another slot covers its own.
cause-slot_changed = Its slot has changed.
cause-version_gone = The version is no longer in the catalogue.
cause-strand_moved = The strand { $season } comes to another episode here.
cause-repeat_follows = It repeats { $of }, which shows something else now.
cause-better_score = Something else earns more here.
cause-freed_seat = It takes the place of what may no longer air here.
cause-was_open = Nothing stood here.
cause-break_changed = The break was filled anew.
cause-imported = { $file } says so.
finding-quotas_contradict = The shares of { $languages } come to { $sum } %: no week can keep them all.
failure-folder_not_found = There is no folder { $folder }.
failure-folder_not_found-hint = Make the folder first, or name another.
invalid-too_great = { $found } is too much; at most { $most }.
# A station that lies on a server.
failure-shared_address = “{ $found }” is no address of a station on a server.
failure-shared_address-hint = Write postgresql://login@host:port/database, such as postgresql://aigul@db.example.org/station; a password stands in no address.
failure-shared_authority = No certificate that vouches for the server can be read. { $why }
failure-shared_authority-hint = Name a file of certificates (PEM) with --ca, as the server’s keeper gives it; without it the system’s are taken.
failure-shared_not = This station lies on no server.
failure-shared_not-hint = “arna station share” puts it on one; “arna station copy” makes a copy of one that is there.
failure-shared_already = This station lies on { $server } already.
failure-shared_already-hint = “arna station detach” makes the file a station of its own again.
failure-shared_taken = There is another station on { $server }.
failure-shared_taken-hint = Have a database of its own made for this one: one station, one database.
failure-shared_no_station = There is no station on { $server }.
failure-shared_no_station-hint = See to the name of the database; “arna station share” puts a station there.
failure-shared_newer = The station on { $server } is of form { $found }; this program knows forms up to { $known }.
failure-shared_newer-hint = Install the newer Arna.
failure-shared_older = The station on { $server } is of form { $found }; this program wants form { $needed }. It can be read here, not changed.
failure-shared_older-hint = Whoever owns the station there takes it over with “arna station upgrade”; older programs are let in no more then.
failure-shared_no_password = No password of { $login } for { $server } is known; the station can be read, not changed.
failure-shared_no_password-hint = Store it with “arna station password”, or work without the server: “arna station offline”.
failure-shared_unreachable = { $server } cannot be reached; nothing has changed. { $why }
failure-shared_unreachable-hint = Try again later, or work without the server: “arna station offline”.
failure-shared_silent = { $server } did not answer in { $seconds } s.
failure-shared_silent-hint = Try again later, or work without the server: “arna station offline”.
failure-shared_sign_in = { $server } takes no proof of a password bound to its certificate; nothing was sent. { $why }
failure-shared_sign_in-hint = The server’s keeper sets password_encryption = scram-sha-256 and hostssl … scram-sha-256.
failure-shared_password = { $server } does not let { $login } in: the password or the name is wrong.
failure-shared_password-hint = Store the right password with “arna station password”.
failure-shared_not_permitted = { $login } has no right to that on the server; nothing has changed. { $what }
failure-shared_not_permitted-hint = Ask whoever owns the station: “arna station account add” says who may what.
failure-shared_busy = Others hold the server up; nothing has changed.
failure-shared_busy-hint = Try again.
failure-shared_published_meanwhile = Another desk published a revision of this channel meanwhile; nothing was handed out.
failure-shared_published_meanwhile-hint = Look at that revision, then publish again.
failure-shared_trouble = The server refuses: { $why } { $server }
failure-shared_trouble-hint = Tell the server’s keeper.
failure-shared_unreadable = Entry { $number } on the server, of { $author }, cannot be read; the file is as it was before it: { $why }
failure-shared_unreadable-hint = Tell the server’s keeper; until then work without the server: “arna station offline”.
failure-shared_conflict = { $author } changed “{ $id }” meanwhile (entry { $by }, { $at }). What you did is kept aside as { $aside }.
failure-shared_conflict-hint = “arna station take” puts yours on top, “arna station leave” leaves theirs; nothing is lost either way.
failure-shared_unsure = { $server } went away before it said whether it has the change. Here nothing has changed.
failure-shared_unsure-hint = When the server is back, look whether the change came; if not, make it again.
failure-shared_diverged = { $server } tells otherwise of entry { $number } than this file does; nothing has changed.
failure-shared_diverged-hint = The server was put back to an earlier day, or changed past Arna. Keep this file, and make a new copy with “arna station copy”.
failure-shared_offline = That wants the server, and this desk works without it.
failure-shared_offline-hint = “arna station merge” comes back to the server.
failure-shared_online = This desk works with the server.
failure-shared_online-hint = There is nothing to merge; “arna station offline” works without it.
failure-shared_nothing_aside = Nothing is kept aside under { $number }.
failure-shared_nothing_aside-hint = “arna station status” lists what is to be decided.
failure-shared_keyring = The system’s keyring does not answer: { $why }
failure-shared_keyring-hint = Where no keyring runs, set the variable { $variable }.
failure-shared_no_account = { $login } has no account at this station.
failure-shared_no_account-hint = “arna station account list” lists the accounts.
failure-shared_unknown_role = “{ $found }” is no role; the account is as it was.
failure-shared_unknown_role-hint = There are: { $known }.
failure-shared_broken_off = Broken off: nothing of it is there, and everything is as it was.
failure-shared_broken_off-hint = Begin again when you like.
failure-shared_on_its_way = The station is on its way to a server; nothing has changed.
failure-shared_on_its_way-hint = Wait until it is there, or break that off.
failure-shared_certificate =
    { $why ->
        [expired] The certificate of { $server } has expired; nothing was sent.
        [not_yet] The certificate of { $server } is not valid yet; nothing was sent.
        [other_name] The certificate of { $server } is for another name; nothing was sent.
        [unknown_authority] Nobody known vouches for { $server }; nothing was sent.
        [no_tls] { $server } speaks no TLS; nothing was sent.
       *[other] The certificate of { $server } cannot be used ({ $why }); nothing was sent.
    }
failure-shared_certificate-hint = Ask the server’s keeper; --ca names the certificates that vouch for it. See also to this computer’s clock.
