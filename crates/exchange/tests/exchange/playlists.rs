//! Playlists, summed as playout would play them.

use arna_domain::occasion::Media;
use arna_domain::time::HOUR;
use arna_domain::{BroadcastDate, Instant, MediaId, Origin, Station};
use arna_exchange::listing::Listing;
use arna_exchange::playout::{self, Day, Naming, Stock};
use arna_exchange::received::{Received, ReceivedAiring};
use proptest::prelude::*;
use serde_json::Value;

use crate::fixture::{self, ParseDate as _};

/// A station with a file for every version.
pub fn with_files(mut station: Station) -> Station {
    let mut media = Vec::new();
    let versions = station
        .programmes
        .iter_mut()
        .flat_map(|programme| &mut programme.seasons)
        .flat_map(|season| &mut season.episodes)
        .flat_map(|episode| &mut episode.versions);
    for version in versions {
        let id = MediaId::new(format!("file-of-{}", version.id));
        version.media = Some(id.clone());
        media.push(Media {
            id,
            file: format!("/media/{}.mxf", version.id),
            duration_ms: None,
            sha256: None,
        });
    }
    station.media = media;
    station
}

pub fn stock(station: &Station) -> Vec<Stock> {
    playout::stock(
        station,
        &fixture::index(station),
        &arna_domain::Language::parse("kk").unwrap(),
        &Naming::default(),
    )
}

/// The fixture with a file for every version.
fn station() -> Station {
    with_files(fixture::station())
}

/// A day with the one before it, as a playlist wants to know.
fn listing(station: &Station, channel: &str, date: &str) -> Listing {
    let before = date.parse_date().plus_days(-1).to_string();
    fixture::listed(station, channel, &before, 2, "kk")
}

fn day(station: &Station, channel: &str, date: &str) -> Day {
    playout::day(
        &listing(station, channel, date),
        &stock(station),
        &Naming::default(),
        date.parse_date(),
    )
    .unwrap()
}

pub fn json(day: &Day) -> Value {
    let mut text = Vec::new();
    playout::write_json(day, &mut text).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn ms(value: &Value) -> i64 {
    (value.as_f64().unwrap() * 1_000.0).round() as i64
}

/// When each entry plays, in milliseconds since the day began, with its title.
pub fn played(list: &Value) -> Vec<(i64, i64, String)> {
    let mut at = 0;
    let program = list["program"].as_array().unwrap();
    program
        .iter()
        .map(|entry| {
            let (from, until, lasts) = (ms(&entry["in"]), ms(&entry["out"]), ms(&entry["duration"]));
            assert!(0 <= from && from < until && until <= lasts, "{entry}");
            let start = at;
            at += until - from;
            (start, at, entry["title"].as_str().unwrap_or_default().to_owned())
        })
        .collect()
}

fn length(list: &Value) -> i64 {
    played(list).last().map_or(0, |last| last.1)
}

#[test]
fn a_day_is_filled_to_its_last_millisecond_whatever_the_clock_does() {
    let station = station();
    for (channel, date, hours) in [
        ("khabar.kz", "2024-07-01", 24),
        ("welle.de", "2024-10-26", 25),
        ("welle.de", "2024-03-30", 23),
        // Almaty left UTC+6 on 1 March 2024.
        ("khabar.kz", "2024-02-29", 25),
    ] {
        let list = json(&day(&station, channel, date));
        assert_eq!(length(&list), hours * HOUR, "{channel} {date}");
        assert_eq!(
            (list["channel"].as_str(), list["date"].as_str()),
            (Some(channel), Some(date))
        );
    }
}

#[test]
fn airings_play_when_they_are_scheduled() {
    let station = station();
    let listing = fixture::listed(&station, "khabar.kz", "2024-07-01", 1, "kk");
    let day = day(&station, "khabar.kz", "2024-07-01");
    let (from, _) = listing.clock.day("2024-07-01".parse_date());
    let played = played(&json(&day));
    for airing in listing.airings.iter().filter(|one| one.media.is_some()) {
        let wanted = (airing.start - from, airing.end - from, airing.title().to_owned());
        assert!(played.contains(&wanted), "{wanted:?}");
    }
    // The news are live: fillers lie beneath them, under their name.
    let live = played.iter().filter(|one| one.2 == "Жаңалықтар");
    assert_eq!(live.map(|one| one.1 - one.0).sum::<i64>(), HOUR / 2);
    let codes: Vec<_> = day.findings.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["playout_hold"]);
}

