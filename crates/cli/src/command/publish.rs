//! `publish`, `deliver`.

use std::process::ExitCode;

use arna_app::publish::{Around, HandedOut};
use arna_app::{Desk, Failure};
use arna_domain::{Language, Severity, Zones, values};
use serde_json::{Value, json};

use super::check::finding_row;
use super::export::{heads, page_words, paper_words};
use super::revisions::{delivery, revision, short};
use super::{hand, now};
use crate::arguments::{Deliver, Publish, Spoken};
use crate::output::Output;
use crate::words::Words;

pub(super) fn publish(asked: &Publish, output: &Output) -> Result<ExitCode, Failure> {
    let mut desk = Desk::open(&asked.station, now(), Zones::bundled())?;
    let range = asked.dates.range()?;
    let channels = if asked.all {
        let (station, _) = desk.station()?;
        let airs = |id| {
            let mut own = station.schedule.iter().filter(|one| one.channel == id);
            own.any(|one| range.holds(one.date))
        };
        let all = station.channels.iter().map(|one| one.id.clone());
        all.filter(|id| airs(id.clone())).map(|id| id.to_string()).collect()
    } else {
        asked.channel.clone()
    };
    if channels.is_empty() {
        output.remark("cli-nothing-to-publish", &values! {});
    }
    // One channel that cannot be handed out keeps no other from it.
    let (mut done, mut failed) = (Vec::new(), false);
    for channel in &channels {
        match desk.publish(channel, range, &hand(), &around) {
            Ok(handed) => {
                remarks(&handed, output);
                done.push(handed);
            }
            Err(failure) => {
                output.remark("cli-not-published", &values! { "channel" => channel });
                output.failure(&failure);
                failed = true;
            }
        }
    }
    told(&done, output)?;
    Ok(if failed { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

pub(super) fn deliver(asked: &Deliver, output: &Output) -> Result<(), Failure> {
    let mut desk = Desk::open(&asked.station, now(), Zones::bundled())?;
    let handed = desk.deliver(&asked.channel, asked.revision, asked.to.as_deref(), &hand(), &around)?;
    remarks(&handed, output);
    told(&[handed], output)
}

/// What stands around facts in a language: in English where there are no messages in it, whoever hands it out.
fn around(language: &Language) -> Result<Around, Failure> {
    let words = Words::of(language).unwrap_or_else(|| Words::in_language(Spoken::En));
    Ok(Around {
        heads: heads(&words),
        page: page_words(language, &words)?,
        paper: paper_words(language, &words)?,
    })
}

fn remarks(handed: &HandedOut, output: &Output) {
    let HandedOut {
        revision,
        is_new,
        files,
        there,
        dropped,
        findings,
    } = handed;
    let values = values! {
        "channel" => revision.channel.as_str(), "number" => revision.number, "files" => files.len(), "there" => there,
        "from" => revision.range.from.to_string(), "until" => revision.range.end().plus_days(-1).to_string()
    };
    output.remark(if *is_new { "cli-published" } else { "cli-stands" }, &values);
    if files.is_empty() && *there == 0 {
        output.remark("cli-no-receivers", &values! { "channel" => revision.channel.as_str() });
    }
    // Every live block has fillers beneath it, in each form of playlists: that is no news.
    let mut rows: Vec<Vec<String>> = Vec::new();
    for finding in findings.iter().filter(|one| one.severity > Severity::Info) {
        let row = finding_row(finding, &output.words);
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    if !rows.is_empty() {
        output.remark_table(&["severity", "where", "date", "what"], rows);
    }
    if *dropped > 0 {
        output.remark("cli-dropped", &values! { "count" => dropped });
    }
}

fn told(done: &[HandedOut], output: &Output) -> Result<(), Failure> {
    if output.json {
        let one = |handed: &HandedOut| {
            json!({
                "revision": revision(&handed.revision), "new": handed.is_new, "there": handed.there,
                "files": handed.files.iter().map(delivery).collect::<Vec<Value>>(), "findings": handed.findings
            })
        };
        return output.value(&done.iter().map(one).collect());
    }
    let files: Vec<Vec<String>> = done
        .iter()
        .flat_map(|handed| &handed.files)
        .map(|file| {
            vec![
                file.receiver.clone(),
                file.form.clone(),
                file.bytes.to_string(),
                short(&file.sha256),
                file.place.clone(),
            ]
        })
        .collect();
    if files.is_empty() {
        return Ok(());
    }
    output.table(&["receiver", "form", "bytes", "sha256", "file"], files)
}
