//! Every amendment, made and refused: as a document writes it, what it changes or why it cannot be made.

use arna_domain::amendment::{Amendment, amend};
use arna_domain::{Index, Station, Zones};
use serde_json::{Value, json};

fn station() -> Station {
    let airing = |date: &str, licence: &str, slot: &str| {
        json!({"channel": "k", "date": date, "start": format!("{date}T21:00:00+05:00"), "end": format!("{date}T21:25:00+05:00"),
            "version": "s/1/1.kk", "licence": licence, "slot": slot, "origin": "sequel"})
    };
    serde_json::from_value(json!({
        "format": "arna-station/1",
        "channels": [
            {"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"},
            {"id": "c", "name": "C", "tz": "Asia/Shanghai", "day_start": "06:00"}],
        "programmes": [
            {"id": "s", "kind": "series", "title": {}, "seasons": [{"id": "s/1", "number": 1, "episodes": [
                {"id": "s/1/1", "number": 1, "versions": [
                    {"id": "s/1/1.kk", "language": "kk", "duration_ms": 1_500_000},
                    {"id": "s/1/1.ru", "language": "ru", "duration_ms": 1_500_000}]},
                {"id": "s/1/2", "number": 2, "versions": [{"id": "s/1/2.kk", "language": "kk", "duration_ms": 1_500_000}]}]}]},
            {"id": "p", "kind": "promo", "title": {}, "seasons": [{"id": "p/1", "number": 1, "episodes": [
                {"id": "p/1/1", "number": 1, "versions": [{"id": "promo", "language": "kk", "duration_ms": 30_000}]}]}]}],
        "licences": [
            {"id": "L", "programme": "s", "channels": ["k"], "languages": ["kk"], "from": "2024-07-01", "until": "2024-07-31",
                "max_runs": 2, "rerun_hours": 4},
            {"id": "all", "programme": "s", "from": "2024-07-01", "until": "2024-07-31"}],
        "holdbacks": [{"season": "s/1", "first_channel": "c", "hours": 4}],
        "blackouts": [{"channel": "k", "from": "2024-07-03T18:00:00+05:00", "until": "2024-07-03T19:00:00+05:00"}],
        "slots": [
            {"id": "a", "channel": "k", "start": "21:00", "length_min": 30, "languages": ["kk"], "fill": {"sequel": {"season": "s/1"}}},
            {"id": "late", "channel": "k", "from": "2024-07-10", "start": "22:00", "length_min": 30, "fill": {"repeat": {"of": "a"}}}],
        "campaigns": [{"id": "x", "version": "promo", "channels": ["k"], "from": "2024-07-01", "until": "2024-07-02", "per_day": 6,
            "min_gap_min": 60, "hours": ["07:00", "24:00"]}],
        "campaign_targets": [{"campaign": "x", "of": {"episode": "s/1/2"}}],
        "fillers": [{"version": "promo"}],
        "pins": [
            {"channel": "k", "start": "2024-07-02T10:00:00+05:00", "version": "s/1/2.kk", "licence": "L"},
            {"channel": "k", "start": "2024-07-08T02:00:00+05:00", "version": "s/1/1.kk"}],
        "history": [
            {"channel": "k", "start": "2024-06-20T21:00:00+05:00", "version": "s/1/1.kk", "licence": "L"},
            {"channel": "k", "start": "2024-06-21T21:00:00+05:00", "version": "s/1/2.kk"}],
        "schedule": [airing("2024-07-05", "L", "a"), airing("2024-07-09", "L", "a")]
    }))
    .unwrap()
}

fn amended(amendment: Value) -> Result<Value, String> {
    let amendment: Amendment = serde_json::from_value(amendment).unwrap();
    let zones = Zones::bundled();
    let amended = amend(&station(), std::slice::from_ref(&amendment), &zones).map_err(|wrong| wrong.to_string())?;
    Index::of(&amended, &zones).map_err(|wrong| format!("{amendment:?}: {wrong:?}"))?;
    Ok(serde_json::to_value(amended).unwrap())
}

/// What an amendment leaves at a place of the station.
#[track_caller]
fn changes(amendment: Value, pointer: &str, expected: Value) {
    let station = amended(amendment.clone()).unwrap();
    assert_eq!(station.pointer(pointer), Some(&expected), "{amendment} at {pointer}");
}

