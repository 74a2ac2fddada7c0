//! Looking for a better filling: first many small changes, kept while they lose little, less and less as time goes on; then
//! rarer, larger ones that change many seats at once and never lose.
//!
//! A small change puts a candidate where it is not yet, empties the seats that are in its way, fills each of these with the
//! best that fits, and gives what was taken off another seat that is free. Only candidates that the prices do not rule out are
//! tried, the likeliest most.

use std::collections::BTreeMap;

use super::exchange::Exchange;
use super::filling::{Filling, NONE};
use super::model::Model;
use super::prices::{Prices, SCALE};
use super::regroup::Regroup;
use crate::request::{Meter, PlanError};

/// What a search goes by.
#[derive(Clone, Copy)]
pub(super) struct Guide<'m> {
    pub(super) model: &'m Model,
    pub(super) prices: &'m Prices,
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

/// Candidates kept of each seat, whatever they cost.
const LEAST: usize = 4;
/// Candidates kept of each seat at most.
const MOST: usize = 40;
/// What a candidate may cost the bound, in points.
const COST: i64 = 500;

/// The candidates of each seat that are worth trying, the likeliest first.
pub(super) struct Likely {
    first: Vec<u32>,
    candidates: Vec<u32>,
}

impl Likely {
    /// Those that cost the bound least: at most [`MOST`] a seat, and beyond [`LEAST`] only what costs no more than [`COST`].
    pub(super) fn of(model: &Model, slacks: &[i64]) -> Self {
        let mut likely = Self {
            first: vec![0],
            candidates: Vec::new(),
        };
        let mut own = Vec::new();
        for seat in &model.seats {
            own.clear();
            own.extend(seat.candidates.clone());
            own.sort_unstable_by_key(|&number| (slacks[number as usize], number));
            let near = own.partition_point(|&number| slacks[number as usize] <= COST * SCALE);
            own.truncate(near.clamp(LEAST, MOST));
            likely.candidates.extend(&own);
            likely.first.push(likely.candidates.len() as u32);
        }
        likely
    }

    pub(super) fn of_seat(&self, seat: u32) -> &[u32] {
        &self.candidates[self.first[seat as usize] as usize..self.first[seat as usize + 1] as usize]
    }
}

/// A first filling: candidates in the order of what they cost the bound, then whatever else fits and earns.
pub(super) fn fill_by_slack(model: &Model, slacks: &[i64], filling: &mut Filling<'_>) {
    let mut order: Vec<u32> = (0..model.candidates.len() as u32).collect();
    order.sort_unstable_by_key(|&number| {
        let one = model.candidate(number);
        (slacks[number as usize], -one.value, number)
    });
    for number in order {
        if filling.fits(number) && filling.gain(number) > 0 {
            filling.add(number);
        }
    }
}

/// How long to search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// Small changes to try.
    pub(super) changes: u64,
    /// Rearrangements of many seats to try after them.
    pub(super) rearrangements: u64,
}

/// Small changes between two looks at whether to go on.
const CHANGES_PER_TICK: u64 = 4096;
/// Rearrangements between two looks.
const REARRANGEMENTS_PER_TICK: u64 = 128;
/// Points that a small change may lose at first.
const HEAT: f64 = 100.0;
/// Of so many rearrangements one is an exchange; the others plan groups anew.
const ONE_IS_AN_EXCHANGE: usize = 6;
/// Seats of a channel, one after the other in time, among which an exchange looks for some.
const NEIGHBOURS: usize = 400;

impl Search {
    /// Looks at whether to go on.
    pub(super) fn ticks(&self) -> u64 {
        self.changes.div_ceil(CHANGES_PER_TICK) + self.rearrangements.div_ceil(REARRANGEMENTS_PER_TICK)
    }

    /// Changes a filling for the better.
    pub(super) fn improve<'m>(
        &self,
        guide: &Guide<'m>,
        filling: &mut Filling<'m>,
        lots: &mut Lots,
        meter: &mut Meter<'_>,
    ) -> Result<(), PlanError> {
        self.anneal(guide, filling, lots, meter)?;
        self.rearrange(guide, filling, lots, meter)
    }

    /// Small changes; the best found is left.
    fn anneal<'m>(
        &self,
        guide: &Guide<'m>,
        filling: &mut Filling<'m>,
        lots: &mut Lots,
        meter: &mut Meter<'_>,
    ) -> Result<(), PlanError> {
        let Guide { model, likely, .. } = *guide;
        let mut best = filling.snapshot();
        let mut change = Change::default();
        for turn in 0..self.changes {
            if turn % CHANGES_PER_TICK == 0 {
                meter.advance(1)?;
            }
            let seat = lots.below(model.seats.len()) as u32;
            let own = likely.of_seat(seat);
            if own.is_empty() {
                continue;
            }
            let number = own[lots.low(own.len())];
            if filling.taken[seat as usize] == number {
                continue;
            }
            let before = filling.score;
            change.make(model, likely, filling, number);
            let heat = HEAT * (self.changes - turn) as f64 / self.changes as f64;
            let share = lots.share();
            let dare = (heat * share * share * share) as i64;
            if filling.score + dare < before {
                filling.undo();
            } else if filling.score > best.score {
                filling.snapshot_into(&mut best);
            }
        }
        *filling = Filling::from_snapshot(model, &best);
        Ok(())
    }

    /// Changes many seats at once, never for the worse.
    fn rearrange(
        &self,
        guide: &Guide<'_>,
        filling: &mut Filling<'_>,
        lots: &mut Lots,
        meter: &mut Meter<'_>,
    ) -> Result<(), PlanError> {
        let mut by_channel: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (seat, entry) in (0..).zip(&guide.model.seats) {
            if !guide.likely.of_seat(seat).is_empty() {
                by_channel.entry(entry.channel).or_default().push(seat);
            }
        }
        let seats: Vec<u32> = by_channel.values().flatten().copied().collect();
        let by_channel: Vec<Vec<u32>> = by_channel.into_values().collect();
        if seats.is_empty() {
            return Ok(());
        }
        let (mut exchange, mut regroup) = (Exchange::default(), Regroup::default());
        for turn in 0..self.rearrangements {
            if turn % REARRANGEMENTS_PER_TICK == 0 {
                meter.advance(1)?;
            }
            if lots.below(ONE_IS_AN_EXCHANGE) == 0 {
                let own = &by_channel[lots.below(by_channel.len())];
                let first = lots.below(own.len().saturating_sub(NEIGHBOURS) + 1);
                let near = &own[first..own.len().min(first + NEIGHBOURS)];
                exchange.make(guide, filling, near, lots);
            } else {
                regroup.make(guide, filling, &seats, lots);
            }
        }
        Ok(())
    }
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
            add_best(filling, likely.of_seat(seat));
        }
        // What was taken off comes back where a seat is free.
        for &number in &self.removed {
            add_best(filling, model.by_group_of(model.candidate(number).group));
        }
    }
}

/// Adds the candidate that fits and earns most, if one earns anything.
pub(super) fn add_best(filling: &mut Filling<'_>, candidates: &[u32]) {
    let mut best = (0, NONE);
    for &number in candidates {
        if filling.taken[filling.seat_of(number) as usize] == NONE {
            let gain = filling.gain(number);
            if gain > best.0 && filling.fits(number) {
                best = (gain, number);
            }
        }
    }
    if best.1 != NONE {
        filling.add(best.1);
    }
}
