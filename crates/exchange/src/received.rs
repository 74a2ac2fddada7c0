//! What another's file says is on air: airings with their place in the file, and remarks on what could not be taken as it
//! stands. Nothing of a station changes by reading.

use std::collections::{HashMap, HashSet};

use arna_domain::time::{DAY, LocalTime, MINUTE, Zone};
use arna_domain::{BroadcastDate, GridTime, Instant, Origin, Values};

use crate::listing::Text;

/// The most airings that are taken of one file.
pub const MOST_AIRINGS: usize = 2_000_000;
/// The most remarks that are kept of one file; the rest is counted.
pub const MOST_REMARKS: usize = 1_000;
/// The longest text that is taken, in characters.
pub const LONGEST_TEXT: usize = 10_000;

/// When a clock shows so many milliseconds after a date's midnight, which may be more than a day or below 0.
pub(crate) fn shown(zone: &Zone, date: BroadcastDate, ms: i64) -> LocalTime {
    let (date, ms) = (date.plus_days(ms.div_euclid(DAY)), ms.rem_euclid(DAY));
    let minute = GridTime::at_most(u32::try_from(ms / MINUTE).unwrap_or_default());
    let rest = ms % MINUTE;
    match zone.resolve(date, minute) {
        LocalTime::Once(at) => LocalTime::Once(at + rest),
        LocalTime::Twice(first, second) => LocalTime::Twice(first + rest, second + rest),
        LocalTime::Skipped(at) => LocalTime::Skipped(at),
    }
}

/// A file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// Channels that the file describes.
    pub channels: Vec<ReceivedChannel>,
    /// What is on air, in the file's order.
    pub airings: Vec<ReceivedAiring>,
    /// What could not be taken as it stands.
    pub remarks: Vec<Remark>,
    /// Remarks beyond [`MOST_REMARKS`].
    pub further_remarks: usize,
}

/// A channel as a file calls it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceivedChannel {
    /// Its id there.
    pub id: String,
    /// Its names.
    pub names: Vec<Text>,
}

/// Something on air.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedAiring {
    /// The channel's id in the file; empty where it names none.
    pub channel: String,
    /// The broadcast date, where the file says one.
    pub date: Option<BroadcastDate>,
    /// When it starts.
    pub start: Instant,
    /// When it ends.
    pub end: Instant,
    /// Its titles; the first is the one that stood first.
    pub titles: Vec<Text>,
    /// The episode's titles.
    pub episode_titles: Vec<Text>,
    /// What it is about.
    pub synopses: Vec<Text>,
    /// The season and the episode, as viewers count.
    pub number: (Option<u32>, Option<u32>),
    /// The segment of a programme that is aired in parts, from 1.
    pub segment: Option<u32>,
    /// The house number.
    pub house_number: Option<String>,
    /// The version's id, where the file knows ours.
    pub version: Option<String>,
    /// The media file.
    pub media: Option<String>,
    /// The language spoken, as the file says it.
    pub spoken: Option<String>,
    /// Why it is there, where the file says so.
    pub origin: Option<Origin>,
    /// Where it stands.
    pub at: At,
}

impl ReceivedAiring {
    /// Its first title.
    pub fn title(&self) -> &str {
        self.titles.first().map_or("", |title| &title.text)
    }
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// A line, from 1.
    Line(usize),
    /// A place in a line: a cell's number, or a character's, from 1.
    Field {
        /// The line.
        line: usize,
        /// The cell or character.
        column: usize,
    },
    /// A cell: its sheet's name, its row and column from 0. A table has one sheet without a name.
    Cell {
        /// The sheet.
        sheet: String,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// An entry of a broadcast date's playlist, from 0.
    Entry {
        /// The date.
        date: BroadcastDate,
        /// The entry.
        number: usize,
    },
}

impl At {
    /// The line, from 1; 0 where there is none.
    pub(crate) fn line(&self) -> usize {
        match self {
            Self::Line(line) | Self::Field { line, .. } => *line,
            Self::Cell { .. } | Self::Entry { .. } => 0,
        }
    }

