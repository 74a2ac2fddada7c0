//! The rules of breaks.

use std::collections::BTreeMap;

use super::Complaints;
use super::calendar::day_text;
use super::on_air::OnAir;
use super::plan::Plan;
use super::rules::is_blacked_out;
use super::station::Station;

/// A promo or filler.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) start: i64,
    pub(super) version: usize,
    pub(super) is_promo: bool,
}

/// Promos and fillers of the plan by instance, in time order.
pub(super) fn spots(plan: &Plan) -> BTreeMap<usize, Vec<Spot>> {
    let mut spots: BTreeMap<usize, Vec<Spot>> = BTreeMap::new();
    for airing in plan
        .airings
        .iter()
        .filter(|airing| ["promo", "filler"].contains(&airing.origin.as_str()))
    {
        if let (Some(instance), Some(version)) = (airing.instance, airing.version) {
            spots.entry(instance).or_default().push(Spot {
                start: airing.start,
                version,
                is_promo: airing.origin == "promo",
            });
        }
    }
    spots
        .values_mut()
        .for_each(|those| those.sort_by_key(|spot| spot.start));
    spots
}

/// The campaign that a promo belongs to: the first listed with that version and channel whose dates hold.
pub(super) fn campaign_of(station: &Station, channel: usize, date: i64, version: usize) -> Option<usize> {
    station.campaigns.iter().position(|one| {
        one.version == version && one.channels.contains(&channel) && one.first <= date && date <= one.last
    })
}

pub(super) fn check(air: &OnAir<'_>, spots: &BTreeMap<usize, Vec<Spot>>, wrong: &mut Complaints) {
    for (&instance, rest) in spots {
        back_to_back(air, instance, rest, wrong);
        no_filler_twice(air, instance, rest, wrong);
        for spot in rest {
            let at = air.instances[instance];
            let place = || format!("{} in the break of {}", name(air, spot), place_of(air, instance));
            wrong.expect(!is_blacked_out(air, at.channel, spot.version, spot.start), || {
                format!("{} is blacked out", place())
            });
            if spot.is_promo {
                promo(air, instance, spot, rest, wrong);
            } else {
                wrong.expect(air.station.fillers.contains(&spot.version), || {
                    format!("{} is no filler", place())
                });
            }
        }
    }
    campaigns(air, spots, wrong);
}

fn name<'a>(air: &OnAir<'a>, spot: &Spot) -> &'a str {
    &air.station.versions[spot.version].id
}

fn place_of(air: &OnAir<'_>, instance: usize) -> String {
    let at = air.instances[instance];
    format!("{} {}", air.station.slots[at.slot].id, day_text(at.date))
}

/// After a programme, one after the other, inside the slot.
fn back_to_back(air: &OnAir<'_>, instance: usize, rest: &[Spot], wrong: &mut Complaints) {
    let Some(programme) = air.in_instance(instance) else {
        wrong.add(format!("a break without a programme in {}", place_of(air, instance)));
        return;
    };
    let mut at = air.end_of(&air.all[programme]);
    for spot in rest {
        wrong.expect(spot.start == at, || {
            format!("{} in {} is not back to back", name(air, spot), place_of(air, instance))
        });
        at = spot.start + air.station.versions[spot.version].ms;
    }
    wrong.expect(at <= air.instances[instance].end, || {
        format!("the break of {} is too long", place_of(air, instance))
    });
}

/// Not the same one twice in a row when another fits the time left there and is not blacked out.
fn no_filler_twice(air: &OnAir<'_>, instance: usize, rest: &[Spot], wrong: &mut Complaints) {
    let at = air.instances[instance];
    for pair in rest.windows(2) {
        if pair.iter().any(|spot| spot.is_promo) || pair[0].version != pair[1].version {
            continue;
        }
        let start = pair[1].start;
        let other = air.station.fillers.iter().find(|&&other| {
            other != pair[1].version
                && start + air.station.versions[other].ms <= at.end
                && !is_blacked_out(air, at.channel, other, start)
        });
        wrong.expect(other.is_none(), || {
            format!("{} twice in {}", name(air, &pair[1]), place_of(air, instance))
        });
    }
}

/// A promo starts within its campaign's hours, once in a break.
fn promo(air: &OnAir<'_>, instance: usize, spot: &Spot, rest: &[Spot], wrong: &mut Complaints) {
    let at = air.instances[instance];
    let of = |spot: &Spot| campaign_of(air.station, at.channel, at.date, spot.version);
    let place = || format!("promo {} in {}", name(air, spot), place_of(air, instance));
    let Some(campaign) = of(spot) else {
        wrong.add(format!("{} belongs to no campaign", place()));
        return;
    };
    let (from, until) = air.station.campaigns[campaign].hours;
    let clock = &air.station.channels[at.channel].clock;
    let inside = clock.at(at.date, from) <= spot.start && spot.start < clock.at(at.date, until);
    wrong.expect(inside, || format!("{} is out of its hours", place()));
    let times = rest
        .iter()
        .filter(|other| other.is_promo && of(other) == Some(campaign))
        .count();
    wrong.expect(times == 1, || format!("{} is {times} times in one break", place()));
}

/// `per_day` on each channel and date, `min_gap_min` between starts on a channel.
fn campaigns(air: &OnAir<'_>, spots: &BTreeMap<usize, Vec<Spot>>, wrong: &mut Complaints) {
    let mut starts: BTreeMap<(usize, usize), Vec<(i64, i64)>> = BTreeMap::new();
    for (&instance, rest) in spots {
        let at = air.instances[instance];
        for spot in rest.iter().filter(|spot| spot.is_promo) {
            if let Some(campaign) = campaign_of(air.station, at.channel, at.date, spot.version) {
                starts
                    .entry((campaign, at.channel))
                    .or_default()
                    .push((spot.start, at.date));
            }
        }
    }
    for ((campaign, channel), mut those) in starts {
        let entry = &air.station.campaigns[campaign];
        let place = || format!("campaign {campaign} on {}", air.station.channels[channel].id);
        those.sort_unstable();
        for pair in those.windows(2) {
            wrong.expect(pair[1].0 - pair[0].0 >= entry.gap_ms, || {
                format!("{}: promos too close", place())
            });
        }
        for &(_, date) in &those {
            let count = those.iter().filter(|other| other.1 == date).count();
            wrong.expect(count <= entry.per_day, || {
                format!("{}: {count} promos on {}", place(), day_text(date))
            });
        }
    }
}
