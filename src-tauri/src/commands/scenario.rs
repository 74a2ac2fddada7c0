//! Plans B: kept beside the schedule, compared with it, swapped in.

use arna_app::view;
use tauri::State;

use super::{Answer, language_of, range_of};
use crate::desktop::Desktop;

/// The plans B.
#[tauri::command]
#[specta::specta]
pub(crate) async fn scenarios(desktop: State<'_, Desktop>) -> Answer<Vec<view::ScenarioView>> {
    desktop.with(|desk| Ok(desk.scenarios()?.iter().map(view::scenario).collect()))
}

/// Keeps what is accepted in a range as a plan B.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_scenario(desktop: State<'_, Desktop>, name: String, from: String, days: u32) -> Answer<()> {
    desktop.with(|desk| desk.keep_scenario(&name, range_of(&from, days)?, desktop.outside.now()))
}

/// How the schedule would change if a plan B were swapped in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn compare_scenario(
    desktop: State<'_, Desktop>,
    name: String,
    language: String,
) -> Answer<view::ComparedView> {
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (plan_b, difference) = desk.compare_scenario(&name)?;
        let (station, index) = desk.station()?;
        Ok(view::compared(&plan_b, &difference, station, index, &language))
    })
}

/// Swaps a plan B in: one step of undo. It holds what the schedule was then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn swap_scenario(desktop: State<'_, Desktop>, name: String) -> Answer<view::StepView> {
    desktop.with(|desk| Ok(view::step(&desk.swap_scenario(&name, &desktop.outside.hand())?)))
}

/// Forgets a plan B.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_scenario(desktop: State<'_, Desktop>, name: String) -> Answer<()> {
    desktop.with(|desk| desk.forget_scenario(&name))
}
