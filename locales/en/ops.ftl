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
