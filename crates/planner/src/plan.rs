//! The calculation, step by step.

use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{By, Placed};
use arna_domain::{Bound, DateRange, Finding, Plan, Score};
use rustc_hash::FxHashSet;

use crate::breaks::{most_of_breaks, place_breaks};
use crate::draft::Draft;
use crate::earlier::Earlier;
use crate::findings::{broken, broken_rules, contradictory_quotas, in_order, left_open_for_quota, missing_versions};
use crate::fixed::{check_history, place_fixed};
use crate::pools::{Policy, most_of_pools, place_pools};
use crate::quota::Airtime;
use crate::refusals::open_pools;
use crate::request::{PlanError, Proof, Report, Request};
use crate::score::score;
use crate::strands::{Turn, place_strands};

/// Calculates what airs when in a range.
///
/// # Errors
/// [`PlanError::Cancelled`] when the report breaks; [`PlanError::HistoryInRange`] when the station's history is not all before
/// the range.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is of one draft's lifetimes, the closure of any"
)]
pub fn plan(request: &Request<'_>, report: Report<'_>) -> Result<Plan, PlanError> {
    plan_then(request, report, |draft| draft.whole())
}

/// As [`plan`], with something made of the plan before it is written out: a year of many channels is large once every airing
/// names all that it is about.
///
/// # Errors
/// As [`plan`].
pub fn plan_then<T>(
    request: &Request<'_>,
    report: Report<'_>,
    then: impl FnOnce(&Draft<'_, '_>) -> T,
) -> Result<T, PlanError> {
    let Request {
        index,
        range,
        seed,
        effort,
        threads,
        proof,
    } = *request;
    check_history(index, range)?;
    let (instances, said) = Instances::of(index, range);
    let mut placed = place_fixed(index, &instances);
    let earlier = Earlier::of(index, range, &placed);
    let none_closed = FxHashSet::default();
    let mut open = place_strands(&mut placed, &earlier, Turn::Sequels, &none_closed, report)?;
    let mut airtime = Airtime::of(&placed, range);
    let policy = Policy {
        range,
        seed,
        effort,
        threads,
    };
    let most = match proof {
        Proof::Spared => None,
        Proof::Given => Some(most_of_pools(&placed, &airtime, &none_closed, &policy, report)?),
    };
    let at_most = most.as_ref().map(|most| most.points);
    let filled = place_pools(&mut placed, &mut airtime, &policy, at_most, report)?;
    let most = most
        .map(|most| most.closely(&placed, policy.cases(), threads, report))
        .transpose()?;
    open.extend(open_pools(&placed, threads));
    open.extend(place_strands(
        &mut placed,
        &earlier,
        Turn::PoolRepeats,
        &none_closed,
        report,
    )?);
    let spots = place_breaks(&placed, threads, report)?;
    let findings = findings_of(&mut placed, &airtime, range, said, &filled.kept_open);
    let score = Score {
        bound: most.map(|pool| Bound {
            pool,
            breaks: most_of_breaks(&placed),
        }),
        ..score(&placed, &airtime, &spots, range)
    };
    Ok(then(&Draft {
        range,
        seed,
        placed: &placed,
        spots: &spots,
        open: &open,
        findings,
        score,
    }))
}

/// What a coordinator should know of what is placed, besides its slots: what was said of these already, rules that pins break,
/// versions that nobody has, quotas missed, pools left open for a quota.
pub(crate) fn findings_of(
    placed: &mut Placed<'_>,
    airtime: &Airtime,
    range: DateRange,
    said: Vec<Finding>,
    kept_open: &[InstanceIx],
) -> Vec<Finding> {
    let index = placed.index;
    let mut findings = said;
    findings.extend(pin_findings(placed, range));
    findings.extend(missing_versions(placed));
    findings.extend(contradictory_quotas(index));
    findings.extend(airtime.missed(index, range).iter().map(|missed| missed.finding(index)));
    findings.extend(kept_open.iter().map(|&instance| left_open_for_quota(placed, instance)));
    in_order(findings)
}

/// Each rule that a pin of the range breaks.
pub(crate) fn pin_findings(placed: &mut Placed<'_>, range: DateRange) -> Vec<Finding> {
    let pins: Vec<_> = placed
        .iter()
        .filter(|(_, one)| one.by == By::Pin && range.holds(one.date))
        .map(|(number, one)| (number, *one))
        .collect();
    let mut findings = Vec::new();
    for (number, showing) in pins {
        for (rule, grounds) in broken_rules(placed, number) {
            findings.push(broken(placed, &showing, rule, &grounds));
        }
    }
    findings
}
