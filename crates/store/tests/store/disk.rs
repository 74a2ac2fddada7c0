//! A station's file that others read, write, move or put something in the place of while it is open.

use std::fs;
use std::path::Path;

use arna_domain::PlaceId;
use arna_domain::values;
use arna_store::{OnDisk, Record, Store, StoreError};

use crate::fixture::{self, NOW, entry, founded};

fn put_place(store: &mut Store, name: &str) -> Result<(), StoreError> {
    let mut place = fixture::station().places[0].clone();
    place.id = PlaceId::new(name);
    store.transact(&entry("put_place", NOW), |edit| edit.put(Record::Place(place)))?;
    Ok(())
}

#[test]
fn a_second_window_reads_and_sees_what_the_first_writes() {
    let (_folder, path) = founded(&fixture::station());
    let mut first = Store::open(&path, NOW).unwrap();
    assert_eq!(Store::open(&path, NOW).unwrap_err().code(), "station_locked");
    let mut second = Store::open_to_read(&path).unwrap();
    assert!(second.is_read_only() && !first.is_read_only());
    assert_eq!(second.on_disk().unwrap(), OnDisk::AsItWas);
    put_place(&mut first, "new").unwrap();
    assert_eq!(second.on_disk().unwrap(), OnDisk::Changed);
    assert_eq!(second.on_disk().unwrap(), OnDisk::AsItWas, "told once");
    assert_eq!(second.station().unwrap(), first.station().unwrap());
    // Also where the log grows so long that it is taken into the file.
    for round in 0..400 {
        put_place(&mut first, &format!("p{round}")).unwrap();
    }
    assert_eq!(
        first.on_disk().unwrap(),
        OnDisk::AsItWas,
        "one's own changes are no news"
    );
    assert_eq!(second.on_disk().unwrap(), OnDisk::Changed);
    drop(first);
    assert!(matches!(second.on_disk().unwrap(), OnDisk::AsItWas | OnDisk::Changed));
    let station = second.station().unwrap();
    let refusals = [
        put_place(&mut second, "mine").unwrap_err(),
        second.undo("tester", NOW).unwrap_err(),
        second.keep_proposal("{}").unwrap_err(),
        second.drop_proposal().unwrap_err(),
    ];
    assert!(refusals.iter().all(|one| one.code() == "station_read_only"));
    assert_eq!(second.station().unwrap(), station);
}

#[test]
fn what_another_program_writes_is_seen() {
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other
        .execute(
            "UPDATE record SET body = replace(body, 'KZ', 'CN') WHERE kind = 'place'",
            [],
        )
        .unwrap();
    assert_eq!(store.on_disk().unwrap(), OnDisk::Changed);
    drop(other);
    assert_eq!(store.on_disk().unwrap(), OnDisk::AsItWas);
    put_place(&mut store, "goes-on").unwrap();
}

/// Nothing is written to a file that is not the station's any more, and what is open can be saved elsewhere.
#[track_caller]
fn stays_out(store: &mut Store, path: &Path, found: OnDisk, code: &str) {
    let there = fs::read(path).ok();
    let station = store.station().unwrap();
    for _ in 0..2 {
        assert_eq!(store.on_disk().unwrap(), found);
        assert_eq!(put_place(store, "lost").unwrap_err().code(), code);
        assert_eq!(
            store
                .undo("tester", NOW)
                .map(|_| ())
                .unwrap_or_else(|error| assert_eq!(error.code(), code)),
            ()
        );
    }
    assert_eq!(fs::read(path).ok(), there);
    let copy = path.with_file_name("copy.arna");
    store.save_copy(&copy).unwrap();
    assert_eq!(store.save_copy(&copy).unwrap_err().code(), "file_exists");
    assert_eq!(Store::open(&copy, NOW).unwrap().station().unwrap(), station);
    fs::remove_file(copy).unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_that_is_moved_away_or_replaced_is_written_no_more() {
    let (folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    put_place(&mut store, "kept").unwrap();
    let aside = folder.path().join("aside.arna");
    fs::rename(&path, &aside).unwrap();
    stays_out(&mut store, &path, OnDisk::Gone, "station_gone");
    let (_other_folder, other) = founded(&fixture::station());
    fs::rename(&other, &path).unwrap();
    stays_out(&mut store, &path, OnDisk::Replaced, "station_replaced");
    fs::remove_file(&path).unwrap();
    fs::rename(&aside, &path).unwrap();
    assert_eq!(store.on_disk().unwrap(), OnDisk::AsItWas, "back in its place");
    put_place(&mut store, "more").unwrap();
}

#[test]
fn what_is_written_over_the_file_is_told() {
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let mut longer = fixture::station();
    for number in 0..200 {
        let mut place = longer.places[0].clone();
        place.id = PlaceId::new(format!("place-{number}"));
        longer.places.push(place);
    }
    let (_other_folder, other) = founded(&longer);
    fs::write(&path, fs::read(other).unwrap()).unwrap();
    assert_eq!(store.on_disk().unwrap(), OnDisk::Replaced);
    assert_eq!(put_place(&mut store, "lost").unwrap_err().code(), "station_replaced");
}

#[test]
fn a_change_is_on_the_disk_when_it_is_said_to_be() {
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    put_place(&mut store, "said").unwrap();
    // Whoever reads the files now, as after a power cut, finds it.
    let station = Store::open_to_read(&path).unwrap().station().unwrap();
    assert!(station.places.iter().any(|place| place.id.as_str() == "said"));
}

#[test]
fn in_an_idle_moment_the_file_alone_becomes_the_whole() {
    let (folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    put_place(&mut store, "new").unwrap();
    let copy = folder.path().join("copy.arna");
    store.fold().unwrap();
    fs::copy(&path, &copy).unwrap();
    assert_eq!(
        store.on_disk().unwrap(),
        OnDisk::AsItWas,
        "one's own folding is no news"
    );
    let copied = Store::open_to_read(&copy).unwrap();
    assert_eq!(copied.station().unwrap(), store.station().unwrap());
    assert_eq!(copied.revision().unwrap(), store.revision().unwrap());
    // Also beside a reader, who keeps what it reads in the log until it is done.
    let reader = Store::open_to_read(&path).unwrap();
    put_place(&mut store, "newer").unwrap();
    store.fold().unwrap();
    assert_eq!(reader.station().unwrap(), store.station().unwrap());
}

#[test]
fn a_proposal_longer_than_a_file_holds_is_refused_and_leaves_the_one_before() {
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    store.keep_proposal("{}").unwrap();
    // Zeros take no memory before they are touched.
    let long = String::from_utf8(vec![0; 512 << 20]).unwrap();
    let refused = store.keep_proposal(&long).unwrap_err();
    assert_eq!(
        (refused.code(), refused.values()),
        ("proposal_too_long", values! { "mib" => 512, "most" => 512 })
    );
    assert_eq!(store.proposal().unwrap().as_deref(), Some("{}"));
}
