//! Guides and schedules of others, and our own read back.

use arna_exchange::listing::Listing;
use arna_exchange::received::{At, Received, ReceivedAiring};
use arna_exchange::sheet::{self, Encoding, Known, Sheet, schedule};
use arna_exchange::xmltv::read::read;
use arna_exchange::{csv as table, xlsx};
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::schedules::{guide, heads, khabar, told, welle};

/// Start and end in seconds since 1970, and the title.
pub fn told_by(received: &Received) -> Vec<(i64, i64, String)> {
    let seconds = |at: arna_domain::Instant| at.ms().div_euclid(1_000);
    let one = |one: &ReceivedAiring| (seconds(one.start), seconds(one.end), one.title().to_owned());
    received.airings.iter().map(one).collect()
}

fn codes(received: &Received) -> Vec<String> {
    received
        .remarks
        .iter()
        .map(|one| format!("{} {}", one.at.shown(), one.code))
        .collect()
}

#[test]
fn our_own_guide_reads_back() {
    for listing in [khabar(), welle()] {
        let received = read(guide(&listing).0.as_bytes()).unwrap();
        assert_eq!(told_by(&received), told(&listing));
        assert_eq!(codes(&received), [""; 0]);
        assert_eq!(received.channels[0].id, listing.channel.as_str());
        let own: Vec<_> = listing.airings.iter().filter(|one| !one.origin.is_break()).collect();
        for (own, got) in own.iter().zip(&received.airings) {
            assert_eq!(*own.titles, *got.titles);
            assert_eq!(*own.episode_titles, *got.episode_titles);
            assert_eq!(*own.synopses, *got.synopses);
            assert_eq!(
                own.number.map(|number| Some(number.episode)),
                own.number.map(|_| got.number.1)
            );
        }
    }
}

