//! A proposal beside the schedule: what it would add, move, remove and keep.

use std::collections::{BTreeMap, HashMap};

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Index, Instant, Language, Severity, Station};
use arna_exchange::listing::listing;
use serde::Serialize;
use specta::Type;

use super::explain::points;
use super::problem::{ProblemView, ReasonView, finding, open, reason};
use super::schedule::{ChannelDay, DateView, date_view};
use super::{Texts, day, texts, wall, week};
use crate::import::FINDINGS;
use crate::planning::{Cause, Changed, Channels, Difference, Keep, Proof, percent};
use crate::proposal::{ChannelDate, Examined, Proposal};

/// A plan that waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ProposalView {
    /// Its first date.
    pub from: String,
    /// Its dates.
    pub days: u32,
    /// What was asked for.
    pub asked: AskedView,
    /// The file that it was read of; none: it was calculated.
    pub file: Option<String>,
    /// What that file tells besides, which would not be on air, or not for long.
    pub told: Vec<ProblemView>,
    /// Its dates, one by one.
    pub dates: Vec<DateView>,
    /// The days on which it changes something or leaves something open, by channel and date.
    pub cells: Vec<CellView>,
    /// Airings that it would add.
    pub added: u32,
    /// Airings that it would move.
    pub moved: u32,
    /// Airings that it would remove.
    pub removed: u32,
    /// Airings that it would leave as they are.
    pub kept: u32,
    /// Slots that it leaves open, with the nearest candidates.
    pub open: Vec<ProblemView>,
    /// Findings of severity error.
    pub errors: u32,
    /// The score of its pools.
    pub pool: i32,
    /// The score of its breaks.
    pub breaks: i32,
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

/// What a proposal was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AskedView {
    /// The channels, in the station's order.
    pub channels: Vec<String>,
    /// Whether these are all of them.
    pub all: bool,
    /// `fast`, `normal` or `best`.
    pub effort: String,
    /// `nothing`, `pinned`, `accepted` or `aired`: what stays.
    pub keep: String,
    /// Whether it was to be proven how good it is.
    pub proved: bool,
}

/// What a proposal does on a day of a channel: programme airings and holds; breaks follow them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CellView {
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
    /// Airings added.
    pub added: u16,
    /// Airings that are at another time.
    pub moved: u16,
    /// Airings removed.
    pub removed: u16,
    /// Promos and fillers that change.
    pub breaks: u16,
    /// Slots left open.
    pub open: u16,
    /// Findings of severity error.
    pub errors: u16,
    /// Whether it is accepted already.
    pub taken: bool,
}

/// A channel's day as it is accepted and as it is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ComparedDay {
    /// The channel's name.
    pub name: String,
    /// As it is.
    pub now: ChannelDay,
    /// As it would be.
    pub then: ChannelDay,
    /// What changes of either.
    pub marks: Vec<MarkView>,
}

/// A block that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MarkView {
    /// Whether it is a block of what would be, not of what is.
    pub then: bool,
    /// The block's start, which names it.
    pub starts: String,
    /// How it changes.
    pub change: RowChange,
    /// Where the same is on the other side, when it moves.
    pub other_wall: Option<String>,
    /// Why.
    pub cause: CauseView,
}

/// What accepting some days would come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ExaminedView {
    /// What would be wrong then: an order of episodes, a repeat, a rule. Nothing: the days can be accepted.
    pub wrong: Vec<ProblemView>,
    /// Days that would have to be accepted with them.
    pub with: Vec<DayRef>,
}

