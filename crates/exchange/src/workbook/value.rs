//! What stands in a cell: how it is written, and how it is read.

use arna_domain::time::{GridTime, SECOND, Weekday};
use arna_domain::{BroadcastDate, Language};

use super::columns::{self, Kind, Tongue};
use crate::sheet::{self, Cell};

/// The longest text of a cell, in the UTF-16 units that Excel counts.
const LONGEST_TEXT: usize = 32_767;
/// The first date that spreadsheets tell from an hour of their first days.
const FIRST_REAL_YEAR: i32 = 1950;
/// Seconds of a day.
const DAY_S: i64 = 86_400;

/// What a cell says. There is none for an empty cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A text, or the name of a thing.
    Text(String),
    /// Several names, or several of what else stands in a list.
    List(Vec<String>),
    /// Weekdays.
    Days(Vec<Weekday>),
    /// A number.
    Number(i64),
    /// A date.
    Date(BroadcastDate),
    /// Milliseconds.
    Duration(i64),
    /// A wall clock of a broadcast date.
    Clock(GridTime),
    /// One of few words, as documents say it.
    Word(&'static str),
}

impl Value {
    /// The cell of a book that says it.
    pub fn cell(&self, kind: Kind, tongue: Tongue) -> Cell {
        match self {
            Self::Number(number) => Cell::Number(*number as f64),
            Self::Date(date) if date.ymd().0 >= FIRST_REAL_YEAR => Cell::Time(Some(*date), 0),
            Self::Duration(ms) if ms % SECOND == 0 => Cell::Span(ms / SECOND),
            Self::Clock(time) => Cell::Span(i64::from(time.minutes()) * 60),
            _ => {
                let text = self.text(kind, tongue);
                let fitting = fitting(&text);
                if fitting.is_empty() {
                    Cell::Empty
                } else {
                    Cell::Text(fitting.to_owned())
                }
            }
        }
    }

    /// The text of a table's cell that says it, and that people are told.
    pub fn text(&self, kind: Kind, tongue: Tongue) -> String {
        match self {
            Self::Text(text) if kind == Kind::Name => quoted(text),
            Self::Text(text) => clean(text),
            Self::List(all) if kind == Kind::Names => all.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(", "),
            Self::List(all) => all.join(", "),
            Self::Days(days) => told_days(days, tongue),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Duration(ms) => told_duration(*ms),
            Self::Clock(time) => time.to_string(),
            Self::Word(word) => match kind {
                Kind::Choice(among) => columns::choice(among, word)
                    .map_or(*word, |one| one.said(tongue))
                    .to_owned(),
                _ => (*word).to_owned(),
            },
        }
    }

    /// What a cell of this kind says; `Ok(None)`: nothing.
    ///
    /// # Errors
    /// The code of what is wrong: the message `invalid-workbook_<code>`.
    pub fn read(kind: Kind, cell: &Cell) -> Result<Option<Self>, &'static str> {
        if let Cell::Fault(_) = cell {
            return Err("formula");
        }
        if cell.is_empty() {
            return Ok(None);
        }
        read(kind, cell)
    }

    /// Whether a cell that says this need not change a thing that says the other: a cell carries less than a document does.
    pub fn is_as(kind: Kind, own: Option<&Self>, read: Option<&Self>) -> bool {
        let seen = |cell: &Cell| own.and_then(|_| Self::read(kind, cell).ok().flatten());
        let text = |own: &Self| match own.text(kind, Tongue::En) {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text(text),
        };
        let in_table = own.map(text).unwrap_or_default();
        let in_book = own.map(|own| own.cell(kind, Tongue::En)).unwrap_or_default();
        own == read || seen(&in_table).as_ref() == read || seen(&in_book).as_ref() == read
    }
}

