//! Holds moved, trimmed and taken out, and what trimming a programme means.
//!
//! A hold is as long as its slot. So a one-off slot takes its place on that date, and where the hold no longer is another one-off
//! slot lies over the rest: a pool, which the next calculation fills.

use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::slot::{Fill, Hold, Pool, Slot};
use arna_domain::time::MINUTE;
use arna_domain::{Airing, BroadcastDate, GridTime, Instant, Language, Origin, SlotId, Station, values};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::draft::Draft;
use super::moving::counted;
use super::time::wall_ms;
use super::words::wall;
use super::{At, Manner};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// An end of an airing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Edge {
    /// Where it starts.
    Start,
    /// Where it ends.
    End,
}

/// An airing to be trimmed, or drawn out.
#[derive(Clone, Debug)]
pub struct Trimming {
    /// The airing.
    pub airing: At,
    /// The end that is moved.
    pub edge: Edge,
    /// Where it goes.
    pub to: Instant,
    /// How.
    pub manner: Manner,
}

/// Trims an airing. A hold's slot is laid anew for that date. A programme lasts as long as its version: the version of the episode
/// in the same language whose length is nearest to the one wanted takes its place.
///
/// # Errors
/// `nothing_there`; `fixed_length` where a programme has no other version of that kind; `too_short`; as moving.
pub fn trim_airing(station: &Station, index: &arna_domain::Index, asked: &Trimming) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, &asked.manner);
    let airing = draft.find(&asked.airing)?;
    let channel = draft.channel(airing.channel.as_str())?;
    let (from, until) = match asked.edge {
        Edge::Start => (asked.to, airing.end),
        Edge::End => (airing.start, asked.to),
    };
    let mut args = draft.args(&airing);
    if until - from < MINUTE {
        return Err(Failure::new("too_short", args));
    }
    let (from, until) = if airing.origin == Origin::Hold {
        let start = put(&mut draft, &airing, Some((channel, from, until)))?;
        (start, start + (until - from))
    } else {
        let Some(version) = nearest_length(&draft, &airing, until - from) else {
            let minutes = (airing.end - airing.start) / MINUTE;
            args.insert("minutes".to_owned(), minutes.into());
            return Err(Failure::new("fixed_length", args));
        };
        let length = index.versions[version.at()].duration_ms;
        let start = if asked.edge == Edge::Start {
            airing.end - length
        } else {
            airing.start
        };
        draft.lift(&airing)?;
        let start = draft.lay(channel, start, version)?;
        (start, start + length)
    };
    let clock = &index.channels[channel.at()].clock;
    args.insert("from".to_owned(), wall(clock, airing.date, from).into());
    args.insert("until".to_owned(), wall(clock, airing.date, until).into());
    let args = counted(args, 1, &draft);
    Ok(draft.finish("trim_airing", args))
}

/// The other version of an airing's episode in its language that is nearest to a length, if that is nearer than its own or on the
/// way there.
fn nearest_length(draft: &Draft<'_>, airing: &Airing, wanted: i64) -> Option<VersionIx> {
    let index = draft.index;
    let own = index.version(airing.version.as_ref()?.as_str())?;
    let entry = &index.versions[own.at()];
    let others = index.episodes[entry.episode.at()]
        .versions
        .clone()
        .map(VersionIx)
        .filter(|&other| {
            let version = &index.versions[other.at()];
            let same_way = (version.duration_ms - entry.duration_ms).signum() == (wanted - entry.duration_ms).signum();
            other != own && version.language == entry.language && same_way
        });
    others.min_by_key(|other| (index.versions[other.at()].duration_ms - wanted).abs())
}

