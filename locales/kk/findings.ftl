# Findings, refusals and failures. Values have the names that the code gives them; what is unknown arrives as "none".

finding-wrong_language = Бұл — { language-name }, ал слотқа { $languages } керек.
finding-too_long = Ұзақтығы { $duration }, ал бос орын { $room } ғана.
finding-not_licensed =
    { $until ->
        [none] Оның { $language ->
         [en] ағылшынша
         [kk] қазақша
         [ru] орысша
         [zh] қытайша
        *[other] { $language } тіліндегі
    } нұсқасына мұнда лицензия жоқ.
       *[other] Лицензиясы { $from } – { $until } аралығында жарамды, { $date } күні емес.
     }
finding-runs_exhausted = Көрсетілім саны { $runs } болады; лицензия бойынша шегі { $max_runs }.
finding-too_close = Басқа эфирінен ({ $other }) { $apart_hours } сағ қана; { $min_gap_hours } сағ қажет.
finding-rating_hours = { $rating } тек { $from } – { $until } аралығында көрсетіледі.
finding-held_back =
    { $premiere ->
        [none] Алдымен { $first_channel } көрсетуі керек, әлі көрсеткен жоқ.
       *[other] Алдымен { $first_channel } көрсетеді ({ $premiere }); басқа арналар — { $hours } сағаттан кейін ғана.
     }
finding-blacked_out = { $from } – { $until } аралығында эфирге жіберілмейді.
finding-day_limit = Сол күнгі эфир саны { $airings } болады; шегі { $max_per_day }.
finding-overlaps = { $other } уақытындағы { $other_version } эфирімен қабаттасады.
finding-wrong_order = { $programme } тек ретімен, жалғасты слоттарда көрсетіледі.
finding-season_finished = Маусым аяқталды.
finding-nothing_to_repeat = Қайталанатын слот ештеңе көрсетпеген.
finding-fits = Сай келер еді.
finding-slot_vanished = Сағат ауысуы бұл слотты жояды ({ $nominal } мин).
finding-slot_shorter = { $nominal } орнына { $minutes } мин: сағат ауысады.
finding-slot_longer = { $nominal } орнына { $minutes } мин: сағат ауысады.
finding-slot_cut = Бекітілген эфир не жоғары қабат жанында { $nominal } минуттан { $minutes } қалды.
finding-slot_dropped = Бекітілген эфир не жоғары қабат жапты ({ $nominal } мин).
finding-quota_missed =
    { $week } күні басталатын аптада { $language ->
         [en] ағылшынша
         [kk] қазақша
         [ru] орысша
         [zh] қытайша
        *[other] { $language } тіліндегі
    } эфирге { $minutes } мин жетпейді (қажеті { $share } %).
finding-version_missing =
    { $episode } бөлімінің { $language ->
         [en] ағылшынша
         [kk] қазақша
         [ru] орысша
         [zh] қытайша
        *[other] { $language } тіліндегі
    } нұсқасы жоқ.
finding-open_for_quota = Бос қалды: сай келетіні тіл квотасына пайдасынан көп зиян келтіреді.
finding-pin_waiting = Бекітілген, бірақ кестеде әлі жоқ: күнді қайта есептеңіз.
finding-runs_on = { $end } аяқталады, ал { $other } басталғаны сол кезде эфирде.
finding-window_too_short = { $episode } бөлімінен бастап терезеге ештеңе сыймайды: { $episodes } бөлімнің { $placed } күн тапты.
finding-no_free_time = Қалаған күндері { $from } – { $until } аралығында бос { $minutes } мин жоқ: { $episodes } бөлімнің { $placed } күн тапты.
finding-longer_than_gap = { $longest_episode } ұзақтығы { $duration }: { $minutes } мин керек, ал ең ұзын аралық — { $gap }.
finding-too_late_for_window = { $episode } { $ready } уақытынан бұрын басталмайды; терезе { $until } күні бітеді. { $episodes } бөлімнің { $placed } күн тапты.
finding-premiere_unknown = { $first_channel } алдымен { $episode } бөлімін көрсетуі керек, бірақ көрсетпейді: { $episodes } бөлімнің { $placed } күн тапты.
finding-strand_there = { $of } слоты мұнда { $season } маусымын көрсетіп жатыр; ол үшін ештеңе ұсынылмады.
finding-pinned_there = { $season } мұнда { $at } уақытына бекітілген; ол үшін ештеңе ұсынылмады.
finding-continues = { $season } мұнда басталған: { $episode } бөлімінен жалғасады.
finding-aired_already = { $season } мұнда көрсетілген: қайта басталады.
finding-overrides = Басқа слоттардың жабылған шығуы: { $count }; олардан бос қалатын минут: { $lost }.
finding-repeat_left_out = { $episodes } қайталаудың { $left_out } { $days_after } күннен кейін уақыт таппады.
finding-not_as_promised =
    { $episode } эфирге шықпайды: { $refusal ->
        [none] онда ештеңе тұрған жоқ
        [wrong_language] { rule-wrong_language }
        [too_long] { rule-too_long }
        [not_licensed] { rule-not_licensed }
        [runs_exhausted] { rule-runs_exhausted }
        [too_close] { rule-too_close }
        [rating_hours] { rule-rating_hours }
        [held_back] { rule-held_back }
        [blacked_out] { rule-blacked_out }
        [day_limit] { rule-day_limit }
        [overlaps] { rule-overlaps }
        [wrong_order] { rule-wrong_order }
       *[other] { $refusal }
     }.
