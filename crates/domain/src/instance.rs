//! Slot instances: a slot on a broadcast date, as the real interval that pins and higher layers leave it.
//!
//! Both ends of a slot are resolved on their own, so neighbouring slots tile every day of every zone; a clock change makes an
//! instance shorter, longer, or takes it away. What a pin or a higher layer covers is then cut off: the longest free part
//! stays (of equal parts the earliest) where it is at least [`SHORTEST_REST`] long.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::finding::{Finding, Place, Severity};
use crate::index::{ChannelIx, Index, SlotIx};
use crate::range::DateRange;
use crate::time::{BroadcastDate, HOUR, Instant, MINUTE};
use crate::values;

/// The shortest part of a covered instance that is kept, in milliseconds.
pub const SHORTEST_REST: i64 = 5 * MINUTE;

/// No pin and no instance is longer, in milliseconds: how far back something may begin that reaches into an interval.
const LONGEST: i64 = 30 * HOUR;

/// The number of an instance, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceIx(pub u32);

impl InstanceIx {
    /// Its place in the list.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// A slot on a broadcast date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instance {
    /// The slot.
    pub slot: SlotIx,
    /// Its channel.
    pub channel: ChannelIx,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// The start of what is left of it.
    pub start: Instant,
    /// The end of what is left of it, not included.
    pub end: Instant,
}

impl Instance {
    /// Its real length in milliseconds.
    pub fn length_ms(&self) -> i64 {
        self.end - self.start
    }
}

/// The instances of a range, in the order in which sequels are calculated: by start, channel id, slot id.
#[derive(Clone, Debug, Default)]
pub struct Instances {
    list: Vec<Instance>,
    by_key: FxHashMap<(SlotIx, BroadcastDate), InstanceIx>,
}

impl Instances {
    /// The instances of a range and what is to be said of them: `slot_vanished`, `slot_shorter`, `slot_longer`, `slot_cut`,
    /// `slot_dropped`, in document order of the slots. The dates beside the range are looked at too, since what stands there
    /// may reach in.
    pub fn of(index: &Index, range: DateRange) -> (Self, Vec<Finding>) {
        let channels: Vec<_> = (0..).map(ChannelIx).take(index.channels.len()).collect();
        Self::of_channels(index, &channels, range)
    }

    /// As [`Instances::of`], of some channels.
    pub fn of_channels(index: &Index, channels: &[ChannelIx], range: DateRange) -> (Self, Vec<Finding>) {
        let wide = DateRange {
            from: range.from.plus_days(-1),
            days: range.days + 2,
        };
        let mut list = Vec::new();
        let mut said = Vec::new();
        let mut pins = pins_by_channel(index);
        for &channel in channels {
            let pins = std::mem::take(&mut pins[channel.at()]);
            channel_instances(index, channel, pins, wide, &mut list, &mut said);
        }
        list.retain(|instance| range.holds(instance.date));
        said.retain(|(_, date, _)| range.holds(*date));
        said.sort_by_key(|(slot, date, _)| (*slot, *date));
        list.sort_unstable_by_key(|one| {
            (
                one.start,
                index.channels[one.channel.at()].rank,
                index.slots[one.slot.at()].rank,
            )
        });
        let by_key = (0..)
            .zip(&list)
            .map(|(number, one)| ((one.slot, one.date), InstanceIx(number)))
            .collect();
        (
            Self { list, by_key },
            said.into_iter().map(|(_, _, finding)| finding).collect(),
        )
    }

    /// The instance of a slot on a broadcast date; none where it does not stand, vanished or was dropped.
    pub fn find(&self, slot: SlotIx, date: BroadcastDate) -> Option<InstanceIx> {
        self.by_key.get(&(slot, date)).copied()
    }

    /// An instance by its number.
    pub fn get(&self, number: InstanceIx) -> &Instance {
        &self.list[number.at()]
    }

