//! A roll-out proposed: channels by languages, slots, licences to ask for, premieres, what is missing.

use std::collections::BTreeMap;

use arna_domain::rollout::{Premiere, Proposal, Rollout, State};
use arna_domain::slot::Fill;
use arna_domain::{BroadcastDate, Index, Language, Station};
use serde::Serialize;
use specta::Type;

use super::problem::{ProblemView, finding};
use super::schedule::{DateView, date_view};
use super::wall;

/// A roll-out proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RolloutView {
    /// The first date planned.
    pub from: String,
    /// The dates planned.
    pub days: u32,
    /// The languages asked for, in order.
    pub languages: Vec<String>,
    /// The channels, in the order asked for.
    pub channels: Vec<RolloutChannelView>,
    /// Premieres that air.
    pub airs: u32,
    /// Premieres that wait for a version.
    pub waits: u32,
    /// Premieres that fail.
    pub fails: u32,
    /// Premieres, by date; at most [`MOST_PREMIERES`].
    pub premieres: Vec<PremiereView>,
    /// What cannot be done, and what a coordinator should know.
    pub findings: Vec<ProblemView>,
}

/// Premieres told at most.
pub const MOST_PREMIERES: usize = 2_000;

/// A channel of a roll-out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RolloutChannelView {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// What comes of each language, in the order of the languages.
    pub cells: Vec<RolloutCellView>,
    /// Slots proposed.
    pub slots: Vec<NewSlotView>,
    /// Licences to ask for.
    pub licences: Vec<NewLicenceView>,
    /// Premieres that wait for a version or fail, whatever the language.
    pub waits: u32,
    /// Premieres that fail.
    pub fails: u32,
}

/// What comes of a language on a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RolloutCellView {
    /// Whether it was asked for.
    pub asked: bool,
    /// Premieres that air in it.
    pub airs: u32,
    /// The first of them.
    pub first: Option<DateView>,
    /// The last of them.
    pub last: Option<DateView>,
    /// Versions that are to be made.
    pub missing: u32,
    /// The date by which the first of them is needed.
    pub by: Option<DateView>,
}

/// A slot proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NewSlotView {
    /// Its id.
    pub id: String,
    /// 0, Monday, to 6.
    pub weekdays: Vec<u8>,
    /// The first date.
    pub from: Option<DateView>,
    /// The last date.
    pub until: Option<DateView>,
    /// By the wall clock.
    pub start: String,
    /// Minutes.
    pub length: u32,
    /// The slot that it repeats.
    pub repeats: Option<String>,
}

/// A licence to ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NewLicenceView {
    /// Its id.
    pub id: String,
    /// The season, or the programme where it covers every season.
    pub of: String,
    /// The languages; none: all.
    pub languages: Vec<String>,
    /// The first date.
    pub from: DateView,
    /// The last date.
    pub until: DateView,
    /// Runs of each episode; none: no limit.
    pub runs: Option<u32>,
}

/// A premiere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PremiereView {
    /// The channel's name.
    pub channel: String,
    /// The episode.
    pub episode: String,
    /// The broadcast date.
    pub date: DateView,
    /// The wall clock at its start.
    pub start_wall: String,
    /// The language spoken; empty where no version is there.
    pub language: String,
    /// `airs`, `waits` or `fails`.
    pub state: String,
    /// Repeats that air.
    pub repeats: u32,
}

