//! What a seat, a programme's day, a licence's run and a quota are worth: prices, and the bound that they prove.
//!
//! Each group (an episode on a channel) alone can be planned exactly: of seats in order of time choose some, a gap apart, at
//! most so many. What groups share is given a price instead of a limit. For any prices that are not below zero no plan scores
//! more than what the groups would earn after paying plus what everything shared costs (weak duality): the bound. All of it is
//! integer arithmetic, so whatever prices [`super::soft`] comes to, the bound is a proof.

use super::POINTS_PER_WEIGHT;
use super::model::{Model, Priced, Toll};
use super::row::Row;
use super::runs::{Ledger, Worth};
use crate::quota::POINTS_PER_MINUTE;

/// Prices are in hundred-thousandths of a point.
pub(super) const SCALE: i64 = 100_000;

/// What a missing minute of a quota costs.
pub(super) const FULL: i64 = POINTS_PER_MINUTE * SCALE;

/// Prices of all that candidates share.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) seats: Vec<i64>,
    pub(super) cells: Vec<i64>,
    pub(super) accounts: Vec<i64>,
    /// For each missing minute of a quota, 0 to 60 points, more only where a case limits them; a multiple of 100 parts, so that a
    /// percentage of it is exact.
    pub(super) quotas: Vec<i64>,
    /// For each airing of what a case counts: above 0 where there may be no more, below 0 where there must be as many.
    pub(super) counts: Vec<i64>,
    /// What a minute costs in quotas, for each of [`Model::tolls`]; below 0 where it serves one.
    tolls: Vec<i64>,
}

impl Prices {
    /// Of seats, cells, accounts, quotas and counts, one after the other; parts of parts of a point are left off.
    pub(super) fn of_row(model: &Model, row: &[f64]) -> Self {
        let mut rest = row;
        let mut take = |count: usize| {
            let (own, after) = rest.split_at(count);
            rest = after;
            own.iter().map(|&price| price as i64).collect::<Vec<_>>()
        };
        let mut prices = Self {
            seats: take(model.seats.len()),
            cells: take(model.cells.len()),
            accounts: take(model.accounts.len()),
            quotas: take(model.quotas.len())
                .into_iter()
                .map(|price| price / 100 * 100)
                .collect(),
            counts: take(model.counts.len()),
            tolls: Vec::new(),
        };
        prices.tolls = model
            .tolls
            .iter()
            .map(|&toll| prices.due_for_minute(model, toll))
            .collect();
        prices
    }

    fn due_for_minute(&self, model: &Model, toll: Toll) -> i64 {
        let quotas = model.weeks[toll.week as usize].quotas.clone();
        let due = quotas.enumerate().map(|(bit, quota)| {
            let share = model.quotas[quota as usize].share;
            let served = if toll.serves >> bit & 1 == 1 { 100 } else { 0 };
            self.quotas[quota as usize] / 100 * (share - served)
        });
        due.sum()
    }

    /// What all that is shared costs, in parts of a point.
    fn of_shared(&self, model: &Model) -> i64 {
        let seats: i64 = self.seats.iter().sum();
        let cells: i64 = self
            .cells
            .iter()
            .zip(&model.cells)
            .map(|(price, &room)| price * i64::from(room))
            .sum();
        let accounts: i64 = self
            .accounts
            .iter()
            .zip(&model.accounts)
            .map(|(price, account)| price * i64::from(account.room))
            .sum();
        let mut quotas = 0;
        for week in &model.weeks {
            for quota in week.quotas.clone() {
                let entry = &model.quotas[quota as usize];
                let price = self.quotas[quota as usize];
                // A quota costs at least its price for each minute missing, rounded up or not …
                quotas += price / 100 * (entry.share * week.total - 100 * entry.minutes);
                // … and what is left of the full price for each minute that it is known to miss.
                let (least, most) = entry.missing;
                quotas += (FULL - price) * if price > FULL { most } else { least };
            }
        }
        let counts = self.counts.iter().zip(&model.counts);
        let counts: i64 = counts
            .map(|(price, count)| (price * count.least).max(price * count.most))
            .sum();
        seats + cells + accounts + counts - quotas
    }

    /// What a candidate pays for being counted.
    fn due_for_counts(&self, model: &Model, number: u32) -> i64 {
        model.counts_of(number).map(|count| self.counts[count]).sum()
    }

    /// What a candidate earns after its prices, in parts of a point.
    pub(super) fn net(&self, model: &Model, number: u32) -> i64 {
        let one = model.candidate(number);
        let mut net = self.net_of_charges(model, number);
        if model.groups[one.group as usize].priced {
            let charges = model.charges_of(one);
            net -= charges
                .iter()
                .map(|&account| self.accounts[account as usize])
                .min()
                .unwrap_or_default();
        }
        net
    }

    /// What a candidate earns after all prices but those of its licence's runs, in parts of a point.
    pub(super) fn net_of_charges(&self, model: &Model, number: u32) -> i64 {
        self.net_of_priced(model, number, &Priced::of(model.candidate(number)))
    }

