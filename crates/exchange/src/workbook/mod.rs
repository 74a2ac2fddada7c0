//! A station's channels, catalogue, licences and grids as a book of sheets, or as a folder of tables, and back.
//!
//! Each thing has a row, each row the thing's id, so that it is known again when its title has changed; what is read is laid over
//! what is there, cell by cell. [`columns`] says what the sheets and their columns are, [`noun`] turns things into cells and back,
//! [`value`] cells into what they say.

mod about;
mod columns;
mod noun;
mod read;
mod value;
mod write;

pub use about::Names;
pub use columns::{Choice, Column, Field, Kind, Table, Tongue};
pub use noun::{Cells, Noun, Placed, Wrong, nouns};
pub use read::{Fault, ReadRow, SheetRows, Workbook, read_book, read_table};
pub use value::Value;
pub use write::{Words, write_book, write_table};
