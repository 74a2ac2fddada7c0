//! An id changed, and with it everything that names it.

use arna_domain::campaign::Target;
use arna_domain::receiver::FileForm;
use arna_domain::{Airing, Fill, Index, Receiver, Station, values};
use arna_store::{Kind, Record, RecordId};

use super::typed::id_of;
use super::{Programmes, item_of};
use crate::catalogue::{Item, Places};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// Gives a part of the catalogue another id, everywhere.
///
/// # Errors
/// `bad_id`; `id_taken`; `no_such_item`.
pub fn rename(station: &Station, index: &Index, key: &str, to: &str) -> Result<Op, Failure> {
    let item = item_of(key, index)?;
    let to = id_of(to)?;
    let from = item.id(index).to_owned();
    let taken = Item::of_key(&format!("{}:{to}", item.noun()), index);
    if taken.is_some_and(|other| other != item) {
        return Err(Failure::new("id_taken", values! { "id" => to }));
    }
    let mut steps = renamed_programme(station, index, item, &to)?;
    match item {
        Item::Programme(_) => {
            // A programme's id is its record's name: the old record goes, its place in the list with it.
            for licence in station.licences.iter().filter(|one| one.programme.as_str() == from) {
                let mut changed = licence.clone();
                changed.programme = to.as_str().into();
                steps.push(put(Record::Licence(changed)));
            }
            steps.extend(renamed_receivers(station, &from, &to));
        }
        Item::Season(_) => {
            for licence in &station.licences {
                if licence.season.as_ref().is_some_and(|own| own.as_str() == from) {
                    let mut changed = licence.clone();
                    changed.season = Some(to.as_str().into());
                    steps.push(put(Record::Licence(changed)));
                }
            }
            for holdback in station.holdbacks.iter().filter(|one| one.season.as_str() == from) {
                let mut changed = holdback.clone();
                changed.season = to.as_str().into();
                let old = RecordId::Named(Kind::Holdback, format!("{from} {}", holdback.first_channel));
                steps.extend([Step::Remove(old), put(Record::Holdback(changed))]);
            }
        }
        Item::Episode(_) => {}
        Item::Version(_) => steps.extend(renamed_version(station, &from, &to)),
    }
    steps.extend(renamed_slots(station, item, &from, &to));
    for target in &station.campaign_targets {
        let of = match &target.of {
            Target::Programme(id) if matches!(item, Item::Programme(_)) && id.as_str() == from => {
                Target::Programme(to.as_str().into())
            }
            Target::Season(id) if matches!(item, Item::Season(_)) && id.as_str() == from => {
                Target::Season(to.as_str().into())
            }
            Target::Episode(id) if matches!(item, Item::Episode(_)) && id.as_str() == from => {
                Target::Episode(to.as_str().into())
            }
            _ => continue,
        };
        let campaign = target.campaign.clone();
        let changed = arna_domain::campaign::CampaignTarget { campaign, of };
        steps.push(put(Record::CampaignTarget(changed)));
    }
    Ok(Op {
        code: "rename_item".to_owned(),
        args: values! { "from" => from, "to" => to },
        steps,
    })
}

fn put(record: Record) -> Step {
    Step::Put(Box::new(record))
}

fn renamed_programme(station: &Station, index: &Index, item: Item, to: &str) -> Result<Vec<Step>, Failure> {
    let places = Places::of(item, index);
    let mut programmes = Programmes::new(station, index);
    let programme = programmes.at(places.programme)?;
    let season = places.season.and_then(|at| programme.seasons.get_mut(at));
    match (season, places.episode, places.version) {
        (None, ..) => {
            let old = RecordId::Named(Kind::Programme, programme.id.to_string());
            programme.id = to.into();
            let mut steps = vec![Step::Remove(old)];
            steps.extend(programmes.into_steps());
            return Ok(steps);
        }
        (Some(season), None, _) => season.id = to.into(),
        (Some(season), Some(at), version) => {
            if let Some(episode) = season.episodes.get_mut(at) {
                match version.and_then(|at| episode.versions.get_mut(at)) {
                    Some(version) => version.id = to.into(),
                    None => episode.id = to.into(),
                }
            }
        }
    }
    Ok(programmes.into_steps())
}

fn renamed_slots(station: &Station, item: Item, from: &str, to: &str) -> Vec<Step> {
    let renamed = |slot: &arna_domain::Slot| {
        let mut changed = slot.clone();
        match (&mut changed.fill, item) {
            (Fill::Sequel(sequel), Item::Season(_)) if sequel.season.as_str() == from => sequel.season = to.into(),
            (Fill::Pool(pool), Item::Programme(_)) => {
                for id in pool.programmes.iter_mut().filter(|id| id.as_str() == from) {
                    *id = to.into();
                }
            }
            _ => {}
        }
        (changed != *slot).then(|| put(Record::Slot(changed)))
    };
    station.slots.iter().filter_map(renamed).collect()
}

/// Receivers of a page about the programme.
fn renamed_receivers(station: &Station, from: &str, to: &str) -> Vec<Step> {
    let renamed = |receiver: &Receiver| {
        let mut changed = receiver.clone();
        for form in &mut changed.files {
            if let FileForm::Page(page) = form
                && page.programme.as_str() == from
            {
                page.programme = to.into();
            }
        }
        (changed != *receiver).then(|| put(Record::Receiver(changed)))
    };
    station.receivers.iter().filter_map(renamed).collect()
}

fn renamed_version(station: &Station, from: &str, to: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for campaign in station.campaigns.iter().filter(|one| one.version.as_str() == from) {
        let mut changed = campaign.clone();
        changed.version = to.into();
        steps.push(put(Record::Campaign(changed)));
    }
    for filler in station.fillers.iter().filter(|one| one.version.as_str() == from) {
        let mut changed = filler.clone();
        changed.version = to.into();
        steps.push(Step::Remove(RecordId::Named(Kind::Filler, from.to_owned())));
        steps.push(put(Record::Filler(changed)));
    }
    for pin in station.pins.iter().filter(|one| one.version.as_str() == from) {
        let mut changed = pin.clone();
        changed.version = to.into();
        steps.push(put(Record::Pin(changed)));
    }
    for aired in station.history.iter().filter(|one| one.version.as_str() == from) {
        let mut changed = aired.clone();
        changed.version = to.into();
        steps.push(put(Record::Aired(changed)));
    }
    for channel in &station.channels {
        let own = |one: &&Airing| one.channel == channel.id;
        let mut starts = station
            .schedule
            .iter()
            .filter(own)
            .filter(|one| one.version.as_ref().is_some_and(|id| id.as_str() == from))
            .map(|one| one.start);
        let Some(first) = starts.next() else { continue };
        let last = starts.next_back().unwrap_or(first);
        let airings = station
            .schedule
            .iter()
            .filter(own)
            .filter(|one| (first..=last).contains(&one.start));
        let renamed = airings.cloned().map(|mut one| {
            if one.version.as_ref().is_some_and(|id| id.as_str() == from) {
                one.version = Some(to.into());
            }
            one
        });
        steps.push(Step::Airings {
            channel: channel.id.clone(),
            from: first,
            until: last + 1,
            airings: renamed.collect(),
        });
    }
    steps
}
