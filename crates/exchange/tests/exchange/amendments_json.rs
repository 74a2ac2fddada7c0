//! The document of amendments: its page's example, and what is refused with its place.

use std::fs;

use arna_domain::Zones;
use arna_domain::{Amendment, amend};
use arna_exchange::{amendments_json, station_json};

use crate::fixture;

fn page() -> String {
    fs::read_to_string(fixture::root().join("docs/AMENDMENTS.md")).unwrap()
}

#[test]
fn the_page_about_the_document_is_true() {
    let page = page();
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let amendments = amendments_json::read(example.as_bytes()).unwrap();
    // What it names is in the sample station.
    let sample = fs::read(fixture::root().join("sample/station.json")).unwrap();
    let sample = station_json::read(&sample).unwrap();
    fixture::index(&amend(&sample, &amendments, &Zones::bundled()).unwrap());
    let written = amendments_json::write(&amendments);
    assert_eq!(amendments_json::read(written.as_bytes()), Ok(amendments));
}

#[test]
fn the_page_tells_every_kind_that_is_read() {
    let refused =
        amendments_json::read(br#"{"format": "arna-amendments/1", "amendments": [{"other": 1}]}"#).unwrap_err();
    assert_eq!(refused.code, "unknown_word");
    let known = refused.values["known"].as_str().unwrap().to_owned();
    let kinds: Vec<_> = known.split(", ").collect();
    assert!(kinds.len() > 20, "{kinds:?}");
    for kind in kinds {
        assert!(page().contains(&format!("| `{kind}` |")), "{kind}");
    }
}

/// A document with one amendment, its path, what is said.
#[test]
fn what_is_not_as_the_form_asks_is_refused_with_its_place() {
    for (amendment, path, code) in [
        (
            r#"{"licence_runs": {"licence": "L"}}"#,
            "amendments[0].licence_runs",
            "missing_field",
        ),
        (
            r#"{"licence_runs": {"licence": "L", "max_runs": 1, "runs": 2}}"#,
            "amendments[0].licence_runs",
            "unknown_field",
        ),
        (
            r#"{"licence_runs": {"licence": "L", "max_runs": "1"}}"#,
            "amendments[0].licence_runs.max_runs",
            "wrong_type",
        ),
        (
            r#"{"licence_runs": ["L", 1]}"#,
            "amendments[0].licence_runs",
            "wrong_type",
        ),
        (
            r#"{"licence_window": {"licence": "L", "until": "2024-02-30"}}"#,
            "amendments[0].licence_window.until",
            "bad_date",
        ),
        (
            r#"{"slot_start": {"slot": "s", "start": "9:00"}}"#,
            "amendments[0].slot_start.start",
            "bad_grid_time",
        ),
        (
            r#"{"pin_lost": {"channel": "k", "start": "today"}}"#,
            "amendments[0].pin_lost.start",
            "bad_instant",
        ),
        (
            r#"{"channel_lost": {"channel": ""}}"#,
            "amendments[0].channel_lost.channel",
            "bad_id",
        ),
        (
            r#"{"new_licence": {"id": "N"}}"#,
            "amendments[0].new_licence",
            "missing_field",
        ),
    ] {
        let text = format!("{{\"format\": \"arna-amendments/1\",\n\"amendments\": [{amendment}]}}");
        let refused = amendments_json::read(text.as_bytes()).unwrap_err();
        assert_eq!(
            (refused.path.as_str(), refused.code),
            (path, code),
            "{amendment}: {refused}"
        );
        assert_eq!(refused.line, 2, "{amendment}: {refused}");
    }
    let other = amendments_json::read(br#"{"format": "arna-plan/1", "amendments": []}"#).unwrap_err();
    assert_eq!((other.path.as_str(), other.code), ("format", "unknown_format"));
}

#[test]
fn instants_come_back_whatever_their_offset() {
    let text = r#"{"format": "arna-amendments/1", "amendments": [{"pin_lost": {"channel": "k", "start": "2024-07-03T20:00:00+05:00"}}]}"#;
    let amendments = amendments_json::read(text.as_bytes()).unwrap();
    assert!(
        matches!(amendments.as_slice(), [Amendment::PinLost { start, .. }] if start.to_string() == "2024-07-03T15:00:00Z")
    );
}
