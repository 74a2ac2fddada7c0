//! What stands in a cell, as what it is meant for.

use std::collections::BTreeSet;

use arna_domain::{BroadcastDate, Language};

use super::{Cell, Sheet};

/// The latest time of day of a broadcast date, in seconds.
const LATEST: i64 = 48 * 3_600;
/// Seconds of a day.
const DAY_S: i64 = 86_400;

/// A span longer than this was typed as minutes and seconds and taken for hours and minutes by the program that wrote the book.
const LONGEST_MEANT: i64 = 6 * 3_600;

/// `21:00`, `21:00:30`, `25:30`: seconds after midnight. `21.05` is a time of day, too; `21.05.30` is how dates are written.
pub(super) fn clock_seconds(text: &str) -> Option<i64> {
    if text.matches('.').count() > 1 {
        return None;
    }
    let mut parts = text.trim().split([':', '.']);
    let number = |part: &str| -> Option<i64> {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok())?
    };
    let hours = number(parts.next()?)?;
    let minutes = number(parts.next()?)?;
    let seconds = parts.next().map_or(Some(0), number)?;
    let good = hours <= 48 && minutes < 60 && seconds < 60 && parts.next().is_none();
    good.then_some((hours * 60 + minutes) * 60 + seconds)
}

/// What a cell says of when something is on air: a date, a time of day in seconds after midnight, or one beside the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) date: Option<BroadcastDate>,
    pub(super) seconds: Option<i64>,
}

impl Moment {
    /// What this one, of a column of dates, and one of a column of times say together: beside 1 July `02.07.2024 01:30` is 25:30. None
    /// where the two contradict each other. A midnight beside a date is what programs write for the date alone.
    pub(super) fn joined(self, time: Self) -> Option<Self> {
        let date = self.date.or(time.date);
        let Some(seconds) = time.seconds else {
            return Some(Self { date, ..self });
        };
        let seconds = date.map_or(seconds, |date| time.after(date, seconds));
        let agrees = self.seconds.is_none_or(|own| own == 0 || own == seconds);
        let seconds = Some(seconds);
        (agrees && (0..=LATEST).contains(&seconds?)).then_some(Self { date, seconds })
    }

    /// Whether it is a date with a time of day.
    pub(super) fn is_both(self) -> bool {
        self.date.is_some() && self.seconds.is_some()
    }

    /// Seconds from a date's midnight to a time of day of this one's date, or of that date where this one has none.
    pub(super) fn after(self, date: BroadcastDate, seconds: i64) -> i64 {
        let days = |own: BroadcastDate| own.days_since_epoch() - date.days_since_epoch();
        self.date.map_or(0, days) * DAY_S + seconds
    }
}

/// The moment of a date, of a time of day up to 48:00, or of both in one cell: `01.07.2024 21:00`.
pub(super) fn moment(cell: &Cell) -> Option<Moment> {
    let (date, seconds) = match cell {
        Cell::Time(Some(own), seconds) => match days(*own) {
            Some(days) => (None, Some(days * DAY_S + seconds)),
            None => (Some(date(cell)?), Some(*seconds).filter(|seconds| *seconds > 0)),
        },
        Cell::Time(None, seconds) | Cell::Span(seconds) => (None, Some(*seconds)),
        Cell::Text(text) => match clock_seconds(text) {
            Some(seconds) => (None, Some(seconds)),
            None => dated(text)?,
        },
        Cell::Empty | Cell::Number(_) | Cell::Fault(_) => return None,
    };
    let good = seconds.is_none_or(|seconds| seconds <= LATEST);
    good.then_some(Moment { date, seconds })
}

/// Columns of a book in which times of day stand beside dates. A cell does not tell a date from its midnight: there it is that.
pub(super) struct Dated(BTreeSet<usize>);

