//! What prices show of a model: which candidates are worth trying, and a first filling that takes them in that order.
//!
//! Prices that prove the same bound may differ much, where a dozen like episodes could each give way for the others. A search that goes by
//! others therefore ends elsewhere: where there are few seats, starts go by prices of different heats.

use super::filling::Filling;
use super::model::Model;
use super::prices::{Prices, SCALE, slacks};
use super::row::Nets;
use super::search::{COST, Guide, LEAST, Likely};
use super::stay::Start;

/// What is in sight of some prices: most candidates of a model cost the bound so much that no good filling has them, and a search
/// that need not pass over them goes several times as fast.
pub(super) struct InSight {
    /// The model without the others.
    pub(super) model: Model,
    /// For each of its candidates, the whole model's number.
    numbers: Vec<u32>,
    /// The prices, and what each candidate costs the bound at them, in parts of a point.
    prices: Vec<(Prices, Vec<i64>)>,
}

impl InSight {
    /// A model as these prices show it: what costs the bound at most [`COST`], [`LEAST`] of every seat, and what stood there.
    pub(super) fn of(model: &Model, start: &Start<'_>, prices: Vec<Prices>) -> Self {
        let all: Vec<Vec<i64>> = prices.iter().map(|prices| slacks(model, prices)).collect();
        let mut is_kept = vec![false; model.candidates.len()];
        let mut own = Vec::new();
        for slacks in &all {
            for seat in &model.seats {
                own.clear();
                own.extend(seat.candidates.clone());
                own.sort_unstable_by_key(|&number| (slacks[number as usize], number));
                let near = own.partition_point(|&number| slacks[number as usize] <= COST * SCALE);
                for &number in own.iter().take(near.max(LEAST)) {
                    is_kept[number as usize] = true;
                }
            }
        }
        for number in 0..model.candidates.len() as u32 {
            is_kept[number as usize] |= start.stood(model, number);
        }
        let kept = |number: &u32| is_kept[*number as usize];
        let numbers: Vec<u32> = (0..model.candidates.len() as u32).filter(kept).collect();
        let of_kept = |slacks: Vec<i64>| numbers.iter().map(|&number| slacks[number as usize]).collect();
        Self {
            model: model.only(|number| kept(&number)),
            prices: prices.into_iter().zip(all.into_iter().map(of_kept)).collect(),
            numbers,
        }
    }

    /// What each of the prices shows, going on from what stood there.
    pub(super) fn sights(&self, start: &Start<'_>) -> Vec<Sight<'_>> {
        let sight = |(prices, slacks)| Sight::of(&self.model, start, prices, slacks);
        self.prices
            .iter()
            .map(|(prices, slacks)| sight((prices, slacks)))
            .collect()
    }

    /// A filling of this model in the whole one.
    pub(super) fn in_whole<'w>(&self, whole: &'w Model, filling: &Filling<'_>) -> Filling<'w> {
        filling.renumbered(whole, |number| self.numbers[number as usize])
    }
}

/// What follows from prices.
pub(super) struct Sight<'m> {
    prices: &'m Prices,
    nets: Nets,
    slacks: &'m [i64],
    likely: Likely,
    /// Where a search begins.
    pub(super) first: Filling<'m>,
}

impl<'m> Sight<'m> {
    fn of(model: &'m Model, start: &Start<'_>, prices: &'m Prices, slacks: &'m [i64]) -> Self {
        let mut first = start.filling(model);
        fill_by_slack(model, slacks, &mut first);
        Self {
            nets: Nets::at(model, prices),
            likely: Likely::of(model, slacks),
            prices,
            slacks,
            first,
        }
    }

    /// What a search goes by.
    pub(super) fn guide(&'m self, model: &'m Model) -> Guide<'m> {
        Guide {
            model,
            prices: self.prices,
            nets: &self.nets,
            slacks: self.slacks,
            likely: &self.likely,
        }
    }
}

/// A first filling: candidates in the order of what they cost the bound, then whatever else fits and earns.
fn fill_by_slack(model: &Model, slacks: &[i64], filling: &mut Filling<'_>) {
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
