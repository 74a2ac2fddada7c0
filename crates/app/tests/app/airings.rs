//! The schedule edited by hand: each verb, each way to treat a collision, the borders of days, and undo.

use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_app::desk::Hand;
use arna_app::export::What;
use arna_app::ops::airings::{AtAsked, Collision, Day, Edge, Edit, Spot, Times, op};
use arna_app::planning::{Effort, Policy, Proof};
use arna_app::verdict::{Light, verdict};
use arna_app::{Desk, Failure, sample};
use arna_domain::{Airing, BroadcastDate, DateRange, Instant, Language, Origin, Zones};

const NOW: Instant = Instant::from_ms(1_719_792_000_000);
const KHABAR: &str = "khabar.kz";

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn english() -> Language {
    Language::parse("en").unwrap()
}

/// A desk on a station of its own.
struct Room {
    desk: Desk,
    folder: tempfile::TempDir,
}

impl Room {
    fn sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
        Self { desk, folder }
    }

    fn of(document: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("s.json"), folder.path().join("s.arna"));
        std::fs::write(&from, document).unwrap();
        let desk = Desk::import(&from, &to, &hand(), Zones::bundled()).unwrap();
        Self { desk, folder }
    }

    fn exported(&mut self) -> Vec<u8> {
        exported(&mut self.desk, self.folder.path())
    }

    fn edit(&mut self, edit: &Edit, collision: Collision) -> Result<String, Failure> {
        let (station, index) = self.desk.station().unwrap();
        let op = op(station, index, edit, collision, &english())?;
        self.desk.transact(&op, &hand())?;
        Ok(op.code)
    }

    /// Does an edit, undoes it, which leaves the station byte for byte, and does it again.
    fn edit_there_and_back(&mut self, edit: &Edit, collision: Collision) {
        let before = self.exported();
        self.edit(edit, collision).unwrap();
        let after = self.exported();
        assert!(before != after, "{edit:?} changes nothing");
        self.desk.undo(&hand()).unwrap().unwrap();
        assert!(self.exported() == before, "{edit:?} undone leaves something");
        self.desk.redo(&hand()).unwrap().unwrap();
        assert!(self.exported() == after, "{edit:?} done again differs");
        self.is_sound();
    }

    /// Nothing on air overlaps, and what the desk holds is what the file holds.
    fn is_sound(&mut self) {
        let (station, _) = self.desk.station().unwrap();
        for two in station.schedule.windows(2) {
            assert!(
                two[0].channel != two[1].channel || two[0].end <= two[1].start,
                "{:?} overlaps {:?}",
                two[0],
                two[1]
            );
        }
        let station = station.clone();
        let path = self.folder.path().join("copy.arna");
        let _ = std::fs::remove_file(&path);
        let file = arna_app::source::read(&self.desk.path(), &Zones::bundled()).unwrap();
        assert!(file.station == station, "the desk holds another station than its file");
    }

    fn airings(&mut self, channel: &str, date: &str) -> Vec<Airing> {
        let date = BroadcastDate::parse(date).unwrap();
        let (station, _) = self.desk.station().unwrap();
        let own = station
            .schedule
            .iter()
            .filter(|one| one.channel.as_str() == channel && one.date == date);
        own.cloned().collect()
    }

    /// What starts on a channel and date at a time of the wall clock.
    fn at(&mut self, channel: &str, date: &str, wall: &str) -> Option<Airing> {
        let (_, index) = self.desk.station().unwrap();
        let clock = index.channels[index.channel(channel).unwrap().at()].clock.clone();
        let all = self.airings(channel, date);
        all.into_iter()
            .find(|one| clock.wall_text(one.date, one.start).starts_with(wall))
    }

    fn pins(&mut self) -> Vec<String> {
        let (station, _) = self.desk.station().unwrap();
        let pins = station.pins.iter();
        pins.map(|pin| format!("{} {} {}", pin.channel, pin.start, pin.version))
            .collect()
    }

    /// A channel's day as lines: `21:00–21:45 quotes/3/1.kk pin`.
    fn told(&mut self, channel: &str, date: &str) -> String {
        let (_, index) = self.desk.station().unwrap();
        let clock = index.channels[index.channel(channel).unwrap().at()].clock.clone();
        let mut text = String::new();
        for one in self.airings(channel, date) {
            let wall = |at| clock.wall_text(one.date, at)[..5].to_owned();
            let what = one.version.as_ref().map(|id| id.as_str().to_owned());
            let what = what.or(one.title.clone()).unwrap_or_default();
            writeln!(
                text,
                "{}–{} {what} {}",
                wall(one.start),
                wall(one.end),
                one.origin.as_str()
            )
            .unwrap();
        }
        text
    }
}

