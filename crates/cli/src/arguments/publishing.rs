//! What can be typed about revisions and receivers.

use std::path::PathBuf;

use arna_domain::receiver::{DateOf, Edition};
use arna_domain::{FrameRate, Language};
use clap::{Args, Subcommand};

use super::{Dates, authority, date_of, edition, language, number, rate, word};

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// The station file
    pub(crate) station: PathBuf,
    /// The channel; may be given several times
    #[arg(long, required_unless_present = "all", conflicts_with = "all")]
    pub(crate) channel: Vec<String>,
    /// Every channel that has something accepted in these dates
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) dates: Dates,
}

#[derive(Debug, Args)]
pub(crate) struct Deliver {
    /// The station file
    pub(crate) station: PathBuf,
    /// The channel
    #[arg(long)]
    pub(crate) channel: String,
    /// The number of the revision [default: the last]
    #[arg(long, value_name = "NUMBER", value_parser = number::<i64>)]
    pub(crate) revision: Option<i64>,
    /// Put all receivers' files into this folder instead of their own
    #[arg(long, value_name = "FOLDER")]
    pub(crate) to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Changes {
    /// The station file
    pub(crate) station: PathBuf,
    /// The channel
    #[arg(long)]
    pub(crate) channel: String,
    /// The number of the revision before
    #[arg(long, value_name = "NUMBER", value_parser = number::<i64>)]
    pub(crate) since: i64,
    /// The number of the revision after [default: what is accepted now]
    #[arg(long, value_name = "NUMBER", value_parser = number::<i64>)]
    pub(crate) until: Option<i64>,
    /// The language of titles [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// As a table for spreadsheets
    #[arg(long)]
    pub(crate) csv: bool,
    /// The file to write, or - for standard output
    #[arg(long, visible_alias = "to", value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReceiverEdit {
    /// List receivers
    List {
        /// The station
        station: PathBuf,
    },
    /// Add a receiver, or tell anew what it gets
    Set(Box<ReceiverSet>),
    /// Take a receiver out; what it was handed stays on record
    Remove {
        /// The station file
        station: PathBuf,
        /// The receiver
        id: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ReceiverSet {
    /// The station file
    pub(crate) station: PathBuf,
    /// The receiver, such as khabar-traffic
    pub(crate) id: String,
    /// The channel
    #[arg(long)]
    pub(crate) channel: String,
    /// A form of file that it gets; may be given several times
    #[arg(long, required = true, value_name = "xmltv|csv|xlsx|pdf-week|pdf-rundown|ics|bxf|tva|ffplayout|m3u|page", value_parser = form)]
    pub(crate) file: Vec<&'static str>,
    /// The folder; one that is no absolute path lies beside the station file
    #[arg(long)]
    pub(crate) folder: String,
    /// The language of titles [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// How files are called, of {channel} {from} {until} {revision} {format}; the extension is added [default: {channel}-{from}-{format}]
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name: Option<String>,
    /// Of bxf: frames a second; 29.97 and 59.94 with dropped labels
    #[arg(long, value_name = "24|25|29.97|30|59.94", default_value = "25", value_parser = rate)]
    pub(crate) frame_rate: FrameRate,
    /// Of bxf: which date stands beside a time past midnight
    #[arg(long, value_name = "calendar|broadcast", default_value = "calendar", value_parser = date_of)]
    pub(crate) date_of: DateOf,
    /// Of tva: the broadcaster's name in the DNS, such as khabar.kz
    #[arg(long, value_name = "NAME", value_parser = authority)]
    pub(crate) authority: Option<String>,
    /// Of tva: the year of the schema
    #[arg(long, value_name = "2019|2023|2024", default_value = "2024", value_parser = edition)]
    pub(crate) edition: Edition,
    /// Of ffplayout and m3u: how media files are called that the station does not know, such as /media/{house}.mxf
    #[arg(long, value_name = "PATTERN")]
    pub(crate) media: Option<String>,
    /// Of page: the programme that it is about
    #[arg(long, value_name = "ID")]
    pub(crate) programme: Option<String>,
}

/// The words of forms.
const FORMS: [&str; 11] = [
    "xmltv",
    "csv",
    "xlsx",
    "pdf-week",
    "pdf-rundown",
    "ics",
    "bxf",
    "tva",
    "ffplayout",
    "m3u",
    "page",
];

fn form(text: &str) -> Result<&'static str, String> {
    word(text, &FORMS, |one| one)
}
