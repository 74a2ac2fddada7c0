//! One group planned exactly: of seats in order of time the best ones, a gap apart, at most so many.

use super::filling::NONE;
use super::model::Model;
use super::prices::{Prices, SCALE};
use super::search::Lots;

/// A group's seats in order of time, each with its best candidate.
#[derive(Default)]
pub(super) struct Row {
    starts: Vec<i64>,
    /// What the best candidate of each seat earns as a repeated airing, and as the group's first.
    nets: Vec<i64>,
    firsts: Vec<i64>,
    /// For each number of airings and seat: the best that ends in this seat or before, and the seat it ends in.
    best: Vec<(i64, u32)>,
    /// How many seats are a gap before each.
    before: Vec<u32>,
    /// Whether there may be as many airings as the gaps leave room for: one layer does then, of any number of them.
    endless: bool,
    /// Layers at most.
    most: usize,
}

/// What a candidate earns after its prices, in parts of a point: as a repeated airing of its group, and as the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Net {
    seat: u32,
    later: i64,
    first: i64,
}

impl Net {
    fn of(model: &Model, prices: &Prices, number: u32) -> Self {
        let later = prices.net(model, number);
        Self {
            seat: model.candidate(number).seat,
            later,
            first: later + model.first_bonus(number),
        }
    }
}

/// What all candidates earn at some prices, in the order of [`Model::by_group`].
pub(super) struct Nets(Vec<Net>);

impl Nets {
    pub(super) fn at(model: &Model, prices: &Prices) -> Self {
        let all = model.by_group.iter();
        Self(all.map(|&number| Net::of(model, prices, number)).collect())
    }

    /// A group's candidates in order of time, each with what it earns.
    fn of<'n>(&'n self, model: &'n Model, group: u32) -> impl Iterator<Item = (u32, Net)> + 'n {
        let range = &model.groups[group as usize].candidates;
        let own = &self.0[range.start as usize..range.end as usize];
        model.by_group_of(group).iter().copied().zip(own.iter().copied())
    }
}

impl Row {
    /// The most that a group can earn.
    pub(super) fn most(&mut self, model: &Model, prices: &Prices, group: u32) -> i64 {
        let net = |&number: &u32| Net::of(model, prices, number);
        self.gather(model, group, model.by_group_of(group).iter().map(net));
        self.fill();
        self.best.last().map_or(0, |best| best.0)
    }

    /// A group's best candidates among those that may air, earliest first, where each seat earns up to `noise` parts of a point
    /// more, by lot. What may air is asked with candidate and seat.
    pub(super) fn plan(
        &mut self,
        model: &Model,
        nets: &Nets,
        group: u32,
        may: impl Fn(u32, u32) -> bool,
        noise: i64,
        lots: &mut Lots,
    ) -> Vec<u32> {
        self.gather(
            model,
            group,
            nets.of(model, group)
                .filter(|(number, net)| may(*number, net.seat))
                .map(|(_, net)| net),
        );
        for seat in 0..self.starts.len() {
            let more = lots.below(noise as usize + 1) as i64;
            self.nets[seat] += more;
            self.firsts[seat] += more;
        }
        self.fill();
        let mut plan = self.chosen();
        plan.reverse();
        // Seats of the row are in order of time, as the group's candidates are.
        let mut wanted = plan.into_iter().peekable();
        let mut best: Option<(i64, u32)> = None;
        let mut numbers = Vec::new();
        for (number, net) in nets.of(model, group) {
            let start = model.seats[net.seat as usize].start;
            while wanted.next_if(|&(seat, _)| self.starts[seat] < start).is_some() {
                numbers.extend(best.take().map(|(_, number)| number));
            }
            if let Some(&(seat, is_first)) = wanted.peek()
                && self.starts[seat] == start
                && may(number, net.seat)
            {
                let net = if is_first { net.first } else { net.later };
                if best.is_none_or(|(other, _)| net > other) {
                    best = Some((net, number));
                }
            }
        }
        numbers.extend(best.map(|(_, number)| number));
        numbers
    }

    /// Writes for each candidate of a group by how much less the group earns if it must air.
    pub(super) fn slacks(&mut self, model: &Model, prices: &Prices, group: u32, slacks: &mut [i64]) {
        let earned = self.most(model, prices, group);
        if self.most == 0 {
            return;
        }
        let count = self.starts.len();
        let layers = self.best.len() / (count + 1);
        let after = self.after(model.groups[group as usize].least_gap.max(1), layers);
        let rest = |layer: usize, seat: usize| after[(layers - 1 - layer) * (count + 1) + seat];
        let first_later = usize::from(!self.endless);
        let mut seat = 0;
        let mut later = None;
        for &number in model.by_group_of(group) {
            let one = model.candidate(number);
            while self.starts[seat] != model.seats[one.seat as usize].start {
                seat += 1;
                later = None;
            }
            let later = *later.get_or_insert_with(|| {
                (first_later..layers)
                    .filter_map(|layer| Some(self.earned_before(layer, seat)? + rest(layer, seat)))
                    .max()
                    .unwrap_or(i64::MIN / 2)
            });
            let net = prices.net(model, number);
            let first = net + model.first_bonus(number) + rest(0, seat);
            slacks[number as usize] = earned - first.max(net + later);
        }
    }

