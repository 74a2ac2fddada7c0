//! Another's schedule of a channel as a proposal beside what is accepted.
//!
//! A file is read whole, each thing in it is looked for in the catalogue, and what is recognised becomes a plan of the dates that the
//! file tells of, judged by the same rules as any other. What is as it is accepted stays as it is; what is not is a person's decision: it is
//! pinned. Nothing of a station changes until the proposal is accepted, which is one step.

mod lay;
mod matching;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use arna_domain::finding::Place;
use arna_domain::index::{ChannelIx, VersionIx};
pub use arna_domain::receiver::DateOf;
use arna_domain::time::ChannelClock;
use arna_domain::{
    Airing, BroadcastDate, ChannelId, DateRange, Finding, Index, Instant, Language, Plan, Score, Severity, Station,
    VersionId, Zones, values,
};
use arna_exchange::received::{At, Received, ReceivedAiring, Remark};

use self::lay::Laying;
use self::matching::{Found, Matching};
use crate::asrun::mostly;
use crate::desk;
use crate::failure::{Detail, Failure};
use crate::names::normal;
use crate::planning::{self, Channels, Difference};
use crate::proposal::{by_the_file, with_import};
use crate::received::{self, About};
use crate::source;

/// Candidates that are told of what may be several.
const MOST_CANDIDATES: usize = 8;
/// Dates that are told of those that a file does not tell of.
const MOST_DATES: usize = 5;
/// Bytes in which the name of a document's first element stands, comments before it among them.
const BEGINNING: u64 = 16 * 1024;

/// The findings of imports.
pub const FINDINGS: [&str; 3] = ["import_unknown", "import_ambiguous", "import_hold_moved"];

/// Remarks on something that is left out of what was read.
const LEFT_OUT: [&str; 9] = [
    "bad_cell",
    "bad_duration",
    "bad_entry",
    "bad_start",
    "cell_missing",
    "end_unknown",
    "no_column",
    "no_heads",
    "playlist_twice",
];

/// What others' schedules are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An XMLTV guide.
    Xmltv,
    /// BXF.
    Bxf(DateOf),
    /// A table or a book.
    Sheet,
    /// A playlist as ffplayout reads it, or a folder of them.
    Ffplayout,
}

impl Format {
    /// What a file is by its ending and, where several end alike, by what it begins with; none where that says nothing.
    pub fn recognised(path: &Path) -> Option<Self> {
        if path.is_dir() {
            return Some(Self::Ffplayout);
        }
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "xml" | "bxf" | "xmltv" => xml(path),
            "xlsx" | "xlsm" | "ods" | "csv" | "tsv" | "txt" => Some(Self::Sheet),
            "json" => Some(Self::Ffplayout),
            _ => None,
        }
    }
}

/// Which XML it is, by the name of its first element.
fn xml(path: &Path) -> Option<Format> {
    let mut begins = Vec::new();
    let mut file = File::open(path).ok()?.take(BEGINNING);
    file.read_to_end(&mut begins).ok()?;
    // Names are the same letters in UTF-16, with a zero beside each.
    begins.retain(|byte| *byte != 0);
    let text = String::from_utf8_lossy(&begins);
    let names = text
        .split('<')
        .skip(1)
        .map(|rest| rest.split([' ', '>', '/', '\n', '\r', '\t']).next());
    let first = names.flatten().find(|name| !name.starts_with(['?', '!']))?;
    match first.rsplit(':').next()? {
        "tv" => Some(Format::Xmltv),
        "BxfMessage" => Some(Format::Bxf(DateOf::Calendar)),
        _ => None,
    }
}

/// What is asked of a file.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The file.
    pub path: &'a Path,
    /// What it is written in.
    pub format: Format,
    /// The channel.
    pub channel: &'a str,
    /// What the file calls the channel; none: as the station does.
    pub called: Option<&'a str>,
    /// The dates; none: those that the file mostly tells of.
    pub range: Option<DateRange>,
    /// The language that failures tell titles in.
    pub language: Language,
}

