//! Backups: whole copies of a station file, in a folder beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use arna_domain::Instant;
use arna_domain::time::{DAY, SECOND};
use rusqlite::Connection;

use crate::StoreError;
use crate::found::{Part, sync_folder};
use crate::identity::{beside, form_of};
use crate::journal;
use crate::lock::Lock;
use crate::{place, sqlite, verify};

/// Backups kept; the oldest go first.
const KEPT: usize = 10;

/// A backup of a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was taken.
    pub taken: Instant,
    /// Its size in bytes.
    pub bytes: u64,
}

/// The backups of a station, newest first. Those of one that is gone are still there.
///
/// # Errors
/// When there is neither a station nor a backup of it; when the folder of backups cannot be read.
pub fn backups(path: &Path) -> Result<Vec<Backup>, StoreError> {
    let path = place::itself(path)?;
    let folder = folder(&path);
    let mut all = Vec::new();
    if !folder.exists() {
        fs::metadata(path)?;
        return Ok(all);
    }
    for file in fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name();
        let taken = name
            .to_str()
            .and_then(|name| name.strip_suffix(".arna"))
            .and_then(instant_of);
        if let Some(taken) = taken {
            all.push(Backup {
                path: file.path(),
                taken,
                bytes: file.metadata()?.len(),
            });
        }
    }
    all.sort_by_key(|backup| std::cmp::Reverse(backup.taken));
    Ok(all)
}

/// Puts a backup in place of a station, with its permissions; a symbolic link stays and the file that it leads to is replaced.
/// What was there becomes a backup itself.
///
/// # Errors
/// A backup that is no station or does not hold together; when another program has the station open, or it has other names; a
/// station without write permission; when the files cannot be written.
pub fn restore(path: &Path, backup: &Path, now: Instant) -> Result<(), StoreError> {
    let (path, backup) = (&place::itself(path)?, &place::itself(backup)?);
    form_of(backup)?;
    let good = sqlite::to_verify(backup)?;
    verify::sound(&good)?;
    let _lock = Lock::take(path)?;
    let part = Part::beside_like(path, permitted(path, backup)?)?;
    copy(&good, &part.0)?;
    fs::File::open(&part.0)?.sync_all()?;
    if path.exists() {
        keep_replaced(path, now)?;
    }
    for suffix in ["-wal", "-shm"] {
        let log = beside(path, suffix);
        if log.exists() {
            fs::remove_file(log)?;
        }
    }
    fs::rename(&part.0, path)?;
    Ok(sync_folder(path)?)
}

/// The file by whose permissions a station is put back: what it replaces, or the backup where nothing is there.
fn permitted<'a>(path: &'a Path, backup: &'a Path) -> io::Result<&'a Path> {
    match fs::metadata(path) {
        // A rename asks the folder only, so a station that its owner closed would be replaced all the same.
        Ok(station) if station.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Ok(_) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(backup),
        Err(error) => Err(error),
    }
}

/// What is replaced becomes a backup: whole with what its log holds, or, where it cannot be read, the file and its log as they are.
fn keep_replaced(path: &Path, now: Instant) -> Result<(), StoreError> {
    let whole = form_of(path)
        .and_then(|_| sqlite::to_write(path))
        .and_then(|connection| take(path, &connection, now));
    if whole.is_err() {
        let folder = folder(path);
        fs::create_dir_all(&folder)?;
        let damaged = free_place(&folder, now, "damaged");
        copy_as_it_is(path, &damaged)?;
        if beside(path, "-wal").exists() {
            copy_as_it_is(&beside(path, "-wal"), &beside(&damaged, "-wal"))?;
        }
    }
    Ok(())
}

/// A file byte for byte, on the disk before what it was taken from may go.
fn copy_as_it_is(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::copy(from, to)?;
    Ok(fs::File::open(to)?.sync_all()?)
}

/// Takes a backup if the last one (or the founding) is a day old. Of what lies in the future, because the clock was set back, none
/// counts: work of these days is kept too.
pub(crate) fn take_if_due(path: &Path, connection: &Connection, now: Instant) -> Result<(), StoreError> {
    let taken = backups(path)?.into_iter().map(|backup| backup.taken);
    let kept: Vec<Instant> = taken.chain(journal::founded(connection)?).collect();
    let last = kept.iter().filter(|&&one| one <= now).max();
    if !kept.is_empty() && last.is_none_or(|&last| now - last >= DAY) {
        take(path, connection, now)?;
    }
    Ok(())
}

