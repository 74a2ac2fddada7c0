//! Rows laid over a station's things, cell by cell.

use std::collections::{BTreeMap, HashMap, HashSet};

use arna_domain::{Station, values};
use arna_exchange::received::At;
use arna_exchange::workbook::{Cells, Column, Field, Noun, ReadRow, SheetRows, Table, Tongue, Value, Workbook, nouns};

use super::assembled::Assembled;
use super::{Asked, CellChange, Change, Missing, Outcome};

/// Where a thing is to stand among those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The place, from 1.
    at: i64,
    /// Before what stood there, there, or behind it.
    side: i8,
    /// In the order of the station, then of the rows.
    order: usize,
}

/// A thing as the workbook would have it.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    /// The thing.
    pub(super) noun: Noun,
    /// Where it stands among others.
    pub(super) place: Place,
    /// Its row: the sheet among those read, and the row there.
    pub(super) row: Option<(usize, usize)>,
    /// What becomes of it, with the cells that say so; none: it stays as it is.
    told: Option<(Outcome, Vec<CellChange>)>,
    /// Whether it is to go.
    pub(super) is_to_go: bool,
}

/// All things of a station as the workbook would have them, in the station's order, then in that of the rows.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) tables: BTreeMap<Table, Vec<Laid>>,
    /// The sheets as they were read, for their places.
    pub(super) sheets: Vec<SheetRows>,
    /// What is marked to go and has gone: what lay below it has, too.
    pub(super) gone: HashSet<(Table, String)>,
}

impl Layer {
    /// What a sheet has of these things.
    pub(super) fn of(&self, table: Table) -> &[Laid] {
        self.tables.get(&table).map_or(&[], Vec::as_slice)
    }

    /// The cell of a thing's row; none where it has no row.
    pub(super) fn at(&self, laid: &Laid, field: Field) -> Option<At> {
        let (sheet, row) = laid.row?;
        Some(self.sheets.get(sheet)?.at(row, field))
    }

    /// What would change. A thing goes with what lies above it, too.
    pub(super) fn changes(&self, assembled: &Assembled) -> Vec<Change> {
        let mut changes = Vec::new();
        for (table, all) in &self.tables {
            for laid in all {
                let id = laid.noun.id();
                let is_gone = !assembled.has(*table, id);
                let (outcome, cells) = match &laid.told {
                    Some((Outcome::Added, _)) if is_gone => continue,
                    _ if is_gone => (Outcome::Removed, Vec::new()),
                    Some((outcome, cells)) => (*outcome, cells.clone()),
                    None => continue,
                };
                changes.push(Change {
                    outcome,
                    table: *table,
                    id: id.to_owned(),
                    at: self.at(laid, Field::Id),
                    cells,
                });
            }
        }
        changes
    }
}

/// Lays every sheet over the station. What cannot be made of a row is told.
pub(super) fn lay(station: &Station, workbook: &mut Workbook, asked: &Asked<'_>) -> Layer {
    let sheets = workbook.sheets.clone();
    let mut tables = BTreeMap::new();
    for table in Table::ALL {
        let known = nouns(station, table)
            .into_iter()
            .zip(0..)
            .map(|((noun, at), order)| Laid {
                noun,
                place: Place { at, side: 0, order },
                row: None,
                told: None,
                is_to_go: false,
            });
        let mut laying = Laying {
            laid: known.collect(),
            tongue: asked.tongue,
            workbook: &mut *workbook,
        };
        if let Some((number, sheet)) = sheets.iter().enumerate().find(|(_, one)| one.table == table) {
            laying.sheet(number, sheet, asked.missing);
        }
        tables.insert(table, laying.laid);
    }
    let marked = sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet.table, row)));
    let gone = marked
        .filter(|(_, row)| row.is_to_go)
        .map(|(table, row)| (table, row.id.clone()))
        .collect();
    Layer { tables, sheets, gone }
}

struct Laying<'a> {
    laid: Vec<Laid>,
    tongue: Tongue,
    workbook: &'a mut Workbook,
}

