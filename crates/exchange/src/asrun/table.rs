//! Logs of lines: delimited, or of fixed width.

use std::io::Read;

use arna_domain::values;

use super::letters::{self, Divider, Lines};
use super::mapping::{Column, Ignored, Mapping, Rows};
use super::rows::{Cell, Said, Taking};
use super::{About, Log};
use crate::ReadError;
use crate::received::At;
use crate::xml_in::refused;

/// Reads a log.
///
/// # Errors
/// See [`super::read`].
pub(super) fn read(from: &mut dyn Read, mapping: &Mapping, about: &About<'_>) -> Result<Log, ReadError> {
    let mut lines = Lines::of(from, mapping)?;
    let mut taking = Taking::of(mapping, about)?;
    let mut shape = Shape::of(mapping);
    let mut head = letters::Said::default();
    let mut places: Option<Places<'_>> = None;
    while let Some((number, line)) = lines.next()? {
        let is_skipped = number <= mapping.skip_lines as usize;
        if head.take(&line, number, mapping.head.as_ref()) || is_skipped || line.trim().is_empty() {
            continue;
        }
        let Some(record) = shape.record(&line) else {
            taking.remark("asrun_quote_open", At::Line(number), values! {});
            continue;
        };
        let Some(places) = &places else {
            // What the head says holds from the first row on.
            taking.head(&head)?;
            let (found, are_heads) = Places::of(mapping, &record, number)?;
            if !are_heads {
                taking.row(found.said(&record, number))?;
            }
            places = Some(found);
            continue;
        };
        taking.row(places.said(&record, number))?;
    }
    taking.over()
}

/// A line of a log as it falls into cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine {
    /// Its number, from 1.
    pub number: usize,
    /// Its cells; of fixed width: the line.
    pub cells: Vec<String>,
    /// What it is for.
    pub part: Part,
}

/// What a line of a log is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is passed over, before anything is read.
    Skipped,
    /// It says something of the whole log.
    Head,
    /// It names the columns.
    Heads,
    /// It is a row.
    Row,
}

/// How the first lines of a log fall into cells, whatever the mapping says of these.
///
/// # Errors
/// `unreadable`, `unknown_encoding`, `not_in_encoding`, `too_large`, `line_too_long`.
pub(super) fn look(from: &mut dyn Read, mapping: &Mapping, most: usize) -> Result<Vec<RawLine>, ReadError> {
    let mut lines = Lines::of(from, mapping)?;
    let mut shape = Shape::of(mapping);
    let mut head = letters::Said::default();
    let mut has_heads = matches!(&mapping.rows, Rows::Delimited(rows) if rows.heads);
    let mut all = Vec::new();
    while all.len() < most
        && let Some((number, line)) = lines.next()?
    {
        let part = if head.take(&line, number, mapping.head.as_ref()) {
            Part::Head
        } else if number <= mapping.skip_lines as usize {
            Part::Skipped
        } else if line.trim().is_empty() {
            continue;
        } else if std::mem::take(&mut has_heads) {
            Part::Heads
        } else {
            Part::Row
        };
        let cells = match (part, shape.record(&line)) {
            (Part::Heads | Part::Row, Some(Record::Cells(cells))) => cells.to_vec(),
            _ => vec![line.clone()],
        };
        all.push(RawLine { number, cells, part });
    }
    Ok(all)
}

/// How a line falls into cells.
enum Shape {
    Delimited(Box<Divider>),
    Fixed,
}

