//! Step 3: pools, over all channels and weeks that share licences at once.
//!
//! Prices for all that candidates compete for ([`soft`]) prove how good a filling can be ([`prices`]) and tell which candidates
//! are worth trying; a first filling takes them in that order, and many small changes make it better ([`search`]).
//! docs/PLANNER.md tells the method and what was tried beside it.

mod balance;
mod cases;
mod catalogue;
mod chain;
mod every;
mod exchange;
mod filling;
mod matching;
mod model;
mod prices;
mod ration;
mod regroup;
mod row;
mod runs;
mod search;
mod sight;
mod singly;
mod soft;
mod stay;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use arna_domain::index::{FillEntry, ProgrammeIx, SlotIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::{DateRange, Index};
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use self::cases::Cases;
use self::cases::{ROUGHLY, Root};
pub(crate) use self::catalogue::Catalogue;
use self::every::best_of_all;
use self::filling::{Filling, NONE};
use self::model::{Gaps, Model, Offer, eligible};
use self::ration::Rations;
use self::search::Search;
use self::sight::InSight;
pub(crate) use self::singly::{Singly, enter, leave};
use self::soft::{Cooling, soft_prices};
pub(crate) use self::stay::{Start, Stay};
use crate::quota::Airtime;
use crate::request::{Earned, Effort, Meter, PlanError, Report, Step};
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
    /// How prices are found for so many seats in all, with so many candidates; few of both get several prices, for a search each.
    fn coolings(&self, all: usize, candidates: usize) -> Vec<Cooling> {
        let cooling = |(rounds, to)| Cooling {
            from: 200.0,
            to,
            rounds,
            averaged: 0,
            threads: self.threads,
        };
        let all = match self.effort {
            Effort::Fast if all > MANY_SEATS => vec![(24, 5.0)],
            Effort::Fast => vec![(32, 3.0)],
            Effort::Normal if all > MANY_SEATS => vec![(48, 2.0)],
            Effort::Normal if all > SOME_SEATS || candidates > SOME_CANDIDATES => vec![(120, 0.5)],
            Effort::Normal => vec![(200, 0.2), (80, 0.5)],
            Effort::Best if all > SOME_SEATS => vec![(400, 0.1)],
            Effort::Best => vec![(400, 0.1), (120, 0.5)],
        };
        all.into_iter().map(cooling).collect()
    }

    /// More candidates are not looked at together.
    fn most_candidates(&self) -> usize {
        match self.effort {
            Effort::Fast => MOST_CANDIDATES / 4,
            Effort::Normal | Effort::Best => MOST_CANDIDATES,
        }
    }

    /// How many candidates an instance is offered where there are more.
    fn ration(&self) -> usize {
        match self.effort {
            Effort::Fast => 80,
            Effort::Normal => 160,
            Effort::Best => 320,
        }
    }

    /// The cooling of a proof's first step: its own, so that asking for one changes nothing in the plan; where roots are kept,
    /// [`Root::closely`] goes on from its last heat. More candidates than
    /// [`MOST_CANDIDATES`] are gone through less often.
    fn proof_cooling(&self, all: usize, candidates: usize) -> Cooling {
        let (rounds, to) = match (all > SOME_SEATS, (candidates / MOST_CANDIDATES) as u32) {
            // Many candidates a seat are many like ones, and prices settle sooner.
            (false, _) => (
                (400 * SOME_CANDIDATES / candidates.max(1)).clamp(100, 400) as u32,
                ROUGHLY,
            ),
            (true, 0) => (450, 0.05),
            (true, times) => ((450 / times).max(40), 2.0),
        };
        Cooling {
            from: 200.0,
            to,
            rounds,
            averaged: 0,
            threads: self.threads,
        }
    }

    /// How far to go case by case.
    pub(crate) fn cases(&self) -> Cases {
        let (work, enough) = match self.effort {
            Effort::Fast => return Cases::NONE,
            Effort::Normal => (4_000_000, 2),
            Effort::Best => (60_000_000, 0),
        };
        Cases {
            work,
            enough,
            rounds: ROUNDS_OF_CASES,
        }
    }

