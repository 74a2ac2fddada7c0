//! A licence's runs are used up: so many more.

use arna_domain::Amendment;
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;

use super::{Proposal, Scene};

const COST: u32 = 20;
const COST_OF_A_RUN: u32 = 5;

pub(super) fn fixes(scene: &Scene<'_>, _: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Runs { licence, runs, max } = grounds else {
        return Vec::new();
    };
    vec![Proposal {
        amendments: vec![Amendment::LicenceRuns {
            licence: scene.placed.index.licences[licence.at()].id.clone(),
            max_runs: Some(runs),
        }],
        cost: COST + COST_OF_A_RUN * runs.saturating_sub(max.unwrap_or(runs)),
        focus: None,
    }]
}
