//! One process writes a station at a time.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::identity::beside;
use crate::place;

/// The right to write a station: a locked file beside it, gone with this value or with the process.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// The right to write, where nobody has it and the file has one name only.
    pub(crate) fn take(station: &Path) -> Result<Self, StoreError> {
        let path = beside(station, ".lock");
        let file = File::create(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::StationLocked),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let lock = Self { path, _file: file };
        place::only_name(station)?;
        Ok(lock)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays is no lock: the lock is the process's.
        let _ = fs::remove_file(&self.path);
    }
}
