//! What was shown first: anywhere, on its channel, or in its language there.

use arna_domain::Instant;
use arna_domain::index::{ChannelIx, EpisodeIx, LanguageIx};
use rustc_hash::FxHashMap;

use super::on_air::{Shows, everything, on_air};
use super::{Cell, Column, Holds, Note, Of, Table};

const COLUMNS: [(&str, Holds); 9] = [
    ("date", Holds::Date),
    ("start", Holds::Clock),
    ("channel", Holds::Text),
    ("programme", Holds::Text),
    ("season", Holds::Count),
    ("number", Holds::Count),
    ("episode", Holds::Text),
    ("language", Holds::Language),
    ("what", Holds::Word),
];

/// The first airings of the range, by start and channel.
pub(super) fn premieres(of: &Of<'_>) -> (Table, Vec<Note>) {
    let firsts = first_in_language(of);
    let mut rows = Vec::new();
    for one in on_air(of) {
        let first = firsts.get(&(one.episode, one.channel, one.language));
        let what = match one.showing {
            Shows::Premiere => "premiere",
            Shows::FirstRun => "first_on_channel",
            Shows::Repeat if first == Some(&one.start) => "first_in_language",
            Shows::Repeat => continue,
        };
        let clock = &of.index.channels[one.channel.at()].clock;
        let (number, title) = of.episode(one.episode);
        rows.push(vec![
            Cell::Date(one.date),
            Cell::Clock(clock.wall_seconds(one.date, one.start)),
            of.channel(one.channel),
            of.programme(one.programme),
            of.season(one.season),
            number,
            title,
            Cell::Text(of.index.languages[one.language.at()].to_string()),
            Cell::Word(what),
        ]);
    }
    let table = Table {
        columns: COLUMNS.map(|(name, kind)| Column { name, kind }).to_vec(),
        rows,
        totals: Vec::new(),
    };
    (table, vec![Note::new("firsts")])
}

/// When each episode was first on each channel in each language, as far as history and schedule tell.
fn first_in_language(of: &Of<'_>) -> FxHashMap<(EpisodeIx, ChannelIx, LanguageIx), Instant> {
    let mut firsts = FxHashMap::default();
    for airing in everything(of) {
        let channel = of.index.channel(airing.channel.as_str());
        let version = airing.version.as_ref().and_then(|id| of.index.version(id.as_str()));
        let Some((channel, version)) = channel.zip(version) else {
            continue;
        };
        let entry = &of.index.versions[version.at()];
        let first = firsts
            .entry((entry.episode, channel, entry.language))
            .or_insert(airing.start);
        *first = airing.start.min(*first);
    }
    firsts
}
