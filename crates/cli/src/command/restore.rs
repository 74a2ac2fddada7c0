//! `restore`.

use std::path::Path;

use arna_app::Failure;
use arna_app::backup;
use arna_domain::values;
use serde_json::json;

use super::now;
use crate::output::Output;

pub(super) fn restore(station: &Path, from: Option<&Path>, output: &Output) -> Result<(), Failure> {
    if let Some(from) = from {
        backup::restore(station, from, now())?;
        if output.json {
            return output.value(&json!({ "restored": from.display().to_string() }));
        }
        output.remark("cli-restored", &values! { "backup" => from.display().to_string() });
        return Ok(());
    }
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
