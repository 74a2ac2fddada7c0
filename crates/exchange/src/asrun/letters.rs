//! The lines of a log, decoded as they come: never more of it in memory than a line and a block.

use std::io::Read;

use arna_domain::values;
use encoding_rs::{Decoder, DecoderResult, Encoding};

use super::mapping::{Head, Mapping};
use crate::ReadError;
use crate::xml_in::refused;

/// The largest log, in bytes.
const LARGEST: usize = 256 << 20;
/// The longest line, in bytes of UTF-8.
pub(super) const LONGEST_LINE: usize = 64 << 10;
/// How much is read at once.
const BLOCK: usize = 64 << 10;

/// A log's lines.
pub(super) struct Lines<'r> {
    from: &'r mut dyn Read,
    encoding: &'static Encoding,
    decoder: Decoder,
    /// Bytes that were read to look at and are not decoded yet.
    first: Option<Vec<u8>>,
    /// What is decoded and not yet handed out.
    text: String,
    /// How much of it is handed out.
    begun: usize,
    bytes: usize,
    line: usize,
    is_over: bool,
}

/// The next bytes; fewer than a block where it was the last.
fn block(from: &mut dyn Read) -> Result<Vec<u8>, ReadError> {
    let mut block = Vec::with_capacity(BLOCK);
    let read = Read::take(from, BLOCK as u64).read_to_end(&mut block);
    read.map_err(|error| refused("unreadable", (0, 0), values! { "why" => error.to_string() }))?;
    Ok(block)
}

impl<'r> Lines<'r> {
    /// Those of a log. Its encoding is that of its mark, else the mapping's, else what its head says, else UTF-8.
    ///
    /// # Errors
    /// `unreadable`, `unknown_encoding`.
    pub(super) fn of(from: &'r mut dyn Read, mapping: &Mapping) -> Result<Self, ReadError> {
        let first = block(from)?;
        let encoding = match (Encoding::for_bom(&first), &mapping.encoding) {
            (Some((marked, _)), _) => marked,
            (None, Some(name)) => labelled(name, 0)?,
            (None, None) => match declared(&first, mapping.head.as_ref()) {
                Some((name, line)) => labelled(&name, line)?,
                None => encoding_rs::UTF_8,
            },
        };
        Ok(Self {
            from,
            encoding,
            decoder: encoding.new_decoder_with_bom_removal(),
            bytes: first.len(),
            first: Some(first),
            text: String::new(),
            begun: 0,
            line: 0,
            is_over: false,
        })
    }

    /// The next line, without its end, and its number from 1.
    ///
    /// # Errors
    /// `unreadable`, `not_in_encoding`, `too_large`, `line_too_long`.
    pub(super) fn next(&mut self) -> Result<Option<(usize, String)>, ReadError> {
        loop {
            let rest = &self.text[self.begun..];
            let found = rest.find(['\r', '\n']);
            // What follows in the next block may belong to the same end.
            let found = found.filter(|at| self.is_over || !matches!(&rest[*at..], "\r" | "\r\r"));
            if let Some(length) = found {
                let ends = ["\r\r\n", "\r\n"];
                let end = ends.into_iter().find(|end| rest[length..].starts_with(end));
                let line = rest[..length].to_owned();
                self.begun += length + end.map_or(1, str::len);
                return self.counted(line).map(Some);
            }
            if rest.len() > LONGEST_LINE {
                return Err(self.too_long());
            }
            if self.is_over {
                let line = rest.to_owned();
                self.begun = self.text.len();
                return if line.is_empty() {
                    Ok(None)
                } else {
                    self.counted(line).map(Some)
                };
            }
            self.more()?;
        }
    }

    fn counted(&mut self, line: String) -> Result<(usize, String), ReadError> {
        if line.len() > LONGEST_LINE {
            return Err(self.too_long());
        }
        self.line += 1;
        Ok((self.line, line))
    }

    fn too_long(&self) -> ReadError {
        refused("line_too_long", (self.line + 1, 0), values! { "most" => LONGEST_LINE })
    }

