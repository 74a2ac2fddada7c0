//! One process writes a station at a time.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::disk::Identity;
use crate::identity::beside;
use crate::place;

/// How often a lock is tried to take that is taken away just then.
const TRIES: usize = 100;

/// The right to write a station: a locked file beside it, gone with this value or with the process.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// The right to write, where nobody has it and the file has one name only.
    pub(crate) fn take(station: &Path) -> Result<Self, StoreError> {
        let path = beside(station, ".lock");
        for _ in 0..TRIES {
            let file = File::create(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(StoreError::StationLocked),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
            let lock = Self {
                path: path.clone(),
                file,
            };
            if lock.is_in_place() {
                place::only_name(station)?;
                return Ok(lock);
            }
        }
        Err(StoreError::StationLocked)
    }

    /// Whether the locked file is the one that others find: whoever had it before may have taken it away since it was opened.
    fn is_in_place(&self) -> bool {
        let own = self.file.metadata().map(|own| Identity::from(&own));
        own.is_ok_and(|own| Identity::of(&self.path).is_ok_and(|there| there == own))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays is no lock: the lock is the process's. Where files cannot be told apart it does stay, for nobody could
        // see that it was taken away.
        if cfg!(unix) && self.is_in_place() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn of_many_who_come_and_go_one_has_it_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let station = folder.path().join("station.arna");
        let (inside, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..5_000 {
                        let Ok(_lock) = Lock::take(&station) else { continue };
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two have it");
                        thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                        taken.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(taken.into_inner() > 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_was_taken_away_takes_no_other_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let station = folder.path().join("station.arna");
        let first = Lock::take(&station).unwrap();
        assert_eq!(Lock::take(&station).unwrap_err().code(), "station_locked");
        fs::remove_file(&first.path).unwrap();
        let second = Lock::take(&station).unwrap();
        drop(first);
        assert_eq!(Lock::take(&station).unwrap_err().code(), "station_locked");
        drop(second);
        drop(Lock::take(&station).unwrap());
    }
}
