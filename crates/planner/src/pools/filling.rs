//! Seats filled so far, and what a change is worth: each step costs what it touches, never a look at the whole.

use super::model::{Candidate, Model, UNLIMITED};
use super::prices::SCALE;
use crate::quota::{POINTS_PER_MINUTE, missing};

/// Nothing in a seat.
pub(super) const NONE: u32 = u32::MAX;

/// What stands in each seat, with all that seats share counted.
#[derive(Clone, Debug)]
pub(super) struct Filling<'m> {
    model: &'m Model,
    /// The candidate in each seat, or [`NONE`].
    pub(super) taken: Vec<u32>,
    /// The account that each seat's airing is charged to.
    charged: Vec<u32>,
    /// Seats of each group, in order of time.
    groups: Vec<Vec<u32>>,
    /// How many airings of each length each group has, shortest first.
    lengths: Vec<Vec<(i32, u32)>>,
    /// Seats charged to each account that has a limit.
    accounts: Vec<Vec<u32>>,
    /// Seats of each cell.
    cells: Vec<Vec<u32>>,
    /// Minutes on air in each week.
    totals: Vec<i64>,
    /// Minutes in each quota's language.
    minutes: Vec<i64>,
    /// Points that each week's quotas cost.
    costs: Vec<i64>,
    /// Runs left of each account; of one without a limit always as many.
    left: Vec<i32>,
    /// Points so far.
    pub(super) score: i64,
    /// The prices that quotas go by for now, in parts of a point a minute; none: what they cost.
    priced: Vec<i64>,
    /// What was done since [`Self::begin`].
    trail: Vec<Step>,
}

/// A step that can be undone.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A seat was filled.
    Added(u32),
    /// A candidate left its seat.
    Removed { number: u32, account: u32 },
    /// An airing went to another account.
    Moved { seat: u32, from: u32 },
}

/// What stood where.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) score: i64,
    taken: Vec<u32>,
    charged: Vec<u32>,
}

impl<'m> Filling<'m> {
    /// Nothing filled.
    pub(super) fn empty(model: &'m Model) -> Self {
        let mut filling = Self {
            model,
            taken: vec![NONE; model.seats.len()],
            charged: vec![NONE; model.seats.len()],
            groups: vec![Vec::new(); model.groups.len()],
            lengths: vec![Vec::new(); model.groups.len()],
            accounts: vec![Vec::new(); model.accounts.len()],
            cells: vec![Vec::new(); model.cells.len()],
            totals: model.weeks.iter().map(|week| week.total).collect(),
            minutes: model.quotas.iter().map(|quota| quota.minutes).collect(),
            costs: vec![0; model.weeks.len()],
            left: model.accounts.iter().map(|account| account.room).collect(),
            score: 0,
            priced: Vec::new(),
            trail: Vec::new(),
        };
        filling.count_quotas();
        filling
    }

    /// Points of these candidates, one a seat at most, whatever they break.
    pub(super) fn earned(model: &'m Model, taken: &[u32]) -> i64 {
        let mut filling = Self::empty(model);
        for &number in taken {
            filling.put(number, NONE);
        }
        filling.score
    }

    /// Points that a week's quotas cost if so many minutes more were on air, serving these quotas.
    fn penalty(&self, week: usize, more: i64, serving: u32) -> i64 {
        let model = self.model;
        let quotas = &model.weeks[week].quotas;
        let total = self.totals[week] + more;
        let mut points = 0;
        for (bit, quota) in quotas.clone().enumerate() {
            let own = if serving >> bit & 1 == 1 { more } else { 0 };
            if let Some(price) = self.priced.get(quota as usize) {
                let entry = &model.quotas[quota as usize];
                let short = entry.share * total - 100 * (self.minutes[quota as usize] + own);
                points += (price / 100 * short).div_euclid(SCALE);
                continue;
            }
            let short = missing(
                model.quotas[quota as usize].share,
                total,
                self.minutes[quota as usize] + own,
            );
            points += POINTS_PER_MINUTE * short;
        }
        points
    }

