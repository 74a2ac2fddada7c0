//! What prices show of a model: which candidates are worth trying, and a first filling that takes them in that order.
//!
//! Prices that prove the same bound may differ much, where a dozen like episodes could each give way for the others. A search that goes by
//! others therefore ends elsewhere: where there are few seats, starts go by prices of different heats.

use super::filling::Filling;
use super::model::{Model, Seat};
use super::prices::{Prices, SCALE, slacks};
use super::row::Nets;
use super::search::Guide;
use super::stay::Start;

/// Candidates kept of each seat at each price, whatever they cost.
const LEAST: usize = 4;
/// Candidates of each seat that are drawn from at most; a group planned anew may take what is beyond.
const MOST: usize = 40;
/// What a candidate may cost the bound, in points.
const COST: i64 = 500;

/// What is in sight of some prices: most candidates of a model cost the bound so much that no good filling has them, and a search
/// that need not pass over them is faster.
pub(super) struct InSight {
    /// The model without the others.
    pub(super) model: Model,
    /// For each of its candidates, the whole model's number.
    numbers: Vec<u32>,
    /// The prices, and what each candidate costs the bound at them, in parts of a point.
    prices: Vec<(Prices, Vec<i64>)>,
}

impl InSight {
    /// A model as these prices show it: what costs the bound at most [`COST`] at one of them, [`LEAST`] of every seat, and what
    /// stood there.
    pub(super) fn of(model: &Model, start: &Start<'_>, prices: Vec<Prices>) -> Self {
        let all: Vec<Vec<i64>> = prices.iter().map(|prices| slacks(model, prices)).collect();
        let mut is_kept = vec![false; model.candidates.len()];
        let mut own = Vec::new();
        for seat in &model.seats {
            for slacks in &all {
                gather_near(seat, slacks, &mut own);
                own.iter().for_each(|&number| is_kept[number as usize] = true);
            }
            if let Some(number) = start.stood(model, seat) {
                is_kept[number as usize] = true;
            }
        }
        let all_numbers = 0..model.candidates.len() as u32;
        let numbers: Vec<u32> = all_numbers.filter(|&number| is_kept[number as usize]).collect();
        let of_kept = |slacks: Vec<i64>| numbers.iter().map(|&number| slacks[number as usize]).collect();
        Self {
            model: model.only(|number| is_kept[number as usize]),
            prices: prices.into_iter().zip(all.into_iter().map(of_kept)).collect(),
            numbers,
        }
    }

    /// What each of the prices shows, going on from what stood there.
    pub(super) fn sights(&self, start: &Start<'_>) -> Vec<Sight<'_>> {
        let all = self.prices.iter();
        all.map(|(prices, slacks)| Sight::of(&self.model, start, prices, slacks))
            .collect()
    }

    /// A filling of this model in the whole one, where what is out of sight fills what would stay empty.
    pub(super) fn in_whole<'w>(&self, whole: &'w Model, filling: &Filling<'_>) -> Filling<'w> {
        let mut filling = filling.renumbered(whole, |number| self.numbers[number as usize]);
        for seat in &whole.seats {
            // What earns nothing at all, an airing of less than a minute, is better than an empty seat.
            let costs_nothing = |&number: &u32| filling.fits(number) && filling.gain(number) == 0;
            let best = filling.best_of(seat.candidates.clone());
            if let Some(number) = best.or_else(|| seat.candidates.clone().find(costs_nothing)) {
                filling.add(number);
            }
        }
        filling
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

/// The candidates of each seat that are worth trying, the likeliest first.
pub(super) struct Likely {
    first: Vec<u32>,
    candidates: Vec<u32>,
}

impl Likely {
    /// Those in sight that cost the bound least, at most [`MOST`] a seat.
    fn of(model: &Model, slacks: &[i64]) -> Self {
        let mut likely = Self {
            first: vec![0],
            candidates: Vec::new(),
        };
        let mut own = Vec::new();
        for seat in &model.seats {
            gather_near(seat, slacks, &mut own);
            likely.candidates.extend(own.iter().take(MOST));
            likely.first.push(likely.candidates.len() as u32);
        }
        likely
    }

    pub(super) fn of_seat(&self, seat: u32) -> &[u32] {
        &self.candidates[self.first[seat as usize] as usize..self.first[seat as usize + 1] as usize]
    }
}

/// A seat's candidates that cost the bound least, the first first: beyond [`LEAST`] only what costs no more than [`COST`].
fn gather_near(seat: &Seat, slacks: &[i64], own: &mut Vec<u32>) {
    own.clear();
    own.extend(seat.candidates.clone());
    own.sort_unstable_by_key(|&number| (slacks[number as usize], number));
    let near = own.partition_point(|&number| slacks[number as usize] <= COST * SCALE);
    own.truncate(near.max(LEAST));
}

/// A first filling: candidates in the order of what they cost the bound, then whatever else in sight fits and earns.
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

#[cfg(test)]
mod tests {
    use arna_domain::index::{LicenceIx, VersionIx};
    use arna_domain::instance::InstanceIx;

    use super::super::filling::NONE;
    use super::super::model::{Account, Candidate, Group, Toll, UNLIMITED, Week};
    use super::*;

    /// A seat that either of two episodes may fill, each for as many points.
    fn one_seat(points: [i32; 2]) -> Model {
        let candidate = |(group, value): (u32, i32)| Candidate {
            seat: 0,
            group,
            version: VersionIx(group),
            minutes: 10,
            value,
            cell: group,
            charges: 0,
            gap: 0,
            serves: 0,
            toll: 0,
        };
        let group = |number| Group {
            candidates: number..number + 1,
            most: 1,
            ..Group::default()
        };
        Model {
            seats: vec![Seat {
                instance: InstanceIx(0),
                channel: 0,
                start: 0,
                week: 0,
                candidates: 0..2,
            }],
            candidates: (0..).zip(points).map(candidate).collect(),
            groups: vec![group(0), group(1)],
            by_group: vec![0, 1],
            charges: vec![vec![0]],
            accounts: vec![Account {
                licence: LicenceIx(0),
                room: UNLIMITED,
                gap: 0,
                has_others: false,
            }],
            cells: vec![1, 1],
            weeks: vec![Week { total: 0, quotas: 0..0 }],
            tolls: vec![Toll { week: 0, serves: 0 }],
            ..Model::default()
        }
    }

    #[test]
    fn what_is_out_of_sight_fills_what_would_stay_empty() {
        let whole = one_seat([60, 6]);
        let in_sight = InSight {
            model: whole.only(|number| number == 0),
            numbers: vec![0],
            prices: Vec::new(),
        };
        let mut filling = Filling::empty(&in_sight.model);
        assert_eq!(
            in_sight.in_whole(&whole, &filling).taken,
            [0],
            "the first of the two earns more"
        );
        filling.add(0);
        assert_eq!(in_sight.in_whole(&whole, &filling).score, 60);

        let mut blocked = one_seat([60, 6]);
        blocked.cells[0] = 0;
        let empty = Filling::empty(&in_sight.model);
        assert_eq!(empty.taken, [NONE]);
        let filled = in_sight.in_whole(&blocked, &empty);
        assert_eq!((filled.taken.as_slice(), filled.score), ([1].as_slice(), 6));
    }
}
