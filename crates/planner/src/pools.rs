//! Step 3: pools, filled best first.
//!
//! Every instance names its best candidate; the best of all is placed and the instances that it touches look again. An
//! instance whose best candidate is worth less than nothing, because it would cost the week's quota more than it earns, waits
//! to the end and stays open if that is still so.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::num::NonZeroUsize;

use arna_domain::DateRange;
use arna_domain::index::{ChannelIx, EpisodeIx, FillEntry, SlotIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::first_broken;
use rustc_hash::FxHashMap;

use crate::quota::{Airtime, POINTS_PER_MINUTE};
use crate::request::{Meter, PlanError, Report, Step};
use crate::strands::showing;

/// Points for each minute on air, times the slot's weight.
pub(crate) const POINTS_PER_WEIGHT: i64 = 6;
/// Points for each minute of an episode's first pool airing on a channel that it was not on.
pub(crate) const POINTS_FOR_FIRST: i64 = 12;

/// How pools are filled.
pub(crate) struct Policy {
    pub(crate) range: DateRange,
    pub(crate) seed: u64,
    pub(crate) threads: NonZeroUsize,
}

/// Fills the pools. Returned: the instances left open although something would fit, because the quota loses more.
pub(crate) fn place_pools(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    policy: &Policy,
    report: Report<'_>,
) -> Result<Vec<InstanceIx>, PlanError> {
    let groups = groups(placed);
    let catalogue = Catalogue::of(placed, policy.range);
    let mut meter = Meter::begin(report, Step::Pools, 2 * groups.iter().map(Vec::len).sum::<usize>())?;
    let mut open = Vec::new();
    for group in groups {
        open.extend(place_group(placed, airtime, &catalogue, &group, policy, &mut meter)?);
    }
    open.sort_unstable();
    Ok(open)
}

/// The pool instances, those together whose channels share a licence's runs: what one group shows is nothing to the others.
fn groups(placed: &Placed<'_>) -> Vec<Vec<InstanceIx>> {
    let index = placed.index;
    let mut first: Vec<usize> = (0..index.channels.len()).collect();
    let root = |first: &[usize], mut channel: usize| {
        while first[channel] != channel {
            channel = first[channel];
        }
        channel
    };
    for licence in index
        .licences
        .iter()
        .filter(|licence| licence.shared && licence.max_runs.is_some())
    {
        let all: Vec<usize> = match licence.channels.as_slice() {
            [] => (0..index.channels.len()).collect(),
            some => some.iter().map(|channel| channel.at()).collect(),
        };
        for pair in all.windows(2) {
            let (a, b) = (root(&first, pair[0]), root(&first, pair[1]));
            first[a.max(b)] = a.min(b);
        }
    }
    let mut groups = vec![Vec::new(); first.len()];
    for (number, instance) in placed.instances.iter() {
        if matches!(index.slots[instance.slot.at()].fill, FillEntry::Pool { .. }) {
            groups[root(&first, instance.channel.at())].push(number);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Fills the pools of a group. Returned: the instances left open because the quota loses more.
fn place_group(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    catalogue: &Catalogue,
    wanted: &[InstanceIx],
    policy: &Policy,
    meter: &mut Meter<'_>,
) -> Result<Vec<InstanceIx>, PlanError> {
    let mut firsts = Firsts::default();
    let mut heap = BinaryHeap::with_capacity(wanted.len());
    for part in wanted.chunks(policy.threads.get() * 512) {
        let view = View {
            placed,
            airtime,
            firsts: &firsts,
            catalogue,
            seed: policy.seed,
        };
        heap.extend(best_of_each(&view, part, policy.threads));
        meter.advance(part.len() as u64)?;
    }
    let mut waiting = Vec::new();
    while let Some(choice) = heap.pop() {
        let view = View {
            placed,
            airtime,
            firsts: &firsts,
            catalogue,
            seed: policy.seed,
        };
        if view.still_worth(&choice) {
            if choice.worth < 0 {
                waiting.push(choice.instance);
                continue;
            }
            let version = &placed.index.versions[choice.showing.version.at()];
            firsts.note(placed, &choice.showing);
            airtime.add(
                choice.showing.channel,
                choice.showing.date,
                version.language,
                version.minutes(),
            );
            placed.place(choice.showing);
            meter.advance(1)?;
        } else if let Some(next) = view.best(choice.instance) {
            heap.push(next);
        } else {
            meter.advance(1)?;
        }
        if heap.is_empty() && !waiting.is_empty() {
            // What was placed since may have met the quota.
            let view = View {
                placed,
                airtime,
                firsts: &firsts,
                catalogue,
                seed: policy.seed,
            };
            let again: Vec<_> = waiting.iter().filter_map(|&instance| view.best(instance)).collect();
            if again.iter().all(|choice| choice.worth < 0) {
                waiting = again.into_iter().map(|choice| choice.instance).collect();
                break;
            }
            waiting.clear();
            heap.extend(again);
        }
    }
    Ok(waiting)
}

/// What each pool slot may take at some date of the range, longest first.
struct Catalogue(FxHashMap<SlotIx, Vec<VersionIx>>);

impl Catalogue {
    fn of(placed: &Placed<'_>, range: DateRange) -> Self {
        let index = placed.index;
        let last = range.end().plus_days(-1);
        let mut all = FxHashMap::default();
        for (number, slot) in index.slots.iter().enumerate() {
            if !matches!(slot.fill, FillEntry::Pool { .. }) {
                continue;
            }
            let mut versions: Vec<_> = pool_versions(placed, SlotIx(number as u32))
                .filter(|version| slot.languages.contains(&index.versions[version.at()].language))
                .filter(|&version| index.is_licensed_within(version, slot.channel, range.from, last))
                .collect();
            versions.sort_by_key(|version| (-index.versions[version.at()].minutes(), *version));
            all.insert(SlotIx(number as u32), versions);
        }
        Self(all)
    }
}

/// Every version of the programmes that a pool takes, in document order.
pub(crate) fn pool_versions<'a>(placed: &Placed<'a>, slot: SlotIx) -> impl Iterator<Item = VersionIx> + use<'a> {
    let index = placed.index;
    index
        .pool_of(&index.slots[slot.at()].fill)
        .into_iter()
        .flat_map(|programme| index.programmes[programme.at()].versions.clone().map(VersionIx))
}

/// The shortest pool airing, in minutes, of each episode that a channel shows in pools only.
#[derive(Default)]
struct Firsts(FxHashMap<(ChannelIx, EpisodeIx), i64>);

impl Firsts {
    /// Points that a pool airing earns as its episode's first, or takes from a longer version that was.
    fn worth(&self, placed: &Placed<'_>, showing: &Showing) -> i64 {
        let version = &placed.index.versions[showing.version.at()];
        match self.0.get(&(showing.channel, version.episode)) {
            Some(&shortest) => POINTS_FOR_FIRST * (version.minutes() - shortest).min(0),
            None if placed.has_episode(showing.channel, version.episode) => 0,
            None => POINTS_FOR_FIRST * version.minutes(),
        }
    }

    fn note(&mut self, placed: &Placed<'_>, showing: &Showing) {
        let version = &placed.index.versions[showing.version.at()];
        let key = (showing.channel, version.episode);
        if self.0.contains_key(&key) || !placed.has_episode(showing.channel, version.episode) {
            let shortest = self.0.entry(key).or_insert(version.minutes());
            *shortest = version.minutes().min(*shortest);
        }
    }
}

/// The best candidate of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    worth: i64,
    /// Decides between choices of equal worth: drawn from seed, instance and version.
    lot: u64,
    instance: InstanceIx,
    showing: Showing,
}

impl Ord for Choice {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.worth, self.lot, other.instance, other.showing.version).cmp(&(
            other.worth,
            other.lot,
            self.instance,
            self.showing.version,
        ))
    }
}

