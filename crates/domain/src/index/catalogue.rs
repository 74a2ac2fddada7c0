//! Languages, channels, programmes down to versions, licences, holdbacks and blackouts.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;
use std::fmt;
use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::invalid::Collector;
use super::{
    BlackoutEntry, ChannelEntry, ChannelIx, EpisodeEntry, EpisodeIx, Index, LicenceEntry, LicenceIx, ProgrammeEntry,
    ProgrammeIx, SeasonEntry, SeasonIx, VersionEntry, VersionIx, number,
};
use crate::catalogue::{Episode, Programme, Season};
use crate::language::Language;
use crate::slot::Fill;
use crate::station::Station;
use crate::time::{ChannelClock, DAY, HOUR, Zones};
use crate::values;

pub(super) fn resolve(station: &Station, zones: &Zones, index: &mut Index, wrong: &mut Collector) {
    index.languages = languages(station);
    make_room(station, index);
    channels(station, zones, index, wrong);
    for (at, programme) in station.programmes.iter().enumerate() {
        add_programme(programme, &format!("programmes[{at}]"), index, wrong);
    }
    licences(station, index, wrong);
    holdbacks(station, index, wrong);
    blackouts(station, index, wrong);
}

/// Growing a map moves all that is in it.
fn make_room(station: &Station, index: &mut Index) {
    let seasons = || station.programmes.iter().flat_map(|programme| &programme.seasons);
    let episodes = || seasons().flat_map(|season| &season.episodes);
    index.by_id.programmes.reserve(station.programmes.len());
    index.by_id.seasons.reserve(seasons().count());
    index.by_id.episodes.reserve(episodes().count());
    index
        .by_id
        .versions
        .reserve(episodes().map(|episode| episode.versions.len()).sum());
    index.by_id.slots.reserve(station.slots.len());
}

/// Notes an id's number, or complains that it was given before.
pub(super) fn note<Id: Eq + Hash + Clone + fmt::Display, Ix>(
    known: &mut FxHashMap<Id, Ix>,
    id: &Id,
    number: Ix,
    path: impl fmt::Display,
    wrong: &mut Collector,
) {
    match known.entry(id.clone()) {
        Entry::Vacant(free) => {
            free.insert(number);
        }
        Entry::Occupied(_) => wrong.add(path, "duplicate_id", values! { "id" => id.to_string() }),
    }
}

fn languages(station: &Station) -> Vec<Language> {
    let mut all = BTreeSet::new();
    for channel in &station.channels {
        all.extend(channel.quotas.iter().map(|quota| &quota.language));
    }
    for programme in &station.programmes {
        for episode in programme.seasons.iter().flat_map(|season| &season.episodes) {
            all.extend(episode.versions.iter().map(|version| &version.language));
        }
    }
    all.extend(station.licences.iter().flat_map(|licence| &licence.languages));
    for slot in &station.slots {
        all.extend(&slot.languages);
        if let Fill::Hold(hold) = &slot.fill {
            all.extend(&hold.language);
        }
    }
    all.into_iter().cloned().collect()
}

fn channels(station: &Station, zones: &Zones, index: &mut Index, wrong: &mut Collector) {
    for (at, channel) in station.channels.iter().enumerate() {
        let path = format!("channels[{at}]");
        note(
            &mut index.by_id.channels,
            &channel.id,
            ChannelIx(number(at)),
            format_args!("{path}.id"),
            wrong,
        );
        if i64::from(channel.day_start.minutes()) * crate::time::MINUTE >= DAY {
            wrong.add(
                format_args!("{path}.day_start"),
                "day_start_late",
                values! { "time" => channel.day_start.to_string() },
            );
        }
        for (rating, (from, until)) in &channel.rating_hours {
            if from > until {
                let values = values! { "from" => from.to_string(), "until" => until.to_string() };
                wrong.add(
                    format_args!("{path}.rating_hours.{rating}"),
                    "ends_before_start",
                    values,
                );
            }
        }
        for (n, quota) in channel.quotas.iter().enumerate() {
            if quota.min_share_pct > 100 {
                let values = values! { "share" => quota.min_share_pct };
                wrong.add(
                    format_args!("{path}.quotas[{n}].min_share_pct"),
                    "share_above_100",
                    values,
                );
            }
        }
        let Ok(zone) = zones.named(&channel.tz) else {
            wrong.add(
                format_args!("{path}.tz"),
                "unknown_zone",
                values! { "tz" => channel.tz.clone() },
            );
            // Keep the numbering true: whatever refers to this channel is not to be blamed for its zone.
            if let Ok(zone) = zones.named("UTC") {
                index.channels.push(channel_entry(channel, zone, index));
            }
            continue;
        };
        index.channels.push(channel_entry(channel, zone, index));
    }
}