finding-shown_earlier = { $episode } тұсаукесерінен бұрын эфирде, { $at } ({ $origin }).

rule-wrong_language = Тіл
rule-too_long = Слотқа сыяды
rule-not_licensed = Лицензия
rule-runs_exhausted = Көрсетілім саны
rule-too_close = Аралық
rule-rating_hours = Жас шегі сағаттары
rule-held_back = Алғашқы көрсету құқығы
rule-blacked_out = Эфир тыйымы
rule-day_limit = Күндік шек
rule-overlaps = Қабаттасу
rule-wrong_order = Реті

step-sequels = Жалғасты слоттар
step-pools = Қорлар
step-proof = Дәлелдеу
step-repeats = Қайталаулар
step-breaks = Үзілістер
step-moving = Станция жолдары
earned = әзірге { $score } ұпай
earned-within = әзірге { $score } ұпай, ең жақсы мүмкіндіктен { $short } % шегінде

origin-pin = Үйлестіруші бекіткен
origin-sequel = Желінің келесі бөлімі
origin-repeat = Басқа слоттың қайталауы
origin-pool = Қордан таңдалған
origin-hold = Тікелей не бөгде блок
origin-promo = Промо
origin-filler = Толтырғыш

severity-info = ескертпе
severity-warning = ескерту
severity-error = қате

invalid-unknown_id = «{ $id }» деген ештеңе жоқ.
invalid-duplicate_id = «{ $id }» екі рет берілген.
invalid-ends_before_start = Басталуынан ({ $from }) бұрын аяқталады ({ $until }).
invalid-weight_out_of_range = Салмақ 1–5 болуы керек, { $weight } емес.
invalid-slots_overlap = { $slot } бір қабатта { $other } слотымен қабаттасады.
invalid-season_of_other_programme = { $season } маусымы { $programme } бағдарламасынікі емес.
invalid-repeat_of_other_channel = { $id } слоты { $channel } арнасында емес.
invalid-repeats_itself = { $id } слоты ақыры өзін қайталайды.
invalid-length_zero = Слот кемінде бір минутқа созылады.
invalid-gap_not_above_rerun = min_gap_hours ({ $min_gap_hours }) rerun_hours ({ $rerun_hours }) мәнінен көп болуы керек.
invalid-before_day_start = { $start } эфир күнінің басынан ({ $day_start }) бұрын. Түн ортасынан кейін 24:00 деп жазыңыз.
invalid-after_next_day_start = { $start } бастап { $length_min } мин келесі күн басынан ({ $day_start }) асады.
invalid-zone_data_old = Уақыт белдеуі деректері { $version }; { $needed } не жаңасы керек.
invalid-unknown_zone = «{ $tz }» деген уақыт белдеуі жоқ. Мысалы: Asia/Almaty.
invalid-duration_out_of_range = Нұсқа 0-ден көп, ең көбі 86400000 мс, { $duration_ms } емес.
invalid-day_start_late = Эфир күні 24:00-ге дейін басталады, { $time } емес.
invalid-share_above_100 = Үлес 0–100 пайыз, { $share } емес.
invalid-too_large = { $bytes } байт; ең көбі { $most } оқылады.
invalid-not_utf8 = UTF-8 емес: байт { $byte }. Файлды UTF-8 етіп сақтаңыз.
invalid-not_json = «{ $text }» маңында JSON емес.
invalid-cut_short = Құжат ерте аяқталған.
invalid-too_deep = { $most } деңгейден терең.
invalid-duplicate_key = «{ $name }» мұнда екі рет.
invalid-trailing_text = Соңынан кейін бірдеңе бар: «{ $text }».
invalid-unknown_format = Пішімі { $format }; мұнда { $known } оқылады.
invalid-unknown_field = Мұнда «{ $name }» өрісі жоқ. Белгілісі: { $known }.
invalid-missing_field = «{ $name }» өрісі жоқ.
invalid-unknown_word = «{ $found }» мұнда белгісіз. Белгілісі: { $known }.
invalid-wrong_type =
    Мұнда қажеті: { $wanted ->
         [text] мәтін
         [number] сан
         [u8] 0–255 аралығындағы бүтін сан
         [u16] 0–65535 аралығындағы бүтін сан
         [u32] 0–4294967295 аралығындағы бүтін сан
         [u64] 0-ден басталатын бүтін сан
         [i32] -2147483648 бен 2147483647 аралығындағы бүтін сан
         [i64] бүтін сан
         [boolean] true не false
         [list] тізім
         [object] нысан
        *[other] { $wanted }
    }; тұрғаны: { $found ->
         [text] мәтін
         [number] сан
         [boolean] true не false
         [list] тізім
         [object] нысан
        *[other] { $found }
    }.
