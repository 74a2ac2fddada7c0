//! One open station, as a coordinator uses it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_app::desk::Hand;
use arna_app::export::What;
use arna_app::planning::{Effort, Policy, Proof};
use arna_app::{Desk, ops, sample, view};
use arna_domain::restriction::Blackout;
use arna_domain::{BroadcastDate, DateRange, Instant, Language, Pin, Zones};
use arna_store::{Kind, Record, RecordId};

const NOW: Instant = Instant::from_ms(1_719_792_000_000);

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn policy(from: &str, days: u32) -> Policy {
    Policy {
        range: DateRange::new(BroadcastDate::parse(from).unwrap(), days).unwrap(),
        seed: 0,
        effort: Effort::Normal,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    }
}

/// The station's document, byte for byte.
fn exported(desk: &mut Desk, folder: &Path) -> Vec<u8> {
    let path = folder.join("export.json");
    desk.export(&What::Station, &path).unwrap();
    std::fs::read(path).unwrap()
}

/// Numbers at random, the same from the same seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }
}

/// Something a coordinator might do; whether it was done or refused.
fn act(desk: &mut Desk, dice: &mut Dice) -> bool {
    let (station, _) = desk.station().unwrap();
    let station = station.clone();
    let op = match dice.throw(8) {
        0 => {
            let mut licence = station.licences[dice.throw(station.licences.len())].clone();
            licence.max_runs = Some(u32::try_from(dice.throw(9)).unwrap() + 1);
            ops::put(Record::Licence(licence))
        }
        1 => {
            let mut channel = station.channels[dice.throw(station.channels.len())].clone();
            channel.name.push('*');
            ops::put(Record::Channel(channel))
        }
        2 | 3 => {
            let programme = &station.programmes[dice.throw(station.programmes.len())];
            let version = programme.seasons[0].episodes[0].versions[0].id.clone();
            let start = NOW + i64::try_from(dice.throw(300)).unwrap() * 3_600_000;
            let channel = station.channels[dice.throw(station.channels.len())].id.clone();
            let licence = None;
            ops::put(Record::Pin(Pin {
                channel,
                start,
                version,
                licence,
            }))
        }
        // May be refused: others refer to them.
        4 => ops::remove(RecordId::Named(
            Kind::Licence,
            station.licences[dice.throw(station.licences.len())].id.to_string(),
        )),
        5 => ops::remove(RecordId::Named(
            Kind::Slot,
            station.slots[dice.throw(station.slots.len())].id.to_string(),
        )),
        6 => match station.pins.first() {
            Some(pin) => ops::unpin(&pin.channel, pin.start),
            None => return false,
        },
        _ => {
            let from = ["2024-07-01", "2024-07-03", "2024-07-05"][dice.throw(3)];
            let planned = desk.calculate(&policy(from, 2), &|_| ControlFlow::Continue(()));
            return planned.is_ok() && desk.accept(&hand()).is_ok();
        }
    };
    desk.transact(&op, &hand()).is_ok()
}

#[test]
fn a_hundred_operations_undone_leave_the_export_as_it_was_also_after_a_restart() {
    for restarts in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.arna");
        let mut desk = sample::ready(&path, &hand(), Zones::bundled()).unwrap();
        let beginning = exported(&mut desk, folder.path());
        let mut dice = Dice(u64::from(restarts));
        let mut done = 0;
        while done < 100 {
            done += usize::from(act(&mut desk, &mut dice));
        }
        let end = exported(&mut desk, folder.path());
        assert_ne!(end, beginning);
        for step in 0..100 {
            if restarts && step % 20 == 0 {
                drop(desk);
                desk = Desk::open(&path, NOW, Zones::bundled()).unwrap();
            }
            desk.undo(&hand()).unwrap().unwrap();
        }
        assert!(exported(&mut desk, folder.path()) == beginning, "restarts: {restarts}");
        for _ in 0..100 {
            desk.redo(&hand()).unwrap().unwrap();
        }
        assert!(exported(&mut desk, folder.path()) == end, "restarts: {restarts}");
        desk.verify().unwrap();
    }
}

