//! What holds of every plan made again, whatever is edited: on the sample station.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::OnceLock;

use arna_domain::rules::RULES;
use arna_domain::{Airing, BroadcastDate, DateRange, Index, Origin, Pin, Plan, Station, Zones};
use arna_planner::{
    Accepted, Cause, Changed, Depth, Difference, Effort, Keep, Proof, Replanned, Request, difference, plan, replan,
    review,
};
use proptest::prelude::*;

fn sample() -> &'static Station {
    static STATION: OnceLock<Station> = OnceLock::new();
    STATION.get_or_init(|| serde_json::from_str(include_str!("../../../../sample/station.json")).unwrap())
}

fn index_of(station: &Station) -> Option<Index> {
    Index::of(station, &Zones::bundled()).ok()
}

fn range(first: i64, days: u32) -> DateRange {
    let from = BroadcastDate::parse("2024-07-01").unwrap().plus_days(first);
    DateRange::new(from, days).unwrap()
}

fn request(index: &Index, range: DateRange) -> Request<'_> {
    Request {
        index,
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    }
}

fn planned(index: &Index, range: DateRange, seed: u64) -> Plan {
    let request = Request {
        seed,
        ..request(index, range)
    };
    plan(&request, &|_| ControlFlow::Continue(())).unwrap()
}

fn again(index: &Index, range: DateRange, schedule: &[Airing], keep: Keep, depth: Depth) -> Replanned {
    let accepted = Accepted {
        schedule,
        keep,
        weight: Accepted::USUAL_WEIGHT,
    };
    replan(&request(index, range), &accepted, depth, &|_| ControlFlow::Continue(())).unwrap()
}

/// An edit of a station: what it is and where.
fn edited(kind: usize, at: usize, airings: &[Airing]) -> Station {
    let mut station = sample().clone();
    let programmes: Vec<&Airing> = airings.iter().filter(|one| one.origin.is_programme()).collect();
    let place = programmes[at % programmes.len()];
    match kind {
        0 => station.pins.push(Pin {
            channel: place.channel.clone(),
            start: place.start + 60_000 * (at % 40) as i64,
            version: programmes[at / 7 % programmes.len()].version.clone().unwrap(),
            licence: None,
        }),
        1 => {
            let licence = at % station.licences.len();
            let licence = &mut station.licences[licence];
            licence.until = licence.until.min(place.date).max(licence.from);
        }
        2 => {
            let licence = at % station.licences.len();
            let licence = &mut station.licences[licence];
            licence.max_runs = Some(licence.max_runs.map_or(1, |runs| runs.saturating_sub(1)));
        }
        3 => {
            let slot = at % station.slots.len();
            let slot = &mut station.slots[slot];
            slot.length_min = (slot.length_min / 2).max(5);
        }
        4 => {
            let slot = at % station.slots.len();
            station.slots[slot].until = Some(place.date);
        }
        5 => {
            let lost = place.version.clone().unwrap();
            for programme in &mut station.programmes {
                for episode in programme.seasons.iter_mut().flat_map(|season| &mut season.episodes) {
                    episode.versions.retain(|version| version.id != lost);
                }
            }
        }
        6 => {
            let programme = at % station.programmes.len();
            station.programmes[programme].max_per_day = Some(1);
        }
        _ => station.blackouts.push(arna_domain::restriction::Blackout {
            channel: place.channel.clone(),
            from: place.start,
            until: place.end,
            tags: Vec::new(),
        }),
    }
    station
}

/// How many accepted pool airings stand as they did.
fn kept(accepted: &Plan, plan: &Plan) -> i64 {
    let pools = |plan: &Plan| -> BTreeSet<_> {
        let of_pools = plan.airings.iter().filter(|one| one.origin == Origin::Pool);
        of_pools
            .map(|one| (one.slot.clone(), one.date, one.version.clone()))
            .collect()
    };
    pools(accepted).intersection(&pools(plan)).count() as i64
}

/// Everything on a channel in order, nothing twice at a time, in the range, and only pins break rules.
fn keeps_its_promises(index: &Index, plan: &Plan) {
    for pair in plan.airings.windows(2) {
        assert!((&pair[0].channel, pair[0].start) <= (&pair[1].channel, pair[1].start));
        let pinned = pair.iter().any(|one| one.origin == Origin::Pin);
        assert!(
            pinned || pair[0].channel != pair[1].channel || pair[0].end <= pair[1].start,
            "{pair:?}"
        );
    }
    let judged = review(index, plan.range, &plan.airings);
    let of_rules = |findings: &[arna_domain::Finding]| -> Vec<String> {
        let rules = findings
            .iter()
            .filter(|one| RULES.iter().any(|rule| rule.code == one.code));
        let mut texts: Vec<String> = rules.map(|one| serde_json::to_string(one).unwrap()).collect();
        texts.sort();
        texts
    };
    // What a plan says of its pins is all that a review finds.
    assert_eq!(of_rules(&judged.findings), of_rules(&plan.findings));
    let open = |slots: &[arna_domain::OpenSlot]| -> Vec<_> {
        slots
            .iter()
            .map(|one| (one.slot.clone(), one.date, one.refusals.clone()))
            .collect()
    };
    for (was, now) in open(&judged.open).iter().zip(open(&plan.open)) {
        assert_eq!((&was.0, was.1), (&now.0, now.1));
    }
    assert_eq!(judged.open.len(), plan.open.len());
}