/// An amendment is refused with exactly this.
#[track_caller]
fn refused(amendment: Value, expected: &str) {
    assert_eq!(amended(amendment.clone()).unwrap_err(), expected, "{amendment}");
}

#[test]
fn runs_windows_gaps_and_what_a_licence_covers() {
    changes(
        json!({"licence_runs": {"licence": "L", "max_runs": 3}}),
        "/licences/0/max_runs",
        json!(3),
    );
    changes(
        json!({"licence_runs": {"licence": "L", "max_runs": null}}),
        "/licences/0/max_runs",
        json!(null),
    );
    changes(
        json!({"licence_window": {"licence": "L", "until": "2024-07-12"}}),
        "/licences/0/until",
        json!("2024-07-12"),
    );
    changes(
        json!({"licence_window": {"licence": "L", "until": "2024-07-12"}}),
        "/licences/0/from",
        json!("2024-07-01"),
    );
    changes(
        json!({"licence_covers": {"licence": "L", "channels": ["c"]}}),
        "/licences/0/channels",
        json!(["k", "c"]),
    );
    changes(
        json!({"licence_covers": {"licence": "L", "languages": ["ru", "kk"]}}),
        "/licences/0/languages",
        json!(["kk", "ru"]),
    );
    // An empty list covers all: adding to it would cover less.
    changes(
        json!({"licence_covers": {"licence": "all", "channels": ["c"]}}),
        "/licences/1/channels",
        json!([]),
    );
    changes(
        json!({"licence_gap": {"licence": "L", "min_gap_hours": 6}}),
        "/licences/0/min_gap_hours",
        json!(6),
    );
    refused(
        json!({"licence_runs": {"licence": "X", "max_runs": 3}}),
        r#"amendments[0].licence_runs.licence: unknown_id id="X""#,
    );
    refused(
        json!({"licence_window": {"licence": "L"}}),
        r#"amendments[0].licence_window: amends_nothing wanted="from, until""#,
    );
    refused(
        json!({"licence_window": {"licence": "L", "until": "2024-06-12"}}),
        r#"amendments[0].licence_window.until: ends_before_start from="2024-07-01" until="2024-06-12""#,
    );
    refused(
        json!({"licence_covers": {"licence": "L", "channels": ["x"]}}),
        r#"amendments[0].licence_covers.channels[0]: unknown_id id="x""#,
    );
    refused(
        json!({"licence_covers": {"licence": "L"}}),
        r#"amendments[0].licence_covers: amends_nothing wanted="channels, languages""#,
    );
    refused(
        json!({"licence_gap": {"licence": "L", "min_gap_hours": 4}}),
        "amendments[0].licence_gap.min_gap_hours: gap_not_above_rerun min_gap_hours=4 rerun_hours=4",
    );
}