invalid-wrong_length = { $wanted } орнына { $found } мүше.
invalid-out_of_range =
    Шектен тыс: { $found }. Қажеті: { $wanted ->
         [text] мәтін
         [number] сан
         [u8] 0–255 аралығындағы бүтін сан
         [u16] 0–65535 аралығындағы бүтін сан
         [u32] 0–4294967295 аралығындағы бүтін сан
         [u64] 0-ден басталатын бүтін сан
         [i32] -2147483648 бен 2147483647 аралығындағы бүтін сан
         [i64] бүтін сан
         [boolean] true не false
         [list] тізім
         [object] нысан
        *[other] { $wanted }
    }.
invalid-bad_id = { $found } — код емес: 1–200 байт, басқару таңбаларынсыз.
invalid-bad_date = { $found } деген күн жоқ. Мысалы: 2024-07-01.
invalid-bad_grid_time = { $found } — эфир күнінің уақыты емес. Мысалы: 21:00 не 25:30.
invalid-bad_instant = { $found } — уақыт сәті емес. Мысалы: 2024-07-02T21:00:00+05:00.
invalid-bad_language = { $found } — тіл белгісі емес. Мысалы: kk не zh-Hant.
invalid-bad_value = { $found } мұнда жарамайды.
invalid-not_one_member = Не екенін айтатын дәл бір мүше керек.
invalid-empty_list = Мұнда кемінде біреуі керек.
invalid-too_many = { $count } тым көп; бір жолы көп дегенде { $most } есептеледі.
invalid-windows_too_far_apart = { $from } – { $until } терезелері { $days } күнді қамтиды; бір жолы көп дегенде { $most } жоспарланады.
invalid-season_without_episodes = { $season } маусымында бөлім жоқ.
invalid-file_name_pattern = «{ $name }» файл аты бола алмайды; онда { "{channel}" }, { "{from}" }, { "{until}" }, { "{revision}" } және { "{format}" } тұра алады.
invalid-files_called_alike = Екі файл бірдей «{ $name }» деп аталар еді, екіншісі — { $form }.
invalid-folder_missing = Қалта аталмаған.
invalid-authority_form = «{ $authority }» — khabar.kz сияқты DNS аты емес.
invalid-host_form = «{ $host }» — сервер аты емес.
invalid-port_form = { $port } порты болмайды.
invalid-user_form = «{ $user }» — пайдаланушы аты емес.
invalid-host_key_form = «{ $key }» — кілт таңбасы емес: SHA256: және 43 таңба.
invalid-key_file_missing = Кілт файлы аталмаған.
invalid-premiere_against_holdback = { $season } шарты бойынша басқалар { $channel } арнасын күтеді: оның тұсаукесері олардан кейін бола алмайды.

