//! The partners' sheet: what aired of each partner's work, by episode, channel and language.

use std::collections::BTreeMap;

use arna_domain::BroadcastDate;
use arna_domain::index::{ChannelIx, EpisodeIx, LanguageIx, ProgrammeIx};

use super::names::told;
use super::on_air::{OnAir, Shows, counted, on_air};
use super::{Cell, Column, Holds, Note, Of, Table};

const COLUMNS: [(&str, Holds); 14] = [
    ("partner", Holds::Text),
    ("programme", Holds::Text),
    ("season", Holds::Count),
    ("number", Holds::Count),
    ("episode", Holds::Text),
    ("channel", Holds::Text),
    ("language", Holds::Language),
    ("airings", Holds::Count),
    ("on_air", Holds::Duration),
    ("prime_airings", Holds::Count),
    ("prime_on_air", Holds::Duration),
    ("premieres", Holds::Count),
    ("first_date", Holds::Date),
    ("last_date", Holds::Date),
];

#[derive(Clone, Debug, Default)]
struct Sum {
    airings: i64,
    ms: i64,
    prime_airings: i64,
    prime_ms: i64,
    premieres: i64,
    dates: Option<(BroadcastDate, BroadcastDate)>,
}

impl Sum {
    fn add(&mut self, one: &OnAir) {
        self.airings += 1;
        self.ms += one.ms;
        self.prime_airings += i64::from(one.is_prime);
        self.prime_ms += one.prime_ms;
        self.premieres += i64::from(one.showing == Shows::Premiere);
        let (first, last) = self.dates.unwrap_or((one.date, one.date));
        self.dates = Some((first.min(one.date), last.max(one.date)));
    }

    fn cells(&self) -> [Cell; 7] {
        let date = |date: Option<BroadcastDate>| date.map_or(Cell::Nothing, Cell::Date);
        [
            Cell::Count(self.airings),
            Cell::Duration(self.ms),
            Cell::Count(self.prime_airings),
            Cell::Duration(self.prime_ms),
            Cell::Count(self.premieres),
            date(self.dates.map(|(first, _)| first)),
            date(self.dates.map(|(_, last)| last)),
        ]
    }
}

/// A row: the partner, the episode, where and in which language.
type Key = (usize, EpisodeIx, ChannelIx, LanguageIx);

pub(super) fn partners(of: &Of<'_>) -> (Table, Vec<Note>) {
    let of_programmes = by_programme(of);
    let (mut sums, mut whole): (BTreeMap<Key, Sum>, _) = (BTreeMap::new(), Sum::default());
    for one in on_air(of) {
        let own = of_programmes.get(&one.programme).map_or(&[][..], Vec::as_slice);
        if !own.is_empty() {
            whole.add(&one);
        }
        for &partner in own {
            let key = (partner, one.episode, one.channel, one.language);
            sums.entry(key).or_default().add(&one);
        }
    }
    let rows = sums.iter().map(|(&(partner, episode, channel, language), sum)| {
        let entry = &of.index.episodes[episode.at()];
        let (number, title) = of.episode(episode);
        let partner = of.station.partners.get(partner);
        let mut cells = vec![
            partner.map_or(Cell::Nothing, |one| told(&one.name, of.asked.language, one.id.as_str())),
            of.programme(entry.programme),
            of.season(entry.season),
            number,
            title,
            of.channel(channel),
            Cell::Text(of.index.languages[language.at()].to_string()),
        ];
        cells.extend(sum.cells());
        cells
    });
    let mut totals = vec![Cell::Nothing; 7];
    totals.extend(whole.cells());
    let table = Table {
        columns: COLUMNS.map(|(name, kind)| Column { name, kind }).to_vec(),
        rows: rows.collect(),
        totals,
    };
    let mut notes = counted(of);
    notes.push(Note::new("several"));
    (table, notes)
}

/// The partners of each programme, by their place among the station's.
fn by_programme(of: &Of<'_>) -> BTreeMap<ProgrammeIx, Vec<usize>> {
    let places: BTreeMap<&str, usize> = of.station.partners.iter().map(|one| one.id.as_str()).zip(0..).collect();
    let own = |programme: &arna_domain::Programme| {
        let ids = programme.partners.iter();
        let mut own: Vec<usize> = ids.filter_map(|id| places.get(id.as_str()).copied()).collect();
        own.sort_unstable();
        own.dedup();
        own
    };
    (0..)
        .map(ProgrammeIx)
        .zip(of.station.programmes.iter().map(own))
        .collect()
}
