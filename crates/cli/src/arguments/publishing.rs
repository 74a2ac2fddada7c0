//! What can be typed about revisions and receivers.

use std::path::PathBuf;

use arna_app::delivery::fingerprint;
use arna_domain::receiver::{DateOf, Edition, Sftp};
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
    #[arg(long, conflicts_with = "json")]
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
    /// Ask a server for the keys it proves to hold, to compare with what its keeper says
    HostKey {
        /// The server: ftp.example.org, ftp.example.org:2222, or as --sftp takes it
        #[arg(value_parser = server)]
        server: (String, u16),
    },
    /// Hand files to a receiver's server only where it proves to hold this key
    Pin {
        /// The station file
        station: PathBuf,
        /// The receiver
        id: String,
        /// The key's fingerprint, SHA256:…, or the public key
        #[arg(value_parser = host_key)]
        key: String,
    },
    /// Keep the password for a receiver's server, or the passphrase of its key, in the system's keyring
    Password {
        /// The station
        station: PathBuf,
        /// The receiver
        id: String,
    },
    /// Add a receiver, or tell anew what it gets; of one that is there, what is not named stays as it was
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
    #[arg(long, required = true, value_name = "xmltv|csv|xlsx|pdf-week|pdf-rundown|ics|bxf|tva|dvb-i|ffplayout|m3u|page", value_parser = form)]
    pub(crate) file: Vec<&'static str>,
    /// The folder; one that is no absolute path lies beside the station file
    #[arg(long, required_unless_present = "sftp")]
    pub(crate) folder: Option<String>,
    /// A folder on a server, such as arna@ftp.example.org/incoming; with a port :2222/incoming, in the user's own folder /~/incoming
    #[arg(long, value_name = "USER@HOST/FOLDER", conflicts_with = "folder", value_parser = sftp)]
    pub(crate) sftp: Option<Sftp>,
    /// Of sftp: the fingerprint of the server's key, SHA256:…, or the public key; arna receiver host-key shows it
    #[arg(long, value_name = "KEY", conflicts_with = "folder", value_parser = host_key)]
    pub(crate) host_key: Option<String>,
    /// Of sftp: the file of the private key that signs in; one that is no absolute path lies beside the station file; empty: a password [default: a password]
    #[arg(long, value_name = "FILE", conflicts_with = "folder")]
    pub(crate) key_file: Option<String>,
    /// The language of titles [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// How files are called, of {channel} {from} {until} {revision} {format}; the extension is added [default: {channel}-{from}-{format}]
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name: Option<String>,
    /// Of bxf: frames a second; 29.97 and 59.94 with dropped labels [default: 25]
    #[arg(long, value_name = "24|25|29.97|30|59.94", value_parser = rate)]
    pub(crate) frame_rate: Option<FrameRate>,
    /// Of bxf: which date stands beside a time past midnight [default: calendar]
    #[arg(long, value_name = "calendar|broadcast", value_parser = date_of)]
    pub(crate) date_of: Option<DateOf>,
    /// Of tva and dvb-i: the broadcaster's name in the DNS, such as khabar.kz
    #[arg(long, value_name = "NAME", value_parser = authority)]
    pub(crate) authority: Option<String>,
    /// Of tva and dvb-i: the year of the schema [default: 2024]
    #[arg(long, value_name = "2019|2023|2024", value_parser = edition)]
    pub(crate) edition: Option<Edition>,
    /// Of ffplayout and m3u: how media files are called that the station does not know, such as /media/{house}.mxf
    #[arg(long, value_name = "PATTERN")]
    pub(crate) media: Option<String>,
    /// Of page: the programme that it is about
    #[arg(long, value_name = "ID")]
    pub(crate) programme: Option<String>,
}

/// The words of forms.
const FORMS: [&str; 12] = [
    "xmltv",
    "csv",
    "xlsx",
    "pdf-week",
    "pdf-rundown",
    "ics",
    "bxf",
    "tva",
    "dvb-i",
    "ffplayout",
    "m3u",
    "page",
];

fn form(text: &str) -> Result<&'static str, String> {
    word(text, &FORMS, |one| one)
}

fn sftp(text: &str) -> Result<Sftp, String> {
    Sftp::parse(text).ok_or_else(|| "sftp".to_owned())
}

fn host_key(text: &str) -> Result<String, String> {
    fingerprint(text).ok_or_else(|| "host_key".to_owned())
}

/// A server as it stands in an address, with or without the rest of that.
fn server(text: &str) -> Result<(String, u16), String> {
    let whole = text.strip_prefix("sftp://").unwrap_or(text);
    let whole = if whole.contains('/') {
        whole.to_owned()
    } else {
        format!("{whole}/")
    };
    let whole = if whole.contains('@') {
        whole
    } else {
        format!("x@{whole}")
    };
    let parsed = Sftp::parse(&whole).ok_or_else(|| "host".to_owned())?;
    Ok((parsed.host, parsed.port))
}
