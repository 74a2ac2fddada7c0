//! Where the episodes of a station are on air: what is asked of a week, or of an edit, is answered without a look at years.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{ChannelEntry, ChannelIx, EpisodeIx, Index};
use crate::airing::Airing;
use crate::id::ChannelId;
use crate::range::DateRange;
use crate::time::{BroadcastDate, Instant};

/// When and where the programmes of a station's schedule air, by episode.
#[derive(Clone, Debug, Default)]
pub(super) struct OnAir {
    by_episode: FxHashMap<EpisodeIx, Vec<(Instant, ChannelIx)>>,
    /// Whether the schedule is sorted by channel and start, as a station file's is; a document's may be in any order.
    is_sorted: bool,
}

impl OnAir {
    pub(super) fn of(schedule: &[Airing], index: &Index) -> Self {
        let mut by_episode: FxHashMap<EpisodeIx, Vec<_>> = FxHashMap::default();
        for (episode, place) in schedule.iter().filter_map(|one| place(index, one)) {
            by_episode.entry(episode).or_default().push(place);
        }
        by_episode.values_mut().for_each(|places| places.sort_unstable());
        Self {
            by_episode,
            is_sorted: schedule.is_sorted_by_key(|one| (&one.channel, one.start)),
        }
    }

    /// Puts in what is new, then takes out what is gone: something may be both.
    pub(super) fn renew(&mut self, new: &[Place], gone: &[Place]) {
        for &(episode, place) in new {
            let places = self.by_episode.entry(episode).or_default();
            let at = places.partition_point(|other| *other <= place);
            places.insert(at, place);
        }
        for (episode, place) in gone {
            let places = self.by_episode.get_mut(episode);
            if let Some(places) = places
                && let Ok(at) = places.binary_search(place)
            {
                places.remove(at);
            }
        }
    }
}

/// The episode of a programme airing, and when and where it starts.
pub(super) type Place = (EpisodeIx, (Instant, ChannelIx));

pub(super) fn place(index: &Index, airing: &Airing) -> Option<Place> {
    if !airing.origin.is_programme() {
        return None;
    }
    let version = index.version(airing.version.as_ref()?.as_str())?;
    let channel = index.channel(airing.channel.as_str())?;
    Some((index.versions[version.at()].episode, (airing.start, channel)))
}

impl Index {
    /// When and where an episode is on air in the station's schedule, in the order of time; not what history tells.
    pub fn on_air(&self, episode: EpisodeIx) -> &[(Instant, ChannelIx)] {
        self.on_air.by_episode.get(&episode).map_or(&[], Vec::as_slice)
    }

    /// The programme airings of some episodes in the station's schedule, in its order.
    pub fn airings_of<'s>(&self, schedule: &'s [Airing], episodes: &BTreeSet<EpisodeIx>) -> Vec<&'s Airing> {
        let is_of = |one: &Airing| place(self, one).is_some_and(|(episode, _)| episodes.contains(&episode));
        if !self.on_air.is_sorted {
            return schedule.iter().filter(|one| is_of(one)).collect();
        }
        let places = episodes.iter().flat_map(|episode| self.on_air(*episode)).copied();
        // Two pins of one channel may start together.
        let places: BTreeSet<(ChannelIx, Instant)> = places.map(|(start, channel)| (channel, start)).collect();
        let mut found: Vec<&Airing> = places
            .into_iter()
            .flat_map(|(channel, start)| starting(schedule, &self.channels[channel.at()].id, start, start + 1))
            .filter(|one| is_of(one))
            .collect();
        found.sort_by_key(|one| (&one.channel, one.start));
        found
    }

    /// The airings of a channel's broadcast dates in the station's schedule.
    pub fn airings_on<'s>(&self, schedule: &'s [Airing], channel: ChannelIx, range: DateRange) -> Vec<&'s Airing> {
        let entry = &self.channels[channel.at()];
        if self.on_air.is_sorted {
            return on_dates(schedule, entry, range).collect();
        }
        let own = schedule
            .iter()
            .filter(|one| one.channel == entry.id && range.holds(one.date));
        own.collect()
    }
}

/// The airings of a channel that start in [from, until), of a schedule sorted by channel and start.
pub fn starting<'a>(schedule: &'a [Airing], channel: &ChannelId, from: Instant, until: Instant) -> &'a [Airing] {
    let place = |at: Instant| schedule.partition_point(|one| (&one.channel, one.start) < (channel, at));
    &schedule[place(from)..place(until)]
}

/// The airings of a channel's broadcast dates, of a schedule sorted by channel and start. A date that a document gives an
/// airing may be the one beside the day in which it starts.
fn on_dates<'a>(schedule: &'a [Airing], channel: &ChannelEntry, range: DateRange) -> impl Iterator<Item = &'a Airing> {
    let begins = |date: BroadcastDate| channel.clock.day(date).0;
    let (from, until) = (begins(range.from.plus_days(-1)), begins(range.end().plus_days(1)));
    starting(schedule, &channel.id, from, until)
        .iter()
        .filter(move |one| range.holds(one.date))
}
