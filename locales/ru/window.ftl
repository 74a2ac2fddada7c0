# What the window says.

screens = Экраны
schedule = Расписание
calculate = Рассчитать
export = Сохранить файл
journal = Журнал
journal-older = Показать более ранние записи
language = Язык
theme-light = Светлая тема
theme-dark = Тёмная тема
help = Клавиши
guide = Руководство
close = Закрыть
open = Открыть станцию
new-empty = Новая пустая станция
new-sample = Новый пример станции
recent = Недавние
channels = Каналы
channels-all =
    { $count ->
        [one] { $count } канал
        [few] { $count } канала
       *[other] { $count } каналов
     }
channel = Канал
before = Раньше
next = Позже
view = Вид
view-day = День
view-week = Неделя
view-list = Список
undo = Отменить
redo = Повторить
find = Найти или сделать…
problem-next = Следующая проблема
problem-before = Предыдущая проблема
wheel = колесо
zoom = Масштаб
empty-title = Станция пуста
empty-text = Начните с канала или с готовой таблицы либо сначала посмотрите пример.
open-slot = Свободный слот
break =
    { $count ->
        [one] { $count } промо или заполнитель
        [few] { $count } промо и заполнителя
       *[other] { $count } промо и заполнителей
     }
day-length = { $hours } ч
nothing-on-air = В этот день эфира пока нет.
details = Подробности и проблемы
on-air = В эфире
slot = Слот
why-here = Почему здесь
why-open = Почему свободно
candidates = Другие кандидаты
kept = соблюдено
broken = нарушено
fact-runs = { $runs } из { $most }
fact-runs-free = показ { $runs }, без предела
fact-room = { $duration } из { $room }
fact-premiere = { $channel } { $at }
fact-gap = не менее { $hours } ч
fact-gap-apart = { $apart } ч от ближайшего, нужно { $hours } ч
fact-day = { $airings } из { $most }
fact-until = до { $until }
problems-on = Проблемы: { $channel }
no-problems = На этой неделе проблем нет.
not-calculated = Расписание пусто: рассчитайте его.
remarks =
    { $count ->
        [one] { $count } заметка
        [few] { $count } заметки
       *[other] { $count } заметок
     }
count-errors =
    { $count ->
        [one] { $count } проблема
        [few] { $count } проблемы
       *[other] { $count } проблем
     }
count-open =
    { $count ->
        [one] { $count } свободный слот
        [few] { $count } свободных слота
       *[other] { $count } свободных слотов
     }
proposal-waits = Предложение ждёт
all-kept = Все изменения сохранены
calculating = Идёт расчёт
cancel = Отмена
proposal-title = Предложение
proposal-file = прочитано из { $file }
proposal-told =
    { $count ->
        [one] { $count } замечание о файле
        [few] { $count } замечания о файле
       *[other] { $count } замечаний о файле
    }
proposal-range =
    С { $from }, { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
     }
added = добавлено
moved = перенесено
removed = убрано
kept-as-is = без изменений
left-open = осталось свободно
errors = { $count ->
    [one] ошибка
    [few] ошибки
   *[other] ошибок
 }
changes = Изменения
no-changes = Ничего не изменится.
more-rows = и ещё { $count }
discard = Отклонить
calculate-text = Arna рассчитает, что и когда выходит; до принятия ничего не изменится. Закреплённое остаётся на месте.
first-date = Первая дата
days = Дней
calculate-channels =
    { $count ->
        [one] { $count } канал
        [few] Все { $count } канала
       *[other] Все { $count } каналов
     }
