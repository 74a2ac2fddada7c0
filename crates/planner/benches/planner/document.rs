//! Documents that other programs read: the station's, and the plan's with each channel's own offsets.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use arna_domain::time::ChannelClock;
use arna_domain::{Index, Plan, Station};
use serde_json::{Value, json};

/// Writes `arna-station/1`.
pub fn write_station(station: &Station, to: &Path) {
    fs::write(to, serde_json::to_vec(station).unwrap()).unwrap();
}

/// Reads `arna-station/1`.
pub fn read_station(from: &Path) -> Station {
    serde_json::from_slice(&fs::read(from).unwrap()).unwrap()
}

/// Writes `arna-plan/1`.
pub fn write_plan(plan: &Plan, index: &Index, to: &Path) {
    let clocks: HashMap<&str, &ChannelClock> = index
        .channels
        .iter()
        .map(|channel| (channel.id.as_str(), &channel.clock))
        .collect();
    let airings: Vec<Value> = plan
        .airings
        .iter()
        .map(|airing| {
            let clock = clocks[airing.channel.as_str()];
            let mut row = serde_json::to_value(airing).unwrap();
            row["start"] = clock.text(airing.start).into();
            row["end"] = clock.text(airing.end).into();
            row
        })
        .collect();
    let document = json!({
        "format": "arna-plan/1", "from": plan.range.from, "days": plan.range.days, "seed": plan.seed,
        "airings": airings, "open": plan.open, "findings": plan.findings, "score": plan.score,
    });
    fs::write(to, serde_json::to_vec(&document).unwrap()).unwrap();
}