#[test]
fn what_has_no_file_is_filled_and_found() {
    let mut station = station();
    station.programmes[0].seasons[0].episodes[0].versions[0].media = None;
    let day = day(&station, "khabar.kz", "2024-07-01");
    let missing: Vec<_> = day
        .findings
        .iter()
        .filter(|one| one.code == "playout_no_file")
        .collect();
    assert_eq!(missing.len(), 2);
    assert_eq!(missing[0].place.start.as_deref(), Some("2024-07-01T21:00:00+05:00"));
    assert_eq!(length(&json(&day)), 24 * HOUR);
}

#[test]
fn files_that_the_station_does_not_know_can_be_called_by_a_pattern() {
    let mut station = station();
    station.media.clear();
    for programme in &mut station.programmes {
        for episode in programme.seasons.iter_mut().flat_map(|season| &mut season.episodes) {
            episode.versions.iter_mut().for_each(|version| version.media = None);
        }
    }
    let naming = Naming(Some("/play/{house}.mxf".to_owned()));
    let language = arna_domain::Language::parse("kk").unwrap();
    let stock = playout::stock(&station, &fixture::index(&station), &language, &naming);
    let day = playout::day(
        &listing(&station, "khabar.kz", "2024-07-01"),
        &stock,
        &naming,
        "2024-07-01".parse_date(),
    )
    .unwrap();
    let files: std::collections::BTreeSet<_> = day.program.iter().map(|one| one.source.as_str()).collect();
    let wanted = [
        "/play/CD-0101-KK.mxf",
        "/play/ident-10.mxf",
        "/play/quotes-promo.kk.mxf",
    ];
    assert_eq!(files.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn without_a_filler_a_hole_is_refused() {
    let mut station = station();
    station.fillers.clear();
    let error = playout::day(
        &listing(&station, "khabar.kz", "2024-07-01"),
        &stock(&station),
        &Naming::default(),
        "2024-07-01".parse_date(),
    );
    assert_eq!(error.unwrap_err().code(), "no_filler_file");
}

#[test]
fn what_runs_over_goes_on_in_the_next_days_list() {
    let mut station = station();
    let last = station
        .schedule
        .iter_mut()
        .find(|one| one.start.to_string() == "2024-10-27T04:30:00Z")
        .unwrap();
    last.start = last.start + 15 * 60_000;
    last.end = last.end + 15 * 60_000;
    station.schedule.retain(|one| one.date != "2024-10-27".parse_date());
    let (first, second) = (
        day(&station, "welle.de", "2024-10-26"),
        day(&station, "welle.de", "2024-10-27"),
    );
    let (cut, rest) = (first.program.last().unwrap(), &second.program[0]);
    assert_eq!((cut.from_ms, cut.until_ms), (0, 900_000));
    assert_eq!((rest.from_ms, rest.until_ms), (900_000, 1_800_000));
    assert_eq!(cut.source, rest.source);
}

#[test]
fn an_m3u_says_the_same_seconds() {
    let day = day(&station(), "welle.de", "2024-10-26");
    let mut text = Vec::new();
    playout::write_m3u(&day, &mut text).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.starts_with("#EXTM3U\n#PLAYLIST:welle.de 2024-10-26\n"), "{text}");
    let seconds = text.lines().filter_map(|line| line.strip_prefix("#EXTINF:"));
    let sum: i64 = seconds
        .map(|line| (line.split(',').next().unwrap().parse::<f64>().unwrap() * 1_000.0).round() as i64)
        .sum();
    assert_eq!(sum, 25 * HOUR);
    let files = text.lines().filter(|line| !line.starts_with('#'));
    assert!(files.eq(day.program.iter().map(|entry| entry.source.as_str())));
    assert_eq!(
        text.matches("stop-time").count(),
        day.program.iter().filter(|one| one.until_ms < one.duration_ms).count()
    );
}

#[test]
fn a_list_lies_where_ffplayout_looks() {
    let date: BroadcastDate = "2024-07-01".parse_date();
    assert_eq!(
        playout::place("khabar.kz", date, "json").as_deref(),
        Some("khabar.kz/2024/07/2024-07-01.json")
    );
    for bad in [
        "../../x",
        "/etc/x",
        "a/b",
        "..",
        "C:x",
        ".x",
        "a\\b",
        "x\u{0}",
        "x\n",
        "\u{202e}x",
        "",
    ] {
        assert_eq!(playout::place(bad, date, "json"), None, "{bad}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_schedule_fills_any_day(
        moves in prop::collection::vec((0_i64..172_800_000, 1_i64..20_000_000, 1_000_i64..20_000_000), 1..14),
        which in prop::sample::select(vec![("welle.de", "2024-10-26"), ("welle.de", "2024-03-30"), ("khabar.kz", "2024-07-01")]),
    ) {
        let station = station();
        let mut listing = listing(&station, which.0, which.1);
        let mut all = fixture::listed(&station, "welle.de", "2024-10-26", 2, "kk").airings;
        all.extend(fixture::listed(&station, "khabar.kz", "2024-07-01", 3, "kk").airings);
        let date = which.1.parse_date();
        let (from, until) = listing.clock.day(date.plus_days(-1));
        listing.airings = moves.iter().zip(all.into_iter().cycle()).map(|(&(at, lasts, file), mut airing)| {
            airing.start = from + at;
            airing.end = airing.start + lasts;
            airing.date = listing.clock.broadcast_date(airing.start);
            if let Some(media) = &mut airing.media {
                media.duration_ms = file;
            }
            airing
        }).collect();
        listing.airings.sort_by_key(|one| (one.start, one.end));
        let _ = until;
        let day = playout::day(&listing, &stock(&station), &Naming::default(), date).unwrap();
        let (from, until) = listing.clock.day(date);
        prop_assert_eq!(length(&json(&day)), until - from);
    }
}

fn received(texts: &[&str], channel: &str) -> Received {
    let clock = listing(&station(), channel, "2024-07-01").clock;
    let lists = texts.iter().map(|text| playout::read::read(text.as_bytes()).unwrap());
    playout::read::received(lists.collect(), &clock)
}

fn placed(received: &Received) -> Vec<(String, String, String)> {
    let one = |one: &ReceivedAiring| (one.start.to_string(), one.end.to_string(), one.title().to_owned());
    received.airings.iter().map(one).collect()
}

#[test]
fn a_list_is_placed_by_its_order_from_the_beginning_of_the_day_on() {
    let list = r#"{"channel": "Хабар", "date": "2024-07-01", "extra": true, "program": [
        {"in": 0, "out": 1800.5, "duration": 1800.5, "source": "/media/XQ-0301-KK.mxf", "category": "", "volume": 0.5},
        {"in": 0, "out": 60, "duration": 300, "source": "peaks.mxf", "title": "Peaks", "category": "filler"},
        {"in": 600, "out": 1200, "duration": 3600, "source": "/media/second-part.mxf", "title": "Second part"},
        {"in": 1200, "out": 1500, "duration": 3600, "source": "/media/second-part.mxf", "title": "Second part"},
        {"in": 0, "out": 30, "duration": 30, "source": "a.mxf", "title": "News", "category": "hold"},
        {"in": 0, "out": 20, "duration": 30, "source": "b.mxf", "title": "News", "category": "hold"}
    ]}"#;
    let received = received(&[list], "khabar.kz");
    let told = [
        ("2024-07-01T01:00:00.000Z", "2024-07-01T01:30:00.500Z", "XQ-0301-KK.mxf"),
        ("2024-07-01T01:30:00.500Z", "2024-07-01T01:31:00.500Z", "Peaks"),
        ("2024-07-01T01:31:00.500Z", "2024-07-01T01:46:00.500Z", "Second part"),
        ("2024-07-01T01:46:00.500Z", "2024-07-01T01:46:50.500Z", "News"),
    ];
    let told = told.map(|(start, end, title)| (start, end, title.to_owned()));
    let instant = |text: &str| Instant::parse(text).unwrap().to_string();
    let told = told.map(|(start, end, title)| (instant(start), instant(end), title));
    assert_eq!(placed(&received), told);
    assert_eq!(received.airings[2].at.shown(), "2024-07-01 program[2]");
    let origins = received.airings.iter().map(|one| one.origin);
    assert_eq!(
        origins.collect::<Vec<_>>(),
        [None, Some(Origin::Filler), None, Some(Origin::Hold)]
    );
    let [remark] = received.remarks.as_slice() else {
        panic!("{:?}", received.remarks)
    };
    assert_eq!(
        (remark.code, remark.values["seconds"].as_i64()),
        ("playlist_length", Some(2_810))
    );
}

