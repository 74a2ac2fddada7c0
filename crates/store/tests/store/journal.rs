//! The journal: what was done can be undone, all the way, and done again.

use arna_domain::{Instant, LicenceId, PlaceId, Station};
use arna_store::{ChangeKind, Edit, Record, Store, StoreError};

use crate::fixture::{self, DAY, Dice, NOW, airing, entry, founded};

const CHANGES: usize = 100;

/// One change at random.
fn change_at_random(dice: &mut Dice, edit: &mut Edit<'_>, beginning: &Station) -> Result<(), StoreError> {
    let station = edit.station()?;
    match dice.throw(12) {
        0..=2 => {
            let mut place = beginning.places[0].clone();
            place.id = PlaceId::new(format!("place-{}", dice.throw(8)));
            place.latitude_udeg = Some(i32::try_from(dice.throw(90_000_000)).unwrap());
            edit.put(Record::Place(place))
        }
        3 => {
            let mut licence = beginning.licences[dice.throw(beginning.licences.len())].clone();
            licence.id = LicenceId::new(format!("L{}", dice.throw(5)));
            edit.put(Record::Licence(licence))
        }
        4 => {
            let mut about = station.about.clone();
            about.name = beginning.programmes[dice.throw(beginning.programmes.len())]
                .title
                .clone();
            edit.put(Record::About(about))
        }
        5 | 6 => {
            let records = removable(&station);
            match records.len() {
                0 => Ok(()),
                some => edit.remove(&records[dice.throw(some)].id()),
            }
        }
        7..=10 => {
            let channels = ["khabar.kz", "cctv4.cn", "new.kz"].map(arna_domain::ChannelId::new);
            let first = i64::try_from(dice.throw(200)).unwrap();
            let until = first + i64::try_from(dice.throw(60)).unwrap();
            let airings = (0..dice.throw(40))
                .map(|_| {
                    let channel = channels[dice.throw(3)].as_str();
                    // Also outside the range and of channels that are not asked for; also two that start together.
                    airing(channel, i64::try_from(dice.throw(300)).unwrap())
                })
                .collect();
            let half_hour = |number: i64| NOW + number * 1_800_000;
            let asked = &channels[..=dice.throw(3)];
            edit.replace_airings(asked, half_hour(first), half_hour(until), airings)
        }
        _ => {
            let mut other = if dice.throw(2) == 0 { beginning.clone() } else { station };
            other.slots.reverse();
            let first = usize::from(!other.pins.is_empty());
            other.pins.rotate_left(first);
            other.schedule.retain(|_| dice.throw(3) > 0);
            edit.replace_station(&other)
        }
    }
}

fn removable(station: &Station) -> Vec<Record> {
    let mut all: Vec<Record> = station.places.iter().cloned().map(Record::Place).collect();
    all.extend(station.licences.iter().cloned().map(Record::Licence));
    all.extend(station.pins.iter().cloned().map(Record::Pin));
    all.extend(station.campaign_targets.iter().cloned().map(Record::CampaignTarget));
    all.extend(station.history.iter().cloned().map(Record::Aired));
    if !station.about.is_empty() {
        all.push(Record::About(station.about.clone()));
    }
    all
}

fn at(step: usize) -> Instant {
    NOW + i64::try_from(step).unwrap() * 1_000
}