/// Puts a hold somewhere else on the grid, or nowhere; when it starts then.
pub(super) fn put(
    draft: &mut Draft<'_>,
    hold: &Airing,
    to: Option<(ChannelIx, Instant, Instant)>,
) -> Result<Instant, Failure> {
    let index = draft.index;
    let here = draft.channel(hold.channel.as_str())?;
    draft.lift(hold)?;
    let old = hold
        .slot
        .as_ref()
        .and_then(|id| draft.station.slots.iter().find(|slot| slot.id == *id))
        .cloned();
    let is_one_off = |slot: &Slot| slot.from.is_some() && slot.from == slot.until;
    let target = to.map(|(channel, from, until)| {
        let clock = &index.channels[channel.at()].clock;
        let date = clock.broadcast_date(from);
        (
            channel,
            date,
            whole_minutes(clock, date, from),
            whole_minutes(clock, date, until),
        )
    });
    if let Some((channel, date, from, until)) = target
        && until <= from
    {
        let at = index.channels[channel.at()].clock.text(hold.start);
        return Err(Failure::new(
            "too_short",
            values! { "title" => draft.title(hold), "at" => at, "date" => date.to_string() },
        ));
    }
    // What is left of the old place is taken from the hold.
    if let Some(slot) = &old {
        if is_one_off(slot) {
            draft.record(Step::Remove(RecordId::Named(Kind::Slot, slot.id.to_string())));
        } else {
            let (start, end) = (slot.start.minutes(), slot.start.minutes() + slot.length_min);
            let (free_from, free_until) = match target {
                Some((channel, date, from, until)) if channel == here && date == hold.date => {
                    (from.clamp(start, end), until.clamp(start, end))
                }
                _ => (start, start),
            };
            for (from, until) in [(start, free_from), (free_until, end)] {
                if until > from {
                    let fill = Fill::Pool(Pool::default());
                    let rest = one_off(draft.station, slot, (&hold.channel, hold.date), (from, until), fill);
                    draft.record(Step::Put(Box::new(Record::Slot(rest))));
                }
            }
        }
    }
    let Some((channel, date, from, until)) = target else {
        return Ok(hold.start);
    };
    let fill = Fill::Hold(Hold {
        title: hold.title.clone().unwrap_or_default(),
        language: hold.language.clone(),
    });
    let id = &index.channels[channel.at()].id;
    let model = old.unwrap_or_else(|| Slot {
        id: SlotId::new(format!("{}-hold", hold.channel)),
        channel: hold.channel.clone(),
        days: Vec::new(),
        from: None,
        until: None,
        layer: 0,
        start: GridTime::at_most(from),
        length_min: until - from,
        weight: Slot::usual_weight(),
        languages: Vec::new(),
        occasion: None,
        fill: fill.clone(),
    });
    let slot = one_off(draft.station, &model, (id, date), (from, until), fill);
    let clock = &index.channels[channel.at()].clock;
    let (start, end) = (clock.at(date, slot.start), clock.at(date, GridTime::at_most(until)));
    let airing = Airing {
        channel: id.clone(),
        date,
        start,
        end,
        slot: Some(slot.id.clone()),
        ..hold.clone()
    };
    draft.record(Step::Put(Box::new(Record::Slot(slot))));
    draft.make_room(channel, airing)
}

/// Whole minutes after a date's midnight by the wall clock: a grid knows no others.
fn whole_minutes(clock: &arna_domain::time::ChannelClock, date: BroadcastDate, at: Instant) -> u32 {
    let minutes = (wall_ms(clock, date, at) + MINUTE / 2) / MINUTE;
    u32::try_from(minutes).unwrap_or_default().min(GridTime::LATEST_MINUTES)
}

/// A slot of one date that lies over a slot.
fn one_off(
    station: &Station,
    over: &Slot,
    (channel, date): (&arna_domain::ChannelId, BroadcastDate),
    (from, until): (u32, u32),
    fill: Fill,
) -> Slot {
    let languages: Vec<Language> = if over.languages.is_empty() {
        let mut all: Vec<Language> = Vec::new();
        let own = station.slots.iter().filter(|slot| slot.channel == *channel);
        for language in own.flat_map(|slot| &slot.languages) {
            if !all.contains(language) {
                all.push(language.clone());
            }
        }
        all
    } else {
        over.languages.clone()
    };
    let highest = station
        .slots
        .iter()
        .filter(|slot| slot.channel == *channel && slot.stands_on(date));
    let layer = highest
        .map(|slot| slot.layer)
        .max()
        .unwrap_or(over.layer)
        .saturating_add(1);
    // The first part of the id is the slot's; what follows tells the one-offs of it apart.
    let stem = over.id.as_str().split('~').next().unwrap_or_default();
    let id = format!("{stem}~{date}-{:02}{:02}-{layer}", from / 60, from % 60);
    Slot {
        id: SlotId::new(id),
        channel: channel.clone(),
        days: vec![date.weekday()],
        from: Some(date),
        until: Some(date),
        layer,
        start: GridTime::at_most(from),
        length_min: until - from,
        weight: over.weight,
        languages,
        occasion: None,
        fill,
    }
}
