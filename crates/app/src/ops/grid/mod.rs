//! What can be done to a channel's grid: slots drawn out, moved, resized, filled, layered, copied, split, taken out.
//!
//! Minutes are those of the broadcast day by the wall clock, counted from its start: the grid is a wall clock's, so they never
//! part from it. Weekdays count from Monday, 0.

mod copy;
mod remove;
mod split;

use arna_domain::slot::{Fill, Hold, Pool, Repeat, Sequel, Then};
use arna_domain::time::Weekday;
use arna_domain::{
    Airing, BroadcastDate, Channel, ChannelId, GridTime, Language, OccasionId, ProgrammeId, SeasonId, Slot, SlotId,
    Station, Values, values,
};
use arna_store::Record;
use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use self::split::shifted;
use super::{Op, Step};
use crate::failure::Failure;

/// What is asked of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum GridEdit {
    /// A slot is drawn out.
    Add {
        /// The slot.
        slot: SlotAsked,
    },
    /// A slot becomes another in everything but its name.
    Change {
        /// Which.
        id: String,
        /// What it becomes.
        slot: SlotAsked,
    },
    /// A slot moves to another time or length on all its weekdays.
    Place {
        /// Which.
        id: String,
        /// Its start.
        start: u32,
        /// Its length in minutes.
        length: u32,
    },
    /// One weekday of a slot moves alone, to another weekday or time.
    PlaceDay {
        /// Which.
        id: String,
        /// The weekday it leaves.
        day: u8,
        /// The weekday it comes to.
        to_day: u8,
        /// Its start.
        start: u32,
        /// Its length in minutes.
        length: u32,
    },
    /// Slots stand on other dates: always, in a season, or on one date.
    Layer {
        /// Which.
        ids: Vec<String>,
        /// The first date; none: unbounded.
        from: Option<String>,
        /// The last date, included; none: unbounded.
        until: Option<String>,
    },
    /// Slots stand on more weekdays, and on more channels.
    Copy {
        /// Which.
        ids: Vec<String>,
        /// Weekdays on which they stand as well, on their own channel.
        days: Vec<u8>,
        /// Channels that get the same slots.
        channels: Vec<String>,
    },
    /// Some weekdays of a slot become a slot of their own.
    SplitDays {
        /// Which.
        id: String,
        /// The weekdays.
        days: Vec<u8>,
    },
    /// From a date on a slot is another one, so that what is changed then leaves what was.
    SplitFrom {
        /// Which.
        id: String,
        /// The first date of the other.
        date: String,
    },
    /// Slots are taken out.
    Remove {
        /// Which.
        ids: Vec<String>,
        /// What becomes of slots that repeat them.
        repeats: Hanging,
    },
}

/// What becomes of slots that repeat a slot that is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Hanging {
    /// Nothing is taken out while there are some.
    Refuse,
    /// They go too.
    Remove,
}

/// A slot, as a coordinator asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct SlotAsked {
    /// The channel.
    pub channel: String,
    /// The weekdays.
    pub days: Vec<u8>,
    /// Its start.
    pub start: u32,
    /// Its length in minutes.
    pub length: u32,
    /// The first date; none: unbounded.
    pub from: Option<String>,
    /// The last date, included; none: unbounded.
    pub until: Option<String>,
    /// Its layer; none: the one that slots of these dates stand on, else one above everything they meet.
    pub layer: Option<i32>,
    /// 1 to 5.
    pub weight: u8,
    /// The languages wanted, best first.
    pub languages: Vec<String>,
    /// The occasion it hangs on.
    pub occasion: Option<String>,
    /// What fills it.
    pub fill: FillAsked,
}

/// What fills a slot, as a coordinator asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FillAsked {
    /// The next episode of a season.
    Sequel {
        /// The season.
        season: String,
        /// Whether the first episode follows the last.
        restart: bool,
    },
    /// What another slot showed.
    Repeat {
        /// That slot.
        of: String,
        /// How many broadcast dates later.
        days_after: u32,
    },
    /// The best of a part of the catalogue.
    Pool {
        /// These programmes; empty: any.
        programmes: Vec<String>,
        /// These kinds; empty: any.
        kinds: Vec<String>,
        /// One of these tags; empty: any.
        tags: Vec<String>,
    },
    /// A live or foreign block.
    Hold {
        /// Its title.
        title: String,
        /// Its language; none: it counts for no quota.
        language: Option<String>,
    },
}

/// The op of what is asked.
///
/// # Errors
/// What names nothing, is no date, language or time, or would leave repeats without what they repeat. Whether the station can be
/// worked with afterwards is for the desk to say.
pub fn op(station: &Station, edit: &GridEdit) -> Result<Op, Failure> {
    match edit {
        GridEdit::Add { slot } => add(station, slot),
        GridEdit::Change { id, slot } => change(station, id, slot),
        GridEdit::Place { id, start, length } => place(station, id, *start, *length),
        GridEdit::PlaceDay {
            id,
            day,
            to_day,
            start,
            length,
        } => split::place_day(station, id, (*day, *to_day), *start, *length),
        GridEdit::Layer { ids, from, until } => layer(station, ids, from.as_deref(), until.as_deref()),
        GridEdit::Copy { ids, days, channels } => copy::copy(station, ids, days, channels),
        GridEdit::SplitDays { id, days } => split::split_days(station, id, days),
        GridEdit::SplitFrom { id, date } => split::split_from(station, id, date),
        GridEdit::Remove { ids, repeats } => remove::remove(station, ids, *repeats),
    }
}

