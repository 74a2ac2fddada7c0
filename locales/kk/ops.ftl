# What was done: the journal, undo and redo.
op-new_station = Станцияны жасау
op-sample_station = Үлгі станцияны жасау
op-import_station = Станцияны импорттау
op-salvage_station = Станцияны құтқару
op-accept_plan = { $from } – { $until } жоспарын қабылдау
op-accept_as_run = { $channel } арнасының { $from } – { $until } эфир журналы: шыққаны { $aired }, шықпағаны { $missing }
op-accept_import = { $channel } үшін { $file } қабылдау, { $from } – { $until }
op-accept_days =
    { $channels ->
        [one] Жоспардан { $channel } арнасын қабылдау, { $from } – { $until }
       *[other] Жоспардан { $channels } арнаны қабылдау, { $from } – { $until }
     }
op-unpin = { $channel } { $start } бекітуін алу
op-move_airing =
    «{ $title }»: { $place ->
         [time] { $to }
         [date] { $to_date }, { $to }
        *[channel] { $to_channel }, { $to_date }, { $to }
     } уақытына көшіру
op-move_airings = { $count } эфирді көшіру, «{ $title }» — { $to_date }, { $to }
op-trim_airing = «{ $title }» ұзақтығын { $from }–{ $until } ету
op-copy_airing = «{ $title }» көшірмесін { $to_date }, { $to } уақытына қою
op-copy_airings = { $count } эфир көшірмесін { $to_date }, { $to } уақытына қою
op-remove_airing = «{ $title }» эфирін алып тастау ({ $date }, { $at })
op-remove_airings = { $count } эфирді алып тастау
op-place_airing = «{ $title }» бағдарламасын { $date }, { $at } уақытына қою
op-replace_airing = «{ $title }» орнына «{ $other }» қою ({ $date }, { $at })
op-pin_airing = «{ $title }» эфирін бекіту ({ $date }, { $at })
op-pin_airings = { $count } эфирді бекіту
op-unpin_airing = «{ $title }» бекітуін алу ({ $date }, { $at })
op-unpin_airings = { $count } эфирдің бекітуін алу
op-swap_airings = «{ $title }» пен «{ $other }» орнын ауыстыру
op-copy_days = { $channel } арнасын { $date } күнінен ({ $days } күн) { $to_channel }, { $to_date } күніне көшіру
op-replace_everywhere = { $find } орнына { $with } қою, { $from } – { $until }: { $count }
op-swap_scenario = «{ $name }» B жоспарын енгізу ({ $from } – { $until })
op-apply_fix = Түзетуді қолдану: «{ $title }», { $date }, { $at }
op-put_about = Станция сипаттамасын өзгерту
op-remove_about = Станция сипаттамасын жою
op-put_channel = Өзгерту: арна { $id }
op-remove_channel = Жою: арна { $id }
op-put_programme = Өзгерту: бағдарлама { $id }
op-remove_programme = Жою: бағдарлама { $id }
op-put_licence = Өзгерту: лицензия { $id }
op-remove_licence = Жою: лицензия { $id }
op-put_holdback = Өзгерту: алғашқы көрсету құқығы { $id }
op-remove_holdback = Жою: алғашқы көрсету құқығы { $id }
op-put_blackout = Өзгерту: эфир тыйымы { $id }
op-remove_blackout = Жою: эфир тыйымы { $id }
op-put_slot = Өзгерту: слот { $id }
op-remove_slot = Жою: слот { $id }
op-put_campaign = Өзгерту: науқан { $id }
op-remove_campaign = Жою: науқан { $id }
op-put_campaign_target = Өзгерту: науқан мақсаты { $id }
op-remove_campaign_target = Жою: науқан мақсаты { $id }
op-put_filler = Өзгерту: толтырғыш { $id }
op-remove_filler = Жою: толтырғыш { $id }
op-put_pin = Өзгерту: бекіту { $id }
op-remove_pin = Жою: бекіту { $id }
op-put_aired = Өзгерту: тарих жазбасы { $id }
op-remove_aired = Жою: тарих жазбасы { $id }
op-put_occasion = Өзгерту: оқиға { $id }
op-remove_occasion = Жою: оқиға { $id }
op-put_place = Өзгерту: жер { $id }
op-remove_place = Жою: жер { $id }
op-put_quotation = Өзгерту: дәйексөз { $id }
op-remove_quotation = Жою: дәйексөз { $id }
op-put_partner = Өзгерту: серіктес { $id }
op-remove_partner = Жою: серіктес { $id }
op-put_media = Өзгерту: медиафайл { $id }
op-remove_media = Жою: медиафайл { $id }
op-put_receiver = { $id } нені алады
op-remove_receiver = Жою: қабылдаушы { $id }
op-place_anyway = { $version } нұсқасын { $channel } арнасына { $start } уақытына бәрібір қою
op-roll_out =
    { $channels ->
        [one] { $season } бір арнаға тарату
       *[other] { $season } { $channels } арнаға тарату
     }