/// Closes and opens again, now and then or never.
fn reopened(store: Store, reopens: Reopens, dice: &mut Dice) -> Store {
    if reopens == Reopens::Never || dice.throw(5) > 0 {
        return store;
    }
    let path = store.path().to_owned();
    drop(store);
    Store::open(&path, NOW).unwrap()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reopens {
    Never,
    NowAndThen,
}

fn there_and_back(seed: u64, reopens: Reopens) {
    let beginning = fixture::station();
    let (_folder, path) = founded(&beginning);
    let mut store = Store::open(&path, NOW).unwrap();
    let mut dice = Dice(seed);
    let mut states = vec![beginning.clone()];
    for step in 0..CHANGES {
        let entry = entry("random", at(step));
        let ((), change) = store
            .transact(&entry, |edit| change_at_random(&mut dice, edit, &beginning))
            .unwrap();
        assert_eq!((change.kind, change.undone), (ChangeKind::Do, false));
        assert_eq!(store.revision().unwrap(), change.number, "seed {seed}");
        assert_eq!(store.log(None, 1).unwrap(), [change]);
        states.push(store.station().unwrap());
        store = reopened(store, reopens, &mut dice);
    }
    let done = store.log(None, u32::MAX).unwrap();
    assert_eq!(done.len(), CHANGES + 1);
    assert!(store.next_redo().unwrap().is_none());
    for before in states.iter().rev().skip(1) {
        let next = store.next_undo().unwrap().unwrap();
        let undo = store.undo("undoer", at(CHANGES)).unwrap().unwrap();
        assert_eq!(undo.kind, ChangeKind::Undo { of: next.number }, "seed {seed}");
        assert_eq!((&undo.op, &undo.touched), (&next.op, &next.touched));
        assert!(
            store.station().unwrap() == *before,
            "seed {seed}: undoing {}",
            next.number
        );
        store = reopened(store, reopens, &mut dice);
    }
    assert!(store.undo("undoer", at(CHANGES)).unwrap().is_none());
    assert_eq!(store.station().unwrap(), beginning, "seed {seed}");
    store.verify().unwrap();
    for after in states.iter().skip(1) {
        store.redo("redoer", at(CHANGES)).unwrap().unwrap();
        assert!(store.station().unwrap() == *after, "seed {seed}");
        store = reopened(store, reopens, &mut dice);
    }
    assert!(store.redo("redoer", at(CHANGES)).unwrap().is_none());
    // Only ever longer; what was written stays as it was, but for whether it is undone.
    let log = store.log(None, u32::MAX).unwrap();
    assert_eq!(log.len(), 3 * CHANGES + 1);
    assert_eq!(log[2 * CHANGES..], done);
    assert!(
        log.iter()
            .rev()
            .zip(1..)
            .all(|(change, number)| change.number == number)
    );
    store.verify().unwrap();
}

#[test]
fn a_hundred_changes_and_a_hundred_undos_lead_back() {
    for seed in 1..=4 {
        there_and_back(seed, Reopens::Never);
    }
}

#[test]
fn closing_the_file_in_between_changes_nothing() {
    for seed in 11..=13 {
        there_and_back(seed, Reopens::NowAndThen);
    }
}

#[test]
fn a_new_change_drops_what_could_be_done_again() {
    let beginning = fixture::station();
    let (_folder, path) = founded(&beginning);
    let mut store = Store::open(&path, NOW).unwrap();
    let mut dice = Dice(99);
    for step in 0..20 {
        let mut place = beginning.places[0].clone();
        place.id = PlaceId::new(format!("place-{step}"));
        store
            .transact(&entry("put_place", at(step)), |edit| edit.put(Record::Place(place)))
            .unwrap();
        for _ in 0..dice.throw(2) {
            let length = store.revision().unwrap();
            if store.undo("tester", at(step)).unwrap().is_some() {
                assert_eq!(store.revision().unwrap(), length + 1);
            }
        }
    }
    store.undo("tester", NOW).unwrap().unwrap();
    assert!(store.next_redo().unwrap().is_some());
    let before = store.station().unwrap();
    let (_, change) = store
        .transact(&entry("replace", NOW + DAY), |edit| {
            edit.replace_station(&Station::default())
        })
        .unwrap();
    assert!(store.next_redo().unwrap().is_none());
    assert!(store.redo("tester", NOW).unwrap().is_none());
    assert_eq!(store.next_undo().unwrap().unwrap(), change);
    let undo = store.undo("tester", NOW).unwrap().unwrap();
    assert_eq!(undo.kind, ChangeKind::Undo { of: change.number });
    assert_eq!(store.station().unwrap(), before);
    assert!(store.log(Some(change.number + 1), 1).unwrap()[0].undone);
    while store.undo("tester", NOW).unwrap().is_some() {}
    assert_eq!(store.station().unwrap(), beginning);
    store.verify().unwrap();
}
