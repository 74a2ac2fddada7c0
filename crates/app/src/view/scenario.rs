//! Plans B and how they differ from the schedule.

use arna_domain::{Airing, Index, Language, Station};
use serde::Serialize;
use specta::Type;

use super::verdict::{LandingView, landings};
use crate::planning::Difference;
use crate::scenario::PlanB;

/// A plan B.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ScenarioView {
    /// Its name.
    pub name: String,
    /// Its first date.
    pub from: String,
    /// How many dates.
    pub days: u32,
    /// When it was made, in UTC.
    pub made: String,
    /// Programmes and holds that it holds.
    pub airings: u32,
}

/// How the schedule would change with a plan B.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ComparedView {
    /// What would come.
    pub added: Vec<LandingView>,
    /// What would go.
    pub removed: Vec<LandingView>,
    /// What would air at another time: where it would be.
    pub moved: Vec<LandingView>,
    /// What would stay, breaks not counted.
    pub kept: u32,
}

/// A plan B, for a list.
pub fn scenario(plan_b: &PlanB) -> ScenarioView {
    let bodies = plan_b.airings.iter().filter(|one| !one.origin.is_break());
    ScenarioView {
        name: plan_b.name.clone(),
        from: plan_b.range.from.to_string(),
        days: plan_b.range.days,
        made: plan_b.made.to_string(),
        airings: u32::try_from(bodies.count()).unwrap_or(u32::MAX),
    }
}

/// How the schedule would change with a plan B, in a language.
pub fn compared(
    plan_b: &PlanB,
    difference: &Difference,
    station: &Station,
    index: &Index,
    language: &Language,
) -> ComparedView {
    let bodies = |airings: Vec<&Airing>| -> Vec<Airing> {
        let mut bodies: Vec<Airing> = airings
            .into_iter()
            .filter(|one| !one.origin.is_break())
            .cloned()
            .collect();
        bodies.sort_by(|a, b| (a.start, &a.channel).cmp(&(b.start, &b.channel)));
        bodies
    };
    let shown = |airings: Vec<&Airing>| landings(&bodies(airings), station, index, language);
    let added = shown(difference.added.iter().map(|one| &one.airing).collect());
    let moved = shown(difference.moved.iter().map(|one| &one.after).collect());
    let all = plan_b.airings.iter().filter(|one| !one.origin.is_break()).count();
    ComparedView {
        kept: u32::try_from(all.saturating_sub(added.len() + moved.len())).unwrap_or(u32::MAX),
        removed: shown(difference.removed.iter().map(|one| &one.airing).collect()),
        added,
        moved,
    }
}
