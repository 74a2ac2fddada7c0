# Что говорят файлы для каналов и что говорится о чужих файлах.

failure-too_many_rows = В расписании { $rows } строк; на листе помещается { $most }.
failure-too_many_rows-hint = Экспортируйте за один раз меньше дней.
failure-no_filler_file = { $date } в расписании { $channel } остаётся свободное время, а файла нет ни у одного заполнителя.
failure-no_filler_file-hint = Прикрепите медиафайл к заполнителю длиной от секунды или укажите через --files, как называются файлы.
failure-channel_folder = Код канала «{ $channel }» не может быть именем папки.
failure-channel_folder-hint = Дайте каналу код вроде khabar.kz: без косых черт, двоеточий и точки в начале.
failure-no_frame_rate = «{ $rate }» — не частота кадров, в которой пишется BXF.
failure-no_frame_rate-hint = Одна из: 24, 25, 29.97, 30, 59.94.
failure-no_authority = «{ $authority }» — не имя в DNS.
failure-no_authority-hint = Укажите имя самого вещателя, например khabar.kz.
failure-unknown_programme = Нет программы с кодом «{ $programme }».
failure-unknown_programme-hint = Напишите код программы так, как его показывает «arna export station», например common-dream.
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
failure-published_meanwhile = Тем временем опубликована другая редакция { $channel }: теперь последняя — { $number }.
failure-published_meanwhile-hint = Опубликуйте ещё раз.
failure-no_files = Для получателя не выбрано ни одного файла.
failure-no_files-hint = Выберите хотя бы один формат.
failure-unknown_form = Формата «{ $form }» нет.
failure-unknown_form-hint = Один из xmltv, csv, xlsx, ics, bxf, tva, dvb-i, page, ffplayout, m3u.
failure-receiver_without_server = Получатель «{ $receiver }» получает файлы в папке, а не на сервере.
failure-receiver_without_server-hint = «arna receiver set --sftp» задаёт его сервер.
failure-no_password = Ничего не введено.
failure-no_password-hint = Введите пароль или передайте его по конвейеру.
failure-sftp_unreachable = Нет связи с { $host }, порт { $port }, или она оборвалась: { $why }
failure-sftp_unreachable-hint = Последняя поставка осталась на месте. Проверьте адрес и порт получателя и сеть, затем опубликуйте снова: отправленное целиком заново не отправляется.
failure-sftp_slow = { $host }, порт { $port }, не ответил за { $seconds } с.
failure-sftp_slow-hint = Последняя поставка осталась на месте. Повторите позже или спросите у владельца сервера, работает ли он.
failure-sftp_host_key_unknown = Ни один ключ { $host } ещё не признан. Сервер показывает { $keys }.
failure-sftp_host_key_unknown-hint = Ничего не отправлено. Сравните с тем, что скажет владелец сервера; если совпадает: arna receiver pin STATION { $receiver } { $key }
failure-sftp_host_key_changed = { $host } не доказал, что у него признанный ключ { $pinned }. Он показывает { $keys }. Между вами и сервером может кто-то стоять.
failure-sftp_host_key_changed-hint = Ничего не отправлено, пароль тоже. Спросите владельца сервера другим путём, менялся ли ключ; только тогда: arna receiver pin STATION { $receiver } { $key }
failure-sftp_no_common = У { $host } и Arna нет общего способа связи. Сервер предлагает: { $theirs }
failure-sftp_no_common-hint = Попросите владельца сервера о ключе вида Ed25519 или ECDSA и о современных способах.
failure-sftp_sign_in = { $host } не впускает { $user }.
failure-sftp_sign_in-hint = Проверьте имя; сохраните пароль заново: «arna receiver password STATION { $receiver }» или переменная { $variable }; либо пусть открытый ключ внесут на сервер.
failure-sftp_no_secret = В связке ключей нет пароля для { $account }.
failure-sftp_no_secret-hint = Сохраните его: «arna receiver password STATION { $receiver }», задайте переменную { $variable } или входите по ключу: «arna receiver set --key-file».
failure-sftp_keyring = Связка ключей системы не отвечает: { $why }
failure-sftp_keyring-hint = Где её нет, задайте переменную { $variable } для { $receiver } или входите по ключу без пароля: «arna receiver set --key-file».
failure-sftp_key_file = Закрытый ключ не подходит: { $why }
failure-sftp_key_file-hint = Укажите ключ вида Ed25519 или ECDSA, который можно прочитать; если он защищён паролем, сохраните пароль: «arna receiver password».
failure-sftp_no_service = Сервер не принимает файлы по SFTP.
failure-sftp_no_service-hint = Попросите владельца сервера включить SFTP для этого пользователя.
failure-sftp_no_folder = Папки { $folder } на сервере нет.
failure-sftp_no_folder-hint = Пусть её создадут, или укажите другую: «arna receiver set --sftp»; возможно, не подключён диск.
failure-sftp_denied = { $host } не разрешает этому пользователю писать сюда.
failure-sftp_denied-hint = Последняя поставка осталась на месте. Пусть изменят права папки, или укажите другую.
failure-sftp_full = Диск { $host } заполнен.
failure-sftp_full-hint = Последняя поставка осталась на месте. Попросите владельца сервера освободить место и опубликуйте снова.
failure-sftp_not_whole = На { $host } лежит не то, что было отправлено.
failure-sftp_not_whole-hint = Последняя поставка осталась на месте. Опубликуйте снова; если повторится, пусть проверят диск сервера.
failure-sftp_refused = { $host } отказал: { $why }
failure-sftp_refused-hint = Последняя поставка осталась на месте. Эти слова могут помочь владельцу сервера.
failure-sftp_torn = Связь пропала, когда файлы становились на место в { $folder }: { $count } из них могут быть новыми.
failure-sftp_torn-hint = Опубликуйте снова, как только сервер ответит: это приведёт всё в порядок.
failure-sftp_failed = Сеть недоступна: { $why }
failure-sftp_failed-hint = Ничего не изменено. Повторите.
finding-playout_hold = «{ $title }» идёт в прямом эфире: под ним стоят заполнители.
finding-playout_no_file = У «{ $title }» нет медиафайла: вместо неё идут заполнители.
finding-playout_overlap = Начинается до конца предыдущего: теряется { $seconds } с.
finding-playout_short_file = Файл на { $seconds } с короче выхода: после него идут заполнители.
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
received-program_headers = { $count } заголовков повторяют первый сегмент и не являются выходами.
received-secondary_events = { $count } вторичных событий, таких как логотипы, не являются выходами.
received-as_run_events = { $count } событий эфирного журнала пропущены: здесь читается расписание.
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
        [version] код версии
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
        [version] код версии
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
        [version] код версии
        [origin] слово вроде sequel, pool или hold
       *[title] текст
    }
