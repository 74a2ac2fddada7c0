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
what-if = Что, если …
what-if-text = Дни планируются дважды: со станцией как есть и какой она была бы. Ничего не меняется.
what-if-assume = Предположим, что
what-if-licence = Лицензия
what-if-version = Версия
what-if-runs = Показов
what-if-until = До
what-if-from = С
what-if-add = Добавить
what-if-compare = Сравнить
what-if-so = Так и есть: изменить станцию
what-if-licence_until = лицензия кончается
what-if-licence_lost = лицензия потеряна
what-if-licence_runs = лицензия разрешает только
what-if-channel_lost = канал потерян
what-if-slot_lost = слот потерян
what-if-version_lost = версии нет
what-if-pools =
    { $count ->
        [one] очко в подборах
        [few] очка в подборах
       *[other] очков в подборах
    }
what-if-breaks =
    { $count ->
        [one] очко в перебивках
        [few] очка в перебивках
       *[other] очков в перебивках
    }
what-if-opened =
    { $count ->
        [one] слот освободился
        [few] слота освободилось
       *[other] слотов освободилось
    }
what-if-closed =
    { $count ->
        [one] слот заполнился
        [few] слота заполнилось
       *[other] слотов заполнилось
    }
what-if-found =
    { $count ->
        [one] проблема прибавилась
        [few] проблемы прибавилось
       *[other] проблем прибавилось
    }
rollout = Развернуть …
rollout-text = Одна программа на многих каналах и языках: отметьте желаемое, и Arna предложит слоты, лицензии и премьеры.
rollout-season = Программа и сезон
rollout-from = С
rollout-until = По
rollout-earliest = Не раньше
rollout-latest = Не позже
rollout-holdback = Часов между премьерами
rollout-over = Можно перекрыть
rollout-over-nothing = ничего
rollout-over-pools = подборы
rollout-over-holds = подборы и прямые блоки
rollout-repeat = Повтор на следующий день
rollout-weekdays = Дни недели
rollout-order = В порядке премьер
rollout-sooner = { $channel } раньше
rollout-propose = Предложить
rollout-take-over = Принять
rollout-airs =
    { $count ->
        [one] { $count } премьера
        [few] { $count } премьеры
       *[other] { $count } премьер
     }
rollout-missing =
    { $count ->
        [one] { $count } версию сделать к { $by }
        [few] { $count } версии сделать к { $by }
       *[other] { $count } версий сделать к { $by }
     }
rollout-minutes = { $minutes } мин
rollout-licence =
    Запросить лицензию: { $of } { $languages }, { $from } – { $until }, { $runs ->
        [none] без ограничения
       *[other] показов: { $runs }
    }
rollout-fails =
    { $count ->
        [one] { $count } премьера не выходит
        [few] { $count } премьеры не выходят
       *[other] { $count } премьер не выходит
     }
rollout-sum = Премьер выходит: { $airs }; ждут версии: { $waits }; не выходят: { $fails }
rollout-waits-word = ждёт версии
rollout-fails-word = не выходит
import-schedule = Прочитать чужое расписание
import-schedule-text = То, что файл говорит о канале, станет предложением рядом с расписанием: ничего не изменится, пока вы его не примете.
import-choose = Выбрать файл
import-choose-folder = Или папку плейлистов
import-read-as = Формат
import-called = Как канал назван в файле
import-called-own = как в станции
import-dates = Только эти даты
import-propose = Показать как предложение
import-reading = Файл читается …
read-as-xmltv = Телегид XMLTV
read-as-bxf = BXF, после полуночи календарная дата
read-as-bxf-broadcast = BXF, дата эфирного дня
read-as-sheet = Электронная таблица
read-as-ffplayout = Плейлист ffplayout
