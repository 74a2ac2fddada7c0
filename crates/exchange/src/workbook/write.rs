//! Writing a workbook: a book with a sheet for each kind of thing, or each sheet as a table.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use arna_domain::{Language, Station};
use csv::{Terminator, WriterBuilder};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet,
};

use super::about::Names;
use super::columns::{self, Column, Field, Kind, Table, Tongue};
use super::noun::{Noun, nouns};
use super::value::{Value, clean};
use crate::WriteError;
use crate::csv::{guarded, is_risky};
use crate::sheet::Cell;
use crate::xlsx::new_book;

/// The rows of a sheet, the heads among them.
const MOST_ROWS: usize = 1_048_576;
/// Empty rows below those written in which new ones find their lists of words.
const ROOM: u32 = 1_000;
/// The languages that every workbook has columns for.
const USUAL: [&str; 4] = ["en", "kk", "ru", "zh"];
/// The heads of the sheet that explains the others.
const GUIDE_HEADS: [[&str; 4]; 4] = [
    ["Sheet", "Парақ", "Лист", "工作表"],
    ["Column", "Баған", "Столбец", "列"],
    ["What stands there", "Онда не тұрады", "Что там стоит", "内容"],
    ["One of these words", "Мына сөздердің бірі", "Одно из слов", "可选的词"],
];

/// What a workbook says around its facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The language of heads and words.
    pub tongue: Tongue,
    /// How the workbook is used, a sentence a row.
    pub notes: Vec<String>,
    /// What stands in a column, by the field's word.
    pub columns: BTreeMap<String, String>,
}

/// A sheet's columns and rows.
struct Rows {
    columns: Vec<Column>,
    rows: Vec<Vec<Option<Value>>>,
}

/// Writes every sheet as a book, the one that explains them first; how many characters were left out that cells cannot carry.
///
/// # Errors
/// `too_many_rows`; what the system refuses.
pub fn write_book(station: &Station, words: &Words, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut book = new_book()?;
    let style = Style::new();
    guide(&mut book, words, &style)?;
    let mut dropped = 0;
    for table in Table::ALL {
        let rows = rows(station, table, words.tongue);
        if rows.rows.len() >= MOST_ROWS {
            let rows = rows.rows.len() + 1;
            return Err(WriteError::TooManyRows { rows, most: MOST_ROWS });
        }
        let sheet = book.add_worksheet_with_constant_memory()?;
        sheet.set_name(table.name(words.tongue))?;
        write_sheet(sheet, &rows, words.tongue, &style)?;
        dropped += lost(&rows);
    }
    to.write_all(&book.save_to_buffer()?)?;
    Ok(dropped)
}

/// Writes one sheet as a table; how many characters were left out that cells cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn write_table(station: &Station, table: Table, tongue: Tongue, to: &mut dyn Write) -> Result<usize, WriteError> {
    to.write_all("\u{FEFF}".as_bytes())?;
    let mut lines = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer(to);
    let rows = rows(station, table, tongue);
    let heads = rows.columns.iter().map(|column| column.head(tongue));
    lines
        .write_record(heads)
        .map_err(|error| WriteError::Io(error.into()))?;
    for row in &rows.rows {
        let cells = rows.columns.iter().zip(row).map(|(column, value)| match value {
            None => String::new(),
            // A number below 0 is no formula.
            Some(Value::Number(number)) => number.to_string(),
            Some(value) => guarded(&value.text(column.field.kind(), tongue)).into_owned(),
        });
        lines
            .write_record(cells)
            .map_err(|error| WriteError::Io(error.into()))?;
    }
    lines.flush()?;
    Ok(lost(&rows))
}

/// How many characters of texts no cell carries.
fn lost(rows: &Rows) -> usize {
    let texts = rows.rows.iter().flat_map(|row| row.iter().zip(&rows.columns));
    let texts = texts.filter_map(|(value, column)| match value {
        Some(Value::Text(text)) if column.field.kind() == Kind::Text => Some(text),
        _ => None,
    });
    let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    texts
        .map(|text| count(text) - count(&clean(text)).min(count(text)))
        .sum()
}

