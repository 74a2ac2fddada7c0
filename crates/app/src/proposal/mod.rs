//! A proposal: calculated, or read of a file, for some channels and dates, kept in the file until it is accepted, by channel and day or whole, or
//! discarded.
//!
//! What is left of a proposal after some days of it were accepted waits on: the days accepted are then as it says, so the rest
//! still makes a plan with them. Any other change of what it rests on ([`rests`]) makes it stale, and what is stale is calculated
//! again, not accepted.

mod accept;
mod imported;
mod rests;
mod sound;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Arc, OnceLock};

use arna_domain::{BroadcastDate, ChannelId, Index, Instant, Plan, Station, values};
use arna_exchange::plan_json;
use serde::{Deserialize, Serialize};

pub use self::accept::Examined;
pub(crate) use self::imported::{by_the_file, with_import};
use crate::desk::{Change, Desk, Loaded};
use crate::failure::Failure;
use crate::planning::{self, Channels, Difference, Effort, Keep, Policy, Progress, Proof, Replanned};

/// A channel's broadcast day.
pub type ChannelDate = (ChannelId, BroadcastDate);

/// What to calculate, and how.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The channels; the others stay as they are accepted.
    pub channels: Channels,
    /// The dates, and how.
    pub policy: Policy,
    /// What of the accepted schedule stays; none: pins only, and everything is sought from nothing.
    pub keep: Option<Keep>,
}

/// A plan that waits for a decision.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What was asked.
    pub asked: Asked,
    /// The plan of the channels asked for.
    pub plan: Plan,
    /// The file that it was read of; none: it was calculated.
    pub file: Option<String>,
    /// How it changes what is accepted.
    pub difference: Difference,
    /// The days of it that are accepted already.
    pub taken: BTreeSet<ChannelDate>,
    /// The station as it would be.
    pub then: Arc<Station>,
    /// Whether what it rests on has changed since it was calculated, so that it can no longer be accepted.
    pub stale: bool,
    /// What is wrong with what is accepted or with the plan whole.
    known: OnceLock<BTreeSet<String>>,
}

/// A station to calculate with, while its desk goes on.
#[derive(Clone)]
pub struct Basis(Loaded);

/// A plan, how it changes what it was calculated from, and how the file is to keep it.
#[derive(Clone, Debug)]
pub struct Calculated {
    proposal: Arc<Proposal>,
    kept: Kept,
}

impl Basis {
    /// The station.
    pub fn station(&self) -> &Station {
        &self.0.station
    }

    /// Its index.
    pub fn index(&self) -> &Index {
        &self.0.index
    }

    /// Calculates. Nothing is kept of it until [`Desk::keep`].
    ///
    /// # Errors
    /// `cancelled` when the report asks to stop; `no_channels` when none of the channels is the station's; what keeps the range
    /// from being planned.
    pub fn calculate(
        &self,
        asked: &Asked,
        report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Calculated, Failure> {
        let Loaded { station, index, .. } = &self.0;
        let Asked { channels, policy, keep } = asked;
        if !index.channels.iter().any(|channel| channels.hold(&channel.id)) && !index.channels.is_empty() {
            return Err(Failure::new("no_channels", values! {}));
        }
        let plan = match keep {
            None => planning::calculate_on(index, &station.schedule, channels, policy, report)?,
            Some(keep) => planning::replan_on(index, &station.schedule, channels, policy, *keep, report)?,
        };
        let taken = BTreeSet::new();
        Ok(Calculated {
            kept: Kept::of(self.0.revision, &plan, index, asked, &taken, None),
            proposal: Arc::new(Proposal::of(&self.0, asked.clone(), plan, taken, None)),
        })
    }
}

impl Proposal {
    /// A plan that was calculated, or read of a file, beside the station as it is now.
    fn of(now: &Loaded, asked: Asked, plan: Plan, taken: BTreeSet<ChannelDate>, file: Option<String>) -> Self {
        let difference = planning::difference_on(&now.index, &now.station.schedule, &plan, &asked.channels);
        let (then, difference) = match &file {
            Some(name) => (
                with_import(&now.station, &now.index, &plan, &asked.channels),
                by_the_file(difference, name),
            ),
            None => {
                let schedule = planning::with_plan(&now.station.schedule, &plan, &asked.channels);
                let then = Station {
                    schedule,
                    ..Station::clone(&now.station)
                };
                (then, difference)
            }
        };
        Self {
            difference,
            stale: false,
            taken,
            then: Arc::new(then),
            known: OnceLock::new(),
            asked,
            plan,
            file,
        }
    }
}

impl Desk {
    /// The station as it is now, to calculate with while the desk goes on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn basis(&mut self) -> Result<Basis, Failure> {
        Ok(Basis(self.loaded()?.clone()))
    }

