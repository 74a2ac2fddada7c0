# Кестені қолмен өңдеу.
failure-collides = { $other_at } уақытында «{ $other }» эфирде.
failure-collides-hint = Басқа уақытты немесе орын босататын эфирді таңдаңыз.
failure-cannot_trim = «{ $other }» өз нұсқасының ұзақтығындай; оны қысқартуға болмайды.
failure-cannot_trim-hint = Оны жылжытыңыз немесе ауыстырыңыз.
failure-hold_in_the_way = { $other_at } уақытындағы «{ $other }» — тікелей блок, ол жылжымайды.
failure-hold_in_the_way-hint = Оған дейін орын қалатын уақытты таңдаңыз.
failure-day_full = «{ $other }» эфир күнінің соңынан асып кетер еді.
failure-day_full-hint = Алдымен бірдеңені алып тастаңыз немесе басқа күнді таңдаңыз.
failure-day_aired = { $date } күні { $channel } арнасында эфирден өтті (тарих { $until } күніне дейін): ол енді өзгермейді.
failure-day_aired-hint = Кейінгі күнді таңдаңыз.
failure-nothing_selected = Ештеңе таңдалмаған.
failure-nothing_selected-hint = Алдымен эфирді таңдаңыз.
failure-no_channel_there = { $channel } арнасынан сонша алыс арна жоқ.
failure-no_channel_there-hint = Бар арнаны таңдаңыз.
failure-hold_stays = Тікелей блок арна торына тиесілі: ол көшірілмейді, бекітілмейді, ауыстырылмайды.
failure-hold_stays-hint = Оны торда өзгертіңіз.
failure-too_short = «{ $title }» бір минуттан аз болар еді.
failure-too_short-hint = Ұзағырақ қалдырыңыз.
failure-fixed_length = «{ $title }» өз нұсқасындай { $minutes } мин созылады.
failure-fixed_length-hint = Ұзақтығы басқа нұсқаны пайдаланыңыз.
failure-no_slot_to_return = «{ $title }» оны сақтайтын слотта тұрған жоқ.
failure-no_slot_to_return-hint = Бекітілген күйі қалдырыңыз немесе алып тастаңыз.
failure-nothing_pinned = Таңдалғандардың ешқайсысы бекітілмеген.
failure-nothing_pinned-hint = Бекітілген эфирді таңдаңыз.
failure-nothing_to_copy = Бұл күндері { $channel } арнасында көшіруге болатын ештеңе жоқ.
failure-nothing_to_copy-hint = Кестесі бар күндерді таңдаңыз.
failure-unknown_item = Каталогта «{ $id }» деген ештеңе жоқ.
failure-unknown_item-hint = Каталогты қайта ашыңыз.
failure-nothing_found = { $id } ол жерде эфирде жоқ.
failure-nothing_found-hint = Басқа күндерді не басқа бағдарламаны таңдаңыз.
failure-no_version_in_language = { $with } ішінде «{ $title }» үшін бұл тілде нұсқа жоқ ({ language-name }, { $date }, { $at }).
failure-no_version_in_language-hint = Бір нұсқаны немесе қысқарақ аралықты таңдаңыз.
failure-unknown_version = «{ $version }» нұсқасы жоқ.
failure-no_time_of_day = { $found } — { $date } эфир күнінің уақыты емес.
failure-no_time_of_day-hint = 21:00 немесе түн ортасынан кейін 25:30 түрінде жазыңыз.
failure-scenario_name = Мұндай атты B жоспары бар немесе атауы бос.
failure-scenario_name-hint = Басқа атау таңдаңыз.
failure-no_scenario = «{ $name }» атты B жоспары жоқ.
failure-no_scenario-hint = B жоспарларының тізімін қайта ашыңыз.
failure-scenario_unreadable = B жоспарын оқу мүмкін емес: { $why }
failure-scenario_unreadable-hint = Оны жойып, қайта жасаңыз.
plans-b = B жоспарлары
plans-b-text = B жоспары — кесте жанында сақталатын кейбір күндердің көшірмесі. Енгізілгенде ол кестенің орнын басып, бұрынғы кестені сақтап қалады.
plans-b-none = Әзірге жоқ.
plan-b-days =
    { $days ->
         [one] бір күн
        *[other] { $days } күн
     }
plan-b-compare = Салыстыру
plan-b-swap = Енгізу
plan-b-forget = Ұмыту
plan-b-counts = { $added } қосылады, { $removed } алынады, { $moved } жылжиды, { $kept } сол күйі
plan-b-name = Қабылданғанды сақтау атауы
plan-b-whole = осы апта емес, бүкіл кесте
plan-b-keep = Сақтау
nothing-selected = Алдымен эфирді таңдаңыз.
select-two = Екі эфирді таңдаңыз.
copied =
    { $count ->
         [one] Бір эфир қоюға дайын.
        *[other] { $count } эфир қоюға дайын.
     }
