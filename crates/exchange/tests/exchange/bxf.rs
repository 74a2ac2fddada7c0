//! BXF both ways.

use arna_domain::receiver::DateOf;
use arna_domain::{FrameRate, Instant};
use arna_exchange::bxf::{self, Profile, read::read};
use arna_exchange::listing::Listing;
use arna_exchange::received::{At, Received};
use insta::assert_snapshot;

use crate::fixture;
use crate::schedules::{khabar, welle};

fn profile(rate: FrameRate, date_of: DateOf) -> Profile {
    Profile {
        rate,
        date_of,
        published: Instant::parse("2024-06-20T12:00:00+05:00").unwrap(),
    }
}

pub fn written(listing: &Listing, rate: FrameRate, date_of: DateOf) -> String {
    let mut text = Vec::new();
    assert_eq!(bxf::write(listing, &profile(rate, date_of), &mut text).unwrap(), 0);
    String::from_utf8(text).unwrap()
}

fn codes(received: &Received) -> Vec<(&'static str, String)> {
    received.remarks.iter().map(|one| (one.code, one.at.shown())).collect()
}

#[test]
fn events_past_midnight() {
    assert_snapshot!(written(&khabar(), FrameRate::Fps25, DateOf::Calendar));
}

#[test]
fn what_is_written_reads_back_at_every_rate_by_either_date() {
    for rate in FrameRate::ALL {
        for date_of in DateOf::ALL {
            for listing in [khabar(), welle()] {
                let text = written(&listing, rate, date_of);
                let received = read(text.as_bytes(), &listing.clock, date_of).unwrap();
                // Half a frame is the most that a rounded end may be off.
                let half_frame = 500 / rate.labels() + 1;
                assert_eq!(received.airings.len(), listing.airings.len());
                for (own, got) in listing.airings.iter().zip(&received.airings) {
                    assert!(
                        (own.start - got.start).abs() <= half_frame,
                        "{rate:?} {date_of:?} {own:?} {got:?}"
                    );
                    assert!(
                        (own.end - got.end).abs() <= 2 * half_frame,
                        "{rate:?} {date_of:?} {own:?} {got:?}"
                    );
                    assert_eq!((own.title(), own.date), (got.title(), got.date.unwrap()));
                    assert_eq!(own.origin.is_break(), got.origin.is_some());
                }
                let strange: Vec<_> = codes(&received)
                    .into_iter()
                    .filter(|one| one.0 != "time_twice")
                    .collect();
                assert_eq!(strange, []);
            }
        }
    }
}

#[test]
fn a_repeated_hour_is_told_apart_by_order() {
    let listing = welle();
    let received = read(
        written(&listing, FrameRate::Fps25, DateOf::Calendar).as_bytes(),
        &listing.clock,
        DateOf::Calendar,
    )
    .unwrap();
    let twice: Vec<_> = received
        .airings
        .iter()
        .filter(|one| listing.clock.text(one.start).contains("T02:45"))
        .collect();
    let starts: Vec<_> = twice.iter().map(|one| listing.clock.text(one.start)).collect();
    assert_eq!(starts, ["2024-10-27T02:45:00+02:00", "2024-10-27T02:45:00+01:00"]);
}

#[test]
fn the_date_beside_a_time_past_midnight_is_the_receivers_choice() {
    let by = |date_of| written(&khabar(), FrameRate::Fps25, date_of);
    let event =
        |date: &str| format!("broadcastDate=\"{date}\" frameRate=\"25\">\n              <SmpteTimeCode>01:30:00:00");
    assert!(
        by(DateOf::Calendar).contains(&event("2024-07-02")),
        "{}",
        by(DateOf::Calendar)
    );
    assert!(by(DateOf::Broadcast).contains(&event("2024-07-01")));
    assert!(!by(DateOf::Calendar).contains(">25:30"));
}

#[test]
fn every_event_has_what_readers_drop_events_for_want_of() {
    let listing = khabar();
    let text = written(&listing, FrameRate::Drop2997, DateOf::Calendar);
    for tag in [
        "<EventTitle>",
        "<Name>",
        "<StartMode>",
        "<EndMode>",
        "<HouseNumber>",
        "<AlternateId ",
        "<SOM>",
        "<StartDateTime>",
    ] {
        let wanted = listing.airings.len() + usize::from(tag == "<Name>");
        assert_eq!(text.matches(tag).count(), wanted, "{tag}");
    }
    let programmes = listing.airings.iter().filter(|one| !one.origin.is_break()).count();
    assert_eq!(text.matches("<ProgramName>").count(), programmes);
    assert!(
        text.contains("21:00:00;00") && text.contains("frameRate=\"29.97\""),
        "{text}"
    );
    assert_eq!(text.matches("urn:uuid:").count(), 2 + listing.airings.len());
    assert_eq!(
        text,
        written(&listing, FrameRate::Drop2997, DateOf::Calendar),
        "the same each time"
    );
}