fn exported(desk: &mut Desk, folder: &Path) -> Vec<u8> {
    let path = folder.join("export.json");
    desk.export(&What::Station, &path).unwrap();
    std::fs::read(path).unwrap()
}

fn asked(airing: &Airing) -> AtAsked {
    AtAsked {
        channel: airing.channel.to_string(),
        starts: airing.start.to_string(),
    }
}

fn at_wall(channel: &str, date: &str, wall: &str) -> Spot {
    Spot {
        channel: channel.to_owned(),
        date: date.to_owned(),
        time: Times::Wall(wall.to_owned()),
    }
}

fn later(airing: &Airing, minutes: i32) -> Spot {
    Spot {
        channel: airing.channel.to_string(),
        date: airing.date.to_string(),
        time: Times::By(minutes),
    }
}

fn moved(airing: &Airing, to: Spot) -> Edit {
    Edit::Move {
        airings: vec![asked(airing)],
        to,
    }
}

/// A channel on Berlin's clock with a day of slots, three programmes and a filler; the schedule is what the lines say:
/// `2024-07-01 06:00 a/1/1.de`, hours by the wall clock. 30 March 2024 has 23 hours, 26 October 25.
fn small(schedule: &[&str]) -> Room {
    let mut airings = Vec::new();
    let zones = Zones::bundled();
    let zone = zones.named("Europe/Berlin").unwrap();
    for line in schedule {
        let parts: Vec<&str> = line.split(' ').collect();
        let date = BroadcastDate::parse(parts[0]).unwrap();
        let start = zone
            .resolve(date, arna_domain::GridTime::parse(parts[1]).unwrap())
            .instant();
        let minutes: i64 = if parts[2].starts_with('b') { 90 } else { 45 };
        airings.push(serde_json::json!({
            "channel": "eins.de", "date": parts[0], "start": start.to_string(), "end": (start + minutes * 60_000).to_string(),
            "version": parts[2], "licence": "L", "origin": "pool"
        }));
    }
    let version =
        |id: &str, minutes: i64| serde_json::json!({ "id": id, "language": "de", "duration_ms": minutes * 60_000 });
    let programme = |id: &str, minutes: &[i64]| {
        let episode = |n: usize, minutes: i64| {
            serde_json::json!({ "id": format!("{id}/1/{n}"), "number": n, "title": { "en": format!("{} {n}", id.to_uppercase()) },
                "versions": [version(&format!("{id}/1/{n}.de"), minutes)] })
        };
        let episodes: Vec<_> = minutes
            .iter()
            .enumerate()
            .map(|(n, minutes)| episode(n + 1, *minutes))
            .collect();
        serde_json::json!({ "id": id, "kind": "series", "title": { "en": id.to_uppercase() },
            "seasons": [{ "id": format!("{id}/1"), "number": 1, "episodes": episodes }] })
    };
    let document = serde_json::json!({
        "format": "arna-station/1",
        "channels": [{ "id": "eins.de", "name": "Eins", "tz": "Europe/Berlin", "day_start": "06:00" }],
        "programmes": [programme("a", &[45, 45, 45]), programme("b", &[90, 90])],
        "licences": [{ "id": "L", "programme": "a", "from": "2024-01-01", "until": "2024-12-31", "max_runs": 2, "channels": [], "languages": [] }],
        "slots": [],
        "schedule": airings
    });
    Room::of(&document.to_string())
}