failure-file_not_found = Мұндай файл жоқ.
failure-file_not_found-hint = Жолды тексеріңіз.
failure-file_not_permitted = Файлды не қалтаны оқуға не жазуға рұқсат жоқ.
failure-file_not_permitted-hint = Басқа қалтаны таңдаңыз не рұқсатты өзгертіңіз.
failure-disk_full = Диск толы. Ештеңе өзгерген жоқ.
failure-disk_full-hint = Орын босатып, қайталаңыз.
failure-file_is_folder = Бұл — қалта.
failure-file_is_folder-hint = Файлды атаңыз.
failure-no_file_name = Жолда файл аты жоқ.
failure-no_file_name-hint = Файл атын қосыңыз.
failure-file_trouble = Файлды оқу не жазу мүмкін болмады: { $why }
failure-file_trouble-hint = Ештеңе өзгерген жоқ. Қайталаңыз не басқа орынды таңдаңыз.
failure-file_exists = Мұндай атты файл бар; ол өзгерген жоқ.
failure-file_exists-hint = Басқа ат таңдаңыз.
failure-would_replace_station = Онда станция файлы не басқа дерекқор жатыр. Ол өзгерген жоқ: басқаларға жазылатын ештеңе оны алмастырмайды.
failure-would_replace_station-hint = Басқа ат таңдаңыз.
failure-unknown_channel = «{ $channel }» деген арна жоқ.
failure-unknown_channel-hint = «arna info» арналарды көрсетеді.
failure-bad_id = «{ $found }» — код емес.
failure-bad_id-hint = Кодта 1–200 байт болады, басқару таңбалары болмайды.
failure-unknown_zone = { $channel } арнасының уақыт белдеуі белгісіз: { $tz }.
failure-unknown_zone-hint = Мысалы: Asia/Almaty.
failure-channel_id_form = Нұсқаулық «{ $channel }» арна кодын қабылдамайды.
failure-channel_id_form-hint = khabar.kz сияқты жазыңыз: латын әріптері, цифрлар, сызықша, кемінде бір нүкте.
failure-not_a_station = Бұл станция файлы емес. Ол өзгерген жоқ.
failure-not_a_station-hint = .arna файлын таңдаңыз не «arna import station» қолданыңыз.
failure-station_newer = Станцияны жаңарақ Arna жазған (пішім { $found }; бұл { $known } біледі). Ол өзгерген жоқ.
failure-station_newer-hint = Arna-ны жаңартыңыз.
failure-station_damaged = Станция файлы бүлінген: { $what }.
failure-station_damaged-hint = «arna verify» бар кемшілікті атайды. Сақтық көшірмені қайтарыңыз («arna restore») не оқылатынын алыңыз («arna salvage»).
failure-copy_unsound = Көшірме жазылғандай болып шықпады ({ $what }). Ол сақталмады; бұрынғы көшірмелер орнында.
failure-copy_unsound-hint = Диск не онымен байланыс сенімсіз: қайталап көріңіз не көшірмені басқа дискіге сақтаңыз.
failure-no_such_backup = Бұл — осы станцияның сақтық көшірмесі емес.
failure-no_such_backup-hint = Көшірмелерді қайта қараңыз: жаңалары келгенде ең ескілері кетеді.
failure-station_locked = Станция басқа бағдарламада ашық.
failure-station_locked-hint = Оны сонда жауып, қайталаңыз.
failure-proposal_too_long = Бұл жоспар { $mib } МиБ орын алады, ал станция файлы бір ұсыныста { $most } МиБ-тан аз сақтайды.
failure-proposal_too_long-hint = Бір жолы азырақ арна немесе күн алыңыз; бұрынғы ұсыныс сақталған.
failure-station_names = Бұл станция файлының { $names } аты бар (қатты сілтемелер). Оған жазылмайды: оны әртүрлі атпен ашқан екі бағдарлама бірін-бірі білмес еді.
failure-station_names-hint = Басқа аттарын өшіріңіз немесе файлды көшіріп, көшірмесімен жұмыс істеңіз.
failure-station_read_only = Станция тек оқу үшін ашық.
failure-station_read_only-hint = Оны басқа терезе өзгертіп жатыр. Сонда жауып, осында қайта ашыңыз.
failure-station_replaced = Бұл станцияның орнында енді басқа файл жатыр. Оған ештеңе жазылмады.
failure-station_replaced-hint = Осында ашық тұрғанның көшірмесін сақтаңыз немесе файлды қайта ашыңыз.
failure-station_gone = Бұл станцияның файлы жоқ. Ештеңе жазылмады.
failure-station_gone-hint = Оны орнына қайтарыңыз немесе осында ашық тұрғанның көшірмесін сақтаңыз.
failure-no_such_entry = Журналда қайтаруға болатын { $number }-жазба жоқ.
failure-no_such_entry-hint = Журналды қайта қараңыз.
failure-entry_undone = { $number }-жазба қайтарылып қойған.
failure-entry_undone-hint = Қайтаратын ештеңе жоқ.
failure-touched_since = { $by }-жазба ({ $author }) содан бері «{ $id }» дегенді өзгертті; { $number }-жазбаны жеке қайтаруға болмайды.
failure-touched_since-hint = Алдымен { $by }-жазбаны қайтарыңыз.
failure-refused = Өзгеріс қабылданбады; ештеңе өзгерген жоқ.
failure-refused-hint = Жоғарыдағы себепті қараңыз.
failure-nothing_to_change =
    Өзгертетін «{ $id }» жоқ ({ $kind ->
         [about] Станция сипаттамасын өзгерту
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
    }).
