//! The station file: one SQLite file that holds the catalogue, the licences, the grids, the accepted schedule and the journal
//! of everything that was ever done to them.
//!
//! One process writes a file at a time, any number read it. Every change goes through [`Store::transact`]: one transaction,
//! one journal entry with what was there before, one step of undo. A file that is no station, is newer than this program or
//! damaged is refused before anything is written to it.

mod backup;
mod disk;
mod edit;
mod error;
mod found;
mod identity;
mod journal;
mod lock;
mod log;
mod past;
mod place;
mod plan;
mod postgres;
mod record;
mod revert;
mod revision;
mod rows;
mod salvage;
mod scenario;
mod schedule;
pub mod shared;
mod since;
mod sqlite;
mod store;
mod verify;

pub use backup::{Backup, backups, restore};
pub use disk::OnDisk;
pub use edit::{Edit, Renewed};
pub use error::StoreError;
pub use journal::{Change, ChangeKind, Entry};
pub use record::{Kind, Record, RecordId, records_of};
pub use revision::{Broken, Chain, Delivery, Mismatch, Revision, hexadecimal, sha256};
pub use salvage::{Salvage, salvage};
pub use scenario::Scenario;
pub use schedule::{Extent, Reading, Schedule};
pub use store::Store;
pub use verify::{Fault, Remedy, Verified, verify};
