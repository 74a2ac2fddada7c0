//! Proving to the end, once it is known what a plan earns: by better prices for what could earn more, then case by case.
//!
//! Prices let a programme air three times and a quarter, and a quota miss half a minute. So what is to be proved is told apart by how often
//! a programme or an episode airs, on the whole or in a week, and by how many minutes a quota misses: three times at most, or four
//! times at least. Each case has a price more and so a bound of its own; the highest of them is the bound. What costs a case so much that
//! it could not earn more than what is found already is left out of it for good. One such count often does what a hundred choices of
//! single seats do not, since like episodes stand in for each other.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use arna_domain::placed::Placed;

use super::filling::Filling;
use super::model::{Count, Model, Seat};
use super::prices::{FULL, Prices, most_in_parts, proven_slacks, whole};
use super::soft::{Cooling, Walk};
use crate::request::{Meter, PlanError};
use crate::threads::tried_side_by_side;

/// Ways to tell cases apart by whole programmes and episodes that are tried before one is taken; by their weeks half as many.
const TRIED: usize = 12;
/// How prices are found while ways are tried: not to the end, only to see which case costs most.
const TRYING: Cooling = Cooling {
    from: 16.0,
    to: 1.0,
    rounds: 40,
    averaged: 10,
    threads: NonZeroUsize::MIN,
};
/// How they are found for the cases that are taken.
const TAKING: Cooling = Cooling {
    from: 8.0,
    to: 0.03,
    rounds: 240,
    averaged: 60,
    threads: NonZeroUsize::MIN,
};
/// The heat at which prices are rough, but show what cannot earn more.
pub(super) const ROUGHLY: f64 = 4.0;
/// How they are found to the end for all cases together; in between what cannot earn more is left out.
const ENDING: [Cooling; 3] = [
    ending(ROUGHLY, 0.9, 150),
    ending(0.9, 0.12, 200),
    ending(0.12, 0.01, 250),
];

const fn ending(from: f64, to: f64, rounds: u32) -> Cooling {
    Cooling {
        from,
        to,
        rounds,
        averaged: rounds,
        threads: NonZeroUsize::MIN,
    }
}

/// Cases deep at most: a bit for each count.
const MOST_COUNTS: usize = 60;
/// Candidates that a case counts for beyond its own.
const LEAST_WORK: usize = 200;
/// A smaller part of an airing or a minute is not told apart.
const PART: f64 = 0.03;
/// Nor is what is so near to a half: what like episodes share evenly may as well be shared otherwise.
const EVEN: f64 = 0.49;

/// Pools that are planned together, with the prices that bound them and the way to better ones.
pub(super) struct Root {
    case: Case,
    walk: Walk,
}

/// How far to go case by case.
#[derive(Clone, Copy)]
pub(crate) struct Cases {
    /// How much work may go into them: candidates times rounds of prices.
    pub(super) work: u64,
    /// They are spared for so many ten-thousandths of the score.
    pub(super) enough: i64,
    /// About as many rounds of prices are gone through altogether.
    pub(super) rounds: usize,
}

impl Cases {
    /// None: prices only.
    pub(crate) const NONE: Self = Self {
        work: 0,
        enough: 0,
        rounds: (ENDING[0].rounds + ENDING[1].rounds + ENDING[2].rounds) as usize,
    };

    /// Points so few, of a plan with this pool score, that no case is looked at for them.
    pub(super) fn spared(self, score: i64) -> i64 {
        score.max(0) * self.enough / 10_000
    }
}

/// A case of what can be.
struct Case {
    model: Model,
    prices: Prices,
    /// How likely each candidate airs at these prices; a root that was not looked at closely yet does not know.
    likely: Vec<f64>,
    /// The least that it, or a case that it is part of, came to, in parts of a point.
    most: i64,
    /// What these prices prove, in parts of a point.
    proved: i64,
}

/// How cases are told apart: so many at most, or more.
#[derive(Clone, Debug)]
enum Fork {
    /// Airings of these candidates.
    Airings { of: Vec<u32>, most: i64 },
    /// Minutes that a quota misses.
    Minutes { quota: usize, most: i64 },
}

/// A case whose prices are to be found.
struct Job {
    model: Model,
    prices: Prices,
    most: i64,
    cooling: Cooling,
}

impl Root {
    /// Pools, with prices for them.
    pub(super) fn of(model: Model, cooling: Cooling, meter: &Meter<'_>) -> Result<Self, PlanError> {
        let mut walk = Walk::begin(&model);
        let likely = walk.cool(&model, cooling, meter)?;
        let case = Case::of(model, &walk, likely, i64::MAX);
        Ok(Self { case, walk })
    }

