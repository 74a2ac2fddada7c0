//! Accepting a proposal: whole, or some days of some channels.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::time::ChannelClock;
use arna_domain::{Airing, BroadcastDate, ChannelId, Finding, Instant, values};

use super::{ChannelDate, Proposal, sound};
use crate::desk::{Change, Desk, Hand, Loaded, entry};
use crate::failure::{Detail, Failure};
use crate::ops::{Step, take};

/// What accepting some days of a proposal would come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// What would be wrong then that is right now and in the whole proposal. Nothing: the days can be accepted.
    pub wrong: Vec<Finding>,
    /// Days that would have to be accepted with them.
    pub with: BTreeSet<ChannelDate>,
}

impl Proposal {
    /// The days on which it changes something, not yet accepted.
    pub fn changed_days(&self) -> BTreeSet<ChannelDate> {
        let place = |airing: &Airing| (airing.channel.clone(), airing.date);
        let difference = &self.difference;
        let both = difference.added.iter().chain(&difference.removed);
        let moved = difference.moved.iter().flat_map(|one| [&one.before, &one.after]);
        both.map(|one| &one.airing)
            .chain(moved)
            .map(place)
            .filter(|day| !self.taken.contains(day))
            .collect()
    }

    /// Whether a day is one that it was asked for.
    fn is_for(&self, (channel, date): &ChannelDate) -> bool {
        self.asked.channels.hold(channel) && self.plan.range.holds(*date)
    }

    /// What is accepted with these days of the plan in place of what is accepted on them.
    fn mixed(&self, schedule: &[Airing], days: &BTreeSet<ChannelDate>) -> Vec<Airing> {
        let chosen = |airing: &&Airing| days.contains(&(airing.channel.clone(), airing.date));
        let mut all: Vec<Airing> = schedule.iter().filter(|airing| !chosen(airing)).cloned().collect();
        all.extend(self.plan.airings.iter().filter(chosen).cloned());
        all.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
        all
    }
}

impl Desk {
    /// Takes the proposal into the schedule, in place of what was accepted in its range on its channels: one step.
    ///
    /// # Errors
    /// `no_proposal`; `proposal_stale` when what it rests on has changed since it was calculated.
    pub fn accept(&mut self, hand: &Hand) -> Result<Change, Failure> {
        let (now, proposal) = self.acceptable()?;
        let range = proposal.plan.range;
        let args = values! {
            "from" => range.from.to_string(), "until" => range.end().plus_days(-1).to_string(),
            "days" => range.days, "airings" => proposal.plan.airings.len()
        };
        let days = now
            .index
            .channels
            .iter()
            .filter(|channel| proposal.asked.channels.hold(&channel.id))
            .flat_map(|channel| range.dates().map(|date| (channel.id.clone(), date)));
        let days = days.collect();
        if let Some(name) = &proposal.file {
            let change = self.accept_import(&now, &proposal, &days, name, hand)?;
            self.discard()?;
            return Ok(change);
        }
        let entry = entry("accept_plan", args, hand);
        let change = self.commit(&entry, |edit| {
            steps(&now, &days, &proposal.plan.airings).try_for_each(|step| take(&step, edit))
        })?;
        self.discard()?;
        Ok(change)
    }

