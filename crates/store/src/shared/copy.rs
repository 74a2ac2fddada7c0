//! A station goes from its server into a file: a desk's copy.

use std::path::Path;
use std::sync::Arc;

use tokio_postgres::{Client, Error};

use super::line::{Access, Line};
use super::moved::{Moved, Report, TABLES, counts, put};
use super::{SharedError, attach};
use crate::found::Part;
use crate::{StoreError, sqlite, verify};

/// Rows that are fetched at once.
const AT_ONCE: u32 = 2_000;

/// Makes a file of a station on a server, as of one moment, and looks it through before it is put in its place. Tells how far it is.
///
/// # Errors
/// [`StoreError::FileExists`]; [`SharedError::BrokenOff`] where `report` says so; [`SharedError::NoStation`] and what else the server refuses; [`StoreError::CopyUnsound`]; when the
/// file cannot be written. Then there is none.
pub fn copy(access: &Access, to: &Path, report: Report<'_>) -> Result<(), StoreError> {
    if to.symlink_metadata().is_ok() {
        return Err(StoreError::FileExists);
    }
    let line = Line::to_station(access)?;
    let part = Part::beside(to);
    let mut connection = sqlite::to_found(&part.0)?;
    let transaction = connection.transaction()?;
    let total: i64 = line.ask(|client| async move {
        client
            .batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .await?;
        let sql = format!("SELECT ({})::bigint", counts());
        Ok(client.query_one(&sql, &[]).await?.get(0))
    })?;
    let mut moved = Moved {
        done: 0,
        total: u64::try_from(total).unwrap_or_default(),
    };
    for table in &TABLES {
        let sql = format!(
            "DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(one)::text FROM {} AS one ORDER BY {}",
            table.name, table.order
        );
        line.ask(|client| async move { client.batch_execute(&sql).await })?;
        loop {
            let fetched = line.ask_while(&|| report(moved), fetch).map_err(SharedError::from)?;
            if fetched.is_empty() {
                break;
            }
            put(&transaction, table, &fetched)?;
            moved.done += fetched.len() as u64;
        }
        line.ask(|client| async move { client.batch_execute("CLOSE rows").await })?;
    }
    attach(&transaction, &access.address, access.authority.as_deref())?;
    transaction.commit()?;
    if let Some(fault) = verify::of(&connection)?.faults.into_iter().next() {
        let what = fault.to_string();
        return Err(StoreError::CopyUnsound { what });
    }
    connection.close().map_err(|(_, error)| error)?;
    if report(moved).is_break() {
        return Err(SharedError::BrokenOff.into());
    }
    part.keep(to)
}

async fn fetch(client: Arc<Client>) -> Result<Vec<String>, Error> {
    let rows = client.query(&format!("FETCH {AT_ONCE} FROM rows"), &[]).await?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}
