//! The schedule of the channels that an edit touches, while it is edited.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::index::{ChannelIx, Index, SlotIx, VersionIx};
use arna_domain::instance::{Instances, SHORTEST_REST};
use arna_domain::{Airing, BroadcastDate, Instant, Origin, Pin, SlotId, Station, Values, values};
use arna_store::{Record, RecordId};

use super::charge::{charged, of_episodes, pinned, showing};
use super::time::last_aired;
use super::words::{title_of_airing, wall};
use super::{At, Collision, Manner, breaks};
use crate::desk::starting;
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// An edit under way.
pub(super) struct Draft<'a> {
    pub(super) station: &'a Station,
    pub(super) index: &'a Index,
    pub(super) manner: &'a Manner,
    lanes: BTreeMap<ChannelIx, Lane>,
    pins_out: Vec<At>,
    pins_in: Vec<Pin>,
    records: Vec<Step>,
    /// How many airings were moved on to make room.
    pub(super) shifted: usize,
    /// How many were taken out to make room.
    pub(super) replaced: usize,
}

/// What airs on a channel.
pub(super) struct Lane {
    pub(super) before: Vec<Airing>,
    /// Programmes and holds, in time order.
    pub(super) bodies: Vec<Airing>,
    /// Starts of what this edit put there.
    pub(super) laid: BTreeSet<Instant>,
}

impl<'a> Draft<'a> {
    pub(super) fn of(station: &'a Station, index: &'a Index, manner: &'a Manner) -> Self {
        Self {
            station,
            index,
            manner,
            lanes: BTreeMap::new(),
            pins_out: Vec::new(),
            pins_in: Vec::new(),
            records: Vec::new(),
            shifted: 0,
            replaced: 0,
        }
    }

