//! Workbooks: what is written is read again, cell by cell; what people and programs do to them is known, or told with its cell.

use arna_domain::slot::{Fill, Hold, Pool};
use arna_domain::time::Weekday;
use arna_domain::{GridTime, Language, Licence, Programme, Slot, Station, Version, Words as Texts};
use arna_exchange::received::At;
use arna_exchange::sheet::{self, Book, Encoding};
use arna_exchange::workbook::{
    Column, Field, Noun, Table, Tongue, Value, Words, Workbook, nouns, read_book, read_table, write_book, write_table,
};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format};

use crate::fixture::{self, ParseDate as _};
use crate::sheets::{cell, merged, ods};

pub(crate) fn book(station: &Station, tongue: Tongue) -> Vec<u8> {
    let mut bytes = Vec::new();
    let words = Words {
        tongue,
        ..Words::default()
    };
    write_book(station, &words, &mut bytes).unwrap();
    bytes
}

pub(crate) fn table(station: &Station, table: Table, tongue: Tongue) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_table(station, table, tongue, &mut bytes).unwrap();
    bytes
}

fn read(bytes: &[u8]) -> Book {
    sheet::read(bytes, Encoding::Guessed).unwrap()
}

/// Every sheet of a station as a book, then as tables.
fn both(station: &Station, tongue: Tongue) -> [Workbook; 2] {
    let mut tables = Workbook::default();
    for one in Table::ALL {
        read_table(
            &read(&table(station, one, tongue)),
            &format!("{}.csv", one.as_str()),
            &mut tables,
        );
    }
    [read_book(&read(&book(station, tongue))), tables]
}

/// Everything that is read is what the station says, and everything that it says is there.
#[track_caller]
fn says_it_all(station: &Station, tongue: Tongue) {
    for workbook in both(station, tongue) {
        assert_eq!((&workbook.faults, workbook.remarks.len()), (&Vec::new(), 0));
        for table in Table::ALL {
            let sheet = workbook.sheets.iter().find(|one| one.table == table).unwrap();
            let own = nouns(station, table);
            assert_eq!(sheet.rows.len(), own.len(), "{table:?}");
            for (row, (noun, _)) in sheet.rows.iter().zip(&own) {
                assert_eq!(row.id, noun.id());
                let mut cells = noun.cells();
                cells.remove(&Field::Id.into());
                for (_, column, value) in &row.cells {
                    let known = cells.remove(column);
                    let is_place = column.field == Field::Place;
                    let kind = column.field.kind();
                    assert!(
                        is_place || Value::is_as(kind, known.as_ref(), value.as_ref()),
                        "{table:?} {column:?}: {known:?} {value:?}"
                    );
                }
                assert!(cells.is_empty(), "no column tells {cells:?}");
            }
        }
    }
}

/// Each thing is what its cells tell.
fn cells_tell_it(station: &Station) {
    for table in Table::ALL {
        for (noun, _) in nouns(station, table) {
            assert_eq!(Noun::of(table, &noun.cells()).as_ref(), Ok(&noun));
        }
    }
}

#[test]
fn a_workbook_says_all_that_the_station_does_in_every_language() {
    for tongue in Tongue::ALL {
        says_it_all(&fixture::station(), tongue);
    }
    cells_tell_it(&fixture::station());
}

/// Places as `Licences!D2 date`.
fn faults(workbook: &Workbook) -> Vec<String> {
    workbook
        .faults
        .iter()
        .map(|one| format!("{} {}", one.at.shown(), one.code))
        .collect()
}

/// A book of one sheet with these texts.
fn typed(name: &str, rows: &[&[&str]]) -> rust_xlsxwriter::Workbook {
    let mut book = rust_xlsxwriter::Workbook::new();
    let own = book.add_worksheet();
    own.set_name(name).unwrap();
    for (at, row) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*row) {
            own.write_string(at, column, *text).unwrap();
        }
    }
    book
}

fn read_typed(mut book: rust_xlsxwriter::Workbook) -> Workbook {
    read_book(&read(&book.save_to_buffer().unwrap()))
}

