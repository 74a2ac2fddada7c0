//! Where something airs.

use std::collections::HashSet;

use arna_domain::{Index, Instant, Language, Station};
use arna_exchange::listing::{Showing, Shown};
use serde::Serialize;
use specta::Type;

use super::super::schedule::date_view;
use super::super::{DateView, wall};
use super::rows::channel_name;
use super::title_of;
use crate::catalogue::Item;

/// An airing of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OnAirView {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// The broadcast date.
    pub date: DateView,
    /// The wall clock.
    pub wall: String,
    /// Its start with the channel's offset.
    pub starts: String,
    /// The episode.
    pub episode: String,
    /// The version.
    pub version: String,
    /// The language spoken.
    pub language: String,
    /// Why it is there.
    pub origin: String,
    /// `premiere`, `first` or `repeat`.
    pub showing: String,
    /// The licence it is charged to.
    pub licence: Option<String>,
    /// Whether it is over.
    pub is_past: bool,
}

/// The airings of an item in the schedule, by time; at most `most`, with how many there are.
pub fn on_air(
    station: &Station,
    index: &Index,
    item: Item,
    language: &Language,
    now: Instant,
    most: usize,
) -> (Vec<OnAirView>, u32) {
    let versions = item.versions(index);
    let ids: HashSet<&str> = versions
        .clone()
        .map(|version| index.versions[version as usize].id.as_str())
        .collect();
    let mut own: Vec<_> = station
        .schedule
        .iter()
        .filter(|airing| airing.version.as_ref().is_some_and(|id| ids.contains(id.as_str())))
        .collect();
    own.sort_by_key(|airing| (airing.start, &airing.channel));
    let count = u32::try_from(own.len()).unwrap_or(u32::MAX);
    let shown = Shown::of(index, &station.schedule);
    let rows = own.into_iter().take(most).filter_map(|airing| {
        let channel = index.channel(airing.channel.as_str())?;
        let version = index.version(airing.version.as_ref()?.as_str())?;
        let entry = &index.versions[version.at()];
        let clock = &index.channels[channel.at()].clock;
        let showing = match shown.before(airing, channel, entry.episode) {
            _ if !airing.origin.is_programme() => "",
            Showing::Premiere => "premiere",
            Showing::FirstRun => "first",
            Showing::Repeat { .. } => "repeat",
        };
        Some(OnAirView {
            channel: airing.channel.to_string(),
            name: channel_name(channel, station, index),
            date: date_view(airing.date),
            wall: wall(clock, airing.date, airing.start),
            starts: clock.text(airing.start),
            episode: title_of(Item::Episode(entry.episode), station, index, language),
            version: entry.id.to_string(),
            language: index.languages[entry.language.at()].to_string(),
            origin: airing.origin.as_str().to_owned(),
            showing: showing.to_owned(),
            licence: airing.licence.as_ref().map(ToString::to_string),
            is_past: airing.end <= now,
        })
    });
    (rows.collect(), count)
}
