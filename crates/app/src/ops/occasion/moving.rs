//! An occasion moves, and with it its slots, campaigns, the pins of its premieres and what is accepted in its slots.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use arna_domain::index::ChannelIx;
use arna_domain::occasion::Occasion;
use arna_domain::time::{ChannelClock, DAY, SECOND};
use arna_domain::{
    Airing, BroadcastDate, ChannelId, Index, Instant, Origin, Pin, Slot, SlotId, Station, VersionId, values,
};
use arna_store::{Record, RecordId};

use super::{find, name_of};
use crate::failure::Failure;
use crate::ops::grid::shifted;
use crate::ops::{Op, Step};

pub(super) fn move_occasion(station: &Station, index: &Index, id: &str, days: i64) -> Result<Op, Failure> {
    let occasion = find(station, id)?;
    let told = Occasion {
        from: occasion.from.plus_days(days),
        until: occasion.until.plus_days(days),
        ..occasion.clone()
    };
    // Dates that no document could carry.
    for date in [told.from, told.until] {
        crate::ops::grid::date_of(&date.to_string())?;
    }
    let mut steps = vec![Step::Put(Box::new(Record::Occasion(told)))];
    let slots: Vec<Slot> = station
        .slots
        .iter()
        .filter(|slot| slot.occasion.as_ref() == Some(&occasion.id))
        .map(|slot| later(slot, days))
        .collect();
    for campaign in &station.campaigns {
        if campaign.occasion.as_ref() == Some(&occasion.id) {
            let mut campaign = campaign.clone();
            campaign.from = campaign.from.plus_days(days);
            campaign.until = campaign.until.plus_days(days);
            steps.push(Step::Put(Box::new(Record::Campaign(campaign))));
        }
    }
    let pins = pins(station, index, occasion);
    for pin in &pins {
        steps.push(Step::Remove(RecordId::Pin(pin.channel.clone(), pin.start)));
    }
    for pin in &pins {
        let Some(clock) = clock(index, &pin.channel) else {
            continue;
        };
        let start = days_later(clock, pin.start, days);
        steps.push(Step::Put(Box::new(Record::Pin(Pin {
            start,
            ..(*pin).clone()
        }))));
    }
    steps.extend(airings(station, index, &slots, &pins, days));
    steps.extend(slots.into_iter().map(|slot| Step::Put(Box::new(Record::Slot(slot)))));
    Ok(Op {
        code: "move_occasion".to_owned(),
        args: values! { "name" => name_of(occasion), "days" => days },
        steps,
    })
}

/// A slot so many days later. Its weekdays go with it where its dates are bounded: it is those dates that are meant then.
fn later(slot: &Slot, days: i64) -> Slot {
    let mut slot = slot.clone();
    if slot.from.is_some() && slot.until.is_some() {
        slot.days = slot.days.iter().map(|&day| shifted(day, days)).collect();
        slot.days.sort();
    }
    slot.from = slot.from.map(|date| date.plus_days(days));
    slot.until = slot.until.map(|date| date.plus_days(days));
    slot
}

/// The pins of the premieres that hang on an occasion: of its seasons, on its own dates.
fn pins<'a>(station: &'a Station, index: &Index, occasion: &Occasion) -> Vec<&'a Pin> {
    let versions: HashSet<&VersionId> = station
        .programmes
        .iter()
        .flat_map(|programme| &programme.seasons)
        .filter(|season| season.occasion.as_ref() == Some(&occasion.id))
        .flat_map(|season| &season.episodes)
        .flat_map(|episode| &episode.versions)
        .map(|version| &version.id)
        .collect();
    let is_meant = |pin: &&Pin| {
        let date = clock(index, &pin.channel).map(|clock| clock.broadcast_date(pin.start));
        versions.contains(&pin.version) && date.is_some_and(|date| (occasion.from..=occasion.until).contains(&date))
    };
    station.pins.iter().filter(is_meant).collect()
}

