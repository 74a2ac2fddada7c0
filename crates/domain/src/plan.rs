//! The plan document, `arna-plan/1`: a proposal.

use serde::{Deserialize, Serialize};

use crate::airing::Airing;
use crate::finding::{Finding, Refusal};
use crate::id::SlotId;
use crate::range::DateRange;
use crate::time::BroadcastDate;

/// What the planner proposes for a range. Written out with each channel's own offsets by the exchange's plan document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The dates planned.
    pub range: DateRange,
    /// The seed it was calculated with.
    pub seed: u64,
    /// Everything on air, sorted by channel and start.
    pub airings: Vec<Airing>,
    /// Slot instances without a programme airing, sorted as [`Plan::airings`] would be, with the reasons.
    pub open: Vec<OpenSlot>,
    /// What a coordinator should know.
    pub findings: Vec<Finding>,
    /// What it is worth.
    pub score: Score,
}

/// A slot instance that stays open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenSlot {
    /// The slot.
    pub slot: SlotId,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// The candidates and the rule that each broke.
    pub refusals: Vec<Refusal>,
}

/// Scores in the points of the planner's contract; more is better, below 0 is possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// What the pools earn, less what quotas miss.
    pub pool: i64,
    /// What promos earn, less the seconds that nothing covers.
    #[serde(rename = "break")]
    pub breaks: i64,
}
