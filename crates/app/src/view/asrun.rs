//! A log laid beside what was accepted, and what taking it over would come to.

use std::collections::BTreeMap;

use arna_domain::time::ChannelClock;
use arna_domain::{Index, Instant, Language, Station};
use serde::Serialize;
use specta::Type;

use super::problem::{ProblemView, findings};
use super::remark::{RemarkView, remarks};
use super::schedule::{DateView, date_view};
use super::{FailureView, count, minute};
use crate::asrun::{self, Item, Look, Outcome, RawPart, Reconciled, date_of, spans};
use crate::failure::Failure;

/// A log as its mapping reads it: its first lines, its first rows, what could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LogLookView {
    /// Names of columns, where the log has some.
    pub heads: Vec<String>,
    /// The first lines, fallen into cells.
    pub lines: Vec<LogLineView>,
    /// The first rows, read.
    pub rows: Vec<LogRowView>,
    /// Rows read in all.
    pub count: u32,
    /// Rows that the mapping passes over.
    pub ignored: u32,
    /// What could not be read.
    pub remarks: Vec<RemarkView>,
    /// Remarks beyond those.
    pub further: u32,
    /// Why it cannot be read at all.
    pub failure: Option<FailureView>,
}

/// A line of a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LogLineView {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells; of fixed width: the line.
    pub cells: Vec<String>,
    /// `skipped`, `head`, `heads` or `row`.
    pub part: String,
}

/// A row of a log, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LogRowView {
    /// Where it stands.
    pub place: String,
    /// Its broadcast date.
    pub date: DateView,
    /// The wall clock at its start, to the second.
    pub start_wall: String,
    /// The wall clock at its end, to the second.
    pub end_wall: Option<String>,
    /// The house number.
    pub house_number: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The episode's title.
    pub episode: Option<String>,
    /// The channel, as the log calls it.
    pub channel: Option<String>,
    /// The status, as the log says it.
    pub status: Option<String>,
    /// Whether it aired.
    pub is_aired: bool,
}

/// A log laid beside what was accepted or sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AsRunView {
    /// The channel.
    pub channel: String,
    /// The first date.
    pub from: String,
    /// The last.
    pub last: String,
    /// What became of each, by time.
    pub items: Vec<AsRunItemView>,
    /// How many of what: `due aired on_time late early shorter longer other_version replaced missing untold extra breaks`.
    pub totals: BTreeMap<String, u32>,
    /// The longest delay: `+1:30:14`.
    pub latest: String,
    /// Licences with a limit, and their runs.
    pub runs: Vec<LicenceRunsView>,
    /// Runs that no licence has.
    pub findings: Vec<ProblemView>,
    /// What could not be read.
    pub remarks: Vec<RemarkView>,
    /// Remarks beyond those.
    pub further: u32,
    /// Rows of other channels.
    pub other_channels: u32,
    /// What the log calls these.
    pub other_names: Vec<String>,
    /// Rows of other dates.
    pub other_dates: u32,
    /// Rows that the mapping passes over.
    pub ignored: u32,
    /// Rows that could not be read.
    pub unread: u32,
    /// Whether little of what was accepted is in the log.
    pub is_doubtful: bool,
    /// What would become history.
    pub history: u32,
    /// Why it cannot be taken over as it is; `asrun_doubtful` can be anyway.
    pub hindrance: Option<FailureView>,
}

/// Something scheduled, something that aired, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AsRunItemView {
    /// The message `asrun-<outcome>`.
    pub outcome: String,
    /// Whether it started on time, late or early, where it aired: `on_time`, `late`, `early`.
    pub start: Option<String>,
    /// Whether it lasted shorter or longer: `shorter`, `longer`.
    pub length: Option<String>,
    /// The broadcast date.
    pub date: DateView,
    /// As it was accepted or sent.
    pub due: Option<AsRunSideView>,
    /// As it aired.
    pub aired: Option<AsRunSideView>,
    /// How late it began: `+0:05`; empty: on time, or nobody knows.
    pub late: String,
    /// How much longer it lasted: `-1:00`.
    pub longer: String,
    /// By what it was recognised: the message `asrun-by-<by>`.
    pub by: Option<String>,
    /// What the log says of it where it did not air.
    pub status: Option<String>,
    /// Where it stands in the log.
    pub place: String,
}