/// What became of something in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is accepted so already.
    Kept(Option<VersionId>),
    /// It is to be put on air; none: a live block.
    Placed(Option<VersionId>),
    /// It may be several things of the catalogue: the first of them, and how many there are.
    Ambiguous(Vec<VersionId>, usize),
    /// The station knows nothing called so; the nearest name, if one is near.
    Unknown(Option<String>),
}

impl Outcome {
    /// Its word: the message `import-<word>`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Kept(_) => "kept",
            Self::Placed(_) => "placed",
            Self::Ambiguous(..) => "ambiguous",
            Self::Unknown(_) => "unknown",
        }
    }

    /// What it is or may be, in a line: `quotes/3/5.kk, quotes/3/5.ru …`.
    pub fn versions(&self) -> String {
        let (some, all) = match self {
            Self::Kept(version) | Self::Placed(version) => (version.as_slice(), 1),
            Self::Ambiguous(some, all) => (some.as_slice(), *all),
            Self::Unknown(_) => (&[][..], 0),
        };
        let names: Vec<&str> = some.iter().map(VersionId::as_str).collect();
        let more = if all > some.len() && !some.is_empty() {
            " …"
        } else {
            ""
        };
        format!("{}{more}", names.join(", "))
    }

    /// Whether it is not on air in what is proposed.
    pub fn is_left_out(&self) -> bool {
        matches!(self, Self::Ambiguous(..) | Self::Unknown(_))
    }
}

/// Something in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub at: At,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// When it starts.
    pub start: Instant,
    /// When it ends.
    pub end: Instant,
    /// What the file calls it.
    pub title: String,
    /// Whether it is a promo or a filler.
    pub is_break: bool,
    /// What became of it.
    pub outcome: Outcome,
}

impl Row {
    /// Whether it is told of one by one: promos and fillers are, where they are left out.
    pub fn is_told(&self) -> bool {
        !self.is_break || self.outcome.is_left_out()
    }
}

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Programmes and live blocks that are accepted so already.
    pub kept: usize,
    /// Those that are to be put on air.
    pub placed: usize,
    /// What may be several things.
    pub ambiguous: usize,
    /// What the station does not know.
    pub unknown: usize,
    /// Promos and fillers taken.
    pub breaks: usize,
    /// Promos and fillers passed over: a playlist is filled to its end whatever is scheduled.
    pub breaks_passed_over: usize,
    /// Promos and fillers that have no room beside what is on air.
    pub breaks_without_room: usize,
    /// What is of other dates.
    pub other_dates: usize,
    /// What cannot be read, as the remarks tell.
    pub unread: usize,
}

impl Totals {
    /// How much of the file is not in what is proposed.
    pub fn left_out(&self) -> usize {
        self.ambiguous + self.unknown + self.unread
    }
}

/// A file as a proposal.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The channel.
    pub channel: ChannelId,
    /// The dates.
    pub range: DateRange,
    /// What the file tells of them, by start.
    pub rows: Vec<Row>,
    /// How many of what.
    pub totals: Totals,
    /// What the file tells of other channels, by what it calls these.
    pub other_channels: BTreeMap<String, usize>,
    /// What could not be read.
    pub remarks: Vec<Remark>,
    /// Remarks beyond those kept.
    pub further_remarks: usize,
    /// What would be wrong that is not wrong now, what is left out among it.
    pub findings: Vec<Finding>,
    /// What would be on air, and everything that is to be said of it.
    pub plan: Plan,
    /// How that changes what is accepted.
    pub difference: Difference,
}

/// Reads a file and makes a plan of what it says. Nothing changes.
///
/// # Errors
/// `unknown_channel`; what cannot be read, with its place; `import_other_channel`, `import_empty`; `import_dates_untold` where the file says
/// nothing of a date; `range_too_long`; `day_aired` where it would change what is over; `import_overlaps`, with the places.
pub fn read(station: &Station, index: &Index, zones: &Zones, asked: &Asked<'_>) -> Result<Imported, Failure> {
    let about = About {
        station,
        index,
        channel: asked.channel,
    };
    let channel = index.channel(asked.channel);
    let channel = channel.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => asked.channel }))?;
    let received = match asked.format {
        Format::Xmltv => received::guide(asked.path)?,
        Format::Bxf(date_of) => received::bxf(asked.path, &about, date_of)?,
        Format::Sheet => received::sheets(asked.path, &about)?,
        Format::Ffplayout => received::playlists(asked.path, &about)?,
    };
    proposed(station, index, zones, channel, received, asked).map_err(|failure| failure.of(asked.path))
}

