//! One open station.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use arna_domain::{Airing, DateRange, Index, Instant, Plan, Station, Zones, values};
use arna_exchange::{plan_json, station_json};
use arna_planner::Progress;
pub use arna_planner::{Candidate, Explanation, Fix, Review, Standing};
pub use arna_store::{Change, ChangeKind};
use arna_store::{Entry, Store};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::planning::{self, Difference, Keep, Policy, Replanned};
use crate::source;

/// The sample station's document.
pub const SAMPLE: &str = include_str!("../../../sample/station.json");

/// Who does something, and when: never read from a clock or an account here.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Who.
    pub author: String,
    /// When.
    pub at: Instant,
}

/// A station file, opened to write.
pub struct Desk {
    store: Store,
    zones: Zones,
    read: Option<Loaded>,
}

/// What the file held at a revision.
struct Loaded {
    revision: i64,
    station: Station,
    index: Index,
}

/// A plan that waits for a decision.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The plan.
    pub plan: Plan,
    /// How it changes what is accepted.
    pub difference: Difference,
    /// Whether the station has changed since it was calculated, so that it can no longer be accepted.
    pub stale: bool,
}

/// A proposal as the file keeps it: the plan document and the revision that it was calculated from.
#[derive(Serialize, Deserialize)]
struct Kept {
    revision: i64,
    plan: String,
}

