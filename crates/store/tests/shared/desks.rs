//! Two desks at one station.

use std::sync::mpsc;

use arna_domain::{BroadcastDate, ChannelId, DateRange};
use arna_store::shared::{Bell, Standing, prove};
use arna_store::{ChangeKind, Delivery, Revision, verify};

use crate::fixture::{self, NOW, airing, entry};
use crate::server::{OWNER, PATIENCE, Shared, code, place};

const HALF_HOUR: i64 = 1_800_000;

#[test]
fn what_two_do_to_different_things_is_there_on_both() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    for number in 0..5 {
        aigul.act("put_place", |edit| edit.put(place("a", number))).unwrap();
        // Bolat does not know of it yet.
        bolat.act("put_place", |edit| edit.put(place("b", number))).unwrap();
        bolat
            .act("accept_plan", |edit| {
                let at = NOW + i64::from(number) * HALF_HOUR;
                edit.replace_airings(
                    &["new.kz".into()],
                    at,
                    at + HALF_HOUR,
                    vec![airing("new.kz", number.into())],
                )
            })
            .unwrap();
    }
    aigul.store.catch_up().unwrap();
    assert_eq!(aigul.store.station().unwrap(), bolat.store.station().unwrap());
    assert_eq!(aigul.store.log(None, 100).unwrap(), bolat.store.log(None, 100).unwrap());
    let log = aigul.store.log(None, 1).unwrap();
    assert_eq!(
        log[0].author,
        shared_login(&shared, "bolat"),
        "whoever signs in is the author"
    );
    assert!(log[0].kind == ChangeKind::Do);
    assert_eq!(verify(&aigul.path()).unwrap().faults, []);
    let again = shared.desk(&shared_login(&shared, "aigul"));
    assert_eq!(
        again.store.station().unwrap(),
        bolat.store.station().unwrap(),
        "the server has the same"
    );
}

fn shared_login(shared: &Shared, name: &str) -> String {
    format!("{name}_{}", shared.database)
}

#[test]
fn others_are_heard_of_without_asking() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    while aigul.store.has_news() {}
    bolat.act("put_place", |edit| edit.put(place("b", 1))).unwrap();
    while !aigul.store.has_news() {
        std::thread::yield_now();
    }
    let came = aigul.store.catch_up().unwrap();
    assert_eq!(came.len(), 1);
    assert_eq!(came[0], bolat.store.log(None, 1).unwrap()[0]);
    let present = aigul.store.present().unwrap();
    assert!(present.contains(&shared_login(&shared, "aigul")) && present.contains(&shared_login(&shared, "bolat")));
    // It is asked while the desk does something else, too.
    let presence = aigul.store.presence().unwrap();
    let asked = std::thread::spawn(move || presence.names());
    aigul.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    assert_eq!(asked.join().unwrap().unwrap(), present);
    bolat.store.work_offline().unwrap();
    assert!(bolat.store.presence().is_none());
    while aigul.store.present().unwrap().contains(&shared_login(&shared, "bolat")) {
        std::thread::yield_now();
    }
}

/// A desk's bell, and what is told by it.
fn heard(desk: &mut crate::server::Desk) -> mpsc::Receiver<()> {
    let (tell, told) = mpsc::channel();
    // Whoever listens no more is told nothing.
    desk.store.hear(Bell::new(move || tell.send(()).unwrap_or_default()));
    told
}

#[test]
fn a_bell_rings_when_others_did_something_and_when_the_server_goes_or_is_there_again() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    let bell = heard(&mut aigul);
    bolat.act("put_place", |edit| edit.put(place("b", 1))).unwrap();
    bell.recv_timeout(PATIENCE.answer).unwrap();
    assert!(aigul.store.has_news());
    assert_eq!(aigul.store.catch_up().unwrap().len(), 1);
    // The server ends the connection.
    let login = shared_login(&shared, "aigul");
    while bell.try_recv().is_ok() {}
    let end = format!("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '{login}'");
    assert_eq!(shared.sql(OWNER, &end).unwrap(), "1");
    bell.recv_timeout(PATIENCE.answer).unwrap();
    assert!(matches!(aigul.store.standing(), Some(Standing::Apart { .. })));
    // Nobody waits for a connection that is opened beside.
    let access = shared.server.access(&login, &shared.database);
    while bell.try_recv().is_ok() {}
    aigul.store.sign_in_beside(access.password, access.patience).unwrap();
    assert!(aigul.store.is_connecting());
    bell.recv_timeout(PATIENCE.answer).unwrap();
    assert!(aigul.store.has_news(), "what others did meanwhile is not told of again");
    assert_eq!(aigul.store.standing(), Some(Standing::Connected));
    bolat.act("put_place", |edit| edit.put(place("b", 2))).unwrap();
    bell.recv_timeout(PATIENCE.answer).unwrap();
    // A password that is none is told as such, and proved without the desk.
    let mut wrong = shared.server.access(&login, &shared.database);
    wrong.password = arna_store::shared::Password::new("not-it");
    assert_eq!(prove(&wrong).unwrap_err().code(), "shared_password");
    prove(&shared.server.access(&login, &shared.database)).unwrap();
}

