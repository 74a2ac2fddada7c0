//! Calculating: what is fixed for a range, the plan, and how it differs from what is accepted.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_domain::index::{FillEntry, Fixed, OfPool, SlotIx};
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Index, Origin, Plan, Score, values};
use arna_exchange::{file, plan_json};
use arna_planner::{Accepted, Depth, Request};
pub use arna_planner::{Cause, Changed, Difference, Earned, Effort, Keep, Moved, Progress, Proof, Replanned, Step};
use rustc_hash::{FxHashMap, FxHashSet};

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

/// So many dates from a first on.
///
/// # Errors
/// `range_too_long`; `range_past_calendar` with the first and the last date that can be planned.
pub fn dates(from: BroadcastDate, days: u32) -> Result<DateRange, Failure> {
    DateRange::new(from, days).ok_or_else(|| {
        if days > DateRange::LONGEST {
            let values = values! { "days" => days, "most" => DateRange::LONGEST };
            return Failure::new("range_too_long", values);
        }
        let (first, last) = (BroadcastDate::EARLIEST.to_string(), BroadcastDate::LATEST.to_string());
        let until = DateRange { from, days }.end().plus_days(-1).to_string();
        let values = values! { "from" => from.to_string(), "until" => until, "first" => first, "last" => last };
        Failure::new("range_past_calendar", values)
    })
}

/// Which channels are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Channels {
    /// All of the station.
    #[default]
    All,
    /// These.
    Only(BTreeSet<ChannelId>),
}

impl Channels {
    /// Whether a channel is among them.
    pub fn hold(&self, channel: &ChannelId) -> bool {
        match self {
            Self::All => true,
            Self::Only(some) => some.contains(channel),
        }
    }
}

/// The index that planning a range reads: the accepted schedule outside the range is as fixed as pins and history are.
/// What aired before the range counts as history, what is accepted after it as pins; inside the range only the
/// coordinator's own pins hold. What both history and schedule tell of counts once: history says that it aired, the schedule what for.
pub fn fixed_around<'i>(index: &'i Index, schedule: &[Airing], range: DateRange) -> Cow<'i, Index> {
    let mut outside = schedule
        .iter()
        .filter(|airing| airing.origin.is_programme() && !range.holds(airing.date))
        .peekable();
    if outside.peek().is_none() {
        return Cow::Borrowed(index);
    }
    let mut all = index.clone();
    let repeated = Repeated::of(index, schedule);
    let pinned: FxHashSet<_> = index.pins.iter().map(|one| (one.channel, one.start)).collect();
    let aired: FxHashMap<_, usize> = (0..)
        .zip(&index.history)
        .map(|(at, one)| ((one.channel, one.start), at))
        .collect();
    for airing in outside {
        let Some(fixed) = fixed(index, &repeated, airing) else {
            continue;
        };
        if let Some(&at) = aired.get(&(fixed.channel, fixed.start)) {
            let own = &mut all.history[at];
            if own.version == fixed.version {
                (own.slot, own.of_pool) = (fixed.slot, fixed.of_pool);
            }
            continue;
        }
        if pinned.contains(&(fixed.channel, fixed.start)) {
            continue;
        }
        if airing.date < range.from {
            all.history.push(fixed);
        } else {
            all.pins.push(fixed);
        }
    }
    Cow::Owned(all)
}

/// The index that judging what is accepted in a range reads: as planning it, but what history tells of the range and the
/// schedule does too counts as the schedule says.
pub fn judged_in<'i>(index: &'i Index, schedule: &[Airing], range: DateRange) -> Cow<'i, Index> {
    let mut own = fixed_around(index, schedule, range);
    if own.history.iter().any(|one| range.holds(one.date)) {
        let accepted: FxHashSet<_> = schedule
            .iter()
            .filter(|airing| range.holds(airing.date))
            .filter_map(|airing| Some((index.channel(airing.channel.as_str())?, airing.start)))
            .collect();
        let is_told = |one: &Fixed| range.holds(one.date) && accepted.contains(&(one.channel, one.start));
        own.to_mut().history.retain(|one| !is_told(one));
    }
    own
}

/// The accepted airings of pool slots that other slots repeat, by slot and date.
struct Repeated<'s>(FxHashMap<(SlotIx, BroadcastDate), &'s Airing>);

