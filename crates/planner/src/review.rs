//! Judging a schedule that is accepted already by the rules that plans are made by.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use arna_domain::finding::Place;
use arna_domain::index::FillEntry;
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{By, Placed, Showing, ShowingIx};
use arna_domain::{Airing, DateRange, Finding, Index, OpenSlot, Origin, Severity, values};
use rustc_hash::FxHashSet;
use serde::Serialize;

use crate::draft::open_slots;
use crate::earlier::Earlier;
use crate::findings::{broken, broken_rules, contradictory_quotas, in_order, missing_versions};
use crate::fixed::place_fixed;
use crate::outcome::{Outcome, Reason};
use crate::quota::Airtime;
use crate::refusals::nearest_of_all;
use crate::strands::outcome;

/// The code of what [`running_on`] finds.
pub const RUNS_ON: &str = "runs_on";

/// What is to be said of a schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// Slots without an airing, and why nothing comes there now.
    pub open: Vec<OpenSlot>,
    /// Rules broken, versions missing, quotas missed.
    pub findings: Vec<Finding>,
}

/// What is to be said of the airings of a range. The station's own history and pins outside the range count; inside it the
/// airings given are what is on air, and a pin that is not among them is a finding.
pub fn review(index: &Index, range: DateRange, airings: &[Airing]) -> Review {
    judged(index, range, airings, reasons_of_open)
}

/// A [`review`] that spares why nothing comes to what is open: no slot has refusals. Costs a fraction where much is open.
pub fn survey(index: &Index, range: DateRange, airings: &[Airing]) -> Review {
    judged(index, range, airings, |_, _, open| {
        open.into_iter().map(|one| (one, Vec::new())).collect()
    })
}

type Reasons = HashMap<InstanceIx, Vec<Reason>>;

fn judged(
    index: &Index,
    range: DateRange,
    airings: &[Airing],
    reasons: impl FnOnce(&Placed<'_>, &Earlier, Vec<InstanceIx>) -> Reasons,
) -> Review {
    let (instances, mut findings) = Instances::of(index, range);
    let mut schedule = Schedule::of(index, range, airings, &instances);
    let placed = &mut schedule.placed;
    for &number in &schedule.aired {
        let showing = *placed.get(number);
        for (rule, grounds) in broken_rules(placed, number) {
            findings.push(broken(placed, &showing, rule, &grounds));
        }
    }
    findings.extend(missing_versions(placed));
    let airtime = Airtime::of(placed, range);
    findings.extend(contradictory_quotas(index));
    findings.extend(airtime.missed(index, range).iter().map(|missed| missed.finding(index)));
    findings.extend(schedule.waiting);
    let open = instances
        .iter()
        .filter(|(number, _)| !schedule.taken.contains(number))
        .filter(|(_, instance)| !matches!(index.slots[instance.slot.at()].fill, FillEntry::Hold { .. }))
        .map(|(number, _)| number);
    let open = reasons(placed, &schedule.earlier, open.collect());
    Review {
        open: open_slots(placed, &open).collect(),
        findings: in_order(findings),
    }
}

/// Airings of any kind that say they end after the channel's next has begun, each as a finding `runs_on`. Rules know a programme by
/// its version's duration and holds, promos and fillers not at all, but what a document says is what is sent to a channel.
pub fn running_on(index: &Index, range: DateRange, airings: &[Airing]) -> Vec<Finding> {
    let mut all: Vec<&Airing> = airings.iter().filter(|one| range.holds(one.date)).collect();
    all.sort_by_key(|one| (&one.channel, one.start));
    let lasts = |one: &Airing| -> Option<i64> {
        let version = index.version(one.version.as_ref()?.as_str())?;
        Some(index.versions[version.at()].duration_ms)
    };
    // A rule tells of these.
    let is_told = |one: &Airing, next: &Airing| {
        let is_judged = one.origin.is_programme() && next.origin.is_programme() && next.version.is_some();
        is_judged && lasts(one).is_some_and(|lasts| one.start + lasts > next.start)
    };
    let mut findings = Vec::new();
    for of_channel in all.chunk_by(|one, next| one.channel == next.channel) {
        let Some(clock) = index.clock_of(of_channel[0].channel.as_str()) else {
            continue;
        };
        let mut last = of_channel[0];
        for &next in &of_channel[1..] {
            if last.end > next.start && !is_told(last, next) {
                findings.push(Finding {
                    code: RUNS_ON.to_owned(),
                    severity: Severity::Error,
                    place: Place {
                        channel: Some(last.channel.clone()),
                        slot: last.slot.clone(),
                        date: Some(last.date),
                        start: Some(clock.text(last.start)),
                        version: last.version.clone(),
                    },
                    values: values! { "end" => clock.text(last.end), "other" => clock.text(next.start) },
                });
            }
            if next.end > last.end {
                last = next;
            }
        }
    }
    findings
}

/// The rules that the airings of a range break: of a review what costs little, whatever is open.
pub fn broken_by(index: &Index, range: DateRange, airings: &[Airing]) -> Vec<Finding> {
    let (instances, _) = Instances::of(index, range);
    let mut schedule = Schedule::of(index, range, airings, &instances);
    let placed = &mut schedule.placed;
    let mut findings = Vec::new();
    for &number in &schedule.aired {
        let showing = *placed.get(number);
        for (rule, grounds) in broken_rules(placed, number) {
            findings.push(broken(placed, &showing, rule, &grounds));
        }
    }
    findings
}

/// Why nothing comes to instances that are open.
pub(crate) fn reasons_of_open(placed: &Placed<'_>, earlier: &Earlier, open: Vec<InstanceIx>) -> Reasons {
    let is_pool = |instance: &InstanceIx| {
        let slot = placed.instances.get(*instance).slot;
        matches!(placed.index.slots[slot.at()].fill, FillEntry::Pool { .. })
    };
    let (pools, strands): (Vec<_>, Vec<_>) = open.into_iter().partition(is_pool);
    let strands = strands.into_iter().map(|one| (one, reasons(placed, earlier, one)));
    strands
        .chain(nearest_of_all(placed, pools, NonZeroUsize::MIN))
        .collect()
}

/// Why nothing comes to a sequel or repeat instance; empty where something would.
pub(crate) fn reasons(placed: &Placed<'_>, earlier: &Earlier, instance: InstanceIx) -> Vec<Reason> {
    match outcome(placed, earlier, instance) {
        Outcome::Airs(_) => Vec::new(),
        Outcome::Open(reasons) => reasons,
    }
}

/// A schedule on air.
pub(crate) struct Schedule<'a> {
    pub(crate) placed: Placed<'a>,
    pub(crate) earlier: Earlier,
    /// The range's programme airings.
    pub(crate) aired: Vec<ShowingIx>,
    /// Instances with an airing.
    taken: FxHashSet<InstanceIx>,
    /// Pins of the range that the schedule lacks, as findings.
    waiting: Vec<Finding>,
}

