//! The rows of the catalogue's tree that a window shows.

use std::collections::{BTreeMap, HashSet};

use arna_domain::index::{ChannelIx, EpisodeIx, VersionIx};
use arna_domain::{Index, Instant, Language, Station};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::super::schedule::date_view;
use super::super::{DateView, wall};
use super::{duration_text, title_of};
use crate::catalogue::{Catalogue, Item, MediaState, On, Records};

/// The rows that a window asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Type)]
pub struct CatalogueAsked {
    /// What is typed into the filter: all its words are wanted.
    pub filter: String,
    /// The language that titles are wanted in.
    pub language: String,
    /// How many levels are open where nothing else is said: 0, programmes alone, to 3.
    pub depth: u8,
    /// Rows that are open against this rule, or shut.
    pub toggled: Vec<String>,
    /// The first row wanted.
    pub offset: u32,
    /// How many.
    pub count: u32,
    /// A row whose place is wanted.
    pub find: Option<String>,
}

/// Rows of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CatalogueView {
    /// The rows asked for.
    pub rows: Vec<CatalogueRow>,
    /// The place of the first of them.
    pub offset: u32,
    /// How many rows there are to scroll through.
    pub total: u32,
    /// Rows that are what the filter asks for.
    pub matches: u32,
    /// The place of the row to be found, where it shows.
    pub found: Option<u32>,
    /// Programmes in the catalogue.
    pub programmes: u32,
    /// Episodes in the catalogue.
    pub episodes: u32,
    /// Versions in the catalogue.
    pub versions: u32,
    /// Languages that versions speak.
    pub languages: Vec<String>,
}

/// A row of the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CatalogueRow {
    /// What names it: `episode:quotes/3/1`.
    pub key: String,
    /// `programme`, `season`, `episode` or `version`.
    pub noun: String,
    /// Its id.
    pub id: String,
    /// Its depth, from 0.
    pub depth: u8,
    /// Whether what is below it shows.
    pub open: bool,
    /// How many rows are directly below it.
    pub children: u32,
    /// Its place among its siblings, from 1.
    pub place: u32,
    /// How many siblings there are, itself among them.
    pub siblings: u32,
    /// Whether it is what the filter asks for.
    pub is_match: bool,
    /// What it is called, in the language asked for or what stands in for it.
    pub title: String,
    /// Its title in exactly that language; none where it has none.
    pub own_title: Option<String>,
    /// `S2`, `2×14`; empty where there is none.
    pub number: String,
    /// The programme's kind.
    pub kind: String,
    /// The rating, of an episode.
    pub rating: String,
    /// `0:25:40`; of an episode the longest version.
    pub duration: String,
    /// The languages of the programme's versions, with how many episodes here have each.
    pub languages: Vec<LanguageMark>,
    /// The house number, of a version.
    pub house_number: String,
    /// Media: `none`, `some`, `all`, or `differs` where one is longer or shorter than its version.
    pub media: String,
    /// The licence that is nearest to its end.
    pub runs: Option<RunsView>,
    /// Whether a licence names it or what it is a part of; promos and fillers need none.
    pub is_licensed: bool,
    /// Airings: aired and scheduled.
    pub airings: u32,
    /// The next airing.
    pub next: Option<AirsAt>,
    /// The last one.
    pub last: Option<AirsAt>,
}

/// A language that a programme is there in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LanguageMark {
    /// The language.
    pub language: String,
    /// Episodes here that have it.
    pub have: u32,
    /// Episodes here.
    pub of: u32,
}

/// Runs of a licence: on the channel where an episode has the fewest left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RunsView {
    /// The licence.
    pub licence: String,
    /// Runs taken.
    pub used: u32,
    /// Runs there are; none: no limit.
    pub most: Option<u32>,
    /// Licences that cover it.
    pub licences: u32,
}

/// An airing, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AirsAt {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// The broadcast date.
    pub date: DateView,
    /// The wall clock.
    pub wall: String,
    /// Its start with the channel's offset.
    pub starts: String,
}