    /// Points at most beyond what stands already.
    pub(super) fn gain(&self) -> i64 {
        whole(self.case.most) - self.empty()
    }

    fn empty(&self) -> i64 {
        Filling::empty(&self.case.model).score
    }

    /// Points that what is placed earns by these pools.
    pub(super) fn earned(&self, placed: &Placed<'_>) -> i64 {
        let model = &self.case.model;
        let stands = |seat: &Seat| {
            let version = placed.get(placed.in_instance(seat.instance)?).version;
            let mut own = seat.candidates.clone();
            own.find(|&number| model.candidate(number).version == version)
        };
        let taken: Vec<u32> = model.seats.iter().filter_map(stands).collect();
        Filling::earned(model, &taken) - self.empty()
    }

    /// As [`Self::gain`], where so much is earned already: prices found to the end for what could earn more, then case by case, until
    /// nothing could earn more than is spared or the work is done.
    pub(super) fn closely(
        mut self,
        earned: i64,
        spared: i64,
        cases: Cases,
        threads: NonZeroUsize,
        meter: &Meter<'_>,
    ) -> Result<i64, PlanError> {
        let empty = self.empty();
        let goal = earned + empty;
        let mut done = 0;
        let mut root = self.case;
        for cooling in ENDING {
            if whole(root.most) <= goal {
                break;
            }
            let Case { model, most, .. } = root.without_hopeless(goal);
            let likely = self.walk.cool(&model, Cooling { threads, ..cooling }, meter)?;
            root = Case::of(model, &self.walk, likely, most);
        }
        let mut open = vec![root];
        while let Some(at) = highest(&open) {
            if whole(open[at].most) <= goal + spared || done >= cases.work {
                break;
            }
            let case = open.swap_remove(at).without_hopeless(goal);
            let jobs: Vec<Job> = case.forks().iter().flat_map(|fork| case.fork(fork)).collect();
            done += jobs.iter().map(Job::work).sum::<u64>();
            let Some(pair) = best_pair(look(jobs, threads, meter)?) else {
                // Nothing is left to be told apart.
                open.push(case);
                break;
            };
            let is_open = |case: &Case| whole(case.most) > goal;
            let jobs: Vec<Job> = pair.into_iter().filter(is_open).map(Case::taken).collect();
            done += jobs.iter().map(Job::work).sum::<u64>();
            open.extend(look(jobs, threads, meter)?.into_iter().filter(is_open));
        }
        let most = open.iter().map(|case| whole(case.most)).max();
        Ok(most.unwrap_or(goal).max(goal) - empty)
    }
}

/// The case with the highest bound, the first of equal ones.
fn highest(open: &[Case]) -> Option<usize> {
    (0..open.len()).max_by_key(|&at| (open[at].most, Reverse(at)))
}

/// Of pairs of cases the one that leaves least, the first of equal ones.
fn best_pair(cases: Vec<Case>) -> Option<[Case; 2]> {
    let mut cases = cases.into_iter();
    let pairs = std::iter::from_fn(|| Some([cases.next()?, cases.next()?]));
    pairs.min_by_key(|[below, above]| (below.proved.max(above.proved), below.proved.min(above.proved)))
}

/// Looks at cases side by side; how many at a time never matters to what comes of them.
fn look(jobs: Vec<Job>, threads: NonZeroUsize, meter: &Meter<'_>) -> Result<Vec<Case>, PlanError> {
    tried_side_by_side(jobs, threads, |job| job.look(meter))
}

impl Job {
    /// Candidates times rounds; a case costs as much as some hundred of them however few it has.
    fn work(&self) -> u64 {
        (self.model.candidates.len() + LEAST_WORK) as u64 * u64::from(self.cooling.rounds)
    }

    fn look(self, meter: &Meter<'_>) -> Result<Case, PlanError> {
        let mut walk = Walk::from(&self.model, &self.prices);
        let likely = walk.cool(&self.model, self.cooling, meter)?;
        Ok(Case::of(self.model, &walk, likely, self.most))
    }
}

impl Case {
    /// A case at the prices that a walk has come to; `most` is what is known of it already.
    fn of(model: Model, walk: &Walk, likely: Vec<f64>, most: i64) -> Self {
        let prices = walk.prices(&model);
        let proved = most_in_parts(&model, &prices);
        Self {
            model,
            prices,
            likely,
            most: proved.min(most),
            proved,
        }
    }

