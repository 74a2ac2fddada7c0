//! What things are called in a report.

use arna_domain::index::{ChannelIx, EpisodeIx, ProgrammeIx, SeasonIx};
use arna_domain::{Language, Words};

use super::{Cell, Of};
use crate::catalogue::{Item, Records};

/// A text in a language or one that stands in for it, else the id.
pub(super) fn told(words: &Words, language: &Language, id: &str) -> Cell {
    Cell::Text(words.in_or_near(language.as_str()).unwrap_or(id).to_owned())
}

impl Of<'_> {
    pub(super) fn channel(&self, channel: ChannelIx) -> Cell {
        let id = self.index.channels[channel.at()].id.as_str();
        let name = self.station.channels.get(channel.at()).map(|one| one.name.as_str());
        Cell::Text(name.filter(|name| !name.trim().is_empty()).unwrap_or(id).to_owned())
    }

    pub(super) fn programme(&self, programme: ProgrammeIx) -> Cell {
        let id = self.index.programmes[programme.at()].id.as_str();
        match self.station.programmes.get(programme.at()) {
            Some(record) => told(&record.title, self.asked.language, id),
            None => Cell::Text(id.to_owned()),
        }
    }

    /// A season's number, as viewers see it.
    pub(super) fn season(&self, season: SeasonIx) -> Cell {
        let record = Records::of(Item::Season(season), self.station, self.index).and_then(|records| records.season);
        record.map_or(Cell::Nothing, |season| Cell::Count(season.number.into()))
    }

    /// An episode's number, as viewers see it, and its title.
    pub(super) fn episode(&self, episode: EpisodeIx) -> (Cell, Cell) {
        let records = Records::of(Item::Episode(episode), self.station, self.index);
        match records.and_then(|records| records.episode) {
            Some(record) => (
                Cell::Count(record.number.into()),
                Cell::text(
                    record
                        .title
                        .in_or_near(self.asked.language.as_str())
                        .unwrap_or_default(),
                ),
            ),
            None => (Cell::Nothing, Cell::Nothing),
        }
    }
}
