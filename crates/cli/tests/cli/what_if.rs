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
    for (language, word) in [("kk", "пулдардың ұпайы"), ("ru", "оценка пулов"), ("zh", "节目池得分")]
    {
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
    let asked = "explain s.arna --channel atameken.kz --date 2024-07-10 --time 20:30 --json";
    let told: Value = serde_json::from_str(&place.done(asked)).unwrap();
    let candidates = told["candidates"].as_array().unwrap();
    assert!(candidates.iter().all(|one| one["points"].is_i64()), "{told}");
    let gap = told["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == "too_close")
        .unwrap();
    assert!(
        gap["values"]["apart_hours"].as_i64() >= gap["values"]["min_gap_hours"].as_i64(),
        "{gap}"
    );
}
