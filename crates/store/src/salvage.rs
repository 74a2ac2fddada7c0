//! Taking everything that can be read out of a damaged file into a new one. This is SQLite's own, as `sqlite.rs` is: rows are
//! asked for by where they lie, so that what is damaged hides nothing beside it.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use arna_domain::{Station, values};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::found::{self, Part, permit};
use crate::identity::{self, beside};
use crate::journal::Entry;
use crate::rows::{self, Table, Taken};
use crate::verify::{self, Fault, unreadable};
use crate::{StoreError, edit, log, place, revision, sqlite};

/// What was taken out of a damaged file. It lies in no place yet: dropped, it is gone.
#[derive(Debug)]
pub struct Salvage {
    // Before the file that it has open.
    connection: Connection,
    part: Part,
    missing: Vec<Fault>,
    station: Station,
    /// Whether the journal leads from the founding to all of the station.
    is_whole: bool,
}

/// Takes everything that can be read out of a station file, to be put at `new`. The file itself is not touched: a copy of it and
/// of its log is worked on.
///
/// # Errors
/// [`StoreError::FileExists`]; what is no station, newer, or has not one table that can be read; when the new file cannot be
/// written.
pub fn salvage(damaged: &Path, new: &Path) -> Result<Salvage, StoreError> {
    if new.symlink_metadata().is_ok() {
        return Err(StoreError::FileExists);
    }
    let damaged = &place::itself(damaged)?;
    let form = identity::mark_of(damaged)?;
    let copy = Part::beside(&beside(new, ".damaged"));
    let mut missing = copied(damaged, &copy.0)?;
    let behind = log::changes_behind_tear(damaged)?;
    if behind > 0 {
        missing.push(Fault::new("log_lost", values! { "count" => behind }));
    }
    identity::mend_head(&copy.0)?;
    let part = Part::beside_like(new, damaged)?;
    let mut connection = sqlite::to_found(&part.0)?;
    let mut from = sqlite::to_salvage(&copy.0)?;
    if !rows::has_plan(&from, form) {
        drop(from);
        missing.push(Fault::new("lost_plan", values! {}));
        lend_plan(&connection, &part.0, &copy.0)?;
        from = sqlite::to_salvage(&copy.0)?;
    }
    take_over(&from, form, &mut connection, &mut missing)?;
    missing.append(&mut verify::of(&connection)?.faults);
    let is_whole = missing.iter().all(is_beside);
    Ok(Salvage {
        station: edit::station(&connection)?,
        connection,
        part,
        missing,
        is_whole,
    })
}

impl Salvage {
    /// The station as far as it was read. What it refers to may be missing.
    pub fn station(&self) -> &Station {
        &self.station
    }

    /// What could not be taken over.
    pub fn missing(&self) -> &[Fault] {
        &self.missing
    }

    /// Puts the new file in its place, with this station: with its journal where that tells all of it, else founded by this entry.
    /// Whether the journal was kept.
    ///
    /// # Errors
    /// [`StoreError::FileExists`]; when it cannot be written.
    pub fn keep(mut self, station: &Station, entry: &Entry, new: &Path) -> Result<bool, StoreError> {
        let keeps_journal = self.is_whole && self.station == *station;
        if !keeps_journal {
            let transaction = self.connection.transaction()?;
            transaction.execute_batch(
                "DELETE FROM journal_change; DELETE FROM journal; DELETE FROM record; DELETE FROM airing; DELETE FROM proposal",
            )?;
            found::write(&transaction, station, entry)?;
            transaction.commit()?;
        }
        self.connection.close().map_err(|(_, error)| error)?;
        self.part.keep(new)?;
        Ok(keeps_journal)
    }
}

/// Copies a file and what lies beside it, block by block: what the disk does not give any more becomes zeros.
fn copied(from: &Path, to: &Path) -> Result<Vec<Fault>, StoreError> {
    let mut missing = copied_blocks(from, to)?;
    for suffix in ["-wal", "-journal"] {
        if beside(from, suffix).exists() {
            missing.append(&mut copied_blocks(&beside(from, suffix), &beside(to, suffix))?);
        }
    }
    Ok(missing)
}

