//! What is asked of the planner, and why it may refuse.

use std::fmt;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};

use arna_domain::{DateRange, Index, Values, values};

/// What to plan, and how.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The station.
    pub index: &'a Index,
    /// The broadcast dates.
    pub range: DateRange,
    /// Where the search for better pools begins: other seeds, other plans of about the same score.
    pub seed: u64,
    /// How long to look for something better.
    pub effort: Effort,
    /// Threads at most; they never change the plan.
    pub threads: NonZeroUsize,
    /// Whether to prove how good the plan is.
    pub proof: Proof,
}

/// Whether a plan comes with upper limits of its scores. It costs time, and changes nothing in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proof {
    /// It does not.
    #[default]
    Spared,
    /// It does: [`arna_domain::Score::bound`].
    Given,
}

/// How long to look for something better: so many rounds and changes, never so much time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// A moment: about half a second for four channels and four weeks.
    Fast,
    /// The usual: ten times that.
    #[default]
    Normal,
    /// A hundred times that.
    Best,
}

impl Effort {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Fast, Self::Normal, Self::Best];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fast => "fast",
            Self::Normal => "normal",
            Self::Best => "best",
        }
    }
}

impl fmt::Display for Effort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Effort {
    type Err = UnknownEffort;
    fn from_str(word: &str) -> Result<Self, UnknownEffort> {
        Self::ALL
            .into_iter()
            .find(|effort| effort.as_str() == word)
            .ok_or(UnknownEffort)
    }
}

/// A word that names no effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an effort is fast, normal or best")]
pub struct UnknownEffort;

/// A step of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Sequels and their repeats.
    Sequels,
    /// Pools.
    Pools,
    /// The proof of how good pools can be.
    Proof,
    /// Repeats of pools.
    Repeats,
    /// Promos and fillers.
    Breaks,
}

impl Step {
    /// Its word: the message `step-<word>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sequels => "sequels",
            Self::Pools => "pools",
            Self::Proof => "proof",
            Self::Repeats => "repeats",
            Self::Breaks => "breaks",
        }
    }
}

/// How far a calculation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The step under way.
    pub step: Step,
    /// Slot instances, or rounds of the search, that are done.
    pub done: u64,
    /// All of them.
    pub total: u64,
    /// What the pools earn so far, in points; none where nothing is compared yet, or what stays counts too.
    pub earned: Option<Earned>,
}

/// What the pools earn, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earned {
    /// By the best filling found so far: it never falls.
    pub score: i64,
    /// At most, by any filling; none without a proof.
    pub bound: Option<i64>,
}

impl Earned {
    /// By how many percent of what is possible the score may fall short at most; none without a proof.
    pub fn short_by_at_most(&self) -> Option<f64> {
        let bound = self.bound.filter(|bound| *bound > 0)?;
        Some(100.0 * (bound - self.score) as f64 / bound as f64)
    }
}

/// Who is told how far a calculation is; a break cancels it.
pub type Report<'a> = &'a (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// The report asked to stop.
    #[error("the calculation was cancelled")]
    Cancelled,
    /// An airing of the history lies in the range or after it.
    #[error("{path}: history of {channel} at {start} is not before {from}")]
    HistoryInRange {
        /// Where in the document.
        path: String,
        /// Its channel.
        channel: String,
        /// Its start, with the channel's offset.
        start: String,
        /// The first date of the range.
        from: String,
    },
}

impl PlanError {
    /// The code: the message `failure-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::HistoryInRange { .. } => "history_in_range",
        }
    }

    /// The code's values.
    pub fn values(&self) -> Values {
        match self {
            Self::Cancelled => values! {},
            Self::HistoryInRange {
                path,
                channel,
                start,
                from,
            } => values! { "path" => path, "channel" => channel, "start" => start, "from" => from },
        }
    }
}

/// Tells how far a step is, at most about a hundred times.
pub(crate) struct Meter<'a> {
    report: Report<'a>,
    step: Step,
    done: AtomicU64,
    total: u64,
    next: AtomicU64,
    /// Whether the report has asked to stop: no thread goes on then.
    broken: AtomicBool,
    tally: Option<Tally>,
}

/// What the pools earn, counted while they are filled: what is earned already, and the best so far of the part that is filled now.
struct Tally {
    kept: AtomicI64,
    empty: AtomicI64,
    best: AtomicI64,
    bound: Option<i64>,
}

impl<'a> Meter<'a> {
    /// A step of so many instances begins.
    pub(crate) fn begin(report: Report<'a>, step: Step, total: usize) -> Result<Self, PlanError> {
        let meter = Self {
            report,
            step,
            done: AtomicU64::new(0),
            total: total as u64,
            next: AtomicU64::new(0),
            broken: AtomicBool::new(false),
            tally: None,
        };
        meter.tell()?;
        Ok(meter)
    }

    /// Tells from now on what the pools earn as well: so much does what stands already, so much they may earn at most.
    pub(crate) fn counting(mut self, earned: Earned) -> Self {
        self.tally = Some(Tally {
            kept: AtomicI64::new(earned.score),
            empty: AtomicI64::new(0),
            best: AtomicI64::new(0),
            bound: earned.bound,
        });
        self
    }

    /// Another part of the pools is filled now, which earns so much while it is empty; what the part before came to is kept.
    pub(crate) fn next_part(&self, empty: i64) {
        if let Some(tally) = &self.tally {
            tally
                .kept
                .fetch_add(tally.best.swap(0, Ordering::Relaxed), Ordering::Relaxed);
            tally.empty.store(empty, Ordering::Relaxed);
        }
    }

    /// A filling of the part earns so much, on whatever thread.
    pub(crate) fn found(&self, score: i64) {
        if let Some(tally) = &self.tally {
            let gain = score - tally.empty.load(Ordering::Relaxed);
            tally.best.fetch_max(gain, Ordering::Relaxed);
        }
    }

    /// So many more are done, on whatever thread.
    pub(crate) fn advance(&self, count: u64) -> Result<(), PlanError> {
        if self.broken.load(Ordering::Relaxed) {
            return Err(PlanError::Cancelled);
        }
        let done = self.done.fetch_add(count, Ordering::Relaxed) + count;
        if done < self.next.load(Ordering::Relaxed) && done < self.total {
            return Ok(());
        }
        self.next.store(done + (self.total / 100).max(1), Ordering::Relaxed);
        self.tell()
    }

    fn tell(&self) -> Result<(), PlanError> {
        let progress = Progress {
            step: self.step,
            done: self.done.load(Ordering::Relaxed).min(self.total),
            total: self.total,
            earned: self.tally.as_ref().map(|tally| Earned {
                score: tally.kept.load(Ordering::Relaxed) + tally.best.load(Ordering::Relaxed),
                bound: tally.bound,
            }),
        };
        match (self.report)(progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => {
                self.broken.store(true, Ordering::Relaxed);
                Err(PlanError::Cancelled)
            }
        }
    }
}
