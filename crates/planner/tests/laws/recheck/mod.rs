//! An independent reading of the planner's contract (docs/PLANNING.md): from a station's document and a plan's, and nothing of
//! the planner, it says all that is wrong with the plan. It is slow and plain on purpose.

mod breaks;
pub(crate) mod calendar;
mod findings;
mod grid;
mod on_air;
mod plan;
mod pools;
mod rules;
mod scores;
mod station;
mod steps;
pub(crate) mod tiny;

use std::collections::BTreeSet;

use serde_json::Value;

use self::calendar::day_text;
use self::on_air::{OnAir, Origin, Showing};
use self::plan::{Airing, Plan};
use self::station::{Fill, Station};
use self::steps::{Earlier, Outcome};

/// What is wrong, a line each.
#[derive(Default)]
pub(crate) struct Complaints(Vec<String>);

impl Complaints {
    fn add(&mut self, line: String) {
        self.0.push(line);
    }

    fn expect(&mut self, good: bool, line: impl FnOnce() -> String) {
        if !good {
            self.0.push(line());
        }
    }
}

/// All that is wrong with a plan.
pub(crate) fn recheck(station: &Value, plan: &Value) -> Vec<String> {
    let mut wrong = Complaints::default();
    let station = Station::read(station);
    let (first, end) = plan::range_of(plan);
    let (instances, due) = grid::instances(&station, first, end);
    let plan = plan::read(plan, &station, &instances, &mut wrong);
    let earlier = Earlier::of(&station, first);

    let mut air = OnAir::fixed(&station, &instances);
    let mut outcomes = steps::place(&mut air, &earlier, false);
    findings::versions(&air, &plan, &outcomes, &mut wrong);
    air.all.extend(pools_of(&plan));
    pools::check_filled(&air, &mut wrong);
    pools::check_open(&air, &plan, &mut wrong);
    outcomes.extend(steps::place(&mut air, &earlier, true));

    check_outcomes(&air, &plan, &outcomes, &mut wrong);
    check_instances(&air, &plan, &mut wrong);
    check_pins(&air, &plan, &mut wrong);
    check_rules(&air, &mut wrong);
    check_order(&station, &plan.airings, &mut wrong);
    check_overlaps(&station, &plan, &mut wrong);
    let spots = breaks::spots(&plan);
    breaks::check(&air, &spots, &mut wrong);
    check_scores(
        &plan,
        scores::pool_score(&air, first, end),
        scores::break_score(&air, &spots),
        &mut wrong,
    );
    findings::slots(&air, &plan, &due, &mut wrong);
    findings::quotas(&air, &plan, &scores::missed(&air, first, end), &mut wrong);
    findings::contradictions(&air, &plan, &mut wrong);
    findings::pins(&air, &plan, &mut wrong);
    wrong.0
}

/// The plan's pool airings, which are the planner's to choose, in order of calculation.
fn pools_of(plan: &Plan) -> Vec<Showing> {
    let mut pools: Vec<Showing> = plan
        .airings
        .iter()
        .filter(|airing| airing.origin == "pool")
        .filter_map(|airing| {
            Some(Showing {
                channel: airing.channel,
                date: airing.date,
                start: airing.start,
                version: airing.version?,
                origin: Origin::Pool,
                licence: airing.licence,
                instance: airing.instance,
                source: None,
            })
        })
        .collect();
    pools.sort_by_key(|one| one.instance);
    pools
}

/// Sequels and repeats are what the order of calculation makes them.
fn check_outcomes(air: &OnAir<'_>, plan: &Plan, outcomes: &[(usize, Outcome)], wrong: &mut Complaints) {
    for (instance, outcome) in outcomes {
        let planned = plan
            .airings
            .iter()
            .find(|one| one.instance == Some(*instance) && is_programme(one));
        let planned = planned.map(|one| (one.version, one.licence));
        let due = match outcome {
            Outcome::Airs(one) => Some((Some(one.version), one.licence)),
            Outcome::Open(refused) => {
                findings::refusals(air, plan, *instance, refused, wrong);
                None
            }
        };
        wrong.expect(planned == due, || {
            let name = |what: Option<(Option<usize>, Option<usize>)>| {
                what.map(|(version, licence)| {
                    let version = version.map(|version| &air.station.versions[version].id);
                    (version, licence.map(|licence| &air.station.licences[licence].id))
                })
            };
            format!(
                "{}: {:?} is due, planned is {:?}",
                place_of(air, *instance),
                name(due),
                name(planned)
            )
        });
    }
}

fn is_programme(airing: &Airing) -> bool {
    ["pin", "sequel", "repeat", "pool"].contains(&airing.origin.as_str())
}

fn place_of(air: &OnAir<'_>, instance: usize) -> String {
    let at = air.instances[instance];
    format!("{} {}", air.station.slots[at.slot].id, day_text(at.date))
}