impl Dated {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let is_both = |cell: &Cell| matches!(cell, Cell::Time(..)) && moment(cell).is_some_and(Moment::is_both);
        let cells = sheet.rows.iter().flat_map(|row| row.iter().enumerate());
        Self(cells.filter(|(_, cell)| is_both(cell)).map(|(at, _)| at).collect())
    }

    /// Whether a cell of a column says a date where others say both.
    pub(super) fn lacks_time(&self, column: usize, cell: &Cell) -> bool {
        self.0.contains(&column)
            && matches!(cell, Cell::Time(..))
            && moment(cell).is_some_and(|one| one.seconds.is_none())
    }

    /// The moment of a cell in a column of times; none of a date alone.
    pub(super) fn time(&self, column: usize, cell: &Cell) -> Option<Moment> {
        let mut moment = moment(cell)?;
        if self.lacks_time(column, cell) {
            moment.seconds = Some(0);
        }
        moment.seconds.is_some().then_some(moment)
    }
}

/// A wall clock of a broadcast date, up to 48:00, in seconds.
pub(crate) fn clock(cell: &Cell) -> Option<i64> {
    moment(cell).filter(|moment| moment.date.is_none())?.seconds
}

/// The days of a span that became a date at the beginning of a program's calendar: `25:30` the first day of 1900, or the last of 1899;
/// the second of 1904 where a book counts from there (`date1904`, ECMA-376 part 1, 18.17.4.1).
fn days(date: BroadcastDate) -> Option<i64> {
    match date.ymd() {
        (1900, 1, day) => Some(i64::from(day)),
        (1899, 12, day @ 30..) => Some(i64::from(day) - 30),
        (1904, 1, day) => Some(i64::from(day) - 1),
        _ => None,
    }
}

/// A duration in milliseconds, at most a day. Bare numbers are minutes.
pub(crate) fn duration(cell: &Cell) -> Option<i64> {
    let seconds = match cell {
        Cell::Number(minutes) => (minutes * 60.0).round() as i64,
        Cell::Time(None, seconds) | Cell::Span(seconds) => meant(*seconds),
        Cell::Text(text) => {
            let bare = text
                .trim_end_matches(|c: char| c.is_alphabetic() || c == '.' || c == '\'' || c == '′' || c.is_whitespace())
                .replace(',', ".");
            let parts: Vec<&str> = bare.split(':').map(str::trim).collect();
            let number = |part: &str| -> Option<i64> {
                let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
                digits.then(|| part.parse().ok())?
            };
            match parts[..] {
                [minutes] => {
                    let minutes: f64 = minutes.parse().ok()?;
                    (minutes * 60.0).round() as i64
                }
                [minutes, seconds] => {
                    let seconds = number(seconds).filter(|seconds| *seconds < 60)?;
                    number(minutes)? * 60 + seconds
                }
                [hours, minutes, seconds] => {
                    let minutes = number(minutes).filter(|minutes| *minutes < 60)?;
                    let seconds = number(seconds).filter(|seconds| *seconds < 60)?;
                    (number(hours)? * 60 + minutes) * 60 + seconds
                }
                _ => return None,
            }
        }
        Cell::Time(Some(date), seconds) => meant(days(*date)? * 86_400 + seconds),
        Cell::Empty | Cell::Fault(_) => return None,
    };
    (1..=86_400).contains(&seconds).then_some(seconds * 1_000)
}

fn meant(seconds: i64) -> i64 {
    if seconds > LONGEST_MEANT { seconds / 60 } else { seconds }
}

/// A date: of a date cell, or `2024-07-01`, `01.07.2024`, `1/7/2024`, `2024年7月1日`, whatever follows it.
pub(crate) fn date(cell: &Cell) -> Option<BroadcastDate> {
    match cell {
        Cell::Time(Some(date), _) => {
            let (year, ..) = date.ymd();
            (1950..2200).contains(&year).then_some(*date)
        }
        Cell::Text(text) => written(text).map(|(date, _)| date),
        _ => None,
    }
}

