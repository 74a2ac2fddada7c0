//! Schedules as a book for Excel: one row an airing, breaks too, with real dates and with times that go on past midnight. Reports
//! in the same manner, with real numbers and shares.

use std::io::Write;

use arna_domain::time::SECOND;
use arna_domain::{BroadcastDate, Instant};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::WriteError;
use crate::csv::{Heads, is_risky, utc_offset};
use crate::listing::{Listed, Listing};
use crate::table::{Cell, Kind, Table as Report, Words};
use crate::text::carried;

/// The rows of a sheet, the heads among them.
const MOST_ROWS: usize = 1_048_576;
/// The longest text of a cell, in the UTF-16 units that Excel counts.
const LONGEST_TEXT: usize = 32_767;
/// The longest name of a sheet, likewise.
const LONGEST_NAME: usize = 31;
/// The width of the columns, in characters.
const WIDTHS: [f64; 10] = [11.0, 9.0, 9.0, 9.0, 11.0, 44.0, 36.0, 9.0, 26.0, 9.0];

/// Writes a channel's airings as a sheet that is named for the channel; the number of characters dropped that a cell cannot
/// carry. Start and end are the broadcast date's hours, `25:30:00`, as spans of time; a text that would be taken for a formula
/// once somebody edits it is marked as text. Rows go through a temporary file, so a long range takes no more memory; what is
/// packed is held until it is written.
///
/// # Errors
/// `too_many_rows`; what the system refuses.
pub fn write(listing: &Listing, heads: &Heads, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut book = new_book()?;
    let mut table = Table::begun(&mut book, listing.airings.len() + 1)?;
    table
        .sheet
        .set_name(sheet_name(&[&listing.name, listing.channel.as_str()]))?;
    table.heads(&heads.names(), &WIDTHS)?;
    for (row, airing) in (1..).zip(&listing.airings) {
        table.row(row, airing, listing)?;
    }
    let dropped = table.dropped;
    to.write_all(&book.save_to_buffer()?)?;
    Ok(dropped)
}

/// Writes a report as a sheet that is named for it: its rows, then what they come to, then how they are counted. The number of
/// characters dropped that a cell cannot carry.
///
/// # Errors
/// `too_many_rows`; what the system refuses.
pub fn write_report(report: &Report, words: &Words, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut book = new_book()?;
    let rows = report.rows.len() + words.notes.len() + 3;
    let mut table = Table::begun(&mut book, rows)?;
    table.sheet.set_name(sheet_name(&[&words.title]))?;
    let heads: Vec<&str> = words.heads.iter().map(String::as_str).collect();
    let widths: Vec<f64> = report.columns.iter().map(|column| width(column.kind)).collect();
    table.heads(&heads, &widths)?;
    let mut row = 1;
    for cells in &report.rows {
        table.cells(row, cells, words)?;
        row += 1;
    }
    if !report.totals.is_empty() {
        table.be_bold();
        table.cells(row, &report.totals, words)?;
        if report.totals.first() == Some(&Cell::Nothing) {
            table.text(row, 0, &words.total)?;
        }
        row += 1;
    }
    table.plain = Format::new().set_italic();
    for note in &words.notes {
        row += 1;
        table.text(row, 0, note)?;
    }
    let dropped = table.dropped;
    to.write_all(&book.save_to_buffer()?)?;
    Ok(dropped)
}

/// The width of a column of this kind, in characters.
fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Text => 36.0,
        Kind::Word => 18.0,
        Kind::Language => 11.0,
        Kind::Count | Kind::Duration | Kind::Share | Kind::Date | Kind::Clock => 12.0,
    }
}

pub(crate) fn new_book() -> Result<Workbook, WriteError> {
    let mut book = Workbook::new();
    // The time of writing would make each file another one.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

struct Table<'a> {
    sheet: &'a mut Worksheet,
    head: Format,
    date: Format,
    span: Format,
    share: Format,
    plain: Format,
    guarded: Format,
    dropped: usize,
}

