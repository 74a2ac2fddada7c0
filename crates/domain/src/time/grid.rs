//! Wall-clock times of a broadcast date.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A wall-clock time on a broadcast date: minutes after the date's local midnight, 00:00 to 48:00. `25:30` on D is 01:30 on
/// D+1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GridTime(u16);

impl GridTime {
    /// The latest grid time, 48:00, in minutes.
    pub const LATEST_MINUTES: u32 = 48 * 60;

    /// The grid time this many minutes after local midnight; `None` above 48:00.
    pub fn from_minutes(minutes: u32) -> Option<Self> {
        (minutes <= Self::LATEST_MINUTES).then(|| u16::try_from(minutes).ok().map(Self))?
    }

    /// The grid time this many minutes after local midnight, 48:00 where that is later.
    pub fn at_most(minutes: u32) -> Self {
        Self(u16::try_from(minutes.min(Self::LATEST_MINUTES)).unwrap_or_default())
    }

    /// Minutes after the date's local midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }

    /// The grid time of `06:00` or `25:30`. `None`: another form, minutes above 59, or after 48:00.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        if !two(hours) || !two(minutes) {
            return None;
        }
        let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
        (minutes < 60).then(|| Self::from_minutes(hours * 60 + minutes))?
    }
}

impl fmt::Display for GridTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Debug for GridTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for GridTime {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for GridTime {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format_args!(
                "a grid time from \"00:00\" to \"48:00\" such as \"25:30\", not {text:?}"
            ))
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for GridTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "GridTime".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "pattern": "^([0-3][0-9]|4[0-7]):[0-5][0-9]$|^48:00$",
            "description": "Wall clock on a broadcast date; may pass midnight: 25:30"
        })
    }
}
