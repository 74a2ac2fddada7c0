//! Guides and sheets: golden files, the formats' own validators, and one truth in both.

use std::fs;
use std::path::Path;
use std::process::Command;

use arna_domain::Words;
use arna_domain::time::HOUR;
use arna_exchange::listing::{Listing, Showing};
use arna_exchange::{WriteError, csv as sheet, xmltv};
use insta::assert_snapshot;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::fixture::{self, ParseDate};

pub fn guide(listing: &Listing) -> (String, usize) {
    let mut text = Vec::new();
    let dropped = xmltv::write(listing, &mut text).unwrap();
    (String::from_utf8(text).unwrap(), dropped)
}

pub fn heads() -> sheet::Heads {
    sheet::Heads {
        date: "Күні".into(),
        start: "Басталуы".into(),
        duration: "Ұзақтығы".into(),
        end: "Аяқталуы".into(),
        utc_offset: "UTC".into(),
        title: "Атауы".into(),
        episode: "Бөлім".into(),
        language: "Тілі".into(),
        version: "Нұсқа".into(),
        origin: "Шығуы".into(),
    }
}

pub fn table(listing: &Listing) -> (String, usize) {
    let mut text = Vec::new();
    let dropped = sheet::write(listing, &heads(), &mut text).unwrap();
    (String::from_utf8(text).unwrap(), dropped)
}

