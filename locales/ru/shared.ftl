# Станция, над которой работают с нескольких мест.

shared = Рабочие места и сервер
shared-chip-own = Собственный файл
shared-chip-alone = Общая, больше никого нет
shared-chip-here = Здесь: { $names }
shared-chip-here-more = Здесь: { $names } и ещё { $count }
shared-chip-connecting = Соединение с сервером …
shared-chip-offline =
    { $count ->
        [0] Без сервера
        [one] Без сервера, ждёт { $count } запись
        [few] Без сервера, ждут { $count } записи
       *[other] Без сервера, ждут { $count } записей
    }
shared-chip-apart = Сервер недоступен
shared-chip-password = Сервер ждёт пароль
shared-chip-reading = Копия, только чтение
shared-chip-moving-share = Идёт на сервер: { $percent } %
shared-chip-moving-copy = Идёт с сервера: { $percent } %
shared-chip-decisions =
    { $count ->
        [one] { $count } решение
        [few] { $count } решения
       *[other] { $count } решений
    }
shared-told-own = Эта станция лежит только в своём файле. На сервере над ней работают сразу с нескольких мест, каждое — со своей копией.
shared-told-connected = Всё, что вы делаете, сразу на сервере; сделанное другими приходит само.
shared-told-connecting = Станцию тем временем можно читать.
shared-told-offline = Сделанное вами остаётся в этом файле, пока вы его не вольёте.
shared-told-apart = Станцию можно читать. Чтобы менять её, дождитесь сервера или работайте без него.
shared-where = { $login } на { $server }
shared-tab-desk = Это рабочее место
shared-tab-decisions = Решения
shared-tab-left = Оставленное
shared-tab-accounts = Учётные записи
shared-tab-share = Поделиться станцией
shared-tab-copy = Открыть копию с сервера
shared-here = Сейчас здесь
shared-you = вы
shared-nobody = Кто здесь, известно, когда рабочее место соединено с сервером.
shared-others = Что сделали другие
shared-others-none = Пока ничего.
shared-own-entries = Что вы сделали без сервера
shared-offline = Работать без сервера
shared-offline-told = В дороге или пока сервер недоступен: сделанное хранится в этом файле и вливается потом.
shared-merge = Влить обратно
shared-merge-told = Делается резервная копия файла, приходит сделанное другими, и ваши записи повторяются одна за другой. Где другие изменили то же самое или у вас нет права, решаете вы; ничего не теряется.
shared-merge-on = Повторить то, что ждёт
shared-waiting =
    { $count ->
        [one] { $count } запись ждёт повтора.
        [few] { $count } записи ждут повтора.
       *[other] { $count } записей ждут повтора.
    }
shared-merging = Повторено { $at } из { $of }
shared-merged = Повторено: { $done }; решить: { $undecided }
shared-detach = Сделать отдельной станцией
shared-detach-told = Этот файл остаётся каким есть, и на сервер из него больше ничего не идёт. Станция на сервере тоже остаётся.
shared-detached = Этот файл теперь отдельная станция.
shared-password = Пароль { $account }
shared-keep = Хранить в связке ключей этого компьютера
shared-sign-in = Войти
shared-run-only = Связка ключей не хранит пароль: он известен, пока программа не закрыта.
shared-decide = Решить
shared-no-decisions = Решать нечего.
shared-decisions-told = Другие изменили то же самое раньше вас. Выбор — ↑ ↓; T берёт ваше, L оставляет чужое. Что не взято, хранится в файле.
shared-yours = Ваше
shared-theirs = Автор: { $author }
shared-theirs-now = Сейчас
shared-before = Было
shared-take = Взять моё
shared-leave = Оставить чужое
shared-taken = Теперь сверху ваше
shared-left = Чужое остаётся; ваше хранится в файле
shared-left-told = Что решили оставить, новое сверху: хранится в этом файле, чтобы прочитать. Оно не сделано и ничего больше не меняет.
shared-none-left = Ничего не оставлено.
shared-left-instead = Вместо этого: { $what } ({ $author }, { $at })
shared-left-refused = Сервер это не принял, или с такой станцией нельзя было бы работать.
shared-refused-choice = Сервер этого не принял: у вас нет права, или со станцией тогда нельзя было бы работать.
shared-waits-choice = Ждёт повтора.
shared-whole = целиком
shared-there = есть
shared-gone = нет
shared-yes = да
shared-no = нет
shared-more = Показать ещё { $count }
shared-fewer = Показать меньше
shared-record =
    { $kind ->
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
    }