    /// How to search among so many seats of all.
    fn search(&self, seats: usize, all: usize) -> Search {
        let share = |each: u64, times: u64| each * worked(all, times) * seats as u64 / all.max(1) as u64;
        let (starts, changes, rearrangements, last) = match self.effort {
            Effort::Fast if all > SOME_SEATS => (1, share(8, 1), share(1, 1), 0),
            Effort::Fast => (1, share(20, 1), share(1, 1), 0),
            Effort::Normal if all > MANY_SEATS => (2, share(40, 1), share(9, 1), 0),
            Effort::Normal if all > SOME_SEATS => (4, share(70, 1), share(9, 1), 0),
            Effort::Normal => (starts(all), share(6, 1), share(6, 8), share(24, 8)),
            // Many small changes more lead rearrangements no farther, and on few seats astray.
            Effort::Best if all > SOME_SEATS => (8, share(600, 1), share(60, 4), share(60, 4)),
            Effort::Best => (starts(all), share(300, 1), share(60, 4), share(60, 4)),
        };
        Search {
            starts,
            changes,
            rearrangements,
            cycle: if all > SOME_SEATS { u64::MAX } else { CYCLE },
            last,
            steps: STEPS,
            seed: self.seed,
            threads: self.threads,
        }
    }
}

/// Up to so many seats in all a round costs next to nothing.
const FEW_SEATS: usize = 500;

/// Beyond so many seats in all, about what two channels have in four weeks, the search comes near the bound with less for each.
const SOME_SEATS: usize = 800;

/// Where there are no more, quotas are loosened now and then: after so many rearrangements that what moved is even again.
const CYCLE: u64 = 600;

/// Beyond so many candidates in all a round of prices takes long, and one kind of prices has to do.
const SOME_CANDIDATES: usize = 40_000;

/// Beyond so many seats in all, about what a dozen channels have in four weeks, what each gets is rationed.
const MANY_SEATS: usize = 4000;

/// All pools with a handful of seats get so many steps together to look at every filling: some hundredths of a second.
const STEPS: u32 = 100_000;

/// More candidates are not held at once, for memory's sake.
const MOST_CANDIDATES: usize = 12_000_000;

/// How often few seats are begun with: eight times, and where one costs next to nothing up to three times as often.
fn starts(seats: usize) -> u64 {
    (2400 / seats.max(1) as u64).clamp(8, 24)
}

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

/// Fills the pools. Where it is known what they can earn at most, that is told on the way.
pub(crate) fn place_pools(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    policy: &Policy,
    most: Option<i64>,
    report: Report<'_>,
) -> Result<Filled, PlanError> {
    let groups = groups_of(placed, |_| true);
    let earned = Earned {
        score: pool_score(placed, airtime, policy.range),
        bound: most,
    };
    let start = Start::default();
    place_groups(placed, airtime, groups, &start, policy, Some(earned), report)
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
    let groups = groups_of(placed, |instance| free.contains(&instance));
    place_groups(placed, airtime, groups, start, policy, None, report)
}

