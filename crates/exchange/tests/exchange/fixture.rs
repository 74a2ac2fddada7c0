//! The committed station that uses every field of the form.

use std::path::PathBuf;

use arna_domain::{DateRange, Index, Language, Station, Zones};
use arna_exchange::listing::{Listing, listing};
use arna_exchange::station_json;

/// Its document.
pub const TEXT: &str = include_str!("../fixtures/station.json");

/// Its document's path.
pub fn path() -> PathBuf {
    here().join("tests/fixtures/station.json")
}

/// This package's folder.
pub fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The project's root.
pub fn root() -> PathBuf {
    here().join("../..")
}

/// Whether committed files are to be rewritten instead of compared.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

pub fn station() -> Station {
    station_json::read(TEXT.as_bytes()).unwrap()
}

pub fn index(station: &Station) -> Index {
    Index::of(station, &Zones::bundled()).unwrap()
}

/// A channel's listing of some dates of its schedule.
pub fn listed(station: &Station, channel: &str, from: &str, days: u32, language: &str) -> Listing {
    let index = index(station);
    let channel = index.channel(channel).unwrap();
    let range = DateRange::new(from.parse_date(), days).unwrap();
    listing(
        &index,
        station,
        &station.schedule,
        channel,
        range,
        &Language::parse(language).unwrap(),
    )
}

/// Dates as tests write them.
pub trait ParseDate {
    fn parse_date(&self) -> arna_domain::BroadcastDate;
}

impl ParseDate for str {
    fn parse_date(&self) -> arna_domain::BroadcastDate {
        arna_domain::BroadcastDate::parse(self).unwrap()
    }
}
