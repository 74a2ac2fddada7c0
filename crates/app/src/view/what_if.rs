//! What would be if: two plans beside each other.

use arna_domain::{Amendment, Index, Language, Station};
use serde::Serialize;
use specta::Type;

use super::explain::{AmendmentView, StandingView, amendment, points};
use super::problem::{ProblemView, finding, open};
use super::proposal::{RowView, rows};
use crate::what_if::WhatIf;

/// What would be if.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WhatIfView {
    /// What is assumed.
    pub amendments: Vec<AmendmentView>,
    /// The first date.
    pub from: String,
    /// The dates.
    pub days: u32,
    /// What they come to as the station is.
    pub without: StandingView,
    /// What they come to then.
    pub with: StandingView,
    /// Programmes and holds that change, by channel and time; what breaks first.
    pub rows: Vec<RowView>,
    /// Rows that are not among them.
    pub more: u32,
    /// Airings that stay as they are.
    pub kept: u32,
    /// Slots that would be open, with the reasons.
    pub opened: Vec<ProblemView>,
    /// Slots that would no longer be open.
    pub closed: Vec<ProblemView>,
    /// Findings that would come.
    pub found: Vec<ProblemView>,
    /// Findings that would go.
    pub gone: Vec<ProblemView>,
}

/// A comparison, in a language. `amended` is the station as it would be.
pub fn what_if(
    compared: &WhatIf,
    amendments: &[Amendment],
    station: &Station,
    index: &Index,
    amended: &Station,
    language: &Language,
) -> WhatIfView {
    let WhatIf {
        index: then,
        without,
        with,
        difference,
        opened,
        closed,
        found,
        gone,
    } = compared;
    let standing = |plan: &arna_domain::Plan| StandingView {
        pool: points(plan.score.pool),
        breaks: points(plan.score.breaks),
        open: u32::try_from(plan.open.len()).unwrap_or(u32::MAX),
    };
    let (rows, more) = rows(difference, with.range, (station, index), (amended, then), language);
    let more = u32::try_from(more).unwrap_or(u32::MAX);
    WhatIfView {
        amendments: amendments.iter().map(|one| amendment(one, index)).collect(),
        from: with.range.from.to_string(),
        days: with.range.days,
        without: standing(without),
        with: standing(with),
        rows,
        more,
        kept: u32::try_from(difference.kept.len()).unwrap_or(u32::MAX),
        opened: opened.iter().map(|one| open(one, then)).collect(),
        closed: closed.iter().map(|one| open(one, index)).collect(),
        found: found.iter().map(|one| finding(one, then)).collect(),
        gone: gone.iter().map(|one| finding(one, index)).collect(),
    }
}
