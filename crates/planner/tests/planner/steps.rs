//! The steps of the calculation, as text: a station, a range, and the lines of its plan.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, DateRange, Index, Plan, Station, Zones};
use arna_planner::{Effort, PlanError, Progress, Proof, Request, Step, plan};
use serde_json::{Value, json};

use crate::text::when;

/// A series of three parts and two films on one channel in Almaty, licensed without limits.
fn station(more: Value) -> Station {
    let part = |n: u32| {
        json!({"id": format!("s/{n}"), "number": n, "versions": [
            {"id": format!("s/{n}.kk"), "language": "kk", "duration_ms": 1_500_000},
            {"id": format!("s/{n}.ru"), "language": "ru", "duration_ms": 1_500_000}]})
    };
    let film = |n: u32, minutes: u32| {
        json!({"id": format!("f/{n}"), "number": n, "versions": [
            {"id": format!("f/{n}.kk"), "language": "kk", "duration_ms": minutes * 60_000}]})
    };
    let mut document = json!({
        "format": "arna-station/1",
        "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
        "programmes": [
            {"id": "s", "kind": "series", "title": {}, "order": "serial",
                "seasons": [{"id": "s/1", "number": 1, "episodes": [part(1), part(2), part(3)]}]},
            {"id": "f", "kind": "film", "title": {}, "max_per_day": 9,
                "seasons": [{"id": "f/1", "number": 1, "episodes": [film(1, 20), film(2, 30)]}]},
            {"id": "p", "kind": "promo", "title": {}, "seasons": [{"id": "p/1", "number": 1, "episodes": [
                {"id": "p/1/1", "number": 1, "versions": [{"id": "promo", "language": "kk", "duration_ms": 30_000}]}]}]},
            {"id": "i", "kind": "filler", "title": {}, "seasons": [{"id": "i/1", "number": 1, "episodes": [
                {"id": "i/1/1", "number": 1, "versions": [{"id": "ident60", "language": "zxx", "duration_ms": 60_000}]},
                {"id": "i/1/2", "number": 2, "versions": [{"id": "ident20", "language": "zxx", "duration_ms": 20_000}]}]}]}
        ],
        "licences": [
            {"id": "S", "programme": "s", "from": "2024-01-01", "until": "2024-12-31"},
            {"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "min_gap_hours": 20}],
        "slots": []
    });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    serde_json::from_value(document).unwrap()
}

fn slot(id: &str, start: &str, fill: Value) -> Value {
    json!({"id": id, "channel": "k", "start": start, "length_min": 30, "languages": ["kk", "ru"], "fill": fill})
}

fn sequel() -> Value {
    json!({"sequel": {"season": "s/1"}})
}

fn planned(more: Value, days: u32) -> Plan {
    let index = Index::of(&station(more), &Zones::bundled()).unwrap();
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), days).unwrap();
    let of = |threads| {
        let request = Request {
            index: &index,
            range,
            seed: 0,
            effort: Effort::Normal,
            threads: NonZeroUsize::new(threads).unwrap(),
            proof: Proof::Spared,
        };
        plan(&request, &|_| ControlFlow::Continue(())).unwrap()
    };
    let plan = of(1);
    assert_eq!(of(3), plan, "threads change the plan");
    plan
}

/// `07-01 21:00 sequel s/1.kk` a line, then what is open, then findings.
fn lines(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for airing in &plan.airings {
        let what = airing
            .version
            .as_ref()
            .map_or(airing.title.as_deref(), |version| Some(version.as_str()));
        lines.push(format!(
            "{} {} {}",
            when(airing),
            airing.origin.as_str(),
            what.unwrap_or_default()
        ));
    }
    for open in &plan.open {
        let reasons: Vec<_> = open
            .refusals
            .iter()
            .map(|one| {
                format!(
                    "{}{}",
                    one.version.as_ref().map_or(String::new(), |id| format!("{id}:")),
                    one.code
                )
            })
            .collect();
        lines.push(format!(
            "open {} {}: {}",
            &open.date.to_string()[5..],
            open.slot,
            reasons.join(" ")
        ));
    }
    lines.extend(plan.findings.iter().map(|one| format!("finding {}", one.code)));
    lines
}

#[track_caller]
fn check(more: Value, days: u32, expected: &[&str]) {
    assert_eq!(lines(&planned(more, days)), expected);
}

#[test]
fn what_lasts_less_than_a_minute_earns_nothing_and_airs_all_the_same() {
    let short = json!([{"id": "q", "kind": "quotes", "title": {}, "max_per_day": 9, "seasons": [{"id": "q/1", "number": 1, "episodes": [
        {"id": "q/1/1", "number": 1, "versions": [{"id": "q.kk", "language": "kk", "duration_ms": 45_000}]}]}]}]);
    let quotes = |id: &str, start: &str| slot(id, start, json!({"pool": {"kinds": ["quotes"]}}));
    check(
        json!({
            "programmes": short,
            "licences": [{"id": "Q", "programme": "q", "from": "2024-01-01", "until": "2024-12-31"}],
            "slots": [quotes("a", "20:00"), quotes("b", "21:00")]
        }),
        1,
        &["07-01 20:00 pool q.kk", "07-01 21:00 pool q.kk"],
    );
}

