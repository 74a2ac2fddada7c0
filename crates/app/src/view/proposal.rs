//! A proposal beside the schedule: what it would add, move, remove and keep.

use std::collections::HashMap;

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, ChannelId, DateRange, Index, Instant, Language, Station};
use arna_exchange::listing::listing;
use serde::Serialize;
use specta::Type;

use super::problem::{ProblemView, ReasonView, open, reason};
use super::{Texts, texts, wall};
use crate::desk::Proposal;
use crate::planning::{Cause, Changed, percent};

/// A plan that waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ProposalView {
    /// Its first date.
    pub from: String,
    /// Its dates.
    pub days: u32,
    /// Airings that it would add.
    pub added: u32,
    /// Airings that it would move.
    pub moved: u32,
    /// Airings that it would remove.
    pub removed: u32,
    /// Airings that it would leave as they are.
    pub kept: u32,
    /// Programme airings and holds that change, by channel and time; at most [`MOST_ROWS`].
    pub rows: Vec<RowView>,
    /// Rows that are not among them.
    pub more: u32,
    /// Slots that it leaves open, with the reasons.
    pub open: Vec<ProblemView>,
    /// Findings of severity error.
    pub errors: u32,
    /// How near it is to the best possible, where that was proven.
    pub proven: Option<ProvenView>,
    /// Whether the station has changed since, so that it can no longer be accepted.
    pub stale: bool,
}

/// By how many percent of the best possible a plan may fall short at most, to two decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ProvenView {
    /// In its pools.
    pub pools: String,
    /// In its breaks.
    pub breaks: String,
}

/// Rows sent at most: more than anybody reads.
pub const MOST_ROWS: usize = 2_000;

/// How an airing changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum RowChange {
    /// It is new.
    Added,
    /// It is at another time.
    Moved,
    /// It is gone.
    Removed,
}

/// An airing that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RowView {
    /// How.
    pub change: RowChange,
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
    /// The wall clock at its start.
    pub start_wall: String,
    /// The wall clock at which it was, when it moves.
    pub before_wall: Option<String>,
    /// The title.
    pub title: String,
    /// The language spoken.
    pub language: String,
    /// How it came or comes there: the message `origin-<origin>`.
    pub origin: String,
    /// Why it changes.
    pub cause: CauseView,
}

/// Why an airing changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CauseView {
    /// What it is: the message `cause-<code>`.
    pub code: String,
    /// With what values.
    pub values: Texts,
    /// The rule that forbids what was accepted, where the code is `rule`.
    pub refusal: Option<ReasonView>,
}

impl CauseView {
    fn of(cause: &Cause) -> Self {
        Self {
            code: cause.code.to_owned(),
            values: texts(&cause.values),
            refusal: cause.refusal.as_ref().map(reason),
        }
    }
}

/// A proposal, in a language.
pub fn proposal(proposal: &Proposal, station: &Station, index: &Index, language: &Language) -> ProposalView {
    let difference = &proposal.difference;
    let range = proposal.plan.range;
    let removed = || difference.removed.iter().map(|one| &one.airing);
    let added = || difference.added.iter().map(|one| &one.airing);
    let gone = Titles::of(removed(), range, station, index, language);
    let moved = difference.moved.iter().map(|one| &one.after);
    let there = Titles::of(added().chain(moved), range, station, index, language);
    let mut rows: Vec<RowView> = Vec::new();
    rows.extend(of_programmes(&difference.added).map(|one| there.row(RowChange::Added, &one.airing, None, &one.cause)));
    rows.extend(
        of_programmes(&difference.removed).map(|one| gone.row(RowChange::Removed, &one.airing, None, &one.cause)),
    );
    let moved = difference.moved.iter().filter(|one| !one.after.origin.is_break());
    rows.extend(moved.map(|one| there.row(RowChange::Moved, &one.after, Some(&one.before), &one.cause)));
    rows.sort_by(|a, b| {
        (&a.channel, &a.date, &a.start_wall, a.change).cmp(&(&b.channel, &b.date, &b.start_wall, b.change))
    });
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let more = count(rows.len().saturating_sub(MOST_ROWS));
    rows.truncate(MOST_ROWS);
    let errors = proposal
        .plan
        .findings
        .iter()
        .filter(|one| one.severity == arna_domain::Severity::Error);
    ProposalView {
        from: proposal.plan.range.from.to_string(),
        days: proposal.plan.range.days,
        added: count(difference.added.len()),
        moved: count(difference.moved.len()),
        removed: count(difference.removed.len()),
        kept: count(difference.kept.len()),
        rows,
        more,
        open: proposal.plan.open.iter().map(|one| open(one, index)).collect(),
        errors: count(errors.count()),
        proven: proposal
            .plan
            .score
            .short_by_at_most()
            .map(|(pools, breaks)| ProvenView {
                pools: percent(pools),
                breaks: percent(breaks),
            }),
        stale: proposal.stale,
    }
}

/// Those that are no promos or fillers.
fn of_programmes(changed: &[Changed]) -> impl Iterator<Item = &Changed> {
    changed.iter().filter(|one| !one.airing.origin.is_break())
}

/// The titles of airings, each as every list of it says it.
struct Titles<'a> {
    index: &'a Index,
    titles: HashMap<(&'a ChannelId, Instant), String>,
}

impl<'a> Titles<'a> {
    fn of(
        airings: impl Iterator<Item = &'a Airing>,
        range: DateRange,
        station: &Station,
        index: &'a Index,
        language: &Language,
    ) -> Self {
        let airings: Vec<&Airing> = airings.filter(|airing| !airing.origin.is_break()).collect();
        let own: Vec<Airing> = airings.iter().copied().cloned().collect();
        let mut titles = HashMap::new();
        for (number, channel) in (0..).map(ChannelIx).zip(&index.channels) {
            let listing = listing(index, station, &own, number, range, language);
            let listed = listing
                .airings
                .iter()
                .map(|one| ((&channel.id, one.start), one.title().to_owned()));
            titles.extend(listed);
        }
        Self { index, titles }
    }

    fn row(&self, change: RowChange, airing: &Airing, before: Option<&Airing>, cause: &Cause) -> RowView {
        let channel = self.index.channel(airing.channel.as_str());
        let clock = channel.map(|channel| &self.index.channels[channel.at()].clock);
        let at = |airing: &Airing| {
            clock
                .map(|clock| wall(clock, airing.date, airing.start))
                .unwrap_or_default()
        };
        let version = airing
            .version
            .as_ref()
            .and_then(|version| self.index.version(version.as_str()));
        let spoken = version.map(|version| self.index.versions[version.at()].language);
        let spoken = spoken.map(|language| self.index.languages[language.at()].to_string());
        RowView {
            change,
            channel: airing.channel.to_string(),
            date: airing.date.to_string(),
            start_wall: at(airing),
            before_wall: before.map(at),
            title: self
                .titles
                .get(&(&airing.channel, airing.start))
                .cloned()
                .unwrap_or_default(),
            language: spoken
                .or_else(|| airing.language.as_ref().map(ToString::to_string))
                .unwrap_or_default(),
            origin: airing.origin.as_str().to_owned(),
            cause: CauseView::of(cause),
        }
    }
}
