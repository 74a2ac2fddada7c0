//! What is on air so far: programme airings, indexed the ways the rules ask for them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::index::{ChannelIx, EpisodeIx, Index, LicenceEntry, LicenceIx, OfPool, ProgrammeIx, SeasonIx, VersionIx};
use crate::instance::{InstanceIx, Instances};
use crate::time::{BroadcastDate, DAY, Instant};

/// A programme airing as the rules judge it: placed, or thought of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Showing {
    /// The channel.
    pub channel: ChannelIx,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// Its start.
    pub start: Instant,
    /// What airs.
    pub version: VersionIx,
    /// Where it comes from.
    pub by: By,
    /// The licence it is charged to.
    pub licence: Option<LicenceIx>,
    /// The slot instance it stands in; none for pins and history.
    pub instance: Option<InstanceIx>,
    /// What it repeats.
    pub source: Option<ShowingIx>,
}

/// Where a programme airing comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It aired before the range.
    History {
        /// Whether it moved its strand on.
        moves_strand: bool,
    },
    /// A coordinator fixed it.
    Pin,
    /// The next episode of a strand.
    Sequel,
    /// The repeat of a sequel slot.
    Repeat,
    /// The repeat of a pool slot, placed after the pools.
    LateRepeat,
    /// Chosen from a pool.
    Pool,
}

impl By {
    /// Whether it moves its strand on.
    fn moves_strand(self) -> bool {
        matches!(self, Self::History { moves_strand: true } | Self::Pin | Self::Sequel)
    }

    /// Whether a holdback counts it as the first showing.
    fn may_be_first(self) -> bool {
        matches!(self, Self::History { .. } | Self::Pin | Self::Sequel)
    }
}

/// The number of a placed airing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShowingIx(u32);

/// Programme airings placed so far, history and pins among them.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// The station.
    pub index: &'a Index,
    /// The slot instances of the range.
    pub instances: &'a Instances,
    showings: Vec<Showing>,
    /// Whether each is on air: placed, and not taken off.
    on_air: Vec<bool>,
    by_time: BTreeMap<(ChannelIx, Instant, ShowingIx), Instant>,
    by_episode: FxHashMap<(ChannelIx, EpisodeIx), Vec<(Instant, ShowingIx)>>,
    counted_by_day: FxHashMap<(ChannelIx, BroadcastDate, ProgrammeIx), u32>,
    charged: FxHashMap<(LicenceIx, EpisodeIx), Vec<(ChannelIx, Instant)>>,
    strands: FxHashMap<(ChannelIx, SeasonIx), Vec<(Instant, u32)>>,
    in_instance: Vec<Option<ShowingIx>>,
    /// What is fixed and was calculated as a pool's, by channel and start.
    of_pools: FxHashMap<(ChannelIx, Instant), OfPool>,
}

impl<'a> Placed<'a> {
    /// Nothing on air yet.
    pub fn new(index: &'a Index, instances: &'a Instances) -> Self {
        Self {
            index,
            instances,
            showings: Vec::new(),
            on_air: Vec::new(),
            by_time: BTreeMap::new(),
            by_episode: FxHashMap::default(),
            counted_by_day: FxHashMap::default(),
            charged: FxHashMap::default(),
            strands: FxHashMap::default(),
            in_instance: vec![None; instances.len()],
            of_pools: FxHashMap::default(),
        }
    }

    /// Places an airing.
    pub fn place(&mut self, showing: Showing) -> ShowingIx {
        let number = ShowingIx(u32::try_from(self.showings.len()).unwrap_or(u32::MAX));
        self.showings.push(showing);
        self.on_air.push(false);
        self.enter(number);
        number
    }

