//! Why a station file cannot be read or written.

use std::io;

use arna_domain::{Values, values};
use rusqlite::{ErrorCode, ffi};

use crate::shared::SharedError;

/// Why a station file cannot be read or written. Its sentence is the message `failure-<code>`. Nothing has changed where one
/// is returned.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// There is a file already.
    #[error("there is a file already")]
    FileExists,
    /// It is no station file.
    #[error("not a station file")]
    NotAStation,
    /// A newer program wrote it.
    #[error("the file is of form {found}, this program knows forms up to {known}")]
    StationNewer {
        /// The file's form.
        found: u32,
        /// The newest form known.
        known: u32,
    },
    /// It does not hold together.
    #[error("the file is damaged: {what}")]
    StationDamaged {
        /// What is wrong.
        what: String,
    },
    /// A copy of a sound file did not arrive as it was written. It was put in no place.
    #[error("the copy is not what was written: {what}")]
    CopyUnsound {
        /// What is wrong with it.
        what: String,
    },
    /// Another program has it open to write.
    #[error("another program has the station open")]
    StationLocked,
    /// It has several names (hard links), and whoever writes it by one does not know of whoever writes it by another.
    #[error("the file has {names} names")]
    StationNames {
        /// How many.
        names: u64,
    },
    /// A proposal is longer than a file holds in one piece.
    #[error("the proposal takes {mib} MiB, a file holds less than {most}")]
    ProposalTooLong {
        /// How long it is, in MiB, begun ones counted.
        mib: u64,
        /// It must be shorter than this, in MiB.
        most: u64,
    },
    /// The caller took back a change that was under way.
    #[error("the change was refused")]
    Refused,
    /// There is no record to change.
    #[error("there is no {kind} called {id:?}")]
    NothingThere {
        /// The kind of record.
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// The journal has no entry of this number that could be taken back.
    #[error("there is no entry {number} to revert")]
    NoSuchEntry {
        /// The number.
        number: i64,
    },
    /// An entry is undone already.
    #[error("entry {number} is undone")]
    EntryUndone {
        /// The entry.
        number: i64,
    },
    /// A later entry changed what an entry did.
    #[error("entry {by} changed since what entry {number} did")]
    TouchedSince {
        /// The entry.
        number: i64,
        /// The later entry.
        by: i64,
        /// What that did: the message `op-<code>`.
        op: String,
        /// Whose it is.
        author: String,
        /// What was changed: the id of a record or channel.
        id: String,
    },
    /// It was opened to read only.
    #[error("the station is open to read only")]
    StationReadOnly,
    /// Another file lies where the station lay.
    #[error("another file lies in the station's place")]
    StationReplaced,
    /// No file lies where the station lay.
    #[error("the station's file is gone")]
    StationGone,
    /// Something with the station on a server.
    #[error(transparent)]
    Shared(Box<SharedError>),
    /// Others were quicker; the entry is kept aside under this number, to be done again.
    #[error("the entry is kept aside under {aside}")]
    KeptAside {
        /// The number.
        aside: i64,
    },
    /// The database refused.
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl StoreError {
    /// The code: the message `failure-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => "file_not_found",
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "file_not_permitted",
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "disk_full",
                io::ErrorKind::IsADirectory => "file_is_folder",
                _ => "file_trouble",
            },
            Self::FileExists => "file_exists",
            Self::NotAStation => "not_a_station",
            Self::StationNewer { .. } => "station_newer",
            Self::StationDamaged { .. } => "station_damaged",
            Self::CopyUnsound { .. } => "copy_unsound",
            Self::StationLocked => "station_locked",
            Self::StationNames { .. } => "station_names",
            Self::ProposalTooLong { .. } => "proposal_too_long",
            Self::Refused => "refused",
            Self::NothingThere { .. } => "nothing_to_change",
            Self::NoSuchEntry { .. } => "no_such_entry",
            Self::EntryUndone { .. } => "entry_undone",
            Self::TouchedSince { .. } => "touched_since",
            Self::StationReadOnly => "station_read_only",
            Self::StationReplaced => "station_replaced",
            Self::StationGone => "station_gone",
            Self::Shared(error) => error.code(),
            Self::KeptAside { .. } => "shared_busy",
            // The index of the log found no room.
            Self::Sql(rusqlite::Error::SqliteFailure(error, _)) if error.extended_code == ffi::SQLITE_IOERR_SHMSIZE => {
                "disk_full"
            }
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DiskFull) => "disk_full",
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "station_locked",
                Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => "file_not_permitted",
                _ => "file_trouble",
            },
        }
    }

    /// The code's values.
    pub fn values(&self) -> Values {
        match self {
            Self::StationNewer { found, known } => values! { "found" => found, "known" => known },
            Self::StationDamaged { what } | Self::CopyUnsound { what } => values! { "what" => what },
            Self::StationNames { names } => values! { "names" => names },
            Self::ProposalTooLong { mib, most } => values! { "mib" => mib, "most" => most },
            Self::NothingThere { kind, id } => values! { "kind" => kind, "id" => id },
            Self::Io(error) => values! { "doing" => "write", "why" => error.to_string() },
            Self::Sql(error) => values! { "doing" => "write", "why" => error.to_string() },
            Self::NoSuchEntry { number } | Self::EntryUndone { number } => values! { "number" => number },
            Self::TouchedSince {
                number,
                by,
                op,
                author,
                id,
            } => values! {
                "number" => number, "by" => by, "op" => op, "author" => author, "id" => id
            },
            Self::Shared(error) => error.values(),
            Self::KeptAside { .. } => values! { "server" => "" },
            Self::FileExists
            | Self::NotAStation
            | Self::StationLocked
            | Self::StationReadOnly
            | Self::StationReplaced
            | Self::StationGone
            | Self::Refused => values! {},
        }
    }

    /// What a stored value that cannot be what was written says of the file.
    pub(crate) fn damaged(what: impl ToString) -> Self {
        Self::StationDamaged { what: what.to_string() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::damaged(error),
            _ => match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..) => Self::damaged(error),
                other => Self::Sql(other),
            },
        }
    }
}

impl From<SharedError> for StoreError {
    fn from(error: SharedError) -> Self {
        Self::Shared(Box::new(error))
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::damaged(error)
    }
}
