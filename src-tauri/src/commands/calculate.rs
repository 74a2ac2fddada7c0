//! Calculating, and deciding about the proposal.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use arna_app::planning::{Keep, Policy, Progress};
use arna_app::{Desk, Failure, view};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tauri_specta::Event;

use super::{Answer, language_of, range_of};
use crate::asked::{CalculationAsked, KeepAsked};
use crate::desktop::{Desktop, threads};
use crate::outside::Told;

/// How far a calculation is.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct Calculating {
    /// The step: the message `step-<step>`.
    step: String,
    done: u32,
    total: u32,
}

impl From<Progress> for Calculating {
    fn from(progress: Progress) -> Self {
        let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            step: progress.step.as_str().to_owned(),
            done: count(progress.done),
            total: count(progress.total),
        }
    }
}

/// Calculates a range and keeps the plan as the proposal. Sends [`Calculating`] on the way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn calculate(
    desktop: State<'_, Desktop>,
    asked: CalculationAsked,
    language: String,
) -> Answer<Option<view::ProposalView>> {
    let policy = Policy {
        range: range_of(&asked.from, asked.days)?,
        seed: 0,
        effort: asked.effort.into(),
        threads: threads(),
        proof: asked.proof.into(),
    };
    desktop.cancelled.store(false, Ordering::Relaxed);
    let report = |progress: Progress| {
        desktop.outside.tell(Told::Calculating(progress.into()));
        if desktop.cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    desktop.with(|desk| {
        match asked.keep {
            KeepAsked::Nothing => desk.calculate(&policy, &report).map(drop)?,
            KeepAsked::Accepted => desk.replan(&policy, Keep::Accepted, &report).map(drop)?,
        }
        waiting(desk, &language)
    })
}

/// Stops the calculation under way.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel(desktop: State<'_, Desktop>) {
    desktop.cancelled.store(true, Ordering::Relaxed);
}

/// The plan that waits for a decision.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proposal(desktop: State<'_, Desktop>, language: String) -> Answer<Option<view::ProposalView>> {
    desktop.with(|desk| waiting(desk, &language))
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

fn waiting(desk: &mut Desk, language: &str) -> Result<Option<view::ProposalView>, Failure> {
    let Some(proposal) = desk.proposal()? else {
        return Ok(None);
    };
    let (station, index) = desk.station()?;
    Ok(Some(view::proposal(&proposal, station, index, &language_of(language)?)))
}
