//! Whether a station's file is still the one that was opened, as it was written last.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::SystemTime;

use rusqlite::Connection;

use crate::StoreError;

/// What became of a station's file while it was open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// Nothing.
    AsItWas,
    /// Another program changed the station in the file's own way.
    Changed,
    /// Another file lies in its place, or something was written over it.
    Replaced,
    /// It is gone.
    Gone,
}

/// Which file it is, whatever it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Identity(u64, u64);

impl Identity {
    pub(crate) fn of(path: &Path) -> Result<Self, StoreError> {
        Ok(Self::from(&fs::metadata(path)?))
    }
}

#[cfg(unix)]
impl From<&Metadata> for Identity {
    fn from(file: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self(file.dev(), file.ino())
    }
}

/// Where an open file can be neither moved nor replaced there is nothing to tell apart.
#[cfg(not(unix))]
impl From<&Metadata> for Identity {
    fn from(_: &Metadata) -> Self {
        Self(0, 0)
    }
}

/// What a file looked like when one last read or wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// SQLite's count of other connections' commits.
    version: i64,
    file: Option<Look>,
}

/// A file's length, time and head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    length: u64,
    modified: SystemTime,
    head: [u8; 100],
}

impl Look {
    fn at(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let mut head = [0; 100];
        file.read_exact(&mut head).ok()?;
        let about = file.metadata().ok()?;
        Some(Self {
            length: about.len(),
            modified: about.modified().ok()?,
            head,
        })
    }
}

impl Stamp {
    pub(crate) fn of(connection: &Connection, path: &Path) -> Result<Self, StoreError> {
        let mut stamp = Self {
            version: version(connection)?,
            file: None,
        };
        stamp.written(path);
        Ok(stamp)
    }

    /// The file after a change of one's own.
    pub(crate) fn written(&mut self, path: &Path) {
        self.file = Look::at(path);
    }
}

pub(crate) fn compare(
    connection: &Connection,
    path: &Path,
    identity: Identity,
    stamp: Stamp,
) -> Result<OnDisk, StoreError> {
    let file = match fs::metadata(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OnDisk::Gone),
        Err(error) => return Err(error.into()),
    };
    if Identity::from(&file) != identity {
        return Ok(OnDisk::Replaced);
    }
    if version(connection)? != stamp.version {
        return Ok(OnDisk::Changed);
    }
    // Whoever writes by SQLite's rules raises its count. Bytes that changed without it were written over the file: then its head
    // differs too, while a time alone may be a network share's.
    let differs = match (stamp.file, Look::at(path)) {
        (Some(was), Some(now)) => (was.length, was.modified) != (now.length, now.modified) && was.head != now.head,
        (was, now) => was.is_some() && now.is_none(),
    };
    Ok(if differs { OnDisk::Replaced } else { OnDisk::AsItWas })
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}
