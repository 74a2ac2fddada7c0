//! The faces that pages are set in, and texts as glyphs of them: measured, broken into lines, cut where there is no room.

use std::ops::Range;

use harfrust::{Buffer, Direction, ShapeOptions, ShaperFont, shape};
use krilla::Data;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use unicode_linebreak::linebreaks;

use crate::text::carried;

const PLAIN: &[u8] = include_bytes!("../../../../fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../fonts/NotoSans-Bold.ttf");
const CHINESE: &[u8] = include_bytes!("../../../../fonts/NotoSansSC-Regular.otf");

/// What stands for a character that no face has.
const LACKING: char = '\u{fffd}';
const ELLIPSIS: &str = "…";

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Plain,
    Bold,
}

/// The faces of one document.
pub(super) struct Faces {
    plain: Cut,
    bold: Cut,
    chinese: Cut,
    /// Characters that could not be carried, or that no face has.
    pub(super) lost: usize,
}

/// A face as it is measured and as it is drawn.
struct Cut {
    face: harfrust::Font,
    font: Font,
}

impl Cut {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        Some(Self {
            face: harfrust::Font::new(bytes, 0)?,
            font: Font::new(Data::from(bytes), 0)?,
        })
    }

    fn has(&self, c: char) -> bool {
        self.face.charmap().map_unicode(c).is_some()
    }
}

/// A text as glyphs.
pub(super) struct Set {
    /// The text that the glyphs are of.
    pub(super) text: String,
    weight: Weight,
    glyphs: Vec<Glyph>,
    /// The glyphs of an ellipsis.
    ellipsis: Vec<Glyph>,
}

#[derive(Clone, Debug)]
struct Glyph {
    is_chinese: bool,
    drawn: KrillaGlyph,
    /// Whether a line may begin with it.
    begins: bool,
    is_space: bool,
}

/// Glyphs of one face that are drawn together.
pub(super) struct Piece<'a> {
    pub(super) font: Font,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// The text that the glyphs' ranges are of.
    pub(super) text: &'a str,
    /// There is one weight of the Chinese face; what is to be bold is drawn with an outline.
    pub(super) is_outlined: bool,
    /// How wide the piece is, in ems.
    pub(super) width: f32,
}

/// A line of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    glyphs: Range<usize>,
    /// Whether the text goes on, which an ellipsis tells.
    pub(super) is_cut: bool,
}

