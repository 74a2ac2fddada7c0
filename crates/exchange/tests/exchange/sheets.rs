//! Spreadsheets as people have them.

use std::io::{Cursor, Read as _, Write as _};

use arna_domain::Language;
use arna_exchange::sheet::{
    self, Book, Cell, Column, Draft, Encoding, Field, Reading, Sheet, SheetError, draft, header_row, proposed,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn reading(sheet: &Sheet) -> Reading {
    let header_row = header_row(sheet);
    Reading {
        header_row,
        columns: proposed(sheet, header_row),
        language: language("en"),
        fills_down: true,
    }
}

fn read(book: &mut Workbook) -> Book {
    sheet::read(&book.save_to_buffer().unwrap(), Encoding::Guessed).unwrap()
}

/// Faults as `B4 bad_date`.
fn faults(draft: &Draft) -> Vec<String> {
    let named = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    let faults = draft.faults.iter();
    faults
        .map(|one| format!("{}{} {}", named(one.column), one.row + 1, one.code))
        .collect()
}

#[test]
fn a_book_as_excel_writes_it_with_a_heading_above_merged_cells_and_real_dates() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let span = Format::new().set_num_format("[h]:mm");
    sheet.merge_range(0, 0, 0, 6, "Каталог 2024", &plain).unwrap();
    let heads = [
        "Программа",
        "Серия",
        "Название серии",
        "Хронометраж",
        "Язык",
        "Лицензия с",
        "Лицензия до",
    ];
    for (at, head) in (0..).zip(heads) {
        sheet.write_string(2, at, head).unwrap();
    }
    sheet.merge_range(3, 0, 5, 0, "Жібек жолы", &plain).unwrap();
    for row in 0..3_u32 {
        sheet.write_number(3 + row, 1, f64::from(row + 1)).unwrap();
        sheet.write_string(3 + row, 2, format!("Часть {}", row + 1)).unwrap();
        // 25:30 as a program takes it: 25 hours and a half.
        sheet.write_number_with_format(3 + row, 3, 25.5 / 24.0, &span).unwrap();
        sheet.write_string(3 + row, 4, "каз, рус").unwrap();
        let from = ExcelDateTime::from_ymd(2024, 7, 1).unwrap();
        sheet.write_datetime_with_format(3 + row, 5, &from, &date).unwrap();
        sheet.write_string(3 + row, 6, "31.12.2024").unwrap();
    }
    let book = read(&mut book);
    let sheet = &book.sheets[0];
    assert_eq!(header_row(sheet), 2);
    let read = draft(sheet, &reading(sheet));
    assert_eq!(faults(&read), [""; 0]);
    assert_eq!((read.filled, read.rows.len()), (3, 3));
    for (number, row) in (1..).zip(&read.rows) {
        assert_eq!(row.programme.exactly("en"), Some("Жібек жолы"));
        assert_eq!(row.episode, Some(number));
        let versions: Vec<_> = row
            .versions
            .iter()
            .map(|one| (one.language.as_str(), one.duration_ms))
            .collect();
        assert_eq!(versions, [("kk", Some(1_530_000)), ("ru", Some(1_530_000))]);
        let dates = (
            row.licence_from.unwrap().to_string(),
            row.licence_until.unwrap().to_string(),
        );
        assert_eq!(dates, ("2024-07-01".to_owned(), "2024-12-31".to_owned()));
    }
}