/// The rows that a window asks for. `now` divides what aired from what will.
pub fn rows(
    station: &Station,
    index: &Index,
    catalogue: &Catalogue,
    asked: &CatalogueAsked,
    language: &Language,
    now: Instant,
) -> CatalogueView {
    let toggled: HashSet<Item> = asked
        .toggled
        .iter()
        .filter_map(|key| Item::of_key(key, index))
        .collect();
    let opened = |item: Item, is_above: bool| (is_above || item.depth() < asked.depth) != toggled.contains(&item);
    let found = catalogue.rows(&asked.filter, opened);
    let wanted = asked.find.as_ref().and_then(|key| Item::of_key(key, index));
    let place = wanted.and_then(|item| {
        let at = found.rows.iter().position(|row| catalogue.nodes[row.node].item == item);
        at.and_then(|at| u32::try_from(at).ok())
    });
    let first = (asked.offset as usize).min(found.rows.len());
    let last = first
        .saturating_add(asked.count.min(500) as usize)
        .min(found.rows.len());
    let show = |at: usize| {
        let row = found.rows[at];
        let node = &catalogue.nodes[row.node];
        let shows_below = found
            .rows
            .get(at + 1)
            .is_some_and(|next| next.node < node.end && next.node > row.node);
        CatalogueRow {
            open: shows_below,
            is_match: row.is_match,
            ..row_of(node.item, station, index, catalogue, language, now)
        }
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    CatalogueView {
        rows: (first..last).map(show).collect(),
        offset: number(first),
        total: number(found.rows.len()),
        matches: found.matches,
        found: place,
        programmes: number(index.programmes.len()),
        episodes: number(index.episodes.len()),
        versions: number(index.versions.len()),
        languages: spoken(index, 0..number(index.versions.len())),
    }
}

/// The languages of some versions, in alphabetical order.
fn spoken(index: &Index, versions: std::ops::Range<u32>) -> Vec<String> {
    let mut has = vec![false; index.languages.len()];
    versions.for_each(|version| has[index.versions[version as usize].language.at()] = true);
    let named = index.languages.iter().zip(has).filter(|(_, has)| *has);
    named.map(|(language, _)| language.to_string()).collect()
}

pub(super) fn row_of(
    item: Item,
    station: &Station,
    index: &Index,
    catalogue: &Catalogue,
    language: &Language,
    now: Instant,
) -> CatalogueRow {
    let records = Records::of(item, station, index);
    let season = records.and_then(|one| one.season);
    let episode = records.and_then(|one| one.episode);
    let version = records.and_then(|one| one.version);
    let own_words = match item {
        Item::Programme(_) => records.map(|one| &one.programme.title),
        Item::Season(_) => season.map(|one| &one.title),
        Item::Episode(_) => episode.map(|one| &one.title),
        Item::Version(_) => None,
    };
    let number = match (item, season, episode) {
        (Item::Season(_), Some(season), _) => format!("S{}", season.number),
        (Item::Episode(_), Some(season), Some(episode)) => format!("{}×{}", season.number, episode.number),
        _ => String::new(),
    };
    let (place, siblings) = standing(item, index);
    let (airings, next, last) = on_air(item, index, catalogue, now);
    let at = |on: On| airs_at(on, station, index);
    let programme = item.programme(index);
    CatalogueRow {
        key: item.key(index),
        noun: item.noun().to_owned(),
        id: item.id(index).to_owned(),
        depth: item.depth(),
        open: false,
        children: children(item, index),
        place,
        siblings,
        is_match: false,
        title: title_of(item, station, index, language),
        own_title: own_words.and_then(|words| words.exactly(language.as_str()).map(str::to_owned)),
        number,
        kind: match item {
            Item::Programme(_) => records.map(|one| one.programme.kind.clone()).unwrap_or_default(),
            _ => String::new(),
        },
        rating: match item {
            Item::Episode(_) => episode.and_then(|one| one.rating.clone()).unwrap_or_default(),
            _ => String::new(),
        },
        duration: duration(item, index),
        languages: languages(item, index),
        house_number: version.and_then(|one| one.house_number.clone()).unwrap_or_default(),
        media: media(item, index, catalogue),
        runs: runs(item, index, catalogue),
        is_licensed: index.programmes[programme.at()].is_break_material || covering(item, index).next().is_some(),
        airings,
        next: next.map(at),
        last: last.map(at),
    }
}

fn children(item: Item, index: &Index) -> u32 {
    match item {
        Item::Programme(at) => index.programmes[at.at()].seasons.len(),
        Item::Season(at) => index.seasons[at.at()].episodes.len(),
        Item::Episode(at) => index.episodes[at.at()].versions.len(),
        Item::Version(_) => 0,
    }
    .try_into()
    .unwrap_or(u32::MAX)
}

/// Its place among its siblings, and how many they are.
fn standing(item: Item, index: &Index) -> (u32, u32) {
    let siblings = match item.parent(index) {
        Some(parent) => children(parent, index),
        None => u32::try_from(index.programmes.len()).unwrap_or(u32::MAX),
    };
    let place = match item {
        Item::Programme(at) => at.0,
        Item::Season(at) => at.0 - index.programmes[index.seasons[at.at()].programme.at()].seasons.start,
        Item::Episode(at) => index.episodes[at.at()].place,
        Item::Version(at) => at.0 - index.episodes[index.versions[at.at()].episode.at()].versions.start,
    };
    (place + 1, siblings)
}

fn duration(item: Item, index: &Index) -> String {
    match item {
        Item::Episode(_) | Item::Version(_) => item
            .versions(index)
            .map(|version| index.versions[version as usize].duration_ms)
            .max()
            .map(duration_text)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

fn languages(item: Item, index: &Index) -> Vec<LanguageMark> {
    if let Item::Version(version) = item {
        let language = index.versions[version.at()].language;
        return vec![LanguageMark {
            language: index.languages[language.at()].to_string(),
            have: 1,
            of: 1,
        }];
    }
    let programme = &index.programmes[item.programme(index).at()];
    let mut have: BTreeMap<_, u32> = programme
        .versions
        .clone()
        .map(|version| (index.versions[version as usize].language, 0))
        .collect();
    let episodes = item.episodes(index);
    for episode in episodes.clone() {
        let mut told = HashSet::new();
        for version in index.episodes[episode as usize].versions.clone() {
            let language = index.versions[version as usize].language;
            if told.insert(language) {
                *have.entry(language).or_default() += 1;
            }
        }
    }
    have.into_iter()
        .map(|(language, have)| LanguageMark {
            language: index.languages[language.at()].to_string(),
            have,
            of: u32::try_from(episodes.len()).unwrap_or(u32::MAX),
        })
        .collect()
}

fn media(item: Item, index: &Index, catalogue: &Catalogue) -> String {
    let versions = item.versions(index);
    let of = |state: MediaState| {
        let own = versions
            .clone()
            .filter(|version| catalogue.media(VersionIx(*version)) == state);
        own.count()
    };
    let word = match (of(MediaState::Differs), of(MediaState::Attached)) {
        (1.., _) => "differs",
        (_, 0) => "none",
        (_, all) if all == versions.len() => "all",
        _ => "some",
    };
    word.to_owned()
}

/// The licences that name an item or what it is a part of, whatever their channels; of a version those of its language.
pub(super) fn covering(item: Item, index: &Index) -> impl Iterator<Item = arna_domain::index::LicenceIx> + '_ {
    let season = match item {
        Item::Programme(_) => None,
        Item::Season(at) => Some(at),
        Item::Episode(at) => Some(index.episodes[at.at()].season),
        Item::Version(at) => Some(index.versions[at.at()].season),
    };
    let language = match item {
        Item::Version(at) => Some(index.versions[at.at()].language),
        _ => None,
    };
    index.programmes[item.programme(index).at()]
        .licences
        .iter()
        .copied()
        .filter(move |&number| {
            let licence = &index.licences[number.at()];
            (season.is_none() || licence.season.is_none_or(|own| Some(own) == season))
                && (licence.languages.is_empty()
                    || language.is_none_or(|own| licence.languages.binary_search(&own).is_ok()))
        })
}

/// The licence with the fewest runs left for an episode of the item.
fn runs(item: Item, index: &Index, catalogue: &Catalogue) -> Option<RunsView> {
    let licences: Vec<_> = covering(item, index).collect();
    let count = u32::try_from(licences.len()).unwrap_or(u32::MAX);
    let used = |licence| {
        let taken = item.episodes(index).flat_map(|episode| {
            catalogue
                .runs(licence, EpisodeIx(episode))
                .iter()
                .map(|&(_, runs)| runs)
        });
        taken.max().unwrap_or_default()
    };
    licences
        .into_iter()
        .map(|licence| {
            let entry = &index.licences[licence.at()];
            let used = used(licence);
            let left = entry
                .max_runs
                .map_or(i64::MAX, |most| i64::from(most) - i64::from(used));
            (left, entry, used)
        })
        .min_by_key(|(left, ..)| *left)
        .map(|(_, entry, used)| RunsView {
            licence: entry.id.to_string(),
            used,
            most: entry.max_runs,
            licences: count,
        })
}

/// How often an item is on air, its next airing and its last.
fn on_air(item: Item, index: &Index, catalogue: &Catalogue, now: Instant) -> (u32, Option<On>, Option<On>) {
    let (mut count, mut next, mut last) = (0_usize, None::<On>, None::<On>);
    for version in item.versions(index) {
        let all = catalogue.airings(VersionIx(version));
        count += all.len();
        let split = all.partition_point(|on| on.start < now);
        let earliest = all.get(split).copied();
        next = match (next, earliest) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        last = last.max(split.checked_sub(1).and_then(|at| all.get(at)).copied());
    }
    (u32::try_from(count).unwrap_or(u32::MAX), next, last)
}

pub(super) fn airs_at(on: On, station: &Station, index: &Index) -> AirsAt {
    let entry = &index.channels[on.channel.at()];
    let date = entry.clock.broadcast_date(on.start);
    AirsAt {
        channel: entry.id.to_string(),
        name: channel_name(on.channel, station, index),
        date: date_view(date),
        wall: wall(&entry.clock, date, on.start),
        starts: entry.clock.text(on.start),
    }
}

pub(super) fn channel_name(channel: ChannelIx, station: &Station, index: &Index) -> String {
    match station.channels.get(channel.at()) {
        Some(one) => one.name.clone(),
        None => index.channels[channel.at()].id.to_string(),
    }
}
