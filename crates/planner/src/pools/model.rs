//! The pools as numbers: seats to fill, candidates for each, and what candidates share.
//!
//! All that lasts is decided here, by the table of rules: a candidate of the model breaks no rule with what is fixed. What
//! candidates can still break with each other is left to a [`super::filling::Filling`]: a seat takes one; a group (an episode
//! on a channel) keeps its gaps; an account (a licence's runs) and a cell (a programme's day) have only so much room.

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::ops::Range;

use arna_domain::BroadcastDate;
use arna_domain::index::{ChannelIx, EpisodeIx, LicenceIx, ProgrammeIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::first_broken;
use rustc_hash::FxHashMap;

use super::catalogue::Catalogue;
use super::ration::Rations;
use super::runs::Run;
use super::{FEW_SEATS, POINTS_FOR_FIRST, POINTS_PER_WEIGHT};
use crate::quota::Airtime;
use crate::strands::showing;
use crate::threads::side_by_side;

/// More runs than anything asks for: a licence without a limit.
pub(super) const UNLIMITED: i32 = 1 << 30;

/// A pool instance to be filled.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    /// The slot instance.
    pub(super) instance: InstanceIx,
    /// Its channel's rank: the order in which documents list channels means nothing.
    pub(super) channel: u32,
    /// Its start, in milliseconds.
    pub(super) start: i64,
    /// The week whose quotas it counts for.
    pub(super) week: u32,
    /// Its candidates.
    pub(super) candidates: Range<u32>,
}

/// A version that may air in a seat.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The seat.
    pub(super) seat: u32,
    /// Its episode on this channel.
    pub(super) group: u32,
    /// The version.
    pub(super) version: VersionIx,
    /// Whole minutes of its duration.
    pub(super) minutes: i32,
    /// Points for its time on air, without bonus and quotas.
    pub(super) value: i32,
    /// The programme on this channel and date.
    pub(super) cell: u32,
    /// The accounts that it can be charged to: a list in [`Model::charges`].
    pub(super) charges: u32,
    /// Milliseconds to any other airing of the group. Of several licences the widest gap: whichever is charged keeps it.
    pub(super) gap: i64,
    /// A bit for each quota of the channel that its language serves.
    pub(super) serves: u32,
    /// Its week with these bits: one of [`Model::tolls`].
    pub(super) toll: u32,
}

/// What prices ask of a candidate, round after round: candidates lie by seat, these by group and time as they are asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Priced {
    pub(super) seat: u32,
    pub(super) cell: u32,
    pub(super) toll: u32,
    pub(super) charges: u32,
    pub(super) value: i32,
    pub(super) minutes: i32,
}

impl Priced {
    pub(super) fn of(one: &Candidate) -> Self {
        Self {
            seat: one.seat,
            cell: one.cell,
            toll: one.toll,
            charges: one.charges,
            value: one.value,
            minutes: one.minutes,
        }
    }
}

/// An episode on a channel.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Points for each minute of its first airing; 0 where it is on the channel already.
    pub(super) bonus: i64,
    /// Its candidates: a range of [`Model::by_group`], in order of time.
    pub(super) candidates: Range<u32>,
    /// The least milliseconds between any two of its airings.
    pub(super) least_gap: i64,
    /// The most milliseconds that any of its airings keeps from another.
    pub(super) widest_gap: i64,
    /// Airings at most, whatever else is on air.
    pub(super) most: i32,
    /// Its programme on this channel.
    pub(super) programme: u32,
    /// Whether accounts bind it beyond `most`.
    pub(super) priced: bool,
    /// Its licences, where a proof plans it exactly by what each airing is charged to; their runs then need no price of its own.
    pub(super) runs: Vec<Run>,
}

/// Runs left of a licence, for an episode on a channel or, shared, on all of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Account {
    /// The licence.
    pub(super) licence: LicenceIx,
    /// Runs left.
    pub(super) room: i32,
    /// Milliseconds that the licence asks for between an airing and any other.
    pub(super) gap: i64,
    /// Whether an airing that is charged to it could be charged to another.
    pub(super) has_others: bool,
}