copied-note = Көшірілді
nothing-copied = Әлі ештеңе көшірілген жоқ.
blackout-all = Эфир тыйымы
blackout-of = Эфир тыйымы: { $tags }
verdict-green = Ереже қарсы емес.
judged-nothing = Бәрі таңдалғанда нені бұзатыны осында айтылады.
breaks-rules = Ереже бұзылар еді.
do-anyway = Бәрібір орындау
do-anyway-text = Ол бекітіліп, мәселе ретінде көрсетіледі.
collision-shift = Қалғанын жылжыту
collision-shift-text =
    { $count ->
         [one] Бір эфир кейінге жылжиды.
        *[other] { $count } эфир кейінге жылжиды.
     }
collision-replace = Ауыстыру
collision-replace-text =
    { $count ->
         [one] Бір эфир алынады.
        *[other] { $count } эфир алынады.
     }
collision-trim = Қысқарту
collision-trim-text =
    { $count ->
         [one] Ондағы тікелей блок қысқарады; біреуі алынады.
        *[other] Ондағы тікелей блок қысқарады.
     }
collision-refuse = Сол күйі қалдыру
edit-seek = Атауы, нөмірі, инвентарь нөмірі…
edit-place = Осында қою…
move-to = Көшіру…
edit-move = Көшіру
what-airs = Не көрсетіледі
edit-date = Эфир күні
edit-time = Уақыты
find-replace = Қайда көрсетіледі? Табу және ауыстыру
print = Басып шығару: апта — A3 парағында, тізім — A4 парағында
where-airs = Бағдарлама немесе бөлім
airs-count =
    { $count ->
         [0] Бұл аралықта көрсетілмейді.
         [one] Бұл аралықта бір рет көрсетіледі.
        *[other] Бұл аралықта { $count } рет көрсетіледі.
     }
replace-with = Неге ауыстыру
edit-from = Бастап
edit-until = Дейін
edit-all-channels = Барлық арна
replace-all =
    { $count ->
         [0] Барлығын ауыстыру
         [one] Ауыстыру
        *[other] Барлығын ауыстыру: { $count }
     }
copy-days = Күнді не аптаны көшіру…
edit-what = Не
edit-one-day = Бір күн
edit-one-week = Бір апта
edit-onto = Қай күнге
edit-times = Қатарынан неше рет
copy-days-text = Бағдарламалар сағат бойынша көшіріліп, бекітіледі. Тікелей блоктар әр арнаның торына тиесілі, көшірілмейді.
edit-copy = Көшіріп алу
edit-paste = Қою
edit-double = Бірден кейін қайталау
edit-swap = Екеуін ауыстыру
edit-remove = Алып тастау
edit-pin = Бекіту
edit-unpin = Бекітуін алу
menu-nothing-airs = Мұнда ештеңе көрсетілмейді.
menu-hold = Тікелей блоктар өз торында қалады.
select-day = Күнді таңдау
earlier-minute = Бір минут ертерек
later-minute = Бір минут кешірек
earlier-five = Бес минут ертерек
later-five = Бес минут кешірек
trim-shorter = Бір минутқа қысқарту
trim-longer = Бір минутқа ұзарту
edit-today = Бүгін
focus-up = Жоғарыдағы блок
focus-down = Төмендегі блок
focus-left = Сол жақтағы блок
focus-right = Оң жақтағы блок
zoom-in = Жақындату
zoom-out = Алыстату
zoom-usual = Қалыпты масштаб
clear-selection = Таңдауды алып тастау
edit-overview = Бүкіл кесте
aired = Эфирден өтті
hour-missing = сағат { $minutes } мин аттайды
hour-double = сағат { $minutes } мин қайталайды
edit-selected-count =
    { $count ->
         [one] Біреуі таңдалды
        *[other] { $count } таңдалды
     }
edit-more = Тағы
edit-place-here = Осында қою
edit-use-instead = Осыны қою
fix-apply = Қолдану
fix-nearest = Ең жақын түзетуге өту
details-go = Толық мәліметке өту

# Keys and gestures that the help tells of.
gesture-copy = Сүйреу: көшірмесін жасау
gesture-minute = Сүйреу: минутына дейін
gesture-band = Бос жермен сүйреу: сондағының бәрін таңдау
gesture-select = Шерту: тағы біреуі; осыған дейін
