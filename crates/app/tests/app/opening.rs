//! A station is there before all of its schedule is read: what is shown then is what would be shown of all of it.

use std::path::Path;

use arna_app::ops::airings::{AtAsked, Collision, Edit, op};
use arna_app::sample::{self, Size};
use arna_app::{Desk, view};
use arna_domain::{Language, Zones};

use crate::fixture::{NOW, desk, hand};

fn opened(path: &Path) -> Desk {
    Desk::open(path, NOW, Zones::bundled()).unwrap()
}

/// Every channel's weeks, before, in and behind what is planned.
fn weeks_are_the_same(path: &Path) {
    let language = Language::parse("en").unwrap();
    let (mut first, mut other) = (opened(path), Desk::open_to_read(path, Zones::bundled()).unwrap());
    let (station, index) = other.station().unwrap();
    assert!(!station.schedule.is_empty());
    let begin = station.schedule.iter().map(|one| one.date).min().unwrap();
    first.at_first().unwrap();
    for channel in &index.channels {
        for days in [-7, 0, 3, 7, 14, 70] {
            let from = begin.plus_days(days);
            let (so_far, known) = first.for_week(channel.id.as_str(), from).unwrap();
            let number = known.channel(channel.id.as_str()).unwrap();
            assert!(so_far.schedule.len() < station.schedule.len(), "all of it was read");
            let shown = view::week(so_far, known, number, from, &language);
            assert_eq!(
                shown,
                view::week(station, index, number, from, &language),
                "{} {from}",
                channel.id
            );
        }
    }
    assert!(*first.station().unwrap().0 == *station);
}

#[test]
fn a_week_shown_at_first_is_the_week_shown_of_all() {
    let (sample, folder) = desk();
    drop(sample);
    weeks_are_the_same(&folder.path().join("s.arna"));
    let made = folder.path().join("made.arna");
    drop(sample::made(&made, Size::Desk, &hand(), Zones::bundled()).unwrap());
    weeks_are_the_same(&made);
}

#[test]
fn the_head_says_at_first_what_it_says_of_all() {
    let (sample, folder) = desk();
    drop(sample);
    let mut desk = opened(&folder.path().join("s.arna"));
    let (station, _, extent) = desk.at_first().unwrap();
    assert!(station.schedule.is_empty() && extent.airings > 1_000);
    let (all, _) = desk.station().unwrap();
    let dates = || all.schedule.iter().map(|one| one.date);
    assert_eq!(extent.airings, all.schedule.len() as u64);
    assert_eq!(extent.dates, dates().min().zip(dates().max()));
    let extent_of_all = desk.at_first().unwrap().2;
    assert_eq!(extent_of_all, extent);
}

/// Takes the first programme off.
fn edit(desk: &mut Desk) {
    let language = Language::parse("en").unwrap();
    let (station, index) = desk.station().unwrap();
    let one = station.schedule.iter().find(|one| one.origin.is_programme()).unwrap();
    let edit = Edit::Remove {
        airings: vec![AtAsked {
            channel: one.channel.to_string(),
            starts: one.start.to_string(),
        }],
    };
    let op = op(station, index, &edit, Collision::Refuse, &language).unwrap();
    desk.transact(&op, &hand()).unwrap();
}

#[test]
fn what_changes_while_a_schedule_is_read_is_read_too() {
    let (mut desk, folder) = desk();
    let path = folder.path().join("s.arna");
    edit(&mut desk);
    drop(desk);
    // One's own step back, then another's edit.
    let mut desk = opened(&path);
    desk.at_first().unwrap();
    desk.undo(&hand()).unwrap().unwrap();
    let mut reader = Desk::open_to_read(&path, Zones::bundled()).unwrap();
    reader.at_first().unwrap();
    edit(&mut desk);
    let channel = desk.station().unwrap().0.channels[0].id.to_string();
    let begin = desk.station().unwrap().0.schedule[0].date;
    let (shown, _) = reader.for_week(&channel, begin).unwrap();
    assert!(*shown == *desk.station().unwrap().0);
    assert!(*reader.station().unwrap().0 == *opened_to_read(&path).station().unwrap().0);
}

fn opened_to_read(path: &Path) -> Desk {
    Desk::open_to_read(path, Zones::bundled()).unwrap()
}

#[test]
fn whoever_closes_while_a_schedule_is_read_leaves_the_file_alone_the_whole() {
    let (sample, folder) = desk();
    drop(sample);
    let path = folder.path().join("s.arna");
    for _ in 0..20 {
        let mut desk = opened(&path);
        desk.at_first().unwrap();
        drop(desk);
        assert!(!folder.path().join("s.arna-wal").exists());
    }
}
