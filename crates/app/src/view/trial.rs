//! An edit of grid or occasions before it is saved: what is wrong with it, what moves with it, and what the accepted schedule loses.

use std::collections::HashMap;

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, ChannelId, DateRange, Index, Instant, Language, Station};
use arna_exchange::listing::listing;
use serde::Serialize;
use specta::Type;

use super::grid_conflicts::{ConflictView, conflicts, refused};
use super::problem::ProblemView;
use super::schedule::spoken;
use super::{Texts, problems, texts, wall};
use crate::desk::{Review, review};
use crate::failure::Failure;
use crate::losses::losses;
use crate::trial::Tried;

/// An edit before it is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct TrialView {
    /// What keeps it from being saved.
    pub refused: Vec<ConflictView>,
    /// What would be wrong with slots and is not now.
    pub conflicts: Vec<ConflictView>,
    /// Accepted airings that lose their slot.
    pub lost: u32,
    /// The first of them, at most [`MOST_LOSSES`].
    pub losses: Vec<LossView>,
    /// What is otherwise afterwards.
    pub moves: MovesView,
    /// Problems of the schedule that come with it.
    pub breaks: Vec<ProblemView>,
}

/// How many records an edit changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct MovesView {
    /// Slots.
    pub slots: u32,
    /// Seasons whose premieres are at another time.
    pub premieres: u32,
    /// Campaigns.
    pub campaigns: u32,
    /// Pins.
    pub pins: u32,
    /// Accepted programme airings that are at another time.
    pub airings: u32,
}

/// An accepted airing that loses its slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LossView {
    /// The channel's name.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
    /// The wall clock at its start.
    pub start_wall: String,
    /// The title.
    pub title: String,
    /// The language spoken.
    pub language: String,
    /// Why: the message `cause-<cause>`.
    pub cause: String,
    /// With what values.
    pub values: Texts,
}

/// Losses told at most.
pub const MOST_LOSSES: usize = 100;

/// An edit before it is saved. Problems that come with it are looked for around what moves in the accepted schedule.
pub fn trial(before: (&Station, &Index), tried: &Tried, language: &Language) -> TrialView {
    let after = &tried.station;
    let index = match &tried.index {
        Ok(index) => index,
        Err(failure) => {
            return TrialView {
                refused: refused(failure, after),
                ..TrialView::default()
            };
        }
    };
    let lost = losses(before, (after, index));
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    TrialView {
        refused: Vec::new(),
        conflicts: new_conflicts(before, (after, index)),
        lost: count(lost.len()),
        losses: told(before, &lost, language),
        moves: moves(before.0, after),
        breaks: breaks(before, (after, index)),
    }
}

/// An edit that cannot even be made.
pub fn refused_trial(failure: &Failure) -> TrialView {
    TrialView {
        refused: refused(failure, &Station::default()),
        ..TrialView::default()
    }
}

fn new_conflicts(before: (&Station, &Index), after: (&Station, &Index)) -> Vec<ConflictView> {
    let all = |(station, index): (&Station, &Index)| -> Vec<ConflictView> {
        let channels = station.channels.iter();
        let mut all: Vec<ConflictView> = channels
            .flat_map(|channel| conflicts(station, index, &channel.id).into_values().flatten())
            .collect();
        all.sort_by(|a, b| (&a.slot, &a.code).cmp(&(&b.slot, &b.code)));
        all
    };
    let known = all(before);
    all(after).into_iter().filter(|one| !known.contains(one)).collect()
}

fn told((station, index): (&Station, &Index), lost: &[crate::losses::Loss], language: &Language) -> Vec<LossView> {
    let shown = &lost[..lost.len().min(MOST_LOSSES)];
    let airings: Vec<Airing> = shown.iter().map(|one| one.airing.clone()).collect();
    let mut said: HashMap<(&ChannelId, Instant), (String, String)> = HashMap::new();
    if let (Some(from), Some(last)) = (
        airings.iter().map(|one| one.date).min(),
        airings.iter().map(|one| one.date).max(),
    ) {
        let days = u32::try_from(last.days_since(from) + 1).unwrap_or_default();
        for (number, channel) in (0..).map(ChannelIx).zip(&index.channels) {
            let listing = listing(index, station, &airings, number, DateRange { from, days }, language);
            said.extend(
                listing
                    .airings
                    .iter()
                    .map(|one| ((&channel.id, one.start), (one.title().to_owned(), spoken(one)))),
            );
        }
    }
    shown
        .iter()
        .map(|one| {
            let airing = &one.airing;
            let number = index.channel(airing.channel.as_str());
            let clock = number.map(|number| &index.channels[number.at()].clock);
            let name = number.and_then(|number| station.channels.get(number.at()));
            let (title, language) = said.get(&(&airing.channel, airing.start)).cloned().unwrap_or_default();
            LossView {
                channel: name.map_or_else(String::new, |channel| channel.name.clone()),
                date: airing.date.to_string(),
                start_wall: clock
                    .map(|clock| wall(clock, airing.date, airing.start))
                    .unwrap_or_default(),
                title,
                language,
                cause: one.cause.to_owned(),
                values: texts(&one.values),
            }
        })
        .collect()
}

