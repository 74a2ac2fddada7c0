//! Fixes, as text: a slot that is open, and the changes with which it airs. Each is made again here, planned, and looked for.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{Amendment, BroadcastDate, DateRange, Index, Plan, Station, Zones, amend};
use arna_planner::{Effort, Fix, OpenAsked, Proof, Request, fixes, plan};
use serde_json::{Value, json};

/// A series of two parts in order, a film of 20 and one of 30 minutes, on a channel in Almaty and one in Shanghai.
fn station(more: Value) -> Station {
    let version =
        |id: &str, minutes: u32| json!({"id": format!("{id}.kk"), "language": "kk", "duration_ms": minutes * 60_000});
    let episode =
        |id: &str, number: u32, minutes: u32| json!({"id": id, "number": number, "versions": [version(id, minutes)]});
    let mut document = json!({
        "format": "arna-station/1",
        "channels": [
            {"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00", "rating_hours": {"18+": ["23:00", "30:00"]}},
            {"id": "c", "name": "C", "tz": "Asia/Shanghai", "day_start": "06:00"}],
        "programmes": [
            {"id": "s", "kind": "series", "title": {}, "order": "serial",
                "seasons": [{"id": "s/1", "number": 1, "episodes": [episode("s/1/1", 1, 25), episode("s/1/2", 2, 25)]}]},
            {"id": "f", "kind": "film", "title": {}, "max_per_day": 1,
                "seasons": [{"id": "f/1", "number": 1, "episodes": [episode("f/1/1", 1, 20), episode("f/1/2", 2, 30)]}]}],
        "licences": [
            {"id": "S", "programme": "s", "from": "2024-01-01", "until": "2024-12-31"},
            {"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31"}],
        "slots": []
    });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    serde_json::from_value(document).unwrap()
}

fn slot(id: &str, start: &str, length_min: u32, fill: Value) -> Value {
    json!({"id": id, "channel": "k", "start": start, "length_min": length_min, "languages": ["kk"], "fill": fill})
}

fn sequel() -> Value {
    json!({"sequel": {"season": "s/1"}})
}

fn films() -> Value {
    json!({"pool": {"kinds": ["film"]}})
}

fn date(text: &str) -> BroadcastDate {
    BroadcastDate::parse(text).unwrap()
}

