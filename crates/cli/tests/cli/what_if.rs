//! What if, and what would help, as typed.

use serde_json::Value;

use crate::{Place, sample};

const FORTNIGHT: &str = "--from 2024-07-01 --days 14 --effort fast";

#[test]
fn a_plan_is_compared_with_the_one_that_changes_give() {
    let place = Place::new();
    place.done("sample s.arna");
    let change = r#"{"format": "arna-amendments/1", "amendments": [{"licence_window": {"licence": "quotes-kz-3", "until": "2024-07-08"}}]}"#;
    std::fs::write(place.path("change.json"), change).unwrap();
    let before = place.done("export station s.arna");
    let told = place.done(&format!("plan s.arna {FORTNIGHT} --with change.json"));
    assert!(
        told.starts_with("Licence quotes-kz-3 from 2024-07-02 until 2024-07-08, instead of"),
        "{told}"
    );
    assert!(
        told.contains("quotes/3/8.kk: Its licence holds from 2024-07-02 until 2024-07-08"),
        "{told}"
    );
    for (language, word) in [
        ("kk", "қорлардың ұпайы"),
        ("ru", "оценка подборов"),
        ("zh", "节目池得分"),
    ] {
        let told = place.done(&format!("plan s.arna {FORTNIGHT} --with change.json --lang {language}"));
        assert!(told.contains(word), "{language}: {told}");
    }
    let told: Value =
        serde_json::from_str(&place.done(&format!("plan s.arna {FORTNIGHT} --with change.json --json"))).unwrap();
    assert_eq!(told["format"], "arna-what-if/1");
    assert!(told["open"]["new"].as_array().unwrap().len() > 10);
    assert_eq!(place.done("export station s.arna"), before, "nothing is changed");
    assert_eq!(place.arna("export plan s.arna").code, 2, "and nothing proposed");
}

#[test]
fn changes_that_cannot_be_made_are_refused_with_their_place() {
    let place = Place::new();
    let station = sample();
    let station = station.to_str().unwrap();
    for (amendment, said) in [
        (
            r#"{"licence_runs": {"licence": "nobody", "max_runs": 1}}"#,
            "amendments[0].licence_runs.licence: Nothing is called “nobody”",
        ),
        (
            r#"{"licence_runs": {"licence": "nobody"}}"#,
            "1:85 amendments[0].licence_runs: Field “max_runs” is missing.",
        ),
    ] {
        let text = format!(r#"{{"format": "arna-amendments/1", "amendments": [{amendment}]}}"#);
        std::fs::write(place.path("change.json"), text).unwrap();
        let words = format!("plan {station} {FORTNIGHT} --with change.json");
        let told = place.arna(&words);
        assert_eq!(told.code, 2);
        assert!(told.err.contains(said), "{}", told.err);
    }
    assert_eq!(
        place
            .arna(&format!("plan {station} {FORTNIGHT} --accept --with change.json"))
            .code,
        2
    );
}

#[test]
fn an_open_slot_says_what_would_help() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-01 --days 14 --accept");
    let asked = "explain s.arna --slot khabar-quotes-sunday --date 2024-07-07";
    assert!(
        place
            .done(asked)
            .contains("A Kazakh version of quotes/2/4 is made (quotes/2/4.kk, 12 min).")
    );
    let told: Value = serde_json::from_str(&place.done(&format!("{asked} --json"))).unwrap();
    let fixes = told["fixes"].as_array().unwrap();
    // What is found can be asked about as it stands.
    let change = serde_json::json!({"format": "arna-amendments/1", "amendments": fixes[0]["amendments"]});
    std::fs::write(place.path("change.json"), change.to_string()).unwrap();
    let told: Value =
        serde_json::from_str(&place.done(&format!("plan s.arna {FORTNIGHT} --with change.json --json"))).unwrap();
    assert_eq!(told["open"]["gone"][0]["slot"], "khabar-quotes-sunday");
}

#[test]
fn candidates_that_lost_say_by_how_much() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-01 --days 14 --accept");
    let explained = |date: u32| -> Value {
        let asked = format!("explain s.arna --channel atameken.kz --date 2024-07-{date:02} --time 10:00 --json");
        serde_json::from_str(&place.done(&asked)).unwrap()
    };
    let gap_of = |told: &Value| -> Option<Value> {
        let checks = told["checks"].as_array()?;
        let gap = checks.iter().find(|one| one["code"] == "too_close")?;
        gap["values"]["apart_hours"].is_i64().then(|| gap.clone())
    };
    // One that aired before.
    let (told, gap) = (8..=14)
        .map(explained)
        .find_map(|told| gap_of(&told).map(|gap| (told, gap)))
        .unwrap();
    let candidates = told["candidates"].as_array().unwrap();
    assert!(candidates.iter().all(|one| one["points"].is_i64()), "{told}");
    assert!(
        gap["values"]["apart_hours"].as_i64() >= gap["values"]["min_gap_hours"].as_i64(),
        "{gap}"
    );
}

