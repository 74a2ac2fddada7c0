# Арналарға арналған файлдар не дейді және бөтен файлдар туралы не айтылады.

failure-too_many_rows = Кестеде { $rows } жол бар; бір парақ { $most } жол сыйғызады.
failure-too_many_rows-hint = Бір жолы азырақ күнді экспорттаңыз.
failure-no_filler_file = { $date } күні { $channel } кестесінде бос уақыт бар, ал оны толтыратын файлы бар толтырғыш жоқ.
failure-no_filler_file-hint = Бір секундтан ұзақ толтырғышқа медиафайл тіркеңіз не файлдардың қалай аталатынын --files арқылы көрсетіңіз.
failure-channel_folder = «{ $channel }» арна коды қалта атауы бола алмайды.
failure-channel_folder-hint = Арнаға khabar.kz сияқты код беріңіз: қиғаш сызықсыз, қос нүктесіз, нүктеден басталмайтын.
failure-no_frame_rate = «{ $rate }» — BXF жазылатын кадр жиілігі емес.
failure-no_frame_rate-hint = Мыналардың бірі: 24, 25, 29.97, 30, 59.94.
failure-no_authority = «{ $authority }» — DNS атауы емес.
failure-no_authority-hint = Хабар таратушының өз атауын жазыңыз, мысалы khabar.kz.
failure-unknown_programme = «{ $programme }» деген бағдарлама жоқ.
failure-unknown_programme-hint = Бағдарлама кодын «arna export station» көрсеткендей жазыңыз, мысалы common-dream.
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
failure-published_meanwhile = Осы арада { $channel } арнасының басқа редакциясы жарияланды: енді ол { $number }-редакция.
failure-published_meanwhile-hint = Қайта жариялаңыз.
failure-no_files = Қабылдаушыға бірде-бір файл таңдалмаған.
failure-no_files-hint = Кемінде бір пішім таңдаңыз.
failure-unknown_form = “{ $form }” деген файл пішімі жоқ.
failure-unknown_form-hint = Мыналардың бірі: xmltv, csv, xlsx, ics, bxf, tva, dvb-i, page, ffplayout, m3u.
failure-receiver_without_server = «{ $receiver }» қабылдаушысының файлдары серверге емес, қалтаға қойылады.
failure-receiver_without_server-hint = «arna receiver set --sftp» оның серверін көрсетеді.
failure-no_password = Ештеңе терілмеді.
failure-no_password-hint = Құпиясөзді теріңіз не конвейермен беріңіз.
failure-sftp_unreachable = { $host }, { $port } порты: байланыс жоқ не үзілді: { $why }
failure-sftp_unreachable-hint = Соңғы жеткізілгені орнында. Қабылдаушының мекенжайы мен портын, желіні тексеріп, қайта жариялаңыз: толық жіберілгені қайта жіберілмейді.
failure-sftp_slow = { $host }, { $port } порты, { $seconds } с ішінде жауап бермеді.
failure-sftp_slow-hint = Соңғы жеткізілгені орнында. Кейінірек қайталаңыз не сервер иесінен оның жұмыс істеп тұрғанын сұраңыз.
failure-sftp_host_key_unknown = { $host } серверінің бірде-бір кілтіне әлі сенім берілмеген. Сервер мынаны көрсетеді: { $keys }.
failure-sftp_host_key_unknown-hint = Ештеңе жіберілмеді. Мұны сервер иесінің айтқанымен салыстырыңыз; бірдей болса: arna receiver pin STATION { $receiver } { $key }
failure-sftp_host_key_changed = { $host } сенімді кілттің { $pinned } өзінде екенін дәлелдемеді. Ол мынаны көрсетеді: { $keys }. Сізбен сервердің арасында біреу тұруы мүмкін.
failure-sftp_host_key_changed-hint = Ештеңе, құпиясөз де жіберілмеді. Кілттің ауысқанын сервер иесінен басқа жолмен сұраңыз; содан кейін ғана: arna receiver pin STATION { $receiver } { $key }
failure-sftp_no_common = { $host } пен Arna-да ортақ тәсіл жоқ. Сервер ұсынады: { $theirs }
failure-sftp_no_common-hint = Сервер иесінен Ed25519 не ECDSA түріндегі кілт пен бүгінгі тәсілдерді сұраңыз.
failure-sftp_sign_in = { $host } { $user } дегенді кіргізбейді.
failure-sftp_sign_in-hint = Атын тексеріңіз; құпиясөзді «arna receiver password STATION { $receiver }» арқылы не { $variable } айнымалысында қайта сақтаңыз, немесе ашық кілтті серверге енгіздіріңіз.
failure-sftp_no_secret = Кілттер қоймасында { $account } үшін құпиясөз жоқ.
failure-sftp_no_secret-hint = Оны «arna receiver password STATION { $receiver }» арқылы сақтаңыз, { $variable } айнымалысын беріңіз не кілтпен кіріңіз: «arna receiver set --key-file».
failure-sftp_keyring = Жүйенің кілттер қоймасы жауап бермейді: { $why }
failure-sftp_keyring-hint = Ол жоқ жерде { $receiver } үшін { $variable } айнымалысын беріңіз не құпиясөзсіз кілтпен кіріңіз: «arna receiver set --key-file».
failure-sftp_key_file = Жабық кілт жарамайды: { $why }
failure-sftp_key_file-hint = Оқуға болатын Ed25519 не ECDSA түріндегі кілтті көрсетіңіз; құпиясөзі болса, «arna receiver password» арқылы сақтаңыз.
failure-sftp_no_service = Сервер SFTP арқылы файл қабылдамайды.
failure-sftp_no_service-hint = Сервер иесінен осы пайдаланушыға SFTP қосуды сұраңыз.
failure-sftp_no_folder = Серверде { $folder } қалтасы жоқ.
failure-sftp_no_folder-hint = Оны жасатыңыз не «arna receiver set --sftp» арқылы басқасын көрсетіңіз; диск қосылмаған болуы мүмкін.
failure-sftp_denied = { $host } бұл пайдаланушыға мұнда жазуға рұқсат бермейді.
failure-sftp_denied-hint = Соңғы жеткізілгені орнында. Қалта рұқсатын өзгерттіріңіз не басқасын көрсетіңіз.
failure-sftp_full = { $host } дискісі толы.
failure-sftp_full-hint = Соңғы жеткізілгені орнында. Сервер иесінен орын босатуды сұрап, қайта жариялаңыз.
failure-sftp_not_whole = { $host } серверінде жіберілген нәрсе емес жатыр.
failure-sftp_not_whole-hint = Соңғы жеткізілгені орнында. Қайта жариялаңыз; қайталанса, сервер дискісін тексертіңіз.
failure-sftp_refused = { $host } бас тартты: { $why }
failure-sftp_refused-hint = Соңғы жеткізілгені орнында. Бұл сөздер сервер иесіне себебін айтуы мүмкін.
failure-sftp_torn = { $folder } ішінде файлдар орнына қойылып жатқанда байланыс үзілді: олардың { $count } жаңасы болуы мүмкін.
failure-sftp_torn-hint = Сервер жауап бергенде қайта жариялаңыз: сонда бәрі түзеледі.
failure-sftp_failed = Желіні пайдалану мүмкін емес: { $why }
failure-sftp_failed-hint = Ештеңе өзгерген жоқ. Қайталаңыз.
finding-playout_hold = «{ $title }» — тікелей эфир: астына толтырғыштар қойылды.
finding-playout_no_file = «{ $title }» медиафайлы жоқ: орнына толтырғыштар жүреді.
finding-playout_overlap = Алдыңғысы бітпей басталады: { $seconds } с жоғалады.
finding-playout_short_file = Файлы эфирінен { $seconds } с қысқа: артынан толтырғыштар жүреді.
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
received-as_run_events = { $count } эфир журналының оқиғасы өткізіп жіберілді: мұнда кесте оқылады.
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
        [version] нұсқа коды
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
        [version] нұсқа коды
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
        [version] нұсқа коды
        [origin] sequel, pool, hold сияқты сөз
       *[title] мәтін
    }