    fn gather(&mut self, model: &Model, group: u32, candidates: impl Iterator<Item = Net>) {
        let entry = &model.groups[group as usize];
        self.starts.clear();
        self.nets.clear();
        self.firsts.clear();
        let mut last = NONE;
        for Net { seat, later, first } in candidates {
            if seat == last
                && let (Some(best), Some(best_first)) = (self.nets.last_mut(), self.firsts.last_mut())
            {
                *best = later.max(*best);
                *best_first = first.max(*best_first);
                continue;
            }
            last = seat;
            self.starts.push(model.seats[seat as usize].start);
            self.nets.push(later);
            self.firsts.push(first);
        }
        self.link(entry.least_gap.max(1), entry.most);
    }

    /// What keeps the gap from what, and how many layers that takes.
    fn link(&mut self, gap: i64, limit: i32) {
        self.before.clear();
        let (mut until, mut most, mut free) = (0, 0, i64::MIN);
        for &start in &self.starts {
            while self.starts[until] <= start.saturating_sub(gap) {
                until += 1;
            }
            self.before.push(until as u32);
            if start >= free {
                (most, free) = (most + 1, start.saturating_add(gap));
            }
        }
        self.endless = limit >= most;
        self.most = if self.endless { most.min(1) } else { limit.max(0) } as usize;
    }

    /// The best with at most one airing, at most two, … until one more does not help.
    fn fill(&mut self) {
        let count = self.starts.len();
        self.best.clear();
        for layer in 0..self.most {
            let mut best = (0, NONE);
            self.best.push(best);
            for seat in 0..count {
                let alone = self.firsts[seat];
                let own = self
                    .earned_before(layer, seat)
                    .map_or(alone, |before| alone.max(before + self.nets[seat]));
                if own > best.0 {
                    best = (own, seat as u32);
                }
                self.best.push(best);
            }
            if layer > 0 && best.0 == self.best[(layer - 1) * (count + 1) + count].0 {
                return;
            }
        }
    }

    /// The most that at least one airing, of those that a layer has before its last, can earn at least a gap before a seat.
    fn earned_before(&self, layer: usize, seat: usize) -> Option<i64> {
        let above = if self.endless { 0 } else { layer.checked_sub(1)? };
        let before = self.best[above * (self.starts.len() + 1) + self.before[seat] as usize];
        (before.1 != NONE).then_some(before.0)
    }

    /// The seats of the best plan, latest first, and whether each is the group's first airing.
    fn chosen(&self) -> Vec<(usize, bool)> {
        let count = self.starts.len();
        let mut chosen = Vec::new();
        let Some(mut layer) = (self.best.len() / (count + 1)).checked_sub(1) else {
            return chosen;
        };
        let mut at = count;
        while let (_, seat) = self.best[layer * (count + 1) + at]
            && seat != NONE
        {
            let seat = seat as usize;
            let before = self.earned_before(layer, seat);
            let is_first = before.is_none_or(|before| before + self.nets[seat] < self.firsts[seat]);
            chosen.push((seat, is_first));
            if is_first {
                break;
            }
            at = self.before[seat] as usize;
            layer -= usize::from(!self.endless);
        }
        chosen
    }

    /// For each number of airings and seat: the most that so many airings at least a gap after the seat can earn.
    fn after(&self, gap: i64, layers: usize) -> Vec<i64> {
        let count = self.starts.len();
        // The first seat that is a gap after each.
        let mut next = vec![count; count];
        let mut at = count;
        for seat in (0..count).rev() {
            while at > 0 && self.starts[at - 1] >= self.starts[seat].saturating_add(gap) {
                at -= 1;
            }
            next[seat] = at;
        }
        // The most from each seat on.
        let mut from = vec![0_i64; layers * (count + 1)];
        let mut after = vec![0_i64; layers * (count + 1)];
        for layer in usize::from(!self.endless)..layers {
            let above = layer - usize::from(!self.endless);
            for seat in (0..count).rev() {
                let own = self.nets[seat] + from[above * (count + 1) + next[seat]];
                from[layer * (count + 1) + seat] = own.max(from[layer * (count + 1) + seat + 1]);
            }
            for seat in 0..count {
                after[layer * (count + 1) + seat] = from[layer * (count + 1) + next[seat]];
            }
        }
        after
    }
}

impl Model {
    /// What a candidate earns more as its group's first airing, in parts of a point.
    pub(super) fn first_bonus(&self, number: u32) -> i64 {
        let one = self.candidate(number);
        SCALE * self.groups[one.group as usize].bonus * i64::from(one.minutes)
    }
}