fn channel_entry(channel: &crate::channel::Channel, zone: crate::time::Zone, index: &Index) -> ChannelEntry {
    ChannelEntry {
        id: channel.id.clone(),
        rank: 0,
        clock: ChannelClock {
            zone,
            day_start: channel.day_start,
        },
        quotas: channel
            .quotas
            .iter()
            .filter_map(|quota| Some((index.language(quota.language.as_str())?, quota.min_share_pct)))
            .collect(),
        rating_hours: channel
            .rating_hours
            .iter()
            .map(|(rating, &(from, until))| (rating.clone(), from, until))
            .collect(),
        blackouts: Vec::new(),
        slots: Vec::new(),
    }
}

fn add_programme(programme: &Programme, path: &str, index: &mut Index, wrong: &mut Collector) {
    let own = ProgrammeIx(number(index.programmes.len()));
    note(
        &mut index.by_id.programmes,
        &programme.id,
        own,
        format_args!("{path}.id"),
        wrong,
    );
    let (first_season, first_version) = (number(index.seasons.len()), number(index.versions.len()));
    for (at, season) in programme.seasons.iter().enumerate() {
        add_season(season, own, &format!("{path}.seasons[{at}]"), index, wrong);
    }
    let kind = index.word(&programme.kind);
    let tags: Vec<_> = programme.tags.iter().map(|tag| index.word(tag)).collect();
    index.by_kind.entry(kind).or_default().push(own);
    for &tag in &tags {
        index.by_tag.entry(tag).or_default().push(own);
    }
    index.programmes.push(ProgrammeEntry {
        id: programme.id.clone(),
        kind,
        tags,
        order: programme.order,
        max_per_day: programme.max_per_day(),
        is_break_material: programme.is_break_material(),
        seasons: first_season..number(index.seasons.len()),
        versions: first_version..number(index.versions.len()),
        licences: Vec::new(),
    });
}

fn add_season(season: &Season, programme: ProgrammeIx, path: &str, index: &mut Index, wrong: &mut Collector) {
    let own = SeasonIx(number(index.seasons.len()));
    note(
        &mut index.by_id.seasons,
        &season.id,
        own,
        format_args!("{path}.id"),
        wrong,
    );
    let first = number(index.episodes.len());
    for (place, episode) in season.episodes.iter().enumerate() {
        add_episode(
            episode,
            programme,
            own,
            place,
            &format!("{path}.episodes[{place}]"),
            index,
            wrong,
        );
    }
    index.seasons.push(SeasonEntry {
        id: season.id.clone(),
        programme,
        episodes: first..number(index.episodes.len()),
        holdbacks: Vec::new(),
    });
}

fn add_episode(
    episode: &Episode,
    programme: ProgrammeIx,
    season: SeasonIx,
    place: usize,
    path: &str,
    index: &mut Index,
    wrong: &mut Collector,
) {
    let own = EpisodeIx(number(index.episodes.len()));
    note(
        &mut index.by_id.episodes,
        &episode.id,
        own,
        format_args!("{path}.id"),
        wrong,
    );
    let first = number(index.versions.len());
    for (at, version) in episode.versions.iter().enumerate() {
        let path = format_args!("{path}.versions[{at}]").to_string();
        let number = VersionIx(number(index.versions.len()));
        note(
            &mut index.by_id.versions,
            &version.id,
            number,
            format_args!("{path}.id"),
            wrong,
        );
        if !(1..=DAY).contains(&version.duration_ms) {
            wrong.add(
                format_args!("{path}.duration_ms"),
                "duration_out_of_range",
                values! { "duration_ms" => version.duration_ms },
            );
        }
        if let Some(language) = index.language(version.language.as_str()) {
            let id = version.id.clone();
            index.versions.push(VersionEntry {
                id,
                episode: own,
                season,
                programme,
                language,
                duration_ms: version.duration_ms,
                rank: 0,
            });
        }
    }
    index.episodes.push(EpisodeEntry {
        id: episode.id.clone(),
        season,
        programme,
        place: number(place),
        rating: episode.rating.clone(),
        versions: first..number(index.versions.len()),
    });
}

