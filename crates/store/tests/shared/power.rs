//! The power of a desk fails: what its file had not on the disk yet comes from the server, and what the file alone has is there.

use std::fs;

use arna_store::shared::{AsideState, Manner};
use arna_store::{Store, verify};

use crate::fixture::{self, NOW, airing};
use crate::server::{Desk, Shared, place};

/// The bytes of the log's head, and of a frame's before its page.
const HEAD: usize = 32;
const FRAME: usize = 24;

/// A desk's file as a power cut leaves it that took all of the log behind so many bytes.
fn cut(desk: &Desk, log: &[u8], bytes: usize) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("station.arna");
    fs::copy(desk.path(), &path).unwrap();
    fs::write(folder.path().join("station.arna-wal"), &log[..bytes]).unwrap();
    let store = Store::open(&path, NOW).unwrap();
    Desk { store, folder }
}

/// Where a transaction ends in a log: behind each frame that says how many pages the file has then.
fn ends(log: &[u8]) -> Vec<usize> {
    let page = usize::try_from(u32::from_be_bytes(log[8..12].try_into().unwrap())).unwrap();
    let frames = (0..).map(|number| HEAD + number * (FRAME + page));
    frames
        .take_while(|at| at + FRAME + page <= log.len())
        .filter(|at| log[at + 4..at + 8] != [0; 4])
        .map(|at| at + FRAME + page)
        .collect()
}

#[test]
fn wherever_the_log_ends_the_server_brings_the_rest() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    for number in 0..6 {
        aigul.act("put_place", |edit| edit.put(place("a", number))).unwrap();
        if number % 2 == 0 {
            bolat.store.catch_up().unwrap();
        }
        bolat.act("put_place", |edit| edit.put(place("b", number))).unwrap();
        let air = |edit: &mut arna_store::Edit<'_>| {
            let at = NOW + i64::from(number) * 1_800_000;
            edit.replace_airings(
                &["new.kz".into()],
                at,
                at + 1_800_000,
                vec![airing("new.kz", number.into())],
            )
        };
        bolat.act("move_airing", air).unwrap();
        aigul.store.catch_up().unwrap();
    }
    let log = fs::read(bolat.path().with_extension("arna-wal")).unwrap();
    let ends = ends(&log);
    assert!(ends.len() >= 12, "{ends:?}");
    let access = shared
        .server
        .access(&format!("bolat_{}", shared.database), &shared.database);
    let mut numbers = Vec::new();
    // Whole transactions, and in the midst of each.
    for bytes in ends.iter().flat_map(|end| [*end, end - 1000]) {
        let mut cut = cut(&bolat, &log, bytes);
        numbers.push(cut.store.revision().unwrap());
        cut.store.connect(access.password.clone(), access.patience).unwrap();
        assert_eq!(cut.store.station().unwrap(), bolat.store.station().unwrap());
        assert_eq!(cut.store.log(None, 100).unwrap(), bolat.store.log(None, 100).unwrap());
        assert_eq!(verify(&cut.path()).unwrap().faults, []);
    }
    assert!(numbers.first() < numbers.last());
}

#[test]
fn what_is_to_be_decided_survives_with_what_it_was_decided_on() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let (mut aigul, mut bolat) = (shared.colleague("aigul"), shared.colleague("bolat"));
    aigul.act("put_place", |edit| edit.put(place("a", 0))).unwrap();
    bolat.store.catch_up().unwrap();
    aigul.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    bolat.act("put_place", |edit| edit.put(place("a", 2))).unwrap_err();
    let kept = fs::read(bolat.path().with_extension("arna-wal")).unwrap().len();
    // What goes to the server afterwards may be lost from the file; what was kept aside before is not.
    bolat.act("put_place", |edit| edit.put(place("b", 1))).unwrap();
    let log = fs::read(bolat.path().with_extension("arna-wal")).unwrap();
    let access = shared
        .server
        .access(&format!("bolat_{}", shared.database), &shared.database);
    let mut cut = cut(&bolat, &log, kept);
    cut.store.connect(access.password, access.patience).unwrap();
    assert_eq!(cut.store.station().unwrap(), bolat.store.station().unwrap());
    let aside = cut.store.aside().unwrap();
    assert_eq!((aside.len(), aside[0].state), (1, AsideState::Conflict));
    cut.store.again(1, Manner::OnTop, |_| Ok(())).unwrap().unwrap();
    assert_eq!(verify(&cut.path()).unwrap().faults, []);
}
