//! What every schedule format is written from: one value an airing, made once, so that a guide and a sheet of one schedule
//! say the same start, duration and title.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use arna_domain::index::{ChannelIx, EpisodeIx, VersionIx};
use arna_domain::time::{ChannelClock, SECOND};
use arna_domain::{
    Airing, BroadcastDate, ChannelId, DateRange, Episode, Index, Instant, Language, Origin, Programme, ProgrammeId,
    Season, SlotId, Station, Version, VersionId, Words,
};
use rustc_hash::FxHashMap;

use crate::text;

/// A channel's airings of some broadcast dates.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The channel.
    pub channel: ChannelId,
    /// Its name on air.
    pub name: String,
    /// Its territory: an ISO 3166 code.
    pub territory: Option<String>,
    /// Its clock.
    pub clock: ChannelClock,
    /// The broadcast dates.
    pub range: DateRange,
    /// The language that titles are wanted in.
    pub language: Language,
    /// Everything on air, breaks too, in time order.
    pub airings: Vec<Listed>,
}

/// An airing as its receivers are told of it. Its title is the first of [`Listed::titles`], in every format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The broadcast date.
    pub date: BroadcastDate,
    /// When it starts.
    pub start: Instant,
    /// When it ends, not included.
    pub end: Instant,
    /// Why it is there.
    pub origin: Origin,
    /// What airs; none for a hold.
    pub version: Option<VersionId>,
    /// The programme it is of; none for a hold.
    pub programme: Option<ProgrammeId>,
    /// The slot; none for a pin.
    pub slot: Option<SlotId>,
    /// The house number that playout knows the version by.
    pub house_number: Option<String>,
    /// The version's media file.
    pub media: Option<File>,
    /// How long the version runs, in milliseconds; none for a hold.
    pub version_ms: Option<i64>,
    /// The language spoken.
    pub spoken: Option<Language>,
    /// The title in the language wanted or what stands in for it, then in every other; never empty.
    pub titles: Arc<[Text]>,
    /// The episode's title likewise; empty where it has none.
    pub episode_titles: Arc<[Text]>,
    /// What it is about, likewise: the episode's synopsis, else the programme's.
    pub synopses: Arc<[Text]>,
    /// The trade's kind: `documentary`.
    pub kind: Option<String>,
    /// The place in its series; none for holds and for what stands alone.
    pub number: Option<EpisodeNumber>,
    /// The age rating.
    pub rating: Option<String>,
    /// Whether the episode was shown before; none for holds and breaks.
    pub showing: Option<Showing>,
}

impl Listed {
    /// The one title that every format says.
    pub fn title(&self) -> &str {
        self.titles.first().map_or("", |title| &title.text)
    }

    /// The one title of the episode that every format says.
    pub fn episode_title(&self) -> Option<&str> {
        self.episode_titles.first().map(|title| title.text.as_str())
    }

    /// Start and end in whole seconds since 1970, rounded down: what formats without fractions say, so that their durations
    /// agree with their ends.
    pub fn seconds(&self) -> (i64, i64) {
        (self.start.ms().div_euclid(SECOND), self.end.ms().div_euclid(SECOND))
    }
}

/// A media file as playout names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it lies.
    pub path: String,
    /// How long it runs in milliseconds: as measured, else as the version is said to.
    pub duration_ms: i64,
}

/// A text on one line in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language; none where nobody said.
    pub language: Option<Language>,
    /// The text, never blank.
    pub text: String,
}

/// An episode's place in its programme, as viewers count: from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpisodeNumber {
    /// The season.
    pub season: u32,
    /// How many seasons the catalogue holds.
    pub seasons: usize,
    /// The episode.
    pub episode: u32,
    /// How many episodes of the season the catalogue holds.
    pub episodes: usize,
}

/// Whether an episode was shown before, in any language, as far as history and schedule tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Showing {
    /// No channel of the station showed it before.
    Premiere,
    /// Another channel did, this one did not.
    FirstRun,
    /// This channel did.
    Repeat {
        /// When it last started there; none where only the airing's origin says so.
        last: Option<Instant>,
    },
}

