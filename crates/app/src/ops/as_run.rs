//! What aired, taken over: the history of a channel and dates, and the schedule brought up to it.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::finding::Place;
use arna_domain::index::{ChannelIx, EpisodeIx, LicenceIx, VersionIx};
use arna_domain::instance::Instances;
use arna_domain::placed::{Placed, Showing};
use arna_domain::{
    Aired, Airing, Finding, Index, Instant, LicenceId, Origin, Pin, Severity, Station, VersionId, values,
};
use arna_store::{Record, RecordId};

use super::airings::{charged, of_episodes, pinned};
use super::{Op, Step};
use crate::asrun::{Item, Outcome, Report};
use crate::failure::Failure;

/// What taking a report over would come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// What becomes the history of the channel and dates.
    pub history: Vec<Aired>,
    /// What becomes their schedule.
    pub schedule: Vec<Airing>,
    /// The licences charged, with the runs that each episode has taken of them and has left.
    pub runs: Vec<Runs>,
    /// Runs that no licence has.
    pub findings: Vec<Finding>,
}

/// Runs of a licence for an episode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runs {
    /// The licence.
    pub licence: LicenceId,
    /// The version that aired last.
    pub version: VersionId,
    /// Runs taken, what is scheduled later among them.
    pub taken: u32,
    /// Runs left; none: no limit.
    pub left: Option<u32>,
}

/// How sure somebody is that a log is the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// As sure as the report is.
    AsReported,
    /// Sure, though rows could not be read or little of what was accepted is in the log.
    Anyway,
}

/// Takes a report over, as one edit: what aired becomes the history of the channel and dates, pins of these are over, and the
/// schedule says what aired when. What the catalogue does not have is in neither; what the log does not tell of stays.
///
/// # Errors
/// `asrun_doubtful` where the report is and nobody is sure; `asrun_nothing_new` where everything is so already; `unknown_channel`.
pub fn accept(station: &Station, index: &Index, report: &Report, sureness: Sureness) -> Result<(Op, Taken), Failure> {
    if sureness == Sureness::AsReported && (report.is_doubtful || report.unread > 0) {
        let values = values! {
            "unread" => report.unread, "aired" => report.totals.aired + report.totals.other_version, "due" => report.totals.due
        };
        return Err(Failure::new("asrun_doubtful", values));
    }
    let taking = Taking::of(station, index, report)?;
    let taken = taking.taken();
    let steps = taking.steps(&taken);
    if taking.is_history(&taken.history) && taking.pins(&taken).next().is_none() && taken.schedule == taking.accepted()
    {
        return Err(Failure::new(
            "asrun_nothing_new",
            values! { "channel" => report.channel.as_str() },
        ));
    }
    let args = values! {
        "channel" => report.channel.as_str(), "from" => report.range.from.to_string(),
        "until" => report.range.end().plus_days(-1).to_string(), "aired" => taken.history.len(),
        "missing" => report.totals.missing
    };
    let code = "accept_as_run".to_owned();
    Ok((Op { code, args, steps }, taken))
}

/// What taking a report over would come to, whether it can be or not.
///
/// # Errors
/// `unknown_channel`.
pub fn taken(station: &Station, index: &Index, report: &Report) -> Result<Taken, Failure> {
    Ok(Taking::of(station, index, report)?.taken())
}

struct Taking<'a> {
    station: &'a Station,
    index: &'a Index,
    report: &'a Report,
    channel: ChannelIx,
    /// Where airings are exchanged.
    from: Instant,
    until: Instant,
}

/// Something that aired and is in the catalogue or a hold of the grid.
struct One<'a> {
    start: Instant,
    end: Instant,
    version: Option<VersionIx>,
    due: Option<&'a Airing>,
}

