//! One schedule in every format, read back, says the same start, end and title: over clock changes and past midnight. Readers are
//! others' where there are some: calamine, calcard, csv, serde_json, an XML reader that knows nothing of the writers; only of BXF
//! nobody else's is at hand.

use std::collections::BTreeSet;

use arna_domain::receiver::{DateOf, Edition};
use arna_domain::{Airing, ChannelId, FrameRate, Instant, Origin, Station, VersionId};
use arna_exchange::bxf as bxf_format;
use arna_exchange::listing::Listing;
use arna_exchange::page;
use arna_exchange::playout::{self, Naming};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::fixture::{self, ParseDate as _};
use crate::schedules::{guide, table, told, told_by_guide, told_by_sheet};
use crate::{books, bxf, calendars, dvbi, pages, papers, playlists, tva};

type Told = Vec<(i64, i64, String)>;

/// The fixture with another schedule of a channel on a broadcast date: start, end, version.
fn scheduled(channel: &str, date: &str, airings: &[(&str, &str, &str)]) -> Listing {
    let mut station: Station = fixture::station();
    let one = |&(start, end, version): &(&str, &str, &str)| Airing {
        channel: ChannelId::from(channel),
        date: date.parse_date(),
        start: Instant::parse(start).unwrap(),
        end: Instant::parse(end).unwrap(),
        version: Some(VersionId::from(version)),
        title: None,
        language: None,
        licence: None,
        slot: None,
        origin: Origin::Pin,
    };
    station.schedule = airings.iter().map(one).collect();
    fixture::listed(&playlists::with_files(station), channel, date, 1, "kk")
}

/// Kazakhstan's clocks went from UTC+6 to UTC+5 at midnight to 1 March 2024: 23:30 came twice.
fn almaty() -> Listing {
    scheduled(
        "khabar.kz",
        "2024-02-29",
        &[
            (
                "2024-02-29T22:55:00+06:00",
                "2024-02-29T23:25:00+06:00",
                "steppe/1/1.de",
            ),
            (
                "2024-02-29T23:30:00+06:00",
                "2024-02-29T23:55:00+06:00",
                "common-dream/1/1.kk",
            ),
            (
                "2024-02-29T23:30:00+05:00",
                "2024-02-29T23:55:30+05:00",
                "common-dream/1/2.kk",
            ),
            (
                "2024-03-01T01:30:00+05:00",
                "2024-03-01T01:55:00+05:00",
                "common-dream/1/1.kk",
            ),
            (
                "2024-03-01T05:40:00+05:00",
                "2024-03-01T06:00:00+05:00",
                "quotes/3/6.kk",
            ),
        ],
    )
}

/// Berlin's clocks skipped 02:00 to 03:00 on 31 March 2024.
fn spring() -> Listing {
    scheduled(
        "welle.de",
        "2024-03-30",
        &[
            (
                "2024-03-30T23:50:00+01:00",
                "2024-03-31T00:20:00+01:00",
                "steppe/1/1.de",
            ),
            (
                "2024-03-31T01:50:00+01:00",
                "2024-03-31T03:15:30+02:00",
                "common-dream/1/2.de",
            ),
            (
                "2024-03-31T03:15:30+02:00",
                "2024-03-31T03:45:30+02:00",
                "steppe/1/1.de",
            ),
        ],
    )
}

/// The fixture's, with a repeated hour and half a second.
fn autumn() -> Listing {
    let station = playlists::with_files(fixture::station());
    fixture::listed(&station, "welle.de", "2024-10-26", 1, "kk")
}

/// The fixture's, past midnight, with breaks and a live block.
fn summer() -> Listing {
    let station = playlists::with_files(fixture::station());
    fixture::listed(&station, "khabar.kz", "2024-07-01", 1, "kk")
}

