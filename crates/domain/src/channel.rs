//! Channels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::ChannelId;
use crate::language::Language;
use crate::time::GridTime;

/// A channel with its zone, its broadcast day and its duties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Channel {
    /// Unique among channels. In XMLTV's form (`khabar.kz`) where a guide is to be written.
    pub id: ChannelId,
    /// The name on air.
    pub name: String,
    /// The IANA zone of its clock: `Asia/Almaty`.
    pub tz: String,
    /// Local time at which the broadcast day begins, before 24:00.
    pub day_start: GridTime,
    /// The territory it serves: an ISO 3166 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// For each restricted rating the wall-clock window [from, until) of the broadcast date in which it may air.
    #[serde(default)]
    pub rating_hours: BTreeMap<String, (GridTime, GridTime)>,
    /// Languages' shares of the airtime that each week, Monday to Sunday of broadcast dates, must reach.
    #[serde(default)]
    pub quotas: Vec<Quota>,
}

/// A language's due share of a channel's weekly airtime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quota {
    /// The language.
    pub language: Language,
    /// The least share, in percent, 0 to 100.
    pub min_share_pct: u8,
}
