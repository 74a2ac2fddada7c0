//! A station with every reference resolved: what rules and planner read.
//!
//! Having an [`Index`] is the proof that the station can be worked with: [`Index::of`] is the only way to get one and refuses
//! what [`Invalid`] describes, with its path. Things are numbered in document order, so order by number is order in the
//! document.

mod catalogue;
mod grid;
mod invalid;
mod on_air;
mod rest;

use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

pub use invalid::Invalid;
pub use on_air::starting;
use rustc_hash::FxHashMap;

use crate::airing::Airing;
use crate::catalogue::Order;
use crate::id::{CampaignId, ChannelId, EpisodeId, LicenceId, ProgrammeId, SeasonId, SlotId, VersionId};
use crate::language::Language;
use crate::plan::Plan;
use crate::slot::Then;
use crate::station::Station;
use crate::time::{BroadcastDate, ChannelClock, GridTime, Instant, Weekday, Zones};

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// Its place in the index's list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

numbers! {
    /// The number of a channel.
    ChannelIx
    /// The number of a programme.
    ProgrammeIx
    /// The number of a season, over all programmes.
    SeasonIx
    /// The number of an episode, over all seasons.
    EpisodeIx
    /// The number of a version, over all episodes.
    VersionIx
    /// The number of a licence.
    LicenceIx
    /// The number of a slot.
    SlotIx
    /// The number of a campaign.
    CampaignIx
    /// The number of a language, in alphabetical order.
    LanguageIx
    /// The number of a tag or kind.
    WordIx
}

/// A station with every reference resolved.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Channels.
    pub channels: Vec<ChannelEntry>,
    /// Programmes.
    pub programmes: Vec<ProgrammeEntry>,
    /// Seasons; a programme's are consecutive.
    pub seasons: Vec<SeasonEntry>,
    /// Episodes; a season's are consecutive.
    pub episodes: Vec<EpisodeEntry>,
    /// Versions; an episode's are consecutive.
    pub versions: Vec<VersionEntry>,
    /// Licences.
    pub licences: Vec<LicenceEntry>,
    /// Slots.
    pub slots: Vec<SlotEntry>,
    /// Campaigns.
    pub campaigns: Vec<CampaignEntry>,
    /// Fillers, in document order, each once.
    pub fillers: Vec<VersionIx>,
    /// Pins, in document order.
    pub pins: Vec<Fixed>,
    /// History, in document order.
    pub history: Vec<Fixed>,
    /// Languages, sorted.
    pub languages: Vec<Language>,
    words: FxHashMap<String, WordIx>,
    by_kind: FxHashMap<WordIx, Vec<ProgrammeIx>>,
    by_tag: FxHashMap<WordIx, Vec<ProgrammeIx>>,
    /// For each channel the programmes of which a licence names it, in document order.
    licensed_on: Vec<Vec<ProgrammeIx>>,
    /// For each channel the versions that it holds licences of, found when they are first asked for. Shared: it tells of the catalogue
    /// and its licences alone, and no copy changes these.
    licensed_versions: Arc<[OnceLock<Vec<VersionIx>>]>,
    /// Shared: whoever copies an index to plan with it asks nothing of the schedule.
    on_air: Arc<on_air::OnAir>,
    by_id: ById,
}

#[derive(Clone, Debug, Default)]
struct ById {
    channels: FxHashMap<ChannelId, ChannelIx>,
    programmes: FxHashMap<ProgrammeId, ProgrammeIx>,
    seasons: FxHashMap<SeasonId, SeasonIx>,
    episodes: FxHashMap<EpisodeId, EpisodeIx>,
    versions: FxHashMap<VersionId, VersionIx>,
    licences: FxHashMap<LicenceId, LicenceIx>,
    slots: FxHashMap<SlotId, SlotIx>,
    campaigns: FxHashMap<CampaignId, CampaignIx>,
}

