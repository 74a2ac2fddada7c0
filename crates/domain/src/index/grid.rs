//! Slots: their times, their fills, overlaps within a layer, chains of repeats.

use std::collections::BTreeMap;

use super::catalogue::note;
use super::invalid::Collector;
use super::{FillEntry, Index, SlotEntry, SlotIx, number};
use crate::slot::{Fill, Slot};
use crate::station::Station;
use crate::time::{BroadcastDate, GridTime, Weekday};
use crate::values;

const DAY_MINUTES: u32 = 24 * 60;

pub(super) fn resolve(station: &Station, index: &mut Index, wrong: &mut Collector) {
    for (at, slot) in station.slots.iter().enumerate() {
        note(
            &mut index.by_id.slots,
            &slot.id,
            SlotIx(number(at)),
            format_args!("slots[{at}].id"),
            wrong,
        );
    }
    let roots = roots(station, index, wrong);
    for (at, slot) in station.slots.iter().enumerate() {
        let path = format!("slots[{at}]");
        let channel = wrong.known(
            index.channel(slot.channel.as_str()),
            format_args!("{path}.channel"),
            slot.channel.as_str(),
        );
        let Some(channel) = channel else { continue };
        let Some(end) = end_of(slot, index.channels[channel.at()].clock.day_start, &path, wrong) else {
            continue;
        };
        if !(1..=5).contains(&slot.weight) {
            wrong.add(
                format_args!("{path}.weight"),
                "weight_out_of_range",
                values! { "weight" => slot.weight },
            );
        }
        if let (Some(from), Some(until)) = (slot.from, slot.until)
            && until < from
        {
            let values = values! { "from" => from.to_string(), "until" => until.to_string() };
            wrong.add(format_args!("{path}.until"), "ends_before_start", values);
        }
        let Some(fill) = fill_entry(slot, roots[at], &path, index, wrong) else {
            continue;
        };
        let own = SlotIx(number(index.slots.len()));
        index.channels[channel.at()].slots.push(own);
        let languages = slot
            .languages
            .iter()
            .filter_map(|language| index.language(language.as_str()))
            .collect();
        index.slots.push(SlotEntry {
            id: slot.id.clone(),
            rank: 0,
            channel,
            days: slot.days.clone(),
            from: slot.from,
            until: slot.until,
            layer: slot.layer,
            start: slot.start,
            end,
            weight: slot.weight,
            languages,
            fill,
        });
    }
    overlaps(station, wrong);
}

/// The slot's end, if it lies within the broadcast day.
fn end_of(slot: &Slot, day_start: GridTime, path: &str, wrong: &mut Collector) -> Option<GridTime> {
    if slot.start < day_start {
        let values = values! { "start" => slot.start.to_string(), "day_start" => day_start.to_string() };
        wrong.add(format_args!("{path}.start"), "before_day_start", values);
        return None;
    }
    if slot.length_min == 0 {
        wrong.add(format_args!("{path}.length_min"), "length_zero", values! {});
        return None;
    }
    let end = slot.start.minutes().checked_add(slot.length_min);
    let end = end
        .filter(|&end| end <= day_start.minutes() + DAY_MINUTES)
        .and_then(GridTime::from_minutes);
    if end.is_none() {
        let values = values! {
            "start" => slot.start.to_string(), "length_min" => slot.length_min, "day_start" => day_start.to_string()
        };
        wrong.add(format_args!("{path}.length_min"), "after_next_day_start", values);
    }
    end
}

fn fill_entry(
    slot: &Slot,
    root: Option<SlotIx>,
    path: &str,
    index: &mut Index,
    wrong: &mut Collector,
) -> Option<FillEntry> {
    Some(match &slot.fill {
        Fill::Sequel(sequel) => {
            let path = format_args!("{path}.fill.sequel.season").to_string();
            let season = wrong.known(index.season(sequel.season.as_str()), path, sequel.season.as_str())?;
            FillEntry::Sequel {
                season,
                then: sequel.then,
            }
        }
        Fill::Repeat(repeat) => {
            let of = index.slot(repeat.of.as_str())?;
            FillEntry::Repeat {
                of,
                root: root?,
                days_after: repeat.days_after,
            }
        }
        Fill::Pool(pool) => {
            let programmes = pool
                .programmes
                .iter()
                .enumerate()
                .filter_map(|(n, id)| {
                    let path = format_args!("{path}.fill.pool.programmes[{n}]").to_string();
                    wrong.known(index.programme(id.as_str()), path, id.as_str())
                })
                .collect();
            let kinds = pool.kinds.iter().map(|kind| index.word(kind)).collect();
            let tags = pool.tags.iter().map(|tag| index.word(tag)).collect();
            FillEntry::Pool {
                programmes,
                kinds,
                tags,
            }
        }
        Fill::Hold(hold) => FillEntry::Hold {
            title: hold.title.clone(),
            language: hold
                .language
                .as_ref()
                .and_then(|language| index.language(language.as_str())),
        },
    })
}

