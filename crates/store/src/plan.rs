//! The plan of a station file: its tables, indices and triggers, as the migrations made them. SQLite runs what stands in a plan, so
//! a file from elsewhere may have no other: a trigger would change what nobody asked to be changed, a view stand where rows are
//! looked for, a check call what it likes.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::StoreError;
use crate::sqlite::migrations::migrations;

/// The table in which it is noted which migrations were made, as every release so far founded it. One that founds it otherwise adds
/// its own here: files of before are to open still.
const NOTED: &str = "CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255))";

/// A part of a plan: its kind, its name, whose it is, and the SQL that made it, where SQL did.
type Part = (String, String, String, Option<String>);

/// Refuses a file whose plan has a part that no station's ever had. What a plan lacks is no matter of this: older forms have less,
/// and what is gone cannot be run.
///
/// # Errors
/// [`StoreError::StationDamaged`] with the first such part.
pub(crate) fn recognise(connection: &Connection) -> Result<(), StoreError> {
    let known = known()?;
    let foreign = parts(connection)?.into_iter().find(|part| !known.contains(part));
    match foreign {
        None => Ok(()),
        Some((kind, name, ..)) => Err(StoreError::damaged(format!("{kind} {name:?} is none of a station's"))),
    }
}

/// The parts that a station's plan has had in any form.
fn known() -> Result<BTreeSet<Part>, StoreError> {
    let aside = Connection::open_in_memory()?;
    aside.execute_batch(NOTED)?;
    let mut known = BTreeSet::new();
    let runner = migrations::runner();
    let mut all: Vec<_> = runner.get_migrations().iter().collect();
    all.sort_by_key(|migration| migration.version());
    for migration in all {
        aside.execute_batch(migration.sql().unwrap_or_default())?;
        // Each form's own: a later one may change what an earlier one made.
        known.extend(parts(&aside)?);
    }
    Ok(known)
}

fn parts(connection: &Connection) -> Result<Vec<Part>, StoreError> {
    let mut select = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let parts = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(parts.collect::<Result<_, _>>()?)
}
