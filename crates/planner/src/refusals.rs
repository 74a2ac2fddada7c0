//! Why a slot instance is open: its nearest candidates and the rule that each breaks.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use arna_domain::index::{ChannelIx, FillEntry, ProgrammeIx, SlotIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed};
use arna_domain::rules::{RULES, first_broken};

use crate::outcome::Reason;
use crate::strands::showing;
use crate::threads::side_by_side;

/// Candidates named at most for an open pool instance.
const MOST_CANDIDATES: usize = 5;

/// Rules passed and minutes, the most first, then by id: programmes stand in the document in no order.
type Nearness = (Reverse<usize>, Reverse<i64>, u32);

/// Candidates looked through where the nearest of each rule are wanted.
const MOST_LOOKED_THROUGH: usize = 400;

/// Candidates judged at most for an instance, of those that fit and of those that do not: the longest. A year's catalogue is
/// much longer, and what is nearest shows among these.
const MOST_JUDGED: usize = 500;

/// Versions without a licence that are looked through at most for a slot.
const MOST_UNLICENSED: usize = 4000;

/// The versions of a slot's pool, the longest first.
struct OfSlot<'p, 'a> {
    placed: &'p Placed<'a>,
    slot: SlotIx,
    /// Those that a licence covers on the slot's channel on some date.
    licensed: Vec<VersionIx>,
    /// Others, looked for where they are needed: they break `not_licensed` or a rule before it, and a catalogue has many of them.
    unlicensed: OnceCell<Vec<VersionIx>>,
}

impl<'p, 'a> OfSlot<'p, 'a> {
    fn of(placed: &'p Placed<'a>, slot: SlotIx) -> Self {
        let index = placed.index;
        let takes: Vec<_> = index.licensed_pool_of(slot).collect();
        let is_taken = |version: &VersionIx| takes.binary_search(&index.versions[version.at()].programme).is_ok();
        let licensed = index.licensed_versions_on(index.slots[slot.at()].channel).iter();
        Self {
            placed,
            slot,
            licensed: licensed.copied().filter(is_taken).collect(),
            unlicensed: OnceCell::new(),
        }
    }

    fn unlicensed(&self) -> &[VersionIx] {
        self.unlicensed.get_or_init(|| {
            let (placed, index) = (self.placed, self.placed.index);
            let entry = &index.slots[self.slot.at()];
            let mut programmes = index.pool_of(&entry.fill);
            let versions = |programme: &ProgrammeIx| index.programmes[programme.at()].versions.clone();
            if programmes.iter().map(|one| versions(one).len()).sum::<usize>() > MOST_UNLICENSED {
                programmes.sort_by_key(|one| &index.programmes[one.at()].id);
            }
            let all = programmes.iter().flat_map(versions).map(VersionIx);
            let unlicensed = all.filter(|&version| !is_licensed(placed, entry.channel, version));
            index.longest_first(unlicensed.take(MOST_UNLICENSED).collect())
        })
    }

    /// The nearest candidates of an open instance of the slot.
    fn nearest(&self, instance: InstanceIx, most: usize) -> Vec<Reason> {
        let placed = self.placed;
        let room = placed.instances.get(instance).length_ms();
        let mut nearest = Nearest {
            most,
            list: Vec::with_capacity(most + 1),
        };
        let fits = |version: &VersionIx| placed.index.versions[version.at()].duration_ms <= room;
        nearest.judge_all(placed, instance, self.licensed.iter().copied().filter(fits));
        if !nearest.is_beyond("too_long") {
            nearest.judge_all(placed, instance, self.licensed.iter().copied().filter(|one| !fits(one)));
        }
        if !nearest.is_beyond("not_licensed") {
            let unlicensed = self.unlicensed();
            nearest.judge_all(placed, instance, unlicensed.iter().copied().filter(fits));
            if !nearest.is_beyond("too_long") {
                nearest.judge_all(placed, instance, unlicensed.iter().copied().filter(|one| !fits(one)));
            }
        }
        nearest.list.into_iter().map(|(_, reason)| reason).collect()
    }
}

fn is_licensed(placed: &Placed<'_>, channel: ChannelIx, version: VersionIx) -> bool {
    placed.index.covering_somewhen(version, channel).next().is_some()
}

/// The nearest candidates of an open pool instance: those that get farthest down the table of rules, of these the longest.
fn nearest_candidates(placed: &Placed<'_>, instance: InstanceIx, most: usize) -> Vec<Reason> {
    let slot = placed.instances.get(instance).slot;
    OfSlot::of(placed, slot).nearest(instance, most)
}

/// The nearest of the candidates judged so far. Few are wanted of many: only they are kept, nearest first.
struct Nearest {
    most: usize,
    list: Vec<(Nearness, Reason)>,
}

impl Nearest {
    fn judge(&mut self, placed: &Placed<'_>, instance: InstanceIx, version: VersionIx) {
        let showing = placed.charge(showing(placed, instance, version, By::Pool));
        let Some((rule, grounds)) = first_broken(placed, &showing) else {
            return;
        };
        let entry = &placed.index.versions[version.at()];
        let nearness = (Reverse(place_of(rule.code)), Reverse(entry.minutes()), entry.rank);
        let at = self.list.partition_point(|(other, _)| *other < nearness);
        if at < self.most {
            self.list.truncate(self.most - 1);
            self.list
                .insert(at, (nearness, Reason::Refused(showing, rule, grounds)));
        }
    }

    /// Judges candidates that come longest first, until none that follows can be nearer.
    fn judge_all(&mut self, placed: &Placed<'_>, instance: InstanceIx, versions: impl Iterator<Item = VersionIx>) {
        let last_rule = RULES.len() - 1;
        for version in versions.take(MOST_JUDGED) {
            self.judge(placed, instance, version);
            let farthest = self.list.last().filter(|_| self.list.len() == self.most);
            if farthest.is_some_and(|((Reverse(passed), ..), _)| *passed == last_rule) {
                return;
            }
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
    let open = placed.instances.iter().map(|(number, _)| number).filter(|&number| {
        let slot = placed.instances.get(number).slot;
        placed.in_instance(number).is_none() && matches!(placed.index.slots[slot.at()].fill, FillEntry::Pool { .. })
    });
    nearest_of_all(placed, open.collect(), threads)
}

/// The nearest candidates of pool instances; how many threads look never matters.
pub(crate) fn nearest_of_all(
    placed: &Placed<'_>,
    mut open: Vec<InstanceIx>,
    threads: NonZeroUsize,
) -> Vec<(InstanceIx, Vec<Reason>)> {
    // The instances of a slot have the same candidates.
    let slot_of = |instance: InstanceIx| placed.instances.get(instance).slot;
    open.sort_by_key(|&instance| (slot_of(instance), instance));
    let slots = open.chunk_by(|&one, &next| slot_of(one) == slot_of(next));
    let looked = side_by_side(slots, threads, |those| -> Vec<_> {
        let of_slot = OfSlot::of(placed, slot_of(those[0]));
        let nearest = |&instance| (instance, of_slot.nearest(instance, MOST_CANDIDATES));
        those.iter().map(nearest).collect()
    });
    looked.into_iter().flatten().collect()
}
