# Расчёт и решение о предложении.
calculate-filter = Найти канал
calculate-all = Все каналы
calculate-keep-nothing = Всё, кроме закреплённого
calculate-keep-nothing-text = Ищется лучший из всех планов.
calculate-keep-pinned = Что даёт достаточно
calculate-keep-pinned-text = Принятое сдвигается только ради заметно лучшего.
calculate-keep-accepted = Только необходимое
calculate-keep-accepted-text = Принятое остаётся везде, где позволяют правила и сетка.
calculate-choose-day = Выбрать { $weekday } { $day } на всех каналах
calculate-choose-channel = Выбрать все дни канала { $channel }
calculate-choose = Выбрать { $channel }, { $date }
calculate-now = Сейчас
calculate-anyway = Поставить всё равно
calculate-anyway-text = Закрепляет здесь вопреки правилам и рассчитывает заново
calculate-again = Рассчитать заново
calculate-apply = Применить
calculate-no-fix = Ничего близкого, что помогло бы, не нашлось.
calculate-nothing-open = Все слоты заняты.
calculate-accept-all = Принять всё
calculate-accept-chosen =
    { $count ->
        [one] Принять { $count } день
        [few] Принять { $count } дня
       *[other] Принять { $count } дней
     }
calculate-take-too =
    { $count ->
        [one] Взять ещё { $count } день
        [few] Взять ещё { $count } дня
       *[other] Взять ещё { $count } дней
     }
