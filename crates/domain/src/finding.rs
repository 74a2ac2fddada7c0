//! Findings and refusals: problems as data. Sentences live in the message files, under `finding-<code>`.

use serde::{Deserialize, Serialize};
#[doc(hidden)]
pub use serde_json::json;
use serde_json::{Map, Value};

use crate::id::{ChannelId, LicenceId, SlotId, VersionId};
use crate::time::{BroadcastDate, Instant};

/// What a finding or refusal says besides its code and place: names and numbers, never sentences.
pub type Values = Map<String, Value>;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be looked at.
    Warning,
    /// Must not air so.
    Error,
}

/// Something about a plan or schedule that a coordinator should know. In documents its place and values stand beside the
/// code: `{"code": "slot_shorter", "severity": "warning", "slot": "…", "date": "…", "minutes": 30, "nominal": 60}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is: a rule's code or one of its own.
    pub code: String,
    /// How bad.
    pub severity: Severity,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// With what values.
    #[serde(flatten)]
    pub values: Values,
}

/// Where a finding points; what does not apply is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// The slot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<SlotId>,
    /// The broadcast date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<BroadcastDate>,
    /// The start of the airing, as text with the channel's offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
}

impl Place {
    /// The start as an instant.
    pub fn instant(&self) -> Option<Instant> {
        Instant::parse(self.start.as_deref()?)
    }
}

/// Why one version did not get into one slot: the first rule it broke, with the rule's values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The version refused; none when no version was asked about (`season_finished`, `nothing_to_repeat`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
    /// The rule's code.
    pub code: String,
    /// The licence concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceId>,
    /// The rule's values.
    #[serde(flatten)]
    pub values: Values,
}

/// `values! { "minutes" => 30, "nominal" => 60 }`: the values of a finding or refusal.
#[macro_export]
macro_rules! values {
    () => { $crate::finding::Values::new() };
    ($($name:literal => $value:expr),+ $(,)?) => {{
        let mut values = $crate::finding::Values::new();
        $(values.insert($name.to_owned(), $crate::finding::json!($value));)+
        values
    }};
}
