# Что говорят файлы для каналов и что говорится о чужих файлах.

failure-too_many_rows = В расписании { $rows } строк; на листе помещается { $most }.
failure-too_many_rows-hint = Экспортируйте за один раз меньше дней.
failure-no_filler_file = { $date } в расписании { $channel } остаётся свободное время, а файла нет ни у одного заполнителя.
failure-no_filler_file-hint = Прикрепите медиафайл к заполнителю длиной от секунды или укажите через --files, как называются файлы.
failure-channel_folder = Идентификатор канала «{ $channel }» не может быть именем папки.
failure-channel_folder-hint = Дайте каналу идентификатор вроде khabar.kz: без косых черт, двоеточий и точки в начале.
failure-no_frame_rate = «{ $rate }» — не частота кадров, в которой пишется BXF.
failure-no_frame_rate-hint = Одна из: 24, 25, 29.97, 30, 59.94.
failure-no_authority = «{ $authority }» — не имя в DNS.
failure-no_authority-hint = Укажите имя самого вещателя, например khabar.kz.
failure-unknown_programme = Нет программы с идентификатором «{ $programme }».
failure-unknown_programme-hint = Напишите идентификатор программы так, как его показывает «arna export station», например common-dream.
failure-nothing_to_publish = На канале { $channel } с { $from } по { $until } ничего не принято.
failure-nothing_to_publish-hint = Сначала рассчитайте и примите эти даты или назовите другие.
failure-no_revision =
    { $number ->
        [none] У { $channel } ещё ничего не опубликовано.
       *[other] У { $channel } нет редакции { $number }.
    }
failure-no_revision-hint = «arna revisions» покажет, что опубликовано.
failure-revision_broken = Редакция { $number } канала { $channel } не такая, какой опубликована.
failure-revision_broken-hint = «arna verify-revisions» скажет, что не сходится; в резервной копии она может быть прежней.
failure-delivered_twice = Два файла оказались бы на одном месте; второй — для { $receiver }.
failure-delivered_twice-hint = Дайте получателям разные папки или имена: «arna receiver set --name».
failure-no_common_dates =
    { $until ->
        [none] У принятого и редакции { $since } нет общих дат.
       *[other] У редакций { $since } и { $until } нет общих дат.
    }
failure-no_common_dates-hint = «arna revisions» покажет даты каждой.
failure-no_receiver = Получателя «{ $id }» нет.
failure-no_receiver-hint = «arna receiver list» покажет, какие есть.
finding-playout_hold = «{ $title }» идёт в прямом эфире: под ним стоят заполнители.
finding-playout_no_file = У «{ $title }» нет медиафайла: вместо неё идут заполнители.
finding-playout_overlap = Начинается до конца предыдущего: теряется { $seconds } с.
finding-playout_short_file = Файл на { $seconds } с короче показа: после него идут заполнители.
received-bad_start = У «{ $title }» не читается начало («{ $found }»): пропущено.
received-bad_duration = У «{ $title }» не читается длительность («{ $found }»): пропущено.
received-end_before_start = «{ $title }» кончается раньше, чем начинается ({ $found }).
received-end_unknown = Неизвестно, когда кончается «{ $title }»: пропущено.
received-ends_from_next = У { $count } нет своего конца: они кончаются там, где начинается следующий.
received-offset_missing = У { $count } времён нет смещения от UTC: они приняты за UTC.
received-text_too_long = { $count } текстов слишком длинны и обрезаны.
received-unknown_entity = { $count } ссылок на сущности пропущены: сущности из файла не раскрываются.
received-unknown_namespace = Пространство имён не из BXF; файл прочитан как BXF.
received-unknown_rate = У { $count } событий неизвестная частота кадров: принято 25.
received-program_headers = { $count } заголовков повторяют первый сегмент и не являются показами.
received-secondary_events = { $count } вторичных событий, таких как логотипы, не являются показами.
received-as_run_events = { $count } событий эфирной справки пропущены: здесь читается расписание.
received-frame_too_high = При { $rate } кадрах в секунду нет кадра { $frame }: он отсчитан дальше.
received-time_skipped = Часы пропускают { $found }: взят сам момент перевода.
received-time_twice = Часы показывают { $found } дважды: выбрано по порядку событий.
received-bad_cell =
    «{ $found }» не читается. Ожидалось: { $wanted ->
        [date] дата вроде 2024-07-01
        [time] время вроде 21:00 или 25:30
        [duration] длительность вроде 0:25:00
        [offset] смещение вроде UTC+05:00
        [language] язык вроде kk
        [version] идентификатор версии
        [origin] слово вроде sequel, pool или hold
       *[title] текст
    }
received-cell_missing =
    Здесь ничего нет. Ожидалось: { $wanted ->
        [date] дата вроде 2024-07-01
        [time] время вроде 21:00 или 25:30
        [duration] длительность вроде 0:25:00
        [offset] смещение вроде UTC+05:00
        [language] язык вроде kk
        [version] идентификатор версии
        [origin] слово вроде sequel, pool или hold
       *[title] текст
    }
received-no_column =
    Нет столбца с заголовком для: { $wanted ->
        [date] дата вроде 2024-07-01
        [time] время вроде 21:00 или 25:30
        [duration] длительность вроде 0:25:00
        [offset] смещение вроде UTC+05:00
        [language] язык вроде kk
        [version] идентификатор версии
        [origin] слово вроде sequel, pool или hold
       *[title] текст
    }
received-no_heads = Нет строки с известными заголовками: дата, начало, название.
received-unknown_name =
    { $near ->
        [none] На станции нет ничего с названием «{ $found }».
       *[other] На станции нет ничего с названием «{ $found }». Ближайшее: «{ $near }».
    }
invalid-unknown_encoding = Нет кодировки «{ $encoding }». Сохраните файл в UTF-8.
invalid-not_xml = Не XML: { $why }
invalid-not_xmltv = Внешний элемент — «{ $root }»; у телегида это «tv».
invalid-not_bxf = Внешний элемент — «{ $root }»; у BXF это «BxfMessage».
invalid-too_many_airings = Из одного файла читается не более { $most } показов.
cli-playlists = Записано плейлистов: { $files }, записей в них: { $entries }.
cli-received = Прочитано показов: { $airings }, замечаний: { $remarks }. Станция не изменена.
cli-further-remarks = Ещё { $count } замечаний не показано.
page-until = –
page-airings = Показы
page-channel = Канал
page-spoken = Язык
page-date = Дата
page-time = Время
page-duration = Длительность
page-episode = Серия
page-showing = Показ
page-premiere = премьера
page-first-run = первый показ
page-repeat = повтор
page-none = В эти даты показов нет.
language-name =
    { $language ->
        [en] английский
        [kk] казахский
        [ru] русский
        [zh] китайский
       *[other] { $language }
    }
