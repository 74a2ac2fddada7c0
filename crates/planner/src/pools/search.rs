//! Looking for a better filling: first many small changes, kept while they lose little, less and less as time goes on; then
//! rarer, larger ones that change many seats at once and never lose.
//!
//! A small change puts a candidate where it is not yet, empties the seats that are in its way, fills each of these with the
//! best that fits, and gives what was taken off another seat that is free. Only candidates that the prices do not rule out are
//! tried, the likeliest most.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use super::balance::Balance;
use super::chain::Chain;
use super::exchange::Exchange;
use super::filling::{Filling, NONE, Snapshot};
use super::model::Model;
use super::prices::{Prices, SCALE};
use super::regroup::Regroup;
use super::row::Nets;
use super::sight::{Likely, Sight};
use crate::quota::POINTS_PER_MINUTE;
use crate::request::{Meter, PlanError};
use crate::threads::tried_side_by_side;

/// What a search goes by.
#[derive(Clone, Copy)]
pub(super) struct Guide<'m> {
    pub(super) model: &'m Model,
    pub(super) prices: &'m Prices,
    /// What each candidate earns at them.
    pub(super) nets: &'m Nets,
    /// What each candidate costs the bound, in parts of a point.
    pub(super) slacks: &'m [i64],
    pub(super) likely: &'m Likely,
}

/// Numbers drawn from a seed (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Lots(u64);

impl Lots {
    pub(super) fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        super::mix(self.0)
    }

    /// A number from 0 to below 1.
    fn share(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `end`, the lower the likelier.
    pub(super) fn low(&mut self, end: usize) -> usize {
        self.below(end).min(self.below(end))
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.draw()) * end as u128) >> 64) as usize
    }
}

/// How long to search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// How often to begin anew.
    pub(super) starts: u64,
    /// Small changes to try from each start.
    pub(super) changes: u64,
    /// Rearrangements of many seats to try after them.
    pub(super) rearrangements: u64,
    /// After so many of them quotas are loosened for a while.
    pub(super) cycle: u64,
    /// Rearrangements of what the starts came to together, shared out among the ends.
    pub(super) last: u64,
    /// Steps in which every filling of a handful of seats is looked at in the end.
    pub(super) steps: u32,
    pub(super) seed: u64,
    /// How many starts or ends run at a time; never matters to what is found.
    pub(super) threads: NonZeroUsize,
}

/// From what the starts came to together the search goes on in so many ways.
const ENDS: u64 = 2;
/// Small changes between two looks at whether to go on.
const CHANGES_PER_TICK: u64 = 4096;
/// Small changes on a channel before the next: what they look at stays near.
const CHANGES_PER_STAY: u64 = 256;
/// Rearrangements between two looks.
const REARRANGEMENTS_PER_TICK: u64 = 128;
/// Of so many rearrangements one balances a quota.
const BALANCED: usize = 10;
/// So many rearrangements at the beginning of a cycle count quotas by prices.
const LOOSE: u64 = 150;
/// By how many parts of a point these are off at most.
const OFF: i64 = 30 * SCALE;
/// A quota of a lower price, in parts of a point, is kept whatever airs.
const LEAST_PRICE: i64 = SCALE / 2;
/// Points that a small change may lose at first.
const HEAT: f64 = 100.0;

impl Search {
    /// Looks at whether to go on.
    pub(super) fn ticks(&self) -> u64 {
        let each = self.changes.div_ceil(CHANGES_PER_TICK) + self.rearrangements.div_ceil(REARRANGEMENTS_PER_TICK);
        self.starts * each + ENDS * (self.last / ENDS).div_ceil(REARRANGEMENTS_PER_TICK)
    }

