//! `check`.

use std::path::Path;
use std::process::ExitCode;

use arna_app::desk::{Review, review};
use arna_app::{Failure, planning, source};
use arna_domain::{Airing, DateRange, Finding, OpenSlot, Severity, Zones, values};
use serde_json::json;

use crate::arguments::SomeDates;
use crate::output::Output;
use crate::words::Words;

pub(super) fn check(
    station: &Path,
    plan: Option<&Path>,
    dates: SomeDates,
    output: &Output,
) -> Result<ExitCode, Failure> {
    let read = source::read(station, &Zones::bundled())?;
    let asked = dates.range()?;
    let judged = match plan {
        Some(path) => {
            let plan = source::plan(path, &read.index)?;
            let range = asked.unwrap_or(plan.range);
            Some(review(&read.index, &plan.airings, range))
        }
        None => {
            let range = asked.map_or_else(|| whole(&read.station.schedule), |range| Ok(Some(range)));
            let range = range.map_err(|failure| failure.of(station))?;
            range.map(|range| review(&read.index, &read.station.schedule, range))
        }
    };
    let nothing_to_judge = judged.is_none();
    let Review { open, mut findings } = judged.unwrap_or(Review {
        open: Vec::new(),
        findings: Vec::new(),
    });
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    if output.json {
        output.value(&json!({ "open": open, "findings": findings }))?;
    } else if open.is_empty() && findings.is_empty() {
        let word = if nothing_to_judge {
            "cli-no-schedule"
        } else {
            "cli-nothing-found"
        };
        output.remark(word, &values! {});
    } else {
        let rows = findings.iter().map(|one| finding_row(one, &output.words));
        let rows = rows.chain(open.iter().map(|one| open_row(one, &output.words)));
        output.table(&["severity", "where", "date", "what"], rows.collect())?;
    }
    let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The dates of a schedule, if it has any.
fn whole(schedule: &[Airing]) -> Result<Option<DateRange>, Failure> {
    let dates = || schedule.iter().map(|airing| airing.date);
    let Some((first, last)) = dates().min().zip(dates().max()) else {
        return Ok(None);
    };
    let days = u32::try_from(last.days_since(first) + 1).unwrap_or(u32::MAX);
    planning::dates(first, days).map(Some)
}

/// A finding as a row: severity, where, date, what.
pub(super) fn finding_row(finding: &Finding, words: &Words) -> Vec<String> {
    let place = &finding.place;
    let at = place
        .slot
        .as_ref()
        .map(ToString::to_string)
        .or_else(|| place.channel.as_ref().map(ToString::to_string));
    let what = words.tell(&format!("finding-{}", finding.code), &finding.values);
    let version = place.version.as_ref().map(|id| format!("{id}: ")).unwrap_or_default();
    vec![
        words.say(&format!("severity-{}", severity(finding.severity))),
        at.unwrap_or_default(),
        place.date.map(|date| date.to_string()).unwrap_or_default(),
        format!("{version}{what}"),
    ]
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

pub(super) fn open_row(open: &OpenSlot, words: &Words) -> Vec<String> {
    let reasons: Vec<_> = open.refusals.iter().map(|one| refusal(one, words)).collect();
    vec![
        words.say("cli-open"),
        open.slot.to_string(),
        open.date.to_string(),
        if reasons.is_empty() {
            words.say("cli-not-calculated")
        } else {
            reasons.join("\n")
        },
    ]
}

/// Why one candidate did not get into a slot.
pub(super) fn refusal(refusal: &arna_domain::Refusal, words: &Words) -> String {
    let mut values = refusal.values.clone();
    if let Some(licence) = &refusal.licence {
        values.insert("licence".to_owned(), licence.as_str().into());
    }
    let what = words.tell(&format!("finding-{}", refusal.code), &values);
    match &refusal.version {
        Some(version) => format!("{version}: {what}"),
        None => what,
    }
}
