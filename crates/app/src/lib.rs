//! What a coordinator can do with a station: open it, calculate, ask what if, accept, undo, explain, find fixes, export. The
//! window and the command line both call this and decide nothing themselves.

pub mod ahead;
pub mod asrun;
pub mod backup;
pub mod catalogue;
pub mod changes;
pub mod delivery;
pub mod desk;
pub mod explaining;
pub mod export;
pub mod failure;
pub mod fixing;
pub mod import;
pub mod law;
pub mod losses;
mod names;
mod opening;
pub mod ops;
pub mod planning;
pub mod probe;
pub mod proposal;
pub mod publish;
pub mod published;
pub mod received;
pub mod report;
pub mod revisions;
pub mod rollout;
pub mod salvage;
pub mod sample;
pub mod scenario;
pub mod search;
pub mod shared;
pub mod sheet;
pub mod source;
pub mod trial;
pub mod verdict;
pub mod verify;
pub mod view;
pub mod what_if;
pub mod workbook;

pub use desk::Desk;
pub use failure::Failure;
pub use opening::End;
pub use ops::Op;
