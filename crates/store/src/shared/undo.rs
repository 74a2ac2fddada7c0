//! Undo for whoever sits at a desk, among what all do: the last of one's own entries is taken back by a new one, as long as what it
//! changed is as it left it.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::StoreError;
use crate::journal::{Change, log_of};

/// What an entry is called that takes another back.
pub(crate) const REVERT: &str = "revert";
/// The value of an entry that tells whether it undid or did again.
pub(crate) const BY: &str = "by";
const UNDO: &str = "undo";
const REDO: &str = "redo";

/// Entries that are read at once.
const PAGE: u32 = 100;

/// The entry of an author that undo would take back.
pub(crate) fn next_undo(connection: &Connection, author: &str) -> Result<Option<Change>, StoreError> {
    let mut undone = BTreeSet::new();
    find(connection, author, |entry| match told(entry) {
        _ if undone.contains(&entry.number) => None,
        Some((UNDO, of)) => {
            undone.insert(of);
            None
        }
        _ => Some(true),
    })
}

/// The entry of an author that took back what redo would do again.
pub(crate) fn next_redo(connection: &Connection, author: &str) -> Result<Option<Change>, StoreError> {
    let mut redone = BTreeSet::new();
    find(connection, author, |entry| match told(entry) {
        _ if redone.contains(&entry.number) => None,
        Some((REDO, of)) => {
            redone.insert(of);
            None
        }
        Some((UNDO, _)) => Some(true),
        // Something else was done since.
        _ => Some(false),
    })
}

/// Whether an entry undid or did again, and which.
fn told(entry: &Change) -> Option<(&str, i64)> {
    let number = entry.args.get("number")?.as_i64()?;
    let by = entry.args.get(BY)?.as_str().filter(|by| [UNDO, REDO].contains(by))?;
    (entry.op == REVERT).then_some((by, number))
}

/// Goes through an author's entries, newest first, until it is decided.
fn find(
    connection: &Connection,
    author: &str,
    mut decide: impl FnMut(&Change) -> Option<bool>,
) -> Result<Option<Change>, StoreError> {
    let mut before = i64::MAX;
    loop {
        let page = log_of(connection, author, before, PAGE)?;
        let Some(last) = page.last() else { return Ok(None) };
        before = last.number;
        for entry in page {
            if let Some(is_it) = decide(&entry) {
                return Ok(is_it.then_some(entry));
            }
        }
    }
}
