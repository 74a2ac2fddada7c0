//! What one revision changes of another, as a channel is told of it.

use arna_domain::{BroadcastDate, Language};
use serde::Serialize;
use specta::Type;

use super::Texts;
use super::changes::{AiringChangeKind, ToldView, rows, tell};
use super::schedule::{DateView, date_view};
use crate::revisions::Compared;

/// What one revision changes of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RevisionChangesView {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// The revision before.
    pub since: i64,
    /// The revision after; none: what is accepted now.
    pub until: Option<i64>,
    /// The first date that both hold.
    pub from: BroadcastDate,
    /// The last.
    pub last: BroadcastDate,
    /// What changed, by date and time.
    pub rows: Vec<RevisionChangeView>,
    /// Dates on which nothing but promos and fillers changed.
    pub breaks: Vec<BroadcastDate>,
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RevisionChangeView {
    /// How: `moved`, `trimmed`, `instead`, `version`, `added`, `dropped`, `otherwise`.
    pub change: &'static str,
    /// The broadcast date to tell of it on: as it is, else as it was.
    pub date: BroadcastDate,
    /// As it is; none where it airs no more.
    pub now: Option<ToldView>,
    /// As it was; none where it is new.
    pub was: Option<ToldView>,
}

/// What one revision changes of another, in a language.
pub fn revision_changes(compared: &Compared, language: &Language) -> RevisionChangesView {
    let then = (&compared.then.station, &compared.then.index);
    let now = (&compared.station, &compared.index);
    let told = rows(&compared.changes, now, then, language);
    let mut all: Vec<(_, RevisionChangeView)> = compared
        .changes
        .airings
        .iter()
        .zip(told)
        .map(|(change, told)| {
            let place = change.place();
            let row = RevisionChangeView {
                change: match told.kind {
                    AiringChangeKind::Instead if compared.is_of_same_episode(change) => "version",
                    AiringChangeKind::Instead => "instead",
                    AiringChangeKind::Moved => "moved",
                    AiringChangeKind::Trimmed => "trimmed",
                    AiringChangeKind::Added => "added",
                    AiringChangeKind::Dropped => "dropped",
                },
                date: place.date,
                now: told.now,
                was: told.was,
            };
            ((place.date, place.start), row)
        })
        .collect();
    let channel = &compared.then.revision.channel;
    let numbers = (then.1.channel(channel.as_str()), now.1.channel(channel.as_str()));
    if let (Some(before), Some(after)) = numbers {
        all.extend(compared.told_otherwise(language).iter().map(|(was, is)| {
            let row = RevisionChangeView {
                change: "otherwise",
                date: is.date,
                now: Some(tell(is, now.1, after)),
                was: Some(tell(was, then.1, before)),
            };
            ((is.date, is.start), row)
        }));
    }
    all.sort_by_key(|(place, _)| *place);
    let name = now.0.channels.iter().find(|one| one.id == *channel);
    RevisionChangesView {
        channel: channel.to_string(),
        name: name.map_or_else(|| channel.to_string(), |one| one.name.clone()),
        since: compared.then.revision.number,
        until: compared.number,
        from: compared.range.from,
        last: compared.range.end().plus_days(-1),
        rows: all.into_iter().map(|(_, row)| row).collect(),
        breaks: compared.changes.breaks.clone(),
    }
}

/// What changed, as a note to the channel: the message `told-head`, then a day a paragraph, a change a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NoteView {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// The revision before.
    pub since: i32,
    /// The revision after; none: what is accepted now.
    pub until: Option<i32>,
    /// The first date that both hold.
    pub from: String,
    /// The last.
    pub last: String,
    /// The days on which anything changed.
    pub days: Vec<NoteDayView>,
    /// The lines of all days.
    pub count: u32,
}

/// A day of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NoteDayView {
    /// The day.
    pub date: DateView,
    /// What changed, by time.
    pub rows: Vec<NoteRowView>,
    /// Whether nothing but promos and fillers changed: the message `told-breaks`.
    pub breaks: bool,
}

/// A line of a note: the message `told-<change>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NoteRowView {
    /// How: `moved`, `trimmed`, `instead`, `version`, `added`, `dropped`, `otherwise`.
    pub change: String,
    /// With what values.
    pub values: Texts,
}

/// What changed, as a note to the channel.
pub fn note(view: &RevisionChangesView) -> NoteView {
    let number = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
    let mut dates: Vec<BroadcastDate> = view.rows.iter().map(|row| row.date).collect();
    dates.extend(&view.breaks);
    dates.sort_unstable();
    dates.dedup();
    let days = dates.into_iter().map(|date| NoteDayView {
        date: date_view(date),
        rows: view.rows.iter().filter(|row| row.date == date).map(line).collect(),
        breaks: view.breaks.contains(&date),
    });
    NoteView {
        channel: view.channel.clone(),
        name: view.name.clone(),
        since: number(view.since),
        until: view.until.map(number),
        from: view.from.to_string(),
        last: view.last.to_string(),
        days: days.collect(),
        count: u32::try_from(view.rows.len() + view.breaks.len()).unwrap_or(u32::MAX),
    }
}

/// A change's line. A time of another date than the paragraph's says its date.
fn line(row: &RevisionChangeView) -> NoteRowView {
    let own = row.date.to_string();
    let at = |one: Option<&ToldView>| {
        one.map_or_else(String::new, |one| match one.date.date == own {
            true => one.start_wall.clone(),
            false => format!("{} {}", one.date.date, one.start_wall),
        })
    };
    let minutes = |one: Option<&ToldView>| one.map_or(0, |one| one.minutes).to_string();
    let language = |one: Option<&ToldView>| one.map_or_else(String::new, |one| one.language.clone());
    let (now, was) = (row.now.as_ref(), row.was.as_ref());
    let values = [
        ("at", at(now)),
        ("what", called(now)),
        ("minutes", minutes(now)),
        ("language", language(now)),
        ("was-at", at(was)),
        ("was-what", called(was)),
        ("was-minutes", minutes(was)),
        ("was-language", language(was)),
    ];
    NoteRowView {
        change: row.change.to_owned(),
        values: values.map(|(name, value)| (name.to_owned(), value)).into(),
    }
}

/// `Common Dream · The Lake (kk)`.
fn called(one: Option<&ToldView>) -> String {
    let Some(one) = one else { return String::new() };
    let mut called = one.title.clone();
    if !one.episode.is_empty() {
        called += &format!(" · {}", one.episode);
    }
    if !one.language.is_empty() {
        called += &format!(" ({})", one.language);
    }
    called
}
