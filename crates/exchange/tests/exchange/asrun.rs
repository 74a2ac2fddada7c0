//! As-run logs, read by the mappings that come with the program and by others.

use std::fmt::Write as _;
use std::fs;

use arna_domain::time::ChannelClock;
use arna_domain::{BroadcastDate, GridTime, Zones};
use arna_exchange::ReadError;
use arna_exchange::asrun::{self, About, Log, Mapping, SHIPPED, Shipped};
use arna_exchange::received::At;
use proptest::prelude::*;

use crate::fixture;

fn clock(zone: &str) -> ChannelClock {
    ChannelClock {
        zone: Zones::bundled().named(zone).unwrap(),
        day_start: GridTime::at_most(360),
    }
}

fn shipped(name: &str) -> Mapping {
    asrun::mapping(Shipped::named(name).unwrap().document.as_bytes()).unwrap()
}

fn bytes(file: &str) -> Vec<u8> {
    fs::read(fixture::here().join("tests/fixtures/asrun").join(file)).unwrap()
}

fn read_as(bytes: &[u8], mapping: &Mapping, file_name: &str) -> Result<Log, ReadError> {
    let clock = clock("Asia/Almaty");
    let zone = mapping
        .zone
        .as_deref()
        .map_or(clock.zone.clone(), |zone| Zones::bundled().named(zone).unwrap());
    let about = About {
        clock: &clock,
        zone: &zone,
        file_name,
        date: BroadcastDate::parse("2024-07-04"),
    };
    asrun::read(&mut &bytes[..], mapping, &about)
}

/// Rows and remarks, as a person would note them.
fn told(log: &Log) -> String {
    let clock = clock("Asia/Almaty");
    let mut text = String::new();
    for row in &log.rows {
        let end = row.end.map_or("?".to_owned(), |end| clock.text(end)[11..].to_owned());
        let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        let aired = if row.is_aired { "" } else { " NOT AIRED" };
        let parts = if row.parts > 1 {
            format!(" in {}", row.parts)
        } else {
            String::new()
        };
        let line = format!(
            "{} {} to {end}: {} | {} | {} | {}{aired}{parts}",
            row.at.shown(),
            clock.text(row.start),
            shown(&row.channel),
            shown(&row.house_number),
            shown(&row.title),
            shown(&row.episode),
        );
        writeln!(text, "{line}").unwrap();
    }
    writeln!(text, "ignored {}", log.ignored).unwrap();
    for remark in &log.remarks {
        writeln!(
            text,
            "! {} {} {}",
            remark.at.shown(),
            remark.code,
            serde_json::to_string(&remark.values).unwrap()
        )
        .unwrap();
    }
    text
}

#[track_caller]
fn log_of(file: &str, mapping: &str) -> String {
    told(&read_as(&bytes(file), &shipped(mapping), file).unwrap())
}

#[test]
fn a_fixed_width_log_past_midnight_with_inclusive_ends() {
    insta::assert_snapshot!(log_of("khabar-overrun.log", "fixed"));
}

#[test]
fn a_repeated_hour_is_told_apart_by_order() {
    insta::assert_snapshot!(log_of("clock-change.csv", "csv"));
}

#[test]
fn cyrillic_semicolons_by_the_broadcast_date() {
    insta::assert_snapshot!(log_of("two-channels-1251.csv", "semicolon-1251"));
}

#[test]
fn events_of_bxf() {
    insta::assert_snapshot!(log_of("silkway.bxf.xml", "bxf"));
}

#[test]
fn utf_16_with_the_date_in_the_name() {
    insta::assert_snapshot!(log_of("khabar_20240704.txt", "tab-frames"));
}

#[test]
fn every_mapping_that_is_shipped_reads_and_is_written_as_it_was_read() {
    for one in SHIPPED {
        let mapping = shipped(one.name);
        let again = serde_json::to_string(&mapping).unwrap();
        assert_eq!(asrun::mapping(again.as_bytes()).unwrap(), mapping, "{}", one.name);
        assert!(mapping.about.is_some(), "{}", one.name);
    }
}