    /// Decodes another block.
    fn more(&mut self) -> Result<(), ReadError> {
        self.text.drain(..self.begun);
        self.begun = 0;
        let block = match self.first.take() {
            Some(first) => first,
            None => {
                let next = block(self.from)?;
                self.bytes += next.len();
                next
            }
        };
        if self.bytes > LARGEST {
            let values = values! { "bytes" => self.bytes, "most" => LARGEST };
            return Err(refused("too_large", (0, 0), values));
        }
        self.is_over = block.len() < BLOCK;
        let longest = self.decoder.max_utf8_buffer_length(block.len()).unwrap_or(BLOCK * 4);
        self.text.reserve(longest);
        let decoded = self
            .decoder
            .decode_to_string_without_replacement(&block, &mut self.text, self.is_over);
        // A file without letters of its encoding has a zero in it sooner or later, which no log has.
        if matches!(decoded.0, DecoderResult::Malformed(..)) || self.text.contains('\0') {
            let good = self.text.split('\0').next().unwrap_or_default();
            let line = self.line + crate::text::line_ends(good.as_bytes()) + 1;
            let values = values! { "encoding" => self.encoding.name() };
            return Err(refused("not_in_encoding", (line, 0), values));
        }
        Ok(())
    }
}

fn labelled(name: &str, line: usize) -> Result<&'static Encoding, ReadError> {
    Encoding::for_label(name.trim().as_bytes())
        .ok_or_else(|| refused("unknown_encoding", (line, 0), values! { "encoding" => name }))
}

/// The encoding that a head names, which is written in letters that every encoding of logs shares, and its line.
fn declared(first: &[u8], head: Option<&Head>) -> Option<(String, usize)> {
    let head = head?;
    let word = head.encoding.as_deref()?;
    let text = String::from_utf8_lossy(first);
    let text = text.replace("\r\n", "\n");
    text.split(['\r', '\n']).enumerate().take(100).find_map(|(at, line)| {
        let said = line.trim_start().strip_prefix(head.begins.as_str())?;
        Some((said_after(said, word)?, at + 1))
    })
}

/// What a head's line says after a word: `Date: 04.07.2024`, `DATE=20240704`, `date 2024-07-04`.
pub(super) fn said_after(line: &str, word: &str) -> Option<String> {
    let line = line.trim_start();
    let begins = line.get(..word.len())?;
    if begins.to_lowercase() != word.to_lowercase() {
        return None;
    }
    let rest = &line[word.len()..];
    let said = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '='));
    let is_word = said.len() < rest.len() && !said.trim().is_empty();
    is_word.then(|| said.trim().to_owned())
}

/// What a head says, as far as it was read.
#[derive(Default)]
pub(super) struct Said {
    pub(super) date: Option<(usize, String)>,
    pub(super) pivot: Option<(usize, String)>,
    pub(super) channel: Option<String>,
}

impl Said {
    /// Whether a line is one of the head's; what it says is kept.
    pub(super) fn take(&mut self, line: &str, number: usize, head: Option<&Head>) -> bool {
        let Some(head) = head else { return false };
        let Some(said) = line.trim_start().strip_prefix(head.begins.as_str()) else {
            return false;
        };
        let after = |word: &Option<String>| said_after(said, word.as_deref()?);
        if let Some(date) = after(&head.date) {
            self.date = Some((number, date));
        }
        if let Some(pivot) = after(&head.pivot) {
            self.pivot = Some((number, pivot));
        }
        if let Some(channel) = after(&head.channel) {
            self.channel = Some(channel);
        }
        true
    }
}

/// A line's cells, by a sign that divides them.
pub(super) struct Divider {
    reader: csv_core::Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    cells: Vec<String>,
}

impl Divider {
    pub(super) fn of(delimiter: u8, quote: Option<u8>) -> Self {
        let mut builder = csv_core::ReaderBuilder::new();
        builder.delimiter(delimiter);
        match quote {
            Some(quote) => builder.quote(quote),
            None => builder.quoting(false),
        };
        Self {
            reader: builder.build(),
            output: vec![0; LONGEST_LINE + 1],
            ends: vec![0; LONGEST_LINE + 1],
            cells: Vec::new(),
        }
    }

    /// The cells of a line; none where it ends within a quotation.
    pub(super) fn cells(&mut self, line: &str) -> Option<&[String]> {
        self.reader.reset();
        self.cells.clear();
        let (result, _, written, count) = {
            let mut with_end = Vec::with_capacity(line.len() + 1);
            with_end.extend_from_slice(line.as_bytes());
            with_end.push(b'\n');
            self.reader.read_record(&with_end, &mut self.output, &mut self.ends)
        };
        if !matches!(result, csv_core::ReadRecordResult::Record) {
            return None;
        }
        let mut from = 0;
        for &end in &self.ends[..count] {
            let cell = self.output.get(from..end.min(written))?;
            self.cells.push(String::from_utf8_lossy(cell).into_owned());
            from = end;
        }
        Some(&self.cells)
    }
}
