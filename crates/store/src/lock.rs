//! One process writes a station at a time.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::identity::beside;

/// The right to write a station: a locked file beside it, gone with this value or with the process.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    pub(crate) fn take(station: &Path) -> Result<Self, StoreError> {
        let path = beside(station, ".lock");
        let file = File::create(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { path, _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::StationLocked),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays is no lock: the lock is the process's.
        let _ = fs::remove_file(&self.path);
    }
}