/// A mapping with changes made to its text.
fn changed(name: &str, changes: &[(&str, &str)]) -> Result<Mapping, ReadError> {
    let mut text = Shipped::named(name).unwrap().document.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    asrun::mapping(text.as_bytes())
}

#[test]
fn a_mapping_that_contradicts_itself_is_refused_with_its_path() {
    for (name, from, to, path, code) in [
        ("csv", "\"about\"", "\"abuot\"", "", "unknown_field"),
        ("csv", "arna-asrun/1", "arna-asrun/2", "format", "unknown_format"),
        ("csv", "\"start\": \"Start\",", "", "columns.start", "mapping_missing"),
        ("csv", "\"date\": \"Date\",", "", "columns.date", "mapping_missing"),
        (
            "csv",
            "\"delimiter\": \",\"",
            "\"delimiter\": \",,\"",
            "rows.delimited.delimiter",
            "mapping_value",
        ),
        (
            "csv",
            "\"heads\": true",
            "\"heads\": false",
            "columns.date",
            "mapping_value",
        ),
        ("csv", "YYYY-MM-DD", "YYYY-MM", "date.form", "mapping_value"),
        (
            "csv",
            "\"status\": \"Status\"",
            "\"title\": \"T\"",
            "columns",
            "duplicate_key",
        ),
        ("fixed", "[8, 13]", "[13, 8]", "columns.end", "mapping_value"),
        ("fixed", "\"date\": \"DATE\", ", "", "head.date", "mapping_missing"),
        (
            "semicolon-1251",
            "windows-1251\",\n  \"skip",
            "windows-9\",\n  \"skip",
            "encoding",
            "unknown_encoding",
        ),
        (
            "tab-frames",
            "\"rate\": \"25\"",
            "\"rate\": \"26\"",
            "times.rate",
            "mapping_value",
        ),
        (
            "bxf",
            "\"from\": \"column\"",
            "\"from\": \"head\"",
            "head.date",
            "mapping_missing",
        ),
        (
            "bxf",
            "\"column\": \"type\"",
            "\"column\": \"kind\"",
            "ignore[0].column",
            "mapping_value",
        ),
    ] {
        let refused = changed(name, &[(from, to)]).unwrap_err();
        assert_eq!(
            (refused.path.as_str(), refused.code),
            (path, code),
            "{name} {from} {to}"
        );
    }
}

#[test]
fn a_log_that_cannot_be_read_is_refused_with_its_place() {
    let long = format!(
        "Date,Start,Duration,House ID,Title,Status,Type\n{}\n",
        "x".repeat(70_000)
    );
    let refused = |bytes: &[u8], name: &str, file: &str| {
        let error = read_as(bytes, &shipped(name), file).unwrap_err();
        (error.code, error.line, error.path)
    };
    let csv = |text: &str| refused(text.as_bytes(), "csv", "x");
    assert_eq!(csv(&long), ("line_too_long", 2, String::new()));
    assert_eq!(csv("Date,Start\n").0, "asrun_no_column");
    assert_eq!(csv("Date,Start\n").2, "columns.duration");
    assert_eq!(
        refused(b"Date,\n\xFF\xFF", "csv", "x"),
        ("not_in_encoding", 2, String::new())
    );
    assert_eq!(csv("D\0a\0t\0e\0").0, "not_in_encoding");
    assert_eq!(refused(b"06:00:00:00\t1\n", "tab-frames", "log.txt").0, "asrun_no_date");
    assert_eq!(
        refused(b"%DATE 2024\n060000\n", "fixed", "x"),
        ("asrun_no_date", 1, String::new())
    );
    assert_eq!(refused(b"060000\n", "fixed", "x"), ("asrun_no_date", 0, String::new()));
    assert_eq!(
        refused(b"%CHARSET runes\n", "fixed", "x"),
        ("unknown_encoding", 1, String::new())
    );
    assert_eq!(refused(b"<guide/>", "bxf", "x").0, "not_bxf");
}

