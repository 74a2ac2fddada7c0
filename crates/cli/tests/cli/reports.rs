//! Reports as typed, of the sample with the golden plan of 4 July accepted. `UPDATE=1` writes the golden files anew.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::Place;
use crate::asrun::accepted;
use crate::formats::{is_golden, read_off};

const KINDS: [&str; 13] = [
    "programmes",
    "seasons",
    "channels",
    "languages",
    "places",
    "occasions",
    "prime-time",
    "quotas",
    "licences",
    "partners",
    "premieres",
    "promos",
    "aired",
];

fn typed(kind: &str, more: &str) -> String {
    format!("report {kind} s.arna --from 2024-07-04 --days 1 --channel khabar.kz {more}")
}

#[test]
fn every_report_is_what_its_golden_file_holds() {
    let place = Place::new();
    accepted(&place);
    let mut all = String::new();
    for kind in KINDS {
        let told = place.arna(&typed(kind, ""));
        assert_eq!(told.code, 0, "{kind}: {}", told.err);
        writeln!(all, "{kind}\n{}{}", told.out, told.err).unwrap();
    }
    is_golden("reports.txt", &all);
    is_golden("reports.quotas.json", &place.done(&typed("quotas", "--json")));
    for language in ["kk", "ru", "zh"] {
        let table = place.done(&typed("partners", &format!("--csv --lang {language}")));
        is_golden(&format!("reports.partners.{language}.csv"), &table);
    }
}

#[test]
fn every_report_is_a_page_that_says_what_its_golden_file_holds() {
    let place = Place::new();
    accepted(&place);
    let mut all = String::new();
    for kind in KINDS {
        place.done(&typed(kind, "--out sheet.pdf"));
        let Some(text) = read_off(&place, "sheet.pdf") else {
            return;
        };
        writeln!(all, "{text}").unwrap();
    }
    is_golden("reports.pdf.txt", &all);
    for language in ["kk", "ru", "zh"] {
        place.done(&typed(
            "partners",
            &format!("--lang {language} --titles {language} --out sheet.pdf"),
        ));
        let Some(text) = read_off(&place, "sheet.pdf") else {
            return;
        };
        is_golden(&format!("reports.partners.{language}.pdf.txt"), &text);
    }
}

#[test]
fn every_head_word_and_note_is_said_in_every_language() {
    let place = Place::new();
    accepted(&place);
    for kind in KINDS {
        for language in ["en", "kk", "ru", "zh"] {
            let told = place.arna(&typed(kind, &format!("--lang {language}")));
            assert_eq!(told.code, 0, "{kind}: {}", told.err);
            // What nobody wrote shows as its id.
            assert!(
                !told.out.contains("report-") && !told.err.contains("report-"),
                "{kind} {}",
                told.err
            );
        }
    }
}

#[test]
fn files_hold_what_is_printed() {
    let place = Place::new();
    accepted(&place);
    let printed = place.done(&typed("partners", "--csv"));
    place.done(&typed("partners", "--out sheet.csv"));
    assert_eq!(fs::read_to_string(place.path("sheet.csv")).unwrap(), printed);
    let document: Value = serde_json::from_str(&place.done(&typed("partners", "--json"))).unwrap();
    let rows = document["rows"].as_array().unwrap().len();
    assert_eq!(printed.lines().count(), rows + 1);
    place.done(&typed("partners", "--to sheet.xlsx"));
    place.done(&typed("partners", "--to again.xlsx"));
    let book = fs::read(place.path("sheet.xlsx")).unwrap();
    assert!(book.starts_with(b"PK") && book == fs::read(place.path("again.xlsx")).unwrap());
    place.done(&typed("partners", "--to sheet.pdf"));
    place.done(&typed("partners", "--to again.pdf"));
    let paper = fs::read(place.path("sheet.pdf")).unwrap();
    assert!(paper.starts_with(b"%PDF-1.7") && paper == fs::read(place.path("again.pdf")).unwrap());
}

#[test]
fn planned_is_what_was_published_before_it_aired() {
    let place = Place::new();
    accepted(&place);
    let of = |place: &Place| -> Value {
        let document: Value = serde_json::from_str(&place.done(&typed("aired", "--json"))).unwrap();
        document["rows"].clone()
    };
    assert_eq!(of(&place).as_array().unwrap().len(), 0);
    // Published long after the day was over: nothing that it can be compared with.
    place.done("publish s.arna --channel khabar.kz --from 2024-07-04 --days 1");
    assert_eq!(of(&place).as_array().unwrap().len(), 0);
}

#[test]
fn what_cannot_be_reported_is_refused_with_a_remedy() {
    let place = Place::new();
    accepted(&place);
    for (words, said) in [
        ("report viewers s.arna --from 2024-07-04 --days 1", "partners"),
        ("report quotas s.arna --from 2024-07-04 --days 1 --channel x.kz", "x.kz"),
        (
            "report seasons s.arna --from 2024-07-04 --days 1 --out report.doc",
            ".xlsx",
        ),
        (
            "report seasons s.arna --from 2024-07-04 --days 1 --prime 19-23",
            "19:00-23:00",
        ),
        (
            "report seasons s.arna --from 2024-07-04 --days 1 --prime 23:00-19:00",
            "before it begins",
        ),
    ] {
        let told = place.arna(words);
        assert!(told.code == 2 && told.err.contains(said), "{words}: {}", told.err);
    }
}

#[test]
fn a_report_that_is_written_is_told_as_json_too() {
    let place = Place::new();
    accepted(&place);
    let printed = place.done(&typed("channels", "--json"));
    assert_eq!(place.done(&typed("channels", "--json --out r.csv")), printed);
    assert!(place.path("r.csv").is_file());
}