impl<'a> Schedule<'a> {
    pub(crate) fn of(index: &'a Index, range: DateRange, airings: &[Airing], instances: &'a Instances) -> Self {
        let mut placed = place_fixed(index, instances);
        let fixed: Vec<_> = placed.iter().map(|(number, one)| (number, *one)).collect();
        // In the range the airings are the truth: its pins come back with them.
        let pins = fixed
            .iter()
            .filter(|(_, one)| one.by == By::Pin && range.holds(one.date));
        let mut waiting: HashMap<_, _> = pins
            .map(|&(number, one)| {
                placed.take_off(number);
                ((one.channel, one.start, one.version), one)
            })
            .collect();
        let earlier = Earlier::of(index, range, &placed);
        let (mut aired, mut taken) = (Vec::new(), FxHashSet::default());
        for airing in in_time_order(index, range, airings) {
            let slot = airing.slot.as_ref().and_then(|slot| index.slot(slot.as_str()));
            let instance = slot.and_then(|slot| instances.find(slot, airing.date));
            taken.extend(instance);
            let Some(showing) = showing(index, &placed, &earlier, airing, instance) else {
                continue;
            };
            waiting.remove(&(showing.channel, showing.start, showing.version));
            aired.push(placed.place(showing));
        }
        let mut waiting: Vec<_> = waiting.into_values().collect();
        waiting.sort_by_key(|one| (one.start, one.channel, one.version));
        let waiting = waiting.iter().map(|one| pin_waiting(index, one)).collect();
        Self {
            placed,
            earlier,
            aired,
            taken,
            waiting,
        }
    }
}

/// What stands in the slots of a range, by start and channel: promos and fillers, most of a schedule, are judged by no rule.
fn in_time_order<'s>(index: &Index, range: DateRange, airings: &'s [Airing]) -> Vec<&'s Airing> {
    let stands = airings
        .iter()
        .filter(|one| !one.origin.is_break() && range.holds(one.date));
    let rank = |channel: &str| index.channel(channel).map(|number| index.channels[number.at()].rank);
    let mut stands: Vec<_> = stands.collect();
    stands.sort_by_cached_key(|one| (one.start, rank(one.channel.as_str())));
    stands
}

/// An airing of a schedule as the rules judge it; none for what is no programme airing, or unknown to the station.
pub(crate) fn showing(
    index: &Index,
    placed: &Placed<'_>,
    earlier: &Earlier,
    airing: &Airing,
    instance: Option<InstanceIx>,
) -> Option<Showing> {
    let fill = instance.map(|instance| &index.slots[placed.instances.get(instance).slot.at()].fill);
    let (by, source) = match (airing.origin, fill) {
        (Origin::Hold | Origin::Promo | Origin::Filler, _) => return None,
        (Origin::Pin, _) => (By::Pin, None),
        (Origin::Sequel, _) => (By::Sequel, None),
        (Origin::Pool, _) => (By::Pool, None),
        (Origin::Repeat, Some(&FillEntry::Repeat { of, root, days_after })) => {
            let source = earlier.find(placed, of, airing.date.plus_days(-i64::from(days_after)));
            let source = source.filter(|&source| placed.get(source).start < airing.start);
            let of_pool = matches!(index.slots[root.at()].fill, FillEntry::Pool { .. });
            (if of_pool { By::LateRepeat } else { By::Repeat }, source)
        }
        (Origin::Repeat, _) => (By::Repeat, None),
    };
    Some(Showing {
        channel: index.channel(airing.channel.as_str())?,
        date: airing.date,
        start: airing.start,
        version: index.version(airing.version.as_ref()?.as_str())?,
        by,
        licence: airing
            .licence
            .as_ref()
            .and_then(|licence| index.licence(licence.as_str())),
        instance: instance.filter(|_| by != By::Pin),
        source,
    })
}

/// A pin of the station that a schedule lacks.
pub(crate) fn pin_waiting(index: &Index, pin: &Showing) -> Finding {
    let channel = &index.channels[pin.channel.at()];
    Finding {
        code: "pin_waiting".to_owned(),
        severity: Severity::Warning,
        place: Place {
            channel: Some(channel.id.clone()),
            slot: None,
            date: Some(pin.date),
            start: Some(channel.clock.text(pin.start)),
            version: Some(index.versions[pin.version.at()].id.clone()),
        },
        values: values! {},
    }
}
