# What is wrong with a station file: told by the command line and the window.
fault-file = Файл не открывается: { $why }
fault-log_torn = Журнал изменений рядом с файлом оборван на последнем изменении: оно не было закончено при сбое питания либо утрачено
fault-unreadable = Таблица «{ $table }» читается не вся: { $why }
fault-pages = Повреждена страница: { $why }
fault-dangling = Строка { $row } таблицы «{ $table }» ссылается на то, чего нет в «{ $parent }»
fault-journal_hole = В журнале нет записей с { $from } по { $until }
fault-journal_entry = Запись журнала { $number } нельзя прочитать или отменить: { $why }
fault-journal_order = Запись журнала { $number } отменяет или повторяет то, чего не может
fault-record = Запись { $kind } «{ $id }» (место { $position }) не читается: { $why }
fault-airing = Выход на { $channel } (начало { $start } мс) не читается: { $why }
fault-past = То, что запись журнала { $number } оставила от { $kind } «{ $id }», не то, что есть
fault-founding = Станция не ведёт назад к тому, с чего началась: изменено то, о чём журнал не говорит
fault-revision =
    { $channel }: редакция { $number } не такая, какой опубликована: { $what ->
        [number] { broken-number }
        [content] { broken-content }
        [previous] { broken-previous }
        [hash] { broken-hash }
       *[missing] { broken-missing }
    }
fault-delivery = Строка { $number } журнала передач не читается: { $why }
fault-scenario = План Б «{ $name }» не читается: { $why }
fault-proposal = Ожидающее предложение не читается; рассчитайте его снова
fault-station = Со станцией нельзя работать: { $path }: { $why }
fault-backup = { $why }
fault-lost_row = Пропало из таблицы «{ $table }»: { $name }
fault-lost_rows =
    Пропало из таблицы «{ $table }»: строки с { $from } по { $until ->
        [end] последнюю
       *[other] { $until }
    }
fault-lost_table = Из таблицы «{ $table }» ничего не читается: { $why }
fault-lost_plan = Описание таблиц потеряно; взято описание новой станции
fault-lost_revision = Редакция { $name } не взята: с неё цепь не сходится
fault-log_lost = Утрачено за обрывом журнала изменений рядом с файлом: изменений не более { $count }, самые новые
fault-lost_block = Диск не отдаёт того, что лежит с байта { $at }: { $why }
fault-refused_row = Не взято из таблицы «{ $table }»: { $name } ({ $why })
fault-pruned = Вынуто: { $what }. { $path }: { $why }
