//! One entry taken back on its own, and the station as it was.

use arna_domain::{Airing, ChannelId, PlaceId, Station};
use arna_store::{Change, Edit, Kind, Record, RecordId, Store, StoreError};

use crate::fixture::{self, DAY, Dice, NOW, airing, entry, founded};

const HALF_HOUR: i64 = 1_800_000;

fn opened() -> (tempfile::TempDir, Store) {
    let (folder, path) = founded(&fixture::station());
    (folder, Store::open(&path, NOW).unwrap())
}

fn act(store: &mut Store, op: &str, change: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>) -> Change {
    store.transact(&entry(op, NOW), change).unwrap().1
}

fn revert(store: &mut Store, number: i64) -> Result<Change, StoreError> {
    Ok(store.transact(&entry("revert", NOW), |edit| edit.revert(number))?.1)
}

fn named(kind: Kind, name: &str) -> RecordId {
    RecordId::Named(kind, name.to_owned())
}

fn put_airings(edit: &mut Edit<'_>, channel: &str, from: i64, until: i64, starts: &[i64]) -> Result<(), StoreError> {
    let airings: Vec<Airing> = starts.iter().map(|&start| airing(channel, start)).collect();
    let at = |number: i64| NOW + number * HALF_HOUR;
    edit.replace_airings(&[ChannelId::new(channel)], at(from), at(until), airings)
}

fn on_air(store: &Store, channel: &str) -> Vec<i64> {
    let airings = store.airings(Some(&ChannelId::new(channel)), NOW - DAY, NOW + 30 * DAY);
    airings
        .unwrap()
        .iter()
        .map(|airing| (airing.start - NOW) / HALF_HOUR)
        .collect()
}

#[test]
fn an_entry_is_taken_back_though_others_came_after() {
    let (_folder, mut store) = opened();
    let licences = store.station().unwrap().licences;
    let first = act(&mut store, "remove", |edit| edit.remove(&named(Kind::Licence, "L1")));
    act(&mut store, "other", |edit| put_airings(edit, "new.kz", 0, 48, &[1, 5]));
    let other = licences.iter().find(|one| one.id.as_str() == "L2").unwrap().clone();
    let mut wider = other.clone();
    wider.max_runs = Some(99);
    act(&mut store, "wider", |edit| edit.put(Record::Licence(wider.clone())));
    let entry = store
        .transact(&entry("revert", NOW), |edit| edit.revert(first.number))
        .unwrap();
    assert_eq!(entry.0.number, first.number);
    let station = store.station().unwrap();
    let expected: Vec<_> = licences
        .iter()
        .map(|one| if one.id == wider.id { wider.clone() } else { one.clone() })
        .collect();
    assert_eq!(station.licences, expected, "in its old place");
    assert_eq!(on_air(&store, "new.kz"), [1, 5]);
    // It is an entry like others: undone, and itself taken back.
    store.undo("tester", NOW).unwrap().unwrap();
    assert!(
        store
            .station()
            .unwrap()
            .licences
            .iter()
            .all(|one| one.id.as_str() != "L1")
    );
    store.redo("tester", NOW).unwrap().unwrap();
    revert(&mut store, entry.1.number).unwrap();
    assert!(
        store
            .station()
            .unwrap()
            .licences
            .iter()
            .all(|one| one.id.as_str() != "L1")
    );
    store.verify().unwrap();
}

#[test]
fn what_was_changed_since_is_named() {
    let (_folder, mut store) = opened();
    let mut place = store.station().unwrap().places[0].clone();
    let id = place.id.to_string();
    place.territory = Some("CN".to_owned());
    let first = act(&mut store, "put_place", |edit| edit.put(Record::Place(place.clone())));
    place.territory = Some("MN".to_owned());
    let later = act(&mut store, "put_place", |edit| edit.put(Record::Place(place.clone())));
    let before = store.station().unwrap();
    let refused = revert(&mut store, first.number).unwrap_err();
    assert_eq!(refused.code(), "touched_since");
    let values = refused.values();
    assert_eq!(values["by"], later.number);
    assert_eq!(
        (values["op"].as_str(), values["id"].as_str()),
        (Some("put_place"), Some(id.as_str()))
    );
    assert_eq!(
        (store.station().unwrap(), store.revision().unwrap()),
        (before, later.number)
    );
    // Once the later one is taken back, the first can be.
    revert(&mut store, later.number).unwrap();
    revert(&mut store, first.number).unwrap();
    assert_eq!(store.station().unwrap().places, fixture::station().places);
}

#[test]
fn a_record_taken_out_comes_back_only_where_none_is_called_so() {
    let (_folder, mut store) = opened();
    let places = store.station().unwrap().places;
    let last = places.last().unwrap().clone();
    let id = named(Kind::Place, last.id.as_str());
    let removed = act(&mut store, "remove", |edit| edit.remove(&id));
    let mut other = last.clone();
    other.id = PlaceId::new("other");
    // It takes the place in the list that was left.
    act(&mut store, "put", |edit| edit.put(Record::Place(other.clone())));
    revert(&mut store, removed.number).unwrap();
    let now = store.station().unwrap().places;
    assert_eq!(now[now.len() - 2..], [other, last.clone()]);
    let again = act(&mut store, "remove", |edit| edit.remove(&id));
    let put = act(&mut store, "put", |edit| edit.put(Record::Place(last)));
    let refused = revert(&mut store, again.number).unwrap_err();
    assert_eq!(
        (refused.code(), &refused.values()["by"]),
        ("touched_since", &put.number.into())
    );
}

