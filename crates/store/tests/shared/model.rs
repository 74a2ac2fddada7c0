//! Desks at random, all at once, beside a plain list of what was done: no update is lost.

use std::collections::BTreeMap;
use std::thread;

use arna_store::shared::{Manner, SharedError};
use arna_store::{Change, Record, StoreError, verify};

use crate::fixture::{self, Dice, NOW, entry};
use crate::server::{Desk, Shared, place};

const DESKS: usize = 4;
const ACTS: usize = 40;

/// What an act did: in which entry, to what, from what, to what.
#[derive(Clone, Debug, PartialEq)]
struct Did {
    number: i64,
    id: String,
    from: Option<i32>,
    to: i32,
}

fn latitude(desk: &Desk, id: &str) -> Option<i32> {
    let station = desk.store.station().unwrap();
    station
        .places
        .into_iter()
        .find(|place| place.id.as_str() == id)?
        .latitude_udeg
}

fn is_own(change: &Change, desk: &Desk) -> bool {
    change.author == desk.login()
}

/// Acts at random: what it did, and how often others were in the way.
fn work(mut desk: Desk, seed: u64) -> (Desk, Vec<Did>, usize) {
    let mut dice = Dice(seed);
    let (mut did, mut conflicts) = (Vec::new(), 0);
    for act in 0..ACTS {
        let id = format!("p{}", dice.throw(12));
        let to = i32::try_from(seed).unwrap() * 10_000 + i32::try_from(act).unwrap();
        let mut from = latitude(&desk, &id);
        let put = |edit: &mut arna_store::Edit<'_>| edit.put(place(&id, to));
        let change = match desk.store.transact(&entry("put_place", NOW), put) {
            Ok(((), change)) => change,
            Err(StoreError::KeptAside { aside }) => match desk.store.again(aside, Manner::IfAsItWas, |_| Ok(())) {
                Ok(change) => change.unwrap(),
                Err(StoreError::Shared(error)) => {
                    let SharedError::Conflict(_) = *error else {
                        panic!("{error}")
                    };
                    conflicts += 1;
                    if dice.throw(2) == 0 {
                        desk.store.leave(aside).unwrap();
                        continue;
                    }
                    // On top of whatever is there by then: that is looked at where it is done.
                    let mut there = None;
                    let on_top = desk.store.again(aside, Manner::OnTop, |edit| {
                        let station = edit.station()?;
                        let own = station.places.iter().find(|place| place.id.as_str() == id);
                        there = own.and_then(|place| place.latitude_udeg);
                        Ok(())
                    });
                    let change = on_top.unwrap().unwrap();
                    assert_eq!(there, Some(to));
                    from = before(&desk, change.number, &id);
                    change
                }
                Err(other) => panic!("{other}"),
            },
            Err(other) => panic!("{other}"),
        };
        assert!(is_own(&change, &desk));
        did.push(Did {
            number: change.number,
            id,
            from,
            to,
        });
    }
    (desk, did, conflicts)
}

/// What a place was before an entry.
fn before(desk: &Desk, number: i64, id: &str) -> Option<i32> {
    let station = desk.store.station_after(number - 1).unwrap();
    station
        .places
        .into_iter()
        .find(|place| place.id.as_str() == id)?
        .latitude_udeg
}

#[test]
fn no_update_is_lost() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let desks: Vec<Desk> = (0..DESKS)
        .map(|number| shared.colleague(&format!("desk{number}")))
        .collect();
    let working: Vec<_> = (1..)
        .zip(desks)
        .map(|(seed, desk)| thread::spawn(move || work(desk, seed)))
        .collect();
    let ended: Vec<_> = working.into_iter().map(|one| one.join().unwrap()).collect();
    let mut all: Vec<Did> = ended.iter().flat_map(|(_, did, _)| did.clone()).collect();
    let conflicts: usize = ended.iter().map(|(_, _, conflicts)| conflicts).sum();
    all.sort_by_key(|did| did.number);
    // One after the other they make sense: each changed what it thought it changed.
    let mut model: BTreeMap<String, i32> = BTreeMap::new();
    for (due, did) in (2..).zip(&all) {
        assert_eq!(
            did.number, due,
            "every entry of the journal was told to somebody as done"
        );
        assert_eq!(model.get(&did.id).copied(), did.from, "{did:?}");
        model.insert(did.id.clone(), did.to);
    }
    assert!(conflicts > 0, "with twelve places some are changed at once");
    let mut stations = Vec::new();
    for (mut desk, ..) in ended {
        desk.store.catch_up().unwrap();
        for (id, to) in &model {
            assert_eq!(latitude(&desk, id), Some(*to), "{id}");
        }
        let path = desk.path();
        stations.push(desk.store.station().unwrap());
        drop(desk.store);
        assert_eq!(verify(&path).unwrap().faults, []);
    }
    let fresh = shared.desk(&format!("desk0_{}", shared.database));
    assert!(
        stations
            .iter()
            .all(|station| *station == fresh.store.station().unwrap())
    );
    let kept = |record: &Record| matches!(record, Record::Place(_));
    assert!(arna_store::records_of(&stations[0]).iter().any(kept));
}
