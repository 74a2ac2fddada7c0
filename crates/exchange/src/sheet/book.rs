//! A book of sheets as plain cells. A book is hostile input: what it unpacks to is counted before it is believed.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use std::time::Duration;

use arna_domain::{BroadcastDate, Values, values};
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader as _, Xlsx};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::delimiter::delimiter;

/// The largest file, in bytes.
const LARGEST_FILE: usize = 64 << 20;
/// The most that an archive may unpack to, in bytes.
const LARGEST_UNPACKED: u64 = 256 << 20;
/// The most parts of an archive.
const MOST_PARTS: usize = 4_096;
/// The most rows of a sheet.
const MOST_ROWS: usize = 200_000;
/// The most columns.
const MOST_COLUMNS: usize = 512;
/// The most cells of a sheet, empty ones between others among them.
const MOST_CELLS: usize = 4_000_000;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, never blank.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, with the seconds after its midnight; no date where only a time of day stands there.
    Time(Option<BroadcastDate>, i64),
    /// A span of time in seconds.
    Span(i64),
    /// What a formula failed with: `#REF!`.
    Fault(String),
}

impl Cell {
    /// As a person sees it.
    pub fn shown(&self) -> String {
        let clock = |seconds: i64| {
            let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
            match seconds % 60 {
                0 => format!("{hours:02}:{minutes:02}"),
                rest => format!("{hours:02}:{minutes:02}:{rest:02}"),
            }
        };
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Time(Some(date), 0) => date.to_string(),
            Self::Time(Some(date), seconds) => format!("{date} {}", clock(*seconds)),
            Self::Time(None, seconds) | Self::Span(seconds) => clock(*seconds),
        }
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }
}

/// Merged cells: the first and the last, rows and columns from 0.
pub type Area = [(usize, usize); 2];

/// A sheet: its rows from the first one on, as many cells as each has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows; the first is row 1.
    pub rows: Vec<Vec<Cell>>,
    /// Cells that show what stands above them, since they are merged: row and column from 0.
    pub merged: Vec<(usize, usize)>,
    /// Where cells are merged: the first cell of each area and the last, rows and columns from 0. Tables have none.
    pub areas: Vec<Area>,
}

/// A book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// Its sheets.
    pub sheets: Vec<Sheet>,
}

/// How the letters of a table without a mark are coded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 where it is that, else Windows-1251.
    #[default]
    Guessed,
    /// Windows-1251: Kazakh in part, Russian.
    Windows1251,
    /// GB 18030: Chinese.
    Gb18030,
}

/// Why a book could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It is none of the kinds known, or damaged.
    #[error("no spreadsheet: {0}")]
    Unreadable(String),
    /// It holds more than is read.
    #[error("{what}: more than {most}")]
    TooLarge {
        /// Of what: `bytes`, `unpacked`, `parts`, `rows`, `columns`, `cells`.
        what: &'static str,
        /// The most.
        most: u64,
    },
    /// A quotation of a table is not closed where its row ends, and takes in the lines below.
    #[error("line {line}: a quotation is not closed")]
    QuoteOpen {
        /// The line that its row begins in, from 1.
        line: usize,
    },
    /// It has no sheet, or none with anything in it.
    #[error("an empty spreadsheet")]
    Empty,
}

impl SheetError {
    /// The code: the message `failure-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "sheet_unreadable",
            Self::TooLarge { .. } => "sheet_too_large",
            Self::QuoteOpen { .. } => "sheet_quote_open",
            Self::Empty => "sheet_empty",
        }
    }

    /// The code's values.
    pub fn values(&self) -> Values {
        match self {
            Self::Unreadable(why) => values! { "why" => why },
            Self::TooLarge { what, most } => values! { "what" => what, "most" => most },
            Self::QuoteOpen { line } => values! { "line" => line },
            Self::Empty => values! {},
        }
    }
}

/// The book in these bytes; what kind it is its own bytes tell.
///
/// # Errors
/// See [`SheetError`].
pub fn read(bytes: &[u8], encoding: Encoding) -> Result<Book, SheetError> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large("bytes", LARGEST_FILE as u64));
    }
    let book = if bytes.starts_with(b"PK\x03\x04") {
        archive(bytes)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        // The binary form of before 2007, or a book with a password.
        return Err(SheetError::Unreadable("xls".to_owned()));
    } else {
        table(bytes, encoding)?
    };
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(SheetError::Empty);
    }
    Ok(book)
}

fn too_large(what: &'static str, most: u64) -> SheetError {
    SheetError::TooLarge { what, most }
}

fn unreadable(error: &impl ToString) -> SheetError {
    SheetError::Unreadable(error.to_string())
}

