//! What was done, undone, done again.

use arna_app::{Failure, source, view};
use arna_domain::values;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::station::{StartView, head};
use super::{Answer, language_of};
use crate::desktop::Desktop;

/// Entries of the journal sent at once.
const JOURNAL_PAGE: u32 = 200;

/// What undo or redo did, and the station as it is then.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TakenView {
    /// The step; none when there was none.
    step: Option<view::StepView>,
    start: StartView,
}

/// Undoes the last step.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo(desktop: State<'_, Desktop>, language: String) -> Answer<TakenView> {
    let step = desktop.with(|desk| Ok(desk.undo(&desktop.outside.hand())?.as_ref().map(view::step)))?;
    let start = head(&desktop, &language)?;
    Ok(TakenView { step, start })
}

/// Does again what was undone last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn redo(desktop: State<'_, Desktop>, language: String) -> Answer<TakenView> {
    let step = desktop.with(|desk| Ok(desk.redo(&desktop.outside.hand())?.as_ref().map(view::step)))?;
    let start = head(&desktop, &language)?;
    Ok(TakenView { step, start })
}

/// The journal, newest first, from before this entry; a page of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn journal(desktop: State<'_, Desktop>, before: Option<i32>) -> Answer<Vec<view::StepView>> {
    desktop.with(|desk| {
        let page = desk.log(before.map(i64::from), JOURNAL_PAGE)?;
        Ok(page.iter().map(view::step).collect())
    })
}

/// What changed since an entry of the journal; since the last plan that was accepted where none is named.
#[tauri::command]
#[specta::specta]
pub(crate) async fn changes(
    desktop: State<'_, Desktop>,
    since: Option<i32>,
    language: String,
) -> Answer<view::ChangesView> {
    desktop.with(|desk| {
        let number = match since {
            Some(number) => number.into(),
            None => desk.usual_base()?,
        };
        let since = desk.changes_since(number)?;
        let base = desk.log(Some(number + 1), 1)?.pop();
        let base = base.ok_or_else(|| Failure::new("no_such_entry", values! { "number" => number }))?;
        let was = source::index_of(&since.then, desk.zones())?;
        let (station, index) = desk.station()?;
        let language = language_of(&language)?;
        Ok(view::changes(&since, &base, station, index, &was, &language))
    })
}

/// Takes back what one entry did, whatever was done since.
#[tauri::command]
#[specta::specta]
pub(crate) async fn revert(desktop: State<'_, Desktop>, number: i32) -> Answer<view::StepView> {
    desktop.with(|desk| Ok(view::step(&desk.revert(number.into(), &desktop.outside.hand())?)))
}