    /// What accepting these days of the proposal would come to.
    ///
    /// # Errors
    /// As [`Desk::accept_days`], but for what would be wrong.
    pub fn examine(&mut self, days: &BTreeSet<ChannelDate>) -> Result<Examined, Failure> {
        let (now, proposal) = self.acceptable()?;
        let changed = proposal.changed_days();
        let days: BTreeSet<_> = days.intersection(&changed).cloned().collect();
        let wrong = sound::wrong(&now, &proposal, &proposal.mixed(&now.station.schedule, &days));
        if wrong.is_empty() || days == changed {
            return Ok(Examined::default());
        }
        // The nearest that holds together: the channels that are wrong up to their last change, else whole, else everything.
        let channels: BTreeSet<&ChannelId> = wrong
            .iter()
            .filter_map(|finding| finding.place.channel.as_ref())
            .chain(days.iter().map(|(channel, _)| channel))
            .collect();
        let last = days.iter().map(|(_, date)| *date).max();
        let tries = [
            changed
                .iter()
                .filter(|(channel, date)| channels.contains(channel) && last.is_some_and(|last| *date <= last))
                .cloned()
                .collect::<BTreeSet<_>>(),
            changed
                .iter()
                .filter(|(channel, _)| channels.contains(channel))
                .cloned()
                .collect(),
        ];
        let fits = tries.into_iter().find(|more| {
            let all: BTreeSet<_> = days.union(more).cloned().collect();
            sound::wrong(&now, &proposal, &proposal.mixed(&now.station.schedule, &all)).is_empty()
        });
        let with = fits.unwrap_or(changed).difference(&days).cloned().collect();
        Ok(Examined { wrong, with })
    }

    /// Takes some days of the proposal into the schedule: one step. The rest of it waits on; where nothing is left to decide, it is
    /// done with.
    ///
    /// # Errors
    /// `no_proposal`; `proposal_stale`; `nothing_chosen` when the proposal changes nothing on any of these days; `days_depend` with
    /// what would be wrong then that is right now and in the whole proposal: an order of episodes, a repeat, a rule.
    pub fn accept_days(&mut self, days: &BTreeSet<ChannelDate>, hand: &Hand) -> Result<Change, Failure> {
        let (now, proposal) = self.acceptable()?;
        let changed = proposal.changed_days();
        let chosen: BTreeSet<_> = days.iter().filter(|day| proposal.is_for(day)).cloned().collect();
        let left = changed.difference(&chosen).count();
        if left == changed.len() {
            return Err(Failure::new("nothing_chosen", values! {}));
        }
        if left == 0 && proposal.taken.is_empty() {
            return self.accept(hand);
        }
        let wrong = sound::wrong(&now, &proposal, &proposal.mixed(&now.station.schedule, &chosen));
        if left > 0 && !wrong.is_empty() {
            return Err(Failure {
                details: wrong.iter().map(detail).collect(),
                ..Failure::new("days_depend", values! { "count" => wrong.len() })
            });
        }
        let dates = || chosen.intersection(&changed).map(|(_, date)| *date);
        let channels: BTreeSet<_> = chosen.intersection(&changed).map(|(channel, _)| channel).collect();
        let text = |date: Option<BroadcastDate>| date.map(|date| date.to_string());
        let args = values! {
            "from" => text(dates().min()), "until" => text(dates().max()), "days" => dates().count(),
            "channels" => channels.len(), "channel" => channels.first().map(|channel| channel.as_str())
        };
        let change = if let Some(name) = &proposal.file {
            self.accept_import(&now, &proposal, &chosen, name, hand)?
        } else {
            let entry = entry("accept_days", args, hand);
            self.commit(&entry, |edit| {
                steps(&now, &chosen, &proposal.plan.airings).try_for_each(|step| take(&step, edit))
            })?
        };
        if left == 0 {
            self.discard()?;
        } else {
            let taken = proposal.taken.union(&chosen).cloned().collect();
            let file = proposal.file.as_deref();
            // Others may have come in between.
            let (asked, plan) = (&proposal.asked, &proposal.plan);
            let revision = match self.leaves(now.revision, change.number - 1, plan, &asked.channels, &now.index)? {
                true => change.number,
                false => now.revision,
            };
            self.write_proposal(asked, plan, &taken, revision, file)?;
        }
        Ok(change)
    }

    fn acceptable(&mut self) -> Result<(Loaded, std::sync::Arc<Proposal>), Failure> {
        let Some(proposal) = self.proposal()? else {
            return Err(Failure::new("no_proposal", values! {}));
        };
        if proposal.stale {
            return Err(Failure::new("proposal_stale", values! {}));
        }
        Ok((self.loaded()?.clone(), proposal))
    }
}

