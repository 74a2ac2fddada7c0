//! Pools: what the plan put there is charged as it must be, and what it says of those it left open is true.

use super::Complaints;
use super::calendar::day_text;
use super::on_air::{OnAir, Origin, Showing};
use super::plan::{Plan, Refusal};
use super::rules::{broken, broken_on_air};
use super::station::Fill;
use super::steps::charged;

/// Every version that a pool instance may take, all rules left aside.
pub(super) fn versions_of(air: &OnAir<'_>, instance: usize) -> Vec<usize> {
    let slot = air.instances[instance].slot;
    let station = air.station;
    let takes = |programme: &usize| station.pool_takes(slot, *programme);
    (0..station.programmes.len())
        .filter(takes)
        .flat_map(|programme| station.programmes[programme].versions.iter().copied())
        .collect()
}

pub(super) fn is_pool(air: &OnAir<'_>, instance: usize) -> bool {
    matches!(air.station.slots[air.instances[instance].slot].fill, Fill::Pool { .. })
}

/// No earlier listed covering licence has a run left for an airing.
pub(super) fn is_charged_rightly(air: &OnAir<'_>, number: usize) -> bool {
    let one = air.all[number];
    let others = OnAir {
        all: air.without(number),
        ..air.clone()
    };
    let earlier = others
        .covering(&one)
        .take_while(|&licence| Some(licence) != one.licence);
    let all_spent = earlier.into_iter().all(|licence| !others.has_run_left(licence, &one));
    one.licence.is_some() && all_spent
}

/// After step 3: filters and charges.
pub(super) fn check_filled(air: &OnAir<'_>, wrong: &mut Complaints) {
    for (number, one) in air.all.iter().enumerate() {
        let (Origin::Pool, Some(instance)) = (one.origin, one.instance) else {
            continue;
        };
        let place = || place_of(air, instance, one.version);
        wrong.expect(versions_of(air, instance).contains(&one.version), || {
            format!("{} is not of the pool", place())
        });
        wrong.expect(is_charged_rightly(air, number), || {
            format!("{} is charged to the wrong licence", place())
        });
    }
}

fn place_of(air: &OnAir<'_>, instance: usize, version: usize) -> String {
    let at = air.instances[instance];
    format!(
        "{} in {} {}",
        air.station.versions[version].id,
        air.station.slots[at.slot].id,
        day_text(at.date)
    )
}

/// After step 3: the refusals of each open instance, and whether it had to stay open.
pub(super) fn check_open(air: &OnAir<'_>, plan: &Plan, wrong: &mut Complaints) {
    for (instance, refusals) in &plan.open {
        if !is_pool(air, *instance) {
            continue;
        }
        let versions = versions_of(air, *instance);
        for refusal in refusals {
            let version = refusal.version.as_ref().map(|id| air.station.number("version", id));
            let Some(version) = version.filter(|version| versions.contains(version)) else {
                wrong.add(format!(
                    "{:?} is no candidate of {}",
                    refusal.version, air.station.slots[air.instances[*instance].slot].id
                ));
                continue;
            };
            check_refusal(air, *instance, version, refusal, wrong);
        }
        let eligible: Vec<usize> = versions
            .iter()
            .copied()
            .filter(|&version| is_eligible(air, *instance, version))
            .collect();
        let at = air.instances[*instance];
        let slot = &air.station.slots[at.slot].id;
        let said = plan.findings.iter().any(|finding| {
            finding["code"] == "open_for_quota"
                && finding["slot"] == slot.as_str()
                && finding["date"] == day_text(at.date)
        });
        let place = || format!("{slot} {}", day_text(at.date));
        if said {
            wrong.expect(!eligible.is_empty(), || {
                format!("{} is open for a quota, but nothing is eligible", place())
            });
        }
        if eligible.is_empty() {
            wrong.expect(versions.is_empty() || !refusals.is_empty(), || {
                format!("{} is open for no reason", place())
            });
        }
    }
}

/// Whether a version could stand in an instance beside what is on air: it keeps every rule and lets the others keep theirs.
fn is_eligible(air: &OnAir<'_>, instance: usize, version: usize) -> bool {
    let showing: Showing = charged(air, instance, version, Origin::Pool);
    if !broken(air, &showing).is_empty() {
        return false;
    }
    let mut with = air.clone();
    with.all.push(showing);
    let pools = (0..with.all.len()).filter(|&number| with.all[number].origin == Origin::Pool);
    pools.into_iter().all(|number| broken_on_air(&with, number).is_empty())
}

fn check_refusal(air: &OnAir<'_>, instance: usize, version: usize, refusal: &Refusal, wrong: &mut Complaints) {
    let codes = broken(air, &charged(air, instance, version, Origin::Pool));
    let first = codes.first().copied().unwrap_or_default();
    let place = || place_of(air, instance, version);
    wrong.expect(first == refusal.code, || {
        format!("{} breaks {first}, not {}", place(), refusal.code)
    });
    if let (Some(licence), "runs_exhausted") = (&refusal.licence, refusal.code.as_str()) {
        let most = air.station.licences[air.station.number("licence", licence)].max_runs;
        wrong.expect(most == refusal.max_runs, || {
            format!("{}: {licence} has {most:?} runs, not {:?}", place(), refusal.max_runs)
        });
    }
}
