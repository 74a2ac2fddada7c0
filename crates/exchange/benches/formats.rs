//! How fast formats are written and read, and what memory that takes: 10 000, 100 000 and a million airings of a channel.
//!
//! `cargo bench -p arna-exchange` prints a row a format and size. Rates are of the writing or reading alone; making the listing, which
//! all formats share, has a row of its own. They go by the time that a processor worked on it, where the system tells, so that other
//! work beside it is not counted; else by the clock. Memory is by how much the process's highest grew during the step, where the system tells.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "this is what a bench is for")]

use std::io::{self, Write};
use std::time::Instant as Moment;

use arna_domain::receiver::{DateOf, Edition};
use arna_domain::time::MINUTE;
use arna_domain::{
    Airing, ChannelId, DateRange, FrameRate, Index, Instant, Language, Origin, Station, VersionId, Zones,
};
use arna_exchange::bxf;
use arna_exchange::csv::{self, Heads};
use arna_exchange::listing::{Listing, listing};
use arna_exchange::sheet::{self, Encoding, Known};
use arna_exchange::tva;
use arna_exchange::{WriteError, ics, page, pdf, station_json, xlsx, xmltv};

const STATION: &str = include_str!("../tests/fixtures/station.json");
const CHANNEL: &str = "khabar.kz";
const VERSIONS: [&str; 4] = [
    "common-dream/1/1.kk",
    "common-dream/1/2.kk",
    "quotes/3/5.kk",
    "quotes/3/6.kk",
];
/// Airings as short as these make a million within the longest range.
const EACH: i64 = 5 * MINUTE;

fn main() {
    println!(
        "{:<16} {:>9} {:>12} {:>12} {:>10} {:>12}",
        "step", "airings", "ms", "airings/s", "MB/s", "memory, MB"
    );
    for count in [10_000, 100_000, 1_000_000] {
        let station = station_json::read(STATION.as_bytes()).unwrap();
        let index = Index::of(&station, &Zones::bundled()).unwrap();
        let airings = airings(&index, count);
        let listing = made(&station, &index, &airings);
        drop(airings);
        writing(&listing);
        reading(&listing);
        if count == 10_000 {
            paper(&listing);
        }
    }
}

/// A week of it on paper, an airing every twenty minutes.
fn paper(listing: &Listing) {
    let mut week = listing.clone();
    week.range = DateRange::new(listing.airings[0].date, 7).unwrap();
    let in_week =
        |number: usize, one: &arna_exchange::listing::Listed| number.is_multiple_of(4) && week.range.holds(one.date);
    let airings = listing
        .airings
        .iter()
        .enumerate()
        .filter(|(number, one)| in_week(*number, one));
    week.airings = airings.map(|(_, one)| one.clone()).collect();
    for one in &mut week.airings {
        one.end = one.start + 4 * EACH;
    }
    let words = paper_words();
    let write = |name: &str, write: &dyn Fn(&mut dyn Write) -> Result<usize, WriteError>| {
        row(name, week.airings.len(), || {
            let mut sink = Counted::default();
            write(&mut sink).unwrap();
            sink.bytes
        });
    };
    write("PDF week out", &|to| pdf::write_week(&week, &words, None, to));
    write("PDF rundown out", &|to| pdf::write_rundown(&week, &words, None, to));
}

fn paper_words() -> pdf::Words {
    let own = |text: &str| text.to_owned();
    pdf::Words {
        page: page::Words {
            language: Language::parse("kk").unwrap(),
            until: own("–"),
            airings: own("Эфир саны"),
            channel: own("Арна"),
            spoken: own("Тілі"),
            date: own("Күні"),
            time: own("Уақыты"),
            duration: own("Ұзақтығы"),
            episode: own("Бөлім"),
            showing: own("Көрсетілімі"),
            premiere: own("тұсаукесер"),
            first_run: own("алғашқы көрсетілім"),
            repeat: own("қайталау"),
            none: own("Көрсетілмейді."),
            weekdays: ["дс", "сс", "ср", "бс", "жм", "сн", "жс"].map(own),
            languages: std::collections::BTreeMap::new(),
        },
        dates: [(); 12].map(|()| own("{day} шілде, {weekday}")),
        title: own("Атауы"),
        house_number: own("Инв. нөмірі"),
        premiere_short: own("Т"),
        first_run_short: own("1-ші"),
        revision: own("{at} жарияланған {number}-редакция"),
        draft: own("Жарияланбаған"),
        breaks: own("промо"),
        more: own("{count}"),
    }
}

fn airings(index: &Index, count: usize) -> Vec<Airing> {
    let clock = &index.channels[index.channel(CHANNEL).unwrap().at()].clock;
    let from = Instant::parse("2021-01-01T06:00:00+06:00").unwrap();
    let one = |number: usize| {
        let start = from + i64::try_from(number).unwrap() * EACH;
        Airing {
            channel: ChannelId::from(CHANNEL),
            date: clock.broadcast_date(start),
            start,
            end: start + EACH,
            version: Some(VersionId::from(VERSIONS[number % VERSIONS.len()])),
            title: None,
            language: None,
            licence: None,
            slot: None,
            origin: Origin::Pin,
        }
    };
    (0..count).map(one).collect()
}

