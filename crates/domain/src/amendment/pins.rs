//! Pins.

use super::{known, local, wrong};
use crate::airing::Pin;
use crate::id::ChannelId;
use crate::index::Invalid;
use crate::station::Station;
use crate::time::{Instant, Zones};
use crate::values;

pub(super) fn add(station: &mut Station, pin: &Pin, zones: &Zones) -> Result<(), Invalid> {
    let channel = station.channels.iter().find(|one| one.id == pin.channel);
    known(channel, "channel", pin.channel.as_str())?;
    if station
        .pins
        .iter()
        .any(|one| one.channel == pin.channel && one.start == pin.start)
    {
        let values = values! { "channel" => pin.channel, "start" => local(station, zones, &pin.channel, pin.start) };
        return Err(wrong("start", "pin_there", values));
    }
    station.pins.push(pin.clone());
    Ok(())
}

/// The place of a pin in the list.
fn find(station: &Station, channel: &ChannelId, start: Instant, zones: &Zones) -> Result<usize, Invalid> {
    let mut pins = station.pins.iter();
    pins.position(|one| one.channel == *channel && one.start == start)
        .ok_or_else(|| {
            let values = values! { "channel" => channel, "start" => local(station, zones, channel, start) };
            wrong("start", "no_pin_there", values)
        })
}

pub(super) fn lose(station: &mut Station, channel: &ChannelId, start: Instant, zones: &Zones) -> Result<(), Invalid> {
    let at = find(station, channel, start, zones)?;
    station.pins.remove(at);
    Ok(())
}

pub(super) fn shift(
    station: &mut Station,
    channel: &ChannelId,
    start: Instant,
    to: Instant,
    zones: &Zones,
) -> Result<(), Invalid> {
    let at = find(station, channel, start, zones)?;
    if find(station, channel, to, zones).is_ok() {
        let values = values! { "channel" => channel, "start" => local(station, zones, channel, to) };
        return Err(wrong("to", "pin_there", values));
    }
    station.pins[at].start = to;
    Ok(())
}
