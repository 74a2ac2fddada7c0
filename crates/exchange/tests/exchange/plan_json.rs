//! `arna-plan/1`: a plan comes back as it was.

use arna_domain::finding::Place;
use arna_domain::{Bound, DateRange, Finding, OpenSlot, Plan, Refusal, Score, Severity, SlotId, VersionId, values};
use arna_exchange::{ReadError, plan_json};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::fixture::{self, ParseDate};

/// A plan of the fixture's own schedule, with one of everything that a plan can say.
fn plan() -> Plan {
    let date = "2024-07-01".parse_date();
    Plan {
        range: DateRange::new(date, 14).unwrap(),
        seed: u64::MAX,
        airings: fixture::station().schedule,
        open: vec![
            OpenSlot {
                slot: SlotId::new("khabar-1800"),
                date,
                refusals: vec![
                    Refusal {
                        version: Some(VersionId::new("quotes/3/5.kk")),
                        code: "runs_exhausted".into(),
                        licence: Some("L2".into()),
                        values: values! { "max_runs" => 3, "channel" => "khabar.kz", "at" => "2024-07-01" },
                    },
                    Refusal {
                        version: None,
                        code: "season_finished".into(),
                        licence: None,
                        values: values! {},
                    },
                ],
            },
            OpenSlot {
                slot: SlotId::new("khabar-2100"),
                date: date.plus_days(1),
                refusals: Vec::new(),
            },
        ],
        findings: vec![
            Finding {
                code: "slot_shorter".into(),
                severity: Severity::Warning,
                place: Place {
                    slot: Some("khabar-2530".into()),
                    date: Some(date),
                    ..Place::default()
                },
                values: values! { "nominal" => 60, "minutes" => 30 },
            },
            Finding {
                code: "too_close".into(),
                severity: Severity::Error,
                place: Place {
                    channel: Some("khabar.kz".into()),
                    start: Some("2024-07-02T18:00:00+05:00".into()),
                    version: Some("quotes/3/5.kk".into()),
                    ..Place::default()
                },
                values: values! { "hours" => 12 },
            },
            Finding {
                code: "note".into(),
                severity: Severity::Info,
                place: Place::default(),
                values: values! { "names" => ["a", "b"] },
            },
        ],
        score: Score {
            pool: -12,
            breaks: 4567,
            bound: Some(Bound { pool: 6, breaks: 4600 }),
        },
    }
}

fn written(plan: &Plan) -> String {
    plan_json::write(plan, &fixture::index(&fixture::station()))
}

#[test]
fn a_plan_comes_back_as_it_was() {
    let text = written(&plan());
    let back = plan_json::read(text.as_bytes()).unwrap();
    assert_eq!(back, plan());
    assert_eq!(written(&back), text);
}

#[test]
fn a_plan_reads_as_its_contract_says() {
    assert_snapshot!(written(&plan()));
}

#[test]
fn airings_of_a_channel_that_the_station_lacks_are_said_in_utc() {
    let mut plan = plan();
    plan.airings.truncate(1);
    plan.airings[0].channel = "elsewhere.tv".into();
    let text = written(&plan);
    assert!(
        text.contains(r#""channel": "elsewhere.tv", "date": "2024-07-01", "start": "2024-07-01T14:00:00Z""#),
        "{text}"
    );
    assert_eq!(plan_json::read(text.as_bytes()), Ok(plan));
}

#[test]
fn bounds_are_part_of_a_score_where_a_proof_was_asked_for() {
    let mut document: Value = serde_json::from_str(&written(&plan())).unwrap();
    assert_eq!(document["score"]["bound"], json!({ "pool": 6, "break": 4600 }));
    document["score"]["bound"]["other"] = json!(1);
    assert_eq!(refusal(&document).code, "unknown_field");
    document["score"].as_object_mut().unwrap().remove("bound");
    let read = plan_json::read(document.to_string().as_bytes()).unwrap();
    assert_eq!(read.score.bound, None);
    assert!(!written(&read).contains("bound"));
}

/// Paths into a plan's document, what is put there, what is said then.
#[test]
fn a_plan_is_refused_with_its_path() {
    for (pointer, value, path, code) in [
        ("/format", json!("arna-station/1"), "format", "unknown_format"),
        ("/days", json!(3_654), "days", "out_of_range"),
        ("/days", json!(-1), "days", "out_of_range"),
        ("/seed", json!("0"), "seed", "wrong_type"),
        ("/from", json!("2024-06-31"), "from", "bad_date"),
        ("/airings/0/origin", json!("live"), "airings[0].origin", "unknown_word"),
        (
            "/airings/0/start",
            json!("2024-07-01T19:00:00"),
            "airings[0].start",
            "bad_instant",
        ),
        ("/airings/0/length", json!(1), "airings[0]", "unknown_field"),
        ("/open/1/refused", json!([]), "open[1]", "unknown_field"),
        (
            "/open/0/refusals/0/code",
            json!(1),
            "open[0].refusals[0].code",
            "wrong_type",
        ),
        (
            "/findings/0/severity",
            json!("bad"),
            "findings[0].severity",
            "unknown_word",
        ),
        ("/score", json!({ "pool": 1 }), "score", "missing_field"),
        ("/remarks", json!(""), "", "unknown_field"),
    ] {
        let mut document: Value = serde_json::from_str(&written(&plan())).unwrap();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap()[name] = value;
        let error = refusal(&document);
        assert_eq!((error.path.as_str(), error.code), (path, code), "{pointer}: {error}");
    }
}

fn refusal(document: &Value) -> ReadError {
    plan_json::read(document.to_string().as_bytes()).expect_err("it should be refused")
}
