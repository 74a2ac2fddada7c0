# Бірнеше орыннан жұмыс істелетін станция.

shared = Жұмыс орындары және сервер
shared-chip-own = Өз файлы
shared-chip-alone = Ортақ, басқа ешкім жоқ
shared-chip-here = Осында: { $names }
shared-chip-here-more = Осында: { $names } және тағы { $count }
shared-chip-connecting = Серверге қосылуда …
shared-chip-offline =
    { $count ->
        [0] Серверсіз
        [one] Серверсіз, { $count } жазба күтіп тұр
       *[other] Серверсіз, { $count } жазба күтіп тұр
    }
shared-chip-apart = Сервер қолжетімсіз
shared-chip-password = Сервер құпиясөз сұрайды
shared-chip-reading = Көшірме, тек оқу
shared-chip-moving-share = Серверге барады: { $percent } %
shared-chip-moving-copy = Серверден келеді: { $percent } %
shared-chip-decisions =
    { $count ->
        [one] { $count } шешім
       *[other] { $count } шешім
    }
shared-told-own = Бұл станция тек өз файлында. Серверде онымен бірнеше орыннан бірден жұмыс істеледі, әрқайсысында өз көшірмесі бар.
shared-told-connected = Істегеніңіз бірден серверде; басқалардың істегені өзі келеді.
shared-told-connecting = Әзірге станцияны оқуға болады.
shared-told-offline = Істегеніңіз қайта қосқанша осы файлда қалады.
shared-told-apart = Станцияны оқуға болады. Өзгерту үшін серверді күтіңіз немесе онсыз жұмыс істеңіз.
shared-where = { $login }, { $server }
shared-tab-desk = Осы жұмыс орны
shared-tab-decisions = Шешімдер
shared-tab-left = Қалдырылғандар
shared-tab-accounts = Есептік жазбалар
shared-tab-share = Станцияны бөлісу
shared-tab-copy = Серверден көшірме ашу
shared-here = Қазір осында
shared-you = сіз
shared-nobody = Кім барын жұмыс орны серверге қосылғанда білуге болады.
shared-others = Басқалар соңғы не істеді
shared-others-none = Әзірге ештеңе.
shared-own-entries = Серверсіз істегеніңіз
shared-offline = Серверсіз жұмыс істеу
shared-offline-told = Жолда немесе сервер қолжетімсіз кезде: істегеніңіз осы файлда сақталып, кейін қосылады.
shared-merge = Қайта қосу
shared-merge-told = Файлдың сақтық көшірмесі жасалады, басқалардың істегені келеді, жазбаларыңыз бір-бірлеп қайта істеледі. Басқалар соны өзгертсе немесе құқығыңыз болмаса, өзіңіз шешесіз; ештеңе жоғалмайды.
shared-merge-on = Күтіп тұрғанды қайта істеу
shared-waiting =
    { $count ->
        [one] { $count } жазба қайта істеуді күтіп тұр.
       *[other] { $count } жазба қайта істеуді күтіп тұр.
    }
