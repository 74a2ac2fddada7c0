//! Reports, with figures reckoned by hand, and laws that hold of any schedule.

use arna_app::report::{self, Asked, By, Cell, File, Holds, Kind, Report, Words};
use arna_domain::{Airing, BroadcastDate, DateRange, GridTime, Index, Language, Station, Zones};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Two channels: A in Almaty, B in Belgrade. One season of two episodes in Kazakh and Russian, 30 minutes each, made by two partners; a
/// promo of a minute. Each airing is written as `channel start version[ origin][ licence]`.
fn station(airings: &[&str]) -> Station {
    let version = |episode: u32, language: &str| json!({"id": format!("film/{episode}.{language}"), "language": language, "duration_ms": 1_800_000});
    let episode = |number: u32, place: &[&str]| {
        json!({"id": format!("film/{number}"), "number": number, "title": {"en": format!("Part {number}")}, "places": place,
            "versions": [version(number, "kk"), version(number, "ru")]})
    };
    let document = json!({
        "format": "arna-station/1",
        "channels": [
            {"id": "a.kz", "name": "A", "tz": "Asia/Almaty", "day_start": "06:00", "territory": "KZ",
                "quotas": [{"language": "kk", "min_share_pct": 40}]},
            {"id": "b.rs", "name": "B", "tz": "Europe/Belgrade", "day_start": "06:00"}
        ],
        "programmes": [
            {"id": "film", "kind": "documentary", "title": {"en": "Film"}, "partners": ["one", "two"], "seasons": [
                {"id": "film/s1", "number": 1, "occasion": "visit",
                    "episodes": [episode(1, &["almaty", "lake"]), episode(2, &["almaty"])]}]},
            {"id": "promo", "kind": "promo", "title": {"en": "Promo"}, "seasons": [{"id": "promo/s", "number": 1, "episodes": [
                {"id": "promo/e", "number": 1, "versions": [{"id": "promo.kk", "language": "kk", "duration_ms": 60_000}]}]}]}
        ],
        "licences": [
            {"id": "kz", "programme": "film", "channels": ["a.kz"], "from": "2024-01-01", "until": "2025-01-10", "max_runs": 2,
                "rerun_hours": 24},
            {"id": "rs", "programme": "film", "channels": ["b.rs"], "from": "2024-01-01", "until": "2026-12-31"}
        ],
        "slots": [],
        "campaigns": [{"id": "campaign", "version": "promo.kk", "channels": ["a.kz"], "from": "2025-01-02", "until": "2025-01-05",
            "per_day": 3, "min_gap_min": 10, "hours": ["06:00", "24:00"]}],
        "history": [{"channel": "b.rs", "start": "2024-12-01T20:00:00+01:00", "version": "film/2.ru"}],
        "occasions": [{"id": "visit", "name": {"en": "Visit"}, "from": "2025-01-01", "until": "2025-01-02"}],
        "places": [{"id": "almaty", "name": {"en": "Almaty"}}, {"id": "lake", "name": {"en": "Lake"}}],
        "partners": [{"id": "one", "name": {"en": "One"}}, {"id": "two", "name": {"en": "Two"}}]
    });
    let mut station: Station = serde_json::from_value(document).unwrap();
    station.schedule = all(&station, airings);
    station
}

/// Airings of lines; their broadcast dates are those of the channels' clocks.
fn all(station: &Station, lines: &[&str]) -> Vec<Airing> {
    let index = index(station);
    let mut airings: Vec<Airing> = lines
        .iter()
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let version = index.version(words[2]).unwrap();
            let clock = &index.channels[index.channel(words[0]).unwrap().at()].clock;
            let start = arna_domain::Instant::parse(words[1]).unwrap();
            let mut airing = json!({
                "channel": words[0], "date": clock.broadcast_date(start), "start": start, "version": words[2],
                "end": start + index.versions[version.at()].duration_ms, "origin": words.get(3).unwrap_or(&"pin")
            });
            if let Some(licence) = words.get(4) {
                airing["licence"] = json!(licence);
            }
            serde_json::from_value(airing).unwrap()
        })
        .collect();
    airings.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
    airings
}