/// A channel's week.
#[derive(Clone, Debug)]
pub(super) struct Week {
    /// Minutes on air of what is fixed.
    pub(super) total: i64,
    /// Its quotas: a range of [`Model::quotas`].
    pub(super) quotas: Range<u32>,
}

/// Where minutes count: a week, and which of its quotas they serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Toll {
    pub(super) week: u32,
    /// A bit for each of them.
    pub(super) serves: u32,
}

/// A quota in a week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quota {
    /// The least share in percent.
    pub(super) share: i64,
    /// Minutes in its language of what is fixed.
    pub(super) minutes: i64,
    /// Whole minutes that it misses, at least and at most: a case of a proof says more of them than that they are not below 0.
    pub(super) missing: (i64, i64),
}

/// So many airings of some candidates, at least and at most: what a case of a proof holds to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub(super) least: i64,
    pub(super) most: i64,
}

/// As many missing minutes as there may be.
pub(super) const ANY: i64 = i64::MAX;

/// What is to be filled, and with what.
#[derive(Clone, Debug, Default)]
pub(super) struct Model {
    pub(super) seats: Vec<Seat>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) groups: Vec<Group>,
    /// Candidates in order of group and time.
    pub(super) by_group: Vec<u32>,
    /// The same, as prices ask for them.
    pub(super) priced: Vec<Priced>,
    /// Lists of accounts, each in the order of the licences.
    pub(super) charges: Vec<Vec<u32>>,
    pub(super) accounts: Vec<Account>,
    /// Airings that each programme's day has room for.
    pub(super) cells: Vec<i32>,
    pub(super) weeks: Vec<Week>,
    pub(super) quotas: Vec<Quota>,
    pub(super) tolls: Vec<Toll>,
    /// What a case of a proof counts.
    pub(super) counts: Vec<Count>,
    /// A bit for each count that a candidate is of; empty where nothing is counted.
    pub(super) counted: Vec<u64>,
}

impl Model {
    /// The model of some pool instances, after what is placed.
    pub(super) fn of(
        placed: &Placed<'_>,
        airtime: &Airtime,
        offer: &Offer<'_>,
        instances: &[InstanceIx],
        gaps: Gaps,
        threads: NonZeroUsize,
    ) -> Self {
        let mut numbers = Numbers::default();
        let mut model = Self::default();
        for &instance in instances {
            let at = placed.instances.get(instance);
            let week = numbers.week(&mut model, placed, airtime, at.channel, at.date);
            let start = at.start.ms();
            model.seats.push(Seat {
                instance,
                channel: placed.index.channels[at.channel.at()].rank,
                start,
                week,
                candidates: 0..0,
            });
        }
        let showings = side_by_side(instances, threads, |&instance| {
            eligible(placed, offer, instance, gaps, instances.len() as i64)
        });
        for (seat, showings) in (0..).zip(showings) {
            model.add_candidates(placed, &mut numbers, seat, &showings, gaps);
        }
        model.gather_groups(gaps);
        model
    }

    fn add_candidates(
        &mut self,
        placed: &Placed<'_>,
        numbers: &mut Numbers,
        seat: u32,
        showings: &[Showing],
        gaps: Gaps,
    ) {
        let index = placed.index;
        let first = self.candidates.len() as u32;
        for showing in showings {
            let version = &index.versions[showing.version.at()];
            let slot = placed.instances.get(self.seats[seat as usize].instance).slot;
            let weight = i64::from(index.slots[slot.at()].weight);
            let group = numbers.group(self, placed, showing.channel, version.episode);
            let charges = numbers.charges(self, placed, group, showing, gaps);
            let cell = numbers.cell(self, placed, showing, version.programme);
            let serves = index.channels[showing.channel.at()]
                .quotas
                .iter()
                .enumerate()
                .filter(|(_, (language, _))| *language == version.language)
                .fold(0, |bits, (quota, _)| bits | 1 << quota.min(31));
            let week = self.seats[seat as usize].week;
            let toll = numbers.toll(self, Toll { week, serves });
            self.candidates.push(Candidate {
                seat,
                group,
                version: showing.version,
                minutes: version.minutes() as i32,
                value: (POINTS_PER_WEIGHT * weight * version.minutes()) as i32,
                cell,
                charges,
                gap: 0,
                serves,
                toll,
            });
        }
        self.seats[seat as usize].candidates = first..self.candidates.len() as u32;
    }

