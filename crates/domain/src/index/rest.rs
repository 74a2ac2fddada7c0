//! Campaigns, fillers, pins, history, the accepted schedule, and the references of what planning does not read.

use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;

use super::catalogue::{channel_list, note};
use super::invalid::Collector;
use super::{CampaignEntry, CampaignIx, Fixed, Index, number};
use crate::airing::Airing;
use crate::campaign::Target;
use crate::id::{ChannelId, LicenceId, OccasionId, VersionId};
use crate::receiver::{Destination, FileForm, Flaw, Sftp, is_authority};
use crate::station::Station;
use crate::time::Instant;
use crate::values;

pub(super) fn resolve(station: &Station, index: &mut Index, wrong: &mut Collector) {
    campaigns(station, index, wrong);
    let mut seen = HashSet::new();
    for (at, filler) in station.fillers.iter().enumerate() {
        let path = format!("fillers[{at}].version");
        if let Some(version) = wrong.known(index.version(filler.version.as_str()), path, filler.version.as_str())
            && seen.insert(version)
        {
            index.fillers.push(version);
        }
    }
    pins(station, index, wrong);
    for (at, aired) in station.history.iter().enumerate() {
        let path = format!("history[{at}]");
        if let Some(one) = fixed(
            &aired.channel,
            aired.start,
            &aired.version,
            aired.licence.as_ref(),
            &path,
            index,
            wrong,
        ) {
            index.history.push(Fixed {
                moves_strand: !aired.repeat,
                ..one
            });
        }
    }
    airings(&station.schedule, "schedule", index, wrong);
    about(station, index, wrong);
}

pub(super) fn pins(station: &Station, index: &mut Index, wrong: &mut Collector) {
    for (at, pin) in station.pins.iter().enumerate() {
        let path = format!("pins[{at}]");
        let fixed = fixed(
            &pin.channel,
            pin.start,
            &pin.version,
            pin.licence.as_ref(),
            &path,
            index,
            wrong,
        );
        index.pins.extend(fixed);
    }
}

fn campaigns(station: &Station, index: &mut Index, wrong: &mut Collector) {
    for (at, campaign) in station.campaigns.iter().enumerate() {
        let path = format!("campaigns[{at}]");
        note(
            &mut index.by_id.campaigns,
            &campaign.id,
            CampaignIx(number(at)),
            format_args!("{path}.id"),
            wrong,
        );
        if campaign.until < campaign.from {
            let values = values! { "from" => campaign.from.to_string(), "until" => campaign.until.to_string() };
            wrong.add(format_args!("{path}.until"), "ends_before_start", values);
        }
        if campaign.hours.1 < campaign.hours.0 {
            let values = values! { "from" => campaign.hours.0.to_string(), "until" => campaign.hours.1.to_string() };
            wrong.add(format_args!("{path}.hours"), "ends_before_start", values);
        }
        if !(1..=5).contains(&campaign.weight) {
            wrong.add(
                format_args!("{path}.weight"),
                "weight_out_of_range",
                values! { "weight" => campaign.weight },
            );
        }
        let channels = channel_list(&campaign.channels, &path, index, wrong);
        let version = wrong.known(
            index.version(campaign.version.as_str()),
            format_args!("{path}.version"),
            campaign.version.as_str(),
        );
        if let Some(version) = version {
            index.campaigns.push(CampaignEntry {
                id: campaign.id.clone(),
                version,
                channels,
                from: campaign.from,
                until: campaign.until,
                per_day: campaign.per_day,
                min_gap_ms: campaign.min_gap_ms(),
                hours: campaign.hours,
                weight: campaign.weight,
            });
        }
    }
}

fn fixed(
    channel: &ChannelId,
    start: Instant,
    version: &VersionId,
    licence: Option<&LicenceId>,
    path: &str,
    index: &Index,
    wrong: &mut Collector,
) -> Option<Fixed> {
    let channel = wrong.known(
        index.channel(channel.as_str()),
        format_args!("{path}.channel"),
        channel.as_str(),
    );
    let version = wrong.known(
        index.version(version.as_str()),
        format_args!("{path}.version"),
        version.as_str(),
    );
    let licence =
        licence.and_then(|id| wrong.known(index.licence(id.as_str()), format_args!("{path}.licence"), id.as_str()));
    let (channel, version) = (channel?, version?);
    let date = index.channels.get(channel.at())?.clock.broadcast_date(start);
    Some(Fixed {
        channel,
        date,
        start,
        version,
        licence,
        moves_strand: true,
        of_pool: None,
        slot: None,
    })
}

