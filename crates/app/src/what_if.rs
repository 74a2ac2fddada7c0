//! What if: a range planned without amendments, and planned again around that with them.

use std::ops::ControlFlow;

use arna_domain::index::Invalid;
use arna_domain::{Airing, Amendment, Finding, Index, OpenSlot, Plan, Station, Zones, amend};
use arna_exchange::plan_json::airing_value;
use arna_planner::Progress;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::planning::{self, Cause, Changed, Difference, Keep, Policy, Replanned};

/// A range planned without amendments and with them. The second plan keeps to the first wherever it may, so what differs is what the
/// amendments force, and what they leave room for.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The index of the amended station.
    pub index: Index,
    /// The plan of the station as it is.
    pub without: Plan,
    /// The plan of the amended station.
    pub with: Plan,
    /// How the airings change, and why: programmes, holds and breaks.
    pub difference: Difference,
    /// Slots that are open with the amendments and were not without, with the reasons.
    pub opened: Vec<OpenSlot>,
    /// Slots that were open without the amendments and are not with them.
    pub closed: Vec<OpenSlot>,
    /// Findings that come with the amendments.
    pub found: Vec<Finding>,
    /// Findings that go with them.
    pub gone: Vec<Finding>,
}

/// Plans a range of a station as it is, around what is accepted if anything is to be kept, and again with amendments around that plan.
///
/// # Errors
/// What amendments name that is not there, with its path; everything in the amended station that cannot be worked with; `cancelled`
/// when the report asks to stop; what keeps the range from being planned.
pub fn what_if(
    station: &Station,
    index: &Index,
    zones: &Zones,
    amendments: &[Amendment],
    policy: &Policy,
    keep: Option<Keep>,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<WhatIf, Failure> {
    let amended = amend(station, amendments, zones).map_err(|wrong| Failure::unamendable(&[wrong]))?;
    let amended_index = Index::of(&amended, zones)
        .map_err(|invalid| Failure::unamendable(&to_blame(station, amendments, zones, invalid)))?;
    // Where nothing is accepted there is nothing to keep to.
    let is_accepted = station.schedule.iter().any(|airing| policy.range.holds(airing.date));
    let without = match keep.filter(|_| is_accepted) {
        None => planning::calculate(index, &station.schedule, policy, report)?,
        Some(keep) => planning::replan(index, &station.schedule, policy, keep, report)?.plan,
    };
    let outside = amended
        .schedule
        .iter()
        .filter(|airing| !policy.range.holds(airing.date));
    let schedule: Vec<Airing> = outside.chain(&without.airings).cloned().collect();
    let keep = keep.map_or(Keep::Accepted, Keep::and_the_rest);
    let Replanned { plan: with, difference } = planning::replan(&amended_index, &schedule, policy, keep, report)?;
    let place = |one: &OpenSlot| (one.slot.clone(), one.date);
    Ok(WhatIf {
        difference,
        opened: more(&with.open, &without.open, place),
        closed: more(&without.open, &with.open, place),
        found: more(&with.findings, &without.findings, Clone::clone),
        gone: more(&without.findings, &with.findings, Clone::clone),
        index: amended_index,
        without,
        with,
    })
}

/// What is wrong with an amended station, at the amendment from which on it is: people read the document that they wrote.
fn to_blame(station: &Station, amendments: &[Amendment], zones: &Zones, all: Vec<Invalid>) -> Vec<Invalid> {
    let wrong_after = |count: usize| {
        let amended = amend(station, &amendments[..count], zones).ok()?;
        Index::of(&amended, zones).err()
    };
    let Some((at, found)) = (1..=amendments.len()).find_map(|count| Some((count - 1, wrong_after(count)?))) else {
        return all;
    };
    let path = format!("amendments[{at}].{}", amendments[at].kind());
    let here = |invalid: Invalid| Invalid {
        path: path.clone(),
        ..invalid
    };
    found.into_iter().map(here).collect()
}

/// What the one list has more than the other, as often as it has it more.
fn more<T: Clone, K: PartialEq>(list: &[T], other: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
    let mut others: Vec<Option<K>> = other.iter().map(|one| Some(key(one))).collect();
    let is_new = |one: &&T| {
        let own = Some(key(one));
        match others.iter_mut().find(|other| **other == own) {
            Some(same) => {
                *same = None;
                false
            }
            None => true,
        }
    };
    list.iter().filter(is_new).cloned().collect()
}

/// The document of a comparison, `arna-what-if/1`. Airings, open slots and findings are written as in a plan's document.
pub fn document(what_if: &WhatIf, before: &Index, amendments: &[Amendment]) -> Value {
    let WhatIf {
        index,
        without,
        with,
        difference,
        opened,
        closed,
        found,
        gone,
    } = what_if;
    let airings = |list: &[Changed], index: &Index| -> Vec<Value> {
        list.iter()
            .map(|one| because(airing_value(&one.airing, index), &one.cause))
            .collect()
    };
    let moved: Vec<Value> = difference
        .moved
        .iter()
        .map(|one| {
            let (from, to) = (airing_value(&one.before, before), airing_value(&one.after, index));
            because(json!({ "from": from, "to": to }), &one.cause)
        })
        .collect();
    json!({
        "format": "arna-what-if/1",
        "from": with.range.from,
        "days": with.range.days,
        "seed": with.seed,
        "amendments": amendments,
        "score": { "without": without.score, "with": with.score },
        "airings": {
            "lost": airings(&difference.removed, before), "added": airings(&difference.added, index),
            "moved": moved, "kept": difference.kept.len()
        },
        "open": { "new": opened, "gone": closed },
        "findings": { "new": found, "gone": gone }
    })
}

fn because(mut change: Value, cause: &Cause) -> Value {
    change["cause"] = json!(cause);
    change
}
