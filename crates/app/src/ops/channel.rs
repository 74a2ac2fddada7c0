//! Channels, their order and duties, and what the station says of itself.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::channel::{Channel, Quota};
use arna_domain::station::About;
use arna_domain::{ChannelId, Station, Zones, values};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::grid::language_of;
use super::occasion::campaign::time;
use super::occasion::words_of;
use super::{Op, Step};
use crate::failure::Failure;

/// What is asked of channels and of the station itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum ChannelEdit {
    /// A channel is new.
    Add {
        /// The channel.
        channel: ChannelAsked,
    },
    /// A channel is told otherwise; its id stays.
    Change {
        /// The channel.
        channel: ChannelAsked,
    },
    /// A channel that nothing refers to is taken out.
    Remove {
        /// Which.
        id: String,
    },
    /// Channels stand in this order.
    Order {
        /// All of them.
        ids: Vec<String>,
    },
    /// What the station says of itself.
    About {
        /// Its name by language.
        name: BTreeMap<String, String>,
        /// Its notes by language.
        notes: BTreeMap<String, String>,
    },
}

/// A channel, as a coordinator asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct ChannelAsked {
    /// Its id.
    pub id: String,
    /// Its name on air.
    pub name: String,
    /// Its zone: `Asia/Almaty`.
    pub zone: String,
    /// When its broadcast day begins: `06:00`.
    pub day_start: String,
    /// An ISO 3166 code.
    pub territory: Option<String>,
    /// Least shares of the week's airtime.
    pub quotas: Vec<QuotaAsked>,
    /// When restricted ratings may air.
    pub rating_hours: Vec<RatingAsked>,
}

/// A language's least share of the week's airtime.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct QuotaAsked {
    /// The language.
    pub language: String,
    /// In percent.
    pub percent: u8,
}

/// When a rating may air.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct RatingAsked {
    /// The rating.
    pub rating: String,
    /// From this wall clock of the broadcast date: `23:00`.
    pub from: String,
    /// Until this one, not included: `30:00`.
    pub until: String,
}

/// The op of what is asked.
///
/// # Errors
/// What names nothing, a zone that nobody knows, an id that is taken or of the wrong form, a channel that slots or airings need.
pub fn op(station: &Station, zones: &Zones, edit: &ChannelEdit) -> Result<Op, Failure> {
    match edit {
        ChannelEdit::Add { channel } => add(station, zones, channel),
        ChannelEdit::Change { channel } => change(station, zones, channel),
        ChannelEdit::Remove { id } => remove(station, id),
        ChannelEdit::Order { ids } => order(station, ids),
        ChannelEdit::About { name, notes } => about(name, notes),
    }
}

fn add(station: &Station, zones: &Zones, asked: &ChannelAsked) -> Result<Op, Failure> {
    if !is_guide_id(&asked.id) {
        return Err(Failure::new(
            "channel_id_form",
            values! { "channel" => asked.id.as_str() },
        ));
    }
    if station.channels.iter().any(|one| one.id.as_str() == asked.id) {
        return Err(Failure::new(
            "channel_there",
            values! { "channel" => asked.id.as_str() },
        ));
    }
    told("add_channel", channel_of(zones, asked)?)
}

fn change(station: &Station, zones: &Zones, asked: &ChannelAsked) -> Result<Op, Failure> {
    find(station, &asked.id)?;
    told("change_channel", channel_of(zones, asked)?)
}

fn told(code: &str, channel: Channel) -> Result<Op, Failure> {
    Ok(Op {
        code: code.to_owned(),
        args: values! { "name" => channel.name.as_str() },
        steps: vec![Step::Put(Box::new(Record::Channel(channel)))],
    })
}

