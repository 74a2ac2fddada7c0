//! The station as it was: today's with the journal's later entries taken back, in memory.

use std::collections::BTreeMap;

use arna_domain::{Airing, Station};
use rusqlite::Connection;

use crate::StoreError;
use crate::edit::{all_records, station};
use crate::journal::{self, ChangeKind, Step, Where};
use crate::record::{Kind, Record, add_to};

/// The whole station after an entry.
pub(crate) fn station_after(connection: &Connection, number: i64) -> Result<Station, StoreError> {
    let last = journal::last_number(connection)?;
    if !(1..=last).contains(&number) {
        return Err(StoreError::NoSuchEntry { number });
    }
    let mut past = Past::now(connection)?;
    for change in journal::log(connection, last + 1, u32::try_from(last - number).unwrap_or(u32::MAX))? {
        match change.kind {
            ChangeKind::Found => {}
            ChangeKind::Do => past.take_back(journal::steps_of(connection, change.number)?)?,
            ChangeKind::Redo { of } => past.take_back(journal::steps_of(connection, of)?)?,
            // Before something was undone it was done.
            ChangeKind::Undo { of } => {
                for step in journal::steps_of(connection, of)? {
                    past.take(step)?;
                }
            }
        }
    }
    past.station()
}

/// A station as the file keeps it.
struct Past {
    records: BTreeMap<(Kind, i64), String>,
    airings: BTreeMap<String, Vec<Airing>>,
}

impl Past {
    fn now(connection: &Connection) -> Result<Self, StoreError> {
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

    fn take_back(&mut self, steps: Vec<Step>) -> Result<(), StoreError> {
        steps.into_iter().rev().try_for_each(|step| self.take(step.inverse()))
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