received-no_heads = Танымал тақырыптары бар жол жоқ (күні, басталуы, атауы).
received-not_of_date = «{ $found }» пен жол күні «{ $date }» үйлеспейді. Біреуін түзетіңіз: уақыт жол күніне жатады, 48:00-ге дейін.
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
received-asrun_cell =
    «{ $found }» оқылмайды, жол алынбады. Керегі: { $wanted ->
        [date] оқу тәсіліндегі пішінді күн
        [date_time] оқу тәсіліндегі пішінді күн және уақыт
        [start] оқу тәсіліндегі пішінді уақыт
        [end] басталғаннан кейін бір тәуліктен аспайтын, оқу тәсіліндегі пішінді аяқталу
        [duration] нөлден ұзақ, оқу тәсіліндегі пішінді ұзақтық
       *[status] оқу тәсіліндегі «шықты» не «шықпады» сөзі
    }
received-asrun_missing =
    { $wanted ->
        [date] Күні жоқ: жол алынбады.
        [start] Басталуы жоқ: жол алынбады.
       *[status] Күйі жоқ: жол алынбады.
    }
received-asrun_quote_open = Тырнақша жабылмаған: жол алынбады.
received-asrun_twice = { $count } жол екі рет жазылған: бір рет саналды.
received-asrun_no_key = { $count } жолда инвентарь нөмірі де, атау да жоқ: алынбады.
invalid-asrun_no_column = «{ $head }» деген тақырып жоқ. Барлары: { $known }.
invalid-asrun_no_date =
    { $from ->
        [head] Басында { $form } пішінді күн жоқ («{ $found }»).
        [file_name] Файл атауында { $form } пішінді күн жоқ («{ $found }»).
       *[asked] Эфир журналында күндер жоқ: қай күндікі екенін --date арқылы айтыңыз.
    }
