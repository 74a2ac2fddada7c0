//! What two change alike is a choice, and no loss.

use arna_domain::{Airing, ChannelId};
use arna_store::shared::{AsideState, Conflict, Manner, SharedError, Touched};
use arna_store::{Edit, RecordId, Store, StoreError};

use crate::fixture::{self, NOW, airing};
use crate::server::{Desk, Shared, code, place};

const HALF_HOUR: i64 = 1_800_000;

#[track_caller]
fn conflict(refused: Result<arna_store::Change, StoreError>) -> Conflict {
    match refused.unwrap_err() {
        StoreError::Shared(error) => match *error {
            SharedError::Conflict(conflict) => *conflict,
            other => panic!("{other}"),
        },
        other => panic!("{other}"),
    }
}

fn latitude(store: &Store, id: &str) -> Option<i32> {
    let station = store.station().unwrap();
    station
        .places
        .iter()
        .find(|place| place.id.as_str() == id)
        .and_then(|place| place.latitude_udeg)
}

/// Aigul changes a place before Bolat, who does not know of it.
fn both_change() -> Option<(Shared, Desk, Desk, Conflict)> {
    let shared = Shared::new(&fixture::station())?;
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    aigul.act("put_place", |edit| edit.put(place("a", 0))).unwrap();
    bolat.store.catch_up().unwrap();
    let hers = aigul.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    let told = conflict(bolat.act("put_place", |edit| edit.put(place("a", 2))));
    assert_eq!(
        (told.kind.as_str(), told.id.as_str(), told.by),
        ("place", "a", hers.number)
    );
    assert_eq!(
        (told.op.as_str(), told.author, told.at),
        ("put_place", hers.author, NOW)
    );
    assert_eq!(latitude(&bolat.store, "a"), Some(1), "her change is there");
    let aside = bolat.store.aside().unwrap();
    assert_eq!((aside.len(), aside[0].state), (1, AsideState::Conflict));
    let told = conflict_of(&bolat);
    Some((shared, aigul, bolat, told))
}

fn conflict_of(desk: &Desk) -> Conflict {
    desk.store.aside().unwrap()[0].why.clone().unwrap()
}

