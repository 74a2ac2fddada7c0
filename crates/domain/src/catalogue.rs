//! The catalogue: programme, season, episode, version.

use serde::{Deserialize, Serialize};

use crate::id::{EpisodeId, MediaId, OccasionId, PartnerId, PlaceId, ProgrammeId, QuotationId, SeasonId, VersionId};
use crate::language::{Language, Words};

/// A body of work: a documentary, a series, a quotes programme; promos and fillers too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Programme {
    /// Unique among programmes.
    pub id: ProgrammeId,
    /// The trade's kind: `documentary`, `series`, `film`, `quotes`, `news`, `promo`, `filler` … An open list; programmes of
    /// the kinds `promo` and `filler` are never taken by a pool.
    pub kind: String,
    /// The title in each language.
    pub title: Words,
    /// Whether episodes must air in order.
    #[serde(default)]
    pub order: Order,
    /// Free words that pools and blackouts ask for.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Airings of the programme per channel and broadcast date that a pool keeps to; 2 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_per_day: Option<u32>,
    /// What it is about, in each language.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub synopsis: Words,
    /// Who made it or pays for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerId>,
    /// Its seasons, in order.
    pub seasons: Vec<Season>,
}

impl Programme {
    /// The kind of promos.
    pub const PROMO: &str = "promo";
    /// The kind of fillers.
    pub const FILLER: &str = "filler";

    /// The day limit that holds when the document names none.
    pub const USUAL_MAX_PER_DAY: u32 = 2;

    /// Airings per channel and broadcast date that a pool keeps to.
    pub fn max_per_day(&self) -> u32 {
        self.max_per_day.unwrap_or(Self::USUAL_MAX_PER_DAY)
    }

    /// Whether this is break material, which no pool takes.
    pub fn is_break_material(&self) -> bool {
        self.kind == Self::PROMO || self.kind == Self::FILLER
    }
}

/// Whether a programme's episodes must air in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Order {
    /// Only in order, so only in sequel slots, their repeats and pins.
    Serial,
    /// Each episode stands alone.
    #[default]
    Any,
}

/// A season of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Season {
    /// Unique among seasons.
    pub id: SeasonId,
    /// The number that viewers see, from 1.
    pub number: u32,
    /// Its own title, where it has one.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub title: Words,
    /// The occasion its premiere hangs on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<OccasionId>,
    /// Its episodes, in airing order: what is "next" follows this list, not the numbers.
    pub episodes: Vec<Episode>,
}

/// An episode of a season.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Episode {
    /// Unique among episodes.
    pub id: EpisodeId,
    /// The number that viewers see, from 1.
    pub number: u32,
    /// The title in each language.
    #[serde(default)]
    pub title: Words,
    /// The age rating, as channels name it in their rating hours: `0+`, `16+`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<String>,
    /// What it is about, in each language.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub synopsis: Words,
    /// The places it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceId>,
    /// The quotations it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<QuotationId>,
    /// Its language versions.
    pub versions: Vec<Version>,
}

/// One language version of an episode: what can air.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Version {
    /// Unique among versions.
    pub id: VersionId,
    /// The language spoken.
    pub language: Language,
    /// How long it runs, in milliseconds; above 0 and at most a day.
    pub duration_ms: i64,
    /// The house number that playout knows it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house_number: Option<String>,
    /// The media file attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<MediaId>,
}