    /// From now on quotas cost or earn these prices for each minute that they are short by, or have too much; what they cost where
    /// there are none.
    pub(super) fn price_quotas(&mut self, prices: &[i64]) {
        self.priced.clear();
        self.priced.extend_from_slice(prices);
        self.count_quotas();
    }

    /// Whether quotas go by prices.
    pub(super) fn is_loose(&self) -> bool {
        !self.priced.is_empty()
    }

    /// Points that all quotas cost now.
    pub(super) fn cost_of_quotas(&self) -> i64 {
        self.costs.iter().sum()
    }

    /// Counts anew what quotas cost.
    fn count_quotas(&mut self) {
        for week in 0..self.costs.len() {
            self.count_quotas_of(week);
        }
    }

    fn count_quotas_of(&mut self, week: usize) {
        let cost = self.penalty(week, 0, 0);
        self.score -= cost - self.costs[week];
        self.costs[week] = cost;
    }

    /// By how many hundredths of a minute a week's quota is short; below 0 where it has more than enough.
    pub(super) fn short(&self, week: usize, bit: usize) -> i64 {
        let quota = self.model.weeks[week].quotas.start as usize + bit;
        self.model.quotas[quota].share * self.totals[week] - 100 * self.minutes[quota]
    }

    /// Points for the first airing of a group, which counts as its shortest: with these minutes more or fewer.
    fn bonus(&self, group: u32, but: Option<i32>, also: Option<i32>) -> i64 {
        let per_minute = self.model.groups[group as usize].bonus;
        if per_minute == 0 {
            return 0;
        }
        let stays = |&&(minutes, count): &&(i32, u32)| count > u32::from(but == Some(minutes));
        let shortest = self.lengths[group as usize]
            .iter()
            .find(stays)
            .map(|&(minutes, _)| minutes);
        per_minute * i64::from(shortest.into_iter().chain(also).min().unwrap_or_default())
    }

    /// Points that a candidate would add to an empty seat, whether or not it may.
    pub(super) fn gain(&self, number: u32) -> i64 {
        let one = self.model.candidate(number);
        let week = self.model.seats[one.seat as usize].week as usize;
        let minutes = i64::from(one.minutes);
        self.gain_but_quotas(number) + self.costs[week] - self.penalty(week, minutes, one.serves)
    }

    /// No less than [`Self::gain`], and sooner counted: as if quotas missed nothing with it.
    fn gain_at_most(&self, number: u32) -> i64 {
        if self.is_loose() {
            return i64::MAX;
        }
        let one = self.model.candidate(number);
        let week = self.model.seats[one.seat as usize].week as usize;
        self.gain_but_quotas(number) + self.costs[week]
    }

    /// The candidate that fits into an empty seat and gains most, the first of equal ones; none where none gains anything.
    pub(super) fn best_of(&self, candidates: impl Iterator<Item = u32>) -> Option<u32> {
        let mut best = (0, NONE);
        for number in candidates {
            if self.taken[self.seat_of(number) as usize] != NONE || self.gain_at_most(number) <= best.0 {
                continue;
            }
            let gain = self.gain(number);
            if gain > best.0 && self.fits(number) {
                best = (gain, number);
            }
        }
        (best.1 != NONE).then_some(best.1)
    }

    /// As [`Self::gain`], quotas left aside.
    pub(super) fn gain_but_quotas(&self, number: u32) -> i64 {
        let one = self.model.candidate(number);
        i64::from(one.value) + self.bonus(one.group, None, Some(one.minutes)) - self.bonus(one.group, None, None)
    }

    /// Points that a seat's airing is worth: what taking it away would lose.
    pub(super) fn worth(&self, seat: u32) -> i64 {
        let number = self.taken[seat as usize];
        let one = self.model.candidate(number);
        let week = self.model.seats[seat as usize].week as usize;
        let minutes = i64::from(one.minutes);
        self.worth_but_quotas(number) + self.penalty(week, -minutes, one.serves) - self.costs[week]
    }

    /// As [`Self::worth`] of a candidate that is on air, quotas left aside.
    fn worth_but_quotas(&self, number: u32) -> i64 {
        let one = self.model.candidate(number);
        i64::from(one.value) + self.bonus(one.group, None, None) - self.bonus(one.group, Some(one.minutes), None)
    }

