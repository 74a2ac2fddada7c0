//! What a window shows: plain values, times already told by the channel's clock. A window computes no time and decides nothing.
//!
//! Minutes are minutes of the broadcast day as they pass, counted from its start; the wall clock beside them goes on past
//! midnight. On the day of a clock change the two part, and the day has 23 or 25 hours.

mod changes;
mod explain;
mod failure;
mod journal;
mod names;
mod problem;
mod proposal;
mod rollout;
mod schedule;
mod station;
mod what_if;

use std::collections::BTreeMap;

use arna_domain::Values;
use arna_domain::time::{ChannelClock, MINUTE};
use arna_domain::{BroadcastDate, Instant};
use serde_json::Value;

pub use changes::{
    AiringChangeKind, AiringChangeView, ChangesView, ChannelChangesView, DayChangesView, RecordChangeView, ToldView,
    changes,
};
pub use explain::{AmendmentView, CandidateView, CheckView, ExplainView, FixView, StandingView, explanation, fixes};
pub use failure::{DetailView, FailureView};
pub use journal::{StepView, StepsView, step, steps};
pub use names::{LicenceName, NamesView, SeasonName, SlotName, VersionName, names, versions};
pub use problem::{ProblemView, ReasonView, problems};
pub use proposal::{
    AskedView, CauseView, CellView, ComparedDay, DayRef, ExaminedView, MarkView, ProposalView, ProvenView, RowChange,
    RowView, compared_day, compared_week, examined, proposal,
};
pub use rollout::{
    NewLicenceView, NewSlotView, PremiereView, RolloutCellView, RolloutChannelView, RolloutView, rollout,
};
pub use schedule::{
    BlockKind, BlockView, ChannelDay, DateView, JumpView, LaneView, RundownRow, ShareView, day, rundown, week,
};
pub use station::{ChannelView, StationView, station};
pub use what_if::{WhatIfView, what_if};

/// Values of a message, as text: what is unknown is `none`.
pub type Texts = BTreeMap<String, String>;

/// The values of a finding, refusal or failure for its message.
pub fn texts(values: &Values) -> Texts {
    values
        .iter()
        .map(|(name, value)| {
            let text = match value {
                Value::Null => "none".to_owned(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            (name.clone(), text)
        })
        .collect()
}

/// Minutes from the start of a broadcast day to an instant, as they pass.
fn minute(clock: &ChannelClock, date: BroadcastDate, at: Instant) -> i32 {
    let (start, _) = clock.day(date);
    i32::try_from((at - start).div_euclid(MINUTE)).unwrap_or(i32::MAX)
}

/// `21:05`, or `25:30` after midnight.
fn wall(clock: &ChannelClock, date: BroadcastDate, at: Instant) -> String {
    let mut text = clock.wall_text(date, at);
    text.truncate(text.len().saturating_sub(3));
    text
}
