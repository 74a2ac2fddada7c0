//! What can be asked of reports.

use std::path::PathBuf;

use arna_app::report::Kind;
use arna_domain::{GridTime, Language};
use clap::Args;

use super::{Dates, language, word};

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// Which: programmes, seasons, channels, languages, places, occasions, prime-time, quotas, licences, partners, premieres, promos, aired
    #[arg(value_name = "REPORT", value_parser = kind)]
    pub(crate) kind: Kind,
    /// The station
    pub(crate) station: PathBuf,
    #[command(flatten)]
    pub(crate) dates: Dates,
    /// A channel; may be given several times [default: all channels]
    #[arg(long)]
    pub(crate) channel: Vec<String>,
    /// The hours of prime time by each channel's clock [default: 19:00-23:00]
    #[arg(long, value_name = "FROM-UNTIL", value_parser = hours)]
    pub(crate) prime: Option<(GridTime, GridTime)>,
    /// The language of titles [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// Print a table for spreadsheets (CSV)
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
    /// Write a file instead of printing: its name ends in .csv, .xlsx or .pdf
    #[arg(long, visible_alias = "to", value_name = "FILE", conflicts_with = "csv")]
    pub(crate) out: Option<PathBuf>,
}

fn kind(text: &str) -> Result<Kind, String> {
    word(text, &Kind::ALL, Kind::as_str)
}

fn hours(text: &str) -> Result<(GridTime, GridTime), String> {
    let both = text
        .split_once('-')
        .and_then(|(from, until)| GridTime::parse(from).zip(GridTime::parse(until)));
    both.ok_or_else(|| "hours".to_owned())
}
