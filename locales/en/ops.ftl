# What was done: the journal, undo and redo.
op-new_station = Make the station
op-sample_station = Make the sample station
op-import_station = Import the station
op-accept_plan = Accept the plan of { $from } to { $until }
op-accept_days =
    { $channels ->
        [one] Accept { $channel } of the plan, { $from } to { $until }
       *[other] Accept { $channels } channels of the plan, { $from } to { $until }
     }
op-unpin = Unpin { $channel } at { $start }
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