invalid-mapping_missing = Бұл жоқ, ал оқу тәсілінің қалғанына керек.
invalid-mapping_value =
    «{ $found }» мұнда жарамайды. Керегі: { $wanted ->
        [date_form] жыл, ай, күн пішіні, мысалы DD.MM.YYYY не YYYYMMDD
        [pivot] тәулік сағаты, мысалы 06:00
        [sign] бір таңба, мысалы ; не |
        [rate] уақытта кадр болса: 24, 25, 29.97, 30, 59.94
        [head_or_number] баған тақырыбы не 1-ден бастап нөмірі
        [number] бағанның 1-ден бастап нөмірі
        [span] бірінші және соңғы таңба, мысалы [1, 8]
        [word] сөз
        [column] column: BXF-те күн уақыт қасында тұрады
        [bxf_field] type, status, house_number не title
       *[nothing] ештеңе: BXF ненің қайда тұрғанын өзі айтады
    }
invalid-line_too_long = Жол { $most } байттан ұзын: бұл эфир журналы емес немесе жолдары басқаша аяқталады.
invalid-not_in_encoding = Бұл { $encoding } әріптері емес. Эфир журналының кодтауын оқу тәсілінде көрсетіңіз.
invalid-unreadable = Эфир журналы соңына дейін оқылмайды: { $why }
failure-unknown_mapping = «{ $name }» деген оқу тәсілі де, файл да жоқ.
failure-unknown_mapping-hint = Бағдарламамен бірге келетіндер: { $known }. Не arna-asrun/1 құжатының жолын жазыңыз (docs/ASRUN.md).
failure-document_takes_no_log = Станция құжаты эфир журналын қабылдамайды: тарихты қадамдарымен тек станция файлы сақтайды.
failure-document_takes_no_log-hint = «arna import station» арқылы станция файлын жасаңыз не --accept алып тастаңыз.
failure-asrun_empty = Эфир журналында бірде-бір бағдарлама жоқ; оқу тәсілі { $ignored } жолды өткізіп жібереді.
failure-asrun_empty-hint = Ескертулерді және оқу тәсілі нені өткізіп жіберетінін қараңыз.
failure-asrun_other_channel = Эфир журналы { $channel } туралы емес, { $found } туралы.
failure-asrun_other_channel-hint = Басқа арнаны не эфир журналын таңдаңыз немесе журнал оны қалай атайтынын оқу тәсілінің «channels» бөлігінде жазыңыз.
failure-asrun_other_day = Эфир журналы { $date } емес, { $from } – { $until } күндері туралы.
failure-asrun_other_day-hint = Басқа күнді не басқа эфир журналын таңдаңыз.
failure-asrun_many_dates = Эфир журналы { $from } – { $until } күндері туралы: бір журналдан { $most } күннен артық алынбайды.
failure-asrun_many_dates-hint = Күнді --date арқылы көрсетіңіз не оқу тәсіліндегі күн пішінін тексеріңіз.
failure-asrun_overlapping = Уақыттың { $percent } % бөлігінде эфир журналы бірден екі нәрсе туралы айтады: екі арна не бір күн екі рет.
failure-asrun_overlapping-hint = Оқу тәсілінде арна бағанын көрсетіңіз не эфир журналынан қайталанғанын алып тастаңыз.
failure-asrun_nothing_due = { $channel } арнасында { $from } – { $until } аралығында ештеңе қабылданбаған.
failure-asrun_nothing_due-hint = Күнді --date арқылы көрсетіңіз не алдымен эфирде болған кестені қабылдаңыз.
failure-asrun_no_match = Қабылданған { $due } эфирдің бірде-бірі эфир журналының { $rows } жолында жоқ ({ $titles } …).
failure-asrun_no_match-hint = Бұл басқа станцияның не басқа күннің эфир журналы немесе оқу тәсілі инвентарь нөмірі мен атаудың басқа бағандарын оқиды.
failure-asrun_doubtful = Эфир журналы жеткілікті сенімді емес: { $unread } жол оқылмады, қабылданған { $due } эфирдің { $aired } журналда бар.
failure-asrun_doubtful-hint = Есеп пен ескертулерді қараңыз; содан кейін --anyway арқылы қабылдаңыз не оқу тәсілін түзетіңіз.
failure-asrun_nothing_new = { $channel } тарихы мен кестесі мұның бәрін айтып тұр.
failure-asrun_nothing_new-hint = Істейтін ештеңе қалмады.
finding-asrun_unlicensed =
    { $licence ->
        [none] Рұқсат беретін лицензиясыз шықты.
       *[other] { $licence } лицензиясы бойынша көрсетілім қалмаса да шықты.
    }
