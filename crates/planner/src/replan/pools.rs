//! What pools take, sorted once for all the slots that take the same, and looked through with an early end.

use std::cmp::Reverse;
use std::rc::Rc;

use arna_domain::catalogue::Order;
use arna_domain::index::{ChannelIx, FillEntry, ProgrammeIx, SlotIx, VersionIx, WordIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed};
use arna_domain::rules::{RULES, first_broken};
use arna_domain::{DateRange, Index};
use rustc_hash::FxHashMap;

use crate::outcome::Reason;
use crate::strands::showing;

/// What a pool names: programmes, kinds, tags.
type Named<'a> = (&'a [ProgrammeIx], &'a [WordIx], &'a [WordIx]);

/// The versions of pools.
pub(super) struct Pools<'a> {
    index: &'a Index,
    range: DateRange,
    taken: FxHashMap<Named<'a>, Rc<[VersionIx]>>,
    rights: FxHashMap<ChannelIx, Vec<Option<Rights>>>,
    live: FxHashMap<SlotIx, Rc<[VersionIx]>>,
    likely: FxHashMap<SlotIx, Rc<[Likely]>>,
    /// What was nearest where a slot was asked last.
    nearest: FxHashMap<SlotIx, Vec<Likely>>,
}

/// A version and the rule that it gets to at the farthest.
type Likely = (VersionIx, usize);

/// What licences leave a version on a channel in the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rights {
    /// None holds on any date.
    Unlicensed,
    /// Every run is taken. An airing that belongs to a run already begun is always too close to its first.
    Spent,
    /// There may be a run.
    Left,
}

impl<'a> Pools<'a> {
    pub(super) fn of(index: &'a Index, range: DateRange) -> Self {
        Self {
            index,
            range,
            taken: FxHashMap::default(),
            rights: FxHashMap::default(),
            live: FxHashMap::default(),
            likely: FxHashMap::default(),
            nearest: FxHashMap::default(),
        }
    }

    /// The versions that a slot's pool takes, longest first, then as listed; nothing where it is no pool.
    fn taken(&mut self, slot: SlotIx) -> Rc<[VersionIx]> {
        let index = self.index;
        let fill = &index.slots[slot.at()].fill;
        let FillEntry::Pool {
            programmes,
            kinds,
            tags,
        } = fill
        else {
            return Rc::default();
        };
        let versions = || {
            let programmes = index.pool_of(fill).into_iter();
            let all = programmes.flat_map(|one| index.programmes[one.at()].versions.clone().map(VersionIx));
            let mut all: Vec<_> = all.collect();
            all.sort_by_key(|version| (-index.versions[version.at()].minutes(), *version));
            all.into()
        };
        Rc::clone(self.taken.entry((programmes, kinds, tags)).or_insert_with(versions))
    }

    /// What may still air in a slot at some date of the range: spoken there, licensed, of no serial programme, and with a run left.
    pub(super) fn live(&mut self, placed: &Placed<'_>, slot: SlotIx) -> Rc<[VersionIx]> {
        if let Some(live) = self.live.get(&slot) {
            return Rc::clone(live);
        }
        let taken = self.taken(slot);
        let channel = self.index.slots[slot.at()].channel;
        let may_air = |version: &VersionIx| {
            !self.is_serial(*version)
                && self.is_spoken(*version, slot)
                && self.rights(placed, channel, *version) == Rights::Left
        };
        let live: Rc<[VersionIx]> = taken.iter().copied().filter(may_air).collect();
        self.live.insert(slot, Rc::clone(&live));
        live
    }

    /// What is spent may be another now.
    pub(super) fn forget_rights(&mut self) {
        self.rights.clear();
        self.live.clear();
        self.likely.clear();
        self.nearest.clear();
    }

    fn is_serial(&self, version: VersionIx) -> bool {
        let programme = self.index.versions[version.at()].programme;
        self.index.programmes[programme.at()].order == Order::Serial
    }

    fn is_spoken(&self, version: VersionIx, slot: SlotIx) -> bool {
        let language = self.index.versions[version.at()].language;
        self.index.slots[slot.at()].languages.contains(&language)
    }

    fn rights(&mut self, placed: &Placed<'_>, channel: ChannelIx, version: VersionIx) -> Rights {
        let index = self.index;
        let of_channel = self
            .rights
            .entry(channel)
            .or_insert_with(|| vec![None; index.versions.len()]);
        let range = self.range;
        *of_channel[version.at()].get_or_insert_with(|| {
            let episode = index.versions[version.at()].episode;
            let last = range.end().plus_days(-1);
            let mut rights = Rights::Unlicensed;
            for number in index.covering_somewhen(version, channel) {
                let licence = &index.licences[number.at()];
                if licence.from <= last && range.from <= licence.until {
                    if !placed.is_spent(number, channel, episode) {
                        return Rights::Left;
                    }
                    rights = Rights::Spent;
                }
            }
            rights
        })
    }

