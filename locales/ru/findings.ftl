# Findings, refusals and failures. Values have the names that the code gives them; what is unknown arrives as "none".

finding-wrong_language = Язык версии — { language-name }, а слоту нужен { $languages }.
finding-too_long = Длится { $duration }, а свободно только { $room }.
finding-not_licensed =
    { $until ->
        [none] Лицензии на версию на { $language ->
         [en] английском
         [kk] казахском
         [ru] русском
         [zh] китайском
        *[other] языке { $language }
    } здесь нет.
       *[other] Лицензия действует с { $from } по { $until }, но не { $date }.
     }
finding-runs_exhausted = Это показ № { $runs }; лицензия разрешает { $max_runs }.
finding-too_close = До другого выхода ({ $other }) лишь { $apart_hours } ч, нужно { $min_gap_hours } ч.
finding-rating_hours = { $rating } — только с { $from } до { $until }.
finding-held_back =
    { $premiere ->
        [none] Первым должен показать { $first_channel }, показа ещё не было.
       *[other] Первым показывает { $first_channel } ({ $premiere }); остальные — не раньше чем через { $hours } ч.
     }
finding-blacked_out = Не допускается в эфир с { $from } до { $until }.
finding-day_limit = Выход № { $airings } за день; не более { $max_per_day }.
finding-overlaps = Накладывается на { $other_version } в { $other }.
finding-wrong_order = { $programme } идёт только по порядку, в слотах продолжения.
finding-season_finished = Сезон закончился.
finding-nothing_to_repeat = В повторяемом слоте ничего своего не было.
finding-fits = Подошло бы.
finding-slot_vanished = Перевод часов убирает этот слот ({ $nominal } мин).
finding-slot_shorter = { $minutes } мин вместо { $nominal }: перевод часов.
finding-slot_longer = { $minutes } мин вместо { $nominal }: перевод часов.
finding-slot_cut = Рядом с закреплённым выходом или верхним слоем осталось { $minutes } из { $nominal } мин.
finding-slot_dropped = Закрыт закреплённым выходом или верхним слоем ({ $nominal } мин).
finding-quota_missed =
    На неделе с { $week } не хватает { $minutes } мин эфира на { $language ->
         [en] английском
         [kk] казахском
         [ru] русском
         [zh] китайском
        *[other] языке { $language }
    } (нужно { $share } %).
finding-version_missing =
    У { $episode } нет версии на { $language ->
         [en] английском
         [kk] казахском
         [ru] русском
         [zh] китайском
        *[other] языке { $language }
    }.