asrun-aired = шықты
asrun-other_version = басқа нұсқасы шықты
asrun-replaced = ауыстырылды
asrun-missing = шықпады
asrun-untold = айтылмаған
asrun-extra = кестеден тыс
cli-head-due = қабылданған
cli-head-outcome = не болды
cli-head-aired = шықты
cli-head-late = кешікті
cli-head-longer = ұзақтау
cli-head-log = журналда
cli-head-of-licence = лицензия
cli-head-runs-taken = алынған көрсетілім
cli-head-runs-left = қалған көрсетілім
cli-asrun-totals = Қабылданғаны { $due }: шыққаны { $aired } (уақытында { $on_time }, кешіккені { $late }, ең көбі { $latest }, ертерек { $early }), басқа нұсқада { $other_version }, ауыстырылғаны { $replaced }, шықпағаны { $missing }, журналдан тыс { $untold }. Кестеден тыс шыққаны { $extra }.
cli-head-published = жарияланғаны
cli-asrun-totals-sent = { $revision }-редакцияда { $due }: шыққаны { $aired } (уақытында { $on_time }, кешіккені { $late }, ең көбі { $latest }, ертерек { $early }), басқа нұсқада { $other_version }, ауыстырылғаны { $replaced }, шықпағаны { $missing }, журналдан тыс { $untold }. Редакциядан тыс шыққаны { $extra }.
cli-asrun-beside = Өткізіп жіберілді: оқу тәсілі бойынша { $ignored } жол, промо мен толтырғыш { $breaks }, басқа күндер { $other_dates }, басқа арналар { $other_channels } { $other_channels ->
        [0] {""}
       *[other] ({ $names })
    }
