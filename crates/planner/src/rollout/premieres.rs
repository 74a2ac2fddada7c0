//! The order of premieres: from when on each channel may show an episode, in real hours, whatever its clock does.

use std::collections::HashMap;

use arna_domain::index::{ChannelIx, EpisodeIx, Fixed, SeasonIx};
use arna_domain::restriction::Holdback;
use arna_domain::slot::{Fill, Hold};
use arna_domain::time::{HOUR, MINUTE};
use arna_domain::{Instant, Origin, Plan, Station};

use super::RolloutError;
use super::check::{Work, rank};

/// Whoever comes after comes later by a minute at least, also where no hours are asked for: at the same instant nobody is first.
const AFTER: i64 = MINUTE;

/// From when on an episode may start on a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Whenever the window allows.
    Anytime,
    /// Not before this instant; `waits` where that counts on a version that is missing.
    From { at: Instant, waits: bool },
    /// Never: this channel is to show it first, and does not.
    Never(ChannelIx),
}

/// An episode's first start on a channel.
#[derive(Clone, Copy, Debug)]
struct Sighting {
    at: Instant,
    waits: bool,
}

/// Who shows what first, as far as it is known.
pub(super) struct Seen {
    first: HashMap<(ChannelIx, EpisodeIx), Sighting>,
    /// The place in its season of what a channel showed last before the windows.
    strands: HashMap<(ChannelIx, SeasonIx), (Instant, u32)>,
    /// The last first start on the targets that come earlier in the order of premieres.
    earlier: HashMap<EpisodeIx, Sighting>,
    /// The same, with the targets of the place under way.
    with_own: HashMap<EpisodeIx, Sighting>,
    place: Option<u32>,
    /// The channel that the proposal lets show the work first.
    pub(super) first_channel: Option<ChannelIx>,
}

impl Seen {
    /// What is known before anything is placed. The grid is planned where a channel that others wait for is no target.
    pub(super) fn of(
        work: &Work<'_>,
        planned: impl FnOnce(&Station) -> Result<Plan, RolloutError>,
    ) -> Result<Self, RolloutError> {
        let mut seen = Self {
            first: HashMap::new(),
            strands: HashMap::new(),
            earlier: HashMap::new(),
            with_own: HashMap::new(),
            place: None,
            first_channel: first_channel(work),
        };
        let before = |one: &&Fixed| one.date < work.range.from;
        for one in work.index.history.iter().chain(work.index.pins.iter().filter(before)) {
            seen.note_strand(work, one);
        }
        for one in work.index.history.iter().chain(&work.index.pins) {
            seen.note_first(
                one.channel,
                work.index.versions[one.version.at()].episode,
                one.start,
                false,
            );
        }
        if waits_for_others(work) {
            let plan = planned(&without_pools(work.station))?;
            for airing in plan.airings.iter().filter(|airing| airing.origin == Origin::Sequel) {
                let version = airing.version.as_ref().and_then(|id| work.index.version(id.as_str()));
                if let (Some(channel), Some(version)) = (work.index.channel(airing.channel.as_str()), version) {
                    let episode = work.index.versions[version.at()].episode;
                    seen.note_first(channel, episode, airing.start, false);
                }
            }
        }
        Ok(seen)
    }

    fn note_strand(&mut self, work: &Work<'_>, one: &Fixed) {
        if !one.moves_strand {
            return;
        }
        let version = &work.index.versions[one.version.at()];
        let step = (one.start, work.index.episodes[version.episode.at()].place);
        let last = self.strands.entry((one.channel, version.season)).or_insert(step);
        *last = step.max(*last);
    }

    fn note_first(&mut self, channel: ChannelIx, episode: EpisodeIx, at: Instant, waits: bool) {
        let own = Sighting { at, waits };
        let first = self.first.entry((channel, episode)).or_insert(own);
        if at < first.at {
            *first = own;
        }
    }

    /// The place of the episode after which a channel's strand goes on.
    pub(super) fn strand(&self, channel: ChannelIx, season: SeasonIx) -> Option<u32> {
        self.strands.get(&(channel, season)).map(|&(_, place)| place)
    }

