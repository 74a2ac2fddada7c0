# Правка расписания вручную.
failure-collides = В { $other_at } в эфире «{ $other }».
failure-collides-hint = Выберите другое время или то, что уступит место.
failure-cannot_trim = «{ $other }» длится столько, сколько его версия; сократить нельзя.
failure-cannot_trim-hint = Сдвиньте или замените.
failure-hold_in_the_way = «{ $other }» в { $other_at } — прямой блок, он не сдвигается.
failure-hold_in_the_way-hint = Выберите время, чтобы до него хватило места.
failure-day_full = «{ $other }» вышел бы за конец эфирных суток.
failure-day_full-hint = Сначала уберите что-нибудь или выберите другой день.
failure-day_aired = { $date } на { $channel } уже вышло в эфир (история до { $until }): менять нельзя.
failure-day_aired-hint = Выберите более поздний день.
failure-nothing_selected = Ничего не выбрано.
failure-nothing_selected-hint = Сначала выберите выход.
failure-no_channel_there = На таком расстоянии от { $channel } канала нет.
failure-no_channel_there-hint = Выберите существующий канал.
failure-hold_stays = Прямой блок принадлежит сетке канала: его не копируют, не закрепляют и не меняют местами.
failure-hold_stays-hint = Измените его в сетке.
failure-too_short = «{ $title }» длился бы меньше минуты.
failure-too_short-hint = Оставьте его длиннее.
failure-fixed_length = «{ $title }» длится { $minutes } мин, как и его версия.
failure-fixed_length-hint = Возьмите версию другой длины.
failure-no_slot_to_return = «{ $title }» не стоит в слоте, который бы его сохранил.
failure-no_slot_to_return-hint = Оставьте закреплённым или уберите.
failure-nothing_pinned = Среди выбранного нет закреплённого.
failure-nothing_pinned-hint = Выберите закреплённый выход.
failure-nothing_to_copy = В эти даты на { $channel } нечего копировать.
failure-nothing_to_copy-hint = Выберите даты, на которые есть расписание.
failure-unknown_item = В каталоге нет «{ $id }».
failure-unknown_item-hint = Откройте каталог снова.
failure-nothing_found = { $id } там не выходит.
failure-nothing_found-hint = Выберите другие даты или другую программу.
failure-no_version_in_language = У { $with } нет версии на этом языке для «{ $title }» ({ language-name }, { $date }, { $at }).
failure-no_version_in_language-hint = Выберите одну версию или более короткий период.
failure-unknown_version = Нет версии «{ $version }».
failure-no_time_of_day = { $found } — не время эфирных суток { $date }.
failure-no_time_of_day-hint = Пишите 21:00 или 25:30 после полуночи.
failure-scenario_name = План Б с таким именем уже есть, или имя пустое.
failure-scenario_name-hint = Выберите другое имя.
failure-no_scenario = Нет плана Б «{ $name }».
failure-no_scenario-hint = Откройте список планов Б снова.
failure-scenario_unreadable = План Б не читается: { $why }
failure-scenario_unreadable-hint = Удалите его и создайте заново.
plans-b = Планы Б
plans-b-text = План Б — копия нескольких дат рядом с расписанием. Подменив расписание, он хранит то, чем оно было.
plans-b-none = Пока нет ни одного.
plan-b-days =
    { $days ->
         [one] { $days } день
         [few] { $days } дня
        *[other] { $days } дней
     }
plan-b-compare = Сравнить
plan-b-swap = Подменить
plan-b-forget = Забыть
plan-b-counts = { $added } добавится, { $removed } уйдёт, { $moved } переместится, { $kept } без изменений
plan-b-name = Сохранить принятое под именем
plan-b-whole = всё расписание, а не эту неделю
plan-b-keep = Сохранить
nothing-selected = Сначала выберите выход.
select-two = Выберите два выхода.
copied =
    { $count ->
         [one] { $count } выход готов к вставке.
         [few] { $count } выхода готовы к вставке.
        *[other] { $count } выходов готово к вставке.
     }
