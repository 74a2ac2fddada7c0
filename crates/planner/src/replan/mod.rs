//! Planning again after an edit: what is accepted stays as it is wherever the edit lets it.
//!
//! The steps are those of a plan, with one difference. Where a plan fills pools from nothing, here the accepted airings are put
//! back first, each where it still keeps every rule; only what that leaves empty is filled. So the effort follows the size of
//! the edit, not that of the station. Going further, seats are filled anew where that earns more than it is worth that things
//! stay ([`Accepted::weight`]).

mod aired;
mod further;
mod put_back;

use arna_domain::index::FillEntry;
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::Placed;
use arna_domain::{Airing, Bound, DateRange, Index, Instant, Origin, Plan, Score};
use rustc_hash::{FxHashMap, FxHashSet};

use self::aired::{Aired, with_aired};
use self::further::improve;
use self::put_back::{Back, put_back, settle};
use crate::breaks::{Kept, Material, most_of_breaks, refill_breaks};
use crate::difference::{Compared, Difference, compare};
use crate::draft::Draft;
use crate::earlier::Earlier;
use crate::fixed::{check_history, place_fixed};
use crate::outcome::Reason;
use crate::plan::findings_of;
use crate::pools::{Cases, Catalogue, Policy, Singly, Stay, most_of_pools};
use crate::quota::Airtime;
use crate::refusals::open_pools;
use crate::request::{Meter, PlanError, Proof, Report, Request, Step};
use crate::review::reasons;
use crate::score::score;
use crate::strands::{Turn, place_strands};

/// What of an accepted schedule stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What started before an instant stays exactly as it was on air, whatever the rules say now; the rest is free.
    Aired {
        /// The instant.
        before: Instant,
    },
    /// Pins only: the rest is free.
    Pinned,
    /// Everything, unless a rule or the grid now forbids it.
    Accepted,
    /// What started before an instant exactly as it was on air, and everything else unless a rule or the grid now forbids it.
    AiredAndAccepted {
        /// The instant.
        before: Instant,
    },
}

impl Keep {
    /// Where what is over ends, if that stays whatever the rules say.
    fn aired_before(self) -> Option<Instant> {
        match self {
            Self::Aired { before } | Self::AiredAndAccepted { before } => Some(before),
            Self::Pinned | Self::Accepted => None,
        }
    }

    /// How much stays where a plan that kept so much is planned again after one more edit: all of it that may.
    #[must_use]
    pub fn and_the_rest(self) -> Self {
        match self {
            Self::Aired { before } | Self::AiredAndAccepted { before } => Self::AiredAndAccepted { before },
            Self::Pinned | Self::Accepted => Self::Accepted,
        }
    }
}

/// A schedule to keep to.
#[derive(Clone, Copy, Debug)]
pub struct Accepted<'a> {
    /// Its airings, sorted by channel and start; those outside the range are not looked at.
    pub schedule: &'a [Airing],
    /// What of it stays.
    pub keep: Keep,
    /// Points of pool score that each accepted pool airing is worth more than another in its place, where it is free to go.
    pub weight: i64,
}

impl Accepted<'_> {
    /// The usual weight: what one missing minute of a quota costs. A change has to mend at least that.
    pub const USUAL_WEIGHT: i64 = crate::quota::POINTS_PER_MINUTE;
}

/// How far to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// To the first plan that keeps every rule: what the edit leaves empty is filled with the best that fits.
    Proposal,
    /// On to a better one, as long as the effort says.
    Optimised,
}

/// A plan made anew, and how it differs from what is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replanned {
    /// The plan.
    pub plan: Plan,
    /// How it changes what is accepted, and why.
    pub difference: Difference,
}

/// Plans a range again after an edit of its station.
///
/// # Errors
/// [`PlanError::Cancelled`] when the report breaks; [`PlanError::HistoryInRange`] when the station's history is not all before
/// the range.
pub fn replan(
    request: &Request<'_>,
    accepted: &Accepted<'_>,
    depth: Depth,
    report: Report<'_>,
) -> Result<Replanned, PlanError> {
    let Request { index, range, .. } = *request;
    check_history(index, range)?;
    let schedule = Sorted::of(accepted.schedule, range);
    let again = Again {
        request,
        accepted,
        schedule: &schedule,
        depth,
    };
    let Some(before) = accepted.keep.aired_before() else {
        return again.plan(report);
    };
    let own = with_aired(index, range, &schedule, before);
    let request = Request {
        index: &own,
        ..*request
    };
    Again {
        request: &request,
        ..again
    }
    .plan(report)
}

