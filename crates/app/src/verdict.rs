//! What the rules would say of an edit before it is done.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::finding::Place;
use arna_domain::index::EpisodeIx;
use arna_domain::instance::Instances;
use arna_domain::placed::{Placed, Showing, ShowingIx};
use arna_domain::rules::{Judgement, RULES};
use arna_domain::{Airing, Finding, Index, Severity, Station};

use crate::desk::starting;
use crate::failure::Failure;
use crate::ops::airings::{Collision, of_episodes, showing};
use crate::ops::{Op, Step};

/// How good an edit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Nothing is against it.
    Green,
    /// Worth a look: a warning would be told, or something else would have to make room.
    Amber,
    /// A rule would be broken that must not be, or it cannot be done.
    Red,
}

/// What would be said of an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How good it is.
    pub light: Light,
    /// What would air then that does not now: programmes and holds, in time order.
    pub added: Vec<Airing>,
    /// Rules that would be broken and are not now, the worst first.
    pub findings: Vec<Finding>,
    /// Why it cannot be done, or what it collides with.
    pub refused: Option<Failure>,
    /// What each other way to treat the collision would do: the same verdict with it; empty where nothing collides.
    pub choices: Vec<(Collision, Verdict)>,
    /// How many airings would be moved on to make room.
    pub shifted: u64,
    /// How many would be taken out to make room.
    pub replaced: u64,
}

/// What the rules would say of an edit, with each way to treat a collision if it has one.
pub fn verdict(station: &Station, index: &Index, edit: &dyn Fn(Collision) -> Result<Op, Failure>) -> Verdict {
    let refused = match edit(Collision::Refuse) {
        Ok(op) => return of_op(station, index, &op),
        Err(refused) => refused,
    };
    let choices: Vec<_> = if refused.code == "collides" {
        let others = [Collision::Shift, Collision::Replace, Collision::Trim];
        let of = |choice| match edit(choice) {
            Ok(op) => of_op(station, index, &op),
            Err(refused) => refuse(refused),
        };
        others.into_iter().map(|choice| (choice, of(choice))).collect()
    } else {
        Vec::new()
    };
    let best = choices.iter().map(|(_, one)| one).min_by_key(|one| one.light).cloned();
    match best {
        Some(best) if best.refused.is_none() => Verdict {
            light: best.light.max(Light::Amber),
            refused: Some(refused),
            choices,
            ..best
        },
        _ => Verdict {
            choices,
            ..refuse(refused)
        },
    }
}

fn refuse(refused: Failure) -> Verdict {
    Verdict {
        light: Light::Red,
        added: Vec::new(),
        findings: Vec::new(),
        refused: Some(refused),
        choices: Vec::new(),
        shifted: 0,
        replaced: 0,
    }
}

/// What would air after an op that does not now: programmes and holds, in time order.
pub fn added(station: &Station, op: &Op) -> Vec<Airing> {
    let mut all: Vec<Airing> = Vec::new();
    for step in &op.steps {
        if let Step::Airings {
            channel,
            from,
            until,
            airings,
        } = step
        {
            let before = starting(&station.schedule, channel, *from, *until);
            let new = airings
                .iter()
                .filter(|one| !one.origin.is_break() && !before.contains(one));
            all.extend(new.cloned());
        }
    }
    all.sort_by(|a, b| (a.start, &a.channel).cmp(&(b.start, &b.channel)));
    all
}

