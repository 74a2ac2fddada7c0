//! Licences: what may air where, when, in which language and how often.

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, LicenceId, ProgrammeId, SeasonId};
use crate::language::Language;
use crate::time::{BroadcastDate, HOUR};

/// A right to air a programme, or one season of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Licence {
    /// Unique among licences. Their order in the document is the order in which airings are charged.
    pub id: LicenceId,
    /// The programme.
    pub programme: ProgrammeId,
    /// One season of it, or (`null`) every season.
    #[serde(default)]
    pub season: Option<SeasonId>,
    /// The channels; empty: all.
    #[serde(default)]
    pub channels: Vec<ChannelId>,
    /// The languages; empty: all.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// The first broadcast date.
    pub from: BroadcastDate,
    /// The last broadcast date, included.
    pub until: BroadcastDate,
    /// Runs of each episode on each channel; `null`: no limit.
    #[serde(default)]
    pub max_runs: Option<u32>,
    /// Whether `max_runs` counts over all the licence's channels together.
    #[serde(default)]
    pub shared: bool,
    /// An airing that starts at most this many hours after a run began is part of that run.
    #[serde(default)]
    pub rerun_hours: u32,
    /// Hours that must lie between two starts of an episode on a channel; `rerun_hours` + 1 when absent, and always more
    /// than `rerun_hours`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_gap_hours: Option<u32>,
}

impl Licence {
    /// `rerun_hours` in milliseconds.
    pub fn rerun_ms(&self) -> i64 {
        i64::from(self.rerun_hours) * HOUR
    }

    /// The gap in milliseconds.
    pub fn min_gap_ms(&self) -> i64 {
        i64::from(self.min_gap_hours()) * HOUR
    }

    /// Hours that must lie between two starts of an episode on a channel.
    pub fn min_gap_hours(&self) -> u32 {
        self.min_gap_hours.unwrap_or(self.rerun_hours.saturating_add(1))
    }
}
