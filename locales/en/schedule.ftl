# Editing the schedule by hand.
failure-collides = “{ $other }” is on air at { $other_at }.
failure-collides-hint = Choose another time, or what is to make room.
failure-cannot_trim = “{ $other }” lasts as long as its version; it cannot be cut.
failure-cannot_trim-hint = Shift or replace it.
failure-hold_in_the_way = “{ $other }” at { $other_at } is a live block and does not move.
failure-hold_in_the_way-hint = Choose a time that leaves room before it.
failure-day_full = “{ $other }” would move over the end of its broadcast day.
failure-day_full-hint = Remove something first, or choose another day.
failure-day_aired = { $date } has aired on { $channel } (history until { $until }): it is not changed any more.
failure-day_aired-hint = Choose a later day.
failure-nothing_selected = Nothing is selected.
failure-nothing_selected-hint = Select an airing first.
failure-no_channel_there = There is no channel so far from { $channel }.
failure-no_channel_there-hint = Choose a channel that is there.
failure-hold_stays = A live block belongs to its channel’s grid: it is not copied, pinned or swapped.
failure-hold_stays-hint = Change it in the grid.
failure-too_short = “{ $title }” would last less than a minute.
failure-too_short-hint = Leave it longer.
failure-fixed_length = “{ $title }” lasts { $minutes } min, as its version does.
failure-fixed_length-hint = Use a version of another length.
failure-no_slot_to_return = “{ $title }” stands in no slot that would keep it.
failure-no_slot_to_return-hint = Leave it pinned, or remove it.
failure-nothing_pinned = Nothing selected is pinned.
failure-nothing_pinned-hint = Select an airing with a pin.
failure-nothing_to_copy = Nothing airs on { $channel } on those dates that could be copied.
failure-nothing_to_copy-hint = Choose dates with a schedule.
failure-unknown_item = Nothing in the catalogue is called “{ $id }”.
failure-unknown_item-hint = Open the catalogue again.
failure-nothing_found = Nothing of { $id } airs there.
failure-nothing_found-hint = Choose other dates or another programme.
failure-no_version_in_language = { $with } has nothing in { language-name } for “{ $title }” ({ $date }, { $at }).
failure-no_version_in_language-hint = Choose one version, or a shorter range.
failure-unknown_version = There is no version “{ $version }”.
failure-no_time_of_day = { $found } is no time of the broadcast day { $date }.
failure-no_time_of_day-hint = Write it as 21:00, or 25:30 after midnight.
failure-scenario_name = There is a plan B of that name already, or the name is empty.
failure-scenario_name-hint = Choose another name.
failure-no_scenario = There is no plan B called “{ $name }”.
failure-no_scenario-hint = Open the list of plans B again.
failure-scenario_unreadable = The plan B cannot be read: { $why }
failure-scenario_unreadable-hint = Delete it and make it anew.
plans-b = Plans B
plans-b-text = A plan B is a copy of some dates, kept beside the schedule. Swapped in, it takes the schedule’s place and holds what the schedule was.
plans-b-none = There is none yet.
plan-b-days =
    { $days ->
         [one] one day
        *[other] { $days } days
     }
plan-b-compare = Compare
plan-b-swap = Swap in
plan-b-forget = Forget
plan-b-counts = { $added } added, { $removed } removed, { $moved } moved, { $kept } as they are
plan-b-name = Keep what is accepted as
plan-b-whole = the whole schedule, not this week
plan-b-keep = Keep
nothing-selected = Select an airing first.
select-two = Select two airings.
copied =
    { $count ->
         [one] One airing is ready to be pasted.
        *[other] { $count } airings are ready to be pasted.
     }
copied-note = Copied
nothing-copied = Nothing has been copied yet.
blackout-all = Blackout
blackout-of = Blackout: { $tags }
verdict-green = No rule is against it.
judged-nothing = What it would break is told here once all is chosen.
breaks-rules = It would break a rule.
do-anyway = Do it anyway
do-anyway-text = It is pinned and told as a problem.
collision-shift = Shift the rest
collision-shift-text =
    { $count ->
         [one] One airing moves on.
        *[other] { $count } airings move on.
     }
collision-replace = Replace
collision-replace-text =
    { $count ->
         [one] One airing is taken out.
        *[other] { $count } airings are taken out.
     }
collision-trim = Trim
collision-trim-text =
    { $count ->
         [one] The live block there is cut; one is taken out.
        *[other] The live block there is cut.
     }
collision-refuse = Leave as it is
edit-seek = Title, number, house number…
edit-place = Place here…
move-to = Move to…
edit-move = Move
what-airs = What airs
edit-date = Broadcast date
edit-time = Time
find-replace = Where does it air? Find and replace
print = Print: the week on A3, a list on A4
where-airs = Programme or episode
airs-count =
    { $count ->
         [0] It does not air in this range.
         [one] It airs once in this range.
        *[other] It airs { $count } times in this range.
     }
replace-with = Replace by
edit-from = From
edit-until = Until
edit-all-channels = All channels
replace-all =
    { $count ->
         [0] Replace all
         [one] Replace it
        *[other] Replace all { $count }
     }
copy-days = Copy day or week…
edit-what = What
edit-one-day = One day
edit-one-week = One week
edit-onto = Onto
edit-times = How often in a row
copy-days-text = Programmes are copied by the wall clock and pinned. Live blocks belong to each channel’s grid and are not copied.
edit-copy = Copy
edit-paste = Paste
edit-double = Repeat right after
edit-swap = Swap the two
edit-remove = Remove
edit-pin = Pin
edit-unpin = Unpin
menu-nothing-airs = Nothing airs here.
menu-hold = Live blocks stay with their grid.
select-day = Select the day
earlier-minute = One minute earlier
later-minute = One minute later
earlier-five = Five minutes earlier
later-five = Five minutes later
trim-shorter = One minute shorter
trim-longer = One minute longer
edit-today = Today
focus-up = Block above
focus-down = Block below
focus-left = Block to the left
focus-right = Block to the right
zoom-in = Closer
zoom-out = Farther
zoom-usual = Usual scale
clear-selection = Select nothing
edit-overview = The whole schedule
aired = Has aired
hour-missing = clock skips { $minutes } min
hour-double = clock repeats { $minutes } min
edit-selected-count =
    { $count ->
         [one] One selected
        *[other] { $count } selected
     }
edit-more = More
edit-place-here = Place here
edit-use-instead = Use this instead
fix-apply = Apply
fix-nearest = Go to the nearest fix
details-go = Go to the details

# Keys and gestures that the help tells of.
gesture-copy = Drag: copy
gesture-minute = Drag: to the minute
gesture-band = Drag on empty ground: select what lies there
gesture-select = Click: one more; up to there
