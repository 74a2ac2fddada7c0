//! A proposal that was read of a file. What it changes is a person's decision, so accepting it pins what is new, as putting it on air by
//! hand would, and takes off the pins of what it replaces.

use std::collections::BTreeSet;

use arna_domain::{Airing, Index, Instant, Origin, Pin, Plan, Station, values};
use arna_store::{Record, RecordId};

use super::{Asked, Basis, Calculated, ChannelDate, Kept, Proposal, accept};
use crate::desk::{Change, Desk, Hand, Loaded};
use crate::failure::Failure;
use crate::import::{self, Imported, is_new};
use crate::ops::{Op, Step};
use crate::planning::{self, Cause, Channels, Difference, Effort, Policy, Proof};

impl Basis {
    /// Reads a file and makes a proposal of what it says. Nothing is kept of it until [`Desk::keep`].
    ///
    /// # Errors
    /// As [`import::read`].
    pub fn import(
        &self,
        zones: &arna_domain::Zones,
        asked: &import::Asked<'_>,
    ) -> Result<(Imported, Calculated), Failure> {
        let Loaded { station, index, .. } = &self.0;
        let imported = import::read(station, index, zones, asked)?;
        let file = import::file_name(asked.path);
        let asked = asked_of(&imported);
        let taken = BTreeSet::new();
        let plan = imported.plan.clone();
        let calculated = Calculated {
            kept: Kept::of(self.0.revision, &plan, index, &asked, &taken, Some(&file)),
            proposal: std::sync::Arc::new(Proposal::of(&self.0, asked, plan, taken, Some(file))),
        };
        Ok((imported, calculated))
    }
}

/// As what a file tells of is asked for: a channel and its dates, with nothing to be looked for.
fn asked_of(imported: &Imported) -> Asked {
    Asked {
        channels: import::only(&imported.channel),
        policy: Policy {
            range: imported.range,
            seed: 0,
            effort: Effort::Normal,
            threads: std::num::NonZeroUsize::MIN,
            proof: Proof::Spared,
        },
        keep: None,
    }
}

impl Desk {
    /// Takes days of a file into the schedule: one step.
    pub(super) fn accept_import(
        &mut self,
        now: &Loaded,
        proposal: &Proposal,
        days: &BTreeSet<ChannelDate>,
        file: &str,
        hand: &Hand,
    ) -> Result<Change, Failure> {
        let airings = &proposal.plan.airings;
        let pins = Pins::of(&now.station, &now.index, airings, |channel, date| {
            days.contains(&(channel.clone(), date))
        });
        if proposal.difference.is_empty() && pins.gone.is_empty() && pins.new.is_empty() {
            return Err(Failure::new("import_nothing_new", values! { "file" => file }));
        }
        let dates = || days.iter().map(|(_, date)| date.to_string());
        let channels: BTreeSet<_> = days.iter().map(|(channel, _)| channel.as_str()).collect();
        let args = values! {
            "channel" => channels.first(), "from" => dates().min(), "until" => dates().max(), "file" => file
        };
        let mut steps = pins.steps();
        steps.extend(accept::steps(now, days, airings));
        let op = Op {
            code: "accept_import".to_owned(),
            args,
            steps,
        };
        self.transact(&op, hand)
    }
}

/// The station with what was read in place of what is accepted in its range, and with its pins.
pub(crate) fn with_import(station: &Station, index: &Index, plan: &Plan, channels: &Channels) -> Station {
    let in_range = |channel: &arna_domain::ChannelId, date| channels.hold(channel) && plan.range.holds(date);
    let pins = Pins::of(station, index, &plan.airings, in_range);
    let mut then = Station {
        schedule: planning::with_plan(&station.schedule, plan, channels),
        ..station.clone()
    };
    then.pins.retain(|pin| !pins.gone.contains(pin));
    then.pins.extend(pins.new);
    then
}

/// What becomes of the pins of some days.
struct Pins {
    gone: Vec<Pin>,
    new: Vec<Pin>,
}

impl Pins {
    fn of(
        station: &Station,
        index: &Index,
        airings: &[Airing],
        is_there: impl Fn(&arna_domain::ChannelId, arna_domain::BroadcastDate) -> bool,
    ) -> Self {
        let pinned = |airing: &&Airing| airing.origin == Origin::Pin && is_there(&airing.channel, airing.date);
        let name = |airing: &Airing| Some((airing.channel.clone(), airing.start, airing.version.clone()?));
        let wanted: BTreeSet<(_, Instant, _)> = airings.iter().filter(pinned).filter_map(name).collect();
        let is_wanted = |pin: &Pin| wanted.contains(&(pin.channel.clone(), pin.start, pin.version.clone()));
        let date_of = |pin: &Pin| {
            let channel = index.channel(pin.channel.as_str())?;
            Some(index.channels[channel.at()].clock.broadcast_date(pin.start))
        };
        let is_own = |pin: &&Pin| date_of(pin).is_some_and(|date| is_there(&pin.channel, date));
        let gone: Vec<Pin> = station
            .pins
            .iter()
            .filter(is_own)
            .filter(|pin| !is_wanted(pin))
            .cloned()
            .collect();
        let new = airings
            .iter()
            .filter(pinned)
            .filter(|airing| is_new(airing, &station.schedule));
        let new = new.filter_map(|airing| {
            let version = airing.version.clone()?;
            let same = |pin: &Pin| pin.channel == airing.channel && pin.start == airing.start && pin.version == version;
            (!station.pins.iter().any(same)).then(|| Pin {
                channel: airing.channel.clone(),
                start: airing.start,
                version: version.clone(),
                licence: None,
            })
        });
        Self {
            gone,
            new: new.collect(),
        }
    }

    fn steps(&self) -> Vec<Step> {
        let gone = self
            .gone
            .iter()
            .map(|pin| Step::Remove(RecordId::Pin(pin.channel.clone(), pin.start)));
        let new = self.new.iter().map(|pin| Step::Put(Box::new(Record::Pin(pin.clone()))));
        gone.chain(new).collect()
    }
}

/// The difference, whose every cause is the file.
pub(crate) fn by_the_file(mut difference: Difference, file: &str) -> Difference {
    let cause = Cause {
        code: "imported",
        refusal: None,
        values: values! { "file" => file },
    };
    for one in difference.added.iter_mut().chain(&mut difference.removed) {
        one.cause = cause.clone();
    }
    for one in &mut difference.moved {
        one.cause = cause.clone();
    }
    difference
}
