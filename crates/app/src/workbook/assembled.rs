//! A station made of things as a workbook would have them, and the steps that lead to it.

use std::collections::{HashMap, HashSet};

use arna_domain::{Episode, Programme, Season, Station, Version};
use arna_exchange::workbook::{Noun, Table};
use arna_store::{Kind, Record, RecordId};

use super::laid::{Laid, Layer};
use crate::ops::Step;

/// A station with what the workbook says laid in.
#[derive(Debug)]
pub(super) struct Assembled {
    /// The station.
    pub(super) station: Station,
    /// What is there, by sheet and id.
    there: HashSet<(Table, String)>,
    /// Things whose cells name something above them that is not there: their sheet, and their place among its things.
    pub(super) homeless: Vec<(Table, usize)>,
}

impl Assembled {
    /// Whether a thing is there.
    pub(super) fn has(&self, table: Table, id: &str) -> bool {
        self.there.contains(&(table, id.to_owned()))
    }
}

/// The station that comes of a layer. What lies below something goes with it.
pub(super) fn assemble(station: &Station, layer: &Layer) -> Assembled {
    let mut made = Assembled {
        station: station.clone(),
        there: HashSet::new(),
        homeless: Vec::new(),
    };
    let (mut channels, mut programmes, mut licences, mut slots) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut seasons, mut episodes, mut versions) = (Below::new(), Below::new(), Below::new());
    for table in Table::ALL {
        for laid in made.staying(layer, table) {
            match laid.noun.clone() {
                Noun::Channel(one) => channels.push(one),
                Noun::Programme(one) => programmes.push(one),
                Noun::Season(of, one) => seasons.entry(of.to_string()).or_default().push(one),
                Noun::Episode(of, one) => episodes.entry(of.to_string()).or_default().push(one),
                Noun::Version(of, one) => versions.entry(of.to_string()).or_default().push(one),
                Noun::Licence(one) => licences.push(one),
                Noun::Slot(one) => slots.push(one),
            }
        }
    }
    fill(&mut programmes, seasons, episodes, versions);
    (made.station.channels, made.station.programmes) = (channels, programmes);
    (made.station.licences, made.station.slots) = (licences, slots);
    made
}

type Below<T> = HashMap<String, Vec<T>>;

impl Assembled {
    /// The things of a sheet that stay, in their places.
    fn staying<'a>(&mut self, layer: &'a Layer, table: Table) -> Vec<&'a Laid> {
        let above = match table {
            Table::Seasons => Some(Table::Programmes),
            Table::Episodes => Some(Table::Seasons),
            Table::Versions => Some(Table::Episodes),
            _ => None,
        };
        let mut staying: Vec<&Laid> = Vec::new();
        for (number, laid) in layer.of(table).iter().enumerate() {
            if laid.is_to_go {
                continue;
            }
            if let Some((table_above, id)) = above.zip(laid.noun.above())
                && !self.has(table_above, id)
            {
                // What was below something that goes, goes with it; what names something that never was is a mistake.
                let is_known = layer.of(table_above).iter().any(|one| one.noun.id() == id);
                if !is_known && !layer.gone.contains(&(table_above, id.to_owned())) {
                    self.homeless.push((table, number));
                }
                continue;
            }
            self.there.insert((table, laid.noun.id().to_owned()));
            staying.push(laid);
        }
        if matches!(table, Table::Episodes | Table::Licences) {
            staying.sort_by_key(|laid| laid.place);
        }
        staying
    }
}

fn fill(
    programmes: &mut [Programme],
    mut seasons: Below<Season>,
    mut episodes: Below<Episode>,
    mut versions: Below<Version>,
) {
    for programme in programmes {
        programme.seasons = seasons.remove(programme.id.as_str()).unwrap_or_default();
        for season in &mut programme.seasons {
            season.episodes = episodes.remove(season.id.as_str()).unwrap_or_default();
            for episode in &mut season.episodes {
                episode.versions = versions.remove(episode.id.as_str()).unwrap_or_default();
            }
        }
    }
}

/// The steps from a station to another that differs in what workbooks tell.
pub(super) fn steps(old: &Station, new: &Station) -> Vec<Step> {
    let named = |kind: Kind, id: &str| RecordId::Named(kind, id.to_owned());
    let mut steps = Vec::new();
    between(
        (&old.channels, &new.channels),
        |one| named(Kind::Channel, one.id.as_str()),
        Record::Channel,
        &mut steps,
    );
    between(
        (&old.programmes, &new.programmes),
        |one| named(Kind::Programme, one.id.as_str()),
        Record::Programme,
        &mut steps,
    );
    between(
        (&old.licences, &new.licences),
        |one| named(Kind::Licence, one.id.as_str()),
        Record::Licence,
        &mut steps,
    );
    between(
        (&old.slots, &new.slots),
        |one| named(Kind::Slot, one.id.as_str()),
        Record::Slot,
        &mut steps,
    );
    steps
}

/// Puts what is new or another and takes out what is gone. Where the order is another, what comes later is taken out and added
/// again, for a list keeps the order in which it was added to.
fn between<T: Clone + PartialEq>(
    (old, new): (&[T], &[T]),
    id: impl Fn(&T) -> RecordId,
    record: fn(T) -> Record,
    steps: &mut Vec<Step>,
) {
    let own: HashMap<RecordId, &T> = old.iter().map(|one| (id(one), one)).collect();
    let staying: HashSet<RecordId> = new.iter().map(&id).collect();
    let (kept, gone): (Vec<RecordId>, Vec<RecordId>) = old.iter().map(&id).partition(|one| staying.contains(one));
    steps.extend(gone.into_iter().map(Step::Remove));
    let same = kept
        .iter()
        .zip(new)
        .take_while(|(known, one)| **known == id(one))
        .count();
    let is_in_order = same == kept.len();
    if !is_in_order {
        steps.extend(kept[same..].iter().cloned().map(Step::Remove));
    }
    for (at, one) in new.iter().enumerate() {
        let is_as_it_was = own.get(&id(one)).is_some_and(|known| *known == one);
        if !is_as_it_was || (!is_in_order && at >= same) {
            steps.push(Step::Put(Box::new(record(one.clone()))));
        }
    }
}
