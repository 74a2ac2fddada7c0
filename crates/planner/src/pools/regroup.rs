//! Planning a few groups that want the same seats anew, one after the other, each exactly.
//!
//! An episode that airs four times, two days apart, moves only as a whole, and often only if its rivals move too. So some
//! rivals give up all their seats and take the best that are free, in an order of chance, at prices that are blurred a little.

use super::filling::{Filling, NONE};
use super::prices::SCALE;
use super::row::Row;
use super::search::{Guide, Lots, fill_seat};

/// Groups planned anew at most.
const GROUPS: usize = 12;
/// By how many parts of a point seats may seem better than they are.
const NOISE: [i64; 4] = [0, SCALE / 2, 4 * SCALE, 20 * SCALE];

/// Room that is used again and again.
#[derive(Default)]
pub(super) struct Regroup {
    seats: Vec<u32>,
    groups: Vec<u32>,
    row: Row,
}

impl Regroup {
    /// Plans some groups anew that want a seat; as it was where that scores less.
    pub(super) fn make(&mut self, guide: &Guide<'_>, filling: &mut Filling<'_>, seat: u32, lots: &mut Lots) {
        let before = filling.score;
        filling.begin();
        self.choose_groups(guide, filling, seat, lots);
        self.seats.clear();
        self.seats.push(seat);
        for &group in &self.groups {
            while let Some(&seat) = filling.seats_of(group).last() {
                filling.remove(seat);
                self.seats.push(seat);
            }
        }
        for at in (1..self.groups.len()).rev() {
            self.groups.swap(at, lots.below(at + 1));
        }
        let noise = NOISE[lots.below(NOISE.len())];
        for &group in &self.groups {
            let plan = self.row.plan(
                guide.model,
                guide.nets,
                group,
                // Most seats are taken: that shows without a look at the candidate.
                |number, seat| filling.taken[seat as usize] == NONE && filling.fits(number),
                noise,
                lots,
            );
            for number in plan {
                if filling.fits(number) {
                    filling.add(number);
                }
            }
        }
        for &seat in &self.seats {
            fill_seat(filling, guide.likely, seat);
        }
        if filling.score < before {
            filling.undo();
        }
    }

    /// Who stands in a seat, who wants it, whose seats these want, and so on.
    fn choose_groups(&mut self, guide: &Guide<'_>, filling: &Filling<'_>, seat: u32, lots: &mut Lots) {
        let Guide {
            model, slacks, likely, ..
        } = *guide;
        self.groups.clear();
        let group_in = |seat: u32| {
            let number = filling.taken[seat as usize];
            (number != NONE).then(|| model.candidate(number).group)
        };
        self.groups.extend(group_in(seat));
        let most = 2 + lots.below(GROUPS - 1);
        for _ in 0..most * 3 {
            if self.groups.len() >= most {
                return;
            }
            let one = match self.groups.len() {
                0 => None,
                count => Some(self.groups[lots.below(count)]).filter(|_| lots.below(3) > 0),
            };
            let found = match one {
                // Who stands where a group would like to be.
                Some(group) => {
                    let wanted = model.by_group_of(group);
                    let draw = |lots: &mut Lots| wanted[lots.below(wanted.len())];
                    let draws = [draw(lots), draw(lots), draw(lots)];
                    let best = draws.into_iter().min_by_key(|&number| slacks[number as usize]);
                    best.and_then(|number| group_in(model.candidate(number).seat))
                }
                // Who would like to be in the seat, or where one of them is.
                None => {
                    let at = self.held_by_one(filling, lots).unwrap_or(seat);
                    match likely.of_seat(at) {
                        [] => None,
                        own => Some(model.candidate(own[lots.low(own.len())]).group),
                    }
                }
            };
            self.groups.extend(found.filter(|group| !self.groups.contains(group)));
        }
    }
}

impl Regroup {
    /// Every other time a seat of one of the groups.
    fn held_by_one(&self, filling: &Filling<'_>, lots: &mut Lots) -> Option<u32> {
        if self.groups.is_empty() || lots.below(2) == 0 {
            return None;
        }
        let held = filling.seats_of(self.groups[lots.below(self.groups.len())]);
        (!held.is_empty()).then(|| held[lots.below(held.len())])
    }
}
