//! The rows of a damaged table: read from its beginning, past every tear, then from its end, and by the rows that an index names.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::values;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::verify::{Fault, is_damage, why};
use crate::{StoreError, sqlite};

/// Rows that are tried one by one behind a tear; beyond, ever longer strides are made.
const ONE_BY_ONE: u32 = 1 << 16;

/// A table of a station file.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The form of the file that has it first.
    since: u32,
    columns: &'static [&'static str],
    /// The index that names its rows, and by which of the columns.
    index: &'static str,
    named_by: &'static [usize],
}

/// Every table, those that others refer to first.
pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "record",
        since: 1,
        columns: &["kind", "position", "id", "body"],
        index: "record_by_id",
        named_by: &[0, 2],
    },
    Table {
        name: "airing",
        since: 1,
        columns: &[
            "channel", "start_ms", "turn", "end_ms", "date", "version", "title", "language", "licence", "slot",
            "origin",
        ],
        index: "sqlite_autoindex_airing_1",
        named_by: &[0, 1, 2],
    },
    Table {
        name: "journal",
        since: 1,
        columns: &["number", "op", "args", "author", "at_ms", "kind", "of_number", "state"],
        index: "sqlite_autoindex_journal_1",
        named_by: &[0],
    },
    Table {
        name: "journal_change",
        since: 1,
        columns: &[
            "number",
            "turn",
            "kind",
            "id",
            "position",
            "from_ms",
            "until_ms",
            "body_before",
            "body_after",
        ],
        index: "sqlite_autoindex_journal_change_1",
        named_by: &[0, 1],
    },
    Table {
        name: "proposal",
        since: 1,
        columns: &["one", "text"],
        index: "sqlite_autoindex_proposal_1",
        named_by: &[0],
    },
    Table {
        name: "scenario",
        since: 2,
        columns: &["name", "from_date", "days", "made_ms", "text"],
        index: "sqlite_autoindex_scenario_1",
        named_by: &[0],
    },
    Table {
        name: "revision",
        since: 3,
        columns: &[
            "channel",
            "number",
            "from_date",
            "days",
            "author",
            "at_ms",
            "content",
            "content_sha256",
            "previous",
            "sha256",
        ],
        index: "sqlite_autoindex_revision_1",
        named_by: &[0, 1],
    },
    Table {
        name: "delivery",
        since: 3,
        columns: &[
            "number", "channel", "revision", "receiver", "form", "place", "bytes", "sha256", "author", "at_ms",
        ],
        index: "sqlite_autoindex_delivery_1",
        named_by: &[0],
    },
    Table {
        name: "shared",
        since: 5,
        columns: &["one", "server", "authority", "offline"],
        index: "sqlite_autoindex_shared_1",
        named_by: &[0],
    },
    Table {
        name: "aside",
        since: 5,
        columns: &["number", "base", "op", "args", "at_ms", "steps", "state", "why"],
        index: "sqlite_autoindex_aside_1",
        named_by: &[0],
    },
];

/// The columns of a table; none where there is no such table.
pub(crate) fn columns_of(name: &str) -> &'static [&'static str] {
    let found = TABLES.iter().find(|table| table.name == name);
    found.map_or(&[], |table| table.columns)
}

/// Whether every table that a file of a form has is known to it.
pub(crate) fn has_plan(from: &Connection, form: u32) -> bool {
    let mut tables = TABLES.iter().filter(|table| table.since <= form);
    tables.all(|table| sqlite::has_table(from, table.name).unwrap_or_default())
}

/// What was read of a table.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// Its rows in their order.
    pub(crate) rows: Vec<Vec<Value>>,
    /// What is missing.
    pub(crate) lost: Vec<Fault>,
}

/// Everything that can be read of a table.
pub(crate) fn taken(from: &Connection, table: &Table, form: u32) -> Result<Taken, StoreError> {
    let mut rows = BTreeMap::new();
    let tears = match forwards(from, table, &mut rows) {
        Ok(tears) => tears,
        Err(_) if table.since > form => return Ok(Taken::default()),
        Err(error) if is_damage(&error) => {
            let values = values! { "table" => table.name, "why" => why(&error) };
            let lost = vec![Fault::new("lost_table", values)];
            return Ok(Taken { rows: Vec::new(), lost });
        }
        Err(error) => return Err(error),
    };
    if !tears.is_empty() {
        run(from, table, Way::Back, i64::MAX, &mut rows)?;
    }
    let lost = match named(from, table) {
        Some(named) => {
            by_name(from, table, &named, &mut rows)?;
            unread(table, named, &rows)
        }
        None => torn(table, &tears, &rows),
    };
    Ok(Taken {
        rows: rows.into_values().collect(),
        lost,
    })
}

/// What writes a row.
pub(crate) fn insert(table: &Table) -> String {
    let places: Vec<String> = (1..=table.columns.len()).map(|number| format!("${number}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({})",
        table.name,
        table.columns.join(", "),
        places.join(", ")
    )
}

/// What a row is called.
pub(crate) fn name(table: &Table, row: &[Value]) -> String {
    let words = table.named_by.iter().map(|&at| word(&row[at]));
    words.collect::<Vec<_>>().join(" ")
}

fn word(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Null | Value::Real(_) | Value::Blob(_) => "?".to_owned(),
    }
}

