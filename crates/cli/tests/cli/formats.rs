//! Every form of export as it is typed, against the golden files of the sample's 4 July on Khabar. `UPDATE=1` writes them anew.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::{Place, root, sample};

fn golden(name: &str) -> PathBuf {
    root().join("tests/golden").join(name)
}

/// The day's plan: kept beside what is written of it, so that a better planner changes no file for channels.
fn plan() -> String {
    golden("plan.json").display().to_string()
}

fn arguments(form: &str, more: &str) -> Vec<String> {
    let sample = sample().display().to_string();
    let fixed = format!(
        "export {form} {sample} --plan {} --channel khabar.kz --from 2024-07-04 --days 1 {more}",
        plan()
    );
    fixed.split_whitespace().map(str::to_owned).collect()
}

#[track_caller]
fn exported(place: &Place, form: &str, more: &str) -> String {
    let told = place.arna_with(arguments(form, more));
    assert_eq!(told.code, 0, "{form}: {}", told.err);
    told.out
}

/// A text is what the golden file holds.
#[track_caller]
pub(crate) fn is_golden(name: &str, text: &str) {
    let path = golden(name);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, text).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        known == text,
        "{name} is written otherwise; look at it, then run with UPDATE=1:\n{text}"
    );
}

#[test]
fn each_form_is_what_its_golden_file_holds() {
    let place = Place::new();
    for (name, form, more) in [
        ("khabar.xmltv.xml", "xmltv", "--titles kk"),
        ("khabar.csv", "csv", "--titles kk --lang kk"),
        (
            "khabar.ics",
            "ics",
            "--titles zh --revision 2 --published 2024-06-20T12:00:00+05:00",
        ),
        ("khabar.bxf.xml", "bxf", "--titles en"),
        (
            "khabar-2997-broadcast.bxf.xml",
            "bxf",
            "--titles en --frame-rate 29.97 --date-of broadcast",
        ),
        ("khabar.tva.xml", "tva", "--titles kk --authority khabar.kz"),
        ("khabar.dvb-i.xml", "dvb-i", "--titles kk --authority khabar.kz"),
        ("common-dream.en.html", "page", "--programme common-dream --titles en"),
        ("common-dream.kk.html", "page", "--programme common-dream --titles kk"),
        ("common-dream.ru.html", "page", "--programme common-dream --titles ru"),
        ("common-dream.zh.html", "page", "--programme common-dream --titles zh"),
    ] {
        is_golden(name, &exported(&place, form, more));
    }
    // A book is bytes of another's packing: what it says is held.
    exported(&place, "xlsx", "--titles kk --to k.xlsx");
    let read = [
        "read",
        "sheet",
        "k.xlsx",
        &sample().display().to_string(),
        "--channel",
        "khabar.kz",
        "--json",
    ];
    is_golden("khabar.xlsx.json", &place.arna_with(read).out);
    // So is paper: it is held by what is read off it, where there is a reader.
    for form in ["pdf-week", "pdf-rundown"] {
        exported(&place, form, "--titles kk --to k.pdf");
        if let Some(text) = read_off(&place, "k.pdf") {
            is_golden(&format!("khabar.{form}.txt"), &text);
        }
    }
    for (form, extension, name) in [
        ("ffplayout", "json", "khabar.ffplayout.json"),
        ("m3u", "m3u8", "khabar.m3u8"),
    ] {
        exported(&place, form, "--titles ru --files /play/{version}.mxf --to lists");
        let list = place.path(&format!("lists/khabar.kz/2024/07/2024-07-04.{extension}"));
        is_golden(name, &fs::read_to_string(list).unwrap());
    }
}

/// What poppler reads off a PDF, in the document's order; how it spaces words differs by its version.
pub(crate) fn read_off(place: &Place, name: &str) -> Option<String> {
    let read = Command::new("pdftotext")
        .arg("-raw")
        .arg(place.path(name))
        .arg("-")
        .output();
    let Ok(read) = read else {
        eprintln!("SKIPPED: pdftotext is not installed");
        return None;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    Some(lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect())
}

#[test]
fn a_file_says_what_standard_output_says() {
    let place = Place::new();
    for (form, more) in [
        ("bxf", ""),
        ("ics", ""),
        ("tva", "--authority khabar.kz"),
        ("page", "--programme quotes"),
        ("xmltv", ""),
    ] {
        let printed = exported(&place, form, more);
        exported(&place, form, &format!("{more} --to file"));
        assert!(fs::read_to_string(place.path("file")).unwrap() == printed, "{form}");
        exported(&place, form, &format!("{more} --out file"));
        assert!(fs::read_to_string(place.path("file")).unwrap() == printed, "{form}");
    }
}

#[test]
fn what_a_form_cannot_do_is_said_with_a_remedy() {
    let place = Place::new();
    for (form, more, said) in [
        ("ffplayout", "--to lists", ["no filler has a file", "--files"]),
        ("tva", "--authority khabar", ["--authority", "khabar.kz"]),
        ("tva", "", ["--authority", "arna help"]),
        ("bxf", "--frame-rate 60", ["60", "59.94"]),
        ("page", "--programme nobody", ["nobody", "common-dream"]),
        ("ics", "--programme nobody", ["nobody", "common-dream"]),
        ("ics", "--published soon", ["soon", "2024-07-03T12:00:00+05:00"]),
    ] {
        let told = place.arna_with(arguments(form, more));
        assert_eq!(told.code, 2, "{form} {more}");
        for word in said {
            assert!(told.err.contains(word), "{form} {more}: {}", told.err);
        }
    }
    assert!(!place.path("lists").exists(), "nothing was begun");
}

#[test]
fn what_is_written_can_be_read_and_remarks_name_their_place() {
    let place = Place::new();
    let sample = sample().display().to_string();
    exported(&place, "bxf", "--to k.xml");
    exported(&place, "xmltv", "--to g.xml");
    exported(&place, "csv", "--to k.csv");
    let read = |words: &[&str]| {
        let told = place.arna_with(words);
        assert_eq!(told.code, 0, "{}", told.err);
        (serde_json::from_str::<Value>(&told.out).unwrap(), told.err)
    };
    let (bxf, _) = read(&["read", "bxf", "k.xml", &sample, "--channel", "khabar.kz", "--json"]);
    let (table, _) = read(&["read", "sheet", "k.csv", &sample, "--channel", "khabar.kz", "--json"]);
    let (guide, _) = read(&["read", "xmltv", "g.xml", "--json"]);
    let told = |value: &Value| {
        let airings = value["airings"].as_array().unwrap().iter();
        airings
            .map(|one| {
                (
                    one["start"].clone(),
                    one["end"].clone(),
                    one["titles"][0]["text"].clone(),
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&bxf), told(&table));
    assert!(told(&guide).iter().all(|one| told(&bxf).contains(one)), "{guide}");
    let broken = fs::read_to_string(place.path("k.csv"))
        .unwrap()
        .replacen("08:00:00;0:50:55", "8 o'clock;0:50:55", 1);
    fs::write(place.path("broken.csv"), broken).unwrap();
    let (_, said) = read(&[
        "read",
        "sheet",
        "broken.csv",
        &sample,
        "--channel",
        "khabar.kz",
        "--json",
    ]);
    assert!(
        said.contains("broken.csv:B3") && said.contains("8 o'clock") && said.contains("such as 21:00"),
        "{said}"
    );
    let refused = place.arna_with(["read", "xmltv", "k.xml"]);
    assert!(
        refused.code == 2 && refused.err.contains("BxfMessage") && refused.err.contains("k.xml"),
        "{}",
        refused.err
    );
}
