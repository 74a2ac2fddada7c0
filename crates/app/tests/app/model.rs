//! A desk beside a plain list of stations: whatever is done, undone, done again, and opened anew, both hold the same.

use std::path::Path;

use arna_app::desk::{Hand, SAMPLE};
use arna_app::{Desk, Op, ops};
use arna_domain::index::EpisodeIx;
use arna_domain::{
    Airing, BroadcastDate, ChannelId, Index, Instant, LicenceId, Origin, Pin, PlaceId, Station, VersionId, Zones,
    values,
};
use arna_store::{Kind, Record, RecordId};
use proptest::prelude::*;

/// 2024-07-01T00:00:00Z.
const NOW: Instant = Instant::from_ms(1_719_792_000_000);
const HALF_HOUR: i64 = 1_800_000;
/// Acts of one case at most.
const LONGEST: usize = 100;

/// How many acts in all: `MODEL=100000` is the long form.
fn cases() -> u32 {
    let acts = std::env::var("MODEL").ok().and_then(|text| text.parse().ok());
    let mean = u32::try_from(LONGEST / 2).unwrap();
    (acts.unwrap_or(1_500_u32) / mean).max(1)
}

/// Something that is done at the desk. Numbers name things by their place among those that there may be.
#[derive(Clone, Debug)]
enum Act {
    PutPlace(usize, i32),
    RemovePlace(usize),
    PutLicence(usize, u32),
    RemoveLicence(usize),
    Pin(usize, i64, usize),
    Unpin(usize, i64),
    /// On a channel, from a half hour on for so many: at these half hours these versions. One version there is not.
    Air(usize, i64, i64, Vec<(i64, usize)>),
    Undo,
    Redo,
    Reopen,
}

fn act() -> impl Strategy<Value = Act> {
    let airings = prop::collection::vec((0..10_i64, 0..30_usize), 0..8);
    prop_oneof![
        3 => (0..9_usize, 0..9_000_000_i32).prop_map(|(place, latitude)| Act::PutPlace(place, latitude)),
        2 => (0..9_usize).prop_map(Act::RemovePlace),
        2 => (0..9_usize, 1..9_u32).prop_map(|(licence, runs)| Act::PutLicence(licence, runs)),
        2 => (0..9_usize).prop_map(Act::RemoveLicence),
        2 => (0..2_usize, 0..6_i64, 0..30_usize).prop_map(|(channel, at, version)| Act::Pin(channel, at, version)),
        2 => (0..2_usize, 0..6_i64).prop_map(|(channel, at)| Act::Unpin(channel, at)),
        4 => (0..2_usize, 0..6_i64, 0..10_i64, airings).prop_map(|(channel, from, long, all)| Act::Air(channel, from, long, all)),
        5 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::Reopen),
    ]
}

/// What there may be, by number.
struct Things {
    channels: Vec<ChannelId>,
    versions: Vec<VersionId>,
    places: Vec<PlaceId>,
    licences: Vec<LicenceId>,
}

impl Things {
    /// Those of a station, and a few that are not there yet.
    fn of(station: &Station) -> Self {
        let seasons = station.programmes.iter().flat_map(|programme| &programme.seasons);
        let versions = seasons
            .flat_map(|season| &season.episodes)
            .flat_map(|episode| &episode.versions);
        let new = |number: usize| format!("new-{number}");
        Self {
            channels: station.channels.iter().map(|channel| channel.id.clone()).collect(),
            versions: versions
                .map(|version| version.id.clone())
                .take(29)
                .chain([VersionId::new("nobody")])
                .collect(),
            places: station
                .places
                .iter()
                .map(|place| place.id.clone())
                .take(5)
                .chain((0..4).map(|number| PlaceId::new(new(number))))
                .collect(),
            licences: station
                .licences
                .iter()
                .map(|licence| licence.id.clone())
                .take(5)
                .chain((0..4).map(|number| LicenceId::new(new(number))))
                .collect(),
        }
    }
}

fn of<T>(list: &[T], number: usize) -> &T {
    &list[number % list.len()]
}

fn at(half_hour: i64) -> Instant {
    NOW + half_hour * HALF_HOUR
}

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn airing(things: &Things, channel: &ChannelId, (half_hour, version): (i64, usize)) -> Airing {
    Airing {
        channel: channel.clone(),
        date: BroadcastDate::parse("2024-07-01").unwrap(),
        start: at(half_hour),
        end: at(half_hour) + HALF_HOUR,
        version: Some(of(&things.versions, version).clone()),
        title: None,
        language: None,
        licence: None,
        slot: None,
        origin: Origin::Pin,
    }
}

/// The station, and what undo and redo would lead to: nothing else.
struct Model {
    beginning: Station,
    now: Station,
    before: Vec<Station>,
    after: Vec<Station>,
}

impl Model {
    fn put<T>(list: &mut Vec<T>, one: T, same: impl Fn(&T) -> bool) {
        match list.iter().position(same) {
            Some(at) => list[at] = one,
            None => list.push(one),
        }
    }

    /// Takes out the first; whether there was one.
    fn remove<T>(list: &mut Vec<T>, same: impl Fn(&T) -> bool) -> bool {
        let found = list.iter().position(same);
        found.is_some_and(|at| {
            list.remove(at);
            true
        })
    }

