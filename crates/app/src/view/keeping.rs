//! What keeps a station: whether its file holds together, its backups, and what can be taken out of a damaged one.

use std::path::Path;

use arna_domain::Values;
use serde::Serialize;
use serde_json::Value;
use specta::Type;

use super::{StepView, Texts, count, size, step, texts};
use crate::backup::{Backup, Lost, Preview};
use crate::salvage::Salvaged;
use crate::verify::{Fault, Looked};

/// Lost journal entries and revisions that are shown; the counts beside them are whole.
pub const MOST_LOST: usize = 200;

/// Something wrong with a station file: the message `fault-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FileFaultView {
    /// What.
    pub code: String,
    /// With what values.
    pub values: Texts,
    /// What the reader of stations, or a refusal, says of it: its message goes into the fault's as `why`.
    pub why: Option<WhyView>,
    /// What can be done: `salvage`, `restore` or `nothing`.
    pub remedy: String,
}

/// A message within another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WhyView {
    /// Its id.
    pub message: String,
    /// With what values.
    pub values: Texts,
}

/// A station file that was looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LookedView {
    /// The file.
    pub file: String,
    /// The number of its last journal entry, where that can be read.
    pub entries: Option<u32>,
    /// What is wrong with it.
    pub faults: Vec<FileFaultView>,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BackupView {
    /// The file.
    pub file: String,
    /// When it was taken, in UTC.
    pub taken: String,
    /// Its size.
    pub bytes: u32,
}

/// What putting back a backup would come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RestoreView {
    /// What is wrong with the backup.
    pub faults: Vec<FileFaultView>,
    /// What the station has that the backup lacks; none where the station itself cannot be read.
    pub lost: Option<LostView>,
}

/// What a station has that a backup lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LostView {
    /// Whether the backup is an earlier state of the same station.
    pub is_earlier: bool,
    /// Journal entries that would be gone, in all.
    pub entries: u32,
    /// The newest of them.
    pub steps: Vec<StepView>,
    /// Revisions that would be gone, in all.
    pub revisions: u32,
    /// The first of them, as channel and number.
    pub published: Vec<(String, u32)>,
    /// Accepted airings now.
    pub airings: u32,
    /// Accepted airings in the backup.
    pub airings_then: u32,
}

/// What was taken out of a damaged file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SalvagedView {
    /// The new file.
    pub file: String,
    /// Its airings.
    pub airings: u32,
    /// Whether the journal goes on; else it begins anew.
    pub keeps_journal: bool,
    /// What is missing.
    pub missing: Vec<FileFaultView>,
}

/// A fault. What its message may name is there, if only as a dash.
pub fn fault(fault: &Fault) -> FileFaultView {
    let inner = fault.values.get("values").and_then(Value::as_object);
    let why = ["invalid", "failure"].into_iter().find_map(|of| {
        let code = fault.values.get(of)?.as_str()?;
        Some(WhyView {
            message: format!("{of}-{code}"),
            values: texts(&inner.cloned().unwrap_or_default()),
        })
    });
    let mut values: Values = fault.values.clone();
    values.retain(|_, value| !value.is_object() && !value.is_null());
    for name in [
        "kind", "id", "position", "channel", "start", "number", "row", "name", "entries",
    ] {
        values.entry(name).or_insert_with(|| "–".into());
    }
    values.entry("until").or_insert_with(|| "end".into());
    FileFaultView {
        code: fault.code.to_owned(),
        values: texts(&values),
        why,
        remedy: fault.remedy().as_str().to_owned(),
    }
}

/// A file that was looked through.
pub fn looked(looked: &Looked) -> LookedView {
    LookedView {
        file: looked.file.display().to_string(),
        entries: looked.entries.and_then(|entries| u32::try_from(entries).ok()),
        faults: looked.faults.iter().map(fault).collect(),
    }
}

/// A backup.
pub fn backup(backup: &Backup) -> BackupView {
    BackupView {
        file: backup.path.display().to_string(),
        taken: backup.taken.to_string(),
        bytes: size(backup.bytes),
    }
}

/// What putting back a backup would come to.
pub fn restoring(preview: &Preview) -> RestoreView {
    RestoreView {
        faults: preview.faults.iter().map(fault).collect(),
        lost: preview.lost.as_ref().map(lost),
    }
}

fn lost(lost: &Lost) -> LostView {
    let published = lost.revisions.iter().take(MOST_LOST);
    LostView {
        is_earlier: lost.is_earlier,
        entries: count(lost.entries.len()),
        steps: lost.entries.iter().take(MOST_LOST).map(step).collect(),
        revisions: count(lost.revisions.len()),
        published: published
            .map(|one| (one.channel.to_string(), u32::try_from(one.number).unwrap_or(u32::MAX)))
            .collect(),
        airings: count(lost.airings.0),
        airings_then: count(lost.airings.1),
    }
}

/// What was taken out of a damaged file.
pub fn salvaged(file: &Path, salvaged: &Salvaged) -> SalvagedView {
    SalvagedView {
        file: file.display().to_string(),
        airings: count(salvaged.airings),
        keeps_journal: salvaged.keeps_journal,
        missing: salvaged.missing.iter().map(fault).collect(),
    }
}