#[test]
fn what_runs_over_the_end_of_a_day_is_one_airing_of_two_lists() {
    let first = r#"{"date": "2024-07-01", "program": [{"in": 0, "out": 86300, "duration": 86300, "source": "a.mxf"},
        {"in": 0, "out": 100, "duration": 900, "source": "film.mxf"}]}"#;
    let second = r#"{"date": "2024-07-02", "program": [{"in": 100, "out": 900, "duration": 900, "source": "film.mxf"},
        {"in": 0, "out": 85600, "duration": 85600, "source": "b.mxf"}]}"#;
    let ends = |received: &Received, number: usize| {
        let one = &received.airings[number];
        (one.title().to_owned(), (one.end - one.start) / 1_000)
    };
    // Whatever their order.
    let both = received(&[second, first], "khabar.kz");
    assert_eq!(both.airings.len(), 3);
    assert_eq!(ends(&both, 1), ("film.mxf".to_owned(), 900));
    assert_eq!(both.remarks, []);
    let alone = received(&[second], "khabar.kz");
    assert_eq!(ends(&alone, 0), ("film.mxf".to_owned(), 900));
    assert_eq!(
        alone.airings[0].date,
        Some("2024-07-01".parse_date()),
        "it began the day before"
    );
    let twice = received(&[first, first], "khabar.kz");
    assert_eq!((twice.airings.len(), twice.remarks[0].code), (2, "playlist_twice"));
}

