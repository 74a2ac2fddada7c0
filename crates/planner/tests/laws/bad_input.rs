//! Stations that nobody should make and somebody will: each is planned, with findings, or refused; never a panic.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, DateRange, Plan};
use arna_planner::{Effort, Proof, Request, plan};
use serde_json::{Value, json};

use crate::calculation::{How, document, index, planned_on};
use crate::recheck::recheck;
use crate::stations::Case;

/// Films of half an hour in Kazakh and, every second one, in Russian, licensed without limits.
fn station(films: usize, more: Value) -> Value {
    let film = |n: usize| {
        let language = if n.is_multiple_of(2) { "kk" } else { "ru" };
        json!({"id": format!("f/{n}"), "number": n + 1, "versions": [
            {"id": format!("f/{n}.{language}"), "language": language, "duration_ms": 1_800_000}]})
    };
    let mut document = json!({
        "format": "arna-station/1",
        "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
        "programmes": [{"id": "f", "kind": "film", "title": {}, "max_per_day": 9,
            "seasons": [{"id": "f/1", "number": 1, "episodes": (0..films).map(film).collect::<Vec<_>>()}]}],
        "licences": [{"id": "F", "programme": "f", "from": "2000-01-01", "until": "2100-01-01"}],
        "slots": [slot("a", "21:00", json!({"pool": {}}))]
    });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

fn slot(id: &str, start: &str, fill: Value) -> Value {
    json!({"id": id, "channel": "k", "start": start, "length_min": 30, "languages": ["kk", "ru"], "fill": fill})
}

/// The plan, which the independent check must agree with.
fn checked(station: Value, days: u32) -> Plan {
    let case = Case {
        station,
        from: "2024-07-01".to_owned(),
        days,
    };
    let index = index(&case.station);
    let plan = planned_on(&index, &case, How::PROVEN);
    let wrong = recheck(&case.station, &document(&plan, &index));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    plan
}

/// The plan of a station that is too large to be checked by trying everything.
fn large(station: &Value, days: u32) -> Plan {
    let index = index(station);
    let request = Request {
        index: &index,
        range: DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), days).unwrap(),
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    plan(&request, &|_| ControlFlow::Continue(())).unwrap()
}

fn codes(plan: &Plan) -> Vec<&str> {
    plan.findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn quotas_that_contradict_each_other_are_missed_and_said_so() {
    let channel = json!([{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00", "quotas": [
        {"language": "kk", "min_share_pct": 80}, {"language": "ru", "min_share_pct": 80}]}]);
    let slots = json!([
        slot("a", "20:00", json!({"hold": {"title": "News", "language": "kk"}})),
        slot("b", "21:00", json!({"pool": {}}))
    ]);
    let plan = checked(station(20, json!({"channels": channel, "slots": slots})), 7);
    assert!(codes(&plan).contains(&"quota_missed"), "{:?}", plan.findings);
    let said = plan
        .findings
        .iter()
        .find(|one| one.code == "quotas_contradict")
        .unwrap();
    assert_eq!(
        (&said.values["sum"], &said.values["languages"]),
        (&json!(160), &json!("kk, ru"))
    );
    let bound = plan.score.bound.unwrap();
    assert!(plan.score.pool <= bound.pool);
}

#[test]
fn a_licence_without_runs_leaves_its_slots_open_and_says_why() {
    let licence = json!([{"id": "F", "programme": "f", "from": "2000-01-01", "until": "2100-01-01", "max_runs": 0}]);
    let slots = json!([
        slot("a", "20:00", json!({"sequel": {"season": "f/1"}})),
        slot("b", "21:00", json!({"pool": {}}))
    ]);
    let plan = checked(station(3, json!({"licences": licence, "slots": slots})), 2);
    assert!(plan.airings.is_empty());
    assert_eq!(plan.open.len(), 4);
    for open in &plan.open {
        assert!(!open.refusals.is_empty());
        for refusal in &open.refusals {
            assert_eq!(
                (refusal.code.as_str(), &refusal.values["max_runs"]),
                ("runs_exhausted", &json!(0))
            );
        }
    }
}

#[test]
fn a_pool_without_candidates_stays_open() {
    let slots = json!([slot("a", "21:00", json!({"pool": {"kinds": ["opera"]}}))]);
    let plan = checked(station(3, json!({"slots": slots})), 3);
    assert!(plan.airings.is_empty());
    assert_eq!(plan.open.len(), 3);
    assert!(plan.open.iter().all(|open| open.refusals.is_empty()));
    assert_eq!(plan.score.bound.unwrap().pool, 0);
}

#[test]
fn a_channel_without_slots_and_an_empty_station_have_an_empty_plan() {
    assert!(checked(station(3, json!({"slots": []})), 7).airings.is_empty());
    let nothing = json!({"format": "arna-station/1", "channels": [], "programmes": [], "slots": []});
    let plan = checked(nothing, 7);
    assert_eq!((plan.airings.len(), plan.open.len(), plan.findings.len()), (0, 0, 0));
}

#[test]
fn a_range_of_no_days_has_an_empty_plan() {
    let plan = checked(station(3, json!({})), 0);
    assert_eq!((plan.airings.len(), plan.open.len(), plan.findings.len()), (0, 0, 0));
}

