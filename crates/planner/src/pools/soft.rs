//! First prices, found softly.
//!
//! A group that is planned exactly wants all of its best seats or none of them, and episodes that are alike want the same
//! ones: prices that follow such demand swing. So each group first plans by chance: every plan of its own is as likely as the
//! exponential of what it earns, divided by a heat. Its demand is then smooth, and raising each seat's price by the heat times
//! the logarithm of its demand settles in few rounds (Sinkhorn's scaling). The heat falls until the chance is all but gone.
//! `libm` computes in software: the same bits on every machine.

use std::num::NonZeroUsize;
use std::ops::Range;

use super::model::{ANY, Count, Model};
use super::prices::{FULL, Prices, SCALE};
use super::runs::{Ledger, Worth};
use crate::request::{Meter, PlanError};
use crate::threads::side_by_side;

/// How the heat falls.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cooling {
    /// The first heat, in points.
    pub(super) from: f64,
    /// The last heat, in points.
    pub(super) to: f64,
    /// Rounds altogether.
    pub(super) rounds: u32,
    /// Over so many rounds at the end it is told how likely a candidate airs; 0: it is not told.
    pub(super) averaged: u32,
    pub(super) threads: NonZeroUsize,
}

/// Prices at which demand hardly exceeds what there is.
pub(super) fn soft_prices(model: &Model, cooling: Cooling, meter: &Meter<'_>) -> Result<Prices, PlanError> {
    let mut walk = Walk::begin(model);
    walk.cool(model, cooling, meter)?;
    Ok(walk.prices(model))
}

/// Prices of seats, cells, accounts, quotas and counts in one row, on their way.
pub(super) struct Walk {
    /// Where they were.
    last: Vec<f64>,
    /// Where the next demand is asked for: ahead in the direction they took.
    ahead: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
    momentum: f64,
    /// How fast each may move.
    paces: Vec<f64>,
    /// Where each went last.
    before: Vec<f64>,
}

impl Walk {
    /// From nothing on.
    pub(super) fn begin(model: &Model) -> Self {
        let count = model.seats.len() + model.cells.len() + model.accounts.len();
        let mut most = vec![f64::INFINITY; count];
        most.extend(model.quotas.iter().map(|quota| match quota.missing.1 {
            ANY => FULL as f64,
            _ => (MOST_TIMES * FULL) as f64,
        }));
        let mut least = vec![0.0; most.len()];
        most.resize(most.len() + model.counts.len(), f64::INFINITY);
        least.resize(most.len(), f64::NEG_INFINITY);
        Self {
            last: vec![0.0; most.len()],
            ahead: vec![0.0; most.len()],
            momentum: 1.0,
            paces: vec![MOST_PACE; most.len()],
            before: vec![0.0; most.len()],
            least,
            most,
        }
    }

    /// From these prices on.
    pub(super) fn from(model: &Model, prices: &Prices) -> Self {
        let mut walk = Self::begin(model);
        let all = [
            &prices.seats,
            &prices.cells,
            &prices.accounts,
            &prices.quotas,
            &prices.counts,
        ];
        walk.last = all.into_iter().flatten().map(|&price| price as f64).collect();
        walk.ahead.clone_from(&walk.last);
        walk
    }

    /// The way that it goes while the heat falls; how likely each candidate airs at the end of it. The model may be one
    /// that candidates were left out of meanwhile.
    pub(super) fn cool(&mut self, model: &Model, cooling: Cooling, meter: &Meter<'_>) -> Result<Vec<f64>, PlanError> {
        let fall = libm::pow(cooling.to / cooling.from, 1.0 / f64::from(cooling.rounds.max(2) - 1));
        let mut heat = cooling.from * SCALE as f64;
        let mut likely = vec![0.0; model.candidates.len()];
        for round in 0..cooling.rounds {
            let prices = Prices::of_row(model, &self.ahead);
            let tills = Tills::of(model, &prices, heat);
            let demand = demand(model, &prices, &tills, heat, cooling.threads);
            self.step(&steps(model, &prices, &tills, &demand, heat));
            heat *= fall;
            if round + cooling.averaged >= cooling.rounds {
                for (sum, chance) in likely.iter_mut().zip(&demand.likely) {
                    *sum += chance / f64::from(cooling.averaged);
                }
            }
            meter.advance(1)?;
        }
        Ok(likely)
    }

