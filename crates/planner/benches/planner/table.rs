//! The table: instances by efforts, against the planner's own proof and against a general solver.

use std::path::{Path, PathBuf};

use arna_domain::BroadcastDate;

use crate::document::write_station;
use crate::others::{Solved, Solver, failed};
use crate::row::{Limits, Row, Task, in_own_process};
use arna_sample::{Size, make};

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

/// Prints the table, row by row as they come, how long proofs took, and how many checks failed in all.
pub fn print(instances: &[Instance], folder: &Path, solver: Option<&Solver>, checker: Option<&Path>) {
    println!("{HEAD}");
    let mut failures = 0;
    let mut proofs = Vec::new();
    for instance in instances {
        let mut solved = None;
        for effort in &instance.efforts {
            let plan = folder.join(format!("{}-{effort}.plan.json", instance.name.replace(' ', "-")));
            let row = in_own_process(&Task {
                proof: true,
                count: true,
                out: Some(plan.display().to_string()),
                ..instance.task(effort, 2)
            });
            let limits = row.proof.unwrap();
            assert!(row.pool <= limits.pool && row.breaks <= limits.breaks, "{row:?}");
            proofs.push(format!("{} {effort} {} s", instance.name, seconds(limits.ms)));
            if let Some(solver) = solver.filter(|_| instance.solved) {
                let solved = solved.get_or_insert_with(|| solver.ask(&instance.station, &plan, row.pool));
                assert!(
                    solved.score <= limits.pool,
                    "{}: {solved:?} beats {limits:?}",
                    instance.name
                );
            }
            let failed = checker.map(|checker| failed(checker, &instance.station, &plan));
            let count = failed.as_ref().map(|(count, _)| *count);
            println!(
                "| {} | {effort} | {} {} {} |",
                instance.name,
                own_columns(&row, limits),
                solver_columns(&row, solved.as_ref()),
                count.map_or("–".to_owned(), |count| count.to_string()),
            );
            if let Some((count, first)) = failed.filter(|(count, _)| *count > 0) {
                failures += count;
                eprintln!("{} {effort}: {first}", instance.name);
            }
        }
    }
    println!("\nThe pools' upper limits took: {}.", proofs.join(", "));
    match checker {
        Some(_) => println!("Independent checks: failed {failures}."),
        None => println!("Independent checks: no checker is there."),
    }
}

fn own_columns(row: &Row, limits: Limits) -> String {
    format!(
        "{} | {} | {} | {} | {} | {} | {} | {} | {} | {:.0} |",
        row.seats,
        row.candidates,
        row.pool,
        limits.pool,
        gap(row.pool, limits.pool),
        row.breaks,
        limits.breaks,
        gap(row.breaks, limits.breaks),
        seconds(row.plan_ms),
        row.peak_mib,
    )
}

fn solver_columns(row: &Row, solved: Option<&Solved>) -> String {
    let Some(solved) = solved else {
        return "– | – | – | – | – |".to_owned();
    };
    let score_ratio = row.pool as f64 / solved.score as f64;
    let time_ratio = solved.to_best_s / (row.plan_ms / 1e3);
    let bound = solved.bound.map_or("–".to_owned(), |bound| bound.to_string());
    let proof = if solved.status == "optimal" { " (optimal)" } else { "" };
    format!(
        "{}{proof} | {bound} | {:.1} | {score_ratio:.5} | {time_ratio:.1} |",
        solved.score, solved.to_best_s
    )
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
