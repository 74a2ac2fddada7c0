//! Breaks around what an edit put on air or took off.

use std::collections::HashSet;

use arna_domain::index::{ChannelIx, Index};
use arna_domain::time::{DAY, SECOND};
use arna_domain::{Airing, Instant, Origin};
use arna_planner::{Rest, fill_rests};

use super::draft::{Lane, standing};

/// All that airs on a channel after an edit: breaks that still follow their programme stay, the rests of slots that the edit left
/// are filled, and nothing overlaps.
pub(super) fn remade(index: &Index, channel: ChannelIx, lane: &Lane) -> Vec<Airing> {
    let mut kept: Vec<Airing> = Vec::new();
    // Ends after which a break is to be filled: where the edit put something, or cut what follows.
    let mut cut: Vec<Instant> = Vec::new();
    let ends: HashSet<Instant> = lane.bodies.iter().map(|one| one.end).collect();
    let bodies = lane.before.iter().filter(|one| !one.origin.is_break());
    let ends_before: HashSet<Instant> = bodies.map(|one| one.end).collect();
    for group in groups(&lane.before) {
        let Some(first) = group.first() else { continue };
        if !ends.contains(&first.start) && ends_before.contains(&first.start) {
            continue;
        }
        // Bodies are in time order, and none is longer than a day.
        let clear = |spot: &&Airing| {
            let next = lane.bodies.partition_point(|one| one.start < spot.end);
            let near = lane.bodies[..next].iter().rev();
            !near
                .take_while(|one| spot.start - one.start <= DAY)
                .any(|one| spot.start < one.end)
        };
        let staying = group.iter().take_while(|spot| clear(spot)).count();
        kept.extend(group[..staying].iter().map(|spot| (*spot).clone()));
        if staying < group.len() {
            cut.push(first.start);
        }
    }
    let rests: Vec<Rest> = lane
        .bodies
        .iter()
        .enumerate()
        .filter(|(_, one)| one.origin.is_programme() && (lane.laid.contains(&one.start) || cut.contains(&one.end)))
        .filter_map(|(at, one)| rest_after(index, channel, lane, &kept, at, one))
        .collect();
    let filled = if rests.is_empty() {
        Vec::new()
    } else {
        fill_rests(index, &rests, &kept)
    };
    let mut all = lane.bodies.clone();
    all.extend(kept);
    all.extend(filled);
    all.sort_by_key(|one| one.start);
    all
}

/// Promos and fillers that follow each other.
fn groups(airings: &[Airing]) -> Vec<Vec<&Airing>> {
    let mut groups: Vec<Vec<&Airing>> = Vec::new();
    for one in airings.iter().filter(|one| one.origin.is_break()) {
        match groups
            .last_mut()
            .filter(|group| group.last().is_some_and(|last| last.end == one.start))
        {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// What is left of an airing's slot after it and the break that stays.
fn rest_after(
    index: &Index,
    channel: ChannelIx,
    lane: &Lane,
    kept: &[Airing],
    at: usize,
    one: &Airing,
) -> Option<Rest> {
    let slot = one.slot.as_ref()?;
    let stands = standing(index, channel, one.date, one.start)?;
    if index.slots[stands.slot.at()].id != *slot {
        return None;
    }
    let (mut from, mut after) = (one.end, None);
    while let Some(spot) = kept.iter().find(|spot| spot.start == from && spot.end > from) {
        after = (spot.origin == Origin::Filler)
            .then(|| index.version(spot.version.as_ref()?.as_str()))
            .flatten();
        from = spot.end;
    }
    let next = lane.bodies.get(at + 1).map(|next| next.start);
    let until = next.map_or(stands.until, |next| next.min(stands.until));
    let in_the_way = kept
        .iter()
        .filter(|spot| spot.start >= from)
        .map(|spot| spot.start)
        .min();
    let until = in_the_way.map_or(until, |start| start.min(until));
    (until - from >= SECOND).then(|| Rest {
        channel,
        date: one.date,
        from,
        until,
        after,
        slot: Some(slot.clone()),
    })
}
