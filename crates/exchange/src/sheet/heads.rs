//! What columns mean, proposed by their heads in four languages.

use arna_domain::Language;

use super::cells::language;
use super::{Cell, Sheet};

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident $word:literal [$($head:literal)*])*) => {
        /// What a column means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $($(#[$doc])* $field,)*
        }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$field,)*];

            /// Its word: the message `sheet-<word>`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$field => $word,)* }
            }

            /// The field of this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.as_str() == word)
            }

            /// The heads that mean it, in small letters.
            fn heads(self) -> &'static [&'static str] {
                match self { $(Self::$field => &[$($head,)*],)* }
            }
        }
    };
}

fields! {
    /// The programme's title.
    Programme "programme" [
        "programme" "program" "programme title" "title" "series" "show" "name" "programme name"
        "бағдарлама" "бағдарлама атауы" "атауы" "топтама" "телехикая" "жоба"
        "программа" "название" "передача" "название программы" "сериал" "проект" "наименование"
        "节目" "节目名称" "名称" "剧名" "栏目" "片名"
    ]
    /// The programme's id.
    ProgrammeId "programme_id" ["programme id" "program id" "id" "code" "код" "код программы" "бағдарлама коды" "节目编号" "编号"]
    /// Its kind.
    Kind "kind" ["kind" "genre" "type" "category" "түрі" "жанр" "жанры" "тип" "вид" "类型" "体裁" "类别"]
    /// The season's number.
    Season "season" ["season" "season number" "маусым" "маусымы" "сезон" "季" "季数" "第几季"]
    /// The episode's number.
    Episode "episode" [
        "episode" "episode number" "ep" "ep." "no" "no." "#" "number" "part" "бөлім" "серия" "бөлім нөмірі" "эпизод"
        "выпуск" "номер серии" "номер выпуска" "№" "номер" "часть" "集" "集数" "集号" "期"
    ]
    /// The episode's title.
    EpisodeTitle "episode_title" [
        "episode title" "episode name" "part title" "бөлім атауы" "серия атауы" "название серии" "название выпуска"
        "название эпизода" "тема" "分集名称" "集名" "分集标题"
    ]
    /// The languages of its versions.
    Language "language" ["language" "languages" "lang" "audio" "тілі" "тіл" "язык" "языки" "озвучка" "语言" "语种"]
    /// How long a version runs.
    Duration "duration" [
        "duration" "length" "runtime" "running time" "tc" "timing" "ұзақтығы" "хронометражы" "уақыты" "хронометраж"
        "длительность" "продолжительность" "хрон" "时长" "片长" "长度"
    ]
    /// The house number.
    HouseNumber "house_number" [
        "house number" "house no" "house id" "media id" "tape" "tape number" "material id" "реттік нөмірі" "инвентарь нөмірі"
        "кассета" "инвентарный номер" "номер материала" "带号" "素材号" "磁带号"
    ]
    /// The media file.
    File "file" ["file" "filename" "file name" "path" "файл" "имя файла" "файл атауы" "文件" "文件名"]
    /// The age rating.
    Rating "rating" ["rating" "age" "age rating" "жас шегі" "возраст" "возрастное ограничение" "рейтинг" "分级" "年龄分级"]
    /// The programme's tags.
    Tags "tags" ["tags" "keywords" "тег" "теги" "тегтер" "ключевые слова" "标签" "关键词"]
    /// What it is about.
    Synopsis "synopsis" [
        "synopsis" "description" "summary" "annotation" "сипаттама" "аннотация" "описание" "мазмұны" "简介" "内容简介" "剧情"
    ]
    /// The licence's first date.
    LicenceFrom "licence_from" [
        "licence from" "license from" "rights from" "licence start" "license start" "valid from" "лицензия басы"
        "лицензия с" "права с" "начало лицензии" "начало прав" "授权开始" "版权开始" "授权起始"
    ]
    /// The licence's last date.
    LicenceUntil "licence_until" [
        "licence until" "license until" "licence to" "license to" "rights until" "rights to" "licence end" "license end" "valid until" "expires"
        "лицензия соңы" "лицензия до" "лицензия по" "права до" "права по" "окончание лицензии" "окончание прав" "授权结束" "版权结束" "授权截止" "到期"
    ]
    /// Runs that the licence allows.
    Runs "runs" ["runs" "number of runs" "max runs" "airings" "көрсетілім саны" "показы" "количество показов" "показов" "播出次数" "次数"]
    /// The channel of an airing, or the channels of a licence.
    Channel "channel" ["channel" "channels" "station" "арна" "арналар" "телеарна" "канал" "каналы" "телеканал" "频道"]
    /// The broadcast date of an airing.
    Date "date" ["date" "air date" "broadcast date" "күні" "эфир күні" "дата" "дата эфира" "дата показа" "日期" "播出日期"]
    /// Its wall clock.
    Time "time" ["time" "start" "air time" "start time" "уақыт" "эфир уақыты" "басталуы" "время" "время эфира" "начало" "время выхода" "时间" "播出时间" "开始时间"]
}

