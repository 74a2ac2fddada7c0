//! An episode with several licences, planned exactly: what airs when, and which licence's runs it takes.
//!
//! A price for each licence's runs leaves a gap to what is possible: half an airing on one licence, half on another, each with the gap
//! that the other asks for. So for the bound such an episode's plans are told apart by how many runs of each licence they have
//! taken, and by whose airing came last. The same steps count plans softly and find the best one: only what "or" and
//! "and" mean differs.

use super::model::Model;

/// What plans come to: the best of them, or all of them together.
pub(super) trait Worth: Copy {
    /// No plan.
    const NONE: Self;
    /// The plan without an airing.
    const EMPTY: Self;
    /// One plan or the other.
    fn or(self, other: Self) -> Self;
    /// One airing and another.
    fn and(self, other: Self) -> Self;
}

/// The best plan earns what it earns, in parts of a point.
impl Worth for i64 {
    const NONE: Self = Self::MIN / 4;
    const EMPTY: Self = 0;

    fn or(self, other: Self) -> Self {
        self.max(other)
    }

    fn and(self, other: Self) -> Self {
        (self + other).max(Self::NONE)
    }
}

/// A licence that an episode's airings may be charged to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Its account.
    pub(super) account: u32,
    /// Airings at most; none: the gaps leave room for no more than it has.
    most: Option<u32>,
    /// Milliseconds to any other airing.
    gap: i64,
}

/// More kinds of plans are not told apart: the licences' runs have prices then, as they have where there are many seats.
const MOST_KINDS: usize = 6;
/// Nor more licences.
const MOST_LICENCES: usize = 3;

impl Model {
    /// The licences of a group whose plans can be told apart by the runs they take; none where it has one, or too many of them.
    pub(super) fn runs_of(&self, group: u32) -> Vec<Run> {
        let mut accounts: Vec<u32> = Vec::new();
        for &number in self.by_group_of(group) {
            let more = self.charges_of(self.candidate(number));
            accounts.extend(
                more.iter()
                    .filter(|account| !accounts.contains(account))
                    .collect::<Vec<_>>(),
            );
        }
        if !(2..=MOST_LICENCES).contains(&accounts.len()) {
            return Vec::new();
        }
        let most_apart = self.most_apart(group, self.groups[group as usize].least_gap.max(1));
        let run = |&account: &u32| {
            let entry = &self.accounts[account as usize];
            Run {
                account,
                most: (entry.room < most_apart).then_some(entry.room.max(0) as u32),
                gap: entry.gap.max(1),
            }
        };
        let runs: Vec<Run> = accounts.iter().map(run).collect();
        let kinds: usize = runs.iter().map(Run::kinds).product();
        if kinds <= MOST_KINDS { runs } else { Vec::new() }
    }
}

impl Run {
    /// How many numbers of runs taken are told apart.
    fn kinds(&self) -> usize {
        self.most.map_or(1, |most| most as usize + 1)
    }
}

/// A group's places in order of time, and what its plans come to.
#[derive(Default)]
pub(super) struct Ledger<W> {
    runs: Vec<Run>,
    /// How far apart kinds are that differ by a run of each licence; 0 where its runs are not counted.
    strides: Vec<usize>,
    /// Kinds of plans.
    kinds: usize,
    starts: Vec<i64>,
    /// What an airing is worth in each place on each licence, as a later one and as the first.
    later: Vec<W>,
    first: Vec<W>,
    /// For each pair of licences and place: how many places are a gap before it, and the first that is a gap after it.
    before: Vec<usize>,
    after: Vec<usize>,
    /// Plans whose last airing is in a place, on a licence, by kind: all but those of one airing.
    ending: Vec<W>,
    /// For each number of places: plans whose last airing is in one of them, by licence and kind.
    until: Vec<W>,
    /// What can follow an airing, and what can follow from a place on, likewise.
    following: Vec<W>,
    from: Vec<W>,
}

impl<W: Worth> Ledger<W> {
    /// Begins a group with these licences.
    pub(super) fn begin(&mut self, runs: &[Run]) {
        self.runs.clear();
        self.runs.extend_from_slice(runs);
        self.strides.clear();
        self.kinds = 1;
        for run in runs {
            self.strides.push(if run.most.is_some() { self.kinds } else { 0 });
            self.kinds *= run.kinds();
        }
        self.starts.clear();
        self.later.clear();
        self.first.clear();
    }

    /// The place of an airing that starts then: airings come in order of time.
    pub(super) fn place(&mut self, start: i64) -> usize {
        if self.starts.last() != Some(&start) {
            self.starts.push(start);
            self.later.resize(self.starts.len() * self.runs.len(), W::NONE);
            self.first.resize(self.starts.len() * self.runs.len(), W::NONE);
        }
        self.starts.len() - 1
    }