/// A channel.
#[derive(Clone, Debug)]
pub struct ChannelEntry {
    /// Its id.
    pub id: ChannelId,
    /// Its place among all channels in the order of their ids.
    pub rank: u32,
    /// Its clock.
    pub clock: ChannelClock,
    /// Languages and their least share in percent.
    pub quotas: Vec<(LanguageIx, u8)>,
    /// Restricted ratings and the window in which each may air.
    pub rating_hours: Vec<(String, GridTime, GridTime)>,
    /// Its blackouts, in order of time.
    pub blackouts: Vec<BlackoutEntry>,
    /// Its slots, in document order.
    pub slots: Vec<SlotIx>,
}

/// A blackout of a channel.
#[derive(Clone, Debug)]
pub struct BlackoutEntry {
    /// Its beginning.
    pub from: Instant,
    /// Its end, not included.
    pub until: Instant,
    /// The tags it keeps off; empty: everything.
    pub tags: Vec<WordIx>,
}

/// A programme.
#[derive(Clone, Debug)]
pub struct ProgrammeEntry {
    /// Its id.
    pub id: ProgrammeId,
    /// Its kind.
    pub kind: WordIx,
    /// Its tags.
    pub tags: Vec<WordIx>,
    /// Whether its episodes must air in order.
    pub order: Order,
    /// Airings per channel and broadcast date that a pool keeps to.
    pub max_per_day: u32,
    /// Whether it is a promo or filler.
    pub is_break_material: bool,
    /// Its seasons.
    pub seasons: std::ops::Range<u32>,
    /// Its versions, over all seasons.
    pub versions: std::ops::Range<u32>,
    /// The licences that name it, in document order.
    pub licences: Vec<LicenceIx>,
}

/// A season.
#[derive(Clone, Debug)]
pub struct SeasonEntry {
    /// Its id.
    pub id: SeasonId,
    /// Its programme.
    pub programme: ProgrammeIx,
    /// Its episodes.
    pub episodes: std::ops::Range<u32>,
    /// The channels that show it first, with the milliseconds that others wait; the longest wait first.
    pub holdbacks: Vec<(ChannelIx, i64)>,
}

/// An episode.
#[derive(Clone, Debug)]
pub struct EpisodeEntry {
    /// Its id.
    pub id: EpisodeId,
    /// Its season.
    pub season: SeasonIx,
    /// Its programme.
    pub programme: ProgrammeIx,
    /// Its place in the season's list, from 0.
    pub place: u32,
    /// Its rating.
    pub rating: Option<String>,
    /// Its versions.
    pub versions: std::ops::Range<u32>,
}

/// A version.
#[derive(Clone, Debug)]
pub struct VersionEntry {
    /// Its id.
    pub id: VersionId,
    /// Its episode.
    pub episode: EpisodeIx,
    /// Its season.
    pub season: SeasonIx,
    /// Its programme.
    pub programme: ProgrammeIx,
    /// Its language.
    pub language: LanguageIx,
    /// Its duration in milliseconds.
    pub duration_ms: i64,
    /// Its place among all versions in the order of their ids.
    pub rank: u32,
}

impl VersionEntry {
    /// Whole minutes of its duration, rounded down: what the scores count.
    pub fn minutes(&self) -> i64 {
        self.duration_ms / crate::time::MINUTE
    }
}

/// A licence.
#[derive(Clone, Debug)]
pub struct LicenceEntry {
    /// Its id.
    pub id: LicenceId,
    /// Its programme.
    pub programme: ProgrammeIx,
    /// Its season; none: every season of the programme.
    pub season: Option<SeasonIx>,
    /// Its channels, sorted; empty: all.
    pub channels: Vec<ChannelIx>,
    /// Its languages, sorted; empty: all.
    pub languages: Vec<LanguageIx>,
    /// First broadcast date.
    pub from: BroadcastDate,
    /// Last broadcast date, included.
    pub until: BroadcastDate,
    /// Runs of each episode; none: no limit.
    pub max_runs: Option<u32>,
    /// Whether runs count over all its channels together.
    pub shared: bool,
    /// An airing this many milliseconds or less after a run began is part of that run.
    pub rerun_ms: i64,
    /// Milliseconds that must lie between two starts of an episode on a channel.
    pub min_gap_ms: i64,
}

