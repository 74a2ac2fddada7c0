//! How time and memory grow from a region to a network to two hundred channels and a year.

use std::path::Path;

use crate::row::in_own_process;
use crate::table::{instance, seconds};
use arna_sample::Size;

/// Prints the curve of the sizes wanted; effort fast, two threads.
pub fn print(folder: &Path, wanted: &dyn Fn(&str) -> bool) {
    println!(
        "| size | slot instances | index s | plan s | µs a slot instance | MiB | exponent of time | of memory |\n|---|---|---|---|---|---|---|---|"
    );
    let mut rows = Vec::new();
    let mut before: Option<(f64, f64, f64)> = None;
    let sizes = [Size::Reg, Size::Net, Size::Huge].into_iter();
    for size in sizes.filter(|size| wanted(size.as_str())) {
        let instance = instance(folder, size, 2, "2024-02-26");
        let row = in_own_process(&instance.task("fast", 2));
        let now = (row.slots as f64, row.plan_ms, row.peak_mib);
        let exponents = before.map_or("– | –".to_owned(), |before| {
            let exponent = |from: f64, to: f64| (to / from).ln() / (now.0 / before.0).ln();
            format!("{:.2} | {:.2}", exponent(before.1, now.1), exponent(before.2, now.2))
        });
        println!(
            "| {} | {} | {} | {} | {:.1} | {:.0} | {exponents} |",
            size.as_str(),
            row.slots,
            seconds(row.index_ms),
            seconds(row.plan_ms),
            row.plan_ms * 1e3 / row.slots as f64,
            row.peak_mib,
        );
        before = Some(now);
        rows.push((size, row));
    }
    println!("\n| size | step | s | MiB at most so far |\n|---|---|---|---|");
    for (size, row) in &rows {
        for step in &row.steps {
            println!(
                "| {} | {} | {} | {:.0} |",
                size.as_str(),
                step.name,
                seconds(step.ms),
                step.peak_mib
            );
        }
    }
}