failure-nothing_to_change-hint = Ол жойылған болуы мүмкін; қайта қараңыз.
failure-cancelled = Тоқтатылды; ештеңе өзгерген жоқ.
failure-cancelled-hint = Қалаған кезде қайта есептеңіз.
failure-history_in_range = { $path }: { $channel } тарихы { $start } — { $from } күнінен бұрын емес.
failure-history_in_range-hint = Аралықты кейінірек бастаңыз не жазбаны алып тастаңыз.
failure-document_unusable = Станциямен жұмыс істеу мүмкін емес. Қате саны: { $count }
failure-document_unusable-hint = Әрқайсысын аталған жерде түзетіңіз.
failure-document_unreadable = Құжатты оқу мүмкін емес:
failure-document_unreadable-hint = Аталған жерде түзетіңіз.
failure-rollout_unusable = Таратуды есептеу мүмкін емес. Қате саны: { $count }
failure-rollout_unusable-hint = Әрқайсысын көрсетілген жерде түзетіңіз; құжат docs/ROLLOUT.md ішінде сипатталған.
failure-plan_unusable = Бұл жоспар осы станцияға сай емес. Қате саны: { $count }
failure-plan_unusable-hint = Жоспар жасалған станцияны көрсетіңіз немесе әрқайсысын көрсетілген жерде түзетіңіз.
failure-no_proposal = Шешім күткен жоспар жоқ.
failure-no_proposal-hint = Алдымен есептеңіз.
failure-proposal_stale = Жоспар есептелгелі станция өзгерді.
failure-proposal_stale-hint = Қайта есептеңіз.
failure-proposal_unreadable = Күтіп тұрған жоспарды оқу мүмкін емес: { $why }
failure-proposal_unreadable-hint = Алып тастап, қайта есептеңіз.
failure-no_channels = Бұл арналардың ешқайсысы станциянікі емес.
failure-no_channels-hint = Арна таңдаңыз.
failure-nothing_chosen = Бұл күндері ұсыныс ештеңені өзгертпейді.
failure-nothing_chosen-hint = Өзгеріс бар күндерді таңдаңыз.
failure-days_depend = Бұл күндерді басқаларынсыз қабылдауға болмайды. Сонда дұрыс болмайтыны: { $count }
failure-days_depend-hint = Оларға қатысты күндерді де қабылдаңыз.
failure-nothing_to_amend = Өзгертетін ештеңе жоқ.
failure-nothing_to_amend-hint = Қайта есептеңіз.
failure-unknown_version = «{ $version }» деген нұсқа жоқ.
failure-unknown_version-hint = Каталогтан іздеңіз.
failure-pinned_already = { $start } уақытына { $version } бекітілген.
failure-pinned_already-hint = Алдымен сол бекітуді алыңыз.
failure-bad_time = «{ $found }» деген уақыт жоқ.
failure-bad_time-hint = 21:00 немесе түн ортасынан кейін 25:30 деп жазыңыз.
invalid-strand_order =
    { $episode } { $after ->
        [none] бірінші шығар еді
       *[other] мынадан кейін шығар еді: { $after }
    }.
invalid-repeat_differs = { $shows } қайталанар еді, ал { $of } { $date } күні { $showed } көрсетеді.
invalid-rule_broken = Мына ереже бұзылар еді: { $rule }.
finding-strand_order =
    Реті бұзылады: { $episode } { $after ->
        [none] бірінші шығар еді
       *[other] мынадан кейін шығар еді: { $after }
    }.
finding-repeat_differs = Басқасы қайталанады: { $shows }, ал { $of } { $date } күні { $showed } көрсетеді.
failure-nothing_there = { $channel } арнасында { $start } кезінде ештеңе жоқ.
failure-nothing_there-hint = Басталуын эфир парағынан қараңыз.
failure-no_slot_there = «{ $slot }» слоты { $date } күні жоқ.
failure-no_slot_there-hint = Слот пен күнді тексеріңіз.
failure-range_too_long = Күн тым көп: { $days }; бір жолда ең көбі { $most } күн жоспарланады.
failure-range_too_long-hint = Азырақ күн таңдаңыз.
failure-range_past_calendar = { $first } – { $last } аралығындағы күндерді жоспарлауға болады; сұралғаны: { $from } – { $until }.
failure-range_past_calendar-hint = Осы аралықтағы күндерді таңдаңыз.
failure-document_takes_no_plan = Құжатта жоспар қабылдайтын кесте жоқ.
failure-document_takes_no_plan-hint = Алдымен импорттаңыз: «arna import station».
failure-unknown_language = Мұндай тіл жоқ.
failure-unknown_language-hint = Мысалы: kk.


