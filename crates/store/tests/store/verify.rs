//! Looking a file through: what is wrong is named, and nothing is changed.

use std::fs;
use std::path::Path;

use arna_domain::PlaceId;
use arna_store::{Fault, Record, Store, verify};

use crate::fixture::{self, NOW, airing, entry, files, founded};

fn faults(path: &Path) -> Vec<Fault> {
    verify(path).unwrap().faults
}

fn put_place(store: &mut Store, name: &str) {
    let mut place = fixture::station().places[0].clone();
    place.id = PlaceId::new(name);
    store
        .transact(&entry("put_place", NOW), |edit| edit.put(Record::Place(place)))
        .unwrap();
}

/// A station with a past: records put, airings replaced, something undone and done again.
fn lived_in(path: &Path) {
    let mut store = Store::open(path, NOW).unwrap();
    put_place(&mut store, "one");
    let airings: Vec<_> = (0..50).map(|number| airing("khabar.kz", number)).collect();
    let channel = airings[0].channel.clone();
    store
        .transact(&entry("accept_plan", NOW), |edit| {
            edit.replace_airings(std::slice::from_ref(&channel), NOW, NOW + 9 * fixture::DAY, airings)
        })
        .unwrap();
    put_place(&mut store, "two");
    store.undo("tester", NOW).unwrap();
    store.undo("tester", NOW).unwrap();
    store.redo("tester", NOW).unwrap();
    store.keep_proposal("{}").unwrap();
}

/// Changes a closed station with other tools, around what its triggers and constraints keep.
fn tampered(path: &Path, sql: &str) -> Vec<Fault> {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    connection
        .pragma_update(None, "ignore_check_constraints", true)
        .unwrap();
    connection.execute_batch(sql).unwrap();
    drop(connection);
    faults(path)
}

#[test]
fn a_sound_station_has_no_fault_and_is_not_touched() {
    let (folder, path) = founded(&fixture::station());
    lived_in(&path);
    let before = files(folder.path());
    let verified = verify(&path).unwrap();
    assert_eq!(verified.faults, []);
    assert_eq!(verified.entries, Some(7));
    assert_eq!(verified.proposal.as_deref(), Some("{}"));
    assert_eq!(
        verified.station,
        Some(Store::open_to_read(&path).unwrap().station().unwrap())
    );
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_station_that_is_being_written_is_looked_through_as_of_one_moment() {
    let (_folder, path) = founded(&fixture::station());
    let mut writer = Store::open(&path, NOW).unwrap();
    put_place(&mut writer, "one");
    let before = fs::read(&path).unwrap();
    let log = fs::read(path.with_extension("arna-wal")).unwrap();
    assert_eq!(faults(&path), []);
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read(path.with_extension("arna-wal")).unwrap(), log);
    put_place(&mut writer, "two");
    assert_eq!(verify(&path).unwrap().entries, Some(3));
}

#[test]
fn a_log_that_a_killed_writer_left_stays_as_it_is() {
    let (folder, path) = founded(&fixture::station());
    let mut writer = Store::open(&path, NOW).unwrap();
    put_place(&mut writer, "one");
    let killed = tempfile::tempdir().unwrap();
    for name in ["station.arna", "station.arna-wal"] {
        fs::copy(folder.path().join(name), killed.path().join(name)).unwrap();
    }
    let path = killed.path().join("station.arna");
    let (file, log) = (
        fs::read(&path).unwrap(),
        fs::read(path.with_extension("arna-wal")).unwrap(),
    );
    let verified = verify(&path).unwrap();
    assert_eq!((verified.faults, verified.entries), (Vec::new(), Some(2)));
    assert_eq!(fs::read(&path).unwrap(), file);
    assert_eq!(fs::read(path.with_extension("arna-wal")).unwrap(), log);
}

/// Each fault that other tools can make, by the code that names it.
#[test]
fn what_was_changed_with_other_tools_is_named() {
    let cases = [
        (
            "UPDATE record SET body = '{' WHERE kind = 'place' AND position = 0",
            "record",
        ),
        ("UPDATE record SET kind = 'plaec' WHERE kind = 'place'", "record"),
        (
            "UPDATE record SET id = 'other' WHERE kind = 'place' AND position = 0",
            "record",
        ),
        ("UPDATE airing SET date = '2024-02-30' WHERE turn = 0", "airing"),
        ("UPDATE airing SET end_ms = start_ms", "pages"),
        ("DELETE FROM journal WHERE number = 3", "journal_hole"),
        ("DELETE FROM journal WHERE number = 3", "dangling"),
        ("DELETE FROM journal; DELETE FROM journal_change", "journal_hole"),
        ("UPDATE journal SET args = '[' WHERE number = 2", "journal_entry"),
        (
            "UPDATE journal_change SET body_before = '[' WHERE number = 3",
            "journal_entry",
        ),
        (
            "UPDATE journal_change SET from_ms = NULL WHERE number = 3",
            "journal_entry",
        ),
        ("UPDATE journal SET of_number = 9 WHERE number = 5", "journal_order"),
        (
            "UPDATE record SET body = replace(body, 'KZ', 'CN') WHERE id = 'one'",
            "past",
        ),
        (
            "DELETE FROM airing WHERE channel = 'khabar.kz' AND start_ms = 1719792000000",
            "past",
        ),
        (
            "UPDATE airing SET licence = 'L2' WHERE channel = 'khabar.kz' AND start_ms = 1719792000000",
            "past",
        ),
        (
            "UPDATE record SET body = replace(body, '2024', '2025') WHERE kind = 'licence'",
            "founding",
        ),
        (
            "UPDATE journal_change SET body_before = '[]' WHERE number = 3",
            "founding",
        ),
        ("DROP TABLE airing", "unreadable"),
        ("INSERT INTO scenario VALUES ('B', 'tomorrow', 1, 1, '')", "scenario"),
    ];
    for (sql, code) in cases {
        let (_folder, path) = founded(&fixture::station());
        lived_in(&path);
        let found = tampered(&path, sql);
        assert!(found.iter().any(|fault| fault.code == code), "{sql}: {found:?}");
        assert!(Store::open_to_read(&path).unwrap().verify().is_err(), "{sql}");
    }
}

#[test]
fn a_station_cut_short_is_a_fault_and_what_is_no_station_a_refusal() {
    let (folder, path) = founded(&fixture::station());
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let found = faults(&path);
    assert_eq!(found[0].code, "file");
    assert_eq!(found[0].remedy().as_str(), "salvage");
    let other = folder.path().join("other.arna");
    fs::write(&other, "Dear diary").unwrap();
    assert_eq!(verify(&other).unwrap_err().code(), "not_a_station");
}

#[test]
fn a_station_of_an_older_form_is_looked_through_in_it() {
    let (_folder, path) = founded(&fixture::station());
    let found = tampered(
        &path,
        "DROP TABLE aside; DROP TABLE shared; DROP TABLE delivery; DROP TABLE revision; DROP TABLE scenario; PRAGMA user_version = 1",
    );
    assert_eq!(found, []);
}
