//! Step 3: pools, over all channels and weeks that share licences at once.
//!
//! Prices for all that candidates compete for ([`soft`]) prove how good a filling can be ([`prices`]) and tell which candidates
//! are worth trying; a first filling takes them in that order, and many small changes make it better ([`search`]).
//! docs/PLANNER.md tells the method and what was tried beside it.

mod chain;
mod exchange;
mod filling;
mod matching;
mod model;
mod prices;
mod regroup;
mod row;
mod search;
mod soft;
mod stay;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use arna_domain::DateRange;
use arna_domain::index::{ChannelIx, FillEntry, SlotIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use rustc_hash::{FxHashMap, FxHashSet};

use self::filling::{Filling, NONE};
use self::model::{Gaps, Model, eligible};
use self::prices::{most, slacks};
use self::search::{Guide, Likely, Search, fill_by_slack};
use self::soft::{Cooling, soft_prices};
pub(crate) use self::stay::{Start, Stay};
use crate::quota::Airtime;
use crate::request::{Effort, Meter, PlanError, Report, Step};
use crate::score::pool_score;
use crate::strands::showing;

/// Points for each minute on air, times the slot's weight.
pub(crate) const POINTS_PER_WEIGHT: i64 = 6;
/// Points for each minute of an episode's first pool airing on a channel that it was not on.
pub(crate) const POINTS_FOR_FIRST: i64 = 12;

/// How pools are filled.
pub(crate) struct Policy {
    pub(crate) range: DateRange,
    pub(crate) seed: u64,
    pub(crate) effort: Effort,
    pub(crate) threads: NonZeroUsize,
}

impl Policy {
    /// How prices are found for so many seats in all.
    fn cooling(&self, all: usize) -> Cooling {
        let (rounds, to) = match (self.effort, all > MANY_SEATS) {
            (Effort::Fast, false) => (36, 3.0),
            (Effort::Fast, true) => (24, 5.0),
            (Effort::Normal, false) => (120, 0.5),
            (Effort::Normal, true) => (48, 2.0),
            (Effort::Best, _) => (400, 0.1),
        };
        Cooling {
            from: 200.0,
            to,
            rounds,
            threads: self.threads,
        }
    }

    /// The cooling of a proof: its own, so that asking for one changes nothing in the plan.
    fn proof_cooling(&self, all: usize) -> Cooling {
        let (rounds, to) = if all > FEW_SEATS { (450, 0.05) } else { (1000, 0.01) };
        Cooling {
            from: 200.0,
            to,
            rounds,
            threads: self.threads,
        }
    }

    /// How to search among so many seats of all.
    fn search(&self, seats: usize, all: usize) -> Search {
        let share = |each: u64, times: u64| each * worked(all, times) * seats as u64 / all.max(1) as u64;
        let (starts, changes, rearrangements) = match self.effort {
            Effort::Fast => (1, share(50, 1), share(1, 1)),
            Effort::Normal if all > MANY_SEATS => (2, share(300, 1), share(15, 1)),
            Effort::Normal => (4, share(300, 1), share(15, 8)),
            Effort::Best => (8, share(4000, 1), share(60, 4)),
        };
        Search {
            starts,
            changes,
            rearrangements,
            seed: self.seed,
            threads: self.threads,
        }
    }
}

/// Up to so many seats in all a round costs next to nothing.
const FEW_SEATS: usize = 500;

/// Beyond so many seats in all, about what a dozen channels have in four weeks, what each gets is rationed.
const MANY_SEATS: usize = 4000;

/// How many seats' worth of work so many seats get: all of theirs up to two thousand, beyond that a tenth. Few seats get
/// several times theirs, up to what eight hundred would.
fn worked(seats: usize, times: u64) -> u64 {
    let (seats, whole) = (seats as u64, 2000);
    let few = (times * seats).min(800);
    (seats.min(whole) + seats.saturating_sub(whole) / 10).max(few)
}

/// What filling the pools came to.
#[derive(Default)]
pub(crate) struct Filled {
    /// Instances left open although something would fit, because the quota loses more.
    pub(crate) kept_open: Vec<InstanceIx>,
}

/// Fills the pools.
pub(crate) fn place_pools(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    policy: &Policy,
    report: Report<'_>,
) -> Result<Filled, PlanError> {
    let groups = groups(placed);
    place_groups(placed, airtime, groups, &Start::default(), policy, report)
}

/// Fills some pool instances, which are empty, going on from what stood there; what may stay earns its weight.
pub(crate) fn improve_pools(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    free: &[InstanceIx],
    start: &Start<'_>,
    policy: &Policy,
    report: Report<'_>,
) -> Result<Filled, PlanError> {
    let free: FxHashSet<InstanceIx> = free.iter().copied().collect();
    let mut groups = groups(placed);
    for group in &mut groups {
        group.retain(|instance| free.contains(instance));
    }
    groups.retain(|group| !group.is_empty());
    place_groups(placed, airtime, groups, start, policy, report)
}

fn place_groups(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    groups: Vec<Vec<InstanceIx>>,
    start: &Start<'_>,
    policy: &Policy,
    report: Report<'_>,
) -> Result<Filled, PlanError> {
    let catalogue = Catalogue::of(placed, policy.range);
    let groups = parts(placed, &catalogue, groups);
    let all: usize = groups.iter().map(Vec::len).sum();
    let turns =
        |group: &Vec<InstanceIx>| u64::from(policy.cooling(all).rounds) + policy.search(group.len(), all).ticks();
    let meter = Meter::begin(report, Step::Pools, groups.iter().map(turns).sum::<u64>() as usize)?;
    let mut filled = Filled::default();
    for group in groups {
        let search = policy.search(group.len(), all);
        let mut model = Model::of(placed, airtime, &catalogue, &group, Gaps::Widest, policy.threads);
        model.favour(&start.stay);
        let kept_open = place_group(placed, airtime, &model, start, policy.cooling(all), search, &meter)?;
        filled.kept_open.extend(kept_open);
    }
    // What could air by the model may yet keep a licence's gap that it would be charged to in the end.
    filled
        .kept_open
        .retain(|&instance| !eligible(placed, &catalogue, instance, Gaps::Charged, 0).is_empty());
    filled.kept_open.sort_unstable();
    Ok(filled)
}

/// What no filling of the pools can exceed in score, before any is filled. Groups that are too large are bounded channel by
/// channel, as if each had all the runs that they share.
pub(crate) fn most_of_pools(
    placed: &Placed<'_>,
    airtime: &Airtime,
    policy: &Policy,
    report: Report<'_>,
) -> Result<i64, PlanError> {
    let catalogue = Catalogue::of(placed, policy.range);
    let groups = parts(placed, &catalogue, groups(placed));
    let cooling = policy.proof_cooling(groups.iter().map(Vec::len).sum());
    let meter = Meter::begin(report, Step::Proof, groups.len() * cooling.rounds as usize)?;
    let mut sum = pool_score(placed, airtime, policy.range);
    for group in groups {
        let model = Model::of(placed, airtime, &catalogue, &group, Gaps::Narrowest, policy.threads);
        let prices = soft_prices(&model, cooling, &meter)?;
        sum += most(&model, &prices) - Filling::empty(&model).score;
    }
    Ok(sum)
}

/// More candidates are not looked at together, for memory's sake.
const MOST_CANDIDATES: usize = 12_000_000;

/// Groups that are too large, channel by channel.
fn parts(placed: &Placed<'_>, catalogue: &Catalogue, groups: Vec<Vec<InstanceIx>>) -> Vec<Vec<InstanceIx>> {
    let mut parts = Vec::new();
    for group in groups {
        let slot = |instance: &InstanceIx| placed.instances.get(*instance).slot;
        let candidates: usize = group.iter().map(|one| catalogue.of_slot(slot(one)).len()).sum();
        if candidates <= MOST_CANDIDATES {
            parts.push(group);
            continue;
        }
        let mut by_channel: BTreeMap<ChannelIx, Vec<InstanceIx>> = BTreeMap::new();
        for instance in group {
            let channel = placed.instances.get(instance).channel;
            by_channel.entry(channel).or_default().push(instance);
        }
        parts.extend(by_channel.into_values());
    }
    parts
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

/// Fills the pools of a group; what stays open although something would fit.
fn place_group(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    model: &Model,
    start: &Start<'_>,
    cooling: Cooling,
    search: Search,
    meter: &Meter<'_>,
) -> Result<Vec<InstanceIx>, PlanError> {
    let prices = soft_prices(model, cooling, meter)?;
    let slacks = slacks(model, &prices);
    let mut first = start.filling(model);
    fill_by_slack(model, &slacks, &mut first);
    let likely = Likely::of(model, &slacks);
    let guide = Guide {
        model,
        prices: &prices,
        slacks: &slacks,
        likely: &likely,
    };
    let mut filling = search.improve(&guide, &first, meter)?;
    filling.settle();
    let mut kept_open = Vec::new();
    for (seat, entry) in (0..).zip(&model.seats) {
        let number = filling.taken[seat as usize];
        if number == NONE {
            if entry.candidates.clone().any(|number| filling.fits(number)) {
                kept_open.push(entry.instance);
            }
            continue;
        }
        let version = model.candidate(number).version;
        let account = filling.account_of(seat);
        let showing = Showing {
            licence: account.map(|account| model.accounts[account as usize].licence),
            ..showing(placed, entry.instance, version, By::Pool)
        };
        let version = &placed.index.versions[version.at()];
        airtime.add(showing.channel, showing.date, version.language, version.minutes());
        placed.place(showing);
    }
    Ok(kept_open)
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
            let mut versions: Vec<_> = licensed_pool_versions(placed, SlotIx(number as u32))
                .filter(|version| slot.languages.contains(&index.versions[version.at()].language))
                .filter(|&version| index.is_licensed_within(version, slot.channel, range.from, last))
                .collect();
            // Of equal ones the order of ids, whatever the order in the document: it has no meaning.
            versions.sort_by(|a, b| {
                let (a, b) = (&index.versions[a.at()], &index.versions[b.at()]);
                b.minutes().cmp(&a.minutes()).then_with(|| a.id.cmp(&b.id))
            });
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

/// Those of them of whose programmes a licence names the slot's channel.
pub(crate) fn licensed_pool_versions<'a>(
    placed: &Placed<'a>,
    slot: SlotIx,
) -> impl Iterator<Item = VersionIx> + use<'a> {
    let index = placed.index;
    index
        .licensed_pool_of(slot)
        .flat_map(|programme| index.programmes[programme.at()].versions.clone().map(VersionIx))
}

/// Mixes the bits of a number (SplitMix64's finaliser).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
