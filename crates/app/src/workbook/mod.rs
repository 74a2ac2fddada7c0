//! A station's channels, catalogue, licences and grids in a spreadsheet, and what was changed there as a proposal.
//!
//! A workbook is read whole and laid over the station: each row over the thing with its id, each cell over what that thing says. What
//! comes of it is a station that can be worked with, and the list of what it would change, or every cell that is in the way. Nothing
//! changes until the proposal is accepted, which is one step.

mod assembled;
mod laid;
mod place;
mod told;
mod written;

use std::path::Path;

use arna_domain::{Index, Station, Zones, values};
use arna_exchange::received::At;
use arna_exchange::workbook::{Fault, Workbook, read_book, read_table};
pub use arna_exchange::workbook::{Field, Table, Tongue, Words};

use crate::desk::{Desk, Hand};
use crate::failure::{Detail, Failure};
use crate::ops::{Op, Step};
use crate::sheet;
use crate::source;

pub use self::written::{to_book, to_file, to_tables, write};

/// Remarks that are told one by one; others are only counted.
const MOST_REMARKS: usize = 100;

/// What becomes of things that a sheet does not have a row of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// They stay as they are.
    #[default]
    Stay,
    /// They go, where their sheet is there.
    Go,
}

/// What is asked of a file.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The workbook: a book, a table, or a folder of tables.
    pub path: &'a Path,
    /// What becomes of things without a row.
    pub missing: Missing,
    /// The language in which cells are told.
    pub tongue: Tongue,
}

/// What becomes of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is new.
    Added,
    /// Something of it is another.
    Changed,
    /// It goes.
    Removed,
}

impl Outcome {
    /// Its word: the message `workbook-<word>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

/// A cell that says something else than the station does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// Where it stands.
    pub at: At,
    /// The column, as it is called.
    pub head: String,
    /// What the station says; empty: nothing.
    pub was: String,
    /// What the cell says.
    pub now: String,
}

/// What becomes of a thing, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub outcome: Outcome,
    /// What it is.
    pub table: Table,
    /// Its id.
    pub id: String,
    /// Its row; none for what goes since it has no row, or with what lies above it.
    pub at: Option<At>,
    /// Its cells that matter: what is new, or what changes.
    pub cells: Vec<CellChange>,
}

/// A workbook as a proposal.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// What would change, by sheet and row.
    pub changes: Vec<Change>,
    /// What of the file is passed over.
    pub remarks: Vec<Fault>,
    /// Remarks beyond those told.
    pub further_remarks: usize,
    /// Rows that were read.
    pub rows: usize,
    /// The edit; none where nothing would change.
    pub op: Option<Op>,
}

impl Proposed {
    /// How many things become so.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.changes.iter().filter(|one| one.outcome == outcome).count()
    }
}

/// Reads a workbook and says what it would change. Nothing changes.
///
/// # Errors
/// What cannot be read; `workbook_empty` where no sheet is known; `workbook_faulty` with every cell that is in the way.
pub fn read(station: &Station, zones: &Zones, asked: &Asked<'_>) -> Result<Proposed, Failure> {
    let mut workbook = opened(asked.path)?;
    if workbook.sheets.is_empty() && workbook.faults.is_empty() {
        return Err(Failure::new("workbook_empty", values! {}).of(asked.path));
    }
    let laid = laid::lay(station, &mut workbook, asked);
    let assembled = assembled::assemble(station, &laid);
    let mut wrong = place::homeless(&assembled, &laid, asked.tongue);
    // What a station lacks that was read in part says nothing.
    if wrong.is_empty()
        && workbook.faults.is_empty()
        && let Err(invalid) = Index::of(&assembled.station, zones)
    {
        wrong = place::invalid(&invalid, &assembled, &laid, asked.tongue);
    }
    if !wrong.is_empty() || !workbook.faults.is_empty() {
        return Err(faulty(&workbook, wrong).of(asked.path));
    }
    let steps = assembled::steps(station, &assembled.station);
    let rows = workbook.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let changes = laid.changes(&assembled);
    let mut remarks = workbook.remarks;
    remarks.extend(told::not_taken(station, &assembled.station, &laid, asked.tongue));
    let further_remarks = remarks.len().saturating_sub(MOST_REMARKS);
    remarks.truncate(MOST_REMARKS);
    let mut proposed = Proposed {
        changes,
        remarks,
        further_remarks,
        rows,
        op: None,
    };
    if !steps.is_empty() {
        proposed.op = Some(op(asked.path, &proposed, steps));
    }
    Ok(proposed)
}