    pub(super) fn channel(&self, id: &str) -> Result<ChannelIx, Failure> {
        let found = self.index.channel(id);
        found.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => id }))
    }

    pub(super) fn version(&self, id: &str) -> Result<VersionIx, Failure> {
        let found = self.index.version(id);
        found.ok_or_else(|| Failure::new("unknown_version", values! { "version" => id }))
    }

    pub(super) fn lane(&mut self, channel: ChannelIx) -> &mut Lane {
        let id = &self.index.channels[channel.at()].id;
        let schedule = &self.station.schedule;
        self.lanes.entry(channel).or_insert_with(|| {
            let ever = (Instant::from_ms(i64::MIN), Instant::from_ms(i64::MAX));
            let before: Vec<Airing> = starting(schedule, id, ever.0, ever.1).to_vec();
            let bodies = before.iter().filter(|one| !one.origin.is_break()).cloned().collect();
            Lane {
                before,
                bodies,
                laid: BTreeSet::new(),
            }
        })
    }

    /// The programme or hold that starts there.
    pub(super) fn find(&mut self, at: &At) -> Result<Airing, Failure> {
        let channel = self.channel(at.channel.as_str())?;
        let found = self
            .lane(channel)
            .bodies
            .iter()
            .find(|one| one.start == at.start)
            .cloned();
        found.ok_or_else(|| {
            let start = self.index.channels[channel.at()].clock.text(at.start);
            Failure::new(
                "nothing_there",
                values! { "channel" => at.channel.as_str(), "start" => start },
            )
        })
    }

    /// The wall clock of an airing's channel.
    pub(super) fn wall(&self, airing: &Airing) -> String {
        let channel = self.index.channel(airing.channel.as_str());
        channel.map_or_else(String::new, |channel| {
            wall(&self.index.channels[channel.at()].clock, airing.date, airing.start)
        })
    }

    pub(super) fn title(&self, airing: &Airing) -> String {
        title_of_airing(self.station, self.index, airing, &self.manner.language)
    }

    /// What an edit of an airing is called by.
    pub(super) fn args(&self, airing: &Airing) -> Values {
        values! {
            "title" => self.title(airing), "channel" => airing.channel.as_str(),
            "date" => airing.date.to_string(), "at" => self.wall(airing)
        }
    }

    /// Refuses to change a day of which the channel's history tells.
    pub(super) fn may_change(&self, channel: ChannelIx, date: BroadcastDate) -> Result<(), Failure> {
        match last_aired(self.index, channel) {
            Some(last) if date <= last => {
                let values = values! {
                    "channel" => self.station.channels.get(channel.at()).map_or("", |one| one.name.as_str()),
                    "date" => date.to_string(), "until" => last.to_string()
                };
                Err(Failure::new("day_aired", values))
            }
            _ => Ok(()),
        }
    }

    /// Takes an airing off, with its pin.
    pub(super) fn lift(&mut self, airing: &Airing) -> Result<(), Failure> {
        let channel = self.channel(airing.channel.as_str())?;
        self.may_change(channel, airing.date)?;
        let lane = self.lane(channel);
        if let Some(at) = lane.bodies.iter().position(|one| one == airing) {
            lane.bodies.remove(at);
            lane.laid.remove(&airing.start);
        }
        let same = |pin: &&Pin| pin.channel == airing.channel && pin.start == airing.start;
        self.pins_in.retain(|pin| !same(&pin));
        // Of pins that start together the first is meant by the name that they share.
        let first = self.station.pins.iter().find(same);
        let at = At {
            channel: airing.channel.clone(),
            start: airing.start,
        };
        if first.is_some_and(|pin| Some(&pin.version) == airing.version.as_ref()) && !self.pins_out.contains(&at) {
            self.pins_out.push(at);
        }
        Ok(())
    }

    /// Puts a version on air as a person's decision; when it starts.
    pub(super) fn lay(&mut self, channel: ChannelIx, start: Instant, version: VersionIx) -> Result<Instant, Failure> {
        let one = pinned(self.index, channel, start, version);
        let airing = Airing {
            channel: self.index.channels[channel.at()].id.clone(),
            date: one.date,
            start,
            end: start + self.index.versions[version.at()].duration_ms,
            version: Some(self.index.versions[version.at()].id.clone()),
            title: None,
            language: None,
            licence: None,
            slot: None,
            origin: Origin::Pin,
        };
        let start = self.make_room(channel, airing)?;
        Ok(start)
    }

    /// Puts something on air; when it starts.
    pub(super) fn make_room(&mut self, channel: ChannelIx, mut airing: Airing) -> Result<Instant, Failure> {
        self.may_change(channel, airing.date)?;
        let collision = self.manner.collision;
        let length = airing.end - airing.start;
        loop {
            let lane = self.lane(channel);
            let other = lane
                .bodies
                .iter()
                .find(|one| one.start < airing.end && airing.start < one.end)
                .cloned();
            let Some(other) = other else { break };
            match collision {
                Collision::Refuse => return Err(self.collides("collides", &airing, &other)),
                Collision::Replace if other.origin == Origin::Hold => self.cut(channel, &other, &airing)?,
                Collision::Replace => {
                    self.lift(&other)?;
                    self.replaced += 1;
                }
                Collision::Trim if other.origin == Origin::Hold => self.cut(channel, &other, &airing)?,
                Collision::Trim => return Err(self.collides("cannot_trim", &airing, &other)),
                Collision::Shift if other.start < airing.start => {
                    // What is on air is not interrupted: the new one follows it.
                    airing.start = other.end;
                    airing.end = airing.start + length;
                    airing.date = self.index.channels[channel.at()].clock.broadcast_date(airing.start);
                    self.may_change(channel, airing.date)?;
                }
                Collision::Shift => self.push(channel, &airing)?,
            }
        }
        let lane = self.lane(channel);
        let at = lane.bodies.partition_point(|one| one.start < airing.start);
        let start = airing.start;
        lane.laid.insert(start);
        lane.bodies.insert(at, airing);
        Ok(start)
    }

    fn collides(&self, code: &str, airing: &Airing, other: &Airing) -> Failure {
        let values = values! {
            "title" => self.title(airing), "at" => self.wall(airing),
            "other" => self.title(other), "other_at" => self.wall(other), "date" => other.date.to_string()
        };
        Failure::new(code, values)
    }

    /// Moves what starts in an airing's time on, and what that then touches.
    fn push(&mut self, channel: ChannelIx, airing: &Airing) -> Result<(), Failure> {
        let (day_end, mut until) = (self.index.channels[channel.at()].clock.day(airing.date).1, airing.end);
        let mut pushed: Vec<Airing> = Vec::new();
        let lane = self.lane(channel);
        let first = lane.bodies.partition_point(|one| one.start < airing.start);
        // What is lifted leaves the lane, so its own list is gone through.
        let following: Vec<Airing> = lane.bodies[first..].to_vec();
        for other in following {
            if other.start >= until {
                break;
            }
            if other.origin == Origin::Hold {
                return Err(self.collides("hold_in_the_way", airing, &other));
            }
            if until >= day_end {
                return Err(self.collides("day_full", airing, &other));
            }
            let length = other.end - other.start;
            pushed.push(Airing {
                start: until,
                end: until + length,
                slot: None,
                origin: Origin::Pin,
                ..other.clone()
            });
            self.lift(&other)?;
            until = until + length;
        }
        self.shifted += pushed.len();
        let lane = self.lane(channel);
        lane.laid.extend(pushed.iter().map(|one| one.start));
        lane.bodies.extend(pushed);
        lane.bodies.sort_by_key(|one| one.start);
        Ok(())
    }

    /// Cuts a hold as the grid would: the longest part that stays free is kept, if it is long enough.
    fn cut(&mut self, channel: ChannelIx, hold: &Airing, by: &Airing) -> Result<(), Failure> {
        self.lift(hold)?;
        let (head, tail) = ((hold.start, by.start), (by.end, hold.end));
        let kept = if tail.1 - tail.0 > head.1 - head.0 { tail } else { head };
        if kept.1 - kept.0 >= SHORTEST_REST {
            let lane = self.lane(channel);
            let at = lane.bodies.partition_point(|one| one.start < kept.0);
            lane.bodies.insert(
                at,
                Airing {
                    start: kept.0,
                    end: kept.1,
                    ..hold.clone()
                },
            );
        } else {
            self.replaced += 1;
        }
        Ok(())
    }

    /// Notes a record to be put or removed besides.
    pub(super) fn record(&mut self, step: Step) {
        self.records.push(step);
    }

    /// The edit, with licences charged, pins and breaks.
    pub(super) fn finish(mut self, code: &str, args: Values) -> Op {
        self.stand();
        self.charge();
        let mut steps = std::mem::take(&mut self.records);
        let pins_in: Vec<Pin> = self
            .lanes
            .values()
            .flat_map(|lane| lane.bodies.iter().filter(|one| lane.laid.contains(&one.start)))
            .filter(|one| one.origin == Origin::Pin)
            .filter_map(|one| {
                let old = self.station.pins.iter().find(|pin| {
                    Some(&pin.version) == one.version.as_ref() && one.licence.is_some() && pin.licence == one.licence
                });
                Some(Pin {
                    channel: one.channel.clone(),
                    start: one.start,
                    version: one.version.clone()?,
                    licence: old
                        .filter(|pin| self.pins_out.iter().any(|at| names(at, pin)))
                        .and_then(|pin| pin.licence.clone()),
                })
            })
            .collect();
        let stays = |at: &At| {
            self.station
                .pins
                .iter()
                .any(|pin| names(at, pin) && pins_in.contains(pin))
        };
        let gone = self.pins_out.iter().filter(|at| !stays(at));
        steps.extend(gone.map(|at| Step::Remove(RecordId::Pin(at.channel.clone(), at.start))));
        let new = pins_in.iter().filter(|pin| !self.station.pins.contains(pin));
        steps.extend(new.map(|pin| Step::Put(Box::new(Record::Pin(pin.clone())))));
        for (&channel, lane) in &self.lanes {
            let after = breaks::remade(self.index, channel, lane);
            steps.extend(differing(self.index, channel, &lane.before, after));
        }
        Op {
            code: code.to_owned(),
            args,
            steps,
        }
    }

    /// Says which slot each new airing stands in: the one at whose start it begins, if nothing else stands there.
    fn stand(&mut self) {
        for (&channel, lane) in &mut self.lanes {
            for at in 0..lane.bodies.len() {
                let one = &lane.bodies[at];
                if !lane.laid.contains(&one.start) || one.origin != Origin::Pin {
                    continue;
                }
                let slot = standing(self.index, channel, one.date, one.start)
                    .filter(|stands| one.start - stands.from < SHORTEST_REST)
                    .map(|stands| self.index.slots[stands.slot.at()].id.clone());
                let taken = |id: &SlotId| {
                    let mut others = lane.bodies.iter().enumerate();
                    others.any(|(other, body)| other != at && body.slot.as_ref() == Some(id) && body.date == one.date)
                };
                let slot = slot.filter(|id| !taken(id));
                lane.bodies[at].slot = slot;
            }
        }
    }

    /// Charges what this edit put on air, in time order, among all of the same episodes.
    fn charge(&mut self) {
        let index = self.index;
        let episode = |one: &Airing| {
            let version = index.version(one.version.as_ref()?.as_str())?;
            Some(index.versions[version.at()].episode)
        };
        let is_laid = |lane: &Lane, one: &Airing| lane.laid.contains(&one.start) && one.origin.is_programme();
        let laid = |lane: &Lane| {
            lane.bodies
                .iter()
                .filter(|one| is_laid(lane, one))
                .filter_map(episode)
                .collect::<Vec<_>>()
        };
        let episodes: BTreeSet<_> = self.lanes.values().flat_map(laid).collect();
        if episodes.is_empty() {
            return;
        }
        let touched: BTreeSet<&str> = self
            .lanes
            .keys()
            .map(|own| index.channels[own.at()].id.as_str())
            .collect();
        let untouched = index.airings_of(&self.station.schedule, &episodes).into_iter();
        let untouched = untouched.filter(|one| !touched.contains(one.channel.as_str()));
        let staying = self
            .lanes
            .values()
            .flat_map(|lane| lane.bodies.iter().filter(|one| !is_laid(lane, one)));
        let instances = Instances::default();
        let mut placed = of_episodes(index, &instances, untouched.chain(staying), &episodes);
        let mut new: Vec<(Instant, ChannelIx, usize)> = Vec::new();
        for (&channel, lane) in &self.lanes {
            let own = lane.bodies.iter().enumerate().filter(|(_, one)| is_laid(lane, one));
            new.extend(own.map(|(at, one)| (one.start, channel, at)));
        }
        new.sort_unstable();
        let mut licences = Vec::with_capacity(new.len());
        for &(_, channel, at) in &new {
            let one = &self.lanes[&channel].bodies[at];
            let one = showing(index, one).map(|one| charged(&placed, one));
            if let Some(one) = one {
                placed.place(one);
            }
            licences.push(
                one.and_then(|one| one.licence)
                    .map(|licence| index.licences[licence.at()].id.clone()),
            );
        }
        drop(placed);
        for ((_, channel, at), licence) in new.into_iter().zip(licences) {
            if let Some(lane) = self.lanes.get_mut(&channel) {
                lane.bodies[at].licence = licence;
            }
        }
    }
}

