//! Files that somebody else opens: a text of the catalogue stays a text in each of them, whatever it looks like.

use std::io::{Cursor, Read as _};

use arna_domain::receiver::{DateOf, Edition};
use arna_domain::{DateRange, FrameRate, Instant, Language, ProgrammeId, Station, Words};
use arna_exchange::ics::{self, Publication};
use arna_exchange::workbook::{Table, Tongue};
use arna_exchange::{bxf, csv as table, dvbi, page, playout, tva, xlsx, xmltv};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::fixture::{self, ParseDate as _};
use crate::{pages, playlists, schedules, workbooks};

/// Texts that would do something, were they taken for more than texts.
const TEXTS: [&str; 17] = [
    "=HYPERLINK(\"http://x\")",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "\u{0}=1",
    "a;\"b\"\r\n=1;=2",
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "&lol;]]><!-- </td></title>",
    "javascript:alert(1)",
    "a\r\nBEGIN:VEVENT\r\nUID:x",
    "a\n#EXTINF:1,b\n/etc/passwd",
    "\u{202e}gpj.exe\u{2066}",
    "'); DROP TABLE record; --",
];

/// The fixture with a text in place of every title, synopsis, name, house number and media file.
fn laced(text: &str) -> Station {
    let mut station = playlists::with_files(fixture::station());
    let words = || Words::from([("kk", text), ("en", text)]);
    for channel in &mut station.channels {
        channel.name = text.into();
    }
    for media in &mut station.media {
        media.file = format!("/media/{text}.mxf");
    }
    for programme in &mut station.programmes {
        (programme.title, programme.synopsis) = (words(), words());
        for season in &mut programme.seasons {
            season.title = words();
            for episode in &mut season.episodes {
                (episode.title, episode.synopsis) = (words(), words());
                for version in &mut episode.versions {
                    version.house_number = Some(text.to_owned());
                }
            }
        }
    }
    station
}

/// What a file is but for its texts: as a reader of its kind takes it apart.
type Bones = Vec<String>;

/// Elements with the names of their attributes.
fn of_xml(bytes: &[u8]) -> Bones {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut reader = Reader::from_str(text);
    let mut bones = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) => {
                let names = element.attributes().map(|one| format!("{:?}", one.unwrap().key));
                // A page sets what looks like a number as one, by a class.
                let names = names.filter(|name| name != "QName(class)");
                bones.push(format!("{:?} {:?}", element.name(), names.collect::<Vec<_>>()));
            }
            Event::Eof => return bones,
            Event::Comment(_) | Event::CData(_) | Event::PI(_) => bones.push("other".to_owned()),
            _ => {}
        }
    }
}

/// Rows by their number of cells, none of which a spreadsheet reckons with; numbers below 0 are counted.
fn of_table(bytes: &[u8]) -> Bones {
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let rows = rows.records().map(|row| {
        let row = row.unwrap();
        let is_number = |cell: &&str| cell.starts_with('-') && cell.parse::<i64>().is_ok();
        for cell in row.iter().filter(|cell| !is_number(cell)) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
        }
        format!("{} {}", row.len(), row.iter().filter(is_number).count())
    });
    rows.collect()
}

/// Where a book's cells are; formulas and links it has none.
fn of_book(bytes: &[u8]) -> Bones {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut bones: Bones = parts.file_names().map(|name| name.unwrap().into_owned()).collect();
    bones.sort();
    let mut sheet = String::new();
    let mut part = parts.by_name("xl/worksheets/sheet1.xml").unwrap();
    part.read_to_string(&mut sheet).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
    // A text that looks like a formula is told to be none by its style: only where cells are counts.
    bones.push(sheet.matches("<c ").count().to_string());
    bones
}

/// Where the cells of each sheet are; formulas and links none has.
fn of_workbook(bytes: &[u8]) -> Bones {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut bones: Bones = parts.file_names().map(|name| name.unwrap().into_owned()).collect();
    bones.sort();
    for number in 1..=1 + Table::ALL.len() {
        let mut sheet = String::new();
        let mut part = parts.by_name(&format!("xl/worksheets/sheet{number}.xml")).unwrap();
        part.read_to_string(&mut sheet).unwrap();
        assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
        bones.push(sheet.matches("<c ").count().to_string());
    }
    bones
}