    fn gather_groups(&mut self, gaps: Gaps) {
        let mut count = vec![0_u32; self.groups.len() + 1];
        for candidate in &self.candidates {
            count[candidate.group as usize + 1] += 1;
        }
        for at in 1..count.len() {
            count[at] += count[at - 1];
        }
        self.by_group = vec![0; self.candidates.len()];
        let mut next = count.clone();
        // Seats are in the order of time, so each group's candidates are too.
        for (number, candidate) in (0..).zip(&self.candidates) {
            let place = &mut next[candidate.group as usize];
            self.by_group[*place as usize] = number;
            *place += 1;
        }
        for (at, group) in self.groups.iter_mut().enumerate() {
            group.candidates = count[at]..count[at + 1];
        }
        self.line_up();
        let is_shared = self.shared_accounts();
        for group in 0..self.groups.len() as u32 {
            self.limit(group, &is_shared);
        }
        for &account in self.charges.iter().filter(|list| list.len() > 1).flatten() {
            self.accounts[account as usize].has_others = true;
        }
        if gaps == Gaps::Narrowest && self.seats.len() <= FEW_SEATS {
            for group in 0..self.groups.len() as u32 {
                self.groups[group as usize].runs = self.runs_of(group);
            }
        }
        for candidate in &mut self.candidates {
            let gaps = self.charges[candidate.charges as usize].iter();
            let widest = gaps.map(|&account| self.accounts[account as usize].gap).max();
            candidate.gap = widest.unwrap_or_default();
            let group = &mut self.groups[candidate.group as usize];
            group.widest_gap = group.widest_gap.max(candidate.gap);
        }
    }

    /// Lays out what prices ask for.
    fn line_up(&mut self) {
        let candidates = &self.candidates;
        self.priced.clear();
        let in_order = self.by_group.iter().map(|&number| &candidates[number as usize]);
        self.priced.extend(in_order.map(Priced::of));
    }

    /// Whether each account is one for several groups.
    fn shared_accounts(&self) -> Vec<bool> {
        let mut owner = vec![u32::MAX; self.accounts.len()];
        let mut is_shared = vec![false; self.accounts.len()];
        for candidate in &self.candidates {
            for &account in self.charges_of(candidate) {
                let owner = &mut owner[account as usize];
                is_shared[account as usize] |= *owner != u32::MAX && *owner != candidate.group;
                *owner = candidate.group;
            }
        }
        is_shared
    }

    /// What limits a group: its gaps, and the runs of the licences that it can come to. An airing is charged to the first
    /// licence with a run left, so one that is listed after more runs than the gaps leave room for is never come to.
    fn limit(&mut self, group: u32, is_shared: &[bool]) {
        let mut lists: Vec<u32> = self
            .by_group_of(group)
            .iter()
            .map(|&number| self.candidate(number).charges)
            .collect();
        lists.sort_unstable();
        lists.dedup();
        let gap_of = |model: &Self, account: u32| model.accounts[account as usize].gap;
        let least = |model: &Self| {
            let accounts = lists.iter().flat_map(|&list| &model.charges[list as usize]);
            accounts
                .map(|&account| gap_of(model, account))
                .min()
                .unwrap_or_default()
        };
        let most = i64::from(self.most_apart(group, least(self).max(1)));
        for &list in &lists {
            let mut runs = 0;
            let reached = self.charges[list as usize]
                .iter()
                .take_while(|&&account| {
                    let is_reached = runs < most;
                    if !is_shared[account as usize] {
                        runs += i64::from(self.accounts[account as usize].room);
                    }
                    is_reached
                })
                .count();
            self.charges[list as usize].truncate(reached);
        }
        let mut accounts: Vec<u32> = lists
            .iter()
            .flat_map(|&list| self.charges[list as usize].clone())
            .collect();
        accounts.sort_unstable();
        accounts.dedup();
        let runs: i64 = accounts
            .iter()
            .map(|&account| i64::from(self.accounts[account as usize].room))
            .sum();
        let least_gap = least(self);
        let entry = &mut self.groups[group as usize];
        entry.least_gap = least_gap;
        entry.most = runs.min(i64::from(UNLIMITED)) as i32;
        entry.priced = accounts.len() > 1 || accounts.iter().any(|&account| is_shared[account as usize]);
    }

