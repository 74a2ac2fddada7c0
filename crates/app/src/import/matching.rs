//! What something in another's schedule is in the catalogue.

use std::collections::{HashMap, HashSet};

use arna_domain::index::{ChannelIx, EpisodeIx, FillEntry, VersionIx};
use arna_domain::time::SECOND;
use arna_domain::{Airing, Fill, Index, Instant, Language, Origin, SlotId, Station};
use arna_exchange::received::ReceivedAiring;
use arna_exchange::sheet::nearest;

use crate::desk::starting;
use crate::names::{Meant, Names, Titled, normal};

/// Titles that a near one is looked for at most: each costs a look at all.
const MOST_LOOKED_UP: usize = 500;

/// What something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A version.
    Version(VersionIx),
    /// One of several.
    Several(Vec<VersionIx>),
    /// A live block.
    Hold(Block),
    /// Nothing that the station knows.
    Nothing,
}

/// A live block of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) title: String,
    pub(super) language: Option<Language>,
    pub(super) slot: Option<SlotId>,
}

/// The catalogue and a channel, to look things up in.
pub(super) struct Matching<'a> {
    station: &'a Station,
    index: &'a Index,
    channel: ChannelIx,
    names: Names,
    /// Everything accepted on the channel, by start.
    accepted: &'a [Airing],
    breaks: HashSet<VersionIx>,
    titles: Vec<String>,
    near: HashMap<String, Option<String>>,
}

impl<'a> Matching<'a> {
    pub(super) fn of(station: &'a Station, index: &'a Index, channel: ChannelIx) -> Self {
        let ever = (Instant::from_ms(i64::MIN), Instant::from_ms(i64::MAX));
        let id = &index.channels[channel.at()].id;
        let promos = index.campaigns.iter().map(|campaign| campaign.version);
        Self {
            station,
            index,
            channel,
            names: Names::of(station, index),
            accepted: starting(&station.schedule, id, ever.0, ever.1),
            breaks: promos.chain(index.fillers.iter().copied()).collect(),
            titles: Vec::new(),
            near: HashMap::new(),
        }
    }