    /// Keeps a plan as the proposal, in place of an earlier one. If what it rests on has changed since its basis it is stale.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep(&mut self, calculated: Calculated) -> Result<(), Failure> {
        let Calculated { proposal, kept } = calculated;
        let (now, revision) = (self.loaded()?.revision, kept.revision);
        self.write_kept(kept)?;
        self.waiting = (now == revision).then_some((revision, proposal));
        Ok(())
    }

    fn write_kept(&mut self, mut kept: Kept) -> Result<(), Failure> {
        kept.entry = self.sign_of(kept.revision)?;
        let text = serde_json::to_string(&kept).map_err(|error| unreadable(&error))?;
        Ok(self.store().keep_proposal(&text)?)
    }

    /// What tells the entry of a number from any other that comes to have it, as where a desk comes back to its server.
    fn sign_of(&self, number: i64) -> Result<Option<String>, Failure> {
        let sign = |one: Change| format!("{} {} {} {}", one.op, one.author, one.at, serde_json::json!(one.args));
        Ok(self.store_ref().entry(number)?.map(sign))
    }

    /// Whether what was done after one entry and up to another leaves alone what a plan rests on.
    fn leaves(&self, after: i64, until: i64, plan: &Plan, channels: &Channels, index: &Index) -> Result<bool, Failure> {
        let changed = self.store_ref().airings_changed(after, until)?;
        Ok(changed.is_some_and(|changed| !rests::touch(&changed, plan, channels, index)))
    }

    /// Calculates a range on all channels and keeps the plan as the proposal, in place of an earlier one.
    ///
    /// # Errors
    /// `cancelled` when the report asks to stop, which leaves the earlier proposal; what keeps the range from being
    /// planned.
    pub fn calculate(
        &mut self,
        policy: &Policy,
        report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Plan, Failure> {
        let asked = Asked {
            channels: Channels::All,
            policy: *policy,
            keep: None,
        };
        let calculated = self.basis()?.calculate(&asked, report)?;
        let plan = calculated.proposal.plan.clone();
        self.keep(calculated)?;
        Ok(plan)
    }

    /// Calculates a range on all channels again, keeping to what is accepted, and keeps the plan as the proposal, in place of an
    /// earlier one.
    ///
    /// # Errors
    /// As [`Desk::calculate`].
    pub fn replan(
        &mut self,
        policy: &Policy,
        keep: Keep,
        report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Replanned, Failure> {
        let Loaded {
            station,
            index,
            revision,
        } = self.loaded()?.clone();
        let again = planning::replan(&index, &station.schedule, policy, keep, report)?;
        let asked = Asked {
            channels: Channels::All,
            policy: *policy,
            keep: Some(keep),
        };
        self.write_proposal(&asked, &again.plan, &BTreeSet::new(), revision, None)?;
        Ok(again)
    }

    fn write_proposal(
        &mut self,
        asked: &Asked,
        plan: &Plan,
        taken: &BTreeSet<ChannelDate>,
        revision: i64,
        file: Option<&str>,
    ) -> Result<(), Failure> {
        let (_, index) = self.station()?;
        let kept = Kept::of(revision, plan, index, asked, taken, file);
        self.waiting = None;
        self.write_kept(kept)
    }

    /// The plan that waits for a decision, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn proposal(&mut self) -> Result<Option<Arc<Proposal>>, Failure> {
        let now = self.loaded()?.clone();
        if let Some((_, waiting)) = self.waiting.as_ref().filter(|(revision, _)| *revision == now.revision) {
            return Ok(Some(waiting.clone()));
        }
        let Some(text) = self.store().proposal()? else {
            return Ok(None);
        };
        let kept: Kept = serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
        let plan = plan_json::read(kept.plan.as_bytes())?;
        let asked = kept.asked.read(&plan);
        // Whoever kept it before entries were told apart kept it for that revision alone.
        let is_basis = kept.entry.is_none() || kept.entry == self.sign_of(kept.revision)?;
        let holds = kept.revision == now.revision
            || kept.entry.is_some() && self.leaves(kept.revision, now.revision, &plan, &asked.channels, &now.index)?;
        let mut proposal = Proposal::of(&now, asked, plan, kept.taken, kept.file);
        proposal.stale = !(is_basis && holds);
        let proposal = Arc::new(proposal);
        self.waiting = Some((now.revision, proposal.clone()));
        Ok(Some(proposal))
    }

    /// Forgets the proposal; nothing else changes and nothing is noted.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn discard(&mut self) -> Result<(), Failure> {
        self.waiting = None;
        Ok(self.store().drop_proposal()?)
    }
}

