//! It lasts longer than what is left of the slot: a longer slot, an earlier start, minutes of the next slot, or the pin that
//! covers a part of it goes elsewhere.

use arna_domain::index::{SlotEntry, SlotIx};
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::time::MINUTE;
use arna_domain::{Amendment, GridTime};

use super::{Proposal, Scene, pin};

const COST_OF_LENGTH: u32 = 5;
const COST_OF_AN_EARLIER_START: u32 = 8;
const COST_OF_THE_NEXT_SLOT: u32 = 12;

pub(super) fn fixes(scene: &Scene<'_>, _: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Length { duration_ms, room_ms } = grounds else {
        return Vec::new();
    };
    let at = scene.placed.instances.get(scene.instance);
    let slot = &scene.placed.index.slots[at.slot.at()];
    let minutes = u32::try_from((duration_ms - room_ms + MINUTE - 1) / MINUTE).unwrap_or_default();
    let length = |slot: &SlotEntry, length_min: u32| Amendment::SlotLength {
        slot: slot.id.clone(),
        length_min,
    };
    let longer = length(slot, slot.length_min() + minutes);
    let mut proposals = vec![Proposal {
        amendments: vec![longer.clone()],
        cost: COST_OF_LENGTH + minutes,
        focus: None,
    }];
    let earlier = slot
        .start
        .minutes()
        .checked_sub(minutes)
        .and_then(GridTime::from_minutes);
    if let Some(start) = earlier {
        let start = Amendment::SlotStart {
            slot: slot.id.clone(),
            start,
        };
        proposals.push(Proposal {
            amendments: vec![start, longer.clone()],
            cost: COST_OF_AN_EARLIER_START + minutes,
            focus: None,
        });
    }
    if let Some(next) = next_slot(scene, at.slot).filter(|next| next.length_min() > minutes)
        && let Some(start) = GridTime::from_minutes(next.start.minutes() + minutes)
    {
        let later = Amendment::SlotStart {
            slot: next.id.clone(),
            start,
        };
        proposals.push(Proposal {
            amendments: vec![longer, later, length(next, next.length_min() - minutes)],
            cost: COST_OF_THE_NEXT_SLOT + 2 * minutes,
            focus: None,
        });
    }
    proposals.extend(pin::out_of_slot(scene));
    proposals
}

/// The slot of the same layer that begins where this one ends, on that date.
fn next_slot<'a>(scene: &'a Scene<'_>, number: SlotIx) -> Option<&'a SlotEntry> {
    let index = scene.placed.index;
    let (own, date) = (
        &index.slots[number.at()],
        scene.placed.instances.get(scene.instance).date,
    );
    index.slots.iter().find(|slot| {
        slot.channel == own.channel && slot.layer == own.layer && slot.start == own.end && slot.stands_on(date)
    })
}
