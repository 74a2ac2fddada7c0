//! What a channel was sent, for its log to be laid beside: a published revision, in a catalogue that calls everything as it was told
//! then.

use std::collections::HashMap;
use std::mem;

use arna_domain::{
    Episode, EpisodeId, Index, Programme, ProgrammeId, Season, SeasonId, Slot, Station, Version, VersionId,
};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::publish::Published;
use crate::source;

/// A revision to lay a log beside.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its number among the channel's, from 1.
    pub number: i64,
    /// The catalogue of now as the revision told it, with the revision's schedule.
    pub station: Station,
    /// Its index.
    pub index: Index,
}

impl Desk {
    /// What a channel was sent: a revision by its number, none named: the last.
    ///
    /// # Errors
    /// As [`Desk::published`]; what of it cannot be worked with beside the catalogue of now.
    pub fn sent(&mut self, channel: &str, number: Option<i64>) -> Result<Sent, Failure> {
        let published = self.published(channel, number)?;
        let number = published.revision.number;
        let station = as_told(self.store().station_without_schedule()?, published);
        let index = source::index_of(&station, self.zones())?;
        Ok(Sent { number, station, index })
    }
}

/// The station with a revision's schedule and the revision's words for what stands in it. What the catalogue has lost since is
/// there again; what it got since is there too, for a log may tell of it.
fn as_told(mut station: Station, published: Published) -> Station {
    let told = published.station;
    let mut catalogue = Catalogue::of(station.programmes);
    for programme in told.programmes {
        catalogue.tell(programme);
    }
    station.programmes = catalogue.programmes;
    let is_gone = |slot: &Slot| station.slots.iter().all(|one| one.id != slot.id);
    let gone: Vec<Slot> = told.slots.into_iter().filter(is_gone).collect();
    station.slots.extend(gone);
    station.schedule = told.schedule;
    station
}

/// A catalogue, and where in it everything stands: programme, season, episode, version.
struct Catalogue {
    programmes: Vec<Programme>,
    programme_at: HashMap<ProgrammeId, usize>,
    season_at: HashMap<SeasonId, (usize, usize)>,
    episode_at: HashMap<EpisodeId, (usize, usize, usize)>,
    version_at: HashMap<VersionId, (usize, usize, usize, usize)>,
}

impl Catalogue {
    fn of(programmes: Vec<Programme>) -> Self {
        let mut catalogue = Self {
            programmes,
            programme_at: HashMap::new(),
            season_at: HashMap::new(),
            episode_at: HashMap::new(),
            version_at: HashMap::new(),
        };
        for (p, programme) in catalogue.programmes.iter().enumerate() {
            catalogue.programme_at.insert(programme.id.clone(), p);
            for (s, season) in programme.seasons.iter().enumerate() {
                catalogue.season_at.insert(season.id.clone(), (p, s));
                for (e, episode) in season.episodes.iter().enumerate() {
                    catalogue.episode_at.insert(episode.id.clone(), (p, s, e));
                    for (v, version) in episode.versions.iter().enumerate() {
                        catalogue.version_at.insert(version.id.clone(), (p, s, e, v));
                    }
                }
            }
        }
        catalogue
    }

    /// Lays a programme as it was told over the catalogue. Episodes that a revision only counts have no versions in it: they stay
    /// as the catalogue has them.
    fn tell(&mut self, mut told: Programme) {
        let seasons = mem::take(&mut told.seasons);
        let programme = self.programme(told);
        for mut told in seasons {
            let episodes = mem::take(&mut told.episodes);
            let season = self.season(programme, told);
            for mut told in episodes {
                let versions = mem::take(&mut told.versions);
                if versions.is_empty() {
                    continue;
                }
                let episode = self.episode(season, told);
                for told in versions {
                    self.version(episode, told);
                }
            }
        }
    }

    fn programme(&mut self, told: Programme) -> usize {
        if let Some(&p) = self.programme_at.get(&told.id) {
            self.programmes[p].title = told.title;
            return p;
        }
        self.programme_at.insert(told.id.clone(), self.programmes.len());
        self.programmes.push(told);
        self.programmes.len() - 1
    }

    fn season(&mut self, p: usize, told: Season) -> (usize, usize) {
        let seasons = &mut self.programmes[p].seasons;
        *self.season_at.entry(told.id.clone()).or_insert_with(|| {
            seasons.push(told);
            (p, seasons.len() - 1)
        })
    }

    fn episode(&mut self, (p, s): (usize, usize), told: Episode) -> (usize, usize, usize) {
        if let Some(&(p, s, e)) = self.episode_at.get(&told.id) {
            self.programmes[p].seasons[s].episodes[e].title = told.title;
            return (p, s, e);
        }
        let episodes = &mut self.programmes[p].seasons[s].episodes;
        self.episode_at.insert(told.id.clone(), (p, s, episodes.len()));
        episodes.push(told);
        (p, s, episodes.len() - 1)
    }

    fn version(&mut self, (p, s, e): (usize, usize, usize), told: Version) {
        // Logs know no media files, and the station may know this one no longer.
        let told = Version { media: None, ..told };
        if let Some(&(p, s, e, v)) = self.version_at.get(&told.id) {
            self.programmes[p].seasons[s].episodes[e].versions[v] = told;
            return;
        }
        let versions = &mut self.programmes[p].seasons[s].episodes[e].versions;
        self.version_at.insert(told.id.clone(), (p, s, e, versions.len()));
        versions.push(told);
    }
}