impl<'s> Repeated<'s> {
    fn of(index: &Index, schedule: &'s [Airing]) -> Self {
        let roots = index.slots.iter().filter_map(|slot| match slot.fill {
            FillEntry::Repeat { root, .. } => Some(root),
            _ => None,
        });
        let roots: FxHashSet<SlotIx> = roots.collect();
        let of_pools = schedule.iter().filter(|airing| airing.origin == Origin::Pool);
        let of_slots = of_pools.filter_map(|airing| Some((index.slot(airing.slot.as_ref()?.as_str())?, airing)));
        let repeated = of_slots.filter(|(slot, _)| roots.contains(slot));
        Self(repeated.map(|(slot, airing)| ((slot, airing.date), airing)).collect())
    }

    /// What an airing was calculated as, where that was a pool's: a repeat is followed to what it repeats.
    fn of_pool(&self, index: &Index, airing: &Airing) -> Option<OfPool> {
        match airing.origin {
            Origin::Pool => return Some(OfPool::Airing),
            Origin::Repeat => {}
            _ => return None,
        }
        let (mut slot, mut date) = (index.slot(airing.slot.as_ref()?.as_str())?, airing.date);
        // A repeat never repeats itself, so this ends.
        while let FillEntry::Repeat { of, days_after, .. } = index.slots[slot.at()].fill {
            (slot, date) = (of, date.plus_days(-i64::from(days_after)));
        }
        let source = self.0.get(&(slot, date))?;
        (source.version == airing.version).then_some(OfPool::Repeat { of: source.start })
    }
}

/// An accepted airing, as what is fixed is known.
fn fixed(index: &Index, repeated: &Repeated<'_>, airing: &Airing) -> Option<Fixed> {
    let licence = airing.licence.as_ref();
    Some(Fixed {
        channel: index.channel(airing.channel.as_str())?,
        date: airing.date,
        start: airing.start,
        version: index.version(airing.version.as_ref()?.as_str())?,
        licence: licence.and_then(|licence| index.licence(licence.as_str())),
        moves_strand: matches!(airing.origin, Origin::Pin | Origin::Sequel),
        of_pool: repeated.of_pool(index, airing),
        slot: airing.slot.as_ref().and_then(|slot| index.slot(slot.as_str())),
    })
}

/// The index that planning some channels of a range reads: what is accepted on the others stays as if it were pinned, and
/// nothing is sought for them. Their runs, gaps and premieres count.
fn others_fixed(index: &Index, schedule: &[Airing], range: DateRange, channels: &Channels) -> Index {
    let mut all = fixed_around(index, schedule, range).into_owned();
    if *channels == Channels::All {
        return all;
    }
    let known: FxHashSet<_> = all.pins.iter().map(|one| (one.channel, one.start)).collect();
    let others = schedule
        .iter()
        .filter(|airing| range.holds(airing.date) && airing.origin.is_programme() && !channels.hold(&airing.channel));
    let repeated = Repeated::of(index, schedule);
    let others = others.filter_map(|airing| fixed(index, &repeated, airing));
    all.pins
        .extend(others.filter(|one| !known.contains(&(one.channel, one.start))));
    for channel in &mut all.channels {
        if !channels.hold(&channel.id) {
            channel.slots.clear();
            channel.quotas.clear();
        }
    }
    all
}

/// What a plan says of some channels.
fn of_channels(mut plan: Plan, index: &Index, channels: &Channels) -> Plan {
    plan.airings.retain(|airing| channels.hold(&airing.channel));
    plan.findings.retain(|finding| {
        finding
            .place
            .channel
            .as_ref()
            .is_none_or(|channel| channels.hold(channel))
    });
    plan.open.retain(|open| {
        let slot = index.slot(open.slot.as_str()).map(|slot| &index.slots[slot.at()]);
        slot.is_some_and(|slot| channels.hold(&index.channels[slot.channel.at()].id))
    });
    plan
}

