//! What a workbook would change, as a window shows it.

use arna_exchange::received::At;
use serde::Serialize;
use specta::Type;

use super::{Texts, count, texts};
use crate::workbook::{CellChange, Change, Outcome, Proposed, Tongue};

/// Cells told at most, a thing that goes counted as one: a window need not show more for a person to look at.
const MOST_CELLS: usize = 1_000;

/// What a workbook would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WorkbookView {
    /// Rows that were read.
    pub rows: u32,
    /// New things.
    pub added: u32,
    /// Things that change.
    pub changed: u32,
    /// Things that go.
    pub removed: u32,
    /// What becomes of what.
    pub changes: Vec<WorkbookChangeView>,
    /// Things beyond those.
    pub further: u32,
    /// What of the file is passed over.
    pub remarks: Vec<WorkbookRemarkView>,
    /// Remarks beyond those.
    pub further_remarks: u32,
}

/// What becomes of a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WorkbookChangeView {
    /// The message `workbook-<outcome>`.
    pub outcome: String,
    /// The name of its sheet, in the language asked for.
    pub sheet: String,
    /// Its id.
    pub id: String,
    /// Its row; empty where it has none.
    pub place: String,
    /// Its cells that matter.
    pub cells: Vec<WorkbookCellView>,
}

/// A cell that says something else than the station does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WorkbookCellView {
    /// Where it stands.
    pub place: String,
    /// The column, as it is called.
    pub head: String,
    /// What the station says.
    pub was: String,
    /// What the cell says.
    pub now: String,
}

/// Something that is passed over: the message `invalid-workbook_<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WorkbookRemarkView {
    /// Where.
    pub place: String,
    /// What.
    pub code: String,
    /// With what values.
    pub values: Texts,
}

/// A workbook's changes, for a window.
pub fn workbook(proposed: &Proposed, tongue: Tongue) -> WorkbookView {
    let number = |outcome| count(proposed.count(outcome));
    let mut cells = 0;
    let told = proposed.changes.iter().take_while(|one| {
        cells += one.cells.len().max(1);
        cells <= MOST_CELLS
    });
    let changes: Vec<WorkbookChangeView> = told.map(|one| change(one, tongue)).collect();
    let remarks = proposed.remarks.iter().map(|one| WorkbookRemarkView {
        place: one.at.shown(),
        code: one.code.to_owned(),
        values: texts(&one.values),
    });
    WorkbookView {
        rows: count(proposed.rows),
        added: number(Outcome::Added),
        changed: number(Outcome::Changed),
        removed: number(Outcome::Removed),
        further: count(proposed.changes.len() - changes.len()),
        changes,
        remarks: remarks.collect(),
        further_remarks: count(proposed.further_remarks),
    }
}

fn change(one: &Change, tongue: Tongue) -> WorkbookChangeView {
    let cell = |cell: &CellChange| WorkbookCellView {
        place: cell.at.shown(),
        head: cell.head.clone(),
        was: cell.was.clone(),
        now: cell.now.clone(),
    };
    WorkbookChangeView {
        outcome: one.outcome.as_str().to_owned(),
        sheet: one.table.name(tongue).to_owned(),
        id: one.id.clone(),
        place: one.at.as_ref().map(At::shown).unwrap_or_default(),
        cells: one.cells.iter().map(cell).collect(),
    }
}
