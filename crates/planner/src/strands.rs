//! Steps 2 and 4: sequels and repeats, in time order.

use std::collections::HashMap;

use arna_domain::Index;
use arna_domain::index::{FillEntry, SeasonIx, SlotIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::first_broken;
use arna_domain::slot::Then;
use rustc_hash::FxHashSet;

use crate::earlier::Earlier;
use crate::outcome::{Outcome, Reason};
use crate::request::{Meter, PlanError, Report, Step};

/// Which slots a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Sequels, and repeats of all but pools (step 2).
    Sequels,
    /// Repeats of pool slots (step 4).
    PoolRepeats,
}

impl Turn {
    fn takes(self, index: &Index, slot: SlotIx) -> bool {
        match index.slots[slot.at()].fill {
            FillEntry::Sequel { .. } => self == Self::Sequels,
            FillEntry::Repeat { root, .. } => {
                let of_pool = matches!(index.slots[root.at()].fill, FillEntry::Pool { .. });
                of_pool == (self == Self::PoolRepeats)
            }
            FillEntry::Pool { .. } | FillEntry::Hold { .. } => false,
        }
    }
}

/// Places the sequels and repeats of a step in all instances but the closed ones; what stays open, with the reasons.
pub(crate) fn place_strands(
    placed: &mut Placed<'_>,
    earlier: &Earlier,
    turn: Turn,
    closed: &FxHashSet<InstanceIx>,
    report: Report<'_>,
) -> Result<HashMap<InstanceIx, Vec<Reason>>, PlanError> {
    let instances = placed.instances;
    let wanted: Vec<InstanceIx> = instances
        .iter()
        .filter(|(number, instance)| turn.takes(placed.index, instance.slot) && !closed.contains(number))
        .map(|(number, _)| number)
        .collect();
    let step = match turn {
        Turn::Sequels => Step::Sequels,
        Turn::PoolRepeats => Step::Repeats,
    };
    let meter = Meter::begin(report, step, wanted.len())?;
    let mut open = HashMap::new();
    for instance in wanted {
        match outcome(placed, earlier, instance) {
            Outcome::Airs(showing) => {
                placed.place(showing);
            }
            Outcome::Open(reasons) => {
                open.insert(instance, reasons);
            }
        }
        meter.advance(1)?;
    }
    Ok(open)
}

/// What a sequel or repeat instance comes to, after what is placed. Other slots come to nothing here.
pub(crate) fn outcome(placed: &Placed<'_>, earlier: &Earlier, instance: InstanceIx) -> Outcome {
    let slot = placed.instances.get(instance).slot;
    match placed.index.slots[slot.at()].fill {
        FillEntry::Sequel { season, then } => sequel(placed, instance, season, then),
        FillEntry::Repeat { of, root, days_after } => repeat(placed, earlier, instance, of, root, days_after),
        FillEntry::Pool { .. } | FillEntry::Hold { .. } => Outcome::Open(Vec::new()),
    }
}

/// The episode that a strand comes to at an instance: the one after its latest before; none once a season that stops is over.
pub(crate) fn next_episode(
    placed: &Placed<'_>,
    instance: InstanceIx,
    season: SeasonIx,
    then: Then,
) -> Option<arna_domain::index::EpisodeIx> {
    let at = placed.instances.get(instance);
    let episodes = &placed.index.seasons[season.at()].episodes;
    let next = placed
        .strand_before(at.channel, season, at.start)
        .map_or(0, |latest| latest + 1);
    let place = match then {
        _ if next < episodes.len() as u32 => next,
        Then::Restart if !episodes.is_empty() => 0,
        _ => return None,
    };
    Some(arna_domain::index::EpisodeIx(episodes.start + place))
}

fn sequel(placed: &Placed<'_>, instance: InstanceIx, season: SeasonIx, then: Then) -> Outcome {
    let index = placed.index;
    let Some(episode) = next_episode(placed, instance, season, then) else {
        return Outcome::Open(vec![Reason::SeasonFinished]);
    };
    let at = placed.instances.get(instance);
    let wanted = &index.slots[at.slot.at()].languages;
    let versions = || index.episodes[episode.at()].versions.clone().map(VersionIx);
    let language = |version: VersionIx| index.versions[version.at()].language;
    let preferred = wanted
        .iter()
        .flat_map(|&one| versions().filter(move |&version| language(version) == one));
    let others = versions().filter(|&version| !wanted.contains(&language(version)));
    let mut reasons = Vec::new();
    for version in preferred.chain(others) {
        let showing = placed.charge(showing(placed, instance, version, By::Sequel));
        match first_broken(placed, &showing) {
            None => return Outcome::Airs(showing),
            Some((rule, grounds)) => reasons.push(Reason::Refused(showing, rule, grounds)),
        }
    }
    Outcome::Open(reasons)
}

fn repeat(
    placed: &Placed<'_>,
    earlier: &Earlier,
    instance: InstanceIx,
    of: SlotIx,
    root: SlotIx,
    days_after: u32,
) -> Outcome {
    let at = placed.instances.get(instance);
    let date = at.date.plus_days(-i64::from(days_after));
    let source = earlier
        .find(placed, of, date)
        .filter(|&source| placed.get(source).start < at.start);
    let Some(source) = source else {
        return Outcome::Open(vec![Reason::NothingToRepeat]);
    };
    let of_pool = matches!(placed.index.slots[root.at()].fill, FillEntry::Pool { .. });
    let by = if of_pool { By::LateRepeat } else { By::Repeat };
    let showing = placed.charge(Showing {
        source: Some(source),
        ..showing(placed, instance, placed.get(source).version, by)
    });
    match first_broken(placed, &showing) {
        None => Outcome::Airs(showing),
        Some((rule, grounds)) => Outcome::Open(vec![Reason::Refused(showing, rule, grounds)]),
    }
}

/// A version at the start of an instance, charged to no licence yet.
pub(crate) fn showing(placed: &Placed<'_>, instance: InstanceIx, version: VersionIx, by: By) -> Showing {
    let at = placed.instances.get(instance);
    Showing {
        channel: at.channel,
        date: at.date,
        start: at.start,
        version,
        by,
        licence: None,
        instance: Some(instance),
        source: None,
    }
}
