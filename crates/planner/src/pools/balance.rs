//! Balancing a week's quota: a few of its seats change what they show so that the minutes come out right.
//!
//! A quota costs 60 points for each minute that it misses and nothing for what it has too much, so what a plan loses is least where
//! the week comes out even. One change alone makes that worse before it gets better, and prices say only what a minute is worth on the
//! whole. Which choices of some seats come to which minutes, and for what loss, is a knapsack: it is solved exactly, seat by seat.

use super::filling::{Filling, NONE};
use super::model::Model;
use super::prices::SCALE;
use super::search::{Guide, Lots, fill_seat};
use crate::quota::POINTS_PER_MINUTE;

/// Seats that may change at once.
const SEATS: usize = 12;
/// What each may show instead, at most, besides nothing.
const CHOICES: usize = 5;
/// Steps by which a quota may come to have more or less than now.
const REACH: i64 = 400;
/// Parts of a point by which choices may seem better than they are.
const NOISE: usize = 4 * SCALE as usize;
/// Less than anything earned.
const NEVER: i64 = i64::MIN / 4;

/// What a seat may show.
#[derive(Clone, Copy, Debug)]
struct Choice {
    /// The candidate; [`NONE`]: nothing.
    number: u32,
    /// Parts of a point that it earns more than what is shown now, the quota left aside.
    earns: i64,
    /// Hundredths of a minute that the quota is short by more than now.
    short: i64,
}

/// A week's quota that is to come out even.
struct Even {
    week: usize,
    /// Which of its channel's quotas.
    bit: usize,
    /// The week's seats.
    seats: Vec<u32>,
}

/// The quotas to be balanced, and room that is used again and again.
#[derive(Default)]
pub(super) struct Balance {
    even: Vec<Even>,
    seats: Vec<u32>,
    /// The first choice of each seat: what it shows now.
    first: Vec<usize>,
    choices: Vec<Choice>,
    sums: Sums,
}

impl Balance {
    /// The quotas whose price lies between nothing and all that a missing minute costs: others are kept or missed whatever airs.
    pub(super) fn of(guide: &Guide<'_>) -> Self {
        let model = guide.model;
        let mut by_week = vec![Vec::new(); model.weeks.len()];
        for (seat, entry) in (0..).zip(&model.seats) {
            if !guide.likely.of_seat(seat).is_empty() {
                by_week[entry.week as usize].push(seat);
            }
        }
        let between = SCALE..(POINTS_PER_MINUTE - 1) * SCALE;
        let mut even = Vec::new();
        for (week, seats) in by_week.into_iter().enumerate().filter(|(_, seats)| !seats.is_empty()) {
            for (bit, quota) in model.weeks[week].quotas.clone().enumerate() {
                if between.contains(&guide.prices.quotas[quota as usize]) {
                    let seats = seats.clone();
                    even.push(Even { week, bit, seats });
                }
            }
        }
        Self {
            even,
            ..Self::default()
        }
    }

    /// Changes what some seats of a week show, as it was where that scores less; whether there is a quota to balance at all.
    pub(super) fn make(&mut self, guide: &Guide<'_>, filling: &mut Filling<'_>, lots: &mut Lots) -> bool {
        if self.even.is_empty() {
            return false;
        }
        let at = lots.below(self.even.len());
        self.gather(guide, filling, at, lots);
        let Even { week, bit, .. } = self.even[at];
        let plan = self.sums.solve(&self.first, &self.choices, filling.short(week, bit));
        let changes = || {
            let changed = plan.iter().enumerate().filter(|&(_, &choice)| choice > 0);
            changed.map(|(at, &choice)| (self.seats[at], self.choices[self.first[at] + choice].number))
        };
        let before = filling.score;
        filling.begin();
        for (seat, _) in changes() {
            if filling.taken[seat as usize] != NONE {
                filling.remove(seat);
            }
        }
        // What was thought of alone may be in each other's way.
        for (_, number) in changes() {
            if number != NONE && filling.fits(number) {
                filling.add(number);
            }
        }
        for (seat, _) in changes() {
            fill_seat(filling, guide.likely, seat);
        }
        if filling.score < before {
            filling.undo();
        }
        true
    }

