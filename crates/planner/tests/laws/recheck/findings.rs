//! The findings that the contract names: those due are there, and nothing else of their codes.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Complaints;
use super::calendar::{day_text, instant};
use super::grid::Due;
use super::on_air::{OnAir, Origin};
use super::plan::Plan;
use super::rules::{RULES, broken_on_air};
use super::scores::Missed;
use super::station::Fill;
use super::steps::{Outcome, Refused};

fn text<'a>(finding: &'a Value, name: &str) -> &'a str {
    finding[name].as_str().unwrap_or_default()
}

/// Compares what is due with what the plan lists, as sorted lines.
fn compare(what: &str, mut due: Vec<String>, mut listed: Vec<String>, wrong: &mut Complaints) {
    due.sort();
    listed.sort();
    wrong.expect(due == listed, || {
        format!("findings on {what}: due {due:?}, listed {listed:?}")
    });
}

fn listed(plan: &Plan, codes: &[&str], line: impl Fn(&Value) -> String) -> Vec<String> {
    plan.findings
        .iter()
        .filter(|one| codes.contains(&text(one, "code")))
        .map(line)
        .collect()
}

/// Slots that a clock change, a pin or a higher layer changes, with both lengths.
pub(super) fn slots(air: &OnAir<'_>, plan: &Plan, due: &[Due], wrong: &mut Complaints) {
    let codes = [
        "slot_vanished",
        "slot_shorter",
        "slot_longer",
        "slot_cut",
        "slot_dropped",
    ];
    let due = due.iter().map(|&(code, slot, date, minutes, nominal)| {
        format!(
            "{code} {} {} {minutes} {nominal}",
            air.station.slots[slot].id,
            day_text(date)
        )
    });
    let listed = listed(plan, &codes, |one| {
        format!(
            "{} {} {} {} {}",
            text(one, "code"),
            text(one, "slot"),
            text(one, "date"),
            one["minutes"],
            one["nominal"]
        )
    });
    compare("slots", due.collect(), listed, wrong);
}

/// Channels whose shares come to more than the whole, each language with its largest.
pub(super) fn contradictions(air: &OnAir<'_>, plan: &Plan, wrong: &mut Complaints) {
    let due = air.station.channels.iter().filter_map(|channel| {
        let largest = |language: &str| {
            let own = channel.quotas.iter().filter(|quota| quota.language == language);
            own.map(|quota| quota.min_share_pct).max().unwrap_or_default()
        };
        let languages: BTreeSet<&str> = channel.quotas.iter().map(|quota| quota.language.as_str()).collect();
        let sum: i64 = languages.iter().map(|language| largest(language)).sum();
        (sum > 100).then(|| format!("{} {sum}", channel.id))
    });
    let listed = listed(plan, &["quotas_contradict"], |one| {
        format!("{} {}", text(one, "channel"), one["sum"])
    });
    compare("contradictory quotas", due.collect(), listed, wrong);
}

pub(super) fn quotas(air: &OnAir<'_>, plan: &Plan, missed: &[Missed], wrong: &mut Complaints) {
    let due = missed.iter().map(|(channel, week, language, minutes)| {
        format!(
            "{} {} {language} {minutes}",
            air.station.channels[*channel].id,
            day_text(*week)
        )
    });
    let listed = listed(plan, &["quota_missed"], |one| {
        format!(
            "{} {} {} {}",
            text(one, "channel"),
            text(one, "week"),
            text(one, "language"),
            one["minutes"]
        )
    });
    compare("quotas", due.collect(), listed, wrong);
}

/// Every rule that a pin of the range breaks in the finished plan.
pub(super) fn pins(air: &OnAir<'_>, plan: &Plan, wrong: &mut Complaints) {
    let mut due = Vec::new();
    for (number, one) in air.all.iter().enumerate() {
        if one.origin == Origin::Pin && (plan.first..plan.end).contains(&one.date) {
            let (channel, version) = (
                &air.station.channels[one.channel].id,
                &air.station.versions[one.version].id,
            );
            let line = |code| format!("{code} {channel} {} {version}", one.start);
            due.extend(broken_on_air(air, number).into_iter().map(line));
        }
    }
    let codes = RULES.map(|(code, _)| code);
    let listed = listed(plan, &codes, |one| {
        let start = instant(text(one, "start")).0;
        format!(
            "{} {} {start} {}",
            text(one, "code"),
            text(one, "channel"),
            text(one, "version")
        )
    });
    compare("pins", due, listed, wrong);
}

/// Each episode, channel and language that a sequel slot asked for in vain, once.
pub(super) fn versions(air: &OnAir<'_>, plan: &Plan, outcomes: &[(usize, Outcome)], wrong: &mut Complaints) {
    let mut due = BTreeSet::new();
    for (instance, outcome) in outcomes {
        let at = air.instances[*instance];
        let slot = &air.station.slots[at.slot];
        let Fill::Sequel { season, restarts } = slot.fill else {
            continue;
        };
        let (episode, spoken) = match outcome {
            Outcome::Airs(one) => (
                Some(air.episode_of(one)),
                Some(&air.station.versions[one.version].language),
            ),
            Outcome::Open(_) => (air.next_episode(season, restarts, at.channel, at.start), None),
        };
        let Some(episode) = episode.map(|episode| &air.station.episodes[episode]) else {
            continue;
        };
        for language in slot.languages.iter().take_while(|language| Some(*language) != spoken) {
            if !episode
                .versions
                .iter()
                .any(|&version| air.station.versions[version].language == *language)
            {
                due.insert(format!(
                    "{} {} {language}",
                    air.station.channels[at.channel].id, episode.id
                ));
            }
        }
    }
    let listed = listed(plan, &["version_missing"], |one| {
        format!(
            "{} {} {}",
            text(one, "channel"),
            text(one, "episode"),
            text(one, "language")
        )
    });
    compare("missing versions", due.into_iter().collect(), listed, wrong);
}

/// What the plan says of an open instance is what it comes to: every version asked about, with the first rule it breaks.
pub(super) fn refusals(air: &OnAir<'_>, plan: &Plan, instance: usize, refused: &[Refused], wrong: &mut Complaints) {
    let id = |version: Option<usize>| version.map(|version| air.station.versions[version].id.clone());
    let due: Vec<_> = refused
        .iter()
        .map(|(version, codes)| (id(*version), codes[0].to_owned()))
        .collect();
    let Some((_, listed)) = plan.open.iter().find(|(own, _)| *own == instance) else {
        return;
    };
    let listed: Vec<_> = listed
        .iter()
        .map(|one| (one.version.clone(), one.code.clone()))
        .collect();
    let at = air.instances[instance];
    wrong.expect(due == listed, || {
        format!(
            "refusals of {} {}: due {due:?}, listed {listed:?}",
            air.station.slots[at.slot].id,
            day_text(at.date)
        )
    });
}