/// A slot.
#[derive(Clone, Debug)]
pub struct SlotEntry {
    /// Its id.
    pub id: SlotId,
    /// Its place among all slots in the order of their ids.
    pub rank: u32,
    /// Its channel.
    pub channel: ChannelIx,
    /// The weekdays it stands on.
    pub days: Vec<Weekday>,
    /// First broadcast date, if bounded.
    pub from: Option<BroadcastDate>,
    /// Last broadcast date, if bounded.
    pub until: Option<BroadcastDate>,
    /// Its layer.
    pub layer: i32,
    /// Its start.
    pub start: GridTime,
    /// Its end.
    pub end: GridTime,
    /// What the time is worth, 1 to 5.
    pub weight: u8,
    /// Languages wanted, best first.
    pub languages: Vec<LanguageIx>,
    /// What fills it.
    pub fill: FillEntry,
}

impl SlotEntry {
    /// Nominal length in minutes.
    pub fn length_min(&self) -> u32 {
        self.end.minutes() - self.start.minutes()
    }

    /// Whether it stands on this broadcast date.
    pub fn stands_on(&self, date: BroadcastDate) -> bool {
        self.from.is_none_or(|from| from <= date)
            && self.until.is_none_or(|until| date <= until)
            && self.days.contains(&date.weekday())
    }
}

/// What fills a slot.
#[derive(Clone, Debug)]
pub enum FillEntry {
    /// The next episode of a season.
    Sequel {
        /// The season.
        season: SeasonIx,
        /// What comes after its last episode.
        then: Then,
    },
    /// What another slot of the channel showed.
    Repeat {
        /// The slot repeated.
        of: SlotIx,
        /// The slot at the end of the chain of repeats.
        root: SlotIx,
        /// How many broadcast dates later.
        days_after: u32,
    },
    /// The best of a part of the catalogue. Empty lists restrict nothing.
    Pool {
        /// These programmes.
        programmes: Vec<ProgrammeIx>,
        /// These kinds.
        kinds: Vec<WordIx>,
        /// One of these tags.
        tags: Vec<WordIx>,
    },
    /// A live or foreign block.
    Hold {
        /// Its title.
        title: String,
        /// Its language.
        language: Option<LanguageIx>,
    },
}

/// A campaign.
#[derive(Clone, Debug)]
pub struct CampaignEntry {
    /// Its id.
    pub id: CampaignId,
    /// Its promo.
    pub version: VersionIx,
    /// Its channels, sorted.
    pub channels: Vec<ChannelIx>,
    /// First broadcast date.
    pub from: BroadcastDate,
    /// Last broadcast date, included.
    pub until: BroadcastDate,
    /// Airings at most per channel and broadcast date.
    pub per_day: u32,
    /// Milliseconds at least between two starts on a channel.
    pub min_gap_ms: i64,
    /// The window of the broadcast date in which it may start.
    pub hours: (GridTime, GridTime),
    /// What an airing is worth.
    pub weight: u8,
}

/// A pin, or an airing before the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The channel.
    pub channel: ChannelIx,
    /// The broadcast date.
    pub date: BroadcastDate,
    /// Its start.
    pub start: Instant,
    /// What airs.
    pub version: VersionIx,
    /// The licence it names.
    pub licence: Option<LicenceIx>,
    /// Whether it moves a strand on.
    pub moves_strand: bool,
    /// What it was calculated as, where it is known to be of a pool: an accepted airing outside the range that is planned.
    pub of_pool: Option<OfPool>,
    /// The slot that it aired for, where that is known: what aired late starts elsewhere, and is repeated all the same.
    pub slot: Option<SlotIx>,
}

/// What an airing that counts as fixed was calculated as. The gaps of a pool hold beyond the range, and not for its own repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfPool {
    /// A pool's airing.
    Airing,
    /// The repeat, directly or in a chain, of the pool's airing that starts at an instant on the channel.
    Repeat {
        /// The instant.
        of: Instant,
    },
}