fn proposed(
    station: &Station,
    index: &Index,
    zones: &Zones,
    channel: ChannelIx,
    mut received: Received,
    asked: &Asked<'_>,
) -> Result<Imported, Failure> {
    // Names are looked for here by more than their letters.
    received.remarks.retain(|remark| remark.code != "unknown_name");
    let (mut own, other_channels) = of_channel(station, index, channel, &received, asked.called)?;
    own.sort_by_key(|one| one.start);
    let own = joined(own);
    let clock = &index.channels[channel.at()].clock;
    let range = range_of(&own, clock, asked)?;
    let before = own.len();
    let own: Vec<ReceivedAiring> = own
        .into_iter()
        .filter(|one| range.holds(clock.broadcast_date(one.start)))
        .collect();
    let mut matching = Matching::of(station, index, channel);
    let takes_breaks = asked.format != Format::Ffplayout;
    let mut laying = Laying::of(&matching, index, channel, range);
    let mut rows = Vec::with_capacity(own.len());
    let mut left_out = Vec::new();
    let mut totals = Totals {
        other_dates: before - own.len(),
        unread: unread(&received),
        ..Totals::default()
    };
    for one in &own {
        let found = matching.find(one);
        let is_break = matching.is_break(one, &found);
        if is_break && !takes_breaks {
            totals.breaks_passed_over += 1;
            continue;
        }
        let outcome = match found {
            Found::Nothing => Outcome::Unknown(matching.near(one)),
            Found::Several(versions) => ambiguous(index, &versions),
            found => laying.put(one, &found, is_break),
        };
        match (&outcome, is_break) {
            (Outcome::Ambiguous(..), _) => totals.ambiguous += 1,
            (Outcome::Unknown(_), _) => totals.unknown += 1,
            (_, true) => totals.breaks += 1,
            (Outcome::Kept(_), false) => totals.kept += 1,
            (Outcome::Placed(_), false) => totals.placed += 1,
        }
        let row = Row {
            at: one.at.clone(),
            date: clock.broadcast_date(one.start),
            start: one.start,
            end: one.end,
            title: called(one).to_owned(),
            is_break,
            outcome,
        };
        left_out.extend(finding_of(&row, index, channel));
        rows.push(row);
    }
    let laid = laying.laid(station, &asked.language)?;
    totals.breaks -= laid.breaks_without_room;
    totals.breaks_without_room = laid.breaks_without_room;
    left_out.extend(laid.findings);
    let id = index.channels[channel.at()].id.clone();
    let mut plan = Plan {
        range,
        seed: 0,
        airings: laid.airings,
        open: Vec::new(),
        findings: Vec::new(),
        score: Score::default(),
    };
    judge(station, index, zones, &id, &mut plan)?;
    let known: BTreeSet<String> = desk::survey(index, &station.schedule, range)
        .findings
        .iter()
        .map(name)
        .collect();
    let mut findings = left_out.clone();
    findings.extend(plan.findings.iter().filter(|one| !known.contains(&name(one))).cloned());
    left_out.append(&mut plan.findings);
    plan.findings = left_out;
    let difference = planning::difference_on(index, &station.schedule, &plan, &only(&id));
    let file = file_name(asked.path);
    let difference = by_the_file(difference, &file);
    Ok(Imported {
        channel: id,
        range,
        rows,
        totals,
        other_channels,
        remarks: received.remarks,
        further_remarks: received.further_remarks,
        findings,
        plan,
        difference,
    })
}

/// This channel and no other.
pub(crate) fn only(channel: &ChannelId) -> Channels {
    Channels::Only(BTreeSet::from([channel.clone()]))
}