#[test]
fn of_airings_only_what_an_entry_did_is_taken_back() {
    let (_folder, mut store) = opened();
    act(&mut store, "plan", |edit| {
        put_airings(edit, "new.kz", 0, 96, &[2, 6, 10])
    });
    // A wide window, in which little changes.
    let moved = act(&mut store, "move", |edit| {
        put_airings(edit, "new.kz", 0, 96, &[3, 6, 10])
    });
    act(&mut store, "add", |edit| put_airings(edit, "new.kz", 20, 21, &[20]));
    revert(&mut store, moved.number).unwrap();
    assert_eq!(on_air(&store, "new.kz"), [2, 6, 10, 20]);
    // What it put in has moved on since.
    let put = act(&mut store, "put", |edit| put_airings(edit, "new.kz", 30, 31, &[30]));
    let away = act(&mut store, "move", |edit| put_airings(edit, "new.kz", 30, 33, &[32]));
    let refused = revert(&mut store, put.number).unwrap_err();
    assert_eq!(
        (refused.code(), &refused.values()["by"]),
        ("touched_since", &away.number.into())
    );
    // Something else airs since where something would come back, half over it.
    let taken = act(&mut store, "take", |edit| put_airings(edit, "new.kz", 10, 11, &[]));
    let mut over = airing("new.kz", 10);
    over.start = over.start + HALF_HOUR / 2;
    over.end = over.end + HALF_HOUR / 2;
    let over = act(&mut store, "over", |edit| {
        edit.replace_airings(&[ChannelId::new("new.kz")], over.start, over.end, vec![over.clone()])
    });
    let refused = revert(&mut store, taken.number).unwrap_err();
    assert_eq!(
        (refused.code(), &refused.values()["by"]),
        ("touched_since", &over.number.into())
    );
    revert(&mut store, over.number).unwrap();
    revert(&mut store, taken.number).unwrap();
    assert_eq!(on_air(&store, "new.kz"), [2, 6, 10, 20, 32]);
    store.verify().unwrap();
}

#[test]
fn what_is_undone_or_no_entry_is_not_taken_back() {
    let (_folder, mut store) = opened();
    let done = act(&mut store, "remove", |edit| edit.remove(&named(Kind::Licence, "L1")));
    store.undo("tester", NOW).unwrap().unwrap();
    assert_eq!(revert(&mut store, done.number).unwrap_err().code(), "entry_undone");
    // The founding, an undo, nothing.
    for number in [1, done.number + 1, 0, 99, i64::MAX] {
        assert_eq!(
            revert(&mut store, number).unwrap_err().code(),
            "no_such_entry",
            "{number}"
        );
    }
}

/// Changes, undos, redos and reverts at random: the station after every entry is what it was then, and a revert at once is an undo.
#[test]
fn the_station_is_told_as_it_was_after_every_entry() {
    for seed in 1..=6 {
        let (_folder, mut store) = opened();
        let mut dice = Dice(seed);
        let mut states: Vec<Station> = vec![store.station().unwrap()];
        while states.len() < 60 {
            let station = states.last().unwrap().clone();
            let done = match dice.throw(8) {
                0 => store.undo("tester", NOW).unwrap().is_some(),
                1 => store.redo("tester", NOW).unwrap().is_some(),
                2 => revert(&mut store, i64::try_from(dice.throw(states.len() + 1)).unwrap()).is_ok(),
                3 => {
                    let mut place = station.places.first().unwrap_or(&fixture::station().places[0]).clone();
                    place.id = PlaceId::new(format!("place-{}", dice.throw(6)));
                    place.latitude_udeg = Some(i32::try_from(dice.throw(9)).unwrap());
                    act(&mut store, "put", |edit| edit.put(Record::Place(place)));
                    true
                }
                4 if !station.places.is_empty() => {
                    let id = station.places[dice.throw(station.places.len())].id.to_string();
                    act(&mut store, "remove", |edit| edit.remove(&named(Kind::Place, &id)));
                    true
                }
                _ => {
                    let from = i64::try_from(dice.throw(40)).unwrap();
                    let until = from + 1 + i64::try_from(dice.throw(20)).unwrap();
                    let starts: Vec<i64> = (from..until).filter(|_| dice.throw(2) == 0).collect();
                    act(&mut store, "air", |edit| {
                        put_airings(edit, "new.kz", from, until, &starts)
                    });
                    true
                }
            };
            let now = store.station().unwrap();
            if done {
                assert_eq!(store.revision().unwrap(), i64::try_from(states.len()).unwrap() + 1);
                states.push(now);
                // Every airing stands alone: no two start together, none twice.
                let on_air = on_air(&store, "new.kz");
                assert!(on_air.is_sorted_by(|a, b| a < b), "seed {seed}: {on_air:?}");
            } else {
                assert!(now == station, "seed {seed}: what is refused changes nothing");
            }
        }
        for (number, state) in (1..).zip(&states) {
            assert!(store.station_after(number).unwrap() == *state, "seed {seed}: {number}");
        }
        for number in [0, -1, 61, i64::MAX] {
            assert_eq!(store.station_after(number).unwrap_err().code(), "no_such_entry");
        }
        store.verify().unwrap();
    }
}
