//! Licences, holdbacks and blackouts.

use super::{known, local, new_id, wrong};
use crate::id::{ChannelId, LicenceId, SeasonId};
use crate::index::Invalid;
use crate::language::Language;
use crate::licence::Licence;
use crate::restriction::Holdback;
use crate::station::Station;
use crate::time::{BroadcastDate, Instant, Zones};
use crate::values;

fn licence<'a>(station: &'a mut Station, id: &LicenceId) -> Result<&'a mut Licence, Invalid> {
    let found = station.licences.iter_mut().find(|one| one.id == *id);
    known(found, "licence", id.as_str())
}

pub(super) fn runs(station: &mut Station, id: &LicenceId, max_runs: Option<u32>) -> Result<(), Invalid> {
    licence(station, id)?.max_runs = max_runs;
    Ok(())
}

pub(super) fn window(
    station: &mut Station,
    id: &LicenceId,
    from: Option<BroadcastDate>,
    until: Option<BroadcastDate>,
) -> Result<(), Invalid> {
    let licence = licence(station, id)?;
    if from.is_none() && until.is_none() {
        return Err(wrong("", "amends_nothing", values! { "wanted" => "from, until" }));
    }
    licence.from = from.unwrap_or(licence.from);
    licence.until = until.unwrap_or(licence.until);
    if licence.until < licence.from {
        let values = values! { "from" => licence.from.to_string(), "until" => licence.until.to_string() };
        let field = if until.is_some() { "until" } else { "from" };
        return Err(wrong(field, "ends_before_start", values));
    }
    Ok(())
}

pub(super) fn cover(
    station: &mut Station,
    id: &LicenceId,
    channels: &[ChannelId],
    languages: &[Language],
) -> Result<(), Invalid> {
    for (at, channel) in channels.iter().enumerate() {
        let found = station.channels.iter().find(|one| one.id == *channel);
        known(found, &format!("channels[{at}]"), channel.as_str())?;
    }
    let licence = licence(station, id)?;
    if channels.is_empty() && languages.is_empty() {
        return Err(wrong(
            "",
            "amends_nothing",
            values! { "wanted" => "channels, languages" },
        ));
    }
    widen(&mut licence.channels, channels);
    widen(&mut licence.languages, languages);
    Ok(())
}

/// Adds to a list that means everything while it is empty.
fn widen<T: Clone + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    if list.is_empty() {
        return;
    }
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}

pub(super) fn gap(station: &mut Station, id: &LicenceId, hours: u32) -> Result<(), Invalid> {
    let licence = licence(station, id)?;
    if hours <= licence.rerun_hours {
        let values = values! { "min_gap_hours" => hours, "rerun_hours" => licence.rerun_hours };
        return Err(wrong("min_gap_hours", "gap_not_above_rerun", values));
    }
    licence.min_gap_hours = Some(hours);
    Ok(())
}

pub(super) fn add(station: &mut Station, licence: &Licence) -> Result<(), Invalid> {
    new_id(
        station.licences.iter().map(|one| one.id.as_str()),
        "id",
        licence.id.as_str(),
    )?;
    let programme = station.programmes.iter().find(|one| one.id == licence.programme);
    known(programme, "programme", licence.programme.as_str())?;
    station.licences.push(licence.clone());
    Ok(())
}

pub(super) fn lose(station: &mut Station, id: &LicenceId) -> Result<(), Invalid> {
    licence(station, id)?;
    station.licences.retain(|one| one.id != *id);
    let named = station
        .pins
        .iter_mut()
        .map(|one| &mut one.licence)
        .chain(station.history.iter_mut().map(|one| &mut one.licence))
        .chain(station.schedule.iter_mut().map(|one| &mut one.licence));
    named
        .filter(|licence| licence.as_ref() == Some(id))
        .for_each(|licence| *licence = None);
    Ok(())
}

pub(super) fn lift_blackout(
    station: &mut Station,
    channel: &ChannelId,
    from: Instant,
    zones: &Zones,
) -> Result<(), Invalid> {
    let before = station.blackouts.len();
    station
        .blackouts
        .retain(|one| one.channel != *channel || one.from != from);
    if station.blackouts.len() == before {
        let values = values! { "channel" => channel, "from" => local(station, zones, channel, from) };
        return Err(wrong("", "no_blackout_there", values));
    }
    Ok(())
}

fn is_of(holdback: &Holdback, season: &SeasonId, first_channel: &ChannelId) -> bool {
    holdback.season == *season && holdback.first_channel == *first_channel
}

fn no_holdback(season: &SeasonId, first_channel: &ChannelId) -> Invalid {
    wrong(
        "",
        "no_holdback_there",
        values! { "season" => season, "channel" => first_channel },
    )
}

pub(super) fn lift_holdback(
    station: &mut Station,
    season: &SeasonId,
    first_channel: &ChannelId,
) -> Result<(), Invalid> {
    let before = station.holdbacks.len();
    station.holdbacks.retain(|one| !is_of(one, season, first_channel));
    if station.holdbacks.len() == before {
        return Err(no_holdback(season, first_channel));
    }
    Ok(())
}

pub(super) fn wait(
    station: &mut Station,
    season: &SeasonId,
    first_channel: &ChannelId,
    hours: u32,
) -> Result<(), Invalid> {
    let mut found = station
        .holdbacks
        .iter_mut()
        .filter(|one| is_of(one, season, first_channel))
        .peekable();
    if found.peek().is_none() {
        return Err(no_holdback(season, first_channel));
    }
    found.for_each(|one| one.hours = hours);
    Ok(())
}