impl Desk {
    /// A new station file without channels.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn create(path: &Path, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        Self::found(path, &Station::default(), "new_station", hand, zones)
    }

    /// A new station file with the sample station.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn sample(path: &Path, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        let station = station_json::read(SAMPLE.as_bytes())?;
        Self::found(path, &station, "sample_station", hand, zones)
    }

    /// A new station file from a document.
    ///
    /// # Errors
    /// When the document cannot be read or worked with, or the file exists already or cannot be written.
    pub fn import(document: &Path, path: &Path, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        let station = source::document(document)?;
        source::index_of(&station, &zones).map_err(|failure| failure.of(document))?;
        Self::found(path, &station, "import_station", hand, zones)
    }

    fn found(path: &Path, station: &Station, op: &str, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        source::index_of(station, &zones)?;
        let store = Store::create(path, station, &entry(op, values! {}, hand))
            .map_err(|error| Failure::from(error).of(path))?;
        Ok(Self {
            store,
            zones,
            read: None,
        })
    }

    /// A station file, opened to write; taken over from an older version and backed up where that is due.
    ///
    /// # Errors
    /// When there is no station file there, it is newer than this program, damaged, or another program has it open.
    pub fn open(path: &Path, now: Instant, zones: Zones) -> Result<Self, Failure> {
        let store = Store::open(path, now).map_err(|error| Failure::from(error).of(path))?;
        Ok(Self {
            store,
            zones,
            read: None,
        })
    }

    /// Where the file lies.
    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// The zone data that times are computed with.
    pub fn zones(&self) -> &Zones {
        &self.zones
    }

    /// The station, its accepted schedule included, and its index.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn station(&mut self) -> Result<(&Station, &Index), Failure> {
        let revision = self.store.revision()?;
        let read = match self.read.take() {
            Some(read) if read.revision == revision => read,
            _ => {
                let station = self.store.station()?;
                let index = source::index_of(&station, &self.zones)?;
                Loaded {
                    revision,
                    station,
                    index,
                }
            }
        };
        let read = self.read.insert(read);
        Ok((&read.station, &read.index))
    }

    /// What a coordinator should know of the accepted schedule in a range: broken rules, open slots, missed quotas.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn review(&mut self, range: DateRange) -> Result<Review, Failure> {
        let (station, index) = self.station()?;
        Ok(review(index, &station.schedule, range))
    }

    /// Calculates a range and keeps the plan as the proposal, in place of an earlier one.
    ///
    /// # Errors
    /// `cancelled` when the report asks to stop, which leaves the earlier proposal; what keeps the range from being
    /// planned.
    pub fn calculate(
        &mut self,
        policy: &Policy,
        report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Plan, Failure> {
        let (station, index) = self.station()?;
        let plan = planning::calculate(index, &station.schedule, policy, report)?;
        self.keep_proposal(&plan)?;
        Ok(plan)
    }

    /// Calculates a range again, keeping to what is accepted, and keeps the plan as the proposal, in place of an earlier one.
    ///
    /// # Errors
    /// As [`Desk::calculate`].
    pub fn replan(
        &mut self,
        policy: &Policy,
        keep: Keep,
        report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Replanned, Failure> {
        let (station, index) = self.station()?;
        let again = planning::replan(index, &station.schedule, policy, keep, report)?;
        self.keep_proposal(&again.plan)?;
        Ok(again)
    }

    fn keep_proposal(&mut self, plan: &Plan) -> Result<(), Failure> {
        let (_, index) = self.station()?;
        let kept = Kept {
            plan: plan_json::write(plan, index),
            revision: self.store.revision()?,
        };
        let text = serde_json::to_string(&kept).map_err(|error| unwritable(&error))?;
        Ok(self.store.keep_proposal(&text)?)
    }

    /// The plan that waits for a decision, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn proposal(&mut self) -> Result<Option<Proposal>, Failure> {
        let Some(text) = self.store.proposal()? else {
            return Ok(None);
        };
        let kept: Kept = serde_json::from_str(&text).map_err(|error| unwritable(&error))?;
        let plan = plan_json::read(kept.plan.as_bytes())?;
        let stale = kept.revision != self.store.revision()?;
        let (station, index) = self.station()?;
        let difference = planning::difference(index, &station.schedule, &plan);
        Ok(Some(Proposal {
            plan,
            difference,
            stale,
        }))
    }

    /// Takes the proposal into the schedule, in place of what was accepted in its range: one step.
    ///
    /// # Errors
    /// `no_proposal`; `proposal_stale` when the station has changed since it was calculated.
    pub fn accept(&mut self, hand: &Hand) -> Result<Change, Failure> {
        let Some(proposal) = self.proposal()? else {
            return Err(Failure::new("no_proposal", values! {}));
        };
        if proposal.stale {
            return Err(Failure::new("proposal_stale", values! {}));
        }
        let Plan { range, airings, .. } = proposal.plan;
        let (_, index) = self.station()?;
        let days: Vec<_> = index
            .channels
            .iter()
            .map(|channel| {
                (
                    channel.id.clone(),
                    channel.clock.day(range.from).0,
                    channel.clock.day(range.end()).0,
                )
            })
            .collect();
        let args = values! {
            "from" => range.from.to_string(), "until" => range.end().plus_days(-1).to_string(),
            "days" => range.days, "airings" => airings.len()
        };
        let mut airings = airings.into_iter().peekable();
        let (_, change) = self.store.transact(&entry("accept_plan", args, hand), |edit| {
            // Airings are sorted by channel; so are the channels here, to hand each its own.
            let mut days = days;
            days.sort_by(|a, b| a.0.cmp(&b.0));
            for (channel, from, until) in days {
                let mut own = Vec::new();
                while let Some(airing) = airings.next_if(|airing| airing.channel == channel) {
                    own.push(airing);
                }
                edit.replace_airings(std::slice::from_ref(&channel), from, until, own)?;
            }
            Ok(())
        })?;
        self.store.drop_proposal()?;
        Ok(change)
    }

    /// Forgets the proposal; nothing else changes and nothing is noted.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn discard(&mut self) -> Result<(), Failure> {
        Ok(self.store.drop_proposal()?)
    }

    /// Undoes the last step; none when there is nothing to undo.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn undo(&mut self, hand: &Hand) -> Result<Option<Change>, Failure> {
        Ok(self.store.undo(&hand.author, hand.at)?)
    }

    /// Does again what was undone last; none when there is nothing to do again.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn redo(&mut self, hand: &Hand) -> Result<Option<Change>, Failure> {
        Ok(self.store.redo(&hand.author, hand.at)?)
    }

    /// The steps that undo and redo would take.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_steps(&self) -> Result<(Option<Change>, Option<Change>), Failure> {
        Ok((self.store.next_undo()?, self.store.next_redo()?))
    }

    /// The journal, newest first, from before this number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn log(&self, before: Option<i64>, most: u32) -> Result<Vec<Change>, Failure> {
        Ok(self.store.log(before, most)?)
    }

    /// The journal of a station file that is opened only to read, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn log_of(path: &Path, before: Option<i64>, most: u32) -> Result<Vec<Change>, Failure> {
        let log = Store::open_to_read(path).and_then(|store| store.log(before, most));
        log.map_err(|error| Failure::from(error).of(path))
    }

    /// The number of the last journal entry.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revision(&self) -> Result<i64, Failure> {
        Ok(self.store.revision()?)
    }

    /// Whether the file holds together.
    ///
    /// # Errors
    /// What is damaged.
    pub fn verify(&self) -> Result<(), Failure> {
        Ok(self.store.verify()?)
    }

    /// Writes the accepted schedule, or the station, to a file in a channel's form.
    ///
    /// # Errors
    /// When the file cannot be written; what the form cannot carry.
    pub fn export(&mut self, what: &crate::export::What, to: &Path) -> Result<crate::export::Written, Failure> {
        let zones = self.zones.clone();
        let (station, index) = self.station()?;
        crate::export::to_file(station, index, &station.schedule, &zones, what, to)
    }

    pub(crate) fn store(&mut self) -> &mut Store {
        &mut self.store
    }
}