received-no_heads = Нет строки с известными заголовками: дата, начало, название.
received-not_of_date = «{ $found }» и дата строки, «{ $date }», не сходятся. Исправьте одно из двух: время относится к дате строки, до 48:00.
received-unknown_name =
    { $near ->
        [none] На станции нет ничего с названием «{ $found }».
       *[other] На станции нет ничего с названием «{ $found }». Ближайшее: «{ $near }».
    }
invalid-unknown_encoding = Нет кодировки «{ $encoding }». Сохраните файл в UTF-8.
invalid-not_xml = Не XML: { $why }
invalid-not_xmltv = Внешний элемент — «{ $root }»; у телегида это «tv».
invalid-not_bxf = Внешний элемент — «{ $root }»; у BXF это «BxfMessage».
invalid-too_many_airings = Из одного файла читается не более { $most } выходов.
received-asrun_cell =
    «{ $found }» не читается, строка пропущена. Ожидалось: { $wanted ->
        [date] дата в форме из способа чтения
        [date_time] дата в форме из способа чтения, и время
        [start] время в форме из способа чтения
        [end] конец не позже суток после начала, в форме из способа чтения
        [duration] длительность больше нуля, в форме из способа чтения
       *[status] одно из слов способа чтения: вышло или не вышло
    }
received-asrun_missing =
    { $wanted ->
        [date] Нет даты: строка пропущена.
        [start] Нет начала: строка пропущена.
       *[status] Нет статуса: строка пропущена.
    }
