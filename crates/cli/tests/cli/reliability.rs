//! A station file is looked through, and what can be read of a damaged one is taken over.

use std::fs;

use arna_app::Desk;
use arna_domain::{Instant, Zones};
use serde_json::Value;

use crate::Place;

const FORTNIGHT: &str = "--from 2024-07-01 --days 14 --effort fast";

/// A station with a schedule, a past and a revision.
fn lived_in() -> Place {
    let place = Place::new();
    place.done("sample s.arna");
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    place.done("undo s.arna");
    place.done("redo s.arna");
    place.done("publish s.arna --channel khabar.kz --from 2024-07-01 --days 7");
    place
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The bytes of a file with a page of it spoilt: the first whose bytes hold a text.
fn spoilt(bytes: &[u8], text: &str) -> Vec<u8> {
    let holds = |page: &&[u8]| page[0] == 13 && page.windows(text.len()).any(|one| one == text.as_bytes());
    let at = bytes.chunks(4_096).position(|page| holds(&page)).unwrap();
    let mut spoilt = bytes.to_vec();
    spoilt[at * 4_096] = 0;
    spoilt
}

#[test]
fn a_sound_station_verifies_and_comes_out_of_salvage_byte_for_byte() {
    let place = lived_in();
    let before = fs::read(place.path("s.arna")).unwrap();
    assert!(
        place
            .done("verify s.arna")
            .contains("holds together: 4 journal entries")
    );
    let told = json(&place.done("verify s.arna --json"));
    assert_eq!(
        (&told["sound"], &told["entries"]),
        (&Value::Bool(true), &Value::from(4))
    );
    assert!(place.arna("salvage s.arna t.arna").err.contains("Nothing is missing"));
    assert_eq!(fs::read(place.path("s.arna")).unwrap(), before);
    for what in ["export station", "log --json", "revisions --json"] {
        let of = |file: &str| {
            let (command, rest) = what.split_once(' ').unwrap_or((what, ""));
            let (sub, rest) = if rest.starts_with("--") { ("", rest) } else { (rest, "") };
            place.done(&format!("{command} {sub} {file} {rest}"))
        };
        assert_eq!(of("t.arna"), of("s.arna"), "{what}");
    }
    place.done("verify-revisions t.arna");
    place.done("undo t.arna");
    assert!(place.arna("salvage s.arna t.arna").err.contains("t.arna"));
}

#[test]
fn a_refusal_names_the_file_that_it_is_about() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("salvage s.arna kept.arna");
    fs::write(place.path("none.arna"), "no station").unwrap();
    let now = Instant::parse("2024-07-01T00:00:00Z").unwrap();
    let desk = Desk::open(&place.path("s.arna"), now, Zones::bundled()).unwrap();
    let refused = [
        ("restore s.arna --backup kept.arna", "Another program", "s.arna"),
        ("restore s.arna --backup none.arna", "no station file", "none.arna"),
        (
            "restore s.arna --backup lost.arna",
            "There is no such file",
            "lost.arna",
        ),
        (
            "restore lost/s.arna --backup kept.arna",
            "There is no folder",
            "lost/s.arna",
        ),
        ("restore lost.arna", "There is no such file", "lost.arna"),
        ("salvage kept.arna s.arna", "of that name already", "s.arna"),
        ("salvage kept.arna lost/s.arna", "There is no folder", "lost/s.arna"),
        ("salvage lost.arna new.arna", "There is no such file", "lost.arna"),
        ("salvage none.arna new.arna", "no station file", "none.arna"),
    ];
    for (words, why, file) in refused {
        let told = place.arna(words);
        assert!(told.code == 2 && told.err.contains(why), "{words}: {}", told.err);
        assert!(told.err.contains(&format!("file: {file}\n")), "{words}: {}", told.err);
    }
    drop(desk);
    // Of a station that is gone its backups are still listed and put back.
    place.done("restore s.arna --backup kept.arna");
    fs::remove_file(place.path("s.arna")).unwrap();
    assert!(place.done("restore s.arna").contains("s.arna.backups"));
}

/// The station itself, another one, and each through a way of its own.
#[test]
fn nothing_that_is_written_replaces_a_station() {
    let place = lived_in();
    place.done("sample other.arna");
    place.done("receiver set s.arna itself --channel khabar.kz --file csv --folder . --name other");
    fs::copy(place.path("other.arna"), place.path("other.csv")).unwrap();
    let before = ["other.arna", "other.csv"].map(|name| fs::read(place.path(name)).unwrap());
    for file in ["s.arna", "other.arna"] {
        for words in [
            "export station s.arna --out",
            "export csv s.arna --channel khabar.kz --from 2024-07-01 --days 2 --to",
            "plan s.arna --from 2024-07-01 --days 1 --effort fast --out",
            "changes s.arna --channel khabar.kz --since 1 --out",
        ] {
            let told = place.arna(&format!("{words} {file}"));
            let is_refused = told.code == 2 && told.err.contains("is left as it is");
            assert!(is_refused, "{words} {file}: {}", told.err);
        }
    }
    let told = place.arna("publish s.arna --channel khabar.kz --from 2024-07-01 --days 7");
    assert!(told.code == 2 && told.err.contains("is left as it is"), "{}", told.err);
    let after = ["other.arna", "other.csv"].map(|name| fs::read(place.path(name)).unwrap());
    assert!(after == before);
    place.done("verify s.arna");
}