/// What a file is called, without its folder.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// What is wrong with a plan, and what it leaves open.
fn judge(station: &Station, index: &Index, zones: &Zones, channel: &ChannelId, plan: &mut Plan) -> Result<(), Failure> {
    let then = with_import(station, index, plan, &only(channel));
    let index = source::index_of(&then, zones)?;
    let review = desk::review(&index, &then.schedule, plan.range);
    let is_own = |finding: &Finding| finding.place.channel.as_ref().is_none_or(|own| own == channel);
    plan.findings = review.findings.into_iter().filter(is_own).collect();
    let of_channel = |slot: &arna_domain::SlotId| {
        let slot = index.slot(slot.as_str());
        slot.is_some_and(|slot| index.channels[index.slots[slot.at()].channel.at()].id == *channel)
    };
    plan.open = review.open.into_iter().filter(|open| of_channel(&open.slot)).collect();
    Ok(())
}

/// What tells findings apart.
fn name(finding: &Finding) -> String {
    format!("{} {:?} {:?}", finding.code, finding.place, finding.values)
}

fn ambiguous(index: &Index, versions: &[VersionIx]) -> Outcome {
    let ids = versions.iter().take(MOST_CANDIDATES);
    Outcome::Ambiguous(
        ids.map(|version| index.versions[version.at()].id.clone()).collect(),
        versions.len(),
    )
}

/// What is left out, as a finding.
fn finding_of(row: &Row, index: &Index, channel: ChannelIx) -> Option<Finding> {
    let entry = &index.channels[channel.at()];
    let (code, values) = match &row.outcome {
        Outcome::Unknown(near) => (
            "import_unknown",
            values! { "title" => row.title.as_str(), "where" => row.at.shown(), "near" => near.clone() },
        ),
        Outcome::Ambiguous(some, all) => {
            let names: Vec<&str> = some.iter().map(VersionId::as_str).collect();
            let more = all - some.len();
            (
                "import_ambiguous",
                values! { "title" => row.title.as_str(), "where" => row.at.shown(), "candidates" => names.join(", "), "more" => more },
            )
        }
        Outcome::Kept(_) | Outcome::Placed(_) => return None,
    };
    Some(Finding {
        code: code.to_owned(),
        severity: Severity::Error,
        place: Place {
            channel: Some(entry.id.clone()),
            slot: None,
            date: Some(row.date),
            start: Some(entry.clock.text(row.start)),
            version: None,
        },
        values,
    })
}

