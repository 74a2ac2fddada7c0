//! Planning by the contract: its steps, what it explains, and planning again. What holds of every plan is in `laws`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod explain;
mod fixes;
mod live;
mod replan;
mod replan_laws;
mod rollout;
mod steps;
mod text;
