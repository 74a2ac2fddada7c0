//! What holds of every plan, whatever the range and the seed: on the sample station.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Mutex, OnceLock};

use arna_domain::rules::RULES;
use arna_domain::{BroadcastDate, DateRange, Index, Origin, Plan, Station, Zones};
use arna_planner::{Earned, Effort, Proof, Request, plan, review, survey};
use proptest::prelude::*;

fn sample() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let station: Station = serde_json::from_str(include_str!("../../../../sample/station.json")).unwrap();
        Index::of(&station, &Zones::bundled()).unwrap()
    })
}

fn planned(range: DateRange, seed: u64, threads: usize) -> Plan {
    let request = Request {
        index: sample(),
        range,
        seed,
        effort: Effort::Normal,
        threads: NonZeroUsize::new(threads).unwrap(),
        proof: Proof::Spared,
    };
    plan(&request, &|_| ControlFlow::Continue(())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_plan_keeps_its_promises(first in 0..10_i64, days in 1..8_u32, seed: u64, threads in 2..5_usize) {
        let from = BroadcastDate::parse("2024-07-01").unwrap().plus_days(first);
        let range = DateRange::new(from, days).unwrap();
        let plan = planned(range, seed, 1);
        prop_assert_eq!(&planned(range, seed, threads), &plan, "threads change nothing");

        // Sorted; nothing overlaps; nothing outside the range.
        for pair in plan.airings.windows(2) {
            prop_assert!((&pair[0].channel, pair[0].start) <= (&pair[1].channel, pair[1].start));
            prop_assert!(pair[0].channel != pair[1].channel || pair[0].end <= pair[1].start, "{:?}", pair);
        }
        prop_assert!(plan.airings.iter().all(|airing| range.holds(airing.date)));

        // Told more shortly, it is the same but for the reasons.
        let shortly = survey(sample(), range, &plan.airings);
        // Judged as a schedule, only pins break rules, and the quotas missed are those that the plan says.
        let judged = review(sample(), range, &plan.airings);
        prop_assert_eq!(&shortly.findings, &judged.findings);
        let slots = |open: &[arna_domain::OpenSlot]| -> Vec<_> { open.iter().map(|one| (one.slot.clone(), one.date)).collect() };
        prop_assert_eq!(slots(&shortly.open), slots(&judged.open));
        prop_assert!(shortly.open.iter().all(|one| one.refusals.is_empty()));
        let pins: Vec<_> = plan
            .airings
            .iter()
            .filter(|airing| airing.origin == Origin::Pin)
            .map(|airing| airing.version.clone())
            .collect();
        for finding in &judged.findings {
            if RULES.iter().any(|rule| rule.code == finding.code) {
                prop_assert!(pins.contains(&finding.place.version), "{finding:?}");
            }
        }
        let missed = |findings: &[arna_domain::Finding]| -> Vec<_> {
            findings.iter().filter(|one| one.code == "quota_missed").cloned().collect()
        };
        prop_assert_eq!(missed(&judged.findings), missed(&plan.findings));

        // What is open in the plan is open in the schedule.
        prop_assert_eq!(slots(&judged.open), slots(&plan.open));
    }
}

#[test]
fn what_the_pools_earn_is_told_on_the_way_and_never_falls() {
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap();
    for threads in [1, 2] {
        let request = Request {
            index: sample(),
            range,
            seed: 3,
            effort: Effort::Fast,
            threads: NonZeroUsize::new(threads).unwrap(),
            proof: Proof::Given,
        };
        let told: Mutex<Vec<Earned>> = Mutex::new(Vec::new());
        let plan = plan(&request, &|progress| {
            told.lock().unwrap().extend(progress.earned);
            ControlFlow::Continue(())
        })
        .unwrap();
        let told = told.into_inner().unwrap();
        assert!(told.windows(2).all(|pair| pair[0].score <= pair[1].score), "{told:?}");
        let (first, last) = (told.first().unwrap(), told.last().unwrap());
        assert!(first.score < last.score, "{told:?}");
        assert!(last.score <= plan.score.pool);
        // Once it is known what the plan earns, more is proved.
        let proved = plan.score.bound.unwrap().pool;
        assert!(last.bound.unwrap() >= proved, "{told:?} {proved}");
        assert!(last.short_by_at_most().unwrap() >= plan.score.short_by_at_most().unwrap().0);
    }
}