fn index(station: &Station) -> Index {
    Index::of(station, &Zones::bundled()).unwrap()
}

fn range(from: &str, days: u32) -> DateRange {
    DateRange::new(BroadcastDate::parse(from).unwrap(), days).unwrap()
}

fn asked(kind: Kind, range: DateRange, language: &Language) -> Asked<'_> {
    Asked {
        kind,
        range,
        channels: &[],
        language,
        prime: None,
        published: &[],
    }
}

fn made(station: &Station, kind: Kind, range: DateRange) -> Report {
    let language = Language::parse("en").unwrap();
    report::report(station, &index(station), &asked(kind, range, &language)).unwrap()
}

/// The rows as text, some columns only: `A 2 1:00:00`.
fn rows(report: &Report, columns: &[&str]) -> Vec<String> {
    report.table.rows.iter().map(|row| line(report, row, columns)).collect()
}

fn line(report: &Report, row: &[Cell], columns: &[&str]) -> String {
    let words = Words {
        decimal: ".".to_owned(),
        ..Words::default()
    };
    let told = columns.iter().map(|name| {
        let at = report.table.columns.iter().position(|column| column.name == *name);
        row[at.unwrap_or_else(|| panic!("no column {name}"))].told(&words)
    });
    told.collect::<Vec<_>>().join(" ").replace(" %", "%")
}

#[test]
fn reach_counts_airings_hours_and_prime_time_by_the_broadcast_date() {
    let station = station(&[
        // In prime time from its start, and half of it before the end.
        "a.kz 2025-01-02T22:45:00+05:00 film/1.kk",
        // Half of it in prime time, which it does not start in.
        "a.kz 2025-01-02T18:45:00+05:00 film/2.kk",
        // 25:30 of the same broadcast date.
        "a.kz 2025-01-03T01:30:00+05:00 film/1.ru repeat",
        // The next broadcast date.
        "a.kz 2025-01-03T06:00:00+05:00 film/1.kk repeat",
        "b.rs 2025-01-02T19:00:00+01:00 film/1.ru",
        "a.kz 2025-01-02T19:15:00+05:00 promo.kk promo",
    ]);
    let columns = [
        "airings",
        "on_air",
        "prime_airings",
        "prime_on_air",
        "prime_share",
        "premieres",
        "first_runs",
        "repeats",
    ];
    let report = made(&station, Kind::Reach(By::Channel), range("2025-01-02", 1));
    let mut with_name = vec!["channel"];
    with_name.extend(columns);
    assert_eq!(
        rows(&report, &with_name),
        [
            // Part 2 is a first run on A: B showed it in December. Part 1 premieres on A at 17:45 UTC, an hour before B.
            "A 3 1:30:00 1 0:30:00 33.3% 1 1 1",
            "B 1 0:30:00 1 0:30:00 100.0% 0 1 0",
        ]
    );
    assert_eq!(
        line(&report, &report.table.totals, &columns),
        "4 2:00:00 2 1:00:00 50.0% 1 2 1"
    );
    // Part 1 shows both places, part 2 one of them; the total counts each airing once.
    let places = made(&station, Kind::Reach(By::Place), range("2025-01-02", 1));
    assert_eq!(
        rows(&places, &["place", "airings", "episodes", "spoken"]),
        ["Almaty 4 2 kk, ru", "Lake 3 1 kk, ru"]
    );
    assert_eq!(line(&places, &places.table.totals, &["airings"]), "4");
    let seasons = made(&station, Kind::Reach(By::Season), range("2025-01-01", 4));
    assert_eq!(
        rows(&seasons, &["programme", "season", "airings", "channels"]),
        ["Film 1 5 2"]
    );
    let occasions = made(&station, Kind::Reach(By::Occasion), range("2025-01-02", 1));
    assert_eq!(rows(&occasions, &["occasion", "airings"]), ["Visit 4"]);
    let hours = made(&station, Kind::Reach(By::PrimeTime), range("2025-01-02", 1));
    assert_eq!(
        rows(&hours, &["hours", "airings", "on_air"]),
        ["prime 2 1:00:00", "other 2 1:00:00"]
    );
}

