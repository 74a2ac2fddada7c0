//! Finding and replacing: what airs of one thing gives way to another, everywhere in a range.

use arna_domain::index::{EpisodeIx, SeasonIx, VersionIx};
use arna_domain::{Airing, ChannelId, DateRange, Index, Station, values};

use super::Manner;
use super::draft::Draft;
use super::moving::counted;
use crate::failure::Failure;
use crate::ops::Op;

/// What gives way to what, where.
#[derive(Clone, Debug)]
pub struct Everywhere {
    /// A programme, season, episode or version.
    pub find: String,
    /// What takes its place: of the same kind, or an episode or version for all of it.
    pub with: String,
    /// The broadcast dates.
    pub range: DateRange,
    /// The channels; empty: all.
    pub channels: Vec<ChannelId>,
    /// How.
    pub manner: Manner,
}

/// A part of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Programme(arna_domain::index::ProgrammeIx),
    Season(SeasonIx),
    Episode(EpisodeIx),
    Version(VersionIx),
}

impl Part {
    /// The part of this id; ids of different kinds may be alike, then the larger part is meant.
    pub(crate) fn named(index: &Index, id: &str) -> Option<Self> {
        index
            .programme(id)
            .map(Self::Programme)
            .or_else(|| index.season(id).map(Self::Season))
            .or_else(|| index.episode(id).map(Self::Episode))
            .or_else(|| index.version(id).map(Self::Version))
    }

    /// Whether a version is of it.
    pub(crate) fn holds(self, index: &Index, version: VersionIx) -> bool {
        let entry = &index.versions[version.at()];
        match self {
            Self::Programme(programme) => entry.programme == programme,
            Self::Season(season) => entry.season == season,
            Self::Episode(episode) => entry.episode == episode,
            Self::Version(own) => own == version,
        }
    }

    /// What of it takes the place of a version: the same season and episode by their places, in the same language.
    fn instead_of(self, index: &Index, version: VersionIx) -> Option<VersionIx> {
        let entry = &index.versions[version.at()];
        let place = index.episodes[entry.episode.at()].place;
        let in_season = |season: SeasonIx| {
            let episodes = index.seasons[season.at()].episodes.clone();
            episodes.clone().nth(place as usize).map(EpisodeIx)
        };
        let episode = match self {
            Self::Version(own) => return Some(own),
            Self::Episode(episode) => Some(episode),
            Self::Season(season) => in_season(season),
            Self::Programme(programme) => {
                let seasons = index.programmes[programme.at()].seasons.clone();
                let own = entry.season.0 - index.programmes[entry.programme.at()].seasons.start;
                seasons
                    .clone()
                    .nth(own as usize)
                    .and_then(|season| in_season(SeasonIx(season)))
            }
        }?;
        let mut versions = index.episodes[episode.at()].versions.clone().map(VersionIx);
        versions.find(|other| index.versions[other.at()].language == entry.language)
    }
}

/// Replaces what airs of one thing by another in a range, each from the same start on, in the language that it aired in.
///
/// # Errors
/// `unknown_item`; `nothing_found`; `no_version_in_language` where one has nothing in its language to take its place; as replacing.
pub fn replace_everywhere(station: &Station, index: &Index, asked: &Everywhere) -> Result<Op, Failure> {
    let part = |id: &str| {
        let found = Part::named(index, id);
        found.ok_or_else(|| Failure::new("unknown_item", values! { "id" => id }))
    };
    let (find, with) = (part(&asked.find)?, part(&asked.with)?);
    let mut draft = Draft::of(station, index, &asked.manner);
    let is_asked = |one: &&Airing| {
        one.origin.is_programme()
            && asked.range.holds(one.date)
            && (asked.channels.is_empty() || asked.channels.contains(&one.channel))
    };
    let mut count = 0;
    let found: Vec<(&Airing, VersionIx)> = station
        .schedule
        .iter()
        .filter(is_asked)
        .filter_map(|one| Some((one, index.version(one.version.as_ref()?.as_str())?)))
        .filter(|&(_, version)| find.holds(index, version))
        .collect();
    for &(airing, version) in &found {
        let Some(other) = with.instead_of(index, version) else {
            let mut args = draft.args(airing);
            let language = &index.languages[index.versions[version.at()].language.at()];
            args.insert("language".to_owned(), language.as_str().into());
            args.insert("with".to_owned(), asked.with.as_str().into());
            return Err(Failure::new("no_version_in_language", args));
        };
        if other == version {
            continue;
        }
        let channel = draft.channel(airing.channel.as_str())?;
        // An earlier replacement may have moved this one on.
        let lane = draft.lane(channel);
        let now = lane
            .bodies
            .iter()
            .filter(|one| one.version == airing.version && one.start >= airing.start);
        let Some(now) = now.min_by_key(|one| one.start).cloned() else {
            continue;
        };
        draft.lift(&now)?;
        draft.lay(channel, now.start, other)?;
        count += 1;
    }
    if count == 0 {
        return Err(Failure::new("nothing_found", values! { "id" => asked.find.as_str() }));
    }
    let args = values! {
        "find" => asked.find.as_str(), "with" => asked.with.as_str(),
        "from" => asked.range.from.to_string(), "until" => asked.range.end().plus_days(-1).to_string()
    };
    let args = counted(args, count, &draft);
    Ok(draft.finish("replace_everywhere", args))
}
