//! The sheets of a workbook and their columns: what each is called in four languages, and what stands in it.

use std::collections::HashMap;
use std::sync::LazyLock;

use arna_domain::Language;

/// The languages that a workbook's own words are in. A workbook is written in one and read in any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    #[default]
    En,
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// Chinese.
    Zh,
}

impl Tongue {
    /// All of them, in the order in which words are listed.
    pub const ALL: [Self; 4] = [Self::En, Self::Kk, Self::Ru, Self::Zh];

    /// The one of a language's tag; English for others.
    pub fn of(tag: &str) -> Self {
        let primary = tag.split('-').next();
        let own = Self::ALL.into_iter().find(|one| primary == Some(one.tag()));
        own.unwrap_or_default()
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::Zh => "zh",
        }
    }
}

/// A text in the four languages, in their order.
type Said = [&'static str; 4];

macro_rules! fields {
    ($($field:ident $word:literal [$en:literal $kk:literal $ru:literal $zh:literal])*) => {
        /// What a column tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is told by its head, and explained in the messages")]
        pub enum Field { $($field,)* }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$field,)*];

            /// Its word in documents and messages.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$field => $word,)* }
            }

            fn heads(self) -> Said {
                match self { $(Self::$field => [$en, $kk, $ru, $zh],)* }
            }
        }
    };
}

fields! {
    Id "id" ["Id" "Коды" "Код" "编号"]
    About "about" ["What it is" "Бұл не" "Что это" "说明"]
    Name "name" ["Name" "Аты" "Имя" "频道名称"]
    Zone "zone" ["Time zone" "Уақыт белдеуі" "Часовой пояс" "时区"]
    DayStart "day_start" ["Day begins" "Тәуліктің басы" "Начало суток" "播出日开始"]
    Territory "territory" ["Territory" "Аумағы" "Территория" "地区"]
    RatingHours "rating_hours" ["Rating hours" "Рейтинг сағаттары" "Часы рейтингов" "分级时段"]
    Quotas "quotas" ["Language quotas, %" "Тіл квоталары, %" "Языковые квоты, %" "语言配额（%）"]
    Title "title" ["Title" "Атауы" "Название" "名称"]
    Kind "kind" ["Kind" "Түрі" "Вид" "类型"]
    Order "order" ["Order" "Реті" "Порядок" "顺序"]
    Tags "tags" ["Tags" "Тегтер" "Метки" "标签"]
    MaxPerDay "max_per_day" ["Most per day" "Күніне ең көбі" "Не больше в день" "每日上限"]
    Synopsis "synopsis" ["Synopsis" "Аннотация" "Описание" "简介"]
    Partners "partners" ["Partners" "Серіктестер" "Партнёры" "合作方"]
    Programme "programme" ["Programme" "Бағдарлама" "Программа" "节目"]
    Season "season" ["Season" "Маусым" "Сезон" "季"]
    Episode "episode" ["Episode" "Бөлім" "Серия" "集"]
    Number "number" ["Number" "Нөмірі" "Номер" "序号"]
    Place "place" ["Place in order" "Кезектегі орны" "Место в очереди" "次序"]
    Occasion "occasion" ["Occasion" "Оқиға" "Событие" "活动"]
    Rating "rating" ["Rating" "Рейтингі" "Рейтинг" "分级"]
    Places "places" ["Places shown" "Көрсетілген жерлер" "Показанные места" "出现的地点"]
    Quotations "quotations" ["Quotations" "Дәйексөздер" "Цитаты" "引文"]
    Language "language" ["Language" "Тілі" "Язык" "语言"]
    Duration "duration" ["Duration" "Ұзақтығы" "Хронометраж" "时长"]
    HouseNumber "house_number" ["House number" "Инв. нөмірі" "Инв. номер" "带号"]
    Media "media" ["Media file" "Медиафайл" "Медиафайл" "媒体文件"]
    Channels "channels" ["Channels" "Арналар" "Каналы" "适用频道"]
    Languages "languages" ["Languages" "Тілдер" "Языки" "语言"]
    From "from" ["First day" "Алғашқы күні" "Первый день" "首日"]
    Until "until" ["Last day" "Соңғы күні" "Последний день" "末日"]
    MaxRuns "max_runs" ["Runs" "Көрсетілім саны" "Показы" "播出次数"]
    Shared "shared" ["Counted over all channels" "Барлық арнаға ортақ" "Общий счёт каналов" "频道合并计算"]
    RerunHours "rerun_hours" ["Rerun hours" "Қайталау сағаты" "Часы повторов" "重播小时数"]
    MinGapHours "min_gap_hours" ["Hours between starts" "Басталу арасы, сағат" "Часов между началами" "开播间隔小时数"]
    Channel "channel" ["Channel" "Арна" "Канал" "频道"]
    Days "days" ["Weekdays" "Апта күндері" "Дни недели" "星期"]
    Start "start" ["Start" "Басталуы" "Начало" "开始"]
    Length "length_min" ["Minutes" "Минуты" "Минуты" "分钟"]
    Layer "layer" ["Layer" "Қабаты" "Слой" "图层"]
    Weight "weight" ["What the time is worth" "Уақыттың құны" "Ценность времени" "时段价值"]
    Fill "fill" ["Filled with" "Немен толады" "Чем заполнен" "填充"]
    Then "then" ["After the last episode" "Соңғы бөлімнен кейін" "После последней серии" "播完之后"]
    Repeats "repeats" ["Repeats slot" "Қай слотты қайталайды" "Какой слот повторяет" "重播的时段"]
    DaysAfter "days_after" ["Days after" "Неше күннен кейін" "Через сколько дней" "几天后"]
    PoolProgrammes "pool_programmes" ["Pool: programmes" "Қор: бағдарламалар" "Подбор: программы" "节目池：节目"]
    PoolKinds "pool_kinds" ["Pool: kinds" "Қор: түрлері" "Подбор: виды" "节目池：类型"]
    PoolTags "pool_tags" ["Pool: tags" "Қор: тегтер" "Подбор: метки" "节目池：标签"]
    HoldTitle "hold_title" ["Live: title" "Тікелей: атауы" "Прямой эфир: название" "直播：标题"]
    HoldLanguage "hold_language" ["Live: language" "Тікелей: тілі" "Прямой эфир: язык" "直播：语言"]
    Remove "remove" ["Remove" "Алып тастау" "Удалить" "删除"]
}

