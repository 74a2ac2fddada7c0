//! What can be done to the catalogue and what it is about: a file a verb.
//!
//! An edit names what it is done to by key (`episode:quotes/3/1`, `place:almaty`) and a field by name; values come as a person
//! types them. So a cell of a table, a form and a bulk edit are the same edit.

mod add;
mod field;
mod licence;
mod media;
mod programme;
mod references;
mod remove;
mod rename;
mod typed;

use std::collections::BTreeMap;

use arna_domain::{Index, Language, Programme, Station, values};
use arna_store::Record;

pub use add::{NewPart, add_part, add_record};
pub use field::{FieldEdit, set_fields};
pub use licence::{LicenceForm, put_licence, remove_licence};
pub use media::{attach, detach};
pub(super) use programme::slug;
pub use programme::{NewProgramme, NewVersion, Planned, PlannedVersion, new_programme, planned};
pub use references::{Reference, hanging_on};
pub use remove::{Manner, remove};
pub use rename::rename;
pub use typed::{duration_of, id_of};

use super::Step;
use crate::catalogue::{Item, Records};
use crate::failure::Failure;

/// Programmes under change: each is put once, however many of its rows change.
struct Programmes<'a> {
    station: &'a Station,
    index: &'a Index,
    changed: BTreeMap<usize, Programme>,
}

impl<'a> Programmes<'a> {
    fn new(station: &'a Station, index: &'a Index) -> Self {
        Self {
            station,
            index,
            changed: BTreeMap::new(),
        }
    }

    /// The programme at a place in the station, to change.
    fn at(&mut self, place: usize) -> Result<&mut Programme, Failure> {
        let station = self.station;
        let known = station.programmes.get(place);
        let known = known.ok_or_else(|| nothing_there(&place.to_string()))?;
        Ok(self.changed.entry(place).or_insert_with(|| known.clone()))
    }

    fn into_steps(self) -> Vec<Step> {
        let put = |programme| Step::Put(Box::new(Record::Programme(programme)));
        self.changed.into_values().map(put).collect()
    }
}

fn nothing_there(id: &str) -> Failure {
    Failure::new("no_such_item", values! { "id" => id })
}

fn item_of(key: &str, index: &Index) -> Result<Item, Failure> {
    Item::of_key(key, index).ok_or_else(|| nothing_there(key))
}

/// What an item is called in the journal: its title, or its id.
fn called(item: Item, station: &Station, index: &Index, language: &Language) -> String {
    let records = Records::of(item, station, index);
    let words = match item {
        Item::Programme(_) => records.map(|one| &one.programme.title),
        Item::Season(_) => records.and_then(|one| one.season).map(|one| &one.title),
        Item::Episode(_) => records.and_then(|one| one.episode).map(|one| &one.title),
        Item::Version(_) => None,
    };
    let title = words.and_then(|words| words.in_or_near(language.as_str()));
    title.unwrap_or_else(|| item.id(index)).to_owned()
}
