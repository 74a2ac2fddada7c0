//! What a slot showed on an earlier date: what its repeats take.

use arna_domain::index::{ChannelIx, FillEntry, SlotIx};
use arna_domain::instance::Instances;
use arna_domain::placed::{By, Placed, ShowingIx};
use arna_domain::{BroadcastDate, DateRange, Index, Instant};
use rustc_hash::FxHashMap;

/// Finds the programme airing of a slot on a date: in the range what stands in its instance, before it the airing of the
/// history that is known to have aired for it, else the one that starts where the slot's instance starts, after cuts.
pub(crate) struct Earlier {
    from: BroadcastDate,
    before: Instances,
    aired: FxHashMap<(ChannelIx, Instant), ShowingIx>,
    aired_for: FxHashMap<(SlotIx, BroadcastDate), ShowingIx>,
}

impl Earlier {
    pub(crate) fn of(index: &Index, range: DateRange, placed: &Placed<'_>) -> Self {
        let days_after = |fill: &FillEntry| match fill {
            FillEntry::Repeat { days_after, .. } => *days_after,
            _ => 0,
        };
        let farthest = index.slots.iter().map(|slot| days_after(&slot.fill)).max();
        // Nothing is found before the first airing of the history, however far back a repeat would look.
        let first_aired = index.history.iter().map(|one| one.date).min();
        let aired_days = first_aired.map_or(0, |date| range.from.days_since(date).max(0));
        let reach = i64::from(farthest.unwrap_or_default()).min(aired_days);
        let before = DateRange {
            from: range.from.plus_days(-reach),
            days: u32::try_from(reach).unwrap_or(DateRange::LONGEST),
        };
        let aired: FxHashMap<_, _> = placed
            .iter()
            .filter(|(_, one)| matches!(one.by, By::History { .. }))
            .map(|(number, one)| ((one.channel, one.start), number))
            .collect();
        let aired_for = index
            .history
            .iter()
            .filter_map(|one| Some(((one.slot?, one.date), *aired.get(&(one.channel, one.start))?)))
            .collect();
        Self {
            from: range.from,
            before: if reach == 0 {
                Instances::default()
            } else {
                Instances::of(index, before).0
            },
            aired,
            aired_for,
        }
    }

    pub(crate) fn find(&self, placed: &Placed<'_>, slot: SlotIx, date: BroadcastDate) -> Option<ShowingIx> {
        if date >= self.from {
            return placed.in_instance(placed.instances.find(slot, date)?);
        }
        if let Some(&number) = self.aired_for.get(&(slot, date)) {
            return Some(number);
        }
        let instance = self.before.get(self.before.find(slot, date)?);
        self.aired.get(&(instance.channel, instance.start)).copied()
    }
}