/// What something is called: its title, else its house number or the version's id.
fn called(one: &ReceivedAiring) -> &str {
    let names = [Some(one.title()), one.house_number.as_deref(), one.version.as_deref()];
    names
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

fn unread(received: &Received) -> usize {
    let remarks = received.remarks.iter();
    let left_out = remarks.filter(|remark| LEFT_OUT.contains(&remark.code));
    left_out.count() + received.further_remarks
}

/// What a file tells of a channel, and how much of others by what it calls them.
fn of_channel(
    station: &Station,
    index: &Index,
    channel: ChannelIx,
    received: &Received,
    called: Option<&str>,
) -> Result<(Vec<ReceivedAiring>, BTreeMap<String, usize>), Failure> {
    let id = index.channels[channel.at()].id.as_str();
    let name = station.channels.get(channel.at()).map_or("", |own| own.name.as_str());
    let begins = id.split('.').next().unwrap_or(id);
    let names: BTreeSet<String> = match called {
        Some(called) => BTreeSet::from([normal(called)]),
        None => [id, name, begins].into_iter().map(normal).collect(),
    };
    // A guide says by what names it knows a channel.
    let known_as = |theirs: &str| {
        let described = received.channels.iter().filter(|one| one.id == theirs);
        let mut texts = described.flat_map(|one| &one.names);
        names.contains(&normal(theirs)) || texts.any(|text| names.contains(&normal(&text.text)))
    };
    // A book may have a sheet a channel.
    let sheet_of = |one: &ReceivedAiring| match &one.at {
        At::Cell { sheet, .. } if one.channel.is_empty() => sheet.clone(),
        _ => String::new(),
    };
    let has_own_sheet = received
        .airings
        .iter()
        .any(|one| names.contains(&normal(&sheet_of(one))));
    let mut known: BTreeMap<&str, bool> = BTreeMap::new();
    let (mut own, mut others) = (Vec::new(), BTreeMap::new());
    for one in &received.airings {
        let sheet = sheet_of(one);
        let is_own = if one.channel.is_empty() {
            !has_own_sheet || names.contains(&normal(&sheet))
        } else {
            *known.entry(&one.channel).or_insert_with(|| known_as(&one.channel))
        };
        if is_own {
            own.push(one.clone());
        } else {
            let theirs = if one.channel.is_empty() {
                sheet
            } else {
                one.channel.clone()
            };
            *others.entry(theirs).or_default() += 1;
        }
    }
    if own.is_empty() {
        if others.is_empty() {
            return Err(Failure::new(
                "import_empty",
                values! { "remarks" => received.remarks.len() },
            ));
        }
        let found: Vec<&str> = others.keys().take(10).map(String::as_str).collect();
        let values = values! { "channel" => id, "found" => found.join(", ") };
        return Err(Failure::new("import_other_channel", values));
    }
    Ok((own, others))
}

/// The parts of a programme that is aired in segments, as one airing.
fn joined(own: Vec<ReceivedAiring>) -> Vec<ReceivedAiring> {
    let mut joined: Vec<ReceivedAiring> = Vec::with_capacity(own.len());
    // The last segment of each, by its names: breaks lie between.
    let mut last: Option<usize> = None;
    for one in own {
        let goes_on = last.filter(|&at| {
            let before: &ReceivedAiring = &joined[at];
            let next = before.segment.and_then(|segment| segment.checked_add(1));
            let same = (&before.house_number, &before.version, &before.titles)
                == (&one.house_number, &one.version, &one.titles);
            next.is_some() && one.segment == next && same
        });
        if let Some(at) = goes_on {
            joined[at].end = one.end;
            joined[at].segment = one.segment;
            continue;
        }
        if one.segment.is_some() {
            last = Some(joined.len());
        }
        joined.push(one);
    }
    joined
}

/// The dates asked for, else those on which the file tells most. Each must be told of: what is accepted there would be taken off.
fn range_of(own: &[ReceivedAiring], clock: &ChannelClock, asked: &Asked<'_>) -> Result<DateRange, Failure> {
    let mut told: BTreeMap<BroadcastDate, i64> = BTreeMap::new();
    // Fillers alone tell of no day.
    let tells = |one: &&ReceivedAiring| one.origin.is_none_or(|origin| !origin.is_break());
    for one in own.iter().filter(tells) {
        *told.entry(clock.broadcast_date(one.start)).or_default() += one.end - one.start;
    }
    let (from, until) = match asked.range {
        Some(range) => (range.from, range.end().plus_days(-1)),
        None => mostly(&told).ok_or_else(|| Failure::new("import_empty", values! { "remarks" => 0 }))?,
    };
    let days = u32::try_from(until.days_since(from) + 1).unwrap_or(u32::MAX);
    let range = planning::dates(from, days)?;
    let untold: Vec<BroadcastDate> = range.dates().filter(|date| !told.contains_key(date)).collect();
    if let Some(first) = untold.first() {
        let dates: Vec<String> = untold.iter().take(MOST_DATES).map(ToString::to_string).collect();
        let all = (
            told.keys().next().unwrap_or(first),
            told.keys().next_back().unwrap_or(first),
        );
        let values = values! {
            "dates" => dates.join(", "), "more" => untold.len() - dates.len(), "from" => all.0.to_string(), "until" => all.1.to_string()
        };
        return Err(Failure::new("import_dates_untold", values));
    }
    Ok(range)
}

/// Two things at once.
fn overlap(at: &At, values: arna_domain::Values) -> Detail {
    Detail {
        path: at.shown(),
        at: None,
        code: "import_overlap".to_owned(),
        values,
    }
}

/// The airings of a plan that are not accepted so, which are a person's decision.
pub(crate) fn is_new(airing: &Airing, accepted: &[Airing]) -> bool {
    let first = accepted.partition_point(|one| (&one.channel, one.start) < (&airing.channel, airing.start));
    let same = accepted[first..].iter().take_while(|one| one.start == airing.start);
    !same.into_iter().any(|one| one == airing)
}