#[test]
fn each_cell_that_cannot_be_read_is_said_and_its_row_is_not_taken() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in (0..).zip([
        "Title", "Season", "Episode", "Language", "Duration", "Air date", "Time", "Channel",
    ]) {
        sheet.write_string(0, at, head).unwrap();
    }
    let long = "х".repeat(300);
    let rows: &[[&str; 8]] = &[
        ["Good", "1", "1", "kk", "25:30", "2024-07-01", "25:30", "Khabar"],
        ["Bad date", "1", "1", "kk", "25:30", "31.02.2024", "21:00", "Khabar"],
        ["Bad time", "1", "1", "kk", "25:30", "2024-07-01", "21:75", "Khabar"],
        ["Bad language", "1", "1", "kk, Klingon", "25:30", "", "", ""],
        ["Bad length", "first", "1", "kk", "25:99", "", "", ""],
        ["", "", "", "", "", "", "", ""],
        [&long, "1", "1", "ru", "52", "", "", ""],
        ["\u{202e}<script>alert(1)</script>", "1", "1", "zh", "52", "", "", ""],
    ];
    for (at, row) in (1..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            if !text.is_empty() {
                sheet.write_string(at, column, *text).unwrap();
            }
        }
    }
    sheet.write_string(9, 0, "Formula").unwrap();
    sheet
        .write_formula(9, 4, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    let book = read(&mut book);
    let sheet = &book.sheets[0];
    let read = draft(sheet, &reading(sheet));
    assert_eq!(
        faults(&read)[..5],
        [
            "F3 bad_date",
            "G4 bad_time",
            "D5 unknown_language",
            "B6 bad_number",
            "E6 bad_duration"
        ]
    );
    assert_eq!(faults(&read).len(), 6, "{:?}", faults(&read));
    assert_eq!((read.filled, read.rows.len(), read.faulty), (8, 3, 5));
    assert_eq!(read.faults[2].values["found"], "Klingon");
    let titles: Vec<_> = read
        .rows
        .iter()
        .map(|row| row.programme.exactly("en").unwrap())
        .collect();
    assert_eq!(titles, ["Good", &long, "\u{202e}<script>alert(1)</script>"]);
    assert_eq!(read.rows[0].time_s, Some(91_800));
}

/// Dates and times of a table's rows, and what cannot be read.
fn airings(table: &str) -> (Vec<String>, Vec<String>) {
    let book = sheet::read(table.as_bytes(), Encoding::Guessed).unwrap();
    let read = draft(&book.sheets[0], &reading(&book.sheets[0]));
    let of = |row: &sheet::DraftRow| {
        let date = row.date.map(|date| date.to_string()).unwrap_or_default();
        row.time_s.map_or(date.clone(), |seconds| {
            format!("{date} {}", Cell::Span(seconds).shown())
        })
    };
    (read.rows.iter().map(of).collect(), faults(&read))
}

#[test]
fn a_time_of_day_goes_with_the_date_beside_it_or_is_refused() {
    let table = "Title;Time;Date\nA;21:00;01.07.2024 0:00:00\nB;21:00;01.07.2024 21:00\nC;;01.07.2024\nJ;22:00;01.07.2024 21:00\n\
        D;01.07.2024 21:00;01.07.2024\nE;02.07.2024 01:30;01.07.2024\nF;03.07.2024 01:30;01.07.2024\n\
        G;01.07.2024;01.07.2024\nH;01.07.24;01.07.2024\nI;21.05;01.07.2024\n";
    let (taken, faults) = airings(table);
    let on_first = |time: &str| format!("2024-07-01 {time}").trim().to_owned();
    assert_eq!(taken, ["21:00", "21:00", "", "21:00", "25:30", "21:05"].map(on_first));
    assert_eq!(
        faults,
        ["B5 not_of_date", "B8 not_of_date", "B9 bad_time", "B10 bad_time"]
    );
}

#[test]
fn a_time_beside_a_date_in_one_cell_is_taken() {
    let table = "Title;Date\nA;01.07.2024 21:00\nB;2024-07-02T00:00\nC;03.07.2024\nD;01.07.2024 г.\nE;01.07.2024, 9 PM\nF;01.07.2024 21:75\n";
    let (taken, faults) = airings(table);
    assert_eq!(
        taken,
        ["2024-07-01 21:00", "2024-07-02 00:00", "2024-07-03", "2024-07-01"]
    );
    assert_eq!(faults, ["B6 bad_date", "B7 bad_date"]);
    let (taken, faults) = airings("Title;Start\nA;01.07.2024 21:00\nB;21:00\n");
    assert_eq!(taken, ["2024-07-01 21:00", " 21:00"]);
    assert_eq!(faults, [""; 0]);
}