    /// Some seats of the week and what each may show, the other seats as they are.
    fn gather(&mut self, guide: &Guide<'_>, filling: &mut Filling<'_>, at: usize, lots: &mut Lots) {
        let Even { week, bit, seats: own } = &self.even[at];
        self.seats.clear();
        self.choices.clear();
        self.first.clear();
        self.first.push(0);
        for _ in 0..SEATS * 2 {
            let seat = own[lots.below(own.len())];
            if self.seats.len() == SEATS {
                break;
            }
            if self.seats.contains(&seat) {
                continue;
            }
            self.seats.push(seat);
            let start = self.choices.len();
            let nothing = Choice {
                number: NONE,
                earns: 0,
                short: 0,
            };
            let stands = filling.taken[seat as usize];
            filling.begin();
            let now = if stands == NONE {
                nothing
            } else {
                filling.remove(seat);
                choice(guide, filling, stands, *bit)
            };
            self.choices.push(now);
            if stands != NONE {
                self.choices.push(nothing);
            }
            let others = self.choices.len();
            for &number in guide.likely.of_seat(seat) {
                if number != stands && filling.fits(number) {
                    let mut other = choice(guide, filling, number, *bit);
                    other.earns += lots.below(NOISE) as i64;
                    self.choices.push(other);
                }
            }
            filling.undo();
            // The best at the quota's price.
            let quota = guide.model.weeks[*week].quotas.start as usize + bit;
            let price = guide.prices.quotas[quota] / 100;
            self.choices[others..].sort_unstable_by_key(|one| (price * one.short - one.earns, one.number));
            self.choices.truncate(others + CHOICES);
            for one in &mut self.choices[start..] {
                one.earns -= now.earns;
                one.short -= now.short;
            }
            self.first.push(self.choices.len());
        }
    }
}

/// What a candidate would be worth in its empty seat, the other quotas at their prices.
fn choice(guide: &Guide<'_>, filling: &Filling<'_>, number: u32, bit: usize) -> Choice {
    let Guide { model, prices, .. } = *guide;
    let own = model.shortens(number, bit);
    let quota = model.week_of(number).quotas.start as usize + bit;
    let others = prices.due_for_quotas(model, number) - prices.quotas[quota] / 100 * own;
    Choice {
        number,
        earns: SCALE * filling.gain_but_quotas(number) - others,
        short: own,
    }
}

impl Model {
    /// The week of a candidate.
    fn week_of(&self, number: u32) -> &super::model::Week {
        &self.weeks[self.seats[self.candidate(number).seat as usize].week as usize]
    }

    /// Hundredths of a minute by which a candidate makes a quota of its week shorter; below 0 where it serves it.
    fn shortens(&self, number: u32, bit: usize) -> i64 {
        let one = self.candidate(number);
        let quota = self.week_of(number).quotas.start as usize + bit;
        let served = if one.serves >> bit & 1 == 1 { 100 } else { 0 };
        (self.quotas[quota].share - served) * i64::from(one.minutes)
    }
}

/// The most that seats earn for each sum of what they make a quota shorter by.
#[derive(Default)]
struct Sums {
    best: Vec<i64>,
    next: Vec<i64>,
    /// By which choice of each seat each sum is reached.
    through: Vec<u8>,
}

