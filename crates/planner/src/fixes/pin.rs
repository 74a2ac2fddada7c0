//! What a person laid in the way: a pin is moved, a blackout lifted.

use arna_domain::index::ChannelIx;
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::time::HOUR;
use arna_domain::{Amendment, Instant};

use super::{Proposal, Scene};

const COST_OF_A_MOVE: u32 = 10;
const COST_OF_A_BLACKOUT: u32 = 15;

/// The pin of a channel at an instant moved to each of some instants; the farther the dearer. It stays within the dates that are
/// planned again: what it would come upon elsewhere nobody would see.
pub(super) fn moved(
    scene: &Scene<'_>,
    channel: ChannelIx,
    start: Instant,
    to: impl IntoIterator<Item = Instant>,
) -> Vec<Proposal> {
    let index = scene.placed.index;
    let clock = &index.channels[channel.at()].clock;
    let is_pin = index
        .pins
        .iter()
        .any(|pin| pin.channel == channel && pin.start == start);
    to.into_iter()
        .filter(|&to| is_pin && to != start && scene.range.holds(clock.broadcast_date(to)))
        .map(|to| Proposal {
            amendments: vec![Amendment::PinMoved {
                channel: index.channels[channel.at()].id.clone(),
                start,
                to,
            }],
            cost: COST_OF_A_MOVE.saturating_add(u32::try_from((to - start).abs() / HOUR).unwrap_or(u32::MAX)),
            focus: None,
        })
        .collect()
}

/// Every pin that covers a part of a slot, moved so that it ends where the slot starts or starts where it ends.
pub(super) fn out_of_slot(scene: &Scene<'_>) -> Vec<Proposal> {
    let index = scene.placed.index;
    let at = scene.placed.instances.get(scene.instance);
    let slot = &index.slots[at.slot.at()];
    let clock = &index.channels[at.channel.at()].clock;
    let (start, end) = (clock.at(at.date, slot.start), clock.at(at.date, slot.end));
    let mut proposals = Vec::new();
    for pin in index.pins.iter().filter(|pin| pin.channel == at.channel) {
        let duration = index.versions[pin.version.at()].duration_ms;
        if pin.start < end && start < pin.start + duration {
            proposals.extend(moved(scene, at.channel, pin.start, [start - duration, end]));
        }
    }
    proposals
}

/// A pin that the airing would overlap, moved before or behind it.
pub(super) fn move_away(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Other { start, version } = grounds else {
        return Vec::new();
    };
    let duration = scene.placed.index.versions[version.at()].duration_ms;
    let to = [showing.start - duration, scene.placed.end_of(showing)];
    moved(scene, showing.channel, start, to)
}

/// The blackout that an airing touches, lifted.
pub(super) fn lift_blackout(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Blackout { from, .. } = grounds else {
        return Vec::new();
    };
    vec![Proposal {
        amendments: vec![Amendment::BlackoutLost {
            channel: scene.placed.index.channels[showing.channel.at()].id.clone(),
            from,
        }],
        cost: COST_OF_A_BLACKOUT,
        focus: None,
    }]
}
