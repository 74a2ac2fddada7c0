//! Others’ schedules as typed, against the sample with the golden plan of 4 July accepted. `UPDATE=1` writes the golden files anew.

use std::fs;

use serde_json::Value;

use crate::asrun::accepted;
use crate::formats::is_golden;
use crate::{Place, root, sample};

/// A table that somebody else made of Khabar’s 4 July.
fn table() -> String {
    let path = root().join("crates/exchange/tests/fixtures/import/khabar.csv");
    path.display().to_string()
}

fn asked(more: &str) -> String {
    format!("import sheet {} s.arna --channel khabar.kz {more}", table())
}

#[test]
fn what_a_table_would_change_is_what_its_golden_files_hold() {
    let place = Place::new();
    accepted(&place);
    let told = place.arna(&asked("--json"));
    assert_eq!(told.code, 1, "what is left out is a finding: {}", told.err);
    is_golden("khabar.import.json", &told.out);
    for language in ["en", "kk", "ru", "zh"] {
        let told = place.arna(&asked(&format!("--lang {language}")));
        is_golden(
            &format!("khabar.import.{language}.txt"),
            &format!("{}{}", told.out, told.err),
        );
    }
    // A document is told of, and takes nothing over.
    let document = place.arna(&asked("--json").replace("s.arna", "s.json"));
    is_golden("khabar.import.json", &document.out);
    let refused = place.arna(&asked("--accept").replace("s.arna", "s.json"));
    assert!(
        refused.code == 2 && refused.err.contains("arna import station"),
        "{}",
        refused.err
    );
}

#[test]
fn a_table_is_taken_over_by_whoever_is_sure_as_one_step() {
    let place = Place::new();
    accepted(&place);
    let document = |place: &Place| place.done("export station s.arna");
    let before = document(&place);
    place.arna(&asked(""));
    assert_eq!(document(&place), before, "a proposal changes nothing");
    let refused = place.arna(&asked("--accept"));
    assert_eq!(refused.code, 2);
    for word in ["--anyway", "khabar.csv", "A10: the station knows nothing called"] {
        assert!(refused.err.contains(word), "{word}: {}", refused.err);
    }
    assert_eq!(document(&place), before);
    let taken = place.arna(&asked("--accept --anyway"));
    assert!(taken.err.contains("are accepted as the file says"), "{}", taken.err);
    let station: Value = serde_json::from_str(&document(&place)).unwrap();
    let pins = station["pins"].as_array().unwrap().iter();
    let pins: Vec<&str> = pins.map(|pin| pin["version"].as_str().unwrap()).collect();
    assert!(
        pins.contains(&"quotes/1/1.kk") && pins.contains(&"house-of-tea/1/4.kk"),
        "{pins:?}"
    );
    assert!(
        place
            .done("log s.arna")
            .contains("Take over khabar.csv for khabar.kz, 2024-07-04 to 2024-07-04")
    );
    let again = place.arna(&asked("--accept --anyway"));
    assert!(
        again.code == 2 && again.err.contains("accepted already"),
        "{}",
        again.err
    );
    place.done("undo s.arna");
    assert_eq!(document(&place), before);
}

#[test]
fn what_is_written_is_taken_for_what_is_accepted_in_every_form() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-04 --days 2 --effort fast --accept --out plan.json");
    let dates = "--channel silkway.kz --from 2024-07-04 --days 2";
    for (form, read, more) in [
        ("xmltv", "xmltv", ""),
        ("csv", "sheet", ""),
        ("xlsx", "sheet", ""),
        ("bxf", "bxf", "--date-of broadcast"),
        ("ffplayout", "ffplayout", ""),
    ] {
        let naming = if form == "ffplayout" {
            "--files /play/{version}.mxf"
        } else {
            ""
        };
        place.done(&format!("export {form} s.arna {dates} {naming} {more} --to {form}"));
        let told = place.arna(&format!(
            "import {read} {form} s.arna --channel silkway.kz {more} --json"
        ));
        assert_eq!(told.code, 0, "{form}: {}", told.err);
        let told: Value = serde_json::from_str(&told.out).unwrap();
        for change in ["added", "moved", "removed"] {
            assert_eq!(
                told["difference"][change].as_array().unwrap().len(),
                0,
                "{form} {change}"
            );
        }
        assert!(
            told["totals"]["kept"].as_u64().unwrap() > 40,
            "{form}: {}",
            told["totals"]
        );
    }
}

#[test]
fn what_is_no_such_schedule_is_refused_with_a_remedy() {
    let place = Place::new();
    let (sample, table) = (sample().display().to_string(), table());
    fs::write(
        place.path("two.csv"),
        "date;start;duration;title\n2024-07-04;12:00;0:30:00;Жаңалықтар\n2024-07-04;12:10;0:30:00;Күн қорытындысы\n",
    )
    .unwrap();
    fs::write(
        place.path("list.json"),
        r#"{"date": "2024-07-04", "program": [{"in": 0}]}"#,
    )
    .unwrap();
    fs::write(
        place.path("other.csv"),
        "date;start;duration;title;channel\n2024-07-04;12:00;0:30:00;News;BBC\n",
    )
    .unwrap();
    for (words, said) in [
        (
            format!("sheet two.csv {sample} --channel khabar.kz"),
            ["A3", "12:30:00"],
        ),
        (
            format!("sheet {table} {sample} --channel khabar.kz --from 2024-07-03 --days 2"),
            ["2024-07-03", "taken off"],
        ),
        (
            format!("sheet other.csv {sample} --channel khabar.kz"),
            ["BBC", "--called"],
        ),
        (
            format!("ffplayout list.json {sample} --channel khabar.kz"),
            ["program[0]", "out"],
        ),
        (
            format!("bxf {table} {sample} --channel khabar.kz"),
            ["khabar.csv", "BxfMessage"],
        ),
        (format!("sheet {table} {sample}"), ["--channel", "arna help"]),
    ] {
        let told = place.arna(&format!("import {words}"));
        assert_eq!(told.code, 2, "{words}: {}", told.err);
        for word in said {
            assert!(told.err.contains(word), "{words}: {}", told.err);
        }
    }
}

#[test]
fn a_segment_of_the_greatest_number_has_none_after_it() {
    let place = Place::new();
    accepted(&place);
    place.done("export bxf s.arna --channel khabar.kz --from 2024-07-04 --days 1 --to k.bxf");
    let text = fs::read_to_string(place.path("k.bxf")).unwrap();
    let last = text.replace("SegmentNumber>1<", "SegmentNumber>4294967295<");
    assert_ne!(last, text);
    fs::write(place.path("k.bxf"), last).unwrap();
    place.done("import bxf k.bxf s.arna --channel khabar.kz");
}
