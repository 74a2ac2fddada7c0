//! Problems: findings and open slots of a schedule, the worst first.

use arna_domain::{Finding, Index, OpenSlot, Refusal, Severity};
use serde::Serialize;
use specta::Type;

use super::{Texts, texts, wall};
use crate::desk::Review;

/// A problem, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ProblemView {
    /// `error`, `warning`, `info`, or `open` for a slot that nothing fills.
    pub severity: String,
    /// What: the message `finding-<code>`; `open` for an open slot.
    pub code: String,
    /// With what values.
    pub values: Texts,
    /// The channel.
    pub channel: Option<String>,
    /// The broadcast date.
    pub date: Option<String>,
    /// The wall clock at its start.
    pub start_wall: Option<String>,
    /// Its start with the channel's offset.
    pub starts: Option<String>,
    /// The slot.
    pub slot: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// Why an open slot is open: its nearest candidates.
    pub reasons: Vec<ReasonView>,
}

/// Why a version did not get into a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ReasonView {
    /// The version, where one was asked about.
    pub version: Option<String>,
    /// The rule that it breaks: the message `finding-<code>`.
    pub code: String,
    /// With what values.
    pub values: Texts,
}

/// Reasons told of an open slot at most: its nearest candidates. Asking why it is open tells all.
const MOST_REASONS: usize = 8;

/// What is to be said of a schedule, errors first, then what is open, warnings, remarks; of one kind by time.
pub fn problems(review: &Review, index: &Index) -> Vec<ProblemView> {
    let mut all: Vec<ProblemView> = review.findings.iter().map(|one| finding(one, index)).collect();
    all.extend(review.open.iter().map(|one| open(one, index)));
    let rank = |one: &ProblemView| {
        ["error", "open", "warning", "info"]
            .iter()
            .position(|word| one.severity == *word)
    };
    all.sort_by(|a, b| (rank(a), &a.date, &a.starts, &a.channel).cmp(&(rank(b), &b.date, &b.starts, &b.channel)));
    all
}

/// Findings with their places, in their order.
pub fn findings(findings: &[Finding], index: &Index) -> Vec<ProblemView> {
    findings.iter().map(|one| finding(one, index)).collect()
}

pub(super) fn finding(finding: &Finding, index: &Index) -> ProblemView {
    let place = &finding.place;
    let channel = place.channel.as_ref().and_then(|id| index.channel(id.as_str()));
    let start_wall = channel
        .zip(place.date)
        .zip(place.instant())
        .map(|((channel, date), at)| wall(&index.channels[channel.at()].clock, date, at));
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    ProblemView {
        severity: severity.to_owned(),
        code: finding.code.clone(),
        values: texts(&finding.values),
        channel: place.channel.as_ref().map(ToString::to_string),
        date: place.date.map(|date| date.to_string()).or_else(|| week(finding)),
        start_wall,
        starts: place.start.clone(),
        slot: place.slot.as_ref().map(ToString::to_string),
        version: place.version.as_ref().map(ToString::to_string),
        reasons: Vec::new(),
    }
}

/// A week's finding is shown at its Monday.
fn week(finding: &Finding) -> Option<String> {
    Some(finding.values.get("week")?.as_str()?.to_owned())
}

pub(super) fn open(open: &OpenSlot, index: &Index) -> ProblemView {
    let slot = index.slot(open.slot.as_str()).map(|slot| &index.slots[slot.at()]);
    let channel = slot.map(|slot| &index.channels[slot.channel.at()]);
    let start = slot
        .zip(channel)
        .map(|(slot, channel)| channel.clock.at(open.date, slot.start));
    ProblemView {
        severity: "open".to_owned(),
        code: "open".to_owned(),
        values: Texts::new(),
        channel: channel.map(|channel| channel.id.to_string()),
        date: Some(open.date.to_string()),
        start_wall: channel
            .zip(start)
            .map(|(channel, at)| wall(&channel.clock, open.date, at)),
        starts: channel.zip(start).map(|(channel, at)| channel.clock.text(at)),
        slot: Some(open.slot.to_string()),
        version: None,
        reasons: open.refusals.iter().take(MOST_REASONS).map(reason).collect(),
    }
}

pub(super) fn reason(refusal: &Refusal) -> ReasonView {
    let mut values = texts(&refusal.values);
    if let Some(licence) = &refusal.licence {
        values.insert("licence".to_owned(), licence.to_string());
    }
    ReasonView {
        version: refusal.version.as_ref().map(ToString::to_string),
        code: refusal.code.clone(),
        values,
    }
}
