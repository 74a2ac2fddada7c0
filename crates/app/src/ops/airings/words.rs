//! What the journal calls what was edited.

use arna_domain::index::VersionIx;
use arna_domain::time::ChannelClock;
use arna_domain::{Airing, BroadcastDate, Index, Instant, Language, Station};

/// The title of what a version is of: the episode's, else the programme's with the episode's number.
pub(crate) fn title_of(station: &Station, index: &Index, version: VersionIx, language: &Language) -> String {
    let entry = &index.versions[version.at()];
    let Some(programme) = station.programmes.get(entry.programme.at()) else {
        return entry.id.to_string();
    };
    let season = (entry.season.0 - index.programmes[entry.programme.at()].seasons.start) as usize;
    let place = index.episodes[entry.episode.at()].place as usize;
    let season = programme.seasons.get(season);
    let episode = season.and_then(|season| season.episodes.get(place));
    if let Some(title) = episode.and_then(|episode| episode.title.in_or_near(language.as_str())) {
        return title.to_owned();
    }
    let title = programme.title.in_or_near(language.as_str());
    let title = title.unwrap_or(programme.id.as_str());
    match season.zip(episode) {
        Some((season, episode)) if season.episodes.len() > 1 => {
            format!("{title} {}×{}", season.number, episode.number)
        }
        _ => title.to_owned(),
    }
}

/// The title of an airing; a hold's is its own.
pub(crate) fn title_of_airing(station: &Station, index: &Index, airing: &Airing, language: &Language) -> String {
    let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
    match (version, &airing.title) {
        (Some(version), _) => title_of(station, index, version, language),
        (None, Some(title)) => title.clone(),
        (None, None) => airing
            .slot
            .as_ref()
            .map_or(airing.channel.as_str(), |slot| slot.as_str())
            .to_owned(),
    }
}

/// `21:05`, or `25:30` after midnight; with seconds where there are some.
pub(crate) fn wall(clock: &ChannelClock, date: BroadcastDate, at: Instant) -> String {
    let mut text = clock.wall_text(date, at);
    if text.ends_with(":00") {
        text.truncate(text.len() - 3);
    }
    text
}