fn licences(station: &Station, index: &mut Index, wrong: &mut Collector) {
    for (at, licence) in station.licences.iter().enumerate() {
        let path = format!("licences[{at}]");
        let own = LicenceIx(number(at));
        note(
            &mut index.by_id.licences,
            &licence.id,
            own,
            format_args!("{path}.id"),
            wrong,
        );
        if licence.until < licence.from {
            let values = values! { "from" => licence.from.to_string(), "until" => licence.until.to_string() };
            wrong.add(format_args!("{path}.until"), "ends_before_start", values);
        }
        if licence.min_gap_hours() <= licence.rerun_hours {
            let values = values! { "min_gap_hours" => licence.min_gap_hours(), "rerun_hours" => licence.rerun_hours };
            wrong.add(format_args!("{path}.min_gap_hours"), "gap_not_above_rerun", values);
        }
        let programme = wrong.known(
            index.programme(licence.programme.as_str()),
            format_args!("{path}.programme"),
            licence.programme.as_str(),
        );
        let season = licence.season.as_ref().and_then(|id| {
            let season = wrong.known(index.season(id.as_str()), format_args!("{path}.season"), id.as_str())?;
            if programme.is_some_and(|programme| index.seasons[season.at()].programme != programme) {
                let values = values! { "season" => id.as_str(), "programme" => licence.programme.as_str() };
                wrong.add(format_args!("{path}.season"), "season_of_other_programme", values);
            }
            Some(season)
        });
        let channels = channel_list(&licence.channels, &path, index, wrong);
        let mut languages: Vec<_> = licence
            .languages
            .iter()
            .filter_map(|language| index.language(language.as_str()))
            .collect();
        languages.sort_unstable();
        languages.dedup();
        // A wrong programme is reported above; numbering goes on so that ids keep their places.
        let programme = programme.unwrap_or(ProgrammeIx(0));
        if let Some(entry) = index.programmes.get_mut(programme.at()) {
            entry.licences.push(own);
        }
        index.licences.push(LicenceEntry {
            id: licence.id.clone(),
            programme,
            season,
            channels,
            languages,
            from: licence.from,
            until: licence.until,
            max_runs: licence.max_runs,
            shared: licence.shared,
            rerun_ms: licence.rerun_ms(),
            min_gap_ms: licence.min_gap_ms(),
        });
    }
}

/// Channels by id, sorted, each once.
pub(super) fn channel_list(
    ids: &[crate::id::ChannelId],
    path: &str,
    index: &Index,
    wrong: &mut Collector,
) -> Vec<ChannelIx> {
    let mut channels: Vec<_> = ids
        .iter()
        .enumerate()
        .filter_map(|(n, id)| {
            wrong.known(
                index.channel(id.as_str()),
                format_args!("{path}.channels[{n}]"),
                id.as_str(),
            )
        })
        .collect();
    channels.sort_unstable();
    channels.dedup();
    channels
}

fn holdbacks(station: &Station, index: &mut Index, wrong: &mut Collector) {
    for (at, holdback) in station.holdbacks.iter().enumerate() {
        let path = format!("holdbacks[{at}]");
        let season = wrong.known(
            index.season(holdback.season.as_str()),
            format_args!("{path}.season"),
            holdback.season.as_str(),
        );
        let channel = wrong.known(
            index.channel(holdback.first_channel.as_str()),
            format_args!("{path}.first_channel"),
            holdback.first_channel.as_str(),
        );
        if let (Some(season), Some(channel)) = (season, channel) {
            index.seasons[season.at()]
                .holdbacks
                .push((channel, i64::from(holdback.hours) * HOUR));
        }
    }
}

fn blackouts(station: &Station, index: &mut Index, wrong: &mut Collector) {
    for (at, blackout) in station.blackouts.iter().enumerate() {
        let path = format!("blackouts[{at}]");
        if blackout.until <= blackout.from {
            let values = values! { "from" => blackout.from.to_string(), "until" => blackout.until.to_string() };
            wrong.add(format_args!("{path}.until"), "ends_before_start", values);
        }
        let channel = wrong.known(
            index.channel(blackout.channel.as_str()),
            format_args!("{path}.channel"),
            blackout.channel.as_str(),
        );
        let tags = blackout.tags.iter().map(|tag| index.word(tag)).collect();
        if let Some(channel) = channel.filter(|channel| channel.at() < index.channels.len()) {
            let entry = BlackoutEntry {
                from: blackout.from,
                until: blackout.until,
                tags,
            };
            index.channels[channel.at()].blackouts.push(entry);
        }
    }
}
