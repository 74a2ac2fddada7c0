//! What a search found.

use arna_domain::time::SECOND;
use arna_domain::{Episode, Language, Programme, Station};
use serde::Serialize;
use specta::Type;

use crate::search::Hit;

/// A programme or an episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FoundView {
    /// The programme or episode.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The programme's title, where it is an episode.
    pub of: Option<String>,
    /// An episode's number: `2×14`.
    pub number: Option<String>,
    /// What can air: an episode's versions.
    pub versions: Vec<FoundVersionView>,
}

/// A version found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FoundVersionView {
    /// The version.
    pub id: String,
    /// The language spoken.
    pub language: String,
    /// Its duration: `25:40`.
    pub duration: String,
}

/// Hits, in a language.
pub fn found(hits: &[Hit], station: &Station, language: &Language) -> Vec<FoundView> {
    hits.iter()
        .filter_map(|hit| {
            let (programme, episode) = hit.of(station)?;
            let season = programme.seasons.get(hit.season);
            Some(match episode {
                Some(episode) => of_episode(programme, season.map_or(1, |one| one.number), episode, language),
                None => FoundView {
                    id: programme.id.to_string(),
                    title: title(programme, language),
                    of: None,
                    number: None,
                    versions: only_episode(programme).map(versions).unwrap_or_default(),
                },
            })
        })
        .collect()
}

/// The episode of a programme that has one.
fn only_episode(programme: &Programme) -> Option<&Episode> {
    let mut all = programme.seasons.iter().flat_map(|season| &season.episodes);
    all.next().filter(|_| all.next().is_none())
}

fn of_episode(programme: &Programme, season: u32, episode: &Episode, language: &Language) -> FoundView {
    let own = episode.title.in_or_near(language.as_str());
    let number = format!("{season}×{}", episode.number);
    FoundView {
        id: episode.id.to_string(),
        title: own.map_or_else(|| title(programme, language), ToOwned::to_owned),
        of: Some(title(programme, language)),
        number: Some(number),
        versions: versions(episode),
    }
}

fn title(programme: &Programme, language: &Language) -> String {
    let title = programme.title.in_or_near(language.as_str());
    title.unwrap_or(programme.id.as_str()).to_owned()
}

fn versions(episode: &Episode) -> Vec<FoundVersionView> {
    let view = |version: &arna_domain::Version| {
        let seconds = version.duration_ms / SECOND;
        FoundVersionView {
            id: version.id.to_string(),
            language: version.language.to_string(),
            duration: if seconds >= 3600 {
                format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
            } else {
                format!("{}:{:02}", seconds / 60, seconds % 60)
            },
        }
    };
    episode.versions.iter().map(view).collect()
}