finding-open_for_quota = Оставлено свободным: подходящее вредит языковой квоте больше, чем даёт.
finding-pin_waiting = Закреплено, но ещё не в расписании: пересчитайте день.
finding-runs_on = Заканчивается в { $end }, когда уже идёт начатое в { $other }.
finding-window_too_short = Начиная с { $episode } ничего не помещается в окно: дата нашлась для { $placed } из { $episodes } серий.
finding-no_free_time = Между { $from } и { $until } в желаемые даты нет свободных { $minutes } мин: дата нашлась для { $placed } из { $episodes } серий.
finding-longer_than_gap = { $longest_episode } длится { $duration }: нужно { $minutes } мин, а самый длинный промежуток — { $gap }.
finding-too_late_for_window = { $episode } можно начать не раньше { $ready }; окно кончается { $until }. Дата нашлась для { $placed } из { $episodes } серий.
finding-premiere_unknown = { $first_channel } должен показать { $episode } первым и не показывает: дата нашлась для { $placed } из { $episodes } серий.
finding-strand_there = Слот { $of } уже показывает здесь { $season }; для сезона ничего не предложено.
finding-pinned_there = { $season } закреплён здесь на { $at }; для сезона ничего не предложено.
finding-continues = { $season } здесь уже начат: продолжается с { $episode }.
finding-aired_already = { $season } здесь уже прошёл: начинается снова.
finding-overrides = Перекрыто выходов других слотов: { $count }; из них останется пустыми минут: { $lost }.
finding-repeat_left_out = Для { $left_out } из { $episodes } повторов нет времени через { $days_after } дн.
finding-not_as_promised =
    { $episode } не выйдет: { $refusal ->
        [none] там ничего не стоит
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
finding-shown_earlier = { $episode } выходит до премьеры, { $at } ({ $origin }).

rule-wrong_language = Язык
rule-too_long = Помещается в слот
rule-not_licensed = Лицензия
rule-runs_exhausted = Показы
rule-too_close = Интервал
rule-rating_hours = Часы по возрасту
rule-held_back = Право первого показа
rule-blacked_out = Запрет эфира
rule-day_limit = В день
rule-overlaps = Наложение
rule-wrong_order = Порядок

step-sequels = Продолжения
step-pools = Подборы
step-proof = Доказательство
step-repeats = Повторы
step-breaks = Перебивки
step-moving = Строки станции
earned = пока { $score } очков
earned-within = пока { $score } очков, не дальше { $short } % от лучшего возможного

origin-pin = Закреплено координатором
origin-sequel = Следующая серия линии
origin-repeat = Повтор другого слота
origin-pool = Выбрано подбором
origin-hold = Прямой или сторонний блок
origin-promo = Промо
origin-filler = Заполнитель

severity-info = заметка
severity-warning = предупреждение
severity-error = ошибка

invalid-unknown_id = Ничего с именем «{ $id }» нет.
invalid-duplicate_id = «{ $id }» указан дважды.
invalid-ends_before_start = Кончается ({ $until }) раньше начала ({ $from }).
invalid-weight_out_of_range = Вес — от 1 до 5, а не { $weight }.
invalid-slots_overlap = { $slot } накладывается на { $other } в том же слое.
invalid-season_of_other_programme = Сезон { $season } не от программы { $programme }.
invalid-repeat_of_other_channel = Слот { $id } не на канале { $channel }.
invalid-repeats_itself = Слот { $id } в итоге повторяет сам себя.
invalid-length_zero = Слот длится хотя бы минуту.
invalid-gap_not_above_rerun = min_gap_hours ({ $min_gap_hours }) должно быть больше rerun_hours ({ $rerun_hours }).
invalid-before_day_start = { $start } раньше начала эфирных суток ({ $day_start }). После полуночи пишите 24:00 и далее.
invalid-after_next_day_start = С { $start } на { $length_min } мин заходит за начало следующих суток ({ $day_start }).
invalid-zone_data_old = Данные часовых поясов { $version }; нужны { $needed } или новее.
invalid-unknown_zone = Часового пояса «{ $tz }» нет. Пример: Asia/Almaty.
invalid-duration_out_of_range = Версия длится больше 0 и не более 86400000 мс, а не { $duration_ms }.
invalid-day_start_late = Эфирные сутки начинаются до 24:00, а не в { $time }.
invalid-share_above_100 = Доля — от 0 до 100 процентов, а не { $share }.
invalid-too_large = { $bytes } байт; читается не более { $most }.
invalid-not_utf8 = Не UTF-8: байт { $byte }. Сохраните файл в UTF-8.
invalid-not_json = Не JSON около «{ $text }».
invalid-cut_short = Документ обрывается.
invalid-too_deep = Вложенность больше { $most }.
invalid-duplicate_key = «{ $name }» здесь дважды.
invalid-trailing_text = После конца что-то есть: «{ $text }».
invalid-unknown_format = Формат { $format }; здесь читается { $known }.
invalid-unknown_field = Поля «{ $name }» здесь нет. Есть: { $known }.
invalid-missing_field = Нет поля «{ $name }».
invalid-unknown_word = «{ $found }» здесь не известно. Есть: { $known }.
invalid-wrong_type =
    Здесь нужно: { $wanted ->
         [text] текст
         [number] число
         [u8] целое число от 0 до 255
         [u16] целое число от 0 до 65535
         [u32] целое число от 0 до 4294967295
         [u64] целое число от 0
         [i32] целое число от -2147483648 до 2147483647
         [i64] целое число
         [boolean] true или false
         [list] список
         [object] объект
        *[other] { $wanted }
    }; стоит: { $found ->
         [text] текст
         [number] число
         [boolean] true или false
         [list] список
         [object] объект
        *[other] { $found }
    }.
invalid-wrong_length = Элементов { $found } вместо { $wanted }.
invalid-out_of_range =
    Вне пределов: { $found }. Нужно: { $wanted ->
         [text] текст
         [number] число
         [u8] целое число от 0 до 255
         [u16] целое число от 0 до 65535
         [u32] целое число от 0 до 4294967295
         [u64] целое число от 0
         [i32] целое число от -2147483648 до 2147483647
         [i64] целое число
         [boolean] true или false
         [list] список
         [object] объект
        *[other] { $wanted }
    }.
invalid-bad_id = { $found } — не код: 1–200 байт без управляющих знаков.
invalid-bad_date = Даты { $found } нет. Пример: 2024-07-01.
invalid-bad_grid_time = { $found } — не время эфирных суток. Пример: 21:00 или 25:30.
invalid-bad_instant = { $found } — не момент времени. Пример: 2024-07-02T21:00:00+05:00.
invalid-bad_language = { $found } — не метка языка. Пример: kk или zh-Hant.
invalid-bad_value = { $found } сюда не подходит.
invalid-not_one_member = Нужен ровно один элемент, который говорит, что это.
invalid-empty_list = Здесь нужно хотя бы одно значение.
invalid-too_many = { $count } — слишком много; за раз рассчитывается не больше { $most }.
invalid-windows_too_far_apart = Окна от { $from } до { $until } охватывают { $days } дн.; за раз планируется не больше { $most }.
invalid-season_without_episodes = В сезоне { $season } нет серий.
invalid-file_name_pattern = «{ $name }» не годится как имя файла; в нём могут стоять { "{channel}" }, { "{from}" }, { "{until}" }, { "{revision}" } и { "{format}" }.
invalid-files_called_alike = Два файла назывались бы «{ $name }», второй — { $form }.
invalid-folder_missing = Папка не названа.
invalid-authority_form = «{ $authority }» — не имя DNS вроде khabar.kz.
invalid-host_form = «{ $host }» — не имя сервера.
invalid-port_form = Порта { $port } не бывает.
invalid-user_form = «{ $user }» — не имя пользователя.
invalid-host_key_form = «{ $key }» — не отпечаток ключа: SHA256: и 43 знака.
invalid-key_file_missing = Файл ключа не назван.
invalid-premiere_against_holdback = Другие каналы ждут { $channel } по условию для { $season }: его премьера не может быть позже их.

failure-file_not_found = Такого файла нет.
failure-file_not_found-hint = Проверьте путь.
failure-file_not_permitted = Файл или папку нельзя прочитать или записать.
failure-file_not_permitted-hint = Выберите другую папку или измените права.
failure-disk_full = Диск заполнен. Ничего не изменено.
failure-disk_full-hint = Освободите место и повторите.
failure-file_is_folder = Это папка.
failure-file_is_folder-hint = Укажите файл.
failure-no_file_name = В пути нет имени файла.
failure-no_file_name-hint = Добавьте имя файла.
failure-file_trouble = Не удалось прочитать или записать файл: { $why }
failure-file_trouble-hint = Ничего не изменено. Повторите или выберите другое место.
failure-file_exists = Файл с таким именем уже есть; он не тронут.
failure-file_exists-hint = Выберите другое имя.
failure-would_replace_station = Там лежит файл станции или другая база данных. Он не тронут: ничто из того, что пишется для других, его не заменяет.
failure-would_replace_station-hint = Выберите другое имя.
failure-unknown_channel = Канала «{ $channel }» нет.
failure-unknown_channel-hint = «arna info» покажет каналы.
failure-bad_id = «{ $found }» — не код.
failure-bad_id-hint = В коде от 1 до 200 байт и нет управляющих знаков.
failure-unknown_zone = Часовой пояс канала { $channel } неизвестен: { $tz }.
failure-unknown_zone-hint = Пример: Asia/Almaty.
failure-channel_id_form = Телегид не допускает код канала «{ $channel }».
failure-channel_id_form-hint = Запишите как khabar.kz: буквы, цифры, дефисы, хотя бы одна точка.
failure-not_a_station = Это не файл станции. Он не изменён.
failure-not_a_station-hint = Выберите файл .arna или импортируйте документ: «arna import station».
failure-station_newer = Станцию записала более новая Arna (форма { $found }; эта знает { $known }). Файл не изменён.
failure-station_newer-hint = Обновите Arna.
failure-station_damaged = Файл станции повреждён: { $what }.
failure-station_damaged-hint = «arna verify» назовёт всё, что не так. Верните резервную копию («arna restore») или заберите читаемое («arna salvage»).
failure-copy_unsound = Копия записалась не такой, какой писалась ({ $what }). Она не сохранена; прежние копии на месте.
failure-copy_unsound-hint = Диск или связь с ним ненадёжны: попробуйте ещё раз или сохраните копию на другой диск.
failure-no_such_backup = Это не резервная копия этой станции.
failure-no_such_backup-hint = Посмотрите её копии ещё раз: с новыми копиями уходят самые старые.
failure-station_locked = Станция открыта в другой программе.
failure-station_locked-hint = Закройте её там и повторите.
failure-proposal_too_long = Этот план занимает { $mib } МиБ, а файл станции хранит в одном предложении меньше { $most }.
failure-proposal_too_long-hint = Берите меньше каналов или дат за раз; прежнее предложение сохранилось.
failure-station_names = У файла этой станции несколько имён: { $names } (жёсткие ссылки). В него не пишется: две программы, открывшие его под разными именами, не знали бы друг о друге.
failure-station_names-hint = Удалите другие имена или скопируйте файл и работайте с копией.
failure-station_read_only = Станция открыта только для чтения.
failure-station_read_only-hint = Её изменяет другое окно. Закройте её там и откройте здесь снова.
failure-station_replaced = На месте этой станции теперь лежит другой файл. В него ничего не записано.
failure-station_replaced-hint = Сохраните копию того, что открыто здесь, или откройте файл заново.
failure-station_gone = Файла этой станции больше нет. Ничего не записано.
failure-station_gone-hint = Верните его на место или сохраните копию того, что открыто здесь.
failure-no_such_entry = В журнале нет записи { $number }, которую можно отменить.
failure-no_such_entry-hint = Посмотрите журнал ещё раз.
failure-entry_undone = Запись { $number } уже отменена.
failure-entry_undone-hint = Отменять нечего.
failure-touched_since = Запись { $by } ({ $author }) с тех пор изменила «{ $id }»; запись { $number } нельзя отменить отдельно.
failure-touched_since-hint = Сначала отмените запись { $by }.
failure-refused = Изменение отклонено; ничего не изменено.
failure-refused-hint = Причина указана выше.
failure-nothing_to_change =
    Изменять нечего: нет «{ $id }» ({ $kind ->
         [about] Изменение описания станции
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
    }).
failure-nothing_to_change-hint = Возможно, уже удалено; посмотрите снова.
failure-cancelled = Отменено; ничего не изменено.
failure-cancelled-hint = Рассчитайте снова, когда понадобится.
failure-history_in_range = { $path }: история { $channel } в { $start } не раньше { $from }.
failure-history_in_range-hint = Начните позже или уберите запись из истории.
failure-document_unusable = Со станцией нельзя работать. Ошибок: { $count }
failure-document_unusable-hint = Исправьте каждую в указанном месте.
failure-document_unreadable = Документ нельзя прочитать:
failure-document_unreadable-hint = Исправьте в указанном месте.
failure-rollout_unusable = Размещение нельзя рассчитать. Ошибок: { $count }
failure-rollout_unusable-hint = Исправьте каждую в указанном месте; документ описан в docs/ROLLOUT.md.
failure-plan_unusable = Этот план не подходит к этой станции. Ошибок: { $count }
failure-plan_unusable-hint = Укажите станцию, для которой он составлен, или исправьте каждую ошибку в указанном месте.
failure-no_proposal = Нет плана, ждущего решения.
failure-no_proposal-hint = Сначала рассчитайте.
failure-proposal_stale = Станция изменилась после расчёта плана.
failure-proposal_stale-hint = Рассчитайте снова.
failure-proposal_unreadable = План нельзя прочитать: { $why }
failure-proposal_unreadable-hint = Отклоните его и рассчитайте снова.
failure-no_channels = Ни один из этих каналов не принадлежит станции.
failure-no_channels-hint = Выберите канал.
failure-nothing_chosen = В эти дни предложение ничего не меняет.
failure-nothing_chosen-hint = Выберите дни, в которые меняет.
failure-days_depend = Эти дни нельзя принять без других. Что тогда было бы не так: { $count }
failure-days_depend-hint = Примите и дни, которые к ним относятся.
failure-nothing_to_amend = Менять нечего.
failure-nothing_to_amend-hint = Рассчитайте заново.
failure-unknown_version = Версии «{ $version }» нет.
failure-unknown_version-hint = Найдите её в каталоге.
failure-pinned_already = На { $start } уже закреплено { $version }.
failure-pinned_already-hint = Сначала снимите это закрепление.
failure-bad_time = Времени «{ $found }» нет.
failure-bad_time-hint = Пишите 21:00 или 25:30 после полуночи.
invalid-strand_order =
    { $episode } { $after ->
        [none] шла бы первой
       *[other] шла бы после { $after }
    }.
invalid-repeat_differs = Повторялось бы { $shows }, а { $of } показывает { $showed } { $date }.
invalid-rule_broken = Было бы нарушено правило: { $rule }.
finding-strand_order =
    Не по порядку: { $episode } { $after ->
        [none] шла бы первой
       *[other] шла бы после { $after }
    }.
finding-repeat_differs = Повторяется не то: { $shows }, тогда как { $of } показывает { $showed } { $date }.
failure-nothing_there = На { $channel } в { $start } ничего нет.
failure-nothing_there-hint = Посмотрите начало в эфирном листе.
failure-no_slot_there = Слота «{ $slot }» нет { $date }.
failure-no_slot_there-hint = Проверьте слот и дату.
failure-range_too_long = Слишком много дней: { $days }; за раз не более { $most }.
failure-range_too_long-hint = Выберите меньше дней.
failure-range_past_calendar = Планировать можно даты с { $first } по { $last }; запрошено: с { $from } по { $until }.
failure-range_past_calendar-hint = Выберите даты в этих пределах.
failure-document_takes_no_plan = В документ нельзя принять план.
failure-document_takes_no_plan-hint = Сначала импортируйте: «arna import station IN.json NEW.arna».
failure-unknown_language = Нет такого языка.
failure-unknown_language-hint = Пример: kk.


amendment-licence_runs =
    { $max_runs ->
        [none] Лицензия { $licence }: показы без ограничения вместо { $was_runs }.
       *[other] Лицензия { $licence }: показов { $max_runs } вместо { $was_runs }.
     }
amendment-licence_window = Лицензия { $licence } с { $from } по { $until } вместо { $was_from } – { $was_until }.
amendment-licence_covers = Лицензия { $licence } охватывает также { $more }.
amendment-licence_gap = Лицензия { $licence }: интервал { $min_gap_hours } ч вместо { $was_hours } ч.
amendment-new_licence = Новая лицензия { $licence } на { $programme } с { $from } по { $until }.
amendment-licence_lost = Лицензия { $licence } утрачена.
amendment-slot_length = Слот { $slot }: { $length_min } мин вместо { $was_min }.
amendment-slot_start = Слот { $slot } начинается в { $start } вместо { $was_start }.
amendment-slot_languages = Слот { $slot } принимает языки: { $languages }.
amendment-slot_fill =
    Слот { $slot } заполняется иначе: { $fill ->
         [sequel] следующая серия сезона, после последней снова первая
         [repeat] повтор
         [pool] подбором
        *[other] прямой или чужой блок
    }.
amendment-new_slot = Новый слот { $slot } на { $channel } в { $start }.
amendment-slot_lost = Слота { $slot } нет с { $from }.
amendment-channel_lost = Канал { $channel } ничего не показывает с { $from }.
amendment-new_version =
    Делается версия { $episode } на { $language ->
         [en] английском
         [kk] казахском
         [ru] русском
         [zh] китайском
        *[other] { $language }
    } языке ({ $version }, { $minutes } мин).
amendment-version_lost = Версия { $version } утрачена.
amendment-new_pin = { $version } закрепляется на { $channel } в { $start }.
amendment-pin_lost = Закрепление на { $channel } в { $start } снимается.
amendment-pin_moved = Закрепление на { $channel } в { $start } переносится на { $to }.
amendment-day_limit = { $programme }: { $max_per_day } в день вместо { $was_per_day }.
amendment-blackout_lost = Запрет эфира на { $channel } с { $from } снимается.
amendment-holdback_lost = Право первого показа { $season } на { $first_channel } снимается.
amendment-holdback_hours = Другие показывают { $season } через { $hours } ч после { $first_channel }.

fix-calculate-again = Рассчитайте дни заново: больше ничего менять не нужно.
fix-calculate-anew = Рассчитайте дни заново, всё, кроме закреплённого: больше ничего менять не нужно.
fixes-none = Изменения, которое его заполнит и не освободит другой слот, не нашлось.

invalid-amends_nothing = Это ничего не меняет. Укажите одно из: { $wanted }.
invalid-no_pin_there = На { $channel } в { $start } нет закрепления.
invalid-pin_there = На { $channel } в { $start } закрепление уже есть.
invalid-no_blackout_there = На { $channel } нет запрета эфира с { $from }.
invalid-no_holdback_there = Нет права первого показа { $season } на { $channel }.

failure-amendments_unusable = Станция не допускает этих изменений:
failure-amendments_unusable-hint = Исправьте изменение в указанном месте; что есть у станции, показывает «arna export station».

# Why a plan changes what is accepted.

cause-rule = Теперь это запрещает правило.
cause-pin_put = Закреплено здесь.
cause-pin_gone = Больше здесь не закреплено.
cause-pin_there = Там закреплено { $pin } с { $pin_start }.
cause-slot_gone = В эту дату его слота больше нет.
cause-slot_covered = Его слот закрыт другим.
cause-slot_changed = Его слот изменился.
cause-version_gone = Этой версии больше нет в каталоге.
cause-strand_moved = Очередь сезона { $season } приходит здесь к другой серии.
cause-repeat_follows = Повторяет { $of }, а там теперь другое.
cause-better_score = Другое приносит здесь больше.
cause-freed_seat = Занимает место того, что здесь больше не может выйти.
cause-was_open = Здесь ничего не стояло.
cause-break_changed = Перебивка заполнена заново.
cause-imported = Так сказано в { $file }.
finding-quotas_contradict = Доли языков ({ $languages }) дают вместе { $sum } %: ни одна неделя не выполнит их все.
failure-folder_not_found = Папки { $folder } нет.
failure-folder_not_found-hint = Сначала создайте папку или укажите другую.
invalid-too_great = { $found } — слишком много; не более { $most }.
# Станция на сервере.
failure-shared_address = «{ $found }» — не адрес станции на сервере.
failure-shared_address-hint = Пишите postgresql://логин@сервер:порт/база, например postgresql://aigul@db.example.org/station; пароля в адресе не бывает.
failure-shared_authority = Не удаётся прочитать сертификат, который ручается за сервер. { $why }
failure-shared_authority-hint = Укажите через --ca файл сертификатов (PEM) от администратора сервера; без него берутся системные.
failure-shared_not = Эта станция не лежит на сервере.
failure-shared_not-hint = «arna station share» размещает её там; «arna station copy» делает копию той, что уже там.
failure-shared_already = Эта станция уже лежит на { $server }.
failure-shared_already-hint = «arna station detach» снова делает файл отдельной станцией.
failure-shared_taken = На { $server } лежит другая станция.
failure-shared_taken-hint = Попросите создать для этой отдельную базу: одна станция — одна база.
failure-shared_no_station = На { $server } нет станции.
failure-shared_no_station-hint = Проверьте имя базы; «arna station share» размещает там станцию.
failure-shared_newer = Станция на { $server } формы { $found }; эта программа знает формы до { $known }.
failure-shared_newer-hint = Установите более новую версию Arna.
failure-shared_older = Станция на { $server } формы { $found }; этой программе нужна форма { $needed }. Здесь её можно читать, но не менять.
failure-shared_older-hint = Владелец станции на сервере переводит её командой «arna station upgrade»; старые программы после этого не подключаются.
failure-shared_no_password = Пароль { $login } для { $server } неизвестен; станцию можно читать, но не менять.
failure-shared_no_password-hint = Сохраните его: «arna station password», или работайте без сервера: «arna station offline».
failure-shared_unreachable = { $server } недоступен; ничего не изменено. { $why }
failure-shared_unreachable-hint = Повторите позже или работайте без сервера: «arna station offline».
failure-shared_silent = { $server } не ответил за { $seconds } с.
failure-shared_silent-hint = Повторите позже или работайте без сервера: «arna station offline».
failure-shared_sign_in = { $server } не принимает доказательство пароля, привязанное к сертификату; ничего не отправлено. { $why }
failure-shared_sign_in-hint = Администратору сервера: password_encryption = scram-sha-256 и hostssl … scram-sha-256.
failure-shared_password = { $server } не впускает { $login }: неверный пароль или имя.
failure-shared_password-hint = Сохраните верный пароль: «arna station password».
failure-shared_not_permitted = У { $login } нет на это права на сервере; ничего не изменено. { $what }
failure-shared_not_permitted-hint = Обратитесь к владельцу станции: права задаёт «arna station account add».
failure-shared_busy = Сервер занят другими; ничего не изменено.
failure-shared_busy-hint = Повторите.
failure-shared_published_meanwhile = Тем временем другое рабочее место опубликовало редакцию этого канала; ничего не выдано.
failure-shared_published_meanwhile-hint = Посмотрите её и выпустите снова.
failure-shared_trouble = Сервер отказывает: { $why } { $server }
failure-shared_trouble-hint = Сообщите администратору сервера.
failure-shared_unreadable = Запись { $number } на сервере ({ $author }) не читается; файл остался таким, каким был до неё: { $why }
failure-shared_unreadable-hint = Сообщите администратору сервера; пока работайте без сервера: «arna station offline».
failure-shared_conflict = { $author } тем временем изменил(а) «{ $id }» (запись { $by }, { $at }). Ваше отложено под номером { $aside }.
failure-shared_conflict-hint = «arna station take» кладёт ваше поверх, «arna station leave» оставляет чужое; ничего не теряется.
failure-shared_unsure = { $server } пропал, не сказав, принял ли изменение. Здесь ничего не изменено.
failure-shared_unsure-hint = Когда сервер вернётся, посмотрите, пришло ли изменение; если нет, сделайте его снова.
failure-shared_diverged = { $server } говорит о записи { $number } иначе, чем этот файл; ничего не изменено.
failure-shared_diverged-hint = Сервер вернули к более раннему дню или изменили в обход Arna. Сохраните этот файл и сделайте новую копию: «arna station copy».
failure-shared_offline = Для этого нужен сервер, а это рабочее место работает без него.
failure-shared_offline-hint = «arna station merge» возвращает к серверу.
failure-shared_online = Это рабочее место работает с сервером.
failure-shared_online-hint = Сводить нечего; «arna station offline» — работа без сервера.
failure-shared_nothing_aside = Под номером { $number } ничего не отложено.
failure-shared_nothing_aside-hint = «arna station status» показывает, что ждёт решения.
failure-shared_keyring = Системная связка ключей не отвечает: { $why }
failure-shared_keyring-hint = Где её нет, задайте переменную { $variable }.
failure-shared_no_account = У { $login } нет учётной записи на этой станции.
failure-shared_no_account-hint = Список: «arna station account list».
failure-shared_unknown_role = «{ $found }» — не роль; учётная запись осталась прежней.
failure-shared_unknown_role-hint = Есть роли: { $known }.
failure-shared_broken_off = Прервано: там ничего нет, и всё как было.
failure-shared_broken_off-hint = Начните снова, когда понадобится.
failure-shared_on_its_way = Станция на пути к серверу; ничего не изменено.
failure-shared_on_its_way-hint = Подождите, пока она дойдёт, или прервите это.
failure-shared_certificate =
    { $why ->
        [expired] Сертификат { $server } истёк; ничего не отправлено.
        [not_yet] Сертификат { $server } ещё не действует; ничего не отправлено.
        [other_name] Сертификат { $server } выдан на другое имя; ничего не отправлено.
        [unknown_authority] За { $server } не ручается никто из известных; ничего не отправлено.
        [no_tls] { $server } не говорит по TLS; ничего не отправлено.
       *[other] Сертификат { $server } непригоден ({ $why }); ничего не отправлено.
    }
failure-shared_certificate-hint = Спросите администратора сервера; --ca указывает сертификаты, которые за него ручаются. Проверьте и часы компьютера.