    /// All of them with their numbers, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (InstanceIx, &Instance)> + Clone {
        self.list
            .iter()
            .enumerate()
            .map(|(number, instance)| (InstanceIx(number as u32), instance))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

type Said = Vec<(SlotIx, BroadcastDate, Finding)>;

/// What pins cover, for each channel, sorted.
fn pins_by_channel(index: &Index) -> Vec<Vec<(Instant, Instant)>> {
    let mut covered = vec![Vec::new(); index.channels.len()];
    for pin in &index.pins {
        let end = pin.start + index.versions[pin.version.at()].duration_ms;
        covered[pin.channel.at()].push((pin.start, end));
    }
    covered.iter_mut().for_each(|pins| pins.sort_unstable());
    covered
}

/// The instances of one channel: uncut first, then layer by layer from the highest; `above` is what pins cover.
fn channel_instances(
    index: &Index,
    channel: ChannelIx,
    mut above: Vec<(Instant, Instant)>,
    range: DateRange,
    list: &mut Vec<Instance>,
    said: &mut Said,
) {
    let mut layers: BTreeMap<i32, Vec<Instance>> = BTreeMap::new();
    for &slot in &index.channels[channel.at()].slots {
        let uncut = layers.entry(index.slots[slot.at()].layer).or_default();
        uncut.extend(range.dates().filter_map(|date| uncut_instance(index, slot, date, said)));
    }
    for (_, layer) in layers.into_iter().rev() {
        let first = list.len();
        for one in layer {
            list.extend(cut(index, one, &above, said));
        }
        above.extend(list[first..].iter().map(|one| (one.start, one.end)));
        above.sort_unstable();
    }
}

fn uncut_instance(index: &Index, slot: SlotIx, date: BroadcastDate, said: &mut Said) -> Option<Instance> {
    let entry = &index.slots[slot.at()];
    if !entry.stands_on(date) {
        return None;
    }
    let clock = &index.channels[entry.channel.at()].clock;
    let (start, end) = (clock.at(date, entry.start), clock.at(date, entry.end));
    if end <= start {
        said.push((slot, date, about(index, slot, date, "slot_vanished", 0)));
        return None;
    }
    let nominal = i64::from(entry.length_min()) * MINUTE;
    if end - start != nominal {
        let code = if end - start < nominal {
            "slot_shorter"
        } else {
            "slot_longer"
        };
        said.push((slot, date, about(index, slot, date, code, (end - start) / MINUTE)));
    }
    Some(Instance {
        slot,
        channel: entry.channel,
        date,
        start,
        end,
    })
}

fn cut(index: &Index, mut one: Instance, above: &[(Instant, Instant)], said: &mut Said) -> Option<Instance> {
    let (start, end) = longest_free(one.start, one.end, above);
    if (start, end) == (one.start, one.end) {
        return Some(one);
    }
    if end - start < SHORTEST_REST {
        said.push((one.slot, one.date, about(index, one.slot, one.date, "slot_dropped", 0)));
        return None;
    }
    let minutes = (end - start) / MINUTE;
    said.push((
        one.slot,
        one.date,
        about(index, one.slot, one.date, "slot_cut", minutes),
    ));
    (one.start, one.end) = (start, end);
    Some(one)
}

/// The longest part of [start, end) that no interval above touches, of equal ones the earliest; an empty part where all is
/// covered. `above` is sorted.
fn longest_free(start: Instant, end: Instant, above: &[(Instant, Instant)]) -> (Instant, Instant) {
    let first = above.partition_point(|&(from, _)| from < start - LONGEST);
    let (mut best, mut free_from) = ((start, start), start);
    for &(from, until) in above[first..].iter().take_while(|&&(from, _)| from < end) {
        if until <= start {
            continue;
        }
        if from - free_from > best.1 - best.0 {
            best = (free_from, from);
        }
        free_from = free_from.max(until);
    }
    if end - free_from > best.1 - best.0 {
        best = (free_from, end);
    }
    best
}

fn about(index: &Index, slot: SlotIx, date: BroadcastDate, code: &str, minutes: i64) -> Finding {
    let entry = &index.slots[slot.at()];
    Finding {
        code: code.to_owned(),
        // What a person laid over a slot is meant; what a clock does to it may not be.
        severity: match code {
            "slot_cut" | "slot_dropped" => Severity::Info,
            _ => Severity::Warning,
        },
        place: Place {
            channel: Some(index.channels[entry.channel.at()].id.clone()),
            slot: Some(entry.id.clone()),
            date: Some(date),
            ..Place::default()
        },
        values: values! { "minutes" => minutes, "nominal" => entry.length_min() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(start: i64, end: i64, above: &[(i64, i64)]) -> (i64, i64) {
        let at = Instant::from_ms;
        let above: Vec<_> = above.iter().map(|&(from, until)| (at(from), at(until))).collect();
        let (from, until) = longest_free(at(start), at(end), &above);
        (from.ms(), until.ms())
    }

    #[test]
    fn the_longest_free_part_stays_and_of_equal_ones_the_earliest() {
        assert_eq!(free(10, 50, &[]), (10, 50));
        assert_eq!(free(10, 50, &[(0, 10), (50, 60)]), (10, 50));
        assert_eq!(free(10, 50, &[(20, 30)]), (30, 50));
        assert_eq!(free(10, 50, &[(25, 35)]), (10, 25));
        assert_eq!(free(10, 50, &[(0, 20), (15, 22), (40, 70)]), (22, 40));
        assert_eq!(free(10, 50, &[(0, 60)]), (10, 10));
    }
}
