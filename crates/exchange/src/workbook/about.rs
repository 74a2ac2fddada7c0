//! What a row is of, in words: the column that is only read by people.

use std::collections::HashMap;

use arna_domain::Station;
use arna_domain::slot::Fill;

use super::columns::{self, Kind, Tongue};
use super::noun::Noun;
use super::value::Value;

/// What things are called in a language, by their ids.
#[derive(Debug)]
pub struct Names<'a> {
    tongue: Tongue,
    programmes: HashMap<&'a str, &'a str>,
    seasons: HashMap<&'a str, String>,
    episodes: HashMap<&'a str, String>,
    channels: HashMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    /// What the things of a station are called.
    pub fn of(station: &'a Station, tongue: Tongue) -> Self {
        let mut names = Self {
            tongue,
            programmes: HashMap::new(),
            seasons: HashMap::new(),
            episodes: HashMap::new(),
            channels: station
                .channels
                .iter()
                .map(|one| (one.id.as_str(), one.name.as_str()))
                .collect(),
        };
        for programme in &station.programmes {
            let title = programme
                .title
                .in_or_near(tongue.tag())
                .unwrap_or(programme.id.as_str());
            names.programmes.insert(programme.id.as_str(), title);
            for season in &programme.seasons {
                let name = joined(&[title, &season.number.to_string()]);
                for episode in &season.episodes {
                    let own = episode.title.in_or_near(tongue.tag()).unwrap_or_default();
                    let name = joined(&[&name, &episode.number.to_string(), own]);
                    names.episodes.insert(episode.id.as_str(), name);
                }
                names.seasons.insert(season.id.as_str(), name);
            }
        }
        names
    }

    /// Whether a cell that says this says what a row is of: a cell carries less than titles may have.
    pub fn is_about(&self, noun: &Noun, said: &str) -> bool {
        let own = Value::Text(self.about(noun));
        own.text(Kind::Told, self.tongue) == said || own.cell(Kind::Told, self.tongue).shown() == said
    }

    /// What a row is of, as far as its id and its own titles do not say it.
    pub fn about(&self, noun: &Noun) -> String {
        match noun {
            Noun::Channel(_) | Noun::Programme(_) => String::new(),
            Noun::Season(of, _) => self.programmes.get(of.as_str()).copied().unwrap_or_default().to_owned(),
            Noun::Episode(of, _) => self.seasons.get(of.as_str()).cloned().unwrap_or_default(),
            Noun::Version(of, _) => self.episodes.get(of.as_str()).cloned().unwrap_or_default(),
            Noun::Licence(one) => match &one.season {
                Some(season) => self.seasons.get(season.as_str()).cloned().unwrap_or_default(),
                None => self
                    .programmes
                    .get(one.programme.as_str())
                    .copied()
                    .unwrap_or_default()
                    .to_owned(),
            },
            Noun::Slot(slot) => {
                let channel = self.channels.get(slot.channel.as_str()).copied().unwrap_or_default();
                let airs = match &slot.fill {
                    Fill::Sequel(sequel) => self.seasons.get(sequel.season.as_str()).cloned(),
                    Fill::Hold(hold) => Some(hold.title.clone()),
                    Fill::Pool(_) | Fill::Repeat(_) => None,
                };
                let fill = columns::choice(columns::FILL, slot.fill.as_str()).map(|one| one.said(self.tongue));
                joined(&[channel, &airs.or_else(|| fill.map(str::to_owned)).unwrap_or_default()])
            }
        }
    }
}

fn joined(parts: &[&str]) -> String {
    let said = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}
