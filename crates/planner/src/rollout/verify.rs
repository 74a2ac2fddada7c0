//! What really airs: the proposal is judged by a plan of the station that holds it.

use std::collections::{HashMap, HashSet};

use arna_domain::finding::Place;
use arna_domain::index::{ChannelIx, EpisodeIx};
use arna_domain::rollout::{Proposal, State};
use arna_domain::{Airing, Finding, Instant, Origin, Plan, Severity, SlotId, values};

use super::check::Work;
use super::draft::{Draft, Promise};

/// Says of each promise whether it airs, with its repeats; what does not, or not first, is a finding.
pub(super) fn state_what_airs(work: &Work<'_>, draft: &Draft, plan: &Plan, proposal: &mut Proposal) {
    let aired = Aired::of(work, plan, proposal);
    for promise in &draft.promises {
        let key = (promise.channel, promise.episode);
        let is_on_air = aired
            .sequels
            .contains(&(promise.channel, promise.start, promise.episode));
        let state = match (is_on_air, promise.waits) {
            (true, _) => State::Airs,
            (false, true) => State::Waits,
            (false, false) => State::Fails,
        };
        if state == State::Fails {
            proposal.findings.push(not_as_promised(work, plan, promise));
        }
        if let Some((start, origin)) = aired.first.get(&key).filter(|(start, _)| *start < promise.start) {
            let start = work.index.channels[promise.channel.at()].clock.text(*start);
            let values = values! { "episode" => episode(work, promise), "at" => start, "origin" => origin.as_str() };
            proposal
                .findings
                .push(finding("shown_earlier", Severity::Warning, work, promise, values));
        }
        let repeats = aired.repeats.get(&key).cloned().unwrap_or_default();
        proposal.premieres.push(promise.premiere(work, state, repeats));
    }
}

/// What a plan airs of the work.
struct Aired {
    sequels: HashSet<(ChannelIx, Instant, EpisodeIx)>,
    first: HashMap<(ChannelIx, EpisodeIx), (Instant, Origin)>,
    repeats: HashMap<(ChannelIx, EpisodeIx), Vec<Instant>>,
}

impl Aired {
    fn of(work: &Work<'_>, plan: &Plan, proposal: &Proposal) -> Self {
        let own: HashSet<&SlotId> = proposal.slots.iter().map(|slot| &slot.id).collect();
        let mut aired = Self {
            sequels: HashSet::new(),
            first: HashMap::new(),
            repeats: HashMap::new(),
        };
        for airing in plan.airings.iter().filter(|airing| airing.origin.is_programme()) {
            let Some(key) = key(work, airing) else { continue };
            let first = aired.first.entry(key).or_insert((airing.start, airing.origin));
            if airing.start < first.0 {
                *first = (airing.start, airing.origin);
            }
            if !airing.slot.as_ref().is_some_and(|slot| own.contains(slot)) {
                continue;
            }
            if airing.origin == Origin::Repeat {
                aired.repeats.entry(key).or_default().push(airing.start);
            } else {
                aired.sequels.insert((key.0, airing.start, key.1));
            }
        }
        aired
    }
}

fn key(work: &Work<'_>, airing: &Airing) -> Option<(ChannelIx, EpisodeIx)> {
    let version = work.index.version(airing.version.as_ref()?.as_str())?;
    let channel = work.index.channel(airing.channel.as_str())?;
    Some((channel, work.index.versions[version.at()].episode))
}

/// A promise that the plan does not keep, with the first refusal of its slot.
fn not_as_promised(work: &Work<'_>, plan: &Plan, promise: &Promise) -> Finding {
    let open = plan
        .open
        .iter()
        .find(|open| open.slot == promise.slot && open.date == promise.date);
    let refusal = open.and_then(|open| open.refusals.first());
    let values = values! { "episode" => episode(work, promise), "refusal" => refusal.map(|one| one.code.as_str()) };
    finding("not_as_promised", Severity::Error, work, promise, values)
}

fn episode<'a>(work: &Work<'a>, promise: &Promise) -> &'a str {
    work.index.episodes[promise.episode.at()].id.as_str()
}

fn finding(code: &str, severity: Severity, work: &Work<'_>, promise: &Promise, values: arna_domain::Values) -> Finding {
    let channel = &work.index.channels[promise.channel.at()];
    Finding {
        code: code.to_owned(),
        severity,
        place: Place {
            channel: Some(channel.id.clone()),
            slot: Some(promise.slot.clone()),
            date: Some(promise.date),
            start: Some(channel.clock.text(promise.start)),
            version: None,
        },
        values,
    }
}
