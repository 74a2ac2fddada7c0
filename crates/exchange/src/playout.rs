//! Playlists for playout: one a broadcast day, filled to its last millisecond. As ffplayout reads them (JSON), and as M3U for
//! what knows no clock.

pub mod read;

use std::io::Write;

use arna_domain::finding::Place;
use arna_domain::receiver::is_file_name;
use arna_domain::time::DAY;
use arna_domain::{BroadcastDate, Finding, Index, Instant, Language, Origin, Severity, Station, Values, values};
use serde::{Serialize, Serializer};

use crate::WriteError;
use crate::listing::{Catalogue, File, Listed, Listing};
use crate::text::carried;

/// Shorter fillers are passed over: they would make a list without end.
const SHORTEST_FILLER_MS: i64 = 1_000;

/// How files are called that the station does not know: `{house}` stands for the house number, or the version's id where it
/// has none, `{version}` for the id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming(pub Option<String>);

impl Naming {
    /// The version's file: its own, else as the pattern says.
    fn file(&self, airing: &Listed) -> Option<File> {
        if airing.media.is_some() {
            return airing.media.clone();
        }
        let version = airing.version.as_ref()?.as_str();
        let house = airing.house_number.as_deref().unwrap_or(version);
        let pattern = self.0.as_ref()?;
        Some(File {
            path: pattern.replace("{house}", house).replace("{version}", version),
            duration_ms: airing.version_ms?,
        })
    }
}

/// A filler that has a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    source: String,
    duration_ms: i64,
    title: String,
}

/// The station's fillers that have a file and last a second or longer, in its order.
pub fn stock(station: &Station, index: &Index, language: &Language, naming: &Naming) -> Vec<Stock> {
    let mut told = Catalogue::of(station, index, language);
    let one = |number: &arna_domain::index::VersionIx| {
        let known = told.of_version(*number)?;
        let file = naming.file(known)?;
        Some(Stock {
            source: file.path,
            duration_ms: file.duration_ms,
            title: known.title().to_owned(),
        })
    };
    let all = index.fillers.iter().filter_map(one);
    all.filter(|one| one.duration_ms >= SHORTEST_FILLER_MS).collect()
}

/// Something that plays: the part from `in` until `out` of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Where in the file it begins.
    #[serde(rename = "in", serialize_with = "seconds")]
    pub from_ms: i64,
    /// Where it ends.
    #[serde(rename = "out", serialize_with = "seconds")]
    pub until_ms: i64,
    /// How long the file is.
    #[serde(rename = "duration", serialize_with = "seconds")]
    pub duration_ms: i64,
    /// The file.
    pub source: String,
    /// What viewers are told that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The trade's kind; `hold` for what lies under a live block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
}

/// Seconds with milliseconds, as ffplayout counts.
fn seconds<S: Serializer>(ms: &i64, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(*ms as f64 / 1_000.0)
}

/// A broadcast day as it plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// What plays, in order; together as long as the day, 23 or 25 hours where the clock changes.
    pub program: Vec<Entry>,
    /// What does not play as it is scheduled.
    #[serde(skip)]
    pub findings: Vec<Finding>,
}

/// A broadcast day of a channel. Its listing must hold the day before too, whose last airing may run over. What the schedule
/// leaves, and what has no file, is filled with fillers in turn; each but what was left open is a finding.
///
/// # Errors
/// `no_filler_file`: there is time to fill, and no filler has a file.
pub fn day(listing: &Listing, stock: &[Stock], naming: &Naming, date: BroadcastDate) -> Result<Day, WriteError> {
    let (from, until) = listing.clock.day(date);
    let mut filling = Filling {
        listing,
        stock,
        naming,
        next: 0,
        at: from,
        day: Day {
            channel: listing.channel.to_string(),
            date,
            program: Vec::new(),
            findings: Vec::new(),
        },
    };
    // A day is many times shorter than the listing may be; what started two days earlier has ended.
    let first = listing.airings.partition_point(|one| one.start < from - 2 * DAY);
    let near = listing.airings[first..].iter().take_while(|one| one.start < until);
    for airing in near.filter(|one| one.end > from) {
        filling.airing(airing, from, until)?;
    }
    filling.fill(until, None)?;
    Ok(filling.day)
}

struct Filling<'a> {
    listing: &'a Listing,
    stock: &'a [Stock],
    naming: &'a Naming,
    next: usize,
    at: Instant,
    day: Day,
}

