//! Whether a station file holds together. It is looked at as it is: nothing is changed, and whoever writes it goes on writing.

use std::fmt;
use std::path::Path;

use arna_domain::{Station, Values, values};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row};

use crate::journal::{Step, Where};
use crate::past::Past;
use crate::record::Record;
use crate::{StoreError, edit, identity, journal, log, place, revision, scenario, schedule, sqlite};

/// Faults that one look tells of at most: more of the same say nothing new.
const MOST: usize = 100;

/// Something wrong with a station file, at one place. Its sentence is the message `fault-<code>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub code: &'static str,
    /// Where, and with what values.
    pub values: Values,
}

/// What can be done about a fault: the message `remedy-<word>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Take everything that can be read into a new file.
    Salvage,
    /// Put back a backup from before.
    Restore,
    /// The file is sound; what is wrong lies beside it, or can be made again.
    Nothing,
}

impl Remedy {
    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Salvage => "salvage",
            Self::Restore => "restore",
            Self::Nothing => "nothing",
        }
    }
}

impl Fault {
    /// A fault.
    pub fn new(code: &'static str, values: Values) -> Self {
        Self { code, values }
    }

    /// What can be done about it. What can still be read but is not what was written, only a backup knows as it was.
    pub fn remedy(&self) -> Remedy {
        match self.code {
            "past" | "founding" | "revision" => Remedy::Restore,
            "proposal" | "backup" => Remedy::Nothing,
            _ => Remedy::Salvage,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        let mut told = self.values.iter().filter(|(_, value)| !value.is_null());
        told.try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

/// What a look at a station file came to.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// The number of the last journal entry, where it can be read.
    pub entries: Option<i64>,
    /// The station, where all of it can be read.
    pub station: Option<Station>,
    /// The plan that waits for a decision.
    pub proposal: Option<String>,
}

/// Looks through a station file: its pages, its references, its journal, every record and airing, whether the journal leads from
/// the founding to what is there, and the revisions.
///
/// # Errors
/// What is no station or newer, and what the system refuses. What is damaged is a fault.
pub fn verify(path: &Path) -> Result<Verified, StoreError> {
    let path = &place::itself(path)?;
    let looked = identity::form_of(path).and_then(|_| {
        let torn = log::changes_behind_tear(path)?;
        let mut verified = of(&sqlite::to_verify(path)?)?;
        // A change that is just being written looks torn, and is whole the next time.
        if torn > 0 && log::changes_behind_tear(path)? > 0 {
            verified.faults.insert(0, Fault::new("log_torn", values! {}));
        }
        Ok(verified)
    });
    match looked {
        Err(error) if is_damage(&error) => Ok(Verified {
            faults: vec![Fault::new("file", values! { "why" => why(&error) })],
            ..Verified::default()
        }),
        other => other,
    }
}

type Check = fn(&Connection, &mut Vec<Fault>) -> Result<(), StoreError>;

/// What is looked at, and how: by the name of what cannot be read where the look itself fails.
const CHECKS: &[(&str, Check)] = &[
    ("pages", pages),
    ("references", references),
    ("journal", entries),
    ("rows", readable),
    ("past", past),
    ("revision", revisions),
];

/// What is wrong with an open file, all of it as of one moment.
pub(crate) fn of(connection: &Connection) -> Result<Verified, StoreError> {
    let moment = connection.unchecked_transaction()?;
    let mut verified = Verified::default();
    for (name, check) in CHECKS {
        let mut found = Vec::new();
        match check(&moment, &mut found) {
            Err(error) if is_damage(&error) => {
                found.push(not_all(name, &error));
            }
            other => other?,
        }
        found.truncate(MOST);
        verified.faults.append(&mut found);
    }
    verified.entries = journal::last_number(&moment).ok();
    verified.station = edit::station(&moment).ok();
    let proposal = moment.query_row("SELECT text FROM proposal", [], |row| row.get(0));
    verified.proposal = proposal.optional().unwrap_or_default();
    Ok(verified)
}

/// Whether an error says that the file is not what was written, rather than that the system refuses.
pub(crate) fn is_damage(error: &StoreError) -> bool {
    match error {
        StoreError::StationDamaged { .. } => true,
        // A table that is gone, and lengths that no value has.
        StoreError::Sql(error) => matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::Unknown | ErrorCode::TooBig | ErrorCode::OutOfMemory | ErrorCode::SchemaChanged)
        ),
        _ => false,
    }
}

pub(crate) fn why(error: &StoreError) -> String {
    match error {
        StoreError::StationDamaged { what } => what.clone(),
        other => other.to_string(),
    }
}

/// SQLite's own look at pages, indices and constraints.
fn pages(connection: &Connection, found: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut select = connection.prepare(&format!("PRAGMA integrity_check({MOST})"))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let told: String = row.get(0)?;
        let lines = told.lines().filter(|line| *line != "ok" && !line.starts_with("***"));
        found.extend(lines.map(|line| {
            let values = values! {
                "why" => line, "page" => number_after(line, "page "), "row" => number_after(line, "row ")
            };
            Fault::new("pages", values)
        }));
    }
    Ok(())
}

/// The number that follows a word in what SQLite says.
fn number_after(line: &str, word: &str) -> Option<i64> {
    let lower = line.to_ascii_lowercase();
    let rest = &lower[lower.find(word)? + word.len()..];
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..digits].parse().ok()
}

/// Rows that refer to what is not there.
fn references(connection: &Connection, found: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut select = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (table, number, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let values = values! { "table" => table, "row" => number, "parent" => parent };
        found.push(Fault::new("dangling", values));
    }
    Ok(())
}

