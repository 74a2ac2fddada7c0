# Не өзгерді және не істелгені.
changes-since = Мынадан бергі өзгерістер
changes-of-step = Қадам
changes-of-published = Жарияланған
changes-count =
    { $count ->
        [one] эфирде бір өзгеріс
       *[other] эфирде { $count } өзгеріс
     }
changes-copy = Көшіру
changes-copy-all = Бәрін көшіру
changes-copied = Көшірілді
changes-none = Содан бері эфирде ештеңе өзгерген жоқ.
changes-records = Тағы не өзгерді
changes-compare = Осыдан кейінгі станциямен салыстыру
changes-revert = Тек осыны қайтару
change-breaks = Тек промо мен толтырғыштар өзгерді.
change-instead = { $was-title } орнына { $title }
change-moved = { $title }: { $was-time } орнынан { $time } уақытына көшті
change-moved-day = { $title }: { $was-day }, { $was-time } орнынан осында көшті
change-trimmed = { $title }: { $was-minutes } орнына { $minutes } мин
change-added = { $title }: жаңа
change-dropped = { $was-title }: алынды
changes-record =
    { $change ->
        [added] жаңа
        [removed] алынды
       *[changed] өзгерді
    }: { $kind ->
        [about] станция сипаттамасы
        [channel] арна
        [programme] бағдарлама
        [licence] лицензия
        [holdback] алғашқы көрсету құқығы
        [blackout] эфир тыйымы
        [slot] слот
        [campaign] науқан
        [campaign_target] науқан мақсаты
        [filler] толтырғыш
        [pin] бекіту
        [aired] тарих жазбасы
        [occasion] оқиға
        [place] жер
        [quotation] дәйексөз
        [partner] серіктес
        [media] медиафайл
        [receiver] қабылдаушы
       *[other] { $kind }
    } { $id }