    /// Takes an airing off, so that it can be judged against the others; [`Placed::put_back`] undoes it.
    pub fn take_off(&mut self, number: ShowingIx) {
        let one = self.showings[number.0 as usize];
        self.on_air[number.0 as usize] = false;
        let version = &self.index.versions[one.version.at()];
        self.by_time.remove(&(one.channel, one.start, number));
        if let Some(list) = self.by_episode.get_mut(&(one.channel, version.episode)) {
            list.retain(|&(_, other)| other != number);
        }
        if one.by != By::LateRepeat
            && let Some(count) = self.counted_by_day.get_mut(&(one.channel, one.date, version.programme))
        {
            *count = count.saturating_sub(1);
        }
        if let Some(licence) = one.licence
            && let Some(list) = self.charged.get_mut(&(licence, version.episode))
            && let Some(at) = list.iter().position(|&charge| charge == (one.channel, one.start))
        {
            list.remove(at);
        }
        if one.by.moves_strand()
            && let Some(strand) = self.strands.get_mut(&(one.channel, version.season))
        {
            let step = (one.start, self.index.episodes[version.episode.at()].place);
            if let Ok(at) = strand.binary_search(&step) {
                strand.remove(at);
            }
        }
        if let Some(instance) = one.instance {
            self.in_instance[instance.at()] = None;
        }
    }

    /// Puts an airing back that was taken off.
    pub fn put_back(&mut self, number: ShowingIx) {
        self.enter(number);
    }

    fn enter(&mut self, number: ShowingIx) {
        let one = self.showings[number.0 as usize];
        self.on_air[number.0 as usize] = true;
        let version = &self.index.versions[one.version.at()];
        if !matches!(one.by, By::History { .. }) {
            self.by_time
                .insert((one.channel, one.start, number), one.start + version.duration_ms);
        }
        insert_sorted(
            self.by_episode.entry((one.channel, version.episode)).or_default(),
            (one.start, number),
        );
        if one.by != By::LateRepeat {
            *self
                .counted_by_day
                .entry((one.channel, one.date, version.programme))
                .or_default() += 1;
        }
        if let Some(licence) = one.licence {
            insert_sorted(
                self.charged.entry((licence, version.episode)).or_default(),
                (one.channel, one.start),
            );
        }
        if one.by.moves_strand() {
            insert_sorted(
                self.strands.entry((one.channel, version.season)).or_default(),
                (one.start, self.index.episodes[version.episode.at()].place),
            );
        }
        if let Some(instance) = one.instance {
            self.in_instance[instance.at()] = Some(number);
        }
    }

    /// A placed airing.
    pub fn get(&self, number: ShowingIx) -> &Showing {
        &self.showings[number.0 as usize]
    }

    /// All that is on air, in the order of placing.
    pub fn iter(&self) -> impl Iterator<Item = (ShowingIx, &Showing)> {
        (0..)
            .map(ShowingIx)
            .zip(&self.showings)
            .filter(|(number, _)| self.on_air[number.0 as usize])
    }

    /// Whether an airing is on air: placed, and not taken off.
    pub fn is_on_air(&self, number: ShowingIx) -> bool {
        self.on_air[number.0 as usize]
    }

    /// Says that an airing repeats another, or none.
    pub fn set_source(&mut self, number: ShowingIx, source: Option<ShowingIx>) {
        self.showings[number.0 as usize].source = source;
    }

    /// The end of an airing.
    pub fn end_of(&self, showing: &Showing) -> Instant {
        showing.start + self.index.versions[showing.version.at()].duration_ms
    }

    /// What stands in a slot instance.
    pub fn in_instance(&self, instance: InstanceIx) -> Option<ShowingIx> {
        self.in_instance[instance.at()]
    }

    /// An airing of the channel that touches [start, end), the earliest. What aired before the range is not asked: it is over
    /// when the range begins, whatever its nominal duration says.
    pub fn touching(&self, channel: ChannelIx, start: Instant, end: Instant) -> Option<ShowingIx> {
        self.all_touching(channel, start, end).next()
    }

    /// The airings of the channel that touch [start, end), in time order; what aired before the range is not asked.
    pub fn all_touching(&self, channel: ChannelIx, start: Instant, end: Instant) -> impl Iterator<Item = ShowingIx> {
        let (first, last) = (ShowingIx(0), ShowingIx(u32::MAX));
        self.by_time
            .range((channel, start - DAY, first)..=(channel, end - 1, last))
            .filter(move |&(_, &until)| until > start)
            .map(|(&(_, _, number), _)| number)
    }

