//! What is wrong with slots though a station can be worked with them: they could never air what they ask for.

use std::collections::HashMap;

use arna_domain::index::{FillEntry, SlotEntry};
use arna_domain::time::{MINUTE, Weekday};
use arna_domain::{ChannelId, Index, SlotId, Station, values};
use serde::Serialize;
use specta::Type;

use super::{Texts, texts};
use crate::failure::Failure;

/// Something wrong with a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ConflictView {
    /// The slot.
    pub slot: Option<String>,
    /// What: the message `conflict-<code>`, or `invalid-<code>` where it cannot be saved so.
    pub code: String,
    /// With what values.
    pub values: Texts,
    /// Whether it can be saved all the same.
    pub bearable: bool,
}

/// What is wrong with a channel's slots.
pub(super) fn conflicts(station: &Station, index: &Index, channel: &ChannelId) -> HashMap<SlotId, Vec<ConflictView>> {
    let mut all: HashMap<SlotId, Vec<ConflictView>> = HashMap::new();
    let name = station.channels.iter().find(|one| one.id == *channel);
    let name = name.map_or(channel.as_str(), |one| one.name.as_str());
    let entries = index.slots.iter().zip(&station.slots);
    for (entry, slot) in entries.filter(|(_, slot)| slot.channel == *channel) {
        let mut say = |code: &str, mut values: arna_domain::Values| {
            values.extend(values! { "channel" => name, "start" => slot.start.to_string() });
            all.entry(slot.id.clone()).or_default().push(ConflictView {
                slot: Some(slot.id.to_string()),
                code: code.to_owned(),
                values: texts(&values),
                bearable: true,
            });
        };
        if let FillEntry::Repeat { of, days_after, .. } = entry.fill {
            let of = &index.slots[of.at()];
            if let Some(day) = without_source(entry, of, days_after) {
                say(
                    "repeat_of_nothing",
                    values! { "of" => of.start.to_string(), "days" => days_after, "weekday" => super::grid::weekday(day) },
                );
            } else if days_after == 0 && entry.start < of.end {
                say("repeat_before_source", values! { "of" => of.start.to_string() });
            }
            continue;
        }
        let Some(versions) = candidates(index, entry) else {
            continue;
        };
        let length = i64::from(entry.length_min()) * MINUTE;
        let spoken: Vec<i64> = versions
            .iter()
            .filter(|(language, _)| entry.languages.contains(language))
            .map(|(_, duration)| *duration)
            .collect();
        if versions.is_empty() {
            say("nothing_to_air", values! {});
        } else if spoken.is_empty() {
            say("no_version_in_languages", values! {});
        } else if let Some(shortest) = spoken.iter().min().filter(|shortest| **shortest > length) {
            say(
                "slot_too_short",
                values! { "minutes" => (shortest + MINUTE - 1) / MINUTE },
            );
        }
    }
    all
}

/// Languages and durations of everything that a slot may take by its fill; none for what needs no version.
fn candidates(index: &Index, slot: &SlotEntry) -> Option<Vec<(arna_domain::index::LanguageIx, i64)>> {
    let versions = |range: std::ops::Range<u32>| {
        index.versions[range.start as usize..range.end as usize]
            .iter()
            .map(|version| (version.language, version.duration_ms))
    };
    match &slot.fill {
        FillEntry::Sequel { season, .. } => {
            let episodes = index.seasons[season.at()].episodes.clone();
            let episodes = &index.episodes[episodes.start as usize..episodes.end as usize];
            Some(
                episodes
                    .iter()
                    .flat_map(|episode| versions(episode.versions.clone()))
                    .collect(),
            )
        }
        FillEntry::Pool { .. } => {
            let programmes = index.pool_of(&slot.fill);
            let all = programmes
                .iter()
                .flat_map(|programme| versions(index.programmes[programme.at()].versions.clone()));
            Some(all.collect())
        }
        FillEntry::Repeat { .. } | FillEntry::Hold { .. } => None,
    }
}

/// A weekday on which a repeat stands and what it repeats did not, so many dates before.
fn without_source(repeat: &SlotEntry, of: &SlotEntry, days_after: u32) -> Option<Weekday> {
    let back = i64::from(days_after);
    let missing = |day: &&Weekday| !of.days.contains(&crate::ops::grid::shifted(**day, -back));
    if let Some(day) = repeat.days.iter().find(missing) {
        return Some(*day);
    }
    // The dates of the one must lie within those of the other; a bound that is absent is further than any. That a repeat which
    // begins with what it repeats has nothing on its very first dates is no mistake.
    let early = of.from.filter(|first| repeat.from.is_none_or(|own| own < *first));
    let late = of
        .until
        .filter(|last| repeat.until.is_none_or(|own| own.plus_days(-back) > *last));
    let bound = match (early, late) {
        (Some(first), _) => (0..7)
            .map(|n| first.plus_days(back - 1 - n))
            .find(|date| repeat.stands_on(*date)),
        (None, Some(last)) => (0..7)
            .map(|n| last.plus_days(back + 1 + n))
            .find(|date| repeat.stands_on(*date)),
        (None, None) => None,
    };
    bound.map(arna_domain::BroadcastDate::weekday)
}

/// What keeps a station from being saved, as conflicts of its slots.
pub(super) fn refused(failure: &Failure, station: &Station) -> Vec<ConflictView> {
    if failure.details.is_empty() {
        return vec![ConflictView {
            slot: None,
            code: failure.code.clone(),
            values: texts(&failure.args),
            bearable: false,
        }];
    }
    let slot = |path: &str| {
        let number: usize = path.strip_prefix("slots[")?.split(']').next()?.parse().ok()?;
        station.slots.get(number)
    };
    let wall = |id: &str| {
        let slot = station.slots.iter().find(|slot| slot.id.as_str() == id);
        slot.map(|slot| slot.start.to_string())
    };
    failure
        .details
        .iter()
        .map(|detail| {
            let mut values = texts(&detail.values);
            // A coordinator knows slots by their times.
            for name in ["slot", "other"] {
                if let Some(time) = values.get(name).and_then(|id| wall(id)) {
                    values.insert(name.to_owned(), time);
                }
            }
            ConflictView {
                slot: slot(&detail.path).map(|slot| slot.id.to_string()),
                code: detail.code.clone(),
                values,
                bearable: false,
            }
        })
        .collect()
}
