//! What changed since then, as a coordinator tells a channel of it.

use std::collections::HashMap;

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Index, Instant, Language, Station};
use arna_exchange::listing::{Listed, listing};
use serde::Serialize;
use specta::Type;

use super::journal::{StepView, step};
use super::schedule::{DateView, date_view, episode, spoken};
use super::wall;
use crate::changes::{AiringChange, ChannelChanges, RecordChange, RecordChanged, Since};
use crate::desk::Change;

/// What changed since an entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChangesView {
    /// The entry.
    pub base: StepView,
    /// What changed on the air, in the station's order.
    pub channels: Vec<ChannelChangesView>,
    /// What else changed: at most [`MOST_RECORDS`].
    pub records: Vec<RecordChangeView>,
    /// What else changed and is not among them.
    pub more: u32,
}

/// Records told at most.
pub const MOST_RECORDS: usize = 500;

/// What changed on a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChannelChangesView {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// The days, in order.
    pub days: Vec<DayChangesView>,
    /// Airings that changed.
    pub count: u32,
}

/// What changed on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DayChangesView {
    /// The day.
    pub date: DateView,
    /// What changed, in order of time; none: promos and fillers alone.
    pub rows: Vec<AiringChangeView>,
}

/// How something on air changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum AiringChangeKind {
    /// Something else airs.
    Instead,
    /// It is at another time.
    Moved,
    /// It is longer or shorter.
    Trimmed,
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
}

/// Something on air that changed: the message `change-<kind>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AiringChangeView {
    /// How.
    pub kind: AiringChangeKind,
    /// As it is; none where it airs no more.
    pub now: Option<ToldView>,
    /// As it was; none where it is new.
    pub was: Option<ToldView>,
}

/// Something on air, as one says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ToldView {
    /// The broadcast date.
    pub date: DateView,
    /// The wall clock at its start.
    pub start_wall: String,
    /// The wall clock at its end.
    pub end_wall: String,
    /// Its start with the channel's offset.
    pub starts: String,
    /// The title.
    pub title: String,
    /// The episode.
    pub episode: String,
    /// The language spoken.
    pub language: String,
    /// Minutes that it lasts.
    pub minutes: i32,
}

/// A record that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RecordChangeView {
    /// `added`, `changed` or `removed`.
    pub change: String,
    /// The kind of record: the message `record-<kind>`.
    pub kind: String,
    /// What it is called.
    pub id: String,
    /// The same in the channel's time, where it is called by channel and instant.
    pub called_by: Option<CalledBy>,
}

/// What a record is called by that has no name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CalledBy {
    /// Its channel.
    pub channel: String,
    /// Its broadcast date.
    pub date: DateView,
    /// The wall clock at its start.
    pub start_wall: String,
}

