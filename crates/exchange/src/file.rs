//! Replacing a file: it holds the old content or the new, never a part of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// Writes a file: a temporary file in the same folder, synced, renamed over the path, and the folder synced. A symbolic link
/// stays and what it points to is replaced; permissions of a replaced file are kept; what is no regular file (`/dev/null`, a
/// pipe) is written to as it is. After a failure the path is as it was and no temporary file is left.
///
/// # Errors
/// What `write` or the system refuses; a folder; a file without write permission; a path that names no file.
pub fn replace<T, E: From<io::Error>>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T, E>) -> Result<T, E> {
    let path = target(path)?;
    let old = match fs::metadata(&path) {
        Ok(old) if old.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory).into()),
        Ok(old) if !old.is_file() => return write_through(&path, write),
        // A rename asks the folder only, so a file that its owner closed would be replaced all the same.
        Ok(old) if old.permissions().readonly() => return Err(io::Error::from(io::ErrorKind::PermissionDenied).into()),
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    let (temporary, file) = Temporary::beside(&path)?;
    let mut to = BufWriter::new(file);
    let result = write(&mut to)?;
    let file = to.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(old) = old {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()?;
    drop(file);
    temporary.rename_to(&path)?;
    sync_folder(&path)?;
    Ok(result)
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
struct Temporary {
    path: PathBuf,
    renamed: bool,
}

impl Temporary {
    fn beside(path: &Path) -> io::Result<(Self, File)> {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Names have a limit of bytes; the beginning is enough to tell whose it is.
        let begin: String = name.chars().take(40).collect();
        loop {
            let number = LAST.fetch_add(1, Ordering::Relaxed);
            let own = folder(path).join(format!(".{begin}.{}-{number}.part", std::process::id()));
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
