//! Changing a station inside a transaction, with every step noted for the journal.

use std::collections::BTreeSet;

use arna_domain::{Airing, ChannelId, Instant, Language, Station};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::StoreError;
use crate::journal::{self, Step, Where};
use crate::record::{Kind, Record, RecordId, add_to, clear, put_over, records_of};
use crate::schedule::{self, airings_starting};

/// A change under way: what it has done so far is seen by its own reads, and gone if it is refused.
#[derive(Debug)]
pub struct Edit<'a> {
    pub(crate) connection: &'a Connection,
    steps: Vec<Step>,
    /// What was done before this and is not any more.
    shown: &'a [Step],
}

impl<'a> Edit<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self {
            connection,
            steps: Vec::new(),
            shown: &[],
        }
    }

    /// A change that is tried again, after steps of it that were done otherwise and taken back.
    pub(crate) fn again(connection: &'a Connection, shown: &'a [Step]) -> Self {
        Self {
            shown,
            ..Self::new(connection)
        }
    }

    pub(crate) fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    /// The record of this id.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(&self, id: &RecordId) -> Result<Option<Record>, StoreError> {
        let found = find(self.connection, id)?;
        found.map(|(_, body)| Record::of_body(id.kind(), &body)).transpose()
    }

    /// Puts a record in place of the first of its kind with its id, or at the end.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put(&mut self, record: Record) -> Result<(), StoreError> {
        let (id, kind, after) = (record.id(), record.kind(), record.to_body()?);
        let (position, before) = match find(self.connection, &id)? {
            Some((position, before)) => (position, Some(before)),
            None => (next_position(self.connection, kind)?, None),
        };
        if before.as_ref() == Some(&after) {
            return Ok(());
        }
        self.take(Step {
            kind,
            id: id.to_string(),
            at: Where::Position(position),
            before,
            after: Some(after),
        })
    }

    /// Puts a record at the end of its list, whatever else there has its name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&mut self, record: Record) -> Result<(), StoreError> {
        let kind = record.kind();
        self.take(Step {
            kind,
            id: record.id().to_string(),
            at: Where::Position(next_position(self.connection, kind)?),
            before: None,
            after: Some(record.to_body()?),
        })
    }

    /// Takes the first record with this id out.
    ///
    /// # Errors
    /// [`StoreError::NothingThere`]; when the file cannot be written.
    pub fn remove(&mut self, id: &RecordId) -> Result<(), StoreError> {
        let Some((position, before)) = find(self.connection, id)? else {
            return Err(StoreError::NothingThere {
                kind: id.kind().as_str(),
                id: id.to_string(),
            });
        };
        self.take(Step {
            kind: id.kind(),
            id: id.to_string(),
            at: Where::Position(position),
            before: Some(before),
            after: None,
        })
    }

    /// Puts airings in place of those of the channels that start in [from, until). Airings of other channels or that start
    /// elsewhere are not taken.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn replace_airings(
        &mut self,
        channels: &[ChannelId],
        from: Instant,
        until: Instant,
        airings: Vec<Airing>,
    ) -> Result<(), StoreError> {
        for channel in channels {
            let before = airings_starting(self.connection, channel, from, until)?;
            let mut after: Vec<Airing> = airings
                .iter()
                .filter(|airing| airing.channel == *channel && (from..until).contains(&airing.start))
                .cloned()
                .collect();
            after.sort_by_key(|airing| airing.start);
            if before != after {
                self.take(Step {
                    kind: Kind::Airings,
                    id: channel.to_string(),
                    at: Where::Starts(from, until),
                    before: Some(serde_json::to_string(&before)?),
                    after: Some(serde_json::to_string(&after)?),
                })?;
            }
        }
        Ok(())
    }

    /// Makes the station this one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn replace_station(&mut self, station: &Station) -> Result<(), StoreError> {
        for (kind, position, id, body) in all_records(self.connection)?.into_iter().rev() {
            let at = Where::Position(position);
            self.take(Step {
                kind,
                id,
                at,
                before: Some(body),
                after: None,
            })?;
        }
        for record in records_of(station) {
            let at = Where::Position(next_position(self.connection, record.kind())?);
            let (kind, id, after) = (record.kind(), record.id().to_string(), Some(record.to_body()?));
            self.take(Step {
                kind,
                id,
                at,
                before: None,
                after,
            })?;
        }
        let mut channels: Vec<ChannelId> = channels_on_air(self.connection)?;
        channels.extend(station.schedule.iter().map(|airing| airing.channel.clone()));
        channels.sort();
        channels.dedup();
        let (from, until) = (Instant::from_ms(i64::MIN), Instant::from_ms(i64::MAX));
        self.replace_airings(&channels, from, until, station.schedule.clone())
    }

    /// The station as it is after the steps so far.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn station(&self) -> Result<Station, StoreError> {
        station(self.connection)
    }

    /// Brings a station that was read before the steps so far up to date with them, at the cost of what they touch.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn renew(&self, station: &mut Station) -> Result<Renewed, StoreError> {
        renew(self.connection, &self.steps, station)
    }

    /// The number of the last entry before this change.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn base(&self) -> Result<i64, StoreError> {
        journal::last_number(self.connection)
    }

    /// Brings a station that was read after an entry up to date with the later ones and with the steps so far, at the cost of what
    /// they touch. Of a change that is tried again it may have been read as it was tried before.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn renew_since(&self, number: i64, station: &mut Station) -> Result<Renewed, StoreError> {
        let mut steps = self.shown.to_vec();
        for later in number + 1..=self.base()? {
            steps.extend(journal::steps_of(self.connection, later)?);
        }
        steps.extend(self.steps.iter().cloned());
        renew(self.connection, &steps, station)
    }

    /// Does a step and notes it.
    pub(crate) fn take(&mut self, step: Step) -> Result<(), StoreError> {
        match step.at {
            Where::Position(position) => put_body(self.connection, &step, position)?,
            Where::Starts(from, until) => put_airings(self.connection, &step, from, until)?,
        }
        self.steps.push(step);
        Ok(())
    }
}