impl Sums {
    /// The choice of each seat in the plan that earns most, where the quota is short by so many hundredths of a minute now.
    fn solve(&mut self, first: &[usize], choices: &[Choice], short: i64) -> Vec<usize> {
        let step = choices.iter().fold(0, |step, one| common(step, one.short.abs())).max(1);
        let count = (2 * REACH + 1) as usize;
        let now = REACH as usize;
        self.best.clear();
        self.best.resize(count, NEVER);
        self.best[now] = 0;
        self.through.clear();
        // All sums reached so far lie between these.
        let (mut least, mut most) = (REACH, REACH);
        for own in first.windows(2) {
            self.next.clone_from(&self.best);
            let base = self.through.len();
            self.through.resize(base + count, 0);
            let (mut lowest, mut highest) = (least, most);
            for (number, one) in (0_u8..).zip(&choices[own[0]..own[1]]).skip(1) {
                let moved = one.short / step;
                let (from, until) = ((least + moved).max(0), (most + moved).min(2 * REACH));
                for to in from..=until {
                    let earned = self.best[(to - moved) as usize].saturating_add(one.earns);
                    let to = to as usize;
                    if earned > self.next[to] {
                        self.next[to] = earned;
                        self.through[base + to] = number;
                    }
                }
                if from <= until {
                    (lowest, highest) = (lowest.min(from), highest.max(until));
                }
            }
            (least, most) = (lowest, highest);
            std::mem::swap(&mut self.best, &mut self.next);
        }
        let earned = |at: usize| {
            let missing = (short + (at as i64 - REACH) * step).max(0);
            self.best[at] - SCALE * POINTS_PER_MINUTE * ((missing + 99) / 100)
        };
        let reached = least as usize..=most as usize;
        let mut at = reached.fold(now, |best, at| if earned(at) > earned(best) { at } else { best });
        let mut plan = vec![0; first.len() - 1];
        for (seat, chosen) in plan.iter_mut().enumerate().rev() {
            *chosen = usize::from(self.through[seat * count + at]);
            at = (at as i64 - choices[first[seat] + *chosen].short / step) as usize;
        }
        plan
    }
}

/// The greatest common divisor.
fn common(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of a plan: what its choices earn, less what the quota then misses.
    fn points(first: &[usize], choices: &[Choice], short: i64, plan: &[usize]) -> i64 {
        let chosen = plan.iter().zip(first).map(|(choice, first)| choices[first + choice]);
        let (earns, more) = chosen.fold((0, 0), |sum, one| (sum.0 + one.earns, sum.1 + one.short));
        earns - SCALE * POINTS_PER_MINUTE * (((short + more).max(0) + 99) / 100)
    }

    #[test]
    fn a_balance_is_the_best_of_all_choices() {
        let mut lots = Lots::of(7);
        let mut sums = Sums::default();
        for turn in 0..300 {
            let (mut first, mut choices) = (vec![0], Vec::new());
            for _ in 0..1 + lots.below(4) {
                for at in 0..1 + lots.below(4) {
                    let (earns, minutes) = (lots.below(900) as i64 - 600, lots.below(60) as i64 - 30);
                    choices.push(Choice {
                        number: 0,
                        earns: if at == 0 { 0 } else { SCALE * earns },
                        short: if at == 0 { 0 } else { 30 * minutes },
                    });
                }
                first.push(choices.len());
            }
            let short = lots.below(4000) as i64 - 2000;
            let plan = sums.solve(&first, &choices, short);
            let mut most = i64::MIN;
            let sizes: Vec<usize> = first.windows(2).map(|own| own[1] - own[0]).collect();
            for mut number in 0..sizes.iter().product() {
                let digits = sizes.iter().map(|size| {
                    let digit = number % size;
                    number /= size;
                    digit
                });
                let other: Vec<usize> = digits.collect();
                most = most.max(points(&first, &choices, short, &other));
            }
            assert_eq!(points(&first, &choices, short, &plan), most, "turn {turn}: {choices:?}");
        }
    }

    #[test]
    fn two_changes_that_each_lose_come_out_even_together() {
        // Short by ten minutes now. The first change gives twelve and costs 80 points, the second takes two back and earns 30.
        let one = |earns: i64, short: i64| Choice {
            number: 0,
            earns: SCALE * earns,
            short: 100 * short,
        };
        let choices = [one(0, 0), one(-80, -12), one(0, 0), one(30, 2)];
        assert_eq!(Sums::default().solve(&[0, 2, 4], &choices, 1000), [1, 1]);
    }
}
