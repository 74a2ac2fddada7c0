//! Weeks and rundowns on paper, read back by poppler and looked over by qpdf, where these are installed.

use std::io::ErrorKind;
use std::process::Command;

use arna_domain::time::{HOUR, MINUTE, SECOND};
use arna_domain::{Airing, ChannelId, Instant, Origin, Station, VersionId, Words};
use arna_exchange::listing::Listing;
use arna_exchange::pdf::{self, Revision};
use proptest::prelude::*;

use crate::fixture::{self, ParseDate as _};
use crate::pages;
use crate::schedules::{khabar, welle};

pub fn words() -> pdf::Words {
    let own = |text: &str| text.to_owned();
    let months = [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ];
    pdf::Words {
        page: pages::words(),
        dates: months.map(|month| format!("{{day}} {month}, {{weekday}}")),
        title: own("Атауы"),
        house_number: own("Инв. нөмірі"),
        premiere_short: own("Т"),
        first_run_short: own("1-ші"),
        revision: own("{at} жарияланған {number}-редакция"),
        draft: own("Жарияланбаған"),
        breaks: own("промо"),
        more: own("Көрсетілмегені: {count}"),
    }
}

pub fn week(listing: &Listing) -> (Vec<u8>, usize) {
    let mut bytes = Vec::new();
    let lost = pdf::write_week(listing, &words(), None, &mut bytes).unwrap();
    (bytes, lost)
}

pub fn rundown(listing: &Listing) -> (Vec<u8>, usize) {
    let mut bytes = Vec::new();
    let lost = pdf::write_rundown(listing, &words(), None, &mut bytes).unwrap();
    (bytes, lost)
}

/// What a program says of a file; `None` where it is not installed.
pub fn asked(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let mut command = Command::new(program);
    for argument in arguments {
        command.arg(if *argument == "FILE" {
            path.as_os_str()
        } else {
            argument.as_ref()
        });
    }
    match command.output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let errors = String::from_utf8_lossy(&output.stderr).into_owned();
            // Poppler before 23 takes the “no” of a document that is not suspect for an error of type.
            let complaints = errors
                .lines()
                .filter(|line| !line.is_empty() && !line.contains("Suspects"));
            assert!(
                output.status.success() && complaints.count() == 0,
                "{program}: {said}{errors}"
            );
            Some(said)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("SKIPPED: {program} is not installed");
            None
        }
        Err(error) => panic!("{program}: {error}"),
    }
}

pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text as it is read, in the document's order, without the spaces: lines end within titles.
pub fn read(pdf: &[u8]) -> Option<String> {
    asked("pdftotext", &["-raw", "FILE", "-"], pdf).map(|text| dense(&text))
}

/// The rows of a page as they stand, each with single spaces.
pub fn rows(pdf: &[u8]) -> Option<Vec<String>> {
    let text = asked("pdftotext", &["-layout", "FILE", "-"], pdf)?;
    Some(text.lines().map(on_one_line).filter(|line| !line.is_empty()).collect())
}

/// `HH:MM:SS` on the broadcast date's clock, by way of what the channel's clock shows in RFC 3339.
fn wall(listing: &Listing, date: arna_domain::BroadcastDate, second: i64) -> String {
    let text = listing.clock.text(Instant::from_ms(second * SECOND));
    let days = text[..10].parse_date().days_since(date);
    let hours = text[11..13].parse::<i64>().unwrap() + 24 * days;
    format!("{hours:02}{}", &text[13..19])
}