fn channel_of(zones: &Zones, asked: &ChannelAsked) -> Result<Channel, Failure> {
    let name = asked.name.trim();
    if name.is_empty() {
        return Err(Failure::new("name_missing", values! {}));
    }
    if zones.named(&asked.zone).is_err() {
        let values = values! { "channel" => name, "tz" => asked.zone.as_str() };
        return Err(Failure::new("unknown_zone", values));
    }
    let mut seen = BTreeSet::new();
    let mut quotas = Vec::new();
    for quota in &asked.quotas {
        if !seen.insert(quota.language.as_str()) {
            return Err(Failure::new(
                "quota_twice",
                values! { "language" => quota.language.as_str() },
            ));
        }
        quotas.push(Quota {
            language: language_of(&quota.language)?,
            min_share_pct: quota.percent,
        });
    }
    let mut rating_hours = BTreeMap::new();
    for hours in asked
        .rating_hours
        .iter()
        .filter(|hours| !hours.rating.trim().is_empty())
    {
        let window = (time(&hours.from)?, time(&hours.until)?);
        rating_hours.insert(hours.rating.trim().to_owned(), window);
    }
    Ok(Channel {
        id: ChannelId::new(asked.id.as_str()),
        name: name.to_owned(),
        tz: asked.zone.clone(),
        day_start: time(&asked.day_start)?,
        territory: asked.territory.clone().filter(|text| !text.trim().is_empty()),
        rating_hours,
        quotas,
    })
}

/// Whether a guide can carry the id: letters, digits, hyphens, with a dot inside.
fn is_guide_id(id: &str) -> bool {
    let parts: Vec<&str> = id.split('.').collect();
    let is_part = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    parts.len() > 1 && parts.iter().all(is_part) && id.len() <= arna_domain::id::LONGEST_ID
}

fn remove(station: &Station, id: &str) -> Result<Op, Failure> {
    let channel = find(station, id)?;
    let slots = station.slots.iter().filter(|slot| slot.channel == channel.id).count();
    let airings = station.schedule.iter().filter(|one| one.channel == channel.id).count();
    if slots + airings > 0 {
        let values = values! { "name" => channel.name.as_str(), "slots" => slots, "airings" => airings };
        return Err(Failure::new("channel_in_use", values));
    }
    // Nobody gets anything of a channel that is gone.
    let receivers = station.receivers.iter().filter(|one| one.channel == channel.id);
    let gone = receivers.map(|one| (Kind::Receiver, one.id.to_string()));
    let gone = gone.chain([(Kind::Channel, id.to_owned())]);
    Ok(Op {
        code: "remove_channel_named".to_owned(),
        args: values! { "name" => channel.name.as_str() },
        steps: gone.map(|(kind, id)| Step::Remove(RecordId::Named(kind, id))).collect(),
    })
}

/// Channels taken out and put at the end, one after the other.
fn order(station: &Station, ids: &[String]) -> Result<Op, Failure> {
    let mut seen = BTreeSet::new();
    let channels: Result<Vec<&Channel>, Failure> = ids.iter().map(|id| find(station, id)).collect();
    let channels = channels?;
    if channels.len() != station.channels.len() || !ids.iter().all(|id| seen.insert(id)) {
        return Err(Failure::new("order_incomplete", values! {}));
    }
    let steps = channels
        .into_iter()
        .flat_map(|channel| {
            [
                Step::Remove(RecordId::Named(Kind::Channel, channel.id.to_string())),
                Step::Put(Box::new(Record::Channel(channel.clone()))),
            ]
        })
        .collect();
    Ok(Op {
        code: "order_channels".to_owned(),
        args: values! {},
        steps,
    })
}

fn about(name: &BTreeMap<String, String>, notes: &BTreeMap<String, String>) -> Result<Op, Failure> {
    let about = About {
        name: words_of(name)?,
        notes: words_of(notes)?,
    };
    Ok(Op {
        code: "tell_about".to_owned(),
        args: values! {},
        steps: vec![Step::Put(Box::new(Record::About(about)))],
    })
}

fn find<'a>(station: &'a Station, id: &str) -> Result<&'a Channel, Failure> {
    let found = station.channels.iter().find(|one| one.id.as_str() == id);
    found.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => id }))
}