/// The listing of a channel: its airings of the range's broadcast dates. What was shown before is looked up in the station's
/// history and in all the airings given, other channels' too. A title that lacks the language falls back to another variant
/// of it (`zh-Hant`, `zh`), then as [`Words::in_or_near`]; what has no title at all is called by its id.
pub fn listing(
    index: &Index,
    station: &Station,
    airings: &[Airing],
    channel: ChannelIx,
    range: DateRange,
    language: &Language,
) -> Listing {
    let mut one = listings(index, station, airings, &[channel], range, language);
    one.swap_remove(0)
}

/// The listings of several channels, in their order: what takes a look at every airing is done once for all of them.
pub fn listings(
    index: &Index,
    station: &Station,
    airings: &[Airing],
    channels: &[ChannelIx],
    range: DateRange,
    language: &Language,
) -> Vec<Listing> {
    let mut own: FxHashMap<&str, Vec<&Airing>> = FxHashMap::default();
    for channel in channels {
        own.insert(index.channels[channel.at()].id.as_str(), Vec::new());
    }
    for airing in airings.iter().filter(|one| range.holds(one.date)) {
        if let Some(own) = own.get_mut(airing.channel.as_str()) {
            own.push(airing);
        }
    }
    let shown = Shown::of_these(index, airings, own.values().flatten().copied());
    let own_of = |channel: &ChannelIx| own.get(index.channels[channel.at()].id.as_str()).cloned();
    let own = channels.iter().map(|channel| own_of(channel).unwrap_or_default());
    listed_of(
        index,
        station,
        channels.iter().copied().zip(own),
        &shown,
        range,
        language,
    )
}

/// The listings of several channels of what the station itself has on air: as [`listings`] of its schedule, at the cost of
/// what is listed.
pub fn listings_on_air(
    index: &Index,
    station: &Station,
    channels: &[ChannelIx],
    range: DateRange,
    language: &Language,
) -> Vec<Listing> {
    let own = channels
        .iter()
        .map(|channel| index.airings_on(&station.schedule, *channel, range));
    let own: Vec<Vec<&Airing>> = own.collect();
    let shown = Shown::on_air(index, own.iter().flatten().copied());
    listed_of(
        index,
        station,
        channels.iter().copied().zip(own),
        &shown,
        range,
        language,
    )
}

fn listed_of<'a>(
    index: &Index,
    station: &Station,
    channels: impl Iterator<Item = (ChannelIx, Vec<&'a Airing>)>,
    shown: &Shown,
    range: DateRange,
    language: &Language,
) -> Vec<Listing> {
    let mut told = Catalogue::of(station, index, language);
    let one = |(channel, mut own): (ChannelIx, Vec<&Airing>)| {
        let entry = &index.channels[channel.at()];
        let record = station.channels.get(channel.at());
        own.sort_by_key(|one| (one.start, one.end));
        Listing {
            channel: entry.id.clone(),
            name: record
                .and_then(|own| text::line(&own.name))
                .unwrap_or_else(|| entry.id.to_string()),
            territory: record.and_then(|own| own.territory.clone()),
            clock: entry.clock.clone(),
            range,
            language: language.clone(),
            airings: own
                .into_iter()
                .map(|one| listed(one, channel, index, &mut told, shown))
                .collect(),
        }
    };
    channels.map(one).collect()
}

fn listed(airing: &Airing, channel: ChannelIx, index: &Index, told: &mut Catalogue, shown: &Shown) -> Listed {
    let number = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
    let known = number.and_then(|number| Some((number, told.of_version(number)?)));
    let Some((number, known)) = known else {
        return Listed {
            date: airing.date,
            start: airing.start,
            end: airing.end,
            origin: airing.origin,
            version: airing.version.clone(),
            programme: None,
            slot: airing.slot.clone(),
            house_number: None,
            media: None,
            version_ms: None,
            spoken: airing.language.clone(),
            titles: [title_of_hold(airing)].into(),
            episode_titles: [].into(),
            synopses: [].into(),
            kind: None,
            number: None,
            rating: None,
            showing: None,
        };
    };
    let showing = airing.origin.is_programme();
    Listed {
        date: airing.date,
        start: airing.start,
        end: airing.end,
        origin: airing.origin,
        slot: airing.slot.clone(),
        showing: showing.then(|| shown.before(airing, channel, index.versions[number.at()].episode)),
        ..known.clone()
    }
}

