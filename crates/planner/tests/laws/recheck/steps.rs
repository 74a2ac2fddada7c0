//! Steps 2 and 4, recomputed.

use super::grid::{Instance, instances};
use super::on_air::{OnAir, Origin, Showing};
use super::rules::broken;
use super::station::{Fill, Station};

/// Why nothing airs: a version, if one was asked about, and all that it breaks, the first first.
pub(super) type Refused = (Option<usize>, Vec<&'static str>);

pub(super) enum Outcome {
    Airs(Showing),
    Open(Vec<Refused>),
}

/// What slots showed before the range.
pub(super) struct Earlier {
    first: i64,
    before: Vec<Instance>,
}

impl Earlier {
    pub(super) fn of(station: &Station, first: i64) -> Self {
        let days_after = |fill: &Fill| match fill {
            Fill::Repeat { days_after, .. } => *days_after,
            _ => 0,
        };
        let farthest = station
            .slots
            .iter()
            .map(|slot| days_after(&slot.fill))
            .max()
            .unwrap_or_default();
        let first_aired = station.history.iter().map(|one| one.date).min().unwrap_or(first);
        let reach = farthest.min(first - first_aired).max(0);
        Self {
            first,
            before: instances(station, first - reach, first).0,
        }
    }

    /// The programme airing of a slot on a date, by its number on air.
    fn find(&self, air: &OnAir<'_>, slot: usize, date: i64) -> Option<usize> {
        let stands = |one: &&Instance| one.slot == slot && one.date == date;
        if date >= self.first {
            let instance = air.instances.iter().position(|one| stands(&one))?;
            return air.in_instance(instance);
        }
        let instance = self.before.iter().find(stands)?;
        air.all.iter().position(|one| {
            matches!(one.origin, Origin::History { .. })
                && (one.channel, one.start) == (instance.channel, instance.start)
        })
    }
}

/// Places the sequels and their repeats, or, `late`, the repeats of pool slots; tells the outcome of each instance.
pub(super) fn place(air: &mut OnAir<'_>, earlier: &Earlier, late: bool) -> Vec<(usize, Outcome)> {
    let mut outcomes = Vec::new();
    for number in 0..air.instances.len() {
        let slot = air.instances[number].slot;
        let of_pool = matches!(air.station.root(slot), Fill::Pool { .. });
        let outcome = match air.station.slots[slot].fill {
            Fill::Sequel { season, restarts } if !late => sequel(air, number, season, restarts),
            Fill::Repeat { of, days_after } if late == of_pool => {
                let source = earlier.find(air, of, air.instances[number].date - days_after);
                repeat(air, number, source, late)
            }
            _ => continue,
        };
        if let Outcome::Airs(showing) = outcome {
            air.all.push(showing);
        }
        outcomes.push((number, outcome));
    }
    outcomes
}

fn sequel(air: &OnAir<'_>, number: usize, season: usize, restarts: bool) -> Outcome {
    let at = air.instances[number];
    let Some(episode) = air.next_episode(season, restarts, at.channel, at.start) else {
        return Outcome::Open(vec![(None, vec!["season_finished"])]);
    };
    let versions = &air.station.episodes[episode].versions;
    let wanted = &air.station.slots[at.slot].languages;
    let language = |version: usize| &air.station.versions[version].language;
    let mut asked: Vec<usize> = Vec::new();
    for one in wanted {
        asked.extend(versions.iter().filter(|&&version| language(version) == one));
    }
    asked.extend(versions.iter().filter(|&&version| !wanted.contains(language(version))));
    let mut refused = Vec::new();
    for version in asked {
        let showing = charged(air, number, version, Origin::Sequel);
        match broken(air, &showing) {
            codes if codes.is_empty() => return Outcome::Airs(showing),
            codes => refused.push((Some(version), codes)),
        }
    }
    Outcome::Open(refused)
}

fn repeat(air: &OnAir<'_>, number: usize, source: Option<usize>, late: bool) -> Outcome {
    let before = |&source: &usize| air.all[source].start < air.instances[number].start;
    let Some(source) = source.filter(before) else {
        return Outcome::Open(vec![(None, vec!["nothing_to_repeat"])]);
    };
    let version = air.all[source].version;
    let showing = Showing {
        source: Some(source),
        ..charged(air, number, version, Origin::Repeat { late })
    };
    match broken(air, &showing) {
        codes if codes.is_empty() => Outcome::Airs(showing),
        codes => Outcome::Open(vec![(Some(version), codes)]),
    }
}

/// A version at the start of an instance, charged to the first listed licence with a run left for it.
pub(super) fn charged(air: &OnAir<'_>, number: usize, version: usize, origin: Origin) -> Showing {
    let at = air.instances[number];
    let showing = Showing {
        channel: at.channel,
        date: at.date,
        start: at.start,
        version,
        origin,
        licence: None,
        instance: Some(number),
        source: None,
    };
    Showing {
        licence: air.licence_for(&showing),
        ..showing
    }
}