/// A roll-out proposed. `then` is the index of the station with the proposal taken in.
pub fn rollout(proposal: &Proposal, rollout: &Rollout, station: &Station, then: &Index) -> RolloutView {
    let mut languages: Vec<&Language> = Vec::new();
    for language in rollout.targets.iter().flat_map(|target| &target.languages) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let name = |id: &str| {
        let channel = station.channels.iter().find(|channel| channel.id.as_str() == id);
        channel.map_or_else(|| id.to_owned(), |channel| channel.name.clone())
    };
    let counted = |state: State| count(proposal.premieres.iter().filter(|one| one.state == state).count());
    let channels = rollout.targets.iter().map(|target| {
        let own: Vec<&Premiere> = proposal
            .premieres
            .iter()
            .filter(|one| one.channel == target.channel)
            .collect();
        let of_state = |state: State| count(own.iter().filter(|one| one.state == state).count());
        RolloutChannelView {
            channel: target.channel.to_string(),
            name: name(target.channel.as_str()),
            cells: languages
                .iter()
                .map(|language| cell(proposal, target.languages.contains(language), &own, language))
                .collect(),
            slots: proposal
                .slots
                .iter()
                .filter(|slot| slot.channel == target.channel)
                .map(|slot| NewSlotView {
                    id: slot.id.to_string(),
                    weekdays: slot.days.iter().map(|day| *day as u8).collect(),
                    from: slot.from.map(date_view),
                    until: slot.until.map(date_view),
                    start: slot.start.to_string(),
                    length: slot.length_min,
                    repeats: match &slot.fill {
                        Fill::Repeat(repeat) => Some(repeat.of.to_string()),
                        _ => None,
                    },
                })
                .collect(),
            licences: proposal
                .licences
                .iter()
                .filter(|licence| licence.channels.contains(&target.channel))
                .map(|licence| NewLicenceView {
                    id: licence.id.to_string(),
                    of: licence
                        .season
                        .as_ref()
                        .map_or_else(|| licence.programme.to_string(), ToString::to_string),
                    languages: licence.languages.iter().map(ToString::to_string).collect(),
                    from: date_view(licence.from),
                    until: date_view(licence.until),
                    runs: licence.max_runs,
                })
                .collect(),
            waits: of_state(State::Waits),
            fails: of_state(State::Fails),
        }
    });
    let mut premieres: Vec<&Premiere> = proposal.premieres.iter().collect();
    premieres.sort_by_key(|one| one.start);
    RolloutView {
        from: proposal.range.from.to_string(),
        days: proposal.range.days,
        languages: languages.iter().map(ToString::to_string).collect(),
        channels: channels.collect(),
        airs: counted(State::Airs),
        waits: counted(State::Waits),
        fails: counted(State::Fails),
        premieres: premieres
            .iter()
            .take(MOST_PREMIERES)
            .map(|one| PremiereView {
                channel: name(one.channel.as_str()),
                episode: one.episode.to_string(),
                date: date_view(one.date),
                start_wall: then.channel(one.channel.as_str()).map_or_else(String::new, |channel| {
                    wall(&then.channels[channel.at()].clock, one.date, one.start)
                }),
                language: one.language.as_ref().map(ToString::to_string).unwrap_or_default(),
                state: match one.state {
                    State::Airs => "airs",
                    State::Waits => "waits",
                    State::Fails => "fails",
                }
                .to_owned(),
                repeats: count(one.repeats.len()),
            })
            .collect(),
        findings: proposal.findings.iter().map(|one| finding(one, then)).collect(),
    }
}

fn cell(proposal: &Proposal, asked: bool, own: &[&Premiere], language: &Language) -> RolloutCellView {
    let airing = own
        .iter()
        .filter(|one| one.state == State::Airs && one.language.as_ref() == Some(language));
    let dates: Vec<BroadcastDate> = airing.map(|one| one.date).collect();
    let channel = own.first().map(|one| &one.channel);
    // An episode's version is needed once, by the first date.
    let mut missing: BTreeMap<_, BroadcastDate> = BTreeMap::new();
    for one in &proposal.versions {
        if Some(&one.channel) == channel && one.language == *language {
            let by = missing.entry(&one.episode).or_insert(one.by);
            *by = one.by.min(*by);
        }
    }
    RolloutCellView {
        asked,
        airs: count(dates.len()),
        first: dates.iter().min().copied().map(date_view),
        last: dates.iter().max().copied().map(date_view),
        missing: count(missing.len()),
        by: missing.values().min().copied().map(date_view),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