/// Takes a backup, looks whether it holds together, and only then puts it in its place and lets the oldest go.
pub(crate) fn take(path: &Path, connection: &Connection, now: Instant) -> Result<(), StoreError> {
    let folder = folder(path);
    fs::create_dir_all(&folder)?;
    let to = free_place(&folder, now, "arna");
    let part = Part::beside_like(&to, path)?;
    copy(connection, &part.0)?;
    part.keep(&to)?;
    // The one just taken stays, though the clock was set back and others seem newer.
    let others = backups(path)?.into_iter().filter(|one| one.path != to);
    for old in others.skip(KEPT - 1) {
        fs::remove_file(old.path)?;
    }
    Ok(())
}

/// Where something is kept: under its second, or the first one after that no other has.
fn free_place(folder: &Path, now: Instant, ending: &str) -> PathBuf {
    let mut second = now;
    loop {
        let to = folder.join(format!("{}.{ending}", name_of(second)));
        if to.symlink_metadata().is_err() {
            return to;
        }
        second = second + SECOND;
    }
}

/// Writes the whole of a station to a new file, with its permissions where it is still there.
pub(crate) fn save(path: &Path, connection: &Connection, to: &Path) -> Result<(), StoreError> {
    if to.symlink_metadata().is_ok() {
        return Err(StoreError::FileExists);
    }
    let part = match path.exists() {
        true => Part::beside_like(to, path)?,
        false => Part::beside(to),
    };
    copy(connection, &part.0)?;
    part.keep(to)
}

/// Writes the whole, as of one moment, to a file of its own, and looks whether it arrived.
fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let moment = from.unchecked_transaction()?;
    let entries = journal::last_number(&moment)?;
    let mut copy = Connection::open(to)?;
    rusqlite::backup::Backup::new(&moment, &mut copy)?.run_to_completion(1_000, std::time::Duration::ZERO, None)?;
    // The copy alone is the whole, without a log.
    let _: String = copy.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    copy.close().map_err(|(_, error)| error)?;
    match arrived(to, entries) {
        Ok(()) => Ok(()),
        // A copy of what is damaged is damaged too; the cause is named.
        Err(what) => match sqlite::quick_check(&moment) {
            Ok(()) => Err(StoreError::CopyUnsound { what }),
            Err(what) => Err(StoreError::StationDamaged { what }),
        },
    }
}

/// Whether a file can be opened, holds together and goes up to this entry; else why not.
fn arrived(file: &Path, entries: i64) -> Result<(), String> {
    // SQLite fills up the end of a page that is cut short.
    form_of(file).map_err(|error| verify::why(&error))?;
    let copy = sqlite::to_verify(file).map_err(|error| verify::why(&error))?;
    sqlite::quick_check(&copy)?;
    match journal::last_number(&copy) {
        Ok(number) if number == entries => Ok(()),
        Ok(number) => Err(format!("{number} of {entries} journal entries")),
        Err(error) => Err(verify::why(&error)),
    }
}

fn folder(path: &Path) -> PathBuf {
    beside(path, ".backups")
}

/// `20240701T120000Z`, in UTC.
fn name_of(at: Instant) -> String {
    let text = Instant::from_ms(at.ms() - at.ms().rem_euclid(1_000)).to_string();
    text.replace(['-', ':'], "")
}

fn instant_of(name: &str) -> Option<Instant> {
    let form = name.len() == 16 && name.is_ascii();
    let part = |from: usize, until: usize| name.get(from..until).unwrap_or_default();
    let text = form.then(|| {
        format!(
            "{}-{}-{}T{}:{}:{}Z",
            part(0, 4),
            part(4, 6),
            part(6, 8),
            part(9, 11),
            part(11, 13),
            part(13, 15)
        )
    })?;
    Instant::parse(&text)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use arna_domain::{Station, Values};

    use super::*;
    use crate::{Entry, Store};

    #[test]
    fn a_copy_that_did_not_arrive_whole_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (path, to) = (folder.path().join("station.arna"), folder.path().join("copy.arna"));
        let entry = Entry {
            op: "new_station".to_owned(),
            args: Values::new(),
            author: "tester".to_owned(),
            at: Instant::from_ms(0),
        };
        let store = Store::create(&path, &Station::default(), &entry).unwrap();
        copy(store.connection(), &to).unwrap();
        assert_eq!(arrived(&to, 1), Ok(()));
        assert_eq!(arrived(&to, 2), Err("1 of 2 journal entries".to_owned()));
        let whole = fs::read(&to).unwrap();
        for spoilt in [&whole[..whole.len() - 1], &whole[..200], b""] {
            fs::write(&to, spoilt).unwrap();
            assert!(arrived(&to, 1).is_err(), "{} bytes", spoilt.len());
        }
        let mut torn = whole.clone();
        torn[4_096..8_192].fill(0);
        fs::write(&to, torn).unwrap();
        assert!(arrived(&to, 1).is_err());
        assert!(arrived(&folder.path().join("none.arna"), 1).is_err());
    }
}
