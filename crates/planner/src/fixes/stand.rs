//! How a slot stands in a station: whether something airs there, and what is proposed where nothing does.

use arna_domain::index::{FillEntry, Fixed, SlotIx};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::By;
use arna_domain::rules::first_broken;
use arna_domain::{Airing, Index, Origin, VersionId};
use rustc_hash::FxHashSet;

use super::{FIXES, OpenAsked, Proposal, Scene, language, season};
use crate::earlier::Earlier;
use crate::fixed::place_fixed;
use crate::outcome::{Outcome, Reason};
use crate::pools::pool_versions;
use crate::refusals::nearest_of_each_rule;
use crate::request::{PlanError, Report};
use crate::review::Schedule;
use crate::strands::{Turn, outcome, place_strands, showing};

/// Candidates that break the same rule and that proposals are made for.
const MOST_OF_A_RULE: usize = 2;
/// Repeats of repeats that are gone back.
const MOST_REPEATS: usize = 8;

/// How a slot stands.
#[derive(Default)]
pub(super) struct Stand {
    /// Whether something keeps every rule there.
    pub(super) airs: bool,
    /// What is proposed where nothing does.
    pub(super) proposals: Vec<Proposal>,
}

/// How the slot that is asked about stands in an amended station; with a version in focus only that one is looked at.
pub(super) fn stand(
    asked: &OpenAsked<'_>,
    index: &Index,
    focus: Option<&VersionId>,
    report: Report<'_>,
) -> Result<Stand, PlanError> {
    let (instances, _) = Instances::of(index, asked.range);
    let Some((slot, instance)) = index
        .slot(asked.slot.as_str())
        .and_then(|slot| Some((slot, instances.find(slot, asked.date)?)))
    else {
        return Ok(Stand::default());
    };
    let range = asked.range;
    if is_of_strands(index, slot) {
        // As the planner comes to it: strands first, and nothing of theirs depends on what follows.
        let mut placed = place_fixed(index, &instances);
        let earlier = Earlier::of(index, asked.range, &placed);
        let open = place_strands(&mut placed, &earlier, Turn::Sequels, &FxHashSet::default(), report)?;
        let reasons = |instance: InstanceIx| open.get(&instance).cloned().unwrap_or_default();
        let scene = Scene {
            range,
            placed: &placed,
            instance,
        };
        return Ok(strand_stand(&scene, focus, &reasons));
    }
    let airings = still_there(asked, index, &instances);
    let schedule = Schedule::of(index, asked.range, &airings, &instances);
    let placed = &schedule.placed;
    let scene = Scene {
        range,
        placed,
        instance,
    };
    if matches!(index.slots[slot.at()].fill, FillEntry::Pool { .. }) {
        return Ok(pool_stand(&scene, focus));
    }
    let reasons = |instance: InstanceIx| match index.slots[placed.instances.get(instance).slot.at()].fill {
        FillEntry::Pool { .. } => nearest_of_each_rule(placed, instance, MOST_OF_A_RULE),
        _ => match outcome(placed, &schedule.earlier, instance) {
            Outcome::Airs(_) => Vec::new(),
            Outcome::Open(reasons) => reasons,
        },
    };
    let airs = matches!(outcome(placed, &schedule.earlier, instance), Outcome::Airs(_));
    Ok(Stand {
        airs,
        ..strand_stand(&scene, focus, &reasons)
    })
}

/// The airings as an amended station leaves them: its own pins, and what stands in a slot that starts and ends as it did.
fn still_there(asked: &OpenAsked<'_>, index: &Index, instances: &Instances) -> Vec<Airing> {
    let in_its_slot = |airing: &&Airing| {
        let slot = airing.slot.as_ref().and_then(|slot| index.slot(slot.as_str()));
        let instance = slot.and_then(|slot| instances.find(slot, airing.date));
        let instance = instance.map(|instance| instances.get(instance));
        instance.is_some_and(|instance| instance.start == airing.start && airing.end <= instance.end)
    };
    let programmes = asked.airings.iter().filter(|airing| airing.origin.is_programme());
    let kept = programmes
        .filter(|airing| airing.origin != Origin::Pin)
        .filter(in_its_slot);
    let pins = index.pins.iter().filter(|pin| asked.range.holds(pin.date));
    kept.cloned().chain(pins.map(|pin| pin_airing(index, pin))).collect()
}