/// For each slot that repeats, the slot at the end of its chain. Complains of unknown slots, other channels and circles.
fn roots(station: &Station, index: &Index, wrong: &mut Collector) -> Vec<Option<SlotIx>> {
    let next: Vec<Option<usize>> = station
        .slots
        .iter()
        .enumerate()
        .map(|(at, slot)| {
            let Fill::Repeat(repeat) = &slot.fill else { return None };
            let path = format_args!("slots[{at}].fill.repeat.of").to_string();
            let of = wrong
                .known(index.slot(repeat.of.as_str()), &path, repeat.of.as_str())?
                .at();
            if station.slots[of].channel != slot.channel {
                let values = values! { "id" => repeat.of.as_str(), "channel" => slot.channel.as_str() };
                wrong.add(path, "repeat_of_other_channel", values);
            }
            Some(of)
        })
        .collect();
    // Each slot is walked once: `Known` ends the walk of every chain that runs into it.
    let mut state = vec![Walk::New; next.len()];
    for start in 0..next.len() {
        let mut chain = Vec::new();
        let mut at = start;
        let end = loop {
            match state[at] {
                Walk::Known(end) => break end,
                Walk::Under => {
                    let id = station.slots[at].id.as_str();
                    wrong.add(
                        format_args!("slots[{at}].fill.repeat.of"),
                        "repeats_itself",
                        values! { "id" => id },
                    );
                    break None;
                }
                Walk::New => {
                    state[at] = Walk::Under;
                    chain.push(at);
                    match next[at] {
                        Some(of) => at = of,
                        None => break Some(SlotIx(number(at))),
                    }
                }
            }
        };
        for at in chain {
            state[at] = Walk::Known(end);
        }
    }
    state
        .into_iter()
        .map(|walk| match walk {
            Walk::Known(end) => end,
            Walk::New | Walk::Under => None,
        })
        .collect()
}

#[derive(Clone, Copy)]
enum Walk {
    New,
    Under,
    Known(Option<SlotIx>),
}

/// Complains of two slots of one layer that overlap on a channel and date. Both lie within their broadcast day, so only
/// slots of the same date can meet.
fn overlaps(station: &Station, wrong: &mut Collector) {
    let mut layers: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, slot) in station.slots.iter().enumerate() {
        layers.entry((&slot.channel, slot.layer)).or_default().push(at);
    }
    for mut those in layers.into_values() {
        those.sort_by_key(|&at| (station.slots[at].start, at));
        for (n, &one) in those.iter().enumerate() {
            let first = &station.slots[one];
            let end = u64::from(first.start.minutes()) + u64::from(first.length_min);
            for &two in those[n + 1..]
                .iter()
                .take_while(|&&two| u64::from(station.slots[two].start.minutes()) < end)
            {
                let second = &station.slots[two];
                if let Some(date) = common_date(first, second) {
                    let date = date.map(|date| date.to_string());
                    let values = values! { "slot" => second.id.as_str(), "other" => first.id.as_str(), "date" => date };
                    wrong.add(format_args!("slots[{two}]"), "slots_overlap", values);
                }
            }
        }
    }
}

/// The first date on which both stand (none where both are unbounded in the past), if there is any.
fn common_date(one: &Slot, two: &Slot) -> Option<Option<BroadcastDate>> {
    let days: Vec<Weekday> = one.days.iter().copied().filter(|day| two.days.contains(day)).collect();
    if days.is_empty() {
        return None;
    }
    let until = match (one.until, two.until) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let Some(from) = one.from.max(two.from) else {
        return Some(until.and_then(|until| {
            (0..7)
                .map(|n| until.plus_days(-n))
                .find(|date| days.contains(&date.weekday()))
        }));
    };
    (0..7)
        .map(|n| from.plus_days(n))
        .find(|date| days.contains(&date.weekday()) && until.is_none_or(|until| *date <= until))
        .map(Some)
}
