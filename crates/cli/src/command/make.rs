//! `new`, `sample`, `import station`.

use std::path::Path;

use arna_app::{Desk, Failure};
use arna_domain::{Zones, values};
use serde_json::json;

use super::hand;
use crate::output::Output;

pub(super) fn new(station: &Path, output: &Output) -> Result<(), Failure> {
    made(&Desk::create(station, &hand(), Zones::bundled())?, output)
}

pub(super) fn sample(station: &Path, output: &Output) -> Result<(), Failure> {
    made(&Desk::sample(station, &hand(), Zones::bundled())?, output)
}

pub(super) fn import(document: &Path, station: &Path, output: &Output) -> Result<(), Failure> {
    made(&Desk::import(document, station, &hand(), Zones::bundled())?, output)
}

fn made(desk: &Desk, output: &Output) -> Result<(), Failure> {
    let file = desk.path().display().to_string();
    if output.json {
        return output.value(&json!({ "station": file, "revision": desk.revision()? }));
    }
    output.remark("cli-made", &values! { "file" => file });
    Ok(())
}