#[test]
fn a_sheet_is_known_however_people_move_it_about() {
    let said = |workbook: &Workbook| {
        let row = &workbook.sheets[0].rows[0];
        let of = |field: Field| {
            let cell = row.cells.iter().find(|(_, column, _)| column.field == field).unwrap();
            cell.2
                .as_ref()
                .map(|value| value.text(field.kind(), Tongue::En))
                .unwrap_or_default()
        };
        format!(
            "{} {} {} {}",
            row.id,
            of(Field::Programme),
            of(Field::Until),
            row.is_to_go
        )
    };
    // A heading above, another order, another language, columns of one's own, an empty row, a name that says nothing.
    let rows: [&[&str]; 5] = [
        &["Наши лицензии"],
        &["Прим.", "Последний день", "КОД", "Программа:", "Первый день", "Удалить"],
        &[],
        &["звонить", "31.12.2024", "L1", "quotes", "1.1.2024", ""],
        &["", "", "", "", "", ""],
    ];
    let workbook = read_typed(typed("Лист1", &rows));
    assert_eq!(faults(&workbook), [""; 0]);
    assert_eq!(workbook.sheets[0].table, Table::Licences);
    assert_eq!(said(&workbook), "L1 quotes 2024-12-31 false");
    let passed_over: Vec<String> = workbook
        .remarks
        .iter()
        .map(|one| format!("{} {}", one.at.shown(), one.code))
        .collect();
    assert_eq!(passed_over, ["Лист1!A2 unknown_column"]);
    // What a table lost of the file's name it has in its heads.
    let mut tables = Workbook::default();
    read_table(
        &read("id,programme,until,remove\r\nL1,quotes,2024-12-31,x\r\n".as_bytes()),
        "Copy of rights.csv",
        &mut tables,
    );
    assert_eq!(said(&tables), "L1 quotes 2024-12-31 true");
}

#[test]
fn what_cannot_be_read_is_told_with_its_cell() {
    let rows: [&[&str]; 8] = [
        &[
            "Id",
            "Programme",
            "First day",
            "Last day",
            "Runs",
            "Shared by all",
            "Counted over all channels",
            "Languages",
        ],
        &["L1", "quotes", "2024-01-01", "soon", "many", "", "perhaps", "kk"],
        &["", "quotes", "2024-01-01", "2024-02-01", "", "", "", ""],
        &["L2", "quotes", "2024-01-01", "2024-02-01", "", "", "", ""],
        &["L2", "quotes", "2024-01-01", "2024-02-01", "", "", "", ""],
        &["\"L3", "quotes", "2024-01-01", "2024-02-01", "", "", "", ""],
        &["\"L\\u0001\"", "quotes", "2024-01-01", "2024-02-01", "", "", "", ""],
        &["L4", "quotes", "2024-02-30", "2024-02-01", "-1", "", "", "kk, Klingon"],
    ];
    let told = [
        "Licences!D2 date",
        "Licences!E2 number",
        "Licences!G2 choice",
        "Licences!A3 no_id",
        "Licences!A5 id_twice",
        "Licences!A6 quotes",
        "Licences!A7 bad_id",
        "Licences!C8 date",
        "Licences!E8 number",
        "Licences!H8 language",
    ];
    assert_eq!(faults(&read_typed(typed("Licences", &rows))), told);
    // A table is told by its file; its lines are those of an editor.
    let lines = rows.map(|row| {
        row.iter()
            .map(|cell| cell.replace('"', "\"\""))
            .map(|cell| format!("\"{cell}\""))
            .collect::<Vec<_>>()
            .join(";")
    });
    let mut tables = Workbook::default();
    read_table(&read(lines.join("\r\n").as_bytes()), "licences.csv", &mut tables);
    assert_eq!(
        faults(&tables),
        told.map(|one| one.replace("Licences!", "licences.csv!"))
    );
    // Heads.
    let heads: [&[&str]; 2] = [&["Id", "Programme", "Programme"], &["L1", "a", "b"]];
    assert_eq!(
        faults(&read_typed(typed("Licences", &heads))),
        ["Licences!C1 column_twice"]
    );
    let heads: [&[&str]; 2] = [&["Programme", "First day"], &["a", "2024-01-01"]];
    assert_eq!(
        faults(&read_typed(typed("Licences", &heads))),
        ["Licences!A1 no_id_column"]
    );
    let mut twice = typed("Licences", &rows[..2]);
    twice
        .add_worksheet()
        .set_name("Лицензии")
        .unwrap()
        .write_string(0, 0, "Id")
        .unwrap();
    assert_eq!(faults(&read_typed(twice)).last().unwrap(), "Лицензии!A1 sheet_twice");
}

