# What was done: the journal, undo and redo.
op-new_station = Make the station
op-sample_station = Make the sample station
op-import_station = Import the station
op-salvage_station = Salvage the station
op-accept_plan = Accept the plan of { $from } to { $until }
op-accept_as_run = Take over what aired on { $channel }, { $from } to { $until }: { $aired } airings, { $missing } missing
op-accept_import = Take over { $file } for { $channel }, { $from } to { $until }
op-accept_days =
    { $channels ->
        [one] Accept { $channel } of the plan, { $from } to { $until }
       *[other] Accept { $channels } channels of the plan, { $from } to { $until }
     }
op-unpin = Unpin { $channel } at { $start }
op-move_airing =
    Move “{ $title }” to { $place ->
         [time] { $to }
         [date] { $to_date }, { $to }
        *[channel] { $to_channel }, { $to_date }, { $to }
     }
op-move_airings = Move { $count } airings, “{ $title }” to { $to_date }, { $to }
op-trim_airing = Set “{ $title }” to { $from }–{ $until }
op-copy_airing = Copy “{ $title }” to { $to_date }, { $to }
op-copy_airings = Copy { $count } airings to { $to_date }, { $to }
op-remove_airing = Remove “{ $title }” ({ $date }, { $at })
op-remove_airings = Remove { $count } airings
op-place_airing = Place “{ $title }” on { $date }, { $at }
op-replace_airing = Replace “{ $title }” by “{ $other }” ({ $date }, { $at })
op-pin_airing = Pin “{ $title }” at { $at }, { $date }
op-pin_airings = Pin { $count } airings
op-unpin_airing = Unpin “{ $title }” at { $at }, { $date }
op-unpin_airings = Unpin { $count } airings
op-swap_airings = Swap “{ $title }” and “{ $other }”
op-copy_days = Copy { $channel } from { $date } ({ $days } d) to { $to_channel }, { $to_date }
op-replace_everywhere = Replace { $find } by { $with }, { $from } to { $until }: { $count }
op-swap_scenario = Swap in plan B “{ $name }” ({ $from } – { $until })
op-apply_fix = Apply a fix: “{ $title }” on { $date }, { $at }
op-put_about = Change the station’s notes
op-remove_about = Remove the station’s notes
op-put_channel = Change channel { $id }
op-remove_channel = Remove channel { $id }
op-put_programme = Change programme { $id }
op-remove_programme = Remove programme { $id }
op-put_licence = Change licence { $id }
op-remove_licence = Remove licence { $id }
op-put_holdback = Change holdback { $id }
op-remove_holdback = Remove holdback { $id }
op-put_blackout = Change blackout { $id }
op-remove_blackout = Remove blackout { $id }
op-put_slot = Change slot { $id }
op-remove_slot = Remove slot { $id }
op-put_campaign = Change campaign { $id }
op-remove_campaign = Remove campaign { $id }
op-put_campaign_target = Change campaign target { $id }
op-remove_campaign_target = Remove campaign target { $id }
op-put_filler = Change filler { $id }
op-remove_filler = Remove filler { $id }
op-put_pin = Change pin { $id }
op-remove_pin = Remove pin { $id }
op-put_aired = Change history entry { $id }
op-remove_aired = Remove history entry { $id }
op-put_occasion = Change occasion { $id }
op-remove_occasion = Remove occasion { $id }
op-put_place = Change place { $id }
op-remove_place = Remove place { $id }
op-put_quotation = Change quotation { $id }
op-remove_quotation = Remove quotation { $id }
op-put_partner = Change partner { $id }
op-remove_partner = Remove partner { $id }
op-put_media = Change media file { $id }
op-remove_media = Remove media file { $id }
op-put_receiver = What { $id } receives
op-remove_receiver = Remove receiver { $id }
op-place_anyway = Place { $version } on { $channel } at { $start } anyway
op-roll_out =
    { $channels ->
        [one] Roll { $season } out on one channel
       *[other] Roll { $season } out on { $channels } channels
     }
op-revert = Take back entry { $number }
op-amend_several =
    { $count ->
        [one] Make one change that helps
       *[other] Make { $count } changes that help
     }
