//! What a window shows: plain values, times already told by the channel's clock. A window computes no time and decides nothing.
//!
//! Minutes are minutes of the broadcast day as they pass, counted from its start; the wall clock beside them goes on past
//! midnight. On the day of a clock change the two part, and the day has 23 or 25 hours.

mod asrun;
mod catalogue;
mod changes;
mod explain;
mod failure;
mod found;
mod grid;
mod grid_conflicts;
mod imported;
mod journal;
mod keeping;
mod names;
mod occasions;
mod overview;
mod problem;
mod proposal;
mod publishing;
mod remark;
mod report;
mod revision;
mod rollout;
mod scenario;
mod schedule;
mod settings;
mod shared;
mod station;
mod trial;
mod verdict;
mod what_if;
mod workbook;

use std::collections::BTreeMap;

use arna_domain::Values;
use arna_domain::time::{ChannelClock, MINUTE};
use arna_domain::{BroadcastDate, Instant};
use serde_json::Value;

pub use asrun::{
    AsRunItemView, AsRunSideView, AsRunView, LicenceRunsView, LogLineView, LogLookView, LogRowView, as_run, log_look,
};
pub use catalogue::*;
pub use changes::{
    AiringChangeKind, AiringChangeView, ChangesView, ChannelChangesView, DayChangesView, RecordChangeView, ToldView,
    changes,
};
pub use explain::{AmendmentView, CandidateView, CheckView, ExplainView, FixView, StandingView, explanation, fixes};
pub use failure::{DetailView, FailureView};
pub use found::{FoundVersionView, FoundView, found};
pub use grid::{
    AirsView, BoxState, BoxView, ChoicesView, GridColumn, GridView, LayerKind, LayerView, LinkKind, LinkView,
    NamedView, SeasonChoice, SlotView, WouldAirView, choices, grid, would_air,
};
pub use grid_conflicts::ConflictView;
pub use imported::{ImportRowView, ImportView, imported};
pub use journal::{StepView, StepsView, step, steps};
pub use keeping::{
    BackupView, FileFaultView, LookedView, LostView, RestoreView, SalvagedView, WhyView, backup, fault, looked,
    restoring, salvaged,
};
pub use names::{LicenceName, NamesView, SeasonName, SlotName, VersionName, names, versions};
pub use occasions::{
    BlackoutView, CampaignView, HoldbackView, HungPremiereView, HungSlotView, OccasionView, OccasionsView, SpanView,
    occasions,
};
pub use overview::{NowView, OverviewDay, OverviewLane, OverviewView, now, overview};
pub use problem::{ProblemView, ReasonView, findings, problems};
pub use proposal::{
    AskedView, CauseView, CellView, ComparedDay, DayRef, ExaminedView, MarkView, ProposalView, ProvenView, RowChange,
    RowView, compared_day, compared_week, examined, proposal,
};
pub use publishing::{
    AheadView, ChainView, DeliveryView, FormAheadView, HandedOutView, PublishingChannelView, PublishingView,
    ReceiverView, RevisionView, SinceView, ahead, chain, delivery, handed_out, publishing, revision, standing,
};
pub use remark::RemarkView;
pub use report::{ReportCellView, ReportColumnView, ReportNoteView, ReportView, report};
pub use revision::{
    NoteDayView, NoteRowView, NoteView, RevisionChangeView, RevisionChangesView, note, revision_changes,
};
pub use rollout::{
    NewLicenceView, NewSlotView, PremiereView, RolloutCellView, RolloutChannelView, RolloutView, rollout,
};
pub use scenario::{ComparedView, ScenarioView, compared, scenario};
pub use schedule::{
    BlockKind, BlockView, ChannelDay, DateView, JumpView, LaneView, RundownRow, RundownView, ShareView, day, rundown,
    week,
};
pub use settings::{ChannelSettingsView, LawStepView, SettingsView, ZoneView, settings, zones};
pub use shared::{
    AccountView, AccountsView, AiringsAgainstView, ConnectionView, DecisionView, FieldAgainstView, FieldPartView,
    SharedView, accounts, decisions, shared,
};
pub use station::{ChannelView, StationView, station};
pub use trial::{LossView, MOST_LOSSES, MovesView, TrialView, refused_trial, trial};
pub use verdict::{BrokenView, ChoiceView, EditedView, LandingView, VerdictView, airs, landings, verdict};
pub use what_if::{WhatIfView, what_if};
pub use workbook::{WorkbookCellView, WorkbookChangeView, WorkbookRemarkView, WorkbookView, workbook};

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

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A size in bytes.
fn size(bytes: u64) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