/// What is accepted in the slots that move, so many days later by the wall clock; what is in its way there leaves the schedule,
/// pins stay.
fn airings(station: &Station, index: &Index, slots: &[Slot], pins: &[&Pin], days: i64) -> Vec<Step> {
    let bounded = |slot: &&Slot| slot.from.is_some() && slot.until.is_some();
    let moving: HashSet<&SlotId> = slots.iter().filter(bounded).map(|slot| &slot.id).collect();
    let pinned: HashSet<(&ChannelId, Instant)> = pins.iter().map(|pin| (&pin.channel, pin.start)).collect();
    let moves = |airing: &Airing| {
        airing.slot.as_ref().is_some_and(|slot| moving.contains(slot))
            || (airing.origin == Origin::Pin && pinned.contains(&(&airing.channel, airing.start)))
    };
    let mut by_channel: BTreeMap<&ChannelId, Vec<&Airing>> = BTreeMap::new();
    for airing in station.schedule.iter().filter(|airing| moves(airing)) {
        by_channel.entry(&airing.channel).or_default().push(airing);
    }
    let mut steps = Vec::new();
    for (channel, own) in by_channel {
        let Some(clock) = clock(index, channel) else { continue };
        let mut there: Vec<Airing> = own.iter().map(|airing| later_airing(clock, airing, days)).collect();
        let stays = || {
            station
                .schedule
                .iter()
                .filter(|one| one.channel == *channel && !moves(one))
        };
        // What a coordinator pinned there stays.
        let fixed: Vec<&Airing> = stays().filter(|one| one.origin == Origin::Pin).collect();
        there.retain(|one| !fixed.iter().any(|pin| touches(one, pin)));
        let spans = spans(index, slots, &there);
        let in_way = |one: &Airing| {
            one.origin != Origin::Pin && spans.iter().any(|&(from, until)| one.start < until && from < one.end)
        };
        let touched = own.iter().map(|one| one.start);
        let touched = touched.chain(there.iter().map(|one| one.start));
        let touched: BTreeSet<Instant> = touched
            .chain(stays().filter(|one| in_way(one)).map(|one| one.start))
            .collect();
        let (Some(&from), Some(&last)) = (touched.first(), touched.last()) else {
            continue;
        };
        let until = last + 1;
        let within = |one: &&Airing| (from..until).contains(&one.start);
        let mut airings: Vec<Airing> = stays().filter(within).filter(|one| !in_way(one)).cloned().collect();
        airings.extend(there);
        airings.sort_by_key(|one| one.start);
        steps.push(Step::Airings {
            channel: channel.clone(),
            from,
            until,
            airings,
        });
    }
    steps
}

/// The intervals that airings take: each by itself, and the whole slot it stands in.
fn spans(index: &Index, slots: &[Slot], airings: &[Airing]) -> Vec<(Instant, Instant)> {
    let mut spans: Vec<_> = airings
        .iter()
        .map(|airing| {
            let slot = slots.iter().find(|slot| airing.slot.as_ref() == Some(&slot.id));
            let clock = clock(index, &airing.channel);
            slot.zip(clock)
                .and_then(|(slot, clock)| whole(slot, clock, airing.date))
                .map_or((airing.start, airing.end), |(from, until)| {
                    (from.min(airing.start), until.max(airing.end))
                })
        })
        .collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn whole(slot: &Slot, clock: &ChannelClock, date: BroadcastDate) -> Option<(Instant, Instant)> {
    let end = arna_domain::GridTime::from_minutes(slot.start.minutes() + slot.length_min)?;
    Some((clock.at(date, slot.start), clock.at(date, end)))
}

fn touches(one: &Airing, other: &Airing) -> bool {
    one.start < other.end && other.start < one.end
}

fn later_airing(clock: &ChannelClock, airing: &Airing, days: i64) -> Airing {
    let start = days_later(clock, airing.start, days);
    Airing {
        date: airing.date.plus_days(days),
        start,
        end: start + (airing.end - airing.start),
        ..airing.clone()
    }
}

/// The same wall clock so many days later.
fn days_later(clock: &ChannelClock, at: Instant, days: i64) -> Instant {
    let there = at + days * DAY;
    let by = i64::from(clock.zone.offset_s(at) - clock.zone.offset_s(there));
    there + by * SECOND
}

fn clock<'a>(index: &'a Index, channel: &ChannelId) -> Option<&'a ChannelClock> {
    let ChannelIx(number) = index.channel(channel.as_str())?;
    index.channels.get(number as usize).map(|entry| &entry.clock)
}
