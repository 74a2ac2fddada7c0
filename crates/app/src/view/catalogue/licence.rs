//! Licences on a timeline, with the runs that are taken and left.

use std::collections::HashMap;

use arna_domain::index::{EpisodeIx, LicenceIx};
use arna_domain::{BroadcastDate, Index, Language, Station};
use serde::Serialize;
use specta::Type;

use super::super::DateView;
use super::super::schedule::date_view;
use super::rows::{channel_name, covering};
use super::title_of;
use crate::catalogue::{Catalogue, Item};

/// Licences and the months that they are drawn on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct TimelineView {
    /// Days of the whole timeline.
    pub days: i32,
    /// Its months, by the day at which each begins.
    pub months: Vec<MonthView>,
    /// Today's day, where it lies on the timeline.
    pub today: Option<i32>,
    /// Licences, those that end first ahead.
    pub licences: Vec<LicenceView>,
    /// How many licences there are that the filter asks for.
    pub total: u32,
}

/// A month of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MonthView {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// The day of the timeline at which it begins.
    pub day: i32,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LicenceView {
    /// Its id.
    pub id: String,
    /// The programme.
    pub programme: String,
    /// What the programme is called.
    pub title: String,
    /// The season; none: all.
    pub season: Option<String>,
    /// What the season is called.
    pub season_title: String,
    /// Its channels; empty: all.
    pub channels: Vec<LicenceChannel>,
    /// Its languages; empty: all.
    pub languages: Vec<String>,
    /// The first date.
    pub from: DateView,
    /// The last date, included.
    pub until: DateView,
    /// The day of the timeline at which its bar begins.
    pub first_day: i32,
    /// The day at which it ends, not included.
    pub end_day: i32,
    /// `future`, `running` or `ended`, by today.
    pub phase: String,
    /// Days left, from today; none where it is not running.
    pub days_left: Option<i32>,
    /// Runs of each episode; none: no limit.
    pub max_runs: Option<u32>,
    /// Whether they count over all its channels together.
    pub shared: bool,
    /// Hours for which an airing is part of the run that began.
    pub rerun_hours: u32,
    /// Hours between two starts; none: what follows from the reruns.
    pub min_gap_hours: Option<u32>,
    /// Airings charged to it.
    pub airings: u32,
    /// The most runs that an episode has taken on a channel.
    pub used: u32,
    /// Episodes with no run left on some channel.
    pub spent: u32,
    /// Episodes it covers.
    pub episodes: u32,
    /// Whether an episode took more runs than there are.
    pub overdrawn: bool,
}

/// A channel of a licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LicenceChannel {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The licences that a window asks for.
#[derive(Clone, Debug)]
pub struct LicencesAsked<'a> {
    /// Those of an item; all where none is named.
    pub of: Option<Item>,
    /// Their titles, ids, channels and languages hold every word of it.
    pub filter: &'a str,
    /// The language that titles are wanted in.
    pub language: &'a Language,
    /// Today's date.
    pub today: BroadcastDate,
    /// At most so many.
    pub most: usize,
}

