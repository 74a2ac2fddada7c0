//! Any bytes as a station document: read, resolved and planned, or refused; never a panic, never without end.

#![no_main]

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, DateRange, Index, Zones};
use arna_exchange::station_json;
use arna_planner::{Effort, Proof, Request, plan};
use libfuzzer_sys::fuzz_target;

/// Larger documents say nothing that smaller ones cannot, and are slow.
const LONGEST_TEXT: usize = 16 * 1024;
/// Versions times slots: what a moment is enough for.
const MOST_CANDIDATES: usize = 2_000;

fuzz_target!(|text: &[u8]| {
    if text.len() > LONGEST_TEXT {
        return;
    }
    let Ok(station) = station_json::read(text) else { return };
    let Ok(index) = Index::of(&station, &Zones::bundled()) else { return };
    if index.versions.len() * index.slots.len() > MOST_CANDIDATES {
        return;
    }
    // The text's length says which dates: seeds stay plain documents.
    let days = text.len() as u32 % 5;
    let Some(from) = BroadcastDate::parse("2024-02-27").map(|date| date.plus_days(text.len() as i64 / 5 % 7)) else { return };
    let Some(range) = DateRange::new(from, days) else { return };
    let request = Request {
        index: &index,
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Given,
    };
    if let Ok(plan) = plan(&request, &|_| ControlFlow::Continue(())) {
        let bound = plan.score.bound.unwrap_or_default();
        assert!(plan.score.pool <= bound.pool && plan.score.breaks <= bound.breaks, "{:?}", plan.score);
        let written = arna_exchange::plan_json::write(&plan, &index);
        assert!(arna_exchange::plan_json::read(written.as_bytes()).is_ok(), "a plan that cannot be read back");
    }
});
