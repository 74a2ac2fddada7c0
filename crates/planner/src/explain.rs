//! Why something is on air, or nothing.

use arna_domain::index::{FillEntry, SlotIx, VersionIx};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::{Judgement, RULES, first_broken, refusal};
use arna_domain::time::HOUR;
use arna_domain::{Airing, BroadcastDate, DateRange, Index, Instant, Origin, Refusal, Values, values};
use serde::Serialize;

use crate::outcome::Reason;
use crate::quota::Airtime;
use crate::refusals::nearest_of_each_rule;
use crate::review::{Schedule, reasons};
use crate::strands::showing;
use crate::worth::worth;

/// Candidates named at most.
const MOST: usize = 12;
/// Candidates named that break the same rule.
const MOST_OF_A_RULE: usize = 3;

/// Why an airing is where it is, or why a slot is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Why it is there; none for an open slot.
    pub origin: Option<Origin>,
    /// Every rule that applies to the airing, with what it looked at.
    pub checks: Vec<Check>,
    /// What else could be there, the nearest first.
    pub candidates: Vec<Candidate>,
    /// What covers the slot, where nothing of it is left.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covered: Vec<Cover>,
}

/// A pin, or a slot of a higher layer, that covers a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// `pin` or `slot`.
    pub by: &'static str,
    /// What it is and from when to when by the channel's clock.
    #[serde(flatten)]
    pub values: Values,
}

/// What else could be where an airing is, or where a slot is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The first rule that it breaks there, or the code `fits` where it breaks none.
    #[serde(flatten)]
    pub refusal: Refusal,
    /// Points by which the pool score would be more with it there, the rest as it is; below 0: less. None where pools have no
    /// part in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<i64>,
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
    let mut airtime = Airtime::of(&placed, range);
    placed.take_off(number);
    explanation.checks = checks(&placed, &one);
    explanation.candidates = match (one.by, one.instance) {
        (By::Pool, Some(instance)) => {
            let version = &index.versions[one.version.at()];
            airtime.add(one.channel, one.date, version.language, -version.minutes());
            pool_candidates(&placed, &airtime, instance, Some(&one))
        }
        (By::Sequel, Some(instance)) => other_languages(&placed, instance, &one),
        _ => Vec::new(),
    };
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
        return Explanation {
            covered: covers(placed, slot, date),
            ..Explanation::default()
        };
    };
    let candidates = match index.slots[slot.at()].fill {
        FillEntry::Pool { .. } => pool_candidates(placed, &Airtime::of(placed, range), instance, None),
        _ => reasons(placed, &schedule.earlier, instance)
            .iter()
            .map(|reason| Candidate {
                refusal: reason.refusal(index),
                points: None,
            })
            .collect(),
    };
    Explanation {
        candidates,
        ..Explanation::default()
    }
}

/// What lies over a slot on a date: pins, and what is left of slots of higher layers.
fn covers(placed: &Placed<'_>, slot: SlotIx, date: BroadcastDate) -> Vec<Cover> {
    let index = placed.index;
    let entry = &index.slots[slot.at()];
    let clock = &index.channels[entry.channel.at()].clock;
    let (start, end) = (clock.at(date, entry.start), clock.at(date, entry.end));
    let pins = index
        .pins
        .iter()
        .map(|pin| (pin, pin.start + index.versions[pin.version.at()].duration_ms))
        .filter(|&(pin, until)| pin.channel == entry.channel && pin.start < end && start < until)
        .map(|(pin, until)| {
            let version = index.versions[pin.version.at()].id.as_str();
            let values = values! {
                "version" => version, "start" => clock.text(pin.start), "end" => clock.text(until)
            };
            (pin.start, Cover { by: "pin", values })
        });
    let slots = placed
        .instances
        .iter()
        .map(|(_, instance)| instance)
        .filter(|instance| {
            let other = &index.slots[instance.slot.at()];
            other.channel == entry.channel && other.layer > entry.layer && instance.start < end && start < instance.end
        })
        .map(|instance| {
            let values = values! {
                "slot" => index.slots[instance.slot.at()].id.as_str(),
                "start" => clock.text(instance.start), "end" => clock.text(instance.end)
            };
            (instance.start, Cover { by: "slot", values })
        });
    let mut covers: Vec<_> = pins.chain(slots).collect();
    covers.sort_by_key(|(start, _)| *start);
    covers.into_iter().map(|(_, cover)| cover).collect()
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
    let mut checks: Vec<Check> = RULES
        .iter()
        .filter_map(|rule| match (rule.judge)(placed, one) {
            Judgement::DoesNotApply => None,
            Judgement::Kept(grounds) => Some(check(rule.code, true, &grounds)),
            Judgement::Broken(grounds) => Some(check(rule.code, false, &grounds)),
        })
        .collect();
    if let Some(gap) = checks.iter_mut().find(|one| one.code == "too_close" && one.passed) {
        tell_nearest(placed, one, &mut gap.values);
    }
    checks
}