fn place_groups(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    groups: Vec<Vec<InstanceIx>>,
    start: &Start<'_>,
    policy: &Policy,
    earned: Option<Earned>,
    report: Report<'_>,
) -> Result<Filled, PlanError> {
    let mut catalogue = looked_up(placed, policy.range, &groups);
    let parts = parts(placed, &catalogue, groups, policy.most_candidates());
    let all: usize = parts.iter().map(|part| part.instances.len()).sum();
    let candidates = parts
        .iter()
        .map(|part| candidates_of(placed, &catalogue, part.instances.iter()))
        .sum();
    let coolings = policy.coolings(all, candidates);
    let turns = |part: &Part| {
        let count = part.instances.len();
        let singly = if part.is_rationed { count as u64 } else { 0 };
        coolings.iter().map(|one| u64::from(one.rounds)).sum::<u64>() + policy.search(count, all).ticks() + singly
    };
    let meter = Meter::begin(report, Step::Pools, parts.iter().map(turns).sum::<u64>() as usize)?;
    let meter = match earned {
        Some(earned) => meter.counting(earned),
        None => meter,
    };
    let steps = STEPS / parts.len().max(1) as u32;
    let mut filled = Filled::default();
    for part in parts {
        let search = Search {
            steps,
            ..policy.search(part.instances.len(), all)
        };
        let offer = if part.is_rationed {
            let each = policy.ration();
            Offer::Rationed(Rations::of(placed, &catalogue, policy.range, &part.instances, each))
        } else {
            Offer::All(&catalogue)
        };
        let mut model = Model::of(placed, airtime, &offer, &part.instances, Gaps::Widest, policy.threads);
        model.favour(&start.stay);
        let mut kept_open = place_group(placed, airtime, &model, start, &coolings, search, &meter)?;
        if part.is_rationed {
            let empty: Vec<InstanceIx> = part
                .instances
                .iter()
                .copied()
                .filter(|&one| placed.in_instance(one).is_none())
                .collect();
            let mut rest = Singly {
                placed,
                airtime,
                catalogue: &mut catalogue,
                stay: start.stay,
            };
            kept_open = rest.fill(&empty, &meter)?;
            meter.advance((part.instances.len() - empty.len()) as u64)?;
        }
        filled.kept_open.extend(kept_open);
    }
    // What could air by the model may yet keep a licence's gap that it would be charged to in the end.
    let offer = Offer::All(&catalogue);
    filled
        .kept_open
        .retain(|&instance| !eligible(placed, &offer, instance, Gaps::Charged, 0).is_empty());
    filled.kept_open.sort_unstable();
    Ok(filled)
}

/// What the slots of pool instances may take.
fn looked_up(placed: &Placed<'_>, range: DateRange, groups: &[Vec<InstanceIx>]) -> Catalogue {
    let mut catalogue = Catalogue::of(range);
    for &instance in groups.iter().flatten() {
        catalogue.look_up(placed, placed.instances.get(instance).slot);
    }
    catalogue
}

/// What no filling of the pools but the closed ones can exceed in score, before any is filled. Groups that are too large are bounded channel by
/// channel, as if each had all the runs that they share.
pub(crate) fn most_of_pools(
    placed: &Placed<'_>,
    airtime: &Airtime,
    closed: &FxHashSet<InstanceIx>,
    policy: &Policy,
    report: Report<'_>,
) -> Result<Most, PlanError> {
    let groups = groups_of(placed, |instance| !closed.contains(&instance));
    let catalogue = looked_up(placed, policy.range, &groups);
    let candidates = candidates_of(placed, &catalogue, groups.iter().flatten());
    let all = groups.iter().map(Vec::len).sum();
    let cooling = policy.proof_cooling(all, candidates);
    let parts = parts(placed, &catalogue, groups, MOST_CANDIDATES);
    let meter = Meter::begin(report, Step::Proof, parts.len() * cooling.rounds as usize)?;
    let mut most = Most {
        points: pool_score(placed, airtime, policy.range),
        roots: Vec::new(),
    };
    for part in parts {
        let offer = Offer::All(&catalogue);
        let model = Model::of(
            placed,
            airtime,
            &offer,
            &part.instances,
            Gaps::Narrowest,
            policy.threads,
        );
        let root = Root::of(model, cooling, &meter)?;
        most.points += root.gain();
        if all <= SOME_SEATS {
            most.roots.push(root);
        }
    }
    Ok(most)
}

/// What pools can earn at most.
pub(crate) struct Most {
    /// In points, with what stands already.
    pub(crate) points: i64,
    /// From where a closer proof goes on; none where there are too many seats for it.
    roots: Vec<Root>,
}