fn rows(station: &Station, table: Table, tongue: Tongue) -> Rows {
    let languages = languages(station);
    let by_language = |field: Field| -> Vec<Column> {
        if !field.is_by_language() {
            return vec![field.into()];
        }
        let column = |language: &Language| Column {
            field,
            language: Some(language.clone()),
        };
        languages.iter().map(column).collect()
    };
    let columns: Vec<Column> = table.fields().iter().copied().flat_map(by_language).collect();
    let names = Names::of(station, tongue);
    let row = |(noun, place): (Noun, i64)| {
        let mut cells = noun.cells();
        cells.insert(Field::About.into(), Value::Text(names.about(&noun)));
        if place > 0 {
            cells.insert(Field::Place.into(), Value::Number(place));
        }
        columns.iter().map(|column| cells.remove(column)).collect()
    };
    Rows {
        rows: nouns(station, table).into_iter().map(row).collect(),
        columns,
    }
}

/// The languages of a station's texts after the usual ones.
fn languages(station: &Station) -> Vec<Language> {
    let seasons = || station.programmes.iter().flat_map(|one| &one.seasons);
    let episodes = || seasons().flat_map(|one| &one.episodes);
    let texts = station.programmes.iter().flat_map(|one| [&one.title, &one.synopsis]);
    let texts = texts.chain(seasons().map(|one| &one.title));
    let texts = texts.chain(episodes().flat_map(|one| [&one.title, &one.synopsis]));
    let mut found: BTreeSet<Language> = texts.flat_map(|words| words.0.keys().cloned()).collect();
    let mut all = Vec::new();
    for tag in USUAL {
        all.extend(Language::parse(tag));
        found.retain(|one| one.as_str() != tag);
    }
    all.extend(found);
    all
}

/// How cells look.
struct Style {
    head: Format,
    text: Format,
    wrapped: Format,
    guarded: Format,
    told: Format,
    number: Format,
    date: Format,
    duration: Format,
    clock: Format,
    bold: Format,
}

impl Style {
    fn new() -> Self {
        let own = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: own()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E3_ECEF))
                .set_border_bottom(FormatBorder::Thin),
            // As text a cell stays what was typed: 1/2 is no date, 007 no number.
            text: own().set_num_format("@"),
            wrapped: own().set_num_format("@").set_text_wrap(),
            guarded: own().set_num_format("@").set_quote_prefix(),
            told: own().set_italic().set_font_color(Color::RGB(0x006B_7780)),
            number: own().set_num_format("0"),
            date: own().set_num_format("yyyy-mm-dd"),
            duration: own().set_num_format("[h]:mm:ss"),
            clock: own().set_num_format("[h]:mm"),
            bold: own().set_bold(),
        }
    }

    fn of(&self, field: Field) -> &Format {
        match field.kind() {
            Kind::Number { .. } => &self.number,
            Kind::Date => &self.date,
            Kind::Duration => &self.duration,
            Kind::Clock => &self.clock,
            Kind::Told => &self.told,
            _ if field == Field::Synopsis => &self.wrapped,
            _ => &self.text,
        }
    }
}

/// The width of a column, in characters.
fn width(field: Field) -> f64 {
    match field {
        Field::Synopsis => 48.0,
        Field::Title | Field::About | Field::HoldTitle => 34.0,
        Field::Id | Field::Media | Field::Programme | Field::Season | Field::Episode | Field::Repeats => 24.0,
        Field::Channels | Field::Tags | Field::Places | Field::Quotations | Field::Partners => 24.0,
        Field::PoolProgrammes | Field::PoolKinds | Field::PoolTags | Field::Days | Field::RatingHours => 22.0,
        Field::Fill | Field::Then | Field::Zone | Field::Name | Field::Channel | Field::Quotas => 18.0,
        _ => 13.0,
    }
}

