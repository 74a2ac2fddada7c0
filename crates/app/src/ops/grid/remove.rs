//! Taking slots out.

use std::collections::BTreeSet;

use arna_domain::slot::Fill;
use arna_domain::{ChannelId, SlotId, Station, values};
use arna_store::{Kind, RecordId};

use super::{Hanging, change_airings, find, named};
use crate::failure::Failure;
use crate::ops::{Op, Step};

pub(super) fn remove(station: &Station, ids: &[String], repeats: Hanging) -> Result<Op, Failure> {
    let mut gone: BTreeSet<SlotId> = BTreeSet::new();
    let mut args = values! {};
    for id in ids {
        let slot = find(station, id)?;
        args = named(station, slot);
        gone.insert(slot.id.clone());
    }
    let hanging = repeating(station, &gone);
    match (repeats, hanging.first()) {
        (Hanging::Refuse, Some(first)) => {
            let slot = find(station, first.as_str())?;
            let mut values = named(station, slot);
            values.extend(values! { "count" => hanging.len() });
            return Err(Failure::new("repeats_hang_on_it", values));
        }
        _ => gone.extend(hanging),
    }
    args.extend(values! { "count" => gone.len() });
    let mut steps: Vec<Step> = gone
        .iter()
        .map(|id| Step::Remove(RecordId::Named(Kind::Slot, id.to_string())))
        .collect();
    let channels: BTreeSet<&ChannelId> = station
        .slots
        .iter()
        .filter(|slot| gone.contains(&slot.id))
        .map(|slot| &slot.channel)
        .collect();
    // What was accepted in a slot cannot stay without it.
    let of_gone = |slot: Option<&SlotId>| slot.is_some_and(|slot| gone.contains(slot));
    steps.extend(
        channels
            .into_iter()
            .filter_map(|channel| change_airings(station, channel, |one| of_gone(one.slot.as_ref()), |_| None)),
    );
    Ok(Op {
        code: "remove_slots".to_owned(),
        args,
        steps,
    })
}

/// The slots that repeat one of these, directly or through others, in document order, those left out.
fn repeating(station: &Station, of: &BTreeSet<SlotId>) -> Vec<SlotId> {
    let mut all = of.clone();
    loop {
        let before = all.len();
        for slot in &station.slots {
            if let Fill::Repeat(repeat) = &slot.fill
                && all.contains(&repeat.of)
            {
                all.insert(slot.id.clone());
            }
        }
        if all.len() == before {
            break;
        }
    }
    let hangs = |id: &&SlotId| all.contains(*id) && !of.contains(*id);
    station
        .slots
        .iter()
        .map(|slot| &slot.id)
        .filter(hangs)
        .cloned()
        .collect()
}
