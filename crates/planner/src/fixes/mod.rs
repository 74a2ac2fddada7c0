//! The nearest fixes of an open slot: changes to the station with which something airs there, each tried out by planning again.
//!
//! For each rule there is one function that proposes changes from what the rule looked at ([`FIXES`]). The cheapest proposal
//! is followed first: made to the station and judged again; where the candidate then breaks another rule, that rule's proposals
//! follow on. What keeps every rule is planned, and only what really airs there is a fix. How much is looked at is counted, never
//! timed: the same question has the same answer everywhere.

mod day_limit;
mod gap;
mod holdback;
mod hours;
mod language;
mod licence;
mod pin;
mod room;
mod runs;
mod season;
mod stand;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::num::NonZeroUsize;

use arna_domain::index::FillEntry;
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{Placed, Showing};
use arna_domain::rules::Grounds;
use arna_domain::{Airing, Amendment, BroadcastDate, ChannelId, DateRange, Index, Plan, Severity, SlotId, VersionId};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use self::stand::stand;
use crate::plan::plan;
use crate::replan::{Accepted, Depth, Keep, replan};
use crate::request::{Effort, PlanError, Proof, Report, Request};

/// Fixes named at most.
const MOST_FIXES: usize = 3;
/// Plans calculated at most to try proposals.
const MOST_PLANS: usize = 6;
/// Amended stations judged at most.
const MOST_LOOKS: usize = 40;
/// Proposals that follow on each other at most.
const MOST_STEPS: usize = 3;

/// An open slot that is asked about.
#[derive(Clone, Copy)]
pub struct OpenAsked<'a> {
    /// The station, with what is accepted outside the range as fixed as pins and history are.
    pub index: &'a Index,
    /// The dates that are planned again.
    pub range: DateRange,
    /// The airings of the range, among which the slot is open.
    pub airings: &'a [Airing],
    /// The slot.
    pub slot: &'a SlotId,
    /// Its broadcast date.
    pub date: BroadcastDate,
    /// Threads at most; they never change the answer.
    pub threads: NonZeroUsize,
    /// The same index of the station with amendments made; none where it cannot be worked with then.
    pub amended: &'a dyn Fn(&[Amendment]) -> Option<Index>,
}

/// A change with which an open slot airs, tried out by planning its range again around what is on air.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What to change; empty: calculating again, or anew, is enough, and leaves fewer slots open.
    pub amendments: Vec<Amendment>,
    /// Whether it takes a calculation that keeps nothing of what is accepted, pins aside.
    pub anew: bool,
    /// What airs in the slot then.
    pub airs: VersionId,
    /// What the range comes to planned again without the change.
    pub before: Standing,
    /// What it comes to with it.
    pub after: Standing,
}

/// What a range comes to, planned again around what is on air, with effort `fast`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The pool score.
    pub pool: i64,
    /// The break score.
    #[serde(rename = "break")]
    pub breaks: i64,
    /// Open slots.
    pub open: usize,
}

impl Standing {
    fn of(plan: &Plan) -> Self {
        Self {
            pool: plan.score.pool,
            breaks: plan.score.breaks,
            open: plan.open.len(),
        }
    }
}

/// A refusal that a fix is wanted for.
#[derive(Clone, Copy)]
struct Scene<'a> {
    /// The dates that are planned again.
    range: DateRange,
    placed: &'a Placed<'a>,
    instance: InstanceIx,
}