fn write_sheet(sheet: &mut Worksheet, rows: &Rows, tongue: Tongue, style: &Style) -> Result<(), WriteError> {
    let last_row = u32::try_from(rows.rows.len()).unwrap_or(u32::MAX).min(1_000_000);
    for (at, column) in (0..).zip(&rows.columns) {
        sheet.set_column_width(at, width(column.field))?;
        sheet.set_column_format(at, style.of(column.field))?;
        if let Some(words) = words_of(column.field, tongue) {
            sheet.add_data_validation(1, at, last_row + ROOM, at, &words)?;
        }
    }
    let last_column = u16::try_from(rows.columns.len().saturating_sub(1)).unwrap_or_default();
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.autofilter(0, 0, last_row.max(1), last_column)?;
    for (at, column) in (0..).zip(&rows.columns) {
        sheet.write_string_with_format(0, at, column.head(tongue), &style.head)?;
    }
    for (at, row) in (1..).zip(&rows.rows) {
        for (place, (value, column)) in (0..).zip(row.iter().zip(&rows.columns)) {
            if let Some(value) = value {
                write_cell(
                    sheet,
                    (at, place),
                    &value.cell(column.field.kind(), tongue),
                    column.field,
                    style,
                )?;
            }
        }
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    field: Field,
    style: &Style,
) -> Result<(), WriteError> {
    let usual = style.of(field);
    match cell {
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number, usual)?,
        Cell::Span(seconds) => sheet.write_number_with_format(row, column, *seconds as f64 / 86_400.0, usual)?,
        Cell::Time(Some(date), _) => {
            let (year, month, day) = date.ymd();
            let part = |number: u32| u8::try_from(number).unwrap_or_default();
            let date = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or_default(), part(month), part(day))?;
            sheet.write_datetime_with_format(row, column, &date, usual)?
        }
        Cell::Text(text) if is_risky(text) => sheet.write_string_with_format(row, column, text, &style.guarded)?,
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, usual)?,
        Cell::Empty | Cell::Fault(_) | Cell::Time(None, _) => return Ok(()),
    };
    Ok(())
}

/// What a cell offers to choose from, where few words may stand in it.
fn words_of(field: Field, tongue: Tongue) -> Option<DataValidation> {
    let validation = DataValidation::new();
    let of = |words: &[&str]| validation.clone().allow_list_strings(words).ok();
    match field.kind() {
        Kind::Choice(among) => of(&among.iter().map(|one| one.said(tongue)).collect::<Vec<_>>()),
        Kind::Mark => of(&["x"]),
        // Others may be typed: the list only helps.
        Kind::Language => {
            of(&["kk", "ru", "zh", "en", "zxx"]).map(|list| list.set_error_style(DataValidationErrorStyle::Information))
        }
        _ => None,
    }
}

/// The sheet that says what the others hold.
fn guide(book: &mut Workbook, words: &Words, style: &Style) -> Result<(), WriteError> {
    let tongue = words.tongue;
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(columns::guide_name(tongue))?;
    for (at, width) in (0..).zip([18.0, 30.0, 90.0, 44.0]) {
        sheet.set_column_width(at, width)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let mut row = 0;
    for note in &words.notes {
        sheet.write_string_with_format(row, 0, note, if row == 0 { &style.bold } else { &style.text })?;
        row += 1;
    }
    row += 1;
    for (at, head) in (0..).zip(GUIDE_HEADS) {
        sheet.write_string_with_format(row, at, head[tongue as usize], &style.head)?;
    }
    for table in Table::ALL {
        for field in table.fields() {
            row += 1;
            sheet.write_string_with_format(row, 0, table.name(tongue), &style.text)?;
            sheet.write_string_with_format(row, 1, field.head(tongue), &style.text)?;
            if let Some(told) = words.columns.get(field.as_str()) {
                sheet.write_string_with_format(row, 2, told, &style.wrapped)?;
            }
            let among = match field.kind() {
                Kind::Choice(among) => among,
                Kind::Days => columns::DAYS,
                _ => continue,
            };
            let said: Vec<&str> = among.iter().map(|one| one.said(tongue)).collect();
            sheet.write_string_with_format(row, 3, said.join(", "), &style.wrapped)?;
        }
    }
    Ok(())
}
