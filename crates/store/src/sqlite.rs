//! Everything that is SQLite's own: how connections are opened, what they are told, migrations. The SQL elsewhere is plain,
//! with one care: SQLite takes `$1` for a name, and names are bound in the order in which they first occur. So the numbers of
//! a statement first occur in order, and a test reads that they do.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::identity::{APPLICATION_ID, FORM, beside};
use crate::{StoreError, plan};

pub(crate) mod migrations {
    refinery::embed_migrations!("../../migrations/sqlite");
}

const PATIENCE: Duration = Duration::from_secs(5);
/// The longest row, in MiB.
pub(crate) const LONGEST_MIB: u32 = 512;
/// What no statement and no value of this program comes near, and what a file made to hurt would need.
const LIMITS: [(Limit, i32); 10] = [
    (Limit::SQLITE_LIMIT_LENGTH, (LONGEST_MIB << 20) as i32),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 16),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 2),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

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
    // Before anything of the file is run or written.
    plan::recognise(&connection)?;
    // Where there can be no log beside the file (some network shares), SQLite keeps its older journal: slower, as safe.
    let _: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    sync(&connection, Sync::AtOnce)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// When what is written is to be on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sync {
    /// Before it is said to be written.
    AtOnce,
    /// With what is written at once next, or when the log is taken into the file: in this order, so that what is lost is the end.
    Later,
}

/// Says when what is written from here on is to be on the disk.
pub(crate) fn sync(connection: &Connection, when: Sync) -> Result<(), StoreError> {
    let level = match when {
        Sync::AtOnce => "FULL",
        Sync::Later => "NORMAL",
    };
    Ok(connection.pragma_update(None, "synchronous", level)?)
}

/// A connection that only reads, in a folder that may be closed to writing.
pub(crate) fn to_read(path: &Path) -> Result<Connection, StoreError> {
    // A reader that may not touch the folder leaves the log's files behind; one that may, and does not write, tidies up.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let usual = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.pragma_update(None, "query_only", true)?;
        bound(&connection)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        Ok(connection)
    });
    let connection = match usual {
        Ok(connection) => connection,
        // Without a log beside it the file is the whole, and nobody can be writing to a folder that is closed or a disk that is full.
        Err(_) if !has_log(path) => as_unchanging(path)?,
        Err(error) => return Err(error.into()),
    };
    tame(&connection)?;
    plan::recognise(&connection)?;
    Ok(connection)
}

/// A connection to a file that nobody writes meanwhile.
fn as_unchanging(path: &Path) -> rusqlite::Result<Connection> {
    // By its bytes: a path need not be text.
    let escaped = path.as_os_str().as_encoded_bytes().iter().map(|&byte| match byte {
        b'%' | b'?' | b'#' | 0x80.. => format!("%{byte:02x}"),
        _ => char::from(byte).to_string(),
    });
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(format!("file:{}?immutable=1", escaped.collect::<String>()), flags)
}

/// A connection that reads, and leaves a log that it finds beside the file where it is: not a byte of either changes.
pub(crate) fn to_verify(path: &Path) -> Result<Connection, StoreError> {
    let has_log = has_log(path);
    let connection = to_read(path)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
    Ok(connection)
}

/// Whether something lies in the log beside a file.
fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// A connection to a private copy of a damaged file: what is wrong with the plan of its tables hides none of them.
pub(crate) fn to_salvage(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    bound(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    Ok(connection)
}

/// A station file is somebody's: nothing in it is run, nothing in it may grow without end, and SQL cannot get past the file's rules.
fn tame(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    bound(connection)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// What holds for whatever file is open, a damaged one too: no view is asked, no function that a plan names may do more than
/// compute, and what is asked stays small. Extensions cannot be loaded: that part of the library is not built in.
fn bound(connection: &Connection) -> rusqlite::Result<()> {
    for (limit, most) in LIMITS {
        connection.set_limit(limit, most)?;
    }
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // A text in the wrong quotes is an error, not whatever is called so.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    Ok(())
}

/// Takes a file over into the newest form.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    // In one transaction with the note that it was done: whoever is killed between the two could never open the file again.
    migrations::migrations::runner()
        .set_grouped(true)
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

/// The pages that say which tables a file has and where they begin: at which byte, and how long.
pub(crate) fn pages_of_plan(connection: &Connection) -> Result<Vec<(u32, u32)>, StoreError> {
    let mut select = connection.prepare("SELECT pgoffset, pgsize FROM dbstat WHERE name = 'sqlite_schema'")?;
    let pages = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pages.collect::<Result<_, _>>()?)
}

/// SQLite's short look at a file's pages; what it finds first.
pub(crate) fn quick_check(connection: &Connection) -> Result<(), String> {
    let told = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    match told {
        Ok(told) if told == "ok" => Ok(()),
        Ok(told) => Err(told),
        Err(error) => Err(error.to_string()),
    }
}

/// What part of the schedule's rows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Half {
    Both,
    First,
    Second,
}