    /// Which of the group's licences an account is.
    pub(super) fn licence(&self, account: u32) -> Option<usize> {
        self.runs.iter().position(|run| run.account == account)
    }

    /// An airing may be in the last place, on a licence.
    pub(super) fn offer(&mut self, licence: usize, later: W, first: W) {
        if self.runs[licence].most == Some(0) {
            return;
        }
        let at = self.later.len() - self.runs.len() + licence;
        self.later[at] = self.later[at].or(later);
        self.first[at] = self.first[at].or(first);
    }

    /// All plans.
    pub(super) fn plans(&mut self) -> W {
        self.link();
        self.forward();
        let all = &self.until[self.until.len() - self.runs.len() * self.kinds..];
        all.iter().fold(W::EMPTY, |sum, &one| sum.or(one))
    }

    /// Which places are a gap apart: each airing keeps that of its own licence.
    fn link(&mut self) {
        let count = self.starts.len();
        self.before.clear();
        self.after.clear();
        for one in &self.runs {
            for other in &self.runs {
                let gap = one.gap.max(other.gap);
                let mut until = 0;
                for &start in &self.starts {
                    while self.starts[until] <= start.saturating_sub(gap) {
                        until += 1;
                    }
                    self.before.push(until);
                }
                let mut next = 0;
                for &start in &self.starts {
                    while next < count && self.starts[next] < start.saturating_add(gap) {
                        next += 1;
                    }
                    self.after.push(next);
                }
            }
        }
    }

    /// Whether a plan of a kind can have one run more of a licence, and its kind then.
    fn with_one_more(&self, kind: usize, licence: usize) -> Option<usize> {
        let run = &self.runs[licence];
        let Some(most) = run.most else {
            return Some(kind);
        };
        let stride = self.strides[licence];
        let taken = kind / stride % run.kinds();
        (taken < most as usize).then_some(kind + stride)
    }

    fn forward(&mut self) {
        let (count, licences, kinds) = (self.starts.len(), self.runs.len(), self.kinds);
        let row = licences * kinds;
        self.ending.clear();
        self.ending.resize(count * row, W::NONE);
        self.until.clear();
        self.until.resize((count + 1) * row, W::NONE);
        for place in 0..count {
            for licence in 0..licences {
                let own = self.later[place * licences + licence];
                for last in 0..licences {
                    let until = self.before[(licence * licences + last) * count + place];
                    for kind in 0..kinds {
                        if let Some(next) = self.with_one_more(kind, licence) {
                            let plan = self.until[until * row + last * kinds + kind].and(own);
                            let cell = &mut self.ending[place * row + licence * kinds + next];
                            *cell = cell.or(plan);
                        }
                    }
                }
            }
            for licence in 0..licences {
                for kind in 0..kinds {
                    let at = licence * kinds + kind;
                    let mut sum = self.until[place * row + at].or(self.ending[place * row + at]);
                    if self.with_one_more(0, licence) == Some(kind) {
                        sum = sum.or(self.first[place * licences + licence]);
                    }
                    self.until[(place + 1) * row + at] = sum;
                }
            }
        }
    }

    /// What can follow each airing: asked for after [`Self::plans`].
    pub(super) fn look_ahead(&mut self) {
        let (count, licences, kinds) = (self.starts.len(), self.runs.len(), self.kinds);
        let row = licences * kinds;
        self.following.clear();
        self.following.resize(count * row, W::EMPTY);
        self.from.clear();
        self.from.resize((count + 1) * row, W::NONE);
        for place in (0..count).rev() {
            for licence in 0..licences {
                for kind in 0..kinds {
                    let mut sum = W::EMPTY;
                    for next in 0..licences {
                        let from = self.after[(licence * licences + next) * count + place];
                        sum = sum.or(self.from[from * row + next * kinds + kind]);
                    }
                    self.following[place * row + licence * kinds + kind] = sum;
                }
            }
            for licence in 0..licences {
                let own = self.later[place * licences + licence];
                for kind in 0..kinds {
                    let at = licence * kinds + kind;
                    let mut sum = self.from[(place + 1) * row + at];
                    if let Some(next) = self.with_one_more(kind, licence) {
                        sum = sum.or(own.and(self.following[place * row + licence * kinds + next]));
                    }
                    self.from[place * row + at] = sum;
                }
            }
        }
    }

    /// Plans with an airing in a place on a licence: as the first, and as a later one. Asked for after [`Self::look_ahead`].
    pub(super) fn with(&self, place: usize, licence: usize) -> (W, W) {
        let at = (place * self.runs.len() + licence) * self.kinds;
        let first = self.with_one_more(0, licence).map_or(W::NONE, |kind| {
            self.first[place * self.runs.len() + licence].and(self.following[at + kind])
        });
        let later = (at..at + self.kinds)
            .map(|cell| self.ending[cell].and(self.following[cell]))
            .fold(W::NONE, W::or);
        (first, later)
    }

