//! Finding programmes, seasons, episodes and versions by what a person types.
//!
//! A catalogue of 100,000 episodes is looked through in milliseconds: all that can be typed stands in one text, made once.

use arna_domain::{Episode, Language, Programme, Station, Words};

/// All that can be found, in one text.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// Small letters of each entry, one after the other; an entry's own texts are set apart by line ends.
    text: String,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// Where its text ends.
    end: usize,
    programme: u32,
    season: u32,
    episode: Option<u32>,
}

/// A programme or episode found, by its places in the station's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The programme.
    pub programme: usize,
    /// The season.
    pub season: usize,
    /// The episode; none: the programme itself.
    pub episode: Option<usize>,
}

impl Hit {
    /// The programme and, where it is one, the episode of a hit.
    pub fn of(self, station: &Station) -> Option<(&Programme, Option<&Episode>)> {
        let programme = station.programmes.get(self.programme)?;
        let episode = self
            .episode
            .and_then(|episode| programme.seasons.get(self.season)?.episodes.get(episode));
        Some((programme, episode))
    }
}

impl Search {
    /// What a station's catalogue is searched in.
    pub(crate) fn of(station: &Station) -> Self {
        let mut search = Self::default();
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        for (p, programme) in station.programmes.iter().enumerate() {
            search.words(&programme.title);
            search.word(programme.id.as_str());
            search.end(number(p), 0, None);
            for (s, season) in programme.seasons.iter().enumerate() {
                for (e, episode) in season.episodes.iter().enumerate() {
                    search.words(&episode.title);
                    search.word(episode.id.as_str());
                    search.word(&format!("{}×{} {0}x{1}", season.number, episode.number));
                    for house in episode.versions.iter().filter_map(|one| one.house_number.as_deref()) {
                        search.word(house);
                    }
                    search.words(&programme.title);
                    search.end(number(p), number(s), Some(number(e)));
                }
            }
        }
        search
    }

    fn words(&mut self, words: &Words) {
        let texts: &std::collections::BTreeMap<Language, String> = &words.0;
        texts.values().for_each(|text| self.word(text));
    }

    fn word(&mut self, text: &str) {
        self.text.push('\n');
        self.text.extend(text.chars().flat_map(char::to_lowercase));
    }

    fn end(&mut self, programme: u32, season: u32, episode: Option<u32>) {
        self.text.push('\n');
        self.entries.push(Entry {
            end: self.text.len(),
            programme,
            season,
            episode,
        });
    }

    /// What holds every word of a text: first where a title begins with the text, then where a word does, then the rest; programmes
    /// before episodes, else in the order of the catalogue.
    pub(crate) fn find(&self, asked: &str, most: usize) -> Vec<Hit> {
        let asked = asked.to_lowercase();
        let words: Vec<&str> = asked.split_whitespace().collect();
        let Some((rarest, others)) = longest_first(&words) else {
            return Vec::new();
        };
        let begins = format!("\n{}", asked.trim());
        let mut found: Vec<(u8, usize)> = Vec::new();
        // One walk over the whole text for the longest word; only entries that hold it are asked for the others.
        let (mut from, mut at) = (0, 0);
        while let Some(place) = self.text.get(from..).and_then(|rest| rest.find(rarest)) {
            let place = from + place;
            at += self.entries[at..].partition_point(|entry| entry.end <= place);
            let Some(entry) = self.entries.get(at) else { break };
            let start = if at == 0 { 0 } else { self.entries[at - 1].end };
            let own = &self.text[start..entry.end];
            if others.iter().all(|word| own.contains(word)) {
                let rank = match own.find(&begins) {
                    Some(_) => 0,
                    None if words.iter().all(|word| begins_a_word(own, word)) => 1,
                    None => 2,
                };
                found.push((rank * 2 + u8::from(entry.episode.is_some()), at));
            }
            from = entry.end;
            at += 1;
        }
        found.sort_unstable();
        found.truncate(most);
        found
            .into_iter()
            .map(|(_, at)| {
                let entry = &self.entries[at];
                Hit {
                    programme: entry.programme as usize,
                    season: entry.season as usize,
                    episode: entry.episode.map(|episode| episode as usize),
                }
            })
            .collect()
    }
}

fn longest_first<'a>(words: &[&'a str]) -> Option<(&'a str, Vec<&'a str>)> {
    let longest = words.iter().enumerate().max_by_key(|(_, word)| word.len())?.0;
    let mut others = words.to_vec();
    Some((others.remove(longest), others))
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        text[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric())
    })
}
