//! Stations to put in, folders to put them in, and changes at random.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use arna_domain::finding::Values;
use arna_domain::{Airing, ChannelId, Instant, Origin, Station};
use arna_store::{Entry, Store};
use tempfile::TempDir;

/// 2024-07-01T00:00:00Z.
pub const NOW: Instant = Instant::from_ms(1_719_792_000_000);
pub const DAY: i64 = 86_400_000;

/// A station with every field of the form.
pub fn station() -> Station {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/tests/fixtures/station.json");
    of_document(&path)
}

pub fn of_document(path: &Path) -> Station {
    let mut station: Station = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    sort(&mut station);
    station
}

/// The schedule is kept by channel and start; everything else as it was put in.
pub fn sort(station: &mut Station) {
    station
        .schedule
        .sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
}

pub fn entry(op: &str, at: Instant) -> Entry {
    Entry {
        op: op.to_owned(),
        args: Values::new(),
        author: "tester".to_owned(),
        at,
    }
}

/// A folder with a station file in it, closed.
pub fn founded(station: &Station) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("station.arna");
    drop(Store::create(&path, station, &entry("new_station", NOW)).unwrap());
    (folder, path)
}

/// An airing of a channel: half an hour from a number of half hours after [`NOW`].
pub fn airing(channel: &str, half_hour: i64) -> Airing {
    let start = NOW + half_hour * 1_800_000;
    let day = NOW + (start - NOW).div_euclid(DAY) * DAY;
    Airing {
        channel: ChannelId::new(channel),
        date: arna_domain::BroadcastDate::parse(&day.to_string()[..10]).unwrap(),
        start,
        end: start + 1_800_000,
        version: Some(arna_domain::VersionId::new(format!(
            "quotes/3/{}.kk",
            half_hour.rem_euclid(7)
        ))),
        title: None,
        language: None,
        licence: Some(arna_domain::LicenceId::new("L1")),
        slot: Some(arna_domain::SlotId::new("khabar-2100")),
        origin: Origin::Sequel,
    }
}

/// Every file in a folder, with its bytes.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            all.insert(path, bytes);
        }
    }
    all
}

/// Numbers at random, the same from the same seed (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % sides as u64).unwrap()
    }
}
