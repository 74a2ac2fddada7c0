//! Backups of station files.

use std::path::Path;

use arna_domain::Instant;
pub use arna_store::Backup;

use crate::failure::Failure;

/// The backups of a station file, newest first.
///
/// # Errors
/// When their folder cannot be read.
pub fn backups(path: &Path) -> Result<Vec<Backup>, Failure> {
    arna_store::backups(path).map_err(|error| Failure::from(error).of(path))
}

/// Puts a backup in place of a station file; what is replaced becomes a backup itself.
///
/// # Errors
/// A backup that does not hold together; when another program has the station open or the files cannot be written.
pub fn restore(path: &Path, backup: &Path, now: Instant) -> Result<(), Failure> {
    arna_store::restore(path, backup, now).map_err(|error| Failure::from(error).of(backup))
}