#[test]
fn ten_years_are_planned_and_more_are_refused() {
    let slots = json!([
        slot("a", "20:00", json!({"sequel": {"season": "f/1", "then": "restart"}})),
        slot("b", "21:00", json!({"pool": {}})),
        slot("c", "22:00", json!({"repeat": {"of": "a", "days_after": 1}}))
    ]);
    let licence =
        json!([{"id": "F", "programme": "f", "from": "2000-01-01", "until": "2100-01-01", "min_gap_hours": 2400}]);
    let plan = large(&station(8, json!({"slots": slots, "licences": licence})), 3_650);
    assert_eq!(plan.airings.len() + plan.open.len(), 3 * 3_650);
    let from = BroadcastDate::parse("2024-07-01").unwrap();
    assert_eq!(DateRange::new(from, DateRange::LONGEST + 1), None);
}

/// Half of them are not taken by the slot; the other 50,000 are.
#[test]
fn a_hundred_thousand_candidates_for_one_slot() {
    let mut only_kazakh = slot("a", "21:00", json!({"pool": {}}));
    only_kazakh["languages"] = json!(["kk"]);
    let plan = large(&station(100_000, json!({"slots": [only_kazakh]})), 2);
    assert_eq!(plan.airings.len(), 2);
    assert_eq!(plan.score.pool, 2 * (6 * 3 * 30 + 12 * 30));
}

#[test]
fn a_repeat_of_what_aired_millions_of_days_ago_finds_nothing() {
    let slots = json!([
        slot("a", "21:00", json!({"pool": {}})),
        slot("b", "22:00", json!({"repeat": {"of": "a", "days_after": u32::MAX}}))
    ]);
    let history = json!([{"channel": "k", "start": "2024-06-01T21:00:00+05:00", "version": "f/0.kk"}]);
    let plan = checked(station(3, json!({"slots": slots, "history": history})), 2);
    let repeats: Vec<_> = plan.open.iter().filter(|open| open.slot.as_str() == "b").collect();
    assert_eq!(repeats.len(), 2);
    assert!(repeats.iter().all(|open| open.refusals[0].code == "nothing_to_repeat"));
}

#[test]
fn a_storm_of_pins_keeps_every_pin_and_says_that_they_overlap() {
    let hours: Vec<String> = (6..30).map(|hour| format!("{hour:02}:00")).collect();
    let slots: Vec<Value> = (0..)
        .zip(&hours)
        .map(|(n, start): (usize, _)| slot(&format!("s{n:02}"), start, json!({"pool": {}})))
        .collect();
    let mut pins = Vec::new();
    for date in 1..=7 {
        for hour in 6..24 {
            for version in ["f/0.kk", "f/1.ru"] {
                pins.push(json!({"channel": "k", "start": format!("2024-07-{date:02}T{hour:02}:00:00+05:00"), "version": version}));
            }
        }
    }
    let count = pins.len();
    let plan = checked(station(40, json!({"slots": slots, "pins": pins})), 7);
    let pinned = plan
        .airings
        .iter()
        .filter(|airing| airing.origin == arna_domain::Origin::Pin)
        .count();
    assert_eq!(pinned, count);
    let overlaps = codes(&plan).iter().filter(|code| **code == "overlaps").count();
    assert_eq!(overlaps, count);
    assert_eq!(
        codes(&plan).iter().filter(|code| **code == "slot_dropped").count(),
        count / 2
    );
}

#[test]
fn a_season_of_a_large_catalogue_is_offered_a_ration_and_keeps_every_rule() {
    let programme = |n: usize| {
        let episode = |e: usize| {
            json!({"id": format!("p{n}/{e}"), "number": e + 1, "versions": [
                {"id": format!("p{n}/{e}.kk"), "language": "kk", "duration_ms": 1_500_000 + 60_000 * (e % 6)}]})
        };
        json!({"id": format!("p{n}"), "kind": "film", "title": {}, "max_per_day": 3,
            "seasons": [{"id": format!("p{n}/1"), "number": 1, "episodes": (0..163).map(episode).collect::<Vec<_>>()}]})
    };
    let licence = |n: usize| {
        json!({"id": format!("L{n}"), "programme": format!("p{n}"), "from": "2024-07-01", "until": "2025-06-30",
            "max_runs": 1, "min_gap_hours": 48})
    };
    let hours = (6..30).map(|hour| slot(&format!("h{hour}"), &format!("{hour:02}:00"), json!({"pool": {}})));
    let case = Case {
        station: station(
            1,
            json!({
                "programmes": (0..8).map(programme).collect::<Vec<_>>(),
                "licences": (0..8).map(licence).collect::<Vec<_>>(),
                "slots": hours.collect::<Vec<_>>()
            }),
        ),
        from: "2024-07-01".to_owned(),
        days: 100,
    };
    // 24 × 100 slots × 1,304 versions: more than are looked at together.
    let plan = large(&case.station, case.days);
    let index = index(&case.station);
    let wrong = recheck(&case.station, &document(&plan, &index));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // 1,304 episodes with a run each; nearly all find a place.
    let on_air = plan.airings.len();
    assert!((1_290..=1_304).contains(&on_air), "{on_air}");
    let request = Request {
        index: &index,
        range: plan.range,
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::new(3).unwrap(),
        proof: Proof::Spared,
    };
    let same = arna_planner::plan(&request, &|_| ControlFlow::Continue(())).unwrap();
    assert!(same == plan, "threads change the plan");
}