cli-asrun-unread = { $count } жол оқылмады: олар айтатын нәрсе мұнда болмауы мүмкін.
cli-asrun-doubtful = Қабылданғанның аз бөлігі ғана журналда бар: бұл дұрыс журнал ма?
cli-asrun-accepted = { $channel } арнасының { $aired } эфирі енді тарихта; «arna undo» қайтарады.
received-bad_entry = «{ $title }»: файлдың { $found } с бөлігі болмайды, жазба қалдырылды.
received-playlist_length = { $date } плейлисі { $seconds } с, ал эфир тәулігі { $wanted } с.
received-playlist_twice = { $date } плейлисі екеу: екіншісі өткізіп жіберілді.
failure-too_many_playlists = Қалтада { $most } плейлистен көп.
failure-too_many_playlists-hint = Бір арнаның не жылдың қалтасын көрсетіңіз.
failure-document_takes_no_import = Станция құжаты кестені қабылдамайды: әр қадамды тек станция файлы сақтайды.
failure-document_takes_no_import-hint = «arna import station» арқылы станция файлын жасаңыз не --accept алып тастаңыз.
failure-import_left_out = Файлдағы { $count } жазба эфирге шықпайды: каталогта жоқ, бірнешеуі сәйкес келеді немесе оқылмайды.
failure-import_left_out-hint = Жетпегенін каталогқа қосыңыз не файлды түзетіңіз; немесе қалғанын --anyway арқылы қабылдаңыз.
failure-import_nothing_new = { $file } айтқанның бәрі қабылданып қойған.
failure-import_nothing_new-hint = Істейтін ештеңе қалмады.
failure-import_other_channel = Файлда { $channel } емес, { $found } бар.
failure-import_other_channel-hint = Басқа арнаны не файлды таңдаңыз немесе файл арнаны қалай атайтынын --called арқылы айтыңыз.
failure-import_empty = Файлда бірде-бір эфир жоқ; ескерту саны: { $remarks }.
failure-import_empty-hint = «arna read» не оқылатынын және қалғаны неге оқылмайтынын көрсетеді.
failure-import_dates_untold = { $dates }{ $more ->
        [0] {""}
       *[other] {" "}және тағы { $more }
    } күні туралы файлда ештеңе жоқ, сонда қабылданғаны алынып қалар еді. Файлда { $from } – { $until } бар.
failure-import_dates_untold-hint = Файлда бар күндерді бір-бір аралықтан таңдаңыз.
failure-import_overlaps = { $count ->
        [one] Эфирде бір мезгілде екі нәрсе болар еді.
       *[other] Эфирде бір мезгілде екі нәрсе болатын орын саны: { $count }.
    }
failure-import_overlaps-hint = Файлды түзетіңіз. Файл не десе де, бағдарлама каталогтағы нұсқасындай созылады.
invalid-import_overlap = «{ $title }» { $date } күні { $at } басталады, ал «{ $other }» { $until } дейін эфирде.
finding-import_unknown =
    { $near ->
        [none] { $where }: станцияда «{ $title }» деген ештеңе жоқ.
       *[other] { $where }: станцияда «{ $title }» деген ештеңе жоқ. Ең жақыны: «{ $near }».
    }
finding-import_ambiguous = { $where }: «{ $title }» мыналардың бірі болуы мүмкін: { $candidates }{ $more ->
        [0] {""}
       *[other] {" "}және тағы { $more }
    }.
finding-import_hold_moved = { $where }: торда «{ $title }» тікелей эфирі басқа уақытта тұр; слоты жылжытылмаса, келесі есептеу оны сонда қайтарады.
import-kept = қабылданғандай
import-placed = жаңа
import-ambiguous = бірнешеуі сәйкес
import-unknown = каталогта жоқ
cli-import-totals =
    { $until ->
        [none] { $from }
       *[other] { $from } – { $until }
    }: қабылданғандай { $kept }, жаңа { $placed }, промо мен толтырғыш { $breaks }. Кірмегені: каталогта жоқ { $unknown }, бірнешеуі сәйкес { $ambiguous }, оқылмайды { $unread }.
cli-import-beside = Өткізіп жіберілді: плейлистердің промосы мен толтырғышы { $breaks }, орын жоқ { $without_room }, басқа күндер { $other_dates }, басқа арналар { $other_channels } { $other_channels ->
        [0] {""}
       *[other] ({ $names })
    }
