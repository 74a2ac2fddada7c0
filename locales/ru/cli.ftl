# What the command line says.

cli-error = ошибка
cli-file = файл
cli-remedy = что делать
cli-made = Создано: { $file }.
cli-schedule = Расписание
cli-open = свободно
cli-not-calculated = для него ещё ничего не рассчитано
cli-nothing-found = Ничего не найдено.
cli-no-schedule = Со станцией можно работать. Расписания для проверки пока нет.
cli-planned = выходов в эфир: { $airings }, свободных слотов: { $open }, замечаний: { $findings }; оценка: подборы { $pool }, перебивки { $break }
cli-proven =
    { $pools ->
        [best] Доказано: подборы плана — лучшие возможные; { $breaks ->
            [best] перебивки тоже
           *[other] перебивки не дальше { $breaks } % от лучшего возможного
        }
       *[other] План не дальше { $pools } % от лучшего возможного в подборах и { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % в перебивках
    }
cli-proven-of =
    { $pools ->
        [best] { $which }: подборы — лучшие возможные (доказано), перебивки не дальше { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % от лучшего возможного
       *[other] { $which }: не дальше { $pools } % от лучшего возможного в подборах и { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % в перебивках
    }
cli-accepted = В расписание принято выходов: { $airings } (дней: { $days }). «arna undo» вернёт как было.
cli-difference = добавлено: { $added }, перенесено: { $moved }, снято: { $removed }, осталось как принято: { $kept }
cli-added = добавлено
cli-moved = перенесено
cli-removed = снято
cli-exported = Записано выходов: { $airings }.
cli-dropped = Опущено символов, которых формат не допускает: { $count }.
cli-undone = Отменено: { $op }
cli-redone = Повторено: { $op }
cli-was-undone = отменено
cli-nothing-to-undo = Отменять нечего.
cli-nothing-to-redo = Повторять нечего.
cli-restored = Восстановлено из { $backup }. Заменённый файл сохранён как резервная копия.
cli-restore-unreadable = Сама станция не читается: чего нет в копии, неизвестно. «arna salvage» заберёт читаемое.
cli-restore-other = Эта копия — не прежнее состояние этой станции.
cli-restore-lost = При возврате пропадёт: записей журнала { $entries }, редакций { $revisions }. Выходов: сейчас { $now }, будет { $then }. Ничего не изменено.
cli-no-backups = Резервных копий пока нет.
cli-written = Записано: { $file }
cli-rolled-out = Премьеры, каналов: { $channels }; выйдет: { $airs }, ждёт версии: { $waits }, не выйдет: { $fails }; нужно лицензий: { $licences }
cli-premieres-airs = { $from } – { $until } ({ $count })
cli-premieres-waits = ждёт: { $from } – { $until } ({ $count })
cli-premieres-fails = не выйдет: { $from } – { $until } ({ $count })
cli-versions-missing = изготовить к { $by } ({ $count })
cli-every-day = ежедневно
cli-repeat-of =
    повтор { $slot }, { $days ->
        [0] в тот же день
        [one] через { $days } день
        [few] через { $days } дня
       *[other] через { $days } дней
     }
cli-weekday-mon = пн
cli-weekday-tue = вт
cli-weekday-wed = ср
cli-weekday-thu = чт
cli-weekday-fri = пт
cli-weekday-sat = сб
cli-weekday-sun = вс
cli-head-channel = канал
cli-head-name = название
cli-head-zone = часовой пояс
cli-head-day-start = начало суток
cli-head-holds = в станции
cli-head-count = количество
cli-head-severity = важность
cli-head-where = где
cli-head-date = дата
cli-head-what = что
cli-head-change = изменение
cli-head-why = почему
cli-head-kept = соблюдено
cli-head-rule = правило
cli-head-values = значения
cli-head-candidates = кандидаты
cli-head-number = номер
cli-head-when = когда
cli-head-who = кто
cli-head-state = состояние
cli-head-bytes = байт
cli-head-file = файл
cli-head-start = начало
cli-head-duration = хронометраж
cli-head-end = конец
cli-head-utc-offset = смещение UTC
cli-head-title = название
cli-head-episode = серия
cli-head-language = язык
cli-head-version = версия
cli-head-origin = источник
cli-head-slot = слот
cli-head-days = дни недели
cli-head-minutes = минут
cli-head-from = с
cli-head-until = по
cli-head-layer = слой
cli-head-licence = нужна лицензия
cli-head-languages = языки
cli-head-runs = показы
cli-head-gap-hours = промежуток, ч
cli-head-season = сезон
cli-head-shows-first = показывает первым
cli-head-holdback-hours = остальные ждут, ч
cli-head-by = нужна к
cli-head-stands-in = вместо неё
cli-count-programmes = программы
cli-count-episodes = серии
cli-count-versions = версии
cli-count-licences = лицензии
cli-count-slots = слоты
cli-count-campaigns = кампании
cli-count-pins = закреплённые выходы
cli-count-history = выходы до расписания
cli-count-occasions = события
cli-count-places = места
cli-count-quotations = цитаты
cli-count-airings = выходы в расписании
cli-head-points = очки
cli-head-fix = что поможет
cli-head-airs = тогда в эфире
cli-head-pool = подборы
cli-head-break = перебивки
cli-head-open = свободные слоты
cli-head-measure = показатель
cli-head-without = без изменений
cli-head-with = с изменениями
cli-head-difference = разница
cli-airing-lost = пропадает
cli-airing-added = добавляется
cli-airing-moved = сдвигается
cli-measure-pool = оценка подборов
cli-measure-break = оценка перебивок
cli-measure-programmes = выходы программ
cli-measure-open = свободные слоты
cli-measure-findings = замечания
cli-new-problems = Что при этом возникает:
cli-breaks-change = В перебивках промо и заполнителей уходит { $lost }, приходит { $added }.

fact-language = язык: { $value }
fact-languages = слоту нужен: { $value }
fact-duration = длится { $value }
fact-room = свободно { $value }
fact-from = с { $value }
fact-until = до { $value }
fact-date = дата { $value }
fact-licence = лицензия { $value }
fact-runs = показ № { $value }
fact-max_runs =
    { $value ->
        [none] без предела
       *[other] не более { $value }
    }
fact-min_gap_hours = не чаще чем через { $value } ч
fact-other = ближайший другой выход { $value }
fact-apart_hours = в { $value } ч
fact-rating = возраст { $value }
fact-first_channel = сначала { $value }
fact-hours = у других через { $value } ч
fact-premiere = премьера { $value }
fact-airings = выход № { $value } за день
fact-max_per_day = в день не более { $value }
fact-programme = программа { $value }
fact-other_version = рядом { $value }
cli-edited = Сделано: { $op }
cli-published = { $channel }: опубликована редакция { $number }, { $from } – { $until }; записано файлов: { $files }
cli-stands = { $channel }: нового нет, действует редакция { $number } ({ $from } – { $until }); записано файлов: { $files }, уже на месте: { $there }
cli-no-receivers = У { $channel } нет получателей: ничего не передано. «arna receiver set» добавит.
cli-nothing-to-publish = На эти даты ничего не принято: ничего не опубликовано.
cli-receiver-moved = Раньше { $receiver } получал расписание { $before }; теперь — { $channel }.
cli-compare-key = Эти ключи { $host } показывает сейчас. Прежде чем признать ключ, сравните его с тем, что владелец сервера сообщит другим путём.
cli-password = Пароль для { $account }:
cli-password-kept = Связка ключей системы хранит пароль для { $account }.
cli-not-published = { $channel } не опубликован:
cli-no-revisions = Ещё ничего не опубликовано.
cli-no-deliveries = Ещё ничего не передано.
cli-change-moved = перенос
cli-change-trimmed = длительность
cli-change-instead = замена
cli-change-version = версия
cli-change-added = новое
cli-change-dropped = снято
cli-change-otherwise = иначе описано
cli-head-receiver = получатель
cli-head-files = файлы
cli-head-folder = папка
cli-head-form = формат
cli-head-sha256 = SHA-256
cli-head-revision = редакция
cli-head-was-date = дата до
cli-head-was-start = начало до
cli-head-was-end = конец до
cli-head-was-title = название до
cli-head-was-episode = серия до
cli-head-was-language = язык до
cli-nothing-accepted = На эти даты ничего не принято, держаться нечего: это новый план.
cli-covered = Здесь ничего не может идти: слот перекрыт.
cli-covered-by-pin = закреплением { $version }, { $start } – { $end }
cli-covered-by-slot = слотом { $slot } более высокого слоя, { $start } – { $end }
failure-usage_value = { $argument } не принимает «{ $value }».
failure-usage_unknown = Аргумента { $argument } здесь нет.
failure-usage_command = Команды «{ $value }» нет.
failure-usage_conflict = { $argument } нельзя указывать вместе с { $other }.
failure-usage_unused = { $argument } ничего не значит без { $other }.
failure-usage_missing = Не хватает: { $argument }
failure-usage_no_value = { $argument } требует значения.
failure-usage_other = Командную строку не разобрать: { $why }
failure-usage_unknown-hint =
    { $like ->
        [none] Что можно ввести, скажет «{ $help }».
       *[other] Может быть, { $like }?
    }
failure-usage_command-hint =
    { $like ->
        [none] Что можно ввести, скажет «{ $help }».
       *[other] Может быть, { $like }?
    }
failure-usage_conflict-hint = Что можно ввести, скажет «{ $help }».
failure-usage_unused-hint = Что можно ввести, скажет «{ $help }».
failure-usage_missing-hint = Что можно ввести, скажет «{ $help }».
failure-usage_no_value-hint = Что можно ввести, скажет «{ $help }».
failure-usage_other-hint = Что можно ввести, скажет «{ $help }».
failure-usage_value-hint =
    { $wanted ->
        [date] Укажите дату с 1900 по 2199 год, например 2024-07-01.
        [instant] Укажите момент со смещением, например 2024-07-03T12:00:00+05:00.
        [time] Укажите время эфирных суток, например 21:00, 21:00:25 или 25:30.
        [language] Укажите метку языка, например kk или zh-Hant.
        [authority] Напишите имя DNS, например khabar.kz.
        [sftp] Напишите пользователь@сервер/папка, например arna@ftp.example.org/incoming.
        [postgresql] Пишите postgresql://логин@сервер:порт/база; пароля в адресе не бывает.
        [host] Напишите сервер, например ftp.example.org или ftp.example.org:2222.
        [host_key] Напишите отпечаток, SHA256: и 43 знака, или открытый ключ, например ssh-ed25519 AAAA….
        [days] Укажите число дней от 1 до 3653.
        [threads] Укажите число от 1.
        [number] Укажите целое число от 0.
        [hours] Напишите часы эфирного дня, например 19:00-23:00.
        [one_of] Одно из: { $known }.
       *[any] Что можно ввести, скажет «{ $help }».
    }
# What is wrong with a station file, and what can be done.
cli-sound = { $file } цел: записей журнала { $entries }, читается каждая страница, запись и выход.
cli-backup-sound = цела
cli-good-backup = Самая новая целая резервная копия: { $file }
cli-head-remedy = что делать
remedy-salvage = «arna salvage»: забрать всё читаемое в новый файл
remedy-restore = «arna restore»: вернуть прежнюю резервную копию
remedy-nothing = ничего: сама станция цела
cli-salvaged = Создан { $file }: выходов { $airings }, каталог и сетки — насколько удалось прочитать. Повреждённый файл остался как был.
cli-salvaged-whole = Ничего не пропало; журнал цел, отмена действует дальше.
cli-salvaged-anew = Журнал не удалось сохранить целым: он начат заново, отменять нечего.
cli-missing = Пропало, всего { $count }:
cli-workbook-waits = Пока ничего не изменено. С --accept это станет одним шагом.
cli-workbook-accepted = Теперь так в станции; «arna undo» вернёт назад.
# Станция на сервере.
cli-shared = Станция теперь лежит на { $server }; { $station } — её копия.
cli-copied = { $station } — копия станции на { $server }.
cli-standing-connected = { $login } на { $server }: на связи, до записи { $number }.
cli-standing-offline = { $login } на { $server }: работа без сервера; своих записей: { $own }.
cli-standing-apart = { $login } на { $server }: нет связи. { $why }
cli-present = Сейчас здесь: { $names }
cli-caught-up = Пришло записей: { $count }
cli-merged = Сделано снова: { $done }; ждёт решения: { $undecided }
cli-works-offline = Это рабочее место теперь работает без сервера. «arna station merge» возвращает на сервер.
cli-decided = Решено.
cli-nothing-left = Ничего не оставлено.
cli-detached = { $station } теперь отдельная станция; на сервер от неё ничего не идёт.
cli-upgraded = Станция на { $server } теперь формы { $needed }; была формы { $found }.
cli-upgraded-before = Станция на { $server } уже формы { $needed }; ничего не изменено.
cli-account-set = Учётная запись { $login }: { $roles }
cli-account-removed = У { $login } больше нет учётной записи.
cli-password-new = Новый пароль для { $login }: 
cli-head-roles = роли
cli-head-channels = каналы
aside-waiting = ждёт повтора
aside-conflict = ждёт решения
aside-left = оставлено
aside-done = сделано