/// What grabbers write: elements in any order, offsets missing, no stops, an entity of their own, another's encoding.
const WILD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tv SYSTEM "xmltv.dtd" [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
<tv>
  <programme channel="a.tv" start="20240702210000"><desc>About &lol2;&file;</desc><credits><actor>X</actor></credits><title lang="kk">Бірінші</title><title lang="ru">Первый</title></programme>
  <channel id="a.tv"><icon src="x.png"/><display-name>A &amp; B</display-name></channel>
  <programme channel="b.tv" start="20240702200000 +0300" stop="20240702190000 +0300"><title>Backwards</title></programme>
  <programme channel="a.tv" start="20240702213000"><title><![CDATA[Second <b>]]></title></programme>
  <programme channel="b.tv" start="20240702203000 +0300" stop="20240702210000 +0300"><title>&#x416;</title></programme>
  <programme channel="b.tv" start="soon"><title>Never</title></programme>
</tv>
"#;

#[test]
fn what_others_write_is_read_with_remarks() {
    let received = read(WILD.as_bytes()).unwrap();
    let at = |text: &str| arna_domain::Instant::parse(text).unwrap().ms() / 1_000;
    assert_eq!(
        told_by(&received),
        [
            (
                at("2024-07-02T21:00:00Z"),
                at("2024-07-02T21:30:00Z"),
                "Бірінші".to_owned()
            ),
            (
                at("2024-07-02T17:00:00Z"),
                at("2024-07-02T17:30:00Z"),
                "Backwards".to_owned()
            ),
            (at("2024-07-02T17:30:00Z"), at("2024-07-02T18:00:00Z"), "Ж".to_owned()),
        ]
    );
    assert_eq!(received.airings[0].synopses[0].text, "About");
    assert_eq!(received.channels[0].names[0].text, "A & B");
    assert_eq!(
        codes(&received),
        [
            "4 unknown_entity",
            "4 offset_missing",
            "4 ends_from_next",
            "6 end_before_start",
            "9 bad_start",
            "7 end_unknown"
        ]
    );
    assert_eq!(received.remarks[1].values["count"], 2);
}

#[test]
fn guides_in_other_encodings() {
    let text = WILD.replace("UTF-8", "windows-1251").replace("Бірінші", "Первый канал");
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    assert_eq!(read(&bytes).unwrap().airings[0].title(), "Первый канал");
    let marked = [b"\xEF\xBB\xBF".as_slice(), WILD.as_bytes()].concat();
    assert_eq!(read(&marked).unwrap().airings.len(), 3);
    let error = read(&bytes[40..]).unwrap_err();
    assert_eq!((error.code, error.line > 1), ("not_utf8", true));
    // A text of a program whose texts are UTF-16, saved as UTF-8.
    let said = WILD.replace("UTF-8", "utf-16");
    assert_eq!(read(said.as_bytes()).unwrap().airings[0].title(), "Бірінші");
}

#[test]
fn a_guide_that_is_none_is_refused_with_its_place() {
    let refused = |text: &str| {
        let error = read(text.as_bytes()).unwrap_err();
        (error.code, error.line)
    };
    assert_eq!(refused(""), ("not_xmltv", 1));
    assert_eq!(refused("<html></html>"), ("not_xmltv", 1));
    assert_eq!(refused("<tv>\n<programme start='20240701'>"), ("cut_short", 2));
    assert_eq!(refused("<tv>\n</programme></tv>"), ("not_xml", 2));
    assert_eq!(
        refused(&format!("<tv><programme>{}", "<a>".repeat(100))),
        ("too_deep", 1)
    );
}

#[test]
fn long_texts_and_many_remarks_have_an_end() {
    let long = "Ы".repeat(50_000);
    let text = format!(
        "<tv><programme start='20240701 Z' stop='20240702 Z'><title>{long}</title><title>x</title></programme></tv>"
    );
    let received = read(text.as_bytes()).unwrap();
    assert_eq!(
        (received.airings[0].title(), codes(&received)[0].as_str()),
        ("x", "1 text_too_long")
    );
    let many = format!("<tv>{}</tv>", "<programme start='never'/>".repeat(3_000));
    let received = read(many.as_bytes()).unwrap();
    assert_eq!((received.remarks.len(), received.further_remarks), (1_000, 2_000));
}

fn sheet_of(bytes: &[u8]) -> Sheet {
    sheet::read(bytes, Encoding::Guessed).unwrap().sheets.remove(0)
}

fn as_table(listing: &Listing, heads: &table::Heads) -> Vec<u8> {
    let mut bytes = Vec::new();
    table::write(listing, heads, &mut bytes).unwrap();
    bytes
}

#[test]
fn our_own_tables_and_books_read_back_breaks_and_all() {
    for listing in [khabar(), welle()] {
        let mut book = Vec::new();
        xlsx::write(&listing, &heads(), &mut book).unwrap();
        for bytes in [as_table(&listing, &heads()), book] {
            let received = schedule(&sheet_of(&bytes), None, &Known::default());
            assert_eq!(codes(&received), [""; 0]);
            let own: Vec<_> = listing
                .airings
                .iter()
                .map(|one| (one.seconds(), one.title(), one.date))
                .collect();
            let got: Vec<_> = received
                .airings
                .iter()
                .map(|one| {
                    (
                        (one.start.ms() / 1_000, one.end.ms() / 1_000),
                        one.title(),
                        one.date.unwrap(),
                    )
                })
                .collect();
            assert_eq!(got, own);
            for (own, got) in listing.airings.iter().zip(&received.airings) {
                assert_eq!(
                    own.episode_title(),
                    got.episode_titles.first().map(|text| text.text.as_str())
                );
                assert_eq!(Some(own.origin), got.origin);
                assert_eq!(
                    own.version.as_ref().map(arna_domain::VersionId::as_str),
                    got.version.as_deref()
                );
            }
        }
    }
}

#[test]
fn without_offsets_the_channels_clock_tells_and_order_tells_a_repeated_hour_apart() {
    let listing = welle();
    let text = String::from_utf8(as_table(&listing, &heads()))
        .unwrap()
        .replace(";UTC;", ";-;");
    let received = schedule(&sheet_of(text.as_bytes()), Some(&listing.clock), &Known::default());
    let own: Vec<_> = listing
        .airings
        .iter()
        .map(arna_exchange::listing::Listed::seconds)
        .collect();
    let got: Vec<_> = received
        .airings
        .iter()
        .map(|one| (one.start.ms() / 1_000, one.end.ms() / 1_000))
        .collect();
    assert_eq!(got, own);
    let received = schedule(&sheet_of(text.as_bytes()), None, &Known::default());
    assert_eq!(codes(&received), ["A2 offset_missing"]);
}

/// The rows of a sheet by the clock of Almaty, as wall clocks; what is remarked.
fn in_almaty(text: &str) -> (Vec<String>, Vec<String>) {
    let clock = khabar().clock;
    let received = schedule(&sheet_of(text.as_bytes()), Some(&clock), &Known::default());
    let shown = |one: &ReceivedAiring| format!("{} to {}", clock.text(one.start), clock.text(one.end));
    (received.airings.iter().map(shown).collect(), codes(&received))
}

#[test]
fn an_end_is_the_first_after_its_start_across_a_repeated_hour_too() {
    let (shown, said) = in_almaty(
        "Date;Start;End;Title\n\
         2024-02-29;22:30;23:30;A\n\
         2024-02-29;23:50;23:20;B\n\
         2024-02-29;23:20;23:50;C\n\
         2024-02-29;23:55;00:25;D\n\
         2024-03-01;25:30;02:00;E\n\
         2024-03-02;23:50;23:20;F\n\
         2024-03-04;21:00;21:00;G\n",
    );
    assert_eq!(
        shown,
        [
            "2024-02-29T22:30:00+06:00 to 2024-02-29T23:30:00+06:00",
            "2024-02-29T23:50:00+06:00 to 2024-02-29T23:20:00+05:00",
            "2024-02-29T23:20:00+05:00 to 2024-02-29T23:50:00+05:00",
            "2024-02-29T23:55:00+05:00 to 2024-03-01T00:25:00+05:00",
            "2024-03-02T01:30:00+05:00 to 2024-03-02T02:00:00+05:00",
            "2024-03-02T23:50:00+05:00 to 2024-03-03T23:20:00+05:00",
        ]
    );
    assert_eq!(said, ["A8 end_before_start"]);
}

#[test]
fn a_start_that_a_program_took_for_the_first_day_of_its_calendar_is_past_midnight() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let clock = Format::new().set_num_format("hh:mm");
    let stamp = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    for (column, head) in (0..).zip(["Date", "Start", "Duration", "Title"]) {
        sheet.write_string(0, column, head).unwrap();
    }
    let starts = [(0.875, &clock), (1.0, &clock), (1.0625, &clock), (45474.9375, &stamp)];
    for (row, (start, format)) in (1..).zip(starts) {
        sheet.write_string(row, 0, "2024-07-01").unwrap();
        sheet.write_number_with_format(row, 1, start, format).unwrap();
        sheet.write_string(row, 2, "0:20:00").unwrap();
        sheet.write_string(row, 3, "News").unwrap();
    }
    let clock = khabar().clock;
    let received = schedule(
        &sheet_of(&book.save_to_buffer().unwrap()),
        Some(&clock),
        &Known::default(),
    );
    let starts: Vec<_> = received.airings.iter().map(|one| clock.text(one.start)).collect();
    assert_eq!(
        starts,
        [
            "2024-07-01T21:00:00+05:00",
            "2024-07-02T00:00:00+05:00",
            "2024-07-02T01:30:00+05:00",
            "2024-07-01T22:30:00+05:00",
        ]
    );
    assert_eq!(codes(&received), [""; 0]);
}

