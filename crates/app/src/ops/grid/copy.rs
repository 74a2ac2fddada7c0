//! The same slots on more weekdays and channels.

use std::collections::HashMap;

use arna_domain::slot::Fill;
use arna_domain::time::Weekday;
use arna_domain::{Slot, SlotId, Station, values};

use super::{channel_of, find, layer_of, named, new_id, put, weekdays};
use crate::failure::Failure;
use crate::ops::Op;

pub(super) fn copy(station: &Station, ids: &[String], days: &[u8], channels: &[String]) -> Result<Op, Failure> {
    let slots: Result<Vec<&Slot>, Failure> = ids.iter().map(|id| find(station, id)).collect();
    let slots = slots?;
    let more = if days.is_empty() { Vec::new() } else { weekdays(days)? };
    let mut args = slots.first().map(|slot| named(station, slot)).unwrap_or_default();
    args.extend(values! { "count" => slots.len(), "channels" => channels.len() });
    let mut steps = Vec::new();
    if !more.is_empty() {
        steps.extend(slots.iter().map(|&slot| {
            let on = |day: &Weekday| slot.days.contains(day) || more.contains(day);
            put(Slot {
                days: Weekday::ALL.into_iter().filter(on).collect(),
                ..slot.clone()
            })
        }));
    }
    let mut taken: Vec<SlotId> = Vec::new();
    for id in channels {
        let channel = channel_of(station, id)?;
        let mut copies: HashMap<SlotId, SlotId> = HashMap::new();
        for slot in &slots {
            let copy = new_id(station, channel, slot.start, &taken);
            taken.push(copy.clone());
            copies.insert(slot.id.clone(), copy);
        }
        for &slot in &slots {
            let mut fill = slot.fill.clone();
            if let Fill::Repeat(repeat) = &mut fill {
                // A repeat is of a slot of its own channel: the copy of what it repeats, or it cannot be copied alone.
                let of = copies.get(&repeat.of).cloned();
                repeat.of = of.ok_or_else(|| Failure::new("repeat_copied_alone", named(station, slot)))?;
            }
            steps.push(put(Slot {
                id: copies[&slot.id].clone(),
                channel: channel.id.clone(),
                layer: layer_of(station, &channel.id, slot.from, slot.until, &[]),
                fill,
                ..slot.clone()
            }));
        }
    }
    Ok(Op {
        code: "copy_slots".to_owned(),
        args,
        steps,
    })
}
