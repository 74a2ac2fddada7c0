# Каталог.

catalogue = Каталог
tab-titles = Названия
tab-licences = Лицензии
tab-missing = Недостающие версии
tab-quotations = Цитаты
tab-places = Места
tab-partners = Партнёры
tab-media = Файлы
filter = Фильтр: название, код, инвентарный номер
filter-clear = Очистить фильтр
levels = Показанные уровни
level-0 = Программы
level-1 = Сезоны
level-2 = Серии
level-3 = Версии
catalogue-total =
    { $programmes ->
        [one] { $programmes } программа
        [few] { $programmes } программы
       *[other] { $programmes } программ
    }, { $episodes ->
        [one] { $episodes } серия
        [few] { $episodes } серии
       *[other] { $episodes } серий
    }, { $versions ->
        [one] { $versions } версия
        [few] { $versions } версии
       *[other] { $versions } версий
    }
catalogue-empty = Каталог пуст
catalogue-empty-text = Создайте программу с сезонами, сериями и языками или возьмите её из таблицы любого вида.
column-title = Название
column-kind = Вид, рейтинг
column-languages = Языки
column-duration = Хрон.
column-house = Инв. номер
column-media = Файл
column-runs = Показы
column-airs = След./посл. выход
column-airings = Выходы
languages-all = { $language }: все серии
languages-some = { $language }: { $have } из { $of } серий
languages-none = { $language }: нет
media-all = У каждой версии есть файл
media-some = Файл есть не у всех версий
media-differs = Файл длиннее или короче версии
media-differs-by = Файл идёт { $file }, версия — { $version }
media-attach = Прикрепить файл
media-detach = Открепить файл от { $id }
media-attached = { $file } прикреплён
media-frames = { $rate } кадров в секунду
media-measure = Измерить { $id }
runs-of = Использовано { $used } из { $most } показов ({ $licence })
runs-free = Использовано показов: { $used }, без ограничения ({ $licence })
no-licence = нет лицензии
next-airing = Следующий выход
last-airing = Последний выход
open-row = Раскрыть
shut = Свернуть
rename-title = Изменить название
add-season = Добавить сезон
add-episode = Добавить серию
add-version = Добавить
add-licence = Добавить лицензию
add-quotation = Добавить цитату
add-place = Добавить место
add-partner = Добавить партнёра
remove = Удалить
remove-what = Удалить { $what }
remove-question = Удалить «{ $what }»?
remove-question-rows =
    { $count ->
        [one] Удалить { $count } выбранную строку?
        [few] Удалить { $count } выбранные строки?
       *[other] Удалить { $count } выбранных строк?
    }
remove-hangs = С этим связано и будет удалено вместе:
remove-with-all = Удалить вместе со всем
rows-chosen =
    { $count ->
        [one] { $count } строка выбрана
        [few] { $count } строки выбраны
       *[other] { $count } строк выбрано
    }
choose-none = Снять выбор
choose-row = Выберите строку, чтобы увидеть названия, лицензии, файлы и выходы.
field = Поле
value = Значение
set-in =
    Задать: { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[other] { $count } строк
    }
field-title = Название
field-id = Код
field-kind = Вид
field-order = Порядок
field-tags = Метки
field-max_per_day = Не больше в день
field-number = Номер
field-occasion = Событие
field-rating = Рейтинг
field-language = Язык
field-duration = Хронометраж
field-house_number = Инвентарный номер
field-synopsis = Аннотация
field-places = Показанные места
field-quotations = Цитаты
field-partners = Партнёры
field-name = Имя
field-text = Текст
field-source = Источник
field-source_kind = Вид источника
field-author = Автор
field-date = Дата
field-place = Место
field-url = Адрес
field-territory = Территория
field-latitude = Широта
field-longitude = Долгота
field-role = Роль
field-file = Файл
order-any = Любой
order-serial = По порядку
order-serial-long = Серии идут только по порядку
none = нет
source-speech = Речь
source-article = Статья
source-conversation = Беседа
source-book = Книга
noun-programme = Программа
noun-season = Сезон
noun-episode = Серия
noun-version = Версия
path = Входит в
titles = Названия
versions = Версии
languages = Языки
item-where-airs = Где это в эфире?
airs-nowhere = В принятом расписании нигде.
and-more = и ещё { $count }
head-wanted = Нужна
head-there = Есть
head-first-wanted = Впервые нужна
head-outcome = Пока
head-used = Где используется
head-acts = Действия
missing-about =
    Расписанию { $count ->
        [one] { $count } нужна версия, которой
        [few] { $count } нужны версии, которых
       *[other] { $count } нужно версий, которых
    } нет.