/// A plan of some channels of the range, the others staying as they are.
///
/// # Errors
/// As [`calculate`].
pub fn calculate_on(
    index: &Index,
    schedule: &[Airing],
    channels: &Channels,
    policy: &Policy,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Plan, Failure> {
    let own = others_fixed(index, schedule, policy.range, channels);
    let plan = arna_planner::plan(&policy.request(&own), report)?;
    Ok(of_channels(plan, index, channels))
}

/// A plan of some channels of the range that keeps to what is accepted, the others staying as they are.
///
/// # Errors
/// As [`replan`].
pub fn replan_on(
    index: &Index,
    schedule: &[Airing],
    channels: &Channels,
    policy: &Policy,
    keep: Keep,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Plan, Failure> {
    let own = others_fixed(index, schedule, policy.range, channels);
    let chosen: Vec<Airing> = schedule
        .iter()
        .filter(|airing| channels.hold(&airing.channel))
        .cloned()
        .collect();
    let accepted = Accepted {
        schedule: &chosen,
        keep,
        weight: Accepted::USUAL_WEIGHT,
    };
    let again = arna_planner::replan(&policy.request(&own), &accepted, Depth::Optimised, report)?;
    Ok(of_channels(again.plan, index, channels))
}

/// A schedule with a plan's airings in place of those of its range on some channels, sorted by channel and start.
pub fn with_plan(schedule: &[Airing], plan: &Plan, channels: &Channels) -> Vec<Airing> {
    let stays = |airing: &&Airing| !(plan.range.holds(airing.date) && channels.hold(&airing.channel));
    let mut all: Vec<Airing> = schedule.iter().filter(stays).cloned().collect();
    all.extend(plan.airings.iter().cloned());
    // Two pins may start together: they keep their order.
    all.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
    all
}

/// How a plan of some channels differs from what is accepted on them in its range, and why.
pub fn difference_on(index: &Index, schedule: &[Airing], plan: &Plan, channels: &Channels) -> Difference {
    if *channels == Channels::All {
        return difference(index, schedule, plan);
    }
    let mut whole = plan.clone();
    whole.airings = with_plan(schedule, plan, channels);
    whole.airings.retain(|airing| plan.range.holds(airing.date));
    let mut difference = difference(index, schedule, &whole);
    // Others are kept; what is kept is told by its place in the plan, which lacks them.
    let mut own = 0;
    let places: Vec<Option<usize>> = whole
        .airings
        .iter()
        .map(|airing| {
            channels.hold(&airing.channel).then(|| {
                own += 1;
                own - 1
            })
        })
        .collect();
    difference.kept = difference.kept.iter().filter_map(|&place| places[place]).collect();
    difference
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

/// How much a plan holds, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Airings.
    pub airings: usize,
    /// Open slots.
    pub open: usize,
    /// Findings.
    pub findings: usize,
    /// The score.
    pub score: Score,
}

impl Sum {
    /// Of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self {
            airings: plan.airings.len(),
            open: plan.open.len(),
            findings: plan.findings.len(),
            score: plan.score,
        }
    }
}

/// Writes a plan's document, the bytes that [`calculate`] and [`crate::export::plan_document`] make, without ever holding the whole of
/// it: a year of two hundred channels has ten million airings.
///
/// # Errors
/// As [`calculate`]; when the receiver takes no more.
pub fn calculate_to(
    index: &Index,
    schedule: &[Airing],
    policy: &Policy,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    to: &mut dyn Write,
) -> Result<Sum, NotWritten> {
    let index = fixed_around(index, schedule, policy.range);
    let write = |draft: &arna_planner::Draft<'_, '_>| -> std::io::Result<Sum> {
        let (mut airings, open) = (0, draft.open());
        let sum = Sum {
            airings: 0,
            open: open.len(),
            findings: draft.findings().len(),
            score: draft.score(),
        };
        let parts = plan_json::Parts {
            range: draft.range(),
            seed: draft.seed(),
            airings: draft.airings().inspect(|_| airings += 1),
            open,
            findings: draft.findings(),
            score: draft.score(),
        };
        plan_json::write_to(parts, &index, to)?;
        Ok(Sum { airings, ..sum })
    };
    let written = arna_planner::plan_then(&policy.request(&index), report, write);
    Ok(written.map_err(Failure::from)??)
}

/// As [`calculate_to`], into a file: the whole document or nothing.
///
/// # Errors
/// As [`calculate`]; when the file cannot be written.
pub fn calculate_to_file(
    index: &Index,
    schedule: &[Airing],
    policy: &Policy,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    path: &Path,
) -> Result<Sum, Failure> {
    file::replace(path, |to| calculate_to(index, schedule, policy, report, to)).map_err(|error| match error {
        NotWritten::Failure(failure) => failure,
        NotWritten::Receiver(error) => Failure::io("write", &error, path),
    })
}

/// Why no plan was written.
#[derive(Debug)]
pub enum NotWritten {
    /// There is none.
    Failure(Failure),
    /// The receiver took no more.
    Receiver(std::io::Error),
}

impl From<Failure> for NotWritten {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<std::io::Error> for NotWritten {
    fn from(error: std::io::Error) -> Self {
        Self::Receiver(error)
    }
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