    /// What an airing is worth in a place on a licence, all that could stand there together: as the first, and as a later one.
    pub(super) fn offered(&self, place: usize, licence: usize) -> (W, W) {
        let at = place * self.runs.len() + licence;
        (self.first[at], self.later[at])
    }
}

#[cfg(test)]
mod tests {
    use super::super::search::Lots;
    use super::*;

    /// How many plans there are: each counts once.
    impl Worth for u64 {
        const NONE: Self = 0;
        const EMPTY: Self = 1;

        fn or(self, other: Self) -> Self {
            self + other
        }

        fn and(self, other: Self) -> Self {
            self * other
        }
    }

    /// An episode with a few licences, and what each of its places earns on each, as a later airing and as the first.
    struct Episode {
        runs: Vec<Run>,
        places: Vec<(i64, Vec<(i64, i64)>)>,
    }

    fn episode(lots: &mut Lots) -> Episode {
        let runs = (0..2 + lots.below(2) as u32).map(|account| Run {
            account,
            most: [None, Some(1), Some(2)][lots.below(3)],
            gap: 1 + lots.below(4) as i64,
        });
        let runs: Vec<Run> = runs.collect();
        let mut start = 0;
        let places = (0..1 + lots.below(6)).map(|_| {
            start += 1 + lots.below(3) as i64;
            let earns = runs.iter().map(|_| {
                let later = lots.below(40) as i64 - 10;
                (later, later + lots.below(20) as i64)
            });
            (start, earns.collect())
        });
        let places = places.collect();
        Episode { runs, places }
    }

    impl Episode {
        /// What every plan earns: each place shows nothing or airs on one of the licences.
        fn plans(&self) -> Vec<i64> {
            let choices = self.runs.len() + 1;
            let count = choices.pow(self.places.len() as u32);
            (0..count).filter_map(|number| self.earned(number)).collect()
        }

        fn earned(&self, mut number: usize) -> Option<i64> {
            let mut airings: Vec<(i64, usize)> = Vec::new();
            let mut earned = 0;
            for (start, earns) in &self.places {
                let choice = number % (self.runs.len() + 1);
                number /= self.runs.len() + 1;
                if let Some(licence) = choice.checked_sub(1) {
                    let (later, first) = earns[licence];
                    earned += if airings.is_empty() { first } else { later };
                    airings.push((*start, licence));
                }
            }
            let keeps_runs = self.runs.iter().enumerate().all(|(licence, run)| {
                let taken = airings.iter().filter(|airing| airing.1 == licence).count();
                run.most.is_none_or(|most| taken <= most as usize)
            });
            let keeps_gaps = airings.windows(2).all(|pair| {
                let gap = self.runs[pair[0].1].gap.max(self.runs[pair[1].1].gap);
                pair[1].0 - pair[0].0 >= gap
            });
            (keeps_runs && keeps_gaps).then_some(earned)
        }

        fn ledger<W: Worth + Default>(&self, worth: impl Fn(i64) -> W) -> Ledger<W> {
            let mut ledger = Ledger::default();
            ledger.begin(&self.runs);
            for (start, earns) in &self.places {
                ledger.place(*start);
                for (licence, &(later, first)) in earns.iter().enumerate() {
                    ledger.offer(licence, worth(later), worth(first));
                }
            }
            ledger
        }
    }

    #[test]
    fn the_best_plan_is_the_best_of_all_and_each_is_counted_once() {
        let mut lots = Lots::of(3);
        for turn in 0..300 {
            let episode = episode(&mut lots);
            let plans = episode.plans();
            let best = episode.ledger(|earns| earns).plans();
            assert_eq!(Some(best), plans.iter().copied().max(), "turn {turn}");
            let mut counted = episode.ledger(|_| 1_u64);
            assert_eq!(counted.plans(), plans.len() as u64, "turn {turn}");
        }
    }

    #[test]
    fn every_airing_is_in_as_many_plans_as_there_are_with_it() {
        let mut lots = Lots::of(4);
        for turn in 0..100 {
            let episode = episode(&mut lots);
            let mut counted = episode.ledger(|_| 1_u64);
            counted.plans();
            counted.look_ahead();
            let choices = episode.runs.len() + 1;
            for place in 0..episode.places.len() {
                for licence in 0..episode.runs.len() {
                    let count = choices.pow(episode.places.len() as u32);
                    let airs = |number: &usize| number / choices.pow(place as u32) % choices == licence + 1;
                    let with = (0..count)
                        .filter(airs)
                        .filter(|&number| episode.earned(number).is_some());
                    let (first, later) = counted.with(place, licence);
                    assert_eq!(first + later, with.count() as u64, "turn {turn}");
                }
            }
        }
    }
}
