# Цел ли файл станции, его резервные копии и путь назад.
keeping = Проверка и копии
keeping-other = Другой файл…
keeping-none = Станция не открыта. Выберите файл для проверки.
keeping-files = Файл станции и его резервные копии
keeping-station = Файл станции
keeping-backups = Резервные копии
keeping-no-backups = Пока нет ни одной.
keeping-backups-told = Копия снимается в начале рабочего дня; хранятся последние десять. Время — UTC.
keeping-newest-good = самая новая целая
keeping-looking = Идёт проверка…
keeping-holds = Цел
keeping-wrong = Повреждён
keeping-sound =
    { $entries ->
        [one] { $entries } запись журнала, все страницы, записи и выходы: всё читается и восходит к своей записи журнала.
        [few] { $entries } записи журнала, все страницы, записи и выходы: всё читается и восходит к своей записи журнала.
       *[many] { $entries } записей журнала, все страницы, записи и выходы: всё читается и восходит к своей записи журнала.
    }
keeping-faults =
    { $count ->
        [one] Найдено { $count } повреждение
        [few] Найдено { $count } повреждения
       *[many] Найдено { $count } повреждений
    }
keeping-remedy-salvage = Сохраните всё читаемое в новый файл.
keeping-remedy-restore = Верните прежнюю резервную копию.
keeping-remedy-nothing = Делать ничего не нужно: сама станция цела.
keeping-damaged-stays = Повреждённый файл в любом случае не меняется: он останется рядом с тем, с чем вы продолжите.
keeping-look-at-newest = Самая новая целая копия…
keeping-salvage = Сохранить читаемое…
keeping-salvaged =
    { $airings ->
        [one] Создана новая станция: { $airings } выход
        [few] Создана новая станция: { $airings } выхода
       *[many] Создана новая станция: { $airings } выходов
    }
keeping-journal-goes-on = Журнал цел: отмена действует дальше.
keeping-journal-anew = Журнал не удалось сохранить целым: он начат заново, отменять нечего.
keeping-nothing-missing = Ничего не пропало.
keeping-missing = Пропало, всего { $count }:
keeping-go-on = Продолжить с новой станцией
keeping-backup-damaged = Эта копия повреждена, вернуть её нельзя
keeping-not-known = Сама станция не читается: чего нет в копии, неизвестно
keeping-loses-nothing = Ничего не пропадёт: в копии есть всё, что есть в станции
keeping-loses = При возврате пропадёт: { $entries ->
        [one] { $entries } запись журнала
        [few] { $entries } записи журнала
       *[many] { $entries } записей журнала
    }{ $revisions ->
        [0] {""}
        [one] , { $revisions } опубликованная редакция
        [few] , { $revisions } опубликованные редакции
       *[many] , { $revisions } опубликованных редакций
    }
keeping-other-past = Эта копия — не прежнее состояние этой станции.
keeping-airings = Выходов: сейчас { $now }, будет { $before }.
keeping-revision = { $channel }: редакция { $number } была опубликована и станет здесь неизвестной.
keeping-entry = Запись
keeping-when = Когда
keeping-who = Кто
keeping-what = Что
keeping-replaced-stays = Заменённый файл сам станет резервной копией.
keeping-put-back = Вернуть эту копию
keeping-restored = Копия возвращена на место; заменённый файл теперь резервная копия.
