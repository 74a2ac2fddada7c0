//! What can be done to a station: the one door through which every edit goes.

use arna_domain::{ChannelId, Instant, Values, values};
use arna_store::{Change, Record, RecordId};

use crate::desk::{Desk, Hand, entry};
use crate::failure::Failure;
use crate::source;

/// An edit: one transaction, one journal entry, one step of undo.
#[derive(Clone, Debug)]
pub enum Op {
    /// Puts a record in place of the one with its id, or at the end of its list.
    Put(Box<Record>),
    /// Takes a record out.
    Remove(RecordId),
    /// Takes the pin of a channel at an instant out of the station, and its airing out of the schedule.
    Unpin {
        /// The channel.
        channel: ChannelId,
        /// The start.
        start: Instant,
    },
}

impl Op {
    /// Its name in the journal: the message `op-<code>`.
    pub fn code(&self) -> String {
        match self {
            Self::Put(record) => format!("put_{}", record.kind().as_str()),
            Self::Remove(id) => format!("remove_{}", id.kind().as_str()),
            Self::Unpin { .. } => "unpin".to_owned(),
        }
    }

    /// What its name tells besides.
    pub fn args(&self) -> Values {
        match self {
            Self::Put(record) => values! { "id" => record.id().to_string() },
            Self::Remove(id) => values! { "id" => id.to_string() },
            Self::Unpin { channel, start } => {
                values! { "channel" => channel.as_str(), "start" => start.to_string() }
            }
        }
    }
}

impl Desk {
    /// Does an edit, if the station can be worked with afterwards; else nothing changes.
    ///
    /// # Errors
    /// What would be wrong with the station afterwards, with its path; `nothing_there` when there is nothing to take out;
    /// when the file cannot be written.
    pub fn transact(&mut self, op: &Op, hand: &Hand) -> Result<Change, Failure> {
        let zones = self.zones().clone();
        let mut refused = None;
        let entry = entry(&op.code(), op.args(), hand);
        let done = self.store().transact(&entry, |edit| {
            match op {
                Op::Put(record) => edit.put((**record).clone())?,
                Op::Remove(id) => edit.remove(id)?,
                Op::Unpin { channel, start } => {
                    edit.remove(&RecordId::Pin(channel.clone(), *start))?;
                    edit.replace_airings(std::slice::from_ref(channel), *start, *start + 1, Vec::new())?;
                }
            }
            let station = edit.station()?;
            source::index_of(&station, &zones).map_err(|failure| {
                refused = Some(failure);
                arna_store::StoreError::Refused
            })?;
            Ok(())
        });
        match (done, refused) {
            (Ok(((), change)), _) => Ok(change),
            (Err(_), Some(refused)) => Err(refused),
            (Err(error), None) => Err(error.into()),
        }
    }
}
