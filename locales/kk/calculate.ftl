# Есептеу және ұсыныс туралы шешім.
calculate-filter = Арна іздеу
calculate-all = Барлық арна
calculate-keep-nothing = Бекітілгеннен басқасының бәрі
calculate-keep-nothing-text = Ең жақсы жоспар ізделеді.
calculate-keep-pinned = Пайдасы жеткілікті нәрсе
calculate-keep-pinned-text = Қабылданған эфир тек анық жақсырақ нәрсе үшін жылжиды.
calculate-keep-accepted = Тек қажеттісі
calculate-keep-accepted-text = Қабылданған нәрсе ережелер мен тор рұқсат еткен жерде қалады.
calculate-choose-day = { $weekday } { $day } күнін барлық арнада таңдау
calculate-choose-channel = { $channel } арнасының барлық күнін таңдау
calculate-choose = { $channel }, { $date } таңдау
calculate-now = Қазір
calculate-anyway = Бәрібір қою
calculate-anyway-text = Ережелерге қарамай осында бекітіп, қайта есептейді
calculate-again = Қайта есептеу
calculate-apply = Қолдану
calculate-no-fix = Көмектесетін жақын ештеңе табылмады.
calculate-nothing-open = Барлық слот толған.
calculate-accept-all = Бәрін қабылдау
calculate-accept-chosen =
    { $count ->
        [one] Бір күнді қабылдау
       *[other] { $count } күнді қабылдау
     }
calculate-take-too =
    { $count ->
        [one] Тағы бір күнді қоса алу
       *[other] Тағы { $count } күнді қоса алу
     }