fn planned(index: &Index, range: DateRange) -> Plan {
    let request = Request {
        index,
        range,
        seed: 0,
        effort: Effort::Normal,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    plan(&request, &|_| ControlFlow::Continue(())).unwrap()
}

/// Whether a slot has an airing in a plan.
fn airs(plan: &Plan, slot: &str, on: &str) -> bool {
    let mut airings = plan.airings.iter();
    airings.any(|one| one.date == date(on) && one.slot.as_ref().is_some_and(|own| own.as_str() == slot))
}

/// The fixes of a slot that a plan leaves open, or, with no airings at all, that nobody has calculated.
fn found(station: &Station, slot: &str, on: &str, days: u32) -> Vec<Fix> {
    let zones = Zones::bundled();
    let index = Index::of(station, &zones).unwrap();
    let range = DateRange::new(date("2024-07-01"), days).unwrap();
    let plan = planned(&index, range);
    assert!(!airs(&plan, slot, on), "{slot} is not open");
    let of = |threads| {
        let asked = OpenAsked {
            index: &index,
            range,
            airings: &plan.airings,
            slot: &slot.into(),
            date: date(on),
            threads: NonZeroUsize::new(threads).unwrap(),
            amended: &|amendments| Index::of(&amend(station, amendments, &zones).ok()?, &zones).ok(),
        };
        fixes(&asked, &|_| ControlFlow::Continue(())).unwrap()
    };
    let found = of(1);
    assert_eq!(of(3), found, "threads change the fixes");
    for fix in &found {
        let amended = Index::of(&amend(station, &fix.amendments, &zones).unwrap(), &zones).unwrap();
        let plan = planned(&amended, range);
        assert!(airs(&plan, slot, on), "{} does not help", text(&fix.amendments));
        assert!(fix.after.open < fix.before.open + 2, "{fix:?}");
    }
    found
}

/// `{"licence_runs":{"licence":"F","max_runs":2}}`, joined by ` + `.
fn text(amendments: &[Amendment]) -> String {
    let all: Vec<_> = amendments
        .iter()
        .map(|one| serde_json::to_string(one).unwrap())
        .collect();
    all.join(" + ")
}

/// The slot `a` of 1 July has these fixes, in this order.
#[track_caller]
fn check(more: Value, expected: &[&str]) {
    let found = found(&station(more), "a", "2024-07-01", 1);
    let lines: Vec<_> = found.iter().map(|fix| text(&fix.amendments)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn one_more_run() {
    let licences = json!([{"id": "S", "programme": "s", "from": "2024-01-01", "until": "2024-12-31", "max_runs": 1}]);
    let history =
        json!([{"channel": "k", "start": "2024-06-20T21:00:00+05:00", "version": "s/1/1.kk", "repeat": true}]);
    check(
        json!({"licences": licences, "history": history, "slots": [slot("a", "21:00", 30, sequel())]}),
        &[r#"{"licence_runs":{"licence":"S","max_runs":2}}"#],
    );
}

#[test]
fn a_run_that_airs_elsewhere_is_no_fix_but_two_are() {
    let licences = json!([{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "max_runs": 1}]);
    let history = json!([
        {"channel": "k", "start": "2024-06-20T21:00:00+05:00", "version": "f/1/1.kk"},
        {"channel": "k", "start": "2024-06-21T21:00:00+05:00", "version": "f/1/2.kk"}]);
    let mut prime = slot("prime", "20:00", 20, films());
    prime["weight"] = json!(5);
    let programmes = json!([{"id": "f", "kind": "film", "title": {}, "max_per_day": 9, "seasons": [{"id": "f/1", "number": 1,
        "episodes": [{"id": "f/1/1", "number": 1, "versions": [{"id": "f/1/1.kk", "language": "kk", "duration_ms": 1_200_000}]}]}]}]);
    let history = json!([history[0]]);
    check(
        json!({"programmes": programmes, "licences": licences, "history": history, "slots": [slot("a", "22:00", 20, films()), prime]}),
        &[r#"{"licence_runs":{"licence":"F","max_runs":3}}"#],
    );
}

#[test]
fn a_licence_that_holds_longer_or_from_earlier() {
    for (from, until, field) in [
        ("2024-01-01", "2024-06-28", "until"),
        ("2024-07-03", "2024-12-31", "from"),
    ] {
        check(
            json!({"licences": [{"id": "S", "programme": "s", "from": from, "until": until}],
                "slots": [slot("a", "21:00", 30, sequel())]}),
            &[&format!(
                r#"{{"licence_window":{{"licence":"S","{field}":"2024-07-01"}}}}"#
            )],
        );
    }
}

#[test]
fn a_licence_that_covers_more_and_holds_then() {
    check(
        json!({"licences": [{"id": "S", "programme": "s", "channels": ["c"], "languages": ["zh"], "from": "2024-01-01", "until": "2024-06-30"}],
            "slots": [slot("a", "21:00", 30, sequel())]}),
        &[
            r#"{"licence_covers":{"licence":"S","channels":["k"],"languages":["kk"]}} + {"licence_window":{"licence":"S","until":"2024-07-01"}}"#,
        ],
    );
}

#[test]
fn a_licence_where_there_is_none() {
    check(
        json!({"licences": [], "slots": [slot("a", "21:00", 30, sequel())]}),
        &[
            r#"{"new_licence":{"id":"s","programme":"s","season":null,"channels":["k"],"languages":["kk"],"from":"2024-07-01","until":"2024-07-01","max_runs":null,"shared":false,"rerun_hours":0}}"#,
        ],
    );
}

#[test]
fn a_longer_slot_or_minutes_of_the_next_one() {
    check(
        json!({"slots": [slot("a", "21:00", 21, sequel())]}),
        &[r#"{"slot_length":{"slot":"a","length_min":25}}"#],
    );
    let news = json!({"hold": {"title": "News"}});
    check(
        json!({"slots": [slot("a", "21:00", 21, sequel()), slot("b", "21:21", 30, news)]}),
        &[
            r#"{"slot_start":{"slot":"a","start":"20:56"}} + {"slot_length":{"slot":"a","length_min":25}}"#,
            r#"{"slot_length":{"slot":"a","length_min":25}} + {"slot_start":{"slot":"b","start":"21:25"}} + {"slot_length":{"slot":"b","length_min":26}}"#,
        ],
    );
}

#[test]
fn a_pin_out_of_the_way() {
    check(
        json!({"slots": [slot("a", "21:00", 30, sequel())],
            "pins": [{"channel": "k", "start": "2024-07-01T21:20:00+05:00", "version": "f/1/1.kk"}]}),
        &[
            r#"{"pin_moved":{"channel":"k","start":"2024-07-01T16:20:00Z","to":"2024-07-01T15:40:00Z"}}"#,
            r#"{"pin_moved":{"channel":"k","start":"2024-07-01T16:20:00Z","to":"2024-07-01T16:30:00Z"}}"#,
            r#"{"slot_start":{"slot":"a","start":"20:55"}} + {"slot_length":{"slot":"a","length_min":35}}"#,
        ],
    );
}

#[test]
fn a_pin_moved_onto_another_one_or_off_the_dates_is_no_fix() {
    let longer = r#"{"slot_start":{"slot":"a","start":"20:55"}} + {"slot_length":{"slot":"a","length_min":35}}"#;
    let before = r#"{"pin_moved":{"channel":"k","start":"2024-07-01T16:20:00Z","to":"2024-07-01T15:40:00Z"}}"#;
    let pins = json!([{"channel": "k", "start": "2024-07-01T21:20:00+05:00", "version": "f/1/1.kk"},
        {"channel": "k", "start": "2024-07-01T21:40:00+05:00", "version": "f/1/2.kk"}]);
    let programmes = two_films_a_day();
    check(
        json!({"programmes": programmes, "slots": [slot("a", "21:00", 30, sequel())], "pins": pins}),
        &[before, longer],
    );
    // Nor one into a blackout.
    let blackouts =
        json!([{"channel": "k", "from": "2024-07-01T21:40:00+05:00", "until": "2024-07-01T22:00:00+05:00"}]);
    check(
        json!({"blackouts": blackouts, "slots": [slot("a", "21:00", 30, sequel())], "pins": [pins[0]]}),
        &[before, longer],
    );
    // Behind the last slot of the day the next one begins, and that is not planned again.
    let pin = json!({"channel": "k", "start": "2024-07-02T05:50:00+05:00", "version": "f/1/1.kk"});
    let found = found(
        &station(json!({"slots": [slot("a", "29:30", 30, sequel())], "pins": [pin]})),
        "a",
        "2024-07-01",
        1,
    );
    let moves: Vec<_> = found
        .iter()
        .map(|fix| text(&fix.amendments))
        .filter(|text| text.contains("pin_moved"))
        .collect();
    assert_eq!(
        moves,
        [r#"{"pin_moved":{"channel":"k","start":"2024-07-02T00:50:00Z","to":"2024-07-02T00:10:00Z"}}"#]
    );
}

/// The programmes of the station, but that films may air as often as they like.
fn two_films_a_day() -> Value {
    let mut programmes = serde_json::to_value(station(json!({})).programmes).unwrap();
    programmes[1]["max_per_day"] = json!(9);
    programmes
}

#[test]
fn a_version_that_is_missing() {
    let mut wanted = slot("a", "21:00", 30, sequel());
    wanted["languages"] = json!(["ru"]);
    let made =
        r#"{"new_version":{"episode":"s/1/1","version":{"id":"s/1/1.ru","language":"ru","duration_ms":1500000}}}"#;
    check(
        json!({"slots": [wanted.clone()]}),
        &[r#"{"slot_languages":{"slot":"a","languages":["ru","kk"]}}"#, made],
    );
    // Made, it must be licensed too.
    let licences =
        json!([{"id": "S", "programme": "s", "languages": ["kk"], "from": "2024-01-01", "until": "2024-12-31"}]);
    let covered = r#"{"licence_covers":{"licence":"S","languages":["ru"]}}"#;
    check(
        json!({"slots": [wanted], "licences": licences}),
        &[
            r#"{"slot_languages":{"slot":"a","languages":["ru","kk"]}}"#,
            &format!("{made} + {covered}"),
        ],
    );
}

#[test]
fn an_episode_without_any_version() {
    let mut with_none = serde_json::to_value(station(json!({})).programmes).unwrap();
    with_none[0]["seasons"][0]["episodes"][0]["versions"] = json!([]);
    check(
        json!({"programmes": with_none, "slots": [slot("a", "21:00", 30, sequel())]}),
        &[r#"{"new_version":{"episode":"s/1/1","version":{"id":"s/1/1.kk","language":"kk","duration_ms":1500000}}}"#],
    );
}

#[test]
fn a_shorter_gap_or_a_pin_farther_off() {
    let one_film = json!([{"id": "f", "kind": "film", "title": {}, "seasons": [{"id": "f/1", "number": 1, "episodes": [
        {"id": "f/1/1", "number": 1, "versions": [{"id": "f/1/1.kk", "language": "kk", "duration_ms": 1_200_000}]}]}]}]);
    let licences =
        json!([{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "min_gap_hours": 6}]);
    check(
        json!({"programmes": one_film, "licences": licences, "slots": [slot("a", "21:00", 20, films())],
            "pins": [{"channel": "k", "start": "2024-07-01T17:00:00+05:00", "version": "f/1/1.kk"}]}),
        &[
            r#"{"pin_moved":{"channel":"k","start":"2024-07-01T12:00:00Z","to":"2024-07-01T10:00:00Z"}}"#,
            r#"{"pin_moved":{"channel":"k","start":"2024-07-01T12:00:00Z","to":"2024-07-01T22:00:00Z"}}"#,
            r#"{"licence_gap":{"licence":"F","min_gap_hours":4}}"#,
        ],
    );
}

#[test]
fn a_slot_moved_into_the_hours_of_a_rating() {
    let mut rated = serde_json::to_value(station(json!({})).programmes).unwrap();
    rated[0]["seasons"][0]["episodes"][0]["rating"] = json!("18+");
    check(
        json!({"programmes": rated, "slots": [slot("a", "21:00", 30, sequel())]}),
        &[r#"{"slot_start":{"slot":"a","start":"23:00"}}"#],
    );
}

#[test]
fn a_holdback_shortened_or_lifted_or_the_premiere_earlier() {
    let holdbacks = json!([{"season": "s/1", "first_channel": "c", "hours": 4}]);
    let pin = json!({"channel": "c", "start": "2024-07-01T22:00:00+08:00", "version": "s/1/1.kk"});
    check(
        json!({"holdbacks": holdbacks, "pins": [pin], "slots": [slot("a", "21:00", 30, sequel())]}),
        &[
            r#"{"pin_moved":{"channel":"c","start":"2024-07-01T14:00:00Z","to":"2024-07-01T12:00:00Z"}}"#,
            r#"{"holdback_hours":{"season":"s/1","first_channel":"c","hours":2}}"#,
            r#"{"holdback_lost":{"season":"s/1","first_channel":"c"}}"#,
        ],
    );
    check(
        json!({"holdbacks": holdbacks, "slots": [slot("a", "21:00", 30, sequel())]}),
        &[r#"{"holdback_lost":{"season":"s/1","first_channel":"c"}}"#],
    );
}

#[test]
fn a_blackout_lifted() {
    let blackouts =
        json!([{"channel": "k", "from": "2024-07-01T20:00:00+05:00", "until": "2024-07-01T22:00:00+05:00"}]);
    check(
        json!({"blackouts": blackouts, "slots": [slot("a", "21:00", 30, sequel())]}),
        &[r#"{"blackout_lost":{"channel":"k","from":"2024-07-01T15:00:00Z"}}"#],
    );
}

#[test]
fn one_airing_a_day_more() {
    let mut prime = slot("prime", "20:00", 30, films());
    prime["weight"] = json!(5);
    check(
        json!({"slots": [slot("a", "22:00", 30, films()), prime]}),
        &[r#"{"day_limit":{"programme":"f","max_per_day":2}}"#],
    );
}

#[test]
fn a_strand_that_begins_again() {
    check(
        json!({"slots": [slot("a", "21:00", 30, sequel())],
            "history": [{"channel": "k", "start": "2024-06-20T21:00:00+05:00", "version": "s/1/2.kk"}]}),
        &[r#"{"slot_fill":{"slot":"a","fill":{"sequel":{"season":"s/1","then":"restart"}}}}"#],
    );
}

#[test]
fn what_a_repeat_waits_for() {
    check(
        json!({"licences": [{"id": "S", "programme": "s", "from": "2024-01-01", "until": "2024-06-30"}],
            "slots": [slot("first", "20:00", 30, sequel()), slot("a", "25:00", 30, json!({"repeat": {"of": "first"}}))]}),
        &[r#"{"licence_window":{"licence":"S","until":"2024-07-01"}}"#],
    );
}

#[test]
fn the_effect_is_that_of_planning_again() {
    let mut prime = slot("prime", "20:00", 30, films());
    prime["weight"] = json!(5);
    let found = found(
        &station(json!({"slots": [slot("a", "22:00", 30, films()), prime]})),
        "a",
        "2024-07-01",
        1,
    );
    let [fix] = found.as_slice() else { panic!("{found:?}") };
    // The long film in prime time, then the short one too: 6 × weight × minutes, and 12 × minutes once for each.
    assert_eq!((fix.before.pool, fix.before.open), (6 * 5 * 30 + 12 * 30, 1));
    assert_eq!(
        (fix.after.pool, fix.after.open),
        (fix.before.pool + 6 * 3 * 20 + 12 * 20, 0)
    );
    assert_eq!(fix.airs.as_str(), "f/1/1.kk");
}

#[test]
fn calculating_again_is_a_fix_where_that_is_all() {
    let station = station(json!({"slots": [slot("a", "21:00", 30, sequel())]}));
    let zones = Zones::bundled();
    let index = Index::of(&station, &zones).unwrap();
    let asked = OpenAsked {
        index: &index,
        range: DateRange::new(date("2024-07-01"), 1).unwrap(),
        airings: &[],
        slot: &"a".into(),
        date: date("2024-07-01"),
        threads: NonZeroUsize::MIN,
        amended: &|_| None,
    };
    let found = fixes(&asked, &|_| ControlFlow::Continue(())).unwrap();
    assert_eq!((found.len(), text(&found[0].amendments).as_str()), (1, ""));
    assert!(
        fixes(&asked, &|_| ControlFlow::Break(())).is_err(),
        "it can be cancelled"
    );
}

#[test]
fn calculating_anew_is_a_fix_where_what_is_accepted_is_in_the_way() {
    let zones = Zones::bundled();
    let licences = json!([{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "max_runs": 1}]);
    let with = |slots: Value| station(json!({"programmes": two_films_a_day(), "licences": licences, "slots": slots}));
    let range = DateRange::new(date("2024-07-01"), 1).unwrap();
    // The short film alone fits until its slot becomes longer and another comes beside it.
    let accepted = planned(
        &Index::of(&with(json!([slot("long", "20:00", 20, films())])), &zones).unwrap(),
        range,
    );
    let grown = with(json!([
        slot("long", "20:00", 30, films()),
        slot("a", "21:00", 20, films())
    ]));
    let index = Index::of(&grown, &zones).unwrap();
    let asked = OpenAsked {
        index: &index,
        range,
        airings: &accepted.airings,
        slot: &"a".into(),
        date: date("2024-07-01"),
        threads: NonZeroUsize::MIN,
        amended: &|amendments| Index::of(&amend(&grown, amendments, &zones).ok()?, &zones).ok(),
    };
    let found = fixes(&asked, &|_| ControlFlow::Continue(())).unwrap();
    let [fix] = found.as_slice() else { panic!("{found:?}") };
    assert!(fix.anew && fix.amendments.is_empty(), "{fix:?}");
    assert_eq!((fix.airs.as_str(), fix.before.open, fix.after.open), ("f/1/1.kk", 1, 0));
}
