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
    Accepted,
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
