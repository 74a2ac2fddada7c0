//! From file to server and back: all of it.

use std::path::Path;

use arna_domain::Station;
use arna_store::shared::{Standing, copy};
use arna_store::{ChangeKind, Store, verify};
use rusqlite::Connection;

use crate::fixture::{self, NOW, entry, founded};
use crate::server::{OWNER, Server, Shared, code, place};

/// Every row of every table that server and desks have alike.
fn rows(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).unwrap();
    let mut all = Vec::new();
    for table in ["record", "airing", "journal", "journal_change", "revision", "delivery"] {
        let mut select = connection
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2, 3"))
            .unwrap();
        let count = select.column_count();
        let mut found = select.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<_> = (0..count).map(|at| row.get_ref(at).unwrap().to_owned_value()).collect();
            all.push(format!("{table} {values:?}"));
        }
    }
    all
}

trait Owned {
    fn to_owned_value(&self) -> rusqlite::types::Value;
}

impl Owned for rusqlite::types::ValueRef<'_> {
    fn to_owned_value(&self) -> rusqlite::types::Value {
        (*self).try_into().unwrap()
    }
}

#[test]
fn a_station_comes_back_from_the_server_as_it_went() {
    let Some(server) = Server::shared() else { return };
    let (folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    // A past with all there is: done, undone, done again, and dropped.
    store
        .transact(&entry("put_place", NOW), |edit| edit.put(place("almaty-2", 1)))
        .unwrap();
    store
        .transact(&entry("clear", NOW), |edit| edit.replace_station(&Station::default()))
        .unwrap();
    store.undo("tester", NOW).unwrap();
    store.redo("tester", NOW).unwrap();
    store.undo("tester", NOW).unwrap();
    let revision = arna_store::Revision::after(
        None,
        &"khabar.kz".into(),
        arna_domain::DateRange::new(arna_domain::BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap(),
        "\"content\" — құпия 内容\u{1}",
        ("Ainur \"A\"\n", NOW),
    );
    store
        .publish(Some((&revision, "\"content\" — құпия 内容\u{1}")), &[], || {
            Ok(())
        })
        .unwrap();
    let (before, journal) = (store.station().unwrap(), store.log(None, 100).unwrap());
    let database = server.database();
    store.share(server.access(OWNER, &database)).unwrap();
    assert_eq!(store.standing(), Some(Standing::Connected));
    let back = folder.path().join("back.arna");
    copy(&server.access(OWNER, &database), &back).unwrap();
    drop(store);
    assert_eq!(rows(&back), rows(&path));
    let again = Store::open(&back, NOW).unwrap();
    assert_eq!(again.station().unwrap(), before);
    assert_eq!(again.log(None, 100).unwrap(), journal);
    assert!(
        journal
            .iter()
            .any(|entry| matches!(entry.kind, ChangeKind::Undo { .. }))
    );
    drop(again);
    assert_eq!(verify(&back).unwrap().faults, []);
}

#[test]
fn where_a_station_is_no_other_goes_and_the_same_is_known_again() {
    let Some(mut shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let access = shared.server.access(OWNER, &shared.database);
    assert_eq!(code(shared.owner.store.share(access.clone())), "shared_already");
    let (_folder, path) = founded(&Station::default());
    let mut other = Store::open(&path, NOW).unwrap();
    let before = shared.rows();
    assert_eq!(code(other.share(access.clone())), "shared_taken");
    assert!(other.attachment().is_none());
    // As where whoever shared it was killed before the file said so.
    shared.owner.store.detach().unwrap();
    assert!(shared.owner.store.attachment().is_none());
    shared.owner.store.share(access).unwrap();
    assert_eq!(shared.owner.store.standing(), Some(Standing::Connected));
    assert_eq!(shared.rows(), before);
}

#[test]
fn a_copy_takes_no_files_place_and_one_of_nothing_is_none() {
    let Some(server) = Server::shared() else { return };
    let (folder, path) = founded(&Station::default());
    let before = fixture::files(folder.path());
    let database = server.database();
    assert_eq!(code(copy(&server.access(OWNER, &database), &path)), "file_exists");
    let to = path.with_file_name("none.arna");
    assert_eq!(code(copy(&server.access(OWNER, &database), &to)), "shared_no_station");
    assert_eq!(
        code(copy(&server.access(OWNER, "no_such_database"), &to)),
        "shared_no_station"
    );
    assert_eq!(fixture::files(folder.path()), before);
}

#[test]
fn whoever_may_not_make_a_station_on_the_server_leaves_nothing_there() {
    let Some(server) = Server::shared() else { return };
    let database = server.database();
    server
        .sql(OWNER, &database, "CREATE ROLE plain LOGIN PASSWORD 'plain-secret'")
        .unwrap();
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    assert_eq!(
        code(store.share(server.access("plain", &database))),
        "shared_not_permitted"
    );
    assert!(store.attachment().is_none());
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = 'arna'";
    assert_eq!(server.sql(OWNER, &database, schemas).unwrap(), "0");
}
