//! What would be said of an edit, and where something airs.

use arna_domain::{Airing, Finding, Index, Language, Severity, Station};
use serde::Serialize;
use specta::Type;

use super::failure::FailureView;
use super::journal::StepView;
use super::{Texts, minute, texts};
use crate::ops::airings::{Collision, Part, title_of_airing, wall};
use crate::verdict::{Light, Verdict};

/// What would be said of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct VerdictView {
    /// `green`, `amber` or `red`.
    pub light: String,
    /// Where things would air then that do not now, in time order.
    pub landings: Vec<LandingView>,
    /// Rules that would be broken and are not now, the worst first.
    pub findings: Vec<BrokenView>,
    /// Why it cannot be done, or what it collides with.
    pub refused: Option<FailureView>,
    /// What each other way to treat the collision would do; empty where nothing collides.
    pub choices: Vec<ChoiceView>,
}

/// A way to treat a collision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChoiceView {
    /// The way.
    pub collision: Collision,
    /// How good it is.
    pub light: String,
    /// Why it cannot be done.
    pub refused: Option<FailureView>,
    /// Rules that would be broken.
    pub findings: Vec<BrokenView>,
    /// How many airings would be moved on.
    pub shifted: u32,
    /// How many would be taken out.
    pub replaced: u32,
}

/// Where something would air.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LandingView {
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
    /// The minute of the broadcast day at which it would start.
    pub start: i32,
    /// The minute at which it would end.
    pub end: i32,
    /// The wall clock at its start.
    pub start_wall: String,
    /// The wall clock at its end.
    pub end_wall: String,
    /// Its start with the channel's offset.
    pub starts: String,
    /// The title.
    pub title: String,
    /// The version; none for a hold.
    pub version: Option<String>,
    /// The language spoken; empty where none is.
    pub language: String,
}

/// An edit that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct EditedView {
    /// The step of the journal.
    pub step: StepView,
    /// Where things air now that did not before.
    pub landings: Vec<LandingView>,
}

/// What an edit put on air, in a language.
pub fn landings(airings: &[Airing], station: &Station, index: &Index, language: &Language) -> Vec<LandingView> {
    let each = airings.iter();
    each.filter_map(|one| landing(one, station, index, language)).collect()
}

/// A rule that would be broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BrokenView {
    /// `error` or `warning`.
    pub severity: String,
    /// The message `finding-<code>`.
    pub code: String,
    /// With what values.
    pub values: Texts,
    /// Of what: the wall clock of another airing; none where it is one of those edited.
    pub version: Option<String>,
}

/// A verdict, in a language.
pub fn verdict(verdict: &Verdict, station: &Station, index: &Index, language: &Language) -> VerdictView {
    let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    VerdictView {
        light: light(verdict.light),
        landings: landings(&verdict.added, station, index, language),
        findings: verdict.findings.iter().map(broken).collect(),
        refused: verdict.refused.clone().map(FailureView::from),
        choices: verdict
            .choices
            .iter()
            .map(|(collision, one)| ChoiceView {
                collision: *collision,
                light: light(one.light),
                refused: one.refused.clone().map(FailureView::from),
                findings: one.findings.iter().map(broken).collect(),
                shifted: count(one.shifted),
                replaced: count(one.replaced),
            })
            .collect(),
    }
}

fn light(light: Light) -> String {
    let word = match light {
        Light::Green => "green",
        Light::Amber => "amber",
        Light::Red => "red",
    };
    word.to_owned()
}

fn broken(finding: &Finding) -> BrokenView {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    BrokenView {
        severity: severity.to_owned(),
        code: finding.code.clone(),
        values: texts(&finding.values),
        version: finding.place.version.as_ref().map(ToString::to_string),
    }
}

fn landing(airing: &Airing, station: &Station, index: &Index, language: &Language) -> Option<LandingView> {
    let clock = &index.channels[index.channel(airing.channel.as_str())?.at()].clock;
    Some(LandingView {
        channel: airing.channel.to_string(),
        date: airing.date.to_string(),
        start: minute(clock, airing.date, airing.start),
        end: minute(clock, airing.date, airing.end),
        start_wall: wall(clock, airing.date, airing.start),
        end_wall: wall(clock, airing.date, airing.end),
        starts: clock.text(airing.start),
        title: title_of_airing(station, index, airing, language),
        version: airing.version.as_ref().map(ToString::to_string),
        language: spoken(index, airing),
    })
}

fn spoken(index: &Index, airing: &Airing) -> String {
    let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
    let spoken = version.map(|version| &index.languages[index.versions[version.at()].language.at()]);
    let spoken = spoken
        .or(airing.language.as_ref())
        .filter(|language| language.as_str() != "zxx");
    spoken.map(ToString::to_string).unwrap_or_default()
}

/// Where a programme, season, episode or version airs: every channel, in time order.
pub fn airs(station: &Station, index: &Index, id: &str, language: &Language) -> Vec<LandingView> {
    let Some(part) = Part::named(index, id) else {
        return Vec::new();
    };
    let is_of = |one: &&Airing| {
        let version = one.version.as_ref().and_then(|id| index.version(id.as_str()));
        version.is_some_and(|version| part.holds(index, version))
    };
    let mut found: Vec<&Airing> = station.schedule.iter().filter(is_of).collect();
    found.sort_by_key(|one| (one.start, &one.channel));
    found
        .into_iter()
        .filter_map(|one| landing(one, station, index, language))
        .collect()
}
