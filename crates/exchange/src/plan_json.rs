//! The plan document, `arna-plan/1`: what the planner proposes, for people and other programs to judge.

use std::borrow::Borrow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use arna_domain::finding::Place;
use arna_domain::{
    Airing, BroadcastDate, DateRange, Finding, Index, LicenceId, OpenSlot, Plan, Refusal, Score, Severity, SlotId,
    Values, VersionId,
};
use serde::ser::SerializeSeq as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::airing_json::AiringRow;
use crate::{ReadError, json, layout};

/// The form of the documents read and written here.
pub const FORMAT: &str = "arna-plan/1";

/// The plan of a document.
///
/// # Errors
/// The first thing in it that is not as the form asks, with path, line and column; a text above 512 MiB.
pub fn read(text: &[u8]) -> Result<Plan, ReadError> {
    let Read {
        format: _,
        from,
        days,
        seed,
        airings,
        open,
        findings,
        score,
    } = json::read(text, FORMAT)?;
    Ok(Plan {
        range: DateRange { from, days },
        seed,
        airings,
        open,
        findings,
        score,
    })
}

/// The document of a plan: the same plan, the same bytes. Instants have the offset of the airing's channel, of UTC where the
/// index does not know it.
pub fn write(plan: &Plan, index: &Index) -> String {
    let parts = Parts {
        range: plan.range,
        seed: plan.seed,
        airings: plan.airings.iter(),
        open: plan.open.iter(),
        findings: &plan.findings,
        score: plan.score,
    };
    let mut text = Vec::new();
    // Writing to memory does not fail, and every value here has a JSON form.
    let written = write_to(parts, index, &mut text);
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&text).into_owned()
}

/// What a plan's document is made of; airings and open slots may come one by one.
#[derive(Clone, Debug)]
pub struct Parts<'a, A, O> {
    /// The dates planned.
    pub range: DateRange,
    /// The seed.
    pub seed: u64,
    /// As [`Plan::airings`].
    pub airings: A,
    /// As [`Plan::open`].
    pub open: O,
    /// As [`Plan::findings`].
    pub findings: &'a [Finding],
    /// As [`Plan::score`].
    pub score: Score,
}

/// Writes the document of a plan, the bytes of [`write()`], never holding the whole of it.
///
/// # Errors
/// When the receiver takes no more.
pub fn write_to<A, O>(parts: Parts<'_, A, O>, index: &Index, to: &mut dyn Write) -> io::Result<()>
where
    A: Iterator<Item: Borrow<Airing>>,
    O: Iterator<Item: Borrow<OpenSlot>>,
{
    let document = Document {
        format: FORMAT,
        from: parts.range.from,
        days: parts.range.days,
        seed: parts.seed,
        airings: Airings {
            each: Cell::new(Some(parts.airings)),
            index,
        },
        open: Open(Cell::new(Some(parts.open))),
        findings: parts.findings.iter().map(FindingRow::of).collect(),
        score: &parts.score,
    };
    layout::write(&document, to)
}

/// An airing as the document writes it, for documents beside it.
pub fn airing_value(airing: &Airing, index: &Index) -> Value {
    serde_json::to_value(row(airing, index)).unwrap_or_default()
}

/// An airing's row: by its channel's clock, or as it stands.
#[derive(Serialize)]
#[serde(untagged)]
enum Row<'a> {
    Local(AiringRow<'a>),
    Unknown(&'a Airing),
}

fn row<'a>(airing: &'a Airing, index: &'a Index) -> Row<'a> {
    match index
        .channel(airing.channel.as_str())
        .and_then(|channel| index.channels.get(channel.at()))
    {
        Some(channel) => Row::Local(AiringRow::of(airing, &channel.clock)),
        None => Row::Unknown(airing),
    }
}

#[derive(Serialize)]
#[serde(bound(serialize = "Airings<'a, A>: Serialize, Open<O>: Serialize"))]
struct Document<'a, A, O> {
    format: &'static str,
    from: BroadcastDate,
    days: u32,
    seed: u64,
    airings: Airings<'a, A>,
    open: Open<O>,
    findings: Vec<FindingRow<'a>>,
    score: &'a Score,
}

/// Airings to be written once, as they come.
struct Airings<'a, A> {
    each: Cell<Option<A>>,
    index: &'a Index,
}

