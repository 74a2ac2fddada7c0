//! Slot instances, recomputed: both ends resolved on their own, then what pins and higher layers leave.

use std::collections::BTreeMap;

use super::calendar::{MINUTE, weekday};
use super::station::Station;

/// A slot on a broadcast date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Instance {
    pub(super) slot: usize,
    pub(super) channel: usize,
    pub(super) date: i64,
    pub(super) start: i64,
    pub(super) end: i64,
}

/// A finding that is due: code, slot, date, minutes, nominal minutes.
pub(super) type Due = (&'static str, usize, i64, i64, i64);

/// The instances of the dates `first..end` in the order of calculation, and the findings due.
pub(super) fn instances(station: &Station, first: i64, end: i64) -> (Vec<Instance>, Vec<Due>) {
    let mut due = Vec::new();
    let mut kept = Vec::new();
    for channel in 0..station.channels.len() {
        let mut covered: Vec<(i64, i64)> = station
            .pins
            .iter()
            .filter(|pin| pin.channel == channel)
            .map(|pin| (pin.start, pin.start + station.versions[pin.version].ms))
            .collect();
        // What stands on the dates beside the range may reach in.
        let mut layers: BTreeMap<i64, Vec<Instance>> = BTreeMap::new();
        for slot in (0..station.slots.len()).filter(|&slot| station.slots[slot].channel == channel) {
            let uncut = (first - 1..=end).filter_map(|date| uncut(station, slot, date, &mut due));
            layers.entry(station.slots[slot].layer).or_default().extend(uncut);
        }
        for (_, layer) in layers.into_iter().rev() {
            let left: Vec<Instance> = layer
                .iter()
                .filter_map(|one| left_of(station, one, &covered, &mut due))
                .collect();
            covered.extend(left.iter().map(|one| (one.start, one.end)));
            kept.extend(left);
        }
    }
    kept.retain(|one| (first..end).contains(&one.date));
    due.retain(|one| (first..end).contains(&one.2));
    kept.sort_by_key(|one| {
        (
            one.start,
            station.channels[one.channel].id.clone(),
            station.slots[one.slot].id.clone(),
        )
    });
    (kept, due)
}

fn uncut(station: &Station, number: usize, date: i64, due: &mut Vec<Due>) -> Option<Instance> {
    let slot = &station.slots[number];
    if !slot.days[weekday(date)] || date < slot.first || slot.last < date {
        return None;
    }
    let clock = &station.channels[slot.channel].clock;
    let (start, end) = (clock.at(date, slot.start), clock.at(date, slot.start + slot.length));
    let (real, nominal) = (end - start, slot.length * MINUTE);
    let code = match real {
        ..=0 => "slot_vanished",
        _ if real < nominal => "slot_shorter",
        _ => "slot_longer",
    };
    if real != nominal {
        due.push((code, number, date, real / MINUTE, slot.length));
    }
    (real > 0).then_some(Instance {
        slot: number,
        channel: slot.channel,
        date,
        start,
        end,
    })
}

fn left_of(station: &Station, one: &Instance, covered: &[(i64, i64)], due: &mut Vec<Due>) -> Option<Instance> {
    let touches = covered.iter().any(|&(from, until)| from < one.end && one.start < until);
    if !touches {
        return Some(*one);
    }
    let nominal = station.slots[one.slot].length;
    let (start, end) = longest_free(one.start, one.end, covered);
    if end - start < 5 * MINUTE {
        due.push(("slot_dropped", one.slot, one.date, 0, nominal));
        return None;
    }
    due.push(("slot_cut", one.slot, one.date, (end - start) / MINUTE, nominal));
    Some(Instance { start, end, ..*one })
}

/// The longest free part, of equal ones the earliest: parts begin at the start or where something ends.
fn longest_free(start: i64, end: i64, covered: &[(i64, i64)]) -> (i64, i64) {
    let mut begins: Vec<i64> = covered
        .iter()
        .map(|one| one.1)
        .filter(|&at| start < at && at < end)
        .collect();
    begins.push(start);
    begins.sort_unstable();
    let mut best = (start, start);
    for from in begins {
        if covered.iter().any(|one| one.0 <= from && from < one.1) {
            continue;
        }
        let until = covered
            .iter()
            .map(|one| one.0)
            .filter(|&at| at > from)
            .min()
            .map_or(end, |at| at.min(end));
        if until - from > best.1 - best.0 {
            best = (from, until);
        }
    }
    best
}
