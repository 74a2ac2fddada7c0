//! From file to server and back: all of it.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use arna_domain::Station;
use arna_store::shared::{Moved, Standing, copy};
use arna_store::{ChangeKind, Store, verify};
use rusqlite::Connection;

use crate::fixture::{self, NOW, entry, founded};
use crate::server::{Between, OWNER, Server, Shared, Wire, code, place, unheard};

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
    store.share(server.access(OWNER, &database), &unheard).unwrap();
    assert_eq!(store.standing(), Some(Standing::Connected));
    let back = folder.path().join("back.arna");
    copy(&server.access(OWNER, &database), &back, &unheard).unwrap();
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
    assert_eq!(
        code(shared.owner.store.share(access.clone(), &unheard)),
        "shared_already"
    );
    let (_folder, path) = founded(&Station::default());
    let mut other = Store::open(&path, NOW).unwrap();
    let before = shared.rows();
    assert_eq!(code(other.share(access.clone(), &unheard)), "shared_taken");
    assert!(other.attachment().is_none());
    // As where whoever shared it was killed before the file said so.
    shared.owner.store.detach().unwrap();
    assert!(shared.owner.store.attachment().is_none());
    shared.owner.store.share(access, &unheard).unwrap();
    assert_eq!(shared.owner.store.standing(), Some(Standing::Connected));
    assert_eq!(shared.rows(), before);
}

#[test]
fn a_copy_takes_no_files_place_and_one_of_nothing_is_none() {
    let Some(server) = Server::shared() else { return };
    let (folder, path) = founded(&Station::default());
    let before = fixture::files(folder.path());
    let database = server.database();
    assert_eq!(
        code(copy(&server.access(OWNER, &database), &path, &unheard)),
        "file_exists"
    );
    let to = path.with_file_name("none.arna");
    assert_eq!(
        code(copy(&server.access(OWNER, &database), &to, &unheard)),
        "shared_no_station"
    );
    assert_eq!(
        code(copy(&server.access(OWNER, "no_such_database"), &to, &unheard)),
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
        code(store.share(server.access("plain", &database), &unheard)),
        "shared_not_permitted"
    );
    assert!(store.attachment().is_none());
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = 'arna'";
    assert_eq!(server.sql(OWNER, &database, schemas).unwrap(), "0");
}

/// How many stations a database has, as whoever owns it sees it.
fn stations(server: &Server, database: &str) -> String {
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = 'arna'";
    server.sql(OWNER, database, schemas).unwrap()
}

#[test]
fn how_far_it_is_is_told_both_ways_up_to_all_of_it() {
    let Some(server) = Server::shared() else { return };
    let (folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let database = server.database();
    let all = u64::try_from(rows(&path).len()).unwrap();
    let heard = RefCell::new(Vec::new());
    let hear = |moved: Moved| {
        heard.borrow_mut().push(moved);
        ControlFlow::Continue(())
    };
    store.share(server.access(OWNER, &database), &hear).unwrap();
    let there = heard.take();
    let to = folder.path().join("to.arna");
    copy(&server.access(OWNER, &database), &to, &hear).unwrap();
    for way in [there, heard.take()] {
        let done: Vec<u64> = way.iter().map(|one| one.done).collect();
        assert!(way.iter().all(|one| one.total == all) && done.is_sorted(), "{way:?}");
        assert_eq!((done.first(), done.last()), (Some(&0), Some(&all)));
        assert!(done.iter().any(|one| (1..all).contains(one)), "{done:?}");
    }
}

#[test]
fn a_station_that_is_broken_off_on_its_way_is_on_no_server_and_its_file_is_as_it_was() {
    let Some(server) = Server::shared() else { return };
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let database = server.database();
    let access = server.access(OWNER, &database);
    let before = rows(&path);
    let all = u64::try_from(before.len()).unwrap();
    // Before anything went, in the middle, and when every row is there.
    for until in [0, 1, all] {
        let stop = |moved: Moved| match moved.done >= until {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        };
        assert_eq!(code(store.share(access.clone(), &stop)), "shared_broken_off", "{until}");
        assert_eq!(stations(server, &database), "0", "{until}");
        assert!(store.attachment().is_none());
        assert_eq!(rows(&path), before);
    }
    store
        .transact(&entry("put_place", NOW), |edit| edit.put(place("b", 1)))
        .unwrap();
    store.share(access, &unheard).unwrap();
    assert_eq!(store.standing(), Some(Standing::Connected));
    assert_eq!(stations(server, &database), "1");
}

#[test]
fn a_file_stays_as_it_is_while_its_station_is_on_its_way_and_what_did_not_arrive_is_not_there() {
    let Some(server) = Server::shared() else { return };
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let database = server.database();
    let access = server.access(OWNER, &database);
    let edit =
        |store: &mut Store, number| store.transact(&entry("put_place", NOW), |edit| edit.put(place("b", number)));
    edit(&mut store, 1).unwrap();
    let brought = store.set_out().unwrap().bring(access.clone(), &unheard).unwrap();
    assert_eq!(stations(server, &database), "0", "nobody sees it yet");
    assert_eq!(code(edit(&mut store, 2)), "shared_on_its_way");
    assert_eq!(code(store.undo("tester", NOW)), "shared_on_its_way");
    assert_eq!(code(store.set_out()), "shared_on_its_way");
    store.keep_proposal("a plan of this desk's own").unwrap();
    store.station().unwrap();
    // Another file that was opened meanwhile has nothing to do with it.
    let (_other, other) = founded(&fixture::station());
    let mut other = Store::open(&other, NOW).unwrap();
    assert_eq!(code(other.arrive(brought)), "shared_broken_off");
    assert!(other.attachment().is_none());
    assert_eq!(stations(server, &database), "0");
    // Once it is given up the file is written again.
    edit(&mut store, 3).unwrap();
    let brought = store.set_out().unwrap().bring(access, &unheard).unwrap();
    store.arrive(brought).unwrap();
    assert_eq!(stations(server, &database), "1");
    edit(&mut store, 4).unwrap();
}

#[test]
fn a_copy_that_is_broken_off_leaves_no_file() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("to.arna");
    let access = shared.server.access(OWNER, &shared.database);
    let all = Cell::new(0);
    let count = |moved: Moved| {
        all.set(moved.total);
        ControlFlow::Continue(())
    };
    copy(&access, &to, &count).unwrap();
    std::fs::remove_file(&to).unwrap();
    for until in [0, 1, all.get()] {
        let stop = |moved: Moved| match moved.done >= until {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        };
        assert_eq!(code(copy(&access, &to, &stop)), "shared_broken_off", "{until}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{until}");
    }
}

#[test]
fn whoever_breaks_off_waits_for_no_server_that_keeps_silent() {
    let Some(server) = Server::shared() else { return };
    let (_folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let database = server.database();
    let wire = Between::to(server.port);
    let access = wire.over(&server.access(OWNER, &database));
    let silent_since = Cell::new(None::<Instant>);
    let stop = |moved: Moved| {
        if silent_since.get().is_some() {
            return ControlFlow::Break(());
        }
        if moved.done > 0 {
            wire.set(Wire::Dead);
            silent_since.set(Some(Instant::now()));
        }
        ControlFlow::Continue(())
    };
    assert_eq!(code(store.share(access.clone(), &stop)), "shared_broken_off");
    let waited = silent_since.get().unwrap().elapsed();
    assert!(waited < access.patience.whole / 4, "{waited:?}");
    assert!(store.attachment().is_none());
    assert_eq!(stations(server, &database), "0");
}