shared-merging = { $of } ішінен { $at } қайта істелді
shared-merged = Қайта істелді: { $done }; шешу керек: { $undecided }
shared-detach = Жеке станция ету
shared-detach-told = Бұл файл сол күйінде қалады, одан серверге енді ештеңе бармайды. Сервердегі станция да қалады.
shared-detached = Бұл файл енді жеке станция.
shared-password = { $account } құпиясөзі
shared-keep = Осы компьютердің кілттер қоймасында сақтау
shared-sign-in = Кіру
shared-run-only = Кілттер қоймасы құпиясөзді сақтамайды: ол бағдарлама жабылғанша белгілі.
shared-decide = Шешу
shared-no-decisions = Шешетін ештеңе жоқ.
shared-decisions-told = Басқалар соны сізден бұрын өзгертті. ↑ ↓ таңдайды; T өзіңіздікін алады, L басқанікін қалдырады. Алынбағаны файлда сақталады.
shared-yours = Сіздікі
shared-theirs = { $author } өзгерткені
shared-theirs-now = Қазір
shared-before = Бұрын
shared-take = Менікін алу
shared-leave = Басқанікін қалдыру
shared-taken = Енді сіздікі үстінде
shared-left = Басқанікі қалады; сіздікі файлда сақталады
shared-left-told = Қалдыруға шешілгендер, жаңасы жоғарыда: оқу үшін осы файлда сақталады. Олар жасалмаған және енді ештеңені өзгертпейді.
shared-none-left = Ештеңе қалдырылмаған.
shared-left-instead = Оның орнына: { $what } ({ $author }, { $at })
shared-left-refused = Сервер мұны қабылдамады немесе станциямен жұмыс істеуге болмас еді.
shared-refused-choice = Сервер қабылдамады: құқығыңыз жоқ немесе станциямен жұмыс істеуге болмас еді.
shared-waits-choice = Қайта істеуді күтіп тұр.
shared-whole = толығымен
shared-there = бар
shared-gone = жоқ
shared-yes = иә
shared-no = жоқ
shared-more = Тағы { $count } көрсету
shared-fewer = Азырақ көрсету
shared-record =
    { $kind ->
        [about] станция сипаттамасы
        [channel] арна
        [programme] бағдарлама
        [licence] лицензия
        [holdback] алғашқы көрсету құқығы
        [blackout] эфир тыйымы
        [slot] слот
        [campaign] науқан
        [campaign_target] науқан мақсаты
        [filler] толтырғыш
        [pin] бекіту
        [aired] тарих жазбасы
        [occasion] оқиға
        [place] жер
        [quotation] дәйексөз
        [partner] серіктес
        [media] медиафайл
        [receiver] қабылдаушы
       *[other] { $kind }
    }
