//! From a generated station to its plan and the plan's document.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, DateRange, Index, Plan, Station, Zones};
use arna_planner::{Effort, Proof, Request, plan};
use serde_json::{Value, json};

use crate::stations::Case;

/// How a case is planned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct How {
    pub(crate) effort: Effort,
    pub(crate) threads: usize,
    pub(crate) proof: Proof,
    pub(crate) seed: u64,
}

impl How {
    pub(crate) const QUICK: Self = Self {
        effort: Effort::Fast,
        threads: 1,
        proof: Proof::Spared,
        seed: 0,
    };
    pub(crate) const BEST: Self = Self {
        effort: Effort::Best,
        ..Self::QUICK
    };
    pub(crate) const PROVEN: Self = Self {
        proof: Proof::Given,
        ..Self::QUICK
    };
}

pub(crate) fn index(station: &Value) -> Index {
    let station: Station = serde_json::from_value(station.clone()).unwrap();
    Index::of(&station, &Zones::bundled()).unwrap_or_else(|wrong| panic!("{wrong:?}"))
}

pub(crate) fn planned(case: &Case, how: How) -> Plan {
    planned_on(&index(&case.station), case, how)
}

pub(crate) fn planned_on(index: &Index, case: &Case, how: How) -> Plan {
    let request = Request {
        index,
        range: DateRange::new(BroadcastDate::parse(&case.from).unwrap(), case.days).unwrap(),
        seed: how.seed,
        effort: how.effort,
        threads: NonZeroUsize::new(how.threads).unwrap(),
        proof: how.proof,
    };
    plan(&request, &|_| ControlFlow::Continue(())).unwrap()
}

/// The plan's document, `arna-plan/1`.
pub(crate) fn document(plan: &Plan, index: &Index) -> Value {
    let airings: Vec<Value> = plan
        .airings
        .iter()
        .map(|airing| {
            let clock = &index.channels[index.channel(airing.channel.as_str()).unwrap().at()].clock;
            let mut row = serde_json::to_value(airing).unwrap();
            row["start"] = json!(clock.text(airing.start));
            row["end"] = json!(clock.text(airing.end));
            row
        })
        .collect();
    json!({"format": "arna-plan/1", "from": plan.range.from.to_string(), "days": plan.range.days, "seed": plan.seed,
        "airings": airings, "open": plan.open, "findings": plan.findings, "score": plan.score})
}
