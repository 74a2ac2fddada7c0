//! What another's file says of a channel, before it becomes a proposal.

use std::collections::BTreeMap;

use arna_domain::Index;
use arna_domain::time::ChannelClock;
use serde::Serialize;
use specta::Type;

use super::remark::{RemarkView, remarks};
use super::schedule::{DateView, date_view};
use super::{count, wall};
use crate::import::{Imported, Outcome, Row};

/// Rows told at most.
const MOST_ROWS: usize = 2_000;

/// What another's file says of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ImportView {
    /// The first date.
    pub from: DateView,
    /// The last.
    pub last: DateView,
    /// How many of what: `kept placed ambiguous unknown unread breaks breaks_passed_over breaks_without_room other_dates other_channels`.
    pub totals: BTreeMap<String, u32>,
    /// What the file calls the other channels that it tells of.
    pub other_names: Vec<String>,
    /// Programmes and live blocks, and promos and fillers that are left out, by start.
    pub rows: Vec<ImportRowView>,
    /// Rows beyond those.
    pub further_rows: u32,
    /// What could not be read.
    pub remarks: Vec<RemarkView>,
    /// Remarks beyond those.
    pub further: u32,
}

/// Something in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ImportRowView {
    /// Where it stands.
    pub place: String,
    /// The broadcast date.
    pub date: DateView,
    /// The wall clock at its start.
    pub start_wall: String,
    /// What the file calls it.
    pub title: String,
    /// What became of it: the message `import-<outcome>`.
    pub outcome: String,
    /// The version that it is, those that it may be, or the nearest name.
    pub what: String,
}

/// What a file says, for a window.
pub fn imported(imported: &Imported, index: &Index) -> ImportView {
    let totals = imported.totals;
    let counts = [
        ("kept", totals.kept),
        ("placed", totals.placed),
        ("ambiguous", totals.ambiguous),
        ("unknown", totals.unknown),
        ("unread", totals.unread),
        ("breaks", totals.breaks),
        ("breaks_passed_over", totals.breaks_passed_over),
        ("breaks_without_room", totals.breaks_without_room),
        ("other_dates", totals.other_dates),
        ("other_channels", imported.other_channels.values().sum()),
    ];
    let told: Vec<&Row> = imported.rows.iter().filter(|row| row.is_told()).collect();
    let channel = index.channel(imported.channel.as_str());
    let clock = channel.map(|channel| &index.channels[channel.at()].clock);
    let rows = told.iter().take(MOST_ROWS).filter_map(|one| Some(row(one, clock?)));
    let (remarks, further) = remarks(&imported.remarks, imported.further_remarks);
    ImportView {
        from: date_view(imported.range.from),
        last: date_view(imported.range.end().plus_days(-1)),
        totals: counts.map(|(name, number)| (name.to_owned(), count(number))).into(),
        other_names: imported.other_channels.keys().take(10).cloned().collect(),
        rows: rows.collect(),
        further_rows: count(told.len().saturating_sub(MOST_ROWS)),
        remarks,
        further,
    }
}

fn row(row: &Row, clock: &ChannelClock) -> ImportRowView {
    let what = match &row.outcome {
        Outcome::Unknown(near) => near.clone().unwrap_or_default(),
        known => known.versions(),
    };
    ImportRowView {
        place: row.at.shown(),
        date: date_view(row.date),
        start_wall: wall(clock, row.date, row.start),
        title: row.title.clone(),
        outcome: row.outcome.as_str().to_owned(),
        what,
    }
}
