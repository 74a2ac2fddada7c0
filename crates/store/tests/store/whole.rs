//! What is put in comes out.

use std::fs;
use std::path::Path;

use arna_domain::Station;
use arna_store::Store;

use crate::fixture::{self, founded};

fn comes_out(station: &Station) {
    let (_folder, path) = founded(station);
    let store = Store::open(&path, fixture::NOW).unwrap();
    assert_eq!(store.station().unwrap(), *station);
    assert_eq!(store.revision().unwrap(), 1);
    store.verify().unwrap();
    let mut bare = station.clone();
    bare.schedule.clear();
    assert_eq!(store.station_without_schedule().unwrap(), bare);
    drop(store);
    let reader = Store::open_to_read(&path).unwrap();
    assert_eq!(reader.station().unwrap(), *station);
    reader.verify().unwrap();
}

#[test]
fn a_station_with_every_field_comes_out_as_it_was_put_in() {
    let station = fixture::station();
    assert!(!station.schedule.is_empty() && !station.pins.is_empty() && !station.quotations.is_empty());
    comes_out(&station);
}

#[test]
fn an_empty_station_comes_out_empty() {
    comes_out(&Station::default());
}

#[test]
fn stations_of_all_sizes_come_out_as_they_were_put_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/planning/instances");
    if !folder.is_dir() {
        eprintln!("skipped: no folder of instances beside the project");
        return;
    }
    let mut seen = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            // Some documents hold what surrounds a station too: those are others' to read.
            comes_out(&fixture::of_document(&path));
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn a_file_that_is_there_is_not_founded_over() {
    let (folder, path) = founded(&fixture::station());
    let before = fixture::files(folder.path());
    let again = Store::create(&path, &Station::default(), &fixture::entry("new_station", fixture::NOW));
    assert_eq!(again.unwrap_err().code(), "file_exists");
    assert_eq!(fixture::files(folder.path()), before);
}

#[test]
fn a_closed_station_is_one_file() {
    let (folder, path) = founded(&fixture::station());
    let names = || -> Vec<_> { fixture::files(folder.path()).into_keys().collect() };
    assert_eq!(names(), std::slice::from_ref(&path));
    let mut store = Store::open(&path, fixture::NOW).unwrap();
    store
        .transact(&fixture::entry("put", fixture::NOW), |edit| {
            edit.remove(&arna_store::RecordId::Named(arna_store::Kind::Licence, "L1".to_owned()))
        })
        .unwrap();
    drop(store);
    assert_eq!(names(), std::slice::from_ref(&path));
    drop(Store::open_to_read(&path).unwrap().station().unwrap());
    assert_eq!(names(), std::slice::from_ref(&path));
}

#[test]
fn where_there_is_no_folder_nothing_is_founded() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nowhere/station.arna");
    let error = Store::create(&path, &Station::default(), &fixture::entry("new_station", fixture::NOW));
    assert_eq!(error.unwrap_err().code(), "file_not_found");
    assert!(fixture::files(folder.path()).is_empty());
}