/// What changed, in a language. `index` is of the station as it is, `was` of the station as it was.
pub fn changes(
    since: &Since,
    base: &Change,
    station: &Station,
    index: &Index,
    was: &Index,
    language: &Language,
) -> ChangesView {
    let (now, then) = ((station, index), (&since.then, was));
    let channels = since.channels.iter().map(|one| {
        let name = station.channels.iter().find(|channel| channel.id == one.channel);
        ChannelChangesView {
            channel: one.channel.to_string(),
            name: name.map_or_else(|| one.channel.to_string(), |channel| channel.name.clone()),
            days: days(one, rows(one, now, then, language)),
            count: u32::try_from(one.airings.len()).unwrap_or(u32::MAX),
        }
    });
    let records = since
        .records
        .iter()
        .take(MOST_RECORDS)
        .map(|one| record(one, index, was));
    let more = since.records.len().saturating_sub(MOST_RECORDS);
    ChangesView {
        base: step(base),
        channels: channels.collect(),
        records: records.collect(),
        more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

/// A record that changed. A channel that is gone has its clock still in the station as it was.
fn record(one: &RecordChange, index: &Index, was: &Index) -> RecordChangeView {
    let called_by = one.called_by.as_ref().and_then(|(channel, at)| {
        let clock = index
            .clock_of(channel.as_str())
            .or_else(|| was.clock_of(channel.as_str()))?;
        let date = clock.broadcast_date(*at);
        Some(CalledBy {
            channel: channel.to_string(),
            date: date_view(date),
            start_wall: wall(clock, date, *at),
        })
    });
    RecordChangeView {
        change: match one.kind {
            RecordChanged::Added => "added",
            RecordChanged::Changed => "changed",
            RecordChanged::Removed => "removed",
        }
        .to_owned(),
        kind: one.id.kind().as_str().to_owned(),
        id: one.id.to_string(),
        called_by,
    }
}

type Telling = HashMap<Instant, Vec<(Airing, ToldView)>>;

/// Each change of a channel's airings as one says it, in their order: `now` and `then` are the station as it is and was.
pub(super) fn rows(
    changes: &ChannelChanges,
    now: (&Station, &Index),
    then: (&Station, &Index),
    language: &Language,
) -> Vec<AiringChangeView> {
    let told = |list: Vec<&Airing>, (station, index): (&Station, &Index)| told(&list, station, index, language);
    let after = told(changes.airings.iter().filter_map(now_of).collect(), now);
    let before = told(changes.airings.iter().filter_map(was_of).collect(), then);
    let find = |telling: &Telling, airing: Option<&Airing>| {
        let airing = airing?;
        let found = telling.get(&airing.start)?.iter().find(|(one, _)| one == airing);
        found.map(|(_, told)| told.clone())
    };
    let row = |change: &AiringChange| AiringChangeView {
        kind: match change {
            AiringChange::Instead { .. } => AiringChangeKind::Instead,
            AiringChange::Moved { .. } => AiringChangeKind::Moved,
            AiringChange::Trimmed { .. } => AiringChangeKind::Trimmed,
            AiringChange::Added { .. } => AiringChangeKind::Added,
            AiringChange::Dropped { .. } => AiringChangeKind::Dropped,
        },
        now: find(&after, now_of(change)),
        was: find(&before, was_of(change)),
    };
    changes.airings.iter().map(row).collect()
}

fn days(changes: &ChannelChanges, rows: Vec<AiringChangeView>) -> Vec<DayChangesView> {
    let mut days: Vec<DayChangesView> = Vec::new();
    let mut at = |date: BroadcastDate| -> usize {
        let view = date_view(date);
        match days.iter().position(|day| day.date == view) {
            Some(place) => place,
            None => {
                days.push(DayChangesView {
                    date: view,
                    rows: Vec::new(),
                });
                days.len() - 1
            }
        }
    };
    let places = changes.airings.iter().map(|change| at(change.place().date));
    let rows: Vec<_> = places.collect::<Vec<_>>().into_iter().zip(rows).collect();
    for date in &changes.breaks {
        at(*date);
    }
    for (place, row) in rows {
        days[place].rows.push(row);
    }
    days.sort_by(|a, b| a.date.date.cmp(&b.date.date));
    days
}

fn now_of(change: &AiringChange) -> Option<&Airing> {
    match change {
        AiringChange::Instead { now, .. }
        | AiringChange::Moved { now, .. }
        | AiringChange::Trimmed { now, .. }
        | AiringChange::Added { now } => Some(now),
        AiringChange::Dropped { .. } => None,
    }
}

fn was_of(change: &AiringChange) -> Option<&Airing> {
    match change {
        AiringChange::Instead { was, .. }
        | AiringChange::Moved { was, .. }
        | AiringChange::Trimmed { was, .. }
        | AiringChange::Dropped { was } => Some(was),
        AiringChange::Added { .. } => None,
    }
}

/// Airings of one channel, told by its clock.
fn told(airings: &[&Airing], station: &Station, index: &Index, language: &Language) -> Telling {
    let mut telling = Telling::new();
    let own: Vec<Airing> = airings.iter().copied().cloned().collect();
    let channel: Option<&ChannelId> = own.first().map(|airing| &airing.channel);
    let Some(number) = channel.and_then(|channel| index.channel(channel.as_str())) else {
        return telling;
    };
    let dates = || own.iter().map(|airing| airing.date);
    let (Some(from), Some(last)) = (dates().min(), dates().max()) else {
        return telling;
    };
    let days = u32::try_from(last.days_since(from) + 1).unwrap_or(DateRange::LONGEST);
    let range = DateRange { from, days };
    let listed = listing(index, station, &own, number, range, language);
    for one in &listed.airings {
        let airing = own
            .iter()
            .find(|airing| airing.start == one.start && airing.end == one.end && airing.version == one.version);
        if let Some(airing) = airing {
            let told = (airing.clone(), tell(one, index, number));
            telling.entry(one.start).or_default().push(told);
        }
    }
    telling
}

pub(super) fn tell(one: &Listed, index: &Index, channel: ChannelIx) -> ToldView {
    let clock = &index.channels[channel.at()].clock;
    ToldView {
        date: date_view(one.date),
        start_wall: wall(clock, one.date, one.start),
        end_wall: wall(clock, one.date, one.end),
        starts: clock.text(one.start),
        title: one.title().to_owned(),
        episode: episode(one),
        language: spoken(one),
        minutes: i32::try_from((one.end - one.start) / arna_domain::time::MINUTE).unwrap_or(i32::MAX),
    }
}
