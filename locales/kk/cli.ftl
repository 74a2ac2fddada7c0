# What the command line says.

cli-error = қате
cli-file = файл
cli-remedy = не істеу керек
cli-made = { $file } жасалды.
cli-schedule = Кесте
cli-open = бос
cli-not-calculated = ол үшін әлі ештеңе есептелген жоқ
cli-nothing-found = Ештеңе табылмады.
cli-no-schedule = Станциямен жұмыс істеуге болады. Бағалайтын кесте әлі жоқ.
cli-planned = { $airings } эфир, { $open } бос слот, { $findings } ескерту; ұпай: қорлар { $pool }, үзілістер { $break }
cli-proven =
    { $pools ->
        [best] Жоспардың қорлары ең жақсы мүмкін нәтиже екені дәлелденді; { $breaks ->
            [best] үзілістері де солай
           *[other] үзілістері ең жақсы мүмкіндіктен { $breaks } % шегінде
        }
       *[other] Жоспар ең жақсы мүмкіндіктен қорларда { $pools } %, үзілістерде { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % шегінде
    }
cli-proven-of =
    { $pools ->
        [best] { $which }: қорлары ең жақсы мүмкін нәтиже екені дәлелденді, үзілістері ең жақсы мүмкіндіктен { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % шегінде
       *[other] { $which }: ең жақсы мүмкіндіктен қорларда { $pools } %, үзілістерде { $breaks ->
            [best] 0
           *[other] { $breaks }
        } % шегінде
    }
cli-accepted = { $days } күннің { $airings } эфирі кестеге қабылданды. «arna undo» кері қайтарады.
cli-difference = қосылды: { $added }, жылжыды: { $moved }, алынды: { $removed }, қабылданғандай қалды: { $kept }
cli-added = қосылды
cli-moved = жылжыды
cli-removed = алынды
cli-exported = { $airings } эфир жазылды.
cli-dropped = Пішім қабылдамайтын { $count } таңба қалдырылды.
cli-undone = Болдырылмады: { $op }
cli-redone = Қайталанды: { $op }
cli-was-undone = болдырылмаған
cli-nothing-to-undo = Болдырмайтын ештеңе жоқ.
cli-nothing-to-redo = Қайталайтын ештеңе жоқ.
cli-restored = { $backup } көшірмесінен қалпына келтірілді. Ауыстырылған файл сақтық көшірмеге айналды.
cli-restore-unreadable = Станцияның өзі оқылмайды: көшірмеде не жоқ екені белгісіз. «arna salvage» оқылатынын алады.
cli-restore-other = Бұл көшірме осы станцияның бұрынғы күйі емес.
cli-restore-lost = Қайтарылса, жоғалатыны: журналдың { $entries } жазбасы, { $revisions } редакция. Эфирлер: қазір { $now }, сонда { $then }. Ештеңе өзгерген жоқ.
cli-no-backups = Әзірге сақтық көшірме жоқ.
cli-written = Жазылды: { $file }
cli-rolled-out = Тұсаукесерлер, арна саны: { $channels }; шығады: { $airs }, нұсқа күтеді: { $waits }, шықпайды: { $fails }; сұралатын лицензия: { $licences }
cli-premieres-airs = { $from } – { $until } ({ $count })
cli-premieres-waits = күтеді: { $from } – { $until } ({ $count })
cli-premieres-fails = шықпайды: { $from } – { $until } ({ $count })
cli-versions-missing = { $by } дейін жасалуы керек ({ $count })
cli-every-day = күн сайын
cli-repeat-of =
    { $slot } қайталауы, { $days ->
        [0] сол күні
       *[other] { $days } күннен кейін
     }
cli-weekday-mon = дс
cli-weekday-tue = сс
cli-weekday-wed = ср
cli-weekday-thu = бс
cli-weekday-fri = жм
cli-weekday-sat = сб
cli-weekday-sun = жс
cli-head-channel = арна
cli-head-name = атауы
cli-head-zone = уақыт белдеуі
cli-head-day-start = күннің басы
cli-head-holds = станцияда бар
cli-head-count = саны
cli-head-severity = маңызы
cli-head-where = қайда
cli-head-date = күні
cli-head-what = не
cli-head-change = өзгеріс
cli-head-why = неге
cli-head-kept = сақталды
cli-head-rule = ереже
cli-head-values = мәндер
cli-head-candidates = үміткерлер
cli-head-number = нөмір
cli-head-when = қашан
cli-head-who = кім
cli-head-state = күйі
cli-head-bytes = байт
cli-head-file = файл
cli-head-start = басталуы
cli-head-duration = ұзақтығы
cli-head-end = аяқталуы
cli-head-utc-offset = UTC ығысуы
cli-head-title = атауы
cli-head-episode = бөлім
cli-head-language = тіл
cli-head-version = нұсқа
cli-head-origin = шығу себебі
cli-head-slot = слот
cli-head-days = апта күндері
cli-head-minutes = минут
cli-head-from = басы
cli-head-until = соңы
cli-head-layer = қабат
cli-head-licence = сұралатын лицензия
cli-head-languages = тілдер
cli-head-runs = көрсетілім
cli-head-gap-hours = аралық, сағ
cli-head-season = маусым
cli-head-shows-first = алдымен көрсетеді
cli-head-holdback-hours = басқалар күтеді, сағ
cli-head-by = қажет мерзімі
cli-head-stands-in = орнына
cli-count-programmes = бағдарламалар
cli-count-episodes = бөлімдер
cli-count-versions = нұсқалар
cli-count-licences = лицензиялар
cli-count-slots = слоттар
cli-count-campaigns = науқандар
cli-count-pins = бекітілген эфирлер
cli-count-history = кестеге дейінгі эфирлер
cli-count-occasions = оқиғалар
cli-count-places = жерлер
cli-count-quotations = дәйексөздер
cli-count-airings = кестедегі эфирлер
cli-head-points = ұпай
cli-head-fix = не көмектеседі
cli-head-airs = сонда эфирде
cli-head-pool = қорлар
cli-head-break = үзілістер
cli-head-open = бос слоттар
cli-head-measure = өлшем
cli-head-without = өзгеріссіз
cli-head-with = өзгеріспен
cli-head-difference = айырма
cli-airing-lost = жоғалды
cli-airing-added = қосылды
cli-airing-moved = жылжыды
cli-measure-pool = қорлардың ұпайы
cli-measure-break = үзілістердің ұпайы
cli-measure-programmes = бағдарлама эфирлері
cli-measure-open = бос слоттар
cli-measure-findings = ескертулер
cli-new-problems = Онымен бірге келетіні:
cli-breaks-change = Үзілістерде { $lost } промо мен толтырғыш кетеді, { $added } келеді.

fact-language = тілі: { $value }
fact-languages = слотқа керегі: { $value }
fact-duration = ұзақтығы { $value }
fact-room = бос орын { $value }
fact-from = басы { $value }
fact-until = соңы { $value }
fact-date = күні { $value }
fact-licence = лицензия { $value }
fact-runs = көрсетілім № { $value }
fact-max_runs =
    { $value ->
        [none] шегі жоқ
       *[other] шегі { $value }
    }
fact-min_gap_hours = аралығы кемінде { $value } сағ
fact-other = ең жақын басқа эфирі { $value }
fact-apart_hours = { $value } сағ қашықта
fact-rating = жас шегі { $value }
fact-first_channel = алдымен { $value }
fact-hours = басқаларда { $value } сағаттан кейін
fact-premiere = тұсаукесер { $value }
fact-airings = сол күнгі эфир № { $value }
fact-max_per_day = күніне ең көбі { $value }
fact-programme = бағдарлама { $value }
fact-other_version = қатарында { $value }
cli-edited = Орындалды: { $op }
cli-published = { $channel }: { $number }-редакция жарияланды, { $from } – { $until }; жазылған файлдар: { $files }
cli-stands = { $channel }: жаңа ештеңе жоқ, { $number }-редакция күшінде ({ $from } – { $until }); жазылған файлдар: { $files }, орнында тұрғаны: { $there }
cli-no-receivers = { $channel } арнасында қабылдаушы жоқ: ештеңе берілмеді. «arna receiver set» қосады.
cli-nothing-to-publish = Бұл күндерде ештеңе қабылданбаған: ештеңе жарияланбады.
cli-receiver-moved = { $receiver } бұрын { $before } кестесін алатын; енді { $channel } кестесін алады.
cli-compare-key = { $host } қазір осы кілттерді көрсетеді. Сенім бермес бұрын сервер иесі басқа жолмен айтқанымен салыстырыңыз.
cli-password = { $account } үшін құпиясөз:
cli-password-kept = { $account } үшін құпиясөзді жүйенің кілттер қоймасы сақтайды.
cli-not-published = { $channel } жарияланбады:
cli-no-revisions = Әлі ештеңе жарияланған жоқ.
cli-no-deliveries = Әлі ештеңе берілген жоқ.
cli-change-moved = жылжыды
cli-change-trimmed = ұзақтығы
cli-change-instead = ауысты
cli-change-version = нұсқа
cli-change-added = жаңа
cli-change-dropped = алынды
cli-change-otherwise = басқаша айтылады
cli-head-receiver = қабылдаушы
cli-head-files = файлдар
cli-head-folder = қалта
cli-head-form = пішім
cli-head-sha256 = SHA-256
cli-head-revision = редакция
cli-head-was-date = бұрынғы күн
cli-head-was-start = бұрынғы басы
cli-head-was-end = бұрынғы соңы
cli-head-was-title = бұрынғы атауы
cli-head-was-episode = бұрынғы бөлімі
cli-head-was-language = бұрынғы тілі
cli-nothing-accepted = Бұл күндерде ештеңе қабылданбаған, сақтайтын ештеңе жоқ: бұл жаңа жоспар.
cli-covered = Мұнда ештеңе көрсетілмейді: слот жабылған.
cli-covered-by-pin = { $version } бекітуімен, { $start } – { $end }
cli-covered-by-slot = жоғары қабаттағы { $slot } слотымен, { $start } – { $end }
failure-usage_value = { $argument } «{ $value }» мәнін қабылдамайды.
failure-usage_unknown = Мұнда { $argument } аргументі жоқ.
failure-usage_command = «{ $value }» командасы жоқ.
failure-usage_conflict = { $argument } мен { $other } бірге берілмейді.
failure-usage_unused = { $argument } { $other } болмаса ештеңе білдірмейді.
failure-usage_missing = Жетіспейді: { $argument }
failure-usage_no_value = { $argument } мәнсіз берілмейді.
failure-usage_other = Команда жолы оқылмады: { $why }
failure-usage_unknown-hint =
    { $like ->
        [none] Не теруге болатынын «{ $help }» айтады.
       *[other] { $like } дегіңіз келді ме?
    }
failure-usage_command-hint =
    { $like ->
        [none] Не теруге болатынын «{ $help }» айтады.
       *[other] { $like } дегіңіз келді ме?
    }
failure-usage_conflict-hint = Не теруге болатынын «{ $help }» айтады.
failure-usage_unused-hint = Не теруге болатынын «{ $help }» айтады.
failure-usage_missing-hint = Не теруге болатынын «{ $help }» айтады.
failure-usage_no_value-hint = Не теруге болатынын «{ $help }» айтады.
failure-usage_other-hint = Не теруге болатынын «{ $help }» айтады.
failure-usage_value-hint =
    { $wanted ->
        [date] 1900–2199 жылдардың күнін жазыңыз, мысалы 2024-07-01.
        [instant] Уақытты ығысуымен жазыңыз, мысалы 2024-07-03T12:00:00+05:00.
        [time] Эфир тәулігінің уақытын жазыңыз, мысалы 21:00, 21:00:25 немесе 25:30.
        [language] Тіл белгісін жазыңыз, мысалы kk немесе zh-Hant.
        [authority] khabar.kz сияқты DNS атауын жазыңыз.
        [sftp] Пайдаланушы@сервер/қалта деп жазыңыз, мысалы arna@ftp.example.org/incoming.
        [postgresql] postgresql://логин@сервер:порт/база түрінде жазыңыз; мекенжайда құпиясөз тұрмайды.
        [host] Серверді жазыңыз, мысалы ftp.example.org не ftp.example.org:2222.
        [host_key] Таңбаны, SHA256: және 43 таңба, не ашық кілтті жазыңыз, мысалы ssh-ed25519 AAAA….
        [days] Күн санын жазыңыз: 1–3653.
        [threads] 1-ден басталатын сан жазыңыз.
        [number] 0-ден басталатын бүтін сан жазыңыз.
        [hours] Эфир күнінің сағаттарын жазыңыз, мысалы 19:00-23:00.
        [one_of] Мыналардың бірі: { $known }.
       *[any] Не теруге болатынын «{ $help }» айтады.
    }
# What is wrong with a station file, and what can be done.
cli-sound = { $file } бүтін: журналда { $entries } жазба, әр бет, жазба және эфир оқылады.
cli-backup-sound = бүтін
cli-good-backup = Ең жаңа бүтін сақтық көшірме: { $file }
cli-head-remedy = не істеу керек
remedy-salvage = «arna salvage»: оқылатынның бәрін жаңа файлға алу
remedy-restore = «arna restore»: бұрынғы сақтық көшірмені қайтару
remedy-nothing = ештеңе: станцияның өзі бүтін
cli-salvaged = { $file } жасалды: { $airings } эфир, каталог пен торлар — оқылғанынша. Бүлінген файл сол қалпында.
cli-salvaged-whole = Ештеңе жоғалған жоқ; журнал бүтін, қайтару жұмыс істейді.
cli-salvaged-anew = Журналды бүтін сақтау мүмкін болмады: ол жаңадан басталады, қайтаратын ештеңе жоқ.
cli-missing = Жоғалғаны, барлығы { $count }:
cli-workbook-waits = Әзірге ештеңе өзгерген жоқ. --accept болса, бұл бір қадам болады.
cli-workbook-accepted = Енді станцияда солай; «arna undo» кері қайтарады.
# Сервердегі станция.
cli-shared = Станция енді { $server } серверінде; { $station } — оның көшірмесі.
cli-copied = { $station } — { $server } серверіндегі станцияның көшірмесі.
cli-standing-connected = { $login }, { $server }: байланыста, { $number } жазбаға дейін.
cli-standing-offline = { $login }, { $server }: серверсіз жұмыс; өз жазбалары: { $own }.
cli-standing-apart = { $login }, { $server }: байланыс жоқ. { $why }
cli-present = Қазір осында: { $names }
cli-caught-up = Келген жазбалар: { $count }
cli-merged = Қайта жасалды: { $done }; шешім күтеді: { $undecided }
cli-works-offline = Бұл жұмыс орны енді серверсіз жұмыс істейді. «arna station merge» серверге қайтарады.
cli-decided = Шешілді.
cli-nothing-left = Ештеңе қалдырылмаған.
cli-detached = { $station } енді жеке станция; одан серверге ештеңе бармайды.
cli-upgraded = { $server } серверіндегі станция енді { $needed } пішімінде; бұрын { $found } пішімінде еді.
cli-upgraded-before = { $server } серверіндегі станция бұрыннан { $needed } пішімінде; ештеңе өзгерген жоқ.
cli-account-set = { $login } есептік жазбасы: { $roles }
cli-account-removed = { $login } есептік жазбасы жойылды.
cli-password-new = { $login } үшін жаңа құпиясөз: 
cli-head-roles = рөлдер
cli-head-channels = арналар
aside-waiting = қайталауды күтеді
aside-conflict = шешім күтеді
aside-left = қалдырылды
aside-done = жасалды
