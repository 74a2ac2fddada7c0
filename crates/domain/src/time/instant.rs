//! A point of time.

use std::fmt;
use std::ops::{Add, Sub};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point of time: milliseconds since 1970-01-01T00:00:00Z, in the years 1900 to 2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

const FIRST: i64 = -2_208_988_800_000;
const LAST: i64 = 7_258_118_400_000;

impl Instant {
    /// The instant this many milliseconds after 1970 began, in UTC.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds since 1970 began, in UTC.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// The instant of an RFC 3339 text. `None`: no such text, no offset, finer than a millisecond, or outside 1900–2199.
    pub fn parse(text: &str) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        let ms = moment.timestamp_millis();
        let whole = moment.timestamp_subsec_nanos() % 1_000_000 == 0;
        (whole && (FIRST..LAST).contains(&ms)).then_some(Self(ms))
    }
}

impl Add<i64> for Instant {
    type Output = Self;
    /// So many milliseconds later.
    fn add(self, ms: i64) -> Self {
        Self(self.0 + ms)
    }
}

impl Sub<i64> for Instant {
    type Output = Self;
    /// So many milliseconds earlier.
    fn sub(self, ms: i64) -> Self {
        Self(self.0 - ms)
    }
}

impl Sub for Instant {
    type Output = i64;
    /// Milliseconds from the other to this.
    fn sub(self, other: Self) -> i64 {
        self.0 - other.0
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC; a channel's own form is `ChannelClock::text`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match DateTime::<Utc>::from_timestamp_millis(self.0) {
            Some(moment) if self.0 % 1_000 == 0 => f.write_str(&moment.to_rfc3339_opts(SecondsFormat::Secs, true)),
            Some(moment) => f.write_str(&moment.to_rfc3339_opts(SecondsFormat::Millis, true)),
            None => write!(f, "{} ms", self.0),
        }
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format_args!(
                "an instant with its offset such as \"2024-07-02T21:00:00+05:00\", to the millisecond, not {text:?}"
            ))
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "format": "date-time",
            "description": "An instant with its offset, to the millisecond: 2024-07-02T21:00:00+05:00"
        })
    }
}
