//! Planning again after an edit, as text: what is accepted, the edit, and how the new plan differs and why.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{Airing, BroadcastDate, DateRange, Index, Instant, Plan, Station, Zones};
use arna_planner::{
    Accepted, Cause, Depth, Difference, Effort, Keep, Proof, Replanned, Request, difference, plan, replan,
};
use serde_json::{Value, json};

use crate::text::when;

/// A series of four parts and four films on one channel in Almaty; each film may air twice.
fn station() -> Value {
    let part = |n: u32| {
        json!({"id": format!("s/{n}"), "number": n, "versions": [
            {"id": format!("s/{n}.kk"), "language": "kk", "duration_ms": 1_500_000},
            {"id": format!("s/{n}.ru"), "language": "ru", "duration_ms": 1_500_000}]})
    };
    let film = |n: u32, minutes: u32| {
        json!({"id": format!("f/{n}"), "number": n, "versions": [
            {"id": format!("f/{n}.kk"), "language": "kk", "duration_ms": minutes * 60_000}]})
    };
    let slot = |id: &str, start: &str, fill: Value| json!({"id": id, "channel": "k", "start": start, "length_min": 30, "languages": ["kk", "ru"], "fill": fill});
    json!({
        "format": "arna-station/1",
        "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
        "programmes": [
            {"id": "s", "kind": "series", "title": {}, "order": "serial",
                "seasons": [{"id": "s/1", "number": 1, "episodes": [part(1), part(2), part(3), part(4)]}]},
            {"id": "f", "kind": "film", "title": {}, "max_per_day": 9,
                "seasons": [{"id": "f/1", "number": 1, "episodes": [film(1, 20), film(2, 30), film(3, 28), film(4, 26)]}]},
            {"id": "i", "kind": "filler", "title": {}, "seasons": [{"id": "i/1", "number": 1, "episodes": [
                {"id": "i/1/1", "number": 1, "versions": [{"id": "ident60", "language": "zxx", "duration_ms": 60_000}]}]}]}
        ],
        "licences": [
            {"id": "S", "programme": "s", "from": "2024-01-01", "until": "2024-12-31"},
            {"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "max_runs": 2, "min_gap_hours": 20}],
        "slots": [
            slot("prime", "21:00", json!({"pool": {"kinds": ["film"]}})),
            slot("serial", "20:00", json!({"sequel": {"season": "s/1"}})),
            slot("again", "10:00", json!({"repeat": {"of": "serial", "days_after": 1}}))],
        "fillers": [{"version": "ident60"}],
        "pins": [],
        "blackouts": []
    })
}

fn index_of(station: &Value) -> Index {
    let station: Station = serde_json::from_value(station.clone()).unwrap();
    Index::of(&station, &Zones::bundled()).unwrap()
}

fn range() -> DateRange {
    DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 4).unwrap()
}

fn request(index: &Index) -> Request<'_> {
    Request {
        index,
        range: range(),
        seed: 0,
        effort: Effort::Normal,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    }
}

fn planned(station: &Value) -> Plan {
    plan(&request(&index_of(station)), &|_| ControlFlow::Continue(())).unwrap()
}

