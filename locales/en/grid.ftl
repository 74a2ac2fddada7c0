# The grid, occasions, campaigns and restrictions.
grid = Grid
grid-panel = Details
grid-tab-slot = Slot
grid-tab-occasions = Occasions
grid-tab-campaigns = Promos
grid-tab-restrictions = Kept off
grid-layers = Layers
grid-all-layers = As it stands
grid-always = Always
grid-once = This date only
grid-new-layer = New dates
grid-make-layer = Draw on these dates
grid-more-layers = { $count } more
grid-look-ahead = What would air?
grid-empty = A grid needs a channel first.
grid-hint = Draw a slot out on an empty place of the week, drag one to move it, its edges to trim it. Alt-drag copies it, Shift snaps to a quarter of an hour. The dot of a chosen slot, dragged to another, makes it a repeat of that one.
grid-fill = What fills it
grid-fill-sequel = Next episode
grid-fill-repeat = Repeat
grid-fill-pool = Pool
grid-fill-hold = Live or foreign
grid-pool-all = Whole catalogue
grid-live = Live
grid-new-slot = New slot
grid-save = Save
grid-add = Add
grid-back = Back to what stands
grid-change = Change
grid-remove = Remove
grid-remove-with-repeats =
    { $count ->
        [one] Remove with its repeat
       *[other] Remove with its { $count } repeats
    }
grid-start = Start
grid-end = End
grid-from = From
grid-until = Until
grid-min = min
grid-days = Weekdays
grid-languages = Languages, best first
grid-weight = What the time is worth
grid-weight-1 = night
grid-weight-2 = quiet
grid-weight-3 = usual
grid-weight-4 = strong
grid-weight-5 = prime time
grid-occasion = Occasion
grid-none = None
grid-alone = Move { $weekday } alone
grid-only-day = { $weekday } becomes a slot of its own, on { $to }.
grid-season = Season
grid-programme = Programme
grid-episodes =
    { $count ->
        [one] one episode
       *[other] { $count } episodes
    }
grid-minutes = { $minutes } min
grid-then = After the last episode
grid-then-stop = The slot stays open
grid-then-restart = From the first again
grid-of = Repeats
grid-days-after = Days after
grid-days-after-told =
    { $days ->
        [0] Later on the same broadcast date.
        [1] On the next broadcast date.
       *[other] { $days } broadcast dates later.
    }
grid-pool-programmes = Programmes
grid-pool-kinds = Kinds
grid-pool-tags = Tags
grid-any = Any
grid-take-out = Take out { $name }
grid-title = Title
grid-hold-language = Language, for quotas
grid-repeated-by =
    { $count ->
        [one] One slot repeats it
       *[other] { $count } slots repeat it
    }
grid-split-day = Split { $weekday } off
grid-split-week = Another slot from this week on
grid-every-day = Copy to every day
grid-every-day-already = It stands on every day already
grid-one-day = It stands on one day only
grid-copy-to = Copy to channel
grid-choose-channel = Choose…
grid-this-week = This week
grid-covered = covered by a higher layer
grid-cut = cut by a higher layer or a pin
grid-conflicts =
    { $count ->
        [one] One conflict
       *[other] { $count } conflicts
    }
grid-drag-link = Drag to the slot that this one repeats
grid-loses =
    { $count ->
        [one] One accepted airing loses its slot. It stays on air until you calculate.
       *[other] { $count } accepted airings lose their slot. They stay on air until you calculate.
    }
grid-leaves =
    { $count ->
        [one] One accepted airing makes room or loses what it repeats
       *[other] { $count } accepted airings make room or lose what they repeat
    }
grid-breaks =
    { $count ->
        [one] It brings one problem
       *[other] It brings { $count } problems
    }
