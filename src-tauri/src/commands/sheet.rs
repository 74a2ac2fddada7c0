//! A station from a spreadsheet, or a spreadsheet into the open one.

use std::path::Path;

use arna_app::ops::sheet::{Asked, Counts};
use arna_app::sheet::{self, ColumnView, SheetAsked, SheetPreview};
use arna_app::{Desk, view};
use arna_domain::Zones;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;
use crate::desktop::Desktop;
use crate::outside::Kind;

/// A spreadsheet chosen.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct SheetView {
    path: String,
    sheets: Vec<String>,
    /// Fields that a column may mean, by their words.
    fields: Vec<String>,
    /// Zones that a new channel may have.
    zones: Vec<String>,
    /// The zone of the open station's first channel.
    zone: String,
}

/// Asks for a spreadsheet; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_sheet(desktop: State<'_, Desktop>) -> Answer<Option<SheetView>> {
    let Some(path) = desktop.choose(Kind::SHEET) else {
        return Ok(None);
    };
    let book = desktop.book(&path, "")?;
    let zone = desktop
        .with(|desk| Ok(desk.station()?.0.channels.first().map(|one| one.tz.clone())))
        .ok()
        .flatten();
    Ok(Some(SheetView {
        path: path.display().to_string(),
        sheets: book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        fields: sheet::fields(),
        zones: Zones::bundled().names(),
        zone: zone.unwrap_or_else(|| "UTC".to_owned()),
    }))
}

/// What the columns of a sheet are proposed to mean.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ProposedView {
    /// The row of the heads, from 1.
    header_row: u32,
    /// The columns.
    columns: Vec<ColumnView>,
}

/// What the columns of a sheet may mean, by their heads; the row of the heads is found where none is named.
#[tauri::command]
#[specta::specta]
pub(crate) async fn propose_columns(
    desktop: State<'_, Desktop>,
    path: String,
    encoding: String,
    number: u32,
    header_row: Option<u32>,
) -> Answer<ProposedView> {
    let book = desktop.book(Path::new(&path), &encoding)?;
    let (header_row, columns) = sheet::propose(&book, number, header_row)?;
    Ok(ProposedView { header_row, columns })
}

/// The first rows of a sheet as they are read, and every cell that cannot be.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_sheet(desktop: State<'_, Desktop>, asked: SheetAsked) -> Answer<SheetPreview> {
    let book = desktop.book(Path::new(&asked.path), &asked.encoding)?;
    Ok(sheet::preview(&book, &asked)?)
}

/// What was made of a spreadsheet.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ImportedView {
    counts: Counts,
    step: view::StepView,
}

/// Takes a spreadsheet into the open station, or into a new one whose place is asked for; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_sheet(
    desktop: State<'_, Desktop>,
    asked: SheetAsked,
    more: Asked,
    is_new: bool,
) -> Answer<Option<ImportedView>> {
    let book = desktop.book(Path::new(&asked.path), &asked.encoding)?;
    let rows = sheet::rows(&book, &asked)?;
    let name = Path::new(&asked.path)
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let hand = desktop.outside.hand();
    if !is_new {
        return desktop.with(|desk| {
            let zones = desk.zones().clone();
            let (station, _) = desk.station()?;
            let (op, counts) = arna_app::ops::sheet::from_sheet(station, &zones, &rows, &more, &name)?;
            let step = view::step(&desk.transact(&op, &hand)?);
            Ok(Some(ImportedView { counts, step }))
        });
    }
    // Whatever is wrong is said before a file is made.
    let zones = Zones::bundled();
    let (op, counts) = arna_app::ops::sheet::from_sheet(&arna_domain::Station::default(), &zones, &rows, &more, &name)?;
    let stem = Path::new(&name)
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let place = format!("{}.arna", stem.unwrap_or_else(|| "station".to_owned()));
    let Some(path) = desktop.place(&place, Kind::STATION) else {
        return Ok(None);
    };
    let mut desk = Desk::create(&path, &hand, zones)?;
    let done = desk.transact(&op, &hand);
    let change = match done {
        Ok(change) => change,
        Err(failure) => {
            drop(desk);
            // Nothing half-done: the file was made here and holds nothing.
            let _ = std::fs::remove_file(&path);
            return Err(failure.into());
        }
    };
    desktop.keep(desk)?;
    Ok(Some(ImportedView {
        counts,
        step: view::step(&change),
    }))
}

/// A spreadsheet that was read last, so that it is not read again for each preview.
pub(crate) type LastBook = Option<(std::path::PathBuf, String, std::sync::Arc<sheet::Book>)>;

impl Desktop {
    /// The book at a path.
    fn book(&self, path: &Path, encoding: &str) -> Result<std::sync::Arc<sheet::Book>, view::FailureView> {
        let mut last = self.book.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match &*last {
            Some((known, coded, book)) if known == path && coded == encoding => Ok(book.clone()),
            _ => {
                let book = std::sync::Arc::new(sheet::open(path, encoding)?);
                *last = Some((path.to_owned(), encoding.to_owned(), book.clone()));
                Ok(book)
            }
        }
    }
}
