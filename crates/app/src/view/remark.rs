//! What could not be read of another's file.

use serde::Serialize;
use specta::Type;

use super::{Texts, count, texts};
use crate::received::Remark;

/// Remarks told at most.
const MOST: usize = 200;

/// Something that could not be taken as it stands: the message `received-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RemarkView {
    /// Where.
    pub place: String,
    /// What.
    pub code: String,
    /// With what values.
    pub values: Texts,
}

/// The first remarks, and how many there are beyond these: with those that were not kept.
pub(super) fn remarks(all: &[Remark], further: usize) -> (Vec<RemarkView>, u32) {
    let one = |remark: &Remark| RemarkView {
        place: remark.at.shown(),
        code: remark.code.to_owned(),
        values: texts(&remark.values),
    };
    let told = all.iter().take(MOST).map(one).collect();
    (told, count(further + all.len().saturating_sub(MOST)))
}