    /// How many airings of a group there can be so far apart.
    pub(super) fn most_apart(&self, group: u32, gap: i64) -> i32 {
        let (mut most, mut free) = (0, i64::MIN);
        for &number in self.by_group_of(group) {
            let start = self.seats[self.candidate(number).seat as usize].start;
            if start >= free {
                (most, free) = (most + 1, start.saturating_add(gap));
            }
        }
        most
    }

    /// The counts that a candidate is of.
    pub(super) fn counts_of(&self, number: u32) -> impl Iterator<Item = usize> + use<> {
        let mut bits = self.counted.get(number as usize).copied().unwrap_or_default();
        std::iter::from_fn(move || {
            let at = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
            bits &= bits - 1;
            Some(at)
        })
    }

    /// Minutes that each quota misses while nothing is filled in; below 0 what it has beyond.
    pub(super) fn short_at_first(&self) -> Vec<f64> {
        let quotas = self
            .weeks
            .iter()
            .flat_map(|week| week.quotas.clone().map(move |quota| (week, quota)));
        let short = quotas.map(|(week, quota)| {
            let entry = &self.quotas[quota as usize];
            (entry.share * week.total - 100 * entry.minutes) as f64 / 100.0
        });
        short.collect()
    }

    /// Quotas that a candidate counts for, and by how many minutes each misses more with it; below 0 fewer.
    pub(super) fn short_by<'a>(&'a self, one: &'a Candidate) -> impl Iterator<Item = (usize, f64)> + 'a {
        let week = self.seats[one.seat as usize].week as usize;
        self.weeks[week].quotas.clone().enumerate().map(|(bit, quota)| {
            let served = if one.serves >> bit & 1 == 1 { 100 } else { 0 };
            let minutes = (self.quotas[quota as usize].share - served) * i64::from(one.minutes);
            (quota as usize, minutes as f64 / 100.0)
        })
    }

    /// The same with some of its candidates only.
    pub(super) fn only(&self, is_kept: impl Fn(u32) -> bool) -> Self {
        let mut place_of = vec![u32::MAX; self.candidates.len()];
        let mut model = Self {
            candidates: Vec::new(),
            by_group: Vec::new(),
            priced: Vec::new(),
            counted: Vec::new(),
            seats: self.seats.clone(),
            groups: self.groups.clone(),
            charges: self.charges.clone(),
            accounts: self.accounts.clone(),
            cells: self.cells.clone(),
            weeks: self.weeks.clone(),
            quotas: self.quotas.clone(),
            tolls: self.tolls.clone(),
            counts: self.counts.clone(),
        };
        for seat in &mut model.seats {
            let first = model.candidates.len() as u32;
            for number in seat.candidates.clone().filter(|&number| is_kept(number)) {
                place_of[number as usize] = model.candidates.len() as u32;
                model.candidates.push(*self.candidate(number));
                model.counted.extend(self.counted.get(number as usize));
            }
            seat.candidates = first..model.candidates.len() as u32;
        }
        for group in &mut model.groups {
            let first = model.by_group.len() as u32;
            let own = &self.by_group[group.candidates.start as usize..group.candidates.end as usize];
            let kept = own.iter().map(|&number| place_of[number as usize]);
            model.by_group.extend(kept.filter(|&place| place != u32::MAX));
            group.candidates = first..model.by_group.len() as u32;
        }
        model.line_up();
        model
    }

