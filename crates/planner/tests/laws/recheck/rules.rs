//! The hard rules, one function each, in the order of the contract's table. Each says whether an airing breaks it among others.

use super::on_air::{OnAir, Origin, Showing, runs};

/// An airing that is judged against others, itself not among them.
pub(super) struct Judged<'a> {
    pub(super) air: &'a OnAir<'a>,
    pub(super) others: &'a [Showing],
    pub(super) one: &'a Showing,
}

/// A code, and whether an airing breaks the rule.
type Rule = (&'static str, fn(&Judged<'_>) -> bool);

pub(super) const RULES: [Rule; 11] = [
    ("wrong_language", wrong_language),
    ("too_long", too_long),
    ("not_licensed", not_licensed),
    ("runs_exhausted", runs_exhausted),
    ("too_close", too_close),
    ("rating_hours", rating_hours),
    ("held_back", held_back),
    ("blacked_out", blacked_out),
    ("day_limit", day_limit),
    ("overlaps", overlaps),
    ("wrong_order", wrong_order),
];

/// The codes of all rules that an airing breaks which is not on air.
pub(super) fn broken(air: &OnAir<'_>, one: &Showing) -> Vec<&'static str> {
    broken_among(air, &air.all, one)
}

/// The same for one of those on air.
pub(super) fn broken_on_air(air: &OnAir<'_>, number: usize) -> Vec<&'static str> {
    broken_among(air, &air.without(number), &air.all[number])
}

fn broken_among(air: &OnAir<'_>, others: &[Showing], one: &Showing) -> Vec<&'static str> {
    let judged = Judged { air, others, one };
    RULES
        .iter()
        .filter(|(_, breaks)| breaks(&judged))
        .map(|(code, _)| *code)
        .collect()
}

fn wrong_language(judged: &Judged<'_>) -> bool {
    let Judged { air, one, .. } = judged;
    let asked = matches!(one.origin, Origin::Sequel | Origin::Pool);
    let wanted = |instance: usize| &air.station.slots[air.instances[instance].slot].languages;
    asked
        && one
            .instance
            .is_some_and(|own| !wanted(own).contains(&air.station.versions[one.version].language))
}

fn too_long(judged: &Judged<'_>) -> bool {
    let Judged { air, one, .. } = judged;
    let room = |instance: usize| air.instances[instance].end - air.instances[instance].start;
    one.instance
        .is_some_and(|own| air.station.versions[one.version].ms > room(own))
}

fn not_licensed(judged: &Judged<'_>) -> bool {
    let Judged { air, one, .. } = judged;
    !air.covering(one)
        .any(|licence| one.licence.is_none_or(|own| own == licence))
}

fn runs_exhausted(judged: &Judged<'_>) -> bool {
    let Judged { air, others, one } = judged;
    let over = |licence: usize| {
        let most = air.station.licences[licence].max_runs;
        most.is_some_and(|most| runs(air.station, others, licence, one) > most)
    };
    match one.licence {
        Some(own) => over(own),
        None => air.covering(one).next().is_some() && air.covering(one).all(over),
    }
}

/// Of a pair of which one is a pool airing; with a repeat of a pool slot it is the repeat that is refused.
fn too_close(judged: &Judged<'_>) -> bool {
    let Judged { air, others, one } = judged;
    let gap = |showing: &Showing| {
        let licence = showing.licence.filter(|_| showing.origin == Origin::Pool);
        licence.map(|licence| air.station.licences[licence].gap_ms)
    };
    let is_judged = matches!(one.origin, Origin::Pool | Origin::Repeat { late: true });
    let closer = |other: &&Showing| {
        let apart = (one.start - other.start).abs();
        gap(one).into_iter().chain(gap(other)).any(|gap| apart < gap)
    };
    is_judged
        && others
            .iter()
            .filter(|other| other.channel == one.channel && air.episode_of(other) == air.episode_of(one))
            .filter(|other| !air.repeats(one, other) && !air.repeats(other, one))
            .any(|other| closer(&other))
}

fn rating_hours(judged: &Judged<'_>) -> bool {
    let Judged { air, one, .. } = judged;
    let channel = &air.station.channels[one.channel];
    let rating = &air.station.episodes[air.episode_of(one)].rating;
    let window = rating.as_ref().and_then(|rating| channel.rating_hours.get(rating));
    window.is_some_and(|&(from, until)| {
        one.start < channel.clock.at(one.date, from) || channel.clock.at(one.date, until) < air.end_of(one)
    })
}

fn held_back(judged: &Judged<'_>) -> bool {
    let Judged { air, others, one } = judged;
    let episode = air.episode_of(one);
    let holdbacks = &air.station.seasons[air.station.episodes[episode].season].holdbacks;
    let first_on = |channel: usize| {
        others
            .iter()
            .filter(|other| other.channel == channel && air.episode_of(other) == episode)
            .filter(|other| matches!(other.origin, Origin::History { .. } | Origin::Pin | Origin::Sequel))
            .map(|other| other.start)
            .min()
    };
    holdbacks
        .iter()
        .filter(|(channel, _)| *channel != one.channel)
        .any(|&(channel, wait)| first_on(channel).is_none_or(|first| one.start < first + wait))
}

fn blacked_out(judged: &Judged<'_>) -> bool {
    let Judged { air, one, .. } = judged;
    is_blacked_out(air, one.channel, one.version, one.start)
}

/// Whether a version that starts then on a channel touches a blackout meant for it.
pub(super) fn is_blacked_out(air: &OnAir<'_>, channel: usize, version: usize, start: i64) -> bool {
    let tags = &air.station.programmes[air.station.programme_of(version)].tags;
    let end = start + air.station.versions[version].ms;
    air.station.channels[channel]
        .blackouts
        .iter()
        .filter(|blackout| start < blackout.until && blackout.from < end)
        .any(|blackout| blackout.tags.is_empty() || blackout.tags.iter().any(|tag| tags.contains(tag)))
}

fn day_limit(judged: &Judged<'_>) -> bool {
    let Judged { air, others, one } = judged;
    let programme = air.station.programme_of(one.version);
    let count = others
        .iter()
        .filter(|other| other.channel == one.channel && other.date == one.date)
        .filter(|other| air.station.programme_of(other.version) == programme)
        .filter(|other| other.origin != Origin::Repeat { late: true })
        .count();
    one.origin == Origin::Pool && count + 1 > air.station.programmes[programme].max_per_day
}

/// History is over when the range begins, whatever its nominal length.
fn overlaps(judged: &Judged<'_>) -> bool {
    let Judged { air, others, one } = judged;
    others
        .iter()
        .filter(|other| other.channel == one.channel && !matches!(other.origin, Origin::History { .. }))
        .any(|other| other.start < air.end_of(one) && one.start < air.end_of(other))
}

fn wrong_order(judged: &Judged<'_>) -> bool {
    let Judged { air, one, .. } = judged;
    one.origin == Origin::Pool && air.station.programmes[air.station.programme_of(one.version)].serial
}
