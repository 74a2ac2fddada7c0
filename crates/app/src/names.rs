//! By what names others call what is in the catalogue: logs of what aired, and schedules that are received.

use std::collections::HashMap;

use arna_domain::index::{EpisodeIx, ProgrammeIx, VersionIx};
use arna_domain::{Airing, Episode, Index, Station, Version};
use arna_exchange::asrun::LogRow;

/// The shortest title that may be the beginning of a longer one, in characters: logs of fixed width cut what is long.
const SHORTEST_CUT: usize = 12;

/// A text as titles are compared: letters and digits in lower case, everything else one space.
pub(crate) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = if c == 'ё' { 'е' } else { c };
        if c.is_alphanumeric() {
            normal.push(c);
        } else if !normal.is_empty() && !normal.ends_with(' ') {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// By what something in a log was recognised, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The house number.
    HouseNumber,
    /// The programme's title with the episode's.
    Episode,
    /// The title.
    Title,
    /// The same episode in another version.
    Version,
    /// Only the time.
    Time,
}

impl Key {
    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HouseNumber => "house_number",
            Self::Episode => "episode",
            Self::Title => "title",
            Self::Version => "version",
            Self::Time => "time",
        }
    }

    /// How much a match is worth, before its distance in time is taken off.
    pub(crate) fn worth(self) -> i64 {
        match self {
            Self::HouseNumber => 1_000,
            Self::Episode => 900,
            Self::Title => 700,
            Self::Version => 600,
            Self::Time => 0,
        }
    }
}

/// The catalogue by the names that others use.
#[derive(Default)]
pub(crate) struct Names {
    by_house_number: HashMap<String, Vec<VersionIx>>,
    /// By the path of a media file, and by its name alone.
    by_file: HashMap<String, Vec<VersionIx>>,
    titles: Vec<Vec<String>>,
    programmes: HashMap<String, Vec<ProgrammeIx>>,
    episodes: HashMap<EpisodeIx, Vec<String>>,
    by_episode: HashMap<String, Vec<EpisodeIx>>,
    of_programme: HashMap<(ProgrammeIx, String), Vec<EpisodeIx>>,
    /// All episodes of each programme.
    of: Vec<Vec<EpisodeIx>>,
    /// By the number of the episode, as viewers count, with that of its season.
    by_number: HashMap<(ProgrammeIx, u32), Vec<(u32, EpisodeIx)>>,
    by_title: HashMap<String, Vec<EpisodeIx>>,
}

/// By what titles something in a schedule calls itself.
pub(crate) struct Titled<'a> {
    /// Its titles, as they are compared.
    pub(crate) titles: &'a [String],
    /// Its episode's titles.
    pub(crate) episodes: &'a [String],
    /// The numbers of season and episode.
    pub(crate) number: (Option<u32>, Option<u32>),
}

/// Which episodes titles may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// These, by all that was told.
    Told(Vec<EpisodeIx>),
    /// The programme is known, and not which of its episodes.
    Programme(Vec<EpisodeIx>),
    /// None.
    Nothing,
}

/// What was scheduled, by its names.
pub(crate) struct Known {
    version: Option<VersionIx>,
    episode: Option<(EpisodeIx, ProgrammeIx)>,
    titles: Vec<String>,
}

/// What a log's row calls itself.
pub(crate) struct Called {
    /// The version of its house number, or of a title that only one version bears.
    pub(crate) version: Option<VersionIx>,
    has_number: bool,
    title: String,
    episode: String,
}

impl Names {
    pub(crate) fn of(station: &Station, index: &Index) -> Self {
        let mut names = Self::default();
        let files: HashMap<&str, &str> = (station.media.iter())
            .map(|media| (media.id.as_str(), media.file.as_str()))
            .collect();
        for (at, programme) in (0..).map(ProgrammeIx).zip(&station.programmes) {
            let titles: Vec<String> = programme.title.0.values().map(|title| normal(title)).collect();
            for title in &titles {
                once(names.programmes.entry(title.clone()).or_default(), at);
            }
            let alone = programme
                .seasons
                .iter()
                .map(|season| season.episodes.len())
                .sum::<usize>()
                == 1;
            let mut all = Vec::new();
            for season in &programme.seasons {
                for episode in &season.episodes {
                    let Some(number) = index.episode(episode.id.as_str()) else {
                        continue;
                    };
                    all.push(number);
                    let numbered = names.by_number.entry((at, episode.number)).or_default();
                    numbered.push((season.number, number));
                    names.episode(at, number, &titles, alone, episode);
                    for version in &episode.versions {
                        if let Some(number) = index.version(version.id.as_str()) {
                            names.version(number, version, &files);
                        }
                    }
                }
            }
            names.of.push(all);
            names.titles.push(titles);
        }
        names
    }