/// What the rules would say of an op.
fn of_op(station: &Station, index: &Index, op: &Op) -> Verdict {
    let steps: Vec<(&[Airing], &[Airing])> = op
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Airings {
                channel,
                from,
                until,
                airings,
            } => Some((starting(&station.schedule, channel, *from, *until), airings.as_slice())),
            Step::Put(_) | Step::Add(_) | Step::Remove(_) => None,
        })
        .collect();
    let more = |these: &[Airing], those: &[Airing]| -> Vec<Airing> {
        let new = these
            .iter()
            .filter(|one| one.origin.is_programme() && !those.contains(one));
        new.cloned().collect()
    };
    let all = added(station, op);
    let added: Vec<&Airing> = all.iter().filter(|one| one.origin.is_programme()).collect();
    let removed: Vec<Airing> = steps.iter().flat_map(|(before, after)| more(before, after)).collect();
    let episode = |one: &Airing| {
        let version = index.version(one.version.as_ref()?.as_str())?;
        Some(index.versions[version.at()].episode)
    };
    let episodes: BTreeSet<EpisodeIx> = added.iter().copied().chain(&removed).filter_map(episode).collect();
    let instances = Instances::default();
    let on_air = index.airings_of(&station.schedule, &episodes);
    let mut before = of_episodes(index, &instances, on_air.into_iter(), &episodes);
    let told = judged(&mut before);
    let mut after = before;
    let gone: Vec<ShowingIx> = removed.iter().filter_map(|one| number_of(index, &after, one)).collect();
    gone.into_iter().for_each(|number| after.take_off(number));
    for one in &added {
        if let Some(one) = showing(index, one) {
            after.place(one);
        }
    }
    let mut findings: Vec<Finding> = judged(&mut after)
        .into_iter()
        .filter(|(key, _)| !told.contains_key(key))
        .map(|(_, finding)| finding)
        .collect();
    findings.sort_by_key(|one| std::cmp::Reverse(one.severity));
    let light = match findings.first().map(|one| one.severity) {
        Some(Severity::Error) => Light::Red,
        Some(Severity::Warning) => Light::Amber,
        Some(Severity::Info) | None => Light::Green,
    };
    let number = |name: &str| {
        op.args
            .get(name)
            .and_then(serde_json::Value::as_u64)
            .unwrap_or_default()
    };
    Verdict {
        light,
        added: all,
        findings,
        refused: None,
        choices: Vec::new(),
        shifted: number("shifted"),
        replaced: number("replaced"),
    }
}

/// What names a broken rule: where, what airs, which rule.
type Key = (u32, i64, u32, &'static str);

/// Every rule that something on air breaks.
fn judged(placed: &mut Placed<'_>) -> BTreeMap<Key, Finding> {
    let numbers: Vec<ShowingIx> = placed.iter().map(|(number, _)| number).collect();
    let mut told = BTreeMap::new();
    for number in numbers {
        let one = *placed.get(number);
        if matches!(one.by, arna_domain::placed::By::History { .. }) {
            continue;
        }
        placed.take_off(number);
        for rule in &RULES {
            if let Judgement::Broken(grounds) = (rule.judge)(placed, &one) {
                let mut values = grounds.values(placed.index, one.channel);
                if let Some(licence) = grounds.licence() {
                    values.insert(
                        "licence".to_owned(),
                        placed.index.licences[licence.at()].id.as_str().into(),
                    );
                }
                let finding = Finding {
                    code: rule.code.to_owned(),
                    severity: rule.severity,
                    place: place_of(placed.index, &one),
                    values,
                };
                told.insert((one.channel.0, one.start.ms(), one.version.0, rule.code), finding);
            }
        }
        placed.put_back(number);
    }
    told
}

fn place_of(index: &Index, one: &Showing) -> Place {
    let channel = &index.channels[one.channel.at()];
    Place {
        channel: Some(channel.id.clone()),
        slot: None,
        date: Some(one.date),
        start: Some(channel.clock.text(one.start)),
        version: Some(index.versions[one.version.at()].id.clone()),
    }
}

fn number_of(index: &Index, placed: &Placed<'_>, airing: &Airing) -> Option<ShowingIx> {
    let wanted = showing(index, airing)?;
    let mut starting = placed.starting(wanted.channel, wanted.start);
    starting.find(|&number| placed.get(number).version == wanted.version)
}