#[test]
fn prime_time_is_by_the_clock_on_a_day_on_which_it_changes() {
    // On 30 March 2025 Belgrade's clock goes from 02:00 to 03:00: 25:00 to 28:00 of the 29th are two hours.
    let station = station(&[
        "b.rs 2025-03-30T01:30:00+01:00 film/1.kk",
        "b.rs 2025-03-30T03:00:00+02:00 film/2.kk",
        "b.rs 2025-03-30T04:00:00+02:00 film/1.ru",
    ]);
    let language = Language::parse("en").unwrap();
    let time = |text| GridTime::parse(text).unwrap();
    let asked = Asked {
        prime: Some((time("25:00"), time("28:00"))),
        ..asked(Kind::Reach(By::Channel), range("2025-03-29", 1), &language)
    };
    let report = report::report(&station, &index(&station), &asked).unwrap();
    assert_eq!(
        rows(&report, &["airings", "on_air", "prime_airings", "prime_on_air"]),
        ["3 1:30:00 2 1:00:00"]
    );
    let backwards = Asked {
        prime: Some((time("23:00"), time("19:00"))),
        ..asked
    };
    let refused = report::report(&station, &index(&station), &backwards).unwrap_err();
    assert_eq!(refused.code, "prime_time");
}

#[test]
fn what_history_alone_tells_counts_too_and_what_both_tell_counts_once() {
    let mut station = station(&["b.rs 2025-01-02T19:00:00+01:00 film/1.ru"]);
    let aired: Vec<Value> = vec![
        json!({"channel": "b.rs", "start": "2025-01-02T19:00:00+01:00", "version": "film/1.ru"}),
        json!({"channel": "b.rs", "start": "2025-01-02T20:00:00+01:00", "version": "film/2.ru", "repeat": true}),
    ];
    station
        .history
        .extend(aired.into_iter().map(|one| serde_json::from_value(one).unwrap()));
    let report = made(&station, Kind::Reach(By::Programme), range("2025-01-02", 1));
    assert_eq!(
        rows(&report, &["airings", "on_air", "first_runs", "premieres", "repeats"]),
        ["2 1:00:00 0 1 1"]
    );
}

#[test]
fn quotas_are_counted_by_the_week_beside_the_step_of_the_law() {
    let station = station(&[
        // Sunday 5 January, its broadcast day running on into Monday's calendar date: half in Kazakh.
        "a.kz 2025-01-05T20:00:00+05:00 film/1.kk",
        "a.kz 2025-01-06T05:00:00+05:00 film/2.ru",
        // Monday 6 January: a third in Kazakh.
        "a.kz 2025-01-06T06:00:00+05:00 film/2.kk",
        "a.kz 2025-01-06T20:00:00+05:00 film/1.ru",
        "a.kz 2025-01-07T20:00:00+05:00 film/2.ru",
    ]);
    // Asked from Sunday to Monday: both weeks are whole.
    let report = made(&station, Kind::Quota, range("2025-01-05", 2));
    assert_eq!(report.range, range("2024-12-30", 14));
    let columns = [
        "channel",
        "week",
        "language",
        "spoken_on_air",
        "counted",
        "share",
        "asked",
        "law",
        "missing",
        "state",
    ];
    assert_eq!(
        rows(&report, &columns),
        [
            "A 2024-12-30 kk 0:30:00 1:00:00 50.0% 40.0% 50.0% 0:00:00 kept",
            "A 2024-12-30 ru 0:30:00 1:00:00 50.0%    ",
            // From 2025 on the law asks for 55 %: of 90 minutes 49.5, begun ones count, and 30 are there.
            "A 2025-01-06 kk 0:30:00 1:30:00 33.3% 40.0% 55.0% 0:20:00 missed",
            "A 2025-01-06 ru 1:00:00 1:30:00 66.7%    ",
        ]
    );
}