#[test]
fn a_damaged_station_is_named_and_what_is_left_can_be_worked_with() {
    let place = lived_in();
    let whole = fs::read(place.path("s.arna")).unwrap();
    fs::write(place.path("d.arna"), spoilt(&whole, "\"id\":\"common-dream\"")).unwrap();
    let before = fs::read(place.path("d.arna")).unwrap();
    for (language, remedy) in [
        ("en", "take everything readable"),
        ("ru", "забрать всё читаемое"),
        ("kk", "оқылатынның бәрін"),
        ("zh", "把所有可读内容"),
    ] {
        let told = place.arna(&format!("verify d.arna --lang {language}"));
        assert_eq!(told.code, 1);
        assert!(told.out.contains(remedy), "{}", told.out);
        assert!(!told.out.contains("fault-") && !told.out.contains("{"), "{}", told.out);
    }
    let faults = json(&place.arna("verify d.arna --json").out)["faults"].clone();
    let pages = faults
        .as_array()
        .unwrap()
        .iter()
        .find(|fault| fault["code"] == "pages")
        .unwrap();
    assert!(
        pages["values"]["page"].is_u64() && pages["remedy"] == "salvage",
        "{pages}"
    );
    let told = place.arna("salvage d.arna t.arna");
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(told.out.contains("programme common-dream"), "{}", told.out);
    assert!(told.out.contains("Taken out: licences"), "{}", told.out);
    assert!(told.err.contains("begins anew"), "{}", told.err);
    assert_eq!(fs::read(place.path("d.arna")).unwrap(), before);
    place.done("verify t.arna");
    place.done("verify-revisions t.arna");
    place.done("plan t.arna --from 2024-07-01 --days 2 --effort fast --accept");
    place.done("undo t.arna");
    for (language, word) in [("ru", "Вынуто"), ("kk", "Алып тасталды"), ("zh", "已去除")] {
        let told = place.arna(&format!("salvage d.arna {language}.arna --lang {language}"));
        assert!(told.out.contains(word) && !told.out.contains("fault-"), "{}", told.out);
    }
}

#[test]
fn backups_are_looked_through_and_the_newest_good_one_is_named() {
    let place = lived_in();
    place.done("salvage s.arna kept.arna");
    for _ in 0..2 {
        // Backups are called by seconds: what a restore replaces becomes one.
        place.done("restore s.arna --backup kept.arna");
    }
    let backups = json(&place.done("restore s.arna --json"));
    let newest = backups[0]["path"].as_str().unwrap();
    let whole = fs::read(place.path(newest)).unwrap();
    assert_eq!(place.arna("verify s.arna").code, 0);
    fs::write(place.path(newest), spoilt(&whole, "\"id\":\"common-dream\"")).unwrap();
    let told = place.arna("verify s.arna");
    assert_eq!(told.code, 1, "{}", told.out);
    assert!(
        told.out.contains("holds together") && told.out.contains("damaged"),
        "{}",
        told.out
    );
    fs::write(place.path(newest), "Dear diary").unwrap();
    assert!(place.arna("verify s.arna").out.contains("no station file"));
}

#[test]
fn what_a_restore_would_lose_is_said_before() {
    let place = Place::new();
    place.done("sample s.arna");
    fs::copy(place.path("s.arna"), place.path("kept.arna")).unwrap();
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    place.done("publish s.arna --channel khabar.kz --from 2024-07-01 --days 7");
    let before = fs::read(place.path("s.arna")).unwrap();
    let told = place.arna("restore s.arna --backup kept.arna --preview");
    assert!(
        told.out.contains("Accept the plan") && told.out.contains("khabar.kz"),
        "{}",
        told.out
    );
    let lost = json(&place.done("restore s.arna --backup kept.arna --preview --json"))["lost"].clone();
    assert_eq!(lost["is_earlier"], true);
    assert_eq!(
        (
            lost["entries"].as_array().unwrap().len(),
            lost["revisions"].as_array().unwrap().len()
        ),
        (1, 1)
    );
    assert_eq!(lost["airings"]["then"], 0);
    assert_eq!(fs::read(place.path("s.arna")).unwrap(), before);
    place.done("sample other.arna");
    let told = place.arna("restore s.arna --backup other.arna --preview");
    assert!(told.err.contains("not an earlier state"), "{}", told.err);
    fs::write(place.path("s.arna"), &before[..5_000]).unwrap();
    let told = place.arna("restore s.arna --backup kept.arna --preview");
    assert!(told.code == 0 && told.err.contains("cannot be read"), "{}", told.err);
    place.done("restore s.arna --backup kept.arna");
    place.done("verify s.arna");
}
