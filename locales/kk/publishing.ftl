# Экспорт экраны: арналар, қабылдаушылар, редакциялар.
publishing = Экспорт
publishing-receivers = Қабылдаушылар
publishing-last = Соңғы жариялау
publishing-now = Қазір қабылданғаны
publishing-publish = Жариялау
publishing-publish-all = Барлығын жариялау
publishing-stop = Тоқтату
publishing-running = { $of } ішінен { $at } жариялануда …
publishing-looking = { $of } арнаның { $at } қаралды …
publishing-untold = Хабардар етілетіні: { $of } арнаның { $count }
publishing-done =
    { $failed ->
        [0] Жарияланған арналар: { $count }
       *[other] Жарияланған арналар: { $count }; жарияланбағаны: { $failed }
     }
publishing-nothing = Ештеңе қабылданбаған
publishing-never = Әлі жарияланбаған
publishing-stands = { $number }-редакциядағыдай
publishing-changes =
    { $count ->
        [one] { $number }-редакциядан бері бір өзгеріс
       *[other] { $number }-редакциядан бері { $count } өзгеріс
     }
publishing-beyond = { $number }-редакциядағыдан көп күн
publishing-details = Ұсақ мәліметтер { $number }-редакциядан өзгеше
publishing-airings =
    { $count ->
        [one] бір эфир
       *[other] { $count } эфир
     }
publishing-errors =
    { $count ->
        [one] кестеде бір қате
       *[other] кестеде { $count } қате
     }
publishing-open =
    { $count ->
        [one] бір бос слот
       *[other] { $count } бос слот
     }
publishing-cannot =
    { $count ->
        [one] бір пішім жазылмайды
       *[other] { $count } пішім жазылмайды
     }
publishing-warnings =
    { $count ->
        [one] бір ескерту
       *[other] { $count } ескерту
     }
publishing-was-published = { $number }-редакция жарияланды; жазылған файлдар: { $files }, бұрыннан бары: { $there }
publishing-stood = Жаңа ештеңе жоқ: { $number }-редакция күшінде; жазылған файлдар: { $files }, бұрыннан бары: { $there }
publishing-delivered = { $number }-редакция тапсырылды; жазылған файлдар: { $files }, бұрыннан бары: { $there }
publishing-revision = { $number }-редакция
publishing-add-receiver = Қабылдаушы қосу …
publishing-no-channels = Станцияда әлі арна жоқ: оны Баптауларда қосыңыз.
publishing-tab-files = Файлдар
publishing-tab-changes = Өзгерістер
publishing-tab-revisions = Редакциялар
publishing-tab-receivers = Қабылдаушылар
publishing-next-channel = Келесі арна
publishing-channel-before = Алдыңғы арна
publishing-next-part = Келесі бөлім: файлдар, өзгерістер, редакциялар, қабылдаушылар
publishing-part-before = Алдыңғы бөлім
publishing-new-receiver = Жаңа қабылдаушы
publishing-no-receivers = Бұл арнаның файлдарын әлі ешкім алмайды. Қабылдаушы қандай файлдар керегін және олар қайда салынатынын айтады.
publishing-nothing-due = Бұл күндерге ештеңе қабылданбаған: алдымен есептеп, қабылдаңыз.
publishing-looking-files = Файлдар дайындалуда …
publishing-rows =
    { $count ->
        [one] бір жазба
       *[other] { $count } жазба
     }
publishing-place-new = сол жерде жаңа
publishing-place-changes = сол жердегісін ауыстырады
publishing-place-same = бұрыннан бар
publishing-place-unasked = сервер: әлі сұралмаған
publishing-never-told = { $name } арнасына бұл күндер туралы әлі ештеңе айтылмаған.
publishing-verify = Барлық редакцияны тексеру
publishing-verified =
    { $count ->
        [one] Бір редакция жарияланған күйінде.
       *[other] Барлық { $count } редакция жарияланған күйінде.
     }
publishing-compare = Содан бері не өзгерді
publishing-deliver = Қабылдаушыларға қайта тапсыру
publishing-deliver-into = Қалтаға тапсыру
publishing-not-handed-out = Одан ештеңе тапсырылмаған.
publishing-no-revisions = Бұл арнадан әлі ештеңе жарияланбаған.
publishing-no-revisions-yet = Әлі бірде-бір арна жарияланбаған. Мұны Экспорт экраны (G X) жасайды.
publishing-folder = Қалта
publishing-folder-told = Ол бұрыннан болуы керек. Басында / немесе C:\ болмаса, станция файлының қасында жатады.
publishing-to = Файлдар қайда қойылады
publishing-to-folder = Осы компьютердегі қалта
publishing-to-sftp = Сервер (SFTP)
publishing-host = Сервер
publishing-port = Порт
publishing-user = Пайдаланушы
publishing-host-key = Сервер кілтінің саусақ ізі; онсыз ештеңе жіберілмейді
publishing-key-file = Жабық кілт файлы; онсыз құпиясөзбен кіреді
publishing-sftp-told = / белгісінен басталмайтын қалта пайдаланушының өз қалтасында жатады. Сервердің кілттерін «arna receiver host-key» көрсетеді. Құпиясөз мұнда емес, пәрмен жолында теріледі; оны жүйенің кілттер қоймасы сақтайды:
publishing-id = Коды
publishing-files = Файлдар
publishing-date-of = Түн ортасынан кейінгі уақыт қасындағы күн
publishing-date-of-calendar = күнтізбе күні
publishing-date-of-broadcast = эфир күні
publishing-edition = Схема жылы
publishing-name = Файлдар қалай аталады
publishing-name-told = Кеңейтімі қосылады. Қолдануға болатыны:
publishing-remove = Қабылдаушыны жою
publishing-got = { $number }-редакция, { $at }
publishing-got-nothing = Әлі ештеңе алған жоқ
size-b = { $n } Б
size-kb = { $n } КБ
size-mb = { $n } МБ
