//! Plans: the same bytes always, and right by an independent checker where there is one.

use std::path::{Path, PathBuf};
use std::process::Command;

use arna_domain::Instant;

use crate::{Place, root, sample};

fn plan(place: &Place, station: &Path, from: &str, days: &str, threads: &str) -> String {
    let told = place.arna_with([
        "plan",
        station.to_str().unwrap(),
        "--from",
        from,
        "--days",
        days,
        "--threads",
        threads,
    ]);
    assert_eq!(told.code, 0, "{}", told.err);
    told.out
}

#[test]
fn a_plan_is_the_same_bytes_twice_and_with_any_number_of_threads() {
    let place = Place::new();
    let once = plan(&place, &sample(), "2024-07-01", "14", "1");
    assert_eq!(plan(&place, &sample(), "2024-07-01", "14", "1"), once);
    assert_eq!(plan(&place, &sample(), "2024-07-01", "14", "2"), once);
    assert_eq!(plan(&place, &sample(), "2024-07-01", "14", "7"), once);
    place.done("sample s.arna");
    assert_eq!(
        plan(&place, &place.path("s.arna"), "2024-07-01", "14", "2"),
        once,
        "a file plans as its document"
    );
}

#[test]
fn a_station_file_keeps_the_plan_until_it_is_decided() {
    let place = Place::new();
    place.done("sample s.arna");
    assert_eq!(place.arna("export plan s.arna").code, 2);
    let planned = plan(&place, &place.path("s.arna"), "2024-07-01", "3", "2");
    assert_eq!(place.done("export plan s.arna"), planned);
    place.done("plan s.arna --from 2024-07-01 --days 3 --accept");
    assert_eq!(place.arna("export plan s.arna").code, 2, "accepted, it waits no more");
}

/// The sample with its plan accepted, then edited: its first pool licence ends in the middle.
fn edited(place: &Place) -> String {
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-01 --days 14 --accept");
    place.done("export station s.arna --out s.json");
    let text = std::fs::read_to_string(place.path("s.json")).unwrap();
    let mut station: serde_json::Value = serde_json::from_str(&text).unwrap();
    let airings = station["schedule"].as_array().unwrap();
    let pool = airings.iter().find(|one| one["origin"] == "pool").unwrap();
    let licence = pool["licence"].as_str().unwrap().to_owned();
    let licences = station["licences"].as_array_mut().unwrap();
    licences.iter_mut().find(|one| one["id"] == *licence).unwrap()["until"] = "2024-07-05".into();
    std::fs::write(place.path("edited.json"), station.to_string()).unwrap();
    place.done("import station edited.json t.arna");
    licence
}

#[test]
fn what_is_accepted_stays_and_what_changes_is_told_with_its_cause() {
    let place = Place::new();
    let licence = edited(&place);
    for station in ["edited.json", "t.arna"] {
        let told = place.arna(&format!(
            "plan {station} --from 2024-07-01 --days 14 --keep accepted --json"
        ));
        assert_eq!(told.code, 0, "{}", told.err);
        let both: serde_json::Value = serde_json::from_str(&told.out).unwrap();
        assert_eq!(both["plan"]["format"], "arna-plan/1");
        let removed = both["difference"]["removed"].as_array().unwrap();
        let programmes: Vec<_> = removed.iter().filter(|one| one["origin"] == "pool").collect();
        assert!(!programmes.is_empty());
        for one in programmes {
            assert!(one["date"].as_str().unwrap() > "2024-07-05", "{one}");
            assert_eq!(one["cause"]["refusal"]["code"], "not_licensed", "{one}");
            assert_eq!(one["cause"]["refusal"]["licence"], *licence, "{one}");
        }
    }
    let told = place.arna("plan t.arna --from 2024-07-01 --days 14 --keep accepted --accept");
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(
        told.err.contains("removed") && told.err.contains("kept as accepted"),
        "{}",
        told.err
    );
    // Accepted, it is what is kept: nothing changes any more.
    let told = place.arna("--lang ru plan t.arna --from 2024-07-01 --days 14 --keep accepted");
    assert!(
        told.err.contains("добавлено: 0, перенесено: 0, снято: 0"),
        "{}",
        told.err
    );
}