impl Filling<'_> {
    fn airing(&mut self, airing: &Listed, from: Instant, until: Instant) -> Result<(), WriteError> {
        let start = airing.start.max(from);
        let end = airing.end.min(until);
        if start < self.at {
            let lost = values! { "seconds" => seconds_up(self.at.min(airing.end) - start) };
            self.find("playout_overlap", Severity::Error, airing, lost);
            if end <= self.at {
                return Ok(());
            }
        }
        self.fill(start, None)?;
        if airing.origin == Origin::Hold {
            self.find(
                "playout_hold",
                Severity::Info,
                airing,
                values! { "title" => airing.title() },
            );
            return self.fill(end, Some(airing));
        }
        let Some(file) = self.naming.file(airing) else {
            self.find(
                "playout_no_file",
                Severity::Error,
                airing,
                values! { "title" => airing.title() },
            );
            return self.fill(end, None);
        };
        let begins = self.at - airing.start;
        let ends = (begins + (end - self.at)).min(file.duration_ms);
        if ends > begins {
            self.day.program.push(Entry {
                from_ms: begins,
                until_ms: ends,
                duration_ms: file.duration_ms,
                source: file.path,
                title: Some(airing.title().to_owned()),
                category: airing.kind.clone(),
            });
            self.at = self.at + (ends - begins);
        }
        if self.at < end {
            let missing = values! { "seconds" => seconds_up(end - self.at) };
            self.find("playout_short_file", Severity::Warning, airing, missing);
        }
        self.fill(end, None)
    }

    /// Fillers until an instant; under a live block they bear its name.
    fn fill(&mut self, until: Instant, under: Option<&Listed>) -> Result<(), WriteError> {
        while self.at < until {
            let Some(stock) = self.stock.get(self.next % self.stock.len().max(1)) else {
                return Err(WriteError::NoFiller {
                    channel: self.day.channel.clone(),
                    date: self.day.date.to_string(),
                });
            };
            self.next += 1;
            let lasts = stock.duration_ms.min(until - self.at);
            self.day.program.push(Entry {
                from_ms: 0,
                until_ms: lasts,
                duration_ms: stock.duration_ms,
                source: stock.source.clone(),
                title: Some(under.map_or(stock.title.as_str(), Listed::title).to_owned()),
                category: Some(if under.is_some() { "hold" } else { "filler" }.to_owned()),
            });
            self.at = self.at + lasts;
        }
        Ok(())
    }

    fn find(&mut self, code: &str, severity: Severity, airing: &Listed, values: Values) {
        self.day.findings.push(Finding {
            code: code.to_owned(),
            severity,
            place: Place {
                channel: Some(self.listing.channel.clone()),
                slot: airing.slot.clone(),
                date: Some(airing.date),
                start: Some(self.listing.clock.text(airing.start)),
                version: airing.version.clone(),
            },
            values,
        });
    }
}

fn seconds_up(ms: i64) -> i64 {
    (ms + 999).div_euclid(1_000)
}

/// Where a day's playlist lies under the folder of all: `khabar.kz/2024/07/2024-07-01.json`. `None`: the channel's id is no
/// name of a folder.
pub fn place(channel: &str, date: BroadcastDate, extension: &str) -> Option<String> {
    let (year, month, _) = date.ymd();
    is_file_name(channel).then(|| format!("{channel}/{year:04}/{month:02}/{date}.{extension}"))
}

/// Writes a day as ffplayout reads it; the number of characters dropped that a playlist cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn write_json(day: &Day, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut dropped = 0;
    let program = day
        .program
        .iter()
        .map(|entry| without_controls(entry, &mut dropped))
        .collect();
    let day = Day { program, ..day.clone() };
    crate::layout::write(&day, to)?;
    Ok(dropped)
}

/// Writes a day as M3U in UTF-8, with VLC's options where a file is not played as a whole; the number of characters dropped
/// that a playlist cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn write_m3u(day: &Day, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut dropped = 0;
    let seconds = |ms: i64| format!("{}.{:03}", ms / 1_000, ms % 1_000);
    writeln!(to, "#EXTM3U")?;
    writeln!(to, "#PLAYLIST:{} {}", carried(&day.channel, &mut dropped), day.date)?;
    for entry in &day.program {
        let Entry {
            from_ms,
            until_ms,
            duration_ms,
            source,
            title,
            ..
        } = without_controls(entry, &mut dropped);
        writeln!(
            to,
            "#EXTINF:{},{}",
            seconds(until_ms - from_ms),
            title.unwrap_or_default()
        )?;
        if from_ms > 0 {
            writeln!(to, "#EXTVLCOPT:start-time={}", seconds(from_ms))?;
        }
        if until_ms < duration_ms {
            writeln!(to, "#EXTVLCOPT:stop-time={}", seconds(until_ms))?;
        }
        // A line that begins so would be a remark.
        let here = if source.starts_with('#') { "./" } else { "" };
        writeln!(to, "{here}{source}")?;
    }
    Ok(dropped)
}

fn without_controls(entry: &Entry, dropped: &mut usize) -> Entry {
    Entry {
        source: carried(&entry.source, dropped).into_owned(),
        title: entry.title.as_deref().map(|title| carried(title, dropped).into_owned()),
        category: entry
            .category
            .as_deref()
            .map(|category| carried(category, dropped).into_owned()),
        ..*entry
    }
}
