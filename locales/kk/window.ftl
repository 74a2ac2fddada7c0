# What the window says.

screens = Экрандар
schedule = Кесте
calculate = Есептеу
export = Файл сақтау
journal = Журнал
journal-older = Ертеректегі жазбаларды көрсету
language = Тіл
theme-light = Ашық түс
theme-dark = Күңгірт түс
help = Пернелер
guide = Нұсқаулық
close = Жабу
open = Станцияны ашу
new-empty = Жаңа бос станция
new-sample = Жаңа үлгі станция
recent = Соңғылары
channels = Арналар
channels-all = { $count } арна
channel = Арна
before = Ертерек
next = Кейінірек
view = Көрініс
view-day = Күн
view-week = Апта
view-list = Тізім
undo = Болдырмау
redo = Қайталау
find = Табу не орындау…
problem-next = Келесі мәселе
problem-before = Алдыңғы мәселе
wheel = дөңгелек
zoom = Масштаб
empty-title = Станция бос
empty-text = Арнадан не дайын кестеден бастаңыз, не алдымен үлгіні қараңыз.
open-slot = Бос слот
break =
    { $count ->
        [one] бір промо не толтырғыш
       *[other] { $count } промо мен толтырғыш
     }
day-length = { $hours } сағ
nothing-on-air = Бұл күні әзірге эфир жоқ.
details = Мәліметтер мен мәселелер
on-air = Эфирде
slot = Слот
why-here = Неге осында
why-open = Неге бос
candidates = Басқа үміткерлер
kept = сақталды
broken = бұзылды
fact-runs = { $most } ішінен { $runs }
fact-runs-free = { $runs }-көрсетілім, шексіз
fact-room = { $room } ішінен { $duration }
fact-premiere = { $channel } { $at }
fact-gap = кемінде { $hours } сағ
fact-gap-apart = ең жақынынан { $apart } сағат, керегі { $hours } сағат
fact-day = { $most } ішінен { $airings }
fact-until = { $until } күніне дейін
problems-on = Мәселелер: { $channel }
no-problems = Бұл аптада мәселе жоқ.
not-calculated = Кесте әлі бос: есептеңіз.
remarks =
    { $count ->
        [one] бір ескертпе
       *[other] { $count } ескертпе
     }
count-errors =
    { $count ->
        [one] бір мәселе
       *[other] { $count } мәселе
     }
count-open =
    { $count ->
        [one] бір бос слот
       *[other] { $count } бос слот
     }
proposal-waits = Ұсыныс күтуде
all-kept = Барлық өзгеріс сақталған
calculating = Есептелуде
cancel = Тоқтату
proposal-title = Ұсыныс
proposal-file = { $file } файлынан оқылды
proposal-told = Файл туралы ескертулер: { $count }
proposal-range =
    { $from } бастап, { $days ->
        [one] бір күн
       *[other] { $days } күн
     }
added = қосылды
moved = жылжыды
removed = алынды
kept-as-is = өзгеріссіз
left-open = бос қалды
errors = { $count ->
   *[other] қате
 }
changes = Өзгерістер
no-changes = Ештеңе өзгермейді.
more-rows = және тағы { $count }
discard = Бас тарту
calculate-text = Arna ненің қашан шығатынын есептейді; қабылдағанша ештеңе өзгермейді. Бекітілген эфирлер орнында қалады.
first-date = Алғашқы күн
days = Күн саны
calculate-channels =
    { $count ->
        [one] Бір арна
       *[other] Барлық { $count } арна
     }
