//! What a file is, by its first bytes: nothing is opened, locked or written to find out.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use crate::{StoreError, log};

/// The mark of a station in the head of the SQLite file: `Arna`.
pub(crate) const APPLICATION_ID: i32 = 0x4172_6e61;
/// The newest form that this program knows: the number of its last migration.
pub(crate) const FORM: u32 = 5;

const HEAD: usize = 100;
const BEGINS: &[u8; 16] = b"SQLite format 3\0";

/// The form of the station file at a path.
///
/// # Errors
/// What is there and is no station, newer, cut short, or has a torn log.
pub(crate) fn form_of(path: &Path) -> Result<u32, StoreError> {
    let (head, length) = head_of(path)?;
    let form = mark(&head)?;
    // Pages that the head counts but the file lacks; what a log beside the file holds is not counted yet.
    let counted = u64::from(number(&head, 28)) * page_size(&head);
    if length < counted && !beside(path, "-wal").exists() {
        let what = format!("{length} of {counted} bytes");
        return Err(StoreError::StationDamaged { what });
    }
    // SQLite would pass over them, and whoever opened the file would not know.
    let lost = log::changes_behind_tear(path)?;
    if lost > 1 {
        let what = format!("{lost} changes lie behind a tear in the log beside it");
        return Err(StoreError::StationDamaged { what });
    }
    Ok(form)
}

/// The form of what bears the mark of a station, however much of it is there.
///
/// # Errors
/// What is there and is no station, or newer.
pub(crate) fn mark_of(path: &Path) -> Result<u32, StoreError> {
    mark(&head_of(path)?.0)
}

/// Writes to a head what every station's says, and that it has as many pages as it has: SQLite then looks at those.
pub(crate) fn mend_head(path: &Path) -> Result<(), StoreError> {
    let (mut head, length) = head_of(path)?;
    if !page_size(&head).is_power_of_two() || page_size(&head) < 512 {
        head[16..18].copy_from_slice(&4_096_u16.to_be_bytes());
    }
    // No room is kept free in pages, and the fractions and forms are those that there are.
    head[20..24].copy_from_slice(&[0, 64, 32, 32]);
    head[44..48].copy_from_slice(&4_u32.to_be_bytes());
    head[56..60].copy_from_slice(&1_u32.to_be_bytes());
    let pages = u32::try_from(length.div_ceil(page_size(&head))).unwrap_or(u32::MAX);
    if number(&head, 28) > pages {
        head[28..32].copy_from_slice(&pages.to_be_bytes());
    }
    let mut file = File::options().write(true).open(path)?;
    file.write_all(&head)?;
    Ok(file.set_len(u64::from(pages) * page_size(&head))?)
}

/// A file's first bytes and its length.
fn head_of(path: &Path) -> Result<(Vec<u8>, u64), StoreError> {
    let mut head = Vec::with_capacity(HEAD);
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    file.take(HEAD as u64).read_to_end(&mut head)?;
    Ok((head, about.len()))
}

fn mark(head: &[u8]) -> Result<u32, StoreError> {
    if head.len() < HEAD || &head[..16] != BEGINS || number(head, 68) != APPLICATION_ID.cast_unsigned() {
        return Err(StoreError::NotAStation);
    }
    let form = number(head, 60);
    if form > FORM {
        return Err(StoreError::StationNewer {
            found: form,
            known: FORM,
        });
    }
    Ok(form)
}

fn page_size(head: &[u8]) -> u64 {
    match u64::from(head[16]) << 8 | u64::from(head[17]) {
        1 => 65_536,
        page => page,
    }
}

/// The path with something appended to its name.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// The number that begins at a byte.
pub(crate) fn number(head: &[u8], at: usize) -> u32 {
    head[at..at + 4]
        .iter()
        .fold(0, |number, &byte| number << 8 | u32::from(byte))
}
