//! Both scores, recomputed.

use std::collections::{BTreeMap, BTreeSet};

use super::breaks::{Spot, campaign_of};
use super::calendar::{MINUTE, monday};
use super::on_air::{OnAir, Origin};
use super::station::Fill;

/// A quota that a channel's week misses: channel, Monday, language, minutes.
pub(super) type Missed = (usize, i64, String, i64);

/// The score of what is on air in the pools of the dates `first..end`.
pub(super) fn pool_score(air: &OnAir<'_>, first: i64, end: i64) -> i64 {
    let short: i64 = missed(air, first, end).iter().map(|one| one.3).sum();
    weights(air) + first_airings(air) - 60 * short
}

fn weights(air: &OnAir<'_>) -> i64 {
    let points = |instance: usize, version: usize| {
        6 * air.station.slots[air.instances[instance].slot].weight * air.station.minutes(version)
    };
    air.all
        .iter()
        .filter(|one| one.origin == Origin::Pool)
        .filter_map(|one| Some(points(one.instance?, one.version)))
        .sum()
}

/// Of each episode that nothing but pools and their repeats shows on the channel: the shortest version placed.
fn first_airings(air: &OnAir<'_>) -> i64 {
    let mut shown = BTreeSet::new();
    let mut shortest: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for one in &air.all {
        let (key, minutes) = ((one.channel, air.episode_of(one)), air.station.minutes(one.version));
        match one.origin {
            Origin::Pool => {
                let least = shortest.entry(key).or_insert(minutes);
                *least = minutes.min(*least);
            }
            Origin::Repeat { late: true } => {}
            _ => {
                shown.insert(key);
            }
        }
    }
    let minutes = shortest
        .iter()
        .filter(|(key, _)| !shown.contains(key))
        .map(|(_, minutes)| minutes);
    12 * minutes.sum::<i64>()
}

pub(super) fn missed(air: &OnAir<'_>, first: i64, end: i64) -> Vec<Missed> {
    let mut airtime: BTreeMap<(usize, i64), BTreeMap<&str, i64>> = BTreeMap::new();
    let mut add = |channel, date, language, minutes| {
        *airtime
            .entry((channel, monday(date)))
            .or_default()
            .entry(language)
            .or_default() += minutes;
    };
    for one in &air.all {
        let counts = match one.origin {
            Origin::Pin | Origin::Sequel | Origin::Pool | Origin::Repeat { late: false } => {
                (first..end).contains(&one.date)
            }
            Origin::History { .. } | Origin::Repeat { late: true } => false,
        };
        if counts {
            let language = &air.station.versions[one.version].language;
            add(
                one.channel,
                one.date,
                language.as_str(),
                air.station.minutes(one.version),
            );
        }
    }
    for one in air.instances {
        if let Fill::Hold {
            language: Some(language),
        } = &air.station.slots[one.slot].fill
        {
            add(one.channel, one.date, language.as_str(), (one.end - one.start) / MINUTE);
        }
    }
    let mut missed = Vec::new();
    for ((channel, week), minutes) in airtime {
        let total: i64 = minutes.values().sum();
        for quota in &air.station.channels[channel].quotas {
            let own = minutes.get(quota.language.as_str()).copied().unwrap_or_default();
            let hundredths = quota.min_share_pct * total - 100 * own;
            if hundredths > 0 {
                missed.push((channel, week, quota.language.clone(), (hundredths + 99) / 100));
            }
        }
    }
    missed
}

/// `spots`: the promos and fillers of each instance.
pub(super) fn break_score(air: &OnAir<'_>, spots: &BTreeMap<usize, Vec<Spot>>) -> i64 {
    let mut score = 0;
    for one in &air.all {
        let Some(instance) = one.instance else { continue };
        let rest = spots.get(&instance).map_or(&[][..], Vec::as_slice);
        let covered: i64 = rest.iter().map(|spot| air.station.versions[spot.version].ms).sum();
        let at = air.instances[instance];
        score -= (at.end - air.end_of(one) - covered) / 1000;
        for promo in rest.iter().filter(|spot| spot.is_promo) {
            let campaign = campaign_of(air.station, at.channel, at.date, promo.version);
            score += campaign.map_or(0, |campaign| 100 * air.station.campaigns[campaign].weight);
        }
    }
    score
}
