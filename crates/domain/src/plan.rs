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
    /// What no plan of the same request can exceed, where a proof was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}

/// Proven upper limits of both scores: what the steps before leave possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// Of [`Score::pool`]: no filling of the pools exceeds it, the fixed airings, sequels and their repeats being what they are.
    pub pool: i64,
    /// Of [`Score::breaks`]: no filling of the breaks exceeds it, the programmes being what they are.
    #[serde(rename = "break")]
    pub breaks: i64,
}

impl Score {
    /// By how many percent of what is possible each score may fall short at most: pools, breaks. None without a proof, and
    /// where nothing at all can be earned.
    pub fn short_by_at_most(&self) -> Option<(f64, f64)> {
        let bound = self.bound?;
        let share = |score: i64, bound: i64| (bound > 0).then(|| 100.0 * (bound - score) as f64 / bound as f64);
        Some((
            share(self.pool, bound.pool)?,
            share(self.breaks, bound.breaks).unwrap_or_default(),
        ))
    }
}