    /// Where it has come to.
    pub(super) fn prices(&self, model: &Model) -> Prices {
        Prices::of_row(model, &self.last)
    }

    /// Nesterov's walk: on from where demand was asked for, with the way of before; begun anew where that leads back.
    fn step(&mut self, steps: &[f64]) {
        let mut along = 0.0;
        let mut next = Vec::with_capacity(steps.len());
        for (at, step) in steps.iter().enumerate() {
            let pace = &mut self.paces[at];
            *pace = if step * self.before[at] < 0.0 {
                (*pace * SLOWER).max(LEAST_PACE)
            } else {
                (*pace * FASTER).min(MOST_PACE)
            };
            self.before[at] = *step;
            let new = (self.ahead[at] + *pace * step).clamp(self.least[at], self.most[at]);
            along += (new - self.ahead[at]) * (new - self.last[at]);
            next.push(new);
        }
        let momentum = if along < 0.0 {
            1.0
        } else {
            ((1.0 + libm::sqrt(1.0 + 4.0 * self.momentum * self.momentum)) / 2.0).min(MOST_MOMENTUM)
        };
        let beta = if along < 0.0 {
            0.0
        } else {
            (self.momentum - 1.0) / momentum
        };
        for (at, ahead) in self.ahead.iter_mut().enumerate() {
            let (next, last) = (next[at], self.last[at]);
            *ahead = (next + beta * (next - last)).clamp(self.least[at], self.most[at]);
        }
        self.last = next;
        self.momentum = momentum;
    }
}

/// How much of the way that would be right if the others stood still, at most: a candidate pays several prices, and all of
/// them move.
const MOST_PACE: f64 = 0.35;
/// And at least.
const LEAST_PACE: f64 = 0.05;
/// A price that turns back goes on slower: where like episodes all change over at once it would swing for ever.
const SLOWER: f64 = 0.85;
/// One that goes on the same way becomes faster again.
const FASTER: f64 = 1.05;
/// Beyond this the way of before counts no more.
const MOST_MOMENTUM: f64 = 20.0;

/// A quota that a case lets miss only so much may cost so many times as much.
const MOST_TIMES: i64 = 10;

/// How far each price would go if the others stood still.
fn steps(model: &Model, prices: &Prices, tills: &Tills, demand: &Demand, heat: f64) -> Vec<f64> {
    let mut seats = vec![0.0; model.seats.len()];
    let mut cells = vec![0.0; model.cells.len()];
    let mut accounts = vec![0.0; model.accounts.len()];
    let mut short = model.short_at_first();
    let mut moved = vec![0.0; model.quotas.len()];
    let mut counts = vec![(0.0, 0.0); model.counts.len()];
    for &(account, chance) in &demand.charged {
        accounts[account as usize] += chance;
    }
    for ((number, one), &chance) in (0..).zip(&model.candidates).zip(&demand.likely) {
        if chance == 0.0 {
            continue;
        }
        for count in model.counts_of(number) {
            let (sum, moved) = &mut counts[count];
            *sum += chance;
            *moved += chance * (1.0 - chance).max(0.0);
        }
        seats[one.seat as usize] += chance;
        cells[one.cell as usize] += chance;
        let group = &model.groups[one.group as usize];
        if group.priced && group.runs.is_empty() {
            let (list, shares) = (model.charges_of(one), tills.shares(one.charges));
            for (&account, share) in list.iter().zip(shares) {
                accounts[account as usize] += chance * share;
            }
        }
        for (quota, minutes) in model.short_by(one) {
            short[quota] += chance * minutes;
            moved[quota] += chance * (1.0 - chance).max(0.0) * minutes * minutes;
        }
    }
    let log = |demand: f64, room: f64| heat * libm::log((demand / room).max(1e-6)).clamp(-4.0, 4.0);
    let mut steps: Vec<f64> = seats.iter().map(|&demand| log(demand, 1.0)).collect();
    steps.extend(
        cells
            .iter()
            .zip(&model.cells)
            .map(|(&demand, &room)| log(demand, f64::from(room.max(1)))),
    );
    steps.extend(
        accounts
            .iter()
            .zip(&model.accounts)
            .map(|(&demand, account)| log(demand, f64::from(account.room.max(1)))),
    );
    for (at, (short, moved)) in short.iter().zip(&moved).enumerate() {
        let (beyond, moved) = match model.quotas[at].missing {
            (0, ANY) => (*short, *moved),
            (least, ANY) => (short - least as f64, libm::sqrt(*moved)),
            (least, most) => {
                let over_full = (prices.quotas[at] - FULL) as f64;
                (beyond(*short, over_full, least as f64, most as f64), libm::sqrt(*moved))
            }
        };
        steps.push(heat * (beyond / moved.max(1.0)).clamp(-1.0, 1.0));
    }
    for (at, (sum, moved)) in counts.into_iter().enumerate() {
        let Count { least, most } = model.counts[at];
        let beyond = beyond(sum, prices.counts[at] as f64, least as f64, most as f64);
        steps.push(heat * (beyond / moved.max(0.25)).clamp(-2.0, 2.0));
    }
    steps
}