#[test]
fn everyone_undoes_his_own_and_is_told_who_stands_in_the_way() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    let first = aigul.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    let second = aigul.act("put_place", |edit| edit.put(place("c", 2))).unwrap();
    bolat.store.catch_up().unwrap();
    assert_eq!(bolat.store.next_undo().unwrap(), None, "nothing of it is Bolat's");
    let theirs = bolat.act("put_place", |edit| edit.put(place("a", 9))).unwrap();
    assert_eq!(bolat.store.next_undo().unwrap().unwrap().number, theirs.number);
    aigul.store.catch_up().unwrap();
    // The last of her own goes, whatever came since; then the one before is in the way of nobody but Bolat.
    assert_eq!(aigul.store.next_undo().unwrap().unwrap().number, second.number);
    undo(&mut aigul);
    assert_eq!(aigul.store.next_undo().unwrap().unwrap().number, first.number);
    let refused = aigul
        .store
        .transact(&entry("revert", NOW), |edit| edit.revert(first.number).map(drop));
    let refused = refused.unwrap_err();
    assert_eq!(refused.code(), "touched_since");
    assert_eq!(refused.values()["by"], theirs.number);
    assert_eq!(refused.values()["author"], shared_login(&shared, "bolat"));
    // What she undid she does again, until she does something else.
    let redo = aigul.store.next_redo().unwrap().unwrap();
    let args = arna_domain::values! { "number" => redo.number, "by" => "redo" };
    let mut again = entry("revert", NOW);
    again.args = args;
    aigul
        .store
        .transact(&again, |edit| edit.revert(redo.number).map(drop))
        .unwrap();
    assert_eq!(aigul.store.next_redo().unwrap(), None);
    assert!(
        aigul
            .store
            .station()
            .unwrap()
            .places
            .iter()
            .any(|place| place.id.as_str() == "c")
    );
    undo(&mut aigul);
    aigul.act("put_place", |edit| edit.put(place("d", 2))).unwrap();
    assert_eq!(aigul.store.next_redo().unwrap(), None);
}

/// As the application undoes.
fn undo(desk: &mut crate::server::Desk) {
    let last = desk.store.next_undo().unwrap().unwrap();
    let mut back = entry("revert", NOW);
    back.args = arna_domain::values! { "number" => last.number, "by" => "undo" };
    desk.store
        .transact(&back, |edit| edit.revert(last.number).map(drop))
        .unwrap();
}

/// A channel's first revision.
pub fn revision(author: &str, content: &str) -> Revision {
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap();
    Revision::after(None, &ChannelId::new("khabar.kz"), range, content, (author, NOW))
}

/// A file of a revision that was handed out.
pub fn delivery(of: &Revision) -> Delivery {
    Delivery {
        channel: of.channel.clone(),
        revision: of.number,
        receiver: "traffic".to_owned(),
        form: "bxf".to_owned(),
        place: "a.xml".to_owned(),
        bytes: 7,
        sha256: arna_store::sha256(b"content"),
        author: String::new(),
        at: NOW,
    }
}

#[test]
fn one_revision_is_published_by_one_desk_and_comes_to_all() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    let hers = revision(&shared_login(&shared, "aigul"), "first");
    let refused = aigul.store.publish(Some((&hers, "first")), &[delivery(&hers)], || {
        Err(arna_store::StoreError::Refused)
    });
    assert_eq!(code(refused), "refused");
    assert_eq!(aigul.store.revisions(None).unwrap(), []);
    aigul
        .store
        .publish(Some((&hers, "first")), &[delivery(&hers)], || Ok(()))
        .unwrap();
    assert_eq!(aigul.store.revisions(None).unwrap(), std::slice::from_ref(&hers));
    let his = revision(&shared_login(&shared, "bolat"), "other");
    let refused = bolat.store.publish(Some((&his, "other")), &[delivery(&his)], || {
        panic!("nothing is handed out")
    });
    assert_eq!(code(refused), "shared_published_meanwhile");
    bolat.store.catch_up().unwrap();
    assert_eq!(bolat.store.revisions(None).unwrap(), [hers]);
    assert_eq!(
        bolat
            .store
            .content_of(&ChannelId::new("khabar.kz"), 1)
            .unwrap()
            .as_deref(),
        Some("first")
    );
    assert_eq!(
        bolat.store.deliveries(None, 10).unwrap(),
        aigul.store.deliveries(None, 10).unwrap()
    );
    assert_eq!(
        bolat.store.deliveries(None, 10).unwrap()[0].author,
        shared_login(&shared, "aigul")
    );
    bolat.store.work_offline().unwrap();
    let refused = bolat.store.publish(Some((&his, "other")), &[], || Ok(()));
    assert_eq!(code(refused), "shared_offline");
}

#[test]
fn a_copy_that_is_not_connected_changes_nothing() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let desk = shared.colleague("aigul");
    let path = desk.path();
    drop(desk.store);
    let mut store = arna_store::Store::open(&path, NOW).unwrap();
    let before = store.station().unwrap();
    let Some(Standing::Apart { why }) = store.standing() else {
        panic!()
    };
    assert_eq!(why.code(), "shared_no_password");
    let put = |edit: &mut arna_store::Edit<'_>| edit.put(place("a", 1));
    assert_eq!(
        code(store.transact(&entry("put_place", NOW), put)),
        "shared_no_password"
    );
    assert_eq!(store.station().unwrap(), before);
    assert_eq!(store.log(None, 10).unwrap().len(), 1);
}