    /// The best filling found. Most starts go by the first sight, one of four by the second where there is one.
    pub(super) fn improve<'m>(
        &self,
        model: &'m Model,
        sights: &'m [Sight<'m>],
        meter: &Meter<'_>,
    ) -> Result<Filling<'m>, PlanError> {
        let Some(sight) = sights.first() else {
            return Ok(Filling::empty(model));
        };
        let guide = sight.guide(model);
        let found = tried_side_by_side(0..self.starts, self.threads, |start| {
            let sight = &sights[usize::from(start % 4 == 3) % sights.len()];
            self.run(&sight.guide(model), &sight.first, start, meter)
        })?;
        let best = combined(&guide, found).unwrap_or_else(|| sight.first.clone());
        if self.last == 0 {
            return Ok(best);
        }
        let found = tried_side_by_side(0..ENDS, self.threads, |end| {
            let mut lots = Lots::of(self.seed ^ super::mix(self.starts + end));
            let mut filling = best.clone();
            self.rearrange(&guide, &mut filling, self.last / ENDS, &mut lots, meter)?;
            Ok(filling)
        })?;
        Ok(combined(&guide, found).unwrap_or(best))
    }

    /// One start: small changes, then rearrangements.
    fn run<'m>(
        &self,
        guide: &Guide<'m>,
        first: &Filling<'m>,
        start: u64,
        meter: &Meter<'_>,
    ) -> Result<Filling<'m>, PlanError> {
        let mut lots = Lots::of(self.seed ^ super::mix(start));
        let mut filling = self.anneal(guide, first.clone(), &mut lots, meter)?;
        self.rearrange(guide, &mut filling, self.rearrangements, &mut lots, meter)?;
        Ok(filling)
    }

    /// Small changes; the best found.
    fn anneal<'m>(
        &self,
        guide: &Guide<'m>,
        mut filling: Filling<'m>,
        lots: &mut Lots,
        meter: &Meter<'_>,
    ) -> Result<Filling<'m>, PlanError> {
        let Guide { model, likely, .. } = *guide;
        let by_channel = seats_by_channel(guide);
        if by_channel.is_empty() {
            return Ok(filling);
        }
        let mut best = filling.snapshot();
        let mut change = Change::default();
        let mut near = &by_channel[0];
        for turn in 0..self.changes {
            if turn % CHANGES_PER_TICK == 0 {
                meter.found(best.score);
                meter.advance(1)?;
            }
            if turn % CHANGES_PER_STAY == 0 {
                near = &by_channel[lots.below(by_channel.len())];
            }
            let seat = near[lots.below(near.len())];
            let own = likely.of_seat(seat);
            let number = own[lots.low(own.len())];
            if filling.taken[seat as usize] == number {
                continue;
            }
            let before = filling.score;
            change.make(model, likely, &mut filling, number);
            let heat = HEAT * (self.changes - turn) as f64 / self.changes as f64;
            let share = lots.share();
            let dare = (heat * share * share * share) as i64;
            if filling.score + dare < before {
                filling.undo();
            } else if filling.score > best.score {
                filling.snapshot_into(&mut best);
            }
        }
        Ok(Filling::from_snapshot(model, &best))
    }

    /// Changes many seats at once, never for the worse. But what a quota misses costs and what it has too much is worth nothing, so
    /// that where a week comes out even, whatever moves loses: at the beginning of each cycle both count by a price, all moves
    /// as if there were no edge, and what comes of that is made even again. The best filling stays.
    fn rearrange<'m>(
        &self,
        guide: &Guide<'m>,
        filling: &mut Filling<'m>,
        times: u64,
        lots: &mut Lots,
        meter: &Meter<'_>,
    ) -> Result<(), PlanError> {
        let by_channel = seats_by_channel(guide);
        let everywhere: Vec<u32> = by_channel.iter().flatten().copied().collect();
        if everywhere.is_empty() {
            return Ok(());
        }
        let mut balance = Balance::of(guide);
        let (mut chain, mut exchange, mut regroup) = (Chain::default(), Exchange::default(), Regroup::default());
        let cycle = if guide.has_quota_between() {
            self.cycle
        } else {
            u64::MAX
        };
        let mut best = filling.snapshot();
        for turn in 0..times {
            if turn % REARRANGEMENTS_PER_TICK == 0 {
                if !filling.is_loose() {
                    meter.found(filling.score);
                }
                meter.advance(1)?;
            }
            if turn > 0 && turn % cycle == 0 && times - turn >= cycle {
                keep_better(filling, &mut best);
                filling.price_quotas(&guide.quotas_by_lot(lots));
            }
            if turn % cycle == LOOSE && filling.is_loose() {
                filling.price_quotas(&[]);
            }
            if !filling.is_loose() && lots.below(BALANCED) == 0 && balance.make(guide, filling, lots) {
                continue;
            }
            let own = &by_channel[lots.below(by_channel.len())];
            let of = if lots.below(2) == 0 { own } else { &everywhere };
            match lots.below(8) {
                0 => exchange.make(guide, filling, own, lots),
                1 | 2 => chain.make(guide, filling, losing_seat(guide, filling, of, lots), lots),
                _ => regroup.make(guide, filling, losing_seat(guide, filling, of, lots), lots),
            }
        }
        keep_better(filling, &mut best);
        meter.found(filling.score);
        Ok(())
    }
}