/// By how much a sum is beyond the limit that a price keeps: the upper one where it is above 0, the lower one below.
fn beyond(sum: f64, price: f64, least: f64, most: f64) -> f64 {
    if price > 0.0 || (price == 0.0 && sum > most) {
        sum - most
    } else if price < 0.0 || sum < least {
        sum - least
    } else {
        0.0
    }
}

/// Where accounts stand beside each other, an airing goes to each by chance too.
struct Tills {
    /// For each list of accounts, what is due in multiples of the heat.
    due: Vec<f64>,
    /// For each list, the first of its shares.
    first: Vec<u32>,
    shares: Vec<f64>,
}

impl Tills {
    fn of(model: &Model, prices: &Prices, heat: f64) -> Self {
        let mut tills = Self {
            due: Vec::new(),
            first: vec![0],
            shares: Vec::new(),
        };
        for list in &model.charges {
            let price = |account: &u32| prices.accounts[*account as usize];
            let least = list.iter().map(price).min().unwrap_or_default();
            let first = tills.shares.len();
            tills.shares.extend(
                list.iter()
                    .map(|account| libm::exp((least - price(account)) as f64 / heat)),
            );
            let sum: f64 = tills.shares[first..].iter().sum();
            tills.shares[first..].iter_mut().for_each(|share| *share /= sum);
            tills.due.push(least as f64 / heat - libm::log(sum));
            tills.first.push(tills.shares.len() as u32);
        }
        tills
    }

    fn due(&self, charges: u32) -> f64 {
        self.due[charges as usize]
    }

    fn shares(&self, charges: u32) -> &[f64] {
        &self.shares[self.first[charges as usize] as usize..self.first[charges as usize + 1] as usize]
    }
}

/// What groups want.
#[derive(Default)]
struct Demand {
    /// How likely each candidate is to be chosen by its group.
    likely: Vec<f64>,
    /// How likely airings of groups that are planned by their licences' runs are charged to an account, one by one.
    charged: Vec<(u32, f64)>,
}

fn demand(model: &Model, prices: &Prices, tills: &Tills, heat: f64, threads: NonZeroUsize) -> Demand {
    let look = |part: Range<u32>| -> Demand {
        let (mut chain, mut counted) = (Chain::default(), Counted::default());
        let mut all = Demand::default();
        for group in part {
            if model.groups[group as usize].runs.is_empty() {
                chain.look(model, prices, tills, group, heat, &mut all.likely);
            } else {
                counted.look(model, prices, group, heat, &mut all);
            }
        }
        all
    };
    let parts = side_by_side(shares(model, threads), threads, look);
    let mut likely = vec![0.0; model.candidates.len()];
    let chances = parts.iter().flat_map(|part| &part.likely);
    for (&number, chance) in model.by_group.iter().zip(chances) {
        likely[number as usize] = *chance;
    }
    let charged = parts.iter().flat_map(|part| part.charged.iter().copied()).collect();
    Demand { likely, charged }
}

