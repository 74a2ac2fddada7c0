//! Dates, instants and the wall clock, computed here: of the planner's house only a zone's offset at an instant is asked.

use std::cell::RefCell;
use std::collections::HashMap;

use arna_domain::time::Zone;
use arna_domain::{Instant, Zones};

pub(super) const MINUTE: i64 = 60_000;
pub(super) const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;

/// `2024-07-01` as days since 1970 began.
pub(crate) fn day(text: &str) -> i64 {
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<i64>().unwrap());
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    // Years begin in March here, so that the leap day comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
        - 1
        - 719_468
}

/// Days since 1970 began as `2024-07-01`.
pub(super) fn day_text(wanted: i64) -> String {
    let year = (1900..2200)
        .rev()
        .find(|year| day(&format!("{year}-01-01")) <= wanted)
        .unwrap();
    let month = (1..=12)
        .rev()
        .find(|month| day(&format!("{year}-{month:02}-01")) <= wanted)
        .unwrap();
    let first = day(&format!("{year}-{month:02}-01"));
    format!("{year}-{month:02}-{:02}", wanted - first + 1)
}

/// Monday is 0; 1970 began on a Thursday.
pub(super) fn weekday(day: i64) -> usize {
    (day + 3).rem_euclid(7) as usize
}

pub(super) fn monday(day: i64) -> i64 {
    day - weekday(day) as i64
}

/// `25:30` as minutes.
pub(super) fn minutes(text: &str) -> i64 {
    let (hours, minutes) = text.split_once(':').unwrap();
    60 * hours.parse::<i64>().unwrap() + minutes.parse::<i64>().unwrap()
}

/// `2024-07-02T21:00:00.500+05:00` as milliseconds since 1970 began in UTC, and the offset in milliseconds.
pub(super) fn instant(text: &str) -> (i64, i64) {
    let (date, rest) = text.split_once('T').unwrap();
    let sign = rest.rfind(['+', '-', 'Z']).unwrap();
    let (time, zone) = rest.split_at(sign);
    let (hours_minutes, seconds) = time.rsplit_once(':').unwrap();
    let wall =
        day(date) * DAY + minutes(hours_minutes) * MINUTE + (seconds.parse::<f64>().unwrap() * 1000.0).round() as i64;
    let offset = match zone.split_at(1) {
        ("+", ahead) => minutes(ahead) * MINUTE,
        ("-", behind) => -minutes(behind) * MINUTE,
        _ => 0,
    };
    (wall - offset, offset)
}

/// The wall clock of a zone.
pub(super) struct Clock {
    zone: Zone,
    known: RefCell<HashMap<i64, i64>>,
}

impl Clock {
    pub(super) fn of(name: &str) -> Self {
        Self {
            zone: Zones::bundled().named(name).unwrap(),
            known: RefCell::default(),
        }
    }

    /// The offset at an instant, in milliseconds.
    pub(super) fn offset(&self, at: i64) -> i64 {
        i64::from(self.zone.offset_s(Instant::from_ms(at))) * 1000
    }

    /// The instant of a wall time of a date.
    pub(super) fn at(&self, date: i64, minutes: i64) -> i64 {
        let wall = date * DAY + minutes * MINUTE;
        *self
            .known
            .borrow_mut()
            .entry(wall)
            .or_insert_with(|| self.resolve(wall))
    }

    /// The first instant at which the clock shows this; where it never does, the first at which it shows more.
    fn resolve(&self, wall: i64) -> i64 {
        // Offsets lie between −12 and +14 hours.
        let mut offsets: Vec<i64> = (-15..=13).map(|hours| self.offset(wall + hours * HOUR)).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let shows = |&at: &i64| at + self.offset(at) == wall;
        if let Some(first) = offsets.iter().map(|offset| wall - offset).filter(shows).min() {
            return first;
        }
        let (mut low, mut high) = (wall - offsets[offsets.len() - 1], wall - offsets[0]);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if middle + self.offset(middle) > wall {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// The broadcast date that holds an instant.
    pub(super) fn date_of(&self, at: i64, day_start: i64) -> i64 {
        let near = at.div_euclid(DAY);
        (near - 3..=near + 3)
            .find(|&date| self.at(date, day_start) <= at && at < self.at(date + 1, day_start))
            .unwrap()
    }
}

#[test]
fn skipped_and_repeated_times_are_found_without_the_planners_clock() {
    let at = |zone: &str, text: &str, time: &str| Clock::of(zone).at(day(text), minutes(time));
    let utc = |text: &str| instant(text).0;
    assert_eq!(at("Europe/Berlin", "2024-03-31", "02:30"), utc("2024-03-31T01:00:00Z"));
    assert_eq!(at("Europe/Berlin", "2024-10-27", "02:30"), utc("2024-10-27T00:30:00Z"));
    assert_eq!(
        at("Asia/Almaty", "2024-02-29", "23:30"),
        utc("2024-02-29T23:30:00+06:00")
    );
    assert_eq!(
        at("Australia/Lord_Howe", "2024-10-06", "02:10"),
        utc("2024-10-06T02:30:00+11:00")
    );
    assert_eq!(
        at("Pacific/Apia", "2011-12-30", "12:00"),
        utc("2011-12-31T00:00:00+14:00")
    );
    assert_eq!(day_text(day("2024-02-29")), "2024-02-29");
    assert_eq!(weekday(day("2024-07-01")), 0);
}
