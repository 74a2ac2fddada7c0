//! The sample station with a few things in it changed at random: it is planned, or refused with a path; never a panic.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, DateRange, Index, Station, Zones};
use arna_planner::{Effort, PlanError, Proof, Request, plan};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../../../../sample/station.json");

/// Where, what and how, as lots.
type Change = (u32, u32, u8);

/// Everything in a document, by pointer.
fn places(value: &Value, path: &str, all: &mut Vec<String>) {
    all.push(path.to_owned());
    match value {
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                places(item, &format!("{path}/{n}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(item, &format!("{path}/{name}"), all);
            }
        }
        _ => {}
    }
}

fn change(document: &mut Value, (lot, other, how): Change) {
    let mut all = Vec::new();
    for list in [
        "channels",
        "programmes",
        "licences",
        "holdbacks",
        "blackouts",
        "slots",
        "campaigns",
        "fillers",
        "pins",
        "history",
    ] {
        if let Some(value) = document.get(list) {
            places(value, &format!("/{list}"), &mut all);
        }
    }
    if all.is_empty() {
        return;
    }
    let borrowed = document.pointer(&all[other as usize % all.len()]).cloned();
    let Some(place) = document.pointer_mut(&all[lot as usize % all.len()]) else {
        return;
    };
    match place {
        Value::Number(number) => *number = number_instead(number.as_i64().unwrap_or_default(), how),
        Value::String(text) => text_instead(text, borrowed.as_ref(), how),
        Value::Array(items) => list_instead(items, other as usize, how),
        Value::Object(fields) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            match (how % 3, names.get(other as usize % names.len().max(1))) {
                (0, Some(name)) => {
                    fields.remove(name);
                }
                (1, Some(name)) => {
                    fields.insert(name.clone(), borrowed.unwrap_or_default());
                }
                _ => {
                    fields.insert("surprise".to_owned(), json!(1));
                }
            }
        }
        other => *other = borrowed.unwrap_or_default(),
    }
}

fn number_instead(number: i64, how: u8) -> serde_json::Number {
    match how % 10 {
        0 => 0.into(),
        1 => (-1).into(),
        2 => 1.into(),
        3 => u32::MAX.into(),
        4 => i64::MAX.into(),
        5 => 255.into(),
        6 => number.saturating_mul(1000).into(),
        7 => number.saturating_add(1).into(),
        8 => 86_400_000.into(),
        _ => serde_json::Number::from_f64(1.5).unwrap(),
    }
}

fn text_instead(text: &mut String, borrowed: Option<&Value>, how: u8) {
    const ODD: [&str; 12] = [
        "",
        "0000-01-01",
        "2199-12-31",
        "2024-02-30",
        "48:00",
        "00:00",
        "24:00",
        "Pacific/Apia",
        "Africa/Monrovia",
        "1900-01-01T00:00:00Z",
        "2199-12-31T23:59:59Z",
        "filler",
    ];
    match (how % 3, borrowed) {
        (0, Some(Value::String(other))) => text.clone_from(other),
        (1, _) => {
            text.pop();
        }
        _ => *text = ODD[usize::from(how) / 3 % ODD.len()].to_owned(),
    }
}

fn list_instead(items: &mut Vec<Value>, other: usize, how: u8) {
    match (how % 5, items.len()) {
        (_, 0) => items.push(Value::Null),
        (0, _) => items.clear(),
        (1, count) => {
            items.remove(other % count);
        }
        (2, count) => items.push(items[other % count].clone()),
        (3, _) => items.reverse(),
        (_, count) => items.swap(0, other % count),
    }
}

/// Plans or refuses, and says which.
fn planned(document: Value, from: i64, days: u32) -> bool {
    let Ok(station) = serde_json::from_value::<Station>(document) else {
        return false;
    };
    let Ok(index) = Index::of(&station, &Zones::bundled()) else {
        return false;
    };
    let from = BroadcastDate::parse("2024-07-01").unwrap().plus_days(from);
    let request = Request {
        index: &index,
        range: DateRange::new(from, days).unwrap(),
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Given,
    };
    match plan(&request, &|_| ControlFlow::Continue(())) {
        Ok(plan) => {
            let bound = plan.score.bound.unwrap();
            assert!(
                plan.score.pool <= bound.pool && plan.score.breaks <= bound.breaks,
                "{:?}",
                plan.score
            );
            true
        }
        Err(PlanError::HistoryInRange { .. }) => false,
        Err(other) => panic!("{other}"),
    }
}

proptest! {
    #![proptest_config(crate::stations_to_try(100))]

    #[test]
    fn a_changed_sample_is_planned_or_refused(
        changes in vec((any::<u32>(), any::<u32>(), any::<u8>()), 1..5), from in 0..12_i64, days in 0..4_u32
    ) {
        let mut document: Value = serde_json::from_str(SAMPLE).unwrap();
        for one in changes {
            change(&mut document, one);
        }
        planned(document, from, days);
    }
}

/// Changes that say nothing would try nothing: some are planned, some refused.
#[test]
fn some_changes_are_planned_and_some_refused() {
    let outcomes: Vec<bool> = (0..40_u32)
        .map(|n| {
            let mut document: Value = serde_json::from_str(SAMPLE).unwrap();
            change(&mut document, (n.wrapping_mul(2_654_435_761), n * 97, n as u8));
            planned(document, 0, 1)
        })
        .collect();
    assert!(outcomes.contains(&true) && outcomes.contains(&false), "{outcomes:?}");
}
