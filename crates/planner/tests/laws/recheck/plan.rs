//! The plan document, read without the house's types.

use serde::Deserialize;
use serde_json::Value;

use super::Complaints;
use super::calendar::{day, instant};
use super::grid::Instance;
use super::station::Station;

#[derive(Deserialize)]
struct Document {
    format: String,
    from: String,
    days: i64,
    airings: Vec<AiringRow>,
    open: Vec<OpenRow>,
    findings: Vec<Value>,
    score: Score,
}

#[derive(Deserialize)]
struct AiringRow {
    channel: String,
    date: String,
    start: String,
    end: String,
    version: Option<String>,
    licence: Option<String>,
    slot: Option<String>,
    origin: String,
}

#[derive(Deserialize)]
struct OpenRow {
    slot: String,
    date: String,
    refusals: Vec<Refusal>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Refusal {
    pub(super) version: Option<String>,
    pub(super) code: String,
    pub(super) licence: Option<String>,
    pub(super) max_runs: Option<usize>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Score {
    pub(super) pool: i64,
    #[serde(rename = "break")]
    pub(super) breaks: i64,
    pub(super) bound: Option<Bound>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Bound {
    pub(super) pool: i64,
    #[serde(rename = "break")]
    pub(super) breaks: i64,
}

/// Something on air in the plan.
#[derive(Clone, Debug)]
pub(super) struct Airing {
    pub(super) channel: usize,
    pub(super) date: i64,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) version: Option<usize>,
    pub(super) licence: Option<usize>,
    /// Its instance, by number; none for pins.
    pub(super) instance: Option<usize>,
    pub(super) origin: String,
}

pub(super) struct Plan {
    pub(super) first: i64,
    pub(super) end: i64,
    pub(super) airings: Vec<Airing>,
    /// Instance and refusals.
    pub(super) open: Vec<(usize, Vec<Refusal>)>,
    pub(super) findings: Vec<Value>,
    pub(super) score: Score,
}

/// The first date and the one after the last.
pub(super) fn range_of(document: &Value) -> (i64, i64) {
    let first = day(document["from"].as_str().unwrap());
    (first, first + document["days"].as_i64().unwrap())
}

pub(super) fn read(document: &Value, station: &Station, instances: &[Instance], wrong: &mut Complaints) -> Plan {
    let rows: Document = serde_json::from_value(document.clone()).unwrap();
    wrong.expect(rows.format == "arna-plan/1", || format!("format {}", rows.format));
    let find = |slot: &str, date: &str| {
        let slot = station.find("slot", slot)?;
        instances
            .iter()
            .position(|one| one.slot == slot && one.date == day(date))
    };
    let mut airings = Vec::new();
    for row in &rows.airings {
        let instance = row.slot.as_ref().and_then(|slot| find(slot, &row.date));
        let stands = instance.is_some() || row.origin == "pin" && row.slot.is_none();
        wrong.expect(stands, || format!("no instance of {:?} on {}", row.slot, row.date));
        let channel = station.number("channel", &row.channel);
        let time = |text: &str, wrong: &mut Complaints| {
            let (at, offset) = instant(text);
            wrong.expect(station.channels[channel].clock.offset(at) == offset, || {
                format!("{text}: not the channel's offset")
            });
            at
        };
        if stands {
            airings.push(Airing {
                channel,
                date: day(&row.date),
                start: time(&row.start, wrong),
                end: time(&row.end, wrong),
                version: row.version.as_ref().map(|id| station.number("version", id)),
                licence: row.licence.as_ref().map(|id| station.number("licence", id)),
                instance,
                origin: row.origin.clone(),
            });
        }
    }
    let mut open = Vec::new();
    for row in rows.open {
        match find(&row.slot, &row.date) {
            Some(instance) => open.push((instance, row.refusals)),
            None => wrong.add(format!("open: no instance of {} on {}", row.slot, row.date)),
        }
    }
    let first = day(&rows.from);
    Plan {
        first,
        end: first + rows.days,
        airings,
        open,
        findings: rows.findings,
        score: rows.score,
    }
}