/// A line, fallen into cells.
enum Record<'l> {
    Cells(&'l [String]),
    Line(&'l str),
}

impl Shape {
    fn of(mapping: &Mapping) -> Self {
        match &mapping.rows {
            Rows::Delimited(rows) => {
                let sign = |text: &str| text.bytes().next();
                let delimiter = sign(&rows.delimiter).unwrap_or(b',');
                Self::Delimited(Box::new(Divider::of(delimiter, sign(&rows.quote))))
            }
            Rows::Fixed(_) | Rows::Bxf(_) => Self::Fixed,
        }
    }

    fn record<'l>(&'l mut self, line: &'l str) -> Option<Record<'l>> {
        match self {
            Self::Delimited(divider) => divider.cells(line).map(Record::Cells),
            Self::Fixed => Some(Record::Line(line)),
        }
    }
}

/// Where a cell stands: its number, or its characters, from 0.
#[derive(Clone, Copy, Debug)]
enum Place {
    Cell(usize),
    Span(usize, usize),
}

impl Record<'_> {
    fn cell(&self, place: Place, line: usize) -> Option<Cell> {
        let (text, column) = match (self, place) {
            (Self::Cells(cells), Place::Cell(at)) => (cells.get(at)?.as_str(), at + 1),
            (Self::Line(text), Place::Span(from, to)) => {
                let begins = text.char_indices().nth(from)?.0;
                let rest = &text[begins..];
                let ends = rest.char_indices().nth(to - from).map_or(rest.len(), |(at, _)| at);
                (&rest[..ends], from + 1)
            }
            _ => return None,
        };
        let text = crate::text::line(text)?;
        Some(Cell {
            text,
            at: At::Field { line, column },
        })
    }
}

/// Where what stands in each row.
struct Places<'m> {
    columns: Vec<(&'static str, Place)>,
    ignore: Vec<(&'m Ignored, Place)>,
}

impl<'m> Places<'m> {
    /// What the mapping says, with the first row for heads where it has some; whether it does.
    fn of(mapping: &'m Mapping, first: &Record<'_>, line: usize) -> Result<(Self, bool), ReadError> {
        let are_heads = matches!(&mapping.rows, Rows::Delimited(rows) if rows.heads);
        let heads: Vec<String> = match first {
            Record::Cells(cells) if are_heads => cells.iter().map(|head| small(head)).collect(),
            _ => Vec::new(),
        };
        let place = |path: String, column: &Column| match column {
            Column::Number(number) => Ok(Place::Cell((*number as usize).saturating_sub(1))),
            Column::Span(from, to) => Ok(Place::Span((*from as usize).saturating_sub(1), *to as usize)),
            Column::Head(head) => heads
                .iter()
                .position(|one| *one == small(head))
                .map(Place::Cell)
                .ok_or_else(|| {
                    let known: Vec<&str> = heads
                        .iter()
                        .filter(|head| !head.is_empty())
                        .map(String::as_str)
                        .collect();
                    let known: String = known.join(", ").chars().take(300).collect();
                    let values = values! { "head" => head.as_str(), "known" => known };
                    ReadError {
                        path,
                        ..refused("asrun_no_column", (line, 0), values)
                    }
                }),
        };
        let mut columns = Vec::new();
        for (name, column) in mapping.columns.named() {
            if let Some(column) = column {
                columns.push((name, place(format!("columns.{name}"), column)?));
            }
        }
        let mut ignore = Vec::new();
        for (at, ignored) in mapping.ignore.iter().enumerate() {
            ignore.push((ignored, place(format!("ignore[{at}].column"), &ignored.column)?));
        }
        Ok((Self { columns, ignore }, are_heads))
    }

    fn said(&self, record: &Record<'_>, line: usize) -> Said {
        let mut said = Said::at(At::Line(line));
        said.is_ignored = self.ignore.iter().any(|(ignored, place)| {
            let cell = record.cell(*place, line);
            ignored.means(cell.as_ref().map_or("", |cell| &cell.text))
        });
        for (name, place) in &self.columns {
            let cell = record.cell(*place, line);
            let own = match *name {
                "date" => &mut said.date,
                "start" => &mut said.start,
                "end" => &mut said.end,
                "duration" => &mut said.duration,
                "house_number" => &mut said.house_number,
                "title" => &mut said.title,
                "episode" => &mut said.episode,
                "channel" => &mut said.channel,
                _ => &mut said.status,
            };
            *own = cell;
        }
        said
    }
}

/// A head as it is compared: case and spaces do not count.
fn small(head: &str) -> String {
    let head = head.trim_start_matches('\u{feff}').to_lowercase();
    head.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Ignored {
    /// Whether a cell of this text is meant.
    pub(super) fn means(&self, text: &str) -> bool {
        let small = text.to_lowercase();
        self.is.iter().any(|word| word.to_lowercase() == small)
            || self.begins.iter().any(|word| small.starts_with(&word.to_lowercase()))
    }
}