/// Whether a kept proposal can be read.
pub(crate) fn is_readable(text: &str) -> Result<(), Failure> {
    let kept: Kept = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    plan_json::read(kept.plan.as_bytes())?;
    Ok(())
}

/// A proposal as the file keeps it: the plan document, the revision that it holds for and what tells that entry, what was asked,
/// and what is accepted of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    revision: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    plan: String,
    #[serde(default)]
    asked: KeptAsked,
    #[serde(default)]
    taken: BTreeSet<ChannelDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
}

impl Kept {
    fn of(
        revision: i64,
        plan: &Plan,
        index: &Index,
        asked: &Asked,
        taken: &BTreeSet<ChannelDate>,
        file: Option<&str>,
    ) -> Self {
        Self {
            revision,
            entry: None,
            plan: plan_json::write(plan, index),
            asked: KeptAsked::of(asked),
            taken: taken.clone(),
            file: file.map(str::to_owned),
        }
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct KeptAsked {
    /// None: all.
    channels: Option<BTreeSet<ChannelId>>,
    effort: String,
    keep: Option<KeptKeep>,
    proved: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KeptKeep {
    Aired(Instant),
    Pinned,
    Accepted,
}

impl KeptAsked {
    fn of(asked: &Asked) -> Self {
        Self {
            channels: match &asked.channels {
                Channels::All => None,
                Channels::Only(some) => Some(some.clone()),
            },
            effort: asked.policy.effort.as_str().to_owned(),
            keep: asked.keep.map(|keep| match keep {
                Keep::Aired { before } | Keep::AiredAndAccepted { before } => KeptKeep::Aired(before),
                Keep::Pinned => KeptKeep::Pinned,
                Keep::Accepted => KeptKeep::Accepted,
            }),
            proved: asked.policy.proof == Proof::Given,
        }
    }

    fn read(self, plan: &Plan) -> Asked {
        Asked {
            channels: self.channels.map_or(Channels::All, Channels::Only),
            policy: Policy {
                range: plan.range,
                seed: plan.seed,
                effort: self.effort.parse().unwrap_or(Effort::Normal),
                threads: NonZeroUsize::MIN,
                proof: if self.proved { Proof::Given } else { Proof::Spared },
            },
            keep: self.keep.map(|keep| match keep {
                KeptKeep::Aired(before) => Keep::Aired { before },
                KeptKeep::Pinned => Keep::Pinned,
                KeptKeep::Accepted => Keep::Accepted,
            }),
        }
    }
}

fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::new("proposal_unreadable", values! { "why" => error.to_string() })
}