/// What is told of each version that airs, made once a version: a year airs a version many times.
pub(crate) struct Catalogue<'a> {
    station: &'a Station,
    index: &'a Index,
    language: &'a Language,
    media: FxHashMap<&'a str, &'a arna_domain::occasion::Media>,
    known: FxHashMap<usize, Option<Listed>>,
}

impl<'a> Catalogue<'a> {
    pub(crate) fn of(station: &'a Station, index: &'a Index, language: &'a Language) -> Self {
        Self {
            station,
            index,
            language,
            media: station.media.iter().map(|one| (one.id.as_str(), one)).collect(),
            known: FxHashMap::default(),
        }
    }

    /// An airing of the version, of no time and place yet.
    pub(crate) fn of_version(&mut self, number: VersionIx) -> Option<&Listed> {
        let found = match self.known.entry(number.at()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let item = Item::of(number, self.index, self.station);
                place.insert(item.map(|item| item.told(self.language, &self.media)))
            }
        };
        found.as_ref()
    }
}

/// A hold is called what its slot says, else by its slot or its channel: a guide has no airing without a title. Nobody says
/// in which language that is.
fn title_of_hold(airing: &Airing) -> Text {
    let named = airing.title.as_deref().and_then(text::line);
    let id = || {
        airing
            .version
            .as_ref()
            .map(VersionId::as_str)
            .or(airing.slot.as_ref().map(SlotId::as_str))
    };
    let text = named.unwrap_or_else(|| id().unwrap_or(airing.channel.as_str()).to_owned());
    Text { language: None, text }
}

/// What a programme of a single episode airs is no part of anything.
fn number_of(programme: &Programme, season: &Season, episode: &Episode) -> Option<EpisodeNumber> {
    let episodes: usize = programme.seasons.iter().map(|season| season.episodes.len()).sum();
    (episodes > 1).then_some(EpisodeNumber {
        season: season.number,
        seasons: programme.seasons.len(),
        episode: episode.number,
        episodes: season.episodes.len(),
    })
}

/// A text in every language it has: first the one wanted or what stands in for it, the others in alphabetical order.
pub(crate) fn texts(words: &Words, language: &Language) -> Vec<Text> {
    let primary = |tag: &Language| tag.as_str().split('-').next().map(str::to_owned);
    let lines = Words(
        words
            .0
            .iter()
            .filter_map(|(own, text)| Some((own.clone(), text::line(text)?)))
            .collect(),
    );
    let first = lines
        .exactly(language.as_str())
        .or_else(|| {
            lines
                .0
                .iter()
                .find(|(own, _)| primary(own) == primary(language))
                .map(|(_, text)| text.as_str())
        })
        .or_else(|| lines.in_or_near(language.as_str()));
    // Two languages may share a text; which of them was found only its place in memory tells.
    let at = first.and_then(|first| lines.0.values().position(|text| std::ptr::eq(text.as_str(), first)));
    let mut texts: Vec<_> = lines
        .0
        .into_iter()
        .map(|(own, text)| Text {
            language: Some(own),
            text,
        })
        .collect();
    if let Some(at) = at {
        texts[..=at].rotate_right(1);
    }
    texts
}

/// A version with all it is a part of. Index and station count alike: in document order.
struct Item<'a> {
    programme: &'a Programme,
    season: &'a Season,
    episode: &'a Episode,
    version: &'a Version,
}

impl<'a> Item<'a> {
    fn of(number: VersionIx, index: &Index, station: &'a Station) -> Option<Self> {
        let entry = &index.versions[number.at()];
        let programme = station.programmes.get(entry.programme.at())?;
        let first = index.programmes[entry.programme.at()].seasons.start;
        let season = programme.seasons.get((entry.season.0 - first) as usize)?;
        let in_season = &index.episodes[entry.episode.at()];
        let episode = season.episodes.get(in_season.place as usize)?;
        let version = episode.versions.get((number.0 - in_season.versions.start) as usize)?;
        Some(Self {
            programme,
            season,
            episode,
            version,
        })
    }