fn read(kind: Kind, cell: &Cell) -> Result<Option<Value>, &'static str> {
    let text = || match cell {
        // A text that looks like a date was made one by the program: what was typed is lost.
        Cell::Time(..) | Cell::Span(_) => Err("date_for_text"),
        _ => Ok(clean(&cell.shown())),
    };
    let said = |code, value: Option<Value>| value.map(Some).ok_or(code);
    match kind {
        Kind::Name => {
            let text = text()?;
            let name = unquoted(&text).ok_or("quotes")?;
            Ok((!name.is_empty()).then_some(Value::Text(name)))
        }
        Kind::Names => {
            let all = names(&text()?).ok_or("quotes")?;
            Ok((!all.is_empty()).then_some(Value::List(all)))
        }
        Kind::Text => {
            let text = text()?;
            Ok((!text.is_empty()).then_some(Value::Text(text)))
        }
        Kind::Number { least, most } => {
            let number = number(cell).filter(|number| (least..=most).contains(number));
            said("number", number.map(Value::Number))
        }
        Kind::Date => said("date", sheet::date(cell).map(Value::Date)),
        Kind::Duration => duration(cell).map(|ms| Some(Value::Duration(ms))),
        Kind::Clock => said("clock", clock(cell).map(Value::Clock)),
        Kind::Choice(among) => {
            let word = columns::choice(among, &text()?).map(|one| Value::Word(one.word));
            said("choice", word)
        }
        Kind::Days => said("days", days(&text()?).map(Value::Days)),
        Kind::Language => said("language", language(&text()?).map(|one| Value::Text(one.to_string()))),
        Kind::Languages => {
            let all = listed(&text()?, |part| language(part).map(|one| one.to_string()));
            said("language", all)
        }
        Kind::RatingHours => {
            let text = text()?;
            let all: Option<Vec<_>> = parts(&text).and_then(|all| all.into_iter().map(rating_hours).collect());
            let mut all = all.ok_or("rating_hours")?;
            all.sort();
            if all.windows(2).any(|two| two[0].0 == two[1].0) {
                return Err("rating_hours");
            }
            Ok(Some(Value::List(all.iter().map(told_rating_hours).collect())))
        }
        Kind::Quotas => {
            let all = listed(&text()?, |part| quota(part).map(|one| told_quota(&one)));
            said("quotas", all)
        }
        Kind::Told => Ok(None),
        Kind::Mark => {
            let text = text()?;
            match columns::choice(columns::YES, &text) {
                Some(one) => Ok((one.word == "yes").then_some(Value::Word("yes"))),
                None if MARKS.contains(&text.to_lowercase().as_str()) => Ok(Some(Value::Word("yes"))),
                None => Err("mark"),
            }
        }
    }
}

fn listed(text: &str, read: impl Fn(&str) -> Option<String>) -> Option<Value> {
    let all: Option<Vec<String>> = parts(text)?.into_iter().map(read).collect();
    all.map(Value::List)
}

/// What people mark a row with, besides `yes`: Latin, Cyrillic and other crosses and ticks.
const MARKS: [&str; 8] = ["x", "х", "×", "✕", "✓", "+", "1", "true"];

/// A text as cells carry it: line breaks stay, other control characters go, and so does white space at its ends.
pub(super) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let carried = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    let kept: String = lines.chars().filter(carried).collect();
    kept.trim_matches(is_blank).to_owned()
}

/// What is taken off the ends of cells when they are read.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\0')
}

/// The beginning of a text that a cell of a book holds.
fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST_TEXT
    });
    end.map_or(text, |(at, _)| text[..at].trim_end_matches(is_blank))
}

