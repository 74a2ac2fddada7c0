//! Calculates what airs when, per channel and language, and says why.
//!
//! A plan is a function of the station, the range, the seed and the effort: the same inputs give the same plan on every
//! machine and with any number of threads. [`plan`] goes through the steps of the planner's contract (`docs/PLANNING.md`):
//! what is fixed, sequels and their repeats, pools, repeats of pools, breaks. [`review`] judges a schedule that is accepted
//! already by the same rules, and [`explain_airing`] and [`explain_open`] say why something is on air, or nothing;
//! [`fixes`] finds what would have to change for an open slot to air.

mod breaks;
mod difference;
mod draft;
mod earlier;
mod explain;
mod findings;
mod fixed;
mod fixes;
mod live;
mod outcome;
mod plan;
mod pools;
mod quota;
mod refusals;
mod replan;
mod request;
mod review;
pub mod rollout;
mod score;
mod strands;
mod threads;
mod worth;

pub use breaks::{Rest, fill_rests};
pub use difference::{Cause, Changed, Difference, Moved, difference};
pub use draft::Draft;
pub use explain::{Candidate, Check, Cover, Explanation, explain_airing, explain_open};
pub use findings::in_order;
pub use fixes::{Fix, OpenAsked, Standing, fixes};
pub use live::{Effect, Grid, Live, LiveError, QuotaChange, Vacancy};
pub use plan::{plan, plan_then};
pub use quota::{WeekOnAir, weeks_on_air};
pub use replan::{Accepted, Depth, Keep, Replanned, replan};
pub use request::{Earned, Effort, PlanError, Progress, Proof, Request, Step};
pub use review::{RUNS_ON, Review, broken_by, review, running_on, survey};
