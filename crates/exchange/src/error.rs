//! Why a document could not be read or a file not be written: codes and values, never sentences.

use std::{fmt, io};

use arna_domain::Values;
use arna_domain::values;
use rust_xlsxwriter::XlsxError;

use crate::file::IsStation;

/// Why a document is refused. Its sentence is the message `invalid-<code>`; the file's name is the caller's to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// Where in the document: `licences[3].season`; empty: the document itself.
    pub path: String,
    /// The line, from 1; 0 where there is none.
    pub line: usize,
    /// The column, from 1, in bytes; 0 where there is none.
    pub column: usize,
    /// What is wrong.
    pub code: &'static str,
    /// With what values.
    pub values: Values,
}

impl std::error::Error for ReadError {}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {}: {}", self.line, self.column, self.path, self.code)?;
        self.values
            .iter()
            .try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

/// Why a file could not be written. Its sentence is the message `failure-<code>`.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A channel that the station does not have.
    #[error("{path}: no channel is called {channel:?}")]
    UnknownChannel {
        /// Where in the document.
        path: String,
        /// The channel's id.
        channel: String,
    },
    /// A channel's zone that the zone data do not name.
    #[error("channel {channel:?}: no zone is called {tz:?}")]
    UnknownZone {
        /// The channel's id.
        channel: String,
        /// Its zone.
        tz: String,
    },
    /// A channel whose id is not in XMLTV's form.
    #[error("channel {channel:?} has no id in the form that a guide wants")]
    ChannelIdForm {
        /// The channel's id.
        channel: String,
    },
    /// More airings than a sheet has rows for.
    #[error("{rows} rows are more than the {most} of a sheet")]
    TooManyRows {
        /// How many there are, the heads among them.
        rows: usize,
        /// How many a sheet holds.
        most: usize,
    },
    /// Time without a file to play, and no filler with a file to fill it with.
    #[error("channel {channel:?}, {date}: no filler has a file, so nothing fills what the schedule leaves")]
    NoFiller {
        /// The channel's id.
        channel: String,
        /// The broadcast date.
        date: String,
    },
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self::Io(match error {
            XlsxError::IoError(error) => error,
            other => io::Error::other(other),
        })
    }
}

impl WriteError {
    /// The code: the message `failure-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(error) => io_code(error),
            Self::UnknownChannel { .. } => "unknown_channel",
            Self::UnknownZone { .. } => "unknown_zone",
            Self::ChannelIdForm { .. } => "channel_id_form",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::NoFiller { .. } => "no_filler_file",
        }
    }

    /// The code's values.
    pub fn values(&self) -> Values {
        match self {
            Self::Io(error) => values! { "doing" => "write", "why" => error.to_string() },
            Self::UnknownChannel { path, channel } => values! { "path" => path, "channel" => channel },
            Self::UnknownZone { channel, tz } => values! { "channel" => channel, "tz" => tz },
            Self::ChannelIdForm { channel } => values! { "channel" => channel },
            Self::TooManyRows { rows, most } => values! { "rows" => rows, "most" => most },
            Self::NoFiller { channel, date } => values! { "channel" => channel, "date" => date },
        }
    }
}

/// The code of what the system refuses, or what would be replaced: the message `failure-<code>`.
pub fn io_code(error: &io::Error) -> &'static str {
    let is_station = matches!(error.get_ref(), Some(inner) if inner.is::<IsStation>());
    match error.kind() {
        _ if is_station => "would_replace_station",
        io::ErrorKind::NotFound => "file_not_found",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "file_not_permitted",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "disk_full",
        io::ErrorKind::IsADirectory => "file_is_folder",
        io::ErrorKind::InvalidInput => "no_file_name",
        io::ErrorKind::AlreadyExists => "file_exists",
        _ => "file_trouble",
    }
}
