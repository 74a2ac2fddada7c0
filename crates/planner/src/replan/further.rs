//! Going on from a proposal to something better.

use arna_domain::index::VersionIx;
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{By, Placed};
use rustc_hash::{FxHashMap, FxHashSet};

use super::put_back::settle;
use crate::pools::{Policy, Start, Stay, improve_pools, leave};
use crate::quota::Airtime;
use crate::request::{PlanError, Report};
use crate::score::pool_score;

/// Fills the free instances better than they are, if the search finds how: what is left open although something would fit, or
/// nothing where the proposal stays as it is.
pub(super) fn improve(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    free: &[InstanceIx],
    closed: &FxHashSet<InstanceIx>,
    stay: Stay<'_>,
    policy: &Policy,
    report: Report<'_>,
) -> Result<Option<Vec<InstanceIx>>, PlanError> {
    let proposal = (placed.clone(), airtime.clone());
    let proposed = worth(placed, airtime, stay, policy);
    let start = Start {
        stay,
        standing: take_off(placed, airtime, free),
    };
    let filled = improve_pools(placed, airtime, free, &start, policy, report)?;
    settle(placed, airtime, closed);
    // The search keeps the widest gap of several licences, and settling gives up what its first licence forbids: either can
    // lose what a proposal may have.
    if worth(placed, airtime, stay, policy) > proposed {
        let mut kept_open = filled.kept_open;
        kept_open.retain(|&one| placed.in_instance(one).is_none());
        return Ok(Some(kept_open));
    }
    (*placed, *airtime) = proposal;
    Ok(None)
}

/// The pool score, with what it is worth that things stay.
fn worth(placed: &Placed<'_>, airtime: &Airtime, stay: Stay<'_>, policy: &Policy) -> i64 {
    let pools = placed.iter().filter(|(_, one)| one.by == By::Pool);
    let stays: i64 = pools
        .filter_map(|(_, one)| Some(stay.points(one.instance?, one.version)))
        .sum();
    pool_score(placed, airtime, policy.range) + stays
}

/// Takes off air what stands in some instances; what it was.
fn take_off(
    placed: &mut Placed<'_>,
    airtime: &mut Airtime,
    instances: &[InstanceIx],
) -> FxHashMap<InstanceIx, VersionIx> {
    let mut standing = FxHashMap::default();
    for &instance in instances {
        if let Some(number) = placed.in_instance(instance) {
            standing.insert(instance, leave(placed, airtime, number).version);
        }
    }
    standing
}
