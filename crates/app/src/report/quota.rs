//! The languages of each week on each channel, counted as the planner counts quotas, beside what the station and the law ask for.

use std::collections::BTreeSet;

use arna_domain::index::{ChannelIx, LanguageIx};
use arna_domain::time::MINUTE;
use arna_domain::{DateRange, values};
use arna_planner::{WeekOnAir, weeks_on_air};

use super::{Cell, Column, Holds, Note, Of, Table};
use crate::{law, planning};

/// The whole weeks, Monday to Sunday, that a range touches.
pub(super) fn whole_weeks(range: DateRange) -> DateRange {
    let from = range.from.monday();
    let days = range.end().plus_days(6).monday().days_since(from);
    u32::try_from(days)
        .ok()
        .and_then(|days| DateRange::new(from, days))
        .unwrap_or(range)
}

const COLUMNS: [(&str, Holds); 10] = [
    ("channel", Holds::Text),
    ("week", Holds::Date),
    ("language", Holds::Language),
    ("spoken_on_air", Holds::Duration),
    ("counted", Holds::Duration),
    ("share", Holds::Share),
    ("asked", Holds::Share),
    ("law", Holds::Share),
    ("missing", Holds::Duration),
    ("state", Holds::Word),
];

pub(super) fn quota(of: &Of<'_>) -> (Table, Vec<Note>) {
    let range = whole_weeks(of.asked.range);
    let schedule = &of.station.schedule;
    let index = planning::judged_in(of.index, schedule, range);
    let weeks = weeks_on_air(&index, range, schedule);
    let mut rows = Vec::new();
    for week in weeks.iter().filter(|week| of.has(week.channel)) {
        week_rows(of, week, &mut rows);
    }
    let table = Table {
        columns: COLUMNS.map(|(name, kind)| Column { name, kind }).to_vec(),
        rows,
        totals: Vec::new(),
    };
    let mut notes = vec![Note::new("quota"), Note::new("whole_weeks")];
    if of
        .channels
        .iter()
        .any(|channel| !law::steps(territory(of, *channel)).is_empty())
    {
        let steps = law::steps(Some("KZ"));
        notes.extend(steps.windows(2).map(|pair| Note {
            code: "law",
            values: values! {
                "before" => pair[0].percent, "percent" => pair[1].percent,
                "from" => pair[1].date().map(|date| date.to_string())
            },
        }));
    }
    (table, notes)
}

fn territory<'a>(of: &Of<'a>, channel: ChannelIx) -> Option<&'a str> {
    of.station.channels.get(channel.at())?.territory.as_deref()
}

/// A row for each language that was on air in a week, or that somebody asks for. The stricter of both decides.
fn week_rows(of: &Of<'_>, week: &WeekOnAir, rows: &mut Vec<Vec<Cell>>) {
    let entry = &of.index.channels[week.channel.at()];
    let step = law::on(territory(of, week.channel), week.week);
    let tag = |language: LanguageIx| of.index.languages[language.at()].as_str();
    let mut languages: BTreeSet<&str> = week.by_language.keys().map(|&language| tag(language)).collect();
    languages.extend(entry.quotas.iter().map(|&(language, _)| tag(language)));
    // A law asks for its language, whether the station knows it or not.
    languages.extend(step.map(|step| step.language));
    for language in languages {
        let own = of
            .index
            .language(language)
            .and_then(|number| week.by_language.get(&number));
        let own = own.copied().unwrap_or_default();
        let asked = entry
            .quotas
            .iter()
            .find(|&&(of, _)| tag(of) == language)
            .map(|&(_, share)| share);
        let due_by_law = step.filter(|step| step.language == language).map(|step| step.percent);
        let due = asked.max(due_by_law);
        let missing = due.map(|share| week.missing(own, share));
        let percent = |share: Option<u8>| {
            share.map_or(Cell::Nothing, |share| Cell::Share {
                part: share.into(),
                whole: 100,
            })
        };
        rows.push(vec![
            of.channel(week.channel),
            Cell::Date(week.week),
            Cell::Text(language.to_owned()),
            Cell::Duration(own * MINUTE),
            Cell::Duration(week.minutes * MINUTE),
            Cell::Share {
                part: own,
                whole: week.minutes,
            },
            percent(asked),
            percent(due_by_law),
            missing.map_or(Cell::Nothing, |minutes| Cell::Duration(minutes * MINUTE)),
            match missing {
                None => Cell::Nothing,
                // A week in which nothing is accepted misses nothing, and keeps nothing either.
                Some(_) if week.minutes == 0 => Cell::Word("nothing_on_air"),
                Some(0) => Cell::Word("kept"),
                Some(_) => Cell::Word("missed"),
            },
        ]);
    }
}
