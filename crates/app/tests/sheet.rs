//! A spreadsheet taken into a station.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use arna_app::desk::Hand;
use arna_app::export::What;
use arna_app::ops::Step;
use arna_app::ops::sheet::{Asked, from_sheet};
use arna_app::sheet::{self, SheetAsked};
use arna_app::{Desk, sample};
use arna_domain::{Instant, Zones};
use arna_store::Record;

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: Instant::from_ms(1_719_900_000_000),
    }
}

fn exported(desk: &mut Desk, folder: &Path) -> Vec<u8> {
    let path = folder.join("export.json");
    desk.export(&What::Station, &path).unwrap();
    std::fs::read(path).unwrap()
}

#[test]
fn a_spreadsheets_rows_are_taken_in_one_step_and_again_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    let path = folder.path().join("plan.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let own = book.add_worksheet();
    let rows = [
        [
            "Programme",
            "Season",
            "Episode",
            "Language",
            "Duration",
            "Licence from",
            "Licence until",
            "Runs",
            "Channel",
            "Date",
            "Time",
        ],
        [
            "Жаңа",
            "1",
            "1",
            "kk, ru",
            "25:30",
            "2024-07-01",
            "2024-12-31",
            "3",
            "Хабар",
            "2024-07-09",
            "25:30",
        ],
        [
            "Жаңа",
            "1",
            "2",
            "kk",
            "26:00",
            "2024-07-01",
            "2024-12-31",
            "3",
            "New channel",
            "2024-07-09",
            "01:30",
        ],
        ["quotes", "3", "1", "kk", "4:00", "", "", "", "", "", ""],
    ];
    for (at, row) in (0..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            own.write_string(at, column, text).unwrap();
        }
    }
    book.save(&path).unwrap();
    let book = sheet::open(&path, "").unwrap();
    let (header_row, mut columns) = sheet::propose(&book, 0, None).unwrap();
    assert!(columns.iter().all(|one| !one.field.is_empty()), "{columns:?}");
    let asked = |columns| SheetAsked {
        path: path.display().to_string(),
        encoding: String::new(),
        number: 0,
        header_row,
        columns,
        language: "kk".to_owned(),
        fills_down: true,
        skips_faulty: false,
    };
    let preview = sheet::preview(&book, &asked(columns.clone())).unwrap();
    assert_eq!((preview.good, preview.faults_total), (3, 0));
    let more = Asked {
        kind: "series".to_owned(),
        tz: "Asia/Almaty".to_owned(),
        minutes: 30,
        channel: String::new(),
    };
    let drafts = sheet::rows(&book, &asked(columns.clone())).unwrap();
    let zones = Zones::bundled();
    let before = exported(&mut desk, folder.path());
    let (station, _) = desk.station().unwrap();
    let (op, counts) = from_sheet(station, &zones, &drafts, &more, "plan.xlsx").unwrap();
    assert_eq!(
        (counts.programmes, counts.licences, counts.pins, counts.channels),
        (2, 1, 2, 1)
    );
    desk.transact(&op, &hand()).unwrap();
    desk.undo(&hand()).unwrap().unwrap();
    assert!(
        exported(&mut desk, folder.path()) == before,
        "one step takes all of it back"
    );
    desk.redo(&hand()).unwrap().unwrap();
    let (station, index) = desk.station().unwrap();
    let programme = index
        .programmes
        .iter()
        .position(|one| one.id.as_str() == "жаңа")
        .unwrap();
    assert_eq!(station.programmes[programme].seasons[0].episodes.len(), 2);
    let start = |channel: &str| {
        let pin = station.pins.iter().rev().find(|pin| pin.channel.as_str() == channel);
        pin.unwrap().start
    };
    // 25:30 of a date is half past one of the next; 01:30 is of the date itself.
    assert_eq!(start("khabar.kz") - start("new-channel.tv"), arna_domain::time::DAY);
    let again = from_sheet(station, &zones, &drafts, &more, "plan.xlsx").unwrap_err();
    assert_eq!(again.code, "sheet_has_nothing");
    columns
        .iter_mut()
        .filter(|one| one.field == "duration")
        .for_each(|one| one.field = "season".to_owned());
    let refused = sheet::rows(&book, &asked(columns)).unwrap_err();
    assert_eq!(refused.code, "sheet_faulty");
}

/// A sheet of one channel, as one stands on a wall: the channel's name is in no column.
fn one_channel(folder: &Path) -> SheetAsked {
    let path = folder.join("khabar.csv");
    let text = "Date;Time;Programme;Channel\n2024-07-09;20:00;Wall;\n2024-07-09;21:00;Wall;Silk Way\n;;Alone;\n";
    std::fs::write(&path, text).unwrap();
    let book = sheet::open(&path, "").unwrap();
    let (header_row, columns) = sheet::propose(&book, 0, None).unwrap();
    SheetAsked {
        path: path.display().to_string(),
        encoding: String::new(),
        number: 0,
        header_row,
        columns,
        language: "kk".to_owned(),
        fills_down: true,
        skips_faulty: false,
    }
}

#[test]
fn airings_whose_rows_name_no_channel_are_told_and_go_to_the_one_that_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    let asked = one_channel(folder.path());
    let book = sheet::open(Path::new(&asked.path), "").unwrap();
    assert_eq!(sheet::preview(&book, &asked).unwrap().unplaced, 1);
    let drafts = sheet::rows(&book, &asked).unwrap();
    let zones = Zones::bundled();
    let (station, _) = desk.station().unwrap();
    let pins = |channel: &str| {
        let more = Asked {
            kind: "series".to_owned(),
            tz: "Asia/Almaty".to_owned(),
            minutes: 30,
            channel: channel.to_owned(),
        };
        let (op, counts) = from_sheet(station, &zones, &drafts, &more, "khabar.csv").unwrap();
        let put = op.steps.iter().filter_map(|step| match step {
            Step::Put(record) => match &**record {
                Record::Pin(pin) => Some(pin.channel.to_string()),
                _ => None,
            },
            _ => None,
        });
        (put.collect::<Vec<_>>(), counts.channels)
    };
    assert_eq!(pins(""), (vec!["silkway.kz".to_owned()], 0));
    // Its name in any letters, or its id; what is not there yet is made.
    let both = vec!["khabar.kz".to_owned(), "silkway.kz".to_owned()];
    assert_eq!(pins("ХАБАР"), (both.clone(), 0));
    assert_eq!(pins(" khabar.kz "), (both, 0));
    assert_eq!(pins("Nova"), (vec!["nova.tv".to_owned(), "silkway.kz".to_owned()], 1));
}
