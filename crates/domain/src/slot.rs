//! The weekly grid: slots and what fills them.

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, OccasionId, ProgrammeId, SeasonId, SlotId};
use crate::language::Language;
use crate::time::{BroadcastDate, GridTime, Weekday};

/// A slot of a channel's grid, on some weekdays of some dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slot {
    /// Unique among slots.
    pub id: SlotId,
    /// The channel.
    pub channel: ChannelId,
    /// The weekdays of the broadcast dates it stands on; every day when absent.
    #[serde(default = "Weekday::all")]
    pub days: Vec<Weekday>,
    /// The first broadcast date; unbounded when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<BroadcastDate>,
    /// The last broadcast date, included; unbounded when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<BroadcastDate>,
    /// Higher layers override lower ones where they overlap: seasons, one-offs.
    #[serde(default)]
    pub layer: i32,
    /// Wall-clock start on the broadcast date; may pass midnight (`25:30`).
    pub start: GridTime,
    /// Nominal length in minutes; the real one differs where the clock changes.
    pub length_min: u32,
    /// What the time is worth: 1 (night) to 5 (prime time).
    #[serde(default = "Slot::usual_weight")]
    pub weight: u8,
    /// The languages wanted, best first.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// The occasion it hangs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<OccasionId>,
    /// What fills it.
    pub fill: Fill,
}

impl Slot {
    /// The weight that holds when the document names none.
    pub fn usual_weight() -> u8 {
        3
    }

    /// Whether the slot stands on this broadcast date.
    pub fn stands_on(&self, date: BroadcastDate) -> bool {
        self.from.is_none_or(|from| from <= date)
            && self.until.is_none_or(|until| date <= until)
            && self.days.contains(&date.weekday())
    }
}

/// What fills a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Fill {
    /// The next episode of a season.
    Sequel(Sequel),
    /// What another slot of the channel showed.
    Repeat(Repeat),
    /// The best of a part of the catalogue.
    Pool(Pool),
    /// A live or foreign block without a catalogue item.
    Hold(Hold),
}

impl Fill {
    /// Its word in documents.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Sequel(_) => "sequel",
            Self::Repeat(_) => "repeat",
            Self::Pool(_) => "pool",
            Self::Hold(_) => "hold",
        }
    }
}

/// A strand: the season's walk through its sequel slots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sequel {
    /// The season.
    pub season: SeasonId,
    /// What comes after its last episode.
    #[serde(default)]
    pub then: Then,
}

/// What comes after a season's last episode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Then {
    /// The slot stays open.
    #[default]
    Stop,
    /// The first episode again.
    Restart,
}

/// A repeat of what a slot of the same channel showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repeat {
    /// The slot repeated.
    pub of: SlotId,
    /// How many broadcast dates later; 0: the same date.
    #[serde(default)]
    pub days_after: u32,
}

/// The part of the catalogue that a slot takes from. An empty list restricts nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pool {
    /// These programmes.
    #[serde(default)]
    pub programmes: Vec<ProgrammeId>,
    /// Programmes of these kinds.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Programmes with one of these tags.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// A live or foreign block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hold {
    /// Its title.
    pub title: String,
    /// Its language, which counts for the quotas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}
