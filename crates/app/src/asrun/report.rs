//! What became of each airing: the reconciliation of a channel and some dates.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::time::MINUTE;
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Instant, VersionId, values};
use arna_exchange::asrun::{Log, LogRow, Mapping};
use arna_exchange::received::At;

use super::Asked;
use super::align::{Pair, Stretch, align};
use super::told::Told;
use crate::failure::Failure;
use crate::names::{Called, Key, Known, Names};

/// How far from its minute something may start and be on time.
pub const ON_TIME_MS: i64 = MINUTE;

/// Something that aired.
#[derive(Clone, Debug, PartialEq)]
pub struct Aired {
    /// Its start.
    pub start: Instant,
    /// Its end, where the log tells.
    pub end: Option<Instant>,
    /// What it is in the catalogue.
    pub version: Option<VersionId>,
    /// The house number in the log.
    pub house_number: Option<String>,
    /// The title in the log.
    pub title: Option<String>,
    /// Where it stands.
    pub at: At,
}

/// What became of an airing.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It aired.
    Aired {
        /// By what it was recognised.
        by: Key,
        /// Milliseconds after its time; below 0: before it.
        late_ms: i64,
        /// Milliseconds that it lasted longer; below 0: shorter; none where the log does not tell.
        longer_ms: Option<i64>,
    },
    /// Something else aired in its place.
    Replaced {
        /// Milliseconds that what aired began after its time.
        late_ms: i64,
    },
    /// Another version of it aired.
    OtherVersion {
        /// Milliseconds after its time.
        late_ms: i64,
        /// Milliseconds that it lasted longer.
        longer_ms: Option<i64>,
    },
    /// It did not air.
    Missing {
        /// What the log says of it, where it names it.
        status: Option<String>,
    },
    /// The log does not reach so far.
    Untold,
    /// It aired and was not scheduled.
    Extra,
}

impl Outcome {
    /// Its word: the message `asrun-<word>`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Aired { .. } => "aired",
            Self::Replaced { .. } => "replaced",
            Self::OtherVersion { .. } => "other_version",
            Self::Missing { .. } => "missing",
            Self::Untold => "untold",
            Self::Extra => "extra",
        }
    }
}

/// Something scheduled, something that aired, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// As it was accepted.
    pub due: Option<Airing>,
    /// As it aired.
    pub aired: Option<Aired>,
    /// What became of it.
    pub outcome: Outcome,
}

impl Item {
    /// When it is told of: as it was to start, else as it did.
    pub fn start(&self) -> Option<Instant> {
        self.due
            .as_ref()
            .map(|due| due.start)
            .or(self.aired.as_ref().map(|aired| aired.start))
    }
}

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Accepted airings, breaks not among them.
    pub due: usize,
    /// Of these, aired as they were.
    pub aired: usize,
    /// Of these, within [`ON_TIME_MS`].
    pub on_time: usize,
    /// Of these, later.
    pub late: usize,
    /// Of these, earlier.
    pub early: usize,
    /// Aired in another version.
    pub other_version: usize,
    /// Replaced by something else.
    pub replaced: usize,
    /// Not aired.
    pub missing: usize,
    /// Beyond what the log tells.
    pub untold: usize,
    /// Aired and not accepted.
    pub extra: usize,
    /// Rows of promos and fillers that the station knows.
    pub breaks: usize,
    /// The longest delay in milliseconds.
    pub latest_ms: i64,
}

/// A reconciliation.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The channel.
    pub channel: ChannelId,
    /// The dates.
    pub range: DateRange,
    /// The dates of the range that the log tells of.
    pub dates: BTreeSet<BroadcastDate>,
    /// What became of each, by time.
    pub items: Vec<Item>,
    /// How many of what.
    pub totals: Totals,
    /// Rows of other channels, by what the log calls these.
    pub other_channels: BTreeMap<String, usize>,
    /// Rows of other dates.
    pub other_dates: usize,
    /// Rows that the mapping passes over.
    pub ignored: usize,
    /// Rows that could not be read.
    pub unread: usize,
    /// Whether too little of what was scheduled is in the log to take it for that channel's and day's without asking.
    pub is_doubtful: bool,
}

/// Remarks after which the row was taken all the same.
const HARMLESS: [&str; 10] = [
    "asrun_twice",
    "ends_from_next",
    "frame_too_high",
    "program_headers",
    "secondary_events",
    "text_too_long",
    "time_skipped",
    "time_twice",
    "unknown_entity",
    "unknown_rate",
];