#[test]
fn a_moved_airing_is_pinned_where_it_was_put_and_its_old_break_goes() {
    let mut room = Room::sample();
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    assert!(airing.origin.is_programme());
    let slot = airing.slot.clone();
    room.edit_there_and_back(
        &moved(&airing, at_wall(KHABAR, "2024-07-02", "23:10")),
        Collision::Replace,
    );
    let now = room.at(KHABAR, "2024-07-02", "23:10").unwrap();
    assert_eq!((now.origin, now.version.clone()), (Origin::Pin, airing.version.clone()));
    assert_eq!(now.end - now.start, airing.end - airing.start);
    assert!(
        room.pins()
            .contains(&format!("{KHABAR} {} {}", now.start, airing.version.unwrap()))
    );
    let left = room.airings(KHABAR, "2024-07-02");
    assert!(
        left.iter()
            .all(|one| one.slot != slot || one.start >= airing.end + 3_600_000 || one.slot.is_none())
    );
}

#[test]
fn what_a_person_decides_survives_a_calculation() {
    let mut room = Room::sample();
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    room.edit(
        &moved(&airing, at_wall(KHABAR, "2024-07-04", "20:20")),
        Collision::Replace,
    )
    .unwrap();
    let put = room.at(KHABAR, "2024-07-04", "20:20").unwrap();
    let policy = Policy {
        range: DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap(),
        seed: 3,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    room.desk.calculate(&policy, &|_| ControlFlow::Continue(())).unwrap();
    room.desk.accept(&hand()).unwrap();
    let now = room.at(KHABAR, "2024-07-04", "20:20").unwrap();
    assert_eq!((now.version, now.origin), (put.version, Origin::Pin));
}

#[test]
fn a_nudge_of_a_minute_keeps_the_airing_in_its_slot_and_its_break_is_filled_anew() {
    let mut room = Room::sample();
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    let break_of = |all: Vec<Airing>, airing: &Airing| {
        all.into_iter()
            .filter(|one| one.slot == airing.slot && one.origin.is_break())
            .count()
    };
    assert!(break_of(room.airings(KHABAR, "2024-07-02"), &airing) > 0);
    room.edit_there_and_back(&moved(&airing, later(&airing, 1)), Collision::Refuse);
    let now = room.at(KHABAR, "2024-07-02", "21:01").unwrap();
    assert_eq!(now.slot, airing.slot);
    let after = room.airings(KHABAR, "2024-07-02");
    assert!(after.iter().any(|one| one.start == now.end && one.origin.is_break()));
    assert!(break_of(after, &airing) > 0);
}

#[test]
fn every_way_to_treat_a_collision_does_what_it_says() {
    let lines = [
        "2024-07-01 10:00 a/1/1.de",
        "2024-07-01 10:45 a/1/2.de",
        "2024-07-01 12:00 b/1/1.de",
    ];
    let spot = || at_wall("eins.de", "2024-07-01", "10:30");
    let place = Edit::Place {
        version: "a/1/3.de".to_owned(),
        to: spot(),
    };
    let mut room = small(&lines);
    let refused = room.edit(&place, Collision::Refuse).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.args["other"].as_str()),
        ("collides", Some("A 1"))
    );
    assert_eq!(room.edit(&place, Collision::Trim).unwrap_err().code, "cannot_trim");
    room.edit_there_and_back(&place, Collision::Replace);
    assert_eq!(
        room.told("eins.de", "2024-07-01"),
        "10:30–11:15 a/1/3.de pin\n12:00–13:30 b/1/1.de pool\n"
    );
    let mut room = small(&lines);
    // What is on air is not interrupted; what comes after moves on only as far as it must.
    room.edit_there_and_back(&place, Collision::Shift);
    assert_eq!(
        room.told("eins.de", "2024-07-01"),
        "10:00–10:45 a/1/1.de pool\n10:45–11:30 a/1/3.de pin\n11:30–12:15 a/1/2.de pin\n12:15–13:45 b/1/1.de pin\n"
    );
    assert_eq!(room.pins().len(), 3);
}

#[test]
fn nothing_moves_over_the_end_of_its_broadcast_day() {
    let mut room = small(&[
        "2024-07-01 28:30 a/1/1.de",
        "2024-07-01 29:15 a/1/2.de",
        "2024-07-02 06:00 a/1/3.de",
    ]);
    let place = |version: &str| Edit::Place {
        version: version.to_owned(),
        to: at_wall("eins.de", "2024-07-01", "28:30"),
    };
    assert_eq!(
        room.edit(&place("b/1/1.de"), Collision::Shift).unwrap_err().code,
        "day_full"
    );
}

