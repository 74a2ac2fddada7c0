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
what-if = Егер …
what-if-text = Күндер екі рет жоспарланады: станция қазіргідей және болжам бойынша. Ештеңе өзгермейді.
what-if-assume = Айталық,
what-if-licence = Лицензия
what-if-version = Нұсқа
what-if-runs = Көрсетілім
what-if-until = Дейін
what-if-from = Бастап
what-if-add = Қосу
what-if-compare = Салыстыру
what-if-so = Солай: станцияны өзгерту
what-if-licence_until = лицензия бітеді
what-if-licence_lost = лицензия жоғалды
what-if-licence_runs = лицензия рұқсат ететіні тек
what-if-channel_lost = арна жоғалды
what-if-slot_lost = слот жоғалды
what-if-version_lost = нұсқа жоқ
what-if-pools = ұпай қорларда
what-if-breaks = ұпай үзілістерде
what-if-opened = слот көбірек бос
what-if-closed = слот азырақ бос
what-if-found = мәселе артық
rollout = Тарату …
rollout-text = Бір бағдарлама көп арна мен тілде: қалағаныңызды белгілеңіз, Arna слот, лицензия және тұсаукесер ұсынады.
rollout-season = Бағдарлама мен маусым
rollout-from = Бастап
rollout-until = Дейін
rollout-earliest = Ертерек емес
rollout-latest = Кешірек емес
rollout-holdback = Тұсаукесерлер арасындағы сағат
rollout-over = Баса алады
rollout-over-nothing = ештеңені
rollout-over-pools = қорларды
rollout-over-holds = қорлар мен тікелей блоктарды
rollout-repeat = Келесі күні қайталау
rollout-weekdays = Апта күндері
rollout-order = Тұсаукесер реті бойынша
rollout-sooner = { $channel } ертерек
rollout-propose = Ұсыну
rollout-take-over = Қабылдап алу
rollout-airs =
    { $count ->
        [one] бір тұсаукесер
       *[other] { $count } тұсаукесер
     }
rollout-missing =
    { $count ->
        [one] бір нұсқа { $by } дейін керек
       *[other] { $count } нұсқа { $by } дейін керек
     }
rollout-minutes = { $minutes } мин
rollout-licence =
    Сұралатын лицензия: { $of } { $languages }, { $from } – { $until }, { $runs ->
        [none] шектеусіз
       *[other] көрсетілім: { $runs }
    }
rollout-fails =
    { $count ->
        [one] бір тұсаукесер шықпайды
       *[other] { $count } тұсаукесер шықпайды
     }
rollout-sum = Шығатын тұсаукесер: { $airs }; нұсқа күтетіні: { $waits }; шықпайтыны: { $fails }
rollout-waits-word = нұсқа күтеді
rollout-fails-word = шықпайды
import-schedule = Өзгенің кестесін оқу
import-schedule-text = Файл арна туралы айтқаны кесте қасындағы ұсыныс болады: қабылдамайынша ештеңе өзгермейді.
import-choose = Файлды таңдау
import-choose-folder = Немесе плейлистер қалтасын
import-read-as = Пішімі
import-called = Файл арнаны қалай атайды
import-called-own = станциядағыдай
import-dates = Тек осы күндер
import-propose = Ұсыныс ретінде көрсету
import-reading = Файл оқылып жатыр …
read-as-xmltv = XMLTV нұсқаулығы
read-as-bxf = BXF, түн ортасынан кейін күнтізбелік күн
read-as-bxf-broadcast = BXF, эфир күні
read-as-sheet = Электрондық кесте
read-as-ffplayout = ffplayout плейлисі
