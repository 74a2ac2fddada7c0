//! Holdbacks and blackouts: what is kept off, where and until when.

use arna_domain::restriction::{Blackout, Holdback};
use arna_domain::{ChannelId, Index, Instant, SeasonId, Station, values};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::grid::date_of;
use super::occasion::campaign::time;
use super::{Op, Step};
use crate::failure::Failure;

/// What is asked of holdbacks and blackouts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum RestrictionEdit {
    /// A holdback is there, or lasts another time.
    PutHoldback {
        /// The season.
        season: String,
        /// The channel that shows it first.
        first_channel: String,
        /// Hours.
        hours: u32,
    },
    /// A holdback is lifted.
    RemoveHoldback {
        /// The season.
        season: String,
        /// The channel that shows it first.
        first_channel: String,
    },
    /// A blackout is there, or in place of another.
    PutBlackout {
        /// The one it comes in place of, by its channel and beginning; none: a new one.
        was: Option<BlackoutNamed>,
        /// The blackout.
        blackout: BlackoutAsked,
    },
    /// A blackout is lifted.
    RemoveBlackout {
        /// Which.
        was: BlackoutNamed,
    },
}

/// Which blackout.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct BlackoutNamed {
    /// Its channel.
    pub channel: String,
    /// Its beginning, with an offset.
    pub from: String,
}

/// A blackout, as a coordinator asks for it: wall clock of broadcast dates.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct BlackoutAsked {
    /// The channel.
    pub channel: String,
    /// The broadcast date of its beginning.
    pub from_date: String,
    /// The wall clock of its beginning: `16:00`.
    pub from_time: String,
    /// The broadcast date of its end.
    pub until_date: String,
    /// The wall clock of its end, not included.
    pub until_time: String,
    /// Programmes with one of these tags are kept off; empty: all.
    pub tags: Vec<String>,
}

/// The op of what is asked.
///
/// # Errors
/// What names nothing, or is no date or time.
pub fn op(station: &Station, index: &Index, edit: &RestrictionEdit) -> Result<Op, Failure> {
    let step = |code: &str, args, steps| Op {
        code: code.to_owned(),
        args,
        steps,
    };
    Ok(match edit {
        RestrictionEdit::PutHoldback {
            season,
            first_channel,
            hours,
        } => {
            let holdback = Holdback {
                season: SeasonId::new(season.as_str()),
                first_channel: ChannelId::new(first_channel.as_str()),
                hours: *hours,
            };
            let args = values! { "season" => season.as_str(), "hours" => hours };
            step(
                "tell_holdback",
                args,
                vec![Step::Put(Box::new(Record::Holdback(holdback)))],
            )
        }
        RestrictionEdit::RemoveHoldback { season, first_channel } => {
            let id = RecordId::Named(Kind::Holdback, format!("{season} {first_channel}"));
            let args = values! { "season" => season.as_str() };
            step("lift_holdback", args, vec![Step::Remove(id)])
        }
        RestrictionEdit::PutBlackout { was, blackout } => {
            let made = blackout_of(index, blackout)?;
            let args = values! { "channel" => name(station, &blackout.channel), "date" => blackout.from_date.as_str() };
            let mut steps: Vec<Step> = match was {
                Some(was) => vec![Step::Remove(named(was)?)],
                None => Vec::new(),
            };
            steps.push(Step::Put(Box::new(Record::Blackout(made))));
            step("tell_blackout", args, steps)
        }
        RestrictionEdit::RemoveBlackout { was } => {
            let args = values! { "channel" => name(station, &was.channel), "date" => was.from.get(..10) };
            step("lift_blackout", args, vec![Step::Remove(named(was)?)])
        }
    })
}

fn blackout_of(index: &Index, asked: &BlackoutAsked) -> Result<Blackout, Failure> {
    let channel = index
        .channel(&asked.channel)
        .ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => asked.channel.as_str() }))?;
    let clock = &index.channels[channel.at()].clock;
    let at = |date: &str, wall: &str| Ok::<_, Failure>(clock.at(date_of(date)?, time(wall)?));
    Ok(Blackout {
        channel: ChannelId::new(asked.channel.as_str()),
        from: at(&asked.from_date, &asked.from_time)?,
        until: at(&asked.until_date, &asked.until_time)?,
        tags: asked.tags.clone(),
    })
}

fn named(was: &BlackoutNamed) -> Result<RecordId, Failure> {
    let from =
        Instant::parse(&was.from).ok_or_else(|| Failure::new("bad_time", values! { "found" => was.from.as_str() }))?;
    let id = Record::Blackout(Blackout {
        channel: ChannelId::new(was.channel.as_str()),
        from,
        until: from + 1,
        tags: Vec::new(),
    });
    Ok(id.id())
}

fn name(station: &Station, channel: &str) -> String {
    let found = station.channels.iter().find(|one| one.id.as_str() == channel);
    found.map_or(channel, |one| one.name.as_str()).to_owned()
}
