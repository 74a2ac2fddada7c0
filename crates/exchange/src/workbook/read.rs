//! Reading a workbook: which sheet it is, what its columns mean, and what each row says. What cannot be read is told cell by cell.

use std::collections::HashMap;

use arna_domain::id::LONGEST_ID;
use arna_domain::{Values, values};

use super::columns::{Column, Field, Kind, Table, is_guide};
use super::value::{Value, clean};
use crate::csv::restored;
use crate::received::At;
use crate::sheet::{Book, Cell, Sheet};

/// Rows among which the heads are looked for.
const HEAD_ROWS: usize = 30;
/// Faults that are told one by one; others are only counted.
const MOST_FAULTS: usize = 200;
/// The most of a cell that a fault shows, in characters.
const LONGEST_SHOWN: usize = 60;

/// Something about a cell that is told: the message `invalid-workbook_<code>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where.
    pub at: At,
    /// What.
    pub code: &'static str,
    /// With what values.
    pub values: Values,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadRow {
    /// Its place, from 0.
    pub row: usize,
    /// The id of what it tells.
    pub id: String,
    /// What its cells say, each with its place; none: an empty cell.
    pub cells: Vec<(usize, Column, Option<Value>)>,
    /// What stands where the column only tells what the row is of, with its place.
    pub told: Option<(usize, String)>,
    /// Whether it is marked to go.
    pub is_to_go: bool,
}

/// A sheet's rows.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRows {
    /// What its rows tell.
    pub table: Table,
    /// What it is called: the sheet's name, or the file's.
    pub name: String,
    /// Its columns that are read, each with its place.
    pub columns: Vec<(usize, Column)>,
    /// Its rows.
    pub rows: Vec<ReadRow>,
}

impl SheetRows {
    /// The cell of a column in a row; the id's where there is no such column.
    pub fn at(&self, row: usize, field: Field) -> At {
        let of = |wanted: Field| self.columns.iter().find(|(_, column)| column.field == wanted);
        let column = of(field).or_else(|| of(Field::Id)).map_or(0, |(at, _)| *at);
        self.cell(row, column)
    }

    /// A cell.
    pub fn cell(&self, row: usize, column: usize) -> At {
        At::Cell {
            sheet: self.name.clone(),
            row,
            column,
        }
    }
}

/// What a workbook says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its sheets that are known.
    pub sheets: Vec<SheetRows>,
    /// What keeps it from being taken.
    pub faults: Vec<Fault>,
    /// Faults beyond those told.
    pub further_faults: usize,
    /// What of it is passed over.
    pub remarks: Vec<Fault>,
}

/// Reads a book. A sheet is known by its name, in any language, else by its heads.
pub fn read_book(book: &Book) -> Workbook {
    let mut workbook = Workbook::default();
    for sheet in &book.sheets {
        if is_guide(&sheet.name) || sheet.rows.is_empty() {
            continue;
        }
        workbook.read(sheet, &sheet.name, Table::named(&sheet.name), Guards::None);
    }
    workbook
}

/// Reads a table beside others. It is known by the name of its file, in any language, else by its heads.
pub fn read_table(book: &Book, file: &str, into: &mut Workbook) {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    for sheet in &book.sheets {
        into.read(sheet, file, Table::named(stem), Guards::Signs);
    }
}

/// Whether texts that look like formulas have a sign before them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guards {
    Signs,
    None,
}

impl Workbook {
    /// Something that is passed over.
    pub fn remark(&mut self, at: At, code: &'static str, values: Values) {
        self.remarks.push(Fault { at, code, values });
    }

