//! Versions that slots ask for and nobody has.

use std::collections::BTreeMap;

use arna_domain::{Index, Language, Severity, Station};
use serde::Serialize;
use specta::Type;

use super::super::schedule::date_view;
use super::super::{DateView, wall};
use super::rows::channel_name;
use super::title_of;
use crate::catalogue::Item;
use crate::desk::Review;

/// A version that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MissingView {
    /// What names the episode.
    pub key: String,
    /// The programme's title.
    pub programme: String,
    /// The episode's title.
    pub title: String,
    /// The language that is wanted.
    pub language: String,
    /// The languages there are.
    pub has: Vec<String>,
    /// Where it is wanted first: the channel.
    pub channel: String,
    /// The channel's name.
    pub name: String,
    /// The broadcast date.
    pub date: DateView,
    /// The wall clock.
    pub wall: String,
    /// The slot.
    pub slot: String,
    /// How many channels want it.
    pub channels: u32,
    /// Whether a slot stays open for it; else another language stands in.
    pub is_open: bool,
}

/// The versions that a review of the schedule misses, by when they are first wanted.
pub fn missing(station: &Station, index: &Index, review: &Review, language: &Language) -> Vec<MissingView> {
    let mut all: BTreeMap<(u32, String), MissingView> = BTreeMap::new();
    for finding in review.findings.iter().filter(|one| one.code == "version_missing") {
        let text = |name: &str| finding.values.get(name).and_then(|value| value.as_str());
        let (Some(episode), Some(wanted)) = (text("episode").and_then(|id| index.episode(id)), text("language")) else {
            continue;
        };
        let place = &finding.place;
        let channel = place.channel.as_ref().and_then(|id| index.channel(id.as_str()));
        let (Some(channel), Some(date), Some(start)) = (channel, place.date, place.instant()) else {
            continue;
        };
        let is_open = finding.severity == Severity::Error;
        if let Some(known) = all.get_mut(&(episode.0, wanted.to_owned())) {
            known.channels += 1;
            known.is_open |= is_open;
            continue;
        }
        let item = Item::Episode(episode);
        let versions = index.episodes[episode.at()].versions.clone();
        let has = versions.map(|version| index.languages[index.versions[version as usize].language.at()].to_string());
        let missing = MissingView {
            key: item.key(index),
            programme: title_of(Item::Programme(item.programme(index)), station, index, language),
            title: title_of(item, station, index, language),
            language: wanted.to_owned(),
            has: has.collect(),
            channel: index.channels[channel.at()].id.to_string(),
            name: channel_name(channel, station, index),
            date: date_view(date),
            wall: wall(&index.channels[channel.at()].clock, date, start),
            slot: place.slot.as_ref().map(ToString::to_string).unwrap_or_default(),
            channels: 1,
            is_open,
        };
        all.insert((episode.0, wanted.to_owned()), missing);
    }
    let mut all: Vec<MissingView> = all.into_values().collect();
    all.sort_by(|a, b| (&a.date.date, &a.wall, &a.key).cmp(&(&b.date.date, &b.wall, &b.key)));
    all
}
