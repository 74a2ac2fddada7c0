//! Holdbacks and blackouts.

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, SeasonId};
use crate::time::Instant;

/// A season's episodes air on other channels only some hours after the first channel showed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holdback {
    /// The season held back.
    pub season: SeasonId,
    /// The channel that shows each episode first.
    pub first_channel: ChannelId,
    /// Hours between the first start there and any start elsewhere.
    pub hours: u32,
}

/// A span in which a channel does not air some programmes, or any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Blackout {
    /// The channel.
    pub channel: ChannelId,
    /// Its beginning.
    pub from: Instant,
    /// Its end, not included.
    pub until: Instant,
    /// Programmes with one of these tags are kept off; empty: all are.
    #[serde(default)]
    pub tags: Vec<String>,
}
