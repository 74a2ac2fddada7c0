//! What a seat, a programme's day, a licence's run and a quota are worth: prices, and the bound that they prove.
//!
//! Each group (an episode on a channel) alone can be planned exactly: of seats in order of time choose some, a gap apart, at
//! most so many. What groups share is given a price instead of a limit. For any prices that are not below zero no plan scores
//! more than what the groups would earn after paying plus what everything shared costs (weak duality): the bound. All of it is
//! integer arithmetic, so whatever prices [`super::soft`] comes to, the bound is a proof.

use super::POINTS_PER_WEIGHT;
use super::filling::NONE;
use super::model::Model;

/// Prices are in hundred-thousandths of a point.
pub(super) const SCALE: i64 = 100_000;

/// Prices of all that candidates share.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) seats: Vec<i64>,
    pub(super) cells: Vec<i64>,
    pub(super) accounts: Vec<i64>,
    /// For each missing minute of a quota, 0 to 60 points; a multiple of 100 parts, so that a percentage of it is exact.
    pub(super) quotas: Vec<i64>,
}

impl Prices {
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
                // A quota costs at least its price for each minute missing, rounded up or not.
                quotas += self.quotas[quota as usize] / 100 * (entry.share * week.total - 100 * entry.minutes);
            }
        }
        seats + cells + accounts - quotas
    }

    /// What a candidate earns after its prices, in parts of a point.
    fn net(&self, model: &Model, number: u32) -> i64 {
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
        let one = model.candidate(number);
        let seat = &model.seats[one.seat as usize];
        let mut net = SCALE * i64::from(one.value) - self.seats[one.seat as usize] - self.cells[one.cell as usize];
        let minutes = i64::from(one.minutes);
        for (bit, quota) in model.weeks[seat.week as usize].quotas.clone().enumerate() {
            let share = model.quotas[quota as usize].share;
            let served = if one.serves >> bit & 1 == 1 { 100 } else { 0 };
            net -= self.quotas[quota as usize] / 100 * (share - served) * minutes;
        }
        net
    }
}

/// No filling scores more: what the groups would earn at these prices, each planned exactly, and what is shared costs.
pub(super) fn most(model: &Model, prices: &Prices) -> i64 {
    let mut row = Row::default();
    let groups = 0..model.groups.len() as u32;
    let earned: i64 = groups.map(|group| row.plan(model, prices, group)).sum();
    // Every score is a multiple of six points: minutes by 6, 12 and 60.
    (prices.of_shared(model) + earned).div_euclid(SCALE * POINTS_PER_WEIGHT) * POINTS_PER_WEIGHT
}

/// A group's seats in order of time, each with its best candidate.
#[derive(Default)]
struct Row {
    starts: Vec<i64>,
    nets: Vec<i64>,
    bonus: Vec<i64>,
    /// For each number of airings and seat: the best that ends in this seat or before, and the seat it ends in.
    best: Vec<(i64, u32)>,
    /// The best that ends in this seat exactly.
    ending: Vec<i64>,
    /// The last seat that is a gap before each.
    before: Vec<u32>,
}

impl Row {
    fn gather(&mut self, model: &Model, prices: &Prices, group: u32) {
        let entry = &model.groups[group as usize];
        self.starts.clear();
        self.nets.clear();
        self.bonus.clear();
        let mut last = NONE;
        for &number in &model.by_group[entry.candidates.start as usize..entry.candidates.end as usize] {
            let one = model.candidate(number);
            let net = prices.net(model, number);
            let bonus = SCALE * entry.bonus * i64::from(one.minutes);
            if one.seat == last
                && let (Some(best), Some(most)) = (self.nets.last_mut(), self.bonus.last_mut())
            {
                *best = net.max(*best);
                *most = bonus.max(*most);
                continue;
            }
            last = one.seat;
            self.starts.push(model.seats[one.seat as usize].start);
            self.nets.push(net);
            self.bonus.push(bonus);
        }
        let gap = entry.least_gap.max(1);
        self.before.clear();
        let mut until = 0;
        for &start in &self.starts {
            while self.starts[until] <= start.saturating_sub(gap) {
                until += 1;
            }
            self.before.push(until as u32);
        }
    }

