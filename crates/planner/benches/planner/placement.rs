//! Placing alone: ten channels, thirty days, twenty-four slots a day, all rules on, no pools.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::time::Instant;

use arna_domain::instance::Instances;
use arna_domain::{BroadcastDate, Index, Zones};
use arna_planner::{Effort, Proof, Request, plan};

use crate::row::milliseconds;
use arna_sample::make_without_pools;

/// Each seed is planned this often; the median counts.
const ROUNDS: usize = 51;

/// Prints the medians.
pub fn print() {
    println!("| seed | slot instances | airings | open | 1 thread, ms | 2 threads, ms |\n|---|---|---|---|---|---|");
    for (seed, from) in [(1, "2024-07-01"), (2, "2024-02-26"), (3, "2024-03-27")] {
        let (station, range) = make_without_pools(seed, BroadcastDate::parse(from).unwrap());
        let index = Index::of(&station, &Zones::bundled()).unwrap();
        let [one, two] = [1, 2].map(|threads| {
            let request = Request {
                index: &index,
                range,
                seed: 0,
                effort: Effort::Fast,
                threads: NonZeroUsize::new(threads).unwrap(),
                proof: Proof::Spared,
            };
            let mut times: Vec<f64> = (0..ROUNDS)
                .map(|_| {
                    let begun = Instant::now();
                    plan(&request, &|_| ControlFlow::Continue(())).unwrap();
                    milliseconds(begun)
                })
                .collect();
            times.sort_by(f64::total_cmp);
            let last = plan(&request, &|_| ControlFlow::Continue(())).unwrap();
            (times[ROUNDS / 2], last.airings.len(), last.open.len())
        });
        let slots = Instances::of(&index, range).0.len();
        println!(
            "| {seed} | {slots} | {} | {} | {:.1} | {:.1} |",
            one.1, one.2, one.0, two.0
        );
    }
}