op-revert = { $number }-жазбаны қайтару
op-amend_several =
    { $count ->
        [one] Көмектесетін бір өзгеріс енгізу
       *[other] Көмектесетін { $count } өзгеріс енгізу
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
op-add_slot = { $channel }: { $start } слотын қосу
op-change_slot = { $channel }: { $start } слотын өзгерту
op-move_slot = { $channel }: { $start } слотын { $to } уақытына жылжыту
op-resize_slot = { $channel }: { $start } слотын { $length } мин ету
op-layer_slots = { $channel }: { $count } слотты басқа күндерге қою
op-copy_slots = { $channel }: { $count } слотты көшіру
op-split_slot = { $channel }: { $start } слотын бөлу
op-remove_slots = { $channel }: { $start } слотын алып тастау; барлығы { $count }
op-tell_occasion = «{ $name }» оқиғасын жазу
op-remove_occasion_named = «{ $name }» оқиғасын алып тастау
op-move_occasion = «{ $name }» пен оған байланғанды { $days } күнге жылжыту
op-hang = { $id } дегенді «{ $name }» оқиғасына байлау
op-unhang = { $id } дегенді оқиғасынан босату
op-tell_campaign = { $id } науқанын жазу
op-tell_holdback = { $season } маусымын алғаш көрсету құқығы: басқалар { $hours } сағаттан кейін
op-lift_holdback = { $season } маусымын алғаш көрсету құқығын алып тастау
op-tell_blackout = { $channel } арнасындағы эфир тыйымы, { $date }
op-lift_blackout = { $channel } арнасындағы эфир тыйымын алып тастау, { $date }
op-add_channel = { $name } арнасын қосу
op-change_channel = { $name } арнасын өзгерту
op-remove_channel_named = { $name } арнасын алып тастау
op-order_channels = Арналардың ретін өзгерту
op-tell_about = Станция атауы мен ескертпелерін өзгерту
op-edit_item = «{ $what }» { $field ->
        [title] атауын
        [synopsis] аннотациясын
        [kind] түрін
        [order] ретін
        [tags] тегтерін
        [rating] рейтингін
        [duration] ұзақтығын
        [house_number] инв. нөмірін
        [language] тілін
        [number] нөмірін
        [places] жерлерін
        [quotations] дәйексөздерін
        [partners] серіктестерін
        [name] атын
       *[other] мәліметін
    } өзгерту
op-edit_items = { $count } жолдың { $field ->
        [title] атауын
        [synopsis] аннотациясын
        [kind] түрін
        [order] ретін
        [tags] тегтерін
        [rating] рейтингін
        [duration] ұзақтығын
        [house_number] инв. нөмірін
        [language] тілін
        [number] нөмірін
        [places] жерлерін
        [quotations] дәйексөздерін
        [partners] серіктестерін
        [name] атын
       *[other] мәліметін
    } өзгерту
op-rename_item = { $from } атын { $to } деп өзгерту
op-remove_item = «{ $what }» жою
op-remove_item_with_all = «{ $what }» байланғанның бәрімен жою
op-remove_items = { $count } жолды жою
op-add_season = «{ $what }» ішіне маусым қосу
op-add_episode = «{ $what }» ішіне бөлім қосу
op-add_version = «{ $what }» ішіне нұсқа қосу
op-add_programme = «{ $what }» бағдарламасын жасау
op-add_quotation = { $what } дәйексөзін қосу
op-add_place = { $what } жерін қосу
op-add_partner = { $what } серіктесін қосу
op-add_licence = { $id } лицензиясын қосу
op-attach_media = { $file } файлын «{ $what }» нұсқасына тіркеу
op-detach_media = «{ $what }» файлын ажырату
op-import_sheet = { $file } ішінен { $rows } жол алу