impl Faces {
    /// The faces that the program carries; `None`: they are no fonts.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            plain: Cut::of(PLAIN)?,
            bold: Cut::of(BOLD)?,
            chinese: Cut::of(CHINESE)?,
            lost: 0,
        })
    }

    /// Sets a text. What cannot be carried is left out, what no face has is drawn as U+FFFD; both are counted.
    pub(super) fn set(&mut self, text: &str, weight: Weight) -> Set {
        let carried = carried(text, &mut self.lost);
        let mut lacking = 0;
        let drawn: String = carried
            .chars()
            .filter(|c| !is_invisible(*c))
            .map(|c| {
                let known = self.latin(weight).has(c) || self.chinese.has(c);
                lacking += usize::from(!known);
                if known { c } else { LACKING }
            })
            .collect();
        self.lost += lacking;
        let mut glyphs = self.glyphs(&drawn, weight);
        for (at, _) in linebreaks(&drawn) {
            if let Some(first) = glyphs.iter_mut().find(|glyph| glyph.drawn.text_range.start == at) {
                first.begins = true;
            }
        }
        Set {
            glyphs,
            ellipsis: self.glyphs(ELLIPSIS, weight),
            text: drawn,
            weight,
        }
    }

    fn latin(&self, weight: Weight) -> &Cut {
        match weight {
            Weight::Plain => &self.plain,
            Weight::Bold => &self.bold,
        }
    }

    fn glyphs(&self, text: &str, weight: Weight) -> Vec<Glyph> {
        let mut glyphs = Vec::with_capacity(text.len());
        for (run, is_chinese) in self.runs(text, weight) {
            let cut = if is_chinese { &self.chinese } else { self.latin(weight) };
            let em = f32::from(cut.face.units_per_em());
            let mut buffer = Buffer::new();
            buffer.push_str(&text[run.clone()]);
            buffer.set_direction(Direction::LeftToRight);
            buffer.guess_segment_properties();
            // Refused is only what has no direction or is glyphs already.
            if shape(&ShaperFont::new(&cut.face), &mut buffer, ShapeOptions::new()).is_err() {
                continue;
            }
            let infos = buffer.glyph_infos();
            for (at, (info, place)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
                let start = run.start + info.cluster as usize;
                let next = infos[at..].iter().find(|other| other.cluster > info.cluster);
                let end = next.map_or(run.end, |next| run.start + next.cluster as usize);
                let parts = [place.x_advance, place.x_offset, place.y_offset, place.y_advance];
                let [advance, dx, dy, down] = parts.map(|units| units as f32 / em);
                glyphs.push(Glyph {
                    is_chinese,
                    drawn: KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, dx, dy, down, start..end, None),
                    begins: false,
                    is_space: text[start..end].trim().is_empty(),
                });
            }
        }
        glyphs
    }

    /// Parts of a text that are of one face, and whether that is the Chinese one.
    fn runs(&self, text: &str, weight: Weight) -> Vec<(Range<usize>, bool)> {
        let latin = self.latin(weight);
        let is_chinese_text = text.chars().any(|c| !latin.has(c) && self.chinese.has(c));
        let mut runs: Vec<(Range<usize>, bool)> = Vec::new();
        for (at, c) in text.char_indices() {
            // Quotation marks, dashes and points are wide in a Chinese text.
            let is_wide = is_chinese_text && is_shared(c) && self.chinese.has(c);
            let is_chinese = is_wide || !latin.has(c);
            let end = at + c.len_utf8();
            match runs.last_mut() {
                Some((run, own)) if *own == is_chinese => run.end = end,
                _ => runs.push((at..end, is_chinese)),
            }
        }
        runs
    }

    /// A line's glyphs, face by face.
    pub(super) fn pieces<'a>(&self, set: &'a Set, line: &Line) -> Vec<Piece<'a>> {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let own = set.glyphs[line.glyphs.clone()]
            .iter()
            .map(|glyph| (glyph, set.text.as_str()));
        let cut = line
            .is_cut
            .then(|| set.ellipsis.iter().map(|glyph| (glyph, ELLIPSIS)))
            .into_iter()
            .flatten();
        let mut last = None;
        for (glyph, text) in own.chain(cut) {
            let kind = (glyph.is_chinese, std::ptr::eq(text, ELLIPSIS));
            if last != Some(kind) {
                last = Some(kind);
                let cut = if glyph.is_chinese {
                    &self.chinese
                } else {
                    self.latin(set.weight)
                };
                pieces.push(Piece {
                    font: cut.font.clone(),
                    glyphs: Vec::new(),
                    text,
                    is_outlined: glyph.is_chinese && set.weight == Weight::Bold,
                    width: 0.0,
                });
            }
            if let Some(piece) = pieces.last_mut() {
                piece.width += glyph.drawn.x_advance;
                piece.glyphs.push(glyph.drawn.clone());
            }
        }
        pieces
    }
}

impl Set {
    /// What a line stands for that is cut: all that is left of the text; `None`: it says what it shows.
    pub(super) fn stands_for(&self, line: &Line) -> Option<&str> {
        let first = self.glyphs.get(line.glyphs.start)?;
        line.is_cut.then(|| &self.text[first.drawn.text_range.start..])
    }

    /// How wide all of it is on one line.
    pub(super) fn width(&self, size: f32) -> f32 {
        self.span(0..self.glyphs.len()) * size
    }