fn archive(bytes: &[u8]) -> Result<Book, SheetError> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    if parts.len() > MOST_PARTS {
        return Err(too_large("parts", MOST_PARTS as u64));
    }
    // What a part says of its size is not believed: it is unpacked into nothing, and counted.
    let mut left = LARGEST_UNPACKED;
    let mut is_ods = false;
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(|error| unreadable(&error))?;
        is_ods |= part.name().is_ok_and(|name| name == "content.xml");
        let copied = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let size = copied.map_err(|error| unreadable(&error))?;
        if size > left {
            return Err(too_large("unpacked", LARGEST_UNPACKED));
        }
        left -= size;
    }
    if is_ods {
        let mut content = Vec::new();
        let part = parts.by_name("content.xml").map_err(|error| unreadable(&error))?;
        part.take(LARGEST_UNPACKED)
            .read_to_end(&mut content)
            .map_err(|error| unreadable(&error))?;
        ods(bytes, looked_through(&content)?)
    } else {
        xlsx(bytes)
    }
}

fn xlsx(bytes: &[u8]) -> Result<Book, SheetError> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut book = Book::default();
    for name in file.sheet_names() {
        let merged = file.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut sheet = Sheet {
            name: name.clone(),
            ..Sheet::default()
        };
        let mut cells = 0_usize;
        {
            let Ok(mut reader) = file.worksheet_cells_reader(&name) else {
                // A chart is a sheet without cells.
                continue;
            };
            while let Some(cell) = reader.next_cell().map_err(|error| unreadable(&error))? {
                let (row, column) = cell.get_position();
                put(
                    &mut sheet,
                    row as usize,
                    column as usize,
                    of_xlsx(cell.get_value()),
                    &mut cells,
                )?;
            }
        }
        let corner = |(row, column): (u32, u32)| (row as usize, column as usize);
        sheet.areas = merged
            .iter()
            .map(|area| [corner(area.start), corner(area.end)])
            .collect();
        spread(&mut sheet)?;
        book.sheets.push(sheet);
    }
    Ok(book)
}

fn put(sheet: &mut Sheet, row: usize, column: usize, cell: Cell, cells: &mut usize) -> Result<(), SheetError> {
    if cell.is_empty() {
        return Ok(());
    }
    if row >= MOST_ROWS {
        return Err(too_large("rows", MOST_ROWS as u64));
    }
    if column >= MOST_COLUMNS {
        return Err(too_large("columns", MOST_COLUMNS as u64));
    }
    if sheet.rows.len() <= row {
        sheet.rows.resize_with(row + 1, Vec::new);
    }
    let own = &mut sheet.rows[row];
    if own.len() <= column {
        *cells += column + 1 - own.len();
        if *cells > MOST_CELLS {
            return Err(too_large("cells", MOST_CELLS as u64));
        }
        own.resize_with(column + 1, Cell::default);
    }
    own[column] = cell;
    Ok(())
}

/// What stands in a merged cell is meant for every row that it covers, in its first column.
fn spread(sheet: &mut Sheet) -> Result<(), SheetError> {
    let below = sheet.rows.len().saturating_sub(1);
    let mut covered = 0_usize;
    for [(first, column), (last, _)] in &sheet.areas {
        let value = sheet.rows.get(*first).and_then(|row| row.get(*column)).cloned();
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            continue;
        };
        for at in first + 1..=(*last).min(below) {
            // Areas do not overlap, unless somebody means harm.
            covered += 1;
            if covered > MOST_CELLS {
                return Err(too_large("cells", MOST_CELLS as u64));
            }
            let row = &mut sheet.rows[at];
            if row.iter().all(Cell::is_empty) {
                continue;
            }
            if row.len() <= *column {
                row.resize_with(column + 1, Cell::default);
            }
            row[*column] = value.clone();
            sheet.merged.push((at, *column));
        }
    }
    Ok(())
}

/// The cell of a text.
pub(super) fn text(text: &str) -> Cell {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    if trimmed.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(trimmed.to_owned())
    }
}

fn of_xlsx(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(shared) => text(shared),
        other => of_data(&Data::from(other.clone())),
    }
}

fn of_data(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(own) | Data::DateTimeIso(own) | Data::DurationIso(own) => text(own),
        Data::Float(number) => Cell::Number(*number),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Bool(yes) => Cell::Number(f64::from(u8::from(*yes))),
        Data::Error(error) => Cell::Fault(error.to_string()),
        Data::DateTime(serial) => of_serial(serial),
    }
}

