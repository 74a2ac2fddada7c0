//! On stations so small that every filling of the pools can be tried: the bound holds, and the search finds the best.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, Index, Zones};
use arna_planner::{Effort, Proof, Request, plan};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::calculation::{How, planned};
use crate::recheck::tiny::best_score;
use crate::stations::{Case, always_the_same, pools_alone, tiny_station};

/// Stations with more fillings are left out.
const MOST_FILLINGS: u64 = 30_000;

fn optimum(case: &Case) -> Option<i64> {
    best_score(&case.station, &case.from, case.days, MOST_FILLINGS).map(|(score, _)| score)
}

#[test]
#[expect(clippy::print_stdout, reason = "the misses are worth reading")]
fn the_bound_holds_and_the_search_finds_the_best() {
    const WITH_PROOF: How = How {
        proof: Proof::Given,
        ..How::BEST
    };
    let (mut tried, mut misses, mut above) = (0, Vec::new(), 0);
    for (n, case) in always_the_same(&tiny_station(), 500).into_iter().enumerate() {
        let Some((optimum, fillings)) = best_score(&case.station, &case.from, case.days, MOST_FILLINGS) else {
            continue;
        };
        if fillings < 2 {
            continue;
        }
        tried += 1;
        let score = planned(&case, WITH_PROOF).score;
        let bound = score.bound.unwrap().pool;
        assert!(
            bound >= optimum,
            "station {n}: the bound {bound} is below {optimum}: {case:?}"
        );
        assert!(
            score.pool <= optimum,
            "station {n}: {} is above the best {optimum}: {case:?}",
            score.pool
        );
        if score.pool < optimum {
            misses.push(format!("station {n}: {} of {optimum}\n{case:?}", score.pool));
        }
        above += i32::from(bound > optimum);
    }
    println!(
        "{tried} stations, bound above the best on {above}, missed {}:\n{}",
        misses.len(),
        misses.join("\n")
    );
    assert!(tried >= 150, "only {tried} stations to try");
    assert!(
        misses.len() * 20 <= tried,
        "{} of {tried} missed:\n{}",
        misses.len(),
        misses.join("\n")
    );
}

/// Where an airing can be charged to one licence only, the best filling of a handful of slots is found whatever the effort.
#[test]
fn a_handful_of_slots_is_filled_best_with_any_effort() {
    const FAST: How = How {
        effort: Effort::Fast,
        ..How::QUICK
    };
    let mut tried = 0;
    for (n, case) in always_the_same(&pools_alone(), 2000).into_iter().enumerate() {
        let Some((optimum, 2..)) = best_score(&case.station, &case.from, case.days, MOST_FILLINGS) else {
            continue;
        };
        tried += 1;
        let score = planned(&case, FAST).score.pool;
        assert_eq!(score, optimum, "station {n}: {case:?}");
    }
    assert!(tried >= 150, "only {tried} stations to try");
}

/// One run more of the `n`-th licence that has a limit.
fn one_run_more(station: &mut Value, n: usize) -> bool {
    let licences = station["licences"].as_array_mut().unwrap();
    let mut limited: Vec<_> = licences.iter_mut().filter(|one| one["max_runs"].is_u64()).collect();
    if limited.is_empty() {
        return false;
    }
    let at = n % limited.len();
    limited[at]["max_runs"] = json!(limited[at]["max_runs"].as_u64().unwrap() + 1);
    true
}

/// One episode more of the `n`-th programme, half an hour in Kazakh.
fn one_episode_more(station: &mut Value, n: usize) -> bool {
    let programmes = station["programmes"].as_array_mut().unwrap();
    let own: Vec<usize> = (0..programmes.len())
        .filter(|&at| programmes[at]["kind"] != "promo" && programmes[at]["kind"] != "filler")
        .collect();
    let episodes = programmes[own[n % own.len()]]["seasons"][0]["episodes"]
        .as_array_mut()
        .unwrap();
    episodes.push(
        json!({"id": "new", "number": 99, "versions": [{"id": "new.kk", "language": "kk", "duration_ms": 1_800_000}]}),
    );
    true
}

proptest! {
    #![proptest_config(crate::stations_to_try(100))]

    /// Where an airing can be charged to one licence only, and nothing but pools changes, more is never less.
    #[test]
    fn a_run_or_a_candidate_more_never_lowers_the_best(case in pools_alone(), n in 0..8_usize) {
        let before = planned(&case, How::BEST).score.pool;
        for (what, change) in [("run", one_run_more as fn(&mut Value, usize) -> bool), ("episode", one_episode_more)] {
            let mut more = case.clone();
            if change(&mut more.station, n) {
                let after = planned(&more, How::BEST).score.pool;
                prop_assert!(after >= before, "one {} more: {} falls to {}\n{:?}\nbest possible before {:?}, after {:?}",
                    what, before, after, more, optimum(&case), optimum(&more));
            }
        }
    }
}

/// The exception that the contract itself makes: airings are charged to the first listed licence with a run left, whatever
/// its gap. A run more on a licence with a wide gap takes airings away from one with a narrow gap.
#[test]
fn a_run_more_may_cost_where_the_first_listed_licence_has_the_wider_gap() {
    let case = |runs: u32| Case {
        from: "2024-07-01".to_owned(),
        days: 3,
        station: json!({
            "format": "arna-station/1",
            "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
            "programmes": [{"id": "f", "kind": "film", "title": {}, "seasons": [{"id": "f/1", "number": 1, "episodes": [
                {"id": "f/1/1", "number": 1, "versions": [{"id": "f.kk", "language": "kk", "duration_ms": 1_800_000}]}]}]}],
            "licences": [
                {"id": "wide", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "max_runs": runs, "min_gap_hours": 100},
                {"id": "narrow", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "min_gap_hours": 1}],
            "slots": [{"id": "a", "channel": "k", "start": "21:00", "length_min": 30, "weight": 1, "languages": ["kk"],
                "fill": {"pool": {}}}]
        }),
    };
    let points = |airings: i64| 12 * 30 + airings * 6 * 30;
    assert_eq!(optimum(&case(0)), Some(points(3)));
    assert_eq!(optimum(&case(1)), Some(points(1)));
    assert_eq!(
        planned(
            &case(0),
            How {
                effort: Effort::Best,
                ..How::QUICK
            }
        )
        .score
        .pool,
        points(3)
    );
    assert_eq!(planned(&case(1), How::BEST).score.pool, points(1));
}

/// A general solver proves 12564 to be the best of this station; prices alone prove 12588, since they let a quota miss a part of a minute.
#[test]
fn more_is_proved_case_by_case_than_by_prices_whatever_the_threads() {
    let from = BroadcastDate::parse("2024-10-21").unwrap();
    let (station, range) = arna_sample::make(arna_sample::Size::Mini, 6, from);
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let bound = |effort, threads| {
        let request = Request {
            index: &index,
            range,
            seed: 0,
            effort,
            threads: NonZeroUsize::new(threads).unwrap(),
            proof: Proof::Given,
        };
        let plan = plan(&request, &|_| ControlFlow::Continue(())).unwrap();
        plan.score.bound.unwrap().pool
    };
    let by_prices = bound(Effort::Fast, 1);
    let by_cases = bound(Effort::Normal, 1);
    assert!(
        (12_564..by_prices).contains(&by_cases),
        "{by_cases} by cases, {by_prices} by prices"
    );
    assert_eq!(bound(Effort::Normal, 3), by_cases, "threads change the bound");
}
