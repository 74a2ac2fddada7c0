//! Slots, and channels that go off the air.

use super::{known, new_id};
use crate::id::{ChannelId, SlotId};
use crate::index::Invalid;
use crate::slot::Slot;
use crate::station::Station;
use crate::time::{BroadcastDate, ChannelClock, Zones};
use crate::values;

fn slot<'a>(station: &'a mut Station, id: &SlotId) -> Result<&'a mut Slot, Invalid> {
    let found = station.slots.iter_mut().find(|one| one.id == *id);
    known(found, "slot", id.as_str())
}

pub(super) fn change(station: &mut Station, id: &SlotId, change: impl FnOnce(&mut Slot)) -> Result<(), Invalid> {
    change(slot(station, id)?);
    Ok(())
}

pub(super) fn add(station: &mut Station, slot: &Slot) -> Result<(), Invalid> {
    new_id(station.slots.iter().map(|one| one.id.as_str()), "id", slot.id.as_str())?;
    let channel = station.channels.iter().find(|one| one.id == slot.channel);
    known(channel, "channel", slot.channel.as_str())?;
    station.slots.push(slot.clone());
    Ok(())
}

pub(super) fn lose(station: &mut Station, id: &SlotId, from: BroadcastDate) -> Result<(), Invalid> {
    end(slot(station, id)?, from);
    station
        .schedule
        .retain(|one| one.slot.as_ref() != Some(id) || one.date < from);
    Ok(())
}

/// A slot stands no more from a date on. It stays in the grid: what repeats it is to say that it finds nothing.
fn end(slot: &mut Slot, from: BroadcastDate) {
    let last = from.plus_days(-1);
    if slot.from.is_some_and(|first| last < first) {
        slot.days.clear();
    } else {
        slot.until = Some(slot.until.map_or(last, |until| until.min(last)));
    }
}

pub(super) fn lose_channel(
    station: &mut Station,
    id: &ChannelId,
    from: BroadcastDate,
    zones: &Zones,
) -> Result<(), Invalid> {
    let found = station.channels.iter().find(|one| one.id == *id);
    let channel = known(found, "channel", id.as_str())?;
    let zone = zones.named(&channel.tz).map_err(|_| {
        let values = values! { "tz" => channel.tz.clone() };
        super::wrong("channel", "unknown_zone", values)
    })?;
    let clock = ChannelClock {
        zone,
        day_start: channel.day_start,
    };
    for slot in station.slots.iter_mut().filter(|slot| slot.channel == *id) {
        end(slot, from);
    }
    station
        .pins
        .retain(|pin| pin.channel != *id || clock.broadcast_date(pin.start) < from);
    station.schedule.retain(|one| one.channel != *id || one.date < from);
    Ok(())
}
