//! Everything that is SQLite's own: how connections are opened, what they are told, migrations. The SQL elsewhere is plain,
//! with one care: SQLite takes `$1` for a name, and names are bound in the order in which they first occur. So the numbers of
//! a statement first occur in order, and a test reads that they do.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::StoreError;
use crate::identity::{APPLICATION_ID, FORM, beside};

mod migrations {
    refinery::embed_migrations!("../../migrations/sqlite");
}

const PATIENCE: Duration = Duration::from_secs(5);
/// No text of a station is longer, in bytes.
const LONGEST_VALUE: i32 = 512 << 20;

/// A connection that founds a file: no log beside it, so that the file alone is the whole.
pub(crate) fn to_found(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    tame(&connection)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// A connection that writes. The file's identity has been looked at before.
pub(crate) fn to_write(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    tame(&connection)?;
    // Where there can be no log beside the file (some network shares), SQLite keeps its older journal: slower, as safe.
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// A connection that only reads, in a folder that may be closed to writing.
pub(crate) fn to_read(path: &Path) -> Result<Connection, StoreError> {
    // A reader that may not touch the folder leaves the log's files behind; one that may, and does not write, tidies up.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let usual = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.pragma_update(None, "query_only", true)?;
        connection.query_row("SELECT count(*) FROM journal", [], |row| row.get::<_, i64>(0))?;
        Ok(connection)
    });
    let connection = match usual {
        Ok(connection) => connection,
        // Without a log beside it the file is the whole, and nobody can be writing to a folder that is closed.
        Err(_) if !beside(path, "-wal").exists() => {
            let name = path.to_str().ok_or(StoreError::NotAStation)?;
            let escaped = name.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(format!("file:{escaped}?immutable=1"), flags)?
        }
        Err(error) => return Err(error.into()),
    };
    tame(&connection)?;
    Ok(connection)
}

/// A station file is somebody's: nothing in it is run, and nothing in it may grow without end.
fn tame(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    Ok(())
}

/// Takes a file over into the newest form.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrations::migrations::runner()
        .run(connection)
        .map_err(StoreError::damaged)?;
    connection.pragma_update(None, "user_version", FORM)?;
    Ok(())
}

/// Whether a file has a table of this name: one of an older form may lack it.
pub(crate) fn has_table(connection: &Connection, name: &str) -> Result<bool, StoreError> {
    let mut select = connection.prepare_cached("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1")?;
    Ok(select.exists([name])?)
}

/// Takes the log beside the file into it; whether all of it is there now.
pub(crate) fn fold(connection: &Connection) -> Result<bool, StoreError> {
    let is_busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(!is_busy)
}

/// What SQLite finds wrong with a file.
pub(crate) fn check(connection: &Connection) -> Result<(), StoreError> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(StoreError::damaged(found));
    }
    let mut dangling = connection.prepare("PRAGMA foreign_key_check")?;
    if dangling.exists([])? {
        return Err(StoreError::damaged("a row refers to what is not there"));
    }
    Ok(())
}