/// A word that one of few may stand in a cell: as documents say it, then as people read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As documents say it.
    pub word: &'static str,
    said: Said,
}

impl Choice {
    /// As it is read in a language.
    pub fn said(&self, tongue: Tongue) -> &'static str {
        self.said[tongue as usize]
    }

    /// Whether a text in small letters means it, in any language.
    fn is(&self, small: &str) -> bool {
        small == self.word || self.said.iter().any(|own| own.to_lowercase() == small)
    }
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident [$($word:literal [$en:literal $kk:literal $ru:literal $zh:literal])*])*) => {
        $($(#[$doc])* pub const $name: &[Choice] = &[
            $(Choice { word: $word, said: [$en, $kk, $ru, $zh] },)*
        ];)*
    };
}

choices! {
    /// Whether a programme's episodes air only in order.
    ORDER [
        "serial" ["In order" "Ретімен" "По порядку" "按顺序"]
        "any" ["Any" "Кез келген" "Любой" "任意"]
    ]
    /// What fills a slot.
    FILL [
        "sequel" ["Next episode" "Келесі бөлім" "Следующая серия" "连播下一集"]
        "repeat" ["Repeat" "Қайталау" "Повтор" "重播"]
        "pool" ["Pool" "Қор" "Подбор" "节目池"]
        "hold" ["Live or foreign" "Тікелей не бөгде" "Прямой или чужой эфир" "直播或外来"]
    ]
    /// What comes after a season's last episode.
    THEN [
        "stop" ["The slot stays open" "Слот бос қалады" "Слот остаётся пустым" "时段留空"]
        "restart" ["From the first again" "Басынан қайта" "Снова с первой" "从第一集重新开始"]
    ]
    /// Yes or no.
    YES [
        "yes" ["Yes" "Иә" "Да" "是"]
        "no" ["No" "Жоқ" "Нет" "否"]
    ]
    /// Weekdays, then every one of them, then none.
    DAYS [
        "mon" ["Mon" "дс" "пн" "周一"]
        "tue" ["Tue" "сс" "вт" "周二"]
        "wed" ["Wed" "ср" "ср" "周三"]
        "thu" ["Thu" "бс" "чт" "周四"]
        "fri" ["Fri" "жм" "пт" "周五"]
        "sat" ["Sat" "сб" "сб" "周六"]
        "sun" ["Sun" "жс" "вс" "周日"]
        "daily" ["Every day" "Күн сайын" "Ежедневно" "每天"]
        "never" ["Never" "Ешқашан" "Никогда" "从不"]
    ]
}

