//! Sample, plan, check, export, undo, redo, and back through the open document.

use std::process::Command;

use serde_json::Value;

use crate::{Place, sample};

const FORTNIGHT: &str = "--from 2024-07-01 --days 14";

#[test]
fn a_sample_is_planned_accepted_checked_and_exported() {
    let place = Place::new();
    place.done("sample s.arna");
    assert!(place.arna("check s.arna").err.contains("no schedule to judge yet"));
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    let checked = place.arna("check s.arna");
    assert_eq!(checked.code, 1, "the sample has problems on purpose");
    for problem in ["golden-man/1/1.kk", "quotes/2/4", "night-sky/1/1.kk"] {
        assert!(checked.out.contains(problem), "{problem}: {}", checked.out);
    }
    let guide = place.done("export xmltv s.arna --channel khabar.kz --from 2024-07-01 --days 7");
    assert!(guide.contains("<!DOCTYPE tv SYSTEM"), "{}", &guide[..200]);
    assert!(guide.contains("start=\"20240704210000 +0500\""));
    let sheet = place.done("export csv s.arna --channel khabar.kz --from 2024-07-04 --days 1 --titles kk");
    assert!(
        sheet.contains("21:00:00") && sheet.contains("ортақ арман"),
        "{}",
        &sheet[..400]
    );
    place.done("export xmltv s.arna --channel khabar.kz --from 2024-07-01 --days 7 --out guide.xml");
    assert_eq!(std::fs::read_to_string(place.path("guide.xml")).unwrap(), guide);
}

#[test]
fn undo_and_redo_walk_through_the_journal() {
    let place = Place::new();
    place.done("sample s.arna");
    let before = place.done("export station s.arna");
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    let after = place.done("export station s.arna");
    assert_ne!(before, after);
    place.done("undo s.arna");
    assert_eq!(place.done("export station s.arna"), before);
    assert!(place.arna("undo s.arna").err.contains("nothing to undo"));
    place.done("redo s.arna");
    assert_eq!(place.done("export station s.arna"), after);
    let log: Value = serde_json::from_str(&place.done("log s.arna --json")).unwrap();
    let kinds: Vec<_> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["redo", "undo", "do", "found"]);
    assert_eq!(log[2]["author"], "tester");
}

