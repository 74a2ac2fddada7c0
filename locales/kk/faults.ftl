# What is wrong with a station file: told by the command line and the window.
fault-file = Файл ашылмайды: { $why }
fault-log_torn = Файл жанындағы өзгерістер журналы соңғы өзгерісте үзілген: ток өшкенде ол аяқталмаған не жоғалған
fault-unreadable = «{ $table }» кестесі толық оқылмайды: { $why }
fault-pages = Бет бүлінген: { $why }
fault-dangling = «{ $table }» кестесінің { $row }-жолы «{ $parent }» ішінде жоқ нәрсеге сілтейді
fault-journal_hole = Журналда { $from }–{ $until } жазбалары жоқ
fault-journal_entry = Журналдың { $number }-жазбасын оқуға не қайтаруға болмайды: { $why }
fault-journal_order = Журналдың { $number }-жазбасы қайтара алмайтынын қайтарады
fault-record = { $kind } «{ $id }» жазбасы ({ $position }-орын) оқылмайды: { $why }
fault-airing = { $channel } арнасындағы эфир (басталуы { $start } мс) оқылмайды: { $why }
fault-past = Журналдың { $number }-жазбасы { $kind } «{ $id }» үшін қалдырғаны қазіргіден өзгеше
fault-founding = Станция бастапқы күйіне апармайды: журнал айтпаған бірдеңе өзгертілген
fault-revision =
    { $channel }: { $number }-редакция жарияланғаннан өзгеше: { $what ->
        [number] { broken-number }
        [content] { broken-content }
        [previous] { broken-previous }
        [hash] { broken-hash }
       *[missing] { broken-missing }
    }
fault-delivery = Беру журналының { $number }-жолы оқылмайды: { $why }
fault-scenario = «{ $name }» Б жоспары оқылмайды: { $why }
fault-proposal = Күтіп тұрған ұсыныс оқылмайды; қайта есептеңіз
fault-station = Станциямен жұмыс істеуге болмайды: { $path }: { $why }
fault-backup = { $why }
fault-lost_row = «{ $table }» кестесінен жоғалды: { $name }
fault-lost_rows =
    «{ $table }» кестесінен жоғалды: { $from } бастап { $until ->
        [end] соңғы жолға дейін
       *[other] { $until } дейінгі жолдар
    }
fault-lost_table = «{ $table }» кестесінен ештеңе оқылмайды: { $why }
fault-lost_plan = Кестелердің сипаттамасы жоғалған; жаңа станциянікі алынды
fault-lost_revision = { $name } редакциясы алынбады: тізбек одан әрі сай емес
fault-log_lost = Файл жанындағы өзгерістер журналының үзігінен кейін жоғалды: ең көбі { $count } соңғы өзгеріс
fault-lost_block = Диск { $at }-байттағыны бермейді: { $why }
fault-refused_row = «{ $table }» кестесінен алынбады: { $name } ({ $why })
fault-pruned = Алып тасталды: { $what }. { $path }: { $why }
