//! Calculating, and deciding about the proposal.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use arna_app::fixing::{self, Wanted};
use arna_app::planning::{Channels, Keep, Policy, Progress, percent};
use arna_app::proposal::{Asked, ChannelDate, Proposal};
use arna_app::{Desk, Failure, ops, source, view};
use arna_domain::{ChannelId, values};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tauri_specta::Event;

use super::{Answer, channel_of, date_of, language_of, range_of, week_of};
use crate::asked::{CalculationAsked, DayAsked, KeepAsked};
use crate::desktop::{Desktop, threads};
use crate::outside::Told;

/// How far a calculation is.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct Calculating {
    /// The step: the message `step-<step>`.
    step: String,
    done: u32,
    total: u32,
    /// What the pools earn by the best found so far, in points; none where nothing is compared yet.
    score: Option<i32>,
    /// By how many percent of what is possible that may fall short at most, where it is proven.
    short: Option<String>,
}

impl From<Progress> for Calculating {
    fn from(progress: Progress) -> Self {
        let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            step: progress.step.as_str().to_owned(),
            done: count(progress.done),
            total: count(progress.total),
            score: progress.earned.map(|one| i32::try_from(one.score).unwrap_or(i32::MAX)),
            short: progress.earned.and_then(|one| one.short_by_at_most()).map(percent),
        }
    }
}

/// Calculates a range and keeps the plan as the proposal. Sends [`Calculating`] on the way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn calculate(
    desktop: State<'_, Desktop>,
    asked: CalculationAsked,
) -> Answer<Option<view::ProposalView>> {
    let asked = Asked {
        channels: match asked.channels {
            None => Channels::All,
            Some(some) => Channels::Only(some.into_iter().map(ChannelId::new).collect()),
        },
        policy: Policy {
            range: range_of(&asked.from, asked.days)?,
            seed: 0,
            effort: asked.effort.into(),
            threads: threads(),
            proof: asked.proof.into(),
        },
        keep: match asked.keep {
            KeepAsked::Nothing => None,
            KeepAsked::Pinned => Some(Keep::Pinned),
            KeepAsked::Accepted => Some(Keep::Accepted),
        },
    };
    let own = desktop.calculation.fetch_add(1, Ordering::Relaxed) + 1;
    let report = |progress: Progress| {
        desktop.outside.tell(Told::Calculating(progress.into()));
        if desktop.calculation.load(Ordering::Relaxed) == own {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    // The desk is free meanwhile: the window goes on.
    let basis = desktop.with(Desk::basis)?;
    let calculated = basis.calculate(&asked, &report)?;
    desktop.with(|desk| {
        if desktop.calculation.load(Ordering::Relaxed) != own {
            return Err(Failure::new("cancelled", values! {}));
        }
        desk.keep(calculated)?;
        waiting(desk)
    })
}

/// Stops the calculation under way.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel(desktop: State<'_, Desktop>) {
    desktop.calculation.fetch_add(1, Ordering::Relaxed);
}

/// The plan that waits for a decision.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proposal(desktop: State<'_, Desktop>) -> Answer<Option<view::ProposalView>> {
    desktop.with(waiting)
}

/// Takes the proposal into the schedule.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept(desktop: State<'_, Desktop>) -> Answer<view::StepView> {
    desktop.with(|desk| Ok(view::step(&desk.accept(&desktop.outside.hand())?)))
}

/// Forgets the proposal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn discard(desktop: State<'_, Desktop>) -> Answer<()> {
    desktop.with(Desk::discard)
}

/// The seven days of a channel from a date, as they are and as the proposal has them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proposal_week(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    language: String,
) -> Answer<Vec<view::ComparedDay>> {
    desktop.with(|desk| {
        let proposal = proposed(desk)?;
        let (station, index) = desk.station()?;
        let (channel, from) = (channel_of(index, &channel)?, date_of(&from)?);
        let language = language_of(&language)?;
        Ok(view::compared_week(&proposal, station, index, channel, from, &language))
    })
}

/// A day of the proposal's channels, as it is and as the proposal has it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proposal_day(
    desktop: State<'_, Desktop>,
    date: String,
    language: String,
) -> Answer<Vec<view::ComparedDay>> {
    desktop.with(|desk| {
        let proposal = proposed(desk)?;
        let (station, index) = desk.station()?;
        let (date, language) = (date_of(&date)?, language_of(&language)?);
        Ok(view::compared_day(&proposal, station, index, date, &language))
    })
}

/// What accepting some days of the proposal would come to.
#[tauri::command]
#[specta::specta]
pub(crate) async fn examine(desktop: State<'_, Desktop>, days: Vec<DayAsked>) -> Answer<view::ExaminedView> {
    desktop.with(|desk| {
        let examined = desk.examine(&days_of(&days)?)?;
        let (_, index) = desk.station()?;
        Ok(view::examined(&examined, index))
    })
}

/// Takes some days of the proposal into the schedule; the rest waits on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_days(desktop: State<'_, Desktop>, days: Vec<DayAsked>) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let change = desk.accept_days(&days_of(&days)?, &desktop.outside.hand())?;
        Ok(view::step(&change))
    })
}

/// What would make a slot air that the proposal leaves open. Asking once more ends an earlier search.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proposal_fixes(
    desktop: State<'_, Desktop>,
    slot: String,
    date: String,
) -> Answer<Vec<view::FixView>> {
    let date = date_of(&date)?;
    let own = desktop.fixing.fetch_add(1, Ordering::Relaxed) + 1;
    let (basis, proposal, zones) = desktop.with(|desk| {
        let proposal = proposed(desk)?;
        Ok((desk.basis()?, proposal, desk.zones().clone()))
    })?;
    let wanted = Wanted {
        slot,
        date,
        range: week_of(date),
        threads: threads(),
    };
    let report = |_| {
        if desktop.fixing.load(Ordering::Relaxed) == own {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let schedule = &proposal.then.schedule;
    let found = fixing::fixes(&proposal.then, basis.index(), &zones, schedule, &wanted, &report)?;
    Ok(view::fixes(&found, basis.index()))
}

/// Pins a version to the start of a slot that stays open, whatever the rules say.
#[tauri::command]
#[specta::specta]
pub(crate) async fn place_anyway(
    desktop: State<'_, Desktop>,
    slot: String,
    date: String,
    version: String,
) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        let op = ops::unplaced::place_anyway(station, index, &slot, date_of(&date)?, &version)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// Makes the amendments of a document true: those of a fix.
#[tauri::command]
#[specta::specta]
pub(crate) async fn apply_fix(desktop: State<'_, Desktop>, document: String) -> Answer<view::StepView> {
    let amendments = source::amendments_in(document.as_bytes())?;
    desktop.with(|desk| {
        let zones = desk.zones().clone();
        let (station, index) = desk.station()?;
        let op = ops::amendments::apply(station, index, &amendments, &zones)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

fn days_of(days: &[DayAsked]) -> Result<BTreeSet<ChannelDate>, Failure> {
    days.iter()
        .map(|day| Ok((ChannelId::new(day.channel.as_str()), date_of(&day.date)?)))
        .collect()
}

fn proposed(desk: &mut Desk) -> Result<Arc<Proposal>, Failure> {
    desk.proposal()?.ok_or_else(|| Failure::new("no_proposal", values! {}))
}

fn waiting(desk: &mut Desk) -> Result<Option<view::ProposalView>, Failure> {
    let Some(proposal) = desk.proposal()? else {
        return Ok(None);
    };
    let (station, index) = desk.station()?;
    Ok(Some(view::proposal(&proposal, station, index)))
}
