//! The season is over: its strand begins again.

use arna_domain::Amendment;
use arna_domain::index::FillEntry;
use arna_domain::slot::{Fill, Sequel, Then};

use super::{Proposal, Scene};

const COST: u32 = 15;

pub(super) fn begin_again(scene: &Scene<'_>) -> Option<Proposal> {
    let index = scene.placed.index;
    let slot = &index.slots[scene.placed.instances.get(scene.instance).slot.at()];
    let FillEntry::Sequel {
        season,
        then: Then::Stop,
    } = slot.fill
    else {
        return None;
    };
    Some(Proposal {
        amendments: vec![Amendment::SlotFill {
            slot: slot.id.clone(),
            fill: Fill::Sequel(Sequel {
                season: index.seasons[season.at()].id.clone(),
                then: Then::Restart,
            }),
        }],
        cost: COST,
        focus: None,
    })
}
