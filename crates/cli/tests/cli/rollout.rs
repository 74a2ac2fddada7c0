//! The rollout of 2025: one series, five countries, six languages; and what is refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use arna_domain::Instant;
use serde_json::Value;

use crate::plans::checked;
use crate::{Place, Told, root};

fn station() -> PathBuf {
    root().join("sample/rollout-station.json")
}

fn request() -> PathBuf {
    root().join("sample/rollout-2025.json")
}

/// Rolls out on the sample's station, with more words behind.
fn rolled_out(place: &Place, request: &std::path::Path, more: &[&str]) -> Told {
    let (station, request) = (station(), request.to_owned());
    let words = ["rollout", station.to_str().unwrap(), request.to_str().unwrap()];
    place.arna_with(words.iter().chain(more))
}

fn list<'a>(document: &'a Value, name: &str) -> &'a [Value] {
    document[name].as_array().unwrap()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

fn instant(row: &Value) -> Instant {
    Instant::parse(text(row, "start")).unwrap()
}

#[test]
fn five_countries_get_the_series_and_its_plan_airs_it() {
    let place = Place::new();
    let told = rolled_out(&place, &request(), &["--json", "--apply", "out.json"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let proposal: Value = serde_json::from_str(&told.out).unwrap();
    let premieres = list(&proposal, "premieres");
    assert_eq!(premieres.len(), 5 * 10);
    assert!(premieres.iter().all(|one| one["state"] == "airs"));
    let spoken = premieres.iter().map(|one| text(one, "language"));
    assert_eq!(
        spoken.collect::<BTreeSet<_>>(),
        BTreeSet::from(["en", "kk", "ru", "sr", "uz", "zh"])
    );

    // What is proposed airs in a plan of the station that has taken it in, by whatever rules there are.
    let days = proposal["days"].to_string();
    let plan = place.done(&format!(
        "plan out.json --from {} --days {days}",
        text(&proposal, "from")
    ));
    let plan: Value = serde_json::from_str(&plan).unwrap();
    let aired: BTreeSet<_> = list(&plan, "airings")
        .iter()
        .map(|one| (text(one, "channel"), text(one, "start"), text(one, "version")))
        .collect();
    for one in premieres {
        let (channel, version) = (text(one, "channel"), text(one, "version"));
        assert!(aired.contains(&(channel, text(one, "start"), version)), "{one}");
        for repeat in list(one, "repeats") {
            assert!(aired.contains(&(channel, repeat.as_str().unwrap(), version)), "{one}");
        }
    }
    let of = |channel: &str| {
        premieres
            .iter()
            .filter(|one| text(one, "channel") == channel)
            .collect::<Vec<_>>()
    };
    assert!(of("volga.ru").iter().all(|one| list(one, "repeats").len() == 1));
    if let Some(planning) = crate::plans::planning() {
        let checker = planning.join("check.py");
        checked(
            &checker,
            &place,
            &place.path("out.json"),
            text(&proposal, "from"),
            &days,
        );
    }

    // Each channel waits 24 real hours for those before it, Belgrade over the change of its clock too.
    let order = ["cctv4.cn", "khabar.kz", "volga.ru", "danube.rs"];
    for pair in order.windows(2) {
        for (before, after) in of(pair[0]).into_iter().zip(of(pair[1])) {
            assert!(instant(after) - instant(before) >= 24 * 3_600_000, "{before} {after}");
        }
    }
    let starts: Vec<_> = of("danube.rs").iter().map(|one| text(one, "start")).collect();
    // From 30 March on half past four there is an hour earlier, too early for the next day.
    assert_eq!(starts[7..9], ["2025-03-29T16:30:00+01:00", "2025-03-31T16:30:00+02:00"]);

    // Asked for is what is not there: Khabar's winter licence covers the first dates, CCTV-4 needs none.
    let licences: Vec<_> = list(&proposal, "licences")
        .iter()
        .map(|one| format!("{} {} {}", one["channels"], one["languages"], text(one, "from")))
        .collect();
    assert_eq!(
        licences,
        [
            r#"["khabar.kz"] ["kk"] 2025-03-24"#,
            r#"["samarkand.uz"] ["uz","ru"] 2025-03-17"#,
            r#"["volga.ru"] ["ru"] 2025-03-17"#,
            r#"["danube.rs"] ["sr","en"] 2025-03-17"#,
        ]
    );
    let missing = list(&proposal, "versions").iter().map(|one| text(one, "language"));
    assert_eq!(missing.collect::<Vec<_>>(), ["uz", "uz", "uz", "sr", "sr", "sr"]);
}

#[test]
fn a_proposal_is_the_same_bytes_with_any_number_of_threads() {
    let place = Place::new();
    let once = rolled_out(&place, &request(), &["--json", "--threads", "1", "--apply", "one.json"]);
    let twice = rolled_out(&place, &request(), &["--json", "--threads", "2", "--apply", "two.json"]);
    assert_eq!((once.code, &once.out), (0, &twice.out));
    assert_eq!(
        fs::read(place.path("one.json")).unwrap(),
        fs::read(place.path("two.json")).unwrap()
    );
}

#[test]
fn the_tables_speak_every_language() {
    let place = Place::new();
    for (language, word) in [
        ("en", "licence to ask for"),
        ("kk", "сұралатын лицензия"),
        ("ru", "нужна лицензия"),
        ("zh", "需申请的授权"),
    ] {
        let told = rolled_out(&place, &request(), &["--lang", language]);
        assert_eq!(told.code, 0, "{}", told.err);
        for wanted in [word, "danube.rs", "volga-1820", "quotes/3/9"] {
            assert!(told.out.contains(wanted), "{language} {wanted}: {}", told.out);
        }
        for unsaid in ["cli-", "finding-"] {
            assert!(
                !told.out.contains(unsaid) && !told.err.contains(unsaid),
                "{language}: {}{}",
                told.out,
                told.err
            );
        }
    }
}

#[test]
fn a_sample_station_file_can_be_asked_too() {
    let place = Place::new();
    place.arna_with(["import", "station", station().to_str().unwrap(), "s.arna"]);
    let from_file = place.arna(&format!("rollout s.arna {} --json", request().display()));
    assert_eq!(
        (from_file.code, from_file.out),
        (0, rolled_out(&place, &request(), &["--json"]).out)
    );
}

#[test]
fn what_cannot_be_done_is_said_and_the_rest_is_done() {
    let place = Place::new();
    let short = fs::read_to_string(request())
        .unwrap()
        .replace("2025-04-27", "2025-03-27");
    fs::write(place.path("short.json"), short).unwrap();
    let told = rolled_out(&place, &place.path("short.json"), &["--apply", "out.json"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(
        told.out.contains("volga.ru") && told.out.contains("of 10 episodes find a date"),
        "{}",
        told.out
    );
    assert_eq!(place.arna("info out.json").code, 0);
}

#[test]
fn requests_are_refused_at_the_place_that_is_wrong() {
    let place = Place::new();
    let whole = fs::read_to_string(request()).unwrap();
    for (old, new, said) in [
        ("arna-rollout/1", "arna-plan/1", &["format", "arna-rollout/1"][..]),
        (
            "\"languages\": [\"zh\"]",
            "\"language\": \"zh\"",
            &["8:", "targets[0]", "language", "languages"],
        ),
        ("cctv4.cn", "nobody", &["targets[0].channel", "nobody"]),
        ("quotes/3", "quotes/9", &["seasons[0]", "quotes/9"]),
        ("khabar.kz", "cctv4.cn", &["targets[1].channel", "cctv4.cn", "twice"]),
        ("2025-04-13", "2025-03-01", &["targets[0].until", "2025-03-01"]),
        (
            "[\"19:00\", \"22:00\"]",
            "[\"22:00\", \"19:00\"]",
            &["targets[0].hours", "19:00"],
        ),
        (
            "[\"19:00\", \"22:00\"]",
            "[\"01:00\", \"03:00\"]",
            &["targets[0].hours", "06:00"],
        ),
        ("\"weight\": 5", "\"weight\": 6", &["targets[0].weight", "6"]),
        ("[\"quotes/3\"]", "[]", &["seasons", "At least one"]),
        ("2025-05-11", "2125-05-11", &["targets", "2125-05-11", "3653"]),
    ] {
        assert!(whole.contains(old), "{old}");
        fs::write(place.path("bad.json"), whole.replacen(old, new, 1)).unwrap();
        let told = rolled_out(&place, &place.path("bad.json"), &["--apply", "out.json"]);
        assert_eq!(told.code, 2, "{new}: {}", told.out);
        for word in said.iter().chain(&["bad.json", "what to do"]) {
            assert!(told.err.contains(word), "{new}: no {word:?} in {}", told.err);
        }
        assert!(!place.path("out.json").exists(), "{new}");
    }
    let told = rolled_out(&place, &request(), &["--apply", "nowhere/out.json"]);
    assert_eq!(told.code, 2);
    assert!(told.err.contains("nowhere/out.json"), "{}", told.err);
    let told = place.arna(&format!("rollout none.json {}", request().display()));
    assert!(told.code == 2 && told.err.contains("none.json"), "{}", told.err);
}