/// Whoever only sees both schedules finds the same changes, and the same causes but for what a rule gave up: which rule did, while
/// others forbid it too or the plan has moved on since, only the calculation knows.
fn same_changes(seen: &Difference, told: &Difference) {
    let same_cause = |seen: &Cause, told: &Cause| seen == told || ["rule", "freed_seat"].contains(&told.code);
    let same = |seen: &[Changed], told: &[Changed]| {
        assert_eq!(seen.len(), told.len());
        for (seen, told) in seen.iter().zip(told) {
            assert!(
                seen.airing == told.airing && same_cause(&seen.cause, &told.cause),
                "{seen:?} {told:?}"
            );
        }
    };
    same(&seen.added, &told.added);
    same(&seen.removed, &told.removed);
    assert_eq!(seen.moved.len(), told.moved.len());
    for (seen, told) in seen.moved.iter().zip(&told.moved) {
        let same = (&seen.before, &seen.after) == (&told.before, &told.after);
        assert!(same && same_cause(&seen.cause, &told.cause), "{seen:?} {told:?}");
    }
    assert_eq!(seen.kept, told.kept);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn an_unchanged_station_planned_again_changes_nothing(first in 0..8_i64, days in 1..8_u32, seed: u64, hour in 0..200_i64) {
        let (index, range) = (index_of(sample()).unwrap(), range(first, days));
        let accepted = planned(&index, range, seed);
        let before = accepted.airings[0].start + hour * 3_600_000;
        for keep in [Keep::Accepted, Keep::Pinned, Keep::Aired { before }] {
            let again = again(&index, range, &accepted.airings, keep, Depth::Proposal);
            prop_assert!(again.difference.is_empty(), "{keep:?}: {:?}", again.difference);
            prop_assert_eq!(&again.plan.airings, &accepted.airings);
            prop_assert_eq!(again.plan.score, accepted.score);
            prop_assert_eq!(&again.plan.open, &accepted.open);
        }
        let further = again(&index, range, &accepted.airings, Keep::Accepted, Depth::Optimised);
        prop_assert!(further.difference.is_empty(), "{:?}", further.difference);
    }

    #[test]
    fn going_further_is_never_worse_than_the_proposal(
        kind in 0..8_usize, at in 0..10_000_usize, first in 0..8_i64, days in 1..8_u32, hour in 0..100_i64
    ) {
        let range = range(first, days);
        let accepted = planned(&index_of(sample()).unwrap(), range, 0);
        let Some(index) = index_of(&edited(kind, at, &accepted.airings)) else { return Ok(()) };
        let before = accepted.airings[0].start + hour * 3_600_000;
        for keep in [Keep::Accepted, Keep::Pinned, Keep::Aired { before }] {
            let [proposal, further] = [Depth::Proposal, Depth::Optimised]
                .map(|depth| again(&index, range, &accepted.airings, keep, depth).plan);
            let worth = |plan: &Plan| plan.score.pool + Accepted::USUAL_WEIGHT * kept(&accepted, plan);
            prop_assert!(worth(&further) >= worth(&proposal), "{keep:?}: {} < {}", worth(&further), worth(&proposal));
        }
    }

    #[test]
    fn an_unchanged_station_planned_further_changes_only_for_a_better_score(first in 0..8_i64, days in 1..8_u32) {
        let (index, range) = (index_of(sample()).unwrap(), range(first, days));
        let accepted = planned(&index, range, 0);
        let further = again(&index, range, &accepted.airings, Keep::Pinned, Depth::Optimised);
        let gone = further.difference.removed.iter().filter(|one| one.airing.origin == Origin::Pool).count()
            + further.difference.moved.iter().filter(|one| one.after.origin == Origin::Pool).count();
        let earned = further.plan.score.pool - accepted.score.pool;
        prop_assert!(gone == 0 || earned > 0, "{gone} gone for {earned}");
    }

    #[test]
    fn what_is_accepted_is_given_up_only_for_a_rule_or_its_place(
        kind in 0..8_usize, at in 0..10_000_usize, first in 0..8_i64, days in 1..8_u32
    ) {
        let range = range(first, days);
        let accepted = planned(&index_of(sample()).unwrap(), range, 0);
        let Some(index) = index_of(&edited(kind, at, &accepted.airings)) else { return Ok(()) };
        let again = again(&index, range, &accepted.airings, Keep::Accepted, Depth::Optimised);
        keeps_its_promises(&index, &again.plan);
        for one in again.difference.removed.iter().filter(|one| one.airing.origin == Origin::Pool) {
            prop_assert!(
                ["rule", "pin_there", "slot_gone", "slot_covered", "slot_changed", "version_gone"].contains(&one.cause.code),
                "{one:?}"
            );
        }
        same_changes(&difference(&index, range, &accepted.airings, &again.plan), &again.difference);
    }

    #[test]
    fn what_started_before_now_stays_exactly_as_it_was(
        kind in 0..8_usize, at in 0..10_000_usize, days in 2..8_u32, hour in 1..150_i64
    ) {
        let range = range(0, days);
        let accepted = planned(&index_of(sample()).unwrap(), range, 0);
        let Some(index) = index_of(&edited(kind, at, &accepted.airings)) else { return Ok(()) };
        // What a version's loss leaves unnamed cannot be kept.
        let before = accepted.airings[0].start + hour * 3_600_000;
        let again = again(&index, range, &accepted.airings, Keep::Aired { before }, Depth::Optimised);
        let over = |airings: &[Airing]| -> Vec<Airing> {
            airings.iter().filter(|one| one.start < before).cloned().collect()
        };
        prop_assert_eq!(over(&again.plan.airings), over(&accepted.airings));
        for pair in again.plan.airings.windows(2) {
            let pinned = pair.iter().any(|one| one.origin == Origin::Pin);
            prop_assert!(
                pinned || pair[0].channel != pair[1].channel || pair[0].end <= pair[1].start, "{:?}", pair
            );
        }
    }
}