impl Index {
    /// The station with every reference resolved.
    ///
    /// # Errors
    /// Everything in the station that cannot be worked with, each with its path, in document order; at most
    /// [`Invalid::MOST`].
    pub fn of(station: &Station, zones: &Zones) -> Result<Self, Vec<Invalid>> {
        let mut index = Self::default();
        let mut wrong = invalid::Collector::default();
        if !zones.are_recent() {
            wrong.add(
                "",
                "zone_data_old",
                crate::values! { "version" => zones.version(), "needed" => Zones::OLDEST },
            );
        }
        catalogue::resolve(station, zones, &mut index, &mut wrong);
        grid::resolve(station, &mut index, &mut wrong);
        rest::resolve(station, &mut index, &mut wrong);
        index.rank();
        index.list_licensed();
        index.on_air = Arc::new(on_air::OnAir::of(&station.schedule, &index));
        wrong.into_result(index)
    }

    /// Takes the pins of a station that is otherwise the one of this index, and looks at airings that are new in its schedule
    /// and at those that are gone: what [`Index::of`] would say of the station, at the cost of what changed.
    ///
    /// # Errors
    /// Everything that cannot be worked with, each with its path; of the airings, their places among those given. The index is
    /// of no use then.
    pub fn renew(&mut self, station: &Station, new: &[Airing], gone: &[Airing]) -> Result<(), Vec<Invalid>> {
        let mut wrong = invalid::Collector::default();
        self.pins.clear();
        rest::pins(station, self, &mut wrong);
        rest::airings(new, "schedule", self, &mut wrong);
        let places = |airings: &[Airing]| -> Vec<_> {
            let places = airings.iter().filter_map(|one| on_air::place(self, one));
            places.collect()
        };
        let (new, gone) = (places(new), places(gone));
        Arc::make_mut(&mut self.on_air).renew(&new, &gone);
        wrong.into_result(())
    }

    /// Takes the schedule of a station that is otherwise the one of this index.
    ///
    /// # Errors
    /// Everything in the schedule that cannot be worked with, each with its path.
    pub fn take_schedule(&mut self, schedule: &[Airing]) -> Result<(), Vec<Invalid>> {
        let mut wrong = invalid::Collector::default();
        rest::airings(schedule, "schedule", self, &mut wrong);
        self.on_air = Arc::new(on_air::OnAir::of(schedule, self));
        wrong.into_result(())
    }

    /// Whether a plan is one of this station: what it airs, where and under which licence is in the index.
    ///
    /// # Errors
    /// Everything in its airings that cannot be worked with, each with its path in the plan; at most [`Invalid::MOST`].
    pub fn resolve_plan(&self, plan: &Plan) -> Result<(), Vec<Invalid>> {
        let mut wrong = invalid::Collector::default();
        rest::airings(&plan.airings, "airings", self, &mut wrong);
        wrong.into_result(())
    }

    /// The number of a channel.
    pub fn channel(&self, id: &str) -> Option<ChannelIx> {
        self.by_id.channels.get(id).copied()
    }

    /// The clock of a channel.
    pub fn clock_of(&self, channel: &str) -> Option<&ChannelClock> {
        Some(&self.channels.get(self.channel(channel)?.at())?.clock)
    }

    /// The number of a programme.
    pub fn programme(&self, id: &str) -> Option<ProgrammeIx> {
        self.by_id.programmes.get(id).copied()
    }

    /// The number of a season.
    pub fn season(&self, id: &str) -> Option<SeasonIx> {
        self.by_id.seasons.get(id).copied()
    }

    /// The number of an episode.
    pub fn episode(&self, id: &str) -> Option<EpisodeIx> {
        self.by_id.episodes.get(id).copied()
    }

    /// The number of a version.
    pub fn version(&self, id: &str) -> Option<VersionIx> {
        self.by_id.versions.get(id).copied()
    }

    /// The number of a licence.
    pub fn licence(&self, id: &str) -> Option<LicenceIx> {
        self.by_id.licences.get(id).copied()
    }

    /// The number of a slot.
    pub fn slot(&self, id: &str) -> Option<SlotIx> {
        self.by_id.slots.get(id).copied()
    }

