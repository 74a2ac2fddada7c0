//! What an entry kept aside would change, beside what is there now: what a person decides by.

use arna_domain::{Airing, ChannelId};
use rusqlite::Connection;

use super::Aside;
use crate::StoreError;
use crate::edit::find;
use crate::journal::{Step, Where};
use crate::record::{Kind, RecordId};
use crate::revert::{list, more};
use crate::schedule::{airings_starting, airings_touching};
use crate::store::Store;

/// One thing that an entry kept aside would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// A record, as its document writes it; none where it is not there.
    Record {
        /// Its kind.
        kind: Kind,
        /// What it is called.
        id: String,
        /// As the entry found it.
        was: Option<String>,
        /// As the entry makes it.
        own: Option<String>,
        /// As it is now.
        now: Option<String>,
    },
    /// What a channel airs in a range.
    Airings {
        /// The channel.
        channel: ChannelId,
        /// As the entry found it.
        was: Vec<Airing>,
        /// As the entry makes it.
        own: Vec<Airing>,
        /// As it is now, with what came to lie in the way.
        now: Vec<Airing>,
    },
}

impl Store {
    /// What an entry kept aside would change, beside what is there now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn touched(&self, aside: &Aside) -> Result<Vec<Touched>, StoreError> {
        aside.steps.iter().map(|step| touched(&self.connection, step)).collect()
    }
}

fn touched(connection: &Connection, step: &Step) -> Result<Touched, StoreError> {
    let Where::Starts(from, until) = step.at else {
        let found = find(connection, &RecordId::Named(step.kind, step.id.clone()))?;
        return Ok(Touched::Record {
            kind: step.kind,
            id: step.id.clone(),
            was: step.before.clone(),
            own: step.after.clone(),
            now: found.map(|(_, body)| body),
        });
    };
    let channel = ChannelId::new(step.id.as_str());
    let (was, own) = (list(step.before.as_deref())?, list(step.after.as_deref())?);
    let mut now = airings_starting(connection, &channel, from, until)?;
    for put in more(&own, &was) {
        let there = airings_touching(connection, Some(&channel), put.start, put.end)?;
        now.extend(more(&more(&there, &was), &now));
    }
    now.sort_by_key(|airing| airing.start);
    Ok(Touched::Airings { channel, was, own, now })
}
