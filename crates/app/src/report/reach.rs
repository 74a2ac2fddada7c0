//! What was on air how often and how long, how much of it in prime time, on how many channels and in which languages. Nobody
//! measures an audience here, so nothing is said of one.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::index::{ChannelIx, EpisodeIx, Index, LanguageIx, ProgrammeIx, SeasonIx};
use arna_domain::{OccasionId, PlaceId};
use rustc_hash::FxHashMap;

use super::names::told;
use super::on_air::{OnAir, Shows, counted, on_air};
use super::{By, Cell, Column, Holds, Note, Of, Table};
use crate::catalogue::{Item, Records};

/// What airings come to.
#[derive(Clone, Debug, Default)]
struct Sum {
    airings: i64,
    ms: i64,
    prime_airings: i64,
    prime_ms: i64,
    premieres: i64,
    first_runs: i64,
    repeats: i64,
    episodes: BTreeSet<EpisodeIx>,
    channels: BTreeSet<ChannelIx>,
    languages: BTreeSet<LanguageIx>,
}

impl Sum {
    fn add(&mut self, one: &OnAir) {
        self.airings += 1;
        self.ms += one.ms;
        self.prime_airings += i64::from(one.is_prime);
        self.prime_ms += one.prime_ms;
        match one.showing {
            Shows::Premiere => self.premieres += 1,
            Shows::FirstRun => self.first_runs += 1,
            Shows::Repeat => self.repeats += 1,
        }
        self.episodes.insert(one.episode);
        self.channels.insert(one.channel);
        self.languages.insert(one.language);
    }

    /// The cells of [`COLUMNS`].
    fn cells(&self, index: &Index) -> [Cell; 11] {
        let languages: Vec<&str> = self
            .languages
            .iter()
            .map(|language| index.languages[language.at()].as_str())
            .collect();
        [
            Cell::Count(self.airings),
            Cell::Duration(self.ms),
            Cell::Count(self.prime_airings),
            Cell::Duration(self.prime_ms),
            Cell::Share {
                part: self.prime_ms,
                whole: self.ms,
            },
            Cell::Count(self.premieres),
            Cell::Count(self.first_runs),
            Cell::Count(self.repeats),
            Cell::count(self.episodes.len()),
            Cell::count(self.channels.len()),
            Cell::text(languages.join(", ")),
        ]
    }
}

const COLUMNS: [Column; 11] = [
    Column {
        name: "airings",
        kind: Holds::Count,
    },
    Column {
        name: "on_air",
        kind: Holds::Duration,
    },
    Column {
        name: "prime_airings",
        kind: Holds::Count,
    },
    Column {
        name: "prime_on_air",
        kind: Holds::Duration,
    },
    Column {
        name: "prime_share",
        kind: Holds::Share,
    },
    Column {
        name: "premieres",
        kind: Holds::Count,
    },
    Column {
        name: "first_runs",
        kind: Holds::Count,
    },
    Column {
        name: "repeats",
        kind: Holds::Count,
    },
    Column {
        name: "episodes",
        kind: Holds::Count,
    },
    Column {
        name: "channels",
        kind: Holds::Count,
    },
    Column {
        name: "spoken",
        kind: Holds::Language,
    },
];

/// What a row is of: numbers that stand for the thing, in the order in which rows stand.
type Key = u32;

pub(super) fn reach(of: &Of<'_>, by: By) -> (Table, Vec<Note>) {
    let about = About::of(of);
    let (mut sums, mut whole): (BTreeMap<Key, Sum>, _) = (BTreeMap::new(), Sum::default());
    for one in on_air(of) {
        let keys = about.keys(of, by, &one);
        if !keys.is_empty() {
            whole.add(&one);
        }
        for key in keys {
            sums.entry(key).or_default().add(&one);
        }
    }
    let mut rows: Vec<(i64, Vec<Cell>)> = sums
        .iter()
        .map(|(&key, sum)| {
            let mut cells = about.cells(of, by, key);
            cells.extend(sum.cells(of.index));
            (sum.ms, cells)
        })
        .collect();
    // What was on air longest stands first, but channels in their order, as everywhere.
    if !matches!(by, By::Channel | By::PrimeTime) {
        rows.sort_by_key(|&(ms, _)| std::cmp::Reverse(ms));
    }
    let mut columns = heads(by);
    let mut totals = vec![Cell::Nothing; columns.len()];
    totals.extend(whole.cells(of.index));
    columns.extend(COLUMNS);
    let mut notes = vec![Note::new("no_audience")];
    notes.extend(counted(of));
    if by == By::Place || by == By::Occasion {
        notes.push(Note::new("several"));
    }
    let table = Table {
        columns,
        rows: rows.into_iter().map(|(_, cells)| cells).collect(),
        totals,
    };
    (table, notes)
}

