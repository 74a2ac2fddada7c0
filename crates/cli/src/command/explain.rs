//! `explain`.

use arna_app::desk::Fix;
use arna_app::explaining::{Explanation, Question, explain as explained};
use arna_app::fixing::{Wanted, fixes};
use arna_app::planning::Progress;
use arna_app::{Failure, source};
use arna_domain::time::SECOND;
use arna_domain::{DateRange, Index, Values, Zones, values};
use serde_json::json;

use super::check::refusal;
use super::plan::Bar;
use super::threads;
use crate::arguments;
use crate::output::Output;
use crate::words::Words;

pub(super) fn explain(asked: &arguments::Explain, output: &Output) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let read = source::read(&asked.station, &zones)?;
    let planned = asked.plan.as_deref().map(|path| source::plan(path, &read.index));
    let planned = planned.transpose()?;
    // The week of the date: quotas and neighbours of its airings lie in it.
    let week = DateRange {
        from: asked.date.monday(),
        days: 7,
    };
    let (schedule, range) = match &planned {
        Some(plan) => (&plan.airings, plan.range),
        None => (&read.station.schedule, week),
    };
    let question = question(asked, &read.index)?;
    let explanation = explained(&read.index, schedule, range, &question)?;
    let found = match question {
        Question::Airing { .. } => None,
        Question::Slot { slot, date } => {
            let wanted = Wanted {
                slot,
                date,
                range,
                threads: threads(None),
            };
            let bar = Bar::new(&output.words);
            let report = |progress: Progress| bar.show(progress);
            let found = fixes(&read.station, &read.index, &zones, schedule, &wanted, &report)?;
            bar.done();
            Some(found)
        }
    };
    if output.json {
        let mut document = json!(explanation);
        if let Some(found) = found {
            document["fixes"] = json!(found);
        }
        return output.value(&document);
    }
    print(&explanation, output)?;
    found.map_or(Ok(()), |found| print_fixes(&found, &read.index, output))
}

fn question(asked: &arguments::Explain, index: &Index) -> Result<Question, Failure> {
    let (None, Some(channel), Some(time)) = (&asked.slot, &asked.channel, asked.time) else {
        return Ok(Question::Slot {
            slot: asked.slot.clone().unwrap_or_default(),
            date: asked.date,
        });
    };
    let Some(number) = index.channel(channel) else {
        return Err(Failure::new(
            "unknown_channel",
            values! { "channel" => channel.as_str(), "path" => "--channel" },
        ));
    };
    Ok(Question::Airing {
        channel: channel.clone(),
        start: index.channels[number.at()].clock.at(asked.date, time.minute) + i64::from(time.seconds) * SECOND,
    })
}

fn print(explanation: &Explanation, output: &Output) -> Result<(), Failure> {
    let words = &output.words;
    match explanation.origin {
        Some(origin) => output.line(&words.say(&format!("origin-{}", origin.as_str())))?,
        None if !explanation.covered.is_empty() => {
            output.line(&words.say("cli-covered"))?;
            for cover in &explanation.covered {
                output.line(&format!(
                    "  {}",
                    words.tell(&format!("cli-covered-by-{}", cover.by), &cover.values)
                ))?;
            }
        }
        None => output.line(&words.say("cli-open"))?,
    }
    let checks = explanation.checks.iter().map(|check| {
        vec![
            if check.passed { "✓" } else { "✗" }.to_owned(),
            words.say(&format!("rule-{}", check.code)),
            facts(&check.values, words),
        ]
    });
    if !explanation.checks.is_empty() {
        output.table(&["kept", "rule", "values"], checks.collect())?;
    }
    let candidates = explanation.candidates.iter();
    if explanation.candidates.iter().any(|one| one.points.is_some()) {
        let points = |points: Option<i64>| points.map(|points| format!("{points:+}")).unwrap_or_default();
        let rows = candidates.map(|one| vec![points(one.points), refusal(&one.refusal, words)]);
        output.table(&["points", "candidates"], rows.collect())?;
    } else if !explanation.candidates.is_empty() {
        let rows = candidates.map(|one| vec![refusal(&one.refusal, words)]);
        output.table(&["candidates"], rows.collect())?;
    }
    Ok(())
}

/// Values as they are told: messages `fact-<name>`. Milliseconds are left out, since the same length stands beside them as people read
/// it, and so is what does not apply; only a limit that there is not is worth a word.
fn facts(values: &Values, words: &Words) -> String {
    let told: Vec<_> = values
        .iter()
        .filter(|(name, value)| !name.ends_with("_ms") && (!value.is_null() || name.as_str() == "max_runs"))
        .map(|(name, value)| {
            let value = match (name.as_str(), value.as_str()) {
                ("language" | "languages", Some(tags)) => languages(tags, words).into(),
                _ => value.clone(),
            };
            words.tell(&format!("fact-{name}"), &values! { "value" => value })
        })
        .collect();
    told.join("; ")
}

/// Languages by name instead of tag.
fn languages(tags: &str, words: &Words) -> String {
    let names: Vec<_> = tags
        .split(", ")
        .map(|tag| words.tell("language-name", &values! { "language" => tag }))
        .collect();
    names.join(", ")
}

fn print_fixes(found: &[Fix], index: &Index, output: &Output) -> Result<(), Failure> {
    if found.is_empty() {
        return output.line(&output.words.say("fixes-none"));
    }
    let rows = found.iter().map(|fix| fix_row(fix, index, &output.words));
    output.table(&["fix", "airs", "pool", "break", "open"], rows.collect())
}

fn fix_row(fix: &Fix, index: &Index, words: &Words) -> Vec<String> {
    let changes: Vec<_> = fix
        .amendments
        .iter()
        .map(|one| words.tell(&format!("amendment-{}", one.kind()), &one.values(index)))
        .collect();
    let (before, after) = (&fix.before, &fix.after);
    vec![
        match changes.as_slice() {
            [] if fix.anew => words.say("fix-calculate-anew"),
            [] => words.say("fix-calculate-again"),
            changes => changes.join("\n"),
        },
        fix.airs.to_string(),
        format!("{} ({:+})", after.pool, after.pool - before.pool),
        format!("{} ({:+})", after.breaks, after.breaks - before.breaks),
        format!("{} → {}", before.open, after.open),
    ]
}
