//! What pool slots may take at all: looked up once, since the instances of a slot ask for the same again and again.

use std::sync::Arc;

use arna_domain::DateRange;
use arna_domain::catalogue::Order;
use arna_domain::index::{ChannelIx, FillEntry, SlotIx, VersionIx};
use arna_domain::placed::Placed;
use rustc_hash::FxHashMap;

/// What may air in pools at some date of a range, by channel and by slot, longest first.
pub(crate) struct Catalogue {
    range: DateRange,
    by_channel: FxHashMap<ChannelIx, Vec<VersionIx>>,
    by_slot: FxHashMap<SlotIx, Arc<[VersionIx]>>,
}

impl Catalogue {
    pub(crate) fn of(range: DateRange) -> Self {
        Self {
            range,
            by_channel: FxHashMap::default(),
            by_slot: FxHashMap::default(),
        }
    }

    /// What may air in a slot: spoken there, licensed on some date, of no serial programme, and with a run left when the slot
    /// was first asked for.
    pub(crate) fn look_up(&mut self, placed: &Placed<'_>, slot: SlotIx) -> Arc<[VersionIx]> {
        if let Some(known) = self.by_slot.get(&slot) {
            return Arc::clone(known);
        }
        let index = placed.index;
        let entry = &index.slots[slot.at()];
        let found: Arc<[VersionIx]> = if matches!(entry.fill, FillEntry::Pool { .. }) {
            let range = self.range;
            let channel = entry.channel;
            let of_channel = self
                .by_channel
                .entry(channel)
                .or_insert_with(|| live_on(placed, channel, range));
            let takes: Vec<_> = index.licensed_pool_of(slot).collect();
            of_channel
                .iter()
                .copied()
                .filter(|version| {
                    let version = &index.versions[version.at()];
                    entry.languages.contains(&version.language) && takes.binary_search(&version.programme).is_ok()
                })
                .collect()
        } else {
            Arc::default()
        };
        self.by_slot.insert(slot, Arc::clone(&found));
        found
    }

    /// What a slot that was looked up may take.
    pub(super) fn of_slot(&self, slot: SlotIx) -> &[VersionIx] {
        self.by_slot.get(&slot).map_or(&[], |found| found)
    }
}

/// What may air on a channel at some date of a range, the longest first.
fn live_on(placed: &Placed<'_>, channel: ChannelIx, range: DateRange) -> Vec<VersionIx> {
    let index = placed.index;
    let is_serial = |version: VersionIx| {
        let programme = index.versions[version.at()].programme;
        index.programmes[programme.at()].order == Order::Serial
    };
    let versions = index.licensed_versions_on(channel).iter().copied();
    versions
        .filter(|&version| !is_serial(version) && has_run_left(placed, channel, version, range))
        .collect()
}

/// Whether a licence that holds on some date of a range has a run left for a version. An airing that belongs to a run already
/// begun is too close to its first, unless that repeats it.
fn has_run_left(placed: &Placed<'_>, channel: ChannelIx, version: VersionIx, range: DateRange) -> bool {
    let index = placed.index;
    let episode = index.versions[version.at()].episode;
    let last = range.end().plus_days(-1);
    index.covering_somewhen(version, channel).any(|number| {
        let licence = &index.licences[number.at()];
        let is_left = || !placed.is_spent(number, channel, episode) || placed.repeats_charged(number, episode) > 0;
        licence.from <= last && range.from <= licence.until && is_left()
    })
}