#[test]
fn licences_tell_runs_and_what_ends_unused() {
    let station = station(&[
        "a.kz 2025-01-02T20:00:00+05:00 film/1.kk pin kz",
        // Within 24 hours: the same run.
        "a.kz 2025-01-03T19:00:00+05:00 film/1.ru repeat kz",
        "a.kz 2025-01-05T20:00:00+05:00 film/1.kk pin kz",
        "b.rs 2025-01-05T20:00:00+01:00 film/2.ru pin rs",
    ]);
    let columns = [
        "licence",
        "days_left",
        "charged",
        "runs_taken",
        "runs_of",
        "runs_left",
        "used",
        "never_shown",
        "state",
    ];
    let ends = made(&station, Kind::Licences, range("2025-01-06", 5));
    assert_eq!(
        rows(&ends, &columns),
        [
            "kz 5 3 2 4 2 50.0% 1 ends_unused",
            "rs 725 2 2 unlimited unlimited  1 goes_on"
        ]
    );
    let goes_on = made(&station, Kind::Licences, range("2025-01-06", 4));
    assert_eq!(rows(&goes_on, &["licence", "state"]), ["kz goes_on", "rs goes_on"]);
    assert_eq!(
        rows(&made(&station, Kind::Licences, range("2025-01-11", 4)), &["licence"]),
        ["rs"]
    );
}

#[test]
fn the_partners_sheet_tells_each_partner_what_aired_where_in_which_language() {
    let station = station(&[
        "a.kz 2025-01-02T20:00:00+05:00 film/1.kk",
        "a.kz 2025-01-04T20:00:00+05:00 film/1.kk",
        "b.rs 2025-01-03T10:00:00+01:00 film/1.ru",
    ]);
    let report = made(&station, Kind::Partners, range("2025-01-02", 3));
    let columns = [
        "partner",
        "episode",
        "channel",
        "language",
        "airings",
        "on_air",
        "prime_airings",
        "first_date",
        "last_date",
    ];
    assert_eq!(
        rows(&report, &columns),
        [
            "One Part 1 A kk 2 1:00:00 2 2025-01-02 2025-01-04",
            "One Part 1 B ru 1 0:30:00 0 2025-01-03 2025-01-03",
            "Two Part 1 A kk 2 1:00:00 2 2025-01-02 2025-01-04",
            "Two Part 1 B ru 1 0:30:00 0 2025-01-03 2025-01-03",
        ]
    );
    assert_eq!(line(&report, &report.table.totals, &["airings", "on_air"]), "3 1:30:00");
}

#[test]
fn premieres_are_first_anywhere_on_a_channel_or_in_a_language() {
    let station = station(&[
        "a.kz 2025-01-02T20:00:00+05:00 film/1.kk",
        "a.kz 2025-01-03T01:30:00+05:00 film/1.ru repeat",
        "a.kz 2025-01-03T20:00:00+05:00 film/1.ru repeat",
        "a.kz 2025-01-04T20:00:00+05:00 film/2.kk",
        "b.rs 2025-01-02T20:00:00+01:00 film/1.ru",
    ]);
    let report = made(&station, Kind::Premieres, range("2025-01-02", 3));
    assert_eq!(
        rows(&report, &["date", "start", "channel", "episode", "language", "what"]),
        [
            "2025-01-02 20:00:00 A Part 1 kk premiere",
            "2025-01-02 20:00:00 B Part 1 ru first_on_channel",
            // 19:00 UTC in Belgrade is before 20:30 UTC in Almaty.
            "2025-01-02 25:30:00 A Part 1 ru first_in_language",
            "2025-01-04 20:00:00 A Part 2 kk first_on_channel",
        ]
    );
}