#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

/// How a run through a table ended.
enum Run {
    /// At the table's end.
    Through,
    /// At something that cannot be read, after the row that was read last.
    Torn(Option<i64>),
}

/// Reads on from the first row, past every tear; the numbers after which one begins.
fn forwards(from: &Connection, table: &Table, rows: &mut BTreeMap<i64, Vec<Value>>) -> Result<Vec<i64>, StoreError> {
    let mut tears = Vec::new();
    let (mut at, mut tried) = (1_i64, 0_u32);
    while let Run::Torn(last) = run(from, table, Way::On, at, rows)? {
        let stride = match last {
            Some(last) => {
                tears.push(last);
                (at, tried) = (last, 0);
                1
            }
            None => {
                if tried == 0 && tears.is_empty() {
                    tears.push(0);
                }
                tried += 1;
                1_i64
                    .checked_shl(tried.saturating_sub(ONE_BY_ONE))
                    .filter(|stride| *stride > 0)
                    .unwrap_or(i64::MAX)
            }
        };
        let Some(next) = at.checked_add(stride) else { break };
        at = next;
    }
    Ok(tears)
}

fn run(
    from: &Connection,
    table: &Table,
    way: Way,
    at: i64,
    rows: &mut BTreeMap<i64, Vec<Value>>,
) -> Result<Run, StoreError> {
    let condition = match way {
        Way::On => "rowid >= $1 ORDER BY rowid",
        Way::Back => "rowid <= $1 ORDER BY rowid DESC",
    };
    let sql = format!(
        "SELECT rowid, {} FROM {} NOT INDEXED WHERE {condition}",
        table.columns.join(", "),
        table.name
    );
    let mut select = from.prepare_cached(&sql)?;
    let mut found = select.query([at])?;
    let mut last = None;
    loop {
        match found.next().map_err(StoreError::from) {
            Ok(None) => return Ok(Run::Through),
            Ok(Some(row)) => last = Some(keep(row, table, rows)?),
            Err(error) if is_damage(&error) => return Ok(Run::Torn(last)),
            Err(error) => return Err(error),
        }
    }
}

/// Keeps a row by its number.
fn keep(row: &Row<'_>, table: &Table, rows: &mut BTreeMap<i64, Vec<Value>>) -> Result<i64, StoreError> {
    let number = row.get(0)?;
    // Text that is none any more is as good as no value.
    let values = (1..=table.columns.len()).map(|at| row.get(at).unwrap_or(Value::Null));
    rows.entry(number).or_insert_with(|| values.collect());
    Ok(number)
}

/// The rows that the index names, with their names; none where it cannot be read to its end.
fn named(from: &Connection, table: &Table) -> Option<Vec<(i64, String)>> {
    let columns: Vec<&str> = table.named_by.iter().map(|&at| table.columns[at]).collect();
    let columns = columns.join(", ");
    let sql = format!(
        "SELECT rowid, {columns} FROM {} INDEXED BY {} ORDER BY {columns}",
        table.name, table.index
    );
    let mut select = from.prepare(&sql).ok()?;
    let mut rows = select.query([]).ok()?;
    let mut named = Vec::new();
    while let Some(row) = rows.next().ok()? {
        let words = (1..=table.named_by.len()).map(|at| word(&row.get(at).unwrap_or(Value::Null)));
        named.push((row.get(0).ok()?, words.collect::<Vec<_>>().join(" ")));
    }
    Some(named)
}

/// Reads the rows that the index names and that were not come by.
fn by_name(
    from: &Connection,
    table: &Table,
    named: &[(i64, String)],
    rows: &mut BTreeMap<i64, Vec<Value>>,
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT rowid, {} FROM {} NOT INDEXED WHERE rowid = $1",
        table.columns.join(", "),
        table.name
    );
    let mut select = from.prepare(&sql)?;
    let unread: Vec<i64> = named
        .iter()
        .map(|(number, _)| *number)
        .filter(|number| !rows.contains_key(number))
        .collect();
    for number in unread {
        let mut found = select.query([number])?;
        match found.next().map_err(StoreError::from) {
            Ok(Some(row)) => drop(keep(row, table, rows)?),
            Ok(None) => {}
            Err(error) if is_damage(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The rows that the index names and that are nowhere.
fn unread(table: &Table, named: Vec<(i64, String)>, rows: &BTreeMap<i64, Vec<Value>>) -> Vec<Fault> {
    let there: BTreeSet<String> = rows.values().map(|row| name(table, row)).collect();
    let lost = named
        .into_iter()
        .filter(|(number, name)| !rows.contains_key(number) && !there.contains(name));
    lost.map(|(_, name)| Fault::new("lost_row", values! { "table" => table.name, "name" => name }))
        .collect()
}

/// The tears, where nothing names what lay in them.
fn torn(table: &Table, tears: &[i64], rows: &BTreeMap<i64, Vec<Value>>) -> Vec<Fault> {
    let lost = tears.iter().map(|&last| {
        let next = rows.range(last + 1..).next().map(|(number, _)| *number);
        let values = values! { "table" => table.name, "from" => last + 1, "until" => next.map(|next| next - 1) };
        Fault::new("lost_rows", values)
    });
    lost.collect()
}