received-asrun_quote_open = Кавычка не закрыта: строка пропущена.
received-asrun_twice = { $count } строк записаны дважды: они учтены один раз.
received-asrun_no_key = У { $count } строк нет ни инвентарного номера, ни названия: они пропущены.
invalid-asrun_no_column = Нет заголовка «{ $head }». Есть: { $known }.
invalid-asrun_no_date =
    { $from ->
        [head] В шапке нет даты в форме { $form } («{ $found }»).
        [file_name] В имени файла нет даты в форме { $form } («{ $found }»).
       *[asked] В журнале нет дат: укажите через --date, за какой он день.
    }
invalid-mapping_missing = Этого не хватает, а остальному в способе чтения это нужно.
invalid-mapping_value =
    «{ $found }» здесь не подходит. Ожидалось: { $wanted ->
        [date_form] форма из года, месяца и дня, например DD.MM.YYYY или YYYYMMDD
        [pivot] час суток, например 06:00
        [sign] один знак, например ; или |
        [rate] одна из 24, 25, 29.97, 30, 59.94, если во времени есть кадры
        [head_or_number] заголовок столбца или его номер с 1
        [number] номер столбца с 1
        [span] первый и последний знак, например [1, 8]
        [word] слово
        [column] column: в BXF дата стоит рядом со временем
        [bxf_field] type, status, house_number или title
       *[nothing] ничего: BXF сам говорит, что где стоит
    }
invalid-line_too_long = Строка длиннее { $most } байт: это не журнал или строки кончаются иначе.
invalid-not_in_encoding = Это не буквы в { $encoding }. Укажите кодировку журнала в способе чтения.
invalid-unreadable = Журнал не читается до конца: { $why }
failure-unknown_mapping = Нет способа чтения «{ $name }», и такого файла нет.
failure-unknown_mapping-hint = С программой поставляются: { $known }. Или укажите путь к документу arna-asrun/1 (docs/ASRUN.md).
failure-document_takes_no_log = Документ станции не принимает журнал: историю с шагами хранит только файл станции.
failure-document_takes_no_log-hint = Создайте файл станции командой «arna import station» или уберите --accept.
failure-asrun_empty = В журнале нет ни одной программы; по способу чтения пропущено строк: { $ignored }.
failure-asrun_empty-hint = Посмотрите замечания и то, что пропускает способ чтения.
failure-asrun_other_channel = Журнал говорит о { $found }, а не о { $channel }.
failure-asrun_other_channel-hint = Выберите другой канал или журнал либо укажите в «channels» способа чтения, как журнал его называет.
failure-asrun_other_day = Журнал говорит о днях с { $from } по { $until }, а не о { $date }.
failure-asrun_other_day-hint = Выберите другую дату или другой журнал.
failure-asrun_many_dates = Журнал говорит о днях с { $from } по { $until }: из одного журнала берётся не больше { $most } дат.
failure-asrun_many_dates-hint = Укажите дату через --date или проверьте форму дат в способе чтения.
failure-asrun_overlapping = { $percent } % времени журнал говорит о двух вещах сразу: это два канала или один день дважды.
failure-asrun_overlapping-hint = Укажите в способе чтения столбец канала или уберите из журнала повторы.
failure-asrun_nothing_due = На { $channel } с { $from } по { $until } ничего не принято.
failure-asrun_nothing_due-hint = Укажите день через --date или сначала примите расписание, которое шло в эфире.
failure-asrun_no_match = Ни одного из принятых выходов ({ $due }) нет среди строк журнала ({ $rows }): { $titles } …
failure-asrun_no_match-hint = Это журнал другой станции или другого дня, или способ чтения берёт не те столбцы инвентарного номера и названия.
failure-asrun_doubtful = Журнал недостаточно надёжен: не прочитано строк — { $unread }, из { $due } принятых выходов в нём { $aired }.
failure-asrun_doubtful-hint = Посмотрите отчёт и замечания; затем примите с --anyway или исправьте способ чтения.
failure-asrun_nothing_new = История и расписание { $channel } уже говорят всё это.
failure-asrun_nothing_new-hint = Делать больше нечего.
finding-asrun_unlicensed =
    { $licence ->
        [none] Вышло без лицензии, которая это разрешает.
       *[other] Вышло, хотя по лицензии { $licence } прогонов не осталось.
    }
