//! What pools take, sorted once for all the slots that take the same, and what of it may still air.

use std::rc::Rc;

use arna_domain::catalogue::Order;
use arna_domain::index::{ChannelIx, FillEntry, ProgrammeIx, SlotIx, VersionIx, WordIx};
use arna_domain::placed::Placed;
use arna_domain::{DateRange, Index};
use rustc_hash::FxHashMap;

/// What a pool names: programmes, kinds, tags.
type Named<'a> = (&'a [ProgrammeIx], &'a [WordIx], &'a [WordIx]);

/// The versions of pools.
pub(super) struct Pools<'a> {
    index: &'a Index,
    range: DateRange,
    taken: FxHashMap<Named<'a>, Rc<[VersionIx]>>,
    rights: FxHashMap<ChannelIx, Vec<Option<Rights>>>,
    live: FxHashMap<SlotIx, Rc<[VersionIx]>>,
}

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
}