/// The sheet as lines of a golden file: its mark and its line ends are looked at elsewhere.
pub fn lines(listing: &Listing) -> String {
    table(listing).0.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// What a guide's reader must get: start and end in seconds since 1970, and the title.
pub fn told(listing: &Listing) -> Vec<(i64, i64, String)> {
    let airings = listing.airings.iter().filter(|one| !one.origin.is_break());
    airings
        .map(|one| {
            let (start, end) = one.seconds();
            (start, end, carried(one.title()))
        })
        .collect()
}

/// A title without the characters that no format carries.
pub fn carried(title: &str) -> String {
    let left: String = title
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    if left.len() == title.len() {
        left
    } else {
        left.trim().to_owned()
    }
}

/// A week of Kazakh hours: a hold, breaks, past midnight, a repeat, fall-backs.
pub fn khabar() -> Listing {
    fixture::listed(&fixture::station(), "khabar.kz", "2024-07-01", 3, "kk")
}

/// A broadcast day of 25 hours, past midnight, across the repeated hour, and the first airing after it.
pub fn welle() -> Listing {
    fixture::listed(&fixture::station(), "welle.de", "2024-10-26", 2, "de")
}

#[test]
fn a_guide_past_midnight() {
    assert_snapshot!(guide(&khabar()).0);
}

#[test]
fn a_guide_across_a_clock_change() {
    let listing = welle();
    let (from, until) = listing.clock.day("2024-10-26".parse_date());
    assert_eq!(until - from, 25 * HOUR);
    assert_snapshot!(guide(&listing).0);
}

#[test]
fn a_sheet_past_midnight() {
    assert_snapshot!(lines(&khabar()));
}

#[test]
fn a_sheet_across_a_clock_change() {
    assert_snapshot!(lines(&welle()));
}

#[test]
fn a_sheet_begins_with_a_mark_and_its_lines_end_as_excel_wants() {
    let (text, _) = table(&khabar());
    assert!(text.starts_with("\u{feff}Күні;Басталуы;"));
    assert_eq!(text.matches('\n').count(), 1 + khabar().airings.len());
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    assert!(text.ends_with("\r\n"));
}

#[test]
fn the_dates_of_the_range_are_broadcast_dates() {
    let station = fixture::station();
    let starts = |from, days| {
        let listing = fixture::listed(&station, "khabar.kz", from, days, "kk");
        listing
            .airings
            .iter()
            .map(|one| listing.clock.text(one.start))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        starts("2024-07-02", 1),
        ["2024-07-02T18:00:00+05:00", "2024-07-02T21:00:00+05:00"]
    );
    assert_eq!(starts("2024-07-01", 1).last().unwrap(), "2024-07-02T01:30:00+05:00");
    assert_eq!(starts("2024-07-01", 0), [""; 0]);
}

#[test]
fn titles_fall_back_to_what_there_is() {
    let station = fixture::station();
    let title = |date, language, at: usize| {
        fixture::listed(&station, "khabar.kz", date, 1, language).airings[at]
            .title()
            .to_owned()
    };
    // The variant that there is stands in for the one that there is not.
    assert_eq!(title("2024-07-03", "zh", 0), "經典引用");
    assert_eq!(title("2024-07-03", "zh-Hant", 0), "經典引用");
    assert_eq!(title("2024-07-01", "zh-Hant", 1), "情系中国·共同的梦想");
    // Then English.
    assert_eq!(title("2024-07-03", "ru", 0), "Classical Quotes");
    assert_eq!(title("2024-07-03", "uz", 0), "Classical Quotes");
    // A hold has one title.
    assert_eq!(title("2024-07-01", "zh", 0), "Жаңалықтар");
    // What has none is called by its id.
    let mut nameless = station.clone();
    nameless.programmes[1].title = Words::from([("kk", " \n"), ("en", "\u{1}")]);
    let listing = fixture::listed(&nameless, "khabar.kz", "2024-07-03", 1, "kk");
    assert_eq!(
        (listing.airings[0].title(), &listing.airings[0].titles[0].language),
        ("quotes", &None)
    );
}

#[test]
fn what_was_shown_before_is_told() {
    let station = fixture::station();
    let showings = |channel, from, days| {
        let listing = fixture::listed(&station, channel, from, days, "en");
        listing.airings.into_iter().map(|one| one.showing).collect::<Vec<_>>()
    };
    let khabar = showings("khabar.kz", "2024-07-01", 1);
    // The hold; the part that CCTV-4 showed an hour before; two breaks; its repeat.
    let first = fixture::listed(&station, "khabar.kz", "2024-07-01", 1, "en").airings[1].start;
    assert_eq!(
        khabar,
        [
            None,
            Some(Showing::FirstRun),
            None,
            None,
            Some(Showing::Repeat { last: Some(first) })
        ]
    );
    // Nobody showed the second part before.
    assert_eq!(showings("khabar.kz", "2024-07-02", 1)[1], Some(Showing::Premiere));
    // The other channel showed it in another language.
    assert_eq!(showings("welle.de", "2024-10-26", 1)[1], Some(Showing::FirstRun));
    // A repeat of what is not known.
    let mut alone = station.clone();
    alone
        .schedule
        .retain(|one| one.channel.as_str() == "welle.de" && one.date == "2024-10-27".parse_date());
    let listing = fixture::listed(&alone, "welle.de", "2024-10-27", 1, "de");
    assert_eq!(listing.airings[0].showing, Some(Showing::Repeat { last: None }));
    assert!(guide(&listing).0.contains("<previously-shown/>"));
}

#[test]
fn a_channel_without_an_id_for_guides_has_none() {
    let mut station = fixture::station();
    let text = fixture::TEXT.replace("\"welle.de\"", "\"Welle\"");
    station.clone_from(&arna_exchange::station_json::read(text.as_bytes()).unwrap());
    // The channel's id is an authority's name in the fixture, which this is none.
    station.receivers.clear();
    let listing = fixture::listed(&station, "Welle", "2024-10-26", 1, "de");
    let mut text = Vec::new();
    let error = xmltv::write(&listing, &mut text).unwrap_err();
    assert!(matches!(&error, WriteError::ChannelIdForm { channel } if channel == "Welle"));
    assert_eq!((error.code(), text.len()), ("channel_id_form", 0));
    // A sheet does not mind.
    assert_eq!(table(&listing).0.lines().count(), 1 + listing.airings.len());
}

#[test]
fn control_characters_are_dropped_and_counted() {
    let mut station = fixture::station();
    station.programmes[1].title = Words::from([("kk", "Дәй\u{0}ексөз\u{1b}дер"), ("en", "\u{7}")]);
    station.programmes[1].synopsis = Words::from([("kk", "a\u{fffe}b"), ("en", " \u{85} ")]);
    let listing = fixture::listed(&station, "khabar.kz", "2024-07-03", 1, "kk");
    let (guide, dropped) = guide(&listing);
    assert_eq!(dropped, 3);
    assert!(guide.contains("<title lang=\"kk\">Дәйексөздер</title>\n    <sub-title lang=\"kk\">=Өсиет</sub-title>\n    <desc lang=\"kk\">ab</desc>"), "{guide}");
    assert!(!guide.contains("lang=\"en\">\u{7}") && !guide.contains("<desc lang=\"en\">"));
    let (table, dropped) = table(&listing);
    assert_eq!(dropped, 2);
    assert!(
        table.contains(";Дәйексөздер;'=Өсиет;kk;quotes/3/6.kk;pool\r\n"),
        "{table}"
    );
}

#[test]
fn a_receiver_that_takes_no_more_is_an_error() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    assert_eq!(xmltv::write(&khabar(), &mut Full).unwrap_err().code(), "disk_full");
    assert_eq!(
        sheet::write(&khabar(), &heads(), &mut Full).unwrap_err().code(),
        "disk_full"
    );
}

/// Times in seconds since 1970 with the first title, as a guide's reader gets them.
pub fn told_by_guide(text: &str) -> Vec<(i64, i64, String)> {
    let at = |time: &str| {
        chrono::DateTime::parse_from_str(time, "%Y%m%d%H%M%S %z")
            .unwrap()
            .timestamp()
    };
    let mut reader = Reader::from_str(text);
    let (mut told, mut title) = (Vec::new(), None);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == "programme" => {
                let get = |name: &str| at(&start.try_get_attribute(name).unwrap().unwrap().value);
                told.push((get("start"), get("stop"), None));
            }
            Event::Start(start) if start.name().as_ref() == "title" => title = Some(String::new()),
            Event::End(end) if end.name().as_ref() == "title" => {
                told.last_mut().unwrap().2.get_or_insert(title.take().unwrap());
            }
            Event::Text(text) => title.iter_mut().for_each(|title| title.push_str(&text)),
            Event::GeneralRef(entity) => {
                let sign = match entity.resolve_char_ref().unwrap() {
                    Some(sign) => sign.to_string(),
                    None => quick_xml::escape::resolve_xml_entity(&entity).unwrap().to_owned(),
                };
                title.iter_mut().for_each(|title| title.push_str(&sign));
            }
            Event::Eof => {
                return told
                    .into_iter()
                    .map(|(start, end, title)| (start, end, title.unwrap()))
                    .collect();
            }
            _ => {}
        }
    }
}