#[test]
fn a_quotation_left_open_takes_no_other_row_with_it() {
    let text = "Date,Start,Duration,House ID,Title,Status,Type\n\
        2024-07-04,21:00:00,0:10:00,A,\"open,OK,P\n2024-07-04,22:00:00,0:10:00,B,\"Two, words\",OK,P\n";
    let log = read_as(text.as_bytes(), &shipped("csv"), "x").unwrap();
    assert_eq!(log.rows.len(), 1);
    assert_eq!(log.rows[0].title.as_deref(), Some("Two, words"));
    assert_eq!(log.rows[0].at, At::Line(3));
    assert_eq!(log.remarks[0].at, At::Line(2));
    assert_eq!(log.remarks[0].code, "asrun_quote_open");
}

#[test]
fn under_one_date_a_calendar_runs_on_past_midnight() {
    let mapping = changed(
        "tab-frames",
        &[("\"broadcast\"", "\"calendar\""), ("file_name", "asked")],
    )
    .unwrap();
    let text =
        "23:30:00:00\t00:20:00:00\tA\tLate\n00:10:00:00\t00:20:00:00\tB\tLater\n02:00:00:00\t00:20:00:00\tC\tLatest\n";
    let log = read_as(text.as_bytes(), &mapping, "x").unwrap();
    let starts: Vec<String> = log
        .rows
        .iter()
        .map(|row| clock("Asia/Almaty").text(row.start))
        .collect();
    assert_eq!(
        starts,
        [
            "2024-07-04T23:30:00+05:00",
            "2024-07-05T00:10:00+05:00",
            "2024-07-05T02:00:00+05:00"
        ]
    );
}

/// A log under one date of the calendar, with columns that end and name their channel.
fn of_one_date() -> Mapping {
    let changes = [
        ("\"broadcast\"", "\"calendar\""),
        ("file_name", "asked"),
        ("\"title\": 4", "\"title\": 4, \"channel\": 5"),
    ];
    changed("tab-frames", &changes).unwrap()
}

/// Starts of rows as days and times: `04 23:30:00`.
fn starts(log: &Log) -> Vec<String> {
    let clock = clock("Asia/Almaty");
    log.rows
        .iter()
        .map(|row| clock.text(row.start)[8..19].replace('T', " "))
        .collect()
}

#[test]
fn under_one_date_each_channel_runs_past_midnight_on_its_own() {
    let text = "23:30:00:00\t00:20:00:00\tA\tLate\tKhabar\n00:10:00:00\t00:20:00:00\tB\tLater\tKhabar\n\
        21:00:00:00\t00:20:00:00\tC\tFirst\tSilk Way\n00:30:00:00\t00:20:00:00\tD\tLast\tSilk Way\n";
    let log = read_as(text.as_bytes(), &of_one_date(), "x").unwrap();
    assert_eq!(
        starts(&log),
        ["04 23:30:00", "05 00:10:00", "04 21:00:00", "05 00:30:00"]
    );
}

#[test]
fn under_one_date_a_row_out_of_order_at_midnight_moves_no_other() {
    let times = ["23:59:58", "00:00:02", "23:59:59", "00:05:00", "02:00:00", "15:00:00"];
    let text: String = (0..)
        .zip(times)
        .map(|(at, time)| format!("{time}:00\t00:00:01:00\tA{at}\tNews\tKhabar\n"))
        .collect();
    let log = read_as(text.as_bytes(), &of_one_date(), "x").unwrap();
    assert_eq!(
        starts(&log),
        [
            "04 23:59:58",
            "05 00:00:02",
            "04 23:59:59",
            "05 00:05:00",
            "05 02:00:00",
            "05 15:00:00"
        ]
    );
}

/// Starts of rows under one date of the calendar, as [`starts`] tells them: `Khabar 23:30`.
fn dated(rows: &[&str]) -> Vec<String> {
    let text: String = (0..)
        .zip(rows)
        .map(|(at, row)| {
            let (channel, time) = row.split_once(' ').unwrap();
            format!("{time}:00:00\t00:05:00:00\tA{at}\tNews\t{channel}\n")
        })
        .collect();
    starts(&read_as(text.as_bytes(), &of_one_date(), "x").unwrap())
}

