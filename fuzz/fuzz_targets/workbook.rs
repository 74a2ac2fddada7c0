//! Any cells as a workbook of catalogue, licences and grid: read or refused; what each row says makes a thing, or tells what it lacks,
//! and that thing's cells say the same. The cells are a table's; books and their archives are what `sheet` is for.

#![no_main]

use arna_domain::BroadcastDate;
use arna_exchange::sheet::{Book, Cell, Encoding, Sheet, read};
use arna_exchange::workbook::{Cells, Field, Noun, Table, Tongue, Value, Workbook, read_book, read_table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return;
    }
    let Ok(table) = read(bytes, Encoding::Guessed) else { return };
    let known = Table::ALL[bytes.len() % Table::ALL.len()];
    let mut workbook = Workbook::default();
    read_table(&table, &format!("{}.csv", known.as_str()), &mut workbook);
    things_say_the_same(&workbook);
    let tongue = Tongue::ALL[bytes.len() % Tongue::ALL.len()];
    for name in [known.name(tongue), "1"] {
        let sheets = table.sheets.iter().map(|sheet| as_in_a_book(sheet, name)).collect();
        things_say_the_same(&read_book(&Book { sheets }));
    }
});

fn things_say_the_same(workbook: &Workbook) {
    for sheet in &workbook.sheets {
        for row in &sheet.rows {
            let told = row.cells.iter().filter_map(|(_, column, value)| Some((column.clone(), value.clone()?)));
            let mut cells: Cells = told.collect();
            cells.insert(Field::Id.into(), Value::Text(row.id.clone()));
            if let Ok(noun) = Noun::of(sheet.table, &cells) {
                assert_eq!(Noun::of(sheet.table, &noun.cells()), Ok(noun));
            }
        }
    }
}

/// The sheet as a book holds it: what looks like a number is one, and a sign before it makes a span, a time of day, a date, a formula
/// that failed or merged cells of it.
fn as_in_a_book(sheet: &Sheet, name: &str) -> Sheet {
    let mut own = Sheet { name: name.to_owned(), ..sheet.clone() };
    for (at, row) in own.rows.iter_mut().enumerate() {
        for (column, cell) in row.iter_mut().enumerate() {
            let Cell::Text(text) = cell else { continue };
            let sign = text.chars().next().unwrap_or_default();
            let number = text.trim_start_matches(['~', '@', '^', '&']).parse::<u32>().map(i64::from);
            match (sign, number) {
                ('~', Ok(seconds)) => *cell = Cell::Span(seconds),
                ('@', Ok(seconds)) => *cell = Cell::Time(None, seconds % 86_400),
                ('^', Ok(days)) => *cell = Cell::Time(Some(BroadcastDate::from_days_since_epoch(days % 100_000 - 26_000)), days % 86_400),
                ('&', Ok(more)) => {
                    let more = usize::try_from(more).unwrap_or_default();
                    own.areas.push([(at, column), (at.saturating_add(more / 7), column.saturating_add(more % 7))]);
                }
                ('#', _) => *cell = Cell::Fault(text.clone()),
                _ => {
                    if let Ok(number) = text.parse::<f64>() {
                        *cell = Cell::Number(number);
                    }
                }
            }
        }
    }
    own
}