/// Proposes changes for an airing and what a rule found in it.
type Propose = fn(&Scene<'_>, &Showing, &Grounds) -> Vec<Proposal>;

/// A change that may help.
#[derive(Clone, Debug)]
struct Proposal {
    amendments: Vec<Amendment>,
    /// How much it asks of people: a coordinator's own decision costs least, then what a rights holder grants, then what must be
    /// made. Within a kind the smaller change costs less.
    cost: u32,
    /// The version that it is meant for.
    focus: Option<VersionId>,
}

/// What is proposed for each rule. A serial programme in a pool is no accident, so nothing is for `wrong_order`.
const FIXES: [(&str, Propose); 10] = [
    ("wrong_language", language::fixes),
    ("too_long", room::fixes),
    ("not_licensed", licence::fixes),
    ("runs_exhausted", runs::fixes),
    ("too_close", gap::fixes),
    ("rating_hours", hours::fixes),
    ("held_back", holdback::fixes),
    ("blacked_out", pin::lift_blackout),
    ("day_limit", day_limit::fixes),
    ("overlaps", pin::move_away),
];

/// The nearest fixes of an open slot: the cheapest first, of equal ones the better score.
///
/// # Errors
/// [`PlanError::Cancelled`] when the report breaks; what keeps the range from being planned.
pub fn fixes(asked: &OpenAsked<'_>, report: Report<'_>) -> Result<Vec<Fix>, PlanError> {
    let now = planned_around(asked, asked.index, asked.airings, report)?;
    let before = Standing::of(&now);
    let open = open_in(asked);
    let enough = |plan: &Plan, before: Standing| {
        let after = Standing::of(plan);
        let airs = aired(plan, asked).filter(|_| after.open < before.open)?;
        Some(Fix {
            amendments: Vec::new(),
            anew: false,
            airs,
            before,
            after,
        })
    };
    // Something fits as it is, or would if others gave way.
    if let Some(fix) = enough(&now, Standing { open, ..before }) {
        return Ok(vec![fix]);
    }
    let anew = planned_anew(asked, report)?;
    let loses = anew.score.pool + anew.score.breaks < before.pool + before.breaks;
    if let Some(fix) = enough(&anew, before).filter(|_| !loses && !breaks_more(&anew, &now)) {
        return Ok(vec![Fix { anew: true, ..fix }]);
    }
    let mut leads = Leads::default();
    leads.follow(&Lead::default(), stand(asked, asked.index, None, report)?.proposals);
    let (mut found, mut plans): (Vec<(u32, Fix)>, usize) = (Vec::new(), 0);
    for _ in 0..MOST_LOOKS {
        let Some(lead) = leads.next(&found) else { break };
        let Some(index) = (asked.amended)(&lead.amendments) else {
            continue;
        };
        let standing = stand(asked, &index, lead.focus.as_ref(), report)?;
        if !standing.airs {
            leads.follow(&lead, standing.proposals);
            continue;
        }
        let plan = planned_around(asked, &index, &now.airings, report)?;
        plans += 1;
        // What fills a pool and leaves another open instead has only moved the hole; a strand that moves on is another matter.
        let helps = !is_pool(asked) || plan.open.len() < now.open.len();
        match aired(&plan, asked).filter(|_| helps) {
            _ if breaks_more(&plan, &now) => {}
            Some(airs) => found.push((lead.cost, tried(&lead, airs, before, &plan))),
            // What was granted airs elsewhere: so does the slot want more of it?
            None => {
                let airings = &plan.airings;
                let standing = stand(&OpenAsked { airings, ..*asked }, &index, lead.focus.as_ref(), report)?;
                leads.follow(&lead, standing.proposals);
            }
        }
        if found.len() == MOST_FIXES || plans == MOST_PLANS {
            break;
        }
    }
    found.sort_by_key(|(cost, fix)| (*cost, Reverse(fix.after.pool + fix.after.breaks)));
    Ok(found.into_iter().map(|(_, fix)| fix).collect())
}

fn tried(lead: &Lead, airs: VersionId, before: Standing, plan: &Plan) -> Fix {
    Fix {
        amendments: lead.amendments.clone(),
        anew: false,
        airs,
        before,
        after: Standing::of(plan),
    }
}

/// The range planned again around airings: nothing differs but what the station's change forces or leaves room for, so what a change
/// comes to is no accident of the search.
fn planned_around(
    asked: &OpenAsked<'_>,
    index: &Index,
    airings: &[Airing],
    report: Report<'_>,
) -> Result<Plan, PlanError> {
    let accepted = Accepted {
        schedule: airings,
        keep: Keep::Accepted,
        weight: Accepted::USUAL_WEIGHT,
    };
    Ok(replan(&request(asked, index), &accepted, Depth::Optimised, report)?.plan)
}

/// The range planned with nothing kept.
fn planned_anew(asked: &OpenAsked<'_>, report: Report<'_>) -> Result<Plan, PlanError> {
    plan(&request(asked, asked.index), report)
}

fn request<'a>(asked: &OpenAsked<'_>, index: &'a Index) -> Request<'a> {
    Request {
        index,
        range: asked.range,
        seed: 0,
        effort: Effort::Fast,
        threads: asked.threads,
        proof: Proof::Spared,
    }
}

fn is_pool(asked: &OpenAsked<'_>) -> bool {
    let slot = asked.index.slot(asked.slot.as_str());
    slot.is_some_and(|slot| matches!(asked.index.slots[slot.at()].fill, FillEntry::Pool { .. }))
}

/// Slots open among the airings that are asked about.
fn open_in(asked: &OpenAsked<'_>) -> usize {
    let programmes = asked.airings.iter().filter(|airing| airing.origin.is_programme());
    let filled: FxHashSet<_> = programmes
        .filter_map(|airing| Some((airing.slot.as_ref()?.as_str(), airing.date)))
        .collect();
    let (instances, _) = Instances::of(asked.index, asked.range);
    let open = instances.iter().filter(|(_, instance)| {
        let slot = &asked.index.slots[instance.slot.at()];
        !matches!(slot.fill, FillEntry::Hold { .. }) && !filled.contains(&(slot.id.as_str(), instance.date))
    });
    open.count()
}

/// Whether something on air breaks a rule that nothing of its version broke on its channel before. Only what a person put there
/// can: a pin that is moved onto another one, or into a blackout.
fn breaks_more(plan: &Plan, before: &Plan) -> bool {
    let old = broken_by_version(before);
    let new = broken_by_version(plan);
    new.iter()
        .any(|(what, count)| old.get(what).is_none_or(|old| count > old))
}

/// How often which version breaks which rule on which channel.
fn broken_by_version(plan: &Plan) -> FxHashMap<(&str, Option<&ChannelId>, &VersionId), usize> {
    let mut broken = FxHashMap::default();
    for one in plan.findings.iter().filter(|one| one.severity == Severity::Error) {
        if let Some(version) = &one.place.version {
            let what = (one.code.as_str(), one.place.channel.as_ref(), version);
            *broken.entry(what).or_default() += 1;
        }
    }
    broken
}

/// What a plan airs in the slot.
fn aired(plan: &Plan, asked: &OpenAsked<'_>) -> Option<VersionId> {
    let mut airings = plan.airings.iter();
    airings
        .find(|one| one.origin.is_programme() && one.date == asked.date && one.slot.as_ref() == Some(asked.slot))
        .and_then(|one| one.version.clone())
}

/// Changes made one after the other.
#[derive(Clone, Debug, Default)]
struct Lead {
    cost: u32,
    steps: usize,
    amendments: Vec<Amendment>,
    focus: Option<VersionId>,
}

/// Whether an amendment leaves nothing of an earlier one.
fn replaces(new: &Amendment, old: &Amendment) -> bool {
    use Amendment::{DayLimit, HoldbackHours, LicenceGap, LicenceRuns, SlotLength, SlotStart};
    match (new, old) {
        (LicenceRuns { licence: new, .. }, LicenceRuns { licence: old, .. })
        | (LicenceGap { licence: new, .. }, LicenceGap { licence: old, .. }) => new == old,
        (DayLimit { programme: new, .. }, DayLimit { programme: old, .. }) => new == old,
        (SlotLength { slot: new, .. }, SlotLength { slot: old, .. })
        | (SlotStart { slot: new, .. }, SlotStart { slot: old, .. }) => new == old,
        (
            HoldbackHours {
                season: new,
                first_channel: first,
                ..
            },
            HoldbackHours {
                season: old,
                first_channel: other,
                ..
            },
        ) => (new, first) == (old, other),
        _ => false,
    }
}

/// Whether an amendment asks for all that another does, or for more of it.
fn asks_as_much(more: &Amendment, less: &Amendment) -> bool {
    match (more, less) {
        (
            Amendment::SlotLength {
                slot: own,
                length_min: more,
            },
            Amendment::SlotLength { slot, length_min: less },
        ) => own == slot && more >= less,
        _ => more == less,
    }
}

/// Leads not followed yet, the cheapest first, of equal ones the first proposed.
#[derive(Default)]
struct Leads {
    waiting: BinaryHeap<Reverse<(u32, usize)>>,
    all: Vec<Lead>,
}

impl Leads {
    fn follow(&mut self, lead: &Lead, proposals: Vec<Proposal>) {
        if lead.steps == MOST_STEPS {
            return;
        }
        for proposal in proposals {
            let new = proposal.amendments;
            let earlier = lead
                .amendments
                .iter()
                .filter(|old| !new.iter().any(|new| replaces(new, old)));
            let amendments: Vec<_> = earlier.cloned().chain(new.iter().cloned()).collect();
            if self.all.iter().any(|other| other.amendments == amendments) {
                continue;
            }
            let cost = lead.cost + proposal.cost;
            self.waiting.push(Reverse((cost, self.all.len())));
            self.all.push(Lead {
                cost,
                steps: lead.steps + 1,
                amendments,
                focus: proposal.focus.or_else(|| lead.focus.clone()),
            });
        }
    }

    /// The next lead that does not only add to a fix that was found.
    fn next(&mut self, found: &[(u32, Fix)]) -> Option<Lead> {
        while let Some(Reverse((_, number))) = self.waiting.pop() {
            let lead = &self.all[number];
            let adds = |fix: &Fix| {
                let mut asked = fix.amendments.iter();
                asked.all(|one| lead.amendments.iter().any(|own| asks_as_much(own, one)))
            };
            if !found.iter().any(|(_, fix)| adds(fix)) {
                return Some(lead.clone());
            }
        }
        None
    }
}