    /// Whether a run is left for a candidate, others moving to another licence of theirs where that makes room.
    fn has_run(&self, number: u32) -> bool {
        let charges = self.model.charges_of(self.model.candidate(number));
        charges.iter().any(|&account| self.has_room(account)) || self.way_to_room(charges).is_some()
    }

    fn has_room(&self, account: u32) -> bool {
        self.left[account as usize] > 0
    }

    /// The shortest way to make room in one of these accounts: seats and the accounts that they move to, the last one first.
    fn way_to_room(&self, charges: &[u32]) -> Option<Vec<(u32, u32)>> {
        if !charges
            .iter()
            .any(|&account| self.model.accounts[account as usize].has_others)
        {
            return None;
        }
        // Each account reached, the seat that would leave it for the next, and the account reached before.
        let mut reached: Vec<(u32, u32, usize)> = charges.iter().map(|&account| (account, NONE, usize::MAX)).collect();
        let mut at = 0;
        while at < reached.len() {
            let (account, ..) = reached[at];
            for &seat in &self.accounts[account as usize] {
                for &other in self.model.charges_of(self.model.candidate(self.taken[seat as usize])) {
                    if reached.iter().any(|&(known, ..)| known == other) {
                        continue;
                    }
                    reached.push((other, seat, at));
                    if self.has_room(other) {
                        let (mut way, mut step) = (Vec::new(), reached.len() - 1);
                        while reached[step].2 != usize::MAX {
                            way.push((reached[step].1, reached[step].0));
                            step = reached[step].2;
                        }
                        return Some(way);
                    }
                }
            }
            at += 1;
        }
        None
    }

    /// Whether a candidate keeps its gaps from the group's other airings.
    fn keeps_gaps(&self, number: u32) -> bool {
        self.could_come(number, NONE)
    }

    /// The seats of a candidate's group that may be too close to it, before and after its own.
    fn near(&self, number: u32) -> (&[u32], &[u32]) {
        let one = self.model.candidate(number);
        let group = &self.groups[one.group as usize];
        let widest = self.model.groups[one.group as usize].widest_gap;
        let start = |seat: u32| self.model.seats[seat as usize].start;
        let own = start(one.seat);
        let place = group.partition_point(|&seat| seat < one.seat);
        let after = place + usize::from(group.get(place) == Some(&one.seat));
        let (mut from, mut until) = (place, after);
        while from > 0 && own - start(group[from - 1]) < widest {
            from -= 1;
        }
        while until < group.len() && start(group[until]) - own < widest {
            until += 1;
        }
        (&group[from..place], &group[after..until])
    }

    fn too_close(&self, number: u32, seat: u32) -> bool {
        let one = self.model.candidate(number);
        let other = self.model.candidate(self.taken[seat as usize]);
        let apart = (self.model.seats[one.seat as usize].start - self.model.seats[seat as usize].start).abs();
        apart < one.gap.max(other.gap)
    }

    /// Whether a candidate may stand in its seat, which is empty.
    pub(super) fn fits(&self, number: u32) -> bool {
        let one = self.model.candidate(number);
        self.taken[one.seat as usize] == NONE
            && self.has_room_on_day(number)
            && self.keeps_gaps(number)
            && self.has_run(number)
    }

    /// Whether a candidate keeps its gaps from the group's airings but one, which would move; its seat may still be taken.
    pub(super) fn could_come(&self, number: u32, but: u32) -> bool {
        if self.groups[self.model.candidate(number).group as usize].is_empty() {
            return true;
        }
        let (before, after) = self.near(number);
        let is_far = |&seat: &u32| seat == but || !self.too_close(number, seat);
        before.iter().all(is_far) && after.iter().all(is_far)
    }

    /// Whether a candidate's programme has room for one more airing on its day.
    pub(super) fn has_room_on_day(&self, number: u32) -> bool {
        let cell = self.model.candidate(number).cell as usize;
        (self.cells[cell].len() as i32) < self.model.cells[cell]
    }

