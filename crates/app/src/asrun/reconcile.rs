//! A log read, laid beside what is accepted, and what taking it over would come to: in one go, without a desk.

use std::path::Path;

use arna_domain::time::ChannelClock;
use arna_domain::{BroadcastDate, Index, Instant, Language, Station, Zones};

use super::{Asked, Item, Log, Mapping, Outcome, RawLine, Report, Sent, read, report, title};
use crate::failure::Failure;
use crate::ops::as_run::{self, Sureness, Taken};

/// A log laid beside what is accepted, or beside what the channel was sent.
#[derive(Clone, Debug)]
pub struct Reconciled {
    /// The log.
    pub log: Log,
    /// What became of each airing.
    pub report: Report,
    /// The same beside what is accepted, which alone can be taken over, with what that would come to.
    pub of_accepted: Result<(Report, Taken), Failure>,
}

/// A log, looked at while its mapping is made.
#[derive(Clone, Debug)]
pub struct Look {
    /// Its first lines, fallen into cells.
    pub lines: Vec<RawLine>,
    /// All of it, read; none where it cannot be.
    pub log: Option<Log>,
    /// Why it cannot.
    pub failure: Option<Failure>,
    /// Lines and rows to show at most.
    pub most: usize,
}

/// Lays a log beside what is accepted, or beside what the channel was sent.
///
/// # Errors
/// As [`read`] and [`report`].
pub fn reconcile(
    path: &Path,
    mapping: &Mapping,
    asked: &Asked<'_>,
    sent: Option<&Sent>,
    zones: &Zones,
) -> Result<Reconciled, Failure> {
    let log = read(path, mapping, asked, zones)?;
    let beside = |asked: &Asked<'_>| report(&log, mapping, asked).map_err(|failure| failure.of(path));
    let (report, of_accepted) = match sent {
        Some(sent) => (beside(&asked.of_sent(sent))?, beside(asked)),
        None => {
            let report = beside(asked)?;
            (report.clone(), Ok(report))
        }
    };
    let of_accepted = of_accepted.and_then(|accepted| {
        let taken = as_run::taken(asked.station, asked.index, &accepted)?;
        Ok((accepted, taken))
    });
    Ok(Reconciled {
        log,
        report,
        of_accepted,
    })
}

impl Reconciled {
    /// Why it cannot be taken over as it is.
    pub fn hindrance(&self, station: &Station, index: &Index) -> Option<Failure> {
        match &self.of_accepted {
            Ok((accepted, _)) => as_run::accept(station, index, accepted, Sureness::AsReported).err(),
            Err(failure) => Some(failure.clone()),
        }
    }
}

/// Looks at a log: what a mapping makes of it, as far as it makes anything of it.
pub fn look(path: &Path, mapping: &Mapping, asked: &Asked<'_>, zones: &Zones, most: usize) -> Look {
    let read = read(path, mapping, asked, zones);
    let lines = super::raw_lines(path, mapping, most).unwrap_or_default();
    let (log, failure) = match read {
        Ok(log) => (Some(log), None),
        Err(failure) => (None, Some(failure)),
    };
    Look {
        lines,
        log,
        failure,
        most,
    }
}

/// The broadcast date that an item is told of on.
pub fn date_of(item: &Item, clock: &ChannelClock) -> Option<BroadcastDate> {
    let aired = || Some(clock.broadcast_date(item.aired.as_ref()?.start));
    item.due.as_ref().map(|due| due.date).or_else(aired)
}

/// How late something began and how much longer it lasted, in milliseconds.
pub fn spans(outcome: &Outcome) -> (Option<i64>, Option<i64>) {
    match outcome {
        Outcome::Aired { late_ms, longer_ms, .. } | Outcome::OtherVersion { late_ms, longer_ms } => {
            (Some(*late_ms), *longer_ms)
        }
        Outcome::Replaced { late_ms } => (Some(*late_ms), None),
        Outcome::Missing { .. } | Outcome::Untold | Outcome::Extra => (None, None),
    }
}

/// A span of time as it is read: `+1:30:14`, `-0:05`.
pub fn passed(ms: i64) -> String {
    let seconds = (ms.abs() + 500) / 1_000;
    let sign = match (seconds, ms < 0) {
        (0, _) => "",
        (_, true) => "-",
        (_, false) => "+",
    };
    match seconds / 3_600 {
        0 => format!("{sign}{}:{:02}", seconds / 60, seconds % 60),
        hours => format!("{sign}{hours}:{:02}:{:02}", seconds / 60 % 60, seconds % 60),
    }
}

/// A span of time as a table reckons with it: in seconds.
pub fn in_seconds(ms: i64) -> String {
    (ms / 1_000).to_string()
}

/// The columns of a report as a table: the messages `log-head-<word>`.
pub const HEADS: [&str; 9] = [
    "date", "due", "title", "outcome", "aired", "late", "longer", "log", "where",
];

/// What rows of a report are told with.
pub struct Telling<'a> {
    /// The station.
    pub station: &'a Station,
    /// Its index.
    pub index: &'a Index,
    /// The channel's clock.
    pub clock: Option<&'a ChannelClock>,
    /// The language of titles.
    pub language: Option<Language>,
    /// How an outcome is said.
    pub outcome: &'a dyn Fn(&str) -> String,
}

impl Telling<'_> {
    /// A row of a report as a table.
    pub fn row(&self, item: &Item, span: fn(i64) -> String) -> Vec<String> {
        let date = self.clock.and_then(|clock| date_of(item, clock));
        let wall = |at: Option<Instant>| match (at, date, self.clock) {
            (Some(at), Some(date), Some(clock)) => clock.wall_text(date, at),
            _ => String::new(),
        };
        let (late, longer) = spans(&item.outcome);
        let aired = item.aired.as_ref();
        let in_log = aired.map(|aired| {
            let names = [aired.house_number.as_deref(), aired.title.as_deref()];
            names.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        vec![
            date.map(|date| date.to_string()).unwrap_or_default(),
            wall(item.due.as_ref().map(|due| due.start)),
            self.title(item),
            (self.outcome)(item.outcome.as_str()),
            wall(aired.map(|aired| aired.start)),
            late.map(span).unwrap_or_default(),
            longer.map(span).unwrap_or_default(),
            match &item.outcome {
                Outcome::Missing { status: Some(status) } => status.clone(),
                _ => in_log.unwrap_or_default(),
            },
            aired.map(|aired| aired.at.shown()).unwrap_or_default(),
        ]
    }

    /// What is scheduled, by its title.
    pub fn title(&self, item: &Item) -> String {
        let due = item.due.as_ref().zip(self.language.as_ref());
        due.map(|(due, language)| title(self.station, self.index, due, language))
            .unwrap_or_default()
    }
}
