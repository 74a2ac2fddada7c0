//! XML as formats are written in it: a tag at a time, escaped by the library, without characters that XML cannot carry.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::text::carried;

/// A document under way.
pub(crate) struct Xml<'a> {
    to: Writer<&'a mut dyn Write>,
    /// Characters left out that XML cannot carry.
    pub(crate) dropped: usize,
}

impl<'a> Xml<'a> {
    /// A document in UTF-8 that begins with its declaration.
    pub(crate) fn begin(to: &'a mut dyn Write) -> io::Result<Self> {
        let mut own = Self::bare(to);
        own.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(own)
    }

    /// A document without a declaration.
    pub(crate) fn bare(to: &'a mut dyn Write) -> Self {
        Self {
            to: Writer::new_with_indent(to, b' ', 2),
            dropped: 0,
        }
    }

    /// The document type.
    pub(crate) fn doctype(&mut self, text: &str) -> io::Result<()> {
        self.put(Event::DocType(BytesText::from_escaped(text)))
    }

    /// Ends the document by a line break; the number of characters left out.
    pub(crate) fn end(mut self) -> io::Result<usize> {
        self.to.get_mut().write_all(b"\n")?;
        Ok(self.dropped)
    }

    /// An element with nothing but a text.
    pub(crate) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        let text = carried(text, &mut self.dropped);
        self.put(Event::Text(BytesText::new(&text)))?;
        self.close(name)
    }

    /// An element with a text that is the program's own and stands as it is.
    pub(crate) fn verbatim(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.open(name, &[])?;
        self.put(Event::Text(BytesText::from_escaped(text)))?;
        self.close(name)
    }

    /// An element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let element = self.start(name, attributes);
        self.put(Event::Empty(element))
    }

    /// The start of an element.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        let start = self.start(name, attributes);
        self.put(Event::Start(start))
    }

    /// The end of an element.
    pub(crate) fn close(&mut self, name: &str) -> io::Result<()> {
        self.put(Event::End(BytesEnd::new(name)))
    }

    fn start<'n>(&mut self, name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
        let mut start = BytesStart::new(name);
        for &(key, value) in attributes {
            start.push_attribute((key, &*carried(value, &mut self.dropped)));
        }
        start
    }

    fn put(&mut self, event: Event<'_>) -> io::Result<()> {
        self.to.write_event(event)
    }
}
