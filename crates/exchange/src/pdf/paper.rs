//! Drawing on pages: shapes and texts, with what they mean to whoever cannot see them.

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagTree};
use krilla::{Document, SerializeSettings};

use super::faces::{Faces, Line, Set, Weight};
use crate::WriteError;

/// A colour: red, green, blue.
pub(super) type Colour = (u8, u8, u8);

pub(super) const BLACK: Colour = (0x16, 0x1a, 0x20);
pub(super) const SOFT: Colour = (0x4a, 0x52, 0x60);
pub(super) const RULE: Colour = (0xc9, 0xcf, 0xd8);
pub(super) const FAINT: Colour = (0xe8, 0xeb, 0xf0);
pub(super) const WHITE: Colour = (0xff, 0xff, 0xff);

/// A colour with so much of white: 0 is the colour, 1 white.
pub(super) fn tint(colour: Colour, white: f32) -> Colour {
    let one = |part: u8| (f32::from(part) + (255.0 - f32::from(part)) * white).round() as u8;
    (one(colour.0), one(colour.1), one(colour.2))
}

/// A document under way.
pub(super) struct Paper {
    document: Document,
    outline: Outline,
    pages: usize,
}

/// What a document says of itself.
pub(super) struct About<'a> {
    pub(super) title: String,
    pub(super) language: &'a str,
    /// What it is told apart by from other documents.
    pub(super) id: String,
    /// When it was made: year, month, day, hour, minute, second in UTC.
    pub(super) made: (u16, [u8; 5]),
}

impl Paper {
    /// A document that a screen reader can read (PDF/UA-1). Nothing in it is of the time of writing.
    pub(super) fn new(about: About<'_>) -> Result<Self, WriteError> {
        let readable = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        let settings = SerializeSettings {
            configuration: readable.finish().map_err(|_| refused("PDF/UA-1"))?,
            ..SerializeSettings::default()
        };
        let mut document = Document::new_with(settings);
        let (year, [month, day, hour, minute, second]) = about.made;
        let made = DateTime::new(year)
            .month(month)
            .day(day)
            .hour(hour)
            .minute(minute)
            .second(second)
            .utc_offset_hour(0);
        document.set_metadata(
            Metadata::new()
                .title(about.title)
                .language(about.language.to_owned())
                .creator("Arna".to_owned())
                .document_id(about.id)
                .creation_date(made),
        );
        Ok(Self {
            document,
            outline: Outline::new(),
            pages: 0,
        })
    }

    /// Draws a page of so many points.
    pub(super) fn page(
        &mut self,
        (width, height): (f32, f32),
        draw: impl FnOnce(&mut Page<'_>),
    ) -> Result<(), WriteError> {
        let size = PageSettings::from_wh(width, height).ok_or_else(|| refused("page"))?;
        let mut page = self.document.start_page_with(size);
        draw(&mut Page {
            surface: page.surface(),
        });
        page.finish();
        self.pages += 1;
        Ok(())
    }

    /// Lets the table of contents lead to the page that is drawn next.
    pub(super) fn mark(&mut self, text: &str) {
        let there = XyzDestination::new(self.pages, Point::from_xy(0.0, 0.0));
        self.outline.push_child(OutlineNode::new(text.to_owned(), there));
    }

    /// The file's bytes.
    pub(super) fn finish(mut self, tags: TagTree) -> Result<Vec<u8>, WriteError> {
        self.document.set_outline(self.outline);
        self.document.set_tag_tree(tags);
        self.document.finish().map_err(|error| refused(&error.to_string()))
    }
}

pub(super) fn refused(why: &str) -> WriteError {
    WriteError::Io(std::io::Error::other(format!("PDF: {why}")))
}

/// A page under way. Lengths are points, from the upper left corner.
pub(super) struct Page<'a> {
    surface: Surface<'a>,
}

/// How a text is drawn.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub(super) size: f32,
    pub(super) colour: Colour,
}

pub(super) fn ink(size: f32, colour: Colour) -> Ink {
    Ink { size, colour }
}

/// What a text means beside its glyphs.
#[derive(Clone, Copy, Default)]
pub(super) struct Meaning<'a> {
    pub(super) language: Option<&'a str>,
    /// What a line that is cut stands for.
    pub(super) says: Option<&'a str>,
    /// What an abbreviation is short for.
    pub(super) short_for: Option<&'a str>,
}

/// What a line of a text means.
pub(super) fn meaning<'a>(set: &'a Set, line: &Line, language: Option<&'a str>) -> Meaning<'a> {
    Meaning {
        language,
        says: set.stands_for(line),
        short_for: None,
    }
}

