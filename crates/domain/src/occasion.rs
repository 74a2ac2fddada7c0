//! What a schedule is about: occasions, places, quotations, partners, media.

use serde::{Deserialize, Serialize};

use crate::id::{MediaId, OccasionId, PartnerId, PlaceId, QuotationId};
use crate::language::Words;
use crate::time::BroadcastDate;

/// A dated event that slots, premieres and campaigns hang on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Occasion {
    /// Unique among occasions.
    pub id: OccasionId,
    /// Its name.
    pub name: Words,
    /// Its first date.
    pub from: BroadcastDate,
    /// Its last date, included.
    pub until: BroadcastDate,
    /// Where: an ISO 3166 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
}

/// A place that episodes show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Unique among places.
    pub id: PlaceId,
    /// Its name.
    pub name: Words,
    /// The territory it lies in: an ISO 3166 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// Latitude in millionths of a degree, north positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude_udeg: Option<i32>,
    /// Longitude in millionths of a degree, east positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude_udeg: Option<i32>,
}

/// A quotation with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quotation {
    /// Unique among quotations.
    pub id: QuotationId,
    /// The text in each language.
    pub text: Words,
    /// Where it was said or written.
    pub source: Source,
}

/// Where a quotation was said or written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The kind of source.
    pub kind: SourceKind,
    /// Its title.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub title: Words,
    /// Who said or wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<BroadcastDate>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// A public address of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The kind of a quotation's source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SourceKind {
    /// A speech.
    Speech,
    /// An article.
    Article,
    /// A conversation.
    Conversation,
    /// A book.
    Book,
}

/// Who makes, airs or supports the programmes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Partner {
    /// Unique among partners.
    pub id: PartnerId,
    /// Its name.
    pub name: Words,
    /// What it does: `broadcaster`, `producer`, `tourism` … An open list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Its territory: an ISO 3166 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// Its public address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A media file of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Media {
    /// Unique among media.
    pub id: MediaId,
    /// Where the file lies, as playout names it.
    pub file: String,
    /// Its duration in milliseconds, where it was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<i64>,
    /// Its SHA-256 in hexadecimal, where it was computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}
