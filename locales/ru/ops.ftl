# What was done: the journal, undo and redo.
op-new_station = Создание станции
op-sample_station = Создание примера станции
op-import_station = Импорт станции
op-salvage_station = Спасти станцию
op-accept_plan = Принятие плана с { $from } по { $until }
op-accept_as_run = Принять эфирный журнал { $channel } с { $from } по { $until }: вышло { $aired }, не вышло { $missing }
op-accept_import = Принять { $file } для { $channel }, { $from } – { $until }
op-accept_days =
    { $channels ->
        [one] Принять план канала { $channel }, с { $from } по { $until }
        [few] Принять план { $channels } каналов, с { $from } по { $until }
       *[other] Принять план { $channels } каналов, с { $from } по { $until }
     }
op-unpin = Открепление: { $channel }, { $start }
op-move_airing =
    Перенести «{ $title }» на { $place ->
         [time] { $to }
         [date] { $to_date }, { $to }
        *[channel] { $to_channel }, { $to_date }, { $to }
     }
op-move_airings = Перенести выходы ({ $count }), «{ $title }» — на { $to_date }, { $to }
op-trim_airing = Изменить длину «{ $title }»: { $from }–{ $until }
op-copy_airing = Скопировать «{ $title }» на { $to_date }, { $to }
op-copy_airings = Скопировать выходы ({ $count }) на { $to_date }, { $to }
op-remove_airing = Убрать «{ $title }» ({ $date }, { $at })
op-remove_airings = Убрать выходы ({ $count })
op-place_airing = Поставить «{ $title }» на { $date }, { $at }
op-replace_airing = Заменить «{ $title }» на «{ $other }» ({ $date }, { $at })
op-pin_airing = Закрепить «{ $title }» ({ $date }, { $at })
op-pin_airings = Закрепить выходы ({ $count })
op-unpin_airing = Открепить «{ $title }» ({ $date }, { $at })
op-unpin_airings = Открепить выходы ({ $count })
op-swap_airings = Поменять местами «{ $title }» и «{ $other }»
op-copy_days = Скопировать { $channel } с { $date } ({ $days } дн.) на { $to_channel }, { $to_date }
op-replace_everywhere = Заменить { $find } на { $with }, { $from } – { $until }: { $count }
op-swap_scenario = Подменить планом Б «{ $name }» ({ $from } – { $until })
op-apply_fix = Применить исправление: «{ $title }», { $date }, { $at }
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
op-put_filler = Изменение: заполнитель { $id }
op-remove_filler = Удаление: заполнитель { $id }
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
op-put_receiver = Что получает { $id }
op-remove_receiver = Удаление: получатель { $id }
op-place_anyway = Поставить { $version } на { $channel } в { $start } всё равно
op-roll_out =
    { $channels ->
        [one] Развернуть { $season } на { $channels } канал
        [few] Развернуть { $season } на { $channels } канала
       *[other] Развернуть { $season } на { $channels } каналов
     }
op-revert = Отменить запись { $number }
op-amend_several =
    { $count ->
        [one] Внести { $count } изменение, которое помогает
        [few] Внести { $count } изменения, которые помогают
       *[other] Внести { $count } изменений, которые помогают
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
op-add_slot = Добавить слот { $start } на канал { $channel }
op-change_slot = Изменить слот { $start } на канале { $channel }
op-move_slot = Сдвинуть слот { $start } на канале { $channel } на { $to }
op-resize_slot = Сделать слот { $start } на канале { $channel } длиной { $length } мин
op-layer_slots =
    { $count ->
        [one] Поставить слот { $start } канала { $channel } на другие даты
        [few] Поставить { $count } слота канала { $channel } на другие даты
       *[other] Поставить { $count } слотов канала { $channel } на другие даты
    }
op-copy_slots =
    { $count ->
        [one] Скопировать слот { $start } канала { $channel }
        [few] Скопировать { $count } слота канала { $channel }
       *[other] Скопировать { $count } слотов канала { $channel }
    }
op-split_slot = Разделить слот { $start } на канале { $channel }
op-remove_slots =
    { $count ->
        [one] Убрать слот { $start } с канала { $channel }
       *[other] Убрать слот { $start } с канала { $channel } и его повторы: всего { $count }
    }
op-tell_occasion = Записать событие «{ $name }»
op-remove_occasion_named = Убрать событие «{ $name }»
op-move_occasion =
    { $days ->
        [one] Сдвинуть «{ $name }» и связанное с ним на { $days } день
        [few] Сдвинуть «{ $name }» и связанное с ним на { $days } дня
       *[other] Сдвинуть «{ $name }» и связанное с ним на { $days } дней
    }
op-hang = Связать { $id } с «{ $name }»
op-unhang = Отвязать { $id } от события
op-tell_campaign = Записать кампанию { $id }
op-tell_holdback = Право первого показа { $season }: остальные через { $hours } ч
op-lift_holdback = Снять право первого показа { $season }
op-tell_blackout = Запрет эфира на канале { $channel }, { $date }
op-lift_blackout = Снять запрет эфира на канале { $channel }, { $date }
op-add_channel = Добавить канал { $name }
op-change_channel = Изменить канал { $name }
op-remove_channel_named = Убрать канал { $name }
op-order_channels = Изменить порядок каналов
op-tell_about = Изменить название и заметки станции
op-edit_item = Изменить { $field ->
        [title] название
        [synopsis] аннотацию
        [kind] вид
        [order] порядок
        [tags] метки
        [rating] рейтинг
        [duration] хронометраж
        [house_number] инв. номер
        [language] язык
        [number] номер
        [places] места
        [quotations] цитаты
        [partners] партнёров
        [name] имя
       *[other] сведения
    }: «{ $what }»
op-edit_items = Изменить { $field ->
        [title] название
        [synopsis] аннотацию
        [kind] вид
        [order] порядок
        [tags] метки
        [rating] рейтинг
        [duration] хронометраж
        [house_number] инв. номер
        [language] язык
        [number] номер
        [places] места
        [quotations] цитаты
        [partners] партнёров
        [name] имя
       *[other] сведения
    } в строках: { $count }
op-rename_item = Переименовать { $from } в { $to }
op-remove_item = Удалить «{ $what }»
op-remove_item_with_all = Удалить «{ $what }» вместе со всем связанным
op-remove_items = Удалить строки: { $count }
op-add_season = Добавить сезон: «{ $what }»
op-add_episode = Добавить серию: «{ $what }»
op-add_version = Добавить версию: «{ $what }»
op-add_programme = Создать программу «{ $what }»
op-add_quotation = Добавить цитату { $what }
op-add_place = Добавить место { $what }
op-add_partner = Добавить партнёра { $what }
op-add_licence = Добавить лицензию { $id }
op-attach_media = Прикрепить { $file } к «{ $what }»
op-detach_media = Открепить файл от «{ $what }»
op-import_sheet = Взять строки из { $file }: { $rows }
