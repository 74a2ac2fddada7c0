//! Working without the server, and coming back.

use arna_domain::values;
use arna_store::shared::{AsideState, Manner, SharedError, Standing};
use arna_store::{Change, Entry, StoreError, backups, verify};

use crate::fixture::{self, DAY, NOW, entry};
use crate::server::{Desk, Shared, code, place};

/// Comes back and does again what can be done again: what was done, and what is to be decided.
fn come_back(desk: &mut Desk) -> (Vec<Change>, Vec<i64>) {
    let (mut done, mut undecided) = (Vec::new(), Vec::new());
    for number in desk.store.rejoin(NOW + DAY).unwrap() {
        match desk.store.again(number, Manner::IfAsItWas, |_| Ok(())) {
            Ok(change) => done.extend(change),
            Err(StoreError::Shared(error)) => match *error {
                SharedError::Conflict(_) | SharedError::NotPermitted { .. } => undecided.push(number),
                other => panic!("{other}"),
            },
            Err(other) => panic!("{other}"),
        }
    }
    (done, undecided)
}

#[test]
fn what_was_done_without_the_server_comes_to_it_in_order() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    let since = bolat.store.revision().unwrap();
    bolat.store.work_offline().unwrap();
    assert_eq!(bolat.store.standing(), Some(Standing::Offline { since }));
    assert_eq!(code(bolat.store.work_offline()), "shared_offline");
    assert_eq!(code(bolat.store.catch_up()), "shared_offline");
    for number in 0..3 {
        bolat.act("put_place", |edit| edit.put(place("b", number))).unwrap();
        aigul.act("put_place", |edit| edit.put(place("a", number))).unwrap();
    }
    let own = bolat.store.next_undo().unwrap().unwrap();
    let undo = Entry {
        args: values! { "number" => own.number, "by" => "undo" },
        ..entry("revert", NOW)
    };
    bolat
        .store
        .transact(&undo, |edit| edit.revert(own.number).map(drop))
        .unwrap();
    // It stays so however often the file is opened.
    let path = bolat.path();
    let access = shared
        .server
        .access(&format!("bolat_{}", shared.database), &shared.database);
    drop(bolat.store);
    bolat.store = arna_store::Store::open(&path, NOW).unwrap();
    bolat.store.connect(access.password, access.patience).unwrap();
    assert_eq!(bolat.store.standing(), Some(Standing::Offline { since }));
    let (done, undecided) = come_back(&mut bolat);
    assert_eq!((done.len(), undecided.len()), (4, 0));
    // What it undid is called otherwise now, and undo goes on before it.
    assert_eq!(done[3].args["number"], done[2].number);
    assert_eq!(bolat.store.next_undo().unwrap().unwrap().number, done[1].number);
    assert!(
        done.iter()
            .all(|entry| entry.author == format!("bolat_{}", shared.database))
    );
    assert_eq!(bolat.store.standing(), Some(Standing::Connected));
    assert_eq!(code(bolat.store.rejoin(NOW)), "shared_online");
    aigul.store.catch_up().unwrap();
    assert_eq!(aigul.store.station().unwrap(), bolat.store.station().unwrap());
    assert_eq!(aigul.store.log(None, 100).unwrap(), bolat.store.log(None, 100).unwrap());
    drop(bolat.store);
    assert_eq!(verify(&path).unwrap().faults, []);
    assert!(!backups(&path).unwrap().is_empty(), "the file was backed up before");
}

#[test]
fn what_both_changed_meanwhile_is_a_choice_each_and_the_rest_comes() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    aigul.act("put_place", |edit| edit.put(place("a", 0))).unwrap();
    bolat.store.catch_up().unwrap();
    bolat.store.work_offline().unwrap();
    bolat.act("put_place", |edit| edit.put(place("a", 10))).unwrap();
    bolat.act("put_place", |edit| edit.put(place("b", 11))).unwrap();
    // It follows from the first.
    bolat.act("put_place", |edit| edit.put(place("a", 12))).unwrap();
    let hers = aigul.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    let (done, undecided) = come_back(&mut bolat);
    assert_eq!((done.len(), undecided.len()), (1, 2));
    let latitude = |desk: &Desk, id: &str| {
        let station = desk.store.station().unwrap();
        let place = station.places.into_iter().find(|place| place.id.as_str() == id);
        place.unwrap().latitude_udeg
    };
    assert_eq!((latitude(&bolat, "a"), latitude(&bolat, "b")), (Some(1), Some(11)));
    let why = bolat.store.aside().unwrap()[0].why.clone().unwrap();
    assert_eq!((why.by, why.author), (hers.number, hers.author));
    // The first is left, the last is put on top.
    bolat.store.leave(undecided[0]).unwrap();
    bolat.store.again(undecided[1], Manner::OnTop, |_| Ok(())).unwrap();
    assert_eq!(latitude(&bolat, "a"), Some(12));
    let states: Vec<AsideState> = bolat.store.aside().unwrap().iter().map(|one| one.state).collect();
    assert_eq!(states, [AsideState::Left, AsideState::Done, AsideState::Done]);
    aigul.store.catch_up().unwrap();
    assert_eq!(aigul.store.station().unwrap(), bolat.store.station().unwrap());
}

#[test]
fn what_one_may_not_do_is_not_lost_when_the_server_refuses_it() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let login = shared.admit("viewer", &[arna_store::shared::Role::Viewer], None);
    let mut desk = shared.desk(&login);
    let before = shared.rows();
    desk.store.work_offline().unwrap();
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    let (done, undecided) = come_back(&mut desk);
    assert_eq!((done.len(), undecided.len()), (0, 1));
    let kept = desk.store.aside().unwrap();
    assert_eq!(
        (kept[0].state, kept[0].op.as_str()),
        (AsideState::Conflict, "put_place")
    );
    assert_eq!(shared.rows(), before);
    assert_eq!(desk.store.station().unwrap(), shared.owner.store.station().unwrap());
}

#[test]
fn where_the_server_is_not_there_the_desk_works_on_without() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let login = shared.admit("aigul", &[arna_store::shared::Role::Editor], None);
    let wire = crate::server::Between::to(shared.server.port);
    let mut desk = shared.desk_by(&wire.over(&shared.server.access(&login, &shared.database)));
    desk.store.work_offline().unwrap();
    desk.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    wire.set(crate::server::Wire::CutBefore);
    let (before, log) = (desk.store.station().unwrap(), desk.store.log(None, 100).unwrap());
    assert_eq!(code(desk.store.rejoin(NOW)), "shared_unreachable");
    assert!(matches!(desk.store.standing(), Some(Standing::Offline { .. })));
    assert_eq!(
        (desk.store.station().unwrap(), desk.store.log(None, 100).unwrap()),
        (before, log)
    );
    wire.set(crate::server::Wire::Whole);
    assert_eq!(come_back(&mut desk).0.len(), 1);
}
