//! What is on air so far, as one plain list: every question is answered by looking through all of it.

use super::grid::Instance;
use super::station::Station;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    History {
        moves_strand: bool,
    },
    Pin,
    Sequel,
    /// `late`: of a pool slot, placed after the pools.
    Repeat {
        late: bool,
    },
    Pool,
}

/// A programme airing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Showing {
    pub(super) channel: usize,
    pub(super) date: i64,
    pub(super) start: i64,
    pub(super) version: usize,
    pub(super) origin: Origin,
    pub(super) licence: Option<usize>,
    /// Its instance, by number.
    pub(super) instance: Option<usize>,
    /// What it repeats, by its number on air.
    pub(super) source: Option<usize>,
}

#[derive(Clone)]
pub(super) struct OnAir<'a> {
    pub(super) station: &'a Station,
    pub(super) instances: &'a [Instance],
    pub(super) all: Vec<Showing>,
}

impl<'a> OnAir<'a> {
    /// Step 1: history and pins. Those that name a licence are charged first, the others in time order.
    pub(super) fn fixed(station: &'a Station, instances: &'a [Instance]) -> Self {
        let mut air = Self {
            station,
            instances,
            all: Vec::new(),
        };
        let history = station.history.iter().map(|one| {
            let moves_strand = one.moves_strand;
            (one, Origin::History { moves_strand })
        });
        let pins = station.pins.iter().map(|one| (one, Origin::Pin));
        let mut fixed: Vec<Showing> = history
            .chain(pins)
            .map(|(one, origin)| Showing {
                channel: one.channel,
                date: one.date,
                start: one.start,
                version: one.version,
                origin,
                licence: one.licence,
                instance: None,
                source: None,
            })
            .collect();
        fixed.sort_by_key(|one| {
            (
                one.licence.is_none(),
                one.start,
                station.channels[one.channel].id.clone(),
            )
        });
        for one in fixed {
            let licence = one.licence.or_else(|| air.licence_for(&one));
            air.all.push(Showing { licence, ..one });
        }
        air
    }

    pub(super) fn end_of(&self, one: &Showing) -> i64 {
        one.start + self.station.versions[one.version].ms
    }

    pub(super) fn episode_of(&self, one: &Showing) -> usize {
        self.station.versions[one.version].episode
    }

    pub(super) fn in_instance(&self, instance: usize) -> Option<usize> {
        self.all.iter().position(|one| one.instance == Some(instance))
    }

    /// The same without one of its airings.
    pub(super) fn without(&self, number: usize) -> Vec<Showing> {
        let mut others = self.all.clone();
        others.remove(number);
        others
    }

    /// The licences that cover an airing, as listed.
    pub(super) fn covering(&self, one: &Showing) -> impl Iterator<Item = usize> {
        let (version, channel, date) = (one.version, one.channel, one.date);
        let station = self.station;
        (0..station.licences.len()).filter(move |&licence| station.covers(licence, version, channel, date))
    }

    pub(super) fn has_run_left(&self, licence: usize, one: &Showing) -> bool {
        let most = self.station.licences[licence].max_runs;
        most.is_none_or(|most| runs(self.station, &self.all, licence, one) <= most)
    }

    /// The first listed licence that covers an airing and has a run left for it.
    pub(super) fn licence_for(&self, one: &Showing) -> Option<usize> {
        self.covering(one).find(|&licence| self.has_run_left(licence, one))
    }

    /// The episode a strand comes to: the one after the season's latest airing on the channel that starts before.
    pub(super) fn next_episode(&self, season: usize, restarts: bool, channel: usize, before: i64) -> Option<usize> {
        let moves = |one: &&Showing| match one.origin {
            Origin::History { moves_strand } => moves_strand,
            Origin::Pin | Origin::Sequel => true,
            Origin::Repeat { .. } | Origin::Pool => false,
        };
        let place = |one: &Showing| self.station.episodes[self.episode_of(one)].place;
        let latest = self
            .all
            .iter()
            .filter(moves)
            .filter(|one| one.channel == channel && one.start < before)
            .filter(|one| self.station.episodes[self.episode_of(one)].season == season)
            // Of two that start together, which only pins do, the later episode counts.
            .max_by_key(|one| (one.start, place(one)));
        let episodes = &self.station.seasons[season].episodes;
        let next = latest.map_or(0, |one| place(one) + 1);
        episodes
            .get(next)
            .or_else(|| episodes.first().filter(|_| restarts))
            .copied()
    }

    /// Whether one airing repeats another, directly or along a chain.
    pub(super) fn repeats(&self, one: &Showing, other: &Showing) -> bool {
        let mut source = one.source;
        while let Some(number) = source {
            if self.all[number] == *other {
                return true;
            }
            source = self.all[number].source;
        }
        false
    }
}

/// Runs of a licence that count for an airing's episode and channel, the airing among them.
pub(super) fn runs(station: &Station, others: &[Showing], licence: usize, one: &Showing) -> usize {
    let entry = &station.licences[licence];
    let episode = |showing: &Showing| station.versions[showing.version].episode;
    let mut counted: Vec<(usize, i64)> = others
        .iter()
        .filter(|other| other.licence == Some(licence) && episode(other) == episode(one))
        .filter(|other| entry.shared || other.channel == one.channel)
        .map(|other| (other.channel, other.start))
        .collect();
    counted.push((one.channel, one.start));
    counted.sort_unstable();
    let mut opened: Vec<(usize, i64)> = Vec::new();
    for (channel, start) in counted {
        let belongs = opened
            .last()
            .is_some_and(|&(own, first)| own == channel && start - first <= entry.rerun_ms);
        if !belongs {
            opened.push((channel, start));
        }
    }
    opened.len()
}