/// What real exporters write: another case, another year, a header before the first segment, a logo beside it, a frame 26.
const WILD: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<b:BxfMessage xmlns:b="http://smpte-ra.org/schemas/2021/2008/BXF">
 <b:BxfData Action="add">
  <b:Schedule scheduleStart="2024-07-02T20:00:00:00">
   <b:Channel ShortName="KHB"/>
   <b:ScheduledEvent><b:EventData EventType="Primary-ProgramHeader"><b:EventTitle>Common Dream</b:EventTitle>
    <b:StartDateTime><b:SmpteDateTime BroadcastDate="2024-07-02" FrameRate="25"><b:SmpteTimeCode>20:00:00:00</b:SmpteTimeCode></b:SmpteDateTime></b:StartDateTime>
    <b:LengthOption><b:Duration><b:SmpteDuration><b:SmpteTimeCode>00:50:00:00</b:SmpteTimeCode></b:SmpteDuration></b:Duration></b:LengthOption></b:EventData></b:ScheduledEvent>
   <b:ScheduledEvent><b:EventData EventType="primary"><b:EventTitle>Common <![CDATA[Dream]]> &#x26; more</b:EventTitle>
    <b:PrimaryEvent><b:ProgramEvent><b:SegmentNumber>1</b:SegmentNumber></b:ProgramEvent></b:PrimaryEvent>
    <b:StartDateTime><b:SmpteDateTime BroadcastDate="2024-07-02" FrameRate="25"><b:SmpteTimeCode>20:00:00:26</b:SmpteTimeCode></b:SmpteDateTime></b:StartDateTime>
    <b:LengthOption><b:Duration><b:SmpteDuration><b:SmpteTimeCode>00:25:00:00</b:SmpteTimeCode></b:SmpteDuration></b:Duration></b:LengthOption></b:EventData>
    <b:Content><b:ContentId><b:HouseNumber>CD-1</b:HouseNumber></b:ContentId></b:Content></b:ScheduledEvent>
   <b:ScheduledEvent><b:EventData EventType="NonPrimary"><b:EventTitle>LOGO</b:EventTitle></b:EventData></b:ScheduledEvent>
   <b:ScheduledEvent><b:EventData EventType="Primary"><b:PrimaryEvent><b:NonProgramEvent><b:Details><b:AdType>Promo</b:AdType></b:Details></b:NonProgramEvent></b:PrimaryEvent>
    <b:StartDateTime><b:SmpteDateTime BroadcastDate="2024-07-02"><b:SmpteTimeCode>20:25:01</b:SmpteTimeCode></b:SmpteDateTime></b:StartDateTime>
    <b:LengthOption><b:Duration><b:SmpteDuration><b:SmpteTimeCode>00:00:30:00</b:SmpteTimeCode></b:SmpteDuration></b:Duration></b:LengthOption></b:EventData>
    <b:Content><b:Name>Promo &unknown;</b:Name></b:Content></b:ScheduledEvent>
   <b:ScheduledEvent><b:EventData EventType="Primary"><b:EventTitle>No time</b:EventTitle></b:EventData></b:ScheduledEvent>
  </b:Schedule>
 </b:BxfData>
</b:BxfMessage>
"#;

#[test]
fn what_others_write_is_read_with_remarks() {
    let clock = khabar().clock;
    let received = read(WILD.as_bytes(), &clock, DateOf::Calendar).unwrap();
    let told: Vec<_> = received
        .airings
        .iter()
        .map(|one| {
            (
                clock.text(one.start),
                one.end - one.start,
                one.title(),
                one.segment,
                one.at.clone(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "2024-07-02T20:00:01.040+05:00".to_owned(),
                1_500_000,
                "Common Dream & more",
                Some(1),
                At::Line(9)
            ),
            (
                "2024-07-02T20:25:01+05:00".to_owned(),
                30_000,
                "Promo",
                None,
                At::Line(15)
            ),
        ]
    );
    assert_eq!(received.airings[0].house_number.as_deref(), Some("CD-1"));
    assert_eq!(received.airings[1].origin, Some(arna_domain::Origin::Promo));
    assert_eq!(received.channels[0].id, "KHB");
    let codes = codes(&received);
    for wanted in [
        ("program_headers", "6"),
        ("secondary_events", "14"),
        ("frame_too_high", "9"),
        ("unknown_entity", "18"),
        ("bad_start", "19"),
    ] {
        assert!(
            codes.contains(&(wanted.0, wanted.1.to_owned())),
            "{wanted:?}: {codes:?}"
        );
    }
}

#[test]
fn what_is_no_bxf_is_refused_with_its_place() {
    let clock = khabar().clock;
    let refused = |text: &str| {
        let error = read(text.as_bytes(), &clock, DateOf::Calendar).unwrap_err();
        (error.code, error.line)
    };
    assert_eq!(refused("<tv/>"), ("not_bxf", 1));
    assert_eq!(refused(""), ("not_bxf", 1));
    assert_eq!(refused("<BxfMessage>\n<a>\n"), ("cut_short", 3));
    assert_eq!(refused("<BxfMessage>\n</a>"), ("not_xml", 2));
    assert_eq!(
        refused(&("<BxfMessage>".to_owned() + &"<a>".repeat(100))),
        ("too_deep", 1)
    );
    assert_eq!(
        refused("<?xml version='1.0' encoding='klingon'?><BxfMessage/>"),
        ("unknown_encoding", 1)
    );
}

#[test]
fn an_empty_range_is_a_schedule_without_events() {
    let listing = fixture::listed(&fixture::station(), "khabar.kz", "2024-07-01", 0, "kk");
    let text = written(&listing, FrameRate::Fps24, DateOf::Calendar);
    assert!(
        !text.contains("ScheduledEvent") && text.contains("ScheduleStart=\"2024-07-01T06:00:00:00\""),
        "{text}"
    );
}
