//! A programme is on air too often that day: one airing a day more.

use arna_domain::Amendment;
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;

use super::{Proposal, Scene};

const COST: u32 = 5;

pub(super) fn fixes(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::DayLimit { airings, max } = grounds else {
        return Vec::new();
    };
    let index = scene.placed.index;
    let programme = index.versions[showing.version.at()].programme;
    vec![Proposal {
        amendments: vec![Amendment::DayLimit {
            programme: index.programmes[programme.at()].id.clone(),
            max_per_day: airings,
        }],
        cost: COST + airings.saturating_sub(max),
        focus: None,
    }]
}
