//! Rolling a body of work out over many channels and languages: what is asked, and what is proposed.

use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::id::{ChannelId, EpisodeId, SeasonId, SlotId, VersionId};
use crate::language::Language;
use crate::licence::Licence;
use crate::range::DateRange;
use crate::restriction::Holdback;
use crate::slot::Slot;
use crate::station::{About, Station};
use crate::time::{BroadcastDate, GridTime, Instant, Weekday};

/// What is asked, the document `arna-rollout/1`: a body of work, and the channels that are to air it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rollout {
    /// The document's form.
    pub format: Format,
    /// What it is, in words.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// The body of work: seasons in the order in which they air.
    pub seasons: Vec<SeasonId>,
    /// Hours at least from an episode's start on a channel to its start on any channel later in the order of premieres; at most
    /// [`Rollout::MOST_HOURS`].
    #[serde(default)]
    pub holdback_hours: u32,
    /// The terms of the licences to ask for.
    #[serde(default)]
    pub terms: Terms,
    /// The channels that are to air it.
    pub targets: Vec<Target>,
}

impl Rollout {
    /// Targets at most.
    pub const MOST_TARGETS: usize = 1_000;
    /// Hours of a holdback, of reruns and of a gap at most: a year.
    pub const MOST_HOURS: u32 = 8_784;
    /// Repeats of an episode on a channel at most.
    pub const MOST_REPEATS: usize = 100;
    /// Days between an episode and its repeat at most: a year.
    pub const MOST_DAYS_AFTER: u32 = 366;
}

/// The form of a rollout's document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// `arna-rollout/1`.
    #[default]
    #[serde(rename = "arna-rollout/1")]
    One,
}

/// What a licence to ask for says besides channel, languages, window and runs: as a [`Licence`] does. Hours are at most
/// [`Rollout::MOST_HOURS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// An airing that starts at most this many hours after a run began is part of that run.
    #[serde(default)]
    pub rerun_hours: u32,
    /// Hours between two starts of an episode on a channel; `rerun_hours` + 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_gap_hours: Option<u32>,
}

/// A channel that is to air the work, and what is wished for there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The channel.
    pub channel: ChannelId,
    /// The languages wanted, best first.
    pub languages: Vec<Language>,
    /// The first broadcast date that may be used.
    pub from: BroadcastDate,
    /// The last broadcast date that may be used, included.
    pub until: BroadcastDate,
    /// The weekdays of the broadcast dates; every day when absent.
    #[serde(default = "Weekday::all")]
    pub days: Vec<Weekday>,
    /// The window [from, until) of the broadcast date; the whole broadcast day when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<(GridTime, GridTime)>,
    /// What the time is worth: 1 (night) to 5 (prime time).
    #[serde(default = "Slot::usual_weight")]
    pub weight: u8,
    /// Its place in the order of premieres, lower first; the same number: side by side; absent: after all that have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub premiere: Option<u32>,
    /// What of the grid it may override.
    #[serde(default)]
    pub over: Over,
    /// Repeats of each episode, at most [`Rollout::MOST_REPEATS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<Again>,
}

/// What of a channel's grid may be overridden by a higher layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Over {
    /// Nothing: only time that no slot takes.
    #[default]
    Nothing,
    /// Pools.
    Pools,
    /// Pools and holds.
    Holds,
}

/// A repeat of each episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Again {
    /// How many broadcast dates later, at most [`Rollout::MOST_DAYS_AFTER`]; 0: later on the same date.
    pub days_after: u32,
    /// The window [from, until) of the broadcast date; the whole broadcast day when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<(GridTime, GridTime)>,
    /// What the time is worth: 1 (night) to 5 (prime time).
    #[serde(default = "Slot::usual_weight")]
    pub weight: u8,
}

/// What is proposed, the document `arna-rollout-proposal/1`. Everything in it was planned: what [`State`] says really
/// happens once the station holds the proposal and its range is calculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The dates from the first window's first to the last window's last, which were planned to prove it.
    pub range: DateRange,
    /// Slots to add.
    pub slots: Vec<Slot>,
    /// Licences to ask for.
    pub licences: Vec<Licence>,
    /// Holdbacks to add.
    pub holdbacks: Vec<Holdback>,
    /// The premieres of each target, in the order of targets and episodes.
    pub premieres: Vec<Premiere>,
    /// Versions that are wanted and that nobody has.
    pub versions: Vec<MissingVersion>,
    /// What cannot be done, and what a coordinator should know.
    pub findings: Vec<Finding>,
}

impl Proposal {
    /// The station with the proposal taken in.
    #[must_use]
    pub fn applied_to(&self, station: &Station) -> Station {
        let mut applied = station.clone();
        applied.slots.extend(self.slots.iter().cloned());
        applied.licences.extend(self.licences.iter().cloned());
        applied.holdbacks.extend(self.holdbacks.iter().cloned());
        applied
    }
}

/// An episode's first airing on a channel in the rollout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Premiere {
    /// The channel.
    pub channel: ChannelId,
    /// The episode.
    pub episode: EpisodeId,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// Its start.
    pub start: Instant,
    /// The slot.
    pub slot: SlotId,
    /// The version; none where no language wanted has one.
    pub version: Option<VersionId>,
    /// The language spoken.
    pub language: Option<Language>,
    /// Whether it airs.
    pub state: State,
    /// The starts of its repeats that air.
    pub repeats: Vec<Instant>,
}

/// Whether a premiere airs once the proposal is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It does.
    Airs,
    /// Not before a version is there that is missing: its own, that of an episode before it, or that of the channel which shows
    /// it first.
    Waits,
    /// It does not, for the reason that a finding gives.
    Fails,
}

/// A language version that a channel wants and that nobody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingVersion {
    /// The channel.
    pub channel: ChannelId,
    /// The episode.
    pub episode: EpisodeId,
    /// The language wanted.
    pub language: Language,
    /// The broadcast date on which it would air.
    pub by: BroadcastDate,
    /// The language that stands in for it; none: the episode waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_in: Option<Language>,
}