fn add(station: &Station, asked: &SlotAsked) -> Result<Op, Failure> {
    let channel = channel_of(station, &asked.channel)?;
    let start = time_of(channel, asked.start)?;
    let slot = slot_of(station, new_id(station, channel, start, &[]), asked)?;
    Ok(Op {
        code: "add_slot".to_owned(),
        args: named(station, &slot),
        steps: vec![put(slot)],
    })
}

fn change(station: &Station, id: &str, asked: &SlotAsked) -> Result<Op, Failure> {
    let old = find(station, id)?;
    let slot = slot_of(station, old.id.clone(), asked)?;
    Ok(Op {
        code: "change_slot".to_owned(),
        args: named(station, old),
        steps: vec![put(slot)],
    })
}

fn place(station: &Station, id: &str, start: u32, length: u32) -> Result<Op, Failure> {
    let old = find(station, id)?;
    let start = time_of(channel_of(station, old.channel.as_str())?, start)?;
    let slot = Slot {
        start,
        length_min: length,
        ..old.clone()
    };
    Ok(moved(station, old, slot, Vec::new()))
}

/// The op of a slot at another place: `move_slot` where it starts elsewhere, `resize_slot` where only its length changes.
fn moved(station: &Station, old: &Slot, slot: Slot, rest: Vec<Step>) -> Op {
    let mut args = named(station, old);
    args.extend(values! { "to" => slot.start.to_string(), "length" => slot.length_min });
    let code = if old.start == slot.start && old.days == slot.days {
        "resize_slot"
    } else {
        "move_slot"
    };
    Op {
        code: code.to_owned(),
        args,
        steps: std::iter::once(put(slot)).chain(rest).collect(),
    }
}

fn layer(station: &Station, ids: &[String], from: Option<&str>, until: Option<&str>) -> Result<Op, Failure> {
    let (from, until) = (optional(from, date_of)?, optional(until, date_of)?);
    let mut steps = Vec::new();
    let mut args = Values::new();
    for id in ids {
        let old = find(station, id)?;
        let slot = Slot {
            from,
            until,
            layer: layer_of(station, &old.channel, from, until, ids),
            ..old.clone()
        };
        args = named(station, old);
        steps.push(put(slot));
    }
    let text = |date: Option<BroadcastDate>| date.map(|date| date.to_string());
    args.extend(values! { "count" => ids.len(), "from" => text(from), "until" => text(until) });
    Ok(Op {
        code: "layer_slots".to_owned(),
        args,
        steps,
    })
}

/// The layer that slots of these dates stand on: where some of the channel's do already, theirs; without any bound the ground,
/// 0; else one above everything that stands on one of these dates. Slots that are about to leave do not count.
pub fn layer_of(
    station: &Station,
    channel: &ChannelId,
    from: Option<BroadcastDate>,
    until: Option<BroadcastDate>,
    leaving: &[String],
) -> i32 {
    let own = || {
        let stays = |slot: &&Slot| !leaving.iter().any(|id| slot.id.as_str() == id);
        station
            .slots
            .iter()
            .filter(move |slot| slot.channel == *channel)
            .filter(stays)
    };
    if let Some(same) = own()
        .filter(|slot| (slot.from, slot.until) == (from, until))
        .map(|slot| slot.layer)
        .max()
    {
        return same;
    }
    if from.is_none() && until.is_none() {
        return 0;
    }
    let meets = |slot: &&Slot| {
        slot.from.zip(until).is_none_or(|(theirs, last)| theirs <= last)
            && slot.until.zip(from).is_none_or(|(theirs, first)| first <= theirs)
    };
    own().filter(meets).map(|slot| slot.layer + 1).max().unwrap_or_default()
}

fn slot_of(station: &Station, id: SlotId, asked: &SlotAsked) -> Result<Slot, Failure> {
    let channel = channel_of(station, &asked.channel)?;
    let (from, until) = (
        optional(asked.from.as_deref(), date_of)?,
        optional(asked.until.as_deref(), date_of)?,
    );
    let leaving = [id.to_string()];
    let languages: Result<Vec<Language>, Failure> = asked.languages.iter().map(|tag| language_of(tag)).collect();
    Ok(Slot {
        channel: channel.id.clone(),
        days: weekdays(&asked.days)?,
        from,
        until,
        layer: asked
            .layer
            .unwrap_or_else(|| layer_of(station, &channel.id, from, until, &leaving)),
        start: time_of(channel, asked.start)?,
        length_min: asked.length,
        weight: asked.weight,
        languages: languages?,
        occasion: asked.occasion.as_deref().map(OccasionId::new),
        fill: fill_of(&asked.fill)?,
        id,
    })
}

