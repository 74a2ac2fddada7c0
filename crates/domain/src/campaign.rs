//! Promo campaigns, what they are for, and fillers.

use serde::{Deserialize, Serialize};

use crate::id::{CampaignId, ChannelId, EpisodeId, OccasionId, ProgrammeId, SeasonId, VersionId};
use crate::time::{BroadcastDate, GridTime, MINUTE};

/// A promo that is to air so many times a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Campaign {
    /// Unique among campaigns.
    pub id: CampaignId,
    /// The promo.
    pub version: VersionId,
    /// The channels it runs on.
    pub channels: Vec<ChannelId>,
    /// The first broadcast date.
    pub from: BroadcastDate,
    /// The last broadcast date, included.
    pub until: BroadcastDate,
    /// Airings at most on each channel and broadcast date.
    pub per_day: u32,
    /// Minutes at least between two starts on a channel.
    pub min_gap_min: u32,
    /// The wall-clock window [from, until) of the broadcast date in which it may start.
    pub hours: (GridTime, GridTime),
    /// What an airing is worth, 1 to 5.
    #[serde(default = "Campaign::usual_weight")]
    pub weight: u8,
    /// The occasion it hangs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<OccasionId>,
}

impl Campaign {
    /// The weight that holds when the document names none.
    pub fn usual_weight() -> u8 {
        3
    }

    /// The gap in milliseconds.
    pub fn min_gap_ms(&self) -> i64 {
        i64::from(self.min_gap_min) * MINUTE
    }
}

/// What a campaign is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CampaignTarget {
    /// The campaign.
    pub campaign: CampaignId,
    /// What it promotes.
    pub of: Target,
}

/// What a campaign promotes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Target {
    /// A programme.
    Programme(ProgrammeId),
    /// A season.
    Season(SeasonId),
    /// An episode.
    Episode(EpisodeId),
    /// An occasion.
    Occasion(OccasionId),
}

/// A version that may fill the rest of a slot: ident, trailer, landscape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filler {
    /// The version.
    pub version: VersionId,
}