    /// The airings of the channel that start at an instant, in the order of placing; none that aired before the range.
    pub fn starting(&self, channel: ChannelIx, start: Instant) -> impl Iterator<Item = ShowingIx> {
        let (first, last) = (ShowingIx(0), ShowingIx(u32::MAX));
        self.by_time
            .range((channel, start, first)..=(channel, start, last))
            .map(|(&(_, _, number), _)| number)
    }

    /// The airings of an episode on a channel that start within [from, until], in time order.
    pub fn of_episode(
        &self,
        channel: ChannelIx,
        episode: EpisodeIx,
        from: Instant,
        until: Instant,
    ) -> impl Iterator<Item = &Showing> {
        let list = self.by_episode.get(&(channel, episode)).map_or(&[][..], Vec::as_slice);
        let first = list.partition_point(|&(start, _)| start < from);
        list[first..]
            .iter()
            .take_while(move |&&(start, _)| start <= until)
            .map(|&(_, number)| self.get(number))
    }

    /// The numbers of all airings of an episode on a channel, in time order.
    pub fn numbers_of_episode(&self, channel: ChannelIx, episode: EpisodeIx) -> impl Iterator<Item = ShowingIx> {
        let list = self.by_episode.get(&(channel, episode)).map_or(&[][..], Vec::as_slice);
        list.iter().map(|&(_, number)| number)
    }

    /// Whether an episode is on air on the channel at all.
    pub fn has_episode(&self, channel: ChannelIx, episode: EpisodeIx) -> bool {
        self.by_episode
            .get(&(channel, episode))
            .is_some_and(|list| !list.is_empty())
    }

    /// The first start of an episode on a channel that a holdback counts: history, pins and sequels, but nothing that is known to
    /// have been calculated as a pool's. So what is planned around it judges it as what it was planned with did.
    pub fn first_showing(&self, channel: ChannelIx, episode: EpisodeIx) -> Option<Instant> {
        self.by_episode
            .get(&(channel, episode))?
            .iter()
            .find(|&&(_, number)| {
                let one = self.get(number);
                one.by.may_be_first() && self.was(one).is_none()
            })
            .map(|&(start, _)| start)
    }

    /// Airings of a programme on a channel and broadcast date that the day limit counts: all but repeats of pool slots.
    pub fn on_day(&self, channel: ChannelIx, date: BroadcastDate, programme: ProgrammeIx) -> u32 {
        self.counted_by_day
            .get(&(channel, date, programme))
            .copied()
            .unwrap_or_default()
    }

    /// The place in its season of the episode that a strand shows last before an instant.
    pub fn strand_before(&self, channel: ChannelIx, season: SeasonIx, at: Instant) -> Option<u32> {
        let strand = self.strands.get(&(channel, season))?;
        let before = strand.partition_point(|&(start, _)| start < at);
        Some(strand[..before].last()?.1)
    }

    /// Runs of a licence that count for an airing's episode and channel, with the airing itself.
    pub fn runs(&self, licence: LicenceIx, showing: &Showing) -> u32 {
        let episode = self.index.versions[showing.version.at()].episode;
        let charges = self.counted(licence, showing.channel, episode);
        let own = (showing.channel, showing.start);
        let (before, after) = charges.split_at(charges.partition_point(|&charge| charge < own));
        let with_own = before.iter().chain([&own]).chain(after).copied();
        count_runs(&self.index.licences[licence.at()], with_own)
    }

    /// Runs of a licence that an episode has taken on a channel, or over all its channels where the licence shares them.
    pub fn runs_taken(&self, licence: LicenceIx, channel: ChannelIx, episode: EpisodeIx) -> u32 {
        let charges = self.counted(licence, channel, episode).iter().copied();
        count_runs(&self.index.licences[licence.at()], charges)
    }

    /// The airings of an episode that count for a licence's runs on a channel, by channel and start.
    fn counted(&self, licence: LicenceIx, channel: ChannelIx, episode: EpisodeIx) -> &[(ChannelIx, Instant)] {
        let charges = self.charged.get(&(licence, episode)).map_or(&[][..], Vec::as_slice);
        if self.index.licences[licence.at()].shared {
            return charges;
        }
        let first = charges.partition_point(|&(own, _)| own < channel);
        let count = charges[first..].partition_point(|&(own, _)| own == channel);
        &charges[first..first + count]
    }