fn heads(by: By) -> Vec<Column> {
    let column = |name, kind| Column { name, kind };
    match by {
        By::Programme => vec![column("programme", Holds::Text)],
        By::Season => vec![column("programme", Holds::Text), column("season", Holds::Count)],
        By::Channel => vec![column("channel", Holds::Text)],
        By::Language => vec![column("language", Holds::Language)],
        By::Place => vec![column("place", Holds::Text)],
        By::Occasion => vec![column("occasion", Holds::Text)],
        By::PrimeTime => vec![column("hours", Holds::Word)],
    }
}

/// The places and occasions of what airs, looked up once.
struct About<'a> {
    places: FxHashMap<&'a PlaceId, Key>,
    occasions: FxHashMap<&'a OccasionId, Key>,
}

impl<'a> About<'a> {
    fn of(of: &Of<'a>) -> Self {
        Self {
            places: of.station.places.iter().map(|one| &one.id).zip(0..).collect(),
            occasions: of.station.occasions.iter().map(|one| &one.id).zip(0..).collect(),
        }
    }

    fn keys(&self, of: &Of<'_>, by: By, one: &OnAir) -> Vec<Key> {
        match by {
            By::Programme => vec![one.programme.0],
            By::Season => vec![one.season.0],
            By::Channel => vec![one.channel.0],
            By::Language => vec![one.language.0],
            By::Place => self.places_of(of, one.episode),
            By::Occasion => self.occasions_of(of, one),
            By::PrimeTime => vec![u32::from(!one.is_prime)],
        }
    }

    fn places_of(&self, of: &Of<'_>, episode: EpisodeIx) -> Vec<Key> {
        let records = Records::of(Item::Episode(episode), of.station, of.index);
        let places = records
            .and_then(|records| records.episode)
            .map(|episode| &episode.places);
        let mut keys: Vec<Key> = places
            .into_iter()
            .flatten()
            .filter_map(|id| self.places.get(id).copied())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The occasions that an airing's slot and season hang on.
    fn occasions_of(&self, of: &Of<'_>, one: &OnAir) -> Vec<Key> {
        let slot = one.slot.as_ref().and_then(|id| of.index.slot(id.as_str()));
        let slot = slot.and_then(|slot| of.station.slots.get(slot.at())?.occasion.as_ref());
        let season = Records::of(Item::Season(one.season), of.station, of.index);
        let season = season.and_then(|records| records.season?.occasion.as_ref());
        let mut keys: Vec<Key> = [slot, season]
            .into_iter()
            .flatten()
            .filter_map(|id| self.occasions.get(id).copied())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// What a row is of, in the columns of [`heads`].
    fn cells(&self, of: &Of<'_>, by: By, key: Key) -> Vec<Cell> {
        let language = of.asked.language;
        match by {
            By::Programme => vec![of.programme(ProgrammeIx(key))],
            By::Season => {
                let season = SeasonIx(key);
                vec![of.programme(of.index.seasons[season.at()].programme), of.season(season)]
            }
            By::Channel => vec![of.channel(ChannelIx(key))],
            By::Language => vec![Cell::Text(of.index.languages[key as usize].to_string())],
            By::Place => {
                let place = of.station.places.get(key as usize);
                vec![place.map_or(Cell::Nothing, |one| told(&one.name, language, one.id.as_str()))]
            }
            By::Occasion => {
                let occasion = of.station.occasions.get(key as usize);
                vec![occasion.map_or(Cell::Nothing, |one| told(&one.name, language, one.id.as_str()))]
            }
            By::PrimeTime => vec![Cell::Word(if key == 0 { "prime" } else { "other" })],
        }
    }
}
