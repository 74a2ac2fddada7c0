//! What a plan is worth, in the points of the planner's contract.

use arna_domain::index::{ChannelIx, EpisodeIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed};
use arna_domain::time::SECOND;
use arna_domain::{DateRange, Score};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::breaks::Spot;
use crate::pools::{POINTS_FOR_FIRST, POINTS_PER_WEIGHT};
use crate::quota::{Airtime, POINTS_PER_MINUTE};

/// Points for a promo, times its campaign's weight.
pub(crate) const POINTS_PER_PROMO: i64 = 100;

/// The scores of what is placed.
pub(crate) fn score(placed: &Placed<'_>, airtime: &Airtime, spots: &[Spot], range: DateRange) -> Score {
    Score {
        pool: pool_score(placed, airtime, range),
        breaks: break_score(placed, spots),
        bound: None,
    }
}

/// What the pools earn, less what quotas miss.
pub(crate) fn pool_score(placed: &Placed<'_>, airtime: &Airtime, range: DateRange) -> i64 {
    let index = placed.index;
    let mut shown: FxHashSet<(ChannelIx, EpisodeIx)> = FxHashSet::default();
    let mut firsts: FxHashMap<(ChannelIx, EpisodeIx), i64> = FxHashMap::default();
    let mut score = 0;
    for (_, one) in placed.iter() {
        let version = &index.versions[one.version.at()];
        let key = (one.channel, version.episode);
        match (one.by, one.instance) {
            (By::Pool, Some(instance)) => {
                let slot = placed.instances.get(instance).slot;
                score += POINTS_PER_WEIGHT * i64::from(index.slots[slot.at()].weight) * version.minutes();
                let shortest = firsts.entry(key).or_insert(version.minutes());
                *shortest = version.minutes().min(*shortest);
            }
            (By::LateRepeat, _) => {}
            _ => {
                shown.insert(key);
            }
        }
    }
    let first_minutes = firsts
        .iter()
        .filter(|(key, _)| !shown.contains(key))
        .map(|(_, minutes)| minutes);
    score += POINTS_FOR_FIRST * first_minutes.sum::<i64>();
    let missed = airtime.missed(index, range);
    score - POINTS_PER_MINUTE * missed.iter().map(|one| one.minutes).sum::<i64>()
}

fn break_score(placed: &Placed<'_>, spots: &[Spot]) -> i64 {
    let index = placed.index;
    let mut covered: FxHashMap<InstanceIx, i64> = FxHashMap::default();
    let mut score = 0;
    for spot in spots {
        *covered.entry(spot.instance).or_default() += index.versions[spot.version.at()].duration_ms;
        if let Some(campaign) = spot.campaign {
            score += POINTS_PER_PROMO * i64::from(index.campaigns[campaign.at()].weight);
        }
    }
    for (number, instance) in placed.instances.iter() {
        if let Some(showing) = placed.in_instance(number) {
            let programme = index.versions[placed.get(showing).version.at()].duration_ms;
            let spots = covered.get(&number).copied().unwrap_or_default();
            score -= (instance.length_ms() - programme - spots).max(0) / SECOND;
        }
    }
    score
}
