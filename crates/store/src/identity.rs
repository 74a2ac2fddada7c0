//! What a file is, by its first bytes: nothing is opened, locked or written to find out.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::StoreError;

/// The mark of a station in the head of the SQLite file: `Arna`.
pub(crate) const APPLICATION_ID: i32 = 0x4172_6e61;
/// The newest form that this program knows: the number of its last migration.
pub(crate) const FORM: u32 = 3;

const HEAD: usize = 100;
const BEGINS: &[u8; 16] = b"SQLite format 3\0";

/// The form of the station file at a path.
///
/// # Errors
/// What is there and is no station, newer, or cut short.
pub(crate) fn form_of(path: &Path) -> Result<u32, StoreError> {
    let mut head = Vec::with_capacity(HEAD);
    let file = File::open(path)?;
    let length = file.metadata()?;
    if length.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    file.take(HEAD as u64).read_to_end(&mut head)?;
    if head.len() < HEAD || &head[..16] != BEGINS || number(&head, 68) != APPLICATION_ID.cast_unsigned() {
        return Err(StoreError::NotAStation);
    }
    let form = number(&head, 60);
    if form > FORM {
        return Err(StoreError::StationNewer {
            found: form,
            known: FORM,
        });
    }
    // Pages that the head counts but the file lacks; what a log beside the file holds is not counted yet.
    let page = match u64::from(head[16]) << 8 | u64::from(head[17]) {
        1 => 65_536,
        page => page,
    };
    let counted = u64::from(number(&head, 28)) * page;
    if length.len() < counted && !beside(path, "-wal").exists() {
        let what = format!("{} of {counted} bytes", length.len());
        return Err(StoreError::StationDamaged { what });
    }
    Ok(form)
}

/// The path with something appended to its name.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn number(head: &[u8], at: usize) -> u32 {
    head[at..at + 4]
        .iter()
        .fold(0, |number, &byte| number << 8 | u32::from(byte))
}
