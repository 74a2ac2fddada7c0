//! The station as it was: today's with the journal's later entries taken back, in memory.

use std::collections::BTreeMap;

use arna_domain::{Airing, Station};
use rusqlite::Connection;

use crate::StoreError;
use crate::edit::{all_records, station};
use crate::journal::{self, ChangeKind, Step, Where};
use crate::record::{Kind, Record, add_to};
use crate::revision::sha256;

/// The whole station after an entry.
pub(crate) fn station_after(connection: &Connection, number: i64) -> Result<Station, StoreError> {
    let last = journal::last_number(connection)?;
    if !(1..=last).contains(&number) {
        return Err(StoreError::NoSuchEntry { number });
    }
    let mut past = Past::now(connection)?;
    past.walk_back(connection, number, |_, _, _| Ok(()))?;
    past.station()
}

/// A station as the file keeps it.
pub(crate) struct Past {
    records: BTreeMap<(Kind, i64), String>,
    airings: BTreeMap<String, Vec<Airing>>,
}

impl Past {
    /// Goes back to the founding and tells where the journal says that an entry left something else than what is found there: the
    /// entry and the step.
    pub(crate) fn disagreements(&mut self, connection: &Connection) -> Result<Vec<(i64, Step)>, StoreError> {
        let mut found = Vec::new();
        self.walk_back(connection, 1, |past, number, step| {
            if !past.holds(step)? {
                found.push((number, step.clone()));
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether this is not what was founded.
    pub(crate) fn is_founded_otherwise(&self, connection: &Connection) -> Result<bool, StoreError> {
        let seal = journal::seal(connection)?;
        seal.map_or(Ok(false), |seal| Ok(self.sha256()? != seal))
    }

    /// The hash of every record's place and body and every airing's columns, a JSON list a line.
    pub(crate) fn sha256(&self) -> Result<String, StoreError> {
        let mut text = String::new();
        for ((kind, position), body) in &self.records {
            text += &serde_json::to_string(&(kind.as_str(), position, body))?;
            text.push('\n');
        }
        for one in self.airings.values().flatten() {
            let what = (&one.version, &one.title, &one.language, &one.licence, &one.slot);
            let line = (
                &one.channel,
                one.start.ms(),
                one.end.ms(),
                one.date,
                what,
                one.origin.as_str(),
            );
            text += &serde_json::to_string(&line)?;
            text.push('\n');
        }
        Ok(sha256(text.as_bytes()))
    }

    /// Takes back every entry after a number, newest first; each step is shown before it is taken, with the number of its entry.
    fn walk_back(
        &mut self,
        connection: &Connection,
        number: i64,
        mut look: impl FnMut(&Self, i64, &Step) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let last = journal::last_number(connection)?;
        for change in journal::log(connection, last + 1, u32::try_from(last - number).unwrap_or(u32::MAX))? {
            let back = |of| -> Result<Vec<Step>, StoreError> {
                Ok(journal::steps_of(connection, of)?
                    .into_iter()
                    .rev()
                    .map(Step::inverse)
                    .collect())
            };
            let steps = match change.kind {
                ChangeKind::Found => continue,
                ChangeKind::Do => back(change.number)?,
                ChangeKind::Redo { of } => back(of)?,
                // Before something was undone it was done.
                ChangeKind::Undo { of } => journal::steps_of(connection, of)?,
            };
            for step in steps {
                look(self, change.number, &step)?;
                self.take(step)?;
            }
        }
        Ok(())
    }

    /// Whether what a step takes out is there.
    fn holds(&self, step: &Step) -> Result<bool, StoreError> {
        match step.at {
            Where::Position(position) => Ok(self.records.get(&(step.kind, position)) == step.before.as_ref()),
            Where::Starts(from, until) => {
                let before: Vec<Airing> = serde_json::from_str(step.before.as_deref().unwrap_or("[]"))?;
                let own = self.airings.get(&step.id).map_or(&[][..], Vec::as_slice);
                Ok(own
                    .iter()
                    .filter(|airing| (from..until).contains(&airing.start))
                    .eq(before.iter()))
            }
        }
    }

    pub(crate) fn now(connection: &Connection) -> Result<Self, StoreError> {
        let records = all_records(connection)?
            .into_iter()
            .map(|(kind, position, _, body)| ((kind, position), body))
            .collect();
        let mut airings: BTreeMap<String, Vec<Airing>> = BTreeMap::new();
        for airing in station(connection)?.schedule {
            airings.entry(airing.channel.to_string()).or_default().push(airing);
        }
        Ok(Self { records, airings })
    }

    fn take(&mut self, step: Step) -> Result<(), StoreError> {
        match step.at {
            Where::Position(position) => {
                let place = (step.kind, position);
                match step.after {
                    Some(body) => self.records.insert(place, body),
                    None => self.records.remove(&place),
                };
            }
            Where::Starts(from, until) => {
                let put: Vec<Airing> = serde_json::from_str(step.after.as_deref().unwrap_or("[]"))?;
                let own = self.airings.entry(step.id).or_default();
                own.retain(|airing| !(from..until).contains(&airing.start));
                own.extend(put);
                own.sort_by_key(|airing| airing.start);
            }
        }
        Ok(())
    }

    fn station(self) -> Result<Station, StoreError> {
        let mut station = Station::default();
        for ((kind, _), body) in self.records {
            add_to(&mut station, Record::of_body(kind, &body)?);
        }
        station.schedule = self.airings.into_values().flatten().collect();
        Ok(station)
    }
}
