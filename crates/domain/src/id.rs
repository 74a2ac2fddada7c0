//! Names of things. An id is text that the station's maker chose; it is compared byte by byte and never parsed.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

/// The longest id that a document may carry, in bytes.
pub const LONGEST_ID: usize = 200;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(transparent))]
        pub struct $name(#[cfg_attr(feature = "schema", schemars(with = "String"))] Arc<str>);

        impl $name {
            /// The id with this text; it is for the document's check to say whether it names anything.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id's text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                if text.is_empty() || text.len() > LONGEST_ID || text.chars().any(char::is_control) {
                    return Err(serde::de::Error::custom(format_args!(
                        "an id of 1 to {LONGEST_ID} bytes without control characters, not {text:?}"
                    )));
                }
                Ok(Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
    /// A channel, in XMLTV's form: `khabar.kz`.
    ChannelId
    /// A programme: `common-dream`.
    ProgrammeId
    /// A season of a programme: `common-dream/1`.
    SeasonId
    /// An episode of a season: `common-dream/1/1`.
    EpisodeId
    /// One language version of an episode: `common-dream/1/1.kk`.
    VersionId
    /// A licence: `L1`.
    LicenceId
    /// A slot of a channel's grid: `khabar-2100`.
    SlotId
    /// A promo campaign.
    CampaignId
    /// An occasion: a dated event that slots, premieres and campaigns hang on.
    OccasionId
    /// A place that an episode shows.
    PlaceId
    /// A quotation that an episode is about.
    QuotationId
    /// A partner: broadcaster, producer, tourism body.
    PartnerId
    /// A media file.
    MediaId
    /// A receiver of a channel's schedule.
    ReceiverId
}