impl PartialOrd for Choice {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What choosing looks at.
struct View<'v, 'a> {
    placed: &'v Placed<'a>,
    airtime: &'v Airtime,
    firsts: &'v Firsts,
    catalogue: &'v Catalogue,
    seed: u64,
}

impl View<'_, '_> {
    /// The best candidate of an instance; none where nothing keeps the rules.
    fn best(&self, instance: InstanceIx) -> Option<Choice> {
        let index = self.placed.index;
        let at = self.placed.instances.get(instance);
        let weight = i64::from(index.slots[at.slot.at()].weight);
        let quotas = index.channels[at.channel.at()].quotas.len() as i64;
        let mut best: Option<Choice> = None;
        for &version in self.catalogue.0.get(&at.slot)? {
            let entry = &index.versions[version.at()];
            if entry.duration_ms > at.length_ms() {
                continue;
            }
            // A minute earns at most this much, and rounding adds at most one minute a quota: what follows is shorter still.
            let a_minute = POINTS_PER_WEIGHT * weight + POINTS_FOR_FIRST + POINTS_PER_MINUTE * quotas;
            let most = a_minute * entry.minutes() + POINTS_PER_MINUTE * quotas;
            if best.is_some_and(|best| most < best.worth) {
                break;
            }
            let showing = showing(self.placed, instance, version, By::Pool);
            let choice = Choice {
                worth: self.worth(&showing, weight),
                lot: lot(self.seed, instance, version),
                instance,
                showing,
            };
            if best.is_some_and(|best| choice < best) {
                continue;
            }
            let showing = self.placed.charge(showing);
            if first_broken(self.placed, &showing).is_none() {
                best = Some(Choice { showing, ..choice });
            }
        }
        best
    }

    /// Whether a choice can be placed for what it was worth.
    fn still_worth(&self, choice: &Choice) -> bool {
        let at = self.placed.instances.get(choice.instance);
        let weight = i64::from(self.placed.index.slots[at.slot.at()].weight);
        self.worth(&choice.showing, weight) == choice.worth
            && self.placed.charge(choice.showing) == choice.showing
            && first_broken(self.placed, &choice.showing).is_none()
    }

    fn worth(&self, showing: &Showing, weight: i64) -> i64 {
        let version = &self.placed.index.versions[showing.version.at()];
        let quota = self.airtime.worth(
            self.placed.index,
            showing.channel,
            showing.date,
            version.language,
            version.minutes(),
        );
        POINTS_PER_WEIGHT * weight * version.minutes() + self.firsts.worth(self.placed, showing) + quota
    }
}

/// The best candidates of several instances; how many threads look never matters.
fn best_of_each(view: &View<'_, '_>, instances: &[InstanceIx], threads: NonZeroUsize) -> Vec<Choice> {
    let share = instances.len().div_ceil(threads.get()).max(1);
    let look = |part: &[InstanceIx]| -> Vec<Choice> { part.iter().filter_map(|&one| view.best(one)).collect() };
    if threads.get() == 1 || instances.len() < 2 {
        return look(instances);
    }
    std::thread::scope(|scope| {
        let parts: Vec<_> = instances
            .chunks(share)
            .map(|part| scope.spawn(move || look(part)))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// A number drawn from seed, instance and version (SplitMix64's finaliser).
fn lot(seed: u64, instance: InstanceIx, version: VersionIx) -> u64 {
    let mut z = seed
        .wrapping_add(0x9e37_79b9_7f4a_7c15)
        .wrapping_add((u64::from(instance.0) << 32) | u64::from(version.0));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
