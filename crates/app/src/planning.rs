//! Calculating: what is fixed for a range, the plan, and how it differs from what is accepted.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::index::Fixed;
use arna_domain::{Airing, DateRange, Index, Origin, Plan};
use arna_planner::{Accepted, Depth, Request};
pub use arna_planner::{Cause, Changed, Difference, Effort, Keep, Moved, Progress, Proof, Replanned, Step};

use crate::failure::Failure;

/// How to calculate.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// The dates.
    pub range: DateRange,
    /// Ties are broken by it.
    pub seed: u64,
    /// How long to look for something better.
    pub effort: Effort,
    /// Threads at most; never changes the result.
    pub threads: NonZeroUsize,
    /// Whether to prove how good the plan is.
    pub proof: Proof,
}

impl Policy {
    fn request<'a>(&self, index: &'a Index) -> Request<'a> {
        Request {
            index,
            range: self.range,
            seed: self.seed,
            effort: self.effort,
            threads: self.threads,
            proof: self.proof,
        }
    }
}

/// The index that planning a range reads: the accepted schedule outside the range is as fixed as pins and history are.
/// What aired before the range counts as history, what is accepted after it as pins; inside the range only the
/// coordinator's own pins hold.
pub fn fixed_around(index: &Index, schedule: &[Airing], range: DateRange) -> Index {
    let mut all = index.clone();
    let known: HashSet<_> = index
        .pins
        .iter()
        .chain(&index.history)
        .map(|one| (one.channel, one.start))
        .collect();
    for airing in schedule
        .iter()
        .filter(|airing| airing.origin.is_programme() && !range.holds(airing.date))
    {
        let found = airing
            .version
            .as_ref()
            .and_then(|version| index.version(version.as_str()));
        let (Some(channel), Some(version)) = (index.channel(airing.channel.as_str()), found) else {
            continue;
        };
        if known.contains(&(channel, airing.start)) {
            continue;
        }
        let fixed = Fixed {
            channel,
            date: airing.date,
            start: airing.start,
            version,
            licence: airing
                .licence
                .as_ref()
                .and_then(|licence| index.licence(licence.as_str())),
            moves_strand: matches!(airing.origin, Origin::Pin | Origin::Sequel),
        };
        if airing.date < range.from {
            all.history.push(fixed);
        } else {
            all.pins.push(fixed);
        }
    }
    all
}

/// A plan of the range.
///
/// # Errors
/// `cancelled` when the report asks to stop; what keeps the range from being planned.
pub fn calculate(
    index: &Index,
    schedule: &[Airing],
    policy: &Policy,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Plan, Failure> {
    let index = fixed_around(index, schedule, policy.range);
    Ok(arna_planner::plan(&policy.request(&index), report)?)
}

/// A plan of the range that keeps to what is accepted.
///
/// # Errors
/// `cancelled` when the report asks to stop; what keeps the range from being planned.
pub fn replan(
    index: &Index,
    schedule: &[Airing],
    policy: &Policy,
    keep: Keep,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Replanned, Failure> {
    let index = fixed_around(index, schedule, policy.range);
    let accepted = Accepted {
        schedule,
        keep,
        weight: Accepted::USUAL_WEIGHT,
    };
    Ok(arna_planner::replan(
        &policy.request(&index),
        &accepted,
        Depth::Optimised,
        report,
    )?)
}

/// How a plan differs from what is accepted in its range, and why.
pub fn difference(index: &Index, schedule: &[Airing], plan: &Plan) -> Difference {
    let index = fixed_around(index, schedule, plan.range);
    arna_planner::difference(&index, plan.range, schedule, plan)
}

/// Percent to two decimals, rounded up: a proof says no more than it shows.
pub fn percent(share: f64) -> String {
    format!("{:.2}", (share * 100.0).ceil() / 100.0)
}
