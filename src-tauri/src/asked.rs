//! What the window's page asks with, as the core takes it.

use arna_app::export::Heads;
use arna_app::planning::{Effort, Proof};
use serde::Deserialize;
use specta::Type;

/// The names of a table's columns, in the language of its reader.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct HeadsAsked {
    date: String,
    start: String,
    duration: String,
    end: String,
    utc_offset: String,
    title: String,
    episode: String,
    language: String,
    version: String,
    origin: String,
}

/// What to calculate, and how.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct CalculationAsked {
    /// The channels; none: all.
    pub(crate) channels: Option<Vec<String>>,
    pub(crate) from: String,
    pub(crate) days: u32,
    pub(crate) effort: EffortAsked,
    pub(crate) proof: ProofAsked,
    pub(crate) keep: KeepAsked,
}

/// How long to look for something better.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EffortAsked {
    Fast,
    Normal,
    Best,
}

/// Whether to prove how good the plan is. Keeping to what is accepted proves nothing.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ProofAsked {
    Given,
    Spared,
}

/// What of the accepted schedule stays wherever rules and grid let it.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum KeepAsked {
    Nothing,
    Pinned,
    Accepted,
}

/// A channel's broadcast day.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct DayAsked {
    pub(crate) channel: String,
    pub(crate) date: String,
}

/// What is to be assumed.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AmendmentAsked {
    /// A licence ends on another date.
    LicenceUntil { licence: String, until: String },
    /// A licence allows so many runs.
    LicenceRuns { licence: String, runs: Option<u32> },
    /// A licence is gone.
    LicenceLost { licence: String },
    /// A channel airs nothing more.
    ChannelLost { channel: String, from: String },
    /// A slot stands no more.
    SlotLost { slot: String, from: String },
    /// A version can air no more.
    VersionLost { version: String },
}

/// A roll-out to propose.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct RolloutAsked {
    pub(crate) seasons: Vec<String>,
    pub(crate) from: String,
    pub(crate) until: String,
    /// 0, Monday, to 6.
    pub(crate) weekdays: Vec<u8>,
    /// The window of the day, by the wall clock.
    pub(crate) hours: Option<(String, String)>,
    pub(crate) holdback_hours: u32,
    pub(crate) rerun_hours: u32,
    pub(crate) over: OverAsked,
    /// A repeat so many days later.
    pub(crate) repeat_after: Option<u32>,
    /// In the order of premieres.
    pub(crate) targets: Vec<TargetAsked>,
}

/// A channel of a roll-out.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct TargetAsked {
    pub(crate) channel: String,
    /// Best first.
    pub(crate) languages: Vec<String>,
}

/// What of the grid may be overridden.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OverAsked {
    Nothing,
    Pools,
    Holds,
}

impl From<EffortAsked> for Effort {
    fn from(asked: EffortAsked) -> Self {
        match asked {
            EffortAsked::Fast => Self::Fast,
            EffortAsked::Normal => Self::Normal,
            EffortAsked::Best => Self::Best,
        }
    }
}

impl From<ProofAsked> for Proof {
    fn from(asked: ProofAsked) -> Self {
        match asked {
            ProofAsked::Given => Self::Given,
            ProofAsked::Spared => Self::Spared,
        }
    }
}

impl From<HeadsAsked> for Heads {
    fn from(asked: HeadsAsked) -> Self {
        Self {
            date: asked.date,
            start: asked.start,
            duration: asked.duration,
            end: asked.end,
            utc_offset: asked.utc_offset,
            title: asked.title,
            episode: asked.episode,
            language: asked.language,
            version: asked.version,
            origin: asked.origin,
        }
    }
}
