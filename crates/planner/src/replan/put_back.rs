//! Putting the accepted pool airings back, each where it still keeps every rule.

use arna_domain::index::{FillEntry, LicenceIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::{Grounds, Rule, first_broken, refusal};
use arna_domain::{Airing, Instant};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Sorted, by_start, instance_named, pool_instances};
use crate::difference::Refused;
use crate::pools::{Takes, enter, leave};
use crate::quota::Airtime;
use crate::strands::showing;

/// What came back.
#[derive(Default)]
pub(super) struct Back {
    /// What was accepted in each pool instance, whether it came back or not.
    pub(super) wanted: FxHashMap<InstanceIx, VersionIx>,
    /// The rule that kept something off.
    pub(super) refused: Refused,
}

impl Back {
    /// Whether something was accepted in an instance.
    pub(super) fn wants(&self, instance: InstanceIx) -> bool {
        self.wanted.contains_key(&instance)
    }

    /// What came back and was given up again after all.
    pub(super) fn given_up(&mut self, placed: &Placed<'_>, given_up: Vec<(Showing, &'static Rule, Grounds)>) {
        for (one, rule, grounds) in given_up {
            if let Some(instance) = one.instance {
                self.refused
                    .insert(instance, refusal(placed.index, &one, rule, &grounds));
            }
        }
    }
}

/// Puts the accepted airings of pools back in time order, but none into closed instances.
pub(super) fn put_back(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    schedule: &Sorted<'_>,
    closed: &FxHashSet<InstanceIx>,
) -> Back {
    let mut back = Back::default();
    let mut pools = Pools::default();
    let mut wanted: Vec<(Instant, InstanceIx, VersionIx, Option<LicenceIx>)> = Vec::new();
    for airing in schedule.iter().filter(|airing| airing.origin.is_programme()) {
        let Some((instance, version)) = pools.seat_of(placed, airing) else {
            continue;
        };
        if !closed.contains(&instance) && back.wanted.insert(instance, version).is_none() {
            let licence = airing.licence.as_ref().and_then(|id| placed.index.licence(id.as_str()));
            wanted.push((placed.instances.get(instance).start, instance, version, licence));
        }
    }
    wanted.sort_unstable_by_key(|&(start, instance, ..)| (start, instance));
    for (_, instance, version, licence) in wanted {
        let one = charged_as_before(placed, showing(placed, instance, version, By::Pool), licence);
        match first_broken(placed, &one) {
            None => {
                enter(placed, airtime, one);
            }
            Some((rule, grounds)) => {
                back.refused
                    .insert(instance, refusal(placed.index, &one, rule, &grounds));
            }
        }
    }
    back
}

/// Charges each pool airing to the first listed licence with a run left for it, until none would change. One that the other
/// licence's gap then forbids is given up, and named. What stands in a closed instance has been on air, charged as it was.
pub(super) fn settle(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    closed: &FxHashSet<InstanceIx>,
) -> Vec<(Showing, &'static Rule, Grounds)> {
    let mut given_up = Vec::new();
    let several = |placed: &Placed<'_>, one: &Showing| {
        let programme = placed.index.versions[one.version.at()].programme;
        placed.index.programmes[programme.at()].licences.len() > 1
    };
    let open = |instance: &InstanceIx| !closed.contains(instance);
    let seats: Vec<InstanceIx> = pool_instances(placed).filter(open).collect();
    loop {
        let mut changed = false;
        for &instance in &seats {
            let Some(number) = placed.in_instance(instance) else {
                continue;
            };
            let one = *placed.get(number);
            if one.by != By::Pool || !several(placed, &one) {
                continue;
            }
            placed.take_off(number);
            let licence = placed.licence_for(&one);
            if licence == one.licence {
                placed.put_back(number);
                continue;
            }
            changed = true;
            placed.put_back(number);
            leave(placed, airtime, number);
            let one = Showing { licence, ..one };
            match first_broken(placed, &one) {
                None => {
                    enter(placed, airtime, one);
                }
                Some((rule, grounds)) => given_up.push((one, rule, grounds)),
            }
        }
        if !changed {
            return given_up;
        }
    }
}

/// The airing charged to this licence if that may still be, else to the first listed one with a run left.
fn charged_as_before(placed: &Placed<'_>, one: Showing, licence: Option<LicenceIx>) -> Showing {
    let before = licence.filter(|&licence| {
        let mut covering = placed.index.covering(one.version, one.channel, one.date);
        covering.any(|own| own == licence) && placed.has_run_left(licence, &one)
    });
    match before {
        Some(_) => Showing { licence: before, ..one },
        None => placed.charge(one),
    }
}

/// What pools take, and instances by their start where an airing's own slot is gone.
#[derive(Default)]
struct Pools {
    takes: Takes,
    by_start: Option<FxHashMap<(u32, Instant), InstanceIx>>,
}

impl Pools {
    /// The pool instance that an accepted airing may come back to: that of its slot, or, where its slot is gone, the one that
    /// starts when it did.
    fn seat_of(&mut self, placed: &Placed<'_>, airing: &Airing) -> Option<(InstanceIx, VersionIx)> {
        let index = placed.index;
        let named = airing.slot.as_ref();
        let instance = match named.and_then(|id| index.slot(id.as_str())) {
            Some(_) => instance_named(index, placed.instances, airing)?,
            None => {
                let channel = index.channel(airing.channel.as_str())?;
                let by_start = self.by_start.get_or_insert_with(|| by_start(placed));
                *by_start.get(&(channel.0, airing.start))?
            }
        };
        let version = index.version(airing.version.as_ref()?.as_str())?;
        let slot = placed.instances.get(instance).slot;
        let is_pool = matches!(index.slots[slot.at()].fill, FillEntry::Pool { .. });
        (is_pool && self.takes.takes(index, slot, version)).then_some((instance, version))
    }
}