#[test]
fn a_date_is_no_time_of_day_and_a_time_beside_a_date_is_not_lost() {
    let (shown, said) = in_almaty(
        "Date;Start;End;Title\n\
         01.07.2024;01.07.2024;22:00;A\n\
         01.07.2024;01.07.24;22:00;B\n\
         01.07.2024;01.07.2024 21:00;01.07.2024 22:00;C\n\
         01.07.2024;02.07.2024 01:30;02.07.2024 02:00;D\n\
         01.07.2024;04.07.2024 01:30;02:00;E\n\
         01.07.2024;21:00;30.06.2024 22:00;F\n\
         01.07.2024 22:00;22:00;01.07.2024;H\n\
         01.07.2024 21:00;22:00;23:00;G\n\
         02.07.2024 0:00;22:00;03.07.2024 00:00;I\n\
         03.07.2024 22:00;;23:00;J\n",
    );
    assert_eq!(
        shown,
        [
            "2024-07-01T21:00:00+05:00 to 2024-07-01T22:00:00+05:00",
            "2024-07-02T01:30:00+05:00 to 2024-07-02T02:00:00+05:00",
            "2024-07-02T22:00:00+05:00 to 2024-07-03T00:00:00+05:00",
            "2024-07-03T22:00:00+05:00 to 2024-07-03T23:00:00+05:00",
        ]
    );
    assert_eq!(
        said,
        [
            "B2 bad_cell",
            "B3 bad_cell",
            "B6 not_of_date",
            "A7 end_before_start",
            "C8 bad_cell",
            "B9 not_of_date"
        ]
    );
}

