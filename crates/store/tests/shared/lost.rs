//! A server that goes away: the change is there whole, on both sides, or on neither.

use std::time::{Duration, Instant};

use arna_store::shared::{Access, Patience, Role, Standing};
use arna_store::{Delivery, verify};

use crate::desks::{delivery, revision};
use crate::fixture::{self, NOW};
use crate::server::{Between, Desk, OWNER, Server, Shared, Wire, code, place, unheard};

/// A desk over a wire, that waits two seconds for an answer.
fn over_a_wire(shared: &Shared, name: &str, role: Role) -> (Between, Desk) {
    let login = shared.admit(name, &[role], None);
    let wire = Between::to(shared.server.port);
    let access = Access {
        patience: Patience {
            answer: Duration::from_secs(2),
            ..Patience::default()
        },
        ..wire.over(&shared.server.access(&login, &shared.database))
    };
    let desk = shared.desk_by(&access);
    (wire, desk)
}

#[test]
fn what_the_server_had_no_chance_to_take_is_nowhere() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (wire, mut desk) = over_a_wire(&shared, "aigul", Role::Editor);
    let (before, rows) = (desk.store.station().unwrap(), shared.rows());
    wire.set(Wire::CutBefore);
    let refused = code(desk.act("put_place", |edit| edit.put(place("a", 1))));
    assert_eq!(refused, "shared_unsure");
    assert_eq!((desk.store.station().unwrap(), shared.rows()), (before, rows));
    // Nothing is done until the server is there again, and then all of it.
    assert_eq!(
        code(desk.act("put_place", |edit| edit.put(place("a", 1)))),
        "shared_unreachable"
    );
    wire.set(Wire::Whole);
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    assert_eq!(desk.store.standing(), Some(Standing::Connected));
    assert_eq!(verify(&desk.path()).unwrap().faults, []);
}

#[test]
fn what_the_server_took_comes_though_it_could_not_say_so() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (wire, mut desk) = over_a_wire(&shared, "aigul", Role::Editor);
    let entries = desk.store.revision().unwrap();
    wire.set(Wire::CutAfter);
    assert_eq!(
        code(desk.act("put_place", |edit| edit.put(place("a", 1)))),
        "shared_unsure"
    );
    assert_eq!(desk.store.revision().unwrap(), entries);
    let last = "SELECT max(number) FROM journal";
    assert_eq!(shared.sql(OWNER, last).unwrap(), (entries + 1).to_string());
    wire.set(Wire::Whole);
    let came = desk.store.catch_up().unwrap();
    assert_eq!((came.len(), came[0].op.as_str()), (1, "put_place"));
    assert!(desk.store.next_undo().unwrap().is_some(), "it is one's own");
    // Done again it is none: it is there as it is to be.
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    assert_eq!(verify(&desk.path()).unwrap().faults, []);
}

#[test]
fn what_was_published_stays_published_though_the_server_could_not_say_so() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (wire, mut desk) = over_a_wire(&shared, "aigul", Role::Publisher);
    let first = revision(&desk.login(), "first");
    let (server, database) = (shared.server, shared.database.as_str());
    let noted = || server.sql(OWNER, database, "SELECT count(*) FROM delivery").unwrap();
    // Once with a new revision, once with a file of it alone.
    for (new, count) in [(Some((&first, "first")), "1"), (None, "2")] {
        let (wire, noted) = (&wire, &noted);
        let published = std::thread::scope(|scope| {
            desk.store.publish(new, &[delivery(&first)], || {
                wire.set(Wire::CutAfter);
                scope.spawn(move || {
                    while noted() != count {
                        std::thread::yield_now();
                    }
                    wire.set(Wire::Whole);
                });
                Ok(())
            })
        });
        published.unwrap();
        assert_eq!(noted(), count);
    }
    assert_eq!(shared.sql(OWNER, "SELECT count(*) FROM revision").unwrap(), "1");
    assert_eq!(desk.store.revisions(None).unwrap(), [first]);
    assert_eq!(verify(&desk.path()).unwrap().faults, []);
}

