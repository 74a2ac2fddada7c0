# Экран «Экспорт»: каналы, получатели, редакции.
publishing = Экспорт
publishing-receivers = Получатели
publishing-last = Опубликовано последним
publishing-now = Что принято сейчас
publishing-publish = Опубликовать
publishing-publish-all = Опубликовать все
publishing-stop = Остановить
publishing-running = Публикуется { $at } из { $of } …
publishing-looking = Просмотрено каналов: { $at } из { $of } …
publishing-untold = Ждут публикации: { $count } из { $of } каналов
publishing-done =
    { $failed ->
        [0] Опубликовано каналов: { $count }
       *[other] Опубликовано каналов: { $count }; не опубликовано: { $failed }
     }
publishing-nothing = Ничего не принято
publishing-never = Ещё не опубликовано
publishing-stands = Как в редакции { $number }
publishing-changes =
    { $count ->
        [one] { $count } изменение с редакции { $number }
        [few] { $count } изменения с редакции { $number }
       *[many] { $count } изменений с редакции { $number }
     }
publishing-beyond = Дат больше, чем в редакции { $number }
publishing-details = Мелочи не как в редакции { $number }
publishing-airings =
    { $count ->
        [one] { $count } выход
        [few] { $count } выхода
       *[many] { $count } выходов
     }
publishing-errors =
    { $count ->
        [one] { $count } ошибка в расписании
        [few] { $count } ошибки в расписании
       *[many] { $count } ошибок в расписании
     }
publishing-open =
    { $count ->
        [one] { $count } незаполненный слот
        [few] { $count } незаполненных слота
       *[many] { $count } незаполненных слотов
     }
publishing-cannot =
    { $count ->
        [one] { $count } формат не записать
        [few] { $count } формата не записать
       *[many] { $count } форматов не записать
     }
publishing-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[many] { $count } предупреждений
     }
publishing-was-published = Опубликована редакция { $number }; файлов записано: { $files }, уже были: { $there }
publishing-stood = Нового нет: действует редакция { $number }; файлов записано: { $files }, уже были: { $there }
publishing-delivered = Редакция { $number } передана; файлов записано: { $files }, уже были: { $there }
publishing-revision = Редакция { $number }
publishing-add-receiver = Добавить получателя …
publishing-no-channels = На станции ещё нет каналов: добавьте их в настройках.
publishing-tab-files = Файлы
publishing-tab-changes = Изменения
publishing-tab-revisions = Редакции
publishing-tab-receivers = Получатели
publishing-next-channel = Следующий канал
publishing-channel-before = Предыдущий канал
publishing-next-part = Следующая часть: файлы, изменения, редакции, получатели
publishing-part-before = Предыдущая часть
publishing-new-receiver = Новый получатель
publishing-no-receivers = Файлы этого канала пока никто не получает. Получатель говорит, какие файлы нужны и куда их класть.
publishing-nothing-due = На эти даты ничего не принято: сначала рассчитайте и примите.
publishing-looking-files = Файлы готовятся …
publishing-rows =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[many] { $count } записей
     }
publishing-place-new = там такого нет
publishing-place-changes = заменит прежний
publishing-place-same = уже там
publishing-place-unasked = сервер: ещё не запрошен
publishing-never-told = Каналу { $name } об этих датах ещё ничего не сообщали.
publishing-verify = Проверить все редакции
publishing-verified =
    { $count ->
        [one] { $count } редакция такая, какой опубликована.
        [few] Все { $count } редакции такие, какими опубликованы.
       *[many] Все { $count } редакций такие, какими опубликованы.
     }
publishing-compare = Что изменилось с тех пор
publishing-deliver = Передать получателям ещё раз
publishing-deliver-into = Передать в папку
publishing-not-handed-out = Из неё ничего не передавали.
publishing-no-revisions = Этот канал ещё не публиковали.
publishing-no-revisions-yet = Ни один канал ещё не опубликован. Это делается на экране «Экспорт» (G X).
publishing-folder = Папка
publishing-folder-told = Она уже должна быть. Без начала вроде / или C:\ она рядом с файлом станции.
publishing-to = Куда кладутся файлы
publishing-to-folder = Папка на этом компьютере
publishing-to-sftp = Сервер (SFTP)
publishing-host = Сервер
publishing-port = Порт
publishing-user = Пользователь
publishing-host-key = Отпечаток ключа сервера; без него ничего не передаётся
publishing-key-file = Файл закрытого ключа; без него вход по паролю
publishing-sftp-told = Папка, которая не начинается с /, лежит в собственной папке пользователя. Ключи сервера показывает «arna receiver host-key». Пароль вводится не здесь, а в командной строке; его хранит связка ключей системы:
publishing-id = Код
publishing-files = Файлы
publishing-date-of = Время за полночь стоит при
publishing-date-of-calendar = дате календаря
publishing-date-of-broadcast = дате вещания
publishing-edition = Год схемы
publishing-name = Как называть файлы
publishing-name-told = Расширение добавится. Можно писать:
publishing-remove = Удалить получателя
publishing-got = Редакция { $number }, { $at }
publishing-got-nothing = Пока ничего не получал
size-b = { $n } Б
size-kb = { $n } КБ
size-mb = { $n } МБ