calculate-what = Не өзгере алады
effort = Ізденіс
effort-fast = Жылдам
effort-normal = Қалыпты
effort-best = Ең жақсы
calculate-prove = Ең жақсы мүмкіндікке қаншалықты жақын екенін дәлелдеу
proven = Ең жақсы мүмкіндіктен қорларда { $pools } %, үзілістерде { $breaks } % шегінде.
form = Пішім
form-xmltv = Нұсқаулық (XMLTV)
form-csv = Кестеге арналған эфир парағы (CSV)
form-xlsx = Excel үшін эфир парағы (XLSX)
form-pdf-week = Қабырғаға ілінетін апта (PDF, A3)
form-pdf-rundown = Басып шығарылатын эфир парағы (PDF, A4)
form-ics = Күнтізбе (iCalendar)
form-bxf = Трафик пен автоматика (BXF)
form-tva = Қабылдағыштарға арналған бағдарлама (TV-Anytime)
form-dvb-i = Қабылдағыштарға арналған бағдарлама (DVB-I)
form-page = Серіктеске арналған бет (HTML)
form-ffplayout = ffplayout плейлистері
form-m3u = Ойнату тізімдері (M3U)
export-whole = Бүкіл файл: { $bytes } байт, { $airings } эфир
export-preview = Файлдың болашақ түрі
export-book = Excel кітабы — мәтін емес: көру үшін оны ашыңыз.
export-pdf = PDF — мәтін емес: көру үшін оны ашыңыз.
export-lists = Әр эфир күніне бір файл, соңғы миллисекундына дейін толтырылған, таңдалған қалтада.
export-files = Станция білмейтін файлдар қалай аталады
export-rate = Секундына кадр
export-broadcast-date = Түн ортасынан кейінгі уақыт эфир күнімен тұрады
export-authority = Хабар таратушының DNS атауы
export-programme = Бағдарлама
export-all-programmes = Біреуі таңдалмаса — бәрі
export-dropped = Бұл түр тасымалдай алмайтын { $count } таңба қалдырылды.
choose-folder = Қалтаны таңдау
note-written-lists = { $airings } жол жазылды
form-station = Бүкіл станция (JSON)
titles-in = Атаулар тілі
save-as = Басқаша сақтау
save-in-folder = Қалтаға сақтау
nothing-found = Ештеңе табылмады
was-undone = болдырылмаған
welcome = Үш қадам
welcome-done = Орындалды
welcome-see = Осы аптаның мәселелерін көру
welcome-fix = Біреуін түзету: не көмектесетіні тексерілген
welcome-export = Аптаны арнаға экспорттау
note-no-problems = Мұнда мәселе жоқ.
note-no-open = Мұнда бос слот жоқ.
note-accepted = Орындалды
note-undone = Болдырылмады
note-redone = Қайталанды
note-written-station = Станция жазылды
note-written =
    { $airings ->
        [one] Бір эфир жазылды
       *[other] { $airings } эфир жазылды
     }
showing-premiere = Тұсаукесер
showing-first = Алғашқы көрсетілім
showing-repeat = Қайталау
showing-premiere-short = Т
showing-first-short = 1-ші
origin-short-pin = бекітілген
origin-short-sequel = жалғасы
origin-short-repeat = қайталау
origin-short-pool = қор
origin-short-hold = тікелей
origin-short-promo = промо
origin-short-filler = толтырғыш
date-full = { $year } ж. { $day } { $month }, { $weekday }
date-week = { $year } ж. { $day }–{ $last-day } { $month }
date-week-two-months = { $last-year } ж. { $day } { $month } – { $last-day } { $last-month }
date-week-two-years = { $year } ж. { $day } { $month } – { $last-year } ж. { $last-day } { $last-month }
failure-no_station_open = Ашық станция жоқ.
failure-no_station_open-hint = Біреуін ашыңыз.
failure-bad_date = «{ $found }» деген күн жоқ.
failure-bad_date-hint = Басқасын таңдаңыз.
weekday-0 = дс
weekday-1 = сс
weekday-2 = ср
weekday-3 = бс
weekday-4 = жм
weekday-5 = сб
weekday-6 = жс
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
fixes = Не көмектеседі
fixes-looking = Не көмектесетіні тексерілуде …
fix-effect = Сонда { $airs } көрсетіледі. Қорлар { $pool }, үзілістер { $breaks }, бос слоттар { $open }.
points-more = { $points } ұпай
go-to-date = Күнге өту
go-to-date-go = Өту
date-not-read = «{ $text }» — күн емес. 2024-07-01 не 1.7.2024 деп жазыңыз.
date-too-early = { $date } күнінен ерте емес.
month-before = Алдыңғы ай
month-next = Келесі ай
month-of-year = { $year } ж. { $month }
problems-looking = Мәселелер ізделуде …
pick-one = «{ $text }» тізімде жоқ. Тізімнен таңдаңыз.
pick-more = Тағы { $count }: теріп іздеңіз
month-alone-1 = қаңтар
month-alone-2 = ақпан
month-alone-3 = наурыз
month-alone-4 = сәуір
month-alone-5 = мамыр
month-alone-6 = маусым
month-alone-7 = шілде
month-alone-8 = тамыз
month-alone-9 = қыркүйек
month-alone-10 = қазан
month-alone-11 = қараша
month-alone-12 = желтоқсан
