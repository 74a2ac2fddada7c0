//! Rolling a body of work out over many channels: from a document to a proposal, and into a station.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_domain::index::Invalid;
use arna_domain::rollout::{Proposal, Rollout};
use arna_domain::{DateRange, Index, Station, Zones, values};
use arna_exchange::rollout_json;
use arna_planner::Progress;
use arna_planner::rollout::{Policy, RolloutError};

use crate::export::{self, What};
use crate::failure::Failure;
use crate::planning::fixed_around;
use crate::source;

/// The rollout of a document.
///
/// # Errors
/// What cannot be read, with line and path.
pub fn read(path: &Path) -> Result<Rollout, Failure> {
    rollout_json::read(&source::bytes(path)?).map_err(|error| Failure::from(error).of(path))
}

/// A proposal for a station; its accepted schedule outside the windows is as fixed as history and pins are.
///
/// # Errors
/// `rollout_unusable` with everything in the request that cannot be worked out; `cancelled` when the report asks to stop; what
/// keeps the station from being planned.
pub fn propose(
    station: &Station,
    rollout: &Rollout,
    zones: &Zones,
    threads: NonZeroUsize,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Proposal, Failure> {
    let resolve = |station: &Station, range: DateRange| -> Result<Index, Vec<Invalid>> {
        Index::of(station, zones).map(|index| fixed_around(&index, &station.schedule, range).into_owned())
    };
    let policy = Policy { threads, report };
    arna_planner::rollout::propose(station, rollout, &resolve, policy).map_err(|error| match error {
        RolloutError::Request(invalid) => {
            let count = invalid.len();
            Failure {
                details: Failure::unusable(&invalid).details,
                ..Failure::new("rollout_unusable", values! { "count" => count })
            }
        }
        RolloutError::Station(invalid) => Failure::unusable(&invalid),
        RolloutError::Plan(error) => error.into(),
    })
}

/// A proposal's document, `arna-rollout-proposal/1`.
pub fn document(proposal: &Proposal, index: &Index) -> String {
    rollout_json::write(proposal, index)
}

/// Writes the station with the proposal taken in, as `arna-station/1`: the whole of it or nothing.
///
/// # Errors
/// When the file cannot be written.
pub fn apply(station: &Station, proposal: &Proposal, zones: &Zones, to: &Path) -> Result<(), Failure> {
    let applied = proposal.applied_to(station);
    let index = source::index_of(&applied, zones)?;
    export::to_file(&applied, &index, &applied.schedule, zones, &What::Station, to).map(|_| ())
}
