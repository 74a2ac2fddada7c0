//! Bad input is refused with file, place, value and remedy, and nothing changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::{Place, sample};

/// Every file of the place with its bytes.
fn files(place: &Place) -> BTreeMap<PathBuf, Vec<u8>> {
    let read = |path: PathBuf| (path.clone(), fs::read(path).unwrap_or_default());
    fs::read_dir(place.0.path())
        .unwrap()
        .map(|file| read(file.unwrap().path()))
        .collect()
}

/// `arna` refuses, says all of this, and leaves every file as it is.
#[track_caller]
fn refused(place: &Place, words: &str, said: &[&str]) {
    let before = files(place);
    let told = place.arna(words);
    assert_eq!(told.code, 2, "arna {words}: {}", told.out);
    for word in said {
        assert!(told.err.contains(word), "arna {words}: no {word:?} in {}", told.err);
    }
    assert!(files(place) == before, "arna {words} changed a file");
}

/// The sample's document with one text replaced.
fn with(place: &Place, old: &str, new: &str) {
    let document = fs::read_to_string(sample()).unwrap();
    assert!(document.contains(old), "{old}");
    fs::write(place.path("bad.json"), document.replacen(old, new, 1)).unwrap();
}

#[test]
fn documents_are_refused_at_the_place_that_is_wrong() {
    let place = Place::new();
    let import = "import station bad.json new.arna";
    with(&place, r#""programme": "common-dream""#, r#""programme": "nobody""#);
    refused(
        &place,
        import,
        &["bad.json", "licences[0].programme", "nobody", "what to do"],
    );
    with(
        &place,
        r#""from": "2024-07-01", "until": "2024-12-31""#,
        r#""from": "2024-07-01", "until": "2024-06-30""#,
    );
    refused(&place, import, &["licences[0].until", "2024-06-30", "2024-07-01"]);
    with(
        &place,
        r#""version": "golden-man/1/1.kk""#,
        r#""version": "golden-man/9/9.kk""#,
    );
    refused(&place, import, &["pins[0].version", "golden-man/9/9.kk"]);
    with(&place, r#""id": "khabar.kz""#, r#""id": "cctv4.cn""#);
    refused(&place, import, &["channels[1].id", "cctv4.cn", "twice"]);
    with(&place, r#""tz": "Asia/Almaty""#, r#""tz": "Asia/Alma""#);
    refused(&place, import, &["channels[1].tz", "Asia/Alma"]);
    with(&place, r#""day_start": "06:00""#, r#""day_start": "6 o'clock""#);
    refused(&place, import, &["channels[0].day_start", "6 o'clock"]);
    with(&place, r#""max_runs""#, r#""max_rums""#);
    refused(&place, import, &["licences[0]", "max_rums", "max_runs"]);
    with(&place, "2024-07-03T13:30:00+05:00", "2024-07-03T13:30:00");
    refused(&place, import, &["pins[0].start", "2024-07-03T13:30:00"]);
}

#[test]
fn what_is_no_document_is_said_to_be_none() {
    let place = Place::new();
    let whole = fs::read(sample()).unwrap();
    fs::write(place.path("bad.json"), &whole[..whole.len() / 2]).unwrap();
    refused(&place, "info bad.json", &["bad.json", "ends too early"]);
    fs::write(place.path("bad.json"), "[".repeat(1_000_000)).unwrap();
    refused(&place, "info bad.json", &["deep"]);
    fs::write(place.path("bad.json"), "").unwrap();
    refused(&place, "info bad.json", &["ends too early"]);
    fs::write(place.path("bad.json"), b"\xFF\xFE").unwrap();
    refused(&place, "info bad.json", &["UTF-8"]);
    refused(&place, "info none.json", &["none.json", "no such file"]);
    refused(&place, "info .", &["folder"]);
}

#[test]
fn files_of_others_and_newer_and_damaged_stations_are_left_alone() {
    let place = Place::new();
    place.done("sample s.arna");
    let whole = fs::read(place.path("s.arna")).unwrap();
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&9_u32.to_be_bytes());
    fs::write(place.path("newer.arna"), newer).unwrap();
    fs::write(place.path("cut.arna"), &whole[..whole.len() / 2]).unwrap();
    let mut others = whole;
    others[68..72].fill(0);
    fs::write(place.path("others.arna"), others).unwrap();
    for command in [
        "info FILE",
        "undo FILE",
        "plan FILE --from 2024-07-01 --days 1 --accept",
        "log FILE",
        "export plan FILE",
    ] {
        let of = |file: &str| command.replace("FILE", file);
        refused(&place, &of("newer.arna"), &["newer.arna", "newer Arna", "Update"]);
        refused(&place, &of("cut.arna"), &["cut.arna", "damaged", "arna restore"]);
        refused(&place, &of("others.arna"), &["others.arna", "no station file"]);
    }
    refused(&place, "sample s.arna", &["s.arna", "already"]);
    refused(&place, "new nowhere/s.arna", &["no such file"]);
}

#[test]
fn wrong_words_are_refused_before_anything_is_done() {
    let place = Place::new();
    place.done("sample s.arna");
    refused(
        &place,
        "plan s.arna --from 2024-02-30 --days 3",
        &["2024-02-30", "--from", "2024-07-01"],
    );
    refused(&place, "plan s.arna --from 2024-07-01 --days 0", &["--days"]);
    refused(&place, "plan s.arna --from 2024-07-01 --days 9999", &["9999"]);
    refused(
        &place,
        "plan s.arna --from 2024-06-05 --days 3",
        &["history[0].start", "khabar.kz", "Start the range later"],
    );
    refused(
        &place,
        "export xmltv s.arna --channel nobody --from 2024-07-01 --days 1",
        &["nobody", "arna info"],
    );
    refused(&place, "explain s.arna --slot nobody --date 2024-07-01", &["nobody"]);
    refused(&place, "check s.arna none.json", &["none.json"]);
    let document = sample();
    refused(
        &place,
        &format!("plan {} --from 2024-07-01 --days 1 --accept", document.display()),
        &["import"],
    );
}

#[test]
fn what_is_typed_wrong_is_refused_in_the_language_asked_for() {
    let place = Place::new();
    let plan = "plan s.arna --from 2024-07-01 --days 3";
    refused(
        &place,
        "plan s.arna --from 2024-13-01 --days 3 --lang ru",
        &[
            "ошибка: --from <DATE> не принимает «2024-13-01»",
            "что делать: Укажите дату",
        ],
    );
    refused(
        &place,
        "plan s.arna --from 2024-07-01 --days 4000 --lang kk",
        &["қате", "1–3653"],
    );
    refused(
        &place,
        &format!("{plan} --effort huge --lang=zh"),
        &["可选：fast, normal, best"],
    );
    refused(
        &place,
        &format!("{plan} --efort fast"),
        &["no argument --efort", "Did you mean --effort?"],
    );
    refused(&place, "paln s.arna --lang ru", &["Команды «paln» нет", "plan?"]);
    refused(&place, "plan s.arna --days 3", &["Missing: --from <DATE>"]);
    refused(
        &place,
        &format!("{plan} --with a.json --accept"),
        &["--with <FILE> cannot go together with --accept"],
    );
    refused(
        &place,
        &format!("{plan} --threads 0 --json"),
        &["usage_value", "threads"],
    );
    assert_eq!(place.arna("help").code, 0);
    assert_eq!(place.arna("").code, 2);
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let place = Place::new();
    place.done("sample s.arna");
    refused(
        &place,
        "plan s.arna --from 2024-07-01 --days 1 --effort fast --out nowhere/deep/plan.json",
        &["There is no folder nowhere."],
    );
}

#[test]
fn a_number_of_the_wrong_kind_says_which_is_wanted() {
    let place = Place::new();
    with(&place, r#""max_runs": 3"#, r#""max_runs": "two""#);
    refused(
        &place,
        "import station bad.json new.arna",
        &["max_runs", "Wanted here: a whole number from 0 to 4294967295"],
    );
}

#[test]
fn a_plan_that_is_not_of_the_station_is_refused_whoever_reads_it() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-01 --days 1 --effort fast --out p.json");
    let text = fs::read_to_string(place.path("p.json")).unwrap();
    let mut plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    let airing = &mut plan["airings"][3];
    airing["channel"] = "khabr.kz".into();
    airing["version"] = "no/such/1.kk".into();
    airing["licence"] = "nope".into();
    airing["end"] = airing["start"].clone();
    fs::write(place.path("p.json"), plan.to_string()).unwrap();
    let said = [
        "p.json",
        "not one of this station",
        "airings[3].channel",
        "khabr.kz",
        "airings[3].version",
        "airings[3].licence",
        "airings[3].end",
    ];
    let dates = "--from 2024-07-01 --days 1 --plan p.json";
    refused(&place, "check s.arna p.json", &said);
    refused(
        &place,
        "explain s.arna --plan p.json --channel khabar.kz --date 2024-07-01 --time 21:00",
        &said,
    );
    refused(&place, &format!("export csv s.arna --channel khabar.kz {dates}"), &said);
    refused(
        &place,
        &format!("export m3u s.arna --channel khabar.kz {dates} --to out"),
        &said,
    );
}

#[test]
fn dates_that_cannot_be_planned_are_refused_with_those_that_can() {
    let place = Place::new();
    place.done("sample s.arna");
    let late = "--from 2199-12-25 --days 14";
    let said = ["1900-01-02 to 2199-12-29", "2199-12-25 to 2200-01-07"];
    refused(&place, &format!("plan s.arna {late} --accept"), &said);
    refused(&place, &format!("check s.arna {late}"), &said);
    refused(&place, &format!("export csv s.arna --channel khabar.kz {late}"), &said);
    refused(&place, &format!("publish s.arna --all {late}"), &said);
    refused(&place, "plan s.arna --from 1900-01-01 --days 1", &["1900-01-02"]);
}

#[test]
fn a_schedule_of_more_dates_than_can_be_judged_is_not_taken_for_none() {
    let place = Place::new();
    place.done("sample s.arna");
    place.done("plan s.arna --from 2024-07-01 --days 1 --effort fast --accept");
    place.done("export station s.arna --out s.json");
    let text = fs::read_to_string(place.path("s.json")).unwrap();
    let mut station: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut late = station["schedule"][0].clone();
    late["date"] = "2060-07-01".into();
    late["start"] = "2060-07-01T12:00:00+08:00".into();
    late["end"] = "2060-07-01T12:10:00+08:00".into();
    station["schedule"].as_array_mut().unwrap().push(late);
    fs::write(place.path("s.json"), station.to_string()).unwrap();
    refused(&place, "check s.json", &["s.json", "Too many days: 13150"]);
    assert_eq!(place.arna("check s.json --from 2024-07-01 --days 1").code, 0);
}

#[test]
fn what_is_of_no_use_together_is_refused() {
    let place = Place::new();
    place.done("sample s.arna");
    let cannot = "cannot go together";
    refused(
        &place,
        "changes s.arna --channel khabar.kz --since 1 --csv --json",
        &["usage_conflict"],
    );
    refused(&place, "asrun --mappings --accept", &[cannot, "--accept"]);
    refused(&place, "asrun --mappings --out log.csv", &[cannot, "--out"]);
    refused(&place, "asrun --mappings --date 2024-07-04", &[cannot, "--date"]);
}

#[test]
fn an_option_that_says_nothing_of_any_file_is_refused() {
    let place = Place::new();
    place.done("sample s.arna");
    let set = "receiver set s.arna traffic --channel khabar.kz --folder out --file csv";
    refused(
        &place,
        &format!("{set} --authority khabar.kz"),
        &["--authority", "--file tva|dvb-i"],
    );
    refused(
        &place,
        &format!("{set} --media {{house}}.mxf"),
        &["--media", "--file ffplayout|m3u"],
    );
    refused(
        &place,
        &format!("{set} --programme quotes"),
        &["--programme", "--file page"],
    );
    refused(
        &place,
        &format!("{set} --frame-rate 25"),
        &["--frame-rate", "--file bxf"],
    );
}

#[test]
fn a_workbook_is_no_file_of_another_kind() {
    let place = Place::new();
    place.done("sample s.arna");
    for ending in ["ods", "csv", "XLS"] {
        let said = format!(".{}", ending.to_lowercase());
        refused(
            &place,
            &format!("export workbook s.arna --out book.{ending}"),
            &["book.", &said, ".xlsx", "folder"],
        );
    }
}

#[test]
fn what_is_said_of_a_station_names_its_file_and_what_is_said_of_changes_names_theirs() {
    let place = Place::new();
    place.done("sample s.arna");
    let change = r#"{"format": "arna-amendments/1", "amendments": [{"licence_window": {"licence": "quotes-kz-3", "until": "2024-07-08"}}]}"#;
    fs::write(place.path("change.json"), change).unwrap();
    let early = "--from 2024-06-05 --days 3";
    for more in ["", "--with change.json"] {
        let plan = format!("plan s.arna {early} {more}");
        refused(&place, &plan, &["s.arna", "history[0].start"]);
        assert!(!place.arna(&plan).err.contains("change.json"));
    }
    refused(&place, "station pull s.arna", &["file: s.arna"]);
    refused(
        &place,
        "revisions s.arna --channel nope",
        &["No channel is called “nope”", "s.arna"],
    );
    refused(
        &place,
        "deliveries s.arna --channel nope",
        &["No channel is called “nope”"],
    );
    let told = place.arna("revisions s.arna --channel khabar.kz");
    assert!(
        told.code == 0 && told.err.contains("Nothing is published yet"),
        "{}",
        told.err
    );
}

#[test]
fn a_receiver_without_an_id_is_refused_in_words() {
    let place = Place::new();
    place.done("sample s.arna");
    let words = "receiver set s.arna _ --channel khabar.kz --folder out --file csv";
    let words = words.split(' ').map(|one| if one == "_" { "" } else { one });
    let told = place.arna_with(words);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("“” is no id"), "{}", told.err);
}
