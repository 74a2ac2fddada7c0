//! Pins.

use super::{known, wrong};
use crate::airing::Pin;
use crate::id::ChannelId;
use crate::index::Invalid;
use crate::station::Station;
use crate::time::Instant;
use crate::values;

pub(super) fn add(station: &mut Station, pin: &Pin) -> Result<(), Invalid> {
    let channel = station.channels.iter().find(|one| one.id == pin.channel);
    known(channel, "channel", pin.channel.as_str())?;
    if station
        .pins
        .iter()
        .any(|one| one.channel == pin.channel && one.start == pin.start)
    {
        let values = values! { "channel" => pin.channel, "start" => pin.start.to_string() };
        return Err(wrong("start", "pin_there", values));
    }
    station.pins.push(pin.clone());
    Ok(())
}

/// The place of a pin in the list.
fn find(station: &Station, channel: &ChannelId, start: Instant) -> Result<usize, Invalid> {
    let mut pins = station.pins.iter();
    pins.position(|one| one.channel == *channel && one.start == start)
        .ok_or_else(|| {
            let values = values! { "channel" => channel, "start" => start.to_string() };
            wrong("start", "no_pin_there", values)
        })
}

pub(super) fn lose(station: &mut Station, channel: &ChannelId, start: Instant) -> Result<(), Invalid> {
    let at = find(station, channel, start)?;
    station.pins.remove(at);
    Ok(())
}

pub(super) fn shift(station: &mut Station, channel: &ChannelId, start: Instant, to: Instant) -> Result<(), Invalid> {
    let at = find(station, channel, start)?;
    if find(station, channel, to).is_ok() {
        let values = values! { "channel" => channel, "start" => to.to_string() };
        return Err(wrong("to", "pin_there", values));
    }
    station.pins[at].start = to;
    Ok(())
}