#[test]
fn promos_are_told_by_day_against_what_the_campaign_may_have() {
    let station = station(&[
        "a.kz 2025-01-02T10:00:00+05:00 promo.kk promo",
        "a.kz 2025-01-02T12:00:00+05:00 promo.kk promo",
        // After midnight, still of the 2nd.
        "a.kz 2025-01-03T00:30:00+05:00 promo.kk promo",
        "a.kz 2025-01-03T12:00:00+05:00 promo.kk promo",
        // Outside the campaign.
        "a.kz 2025-01-06T12:00:00+05:00 promo.kk promo",
    ]);
    let report = made(&station, Kind::Promos, range("2025-01-01", 4));
    let columns = [
        "campaign",
        "channel",
        "date",
        "wanted",
        "delivered",
        "short",
        "delivered_share",
    ];
    assert_eq!(
        rows(&report, &columns),
        [
            "campaign A 2025-01-02 3 3 0 100.0%",
            "campaign A 2025-01-03 3 1 2 33.3%",
            "campaign A 2025-01-04 3 0 3 0.0%",
        ]
    );
    assert_eq!(
        line(
            &report,
            &report.table.totals,
            &["wanted", "delivered", "short", "delivered_share"]
        ),
        "9 4 5 44.4%"
    );
}

#[test]
fn what_aired_is_laid_beside_what_was_published() {
    let mut station = station(&[]);
    let published = all(
        &station,
        &[
            "a.kz 2025-01-02T18:00:00+05:00 film/1.kk",
            "a.kz 2025-01-02T20:00:00+05:00 film/2.kk",
            "a.kz 2025-01-02T22:00:00+05:00 film/1.ru",
            "a.kz 2025-01-02T23:00:00+05:00 film/2.ru",
            "a.kz 2025-01-03T20:00:00+05:00 film/1.kk",
        ],
    );
    let aired = [
        ("a.kz", "2025-01-02T18:00:59+05:00", "film/1.kk"),
        // An hour and a half late, and in another language; the last did not air.
        ("a.kz", "2025-01-02T21:30:00+05:00", "film/2.kk"),
        ("a.kz", "2025-01-02T22:10:00+05:00", "film/1.kk"),
        ("a.kz", "2025-01-02T22:50:00+05:00", "film/1.kk"),
        ("b.rs", "2025-01-02T20:00:00+01:00", "film/1.ru"),
    ];
    for (channel, start, version) in aired {
        let one = json!({"channel": channel, "start": start, "version": version});
        station.history.push(serde_json::from_value(one).unwrap());
    }
    let language = Language::parse("en").unwrap();
    let asked = Asked {
        published: &published,
        ..asked(Kind::Aired, range("2025-01-02", 3), &language)
    };
    let report = report::report(&station, &index(&station), &asked).unwrap();
    let columns = [
        "channel",
        "date",
        "planned",
        "as_planned",
        "on_time",
        "late",
        "early",
        "latest",
        "other_version",
        "not_aired",
        "extra",
        "aired_share",
        "state",
    ];
    assert_eq!(
        rows(&report, &columns),
        [
            "A 2025-01-02 4 2 1 1 0 1:30:00 1 1 1 75.0% told",
            "A 2025-01-03 1          not_told",
            "B 2025-01-02           not_published",
        ]
    );
    assert_eq!(
        line(&report, &report.table.totals, &["planned", "not_aired", "extra"]),
        "4 1 1"
    );
}

#[test]
fn an_empty_station_has_reports_without_rows() {
    for kind in Kind::ALL {
        let report = made(&Station::default(), kind, range("2025-01-01", 7));
        assert!(report.table.rows.is_empty(), "{}", kind.as_str());
        assert!(report.table.totals.is_empty() || report.table.totals.len() == report.table.columns.len());
        assert_eq!(Kind::parse(kind.as_str()), Some(kind));
    }
}

#[test]
fn a_channel_that_nobody_has_is_refused() {
    let language = Language::parse("en").unwrap();
    let asked = Asked {
        channels: &["c.xx".to_owned()],
        ..asked(Kind::Quota, range("2025-01-01", 7), &language)
    };
    let station = station(&[]);
    let refused = report::report(&station, &index(&station), &asked).unwrap_err();
    assert_eq!(refused.code, "unknown_channel");
}