    /// A target of this place in the order of premieres is next.
    pub(super) fn turn_to(&mut self, place: u32) {
        if self.place != Some(place) {
            self.place = Some(place);
            self.earlier.clone_from(&self.with_own);
        }
    }

    /// A target shows an episode.
    pub(super) fn note(&mut self, channel: ChannelIx, episode: EpisodeIx, at: Instant, waits: bool) {
        self.note_first(channel, episode, at, waits);
        let Some(&own) = self.first.get(&(channel, episode)) else {
            return;
        };
        let last = self.with_own.entry(episode).or_insert(own);
        if last.at < own.at {
            *last = own;
        }
    }

    /// From when on a target's channel may show an episode.
    pub(super) fn need(&self, work: &Work<'_>, channel: ChannelIx, episode: EpisodeIx) -> Need {
        let season = work.index.episodes[episode.at()].season;
        let hours = i64::from(work.rollout.holdback_hours) * HOUR;
        let own = self.first_channel.filter(|_| !self.is_kept_already(work, season));
        let holdbacks = work.index.seasons[season.at()].holdbacks.iter().copied();
        let mut need = Need::Anytime;
        for (first, wait_ms) in holdbacks.chain(own.map(|first| (first, hours))) {
            if first == channel {
                continue;
            }
            match self.first.get(&(first, episode)) {
                None => return Need::Never(first),
                Some(seen) => need = later(need, seen.at + wait_ms.max(AFTER), seen.waits),
            }
        }
        // Nothing but the dates keeps this order, so what waits for a version there is not waited for.
        match self.earlier.get(&episode) {
            Some(seen) => later(need, seen.at + hours.max(AFTER), false),
            None => need,
        }
    }

    /// Whether the station has a holdback of the season already, beside which another would let nobody be first.
    fn is_kept_already(&self, work: &Work<'_>, season: SeasonIx) -> bool {
        let holdbacks = &work.index.seasons[season.at()].holdbacks;
        let hours = i64::from(work.rollout.holdback_hours) * HOUR;
        holdbacks
            .iter()
            .any(|&(first, wait_ms)| Some(first) != self.first_channel || wait_ms >= hours)
    }

    /// The holdbacks to add, so that the order holds whatever is planned later.
    pub(super) fn holdbacks(&self, work: &Work<'_>) -> Vec<Holdback> {
        let Some(first) = self.first_channel else {
            return Vec::new();
        };
        let seasons = work.seasons.iter().copied();
        seasons
            .filter(|&season| !self.is_kept_already(work, season))
            .map(|season| Holdback {
                season: work.index.seasons[season.at()].id.clone(),
                first_channel: work.index.channels[first.at()].id.clone(),
                hours: work.rollout.holdback_hours,
            })
            .collect()
    }
}

fn later(need: Need, at: Instant, waits: bool) -> Need {
    match need {
        Need::From {
            at: other,
            waits: so_far,
        } => Need::From {
            at: at.max(other),
            waits: waits || so_far,
        },
        Need::Anytime | Need::Never(_) => Need::From { at, waits },
    }
}

/// The one channel that comes before all others in the order of premieres.
fn first_channel(work: &Work<'_>) -> Option<ChannelIx> {
    let &first = work.order.first()?;
    let place = rank(work.target(first));
    let second = work.order.get(1).map(|&second| rank(work.target(second)));
    second.filter(|&second| place < second).map(|_| work.channels[first])
}

/// Whether a holdback of the work waits for a channel that is no target.
fn waits_for_others(work: &Work<'_>) -> bool {
    let mut holdbacks = work
        .seasons
        .iter()
        .flat_map(|season| &work.index.seasons[season.at()].holdbacks);
    holdbacks.any(|(first, _)| !work.channels.contains(first))
}

/// The station with pools that nothing is chosen for and without breaks: sequels air as they do, and planning it is quick.
pub(super) fn without_pools(station: &Station) -> Station {
    let mut station = station.clone();
    for slot in &mut station.slots {
        if let Fill::Pool(_) = slot.fill {
            slot.fill = Fill::Hold(Hold {
                title: String::new(),
                language: None,
            });
        }
    }
    station.campaigns.clear();
    station.campaign_targets.clear();
    station.fillers.clear();
    station
}
