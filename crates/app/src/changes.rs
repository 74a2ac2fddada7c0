//! What changed in the schedule between then and now, as a coordinator tells a channel of it.
//!
//! Then is any list of airings: the schedule after an entry of the journal, or one that was handed out before.

use std::collections::BTreeMap;

use arna_domain::{Airing, BroadcastDate, ChannelId, Instant, Station, values};
use arna_store::{Record, RecordId, records_of};

use crate::desk::Desk;
use crate::failure::Failure;

/// How something on air changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AiringChange {
    /// Something else airs at the time of what was there.
    Instead {
        /// What airs.
        now: Airing,
        /// What was there.
        was: Airing,
    },
    /// The same at another time, on the same date or another.
    Moved {
        /// As it is.
        now: Airing,
        /// As it was.
        was: Airing,
    },
    /// The same at the same time, longer or shorter.
    Trimmed {
        /// As it is.
        now: Airing,
        /// As it was.
        was: Airing,
    },
    /// It airs where nothing of the kind was.
    Added {
        /// What airs.
        now: Airing,
    },
    /// It airs no more.
    Dropped {
        /// What was there.
        was: Airing,
    },
}

impl AiringChange {
    /// The airing that says where to tell of it: as it is, else as it was.
    pub fn place(&self) -> &Airing {
        match self {
            Self::Instead { now, .. } | Self::Moved { now, .. } | Self::Trimmed { now, .. } | Self::Added { now } => {
                now
            }
            Self::Dropped { was } => was,
        }
    }
}

/// What changed on a channel, by date and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelChanges {
    /// The channel.
    pub channel: ChannelId,
    /// Programmes and live blocks.
    pub airings: Vec<AiringChange>,
    /// Dates on which nothing but promos and fillers changed.
    pub breaks: Vec<BroadcastDate>,
}

/// What changed in a schedule, channel by channel.
pub fn between(before: &[Airing], after: &[Airing]) -> Vec<ChannelChanges> {
    let mut channels: BTreeMap<&ChannelId, (Vec<&Airing>, Vec<&Airing>)> = BTreeMap::new();
    for airing in before {
        channels.entry(&airing.channel).or_default().0.push(airing);
    }
    for airing in after {
        channels.entry(&airing.channel).or_default().1.push(airing);
    }
    let changes = channels
        .into_iter()
        .map(|(channel, (before, after))| of_channel(channel, &before, &after));
    changes
        .filter(|one| !one.airings.is_empty() || !one.breaks.is_empty())
        .collect()
}

fn of_channel(channel: &ChannelId, before: &[&Airing], after: &[&Airing]) -> ChannelChanges {
    let programmes = |list: &[&Airing]| -> Vec<Airing> {
        let all = list.iter().filter(|airing| !airing.origin.is_break());
        all.map(|airing| (*airing).clone()).collect()
    };
    let (mut gone, mut come) = unequal(programmes(before), programmes(after));
    let mut airings = Vec::new();
    // The same at the same time: only its length differs.
    pair(
        &mut gone,
        &mut come,
        |was, now| was.start == now.start && same(was, now),
        |was, now| {
            airings.push(AiringChange::Trimmed { now, was });
        },
    );
    // The same on the same date at another time, before what replaces it is looked for.
    pair(
        &mut gone,
        &mut come,
        |was, now| was.date == now.date && same(was, now),
        |was, now| {
            airings.push(AiringChange::Moved { now, was });
        },
    );
    pair(
        &mut gone,
        &mut come,
        |was, now| was.start == now.start,
        |was, now| {
            airings.push(AiringChange::Instead { now, was });
        },
    );
    pair(&mut gone, &mut come, same, |was, now| {
        airings.push(AiringChange::Moved { now, was });
    });
    // What takes most of another's time airs instead of it.
    pair(&mut gone, &mut come, overlaps_by_half, |was, now| {
        airings.push(AiringChange::Instead { now, was });
    });
    airings.extend(gone.into_iter().map(|was| AiringChange::Dropped { was }));
    airings.extend(come.into_iter().map(|now| AiringChange::Added { now }));
    airings.sort_by_key(|change| (change.place().date, change.place().start));
    let breaks = |list: &[&Airing]| -> BTreeMap<BroadcastDate, Vec<Airing>> {
        let mut by_date: BTreeMap<BroadcastDate, Vec<Airing>> = BTreeMap::new();
        for airing in list.iter().filter(|airing| airing.origin.is_break()) {
            by_date.entry(airing.date).or_default().push((*airing).clone());
        }
        by_date
    };
    let (was, now) = (breaks(before), breaks(after));
    let dates = was.keys().chain(now.keys());
    let mut changed: Vec<BroadcastDate> = dates
        .filter(|date| was.get(date) != now.get(date))
        .filter(|date| airings.iter().all(|change| change.place().date != **date))
        .copied()
        .collect();
    changed.sort_unstable();
    changed.dedup();
    ChannelChanges {
        channel: channel.clone(),
        airings,
        breaks: changed,
    }
}