fn moves(before: &Station, after: &Station) -> MovesView {
    fn changed<T: PartialEq, K: Eq + std::hash::Hash>(before: &[T], after: &[T], key: impl Fn(&T) -> K) -> u32 {
        let old: HashMap<K, &T> = before.iter().map(|one| (key(one), one)).collect();
        let is_other = |one: &&T| old.get(&key(one)).is_some_and(|old| *old != *one);
        u32::try_from(after.iter().filter(is_other).count()).unwrap_or(u32::MAX)
    }
    let slots = changed(&before.slots, &after.slots, |one| one.id.clone());
    let campaigns = changed(&before.campaigns, &after.campaigns, |one| one.id.clone());
    let gone = |pin: &&arna_domain::Pin| !after.pins.contains(pin);
    let old: std::collections::HashSet<_> = before
        .schedule
        .iter()
        .map(|one| (&one.channel, one.start, &one.version))
        .collect();
    let is_new = |one: &&Airing| !one.origin.is_break() && !old.contains(&(&one.channel, one.start, &one.version));
    // Premieres: seasons that hang on an occasion that moved.
    let moved = |id: &arna_domain::OccasionId| {
        let dates = |station: &Station| {
            let found = station.occasions.iter().find(|one| one.id == *id);
            found.map(|one| (one.from, one.until))
        };
        dates(before) != dates(after)
    };
    let seasons = after.programmes.iter().flat_map(|programme| &programme.seasons);
    let premieres = seasons
        .filter(|season| season.occasion.as_ref().is_some_and(moved))
        .count();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    MovesView {
        slots,
        premieres: count(premieres),
        campaigns,
        pins: count(before.pins.iter().filter(gone).count()),
        airings: count(after.schedule.iter().filter(is_new).count()),
    }
}

/// Problems that the schedule has afterwards and not before, of the dates on which it changes; none where it does not.
fn breaks(before: (&Station, &Index), after: (&Station, &Index)) -> Vec<ProblemView> {
    let Some(range) = dates_between(before.0, after.0) else {
        return Vec::new();
    };
    let known = review(before.1, &before.0.schedule, range);
    let now = review(after.1, &after.0.schedule, range);
    let mut old: Vec<_> = known
        .findings
        .iter()
        .map(|one| (&one.code, &one.place.version, &one.place.channel))
        .collect();
    let is_new = |one: &arna_domain::Finding| {
        let key = (&one.code, &one.place.version, &one.place.channel);
        match old.iter().position(|other| *other == key) {
            Some(at) => {
                old.swap_remove(at);
                false
            }
            None => true,
        }
    };
    let errors = now
        .findings
        .iter()
        .filter(|one| one.severity == arna_domain::Severity::Error)
        .cloned();
    let mut findings: Vec<_> = errors.collect();
    findings.retain(is_new);
    let opened = |one: &arna_domain::OpenSlot| {
        !known
            .open
            .iter()
            .any(|old| (&old.slot, old.date) == (&one.slot, one.date))
    };
    let open = now.open.into_iter().filter(opened).collect();
    problems(&Review { open, findings }, after.1)
}

/// The dates on which two stations' schedules differ.
fn dates_between(before: &Station, after: &Station) -> Option<DateRange> {
    let of = |one: &[Airing], other: &[Airing]| -> Option<(arna_domain::BroadcastDate, arna_domain::BroadcastDate)> {
        let others: std::collections::HashSet<_> = other
            .iter()
            .map(|one| (&one.channel, one.start, &one.version))
            .collect();
        let dates = || {
            one.iter()
                .filter(|one| !others.contains(&(&one.channel, one.start, &one.version)))
                .map(|one| one.date)
        };
        Some((dates().min()?, dates().max()?))
    };
    let (gone, come) = (
        of(&before.schedule, &after.schedule),
        of(&after.schedule, &before.schedule),
    );
    let from = gone.into_iter().chain(come).map(|(from, _)| from).min()?;
    let last = gone.into_iter().chain(come).map(|(_, last)| last).max()?;
    DateRange::new(from, u32::try_from(last.days_since(from) + 1).ok()?)
}