    /// A candidate.
    pub(super) fn candidate(&self, number: u32) -> &Candidate {
        &self.candidates[number as usize]
    }

    /// The accounts that a candidate can be charged to, in the order of the licences.
    pub(super) fn charges_of(&self, candidate: &Candidate) -> &[u32] {
        &self.charges[candidate.charges as usize]
    }
}

/// Which gap an airing must keep that may be charged to several licences: which of them it will be shows at the end only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gaps {
    /// The widest: whichever is charged, the gap is kept.
    Widest,
    /// The narrowest: no plan keeps less.
    Narrowest,
    /// That of the licence with a run left.
    Charged,
}

/// What instances are offered.
pub(super) enum Offer<'c> {
    /// All that their slots may take.
    All(&'c Catalogue),
    /// Some of it.
    Rationed(Rations),
}

/// What keeps every rule with what is fixed.
pub(super) fn eligible(
    placed: &Placed<'_>,
    offer: &Offer<'_>,
    instance: InstanceIx,
    gaps: Gaps,
    seats: i64,
) -> Vec<Showing> {
    let at = placed.instances.get(instance);
    let room = at.length_ms();
    let all = match offer {
        Offer::All(catalogue) => Cow::Borrowed(catalogue.of_slot(at.slot)),
        Offer::Rationed(rations) => Cow::Owned(rations.offered(placed.index, at)),
    };
    all.iter()
        .filter(|version| placed.index.versions[version.at()].duration_ms <= room)
        .map(|&version| placed.charge(showing(placed, instance, version, By::Pool)))
        .filter(|showing| match gaps {
            Gaps::Widest => first_broken(placed, showing).is_none() && keeps_widest_gap(placed, showing, seats),
            Gaps::Narrowest => first_broken(placed, showing).is_none() || keeps_some_gap(placed, showing),
            Gaps::Charged => first_broken(placed, showing).is_none(),
        })
        .collect()
}

/// Whether an airing would keep its distance whichever licence it comes to be charged to: not to one that is listed after more
/// runs than there are seats.
fn keeps_widest_gap(placed: &Placed<'_>, showing: &Showing, seats: i64) -> bool {
    let index = placed.index;
    let mut runs = 0;
    index
        .covering(showing.version, showing.channel, showing.date)
        .filter(|&licence| placed.has_run_left(licence, showing))
        .take_while(|&licence| {
            let is_reached = runs < seats;
            let entry = &index.licences[licence.at()];
            // Runs that other channels may take are not counted on.
            if !entry.shared || entry.channels.len() == 1 {
                runs += entry.max_runs.map_or(i64::from(UNLIMITED), |max| {
                    i64::from(max) - i64::from(placed.runs(licence, showing)) + 1
                });
            }
            is_reached
        })
        .filter(|&licence| Some(licence) != showing.licence)
        .all(|licence| {
            let other = Showing {
                licence: Some(licence),
                ..*showing
            };
            first_broken(placed, &other).is_none()
        })
}

/// Whether an airing would keep every rule if it were charged to some licence.
fn keeps_some_gap(placed: &Placed<'_>, showing: &Showing) -> bool {
    placed
        .index
        .covering(showing.version, showing.channel, showing.date)
        .filter(|&licence| Some(licence) != showing.licence)
        .any(|licence| {
            let other = Showing {
                licence: Some(licence),
                ..*showing
            };
            first_broken(placed, &other).is_none()
        })
}

/// Numbers given so far.
#[derive(Default)]
struct Numbers {
    groups: FxHashMap<(ChannelIx, EpisodeIx), u32>,
    programmes: FxHashMap<(ChannelIx, ProgrammeIx), u32>,
    cells: FxHashMap<(ChannelIx, ProgrammeIx, BroadcastDate), u32>,
    weeks: FxHashMap<(ChannelIx, BroadcastDate), u32>,
    tolls: FxHashMap<Toll, u32>,
    accounts: FxHashMap<(LicenceIx, u32, EpisodeIx), u32>,
    charges: FxHashMap<(u32, Vec<LicenceIx>), u32>,
}