field-zone = Часовой пояс
field-day_start = Начало суток
field-rating_hours = Часы рейтингов
field-quotas = Языковые квоты
field-media = Медиафайл
field-programme = Программа
field-season = Сезон
field-episode = Серия
field-channel = Канал
field-languages = Языки
field-from = Первый день
field-until = Последний день
field-max_runs = Показы
field-shared = Общий счёт каналов
field-rerun_hours = Часы повторов
field-min_gap_hours = Часов между началами
field-days = Дни недели
field-start = Начало
field-length_min = Минуты
field-layer = Слой
field-weight = Ценность времени
field-fill = Чем заполнен
field-then = После последней серии
field-days_after = Через сколько дней
field-sequel = Следующая серия
field-repeat = Повтор
field-pool = Подбор
field-hold = Прямой или чужой эфир
field-channels = Каналы
field-quota = Языковая квота
field-per_day = В день не больше
field-min_gap_min = Минут между
field-campaign = Кампания
field-notes = Заметки
field-min_share_pct = Наименьшая доля, %
field-seasons = Сезоны
field-episodes = Серии
field-versions = Версии
field-version = Версия
field-programmes = Программы
field-kinds = Виды
field-first_channel = Сначала на канале
field-hours = Часы
field-of = К чему относится
field-licence = Лицензия
field-sha256 = Контрольная сумма (SHA-256)
field-titles = Язык названий
field-files = Файлы
field-to = Куда
field-folder = Папка
field-host = Сервер
field-port = Порт
field-user = Имя для входа
field-host_key = Ключ сервера
field-sign_in = Вход
field-key = Файл ключа
field-authority = Имя в DNS
field-edition = Издание схемы
field-date_of = Дата у времени после полуночи
field-frame_rate = Кадров в секунду
field-page = Страница
shared-accounts-told = Кто владеет базой данных, тот говорит, кому что можно; сервер следит за этим.
shared-accounts-read = Кто владеет базой данных, тот говорит, кому что можно; здесь это можно прочитать.
shared-login = Имя
shared-roles = Можно
shared-channels = На каналах
shared-all-channels = все
shared-some-channels = Некоторые каналы
shared-channel-gone = больше нет на станции
shared-account-password = Пароль
shared-account-password-hint = пусто: остаётся прежним
shared-account-new = Допустить кого-то
shared-account-save = Допустить
shared-account-change = Сохранить
shared-account-saved = Учётная запись есть: { $login }
shared-account-edit = Изменить { $login }
shared-account-remove = Больше не допускать { $login }
shared-account-removed = Учётной записи больше нет: { $login }
role-viewer = читать
role-planner = планировать: выходы, закрепления, вышедшее
role-editor = править всё остальное
role-publisher = публиковать
shared-address = Адрес
shared-authority = Сертификаты, ручающиеся за сервер
shared-authority-hint = пусто: системные
shared-choose-file = Выбрать
shared-password-server = Пароль
shared-share-told = Кто ведёт сервер, заводит вам свою базу данных. Станция переходит туда с журналом и редакциями, а этот файл становится вашей копией.
shared-copy-told = Ваш собственный файл на этом компьютере, который обновляется с сервера. Адрес даёт владелец станции.
shared-share-do = Поделиться
shared-copy-do = Сделать копию
shared-asking = Запрос к серверу …
shared-moving-share = Идёт на сервер
shared-moving-copy = Идёт с сервера
shared-break-off = Прервать
shared-moved = { $done } из { $total } строк
shared-moved-all = Все строки на месте; проверяется, всё ли цело …
shared-moving-share-told = Станцию можно пока читать. Менять её снова можно, когда она дойдёт или когда это прервут: тогда на сервере ничего не останется.
shared-moving-copy-told = Пока можно работать дальше. Если прервать, файла не будет.
shared-broken-off = Прервано: всё как было
shared-shared = Станция теперь лежит на { $server }
shared-copied = Это ваша копия станции на { $server }
failure-shared_authority-here = Выберите файл сертификатов (PEM), который даёт хранитель сервера.
failure-shared_not-here = «Рабочие места и сервер» помещает её на сервер.
failure-shared_already-here = «Рабочие места и сервер» снова делает файл отдельной станцией.
failure-shared_no_station-here = Проверьте имя базы данных в адресе.
failure-shared_no_password-here = Войдите или работайте без сервера.
failure-shared_unreachable-here = Попытки повторяются сами. До тех пор можно работать без сервера.
failure-shared_silent-here = Попытки повторяются сами. До тех пор можно работать без сервера.
failure-shared_password-here = Введите пароль ещё раз.
failure-shared_not_permitted-here = Спросите владельца станции: учётные записи говорят, кому что можно.
failure-shared_conflict-here = Возьмите своё или оставьте чужое: ничего не теряется.
failure-shared_diverged-here = Сервер вернули к более раннему дню или изменили в обход Arna. Сохраните этот файл и откройте новую копию.
failure-shared_offline-here = Сначала влейте обратно.
failure-shared_online-here = Вливать нечего.
failure-shared_nothing_aside-here = Это уже решено.
failure-shared_keyring-here = Пароль известен, пока программа не закрыта; его может хранить и переменная { $variable }.
failure-shared_no_account-here = Посмотрите список учётных записей ещё раз.
failure-shared_certificate-here = Спросите у хранителя сервера сертификаты, которые за него ручаются. Проверьте и часы этого компьютера.
