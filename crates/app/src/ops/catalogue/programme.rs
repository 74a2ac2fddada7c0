//! A new programme: seasons × episodes × languages at once.

use arna_domain::{Episode, Index, Language, Order, Programme, Season, Station, Version, Words, values};
use arna_store::Record;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::LicenceForm;
use super::licence::put_licence;
use super::typed::{duration_of, id_of, language_of, text_of};
use crate::failure::Failure;
use crate::ops::{Op, Step};
use crate::view::TextView;

/// Versions that one programme may be made with.
const MOST_VERSIONS: usize = 20_000;

/// A programme to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewProgramme {
    /// Its id; empty: made of its title.
    pub id: String,
    /// Its title in each language.
    pub titles: Vec<TextView>,
    /// Its kind.
    pub kind: String,
    /// Whether its episodes air only in order.
    pub serial: bool,
    /// Its tags.
    pub tags: Vec<String>,
    /// The number of its first season.
    pub first_season: u32,
    /// How many seasons.
    pub seasons: u32,
    /// How many episodes each has.
    pub episodes: u32,
    /// The rating of its episodes.
    pub rating: String,
    /// What each episode is there in.
    pub versions: Vec<NewVersion>,
    /// House numbers: `CCQ-{season}-{episode:03}-{language}`; empty: none.
    pub house_number: String,
    /// What its episodes are called: `Part {episode}`; in each language, empty: nothing.
    pub episode_titles: Vec<TextView>,
    /// A licence for it.
    pub licence: Option<LicenceForm>,
}

/// A language that each episode is there in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewVersion {
    /// The language.
    pub language: String,
    /// The duration as a person types it.
    pub duration: String,
}

/// What would be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Planned {
    /// The programme's id.
    pub id: String,
    /// Seasons.
    pub seasons: u32,
    /// Episodes.
    pub episodes: u32,
    /// Versions.
    pub versions: u32,
    /// The first of them: id and house number.
    pub samples: Vec<PlannedVersion>,
}

/// A version that would be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PlannedVersion {
    /// Its id.
    pub id: String,
    /// Its house number.
    pub house_number: String,
}

/// Makes a programme.
///
/// # Errors
/// `title_missing`; `id_taken`; `nothing_to_make`; `too_many_versions`; what is no language, duration or pattern.
pub fn new_programme(station: &Station, index: &Index, new: &NewProgramme) -> Result<Op, Failure> {
    let programme = made(index, new)?;
    let (id, title) = (programme.id.to_string(), programme.title.clone());
    let mut steps = vec![Step::Put(Box::new(Record::Programme(programme)))];
    if let Some(licence) = &new.licence {
        let form = LicenceForm {
            programme: id.clone(),
            is_new: true,
            ..licence.clone()
        };
        steps.extend(put_licence(station, &form)?.steps);
    }
    let what = title.in_or_near("en").unwrap_or(&id).to_owned();
    Ok(Op {
        code: "add_programme".to_owned(),
        args: values! { "what" => what },
        steps,
    })
}

/// What a programme would be made of.
///
/// # Errors
/// As [`new_programme`].
pub fn planned(index: &Index, new: &NewProgramme) -> Result<Planned, Failure> {
    let programme = made(index, new)?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let episodes = || programme.seasons.iter().flat_map(|season| &season.episodes);
    let versions = || episodes().flat_map(|episode| &episode.versions);
    let samples = versions().take(6).map(|version| PlannedVersion {
        id: version.id.to_string(),
        house_number: version.house_number.clone().unwrap_or_default(),
    });
    Ok(Planned {
        id: programme.id.to_string(),
        seasons: number(programme.seasons.len()),
        episodes: number(episodes().count()),
        versions: number(versions().count()),
        samples: samples.collect(),
    })
}

