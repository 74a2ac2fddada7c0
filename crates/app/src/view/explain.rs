//! Why something is on air, or nothing.

use serde::Serialize;
use specta::Type;

use super::problem::reason;
use super::{Texts, texts};
use crate::desk::Explanation;

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
pub type CandidateView = super::problem::ReasonView;

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
        candidates: explanation.candidates.iter().map(reason).collect(),
    }
}