/// The choice that a text means, whatever its language and its case.
pub fn choice(among: &'static [Choice], text: &str) -> Option<&'static Choice> {
    let small = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    among.iter().find(|one| one.is(&small))
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The name of a thing: in quotes where a cell could not carry it otherwise.
    Name,
    /// Several, with commas between them.
    Names,
    /// A text, on one line or several.
    Text,
    /// A whole number.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A date.
    Date,
    /// A duration, at most a day.
    Duration,
    /// A wall clock of a broadcast date, up to 48:00.
    Clock,
    /// One of few words.
    Choice(&'static [Choice]),
    /// Weekdays.
    Days,
    /// A language.
    Language,
    /// Several languages.
    Languages,
    /// Ratings, each with the hours in which it may air: `18+ 23:00-30:00`.
    RatingHours,
    /// Languages, each with the least share that it must reach: `kk 50`.
    Quotas,
    /// What a row is of, in words; it is not read.
    Told,
    /// A mark that the row is to go.
    Mark,
}

/// Numbers that are counted from nothing.
const COUNT: Kind = Kind::Number {
    least: 0,
    most: u32::MAX as i64,
};

impl Field {
    /// Its head in a language.
    pub fn head(self, tongue: Tongue) -> &'static str {
        self.heads()[tongue as usize]
    }

    /// What stands in it.
    pub fn kind(self) -> Kind {
        match self {
            Self::Id
            | Self::Zone
            | Self::Kind
            | Self::Programme
            | Self::Season
            | Self::Episode
            | Self::Occasion
            | Self::Media
            | Self::Channel
            | Self::Repeats => Kind::Name,
            Self::Tags
            | Self::Partners
            | Self::Places
            | Self::Quotations
            | Self::Channels
            | Self::PoolProgrammes
            | Self::PoolKinds
            | Self::PoolTags => Kind::Names,
            Self::Name
            | Self::Territory
            | Self::Title
            | Self::Synopsis
            | Self::Rating
            | Self::HouseNumber
            | Self::HoldTitle => Kind::Text,
            Self::MaxPerDay | Self::Number | Self::MaxRuns | Self::RerunHours | Self::MinGapHours => COUNT,
            Self::Length | Self::DaysAfter | Self::Place => COUNT,
            Self::Layer => Kind::Number {
                least: i32::MIN as i64,
                most: i32::MAX as i64,
            },
            Self::Weight => Kind::Number { least: 0, most: 255 },
            Self::From | Self::Until => Kind::Date,
            Self::Duration => Kind::Duration,
            Self::DayStart | Self::Start => Kind::Clock,
            Self::Order => Kind::Choice(ORDER),
            Self::Fill => Kind::Choice(FILL),
            Self::Then => Kind::Choice(THEN),
            Self::Shared => Kind::Choice(YES),
            Self::Days => Kind::Days,
            Self::Language | Self::HoldLanguage => Kind::Language,
            Self::Languages => Kind::Languages,
            Self::RatingHours => Kind::RatingHours,
            Self::Quotas => Kind::Quotas,
            Self::About => Kind::Told,
            Self::Remove => Kind::Mark,
        }
    }

    /// Whether there is a column of it for every language.
    pub fn is_by_language(self) -> bool {
        matches!(self, Self::Title | Self::Synopsis)
    }
}

/// A column: what it tells, and in which language where there is one for each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column {
    /// What it tells.
    pub field: Field,
    /// The language of its texts.
    pub language: Option<Language>,
}