copied-note = Скопировано
nothing-copied = Пока ничего не скопировано.
blackout-all = Запрет эфира
blackout-of = Запрет эфира: { $tags }
verdict-green = Правила не против.
judged-nothing = Когда всё выбрано, здесь сказано, что это нарушит.
breaks-rules = Будет нарушено правило.
do-anyway = Всё равно выполнить
do-anyway-text = Будет закреплено и показано как проблема.
collision-shift = Сдвинуть остальное
collision-shift-text =
    { $count ->
         [one] { $count } выход сдвинется.
         [few] { $count } выхода сдвинутся.
        *[other] { $count } выходов сдвинется.
     }
collision-replace = Заменить
collision-replace-text =
    { $count ->
         [one] { $count } выход уберётся.
         [few] { $count } выхода уберутся.
        *[other] { $count } выходов уберётся.
     }
collision-trim = Подрезать
collision-trim-text =
    { $count ->
         [one] Прямой блок там подрежется; { $count } уберётся.
        *[other] Прямой блок там подрежется.
     }
collision-refuse = Оставить как есть
edit-seek = Название, номер, инвентарный номер…
edit-place = Поставить сюда…
move-to = Перенести на…
edit-move = Перенести
what-airs = Что выходит
edit-date = Эфирная дата
edit-time = Время
find-replace = Где выходит? Найти и заменить
print = Печать: неделя на A3, список на A4
where-airs = Программа или серия
airs-count =
    { $count ->
         [0] В этом периоде не выходит.
         [one] В этом периоде выходит { $count } раз.
         [few] В этом периоде выходит { $count } раза.
        *[other] В этом периоде выходит { $count } раз.
     }
replace-with = Заменить на
edit-from = С
edit-until = По
edit-all-channels = Все каналы
replace-all =
    { $count ->
         [0] Заменить все
         [one] Заменить { $count }
         [few] Заменить все { $count }
        *[other] Заменить все { $count }
     }
copy-days = Копировать день или неделю…
edit-what = Что
edit-one-day = Один день
edit-one-week = Одна неделя
edit-onto = На дату
edit-times = Сколько раз подряд
copy-days-text = Программы копируются по настенным часам и закрепляются. Прямые блоки принадлежат сетке канала и не копируются.
edit-copy = Копировать
edit-paste = Вставить
edit-double = Повторить сразу после
edit-swap = Поменять местами
edit-remove = Убрать
edit-pin = Закрепить
edit-unpin = Открепить
menu-nothing-airs = Здесь ничего не выходит.
menu-hold = Прямые блоки остаются в сетке.
select-day = Выбрать день
earlier-minute = На минуту раньше
later-minute = На минуту позже
earlier-five = На пять минут раньше
later-five = На пять минут позже
trim-shorter = На минуту короче
trim-longer = На минуту длиннее
edit-today = Сегодня
focus-up = Блок выше
focus-down = Блок ниже
focus-left = Блок слева
focus-right = Блок справа
zoom-in = Ближе
zoom-out = Дальше
zoom-usual = Обычный масштаб
clear-selection = Снять выделение
edit-overview = Всё расписание
aired = Уже вышло
hour-missing = часы пропускают { $minutes } мин
hour-double = часы повторяют { $minutes } мин
edit-selected-count =
    { $count ->
         [one] Выбран { $count }
         [few] Выбрано { $count }
        *[other] Выбрано { $count }
     }
edit-more = Ещё
edit-place-here = Поставить сюда
edit-use-instead = Взять это
fix-apply = Применить
fix-nearest = К ближайшему исправлению
details-go = К подробностям

# Keys and gestures that the help tells of.
gesture-copy = Перетащить: копировать
gesture-minute = Перетащить: с точностью до минуты
gesture-band = Провести по пустому месту: выбрать всё там
gesture-select = Щелчок: ещё один; до этого места