fn copied_blocks(from: &Path, to: &Path) -> Result<Vec<Fault>, StoreError> {
    const BLOCK: u64 = 4_096;
    let mut missing = Vec::new();
    let (from, mut to) = (File::open(from)?, File::create(to)?);
    let about = from.metadata()?;
    permit(&to, &about)?;
    let length = about.len();
    for at in (0..length).step_by(usize::try_from(BLOCK).unwrap_or(4_096)) {
        let mut block = Vec::new();
        (&from).seek(SeekFrom::Start(at))?;
        let wanted = BLOCK.min(length - at);
        if let Err(error) = (&from).take(wanted).read_to_end(&mut block) {
            missing.push(Fault::new(
                "lost_block",
                values! { "at" => at, "why" => error.to_string() },
            ));
        }
        block.resize(usize::try_from(wanted).unwrap_or_default(), 0);
        to.write_all(&block)?;
    }
    Ok(missing)
}

/// Gives a copy the plan of a new station's tables where it lost its own: every station's begin on the same pages.
fn lend_plan(new: &Connection, of: &Path, to: &Path) -> Result<(), StoreError> {
    let (of, mut to_file) = (File::open(of)?, File::options().write(true).open(to)?);
    for (at, length) in sqlite::pages_of_plan(new)? {
        let mut page = Vec::new();
        let head = if at == 0 { 100 } else { 0 };
        (&of).seek(SeekFrom::Start(u64::from(at + head)))?;
        (&of).take(u64::from(length - head)).read_to_end(&mut page)?;
        to_file.seek(SeekFrom::Start(u64::from(at + head)))?;
        to_file.write_all(&page)?;
    }
    identity::mend_head(to)
}

/// Reads every table and writes what was read to a new file.
fn take_over(from: &Connection, form: u32, to: &mut Connection, missing: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut read = 0;
    let writing = to.transaction()?;
    for table in rows::TABLES {
        let Taken { mut rows, mut lost } = rows::taken(from, table, form)?;
        read += rows.len();
        if table.name == "revision" {
            let broken = unchained(&rows)?;
            rows.retain(|row| !broken.contains(&rows::name(table, row)));
            lost.extend(
                broken
                    .into_iter()
                    .map(|name| Fault::new("lost_revision", values! { "table" => "revision", "name" => name })),
            );
        }
        lost.append(&mut put(&writing, table, &rows)?);
        missing.append(&mut lost);
    }
    // A line of the delivery log is never taken out, whatever it says.
    for table in verify::READABLE.iter().filter(|table| table.name != "delivery") {
        for (row, fault) in unreadable(&writing, table)? {
            writing.execute(&format!("DELETE FROM {} WHERE rowid = $1", table.name), [row])?;
            missing.push(fault);
        }
    }
    writing.commit()?;
    if read == 0 {
        let why = missing.first().map(ToString::to_string).unwrap_or_default();
        return Err(StoreError::damaged(why));
    }
    Ok(())
}

/// Writes rows; what a new file does not bear is told.
fn put(to: &Connection, table: &Table, rows: &[Vec<Value>]) -> Result<Vec<Fault>, StoreError> {
    let mut refused = Vec::new();
    let mut insert = to.prepare(&rows::insert(table))?;
    for row in rows {
        match insert.execute(rusqlite::params_from_iter(row)) {
            Ok(_) => {}
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                let values =
                    values! { "table" => table.name, "name" => rows::name(table, row), "why" => error.to_string() };
                refused.push(Fault::new("refused_row", values));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(refused)
}

/// The names of revisions from the first of each channel on that is not what was published.
fn unchained(rows: &[Vec<Value>]) -> Result<Vec<String>, StoreError> {
    let mut aside = Connection::open_in_memory()?;
    sqlite::migrate(&mut aside)?;
    let Some(table) = rows::TABLES.iter().find(|table| table.name == "revision") else {
        return Ok(Vec::new());
    };
    put(&aside, table, rows)?;
    let chains = revision::chains(&aside)?;
    let is_unchained = |row: &Vec<Value>| {
        let (Value::Text(channel), Value::Integer(number)) = (&row[0], &row[1]) else {
            return true;
        };
        let chain = chains.iter().find(|chain| chain.channel == *channel);
        chain
            .and_then(|chain| chain.broken)
            .is_some_and(|broken| broken.number <= *number)
    };
    let unchained = rows.iter().filter(|row| is_unchained(row));
    Ok(unchained.map(|row| rows::name(table, row)).collect())
}

/// Whether what is missing lies beside the station and its journal, which are whole without it.
fn is_beside(missing: &Fault) -> bool {
    const BESIDE: [&str; 7] = [
        "proposal", "scenario", "revision", "delivery", "shared", "aside", "log_lost",
    ];
    let table = missing.values.get("table").and_then(|table| table.as_str());
    BESIDE.contains(&table.unwrap_or(missing.code))
}
