//! How documents are laid out: a record a line, as a person would write and compare them.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// Lists whose members stand on lines of their own, wherever they are; so do the members of the document and its own lists.
const BROKEN: [&str; 4] = ["seasons", "episodes", "versions", "refusals"];

/// Writes a document, ended by a line break.
pub(crate) fn write(document: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *to, Layout::default());
    document.serialize(&mut serializer)?;
    to.write_all(b"\n")
}

#[derive(Default)]
struct Layout {
    /// The objects and lists that are open, and whether their members stand on lines of their own.
    open: Vec<bool>,
    /// Lines are indented by the lists that are broken.
    indent: usize,
    key: String,
    in_key: bool,
    empty: bool,
}

impl Layout {
    fn begin<W: ?Sized + Write>(&mut self, to: &mut W, bracket: &[u8], broken: bool) -> io::Result<()> {
        self.open.push(broken);
        self.indent += usize::from(broken);
        self.empty = true;
        to.write_all(bracket)
    }

    fn end<W: ?Sized + Write>(&mut self, to: &mut W, bracket: &[u8]) -> io::Result<()> {
        let broken = self.open.pop().unwrap_or_default();
        self.indent -= usize::from(broken);
        if broken && !self.empty {
            self.line(to)?;
        }
        self.empty = false;
        to.write_all(bracket)
    }

    fn member<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        let broken = self.open.last().copied().unwrap_or_default();
        self.empty = false;
        match (first, broken) {
            (true, false) => Ok(()),
            (false, false) => to.write_all(b", "),
            (true, true) => self.line(to),
            (false, true) => {
                to.write_all(b",")?;
                self.line(to)
            }
        }
    }

    fn line<W: ?Sized + Write>(&self, to: &mut W) -> io::Result<()> {
        to.write_all(b"\n")?;
        (0..self.indent).try_for_each(|_| to.write_all(b"  "))
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        let broken = self.open.len() == 1 || BROKEN.contains(&self.key.as_str());
        self.begin(to, b"[", broken)
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        // A list in a list is not the list that the key named.
        self.key.clear();
        self.member(to, first)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        let broken = self.open.is_empty();
        self.begin(to, b"{", broken)
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.key.clear();
        self.in_key = true;
        self.member(to, first)
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.in_key = false;
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(b": ")
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        if self.in_key {
            self.key.push_str(fragment);
        }
        to.write_all(fragment.as_bytes())
    }
}
