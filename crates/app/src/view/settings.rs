//! A station's settings: channels with their duties, and what the station says of itself.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::{Index, Instant, Station, Zones};
use serde::Serialize;
use specta::Type;

use super::occasions::texts_of;
use crate::law::LawStep;
use crate::ops::channel::{ChannelAsked, QuotaAsked, RatingAsked};

/// A station's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SettingsView {
    /// Its name by language.
    pub name: BTreeMap<String, String>,
    /// Its notes by language.
    pub notes: BTreeMap<String, String>,
    /// Its channels, in order.
    pub channels: Vec<ChannelSettingsView>,
    /// Ratings that episodes carry or channels name.
    pub ratings: Vec<String>,
    /// Languages that the station knows.
    pub languages: Vec<String>,
}

/// A channel's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChannelSettingsView {
    /// What can be asked of it, as it is.
    pub channel: ChannelAsked,
    /// Slots of its grid.
    pub slots: u32,
    /// Accepted airings.
    pub airings: u32,
    /// Hours and minutes ahead of UTC now: `UTC+05:00`.
    pub offset: String,
    /// What the law of its territory asks for, step by step.
    pub law: Vec<LawStepView>,
}

/// A share of airtime that a law asks for from a date on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LawStepView {
    /// The language.
    pub language: String,
    /// In percent of the week's airtime.
    pub percent: u8,
    /// From this date; none: until the next step.
    pub from: Option<String>,
}

/// A zone to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ZoneView {
    /// Its name: `Asia/Almaty`.
    pub name: String,
    /// Hours and minutes ahead of UTC now: `UTC+05:00`.
    pub offset: String,
    /// The same in minutes.
    pub minutes: i32,
}

/// A station's settings, offsets as they are at an instant.
pub fn settings(station: &Station, index: &Index, now: Instant) -> SettingsView {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let channels = station
        .channels
        .iter()
        .zip(&index.channels)
        .map(|(channel, entry)| ChannelSettingsView {
            channel: ChannelAsked {
                id: channel.id.to_string(),
                name: channel.name.clone(),
                zone: channel.tz.clone(),
                day_start: channel.day_start.to_string(),
                territory: channel.territory.clone(),
                quotas: channel
                    .quotas
                    .iter()
                    .map(|quota| QuotaAsked {
                        language: quota.language.to_string(),
                        percent: quota.min_share_pct,
                    })
                    .collect(),
                rating_hours: channel
                    .rating_hours
                    .iter()
                    .map(|(rating, (from, until))| RatingAsked {
                        rating: rating.clone(),
                        from: from.to_string(),
                        until: until.to_string(),
                    })
                    .collect(),
            },
            slots: count(entry.slots.len()),
            airings: count(station.schedule.iter().filter(|one| one.channel == channel.id).count()),
            offset: offset_text(entry.clock.zone.offset_s(now)),
            law: law(channel.territory.as_deref()),
        });
    let episodes = station
        .programmes
        .iter()
        .flat_map(|programme| &programme.seasons)
        .flat_map(|season| &season.episodes);
    let mut ratings: BTreeSet<String> = episodes.filter_map(|episode| episode.rating.clone()).collect();
    ratings.extend(
        station
            .channels
            .iter()
            .flat_map(|channel| channel.rating_hours.keys().cloned()),
    );
    SettingsView {
        name: texts_of(&station.about.name),
        notes: texts_of(&station.about.notes),
        channels: channels.collect(),
        ratings: ratings.into_iter().collect(),
        languages: index.languages.iter().map(ToString::to_string).collect(),
    }
}

fn law(territory: Option<&str>) -> Vec<LawStepView> {
    let step = |step: &LawStep| LawStepView {
        language: step.language.to_owned(),
        percent: step.percent,
        from: step.date().map(|date| date.to_string()),
    };
    crate::law::steps(territory).iter().map(step).collect()
}

/// Every zone by name, with its offset at an instant.
pub fn zones(zones: &Zones, now: Instant) -> Vec<ZoneView> {
    let mut all: Vec<ZoneView> = zones
        .names()
        .into_iter()
        .filter_map(|name| {
            let offset = zones.named(&name).ok()?.offset_s(now);
            Some(ZoneView {
                offset: offset_text(offset),
                minutes: offset / 60,
                name,
            })
        })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn offset_text(seconds: i32) -> String {
    let (sign, s) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    format!("UTC{sign}{:02}:{:02}", s / 3600, s / 60 % 60)
}