impl Column {
    /// Its head: `Title (kk)`.
    pub fn head(&self, tongue: Tongue) -> String {
        let head = self.field.head(tongue);
        match &self.language {
            Some(language) => format!("{head} ({language})"),
            None => head.to_owned(),
        }
    }
}

impl From<Field> for Column {
    fn from(field: Field) -> Self {
        Self { field, language: None }
    }
}

/// A sheet: things of one kind, a row each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Channels.
    Channels,
    /// Programmes.
    Programmes,
    /// Seasons.
    Seasons,
    /// Episodes.
    Episodes,
    /// Versions.
    Versions,
    /// Licences.
    Licences,
    /// Slots of the weekly grids.
    Grid,
}

impl Table {
    /// All of them, in the order of the sheets: what a row names stands on one before.
    pub const ALL: [Self; 7] = [
        Self::Channels,
        Self::Programmes,
        Self::Seasons,
        Self::Episodes,
        Self::Versions,
        Self::Licences,
        Self::Grid,
    ];

    /// Its word, which its file is called by where each sheet is a file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Channels => "channels",
            Self::Programmes => "programmes",
            Self::Seasons => "seasons",
            Self::Episodes => "episodes",
            Self::Versions => "versions",
            Self::Licences => "licences",
            Self::Grid => "grid",
        }
    }

    fn names(self) -> Said {
        match self {
            Self::Channels => ["Channels", "Арналар", "Каналы", "频道"],
            Self::Programmes => ["Programmes", "Бағдарламалар", "Программы", "节目"],
            Self::Seasons => ["Seasons", "Маусымдар", "Сезоны", "季"],
            Self::Episodes => ["Episodes", "Бөлімдер", "Серии", "分集"],
            Self::Versions => ["Versions", "Нұсқалар", "Версии", "版本"],
            Self::Licences => ["Licences", "Лицензиялар", "Лицензии", "授权"],
            Self::Grid => ["Grid", "Тор", "Сетка", "编排表"],
        }
    }

    /// The name of its sheet in a language.
    pub fn name(self, tongue: Tongue) -> &'static str {
        self.names()[tongue as usize]
    }

    /// The sheet of this name, in any language, or of a file of this name.
    pub fn named(name: &str) -> Option<Self> {
        let small = name.trim().to_lowercase();
        let is = |table: &Self| small == table.as_str() || table.names().iter().any(|own| own.to_lowercase() == small);
        Self::ALL.into_iter().find(is)
    }

    /// What its columns tell, in their order.
    pub fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Channels => &[
                F::Id,
                F::Name,
                F::Zone,
                F::DayStart,
                F::Territory,
                F::RatingHours,
                F::Quotas,
                F::Remove,
            ],
            Self::Programmes => &[
                F::Id,
                F::Title,
                F::Kind,
                F::Order,
                F::Tags,
                F::MaxPerDay,
                F::Synopsis,
                F::Partners,
                F::Remove,
            ],
            Self::Seasons => &[
                F::Id,
                F::About,
                F::Programme,
                F::Number,
                F::Title,
                F::Occasion,
                F::Remove,
            ],
            Self::Episodes => &[
                F::Id,
                F::About,
                F::Season,
                F::Place,
                F::Number,
                F::Title,
                F::Rating,
                F::Synopsis,
                F::Places,
                F::Quotations,
                F::Remove,
            ],
            Self::Versions => &[
                F::Id,
                F::About,
                F::Episode,
                F::Language,
                F::Duration,
                F::HouseNumber,
                F::Media,
                F::Remove,
            ],
            Self::Licences => &[
                F::Id,
                F::About,
                F::Place,
                F::Programme,
                F::Season,
                F::Channels,
                F::Languages,
                F::From,
                F::Until,
                F::MaxRuns,
                F::Shared,
                F::RerunHours,
                F::MinGapHours,
                F::Remove,
            ],
            Self::Grid => &[
                F::Id,
                F::About,
                F::Channel,
                F::Days,
                F::From,
                F::Until,
                F::Start,
                F::Length,
                F::Layer,
                F::Weight,
                F::Languages,
                F::Occasion,
                F::Fill,
                F::Season,
                F::Then,
                F::Repeats,
                F::DaysAfter,
                F::PoolProgrammes,
                F::PoolKinds,
                F::PoolTags,
                F::HoldTitle,
                F::HoldLanguage,
                F::Remove,
            ],
        }
    }

    /// The column that a head means: `Title (kk)`, `Название (қазақша)`.
    pub fn column(self, head: &str) -> Option<Column> {
        let own = |text: &str| HEADS[self as usize].get(&squeezed(text)).copied();
        if let Some(field) = own(head) {
            return (!field.is_by_language()).then(|| field.into());
        }
        let bare = head.trim().trim_end_matches([')', '）']);
        let (before, tag) = bare.rsplit_once(['(', '（'])?;
        let field = own(before).filter(|field| field.is_by_language())?;
        // A tag is what it says; only names are looked up.
        let tag = tag.trim();
        let language = Language::parse(tag).or_else(|| crate::sheet::language_named(tag))?;
        Some(Column {
            field,
            language: Some(language),
        })
    }
}

