//! An edit as it is asked for by name: what a window sends.

use arna_domain::index::ChannelIx;
use arna_domain::{
    BroadcastDate, ChannelId, DateRange, GridTime, Index, Instant, Language, Station, VersionId, values,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::time::at_minute;
use super::{
    At, Collision, Copying, DayCopy, Edge, Everywhere, Manner, Moving, Placing, Replacing, Swapping, Trimming,
    copy_airings, copy_days, move_airings, pin_airings, place_airing, remove_airings, replace_airing,
    replace_everywhere, swap_airings, trim_airing, unpin_airings,
};
use crate::failure::Failure;
use crate::ops::Op;
use crate::planning;

/// What names an airing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AtAsked {
    /// Its channel.
    pub channel: String,
    /// Its start, with an offset.
    pub starts: String,
}

/// A time of a broadcast day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Times {
    /// So many minutes after the day began, as they pass.
    Minute(i32),
    /// By the wall clock: `21:00`, `25:30`.
    Wall(String),
    /// So many minutes later than the first airing starts, or earlier.
    By(i32),
}

/// A place of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Spot {
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
    /// The time.
    pub time: Times,
}

/// A channel's broadcast date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Day {
    /// The channel.
    pub channel: String,
    /// The date.
    pub date: String,
}

/// An edit of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "verb")]
pub enum Edit {
    /// Moves airings; the first goes to the spot.
    Move {
        /// The airings.
        airings: Vec<AtAsked>,
        /// Where the first goes.
        to: Spot,
    },
    /// Copies airings; the first one's copy goes to the spot.
    Copy {
        /// The airings.
        airings: Vec<AtAsked>,
        /// Where the first one's copy goes.
        to: Spot,
    },
    /// Trims an airing, or draws it out.
    Trim {
        /// The airing.
        airing: AtAsked,
        /// The end that is moved.
        edge: Edge,
        /// Where it goes; `by` counts from where it is.
        to: Spot,
    },
    /// Takes airings out.
    Remove {
        /// The airings.
        airings: Vec<AtAsked>,
    },
    /// Puts a version on air.
    Place {
        /// The version.
        version: String,
        /// Where.
        to: Spot,
    },
    /// Puts a version in an airing's place.
    Replace {
        /// The airing.
        airing: AtAsked,
        /// The version.
        version: String,
    },
    /// Fixes airings where they are.
    Pin {
        /// The airings.
        airings: Vec<AtAsked>,
    },
    /// Gives pinned airings back to their slots.
    Unpin {
        /// The airings.
        airings: Vec<AtAsked>,
    },
    /// Exchanges two airings.
    Swap {
        /// The one.
        one: AtAsked,
        /// The other.
        other: AtAsked,
    },
    /// Copies days of a channel onto others.
    CopyDays {
        /// The channel.
        channel: String,
        /// The first date.
        from: String,
        /// How many dates.
        days: u32,
        /// Where to: channels and first dates.
        onto: Vec<Day>,
    },
    /// Replaces what airs of one thing by another.
    Everywhere {
        /// A programme, season, episode or version.
        find: String,
        /// What takes its place.
        with: String,
        /// The first date.
        from: String,
        /// How many dates.
        days: u32,
        /// The channels; empty: all.
        channels: Vec<String>,
    },
}