    fn told(&self, language: &Language, media: &FxHashMap<&str, &arna_domain::occasion::Media>) -> Listed {
        let Self {
            programme,
            season,
            episode,
            version,
        } = self;
        let mut titles = texts(&programme.title, language);
        if titles.is_empty() {
            titles.push(Text {
                language: None,
                text: programme.id.to_string(),
            });
        }
        let mut synopses = texts(&episode.synopsis, language);
        if synopses.is_empty() {
            synopses = texts(&programme.synopsis, language);
        }
        let file = version.media.as_ref().and_then(|id| media.get(id.as_str()));
        Listed {
            date: BroadcastDate::from_days_since_epoch(0),
            start: Instant::from_ms(0),
            end: Instant::from_ms(0),
            origin: Origin::Pin,
            version: Some(version.id.clone()),
            programme: Some(programme.id.clone()),
            slot: None,
            house_number: version.house_number.as_deref().and_then(text::line),
            media: file.map(|file| File {
                path: file.file.clone(),
                duration_ms: file.duration_ms.unwrap_or(version.duration_ms),
            }),
            version_ms: Some(version.duration_ms),
            spoken: Some(version.language.clone()),
            titles: titles.into(),
            episode_titles: texts(&episode.title, language).into(),
            synopses: synopses.into(),
            kind: text::line(&programme.kind),
            number: number_of(programme, season, episode),
            rating: episode.rating.as_deref().and_then(text::line),
            showing: None,
        }
    }
}

/// When each episode was on air where: sorted by start.
#[derive(Clone, Debug)]
pub struct Shown(FxHashMap<EpisodeIx, Vec<(Instant, ChannelIx)>>);

impl Shown {
    /// What history and these airings show.
    pub fn of(index: &Index, airings: &[Airing]) -> Self {
        Self::of_these(index, airings, airings.iter())
    }

    /// What history and these airings show of the episodes of some of them.
    fn of_these<'a>(index: &Index, airings: &[Airing], these: impl Iterator<Item = &'a Airing>) -> Self {
        let mut shown = Self::aired(index, these);
        // What is asked for is little beside what is on air: a small table is looked into faster than the whole catalogue.
        let versions_of = |episode: EpisodeIx| {
            let versions = index.episodes[episode.at()].versions.clone();
            versions.map(move |number| (index.versions[number as usize].id.as_str(), episode))
        };
        let asked: FxHashMap<&str, EpisodeIx> = shown.keys().copied().flat_map(versions_of).collect();
        for airing in airings.iter().filter(|one| one.origin.is_programme()) {
            let episode = airing.version.as_ref().and_then(|id| asked.get(id.as_str()));
            let Some((episode, channel)) = episode.zip(index.channel(airing.channel.as_str())) else {
                continue;
            };
            if let Some(starts) = shown.get_mut(episode) {
                starts.push((airing.start, channel));
            }
        }
        shown.values_mut().for_each(|starts| starts.sort_unstable());
        Self(shown)
    }

    /// What history and the station's own schedule show of the episodes of some of its airings.
    fn on_air<'a>(index: &Index, these: impl Iterator<Item = &'a Airing>) -> Self {
        let mut shown = Self::aired(index, these);
        for (episode, starts) in &mut shown {
            starts.extend_from_slice(index.on_air(*episode));
            starts.sort_unstable();
        }
        Self(shown)
    }

    /// What history shows of the episodes of some airings.
    fn aired<'a>(
        index: &Index,
        these: impl Iterator<Item = &'a Airing>,
    ) -> FxHashMap<EpisodeIx, Vec<(Instant, ChannelIx)>> {
        let episode_of = |version: VersionIx| index.versions[version.at()].episode;
        let mut shown: FxHashMap<EpisodeIx, Vec<_>> = these
            .filter_map(|one| index.version(one.version.as_ref()?.as_str()))
            .map(|version| (episode_of(version), Vec::new()))
            .collect();
        for one in &index.history {
            if let Some(starts) = shown.get_mut(&episode_of(one.version)) {
                starts.push((one.start, one.channel));
            }
        }
        shown
    }

    /// Whether the episode of an airing was shown before it.
    pub fn before(&self, airing: &Airing, channel: ChannelIx, episode: EpisodeIx) -> Showing {
        let starts = self.0.get(&episode).map_or(&[][..], Vec::as_slice);
        let earlier = &starts[..starts.partition_point(|&(start, _)| start < airing.start)];
        let last = earlier
            .iter()
            .rev()
            .find(|&&(_, where_)| where_ == channel)
            .map(|&(start, _)| start);
        if last.is_some() || airing.origin == Origin::Repeat {
            Showing::Repeat { last }
        } else if earlier.is_empty() {
            Showing::Premiere
        } else {
            Showing::FirstRun
        }
    }
}
