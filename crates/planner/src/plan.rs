//! The calculation, step by step.

use std::collections::HashMap;

use arna_domain::index::{ChannelIx, FillEntry, VersionIx};
use arna_domain::instance::{Instance, InstanceIx, Instances};
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::{Airing, Bound, DateRange, Finding, OpenSlot, Origin, Plan, Score};
use rustc_hash::FxHashSet;

use crate::breaks::{Spot, most_of_breaks, place_breaks};
use crate::earlier::Earlier;
use crate::findings::{broken, broken_rules, left_open_for_quota, missing_versions};
use crate::fixed::{check_history, place_fixed};
use crate::outcome::Reason;
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
pub fn plan(request: &Request<'_>, report: Report<'_>) -> Result<Plan, PlanError> {
    let Request {
        index,
        range,
        seed,
        effort,
        threads,
        proof,
    } = *request;
    check_history(index, range)?;
    let (instances, mut findings) = Instances::of(index, range);
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
        Proof::Given => Some(most_of_pools(&placed, &airtime, &policy, report)?),
    };
    let filled = place_pools(&mut placed, &mut airtime, &policy, report)?;
    open.extend(open_pools(&placed, threads));
    open.extend(place_strands(
        &mut placed,
        &earlier,
        Turn::PoolRepeats,
        &none_closed,
        report,
    )?);
    let spots = place_breaks(&placed, threads, report)?;
    findings.extend(findings_of(&mut placed, &airtime, range, &filled.kept_open));
    Ok(Plan {
        range,
        seed,
        airings: airings(&placed, &spots, range),
        open: open_slots(&placed, &open),
        findings,
        score: Score {
            bound: most.map(|pool| Bound {
                pool,
                breaks: most_of_breaks(&placed),
            }),
            ..score(&placed, &airtime, &spots, range)
        },
    })
}

/// What a coordinator should know of what is placed, besides its slots: rules that pins break, versions that nobody has, quotas
/// missed, pools left open for a quota.
pub(crate) fn findings_of(
    placed: &mut Placed<'_>,
    airtime: &Airtime,
    range: DateRange,
    kept_open: &[InstanceIx],
) -> Vec<Finding> {
    let index = placed.index;
    let mut findings = pin_findings(placed, range);
    findings.extend(missing_versions(placed));
    findings.extend(airtime.missed(index, range).iter().map(|missed| missed.finding(index)));
    findings.extend(kept_open.iter().map(|&instance| left_open_for_quota(placed, instance)));
    findings
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

/// Open instances in the order of airings: by channel, then start.
pub(crate) fn open_slots(placed: &Placed<'_>, open: &HashMap<InstanceIx, Vec<Reason>>) -> Vec<OpenSlot> {
    let index = placed.index;
    let channel = |instance: InstanceIx| index.channels[placed.instances.get(instance).channel.at()].id.as_str();
    let mut numbers: Vec<_> = open.keys().copied().collect();
    numbers.sort_by(|&a, &b| (channel(a), a).cmp(&(channel(b), b)));
    numbers
        .into_iter()
        .map(|number| {
            let instance = placed.instances.get(number);
            OpenSlot {
                slot: index.slots[instance.slot.at()].id.clone(),
                date: instance.date,
                refusals: open[&number].iter().map(|reason| reason.refusal(index)).collect(),
            }
        })
        .collect()
}

/// Something on air, before it is written out.
#[derive(Clone, Copy)]
enum Piece<'p> {
    Programme(&'p Showing, Origin),
    Hold(&'p Instance),
    Spot(&'p Spot),
}

/// Everything on air in the range, sorted by channel and start.
pub(crate) fn airings(placed: &Placed<'_>, spots: &[Spot], range: DateRange) -> Vec<Airing> {
    let index = placed.index;
    let duration = |version: VersionIx| index.versions[version.at()].duration_ms;
    let rank = |channel: ChannelIx| index.channels[channel.at()].rank;
    let programmes = placed.iter().filter_map(|(_, one)| {
        let origin = origin(one.by).filter(|_| range.holds(one.date))?;
        let key = (rank(one.channel), one.start, placed.end_of(one));
        Some((key, Piece::Programme(one, origin)))
    });
    let holds = placed.instances.iter().filter_map(|(_, instance)| {
        let is_hold = matches!(index.slots[instance.slot.at()].fill, FillEntry::Hold { .. });
        let key = (rank(instance.channel), instance.start, instance.end);
        is_hold.then_some((key, Piece::Hold(instance)))
    });
    let spots = spots.iter().map(|spot| {
        let channel = placed.instances.get(spot.instance).channel;
        let key = (rank(channel), spot.start, spot.start + duration(spot.version));
        (key, Piece::Spot(spot))
    });
    let mut pieces: Vec<_> = programmes.chain(holds).chain(spots).collect();
    // Only pins that overlap share a span; their versions tell them apart.
    let version = |piece: &Piece<'_>| match piece {
        Piece::Programme(one, _) => Some(&index.versions[one.version.at()].id),
        Piece::Spot(spot) => Some(&index.versions[spot.version.at()].id),
        Piece::Hold(_) => None,
    };
    pieces.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| version(one).cmp(&version(other))));
    pieces
        .into_iter()
        .map(|(_, piece)| match piece {
            Piece::Programme(one, origin) => programme_airing(placed, one, origin),
            Piece::Hold(instance) => hold_airing(placed, instance),
            Piece::Spot(spot) => spot_airing(placed, spot),
        })
        .collect()
}