amendment-licence_runs =
    { $max_runs ->
        [none] { $licence } лицензиясы: көрсетілім саны { $was_runs } орнына шектеусіз.
       *[other] { $licence } лицензиясы: { $was_runs } орнына { $max_runs } көрсетілім.
     }
amendment-licence_window = { $licence } лицензиясы { $was_from } – { $was_until } орнына { $from } – { $until } аралығында.
amendment-licence_covers = { $licence } лицензиясы { $more } де қамтиды.
amendment-licence_gap = { $licence } лицензиясы: аралық { $was_hours } сағат орнына { $min_gap_hours } сағат.
amendment-new_licence = { $programme } үшін жаңа { $licence } лицензиясы, { $from } – { $until }.
amendment-licence_lost = { $licence } лицензиясы жоғалды.
amendment-slot_length = { $slot } слоты: { $was_min } мин орнына { $length_min } мин.
amendment-slot_start = { $slot } слоты { $was_start } орнына { $start } басталады.
amendment-slot_languages = { $slot } слоты мына тілдерді алады: { $languages }.
amendment-slot_fill =
    { $slot } слоты басқаша толтырылады: { $fill ->
         [sequel] маусымның келесі бөлімі, соңғысынан кейін қайта басынан
         [repeat] қайталау
         [pool] қордан
        *[other] тікелей не бөгде блок
    }.
amendment-new_slot = { $channel } арнасында { $start } жаңа { $slot } слоты.
amendment-slot_lost = { $slot } слоты { $from } күнінен бастап жоқ.
amendment-channel_lost = { $channel } арнасы { $from } күнінен бастап ештеңе көрсетпейді.
amendment-new_version =
    { $episode } бөлімінің { $language ->
         [en] ағылшынша
         [kk] қазақша
         [ru] орысша
         [zh] қытайша
        *[other] { $language }
    } нұсқасы жасалады ({ $version }, { $minutes } мин).
amendment-version_lost = { $version } нұсқасы жоғалды.
amendment-new_pin = { $version } { $channel } арнасында { $start } бекітіледі.
amendment-pin_lost = { $channel } арнасындағы { $start } бекітуі алынады.
amendment-pin_moved = { $channel } арнасындағы { $start } бекітуі { $to } уақытына ауысады.
amendment-day_limit = { $programme }: күніне { $was_per_day } орнына { $max_per_day } рет.
amendment-blackout_lost = { $channel } арнасындағы { $from } басталатын эфир тыйымы алынады.
amendment-holdback_lost = { $season } маусымын алғаш көрсету құқығы ({ $first_channel }) алынады.
amendment-holdback_hours = Басқалар { $season } маусымын { $first_channel } арнасынан { $hours } сағат кейін көрсетеді.

fix-calculate-again = Күндерді қайта есептеңіз: басқа ештеңе өзгертудің қажеті жоқ.
fix-calculate-anew = Күндерді басынан есептеңіз, тек бекітілгені орнында қалады: басқа ештеңе өзгертудің қажеті жоқ.
fixes-none = Оны толтырып, басқа слотты босатпайтын өзгеріс табылмады.

invalid-amends_nothing = Бұл ештеңе өзгертпейді. Мыналардың бірін беріңіз: { $wanted }.
invalid-no_pin_there = { $channel } арнасында { $start } бекіту жоқ.
invalid-pin_there = { $channel } арнасында { $start } бекіту бар.
invalid-no_blackout_there = { $channel } арнасында { $from } басталатын эфир тыйымы жоқ.
invalid-no_holdback_there = { $season } маусымын алғаш көрсету құқығы ({ $channel }) жоқ.

failure-amendments_unusable = Станция бұл өзгерістерді көтермейді:
failure-amendments_unusable-hint = Көрсетілген жердегі өзгерісті түзетіңіз; станцияда не бары «arna export station» көрсетеді.

# Why a plan changes what is accepted.