asrun-aired = вышло
asrun-other_version = вышло в другой версии
asrun-replaced = заменено
asrun-missing = не вышло
asrun-untold = не сказано
asrun-extra = сверх расписания
cli-head-due = принято
cli-head-outcome = что стало
cli-head-aired = вышло
cli-head-late = позже на
cli-head-longer = дольше на
cli-head-log = в журнале
cli-head-of-licence = лицензия
cli-head-runs-taken = прогонов взято
cli-head-runs-left = прогонов осталось
cli-asrun-totals = Принято { $due }: вышло { $aired } (вовремя { $on_time }, позже { $late }, самое большее на { $latest }, раньше { $early }), в другой версии { $other_version }, заменено { $replaced }, не вышло { $missing }, за пределами журнала { $untold }. Сверх принятого вышло { $extra }.
cli-head-published = опубликовано
cli-asrun-totals-sent = В редакции { $revision }: { $due }; вышло { $aired } (вовремя { $on_time }, позже { $late }, самое большее на { $latest }, раньше { $early }), в другой версии { $other_version }, заменено { $replaced }, не вышло { $missing }, за пределами журнала { $untold }. Сверх редакции вышло { $extra }.
cli-asrun-beside = Пропущено: по способу чтения строк { $ignored }, промо и заполнителей { $breaks }, других дат { $other_dates }, других каналов { $other_channels } { $other_channels ->
        [0] {""}
       *[other] ({ $names })
    }
cli-asrun-unread = Не прочитано строк: { $count }. То, о чём они говорят, здесь может отсутствовать.
cli-asrun-doubtful = Принятого в журнале мало: тот ли это журнал?
cli-asrun-accepted = В историю внесено выходов { $channel }: { $aired }; «arna undo» вернёт как было.
received-bad_entry = «{ $title }»: часть файла { $found } с невозможна, запись пропущена.
received-playlist_length = Плейлист { $date } длится { $seconds } с, а эфирные сутки — { $wanted } с.
received-playlist_twice = Плейлистов { $date } два: второй пропущен.
failure-too_many_playlists = В папке больше { $most } плейлистов.
failure-too_many_playlists-hint = Укажите папку одного канала или года.
failure-document_takes_no_import = Документ станции не принимает расписание: шаги хранит только файл станции.
failure-document_takes_no_import-hint = Создайте файл станции командой «arna import station» или уберите --accept.
failure-import_left_out = Не попадёт в эфир из файла: { $count }. Этого нет в каталоге, подходит несколько или запись не читается.
failure-import_left_out-hint = Добавьте недостающее в каталог или исправьте файл; либо примите остальное с --anyway.
failure-import_nothing_new = Всё, что сказано в { $file }, уже принято.
failure-import_nothing_new-hint = Делать ничего не нужно.
failure-import_other_channel = В файле каналы: { $found }, а не { $channel }.
failure-import_other_channel-hint = Выберите другой канал или файл либо укажите через --called, как канал назван в файле.
failure-import_empty = В файле нет ни одного выхода; замечаний: { $remarks }.
failure-import_empty-hint = «arna read» показывает, что читается и почему не читается остальное.
failure-import_dates_untold = О датах { $dates }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    } в файле ничего нет, а принятое на них было бы снято. В файле есть { $from } – { $until }.
failure-import_dates_untold-hint = Выберите даты, о которых есть сведения, по одному отрезку.
failure-import_overlaps = { $count ->
        [one] В эфире оказались бы две программы сразу ({ $count } место).
       *[other] В эфире оказались бы две программы сразу, таких мест: { $count }.
    }
failure-import_overlaps-hint = Исправьте файл. Программа длится столько, сколько её версия в каталоге, что бы ни говорил файл.
invalid-import_overlap = «{ $title }» начинается { $date } в { $at }, а «{ $other }» в эфире до { $until }.
finding-import_unknown =
    { $near ->
        [none] { $where }: на станции нет ничего с названием «{ $title }».
       *[other] { $where }: на станции нет ничего с названием «{ $title }». Ближайшее: «{ $near }».
    }
