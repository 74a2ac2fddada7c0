//! Founding a file: it is there whole, or not at all.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use arna_domain::Station;
use rusqlite::Connection;

use crate::StoreError;
use crate::edit::Edit;
use crate::identity::beside;
use crate::journal::{self, ChangeKind, Entry};
use crate::past::Past;
use crate::sqlite;

/// Makes a station file. It is written beside its place and moved there when it is whole; what is there already stays.
pub(crate) fn found(path: &Path, station: &Station, entry: &Entry) -> Result<(), StoreError> {
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::FileExists);
    }
    fs::metadata(folder_of(path))?;
    let part = Part::beside(path);
    let mut connection = sqlite::to_found(&part.0)?;
    let transaction = connection.transaction()?;
    write(&transaction, station, entry)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    part.keep(path)
}

/// Writes a station to a file that has none, and the entry that founds it.
pub(crate) fn write(connection: &Connection, station: &Station, entry: &Entry) -> Result<(), StoreError> {
    Edit::new(connection).replace_station(station)?;
    let mut entry = entry.clone();
    // By it `verify` knows whether what was founded is what the journal leads back to.
    entry
        .args
        .insert(journal::SEAL.to_owned(), Past::now(connection)?.sha256()?.into());
    journal::write(connection, &entry, ChangeKind::Found, &[])?;
    Ok(())
}

/// How the name of a file under way ends.
const PART: &str = ".part";

/// Whether a file is called as one under way to a place: by its name and the number of a process.
pub(crate) fn is_part_of(file: &Path, place: &Path) -> bool {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (file, place) = (name(file), name(place));
    let rest = file.strip_prefix(&place).and_then(|rest| rest.strip_prefix('.'));
    let number = rest.and_then(|rest| rest.strip_suffix(PART));
    number.is_some_and(|number| number.parse::<u32>().is_ok())
}

/// A file under way, taken away unless it is kept.
#[derive(Debug)]
pub(crate) struct Part(pub(crate) PathBuf);

impl Part {
    pub(crate) fn beside(path: &Path) -> Self {
        let part = Self(beside(path, &format!(".{}{PART}", std::process::id())));
        // Left by a process of this number that was killed.
        part.clear();
        part
    }

    /// The same, there and empty, and closed to whom another file is closed to.
    pub(crate) fn beside_like(path: &Path, other: &Path) -> Result<Self, StoreError> {
        let other = fs::metadata(other)?;
        let part = Self::beside(path);
        permit(&File::create_new(&part.0)?, &other)?;
        Ok(part)
    }

    /// Puts the whole file in its place, unless something is there.
    pub(crate) fn keep(self, path: &Path) -> Result<(), StoreError> {
        File::open(&self.0)?.sync_all()?;
        match fs::hard_link(&self.0, path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(StoreError::FileExists),
            // Some file systems know no second names.
            Err(_) => fs::rename(&self.0, path)?,
        }
        Ok(sync_folder(path)?)
    }

    fn clear(&self) {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            let _ = fs::remove_file(beside(&self.0, suffix));
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Gives a file the permissions of another; its owner may read and write it.
#[cfg(unix)]
pub(crate) fn permit(file: &File, other: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = other.permissions().mode() & 0o777 | 0o600;
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// Elsewhere the folder says who may read and write what is made in it.
#[cfg(not(unix))]
pub(crate) fn permit(_file: &File, _other: &Metadata) -> io::Result<()> {
    Ok(())
}

/// What was renamed in a folder stays renamed after a power cut. Only where folders can be opened.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder_of(path))?.sync_all()
    } else {
        Ok(())
    }
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
