//! A change that is refused has never been.

use arna_domain::Station;
use arna_store::{Kind, Record, RecordId, Store, StoreError};

use crate::fixture::{self, NOW, airing, entry, founded};

#[test]
fn a_refused_change_leaves_station_journal_and_revision() {
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    // Something to undo and something to do again, so that both could be lost.
    for name in ["L1", "L2"] {
        let id = RecordId::Named(Kind::Licence, name.to_owned());
        store.transact(&entry("remove", NOW), |edit| edit.remove(&id)).unwrap();
    }
    store.undo("tester", NOW).unwrap().unwrap();
    let state = |store: &Store| {
        let steps = (store.next_undo().unwrap(), store.next_redo().unwrap());
        (
            store.station().unwrap(),
            store.log(None, 100).unwrap(),
            store.revision().unwrap(),
            steps,
        )
    };
    let before = state(&store);
    let channel = before.0.channels[0].id.clone();
    let refused = store.transact(&entry("all", NOW), |edit| -> Result<(), StoreError> {
        let mut place = before.0.places[0].clone();
        place.territory = Some("CN".to_owned());
        edit.put(Record::Place(place.clone()))?;
        assert_eq!(
            edit.read(&Record::Place(place.clone()).id())?,
            Some(Record::Place(place))
        );
        edit.remove(&RecordId::Named(Kind::Partner, "p-east".to_owned()))?;
        edit.replace_airings(
            std::slice::from_ref(&channel),
            NOW,
            NOW + fixture::DAY,
            vec![airing(channel.as_str(), 1)],
        )?;
        edit.replace_station(&Station::default())?;
        assert_eq!(edit.station()?, Station::default());
        Err(StoreError::Refused)
    });
    assert_eq!(refused.unwrap_err().code(), "refused");
    assert_eq!(state(&store), before);
    drop(store);
    let store = Store::open(&path, NOW).unwrap();
    assert_eq!(state(&store), before);
    store.verify().unwrap();
}

#[test]
fn what_is_not_there_cannot_be_removed() {
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let id = RecordId::Named(Kind::Licence, "L9".to_owned());
    let error = store
        .transact(&entry("remove", NOW), |edit| edit.remove(&id))
        .unwrap_err();
    assert_eq!(error.code(), "nothing_to_change");
    assert_eq!(error.values()["id"], "L9");
    assert_eq!(store.revision().unwrap(), 1);
}