/// What became of what was accepted on a channel, by its log.
///
/// # Errors
/// `unknown_channel`; `asrun_empty`, `asrun_other_channel`, `asrun_other_day`, `asrun_many_dates`, `asrun_overlapping` where the log is not of
/// that; `asrun_nothing_due` where nothing is accepted there; `asrun_no_match` where nothing of it is in the log.
pub fn report(log: &Log, mapping: &Mapping, asked: &Asked<'_>) -> Result<Report, Failure> {
    let (station, index) = (asked.station, asked.index);
    let channel = index.channel(asked.channel);
    let channel = channel.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => asked.channel }))?;
    let told = Told::of(log, mapping, asked, channel)?;
    let is_due = |airing: &&Airing| {
        airing.channel.as_str() == asked.channel && told.range.holds(airing.date) && !airing.origin.is_break()
    };
    let mut due: Vec<&Airing> = station.schedule.iter().filter(is_due).collect();
    due.sort_by_key(|airing| airing.start);
    if due.is_empty() {
        let values = values! {
            "channel" => asked.channel, "from" => told.range.from.to_string(),
            "until" => told.range.end().plus_days(-1).to_string()
        };
        return Err(Failure::new("asrun_nothing_due", values));
    }
    let names = Names::of(station, index);
    let known: Vec<Known> = due.iter().map(|airing| names.known(index, airing)).collect();
    let breaks = breaks_of(asked, &due);
    let rows: Vec<(&LogRow, Called)> = told.rows.iter().map(|row| (*row, names.called(index, row))).collect();
    let (spots, rows): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|(_, called)| called.version.is_some_and(|own| breaks.contains(&own)));
    let stretch_of = |row: &LogRow| Stretch {
        start: row.start,
        end: row.end.unwrap_or(row.start + 1),
    };
    let of_due: Vec<Stretch> = due
        .iter()
        .map(|one| Stretch {
            start: one.start,
            end: one.end,
        })
        .collect();
    let of_rows: Vec<Stretch> = rows.iter().map(|(row, _)| stretch_of(row)).collect();
    let pairs = align(&of_due, &of_rows, &|due, row| {
        names.key(index, &known[due], &rows[row].1)
    });
    let found = pairs.iter().filter(|pair| pair.by != Key::Time).count();
    if found == 0 {
        let titles = rows
            .iter()
            .filter_map(|(row, _)| row.title.as_deref().or(row.house_number.as_deref()));
        let titles: Vec<String> = titles.take(3).map(|title| title.chars().take(40).collect()).collect();
        let values = values! { "due" => due.len(), "rows" => rows.len(), "titles" => titles.join(", ") };
        return Err(Failure::new("asrun_no_match", values));
    }
    let laid = Laid {
        asked,
        channel,
        told: &told,
        names: &names,
        due: &due,
        known: &known,
        rows: &rows,
    };
    let items = laid.items(&pairs);
    let totals = Totals {
        breaks: spots.len(),
        ..totals(&items)
    };
    let harmful = log.remarks.iter().filter(|remark| !HARMLESS.contains(&remark.code));
    let many =
        |remark: &&arna_exchange::received::Remark| remark.values.get("count").and_then(serde_json::Value::as_u64);
    let unread: u64 = harmful.map(|remark| many(&remark).unwrap_or(1)).sum();
    Ok(Report {
        channel: ChannelId::new(asked.channel),
        range: told.range,
        is_doubtful: 4 * found < (due.len() - totals.untold).min(rows.len()),
        dates: told.dates,
        items,
        totals,
        other_channels: told.other_channels,
        other_dates: told.other_dates,
        ignored: log.ignored,
        unread: usize::try_from(unread).unwrap_or(usize::MAX) + log.further_remarks,
    })
}

/// Versions that stand in breaks only.
fn breaks_of(asked: &Asked<'_>, due: &[&Airing]) -> HashSet<VersionIx> {
    let index = asked.index;
    let promos = index.campaigns.iter().map(|campaign| campaign.version);
    let mut breaks: HashSet<VersionIx> = promos.chain(index.fillers.iter().copied()).collect();
    for airing in due {
        if let Some(version) = airing.version.as_ref().and_then(|id| index.version(id.as_str())) {
            breaks.remove(&version);
        }
    }
    breaks
}