    /// What a slot's pool takes and speaks and has licensed, what has a run left first: all else breaks one of the first rules.
    fn likely(&mut self, placed: &Placed<'_>, slot: SlotIx) -> Rc<[Likely]> {
        if let Some(likely) = self.likely.get(&slot) {
            return Rc::clone(likely);
        }
        let taken = self.taken(slot);
        let channel = self.index.slots[slot.at()].channel;
        let [too_close, wrong_order] = ["too_close", "wrong_order"].map(place_of);
        let (mut left, mut spent) = (Vec::new(), Vec::new());
        for &version in taken.iter() {
            if !self.is_spoken(version, slot) {
                continue;
            }
            let is_serial = self.is_serial(version);
            match self.rights(placed, channel, version) {
                Rights::Unlicensed => {}
                Rights::Spent => spent.push((version, too_close)),
                Rights::Left if is_serial => left.push((version, wrong_order)),
                Rights::Left => left.push((version, RULES.len() - 1)),
            }
        }
        left.append(&mut spent);
        let likely: Rc<[Likely]> = left.into();
        self.likely.insert(slot, Rc::clone(&likely));
        likely
    }

    /// The nearest candidates of an open pool instance: those that get farthest down the table of rules, of these the longest, of
    /// these the first listed. A version is judged only where it could be among them; what was nearest on another date of the slot
    /// is judged first, since it tells soonest what need not be.
    pub(super) fn nearest(&mut self, placed: &Placed<'_>, instance: InstanceIx, most: usize) -> Vec<Reason> {
        let slot = placed.instances.get(instance).slot;
        let channel = self.index.slots[slot.at()].channel;
        let unlicensed = place_of("not_licensed");
        let likely = self.likely(placed, slot);
        let first = self.nearest.remove(&slot).unwrap_or_default();
        let mut nearest = Nearest {
            most,
            found: Vec::with_capacity(most + 1),
        };
        for &one in &first {
            nearest.look_at(placed, instance, one);
        }
        for one in likely.iter().filter(|one| !first.contains(one)) {
            nearest.look_at(placed, instance, *one);
        }
        if nearest.wants(unlicensed) {
            for &version in self.taken(slot).iter() {
                let is_likely =
                    self.is_spoken(version, slot) && self.rights(placed, channel, version) != Rights::Unlicensed;
                if !is_likely && !first.contains(&(version, unlicensed)) {
                    nearest.look_at(placed, instance, (version, unlicensed));
                }
            }
        }
        let now = nearest
            .found
            .iter()
            .map(|&((.., version), farthest, _)| (version, farthest));
        self.nearest.insert(slot, now.collect());
        nearest.found.into_iter().map(|(.., reason)| reason).collect()
    }
}

/// Rules passed and minutes, the most first, then the place in the document.
type Nearness = (Reverse<usize>, i64, VersionIx);

/// The nearest candidates so far.
struct Nearest {
    most: usize,
    found: Vec<(Nearness, usize, Reason)>,
}

impl Nearest {
    /// Whether something that passes so many rules could still be among them.
    fn wants(&self, passed: usize) -> bool {
        self.found.len() < self.most || self.found.last().is_some_and(|((least, ..), ..)| least.0 <= passed)
    }

    /// Judges a version that gets to this rule at the farthest.
    fn look_at(&mut self, placed: &Placed<'_>, instance: InstanceIx, (version, farthest): Likely) {
        let minutes = placed.index.versions[version.at()].minutes();
        let nearness = |passed: usize| (Reverse(passed), -minutes, version);
        let place = |own: Nearness| self.found.partition_point(|(other, ..)| *other < own);
        if place(nearness(farthest)) >= self.most {
            return;
        }
        let one = placed.charge(showing(placed, instance, version, By::Pool));
        let Some((rule, grounds)) = first_broken(placed, &one) else {
            return;
        };
        let own = nearness(place_of(rule.code));
        let at = place(own);
        if at < self.most {
            self.found.truncate(self.most - 1);
            self.found
                .insert(at, (own, farthest, Reason::Refused(one, rule, grounds)));
        }
    }
}

/// A rule's place in the table.
fn place_of(code: &str) -> usize {
    RULES.iter().take_while(|other| other.code != code).count()
}
