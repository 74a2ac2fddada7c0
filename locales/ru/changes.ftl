# Что изменилось, и история сделанного.
changes-since = Изменения с момента
changes-of-step = Шага
changes-of-published = Публикации
changes-count =
    { $count ->
        [one] { $count } изменение в эфире
        [few] { $count } изменения в эфире
       *[other] { $count } изменений в эфире
     }
changes-copy = Копировать
changes-copy-all = Копировать всё
changes-copied = Скопировано
changes-none = С тех пор в эфире ничего не изменилось.
changes-records = Что ещё изменилось
changes-compare = Сравнить со станцией, какой она была после этого
changes-revert = Отменить только это
change-breaks = Изменились только промо и заполнители.
change-instead = { $title } вместо { $was-title }
change-moved = { $title }: перенос с { $was-time } на { $time }
change-moved-day = { $title }: перенос сюда с { $was-day }, { $was-time }
change-trimmed = { $title }: { $minutes } мин вместо { $was-minutes }
change-added = { $title }: новое
change-dropped = { $was-title }: снято
changes-record =
    { $change ->
        [added] новое
        [removed] убрано
       *[changed] изменено
    }: { $kind ->
        [about] описание станции
        [channel] канал
        [programme] программа
        [licence] лицензия
        [holdback] право первого показа
        [blackout] запрет эфира
        [slot] слот
        [campaign] кампания
        [campaign_target] цель кампании
        [filler] заполнитель
        [pin] закрепление
        [aired] запись истории
        [occasion] событие
        [place] место
        [quotation] цитата
        [partner] партнёр
        [media] медиафайл
        [receiver] получатель
       *[other] { $kind }
    } { $id }