missing-none = Все версии, которые нужны слотам расписания, есть.
missing-open = слот свободен
missing-other = идёт другой язык
used-episodes =
    { $count ->
        [one] { $count } серия
        [few] { $count } серии
       *[other] { $count } серий
    }
used-programmes =
    { $count ->
        [one] { $count } программа
        [few] { $count } программы
       *[other] { $count } программ
    }
none-quotations = Цитат пока нет.
none-places = Мест пока нет.
none-partners = Партнёров пока нет.
none-media = Файлов пока нет. Прикрепите их к версиям в панели серии.
today = Сегодня
date-in-table = { $day } { $month } { $year }
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек
no-licences = Лицензии на это нет.
licences-none-yet = Лицензий ещё нет.
all-channels = все каналы
all-languages = все языки
licence = Лицензия
licence-new = Новая лицензия
licence-edit = Изменить лицензию { $id }
licence-remove = Удалить лицензию { $id }
licence-from = Первый день
licence-until = Последний день
licence-runs = Показов каждой серии
licence-shared = Счёт общий для всех каналов
licence-rerun = Часы повторов одного показа
licence-gap = Часы между двумя началами
licence-use =
    { $used } из { $most } показов, { $airings ->
        [one] { $airings } выход
        [few] { $airings } выхода
       *[other] { $airings } выходов
    }
licence-use-free =
    без ограничения, { $airings ->
        [one] { $airings } выход
        [few] { $airings } выхода
       *[other] { $airings } выходов
    }
