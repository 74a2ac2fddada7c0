//! What prices show of a model: which candidates are worth trying, and a first filling that takes them in that order.
//!
//! Prices that prove the same bound may differ much, where a dozen like episodes could each give way for the others. A search that goes by
//! others therefore ends elsewhere: where there are few seats, starts go by prices of different heats.

use super::filling::Filling;
use super::model::Model;
use super::prices::{Prices, slacks};
use super::search::{Guide, Likely};
use super::stay::Start;

/// Prices and what follows from them.
pub(super) struct Sight<'m> {
    prices: Prices,
    slacks: Vec<i64>,
    likely: Likely,
    /// Where a search begins.
    pub(super) first: Filling<'m>,
}

impl<'m> Sight<'m> {
    /// What prices show, going on from what stood there.
    pub(super) fn of(model: &'m Model, start: &Start<'_>, prices: Prices) -> Self {
        let slacks = slacks(model, &prices);
        let mut first = start.filling(model);
        fill_by_slack(model, &slacks, &mut first);
        Self {
            likely: Likely::of(model, &slacks),
            prices,
            slacks,
            first,
        }
    }

    /// What a search goes by.
    pub(super) fn guide(&'m self, model: &'m Model) -> Guide<'m> {
        Guide {
            model,
            prices: &self.prices,
            slacks: &self.slacks,
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
