//! Backups of station files.

use std::path::Path;

use arna_domain::{Instant, Zones};
pub use arna_store::Backup;
use arna_store::{Change, Revision, Store, StoreError};

use crate::failure::Failure;
use crate::verify::{self, Fault};

/// The backups of a station file, newest first.
///
/// # Errors
/// When there is neither the station nor a backup of it; when their folder cannot be read.
pub fn backups(path: &Path) -> Result<Vec<Backup>, Failure> {
    arna_store::backups(path).map_err(|error| Failure::from(error).of(path))
}

/// Puts a backup in place of a station file; what is replaced becomes a backup itself.
///
/// # Errors
/// A backup that does not hold together; when another program has the station open or the files cannot be written.
pub fn restore(path: &Path, backup: &Path, now: Instant) -> Result<(), Failure> {
    arna_store::restore(path, backup, now).map_err(|error| Failure::between(error, backup, path))
}

/// What putting back a backup would come to.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What is wrong with the backup.
    pub faults: Vec<Fault>,
    /// What the station has that the backup lacks; none where the station itself cannot be read.
    pub lost: Option<Lost>,
}

/// What a station has that a backup lacks.
#[derive(Clone, Debug)]
pub struct Lost {
    /// Whether the backup is an earlier state of the same station.
    pub is_earlier: bool,
    /// Entries of the journal that are not in the backup, newest first.
    pub entries: Vec<Change>,
    /// Revisions that are not in the backup, by channel and number.
    pub revisions: Vec<Revision>,
    /// Airings accepted in the station, and in the backup.
    pub airings: (usize, usize),
}

/// What putting back a backup would come to. Nothing is changed.
///
/// # Errors
/// When the backup is no station file, is newer or cannot be read.
pub fn preview(path: &Path, backup: &Path, zones: &Zones) -> Result<Preview, Failure> {
    let faults = verify::file(backup, zones)?.faults;
    let then = Store::open_to_read(backup).map_err(|error| Failure::from(error).of(backup))?;
    let lost = Store::open_to_read(path).and_then(|now| lost(&now, &then));
    Ok(Preview {
        faults,
        lost: lost.ok(),
    })
}

fn lost(now: &Store, then: &Store) -> Result<Lost, StoreError> {
    let (last, own) = (then.revision()?, now.revision()?);
    let at_once = |store: &Store| {
        let entry = store.entry(last)?;
        Ok::<_, StoreError>(entry.map(|entry| (entry.op, entry.author, entry.at, entry.kind)))
    };
    let since = u32::try_from(own - last).unwrap_or_default();
    let there = then.revisions(None)?;
    Ok(Lost {
        is_earlier: at_once(now)? == at_once(then)?,
        entries: now.log(None, since)?,
        revisions: now
            .revisions(None)?
            .into_iter()
            .filter(|one| !there.contains(one))
            .collect(),
        airings: (now.station()?.schedule.len(), then.station()?.schedule.len()),
    })
}