#[test]
fn a_real_date_is_no_time_of_day_unless_others_of_its_column_have_one() {
    let date = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let times = |head: &str, serials: [f64; 2]| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (at, head) in (0..).zip(["Title", head]) {
            sheet.write_string(0, at, head).unwrap();
        }
        for (row, serial) in (1..).zip(serials) {
            sheet.write_string(row, 0, "News").unwrap();
            sheet.write_number_with_format(row, 1, serial, &date).unwrap();
        }
        let book = sheet::read(&book.save_to_buffer().unwrap(), Encoding::Guessed).unwrap();
        let read = draft(&book.sheets[0], &reading(&book.sheets[0]));
        (
            read.rows.iter().map(|row| row.time_s).collect::<Vec<_>>(),
            faults(&read),
        )
    };
    let refused = ["B2 bad_time", "B3 bad_time"].map(str::to_owned).to_vec();
    assert_eq!(times("Time", [45_474.0, 45_475.0]), (vec![], refused));
    assert_eq!(
        times("Time", [45_474.875, 45_475.0]),
        (vec![Some(75_600), Some(0)], vec![])
    );
    // Dates may have no time of day, but none is lost.
    assert_eq!(times("Date", [45_474.0, 45_475.0]), (vec![None, None], vec![]));
    let refused = vec!["B3 bad_time".to_owned()];
    assert_eq!(times("Date", [45_474.875, 45_475.0]), (vec![Some(75_600)], refused));
}

#[test]
fn a_column_for_each_language_makes_a_version_of_each() {
    let table = "\u{feff}Title (en);Title (kk);Episode;Duration KK;Duration RU;House number (kk)\r\n\
                 Silk Road;Жібек жолы;1;25:40;;H-1-KK\r\n\
                 ;;2;25:40;26:00;\r\n";
    let book = sheet::read(table.as_bytes(), Encoding::Guessed).unwrap();
    let read = draft(&book.sheets[0], &reading(&book.sheets[0]));
    assert_eq!(faults(&read), [""; 0]);
    assert_eq!(read.rows[0].programme.exactly("kk"), Some("Жібек жолы"));
    assert_eq!(read.rows[0].versions.len(), 1);
    assert_eq!(read.rows[0].versions[0].house_number.as_deref(), Some("H-1-KK"));
    assert_eq!(
        read.rows[1].programme.exactly("en"),
        Some("Silk Road"),
        "what stands above is meant"
    );
    assert_eq!(read.rows[1].versions.len(), 2);
}

#[test]
fn tables_in_other_codings_are_read() {
    let (bytes, ..) = encoding_rs_bytes("Название;Серия\nНовости;1\n");
    let book = sheet::read(&bytes, Encoding::Guessed).unwrap();
    assert_eq!(book.sheets[0].rows[1][0], Cell::Text("Новости".to_owned()));
    let mut utf16 = vec![0xFF, 0xFE];
    utf16.extend("节目\t集\n新闻\t1\n".encode_utf16().flat_map(u16::to_le_bytes));
    let book = sheet::read(&utf16, Encoding::Guessed).unwrap();
    assert_eq!(book.sheets[0].rows[1][0], Cell::Text("新闻".to_owned()));
}

/// The second row of a table, as a person sees it.
fn second(table: &str) -> Vec<String> {
    let book = sheet::read(table.as_bytes(), Encoding::Guessed).unwrap();
    book.sheets[0].rows[1].iter().map(Cell::shown).collect()
}

#[test]
fn a_table_is_divided_by_what_its_rows_have_in_common() {
    let prose = "Khabar, July 2024: films, series, news, sport, music, for the partners, as agreed";
    // By heads that are known, in whatever row there are others of the same length.
    let table = format!("{prose};;\nTitle;Episode;Note\nSilk Road;1;\"Almaty; Astana\"\n");
    assert_eq!(second(&table), ["Title", "Episode", "Note"]);
    let places = "Almaty, Astana, Turkistan, Sharyn";
    let table = format!("Название;Тема\nЖібек жолы, 1;{places}\nЖібек жолы;{places}\n");
    assert_eq!(second(&table), ["Жібек жолы, 1", places]);
    assert_eq!(
        second("Title,Note\nSilk; Road; by; car,x\n"),
        ["Silk; Road; by; car", "x"]
    );
    assert_eq!(
        second("Date\tTime\n01.07.2024\t21:00; 25:00; 26:00\n"),
        ["01.07.2024", "21:00; 25:00; 26:00"]
    );
    // Without such by how often it stands in a row, not in all of them.
    assert_eq!(second(&format!("{prose};\nA;B\nC;D\nE;F\n")), ["A", "B"]);
    assert_eq!(second("1,5;2,5\n3,5;4,5\n"), ["3,5", "4,5"]);
    assert_eq!(
        second("a;\"1, 2, 3, 4\"\nb;\"5, 6\r\n7 \"\"8, 9\"\"\"\n"),
        ["b", "5, 6\r\n7 \"8, 9\""]
    );
    assert_eq!(second("a b;5\"\"\nc, d, e;6\"\n"), ["c, d, e", "6\""]);
    // Or as its first line says.
    assert_eq!(second("sep=;\nA,B,C;D\n"), ["A,B,C", "D"]);
    assert_eq!(second("sep=|\nTitle, Episode|1\n"), ["Title, Episode", "1"]);
}