/// The accepted airings of a range, sorted by channel and start.
pub(crate) struct Sorted<'a>(Vec<&'a Airing>);

impl<'a> Sorted<'a> {
    pub(crate) fn of(schedule: &'a [Airing], range: DateRange) -> Self {
        let mut own: Vec<&Airing> = schedule.iter().filter(|airing| range.holds(airing.date)).collect();
        let key = |airing: &&'a Airing| (&airing.channel, airing.start);
        if !own.is_sorted_by_key(key) {
            own.sort_by_key(key);
        }
        Self(own)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'a Airing> + Clone + '_ {
        self.0.iter().copied()
    }

    pub(crate) fn as_slice(&self) -> &[&'a Airing] {
        &self.0
    }
}

/// A calculation under way.
#[derive(Clone, Copy)]
struct Again<'r, 'a> {
    request: &'r Request<'r>,
    accepted: &'r Accepted<'a>,
    schedule: &'r Sorted<'a>,
    depth: Depth,
}

impl Again<'_, '_> {
    fn plan(self, report: Report<'_>) -> Result<Replanned, PlanError> {
        let Request { index, range, seed, .. } = *self.request;
        let (instances, said) = Instances::of(index, range);
        let mut placed = place_fixed(index, &instances);
        let earlier = Earlier::of(index, range, &placed);
        let before = self.accepted.keep.aired_before();
        let aired = match before {
            Some(before) => Aired::place(&mut placed, &earlier, self.schedule, before),
            None => Aired::default(),
        };
        let mut open = place_strands(&mut placed, &earlier, Turn::Sequels, &aired.closed, report)?;
        let mut airtime = Airtime::of(&placed, range);
        let most = match self.request.proof {
            Proof::Spared => None,
            Proof::Given => Some(most_of_pools(&placed, &airtime, &aired.closed, &self.policy(), report)?),
        };
        let mut back = put_back(&mut placed, &mut airtime, self.schedule, &aired.closed);
        let given_up = settle(&mut placed, &mut airtime, &aired.closed);
        back.given_up(&placed, given_up);
        let kept_open = self.fill(&mut placed, &mut airtime, &aired.closed, &back, report)?;
        let most = most
            .map(|most| most.closely(&placed, self.cases(), self.request.threads, report))
            .transpose()?;
        open.extend(open_pools(&placed, self.request.threads));
        open.extend(place_strands(
            &mut placed,
            &earlier,
            Turn::PoolRepeats,
            &aired.closed,
            report,
        )?);
        open.extend(closed_strands(&placed, &earlier, &aired.closed));
        open.retain(|&number, _| aired.left(number));
        let spots = refill_breaks(&placed, &kept_breaks(&placed, self.schedule));
        let findings = findings_of(&mut placed, &airtime, range, said, &kept_open);
        let draft = Draft {
            range,
            seed,
            placed: &placed,
            spots: &spots,
            open: &open,
            findings,
            score: Score {
                bound: most.map(|pool| Bound {
                    pool,
                    breaks: most_of_breaks(&placed),
                }),
                ..score(&placed, &airtime, &spots, range)
            },
        };
        let mut plan = draft.whole();
        if let Some(before) = before {
            aired::as_it_was(&mut plan.airings, self.schedule, before);
        }
        let compared = Compared {
            placed: &mut placed,
            before: self.schedule,
            plan: &plan,
            refused: back.refused,
        };
        let difference = compare(compared);
        Ok(Replanned { plan, difference })
    }

    /// What keeps to what is accepted does not aim at the highest score: its proof need not tell cases apart.
    fn cases(self) -> Cases {
        match self.accepted.keep {
            Keep::Accepted | Keep::AiredAndAccepted { .. } => Cases::NONE,
            Keep::Aired { .. } | Keep::Pinned => self.policy().cases(),
        }
    }

    fn policy(self) -> Policy {
        let Request {
            range,
            seed,
            effort,
            threads,
            ..
        } = *self.request;
        Policy {
            range,
            seed,
            effort,
            threads,
        }
    }