#[test]
fn what_is_decided_about_is_told_as_it_was_as_one_made_it_and_as_it_is() {
    let Some((_shared, mut aigul, mut bolat, told)) = both_change() else {
        return;
    };
    let of = |desk: &Desk| desk.store.touched(&desk.store.aside().unwrap()[0]).unwrap();
    let latitudes = |touched: &[Touched]| match touched {
        [Touched::Record { id, was, own, now, .. }] => {
            assert_eq!(id, "a");
            let latitude = |body: &Option<String>| {
                let place: arna_domain::occasion::Place = serde_json::from_str(body.as_deref()?).unwrap();
                place.latitude_udeg
            };
            [was, own, now].map(latitude)
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(latitudes(&of(&bolat)), [Some(0), Some(2), Some(1)]);
    // What goes on meanwhile is told, too.
    aigul
        .act("remove_place", |edit| {
            edit.remove(&RecordId::Named(arna_store::Kind::Place, "a".to_owned()))
        })
        .unwrap();
    bolat.store.catch_up().unwrap();
    assert_eq!(latitudes(&of(&bolat)), [Some(0), Some(2), None]);
    bolat.store.leave(told.aside).unwrap();
}

#[test]
fn ones_own_goes_on_top_of_what_others_did() {
    let Some((_shared, mut aigul, mut bolat, told)) = both_change() else {
        return;
    };
    bolat
        .store
        .again(told.aside, Manner::OnTop, |_| Ok(()))
        .unwrap()
        .unwrap();
    assert_eq!(latitude(&bolat.store, "a"), Some(2));
    assert_eq!(bolat.store.aside().unwrap()[0].state, AsideState::Done);
    aigul.store.catch_up().unwrap();
    assert_eq!(latitude(&aigul.store, "a"), Some(2));
    // What went under is there again when the one on top is taken back.
    let last = bolat.store.next_undo().unwrap().unwrap();
    bolat.act("revert", |edit| edit.revert(last.number).map(drop)).unwrap();
    assert_eq!(latitude(&bolat.store, "a"), Some(1));
}

#[test]
fn what_others_did_stays_and_ones_own_is_kept_to_read() {
    let Some((shared, _aigul, mut bolat, told)) = both_change() else {
        return;
    };
    let before = shared.rows();
    bolat.store.leave(told.aside).unwrap();
    assert_eq!(latitude(&bolat.store, "a"), Some(1));
    let kept = bolat.store.aside().unwrap();
    assert_eq!((kept[0].state, kept[0].op.as_str()), (AsideState::Left, "put_place"));
    assert_eq!(code(bolat.store.leave(told.aside)), "shared_nothing_aside");
    assert_eq!(
        code(bolat.store.again(told.aside, Manner::OnTop, |_| Ok(()))),
        "shared_nothing_aside"
    );
    assert_eq!(shared.rows(), before);
}

#[test]
fn a_station_that_could_not_be_worked_with_is_not_made() {
    let Some((shared, _aigul, mut bolat, told)) = both_change() else {
        return;
    };
    let before = shared.rows();
    let refused = bolat
        .store
        .again(told.aside, Manner::OnTop, |_| Err(StoreError::Refused));
    assert_eq!(code(refused), "refused");
    assert_eq!(shared.rows(), before);
    assert_eq!(bolat.store.aside().unwrap()[0].state, AsideState::Conflict);
}

/// Puts airings of half an hour in place of what starts in so many half hours.
fn air(from: i64, until: i64, airings: &[i64]) -> impl Fn(&mut Edit<'_>) -> Result<(), StoreError> + use<> {
    let airings: Vec<Airing> = airings.iter().map(|&at| airing("new.kz", at)).collect();
    move |edit| {
        let (from, until) = (NOW + from * HALF_HOUR, NOW + until * HALF_HOUR);
        edit.replace_airings(&["new.kz".into()], from, until, airings.clone())
    }
}

/// When airings of the channel start, in half hours.
fn starts(store: &Store) -> Vec<i64> {
    let (from, until) = (NOW, NOW + 1000 * HALF_HOUR);
    let airings = store.airings(Some(&ChannelId::new("new.kz")), from, until).unwrap();
    airings.iter().map(|one| (one.start - NOW) / HALF_HOUR).collect()
}

#[test]
fn airings_are_told_apart_one_by_one() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    aigul.act("accept_plan", air(0, 10, &[0, 2, 4, 6])).unwrap();
    bolat.store.catch_up().unwrap();
    // Both make the whole range anew, and change different airings of it.
    aigul.act("accept_plan", air(0, 10, &[1, 2, 4, 6])).unwrap();
    bolat.act("accept_plan", air(0, 10, &[0, 2, 4, 7])).unwrap();
    assert_eq!(starts(&bolat.store), [1, 2, 4, 7]);
    aigul.store.catch_up().unwrap();
    // The same one, moved by both.
    aigul.act("accept_plan", air(2, 4, &[3])).unwrap();
    let told = conflict(bolat.act("accept_plan", air(2, 4, &[])));
    assert_eq!((told.kind.as_str(), told.id.as_str()), ("airings", "new.kz"));
    assert_eq!(starts(&bolat.store), [1, 3, 4, 7]);
    let touched = bolat.store.touched(&bolat.store.aside().unwrap()[0]).unwrap();
    let [Touched::Airings { was, own, now, .. }] = &touched[..] else {
        panic!("{touched:?}")
    };
    let of = |list: &[Airing]| list.iter().map(|one| (one.start - NOW) / HALF_HOUR).collect::<Vec<_>>();
    assert_eq!([of(was), of(own), of(now)], [vec![2], vec![], vec![3]]);
    bolat
        .store
        .again(told.aside, Manner::OnTop, |_| Ok(()))
        .unwrap_or_default();
    // Where something of another came to lie meanwhile, nothing is laid over it unasked.
    aigul.store.catch_up().unwrap();
    aigul.act("put_airing", air(20, 21, &[20])).unwrap();
    let mut long = airing("new.kz", 19);
    long.end = long.end + HALF_HOUR;
    let lay = |edit: &mut Edit<'_>| {
        let from = NOW + 19 * HALF_HOUR;
        edit.replace_airings(&["new.kz".into()], from, from + HALF_HOUR, vec![long.clone()])
    };
    let told = conflict(bolat.act("put_airing", lay));
    bolat.store.again(told.aside, Manner::OnTop, |_| Ok(())).unwrap();
    assert!(starts(&bolat.store).contains(&19) && !starts(&bolat.store).contains(&20));
    aigul.store.catch_up().unwrap();
    assert_eq!(aigul.store.station().unwrap(), bolat.store.station().unwrap());
}

#[test]
fn what_is_gone_or_new_twice_is_a_choice_too() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    aigul.act("put_place", |edit| edit.put(place("a", 0))).unwrap();
    bolat.store.catch_up().unwrap();
    let a = RecordId::Named(arna_store::Kind::Place, "a".to_owned());
    // She takes it out, he changes it.
    aigul.act("remove_place", |edit| edit.remove(&a)).unwrap();
    let told = conflict(bolat.act("put_place", |edit| edit.put(place("a", 5))));
    assert_eq!(told.op, "remove_place");
    bolat.store.again(told.aside, Manner::OnTop, |_| Ok(())).unwrap();
    assert_eq!(latitude(&bolat.store, "a"), Some(5), "it is there again");
    // Both take it out: that is no conflict.
    aigul.store.catch_up().unwrap();
    aigul.act("remove_place", |edit| edit.remove(&a)).unwrap();
    let entries = aigul.store.revision().unwrap();
    bolat.act("remove_place", |edit| edit.remove(&a)).unwrap();
    assert_eq!(bolat.store.revision().unwrap(), entries, "nothing was left to do");
    // Both make something new: it gets its own place, under the same name it is a choice.
    aigul.act("put_place", |edit| edit.put(place("n", 1))).unwrap();
    bolat.act("put_place", |edit| edit.put(place("m", 1))).unwrap();
    aigul.act("put_place", |edit| edit.put(place("k", 1))).unwrap();
    let told = conflict(bolat.act("put_place", |edit| edit.put(place("k", 2))));
    bolat.store.again(told.aside, Manner::OnTop, |_| Ok(())).unwrap();
    aigul.store.catch_up().unwrap();
    let places: Vec<_> = aigul.store.station().unwrap().places;
    assert_eq!(places, bolat.store.station().unwrap().places);
    assert_eq!(places.iter().filter(|place| place.id.as_str() == "k").count(), 1);
    assert_eq!(latitude(&aigul.store, "k"), Some(2));
}
