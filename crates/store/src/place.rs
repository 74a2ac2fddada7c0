//! Where a station's file lies, and by which names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::disk::Identity;
use crate::found::{folder_of, is_part_of};

/// The file itself: where a symbolic link leads. What lies beside a station, its log above all, lies beside the file.
pub(crate) fn itself(station: &Path) -> io::Result<PathBuf> {
    match station.symlink_metadata() {
        Ok(found) if found.is_symlink() => fs::canonicalize(station),
        _ => Ok(station.to_owned()),
    }
}

/// Refuses a file that has other names (hard links). The lock and SQLite's log lie beside the name that a program was given: two
/// that write by different names would not know of each other.
pub(crate) fn only_name(station: &Path) -> Result<(), StoreError> {
    if names_of(station)? > 1 {
        clear_parts(station)?;
    }
    match names_of(station)? {
        0 | 1 => Ok(()),
        names => Err(StoreError::StationNames { names }),
    }
}

/// Takes away the names under which the file was made, left by whoever was killed as it was put in its place.
fn clear_parts(station: &Path) -> Result<(), StoreError> {
    let file = Identity::of(station)?;
    for one in fs::read_dir(folder_of(station))? {
        let one = one?.path();
        if is_part_of(&one, station) && Identity::of(&one).is_ok_and(|part| part == file) {
            fs::remove_file(one)?;
        }
    }
    Ok(())
}

/// How many names a file has; 0 where there is none.
#[cfg(unix)]
fn names_of(file: &Path) -> io::Result<u64> {
    use std::os::unix::fs::MetadataExt as _;
    match fs::metadata(file) {
        Ok(found) => Ok(found.nlink()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error),
    }
}

/// Where nobody says it, a file has one.
#[cfg(not(unix))]
fn names_of(_file: &Path) -> io::Result<u64> {
    Ok(1)
}