/// A column with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place, from 0.
    pub at: usize,
    /// What it means.
    pub field: Field,
    /// The language of its texts or versions, where its head names one.
    pub language: Option<Language>,
}

/// The row of heads among the first ones: the one that means most; the first that holds anything where none means something.
pub fn header_row(sheet: &Sheet) -> usize {
    let rows = || sheet.rows.iter().enumerate().take(30);
    let meaning = |row: &[Cell]| columns(row).len();
    let best = rows().max_by_key(|&(at, row)| (meaning(row), std::cmp::Reverse(at)));
    match best {
        Some((at, row)) if meaning(row) > 0 => at,
        _ => rows()
            .find(|(_, row)| row.iter().any(|cell| !cell.is_empty()))
            .map_or(0, |(at, _)| at),
    }
}

/// What the columns under some heads mean; a meaning that two heads have is the first one's.
pub fn proposed(sheet: &Sheet, header_row: usize) -> Vec<Column> {
    sheet.rows.get(header_row).map_or_else(Vec::new, |row| columns(row))
}

/// What the columns under these heads mean, as far as they are known.
pub(super) fn columns(row: &[Cell]) -> Vec<Column> {
    let mut found: Vec<Column> = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        let Cell::Text(head) = cell else { continue };
        if let Some((field, language)) = meaning(head) {
            let known = found.iter().any(|one| one.field == field && one.language == language);
            if !known {
                found.push(Column { at, field, language });
            }
        }
    }
    found
}

/// What a head means: `Title (kk)`, `Хронометраж, каз`, `Duration RU`.
fn meaning(head: &str) -> Option<(Field, Option<Language>)> {
    let small: String = head
        .to_lowercase()
        .chars()
        .map(|c| if c == '_' || c == '\n' || c == '\u{a0}' { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '*' | ':'))
        .collect();
    let small = small.split_whitespace().collect::<Vec<_>>().join(" ");
    let exact = |text: &str| {
        let text = text.trim();
        Field::ALL.iter().copied().find(|field| field.heads().contains(&text))
    };
    if let Some(field) = exact(&small) {
        return Some((field, None));
    }
    // What stands in brackets or at the end may name a language.
    for sign in ['(', '（', '[', ',', '/', '-', '–', '—', ' '] {
        let Some((before, after)) = small.rsplit_once(sign) else {
            continue;
        };
        let after = after.trim_matches([')', '）', ']', ' ']);
        if let (Some(field), Some(language)) = (exact(before), language(after)) {
            return Some((field, Some(language)));
        }
        // `Duration (min)`, `Дата (ДД.ММ.ГГГГ)`.
        if matches!(sign, '(' | '（' | '[' | ',')
            && let Some(field) = exact(before)
        {
            return Some((field, None));
        }
    }
    let first = small.split_whitespace().next()?;
    let rest = small[first.len()..].trim();
    match (language(first), exact(rest)) {
        (Some(language), Some(field)) => Some((field, Some(language))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_four_languages_name_their_field_and_language() {
        let said = |head: &str| {
            meaning(head).map(|(field, language)| (field, language.map(|one| one.to_string()).unwrap_or_default()))
        };
        for (head, field, language) in [
            ("Programme title", Field::Programme, ""),
            ("Title (kk)", Field::Programme, "kk"),
            ("Название, рус", Field::Programme, "ru"),
            ("Хронометраж", Field::Duration, ""),
            ("Duration (min)", Field::Duration, ""),
            ("Duration RU", Field::Duration, "ru"),
            ("Бөлім атауы (қазақша)", Field::EpisodeTitle, "kk"),
            ("节目名称", Field::Programme, ""),
            ("时长（中文）", Field::Duration, "zh"),
            ("Kazakh title", Field::Programme, "kk"),
            ("AIR_DATE", Field::Date, ""),
        ] {
            assert_eq!(said(head), Some((field, language.to_owned())), "{head}");
        }
        for head in ["Remarks", "Прим.", "2024", ""] {
            assert_eq!(said(head), None, "{head}");
        }
    }

    #[test]
    fn every_head_names_one_field() {
        let mut seen = std::collections::HashMap::new();
        for field in Field::ALL {
            for head in field.heads() {
                assert_eq!(seen.insert(*head, field), None, "{head}");
                assert_eq!(*head, head.to_lowercase());
            }
        }
    }
}
