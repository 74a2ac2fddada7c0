# Станция файлының бүтіндігі, сақтық көшірмелері және кері жол.
keeping = Тексеру және көшірмелер
keeping-other = Басқа файл…
keeping-none = Станция ашылмаған. Тексерілетін файлды таңдаңыз.
keeping-files = Станция файлы мен сақтық көшірмелері
keeping-station = Станция файлы
keeping-backups = Сақтық көшірмелер
keeping-no-backups = Әзірге жоқ.
keeping-backups-told = Көшірме жұмыс күнінің басында жасалады; соңғы оны сақталады. Уақыт — UTC.
keeping-newest-good = ең жаңа бүтіні
keeping-looking = Тексеріліп жатыр…
keeping-holds = Бүтін
keeping-wrong = Бүлінген
keeping-sound = Журналда { $entries } жазба; әр бет, жазба мен эфир оқылады және өз журнал жазбасынан шығады.
keeping-faults = Табылған бүліну: { $count }
keeping-remedy-salvage = Оқылатынның бәрін жаңа файлға сақтаңыз.
keeping-remedy-restore = Бұрынғы сақтық көшірмені қайтарыңыз.
keeping-remedy-nothing = Ештеңе істеудің қажеті жоқ: станцияның өзі бүтін.
keeping-damaged-stays = Бүлінген файл екі жағдайда да өзгермейді: жұмысты жалғастыратын файлдың жанында қалады.
keeping-look-at-newest = Ең жаңа бүтін көшірме…
keeping-salvage = Оқылатынын сақтау…
keeping-salvaged = Жаңа станция жасалды: { $airings } эфир
keeping-journal-goes-on = Журнал бүтін: қайтару жұмыс істей береді.
keeping-journal-anew = Журналды бүтін сақтау мүмкін болмады: ол жаңадан басталады, қайтаратын ештеңе жоқ.
keeping-nothing-missing = Ештеңе жоғалған жоқ.
keeping-missing = Жоғалғаны, барлығы { $count }:
keeping-go-on = Жаңа станциямен жалғастыру
keeping-backup-damaged = Бұл көшірме бүлінген, оны қайтаруға болмайды
keeping-not-known = Станцияның өзі оқылмайды: көшірмеде не жоқ екені белгісіз
keeping-loses-nothing = Ештеңе жоғалмайды: станцияда бардың бәрі көшірмеде бар
keeping-loses = Қайтарылса, жоғалатыны: журналдың { $entries } жазбасы{ $revisions ->
        [0] {""}
       *[other] , жарияланған { $revisions } редакция
    }
keeping-other-past = Бұл көшірме осы станцияның бұрынғы күйі емес.
keeping-airings = Эфирлер: қазір { $now }, сонда { $before }.
keeping-revision = { $channel }: { $number }-редакция жарияланған еді, мұнда белгісіз болады.
keeping-entry = Жазба
keeping-when = Қашан
keeping-who = Кім
keeping-what = Не
keeping-replaced-stays = Ауыстырылған файлдың өзі сақтық көшірмеге айналады.
keeping-put-back = Осы көшірмені қайтару
keeping-restored = Көшірме орнына қайтарылды; ауыстырылған файл енді сақтық көшірме.