/// One side of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AsRunSideView {
    /// The wall clock at its start, to the second.
    pub start_wall: String,
    /// The wall clock at its end, to the second; empty where nobody knows.
    pub end_wall: String,
    /// Minutes of the broadcast day at its start.
    pub minute: i32,
    /// What it is called.
    pub title: String,
    /// The house number, or the version's id.
    pub what: String,
    /// Whether the catalogue knows it.
    pub is_known: bool,
}

/// Runs of a licence for an episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LicenceRunsView {
    /// The licence.
    pub licence: String,
    /// The version that aired last.
    pub version: String,
    /// Runs taken, what is scheduled later among them.
    pub taken: u32,
    /// Runs left.
    pub left: u32,
}

/// A log as its mapping reads it.
pub fn log_look(look: &Look, clock: &ChannelClock) -> LogLookView {
    let mut view = LogLookView {
        heads: Vec::new(),
        lines: Vec::new(),
        rows: Vec::new(),
        count: 0,
        ignored: 0,
        remarks: Vec::new(),
        further: 0,
        failure: look.failure.clone().map(FailureView::from),
    };
    for line in &look.lines {
        if line.part == RawPart::Heads {
            view.heads.clone_from(&line.cells);
        }
        view.lines.push(LogLineView {
            number: count(line.number),
            cells: line.cells.clone(),
            part: match line.part {
                RawPart::Skipped => "skipped",
                RawPart::Head => "head",
                RawPart::Heads => "heads",
                RawPart::Row => "row",
            }
            .to_owned(),
        });
    }
    let Some(log) = &look.log else { return view };
    let row = |row: &asrun::LogRow| {
        let date = clock.broadcast_date(row.start);
        LogRowView {
            place: row.at.shown(),
            date: date_view(date),
            start_wall: clock.wall_text(date, row.start),
            end_wall: row.end.map(|end| clock.wall_text(date, end)),
            house_number: row.house_number.clone(),
            title: row.title.clone(),
            episode: row.episode.clone(),
            channel: row.channel.clone(),
            status: row.status.clone(),
            is_aired: row.is_aired,
        }
    };
    view.rows = log.rows.iter().take(look.most).map(row).collect();
    view.count = count(log.rows.len());
    view.ignored = count(log.ignored);
    (view.remarks, view.further) = remarks(&log.remarks, log.further_remarks);
    view
}