    /// Fills the pools that are empty, and goes on to something better where that is asked for; what stays open although
    /// something would fit.
    fn fill(
        self,
        placed: &mut Placed<'_>,
        airtime: &mut Airtime,
        closed: &FxHashSet<InstanceIx>,
        back: &Back,
        report: Report<'_>,
    ) -> Result<Vec<InstanceIx>, PlanError> {
        let free: Vec<InstanceIx> = pool_instances(placed).filter(|one| !closed.contains(one)).collect();
        let empty: Vec<InstanceIx> = free
            .iter()
            .copied()
            .filter(|&one| placed.in_instance(one).is_none())
            .collect();
        let meter = Meter::begin(report, Step::Pools, empty.len())?;
        let stay = Stay {
            versions: Some(&back.wanted),
            weight: self.accepted.weight,
        };
        let mut singly = Singly {
            placed,
            airtime,
            catalogue: &mut Catalogue::of(self.request.range),
            stay,
        };
        let kept_open = singly.fill(&empty, &meter)?;
        if self.depth == Depth::Proposal {
            return Ok(kept_open);
        }
        let free = match self.accepted.keep {
            // Nothing came off and nothing new fits: it all stays as accepted, open slots too.
            Keep::Accepted | Keep::AiredAndAccepted { .. }
                if empty
                    .iter()
                    .all(|&one| placed.in_instance(one).is_none() && !back.wants(one)) =>
            {
                return Ok(kept_open);
            }
            Keep::Accepted | Keep::AiredAndAccepted { .. } => empty,
            Keep::Pinned | Keep::Aired { .. } => free,
        };
        let improved = improve(placed, airtime, &free, closed, stay, &self.policy(), report)?;
        Ok(improved.unwrap_or(kept_open))
    }
}

fn pool_instances<'p>(placed: &'p Placed<'_>) -> impl Iterator<Item = InstanceIx> + 'p {
    placed
        .instances
        .iter()
        .filter(|(_, instance)| matches!(placed.index.slots[instance.slot.at()].fill, FillEntry::Pool { .. }))
        .map(|(number, _)| number)
}

/// Why nothing came to the sequels and repeats of what is over.
fn closed_strands(
    placed: &Placed<'_>,
    earlier: &Earlier,
    closed: &FxHashSet<InstanceIx>,
) -> Vec<(InstanceIx, Vec<Reason>)> {
    closed
        .iter()
        .filter(|&&number| {
            let slot = placed.instances.get(number).slot;
            placed.in_instance(number).is_none()
                && matches!(
                    placed.index.slots[slot.at()].fill,
                    FillEntry::Sequel { .. } | FillEntry::Repeat { .. }
                )
        })
        .map(|&number| (number, reasons(placed, earlier, number)))
        .collect()
}

/// The accepted breaks of instances whose programme airing is as accepted.
fn kept_breaks(placed: &Placed<'_>, schedule: &Sorted<'_>) -> Kept {
    let index = placed.index;
    let known = |airing: &Airing| index.version(airing.version.as_ref()?.as_str());
    let mut kept = Kept::default();
    // What stands in a break follows its programme in the schedule.
    let mut at = 0;
    let all = schedule.as_slice();
    while at < all.len() {
        let programme = all[at];
        let own = |airing: &&&Airing| {
            airing.origin.is_break() && airing.date == programme.date && airing.slot == programme.slot
        };
        let spots = all[at + 1..].iter().take_while(own).count();
        let stays = || {
            let number = instance_named(index, placed.instances, programme)?;
            let one = placed.get(placed.in_instance(number)?);
            (one.start == programme.start && Some(one.version) == known(programme)).then_some(number)
        };
        if let Some(number) = Some(programme)
            .filter(|one| one.origin.is_programme())
            .and_then(|_| stays())
        {
            let spot = |airing: &&Airing| {
                let material = match airing.origin {
                    Origin::Promo => Material::Promo,
                    _ => Material::Filler,
                };
                Some((airing.start, known(airing)?, material))
            };
            // A version that is gone leaves a hole: the break is filled anew.
            let break_of: Option<Vec<_>> = all[at + 1..=at + spots].iter().map(spot).collect();
            kept.extend(break_of.map(|spots| (number, spots)));
        }
        at += 1 + spots;
    }
    kept
}

/// The instance of the slot that an airing names, on its date.
pub(crate) fn instance_named(index: &Index, instances: &Instances, airing: &Airing) -> Option<InstanceIx> {
    instances.find(index.slot(airing.slot.as_ref()?.as_str())?, airing.date)
}

/// The instances of a range by channel and start.
fn by_start(placed: &Placed<'_>) -> FxHashMap<(u32, Instant), InstanceIx> {
    placed
        .instances
        .iter()
        .map(|(number, instance)| ((instance.channel.0, instance.start), number))
        .collect()
}