finding-import_ambiguous = { $where }: «{ $title }» может быть { $candidates }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }.
finding-import_hold_moved = { $where }: в сетке прямой эфир «{ $title }» стоит в другое время; следующий расчёт вернёт его туда, если не передвинуть слот.
import-kept = как принято
import-placed = новое
import-ambiguous = подходит несколько
import-unknown = нет в каталоге
cli-import-totals =
    { $until ->
        [none] { $from }
       *[other] { $from } – { $until }
    }: как принято { $kept }, новых { $placed }, промо и заполнителей { $breaks }. Не вошло: нет в каталоге { $unknown }, подходит несколько { $ambiguous }, не читается { $unread }.
cli-import-beside = Пропущено: промо и заполнителей плейлистов { $breaks }, без места { $without_room }, других дат { $other_dates }, других каналов { $other_channels } { $other_channels ->
        [0] {""}
       *[other] ({ $names })
    }
cli-import-kept = Ждёт как предложение станции: ничего не изменено. Окно его показывает; --accept принимает, новый расчёт его заменяет.
cli-import-accepted = Принято выходов { $channel } по файлу: { $airings }; «arna undo» вернёт как было.
cli-playlists = Записано плейлистов: { $files }, записей в них: { $entries }.
cli-received = Прочитано выходов: { $airings }, замечаний: { $remarks }. Станция не изменена.
cli-further-remarks = Ещё { $count } замечаний не показано.
page-until = –
page-airings = Выходы
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
page-none = В эти даты выходов нет.
paper-date =
    { $weekday } { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    }
paper-title = Название
paper-house-number = Инв. номер
paper-premiere-short = П
paper-first-run-short = 1-й
paper-revision = Редакция { $number } от { $at }
paper-draft = Не опубликовано
paper-breaks = промо и заполнители: см. эфирный лист
paper-more = Коротких не показано: { $count }, см. эфирный лист
language-name =
    { $language ->
        [en] английский
        [kk] казахский
        [ru] русский
        [zh] китайский
       *[other] { $language }
    }
head-date = дата
head-start = начало
head-duration = хронометраж
head-end = конец
head-utc-offset = смещение UTC
head-title = название
head-episode = серия
head-language = язык
head-version = версия
head-origin = источник
chain-holds = { $channel }: редакций { $count }, все такие, какими опубликованы; последняя — { $sha256 }
chain-broken = { $channel }: редакция { $number } не такая, какой опубликована: { $what }
broken-number = перед ней одной нет
broken-content = содержание не сходится с хешем
broken-previous = не называет хеш предыдущей
broken-hash = даты, автор или время не сходятся с её хешем
broken-missing = была передана, и её нет
told-head =
    { $until ->
        [none] { $name }, { $from } – { $last }: изменения с редакции { $since }
       *[other] { $name }, { $from } – { $last }: изменения от редакции { $since } к редакции { $until }
    }
told-nothing = Ничего не меняется.
told-moved = перенос { $was-at } → { $at }: { $what }
told-trimmed = { $at } { $what }: { $was-minutes } → { $minutes } мин
told-instead = { $at } { $what } вместо { $was-what }
told-version =
    { $at } { $what }: другая версия, { $was-language ->
         [en] английская
         [kk] казахская
         [ru] русская
         [zh] китайская
        *[other] { $was-language }
    } → { $language ->
         [en] английская
         [kk] казахская
         [ru] русская
         [zh] китайская
        *[other] { $language }
    }
told-added = новое { $at }: { $what }
told-dropped = снято { $was-at }: { $was-what }
told-otherwise = { $at } { $what }: то же, но название, аннотация, рейтинг, инвентарный номер или файл другие (было { $was-what })
told-breaks = меняются только промо и заполнители
failure-sheet_unreadable = Таблица не читается: { $why }
failure-sheet_unreadable-hint = Сохраните её как XLSX, ODS или CSV, без пароля.
failure-sheet_too_large = Таблица слишком велика ({ $what }: больше { $most }).
failure-sheet_too_large-hint = Удалите лишнее или разделите её.
failure-sheet_quote_open = Кавычка, открытая в строке { $line } таблицы, не закрыта: она захватывает строки ниже.
failure-sheet_quote_open-hint = Закройте её или сохраните таблицу заново и прочтите ещё раз.
failure-sheet_empty = Таблица пуста.
failure-sheet_empty-hint = Выберите лист, на котором что-то есть.