licence-spent = исчерпано { $spent } из { $episodes } серий
licence-ends =
    осталось { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
licence-future = ещё не действует
licence-ended = закончилась
more-licences = и ещё { $count }; уточните фильтр
licence-what-if = Что изменится
trying = Проверяется …
edit-refused = Так сохранить нельзя:
breaks =
    Это нарушит { $count ->
        [one] { $count } выход
        [few] { $count } выхода
       *[other] { $count } выходов
    }
breaks-nothing = В принятом расписании ничего не нарушится.
mends =
    Исчезнет { $count ->
        [one] { $count } проблема
        [few] { $count } проблемы
       *[other] { $count } проблем
    }.
airings-lost =
    Из расписания уйдёт { $count ->
        [one] { $count } выход
        [few] { $count } выхода
       *[other] { $count } выходов
    }.
save = Сохранить
save-anyway =
    Сохранить, хотя нарушится { $count ->
        [one] { $count } выход
        [few] { $count } выхода
       *[other] { $count } выходов
    }
make = Создать
new-programme = Новая программа
wizard-seasons = Сезонов
wizard-episodes = Серий в каждом
wizard-first = Номер первого сезона
wizard-versions = Языки и хронометраж
wizard-language = Ещё язык
wizard-house = Инвентарные номера
wizard-episode-titles = Названия серий
wizard-part-sample = Часть { "{" }episode{ "}" }
wizard-licence = С лицензией на все каналы и языки
wizard-makes =
    { $seasons ->
        [one] { $seasons } сезон
        [few] { $seasons } сезона
       *[other] { $seasons } сезонов
    }, { $episodes ->
        [one] { $episodes } серия
        [few] { $episodes } серии
       *[other] { $episodes } серий
    }, { $versions ->
        [one] { $versions } версия
        [few] { $versions } версии
       *[other] { $versions } версий
    }

# Из таблицы.

from-sheet = Новое из таблицы
sheet-about = Выберите файл XLSX, ODS или CSV. Столбцы могут стоять в любом порядке и называться по-вашему; до создания видно, чем считается каждый.
sheet-choose = Выбрать файл
sheet-sheet = Лист
sheet-encoding = Кодировка
sheet-encoding-found = определяется
sheet-header-row = Строка заголовков
sheet-titles-in = Язык названий
sheet-fills-down = Пустая программа — та, что выше
sheet-row = Стр.
sheet-means = Что значит «{ $head }»
sheet-in = Язык столбца «{ $head }»
sheet-nothing = – не брать –
sheet-programme = Программа
sheet-programme_id = Код программы
sheet-kind = Вид
sheet-language = Языки
sheet-season = Сезон
sheet-episode = Серия
sheet-episode_title = Название серии
sheet-duration = Хронометраж
sheet-house_number = Инв. номер
sheet-file = Файл
sheet-rating = Рейтинг
sheet-tags = Метки
sheet-synopsis = Аннотация
sheet-licence_from = Лицензия с
sheet-licence_until = Лицензия до
sheet-runs = Показы
sheet-channel = Канал
sheet-date = Дата эфира
sheet-time = Время начала
sheet-needs-programme = Укажите, в каком столбце программа.
sheet-good = Можно взять { $good } из { $filled } строк.
sheet-faults =
    Не читается { $count ->
        [one] { $count } ячейка
        [few] { $count } ячейки
       *[other] { $count } ячеек
    }, затронуто { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[other] { $rows } строк
    }.
sheet-skip =
    Пропустить { $rows ->
        [one] { $rows } строку
        [few] { $rows } строки
       *[other] { $rows } строк
    }
sheet-fault-bad_date = «{ $found }» — не дата
sheet-fault-bad_time = «{ $found }» — не время; бывает от 00:00 до 48:00
sheet-fault-not_of_date = «{ $found }» и дата строки, «{ $date }», не сходятся; исправьте одно из двух
sheet-fault-bad_duration = «{ $found }» — не хронометраж; 25:30 — это 25 минут 30 секунд
sheet-fault-bad_number = «{ $found }» — не целое число
sheet-fault-bad_id = «{ $found }» — слишком длинный код
sheet-fault-unknown_language = неизвестный язык «{ $found }»
sheet-fault-text_too_long = знаков: { $count }; можно { $most }
sheet-fault-formula = ошибка формулы: { $found }
sheet-fault-programme_missing = программа не названа
sheet-fault-ends_before_start = лицензия кончается { $until }, раньше чем начинается { $from }
sheet-minutes = Минут, где не указано
sheet-channel-of-rest = Канал строк, где он не назван
sheet-unplaced =
    { $count ->
        [one] { $count } строка говорит, когда выход, но не на каком канале: выход не будет взят. Назовите канал справа.
        [few] { $count } строки говорят, когда выход, но не на каком канале: выходы не будут взяты. Назовите канал справа.
       *[other] { $count } строк говорят, когда выход, но не на каком канале: выходы не будут взяты. Назовите канал справа.
    }
sheet-zone = Пояс новых каналов
sheet-into = Что получится
sheet-into-new = Новая станция
sheet-into-open = В «{ $name }», одним шагом с отменой
sheet-make = Создать станцию
sheet-take =
    Взять { $count ->
        [one] { $count } строку
        [few] { $count } строки
       *[other] { $count } строк
    }
sheet-taken = { $file }: взято
sheet-counts = программы { $programmes }, серии { $episodes }, версии { $versions }, изменено { $changed }, лицензии { $licences }, закрепления { $pins }, каналы { $channels }

# Чего нельзя сделать.

failure-no_such_item = В каталоге нет «{ $id }».
failure-no_such_item-hint = Возможно, это уже удалено.
failure-no_such_field = Поля «{ $field }» здесь нет.
failure-no_such_field-hint = Выберите поле, которое есть у этих строк.
failure-no_such_choice = «{ $found }» здесь выбрать нельзя.
failure-no_such_choice-hint = Выберите одно из предложенных значений.
failure-field_empty = Поле не может быть пустым.
failure-field_empty-hint = Введите значение.
failure-bad_duration = «{ $found }» — не хронометраж.
failure-bad_duration-hint = Пишите минуты и секунды, 25:40, или 1:25:40; не больше суток.
failure-bad_language = «{ $found }» — не метка языка.
failure-bad_language-hint = Пишите kk, ru, zh, en или другую метку, например zh-Hant.
failure-bad_number = «{ $found }» — не целое число.
failure-bad_number-hint = Пишите цифрами.
failure-bad_degrees = «{ $found }» — не координата в градусах.
failure-bad_degrees-hint = Пишите 43.238; юг и запад — с минусом.
failure-bad_pattern = Образец нельзя заполнить: { $found }
failure-bad_pattern-hint = В фигурных скобках: programme, season, episode и language; двоеточие и 03 — три цифры.
failure-id_taken = Код «{ $id }» занят.
failure-id_taken-hint = Выберите другой.
failure-version_there = У «{ $what }» уже есть версия: { language-name }.
failure-version_there-hint = Измените ту версию.
failure-title_missing = Программе нужно название.
failure-title_missing-hint = Напишите его хотя бы на одном языке.
failure-nothing_to_make = Создавать нечего.
failure-nothing_to_make-hint = Нужны хотя бы один сезон и одна серия.
failure-too_many_versions = Слишком много версий сразу: { $count }.
failure-too_many_versions-hint = Не больше { $most }.
failure-still_used = «{ $what }» ещё используется.
failure-still_used-hint = Удалите вместе со всем связанным или сначала измените его.
failure-ffprobe_missing = Файл не измерен: не установлен ffprobe.
failure-ffprobe_missing-hint = Установите ffmpeg, чтобы проверялись хронометраж и частота кадров.
failure-ffprobe_failed = Файл не измерен: { $why }
failure-ffprobe_failed-hint = Проверьте, что ffprobe запускается на этом компьютере.
failure-media_unreadable = Это не медиафайл или он не читается: { $file }
failure-media_unreadable-hint = Выберите файл с изображением или звуком.
failure-media_slow = Измерение заняло больше { $seconds } с: { $file }
failure-media_slow-hint = Возможно, файл на медленном диске или повреждён.
failure-sheet_faulty =
    Не читается { $count ->
        [one] { $count } ячейка
        [few] { $count } ячейки
       *[other] { $count } ячеек
    }.
failure-sheet_faulty-hint = Исправьте их или пропустите их строки.
failure-sheet_has_nothing = В таблице нет ничего нового.
failure-sheet_has_nothing-hint = Всё, что в ней есть, уже есть в станции.
failure-sheet_time_unreal = У выхода { $channel } { $date } нет действительного времени.
failure-sheet_time_unreal-hint = Пишите время от 00:00 до 48:00.

# Что мешает удалить.

invalid-used_by_licence =
    { $count ->
        [one] { $count } лицензия
        [few] { $count } лицензии
       *[other] { $count } лицензий
    }: { $ids }
invalid-used_by_slot =
    { $count ->
        [one] { $count } слот
        [few] { $count } слота
       *[other] { $count } слотов
    }: { $ids }
invalid-used_by_pool =
    берёт { $count ->
        [one] { $count } подбор
        [few] { $count } подбора
       *[other] { $count } подборов
    }: { $ids }
invalid-used_by_holdback =
    { $count ->
        [one] { $count } право первого показа
        [few] { $count } права первого показа
       *[other] { $count } прав первого показа
    }: { $ids }
invalid-used_by_campaign =
    { $count ->
        [one] { $count } кампания
        [few] { $count } кампании
       *[other] { $count } кампаний
    }: { $ids }
invalid-used_by_campaign_target =
    продвигает { $count ->
        [one] { $count } кампания
        [few] { $count } кампании
       *[other] { $count } кампаний
    }: { $ids }
invalid-used_by_filler =
    { $count ->
        [one] { $count } заполнитель
        [few] { $count } заполнителя
       *[other] { $count } заполнителей
    }: { $ids }
invalid-used_by_receiver =
    страницу о ней { $count ->
        [one] получает { $count } получатель
        [few] получают { $count } получателя
       *[other] получают { $count } получателей
    }: { $ids }
invalid-used_by_pin =
    { $count ->
        [one] { $count } закрепление
        [few] { $count } закрепления
       *[other] { $count } закреплений
    }: { $ids }
invalid-used_by_aired =
    { $count ->
        [one] { $count } прошедший выход
        [few] { $count } прошедших выхода
       *[other] { $count } прошедших выходов
    }
invalid-used_by_airing =
    { $count ->
        [one] { $count } выход
        [few] { $count } выхода
       *[other] { $count } выходов
    } в расписании
invalid-used_by_episode =
    { $count ->
        [one] { $count } серия
        [few] { $count } серии
       *[other] { $count } серий
    }: { $ids }
invalid-used_by_programme =
    { $count ->
        [one] { $count } программа
        [few] { $count } программы
       *[other] { $count } программ
    }: { $ids }
invalid-used_by_quotation =
    { $count ->
        [one] { $count } цитата
        [few] { $count } цитаты
       *[other] { $count } цитат
    }: { $ids }

# Keys and gestures that the help tells of.
catalogue-key-edit = Править ячейку; раскрыть или свернуть строку
catalogue-key-next = Следующая ячейка
catalogue-key-open = Раскрыть или свернуть строку
catalogue-key-choose = Выбрать строки
catalogue-key-remove = Убрать выбранное

kind-documentary = документальный
kind-series = сериал
kind-film = фильм
kind-animation = анимация
kind-quotes = цитаты
kind-news = новости
kind-culture = культура
kind-business = бизнес
kind-sport = спорт
kind-music = музыка
kind-children = детям
kind-promo = промо
kind-filler = заполнитель

# Станция в таблице и обратно: окно.

workbook = Станция в таблице
workbook-text = Каналы, программы вплоть до версий, лицензии и сетка: меняйте в Excel или LibreOffice и принимайте обратно. До принятия видно, что меняется, ячейка за ячейкой.
workbook-write = Записать
workbook-form-book = Книга (XLSX)
workbook-form-tables = Папка таблиц (CSV)
workbook-heads-in = Язык заголовков
workbook-back = Принять обратно
workbook-choose = Выбрать файл
workbook-choose-folder = Или папку с таблицами
workbook-removes-missing = Чего на листе больше нет, удалить
workbook-again = Прочитать снова
workbook-how = Запишите таблицу, измените ячейки, сохраните и выберите её здесь: XLSX, ODS, CSV или папку с таблицами. Строки узнаются по кодам.
workbook-changes = Что меняется, по ячейкам
workbook-faults = Ячейки, которые мешают
workbook-take = Принять
note-written-workbook = Записано. Измените и примите обратно: Shift X.