#[test]
fn moving_to_another_date_keeps_the_wall_clock_where_the_clock_changes() {
    let mut room = small(&["2024-03-28 21:00 a/1/1.de", "2024-03-28 25:30 a/1/2.de"]);
    let both = room.airings("eins.de", "2024-03-28");
    let edit = Edit::Move {
        airings: both.iter().map(asked).collect(),
        to: at_wall("eins.de", "2024-03-31", "21:00"),
    };
    room.edit_there_and_back(&edit, Collision::Refuse);
    assert_eq!(
        room.told("eins.de", "2024-03-31"),
        "21:00–21:45 a/1/1.de pin\n25:30–26:15 a/1/2.de pin\n"
    );
    // The night of 30 March lacks 26:00 to 27:00: half past two does not exist, and what was put there begins with the change.
    let late = room.at("eins.de", "2024-03-31", "25:30").unwrap();
    room.edit_there_and_back(
        &moved(&late, at_wall("eins.de", "2024-03-30", "26:30")),
        Collision::Refuse,
    );
    assert_eq!(room.told("eins.de", "2024-03-30"), "27:00–27:45 a/1/2.de pin\n");
    // By minutes of the day, as they pass: 30 March has 23 hours.
    let now = room.at("eins.de", "2024-03-30", "27:00").unwrap();
    let minute = |minute| Spot {
        channel: "eins.de".to_owned(),
        date: "2024-03-30".to_owned(),
        time: Times::Minute(minute),
    };
    assert_eq!(
        room.edit(&moved(&now, minute(23 * 60)), Collision::Refuse)
            .unwrap_err()
            .code,
        "no_time_of_day"
    );
    room.edit_there_and_back(&moved(&now, minute(22 * 60)), Collision::Refuse);
    assert_eq!(room.told("eins.de", "2024-03-30"), "29:00–29:45 a/1/2.de pin\n");
}

#[test]
fn on_a_day_of_25_hours_both_hours_can_be_reached() {
    let mut room = small(&["2024-10-26 21:00 a/1/1.de"]);
    let airing = room.at("eins.de", "2024-10-26", "21:00").unwrap();
    // The second 02:30 of the night: 21½ hours after 06:00.
    let to = Spot {
        channel: "eins.de".to_owned(),
        date: "2024-10-26".to_owned(),
        time: Times::Minute(21 * 60 + 30),
    };
    room.edit_there_and_back(&moved(&airing, to), Collision::Refuse);
    let now = room.airings("eins.de", "2024-10-26");
    assert_eq!(now[0].start.to_string(), "2024-10-27T01:30:00Z");
    room.edit_there_and_back(
        &moved(&now[0], at_wall("eins.de", "2024-10-26", "26:30")),
        Collision::Refuse,
    );
    assert_eq!(
        room.airings("eins.de", "2024-10-26")[0].start.to_string(),
        "2024-10-27T00:30:00Z"
    );
}

#[test]
fn what_aired_is_not_changed() {
    let mut room = Room::sample();
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    let refused = room
        .edit(
            &moved(&airing, at_wall(KHABAR, "2024-06-10", "21:00")),
            Collision::Replace,
        )
        .unwrap_err();
    assert_eq!(refused.code, "day_aired");
}

