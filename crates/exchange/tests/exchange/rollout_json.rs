//! `arna-rollout/1` as its page describes it, and what is refused.

use std::collections::BTreeSet;
use std::fs;

use arna_domain::rollout::{MissingVersion, Over, Premiere, Proposal, State};
use arna_domain::{DateRange, Instant, Language};
use arna_exchange::rollout_json;
use insta::assert_snapshot;
use serde_json::Value;

use crate::fixture::{self, ParseDate};

fn page() -> String {
    fs::read_to_string(fixture::root().join("docs/ROLLOUT.md")).unwrap()
}

fn example() -> String {
    let page = page();
    let (_, rest) = page.split_once("```json\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_pages_example_reads_and_names_every_field() {
    let rollout = rollout_json::read(example().as_bytes()).unwrap();
    assert_eq!((rollout.targets.len(), rollout.targets[1].over), (2, Over::Pools));
    assert_eq!(rollout.targets[0].days.len(), 7, "every day unless said");
    let page = page();
    let words: BTreeSet<_> = page.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect();
    let mut fields = BTreeSet::new();
    names(&serde_json::to_value(&rollout).unwrap(), &mut fields);
    assert!(fields.len() >= 17, "{fields:?}");
    assert!(fields.iter().all(|field| words.contains(field.as_str())), "{fields:?}");
}

/// The names of every field, however deep.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                names(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|one| names(one, found)),
        _ => {}
    }
}

#[test]
fn what_is_not_as_the_form_asks_is_refused_at_its_place() {
    for (old, new, line, said) in [
        ("arna-rollout/1", "arna-rollout/2", 2, "format unknown_format"),
        (r#""premiere": 1"#, r#""premier": 1"#, 7, "targets[0] unknown_field"),
        (
            r#""premiere": 1"#,
            r#""premiere": -1"#,
            7,
            "targets[0].premiere out_of_range",
        ),
        (
            r#""over": "pools""#,
            r#""over": "all""#,
            9,
            "targets[1].over unknown_word",
        ),
        (
            r#""from": "2025-03-17""#,
            r#""from": "2025-02-30""#,
            7,
            "targets[0].from bad_date",
        ),
        (
            r#"["10:00", "12:00"]"#,
            r#"["10:00"]"#,
            10,
            "targets[1].repeats[0].hours wrong_length",
        ),
        (
            r#"["10:00", "12:00"]"#,
            r#"["10:00", "noon"]"#,
            10,
            "targets[1].repeats[0].hours[1] bad_grid_time",
        ),
        (r#""seasons": ["quotes/3"],"#, "", 12, " missing_field"),
    ] {
        let text = example();
        assert!(text.contains(old), "{old}");
        let error = rollout_json::read(text.replacen(old, new, 1).as_bytes()).unwrap_err();
        assert_eq!(
            (error.line, format!("{} {}", error.path, error.code).as_str()),
            (line, said),
            "{error}"
        );
    }
}

#[test]
fn a_proposal_is_written_by_each_channels_clock() {
    let station = fixture::station();
    let index = fixture::index(&station);
    let date = "2024-10-26".parse_date();
    let language = |tag: &str| Language::parse(tag).unwrap();
    let proposal = Proposal {
        range: DateRange::new(date, 9).unwrap(),
        slots: station.slots[..1].to_vec(),
        licences: station.licences[..1].to_vec(),
        holdbacks: station.holdbacks.clone(),
        premieres: vec![Premiere {
            channel: "welle.de".into(),
            episode: "quotes/3/6".into(),
            date,
            start: Instant::parse("2024-10-26T16:00:00Z").unwrap(),
            slot: "welle-1800".into(),
            version: Some("quotes/3/6.ru".into()),
            language: Some(language("ru")),
            state: State::Airs,
            repeats: vec![Instant::parse("2024-10-27T17:00:00Z").unwrap()],
        }],
        versions: vec![MissingVersion {
            channel: "welle.de".into(),
            episode: "quotes/3/6".into(),
            language: language("de"),
            by: date,
            stands_in: Some(language("ru")),
        }],
        findings: Vec::new(),
    };
    let text = rollout_json::write(&proposal, &index);
    assert_eq!(rollout_json::write(&proposal, &index), text);
    assert_snapshot!(text);
}