impl Laying<'_> {
    fn sheet(&mut self, number: usize, sheet: &SheetRows, missing: Missing) {
        let known: HashMap<String, usize> = self
            .laid
            .iter()
            .zip(0..)
            .map(|(one, at)| (one.noun.id().to_owned(), at))
            .collect();
        let in_order = self.in_order(sheet, &known);
        for row in &sheet.rows {
            match known.get(&row.id) {
                Some(&at) => self.over((number, sheet), row, at, &in_order),
                // What is to go and is not there has gone.
                None if row.is_to_go => {}
                None => self.add(number, sheet, row),
            }
        }
        if missing == Missing::Go {
            let told: HashSet<&str> = sheet.rows.iter().map(|row| row.id.as_str()).collect();
            for laid in &mut self.laid {
                laid.is_to_go |= !told.contains(laid.noun.id());
            }
        }
    }

    /// What lies above things that stand in the order of their places already, whatever the numbers: so the same file, read again after
    /// it was taken over, moves nothing.
    fn in_order(&self, sheet: &SheetRows, known: &HashMap<String, usize>) -> HashSet<Option<String>> {
        let mut wanted: BTreeMap<usize, i64> = BTreeMap::new();
        for row in &sheet.rows {
            let place = row.cells.iter().find(|(_, column, _)| column.field == Field::Place);
            if let (Some(at), Some((_, _, Some(Value::Number(place))))) = (known.get(&row.id), place) {
                wanted.insert(*at, *place);
            }
        }
        let (mut last, mut torn) = (HashMap::new(), HashSet::new());
        for (at, place) in wanted {
            let above = self.laid[at].noun.above().map(str::to_owned);
            if last.insert(above.clone(), place).is_some_and(|before| before > place) {
                torn.insert(above);
            }
        }
        last.into_keys().filter(|above| !torn.contains(above)).collect()
    }

    fn over(
        &mut self,
        (number, sheet): (usize, &SheetRows),
        row: &ReadRow,
        at: usize,
        in_order: &HashSet<Option<String>>,
    ) {
        let is_in_order = in_order.contains(&self.laid[at].noun.above().map(str::to_owned));
        self.laid[at].row = Some((number, row.row));
        if row.is_to_go {
            self.laid[at].is_to_go = true;
            return;
        }
        let mut place = self.laid[at].place;
        let mut cells = self.laid[at].noun.cells();
        let mut changes = Vec::new();
        for (column_at, column, value) in &row.cells {
            let kind = column.field.kind();
            let own = if column.field == Field::Place {
                Some(Value::Number(place.at))
            } else {
                cells.get(column).cloned()
            };
            // A place that is not said is where it is.
            let is_kept = column.field == Field::Place && (value.is_none() || is_in_order);
            if is_kept || Value::is_as(kind, own.as_ref(), value.as_ref()) {
                continue;
            }
            changes.push(self.change(sheet, (row.row, *column_at), column, (own.as_ref(), value.as_ref())));
            match (column.field, value) {
                (Field::Place, Some(Value::Number(wanted))) => {
                    place.side = if *wanted < place.at { -1 } else { 1 };
                    place.at = *wanted;
                }
                (_, Some(value)) => {
                    cells.insert(column.clone(), value.clone());
                }
                (_, None) => {
                    cells.remove(column);
                }
            }
        }
        if changes.is_empty() {
            return;
        }
        let Some(noun) = self.made(sheet, row, &cells) else {
            return;
        };
        let laid = &mut self.laid[at];
        // Another way to say the same is no change.
        if noun == laid.noun && place == laid.place {
            return;
        }
        // What comes from elsewhere is new where it comes to.
        if noun.above() != laid.noun.above() {
            place.at = if place == laid.place { i64::MAX } else { place.at };
            place.side = -1;
        }
        (laid.noun, laid.place) = (noun, place);
        laid.told = Some((Outcome::Changed, changes));
    }

    fn add(&mut self, number: usize, sheet: &SheetRows, row: &ReadRow) {
        let mut cells = Cells::from([(Field::Id.into(), Value::Text(row.id.clone()))]);
        let mut place = Place {
            at: i64::MAX,
            side: -1,
            order: self.laid.len(),
        };
        let mut changes = Vec::new();
        for (at, column, value) in &row.cells {
            let Some(value) = value else { continue };
            changes.push(self.change(sheet, (row.row, *at), column, (None, Some(value))));
            match value {
                Value::Number(wanted) if column.field == Field::Place => place.at = *wanted,
                _ => {
                    cells.insert(column.clone(), value.clone());
                }
            }
        }
        if let Some(noun) = self.made(sheet, row, &cells) {
            self.laid.push(Laid {
                noun,
                place,
                row: Some((number, row.row)),
                told: Some((Outcome::Added, changes)),
                is_to_go: false,
            });
        }
    }

    fn made(&mut self, sheet: &SheetRows, row: &ReadRow, cells: &Cells) -> Option<Noun> {
        match Noun::of(sheet.table, cells) {
            Ok(noun) => Some(noun),
            Err(wrong) => {
                for one in wrong {
                    // Where there is no such column, its head is what to add.
                    let values = values! { "field" => one.field.as_str(), "head" => one.field.head(self.tongue) };
                    self.workbook.fault(sheet.at(row.row, one.field), one.code, values);
                }
                None
            }
        }
    }

    fn change(
        &self,
        sheet: &SheetRows,
        (row, at): (usize, usize),
        column: &Column,
        (was, now): (Option<&Value>, Option<&Value>),
    ) -> CellChange {
        let told = |value: Option<&Value>| {
            value
                .map(|one| one.text(column.field.kind(), self.tongue))
                .unwrap_or_default()
        };
        CellChange {
            at: sheet.cell(row, at),
            head: column.head(self.tongue),
            was: told(was),
            now: told(now),
        }
    }
}
