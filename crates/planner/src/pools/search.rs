//! Looking for a better filling: small changes, kept while they lose little, less and less as time goes on.
//!
//! A change puts a candidate where it is not yet, empties the seats that are in its way, fills each of these with the best
//! that fits, and gives what was taken off another seat that is free. Only candidates that the prices do not rule out are tried, the likeliest most.

use super::filling::{Filling, NONE};
use super::model::Model;
use super::prices::SCALE;
use crate::request::{Meter, PlanError};

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

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
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

    fn of_seat(&self, seat: u32) -> &[u32] {
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

/// How long to search, and how boldly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Annealing {
    /// Changes to try.
    pub(super) changes: u64,
    /// Points that a change may lose at first.
    pub(super) heat: i64,
}

/// Changes between two looks at whether to go on.
pub(super) const CHANGES_PER_TICK: u64 = 4096;

/// Changes a filling for the better; the best found is left in it.
pub(super) fn improve<'m>(
    model: &'m Model,
    likely: &Likely,
    filling: &mut Filling<'m>,
    annealing: Annealing,
    lots: &mut Lots,
    meter: &mut Meter<'_>,
) -> Result<(), PlanError> {
    if model.seats.is_empty() {
        return Ok(());
    }
    let mut best = filling.snapshot();
    let mut change = Change::default();
    for turn in 0..annealing.changes {
        if turn % CHANGES_PER_TICK == 0 {
            meter.advance(1)?;
        }
        let seat = lots.below(model.seats.len()) as u32;
        let own = likely.of_seat(seat);
        if own.is_empty() {
            continue;
        }
        // The least of two draws: the likelier ones more often.
        let number = own[lots.below(own.len()).min(lots.below(own.len()))];
        if filling.taken[seat as usize] == number {
            continue;
        }
        let before = filling.score;
        change.make(likely, filling, number);
        change.rehome(model, filling);
        let left = annealing.changes - turn;
        let heat = annealing.heat as f64 * left as f64 / annealing.changes as f64;
        let dare = {
            let one = (lots.draw() >> 11) as f64 / (1_u64 << 53) as f64;
            (heat * one * one * one) as i64
        };
        if filling.score + dare < before {
            change.undo(filling);
        } else if filling.score > best.score {
            filling.snapshot_into(&mut best);
        }
    }
    *filling = Filling::from_snapshot(model, &best);
    Ok(())
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Added(u32),
    Removed { number: u32, account: u32 },
}

/// A change under way.
#[derive(Default)]
struct Change {
    steps: Vec<Step>,
    in_the_way: Vec<u32>,
    emptied: Vec<u32>,
}

impl Change {
    fn make(&mut self, likely: &Likely, filling: &mut Filling<'_>, number: u32) {
        self.steps.clear();
        self.emptied.clear();
        let mut in_the_way = std::mem::take(&mut self.in_the_way);
        filling.in_the_way(number, &mut in_the_way);
        let own = filling.seat_of(number);
        for &seat in &in_the_way {
            let (number, account) = filling.remove(seat);
            self.steps.push(Step::Removed { number, account });
            if seat != own {
                self.emptied.push(seat);
            }
        }
        self.in_the_way = in_the_way;
        if !filling.fits(number) {
            return;
        }
        filling.add(number);
        self.steps.push(Step::Added(own));
        for at in 0..self.emptied.len() {
            let seat = self.emptied[at];
            let mut best = (0, NONE);
            for &other in likely.of_seat(seat) {
                let gain = filling.gain(other);
                if gain > best.0 && filling.fits(other) {
                    best = (gain, other);
                }
            }
            if best.1 != NONE {
                filling.add(best.1);
                self.steps.push(Step::Added(seat));
            }
        }
    }

    /// What was taken off comes back where a seat is free.
    fn rehome(&mut self, model: &Model, filling: &mut Filling<'_>) {
        for at in 0..self.steps.len() {
            let Step::Removed { number, .. } = self.steps[at] else {
                continue;
            };
            let group = model.candidate(number).group;
            let mut best = (0, NONE);
            for &other in model.by_group_of(group) {
                if filling.taken[model.candidate(other).seat as usize] == NONE {
                    let gain = filling.gain(other);
                    if gain > best.0 && filling.fits(other) {
                        best = (gain, other);
                    }
                }
            }
            if best.1 != NONE {
                filling.add(best.1);
                self.steps.push(Step::Added(filling.seat_of(best.1)));
            }
        }
    }

    fn undo(&mut self, filling: &mut Filling<'_>) {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Added(seat) => {
                    filling.remove(seat);
                }
                Step::Removed { number, account } => filling.put(number, account),
            }
        }
    }
}