    /// `12`, `12:3`, `C4`, `Khabar!C4`, `2024-07-04 program[3]`.
    pub fn shown(&self) -> String {
        match self {
            Self::Line(line) => line.to_string(),
            Self::Field { line, column } => format!("{line}:{column}"),
            Self::Entry { date, number } => format!("{date} program[{number}]"),
            Self::Cell { sheet, row, column } => {
                let mut letters = String::new();
                let mut left = column + 1;
                while left > 0 {
                    letters.insert(0, char::from(b'A' + ((left - 1) % 26) as u8));
                    left = (left - 1) / 26;
                }
                let between = if sheet.is_empty() { "" } else { "!" };
                format!("{sheet}{between}{letters}{}", row + 1)
            }
        }
    }
}

/// Something that could not be taken as it stands: the message `received-<code>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// What.
    pub code: &'static str,
    /// Where; the first place where it is said once for all.
    pub at: At,
    /// With what values.
    pub values: Values,
}

impl Received {
    pub(crate) fn remark(&mut self, code: &'static str, at: At, values: Values) {
        if self.remarks.len() < MOST_REMARKS {
            self.remarks.push(Remark { code, at, values });
        } else {
            self.further_remarks += 1;
        }
    }
}

/// Something that is said once, with how often it was met and where first.
#[derive(Default)]
pub(crate) struct Tally(Option<(At, usize)>);

impl Tally {
    pub(crate) fn met(&mut self, at: impl FnOnce() -> At) {
        match &mut self.0 {
            Some((_, count)) => *count += 1,
            None => self.0 = Some((at(), 1)),
        }
    }

    /// What is to be said, if it was met at all.
    pub(crate) fn said(self, code: &'static str) -> Option<Remark> {
        let (at, count) = self.0?;
        let values = arna_domain::values! { "count" => count };
        Some(Remark { code, at, values })
    }

    pub(crate) fn say(self, code: &'static str, received: &mut Received) {
        if let Some(remark) = self.said(code) {
            // What holds for all of a file is worth more than its thousandth single remark.
            received.remarks.insert(0, remark);
        }
    }
}

/// Ends what has none where the next on its channel starts; what nothing follows is left out, and said.
pub(crate) fn end_at_next(received: &mut Received, open: &[usize], ends: &mut Tally) {
    if open.is_empty() {
        return;
    }
    let mut starts: HashMap<&str, Vec<Instant>> = HashMap::new();
    for airing in &received.airings {
        starts.entry(&airing.channel).or_default().push(airing.start);
    }
    starts.values_mut().for_each(|own| own.sort_unstable());
    let next_of = |airing: &ReceivedAiring| {
        let own = starts.get(airing.channel.as_str())?;
        own.get(own.partition_point(|start| *start <= airing.start)).copied()
    };
    let next: Vec<Option<Instant>> = open.iter().map(|at| next_of(&received.airings[*at])).collect();
    let mut left_out = HashSet::new();
    for (at, next) in open.iter().zip(next) {
        let airing = &mut received.airings[*at];
        match next {
            Some(next) => {
                airing.end = next;
                ends.met(|| airing.at.clone());
            }
            None => {
                left_out.insert(*at);
            }
        }
    }
    let mut number = 0..;
    let (left_out, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut received.airings)
        .into_iter()
        .partition(|_| number.next().is_some_and(|number: usize| left_out.contains(&number)));
    received.airings = kept;
    for airing in left_out {
        let values = arna_domain::values! { "title" => airing.title() };
        received.remark("end_unknown", airing.at, values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_spreadsheets_call_them() {
        let cell = |sheet: &str, row, column| {
            At::Cell {
                sheet: sheet.to_owned(),
                row,
                column,
            }
            .shown()
        };
        assert_eq!(cell("", 0, 0), "A1");
        assert_eq!(cell("Хабар", 3, 25), "Хабар!Z4");
        assert_eq!(cell("", 9, 26), "AA10");
        assert_eq!(cell("", 9, 701), "ZZ10");
        assert_eq!(cell("", 9, 702), "AAA10");
    }
}