    /// The most that a group can earn.
    fn plan(&mut self, model: &Model, prices: &Prices, group: u32) -> i64 {
        self.gather(model, prices, group);
        let most = (model.groups[group as usize].most.max(0) as usize).min(self.starts.len());
        self.fill(most);
        self.best.last().map_or(0, |best| best.0)
    }

    /// The best with at most one airing, at most two, … until one more does not help.
    fn fill(&mut self, most: usize) {
        let count = self.starts.len();
        self.best.clear();
        self.ending.clear();
        for layer in 0..most {
            let mut best = (0, NONE);
            self.best.push(best);
            for seat in 0..count {
                let alone = self.nets[seat] + self.bonus[seat];
                let own = match layer {
                    0 => alone,
                    _ => {
                        let before = self.best[(layer - 1) * (count + 1) + self.before[seat] as usize];
                        if before.1 == NONE {
                            alone
                        } else {
                            alone.max(before.0 + self.nets[seat])
                        }
                    }
                };
                self.ending.push(own);
                if own > best.0 {
                    best = (own, seat as u32);
                }
                self.best.push(best);
            }
            if layer > 0 && best.0 == self.best[(layer - 1) * (count + 1) + count].0 {
                return;
            }
        }
    }
}

/// By how much the bound would fall if each candidate had to air, in parts of a point: what is far from 0 is not worth trying.
pub(super) fn slacks(model: &Model, prices: &Prices) -> Vec<i64> {
    let mut slacks = vec![i64::MAX; model.candidates.len()];
    let (mut row, mut after) = (Row::default(), Vec::new());
    for group in 0..model.groups.len() as u32 {
        row.gather(model, prices, group);
        let count = row.starts.len();
        let most = (model.groups[group as usize].most.max(0) as usize).min(count);
        if most == 0 {
            continue;
        }
        row.fill(most);
        let layers = row.best.len() / (count + 1);
        let earned = row.best[(layers - 1) * (count + 1) + count].0;
        rest_after(&row, model.groups[group as usize].least_gap.max(1), layers, &mut after);
        let mut seat = 0;
        for &number in model.by_group_of(group) {
            let one = model.candidate(number);
            while row.starts[seat] != model.seats[one.seat as usize].start {
                seat += 1;
            }
            let forced = (0..layers)
                .map(|layer| row.ending[layer * count + seat] + after[(layers - 1 - layer) * (count + 1) + seat])
                .max()
                .unwrap_or_default();
            slacks[number as usize] = earned - forced + row.nets[seat] - prices.net(model, number);
        }
    }
    slacks
}

/// For each number of airings and seat: the most that airings at least a gap after the seat can earn.
fn rest_after(row: &Row, gap: i64, layers: usize, after: &mut Vec<i64>) {
    let count = row.starts.len();
    after.clear();
    after.resize(layers * (count + 1), 0);
    // The first seat that is a gap after each.
    let mut next = vec![count; count];
    let mut at = count;
    for seat in (0..count).rev() {
        while at > 0 && row.starts[at - 1] >= row.starts[seat].saturating_add(gap) {
            at -= 1;
        }
        next[seat] = at;
    }
    // from[layer][seat]: the most from this seat on.
    let mut from = vec![0_i64; layers * (count + 1)];
    for layer in 1..layers {
        for seat in (0..count).rev() {
            let own = row.nets[seat] + from[(layer - 1) * (count + 1) + next[seat]];
            from[layer * (count + 1) + seat] = own.max(from[layer * (count + 1) + seat + 1]);
        }
        for seat in 0..count {
            after[layer * (count + 1) + seat] = from[layer * (count + 1) + next[seat]];
        }
    }
}

impl Model {
    /// A group's candidates in order of time.
    pub(super) fn by_group_of(&self, group: u32) -> &[u32] {
        let range = &self.groups[group as usize].candidates;
        &self.by_group[range.start as usize..range.end as usize]
    }
}