    /// The op of an act and the station after it; none where there is nothing to take out.
    fn edit(&self, act: &Act, things: &Things) -> (Op, Option<Station>) {
        let mut next = self.now.clone();
        let (op, is_there) = match act {
            Act::PutPlace(number, latitude) => {
                let mut place = self.beginning.places[0].clone();
                place.id = of(&things.places, *number).clone();
                place.latitude_udeg = Some(*latitude);
                Self::put(&mut next.places, place.clone(), |one| one.id == place.id);
                (ops::put(Record::Place(place)), true)
            }
            Act::RemovePlace(number) => {
                let id = of(&things.places, *number);
                let is_there = Self::remove(&mut next.places, |one| one.id == *id);
                (ops::remove(RecordId::Named(Kind::Place, id.to_string())), is_there)
            }
            Act::PutLicence(number, runs) => {
                let mut licence = of(&self.beginning.licences, *number).clone();
                licence.id = of(&things.licences, *number).clone();
                licence.max_runs = Some(*runs);
                Self::put(&mut next.licences, licence.clone(), |one| one.id == licence.id);
                (ops::put(Record::Licence(licence)), true)
            }
            Act::RemoveLicence(number) => {
                let id = of(&things.licences, *number);
                let is_there = Self::remove(&mut next.licences, |one| one.id == *id);
                (ops::remove(RecordId::Named(Kind::Licence, id.to_string())), is_there)
            }
            Act::Pin(channel, half_hour, version) => {
                let pin = Pin {
                    channel: of(&things.channels, *channel).clone(),
                    start: at(*half_hour),
                    version: of(&things.versions, *version).clone(),
                    licence: None,
                };
                let same = |one: &Pin| (&one.channel, one.start) == (&pin.channel, pin.start);
                Self::put(&mut next.pins, pin.clone(), same);
                (ops::put(Record::Pin(pin)), true)
            }
            Act::Unpin(channel, half_hour) => {
                let (channel, start) = (of(&things.channels, *channel), at(*half_hour));
                let is_there = Self::remove(&mut next.pins, |one| (&one.channel, one.start) == (channel, start));
                next.schedule
                    .retain(|one| (&one.channel, one.start) != (channel, start));
                (ops::unpin(channel, start), is_there)
            }
            Act::Air(channel, from, long, all) => {
                let channel = of(&things.channels, *channel);
                let (from, until) = (at(*from), at(*from + *long));
                let airings: Vec<_> = all.iter().map(|one| airing(things, channel, *one)).collect();
                let is_within = |one: &Airing| one.channel == *channel && (from..until).contains(&one.start);
                next.schedule.retain(|one| !is_within(one));
                next.schedule
                    .extend(airings.iter().filter(|one| is_within(one)).cloned());
                next.schedule
                    .sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
                let step = ops::Step::Airings {
                    channel: channel.clone(),
                    from,
                    until,
                    airings,
                };
                let op = Op {
                    code: "remove_airings".to_owned(),
                    args: values! { "count" => all.len() },
                    steps: vec![step],
                };
                (op, true)
            }
            Act::Undo | Act::Redo | Act::Reopen => unreachable!("no edit"),
        };
        (op, is_there.then_some(next))
    }
}

/// One act at the desk and in the model.
fn done(mut desk: Desk, model: &mut Model, act: &Act, things: &Things, path: &Path) -> Desk {
    match act {
        Act::Reopen => {
            drop(desk);
            return Desk::open(path, NOW, Zones::bundled()).unwrap();
        }
        Act::Undo => {
            let undone = desk.undo(&hand()).unwrap();
            assert_eq!(undone.is_some(), !model.before.is_empty());
            if let Some(before) = model.before.pop() {
                model.after.push(std::mem::replace(&mut model.now, before));
            }
        }
        Act::Redo => {
            let redone = desk.redo(&hand()).unwrap();
            assert_eq!(redone.is_some(), !model.after.is_empty());
            if let Some(after) = model.after.pop() {
                model.before.push(std::mem::replace(&mut model.now, after));
            }
        }
        _ => {
            let (op, next) = model.edit(act, things);
            let next = next.filter(|next| Index::of(next, &Zones::bundled()).is_ok());
            assert_eq!(desk.transact(&op, &hand()).is_ok(), next.is_some(), "{act:?}");
            if let Some(next) = next {
                model.before.push(std::mem::replace(&mut model.now, next));
                model.after.clear();
            }
        }
    }
    desk
}

fn agree(acts: &[Act]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.arna");
    let mut desk = Desk::sample(&path, &hand(), Zones::bundled()).unwrap();
    let beginning: Station = serde_json::from_str(SAMPLE).unwrap();
    let things = Things::of(&beginning);
    let mut model = Model {
        now: beginning.clone(),
        beginning,
        before: Vec::new(),
        after: Vec::new(),
    };
    for act in acts {
        desk = done(desk, &mut model, act, &things, &path);
        assert!(*desk.station().unwrap().0 == model.now, "after {act:?}");
        on_air_as_read_anew(&mut desk, act);
    }
    desk = done(desk, &mut model, &Act::Reopen, &things, &path);
    assert!(*desk.station().unwrap().0 == model.now, "opened again");
    desk.verify().unwrap();
    while !model.before.is_empty() {
        desk = done(desk, &mut model, &Act::Undo, &things, &path);
        assert!(*desk.station().unwrap().0 == model.now, "on the way back");
    }
    assert!(model.now == model.beginning && desk.undo(&hand()).unwrap().is_none());
    desk.verify().unwrap();
}

/// Where episodes air follows each act as if the station were read anew.
fn on_air_as_read_anew(desk: &mut Desk, act: &Act) {
    let (station, index) = desk.station().unwrap();
    let anew = Index::of(station, &Zones::bundled()).unwrap();
    for episode in (0..).map(EpisodeIx).take(index.episodes.len()) {
        assert_eq!(index.on_air(episode), anew.on_air(episode), "after {act:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn desk_and_model_agree(acts in prop::collection::vec(act(), 1..LONGEST)) {
        agree(&acts);
    }
}
