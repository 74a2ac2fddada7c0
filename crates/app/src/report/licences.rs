//! Runs of licences, taken and left, and what ends with runs unused.

use arna_domain::BroadcastDate;
use arna_domain::index::{ChannelIx, EpisodeIx, LicenceEntry, LicenceIx};

use super::{Cell, Column, Holds, Note, Of, Table};
use crate::catalogue::{Catalogue, Item};

const COLUMNS: [(&str, Holds); 15] = [
    ("licence", Holds::Text),
    ("programme", Holds::Text),
    ("season", Holds::Count),
    ("on_channels", Holds::Text),
    ("in_languages", Holds::Language),
    ("from", Holds::Date),
    ("until", Holds::Date),
    ("days_left", Holds::Count),
    ("charged", Holds::Count),
    ("runs_taken", Holds::Count),
    ("runs_of", Holds::Count),
    ("runs_left", Holds::Count),
    ("used", Holds::Share),
    ("never_shown", Holds::Count),
    ("state", Holds::Word),
];

/// Licences that hold on some date of the range on some channel asked for, those that end first ahead. Runs are counted over all
/// that has aired or is accepted, whenever.
pub(super) fn licences(of: &Of<'_>) -> (Table, Vec<Note>) {
    let catalogue = Catalogue::of(of.station, of.index);
    let range = of.asked.range;
    let holds = |entry: &LicenceEntry| {
        let on = entry.channels.is_empty() || entry.channels.iter().any(|channel| of.has(*channel));
        on && entry.from < range.end() && range.from <= entry.until
    };
    let mut own: Vec<LicenceIx> = (0..)
        .map(LicenceIx)
        .zip(&of.index.licences)
        .filter(|(_, entry)| holds(entry))
        .map(|(number, _)| number)
        .collect();
    own.sort_by_key(|licence| (of.index.licences[licence.at()].until, licence.0));
    let table = Table {
        columns: COLUMNS.map(|(name, kind)| Column { name, kind }).to_vec(),
        rows: own.iter().map(|&licence| row(of, &catalogue, licence)).collect(),
        totals: Vec::new(),
    };
    (
        table,
        vec![Note::new("runs"), Note::new("days_left"), Note::new("unused")],
    )
}

/// The runs of a licence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Runs {
    taken: i64,
    /// Runs there are, and those left; none: no limit.
    limited: Option<(i64, i64)>,
    overdrawn: bool,
    /// Episodes without a run.
    never_shown: i64,
}

impl Runs {
    fn of(of: &Of<'_>, catalogue: &Catalogue, licence: LicenceIx) -> Self {
        let entry = &of.index.licences[licence.at()];
        let scope = match entry.season {
            Some(season) => Item::Season(season),
            None => Item::Programme(entry.programme),
        };
        let channels = if entry.channels.is_empty() {
            of.index.channels.len()
        } else {
            entry.channels.len()
        };
        let mut runs = Self::default();
        let mut left = 0;
        // Runs that are shared are those of the first channel: the catalogue says the same number for each.
        let counted = if entry.shared { 1 } else { channels };
        for episode in scope.episodes(of.index).map(EpisodeIx) {
            let taken: Vec<(ChannelIx, u32)> = catalogue.runs(licence, episode).iter().copied().take(counted).collect();
            runs.never_shown += i64::from(taken.is_empty());
            runs.taken += taken.iter().map(|&(_, taken)| i64::from(taken)).sum::<i64>();
            if let Some(most) = entry.max_runs {
                runs.overdrawn |= taken.iter().any(|&(_, taken)| taken > most);
                let untouched = counted.saturating_sub(taken.len());
                left += i64::from(most) * i64::try_from(untouched).unwrap_or(i64::MAX);
                left += taken
                    .iter()
                    .map(|&(_, taken)| i64::from(most.saturating_sub(taken)))
                    .sum::<i64>();
            }
        }
        let episodes = scope.episodes(of.index).len();
        runs.limited = entry.max_runs.map(|most| {
            let all = i64::try_from(episodes * counted).unwrap_or(i64::MAX);
            (i64::from(most).saturating_mul(all), left)
        });
        runs
    }

    fn state(&self, entry: &LicenceEntry, last: BroadcastDate) -> &'static str {
        let ends = entry.until <= last;
        match self.limited {
            _ if self.overdrawn => "overdrawn",
            Some((_, 0)) => "used_up",
            Some(_) if ends => "ends_unused",
            None if ends && self.taken == 0 => "ends_unused",
            _ if ends => "ends",
            _ => "goes_on",
        }
    }
}

fn row(of: &Of<'_>, catalogue: &Catalogue, licence: LicenceIx) -> Vec<Cell> {
    let entry = &of.index.licences[licence.at()];
    let runs = Runs::of(of, catalogue, licence);
    let names = entry.channels.iter().map(|&channel| match of.channel(channel) {
        Cell::Text(name) => name,
        _ => String::new(),
    });
    let names: Vec<String> = names.collect();
    let languages: Vec<&str> = entry
        .languages
        .iter()
        .map(|language| of.index.languages[language.at()].as_str())
        .collect();
    let all_where_empty = |text: String| {
        if text.is_empty() {
            Cell::Word("all")
        } else {
            Cell::Text(text)
        }
    };
    let (all, left) = match runs.limited {
        Some((all, left)) => (Cell::Count(all), Cell::Count(left)),
        None => (Cell::Word("unlimited"), Cell::Word("unlimited")),
    };
    vec![
        Cell::Text(entry.id.to_string()),
        of.programme(entry.programme),
        entry.season.map_or(Cell::Nothing, |season| of.season(season)),
        all_where_empty(names.join(", ")),
        all_where_empty(languages.join(", ")),
        Cell::Date(entry.from),
        Cell::Date(entry.until),
        Cell::Count(entry.until.days_since(of.asked.range.from) + 1),
        Cell::Count(catalogue.charged(licence).into()),
        Cell::Count(runs.taken),
        all,
        left,
        runs.limited.map_or(Cell::Nothing, |(all, left)| Cell::Share {
            part: all - left,
            whole: all,
        }),
        Cell::Count(runs.never_shown),
        Cell::Word(runs.state(entry, of.asked.range.end().plus_days(-1))),
    ]
}