    /// Everything accepted on the channel, by start.
    pub(super) fn accepted(&self) -> &'a [Airing] {
        self.accepted
    }

    /// What is accepted within a second of an instant: formats round to seconds or frames.
    pub(super) fn accepted_at(&self, start: Instant) -> impl Iterator<Item = &'a Airing> + use<'a> {
        let from = self.accepted.partition_point(|one| one.start <= start - SECOND);
        let near = self.accepted[from..].iter();
        near.take_while(move |one| one.start < start + SECOND)
    }

    /// Whether something stands in a break: the file says so, or nothing but promos and fillers is called so.
    pub(super) fn is_break(&self, one: &ReceivedAiring, found: &Found) -> bool {
        match one.origin {
            Some(origin) => origin.is_break(),
            None => {
                let is_programme = |version: VersionIx| {
                    let id = &self.index.versions[version.at()].id;
                    let mut there = self.accepted_at(one.start);
                    there.any(|airing| airing.origin.is_programme() && airing.version.as_ref() == Some(id))
                };
                match found {
                    Found::Version(version) => self.breaks.contains(version) && !is_programme(*version),
                    Found::Several(versions) => versions.iter().all(|version| self.breaks.contains(version)),
                    Found::Hold(_) | Found::Nothing => false,
                }
            }
        }
    }

    /// What something is: by the version's id, the house number, the media file; else by its titles.
    pub(super) fn find(&self, one: &ReceivedAiring) -> Found {
        if one.origin == Some(Origin::Hold) {
            return self.block(one).map_or(Found::Nothing, Found::Hold);
        }
        let by_id = one.version.as_deref().and_then(|id| self.index.version(id));
        let mut known: Vec<VersionIx> = by_id.into_iter().collect();
        if let Some(number) = one.house_number.as_deref().filter(|_| known.is_empty()) {
            known.extend(self.names.of_number(number));
            // Where there is no house number, files for traffic and automation have the id in its place.
            if known.is_empty() {
                known.extend(self.index.version(number));
            }
        }
        if let Some(path) = one.media.as_deref().filter(|_| known.is_empty()) {
            known = self.names.of_file(self.index, path);
        }
        if !known.is_empty() {
            return self.narrowed(known, one);
        }
        if let Some(block) = self.accepted_block(one) {
            return Found::Hold(block);
        }
        let titles = lines(&one.titles);
        let episodes = lines(&one.episode_titles);
        // In sheets an episode is often but a number.
        let counted = || episodes.iter().find_map(|episode| episode.parse().ok());
        let number = (one.number.0, one.number.1.or_else(counted));
        let told = Titled {
            titles: &titles,
            episodes: &episodes,
            number,
        };
        match self.names.meant(&told) {
            Meant::Told(episodes) => self.narrowed(self.versions(&episodes), one),
            Meant::Programme(of) => {
                let mut versions = self.versions(&of);
                let spoken = self.spoken(&versions, one);
                if !spoken.is_empty() {
                    versions = spoken;
                }
                // An episode that is told and not known is not the one that is accepted there.
                let is_told = !episodes.is_empty() || number.1.is_some();
                let there = self.accepted_there(&versions, one).filter(|_| !is_told);
                there.map_or(Found::Several(versions), Found::Version)
            }
            Meant::Nothing => self.block(one).map_or(Found::Nothing, Found::Hold),
        }
    }

    fn versions(&self, episodes: &[EpisodeIx]) -> Vec<VersionIx> {
        let of = |episode: &EpisodeIx| self.index.episodes[episode.at()].versions.clone();
        episodes.iter().flat_map(of).map(VersionIx).collect()
    }

    /// The one of several versions that is meant: by the language that is told; by what is accepted there; by its length; by what may
    /// air on the channel on that date.
    fn narrowed(&self, versions: Vec<VersionIx>, one: &ReceivedAiring) -> Found {
        let spoken = self.spoken(&versions, one);
        if spoken.is_empty() {
            // It is in no language that is told: somebody has to say which is meant.
            return if versions.is_empty() {
                Found::Nothing
            } else {
                Found::Several(versions)
            };
        }
        if let &[only] = spoken.as_slice() {
            return Found::Version(only);
        }
        if let Some(there) = self.accepted_there(&spoken, one) {
            return Found::Version(there);
        }
        let lasts = one.end - one.start;
        let date = self.index.channels[self.channel.at()].clock.broadcast_date(one.start);
        let only = |fits: &dyn Fn(VersionIx) -> bool| {
            let mut fitting = spoken.iter().copied().filter(|&version| fits(version));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let as_long = only(&|version| (self.index.versions[version.at()].duration_ms - lasts).abs() < SECOND);
        let licensed = || only(&|version| self.index.covering(version, self.channel, date).next().is_some());
        as_long.or_else(licensed).map_or(Found::Several(spoken), Found::Version)
    }

    /// Those in the language that is told, whatever its variant; all where none is.
    fn spoken(&self, versions: &[VersionIx], one: &ReceivedAiring) -> Vec<VersionIx> {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        let Some(told) = one.spoken.as_deref().map(primary) else {
            return versions.to_vec();
        };
        let is_told = |version: &VersionIx| {
            let language = self.index.versions[version.at()].language;
            primary(self.index.languages[language.at()].as_str()) == told
        };
        versions.iter().copied().filter(is_told).collect()
    }

    fn accepted_there(&self, versions: &[VersionIx], one: &ReceivedAiring) -> Option<VersionIx> {
        let ids = self.accepted_at(one.start).filter_map(|airing| airing.version.as_ref());
        let mut there = ids.filter_map(|id| self.index.version(id.as_str()));
        there.find(|version| versions.contains(version))
    }

    /// The live blocks of this title that are accepted in its time.
    pub(super) fn accepted_blocks(&self, one: &ReceivedAiring) -> Vec<&'a Airing> {
        let titles = lines(&one.titles);
        let until = self.accepted.partition_point(|airing| airing.start < one.end);
        let mut found: Vec<&Airing> = (self.accepted[..until].iter().rev())
            // No block is longer than two days.
            .take_while(|airing| one.start - airing.start < 2 * arna_domain::time::DAY)
            .filter(|airing| airing.origin == Origin::Hold && airing.end > one.start)
            .filter(|airing| {
                airing
                    .title
                    .as_deref()
                    .is_some_and(|title| titles.contains(&normal(title)))
            })
            .collect();
        found.reverse();
        found
    }

    fn accepted_block(&self, one: &ReceivedAiring) -> Option<Block> {
        let blocks = self.accepted_blocks(one);
        let airing = blocks.first()?;
        Some(Block {
            title: airing.title.clone()?,
            language: airing.language.clone(),
            slot: airing.slot.clone(),
        })
    }

    /// A live block that is accepted there, else one that the grid holds on that date, the nearest.
    fn block(&self, one: &ReceivedAiring) -> Option<Block> {
        if let Some(block) = self.accepted_block(one) {
            return Some(block);
        }
        let titles = lines(&one.titles);
        let entry = &self.index.channels[self.channel.at()];
        let date = entry.clock.broadcast_date(one.start);
        let slots = entry.slots.iter().map(|slot| &self.index.slots[slot.at()]);
        let holds = slots.filter_map(|slot| match &slot.fill {
            FillEntry::Hold { title, language } if slot.stands_on(date) && titles.contains(&normal(title)) => {
                Some((slot, title, language))
            }
            _ => None,
        });
        let away = |start| (entry.clock.at(date, start) - one.start).abs();
        let (slot, title, language) = holds.min_by_key(|(slot, ..)| away(slot.start))?;
        Some(Block {
            title: title.clone(),
            language: language.map(|language| self.index.languages[language.at()].clone()),
            slot: Some(slot.id.clone()),
        })
    }

    /// The title known that is most like one that is not, if any is.
    pub(super) fn near(&mut self, one: &ReceivedAiring) -> Option<String> {
        if self.titles.is_empty() {
            self.titles = titles_of(self.station);
        }
        let title = one.title();
        if !self.near.contains_key(title) && self.near.len() < MOST_LOOKED_UP {
            self.near.insert(title.to_owned(), nearest(title, &self.titles));
        }
        self.near.get(title).cloned().flatten()
    }
}

fn lines(texts: &[arna_exchange::listing::Text]) -> Vec<String> {
    let all = texts.iter().map(|text| normal(&text.text));
    all.filter(|text| !text.is_empty()).collect()
}

fn titles_of(station: &Station) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for programme in &station.programmes {
        titles.extend(programme.title.0.values().cloned());
        let episodes = programme.seasons.iter().flat_map(|season| &season.episodes);
        titles.extend(episodes.flat_map(|episode| episode.title.0.values().cloned()));
    }
    for slot in &station.slots {
        if let Fill::Hold(hold) = &slot.fill {
            titles.push(hold.title.clone());
        }
    }
    titles.sort();
    titles.dedup();
    titles
}
