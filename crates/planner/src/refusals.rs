//! Why a slot instance is open: its nearest candidates and the rule that each breaks.

use std::cmp::Reverse;
use std::num::NonZeroUsize;

use arna_domain::VersionId;
use arna_domain::index::FillEntry;
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed};
use arna_domain::rules::{RULES, first_broken};

use crate::outcome::Reason;
use crate::pools::pool_versions;
use crate::strands::showing;

/// Candidates named at most for an open pool instance.
pub(crate) const MOST_CANDIDATES: usize = 5;

/// Rules passed and minutes, the most first, then the id: programmes stand in the document in no order.
type Nearness<'a> = (Reverse<usize>, Reverse<i64>, &'a VersionId);

/// The nearest candidates of an open pool instance: those that get farthest down the table of rules, of these the longest.
pub(crate) fn nearest_candidates(placed: &Placed<'_>, instance: InstanceIx, most: usize) -> Vec<Reason> {
    let slot = placed.instances.get(instance).slot;
    // Few are wanted of many: only they are kept, nearest first.
    let mut nearest: Vec<(Nearness<'_>, Reason)> = Vec::with_capacity(most + 1);
    for version in pool_versions(placed, slot) {
        let showing = placed.charge(showing(placed, instance, version, By::Pool));
        let Some((rule, grounds)) = first_broken(placed, &showing) else {
            continue;
        };
        let passed = RULES.iter().take_while(|other| other.code != rule.code).count();
        let entry = &placed.index.versions[version.at()];
        let nearness = (Reverse(passed), Reverse(entry.minutes()), &entry.id);
        let at = nearest.partition_point(|(other, _)| *other < nearness);
        if at < most {
            nearest.truncate(most - 1);
            nearest.insert(at, (nearness, Reason::Refused(showing, rule, grounds)));
        }
    }
    nearest.into_iter().map(|(_, reason)| reason).collect()
}

/// The nearest candidates of every pool instance that is open; how many threads look never matters.
pub(crate) fn open_pools(placed: &Placed<'_>, threads: NonZeroUsize) -> Vec<(InstanceIx, Vec<Reason>)> {
    let open: Vec<InstanceIx> = placed
        .instances
        .iter()
        .filter(|(number, instance)| {
            placed.in_instance(*number).is_none()
                && matches!(placed.index.slots[instance.slot.at()].fill, FillEntry::Pool { .. })
        })
        .map(|(number, _)| number)
        .collect();
    let look = |part: &[InstanceIx]| -> Vec<_> {
        part.iter()
            .map(|&instance| (instance, nearest_candidates(placed, instance, MOST_CANDIDATES)))
            .collect()
    };
    std::thread::scope(|scope| {
        let share = open.len().div_ceil(threads.get()).max(1);
        let parts: Vec<_> = open.chunks(share).map(|part| scope.spawn(move || look(part))).collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}
