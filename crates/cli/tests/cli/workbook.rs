//! The station in a spreadsheet and back as typed, against the golden tables of the sample. `UPDATE=1` writes these anew.

use std::fs;

use serde_json::Value;

use crate::asrun::accepted;
use crate::formats::is_golden;
use crate::{Place, sample};

const TABLES: [&str; 7] = [
    "channels",
    "programmes",
    "seasons",
    "episodes",
    "versions",
    "licences",
    "grid",
];

fn written(place: &Place, more: &str) {
    let sample = sample().display().to_string();
    let told = place.arna(&format!("export workbook {sample} {more}"));
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{}", told.err);
}

#[test]
fn the_samples_tables_are_what_their_golden_files_hold() {
    let place = Place::new();
    written(&place, "--out tables --lang en");
    for table in TABLES {
        let text = fs::read_to_string(place.path(&format!("tables/{table}.csv"))).unwrap();
        is_golden(&format!("workbook/{table}.csv"), &text.replace("\r\n", "\n"));
    }
    // A book says the same: imported it is the same station.
    written(&place, "--out s.xlsx --lang zh");
    let sample = sample().display().to_string();
    for file in ["s.xlsx", "tables", "tables/grid.csv"] {
        let told = place.arna(&format!("import workbook {file} {sample} --remove-missing --json"));
        assert_eq!(told.code, 0, "{}", told.err);
        let document: Value = serde_json::from_str(&told.out).unwrap();
        assert_eq!(document["changes"], Value::Array(Vec::new()), "{file}");
        assert!(told.err.contains("nothing is new"), "{}", told.err);
    }
    // Standard output takes the same book.
    let printed = place.run(format!("export workbook {sample} --lang zh").split_whitespace());
    assert!(printed.stdout == fs::read(place.path("s.xlsx")).unwrap());
}

/// Cells of the sample's tables changed: a date, a title, a row that is new, one that goes.
fn edited(place: &Place) {
    written(place, "--out tables --lang ru");
    let edit = |table: &str, from: &str, to: &str| {
        let path = place.path(&format!("tables/{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{table}: {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    edit("licences", ";2024-12-31;", ";31.01.2025;");
    edit(
        "programmes",
        "Си Цзиньпин таңдаған классикалық дәйексөздер",
        "Дәйексөздер",
    );
    let path = place.path("tables/seasons.csv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("{text}quotes/9;;quotes;9;;;;;;\r\n")).unwrap();
}

#[test]
fn a_changed_table_is_told_cell_by_cell_and_taken_as_one_step() {
    let place = Place::new();
    accepted(&place);
    edited(&place);
    let document = |place: &Place| place.done("export station s.arna");
    let before = document(&place);
    for language in ["en", "kk", "ru", "zh"] {
        let told = place.arna(&format!("import workbook tables s.arna --lang {language}"));
        assert_eq!(told.code, 0, "{}", told.err);
        is_golden(
            &format!("workbook/import.{language}.txt"),
            &format!("{}{}", told.out, told.err),
        );
    }
    let told = place.arna("import workbook tables s.arna --json --lang en");
    is_golden("workbook/import.json", &told.out);
    assert_eq!(document(&place), before, "a proposal changes nothing");
    // A document is told of, and takes nothing over.
    let refused = place.arna(&format!("import workbook tables {} --accept", sample().display()));
    assert!(
        refused.code == 2 && refused.err.contains("arna import station"),
        "{}",
        refused.err
    );
    let taken = place.arna("import workbook tables s.arna --accept");
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert_ne!(document(&place), before);
    let log = place.arna("log s.arna --limit 1 --lang en");
    assert!(log.out.contains("Take over tables: 1 added, "), "{}", log.out);
    let again = place.arna("import workbook tables s.arna --accept --lang en");
    assert!(again.code == 0 && again.err.contains("nothing is new"), "{}", again.err);
    place.done("undo s.arna");
    assert!(document(&place) == before, "one step takes all of it back");
}

#[test]
fn what_is_in_the_way_is_told_with_file_cell_value_and_remedy() {
    let place = Place::new();
    accepted(&place);
    written(&place, "--out tables --lang en");
    let path = place.path("tables/licences.csv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen(";2024-12-31;", ";soon;", 1)).unwrap();
    for (language, words) in [
        (
            "en",
            [
                "licences.csv!I",
                "“soon” is no date",
                "2024-07-01",
                "nothing was taken",
                "Correct them",
            ],
        ),
        (
            "ru",
            [
                "licences.csv!I",
                "«soon» — не дата",
                "2024-07-01",
                "ничего не принято",
                "Исправьте",
            ],
        ),
        (
            "kk",
            [
                "licences.csv!I",
                "«soon» — күн емес",
                "2024-07-01",
                "қабылданған жоқ",
                "түзетіп",
            ],
        ),
        (
            "zh",
            ["licences.csv!I", "“soon” 不是日期", "2024-07-01", "未采纳", "改正"],
        ),
    ] {
        let told = place.arna(&format!("import workbook tables s.arna --accept --lang {language}"));
        assert_eq!(told.code, 2);
        for word in words {
            assert!(told.err.contains(word), "{word}: {}", told.err);
        }
    }
    fs::write(place.path("phones.csv"), "Name;Phone\nA;1\n").unwrap();
    let told = place.arna("import workbook phones.csv s.arna --lang en");
    assert!(
        told.code == 2 && told.err.contains("arna export workbook"),
        "{}",
        told.err
    );
    let told = place.arna(&format!(
        "export workbook {} --out no/such/tables --lang en",
        sample().display()
    ));
    assert!(told.code == 2 && told.err.contains("no"), "{}", told.err);
}
