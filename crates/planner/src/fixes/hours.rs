//! Its rating may not air at that hour: the slot moves into the hours.

use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::{Amendment, GridTime};

use super::{Proposal, Scene};

const COST: u32 = 15;

pub(super) fn fixes(scene: &Scene<'_>, _: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Rating {
        window: Some((from, until)),
        ..
    } = grounds
    else {
        return Vec::new();
    };
    let slot = &scene.placed.index.slots[scene.placed.instances.get(scene.instance).slot.at()];
    let last = until
        .minutes()
        .checked_sub(slot.length_min())
        .and_then(GridTime::from_minutes);
    let start = if slot.start < from { Some(from) } else { last };
    let inside = start.filter(|start| from <= *start && *start != slot.start);
    let proposal = inside.map(|start| Proposal {
        amendments: vec![Amendment::SlotStart {
            slot: slot.id.clone(),
            start,
        }],
        cost: COST + start.minutes().abs_diff(slot.start.minutes()) / 30,
        focus: None,
    });
    proposal.into_iter().collect()
}