#[test]
fn under_one_date_a_channel_that_begins_after_midnight_is_of_the_night_that_the_log_runs_into() {
    // Of all channels by time.
    assert_eq!(
        dated(&["A 23:30", "A 23:50", "B 00:10", "A 00:20", "B 00:40"]),
        [
            "04 23:30:00",
            "04 23:50:00",
            "05 00:10:00",
            "05 00:20:00",
            "05 00:40:00"
        ]
    );
    // Channel by channel, from the beginning of the broadcast day.
    assert_eq!(
        dated(&[
            "A 06:00", "A 23:30", "A 05:30", "B 00:30", "B 05:50", "C 14:10", "C 00:10"
        ]),
        [
            "04 06:00:00",
            "04 23:30:00",
            "05 05:30:00",
            "05 00:30:00",
            "05 05:50:00",
            "04 14:10:00",
            "05 00:10:00"
        ]
    );
    // A channel that goes on through the day is of the date itself, in whatever order; so is the log's first.
    assert_eq!(
        dated(&[
            "A 06:00", "A 23:30", "B 00:10", "B 05:55", "B 07:00", "B 23:00", "B 00:20"
        ]),
        [
            "04 06:00:00",
            "04 23:30:00",
            "04 00:10:00",
            "04 05:55:00",
            "04 07:00:00",
            "04 23:00:00",
            "05 00:20:00"
        ]
    );
    assert_eq!(
        dated(&["A 00:10", "A 03:00", "B 00:05"]),
        ["04 00:10:00", "04 03:00:00", "04 00:05:00"]
    );
    assert_eq!(
        dated(&["A 05:58", "A 23:30", "B 00:05"]),
        ["04 05:58:00", "04 23:30:00", "05 00:05:00"]
    );
    assert_eq!(dated(&["A 05:58", "A 05:59"]), ["04 05:58:00", "04 05:59:00"]);
    // In its order the log stays.
    assert_eq!(
        dated(&["A 23:30", "B 00:10", "C 00:20", "B 12:00"]),
        ["04 23:30:00", "04 00:10:00", "05 00:20:00", "04 12:00:00"]
    );
}

#[test]
fn an_end_is_the_first_after_its_start_across_a_repeated_hour_too() {
    let ends = ("\"duration\": \"Duration\"", "\"end\": \"End\"");
    let text = "Date,Start,End,House ID,Title,Status,Type\n\
        2024-02-29,22:00:00,23:50:00,A,One,OK,P\n\
        2024-02-29,23:50:00,23:20:00,B,Two,OK,P\n\
        2024-02-29,23:20:00,23:59:00,C,Three,OK,P\n";
    let log = read_as(text.as_bytes(), &changed("csv", &[ends]).unwrap(), "x").unwrap();
    let lasts = |log: &Log| -> Vec<_> {
        let minutes = |row: &asrun::LogRow| row.end.map(|end| (end - row.start) / 60_000);
        log.rows.iter().map(minutes).collect()
    };
    assert_eq!(lasts(&log), [Some(110), Some(30), Some(39)], "{}", told(&log));
    // The second of two hours that are alike begins on the hour.
    let text = "Date,Start,End,House ID,Title,Status,Type\n\
        2024-02-29,23:00:00,23:59:59,A,One,OK,P\n\
        2024-02-29,23:00:00,23:59:00,B,Two,OK,P\n\
        2024-02-29,23:59:00,00:00:00,C,Three,OK,P\n\
        2024-03-01,23:00:00,22:00:00,D,Four,OK,P\n";
    let log = read_as(text.as_bytes(), &changed("csv", &[ends]).unwrap(), "x").unwrap();
    assert_eq!(
        lasts(&log),
        [Some(59), Some(59), Some(1), Some(1_380)],
        "{}",
        told(&log)
    );
    let inclusive = ("\"ignore\"", "\"ends\": \"inclusive\",\n  \"ignore\"");
    let text = "Date,Start,End,House ID,Title,Status,Type\n2024-02-29,23:30:00,23:59:59,A,One,OK,P\n";
    let log = read_as(text.as_bytes(), &changed("csv", &[ends, inclusive]).unwrap(), "x").unwrap();
    assert_eq!(lasts(&log), [Some(30)], "{}", told(&log));
}

