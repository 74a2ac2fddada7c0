//! As-run logs as typed, against the sample with the golden plan of 4 July accepted. `UPDATE=1` writes the golden reports anew.

use std::fs;

use serde_json::Value;

use crate::formats::is_golden;
use crate::{Place, root, sample};

fn log(name: &str) -> String {
    let path = root().join("crates/exchange/tests/fixtures/asrun").join(name);
    path.display().to_string()
}

/// A station file on which 4 July is accepted.
pub(crate) fn accepted(place: &Place) {
    let json = |path: std::path::PathBuf| -> Value { serde_json::from_slice(&fs::read(path).unwrap()).unwrap() };
    let mut station = json(sample());
    station["schedule"] = json(root().join("tests/golden/plan.json"))["airings"].clone();
    fs::write(place.path("s.json"), station.to_string()).unwrap();
    place.done("import station s.json s.arna");
}

fn overrun(more: &str) -> String {
    let log = log("khabar-overrun.log");
    format!("asrun s.arna {log} --channel khabar.kz --mapping fixed {more}")
}

#[test]
fn the_report_is_what_its_golden_files_hold() {
    let place = Place::new();
    accepted(&place);
    is_golden("khabar.asrun.txt", &place.done(&overrun("")));
    is_golden("khabar.asrun.json", &place.done(&overrun("--json")));
    for language in ["kk", "ru", "zh"] {
        place.done(&overrun(&format!("--lang {language} --out report.csv")));
        let table = fs::read_to_string(place.path("report.csv")).unwrap();
        is_golden(&format!("khabar.asrun.{language}.csv"), &table);
    }
}

#[test]
fn a_log_is_laid_beside_the_revision_that_the_channel_was_sent() {
    let place = Place::new();
    accepted(&place);
    let refused = place.arna(&overrun("--revision last"));
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("khabar.kz"), "{}", refused.err);
    place.done("publish s.arna --channel khabar.kz --from 2024-07-04 --days 1");
    let json = |place: &Place, more: &str| -> Value { serde_json::from_str(&place.done(&overrun(more))).unwrap() };
    let whole = json(&place, "--json");
    // What is accepted later does not change what was sent.
    place.done("plan s.arna --from 2024-07-04 --days 1 --seed 9 --accept");
    assert_ne!(json(&place, "--json")["items"], whole["items"]);
    for which in ["last", "1"] {
        let sent = json(&place, &format!("--json --revision {which}"));
        assert_eq!(
            (&sent["revision"], &sent["totals"]),
            (&Value::from(1), &whole["totals"])
        );
        assert_eq!(
            sent["runs"],
            Value::Array(Vec::new()),
            "only what is accepted is taken over"
        );
    }
    let told = place.arna(&overrun("--revision 1"));
    assert!(
        told.out.contains("published") && told.err.contains("in revision 1"),
        "{}{}",
        told.out,
        told.err
    );
    let both = place.arna(&overrun("--revision 1 --accept"));
    assert_eq!(both.code, 2);
    let none = place.arna(&overrun("--revision first"));
    assert!(none.code == 2 && none.err.contains("first"), "{}", none.err);
}

#[test]
fn what_aired_is_taken_over_by_whoever_is_sure_and_taken_back() {
    let place = Place::new();
    accepted(&place);
    let history = |place: &Place| {
        let station: Value = serde_json::from_str(&place.done("export station s.arna")).unwrap();
        station["history"].as_array().unwrap().len()
    };
    let before = history(&place);
    let refused = place.arna(&overrun("--accept"));
    assert_eq!(refused.code, 2);
    assert!(
        refused.err.contains("--anyway") && refused.err.contains("1 rows could not be read"),
        "{}",
        refused.err
    );
    assert!(
        refused.err.contains("khabar-overrun.log:9:8") && refused.err.contains("086112"),
        "{}",
        refused.err
    );
    assert!(
        refused.out.contains("+1:30:14"),
        "the report is told all the same: {}",
        refused.out
    );
    assert_eq!(history(&place), before);

    let taken = place.arna(&overrun("--accept --anyway"));
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert!(
        taken.err.contains("17 airings of khabar.kz are history now"),
        "{}",
        taken.err
    );
    assert_eq!(history(&place), before + 17);
    assert!(place.done("log s.arna").contains("17 airings, 0 missing"));
    let again = place.arna(&overrun("--accept --anyway"));
    assert!(
        again.code == 2 && again.err.contains("say all this already"),
        "{}",
        again.err
    );
    let planned = place.arna("plan s.arna --from 2024-07-04 --days 2");
    assert!(planned.code == 2 && planned.err.contains("history"), "{}", planned.err);
    place.done("undo s.arna");
    assert_eq!(history(&place), before);
}

#[test]
fn a_run_that_no_licence_has_is_told_with_an_exit_status() {
    let place = Place::new();
    accepted(&place);
    let text = fs::read_to_string(place.path("s.json")).unwrap();
    let mut station: Value = serde_json::from_str(&text).unwrap();
    let licences = station["licences"].as_array_mut().unwrap();
    for licence in licences.iter_mut().filter(|one| one["id"] == "common-dream-kz") {
        licence["languages"] = serde_json::json!(["kk"]);
    }
    fs::write(place.path("t.json"), station.to_string()).unwrap();
    let told = place.arna(&overrun("").replace("s.arna", "t.json"));
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(
        told.err.contains("common-dream/1/1.ru: It aired without a licence"),
        "{}",
        told.err
    );
    let refused = place.arna(&overrun("--accept --anyway").replace("s.arna", "t.json"));
    assert!(
        refused.code == 2 && refused.err.contains("arna import station"),
        "{}",
        refused.err
    );
}

#[test]
fn what_is_no_such_log_or_mapping_is_refused_with_a_remedy() {
    let place = Place::new();
    accepted(&place);
    assert!(place.done("asrun --mappings").contains("semicolon-1251"));
    let names: Value = serde_json::from_str(&place.done("asrun --mappings --json")).unwrap();
    assert_eq!(names["mappings"].as_array().unwrap().len(), 5);
    fs::write(
        place.path("bad.json"),
        r#"{"format": "arna-asrun/1", "rows": {"delimited": {"delimiter": ";", "heads": true}},
            "columns": {"start": "Start"}, "date": {"from": "asked"}}"#,
    )
    .unwrap();
    let (bxf, two) = (log("silkway.bxf.xml"), log("two-channels-1251.csv"));
    for (words, said) in [
        (
            format!("s.arna {bxf} --channel khabar.kz --mapping bxf"),
            ["SILKWAY", "channels"],
        ),
        (
            format!("s.arna {two} --channel silkway.kz --mapping semicolon-1251"),
            ["Атамекен, Хабар", "channels"],
        ),
        (
            format!("s.arna {two} --channel khabar.kz --mapping csv"),
            ["UTF-8", "encoding"],
        ),
        (
            format!("s.arna {two} --channel khabar.kz --mapping runes"),
            ["runes", "tab-frames"],
        ),
        (
            format!("s.arna {two} --channel khabar.kz --mapping bad.json"),
            ["columns.title", "missing"],
        ),
        (
            overrun("--date 2024-07-06").replacen("asrun ", "", 1),
            ["2024-07-06", "other date"],
        ),
        ("s.arna".to_owned(), ["--channel", "arna help"]),
    ] {
        let told = place.arna(&format!("asrun {words}"));
        assert_eq!(told.code, 2, "{words}: {}", told.err);
        for word in said {
            assert!(told.err.contains(word), "{words}: {}", told.err);
        }
    }
}