fn op(path: &Path, proposed: &Proposed, steps: Vec<Step>) -> Op {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let count = |outcome| proposed.count(outcome);
    Op {
        code: "import_workbook".to_owned(),
        args: values! {
            "file" => file, "added" => count(Outcome::Added), "changed" => count(Outcome::Changed),
            "removed" => count(Outcome::Removed)
        },
        steps,
    }
}

/// Every cell that is in the way, and what else is wrong.
fn faulty(workbook: &Workbook, wrong: Vec<Detail>) -> Failure {
    let count = workbook.faults.len() + workbook.further_faults + wrong.len();
    let detail = |fault: &Fault| Detail {
        path: fault.at.shown(),
        at: None,
        code: format!("workbook_{}", fault.code),
        values: fault.values.clone(),
    };
    let mut details: Vec<Detail> = workbook.faults.iter().map(detail).collect();
    details.extend(wrong);
    Failure {
        details,
        ..Failure::new("workbook_faulty", values! { "count" => count })
    }
}

fn opened(path: &Path) -> Result<Workbook, Failure> {
    if path.is_dir() {
        return folder(path);
    }
    let book = sheet::open(path, "")?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    // What has sheets names them; a table has one without a name.
    if book.sheets.iter().all(|sheet| sheet.name.is_empty()) {
        let mut workbook = Workbook::default();
        read_table(&book, &name, &mut workbook);
        Ok(workbook)
    } else {
        Ok(read_book(&book))
    }
}

/// The tables of a folder, by name. Other files there are nobody's business.
fn folder(path: &Path) -> Result<Workbook, Failure> {
    let trouble = |error: &std::io::Error| Failure::io("read", error, path);
    let entries = std::fs::read_dir(path).map_err(|error| trouble(&error))?;
    let mut workbook = Workbook::default();
    let mut files = Vec::new();
    for entry in entries {
        let file = entry.map_err(|error| trouble(&error))?.path();
        let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if matches!(ending.to_ascii_lowercase().as_str(), "csv" | "tsv") {
            files.push(file);
        }
    }
    files.sort();
    for file in files {
        let book = sheet::open(&file, "")?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        read_table(&book, &name, &mut workbook);
    }
    Ok(workbook)
}

impl Desk {
    /// Takes a workbook into the station: all of it or nothing, one step of undo. What it changes, or nothing new.
    ///
    /// # Errors
    /// As [`read`]; when the file cannot be written.
    pub fn take_workbook(&mut self, asked: &Asked<'_>, hand: &Hand) -> Result<Proposed, Failure> {
        let zones = self.zones().clone();
        let (station, _) = self.station()?;
        let proposed = read(station, &zones, asked)?;
        if let Some(op) = &proposed.op {
            self.transact(op, hand)?;
        }
        Ok(proposed)
    }

    /// What a workbook would change.
    ///
    /// # Errors
    /// As [`read`].
    pub fn workbook(&mut self, asked: &Asked<'_>) -> Result<Proposed, Failure> {
        let zones = self.zones().clone();
        read(self.station()?.0, &zones, asked)
    }
}

/// The station at a path is read as documents are, too.
///
/// # Errors
/// As [`read`]; when the station cannot be read.
pub fn read_for(station: &Path, zones: &Zones, asked: &Asked<'_>) -> Result<Proposed, Failure> {
    read(&source::read(station, zones)?.station, zones, asked)
}