#[test]
fn starts_with_their_dates_need_no_column_of_dates() {
    for head in ["Start", "Date"] {
        let rows = "A;01.07.2024 23:30\nB;02.07.2024 00:00\nC;02.07.2024 00:30\nD;02.07.2024\n";
        let (shown, said) = in_almaty(&format!("Title;{head}\n{rows}"));
        assert_eq!(
            shown,
            [
                "2024-07-01T23:30:00+05:00 to 2024-07-02T00:00:00+05:00",
                "2024-07-02T00:00:00+05:00 to 2024-07-02T00:30:00+05:00",
            ]
        );
        let lacks_time = if head == "Start" {
            "B5 bad_cell"
        } else {
            "B5 cell_missing"
        };
        assert_eq!(said, ["A2 ends_from_next", lacks_time, "A4 end_unknown"]);
    }
}

#[test]
fn a_table_in_windows_1251_with_commas() {
    let text = "Дата,Время,Название,Хронометраж\n01.07.2024,\"25:30\",Новости,0:30:00\n,26:00,Кино,1:30:00\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
    let received = schedule(&sheet_of(&bytes), Some(&khabar().clock), &Known::default());
    assert_eq!(codes(&received), [""; 0]);
    let starts: Vec<_> = received
        .airings
        .iter()
        .map(|one| khabar().clock.text(one.start))
        .collect();
    assert_eq!(starts, ["2024-07-02T01:30:00+05:00", "2024-07-02T02:00:00+05:00"]);
}

#[test]
fn each_cell_that_cannot_be_read_is_said_with_what_was_expected() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Хабар").unwrap();
    let rows = [
        ["Date", "Start", "Duration", "Title", "Version", "Language"],
        [
            "2024-07-01",
            "21:00",
            "0:25:00",
            "Классикалық дәйексөздер",
            "quotes/3/5.kk",
            "kk",
        ],
        ["31.02.2024", "21:00", "0:25:00", "Good", "", ""],
        ["2024-07-01", "21:75", "long", "Good", "", "Klingon"],
        ["2024-07-01", "22:00", "0:25:00", "", "", ""],
        [
            "2024-07-01",
            "23:00",
            "0:25:00",
            "Классикалык дәйексөздер",
            "quotes/3/5kk",
            "",
        ],
        ["2024-07-01", "23:30", "", "Last", "", ""],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    sheet
        .write_formula(7, 0, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    let known = Known {
        versions: vec!["quotes/3/5.kk".to_owned()],
        titles: vec![
            "Классикалық дәйексөздер".to_owned(),
            "Good".to_owned(),
            "Last".to_owned(),
        ],
    };
    let received = schedule(
        &sheet_of(&book.save_to_buffer().unwrap()),
        Some(&khabar().clock),
        &known,
    );
    let said: Vec<_> = received
        .remarks
        .iter()
        .map(|one| {
            let value = |name: &str| {
                one.values
                    .get(name)
                    .and_then(|value| value.as_str())
                    .unwrap_or("-")
                    .to_owned()
            };
            format!(
                "{} {} {} {} {}",
                one.at.shown(),
                one.code,
                value("found"),
                value("wanted"),
                value("near")
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            "Хабар!A3 bad_cell 31.02.2024 date -",
            "Хабар!B4 bad_cell 21:75 time -",
            "Хабар!C4 bad_cell long duration -",
            "Хабар!F4 bad_cell Klingon language -",
            "Хабар!D5 cell_missing - title -",
            "Хабар!D6 unknown_name Классикалык дәйексөздер title Классикалық дәйексөздер",
            "Хабар!E6 unknown_name quotes/3/5kk version quotes/3/5.kk",
            "Хабар!A8 bad_cell #DIV/0! date -",
            "Хабар!A7 end_unknown - - -",
        ]
    );
    assert_eq!(received.airings.len(), 2);
    let first = At::Cell {
        sheet: "Хабар".to_owned(),
        row: 1,
        column: 0,
    };
    assert_eq!(received.airings[0].at, first);
}

#[test]
fn a_sheet_without_its_heads_says_which() {
    let received = schedule(&sheet_of(b"Date;Title\n2024-07-01;x\n"), None, &Known::default());
    assert_eq!(codes(&received), ["A1 no_column"]);
    assert_eq!(received.remarks[0].values["wanted"], "time");
    let received = schedule(&sheet_of(b"a;b\n1;2\n"), None, &Known::default());
    assert_eq!(codes(&received), ["A1 no_heads"]);
}