/// The names of a calendar's lines.
fn of_calendar(bytes: &[u8]) -> Bones {
    let text = std::str::from_utf8(bytes).unwrap().replace("\r\n ", "");
    let lines = text.split("\r\n").map(|line| {
        assert!(!line.contains(['\r', '\n']), "{line:?}");
        line.split([':', ';']).next().unwrap_or_default().to_owned()
    });
    lines.collect()
}

/// What each line of a playlist is.
fn of_playlist(bytes: &[u8]) -> Bones {
    let lines = std::str::from_utf8(bytes).unwrap().split(['\r', '\n']);
    let kind = |line: &str| match line.strip_prefix('#') {
        Some(said) => said.split(':').next().unwrap_or_default().to_owned(),
        None => line.is_empty().to_string(),
    };
    lines.map(kind).collect()
}

/// Every form of a station's files, as it is but for its texts.
fn bones(station: &Station) -> Vec<(&'static str, Bones)> {
    let listing = fixture::listed(station, "khabar.kz", "2024-07-01", 3, "kk");
    let kazakh = Language::parse("kk").unwrap();
    let published = Instant::parse("2024-06-20T12:00:00+05:00").unwrap();
    let mut all = Vec::new();
    let mut door = |name, take: fn(&[u8]) -> Bones, write: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = Vec::new();
        write(&mut bytes);
        all.push((name, take(&bytes)));
    };
    door("csv", of_table, &|to| {
        table::write(&listing, &schedules::heads(), to).unwrap();
    });
    door("xlsx", of_book, &|to| {
        xlsx::write(&listing, &schedules::heads(), to).unwrap();
    });
    door("workbook", of_workbook, &|to| {
        to.extend(workbooks::book(station, Tongue::Kk));
    });
    for table in Table::ALL {
        door("table", of_table, &|to| {
            to.extend(workbooks::table(station, table, Tongue::Kk));
        });
    }
    door("xmltv", of_xml, &|to| {
        xmltv::write(&listing, to).unwrap();
    });
    let authority = tva::Profile {
        authority: "khabar.kz".to_owned(),
        edition: Edition::default(),
    };
    door("tva", of_xml, &|to| {
        tva::write(&listing, &authority, to).unwrap();
    });
    door("dvb-i", of_xml, &|to| {
        dvbi::write(&listing, &authority, to).unwrap();
    });
    let profile = bxf::Profile {
        rate: FrameRate::Drop2997,
        date_of: DateOf::Broadcast,
        published,
    };
    door("bxf", of_xml, &|to| {
        bxf::write(&listing, &profile, to).unwrap();
    });
    let about = page::subject(station, &ProgrammeId::from("quotes"), &kazakh).unwrap();
    let range = DateRange::new("2024-07-01".parse_date(), 3).unwrap();
    let listings = [listing.clone()];
    door("page", of_xml, &|to| {
        page::write(&listings, &about, range, &pages::words(), to).unwrap();
    });
    let as_of = Publication {
        programme: None,
        sequence: 3,
        published,
    };
    door("ics", of_calendar, &|to| {
        ics::write(&listing, &as_of, to).unwrap();
    });
    let day = playout::day(
        &listing,
        &playlists::stock(station),
        &playout::Naming::default(),
        "2024-07-02".parse_date(),
    );
    let day = day.unwrap();
    door("m3u", of_playlist, &|to| {
        playout::write_m3u(&day, to).unwrap();
    });
    all
}

#[test]
fn a_text_stays_a_text_whoever_opens_the_file() {
    let plain = bones(&laced("Steppe"));
    for text in TEXTS {
        for ((form, found), (_, plain)) in bones(&laced(text)).iter().zip(&plain) {
            assert_eq!(found, plain, "{form}: {text:?}");
            assert!(found.len() > 2, "{form}");
        }
    }
}