/// What heads mean on each sheet, in the order of the sheets: every cell of the first rows is asked whether it is one.
static HEADS: LazyLock<[HashMap<String, Field>; 7]> = LazyLock::new(|| {
    Table::ALL.map(|table| {
        let of = |field: &Field| {
            let field = *field;
            let own = field.heads().into_iter().chain([field.as_str()]);
            own.map(move |head| (squeezed(head), field))
        };
        table.fields().iter().flat_map(of).collect()
    })
});

/// A head in small letters, without what people decorate heads with.
fn squeezed(head: &str) -> String {
    let small = head.to_lowercase().replace(['*', ':', '：', '\u{a0}'], " ");
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names of the sheet that explains the others.
const GUIDE: Said = ["Read me", "Түсіндірме", "Пояснения", "说明"];

/// The name of the sheet that explains the others.
pub fn guide_name(tongue: Tongue) -> &'static str {
    GUIDE[tongue as usize]
}

/// Whether a sheet of this name explains the others.
pub fn is_guide(name: &str) -> bool {
    GUIDE.contains(&name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_head_means_one_column_of_its_sheet_in_every_language() {
        for table in Table::ALL {
            for &field in table.fields() {
                for tongue in Tongue::ALL {
                    let language = Language::parse("zh-Hant").filter(|_| field.is_by_language());
                    let column = Column { field, language };
                    assert_eq!(
                        table.column(&column.head(tongue)),
                        Some(column.clone()),
                        "{table:?} {column:?}"
                    );
                    assert_eq!(
                        table.column(&column.head(tongue).to_uppercase()).map(|one| one.field),
                        Some(field)
                    );
                }
                let word = table.column(field.as_str());
                assert_eq!(word.is_some(), !field.is_by_language(), "{field:?}");
            }
            let heads: HashSet<&str> = table.fields().iter().map(|field| field.head(Tongue::Ru)).collect();
            assert_eq!(heads.len(), table.fields().len(), "{table:?}");
        }
        let title = |head: &str| {
            Table::Programmes
                .column(head)
                .and_then(|one| one.language)
                .map(|one| one.to_string())
        };
        assert_eq!(title("Название (қазақша)").as_deref(), Some("kk"));
        assert_eq!(title("名称（中文）").as_deref(), Some("zh"));
        assert_eq!(title("Title (Klingon)"), None);
    }

    #[test]
    fn sheets_and_words_are_known_in_every_language_and_mean_one_thing() {
        for tongue in Tongue::ALL {
            for table in Table::ALL {
                assert_eq!(Table::named(table.name(tongue)), Some(table));
                assert!(!is_guide(table.name(tongue)));
            }
            for among in [ORDER, FILL, THEN, YES, DAYS] {
                for one in among {
                    assert_eq!(choice(among, one.said(tongue)), Some(one));
                    assert_eq!(choice(among, one.word), Some(one));
                }
            }
        }
        assert_eq!(choice(FILL, "  next   EPISODE").map(|one| one.word), Some("sequel"));
        assert_eq!(choice(FILL, "film"), None);
    }
}
