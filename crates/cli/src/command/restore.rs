//! `restore`.

use std::path::Path;

use arna_app::Failure;
use arna_app::backup::{self, Preview};
use arna_domain::{Zones, values};
use serde_json::json;

use super::{journal, now, revisions, verify};
use crate::arguments::Restore;
use crate::output::Output;

pub(super) fn restore(asked: &Restore, output: &Output) -> Result<(), Failure> {
    match &asked.backup {
        Some(from) if asked.preview => preview(&asked.station, from, output),
        Some(from) => put_back(&asked.station, from, output),
        None => list(&asked.station, output),
    }
}

fn put_back(station: &Path, from: &Path, output: &Output) -> Result<(), Failure> {
    backup::restore(station, from, now())?;
    if output.json {
        return output.value(&json!({ "restored": from.display().to_string() }));
    }
    output.remark("cli-restored", &values! { "backup" => from.display().to_string() });
    Ok(())
}

/// What would be lost, and what is wrong with the backup.
fn preview(station: &Path, from: &Path, output: &Output) -> Result<(), Failure> {
    let Preview { faults, lost } = backup::preview(station, from, &Zones::bundled())?;
    if output.json {
        let faults: Vec<_> = faults.iter().map(verify::fault).collect();
        let lost = lost.as_ref().map(|lost| {
            let entries: Vec<_> = lost.entries.iter().map(journal::value).collect();
            let revisions: Vec<_> = lost.revisions.iter().map(revisions::revision).collect();
            json!({
                "is_earlier": lost.is_earlier, "entries": entries, "revisions": revisions,
                "airings": { "now": lost.airings.0, "then": lost.airings.1 }
            })
        });
        return output.value(&json!({ "backup": from.display().to_string(), "faults": faults, "lost": lost }));
    }
    for fault in &faults {
        output.line(&verify::sentence(fault, &output.words))?;
    }
    let Some(lost) = lost else {
        output.remark("cli-restore-unreadable", &values! {});
        return Ok(());
    };
    if !lost.is_earlier {
        output.remark("cli-restore-other", &values! {});
    }
    let values = values! {
        "entries" => lost.entries.len(), "revisions" => lost.revisions.len(), "now" => lost.airings.0, "then" => lost.airings.1
    };
    output.remark("cli-restore-lost", &values);
    let rows = lost.entries.iter().map(|entry| {
        let what = journal::what(entry, &output.words);
        vec![
            entry.number.to_string(),
            entry.at.to_string(),
            entry.author.clone(),
            what,
        ]
    });
    if !lost.entries.is_empty() {
        output.table(&["number", "when", "who", "what"], rows.collect())?;
    }
    let rows = lost.revisions.iter().map(|one| {
        vec![
            one.channel.to_string(),
            one.number.to_string(),
            one.at.to_string(),
            one.author.clone(),
        ]
    });
    if !lost.revisions.is_empty() {
        output.table(&["channel", "revision", "when", "who"], rows.collect())?;
    }
    Ok(())
}

fn list(station: &Path, output: &Output) -> Result<(), Failure> {
    let backups = backup::backups(station)?;
    if output.json {
        let backups = backups
            .iter()
            .map(|one| json!({ "path": one.path.display().to_string(), "taken": one.taken, "bytes": one.bytes }));
        return output.value(&backups.collect());
    }
    if backups.is_empty() {
        output.remark("cli-no-backups", &values! {});
        return Ok(());
    }
    let rows = backups.iter().map(|one| {
        vec![
            one.taken.to_string(),
            one.bytes.to_string(),
            one.path.display().to_string(),
        ]
    });
    output.table(&["when", "bytes", "file"], rows.collect())
}
