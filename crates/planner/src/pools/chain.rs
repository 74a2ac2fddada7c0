//! Ejection chains: what loses in its seat goes where it is right, who stood there goes where he is right, and so on, until one
//! comes to a free seat or can be spared.
//!
//! The cheapest chain is sought seat by seat (Dijkstra's way), a step costing what the prices say that it loses; then the seat
//! left first is filled. It stays if it really scores no less.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::filling::{Filling, NONE};
use super::prices::SCALE;
use super::search::{Guide, Lots, fill_seat};

/// Seats looked at in a search at most.
const LOOKS: usize = 200;
/// By how many parts of a point a step may seem to lose more, by lot.
const NOISE: usize = 2 * SCALE as usize;

/// Room that is used again and again.
#[derive(Default)]
pub(super) struct Chain {
    open: BinaryHeap<Reverse<(i64, u32)>>,
    /// How each seat's airing came to be ejected: the cost so far, the candidate that takes the seat, the seat that it comes from.
    ejected: FxHashMap<u32, (i64, u32, u32)>,
    done: FxHashSet<u32>,
}

/// How a chain ends.
struct End {
    /// The seat whose airing was ejected last.
    ejected: u32,
    /// Where that airing goes; nowhere where it can be spared.
    to: Option<u32>,
}

impl Chain {
    /// Ejects what stands in this seat; all as it was where that scores less.
    pub(super) fn make(&mut self, guide: &Guide<'_>, filling: &mut Filling<'_>, seat: u32, lots: &mut Lots) {
        let number = filling.taken[seat as usize];
        if number == NONE {
            return;
        }
        let budget = guide.slacks[number as usize].max(SCALE);
        let Some(end) = self.search(guide, filling, seat, budget, lots) else {
            return;
        };
        let before = filling.score;
        filling.begin();
        let mut coming = Vec::from_iter(end.to);
        let mut left = Vec::new();
        let mut at = end.ejected;
        loop {
            filling.remove(at);
            left.push(at);
            let (_, number, from) = self.ejected[&at];
            if number == NONE {
                break;
            }
            coming.push(number);
            at = from;
        }
        for &number in coming.iter().rev() {
            if filling.fits(number) {
                filling.add(number);
            }
        }
        for &seat in left.iter().rev() {
            fill_seat(filling, guide.likely, seat);
        }
        if filling.score < before {
            filling.undo();
        }
    }

    fn search(
        &mut self,
        guide: &Guide<'_>,
        filling: &Filling<'_>,
        seat: u32,
        budget: i64,
        lots: &mut Lots,
    ) -> Option<End> {
        let Guide { model, slacks, .. } = *guide;
        self.open.clear();
        self.ejected.clear();
        self.done.clear();
        self.ejected.insert(seat, (0, NONE, NONE));
        self.open.push(Reverse((0, seat)));
        while let Some(Reverse((cost, from))) = self.open.pop() {
            if !self.done.insert(from) {
                continue;
            }
            if self.done.len() > LOOKS {
                return None;
            }
            let homeless = filling.taken[from as usize];
            let is_spared = from != seat && cost + guide.worth(filling, homeless) < budget;
            if is_spared {
                return Some(End {
                    ejected: from,
                    to: None,
                });
            }
            for &number in model.by_group_of(model.candidate(homeless).group) {
                let own = cost + slacks[number as usize];
                let to = model.candidate(number).seat;
                if own >= budget || to == from || !filling.could_come(number, from) {
                    continue;
                }
                let stands = filling.taken[to as usize];
                if stands == NONE && filling.has_room_on_day(number) || to == seat {
                    return Some(End {
                        ejected: from,
                        to: Some(number),
                    });
                }
                if stands == NONE
                    || self.done.contains(&to)
                    || model.candidate(stands).group == model.candidate(number).group
                {
                    continue;
                }
                let next = (own - slacks[stands as usize]).max(cost) + lots.below(NOISE) as i64;
                if next < budget && self.ejected.get(&to).is_none_or(|known| next < known.0) {
                    self.ejected.insert(to, (next, number, from));
                    self.open.push(Reverse((next, to)));
                }
            }
        }
        None
    }
}

impl Guide<'_> {
    /// What a group loses, by the prices, without one of its airings.
    fn worth(&self, filling: &Filling<'_>, number: u32) -> i64 {
        let group = self.model.candidate(number).group;
        let is_only = filling.seats_of(group).len() == 1;
        let bonus = if is_only { self.model.first_bonus(number) } else { 0 };
        self.prices.net(self.model, number) + bonus
    }
}