/// A log, laid beside a schedule.
struct Laid<'a> {
    asked: &'a Asked<'a>,
    channel: ChannelIx,
    told: &'a Told<'a>,
    names: &'a Names,
    due: &'a [&'a Airing],
    known: &'a [Known],
    rows: &'a [(&'a LogRow, Called)],
}

impl Laid<'_> {
    fn items(&self, pairs: &[Pair]) -> Vec<Item> {
        let mut items = Vec::new();
        let mut is_used = vec![false; self.rows.len()];
        let mut next = pairs.iter().peekable();
        for (number, due) in self.due.iter().enumerate() {
            let pair = next.next_if(|pair| pair.due == number);
            let (aired, outcome) = match pair {
                Some(pair) => {
                    is_used[pair.row] = true;
                    (Some(self.aired(pair)), self.outcome(pair))
                }
                None => (None, self.absent(number)),
            };
            items.push(Item {
                due: Some((*due).clone()),
                aired,
                outcome,
            });
        }
        let clock = &self.asked.index.channels[self.channel.at()].clock;
        for (number, (row, called)) in self.rows.iter().enumerate() {
            // What runs on beyond the range is of the next day's log.
            if !is_used[number] && self.told.range.holds(clock.broadcast_date(row.start)) {
                items.push(Item {
                    due: None,
                    aired: Some(self.row(row, called.version)),
                    outcome: Outcome::Extra,
                });
            }
        }
        items.sort_by_key(Item::start);
        items
    }

    fn row(&self, row: &LogRow, version: Option<VersionIx>) -> Aired {
        Aired {
            start: row.start,
            end: row.end,
            version: version.map(|version| self.asked.index.versions[version.at()].id.clone()),
            house_number: row.house_number.clone(),
            title: row.title.clone(),
            at: row.at.clone(),
        }
    }

    fn aired(&self, pair: &Pair) -> Aired {
        let (row, called) = &self.rows[pair.row];
        let due = || {
            let id = self.due[pair.due].version.as_ref()?;
            self.asked.index.version(id.as_str())
        };
        self.row(
            row,
            match pair.by {
                Key::Time | Key::Version => called.version,
                Key::HouseNumber | Key::Episode | Key::Title => due(),
            },
        )
    }

    fn outcome(&self, pair: &Pair) -> Outcome {
        let (due, row) = (self.due[pair.due], self.rows[pair.row].0);
        let late_ms = row.start - due.start;
        let longer_ms = row.end.map(|end| (end - row.start) - (due.end - due.start));
        match pair.by {
            Key::Time => Outcome::Replaced { late_ms },
            Key::Version => Outcome::OtherVersion { late_ms, longer_ms },
            by => Outcome::Aired { by, late_ms, longer_ms },
        }
    }

    /// What did not air, or is beyond what the log tells.
    fn absent(&self, number: usize) -> Outcome {
        let due = self.due[number];
        let named = self.told.not_aired.iter().find(|row| {
            let is_near = (row.start - due.start).abs() <= 12 * 60 * MINUTE;
            is_near
                && self
                    .names
                    .key(
                        self.asked.index,
                        &self.known[number],
                        &self.names.called(self.asked.index, row),
                    )
                    .is_some()
        });
        if let Some(row) = named {
            let status = row.status.clone();
            return Outcome::Missing { status };
        }
        let rows = &self.told.rows;
        let ends = rows.iter().map(|row| row.end.unwrap_or(row.start)).max();
        let before = rows.first().is_none_or(|first| due.end <= first.start);
        let after = ends.is_none_or(|last| last <= due.start);
        if before || after || !self.told.dates.contains(&due.date) {
            Outcome::Untold
        } else {
            Outcome::Missing { status: None }
        }
    }
}

fn totals(items: &[Item]) -> Totals {
    let mut totals = Totals::default();
    for item in items {
        totals.due += usize::from(item.due.is_some());
        match &item.outcome {
            Outcome::Aired { late_ms, .. } => {
                totals.aired += 1;
                totals.latest_ms = totals.latest_ms.max(*late_ms);
                let place = match *late_ms {
                    late if late > ON_TIME_MS => &mut totals.late,
                    late if late < -ON_TIME_MS => &mut totals.early,
                    _ => &mut totals.on_time,
                };
                *place += 1;
            }
            Outcome::Replaced { .. } => totals.replaced += 1,
            Outcome::OtherVersion { .. } => totals.other_version += 1,
            Outcome::Missing { .. } => totals.missing += 1,
            Outcome::Untold => totals.untold += 1,
            Outcome::Extra => totals.extra += 1,
        }
    }
    totals
}