/// The op of an edit, with what to do where it collides.
///
/// # Errors
/// What the verb refuses; texts that are no instants, dates or times.
pub fn op(
    station: &Station,
    index: &Index,
    edit: &Edit,
    collision: Collision,
    language: &Language,
) -> Result<Op, Failure> {
    let manner = Manner {
        collision,
        language: language.clone(),
    };
    match edit {
        Edit::Move { airings, to } => {
            let airings = all(airings)?;
            let to = spot(index, to, airings.first().map(|one| one.start))?;
            move_airings(station, index, &Moving { airings, to, manner })
        }
        Edit::Copy { airings, to } => {
            let airings = all(airings)?;
            let to = spot(index, to, airings.first().map(|one| one.start))?;
            copy_airings(station, index, &Copying { airings, to, manner })
        }
        Edit::Trim { airing, edge, to } => {
            let airing = at(airing)?;
            let now = station
                .schedule
                .iter()
                .find(|one| !one.origin.is_break() && one.channel == airing.channel && one.start == airing.start);
            let from = now.map(|one| match edge {
                Edge::Start => one.start,
                Edge::End => one.end,
            });
            let to = end_of_trim(index, to, from)?;
            let edge = *edge;
            trim_airing(
                station,
                index,
                &Trimming {
                    airing,
                    edge,
                    to,
                    manner,
                },
            )
        }
        Edit::Remove { airings } => remove_airings(station, index, &all(airings)?, &manner),
        Edit::Place { version, to } => {
            let (version, to) = (VersionId::new(version.as_str()), spot(index, to, None)?);
            place_airing(station, index, &Placing { version, to, manner })
        }
        Edit::Replace { airing, version } => {
            let (airing, version) = (at(airing)?, VersionId::new(version.as_str()));
            replace_airing(
                station,
                index,
                &Replacing {
                    airing,
                    version,
                    manner,
                },
            )
        }
        Edit::Pin { airings } => pin_airings(station, index, &all(airings)?, &manner),
        Edit::Unpin { airings } => unpin_airings(station, index, &all(airings)?, &manner),
        Edit::Swap { one, other } => {
            let (one, other) = (at(one)?, at(other)?);
            swap_airings(station, index, &Swapping { one, other, manner })
        }
        Edit::CopyDays {
            channel,
            from,
            days,
            onto,
        } => {
            let onto = onto
                .iter()
                .map(|day| Ok((ChannelId::new(day.channel.as_str()), date_of(&day.date)?)));
            let asked = DayCopy {
                channel: ChannelId::new(channel.as_str()),
                range: range_of(from, *days)?,
                onto: onto.collect::<Result<_, Failure>>()?,
                manner,
            };
            copy_days(station, index, &asked)
        }
        Edit::Everywhere {
            find,
            with,
            from,
            days,
            channels,
        } => {
            let asked = Everywhere {
                find: find.clone(),
                with: with.clone(),
                range: range_of(from, *days)?,
                channels: channels.iter().map(|id| ChannelId::new(id.as_str())).collect(),
                manner,
            };
            replace_everywhere(station, index, &asked)
        }
    }
}

fn all(airings: &[AtAsked]) -> Result<Vec<At>, Failure> {
    airings.iter().map(at).collect()
}

fn at(asked: &AtAsked) -> Result<At, Failure> {
    let nothing = || {
        let values = values! { "channel" => asked.channel.as_str(), "start" => asked.starts.as_str() };
        Failure::new("nothing_there", values)
    };
    Ok(At {
        channel: ChannelId::new(asked.channel.as_str()),
        start: Instant::parse(&asked.starts).ok_or_else(nothing)?,
    })
}

fn channel_of(index: &Index, id: &str) -> Result<ChannelIx, Failure> {
    let unknown = || Failure::new("unknown_channel", values! { "channel" => id, "path" => "" });
    index.channel(id).ok_or_else(unknown)
}

/// An instant of a place; `first` is where `by` counts from.
fn spot(index: &Index, asked: &Spot, first: Option<Instant>) -> Result<At, Failure> {
    let (channel, date) = (channel_of(index, &asked.channel)?, date_of(&asked.date)?);
    let outside = |found: String| {
        let values = values! { "found" => found, "date" => asked.date.as_str() };
        Failure::new("no_time_of_day", values)
    };
    let start = match &asked.time {
        Times::Minute(minute) => at_minute(index, channel, date, *minute).ok_or_else(|| outside(minute.to_string()))?,
        Times::Wall(text) => {
            let clock = &index.channels[channel.at()].clock;
            let time = GridTime::parse(text).ok_or_else(|| outside(text.clone()))?;
            let at = clock.at(date, time);
            if clock.broadcast_date(at) != date {
                return Err(outside(text.clone()));
            }
            at
        }
        Times::By(minutes) => {
            let first = first.ok_or_else(|| outside(minutes.to_string()))?;
            first + i64::from(*minutes) * arna_domain::time::MINUTE
        }
    };
    Ok(At {
        channel: ChannelId::new(asked.channel.as_str()),
        start,
    })
}

/// Where an end goes: the end of the broadcast day counts as a time of it.
fn end_of_trim(index: &Index, asked: &Spot, from: Option<Instant>) -> Result<Instant, Failure> {
    if let Times::Minute(minute) = asked.time {
        let (channel, date) = (channel_of(index, &asked.channel)?, date_of(&asked.date)?);
        let (start, end) = index.channels[channel.at()].clock.day(date);
        if start + i64::from(minute) * arna_domain::time::MINUTE == end {
            return Ok(end);
        }
    }
    Ok(spot(index, asked, from)?.start)
}

fn date_of(text: &str) -> Result<BroadcastDate, Failure> {
    BroadcastDate::parse(text).ok_or_else(|| Failure::new("bad_date", values! { "found" => text }))
}

fn range_of(from: &str, days: u32) -> Result<DateRange, Failure> {
    planning::dates(date_of(from)?, days)
}
