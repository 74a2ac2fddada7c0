//! Airings: pinned, aired before, planned and accepted.

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, LicenceId, SlotId, VersionId};
use crate::language::Language;
use crate::time::{BroadcastDate, Instant};

/// An airing that a coordinator fixed; the planner never moves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pin {
    /// The channel.
    pub channel: ChannelId,
    /// When it starts.
    pub start: Instant,
    /// What airs.
    pub version: VersionId,
    /// The licence it is charged to, where the coordinator named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceId>,
}

/// An airing before the planned range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Aired {
    /// The channel.
    pub channel: ChannelId,
    /// When it started.
    pub start: Instant,
    /// What aired.
    pub version: VersionId,
    /// Whether it was a repeat, which does not move a strand on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repeat: bool,
    /// The licence it was charged to, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceId>,
}

/// Something on air in a plan or in the accepted schedule. Holds have no version but a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Airing {
    /// The channel.
    pub channel: ChannelId,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// When it starts.
    pub start: Instant,
    /// When it ends, not included.
    pub end: Instant,
    /// What airs; none for a hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
    /// A hold's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A hold's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The licence charged; none for holds, promos, fillers and uncharged pins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceId>,
    /// The slot; none for a pin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<SlotId>,
    /// Why it is there.
    pub origin: Origin,
}

/// Why an airing is where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Origin {
    /// A coordinator fixed it.
    Pin,
    /// The next episode of a strand.
    Sequel,
    /// What another slot showed.
    Repeat,
    /// Chosen from a pool.
    Pool,
    /// A live or foreign block.
    Hold,
    /// A campaign's promo in a break.
    Promo,
    /// A filler in a break.
    Filler,
}

impl Origin {
    /// Its word in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pin => "pin",
            Self::Sequel => "sequel",
            Self::Repeat => "repeat",
            Self::Pool => "pool",
            Self::Hold => "hold",
            Self::Promo => "promo",
            Self::Filler => "filler",
        }
    }

    /// The origin of this word.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::Pin,
            Self::Sequel,
            Self::Repeat,
            Self::Pool,
            Self::Hold,
            Self::Promo,
            Self::Filler,
        ]
        .into_iter()
        .find(|origin| origin.as_str() == word)
    }

    /// Whether it is a programme airing, to which the hard rules apply.
    pub fn is_programme(self) -> bool {
        matches!(self, Self::Pin | Self::Sequel | Self::Repeat | Self::Pool)
    }

    /// Whether it stands in a break.
    pub fn is_break(self) -> bool {
        matches!(self, Self::Promo | Self::Filler)
    }
}
