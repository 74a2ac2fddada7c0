//! Why something is on air, or nothing.

use arna_domain::index::{FillEntry, SlotIx, VersionIx};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::{Judgement, RULES, first_broken, refusal};
use arna_domain::{Airing, BroadcastDate, DateRange, Index, Origin, Refusal, Values, values};
use serde::Serialize;

use crate::refusals::nearest_candidates;
use crate::review::{Schedule, reasons};
use crate::strands::showing;

/// Candidates named at most.
const MOST: usize = 12;

/// Why an airing is where it is, or why a slot is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Why it is there; none for an open slot.
    pub origin: Option<Origin>,
    /// Every rule that applies to the airing, with what it looked at.
    pub checks: Vec<Check>,
    /// What else could be there: the rule that each breaks, or the code `fits` where it breaks none.
    pub candidates: Vec<Refusal>,
}

/// A rule and what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The rule's code.
    pub code: String,
    /// Whether it is kept.
    pub passed: bool,
    /// What it looked at.
    pub values: Values,
}

/// Why an airing of a schedule is where it is. What is no programme airing has an origin and nothing to check.
pub fn explain_airing(index: &Index, range: DateRange, airings: &[Airing], airing: &Airing) -> Explanation {
    let (instances, _) = Instances::of(index, range);
    let Schedule { mut placed, aired, .. } = Schedule::of(index, range, airings, &instances);
    let found = aired.into_iter().find(|&number| {
        let one = placed.get(number);
        let (channel, version) = (
            &index.channels[one.channel.at()].id,
            &index.versions[one.version.at()].id,
        );
        one.start == airing.start && *channel == airing.channel && Some(version) == airing.version.as_ref()
    });
    let mut explanation = Explanation {
        origin: Some(airing.origin),
        ..Explanation::default()
    };
    let Some(number) = found else { return explanation };
    let one = *placed.get(number);
    placed.take_off(number);
    explanation.checks = checks(&placed, &one);
    explanation.candidates = others(&placed, &one);
    explanation
}

/// Why a slot is open on a date, after the airings of a schedule.
pub fn explain_open(
    index: &Index,
    range: DateRange,
    airings: &[Airing],
    slot: SlotIx,
    date: BroadcastDate,
) -> Explanation {
    let (instances, _) = Instances::of(index, range);
    let schedule = Schedule::of(index, range, airings, &instances);
    let placed = &schedule.placed;
    let Some(instance) = instances.find(slot, date) else {
        return Explanation::default();
    };
    let candidates = match index.slots[slot.at()].fill {
        FillEntry::Pool { .. } => pool_candidates(placed, instance, None),
        _ => reasons(placed, &schedule.earlier, instance)
            .iter()
            .map(|reason| reason.refusal(index))
            .collect(),
    };
    Explanation {
        candidates,
        ..Explanation::default()
    }
}

fn checks(placed: &Placed<'_>, one: &Showing) -> Vec<Check> {
    let check = |code: &str, passed, grounds: &arna_domain::rules::Grounds| {
        let mut values = grounds.values(placed.index, one.channel);
        if let Some(licence) = grounds.licence() {
            values.insert(
                "licence".to_owned(),
                placed.index.licences[licence.at()].id.as_str().into(),
            );
        }
        Check {
            code: code.to_owned(),
            passed,
            values,
        }
    };
    RULES
        .iter()
        .filter_map(|rule| match (rule.judge)(placed, one) {
            Judgement::DoesNotApply => None,
            Judgement::Kept(grounds) => Some(check(rule.code, true, &grounds)),
            Judgement::Broken(grounds) => Some(check(rule.code, false, &grounds)),
        })
        .collect()
}

/// What else could be where an airing is.
fn others(placed: &Placed<'_>, one: &Showing) -> Vec<Refusal> {
    match (one.by, one.instance) {
        (By::Pool, Some(instance)) => pool_candidates(placed, instance, Some(one.version)),
        (By::Sequel, Some(instance)) => {
            let episode = placed.index.versions[one.version.at()].episode;
            placed.index.episodes[episode.at()]
                .versions
                .clone()
                .map(VersionIx)
                .filter(|&version| version != one.version)
                .map(|version| candidate(placed, &showing(placed, instance, version, By::Sequel)))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// What fits a pool instance, longest first, then what comes near.
fn pool_candidates(placed: &Placed<'_>, instance: InstanceIx, but: Option<VersionIx>) -> Vec<Refusal> {
    let slot = placed.instances.get(instance).slot;
    let mut fitting: Vec<_> = crate::pools::pool_versions(placed, slot)
        .filter(|&version| Some(version) != but)
        .map(|version| placed.charge(showing(placed, instance, version, By::Pool)))
        .filter(|showing| first_broken(placed, showing).is_none())
        .collect();
    fitting.sort_by_key(|one| (-placed.index.versions[one.version.at()].minutes(), one.version));
    let mut candidates: Vec<_> = fitting
        .iter()
        .take(MOST / 2)
        .map(|one| candidate(placed, one))
        .collect();
    let near = nearest_candidates(placed, instance, MOST)
        .into_iter()
        .filter(|reason| but.is_none() || reason.version() != but)
        .map(|reason| reason.refusal(placed.index));
    let room = MOST - candidates.len();
    candidates.extend(near.take(room));
    candidates
}

fn candidate(placed: &Placed<'_>, one: &Showing) -> Refusal {
    let one = placed.charge(*one);
    match first_broken(placed, &one) {
        Some((rule, grounds)) => refusal(placed.index, &one, rule, &grounds),
        None => Refusal {
            version: Some(placed.index.versions[one.version.at()].id.clone()),
            code: "fits".to_owned(),
            licence: one
                .licence
                .map(|licence| placed.index.licences[licence.at()].id.clone()),
            values: values! {},
        },
    }
}
