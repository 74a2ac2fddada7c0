//! What an edit of the catalogue would break and mend in the accepted schedule, before it is saved.

use std::collections::HashMap;

use arna_domain::{DateRange, Finding, Index, Language, OpenSlot, Severity, Station};
use serde::Serialize;
use specta::Type;

use super::super::problem::{finding, open};
use super::super::schedule::date_view;
use super::super::{DateView, DetailView, ProblemView};
use super::rows::channel_name;
use super::title_of;
use crate::catalogue::Item;
use crate::desk::{Review, review};
use crate::trial::Tried;

/// Rows that a window is shown of each list.
const MOST: usize = 200;

/// What an edit would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct EffectsView {
    /// What would be wrong that is not now, by time.
    pub breaks: Vec<EffectView>,
    /// How many there are.
    pub breaks_total: u32,
    /// What is wrong now and would not be.
    pub mends: Vec<EffectView>,
    /// How many there are.
    pub mends_total: u32,
    /// Airings that would go.
    pub lost: u32,
    /// Why the edit cannot be done at all.
    pub refused: Vec<DetailView>,
}

/// A problem that comes or goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct EffectView {
    /// The problem.
    pub problem: ProblemView,
    /// The channel's name.
    pub name: String,
    /// The broadcast date.
    pub date: Option<DateView>,
    /// What airs.
    pub title: String,
    /// The episode.
    pub episode: String,
}

/// What an edit would do to the accepted schedule of a station.
pub fn effects(station: &Station, index: &Index, tried: &Tried, language: &Language) -> EffectsView {
    let after = match &tried.index {
        Ok(after) => after,
        Err(failure) => {
            return EffectsView {
                refused: super::super::FailureView::from(failure.clone()).details,
                ..EffectsView::default()
            };
        }
    };
    let Some(range) = accepted(station) else {
        return EffectsView::default();
    };
    let was = review(index, &station.schedule, range);
    let is = review(after, &tried.station.schedule, range);
    let breaks = more(&is, &was, &tried.station, after, language);
    let mends = more(&was, &is, station, index, language);
    let count = |list: &[EffectView]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    let lost = station.schedule.len().saturating_sub(tried.station.schedule.len());
    EffectsView {
        breaks_total: count(&breaks),
        mends_total: count(&mends),
        breaks: breaks.into_iter().take(MOST).collect(),
        mends: mends.into_iter().take(MOST).collect(),
        lost: u32::try_from(lost).unwrap_or(u32::MAX),
        refused: Vec::new(),
    }
}

/// The dates of the accepted schedule.
pub fn accepted(station: &Station) -> Option<DateRange> {
    let dates = || station.schedule.iter().map(|one| one.date);
    let (first, last) = (dates().min()?, dates().max()?);
    let days = u32::try_from(last.days_since(first) + 1).ok()?;
    DateRange::new(first, days.min(DateRange::LONGEST))
}

/// What the one review says and the other does not; remarks are passed over.
fn more(one: &Review, other: &Review, station: &Station, index: &Index, language: &Language) -> Vec<EffectView> {
    // Values may differ, as the run's number does: it is the same problem.
    let key = |one: &Finding| (one.code.clone(), one.place.clone());
    let mut known: HashMap<_, u32> = HashMap::new();
    for finding in &other.findings {
        *known.entry(key(finding)).or_default() += 1;
    }
    let new = one
        .findings
        .iter()
        .filter(|finding| match known.get_mut(&key(finding)) {
            _ if finding.severity == Severity::Info => false,
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
    let slots: std::collections::HashSet<_> = other.open.iter().map(|one| (&one.slot, one.date)).collect();
    let opened = one
        .open
        .iter()
        .filter(|one: &&OpenSlot| !slots.contains(&(&one.slot, one.date)));
    let mut all: Vec<EffectView> = new
        .map(|one| finding(one, index))
        .chain(opened.map(|one| open(one, index)))
        .map(|problem| effect(problem, station, index, language))
        .collect();
    all.sort_by(|a, b| {
        let key = |one: &EffectView| {
            (
                one.problem.date.clone(),
                one.problem.starts.clone(),
                one.problem.code.clone(),
            )
        };
        key(a).cmp(&key(b))
    });
    all
}

fn effect(problem: ProblemView, station: &Station, index: &Index, language: &Language) -> EffectView {
    let channel = problem.channel.as_ref().and_then(|id| index.channel(id));
    let version = problem.version.as_ref().and_then(|id| index.version(id));
    let date = problem.date.as_deref().and_then(arna_domain::BroadcastDate::parse);
    let titled = |item: Item| title_of(item, station, index, language);
    EffectView {
        name: channel
            .map(|channel| channel_name(channel, station, index))
            .unwrap_or_default(),
        date: date.map(date_view),
        title: version
            .map(|version| titled(Item::Programme(index.versions[version.at()].programme)))
            .unwrap_or_default(),
        episode: version
            .map(|version| titled(Item::Episode(index.versions[version.at()].episode)))
            .unwrap_or_default(),
        problem,
    }
}