#[test]
fn what_has_aired_stays_as_it_was() {
    let place = Place::new();
    edited(&place);
    let told = place.arna("plan t.arna --from 2024-07-01 --days 14 --keep aired");
    assert_eq!(told.code, 2);
    assert!(told.err.contains("--now"), "{}", told.err);
    let told = place.arna("plan t.arna --from 2024-07-01 --days 14 --keep aired --now noon");
    assert_eq!(told.code, 2);
    let out = place.done("plan t.arna --from 2024-07-01 --days 14 --keep aired --now 2024-07-20T00:00:00Z --json");
    let both: serde_json::Value = serde_json::from_str(&out).unwrap();
    for change in ["added", "moved", "removed"] {
        assert_eq!(both["difference"][change].as_array().unwrap().len(), 0, "{change}");
    }
    // Nothing on air is over, too: days of which nothing is accepted are planned from then on.
    let out = place.done("plan t.arna --from 2024-08-01 --days 1 --keep aired --now 2024-08-01T12:00:00Z --json");
    let both: serde_json::Value = serde_json::from_str(&out).unwrap();
    let airings = both["plan"]["airings"].as_array().unwrap();
    assert!(!airings.is_empty());
    for airing in airings {
        let start = Instant::parse(airing["start"].as_str().unwrap()).unwrap();
        assert!(start >= Instant::parse("2024-08-01T12:00:00Z").unwrap(), "{airing}");
    }
}

/// The checker and its instances, where they lie beside the project.
pub fn planning() -> Option<PathBuf> {
    let folder = root().join("../shared/planning");
    if !folder.join("check.py").is_file() {
        eprintln!("skipped: no independent checker beside the project");
        return None;
    }
    Some(folder)
}

pub fn checked(checker: &Path, place: &Place, station: &Path, from: &str, days: &str) {
    let file = place.path("plan.json");
    std::fs::write(&file, plan(place, station, from, days, "2")).unwrap();
    let output = Command::new("python3")
        .arg(checker)
        .arg(station)
        .arg(&file)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let last = told.lines().last().unwrap_or_default();
    assert!(last.ends_with(" passed, 0 failed"), "{}: {told}", station.display());
}

#[test]
fn an_independent_checker_finds_nothing() {
    let Some(planning) = planning() else { return };
    let (place, checker) = (Place::new(), planning.join("check.py"));
    checked(&checker, &place, &sample(), "2024-07-01", "14");
    for (instance, days) in [("mini-1", "7"), ("small-1", "14"), ("reg-1", "28")] {
        let station = planning.join("instances").join(format!("{instance}.json"));
        checked(&checker, &place, &station, "2024-07-01", days);
    }
}

#[test]
fn it_finds_nothing_over_changes_of_the_clock_either() {
    let Some(planning) = planning() else { return };
    let place = Place::new();
    for (size, seed, from, days) in [
        ("mini", "3", "2024-03-25", "7"),
        ("small", "2", "2024-03-25", "14"),
        ("small", "4", "2024-10-21", "14"),
        ("small", "6", "2024-03-31", "14"),
    ] {
        let made = Command::new("python3")
            .arg(planning.join("gen.py"))
            .args([size, seed, "--from", from])
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let station = place.path("made.json");
        std::fs::write(&station, made.stdout).unwrap();
        checked(&planning.join("check.py"), &place, &station, from, days);
    }
}

#[test]
fn a_plan_that_cannot_be_written_is_not_accepted() {
    let place = Place::new();
    place.done("sample s.arna");
    std::fs::create_dir(place.path("folder")).unwrap();
    let told = place.arna("plan s.arna --from 2024-07-01 --days 1 --effort fast --accept --out folder");
    assert_eq!(told.code, 2, "{}", told.err);
    let station: serde_json::Value = serde_json::from_str(&place.done("export station s.arna")).unwrap();
    assert!(
        station["schedule"].as_array().is_none_or(Vec::is_empty),
        "nothing is accepted"
    );
}

#[test]
fn more_threads_than_cores_are_never_started() {
    let place = Place::new();
    let few = plan(&place, &sample(), "2024-07-01", "2", "1");
    assert_eq!(plan(&place, &sample(), "2024-07-01", "2", "18446744073709551615"), few);
}
