# Арналарға арналған файлдар не дейді және бөтен файлдар туралы не айтылады.

failure-too_many_rows = Кестеде { $rows } жол бар; бір парақ { $most } жол сыйғызады.
failure-too_many_rows-hint = Бір жолы азырақ күнді экспорттаңыз.
failure-no_filler_file = { $date } күні { $channel } кестесінде бос уақыт бар, ал оны толтыратын файлы бар ролик жоқ.
failure-no_filler_file-hint = Бір секундтан ұзақ роликке медиафайл тіркеңіз не файлдардың қалай аталатынын --files арқылы көрсетіңіз.
failure-channel_folder = «{ $channel }» арна белгісі қалта атауы бола алмайды.
failure-channel_folder-hint = Арнаға khabar.kz сияқты белгі беріңіз: қиғаш сызықсыз, қос нүктесіз, нүктеден басталмайтын.
failure-no_frame_rate = «{ $rate }» — BXF жазылатын кадр жиілігі емес.
failure-no_frame_rate-hint = Мыналардың бірі: 24, 25, 29.97, 30, 59.94.
failure-no_authority = «{ $authority }» — DNS атауы емес.
failure-no_authority-hint = Хабар таратушының өз атауын жазыңыз, мысалы khabar.kz.
failure-unknown_programme = «{ $programme }» деген бағдарлама жоқ.
failure-unknown_programme-hint = Бағдарлама белгісін «arna export station» көрсеткендей жазыңыз, мысалы common-dream.
failure-nothing_to_publish = { $channel } арнасында { $from } – { $until } аралығында ештеңе қабылданбаған.
failure-nothing_to_publish-hint = Алдымен бұл күндерді есептеп қабылдаңыз не басқасын атаңыз.
failure-no_revision =
    { $number ->
        [none] { $channel } арнасынан әлі ештеңе жарияланбаған.
       *[other] { $channel } арнасында { $number }-редакция жоқ.
    }
failure-no_revision-hint = «arna revisions» жарияланғанды көрсетеді.
failure-revision_broken = { $channel } арнасының { $number }-редакциясы жарияланғаннан өзгеше.
failure-revision_broken-hint = «arna verify-revisions» не сай келмейтінін айтады; сақтық көшірмеде бұрынғысы болуы мүмкін.
failure-delivered_twice = Екі файл бір орынға түсер еді; екіншісі — { $receiver } үшін.
failure-delivered_twice-hint = Қабылдаушыларға басқа қалта не «arna receiver set --name» арқылы басқа атау беріңіз.
failure-no_common_dates =
    { $until ->
        [none] Қабылданған мен { $since }-редакцияның ортақ күні жоқ.
       *[other] { $since } және { $until }-редакциялардың ортақ күні жоқ.
    }