/// How far the nearest other airing of the episode is. The rule looks only as far as its gap.
fn tell_nearest(placed: &Placed<'_>, one: &Showing, values: &mut Values) {
    let episode = placed.index.versions[one.version.at()].episode;
    let (first, last) = (Instant::from_ms(i64::MIN), Instant::from_ms(i64::MAX));
    let nearest = placed
        .of_episode(one.channel, episode, first, last)
        .filter(|other| !placed.repeats(one, other) && !placed.repeats(other, one))
        .min_by_key(|other| (other.start - one.start).abs());
    if let Some(other) = nearest {
        let clock = &placed.index.channels[one.channel.at()].clock;
        values.insert("other".to_owned(), clock.text(other.start).into());
        values.insert(
            "apart_hours".to_owned(),
            ((other.start - one.start).abs() / HOUR).into(),
        );
    }
}

/// The other versions of a sequel's episode.
fn other_languages(placed: &Placed<'_>, instance: InstanceIx, one: &Showing) -> Vec<Candidate> {
    let episode = placed.index.versions[one.version.at()].episode;
    placed.index.episodes[episode.at()]
        .versions
        .clone()
        .map(VersionIx)
        .filter(|&version| version != one.version)
        .map(|version| Candidate {
            refusal: verdict(placed, &showing(placed, instance, version, By::Sequel)),
            points: None,
        })
        .collect()
}

/// What fits a pool instance, the most worth first, then what comes near; with what each would earn more than what is there.
fn pool_candidates(
    placed: &Placed<'_>,
    airtime: &Airtime,
    instance: InstanceIx,
    there: Option<&Showing>,
) -> Vec<Candidate> {
    let slot = placed.instances.get(instance).slot;
    let but = there.map(|one| one.version);
    let now = there.map_or(0, |one| worth(placed, airtime, one));
    let candidate = |one: &Showing, refusal: Refusal| Candidate {
        refusal,
        points: Some(worth(placed, airtime, one) - now),
    };
    let mut fitting: Vec<_> = crate::pools::pool_versions(placed, slot)
        .filter(|&version| Some(version) != but)
        .map(|version| placed.charge(showing(placed, instance, version, By::Pool)))
        .filter(|showing| first_broken(placed, showing).is_none())
        .map(|showing| (worth(placed, airtime, &showing), showing))
        .collect();
    let id = |one: &Showing| &placed.index.versions[one.version.at()].id;
    fitting.sort_by(|(more, one), (less, other)| less.cmp(more).then_with(|| id(one).cmp(id(other))));
    let mut candidates: Vec<_> = fitting
        .iter()
        .take(MOST / 2)
        .map(|(_, one)| candidate(one, verdict(placed, one)))
        .collect();
    let near = nearest_of_each_rule(placed, instance, MOST_OF_A_RULE);
    let near = near.iter().filter_map(|reason| match reason {
        Reason::Refused(one, rule, grounds) if Some(one.version) != but => {
            Some(candidate(one, refusal(placed.index, one, rule, grounds)))
        }
        _ => None,
    });
    let room = MOST - candidates.len();
    candidates.extend(near.take(room));
    candidates
}

/// The first rule that an airing would break, or that it fits.
fn verdict(placed: &Placed<'_>, one: &Showing) -> Refusal {
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
