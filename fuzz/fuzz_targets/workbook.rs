//! Any bytes as a workbook of catalogue, licences and grid: read or refused within limits; what each row says makes a thing, or tells
//! what it lacks, and that thing's cells say the same.

#![no_main]

use arna_exchange::sheet::{Encoding, read};
use arna_exchange::workbook::{Cells, Field, Noun, Value, read_book, read_table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(book) = read(bytes, Encoding::Guessed) else { return };
    let mut workbook = read_book(&book);
    read_table(&book, "grid.csv", &mut workbook);
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
});