    /// How many fixed airings are charged to a licence for an episode that repeat what a pool showed: with that they are of one run.
    pub fn repeats_charged(&self, licence: LicenceIx, episode: EpisodeIx) -> usize {
        let charges = self.charged.get(&(licence, episode)).map_or(&[][..], Vec::as_slice);
        let is_repeat = |place: &&(ChannelIx, Instant)| matches!(self.of_pools.get(place), Some(OfPool::Repeat { .. }));
        charges.iter().filter(is_repeat).count()
    }

    /// Every licence and episode with a charge, and the channels that it is charged on.
    pub fn charges(&self) -> impl Iterator<Item = (LicenceIx, EpisodeIx, Vec<ChannelIx>)> {
        self.charged.iter().map(|(&(licence, episode), charges)| {
            let mut channels: Vec<ChannelIx> = charges.iter().map(|&(channel, _)| channel).collect();
            channels.dedup();
            (licence, episode, channels)
        })
    }

    /// Whether every run of a licence for an episode on a channel is taken: an airing that opens another is refused.
    pub fn is_spent(&self, licence: LicenceIx, channel: ChannelIx, episode: EpisodeIx) -> bool {
        let max = self.index.licences[licence.at()].max_runs;
        max.is_some_and(|max| self.runs_taken(licence, channel, episode) >= max)
    }

    /// Whether a licence has a run left for an airing.
    pub fn has_run_left(&self, licence: LicenceIx, showing: &Showing) -> bool {
        match self.index.licences[licence.at()].max_runs {
            None => true,
            Some(max) => self.runs(licence, showing) <= max,
        }
    }

    /// The first listed licence that covers an airing and has a run left for it.
    pub fn licence_for(&self, showing: &Showing) -> Option<LicenceIx> {
        self.index
            .covering(showing.version, showing.channel, showing.date)
            .find(|&licence| self.has_run_left(licence, showing))
    }

    /// The airing charged to the first listed licence with a run left for it.
    #[must_use]
    pub fn charge(&self, showing: Showing) -> Showing {
        Showing {
            licence: self.licence_for(&showing),
            ..showing
        }
    }

    /// Says what fixed airings were calculated as.
    pub fn set_of_pools(&mut self, fixed: impl Iterator<Item = (ChannelIx, Instant, OfPool)>) {
        self.of_pools = fixed
            .map(|(channel, start, of_pool)| ((channel, start), of_pool))
            .collect();
    }

    /// Whether an airing is of a pool and keeps its gap: planned now, or accepted around what is planned.
    pub fn is_of_pool(&self, showing: &Showing) -> bool {
        showing.by == By::Pool || self.was(showing) == Some(OfPool::Airing)
    }

    /// What a fixed airing was calculated as.
    fn was(&self, showing: &Showing) -> Option<OfPool> {
        let is_fixed = matches!(showing.by, By::History { .. } | By::Pin);
        let was = || self.of_pools.get(&(showing.channel, showing.start)).copied();
        if is_fixed { was() } else { None }
    }

    /// Whether an airing is a repeat of another, directly or in a chain.
    pub fn repeats(&self, showing: &Showing, other: &Showing) -> bool {
        let mut step = Some(showing);
        while let Some(repeat) = step {
            if self.was(repeat) == Some(OfPool::Repeat { of: other.start }) && repeat.channel == other.channel {
                return true;
            }
            step = repeat.source.map(|number| self.get(number));
            if step == Some(other) {
                return true;
            }
        }
        false
    }
}

/// Runs of charges in order of channel and time: the first opens a run, each that starts at most the licence's rerun time
/// after that belongs to it, the next opens another.
fn count_runs(licence: &LicenceEntry, charges: impl Iterator<Item = (ChannelIx, Instant)>) -> u32 {
    let (mut runs, mut opened) = (0, None);
    for (channel, start) in charges {
        match opened {
            Some((own, first)) if own == channel && start - first <= licence.rerun_ms => {}
            _ => (runs, opened) = (runs + 1, Some((channel, start))),
        }
    }
    runs
}

fn insert_sorted<T: Ord>(list: &mut Vec<T>, one: T) {
    let at = list.partition_point(|other| *other <= one);
    list.insert(at, one);
}
