//! Breaks with fillers and promos that nobody should make and somebody will: each is filled, keeps the rules, and ends.

use arna_domain::Plan;
use serde_json::{Value, json};

use crate::calculation::{How, document, index, planned_on};
use crate::recheck::recheck;
use crate::stations::Case;

/// A film that leaves so many milliseconds of its slot, and fillers of these lengths.
fn station(slot_min: i64, rest_ms: i64, fillers_ms: &[i64], more: Value) -> Value {
    let version = |id: &str, ms: i64| json!({"id": id, "number": 1, "versions": [{"id": id, "language": "kk", "duration_ms": ms}]});
    let programme = |id: &str, kind: &str, episodes: Vec<Value>| {
        json!({"id": id, "kind": kind, "title": {}, "tags": [id],
            "seasons": [{"id": format!("{id}/1"), "number": 1, "episodes": episodes}]})
    };
    let fillers: Vec<String> = (0..fillers_ms.len()).map(|n| format!("filler{n}")).collect();
    let lengths = fillers.iter().zip(fillers_ms);
    let mut document = json!({
        "format": "arna-station/1",
        "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
        "programmes": [
            programme("film", "film", vec![version("film", slot_min * 60_000 - rest_ms)]),
            programme("light", "promo", vec![version("light", 60_000)]),
            programme("heavy", "promo", vec![version("heavy", 60_000)]),
            programme("filler", "filler", lengths.map(|(id, &ms)| version(id, ms)).collect())],
        "licences": [{"id": "F", "programme": "film", "from": "2024-01-01", "until": "2024-12-31"}],
        "slots": [{"id": "a", "channel": "k", "start": "06:00", "length_min": slot_min, "languages": ["kk"], "fill": {"pool": {}}}],
        "fillers": fillers.iter().map(|id| json!({"version": id})).collect::<Vec<_>>()
    });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

/// What airs after the film, and the plan, which the independent check must agree with.
fn broken(station: Value) -> (Vec<String>, Plan) {
    let case = Case {
        station,
        from: "2024-07-01".to_owned(),
        days: 1,
    };
    let index = index(&case.station);
    let plan = planned_on(&index, &case, How::PROVEN);
    let wrong = recheck(&case.station, &document(&plan, &index));
    assert!(wrong.is_empty(), "{wrong:#?}");
    let spots = plan.airings.iter().skip(1);
    let names = spots
        .map(|airing| airing.version.as_ref().unwrap().to_string())
        .collect();
    (names, plan)
}

fn campaign(promo: &str, from: &str, weight: u8) -> Value {
    json!({"id": promo, "version": promo, "channels": ["k"], "from": "2024-07-01", "until": "2024-07-01",
        "per_day": 3, "min_gap_min": 60, "hours": [from, "24:00"], "weight": weight})
}

#[test]
fn a_filler_of_less_than_a_second_fills_nothing() {
    let (spots, plan) = broken(station(1440, 84_600_000, &[1], json!({})));
    assert!(spots.is_empty());
    assert_eq!(plan.score.breaks, -84_600);
    let (spots, _) = broken(station(30, 60_000, &[1, 999], json!({})));
    assert!(spots.is_empty());
}

#[test]
fn a_filler_of_less_than_a_second_comes_between_the_same_one_twice() {
    let (spots, plan) = broken(station(30, 61_000, &[20_000, 500], json!({})));
    assert_eq!(spots, ["filler0", "filler1", "filler0", "filler1", "filler0"]);
    assert_eq!(plan.score.breaks, 0);
    // With too little room for both, the break ends.
    let (spots, _) = broken(station(30, 40_200, &[20_000, 500], json!({})));
    assert_eq!(spots, ["filler0"]);
    // Where the short one does not fit, the same one follows itself.
    let (spots, _) = broken(station(30, 40_000, &[20_000, 45_000], json!({})));
    assert_eq!(spots, ["filler0", "filler0"]);
}

#[test]
fn a_break_holds_a_thousand_spots_at_most() {
    let (spots, plan) = broken(station(1440, 84_600_000, &[1_000, 2_000], json!({})));
    assert_eq!(spots.len(), 1_000);
    assert_eq!(plan.score.breaks, 500 * 3 - 84_600);
    let (spots, _) = broken(station(1440, 84_600_000, &[1_000], json!({})));
    assert_eq!(spots.len(), 1_000);
    // Fillers that would lead up to a promo late in the day are bounded too.
    let late = json!({"campaigns": [campaign("heavy", "23:00", 3)]});
    let (spots, _) = broken(station(1440, 84_600_000, &[1_000, 2_000], late));
    assert_eq!(spots.len(), 1_000);
    assert!(!spots.contains(&"heavy".to_owned()));
}

#[test]
fn of_many_fillers_the_short_ones_air_too() {
    let mut fillers: Vec<i64> = (0..70).map(|n| 1_000_000 + n * 1_000).collect();
    fillers.extend([40_000, 30_000]);
    let (spots, _) = broken(station(30, 100_000, &fillers, json!({})));
    assert_eq!(spots, ["filler70", "filler71", "filler71"]);
}

#[test]
fn a_light_promo_leaves_a_heavy_one_its_time() {
    // Two minutes: the heavy one may start at once, so both fit.
    let campaigns = json!([campaign("light", "06:00", 1), campaign("heavy", "07:28", 5)]);
    let both = json!({"campaigns": campaigns});
    let (spots, _) = broken(station(90, 120_000, &[30_000, 10_000], both));
    assert_eq!(spots, ["heavy", "light"]);
    // A minute and a half: the heavy one may start half a minute in.
    let one = json!({"campaigns": [campaign("light", "06:00", 1), campaign("heavy", "07:29", 5)]});
    let (spots, plan) = broken(station(90, 90_000, &[30_000, 10_000], one));
    assert_eq!(spots, ["filler0", "heavy"]);
    assert_eq!(plan.score.breaks, 500);
}

#[test]
fn a_promo_that_a_blackout_holds_up_comes_after_another() {
    let blackout = json!([{"channel": "k", "from": "2024-07-01T07:27:30+05:00", "until": "2024-07-01T07:28:30+05:00", "tags": ["light"]}]);
    let more =
        json!({"blackouts": blackout, "campaigns": [campaign("heavy", "07:27", 5), campaign("light", "07:28", 1)]});
    let (spots, _) = broken(station(90, 150_000, &[60_000, 30_000], more));
    assert_eq!(spots, ["heavy", "light", "filler1"]);
}

#[test]
fn what_a_blackout_of_everything_leaves_uncovered_is_in_the_bound() {
    let dark = json!({"blackouts": [{"channel": "k", "from": "2024-07-01T06:28:00+05:00", "until": "2024-07-01T12:00:00+05:00"}]});
    let (spots, plan) = broken(station(30, 300_000, &[60_000, 30_000], dark));
    assert_eq!(spots.len(), 4);
    assert_eq!(plan.score.breaks, -120);
    assert_eq!(plan.score.bound.unwrap().breaks, -120);
}

/// Starts of a promo in a day of six slots, three hours from each to the next.
fn shared_out(per_day: u32, hours: [&str; 2]) -> Vec<String> {
    let slot = |hour: u32| {
        json!({"id": format!("h{hour}"), "channel": "k", "start": format!("{hour:02}:00"), "length_min": 60,
            "languages": ["kk"], "fill": {"pool": {}}})
    };
    let mut station = station(
        60,
        120_000,
        &[30_000, 40_000],
        json!({
            "slots": Value::from_iter([6, 9, 12, 15, 18, 21].map(slot)),
            "campaigns": [{"id": "light", "version": "light", "channels": ["k"], "from": "2024-07-01",
                "until": "2024-07-01", "per_day": per_day, "min_gap_min": 60, "hours": hours, "weight": 1}]
        }),
    );
    station["programmes"][0]["max_per_day"] = json!(9);
    let (_, plan) = broken(station);
    let promos = plan.airings.iter().filter(|one| one.origin.as_str() == "promo");
    promos.map(|one| one.slot.as_ref().unwrap().to_string()).collect()
}

#[test]
fn promos_are_shared_out_over_the_day() {
    assert_eq!(shared_out(3, ["06:00", "30:00"]), ["h6", "h12", "h18"]);
    assert_eq!(shared_out(2, ["06:00", "30:00"]), ["h6", "h15"]);
    assert_eq!(
        shared_out(2, ["11:00", "20:00"]),
        ["h12", "h18"],
        "what matters is when it may air"
    );
    assert_eq!(
        shared_out(9, ["06:00", "30:00"]).len(),
        6,
        "as often as there are breaks"
    );
}
