//! The journal: who did what, when, and what was there before.

use std::collections::BTreeSet;

use arna_domain::{Instant, Values};
use rusqlite::{Connection, OptionalExtension, Row, Rows, params};

use crate::StoreError;
use crate::record::Kind;

/// Who does what, when: never read from a clock or an account here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The operation: the message `op-<code>`.
    pub op: String,
    /// With what values.
    pub args: Values,
    /// Who.
    pub author: String,
    /// When.
    pub at: Instant,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number, from 1: the station's revision after it.
    pub number: i64,
    /// The operation done, undone or done again.
    pub op: String,
    /// With what values.
    pub args: Values,
    /// Who.
    pub author: String,
    /// When.
    pub at: Instant,
    /// The kinds of records that it changed.
    pub touched: BTreeSet<Kind>,
    /// Whether it did something or undid it.
    pub kind: ChangeKind,
    /// Whether what it did is undone now.
    pub undone: bool,
}

/// Whether an entry did something or undid it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The station was founded.
    Found,
    /// It did something.
    Do,
    /// It undid an entry.
    Undo {
        /// The entry.
        of: i64,
    },
    /// It did an undone entry again.
    Redo {
        /// The entry.
        of: i64,
    },
}

impl ChangeKind {
    fn columns(self) -> (&'static str, Option<i64>) {
        match self {
            Self::Found => ("found", None),
            Self::Do => ("do", None),
            Self::Undo { of } => ("undo", Some(of)),
            Self::Redo { of } => ("redo", Some(of)),
        }
    }
}

/// One thing that an entry changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    pub(crate) at: Where,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// Where a step changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    /// At a place of its kind's list.
    Position(i64),
    /// In a channel's starts [from, until).
    Starts(Instant, Instant),
}

impl Step {
    /// What undoes it.
    pub(crate) fn inverse(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..self
        }
    }
}

/// What a row of journal_change says besides whose it is: kind, id, position, from, until, before, after.
pub(crate) type Columns = (
    String,
    String,
    Option<i64>,
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<String>,
);

impl Step {
    pub(crate) fn columns(&self) -> Columns {
        let (position, from, until) = match self.at {
            Where::Position(position) => (Some(position), None, None),
            Where::Starts(from, until) => (None, Some(from.ms()), Some(until.ms())),
        };
        let kind = self.kind.as_str().to_owned();
        (
            kind,
            self.id.clone(),
            position,
            from,
            until,
            self.before.clone(),
            self.after.clone(),
        )
    }

    pub(crate) fn of_columns((kind, id, position, from, until, before, after): Columns) -> Result<Self, StoreError> {
        let at = match (position, from, until) {
            (Some(position), None, None) => Where::Position(position),
            (None, Some(from), Some(until)) => Where::Starts(Instant::from_ms(from), Instant::from_ms(until)),
            _ => return Err(StoreError::damaged("a journal entry says not where")),
        };
        Ok(Self {
            kind: kind_of(&kind)?,
            id,
            at,
            before,
            after,
        })
    }
}

/// What was undone cannot be done again once something else was done.
pub(crate) const DROP_UNDONE: &str = "UPDATE journal SET state = 'dropped' WHERE kind = 'do' AND state = 'undone'";

/// Writes an entry: number, op, args, author, instant, kind, the entry that it is of.
pub(crate) const INSERT_ENTRY: &str = "INSERT INTO journal (number, op, args, author, at_ms, kind, of_number, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'done')";

/// Writes a step of an entry: number, turn and its columns.
pub(crate) const INSERT_CHANGE: &str = "INSERT INTO journal_change
        (number, turn, kind, id, position, from_ms, until_ms, body_before, body_after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Writes an entry with its steps and drops what could have been done again before it.
pub(crate) fn write(
    connection: &Connection,
    entry: &Entry,
    kind: ChangeKind,
    steps: &[Step],
) -> Result<Change, StoreError> {
    let number = last_number(connection)? + 1;
    let (word, of) = kind.columns();
    if kind == ChangeKind::Do {
        connection.execute(DROP_UNDONE, [])?;
    }
    connection.execute(
        INSERT_ENTRY,
        params![
            number,
            entry.op,
            serde_json::to_string(&entry.args)?,
            entry.author,
            entry.at.ms(),
            word,
            of
        ],
    )?;
    if let Some(of) = of {
        let state = if matches!(kind, ChangeKind::Undo { .. }) {
            "undone"
        } else {
            "done"
        };
        connection.execute("UPDATE journal SET state = $1 WHERE number = $2", params![state, of])?;
    }
    // An undo or redo changes what the entry changed; its steps are that entry's.
    if matches!(kind, ChangeKind::Do) {
        let mut insert = connection.prepare_cached(INSERT_CHANGE)?;
        for (turn, step) in (0_i64..).zip(steps) {
            let (kind, id, position, from, until, before, after) = step.columns();
            insert.execute(params![number, turn, kind, id, position, from, until, before, after])?;
        }
    }
    Ok(Change {
        number,
        op: entry.op.clone(),
        args: entry.args.clone(),
        author: entry.author.clone(),
        at: entry.at,
        touched: steps.iter().map(|step| step.kind).collect(),
        kind,
        undone: false,
    })
}

/// The steps of an entry, in order.
pub(crate) fn steps_of(connection: &Connection, number: i64) -> Result<Vec<Step>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT kind, id, position, from_ms, until_ms, body_before, body_after
         FROM journal_change WHERE number = $1 ORDER BY turn",
    )?;
    let mut rows = select.query([number])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        steps.push(Step::of_columns(row.try_into()?)?);
    }
    Ok(steps)
}

