//! `verify`.

use std::path::Path;
use std::process::ExitCode;

use arna_app::Failure;
use arna_app::verify::{Fault, Looked, verify as look};
use arna_app::view;
use arna_domain::{Values, Zones, values};
use serde_json::{Value, json};

use crate::output::Output;
use crate::words::Words;

pub(super) fn verify(station: &Path, output: &Output) -> Result<ExitCode, Failure> {
    let verified = look(station, &Zones::bundled())?;
    if output.json {
        let backups: Vec<Value> = verified.backups.iter().map(looked).collect();
        let mut value = looked(&verified.station);
        value["backups"] = json!(backups);
        let good = verified.newest_good_backup();
        value["newest_good_backup"] = json!(good.map(|file| file.display().to_string()));
        output.value(&value)?;
    } else {
        told(&verified.station, output)?;
        if !verified.backups.is_empty() {
            let rows = verified.backups.iter().map(|one| backup_row(one, &output.words));
            output.table(&["file", "number", "state"], rows.collect())?;
        }
        if let Some(file) = verified
            .newest_good_backup()
            .filter(|_| !verified.station.faults.is_empty())
        {
            output.remark("cli-good-backup", &values! { "file" => file.display().to_string() });
        }
    }
    Ok(if verified.is_sound() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

/// What is wrong with a file, a fault a row.
fn told(looked: &Looked, output: &Output) -> Result<(), Failure> {
    if looked.faults.is_empty() {
        let values = values! { "file" => looked.file.display().to_string(), "entries" => looked.entries };
        return output.line(&output.words.tell("cli-sound", &values));
    }
    let row = |fault: &Fault| {
        let remedy = output.words.say(&format!("remedy-{}", fault.remedy().as_str()));
        vec![sentence(fault, &output.words), remedy]
    };
    output.table(&["what", "remedy"], looked.faults.iter().map(row).collect())
}

fn backup_row(backup: &Looked, words: &Words) -> Vec<String> {
    let state = match backup.faults.first() {
        None => words.say("cli-backup-sound"),
        Some(fault) => sentence(fault, words),
    };
    let entries = backup.entries.map(|entries| entries.to_string()).unwrap_or_default();
    vec![backup.file.display().to_string(), entries, state]
}

/// A fault in words. What the station's own reader or a refusal says of it comes from their messages.
pub(super) fn sentence(fault: &Fault, words: &Words) -> String {
    let view::FileFaultView { code, values, why, .. } = view::fault(fault);
    let mut values = values_of(values);
    if let Some(why) = why {
        values.insert(
            "why".to_owned(),
            words.tell(&why.message, &values_of(why.values)).into(),
        );
    }
    words.tell(&format!("fault-{code}"), &values)
}

fn values_of(texts: view::Texts) -> Values {
    texts.into_iter().map(|(name, text)| (name, text.into())).collect()
}

fn looked(one: &Looked) -> Value {
    let faults: Vec<Value> = one.faults.iter().map(fault).collect();
    let file = one.file.display().to_string();
    json!({ "file": file, "sound": faults.is_empty(), "entries": one.entries, "faults": faults })
}

/// A fault as JSON: its code, its place and values, and what can be done.
pub(super) fn fault(one: &Fault) -> Value {
    json!({ "code": one.code, "values": one.values, "remedy": one.remedy().as_str() })
}