/// Groups one after the other in as many parts as there are threads, each with about as many candidates; few groups in one.
fn shares(model: &Model, threads: NonZeroUsize) -> Vec<Range<u32>> {
    let groups = &model.groups;
    let parts = if groups.len() < 64 { 1 } else { threads.get() };
    let end = |part: usize| {
        let candidates = (model.by_group.len() * part / parts) as u32;
        groups.partition_point(|group| group.candidates.end <= candidates) as u32
    };
    let mut from = 0;
    let mut shares = Vec::new();
    for part in 1..=parts {
        let until = if part == parts { groups.len() as u32 } else { end(part) };
        shares.push(from..until);
        from = until;
    }
    shares
}

/// A number above zero of any size: what a plan of many airings weighs at a low heat is beyond floating point.
#[derive(Clone, Copy, Debug, Default)]
struct Wide {
    part: f64,
    /// How often [`Wide::UNIT`] is to be multiplied with the part.
    units: i32,
}

impl Wide {
    const ZERO: Self = Self {
        part: 0.0,
        units: i32::MIN / 4,
    };
    const ONE: Self = Self { part: 1.0, units: 0 };
    /// 2²⁰⁰.
    const UNIT: f64 = 1.606_938_044_258_990_3e60;
    const HALF_UNIT: f64 = 1.267_650_600_228_229_4e30;
    const LOG_OF_UNIT: f64 = 138.629_436_111_989_06;

    fn exp(log: f64) -> Self {
        let units = libm::round(log / Self::LOG_OF_UNIT);
        Self {
            part: libm::exp(log - units * Self::LOG_OF_UNIT),
            units: units as i32,
        }
    }

    #[inline]
    fn plus(self, other: Self) -> Self {
        match self.units.cmp(&other.units) {
            std::cmp::Ordering::Equal => Self {
                part: self.part + other.part,
                units: self.units,
            },
            std::cmp::Ordering::Less if other.units - self.units == 1 => Self {
                part: other.part + self.part / Self::UNIT,
                units: other.units,
            },
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Greater if self.units - other.units == 1 => Self {
                part: self.part + other.part / Self::UNIT,
                units: self.units,
            },
            std::cmp::Ordering::Greater => self,
        }
    }

    #[inline]
    fn times(self, other: Self) -> Self {
        let (part, units) = (self.part * other.part, self.units + other.units);
        if part > Self::HALF_UNIT {
            Self {
                part: part / Self::UNIT,
                units: units + 1,
            }
        } else if part < 1.0 / Self::HALF_UNIT {
            if part == 0.0 {
                Self::ZERO
            } else {
                Self {
                    part: part * Self::UNIT,
                    units: units - 1,
                }
            }
        } else {
            Self { part, units }
        }
    }

    /// The quotient as a plain number; what is too small is 0, and so is what there is nothing of at all.
    fn over(self, other: Self) -> f64 {
        if other.part == 0.0 {
            return 0.0;
        }
        match self.units - other.units {
            0 => self.part / other.part,
            1 => self.part / other.part * Self::UNIT,
            -1 => self.part / other.part / Self::UNIT,
            _ => 0.0,
        }
    }
}

impl Worth for Wide {
    const NONE: Self = Self::ZERO;
    const EMPTY: Self = Self::ONE;

    fn or(self, other: Self) -> Self {
        self.plus(other)
    }

    fn and(self, other: Self) -> Self {
        self.times(other)
    }
}

/// A candidate airs with a chance no higher than the exponential of what it earns, in multiples of the heat: any plan is one without it
/// too. One that earns less than this makes no difference in sixteen digits and is passed over: the bound holds at any prices.
const NEGLIGIBLE: f64 = -80.0;

/// A group whose plans are told apart by the runs of each licence that they take.
#[derive(Default)]
struct Counted {
    ledger: Ledger<Wide>,
    offers: Vec<Charged>,
}

