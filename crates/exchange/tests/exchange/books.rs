//! Books for Excel, as a reader that is not the writer takes them.

use std::io::Cursor;

use arna_domain::{BroadcastDate, Words};
use arna_exchange::listing::Listing;
use arna_exchange::table::{Cell, Column, Kind, Table, Words as Around};
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

/// A report with a cell of every kind.
fn report() -> (Table, Around) {
    let columns = Kind::ALL.map(|kind| Column {
        name: kind.as_str(),
        kind,
    });
    let row = vec![
        Cell::Text("=1+1".to_owned()),
        Cell::Word("kept"),
        Cell::Text("kk, ru".to_owned()),
        Cell::Count(-3),
        Cell::Duration(90_061_500),
        Cell::Share { part: 1, whole: 8 },
        Cell::Date(BroadcastDate::parse("2024-02-29").unwrap()),
        Cell::Clock(91_800),
    ];
    let mut totals = vec![Cell::Nothing; 8];
    totals[3] = Cell::Count(-3);
    totals[5] = Cell::Share { part: 0, whole: 0 };
    let report = Table {
        columns: columns.to_vec(),
        rows: vec![row, vec![Cell::Nothing; 8]],
        totals,
    };
    let words = Around {
        title: "Reach: by [all]".to_owned(),
        heads: Kind::ALL.map(|kind| kind.as_str().to_owned()).to_vec(),
        words: [("kept".to_owned(), "=сақталды".to_owned())].into(),
        total: "Total".to_owned(),
        decimal: ",".to_owned(),
        notes: vec!["How it counts.".to_owned()],
        ..Around::default()
    };
    (report, words)
}

#[test]
fn a_report_has_real_numbers_dates_and_spans_and_no_formula() {
    let (report, words) = report();
    let mut bytes = Vec::new();
    assert_eq!(xlsx::write_report(&report, &words, &mut bytes).unwrap(), 0);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert_eq!(name, "Reach  by  all");
    let range = book.worksheet_range(&name).unwrap();
    let cell = |row, column| range.get((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(1, 0), Data::String("=1+1".to_owned()));
    assert_eq!(cell(1, 1), Data::String("=сақталды".to_owned()));
    assert_eq!(cell(1, 3), Data::Float(-3.0));
    assert_eq!(cell(1, 5), Data::Float(0.125));
    let Data::DateTime(span) = cell(1, 4) else {
        panic!("{:?}", cell(1, 4))
    };
    assert!(span.is_duration() && (span.as_f64() * 86_400.0).round() == 90_061.0);
    let Data::DateTime(date) = cell(1, 6) else {
        panic!("{:?}", cell(1, 6))
    };
    assert_eq!(date.as_datetime().unwrap().date().to_string(), "2024-02-29");
    let Data::DateTime(clock) = cell(1, 7) else {
        panic!("{:?}", cell(1, 7))
    };
    assert!((clock.as_f64() * 86_400.0).round() == 91_800.0);
    assert_eq!(
        (cell(3, 0), cell(3, 3), cell(3, 5)),
        (Data::String("Total".to_owned()), Data::Float(-3.0), Data::Empty)
    );
    assert_eq!(cell(5, 0), Data::String("How it counts.".to_owned()));
}

#[test]
fn a_table_of_a_report_holds_its_rows_and_nothing_else() {
    let (report, words) = report();
    let mut bytes = Vec::new();
    assert_eq!(table::write_report(&report, &words, &mut bytes).unwrap(), 0);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(
        lines,
        [
            "text;word;language;count;duration;share;date;clock",
            "'=1+1;'=сақталды;kk, ru;-3;25:01:01;12,5 %;2024-02-29;25:30:00",
            ";;;;;;;",
        ]
    );
}