#[test]
fn a_hold_is_trimmed_moved_and_taken_out_by_slots_of_one_date() {
    let mut room = Room::sample();
    let hold = room
        .airings(KHABAR, "2024-07-02")
        .into_iter()
        .find(|one| one.origin == Origin::Hold)
        .unwrap();
    let trim = Edit::Trim {
        airing: asked(&hold),
        edge: Edge::End,
        to: later(&hold, -15),
    };
    let trim = match trim {
        Edit::Trim { airing, edge, to } => Edit::Trim {
            airing,
            edge,
            to: Spot {
                time: Times::By(-15),
                ..to
            },
        },
        other => other,
    };
    room.edit_there_and_back(&trim, Collision::Refuse);
    let now = room
        .airings(KHABAR, "2024-07-02")
        .into_iter()
        .find(|one| one.start == hold.start)
        .unwrap();
    assert_eq!(
        (now.end, now.origin, now.title.clone()),
        (hold.end - 15 * 60_000, Origin::Hold, hold.title.clone())
    );
    let (station, _) = room.desk.station().unwrap();
    let one_offs = station
        .slots
        .iter()
        .filter(|slot| slot.from == Some(hold.date) && slot.until == Some(hold.date));
    assert_eq!(one_offs.count(), 2, "the hold, and the time that it left");
    // A calculation keeps to it.
    let policy = Policy {
        range: DateRange::new(hold.date, 1).unwrap(),
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    room.desk.calculate(&policy, &|_| ControlFlow::Continue(())).unwrap();
    room.desk.accept(&hand()).unwrap();
    let again = room
        .airings(KHABAR, "2024-07-02")
        .into_iter()
        .find(|one| one.start == hold.start)
        .unwrap();
    assert_eq!((again.end, again.origin), (now.end, Origin::Hold));
    room.edit_there_and_back(
        &Edit::Remove {
            airings: vec![asked(&again)],
        },
        Collision::Refuse,
    );
    assert!(
        room.airings(KHABAR, "2024-07-02")
            .iter()
            .all(|one| one.start != hold.start)
    );
}

#[test]
fn a_programme_lasts_as_long_as_its_version() {
    let mut room = small(&["2024-07-01 10:00 a/1/1.de"]);
    let airing = room.at("eins.de", "2024-07-01", "10:00").unwrap();
    let to = Spot {
        time: Times::By(-10),
        ..later(&airing, 0)
    };
    let trim = Edit::Trim {
        airing: asked(&airing),
        edge: Edge::End,
        to,
    };
    assert_eq!(room.edit(&trim, Collision::Refuse).unwrap_err().code, "fixed_length");
}

#[test]
fn a_pinned_airing_goes_back_to_its_slot() {
    let mut room = Room::sample();
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    let before = room.airings(KHABAR, "2024-07-02");
    room.edit_there_and_back(
        &Edit::Pin {
            airings: vec![asked(&airing)],
        },
        Collision::Refuse,
    );
    let pinned = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    assert_eq!((pinned.origin, pinned.slot.clone()), (Origin::Pin, airing.slot.clone()));
    room.edit_there_and_back(
        &Edit::Unpin {
            airings: vec![asked(&airing)],
        },
        Collision::Refuse,
    );
    assert_eq!(room.airings(KHABAR, "2024-07-02"), before);
    let mut room = small(&["2024-07-01 10:00 a/1/1.de"]);
    let airing = room.at("eins.de", "2024-07-01", "10:00").unwrap();
    room.edit(
        &Edit::Pin {
            airings: vec![asked(&airing)],
        },
        Collision::Refuse,
    )
    .unwrap();
    let refused = room
        .edit(
            &Edit::Unpin {
                airings: vec![asked(&airing)],
            },
            Collision::Refuse,
        )
        .unwrap_err();
    assert_eq!(refused.code, "no_slot_to_return");
}

#[test]
fn days_weeks_and_blocks_are_copied_by_the_wall_clock() {
    let mut room = small(&["2024-03-28 21:00 a/1/1.de", "2024-03-29 22:00 a/1/2.de"]);
    let copy = Edit::CopyDays {
        channel: "eins.de".to_owned(),
        from: "2024-03-28".to_owned(),
        days: 2,
        onto: vec![
            Day {
                channel: "eins.de".to_owned(),
                date: "2024-03-30".to_owned(),
            },
            Day {
                channel: "eins.de".to_owned(),
                date: "2024-04-04".to_owned(),
            },
        ],
    };
    room.edit_there_and_back(&copy, Collision::Refuse);
    for (date, line) in [
        ("2024-03-28", "21:00–21:45 a/1/1.de pool\n"),
        ("2024-03-30", "21:00–21:45 a/1/1.de pin\n"),
        ("2024-03-31", "22:00–22:45 a/1/2.de pin\n"),
        ("2024-04-04", "21:00–21:45 a/1/1.de pin\n"),
    ] {
        assert_eq!(room.told("eins.de", date), line, "{date}");
    }
    // Two runs of each episode are licensed; the third is charged to nobody, and is said to be one too many.
    let charged = |all: Vec<Airing>| all[0].licence.is_some();
    assert!(charged(room.airings("eins.de", "2024-03-30")));
    assert!(!charged(room.airings("eins.de", "2024-04-04")));
}

#[test]
fn two_airings_change_places() {
    let mut room = small(&["2024-07-01 10:00 a/1/1.de", "2024-07-02 10:00 a/1/2.de"]);
    let one = room.at("eins.de", "2024-07-01", "10:00").unwrap();
    let other = room.at("eins.de", "2024-07-02", "10:00").unwrap();
    room.edit_there_and_back(
        &Edit::Swap {
            one: asked(&one),
            other: asked(&other),
        },
        Collision::Refuse,
    );
    assert_eq!(room.told("eins.de", "2024-07-01"), "10:00–10:45 a/1/2.de pin\n");
    assert_eq!(room.told("eins.de", "2024-07-02"), "10:00–10:45 a/1/1.de pin\n");
}

#[test]
fn one_thing_is_replaced_by_another_everywhere_from_a_date_on() {
    let mut room = small(&[
        "2024-07-01 10:00 a/1/1.de",
        "2024-07-02 10:00 a/1/1.de",
        "2024-07-03 10:00 a/1/2.de",
    ]);
    let replace = |find: &str, with: &str| Edit::Everywhere {
        find: find.to_owned(),
        with: with.to_owned(),
        from: "2024-07-02".to_owned(),
        days: 30,
        channels: Vec::new(),
    };
    room.edit_there_and_back(&replace("a/1/1", "a/1/2"), Collision::Refuse);
    assert_eq!(room.told("eins.de", "2024-07-01"), "10:00–10:45 a/1/1.de pool\n");
    assert_eq!(room.told("eins.de", "2024-07-02"), "10:00–10:45 a/1/2.de pin\n");
    // Season for season: the episode at the same place.
    room.edit_there_and_back(&replace("a/1", "b/1"), Collision::Refuse);
    assert_eq!(room.told("eins.de", "2024-07-03"), "10:00–11:30 b/1/2.de pin\n");
    assert_eq!(
        room.edit(&replace("a/1/1", "a/1/2"), Collision::Refuse)
            .unwrap_err()
            .code,
        "nothing_found"
    );
}

#[test]
fn a_verdict_says_before_what_a_review_says_after() {
    let mut room = Room::sample();
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    let (station, index) = room.desk.station().unwrap();
    let judge = |to: Spot| {
        let edit = moved(&airing, to);
        verdict(station, index, &|collision| {
            op(station, index, &edit, collision, &english())
        })
    };
    let collides = judge(at_wall(KHABAR, "2024-07-02", "19:30"));
    assert_eq!(collides.refused.as_ref().map(|one| one.code.as_str()), Some("collides"));
    assert_eq!(collides.choices.len(), 3);
    assert!(collides.light >= Light::Amber);
    // Nobody is licensed to show it after the year.
    let unlicensed = judge(at_wall(KHABAR, "2026-07-02", "21:00"));
    assert_eq!(
        (unlicensed.light, unlicensed.findings[0].code.as_str()),
        (Light::Red, "not_licensed")
    );
    let locked = judge(at_wall(KHABAR, "2024-06-10", "21:00"));
    assert_eq!(
        (locked.light, locked.refused.unwrap().code.as_str()),
        (Light::Red, "day_aired")
    );
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

fn any_edit(room: &mut Room, dice: &mut Dice) -> Option<(Edit, Collision)> {
    let (station, _) = room.desk.station().unwrap();
    let bodies: Vec<&Airing> = station.schedule.iter().filter(|one| !one.origin.is_break()).collect();
    let channels: Vec<String> = station.channels.iter().map(|one| one.id.to_string()).collect();
    let mut any = || (*bodies.get(dice.throw(bodies.len()))?).clone().into();
    let (one, other): (Option<Airing>, Option<Airing>) = (any(), any());
    let (one, other) = (one?, other?);
    let date = one
        .date
        .plus_days(i64::try_from(dice.throw(3)).unwrap() - 1)
        .to_string();
    let spot = Spot {
        channel: channels[dice.throw(channels.len())].clone(),
        date,
        time: Times::Minute(i32::try_from(dice.throw(1440)).unwrap()),
    };
    let minutes = i32::try_from(dice.throw(40)).unwrap() - 20;
    let own = |time| Spot {
        channel: one.channel.to_string(),
        date: one.date.to_string(),
        time,
    };
    let version = other.version.as_ref().map(|id| id.as_str().to_owned());
    let edit = match dice.throw(11) {
        0 | 1 => moved(&one, spot),
        2 => moved(&one, own(Times::By(minutes))),
        3 => Edit::Copy {
            airings: vec![asked(&one), asked(&other)],
            to: spot,
        },
        4 => Edit::Trim {
            airing: asked(&one),
            edge: [Edge::Start, Edge::End][dice.throw(2)],
            to: own(Times::By(minutes)),
        },
        5 => Edit::Remove {
            airings: vec![asked(&one)],
        },
        6 => Edit::Place {
            version: version?,
            to: spot,
        },
        7 => Edit::Replace {
            airing: asked(&one),
            version: version?,
        },
        8 => Edit::Pin {
            airings: vec![asked(&one)],
        },
        9 => Edit::Unpin {
            airings: vec![asked(&one)],
        },
        _ => Edit::Swap {
            one: asked(&one),
            other: asked(&other),
        },
    };
    let all = [Collision::Refuse, Collision::Shift, Collision::Replace, Collision::Trim];
    Some((edit, all[dice.throw(4)]))
}

#[test]
fn a_hundred_edits_undone_leave_the_export_as_it_was() {
    let mut room = Room::sample();
    let beginning = room.exported();
    let mut dice = Dice(11);
    let (mut done, mut tried) = (0, 0);
    while done < 100 {
        tried += 1;
        assert!(tried < 3_000, "only {done} edits could be done");
        let Some((edit, collision)) = any_edit(&mut room, &mut dice) else {
            continue;
        };
        if room.edit(&edit, collision).is_ok() {
            done += 1;
            if done % 10 == 0 {
                room.is_sound();
            }
        }
    }
    let end = room.exported();
    for _ in 0..100 {
        room.desk.undo(&hand()).unwrap().unwrap();
    }
    assert!(room.exported() == beginning);
    room.is_sound();
    for _ in 0..100 {
        room.desk.redo(&hand()).unwrap().unwrap();
    }
    assert!(room.exported() == end);
}

#[test]
fn a_plan_b_is_kept_beside_the_schedule_compared_and_swapped_in_as_one_step() {
    let mut room = Room::sample();
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap();
    let as_it_was = room.exported();
    room.desk.keep_scenario("if the visit moves", range, NOW).unwrap();
    assert_eq!(
        room.desk
            .keep_scenario(" if the visit moves ", range, NOW)
            .unwrap_err()
            .code,
        "scenario_name"
    );
    assert!(room.exported() == as_it_was, "keeping a plan B changes nothing");
    let airing = room.at(KHABAR, "2024-07-02", "21:00").unwrap();
    room.edit(
        &moved(&airing, at_wall(KHABAR, "2024-07-03", "20:20")),
        Collision::Replace,
    )
    .unwrap();
    let changed = room.exported();
    let (_, difference) = room.desk.compare_scenario("if the visit moves").unwrap();
    assert!(!difference.removed.is_empty() || !difference.moved.is_empty());
    room.desk.swap_scenario("if the visit moves", &hand()).unwrap();
    room.is_sound();
    assert!(room.exported() == as_it_was, "the schedule is what the plan B held");
    room.desk.undo(&hand()).unwrap().unwrap();
    assert!(room.exported() == changed);
    // The plan B holds what the schedule was, also after a restart.
    let path = room.desk.path();
    drop(room.desk);
    room.desk = Desk::open(&path, NOW, Zones::bundled()).unwrap();
    let kept = room.desk.scenarios().unwrap();
    assert_eq!((kept.len(), kept[0].range), (1, range));
    assert!(
        kept[0]
            .airings
            .iter()
            .any(|one| one.origin == Origin::Pin && one.date == BroadcastDate::parse("2024-07-03").unwrap())
    );
    room.desk.forget_scenario("if the visit moves").unwrap();
    assert_eq!(
        room.desk.scenario("if the visit moves").unwrap_err().code,
        "no_scenario"
    );
}
