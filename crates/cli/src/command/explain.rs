//! `explain`.

use arna_app::desk::{Explanation, Question, explain as explained};
use arna_app::{Failure, source};
use arna_domain::{DateRange, Zones, values};
use serde_json::json;

use super::check::refusal;
use crate::arguments;
use crate::output::Output;

pub(super) fn explain(asked: &arguments::Explain, output: &Output) -> Result<(), Failure> {
    let read = source::read(&asked.station, &Zones::bundled())?;
    let (schedule, range) = match &asked.plan {
        Some(path) => {
            let plan = source::plan(path)?;
            (plan.airings, Some(plan.range))
        }
        None => (read.station.schedule, None),
    };
    // The week of the date: quotas and neighbours of its airings lie in it.
    let week = DateRange {
        from: asked.date.monday(),
        days: 7,
    };
    let question = match (&asked.slot, &asked.channel, asked.time) {
        (None, Some(channel), Some(time)) => {
            let Some(number) = read.index.channel(channel) else {
                return Err(Failure::new(
                    "unknown_channel",
                    values! { "channel" => channel.as_str(), "path" => "--channel" },
                ));
            };
            let start = read.index.channels[number.at()].clock.at(asked.date, time);
            Question::Airing {
                channel: channel.clone(),
                start,
            }
        }
        (slot, _, _) => Question::Slot {
            slot: slot.clone().unwrap_or_default(),
            date: asked.date,
        },
    };
    let explanation = explained(&read.index, &schedule, range.unwrap_or(week), &question)?;
    if output.json {
        return output.value(&json!(explanation));
    }
    print(&explanation, output)
}

fn print(explanation: &Explanation, output: &Output) -> Result<(), Failure> {
    let words = &output.words;
    match explanation.origin {
        Some(origin) => output.line(&words.say(&format!("origin-{}", origin.as_str())))?,
        None => output.line(&words.say("cli-open"))?,
    }
    let checks = explanation.checks.iter().map(|check| {
        let values: Vec<_> = check
            .values
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| {
                format!(
                    "{name} {}",
                    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
                )
            })
            .collect();
        vec![
            if check.passed { "✓" } else { "✗" }.to_owned(),
            words.say(&format!("rule-{}", check.code)),
            values.join(", "),
        ]
    });
    if !explanation.checks.is_empty() {
        output.table(&["kept", "rule", "values"], checks.collect())?;
    }
    if !explanation.candidates.is_empty() {
        let rows = explanation.candidates.iter().map(|one| vec![refusal(one, words)]);
        output.table(&["candidates"], rows.collect())?;
    }
    Ok(())
}
