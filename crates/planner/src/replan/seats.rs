//! Filling single pool instances, each with what earns most there.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use arna_domain::index::VersionIx;
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::first_broken;

use super::pools::Pools;
use super::put_back::enter;
use crate::pools::{POINTS_FOR_FIRST, POINTS_PER_WEIGHT, Stay};
use crate::quota::{Airtime, POINTS_PER_MINUTE, missing};
use crate::request::{Meter, PlanError};
use crate::strands::showing;

/// Pool instances to fill.
pub(super) struct Seats<'p, 'a, 'b> {
    placed: &'p mut Placed<'a>,
    airtime: &'p mut Airtime,
    stay: Stay<'b>,
    pools: &'p mut Pools<'a>,
}

/// The best that an instance can show.
enum Best {
    /// This, for so many points.
    Earns(i64, Showing),
    /// Something fits, but the quota would lose more than it earns.
    Loses,
    /// Nothing keeps every rule.
    Nothing,
}

impl<'p, 'a, 'b> Seats<'p, 'a, 'b> {
    pub(super) fn of(
        placed: &'p mut Placed<'a>,
        airtime: &'p mut Airtime,
        pools: &'p mut Pools<'a>,
        stay: Stay<'b>,
    ) -> Self {
        Self {
            placed,
            airtime,
            stay,
            pools,
        }
    }

    /// Fills empty instances, what earns most first; those left open although something would fit.
    pub(super) fn fill(&mut self, empty: &[InstanceIx], meter: &mut Meter<'_>) -> Result<Vec<InstanceIx>, PlanError> {
        let mut kept_open = Vec::new();
        let mut waiting = BinaryHeap::new();
        for &instance in empty {
            match self.best(instance) {
                Best::Earns(points, _) => waiting.push((points, Reverse(instance))),
                Best::Loses => kept_open.push(instance),
                Best::Nothing => {}
            }
            meter.advance(1)?;
        }
        // What came on air since may have changed an instance's best: it is looked for again, and waits again if it now comes later.
        while let Some((_, Reverse(instance))) = waiting.pop() {
            match self.best(instance) {
                Best::Earns(now, one) if waiting.peek().is_none_or(|&next| (now, Reverse(instance)) >= next) => {
                    enter(self.placed, self.airtime, one);
                }
                Best::Earns(now, _) => waiting.push((now, Reverse(instance))),
                Best::Loses => kept_open.push(instance),
                Best::Nothing => {}
            }
        }
        kept_open.sort_unstable();
        Ok(kept_open)
    }

    /// The best that keeps every rule in an empty instance; of equal ones the first listed.
    fn best(&mut self, instance: InstanceIx) -> Best {
        let slot = self.placed.instances.get(instance).slot;
        let placed = &*self.placed;
        let room = placed.instances.get(instance).length_ms();
        let versions = self.pools.live(placed, slot);
        let fits = |version: &VersionIx| placed.index.versions[version.at()].duration_ms <= room;
        let mut ranked: Vec<(Reverse<i64>, VersionIx)> = versions
            .iter()
            .copied()
            .filter(fits)
            .map(|version| {
                let one = showing(placed, instance, version, By::Pool);
                (Reverse(self.points(&one)), version)
            })
            .collect();
        ranked.sort_unstable();
        let keeps = |version: VersionIx| {
            let one = placed.charge(showing(placed, instance, version, By::Pool));
            first_broken(placed, &one).is_none().then_some(one)
        };
        for (Reverse(points), version) in ranked {
            if let Some(one) = keeps(version) {
                return if points > 0 {
                    Best::Earns(points, one)
                } else {
                    Best::Loses
                };
            }
        }
        Best::Nothing
    }

    /// Points that an airing adds to what is on air, with what it is worth that it stays.
    fn points(&self, one: &Showing) -> i64 {
        let stays = one
            .instance
            .map_or(0, |instance| self.stay.points(instance, one.version));
        gain(self.placed, self.airtime, one) + stays
    }
}

/// Points of pool score that an airing adds to what is on air.
fn gain(placed: &Placed<'_>, airtime: &Airtime, one: &Showing) -> i64 {
    let index = placed.index;
    let Some(instance) = one.instance else { return 0 };
    let slot = placed.instances.get(instance).slot;
    let version = &index.versions[one.version.at()];
    let minutes = version.minutes();
    let on_air = POINTS_PER_WEIGHT * i64::from(index.slots[slot.at()].weight) * minutes;
    let total = airtime.total(one.channel, one.date);
    let quotas = index.channels[one.channel.at()].quotas.iter();
    let lost: i64 = quotas
        .map(|&(language, share)| {
            let share = i64::from(share);
            let spoken = airtime.in_language(one.channel, one.date, language);
            let own = if language == version.language { minutes } else { 0 };
            missing(share, total + minutes, spoken + own) - missing(share, total, spoken)
        })
        .sum();
    on_air + first_bonus(placed, one, minutes) - POINTS_PER_MINUTE * lost
}

/// Points for an episode's first airing on a channel, of its shortest version there.
fn first_bonus(placed: &Placed<'_>, one: &Showing, minutes: i64) -> i64 {
    let episode = placed.index.versions[one.version.at()].episode;
    let mut shortest: Option<i64> = None;
    for number in placed.numbers_of_episode(one.channel, episode) {
        let other = placed.get(number);
        match other.by {
            By::Pool => {
                let own = placed.index.versions[other.version.at()].minutes();
                shortest = Some(shortest.map_or(own, |least| least.min(own)));
            }
            By::LateRepeat => {}
            By::History { .. } | By::Pin | By::Sequel | By::Repeat => return 0,
        }
    }
    POINTS_FOR_FIRST * shortest.map_or(minutes, |least| (minutes - least).min(0))
}
