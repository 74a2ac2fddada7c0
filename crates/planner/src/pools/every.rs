//! A handful of seats, as an evening or what an edit left empty: one filling after the other is looked at, but those that cannot be
//! better than what is found.

use super::filling::{Filling, Snapshot};
use super::model::Model;

/// More seats are left to the search.
const MOST_SEATS: usize = 8;

/// The best of the fillings that are come to in so many steps, this one where none is better. A step looks at one candidate, in about a
/// millionth of a second; where they suffice, there is no better filling.
pub(super) fn best_of_all<'m>(model: &'m Model, found: Filling<'m>, steps: u32) -> Filling<'m> {
    if model.seats.len() > MOST_SEATS {
        return found;
    }
    let mut every = Every::of(model, &found, steps);
    every.go_on(0);
    let Every { best, .. } = every;
    if best.score > found.score {
        Filling::from_snapshot(model, &best)
    } else {
        found
    }
}

/// A candidate and the points that it earns at most, quotas left aside.
type Offered = (u32, i64);

/// The seats one after the other, each with everything that fits and then with nothing.
struct Every<'m> {
    filling: Filling<'m>,
    best: Snapshot,
    /// What each seat is offered, what earns most first.
    offers: Vec<Vec<Offered>>,
    /// Points that this seat and those after it earn at most, quotas left aside.
    hopes: Vec<i64>,
    steps: u32,
}

impl<'m> Every<'m> {
    fn of(model: &'m Model, found: &Filling<'m>, steps: u32) -> Self {
        let filling = Filling::empty(model);
        let mut offers: Vec<Vec<Offered>> = Vec::new();
        for seat in &model.seats {
            let numbers = seat.candidates.clone();
            let mut own: Vec<Offered> = numbers
                .map(|number| (number, filling.gain_but_quotas(number)))
                .collect();
            own.sort_by_key(|&(_, earns)| -earns);
            offers.push(own);
        }
        let mut hopes = vec![0; offers.len() + 1];
        for (seat, own) in offers.iter().enumerate().rev() {
            hopes[seat] = hopes[seat + 1] + own.first().map_or(0, |&(_, earns)| earns).max(0);
        }
        Self {
            best: found.snapshot(),
            filling,
            offers,
            hopes,
            steps,
        }
    }

    fn go_on(&mut self, seat: usize) {
        if seat == self.offers.len() {
            if self.filling.score > self.best.score {
                self.filling.snapshot_into(&mut self.best);
            }
            return;
        }
        let earned = self.filling.score + self.filling.cost_of_quotas();
        for at in 0..self.offers[seat].len() {
            let (number, earns) = self.offers[seat][at];
            if self.steps == 0 || earned + earns + self.hopes[seat + 1] <= self.best.score {
                break;
            }
            self.steps -= 1;
            if self.filling.fits(number) {
                self.filling.begin();
                self.filling.add(number);
                self.go_on(seat + 1);
                self.filling.remove(seat as u32);
            }
        }
        if earned + self.hopes[seat + 1] > self.best.score {
            self.go_on(seat + 1);
        }
    }
}
