//! Rolling a body of work out over many channels and languages.
//!
//! From what is asked ([`Rollout`]) a proposal is made in steps, one file each: the request is checked, each channel's free
//! time is looked up, premieres are put into it in their order, repeats after them; a plan of the draft shows which licences
//! are to be asked for; and the proposal as a whole is planned once more, which is the only source of what it says airs.

mod check;
mod draft;
mod free;
mod licences;
mod premieres;
mod repeats;
mod rows;
mod slots;
mod verify;
mod versions;

use std::num::NonZeroUsize;

use arna_domain::index::Invalid;
use arna_domain::rollout::{Proposal, Rollout};
use arna_domain::{DateRange, Index, Plan, Station};

use crate::plan::plan;
use crate::request::{Effort, PlanError, Proof, Report, Request};
use check::Work;
use draft::Draft;

/// Makes the index that a range of a station is planned from. It is asked for the station as it is, and for drafts of what it
/// would be.
pub type Resolve<'a> = &'a dyn Fn(&Station, DateRange) -> Result<Index, Vec<Invalid>>;

/// Why there is no proposal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RolloutError {
    /// The request cannot be worked with: each thing wrong, with its path in the request.
    #[error("{} things are wrong with the request", .0.len())]
    Request(Vec<Invalid>),
    /// The station cannot be worked with: each thing wrong, with its path in the station.
    #[error("{} things are wrong with the station", .0.len())]
    Station(Vec<Invalid>),
    /// The station cannot be planned.
    #[error(transparent)]
    Plan(#[from] PlanError),
}

/// How a rollout is worked out.
#[derive(Clone, Copy)]
pub struct Policy<'a> {
    /// Threads at most; they never change the proposal.
    pub threads: NonZeroUsize,
    /// Who is told how far each plan is.
    pub report: Report<'a>,
}

/// Proposes slots, licences, premieres and versions for a rollout. What cannot be done is left out of the proposal and told as
/// a finding; what is in it was planned together with the whole station.
///
/// # Errors
/// [`RolloutError::Request`] for unknown ids, reversed windows and whatever else leaves nothing to work out;
/// [`RolloutError::Station`] when the station cannot be worked with; [`RolloutError::Plan`] when its history reaches into the
/// windows, or the report breaks.
pub fn propose(
    station: &Station,
    rollout: &Rollout,
    resolve: Resolve<'_>,
    policy: Policy<'_>,
) -> Result<Proposal, RolloutError> {
    let range = check::form(rollout).map_err(RolloutError::Request)?;
    let index = resolve(station, range).map_err(RolloutError::Station)?;
    let work = Work::of(station, &index, rollout, range).map_err(RolloutError::Request)?;
    let planned = |station: &Station| -> Result<Plan, RolloutError> {
        let index = resolve(station, range).map_err(RolloutError::Station)?;
        planned(&index, range, policy)
    };
    let mut seen = premieres::Seen::of(&work, planned)?;
    let mut draft = Draft::new(&work);
    for &target in &work.order {
        slots::place_target(&work, target, &mut seen, &mut draft);
    }
    if !draft.promises.is_empty() {
        draft.holdbacks = seen.holdbacks(&work);
    }
    draft.in_document_order();
    let licences = licences::to_ask_for(&work, &mut draft, planned)?;
    let mut proposal = draft.proposal(licences);
    let plan = planned(&proposal.applied_to(station))?;
    verify::state_what_airs(&work, &draft, &plan, &mut proposal);
    Ok(proposal)
}

fn planned(index: &Index, range: DateRange, policy: Policy<'_>) -> Result<Plan, RolloutError> {
    let request = Request {
        index,
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: policy.threads,
        proof: Proof::Spared,
    };
    Ok(plan(&request, policy.report)?)
}
