//! Airings and instants as documents write them: with the channel's own offset at that instant.

use arna_domain::time::ChannelClock;
use arna_domain::{Airing, Instant};
use serde::{Serialize, Serializer};

/// An instant by a channel's clock.
pub(crate) struct Local<'a> {
    pub(crate) clock: &'a ChannelClock,
    pub(crate) at: Instant,
}

impl Serialize for Local<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        // RFC 3339 has no offsets with seconds, which local mean times before the 1930s have.
        if self.clock.zone.offset_s(self.at) % 60 == 0 {
            to.serialize_str(&self.clock.text(self.at))
        } else {
            to.collect_str(&self.at)
        }
    }
}

/// An airing by its channel's clock; otherwise as [`Airing`] is written.
#[derive(Serialize)]
pub(crate) struct AiringRow<'a> {
    channel: &'a str,
    date: arna_domain::BroadcastDate,
    start: Local<'a>,
    end: Local<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<&'a str>,
    origin: &'static str,
}

impl<'a> AiringRow<'a> {
    pub(crate) fn of(airing: &'a Airing, clock: &'a ChannelClock) -> Self {
        let Airing {
            channel,
            date,
            start,
            end,
            version,
            title,
            language,
            licence,
            slot,
            origin,
        } = airing;
        Self {
            channel: channel.as_str(),
            date: *date,
            start: Local { clock, at: *start },
            end: Local { clock, at: *end },
            version: version.as_ref().map(arna_domain::VersionId::as_str),
            title: title.as_deref(),
            language: language.as_ref().map(arna_domain::Language::as_str),
            licence: licence.as_ref().map(arna_domain::LicenceId::as_str),
            slot: slot.as_ref().map(arna_domain::SlotId::as_str),
            origin: origin.as_str(),
        }
    }
}
