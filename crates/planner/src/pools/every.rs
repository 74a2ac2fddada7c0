//! A handful of seats, as an evening or what an edit left empty: every filling is looked at, but those that cannot be better than
//! what is found.

use super::filling::{Filling, Snapshot};
use super::model::Model;

/// More seats are left to the search.
const MOST_SEATS: usize = 8;
/// So many steps at most: some hundredths of a second. Where they do not suffice, what was found stays or has become better.
const STEPS: u32 = 50_000;

/// The best of all fillings, this one where none is better.
pub(super) fn best_of_all<'m>(model: &'m Model, found: Filling<'m>) -> Filling<'m> {
    if model.seats.len() > MOST_SEATS {
        return found;
    }
    let mut every = Every::of(model, &found);
    every.go_on(0);
    let Every { best, .. } = every;
    if best.score > found.score {
        Filling::from_snapshot(model, &best)
    } else {
        found
    }
}

/// The seats one after the other, each with everything that fits and then with nothing.
struct Every<'m> {
    model: &'m Model,
    filling: Filling<'m>,
    best: Snapshot,
    /// The candidates of each seat, what earns most first.
    offers: Vec<Vec<u32>>,
    /// Points that this seat and those after it earn at most, quotas left aside.
    hopes: Vec<i64>,
    steps: u32,
}

impl<'m> Every<'m> {
    fn of(model: &'m Model, found: &Filling<'m>) -> Self {
        let filling = Filling::empty(model);
        let earns = |&number: &u32| filling.gain_but_quotas(number);
        let mut offers: Vec<Vec<u32>> = Vec::new();
        for seat in &model.seats {
            let mut own: Vec<u32> = seat.candidates.clone().collect();
            own.sort_by_key(|number| -earns(number));
            offers.push(own);
        }
        let mut hopes = vec![0; offers.len() + 1];
        for (seat, own) in offers.iter().enumerate().rev() {
            hopes[seat] = hopes[seat + 1] + own.first().map_or(0, earns).max(0);
        }
        Self {
            model,
            best: found.snapshot(),
            filling,
            offers,
            hopes,
            steps: STEPS,
        }
    }

    fn go_on(&mut self, seat: usize) {
        let most = self.filling.score + self.filling.cost_of_quotas() + self.hopes[seat];
        if self.steps == 0 || most <= self.best.score {
            return;
        }
        self.steps -= 1;
        if seat == self.model.seats.len() {
            if self.filling.score > self.best.score {
                self.filling.snapshot_into(&mut self.best);
            }
            return;
        }
        for at in 0..self.offers[seat].len() {
            let number = self.offers[seat][at];
            if self.filling.fits(number) {
                self.filling.add(number);
                self.go_on(seat + 1);
                self.filling.remove(seat as u32);
            }
        }
        self.go_on(seat + 1);
    }
}
