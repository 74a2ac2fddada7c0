//! The station in a spreadsheet and back: written, looked at, taken over. Files are read and written beside the desk.

use std::path::Path;
use std::sync::PoisonError;

use arna_app::workbook::{self, Asked, Change, Field, Missing, Proposed, Tongue, Words};
use arna_app::{Desk, Failure, view};
use arna_domain::{Station, Zones, values};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::Answer;
use super::export::WrittenView;
use crate::desktop::Desktop;
use crate::outside::Kind;

/// What a workbook is written as.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WorkbookForm {
    /// A book with a sheet each.
    Book,
    /// A folder with a table each.
    Tables,
}

/// What a workbook says around its facts.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct WorkbookWordsAsked {
    /// The language of heads and words.
    language: String,
    /// How it is used, a sentence a row.
    notes: Vec<String>,
    /// What stands in each column, in the order of `workbook_fields`.
    columns: Vec<String>,
}

/// A workbook to read.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct WorkbookAsked {
    path: String,
    /// Whether things without a row go, where their sheet is there.
    removes_missing: bool,
    /// The language in which cells are told.
    language: String,
}

/// What a workbook would change that was shown last: nothing else is taken over.
pub(crate) type LastShown = Option<Vec<Change>>;

/// What columns may tell, by their words: the messages `workbook-about`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn workbook_fields() -> Answer<Vec<String>> {
    Ok(Field::ALL.iter().map(|field| field.as_str().to_owned()).collect())
}

/// Asks for a file or a folder and writes channels, catalogue, licences and grids there; none when nothing was named.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_workbook(
    desktop: State<'_, Desktop>,
    form: WorkbookForm,
    words: WorkbookWordsAsked,
) -> Answer<Option<WrittenView>> {
    let place = match form {
        WorkbookForm::Book => desktop.place("station.xlsx", Kind::BOOK),
        WorkbookForm::Tables => desktop.folder(),
    };
    let Some(path) = place else {
        return Ok(None);
    };
    let basis = desktop.with(Desk::basis)?;
    let fields = Field::ALL.iter().map(|field| field.as_str().to_owned());
    let words = Words {
        tongue: Tongue::of(&words.language),
        notes: words.notes,
        columns: fields.zip(words.columns).collect(),
    };
    let dropped = match form {
        WorkbookForm::Book => workbook::to_book(basis.station(), &words, &path)?,
        WorkbookForm::Tables => workbook::to_tables(basis.station(), &words, &path)?,
    };
    Ok(Some(WrittenView::of(&path, 0, dropped)))
}

/// Asks for a workbook; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_workbook(desktop: State<'_, Desktop>) -> Answer<Option<String>> {
    let chosen = desktop.choose(Kind::SHEET);
    Ok(chosen.map(|path| path.display().to_string()))
}

/// What a workbook would change. Nothing changes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_workbook(desktop: State<'_, Desktop>, asked: WorkbookAsked) -> Answer<view::WorkbookView> {
    let basis = desktop.with(Desk::basis)?;
    let proposed = asked.read(basis.station(), &Zones::bundled())?;
    let shown = view::workbook(&proposed, Tongue::of(&asked.language));
    *desktop.workbook.lock().unwrap_or_else(PoisonError::into_inner) = Some(proposed.changes);
    Ok(shown)
}

/// Takes a workbook into the station as it was shown last: all of it or nothing, as one step.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_workbook(desktop: State<'_, Desktop>, asked: WorkbookAsked) -> Answer<view::StepView> {
    let hand = desktop.outside.hand();
    let shown = desktop.workbook.lock().unwrap_or_else(PoisonError::into_inner).take();
    desktop.with(|desk| {
        let zones = desk.zones().clone();
        let proposed = asked.read(desk.station()?.0, &zones)?;
        match proposed.op {
            Some(op) if shown.as_ref() == Some(&proposed.changes) => Ok(view::step(&desk.transact(&op, &hand)?)),
            _ => Err(Failure::new("workbook_other", values! {}).of(Path::new(&asked.path))),
        }
    })
}

impl WorkbookAsked {
    fn read(&self, station: &Station, zones: &Zones) -> Result<Proposed, Failure> {
        let question = Asked {
            path: Path::new(&self.path),
            missing: if self.removes_missing {
                Missing::Go
            } else {
                Missing::Stay
            },
            tongue: Tongue::of(&self.language),
        };
        workbook::read(station, zones, &question)
    }
}