fn lasts(seconds: i64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Asserts that a week names every programme with its time, in order.
#[track_caller]
pub fn week_says(listing: &Listing, name: &str) {
    let Some(text) = read(&week(listing).0) else { return };
    let mut at = 0;
    for airing in listing.airings.iter().filter(|one| !one.origin.is_break()) {
        let (start, end) = airing.seconds();
        let time = wall(listing, airing.date, start);
        let time = time.strip_suffix(":00").unwrap_or(&time);
        let title = dense(airing.title());
        let ways = [format!("{time}{title}"), format!("{time}{}{title}", lasts(end - start))];
        let found = ways
            .iter()
            .find_map(|way| text[at..].find(way).map(|found| found + way.len()));
        at += found.unwrap_or_else(|| panic!("{name}: {ways:?} after {at} in\n{text}"));
    }
}

/// Asserts that a rundown has a row an airing, breaks too, in order, with start, duration and title.
#[track_caller]
pub fn rundown_says(listing: &Listing, name: &str) {
    let Some(text) = read(&rundown(listing).0) else { return };
    let mut at = 0;
    for airing in &listing.airings {
        let (start, end) = airing.seconds();
        let time = wall(listing, airing.date, start);
        let (long, title) = (lasts(end - start), dense(airing.title()));
        let offset = &listing.clock.text(airing.start);
        // Where the clock changes, the offset stands under the time.
        let ways = [
            format!("{time}{long}{title}"),
            format!("{time}{}{long}{title}", &offset[offset.len() - 6..]),
        ];
        let found = ways
            .iter()
            .find_map(|way| text[at..].find(way).map(|found| found + way.len()));
        at += found.unwrap_or_else(|| panic!("{name}: {ways:?} after {at} in\n{text}"));
    }
}

/// A channel's date with airings one after the other: how long, and of which version.
fn day(
    station: &Station,
    channel: &str,
    date: &str,
    airings: impl IntoIterator<Item = (i64, &'static str)>,
) -> Listing {
    let mut station = station.clone();
    let empty = fixture::listed(&station, channel, date, 1, "kk");
    let date_of = date.parse_date();
    let mut start = empty.clock.day(date_of).0;
    station.schedule = airings
        .into_iter()
        .map(|(long, version)| {
            let end = start + long;
            let airing = Airing {
                channel: ChannelId::from(channel),
                date: date_of,
                start,
                end,
                version: Some(VersionId::from(version)),
                title: None,
                language: None,
                licence: None,
                slot: None,
                origin: Origin::Pin,
            };
            start = end;
            airing
        })
        .collect();
    fixture::listed(&station, channel, date, 7, "kk")
}

fn both(listing: &Listing) -> [Vec<u8>; 2] {
    [week(listing).0, rundown(listing).0]
}

#[test]
fn the_same_is_the_same_each_time_and_a_revision_says_which() {
    let listing = khabar();
    assert!(both(&listing) == both(&listing));
    let revision = Revision {
        number: 12,
        at: Instant::parse("2024-06-28T18:05:00+05:00").unwrap(),
    };
    let mut bytes = Vec::new();
    pdf::write_week(&listing, &words(), Some(revision), &mut bytes).unwrap();
    assert!(bytes != week(&listing).0);
    let said = "2024-06-2818:05UTC+05:00жарияланған12-редакция";
    assert!(read(&bytes).is_none_or(|text| text.contains(said)));
    assert!(read(&week(&listing).0).is_none_or(|text| text.contains("Жарияланбаған")));
}

#[test]
fn faces_are_embedded_and_others_programs_have_no_complaint() {
    for listing in [
        khabar(),
        welle(),
        day(&fixture::station(), "khabar.kz", "2024-07-01", []),
    ] {
        for (pdf, size) in both(&listing).iter().zip(["1190.55 x 841.89", "595.28 x 841.89"]) {
            asked("qpdf", &["--check", "FILE"], pdf);
            if let Some(fonts) = asked("pdffonts", &["FILE"], pdf) {
                let fonts: Vec<_> = fonts.lines().skip(2).collect();
                let whole = fonts
                    .iter()
                    .all(|font| font.contains(" yes yes yes ") && font.as_bytes()[6] == b'+');
                assert!(whole && !fonts.is_empty(), "{fonts:#?}");
            }
            if let Some(told) = asked("pdfinfo", &["FILE"], pdf) {
                assert!(
                    told.contains(size) && on_one_line(&told).contains("Tagged: yes"),
                    "{told}"
                );
            }
        }
    }
}

#[test]
fn a_week_is_one_page_and_more_dates_are_more() {
    for (days, pages) in [(1, 1), (7, 1), (8, 2), (15, 3)] {
        let listing = fixture::listed(&fixture::station(), "khabar.kz", "2024-07-01", days, "kk");
        if let Some(told) = asked("pdfinfo", &["FILE"], &week(&listing).0) {
            assert!(
                on_one_line(&told).contains(&format!("Pages: {pages} ")),
                "{days}: {told}"
            );
        }
    }
}

#[test]
fn pages_of_a_rundown_are_numbered_through_and_each_has_its_heads() {
    let airings = (0..144).map(|_| (10 * MINUTE, "quotes/3/6.kk"));
    let listing = day(&fixture::station(), "khabar.kz", "2024-07-01", airings);
    let Some(rows) = rows(&rundown(&listing).0) else { return };
    let count = |text: &str| rows.iter().filter(|row| row.contains(text)).count();
    let pages = count("Атауы");
    assert!(pages >= 4, "{pages}");
    assert_eq!(count("Инв. нөмірі"), pages);
    for page in 1..=pages {
        assert_eq!(count(&format!("{page} / ")), 1, "{page}");
    }
    assert!(rows.iter().any(|row| row.ends_with(&format!("{pages} / {pages}"))));
    rundown_says(&listing, "short ones");
}

#[test]
fn short_programmes_are_all_named_and_what_has_no_line_is_told() {
    let station = fixture::station();
    let airings = (0..80).map(|at| (if at % 8 == 0 { 65 * MINUTE } else { 7 * MINUTE }, "quotes/3/6.kk"));
    let crowded = day(&station, "khabar.kz", "2024-07-01", airings);
    week_says(&crowded, "crowded");
    assert!(read(&week(&crowded).0).is_none_or(|text| !text.contains("Көрсетілмегені")));
    // More lines than a page has.
    let airings = (0..200).map(|at| (if at < 10 { HOUR } else { 4 * MINUTE }, "quotes/3/6.kk"));
    let full = day(&station, "khabar.kz", "2024-07-01", airings);
    assert!(read(&week(&full).0).is_none_or(|text| text.contains("Көрсетілмегені:190")));
}

#[test]
fn a_long_title_is_cut_for_the_eye_and_whole_for_who_searches() {
    let mut station = fixture::station();
    let title = "Қазақстан мен Қытайдың ортақ арманы туралы деректі фильм ".repeat(6);
    station.programmes[0].title = Words::from([("kk", title.as_str())]);
    let airings = (0..24).map(|_| (HOUR, "common-dream/1/1.kk"));
    let listing = day(&station, "khabar.kz", "2024-07-01", airings);
    week_says(&listing, "long titles");
    rundown_says(&listing, "long titles");
}

#[test]
fn what_no_face_has_is_counted() {
    let mut station = fixture::station();
    station.programmes[0].title = Words::from([("kk", "Ортақ قازاق арман\u{1}")]);
    let listing = day(&station, "khabar.kz", "2024-07-01", [(HOUR, "common-dream/1/1.kk")]);
    assert_eq!((week(&listing).1, rundown(&listing).1), (6, 6));
    assert!(
        read(&rundown(&listing).0)
            .is_none_or(|text| text.contains("Ортақ\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}арман"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any titles and times are written, as a document that screen readers can read: the library refuses what is none.
    #[test]
    fn any_titles_are_written(
        titles in prop::collection::vec("\\PC{0,80}|[а-яәғқңөұүһі ]{0,300}|[一-龥]{0,90}|.{0,40}", 4),
        lengths in prop::collection::vec(1_i64..90 * MINUTE, 0..40),
    ) {
        const VERSIONS: [&str; 2] = ["common-dream/1/1.kk", "quotes/3/6.kk"];
        let mut station = fixture::station();
        for (programme, two) in station.programmes.iter_mut().zip(titles.chunks(2)) {
            programme.title = Words::from([("kk", two[0].as_str())]);
            programme.seasons[0].episodes[0].title = Words::from([("kk", two[1].as_str())]);
        }
        station.channels[0].name.clone_from(&titles[0]);
        let airings = lengths.iter().enumerate().map(|(at, long)| (*long, VERSIONS[at % 2]));
        let listing = day(&station, "khabar.kz", "2024-07-01", airings);
        for pdf in both(&listing) {
            prop_assert!(pdf.starts_with(b"%PDF-1.7"));
        }
    }
}