    /// Something that keeps the workbook from being taken.
    pub fn fault(&mut self, at: At, code: &'static str, values: Values) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { at, code, values });
        } else {
            self.further_faults += 1;
        }
    }

    fn read(&mut self, sheet: &Sheet, name: &str, known: Option<Table>, guards: Guards) {
        let mut own = SheetRows {
            table: Table::Channels,
            name: name.to_owned(),
            columns: Vec::new(),
            rows: Vec::new(),
        };
        let Some(table) = known.or_else(|| by_heads(sheet)) else {
            self.remark(own.cell(0, 0), "unknown_sheet", values! { "sheet" => name });
            return;
        };
        own.table = table;
        if self.sheets.iter().any(|other| other.table == table) {
            self.fault(own.cell(0, 0), "sheet_twice", values! { "sheet" => name });
            return;
        }
        let head = head_row(sheet, table);
        self.heads(sheet, head, &mut own);
        if !own.columns.iter().any(|(_, column)| column.field == Field::Id) {
            self.fault(own.cell(head, 0), "no_id_column", values! {});
            return;
        }
        self.merged(sheet, head, &own);
        self.rows(sheet, head, guards, &mut own);
        self.sheets.push(own);
    }

    fn heads(&mut self, sheet: &Sheet, head: usize, own: &mut SheetRows) {
        for (at, cell) in sheet.rows.get(head).into_iter().flatten().enumerate() {
            if cell.is_empty() {
                continue;
            }
            let shown = shown(cell);
            match own.table.column(&cell.shown()) {
                Some(column) if own.columns.iter().any(|(_, other)| *other == column) => {
                    self.fault(own.cell(head, at), "column_twice", values! { "found" => shown });
                }
                Some(column) => own.columns.push((at, column)),
                None => self.remark(own.cell(head, at), "unknown_column", values! { "found" => shown }),
            }
        }
    }

    /// Merged cells say something of one cell and nothing of the others: who merged them meant more, and nobody knows what.
    fn merged(&mut self, sheet: &Sheet, head: usize, own: &SheetRows) {
        for [(top, left), (bottom, right)] in &sheet.areas {
            let is_read = own.columns.iter().any(|(at, _)| (left..=right).contains(&at));
            if is_read && *bottom >= head {
                self.fault(own.cell(*top, *left), "merged", values! {});
            }
        }
    }

    fn rows(&mut self, sheet: &Sheet, head: usize, guards: Guards, own: &mut SheetRows) {
        let mut met: HashMap<String, usize> = HashMap::new();
        for (at, row) in sheet.rows.iter().enumerate().skip(head + 1) {
            // A row that only tells what it is of tells of nothing.
            let is_said = |(place, column): &(usize, Column)| {
                column.field.kind() != Kind::Told && row.get(*place).is_some_and(|cell| !cell.is_empty())
            };
            if !own.columns.iter().any(is_said) {
                continue;
            }
            if let Some(read) = self.row(own, at, row, guards) {
                match met.get(&read.id) {
                    Some(first) => {
                        let first = own.at(*first, Field::Id).shown();
                        let values = values! { "found" => read.id.as_str(), "first" => first };
                        self.fault(own.at(at, Field::Id), "id_twice", values);
                    }
                    None => {
                        met.insert(read.id.clone(), at);
                        own.rows.push(read);
                    }
                }
            }
        }
    }

    fn row(&mut self, own: &SheetRows, at: usize, row: &[Cell], guards: Guards) -> Option<ReadRow> {
        let mut read = ReadRow {
            row: at,
            id: String::new(),
            cells: Vec::new(),
            told: None,
            is_to_go: false,
        };
        let before = self.faults.len() + self.further_faults;
        for (place, column) in &own.columns {
            let cell = row.get(*place).cloned().unwrap_or_default();
            let cell = if guards == Guards::Signs { unguarded(cell) } else { cell };
            if column.field.kind() == Kind::Told {
                read.told = (!cell.is_empty()).then(|| (*place, clean(&cell.shown())));
                continue;
            }
            match Value::read(column.field.kind(), &cell) {
                Err(code) => {
                    let values = values! { "found" => shown(&cell), "field" => column.field.as_str() };
                    self.fault(own.cell(at, *place), code, values);
                }
                Ok(value) => match (column.field, value) {
                    (Field::Id, Some(Value::Text(id))) => read.id = id,
                    (Field::Id, _) => {}
                    (Field::Remove, value) => read.is_to_go = value.is_some(),
                    (_, value) => read.cells.push((*place, column.clone(), value)),
                },
            }
        }
        if self.faults.len() + self.further_faults > before {
            return None;
        }
        let is_id = !read.id.is_empty() && read.id.len() <= LONGEST_ID && !read.id.chars().any(char::is_control);
        if !is_id {
            let code = if read.id.is_empty() { "no_id" } else { "bad_id" };
            let found: String = read.id.chars().take(LONGEST_SHOWN).collect();
            self.fault(
                own.at(at, Field::Id),
                code,
                values! { "found" => found, "most" => LONGEST_ID },
            );
            return None;
        }
        Some(read)
    }
}

fn shown(cell: &Cell) -> String {
    cell.shown().chars().take(LONGEST_SHOWN).collect()
}

fn unguarded(cell: Cell) -> Cell {
    match cell {
        Cell::Text(text) => Cell::Text(restored(&text).to_owned()),
        other => other,
    }
}

fn columns_of(row: &[Cell], table: Table) -> usize {
    let heads = row.iter().filter(|cell| matches!(cell, Cell::Text(_)));
    heads.filter(|cell| table.column(&cell.shown()).is_some()).count()
}

/// The row of heads: the one among the first that means most, and of those alike the first.
fn head_row(sheet: &Sheet, table: Table) -> usize {
    let rows = sheet.rows.iter().enumerate().take(HEAD_ROWS);
    let best = rows.max_by_key(|(at, row)| (columns_of(row, table), std::cmp::Reverse(*at)));
    best.map_or(0, |(at, _)| at)
}

/// The only table whose heads a sheet has most of, its id among them.
fn by_heads(sheet: &Sheet) -> Option<Table> {
    let count = |table: Table| {
        let row = sheet.rows.get(head_row(sheet, table)).map_or(&[][..], Vec::as_slice);
        let mut heads = row.iter().map(Cell::shown);
        let has_id = heads.any(|head| table.column(&head).is_some_and(|one| one.field == Field::Id));
        if has_id { columns_of(row, table) } else { 0 }
    };
    let mut counted: Vec<(usize, Table)> = Table::ALL.into_iter().map(|table| (count(table), table)).collect();
    counted.sort_by_key(|one| std::cmp::Reverse(one.0));
    match counted[..] {
        [(most, table), (next, _), ..] if most >= 3 && most > next => Some(table),
        _ => None,
    }
}