#[test]
fn an_airing_of_any_kind_that_runs_on_into_the_next_is_found() {
    let place = Place::new();
    let station = sample();
    let plan = place.arna_with(["plan", station.to_str().unwrap(), "--from", "2024-07-04", "--days", "1"]);
    let plan: Value = serde_json::from_str(&plan.out).unwrap();
    let told = |plan: &Value| {
        std::fs::write(place.path("p.json"), plan.to_string()).unwrap();
        let checked = place.arna_with(["check", station.to_str().unwrap(), "p.json", "--json"]);
        let findings: Value = serde_json::from_str(&checked.out).unwrap();
        let all = findings["findings"].as_array().unwrap().clone();
        let own = all.into_iter().filter(|finding| finding["code"] == "runs_on");
        own.map(|finding| (finding["start"].clone(), finding["other"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&plan), []);
    for origin in ["hold", "filler", "sequel"] {
        let airings = plan["airings"].as_array().unwrap();
        let at = airings
            .iter()
            .position(|one| one["origin"] == origin && one["channel"] == "khabar.kz")
            .unwrap();
        let mut longer = plan.clone();
        // To the end of what follows: into that alone.
        longer["airings"][at]["end"] = airings[at + 1]["end"].clone();
        assert_eq!(
            told(&longer),
            [(airings[at]["start"].clone(), airings[at + 1]["start"].clone())],
            "{origin}"
        );
    }
}

#[test]
fn the_open_document_and_the_file_are_one() {
    let place = Place::new();
    let document = std::fs::read_to_string(sample()).unwrap();
    place.arna_with(["import", "station", sample().to_str().unwrap(), "s.arna"]);
    assert_eq!(
        place.done("export station s.arna"),
        document,
        "the sample is laid out canonically"
    );
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    place.done("export station s.arna --out whole.json");
    place.done("import station whole.json t.arna");
    assert_eq!(
        place.done("export station t.arna"),
        place.done("export station whole.json")
    );
    assert_eq!(place.arna("check t.arna").out, place.arna("check s.arna").out);
}

#[test]
fn reasons_are_given_for_what_airs_and_for_what_does_not() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    let why: Value =
        serde_json::from_str(&place.done("explain s.arna --channel khabar.kz --date 2024-07-04 --time 21:00 --json"))
            .unwrap();
    assert_eq!(why["origin"], "sequel");
    let check = |code: &str| {
        why["checks"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["code"] == code)
            .unwrap()
    };
    assert_eq!(check("held_back")["passed"], true);
    assert_eq!(check("held_back")["values"]["premiere"], "2024-07-02T17:30:00+05:00");
    assert_eq!(check("runs_exhausted")["values"]["max_runs"], 3);
    let open = place.done("explain s.arna --slot khabar-night-sky --date 2024-07-05");
    assert!(open.contains("until 2024-06-30"), "{open}");
}

#[test]
fn backups_can_be_listed_and_put_back() {
    let place = Place::new();
    place.done("sample s.arna");
    assert!(place.arna("restore s.arna").err.contains("no backups"));
    std::fs::copy(place.path("s.arna"), place.path("kept.arna")).unwrap();
    place.done(&format!("plan s.arna {FORTNIGHT} --accept"));
    place.done("restore s.arna --backup kept.arna");
    assert_eq!(place.done("info s.arna --json").matches("\"airings\": 0").count(), 1);
    let listed: Value = serde_json::from_str(&place.done("restore s.arna --json")).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 1, "what was replaced is a backup");
}

#[test]
fn every_language_speaks_and_shells_are_served() {
    let place = Place::new();
    place.done("sample s.arna");
    for (language, word) in [
        ("en", "programmes"),
        ("kk", "бағдарламалар"),
        ("ru", "программы"),
        ("zh", "节目"),
    ] {
        assert!(
            place.done(&format!("info s.arna --lang {language}")).contains(word),
            "{language}"
        );
    }
    assert!(place.done("completions bash").contains("_arna()"));
    assert!(place.done("man").starts_with(".ie"));
}

#[test]
fn a_station_made_up_has_its_schedule_and_is_the_same_each_time() {
    let place = Place::new();
    place.done("sample one.arna --size desk");
    place.done("sample two.arna --size desk");
    let one = place.done("export station one.arna");
    assert!(one == place.done("export station two.arna"));
    let station: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(station["channels"].as_array().unwrap().len(), 4);
    assert!(station["schedule"].as_array().unwrap().len() > 7_000);
    place.done("verify one.arna");
    assert!(place.arna("sample one.arna --size desk").err.contains("one.arna"));
    assert_eq!(place.arna("sample three.arna --size vast").code, 2);
}

#[test]
fn whoever_has_no_name_of_a_user_is_called_by_another_or_as_the_program() {
    let place = Place::new();
    place.done("sample s.arna");
    for (names, author) in [
        ([("USER", ""), ("LOGNAME", "aigul")], "aigul"),
        ([("USER", " "), ("LOGNAME", "")], "arna"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_arna"));
        let set = command.args([
            "receiver",
            "set",
            "s.arna",
            author,
            "--channel",
            "khabar.kz",
            "--file",
            "csv",
        ]);
        let done = set
            .args(["--folder", "out"])
            .current_dir(place.0.path())
            .env_remove("USERNAME")
            .envs(names);
        assert!(done.output().unwrap().status.success());
        let log: Value = serde_json::from_str(&place.done("log s.arna --limit 1 --json")).unwrap();
        assert_eq!(log[0]["author"], author, "{log}");
    }
}
