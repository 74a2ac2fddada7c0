//! An entry of whoever does not know yet what others did meanwhile.

use arna_store::shared::Manner;
use arna_store::{Change, Edit, StoreError, verify};

use crate::fixture::{self, NOW, airing, entry};
use crate::server::{Between, Desk, OWNER, Shared, Wire, place};

const HALF_HOUR: i64 = 1_800_000;

/// Airs something on a channel in a half hour.
fn air(channel: &'static str, slot: i64) -> impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError> {
    move |edit| {
        let at = NOW + slot * HALF_HOUR;
        edit.replace_airings(&[channel.into()], at, at + HALF_HOUR, vec![airing(channel, slot)])
    }
}

/// Does something once; none where it came too late.
fn once(desk: &mut Desk, op: &str, change: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>) -> Option<Change> {
    match desk.store.transact(&entry(op, NOW), change) {
        Ok(((), change)) => Some(change),
        Err(StoreError::KeptAside { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

#[track_caller]
fn same(one: &Desk, other: &Desk) {
    assert_eq!(one.store.station().unwrap(), other.store.station().unwrap());
    assert_eq!(one.store.log(None, 500).unwrap(), other.store.log(None, 500).unwrap());
    for desk in [one, other] {
        assert_eq!(verify(&desk.path()).unwrap().faults, []);
    }
}

#[test]
fn airings_of_different_channels_go_together_at_the_first_try() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    let hers = [1, 2].map(|slot| once(&mut aigul, "move_airing", air("new.kz", slot)).unwrap());
    let his = once(&mut bolat, "move_airing", air("khabar.kz", 1)).unwrap();
    assert_eq!(his.number, hers[1].number + 1);
    assert_eq!(bolat.store.take_came(), hers, "what came with it is told");
    assert_eq!(bolat.store.take_came(), []);
    assert_eq!(bolat.store.next_undo().unwrap().unwrap(), his);
    aigul.store.catch_up().unwrap();
    same(&aigul, &bolat);
}

#[test]
fn what_might_not_go_together_is_looked_at_by_its_desk() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    type Act = Box<dyn FnOnce(&mut Edit<'_>) -> Result<(), StoreError>>;
    let same_channel: [Act; 2] = [Box::new(air("new.kz", 1)), Box::new(air("new.kz", 2))];
    let record_first: [Act; 2] = [Box::new(|edit| edit.put(place("a", 1))), Box::new(air("khabar.kz", 1))];
    let record_after: [Act; 2] = [Box::new(air("new.kz", 3)), Box::new(|edit| edit.put(place("b", 1)))];
    let both: [Act; 2] = [
        Box::new(air("new.kz", 4)),
        Box::new(|edit| {
            air("khabar.kz", 5)(edit)?;
            edit.put(place("c", 1))
        }),
    ];
    for [hers, his] in [same_channel, record_first, record_after, both] {
        let hers = once(&mut aigul, "x", hers).unwrap();
        assert_eq!(once(&mut bolat, "y", his), None);
        // The refusal brought what was missed.
        assert_eq!(bolat.store.take_came(), std::slice::from_ref(&hers));
        assert_eq!(bolat.store.revision().unwrap(), hers.number);
        let mut looked = 0;
        let done = bolat.store.again(1, Manner::IfAsItWas, |edit| {
            looked += 1;
            assert_eq!(edit.base()?, hers.number);
            Ok(())
        });
        assert_eq!((done.unwrap().unwrap().number, looked), (hers.number + 1, 1));
        aigul.store.catch_up().unwrap();
        same(&aigul, &bolat);
    }
}

#[test]
fn whoever_missed_much_gets_it_piece_by_piece() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    for slot in 0..450 {
        once(&mut aigul, "move_airing", air("new.kz", slot)).unwrap();
    }
    // Too many at once to go together, though they could.
    let done = bolat.act("move_airing", air("khabar.kz", 1)).unwrap();
    assert_eq!(done.number, aigul.store.revision().unwrap() + 1);
    assert_eq!(bolat.store.take_came().len(), 450);
    aigul.store.catch_up().unwrap();
    same(&aigul, &bolat);
}

#[test]
fn an_entry_that_no_desk_can_read_is_named_and_desks_stay_before_it() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    let first = once(&mut aigul, "put_place", |edit| edit.put(place("a", 1))).unwrap();
    let second = once(&mut aigul, "put_place", |edit| edit.put(place("b", 1))).unwrap();
    // As only who owns the server can do it.
    let spoil = |to: &str| {
        let sql = format!(
            "BEGIN; ALTER TABLE journal_change DISABLE TRIGGER USER;
             UPDATE journal_change SET body_after = {to} WHERE number = {};
             ALTER TABLE journal_change ENABLE TRIGGER USER; COMMIT",
            second.number
        );
        shared.sql(OWNER, &sql).unwrap();
    };
    spoil("replace(body_after, '\"name\"', '\"nom\"')");
    let refused = bolat.store.catch_up().unwrap_err();
    assert_eq!(refused.code(), "shared_unreadable");
    let values = refused.values();
    assert_eq!(
        (values["number"].clone(), values["author"].clone()),
        (second.number.into(), second.author.into())
    );
    assert!(values["why"].as_str().unwrap().starts_with("place b: "), "{values:?}");
    assert_eq!(bolat.store.take_came(), [first], "what came before it is there");
    assert_eq!(verify(&bolat.path()).unwrap().faults, []);
    let before = shared.rows();
    let put = |edit: &mut Edit<'_>| edit.put(place("c", 1));
    assert_eq!(
        bolat.store.transact(&entry("put_place", NOW), put).unwrap_err().code(),
        "shared_unreadable"
    );
    assert_eq!(shared.rows(), before);
    bolat.store.work_offline().unwrap();
    bolat.store.transact(&entry("put_place", NOW), put).unwrap();
    spoil("replace(body_after, '\"nom\"', '\"name\"')");
    bolat.store.rejoin(NOW).unwrap();
    bolat.store.again(1, Manner::IfAsItWas, |_| Ok(())).unwrap().unwrap();
    aigul.store.catch_up().unwrap();
    assert_eq!(aigul.store.station().unwrap(), bolat.store.station().unwrap());
}

#[test]
fn an_entry_that_was_taken_after_others_and_could_not_be_told_of_is_found() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let mut aigul = shared.colleague("aigul");
    let login = shared.admit("bolat", &[arna_store::shared::Role::Planner], None);
    let wire = Between::to(shared.server.port);
    let mut bolat = shared.desk_by(&wire.over(&shared.server.access(&login, &shared.database)));
    let hers = once(&mut aigul, "move_airing", air("new.kz", 1)).unwrap();
    wire.set(Wire::CutAfter);
    let trying = std::thread::spawn(move || {
        let done = once(&mut bolat, "move_airing", air("khabar.kz", 1));
        (bolat, done)
    });
    let entries = format!("SELECT count(*) FROM journal WHERE author = '{login}'");
    while shared.sql(OWNER, &entries).unwrap() == "0" {}
    // It has it; the answer is gone, and the connection ends. Another is let in.
    wire.set(Wire::Whole);
    let end = format!("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = '{login}'");
    shared.sql(OWNER, &end).unwrap();
    let (mut bolat, done) = trying.join().unwrap();
    assert_eq!(done.unwrap().number, hers.number + 1);
    assert_eq!(bolat.store.take_came(), [hers]);
    assert_eq!(shared.sql(OWNER, &entries).unwrap(), "1", "once");
    aigul.store.catch_up().unwrap();
    same(&aigul, &bolat);
}