/// The condition of rows from one number to another, in their order.
pub(crate) const ROWS_BETWEEN: &str = "rowid BETWEEN $1 AND $2 ORDER BY rowid";

/// The first and last number of a part of the schedule's rows.
pub(crate) fn rows_of_schedule(connection: &Connection, half: Half) -> Result<(i64, i64), StoreError> {
    let (first, last): (Option<i64>, Option<i64>) =
        connection.query_row("SELECT min(rowid), max(rowid) FROM airing", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let (first, last) = (first.unwrap_or(1), last.unwrap_or(0));
    let middle = first.midpoint(last);
    Ok(match half {
        Half::Both => (first, last),
        Half::First => (first, middle),
        Half::Second => (middle + 1, last),
    })
}

/// Takes the log beside the file into it; whether all of it is there now.
pub(crate) fn fold(connection: &Connection) -> Result<bool, StoreError> {
    let is_busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(!is_busy)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_nobody_writes_is_read_whatever_it_is_called() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().unwrap();
        for name in [
            b"100%25?a=b#c.arna".as_slice(),
            "арна.arna".as_bytes(),
            b"\xff\xfe.arna",
        ] {
            let path = folder.path().join(std::ffi::OsStr::from_bytes(name));
            drop(to_found(&path).unwrap());
            assert!(
                has_table(&as_unchanging(&path).unwrap(), "record").unwrap(),
                "{}",
                path.display()
            );
        }
    }

    /// Each way by which SQL gets past a file's rules or out of the file, on every kind of connection.
    #[test]
    fn no_connection_lets_sql_out_of_the_file_or_past_its_rules() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("station.arna");
        let founding = to_found(&path).unwrap();
        founding
            .execute_batch("CREATE VIEW seen AS SELECT * FROM record")
            .unwrap();
        let deep = format!("SELECT {}1{}", "abs(".repeat(60), ")".repeat(60));
        let wide = vec!["SELECT 1"; 20].join(" UNION ALL ");
        let long = format!("SELECT 1 -- {}", "x".repeat(100_000));
        let forbidden = [
            "ATTACH ':memory:' AS other",
            "SELECT load_extension('other')",
            "SELECT \"no such column\"",
            "SELECT * FROM seen",
            deep.as_str(),
            wide.as_str(),
            long.as_str(),
        ];
        let refuse = |connection: &Connection, which: &str| {
            for sql in forbidden {
                let refused = connection.query_row(sql, [], |_| Ok(()));
                let is_none = matches!(refused, Ok(()) | Err(rusqlite::Error::QueryReturnedNoRows));
                assert!(!is_none, "{which}: {sql}");
            }
        };
        refuse(&founding, "to found");
        refuse(&to_salvage(&path).unwrap(), "to salvage");
        founding.execute_batch("DROP VIEW seen").unwrap();
        drop(founding);
        refuse(&to_write(&path).unwrap(), "to write");
        refuse(&to_read(&path).unwrap(), "to read");
        refuse(&to_verify(&path).unwrap(), "to verify");
        for connection in [to_write(&path).unwrap(), to_read(&path).unwrap()] {
            connection.pragma_update(None, "writable_schema", true).unwrap();
            let refused = connection.execute("UPDATE sqlite_schema SET sql = NULL", []);
            assert!(refused.is_err());
        }
    }
}
