//! The table: instances by efforts, against the planner's own proof and against a general solver.

use std::path::{Path, PathBuf};

use arna_domain::BroadcastDate;

use crate::document::write_station;
use crate::others::{Solved, Solver, failed};
use crate::row::{Row, Task, in_own_process};
use crate::station::{Size, make};

/// An instance to measure.
pub struct Instance {
    name: String,
    station: PathBuf,
    from: String,
    days: u32,
    efforts: Vec<&'static str>,
    /// Whether the general solver is asked.
    solved: bool,
}

/// First dates, a seed each: whole weeks without a clock change; whole weeks over the changes of Kazakhstan (1 March) and
/// Chicago; from a Wednesday, so that first and last week are parts, over those of Europe and Lord Howe.
const DATES: [(u64, &str); 3] = [(1, "2024-07-01"), (2, "2024-02-26"), (3, "2024-03-27")];

/// Instances of our own making; their documents go into the folder.
pub fn made(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Vec<Instance> {
    let mut all = Vec::new();
    let sizes = [Size::Mini, Size::Small, Size::Reg];
    for size in sizes.into_iter().filter(|size| wanted(size.as_str())) {
        all.extend(DATES.map(|(seed, from)| instance(folder, size, seed, from)));
    }
    if wanted(Size::Net.as_str()) {
        all.push(instance(folder, Size::Net, 2, DATES[1].1));
    }
    all
}

/// An instance of our own making.
pub fn instance(folder: &Path, size: Size, seed: u64, from: &str) -> Instance {
    let (station, range) = make(size, seed, BroadcastDate::parse(from).unwrap());
    let name = format!("{}-{seed}", size.as_str());
    let path = folder.join(format!("{name}.json"));
    write_station(&station, &path);
    let is_large = matches!(size, Size::Net | Size::Huge);
    Instance {
        name,
        station: path,
        from: from.to_owned(),
        days: range.days,
        efforts: if is_large {
            vec!["fast", "normal"]
        } else {
            vec!["fast", "normal", "best"]
        },
        solved: !is_large,
    }
}

/// Instances that others made, where they are; the line that says so where they are not.
pub fn given(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Instance>, String> {
    let file = |name: &str| folder.join("instances").join(format!("{name}.json"));
    if !file("mini-1").exists() {
        return Err(format!("no instances of others in {}", folder.display()));
    }
    let instance = |(name, days): (&str, u32)| Instance {
        name: format!("given {name}"),
        station: file(name),
        from: "2024-07-01".to_owned(),
        days,
        efforts: vec!["fast", "normal", "best"],
        solved: true,
    };
    let all = [("mini-1", 7), ("small-1", 14), ("reg-1", 28)].into_iter();
    let all = all.filter(|(name, _)| wanted(name.trim_end_matches("-1")));
    Ok(all.map(instance).collect())
}

const HEAD: &str = "\
| instance | effort | seats | candidates | pool score | bound | gap % | break score | bound | gap % | s | MiB | CP-SAT | its bound | s to best | score ÷ CP-SAT | CP-SAT's s ÷ s | failed |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

/// Prints the table, row by row as they come; how many checks failed in all, where there is a checker.
pub fn print(instances: &[Instance], folder: &Path, solver: Option<&Solver>, checker: Option<&Path>) {
    println!("{HEAD}");
    let mut failures = 0;
    let mut bound_lines = Vec::new();
    for instance in instances {
        let task = |effort: &str| Task {
            station: instance.station.display().to_string(),
            from: instance.from.clone(),
            days: instance.days,
            effort: effort.to_owned(),
            threads: 2,
            proof: false,
            count: true,
            out: None,
        };
        let proven = in_own_process(&Task {
            proof: true,
            count: false,
            ..task("normal")
        });
        let mut solved = None;
        for effort in &instance.efforts {
            let plan = folder.join(format!("{}-{effort}.plan.json", instance.name.replace(' ', "-")));
            let row = in_own_process(&Task {
                out: Some(plan.display().to_string()),
                ..task(effort)
            });
            if *effort == "normal" {
                bound_lines.push(format!(
                    "{} {:.1} s",
                    instance.name,
                    (proven.plan_ms - row.plan_ms).max(0.0) / 1e3
                ));
            }
            if instance.solved
                && let Some(solver) = solver
            {
                let first = solved.get_or_insert_with(|| {
                    let solved = solver.ask(&instance.station, &plan);
                    (solved, row.pool)
                });
                assert_eq!(first.0.plan, first.1, "{}: the pool score, counted anew", instance.name);
            }
            let count = checker.map(|checker| failed(checker, &instance.station, &plan));
            println!(
                "{}",
                line(
                    &instance.name,
                    effort,
                    &row,
                    &proven,
                    solved.as_ref().map(|one| &one.0),
                    count.as_ref()
                )
            );
            if let Some((count, first)) = count.filter(|(count, _)| *count > 0) {
                failures += count;
                eprintln!("{} {effort}: {first}", instance.name);
            }
        }
    }
    println!("\nUpper limits took: {}.", bound_lines.join(", "));
    match checker {
        Some(_) => println!("Independent checks: failed {failures}."),
        None => println!("Independent checks: no checker is there."),
    }
}

fn line(
    name: &str,
    effort: &str,
    row: &Row,
    proven: &Row,
    solved: Option<&Solved>,
    failed: Option<&(usize, String)>,
) -> String {
    let (pool_bound, break_bound) = (
        proven.pool_bound.unwrap_or_default(),
        proven.break_bound.unwrap_or_default(),
    );
    let own = format!(
        "| {name} | {effort} | {} | {} | {} | {pool_bound} | {} | {} | {break_bound} | {} | {} | {:.0} |",
        row.seats,
        row.candidates,
        row.pool,
        gap(row.pool, pool_bound),
        row.breaks,
        gap(row.breaks, break_bound),
        seconds(row.plan_ms),
        row.peak_mib,
    );
    let others = solved.map_or(" – | – | – | – | – |".to_owned(), |solved| {
        let ratio = row.pool as f64 / solved.score as f64;
        let times = solved.to_best_s / (row.plan_ms / 1e3);
        let proof = if solved.status == "optimal" { " (optimal)" } else { "" };
        format!(
            " {}{proof} | {} | {:.1} | {ratio:.5} | {times:.1} |",
            solved.score, solved.bound, solved.to_best_s
        )
    });
    let failed = failed.map_or("–".to_owned(), |(count, _)| count.to_string());
    format!("{own}{others} {failed} |")
}

/// By how many percent of the bound a score falls short, rounded up.
fn gap(score: i64, bound: i64) -> String {
    if bound <= 0 {
        return "–".to_owned();
    }
    let thousandths = ((bound - score) as f64 / bound as f64 * 1e5).ceil();
    format!("{:.3}", thousandths / 1e3)
}

/// Seconds with as many places as mean something.
pub fn seconds(milliseconds: f64) -> String {
    let places = if milliseconds < 1e3 { 3 } else { 1 };
    format!("{:.places$}", milliseconds / 1e3)
}

impl Instance {
    /// Only these efforts.
    pub fn keep_efforts(&mut self, wanted: &dyn Fn(&str) -> bool) {
        self.efforts.retain(|effort| wanted(effort));
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// It with this effort and these threads, nothing proven or counted.
    pub fn task(&self, effort: &str, threads: usize) -> Task {
        Task {
            station: self.station.display().to_string(),
            from: self.from.clone(),
            days: self.days,
            effort: effort.to_owned(),
            threads,
            proof: false,
            count: false,
            out: None,
        }
    }
}