fn listings() -> [(&'static str, Listing); 4] {
    [
        ("almaty", almaty()),
        ("spring", spring()),
        ("autumn", autumn()),
        ("summer", summer()),
    ]
}

#[test]
fn guides_tables_books_calendars_and_guides_for_sets_say_the_same() {
    for (name, listing) in listings() {
        let truth = told(&listing);
        assert_eq!(told_by_guide(&guide(&listing).0), truth, "{name}: XMLTV");
        assert_eq!(told_by_sheet(&table(&listing).0), truth, "{name}: CSV");
        assert_eq!(told_by_book(&listing), truth, "{name}: XLSX");
        let events = calendars::events(&calendars::calendar(&listing, &calendars::publication()));
        let events: Told = events.into_iter().map(|one| (one.1, one.2, one.3)).collect();
        assert_eq!(events, truth, "{name}: ICS");
        assert_eq!(
            tva::told_by_set(&tva::guide(&listing, Edition::Of2024)).1,
            truth,
            "{name}: TV-Anytime"
        );
        let guide = dvbi::guide(&listing, Edition::Of2024).0;
        assert_eq!(tva::told_by_set(&guide).1, truth, "{name}: DVB-I");
    }
}

/// As calamine reads cells: the date and hours past midnight with the offset beside them.
fn told_by_book(listing: &Listing) -> Told {
    let (_, rows) = books::said(&books::book(listing).0);
    let seconds = |cell: &str| {
        cell.split(':')
            .fold(0, |sum, part| sum * 60 + part.parse::<i64>().unwrap())
    };
    let told = rows[1..]
        .iter()
        .filter(|row| !["promo", "filler"].contains(&row[9].as_str()));
    told.map(|row| {
        let offset = seconds(&row[4][4..]) * 60 * if &row[4][3..4] == "-" { -1 } else { 1 };
        let start = row[0].parse_date().days_since_epoch() * 86_400 + seconds(&row[1]) - offset;
        (start, start + seconds(&row[2]), row[5].clone())
    })
    .collect()
}

#[test]
fn bxf_says_the_same_to_the_frame() {
    for (name, listing) in listings() {
        for rate in FrameRate::ALL {
            let text = bxf::written(&listing, rate, DateOf::Calendar);
            let received = bxf_format::read::read(text.as_bytes(), &listing.clock, DateOf::Calendar).unwrap();
            let frame = 1_000 / rate.labels() + 1;
            assert_eq!(received.airings.len(), listing.airings.len());
            for (own, got) in listing.airings.iter().zip(&received.airings) {
                let off = ((own.start - got.start).abs(), (own.end - got.end).abs());
                assert!(off.0 <= frame && off.1 <= frame, "{name} {rate:?}: {off:?} {own:?}");
                assert_eq!(own.title(), got.title());
            }
        }
    }
}

#[test]
fn playlists_say_the_same() {
    let station = playlists::with_files(fixture::station());
    let (stock, naming) = (playlists::stock(&station), Naming::default());
    for (name, listing) in listings() {
        let date = listing.range.from;
        let day = playout::day(&listing, &stock, &naming, date).unwrap();
        let (from, until) = listing.clock.day(date);
        let played = playlists::played(&playlists::json(&day));
        assert_eq!(played.last().unwrap().1, until - from, "{name}: the day is filled");
        for airing in listing.airings.iter().filter(|one| one.media.is_some()) {
            let (start, end) = (airing.start - from, airing.end - from);
            let own: Vec<_> = played
                .iter()
                .filter(|one| one.2 == airing.title() && start <= one.0 && one.1 <= end)
                .collect();
            assert_eq!(own.first().map(|one| one.0), Some(start), "{name}: {airing:?}");
            // What is longer than its file is filled, which a finding says.
            let is_short = day.findings.iter().any(|one| one.code == "playout_short_file");
            assert!(
                is_short || own.last().map(|one| one.1) == Some(end),
                "{name}: {airing:?}"
            );
        }
        let mut text = Vec::new();
        playout::write_json(&day, &mut text).unwrap();
        let list = playout::read::read(&text).unwrap();
        let received = playout::read::received(vec![list], &listing.clock);
        assert_eq!(received.remarks, [], "{name}");
        for airing in listing.airings.iter().filter(|one| !one.origin.is_break()) {
            let found = received.airings.iter().find(|one| one.start == airing.start).unwrap();
            assert_eq!(found.title(), airing.title(), "{name}: {airing:?}");
            let file = airing.media.as_ref();
            // What is longer than its file ends with it; a day ends all.
            let end = file.map_or(airing.end, |file| airing.end.min(airing.start + file.duration_ms));
            assert_eq!(found.end, end.min(until), "{name}: {airing:?}");
            assert_eq!(found.origin == Some(Origin::Hold), airing.origin == Origin::Hold);
        }
        let mut m3u = Vec::new();
        playout::write_m3u(&day, &mut m3u).unwrap();
        let mut at = 0;
        let lines: Vec<_> = String::from_utf8(m3u)
            .unwrap()
            .lines()
            .filter_map(|line| {
                line.strip_prefix("#EXTINF:")?
                    .split_once(',')
                    .map(|(lasts, title)| (lasts.to_owned(), title.to_owned()))
            })
            .map(|(lasts, title)| {
                let start = at;
                at += (lasts.parse::<f64>().unwrap() * 1_000.0).round() as i64;
                (start, at, title)
            })
            .collect();
        assert_eq!(lines, played, "{name}: M3U");
    }
}

#[test]
fn pages_say_the_same() {
    for (name, listing) in listings() {
        let station = fixture::station();
        let programmes: BTreeSet<_> = listing
            .airings
            .iter()
            .filter(|one| !one.origin.is_break())
            .filter_map(|one| one.programme.clone())
            .collect();
        let mut got = Told::new();
        for programme in programmes {
            let about = page::subject(&station, &programme, &listing.language).unwrap();
            let mut text = Vec::new();
            page::write(
                std::slice::from_ref(&listing),
                &about,
                listing.range,
                &pages::words(),
                &mut text,
            )
            .unwrap();
            got.extend(told_by_page(&String::from_utf8(text).unwrap()));
        }
        got.sort();
        let holds = listing
            .airings
            .iter()
            .filter(|one| one.origin == Origin::Hold)
            .map(|one| one.seconds().0);
        let holds: Vec<_> = holds.collect();
        let mut truth = told(&listing);
        truth.retain(|one| !holds.contains(&one.0));
        assert_eq!(got, truth, "{name}");
    }
}

#[test]
fn paper_says_the_same() {
    for (name, listing) in listings() {
        papers::week_says(&listing, name);
        papers::rundown_says(&listing, name);
    }
}

/// As a person reads it: the heading's title, then rows of six cells.
fn told_by_page(text: &str) -> Told {
    let mut reader = Reader::from_str(text);
    let (mut title, mut cells, mut said, mut told) = (String::new(), Vec::new(), String::new(), Told::new());
    let seconds = |cell: &str, parts: u32| {
        let found = cell.split(':').count() as u32;
        cell.split(':')
            .fold(0, |sum, part| sum * 60 + part.parse::<i64>().unwrap())
            * 60_i64.pow(parts - found)
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) if element.name().as_ref() == "tr" => cells.clear(),
            Event::Start(_) => said.clear(),
            Event::Text(text) => said.push_str(&text),
            Event::GeneralRef(entity) => said.push_str(quick_xml::escape::resolve_xml_entity(&entity).unwrap()),
            Event::End(element) => match element.name().as_ref() {
                "h1" => title.clone_from(&said),
                "td" => cells.push(said.clone()),
                "tr" if cells.len() == 6 => {
                    let date = cells[0].split(' ').next_back().unwrap().parse_date();
                    let offset = seconds(&cells[2][1..], 3) * if cells[2].starts_with('-') { -1 } else { 1 };
                    let start = date.days_since_epoch() * 86_400 + seconds(&cells[1], 3) - offset;
                    told.push((start, start + seconds(&cells[3], 3), title.clone()));
                }
                _ => {}
            },
            Event::Eof => return told,
            _ => {}
        }
    }
}