fn made(index: &Index, new: &NewProgramme) -> Result<Programme, Failure> {
    let title = words_of(&new.titles)?;
    let first = title.0.values().next();
    let first = first.ok_or_else(|| Failure::new("title_missing", values! {}))?;
    let id = match text_of(&new.id) {
        Some(id) => {
            let id = id_of(&id)?;
            if index.programme(&id).is_some() {
                return Err(Failure::new("id_taken", values! { "id" => id }));
            }
            id
        }
        None => super::add::free(&slug(title.in_or_near("en").unwrap_or(first)), |id| {
            index.programme(id).is_some()
        }),
    };
    let versions: Vec<(Language, i64)> = new
        .versions
        .iter()
        .map(|one| Ok((language_of(&one.language)?, duration_of(&one.duration)?)))
        .collect::<Result<_, Failure>>()?;
    if new.seasons == 0 || new.episodes == 0 {
        return Err(Failure::new("nothing_to_make", values! {}));
    }
    let count = (new.seasons as usize)
        .saturating_mul(new.episodes as usize)
        .saturating_mul(versions.len().max(1));
    if count > MOST_VERSIONS {
        return Err(Failure::new(
            "too_many_versions",
            values! { "count" => count, "most" => MOST_VERSIONS },
        ));
    }
    let house_number = Pattern::of(&new.house_number)?;
    let titles: Vec<(Language, Pattern)> = new
        .episode_titles
        .iter()
        .filter(|one| !one.text.trim().is_empty())
        .map(|one| Ok((language_of(&one.language)?, Pattern::of(&one.text)?)))
        .collect::<Result<_, Failure>>()?;
    let taken_season = |id: &str| index.season(id).is_some();
    let seasons = (0..new.seasons).map(|at| {
        let number = new.first_season.saturating_add(at);
        let season_id = super::add::free(&format!("{id}/{number}"), taken_season);
        let episodes = (1..=new.episodes).map(|episode| {
            let episode_id = super::add::free(&format!("{season_id}/{episode}"), |id| index.episode(id).is_some());
            let fills = |language: &str| Fills {
                programme: &id,
                season: number,
                episode,
                language: language.to_owned(),
            };
            let versions = versions.iter().map(|(language, duration_ms)| Version {
                id: super::add::free(&format!("{episode_id}.{language}"), |id| index.version(id).is_some())
                    .as_str()
                    .into(),
                language: language.clone(),
                duration_ms: *duration_ms,
                house_number: text_of(&house_number.filled(&fills(language.as_str()))),
                media: None,
            });
            let title = titles
                .iter()
                .map(|(language, pattern)| (language.clone(), pattern.filled(&fills(language.as_str()))));
            Episode {
                title: Words(title.collect()),
                number: episode,
                rating: text_of(&new.rating),
                synopsis: Words::default(),
                places: Vec::new(),
                quotations: Vec::new(),
                versions: versions.collect(),
                id: episode_id.as_str().into(),
            }
        });
        Season {
            number,
            title: Words::default(),
            occasion: None,
            episodes: episodes.collect(),
            id: season_id.as_str().into(),
        }
    });
    Ok(Programme {
        kind: text_of(&new.kind).unwrap_or_else(|| "series".to_owned()),
        order: if new.serial { Order::Serial } else { Order::Any },
        tags: new.tags.iter().filter_map(|tag| text_of(tag)).collect(),
        max_per_day: None,
        synopsis: Words::default(),
        partners: Vec::new(),
        seasons: seasons.collect(),
        title,
        id: id.as_str().into(),
    })
}

fn words_of(texts: &[TextView]) -> Result<Words, Failure> {
    let mut words = Words::default();
    for one in texts {
        if let Some(text) = text_of(&one.text) {
            words.0.insert(language_of(&one.language)?, text);
        }
    }
    Ok(words)
}

/// An id made of a title: letters and digits of any script, hyphens between.
pub(crate) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if slug.len() >= 60 {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "programme" } else { slug }.to_owned()
}

/// What a pattern is filled with.
struct Fills<'a> {
    programme: &'a str,
    season: u32,
    episode: u32,
    language: String,
}

/// A text with places to be filled: `{season}`, `{episode}`, `{episode:03}`, `{language}`, `{programme}`.
struct Pattern(Vec<Part>);

enum Part {
    Text(String),
    Programme,
    Language,
    Season(usize),
    Episode(usize),
}

impl Pattern {
    fn of(text: &str) -> Result<Self, Failure> {
        let bad = |found: &str| Failure::new("bad_pattern", values! { "found" => found });
        let mut parts = Vec::new();
        let mut rest = text.trim();
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').ok_or_else(|| bad(&rest[open..]))? + open;
            parts.push(Part::Text(rest[..open].to_owned()));
            let name = &rest[open + 1..close];
            let (word, width) = name.split_once(':').unwrap_or((name, "1"));
            let width: usize = width.trim_start_matches('0').parse().map_err(|_| bad(name))?;
            if width > 9 {
                return Err(bad(name));
            }
            parts.push(match word.trim() {
                "programme" => Part::Programme,
                "language" => Part::Language,
                "season" => Part::Season(width),
                "episode" => Part::Episode(width),
                _ => return Err(bad(name)),
            });
            rest = &rest[close + 1..];
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self(parts))
    }

    fn filled(&self, fills: &Fills<'_>) -> String {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(own) => text.push_str(own),
                Part::Programme => text.push_str(fills.programme),
                Part::Language => text.push_str(&fills.language),
                Part::Season(width) => text.push_str(&format!("{:0width$}", fills.season, width = *width)),
                Part::Episode(width) => text.push_str(&format!("{:0width$}", fills.episode, width = *width)),
            }
        }
        text
    }
}