/// What steps changed in a station.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// The kinds of records that changed; airings among them.
    pub kinds: BTreeSet<Kind>,
    /// Where airings changed: of a channel those that start in [from, until).
    pub airings: Vec<(ChannelId, Instant, Instant)>,
    /// What was there.
    pub gone: Vec<Airing>,
}

/// Brings a station that was read before some steps up to date with them. What the file holds now is read again where a step
/// touched it; of a long list a record that stays in its place is exchanged alone.
pub(crate) fn renew(connection: &Connection, steps: &[Step], station: &mut Station) -> Result<Renewed, StoreError> {
    let mut renewed = Renewed::default();
    let mut lists: BTreeSet<Kind> = BTreeSet::new();
    for step in steps {
        renewed.kinds.insert(step.kind);
        match (step.at, &step.before, &step.after) {
            (Where::Starts(from, until), ..) => {
                renewed.airings.push((ChannelId::new(step.id.as_str()), from, until));
            }
            (Where::Position(position), Some(_), Some(_)) if !lists.contains(&step.kind) => {
                let now = body_at(connection, step.kind, position)?;
                let exchanged = match now {
                    Some(body) => put_over(station, &Record::of_body(step.kind, &body)?),
                    None => false,
                };
                if !exchanged {
                    lists.insert(step.kind);
                }
            }
            (Where::Position(_), ..) => {
                lists.insert(step.kind);
            }
        }
    }
    for kind in lists {
        clear(station, kind);
        let mut select = connection.prepare_cached("SELECT body FROM record WHERE kind = $1 ORDER BY position")?;
        let mut rows = select.query([kind.as_str()])?;
        while let Some(row) = rows.next()? {
            add_to(station, Record::of_body(kind, &row.get::<_, String>(0)?)?);
        }
    }
    for (channel, from, until) in &renewed.airings {
        let now = airings_starting(connection, channel, *from, *until)?;
        let place = |at: Instant| {
            let before = |one: &Airing| (&one.channel, one.start) < (channel, at);
            station.schedule.partition_point(before)
        };
        let (first, last) = (place(*from), place(*until));
        renewed.gone.extend(station.schedule.splice(first..last, now));
    }
    Ok(renewed)
}

/// What stands at a record's place.
pub(crate) fn body_at(connection: &Connection, kind: Kind, position: i64) -> Result<Option<String>, StoreError> {
    let mut select = connection.prepare_cached("SELECT body FROM record WHERE kind = $1 AND position = $2")?;
    Ok(select
        .query_row(params![kind.as_str(), position], |row| row.get(0))
        .optional()?)
}

/// The first record with an id: its place and body.
pub(crate) fn find(connection: &Connection, id: &RecordId) -> Result<Option<(i64, String)>, StoreError> {
    let mut select = connection
        .prepare_cached("SELECT position, body FROM record WHERE kind = $1 AND id = $2 ORDER BY position LIMIT 1")?;
    let found = select.query_row(params![id.kind().as_str(), id.to_string()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    });
    Ok(found.optional()?)
}

