//! What one revision changes of another, as a channel is told of it.

use arna_domain::{BroadcastDate, Language};
use serde::Serialize;

use super::changes::{AiringChangeKind, ToldView, rows, tell};
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

/// Something that changed: the message `cli-told-<change>`.
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
