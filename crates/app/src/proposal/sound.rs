//! Whether a schedule that takes some days of a proposal holds together: what a part breaks that neither what is accepted nor the
//! whole proposal breaks.

use std::collections::{HashMap, HashSet};

use arna_domain::finding::Place;
use arna_domain::index::{EpisodeIx, FillEntry, VersionIx};
use arna_domain::{Airing, BroadcastDate, Finding, Index, Instant, Origin, Severity, SlotId, values};

use super::Proposal;
use crate::desk::Loaded;
use crate::planning;

/// What is wrong with a schedule that is right now and in the whole proposal.
pub(super) fn wrong(now: &Loaded, proposal: &Proposal, schedule: &[Airing]) -> Vec<Finding> {
    let all = |schedule: &[Airing]| errors(&now.index, proposal, schedule);
    let known = proposal.known.get_or_init(|| {
        let (accepted, whole) = (all(&now.station.schedule), all(&proposal.then.schedule));
        accepted.iter().chain(&whole).map(name).collect()
    });
    let mut wrong = all(schedule);
    wrong.retain(|finding| !known.contains(&name(finding)));
    wrong
}

fn errors(index: &Index, proposal: &Proposal, schedule: &[Airing]) -> Vec<Finding> {
    let range = proposal.plan.range;
    let within: Vec<Airing> = schedule
        .iter()
        .filter(|airing| range.holds(airing.date))
        .cloned()
        .collect();
    let mut all = arna_planner::broken_by(&planning::judged_in(index, schedule, range), range, &within);
    all.retain(|finding| finding.severity == Severity::Error);
    all.extend(strands(index, schedule));
    all.extend(repeats(index, schedule));
    all
}

/// What tells findings apart: what is wrong, where, with what.
fn name(finding: &Finding) -> String {
    let Place {
        channel,
        start,
        version,
        ..
    } = &finding.place;
    format!("{} {channel:?} {start:?} {version:?}", finding.code)
}

/// A step of a season's walk on a channel.
struct Walked<'a> {
    start: Instant,
    version: VersionIx,
    /// The airing of the schedule, where it is a sequel.
    sequel: Option<&'a Airing>,
}

/// Sequels that are not the episode after the one before.
fn strands(index: &Index, schedule: &[Airing]) -> Vec<Finding> {
    let mut walks: HashMap<_, Vec<Walked<'_>>> = HashMap::new();
    let mut seen = HashSet::new();
    for airing in schedule
        .iter()
        .filter(|airing| matches!(airing.origin, Origin::Pin | Origin::Sequel))
    {
        let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
        let (Some(channel), Some(version)) = (index.channel(airing.channel.as_str()), version) else {
            continue;
        };
        seen.insert((channel, airing.start));
        let season = index.versions[version.at()].season;
        walks.entry((channel, season)).or_default().push(Walked {
            start: airing.start,
            version,
            sequel: (airing.origin == Origin::Sequel).then_some(airing),
        });
    }
    for one in index.history.iter().filter(|one| one.moves_strand) {
        if !seen.contains(&(one.channel, one.start)) {
            let season = index.versions[one.version.at()].season;
            walks.entry((one.channel, season)).or_default().push(Walked {
                start: one.start,
                version: one.version,
                sequel: None,
            });
        }
    }
    let mut found = Vec::new();
    for ((channel, season), mut walk) in walks {
        walk.sort_by_key(|one| one.start);
        let episodes = u32::try_from(index.seasons[season.at()].episodes.len()).unwrap_or(u32::MAX);
        let place = |one: &Walked<'_>| index.episodes[index.versions[one.version.at()].episode.at()].place;
        for (at, one) in walk.iter().enumerate() {
            let Some(airing) = one.sequel else { continue };
            let before = walk[..at].last().map(place);
            let next = before.map_or(0, |before| before + 1);
            let begins_again = next >= episodes && place(one) == 0;
            if place(one) != next && !begins_again {
                let after = before.map(|place| index.seasons[season.at()].episodes.start + place);
                let after = after.map(|number| index.episodes[EpisodeIx(number).at()].id.to_string());
                let clock = &index.channels[channel.at()].clock;
                let episode = &index.episodes[index.versions[one.version.at()].episode.at()].id;
                found.push(Finding {
                    code: "strand_order".to_owned(),
                    severity: Severity::Error,
                    place: place_of(airing, clock.text(airing.start)),
                    values: values! { "episode" => episode.to_string(), "after" => after },
                });
            }
        }
    }
    found.sort_by(|a, b| (&a.place.channel, &a.place.start).cmp(&(&b.place.channel, &b.place.start)));
    found
}

/// Repeats that show something else than what they repeat.
fn repeats(index: &Index, schedule: &[Airing]) -> Vec<Finding> {
    let in_slots: HashMap<(&SlotId, BroadcastDate), &Airing> = schedule
        .iter()
        .filter(|airing| airing.origin.is_programme())
        .filter_map(|airing| Some(((airing.slot.as_ref()?, airing.date), airing)))
        .collect();
    let mut found = Vec::new();
    for airing in schedule.iter().filter(|airing| airing.origin == Origin::Repeat) {
        let slot = airing.slot.as_ref().and_then(|slot| index.slot(slot.as_str()));
        let Some(FillEntry::Repeat { of, days_after, .. }) = slot.map(|slot| &index.slots[slot.at()].fill) else {
            continue;
        };
        let of = &index.slots[of.at()].id;
        let source = in_slots.get(&(of, airing.date.plus_days(-i64::from(*days_after))));
        if let Some(source) = source.filter(|source| source.version != airing.version) {
            let channel = index.channel(airing.channel.as_str());
            let start = channel.map(|channel| index.channels[channel.at()].clock.text(airing.start));
            found.push(Finding {
                code: "repeat_differs".to_owned(),
                severity: Severity::Error,
                place: place_of(airing, start.unwrap_or_default()),
                values: values! {
                    "of" => of.to_string(), "shows" => airing.version.as_ref().map(ToString::to_string),
                    "showed" => source.version.as_ref().map(ToString::to_string),
                    "date" => source.date.to_string()
                },
            });
        }
    }
    found
}

fn place_of(airing: &Airing, start: String) -> Place {
    Place {
        channel: Some(airing.channel.clone()),
        slot: airing.slot.clone(),
        date: Some(airing.date),
        start: Some(start),
        version: airing.version.clone(),
    }
}