impl<A: Iterator<Item: Borrow<Airing>>> Serialize for Airings<'_, A> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(None)?;
        for airing in self.each.take().into_iter().flatten() {
            list.serialize_element(&row(airing.borrow(), self.index))?;
        }
        list.end()
    }
}

/// Open slots to be written once, as they come.
struct Open<O>(Cell<Option<O>>);

impl<O: Iterator<Item: Borrow<OpenSlot>>> Serialize for Open<O> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(None)?;
        for open in self.0.take().into_iter().flatten() {
            list.serialize_element(&OpenRow::of(open.borrow()))?;
        }
        list.end()
    }
}

/// A finding as [`Finding`] is written.
#[derive(Serialize)]
pub(crate) struct FindingRow<'a> {
    code: &'a str,
    severity: Severity,
    #[serde(flatten)]
    place: &'a Place,
    #[serde(flatten)]
    values: ValuesRow<'a>,
}

impl<'a> FindingRow<'a> {
    pub(crate) fn of(finding: &'a Finding) -> Self {
        const TAKEN: [&str; 7] = ["code", "severity", "channel", "slot", "date", "start", "version"];
        let Finding {
            code,
            severity,
            place,
            values,
        } = finding;
        Self {
            code,
            severity: *severity,
            place,
            values: values_row(values, &TAKEN),
        }
    }
}

#[derive(Serialize)]
struct OpenRow<'a> {
    slot: &'a SlotId,
    date: BroadcastDate,
    refusals: Vec<RefusalRow<'a>>,
}

impl<'a> OpenRow<'a> {
    fn of(open: &'a OpenSlot) -> Self {
        let OpenSlot { slot, date, refusals } = open;
        Self {
            slot,
            date: *date,
            refusals: refusals.iter().map(RefusalRow::of).collect(),
        }
    }
}

/// A refusal as [`Refusal`] is written.
#[derive(Serialize)]
struct RefusalRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a VersionId>,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a LicenceId>,
    #[serde(flatten)]
    values: ValuesRow<'a>,
}

impl<'a> RefusalRow<'a> {
    fn of(refusal: &'a Refusal) -> Self {
        const TAKEN: [&str; 3] = ["version", "code", "licence"];
        let Refusal {
            version,
            code,
            licence,
            values,
        } = refusal;
        Self {
            version: version.as_ref(),
            code,
            licence: licence.as_ref(),
            values: values_row(values, &TAKEN),
        }
    }
}

/// Values by name: whether [`Values`] keeps names sorted is for whoever builds the program to choose, the bytes are not.
type ValuesRow<'a> = BTreeMap<&'a str, &'a Value>;

/// A value may not take the name of a field beside it: the field is the truth.
fn values_row<'a>(values: &'a Values, taken: &[&str]) -> ValuesRow<'a> {
    let named = values.iter().map(|(name, value)| (name.as_str(), value));
    named.filter(|(name, _)| !taken.contains(name)).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[expect(dead_code, reason = "its one value is the proof that the document is of this form")]
    format: Format,
    from: BroadcastDate,
    #[serde(deserialize_with = "days")]
    days: u32,
    seed: u64,
    airings: Vec<Airing>,
    open: Vec<OpenSlot>,
    findings: Vec<Finding>,
    score: Score,
}

#[derive(Deserialize)]
enum Format {
    #[serde(rename = "arna-plan/1")]
    One,
}

fn days<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    let days = u32::deserialize(from)?;
    if days <= DateRange::LONGEST {
        return Ok(days);
    }
    let found = serde::de::Unexpected::Unsigned(days.into());
    Err(serde::de::Error::invalid_value(
        found,
        &format!("at most {}", DateRange::LONGEST).as_str(),
    ))
}