#[test]
fn what_a_program_did_to_cells_is_known_or_told() {
    let mut book = typed(
        "Grid",
        &[&[
            "Id",
            "Channel",
            "Start",
            "Minutes",
            "First day",
            "Live: title",
            "Filled with",
        ]],
    );
    let own = book.worksheet_from_index(0).unwrap();
    let span = Format::new().set_num_format("[h]:mm:ss");
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for row in 1..5 {
        own.write_string(row, 0, format!("s{row}")).unwrap();
        own.write_string(row, 1, "khabar.kz").unwrap();
        own.write_number(row, 3, 30.0).unwrap();
        own.write_string(row, 6, "hold").unwrap();
    }
    own.write_number_with_format(1, 2, 25.5 / 24.0, &span).unwrap();
    let first = ExcelDateTime::from_ymd(2024, 7, 1).unwrap();
    own.write_datetime_with_format(1, 4, &first, &date).unwrap();
    own.write_string(1, 5, "News").unwrap();
    own.write_string(2, 2, "21:00").unwrap();
    // A title that became a date, a formula that failed, merged cells.
    own.write_datetime_with_format(2, 5, &first, &date).unwrap();
    own.write_formula(3, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    own.merge_range(3, 5, 4, 6, "News", &Format::new()).unwrap();
    let workbook = read_typed(book);
    assert_eq!(
        faults(&workbook),
        ["Grid!F4 merged", "Grid!F3 date_for_text", "Grid!C4 formula"]
    );
    let told = &workbook.sheets[0].rows[0].cells;
    let value = |field: Field| {
        told.iter()
            .find(|(_, column, _)| column.field == field)
            .unwrap()
            .2
            .clone()
    };
    assert_eq!(value(Field::Start), GridTime::parse("25:30").map(Value::Clock));
    assert_eq!(value(Field::From), Some(Value::Date("2024-07-01".parse_date())));
    assert_eq!(value(Field::Length), Some(Value::Number(30)));
}

#[test]
fn merged_cells_of_an_ods_book_are_told_as_those_of_others_are() {
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let texts = |texts: &[&str]| row(&texts.iter().map(|text| cell(text)).collect::<Vec<_>>());
    let covered = "<table:covered-table-cell/>".to_owned();
    let table = [
        // A heading over all heads says nothing of a row.
        row(&[merged("Our licences", 1, 4)]),
        texts(&["Id", "Programme", "First day", "Last day"]),
        row(&[
            cell("L1"),
            merged("quotes", 2, 1),
            cell("2024-01-01"),
            cell("2024-02-01"),
        ]),
        row(&[cell("L2"), covered, cell("2024-01-01"), cell("2024-02-01")]),
    ];
    let workbook = read_book(&read(&ods(&table.concat())));
    assert_eq!(faults(&workbook), ["T!B3 merged"]);
    assert_eq!(workbook.sheets[0].table, Table::Licences);
}

#[test]
fn faults_are_told_up_to_a_number_and_counted_beyond() {
    let lines: String = (0..1_000).map(|at| format!("L{at};soon\n")).collect();
    let mut workbook = Workbook::default();
    read_table(
        &read(format!("Id;Last day\n{lines}").as_bytes()),
        "licences.csv",
        &mut workbook,
    );
    assert_eq!(workbook.faults.len() + workbook.further_faults, 1_000);
    assert_eq!(workbook.faults.len(), 200);
    assert!(matches!(&workbook.faults[0].at, At::Cell { row: 1, column: 1, .. }));
}

#[test]
fn a_book_is_the_same_bytes_each_time_and_says_what_its_columns_mean() {
    let words = Words {
        tongue: Tongue::Zh,
        notes: vec!["甲".to_owned()],
        columns: [("duration".to_owned(), "时长说明".to_owned())].into(),
    };
    let written = || {
        let mut bytes = Vec::new();
        write_book(&fixture::station(), &words, &mut bytes).unwrap();
        bytes
    };
    assert_eq!(written(), written());
    let book = read(&written());
    assert_eq!(book.sheets[0].name, "说明");
    let texts: Vec<String> = book.sheets[0].rows.iter().flatten().map(sheet::Cell::shown).collect();
    for text in ["甲", "时长说明", "连播下一集, 重播, 节目池, 直播或外来", "授权"] {
        assert!(texts.iter().any(|own| own == text), "{text}");
    }
}

/// Texts with what cells, lists and tables make something of.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \\t\\r\\n\"',;=+@a-cА-В\u{0}\u{feff}\u{fffe}、_x0-9-]{0,12}",
        prop::sample::select(vec![
            "_x0041_",
            "_x000D_",
            "#REF!",
            "TRUE",
            "1e5",
            "2024-07-01",
            "25:30",
            "\"a\"",
            "'=1",
            " "
        ])
        .prop_map(str::to_owned),
    ]
}

/// The names of things: no control characters, 1 to 200 bytes.
fn name() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        let mut name: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
        if name.is_empty() {
            name.push('x');
        }
        name
    })
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(vec!["kk", "ru", "zh-Hant", "kaz", "zxx", "mus"]).prop_map(|tag| Language::parse(tag).unwrap())
}

fn texts() -> impl Strategy<Value = Texts> {
    prop::collection::btree_map(language(), text(), 0..3).prop_map(Texts)
}