/// The same of a sheet's reader, who knows the broadcast date, the wall clock and the offset.
pub fn told_by_sheet(text: &str) -> Vec<(i64, i64, String)> {
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let seconds = |cell: &str| {
        cell.split(':')
            .fold(0, |sum, part| sum * 60 + part.parse::<i64>().unwrap())
    };
    let told = rows.records().map(|row| {
        let row = row.unwrap();
        let offset = seconds(&row[4][4..]) * 60;
        let offset = if &row[4][3..4] == "-" { -offset } else { offset };
        let start = row[0].parse_date().days_since_epoch() * 86_400 + seconds(&row[1]) - offset;
        (
            start,
            start + seconds(&row[2]),
            sheet::restored(&row[5]).to_owned(),
            row[9].to_owned(),
        )
    });
    told.filter(|one| !["promo", "filler"].contains(&one.3.as_str()))
        .map(|one| (one.0, one.1, one.2))
        .collect()
}

#[test]
fn a_guide_and_a_sheet_tell_the_same_times_and_titles() {
    for listing in [khabar(), welle()] {
        let (guide, sheet) = (told_by_guide(&guide(&listing).0), told_by_sheet(&table(&listing).0));
        assert_eq!(guide, sheet);
        let own: Vec<_> = listing
            .airings
            .iter()
            .filter(|one| !one.origin.is_break())
            .map(|one| (one.start.ms() / 1000, one.end.ms() / 1000, one.title().to_owned()))
            .collect();
        assert_eq!(guide, own);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_title_is_told_alike_by_both(title in any::<String>(), rating in any::<String>(), name in any::<String>()) {
        let mut station = fixture::station();
        station.channels[1].name = name;
        station.programmes[1].title = Words::from([("kk", title.as_str())]);
        station.programmes[1].seasons[0].episodes[1].rating = Some(rating);
        let listing = fixture::listed(&station, "khabar.kz", "2024-07-02", 2, "kk");
        let (guide, _) = guide(&listing);
        prop_assert_eq!(told_by_guide(&guide), told_by_sheet(&table(&listing).0));
        prop_assert!(!guide.chars().any(|c| c.is_control() && c != '\n'));
    }
}

#[test]
fn the_guides_own_validators_have_no_complaint() {
    let folder = tempfile::tempdir().unwrap();
    let mut tricky = fixture::station();
    tricky.programmes[0].title = Words::from([("kk", "<&>\"'\u{1}]]> \u{10ffff}"), ("en", " & ")]);
    tricky.channels[1].name = "A & B".into();
    let tricky = fixture::listed(&tricky, "khabar.kz", "2024-07-01", 3, "kk");
    for (name, listing) in [("khabar", khabar()), ("welle", welle()), ("tricky", tricky)] {
        let path = folder.path().join(format!("{name}.xml"));
        fs::write(&path, guide(&listing).0).unwrap();
        let dtd = Path::new("/usr/share/xmltv/xmltv.dtd");
        if !dtd.exists() {
            eprintln!("SKIPPED: {} is not there", dtd.display());
            continue;
        }
        validate(Command::new("tv_validate_file").arg("--dtd-file").arg(dtd).arg(&path));
        validate(
            Command::new("xmllint")
                .args(["--noout", "--nonet", "--dtdvalid"])
                .arg(dtd)
                .arg(&path),
        );
    }
}

fn validate(command: &mut Command) {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}: {said}");
            eprintln!("{name}: {said}");
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => eprintln!("SKIPPED: {name} is not installed"),
        Err(error) => panic!("{name}: {error}"),
    }
}

#[test]
fn the_validators_do_complain_of_a_bad_guide() {
    let dtd = Path::new("/usr/share/xmltv/xmltv.dtd");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.xml");
    let (text, _) = guide(&khabar());
    // The order of elements is the DTD's.
    fs::write(
        &path,
        text.replacen("<premiere/>\n    <new/>", "<new/>\n    <premiere/>", 1),
    )
    .unwrap();
    for name in ["tv_validate_file", "xmllint"] {
        let mut command = Command::new(name);
        let command = match name {
            "xmllint" => command.args(["--noout", "--nonet", "--dtdvalid"]).arg(dtd),
            _ => command.arg("--dtd-file").arg(dtd),
        };
        match command.arg(&path).output() {
            Ok(_) if !dtd.exists() => eprintln!("SKIPPED: {} is not there", dtd.display()),
            Ok(output) => assert!(!output.status.success(), "{name} takes anything"),
            Err(_) => eprintln!("SKIPPED: {name} is not installed"),
        }
    }
}
