//! `rollout`.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use arna_app::{Failure, rollout as app, source};
use arna_domain::rollout::{Proposal, Rollout, State};
use arna_domain::slot::{Fill, Repeat, Sequel};
use arna_domain::time::Weekday;
use arna_domain::{BroadcastDate, EpisodeId, Language, Licence, Severity, Slot, Zones, values};

use super::check::finding_row;
use super::plan::Bar;
use super::threads;
use crate::arguments;
use crate::output::Output;
use crate::words::Words;

pub(super) fn rollout(asked: &arguments::Rollout, output: &Output) -> Result<ExitCode, Failure> {
    asked.apply.as_deref().map_or(Ok(()), Failure::if_folder_missing)?;
    let zones = Zones::bundled();
    let read = source::read(&asked.station, &zones)?;
    let rollout = app::read(&asked.rollout)?;
    let bar = Bar::new(&output.words);
    let proposed = app::propose(&read.station, &rollout, &zones, threads(asked.threads), &|progress| {
        bar.show(progress)
    });
    bar.done();
    let proposal = proposed.map_err(|failure| match failure.code.as_str() {
        "rollout_unusable" => failure.of(&asked.rollout),
        _ => failure.of(&asked.station),
    })?;
    if let Some(path) = &asked.apply {
        app::apply(&read.station, &proposal, &zones, path)?;
        output.remark("cli-written", &values! { "file" => path.display().to_string() });
    }
    if output.json {
        output.text(&app::document(&proposal, &read.index))?;
    } else {
        print(&rollout, &proposal, output)?;
    }
    let count = |state: State| proposal.premieres.iter().filter(|one| one.state == state).count();
    output.remark(
        "cli-rolled-out",
        &values! {
            "airs" => count(State::Airs), "waits" => count(State::Waits), "fails" => count(State::Fails),
            "channels" => rollout.targets.len(), "licences" => proposal.licences.len()
        },
    );
    let errors = proposal
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn print(rollout: &Rollout, proposal: &Proposal, output: &Output) -> Result<(), Failure> {
    let words = &output.words;
    matrix(rollout, proposal, output)?;
    let slots: Vec<_> = proposal.slots.iter().map(|slot| slot_row(slot, words)).collect();
    table(
        output,
        &["slot", "days", "start", "minutes", "from", "until", "layer", "what"],
        slots,
    )?;
    let licences: Vec<_> = proposal.licences.iter().map(licence_row).collect();
    table(
        output,
        &["licence", "channel", "languages", "from", "until", "runs", "gap-hours"],
        licences,
    )?;
    let holdbacks = proposal.holdbacks.iter().map(|one| {
        let (season, first) = (one.season.to_string(), one.first_channel.to_string());
        vec![season, first, one.hours.to_string()]
    });
    table(
        output,
        &["season", "shows-first", "holdback-hours"],
        holdbacks.collect(),
    )?;
    table(
        output,
        &["language", "episode", "by", "stands-in", "channel"],
        missing_rows(proposal),
    )?;
    let findings: Vec<_> = proposal.findings.iter().map(|one| finding_row(one, words)).collect();
    table(output, &["severity", "where", "date", "what"], findings)
}

/// A table, if it has rows.
fn table(output: &Output, heads: &[&str], rows: Vec<Vec<String>>) -> Result<(), Failure> {
    if rows.is_empty() {
        Ok(())
    } else {
        output.table(heads, rows)
    }
}

/// Channels × languages: when what airs.
fn matrix(rollout: &Rollout, proposal: &Proposal, output: &Output) -> Result<(), Failure> {
    let mut languages: Vec<&Language> = Vec::new();
    for language in rollout.targets.iter().flat_map(|target| &target.languages) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let rows = rollout.targets.iter().map(|target| {
        let cells = languages.iter().map(|&language| {
            if target.languages.contains(language) {
                cell(proposal, target.channel.as_str(), language, &output.words)
            } else {
                String::new()
            }
        });
        std::iter::once(target.channel.to_string()).chain(cells).collect()
    });
    let heads = std::iter::once(output.words.say("cli-head-channel"));
    let heads = heads.chain(languages.iter().map(ToString::to_string));
    output.table_with_heads(heads.collect(), rows.collect())
}

fn cell(proposal: &Proposal, channel: &str, language: &Language, words: &Words) -> String {
    let mut lines = Vec::new();
    let own = proposal.premieres.iter().filter(|one| one.channel.as_str() == channel);
    let own: Vec<_> = own.filter(|one| one.language.as_ref() == Some(language)).collect();
    for (state, id) in [
        (State::Airs, "cli-premieres-airs"),
        (State::Waits, "cli-premieres-waits"),
        (State::Fails, "cli-premieres-fails"),
    ] {
        let dates = own.iter().filter(|one| one.state == state).map(|one| one.date);
        if let (Some(first), Some(last)) = (dates.clone().min(), dates.clone().max()) {
            let values = values! { "from" => first.to_string(), "until" => last.to_string(), "count" => dates.count() };
            lines.push(words.tell(id, &values));
        }
    }
    let missing = proposal.versions.iter();
    let missing = missing.filter(|one| one.channel.as_str() == channel && one.language == *language);
    if let Some(first) = missing.clone().map(|one| one.by).min() {
        let values = values! { "by" => first.to_string(), "count" => missing.count() };
        lines.push(words.tell("cli-versions-missing", &values));
    }
    if lines.is_empty() {
        "–".to_owned()
    } else {
        lines.join("\n")
    }
}

fn slot_row(slot: &Slot, words: &Words) -> Vec<String> {
    let days = if slot.days.len() == Weekday::ALL.len() {
        words.say("cli-every-day")
    } else {
        let days = slot
            .days
            .iter()
            .map(|&day| words.say(&format!("cli-weekday-{}", weekday(day))));
        days.collect::<Vec<_>>().join(" ")
    };
    let what = match &slot.fill {
        Fill::Sequel(Sequel { season, .. }) => season.to_string(),
        Fill::Repeat(Repeat { of, days_after }) => {
            words.tell("cli-repeat-of", &values! { "slot" => of, "days" => days_after })
        }
        Fill::Pool(_) | Fill::Hold(_) => String::new(),
    };
    vec![
        slot.id.to_string(),
        days,
        slot.start.to_string(),
        slot.length_min.to_string(),
        date(slot.from),
        date(slot.until),
        slot.layer.to_string(),
        what,
    ]
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

fn date(date: Option<BroadcastDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn licence_row(licence: &Licence) -> Vec<String> {
    let joined = |list: Vec<String>| list.join(" ");
    vec![
        licence.id.to_string(),
        joined(licence.channels.iter().map(ToString::to_string).collect()),
        joined(licence.languages.iter().map(ToString::to_string).collect()),
        licence.from.to_string(),
        licence.until.to_string(),
        licence.max_runs.map(|runs| runs.to_string()).unwrap_or_default(),
        licence.min_gap_hours().to_string(),
    ]
}

/// Versions to make: each once, for the channel that needs it first and all others, by language and date.
fn missing_rows(proposal: &Proposal) -> Vec<Vec<String>> {
    struct Needed<'a> {
        by: BroadcastDate,
        stands_in: BTreeSet<&'a Language>,
        channels: Vec<&'a str>,
    }
    let mut needed: BTreeMap<(&Language, &EpisodeId), Needed<'_>> = BTreeMap::new();
    for one in &proposal.versions {
        let row = needed.entry((&one.language, &one.episode)).or_insert(Needed {
            by: one.by,
            stands_in: BTreeSet::new(),
            channels: Vec::new(),
        });
        row.by = row.by.min(one.by);
        row.stands_in.extend(&one.stands_in);
        row.channels.push(one.channel.as_str());
    }
    let mut rows: Vec<_> = needed.into_iter().collect();
    rows.sort_by_key(|((language, _), row)| (*language, row.by));
    let text = |((language, episode), row): ((&Language, &EpisodeId), Needed<'_>)| {
        let stands_in: Vec<_> = row.stands_in.iter().map(|language| language.as_str()).collect();
        vec![
            language.to_string(),
            episode.to_string(),
            row.by.to_string(),
            stands_in.join(" "),
            row.channels.join(" "),
        ]
    };
    rows.into_iter().map(text).collect()
}