#[test]
fn what_cannot_be_worked_with_is_refused_with_its_place_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::sample(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    let before = (exported(&mut desk, folder.path()), desk.revision().unwrap());
    let (station, _) = desk.station().unwrap();
    let pin = Pin {
        version: "nobody/1/1.kk".into(),
        ..station.pins[0].clone()
    };
    let mut licence = station.licences[0].clone();
    licence.until = licence.from.plus_days(-1);
    for (op, path, code) in [
        (ops::put(Record::Pin(pin)), "pins[0].version", "unknown_id"),
        (
            ops::put(Record::Licence(licence)),
            "licences[0].until",
            "ends_before_start",
        ),
        (
            ops::remove(RecordId::Named(Kind::Programme, "quotes".to_owned())),
            "licences",
            "unknown_id",
        ),
    ] {
        let refused = desk.transact(&op, &hand()).unwrap_err();
        assert_eq!(refused.code, "document_unusable");
        assert!(refused.details[0].path.starts_with(path), "{:?}", refused.details[0]);
        assert_eq!(refused.details[0].code, code);
    }
    assert!((exported(&mut desk, folder.path()), desk.revision().unwrap()) == before);
}

#[test]
fn a_proposal_is_decided_on_what_it_was_calculated_from() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::sample(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    assert_eq!(desk.accept(&hand()).unwrap_err().code, "no_proposal");
    desk.calculate(&policy("2024-07-01", 2), &|_| ControlFlow::Continue(()))
        .unwrap();
    let cancelled = desk.calculate(&policy("2024-07-01", 3), &|_| ControlFlow::Break(()));
    assert_eq!(cancelled.unwrap_err().code, "cancelled");
    assert_eq!(
        desk.proposal().unwrap().unwrap().plan.range.days,
        2,
        "the earlier one waits still"
    );
    let licence = RecordId::Named(Kind::Licence, "night-sky-kz".to_owned());
    desk.transact(&ops::remove(licence), &hand()).unwrap();
    assert!(desk.proposal().unwrap().unwrap().stale);
    assert_eq!(desk.accept(&hand()).unwrap_err().code, "proposal_stale");
    desk.discard().unwrap();
    assert!(desk.proposal().unwrap().is_none());
}

#[test]
fn calculating_what_is_accepted_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    // As the sample was.
    let policy = Policy {
        effort: Effort::Fast,
        ..policy("2024-07-01", 14)
    };
    desk.calculate(&policy, &|_| ControlFlow::Continue(())).unwrap();
    let difference = desk.proposal().unwrap().unwrap().difference.clone();
    assert_eq!(
        (difference.added.len(), difference.moved.len(), difference.removed.len()),
        (0, 0, 0)
    );
    assert!(difference.kept.len() > 6_000);
}

#[test]
fn a_window_is_told_times_by_the_channels_own_clock() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    let (station, index) = desk.station().unwrap();
    let english = Language::parse("en").unwrap();
    let lanes = view::day(station, index, BroadcastDate::parse("2024-07-02").unwrap(), &english);
    let shifts: Vec<_> = lanes
        .iter()
        .map(|lane| (lane.offset.as_str(), lane.shift, lane.day.length))
        .collect();
    assert_eq!(
        shifts,
        [
            ("UTC+08:00", 0, 1440),
            ("UTC+05:00", 180, 1440),
            ("UTC+05:00", 180, 1440),
            ("UTC+05:00", 180, 1440)
        ]
    );
    let premiere = lanes[0]
        .day
        .blocks
        .iter()
        .find(|block| block.title.starts_with("Bond with China"))
        .unwrap();
    assert_eq!((premiere.start, premiere.start_wall.as_str()), (870, "20:30"));
    assert_eq!(premiere.showing.as_deref(), Some("premiere"));
    let last = lanes[1].day.blocks.last().unwrap();
    assert_eq!(&last.start_wall[..2], "29", "hours go on past midnight");
    assert!((1_430..=1_440).contains(&last.end), "{last:?}");
}

#[test]
fn a_blackout_lies_on_each_day_that_it_touches() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    let (station, index) = desk.station().unwrap();
    let mut station = station.clone();
    // From 22:00 on 1 July until 10:00 on the next day, by Khabar's clock; its days begin at 06:00.
    station.blackouts.push(Blackout {
        channel: "khabar.kz".into(),
        from: Instant::from_ms(1_719_853_200_000),
        until: Instant::from_ms(1_719_896_400_000),
        tags: vec!["drama".to_owned()],
    });
    let spans = |channel: &str| -> Vec<_> {
        let monday = BroadcastDate::parse("2024-07-01").unwrap();
        let english = Language::parse("en").unwrap();
        let week = view::week(&station, index, index.channel(channel).unwrap(), monday, &english);
        week.into_iter()
            .map(|day| {
                day.blackouts
                    .iter()
                    .map(|one| (one.from, one.until))
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    let khabar = spans("khabar.kz");
    // The sample has one of its own on 3 July, from 16:00 to 17:00.
    assert_eq!(
        khabar[..4],
        [vec![(960, 1440)], vec![(0, 240)], vec![(600, 660)], vec![]]
    );
    assert!(spans("silkway.kz").iter().all(Vec::is_empty));
}