fn origin(by: By) -> Option<Origin> {
    match by {
        By::History { .. } => None,
        By::Pin => Some(Origin::Pin),
        By::Sequel => Some(Origin::Sequel),
        By::Repeat | By::LateRepeat => Some(Origin::Repeat),
        By::Pool => Some(Origin::Pool),
    }
}

fn programme_airing(placed: &Placed<'_>, one: &Showing, origin: Origin) -> Airing {
    let index = placed.index;
    let slot = one.instance.map(|instance| placed.instances.get(instance).slot);
    Airing {
        channel: index.channels[one.channel.at()].id.clone(),
        date: one.date,
        start: one.start,
        end: placed.end_of(one),
        version: Some(index.versions[one.version.at()].id.clone()),
        title: None,
        language: None,
        licence: one.licence.map(|licence| index.licences[licence.at()].id.clone()),
        slot: slot.map(|slot| index.slots[slot.at()].id.clone()),
        origin,
    }
}

fn hold_airing(placed: &Placed<'_>, instance: &Instance) -> Airing {
    let index = placed.index;
    let slot = &index.slots[instance.slot.at()];
    let (title, language) = match &slot.fill {
        FillEntry::Hold { title, language } => (Some(title.clone()), *language),
        _ => (None, None),
    };
    Airing {
        channel: index.channels[instance.channel.at()].id.clone(),
        date: instance.date,
        start: instance.start,
        end: instance.end,
        version: None,
        title,
        language: language.map(|language| index.languages[language.at()].clone()),
        licence: None,
        slot: Some(slot.id.clone()),
        origin: Origin::Hold,
    }
}

fn spot_airing(placed: &Placed<'_>, spot: &Spot) -> Airing {
    let index = placed.index;
    let instance = placed.instances.get(spot.instance);
    let version = &index.versions[spot.version.at()];
    Airing {
        channel: index.channels[instance.channel.at()].id.clone(),
        date: instance.date,
        start: spot.start,
        end: spot.start + version.duration_ms,
        version: Some(version.id.clone()),
        title: None,
        language: None,
        licence: None,
        slot: Some(index.slots[instance.slot.at()].id.clone()),
        origin: if spot.campaign.is_some() {
            Origin::Promo
        } else {
            Origin::Filler
        },
    }
}
