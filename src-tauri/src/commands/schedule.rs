//! What is on air, its problems, and why.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use arna_app::explaining::{self, Question};
use arna_app::fixing::{self, Wanted};
use arna_app::{Failure, view};
use arna_domain::{Instant, values};
use tauri::State;

use super::{Answer, channel_of, date_of, language_of, range_of, week_of};
use crate::desktop::{Desktop, threads};

/// The seven days of a channel from a date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn week(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    language: String,
) -> Answer<Vec<view::ChannelDay>> {
    desktop.at_once(|desk| {
        let (from, language) = (date_of(&from)?, language_of(&language)?);
        let (station, index) = desk.for_week(&channel, from)?;
        let channel = channel_of(index, &channel)?;
        Ok(view::week(station, index, channel, from, &language))
    })
}

/// A day of all channels.
#[tauri::command]
#[specta::specta]
pub(crate) async fn day(desktop: State<'_, Desktop>, date: String, language: String) -> Answer<Vec<view::LaneView>> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::day(station, index, date_of(&date)?, &language_of(&language)?))
    })
}

/// A channel's day as a list, to the second.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rundown(
    desktop: State<'_, Desktop>,
    channel: String,
    date: String,
    language: String,
) -> Answer<view::RundownView> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::rundown(
            station,
            index,
            channel_of(index, &channel)?,
            date_of(&date)?,
            &language_of(&language)?,
        ))
    })
}

/// What is to be said of the schedule in a range.
#[tauri::command]
#[specta::specta]
pub(crate) async fn problems(desktop: State<'_, Desktop>, from: String, days: u32) -> Answer<Vec<view::ProblemView>> {
    desktop.with(|desk| {
        let review = desk.review(range_of(&from, days)?)?;
        let (_, index) = desk.station()?;
        Ok(view::problems(&review, index))
    })
}

/// Why an airing is where it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn explain_airing(
    desktop: State<'_, Desktop>,
    channel: String,
    date: String,
    starts: String,
) -> Answer<view::ExplainView> {
    let start = Instant::parse(&starts)
        .ok_or_else(|| Failure::new("nothing_there", values! { "channel" => channel, "start" => starts }))?;
    explained(&desktop, &date, &Question::Airing { channel, start })
}

/// Why a slot is open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn explain_slot(desktop: State<'_, Desktop>, slot: String, date: String) -> Answer<view::ExplainView> {
    let question = Question::Slot {
        slot,
        date: date_of(&date)?,
    };
    explained(&desktop, &date, &question)
}

/// What would make an open slot air, each change tried out by planning its week again. Asking once more ends an earlier search.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fixes(desktop: State<'_, Desktop>, slot: String, date: String) -> Answer<Vec<view::FixView>> {
    let date = date_of(&date)?;
    let wanted = Wanted {
        slot,
        date,
        range: week_of(date),
        threads: threads(),
    };
    let own = desktop.fixing.fetch_add(1, Ordering::Relaxed) + 1;
    // The search works on a copy: the window goes on with the station meanwhile.
    let (station, index, zones) = desktop.with(|desk| {
        let zones = desk.zones().clone();
        let (station, index) = desk.station()?;
        Ok((station.clone(), index.clone(), zones))
    })?;
    let report = |_| {
        if desktop.fixing.load(Ordering::Relaxed) == own {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let found = fixing::fixes(&station, &index, &zones, &station.schedule, &wanted, &report)?;
    Ok(view::fixes(&found, &index))
}

fn explained(desktop: &Desktop, date: &str, question: &Question) -> Answer<view::ExplainView> {
    let week = week_of(date_of(date)?);
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::explanation(&explaining::explain(
            index,
            &station.schedule,
            week,
            question,
        )?))
    })
}