#[test]
fn a_strand_walks_on_and_stops() {
    check(
        json!({"slots": [slot("a", "21:00", sequel())]}),
        4,
        &[
            "07-01 21:00 sequel s/1.kk",
            "07-02 21:00 sequel s/2.kk",
            "07-03 21:00 sequel s/3.kk",
            "open 07-04 a: season_finished",
        ],
    );
}

#[test]
fn a_strand_walks_on_from_history_and_pins_and_may_begin_again() {
    check(
        json!({
            "slots": [slot("a", "21:00", json!({"sequel": {"season": "s/1", "then": "restart"}}))],
            "history": [
                {"channel": "k", "start": "2024-06-30T21:00:00+05:00", "version": "s/1.ru"},
                {"channel": "k", "start": "2024-06-30T23:00:00+05:00", "version": "s/3.ru", "repeat": true}],
            "pins": [{"channel": "k", "start": "2024-07-02T10:00:00+05:00", "version": "s/3.kk"}]
        }),
        3,
        &[
            "07-01 21:00 sequel s/2.kk",
            "07-02 10:00 pin s/3.kk",
            "07-02 21:00 sequel s/1.kk",
            "07-03 21:00 sequel s/2.kk",
        ],
    );
}

#[test]
fn a_repeat_takes_what_the_other_slot_showed() {
    check(
        json!({"slots": [
            slot("a", "21:00", sequel()),
            slot("b", "25:30", json!({"repeat": {"of": "a"}})),
            slot("c", "10:00", json!({"repeat": {"of": "b", "days_after": 1}}))
        ]}),
        2,
        &[
            "07-01 21:00 sequel s/1.kk",
            "07-01 25:30 repeat s/1.kk",
            "07-02 10:00 repeat s/1.kk",
            "07-02 21:00 sequel s/2.kk",
            "07-02 25:30 repeat s/2.kk",
            "open 07-01 c: nothing_to_repeat",
        ],
    );
}

#[test]
fn a_repeat_of_an_earlier_range_looks_at_history() {
    check(
        json!({
            "slots": [slot("a", "21:00", sequel()), slot("c", "10:00", json!({"repeat": {"of": "a", "days_after": 1}}))],
            "history": [{"channel": "k", "start": "2024-06-30T21:00:00+05:00", "version": "s/1.ru"}]
        }),
        1,
        &["07-01 10:00 repeat s/1.ru", "07-01 21:00 sequel s/2.kk"],
    );
}

#[test]
fn a_pin_beats_a_slot_and_its_repeat_finds_nothing() {
    check(
        json!({
            "slots": [slot("a", "21:00", sequel()), slot("b", "23:00", json!({"repeat": {"of": "a"}}))],
            "pins": [{"channel": "k", "start": "2024-07-01T21:00:00+05:00", "version": "f/2.kk"}]
        }),
        1,
        &[
            "07-01 21:00 pin f/2.kk",
            "open 07-01 b: nothing_to_repeat",
            "finding slot_dropped",
        ],
    );
}

#[test]
fn a_higher_layer_cuts_a_lower_one() {
    let mut special = slot(
        "special",
        "21:20",
        json!({"hold": {"title": "Concert", "language": "kk"}}),
    );
    special["layer"] = json!(1);
    check(
        json!({"slots": [slot("a", "21:00", sequel()), special]}),
        1,
        &[
            "07-01 21:20 hold Concert",
            "open 07-01 a: s/1.kk:too_long s/1.ru:too_long",
            "finding slot_cut",
        ],
    );
}

#[test]
fn the_first_language_that_keeps_every_rule_airs() {
    let licence =
        json!([{"id": "S", "programme": "s", "languages": ["ru"], "from": "2024-01-01", "until": "2024-12-31"}]);
    check(
        json!({"slots": [slot("a", "21:00", sequel())], "licences": licence}),
        1,
        &["07-01 21:00 sequel s/1.ru"],
    );
}

#[test]
fn pools_take_the_longest_where_it_counts_most() {
    let mut prime = slot("prime", "21:00", json!({"pool": {"kinds": ["film"]}}));
    prime["weight"] = json!(5);
    let mut night = slot("night", "25:00", json!({"pool": {"kinds": ["film"]}}));
    night["weight"] = json!(1);
    check(
        json!({"slots": [night, prime]}),
        2,
        &[
            "07-01 21:00 pool f/2.kk",
            "07-01 25:00 pool f/1.kk",
            "07-02 21:00 pool f/2.kk",
            "07-02 25:00 pool f/1.kk",
        ],
    );
    // 6 × weight × minutes each, 12 × minutes once for each film.
    let mut prime = slot("prime", "21:00", json!({"pool": {"kinds": ["film"]}}));
    prime["weight"] = json!(5);
    assert_eq!(planned(json!({"slots": [prime]}), 1).score.pool, 6 * 5 * 30 + 12 * 30);
}

