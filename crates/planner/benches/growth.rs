//! How planning grows: the sample station 1, 10 and 100 times side by side, each size in a process of its own.
//!
//! Prints wall time of indexing and planning (effort fast), the most memory held, and the exponents of growth: 1 is proportional.
//! `cargo bench -p arna-planner --bench growth [-- STATION.json FROM DAYS]`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reports to a person and may stop at the first surprise"
)]

mod asked;

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::process::Command;
use std::time::Instant;

use arna_domain::{BroadcastDate, DateRange, Index, Station, Zones};
use arna_planner::{Effort, Proof, Request, plan};
use serde_json::Value;

use arna_sample::side_by_side;

use self::asked::asked;

const SIZES: [usize; 3] = [1, 10, 100];
/// Each size is measured this often and the fastest counts.
const ROUNDS: usize = 3;

fn main() {
    let (file, from, days, more) = asked();
    match more.first() {
        Some(size) => measure(&file, &from, &days, size.parse().unwrap()),
        None => report(&file, &from, &days),
    }
}

/// Measures each size in a child process, whose peak of memory is its own.
fn report(file: &str, from: &str, days: &str) {
    let own = std::env::current_exe().unwrap();
    println!("| times | instances on air | index ms | plan ms | MiB at most |\n|---|---|---|---|---|");
    let mut rows: Vec<[f64; 4]> = Vec::new();
    for size in SIZES {
        let size = size.to_string();
        let output = Command::new(&own).args([file, from, days, &size]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
        let [airings, index, plan, memory] = numbers[..] else {
            panic!("{text}")
        };
        println!("| {size} | {airings} | {index:.1} | {plan:.1} | {memory:.1} |");
        rows.push([airings, index, plan, memory]);
    }
    for (name, at) in [("index", 1), ("plan", 2), ("memory", 3)] {
        let exponent = |a: usize, b: usize| (rows[b][at] / rows[a][at]).ln() / (SIZES[b] as f64 / SIZES[a] as f64).ln();
        println!(
            "{name}: exponent {:.2} from 1 to 10, {:.2} from 10 to 100",
            exponent(0, 1),
            exponent(1, 2)
        );
    }
}

fn measure(file: &str, from: &str, days: &str, times: usize) {
    let document: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let station: Station = serde_json::from_value(side_by_side(&document, times)).unwrap();
    let zones = Zones::bundled();
    let (mut index_ms, mut plan_ms, mut airings) = (f64::MAX, f64::MAX, 0);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let index = Index::of(&station, &zones).unwrap();
        index_ms = index_ms.min(start.elapsed().as_secs_f64() * 1e3);
        let request = Request {
            index: &index,
            range: DateRange::new(BroadcastDate::parse(from).unwrap(), days.parse().unwrap()).unwrap(),
            seed: 0,
            effort: Effort::Fast,
            threads: NonZeroUsize::new(2).unwrap(),
            proof: Proof::Spared,
        };
        let start = Instant::now();
        airings = plan(&request, &|_| ControlFlow::Continue(())).unwrap().airings.len();
        plan_ms = plan_ms.min(start.elapsed().as_secs_f64() * 1e3);
    }
    println!("{airings} {index_ms} {plan_ms} {}", peak_mib());
}

/// The most memory this process held, in MiB.
fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}
