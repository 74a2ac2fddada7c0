//! The catalogue as it is looked through: its rows in order, all that can be typed to find them, their airings and the runs that
//! they took. Made once for a revision of the station, so that a catalogue of 100,000 episodes answers at every key.

use std::collections::HashMap;
use std::ops::Range;

use arna_domain::index::{ChannelIx, EpisodeIx, Fixed, LicenceIx, ProgrammeIx, SeasonIx, VersionIx};
use arna_domain::instance::Instances;
use arna_domain::occasion::Media;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::{Episode, Index, Instant, Programme, Season, Station, Version, Words};

/// A row of the catalogue's tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A programme.
    Programme(ProgrammeIx),
    /// A season.
    Season(SeasonIx),
    /// An episode.
    Episode(EpisodeIx),
    /// A version.
    Version(VersionIx),
}

impl Item {
    /// Its depth in the tree: 0, a programme, to 3.
    pub fn depth(self) -> u8 {
        match self {
            Self::Programme(_) => 0,
            Self::Season(_) => 1,
            Self::Episode(_) => 2,
            Self::Version(_) => 3,
        }
    }

    /// The trade's word.
    pub fn noun(self) -> &'static str {
        ["programme", "season", "episode", "version"][self.depth() as usize]
    }

    /// Its id.
    pub fn id(self, index: &Index) -> &str {
        match self {
            Self::Programme(at) => index.programmes[at.at()].id.as_str(),
            Self::Season(at) => index.seasons[at.at()].id.as_str(),
            Self::Episode(at) => index.episodes[at.at()].id.as_str(),
            Self::Version(at) => index.versions[at.at()].id.as_str(),
        }
    }

    /// What a window calls it: `episode:quotes/3/1`.
    pub fn key(self, index: &Index) -> String {
        format!("{}:{}", self.noun(), self.id(index))
    }

    /// The item of a key.
    pub fn of_key(key: &str, index: &Index) -> Option<Self> {
        let (noun, id) = key.split_once(':')?;
        match noun {
            "programme" => index.programme(id).map(Self::Programme),
            "season" => index.season(id).map(Self::Season),
            "episode" => index.episode(id).map(Self::Episode),
            "version" => index.version(id).map(Self::Version),
            _ => None,
        }
    }

    /// What it is a part of.
    pub fn parent(self, index: &Index) -> Option<Self> {
        match self {
            Self::Programme(_) => None,
            Self::Season(at) => Some(Self::Programme(index.seasons[at.at()].programme)),
            Self::Episode(at) => Some(Self::Season(index.episodes[at.at()].season)),
            Self::Version(at) => Some(Self::Episode(index.versions[at.at()].episode)),
        }
    }

    /// Its programme.
    pub fn programme(self, index: &Index) -> ProgrammeIx {
        match self {
            Self::Programme(at) => at,
            Self::Season(at) => index.seasons[at.at()].programme,
            Self::Episode(at) => index.episodes[at.at()].programme,
            Self::Version(at) => index.versions[at.at()].programme,
        }
    }

    /// Its versions, which are consecutive.
    pub fn versions(self, index: &Index) -> Range<u32> {
        match self {
            Self::Programme(at) => index.programmes[at.at()].versions.clone(),
            Self::Season(_) => {
                let episodes = self.episodes(index);
                match (episodes.clone().next(), episodes.last()) {
                    (Some(first), Some(last)) => {
                        index.episodes[first as usize].versions.start..index.episodes[last as usize].versions.end
                    }
                    _ => 0..0,
                }
            }
            Self::Episode(at) => index.episodes[at.at()].versions.clone(),
            Self::Version(at) => at.0..at.0 + 1,
        }
    }

    /// Its episodes, which are consecutive; a version's is the one it is a version of.
    pub fn episodes(self, index: &Index) -> Range<u32> {
        match self {
            Self::Programme(at) => {
                let seasons = &index.programmes[at.at()].seasons;
                match (seasons.clone().next(), seasons.clone().last()) {
                    (Some(first), Some(last)) => {
                        index.seasons[first as usize].episodes.start..index.seasons[last as usize].episodes.end
                    }
                    _ => 0..0,
                }
            }
            Self::Season(at) => index.seasons[at.at()].episodes.clone(),
            Self::Episode(at) => at.0..at.0 + 1,
            Self::Version(at) => {
                let episode = index.versions[at.at()].episode;
                episode.0..episode.0 + 1
            }
        }
    }
}

/// The records of an item, from the programme down to it.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// The season, of a season and what is below.
    pub season: Option<&'a Season>,
    /// The episode, of an episode and what is below.
    pub episode: Option<&'a Episode>,
    /// The version.
    pub version: Option<&'a Version>,
}

