//! Programs of others that judge the same instance: the general solver, and an independent checker where there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// The general solver, as `benches/cpsat.py` asks it.
pub struct Solver {
    /// The Python that has OR-tools.
    pub python: PathBuf,
    /// Its time limit in seconds.
    pub seconds: u32,
    /// Where answers are kept.
    pub kept: PathBuf,
}

/// What the solver said.
#[derive(Clone, Debug, Deserialize)]
pub struct Solved {
    /// Its best pool score.
    pub score: i64,
    /// Its bound, if it got so far.
    pub bound: Option<i64>,
    /// Seconds until it had its best.
    pub to_best_s: f64,
    /// `optimal`, `feasible`, or `unknown` where it got no farther than where it started.
    pub status: String,
    /// The pool score of the plan that the question came with, counted anew.
    plan: i64,
}

impl Solver {
    /// The solver's answer to the pools of a plan, whose own pool score it counts anew. It is kept under the station's content and the time limit, since the same
    /// question need not be asked for an hour each time; removing the folder asks anew.
    pub fn ask(&self, station: &Path, plan: &Path, pool_score: i64) -> Solved {
        let hash = fs::read(station)
            .unwrap()
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |state, &byte| {
                (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        let kept = self.kept.join(format!("cpsat-{hash:016x}-{}s.json", self.seconds));
        if let Ok(text) = fs::read(&kept) {
            return serde_json::from_slice(&text).unwrap();
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/cpsat.py");
        let output = Command::new(&self.python)
            .arg(script)
            .args([station, plan])
            .args(["--seconds", &self.seconds.to_string()])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{script}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let solved: Solved = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            solved.plan,
            pool_score,
            "the pool score of {}, counted anew",
            plan.display()
        );
        fs::write(&kept, &output.stdout).unwrap();
        solved
    }
}

/// How many of an independent checker's checks a plan fails, and what it said of the first.
pub fn failed(checker: &Path, station: &Path, plan: &Path) -> (usize, String) {
    let output = Command::new("python3")
        .arg(checker)
        .args([station, plan])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().next_back().unwrap_or_default();
    let count = last.split_whitespace().rev().nth(1).and_then(|word| word.parse().ok());
    let first = text.lines().next().unwrap_or_default().to_owned();
    (
        count.unwrap_or_else(|| panic!("{}: {}", checker.display(), String::from_utf8_lossy(&output.stderr))),
        first,
    )
}
