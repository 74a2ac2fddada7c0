//! What was done, undone, done again.

use arna_app::view;
use tauri::State;

use super::Answer;
use crate::desktop::Desktop;

/// Undoes the last step; none when there is none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo(desktop: State<'_, Desktop>) -> Answer<Option<view::StepView>> {
    desktop.with(|desk| Ok(desk.undo(&desktop.outside.hand())?.as_ref().map(view::step)))
}

/// Does again what was undone last; none when there is nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn redo(desktop: State<'_, Desktop>) -> Answer<Option<view::StepView>> {
    desktop.with(|desk| Ok(desk.redo(&desktop.outside.hand())?.as_ref().map(view::step)))
}

/// What undo and redo would do.
#[tauri::command]
#[specta::specta]
pub(crate) async fn steps(desktop: State<'_, Desktop>) -> Answer<view::StepsView> {
    desktop.with(|desk| {
        let (undo, redo) = desk.next_steps()?;
        Ok(view::steps(undo.as_ref(), redo.as_ref()))
    })
}

/// The journal, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn journal(desktop: State<'_, Desktop>) -> Answer<Vec<view::StepView>> {
    desktop.with(|desk| Ok(desk.log(None, 200)?.iter().map(view::step).collect()))
}
