//! `arna-station/1`: what is read is written again.

use std::collections::BTreeSet;
use std::fs;

use arna_domain::{Index, Station, Zones};
use arna_exchange::{WriteError, station_json};
use serde_json::Value;

use crate::fixture;

fn written(station: &Station) -> String {
    station_json::write(station, &Zones::bundled()).unwrap()
}

#[test]
fn the_fixture_is_canonical() {
    let text = written(&fixture::station());
    if fixture::is_update() {
        fs::write(fixture::path(), &text).unwrap();
    } else {
        assert_eq!(text, fixture::TEXT, "UPDATE=1 rewrites it");
    }
    assert_eq!(station_json::read(text.as_bytes()).unwrap(), fixture::station());
}

#[test]
fn the_fixture_can_be_worked_with() {
    assert_eq!(Index::of(&fixture::station(), &Zones::bundled()).map(|_| ()), Ok(()));
}

#[test]
fn a_record_stands_on_a_line_with_its_channels_offset() {
    for line in [
        r#"    {"channel": "khabar.kz", "from": "2024-07-03T18:00:00+05:00", "until": "2024-07-03T20:30:00.250+05:00", "tags": ["light"]}"#,
        r#"    {"channel": "welle.de", "start": "2024-10-27T02:45:00+01:00", "version": "quotes/3/6.ru"}"#,
        r#"    {"channel": "cctv4.cn", "start": "2024-07-01T22:00:00+08:00", "version": "common-dream/1/1.zh", "repeat": true}"#,
    ] {
        assert!(fixture::TEXT.lines().any(|own| own == line), "{line}");
    }
    assert!(fixture::TEXT.ends_with("}\n") && !fixture::TEXT.ends_with("\n\n"));
}

#[test]
fn offsets_in_a_document_are_any_and_become_the_channels_own() {
    let elsewhere = fixture::TEXT.replace("2024-10-27T02:45:00+01:00", "2024-10-27T01:45:00Z");
    assert_ne!(elsewhere, fixture::TEXT);
    assert_eq!(
        written(&station_json::read(elsewhere.as_bytes()).unwrap()),
        fixture::TEXT
    );
}

#[test]
fn a_byte_order_mark_is_read_over() {
    assert_eq!(
        station_json::read(format!("\u{feff}{}", fixture::TEXT).as_bytes()),
        Ok(fixture::station())
    );
}

#[test]
fn the_smallest_document_has_four_lists() {
    let text = r#"{"format": "arna-station/1", "channels": [], "programmes": [], "slots": []}"#;
    assert_eq!(station_json::read(text.as_bytes()), Ok(Station::default()));
}

#[test]
fn what_has_no_clock_is_not_written() {
    let mut station = fixture::station();
    station.channels.remove(0);
    let error = station_json::write(&station, &Zones::bundled()).unwrap_err();
    assert_eq!(
        (error.code(), error.to_string()),
        (
            "unknown_channel",
            r#"history[0].channel: no channel is called "cctv4.cn""#.to_owned()
        )
    );
    let mut station = fixture::station();
    station.channels[1].tz = "Asia/Almatie".into();
    let error = station_json::write(&station, &Zones::bundled()).unwrap_err();
    assert!(
        matches!(&error, WriteError::UnknownZone { channel, .. } if channel == "khabar.kz"),
        "{error}"
    );
    assert_eq!(error.values()["tz"], "Asia/Almatie");
}

#[test]
fn the_planners_instances_come_back_as_they_were() {
    let folder = fixture::root().join("../shared/planning/instances");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("SKIPPED: {} is not there", folder.display());
        return;
    };
    let mut names = BTreeSet::new();
    for file in files {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let original = fs::read(&path).unwrap();
        let station = station_json::read(&original).unwrap();
        let text = written(&station);
        let (original, back): (Value, Value) = (
            serde_json::from_slice(&original).unwrap(),
            serde_json::from_str(&text).unwrap(),
        );
        assert!(
            original == back,
            "{}: {:?}",
            path.display(),
            first_difference("", &original, &back)
        );
        let again = station_json::read(text.as_bytes()).unwrap();
        assert!(again == station, "{}", path.display());
        assert!(written(&again) == text, "{}", path.display());
        names.insert(path);
    }
    assert!(!names.is_empty(), "no instance in {}", folder.display());
    eprintln!("compared {names:?}");
}

/// The first path at which two values differ, with both.
fn first_difference(path: &str, left: &Value, right: &Value) -> Option<String> {
    match (left, right) {
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let mut pairs = left.iter().zip(right).enumerate();
            pairs.find_map(|(at, (left, right))| first_difference(&format!("{path}[{at}]"), left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let names: BTreeSet<_> = left.keys().chain(right.keys()).collect();
            names.into_iter().find_map(|name| {
                let (left, right) = (
                    left.get(name).unwrap_or(&Value::Null),
                    right.get(name).unwrap_or(&Value::Null),
                );
                first_difference(&format!("{path}.{name}"), left, right)
            })
        }
        _ => (left != right).then(|| format!("{path}: {left} {right}")),
    }
}