/// What accepting some days of a plan puts in place of what: all that starts within the days as they pass, days that follow each
/// other together, and what is of these days by its date although its channel's clock was another then. Airings are sorted by
/// channel and start; one channel's are copied at a time.
pub(super) fn steps(now: &Loaded, days: &BTreeSet<ChannelDate>, airings: &[Airing]) -> impl Iterator<Item = Step> {
    let mut by_channel: BTreeMap<&ChannelId, BTreeSet<BroadcastDate>> = BTreeMap::new();
    for (channel, date) in days {
        by_channel.entry(channel).or_default().insert(*date);
    }
    let all = by_channel.into_iter();
    all.flat_map(move |(channel, dates)| steps_on(now, channel, &dates, airings))
}

fn steps_on(now: &Loaded, channel: &ChannelId, dates: &BTreeSet<BroadcastDate>, airings: &[Airing]) -> Vec<Step> {
    let Some(clock) = now.index.clock_of(channel.as_str()) else {
        return Vec::new();
    };
    let spans = spans(clock, dates);
    let (before, then) = (of_channel(&now.station.schedule, channel), of_channel(airings, channel));
    let step = |from, until, airings| Step::Airings {
        channel: channel.clone(),
        from,
        until,
        airings,
    };
    let passed = spans
        .iter()
        .map(|&(from, until)| step(from, until, starting(then, from, until).to_vec()));
    let is_chosen = |airing: &&Airing| dates.contains(&airing.date);
    let is_stray = |airing: &&Airing| {
        let span = spans.partition_point(|&(_, until)| until <= airing.start);
        is_chosen(airing) && spans.get(span).is_none_or(|&(from, _)| airing.start < from)
    };
    let strays = before.iter().chain(then).filter(is_stray).map(|airing| airing.start);
    let strays = strays.collect::<BTreeSet<_>>().into_iter().map(|start| {
        let stays = starting(before, start, start + 1)
            .iter()
            .filter(|airing| !is_chosen(airing));
        let comes = starting(then, start, start + 1).iter().filter(is_chosen);
        step(start, start + 1, stays.chain(comes).cloned().collect())
    });
    passed.chain(strays).collect()
}

/// The days as they pass, days that follow each other together.
fn spans(clock: &ChannelClock, dates: &BTreeSet<BroadcastDate>) -> Vec<(Instant, Instant)> {
    let mut spans: Vec<(Instant, Instant)> = Vec::new();
    for &date in dates {
        let (from, until) = clock.day(date);
        match spans.last_mut().filter(|last| last.1 == from) {
            Some(last) => last.1 = until,
            None => spans.push((from, until)),
        }
    }
    spans
}

/// A channel's airings, of airings sorted by channel and start.
fn of_channel<'a>(airings: &'a [Airing], channel: &ChannelId) -> &'a [Airing] {
    let first = airings.partition_point(|airing| airing.channel < *channel);
    let last = airings.partition_point(|airing| airing.channel <= *channel);
    &airings[first..last]
}

/// What starts in [from, until), of a channel's airings sorted by start.
fn starting(airings: &[Airing], from: Instant, until: Instant) -> &[Airing] {
    let first = airings.partition_point(|airing| airing.start < from);
    let last = airings.partition_point(|airing| airing.start < until);
    &airings[first..last]
}

fn detail(finding: &Finding) -> Detail {
    let place = &finding.place;
    let parts = [
        place.channel.as_ref().map(ToString::to_string),
        place.start.clone(),
        place.version.as_ref().map(ToString::to_string),
    ];
    let code = match finding.code.as_str() {
        own @ ("strand_order" | "repeat_differs") => own,
        _ => "rule_broken",
    };
    let mut values = finding.values.clone();
    values.insert("rule".to_owned(), finding.code.clone().into());
    Detail {
        path: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        at: None,
        code: code.to_owned(),
        values,
    }
}
