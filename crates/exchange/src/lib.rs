//! The files that Arna writes and reads: one module a format.
//!
//! A document is hostile input: it is read within limits of size and depth, and what it refuses it names by code, path,
//! line and column. Every schedule format is written from one [`listing`], so all of them say the same start, duration and
//! title. Writing is a pure function of what is given: the same input gives the same bytes.

pub mod amendments_json;
pub mod asrun;
pub mod bxf;
pub mod csv;
pub mod dvbi;
pub mod file;
pub mod ics;
pub mod listing;
pub mod page;
pub mod pdf;
pub mod plan_json;
pub mod playout;
pub mod received;
pub mod rollout_json;
pub mod sheet;
pub mod station_json;
pub mod table;
pub mod tva;
pub mod workbook;
pub mod xlsx;
pub mod xmltv;

mod airing_json;
mod error;
mod identity;
mod json;
mod layout;
mod stamp;
mod text;
mod xml;
mod xml_in;

pub use error::{ReadError, WriteError, io_code};