fn pin_airing(index: &Index, pin: &Fixed) -> Airing {
    let version = &index.versions[pin.version.at()];
    Airing {
        channel: index.channels[pin.channel.at()].id.clone(),
        date: pin.date,
        start: pin.start,
        end: pin.start + version.duration_ms,
        version: Some(version.id.clone()),
        title: None,
        language: None,
        licence: pin.licence.map(|licence| index.licences[licence.at()].id.clone()),
        slot: None,
        origin: Origin::Pin,
    }
}

/// Whether a slot is filled in the planner's second step.
fn is_of_strands(index: &Index, slot: SlotIx) -> bool {
    match index.slots[slot.at()].fill {
        FillEntry::Sequel { .. } => true,
        FillEntry::Repeat { root, .. } => matches!(index.slots[root.at()].fill, FillEntry::Sequel { .. }),
        FillEntry::Pool { .. } | FillEntry::Hold { .. } => false,
    }
}

fn strand_stand(scene: &Scene<'_>, focus: Option<&VersionId>, reasons: &dyn Fn(InstanceIx) -> Vec<Reason>) -> Stand {
    if scene.placed.in_instance(scene.instance).is_some() {
        return Stand {
            airs: true,
            ..Stand::default()
        };
    }
    let (scene, found) = source_of_trouble(scene, reasons);
    let mut proposals = propose(&scene, &found, focus);
    if found.is_empty() {
        proposals.extend(language::for_episode_without_versions(&scene));
    }
    Stand { airs: false, proposals }
}

/// Where a repeat finds nothing to repeat, what it repeats is to be mended.
fn source_of_trouble<'a>(scene: &Scene<'a>, reasons: &dyn Fn(InstanceIx) -> Vec<Reason>) -> (Scene<'a>, Vec<Reason>) {
    let Scene {
        placed, mut instance, ..
    } = *scene;
    let mut found = reasons(instance);
    for _ in 0..MOST_REPEATS {
        let at = placed.instances.get(instance);
        let FillEntry::Repeat { of, days_after, .. } = placed.index.slots[at.slot.at()].fill else {
            break;
        };
        if !matches!(found.as_slice(), [Reason::NothingToRepeat]) {
            break;
        }
        let Some(source) = placed.instances.find(of, at.date.plus_days(-i64::from(days_after))) else {
            break;
        };
        (instance, found) = (source, reasons(source));
    }
    (Scene { instance, ..*scene }, found)
}

fn pool_stand(scene: &Scene<'_>, focus: Option<&VersionId>) -> Stand {
    let &Scene { placed, instance, .. } = scene;
    let index = placed.index;
    let Some(focus) = focus else {
        let near = nearest_of_each_rule(placed, instance, MOST_OF_A_RULE);
        return Stand {
            airs: false,
            proposals: propose(scene, &near, None),
        };
    };
    let slot = placed.instances.get(instance).slot;
    let wanted = index.version(focus.as_str());
    let Some(version) = pool_versions(placed, slot).find(|version| Some(*version) == wanted) else {
        return Stand::default();
    };
    let showing = placed.charge(showing(placed, instance, version, By::Pool));
    match first_broken(placed, &showing) {
        None => Stand {
            airs: true,
            ..Stand::default()
        },
        Some((rule, grounds)) => Stand {
            airs: false,
            proposals: propose(scene, &[Reason::Refused(showing, rule, grounds)], Some(focus)),
        },
    }
}

fn propose(scene: &Scene<'_>, reasons: &[Reason], focus: Option<&VersionId>) -> Vec<Proposal> {
    let index = scene.placed.index;
    let mut proposals = Vec::new();
    for reason in reasons {
        match reason {
            Reason::Refused(showing, rule, grounds) => {
                let own = &index.versions[showing.version.at()].id;
                if focus.is_some_and(|focus| focus != own) {
                    continue;
                }
                let of_rule = FIXES.iter().filter(|(code, _)| *code == rule.code);
                let made = of_rule.flat_map(|(_, fixes)| fixes(scene, showing, grounds));
                proposals.extend(made.map(|proposal| Proposal {
                    focus: proposal.focus.or_else(|| Some(own.clone())),
                    ..proposal
                }));
            }
            Reason::SeasonFinished => proposals.extend(season::begin_again(scene)),
            Reason::NothingToRepeat => {}
        }
    }
    proposals
}