/// Windows-1251 of a text of ASCII and Russian letters.
fn encoding_rs_bytes(text: &str) -> (Vec<u8>, usize) {
    let code = |c: char| match c {
        'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xC0).unwrap(),
        _ => u8::try_from(u32::from(c)).unwrap(),
    };
    let bytes: Vec<u8> = text.chars().map(code).collect();
    let length = bytes.len();
    (bytes, length)
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        file.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        file.write_all(bytes).unwrap();
    }
    file.finish().unwrap().into_inner()
}

/// A book of one sheet, `T`, as LibreOffice writes it.
pub(crate) fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"T\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = b"<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content.as_bytes()),
    ])
}

pub(crate) fn cell(value: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{value}</text:p></table:table-cell>")
}

#[test]
fn an_ods_book_is_read() {
    let rows = [["Programme", "Date"], ["News", ""]].map(|row| row.map(cell).concat());
    let day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-01\"><text:p>1 July</text:p></table:table-cell>";
    let table = format!(
        "<table:table-row>{}</table:table-row><table:table-row>{}{day}</table:table-row>",
        rows[0],
        cell("News")
    );
    let book = sheet::read(&ods(&table), Encoding::Guessed).unwrap();
    let read = draft(&book.sheets[0], &reading(&book.sheets[0]));
    assert_eq!(faults(&read), [""; 0]);
    assert_eq!(read.rows[0].date.unwrap().to_string(), "2024-07-01");
}

#[test]
fn fractions_of_seconds_in_an_ods_book_come_to_the_nearest_second() {
    let date = |value: &str| {
        format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{value}\"><text:p>x</text:p></table:table-cell>"
        )
    };
    let time = |value: &str| {
        format!(
            "<table:table-cell office:value-type=\"time\" office:time-value=\"{value}\"><text:p>x</text:p></table:table-cell>"
        )
    };
    let cells = [
        date("2024-07-01"),
        date("2024-07-01T20:59:59.999999999"),
        date("2024-07-01T20:59:59.4"),
        date("2024-06-30T23:59:59.5"),
        date("2024-07-01T21:00:00+05:00"),
        time("PT20H59M59.999999999999S"),
        time("PT21H00M00.000000000000001S"),
        time("PT23H59M59.75S"),
        time("PT1.5H"),
    ];
    let rows: String = cells
        .iter()
        .map(|cell| format!("<table:table-row>{cell}</table:table-row>"))
        .collect();
    let book = sheet::read(&ods(&rows), Encoding::Guessed).unwrap();
    let shown: Vec<String> = book.sheets[0].rows.iter().map(|row| row[0].shown()).collect();
    assert_eq!(
        shown,
        [
            "2024-07-01",
            "2024-07-01 21:00",
            "2024-07-01 20:59:59",
            "2024-07-01",
            "2024-07-01T21:00:00+05:00",
            "21:00",
            "21:00",
            "24:00",
            "PT1.5H",
        ]
    );
}

#[test]
fn a_cell_of_a_book_is_rounded_to_the_second_with_its_date() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let stamp = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let last_second = 86_399.0 / 86_400.0;
    let half = 0.6 / 86_400.0;
    let serials = [
        45_473.0 + last_second,
        45_473.0 + last_second + half,
        45_474.0 + half / 2.0,
        last_second + half,
        2_958_465.0,
    ];
    for (row, serial) in (0..).zip(serials) {
        sheet.write_number_with_format(row, 0, serial, &stamp).unwrap();
    }
    let book = read(&mut book);
    let shown: Vec<String> = book.sheets[0].rows.iter().map(|row| row[0].shown()).collect();
    assert_eq!(
        shown,
        [
            "2024-06-30 23:59:59",
            "2024-07-01",
            "2024-07-01",
            "1900-01-01",
            "9999-12-31"
        ]
    );
}

