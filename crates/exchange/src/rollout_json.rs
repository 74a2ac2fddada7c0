//! The rollout document, `arna-rollout/1`, and what Arna answers, `arna-rollout-proposal/1`. `docs/ROLLOUT.md` describes both.

use arna_domain::restriction::Holdback;
use arna_domain::rollout::{MissingVersion, Premiere, Proposal, Rollout, State};
use arna_domain::{BroadcastDate, Index, Licence, Slot};
use serde::{Serialize, Serializer};

use crate::airing_json::Local;
use crate::plan_json::FindingRow;
use crate::{ReadError, json, layout};

/// The form of the documents read here.
pub const FORMAT: &str = "arna-rollout/1";

/// The form of the documents written here.
pub const PROPOSAL_FORMAT: &str = "arna-rollout-proposal/1";

/// The rollout of a document. Whether it can be worked out is for the planner to say.
///
/// # Errors
/// The first thing in it that is not as the form asks, with path, line and column; a text above 512 MiB.
pub fn read(text: &[u8]) -> Result<Rollout, ReadError> {
    json::read(text, FORMAT)
}

/// The document of a proposal: the same proposal, the same bytes. Instants have the offset of their channel.
pub fn write(proposal: &Proposal, index: &Index) -> String {
    let Proposal {
        range,
        slots,
        licences,
        holdbacks,
        premieres,
        versions,
        findings,
    } = proposal;
    let document = Document {
        format: PROPOSAL_FORMAT,
        from: range.from,
        days: range.days,
        slots,
        licences,
        holdbacks,
        premieres: premieres
            .iter()
            .map(|premiere| PremiereRow { premiere, index })
            .collect(),
        versions,
        findings: findings.iter().map(FindingRow::of).collect(),
    };
    let mut text = Vec::new();
    // Writing to memory does not fail, and every value here has a JSON form.
    let written = layout::write(&document, &mut text);
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&text).into_owned()
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    from: BroadcastDate,
    days: u32,
    slots: &'a [Slot],
    licences: &'a [Licence],
    holdbacks: &'a [Holdback],
    premieres: Vec<PremiereRow<'a>>,
    versions: &'a [MissingVersion],
    findings: Vec<FindingRow<'a>>,
}

/// A premiere by its channel's clock.
struct PremiereRow<'a> {
    premiere: &'a Premiere,
    index: &'a Index,
}

impl Serialize for PremiereRow<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Premiere {
            channel,
            episode,
            date,
            start,
            slot,
            version,
            language,
            state,
            repeats,
        } = self.premiere;
        let entry = self
            .index
            .channel(channel.as_str())
            .map(|number| &self.index.channels[number.at()]);
        let time = |at| match entry {
            Some(entry) => Time::Local(Local {
                clock: &entry.clock,
                at,
            }),
            None => Time::Utc(at),
        };
        let row = Row {
            channel: channel.as_str(),
            episode: episode.as_str(),
            date: *date,
            start: time(*start),
            slot: slot.as_str(),
            version: version.as_ref().map(arna_domain::VersionId::as_str),
            language: language.as_ref().map(arna_domain::Language::as_str),
            state: *state,
            repeats: repeats.iter().copied().map(time).collect(),
        };
        row.serialize(to)
    }
}

#[derive(Serialize)]
struct Row<'a> {
    channel: &'a str,
    episode: &'a str,
    date: BroadcastDate,
    start: Time<'a>,
    slot: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    state: State,
    repeats: Vec<Time<'a>>,
}

/// An instant by a channel's clock, or in UTC where the index does not know the channel.
#[derive(Serialize)]
#[serde(untagged)]
enum Time<'a> {
    Local(Local<'a>),
    Utc(arna_domain::Instant),
}
