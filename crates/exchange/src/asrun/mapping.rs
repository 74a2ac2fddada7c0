//! How a sender writes its logs: a small document, `arna-asrun/1`, saved once and read with ever after. `docs/ASRUN.md`
//! describes it.

use std::collections::BTreeMap;

use arna_domain::{FrameRate, GridTime, Values, values};
use serde::{Deserialize, Serialize};

use super::cells::DatePattern;
use crate::{ReadError, json};

/// The form of the document.
pub const FORMAT: &str = "arna-asrun/1";

/// How a log is to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The document's form.
    pub format: Format,
    /// Whose logs it reads, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What a row is.
    pub rows: Rows,
    /// How letters are coded, by its name on the web; else the file's mark or head says it, else it is UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Lines before anything is read.
    #[serde(default)]
    pub skip_lines: u32,
    /// Lines that say something of the whole log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// Where what stands; BXF says it itself.
    #[serde(default)]
    pub columns: Columns,
    /// Where dates come from.
    pub date: Dates,
    /// The zone of its times; else the channel's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What the log calls channels, by their ids; a channel's own id, the id's beginning and its name are known anyhow.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub channels: BTreeMap<String, Vec<String>>,
    /// How starts and ends are written.
    #[serde(default)]
    pub times: Times,
    /// How durations are written; else as times are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lengths: Option<Times>,
    /// What an end column tells.
    #[serde(default)]
    pub ends: Ends,
    /// Milliseconds that a duration is short of the time on air.
    #[serde(default)]
    pub lengths_short_by_ms: u32,
    /// The words of the status column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Rows that tell of no programme: promos, breaks, marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<Ignored>,
    /// Rows of the same thing that follow each other within so many seconds are its parts, and one airing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts_within_s: Option<u32>,
}

/// The document's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// `arna-asrun/1`.
    #[serde(rename = "arna-asrun/1")]
    One,
}

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// A line whose cells a sign divides.
    Delimited(Delimited),
    /// A line whose cells stand at fixed places.
    Fixed(Fixed),
    /// A `BasicAsRun` of a BXF message.
    Bxf(Bxf),
}

/// Lines whose cells a sign divides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delimited {
    /// The sign.
    pub delimiter: String,
    /// What a cell with that sign in it stands between; empty: nothing.
    #[serde(default = "quote")]
    pub quote: String,
    /// Whether the first row names the columns.
    #[serde(default)]
    pub heads: bool,
}

fn quote() -> String {
    "\"".to_owned()
}

/// Lines whose cells stand at fixed places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixed {}

/// A BXF message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bxf {}

/// Lines that say something of the whole log: `% Date: 04.07.2024`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// What such lines begin with.
    pub begins: String,
    /// The word before the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The word before the encoding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The word before the hour at which the day begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pivot: Option<String>,
    /// The word before the channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

/// Where what stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Columns {
    /// The date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Column>,
    /// The start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Column>,
    /// The end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Column>,
    /// The duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Column>,
    /// The house number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub house_number: Option<Column>,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Column>,
    /// The episode's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub episode: Option<Column>,
    /// The channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Column>,
    /// Whether it aired.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Column>,
}

/// A place in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Column {
    /// The cell under this head.
    Head(String),
    /// The cell of this number, from 1.
    Number(u32),
    /// The characters from this one to that, from 1, both included.
    Span(u32, u32),
}

/// Where dates come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// Where.
    pub from: DateFrom,
    /// How they are written: `DD.MM.YYYY`, `YYYYMMDD`.
    #[serde(default = "date_form")]
    pub form: String,
    /// Which date stands there.
    #[serde(default)]
    pub is: DateIs,
    /// The hour at which the broadcast day begins in the log; else the channel's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pivot: Option<GridTime>,
}

fn date_form() -> String {
    "YYYY-MM-DD".to_owned()
}

/// Where a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateFrom {
    /// In a column of its own; BXF: beside the time.
    Column,
    /// Before the time, in the start's cell.
    Start,
    /// In the head.
    Head,
    /// In the file's name.
    FileName,
    /// Nowhere: whoever reads the log says it.
    Asked,
}

impl DateFrom {
    /// Whether every row has its own.
    pub fn is_of_rows(self) -> bool {
        matches!(self, Self::Column | Self::Start)
    }
}