fn again(station: &Value, schedule: &[Airing], keep: Keep, depth: Depth) -> Replanned {
    let accepted = Accepted {
        schedule,
        keep,
        weight: Accepted::USUAL_WEIGHT,
    };
    replan(&request(&index_of(station)), &accepted, depth, &|_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

/// `07-01 21:00 f/2.kk`.
fn place(airing: &Airing) -> String {
    let version = airing.version.as_ref();
    format!("{} {}", when(airing), version.map_or("", |version| version.as_str()))
}

fn cause(cause: &Cause) -> String {
    assert!(Cause::CODES.contains(&cause.code), "{cause:?}");
    match &cause.refusal {
        Some(refusal) => format!("{} {}", cause.code, refusal.code),
        None => cause.code.to_owned(),
    }
}

/// `removed 07-01 21:00 f/2.kk: rule runs_exhausted` a line, programmes only.
fn lines(difference: &Difference) -> Vec<String> {
    let shown = |airing: &Airing| !airing.origin.is_break();
    let mut lines = Vec::new();
    for one in difference.removed.iter().filter(|one| shown(&one.airing)) {
        lines.push(format!("removed {}: {}", place(&one.airing), cause(&one.cause)));
    }
    for one in difference.moved.iter().filter(|one| shown(&one.after)) {
        lines.push(format!(
            "moved {} from {}: {}",
            place(&one.after),
            place(&one.before),
            cause(&one.cause)
        ));
    }
    for one in difference.added.iter().filter(|one| shown(&one.airing)) {
        lines.push(format!("added {}: {}", place(&one.airing), cause(&one.cause)));
    }
    lines
}

/// `20:00 s/1.kk sequel serial` of each date.
fn accepted() -> Vec<Airing> {
    let mut all = Vec::new();
    for (date, lines) in [
        (
            "2024-07-01",
            ["20:00 s/1.kk sequel serial", "21:00 f/2.kk pool prime"].as_slice(),
        ),
        (
            "2024-07-02",
            &[
                "10:00 s/1.kk repeat again",
                "20:00 s/2.kk sequel serial",
                "21:00 f/3.kk pool prime",
            ],
        ),
        (
            "2024-07-03",
            &[
                "10:00 s/2.kk repeat again",
                "20:00 s/3.kk sequel serial",
                "21:00 f/4.kk pool prime",
            ],
        ),
        (
            "2024-07-04",
            &[
                "10:00 s/3.kk repeat again",
                "20:00 s/4.kk sequel serial",
                "21:00 f/2.kk pool prime",
            ],
        ),
    ] {
        all.extend(lines.iter().map(|line| airing(date, line)));
    }
    all
}

fn airing(date: &str, line: &str) -> Airing {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [time, version, origin, slot] = words[..] else {
        panic!("{line}")
    };
    let minutes = [("s/", 25), ("f/1", 20), ("f/2", 30), ("f/3", 28), ("f/4", 26)];
    let (_, minutes) = minutes.iter().find(|(of, _)| version.starts_with(of)).unwrap();
    let start = Instant::parse(&format!("{date}T{time}:00+05:00")).unwrap();
    serde_json::from_value(json!({
        "channel": "k", "date": date, "start": start, "end": start + minutes * 60_000, "version": version,
        "licence": if version.starts_with('s') { "S" } else { "F" }, "slot": slot, "origin": origin
    }))
    .unwrap()
}

/// Edits a station with an accepted schedule and plans again.
#[track_caller]
fn check(keep: Keep, edit: fn(&mut Value), expected: &[&str]) {
    let mut station = station();
    edit(&mut station);
    let again = again(&station, &accepted(), keep, Depth::Proposal);
    assert_eq!(lines(&again.difference), expected);
    // Said without the calculation, the difference is the same.
    if !matches!(keep, Keep::Aired { .. }) {
        let said = difference(&index_of(&station), range(), &accepted(), &again.plan);
        assert_eq!(said, again.difference);
    }
}

fn noon_of_the_third() -> Keep {
    Keep::Aired {
        before: Instant::parse("2024-07-03T12:00:00+05:00").unwrap(),
    }
}

#[test]
fn nothing_edited_changes_nothing() {
    for keep in [Keep::Accepted, Keep::Pinned, noon_of_the_third()] {
        check(keep, |_| {}, &[]);
        let station = station();
        let accepted = planned(&station);
        let again = again(&station, &accepted.airings, keep, Depth::Proposal);
        assert!(again.difference.is_empty(), "{:?}", again.difference);
        assert_eq!(again.plan, accepted, "{keep:?}");
    }
}

#[test]
fn a_licence_that_ends_takes_only_what_it_forbids() {
    check(
        Keep::Accepted,
        |station| station["licences"][1]["until"] = json!("2024-07-03"),
        &["removed 07-04 21:00 f/2.kk: rule not_licensed"],
    );
}

#[test]
fn a_run_less_frees_a_seat_for_the_best_that_fits() {
    check(
        Keep::Accepted,
        |station| station["licences"][1]["max_runs"] = json!(1),
        &[
            "removed 07-04 21:00 f/2.kk: rule runs_exhausted",
            "added 07-04 21:00 f/1.kk: freed_seat",
        ],
    );
}

#[test]
fn a_pin_beats_what_was_there() {
    check(
        Keep::Accepted,
        |station| {
            station["pins"] = json!([{"channel": "k", "start": "2024-07-02T21:00:00+05:00", "version": "f/1.kk"}]);
        },
        &[
            "removed 07-02 21:00 f/3.kk: pin_there",
            "added 07-02 21:00 f/1.kk: pin_put",
        ],
    );
}

#[test]
fn a_pin_beside_it_leaves_too_little_room() {
    check(
        Keep::Accepted,
        |station| {
            station["pins"] = json!([{"channel": "k", "start": "2024-07-02T21:20:00+05:00", "version": "f/1.kk"}]);
        },
        &[
            "removed 07-02 21:00 f/3.kk: rule too_long",
            "added 07-02 21:20 f/1.kk: pin_put",
        ],
    );
}

#[test]
fn a_pin_that_moves_a_strand_on_takes_its_repeats_along() {
    check(
        Keep::Accepted,
        |station| {
            station["pins"] = json!([{"channel": "k", "start": "2024-07-02T12:00:00+05:00", "version": "s/2.kk"}]);
        },
        &[
            "removed 07-03 10:00 s/2.kk: repeat_follows",
            "removed 07-04 10:00 s/3.kk: repeat_follows",
            "moved 07-02 12:00 s/2.kk from 07-02 20:00 s/2.kk: pin_put",
            "moved 07-03 10:00 s/3.kk from 07-03 20:00 s/3.kk: strand_moved",
            "moved 07-04 10:00 s/4.kk from 07-04 20:00 s/4.kk: strand_moved",
            "added 07-02 20:00 s/3.kk: strand_moved",
            "added 07-03 20:00 s/4.kk: strand_moved",
        ],
    );
}

#[test]
fn what_a_slot_held_moves_with_it() {
    check(
        Keep::Accepted,
        |station| station["slots"][0]["start"] = json!("21:30"),
        &[
            "moved 07-01 21:30 f/2.kk from 07-01 21:00 f/2.kk: slot_changed",
            "moved 07-02 21:30 f/3.kk from 07-02 21:00 f/3.kk: slot_changed",
            "moved 07-03 21:30 f/4.kk from 07-03 21:00 f/4.kk: slot_changed",
            "moved 07-04 21:30 f/2.kk from 07-04 21:00 f/2.kk: slot_changed",
        ],
    );
}

#[test]
fn a_slot_that_no_longer_stands_loses_its_airing() {
    check(
        Keep::Accepted,
        |station| station["slots"][0]["days"] = json!(["mon", "wed", "thu"]),
        &["removed 07-02 21:00 f/3.kk: slot_gone"],
    );
}

#[test]
fn a_slot_that_is_called_otherwise_keeps_what_it_held() {
    check(
        Keep::Accepted,
        |station| station["slots"][0]["id"] = json!("evening"),
        &[],
    );
}

#[test]
fn a_slot_that_takes_something_else_lets_its_airings_go() {
    check(
        Keep::Accepted,
        |station| station["slots"][0]["fill"] = json!({"hold": {"title": "News"}}),
        &[
            "removed 07-01 21:00 f/2.kk: slot_changed",
            "removed 07-02 21:00 f/3.kk: slot_changed",
            "removed 07-03 21:00 f/4.kk: slot_changed",
            "removed 07-04 21:00 f/2.kk: slot_changed",
            "added 07-01 21:00 : slot_changed",
            "added 07-02 21:00 : slot_changed",
            "added 07-03 21:00 : slot_changed",
            "added 07-04 21:00 : slot_changed",
        ],
    );
}

#[test]
fn a_higher_layer_covers_what_was_there() {
    check(
        Keep::Accepted,
        |station| {
            let slots = station["slots"].as_array_mut().unwrap();
            slots.push(
                json!({"id": "gala", "channel": "k", "start": "21:00", "length_min": 30, "layer": 1,
                "from": "2024-07-03", "until": "2024-07-03", "fill": {"hold": {"title": "Gala"}}}),
            );
        },
        &[
            "removed 07-03 21:00 f/4.kk: slot_covered",
            "added 07-03 21:00 : was_open",
        ],
    );
}

#[test]
fn a_version_that_is_lost_leaves_its_place_to_another() {
    check(
        Keep::Accepted,
        |station| {
            let episodes = station["programmes"][1]["seasons"][0]["episodes"]
                .as_array_mut()
                .unwrap();
            episodes.remove(2);
        },
        &[
            "removed 07-02 21:00 f/3.kk: version_gone",
            "added 07-02 21:00 f/1.kk: freed_seat",
        ],
    );
}

#[test]
fn a_blackout_takes_what_it_touches() {
    check(
        Keep::Accepted,
        |station| {
            station["blackouts"] = json!([
                {"channel": "k", "from": "2024-07-03T21:00:00+05:00", "until": "2024-07-03T21:30:00+05:00"}]);
        },
        &["removed 07-03 21:00 f/4.kk: rule blacked_out"],
    );
}

#[test]
fn a_language_that_is_lost_lets_another_version_stand_in() {
    check(
        Keep::Accepted,
        |station| {
            station["licences"][0]["languages"] = json!(["ru"]);
            station["slots"][2]["days"] = json!(["tue"]);
        },
        &[
            "removed 07-01 20:00 s/1.kk: rule not_licensed",
            "removed 07-02 10:00 s/1.kk: repeat_follows",
            "removed 07-02 20:00 s/2.kk: rule not_licensed",
            "removed 07-03 10:00 s/2.kk: slot_gone",
            "removed 07-03 20:00 s/3.kk: rule not_licensed",
            "removed 07-04 10:00 s/3.kk: slot_gone",
            "removed 07-04 20:00 s/4.kk: rule not_licensed",
            "added 07-01 20:00 s/1.ru: freed_seat",
            "added 07-02 10:00 s/1.ru: repeat_follows",
            "added 07-02 20:00 s/2.ru: freed_seat",
            "added 07-03 20:00 s/3.ru: freed_seat",
            "added 07-04 20:00 s/4.ru: freed_seat",
        ],
    );
}

#[test]
fn what_was_open_is_filled_when_something_fits() {
    let mut station = station();
    let mut schedule = accepted();
    schedule.pop();
    let again = again(&station, &schedule, Keep::Accepted, Depth::Proposal);
    assert_eq!(lines(&again.difference), ["added 07-04 21:00 f/1.kk: was_open"]);
    // Where nothing fits it stays open, and says why.
    station["licences"][1]["until"] = json!("2024-07-03");
    let again = self::again(&station, &schedule, Keep::Accepted, Depth::Proposal);
    assert!(again.difference.removed.is_empty() && again.difference.moved.is_empty());
    assert_eq!(again.plan.open.last().unwrap().refusals[0].code, "not_licensed");
}

#[test]
fn what_is_over_stays_whatever_the_rules_say_now() {
    check(
        noon_of_the_third(),
        |station| {
            station["licences"][1]["until"] = json!("2024-06-30");
            station["licences"][0]["until"] = json!("2024-07-03");
            station["slots"][2]["days"] = json!(["thu"]);
        },
        &[
            "removed 07-03 21:00 f/4.kk: rule not_licensed",
            "removed 07-04 10:00 s/3.kk: rule not_licensed",
            "removed 07-04 20:00 s/4.kk: rule not_licensed",
            "removed 07-04 21:00 f/2.kk: rule not_licensed",
        ],
    );
}

#[test]
fn nothing_new_comes_before_now() {
    check(
        noon_of_the_third(),
        |station| {
            station["pins"] = json!([{"channel": "k", "start": "2024-07-02T12:00:00+05:00", "version": "f/1.kk"}]);
        },
        &[],
    );
}

#[test]
fn going_further_changes_only_what_earns_more_than_the_weight() {
    let station = station();
    let mut schedule = accepted();
    *schedule.last_mut().unwrap() = airing("2024-07-04", "21:00 f/3.kk pool prime");
    let further = |weight, keep| {
        let accepted = Accepted {
            schedule: &schedule,
            keep,
            weight,
        };
        let index = index_of(&station);
        let again = replan(&request(&index), &accepted, Depth::Optimised, &|_| {
            ControlFlow::Continue(())
        })
        .unwrap();
        lines(&again.difference)
    };
    // f/1 has not been on at all: 20 × (18 + 12) = 600 for 28 × 18 = 504, on either of the days that f/3 is on.
    let changed = further(35, Keep::Pinned);
    let on = |date: &str| {
        [
            format!("removed {date} 21:00 f/3.kk: better_score"),
            format!("added {date} 21:00 f/1.kk: better_score"),
        ]
    };
    assert!(changed == on("07-02") || changed == on("07-04"), "{changed:?}");
    assert_eq!(further(96, Keep::Pinned), [""; 0]);
    assert_eq!(further(0, Keep::Accepted), [""; 0]);
}

#[test]
fn what_the_search_put_on_another_day_is_forbidden_by_no_rule() {
    let (index, mut schedule) = (index_of(&station()), accepted());
    schedule.sort_by_key(|airing| airing.start);
    let mut plan = planned(&station());
    plan.airings = schedule.clone();
    // Two of f/2 are all that its licence has runs for, wherever they are.
    for airing in &mut plan.airings {
        match place(airing).as_str() {
            "07-01 21:00 f/2.kk" => *airing = self::airing("2024-07-01", "21:00 f/3.kk pool prime"),
            "07-02 21:00 f/3.kk" => *airing = self::airing("2024-07-02", "21:00 f/2.kk pool prime"),
            _ => {}
        }
    }
    assert_eq!(
        lines(&difference(&index, range(), &schedule, &plan)),
        [
            "removed 07-01 21:00 f/2.kk: better_score",
            "removed 07-02 21:00 f/3.kk: better_score",
            "added 07-01 21:00 f/3.kk: better_score",
            "added 07-02 21:00 f/2.kk: better_score",
        ]
    );
}

#[test]
fn of_pins_that_start_together_the_one_that_goes_is_gone() {
    let mut station = station();
    let pin = |version: &str| json!({"channel": "k", "start": "2024-07-01T12:00:00+05:00", "version": version});
    station["pins"] = json!([pin("f/1.kk"), pin("f/2.kk")]);
    station["slots"] = json!([]);
    let both = planned(&station);
    for (gone, version) in ["f/1.kk", "f/2.kk"].into_iter().enumerate() {
        let mut fewer = station.clone();
        fewer["pins"].as_array_mut().unwrap().remove(gone);
        let one = planned(&fewer);
        assert_eq!(
            lines(&difference(&index_of(&fewer), range(), &both.airings, &one)),
            [format!("removed 07-01 12:00 {version}: pin_gone")]
        );
        assert_eq!(
            lines(&difference(&index_of(&station), range(), &one.airings, &both)),
            [format!("added 07-01 12:00 {version}: pin_put")]
        );
    }
    // One in place of another: that is why it went.
    let (mut first, mut second) = (station.clone(), station);
    first["pins"] = json!([pin("f/1.kk")]);
    second["pins"] = json!([pin("f/2.kk")]);
    assert_eq!(
        lines(&difference(
            &index_of(&second),
            range(),
            &planned(&first).airings,
            &planned(&second)
        )),
        [
            "removed 07-01 12:00 f/1.kk: pin_there",
            "added 07-01 12:00 f/2.kk: pin_put"
        ]
    );
}

/// What a plan airs of a programme from the second day on, with its licence.
fn later(again: &Replanned, of: &str) -> Vec<String> {
    let before = Instant::parse("2024-07-02T12:00:00+05:00").unwrap();
    let own = again.plan.airings.iter().filter(|airing| airing.start >= before);
    own.filter(|airing| {
        airing
            .version
            .as_ref()
            .is_some_and(|version| version.as_str().starts_with(of))
    })
    .map(|airing| {
        format!(
            "{} {}",
            place(airing),
            airing.licence.as_ref().map_or("", |id| id.as_str())
        )
    })
    .collect()
}

fn noon_of_the_second() -> Keep {
    Keep::Aired {
        before: Instant::parse("2024-07-02T12:00:00+05:00").unwrap(),
    }
}

#[test]
fn what_was_on_air_keeps_the_licence_that_it_was_charged_to() {
    let mut station = station();
    let licence = |id: &str, until: &str| json!({"id": id, "programme": "f", "from": "2024-01-01", "until": until, "max_runs": 1, "min_gap_hours": 20});
    station["licences"] = json!([licence("F1", "2024-07-03"), licence("F2", "2024-12-31")]);
    station["programmes"][1]["seasons"][0]["episodes"] = json!([station["programmes"][1]["seasons"][0]["episodes"][1]]);
    let mut aired = airing("2024-07-01", "21:00 f/2.kk pool prime");
    aired.licence = Some(serde_json::from_value(json!("F2")).unwrap());
    let again = again(&station, &[aired], noon_of_the_second(), Depth::Proposal);
    let later = later(&again, "f/2");
    assert!(matches!(later.as_slice(), [one] if one.ends_with(" F1")), "{later:?}");
}

#[test]
fn a_pin_in_the_midst_of_what_is_on_air_stays_and_is_told() {
    let mut station = station();
    station["pins"] = json!([{"channel": "k", "start": "2024-07-01T21:20:00+05:00", "version": "f/1.kk"}]);
    let keep = Keep::Aired {
        before: Instant::parse("2024-07-01T21:10:00+05:00").unwrap(),
    };
    let again = again(&station, &accepted(), keep, Depth::Proposal);
    let places: Vec<_> = again.plan.airings.iter().map(place).collect();
    assert!(places.contains(&"07-01 21:00 f/2.kk".to_owned()), "{places:?}");
    assert!(places.contains(&"07-01 21:20 f/1.kk".to_owned()), "{places:?}");
    let told = again.plan.findings.iter().filter(|one| one.code == "overlaps");
    assert!(told.count() > 0, "{:?}", again.plan.findings);
}

#[test]
fn what_was_on_air_before_a_slot_was_cut_has_been_on_air() {
    let mut station = station();
    station["slots"][1]["length_min"] = json!(180);
    station["slots"].as_array_mut().unwrap().remove(0);
    let aired = [
        airing("2024-07-01", "20:00 s/1.kk sequel serial"),
        airing("2024-07-01", "21:00 f/2.kk pool prime"),
    ];
    let again = again(&station, &aired, noon_of_the_second(), Depth::Proposal);
    let later = later(&again, "s/");
    assert!(later.iter().any(|one| one.starts_with("07-02 20:00 s/2")), "{later:?}");
    assert!(!later.iter().any(|one| one.starts_with("07-02 20:00 s/1")), "{later:?}");
}

#[test]
fn a_slot_whose_programme_began_late_is_not_open() {
    let station = station();
    let aired = [
        airing("2024-07-01", "20:05 s/1.kk sequel serial"),
        airing("2024-07-01", "21:00 f/2.kk pool prime"),
    ];
    let is_open = |aired: &[Airing]| {
        let again = again(&station, aired, noon_of_the_second(), Depth::Proposal);
        let mut open = again.plan.open.iter();
        open.any(|one| one.date.to_string() == "2024-07-01" && one.slot.as_str() == "serial")
    };
    assert!(!is_open(&aired), "it began late");
    assert!(is_open(&aired[1..]), "nothing aired");
}