#[test]
fn licences_that_come_and_go() {
    let new = |id: &str, programme: &str| json!({"new_licence": {"id": id, "programme": programme, "from": "2024-07-01", "until": "2024-07-02"}});
    changes(new("N", "s"), "/licences/2/id", json!("N"));
    refused(new("L", "s"), r#"amendments[0].new_licence.id: duplicate_id id="L""#);
    refused(
        new("N", "x"),
        r#"amendments[0].new_licence.programme: unknown_id id="x""#,
    );
    let station = amended(json!({"licence_lost": {"licence": "L"}})).unwrap();
    assert_eq!(station["licences"].as_array().unwrap().len(), 1);
    assert!(!station.to_string().contains(r#""licence":"L""#), "{station}");
    refused(
        json!({"licence_lost": {"licence": "X"}}),
        r#"amendments[0].licence_lost.licence: unknown_id id="X""#,
    );
}

#[test]
fn slots() {
    changes(
        json!({"slot_length": {"slot": "a", "length_min": 34}}),
        "/slots/0/length_min",
        json!(34),
    );
    changes(
        json!({"slot_start": {"slot": "a", "start": "20:30"}}),
        "/slots/0/start",
        json!("20:30"),
    );
    changes(
        json!({"slot_languages": {"slot": "a", "languages": ["ru"]}}),
        "/slots/0/languages",
        json!(["ru"]),
    );
    changes(
        json!({"slot_fill": {"slot": "a", "fill": {"pool": {}}}}),
        "/slots/0/fill/pool/kinds",
        json!([]),
    );
    for (kind, field, value) in [
        ("slot_length", "length_min", json!(34)),
        ("slot_start", "start", json!("20:30")),
        ("slot_languages", "languages", json!([])),
        ("slot_fill", "fill", json!({"pool": {}})),
        ("slot_lost", "from", json!("2024-07-08")),
    ] {
        let expected = format!(r#"amendments[0].{kind}.slot: unknown_id id="x""#);
        refused(json!({kind: {"slot": "x", field: value}}), &expected);
    }
    let new = |id: &str, channel: &str| json!({"new_slot": {"id": id, "channel": channel, "start": "10:00", "length_min": 30, "fill": {"pool": {}}}});
    changes(new("n", "c"), "/slots/2/id", json!("n"));
    refused(new("a", "c"), r#"amendments[0].new_slot.id: duplicate_id id="a""#);
    refused(new("n", "x"), r#"amendments[0].new_slot.channel: unknown_id id="x""#);
}

#[test]
fn a_slot_that_is_lost_ends_and_what_repeats_it_stays() {
    let station = amended(json!({"slot_lost": {"slot": "a", "from": "2024-07-08"}})).unwrap();
    assert_eq!(station["slots"][0]["until"], "2024-07-07");
    assert_eq!(station["slots"][1]["id"], "late");
    assert_eq!(
        station["schedule"].as_array().unwrap().len(),
        1,
        "what was accepted before stays"
    );
    // One that had not begun never does.
    changes(
        json!({"slot_lost": {"slot": "late", "from": "2024-07-08"}}),
        "/slots/1/days",
        json!([]),
    );
}

#[test]
fn a_channel_that_is_lost_keeps_what_it_aired() {
    let station = amended(json!({"channel_lost": {"channel": "k", "from": "2024-07-07"}})).unwrap();
    assert_eq!(station["slots"][0]["until"], "2024-07-06");
    assert_eq!(station["slots"][1]["days"], json!([]));
    // 02:00 of 8 July is broadcast date 7 July.
    assert_eq!(station["pins"].as_array().unwrap().len(), 1);
    assert_eq!(station["schedule"].as_array().unwrap().len(), 1);
    assert_eq!(station["history"].as_array().unwrap().len(), 2, "runs used are used");
    assert_eq!(
        station["licences"][0]["channels"],
        json!(["k"]),
        "an emptied list would mean all"
    );
    refused(
        json!({"channel_lost": {"channel": "x", "from": "2024-07-07"}}),
        r#"amendments[0].channel_lost.channel: unknown_id id="x""#,
    );
}

#[test]
fn versions() {
    let new = |id: &str, episode: &str| json!({"new_version": {"episode": episode, "version": {"id": id, "language": "zh", "duration_ms": 1}}});
    changes(
        new("n", "s/1/2"),
        "/programmes/0/seasons/0/episodes/1/versions/1/id",
        json!("n"),
    );
    refused(
        new("promo", "s/1/2"),
        r#"amendments[0].new_version.version.id: duplicate_id id="promo""#,
    );
    refused(new("n", "x"), r#"amendments[0].new_version.episode: unknown_id id="x""#);
    refused(
        json!({"version_lost": {"version": "x"}}),
        r#"amendments[0].version_lost.version: unknown_id id="x""#,
    );
    // What aired counts as another version of the episode.
    let station = amended(json!({"version_lost": {"version": "s/1/1.kk"}})).unwrap();
    assert_eq!(station["history"][0]["version"], "s/1/1.ru");
    assert_eq!(station["schedule"][1]["version"], "s/1/1.ru");
    assert_eq!(station["pins"].as_array().unwrap().len(), 1);
    // Where there is none left, the strand has passed the episode.
    let station = amended(json!({"version_lost": {"version": "s/1/2.kk"}})).unwrap();
    assert_eq!(
        station["programmes"][0]["seasons"][0]["episodes"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(station["history"].as_array().unwrap().len(), 1);
    assert_eq!(station.get("campaign_targets"), None);
    // A promo's campaigns and the filler go with it.
    let station = amended(json!({"version_lost": {"version": "promo"}})).unwrap();
    assert_eq!((&station["campaigns"], &station["fillers"]), (&json!([]), &json!([])));
    assert_eq!(
        station["programmes"][1]["seasons"][0]["episodes"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "it never aired"
    );
}

#[test]
fn pins() {
    let (there, free) = ("2024-07-02T05:00:00Z", "2024-07-02T07:00:00Z");
    let new =
        |channel: &str, start: &str| json!({"new_pin": {"channel": channel, "start": start, "version": "s/1/1.kk"}});
    changes(new("k", free), "/pins/2/start", json!(free));
    refused(
        new("k", there),
        r#"amendments[0].new_pin.start: pin_there channel="k" start="2024-07-02T10:00:00+05:00""#,
    );
    refused(new("x", free), r#"amendments[0].new_pin.channel: unknown_id id="x""#);
    changes(
        json!({"pin_lost": {"channel": "k", "start": there}}),
        "/pins/0/version",
        json!("s/1/1.kk"),
    );
    refused(
        json!({"pin_lost": {"channel": "k", "start": free}}),
        r#"amendments[0].pin_lost.start: no_pin_there channel="k" start="2024-07-02T12:00:00+05:00""#,
    );
    changes(
        json!({"pin_moved": {"channel": "k", "start": there, "to": free}}),
        "/pins/0/start",
        json!(free),
    );
    refused(
        json!({"pin_moved": {"channel": "c", "start": there, "to": free}}),
        r#"amendments[0].pin_moved.start: no_pin_there channel="c" start="2024-07-02T13:00:00+08:00""#,
    );
    refused(
        json!({"pin_moved": {"channel": "k", "start": there, "to": "2024-07-07T21:00:00Z"}}),
        r#"amendments[0].pin_moved.to: pin_there channel="k" start="2024-07-08T02:00:00+05:00""#,
    );
}

#[test]
fn limits_blackouts_and_holdbacks() {
    changes(
        json!({"day_limit": {"programme": "s", "max_per_day": 3}}),
        "/programmes/0/max_per_day",
        json!(3),
    );
    refused(
        json!({"day_limit": {"programme": "x", "max_per_day": 3}}),
        r#"amendments[0].day_limit.programme: unknown_id id="x""#,
    );
    let from = "2024-07-03T13:00:00Z";
    changes(
        json!({"blackout_lost": {"channel": "k", "from": from}}),
        "/blackouts",
        json!([]),
    );
    refused(
        json!({"blackout_lost": {"channel": "c", "from": from}}),
        r#"amendments[0].blackout_lost: no_blackout_there channel="c" from="2024-07-03T21:00:00+08:00""#,
    );
    let holdback = |kind: &str, channel: &str| match kind {
        "holdback_hours" => json!({kind: {"season": "s/1", "first_channel": channel, "hours": 2}}),
        _ => json!({kind: {"season": "s/1", "first_channel": channel}}),
    };
    changes(holdback("holdback_lost", "c"), "/holdbacks", json!([]));
    changes(holdback("holdback_hours", "c"), "/holdbacks/0/hours", json!(2));
    for kind in ["holdback_lost", "holdback_hours"] {
        let expected = format!(r#"amendments[0].{kind}: no_holdback_there season="s/1" channel="k""#);
        refused(holdback(kind, "k"), &expected);
    }
}

#[test]
fn amendments_follow_on_each_other_and_the_station_stays_as_it_was() {
    let amendments: Vec<Amendment> = serde_json::from_value(json!([
        {"licence_lost": {"licence": "L"}},
        {"licence_runs": {"licence": "L", "max_runs": 3}}
    ]))
    .unwrap();
    let before = station();
    let wrong = amend(&before, &amendments, &Zones::bundled()).unwrap_err();
    assert_eq!(
        wrong.to_string(),
        r#"amendments[1].licence_runs.licence: unknown_id id="L""#
    );
    assert_eq!(before, station());
}

#[test]
fn what_was_before_is_told() {
    let index = Index::of(&station(), &Zones::bundled()).unwrap();
    let values = |amendment: Value| {
        let amendment: Amendment = serde_json::from_value(amendment).unwrap();
        Value::Object(amendment.values(&index))
    };
    assert_eq!(
        values(json!({"licence_runs": {"licence": "L", "max_runs": 3}})),
        json!({"licence": "L", "max_runs": 3, "was_runs": 2})
    );
    assert_eq!(
        values(json!({"pin_moved": {"channel": "k", "start": "2024-07-02T05:00:00Z", "to": "2024-07-02T07:00:00Z"}})),
        json!({"channel": "k", "start": "2024-07-02T10:00:00+05:00", "to": "2024-07-02T12:00:00+05:00"})
    );
}
