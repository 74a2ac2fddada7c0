//! The plan document, `arna-plan/1`: what the planner proposes, for people and other programs to judge.

use arna_domain::finding::{Finding, Severity, Values};
use arna_domain::{Airing, BroadcastDate, DateRange, Index, OpenSlot, Plan, Score};
use serde::{Deserialize, Deserializer, Serialize};

use crate::airing_json::AiringRow;
use crate::{ReadError, json, layout};

/// The form of the documents read and written here.
pub const FORMAT: &str = "arna-plan/1";

/// The plan of a document. Upper bounds of its scores are read over: they say nothing of the plan.
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
        score: Score {
            pool: score.pool,
            breaks: score.breaks,
        },
    })
}

/// The document of a plan: the same plan, the same bytes. Instants have the offset of the airing's channel, of UTC where the
/// index does not know it.
pub fn write(plan: &Plan, index: &Index) -> String {
    let Plan {
        range,
        seed,
        airings,
        open,
        findings,
        score,
    } = plan;
    let document = Document {
        format: FORMAT,
        from: range.from,
        days: range.days,
        seed: *seed,
        airings: airings.iter().map(|airing| row(airing, index)).collect(),
        open,
        findings: findings.iter().map(FindingRow::of).collect(),
        score,
    };
    let mut text = Vec::new();
    // Writing to memory does not fail, and every value here has a JSON form.
    let written = layout::write(&document, &mut text);
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&text).into_owned()
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
struct Document<'a> {
    format: &'static str,
    from: BroadcastDate,
    days: u32,
    seed: u64,
    airings: Vec<Row<'a>>,
    open: &'a [OpenSlot],
    findings: Vec<FindingRow<'a>>,
    score: &'a Score,
}

/// A finding as [`Finding`] is written. A value may not take the name of the place's fields: the place is the truth.
#[derive(Serialize)]
struct FindingRow<'a> {
    code: &'a str,
    severity: Severity,
    #[serde(flatten)]
    place: &'a arna_domain::finding::Place,
    #[serde(flatten)]
    values: Values,
}

impl<'a> FindingRow<'a> {
    fn of(finding: &'a Finding) -> Self {
        const TAKEN: [&str; 7] = ["code", "severity", "channel", "slot", "date", "start", "version"];
        let Finding {
            code,
            severity,
            place,
            values,
        } = finding;
        let values = values.iter().filter(|(name, _)| !TAKEN.contains(&name.as_str()));
        Self {
            code,
            severity: *severity,
            place,
            values: values.map(|(name, value)| (name.clone(), value.clone())).collect(),
        }
    }
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
    score: ReadScore,
}

#[derive(Deserialize)]
enum Format {
    #[serde(rename = "arna-plan/1")]
    One,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadScore {
    pool: i64,
    #[serde(rename = "break")]
    breaks: i64,
    #[serde(default)]
    #[expect(dead_code, reason = "bounds say nothing of the plan, but are a part of the form")]
    bound: Option<Bound>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "bounds say nothing of the plan, but are a part of the form")]
struct Bound {
    pool: Option<i64>,
    #[serde(rename = "break")]
    breaks: Option<i64>,
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
