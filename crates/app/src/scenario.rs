//! Plans B: a copy of some dates of the schedule kept beside it, changed while the schedule stays, compared with it, swapped in.

use arna_domain::{Airing, DateRange, Index, Instant, Pin, Station, values};
use arna_store::{Change, Record, RecordId, Scenario};
use serde::{Deserialize, Serialize};

use crate::desk::{Desk, Hand, starting};
use crate::failure::Failure;
use crate::ops::{Op, Step};
use crate::planning::{self, Difference};

/// A plan B, read.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanB {
    /// Its name.
    pub name: String,
    /// Its dates.
    pub range: DateRange,
    /// When it was made.
    pub made: Instant,
    /// What would air.
    pub airings: Vec<Airing>,
    /// What would be pinned.
    pub pins: Vec<Pin>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    airings: Vec<Airing>,
    pins: Vec<Pin>,
}

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

impl Desk {
    /// Keeps what is accepted in a range as a plan B of this name.
    ///
    /// # Errors
    /// `scenario_name` where the name is blank, too long or another's; when the file cannot be written.
    pub fn keep_scenario(&mut self, name: &str, range: DateRange, now: Instant) -> Result<(), Failure> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || self.store().scenario(name)?.is_some() {
            return Err(Failure::new("scenario_name", values! { "name" => name }));
        }
        let (station, index) = self.station()?;
        let kept = Kept {
            airings: station
                .schedule
                .iter()
                .filter(|one| range.holds(one.date))
                .cloned()
                .collect(),
            pins: pins_of(station, index, range),
        };
        self.write_scenario(name, range, now, &kept)
    }

    fn write_scenario(&mut self, name: &str, range: DateRange, made: Instant, kept: &Kept) -> Result<(), Failure> {
        let text = serde_json::to_string(kept)
            .map_err(|error| Failure::new("scenario_unreadable", values! { "why" => error.to_string() }))?;
        Ok(self.store().keep_scenario(&Scenario {
            name: name.to_owned(),
            range,
            made,
            text,
        })?)
    }

    /// The plans B, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn scenarios(&mut self) -> Result<Vec<PlanB>, Failure> {
        self.store().scenarios()?.into_iter().map(read).collect()
    }

    /// The plan B of a name.
    ///
    /// # Errors
    /// `no_scenario`; when the file cannot be read.
    pub fn scenario(&mut self, name: &str) -> Result<PlanB, Failure> {
        let found = self.store().scenario(name)?;
        read(found.ok_or_else(|| Failure::new("no_scenario", values! { "name" => name }))?)
    }

    /// How the schedule would change if a plan B were swapped in.
    ///
    /// # Errors
    /// As [`Desk::scenario`].
    pub fn compare_scenario(&mut self, name: &str) -> Result<(PlanB, Difference), Failure> {
        let plan_b = self.scenario(name)?;
        let (station, index) = self.station()?;
        let difference = planning::difference(index, &station.schedule, &plan_b.as_plan());
        Ok((plan_b, difference))
    }

    /// Swaps a plan B in: the schedule of its dates becomes what it held, and it holds what the schedule was. One step of undo,
    /// which gives the schedule back.
    ///
    /// # Errors
    /// `no_scenario`; what the station does not bear any more; when the file cannot be written.
    pub fn swap_scenario(&mut self, name: &str, hand: &Hand) -> Result<Change, Failure> {
        let plan_b = self.scenario(name)?;
        let (station, index) = self.station()?;
        let now = Kept {
            airings: station
                .schedule
                .iter()
                .filter(|one| plan_b.range.holds(one.date))
                .cloned()
                .collect(),
            pins: pins_of(station, index, plan_b.range),
        };
        let op = swap(station, index, &plan_b);
        let change = self.transact(&op, hand)?;
        self.write_scenario(name, plan_b.range, hand.at, &now)?;
        Ok(change)
    }

    /// Forgets a plan B.
    ///
    /// # Errors
    /// `no_scenario`; when the file cannot be written.
    pub fn forget_scenario(&mut self, name: &str) -> Result<(), Failure> {
        if self.store().drop_scenario(name)? {
            Ok(())
        } else {
            Err(Failure::new("no_scenario", values! { "name" => name }))
        }
    }
}

impl PlanB {
    fn as_plan(&self) -> arna_domain::Plan {
        arna_domain::Plan {
            range: self.range,
            seed: 0,
            airings: self.airings.clone(),
            open: Vec::new(),
            findings: Vec::new(),
            score: arna_domain::Score::default(),
        }
    }
}

/// The op that makes the schedule of a plan B's dates what it holds.
fn swap(station: &Station, index: &Index, plan_b: &PlanB) -> Op {
    let mut steps = Vec::new();
    let now = pins_of(station, index, plan_b.range);
    let gone = now.iter().filter(|pin| !plan_b.pins.contains(pin));
    steps.extend(gone.map(|pin| Step::Remove(RecordId::Pin(pin.channel.clone(), pin.start))));
    let new = plan_b.pins.iter().filter(|pin| !now.contains(pin));
    steps.extend(new.map(|pin| Step::Put(Box::new(Record::Pin(pin.clone())))));
    for channel in &index.channels {
        let (from, until) = (
            channel.clock.day(plan_b.range.from).0,
            channel.clock.day(plan_b.range.end()).0,
        );
        let airings: Vec<Airing> = plan_b
            .airings
            .iter()
            .filter(|one| one.channel == channel.id)
            .cloned()
            .collect();
        if starting(&station.schedule, &channel.id, from, until) != airings {
            steps.push(Step::Airings {
                channel: channel.id.clone(),
                from,
                until,
                airings,
            });
        }
    }
    let args = values! {
        "name" => plan_b.name.as_str(), "from" => plan_b.range.from.to_string(),
        "until" => plan_b.range.end().plus_days(-1).to_string()
    };
    Op {
        code: "swap_scenario".to_owned(),
        args,
        steps,
    }
}

/// The station's pins of some dates.
fn pins_of(station: &Station, index: &Index, range: DateRange) -> Vec<Pin> {
    let in_range = |pin: &&Pin| {
        let channel = index.channel(pin.channel.as_str());
        channel.is_some_and(|channel| range.holds(index.channels[channel.at()].clock.broadcast_date(pin.start)))
    };
    station.pins.iter().filter(in_range).cloned().collect()
}

fn read(scenario: Scenario) -> Result<PlanB, Failure> {
    let kept: Kept = serde_json::from_str(&scenario.text)
        .map_err(|error| Failure::new("scenario_unreadable", values! { "why" => error.to_string() }))?;
    Ok(PlanB {
        name: scenario.name,
        range: scenario.range,
        made: scenario.made,
        airings: kept.airings,
        pins: kept.pins,
    })
}
