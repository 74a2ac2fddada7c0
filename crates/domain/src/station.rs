//! The station: everything one station file holds, and its open document `arna-station/1`.

use serde::{Deserialize, Serialize};

use crate::airing::{Aired, Airing, Pin};
use crate::campaign::{Campaign, CampaignTarget, Filler};
use crate::catalogue::Programme;
use crate::channel::Channel;
use crate::language::Words;
use crate::licence::Licence;
use crate::occasion::{Media, Occasion, Partner, Place, Quotation};
use crate::receiver::Receiver;
use crate::restriction::{Blackout, Holdback};
use crate::slot::Slot;

/// A station. Lists keep their order: licences are charged and episodes follow each other by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Station {
    /// The document's form.
    pub format: Format,
    /// What the station is, in words.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// Channels.
    pub channels: Vec<Channel>,
    /// The catalogue.
    pub programmes: Vec<Programme>,
    /// Licences, in the order in which they are charged.
    #[serde(default)]
    pub licences: Vec<Licence>,
    /// Holdbacks.
    #[serde(default)]
    pub holdbacks: Vec<Holdback>,
    /// Blackouts.
    #[serde(default)]
    pub blackouts: Vec<Blackout>,
    /// The channels' grids.
    pub slots: Vec<Slot>,
    /// Promo campaigns.
    #[serde(default)]
    pub campaigns: Vec<Campaign>,
    /// What the campaigns are for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaign_targets: Vec<CampaignTarget>,
    /// What may fill the rest of a slot.
    #[serde(default)]
    pub fillers: Vec<Filler>,
    /// Airings that a coordinator fixed.
    #[serde(default)]
    pub pins: Vec<Pin>,
    /// Airings before the schedule began.
    #[serde(default)]
    pub history: Vec<Aired>,
    /// Occasions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub occasions: Vec<Occasion>,
    /// Places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Quotations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Quotation>,
    /// Partners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Media files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
    /// Whom published schedules are handed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receivers: Vec<Receiver>,
    /// The accepted schedule, sorted by channel and start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<Airing>,
}

/// The form of a station's document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Format {
    /// `arna-station/1`.
    #[default]
    #[serde(rename = "arna-station/1")]
    One,
}

/// What a station is, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct About {
    /// Its name.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub name: Words,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub notes: Words,
}

impl About {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.notes.is_empty()
    }
}
