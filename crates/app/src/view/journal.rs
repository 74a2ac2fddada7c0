//! What was done, and what undo and redo would do.

use serde::Serialize;
use specta::Type;

use super::{Texts, texts};
use crate::desk::{Change, ChangeKind};

/// A step of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct StepView {
    /// Its number.
    pub number: i32,
    /// What: the message `op-<op>`.
    pub op: String,
    /// With what values.
    pub values: Texts,
    /// Who.
    pub author: String,
    /// When, in UTC.
    pub at: String,
    /// `found`, `do`, `undo` or `redo`.
    pub kind: String,
    /// Whether it is undone now.
    pub undone: bool,
}

/// The steps that undo and redo would take.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct StepsView {
    /// What undo would undo.
    pub undo: Option<StepView>,
    /// What redo would do again.
    pub redo: Option<StepView>,
}

/// A journal entry.
pub fn step(change: &Change) -> StepView {
    let kind = match change.kind {
        ChangeKind::Found => "found",
        ChangeKind::Do => "do",
        ChangeKind::Undo { .. } => "undo",
        ChangeKind::Redo { .. } => "redo",
    };
    StepView {
        number: i32::try_from(change.number).unwrap_or(i32::MAX),
        op: change.op.clone(),
        values: texts(&change.args),
        author: change.author.clone(),
        at: change.at.to_string(),
        kind: kind.to_owned(),
        undone: change.undone,
    }
}

/// The steps that undo and redo would take.
pub fn steps(undo: Option<&Change>, redo: Option<&Change>) -> StepsView {
    StepsView {
        undo: undo.map(step),
        redo: redo.map(step),
    }
}
