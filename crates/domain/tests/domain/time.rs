//! Time as channels keep it: every zone, every day, every clock change.

use arna_domain::time::{ChannelClock, HOUR, LocalTime, MINUTE};
use arna_domain::{BroadcastDate, DateRange, GridTime, Instant, Zones};
use proptest::prelude::*;

fn clock(tz: &str, day_start: &str) -> ChannelClock {
    ChannelClock {
        zone: Zones::bundled().named(tz).unwrap(),
        day_start: GridTime::parse(day_start).unwrap(),
    }
}

/// What a grid time of a date comes to: `once`, `skipped` or `twice`, and the instant in UTC.
#[track_caller]
fn resolves(tz: &str, date: &str, time: &str, expected: &str) {
    let local = clock(tz, "06:00")
        .zone
        .resolve(BroadcastDate::parse(date).unwrap(), GridTime::parse(time).unwrap());
    let found = match local {
        LocalTime::Once(at) => format!("once {at}"),
        LocalTime::Skipped(at) => format!("skipped {at}"),
        LocalTime::Twice(first, second) => format!("twice {first} {second}"),
    };
    assert_eq!(found, expected, "{tz} {date} {time}");
}

#[test]
fn a_local_time_occurs_once_is_skipped_or_occurs_twice() {
    resolves("Asia/Almaty", "2024-07-02", "21:00", "once 2024-07-02T16:00:00Z");
    resolves("Asia/Almaty", "2024-07-02", "25:30", "once 2024-07-02T20:30:00Z");
    // Kazakhstan went from +06 to +05 when 2024-03-01 began: that last hour of February came twice.
    resolves(
        "Asia/Almaty",
        "2024-02-29",
        "23:30",
        "twice 2024-02-29T17:30:00Z 2024-02-29T18:30:00Z",
    );
    resolves("Europe/Berlin", "2024-03-30", "26:30", "skipped 2024-03-31T01:00:00Z");
    resolves(
        "Europe/Berlin",
        "2024-10-26",
        "26:30",
        "twice 2024-10-27T00:30:00Z 2024-10-27T01:30:00Z",
    );
    // Lord Howe moves by half an hour.
    resolves(
        "Australia/Lord_Howe",
        "2024-10-05",
        "26:15",
        "skipped 2024-10-05T15:30:00Z",
    );
    resolves(
        "Australia/Lord_Howe",
        "2024-04-06",
        "25:45",
        "twice 2024-04-06T14:45:00Z 2024-04-06T15:15:00Z",
    );
    // Samoa had no 30 December 2011 at all.
    resolves("Pacific/Apia", "2011-12-30", "12:00", "skipped 2011-12-30T10:00:00Z");
}

#[track_caller]
fn day_lasts(tz: &str, date: &str, minutes: i64) {
    let (from, until) = clock(tz, "06:00").day(BroadcastDate::parse(date).unwrap());
    assert_eq!((until - from) / MINUTE, minutes, "{tz} {date}");
}

#[test]
fn a_broadcast_day_is_as_long_as_its_clock_makes_it() {
    day_lasts("Asia/Almaty", "2024-07-01", 24 * 60);
    day_lasts("Asia/Almaty", "2024-02-29", 25 * 60);
    day_lasts("Europe/Berlin", "2024-03-30", 23 * 60);
    day_lasts("Europe/Berlin", "2024-10-26", 25 * 60);
    day_lasts("Australia/Lord_Howe", "2024-10-05", 23 * 60 + 30);
    day_lasts("Australia/Lord_Howe", "2024-04-06", 24 * 60 + 30);
}

#[test]
fn texts_carry_the_offset_of_their_moment_and_hours_past_midnight() {
    let clock = clock("Europe/Berlin", "06:00");
    let date = BroadcastDate::parse("2024-10-26").unwrap();
    let first = Instant::parse("2024-10-27T00:30:00Z").unwrap();
    assert_eq!(clock.text(first), "2024-10-27T02:30:00+02:00");
    assert_eq!(clock.text(first + HOUR), "2024-10-27T02:30:00+01:00");
    assert_eq!(clock.text(first + 1), "2024-10-27T02:30:00.001+02:00");
    assert_eq!(clock.wall_text(date, first + HOUR), "26:30:00");
    assert_eq!(clock.broadcast_date(first), date);
}

#[test]
fn an_instant_beyond_the_calendar_is_of_its_first_or_last_date() {
    let clock = clock("Asia/Almaty", "06:00");
    let now = Instant::parse("2024-07-02T12:00:00Z").unwrap();
    let never = i64::from(u32::MAX) * HOUR;
    let (first, last) = (clock.broadcast_date(now + -never), clock.broadcast_date(now + never));
    assert_eq!((first.plus_days(-1), last.plus_days(1)), (first, last));
}

