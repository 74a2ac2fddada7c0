//! The schedule edited by hand, judged before, and searched.

use arna_app::ops::airings::{Collision, Edit, op};
use arna_app::ops::fix::{self, Chosen};
use arna_app::source;
use arna_app::verdict::{added, verdict};
use arna_app::view;
use arna_domain::SlotId;
use tauri::State;

use super::{Answer, date_of, language_of, range_of};
use crate::desktop::Desktop;

/// How many hits a search answers.
const MOST_HITS: usize = 40;

/// Edits the schedule: one step of undo.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit_airings(
    desktop: State<'_, Desktop>,
    edit: Edit,
    collision: Collision,
    language: String,
) -> Answer<view::EditedView> {
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, index) = desk.station()?;
        let op = op(station, index, &edit, collision, &language)?;
        let added = added(station, &op);
        let step = view::step(&desk.transact(&op, &desktop.outside.hand())?);
        let (station, index) = desk.station()?;
        let landings = view::landings(&added, station, index, &language);
        Ok(view::EditedView { step, landings })
    })
}

/// What would be said of an edit, without doing it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn judge_edit(desktop: State<'_, Desktop>, edit: Edit, language: String) -> Answer<view::VerdictView> {
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, index) = desk.station()?;
        let judged = verdict(station, index, &|collision| {
            op(station, index, &edit, collision, &language)
        });
        Ok(view::verdict(&judged, station, index, &language))
    })
}

/// Programmes and episodes that a text means, the nearest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn search(
    desktop: State<'_, Desktop>,
    text: String,
    language: String,
) -> Answer<Vec<view::FoundView>> {
    desktop.with(|desk| {
        let hits = desk.search(&text, MOST_HITS)?;
        let (station, _) = desk.station()?;
        Ok(view::found(&hits, station, &language_of(&language)?))
    })
}

/// Where a programme, season, episode or version airs.
#[tauri::command]
#[specta::specta]
pub(crate) async fn airs(desktop: State<'_, Desktop>, id: String, language: String) -> Answer<Vec<view::LandingView>> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::airs(station, index, &id, &language_of(&language)?))
    })
}

/// Applies a fix of an open slot: its amendments and the airing together, one step of undo.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fill_by_fix(
    desktop: State<'_, Desktop>,
    slot: String,
    date: String,
    document: String,
    airs: String,
    language: String,
) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let chosen = Chosen {
            amendments: source::amendments_in(document.as_bytes())?,
            slot: SlotId::new(slot),
            date: date_of(&date)?,
            airs,
            language: language_of(&language)?,
        };
        let zones = desk.zones().clone();
        let (station, _) = desk.station()?;
        let op = fix::apply(station, &zones, &chosen)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// What time it is on every channel.
#[tauri::command]
#[specta::specta]
pub(crate) async fn now(desktop: State<'_, Desktop>) -> Answer<Vec<view::NowView>> {
    desktop.at_once(|desk| {
        let (_, index, _) = desk.at_first()?;
        Ok(view::now(index, desktop.outside.now()))
    })
}

/// The whole schedule from far away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn overview(desktop: State<'_, Desktop>, from: String, days: u32) -> Answer<view::OverviewView> {
    desktop.with(|desk| {
        let range = range_of(&from, days)?;
        let survey = desk.survey(range)?;
        let (station, index) = desk.station()?;
        Ok(view::overview(station, index, range, &survey))
    })
}