/// A candidate charged to one of its licences.
struct Charged {
    /// Which of the group's candidates.
    at: usize,
    place: usize,
    licence: usize,
    first: Wide,
    later: Wide,
}

impl Counted {
    fn look(&mut self, model: &Model, prices: &Prices, group: u32, heat: f64, out: &mut Demand) {
        let entry = &model.groups[group as usize];
        let numbers = model.by_group_of(group);
        let first_out = out.likely.len();
        out.likely.resize(first_out + numbers.len(), 0.0);
        self.ledger.begin(&entry.runs);
        self.offers.clear();
        for (at, &number) in numbers.iter().enumerate() {
            let one = model.candidate(number);
            let net = prices.net_of_charges(model, number);
            let place = self.ledger.place(model.seats[one.seat as usize].start);
            for &account in model.charges_of(one) {
                let Some(licence) = self.ledger.licence(account) else {
                    continue;
                };
                let net = net - prices.accounts[account as usize];
                let bonus = model.first_bonus(number);
                let with_bonus = (net + bonus) as f64 / heat;
                if with_bonus < NEGLIGIBLE {
                    continue;
                }
                let later = Wide::exp(net as f64 / heat);
                let first = if bonus == 0 { later } else { Wide::exp(with_bonus) };
                self.ledger.offer(licence, later, first);
                self.offers.push(Charged {
                    at,
                    place,
                    licence,
                    first,
                    later,
                });
            }
        }
        let whole = self.ledger.plans();
        self.ledger.look_ahead();
        for one in &self.offers {
            let (firsts, laters) = self.ledger.with(one.place, one.licence);
            let (first, later) = self.ledger.offered(one.place, one.licence);
            let chance = firsts.over(whole) * one.first.over(first) + laters.over(whole) * one.later.over(later);
            out.likely[first_out + one.at] += chance;
            out.charged.push((entry.runs[one.licence].account, chance));
        }
    }
}

/// A group's seats in order of time, with the weight of each.
#[derive(Default)]
struct Chain {
    starts: Vec<i64>,
    weights: Vec<Wide>,
    /// Weights with the bonus of a first airing.
    firsts: Vec<Wide>,
    /// Where each candidate's chance goes, its seat and its weights.
    parts: Vec<(usize, u32, Wide, Wide)>,
    before: Vec<usize>,
    after: Vec<usize>,
    /// Weights of all plans of so many airings that end in a seat, layer by layer.
    ending: Vec<Wide>,
    /// Weights of what can follow.
    following: Vec<Wide>,
}

impl Chain {
    fn look(&mut self, model: &Model, prices: &Prices, tills: &Tills, group: u32, heat: f64, out: &mut Vec<f64>) {
        let entry = &model.groups[group as usize];
        let first_out = out.len();
        out.resize(first_out + entry.candidates.len(), 0.0);
        if entry.most <= 0 {
            return;
        }
        self.starts.clear();
        self.weights.clear();
        self.firsts.clear();
        self.parts.clear();
        for (at, (number, one)) in (first_out..).zip(model.priced_of(group)) {
            let due = if entry.priced { tills.due(one.charges) } else { 0.0 };
            let net = prices.net_of_priced(model, number, one) as f64 / heat - due;
            let bonus = SCALE * entry.bonus * i64::from(one.minutes);
            let with_bonus = net + bonus as f64 / heat;
            if with_bonus < NEGLIGIBLE {
                continue;
            }
            let weight = Wide::exp(net);
            let first = if bonus == 0 { weight } else { Wide::exp(with_bonus) };
            let start = model.seats[one.seat as usize].start;
            if self.starts.last() != Some(&start) {
                self.starts.push(start);
                self.weights.push(Wide::ZERO);
                self.firsts.push(Wide::ZERO);
            }
            let seat = self.starts.len() - 1;
            self.weights[seat] = self.weights[seat].plus(weight);
            self.firsts[seat] = self.firsts[seat].plus(first);
            self.parts.push((at, seat as u32, weight, first));
        }
        if self.starts.is_empty() {
            return;
        }
        self.link(entry.least_gap.max(1));
        let most = self.most();
        let layers = if entry.most as usize >= most {
            self.forward_without_limit();
            self.backward_without_limit();
            2
        } else {
            let layers = self.forward(entry.most as usize);
            self.backward(layers);
            layers
        };
        let count = self.starts.len();
        let whole = self.ending.iter().fold(Wide::ONE, |sum, one| sum.plus(*one));
        let mut seats = vec![(0.0, 0.0); count];
        for (at, (first, later)) in seats.iter_mut().enumerate() {
            *first = self.ending[at].times(self.following[at]).over(whole);
            *later = (1..layers)
                .map(|layer| layer * count + at)
                .map(|cell| self.ending[cell].times(self.following[cell]).over(whole))
                .sum();
        }
        for &(at, seat, weight, first) in &self.parts {
            let seat = seat as usize;
            out[at] = seats[seat].0 * first.over(self.firsts[seat]) + seats[seat].1 * weight.over(self.weights[seat]);
        }
    }

