//! The laws are worth what the check and the stations are worth: the check notices what is done to a plan, and the stations
//! bring about everything there is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::calculation::{How, document, index, planned_on};
use crate::recheck::recheck;
use crate::stations::{always_the_same, any_station};

/// What is done to a plan: the `n`-th thing of its kind, if there are so many. Tells whether it was done.
type Harm = fn(&mut Value, usize) -> bool;

const HARMS: [(&str, Harm); 8] = [
    ("an airing taken off", |plan, n| remove(&mut plan["airings"], n)),
    ("an airing five minutes late", late),
    ("another version", another_version),
    ("another licence", another_licence),
    ("a finding kept back", |plan, n| {
        remove_contract_finding(&mut plan["findings"], n)
    }),
    ("an open slot kept back", |plan, n| remove(&mut plan["open"], n)),
    ("a point more", |plan, _| {
        plan["score"]["pool"] = json!(plan["score"]["pool"].as_i64().unwrap() + 1);
        true
    }),
    ("another reason", another_reason),
];

fn remove(list: &mut Value, n: usize) -> bool {
    let list = list.as_array_mut().unwrap();
    if list.is_empty() {
        return false;
    }
    list.remove(n % list.len());
    true
}

fn remove_contract_finding(list: &mut Value, n: usize) -> bool {
    let list = list.as_array_mut().unwrap();
    let due: Vec<usize> = (0..list.len())
        .filter(|&at| list[at]["code"] != "open_for_quota")
        .collect();
    if due.is_empty() {
        return false;
    }
    list.remove(due[n % due.len()]);
    true
}

fn airing(plan: &mut Value, n: usize, is_meant: impl Fn(&Value) -> bool) -> Option<&mut Value> {
    let mut meant: Vec<_> = plan["airings"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .filter(|one| is_meant(one))
        .collect();
    if meant.is_empty() {
        return None;
    }
    let at = n % meant.len();
    Some(meant.swap_remove(at))
}

fn late(plan: &mut Value, n: usize) -> bool {
    let Some(airing) = airing(plan, n, |_| true) else {
        return false;
    };
    for name in ["start", "end"] {
        let text = airing[name].as_str().unwrap().to_owned();
        let at = arna_domain::Instant::parse(&text).unwrap() + 300_000;
        airing[name] = json!(at.to_string());
    }
    true
}

fn another_version(plan: &mut Value, n: usize) -> bool {
    let Some(airing) = airing(plan, n, |one| one["origin"] == "sequel" || one["origin"] == "repeat") else {
        return false;
    };
    airing["version"] = json!(if airing["version"] == "promo0" {
        "promo1"
    } else {
        "promo0"
    });
    true
}

fn another_licence(plan: &mut Value, n: usize) -> bool {
    let Some(airing) = airing(plan, n, |one| one["licence"].is_string()) else {
        return false;
    };
    airing["licence"] = Value::Null;
    true
}

fn another_reason(plan: &mut Value, n: usize) -> bool {
    let mut open: Vec<_> = plan["open"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .filter(|one| !one["refusals"].as_array().unwrap().is_empty())
        .collect();
    if open.is_empty() {
        return false;
    }
    let at = n % open.len();
    let reason = &mut open[at]["refusals"][0]["code"];
    *reason = json!(if *reason == "too_long" {
        "wrong_language"
    } else {
        "too_long"
    });
    true
}

#[test]
fn the_check_notices_what_is_done_to_a_plan() {
    for (what, harm) in HARMS {
        let mut done = 0;
        for (n, case) in always_the_same(&any_station(), 40).into_iter().enumerate() {
            let index = index(&case.station);
            let mut plan = document(&planned_on(&index, &case, How::QUICK), &index);
            if harm(&mut plan, n) {
                done += 1;
                assert!(
                    !recheck(&case.station, &plan).is_empty(),
                    "{what} goes unnoticed: {case:?}\n{plan}"
                );
            }
        }
        assert!(done > 3, "{what}: done {done} times");
    }
}

#[test]
fn the_stations_bring_about_everything() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for case in always_the_same(&any_station(), 400) {
        let index = index(&case.station);
        let plan = planned_on(&index, &case, How::QUICK);
        let mut count = |word: String| *seen.entry(word).or_default() += 1;
        plan.airings
            .iter()
            .for_each(|one| count(format!("airs {}", one.origin.as_str())));
        plan.findings
            .iter()
            .for_each(|one| count(format!("finding {}", one.code)));
        let refusals = plan.open.iter().flat_map(|one| &one.refusals);
        refusals.for_each(|one| count(format!("refused {}", one.code)));
    }
    let wanted = "airs filler, airs hold, airs pin, airs pool, airs promo, airs repeat, airs sequel, finding blacked_out, \
        finding held_back, finding not_licensed, finding open_for_quota, finding overlaps, finding quota_missed, finding quotas_contradict, \
        finding rating_hours, finding runs_exhausted, finding slot_cut, finding slot_dropped, finding slot_longer, \
        finding slot_shorter, finding slot_vanished, finding version_missing, refused blacked_out, refused day_limit, \
        refused held_back, refused not_licensed, refused nothing_to_repeat, refused rating_hours, refused runs_exhausted, \
        refused season_finished, refused too_close, refused too_long, refused wrong_language, refused wrong_order";
    let missing: Vec<_> = wanted.split(", ").filter(|word| !seen.contains_key(*word)).collect();
    assert!(missing.is_empty(), "never: {missing:?} of {seen:#?}");
}
