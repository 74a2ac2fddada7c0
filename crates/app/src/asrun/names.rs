//! By what names a log may call what was scheduled.

use std::collections::HashMap;

use arna_domain::index::{EpisodeIx, ProgrammeIx, VersionIx};
use arna_domain::{Airing, Index, Station};
use arna_exchange::asrun::LogRow;

/// The shortest title that may be the beginning of a longer one, in characters: logs of fixed width cut what is long.
const SHORTEST_CUT: usize = 12;

/// A text as titles are compared: letters and digits in lower case, everything else one space.
pub(super) fn normal(text: &str) -> String {
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
    pub(super) fn worth(self) -> i64 {
        match self {
            Self::HouseNumber => 1_000,
            Self::Episode => 900,
            Self::Title => 700,
            Self::Version => 600,
            Self::Time => 0,
        }
    }
}

/// The catalogue by the names that logs use.
pub(super) struct Names {
    by_house_number: HashMap<String, VersionIx>,
    titles: Vec<Vec<String>>,
    episodes: HashMap<EpisodeIx, Vec<String>>,
    of_programme: HashMap<(ProgrammeIx, String), Vec<EpisodeIx>>,
    by_title: HashMap<String, Vec<EpisodeIx>>,
}

/// What was scheduled, by its names.
pub(super) struct Known {
    version: Option<VersionIx>,
    episode: Option<(EpisodeIx, ProgrammeIx)>,
    titles: Vec<String>,
}

/// What a log's row calls itself.
pub(super) struct Called {
    /// The version of its house number, or of a title that only one version bears.
    pub(super) version: Option<VersionIx>,
    has_number: bool,
    title: String,
    episode: String,
}

impl Names {
    pub(super) fn of(station: &Station, index: &Index) -> Self {
        let mut names = Self {
            by_house_number: HashMap::new(),
            titles: Vec::new(),
            episodes: HashMap::new(),
            of_programme: HashMap::new(),
            by_title: HashMap::new(),
        };
        for (at, programme) in (0..).zip(&station.programmes) {
            let titles: Vec<String> = programme.title.0.values().map(|title| normal(title)).collect();
            let episodes: Vec<_> = programme.seasons.iter().flat_map(|season| &season.episodes).collect();
            for episode in &episodes {
                let Some(number) = index.episode(episode.id.as_str()) else {
                    continue;
                };
                let own: Vec<String> = episode.title.0.values().map(|title| normal(title)).collect();
                for title in &own {
                    let same = names.of_programme.entry((ProgrammeIx(at), title.clone())).or_default();
                    same.push(number);
                }
                for title in &titles {
                    let whole = own.iter().map(|own| format!("{title} {own}"));
                    let alone = (episodes.len() == 1).then(|| title.clone());
                    for whole in whole.chain(alone) {
                        let same = names.by_title.entry(whole).or_default();
                        if !same.contains(&number) {
                            same.push(number);
                        }
                    }
                }
                names.episodes.insert(number, own);
                for version in &episode.versions {
                    let number = index.version(version.id.as_str());
                    if let (Some(house), Some(number)) = (&version.house_number, number) {
                        names.by_house_number.entry(normal(house)).or_insert(number);
                    }
                }
            }
            names.titles.push(titles);
        }
        names
    }

    pub(super) fn known(&self, index: &Index, airing: &Airing) -> Known {
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

    pub(super) fn called(&self, index: &Index, row: &LogRow) -> Called {
        let text = |text: &Option<String>| text.as_deref().map_or(String::new(), normal);
        let (house, title, episode) = (text(&row.house_number), text(&row.title), text(&row.episode));
        let by_number = self.by_house_number.get(&house).copied();
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
    pub(super) fn key(&self, index: &Index, known: &Known, called: &Called) -> Option<Key> {
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