/// The number of the last entry; 0 where there is none.
pub(crate) fn last_number(connection: &Connection) -> Result<i64, StoreError> {
    let last: Option<i64> = connection.query_row("SELECT max(number) FROM journal", [], |row| row.get(0))?;
    Ok(last.unwrap_or_default())
}

/// The entry that undo would undo: the last one that is done.
pub(crate) fn next_undo(connection: &Connection) -> Result<Option<Change>, StoreError> {
    one(
        connection,
        "SELECT max(number) FROM journal WHERE kind = 'do' AND state = 'done'",
    )
}

/// The entry that redo would do again: the first one that is undone.
pub(crate) fn next_redo(connection: &Connection) -> Result<Option<Change>, StoreError> {
    one(
        connection,
        "SELECT min(number) FROM journal WHERE kind = 'do' AND state = 'undone'",
    )
}

fn one(connection: &Connection, sql: &str) -> Result<Option<Change>, StoreError> {
    let number: Option<i64> = connection.query_row(sql, [], |row| row.get(0))?;
    let Some(number) = number else { return Ok(None) };
    Ok(log(connection, number + 1, 1)?.into_iter().next())
}

/// Entries before a number, newest first.
pub(crate) fn log(connection: &Connection, before: i64, most: u32) -> Result<Vec<Change>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT number, op, args, author, at_ms, kind, of_number, state
         FROM journal WHERE number < $1 ORDER BY number DESC LIMIT $2",
    )?;
    changes(connection, select.query(params![before, most])?)
}

/// Entries of an author before a number that did something and are not undone, newest first.
pub(crate) fn log_of(connection: &Connection, author: &str, before: i64, most: u32) -> Result<Vec<Change>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT number, op, args, author, at_ms, kind, of_number, state
         FROM journal WHERE number < $1 AND author = $2 AND kind = 'do' AND state = 'done' ORDER BY number DESC LIMIT $3",
    )?;
    changes(connection, select.query(params![before, author, most])?)
}

fn changes(connection: &Connection, mut rows: Rows<'_>) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(change(connection, row)?);
    }
    Ok(changes)
}

fn change(connection: &Connection, row: &Row<'_>) -> Result<Change, StoreError> {
    let (number, of): (i64, Option<i64>) = (row.get(0)?, row.get(6)?);
    let kind = match (row.get::<_, String>(5)?.as_str(), of) {
        ("found", None) => ChangeKind::Found,
        ("do", None) => ChangeKind::Do,
        ("undo", Some(of)) => ChangeKind::Undo { of },
        ("redo", Some(of)) => ChangeKind::Redo { of },
        _ => return Err(StoreError::damaged(format!("journal entry {number} is of no kind"))),
    };
    let mut touched = connection.prepare_cached("SELECT DISTINCT kind FROM journal_change WHERE number = $1")?;
    let words: Vec<String> = touched
        .query_map([of.unwrap_or(number)], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Change {
        number,
        op: row.get(1)?,
        args: serde_json::from_str(&row.get::<_, String>(2)?)?,
        author: row.get(3)?,
        at: Instant::from_ms(row.get(4)?),
        touched: words.iter().map(|word| kind_of(word)).collect::<Result<_, _>>()?,
        kind,
        undone: row.get::<_, String>(7)? != "done",
    })
}

pub(crate) fn kind_of(word: &str) -> Result<Kind, StoreError> {
    Kind::parse(word).ok_or_else(|| StoreError::damaged(format!("no kind of record is called {word:?}")))
}

/// When the station was founded.
pub(crate) fn founded(connection: &Connection) -> Result<Option<Instant>, StoreError> {
    let ms: Option<i64> = connection
        .query_row("SELECT at_ms FROM journal WHERE kind = 'found'", [], |row| row.get(0))
        .optional()?;
    Ok(ms.map(Instant::from_ms))
}

/// The entries that undo or do again what is none, or what came after them.
pub(crate) fn out_of_order(connection: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut select = connection.prepare(
        "SELECT number FROM journal
         WHERE (of_number IS NULL) <> (kind IN ('found', 'do')) OR of_number >= number OR (kind = 'found') <> (number = 1)",
    )?;
    let numbers = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(numbers)
}

/// The value of the founding's entry that holds the hash of what was founded.
pub(crate) const SEAL: &str = "sha256";

/// The hash of what was founded. Stations that were founded before there was one have none.
pub(crate) fn seal(connection: &Connection) -> Result<Option<String>, StoreError> {
    let founding = log(connection, 2, 1)?.pop();
    let seal = founding.and_then(|entry| entry.args.get(SEAL)?.as_str().map(str::to_owned));
    Ok(seal)
}