/// A name as it stands in a cell: in quotes, as JSON writes texts, where it has signs that divide lists, or that cells do not carry.
pub(super) fn quoted(name: &str) -> String {
    let plain = clean(name) == name
        && !name.is_empty()
        && !name.starts_with('"')
        && !name.contains(LIST_SIGNS)
        && !name.contains('\n');
    if plain {
        return name.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in name.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\u{FFFE}' | '\u{FFFF}' | '\u{feff}' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The name that a cell says; none where its quotes do not end.
fn unquoted(text: &str) -> Option<String> {
    if text.starts_with('"') {
        serde_json::from_str(text).ok()
    } else {
        Some(text.to_owned())
    }
}

/// What divides the names of a list.
const LIST_SIGNS: [char; 5] = [',', ';', '、', '，', '；'];

/// The parts of a list: what signs in quotes divide is one. None where quotes do not end.
fn parts(text: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(divides);
    while !rest.is_empty() {
        let quotes = if rest.starts_with('"') {
            let mut escaped = false;
            let close = rest.char_indices().skip(1).find(|&(_, c)| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            close?.0 + 1
        } else {
            0
        };
        let end = rest[quotes..].find(LIST_SIGNS).map_or(rest.len(), |at| quotes + at);
        found.push(rest[..end].trim_matches(is_blank));
        rest = rest[end..].trim_start_matches(divides);
    }
    Some(found)
}

/// The names of a list; none where quotes do not end.
fn names(text: &str) -> Option<Vec<String>> {
    parts(text)?.into_iter().map(unquoted).collect()
}

fn divides(c: char) -> bool {
    is_blank(c) || LIST_SIGNS.contains(&c)
}

fn language(text: &str) -> Option<Language> {
    sheet::language_named(text).or_else(|| Language::parse(text))
}

fn number(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => Some(*number as i64),
        Cell::Text(text) => text.replace('−', "-").trim().parse().ok(),
        _ => None,
    }
}

/// `0:25:00`, with a fraction where it has one.
fn told_duration(ms: i64) -> String {
    let seconds = ms.div_euclid(SECOND);
    let whole = format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match ms.rem_euclid(SECOND) {
        0 => whole,
        rest => format!("{whole}.{rest:03}"),
    }
}

/// A duration in milliseconds, at most a day: hours, minutes and seconds, or bare minutes. What a spreadsheet holds as a time is what
/// it is. Two parts are refused where they may be hours and minutes as well as minutes and seconds.
fn duration(cell: &Cell) -> Result<i64, &'static str> {
    let ms = match cell {
        Cell::Span(seconds) | Cell::Time(None, seconds) => Some(seconds * SECOND),
        Cell::Text(text) if text.matches(':').count() == 2 => three_parts(text),
        Cell::Text(_) | Cell::Number(_) => sheet::duration(cell),
        _ => None,
    };
    let day = 1..=DAY_S * SECOND;
    let ms = ms.filter(|ms| day.contains(ms)).ok_or("duration")?;
    match cell {
        // As hours and minutes it has sixty times as long.
        Cell::Text(text) if text.matches(':').count() == 1 && day.contains(&(ms * 60)) => Err("duration_parts"),
        _ => Ok(ms),
    }
}

/// `0:25:00`, with a fraction where it has one.
fn three_parts(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let part = |part: &str| -> Option<i64> {
        let part = part.trim();
        let good = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        good.then(|| part.parse().ok())?
    };
    let mut parts = whole.split(':').map(part);
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
    if minutes > 59 || seconds > 59 || fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction: i64 = format!("{fraction:0<3}").parse().ok()?;
    Some(((hours * 60 + minutes) * 60 + seconds) * SECOND + fraction)
}

/// A wall clock to the minute.
fn clock(cell: &Cell) -> Option<GridTime> {
    let seconds = sheet::clock(cell)?;
    let minutes = u32::try_from(seconds / 60).ok().filter(|_| seconds % 60 == 0)?;
    GridTime::from_minutes(minutes)
}

fn told_days(days: &[Weekday], tongue: Tongue) -> String {
    let name = |word: &str| columns::choice(columns::DAYS, word).map_or("", |one| one.said(tongue));
    if days.is_empty() {
        return name("never").to_owned();
    }
    if *days == Weekday::ALL {
        return name("daily").to_owned();
    }
    let names = days.iter().map(|day| name(DAY_WORDS[*day as usize]));
    names.collect::<Vec<_>>().join(", ")
}

const DAY_WORDS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn days(text: &str) -> Option<Vec<Weekday>> {
    let day = |word: &str| Weekday::ALL.into_iter().find(|day| DAY_WORDS[*day as usize] == word);
    match columns::choice(columns::DAYS, text).map(|one| one.word) {
        Some("daily") => return Some(Weekday::all()),
        Some("never") => return Some(Vec::new()),
        _ => {}
    }
    let mut found = Vec::new();
    for part in text.split(|c: char| c.is_whitespace() || c == '/' || c == '+' || LIST_SIGNS.contains(&c)) {
        if part.is_empty() {
            continue;
        }
        let one = |part: &str| columns::choice(columns::DAYS, part.trim_end_matches('.')).and_then(|one| day(one.word));
        match part.split_once(['-', '–']) {
            Some((first, last)) => {
                let (first, last) = (one(first)?, one(last)?);
                found.extend(Weekday::ALL.into_iter().filter(|day| (first..=last).contains(day)));
            }
            None => found.push(one(part)?),
        }
    }
    (!found.is_empty()).then_some(found)
}

/// A rating with the hours in which it may air.
pub(super) fn rating_hours(part: &str) -> Option<(String, (GridTime, GridTime))> {
    let (rating, hours) = part.rsplit_once(char::is_whitespace)?;
    let (from, until) = hours.split_once(['-', '–'])?;
    Some((
        unquoted(rating.trim_matches(is_blank))?,
        (GridTime::parse(from)?, GridTime::parse(until)?),
    ))
}

/// `18+ 23:00-30:00`.
pub(super) fn told_rating_hours((rating, (from, until)): &(String, (GridTime, GridTime))) -> String {
    format!("{} {from}-{until}", quoted(rating))
}

/// A language with the least share that it must reach, in percent.
pub(super) fn quota(part: &str) -> Option<(Language, u8)> {
    let (name, share) = part.rsplit_once(char::is_whitespace)?;
    let share = share.trim_end_matches('%').parse().ok()?;
    Some((language(name.trim().trim_end_matches(':'))?, share))
}

/// `kk 50`.
pub(super) fn told_quota((language, share): &(Language, u8)) -> String {
    format!("{language} {share}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::Field;

    fn typed(field: Field, text: &str) -> Result<Option<Value>, &'static str> {
        Value::read(field.kind(), &Cell::Text(text.to_owned()))
    }

    #[test]
    fn cells_are_read_as_people_type_them() {
        let told = |field: Field, text: &str| {
            typed(field, text).map(|value| value.map(|one| one.text(field.kind(), Tongue::En)).unwrap_or_default())
        };
        for (field, text, is) in [
            (Field::Until, "31.12.2024", "2024-12-31"),
            (Field::Until, "2024年12月31日", "2024-12-31"),
            (Field::Duration, "25:30", "0:25:30"),
            (Field::Duration, "0:10:00", "0:10:00"),
            (Field::Duration, "10:00:00", "10:00:00"),
            (Field::Duration, "0:25:00.04", "0:25:00.040"),
            (Field::Duration, "26 мин", "0:26:00"),
            (Field::Start, "25:30", "25:30"),
            (Field::Days, "пн-пт", "Mon, Tue, Wed, Thu, Fri"),
            (Field::Days, "Mon. / Wed.", "Mon, Wed"),
            (Field::Days, "ежедневно", "Every day"),
            (Field::Fill, "келесі бөлім", "Next episode"),
            (Field::Shared, "да", "Yes"),
            (Field::Language, "Казахский", "kk"),
            (Field::Languages, "kaz; русский", "kk, ru"),
            (Field::Channels, "khabar.kz；cctv4.cn", "khabar.kz, cctv4.cn"),
            (Field::RatingHours, "18+  23:00–30:00", "18+ 23:00-30:00"),
            (Field::Quotas, "kk: 50%, ru 20", "kk 50, ru 20"),
            (Field::Layer, "−2", "-2"),
            (Field::Remove, "Х", "yes"),
            (Field::Remove, "нет", ""),
        ] {
            assert_eq!(told(field, text).as_deref(), Ok(is), "{field:?} {text}");
        }
        for (field, text, code) in [
            (Field::Until, "31.02.2024", "date"),
            (Field::Duration, "25:00:00", "duration"),
            (Field::Duration, "10:00", "duration_parts"),
            (Field::Duration, "24:00", "duration_parts"),
            (Field::Duration, "10:00 мин", "duration_parts"),
            (Field::Duration, "10:75", "duration"),
            (Field::Duration, "soon", "duration"),
            (Field::Start, "48:01", "clock"),
            (Field::Start, "21:00:30", "clock"),
            (Field::Days, "someday", "days"),
            (Field::Fill, "film", "choice"),
            (Field::Number, "-1", "number"),
            (Field::Number, "2.5", "number"),
            (Field::Language, "Klingon", "language"),
            (Field::RatingHours, "18+", "rating_hours"),
            (Field::Quotas, "kk 500", "quotas"),
            (Field::Channels, "\"khabar", "quotes"),
            (Field::Remove, "perhaps", "mark"),
        ] {
            assert_eq!(typed(field, text), Err(code), "{field:?} {text}");
        }
    }

    #[test]
    fn what_a_program_made_of_a_cell_is_not_guessed_at() {
        let read = |field: Field, cell: Cell| Value::read(field.kind(), &cell);
        let january = BroadcastDate::new(2024, 1, 2);
        assert_eq!(read(Field::Id, Cell::Time(january, 0)), Err("date_for_text"));
        assert_eq!(read(Field::Title, Cell::Fault("#REF!".to_owned())), Err("formula"));
        assert_eq!(
            read(Field::HouseNumber, Cell::Number(4711.0)),
            Ok(Some(Value::Text("4711".to_owned())))
        );
        assert_eq!(read(Field::Duration, Cell::Span(91_800)), Err("duration"));
        for own in [Cell::Span(36_000), Cell::Time(None, 36_000)] {
            assert_eq!(read(Field::Duration, own), Ok(Some(Value::Duration(36_000_000))));
        }
        let first = BroadcastDate::new(1900, 1, 1);
        assert_eq!(
            read(Field::Start, Cell::Time(first, 5_400)),
            Ok(GridTime::parse("25:30").map(Value::Clock))
        );
    }

    #[test]
    fn a_name_that_a_list_would_tear_stands_in_quotes() {
        for name in [
            "quotes/3/5.kk",
            "a,b",
            "\"",
            " a ",
            "a\\",
            "\u{feff}x",
            "a\u{fffe}",
            "、",
            "a\nb",
            "«а»",
        ] {
            let all = [name.to_owned(), "b".to_owned()];
            let text = format!("{}, {}", quoted(name), quoted("b"));
            assert_eq!(names(&clean(&text)), Some(all.to_vec()), "{text}");
            assert_eq!(unquoted(&clean(&quoted(name))).as_deref(), Some(name));
        }
    }
}
