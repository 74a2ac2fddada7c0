//! As-run logs: what a channel really aired, laid beside what was accepted, and taken over as its history.

mod align;
mod reconcile;
mod report;
mod sent;
mod told;

use std::fs::File;
use std::path::Path;

use arna_domain::{Airing, BroadcastDate, Index, Language, Station, Zones, values};
use arna_exchange::asrun::{self, About};
pub use arna_exchange::asrun::{Log, LogRow, Mapping, Part as RawPart, RawLine, SHIPPED, Shipped};
use arna_exchange::{csv, file};

pub use self::reconcile::{HEADS, Look, Reconciled, Telling, date_of, in_seconds, look, passed, reconcile, spans};
pub use self::report::{Aired, Item, ON_TIME_MS, Outcome, Report, Totals, report};
pub use self::sent::Sent;
pub(crate) use self::told::mostly;
use crate::failure::Failure;
pub use crate::names::Key;
use crate::ops::airings::title_of_airing;
use crate::source;

/// What a log is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The station, with the schedule that the log is laid beside.
    pub station: &'a Station,
    /// Its index.
    pub index: &'a Index,
    /// The channel.
    pub channel: &'a str,
    /// The broadcast date; else those that the log tells of.
    pub date: Option<BroadcastDate>,
}

impl<'a> Asked<'a> {
    /// The same question of what the channel was sent.
    #[must_use]
    pub fn of_sent(&self, sent: &'a Sent) -> Self {
        Self {
            station: &sent.station,
            index: &sent.index,
            ..*self
        }
    }
}

/// What something scheduled is called, in a language.
pub fn title(station: &Station, index: &Index, airing: &Airing, language: &Language) -> String {
    title_of_airing(station, index, airing, language)
}

/// Writes a report as a table for spreadsheets: the whole file or nothing.
///
/// # Errors
/// When the file cannot be written.
pub fn save(path: &Path, heads: &[String], rows: &[Vec<String>]) -> Result<(), Failure> {
    file::replace(path, |to| csv::write_rows(heads, rows, to)).map_err(|error| Failure::from(error).of(path))
}

/// A mapping by the name of one that is shipped, or from a file.
///
/// # Errors
/// What is wrong with the document, with its place; `unknown_mapping` where there is neither.
pub fn mapping(name: &str) -> Result<Mapping, Failure> {
    if let Some(shipped) = Shipped::named(name) {
        return Ok(asrun::mapping(shipped.document.as_bytes())?);
    }
    let path = Path::new(name);
    if !path.exists() {
        let known: Vec<&str> = SHIPPED.iter().map(|one| one.name).collect();
        let values = values! { "name" => name, "known" => known.join(", ") };
        return Err(Failure::new("unknown_mapping", values));
    }
    asrun::mapping(&source::bytes(path)?).map_err(|error| Failure::from(error).of(path))
}

/// The mapping of a document's text.
///
/// # Errors
/// What is wrong with the document, with its place.
pub fn mapping_of(text: &str) -> Result<Mapping, Failure> {
    Ok(asrun::mapping(text.as_bytes())?)
}

/// A mapping as a document.
pub fn document(mapping: &Mapping) -> String {
    serde_json::to_string_pretty(mapping).map_or_else(|_| String::new(), |text| text + "\n")
}

/// How the first lines of a log fall into cells.
///
/// # Errors
/// What cannot be read, with its place.
pub fn raw_lines(path: &Path, mapping: &Mapping, most: usize) -> Result<Vec<RawLine>, Failure> {
    let mut file = File::open(path).map_err(|error| Failure::io("read", &error, path))?;
    asrun::raw_lines(&mut file, mapping, most).map_err(|error| Failure::from(error).of(path))
}

/// A log, read by a mapping.
///
/// # Errors
/// `unknown_channel`, `unknown_zone`; what cannot be read, with its place.
pub fn read(path: &Path, mapping: &Mapping, asked: &Asked<'_>, zones: &Zones) -> Result<Log, Failure> {
    let channel = asked.index.channel(asked.channel);
    let channel = channel.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => asked.channel }))?;
    let clock = &asked.index.channels[channel.at()].clock;
    let zone = match &mapping.zone {
        Some(tz) => zones.named(tz).map_err(|_| {
            let values = values! { "channel" => asked.channel, "tz" => tz };
            Failure::new("unknown_zone", values)
        })?,
        None => clock.zone.clone(),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let about = About {
        clock,
        zone: &zone,
        file_name: &name,
        date: asked.date,
    };
    let mut file = File::open(path).map_err(|error| Failure::io("read", &error, path))?;
    asrun::read(&mut file, mapping, &about).map_err(|error| Failure::from(error).of(path))
}