fn made(station: &Station, index: &Index, airings: &[Airing]) -> Listing {
    let range = DateRange::new(airings[0].date, DateRange::LONGEST).unwrap();
    let channel = index.channel(CHANNEL).unwrap();
    let language = Language::parse("kk").unwrap();
    let mut made = None;
    row("listing", airings.len(), || {
        made = Some(listing(index, station, airings, channel, range, &language));
        0
    });
    made.unwrap()
}

fn heads() -> Heads {
    let own = |text: &str| text.to_owned();
    Heads {
        date: own("date"),
        start: own("start"),
        duration: own("duration"),
        end: own("end"),
        utc_offset: own("UTC offset"),
        title: own("title"),
        episode: own("episode"),
        language: own("language"),
        version: own("version"),
        origin: own("origin"),
    }
}

fn writing(listing: &Listing) {
    let count = listing.airings.len();
    let published = listing.airings[0].start;
    let write = |name: &str, write: &dyn Fn(&mut dyn Write) -> Result<(), WriteError>| {
        row(name, count, || {
            let mut sink = Counted::default();
            write(&mut sink).unwrap();
            sink.bytes
        });
    };
    let (heads, guide) = (
        heads(),
        tva::Profile {
            edition: Edition::Of2024,
            authority: "khabar.kz".to_owned(),
        },
    );
    let publication = ics::Publication {
        programme: None,
        sequence: 0,
        published,
    };
    let frames = bxf::Profile {
        rate: FrameRate::Fps25,
        date_of: DateOf::Calendar,
        published,
    };
    write("XMLTV out", &|to| xmltv::write(listing, to).map(drop));
    write("CSV out", &|to| csv::write(listing, &heads, to).map(drop));
    write("TV-Anytime out", &|to| tva::write(listing, &guide, to).map(drop));
    write("ICS out", &|to| ics::write(listing, &publication, to).map(drop));
    write("BXF out", &|to| bxf::write(listing, &frames, to).map(drop));
    write("XLSX out", &|to| xlsx::write(listing, &heads, to).map(drop));
}

fn reading(listing: &Listing) {
    // The texts of a million airings are more than a file may have; a tenth says as much of the rate.
    let mut some = listing.clone();
    some.airings.truncate(100_000);
    let count = some.airings.len();
    let text = |write: &dyn Fn(&mut Vec<u8>) -> Result<usize, WriteError>| {
        let mut text = Vec::new();
        write(&mut text).unwrap();
        text
    };
    let guide = text(&|to| xmltv::write(&some, to));
    row("XMLTV in", count, || {
        assert_eq!(xmltv::read::read(&guide).unwrap().airings.len(), count);
        guide.len()
    });
    let profile = bxf::Profile {
        rate: FrameRate::Fps25,
        date_of: DateOf::Calendar,
        published: some.airings[0].start,
    };
    let events = text(&|to| bxf::write(&some, &profile, to));
    row("BXF in", count, || {
        assert_eq!(
            bxf::read::read(&events, &some.clock, DateOf::Calendar)
                .unwrap()
                .airings
                .len(),
            count
        );
        events.len()
    });
    let table = text(&|to| csv::write(&some, &heads(), to));
    row("CSV in", count, || {
        let book = sheet::read(&table, Encoding::Guessed).unwrap();
        assert_eq!(
            sheet::schedule(&book.sheets[0], None, &Known::default()).airings.len(),
            count
        );
        table.len()
    });
}

/// Where everything goes and nothing stays.
#[derive(Default)]
struct Counted {
    bytes: usize,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Does a step and prints what it took; the step says how many bytes it wrote or read.
fn row(name: &str, count: usize, step: impl FnOnce() -> usize) {
    // The highest is counted from here on.
    let is_counted = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let before = memory("VmRSS:");
    let worked_before = worked();
    let begun = Moment::now();
    let bytes = step();
    let took = begun.elapsed();
    let worked = worked().zip(worked_before).map(|(now, before)| now - before);
    let highest = memory("VmHWM:");
    let grown = highest
        .zip(before)
        .filter(|_| is_counted)
        .map(|(highest, before)| highest.saturating_sub(before) / 1_024);
    let seconds = worked.unwrap_or(took.as_secs_f64());
    let rate = |amount: f64| {
        if amount == 0.0 {
            "-".to_owned()
        } else {
            format!("{:.0}", amount / seconds)
        }
    };
    println!(
        "{name:<16} {count:>9} {:>12.1} {:>12} {:>10} {:>12}",
        seconds * 1_000.0,
        rate(count as f64),
        rate(bytes as f64 / 1e6),
        grown.map_or_else(|| "-".to_owned(), |grown| grown.to_string()),
    );
}

/// Seconds that a processor worked on this thread.
fn worked() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: u64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds as f64 / 1e9)
}

/// Kilobytes that the system tells of the process.
fn memory(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
