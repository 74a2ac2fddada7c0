//! `salvage`.

use std::path::Path;
use std::process::ExitCode;

use arna_app::Failure;
use arna_app::salvage::salvage as take;
use arna_domain::{Zones, values};
use serde_json::json;

use super::hand;
use super::verify::{fault, sentence};
use crate::output::Output;

pub(super) fn salvage(damaged: &Path, new: &Path, output: &Output) -> Result<ExitCode, Failure> {
    let salvaged = take(damaged, new, &hand(), &Zones::bundled())?;
    let missing = &salvaged.missing;
    let file = new.display().to_string();
    if output.json {
        let listed: Vec<_> = missing.iter().map(fault).collect();
        output.value(&json!({
            "file": file, "airings": salvaged.airings, "keeps_journal": salvaged.keeps_journal, "missing": listed
        }))?;
    } else {
        output.remark(
            "cli-salvaged",
            &values! { "file" => file, "airings" => salvaged.airings },
        );
        if !salvaged.keeps_journal {
            output.remark("cli-salvaged-anew", &values! {});
        } else if missing.is_empty() {
            output.remark("cli-salvaged-whole", &values! {});
        }
        if !missing.is_empty() {
            output.remark("cli-missing", &values! { "count" => missing.len() });
            let rows = missing.iter().map(|one| vec![sentence(one, &output.words)]);
            output.table(&["what"], rows.collect())?;
        }
    }
    Ok(if missing.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