    /// How wide a line is, the space at its end apart.
    pub(super) fn line_width(&self, line: &Line, size: f32) -> f32 {
        let Range { start, end } = line.glyphs;
        let own = self.span(start..self.without_spaces(start, end));
        let cut = if line.is_cut { self.ellipsis_width() } else { 0.0 };
        (own + cut) * size
    }

    /// How wide the widest part is within which no line may end.
    pub(super) fn widest_word(&self, size: f32) -> f32 {
        let mut widest = 0.0_f32;
        let mut from = 0;
        for at in 1..=self.glyphs.len() {
            if self.glyphs.get(at).is_none_or(|glyph| glyph.begins) {
                widest = widest.max(self.span(from..self.without_spaces(from, at)));
                from = at;
            }
        }
        widest * size
    }

    fn ellipsis_width(&self) -> f32 {
        self.ellipsis.iter().map(|glyph| glyph.drawn.x_advance).sum()
    }

    /// All of it on one line.
    pub(super) fn line(&self) -> Line {
        Line {
            glyphs: 0..self.glyphs.len(),
            is_cut: false,
        }
    }

    fn span(&self, glyphs: Range<usize>) -> f32 {
        self.glyphs[glyphs].iter().map(|glyph| glyph.drawn.x_advance).sum()
    }

    /// Lines of so many points, the first of so many, and no more than `most` of them: what is left over is cut.
    pub(super) fn lines(&self, size: f32, first: f32, rest: f32, most: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut from = 0;
        while from < self.glyphs.len() && lines.len() < most {
            let room = if lines.is_empty() { first } else { rest } / size;
            let end = self.line_end(from, room);
            if end < self.glyphs.len() && lines.len() + 1 == most {
                lines.push(self.cut(from, room));
                return lines;
            }
            // The space at a line's end is nothing to see, but keeps words apart for whoever reads the lines as one text.
            let mut next = end;
            while next < self.glyphs.len() && self.glyphs[next].is_space {
                next += 1;
            }
            lines.push(Line {
                glyphs: from..next,
                is_cut: false,
            });
            from = next;
        }
        lines
    }

    /// Where a line ends that begins with a glyph: before the next word that has no room, or within a word that has none at all.
    fn line_end(&self, from: usize, room: f32) -> usize {
        let (mut width, mut last) = (0.0, None);
        for (at, glyph) in self.glyphs.iter().enumerate().skip(from) {
            if glyph.begins && at > from {
                last = Some(at);
            }
            width += glyph.drawn.x_advance;
            if width > room && !glyph.is_space {
                return last.unwrap_or_else(|| self.cluster(at).max(self.next_cluster(from)));
            }
        }
        self.glyphs.len()
    }

    /// A line that ends with an ellipsis.
    fn cut(&self, from: usize, room: f32) -> Line {
        let room = room - self.ellipsis_width();
        let (mut width, mut end) = (0.0, from);
        while end < self.glyphs.len() && width + self.glyphs[end].drawn.x_advance <= room {
            width += self.glyphs[end].drawn.x_advance;
            end += 1;
        }
        Line {
            glyphs: from..self.without_spaces(from, self.cluster(end).max(from)),
            is_cut: true,
        }
    }

    /// The first glyph of what a glyph belongs to: a letter stays with its marks.
    fn cluster(&self, at: usize) -> usize {
        let start = |at: usize| self.glyphs.get(at).map(|glyph| glyph.drawn.text_range.start);
        (0..=at)
            .rev()
            .take_while(|one| start(*one) == start(at))
            .last()
            .unwrap_or(at)
    }

    fn next_cluster(&self, at: usize) -> usize {
        let start = self.glyphs[at].drawn.text_range.start;
        let next = self.glyphs[at..]
            .iter()
            .position(|glyph| glyph.drawn.text_range.start != start);
        next.map_or(self.glyphs.len(), |further| at + further)
    }

    fn without_spaces(&self, from: usize, end: usize) -> usize {
        (from..end)
            .rev()
            .find(|at| !self.glyphs[*at].is_space)
            .map_or(from, |last| last + 1)
    }
}

/// Punctuation that Latin and Chinese texts share.
fn is_shared(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{b7}')
}