#[test]
fn what_is_no_list_is_refused_with_its_place() {
    for (text, path, code) in [
        ("[]", "", "wrong_type"),
        (r#"{"program": []}"#, "", "missing_field"),
        (r#"{"date": "2024-02-30", "program": []}"#, "date", "bad_date"),
        (
            r#"{"date": "2024-07-01", "program": [{"out": 1, "source": "a"}]}"#,
            "program[0]",
            "missing_field",
        ),
        (
            r#"{"date": "2024-07-01", "program": [{"in": "0", "out": 1, "source": "a"}]}"#,
            "program[0].in",
            "wrong_type",
        ),
        (
            r#"{"date": "2024-07-01", "program": [{"in": 0, "in": 1, "out": 1, "source": "a"}]}"#,
            "program[0]",
            "duplicate_key",
        ),
    ] {
        let error = playout::read::read(text.as_bytes()).unwrap_err();
        assert_eq!((error.path.as_str(), error.code), (path, code), "{text}");
    }
    for (from, until) in [("5", "5"), ("9", "5"), ("-1", "5"), ("0", "1e300"), ("0", "0.0001")] {
        let text =
            format!(r#"{{"date": "2024-07-01", "program": [{{"in": {from}, "out": {until}, "source": "a.mxf"}}]}}"#);
        let received = received(&[&text], "khabar.kz");
        assert_eq!(received.airings, [], "{text}");
        assert_eq!(received.remarks[0].code, "bad_entry", "{text}");
    }
}
