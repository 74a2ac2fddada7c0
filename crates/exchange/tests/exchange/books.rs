//! Books for Excel, as a reader that is not the writer takes them.

use std::io::Cursor;

use arna_domain::Words;
use arna_exchange::listing::Listing;
use arna_exchange::{csv as table, xlsx};
use calamine::{Data, Reader as _, Xlsx};

use crate::fixture;
use crate::schedules::{heads, khabar, lines, welle};

pub fn book(listing: &Listing) -> (Vec<u8>, usize) {
    let mut bytes = Vec::new();
    let dropped = xlsx::write(listing, &heads(), &mut bytes).unwrap();
    (bytes, dropped)
}

/// The cells as the table says them: dates, spans in hours, texts.
pub fn said(bytes: &[u8]) -> (String, Vec<Vec<String>>) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let cell = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::DateTime(serial) if serial.is_duration() => {
            let seconds = (serial.as_f64() * 86_400.0).round() as i64;
            format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
        }
        Data::DateTime(serial) => serial.as_datetime().unwrap().date().to_string(),
        other => panic!("{other:?} is neither date nor span nor text"),
    };
    let rows = range.rows().map(|row| row.iter().map(cell).collect()).collect();
    (name, rows)
}

#[test]
fn a_book_says_what_the_table_says_in_real_dates_and_spans() {
    for listing in [khabar(), welle()] {
        let lines = lines(&listing);
        let mut records = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .from_reader(lines.as_bytes());
        let table: Vec<Vec<String>> = records
            .records()
            .map(|row| {
                row.unwrap()
                    .iter()
                    .map(|cell| table::restored(cell).to_owned())
                    .collect()
            })
            .collect();
        let (name, mut rows) = said(&book(&listing).0);
        assert_eq!(name, listing.name);
        // A table writes durations without a leading zero.
        for row in &mut rows[1..] {
            row[2] = row[2].strip_prefix('0').unwrap_or(&row[2]).to_owned();
        }
        assert_eq!(rows, table);
    }
}

#[test]
fn hours_past_midnight_survive() {
    let (_, rows) = said(&book(&khabar()).0);
    assert!(
        rows.iter()
            .any(|row| row[0] == "2024-07-01" && row[1] == "25:30:00" && row[3] == "25:55:00"),
        "{rows:?}"
    );
}

#[test]
fn the_same_schedule_is_the_same_bytes() {
    assert_eq!(book(&welle()), book(&welle()));
}

#[test]
fn a_text_that_looks_like_a_formula_is_a_text_and_stays_one() {
    let mut station = fixture::station();
    station.programmes[1].title = Words::from([("kk", "=HYPERLINK(\"http://x\")\u{7}")]);
    station.channels[1].name = "A/B [x]: *?".into();
    let listing = fixture::listed(&station, "khabar.kz", "2024-07-03", 1, "kk");
    let (bytes, dropped) = book(&listing);
    assert_eq!(dropped, 1);
    let (name, rows) = said(&bytes);
    assert_eq!(name, "A B  x");
    assert_eq!(rows[1][5], "=HYPERLINK(\"http://x\")");
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    let mut styles = String::new();
    std::io::Read::read_to_string(&mut parts.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    std::io::Read::read_to_string(&mut parts.by_name("xl/styles.xml").unwrap(), &mut styles).unwrap();
    assert!(!sheet.contains("<f>"), "{sheet}");
    assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
}

#[test]
fn a_range_without_airings_has_its_heads() {
    let listing = fixture::listed(&fixture::station(), "khabar.kz", "2024-07-01", 0, "kk");
    let (_, rows) = said(&book(&listing).0);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0][0], heads().date);
}