/// Which date it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateIs {
    /// The calendar's: 01:30 stands beside the next day's date, or 25:30 beside this one's. Under one date for the whole log
    /// a time that goes back by half a day is the next day's, channel by channel. A channel that aired in a night only is of the
    /// next day, too, where the log's first row begins a broadcast day or is half a day later.
    #[default]
    Calendar,
    /// The broadcast date: 01:30 beside it is of the next calendar day, where the day begins at 06:00.
    Broadcast,
}

/// How times are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// The form.
    #[serde(default)]
    pub form: TimeForm,
    /// Frames a second, where there are some: 24, 25, 29.97, 30, 59.94.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
}

/// The form of a time. Hours may go on past 23.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeForm {
    /// `21:00`, `21:00:05`, `21:00:05.250`.
    #[default]
    Clock,
    /// `21:00:05:12`, `21:00:05;12`.
    Frames,
    /// `210005`.
    Digits,
    /// `21000512`: the last two are frames.
    DigitFrames,
    /// Seconds; of a time, after midnight.
    Seconds,
    /// Milliseconds; of a time, after midnight.
    Milliseconds,
}

impl TimeForm {
    fn has_frames(self) -> bool {
        matches!(self, Self::Frames | Self::DigitFrames)
    }
}

impl Times {
    /// The rate of frames; 25 where none is said, as everybody in a house has the same.
    pub(super) fn rate(&self) -> FrameRate {
        self.rate
            .as_deref()
            .and_then(FrameRate::parse)
            .unwrap_or(FrameRate::Fps25)
    }

    /// What the last unit of a time is long, in milliseconds.
    pub(super) fn unit_ms(&self) -> i64 {
        match self.form {
            TimeForm::Frames | TimeForm::DigitFrames => self.rate().ms(1),
            TimeForm::Milliseconds => 1,
            TimeForm::Clock | TimeForm::Digits | TimeForm::Seconds => 1_000,
        }
    }
}

/// What an end column tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// When it was over.
    #[default]
    Exclusive,
    /// The last second, or frame, that was on air.
    Inclusive,
}

/// The words of a status column, in any case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// It aired. An empty word stands for an empty cell.
    pub aired: Vec<String>,
    /// It did not.
    #[serde(default)]
    pub not_aired: Vec<String>,
}

/// Rows that tell of no programme: all that is said of them holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ignored {
    /// The cell that says so. BXF: `type`, `status`, `house_number` or `title`.
    pub column: Column,
    /// It is one of these, in any case. An empty word stands for an empty cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<String>,
    /// It begins with one of these, in any case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub begins: Vec<String>,
}

/// The mapping of a document.
///
/// # Errors
/// The first thing in it that is not as the form asks, with path, line and column; what contradicts itself, with its path:
/// `mapping_missing`, `mapping_value`, `unknown_encoding`.
pub fn read(text: &[u8]) -> Result<Mapping, ReadError> {
    let mapping: Mapping = json::read(text, FORMAT)?;
    mapping.check()?;
    Ok(mapping)
}

fn wrong(path: &str, code: &'static str, values: Values) -> ReadError {
    ReadError {
        path: path.to_owned(),
        line: 0,
        column: 0,
        code,
        values,
    }
}

fn missing(path: &str) -> ReadError {
    wrong(path, "mapping_missing", values! {})
}

fn value(path: &str, found: &str, wanted: &'static str) -> ReadError {
    wrong(path, "mapping_value", values! { "found" => found, "wanted" => wanted })
}

impl Columns {
    /// All of them, with their names.
    pub(super) fn named(&self) -> [(&'static str, Option<&Column>); 9] {
        [
            ("date", self.date.as_ref()),
            ("start", self.start.as_ref()),
            ("end", self.end.as_ref()),
            ("duration", self.duration.as_ref()),
            ("house_number", self.house_number.as_ref()),
            ("title", self.title.as_ref()),
            ("episode", self.episode.as_ref()),
            ("channel", self.channel.as_ref()),
            ("status", self.status.as_ref()),
        ]
    }
}

impl Mapping {
    /// What contradicts itself.
    fn check(&self) -> Result<(), ReadError> {
        if let Some(name) = &self.encoding
            && encoding_rs::Encoding::for_label(name.as_bytes()).is_none()
        {
            return Err(wrong("encoding", "unknown_encoding", values! { "encoding" => name }));
        }
        self.check_times("times", &self.times)?;
        if let Some(lengths) = &self.lengths {
            self.check_times("lengths", lengths)?;
        }
        if DatePattern::of(&self.date.form).is_none() {
            return Err(value("date.form", &self.date.form, "date_form"));
        }
        if self.date.pivot.is_some_and(|pivot| pivot.minutes() >= 1_440) {
            return Err(value("date.pivot", "", "pivot"));
        }
        if let Some(head) = &self.head
            && head.begins.is_empty()
        {
            return Err(missing("head.begins"));
        }
        if self.date.from == DateFrom::Head && self.head.as_ref().is_none_or(|head| head.date.is_none()) {
            return Err(missing("head.date"));
        }
        match &self.rows {
            Rows::Bxf(_) => self.check_bxf(),
            Rows::Delimited(rows) => {
                let one = |path: &str, text: &str| {
                    let is_one = text.len() == 1 && text.is_ascii() && !matches!(text, "\n" | "\r");
                    if is_one { Ok(()) } else { Err(value(path, text, "sign")) }
                };
                one("rows.delimited.delimiter", &rows.delimiter)?;
                if !rows.quote.is_empty() {
                    one("rows.delimited.quote", &rows.quote)?;
                }
                self.check_columns()
            }
            Rows::Fixed(_) => self.check_columns(),
        }
    }

