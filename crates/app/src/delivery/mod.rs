//! Where a receiver's files are put: all of them, or none. A destination takes every file beside its place first; only when all
//! are there are they put, and where anything fails every place gets back what it held.

mod folder;
mod reach;
pub(crate) mod secret;
mod server;
mod session;
mod sftp;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use arna_domain::Receiver;
use arna_domain::receiver::{Destination as To, Sftp};
use arna_store::hexadecimal;
pub(crate) use folder::hash_of;
pub use reach::Reach;
pub use secret::{Secret, keep, variable};
pub use server::{ShownKey, fingerprint, host_keys};
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// What making a file came to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Made {
    pub(crate) airings: usize,
    /// Characters left out that its form cannot carry.
    pub(crate) dropped: usize,
}

/// Writes the bytes of a file.
pub(crate) type Writing<'a> = dyn Fn(&mut dyn Write) -> Result<Made, Failure> + 'a;

/// A file as it was written.
pub(crate) struct Written {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
    pub(crate) made: Made,
}

/// Where a receiver's files are put.
#[derive(Clone, Debug)]
pub enum Place {
    /// A folder.
    Folder(PathBuf),
    /// A folder on a server.
    Server(Sftp),
}

impl Place {
    /// Where a receiver of a station in this file has them put.
    pub fn of(receiver: &Receiver, station_file: &Path) -> Self {
        match &receiver.to {
            To::Folder(folder) => Self::Folder(beside(station_file).join(folder)),
            To::Sftp(sftp) => Self::Server(sftp.clone()),
        }
    }

    /// A folder by its whole path.
    pub(crate) fn whole(self) -> Result<Self, Failure> {
        Ok(match self {
            Self::Folder(folder) => {
                let whole = std::path::absolute(&folder);
                Self::Folder(whole.map_err(|error| Failure::io("write", &error, &folder))?)
            }
            Self::Server(sftp) => Self::Server(sftp),
        })
    }

    /// What a file there is called in messages and in the log.
    pub(crate) fn called(&self, place: &str) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join(place),
            Self::Server(_) => PathBuf::from(format!("{self}/{place}")),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(to),
            Self::Server(sftp) => to.write_str(sftp.to_string().trim_end_matches('/')),
        }
    }
}

/// The folder of the station file.
fn beside(station_file: &Path) -> &Path {
    station_file.parent().unwrap_or(Path::new(""))
}

/// What takes files. What was taken and not kept is gone when it is dropped.
pub(crate) trait Destination {
    /// Whether the network is waited for.
    fn is_server(&self) -> bool;

    /// What a place is called in messages and in the log.
    fn called(&self, place: &str) -> String;

    /// Whether a place holds what would be written to it.
    fn holds(&mut self, place: &str, write: &Writing<'_>) -> Result<bool, Failure>;

    /// Takes a file for a place and keeps it beside.
    fn take(&mut self, place: &str, write: &Writing<'_>) -> Result<Written, Failure>;

    /// Puts every file in its place.
    fn put(&mut self) -> Result<(), Failure>;

    /// Gives every place back what it held before.
    fn put_back(&mut self) -> Result<(), Failure>;

    /// What was put stays.
    fn keep(self: Box<Self>);
}

/// Several destinations, which let go in turn from the last: what one made the next may have used.
#[derive(Default)]
pub(crate) struct Destinations(pub(crate) Vec<Box<dyn Destination>>);

impl Drop for Destinations {
    fn drop(&mut self) {
        while self.0.pop().is_some() {}
    }
}

/// What takes a receiver's files.
pub(crate) fn destination(
    receiver: &Receiver,
    place: &Place,
    station_file: &Path,
    reach: &Reach,
) -> Result<Box<dyn Destination>, Failure> {
    Ok(match place {
        Place::Folder(folder) => Box::new(folder::Local::of(folder)),
        Place::Server(sftp) => Box::new(sftp::Remote::of(receiver, sftp, beside(station_file), reach)?),
    })
}

/// The size and the SHA-256 of what would be written.
pub(crate) fn told(write: &Writing<'_>) -> Result<Written, Failure> {
    hashed(&mut io::sink(), write)
}

/// Writes on, and counts and hashes what is written.
fn hashed(to: &mut dyn Write, write: &Writing<'_>) -> Result<Written, Failure> {
    let mut hashed = Hashed {
        to,
        hash: Sha256::new(),
        bytes: 0,
    };
    let made = write(&mut hashed)?;
    Ok(Written {
        bytes: hashed.bytes,
        sha256: hexadecimal(&hashed.hash.finalize()),
        made,
    })
}

struct Hashed<'a> {
    to: &'a mut dyn Write,
    hash: Sha256,
    bytes: u64,
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.hash.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