#[test]
fn lines_of_a_log_end_as_any_system_ends_them() {
    let lines = "Date,Start,Duration,House ID,Title,Status,Type\n\
        2024-07-04,21:00:00,0:10:00,A,One,OK,P\n\n2024-07-04,22:00:00,0:10:00,B,Two,OK,P\n";
    for end in ["\n", "\r\n", "\r\r\n", "\r"] {
        let log = read_as(lines.replace('\n', end).as_bytes(), &shipped("csv"), "x").unwrap();
        let places: Vec<_> = log.rows.iter().map(|row| row.at.clone()).collect();
        assert_eq!(places, [At::Line(2), At::Line(4)], "{end:?}");
        // An end of a line may lie across two blocks.
        let (head, rows) = lines.split_once('\n').unwrap();
        let empty = "\n".repeat(70_000);
        for shift in ["", " ", "  "] {
            let text = format!("{head}{shift}\n{empty}{rows}").replace('\n', end);
            let log = read_as(text.as_bytes(), &shipped("csv"), "x").unwrap();
            assert_eq!(log.rows[0].at, At::Line(70_002), "{end:?}");
        }
    }
}

#[test]
fn times_of_another_zone() {
    let zone = (
        "\"times\": {\"form\": \"clock\"}",
        "\"zone\": \"UTC\", \"times\": {\"form\": \"clock\"}",
    );
    let mapping = changed("csv", &[zone]).unwrap();
    let text = "Date,Start,Duration,House ID,Title,Status,Type\n2024-07-04,16:00:00,0:10:00,A,B,OK,P\n";
    let log = read_as(text.as_bytes(), &mapping, "x").unwrap();
    assert_eq!(
        clock("Asia/Almaty").text(log.rows[0].start),
        "2024-07-04T21:00:00+05:00"
    );
}

#[test]
fn what_has_no_end_ends_where_the_next_row_begins_a_break_too() {
    let mapping = changed("csv", &[("\"duration\": \"Duration\",", "")]).unwrap();
    let text = "Date,Start,House ID,Title,Status,Type\n2024-07-04,21:00:00,A,B,OK,P\n\
        2024-07-04,21:20:00,X,,OK,Promo\n2024-07-04,22:00:00,C,D,OK,P\n";
    let log = read_as(text.as_bytes(), &mapping, "x").unwrap();
    let lasts: Vec<_> = log
        .rows
        .iter()
        .map(|row| row.end.map(|end| (end - row.start) / 60_000))
        .collect();
    assert_eq!(lasts, [Some(20), None]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), cut in 0_usize..3_000, at in 0_usize..3_000) {
        for (file, name) in [
            ("khabar-overrun.log", "fixed"),
            ("clock-change.csv", "csv"),
            ("two-channels-1251.csv", "semicolon-1251"),
            ("silkway.bxf.xml", "bxf"),
            ("khabar_20240704.txt", "tab-frames"),
        ] {
            let mut log = super::asrun::bytes(file);
            let at = at.min(log.len());
            log.truncate(cut.max(at));
            log.splice(at..at, bytes.iter().copied());
            for bytes in [&log, &bytes] {
                if let Ok(log) = read_as(bytes, &shipped(name), file) {
                    for row in &log.rows {
                        prop_assert!(row.end.is_none_or(|end| row.start < end), "{:?}", row);
                        prop_assert!(row.house_number.is_some() || row.title.is_some());
                    }
                }
            }
        }
    }

    #[test]
    fn any_change_of_a_mapping_is_read_or_refused(at in 0_usize..900, sign in any::<char>()) {
        for one in SHIPPED {
            let mut text: Vec<char> = one.document.chars().collect();
            let at = at % text.len();
            text[at] = sign;
            let text: String = text.into_iter().collect();
            if let Ok(mapping) = asrun::mapping(text.as_bytes()) {
                // Whatever it says now, what it reads is sound.
                if let Ok(log) = read_as(&bytes("clock-change.csv"), &Mapping { zone: None, ..mapping }, "20240704") {
                    prop_assert!(log.rows.iter().all(|row| row.end.is_none_or(|end| row.start < end)));
                }
            }
        }
    }
}