/// What airings of this list of a document refer to.
pub(super) fn airings(airings: &[Airing], list: &str, index: &Index, wrong: &mut Collector) {
    for (at, airing) in airings.iter().enumerate() {
        // Of a million airings hardly one is wrong: its path is written only then.
        wrong.known(
            index.channel(airing.channel.as_str()),
            format_args!("{list}[{at}].channel"),
            airing.channel.as_str(),
        );
        if let Some(id) = &airing.version {
            wrong.known(
                index.version(id.as_str()),
                format_args!("{list}[{at}].version"),
                id.as_str(),
            );
        }
        if let Some(id) = &airing.licence {
            wrong.known(
                index.licence(id.as_str()),
                format_args!("{list}[{at}].licence"),
                id.as_str(),
            );
        }
        if let Some(id) = &airing.slot {
            wrong.known(index.slot(id.as_str()), format_args!("{list}[{at}].slot"), id.as_str());
        }
        if airing.end <= airing.start {
            let values = values! { "from" => airing.start.to_string(), "until" => airing.end.to_string() };
            wrong.add(format_args!("{list}[{at}].end"), "ends_before_start", values);
        }
    }
}

/// Occasions, places, quotations, partners, media and what refers to them.
fn about(station: &Station, index: &Index, wrong: &mut Collector) {
    let occasions = once("occasions", station.occasions.iter().map(|one| &one.id), wrong);
    let places = once("places", station.places.iter().map(|one| &one.id), wrong);
    let quotations = once("quotations", station.quotations.iter().map(|one| &one.id), wrong);
    let partners = once("partners", station.partners.iter().map(|one| &one.id), wrong);
    let media = once("media", station.media.iter().map(|one| &one.id), wrong);
    for (at, occasion) in station.occasions.iter().enumerate() {
        if occasion.until < occasion.from {
            let values = values! { "from" => occasion.from.to_string(), "until" => occasion.until.to_string() };
            wrong.add(format_args!("occasions[{at}].until"), "ends_before_start", values);
        }
    }
    for (at, quotation) in station.quotations.iter().enumerate() {
        if let Some(id) = &quotation.source.place {
            wrong.known(
                places.get(id),
                format_args!("quotations[{at}].source.place"),
                id.as_str(),
            );
        }
    }
    for (p, programme) in station.programmes.iter().enumerate() {
        for (n, id) in programme.partners.iter().enumerate() {
            wrong.known(
                partners.get(id),
                format_args!("programmes[{p}].partners[{n}]"),
                id.as_str(),
            );
        }
        for (s, season) in programme.seasons.iter().enumerate() {
            let path = format!("programmes[{p}].seasons[{s}]");
            hangs_on(season.occasion.as_ref(), &occasions, &path, wrong);
            for (e, episode) in season.episodes.iter().enumerate() {
                let path = format!("{path}.episodes[{e}]");
                for (n, id) in episode.places.iter().enumerate() {
                    wrong.known(places.get(id), format_args!("{path}.places[{n}]"), id.as_str());
                }
                for (n, id) in episode.quotations.iter().enumerate() {
                    wrong.known(quotations.get(id), format_args!("{path}.quotations[{n}]"), id.as_str());
                }
                for (n, version) in episode.versions.iter().enumerate() {
                    if let Some(id) = &version.media {
                        wrong.known(media.get(id), format_args!("{path}.versions[{n}].media"), id.as_str());
                    }
                }
            }
        }
    }
    receivers(station, index, wrong);
    for (at, slot) in station.slots.iter().enumerate() {
        hangs_on(slot.occasion.as_ref(), &occasions, &format!("slots[{at}]"), wrong);
    }
    for (at, campaign) in station.campaigns.iter().enumerate() {
        hangs_on(
            campaign.occasion.as_ref(),
            &occasions,
            &format!("campaigns[{at}]"),
            wrong,
        );
    }
    for (at, target) in station.campaign_targets.iter().enumerate() {
        let path = format!("campaign_targets[{at}]");
        wrong.known(
            index.campaign(target.campaign.as_str()),
            format_args!("{path}.campaign"),
            target.campaign.as_str(),
        );
        match &target.of {
            Target::Programme(id) => {
                wrong.known(
                    index.programme(id.as_str()),
                    format_args!("{path}.of.programme"),
                    id.as_str(),
                );
            }
            Target::Season(id) => {
                wrong.known(index.season(id.as_str()), format_args!("{path}.of.season"), id.as_str());
            }
            Target::Episode(id) => {
                wrong.known(
                    index.episode(id.as_str()),
                    format_args!("{path}.of.episode"),
                    id.as_str(),
                );
            }
            Target::Occasion(id) => {
                wrong.known(occasions.get(id), format_args!("{path}.of.occasion"), id.as_str());
            }
        }
    }
}

