//! What became of a slot instance.

use arna_domain::Refusal;
use arna_domain::placed::Showing;
use arna_domain::rules::Rule;
use arna_domain::rules::{Grounds, refusal};
use arna_domain::{Index, Values};

/// What a slot instance comes to.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// Something airs.
    Airs(Showing),
    /// It stays open, for these reasons.
    Open(Vec<Reason>),
}

/// Why a slot instance stays open.
#[derive(Clone, Debug)]
pub(crate) enum Reason {
    /// A version breaks a rule.
    Refused(Showing, &'static Rule, Grounds),
    /// The strand is at its end.
    SeasonFinished,
    /// The slot repeated showed nothing of its own.
    NothingToRepeat,
}

impl Reason {
    /// As a plan says it.
    pub(crate) fn refusal(&self, index: &Index) -> Refusal {
        let without_version = |code: &str| Refusal {
            version: None,
            code: code.to_owned(),
            licence: None,
            values: Values::new(),
        };
        match self {
            Self::Refused(showing, rule, grounds) => refusal(index, showing, rule, grounds),
            Self::SeasonFinished => without_version("season_finished"),
            Self::NothingToRepeat => without_version("nothing_to_repeat"),
        }
    }
}
