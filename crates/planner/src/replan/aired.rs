//! What is over stays exactly as it was on air.

use arna_domain::index::{ChannelIx, Fixed};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::Placed;
use arna_domain::{Airing, ChannelId, DateRange, Index, Instant, Origin};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Sorted, instance_named};
use crate::earlier::Earlier;
use crate::review::showing;

/// The index with what is over as the only truth: pins of the range before the instant are those that aired, and what aired
/// where the grid has nothing of the kind any more is as fixed as a pin.
pub(super) fn with_aired(index: &Index, range: DateRange, schedule: &Sorted<'_>, before: Instant) -> Index {
    let mut own = index.clone();
    own.pins.retain(|pin| !range.holds(pin.date) || pin.start >= before);
    let aired = || over(schedule, before).filter(|airing| airing.origin.is_programme());
    let pins = aired().filter(|airing| airing.origin == Origin::Pin);
    own.pins.extend(pins.filter_map(|airing| fixed(index, airing)));
    let mut strays: FxHashSet<(&ChannelId, Instant)> = FxHashSet::default();
    loop {
        // A stray cuts the slot that it lies in, so that what aired there before it may have no place any more either.
        let (instances, _) = Instances::of(&own, range);
        let more: Vec<&Airing> = aired()
            .filter(|airing| airing.origin != Origin::Pin && !strays.contains(&(&airing.channel, airing.start)))
            .filter(|airing| place_of(index, &instances, airing).is_none())
            .collect();
        if more.is_empty() {
            return own;
        }
        own.pins.extend(more.iter().filter_map(|airing| fixed(index, airing)));
        strays.extend(more.iter().map(|airing| (&airing.channel, airing.start)));
    }
}

/// What is over and what may no longer be touched.
#[derive(Default)]
pub(super) struct Aired {
    /// Instances that begin before anything new may.
    pub(super) closed: FxHashSet<InstanceIx>,
    /// Those of which something was on air, though it may not have begun when they do.
    taken: FxHashSet<InstanceIx>,
}

impl Aired {
    /// Puts what is over on air, and closes what began with it.
    pub(super) fn place(placed: &mut Placed<'_>, earlier: &Earlier, schedule: &Sorted<'_>, before: Instant) -> Self {
        let index = placed.index;
        let mut free_from = vec![before; index.channels.len()];
        let mut aired: Vec<&Airing> = over(schedule, before).collect();
        aired.sort_by_key(|airing| (airing.start, &airing.channel));
        let mut closed = FxHashSet::default();
        let mut taken = FxHashSet::default();
        for airing in aired {
            let Some(channel) = index.channel(airing.channel.as_str()) else {
                continue;
            };
            free_from[channel.at()] = free_from[channel.at()].max(airing.end);
            if airing.origin.is_programme() {
                taken.extend(instance_named(index, placed.instances, airing));
            }
            let Some(instance) = place_of(index, placed.instances, airing) else {
                continue;
            };
            closed.insert(instance);
            if airing.origin != Origin::Pin
                && let Some(one) = showing(index, placed, earlier, airing, Some(instance))
            {
                placed.place(one);
            }
        }
        let began = |channel: ChannelIx, start: Instant| start < free_from[channel.at()];
        let more = placed
            .instances
            .iter()
            .filter(|(_, instance)| began(instance.channel, instance.start));
        closed.extend(more.map(|(number, _)| number));
        // What aired long before its slot leaves it to others.
        taken.retain(|number| closed.contains(number));
        Self { closed, taken }
    }

    /// Whether nothing was on air of an instance.
    pub(super) fn left(&self, instance: InstanceIx) -> bool {
        !self.taken.contains(&instance)
    }
}

/// Puts what was on air before an instant in place of what was calculated there.
pub(super) fn as_it_was(airings: &mut Vec<Airing>, schedule: &Sorted<'_>, before: Instant) {
    let mut all: Vec<Airing> = over(schedule, before).cloned().collect();
    // What began before the instant may last beyond it.
    let mut ends: FxHashMap<&ChannelId, Instant> = FxHashMap::default();
    for airing in &all {
        let end = ends.entry(&airing.channel).or_insert(before);
        *end = airing.end.max(*end);
    }
    // A pin in the midst of it stays what a person decided: that the two overlap is a finding.
    airings.retain(|airing| match airing.origin {
        Origin::Pin => airing.start >= before,
        _ => airing.start >= ends.get(&airing.channel).copied().unwrap_or(before),
    });
    airings.append(&mut all);
    airings.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
}

fn over<'a>(schedule: &Sorted<'a>, before: Instant) -> impl Iterator<Item = &'a Airing> + Clone {
    schedule.iter().filter(move |airing| airing.start < before)
}

/// The instance that an airing stands in, if the grid still has it there.
fn place_of(index: &Index, instances: &Instances, airing: &Airing) -> Option<InstanceIx> {
    let number = instance_named(index, instances, airing)?;
    (instances.get(number).start == airing.start).then_some(number)
}

fn fixed(index: &Index, airing: &Airing) -> Option<Fixed> {
    let licence = airing.licence.as_ref();
    Some(Fixed {
        channel: index.channel(airing.channel.as_str())?,
        date: airing.date,
        start: airing.start,
        version: index.version(airing.version.as_ref()?.as_str())?,
        licence: licence.and_then(|licence| index.licence(licence.as_str())),
        moves_strand: matches!(airing.origin, Origin::Pin | Origin::Sequel),
        of_pool: None,
        slot: None,
    })
}