pub(crate) fn next_position(connection: &Connection, kind: Kind) -> Result<i64, StoreError> {
    let mut select = connection.prepare_cached("SELECT max(position) FROM record WHERE kind = $1")?;
    let last: Option<i64> = select.query_row([kind.as_str()], |row| row.get(0))?;
    Ok(last.map_or(0, |last| last + 1))
}

fn put_body(connection: &Connection, step: &Step, position: i64) -> Result<(), StoreError> {
    let kind = step.kind.as_str();
    match (&step.before, &step.after) {
        (None, None) => {}
        (Some(_), None) => {
            let mut delete = connection.prepare_cached("DELETE FROM record WHERE kind = $1 AND position = $2")?;
            delete.execute(params![kind, position])?;
        }
        (None, Some(body)) => {
            let mut insert =
                connection.prepare_cached("INSERT INTO record (kind, position, id, body) VALUES ($1, $2, $3, $4)")?;
            insert.execute(params![kind, position, step.id, body])?;
        }
        (Some(_), Some(body)) => {
            let mut update =
                connection.prepare_cached("UPDATE record SET body = $1 WHERE kind = $2 AND position = $3")?;
            update.execute(params![body, kind, position])?;
        }
    }
    Ok(())
}

fn put_airings(connection: &Connection, step: &Step, from: Instant, until: Instant) -> Result<(), StoreError> {
    let mut delete =
        connection.prepare_cached("DELETE FROM airing WHERE channel = $1 AND start_ms >= $2 AND start_ms < $3")?;
    delete.execute(params![step.id, from.ms(), until.ms()])?;
    let airings: Vec<Airing> = serde_json::from_str(step.after.as_deref().unwrap_or("[]"))?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO airing (channel, start_ms, turn, end_ms, date, version, title, language, licence, slot, origin)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )?;
    let mut last = (None, 0_i64);
    for airing in airings {
        let turn = if last.0 == Some(airing.start) { last.1 + 1 } else { 0 };
        last = (Some(airing.start), turn);
        insert.execute(params![
            airing.channel.as_str(),
            airing.start.ms(),
            turn,
            airing.end.ms(),
            airing.date.to_string(),
            airing.version.as_ref().map(arna_domain::VersionId::as_str),
            airing.title,
            airing.language.as_ref().map(Language::as_str),
            airing.licence.as_ref().map(arna_domain::LicenceId::as_str),
            airing.slot.as_ref().map(arna_domain::SlotId::as_str),
            airing.origin.as_str(),
        ])?;
    }
    Ok(())
}

pub(crate) fn all_records(connection: &Connection) -> Result<Vec<(Kind, i64, String, String)>, StoreError> {
    let mut all = Vec::new();
    for &kind in Kind::ALL {
        let mut select =
            connection.prepare_cached("SELECT position, id, body FROM record WHERE kind = $1 ORDER BY position")?;
        let mut rows = select.query([kind.as_str()])?;
        while let Some(row) = rows.next()? {
            all.push((kind, row.get(0)?, row.get(1)?, row.get(2)?));
        }
    }
    Ok(all)
}

fn channels_on_air(connection: &Connection) -> Result<Vec<ChannelId>, StoreError> {
    let mut select = connection.prepare_cached("SELECT DISTINCT channel FROM airing")?;
    let channels = select.query_map([], |row| row.get::<_, String>(0))?;
    channels.map(|channel| Ok(ChannelId::new(channel?))).collect()
}

/// The station without its schedule.
pub(crate) fn station_without_schedule(connection: &Connection) -> Result<Station, StoreError> {
    let mut station = Station::default();
    for (kind, _, _, body) in all_records(connection)? {
        add_to(&mut station, Record::of_body(kind, &body)?);
    }
    Ok(station)
}

/// The whole station.
pub(crate) fn station(connection: &Connection) -> Result<Station, StoreError> {
    let mut station = station_without_schedule(connection)?;
    station.schedule = schedule::all(connection)?;
    Ok(station)
}

/// The record of a row: kind, position, id, body.
pub(crate) fn record(row: &Row<'_>) -> Result<Record, StoreError> {
    let (word, id): (String, String) = (row.get(0)?, row.get(2)?);
    row.get::<_, i64>(1)?;
    let kind = journal::kind_of(&word)?;
    let record = Record::of_body(kind, &row.get::<_, String>(3)?)?;
    match record.id().to_string() == id {
        true => Ok(record),
        false => Err(StoreError::damaged(format!("it is called {}", record.id()))),
    }
}
