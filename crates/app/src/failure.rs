//! Why something cannot be done: data for the message files, never sentences.

use std::fs::File;
use std::path::Path;

use arna_domain::finding::Values;
use arna_domain::index::Invalid;
use arna_domain::values;
use arna_exchange::{ReadError, WriteError, io_code};
use arna_planner::PlanError;
use arna_store::StoreError;
use serde::Serialize;

/// Why something cannot be done. Nothing has changed where one is returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What: the messages `failure-<code>` and `failure-<code>-hint`.
    pub code: String,
    /// With what values.
    pub args: Values,
    /// The file concerned.
    pub file: Option<String>,
    /// What exactly is wrong inside the file.
    pub details: Vec<Detail>,
}

/// One thing wrong inside a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// The path in the document: `licences[3].season`; empty: the document itself.
    pub path: String,
    /// The line and column from 1, where known.
    pub at: Option<(usize, usize)>,
    /// What: the message `invalid-<code>`.
    pub code: String,
    /// With what values.
    pub values: Values,
}

impl Failure {
    /// A failure without a file.
    pub fn new(code: &str, args: Values) -> Self {
        Self {
            code: code.to_owned(),
            args,
            file: None,
            details: Vec::new(),
        }
    }

    /// The same failure, of this file.
    #[must_use]
    pub fn of(mut self, file: &Path) -> Self {
        self.file = Some(file.display().to_string());
        self
    }

    /// A document that reads but cannot be worked with.
    pub fn unusable(invalid: &[Invalid]) -> Self {
        let details = invalid
            .iter()
            .map(|one| Detail {
                path: one.path.clone(),
                at: None,
                code: one.code.to_owned(),
                values: one.values.clone(),
            })
            .collect();
        Self {
            details,
            ..Self::new("document_unusable", values! { "count" => invalid.len() })
        }
    }

    /// Amendments that a station does not bear.
    pub fn unamendable(wrong: &[Invalid]) -> Self {
        Self {
            code: "amendments_unusable".to_owned(),
            args: values! {},
            ..Self::unusable(wrong)
        }
    }

    /// A plan that is not one of the station.
    pub fn foreign_plan(wrong: &[Invalid]) -> Self {
        Self {
            code: "plan_unusable".to_owned(),
            ..Self::unusable(wrong)
        }
    }

    /// Nothing where a file can be made; else the folder that it would be in and that is missing. Asked before long work.
    ///
    /// # Errors
    /// `folder_not_found`.
    pub fn if_folder_missing(file: &Path) -> Result<(), Self> {
        missing_folder(file).map_or(Ok(()), |folder| {
            Err(Self::new("folder_not_found", values! { "folder" => folder }).of(file))
        })
    }

    /// What went wrong between a station file that is read and one that is written, of the one that it is about: where the first
    /// can be read, what the system refuses is the other's.
    pub(crate) fn between(error: StoreError, read: &Path, written: &Path) -> Self {
        let is_of_read = match error {
            StoreError::NotAStation | StoreError::StationNewer { .. } | StoreError::StationDamaged { .. } => true,
            StoreError::Io(_) | StoreError::Sql(_) => !read.is_file() || File::open(read).is_err(),
            _ => false,
        };
        match (is_of_read, error) {
            (true, error) => Self::from(error).of(read),
            (false, StoreError::Io(error)) => Self::io("write", &error, written),
            (false, error) => Self::from(error).of(written),
        }
    }

    /// A file that could not be read or written.
    pub fn io(doing: &str, error: &std::io::Error, file: &Path) -> Self {
        if doing == "write"
            && let Err(missing) = Self::if_folder_missing(file)
        {
            return missing;
        }
        let code = io_code(error);
        Self::new(code, values! { "doing" => doing, "why" => error.to_string() }).of(file)
    }
}

/// The folder that a file is to be in, if that is not there: the outermost that is missing.
fn missing_folder(file: &Path) -> Option<String> {
    let folders = file.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    let missing = folders.take_while(|folder| !folder.exists()).last()?;
    Some(missing.display().to_string())
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(error.code(), error.values())
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::new(error.code(), error.values())
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        match error {
            PlanError::Cancelled => Self::new("cancelled", values! {}),
            other => Self::new(other.code(), other.values()),
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        let detail = Detail {
            path: error.path,
            at: Some((error.line, error.column)),
            code: error.code.to_owned(),
            values: error.values,
        };
        Self {
            details: vec![detail],
            ..Self::new("document_unreadable", values! {})
        }
    }
}