    /// Without the candidates of which no filling has one that scores more than the goal.
    fn without_hopeless(self, goal: i64) -> Self {
        let slacks = proven_slacks(&self.model, &self.prices);
        let is_kept = |number: u32| whole(self.proved.saturating_sub(slacks[number as usize])) > goal;
        let kept = (0..self.model.candidates.len() as u32).filter(|&number| is_kept(number));
        Self {
            model: self.model.only(is_kept),
            likely: kept.map(|number| self.likely[number as usize]).collect(),
            ..self
        }
    }

    /// Ways to tell cases apart.
    fn forks(&self) -> Vec<Fork> {
        if self.model.counts.len() >= MOST_COUNTS {
            return Vec::new();
        }
        let mut forks = self.forks_by_minutes();
        forks.extend(self.forks_by_airings(|model, number| {
            let group = model.candidate(number).group;
            let programme = model.groups[group as usize].programme;
            vec![(0, programme, 0, 0), (1, group, 0, 0)]
        }));
        let wholes = forks.len();
        forks.extend(self.forks_by_airings(|model, number| {
            let one = model.candidate(number);
            let week = model.seats[one.seat as usize].week;
            let programme = model.groups[one.group as usize].programme;
            vec![
                (0, programme, week, 0),
                (1, programme, week, one.serves),
                (2, one.group, week, 0),
                (3, one.seat, one.serves, 0),
            ]
        }));
        forks.truncate(wholes + TRIED / 2);
        forks
    }

    /// Candidates that are counted together and air a broken number of times, the most broken first.
    fn forks_by_airings(&self, keys: impl Fn(&Model, u32) -> Vec<(u8, u32, u32, u32)>) -> Vec<Fork> {
        let mut counted: BTreeMap<(u8, u32, u32, u32), Vec<u32>> = BTreeMap::new();
        for number in 0..self.model.candidates.len() as u32 {
            for key in keys(&self.model, number) {
                counted.entry(key).or_default().push(number);
            }
        }
        let mut broken: Vec<(f64, Vec<u32>, i64)> = Vec::new();
        for of in counted.into_values() {
            let sum: f64 = of.iter().map(|&number| self.likely[number as usize]).sum();
            let most = libm::floor(sum);
            let part = (sum - most).min(most + 1.0 - sum);
            if part > PART && part < EVEN && !broken.iter().any(|other| other.1 == of) {
                broken.push((part, of, most as i64));
            }
        }
        broken.sort_by(|one, other| other.0.total_cmp(&one.0));
        broken.truncate(TRIED);
        broken
            .into_iter()
            .map(|(_, of, most)| Fork::Airings { of, most })
            .collect()
    }

    /// Quotas that cost about all that they can and miss a broken number of minutes.
    fn forks_by_minutes(&self) -> Vec<Fork> {
        let model = &self.model;
        let mut short = model.short_at_first();
        for (one, &chance) in model.candidates.iter().zip(&self.likely) {
            for (quota, minutes) in model.short_by(one) {
                short[quota] += chance * minutes;
            }
        }
        let mut forks = Vec::new();
        for (quota, short) in short.into_iter().enumerate() {
            let most = libm::floor(short);
            let (least, limit) = model.quotas[quota].missing;
            let is_broken = short - most > PART && most + 1.0 - short > PART;
            let most = most as i64;
            if is_broken && most >= least && most < limit && self.prices.quotas[quota] > FULL / 2 {
                forks.push(Fork::Minutes { quota, most });
            }
        }
        forks
    }

    /// The two cases of a fork.
    fn fork(&self, fork: &Fork) -> [Job; 2] {
        let limits = match fork {
            Fork::Airings { of, most } => [(0, *most), (*most + 1, of.len() as i64)],
            Fork::Minutes { quota, most } => {
                let (least, limit) = self.model.quotas[*quota].missing;
                [(least, *most), (*most + 1, limit)]
            }
        };
        limits.map(|(least, most)| {
            let (mut model, mut prices) = (self.model.clone(), self.prices.clone());
            match fork {
                Fork::Airings { of, .. } => {
                    model.counted.resize(model.candidates.len(), 0);
                    for &number in of {
                        model.counted[number as usize] |= 1 << model.counts.len();
                    }
                    model.counts.push(Count { least, most });
                    prices.counts.push(0);
                }
                Fork::Minutes { quota, .. } => model.quotas[*quota].missing = (least, most),
            }
            Job {
                model,
                prices,
                most: self.most,
                cooling: TRYING,
            }
        })
    }

    /// The same, to be looked at to the end.
    fn taken(self) -> Job {
        Job {
            model: self.model,
            prices: self.prices,
            most: self.most,
            cooling: TAKING,
        }
    }
}