    /// As [`Self::net_of_charges`], where what is asked of the candidate is at hand.
    pub(super) fn net_of_priced(&self, model: &Model, number: u32, one: &Priced) -> i64 {
        let net = SCALE * i64::from(one.value) - self.seats[one.seat as usize] - self.cells[one.cell as usize];
        net - self.tolls[one.toll as usize] * i64::from(one.minutes) - self.due_for_counts(model, number)
    }

    /// What a candidate's minutes cost in quotas, in parts of a point; below 0 where they serve one.
    pub(super) fn due_for_quotas(&self, model: &Model, number: u32) -> i64 {
        let one = model.candidate(number);
        self.tolls[one.toll as usize] * i64::from(one.minutes)
    }
}

/// The highest score that is no more than so many parts of a point: every score is a multiple of six points, minutes by 6, 12 and 60.
pub(super) fn whole(parts: i64) -> i64 {
    parts.div_euclid(SCALE * POINTS_PER_WEIGHT) * POINTS_PER_WEIGHT
}

/// No filling scores more, in parts of a point: what the groups would earn at these prices, each planned exactly, and what is
/// shared costs.
pub(super) fn most_in_parts(model: &Model, prices: &Prices) -> i64 {
    let (mut row, mut ledger) = (Row::default(), Ledger::default());
    let mut earned = 0;
    for (group, entry) in (0..).zip(&model.groups) {
        earned += if entry.runs.is_empty() {
            row.most(model, prices, group)
        } else {
            most_by_runs(model, prices, group, &mut ledger)
        };
    }
    prices.of_shared(model) + earned
}

/// The most that a group can earn, each of its airings charged to one of its licences.
fn most_by_runs(model: &Model, prices: &Prices, group: u32, ledger: &mut Ledger<i64>) -> i64 {
    ledger.begin(&model.groups[group as usize].runs);
    for &number in model.by_group_of(group) {
        let one = model.candidate(number);
        let net = prices.net_of_charges(model, number);
        ledger.place(model.seats[one.seat as usize].start);
        for &account in model.charges_of(one) {
            if let Some(licence) = ledger.licence(account) {
                let later = net - prices.accounts[account as usize];
                ledger.offer(licence, later, later + model.first_bonus(number));
            }
        }
    }
    ledger.plans()
}

/// By how much the bound would fall if each candidate had to air, in parts of a point: what is far from 0 is not worth trying.
pub(super) fn slacks(model: &Model, prices: &Prices) -> Vec<i64> {
    let mut slacks = vec![i64::MAX; model.candidates.len()];
    let mut row = Row::default();
    for group in 0..model.groups.len() as u32 {
        row.slacks(model, prices, group, &mut slacks);
    }
    slacks
}

/// As [`slacks`], exact also where a proof plans groups by their licences' runs.
pub(super) fn proven_slacks(model: &Model, prices: &Prices) -> Vec<i64> {
    let mut slacks = vec![i64::MAX; model.candidates.len()];
    let (mut row, mut ledger) = (Row::default(), Ledger::default());
    for (group, entry) in (0..).zip(&model.groups) {
        if entry.runs.is_empty() {
            row.slacks(model, prices, group, &mut slacks);
        } else {
            slacks_by_runs(model, prices, group, &mut ledger, &mut slacks);
        }
    }
    slacks
}

fn slacks_by_runs(model: &Model, prices: &Prices, group: u32, ledger: &mut Ledger<i64>, slacks: &mut [i64]) {
    let earned = most_by_runs(model, prices, group, ledger);
    ledger.look_ahead();
    let (mut place, mut last) = (0, None);
    for &number in model.by_group_of(group) {
        let one = model.candidate(number);
        let start = model.seats[one.seat as usize].start;
        if last.is_some_and(|last| last != start) {
            place += 1;
        }
        last = Some(start);
        let net = prices.net_of_charges(model, number);
        for &account in model.charges_of(one) {
            let Some(licence) = ledger.licence(account) else {
                continue;
            };
            // The best plans with an airing in this place, with this one in place of the best that is offered there.
            let later = net - prices.accounts[account as usize];
            let (first_offered, later_offered) = ledger.offered(place, licence);
            let (firsts, laters) = ledger.with(place, licence);
            let as_first = firsts.and(later + model.first_bonus(number) - first_offered);
            let as_later = laters.and(later - later_offered);
            let forced = as_first.max(as_later);
            if forced > i64::NONE / 2 {
                let slack = &mut slacks[number as usize];
                *slack = (earned - forced).min(*slack);
            }
        }
    }
}

impl Model {
    /// A group's candidates in order of time, with what prices ask of them.
    pub(super) fn priced_of(&self, group: u32) -> impl Iterator<Item = (u32, &Priced)> {
        let range = &self.groups[group as usize].candidates;
        let priced = &self.priced[range.start as usize..range.end as usize];
        self.by_group_of(group).iter().copied().zip(priced)
    }

    /// A group's candidates in order of time.
    pub(super) fn by_group_of(&self, group: u32) -> &[u32] {
        let range = &self.groups[group as usize].candidates;
        &self.by_group[range.start as usize..range.end as usize]
    }
}
