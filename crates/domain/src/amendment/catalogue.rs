//! Versions and programmes.

use super::{known, new_id};
use crate::campaign::Target;
use crate::catalogue::{Episode, Season, Version};
use crate::id::{EpisodeId, ProgrammeId, VersionId};
use crate::index::Invalid;
use crate::station::Station;

fn seasons(station: &mut Station) -> impl Iterator<Item = &mut Season> {
    station
        .programmes
        .iter_mut()
        .flat_map(|programme| &mut programme.seasons)
}

fn episodes(station: &mut Station) -> impl Iterator<Item = &mut Episode> {
    seasons(station).flat_map(|season| &mut season.episodes)
}

pub(super) fn limit(station: &mut Station, id: &ProgrammeId, max_per_day: u32) -> Result<(), Invalid> {
    let found = station.programmes.iter_mut().find(|one| one.id == *id);
    known(found, "programme", id.as_str())?.max_per_day = Some(max_per_day);
    Ok(())
}

pub(super) fn add(station: &mut Station, id: &EpisodeId, version: &Version) -> Result<(), Invalid> {
    let ids = episodes(station)
        .flat_map(|episode| &episode.versions)
        .map(|one| one.id.as_str());
    new_id(ids, "version.id", version.id.as_str())?;
    let found = episodes(station).find(|one| one.id == *id);
    known(found, "episode", id.as_str())?.versions.push(version.clone());
    Ok(())
}

pub(super) fn lose(station: &mut Station, id: &VersionId) -> Result<(), Invalid> {
    let found = episodes(station).find(|one| one.versions.iter().any(|version| version.id == *id));
    let episode = known(found, "version", id.as_str())?;
    episode.versions.retain(|one| one.id != *id);
    let (episode, other) = (episode.id.clone(), episode.versions.first().map(|one| one.id.clone()));
    station.pins.retain(|one| one.version != *id);
    station.fillers.retain(|one| one.version != *id);
    lose_campaigns(station, id);
    match other {
        Some(other) => stand_in(station, id, &other),
        None => lose_aired(station, id, &episode),
    }
    Ok(())
}

fn lose_campaigns(station: &mut Station, version: &VersionId) {
    let (lost, kept) = std::mem::take(&mut station.campaigns)
        .into_iter()
        .partition(|one| one.version == *version);
    station.campaigns = kept;
    let lost: Vec<crate::campaign::Campaign> = lost;
    station
        .campaign_targets
        .retain(|target| lost.iter().all(|one| one.id != target.campaign));
}

/// What aired, or was accepted, in one version counts as another of the episode.
fn stand_in(station: &mut Station, lost: &VersionId, other: &VersionId) {
    let history = station.history.iter_mut().map(|one| &mut one.version);
    let accepted = station.schedule.iter_mut().filter_map(|one| one.version.as_mut());
    history
        .chain(accepted)
        .filter(|version| *version == lost)
        .for_each(|version| version.clone_from(other));
}

/// An episode without a version is waited for by its strand, unless it has aired: then the strand has passed it, and only
/// without it does the next one come.
fn lose_aired(station: &mut Station, version: &VersionId, episode: &EpisodeId) {
    let has_aired = station.history.iter().any(|one| one.version == *version)
        || station.schedule.iter().any(|one| one.version.as_ref() == Some(version));
    station.history.retain(|one| one.version != *version);
    station.schedule.retain(|one| one.version.as_ref() != Some(version));
    if has_aired {
        seasons(station).for_each(|season| season.episodes.retain(|one| one.id != *episode));
        station
            .campaign_targets
            .retain(|target| target.of != Target::Episode(episode.clone()));
    }
}