cause-rule = Енді ереже бұған тыйым салады.
cause-pin_put = Ол осында бекітілген.
cause-pin_gone = Ол енді мұнда бекітілмеген.
cause-pin_there = Онда { $pin_start } бастап { $pin } бекітілген.
cause-slot_gone = Бұл күні оның слоты енді жоқ.
cause-slot_covered = Оның слотын басқа слот жауып тұр.
cause-slot_changed = Оның слоты өзгерді.
cause-version_gone = Бұл нұсқа каталогта енді жоқ.
cause-strand_moved = { $season } маусымының кезегі мұнда басқа бөлімге келеді.
cause-repeat_follows = Ол { $of } слотын қайталайды, ал онда енді басқа нәрсе көрсетіледі.
cause-better_score = Мұнда басқасы көбірек ұпай әкеледі.
cause-freed_seat = Енді мұнда шыға алмайтынның орнын басады.
cause-was_open = Мұнда ештеңе болмаған.
cause-break_changed = Үзіліс қайта толтырылды.
cause-imported = { $file } осылай дейді.
finding-quotas_contradict = Тілдер үлестерінің ({ $languages }) қосындысы { $sum } %: бірде-бір апта бәрін орындай алмайды.
failure-folder_not_found = { $folder } қалтасы жоқ.
failure-folder_not_found-hint = Алдымен қалтаны жасаңыз немесе басқасын көрсетіңіз.
invalid-too_great = { $found } тым көп; шегі { $most }.
# Сервердегі станция.
failure-shared_address = «{ $found }» — сервердегі станцияның мекенжайы емес.
failure-shared_address-hint = postgresql://логин@сервер:порт/база түрінде жазыңыз, мысалы postgresql://aigul@db.example.org/station; мекенжайда құпиясөз тұрмайды.
failure-shared_authority = Серверге кепіл болатын сертификатты оқу мүмкін емес. { $why }
failure-shared_authority-hint = Сервер әкімшісі берген сертификат файлын (PEM) --ca арқылы көрсетіңіз; онсыз жүйенікі алынады.
failure-shared_not = Бұл станция серверде жатқан жоқ.
failure-shared_not-hint = «arna station share» оны серверге қояды; «arna station copy» сондағысының көшірмесін жасайды.
failure-shared_already = Бұл станция { $server } серверінде жатыр.
failure-shared_already-hint = «arna station detach» файлды қайтадан жеке станция етеді.
failure-shared_taken = { $server } серверінде басқа станция жатыр.
failure-shared_taken-hint = Бұған жеке дерекқор жасатыңыз: бір станция — бір дерекқор.
failure-shared_no_station = { $server } серверінде станция жоқ.
failure-shared_no_station-hint = Дерекқор атауын тексеріңіз; «arna station share» станцияны сонда қояды.
failure-shared_newer = { $server } серверіндегі станция { $found } пішімінде; бұл бағдарлама { $known } пішімге дейін біледі.
failure-shared_newer-hint = Arna-ның жаңа нұсқасын орнатыңыз.
failure-shared_older = { $server } серверіндегі станция { $found } пішімінде; бұл бағдарламаға { $needed } пішімі керек. Оны мұнда оқуға болады, өзгертуге болмайды.
failure-shared_older-hint = Сервердегі станция иесі оны «arna station upgrade» арқылы көшіреді; содан кейін ескі бағдарламалар қосыла алмайды.
failure-shared_no_password = { $server } үшін { $login } құпиясөзі белгісіз; станцияны оқуға болады, өзгертуге болмайды.
failure-shared_no_password-hint = Оны «arna station password» арқылы сақтаңыз немесе серверсіз жұмыс істеңіз: «arna station offline».
failure-shared_unreachable = { $server } серверіне жету мүмкін емес; ештеңе өзгерген жоқ. { $why }
failure-shared_unreachable-hint = Кейін қайталаңыз немесе серверсіз жұмыс істеңіз: «arna station offline».
failure-shared_silent = { $server } { $seconds } с ішінде жауап бермеді.
failure-shared_silent-hint = Кейін қайталаңыз немесе серверсіз жұмыс істеңіз: «arna station offline».
failure-shared_sign_in = { $server } сертификатқа байланған құпиясөз дәлелін қабылдамайды; ештеңе жіберілген жоқ. { $why }
failure-shared_sign_in-hint = Сервер әкімшісіне: password_encryption = scram-sha-256 және hostssl … scram-sha-256.
failure-shared_password = { $server } { $login } дегенді кіргізбейді: құпиясөз не атау қате.
failure-shared_password-hint = Дұрыс құпиясөзді «arna station password» арқылы сақтаңыз.
failure-shared_not_permitted = Серверде { $login } үшін бұған құқық жоқ; ештеңе өзгерген жоқ. { $what }
failure-shared_not_permitted-hint = Станция иесінен сұраңыз: құқықты «arna station account add» береді.
failure-shared_busy = Серверді басқалар бөгеп тұр; ештеңе өзгерген жоқ.
failure-shared_busy-hint = Қайталаңыз.
failure-shared_published_meanwhile = Осы арада басқа жұмыс орны бұл арнаның редакциясын жариялады; ештеңе берілген жоқ.
failure-shared_published_meanwhile-hint = Сол редакцияны қарап, қайта жариялаңыз.
failure-shared_trouble = Сервер бас тартады: { $why } { $server }
failure-shared_trouble-hint = Сервер әкімшісіне хабарлаңыз.
failure-shared_unreadable = Сервердегі { $number } жазба ({ $author }) оқылмайды; файл одан бұрынғы күйінде қалды: { $why }
failure-shared_unreadable-hint = Сервер әкімшісіне хабарлаңыз; әзірге серверсіз жұмыс істеңіз: «arna station offline».
failure-shared_conflict = { $author } осы арада «{ $id }» дегенді өзгертті ({ $by } жазба, { $at }). Сіздікі { $aside } нөмірімен сақталды.
failure-shared_conflict-hint = «arna station take» сіздікін үстіне қояды, «arna station leave» олардікін қалдырады; ештеңе жоғалмайды.
failure-shared_unsure = { $server } өзгерісті қабылдағанын айтпай үзілді. Мұнда ештеңе өзгерген жоқ.
failure-shared_unsure-hint = Сервер қайтқанда өзгерістің келген-келмегенін қараңыз; келмесе, қайта жасаңыз.
failure-shared_diverged = { $server } { $number } жазба туралы бұл файлдан өзгеше айтады; ештеңе өзгерген жоқ.
failure-shared_diverged-hint = Сервер бұрынғы күнге қайтарылған немесе Arna-дан тыс өзгертілген. Бұл файлды сақтап, «arna station copy» арқылы жаңа көшірме жасаңыз.
failure-shared_offline = Бұған сервер керек, ал бұл жұмыс орны онсыз жұмыс істейді.
failure-shared_offline-hint = «arna station merge» серверге қайтарады.
failure-shared_online = Бұл жұмыс орны сервермен жұмыс істейді.
failure-shared_online-hint = Біріктіретін ештеңе жоқ; «arna station offline» — серверсіз жұмыс.
failure-shared_nothing_aside = { $number } нөмірімен сақталған ештеңе жоқ.
failure-shared_nothing_aside-hint = «arna station status» шешім күткендерді көрсетеді.
failure-shared_keyring = Жүйенің кілт қоймасы жауап бермейді: { $why }
failure-shared_keyring-hint = Ол жоқ жерде { $variable } айнымалысын беріңіз.
failure-shared_no_account = Бұл станцияда { $login } есептік жазбасы жоқ.
failure-shared_no_account-hint = Тізімі: «arna station account list».
failure-shared_unknown_role = «{ $found }» деген рөл жоқ; есептік жазба бұрынғыдай.
failure-shared_unknown_role-hint = Бар рөлдер: { $known }.
failure-shared_broken_off = Үзілді: онда ештеңе жоқ, бәрі бұрынғыдай.
failure-shared_broken_off-hint = Қалаған кезде қайта бастаңыз.
failure-shared_on_its_way = Станция серверге барар жолда; ештеңе өзгерген жоқ.
failure-shared_on_its_way-hint = Жеткенше күтіңіз не оны үзіңіз.
failure-shared_certificate =
    { $why ->
        [expired] { $server } сертификатының мерзімі өткен; ештеңе жіберілген жоқ.
        [not_yet] { $server } сертификаты әлі күшіне енген жоқ; ештеңе жіберілген жоқ.
        [other_name] { $server } сертификаты басқа атауға берілген; ештеңе жіберілген жоқ.
        [unknown_authority] { $server } үшін белгілі ешкім кепіл емес; ештеңе жіберілген жоқ.
        [no_tls] { $server } TLS-сіз сөйлейді; ештеңе жіберілген жоқ.
       *[other] { $server } сертификаты жарамсыз ({ $why }); ештеңе жіберілген жоқ.
    }
failure-shared_certificate-hint = Сервер әкімшісінен сұраңыз; --ca оған кепіл сертификаттарды көрсетеді. Компьютер сағатын да тексеріңіз.
