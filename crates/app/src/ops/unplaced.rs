//! What a plan leaves open, filled by a person's decision.

use arna_domain::instance::Instances;
use arna_domain::{BroadcastDate, DateRange, Index, Pin, Station, values};
use arna_store::Record;

use super::{Op, Step};
use crate::failure::Failure;

/// Pins a version to the start of an open slot, whatever the rules say: the next calculation airs it there and names what it breaks.
///
/// # Errors
/// `no_slot_there` when the slot does not stand on that date; `unknown_version`; `pinned_already` when something is pinned there.
pub fn place_anyway(
    station: &Station,
    index: &Index,
    slot: &str,
    date: BroadcastDate,
    version: &str,
) -> Result<Op, Failure> {
    let (instances, _) = Instances::of(index, DateRange { from: date, days: 1 });
    let instance = index.slot(slot).and_then(|slot| instances.find(slot, date));
    let Some(instance) = instance.map(|number| instances.get(number)) else {
        let values = values! { "slot" => slot, "date" => date.to_string() };
        return Err(Failure::new("no_slot_there", values));
    };
    let Some(found) = index.version(version) else {
        return Err(Failure::new("unknown_version", values! { "version" => version }));
    };
    let channel = &index.channels[instance.channel.at()];
    let is_there = |pin: &&Pin| pin.channel == channel.id && pin.start == instance.start;
    if let Some(pin) = station.pins.iter().find(is_there) {
        let values = values! { "version" => pin.version.as_str(), "start" => channel.clock.text(pin.start) };
        return Err(Failure::new("pinned_already", values));
    }
    let pin = Pin {
        channel: channel.id.clone(),
        start: instance.start,
        version: index.versions[found.at()].id.clone(),
        licence: None,
    };
    Ok(Op {
        code: "place_anyway".to_owned(),
        args: values! {
            "version" => version, "channel" => channel.id.as_str(), "start" => channel.clock.text(instance.start)
        },
        steps: vec![Step::Put(Box::new(Record::Pin(pin)))],
    })
}