/// Every instance holds one thing of its own kind, at its start, or is open; a hold fills it.
fn check_instances(air: &OnAir<'_>, plan: &Plan, wrong: &mut Complaints) {
    for (number, instance) in air.instances.iter().enumerate() {
        let there: Vec<&Airing> = plan
            .airings
            .iter()
            .filter(|one| one.instance == Some(number) && (is_programme(one) || one.origin == "hold"))
            .collect();
        let open = plan.open.iter().filter(|(own, _)| *own == number).count();
        let place = || place_of(air, number);
        wrong.expect(there.len() + open == 1, || {
            format!("{} is filled {} times, open {open} times", place(), there.len())
        });
        for one in there {
            let kind = match air.station.slots[instance.slot].fill {
                Fill::Sequel { .. } => "sequel",
                Fill::Repeat { .. } => "repeat",
                Fill::Pool { .. } => "pool",
                Fill::Hold { .. } => "hold",
            };
            wrong.expect(one.origin == kind, || {
                format!("{} is a {kind}, not a {}", place(), one.origin)
            });
            wrong.expect(one.start == instance.start, || format!("{} starts elsewhere", place()));
            let end = one
                .version
                .map_or(instance.end, |version| one.start + air.station.versions[version].ms);
            wrong.expect(one.end == end, || format!("{} ends elsewhere", place()));
            wrong.expect((kind == "hold") == one.version.is_none(), || {
                format!("{}: version {:?}", place(), one.version)
            });
            wrong.expect(one.channel == instance.channel, || {
                format!("{} is on another channel", place())
            });
        }
    }
}

/// The pins of the range are where they were pinned, charged as step 1 charges them.
fn check_pins(air: &OnAir<'_>, plan: &Plan, wrong: &mut Complaints) {
    let mut due: Vec<_> = air
        .all
        .iter()
        .filter(|one| one.origin == Origin::Pin && (plan.first..plan.end).contains(&one.date))
        .map(|one| {
            (
                one.channel,
                one.date,
                one.start,
                air.end_of(one),
                Some(one.version),
                one.licence,
            )
        })
        .collect();
    let mut planned: Vec<_> = plan
        .airings
        .iter()
        .filter(|one| one.origin == "pin")
        .map(|one| (one.channel, one.date, one.start, one.end, one.version, one.licence))
        .collect();
    due.sort_unstable();
    planned.sort_unstable();
    wrong.expect(due == planned, || format!("pins: due {due:?}, planned {planned:?}"));
}

/// Whatever the planner placed keeps every hard rule in the finished plan.
fn check_rules(air: &OnAir<'_>, wrong: &mut Complaints) {
    for (number, one) in air.all.iter().enumerate() {
        if let Some(instance) = one.instance {
            let broken = rules::broken_on_air(air, number);
            wrong.expect(broken.is_empty(), || {
                format!(
                    "{} in {} breaks {broken:?}",
                    air.station.versions[one.version].id,
                    place_of(air, instance)
                )
            });
        }
    }
}

/// Airings are sorted by channel id and start, and lie on dates of their channel.
fn check_order(station: &Station, airings: &[Airing], wrong: &mut Complaints) {
    let key = |one: &Airing| (station.channels[one.channel].id.clone(), one.start);
    wrong.expect(airings.is_sorted_by_key(key), || {
        "the airings are not sorted".to_owned()
    });
    for one in airings {
        let channel = &station.channels[one.channel];
        let date = channel.clock.date_of(one.start, channel.day_start);
        wrong.expect(date == one.date, || {
            format!("{} starts on {}", one.start, day_text(date))
        });
    }
}

/// No two things on air overlap, but pins that a person laid on each other.
fn check_overlaps(station: &Station, plan: &Plan, wrong: &mut Complaints) {
    let beside = station
        .pins
        .iter()
        .filter(|pin| !(plan.first..plan.end).contains(&pin.date));
    let mut spans: BTreeSet<(usize, i64, i64, bool)> = beside
        .map(|pin| {
            (
                pin.channel,
                pin.start,
                pin.start + station.versions[pin.version].ms,
                true,
            )
        })
        .collect();
    spans.extend(
        plan.airings
            .iter()
            .map(|one| (one.channel, one.start, one.end, one.origin == "pin")),
    );
    let spans: Vec<_> = spans.into_iter().collect();
    for (n, one) in spans.iter().enumerate() {
        for other in spans[n + 1..]
            .iter()
            .take_while(|other| other.0 == one.0 && other.1 < one.2)
        {
            wrong.expect(one.3 && other.3, || format!("{one:?} overlaps {other:?}"));
        }
    }
}

fn check_scores(plan: &Plan, pool: i64, breaks: i64, wrong: &mut Complaints) {
    let score = plan.score;
    wrong.expect(score.pool == pool, || format!("pool score {} is {pool}", score.pool));
    wrong.expect(score.breaks == breaks, || {
        format!("break score {} is {breaks}", score.breaks)
    });
    if let Some(bound) = score.bound {
        let holds = bound.pool >= pool && bound.breaks >= breaks;
        wrong.expect(holds, || format!("{bound:?} is below {pool}, {breaks}"));
    }
}
