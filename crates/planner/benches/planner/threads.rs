//! One thread against two: the same bytes, in less time.

use std::fs;
use std::path::Path;

use crate::row::{Task, in_own_process};
use crate::table::{instance, seconds};
use arna_sample::Size;

/// Prints times of both and whether the plans are the same byte by byte.
pub fn print(folder: &Path) {
    println!("| instance | effort | 1 thread, s | 2 threads, s | the same bytes |\n|---|---|---|---|---|");
    for (size, effort) in [(Size::Reg, "fast"), (Size::Reg, "normal"), (Size::Net, "fast")] {
        let instance = instance(folder, size, 2, "2024-02-26");
        let [one, two] = [1, 2].map(|threads| {
            let out = folder.join(format!("{threads}-threads.plan.json"));
            let task = Task {
                out: Some(out.display().to_string()),
                ..instance.task(effort, threads)
            };
            (in_own_process(&task).plan_ms, fs::read(out).unwrap())
        });
        let same = if one.1 == two.1 { "yes" } else { "NO" };
        println!(
            "| {} | {effort} | {} | {} | {same} |",
            instance.name(),
            seconds(one.0),
            seconds(two.0)
        );
        assert_eq!(same, "yes", "threads change the plan of {}", instance.name());
    }
}