#[test]
fn what_is_no_date_grid_time_or_instant_is_none() {
    for text in [
        "2024-02-30",
        "2024-2-3",
        "24-02-03",
        "2024-02-03 ",
        "",
        "1899-12-31",
        "２０２４-01-01",
    ] {
        assert_eq!(BroadcastDate::parse(text), None, "{text:?}");
    }
    for text in ["6:00", "06:60", "48:01", "-1:00", "06:00:00", ""] {
        assert_eq!(GridTime::parse(text), None, "{text:?}");
    }
    for text in [
        "2024-07-02T21:00:00",
        "2024-07-02T21:00:00.0001Z",
        "2024-07-02",
        "2300-01-01T00:00:00Z",
    ] {
        assert_eq!(Instant::parse(text), None, "{text:?}");
    }
}

/// Slots that meet on the wall clock meet in time, and fill the day: on this day of this zone, cut at these minutes.
fn tiles(clock: &ChannelClock, date: BroadcastDate, cuts: &[u32]) -> Result<(), TestCaseError> {
    let start = clock.day_start.minutes();
    let mut times: Vec<u32> = cuts.iter().map(|cut| start + cut % (24 * 60)).collect();
    times.extend([start, start + 24 * 60]);
    times.sort_unstable();
    let at = |minutes| clock.at(date, GridTime::from_minutes(minutes).unwrap());
    let (from, until) = clock.day(date);
    prop_assert_eq!(at(times[0]), from);
    prop_assert_eq!(at(start + 24 * 60), until);
    for pair in times.windows(2) {
        prop_assert!(at(pair[0]) <= at(pair[1]), "{} {:?}", date, pair);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn slots_tile_every_day_of_every_zone(
        zone in 0..10_000_usize,
        day in 7_305..24_837_i64, // 1990-01-01 to 2037-12-31
        day_start in 0..1_440_u32,
        cuts in prop::collection::vec(0..1_440_u32, 0..40),
    ) {
        let zones = Zones::bundled();
        let names = zones.names();
        let clock = ChannelClock {
            zone: zones.named(&names[zone % names.len()]).unwrap(),
            day_start: GridTime::from_minutes(day_start).unwrap(),
        };
        tiles(&clock, BroadcastDate::from_days_since_epoch(day), &cuts)?;
    }

    #[test]
    fn each_instant_has_one_broadcast_date_and_its_text_is_that_instant(
        zone in 0..10_000_usize,
        ms in 631_152_000_000..2_145_916_800_000_i64, // 1990 to 2037
        day_start in 0..1_440_u32,
    ) {
        let zones = Zones::bundled();
        let names = zones.names();
        let clock = ChannelClock {
            zone: zones.named(&names[zone % names.len()]).unwrap(),
            day_start: GridTime::from_minutes(day_start).unwrap(),
        };
        let at = Instant::from_ms(ms);
        let (from, until) = clock.day(clock.broadcast_date(at));
        prop_assert!(from <= at && at < until);
        prop_assert_eq!(Instant::parse(&clock.text(at)), Some(at));
    }
}

/// The days on which something happens, all of them: each change of each zone from 1990 to 2037, with slots of ten minutes.
#[test]
fn slots_tile_every_clock_change_there_is() {
    let zones = Zones::bundled();
    let (from, until) = (
        Instant::parse("1990-01-01T00:00:00Z").unwrap(),
        Instant::parse("2038-01-01T00:00:00Z").unwrap(),
    );
    let cuts: Vec<u32> = (0..144).map(|n| n * 10).collect();
    let mut changes = 0;
    for name in zones.names() {
        let zone = zones.named(&name).unwrap();
        for (at, _) in zone.changes(from, until) {
            let clock = ChannelClock {
                zone: zone.clone(),
                day_start: GridTime::parse("06:00").unwrap(),
            };
            tiles(&clock, clock.broadcast_date(at), &cuts).unwrap_or_else(|error| panic!("{name}: {error}"));
            changes += 1;
        }
    }
    assert!(changes > 10_000, "{changes}");
}

#[test]
fn no_range_goes_on_to_where_instants_cannot_be_read_back() {
    let date = |text| BroadcastDate::parse(text).unwrap();
    assert!(DateRange::new(date("2199-12-25"), 5).is_some());
    assert_eq!(DateRange::new(date("2199-12-25"), 6), None);
    assert_eq!(DateRange::new(date("1900-01-01"), 1), None);
    assert_eq!(DateRange::new(date("2024-07-01"), DateRange::LONGEST + 1), None);
    for (tz, date) in [
        ("Etc/GMT-14", BroadcastDate::EARLIEST),
        ("Etc/GMT+12", BroadcastDate::LATEST),
    ] {
        let clock = clock(tz, "00:00");
        for minutes in [0, GridTime::LATEST_MINUTES] {
            let at = clock.at(date, GridTime::at_most(minutes));
            assert_eq!(Instant::parse(&at.to_string()), Some(at), "{tz} {date}");
        }
    }
}
