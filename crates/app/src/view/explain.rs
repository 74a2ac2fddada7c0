//! Why something is on air, or nothing, and what would help.

use arna_domain::{Amendment, Index};
use arna_exchange::amendments_json;
use serde::Serialize;
use specta::Type;

use super::problem::{ReasonView, reason};
use super::{Texts, texts};
use crate::desk::{Fix, Standing};
use crate::explaining::Explanation;

/// Why an airing is where it is, or why a slot is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ExplainView {
    /// The message `origin-<origin>`; none for an open slot.
    pub origin: Option<String>,
    /// Every rule that applies, with what it looked at.
    pub checks: Vec<CheckView>,
    /// What else could be there.
    pub candidates: Vec<CandidateView>,
}

/// A rule and what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CheckView {
    /// The message `rule-<code>`.
    pub code: String,
    /// Whether it is kept.
    pub passed: bool,
    /// What it looked at.
    pub values: Texts,
}

/// What else could be there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CandidateView {
    /// The rule that it breaks there, or `fits`.
    pub reason: ReasonView,
    /// Points by which the pool score would be more with it there; none where pools have no part in it.
    pub points: Option<i32>,
}

/// A change with which an open slot airs, tried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FixView {
    /// What to change; empty: calculating again, or anew, is enough.
    pub amendments: Vec<AmendmentView>,
    /// Whether it takes a calculation that keeps nothing of what is accepted, pins aside.
    pub anew: bool,
    /// The same as an `arna-amendments/1` document: what to hand back to have it made true.
    pub document: String,
    /// The version that airs then.
    pub airs: String,
    /// What the days come to without it.
    pub before: StandingView,
    /// What they come to with it.
    pub after: StandingView,
}

/// A change to the station: the message `amendment-<kind>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AmendmentView {
    /// Its kind.
    pub kind: String,
    /// With what values.
    pub values: Texts,
}

/// What some days come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct StandingView {
    /// The score of the pools.
    pub pool: i32,
    /// The score of the breaks.
    pub breaks: i32,
    /// Open slots.
    pub open: u32,
}

/// An explanation.
pub fn explanation(explanation: &Explanation) -> ExplainView {
    ExplainView {
        origin: explanation.origin.map(|origin| origin.as_str().to_owned()),
        checks: explanation
            .checks
            .iter()
            .map(|check| CheckView {
                code: check.code.clone(),
                passed: check.passed,
                values: texts(&check.values),
            })
            .collect(),
        candidates: explanation
            .candidates
            .iter()
            .map(|one| CandidateView {
                reason: reason(&one.refusal),
                points: one.points.map(points),
            })
            .collect(),
    }
}

/// Fixes, told of the station that they change.
pub fn fixes(fixes: &[Fix], index: &Index) -> Vec<FixView> {
    fixes
        .iter()
        .map(|fix| FixView {
            amendments: fix.amendments.iter().map(|one| amendment(one, index)).collect(),
            anew: fix.anew,
            document: amendments_json::write(&fix.amendments),
            airs: fix.airs.to_string(),
            before: standing(&fix.before),
            after: standing(&fix.after),
        })
        .collect()
}

/// An amendment, told of the station that it changes.
pub(super) fn amendment(amendment: &Amendment, index: &Index) -> AmendmentView {
    AmendmentView {
        kind: amendment.kind().to_owned(),
        values: texts(&amendment.values(index)),
    }
}

fn standing(standing: &Standing) -> StandingView {
    StandingView {
        pool: points(standing.pool),
        breaks: points(standing.breaks),
        open: u32::try_from(standing.open).unwrap_or(u32::MAX),
    }
}

/// A web page's numbers are safe to 2⁵³ only, and nobody earns so much.
pub(super) fn points(points: i64) -> i32 {
    i32::try_from(points).unwrap_or(if points < 0 { i32::MIN } else { i32::MAX })
}