/// What a number of days says of time, to the nearest second, the date with it: 23:59:59.6 is the next day's midnight.
fn of_serial(serial: &ExcelDateTime) -> Cell {
    let days = serial.as_f64();
    let seconds = (days * 86_400.0).round();
    if !seconds.is_finite() || !(0.0..1e12).contains(&seconds) {
        return Cell::Fault(days.to_string());
    }
    let seconds = seconds as i64;
    if serial.is_duration() {
        return Cell::Span(seconds);
    }
    if seconds < 86_400 {
        return Cell::Time(None, seconds);
    }
    let Some(at) = serial.as_datetime() else {
        return Cell::Fault(days.to_string());
    };
    let nearest = (at + Duration::from_millis(500)).and_utc();
    Cell::Time(
        Some(nearest.date_naive().into()),
        nearest.timestamp().rem_euclid(86_400),
    )
}

fn ods(bytes: &[u8], mut areas: HashMap<String, Vec<Area>>) -> Result<Book, SheetError> {
    let mut file: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut book = Book::default();
    for name in file.sheet_names() {
        let range = file.worksheet_range(&name).map_err(|error| unreadable(&error))?;
        let mut sheet = Sheet {
            areas: areas.remove(&name).unwrap_or_default(),
            name,
            ..Sheet::default()
        };
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = 0;
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row + top as usize, column + left as usize);
            put(&mut sheet, row, column, of_iso(of_data(value), value), &mut cells)?;
        }
        spread(&mut sheet)?;
        book.sheets.push(sheet);
    }
    Ok(book)
}

/// Dates and spans of ODS are texts: `2024-07-01T21:00:00`, `PT21H00M00S`.
fn of_iso(cell: Cell, value: &Data) -> Cell {
    match value {
        Data::DateTimeIso(own) => {
            let date = own.get(..10).and_then(BroadcastDate::parse);
            let seconds = own.get(11..).map_or(Some(0), iso_clock);
            date.zip(seconds).map_or(cell, |(date, seconds)| {
                let date = date.plus_days(seconds.div_euclid(86_400));
                Cell::Time(Some(date), seconds.rem_euclid(86_400))
            })
        }
        Data::DurationIso(own) => iso_span(own).map_or(cell, |seconds| {
            if seconds < 86_400 {
                Cell::Time(None, seconds)
            } else {
                Cell::Span(seconds)
            }
        }),
        _ => cell,
    }
}

/// `20:59:59.999999999`: seconds after midnight, the nearest.
fn iso_clock(time: &str) -> Option<i64> {
    let (whole, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
    Some(super::cells::clock_seconds(whole)? + nearest_second(fraction)?)
}

/// The nearest whole second to a fraction of one, of which these are the digits.
fn nearest_second(fraction: &str) -> Option<i64> {
    let first = fraction.bytes().next()?;
    let good = fraction.bytes().all(|b| b.is_ascii_digit());
    good.then(|| i64::from(first >= b'5'))
}

/// `PT20H59M59.999999999S`: seconds, the nearest.
fn iso_span(span: &str) -> Option<i64> {
    let mut seconds = 0_i64;
    let mut rest = span.strip_prefix("PT")?;
    while let Some(end) = rest.find(['H', 'M', 'S']) {
        let (number, unit) = (&rest[..end], rest.as_bytes()[end]);
        let (whole, fraction) = match number.split_once(['.', ',']) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (number, None),
        };
        let good = (1..=12).contains(&whole.len()) && whole.bytes().all(|b| b.is_ascii_digit());
        let whole = good.then(|| whole.parse::<i64>().ok())??;
        let part = match (unit, fraction) {
            (b'H', None) => whole * 3_600,
            (b'M', None) => whole * 60,
            (b'S', None) => whole,
            (b'S', Some(fraction)) => whole + nearest_second(fraction)?,
            // Only seconds have fractions there.
            _ => return None,
        };
        seconds = seconds.checked_add(part)?;
        rest = &rest[end + 1..];
    }
    rest.is_empty().then_some(seconds)
}

/// A table of ODS while it is looked through.
struct Looked {
    /// Its name; none for one within a cell, which is no sheet.
    name: Option<String>,
    areas: Vec<Area>,
    cells: u64,
    row: u64,
    row_repeats: u64,
    /// Cells of the row so far.
    column: u64,
    /// Those of them that are kept.
    kept: u64,
}

impl Looked {
    fn row(&mut self, repeats: u64) {
        (self.row_repeats, self.column, self.kept) = (repeats, 0, 0);
    }

    /// A cell, over so many rows and columns; one without a value at the end of a row is not kept.
    fn cell(&mut self, repeats: u64, (rows, columns): (u64, u64), is_kept: bool) {
        if rows > 1 || columns > 1 {
            let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
            let last = |first: u64, count: u64| place(first.saturating_add(count.max(1) - 1));
            let first = [self.row, self.column].map(place);
            let last = [last(self.row, rows), last(self.column, columns)];
            self.areas.push([first.into(), last.into()]);
        }
        self.column = self.column.saturating_add(repeats);
        if is_kept {
            self.kept = self.column;
        }
    }