failure-no_common_dates-hint = «arna revisions» әрқайсысының күндерін көрсетеді.
failure-no_receiver = «{ $id }» деген қабылдаушы жоқ.
failure-no_receiver-hint = «arna receiver list» қайсысы бар екенін көрсетеді.
finding-playout_hold = «{ $title }» — тікелей эфир: астына толтырғыш роликтер қойылды.
finding-playout_no_file = «{ $title }» медиафайлы жоқ: орнына толтырғыш роликтер жүреді.
finding-playout_overlap = Алдыңғысы бітпей басталады: { $seconds } с жоғалады.
finding-playout_short_file = Файлы эфирінен { $seconds } с қысқа: артынан толтырғыш роликтер жүреді.
received-bad_start = «{ $title }» басталу уақыты оқылмайды («{ $found }»): алынбады.
received-bad_duration = «{ $title }» ұзақтығы оқылмайды («{ $found }»): алынбады.
received-end_before_start = «{ $title }» басталмай тұрып бітеді ({ $found }).
received-end_unknown = «{ $title }» қашан бітетіні айтылмаған: алынбады.
received-ends_from_next = { $count } эфирдің аяқталуы жоқ: келесісі басталған жерде бітеді.
received-offset_missing = { $count } уақытта UTC ығысуы жоқ: UTC деп алынды.
received-text_too_long = { $count } мәтін тым ұзын, қысқартылды.
received-unknown_entity = Нысандарға { $count } сілтеме алынбады: файлдың өз нысандары ашылмайды.
received-unknown_namespace = Атаулар кеңістігі BXF емес; сонда да BXF ретінде оқылды.
received-unknown_rate = { $count } оқиғаның кадр жиілігі белгісіз: 25 деп алынды.
received-program_headers = { $count } тақырып бірінші бөлігін қайталайды, эфир емес.
received-secondary_events = Логотип сияқты { $count } қосалқы оқиға эфир емес.
received-as_run_events = { $count } эфир есебі оқиғасы өткізіп жіберілді: мұнда кесте оқылады.
received-frame_too_high = Секундына { $rate } кадрда { $frame }-кадр жоқ: әрі қарай саналды.
received-time_skipped = Сағат { $found } уақытын аттап өтеді: ауысу сәті алынды.
received-time_twice = Сағат { $found } уақытын екі рет көрсетеді: оқиғалар реті бойынша таңдалды.
received-bad_cell =
    «{ $found }» оқылмайды. Керегі: { $wanted ->
        [date] 2024-07-01 сияқты күн
        [time] 21:00 не 25:30 сияқты уақыт
        [duration] 0:25:00 сияқты ұзақтық
        [offset] UTC+05:00 сияқты ығысу
        [language] kk сияқты тіл
        [version] нұсқа белгісі
        [origin] sequel, pool, hold сияқты сөз
       *[title] мәтін
    }
received-cell_missing =
    Мұнда ештеңе жоқ. Керегі: { $wanted ->
        [date] 2024-07-01 сияқты күн
        [time] 21:00 не 25:30 сияқты уақыт
        [duration] 0:25:00 сияқты ұзақтық
        [offset] UTC+05:00 сияқты ығысу
        [language] kk сияқты тіл
        [version] нұсқа белгісі
        [origin] sequel, pool, hold сияқты сөз
       *[title] мәтін
    }
received-no_column =
    Мынаған арналған баған жоқ: { $wanted ->
        [date] 2024-07-01 сияқты күн
        [time] 21:00 не 25:30 сияқты уақыт
        [duration] 0:25:00 сияқты ұзақтық
        [offset] UTC+05:00 сияқты ығысу
        [language] kk сияқты тіл
        [version] нұсқа белгісі
        [origin] sequel, pool, hold сияқты сөз
       *[title] мәтін
    }
received-no_heads = Танымал тақырыптары бар жол жоқ (күні, басталуы, атауы).
received-unknown_name =
    { $near ->
        [none] Станцияда «{ $found }» деген ештеңе жоқ.
       *[other] Станцияда «{ $found }» деген ештеңе жоқ. Ең жақыны: «{ $near }».
    }
invalid-unknown_encoding = «{ $encoding }» деген кодтау жоқ. Файлды UTF-8 етіп сақтаңыз.
invalid-not_xml = XML емес: { $why }
invalid-not_xmltv = Ең сыртқы элемент — «{ $root }»; нұсқаулықтікі «tv» болуы керек.
invalid-not_bxf = Ең сыртқы элемент — «{ $root }»; BXF-тікі «BxfMessage» болуы керек.
invalid-too_many_airings = Бір файлдан { $most } эфирден артық оқылмайды.
cli-playlists = { $files } ойнату тізімі жазылды: { $entries } жазба.
cli-received = { $airings } эфир оқылды, { $remarks } ескерту. Станция өзгерген жоқ.
cli-further-remarks = Тағы { $count } ескерту көрсетілмеді.
page-until = –
page-airings = Эфир саны
page-channel = Арна
page-spoken = Тілі
page-date = Күні
page-time = Уақыты
page-duration = Ұзақтығы
page-episode = Бөлім
page-showing = Көрсетілімі
page-premiere = тұсаукесер
page-first-run = алғашқы көрсетілім
page-repeat = қайталау
page-none = Бұл күндері көрсетілмейді.
language-name =
    { $language ->
        [en] ағылшын тілі
        [kk] қазақ тілі
        [ru] орыс тілі
        [zh] қытай тілі
       *[other] { $language }
    }