field-zone = Уақыт белдеуі
field-day_start = Тәуліктің басы
field-rating_hours = Рейтинг сағаттары
field-quotas = Тіл квоталары
field-media = Медиафайл
field-programme = Бағдарлама
field-season = Маусым
field-episode = Бөлім
field-channel = Арна
field-languages = Тілдер
field-from = Алғашқы күні
field-until = Соңғы күні
field-max_runs = Көрсетілім саны
field-shared = Барлық арнаға ортақ
field-rerun_hours = Қайталау сағаты
field-min_gap_hours = Басталу арасы, сағат
field-days = Апта күндері
field-start = Басталуы
field-length_min = Минуты
field-layer = Қабаты
field-weight = Уақыттың құны
field-fill = Немен толады
field-then = Соңғы бөлімнен кейін
field-days_after = Неше күннен кейін
field-sequel = Келесі бөлім
field-repeat = Қайталау
field-pool = Қор
field-hold = Тікелей не бөгде
field-channels = Арналар
field-quota = Тіл квотасы
field-per_day = Күніне ең көбі
field-min_gap_min = Аралығы, минут
field-campaign = Науқан
field-notes = Жазбалар
field-min_share_pct = Ең аз үлесі, %
field-seasons = Маусымдар
field-episodes = Бөлімдер
field-versions = Нұсқалар
field-version = Нұсқа
field-programmes = Бағдарламалар
field-kinds = Түрлері
field-first_channel = Алдымен мына арнада
field-hours = Сағаттар
field-of = Неге қатысты
field-licence = Лицензия
field-sha256 = Бақылау қосындысы (SHA-256)
field-titles = Атаулардың тілі
field-files = Файлдар
field-to = Қайда
field-folder = Қалта
field-host = Сервер
field-port = Порт
field-user = Кіру аты
field-host_key = Сервердің кілті
field-sign_in = Кіру тәсілі
field-key = Кілт файлы
field-authority = DNS жүйесіндегі аты
field-edition = Схеманың басылымы
field-date_of = Түн ортасынан кейінгі уақыттың күні
field-frame_rate = Секундына кадр
field-page = Бет
shared-accounts-told = Кімге не істеуге болатынын дерекқор иесі айтады; сервер соны қадағалайды.
shared-accounts-read = Кімге не істеуге болатынын дерекқор иесі айтады; мұнда оны оқуға болады.
shared-login = Аты
shared-roles = Болады
shared-channels = Арналарда
shared-all-channels = барлығы
shared-some-channels = Кейбір арналар
shared-channel-gone = станцияда енді жоқ
shared-account-password = Құпиясөз
shared-account-password-hint = бос: сол күйінде қалады
shared-account-new = Біреуді кіргізу
shared-account-save = Кіргізу
shared-account-change = Сақтау
shared-account-saved = { $login } есептік жазбасы бар
shared-account-edit = { $login } есептік жазбасын өзгерту
shared-account-remove = { $login } енді кіргізілмейді
shared-account-removed = { $login } есептік жазбасы жойылды
role-viewer = оқу
role-planner = жоспарлау: эфирлер, бекітулер, эфирде шыққаны
role-editor = қалғанның бәрін өңдеу
role-publisher = жариялау
shared-address = Мекенжай
shared-authority = Серверді куәландыратын сертификаттар
shared-authority-hint = бос: жүйенікі
shared-choose-file = Таңдау
shared-password-server = Құпиясөз
shared-share-told = Серверді жүргізетін адам сізге өз дерекқорыңызды ашады. Станция журналымен, редакцияларымен сонда өтеді, ал бұл файл сіздің көшірмеңіз болады.
shared-copy-told = Осы компьютердегі өз файлыңыз, сервермен жаңарып тұрады. Мекенжайды станция иесі береді.
shared-share-do = Бөлісу
shared-copy-do = Көшірме жасау
shared-asking = Серверден сұралуда …
shared-moving-share = Серверге барады
shared-moving-copy = Серверден келеді
shared-break-off = Үзу
shared-moved = { $done } / { $total } жол
shared-moved-all = Барлық жол жетті; бүтіндігі тексеріледі …
shared-moving-share-told = Станцияны әзірге оқуға болады. Ол жеткенде немесе бұл үзілгенде қайта өзгертіледі: үзілсе, серверде ештеңе қалмайды.
shared-moving-copy-told = Әзірге жұмысты жалғастыра беруге болады. Үзілсе, файл жасалмайды.
shared-broken-off = Үзілді: бәрі бұрынғыдай
shared-shared = Станция енді { $server } серверінде
shared-copied = Бұл — { $server } серверіндегі станцияның көшірмесі
failure-shared_authority-here = Сервер иесі беретін сертификаттар файлын (PEM) таңдаңыз.
failure-shared_not-here = «Жұмыс орындары және сервер» оны серверге қояды.
failure-shared_already-here = «Жұмыс орындары және сервер» файлды қайтадан жеке станция етеді.
failure-shared_no_station-here = Мекенжайдағы дерекқор атын тексеріңіз.
failure-shared_no_password-here = Кіріңіз немесе серверсіз жұмыс істеңіз.
failure-shared_unreachable-here = Өзі қайта байқап көреді. Оған дейін серверсіз жұмыс істеуге болады.
failure-shared_silent-here = Өзі қайта байқап көреді. Оған дейін серверсіз жұмыс істеуге болады.
failure-shared_password-here = Құпиясөзді қайта теріңіз.
failure-shared_not_permitted-here = Станция иесінен сұраңыз: кімге не істеуге болатынын есептік жазбалар айтады.
failure-shared_conflict-here = Өзіңіздікін алыңыз немесе басқанікін қалдырыңыз: ештеңе жоғалмайды.
failure-shared_diverged-here = Сервер бұрынғы күнге қайтарылған немесе Arna-дан тыс өзгертілген. Бұл файлды сақтап, жаңа көшірме ашыңыз.
failure-shared_offline-here = Алдымен қайта қосыңыз.
failure-shared_online-here = Қосатын ештеңе жоқ.
failure-shared_nothing_aside-here = Бұл шешіліп қойған.
failure-shared_keyring-here = Құпиясөз бағдарлама жабылғанша белгілі; оны { $variable } айнымалысы да сақтай алады.
failure-shared_no_account-here = Есептік жазбалар тізімін қайта қараңыз.
failure-shared_certificate-here = Сервер иесінен оны куәландыратын сертификаттарды сұраңыз. Осы компьютердің сағатын да тексеріңіз.
