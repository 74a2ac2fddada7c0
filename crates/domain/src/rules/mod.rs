//! The hard rules: one function a rule, and one table that lists them all.
//!
//! Every programme airing (pin, sequel, repeat, pool) is judged by all of them, in the table's order. A rule that an airing
//! breaks is a refusal while it is only thought of, and a finding once it is on air.

mod grounds;
mod place;
mod rights;

pub use grounds::Grounds;

use crate::finding::{Refusal, Severity};
use crate::index::Index;
use crate::placed::{Placed, Showing};

/// What a rule says of an airing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// The rule is not about airings of this kind.
    DoesNotApply,
    /// It is kept, on these grounds.
    Kept(Grounds),
    /// It is broken, on these grounds.
    Broken(Grounds),
}

/// What a rule looks at besides the airing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The catalogue and the grid only: its judgement lasts, whatever else is on air.
    Station,
    /// What else is on air.
    Placed,
}

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its code: the message `finding-<code>`.
    pub code: &'static str,
    /// How bad it is when something on air breaks it.
    pub severity: Severity,
    /// What it looks at.
    pub needs: Needs,
    /// Judges an airing that is not (or no longer) placed against what is.
    pub judge: fn(&Placed<'_>, &Showing) -> Judgement,
}

/// All rules, in the order in which they are named: of several that an airing breaks a refusal tells the first.
pub const RULES: [Rule; 11] = [
    rule(
        "wrong_language",
        Severity::Warning,
        Needs::Station,
        place::wrong_language,
    ),
    rule("too_long", Severity::Error, Needs::Station, place::too_long),
    rule("not_licensed", Severity::Error, Needs::Station, rights::not_licensed),
    rule("runs_exhausted", Severity::Error, Needs::Placed, rights::runs_exhausted),
    rule("too_close", Severity::Warning, Needs::Placed, rights::too_close),
    rule("rating_hours", Severity::Error, Needs::Station, place::rating_hours),
    rule("held_back", Severity::Error, Needs::Placed, rights::held_back),
    rule("blacked_out", Severity::Error, Needs::Station, place::blacked_out),
    rule("day_limit", Severity::Warning, Needs::Placed, place::day_limit),
    rule("overlaps", Severity::Error, Needs::Placed, place::overlaps),
    rule("wrong_order", Severity::Warning, Needs::Station, place::wrong_order),
];

const fn rule(
    code: &'static str,
    severity: Severity,
    needs: Needs,
    judge: fn(&Placed<'_>, &Showing) -> Judgement,
) -> Rule {
    Rule {
        code,
        severity,
        needs,
        judge,
    }
}

/// The first rule of the table that an airing breaks.
pub fn first_broken(placed: &Placed<'_>, showing: &Showing) -> Option<(&'static Rule, Grounds)> {
    RULES.iter().find_map(|rule| match (rule.judge)(placed, showing) {
        Judgement::Broken(grounds) => Some((rule, grounds)),
        Judgement::DoesNotApply | Judgement::Kept(_) => None,
    })
}

/// Whether an airing keeps the rules that look only at the station.
pub fn keeps_lasting(placed: &Placed<'_>, showing: &Showing) -> bool {
    RULES
        .iter()
        .filter(|rule| rule.needs == Needs::Station)
        .all(|rule| !matches!((rule.judge)(placed, showing), Judgement::Broken(_)))
}

/// The refusal of an airing for a rule that it breaks.
pub fn refusal(index: &Index, showing: &Showing, rule: &Rule, grounds: &Grounds) -> Refusal {
    Refusal {
        version: Some(index.versions[showing.version.at()].id.clone()),
        code: rule.code.to_owned(),
        licence: grounds.licence().map(|licence| index.licences[licence.at()].id.clone()),
        values: grounds.values(index, showing.channel),
    }
}