impl<'a> Records<'a> {
    /// The records of an item. Index and station count alike: in document order.
    pub fn of(item: Item, station: &'a Station, index: &Index) -> Option<Self> {
        let at = Places::of(item, index);
        let programme = station.programmes.get(at.programme)?;
        let season = at.season.and_then(|at| programme.seasons.get(at));
        let episode = season.zip(at.episode).and_then(|(season, at)| season.episodes.get(at));
        let version = episode
            .zip(at.version)
            .and_then(|(episode, at)| episode.versions.get(at));
        Some(Self {
            programme,
            season,
            episode,
            version,
        })
    }
}

/// Where an item stands in its programme's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// The programme's place in the station.
    pub programme: usize,
    /// The season's in the programme.
    pub season: Option<usize>,
    /// The episode's in the season.
    pub episode: Option<usize>,
    /// The version's in the episode.
    pub version: Option<usize>,
}

impl Places {
    /// Where an item stands.
    pub fn of(item: Item, index: &Index) -> Self {
        let programme = item.programme(index);
        let season_at = |season: SeasonIx| (season.0 - index.programmes[programme.at()].seasons.start) as usize;
        let episode_at = |episode: EpisodeIx| index.episodes[episode.at()].place as usize;
        let bare = Self {
            programme: programme.at(),
            season: None,
            episode: None,
            version: None,
        };
        match item {
            Item::Programme(_) => bare,
            Item::Season(season) => Self {
                season: Some(season_at(season)),
                ..bare
            },
            Item::Episode(episode) => Self {
                season: Some(season_at(index.episodes[episode.at()].season)),
                episode: Some(episode_at(episode)),
                ..bare
            },
            Item::Version(version) => {
                let entry = &index.versions[version.at()];
                let first = index.episodes[entry.episode.at()].versions.start;
                Self {
                    season: Some(season_at(entry.season)),
                    episode: Some(episode_at(entry.episode)),
                    version: Some((version.0 - first) as usize),
                    ..bare
                }
            }
        }
    }
}

/// A row, with what follows it.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it shows.
    pub item: Item,
    /// The row after the last one below it.
    pub end: usize,
    /// Where its own text lies.
    text: Range<usize>,
}

/// An airing of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct On {
    /// When it starts.
    pub start: Instant,
    /// Where.
    pub channel: ChannelIx,
}

/// The catalogue of a station at a revision.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The rows in order, each before what is below it.
    pub nodes: Vec<Node>,
    /// Small letters of all rows.
    text: String,
    /// The airings of each version, in time order: history, schedule, pins.
    airings: Vec<Vec<On>>,
    /// Runs taken of each licence and episode, on each channel; one number for all where the licence shares them.
    runs: HashMap<(LicenceIx, EpisodeIx), Vec<(ChannelIx, u32)>>,
    /// Airings charged to each licence.
    charged: Vec<u32>,
    /// What each version plays from.
    media: Vec<MediaState>,
}

/// What a version plays from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaState {
    /// No file.
    None,
    /// A file as long as the version, or one that nobody measured.
    Attached,
    /// A file that is longer or shorter than the version, beyond [`MediaState::TOLERANCE_MS`].
    Differs,
}

impl MediaState {
    /// How much longer or shorter than its version a file may be: a second, which a frame of black at each end makes up.
    pub const TOLERANCE_MS: i64 = 1_000;

    /// What a version plays from, given its media record.
    pub fn of(version: &Version, media: Option<&Media>) -> Self {
        match media.map(|media| media.duration_ms) {
            None => Self::None,
            Some(Some(ms)) if (ms - version.duration_ms).abs() > Self::TOLERANCE_MS => Self::Differs,
            Some(_) => Self::Attached,
        }
    }

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Attached => "all",
            Self::Differs => "differs",
        }
    }
}

impl Catalogue {
    /// The catalogue of a station.
    pub fn of(station: &Station, index: &Index) -> Self {
        let mut catalogue = Self {
            nodes: Vec::with_capacity(
                index.programmes.len() + index.seasons.len() + index.episodes.len() + index.versions.len(),
            ),
            text: String::new(),
            airings: Vec::new(),
            runs: HashMap::new(),
            charged: vec![0; index.licences.len()],
            media: media(station),
        };
        catalogue.list(station, index);
        catalogue.count(station, index);
        catalogue
    }