impl Page<'_> {
    /// Draws what means nothing.
    pub(super) fn decoration(&mut self, draw: impl FnOnce(&mut Self)) {
        let artifact = Artifact::with_kind(ArtifactType::Layout);
        self.surface.start_tagged(ContentTag::Artifact(artifact));
        draw(self);
        self.surface.end_tagged();
    }

    /// Draws what is to be read; its place in the document's structure.
    pub(super) fn content(&mut self, meaning: Meaning<'_>, draw: impl FnOnce(&mut Self)) -> Identifier {
        let span = SpanTag::empty()
            .with_lang(meaning.language)
            .with_actual_text(meaning.says)
            .with_expanded(meaning.short_for);
        let place = self.surface.start_tagged(ContentTag::Span(span));
        draw(self);
        self.surface.end_tagged();
        place
    }

    /// Draws a line of a text with its base line at a height.
    pub(super) fn line(&mut self, faces: &Faces, set: &Set, line: &Line, (x, y): (f32, f32), ink: Ink) {
        let mut x = x;
        for piece in faces.pieces(set, line) {
            self.surface.set_fill(Some(fill(ink.colour)));
            let outline = stroke(ink.colour, ink.size * 0.035);
            // Small characters would run together.
            let is_outlined = piece.is_outlined && ink.size >= 7.5;
            self.surface.set_stroke(is_outlined.then_some(outline));
            let at = Point::from_xy(x, y);
            self.surface
                .draw_glyphs(at, &piece.glyphs, piece.font, piece.text, ink.size, false);
            x += piece.width * ink.size;
        }
    }

    /// Draws a short text on one line and answers how wide it is.
    pub(super) fn word(&mut self, faces: &mut Faces, text: &str, weight: Weight, at: (f32, f32), ink: Ink) -> f32 {
        let set = faces.set(text, weight);
        self.line(faces, &set, &set.line(), at, ink);
        set.width(ink.size)
    }

    pub(super) fn filled(&mut self, corners: [f32; 4], colour: Colour) {
        let [left, top, right, bottom] = corners;
        if let Some(rect) = Rect::from_ltrb(left, top, right, bottom) {
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            self.shape(path, Some(fill(colour)), None);
        }
    }

    /// A shape with these corners, filled.
    pub(super) fn polygon(&mut self, corners: &[(f32, f32)], colour: Colour) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in corners.iter().enumerate() {
            match at {
                0 => path.move_to(*x, *y),
                _ => path.line_to(*x, *y),
            }
        }
        path.close();
        self.shape(path, Some(fill(colour)), None);
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) {
        self.stroked(from, to, stroke(colour, width));
    }

    pub(super) fn dashed(&mut self, from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) {
        let dash = StrokeDash {
            array: vec![3.0, 2.0],
            offset: 0.0,
        };
        let stroke = Stroke {
            dash: Some(dash),
            ..stroke(colour, width)
        };
        self.stroked(from, to, stroke);
    }

    fn stroked(&mut self, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        let mut path = PathBuilder::new();
        path.move_to(from.0, from.1);
        path.line_to(to.0, to.1);
        self.shape(path, None, Some(stroke));
    }

    /// A box with round corners, filled or only outlined.
    pub(super) fn badge(&mut self, [left, top, right, bottom]: [f32; 4], colour: Colour, is_full: bool) {
        let r = (bottom - top) * 0.28;
        let mut path = PathBuilder::new();
        path.move_to(left + r, top);
        path.line_to(right - r, top);
        path.quad_to(right, top, right, top + r);
        path.line_to(right, bottom - r);
        path.quad_to(right, bottom, right - r, bottom);
        path.line_to(left + r, bottom);
        path.quad_to(left, bottom, left, bottom - r);
        path.line_to(left, top + r);
        path.quad_to(left, top, left + r, top);
        path.close();
        let outline = (!is_full).then(|| stroke(colour, 0.7));
        self.shape(path, is_full.then(|| fill(colour)), outline);
    }

    /// An arrow that goes around, for what comes again: the faces have no such sign.
    pub(super) fn again(&mut self, (x, y): (f32, f32), r: f32, colour: Colour) {
        let k = r * 0.552;
        let mut path = PathBuilder::new();
        path.move_to(x + r * 0.71, y - r * 0.71);
        path.cubic_to(
            x + r * 0.4,
            y - r * 1.02,
            x - r * 0.1,
            y - r * 1.08,
            x - r * 0.45,
            y - r * 0.89,
        );
        path.cubic_to(x - r * 0.8, y - r * 0.7, x - r, y - k * 0.6, x - r, y);
        path.cubic_to(x - r, y + k, x - k, y + r, x, y + r);
        path.cubic_to(x + k, y + r, x + r, y + k, x + r, y);
        self.shape(path, None, Some(stroke(colour, r * 0.34)));
        let tip = (x + r * 1.02, y - r * 0.2);
        self.polygon(
            &[
                tip,
                (tip.0 - r * 0.02, tip.1 - r * 0.95),
                (tip.0 - r * 0.9, tip.1 - r * 0.1),
            ],
            colour,
        );
    }

    fn shape(&mut self, path: PathBuilder, fill: Option<Fill>, stroke: Option<Stroke>) {
        let drawn: Option<Path> = path.finish();
        if let Some(path) = drawn {
            self.surface.set_fill(fill);
            self.surface.set_stroke(stroke);
            self.surface.draw_path(&path);
        }
    }
}

fn fill(colour: Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(colour.0, colour.1, colour.2).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn stroke(colour: Colour, width: f32) -> Stroke {
    Stroke {
        paint: rgb::Color::new(colour.0, colour.1, colour.2).into(),
        width,
        ..Stroke::default()
    }
}
