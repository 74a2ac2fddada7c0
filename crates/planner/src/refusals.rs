//! Why a slot instance is open: its nearest candidates and the rule that each breaks.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use arna_domain::VersionId;
use arna_domain::index::{FillEntry, SlotIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed};
use arna_domain::rules::{RULES, first_broken};

use crate::outcome::Reason;
use crate::pools::{licensed_pool_versions, pool_versions};
use crate::strands::showing;

/// Candidates named at most for an open pool instance.
pub(crate) const MOST_CANDIDATES: usize = 5;

/// Rules passed and minutes, the most first, then the id: programmes stand in the document in no order.
type Nearness<'a> = (Reverse<usize>, Reverse<i64>, &'a VersionId);

/// The versions of a slot's pool that a licence covers on its channel on some date. The others break `not_licensed` or a rule
/// before it, and a catalogue has many more of them.
fn licensed(placed: &Placed<'_>, slot: SlotIx) -> Vec<VersionIx> {
    licensed_pool_versions(placed, slot)
        .filter(|&version| is_licensed(placed, slot, version))
        .collect()
}

fn is_licensed(placed: &Placed<'_>, slot: SlotIx, version: VersionIx) -> bool {
    let channel = placed.index.slots[slot.at()].channel;
    placed.index.covering_somewhen(version, channel).next().is_some()
}

/// Candidates looked through where the nearest of each rule are wanted.
const MOST_LOOKED_THROUGH: usize = 400;

/// The nearest candidates of an open pool instance: those that get farthest down the table of rules, of these the longest.
pub(crate) fn nearest_candidates(placed: &Placed<'_>, instance: InstanceIx, most: usize) -> Vec<Reason> {
    let slot = placed.instances.get(instance).slot;
    nearest_of(placed, instance, &licensed(placed, slot), most)
}

fn nearest_of(placed: &Placed<'_>, instance: InstanceIx, licensed: &[VersionIx], most: usize) -> Vec<Reason> {
    let mut nearest = Nearest {
        most,
        list: Vec::with_capacity(most + 1),
    };
    for &version in licensed {
        nearest.judge(placed, instance, version);
    }
    if !nearest.is_beyond("not_licensed") {
        let slot = placed.instances.get(instance).slot;
        for version in pool_versions(placed, slot).filter(|&version| !is_licensed(placed, slot, version)) {
            nearest.judge(placed, instance, version);
        }
    }
    nearest.list.into_iter().map(|(_, reason)| reason).collect()
}

/// The nearest of the candidates judged so far. Few are wanted of many: only they are kept, nearest first.
struct Nearest<'a> {
    most: usize,
    list: Vec<(Nearness<'a>, Reason)>,
}

impl<'a> Nearest<'a> {
    fn judge(&mut self, placed: &Placed<'a>, instance: InstanceIx, version: VersionIx) {
        let showing = placed.charge(showing(placed, instance, version, By::Pool));
        let Some((rule, grounds)) = first_broken(placed, &showing) else {
            return;
        };
        let entry = &placed.index.versions[version.at()];
        let nearness = (Reverse(place_of(rule.code)), Reverse(entry.minutes()), &entry.id);
        let at = self.list.partition_point(|(other, _)| *other < nearness);
        if at < self.most {
            self.list.truncate(self.most - 1);
            self.list
                .insert(at, (nearness, Reason::Refused(showing, rule, grounds)));
        }
    }

    /// Whether as many as wanted got past a rule, so that whatever breaks it cannot be among them.
    fn is_beyond(&self, code: &str) -> bool {
        let farthest = self.list.last().filter(|_| self.list.len() == self.most);
        farthest.is_some_and(|((Reverse(passed), ..), _)| *passed > place_of(code))
    }
}

/// The place of a rule in the table: how many rules an airing that breaks it first has passed.
fn place_of(code: &str) -> usize {
    RULES.iter().take_while(|rule| rule.code != code).count()
}

/// The nearest candidates that break each rule, so many of a rule: else those of the last rule would hide the others.
pub(crate) fn nearest_of_each_rule(placed: &Placed<'_>, instance: InstanceIx, most_of_a_rule: usize) -> Vec<Reason> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut near = nearest_candidates(placed, instance, MOST_LOOKED_THROUGH);
    near.retain(|reason| match reason {
        Reason::Refused(_, rule, _) => {
            let count = counts.entry(rule.code).or_default();
            *count += 1;
            *count <= most_of_a_rule
        }
        Reason::SeasonFinished | Reason::NothingToRepeat => true,
    });
    near
}

/// The nearest candidates of every pool instance that is open; how many threads look never matters.
pub(crate) fn open_pools(placed: &Placed<'_>, threads: NonZeroUsize) -> Vec<(InstanceIx, Vec<Reason>)> {
    let mut open: Vec<InstanceIx> = placed
        .instances
        .iter()
        .filter(|(number, instance)| {
            placed.in_instance(*number).is_none()
                && matches!(placed.index.slots[instance.slot.at()].fill, FillEntry::Pool { .. })
        })
        .map(|(number, _)| number)
        .collect();
    // The instances of a slot have the same candidates.
    let slot_of = |instance: InstanceIx| placed.instances.get(instance).slot;
    open.sort_by_key(|&instance| (slot_of(instance), instance));
    let look = |part: &[InstanceIx]| -> Vec<_> {
        part.chunk_by(|&one, &next| slot_of(one) == slot_of(next))
            .flat_map(|those| {
                let licensed = licensed(placed, slot_of(those[0]));
                let nearest = |&instance| (instance, nearest_of(placed, instance, &licensed, MOST_CANDIDATES));
                those.iter().map(nearest).collect::<Vec<_>>()
            })
            .collect()
    };
    std::thread::scope(|scope| {
        let share = open.len().div_ceil(threads.get()).max(1);
        let parts: Vec<_> = open.chunks(share).map(|part| scope.spawn(move || look(part))).collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}
