//! Filling single pool instances, each with what earns most there.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing, ShowingIx};
use arna_domain::rules::first_broken;

use super::catalogue::Catalogue;
use super::stay::Stay;
use crate::quota::Airtime;
use crate::request::{Meter, PlanError};
use crate::strands::showing;
use crate::worth::worth;

/// Pool instances to fill.
pub(crate) struct Singly<'p, 'a, 'b> {
    pub(crate) placed: &'p mut Placed<'a>,
    pub(crate) airtime: &'p mut Airtime,
    pub(crate) catalogue: &'p mut Catalogue,
    /// What is worth more where it was.
    pub(crate) stay: Stay<'b>,
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

impl Singly<'_, '_, '_> {
    /// Fills empty instances, what earns most first; those left open although something would fit.
    pub(crate) fn fill(&mut self, empty: &[InstanceIx], meter: &Meter<'_>) -> Result<Vec<InstanceIx>, PlanError> {
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

    /// The best that keeps every rule in an empty instance; of equal ones the first in the catalogue.
    fn best(&mut self, instance: InstanceIx) -> Best {
        let at = *self.placed.instances.get(instance);
        let versions = self.catalogue.look_up(self.placed, at.slot);
        let placed = &*self.placed;
        let room = at.length_ms();
        // Most candidates are never judged: only those that would earn most, until one keeps every rule.
        let mut ranked: BinaryHeap<(i64, Reverse<usize>)> = versions
            .iter()
            .enumerate()
            .filter(|(_, version)| placed.index.versions[version.at()].duration_ms <= room)
            .map(|(place, &version)| {
                let one = showing(placed, instance, version, By::Pool);
                (self.points(&one), Reverse(place))
            })
            .collect();
        while let Some((points, Reverse(place))) = ranked.pop() {
            let one = placed.charge(showing(placed, instance, versions[place], By::Pool));
            if first_broken(placed, &one).is_none() {
                return if points >= 0 {
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
        worth(self.placed, self.airtime, one) + stays
    }
}

/// Puts a pool airing on air.
pub(crate) fn enter(placed: &mut Placed<'_>, airtime: &mut Airtime, one: Showing) -> ShowingIx {
    count(placed, airtime, &one, 1);
    placed.place(one)
}

/// Takes a pool airing off air.
pub(crate) fn leave(placed: &mut Placed<'_>, airtime: &mut Airtime, number: ShowingIx) -> Showing {
    let one = *placed.get(number);
    count(placed, airtime, &one, -1);
    placed.take_off(number);
    one
}

fn count(placed: &Placed<'_>, airtime: &mut Airtime, one: &Showing, times: i64) {
    let version = &placed.index.versions[one.version.at()];
    airtime.add(one.channel, one.date, version.language, times * version.minutes());
}