    /// The number of a campaign.
    pub fn campaign(&self, id: &str) -> Option<CampaignIx> {
        self.by_id.campaigns.get(id).copied()
    }

    /// The number of a language that the station uses.
    pub fn language(&self, tag: &str) -> Option<LanguageIx> {
        let at = self.languages.binary_search_by(|own| own.as_str().cmp(tag)).ok()?;
        u32::try_from(at).ok().map(LanguageIx)
    }

    /// The licences that cover a version on a channel and broadcast date, in document order.
    pub fn covering(
        &self,
        version: VersionIx,
        channel: ChannelIx,
        date: BroadcastDate,
    ) -> impl Iterator<Item = LicenceIx> + '_ {
        self.covering_somewhen(version, channel).filter(move |&number| {
            let licence = &self.licences[number.at()];
            licence.from <= date && date <= licence.until
        })
    }

    /// Whether a licence covers a version on a channel on some date from `from` to `until`, both included.
    pub fn is_licensed_within(
        &self,
        version: VersionIx,
        channel: ChannelIx,
        from: BroadcastDate,
        until: BroadcastDate,
    ) -> bool {
        self.covering_somewhen(version, channel).any(|number| {
            let licence = &self.licences[number.at()];
            licence.from <= until && from <= licence.until
        })
    }

    /// The licences that cover a version on a channel whatever the date, in document order.
    pub fn covering_somewhen(&self, version: VersionIx, channel: ChannelIx) -> impl Iterator<Item = LicenceIx> + '_ {
        let version = &self.versions[version.at()];
        self.programmes[version.programme.at()]
            .licences
            .iter()
            .copied()
            .filter(move |&number| {
                let licence = &self.licences[number.at()];
                licence.season.is_none_or(|season| season == version.season)
                    && (licence.channels.is_empty() || licence.channels.binary_search(&channel).is_ok())
                    && (licence.languages.is_empty() || licence.languages.binary_search(&version.language).is_ok())
            })
    }

    /// A blackout of the channel that touches [from, until) and keeps the programme off.
    pub fn blackout(
        &self,
        channel: ChannelIx,
        programme: ProgrammeIx,
        from: Instant,
        until: Instant,
    ) -> Option<&BlackoutEntry> {
        let tags = &self.programmes[programme.at()].tags;
        self.channels[channel.at()]
            .blackouts
            .iter()
            .filter(|blackout| from < blackout.until && blackout.from < until)
            .find(|blackout| blackout.tags.is_empty() || blackout.tags.iter().any(|tag| tags.contains(tag)))
    }

    /// The programmes that a slot's pool takes from, in document order; never promos and fillers.
    pub fn pool_of(&self, fill: &FillEntry) -> Vec<ProgrammeIx> {
        let FillEntry::Pool {
            programmes,
            kinds,
            tags,
        } = fill
        else {
            return Vec::new();
        };
        // The shortest list that holds them all is looked through: a catalogue is long, a kind or a tag is not.
        let of_words = |words: &[WordIx], of: &FxHashMap<WordIx, Vec<ProgrammeIx>>| -> Vec<ProgrammeIx> {
            words
                .iter()
                .filter_map(|word| of.get(word))
                .flatten()
                .copied()
                .collect()
        };
        let mut candidates = if !programmes.is_empty() {
            programmes.clone()
        } else if !tags.is_empty() {
            of_words(tags, &self.by_tag)
        } else if !kinds.is_empty() {
            of_words(kinds, &self.by_kind)
        } else {
            (0..number(self.programmes.len())).map(ProgrammeIx).collect()
        };
        candidates.sort_unstable();
        candidates.dedup();
        candidates.retain(|&programme| self.takes(fill, programme));
        candidates
    }

    /// Those programmes that a slot's pool takes from of which a licence names its channel, in document order: of a large
    /// catalogue the few that can air there.
    pub fn licensed_pool_of(&self, slot: SlotIx) -> impl Iterator<Item = ProgrammeIx> + '_ {
        let entry = &self.slots[slot.at()];
        let licensed = self.licensed_on[entry.channel.at()].iter().copied();
        licensed.filter(|&programme| self.takes(&entry.fill, programme))
    }

    /// The programmes of which a licence names a channel, in document order.
    pub fn licensed_on(&self, channel: ChannelIx) -> &[ProgrammeIx] {
        &self.licensed_on[channel.at()]
    }

    /// The versions that a licence covers on a channel on some date, the longest first, then by id.
    pub fn licensed_versions_on(&self, channel: ChannelIx) -> &[VersionIx] {
        self.licensed_versions[channel.at()].get_or_init(|| {
            let programmes = self.licensed_on(channel).iter();
            let versions = programmes.flat_map(|one| self.programmes[one.at()].versions.clone().map(VersionIx));
            let licensed = versions.filter(|&version| self.covering_somewhen(version, channel).next().is_some());
            self.longest_first(licensed.collect())
        })
    }

    /// Versions with the longest first, then by id: in what order documents list programmes means nothing.
    pub fn longest_first(&self, mut versions: Vec<VersionIx>) -> Vec<VersionIx> {
        versions.sort_unstable_by_key(|one| {
            let version = &self.versions[one.at()];
            (Reverse(version.minutes()), version.rank)
        });
        versions
    }

    /// Whether a pool takes from a programme.
    fn takes(&self, fill: &FillEntry, programme: ProgrammeIx) -> bool {
        let FillEntry::Pool {
            programmes,
            kinds,
            tags,
        } = fill
        else {
            return false;
        };
        let entry = &self.programmes[programme.at()];
        !entry.is_break_material
            && (programmes.is_empty() || programmes.contains(&programme))
            && (kinds.is_empty() || kinds.contains(&entry.kind))
            && (tags.is_empty() || tags.iter().any(|tag| entry.tags.contains(tag)))
    }

    /// Orders channels, slots and versions by id, once: text is slow to compare again and again. What documents list in no order gets
    /// one, so that of several reasons the same is told.
    fn rank(&mut self) {
        let mut channels: Vec<_> = self.channels.iter_mut().collect();
        channels.sort_by(|a, b| a.id.cmp(&b.id));
        (0..).zip(channels).for_each(|(rank, channel)| channel.rank = rank);
        let mut slots: Vec<_> = self.slots.iter_mut().collect();
        slots.sort_by(|a, b| a.id.cmp(&b.id));
        (0..).zip(slots).for_each(|(rank, slot)| slot.rank = rank);
        let mut versions: Vec<_> = self.versions.iter_mut().collect();
        versions.sort_by(|a, b| a.id.cmp(&b.id));
        (0..).zip(versions).for_each(|(rank, version)| version.rank = rank);
        for channel in &mut self.channels {
            channel
                .blackouts
                .sort_by_key(|blackout| (blackout.from, blackout.until));
        }
        for season in &mut self.seasons {
            let rank = |channel: ChannelIx| self.channels.get(channel.at()).map(|entry| entry.rank);
            season
                .holdbacks
                .sort_by_key(|&(channel, wait_ms)| (Reverse(wait_ms), rank(channel)));
        }
    }

    /// Lists for each channel what it holds licences of.
    fn list_licensed(&mut self) {
        let everywhere: Vec<ChannelIx> = (0..number(self.channels.len())).map(ChannelIx).collect();
        self.licensed_on = vec![Vec::new(); self.channels.len()];
        self.licensed_versions = self.channels.iter().map(|_| OnceLock::new()).collect();
        for (at, programme) in (0..).map(ProgrammeIx).zip(&self.programmes) {
            for &licence in &programme.licences {
                let named = &self.licences[licence.at()].channels;
                for channel in if named.is_empty() { &everywhere } else { named } {
                    let own = &mut self.licensed_on[channel.at()];
                    if own.last() != Some(&at) {
                        own.push(at);
                    }
                }
            }
        }
    }

    fn word(&mut self, text: &str) -> WordIx {
        if let Some(&known) = self.words.get(text) {
            return known;
        }
        let new = WordIx(number(self.words.len()));
        self.words.insert(text.to_owned(), new);
        new
    }
}

/// A list's length as a number; a document cannot hold 2³² things.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