/// What is only in the one list, and what only in the other: by when and what, not by why or for which licence.
fn unequal(before: Vec<Airing>, after: Vec<Airing>) -> (Vec<Airing>, Vec<Airing>) {
    let mut there: BTreeMap<_, Vec<Airing>> = BTreeMap::new();
    for airing in before.into_iter().rev() {
        there.entry(airing.start).or_default().push(airing);
    }
    let mut come = Vec::new();
    for airing in after {
        let others = there.get_mut(&airing.start);
        let equal = |other: &Airing| other.end == airing.end && same(other, &airing);
        match others.and_then(|others| Some((others.iter().position(equal)?, others))) {
            Some((at, others)) => {
                others.remove(at);
            }
            None => come.push(airing),
        }
    }
    (there.into_values().flatten().collect(), come)
}

/// Takes out each that goes with one of the others, the nearest in time first.
fn pair(
    gone: &mut Vec<Airing>,
    come: &mut Vec<Airing>,
    fits: impl Fn(&Airing, &Airing) -> bool,
    mut found: impl FnMut(Airing, Airing),
) {
    let mut at = 0;
    while at < gone.len() {
        let was = &gone[at];
        let near = come.iter().enumerate().filter(|(_, now)| fits(was, now));
        match near
            .min_by_key(|(_, now)| (now.start - was.start).abs())
            .map(|(place, _)| place)
        {
            Some(place) => {
                let now = come.remove(place);
                found(gone.remove(at), now);
            }
            None => at += 1,
        }
    }
}

/// Whether the same airs.
fn same(a: &Airing, b: &Airing) -> bool {
    a.version == b.version && a.title == b.title && a.language == b.language
}

fn overlaps_by_half(was: &Airing, now: &Airing) -> bool {
    let common = was.end.min(now.end) - was.start.max(now.start);
    2 * common >= (was.end - was.start).min(now.end - now.start)
}

/// A record that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// What it is called.
    pub id: RecordId,
    /// The channel and instant that it is called by; none where it has a name of its own.
    pub called_by: Option<(ChannelId, Instant)>,
    /// How it changed.
    pub kind: RecordChanged,
}

/// How a record changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordChanged {
    /// It is new.
    Added,
    /// It is another.
    Changed,
    /// It is gone.
    Removed,
}

/// What changed in the records that a coordinator keeps by hand, in the order of the document.
pub fn records_between(before: &Station, after: &Station) -> Vec<RecordChange> {
    let of = |station: &Station| -> BTreeMap<RecordId, Record> {
        let mut all = BTreeMap::new();
        for record in records_of(station) {
            all.entry(record.id()).or_insert(record);
        }
        all
    };
    let (was, now) = (of(before), of(after));
    let change = |id: &RecordId, record: &Record, kind: RecordChanged| RecordChange {
        id: id.clone(),
        called_by: record.called_by().map(|(channel, at)| (channel.clone(), at)),
        kind,
    };
    let mut changes = Vec::new();
    for (id, record) in &now {
        let kind = match was.get(id) {
            None => RecordChanged::Added,
            Some(old) if old != record => RecordChanged::Changed,
            Some(_) => continue,
        };
        changes.push(change(id, record, kind));
    }
    let gone = was.iter().filter(|(id, _)| !now.contains_key(id));
    changes.extend(gone.map(|(id, record)| change(id, record, RecordChanged::Removed)));
    changes.sort_by(|a, b| (a.id.kind(), &a.id).cmp(&(b.id.kind(), &b.id)));
    changes
}

/// What changed since an entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The entry.
    pub number: i64,
    /// The station as it was after it.
    pub then: Station,
    /// The schedule, channel by channel, in the station's order.
    pub channels: Vec<ChannelChanges>,
    /// What else.
    pub records: Vec<RecordChange>,
}

impl Desk {
    /// What changed since an entry of the journal.
    ///
    /// # Errors
    /// `no_such_entry`; when the file cannot be read.
    pub fn changes_since(&mut self, number: i64) -> Result<Since, Failure> {
        let then = self.store().station_after(number)?;
        let (station, _) = self.station()?;
        let mut channels = between(&then.schedule, &station.schedule);
        let place = |id: &ChannelId| station.channels.iter().position(|channel| channel.id == *id);
        channels.sort_by_key(|one| place(&one.channel).unwrap_or(usize::MAX));
        Ok(Since {
            number,
            channels,
            records: records_between(&then, station),
            then,
        })
    }

    /// The entry since which changes are worth telling: the last plan that was accepted, else the first of the journal.
    ///
    /// # Errors
    /// When the file cannot be read; `no_such_entry` in a file without a journal.
    pub fn usual_base(&mut self) -> Result<i64, Failure> {
        let log = self.log(None, 10_000)?;
        let accepted = log.iter().find(|change| change.op == "accept_plan" && !change.undone);
        let last = accepted.or(log.last()).map(|change| change.number);
        last.ok_or_else(|| Failure::new("no_such_entry", values! { "number" => 1 }))
    }
}