/// A book as a program writes it that counts days from 1904.
fn from_1904(book: &mut Workbook) -> Book {
    let bytes = book.save_to_buffer().unwrap();
    let mut parts = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut changed = Vec::new();
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let mut own = String::new();
        part.read_to_string(&mut own).unwrap();
        let own = own.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
        changed.push((part.name().unwrap().into_owned(), own));
    }
    let changed: Vec<_> = changed
        .iter()
        .map(|(name, own)| (name.as_str(), own.as_bytes()))
        .collect();
    sheet::read(&archive(&changed), Encoding::Guessed).unwrap()
}

#[test]
fn a_book_that_counts_days_from_1904_says_the_same() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (date, clock) = (
        Format::new().set_num_format("dd.mm.yyyy"),
        Format::new().set_num_format("hh:mm"),
    );
    for (at, head) in (0..).zip(["Title", "Date", "Time"]) {
        sheet.write_string(0, at, head).unwrap();
    }
    for (row, time) in (1..).zip([0.875, 1.0, 1.0625, 0.0]) {
        sheet.write_string(row, 0, "News").unwrap();
        sheet
            .write_number_with_format(row, 1, 45_474.0 - 1_462.0, &date)
            .unwrap();
        sheet.write_number_with_format(row, 2, time, &clock).unwrap();
    }
    let book = from_1904(&mut book);
    let read = draft(&book.sheets[0], &reading(&book.sheets[0]));
    assert_eq!(faults(&read), [""; 0]);
    let times: Vec<_> = read
        .rows
        .iter()
        .map(|row| (row.date.unwrap().to_string(), row.time_s))
        .collect();
    let on = |seconds| ("2024-07-01".to_owned(), Some(seconds));
    assert_eq!(times, [on(75_600), on(86_400), on(91_800), on(0)]);
}

#[test]
fn a_quotation_of_a_table_that_is_left_open_is_refused_with_its_line() {
    let refused = |text: &str| sheet::read(text.as_bytes(), Encoding::Guessed).map(|book| book.sheets[0].rows.len());
    let open = |line| Err(SheetError::QuoteOpen { line });
    assert_eq!(refused("Title;Episode\nNews;1\n\"Silk;2\nRoad;3\n"), open(3));
    assert_eq!(refused("Title;Episode\r\n\r\n\"Silk;2\r\nRoad;3"), open(3));
    // One that another closes takes in rows, too.
    assert_eq!(refused("Title;Note\n\"Silk;2\nRoad;\"a; b\"\nNews;4\n"), open(2));
    assert_eq!(
        refused("Title;Note\nNews;\"two\nlines\"\nSilk;\"a \"\"b\"\"\"\n"),
        Ok(4)
    );
    assert_eq!(refused("Title;Note\nTape 5\";1\nNews;2\n"), Ok(3));
    assert_eq!(refused("Title;Note\nNews;\"last\n\n"), Ok(2));
}

#[test]
fn lines_of_a_table_end_as_any_system_ends_them() {
    let lines = "Title;Episode\nNews;1\n\nSilk;\"2\n3\"\nRoad;4\n";
    for end in ["\n", "\r\n", "\r"] {
        let book = sheet::read(lines.replace('\n', end).as_bytes(), Encoding::Guessed).unwrap();
        let rows = &book.sheets[0].rows;
        let titles: Vec<String> = rows
            .iter()
            .map(|row| row.first().map_or(String::new(), Cell::shown))
            .collect();
        assert_eq!(titles, ["Title", "News", "", "Silk", "", "Road"], "{end:?}");
    }
}

/// A cell that is merged with those beside and below it, and those cells of its own row.
pub(crate) fn merged(value: &str, rows: u64, columns: u64) -> String {
    let spans = format!("table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\"");
    let covered = "<table:covered-table-cell/>".repeat(columns as usize - 1);
    cell(value).replacen("<table:table-cell ", &format!("<table:table-cell {spans} "), 1) + &covered
}