op-amend_licence_runs = { amendment-licence_runs }
op-amend_licence_window = { amendment-licence_window }
op-amend_licence_covers = { amendment-licence_covers }
op-amend_licence_gap = { amendment-licence_gap }
op-amend_new_licence = { amendment-new_licence }
op-amend_licence_lost = { amendment-licence_lost }
op-amend_slot_length = { amendment-slot_length }
op-amend_slot_start = { amendment-slot_start }
op-amend_slot_languages = { amendment-slot_languages }
op-amend_slot_fill = { amendment-slot_fill }
op-amend_new_slot = { amendment-new_slot }
op-amend_slot_lost = { amendment-slot_lost }
op-amend_channel_lost = { amendment-channel_lost }
op-amend_new_version = { amendment-new_version }
op-amend_version_lost = { amendment-version_lost }
op-amend_new_pin = { amendment-new_pin }
op-amend_pin_lost = { amendment-pin_lost }
op-amend_pin_moved = { amendment-pin_moved }
op-amend_day_limit = { amendment-day_limit }
op-amend_blackout_lost = { amendment-blackout_lost }
op-amend_holdback_lost = { amendment-holdback_lost }
op-amend_holdback_hours = { amendment-holdback_hours }
op-add_slot = Add the slot { $start } on { $channel }
op-change_slot = Change the slot { $start } on { $channel }
op-move_slot = Move the slot { $start } on { $channel } to { $to }
op-resize_slot = Make the slot { $start } on { $channel } { $length } min long
op-layer_slots =
    { $count ->
        [one] Put the slot { $start } on { $channel } on other dates
       *[other] Put { $count } slots of { $channel } on other dates
    }
op-copy_slots =
    { $count ->
        [one] Copy the slot { $start } of { $channel }
       *[other] Copy { $count } slots of { $channel }
    }
op-split_slot = Split the slot { $start } on { $channel }
op-remove_slots =
    { $count ->
        [one] Remove the slot { $start } on { $channel }
       *[other] Remove the slot { $start } on { $channel } and what repeats it: { $count } slots
    }
op-tell_occasion = Tell of the occasion “{ $name }”
op-remove_occasion_named = Remove the occasion “{ $name }”
op-move_occasion =
    { $days ->
        [one] Move “{ $name }” and what hangs on it by { $days } day
       *[other] Move “{ $name }” and what hangs on it by { $days } days
    }
op-hang = Hang { $id } on “{ $name }”
op-unhang = Let { $id } loose from its occasion
op-tell_campaign = Tell of the campaign { $id }
op-tell_holdback = Hold { $season } back for { $hours } h
op-lift_holdback = Lift the holdback of { $season }
op-tell_blackout = Black out { $channel } on { $date }
op-lift_blackout = Lift the blackout on { $channel } of { $date }
op-add_channel = Add the channel { $name }
op-change_channel = Change the channel { $name }
op-remove_channel_named = Remove the channel { $name }
op-order_channels = Put the channels in another order
op-tell_about = Change the station’s name and notes
op-edit_item = Change the { $field ->
        [title] title
        [synopsis] synopsis
        [kind] kind
        [order] order
        [tags] tags
        [rating] rating
        [duration] duration
        [house_number] house number
        [language] language
        [number] number
        [places] places
        [quotations] quotations
        [partners] partners
        [name] name
       *[other] details
    } of “{ $what }”
op-edit_items = Change the { $field ->
        [title] title
        [synopsis] synopsis
        [kind] kind
        [order] order
        [tags] tags
        [rating] rating
        [duration] duration
        [house_number] house number
        [language] language
        [number] number
        [places] places
        [quotations] quotations
        [partners] partners
        [name] name
       *[other] details
    } of { $count } rows
op-rename_item = Rename { $from } to { $to }
op-remove_item = Remove “{ $what }”
op-remove_item_with_all = Remove “{ $what }” with all that hangs on it
op-remove_items = Remove { $count } rows
op-add_season = Add a season to “{ $what }”
op-add_episode = Add an episode to “{ $what }”
op-add_version = Add a version to “{ $what }”
op-add_programme = Make programme “{ $what }”
op-add_quotation = Add quotation { $what }
op-add_place = Add place { $what }
op-add_partner = Add partner { $what }
op-add_licence = Add licence { $id }
op-attach_media = Attach { $file } to “{ $what }”
op-detach_media = Detach the file of “{ $what }”
op-import_sheet = Take { $rows } rows from { $file }
