# The grid, occasions, campaigns and restrictions.
grid = Сетка
grid-panel = Подробности
grid-tab-slot = Слот
grid-tab-occasions = События
grid-tab-campaigns = Промо
grid-tab-restrictions = Запреты
grid-layers = Слои
grid-all-layers = Как стоит
grid-always = Всегда
grid-once = Только эта дата
grid-new-layer = Новые даты
grid-make-layer = Рисовать на эти даты
grid-more-layers = ещё { $count }
grid-look-ahead = Что вышло бы в эфир?
grid-empty = Для сетки сначала нужен канал.
grid-hint = Нарисуйте слот на пустом месте недели; перетащите, чтобы сдвинуть, за край — чтобы изменить длину. С Alt он копируется, Shift выравнивает по четверти часа. Точка выбранного слота, перетащенная на другой, делает его повтором того.
grid-fill = Чем заполнен
grid-fill-sequel = Следующая серия
grid-fill-repeat = Повтор
grid-fill-pool = Подбор
grid-fill-hold = Прямой или чужой эфир
grid-pool-all = Весь каталог
grid-live = Прямой эфир
grid-new-slot = Новый слот
grid-save = Сохранить
grid-add = Добавить
grid-back = Вернуть как было
grid-change = Изменить
grid-remove = Убрать
grid-remove-with-repeats =
    { $count ->
        [one] Убрать с { $count } повтором
        [few] Убрать с { $count } повторами
       *[other] Убрать с { $count } повторами
    }
grid-start = Начало
grid-end = Конец
grid-from = С
grid-until = По
grid-min = мин
grid-days = Дни недели
grid-languages = Языки, лучший первым
grid-weight = Ценность времени
grid-weight-1 = ночь
grid-weight-2 = тихо
grid-weight-3 = обычно
grid-weight-4 = сильно
grid-weight-5 = прайм-тайм
grid-occasion = Событие
grid-none = Нет
grid-alone = Двигать только { $weekday }
grid-only-day = { $weekday } станет отдельным слотом, день: { $to }.
grid-season = Сезон
grid-programme = Программа
grid-episodes =
    { $count ->
        [one] { $count } серия
        [few] { $count } серии
       *[other] { $count } серий
    }
grid-minutes = { $minutes } мин
grid-then = После последней серии
grid-then-stop = Слот остаётся пустым
grid-then-restart = Снова с первой
grid-of = Что повторяет
grid-days-after = Через сколько дней
grid-days-after-told =
    { $days ->
        [0] Позже в тот же эфирный день.
        [1] На следующий эфирный день.
        [one] Через { $days } эфирный день.
        [few] Через { $days } эфирных дня.
       *[other] Через { $days } эфирных дней.
    }
grid-pool-programmes = Программы
grid-pool-kinds = Виды
grid-pool-tags = Метки
grid-any = Любые
grid-take-out = Убрать { $name }
grid-title = Название
grid-hold-language = Язык, для квот
grid-repeated-by =
    { $count ->
        [one] { $count } слот его повторяет
        [few] { $count } слота его повторяют
       *[other] { $count } слотов его повторяют
    }
grid-split-day = Отделить { $weekday }
grid-split-week = С этой недели — другой слот
grid-every-day = Копировать на все дни
grid-every-day-already = Он уже стоит каждый день
grid-one-day = Он стоит только в один день
grid-copy-to = Копировать на канал
grid-choose-channel = Выберите…
grid-this-week = Эта неделя
grid-covered = закрыт слоем выше
grid-cut = урезан слоем выше или закреплением
grid-conflicts =
    { $count ->
        [one] { $count } противоречие
        [few] { $count } противоречия
       *[other] { $count } противоречий
    }
grid-drag-link = Перетащите на слот, который этот повторяет
grid-loses =
    { $count ->
        [one] { $count } принятый выход теряет слот. Он остаётся в эфире до расчёта.
        [few] { $count } принятых выхода теряют слот. Они остаются в эфире до расчёта.
       *[other] { $count } принятых выходов теряют слот. Они остаются в эфире до расчёта.
    }
grid-leaves =
    { $count ->
        [one] { $count } принятый выход уступает место или теряет повторяемое
        [few] { $count } принятых выхода уступают место или теряют повторяемое
       *[other] { $count } принятых выходов уступают место или теряют повторяемое
    }
grid-breaks =
    { $count ->
        [one] Появится { $count } проблема
        [few] Появятся { $count } проблемы
       *[other] Появится { $count } проблем
    }
