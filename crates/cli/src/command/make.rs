//! `new`, `sample`, `import station`.

use std::path::Path;

use arna_app::sample::{self, Size};
use arna_app::{Desk, Failure};
use arna_domain::{Zones, values};
use serde_json::json;

use super::hand;
use crate::arguments::Made;
use crate::output::Output;

pub(super) fn new(station: &Path, output: &Output) -> Result<(), Failure> {
    made(&Desk::create(station, &hand(), Zones::bundled())?, output)
}

pub(super) fn sample(station: &Path, size: Option<Made>, output: &Output) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let size = match size {
        None => return made(&Desk::sample(station, &hand(), zones)?, output),
        Some(Made::Desk) => Size::Desk,
        Some(Made::Net) => Size::Net,
        Some(Made::Huge) => Size::Huge,
    };
    made(&sample::made(station, size, &hand(), zones)?, output)
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