fn station() -> impl Strategy<Value = Station> {
    let slot = (
        name(),
        prop::collection::vec(name(), 0..3),
        any::<i32>(),
        0_u32..2_880,
        text(),
        0_u8..128,
    );
    let licence = (
        name(),
        prop::collection::vec(language(), 0..3),
        0_i64..100_000,
        prop::option::of(any::<u32>()),
    );
    let programme = (name(), texts(), texts(), prop::collection::vec(text(), 0..3), text());
    (
        prop::collection::vec(slot, 0..4),
        prop::collection::vec(licence, 0..4),
        prop::collection::vec(programme, 0..4),
        prop::collection::vec((name(), 1_i64..86_400_000, prop::option::of(text())), 0..4),
        (
            text(),
            prop::collection::btree_map(text(), (0_u32..2_880, 0_u32..2_880), 0..3),
        ),
    )
        .prop_map(|(slots, licences, programmes, versions, channel)| {
            made(slots, licences, programmes, versions, channel)
        })
}

type SlotParts = (String, Vec<String>, i32, u32, String, u8);
type LicenceParts = (String, Vec<Language>, i64, Option<u32>);
type ProgrammeParts = (String, Texts, Texts, Vec<String>, String);

fn made(
    slots: Vec<SlotParts>,
    licences: Vec<LicenceParts>,
    programmes: Vec<ProgrammeParts>,
    versions: Vec<(String, i64, Option<String>)>,
    (rating, hours): (String, std::collections::BTreeMap<String, (u32, u32)>),
) -> Station {
    let mut station = fixture::station();
    let time = GridTime::at_most;
    station.channels[0].name = rating.clone();
    station.channels[0].rating_hours = hours
        .into_iter()
        .map(|(rating, (a, b))| (rating, (time(a), time(b))))
        .collect();
    let slot = |(at, (id, names, layer, start, title, days)): (usize, SlotParts)| Slot {
        id: format!("{at}{id}").as_str().into(),
        layer,
        start: time(start),
        days: Weekday::ALL
            .into_iter()
            .filter(|day| days >> (*day as u8) & 1 == 1)
            .collect(),
        fill: if names.is_empty() {
            Fill::Hold(Hold {
                title,
                language: Language::parse("kaz"),
            })
        } else {
            Fill::Pool(Pool {
                programmes: names.iter().map(|id| id.as_str().into()).collect(),
                kinds: names.clone(),
                tags: names,
            })
        },
        ..station.slots[0].clone()
    };
    let slots: Vec<Slot> = slots.into_iter().enumerate().map(slot).collect();
    let licence = |(at, (id, languages, days, max_runs)): (usize, LicenceParts)| Licence {
        id: format!("{at}{id}").as_str().into(),
        languages,
        from: arna_domain::BroadcastDate::from_days_since_epoch(days - 25_000),
        until: arna_domain::BroadcastDate::from_days_since_epoch(days - 25_000),
        max_runs,
        ..station.licences[0].clone()
    };
    let licences: Vec<Licence> = licences.into_iter().enumerate().map(licence).collect();
    let programme = |(at, (id, title, synopsis, tags, kind)): (usize, ProgrammeParts)| Programme {
        id: format!("{at}{id}").as_str().into(),
        title,
        synopsis,
        tags,
        kind,
        ..station.programmes[0].clone()
    };
    let mut programmes: Vec<Programme> = programmes.into_iter().enumerate().map(programme).collect();
    for (at, programme) in programmes.iter_mut().enumerate() {
        for season in &mut programme.seasons {
            season.id = format!("{at}-{}", season.id).as_str().into();
            for episode in &mut season.episodes {
                episode.id = format!("{at}-{}", episode.id).as_str().into();
                episode.versions.clear();
            }
        }
    }
    let version = |(at, (id, duration_ms, house_number)): (usize, (String, i64, Option<String>))| Version {
        id: format!("{at}{id}").as_str().into(),
        language: Language::parse("kk").unwrap(),
        duration_ms,
        house_number,
        media: None,
    };
    if let Some(episode) = programmes
        .first_mut()
        .and_then(|one| one.seasons.first_mut())
        .and_then(|one| one.episodes.first_mut())
    {
        episode.versions = versions.into_iter().enumerate().map(version).collect();
    }
    (station.slots, station.licences, station.programmes) = (slots, licences, programmes);
    station
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_texts_and_names_a_station_has_a_workbook_says_them(station in station(), tongue in prop::sample::select(Tongue::ALL.to_vec())) {
        says_it_all(&station, tongue);
        cells_tell_it(&station);
    }
}

#[test]
fn a_column_of_a_language_is_there_for_each_that_the_station_speaks() {
    let mut station = fixture::station();
    let german = Language::parse("de-AT").unwrap();
    station.programmes[0].title.0.insert(german.clone(), "Jause".to_owned());
    let [book, _] = both(&station, Tongue::Kk);
    let sheet = book.sheets.iter().find(|one| one.table == Table::Programmes).unwrap();
    let column = Column {
        field: Field::Title,
        language: Some(german),
    };
    assert!(sheet.columns.iter().any(|(_, own)| *own == column));
}
