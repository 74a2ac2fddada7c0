//! As-run logs: what a channel really aired, as its playout wrote it down.
//!
//! There is no standard: a [`Mapping`], saved once for a sender, says what stands where. A row is read whole or left out with a
//! remark that names its cell; rows stay in the log's order, which alone tells a repeated hour apart.

mod bxf;
mod cells;
mod days;
mod letters;
mod mapping;
mod rows;
mod shipped;
mod table;

use std::io::Read;

use arna_domain::time::{ChannelClock, Zone};
use arna_domain::{BroadcastDate, Instant};

pub use mapping::{
    Bxf, Column, Columns, DateFrom, DateIs, Dates, Delimited, Ends, FORMAT, Fixed, Format, Head, Ignored, Mapping,
    Rows, Status, TimeForm, Times, read as mapping,
};
pub use shipped::{SHIPPED, Shipped};
pub use table::{Part, RawLine};

use crate::ReadError;
use crate::received::{At, Remark};

/// The most rows that are taken of one log.
pub const MOST_ROWS: usize = 1_000_000;

/// What is known of a log besides itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The channel's clock.
    pub clock: &'a ChannelClock,
    /// The zone of the log's times; the channel's where the mapping names none.
    pub zone: &'a Zone,
    /// The file's name, in which a date may stand.
    pub file_name: &'a str,
    /// The date that whoever reads the log says it is of.
    pub date: Option<BroadcastDate>,
}

/// A log, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// What it says was to air, in its order.
    pub rows: Vec<LogRow>,
    /// Rows that the mapping passes over.
    pub ignored: usize,
    /// What could not be taken as it stands.
    pub remarks: Vec<Remark>,
    /// Remarks beyond those kept.
    pub further_remarks: usize,
}

/// A row of a log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogRow {
    /// The channel, as the log calls it.
    pub channel: Option<String>,
    /// When it started.
    pub start: Instant,
    /// When it ended; none where nothing tells.
    pub end: Option<Instant>,
    /// The house number.
    pub house_number: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The episode's title.
    pub episode: Option<String>,
    /// Whether it aired.
    pub is_aired: bool,
    /// The status, as the log says it.
    pub status: Option<String>,
    /// How many rows were joined to it, itself among them.
    pub parts: usize,
    /// Where it stands.
    pub at: At,
}

/// How the first lines of a log fall into cells; none of BXF, which has no lines.
///
/// # Errors
/// `unreadable`, `unknown_encoding`, `not_in_encoding`, `too_large`, `line_too_long`.
pub fn raw_lines(from: &mut dyn Read, mapping: &Mapping, most: usize) -> Result<Vec<RawLine>, ReadError> {
    match &mapping.rows {
        Rows::Bxf(_) => Ok(Vec::new()),
        Rows::Delimited(_) | Rows::Fixed(_) => table::look(from, mapping, most),
    }
}

/// Reads a log.
///
/// # Errors
/// `unreadable`, `too_large`, `unknown_encoding`, `not_in_encoding`, `line_too_long`, `too_many_airings`; `asrun_no_column` where a head
/// is missing; `asrun_no_date` where the date is to be found in head, file name or question and is not; of BXF what its reader
/// refuses.
pub fn read(from: &mut dyn Read, mapping: &Mapping, about: &About<'_>) -> Result<Log, ReadError> {
    match &mapping.rows {
        Rows::Bxf(_) => bxf::read(from, mapping, about),
        Rows::Delimited(_) | Rows::Fixed(_) => table::read(from, mapping, about),
    }
}