/// Any schedule of both channels: programmes at different minutes of some January days.
fn any_schedule() -> impl Strategy<Value = Vec<String>> {
    let versions = prop::sample::select(vec!["film/1.kk", "film/1.ru", "film/2.kk", "film/2.ru"]);
    let one = (
        prop::bool::ANY,
        versions,
        prop::sample::select(vec!["pin", "repeat", "pool"]),
    );
    prop::collection::btree_map(0_i64..12 * 24 * 4, one, 0..40).prop_map(|all| {
        let from = arna_domain::Instant::parse("2025-01-01T00:00:00Z").unwrap();
        let line = |(quarter, (is_a, version, origin)): (i64, (bool, &str, &str))| {
            let channel = if is_a { "a.kz" } else { "b.rs" };
            format!("{channel} {} {version} {origin}", from + quarter * 900_000)
        };
        all.into_iter().map(line).collect()
    })
}

/// What a column of the totals says as a number.
fn total(report: &Report, column: &str) -> i64 {
    let at = report.table.columns.iter().position(|one| one.name == column).unwrap();
    number(&report.table.totals[at])
}

fn number(cell: &Cell) -> i64 {
    match cell {
        Cell::Count(number) | Cell::Duration(number) => *number,
        other => panic!("{other:?} is no number"),
    }
}

const SUMMED: [&str; 7] = [
    "airings",
    "on_air",
    "prime_airings",
    "prime_on_air",
    "premieres",
    "first_runs",
    "repeats",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The rows of what cannot belong to two of them come to the total; so do the days of a range; every report by something has the
    /// same total.
    #[test]
    fn rows_and_days_come_to_the_total(lines in any_schedule()) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let station = station(&lines);
        let whole = made(&station, Kind::Reach(By::Channel), range("2025-01-02", 8));
        for by in [By::Channel, By::Language, By::Programme, By::Season, By::PrimeTime] {
            let report = made(&station, Kind::Reach(by), range("2025-01-02", 8));
            for column in SUMMED {
                let at = report.table.columns.iter().position(|one| one.name == column).unwrap();
                let sum: i64 = report.table.rows.iter().map(|row| number(&row[at])).sum();
                prop_assert_eq!(sum, total(&report, column), "{:?} {}", by, column);
                prop_assert_eq!(sum, total(&whole, column), "{:?} {}", by, column);
            }
        }
        for column in SUMMED {
            let days = range("2025-01-02", 8).dates().map(|date| {
                let one = DateRange::new(date, 1).unwrap();
                total(&made(&station, Kind::Reach(By::Channel), one), column)
            });
            prop_assert_eq!(days.sum::<i64>(), total(&whole, column), "{}", column);
        }
    }

    /// A table and a document of the same report say the same in every cell.
    #[test]
    fn csv_and_json_say_the_same(lines in any_schedule(), which in 0..Kind::ALL.len()) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let report = made(&station(&lines), Kind::ALL[which], range("2025-01-02", 8));
        let words = Words {
            decimal: ",".to_owned(),
            heads: report.table.columns.iter().map(|column| column.name.to_owned()).collect(),
            ..Words::default()
        };
        let mut bytes = Vec::new();
        report::write(&report, File::Csv, &words, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let document = report::document(&report);
        let rows = document["rows"].as_array().unwrap();
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(rows) {
            for (at, head) in heads.iter().enumerate() {
                prop_assert_eq!(&record[at], told(&row[head.as_str()], report.table.columns[at].kind), "{}", head);
            }
        }
    }
}

/// A document's value as a table writes it.
fn told(value: &Value, kind: Holds) -> String {
    match (value, kind) {
        (Value::Null, _) => String::new(),
        (Value::String(text), _) => text.clone(),
        (value, Holds::Duration) => {
            let seconds = value.as_i64().unwrap() / 1_000;
            format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
        }
        (value, Holds::Share) => {
            let (part, whole) = (value["part"].as_f64().unwrap(), value["whole"].as_f64().unwrap());
            if whole == 0.0 {
                return String::new();
            }
            let permille = (part * 1_000.0 / whole + 0.5).floor();
            format!("{},{} %", (permille / 10.0).floor(), permille % 10.0)
        }
        (value, _) => value.to_string(),
    }
}
