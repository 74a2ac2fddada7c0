//! What aired of what was published: as far as revisions and history tell.

use std::collections::BTreeMap;

use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::time::HOUR;
use arna_domain::{BroadcastDate, Instant};

use super::{Cell, Column, Holds, Note, Of, Table};
use crate::asrun::ON_TIME_MS;

/// How far from its time something is still the same airing: as logs are laid beside schedules.
const WITHIN_MS: i64 = 12 * HOUR;

const COLUMNS: [(&str, Holds); 13] = [
    ("channel", Holds::Text),
    ("date", Holds::Date),
    ("planned", Holds::Count),
    ("as_planned", Holds::Count),
    ("on_time", Holds::Count),
    ("late", Holds::Count),
    ("early", Holds::Count),
    ("latest", Holds::Duration),
    ("other_version", Holds::Count),
    ("not_aired", Holds::Count),
    ("extra", Holds::Count),
    ("aired_share", Holds::Share),
    ("state", Holds::Word),
];

/// Something planned, or something that aired.
#[derive(Clone, Copy, Debug)]
struct One {
    start: Instant,
    version: VersionIx,
}

/// What a channel and date come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    planned: i64,
    on_time: i64,
    late: i64,
    early: i64,
    latest_ms: i64,
    other_version: i64,
    not_aired: i64,
    extra: i64,
}

impl Sum {
    fn as_planned(&self) -> i64 {
        self.on_time + self.late + self.early
    }

    fn add(&mut self, other: &Self) {
        self.planned += other.planned;
        self.on_time += other.on_time;
        self.late += other.late;
        self.early += other.early;
        self.latest_ms = self.latest_ms.max(other.latest_ms);
        self.other_version += other.other_version;
        self.not_aired += other.not_aired;
        self.extra += other.extra;
    }

    fn cells(&self) -> [Cell; 10] {
        [
            Cell::Count(self.planned),
            Cell::Count(self.as_planned()),
            Cell::Count(self.on_time),
            Cell::Count(self.late),
            Cell::Count(self.early),
            if self.latest_ms > 0 {
                Cell::Duration(self.latest_ms)
            } else {
                Cell::Nothing
            },
            Cell::Count(self.other_version),
            Cell::Count(self.not_aired),
            Cell::Count(self.extra),
            Cell::Share {
                part: self.as_planned() + self.other_version,
                whole: self.planned,
            },
        ]
    }
}

type Day = (ChannelIx, BroadcastDate);

/// A row for every channel and date of which history tells, or that was published.
pub(super) fn aired(of: &Of<'_>) -> (Table, Vec<Note>) {
    let mut days: BTreeMap<Day, (Vec<One>, Vec<One>)> = BTreeMap::new();
    for airing in of.asked.published.iter().filter(|one| one.origin.is_programme()) {
        let channel = of.index.channel(airing.channel.as_str());
        let version = airing.version.as_ref().and_then(|id| of.index.version(id.as_str()));
        if let Some((channel, version)) = channel.zip(version)
            && of.asked.range.holds(airing.date)
            && of.has(channel)
        {
            let start = airing.start;
            days.entry((channel, airing.date))
                .or_default()
                .0
                .push(One { start, version });
        }
    }
    for one in &of.index.history {
        if of.asked.range.holds(one.date) && of.has(one.channel) {
            let (start, version) = (one.start, one.version);
            days.entry((one.channel, one.date))
                .or_default()
                .1
                .push(One { start, version });
        }
    }
    let mut whole = Sum::default();
    let rows = days.into_iter().map(|((channel, date), (planned, told))| {
        let state = match (planned.is_empty(), told.is_empty()) {
            (false, true) => "not_told",
            (true, _) => "not_published",
            (false, false) => "told",
        };
        let mut row = vec![of.channel(channel), Cell::Date(date)];
        if state == "told" {
            let sum = compared(of, planned, told);
            whole.add(&sum);
            row.extend(sum.cells());
        } else {
            // What one side does not tell of is not compared, and not counted as missing or extra.
            let mut cells = vec![Cell::Nothing; 10];
            if !planned.is_empty() {
                cells[0] = Cell::count(planned.len());
            }
            row.extend(cells);
        }
        row.push(Cell::Word(state));
        row
    });
    let rows = rows.collect();
    let mut totals = vec![Cell::Nothing; 2];
    totals.extend(whole.cells());
    totals.push(Cell::Nothing);
    let table = Table {
        columns: COLUMNS.map(|(name, kind)| Column { name, kind }).to_vec(),
        rows,
        totals,
    };
    (table, vec![Note::new("aired"), Note::new("aired_untold")])
}

/// A day's airings beside what was planned: first each with its own version, nearest in time, then with another version of the
/// same episode; what is left over was not aired, or extra.
fn compared(of: &Of<'_>, mut planned: Vec<One>, mut told: Vec<One>) -> Sum {
    planned.sort_by_key(|one| one.start);
    told.sort_by_key(|one| one.start);
    let mut sum = Sum {
        planned: i64::try_from(planned.len()).unwrap_or(i64::MAX),
        ..Sum::default()
    };
    let episode = |one: &One| of.index.versions[one.version.at()].episode;
    let late = |due: &One, one: &One| one.start - due.start;
    let same = taken(&planned, &mut told, |due, one| due.version == one.version);
    let mut rest = Vec::new();
    for (due, one) in planned.iter().zip(same) {
        match one {
            Some(one) => {
                let late = late(due, &one);
                match late {
                    late if late > ON_TIME_MS => sum.late += 1,
                    late if late < -ON_TIME_MS => sum.early += 1,
                    _ => sum.on_time += 1,
                }
                sum.latest_ms = sum.latest_ms.max(late);
            }
            None => rest.push(*due),
        }
    }
    let other = taken(&rest, &mut told, |due, one| episode(due) == episode(one));
    sum.other_version = i64::try_from(other.iter().flatten().count()).unwrap_or(i64::MAX);
    sum.not_aired = i64::try_from(other.iter().filter(|one| one.is_none()).count()).unwrap_or(i64::MAX);
    sum.extra = i64::try_from(told.len()).unwrap_or(i64::MAX);
    sum
}

/// For each that was due, in order of time, the nearest that aired and is its match, taken out of what aired.
fn taken(due: &[One], told: &mut Vec<One>, matches: impl Fn(&One, &One) -> bool) -> Vec<Option<One>> {
    let mut found = Vec::with_capacity(due.len());
    for own in due {
        let nearest = (0..told.len())
            .filter(|&at| matches(own, &told[at]) && (told[at].start - own.start).abs() <= WITHIN_MS)
            .min_by_key(|&at| (told[at].start - own.start).abs());
        found.push(nearest.map(|at| told.remove(at)));
    }
    found
}