#[test]
fn an_open_pool_names_its_nearest_candidates() {
    let plan = planned(
        json!({"slots": [
            slot("a", "20:00", json!({"pool": {"kinds": ["film"]}})),
            slot("b", "21:00", json!({"pool": {"kinds": ["film"]}})),
            slot("c", "22:00", json!({"pool": {"kinds": ["film"]}}))
        ]}),
        1,
    );
    assert_eq!(plan.open.len(), 1);
    assert_eq!(plan.open[0].refusals.len(), 2);
    assert!(
        plan.open[0].refusals.iter().all(|one| one.code == "too_close"),
        "{:?}",
        plan.open
    );
}

#[test]
fn breaks_are_filled_back_to_back_and_no_filler_follows_itself_while_another_fits() {
    check(
        json!({
            "slots": [slot("a", "21:00", sequel())],
            "fillers": [{"version": "ident60"}, {"version": "ident20"}],
            "campaigns": [{"id": "c", "version": "promo", "channels": ["k"], "from": "2024-07-01", "until": "2024-07-01",
                "per_day": 3, "min_gap_min": 60, "hours": ["21:26", "24:00"], "weight": 3}]
        }),
        1,
        &[
            "07-01 21:00 sequel s/1.kk",
            "07-01 21:25 filler ident60",
            "07-01 21:26 promo promo",
            "07-01 21:26 filler ident20",
            "07-01 21:26 filler ident60",
            "07-01 21:27 filler ident20",
            "07-01 21:28 filler ident60",
            "07-01 21:29 filler ident20",
            "07-01 21:29 filler ident20",
        ],
    );
}

#[test]
fn a_pin_that_breaks_a_rule_stays_and_is_a_finding() {
    check(
        json!({
            "licences": [{"id": "S", "programme": "s", "from": "2024-07-02", "until": "2024-12-31"}],
            "pins": [{"channel": "k", "start": "2024-07-01T21:00:00+05:00", "version": "s/1.kk"}]
        }),
        1,
        &["07-01 21:00 pin s/1.kk", "finding not_licensed"],
    );
}

#[test]
fn what_a_slot_asks_for_and_nobody_has_is_a_finding() {
    let mut station = json!({"slots": [slot("a", "21:00", sequel())]});
    station["slots"][0]["languages"] = json!(["zh"]);
    check(
        station,
        1,
        &[
            "open 07-01 a: s/1.kk:wrong_language s/1.ru:wrong_language",
            "finding version_missing",
        ],
    );
}

#[test]
fn a_quota_counts_holds_and_programmes_and_is_missed_by_begun_minutes() {
    let plan = planned(
        json!({
            "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00",
                "quotas": [{"language": "kk", "min_share_pct": 60}]}],
            "slots": [slot("h", "20:00", json!({"hold": {"title": "News", "language": "ru"}})), slot("a", "21:00", sequel())]
        }),
        1,
    );
    // 25 of 55 minutes are Kazakh; 33 should be.
    let missed = plan.findings.iter().find(|one| one.code == "quota_missed").unwrap();
    assert_eq!(missed.values["minutes"], 8);
    assert_eq!(plan.score.pool, -60 * 8);
}

#[test]
fn history_in_the_range_is_refused_with_its_place() {
    let station =
        station(json!({"history": [{"channel": "k", "start": "2024-07-01T06:00:00+05:00", "version": "s/1.kk"}]}));
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let request = Request {
        index: &index,
        range: DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 1).unwrap(),
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    let refused = plan(&request, &|_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(refused.code(), "history_in_range");
    assert_eq!(refused.values()["path"], "history[0].start");
}

#[test]
fn a_calculation_can_be_cancelled_in_every_step() {
    let station = station(json!({"slots": [
        slot("a", "20:00", sequel()),
        slot("b", "21:00", json!({"pool": {"kinds": ["film"]}})),
        slot("c", "22:00", json!({"repeat": {"of": "b"}}))
    ]}));
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    for wanted in [Step::Sequels, Step::Pools, Step::Repeats, Step::Breaks] {
        let request = Request {
            index: &index,
            range: DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap(),
            seed: 0,
            effort: Effort::Fast,
            threads: NonZeroUsize::MIN,
            proof: Proof::Spared,
        };
        let report = |progress: Progress| match progress.step == wanted && progress.done > 0 {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        };
        assert_eq!(plan(&request, &report), Err(PlanError::Cancelled), "{wanted:?}");
    }
}
