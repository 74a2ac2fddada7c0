//! Spreadsheets of any layout: XLSX, ODS and CSV.
//!
//! A book is read into plain cells within limits of size ([`book`]); columns are given a meaning, which their heads propose
//! ([`heads`]); then each row is read, and what cannot be read is said cell by cell ([`rows`]).

mod book;
mod cells;
mod delimiter;
mod heads;
mod rows;
mod schedule;

pub use book::{Book, Cell, Encoding, Sheet, SheetError, read};
pub(crate) use cells::{clock, date, duration, language as language_named};
pub use heads::{Column, Field, header_row, proposed};
pub use rows::{CellFault, Draft, DraftRow, DraftVersion, Reading, draft};
pub use schedule::{Known, nearest, schedule};
