//! Another channel shows the season first: it waits less, it does not wait, or the premiere's pin goes earlier.

use arna_domain::Amendment;
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::time::HOUR;

use super::{Proposal, Scene, pin};

const COST_OF_LESS: u32 = 20;
const COST_OF_NONE: u32 = 35;

pub(super) fn fixes(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Holdback {
        first_channel,
        wait_ms,
        premiere,
    } = grounds
    else {
        return Vec::new();
    };
    let index = scene.placed.index;
    let season = &index.seasons[index.versions[showing.version.at()].season.at()].id;
    let first = &index.channels[first_channel.at()].id;
    let mut proposals = vec![Proposal {
        amendments: vec![Amendment::HoldbackLost {
            season: season.clone(),
            first_channel: first.clone(),
        }],
        cost: COST_OF_NONE,
        focus: None,
    }];
    let Some(premiere) = premiere else { return proposals };
    if premiere <= showing.start {
        let hours = (showing.start - premiere) / HOUR;
        proposals.push(Proposal {
            amendments: vec![Amendment::HoldbackHours {
                season: season.clone(),
                first_channel: first.clone(),
                hours: u32::try_from(hours).unwrap_or_default(),
            }],
            cost: COST_OF_LESS + u32::try_from(wait_ms / HOUR - hours).unwrap_or_default(),
            focus: None,
        });
    }
    proposals.extend(pin::moved(scene, first_channel, premiere, [showing.start - wait_ms]));
    proposals
}