    fn list(&mut self, station: &Station, index: &Index) {
        for (number, programme) in (0..).map(ProgrammeIx).zip(&station.programmes) {
            let own = self.open(Item::Programme(number));
            self.words(&programme.title);
            self.word(programme.id.as_str());
            self.word(&programme.kind);
            programme.tags.iter().for_each(|tag| self.word(tag));
            self.ends_text(own);
            let seasons = index.programmes[number.at()].seasons.clone().map(SeasonIx);
            for (number, season) in seasons.zip(&programme.seasons) {
                self.season(number, season, index);
            }
            self.close(own);
        }
    }

    fn season(&mut self, number: SeasonIx, season: &Season, index: &Index) {
        let own = self.open(Item::Season(number));
        self.words(&season.title);
        self.word(season.id.as_str());
        self.word(&format!("s{}", season.number));
        self.ends_text(own);
        let episodes = index.seasons[number.at()].episodes.clone().map(EpisodeIx);
        for (number, episode) in episodes.zip(&season.episodes) {
            let own = self.open(Item::Episode(number));
            self.words(&episode.title);
            self.word(episode.id.as_str());
            self.word(&format!("{}×{} {0}x{1}", season.number, episode.number));
            self.ends_text(own);
            let versions = index.episodes[number.at()].versions.clone().map(VersionIx);
            for (number, version) in versions.zip(&episode.versions) {
                let own = self.open(Item::Version(number));
                self.word(version.id.as_str());
                self.word(version.language.as_str());
                version.house_number.iter().for_each(|house| self.word(house));
                self.ends_text(own);
                self.close(own);
            }
            self.close(own);
        }
        self.close(own);
    }

    fn open(&mut self, item: Item) -> usize {
        let from = self.text.len();
        self.nodes.push(Node {
            item,
            end: 0,
            text: from..from,
        });
        self.nodes.len() - 1
    }

    fn ends_text(&mut self, own: usize) {
        self.nodes[own].text.end = self.text.len();
    }

    fn close(&mut self, own: usize) {
        self.nodes[own].end = self.nodes.len();
    }

    fn words(&mut self, words: &Words) {
        words.0.values().for_each(|text| self.word(text));
    }