#[test]
fn a_comparison_keeps_and_proves_what_is_asked_for() {
    let place = Place::new();
    place.done("sample s.arna");
    let change = r#"{"format": "arna-amendments/1", "amendments": [{"licence_window": {"licence": "quotes-kz-3", "until": "2024-07-08"}}]}"#;
    std::fs::write(place.path("change.json"), change).unwrap();
    let asked = format!("plan s.arna {FORTNIGHT} --with change.json --keep accepted --bound --json");
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    let told: Value = serde_json::from_str(&place.done(&asked)).unwrap();
    for which in ["without", "with"] {
        let score = &told["score"][which];
        assert!(score["pool"].as_i64() <= score["bound"]["pool"].as_i64(), "{score}");
    }
    let changes = ["lost", "added"]
        .map(|list| told["airings"][list].as_array().unwrap().clone())
        .concat();
    let programmes = changes
        .iter()
        .filter(|one| one["origin"] != "promo" && one["origin"] != "filler");
    for one in programmes {
        assert_ne!(one["cause"]["code"], "better_score", "{one}");
    }
}

#[test]
fn a_covered_slot_says_what_covers_it_and_values_have_words() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("export station s.arna --out s.json");
    let mut station: Value = serde_json::from_slice(&std::fs::read(place.path("s.json")).unwrap()).unwrap();
    let slots = station["slots"].as_array_mut().unwrap();
    let slot = slots.iter().find(|one| one["id"] == "khabar-quotes-sunday").unwrap();
    let mut over = slot.clone();
    over["id"] = "khabar-special".into();
    over["layer"] = 7.into();
    over["from"] = "2024-07-07".into();
    over["until"] = "2024-07-07".into();
    slots.push(over);
    std::fs::write(place.path("s.json"), station.to_string()).unwrap();
    let told = place.done("explain s.json --slot khabar-quotes-sunday --date 2024-07-07");
    assert!(told.contains("the slot is covered"), "{told}");
    assert!(
        told.contains("by slot khabar-special of a higher layer, 2024-07-07T"),
        "{told}"
    );
    place.done("plan s.arna --from 2024-07-01 --days 14 --effort fast --accept");
    let asked = "explain s.arna --channel atameken.kz --date 2024-07-10 --time 13:00";
    for (language, said) in [
        ("en", "are free"),
        ("kk", "бос орын"),
        ("ru", "свободно"),
        ("zh", "可用"),
    ] {
        let told = place.done(&format!("{asked} --lang {language}"));
        assert!(told.contains(said), "{told}");
        assert!(!told.contains("max_per_day") && !told.contains("room"), "{told}");
    }
}

#[test]
fn nothing_accepted_is_nothing_to_keep_to() {
    let place = Place::new();
    place.done("sample s.arna");
    let told = place.arna("plan s.arna --from 2024-07-01 --days 2 --effort fast --keep accepted");
    assert!(told.err.contains("Nothing is accepted in these dates"), "{}", told.err);
    assert!(!told.err.contains("added"), "{}", told.err);
}

#[test]
fn an_airing_is_asked_about_to_the_second() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-01 --days 4 --effort fast --accept");
    let station: Value = serde_json::from_str(&place.done("export station s.arna")).unwrap();
    let airings = station["schedule"].as_array().unwrap();
    let on_khabar = airings
        .iter()
        .filter(|one| one["channel"] == "khabar.kz" && one["date"] == "2024-07-04");
    let odd = on_khabar
        .filter_map(|one| one["start"].as_str())
        .find(|start| start.starts_with("2024-07-04") && &start[17..19] != "00");
    let (minute, second) = (&odd.unwrap()[11..16], &odd.unwrap()[17..19]);
    let explain = "explain s.arna --channel khabar.kz --date 2024-07-04 --time";
    place.done(&format!("{explain} {minute}:{second}"));
    let told = place.arna(&format!("{explain} {minute}:61"));
    assert!(told.code == 2 && told.err.contains("21:00:25"), "{}", told.err);
    let told = place.arna(&format!("{explain} 21:00:01"));
    assert_eq!(told.code, 2);
    assert!(told.err.contains("at 2024-07-04T21:00:01+05:00"), "{}", told.err);
}
