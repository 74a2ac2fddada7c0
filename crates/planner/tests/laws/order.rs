//! Where the contract gives a list no order, its order changes nothing. What has one: licences and campaigns ("the first
//! listed"), episodes and versions ("in the document"), a slot's languages ("preference").

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;

use crate::calculation::{How, document, index, planned_on};
use crate::stations::{Case, any_station};

/// Lists without an order, as pointers in which `*` is every item.
const WITHOUT_ORDER: [&str; 19] = [
    "/channels",
    "/channels/*/quotas",
    "/programmes",
    "/programmes/*/tags",
    "/programmes/*/seasons",
    "/licences/*/channels",
    "/licences/*/languages",
    "/holdbacks",
    "/blackouts",
    "/blackouts/*/tags",
    "/slots",
    "/slots/*/days",
    "/slots/*/fill/pool/programmes",
    "/slots/*/fill/pool/kinds",
    "/slots/*/fill/pool/tags",
    "/campaigns/*/channels",
    "/fillers",
    "/pins",
    "/history",
];

/// Shuffles what a path names.
fn shuffle(value: &mut Value, path: &str, lots: &mut u64) {
    match path.trim_start_matches('/').split_once('/') {
        _ if path.is_empty() => {
            if let Some(list) = value.as_array_mut() {
                for n in (1..list.len()).rev() {
                    *lots = lots
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1_442_695_040_888_963_407);
                    list.swap(n, (*lots >> 33) as usize % (n + 1));
                }
            }
        }
        Some(("*", rest)) => {
            for item in value.as_array_mut().unwrap() {
                shuffle(item, &format!("/{rest}"), lots);
            }
        }
        Some((name, rest)) => {
            if let Some(inner) = value.get_mut(name) {
                shuffle(inner, &format!("/{rest}"), lots);
            }
        }
        None => {
            if let Some(inner) = value.get_mut(path.trim_start_matches('/')) {
                shuffle(inner, "", lots);
            }
        }
    }
}

/// Two fixed airings that start together on a channel are charged in the order in which they are listed.
fn has_ties(station: &Value) -> bool {
    let fixed = ["pins", "history"]
        .into_iter()
        .flat_map(|list| station[list].as_array().unwrap());
    let mut seen = BTreeSet::new();
    !fixed
        .into_iter()
        .all(|one| seen.insert((one["channel"].to_string(), one["start"].to_string())))
}

fn plan_of(case: &Case) -> Value {
    let index = index(&case.station);
    document(&planned_on(&index, case, How::PROVEN), &index)
}

proptest! {
    #![proptest_config(crate::stations_to_try(100))]

    #[test]
    fn the_order_of_lists_without_one_changes_nothing(case in any_station(), seed: u64) {
        let plan = plan_of(&case);
        for path in WITHOUT_ORDER {
            if ["/pins", "/history"].contains(&path) && has_ties(&case.station) {
                continue;
            }
            let mut other = case.clone();
            let mut lots = seed;
            shuffle(&mut other.station, path, &mut lots);
            if other.station == case.station {
                continue;
            }
            let changed = plan_of(&other);
            for part in ["airings", "open", "findings", "score"] {
                prop_assert!(changed[part] == plan[part], "{} shuffled changes {}:\n{}\nfrom\n{}\nof {:?}\nand {:?}",
                    path, part, changed[part], plan[part], other, case);
            }
        }
    }
}
