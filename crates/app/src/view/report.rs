//! A report as a window shows it.

use arna_exchange::table::{Cell, Table, Words};
use serde::Serialize;
use specta::Type;

use super::{Texts, texts};
use crate::report::Report;

/// A report.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ReportView {
    /// Its word: the message `report-<kind>`.
    pub kind: String,
    /// The first date.
    pub from: String,
    /// How many dates.
    pub days: u32,
    /// Its columns.
    pub columns: Vec<ReportColumnView>,
    /// Its rows, a cell for every column.
    pub rows: Vec<Vec<ReportCellView>>,
    /// What the rows come to; empty where nothing can be added up.
    pub totals: Vec<ReportCellView>,
    /// How its figures are counted.
    pub notes: Vec<ReportNoteView>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ReportColumnView {
    /// The message `report-head-<name>`.
    pub name: String,
    /// `text`, `word`, `language`, `count`, `duration`, `share`, `date` or `clock`.
    pub kind: String,
}

/// A cell: what it says, and what it is sorted and drawn by.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ReportCellView {
    /// As it is read in any language; none for shares and words.
    pub text: Option<String>,
    /// The message `report-word-<word>`.
    pub word: Option<String>,
    /// Things, milliseconds, or a share from 0 on.
    pub number: Option<f64>,
}

/// A remark on how figures are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ReportNoteView {
    /// The message `report-note-<code>`.
    pub code: String,
    /// Its values.
    pub values: Texts,
}

/// A report.
pub fn report(report: &Report) -> ReportView {
    let Table { columns, rows, totals } = &report.table;
    let column = |column: &arna_exchange::table::Column| ReportColumnView {
        name: column.name.to_owned(),
        kind: column.kind.as_str().to_owned(),
    };
    let words = Words::default();
    let cells = |row: &Vec<Cell>| row.iter().map(|one| cell(one, &words)).collect();
    ReportView {
        kind: report.kind.as_str().to_owned(),
        from: report.range.from.to_string(),
        days: report.range.days,
        columns: columns.iter().map(column).collect(),
        rows: rows.iter().map(cells).collect(),
        totals: cells(totals),
        notes: report
            .notes
            .iter()
            .map(|note| ReportNoteView {
                code: note.code.to_owned(),
                values: texts(&note.values),
            })
            .collect(),
    }
}

fn cell(cell: &Cell, words: &Words) -> ReportCellView {
    let (mut text, mut word) = (None, None);
    let number = match cell {
        Cell::Nothing => None,
        Cell::Share { part, whole } => (*whole > 0).then(|| *part as f64 / *whole as f64),
        Cell::Word(own) => {
            word = Some((*own).to_owned());
            None
        }
        Cell::Text(_) | Cell::Date(_) => {
            text = Some(cell.told(words));
            None
        }
        Cell::Count(number) | Cell::Duration(number) | Cell::Clock(number) => {
            text = Some(cell.told(words));
            Some(*number as f64)
        }
    };
    ReportCellView { text, word, number }
}