    fn check_times(&self, path: &str, times: &Times) -> Result<(), ReadError> {
        if let Some(rate) = &times.rate {
            let path = format!("{path}.rate");
            if !times.form.has_frames() || FrameRate::parse(rate).is_none() {
                return Err(value(&path, rate, "rate"));
            }
        }
        Ok(())
    }

    fn check_columns(&self) -> Result<(), ReadError> {
        let columns = &self.columns;
        if columns.start.is_none() {
            return Err(missing("columns.start"));
        }
        if columns.house_number.is_none() && columns.title.is_none() {
            return Err(missing("columns.title"));
        }
        if self.date.from == DateFrom::Column && columns.date.is_none() {
            return Err(missing("columns.date"));
        }
        if self.status.is_some() != columns.status.is_some() {
            return Err(missing(if self.status.is_some() {
                "columns.status"
            } else {
                "status"
            }));
        }
        for (name, column) in columns.named() {
            if let Some(column) = column {
                self.check_column(&format!("columns.{name}"), column)?;
            }
        }
        for (at, ignored) in self.ignore.iter().enumerate() {
            self.check_ignored(at, ignored)?;
            self.check_column(&format!("ignore[{at}].column"), &ignored.column)?;
        }
        Ok(())
    }

    fn check_ignored(&self, at: usize, ignored: &Ignored) -> Result<(), ReadError> {
        if ignored.is.is_empty() && ignored.begins.is_empty() {
            return Err(missing(&format!("ignore[{at}].is")));
        }
        if ignored.begins.iter().any(String::is_empty) {
            return Err(value(&format!("ignore[{at}].begins"), "", "word"));
        }
        Ok(())
    }

    fn check_column(&self, path: &str, column: &Column) -> Result<(), ReadError> {
        let good = match (&self.rows, column) {
            (Rows::Delimited(rows), Column::Head(head)) => rows.heads && !head.trim().is_empty(),
            (Rows::Delimited(_), Column::Number(number)) => (1..=1_000).contains(number),
            (Rows::Fixed(_), Column::Span(from, to)) => 1 <= *from && from <= to && *to <= 65_536,
            _ => false,
        };
        let shown = || match column {
            Column::Head(head) => head.clone(),
            Column::Number(number) => number.to_string(),
            Column::Span(from, to) => format!("[{from}, {to}]"),
        };
        let wanted = match &self.rows {
            Rows::Delimited(rows) if rows.heads => "head_or_number",
            Rows::Delimited(_) => "number",
            _ => "span",
        };
        if good {
            Ok(())
        } else {
            Err(value(path, &shown(), wanted))
        }
    }

    fn check_bxf(&self) -> Result<(), ReadError> {
        if let Some((name, _)) = self.columns.named().iter().find(|(_, column)| column.is_some()) {
            return Err(value(&format!("columns.{name}"), name, "nothing"));
        }
        if self.date.from != DateFrom::Column {
            return Err(value("date.from", "", "column"));
        }
        for (at, ignored) in self.ignore.iter().enumerate() {
            self.check_ignored(at, ignored)?;
            let known = ["type", "status", "house_number", "title"];
            match &ignored.column {
                Column::Head(name) if known.contains(&name.as_str()) => {}
                _ => return Err(value(&format!("ignore[{at}].column"), "", "bxf_field")),
            }
        }
        Ok(())
    }
}