    fn row_ends(&mut self) -> Result<(), SheetError> {
        self.row = self.row.saturating_add(self.row_repeats);
        self.cells = self.cells.saturating_add(self.row_repeats.saturating_mul(self.kept));
        if self.cells > MOST_CELLS as u64 {
            return Err(too_large("cells", MOST_CELLS as u64));
        }
        Ok(())
    }
}

/// Where cells of ODS are merged, by the name of the sheet. Rows and cells may be said to repeat, and a short text may mean a thousand
/// million cells: they are counted.
fn looked_through(content: &[u8]) -> Result<HashMap<String, Vec<Area>>, SheetError> {
    let mut reader = quick_xml::Reader::from_reader(content);
    let (mut open, mut areas) = (Vec::<Looked>::new(), HashMap::new());
    let mut buffer = Vec::new();
    loop {
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|error| unreadable(&error))?;
        let number = |element: &BytesStart<'_>, name: &str| {
            let found = element.attributes().flatten().find(|one| one.key.as_ref() == name);
            found.and_then(|one| one.value.parse::<u64>().ok()).unwrap_or(1)
        };
        match (&event, open.last_mut()) {
            (Event::Start(element), _) if element.name().as_ref() == "table:table" => {
                let mut attributes = element.attributes().flatten();
                let name = attributes.find(|one| one.key.as_ref() == "table:name");
                let name = name.and_then(|one| one.normalized_value(XmlVersion::Implicit1_0).ok().map(String::from));
                open.push(Looked {
                    name: name.filter(|_| open.is_empty()),
                    areas: Vec::new(),
                    cells: 0,
                    row: 0,
                    row_repeats: 1,
                    column: 0,
                    kept: 0,
                });
            }
            (Event::Start(element) | Event::Empty(element), Some(table)) => match element.name().as_ref() {
                "table:table-row" => table.row(number(element, "table:number-rows-repeated")),
                "table:table-cell" | "table:covered-table-cell" => {
                    let rows = number(element, "table:number-rows-spanned");
                    let columns = number(element, "table:number-columns-spanned");
                    let repeats = number(element, "table:number-columns-repeated");
                    table.cell(repeats, (rows, columns), matches!(event, Event::Start(_)));
                }
                _ => {}
            },
            (Event::End(element), Some(table)) => match element.name().as_ref() {
                "table:table-row" => table.row_ends()?,
                "table:table" => {
                    let table = open.pop();
                    areas.extend(table.and_then(|table| Some((table.name?, table.areas))));
                }
                _ => {}
            },
            (Event::Eof, _) => return Ok(areas),
            _ => {}
        }
        buffer.clear();
    }
}

fn table(bytes: &[u8], encoding: Encoding) -> Result<Book, SheetError> {
    let decoded = match (encoding_rs::Encoding::for_bom(bytes), encoding) {
        (Some((known, _)), _) => known.decode(bytes).0,
        (None, Encoding::Gb18030) => encoding_rs::GB18030.decode(bytes).0,
        (None, Encoding::Windows1251) => encoding_rs::WINDOWS_1251.decode(bytes).0,
        (None, Encoding::Guessed) => match std::str::from_utf8(bytes) {
            Ok(own) => own.into(),
            Err(_) => encoding_rs::WINDOWS_1251.decode(bytes).0,
        },
    };
    if decoded.contains('\0') {
        return Err(SheetError::Unreadable("no text".to_owned()));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&decoded))
        .from_reader(decoded.as_bytes());
    let mut sheet = Sheet::default();
    let mut cells = 0;
    let (mut row, mut counted) = (0, 0);
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        // Empty lines, which a reader passes over, still count: a person is told the line that an editor shows.
        let at = record.position().map_or(0, csv::Position::byte);
        let at = usize::try_from(at).unwrap_or(usize::MAX).min(decoded.len());
        let before = decoded.as_bytes()[at..]
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let begins = at + before.count();
        let passed = &decoded.as_bytes()[counted..begins];
        closed(passed, row)?;
        row += crate::text::line_ends(passed);
        counted = begins;
        for (column, own) in record.iter().enumerate() {
            put(&mut sheet, row, column, text(own), &mut cells)?;
        }
    }
    closed(&decoded.as_bytes()[counted..], row)?;
    Ok(Book { sheets: vec![sheet] })
}

/// Refuses a row of a table over several lines whose quotation marks are no pairs: it would hold other rows, and nobody be told.
fn closed(record: &[u8], row: usize) -> Result<(), SheetError> {
    let marks = record.iter().filter(|byte| **byte == b'"').count();
    if marks % 2 == 1 && crate::text::line_ends(record.trim_ascii_end()) > 0 {
        return Err(SheetError::QuoteOpen { line: row + 1 });
    }
    Ok(())
}
