//! The core at a shared station, with a real PostgreSQL: whoever was quicker, a desk holds what its file holds, and judges by it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stderr, reason = "what is skipped is told")]
#![expect(dead_code, reason = "the stations and the server of the store's tests can do more")]

#[path = "../../../store/tests/store/fixture.rs"]
mod fixture;
#[path = "../../../store/tests/shared/postgres.rs"]
mod postgres;
#[path = "../../../store/tests/shared/server.rs"]
mod server;

use arna_app::desk::{Hand, OnDisk, survey};
use arna_app::shared::{Access, Conflict, copy};
use arna_app::{Desk, Failure, ops, source};
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Instant, Origin, Station, Zones, values};
use arna_store::Change;
use tempfile::TempDir;

use crate::fixture::{Dice, NOW};
use crate::server::{Shared, place, unheard};

const HALF_HOUR: i64 = 1_800_000;
const ACTS: usize = 60;

fn hand() -> Hand {
    Hand {
        author: "whoever signs in".to_owned(),
        at: NOW,
    }
}

/// The sample, with a schedule.
fn station() -> Station {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = arna_app::sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    desk.station().unwrap().0.clone()
}

/// A desk for a login, connected.
fn desk(access: &Access) -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("station.arna");
    copy(access, &path, &unheard).unwrap();
    let mut desk = Desk::open(&path, NOW, Zones::bundled()).unwrap();
    desk.connect(access.password.clone(), access.patience).unwrap();
    (folder, desk)
}

/// Puts something live on a channel in a half hour of a day after the schedule that there is.
fn air(desk: &mut Desk, channel: &str, slot: i64, title: &str) -> Result<Change, Failure> {
    let start = Instant::parse("2024-11-04T06:00:00Z").unwrap() + slot * HALF_HOUR;
    let airing = Airing {
        channel: ChannelId::new(channel),
        date: BroadcastDate::parse("2024-11-04").unwrap(),
        start,
        end: start + HALF_HOUR,
        version: None,
        title: Some(title.to_owned()),
        language: None,
        licence: None,
        slot: None,
        origin: Origin::Hold,
    };
    let op = ops::Op {
        code: "put_airing".to_owned(),
        args: values! {},
        steps: vec![ops::Step::Airings {
            channel: ChannelId::new(channel),
            from: start,
            until: start + HALF_HOUR,
            airings: vec![airing],
        }],
    };
    desk.transact(&op, &hand())
}

#[track_caller]
fn holds_its_file(desk: &mut Desk) {
    let path = desk.path();
    let there = Desk::open_to_read(&path, Zones::bundled())
        .unwrap()
        .station()
        .unwrap()
        .0
        .clone();
    assert!(*desk.station().unwrap().0 == there);
}

/// The held index says of a range what one made anew says.
fn judges_by_its_file(desk: &mut Desk) {
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap();
    let (station, index) = desk.station().unwrap();
    let anew = source::index_of(station, &Zones::bundled()).unwrap();
    let (held, anew) = (
        survey(index, &station.schedule, range),
        survey(&anew, &station.schedule, range),
    );
    assert_eq!(held.findings, anew.findings);
    assert_eq!(held.open, anew.open);
}

/// An act at random; whether others had changed the same.
fn act(desk: &mut Desk, dice: &mut Dice, title: &str) -> bool {
    const CHANNELS: [&str; 4] = ["khabar.kz", "silkway.kz", "atameken.kz", "cctv4.cn"];
    let done = match dice.throw(8) {
        0 | 1 => {
            let latitude = i32::try_from(dice.throw(1_000_000)).unwrap();
            let put = ops::put(place(&format!("p{}", dice.throw(4)), latitude));
            desk.transact(&put, &hand()).map(Some)
        }
        2 => desk.undo(&hand()),
        3 => desk.redo(&hand()),
        _ => air(
            desk,
            CHANNELS[dice.throw(4)],
            i64::try_from(dice.throw(6)).unwrap(),
            title,
        )
        .map(Some),
    };
    let Err(failure) = done else { return false };
    match failure.code.as_str() {
        "shared_conflict" => {
            let aside = failure.args["aside"].as_i64().unwrap();
            match dice.throw(2) {
                0 => desk.leave_theirs(aside).unwrap(),
                _ => drop(desk.take_own(aside).unwrap()),
            }
        }
        "touched_since" => {}
        other => panic!("{other}: {failure:?}"),
    }
    true
}

#[test]
fn whoever_was_quicker_a_desk_holds_what_its_file_holds() {
    let Some(shared) = Shared::new(&station()) else {
        return;
    };
    let logins = ["aigul", "bolat"].map(|name| {
        use arna_app::shared::Role;
        shared.admit(name, &[Role::Planner, Role::Editor], None)
    });
    let mut desks = logins.map(|login| desk(&shared.server.access(&login, &shared.database)));
    let mut dice = Dice(7);
    let (mut conflicts, mut told) = (0, 0);
    for number in 0..ACTS {
        let (_, desk) = &mut desks[dice.throw(2)];
        conflicts += usize::from(act(desk, &mut dice, &number.to_string()));
        holds_its_file(desk);
        if number % 10 == 9 {
            judges_by_its_file(desk);
        }
        if dice.throw(6) == 0 {
            // What came with an edit of one's own is told once, as what comes by itself is.
            told += usize::from(desk.on_disk().unwrap() == OnDisk::Changed);
            holds_its_file(desk);
        }
    }
    assert!(conflicts > 0 && told > 0, "{conflicts} {told}");
    for (_, desk) in &mut desks {
        desk.catch_up().unwrap();
        holds_its_file(desk);
        judges_by_its_file(desk);
        let path = desk.path();
        assert_eq!(arna_store::verify(&path).unwrap().faults, []);
    }
    let [(_, one), (_, other)] = &mut desks;
    assert!(one.station().unwrap().0 == other.station().unwrap().0);
    assert_eq!(one.log(None, 1000).unwrap(), other.log(None, 1000).unwrap());
}

#[test]
fn what_would_not_go_together_is_not_made_though_each_is_right() {
    let Some(shared) = Shared::new(&station()) else {
        return;
    };
    use arna_app::shared::Role;
    let logins = ["aigul", "bolat"].map(|name| shared.admit(name, &[Role::Planner, Role::Editor], None));
    let [(_a, mut aigul), (_b, mut bolat)] = logins.map(|login| desk(&shared.server.access(&login, &shared.database)));
    let own = place("p", 1);
    aigul.transact(&ops::put(own.clone()), &hand()).unwrap();
    bolat.catch_up().unwrap();
    // She takes a place out; he has an episode show it, and does not know.
    aigul.transact(&ops::remove(own.id()), &hand()).unwrap();
    let mut programme = bolat.station().unwrap().0.programmes[0].clone();
    programme.seasons[0].episodes[0].places = vec!["p".into()];
    let before = shared.rows();
    let put = ops::put(arna_store::Record::Programme(programme));
    let refused = bolat.transact(&put, &hand()).unwrap_err();
    assert_eq!(refused.code, "document_unusable");
    assert_eq!(shared.rows(), before);
    holds_its_file(&mut bolat);
    let aside = bolat.aside().unwrap();
    assert_eq!(aside.len(), 1, "it is kept aside for a decision");
    assert_eq!(aside[0].why, None::<Conflict>);
    // Once the place is there again it is done as it was meant.
    aigul.transact(&ops::put(own), &hand()).unwrap();
    bolat.take_own(aside[0].number).unwrap().unwrap();
    holds_its_file(&mut bolat);
    judges_by_its_file(&mut bolat);
}
