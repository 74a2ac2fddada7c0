//! Rows on their way between file and server, as JSON: every table whose rows both have alike.

use std::ops::ControlFlow;

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value};

use crate::StoreError;
use crate::rows::columns_of;

/// How far a station on its way between file and server is, in rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Rows that are there.
    pub done: u64,
    /// All of them.
    pub total: u64,
}

/// Hears how far it is, again and again, and may break it off.
pub type Report<'a> = &'a dyn Fn(Moved) -> ControlFlow<()>;

/// A table that file and server have alike.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// In which order its rows go.
    pub(super) order: &'static str,
}

const RECORD: Table = Table {
    name: "record",
    order: "kind, position",
};
const AIRING: Table = Table {
    name: "airing",
    order: "channel, start_ms, turn",
};
const JOURNAL: Table = Table {
    name: "journal",
    order: "number",
};
const JOURNAL_CHANGE: Table = Table {
    name: "journal_change",
    order: "number, turn",
};
pub(super) const REVISION: Table = Table {
    name: "revision",
    order: "channel, number",
};
pub(super) const DELIVERY: Table = Table {
    name: "delivery",
    order: "number",
};

/// Every such table; what is referred to comes first.
pub(super) const TABLES: [Table; 6] = [RECORD, AIRING, JOURNAL, JOURNAL_CHANGE, REVISION, DELIVERY];

/// Rows that travel together, in bytes.
const LOAD: usize = 1 << 20;

/// How many rows all of these tables have in a file.
pub(super) fn count(connection: &Connection) -> Result<u64, StoreError> {
    let count: i64 = connection.query_row(&format!("SELECT {}", counts()), [], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// What counts the rows of all of these tables, in a file and on a server.
pub(super) fn counts() -> String {
    let counts = TABLES
        .iter()
        .map(|table| format!("(SELECT count(*) FROM {})", table.name));
    counts.collect::<Vec<_>>().join(" + ")
}

/// Hands out the rows of a file's table in order, some at once, as JSON lists with how many they are.
pub(super) fn take(
    connection: &Connection,
    table: &Table,
    mut hand_out: impl FnMut(String, u64) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let Table { name, order } = table;
    let columns = columns_of(name);
    let sql = format!("SELECT {} FROM {name} ORDER BY {order}", columns.join(", "));
    let mut select = connection.prepare(&sql)?;
    let mut rows = select.query([])?;
    let (mut load, mut count) = (String::new(), 0);
    while let Some(row) = rows.next()? {
        let mut values = Map::new();
        for (at, column) in columns.iter().enumerate() {
            let value = match row.get_ref(at)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => number.into(),
                ValueRef::Text(text) => std::str::from_utf8(text).map_err(StoreError::damaged)?.into(),
                _ => {
                    return Err(StoreError::damaged(format!(
                        "{column} of {name} is no text and no number"
                    )));
                }
            };
            values.insert((*column).to_owned(), value);
        }
        load += if load.is_empty() { "[" } else { "," };
        load += &Value::Object(values).to_string();
        count += 1;
        if load.len() > LOAD {
            hand_out(std::mem::take(&mut load) + "]", std::mem::take(&mut count))?;
        }
    }
    match load.is_empty() {
        true => Ok(()),
        false => hand_out(load + "]", count),
    }
}

/// Puts rows, each a JSON object, into a file's table.
pub(super) fn put(connection: &Connection, table: &Table, rows: &[String]) -> Result<(), StoreError> {
    let name = table.name;
    let columns = columns_of(name);
    let places: Vec<String> = (1..=columns.len()).map(|number| format!("${number}")).collect();
    let sql = format!(
        "INSERT INTO {name} ({}) VALUES ({})",
        columns.join(", "),
        places.join(", ")
    );
    let mut insert = connection.prepare_cached(&sql)?;
    for row in rows {
        let values: Map<String, Value> = serde_json::from_str(row)?;
        let values = columns.iter().map(|column| match values.get(*column) {
            Some(Value::String(text)) => Ok(Sql::Text(text.clone())),
            Some(Value::Number(number)) => {
                let number = number.as_i64();
                number
                    .map(Sql::Integer)
                    .ok_or_else(|| StoreError::damaged(format!("{column} of {name}")))
            }
            Some(Value::Null) | None => Ok(Sql::Null),
            Some(_) => Err(StoreError::damaged(format!("{column} of {name}"))),
        });
        insert.execute(params_from_iter(values.collect::<Result<Vec<_>, _>>()?))?;
    }
    Ok(())
}