#[test]
fn merged_cells_of_an_ods_book_mean_every_row_that_they_cover() {
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let covered = "<table:covered-table-cell/>".to_owned();
    let empty = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>";
    let table = [
        row(&[merged("Catalogue & more".replace('&', "&amp;").as_str(), 1, 2)]),
        empty.to_owned(),
        row(&[cell("Programme"), cell("Title")]),
        // Far more rows than there are, as who merges whole columns has them.
        row(&[merged("News", 4_000_000_000, 1), cell("a")]),
        row(&[covered.clone(), cell("b")]),
        row(&[covered, cell("c")]),
    ];
    let book = sheet::read(&ods(&table.concat()), Encoding::Guessed).unwrap();
    let own = &book.sheets[0];
    let shown: Vec<Vec<String>> = own.rows[4..]
        .iter()
        .map(|row| row.iter().map(Cell::shown).collect())
        .collect();
    assert_eq!(
        shown,
        [["Programme", "Title"], ["News", "a"], ["News", "b"], ["News", "c"]]
    );
    assert_eq!(own.merged, [(6, 0), (7, 0)]);
    assert_eq!(own.areas, [[(0, 0), (0, 1)], [(5, 0), (4_000_000_004, 0)]]);
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_believed() {
    let begun = std::time::Instant::now();
    let zeros = vec![b' '; 300 << 20];
    let bomb = archive(&[("xl/workbook.xml", &zeros)]);
    assert!(bomb.len() < 4 << 20);
    let refused = sheet::read(&bomb, Encoding::Guessed).unwrap_err();
    assert_eq!(
        (refused.code(), refused.values()["what"].as_str()),
        ("sheet_too_large", Some("unpacked"))
    );
    let repeated = "<table:table-row table:number-rows-repeated=\"1000000\">\
         <table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>\
         </table:table-row>";
    let refused = sheet::read(&ods(repeated), Encoding::Guessed).unwrap_err();
    assert_eq!(
        (refused.code(), refused.values()["what"].as_str()),
        ("sheet_too_large", Some("cells"))
    );
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Title").unwrap();
    sheet.write_string(1_048_575, 16_383, "far").unwrap();
    let refused = sheet::read(&book.save_to_buffer().unwrap(), Encoding::Guessed).unwrap_err();
    assert_eq!(
        (refused.code(), refused.values()["what"].as_str()),
        ("sheet_too_large", Some("rows"))
    );
    assert!(begun.elapsed() < std::time::Duration::from_secs(60));
}

#[test]
fn what_is_no_book_is_refused() {
    let refused = |bytes: &[u8]| sheet::read(bytes, Encoding::Guessed).unwrap_err();
    assert_eq!(refused(b""), SheetError::Empty);
    assert_eq!(refused(b"\n\n\n"), SheetError::Empty);
    for bytes in [
        &b"PK\x03\x04 no archive"[..],
        &[0xD0, 0xCF, 0x11, 0xE0, 1, 2],
        b"\x00\x01\x02\x03",
    ] {
        assert_eq!(refused(bytes).code(), "sheet_unreadable");
    }
    let mut good = Workbook::new();
    good.add_worksheet().write_string(0, 0, "Title").unwrap();
    let bytes = good.save_to_buffer().unwrap();
    for cut in (0..bytes.len()).step_by(97) {
        // Any beginning of a book is refused or read, and ends.
        let _ = sheet::read(&bytes[..cut], Encoding::Guessed);
    }
}

#[test]
fn a_column_may_mean_what_a_person_says() {
    let book = sheet::read(b"A,B\nNews,25\n", Encoding::Guessed).unwrap();
    assert!(proposed(&book.sheets[0], 0).is_empty());
    let column = |at, field| Column {
        at,
        field,
        language: None,
    };
    let reading = Reading {
        header_row: 0,
        columns: vec![column(0, Field::Programme), column(1, Field::Duration)],
        language: language("kk"),
        fills_down: false,
    };
    let read = draft(&book.sheets[0], &reading);
    assert_eq!(read.rows[0].versions[0].language, language("kk"));
    assert_eq!(read.rows[0].versions[0].duration_ms, Some(1_500_000));
}
