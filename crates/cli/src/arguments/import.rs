//! What can be typed of documents and schedules of others that something is made of.

use std::path::PathBuf;

use arna_app::Failure;
use arna_domain::receiver::DateOf;
use arna_domain::{BroadcastDate, DateRange};
use clap::{Args, Subcommand};

use super::{date, date_of, days, range_if_named};

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// A station file of an arna-station/1 document
    Station {
        /// The document
        document: PathBuf,
        /// The file to make
        station: PathBuf,
    },
    /// A proposal of a guide (XMLTV)
    Xmltv(Imported),
    /// A proposal of a schedule as BXF (SMPTE ST 2021)
    Bxf {
        #[command(flatten)]
        asked: Imported,
        /// Which date stands beside a time past midnight
        #[arg(long, value_name = "calendar|broadcast", default_value = "calendar", value_parser = date_of)]
        date_of: DateOf,
    },
    /// A proposal of a schedule as a table or a book (CSV, XLSX, ODS)
    Sheet(Imported),
    /// A proposal of playlists as ffplayout reads them: one, or a folder with those of many days
    Ffplayout(Imported),
    /// What was changed in a workbook of channels, catalogue, licences and grids: a book (XLSX, ODS), a table (CSV), or a folder of tables
    Workbook(TakenBack),
}

#[derive(Debug, Args)]
pub(crate) struct TakenBack {
    /// The book, the table or the folder
    pub(crate) file: PathBuf,
    /// The station
    pub(crate) station: PathBuf,
    /// Take out what a sheet that is there has no row of
    #[arg(long)]
    pub(crate) remove_missing: bool,
    /// Take the changes into the station file, as one step
    #[arg(long)]
    pub(crate) accept: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Imported {
    /// The file
    pub(crate) file: PathBuf,
    /// The station
    pub(crate) station: PathBuf,
    /// The channel, by whose clock times are read
    #[arg(long)]
    pub(crate) channel: String,
    /// What the file calls the channel [default: its id, what the id begins with, or its name]
    #[arg(long, value_name = "NAME")]
    pub(crate) called: Option<String>,
    /// The first broadcast date [default: those dates that the file mostly tells of]
    #[arg(long, value_name = "DATE", value_parser = date, requires = "days")]
    pub(crate) from: Option<BroadcastDate>,
    /// How many dates
    #[arg(long, requires = "from", value_parser = days)]
    pub(crate) days: Option<u32>,
    /// Take the proposal into the schedule of the station file, as one step
    #[arg(long)]
    pub(crate) accept: bool,
    /// Accept without what the station does not know, what may be several things and what cannot be read
    #[arg(long, requires = "accept")]
    pub(crate) anyway: bool,
}

impl Imported {
    /// The dates as a range, where they are named, or why they are none.
    pub(crate) fn dates(&self) -> Result<Option<DateRange>, Failure> {
        range_if_named(self.from, self.days)
    }
}