    fn episode(&mut self, of: ProgrammeIx, number: EpisodeIx, titles: &[String], alone: bool, episode: &Episode) {
        let own: Vec<String> = episode.title.0.values().map(|title| normal(title)).collect();
        for title in &own {
            self.of_programme.entry((of, title.clone())).or_default().push(number);
            once(self.by_episode.entry(title.clone()).or_default(), number);
        }
        for title in titles {
            let whole = own.iter().map(|own| format!("{title} {own}"));
            for whole in whole.chain(alone.then(|| title.clone())) {
                once(self.by_title.entry(whole).or_default(), number);
            }
        }
        self.episodes.insert(number, own);
    }

    fn version(&mut self, number: VersionIx, version: &Version, files: &HashMap<&str, &str>) {
        if let Some(house) = &version.house_number {
            once(self.by_house_number.entry(normal(house)).or_default(), number);
        }
        let file = version.media.as_ref().and_then(|id| files.get(id.as_str()));
        if let Some(path) = file {
            once(self.by_file.entry((*path).to_owned()).or_default(), number);
            once(self.by_file.entry(file_name(path).to_owned()).or_default(), number);
        }
    }

    /// The versions of a house number.
    pub(crate) fn of_number(&self, number: &str) -> &[VersionIx] {
        let found = self.by_house_number.get(&normal(number));
        found.map_or(&[], Vec::as_slice)
    }

    /// The versions of a media file: by its path, else by its name, else by what files are called that the station does not know: after
    /// the house number or the version's id.
    pub(crate) fn of_file(&self, index: &Index, path: &str) -> Vec<VersionIx> {
        let known = self.by_file.get(path).or_else(|| self.by_file.get(file_name(path)));
        if let Some(known) = known {
            return known.clone();
        }
        let whole = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let of_number = self.of_number(file_name(whole));
        if !of_number.is_empty() {
            return of_number.to_vec();
        }
        // An id has slashes of its own, so every folder may be where it begins.
        let mut rest = whole;
        loop {
            if let Some(version) = index.version(rest) {
                return vec![version];
            }
            match rest.split_once(['/', '\\']) {
                Some((_, deeper)) => rest = deeper,
                None => return Vec::new(),
            }
        }
    }

    /// The episodes that titles may mean: an episode's title or number within a programme, else the title of what has but one
    /// episode, else the episode's title alone; else all of the programme.
    pub(crate) fn meant(&self, told: &Titled<'_>) -> Meant {
        let mut programmes: Vec<ProgrammeIx> = Vec::new();
        for title in told.titles {
            let known = self.programmes.get(title).into_iter().flatten();
            known.for_each(|&programme| once(&mut programmes, programme));
        }
        let mut found: Vec<EpisodeIx> = Vec::new();
        for &programme in &programmes {
            for title in told.episodes {
                let known = self.of_programme.get(&(programme, title.clone()));
                known.into_iter().flatten().for_each(|&one| once(&mut found, one));
            }
        }
        if found.is_empty()
            && let (season, Some(episode)) = told.number
        {
            let numbered = programmes
                .iter()
                .filter_map(|&programme| self.by_number.get(&(programme, episode)));
            let numbered = numbered
                .flatten()
                .filter(|(own, _)| season.is_none_or(|season| season == *own));
            numbered.for_each(|&(_, one)| once(&mut found, one));
        }
        if found.is_empty() {
            let wholes = told.titles.iter().flat_map(|title| {
                let with = told.episodes.iter().map(move |episode| format!("{title} {episode}"));
                with.chain([title.clone()])
            });
            let known = wholes.filter_map(|whole| self.by_title.get(&whole)).flatten();
            known.for_each(|&one| once(&mut found, one));
        }
        if found.is_empty() && programmes.is_empty() {
            let known = told
                .titles
                .iter()
                .filter_map(|title| self.by_episode.get(title))
                .flatten();
            known.for_each(|&one| once(&mut found, one));
        }
        if !found.is_empty() {
            return Meant::Told(found);
        }
        let of_programmes = programmes.iter().filter_map(|programme| self.of.get(programme.at()));
        let all: Vec<EpisodeIx> = of_programmes.flatten().copied().collect();
        if all.is_empty() {
            Meant::Nothing
        } else {
            Meant::Programme(all)
        }
    }

