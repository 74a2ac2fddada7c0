//! Writing a schedule or a station out in a form that others read.

use std::io::Write;
use std::path::Path;

use arna_domain::{Airing, DateRange, Index, Language, Plan, Station, Zones, values};
pub use arna_exchange::csv::Heads;
use arna_exchange::{WriteError, csv, file, listing, plan_json, station_json, xmltv};

use crate::failure::Failure;

/// What to write.
#[derive(Clone, Debug)]
pub enum What {
    /// The whole station as `arna-station/1`.
    Station,
    /// A channel's schedule.
    Schedule {
        /// The form.
        form: Form,
        /// The channel.
        channel: String,
        /// The dates.
        range: DateRange,
        /// The language of titles, with fall-backs where it lacks.
        language: Language,
    },
}

/// A form of a schedule.
#[derive(Clone, Debug)]
pub enum Form {
    /// An XMLTV guide.
    Xmltv,
    /// A table with these head names.
    Csv(Box<Heads>),
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Airings; 0 for a station.
    pub airings: usize,
    /// Characters left out that the form cannot carry.
    pub dropped: usize,
}

/// Writes to a file: the whole of it or nothing.
///
/// # Errors
/// `unknown_channel`; when the file cannot be written.
pub fn to_file(
    station: &Station,
    index: &Index,
    schedule: &[Airing],
    zones: &Zones,
    what: &What,
    path: &Path,
) -> Result<Written, Failure> {
    let mut written = Written::default();
    let mut failed = None;
    let done = file::replace(path, |to| {
        match write(station, index, schedule, zones, what, to) {
            Ok(done) => written = done,
            Err(failure) => failed = Some(failure),
        }
        if failed.is_some() {
            Err(std::io::Error::other("the content could not be made"))
        } else {
            Ok(())
        }
    });
    match (done, failed) {
        (Ok(()), _) => Ok(written),
        (Err(_), Some(failure)) => Err(failure.of(path)),
        (Err(error), None) => Err(Failure::io("write", &error, path)),
    }
}

/// Writes to any receiver.
///
/// # Errors
/// `unknown_channel`; when the receiver takes no more.
pub fn write(
    station: &Station,
    index: &Index,
    schedule: &[Airing],
    zones: &Zones,
    what: &What,
    to: &mut dyn Write,
) -> Result<Written, Failure> {
    match what {
        What::Station => {
            let text = station_json::write(station, zones)?;
            to.write_all(text.as_bytes()).map_err(WriteError::from)?;
            Ok(Written::default())
        }
        What::Schedule {
            form,
            channel,
            range,
            language,
        } => {
            let Some(number) = index.channel(channel) else {
                return Err(Failure::new(
                    "unknown_channel",
                    values! { "channel" => channel.as_str() },
                ));
            };
            let listing = listing::listing(index, station, schedule, number, *range, language);
            let dropped = match form {
                Form::Xmltv => xmltv::write(&listing, to)?,
                Form::Csv(heads) => csv::write(&listing, heads, to)?,
            };
            Ok(Written {
                airings: listing.airings.len(),
                dropped,
            })
        }
    }
}

/// A plan's document, `arna-plan/1`.
pub fn plan_document(plan: &Plan, index: &Index) -> String {
    plan_json::write(plan, index)
}

/// Writes a file: the whole of it or nothing.
///
/// # Errors
/// When the file cannot be written.
pub fn replace_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Failure> {
    file::replace(path, write).map_err(|error: std::io::Error| Failure::io("write", &error, path))
}
