//! Schedules as a table for spreadsheets: one row an airing, breaks too. UTF-8 with a byte order mark and semicolons, which
//! Excel opens as it should in Russian and Kazakh settings.

use std::borrow::Cow;
use std::io::Write;

use arna_domain::Instant;
use arna_domain::time::{ChannelClock, SECOND};
use csv::{Terminator, WriterBuilder};

use crate::WriteError;
use crate::listing::{Listed, Listing};
use crate::table::{Cell, Table, Words};
use crate::text::carried;

/// The names of the columns, in the caller's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// The broadcast date: `2024-07-02`.
    pub date: String,
    /// The wall clock at the start, hours counted on past the broadcast date's midnight: `25:30:00`.
    pub start: String,
    /// The duration as it passes, whatever the clock does: `0:25:00`.
    pub duration: String,
    /// The wall clock at the end.
    pub end: String,
    /// How far the channel's clock is ahead of UTC at the start: `UTC+05:00`.
    pub utc_offset: String,
    /// The title.
    pub title: String,
    /// The episode's title.
    pub episode: String,
    /// The language spoken.
    pub language: String,
    /// The version's id.
    pub version: String,
    /// Why it is there, as documents say it: `sequel`.
    pub origin: String,
}

impl Heads {
    /// The names in the order of the columns.
    pub fn names(&self) -> [&str; 10] {
        let Self {
            date,
            start,
            duration,
            end,
            utc_offset,
            title,
            episode,
            language,
            version,
            origin,
        } = self;
        [
            date, start, duration, end, utc_offset, title, episode, language, version, origin,
        ]
        .map(String::as_str)
    }
}

/// Writes a channel's airings; the number of characters dropped that a cell cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn write(listing: &Listing, heads: &Heads, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut rows = begun(to)?;
    let mut dropped = 0;
    put(&mut rows, heads.names(), &mut dropped)?;
    for airing in &listing.airings {
        let Times {
            start,
            duration,
            end,
            utc_offset,
        } = Times::of(airing, &listing.clock);
        let date = airing.date.to_string();
        let row = [
            date.as_str(),
            &start,
            &duration,
            &end,
            &utc_offset,
            airing.title(),
            airing.episode_title().unwrap_or_default(),
            airing.spoken.as_ref().map_or("", |spoken| spoken.as_str()),
            airing.version.as_ref().map_or("", |id| id.as_str()),
            airing.origin.as_str(),
        ];
        put(&mut rows, row, &mut dropped)?;
    }
    rows.flush()?;
    Ok(dropped)
}

/// Writes any table in the same manner; the number of characters dropped that a cell cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn table(heads: &[String], lines: &[Vec<String>], to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut dropped = 0;
    let mut rows = begun(to)?;
    for cells in std::iter::once(heads).chain(lines.iter().map(Vec::as_slice)) {
        put(&mut rows, cells.iter().map(String::as_str), &mut dropped)?;
    }
    rows.flush()?;
    Ok(dropped)
}

/// A cell as a spreadsheet takes it for text: what it would take for a formula gets an apostrophe before it, and so does what
/// would be taken for such a guard on reading.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_risky(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The text of a cell that [`guarded`] may have changed.
pub fn restored(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_risky(text)).unwrap_or(cell)
}

/// Whether a spreadsheet would take a cell for a formula, or for a guard against one.
pub(crate) fn is_risky(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

type Rows<'a> = csv::Writer<&'a mut dyn Write>;

fn begun(to: &mut dyn Write) -> Result<Rows<'_>, WriteError> {
    to.write_all("\u{FEFF}".as_bytes())?;
    Ok(WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer(to))
}

fn put<'a>(
    rows: &mut Rows<'_>,
    cells: impl IntoIterator<Item = &'a str>,
    dropped: &mut usize,
) -> Result<(), WriteError> {
    let cells = cells
        .into_iter()
        .map(|cell| guarded(&carried(cell, dropped)).into_owned());
    rows.write_record(cells).map_err(|error| WriteError::Io(error.into()))
}

/// Writes a table of any rows, as schedules are written. Whole numbers are no formulas, below 0 either.
///
/// # Errors
/// What the system refuses.
pub fn write_rows(heads: &[String], table: &[Vec<String>], to: &mut dyn Write) -> Result<(), WriteError> {
    to.write_all("\u{FEFF}".as_bytes())?;
    let mut rows = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer(to);
    let mut dropped = 0;
    for row in std::iter::once(heads).chain(table.iter().map(Vec::as_slice)) {
        let cells = row.iter().map(|cell| match cell.parse::<i64>() {
            Ok(number) => number.to_string(),
            Err(_) => guarded(&carried(cell, &mut dropped)).into_owned(),
        });
        rows.write_record(cells).map_err(|error| WriteError::Io(error.into()))?;
    }
    rows.flush()?;
    Ok(())
}

/// Writes a report's rows, to reckon with: no totals, no notes. The number of characters dropped that a cell cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn write_report(report: &Table, words: &Words, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut rows = begun(to)?;
    let mut dropped = 0;
    put(&mut rows, words.heads.iter().map(String::as_str), &mut dropped)?;
    for row in &report.rows {
        let cells = row.iter().map(|cell| {
            let told = cell.told(words);
            match cell {
                // A number below 0 is no formula.
                Cell::Count(_) => told,
                _ => guarded(&carried(&told, &mut dropped)).into_owned(),
            }
        });
        rows.write_record(cells).map_err(|error| WriteError::Io(error.into()))?;
    }
    rows.flush()?;
    Ok(dropped)
}

/// An airing's times as cells, all to the second.
struct Times {
    start: String,
    duration: String,
    end: String,
    utc_offset: String,
}

impl Times {
    fn of(airing: &Listed, clock: &ChannelClock) -> Self {
        let (start, end) = airing.seconds();
        let at = |second: i64| Instant::from_ms(second * SECOND);
        let lasts = end - start;
        Self {
            start: clock.wall_text(airing.date, at(start)),
            duration: format!("{}:{:02}:{:02}", lasts / 3600, lasts / 60 % 60, lasts % 60),
            end: clock.wall_text(airing.date, at(end)),
            utc_offset: utc_offset(clock.zone.offset_s(at(start))),
        }
    }
}

/// `UTC+05:00`: the letters keep spreadsheets from reading a time or a formula.
pub(crate) fn utc_offset(offset_s: i32) -> String {
    let (sign, minutes) = (if offset_s < 0 { '-' } else { '+' }, offset_s.unsigned_abs() / 60);
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_reads_back_as_it_was() {
        for risky in ["=1+1", "+7 727", "-", "@sum", "\ttab", "\rcr", "'=1", "''-1"] {
            assert_eq!(guarded(risky), format!("'{risky}"));
            assert_eq!(restored(&guarded(risky)), risky);
        }
        for harmless in ["", "'", "'kk' or 'ru'", "25:30:00", "Астана", " =1"] {
            assert_eq!(guarded(harmless), harmless);
            assert_eq!(restored(harmless), harmless);
        }
    }
}
