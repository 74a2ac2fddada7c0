//! Rows on their way between file and server, as JSON: every table whose rows both have alike.

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value};

use crate::StoreError;
use crate::rows::columns_of;

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

/// Hands out the rows of a file's table in order, some at once, as JSON lists.
pub(super) fn take(
    connection: &Connection,
    table: &Table,
    mut hand_out: impl FnMut(String) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let Table { name, order } = table;
    let columns = columns_of(name);
    let sql = format!("SELECT {} FROM {name} ORDER BY {order}", columns.join(", "));
    let mut select = connection.prepare(&sql)?;
    let mut rows = select.query([])?;
    let mut load = String::new();
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
        if load.len() > LOAD {
            hand_out(std::mem::take(&mut load) + "]")?;
        }
    }
    match load.is_empty() {
        true => Ok(()),
        false => hand_out(load + "]"),
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