/// What is not drawn anyway: marks of direction, joiners, choices of a variant.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: f32, most: usize) -> Vec<String> {
        let mut faces = Faces::new().unwrap_or_else(|| panic!("faces"));
        let set = faces.set(text, Weight::Plain);
        let shown = |line: &Line| {
            let Range { start, end } = line.glyphs;
            let width = set.span(start..set.without_spaces(start, end));
            assert!(width * 10.0 <= room || start + 1 >= end, "{text}: {width}");
            let own = &set.glyphs[line.glyphs.clone()];
            let start = own.first().map_or(0, |glyph| glyph.drawn.text_range.start);
            let end = own.last().map_or(start, |glyph| glyph.drawn.text_range.end);
            format!(
                "{}{}",
                set.text[start..end].trim_end(),
                if line.is_cut { ELLIPSIS } else { "" }
            )
        };
        set.lines(10.0, room, room, most).iter().map(shown).collect()
    }

    #[test]
    fn a_text_breaks_between_words_and_between_chinese_characters() {
        assert_eq!(lines("Bond with China", 50.0, 9), ["Bond with", "China"]);
        assert_eq!(lines("情系中国·共同的梦想", 50.0, 9), ["情系中国·", "共同的梦想"]);
        assert_eq!(lines("Шекарадағы", 30.0, 9).concat(), "Шекарадағы");
        assert_eq!(lines("", 30.0, 9), [""; 0]);
    }

    #[test]
    fn a_line_is_as_wide_as_what_is_to_be_seen_of_it() {
        let mut faces = Faces::new().unwrap_or_else(|| panic!("faces"));
        let mut width = |text: &str| faces.set(text, Weight::Plain).width(10.0);
        let (bond, with, cut, two) = (width("Bond"), width("China"), width("Bond wit…"), width("情"));
        let set = faces.set("Bond with China", Weight::Plain);
        let near = |a: f32, b: f32| assert!((a - b).abs() < 0.01, "{a} {b}");
        near(set.line_width(&set.lines(10.0, 30.0, 99.0, 9)[0], 10.0), bond);
        near(set.line_width(&set.lines(10.0, 50.0, 50.0, 1)[0], 10.0), cut);
        near(set.widest_word(10.0), with);
        near(faces.set("情系中国", Weight::Plain).widest_word(10.0), two);
        near(faces.set("", Weight::Plain).widest_word(10.0), 0.0);
    }

    #[test]
    fn what_has_no_room_is_cut_with_an_ellipsis() {
        assert_eq!(lines("Bond with China", 50.0, 1), ["Bond wit…"]);
        assert_eq!(lines("Bond with China", 500.0, 1), ["Bond with China"]);
        let letters = lines(&"ұ".repeat(300), 60.0, 3);
        assert!(letters.len() == 3 && letters[2].ends_with(ELLIPSIS), "{letters:?}");
    }

    #[test]
    fn a_letter_stays_with_its_marks() {
        for room in [8.0, 9.0, 14.0, 20.0] {
            let lines = lines("e\u{301}e\u{301}e\u{301}", room, 9);
            assert!(lines.iter().all(|line| line.starts_with('e')), "{lines:?}");
        }
    }

    #[test]
    fn what_no_face_has_is_counted() {
        let mut faces = Faces::new().unwrap_or_else(|| panic!("faces"));
        for text in [
            "Ән: Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі «»№ € —",
            "《经典引用》第三季：情系中国",
            "經典引用 かな",
        ] {
            let set = faces.set(text, Weight::Bold);
            assert_eq!((set.text.as_str(), faces.lost), (text, 0));
            assert!(
                set.glyphs.iter().all(|glyph| glyph.drawn.glyph_id.to_u32() != 0),
                "{text}"
            );
        }
        let set = faces.set("قازاق 1\u{1}", Weight::Plain);
        assert_eq!(set.text, "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd} 1");
        assert_eq!(faces.lost, 6);
    }
}
