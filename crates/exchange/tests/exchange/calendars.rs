//! Calendars, as a parser that is not the writer takes them.

use arna_domain::{Instant, ProgrammeId, Words};
use arna_exchange::ics::{self, Publication};
use arna_exchange::listing::Listing;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use proptest::prelude::*;

use crate::fixture;
use crate::schedules::{khabar, told, welle};

pub fn publication() -> Publication {
    Publication {
        programme: None,
        sequence: 3,
        published: Instant::parse("2024-06-20T12:00:00+05:00").unwrap(),
    }
}

pub fn calendar(listing: &Listing, as_of: &Publication) -> String {
    let mut text = Vec::new();
    ics::write(listing, as_of, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

/// An event as the parser takes it: UID, start and end in seconds since 1970, title.
pub fn events(text: &str) -> Vec<(String, i64, i64, String)> {
    let calendar = ICalendar::parse(text).unwrap();
    let events = calendar
        .components
        .iter()
        .filter(|one| one.component_type == ICalendarComponentType::VEvent);
    let said = |event: &calcard::icalendar::ICalendarComponent, property: ICalendarProperty| {
        let entry = event
            .property(&property)
            .unwrap_or_else(|| panic!("an event without {property:?}"));
        match entry.values.first().unwrap() {
            ICalendarValue::Text(text) => (0, text.to_string()),
            ICalendarValue::PartialDateTime(at) => {
                assert_eq!((at.tz_hour, at.tz_minute), (Some(0), Some(0)), "in UTC: {at:?}");
                let date = chrono::NaiveDate::from_ymd_opt(
                    at.year.unwrap().into(),
                    at.month.unwrap().into(),
                    at.day.unwrap().into(),
                );
                let time = date.unwrap().and_hms_opt(
                    at.hour.unwrap().into(),
                    at.minute.unwrap().into(),
                    at.second.unwrap().into(),
                );
                (time.unwrap().and_utc().timestamp(), String::new())
            }
            other => panic!("{other:?}"),
        }
    };
    events
        .map(|event| {
            (
                said(event, ICalendarProperty::Uid).1,
                said(event, ICalendarProperty::Dtstart).0,
                said(event, ICalendarProperty::Dtend).0,
                said(event, ICalendarProperty::Summary).1,
            )
        })
        .collect()
}

#[test]
fn another_parser_gets_the_same_times_and_titles() {
    for listing in [khabar(), welle()] {
        let events = events(&calendar(&listing, &publication()));
        let events: Vec<_> = events
            .into_iter()
            .map(|(_, start, end, title)| (start, end, title))
            .collect();
        assert_eq!(events, told(&listing));
    }
}

#[test]
fn a_calendar_is_published_in_utc_with_its_revision() {
    let text = calendar(&khabar(), &publication());
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"),
        "{text}"
    );
    for line in [
        "METHOD:PUBLISH",
        "VERSION:2.0",
        "SEQUENCE:3",
        "DTSTAMP:20240620T070000Z",
        "DTSTART:20240701T160000Z",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line}: {text}");
    }
    assert!(!text.contains("TZID") && !text.contains("VTIMEZONE"), "{text}");
    assert_eq!(text, calendar(&khabar(), &publication()), "the same each time");
}

#[test]
fn only_one_programme_where_one_is_asked_for() {
    let quotes = Publication {
        programme: Some(ProgrammeId::from("quotes")),
        ..publication()
    };
    let titles: Vec<_> = events(&calendar(&khabar(), &quotes))
        .into_iter()
        .map(|one| one.3)
        .collect();
    assert_eq!(titles, ["Классикалық дәйексөздер"; 2]);
}

#[test]
fn an_event_keeps_its_uid_when_its_airing_moves_within_the_date() {
    let mut station = fixture::station();
    let uids = |station: &_| {
        let listing = fixture::listed(station, "khabar.kz", "2024-07-01", 3, "kk");
        events(&calendar(&listing, &publication()))
            .into_iter()
            .map(|one| one.0)
            .collect::<Vec<_>>()
    };
    let before = uids(&station);
    assert_eq!(
        before.iter().collect::<std::collections::HashSet<_>>().len(),
        before.len(),
        "{before:?}"
    );
    let moved = &mut station.schedule[1];
    moved.start = moved.start + 600_000;
    moved.end = moved.end + 600_000;
    assert_eq!(uids(&station), before);
}

fn lines_are_short(text: &str) {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains('\n'), "{line}");
    }
}

#[test]
fn lines_are_folded_by_octets() {
    let mut station = fixture::station();
    let title = "Қазақстан мен Қытайдың мәдени алмасуы: ".repeat(9) + &"情系中国·共同的梦想".repeat(9);
    station.programmes[1].title = Words::from([("kk", title.as_str())]);
    let listing = fixture::listed(&station, "khabar.kz", "2024-07-02", 2, "kk");
    let text = calendar(&listing, &publication());
    lines_are_short(&text);
    assert!(events(&text).iter().any(|event| event.3 == title));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_title_is_told_as_it_is(title in "\\PC{0,120}", name in any::<String>()) {
        let mut station = fixture::station();
        station.channels[1].name = name;
        station.programmes[1].title = Words::from([("kk", title.as_str())]);
        let listing = fixture::listed(&station, "khabar.kz", "2024-07-02", 2, "kk");
        let text = calendar(&listing, &publication());
        lines_are_short(&text);
        let told: Vec<_> = told(&listing);
        let events: Vec<_> = events(&text).into_iter().map(|one| (one.1, one.2, one.3)).collect();
        prop_assert_eq!(events, told);
    }
}