grid-earlier = На минуту раньше
grid-later = На минуту позже
grid-earlier-5 = На пять минут раньше
grid-later-5 = На пять минут позже
grid-day-before = На день раньше
grid-day-after = На день позже
grid-shorter = На пять минут короче
grid-longer = На пять минут длиннее
grid-occasions = События
grid-no-occasions = В эти недели событий нет.
grid-new-occasion = Новое событие
grid-weeks = { $weeks } нед.
grid-name-in = Название, { $language }
grid-territory = Код страны
grid-move = Сдвинуть
grid-move-title = Сдвинуть событие
grid-move-hint = Перетащите полосу на линии под неделей или укажите число дней. Что сдвинется вместе с ним, показано заранее.
grid-by-days = Дней
grid-move-occasion =
    { $days ->
        [one] Сдвинуть «{ $name }» на { $days } день
        [few] Сдвинуть «{ $name }» на { $days } дня
       *[other] Сдвинуть «{ $name }» на { $days } дней
    }
grid-moves-by =
    { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
grid-moves-short = сдвигает слотов: { $slots }, выходов: { $airings }; ломает: { $lost }
grid-move-takes = Вместе с ним:
grid-count-slots =
    { $count ->
        [one] { $count } слот
        [few] { $count } слота
       *[other] { $count } слотов
    }
grid-count-premieres =
    { $count ->
        [one] { $count } премьера
        [few] { $count } премьеры
       *[other] { $count } премьер
    }
grid-count-campaigns =
    { $count ->
        [one] { $count } кампания
        [few] { $count } кампании
       *[other] { $count } кампаний
    }
grid-count-pins =
    { $count ->
        [one] { $count } закрепление
        [few] { $count } закрепления
       *[other] { $count } закреплений
    }
grid-count-airings =
    { $count ->
        [one] { $count } принятый выход
        [few] { $count } принятых выхода
       *[other] { $count } принятых выходов
    }
grid-hangs = Что с ним связано
grid-hang-season = Связать премьеру сезона
grid-unhang = Отвязать
grid-not-accepted = ещё не в расписании
grid-campaign = Кампания
grid-new-campaign = Новая кампания
grid-no-promos = В каталоге ещё нет промо: программы вида «промо».
grid-promo = Промо
grid-promo-airings =
    { $count ->
        [one] { $count } выход принят
        [few] { $count } выхода принято
       *[other] { $count } выходов принято
    }
grid-per-day = В день не больше
grid-per-day-told = { $count } в день
grid-min-gap = Минут между
grid-earliest = Самое раннее начало
grid-latest = Самое позднее начало
grid-targets = Что продвигает
grid-add-target = Программа, сезон или событие
grid-holdbacks = Права первого показа
grid-holdback-told = Другие каналы показывают сезон лишь через столько часов после первого.
grid-first-channel = Показывает первым
grid-hours = часов
grid-hold-back = Дать право первого показа
grid-blackouts = Запреты эфира
grid-black-out = Запретить
grid-lift = Снять
grid-kept-off = Запрещённые метки; нет — всё
grid-everything = всё
conflict-repeat_of_nothing = { $weekday }: нечего повторять, слот { $of } не стоит за { $days } дн. до того.
conflict-repeat_before_source = Он стоит раньше, чем закончится повторяемое ({ $of }).
conflict-nothing_to_air = В каталоге нет ничего подходящего.
conflict-no_version_in_languages = Нет версии на нужных языках.
conflict-slot_too_short = Слишком коротко: самое короткое идёт { $minutes } мин.
failure-unknown_slot = Слота «{ $slot }» нет.
failure-unknown_slot-hint = Возможно, его тем временем убрали; посмотрите ещё раз.
failure-no_such_time = Такого времени в сетке нет.
failure-no_such_time-hint = Выберите время внутри эфирного дня.
failure-no_weekday = Слот стоит хотя бы в один день недели.
failure-no_weekday-hint = Выберите день недели.
failure-repeats_hang_on_it = Его повторяет слот { $start } на канале { $channel }; всего таких: { $count }.
failure-repeats_hang_on_it-hint = Уберите его вместе с повторами или сначала заполните их иначе.
failure-repeat_copied_alone = Слот { $start } повторяет другой, и один он на другой канал не копируется.
failure-repeat_copied_alone-hint = Скопируйте вместе с ним то, что он повторяет.
failure-nothing_to_split = От слота { $start } ничего не осталось бы или ничего не отделилось бы.
failure-nothing_to_split-hint = Выберите другие дни или дату.
failure-unknown_occasion = События «{ $occasion }» нет.
failure-unknown_occasion-hint = Возможно, его тем временем убрали; посмотрите ещё раз.
failure-unknown_campaign = Кампании «{ $campaign }» нет.
failure-unknown_campaign-hint = Возможно, её тем временем убрали; посмотрите ещё раз.
failure-unknown_thing = Ничего с именем «{ $id }» нет.
failure-unknown_thing-hint = Возможно, это тем временем убрали; посмотрите ещё раз.
failure-name_missing = Нет названия.
failure-name_missing-hint = Напишите его.
