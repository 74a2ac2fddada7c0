//! Reports as files.

use std::io::Write;
use std::path::Path;

use arna_domain::values;
use arna_exchange::pdf::{self, ReportOf};
use arna_exchange::{WriteError, csv, file, xlsx};

use super::{Report, Words};
use crate::failure::Failure;

/// A form of a report's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// A table: the rows, to reckon with.
    Csv,
    /// A book for Excel, totals and remarks with it.
    Xlsx,
    /// Pages to be read, likewise.
    Pdf,
}

impl File {
    /// The form that a file's name asks for.
    ///
    /// # Errors
    /// `report_form` where it asks for another.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let extension = path.extension().and_then(|one| one.to_str()).map(str::to_lowercase);
        match extension.as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("pdf") => Ok(Self::Pdf),
            _ => Err(Failure::new("report_form", values! {}).of(path)),
        }
    }
}

/// Writes a report; the number of characters left out that the form cannot carry.
///
/// # Errors
/// `too_many_rows`; when the receiver takes no more.
pub fn write(report: &Report, form: File, words: &Words, to: &mut dyn Write) -> Result<usize, Failure> {
    Ok(written(report, form, words, to)?)
}

/// Writes a report to a file: the whole of it or nothing. The number of characters left out.
///
/// # Errors
/// `too_many_rows`; when the file cannot be written.
pub fn to_file(report: &Report, form: File, words: &Words, path: &Path) -> Result<usize, Failure> {
    let written = file::replace(path, |to| written(report, form, words, to));
    written.map_err(|error| Failure::from(error).of(path))
}

fn written(report: &Report, form: File, words: &Words, to: &mut dyn Write) -> Result<usize, WriteError> {
    let of = ReportOf {
        report: report.kind.as_str(),
        range: report.range,
    };
    match form {
        File::Csv => csv::write_report(&report.table, words, to),
        File::Xlsx => xlsx::write_report(&report.table, words, to),
        File::Pdf => pdf::write_report(&report.table, of, words, to),
    }
}
