//! Writing a workbook: a book, or a folder of tables.

use std::io::{self, Write};
use std::path::Path;

use arna_domain::{Station, values};
use arna_exchange::file::{self, Together};
use arna_exchange::workbook::{Table, Words, write_book, write_table};

use crate::failure::Failure;

/// Writes a workbook: a book where the path ends so, else a folder with a table a sheet; all of them or none. How many characters
/// were left out that cells cannot carry.
///
/// # Errors
/// `workbook_form` where the path ends as a file of another kind does; `too_many_rows`; when a file cannot be written.
pub fn to_file(station: &Station, words: &Words, path: &Path) -> Result<usize, Failure> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "xlsx" => to_book(station, words, path),
        other if OTHER_FILES.contains(&other) && !path.is_dir() => {
            Err(Failure::new("workbook_form", values! { "ending" => format!(".{other}") }).of(path))
        }
        _ => to_tables(station, words, path),
    }
}

/// Endings of files that a workbook is not written as: nobody who names one means a folder.
const OTHER_FILES: [&str; 10] = ["arna", "csv", "json", "ods", "pdf", "tsv", "txt", "xls", "xlsb", "xlsm"];

/// Writes a workbook as a book.
///
/// # Errors
/// As [`to_file`].
pub fn to_book(station: &Station, words: &Words, path: &Path) -> Result<usize, Failure> {
    let written = file::replace(path, |to| write_book(station, words, to));
    written.map_err(|error| Failure::from(error).of(path))
}

/// Writes a book to any receiver.
///
/// # Errors
/// `too_many_rows`; when the receiver takes no more.
pub fn write(station: &Station, words: &Words, to: &mut dyn Write) -> Result<usize, Failure> {
    Ok(write_book(station, words, to)?)
}

/// Writes a workbook as a table a sheet into a folder, which is made where it is not there; all of them or none.
///
/// # Errors
/// As [`to_file`].
pub fn to_tables(station: &Station, words: &Words, folder: &Path) -> Result<usize, Failure> {
    Failure::if_folder_missing(folder)?;
    if !folder.exists() {
        std::fs::create_dir(folder).map_err(|error| Failure::io("write", &error, folder))?;
    }
    let mut together = Together::default();
    let mut dropped = 0;
    for table in Table::ALL {
        let name = format!("{}.csv", table.as_str());
        let written = together.add(folder, &name, |to| write_table(station, table, words.tongue, to));
        dropped += written.map_err(|error| Failure::from(error).of(&folder.join(&name)))?;
    }
    let put = together.put();
    put.map_err(|(path, error): (_, io::Error)| Failure::io("write", &error, &path))?;
    together.keep();
    Ok(dropped)
}
