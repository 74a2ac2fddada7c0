//! A station from a path: a document or a station file, told apart by content.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use arna_domain::{Amendment, Index, Plan, Station, Zones};
use arna_exchange::{amendments_json, plan_json, station_json};
use arna_store::Store;

use crate::failure::Failure;

/// The first bytes of a station file, as of every SQLite file.
const FILE_BEGINS: &[u8] = b"SQLite format 3\0";

/// What a path holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An `arna-station/1` document.
    Document,
    /// A station file.
    File,
}

/// A station, read, with its references resolved.
#[derive(Clone, Debug)]
pub struct Read {
    /// The station, its accepted schedule included.
    pub station: Station,
    /// Its index.
    pub index: Index,
    /// Where it came from.
    pub kind: Kind,
}

/// What a path holds, by its first bytes. An empty file is taken for a document, whose reader then says what is wrong.
///
/// # Errors
/// When the file cannot be read.
pub fn kind_of(path: &Path) -> Result<Kind, Failure> {
    let mut first = Vec::with_capacity(FILE_BEGINS.len());
    File::open(path)
        .and_then(|file| file.take(FILE_BEGINS.len() as u64).read_to_end(&mut first))
        .map_err(|error| Failure::io("read", &error, path))?;
    Ok(if first == FILE_BEGINS {
        Kind::File
    } else {
        Kind::Document
    })
}

/// The station at a path; a station file is opened to read only.
///
/// # Errors
/// What cannot be read or worked with, with its place in the file.
pub fn read(path: &Path, zones: &Zones) -> Result<Read, Failure> {
    let kind = kind_of(path)?;
    let station = match kind {
        Kind::Document => document(path)?,
        Kind::File => Store::open_to_read(path)
            .and_then(|store| store.station())
            .map_err(|error| Failure::from(error).of(path))?,
    };
    let index = index_of(&station, zones).map_err(|failure| failure.of(path))?;
    Ok(Read { station, index, kind })
}

/// The station of a document, not yet resolved.
///
/// # Errors
/// What cannot be read, with line and path.
pub fn document(path: &Path) -> Result<Station, Failure> {
    station_json::read(&bytes(path)?).map_err(|error| Failure::from(error).of(path))
}

/// The plan of a plan document, its references resolved by a station's index.
///
/// # Errors
/// What cannot be read, with line and path; `plan_unusable` with everything in it that the station does not know.
pub fn plan(path: &Path, index: &Index) -> Result<Plan, Failure> {
    let plan = plan_json::read(&bytes(path)?).map_err(|error| Failure::from(error).of(path))?;
    index
        .resolve_plan(&plan)
        .map_err(|invalid| Failure::foreign_plan(&invalid).of(path))?;
    Ok(plan)
}

/// The amendments of an `arna-amendments/1` document.
///
/// # Errors
/// What cannot be read, with line and path.
pub fn amendments(path: &Path) -> Result<Vec<Amendment>, Failure> {
    amendments_json::read(&bytes(path)?).map_err(|error| Failure::from(error).of(path))
}

/// The amendments of an `arna-amendments/1` document that is not in a file.
///
/// # Errors
/// What cannot be read, with line and path.
pub fn amendments_in(text: &[u8]) -> Result<Vec<Amendment>, Failure> {
    Ok(amendments_json::read(text)?)
}

/// A station's index.
///
/// # Errors
/// Everything in it that cannot be worked with.
pub fn index_of(station: &Station, zones: &Zones) -> Result<Index, Failure> {
    Index::of(station, zones).map_err(|invalid| Failure::unusable(&invalid))
}

/// A whole file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::io("read", &error, path))
}