/// Licences on a timeline.
pub fn licences(station: &Station, index: &Index, catalogue: &Catalogue, asked: &LicencesAsked<'_>) -> TimelineView {
    let &LicencesAsked {
        of,
        filter,
        language,
        today,
        most,
    } = asked;
    let filter = filter.to_lowercase();
    let words: Vec<&str> = filter.split_whitespace().collect();
    let mut wanted: Vec<LicenceIx> = match of {
        Some(item) => covering(item, index).collect(),
        None => (0..).map(LicenceIx).take(index.licences.len()).collect(),
    };
    let holds = |licence: &LicenceIx| {
        let record = &station.licences[licence.at()];
        let programme = Item::Programme(index.licences[licence.at()].programme);
        let mut text = format!("{} {} ", record.id, title_of(programme, station, index, language));
        record.channels.iter().for_each(|id| text.push_str(&format!("{id} ")));
        record
            .languages
            .iter()
            .for_each(|one| text.push_str(&format!("{one} ")));
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    wanted.retain(holds);
    let total = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    wanted.sort_by_key(|licence| {
        let entry = &index.licences[licence.at()];
        (entry.until < today, entry.until, licence.0)
    });
    wanted.truncate(most);
    let entries = || wanted.iter().map(|licence| &index.licences[licence.at()]);
    let first = entries().map(|entry| entry.from).min().unwrap_or(today);
    let last = entries().map(|entry| entry.until).max().unwrap_or(today);
    // A licence without an end in sight would press the others together.
    let (near, far) = (today.plus_days(-3 * 366), today.plus_days(3 * 366));
    let from = month_start(if last < near { first } else { first.max(near) });
    let until = month_start(if first > far { last } else { last.min(far) }.plus_days(32)).max(from.plus_days(28));
    let day = |date: BroadcastDate| i32::try_from(date.days_since(from)).unwrap_or(i32::MAX);
    let days = day(until);
    let usage = catalogue.most_runs();
    let months = months(from, until, &day);
    let licences = wanted
        .iter()
        .map(|&licence| LicenceView {
            first_day: day(index.licences[licence.at()].from).clamp(0, days),
            end_day: (day(index.licences[licence.at()].until) + 1).clamp(0, days),
            ..licence_of(licence, station, index, catalogue, &usage, language, today)
        })
        .collect();
    TimelineView {
        days,
        months,
        today: Some(day(today)).filter(|today| (0..days).contains(today)),
        licences,
        total,
    }
}

fn month_start(date: BroadcastDate) -> BroadcastDate {
    let (year, month, _) = date.ymd();
    BroadcastDate::new(year, month, 1).unwrap_or(date)
}

fn months(from: BroadcastDate, until: BroadcastDate, day: &dyn Fn(BroadcastDate) -> i32) -> Vec<MonthView> {
    let mut months = Vec::new();
    let mut start = from;
    while start < until {
        let (year, month, _) = start.ymd();
        months.push(MonthView {
            year,
            month: u8::try_from(month).unwrap_or(1),
            day: day(start),
        });
        let next = month_start(start.plus_days(32));
        if next <= start {
            break;
        }
        start = next;
    }
    months
}

/// Of each licence that took runs the episodes, with the most that one took on a channel.
type Usage = HashMap<LicenceIx, Vec<(EpisodeIx, u32)>>;

fn licence_of(
    licence: LicenceIx,
    station: &Station,
    index: &Index,
    catalogue: &Catalogue,
    usage: &Usage,
    language: &Language,
    today: BroadcastDate,
) -> LicenceView {
    let entry = &index.licences[licence.at()];
    let record = &station.licences[licence.at()];
    let taken = usage.get(&licence).map_or(&[][..], Vec::as_slice);
    let used = taken.iter().map(|&(_, runs)| runs).max().unwrap_or_default();
    let count = |over: u32| {
        let most = entry.max_runs;
        let spent = taken
            .iter()
            .filter(|&&(_, runs)| most.is_some_and(|most| runs >= most.saturating_add(over)));
        u32::try_from(spent.count()).unwrap_or(u32::MAX)
    };
    let scope = match entry.season {
        Some(season) => Item::Season(season),
        None => Item::Programme(entry.programme),
    };
    let phase = if today < entry.from {
        "future"
    } else if today <= entry.until {
        "running"
    } else {
        "ended"
    };
    LicenceView {
        id: entry.id.to_string(),
        programme: index.programmes[entry.programme.at()].id.to_string(),
        title: title_of(Item::Programme(entry.programme), station, index, language),
        season: entry.season.map(|season| index.seasons[season.at()].id.to_string()),
        season_title: entry
            .season
            .map(|season| title_of(Item::Season(season), station, index, language))
            .unwrap_or_default(),
        channels: entry
            .channels
            .iter()
            .map(|&channel| LicenceChannel {
                id: index.channels[channel.at()].id.to_string(),
                name: channel_name(channel, station, index),
            })
            .collect(),
        languages: record.languages.iter().map(ToString::to_string).collect(),
        from: date_view(entry.from),
        until: date_view(entry.until),
        first_day: 0,
        end_day: 0,
        phase: phase.to_owned(),
        days_left: (phase == "running").then(|| i32::try_from(entry.until.days_since(today) + 1).unwrap_or(i32::MAX)),
        max_runs: entry.max_runs,
        shared: entry.shared,
        rerun_hours: record.rerun_hours,
        min_gap_hours: record.min_gap_hours,
        airings: catalogue.charged(licence),
        used,
        spent: count(0),
        episodes: u32::try_from(scope.episodes(index).len()).unwrap_or(u32::MAX),
        overdrawn: count(1) > 0,
    }
}
