//! The grid, tried out and edited; occasions, campaigns and restrictions.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use arna_app::ops::grid::GridEdit;
use arna_app::ops::occasion::OccasionEdit;
use arna_app::ops::restriction::RestrictionEdit;
use arna_app::ops::{self, Op};
use arna_app::planning::{self, Effort, Policy, Proof};
use arna_app::{Desk, Failure, view};
use arna_domain::{Index, Station};
use tauri::State;

use super::{Answer, channel_of, date_of, language_of, week_of};
use crate::desktop::{Desktop, threads};

/// A channel's grid in the week of a date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn grid(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    language: String,
) -> Answer<view::GridView> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        let from = date_of(&from)?;
        let language = language_of(&language)?;
        Ok(view::grid(
            station,
            index,
            channel_of(index, &channel)?,
            from,
            &language,
        ))
    })
}

/// What a channel's slots would air in the week of a date, as calculated now. Asking once more ends an earlier calculation.
#[tauri::command]
#[specta::specta]
pub(crate) async fn grid_would_air(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    language: String,
) -> Answer<Vec<view::WouldAirView>> {
    let range = week_of(date_of(&from)?);
    let own = desktop.looking.fetch_add(1, Ordering::Relaxed) + 1;
    // It works on a copy: the window goes on with the station meanwhile.
    let (station, index) = desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok((station.clone(), index.clone()))
    })?;
    let policy = Policy {
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: threads(),
        proof: Proof::Spared,
    };
    let report = |_| {
        if desktop.looking.load(Ordering::Relaxed) == own {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let plan = planning::calculate(&index, &station.schedule, &policy, &report)?;
    let (channel, language) = (channel_of(&index, &channel)?, language_of(&language)?);
    Ok(view::would_air(
        &station,
        &index,
        &plan.airings,
        channel,
        range,
        &language,
    ))
}

/// What slots can be filled with, campaigns air and occasions be.
#[tauri::command]
#[specta::specta]
pub(crate) async fn grid_choices(desktop: State<'_, Desktop>, language: String) -> Answer<view::ChoicesView> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::choices(station, index, &language_of(&language)?))
    })
}

/// What an edit of a grid would do, before it is done.
#[tauri::command]
#[specta::specta]
pub(crate) async fn grid_try(desktop: State<'_, Desktop>, edit: GridEdit, language: String) -> Answer<view::TrialView> {
    tried(&desktop, &language, |station, _| ops::grid::op(station, &edit))
}

/// Edits a grid.
#[tauri::command]
#[specta::specta]
pub(crate) async fn grid_edit(desktop: State<'_, Desktop>, edit: GridEdit) -> Answer<view::StepView> {
    done(&desktop, |station, _| ops::grid::op(station, &edit))
}

/// Occasions, campaigns, holdbacks and blackouts.
#[tauri::command]
#[specta::specta]
pub(crate) async fn occasions(desktop: State<'_, Desktop>, language: String) -> Answer<view::OccasionsView> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::occasions(station, index, &language_of(&language)?))
    })
}

/// What an edit of an occasion or campaign would do, before it is done.
#[tauri::command]
#[specta::specta]
pub(crate) async fn occasion_try(
    desktop: State<'_, Desktop>,
    edit: OccasionEdit,
    language: String,
) -> Answer<view::TrialView> {
    tried(&desktop, &language, |station, index| {
        ops::occasion::op(station, index, &edit)
    })
}

/// Edits an occasion or campaign.
#[tauri::command]
#[specta::specta]
pub(crate) async fn occasion_edit(desktop: State<'_, Desktop>, edit: OccasionEdit) -> Answer<view::StepView> {
    done(&desktop, |station, index| ops::occasion::op(station, index, &edit))
}

/// Edits a holdback or blackout.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restriction_edit(desktop: State<'_, Desktop>, edit: RestrictionEdit) -> Answer<view::StepView> {
    done(&desktop, |station, index| ops::restriction::op(station, index, &edit))
}

fn tried(
    desktop: &Desktop,
    language: &str,
    make: impl FnOnce(&Station, &Index) -> Result<Op, Failure>,
) -> Answer<view::TrialView> {
    desktop.with(|desk| {
        let language = language_of(language)?;
        let op = match made(desk, make) {
            Ok(op) => op,
            Err(failure) => return Ok(view::refused_trial(&failure)),
        };
        let tried = desk.try_out(&op, &desktop.outside.hand())?;
        let (station, index) = desk.station()?;
        Ok(view::trial((station, index), &tried, &language))
    })
}

fn done(desktop: &Desktop, make: impl FnOnce(&Station, &Index) -> Result<Op, Failure>) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let op = made(desk, make)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

fn made(desk: &mut Desk, make: impl FnOnce(&Station, &Index) -> Result<Op, Failure>) -> Result<Op, Failure> {
    let (station, index) = desk.station()?;
    make(station, index)
}
