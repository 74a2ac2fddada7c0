//! Lists on A4: texts in columns, a row below the other, feet with the pages' numbers.

use arna_domain::Language;
use krilla::tagging::{Identifier, Node, TagGroup, TagKind};

use super::faces::{Faces, Line, Set, Weight};
use super::paper::{BLACK, Ink, Page, SOFT, ink, meaning};
use super::paragraph;

/// A4, upright.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const MARGIN: f32 = 34.0;
/// What is left free at the bottom of a page for its foot, and where that stands.
pub(super) const UNDER: f32 = 45.89;
const FOOT: f32 = 26.89;
/// From line to line.
pub(super) const STEP: f32 = 11.2;
/// Between a column's edge and its texts.
pub(super) const INSIDE: f32 = 3.0;

/// A text in a column.
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) set: Set,
    pub(super) lines: Vec<Line>,
    pub(super) ink: Ink,
    pub(super) edge: Edge,
    pub(super) language: Option<Language>,
    /// How many lines of others stand above it.
    pub(super) below: usize,
}

/// The edge that the lines of a text stand at.
#[derive(Clone, Copy)]
pub(super) enum Edge {
    Left(f32),
    Right(f32),
}

impl Edge {
    /// Where a line of so many points begins.
    pub(super) fn begin(self, width: f32) -> f32 {
        match self {
            Self::Left(x) => x,
            Self::Right(x) => x - width,
        }
    }
}

impl Cell {
    /// Draws the lines, the first of them with its base line at a height; their places in the document's structure.
    pub(super) fn write(&self, page: &mut Page<'_>, faces: &Faces, first: f32) -> Vec<Identifier> {
        let language = self.language.as_ref().map(Language::as_str);
        let lines = self.lines.iter().enumerate().map(|(at, line)| {
            let x = self.edge.begin(self.set.line_width(line, self.ink.size));
            let y = first + STEP * (self.below + at) as f32;
            page.content(meaning(&self.set, line, language), |page| {
                page.line(faces, &self.set, line, (x, y), self.ink);
            })
        });
        lines.collect()
    }
}

/// How high a row of these cells is.
pub(super) fn height(cells: &[Cell]) -> f32 {
    let lines = cells.iter().map(|cell| cell.below + cell.lines.len()).max();
    2.0 * INSIDE + STEP * (lines.unwrap_or(1).max(1) as f32 - 1.0) + STEP * 0.92
}

/// A cell of a table with what is to be read in it.
pub(super) fn cell(tag: impl Into<TagKind>, said: Vec<Identifier>) -> Node {
    let children = if said.is_empty() {
        Vec::new()
    } else {
        vec![paragraph(said)]
    };
    TagGroup::with_children(tag, children).into()
}

/// Draws what stands under a page of so many points.
pub(super) fn foot(page: &mut Page<'_>, faces: &mut Faces, (width, height): (f32, f32), left: &str, number: &str) {
    let y = height - FOOT;
    page.word(faces, left, Weight::Plain, (MARGIN, y), ink(8.0, SOFT));
    let number = faces.set(number, Weight::Plain);
    let at = (width - MARGIN - number.width(8.5), y);
    page.line(faces, &number, &number.line(), at, ink(8.5, BLACK));
}