fn fill_of(asked: &FillAsked) -> Result<Fill, Failure> {
    Ok(match asked {
        FillAsked::Sequel { season, restart } => Fill::Sequel(Sequel {
            season: SeasonId::new(season.as_str()),
            then: if *restart { Then::Restart } else { Then::Stop },
        }),
        FillAsked::Repeat { of, days_after } => Fill::Repeat(Repeat {
            of: SlotId::new(of.as_str()),
            days_after: *days_after,
        }),
        FillAsked::Pool {
            programmes,
            kinds,
            tags,
        } => Fill::Pool(Pool {
            programmes: programmes.iter().map(|id| ProgrammeId::new(id.as_str())).collect(),
            kinds: kinds.clone(),
            tags: tags.clone(),
        }),
        FillAsked::Hold { title, language } => Fill::Hold(Hold {
            title: title.trim().to_owned(),
            language: optional(language.as_deref(), language_of)?,
        }),
    })
}

/// The slot of an id.
fn find<'a>(station: &'a Station, id: &str) -> Result<&'a Slot, Failure> {
    station
        .slots
        .iter()
        .find(|slot| slot.id.as_str() == id)
        .ok_or_else(|| Failure::new("unknown_slot", values! { "slot" => id }))
}

fn channel_of<'a>(station: &'a Station, id: &str) -> Result<&'a Channel, Failure> {
    station
        .channels
        .iter()
        .find(|channel| channel.id.as_str() == id)
        .ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => id }))
}

/// The grid time of a minute of the broadcast day.
fn time_of(channel: &Channel, minute: u32) -> Result<GridTime, Failure> {
    channel
        .day_start
        .minutes()
        .checked_add(minute)
        .and_then(GridTime::from_minutes)
        .ok_or_else(|| Failure::new("no_such_time", values! { "minute" => minute }))
}

fn weekdays(numbers: &[u8]) -> Result<Vec<Weekday>, Failure> {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let days: Option<Vec<_>> = numbers
        .iter()
        .map(|&number| Weekday::ALL.get(usize::from(number)).copied())
        .collect();
    days.filter(|days| !days.is_empty())
        .ok_or_else(|| Failure::new("no_weekday", values! {}))
}

pub(crate) fn date_of(text: &str) -> Result<BroadcastDate, Failure> {
    BroadcastDate::parse(text).ok_or_else(|| Failure::new("bad_date", values! { "found" => text }))
}

pub(crate) fn language_of(tag: &str) -> Result<Language, Failure> {
    Language::parse(tag).ok_or_else(|| Failure::new("unknown_language", values! { "found" => tag }))
}

pub(crate) fn optional<T>(text: Option<&str>, read: fn(&str) -> Result<T, Failure>) -> Result<Option<T>, Failure> {
    text.filter(|text| !text.is_empty()).map(read).transpose()
}

/// An id for a new slot: the channel's name and the start, as `khabar-2130`; where there is one, `khabar-2130-2`. `taken` are
/// ids given away in the same op.
fn new_id(station: &Station, channel: &Channel, start: GridTime, taken: &[SlotId]) -> SlotId {
    let stem = channel.id.as_str().split('.').next().unwrap_or_default();
    let base = format!("{stem}-{:02}{:02}", start.minutes() / 60, start.minutes() % 60);
    let is_free = |id: &str| {
        !taken.iter().any(|one| one.as_str() == id) && !station.slots.iter().any(|slot| slot.id.as_str() == id)
    };
    std::iter::once(base.clone())
        .chain((2..).map(|number| format!("{base}-{number}")))
        .find(|id| is_free(id))
        .map_or_else(|| SlotId::new(base.as_str()), SlotId::new)
}

/// What an op's name tells of a slot: its channel by name, and its start.
fn named(station: &Station, slot: &Slot) -> Values {
    let channel = station.channels.iter().find(|channel| channel.id == slot.channel);
    let channel = channel.map_or(slot.channel.as_str(), |channel| channel.name.as_str());
    values! { "channel" => channel, "start" => slot.start.to_string() }
}

fn put(slot: Slot) -> Step {
    Step::Put(Box::new(Record::Slot(slot)))
}

/// The steps that make a change to the accepted airings of a channel that it means; none where it means none of them.
pub(crate) fn change_airings(
    station: &Station,
    channel: &ChannelId,
    means: impl Fn(&Airing) -> bool,
    change: impl Fn(&Airing) -> Option<Airing>,
) -> Option<Step> {
    let own = || station.schedule.iter().filter(|airing| airing.channel == *channel);
    let from = own().filter(|airing| means(airing)).map(|airing| airing.start).min()?;
    let until = own().filter(|airing| means(airing)).map(|airing| airing.start).max()? + 1;
    let airings = own()
        .filter(|airing| (from..until).contains(&airing.start))
        .filter_map(|airing| {
            if means(airing) {
                change(airing)
            } else {
                Some(airing.clone())
            }
        })
        .collect();
    Some(Step::Airings {
        channel: channel.clone(),
        from,
        until,
        airings,
    })
}