    fn link(&mut self, gap: i64) {
        let count = self.starts.len();
        self.before.clear();
        let mut until = 0;
        for &start in &self.starts {
            while self.starts[until] <= start.saturating_sub(gap) {
                until += 1;
            }
            self.before.push(until);
        }
        self.after.clear();
        self.after.resize(count, count);
        let mut at = count;
        for seat in (0..count).rev() {
            while at > 0 && self.starts[at - 1] >= self.starts[seat].saturating_add(gap) {
                at -= 1;
            }
            self.after[seat] = at;
        }
    }

    /// Airings at most that the gaps leave room for.
    fn most(&self) -> usize {
        let (mut most, mut at) = (0, 0);
        while at < self.after.len() {
            most += 1;
            at = self.after[at];
        }
        most
    }

    /// Where nothing limits the number of airings, two layers do: the first airing, and any later one.
    fn forward_without_limit(&mut self) {
        let count = self.starts.len();
        self.ending.clear();
        self.ending.extend(&self.firsts);
        let (mut sum, mut until) = (Wide::ZERO, 0);
        for seat in 0..count {
            while until < self.before[seat] {
                sum = sum.plus(self.ending[until]).plus(self.ending[count + until]);
                until += 1;
            }
            self.ending.push(sum.times(self.weights[seat]));
        }
    }

    /// Back from the last seat to the first, the same for both layers.
    fn backward_without_limit(&mut self) {
        let count = self.starts.len();
        self.following.clear();
        self.following.resize(2 * count, Wide::ONE);
        let (mut sum, mut from) = (Wide::ONE, count);
        for seat in (0..count).rev() {
            while from > self.after[seat] {
                from -= 1;
                sum = sum.plus(self.following[from].times(self.weights[from]));
            }
            self.following[seat] = sum;
            self.following[count + seat] = sum;
        }
    }

    /// Layer by layer, until a layer has no plan; how many layers there are.
    fn forward(&mut self, most: usize) -> usize {
        let count = self.starts.len();
        self.ending.clear();
        self.ending.extend(&self.firsts);
        for layer in 1..most {
            if self.before[count - 1] == 0 {
                return layer;
            }
            let (mut sum, mut until, mut any) = (Wide::ZERO, 0, false);
            for seat in 0..count {
                while until < self.before[seat] {
                    sum = sum.plus(self.ending[(layer - 1) * count + until]);
                    until += 1;
                }
                let own = sum.times(self.weights[seat]);
                any |= own.part > 0.0;
                self.ending.push(own);
            }
            if !any {
                self.ending.truncate(layer * count);
                return layer;
            }
        }
        most
    }

    /// Back from the last layer to the first.
    fn backward(&mut self, layers: usize) {
        let count = self.starts.len();
        self.following.clear();
        self.following.resize(layers * count, Wide::ONE);
        for layer in (0..layers.saturating_sub(1)).rev() {
            let (mut sum, mut from) = (Wide::ONE, count);
            for seat in (0..count).rev() {
                while from > self.after[seat] {
                    from -= 1;
                    sum = sum.plus(self.following[(layer + 1) * count + from].times(self.weights[from]));
                }
                self.following[layer * count + seat] = sum;
            }
        }
    }
}
