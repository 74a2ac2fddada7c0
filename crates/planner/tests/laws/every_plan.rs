//! Every plan keeps the contract, however nasty the station.

use proptest::prelude::*;

use crate::calculation::{How, document, index, planned_on};
use crate::recheck::recheck;
use crate::stations::any_station;

proptest! {
    #![proptest_config(crate::stations_to_try(100))]

    #[test]
    fn every_plan_passes_the_independent_check(case in any_station(), seed in 0..4_u64) {
        let index = index(&case.station);
        let plan = planned_on(&index, &case, How { seed, ..How::PROVEN });
        let wrong = recheck(&case.station, &document(&plan, &index));
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn threads_change_nothing(case in any_station(), seed: u64) {
        let index = index(&case.station);
        let plan = |threads| planned_on(&index, &case, How { seed, threads, ..How::PROVEN });
        let alone = document(&plan(1), &index).to_string();
        prop_assert_eq!(document(&plan(2), &index).to_string(), alone.clone());
        prop_assert_eq!(document(&plan(4), &index).to_string(), alone);
    }
}