impl Numbers {
    fn group(&mut self, model: &mut Model, placed: &Placed<'_>, channel: ChannelIx, episode: EpisodeIx) -> u32 {
        let next = (channel, placed.index.episodes[episode.at()].programme);
        *self.groups.entry((channel, episode)).or_insert_with(|| {
            let count = self.programmes.len() as u32;
            let programme = *self.programmes.entry(next).or_insert(count);
            model.groups.push(Group {
                bonus: if placed.has_episode(channel, episode) {
                    0
                } else {
                    POINTS_FOR_FIRST
                },
                programme,
                ..Group::default()
            });
            model.groups.len() as u32 - 1
        })
    }

    fn cell(&mut self, model: &mut Model, placed: &Placed<'_>, showing: &Showing, programme: ProgrammeIx) -> u32 {
        *self
            .cells
            .entry((showing.channel, programme, showing.date))
            .or_insert_with(|| {
                let most = placed.index.programmes[programme.at()].max_per_day;
                let taken = placed.on_day(showing.channel, showing.date, programme);
                model
                    .cells
                    .push(most.saturating_sub(taken).min(UNLIMITED as u32) as i32);
                model.cells.len() as u32 - 1
            })
    }

    fn week(
        &mut self,
        model: &mut Model,
        placed: &Placed<'_>,
        airtime: &Airtime,
        channel: ChannelIx,
        date: BroadcastDate,
    ) -> u32 {
        *self.weeks.entry((channel, date.monday())).or_insert_with(|| {
            let first = model.quotas.len() as u32;
            for &(language, share) in &placed.index.channels[channel.at()].quotas {
                model.quotas.push(Quota {
                    share: i64::from(share),
                    minutes: airtime.in_language(channel, date, language),
                    missing: (0, ANY),
                });
            }
            model.weeks.push(Week {
                total: airtime.total(channel, date),
                quotas: first..model.quotas.len() as u32,
            });
            model.weeks.len() as u32 - 1
        })
    }

    fn toll(&mut self, model: &mut Model, toll: Toll) -> u32 {
        *self.tolls.entry(toll).or_insert_with(|| {
            model.tolls.push(toll);
            model.tolls.len() as u32 - 1
        })
    }

    /// The list of the accounts that an airing can be charged to.
    fn charges(&mut self, model: &mut Model, placed: &Placed<'_>, group: u32, showing: &Showing, gaps: Gaps) -> u32 {
        let index = placed.index;
        let episode = index.versions[showing.version.at()].episode;
        let licences: Vec<LicenceIx> = index
            .covering(showing.version, showing.channel, showing.date)
            .filter(|&licence| placed.has_run_left(licence, showing))
            .collect();
        let accounts = &mut self.accounts;
        *self
            .charges
            .entry((group, licences))
            .or_insert_with_key(|(_, licences)| {
                let list = licences
                    .iter()
                    .map(|&licence| {
                        let entry = &index.licences[licence.at()];
                        let owner = if entry.shared { u32::MAX } else { group };
                        *accounts.entry((licence, owner, episode)).or_insert_with(|| {
                            // Every pool airing opens a run of its own: its gap is wider than its licence's reruns. But one that is
                            // repeated beyond the range shares its repeat's: a bound counts that run as left.
                            let room = match entry.max_runs {
                                None => UNLIMITED,
                                Some(max) => {
                                    let with_one = placed.runs(licence, showing);
                                    let shared = match gaps {
                                        Gaps::Narrowest => placed.repeats_charged(licence, episode) as i64,
                                        Gaps::Widest | Gaps::Charged => 0,
                                    };
                                    let left = i64::from(max) - i64::from(with_one) + 1 + shared;
                                    left.clamp(0, i64::from(UNLIMITED)) as i32
                                }
                            };
                            model.accounts.push(Account {
                                licence,
                                room,
                                gap: entry.min_gap_ms,
                                has_others: false,
                            });
                            model.accounts.len() as u32 - 1
                        })
                    })
                    .collect();
                model.charges.push(list);
                model.charges.len() as u32 - 1
            })
    }
}
