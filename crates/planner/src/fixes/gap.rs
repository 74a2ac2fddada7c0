//! Another airing of the episode is too close: a shorter gap, or the pin that is too close goes farther.

use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::time::HOUR;
use arna_domain::{Amendment, Instant};

use super::{Proposal, Scene, pin};

const COST: u32 = 25;

pub(super) fn fixes(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Gap {
        licence,
        other: Some(other),
        apart_ms: Some(apart_ms),
    } = grounds
    else {
        return Vec::new();
    };
    let entry = &scene.placed.index.licences[licence.at()];
    let hours = apart_ms / HOUR;
    let mut proposals = Vec::new();
    if hours * HOUR > entry.rerun_ms {
        proposals.push(Proposal {
            amendments: vec![Amendment::LicenceGap {
                licence: entry.id.clone(),
                min_gap_hours: u32::try_from(hours).unwrap_or(u32::MAX),
            }],
            cost: COST + u32::try_from((entry.min_gap_ms - apart_ms) / HOUR).unwrap_or(u32::MAX / 4),
            focus: None,
        });
    }
    let far: [Instant; 2] = [showing.start - entry.min_gap_ms, showing.start + entry.min_gap_ms];
    proposals.extend(pin::moved(scene, showing.channel, other, far));
    proposals
}