/// The journal: numbers without a hole, every entry and step of it readable.
fn entries(connection: &Connection, found: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut select = connection.prepare("SELECT number FROM journal ORDER BY number")?;
    let numbers: Vec<i64> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut wanted = 1;
    for &number in &numbers {
        if number != wanted {
            found.push(Fault::new(
                "journal_hole",
                values! { "from" => wanted, "until" => number - 1 },
            ));
        }
        wanted = number + 1;
        if let Err(error) = entry(connection, number) {
            let values = values! { "number" => number, "why" => why(&error) };
            found.push(Fault::new("journal_entry", values));
        }
    }
    if numbers.is_empty() {
        found.push(Fault::new("journal_hole", values! { "from" => 1, "until" => 1 }));
    }
    let out_of_order = journal::out_of_order(connection)?.into_iter();
    found.extend(out_of_order.map(|number| Fault::new("journal_order", values! { "number" => number })));
    Ok(())
}

fn entry(connection: &Connection, number: i64) -> Result<(), StoreError> {
    journal::log(connection, number + 1, 1)?;
    journal::steps_of(connection, number)?.iter().try_for_each(step)
}

/// Whether undo could take a step either way.
fn step(step: &Step) -> Result<(), StoreError> {
    for body in [&step.before, &step.after].into_iter().flatten() {
        match step.at {
            Where::Position(_) => drop(Record::of_body(step.kind, body)?),
            Where::Starts(..) => drop(serde_json::from_str::<Vec<arna_domain::Airing>>(body)?),
        }
    }
    Ok(())
}

/// A table whose every row can be read on its own.
pub(crate) struct Readable {
    pub(crate) name: &'static str,
    columns: &'static str,
    /// What a row is told by: the names of values, and in which columns they are.
    told_by: &'static [(&'static str, usize)],
    read: fn(&Row<'_>) -> Result<(), StoreError>,
}

/// The tables whose rows are read one by one. A row that cannot be read is the fault of its table's name.
pub(crate) const READABLE: &[Readable] = &[
    Readable {
        name: "record",
        columns: "kind, position, id, body",
        told_by: &[("kind", 0), ("position", 1), ("id", 2)],
        read: |row| edit::record(row).map(drop),
    },
    Readable {
        name: "airing",
        columns: "channel, date, start_ms, end_ms, version, title, language, licence, slot, origin",
        told_by: &[("channel", 0), ("start", 2)],
        read: |row| schedule::airing(row).map(drop),
    },
    Readable {
        name: "scenario",
        columns: "name, from_date, days, made_ms, text",
        told_by: &[("name", 0)],
        read: |row| scenario::scenario(row).map(drop),
    },
    Readable {
        name: "delivery",
        columns: "channel, revision, receiver, form, place, bytes, sha256, author, at_ms, number",
        told_by: &[("number", 9)],
        read: |row| revision::delivery(row).map(drop),
    },
];

fn readable(connection: &Connection, found: &mut Vec<Fault>) -> Result<(), StoreError> {
    for table in READABLE {
        match unreadable(connection, table) {
            Ok(rows) => found.extend(rows.into_iter().map(|(_, fault)| fault)),
            Err(error) if is_damage(&error) => found.push(not_all(table.name, &error)),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The rows of a table that cannot be read, by their numbers. No index is asked.
pub(crate) fn unreadable(connection: &Connection, table: &Readable) -> Result<Vec<(i64, Fault)>, StoreError> {
    let mut found = Vec::new();
    // A file of an older form that is opened to read lacks some.
    if ["scenario", "delivery"].contains(&table.name) && !sqlite::has_table(connection, table.name)? {
        return Ok(found);
    }
    let mut select = connection.prepare(&format!(
        "SELECT {}, rowid FROM {} NOT INDEXED",
        table.columns, table.name
    ))?;
    let number = select.column_count() - 1;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if let Err(error) = (table.read)(row) {
            let mut values = values! { "why" => why(&error) };
            for (name, at) in table.told_by {
                values.insert((*name).to_owned(), told(row, *at));
            }
            found.push((row.get(number)?, Fault::new(table.name, values)));
        }
    }
    Ok(found)
}

/// What stands in a column, as far as it can be told.
fn told(row: &Row<'_>, at: usize) -> serde_json::Value {
    let text = row.get::<_, String>(at).map(serde_json::Value::from);
    text.or_else(|_| row.get::<_, i64>(at).map(serde_json::Value::from))
        .unwrap_or_default()
}

fn not_all(table: &str, error: &StoreError) -> Fault {
    Fault::new("unreadable", values! { "table" => table, "why" => why(error) })
}

/// Whether the journal, read backwards, leads from what is there to what was founded.
fn past(connection: &Connection, found: &mut Vec<Fault>) -> Result<(), StoreError> {
    let mut past = Past::now(connection)?;
    for (number, step) in past.disagreements(connection)? {
        let values = values! { "number" => number, "kind" => step.kind.as_str(), "id" => step.id };
        found.push(Fault::new("past", values));
    }
    // What the journal does not lead back to says nothing of the founding.
    if found.is_empty() && past.is_founded_otherwise(connection)? {
        found.push(Fault::new("founding", values! {}));
    }
    Ok(())
}

fn revisions(connection: &Connection, found: &mut Vec<Fault>) -> Result<(), StoreError> {
    for chain in revision::chains(connection)? {
        if let Some(broken) = chain.broken {
            let values =
                values! { "channel" => chain.channel, "number" => broken.number, "what" => broken.what.as_str() };
            found.push(Fault::new("revision", values));
        }
    }
    Ok(())
}

/// The first fault of a file as an error, where there is one.
pub(crate) fn sound(connection: &Connection) -> Result<(), StoreError> {
    let first = of(connection)?.faults.into_iter().next();
    first.map_or(Ok(()), |fault| Err(StoreError::damaged(fault)))
}