/// A log laid beside what was accepted or sent, in a language: the station is the one whose schedule it is laid beside.
pub fn as_run(
    told: &Reconciled,
    hindrance: Option<Failure>,
    (station, index): (&Station, &Index),
    language: &Language,
) -> AsRunView {
    let report = &told.report;
    let taken = told.of_accepted.as_ref().ok().map(|(_, taken)| taken);
    let clock = index
        .channel(report.channel.as_str())
        .map(|channel| &index.channels[channel.at()].clock);
    let items: Vec<AsRunItemView> = report
        .items
        .iter()
        .filter_map(|one| item(one, clock?, station, index, language))
        .collect();
    let of = |outcome: &str| {
        items
            .iter()
            .filter(|one| one.length.as_deref() == Some(outcome))
            .count()
    };
    let totals = report.totals;
    let counts = [
        ("due", totals.due),
        ("aired", totals.aired),
        ("on_time", totals.on_time),
        ("late", totals.late),
        ("early", totals.early),
        ("shorter", of("shorter")),
        ("longer", of("longer")),
        ("other_version", totals.other_version),
        ("replaced", totals.replaced),
        ("missing", totals.missing),
        ("untold", totals.untold),
        ("extra", totals.extra),
        ("breaks", totals.breaks),
    ];
    // Runs without a limit are nobody's worry.
    let runs = taken.map_or(&[][..], |taken| &taken.runs);
    let limited = runs.iter().filter_map(|one| {
        Some(LicenceRunsView {
            licence: one.licence.to_string(),
            version: one.version.to_string(),
            taken: one.taken,
            left: one.left?,
        })
    });
    let (remarks, further) = remarks(&told.log.remarks, told.log.further_remarks);
    AsRunView {
        channel: report.channel.to_string(),
        from: report.range.from.to_string(),
        last: report.range.end().plus_days(-1).to_string(),
        totals: counts.map(|(name, number)| (name.to_owned(), count(number))).into(),
        latest: asrun::passed(totals.latest_ms),
        items,
        runs: limited.collect(),
        findings: findings(taken.map_or(&[][..], |taken| &taken.findings), index),
        remarks,
        further,
        other_channels: count(report.other_channels.values().sum()),
        other_names: report.other_channels.keys().take(10).cloned().collect(),
        other_dates: count(report.other_dates),
        ignored: count(report.ignored),
        unread: count(report.unread),
        is_doubtful: report.is_doubtful,
        history: count(taken.map_or(0, |taken| taken.history.len())),
        hindrance: hindrance.map(FailureView::from),
    }
}

fn item(
    one: &Item,
    clock: &ChannelClock,
    station: &Station,
    index: &Index,
    language: &Language,
) -> Option<AsRunItemView> {
    let date = date_of(one, clock)?;
    let (late_ms, longer_ms) = spans(&one.outcome);
    let side = |start: Instant, end: Option<Instant>, title: String, what: String, is_known: bool| AsRunSideView {
        start_wall: clock.wall_text(date, start),
        end_wall: end.map(|end| clock.wall_text(date, end)).unwrap_or_default(),
        minute: minute(clock, date, start),
        title,
        what,
        is_known,
    };
    let due = one.due.as_ref().map(|due| {
        let what = due.version.as_ref().map(ToString::to_string).unwrap_or_default();
        let title = asrun::title(station, index, due, language);
        side(due.start, Some(due.end), title, what, true)
    });
    let aired = one.aired.as_ref().map(|aired| {
        let version = aired.version.as_ref().map(ToString::to_string);
        let what = aired.house_number.clone().or_else(|| version.clone());
        let is_hold = one.due.as_ref().is_some_and(|due| due.version.is_none());
        let title = aired.title.clone().unwrap_or_default();
        side(
            aired.start,
            aired.end,
            title,
            what.unwrap_or_default(),
            version.is_some() || is_hold,
        )
    });
    let apart = |ms: i64, before: &str, after: &str| match ms {
        ms if ms <= -asrun::ON_TIME_MS => Some(before.to_owned()),
        ms if ms >= asrun::ON_TIME_MS => Some(after.to_owned()),
        _ => None,
    };
    let has_aired = matches!(one.outcome, Outcome::Aired { .. });
    Some(AsRunItemView {
        outcome: one.outcome.as_str().to_owned(),
        start: late_ms
            .filter(|_| has_aired)
            .map(|ms| apart(ms, "early", "late").unwrap_or_else(|| "on_time".to_owned())),
        length: longer_ms
            .filter(|_| has_aired)
            .and_then(|ms| apart(ms, "shorter", "longer")),
        date: date_view(date),
        due,
        aired,
        late: late_ms.map(asrun::passed).unwrap_or_default(),
        longer: longer_ms.map(asrun::passed).unwrap_or_default(),
        by: match &one.outcome {
            Outcome::Aired { by, .. } => Some(by.as_str().to_owned()),
            _ => None,
        },
        status: match &one.outcome {
            Outcome::Missing { status } => status.clone(),
            _ => None,
        },
        place: one.aired.as_ref().map(|aired| aired.at.shown()).unwrap_or_default(),
    })
}
