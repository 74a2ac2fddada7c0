//! The station's name, channels and dates.

use arna_domain::{BroadcastDate, Station};
use serde::Serialize;
use specta::Type;

use crate::desk::Extent;

/// A station, as its head shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct StationView {
    /// The file.
    pub path: String,
    /// Its name, or the file's.
    pub name: String,
    /// Its channels, in order.
    pub channels: Vec<ChannelView>,
    /// The first date of the schedule, or of the first slot that has one.
    pub first_date: Option<BroadcastDateText>,
    /// The last date of the schedule.
    pub last_date: Option<BroadcastDateText>,
    /// Airings accepted.
    pub airings: u32,
}

/// A date: `2024-07-01`.
pub type BroadcastDateText = String;

/// A channel, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChannelView {
    /// Its id.
    pub id: String,
    /// Its name on air.
    pub name: String,
    /// Its zone.
    pub zone: String,
}

/// The head of a station in a language.
pub fn station(station: &Station, extent: Extent, path: &str, file_name: &str, language: &str) -> StationView {
    let text = |date: BroadcastDate| date.to_string();
    let slots = || station.slots.iter().filter_map(|slot| slot.from).min();
    StationView {
        path: path.to_owned(),
        name: station.about.name.in_or_near(language).unwrap_or(file_name).to_owned(),
        channels: station
            .channels
            .iter()
            .map(|one| ChannelView {
                id: one.id.to_string(),
                name: one.name.clone(),
                zone: one.tz.clone(),
            })
            .collect(),
        first_date: extent.dates.map(|(first, _)| first).or_else(slots).map(text),
        last_date: extent.dates.map(|(_, last)| text(last)),
        airings: u32::try_from(extent.airings).unwrap_or(u32::MAX),
    }
}
