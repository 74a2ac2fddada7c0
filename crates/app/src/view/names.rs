//! What there is to choose from, by name: for dialogs that ask for a season, a licence, a slot, a version.

use arna_domain::{Language, Station};
use serde::Serialize;
use specta::Type;

/// What there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NamesView {
    /// Seasons that a roll-out can be of.
    pub seasons: Vec<SeasonName>,
    /// Licences.
    pub licences: Vec<LicenceName>,
    /// Slots.
    pub slots: Vec<SlotName>,
}

/// A season.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SeasonName {
    /// Its id.
    pub id: String,
    /// The programme's title.
    pub title: String,
    /// Its place in the programme, from 1; 0 where it is the only one.
    pub number: u32,
    /// Its episodes.
    pub episodes: u32,
    /// The languages that every episode has a version in, then those that some have.
    pub languages: Vec<String>,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LicenceName {
    /// Its id.
    pub id: String,
    /// The programme's title.
    pub title: String,
    /// The first date.
    pub from: String,
    /// The last date.
    pub until: String,
    /// Runs of each episode; none: no limit.
    pub runs: Option<u32>,
}

/// A slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SlotName {
    /// Its id.
    pub id: String,
    /// The channel.
    pub channel: String,
    /// By the wall clock.
    pub start: String,
}

/// A version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct VersionName {
    /// Its id.
    pub id: String,
    /// The programme's title.
    pub title: String,
    /// The episode: its title, or its number as `2×14`.
    pub episode: String,
    /// The language spoken.
    pub language: String,
}

/// Versions found at most.
const MOST_VERSIONS: usize = 40;

/// What there is to choose from, in a language.
pub fn names(station: &Station, language: &Language) -> NamesView {
    let title_of = |programme: &arna_domain::Programme| {
        let title = programme.title.in_or_near(language.as_str());
        title.unwrap_or(programme.id.as_str()).to_owned()
    };
    let seasons = station
        .programmes
        .iter()
        .filter(|one| !["promo", "filler"].contains(&one.kind.as_str()));
    let seasons = seasons.flat_map(|programme| {
        let several = programme.seasons.len() > 1;
        programme.seasons.iter().zip(1..).map(move |(season, number)| {
            let mut spoken: Vec<(usize, String)> = Vec::new();
            for version in season.episodes.iter().flat_map(|episode| &episode.versions) {
                let tag = version.language.to_string();
                match spoken.iter_mut().find(|(_, known)| *known == tag) {
                    Some((count, _)) => *count += 1,
                    None => spoken.push((1, tag)),
                }
            }
            spoken.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
            SeasonName {
                id: season.id.to_string(),
                title: title_of(programme),
                number: if several { number } else { 0 },
                episodes: u32::try_from(season.episodes.len()).unwrap_or(u32::MAX),
                languages: spoken.into_iter().map(|(_, tag)| tag).collect(),
            }
        })
    });
    let licences = station.licences.iter().map(|licence| {
        let programme = station.programmes.iter().find(|one| one.id == licence.programme);
        LicenceName {
            id: licence.id.to_string(),
            title: programme.map(title_of).unwrap_or_default(),
            from: licence.from.to_string(),
            until: licence.until.to_string(),
            runs: licence.max_runs,
        }
    });
    NamesView {
        seasons: seasons.collect(),
        licences: licences.collect(),
        slots: station
            .slots
            .iter()
            .map(|slot| SlotName {
                id: slot.id.to_string(),
                channel: slot.channel.to_string(),
                start: slot.start.to_string(),
            })
            .collect(),
    }
}

/// Versions whose id or title holds every word asked for; at most forty.
pub fn versions(station: &Station, wanted: &str, language: &Language) -> Vec<VersionName> {
    let words: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    for programme in &station.programmes {
        let title = programme.title.in_or_near(language.as_str()).unwrap_or_default();
        for (season, number) in programme.seasons.iter().zip(1_usize..) {
            for (episode, place) in season.episodes.iter().zip(1_usize..) {
                let own = episode.title.in_or_near(language.as_str());
                let called = own.map_or_else(|| format!("{number}×{place}"), str::to_owned);
                for version in &episode.versions {
                    let text = format!("{} {title} {called}", version.id).to_lowercase();
                    if words.iter().all(|word| text.contains(word.as_str())) {
                        found.push(VersionName {
                            id: version.id.to_string(),
                            title: title.to_owned(),
                            episode: called.clone(),
                            language: version.language.to_string(),
                        });
                        if found.len() == MOST_VERSIONS {
                            return found;
                        }
                    }
                }
            }
        }
    }
    found
}
