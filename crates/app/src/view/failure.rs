//! Why something was not done.

use serde::Serialize;
use specta::Type;

use super::{Texts, texts};
use crate::failure::Failure;

/// Why something was not done: the messages `failure-<code>` and `failure-<code>-hint`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FailureView {
    /// What.
    pub code: String,
    /// With what values.
    pub values: Texts,
    /// The file concerned.
    pub file: Option<String>,
    /// What exactly is wrong inside it.
    pub details: Vec<DetailView>,
}

/// One thing wrong inside a document: the message `invalid-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DetailView {
    /// Where in the document.
    pub path: String,
    /// The line, from 1; none where it is not known.
    pub line: Option<u32>,
    /// What.
    pub code: String,
    /// With what values.
    pub values: Texts,
}

impl From<Failure> for FailureView {
    fn from(failure: Failure) -> Self {
        let line = |at: Option<(usize, usize)>| {
            at.and_then(|(line, _)| u32::try_from(line).ok())
                .filter(|line| *line > 0)
        };
        Self {
            code: failure.code,
            values: texts(&failure.args),
            file: failure.file,
            details: failure
                .details
                .into_iter()
                .map(|one| DetailView {
                    line: line(one.at),
                    path: one.path,
                    code: one.code,
                    values: texts(&one.values),
                })
                .collect(),
        }
    }
}
