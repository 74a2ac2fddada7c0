//! The slot wants another language: it takes this one too, or the version that it wants is made.

use arna_domain::catalogue::Version;
use arna_domain::index::{EpisodeIx, FillEntry, LanguageIx, VersionIx};
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::{Amendment, VersionId};

use super::{Proposal, Scene};
use crate::strands::next_episode;

const COST_OF_A_LANGUAGE: u32 = 12;
const COST_OF_A_VERSION: u32 = 40;

pub(super) fn fixes(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let &Grounds::Language { language, slot } = grounds else {
        return Vec::new();
    };
    let index = scene.placed.index;
    let slot = &index.slots[slot.at()];
    let all = slot.languages.iter().chain([&language]);
    let mut proposals = vec![Proposal {
        amendments: vec![Amendment::SlotLanguages {
            slot: slot.id.clone(),
            languages: all.map(|one| index.languages[one.at()].clone()).collect(),
        }],
        cost: COST_OF_A_LANGUAGE,
        focus: None,
    }];
    proposals.extend(made_versions(scene, index.versions[showing.version.at()].episode));
    proposals
}

/// A strand that waits for an episode which has no version at all.
pub(super) fn for_episode_without_versions(scene: &Scene<'_>) -> Vec<Proposal> {
    let index = scene.placed.index;
    let slot = scene.placed.instances.get(scene.instance).slot;
    let FillEntry::Sequel { season, then } = index.slots[slot.at()].fill else {
        return Vec::new();
    };
    next_episode(scene.placed, scene.instance, season, then)
        .map(|episode| made_versions(scene, episode))
        .unwrap_or_default()
}

/// A version of an episode in each language that the slot wants and nobody has, as long as the longest there is: of the
/// episode, else of its season, else of the slot.
fn made_versions(scene: &Scene<'_>, episode: EpisodeIx) -> Vec<Proposal> {
    let index = scene.placed.index;
    let at = scene.placed.instances.get(scene.instance);
    let entry = &index.episodes[episode.at()];
    let language = |version: u32| index.versions[VersionIx(version).at()].language;
    let longest = |versions: std::ops::Range<u32>| versions.map(|one| index.versions[one as usize].duration_ms).max();
    let season = &index.seasons[entry.season.at()];
    let of_season = season
        .episodes
        .clone()
        .filter_map(|one| longest(index.episodes[EpisodeIx(one).at()].versions.clone()))
        .max();
    let duration_ms = longest(entry.versions.clone())
        .or(of_season)
        .unwrap_or_else(|| at.length_ms());
    let make = |wanted: LanguageIx| {
        let language = index.languages[wanted.at()].clone();
        let id = new_id(scene, &format!("{}.{language}", entry.id));
        Proposal {
            amendments: vec![Amendment::NewVersion {
                episode: entry.id.clone(),
                version: Version {
                    id: id.clone(),
                    language,
                    duration_ms,
                    house_number: None,
                    media: None,
                },
            }],
            cost: COST_OF_A_VERSION,
            focus: Some(id),
        }
    };
    let wanted = index.slots[at.slot.at()].languages.iter().copied();
    wanted
        .filter(|&wanted| !entry.versions.clone().any(|version| language(version) == wanted))
        .map(make)
        .collect()
}

/// An id that no version has yet.
fn new_id(scene: &Scene<'_>, wanted: &str) -> VersionId {
    let is_free = |id: &String| scene.placed.index.version(id).is_none();
    let others = (2_u32..).map(|number| format!("{wanted}-{number}"));
    let id = std::iter::once(wanted.to_owned()).chain(others).find(is_free);
    VersionId::new(id.unwrap_or_default())
}