    /// Seats to be emptied before a candidate fits, its own among them; they are put into `out`.
    pub(super) fn in_the_way(&self, number: u32, out: &mut Vec<u32>) {
        out.clear();
        let one = self.model.candidate(number);
        if self.taken[one.seat as usize] != NONE {
            out.push(one.seat);
        }
        let (before, after) = self.near(number);
        let near = before.iter().rev().chain(after);
        out.extend(near.filter(|&&seat| self.too_close(number, seat)));
        let cell = one.cell as usize;
        let on_day = self.cells[cell].iter().filter(|seat| !out.contains(seat)).count() as i32;
        if on_day >= self.model.cells[cell]
            && let Some(seat) = self.cheapest(self.cells[cell].iter(), out)
        {
            out.push(seat);
        }
        let charges = self.model.charges_of(one);
        let leaves_room = |seat: &u32| charges.contains(&self.charged[*seat as usize]);
        if !out.iter().any(leaves_room) && !self.has_run(number) {
            let seats = charges.iter().flat_map(|&account| &self.accounts[account as usize]);
            if let Some(seat) = self.cheapest(seats, out) {
                out.push(seat);
            }
        }
    }

    /// The seat whose airing is worth least, of those not named already; the earliest of equal ones.
    fn cheapest<'s>(&self, seats: impl Iterator<Item = &'s u32>, but: &[u32]) -> Option<u32> {
        seats
            .copied()
            .filter(|seat| !but.contains(seat))
            .min_by_key(|&seat| (self.worth(seat), seat))
    }

    /// Puts a candidate that fits into its seat, charged to the first account with room.
    pub(super) fn add(&mut self, number: u32) {
        let charges = self.model.charges_of(self.model.candidate(number));
        let with_room = |filling: &Self| charges.iter().copied().find(|&account| filling.has_room(account));
        if with_room(self).is_none() {
            for (seat, account) in self.way_to_room(charges).unwrap_or_default() {
                self.trail.push(Step::Moved {
                    seat,
                    from: self.charged[seat as usize],
                });
                self.uncharge(seat);
                self.charge(seat, account);
            }
        }
        let account = with_room(self).unwrap_or(NONE);
        self.put(number, account);
        self.trail.push(Step::Added(self.seat_of(number)));
    }

    /// Empties a seat.
    pub(super) fn remove(&mut self, seat: u32) -> u32 {
        let (number, account) = self.take(seat);
        self.trail.push(Step::Removed { number, account });
        number
    }

    /// From here on [`Self::undo`] leads back to.
    pub(super) fn begin(&mut self) {
        self.trail.clear();
    }

    /// Takes back all since [`Self::begin`].
    pub(super) fn undo(&mut self) {
        while let Some(step) = self.trail.pop() {
            match step {
                Step::Added(seat) => {
                    self.take(seat);
                }
                Step::Removed { number, account } => self.put(number, account),
                Step::Moved { seat, from } => {
                    self.uncharge(seat);
                    self.charge(seat, from);
                }
            }
        }
    }

    /// Puts a candidate into its empty seat, charged to this account.
    fn put(&mut self, number: u32, account: u32) {
        self.score += self.gain_but_quotas(number);
        let one = self.model.candidate(number);
        let seat = one.seat;
        self.taken[seat as usize] = number;
        self.charge(seat, account);
        let group = &mut self.groups[one.group as usize];
        let place = group.partition_point(|&other| other < seat);
        group.insert(place, seat);
        let lengths = &mut self.lengths[one.group as usize];
        match lengths.binary_search_by_key(&one.minutes, |&(minutes, _)| minutes) {
            Ok(at) => lengths[at].1 += 1,
            Err(at) => lengths.insert(at, (one.minutes, 1)),
        }
        self.cells[one.cell as usize].push(seat);
        self.count(one, 1);
    }

    /// What stood in a seat that is emptied, and the account it was charged to.
    fn take(&mut self, seat: u32) -> (u32, u32) {
        let number = self.taken[seat as usize];
        let account = self.charged[seat as usize];
        let one = self.model.candidate(number);
        self.score -= self.worth_but_quotas(number);
        self.uncharge(seat);
        let group = &mut self.groups[one.group as usize];
        if let Ok(place) = group.binary_search(&seat) {
            group.remove(place);
        }
        for (minutes, count) in &mut self.lengths[one.group as usize] {
            *count -= u32::from(*minutes == one.minutes);
        }
        self.cells[one.cell as usize].retain(|&other| other != seat);
        self.taken[seat as usize] = NONE;
        self.count(one, -1);
        (number, account)
    }

    /// Counts a candidate's minutes, and what they change in quotas.
    fn count(&mut self, one: &Candidate, sign: i64) {
        let week = self.model.seats[one.seat as usize].week as usize;
        let minutes = sign * i64::from(one.minutes);
        self.totals[week] += minutes;
        for (bit, quota) in self.model.weeks[week].quotas.clone().enumerate() {
            if one.serves >> bit & 1 == 1 {
                self.minutes[quota as usize] += minutes;
            }
        }
        self.count_quotas_of(week);
    }

    fn charge(&mut self, seat: u32, account: u32) {
        self.charged[seat as usize] = account;
        if account != NONE && self.model.accounts[account as usize].room != UNLIMITED {
            self.accounts[account as usize].push(seat);
            self.left[account as usize] -= 1;
        }
    }

    fn uncharge(&mut self, seat: u32) {
        let account = self.charged[seat as usize];
        if account != NONE && self.model.accounts[account as usize].room != UNLIMITED {
            self.accounts[account as usize].retain(|&other| other != seat);
            self.left[account as usize] += 1;
        }
        self.charged[seat as usize] = NONE;
    }

    /// Charges each airing to the first listed licence that has a run left for it, until none would change: a run that became
    /// free is taken by the airing that had to go to a later licence.
    pub(super) fn settle(&mut self) {
        loop {
            let mut changed = false;
            for seat in 0..self.taken.len() as u32 {
                if self.taken[seat as usize] == NONE {
                    continue;
                }
                let own = self.charged[seat as usize];
                let charges = self.model.charges_of(self.model.candidate(self.taken[seat as usize]));
                let earlier = charges
                    .iter()
                    .copied()
                    .take_while(|&account| account != own)
                    .find(|&account| self.has_room(account));
                if let Some(account) = earlier {
                    self.uncharge(seat);
                    self.charge(seat, account);
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// The seats of a group, in order of time.
    pub(super) fn seats_of(&self, group: u32) -> &[u32] {
        &self.groups[group as usize]
    }

    /// A candidate's seat.
    pub(super) fn seat_of(&self, number: u32) -> u32 {
        self.model.candidate(number).seat
    }

    /// What stands where, to come back to.
    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            score: self.score,
            taken: self.taken.clone(),
            charged: self.charged.clone(),
        }
    }

    /// Overwrites a snapshot with what stands now.
    pub(super) fn snapshot_into(&self, snapshot: &mut Snapshot) {
        snapshot.score = self.score;
        snapshot.taken.copy_from_slice(&self.taken);
        snapshot.charged.copy_from_slice(&self.charged);
    }

    /// The filling of a snapshot.
    pub(super) fn from_snapshot(model: &'m Model, snapshot: &Snapshot) -> Self {
        let taken = snapshot.taken.iter().copied();
        Self::filled(model, taken.zip(snapshot.charged.iter().copied()))
    }

    /// These candidates where there are any, charged to these accounts.
    fn filled(model: &'m Model, taken: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut filling = Self::empty(model);
        for (number, account) in taken.filter(|&(number, _)| number != NONE) {
            filling.put(number, account);
        }
        filling
    }

    /// The same in a model that has these candidates under other numbers.
    pub(super) fn renumbered<'o>(&self, other: &'o Model, number_of: impl Fn(u32) -> u32) -> Filling<'o> {
        let number_of = |&number: &u32| if number == NONE { NONE } else { number_of(number) };
        let taken = self.taken.iter().map(number_of);
        Filling::filled(other, taken.zip(self.charged.iter().copied()))
    }

    /// Comes back to what stood where.
    pub(super) fn come_back(&mut self, snapshot: &Snapshot) {
        *self = Self::from_snapshot(self.model, snapshot);
    }

    /// The account that a seat's airing is charged to.
    pub(super) fn account_of(&self, seat: u32) -> Option<u32> {
        Some(self.charged[seat as usize]).filter(|&account| account != NONE)
    }
}
