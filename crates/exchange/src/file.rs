//! Replacing a file, or several: they hold the old content or the new, never a part of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// Writes a file: a temporary file in the same folder, synced, renamed over the path, and the folder synced. A symbolic link
/// stays and what it points to is replaced; permissions of a replaced file are kept; what is no regular file (`/dev/null`, a
/// pipe) is written to as it is. After a failure the path is as it was and no temporary file is left.
///
/// # Errors
/// What `write` or the system refuses; a folder; a file without write permission; a path that names no file; a station file or the
/// log of one, with [`IsStation`] within.
pub fn replace<T, E: From<io::Error>>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
    let path = target(path)?;
    let old = replaceable(&path)?;
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return write_through(&path, write);
    }
    let (temporary, result) = written_beside(&path, old.as_ref(), write)?;
    temporary.rename_to(&path)?;
    sync_folder(&path)?;
    Ok(result)
}

/// What is at a path, if anything, where that may be written over.
fn replaceable(path: &Path) -> io::Result<Option<fs::Metadata>> {
    let old = match fs::metadata(path) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if old.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // A rename asks the folder only, so a file that its owner closed would be replaced all the same.
    if old.is_file() && old.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if old.is_file() && is_station(path)? {
        return Err(io::Error::other(IsStation));
    }
    Ok(Some(old))
}

/// What is written would have replaced a station.
#[derive(Debug, thiserror::Error)]
#[error("a station lies there")]
pub struct IsStation;

/// Whether a file begins as a station does, or the log beside one: as any that SQLite writes.
fn is_station(path: &Path) -> io::Result<bool> {
    const BEGINS: [&[u8]; 3] = [
        b"SQLite format 3\0",
        &[0x37, 0x7f, 0x06, 0x82],
        &[0x37, 0x7f, 0x06, 0x83],
    ];
    let mut head = Vec::new();
    File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(BEGINS.iter().any(|begins| head.starts_with(begins)))
}

/// A file written beside its place, whole and on the disk, with the permissions of what it is to replace.
fn written_beside<T, E: From<io::Error>>(
    path: &Path,
    old: Option<&fs::Metadata>,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<(Temporary, T), E> {
    let (temporary, file) = Temporary::beside(path, "part")?;
    let mut to = BufWriter::new(file);
    let result = write(&mut to)?;
    let file = to.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(old) = old {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()?;
    Ok((temporary, result))
}

/// Several files that are replaced together: all of them, or none. Each is written beside its place and synced when it is
/// added; [`Together::put`] renames them into their places, and unless [`Together::keep`] is called what was there before comes
/// back. Only a power cut in the middle of the renames can leave some of each: then the files are handed out again.
#[derive(Debug, Default)]
pub struct Together {
    written: Vec<(Temporary, PathBuf)>,
    /// What is in its place, and the file that was there before.
    placed: Vec<(PathBuf, Option<PathBuf>)>,
    /// Folders that were made, the outermost first.
    made: Vec<PathBuf>,
}

impl Together {
    /// Writes a file to be put at a place under a folder. The folder must be there; folders in the place are made.
    ///
    /// # Errors
    /// What `write` or the system refuses; what is no regular file, or one without write permission; a station, as in [`replace`].
    pub fn add<T, E: From<io::Error>>(
        &mut self,
        folder: &Path,
        place: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = target(&folder.join(place))?;
        self.make_folders(folder, &path)?;
        let old = replaceable(&path)?;
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Err(io::Error::from(io::ErrorKind::InvalidInput).into());
        }
        let (temporary, result) = written_beside(&path, old.as_ref(), write)?;
        self.written.push((temporary, path));
        Ok(result)
    }

    fn make_folders(&mut self, within: &Path, path: &Path) -> io::Result<()> {
        let under = path
            .ancestors()
            .skip(1)
            .take_while(|one| one.starts_with(within) && *one != within);
        let missing: Vec<&Path> = under.take_while(|one| !one.exists()).collect();
        for one in missing.into_iter().rev() {
            fs::create_dir(one)?;
            self.made.push(one.to_owned());
        }
        Ok(())
    }

    /// Puts every file in its place. At no time is a place empty where something was.
    ///
    /// # Errors
    /// What the system refuses, and where: every place then holds what it held before.
    pub fn put(&mut self) -> Result<(), (PathBuf, io::Error)> {
        for (temporary, path) in std::mem::take(&mut self.written) {
            let placed = kept_aside(&path).and_then(|old| {
                self.placed.push((path.clone(), old));
                temporary.rename_to(&path).inspect_err(|_| {
                    // What was not replaced has nothing to come back to.
                    if let Some((_, Some(old))) = self.placed.pop() {
                        let _ = fs::remove_file(old);
                    }
                })?;
                sync_folder(&path)
            });
            if let Err(error) = placed {
                self.put_back();
                return Err((path, error));
            }
        }
        Ok(())
    }

    /// What was put stays.
    pub fn keep(mut self) {
        for (_, old) in self.placed.drain(..) {
            if let Some(old) = old {
                // A file that cannot be tidied away harms nobody.
                let _ = fs::remove_file(old);
            }
        }
        self.made.clear();
    }

    fn put_back(&mut self) {
        for (path, old) in self.placed.drain(..).rev() {
            // Nothing is left to be done where this fails; the first error is the one to tell.
            let _ = match old {
                Some(old) => fs::rename(old, &path),
                None => fs::remove_file(&path),
            };
        }
    }
}

impl Drop for Together {
    fn drop(&mut self) {
        self.put_back();
        self.written.clear();
        for folder in self.made.drain(..).rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A second name of the file at a path, or a copy where there are no second names; `None`: no file is there.
fn kept_aside(path: &Path) -> io::Result<Option<PathBuf>> {
    if !path.exists() {
        return Ok(None);
    }
    let (mut aside, _) = Temporary::beside(path, "old")?;
    fs::remove_file(&aside.path)?;
    if fs::hard_link(path, &aside.path).is_err() {
        fs::copy(path, &aside.path)?;
    }
    aside.renamed = true;
    Ok(Some(std::mem::take(&mut aside.path)))
}

/// The file itself: where a symbolic link leads.
fn target(path: &Path) -> io::Result<PathBuf> {
    if path.file_name().is_none() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"));
    }
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Ok(fs::canonicalize(path)?),
        _ => Ok(path.to_owned()),
    }
}

fn write_through<T, E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, E>,
) -> Result<T, E> {
    let mut to = BufWriter::new(OpenOptions::new().write(true).open(path)?);
    let result = write(&mut to)?;
    to.flush()?;
    Ok(result)
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Only where folders can be opened; elsewhere the rename alone must do.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder(path))?.sync_all()
    } else {
        Ok(())
    }
}

/// A file that is removed unless it was renamed.
#[derive(Debug)]
struct Temporary {
    path: PathBuf,
    renamed: bool,
}

impl Temporary {
    fn beside(path: &Path, kind: &str) -> io::Result<(Self, File)> {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Names have a limit of bytes; the beginning is enough to tell whose it is.
        let begin: String = name.chars().take(40).collect();
        loop {
            let number = LAST.fetch_add(1, Ordering::Relaxed);
            let own = folder(path).join(format!(".{begin}.{}-{number}.{kind}", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&own) {
                Ok(file) => {
                    return Ok((
                        Self {
                            path: own,
                            renamed: false,
                        },
                        file,
                    ));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn rename_to(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.renamed {
            // Nothing is left to be done where even this fails; the first error is the one to tell.
            let _ = fs::remove_file(&self.path);
        }
    }
}