/// A channel's broadcast day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
pub struct DayRef {
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
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

/// A proposal.
pub fn proposal(proposal: &Proposal, station: &Station, index: &Index) -> ProposalView {
    let difference = &proposal.difference;
    let range = proposal.plan.range;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let errors = proposal
        .plan
        .findings
        .iter()
        .filter(|one| one.severity == Severity::Error);
    ProposalView {
        from: proposal.plan.range.from.to_string(),
        days: proposal.plan.range.days,
        asked: asked(proposal, station),
        file: proposal.file.clone(),
        told: told(proposal, index),
        dates: range.dates().map(date_view).collect(),
        cells: cells(proposal, index),
        added: count(difference.added.len()),
        moved: count(difference.moved.len()),
        removed: count(difference.removed.len()),
        kept: count(difference.kept.len()),
        open: proposal.plan.open.iter().map(|one| open(one, index)).collect(),
        errors: count(errors.count()),
        pool: points(proposal.plan.score.pool),
        breaks: points(proposal.plan.score.breaks),
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

/// Programmes and holds that change, at most [`MOST_ROWS`], and how many more there are: what breaks before what a search merely
/// finds otherwise, then by channel and time; told of the stations as they are before and after.
pub(super) fn rows(
    difference: &Difference,
    range: DateRange,
    was: (&Station, &Index),
    then: (&Station, &Index),
    language: &Language,
) -> (Vec<RowView>, usize) {
    let added = of_programmes(&difference.added).map(|one| (RowChange::Added, &one.airing, None, &one.cause));
    let removed = of_programmes(&difference.removed).map(|one| (RowChange::Removed, &one.airing, None, &one.cause));
    let moved = difference.moved.iter().filter(|one| !one.after.origin.is_break());
    let moved = moved.map(|one| (RowChange::Moved, &one.after, Some(&one.before), &one.cause));
    let mut all: Vec<_> = added.chain(removed).chain(moved).collect();
    let found_otherwise = |cause: &Cause| cause.code == "better_score";
    all.sort_by(|(change, airing, _, cause), (other_change, other, _, other_cause)| {
        let key = (found_otherwise(cause), &airing.channel, airing.start, change);
        key.cmp(&(found_otherwise(other_cause), &other.channel, other.start, other_change))
    });
    let more = all.len().saturating_sub(MOST_ROWS);
    all.truncate(MOST_ROWS);
    let of = |gone: bool| {
        let own = all
            .iter()
            .filter(move |(change, ..)| (*change == RowChange::Removed) == gone);
        own.map(|(_, airing, ..)| *airing)
    };
    let gone = Titles::of(of(true), range, was.0, was.1, language);
    let there = Titles::of(of(false), range, then.0, then.1, language);
    let row = |&(change, airing, before, cause): &(RowChange, &Airing, Option<&Airing>, &Cause)| {
        let titles = if change == RowChange::Removed { &gone } else { &there };
        titles.row(change, airing, before, cause)
    };
    (all.iter().map(row).collect(), more)
}

/// What is said of the file itself, not of what would be on air.
fn told(proposal: &Proposal, index: &Index) -> Vec<ProblemView> {
    let own = proposal
        .plan
        .findings
        .iter()
        .filter(|one| FINDINGS.contains(&one.code.as_str()));
    own.take(MOST_ROWS).map(|one| finding(one, index)).collect()
}

fn asked(proposal: &Proposal, station: &Station) -> AskedView {
    let asked = &proposal.asked;
    let chosen = station
        .channels
        .iter()
        .filter(|channel| asked.channels.hold(&channel.id));
    AskedView {
        channels: chosen.map(|channel| channel.id.to_string()).collect(),
        all: asked.channels == Channels::All,
        effort: asked.policy.effort.as_str().to_owned(),
        keep: match asked.keep {
            None => "nothing",
            Some(Keep::Pinned) => "pinned",
            Some(Keep::Accepted) => "accepted",
            Some(Keep::Aired { .. } | Keep::AiredAndAccepted { .. }) => "aired",
        }
        .to_owned(),
        proved: asked.policy.proof == Proof::Given,
    }
}

fn cells(proposal: &Proposal, index: &Index) -> Vec<CellView> {
    let mut cells: BTreeMap<ChannelDate, CellView> = BTreeMap::new();
    let mut at = |channel: &ChannelId, date: BroadcastDate, count: &dyn Fn(&mut CellView) -> &mut u16| {
        let place = (channel.clone(), date);
        let taken = proposal.taken.contains(&place);
        let cell = cells.entry(place).or_insert_with(|| CellView {
            channel: channel.to_string(),
            date: date.to_string(),
            added: 0,
            moved: 0,
            removed: 0,
            breaks: 0,
            open: 0,
            errors: 0,
            taken,
        });
        let count = count(cell);
        *count = count.saturating_add(1);
    };
    let difference = &proposal.difference;
    for one in difference.added.iter().map(|one| &one.airing) {
        if one.origin.is_break() {
            at(&one.channel, one.date, &|cell| &mut cell.breaks);
        } else {
            at(&one.channel, one.date, &|cell| &mut cell.added);
        }
    }
    for one in difference.removed.iter().map(|one| &one.airing) {
        if one.origin.is_break() {
            at(&one.channel, one.date, &|cell| &mut cell.breaks);
        } else {
            at(&one.channel, one.date, &|cell| &mut cell.removed);
        }
    }
    for one in difference.moved.iter().map(|one| &one.after) {
        if one.origin.is_break() {
            at(&one.channel, one.date, &|cell| &mut cell.breaks);
        } else {
            at(&one.channel, one.date, &|cell| &mut cell.moved);
        }
    }
    for one in &proposal.plan.open {
        if let Some(slot) = index.slot(one.slot.as_str()) {
            let channel = &index.channels[index.slots[slot.at()].channel.at()].id;
            at(channel, one.date, &|cell| &mut cell.open);
        }
    }
    for one in proposal
        .plan
        .findings
        .iter()
        .filter(|one| one.severity == Severity::Error)
    {
        if let (Some(channel), Some(date)) = (&one.place.channel, one.place.date) {
            at(channel, date, &|cell| &mut cell.errors);
        }
    }
    for (channel, date) in &proposal.taken {
        // Told as accepted though nothing changes there any more.
        cells.entry((channel.clone(), *date)).or_insert_with(|| CellView {
            channel: channel.to_string(),
            date: date.to_string(),
            added: 0,
            moved: 0,
            removed: 0,
            breaks: 0,
            open: 0,
            errors: 0,
            taken: true,
        });
    }
    cells.into_values().collect()
}

/// The seven days of a channel from a date, as they are and as they would be.
pub fn compared_week(
    proposal: &Proposal,
    station: &Station,
    index: &Index,
    channel: ChannelIx,
    from: BroadcastDate,
    language: &Language,
) -> Vec<ComparedDay> {
    let now = week(station, index, channel, from, language);
    let then = week(&proposal.then, index, channel, from, language);
    let name = &station.channels[channel.at()].name;
    let own = &index.channels[channel.at()].id;
    let range = DateRange { from, days: 7 };
    let mut marks = marks(proposal, index, |airing| {
        airing.channel == *own && range.holds(airing.date)
    });
    let days = range.dates().zip(now.into_iter().zip(then));
    days.map(|(date, (now, then))| ComparedDay {
        name: name.clone(),
        now,
        then,
        marks: marks.remove(&(own.clone(), date)).unwrap_or_default(),
    })
    .collect()
}

/// A day of the proposal's channels, as it is and as it would be.
pub fn compared_day(
    proposal: &Proposal,
    station: &Station,
    index: &Index,
    date: BroadcastDate,
    language: &Language,
) -> Vec<ComparedDay> {
    let now = day(station, index, date, language);
    let then = day(&proposal.then, index, date, language);
    let mut marks = marks(proposal, index, |airing| airing.date == date);
    now.into_iter()
        .zip(then)
        .zip(&index.channels)
        .filter(|(_, channel)| proposal.asked.channels.hold(&channel.id))
        .map(|((now, then), channel)| ComparedDay {
            name: now.name,
            now: now.day,
            then: then.day,
            marks: marks.remove(&(channel.id.clone(), date)).unwrap_or_default(),
        })
        .collect()
}

/// The blocks that change on the days asked for, day by day.
fn marks(proposal: &Proposal, index: &Index, wanted: impl Fn(&Airing) -> bool) -> HashMap<ChannelDate, Vec<MarkView>> {
    let mut marks: HashMap<ChannelDate, Vec<MarkView>> = HashMap::new();
    let mut mark = |then: bool, airing: &Airing, other: Option<&Airing>, change: RowChange, cause: &Cause| {
        if airing.origin.is_break() || !wanted(airing) {
            return;
        }
        let Some(channel) = index.channel(airing.channel.as_str()) else {
            return;
        };
        let clock = &index.channels[channel.at()].clock;
        let of_day = marks.entry((airing.channel.clone(), airing.date)).or_default();
        of_day.push(MarkView {
            then,
            starts: clock.text(airing.start),
            change,
            other_wall: other.map(|other| wall(clock, other.date, other.start)),
            cause: CauseView::of(cause),
        });
    };
    let difference = &proposal.difference;
    for one in &difference.added {
        mark(true, &one.airing, None, RowChange::Added, &one.cause);
    }
    for one in &difference.removed {
        mark(false, &one.airing, None, RowChange::Removed, &one.cause);
    }
    for one in &difference.moved {
        mark(true, &one.after, Some(&one.before), RowChange::Moved, &one.cause);
        mark(false, &one.before, Some(&one.after), RowChange::Moved, &one.cause);
    }
    marks
}

/// What accepting some days would come to.
pub fn examined(examined: &Examined, index: &Index) -> ExaminedView {
    ExaminedView {
        wrong: examined.wrong.iter().map(|one| finding(one, index)).collect(),
        with: examined
            .with
            .iter()
            .map(|(channel, date)| DayRef {
                channel: channel.to_string(),
                date: date.to_string(),
            })
            .collect(),
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