fn names(at: &At, pin: &Pin) -> bool {
    at.channel == pin.channel && at.start == pin.start
}

/// A slot as it stands on a date, uncut.
pub(crate) struct Standing {
    /// The slot.
    pub(crate) slot: SlotIx,
    /// Its start.
    pub(crate) from: Instant,
    /// Its end.
    pub(crate) until: Instant,
}

/// The slot of a channel that stands at an instant of a broadcast date, the highest layer first.
pub(crate) fn standing(index: &Index, channel: ChannelIx, date: BroadcastDate, at: Instant) -> Option<Standing> {
    let entry = &index.channels[channel.at()];
    let stands = entry.slots.iter().filter_map(|&slot| {
        let own = &index.slots[slot.at()];
        let here = own.stands_on(date).then(|| Standing {
            slot,
            from: entry.clock.at(date, own.start),
            until: entry.clock.at(date, own.end),
        })?;
        (here.from <= at && at < here.until).then_some(here)
    });
    stands.max_by_key(|one| (index.slots[one.slot.at()].layer, one.from))
}

/// What changes of a channel, one step a broadcast date.
fn differing(index: &Index, channel: ChannelIx, before: &[Airing], after: Vec<Airing>) -> Vec<Step> {
    let mut dates: BTreeMap<BroadcastDate, (Vec<&Airing>, Vec<&Airing>)> = BTreeMap::new();
    for one in before {
        dates.entry(one.date).or_default().0.push(one);
    }
    for one in &after {
        dates.entry(one.date).or_default().1.push(one);
    }
    let id = &index.channels[channel.at()].id;
    let step = |(old, new): (Vec<&Airing>, Vec<&Airing>)| {
        let first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let (old_rest, new_rest) = (&old[first..], &new[first..]);
        let last = old_rest
            .iter()
            .rev()
            .zip(new_rest.iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let changed = old_rest[..old_rest.len() - last]
            .iter()
            .chain(&new_rest[..new_rest.len() - last]);
        let starts: Vec<Instant> = changed.map(|one| one.start).collect();
        let (from, until) = (*starts.iter().min()?, *starts.iter().max()? + 1);
        let airings = new.iter().filter(|one| from <= one.start && one.start < until);
        Some(Step::Airings {
            channel: id.clone(),
            from,
            until,
            airings: airings.map(|one| (*one).clone()).collect(),
        })
    };
    dates.into_values().filter_map(step).collect()
}