impl<'a> Table<'a> {
    /// A sheet of so many rows, the heads among them.
    fn begun(book: &'a mut Workbook, rows: usize) -> Result<Self, WriteError> {
        if rows > MOST_ROWS {
            return Err(WriteError::TooManyRows { rows, most: MOST_ROWS });
        }
        Ok(Self {
            sheet: book.add_worksheet_with_constant_memory()?,
            head: Format::new().set_bold(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            span: Format::new().set_num_format("[h]:mm:ss"),
            share: Format::new().set_num_format("0.0%"),
            plain: Format::new(),
            guarded: Format::new().set_quote_prefix(),
            dropped: 0,
        })
    }

    /// The head row, repeated on every page.
    fn heads(&mut self, names: &[&str], widths: &[f64]) -> Result<(), WriteError> {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        self.sheet.set_freeze_panes(1, 0)?;
        self.sheet.set_repeat_rows(0, 0)?;
        self.sheet.set_landscape().set_paper_size(9);
        for (column, name) in (0..).zip(names) {
            let name = carried(name, &mut self.dropped).into_owned();
            self.sheet.write_string_with_format(0, column, name, &self.head)?;
        }
        Ok(())
    }

    /// Whatever is written from now on is bold.
    fn be_bold(&mut self) {
        for format in [
            &mut self.date,
            &mut self.span,
            &mut self.share,
            &mut self.plain,
            &mut self.guarded,
        ] {
            *format = format.clone().set_bold();
        }
    }

    fn row(&mut self, row: u32, airing: &Listed, listing: &Listing) -> Result<(), WriteError> {
        let clock = &listing.clock;
        let (start, end) = airing.seconds();
        let at = |second: i64| Instant::from_ms(second * SECOND);
        self.date(row, 0, airing.date)?;
        self.span(row, 1, clock.wall_seconds(airing.date, at(start)))?;
        self.span(row, 2, end - start)?;
        self.span(row, 3, clock.wall_seconds(airing.date, at(end)))?;
        self.text(row, 4, &utc_offset(clock.zone.offset_s(at(start))))?;
        self.text(row, 5, airing.title())?;
        self.text(row, 6, airing.episode_title().unwrap_or_default())?;
        self.text(row, 7, airing.spoken.as_ref().map_or("", |spoken| spoken.as_str()))?;
        self.text(row, 8, airing.version.as_ref().map_or("", |id| id.as_str()))?;
        self.text(row, 9, airing.origin.as_str())
    }

    fn cells(&mut self, row: u32, cells: &[Cell], words: &Words) -> Result<(), WriteError> {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Nothing => {}
                Cell::Text(_) | Cell::Word(_) => self.text(row, column, &cell.told(words))?,
                Cell::Count(number) => {
                    let number = *number as f64;
                    self.sheet.write_number_with_format(row, column, number, &self.plain)?;
                }
                Cell::Duration(ms) => self.span(row, column, ms.div_euclid(SECOND))?,
                Cell::Share { whole: 0, .. } => {}
                Cell::Share { part, whole } => {
                    let share = *part as f64 / *whole as f64;
                    self.sheet.write_number_with_format(row, column, share, &self.share)?;
                }
                Cell::Date(date) => self.date(row, column, *date)?,
                Cell::Clock(seconds) => self.span(row, column, *seconds)?,
            }
        }
        Ok(())
    }

    fn date(&mut self, row: u32, column: u16, date: BroadcastDate) -> Result<(), WriteError> {
        let (year, month, day) = date.ymd();
        let parts = u16::try_from(year)
            .ok()
            .zip(u8::try_from(month).ok().zip(u8::try_from(day).ok()));
        match parts.and_then(|(year, (month, day))| ExcelDateTime::from_ymd(year, month, day).ok()) {
            Some(date) => self.sheet.write_datetime_with_format(row, column, &date, &self.date)?,
            // Sheets have no dates before 1900.
            None => self.sheet.write_string(row, column, date.to_string())?,
        };
        Ok(())
    }

    /// A span of time as a part of a day, which is what sheets count in.
    fn span(&mut self, row: u32, column: u16, seconds: i64) -> Result<(), WriteError> {
        let days = seconds as f64 / 86_400.0;
        self.sheet.write_number_with_format(row, column, days, &self.span)?;
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), WriteError> {
        if text.is_empty() {
            return Ok(());
        }
        let carried = carried(text, &mut self.dropped);
        let fitting = fitting(&carried, LONGEST_TEXT);
        self.dropped += carried[fitting.len()..].chars().count();
        let format = if is_risky(fitting) { &self.guarded } else { &self.plain };
        self.sheet.write_string_with_format(row, column, fitting, format)?;
        Ok(())
    }
}

/// The beginning of a text that is no longer than so many UTF-16 units.
fn fitting(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The first of some names that a sheet may be called, as it may be.
fn sheet_name(names: &[&str]) -> String {
    names
        .iter()
        .copied()
        .chain(["Arna"])
        .map(|name| {
            let allowed = carried(name, &mut 0).replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
            fitting(&allowed, LONGEST_NAME)
                .trim_matches(|c: char| c == '\'' || c.is_whitespace())
                .to_owned()
        })
        .find(|name| !name.is_empty() && !name.eq_ignore_ascii_case("history"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_excel_counts() {
        assert_eq!(fitting("Астана", 3), "Аст");
        assert_eq!(fitting("a😀b", 2), "a");
        assert_eq!(fitting("a😀b", 3), "a😀");
        assert_eq!(fitting("", 0), "");
    }
}
