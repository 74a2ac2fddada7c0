//! Plans B: named copies of a part of the schedule, kept beside it. The journal does not tell of them.

use arna_domain::{BroadcastDate, DateRange, Instant};
use rusqlite::{OptionalExtension, Row, params};

use crate::{Store, StoreError};

/// A plan B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// Its dates.
    pub range: DateRange,
    /// When it was made.
    pub made: Instant,
    /// What it holds, as whoever kept it wrote it.
    pub text: String,
}

impl Store {
    /// Keeps a plan B, in place of one of the same name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_scenario(&mut self, scenario: &Scenario) -> Result<(), StoreError> {
        let Scenario {
            name,
            range,
            made,
            text,
        } = scenario;
        self.write_beside(|connection| {
            connection.execute("DELETE FROM scenario WHERE name = $1", [name])?;
            connection.execute(
                "INSERT INTO scenario (name, from_date, days, made_ms, text) VALUES ($1, $2, $3, $4, $5)",
                params![name, range.from.to_string(), range.days, made.ms(), text],
            )?;
            Ok(())
        })
    }

    /// The plans B, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn scenarios(&self) -> Result<Vec<Scenario>, StoreError> {
        let mut select = self
            .connection()
            .prepare_cached("SELECT name, from_date, days, made_ms, text FROM scenario ORDER BY name")?;
        let mut rows = select.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(scenario(row)?);
        }
        Ok(all)
    }

    /// The plan B of this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn scenario(&self, name: &str) -> Result<Option<Scenario>, StoreError> {
        let mut select = self
            .connection()
            .prepare_cached("SELECT name, from_date, days, made_ms, text FROM scenario WHERE name = $1")?;
        let found = select.query_row([name], |row| Ok(scenario(row))).optional()?;
        found.transpose()
    }

    /// Forgets a plan B; whether there was one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn drop_scenario(&mut self, name: &str) -> Result<bool, StoreError> {
        let mut gone = 0;
        self.write_beside(|connection| {
            gone = connection.execute("DELETE FROM scenario WHERE name = $1", [name])?;
            Ok(())
        })?;
        Ok(gone > 0)
    }
}

pub(crate) fn scenario(row: &Row<'_>) -> Result<Scenario, StoreError> {
    let from = BroadcastDate::parse(&row.get::<_, String>(1)?);
    let range = from.and_then(|from| DateRange::new(from, row.get(2).ok()?));
    Ok(Scenario {
        name: row.get(0)?,
        range: range.ok_or_else(|| StoreError::damaged("a scenario's dates"))?,
        made: Instant::from_ms(row.get(3)?),
        text: row.get(4)?,
    })
}
