//! A spreadsheet as a window shows it: its heads, what they are taken to mean, its first rows, and every cell that cannot be read.

use std::path::Path;

use arna_domain::Language;
pub use arna_exchange::sheet::Book;
use arna_exchange::sheet::{
    self, Cell, CellFault, Column, Draft, DraftRow, Encoding, Field, Reading, Sheet, SheetError, draft,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::failure::Failure;
use crate::source;
use crate::view::{Texts, texts};

/// Rows of a preview.
const PREVIEW_ROWS: usize = 60;
/// Faults of a preview.
const PREVIEW_FAULTS: usize = 200;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ColumnView {
    /// Its place, from 0.
    pub at: u32,
    /// Its head.
    pub head: String,
    /// What it means: a field's word; empty: nothing.
    pub field: String,
    /// The language of its texts or versions; empty where none is meant.
    pub language: String,
}

/// How a sheet is to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetAsked {
    /// The file.
    pub path: String,
    /// `windows-1251`, `gb18030`, or empty: found out.
    pub encoding: String,
    /// The sheet, from 0.
    pub number: u32,
    /// The row of the heads, from 1.
    pub header_row: u32,
    /// What the columns mean.
    pub columns: Vec<ColumnView>,
    /// The language of texts whose head names none.
    pub language: String,
    /// Whether an empty cell of the programme means what stands above.
    pub fills_down: bool,
    /// Whether rows that cannot be read are passed over.
    pub skips_faulty: bool,
}

/// The first rows, and what cannot be read of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SheetPreview {
    /// The first rows, as they stand there.
    pub rows: Vec<PreviewRow>,
    /// Rows that hold something.
    pub filled: u32,
    /// Rows that can be read.
    pub good: u32,
    /// Rows that cannot.
    pub faulty: u32,
    /// The first cells that cannot be read.
    pub faults: Vec<FaultView>,
    /// How many there are.
    pub faults_total: u32,
    /// Rows that can be read and have an airing, but do not say on which channel.
    pub unplaced: u32,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PreviewRow {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// Cells that stand for a merged one above.
    pub merged: Vec<u32>,
}

/// A cell that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FaultView {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What a spreadsheet calls it: `B14`.
    pub cell: String,
    /// What is wrong: the message `sheet-fault-<code>`.
    pub code: String,
    /// With what values.
    pub values: Texts,
}

/// The fields that a column may mean.
pub fn fields() -> Vec<String> {
    Field::ALL.iter().map(|field| field.as_str().to_owned()).collect()
}

/// The book at a path.
///
/// # Errors
/// What keeps the file from being read; see [`SheetError`].
pub fn open(path: &Path, encoding: &str) -> Result<Book, Failure> {
    let encoding = match encoding {
        "windows-1251" => Encoding::Windows1251,
        "gb18030" => Encoding::Gb18030,
        _ => Encoding::Guessed,
    };
    let bytes = source::bytes(path)?;
    sheet::read(&bytes, encoding).map_err(|error| Failure::from(error).of(path))
}

impl From<SheetError> for Failure {
    fn from(error: SheetError) -> Self {
        Self::new(error.code(), error.values())
    }
}

fn sheet_of(book: &Book, number: u32) -> Result<&Sheet, Failure> {
    book.sheets.get(number as usize).ok_or_else(|| SheetError::Empty.into())
}

/// The row of the heads, from 1, and what they are taken to mean.
///
/// # Errors
/// `sheet_empty` where there is no such sheet.
pub fn propose(book: &Book, number: u32, header_row: Option<u32>) -> Result<(u32, Vec<ColumnView>), Failure> {
    let own = sheet_of(book, number)?;
    let row = match header_row {
        Some(row) => (row as usize).saturating_sub(1),
        None => sheet::header_row(own),
    };
    let meant = sheet::proposed(own, row);
    let width = own.rows.iter().map(Vec::len).max().unwrap_or_default();
    let heads = own.rows.get(row);
    let columns = (0..width).filter_map(|at| {
        let head = heads.and_then(|row| row.get(at)).map(Cell::shown).unwrap_or_default();
        let holds = own
            .rows
            .iter()
            .skip(row)
            .any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
        let column = meant.iter().find(|one| one.at == at);
        holds.then(|| ColumnView {
            at: u32::try_from(at).unwrap_or(u32::MAX),
            head,
            field: column.map(|one| one.field.as_str().to_owned()).unwrap_or_default(),
            language: column
                .and_then(|one| one.language.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
        })
    });
    Ok((u32::try_from(row + 1).unwrap_or(u32::MAX), columns.collect()))
}

fn read(book: &Book, asked: &SheetAsked) -> Result<Draft, Failure> {
    let own = sheet_of(book, asked.number)?;
    let unknown = || Failure::new("unknown_language", arna_domain::values! {});
    let columns = asked.columns.iter().filter_map(|one| {
        Some(Column {
            at: one.at as usize,
            field: Field::parse(&one.field)?,
            language: Language::parse(&one.language),
        })
    });
    let reading = Reading {
        header_row: (asked.header_row as usize).saturating_sub(1),
        columns: columns.collect(),
        language: Language::parse(&asked.language).ok_or_else(unknown)?,
        fills_down: asked.fills_down,
    };
    Ok(draft(own, &reading))
}

/// The first rows as they stand, and what cannot be read of all.
///
/// # Errors
/// `sheet_empty` where there is no such sheet.
pub fn preview(book: &Book, asked: &SheetAsked) -> Result<SheetPreview, Failure> {
    let own = sheet_of(book, asked.number)?;
    let draft = read(book, asked)?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let rows = own.rows.iter().enumerate().skip(asked.header_row as usize);
    let rows = rows
        .filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()))
        .take(PREVIEW_ROWS);
    Ok(SheetPreview {
        rows: rows
            .map(|(at, row)| PreviewRow {
                number: number(at + 1),
                cells: row.iter().map(Cell::shown).collect(),
                merged: own
                    .merged
                    .iter()
                    .filter(|(row, _)| *row == at)
                    .map(|(_, column)| number(*column))
                    .collect(),
            })
            .collect(),
        filled: number(draft.filled),
        good: number(draft.rows.len()),
        faulty: number(draft.faulty),
        unplaced: number(draft.rows.iter().filter(|row| row.is_unplaced()).count()),
        faults_total: number(draft.faults.len()),
        faults: draft.faults.iter().take(PREVIEW_FAULTS).map(fault_view).collect(),
    })
}

fn fault_view(fault: &CellFault) -> FaultView {
    FaultView {
        row: u32::try_from(fault.row + 1).unwrap_or(u32::MAX),
        column: u32::try_from(fault.column).unwrap_or(u32::MAX),
        cell: format!("{}{}", letters(fault.column), fault.row + 1),
        code: fault.code.to_owned(),
        values: texts(&fault.values),
    }
}

/// `A`, `Z`, `AA`.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(column % 26).unwrap_or_default());
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => break,
        }
    }
    letters.reverse();
    String::from_utf8(letters).unwrap_or_default()
}

/// The rows to be taken.
///
/// # Errors
/// `sheet_faulty` where cells cannot be read and their rows are not to be passed over.
pub fn rows(book: &Book, asked: &SheetAsked) -> Result<Vec<DraftRow>, Failure> {
    let draft = read(book, asked)?;
    if !asked.skips_faulty && !draft.faults.is_empty() {
        return Err(Failure::new(
            "sheet_faulty",
            arna_domain::values! { "count" => draft.faults.len() },
        ));
    }
    Ok(draft.rows)
}
