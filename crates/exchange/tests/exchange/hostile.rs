//! Documents from anywhere: nothing that is read makes the reader panic, and what it takes it can write.

use arna_domain::receiver::DateOf;
use arna_domain::{FrameRate, Zones};
use arna_exchange::bxf;
use arna_exchange::received::{At, Received};
use arna_exchange::sheet::{self, Encoding, Known};
use arna_exchange::workbook::{Table, Tongue, Workbook, read_book, read_table};
use arna_exchange::{plan_json, playout, station_json, xmltv};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fixture;

/// What reading gives is well placed or can be written and read again.
fn law(text: &[u8]) {
    let lines = 1 + text.iter().filter(|&&b| b == b'\n').count();
    match station_json::read(text) {
        Ok(station) => {
            // A station without the channels it names cannot be written; that is no matter of reading.
            if let Ok(written) = station_json::write(&station, &Zones::bundled()) {
                assert_eq!(station_json::read(written.as_bytes()).unwrap(), station);
            }
        }
        Err(error) => {
            assert!(error.line <= lines, "{error}");
            assert!(!error.code.is_empty());
        }
    }
    if let Err(error) = plan_json::read(text) {
        assert!(error.line <= lines, "{error}");
    }
}

/// What is received is well placed and ends after it starts.
fn sound(received: &Received, lines: usize) {
    for airing in &received.airings {
        assert!(airing.start < airing.end, "{airing:?}");
    }
    let places = received.airings.iter().map(|one| &one.at);
    for at in places.chain(received.remarks.iter().map(|one| &one.at)) {
        if let At::Line(line) = at {
            assert!((1..=lines).contains(line), "{at:?}");
        }
    }
}

/// What a workbook says and what is wrong with it stands in a row that is there.
fn placed(workbook: &Workbook, book: &sheet::Book) {
    let most = book.sheets.iter().map(|one| one.rows.len()).max().unwrap_or_default();
    for one in workbook.faults.iter().chain(&workbook.remarks) {
        let At::Cell { row, .. } = &one.at else {
            panic!("{one:?}")
        };
        assert!(*row < most.max(1), "{one:?}");
    }
    for sheet in &workbook.sheets {
        assert!(sheet.rows.iter().all(|row| row.row < most && !row.id.is_empty()));
    }
}

/// Files of others are read or refused.
fn law_of_others(text: &[u8]) {
    // Other letters may have other line ends, too.
    let lines = 2 + text.len();
    let clock = fixture::listed(&fixture::station(), "welle.de", "2024-10-26", 1, "de").clock;
    if let Ok(received) = xmltv::read::read(text) {
        sound(&received, lines);
    }
    for date_of in DateOf::ALL {
        if let Ok(received) = bxf::read::read(text, &clock, date_of) {
            sound(&received, lines);
        }
    }
    if let Ok(list) = playout::read::read(text) {
        sound(&playout::read::received(vec![list.clone(), list], &clock), lines);
    }
    for encoding in [Encoding::Guessed, Encoding::Windows1251, Encoding::Gb18030] {
        if let Ok(book) = sheet::read(text, encoding) {
            for own in &book.sheets {
                sound(&sheet::schedule(own, Some(&clock), &Known::default()), lines);
                sound(&sheet::schedule(own, None, &Known::default()), lines);
            }
            let mut workbook = read_book(&book);
            read_table(&book, "licences.csv", &mut workbook);
            placed(&workbook, &book);
        }
    }
}

/// A file with a piece replaced.
fn replaced(text: &[u8], at: prop::sample::Index, length: usize, with: Vec<u8>) -> Vec<u8> {
    let mut text = text.to_vec();
    let from = at.index(text.len());
    let until = (from + length).min(text.len());
    text.splice(from..until, with);
    text
}