    pub(crate) fn known(&self, index: &Index, airing: &Airing) -> Known {
        let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
        let entry = version.map(|version| &index.versions[version.at()]);
        let titles = match (entry, &airing.title) {
            (Some(entry), _) => self.titles.get(entry.programme.at()).cloned().unwrap_or_default(),
            (None, Some(title)) => vec![normal(title)],
            (None, None) => Vec::new(),
        };
        Known {
            version,
            episode: entry.map(|entry| (entry.episode, entry.programme)),
            titles,
        }
    }

    pub(crate) fn called(&self, index: &Index, row: &LogRow) -> Called {
        let text = |text: &Option<String>| text.as_deref().map_or(String::new(), normal);
        let (house, title, episode) = (text(&row.house_number), text(&row.title), text(&row.episode));
        let by_number = self.of_number(&house).first().copied();
        let whole = if episode.is_empty() {
            title.clone()
        } else {
            format!("{title} {episode}")
        };
        let by_title = || match self.by_title.get(&whole).map(Vec::as_slice) {
            Some(&[only]) => {
                let versions = &index.episodes[only.at()].versions;
                (versions.len() == 1).then_some(VersionIx(versions.start))
            }
            _ => None,
        };
        Called {
            version: by_number.or_else(by_title),
            has_number: by_number.is_some(),
            title,
            episode,
        }
    }

    /// By what a row may be something that was scheduled; none where it is something else by its name.
    pub(crate) fn key(&self, index: &Index, known: &Known, called: &Called) -> Option<Key> {
        if called.has_number {
            let (own, version) = (known.version?, called.version?);
            let same = index.versions[own.at()].episode == index.versions[version.at()].episode;
            return match (own == version, same) {
                (true, _) => Some(Key::HouseNumber),
                (false, true) => Some(Key::Version),
                (false, false) => None,
            };
        }
        let best = known
            .titles
            .iter()
            .filter_map(|title| self.by_title(known, called, title));
        let best = best.min();
        best.or_else(|| self.by_episode_alone(known, called))
    }

    fn by_title(&self, known: &Known, called: &Called, title: &str) -> Option<Key> {
        if title.is_empty() || called.title.is_empty() {
            return None;
        }
        let rest = match called.title.strip_prefix(title) {
            Some(rest) if rest.is_empty() || rest.starts_with(' ') => rest.trim_start(),
            _ => {
                let is_cut = called.title.chars().count() >= SHORTEST_CUT && title.starts_with(&called.title);
                return is_cut.then_some(Key::Title);
            }
        };
        let Some((episode, programme)) = known.episode else {
            return rest.is_empty().then_some(Key::Title);
        };
        let mut is_own = false;
        for told in [rest, called.episode.as_str()]
            .into_iter()
            .filter(|told| !told.is_empty())
        {
            match self.of_programme.get(&(programme, told.to_owned())) {
                Some(episodes) if episodes.contains(&episode) => is_own = true,
                // It says which, and it is another.
                Some(_) => return None,
                None => {}
            }
        }
        Some(if is_own { Key::Episode } else { Key::Title })
    }

    fn by_episode_alone(&self, known: &Known, called: &Called) -> Option<Key> {
        let (episode, _) = known.episode?;
        let own = self.episodes.get(&episode)?;
        let is_own = !called.title.is_empty() && own.contains(&called.title);
        is_own.then_some(Key::Title)
    }
}

/// Puts something into a list that it is not yet in.
fn once<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// The last part of a path, whichever system wrote it.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_their_letters() {
        assert_eq!(
            normal("  «Узы с Китаем» — ради ОБЩЕЙ мечты! "),
            "узы с китаем ради общей мечты"
        );
        assert_eq!(normal("Ёлка-2"), "елка 2");
        assert_eq!(normal("情缘中国——为了"), "情缘中国 为了");
        assert_eq!(normal(" -- "), "");
    }
}