#[test]
fn what_could_not_be_published_by_one_connection_is_by_the_next() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let mut desk = shared.desk(&shared.admit("aigul", &[Role::Publisher], None));
    let (login, first) = (desk.login(), revision(&desk.login(), "first"));
    let end = format!("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '{login}'");
    for (new, count) in [(Some((&first, "first")), "1|1"), (None, "1|2")] {
        let file = Delivery {
            at: NOW + i64::from(new.is_some()),
            ..delivery(&first)
        };
        desk.store
            .publish(new, &[file], || {
                shared.sql(OWNER, &end).unwrap();
                Ok(())
            })
            .unwrap();
        let there = "SELECT (SELECT count(*) FROM revision), (SELECT count(*) FROM delivery)";
        assert_eq!(shared.sql(OWNER, there).unwrap(), count);
    }
}

#[test]
fn a_connection_that_ends_in_between_is_not_even_noticed() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let mut desk = shared.colleague("aigul");
    for number in 0..3 {
        let login = format!("aigul_{}", shared.database);
        let end = format!("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '{login}'");
        shared.sql(OWNER, &end).unwrap();
        desk.act("put_place", |edit| edit.put(place("a", number))).unwrap();
    }
    let there = format!(
        "SELECT count(*) FROM journal WHERE author = 'aigul_{}'",
        shared.database
    );
    assert_eq!(shared.sql(OWNER, &there).unwrap(), "3");
}

#[test]
fn a_wire_that_is_dead_is_told_of_in_time() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let login = shared.admit("aigul", &[Role::Editor], None);
    let wire = Between::to(shared.server.port);
    let access = Access {
        patience: Patience {
            sign_in: Duration::from_secs(2),
            answer: Duration::from_secs(2),
            whole: Duration::from_secs(60),
        },
        ..wire.over(&shared.server.access(&login, &shared.database))
    };
    let mut desk = shared.desk_by(&access);
    let before = desk.store.station().unwrap();
    wire.set(Wire::Dead);
    let begun = Instant::now();
    let refused = code(desk.act("put_place", |edit| edit.put(place("a", 1))));
    // It was waited for an answer, and then whether it would let one in again.
    assert_eq!(refused, "shared_unsure");
    assert!(begun.elapsed() < Duration::from_secs(9), "{:?}", begun.elapsed());
    assert_eq!(desk.store.station().unwrap(), before);
    // Meanwhile it is at hand to work on without.
    desk.store.work_offline().unwrap();
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
}

#[test]
fn a_server_that_was_killed_has_what_it_said_it_has() {
    let Some(mut server) = Server::start() else { return };
    let database = server.database();
    let (folder, path) = fixture::founded(&fixture::station());
    let store = arna_store::Store::open(&path, NOW).unwrap();
    let mut desk = Desk { store, folder };
    desk.store.share(server.access(OWNER, &database), &unheard).unwrap();
    for number in 0..3 {
        desk.act("put_place", |edit| edit.put(place("a", number))).unwrap();
        server.stop();
        let refused = code(desk.act("put_place", |edit| edit.put(place("b", number))));
        assert_eq!(refused, "shared_unreachable");
        server.run_again();
    }
    desk.act("put_place", |edit| edit.put(place("b", 9))).unwrap();
    let entries = server.sql(OWNER, &database, "SELECT count(*) FROM journal").unwrap();
    assert_eq!(entries, "5", "the founding, three, and the last");
    assert_eq!(desk.store.revision().unwrap(), 5);
}

#[test]
fn a_server_that_was_put_back_to_an_earlier_day_is_found_out() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let mut desk = shared.colleague("aigul");
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    let access = shared
        .server
        .access(&format!("aigul_{}", shared.database), &shared.database);
    let path = desk.path();
    drop(desk.store);
    shared
        .sql(
            OWNER,
            "ALTER TABLE journal DISABLE TRIGGER USER; ALTER TABLE journal_change DISABLE TRIGGER USER;
             DELETE FROM journal_change WHERE number = 2; DELETE FROM journal WHERE number = 2;
             UPDATE station SET last = 1",
        )
        .unwrap();
    let mut store = arna_store::Store::open(&path, NOW).unwrap();
    assert_eq!(code(store.connect(access.password, access.patience)), "shared_diverged");
    assert!(
        store
            .station()
            .unwrap()
            .places
            .iter()
            .any(|place| place.id.as_str() == "a"),
        "the copy has it still"
    );
}
