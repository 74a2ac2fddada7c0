//! Exchanging what stands in many seats at once: the best assignment of episodes to a few dozen seats, found exactly.
//!
//! Small changes end where only a long ring of swaps would gain something. So some seats are emptied and given their episodes
//! anew, each at most once, by the assignment that earns most. What seats compete for beyond that has its price; the new
//! assignment stays if it really scores no less.

use super::filling::{Filling, NONE};
use super::matching::{Choice, Matching};
use super::prices::SCALE;
use super::search::{Guide, Lots};

/// Seats that exchange at once.
const SEATS: usize = 16;
/// Parts of a point by which choices of equal worth are told apart by lot: all together less than any real difference.
const NOISE: usize = SCALE as usize / 10;

/// Room that exchanges use again and again.
#[derive(Default)]
pub(super) struct Exchange {
    seats: Vec<u32>,
    groups: Vec<u32>,
    /// The column of each group, or [`NONE`].
    column_of: Vec<u32>,
    first: Vec<u32>,
    choices: Vec<Choice>,
    matching: Matching,
}

impl Exchange {
    /// Exchanges what stands in some of these seats; as it was where that scores less.
    pub(super) fn make(&mut self, guide: &Guide<'_>, filling: &mut Filling<'_>, of: &[u32], lots: &mut Lots) {
        self.choose_seats(guide, filling, of, lots);
        let before = filling.score;
        filling.begin();
        for &seat in &self.seats {
            if filling.taken[seat as usize] != NONE {
                filling.remove(seat);
            }
        }
        self.gather(guide, filling, lots);
        self.matching.solve(&self.first, &self.choices, self.groups.len());
        for row in 0..self.seats.len() {
            if let Some(number) = self.matching.chosen(row)
                && filling.fits(number)
            {
                filling.add(number);
            }
        }
        if filling.score < before {
            filling.undo();
        }
    }

    /// Some seats, none of them with an episode that another one shows.
    fn choose_seats(&mut self, guide: &Guide<'_>, filling: &Filling<'_>, of: &[u32], lots: &mut Lots) {
        self.seats.clear();
        self.groups.clear();
        for _ in 0..SEATS * 2 {
            if self.seats.len() == SEATS {
                break;
            }
            let seat = of[lots.below(of.len())];
            let number = filling.taken[seat as usize];
            if self.seats.contains(&seat) {
                continue;
            }
            if number != NONE {
                let group = guide.model.candidate(number).group;
                if self.groups.contains(&group) {
                    continue;
                }
                self.groups.push(group);
            }
            self.seats.push(seat);
        }
        self.seats.sort_unstable();
        self.groups.clear();
    }

    /// What each emptied seat may take.
    fn gather(&mut self, guide: &Guide<'_>, filling: &Filling<'_>, lots: &mut Lots) {
        let Guide {
            model, prices, likely, ..
        } = *guide;
        self.column_of.resize(model.groups.len(), NONE);
        self.first.clear();
        self.choices.clear();
        self.first.push(0);
        for &seat in &self.seats {
            let start = self.choices.len();
            for &number in likely.of_seat(seat) {
                if !filling.fits(number) {
                    continue;
                }
                let noise = lots.below(NOISE) as i64;
                let earns = SCALE * filling.gain_but_quotas(number) - prices.due_for_quotas(model, number) + noise;
                if earns <= 0 {
                    continue;
                }
                let group = model.candidate(number).group;
                let column = &mut self.column_of[group as usize];
                if *column == NONE {
                    *column = self.groups.len() as u32;
                    self.groups.push(group);
                }
                let choice = Choice {
                    column: *column,
                    earns,
                    candidate: number,
                };
                match self.choices[start..]
                    .iter_mut()
                    .find(|other| other.column == choice.column)
                {
                    Some(other) if other.earns >= earns => {}
                    Some(other) => *other = choice,
                    None => self.choices.push(choice),
                }
            }
            self.first.push(self.choices.len() as u32);
        }
        for &group in &self.groups {
            self.column_of[group as usize] = NONE;
        }
    }
}