grid-earlier = Move a minute earlier
grid-later = Move a minute later
grid-earlier-5 = Move five minutes earlier
grid-later-5 = Move five minutes later
grid-day-before = Move a day back
grid-day-after = Move a day on
grid-shorter = Five minutes shorter
grid-longer = Five minutes longer
grid-occasions = Occasions
grid-no-occasions = No occasion in these weeks.
grid-new-occasion = New occasion
grid-weeks = { $weeks } wk
grid-name-in = Name, { $language }
grid-territory = Country code
grid-move = Move
grid-move-title = Move the occasion
grid-move-hint = Drag its bar on the line below the week, or say by how many days. What moves with it is shown before it is done.
grid-by-days = Days
grid-move-occasion =
    { $days ->
        [one] Move “{ $name }” by { $days } day
       *[other] Move “{ $name }” by { $days } days
    }
grid-moves-by =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
grid-moves-short = moves { $slots } slots, { $airings } airings; breaks { $lost }
grid-move-takes = It takes along:
grid-count-slots =
    { $count ->
        [one] one slot
       *[other] { $count } slots
    }
grid-count-premieres =
    { $count ->
        [one] one premiere
       *[other] { $count } premieres
    }
grid-count-campaigns =
    { $count ->
        [one] one campaign
       *[other] { $count } campaigns
    }
grid-count-pins =
    { $count ->
        [one] one pin
       *[other] { $count } pins
    }
grid-count-airings =
    { $count ->
        [one] one accepted airing
       *[other] { $count } accepted airings
    }
grid-hangs = What hangs on it
grid-hang-season = Hang a season’s premiere on it
grid-unhang = Let it loose
grid-not-accepted = not in the schedule yet
grid-campaign = Campaign
grid-new-campaign = New campaign
grid-no-promos = The catalogue has no promo yet: a programme of the kind “promo”.
grid-promo = Promo
grid-promo-airings =
    { $count ->
        [one] one airing accepted
       *[other] { $count } airings accepted
    }
grid-per-day = A day at most
grid-per-day-told = { $count } a day
grid-min-gap = Minutes between
grid-earliest = Earliest start
grid-latest = Latest start
grid-targets = What it promotes
grid-add-target = Programme, season or occasion
grid-holdbacks = Holdbacks
grid-holdback-told = Other channels show the season only so many hours after the first one did.
grid-first-channel = Shows it first
grid-hours = hours
grid-hold-back = Hold back
grid-blackouts = Blackouts
grid-black-out = Black out
grid-lift = Lift
grid-kept-off = Tags kept off; none: everything
grid-everything = everything
conflict-repeat_of_nothing = On { $weekday } it repeats nothing: { $of } does not stand { $days } d before.
conflict-repeat_before_source = It stands before what it repeats ({ $of }) is over.
conflict-nothing_to_air = Nothing in the catalogue fits what it asks for.
conflict-no_version_in_languages = There is no version in the languages it wants.
conflict-slot_too_short = Too short: the shortest that could air takes { $minutes } min.
failure-unknown_slot = There is no slot “{ $slot }”.
failure-unknown_slot-hint = It may have been removed meanwhile; look again.
failure-no_such_time = No grid has such a time.
failure-no_such_time-hint = Choose a time within the broadcast day.
failure-no_weekday = A slot stands on one weekday at least.
failure-no_weekday-hint = Choose a weekday.
failure-repeats_hang_on_it =
    { $count ->
        [one] The slot at { $start } on { $channel } repeats it.
       *[other] The slot at { $start } on { $channel } and others repeat it: { $count } in all.
    }
failure-repeats_hang_on_it-hint = Remove it with its repeats, or fill them otherwise first.
failure-repeat_copied_alone = The slot at { $start } repeats another one and cannot be copied to another channel alone.
failure-repeat_copied_alone-hint = Copy what it repeats with it.
failure-nothing_to_split = Nothing would be left of the slot at { $start }, or nothing split off.
failure-nothing_to_split-hint = Choose other days or another date.
failure-unknown_occasion = There is no occasion “{ $occasion }”.
failure-unknown_occasion-hint = It may have been removed meanwhile; look again.
failure-unknown_campaign = There is no campaign “{ $campaign }”.
failure-unknown_campaign-hint = It may have been removed meanwhile; look again.
failure-unknown_thing = Nothing is called “{ $id }”.
failure-unknown_thing-hint = It may have been removed meanwhile; look again.
failure-name_missing = A name is missing.
failure-name_missing-hint = Write one.