/// A date that a text begins with, and what follows it after a space or `T`.
fn written(text: &str) -> Option<(BroadcastDate, &str)> {
    let ends = text.find(|c: char| c.is_whitespace() || c == 'T').unwrap_or(text.len());
    let (first, rest) = text.split_at(ends);
    let parts: Vec<&str> = first
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [a, b, c] = parts[..] else { return None };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if year.len() != 4 {
        return None;
    }
    let date = BroadcastDate::new(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)?;
    Some((date, rest.strip_prefix('T').unwrap_or(rest).trim()))
}

/// A date with the time of day that follows it, where words alone do not: `01.07.2024 г.`
fn dated(text: &str) -> Option<(Option<BroadcastDate>, Option<i64>)> {
    let (date, rest) = written(text)?;
    if !rest.contains(|c: char| c.is_ascii_digit()) {
        return Some((Some(date), None));
    }
    Some((Some(date), Some(clock_seconds(rest)?)))
}

/// A whole number: of a number, or the only digits of a text, as in `Season 3`.
pub(super) fn number(cell: &Cell) -> Option<u32> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..1e6).contains(number) => Some(*number as u32),
        Cell::Text(text) => {
            let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
            let only = runs.next().filter(|run| run.len() <= 6)?;
            runs.next().is_none().then(|| only.parse().ok())?
        }
        _ => None,
    }
}

/// How languages are named in tables, besides their tags.
const NAMES: &[(&str, &[&str])] = &[
    (
        "kk",
        &[
            "kaz",
            "kz",
            "каз",
            "қаз",
            "kazakh",
            "қазақша",
            "қазақ",
            "қазақ тілі",
            "қазақ тілінде",
            "казахский",
            "казакша",
            "哈萨克语",
            "哈语",
        ],
    ),
    (
        "ru",
        &[
            "rus",
            "рус",
            "орыс",
            "russian",
            "русский",
            "орысша",
            "орыс тілі",
            "俄语",
            "俄文",
        ],
    ),
    (
        "zh",
        &[
            "chi",
            "zho",
            "cn",
            "chn",
            "кит",
            "қыт",
            "chinese",
            "mandarin",
            "中文",
            "汉语",
            "普通话",
            "китайский",
            "қытайша",
            "қытай тілі",
        ],
    ),
    (
        "en",
        &[
            "eng",
            "англ",
            "ағыл",
            "english",
            "английский",
            "ағылшынша",
            "ағылшын тілі",
            "英语",
            "英文",
        ],
    ),
    ("ug", &["uig", "uighur", "uyghur", "уйгурский", "ұйғырша", "维吾尔语"]),
    ("uz", &["uzb", "uzbek", "узбекский", "өзбекше", "乌兹别克语"]),
    ("ky", &["kir", "kyrgyz", "киргизский", "қырғызша", "吉尔吉斯语"]),
    ("tr", &["tur", "turkish", "турецкий", "түрікше", "土耳其语"]),
    ("zxx", &["no words", "без слов", "сөзсіз", "无对白", "mus", "music"]),
];

/// Languages named in a text: one or several, by tag or name. The part that names none is the error.
pub(super) fn languages(text: &str) -> Result<Vec<Language>, String> {
    let mut found = Vec::new();
    for part in text.split([',', ';', '/', '+', '、', '，']) {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        let language = language(part).ok_or_else(|| part.to_owned())?;
        if !found.contains(&language) {
            found.push(language);
        }
    }
    Ok(found)
}

/// The language of a name or tag. Tags of two letters are believed where they are languages at all.
pub(crate) fn language(name: &str) -> Option<Language> {
    let small = name.trim().to_lowercase();
    let named = NAMES
        .iter()
        .find(|(tag, names)| small == *tag || names.contains(&small.as_str()));
    if let Some((tag, _)) = named {
        return Language::parse(tag);
    }
    let (primary, rest) = small
        .split_once('-')
        .map_or((small.as_str(), None), |(a, b)| (a, Some(b)));
    let known = TWO_LETTERS.split(' ').any(|tag| tag == primary);
    match rest {
        _ if !known => None,
        None => Language::parse(&small),
        Some(_) => {
            let after = name.trim().split_once('-').map(|(_, after)| after)?;
            Language::parse(&format!("{primary}-{after}"))
        }
    }
}