impl<'a> Taking<'a> {
    fn of(station: &'a Station, index: &'a Index, report: &'a Report) -> Result<Self, Failure> {
        let channel = index.channel(report.channel.as_str());
        let channel =
            channel.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => report.channel.as_str() }))?;
        let clock = &index.channels[channel.at()].clock;
        let (from, until) = (clock.day(report.range.from).0, clock.day(report.range.end()).0);
        let starts = report.items.iter().filter_map(|item| Some(item.aired.as_ref()?.start));
        Ok(Self {
            station,
            index,
            report,
            channel,
            from,
            // What began late runs on into the next day.
            until: starts.map(|start| start + 1).chain([until]).max().unwrap_or(until),
        })
    }

    /// What is accepted where airings are exchanged.
    fn accepted(&self) -> Vec<Airing> {
        let own =
            self.station.schedule.iter().filter(|airing| {
                airing.channel == self.report.channel && (self.from..self.until).contains(&airing.start)
            });
        own.cloned().collect()
    }

    /// What aired, by start.
    fn ones(&self) -> Vec<One<'a>> {
        let mut ones: Vec<One<'a>> = self.report.items.iter().filter_map(|item| self.one(item)).collect();
        ones.sort_by_key(|one| one.start);
        // One thing that replaced several aired once.
        ones.dedup_by(|a, b| a.start == b.start && a.version == b.version);
        ones
    }

    fn one(&self, item: &'a Item) -> Option<One<'a>> {
        let aired = item.aired.as_ref()?;
        let version = aired.version.as_ref().and_then(|id| self.index.version(id.as_str()));
        let due = item
            .due
            .as_ref()
            .filter(|_| matches!(item.outcome, Outcome::Aired { .. } | Outcome::OtherVersion { .. }));
        // A live block has no version, and is what it was.
        let is_hold = due.is_some_and(|due| due.version.is_none());
        if version.is_none() && !is_hold {
            return None;
        }
        let lasts = match (version, due) {
            (_, Some(due)) => due.end - due.start,
            (Some(version), None) => self.index.versions[version.at()].duration_ms,
            (None, None) => return None,
        };
        Some(One {
            start: aired.start,
            end: aired.end.unwrap_or(aired.start + lasts),
            version,
            due,
        })
    }

    fn taken(&self) -> Taken {
        let ones = self.ones();
        let index = self.without_own_history();
        let instances = Instances::default();
        let episode = |version: VersionIx| index.versions[version.at()].episode;
        let episodes: BTreeSet<EpisodeIx> = ones.iter().filter_map(|one| one.version).map(episode).collect();
        let over: BTreeSet<Instant> = self.over().map(|airing| airing.start).collect();
        let rest = self
            .station
            .schedule
            .iter()
            .filter(|airing| airing.channel != self.report.channel || !over.contains(&airing.start));
        let mut placed = of_episodes(&index, &instances, rest, &episodes);
        let mut taken = Taken {
            history: Vec::new(),
            schedule: Vec::new(),
            runs: Vec::new(),
            findings: Vec::new(),
        };
        let mut runs: BTreeMap<(LicenceIx, EpisodeIx), Showing> = BTreeMap::new();
        for one in &ones {
            let Some(version) = one.version else {
                taken.schedule.extend(self.airing(one, None, false));
                continue;
            };
            let due = one.due.filter(|due| due.licence.is_some());
            let licence = due.and_then(|due| index.licence(due.licence.as_ref()?.as_str()));
            let showing = Showing {
                licence,
                ..pinned(&index, self.channel, one.start, version)
            };
            let is_repeat = match one.due {
                Some(due) => !matches!(due.origin, Origin::Pin | Origin::Sequel),
                None => {
                    let mut before = placed.numbers_of_episode(self.channel, episode(version));
                    before.any(|number| placed.get(number).start < one.start)
                }
            };
            let showing = charged(&placed, showing);
            placed.place(showing);
            match showing.licence {
                Some(licence) => {
                    runs.insert((licence, episode(version)), showing);
                }
                None => taken.findings.push(self.unlicensed(&placed, &showing)),
            }
            let licence = showing.licence.map(|licence| index.licences[licence.at()].id.clone());
            taken.history.push(Aired {
                channel: self.report.channel.clone(),
                start: one.start,
                version: index.versions[version.at()].id.clone(),
                repeat: is_repeat,
                licence: licence.clone(),
            });
            taken.schedule.extend(self.airing(one, licence, is_repeat));
        }
        for ((licence, episode), last) in runs {
            let entry = &index.licences[licence.at()];
            let used = placed.runs_taken(licence, self.channel, episode);
            taken.runs.push(Runs {
                licence: entry.id.clone(),
                version: index.versions[last.version.at()].id.clone(),
                taken: used,
                left: entry.max_runs.map(|most| most.saturating_sub(used)),
            });
        }
        self.beside(&mut taken.schedule);
        taken
    }

    /// The index without what the history tells of the dates so far.
    fn without_own_history(&self) -> Index {
        let mut index = self.index.clone();
        index
            .history
            .retain(|one| !(one.channel == self.channel && self.is_told(one.start)));
        index
    }

    /// Whether the log tells of an instant: of its date, or of what ran on into it.
    fn is_told(&self, at: Instant) -> bool {
        let clock = &self.index.channels[self.channel.at()].clock;
        let runs_on = clock.day(self.report.range.end()).0 <= at && at < self.until;
        runs_on || self.report.dates.contains(&clock.broadcast_date(at))
    }

    /// Accepted airings that the report tells the end of.
    fn over(&self) -> impl Iterator<Item = &'a Airing> {
        let told = self.report.items.iter().filter(|item| item.outcome != Outcome::Untold);
        told.filter_map(|item| item.due.as_ref())
    }

    fn airing(&self, one: &One<'a>, licence: Option<LicenceId>, is_repeat: bool) -> Option<Airing> {
        let date = self.index.channels[self.channel.at()].clock.broadcast_date(one.start);
        let version = one.version.map(|version| self.index.versions[version.at()].id.clone());
        match one.due {
            Some(due) => Some(Airing {
                date,
                start: one.start,
                end: one.end,
                version,
                licence,
                // A slot of another date is another slot.
                slot: due.slot.clone().filter(|_| due.date == date),
                ..due.clone()
            }),
            None => Some(Airing {
                channel: self.report.channel.clone(),
                date,
                start: one.start,
                end: one.end,
                version: Some(version?),
                title: None,
                language: None,
                licence,
                slot: None,
                origin: if is_repeat { Origin::Repeat } else { Origin::Pin },
            }),
        }
    }

    /// What stays beside what aired: what the log does not tell of, promos and fillers, and what is of the next day, as far as nothing
    /// that aired is there. Nothing overlaps.
    fn beside(&self, schedule: &mut Vec<Airing>) {
        schedule.sort_by_key(|airing| airing.start);
        for at in 1..schedule.len() {
            let next = schedule[at].start;
            let before = &mut schedule[at - 1];
            if before.start < next && next < before.end {
                before.end = next;
            }
        }
        let over: BTreeSet<Instant> = self.over().map(|airing| airing.start).collect();
        let mut ends: Vec<Instant> = Vec::with_capacity(schedule.len());
        for airing in schedule.iter() {
            ends.push(ends.last().copied().unwrap_or(airing.end).max(airing.end));
        }
        let is_free = |airing: &Airing| {
            let before = schedule.partition_point(|other| other.start < airing.end);
            before.checked_sub(1).is_none_or(|last| ends[last] <= airing.start)
        };
        let stays = |airing: &Airing| airing.origin.is_break() || !over.contains(&airing.start);
        let mut rest: Vec<Airing> = self.accepted();
        rest.retain(|airing| stays(airing) && is_free(airing));
        schedule.append(&mut rest);
        schedule.sort_by_key(|airing| airing.start);
    }

    fn unlicensed(&self, placed: &Placed<'_>, one: &Showing) -> Finding {
        let channel = &self.index.channels[self.channel.at()];
        let mut covering = placed.index.covering(one.version, one.channel, one.date);
        let spent = covering.next();
        let licence = spent.map(|licence| placed.index.licences[licence.at()].id.to_string());
        Finding {
            code: "asrun_unlicensed".to_owned(),
            severity: Severity::Error,
            place: Place {
                channel: Some(channel.id.clone()),
                slot: None,
                date: Some(one.date),
                start: Some(channel.clock.text(one.start)),
                version: Some(self.index.versions[one.version.at()].id.clone()),
            },
            values: values! { "licence" => licence },
        }
    }

    /// Whether the history tells this of the dates already.
    fn is_history(&self, history: &[Aired]) -> bool {
        let own: Vec<&Aired> = self.own_history().collect();
        own.iter().copied().eq(history)
    }

    fn own_history(&self) -> impl Iterator<Item = &'a Aired> {
        let own = self.station.history.iter();
        own.filter(|one| one.channel == self.report.channel && self.is_told(one.start))
    }

    fn steps(&self, taken: &Taken) -> Vec<Step> {
        let aired = |one: &Aired| Record::Aired(one.clone());
        let mut steps: Vec<Step> = self.own_history().map(|one| Step::Remove(aired(one).id())).collect();
        steps.extend(
            self.pins(taken)
                .map(|pin| Step::Remove(RecordId::Pin(pin.channel.clone(), pin.start))),
        );
        steps.extend(taken.history.iter().map(|one| Step::Add(Box::new(aired(one)))));
        steps.push(Step::Airings {
            channel: self.report.channel.clone(),
            from: self.from,
            until: self.until,
            airings: taken.schedule.clone(),
        });
        steps
    }

    /// Pins that are over, whether they aired or not; one that the log does not tell of waits on.
    fn pins(&self, taken: &Taken) -> impl Iterator<Item = &'a Pin> {
        let aired: BTreeSet<Instant> = taken.history.iter().map(|one| one.start).collect();
        let kept = taken
            .schedule
            .iter()
            .map(|airing| airing.start)
            .filter(|start| !aired.contains(start));
        let waiting: BTreeSet<Instant> = kept.collect();
        let own = self.station.pins.iter();
        own.filter(move |pin| {
            pin.channel == self.report.channel && self.is_told(pin.start) && !waiting.contains(&pin.start)
        })
    }
}