/// What a coordinator should know of a schedule in a range.
pub fn review(index: &Index, schedule: &[Airing], range: DateRange) -> Review {
    let index = planning::fixed_around(index, schedule, range);
    arna_planner::review(&index, range, &within(schedule, range))
}

/// Why an airing is where it is, or why a slot is open.
///
/// # Errors
/// `nothing_there` when the schedule has no such airing, or the station no such slot on that date.
pub fn explain(
    index: &Index,
    schedule: &[Airing],
    range: DateRange,
    question: &Question,
) -> Result<Explanation, Failure> {
    let fixed = planning::fixed_around(index, schedule, range);
    let airings = within(schedule, range);
    match question {
        Question::Airing { channel, start } => {
            let airing = airings
                .iter()
                .find(|airing| airing.channel.as_str() == channel && airing.start == *start);
            let Some(airing) = airing else {
                let values = values! { "channel" => channel.as_str(), "start" => start.to_string() };
                return Err(Failure::new("nothing_there", values));
            };
            Ok(arna_planner::explain_airing(&fixed, range, &airings, airing))
        }
        Question::Slot { slot, date } => {
            let number = index
                .slot(slot)
                .filter(|number| index.slots[number.at()].stands_on(*date));
            let Some(number) = number else {
                let values = values! { "slot" => slot.as_str(), "date" => date.to_string() };
                return Err(Failure::new("no_slot_there", values));
            };
            Ok(arna_planner::explain_open(&fixed, range, &airings, number, *date))
        }
    }
}

/// What to explain.
#[derive(Clone, Debug)]
pub enum Question {
    /// An airing.
    Airing {
        /// Its channel.
        channel: String,
        /// Its start.
        start: Instant,
    },
    /// An open slot.
    Slot {
        /// Its slot.
        slot: String,
        /// Its broadcast date.
        date: arna_domain::BroadcastDate,
    },
}

fn within(schedule: &[Airing], range: DateRange) -> Vec<Airing> {
    schedule
        .iter()
        .filter(|airing| range.holds(airing.date))
        .cloned()
        .collect()
}

pub(crate) fn entry(op: &str, args: arna_domain::Values, hand: &Hand) -> Entry {
    Entry {
        op: op.to_owned(),
        args,
        author: hand.author.clone(),
        at: hand.at,
    }
}

fn unwritable(error: &serde_json::Error) -> Failure {
    Failure::new("proposal_unreadable", values! { "why" => error.to_string() })
}