/// Goes on from the best filling so far, which this one may be.
fn keep_better<'m>(filling: &mut Filling<'m>, best: &mut Snapshot) {
    if filling.score > best.score {
        filling.snapshot_into(best);
    } else if filling.score < best.score {
        filling.come_back(best);
    }
}

impl Guide<'_> {
    /// Whether a quota has a price: others are kept whatever airs.
    fn has_quota_between(&self) -> bool {
        self.prices.quotas.iter().any(|&price| price >= LEAST_PRICE)
    }

    /// Prices for quotas, a little off by lot.
    fn quotas_by_lot(&self, lots: &mut Lots) -> Vec<i64> {
        let mut draw = |&price: &i64| {
            let off = lots.below(2 * OFF as usize + 1) as i64 - OFF;
            if price < LEAST_PRICE {
                0
            } else {
                (price + off).clamp(0, POINTS_PER_MINUTE * SCALE) / 100 * 100
            }
        };
        self.prices.quotas.iter().map(&mut draw).collect()
    }
}

/// Seats that something may take, channel by channel.
fn seats_by_channel(guide: &Guide<'_>) -> Vec<Vec<u32>> {
    let mut by_channel: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (seat, entry) in (0..).zip(&guide.model.seats) {
        if !guide.likely.of_seat(seat).is_empty() {
            by_channel.entry(entry.channel).or_default().push(seat);
        }
    }
    by_channel.into_values().collect()
}

/// The best of some fillings, with each channel of another one in it where that is better still: channels share little.
fn combined<'m>(guide: &Guide<'m>, mut found: Vec<Filling<'m>>) -> Option<Filling<'m>> {
    // The first of equal ones stays first.
    found.sort_by_key(|filling| -filling.score);
    let mut found = found.into_iter();
    let mut best = found.next()?;
    let by_channel = seats_by_channel(guide);
    for other in found {
        for seats in &by_channel {
            let before = best.score;
            best.begin();
            for &seat in seats {
                if best.taken[seat as usize] != NONE {
                    best.remove(seat);
                }
            }
            for &seat in seats {
                let number = other.taken[seat as usize];
                if number != NONE && best.fits(number) {
                    best.add(number);
                }
            }
            for &seat in seats {
                fill_seat(&mut best, guide.likely, seat);
            }
            if best.score <= before {
                best.undo();
            }
        }
    }
    Some(best)
}

/// Among how many seats the one is sought that loses most.
const LOOKS: [usize; 4] = [0, 2, 8, 32];

/// Of a few seats drawn by lot the one that loses most: by what stands there, or by standing empty.
fn losing_seat(guide: &Guide<'_>, filling: &Filling<'_>, of: &[u32], lots: &mut Lots) -> u32 {
    let loss = |seat: u32| match filling.taken[seat as usize] {
        NONE => guide.prices.seats[seat as usize],
        number => guide.slacks[number as usize],
    };
    let mut worst = of[lots.below(of.len())];
    for _ in 0..LOOKS[lots.below(LOOKS.len())] {
        let other = of[lots.below(of.len())];
        if loss(other) > loss(worst) {
            worst = other;
        }
    }
    worst
}

/// A change under way.
#[derive(Default)]
struct Change {
    in_the_way: Vec<u32>,
    removed: Vec<u32>,
}

impl Change {
    fn make(&mut self, model: &Model, likely: &Likely, filling: &mut Filling<'_>, number: u32) {
        filling.begin();
        self.removed.clear();
        filling.in_the_way(number, &mut self.in_the_way);
        for &seat in &self.in_the_way {
            self.removed.push(filling.remove(seat));
        }
        if !filling.fits(number) {
            return;
        }
        filling.add(number);
        let own = filling.seat_of(number);
        for &seat in self.in_the_way.iter().filter(|&&seat| seat != own) {
            fill_seat(filling, likely, seat);
        }
        // What was taken off comes back where a seat is free.
        for &number in &self.removed {
            add_best(filling, model.by_group_of(model.candidate(number).group));
        }
    }
}

/// Adds the candidate that fits and earns most, if one earns anything.
fn add_best(filling: &mut Filling<'_>, candidates: &[u32]) {
    if let Some(number) = filling.best_of(candidates.iter().copied()) {
        filling.add(number);
    }
}

/// Fills an empty seat with what fits and earns most of what is likely there.
pub(super) fn fill_seat(filling: &mut Filling<'_>, likely: &Likely, seat: u32) {
    if filling.taken[seat as usize] == NONE {
        add_best(filling, likely.of_seat(seat));
    }
}
