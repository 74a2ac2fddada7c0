//! What each instance may take where a station holds too much for everything to be looked at.
//!
//! A year of a channel has thousands of episodes for thousands of slots, and most of them could air in most: what is looked at
//! would grow with the square of the range. But the episodes of a programme are much alike. So an instance is offered a few of
//! each programme and language only: as the dates go on, so does what is offered, once or several times through all of them.
//! Each episode then has its days, all the range long about as many as in a range of four weeks, and the effort grows with the slots.

use arna_domain::DateRange;
use arna_domain::index::{Index, SlotIx, VersionIx};
use arna_domain::instance::{Instance, InstanceIx};
use arna_domain::placed::Placed;
use arna_domain::time::BroadcastDate;
use rustc_hash::FxHashMap;

use super::catalogue::Catalogue;

/// How often in a range an episode has its days.
const TIMES: usize = 3;
/// What an instance is offered of a programme and language at least, each time.
const LEAST: usize = 2;

/// What the slots of some instances are offered.
pub(super) struct Rations {
    families: FxHashMap<SlotIx, Vec<Family>>,
    /// About as much is offered to each instance.
    each: usize,
}

/// The versions of a programme in a language that a slot may take, in the order of their ids' episodes.
struct Family {
    members: Vec<VersionIx>,
    shortest_ms: i64,
    /// The dates on which licences of any of them hold, within the range.
    from: BroadcastDate,
    days: i64,
}

impl Rations {
    /// For the slots of these instances.
    pub(super) fn of(
        placed: &Placed<'_>,
        catalogue: &Catalogue,
        range: DateRange,
        instances: &[InstanceIx],
        each: usize,
    ) -> Self {
        let mut families = FxHashMap::default();
        for &instance in instances {
            let slot = placed.instances.get(instance).slot;
            families
                .entry(slot)
                .or_insert_with(|| families_of(placed.index, slot, catalogue.of_slot(slot), range));
        }
        Self { families, each }
    }

    /// What an instance is offered.
    pub(super) fn offered(&self, index: &Index, instance: &Instance) -> Vec<VersionIx> {
        let room = instance.length_ms();
        let of_slot = self.families.get(&instance.slot).map_or(&[][..], Vec::as_slice);
        let holds = |family: &&Family| {
            let day = instance.date.days_since(family.from);
            family.shortest_ms <= room && (0..family.days).contains(&day)
        };
        let count = of_slot.iter().filter(holds).count().max(1);
        let each_time = (self.each / count / TIMES).max(LEAST);
        let mut offered = Vec::new();
        for family in of_slot.iter().filter(holds) {
            family.offer(index, instance.date, room, each_time, &mut offered);
        }
        offered
    }
}

impl Family {
    /// Those whose days have come, at each time round so many that fit.
    fn offer(&self, index: &Index, date: BroadcastDate, room: i64, each_time: usize, offered: &mut Vec<VersionIx>) {
        let fits = |version: &VersionIx| index.versions[version.at()].duration_ms <= room;
        let count = self.members.len();
        if count <= each_time * TIMES {
            offered.extend(self.members.iter().copied().filter(fits));
            return;
        }
        let day = usize::try_from(date.days_since(self.from)).unwrap_or_default();
        let days = usize::try_from(self.days).unwrap_or(1).max(1);
        let first = offered.len();
        for time in 0..TIMES {
            let start = (day * count / days + time * count / TIMES) % count;
            // Until the next time's begin.
            let own = (0..count / TIMES).map(|step| self.members[(start + step) % count]);
            let new: Vec<_> = own.filter(fits).take(each_time).collect();
            for version in new {
                if !offered[first..].contains(&version) {
                    offered.push(version);
                }
            }
        }
    }
}

fn families_of(index: &Index, slot: SlotIx, versions: &[VersionIx], range: DateRange) -> Vec<Family> {
    let channel = index.slots[slot.at()].channel;
    let key = |version: &VersionIx| {
        let entry = &index.versions[version.at()];
        (entry.programme, entry.language)
    };
    let mut sorted = versions.to_vec();
    // Within a programme the document's order is the order of episodes.
    sorted.sort_unstable_by_key(|version| (key(version), *version));
    let last = range.end().plus_days(-1);
    let mut families: Vec<Family> = sorted
        .chunk_by(|one, other| key(one) == key(other))
        .map(|members| {
            let licences = members
                .iter()
                .flat_map(|&version| index.covering_somewhen(version, channel))
                .map(|licence| &index.licences[licence.at()])
                .filter(|licence| licence.from <= last && range.from <= licence.until);
            let (from, until) = licences.fold((last, range.from), |(from, until), licence| {
                (
                    from.min(licence.from.max(range.from)),
                    until.max(licence.until.min(last)),
                )
            });
            let lengths = members.iter().map(|version| index.versions[version.at()].duration_ms);
            Family {
                shortest_ms: lengths.min().unwrap_or_default(),
                members: members.to_vec(),
                from,
                days: until.days_since(from) + 1,
            }
        })
        .collect();
    // The order in which documents list programmes means nothing.
    families.sort_by(|a, b| {
        let id = |family: &Family| &index.versions[family.members[0].at()].id;
        id(a).cmp(id(b))
    });
    families
}
