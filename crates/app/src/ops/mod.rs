//! What can be done to a station: the one door through which every edit goes.
//!
//! A verb is a pure function of its noun's file: it reads the station and makes an [`Op`] or refuses. [`Desk::transact`] does
//! the op: one transaction, one journal entry, one step of undo.

pub mod airings;
pub mod amendments;
pub mod as_run;
pub mod catalogue;
pub mod channel;
pub mod fix;
pub mod grid;
pub mod occasion;
pub mod receiver;
mod records;
pub mod restriction;
mod revert;
pub mod rollout;
pub mod sheet;
pub mod unplaced;

use arna_domain::{Airing, ChannelId, Instant, Values};
use arna_store::{Change, Edit, Record, RecordId, StoreError};

pub use self::records::{put, remove, unpin};
use crate::desk::{Desk, Hand, entry};
use crate::failure::Failure;

/// An edit: what it is called, and what it does in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Op {
    /// Its name in the journal: the message `op-<code>`.
    pub code: String,
    /// What its name tells besides.
    pub args: Values,
    /// What it does.
    pub steps: Vec<Step>,
}

/// A part of an edit.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Puts a record in place of the first of its kind with its id, or at the end of its list.
    Put(Box<Record>),
    /// Puts a record at the end of its list, whatever else there has its name.
    Add(Box<Record>),
    /// Takes the first record with this id out.
    Remove(RecordId),
    /// Puts airings in place of those of a channel that start in [from, until).
    Airings {
        /// The channel.
        channel: ChannelId,
        /// From here on.
        from: Instant,
        /// Up to here.
        until: Instant,
        /// What airs there from now on.
        airings: Vec<Airing>,
    },
}

impl Desk {
    /// Does an edit, if the station can be worked with afterwards; else nothing changes.
    ///
    /// # Errors
    /// What would be wrong with the station afterwards, with its path; `nothing_there` when there is nothing to take out;
    /// `shared_conflict` where others changed the same meanwhile; when the file cannot be written.
    pub fn transact(&mut self, op: &Op, hand: &Hand) -> Result<Change, Failure> {
        let entry = entry(&op.code, op.args.clone(), hand);
        self.commit(&entry, |edit| op.steps.iter().try_for_each(|step| take(step, edit)))
    }
}

pub(crate) fn take(step: &Step, edit: &mut Edit<'_>) -> Result<(), StoreError> {
    match step {
        Step::Put(record) => edit.put((**record).clone()),
        Step::Add(record) => edit.add((**record).clone()),
        Step::Remove(id) => edit.remove(id),
        Step::Airings {
            channel,
            from,
            until,
            airings,
        } => edit.replace_airings(std::slice::from_ref(channel), *from, *until, airings.clone()),
    }
}
