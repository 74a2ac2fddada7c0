//! XML that may be hostile: within limits of size, depth and attributes, without entities of its own, and with lines.

use std::borrow::Cow;

use arna_domain::values;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::ReadError;
use crate::json::place_of;
use crate::received::{At, LONGEST_TEXT};

/// The largest file, in bytes.
pub(crate) const LARGEST: usize = 512 << 20;
/// How deep elements may be nested.
const DEEPEST: usize = 64;
/// Attributes of an element that are looked at.
const MOST_ATTRIBUTES: usize = 64;
/// Where a declaration is looked for, in bytes.
const DECLARATION: usize = 256;

pub(crate) fn refused(code: &'static str, at: (usize, usize), values: arna_domain::Values) -> ReadError {
    ReadError {
        path: String::new(),
        line: at.0,
        column: at.1,
        code,
        values,
    }
}

/// The letters of a file: by its mark, else by its declaration, else UTF-8.
///
/// # Errors
/// `too_large`, `unknown_encoding`, `not_utf8`.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if bytes.len() > LARGEST {
        let values = values! { "bytes" => bytes.len(), "most" => LARGEST };
        return Err(refused("too_large", (0, 0), values));
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        if encoding != encoding_rs::UTF_8 {
            return Ok(encoding.decode(bytes).0);
        }
        return as_utf8(&bytes[mark..]);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]);
    match declared(&head) {
        // What could be read as ASCII is not UTF-16, whatever it says: writers of texts say that of themselves.
        Some(name) => {
            match encoding_rs::Encoding::for_label(name.as_bytes()).map(encoding_rs::Encoding::output_encoding) {
                None => Err(refused("unknown_encoding", (1, 1), values! { "encoding" => name })),
                Some(encoding) if encoding == encoding_rs::UTF_8 => as_utf8(bytes),
                Some(encoding) => Ok(encoding.decode_without_bom_handling(bytes).0),
            }
        }
        None => as_utf8(bytes),
    }
}

/// The encoding that a declaration names.
fn declared(head: &str) -> Option<&str> {
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration
        .split_once("encoding")?
        .1
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next()
}

fn as_utf8(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let at = error.valid_up_to();
        refused("not_utf8", place_of(bytes, at), values! { "byte" => bytes[at] })
    })
}

/// What is met in a document.
pub(crate) enum Met<'a> {
    /// An element begins, so deep: the root is 1.
    Start(BytesStart<'a>, usize),
    /// An element ends that was so deep.
    End(usize),
    /// A text, or a part of one.
    Text(Cow<'a, str>),
    /// A reference to an entity that nobody knows.
    Unknown,
    /// The end.
    Eof,
}

/// A document under reading.
pub(crate) struct Reading<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    depth: usize,
    /// An element without content has begun and ends next.
    ends: bool,
    counted: usize,
    line: usize,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self {
            reader: Reader::from_str(text),
            text,
            depth: 0,
            ends: false,
            counted: 0,
            line: 1,
        }
    }

    /// The line that is being read, from 1.
    pub(crate) fn line(&mut self) -> usize {
        let at = usize::try_from(self.reader.buffer_position())
            .unwrap_or(usize::MAX)
            .min(self.text.len());
        if at > self.counted {
            let new = &self.text.as_bytes()[self.counted..at];
            self.line += new.iter().filter(|byte| **byte == b'\n').count();
            self.counted = at;
        }
        self.line
    }

    pub(crate) fn at(&mut self) -> At {
        At::Line(self.line())
    }

    /// What comes next.
    ///
    /// # Errors
    /// `not_xml`, `too_deep`, `cut_short`.
    pub(crate) fn next(&mut self) -> Result<Met<'a>, ReadError> {
        if std::mem::take(&mut self.ends) {
            self.depth -= 1;
            return Ok(Met::End(self.depth + 1));
        }
        loop {
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
                    let place = place_of(self.text.as_bytes(), at);
                    return Err(refused("not_xml", place, values! { "why" => error.to_string() }));
                }
            };
            return Ok(match event {
                Event::Start(start) => {
                    self.deeper()?;
                    Met::Start(start, self.depth)
                }
                Event::Empty(start) => {
                    self.deeper()?;
                    self.ends = true;
                    Met::Start(start, self.depth)
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Met::End(self.depth + 1)
                }
                Event::Text(text) => Met::Text(text.into_inner()),
                Event::CData(text) => Met::Text(text.into_inner()),
                Event::GeneralRef(entity) => resolved(&entity),
                // Entities that a document type declares are never looked at, so none can grow.
                Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof if self.depth > 0 => {
                    return Err(refused("cut_short", (self.line(), 0), values! {}));
                }
                Event::Eof => Met::Eof,
            });
        }
    }

    fn deeper(&mut self) -> Result<(), ReadError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(refused("too_deep", (self.line(), 0), values! { "most" => DEEPEST }));
        }
        Ok(())
    }
}

fn resolved<'a>(entity: &BytesRef<'a>) -> Met<'a> {
    if let Ok(Some(sign)) = entity.resolve_char_ref() {
        return Met::Text(Cow::Owned(sign.to_string()));
    }
    match quick_xml::escape::resolve_xml_entity(entity) {
        Some(text) => Met::Text(Cow::Borrowed(text)),
        None => Met::Unknown,
    }
}

/// An attribute's value, whatever the case of its name and its prefix.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    attributes.with_checks(false);
    let found = attributes
        .take(MOST_ATTRIBUTES)
        .flatten()
        .find(|one| one.key.local_name().as_ref().eq_ignore_ascii_case(name))?;
    let value = match found.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => value.into_owned(),
        Err(_) => found.value.into_owned(),
    };
    Some(value.chars().take(LONGEST_TEXT).collect())
}

/// A text under collection.
#[derive(Default)]
pub(crate) struct Collected {
    text: String,
    /// Whether it was longer than is taken.
    pub(crate) cut: bool,
}

impl Collected {
    pub(crate) fn push(&mut self, part: &str) {
        // A character takes four bytes at most.
        if self.text.len() + part.len() <= LONGEST_TEXT * 4 {
            self.text.push_str(part);
        } else {
            self.cut = true;
        }
    }

    /// The text on one line; `None`: nothing to see.
    pub(crate) fn line(&self) -> Option<String> {
        crate::text::line(&self.text)
    }
}