/// Languages that television speaks, by their tags of two letters.
const TWO_LETTERS: &str = "ar az be bg bn cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk km ko ky lo lt lv mn ms my nl no pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tr tt ug uk ur uz vi zh";

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn a_clock_goes_on_past_midnight() {
        assert_eq!(clock(&typed("25:30")), Some(91_800));
        assert_eq!(clock(&Cell::Span(91_800)), Some(91_800));
        assert_eq!(clock(&typed("21.05")), Some(75_900));
        for wrong in [
            "24:60",
            "49:00",
            "9",
            "9:5:7:1",
            "01.07.24",
            "01.07.2024",
            "evening",
            "",
        ] {
            assert_eq!(clock(&typed(wrong)), None, "{wrong}");
        }
        let first = BroadcastDate::new(2024, 7, 1);
        assert_eq!(clock(&Cell::Time(first, 0)), None);
        assert_eq!(clock(&Cell::Time(BroadcastDate::new(1900, 1, 1), 5_400)), Some(91_800));
    }

    #[test]
    fn a_cell_may_say_both_a_date_and_a_time_of_day() {
        let said = |text: &str| {
            moment(&typed(text)).map(|one| {
                let date = one.date.map(|date| date.to_string()).unwrap_or_default();
                (date, one.seconds)
            })
        };
        let first = |seconds| Some(("2024-07-01".to_owned(), seconds));
        for text in [
            "2024-07-01T21:00:00",
            "01.07.2024  21:00",
            "1/7/2024 21.00",
            "2024年7月1日 21:00",
        ] {
            assert_eq!(said(text), first(Some(75_600)), "{text}");
        }
        for text in ["01.07.2024", "01.07.2024 г.", "2024年7月1日 星期一", "2024-07-01 Mon"] {
            assert_eq!(said(text), first(None), "{text}");
        }
        assert_eq!(said("25:30"), Some((String::new(), Some(91_800))));
        for text in [
            "01.07.2024 9 PM",
            "2024-07-01T21:00:00+05:00",
            "01.07.2024 21:75",
            "01.07.2024 - 05.07.2024",
            "soon",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_minutes_and_seconds_however_the_book_took_them() {
        for cell in [
            typed("25:30"),
            typed("0:25:30"),
            Cell::Span(91_800),
            Cell::Time(None, 1_530),
            Cell::Number(25.5),
            typed("25,5 мин"),
        ] {
            assert_eq!(duration(&cell), Some(1_530_000), "{cell:?}");
        }
        for wrong in [
            typed("25:99"),
            typed("long"),
            Cell::Number(0.0),
            Cell::Number(-5.0),
            Cell::Fault("#REF!".to_owned()),
        ] {
            assert_eq!(duration(&wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn dates_in_the_forms_people_write() {
        let first = BroadcastDate::new(2024, 7, 1);
        for text in [
            "2024-07-01",
            "01.07.2024",
            "1/7/2024",
            "2024年7月1日",
            "2024-07-01T21:00:00",
        ] {
            assert_eq!(date(&typed(text)), first, "{text}");
        }
        for text in ["31.02.2024", "07.2024", "1.7.24", "tomorrow"] {
            assert_eq!(date(&typed(text)), None, "{text}");
        }
    }

    #[test]
    fn languages_by_tag_and_by_name_and_nothing_else() {
        let tags = |text: &str| languages(text).map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(tags("KAZ"), Ok(vec!["kk".to_owned()]));
        assert_eq!(tags("Қазақша / русский"), Ok(vec!["kk".to_owned(), "ru".to_owned()]));
        assert_eq!(tags("中文"), Ok(vec!["zh".to_owned()]));
        assert_eq!(tags("zh-Hant"), Ok(vec!["zh-Hant".to_owned()]));
        assert_eq!(tags("kk, Klingon"), Err("Klingon".to_owned()));
        assert_eq!(tags("xx"), Err("xx".to_owned()));
    }
}