    fn word(&mut self, text: &str) {
        if text.is_ascii() {
            self.text.extend(text.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            self.text.extend(text.chars().flat_map(char::to_lowercase));
        }
        self.text.push('\n');
    }

    /// Airings by version, and the runs that they take: history and pins as the planner charges them, the schedule as it is
    /// charged.
    fn count(&mut self, station: &Station, index: &Index) {
        let instances = Instances::default();
        let mut placed = Placed::new(index, &instances);
        let mut airings = vec![Vec::new(); index.versions.len()];
        let fixed = |one: &Fixed, by: By| Showing {
            channel: one.channel,
            date: one.date,
            start: one.start,
            version: one.version,
            by,
            licence: one.licence,
            instance: None,
            source: None,
        };
        let mut all: Vec<Showing> = station
            .schedule
            .iter()
            .filter(|one| one.version.is_some())
            .filter_map(|one| {
                Some(Showing {
                    channel: index.channel(one.channel.as_str())?,
                    date: one.date,
                    start: one.start,
                    version: index.version(one.version.as_ref()?.as_str())?,
                    by: By::Pool,
                    licence: one.licence.as_ref().and_then(|id| index.licence(id.as_str())),
                    instance: None,
                    source: None,
                })
            })
            .collect();
        let known: std::collections::HashSet<_> = all.iter().map(|one| (one.channel, one.start, one.version)).collect();
        let waiting = index
            .history
            .iter()
            .map(|one| {
                let moves_strand = one.moves_strand;
                fixed(one, By::History { moves_strand })
            })
            .chain(index.pins.iter().map(|one| fixed(one, By::Pin)));
        let mut rest: Vec<Showing> = waiting
            .filter(|one| !known.contains(&(one.channel, one.start, one.version)))
            .collect();
        rest.sort_by_key(|one| (one.licence.is_none(), one.start, one.channel));
        all.sort_by_key(|one| (one.start, one.channel));
        for one in all.iter().chain(&rest) {
            airings[one.version.at()].push(On {
                start: one.start,
                channel: one.channel,
            });
        }
        airings.iter_mut().for_each(|list: &mut Vec<On>| list.sort_unstable());
        for one in all {
            if let Some(licence) = one.licence {
                self.charged[licence.at()] += 1;
                placed.place(one);
            }
        }
        for one in rest {
            let one = if one.licence.is_some() { one } else { placed.charge(one) };
            if let Some(licence) = one.licence {
                self.charged[licence.at()] += 1;
                placed.place(one);
            }
        }
        self.runs = placed
            .charges()
            .map(|(licence, episode, channels)| {
                let taken = channels
                    .into_iter()
                    .map(|channel| (channel, placed.runs_taken(licence, channel, episode)));
                ((licence, episode), taken.collect())
            })
            .collect();
        self.airings = airings;
    }

    /// The airings of a version, in time order.
    pub fn airings(&self, version: VersionIx) -> &[On] {
        self.airings.get(version.at()).map_or(&[], Vec::as_slice)
    }

    /// The runs of a licence that an episode took on each channel where it took some.
    pub fn runs(&self, licence: LicenceIx, episode: EpisodeIx) -> &[(ChannelIx, u32)] {
        self.runs.get(&(licence, episode)).map_or(&[], Vec::as_slice)
    }

    /// Of each licence that took runs the episodes, with the most that one took on a channel.
    pub fn most_runs(&self) -> HashMap<LicenceIx, Vec<(EpisodeIx, u32)>> {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for (&(licence, episode), taken) in &self.runs {
            let most = taken.iter().map(|&(_, runs)| runs).max().unwrap_or_default();
            all.entry(licence).or_default().push((episode, most));
        }
        all
    }

    /// What a version plays from.
    pub fn media(&self, version: VersionIx) -> MediaState {
        self.media.get(version.at()).copied().unwrap_or(MediaState::None)
    }

    /// Airings charged to a licence.
    pub fn charged(&self, licence: LicenceIx) -> u32 {
        self.charged.get(licence.at()).copied().unwrap_or_default()
    }

    /// The rows to show. `opened` says of a row whether what is below it is shown.
    pub fn rows(&self, asked: &str, opened: impl Fn(Item, bool) -> bool) -> Found {
        let asked = asked.to_lowercase();
        let words: Vec<&str> = asked.split_whitespace().take(30).collect();
        let mut found = Found::default();
        if words.is_empty() {
            let mut at = 0;
            while let Some(node) = self.nodes.get(at) {
                found.rows.push(Row {
                    node: at,
                    is_match: false,
                });
                at = if opened(node.item, false) { at + 1 } else { node.end };
            }
            return found;
        }
        let all = (1_u32 << words.len()) - 1;
        let marks = self.marks(&words, all, &mut found.matches);
        let mut at = 0;
        while let Some(node) = self.nodes.get(at) {
            match marks[at] {
                Mark::None => at = node.end,
                mark => {
                    found.rows.push(Row {
                        node: at,
                        is_match: mark == Mark::Match,
                    });
                    at = if opened(node.item, mark == Mark::Above) {
                        at + 1
                    } else {
                        node.end
                    };
                }
            }
        }
        found
    }

    /// What each row is to a filter: the topmost rows whose texts, with those above, hold every word; what is above and below
    /// them.
    fn marks(&self, words: &[&str], all: u32, matches: &mut u32) -> Vec<Mark> {
        let mut marks = vec![Mark::None; self.nodes.len()];
        // Masks of the words found so far, from the programme down.
        let mut masks = [0_u32; 4];
        let mut path = [0_usize; 4];
        let mut at = 0;
        while at < self.nodes.len() {
            let node = &self.nodes[at];
            let depth = node.item.depth() as usize;
            let above = if depth == 0 { 0 } else { masks[depth - 1] };
            let own = &self.text[node.text.clone()];
            let mut mask = above;
            for (bit, word) in words.iter().enumerate() {
                if mask & (1 << bit) == 0 && own.contains(word) {
                    mask |= 1 << bit;
                }
            }
            masks[depth] = mask;
            path[depth] = at;
            if mask != all {
                at += 1;
                continue;
            }
            *matches += 1;
            marks[at] = Mark::Match;
            marks[at + 1..node.end].fill(Mark::Below);
            // Every row above shows, so that the match has its place.
            path[..depth].iter().for_each(|&above| marks[above] = Mark::Above);
            at = node.end;
        }
        marks
    }
}

/// What the versions play from, in document order.
fn media(station: &Station) -> Vec<MediaState> {
    let by_id: HashMap<_, _> = station.media.iter().map(|media| (&media.id, media)).collect();
    let seasons = station.programmes.iter().flat_map(|programme| &programme.seasons);
    seasons
        .flat_map(|season| &season.episodes)
        .flat_map(|episode| &episode.versions)
        .map(|version| {
            let media = version.media.as_ref().and_then(|id| by_id.get(id));
            MediaState::of(version, media.copied())
        })
        .collect()
}

/// What a row is to a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    Above,
    Match,
    Below,
}

/// A row to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in [`Catalogue::nodes`].
    pub node: usize,
    /// Whether it is what the filter asks for.
    pub is_match: bool,
}

/// What a filter found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The rows to show, in order.
    pub rows: Vec<Row>,
    /// How many rows are what the filter asks for.
    pub matches: u32,
}
