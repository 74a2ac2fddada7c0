//! Calculating: what is fixed for a range, the plan, and how it differs from what is accepted.

use std::collections::{BTreeMap, HashSet};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::index::Fixed;
use arna_domain::{Airing, ChannelId, DateRange, Index, Instant, Origin, Plan};
use arna_planner::Request;
pub use arna_planner::{Effort, Progress, Proof, Step};
use serde::Serialize;

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
    let request = Request {
        index: &index,
        range: policy.range,
        seed: policy.seed,
        effort: policy.effort,
        threads: policy.threads,
        proof: policy.proof,
    };
    Ok(arna_planner::plan(&request, report)?)
}

/// How a plan changes what is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// On air now where nothing of the kind was.
    pub added: Vec<Airing>,
    /// The same on the same channel and date at another time: before, after.
    pub moved: Vec<(Airing, Airing)>,
    /// No longer on air.
    pub removed: Vec<Airing>,
    /// As accepted.
    pub kept: Vec<Airing>,
}

/// How the airings of a plan differ from the accepted ones of its range. Two airings are the same where channel, start,
/// end and content agree; what else agrees in channel, date and content has moved.
pub fn difference(before: &[Airing], after: &[Airing]) -> Difference {
    let mut difference = Difference::default();
    let mut old: BTreeMap<(&ChannelId, Instant), &Airing> = before
        .iter()
        .map(|airing| ((&airing.channel, airing.start), airing))
        .collect();
    let mut new = Vec::new();
    for airing in after {
        let key = (&airing.channel, airing.start);
        if old
            .get(&key)
            .is_some_and(|was| was.end == airing.end && content(was) == content(airing))
        {
            old.remove(&key);
            difference.kept.push(airing.clone());
        } else {
            new.push(airing);
        }
    }
    let mut gone: BTreeMap<_, Vec<&Airing>> = BTreeMap::new();
    for was in old.into_values().rev() {
        gone.entry((&was.channel, was.date, content(was)))
            .or_default()
            .push(was);
    }
    for airing in new {
        match gone
            .get_mut(&(&airing.channel, airing.date, content(airing)))
            .and_then(Vec::pop)
        {
            Some(was) => difference.moved.push((was.clone(), airing.clone())),
            None => difference.added.push(airing.clone()),
        }
    }
    difference.removed = gone.into_values().flatten().cloned().collect();
    difference
        .removed
        .sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
    difference
}

fn content(airing: &Airing) -> (Option<&str>, Option<&str>) {
    (
        airing.version.as_ref().map(arna_domain::VersionId::as_str),
        airing.title.as_deref(),
    )
}
