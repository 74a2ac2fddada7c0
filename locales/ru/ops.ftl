# What was done: the journal, undo and redo.
op-new_station = Создание станции
op-sample_station = Создание примера станции
op-import_station = Импорт станции
op-accept_plan = Принятие плана с { $from } по { $until }
op-accept_days =
    { $channels ->
        [one] Принять план канала { $channel }, с { $from } по { $until }
        [few] Принять план { $channels } каналов, с { $from } по { $until }
       *[other] Принять план { $channels } каналов, с { $from } по { $until }
     }
op-unpin = Открепление: { $channel }, { $start }
op-put_about = Изменение описания станции
op-remove_about = Удаление описания станции
op-put_channel = Изменение: канал { $id }
op-remove_channel = Удаление: канал { $id }
op-put_programme = Изменение: программа { $id }
op-remove_programme = Удаление: программа { $id }
op-put_licence = Изменение: лицензия { $id }
op-remove_licence = Удаление: лицензия { $id }
op-put_holdback = Изменение: право первого показа { $id }
op-remove_holdback = Удаление: право первого показа { $id }
op-put_blackout = Изменение: запрет эфира { $id }
op-remove_blackout = Удаление: запрет эфира { $id }
op-put_slot = Изменение: слот { $id }
op-remove_slot = Удаление: слот { $id }
op-put_campaign = Изменение: кампания { $id }
op-remove_campaign = Удаление: кампания { $id }
op-put_campaign_target = Изменение: цель кампании { $id }
op-remove_campaign_target = Удаление: цель кампании { $id }
op-put_filler = Изменение: заставка { $id }
op-remove_filler = Удаление: заставка { $id }
op-put_pin = Изменение: закрепление { $id }
op-remove_pin = Удаление: закрепление { $id }
op-put_aired = Изменение: запись истории { $id }
op-remove_aired = Удаление: запись истории { $id }
op-put_occasion = Изменение: событие { $id }
op-remove_occasion = Удаление: событие { $id }
op-put_place = Изменение: место { $id }
op-remove_place = Удаление: место { $id }
op-put_quotation = Изменение: цитата { $id }
op-remove_quotation = Удаление: цитата { $id }
op-put_partner = Изменение: партнёр { $id }
op-remove_partner = Удаление: партнёр { $id }
op-put_media = Изменение: медиафайл { $id }
op-remove_media = Удаление: медиафайл { $id }