calculate-what = Что может измениться
effort = Поиск
effort-fast = Быстрый
effort-normal = Обычный
effort-best = Лучший
calculate-prove = Доказать, насколько план близок к лучшему возможному
proven = Не дальше { $pools } % от лучшего возможного в подборах и { $breaks } % в перебивках.
form = Формат
form-xmltv = Телегид (XMLTV)
form-csv = Эфирный лист для таблиц (CSV)
form-xlsx = Эфирный лист для Excel (XLSX)
form-pdf-week = Неделя на стену (PDF, A3)
form-pdf-rundown = Эфирный лист для печати (PDF, A4)
form-ics = Календарь (iCalendar)
form-bxf = Трафик и автоматика (BXF)
form-tva = Телегид для приёмников (TV-Anytime)
form-dvb-i = Телегид для приёмников (DVB-I)
form-page = Страница для партнёра (HTML)
form-ffplayout = Плейлисты для ffplayout
form-m3u = Плейлисты (M3U)
export-whole = Весь файл: байт — { $bytes }, выходов — { $airings }
export-preview = Файл, каким он будет
export-book = Книга Excel — не текст: откройте её, чтобы увидеть.
export-pdf = PDF — не текст: откройте его, чтобы увидеть.
export-lists = По файлу на каждую эфирную дату, заполненную до последней миллисекунды, в выбранной папке.
export-files = Как называются файлы, которых станция не знает
export-rate = Кадров в секунду
export-broadcast-date = Время после полуночи — под датой эфира
export-authority = Имя вещателя в DNS
export-programme = Программа
export-all-programmes = Все программы, если ни одна не выбрана
export-dropped = Знаков, которые эта форма не передаёт, пропущено: { $count }.
choose-folder = Выбрать папку
note-written-lists = Записано строк: { $airings }
form-station = Вся станция (JSON)
titles-in = Названия на языке
save-as = Сохранить как
save-in-folder = Сохранить в папку
nothing-found = Ничего не найдено
was-undone = отменено
welcome = Три шага
welcome-done = Сделано
welcome-see = Посмотреть проблемы недели
welcome-fix = Исправить: что помогает, уже проверено
welcome-export = Выгрузить неделю для канала
note-no-problems = Проблем здесь нет.
note-no-open = Свободных слотов здесь нет.
note-accepted = Готово
note-undone = Отменено
note-redone = Повторено
note-written-station = Станция записана
note-written =
    { $airings ->
        [one] Записан { $airings } выход
        [few] Записано { $airings } выхода
       *[other] Записано { $airings } выходов
     }
showing-premiere = Премьера
showing-first = Первый показ
showing-repeat = Повтор
showing-premiere-short = П
showing-first-short = 1-й
origin-short-pin = закреплено
origin-short-sequel = продолжение
origin-short-repeat = повтор
origin-short-pool = подбор
origin-short-hold = прямой
origin-short-promo = промо
origin-short-filler = заполнитель
date-full = { $weekday }, { $day } { $month } { $year }
date-week = { $day }–{ $last-day } { $month } { $year }
date-week-two-months = { $day } { $month } – { $last-day } { $last-month } { $last-year }
date-week-two-years = { $day } { $month } { $year } – { $last-day } { $last-month } { $last-year }
failure-no_station_open = Станция не открыта.
failure-no_station_open-hint = Откройте станцию.
failure-bad_date = Даты «{ $found }» нет.
failure-bad_date-hint = Выберите другую.
weekday-0 = пн
weekday-1 = вт
weekday-2 = ср
weekday-3 = чт
weekday-4 = пт
weekday-5 = сб
weekday-6 = вс
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
fixes = Что поможет
fixes-looking = Проверяется, что поможет …
fix-effect = Тогда идёт { $airs }. Подборы { $pool }, перебивки { $breaks }, свободных слотов { $open }.
points-more = { $points } очков
go-to-date = Перейти к дате
go-to-date-go = Перейти
date-not-read = «{ $text }» — не дата. Введите 2024-07-01 или 1.7.2024.
date-too-early = Не раньше { $date }.
month-before = Предыдущий месяц
month-next = Следующий месяц
month-of-year = { $month } { $year }
problems-looking = Ищем проблемы …
pick-one = «{ $text }» нет в списке. Выберите из списка.
pick-more = Ещё { $count }: начните вводить
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь
