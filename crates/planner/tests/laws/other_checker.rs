//! Plans judged by a checker of another hand: a program that is called with the paths of a station and a plan and ends with 0
//! where all is well. `ARNA_PLAN_CHECKER` names it, or it lies beside the project; without one this test says so and passes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::calculation::{How, document, index, planned_on};
use crate::stations::{always_the_same, any_station};

const BESIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/planning/check.py");

#[expect(clippy::disallowed_methods, reason = "the environment names the checker")]
fn checker() -> Option<PathBuf> {
    let path = std::env::var_os("ARNA_PLAN_CHECKER").map_or_else(|| PathBuf::from(BESIDE), PathBuf::from);
    let has_python = Command::new("python3").arg("--version").output().is_ok();
    (has_python && path.is_file()).then_some(path)
}

/// The same station with everything written out that has a default.
fn in_full(station: &Value) -> Value {
    let mut full = station.clone();
    let ids: Vec<Value> = station["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    for licence in full["licences"].as_array_mut().unwrap() {
        if licence["channels"] == json!([]) {
            licence["channels"] = json!(ids);
        }
        if licence["languages"] == json!([]) {
            licence["languages"] = json!(["kk", "ru", "en", "zh"]);
        }
    }
    for slot in full["slots"].as_array_mut().unwrap() {
        for (bound, date) in [("from", "2000-01-01"), ("until", "2100-01-01")] {
            if slot[bound].is_null() {
                slot[bound] = json!(date);
            }
        }
    }
    full
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the checker reads files")]
fn another_checker_finds_nothing_wrong() {
    let Some(checker) = checker() else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no python3, or no checker at {BESIDE} or ARNA_PLAN_CHECKER"
        );
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (n, case) in always_the_same(&any_station(), 20).into_iter().enumerate() {
        let index = index(&case.station);
        let plan = document(&planned_on(&index, &case, How::PROVEN), &index);
        let (station_file, plan_file) = (
            folder.join(format!("station-{n}.json")),
            folder.join(format!("plan-{n}.json")),
        );
        std::fs::write(&station_file, in_full(&case.station).to_string()).unwrap();
        std::fs::write(&plan_file, plan.to_string()).unwrap();
        let output = Command::new("python3")
            .arg(&checker)
            .args([&station_file, &plan_file])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let complained = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}{complained}\n{case:?}\n{plan}");
    }
}