cli-import-kept = Станцияның ұсынысы ретінде күтіп тұр: ештеңе өзгерген жоқ. Оны терезе көрсетеді; --accept қабылдайды, жаңа есептеу оның орнын басады.
cli-import-accepted = { $channel } арнасының { $airings } эфирі файлдағыдай қабылданды; «arna undo» қайтарады.
cli-playlists = { $files } плейлист жазылды: { $entries } жазба.
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
paper-date =
    { $day } { $month ->
        [1] қаңтар
        [2] ақпан
        [3] наурыз
        [4] сәуір
        [5] мамыр
        [6] маусым
        [7] шілде
        [8] тамыз
        [9] қыркүйек
        [10] қазан
        [11] қараша
       *[12] желтоқсан
    }, { $weekday }
paper-title = Атауы
paper-house-number = Инв. нөмірі
paper-premiere-short = Т
paper-first-run-short = 1-ші
paper-revision = { $at } жарияланған { $number }-редакция
paper-draft = Жарияланбаған
paper-breaks = промо мен толтырғыштар: эфир парағын қараңыз
paper-more = Көрсетілмеген қысқалары: { $count }, эфир парағын қараңыз
language-name =
    { $language ->
        [en] ағылшын тілі
        [kk] қазақ тілі
        [ru] орыс тілі
        [zh] қытай тілі
       *[other] { $language }
    }
head-date = күні
head-start = басталуы
head-duration = ұзақтығы
head-end = аяқталуы
head-utc-offset = UTC ығысуы
head-title = атауы
head-episode = бөлім
head-language = тіл
head-version = нұсқа
head-origin = шығу себебі
chain-holds = { $channel }: { $count } редакция, бәрі жарияланған күйінде; соңғысы { $sha256 }
chain-broken = { $channel }: { $number }-редакция жарияланғаннан өзгеше: { $what }
broken-number = алдындағысы жоқ
broken-content = мазмұны хешіне сай емес
broken-previous = алдыңғысының хешін атамайды
broken-hash = күндері, авторы не уақыты өз хешіне сай емес
broken-missing = берілген, бірақ жоқ
told-head =
    { $until ->
        [none] { $name }, { $from } – { $last }: { $since }-редакциядан бергі өзгерістер
       *[other] { $name }, { $from } – { $last }: { $since }-редакциядан { $until }-редакцияға дейінгі өзгерістер
    }
told-nothing = Ештеңе өзгермейді.
told-moved = жылжыды { $was-at } → { $at }: { $what }
told-trimmed = { $at } { $what }: { $was-minutes } → { $minutes } мин
told-instead = { $at } { $was-what } орнына { $what }
told-version =
    { $at } { $what }: басқа нұсқа, { $was-language ->
         [en] ағылшын тілі
         [kk] қазақ тілі
         [ru] орыс тілі
         [zh] қытай тілі
        *[other] { $was-language }
    } → { language-name }
told-added = жаңа { $at }: { $what }
told-dropped = алынды { $was-at }: { $was-what }
told-otherwise = { $at } { $what }: сол, бірақ атауы, аннотациясы, рейтингі, инвентарь нөмірі не файлы басқа (бұрын { $was-what })
told-breaks = тек промо мен толтырғыштар өзгереді
failure-sheet_unreadable = Бұл кесте оқылмайды: { $why }
failure-sheet_unreadable-hint = Оны құпиясөзсіз XLSX, ODS немесе CSV етіп сақтаңыз.
failure-sheet_too_large = Кесте тым үлкен ({ $what }: { $most } артық).
failure-sheet_too_large-hint = Керексізін жойыңыз немесе бөліңіз.
failure-sheet_quote_open = Кестенің { $line }-жолында ашылған тырнақша жабылмаған: ол төмендегі жолдарды қамтып кетеді.
failure-sheet_quote_open-hint = Оны жабыңыз немесе кестені қайта сақтап, қайтадан оқыңыз.
failure-sheet_empty = Кесте бос.
failure-sheet_empty-hint = Бірдеңесі бар парақты таңдаңыз.
