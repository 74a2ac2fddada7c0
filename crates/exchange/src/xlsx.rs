//! Schedules as a book for Excel: one row an airing, breaks too, with real dates and with times that go on past midnight.

use std::io::Write;

use arna_domain::Instant;
use arna_domain::time::SECOND;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use crate::WriteError;
use crate::csv::{Heads, is_risky, utc_offset};
use crate::listing::{Listed, Listing};
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
    let rows = listing.airings.len() + 1;
    if rows > MOST_ROWS {
        return Err(WriteError::TooManyRows { rows, most: MOST_ROWS });
    }
    let mut book = Workbook::new();
    // The time of writing would make each file another one.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut table = Table {
        sheet: book.add_worksheet_with_constant_memory()?,
        head: Format::new().set_bold(),
        date: Format::new().set_num_format("yyyy-mm-dd"),
        span: Format::new().set_num_format("[h]:mm:ss"),
        plain: Format::new(),
        guarded: Format::new().set_quote_prefix(),
        dropped: 0,
    };
    table.sheet.set_name(sheet_name(listing))?;
    for (column, width) in (0..).zip(WIDTHS) {
        table.sheet.set_column_width(column, width)?;
    }
    table.sheet.set_freeze_panes(1, 0)?;
    table.sheet.set_repeat_rows(0, 0)?;
    table.sheet.set_landscape().set_paper_size(9);
    for (column, name) in (0..).zip(heads.names()) {
        let name = carried(name, &mut table.dropped).into_owned();
        table.sheet.write_string_with_format(0, column, name, &table.head)?;
    }
    for (row, airing) in (1..).zip(&listing.airings) {
        table.row(row, airing, listing)?;
    }
    let dropped = table.dropped;
    to.write_all(&book.save_to_buffer()?)?;
    Ok(dropped)
}

struct Table<'a> {
    sheet: &'a mut Worksheet,
    head: Format,
    date: Format,
    span: Format,
    plain: Format,
    guarded: Format,
    dropped: usize,
}

impl Table<'_> {
    fn row(&mut self, row: u32, airing: &Listed, listing: &Listing) -> Result<(), WriteError> {
        let clock = &listing.clock;
        let (start, end) = airing.seconds();
        let at = |second: i64| Instant::from_ms(second * SECOND);
        let (year, month, day) = airing.date.ymd();
        let date = u16::try_from(year)
            .ok()
            .zip(u8::try_from(month).ok().zip(u8::try_from(day).ok()));
        match date.and_then(|(year, (month, day))| ExcelDateTime::from_ymd(year, month, day).ok()) {
            Some(date) => self.sheet.write_datetime_with_format(row, 0, &date, &self.date)?,
            // Sheets have no dates before 1900.
            None => self.sheet.write_string(row, 0, airing.date.to_string())?,
        };
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

/// The channel's name as a sheet may be called.
fn sheet_name(listing: &Listing) -> String {
    [listing.name.as_str(), listing.channel.as_str(), "Arna"]
        .into_iter()
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