/// JSON made of the form's own names, where arbitrary bytes would never get.
fn almost() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        prop::sample::select(vec![
            "",
            "kk",
            "khabar.kz",
            "2024-07-01",
            "2024-02-30",
            "25:30",
            "99:99",
            "2024-07-02T21:00:00+05:00",
            "Asia/Almaty",
            "9999-99-99T99:99:99+99:99",
            "arna-station/1",
            "mon",
            "stop",
            "\u{0}",
            "қазақ",
        ])
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 5, |inner| {
        let name = prop::sample::select(vec![
            "format",
            "channels",
            "programmes",
            "slots",
            "id",
            "name",
            "tz",
            "day_start",
            "title",
            "en",
            "seasons",
            "episodes",
            "versions",
            "fill",
            "hold",
            "pool",
            "schedule",
            "pins",
            "start",
            "end",
            "from",
            "until",
            "about",
            "airings",
            "days",
            "seed",
            "findings",
            "score",
            "break",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..6).prop_map(|fields| Value::Object(
                fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(text in prop::collection::vec(any::<u8>(), 0..400)) {
        law(&text);
        law_of_others(&text);
    }

    #[test]
    fn any_text_of_json_signs(text in "[\\[\\]{}\":,0-9eE.+\\-a-z\\\\ \n]{0,200}") {
        law(text.as_bytes());
    }

    #[test]
    fn almost_a_document(mut value in almost()) {
        if let Value::Object(fields) = &mut value {
            for list in ["channels", "programmes", "slots"] {
                fields.entry(list).or_insert_with(|| json!([]));
            }
            fields.insert("format".into(), "arna-station/1".into());
        }
        law(value.to_string().as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fixture_with_a_piece_replaced(at in any::<prop::sample::Index>(), length in 0_usize..40, with in prop::collection::vec(any::<u8>(), 0..12)) {
        let mut text = fixture::TEXT.as_bytes().to_vec();
        let from = at.index(text.len());
        let until = (from + length).min(text.len());
        text.splice(from..until, with);
        law(&text);
    }

    #[test]
    fn others_files_with_a_piece_replaced(
        which in 0_usize..7,
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        with in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..12),
            prop::sample::select(vec!["<", ">", "&", "\"", "&lol;", "<!DOCTYPE a [", "]]>", "<![CDATA[", "99999999999999 +9999", "99:99:99:99", ";", "\u{0}", "25:30", "-9999999999"])
                .prop_map(|text| text.as_bytes().to_vec()),
        ],
    ) {
        let listing = fixture::listed(&fixture::station(), "welle.de", "2024-10-26", 2, "de");
        let mut text = match which {
            0 => crate::schedules::guide(&listing).0.into_bytes(),
            1 => crate::bxf::written(&listing, FrameRate::Drop2997, DateOf::Broadcast).into_bytes(),
            4 => {
                let station = crate::playlists::with_files(fixture::station());
                let date = listing.range.from;
                let day = playout::day(&listing, &crate::playlists::stock(&station), &playout::Naming::default(), date);
                let mut list = Vec::new();
                playout::write_json(&day.unwrap(), &mut list).unwrap();
                list
            }
            2 => crate::schedules::table(&listing).0.into_bytes(),
            5 => crate::workbooks::book(&fixture::station(), Tongue::Ru),
            6 => crate::workbooks::table(&fixture::station(), Table::Grid, Tongue::Kk),
            _ => {
                let mut book = Vec::new();
                arna_exchange::xlsx::write(&listing, &crate::schedules::heads(), &mut book).unwrap();
                book
            }
        };
        text = replaced(&text, at, length, with);
        law_of_others(&text);
    }

    #[test]
    fn the_fixture_with_a_value_replaced(at in any::<prop::sample::Index>(), with in almost()) {
        let mut document: Value = serde_json::from_str(fixture::TEXT).unwrap();
        let mut pointers = Vec::new();
        all(&document, String::new(), &mut pointers);
        let pointer = &pointers[at.index(pointers.len())];
        *document.pointer_mut(pointer).unwrap() = with;
        law(document.to_string().as_bytes());
    }
}

fn all(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                all(
                    value,
                    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                all(value, format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
    found.push(pointer);
}

/// A book that is small and unpacks to more than anybody's, and a line that never ends.
#[test]
fn a_bomb_and_an_endless_line_are_refused_or_read_within_limits() {
    use std::io::{Cursor, Write as _};
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let piece = vec![b' '; 1 << 20];
    for _ in 0..300 {
        bomb.write_all(&piece).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20, "small as it lies there");
    let refused = sheet::read(&bomb, Encoding::Guessed).unwrap_err();
    assert_eq!(refused.code(), "sheet_too_large");
    assert_eq!(refused.values()["what"], "unpacked");
    // One cell of many megabytes, then one line of more cells than a sheet has.
    let long = format!("Id;Title (kk)\nq;{}\n", "ә".repeat(4 << 20));
    let mut workbook = Workbook::default();
    read_table(
        &sheet::read(long.as_bytes(), Encoding::Guessed).unwrap(),
        "programmes.csv",
        &mut workbook,
    );
    assert_eq!(workbook.sheets[0].rows.len(), 1);
    let wide = format!("Id{}", ";x".repeat(1 << 20));
    assert_eq!(
        sheet::read(wide.as_bytes(), Encoding::Guessed).unwrap_err().code(),
        "sheet_too_large"
    );
}