fn receivers(station: &Station, index: &Index, wrong: &mut Collector) {
    once("receivers", station.receivers.iter().map(|one| &one.id), wrong);
    for (at, receiver) in station.receivers.iter().enumerate() {
        let path = format!("receivers[{at}]");
        wrong.known(
            index.channel(receiver.channel.as_str()),
            format_args!("{path}.channel"),
            receiver.channel.as_str(),
        );
        if !receiver.has_good_name() {
            let values = values! { "name" => receiver.name.as_str() };
            wrong.add(format_args!("{path}.name"), "file_name_pattern", values);
        }
        if let Some(form) = receiver.called_alike() {
            let values = values! { "name" => receiver.name.as_str(), "form" => form.as_str() };
            wrong.add(format_args!("{path}.files"), "files_called_alike", values);
        }
        match &receiver.to {
            Destination::Folder(folder) if folder.trim().is_empty() => {
                wrong.add(format_args!("{path}.to.folder"), "folder_missing", values! {});
            }
            Destination::Folder(_) => {}
            Destination::Sftp(sftp) => server(sftp, &format!("{path}.to.sftp"), wrong),
        }
        for (n, form) in receiver.files.iter().enumerate() {
            let path = format!("{path}.files[{n}].{}", form.as_str());
            match form {
                FileForm::Page(page) => {
                    let id = page.programme.as_str();
                    wrong.known(index.programme(id), format_args!("{path}.programme"), id);
                }
                FileForm::Tva(tva) | FileForm::Dvbi(tva) if !is_authority(&tva.authority) => {
                    let values = values! { "authority" => tva.authority.as_str() };
                    wrong.add(format_args!("{path}.authority"), "authority_form", values);
                }
                _ => {}
            }
        }
    }
}

fn server(sftp: &Sftp, path: &str, wrong: &mut Collector) {
    for flaw in sftp.flaws() {
        let (field, code, values) = match flaw {
            Flaw::Host => ("host", "host_form", values! { "host" => sftp.host.as_str() }),
            Flaw::Port => ("port", "port_form", values! { "port" => sftp.port.to_string() }),
            Flaw::User => ("user", "user_form", values! { "user" => sftp.user.as_str() }),
            Flaw::Folder => ("folder", "folder_missing", values! {}),
            Flaw::HostKey => {
                let values = values! { "key" => sftp.host_key.as_deref().unwrap_or_default() };
                ("host_key", "host_key_form", values)
            }
            Flaw::Key => ("sign_in.key", "key_file_missing", values! {}),
        };
        wrong.add(format_args!("{path}.{field}"), code, values);
    }
}

fn hangs_on(id: Option<&OccasionId>, occasions: &HashSet<&OccasionId>, path: &str, wrong: &mut Collector) {
    if let Some(id) = id {
        wrong.known(occasions.get(id), format_args!("{path}.occasion"), id.as_str());
    }
}

/// The ids of a list; complains of those given twice.
fn once<'a, Id: Eq + Hash + fmt::Display>(
    list: &str,
    ids: impl Iterator<Item = &'a Id>,
    wrong: &mut Collector,
) -> HashSet<&'a Id> {
    let mut seen = HashSet::new();
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            wrong.add(
                format_args!("{list}[{at}].id"),
                "duplicate_id",
                values! { "id" => id.to_string() },
            );
        }
    }
    seen
}