impl Most {
    /// The same looked at more closely, now that it is known what a filling earns.
    pub(crate) fn closely(
        mut self,
        placed: &Placed<'_>,
        cases: Cases,
        threads: NonZeroUsize,
        report: Report<'_>,
    ) -> Result<i64, PlanError> {
        let mut open: Vec<(Root, i64)> = Vec::new();
        for root in self.roots.drain(..) {
            let earned = root.earned(placed);
            if root.gain() > earned {
                open.push((root, earned));
            }
        }
        if open.is_empty() {
            return Ok(self.points);
        }
        let meter = Meter::begin(report, Step::Proof, open.len() * cases.rounds)?;
        let short: i64 = open.iter().map(|(root, earned)| root.gain() - earned).sum();
        let spared = cases.spared(self.points - short) / open.len() as i64;
        for (root, earned) in open {
            self.points -= root.gain();
            self.points += root.closely(earned, spared, cases, threads, &meter)?;
        }
        Ok(self.points)
    }
}

/// About as many rounds of prices are gone through case by case.
const ROUNDS_OF_CASES: usize = 10_000;

/// How many candidates pool instances have in all, before any is judged.
fn candidates_of<'i>(
    placed: &Placed<'_>,
    catalogue: &Catalogue,
    instances: impl Iterator<Item = &'i InstanceIx>,
) -> usize {
    let slots = instances.map(|&instance| placed.instances.get(instance).slot);
    slots.map(|slot| catalogue.of_slot(slot).len()).sum()
}

/// Groups that are too large, channel by channel.
fn parts(placed: &Placed<'_>, catalogue: &Catalogue, groups: Vec<Vec<InstanceIx>>, most: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    for group in groups {
        if candidates_of(placed, catalogue, group.iter()) <= most {
            parts.push(Part {
                instances: group,
                is_rationed: false,
            });
            continue;
        }
        let mut by_channel: BTreeMap<u32, Vec<InstanceIx>> = BTreeMap::new();
        for instance in group {
            let channel = placed.instances.get(instance).channel;
            let rank = placed.index.channels[channel.at()].rank;
            by_channel.entry(rank).or_default().push(instance);
        }
        parts.extend(by_channel.into_values().map(|instances| Part {
            instances,
            is_rationed: true,
        }));
    }
    parts
}

/// Pool instances that are planned together.
struct Part {
    instances: Vec<InstanceIx>,
    /// Whether each is offered only a few of its candidates.
    is_rationed: bool,
}

/// Some of the pool instances, those together whose channels share a licence's runs: what one group shows is nothing to the others.
fn groups_of(placed: &Placed<'_>, is_wanted: impl Fn(InstanceIx) -> bool) -> Vec<Vec<InstanceIx>> {
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
        if matches!(index.slots[instance.slot.at()].fill, FillEntry::Pool { .. }) && is_wanted(number) {
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
    coolings: &[Cooling],
    search: Search,
    meter: &Meter<'_>,
) -> Result<Vec<InstanceIx>, PlanError> {
    let mut prices = Vec::new();
    for &cooling in coolings {
        prices.push(soft_prices(model, cooling, meter)?);
    }
    let in_sight = InSight::of(model, start, prices);
    meter.next_part(Filling::empty(model).score);
    let sights = in_sight.sights(start);
    let found = search.improve(&in_sight.model, &sights, meter)?;
    let mut filling = best_of_all(model, in_sight.in_whole(model, &found), search.steps);
    meter.found(filling.score);
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

/// Every version of the programmes that a pool takes, in document order.
pub(crate) fn pool_versions<'a>(placed: &Placed<'a>, slot: SlotIx) -> impl Iterator<Item = VersionIx> + use<'a> {
    let index = placed.index;
    index
        .pool_of(&index.slots[slot.at()].fill)
        .into_iter()
        .flat_map(|programme| index.programmes[programme.at()].versions.clone().map(VersionIx))
}

/// The programmes that slots' pools take, each worked out once.
#[derive(Default)]
pub(crate) struct Takes(FxHashMap<SlotIx, Vec<ProgrammeIx>>);

impl Takes {
    /// Whether the pool of a slot takes the version's programme.
    pub(crate) fn takes(&mut self, index: &Index, slot: SlotIx, version: VersionIx) -> bool {
        let fill = &index.slots[slot.at()].fill;
        let programmes = self.0.entry(slot).or_insert_with(|| index.pool_of(fill));
        programmes
            .binary_search(&index.versions[version.at()].programme)
            .is_ok()
    }
}

/// Mixes the bits of a number (SplitMix64's finaliser).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
