//! What holds of every plan, whatever the range and the seed: on the sample station.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::OnceLock;

use arna_domain::rules::RULES;
use arna_domain::{BroadcastDate, DateRange, Index, Origin, Plan, Station, Zones};
use arna_planner::{Effort, Proof, Request, plan, review};
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

        // Judged as a schedule, only pins break rules, and the quotas missed are those that the plan says.
        let judged = review(sample(), range, &plan.airings);
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
        let open = |slots: &[arna_domain::OpenSlot]| -> Vec<_> {
            slots.iter().map(|one| (one.slot.clone(), one.date)).collect()
        };
        prop_assert_eq!(open(&judged.open), open(&plan.open));
    }
}
