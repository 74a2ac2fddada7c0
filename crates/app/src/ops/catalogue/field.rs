//! Fields set: in a cell, in a form, or in many rows at once.

use arna_domain::occasion::SourceKind;
use arna_domain::{Index, Language, Order, Station, Words, values};
use arna_store::Record;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::typed::{date_of, degrees_of, duration_of, language_of, list_of, number_of, text_of};
use super::{Programmes, called, item_of, nothing_there};
use crate::catalogue::{Item, Places};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// A field to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FieldEdit {
    /// What it is a field of: `episode:quotes/3/1`, `place:almaty`.
    pub key: String,
    /// Its name: the message `field-<name>`.
    pub field: String,
    /// The language, of a field that has a text in each.
    pub language: Option<String>,
    /// Its value, as a person types it; empty: none.
    pub value: String,
}

/// Sets fields, all or none of them: one step of undo.
///
/// # Errors
/// What is no value of a field, with what was typed; `no_such_item`, `no_such_field`.
pub fn set_fields(station: &Station, index: &Index, edits: &[FieldEdit], language: &Language) -> Result<Op, Failure> {
    let mut programmes = Programmes::new(station, index);
    let mut steps: Vec<Step> = Vec::new();
    let mut what = String::new();
    for edit in edits {
        match edit.key.split_once(':') {
            Some(("programme" | "season" | "episode" | "version", _)) => {
                let item = item_of(&edit.key, index)?;
                what = called(item, station, index, language);
                set_in_programme(&mut programmes, item, edit)?;
            }
            Some((noun, id)) => {
                id.clone_into(&mut what);
                // Two edits of one record: the second changes what the first made of it.
                let record = steps.iter().rev().find_map(|step| match step {
                    Step::Put(record) if names(record, noun, id) => Some((**record).clone()),
                    _ => None,
                });
                let mut record = match record {
                    Some(record) => record,
                    None => record_of(station, noun, id)?,
                };
                set_in_record(&mut record, edit)?;
                steps.push(Step::Put(Box::new(record)));
            }
            None => return Err(nothing_there(&edit.key)),
        }
    }
    steps.extend(programmes.into_steps());
    let mut fields: Vec<&str> = edits.iter().map(|edit| edit.field.as_str()).collect();
    fields.dedup();
    let field = match fields[..] {
        [one] => one,
        _ => "several",
    };
    let mut rows: Vec<&str> = edits.iter().map(|edit| edit.key.as_str()).collect();
    rows.sort_unstable();
    rows.dedup();
    Ok(if rows.len() == 1 {
        Op {
            code: "edit_item".to_owned(),
            args: values! { "field" => field, "what" => what },
            steps,
        }
    } else {
        Op {
            code: "edit_items".to_owned(),
            args: values! { "field" => field, "count" => rows.len() },
            steps,
        }
    })
}

fn set_in_programme(programmes: &mut Programmes<'_>, item: Item, edit: &FieldEdit) -> Result<(), Failure> {
    let places = Places::of(item, programmes.index);
    let programme = programmes.at(places.programme)?;
    let value = edit.value.as_str();
    let unknown = || no_such_field(&edit.field);
    if matches!(item, Item::Programme(_)) {
        match edit.field.as_str() {
            "title" => set_words(&mut programme.title, edit)?,
            "synopsis" => set_words(&mut programme.synopsis, edit)?,
            "kind" => programme.kind = text_of(value).ok_or_else(|| empty(&edit.field))?,
            "order" => {
                programme.order = match value.trim() {
                    "serial" => Order::Serial,
                    "any" => Order::Any,
                    _ => return Err(no_such_choice(&edit.field, value)),
                }
            }
            "tags" => programme.tags = list_of(value),
            "max_per_day" => programme.max_per_day = optional(value, number_of)?,
            "partners" => programme.partners = list_of(value).iter().map(|id| id.as_str().into()).collect(),
            _ => return Err(unknown()),
        }
        return Ok(());
    }
    let season = places.season.and_then(|at| programme.seasons.get_mut(at));
    let season = season.ok_or_else(|| nothing_there(&edit.key))?;
    if matches!(item, Item::Season(_)) {
        match edit.field.as_str() {
            "title" => set_words(&mut season.title, edit)?,
            "number" => season.number = number_of(value)?,
            "occasion" => season.occasion = text_of(value).map(|id| id.as_str().into()),
            _ => return Err(unknown()),
        }
        return Ok(());
    }
    let episode = places.episode.and_then(|at| season.episodes.get_mut(at));
    let episode = episode.ok_or_else(|| nothing_there(&edit.key))?;
    if matches!(item, Item::Episode(_)) {
        match edit.field.as_str() {
            "title" => set_words(&mut episode.title, edit)?,
            "synopsis" => set_words(&mut episode.synopsis, edit)?,
            "number" => episode.number = number_of(value)?,
            "rating" => episode.rating = text_of(value),
            "places" => episode.places = list_of(value).iter().map(|id| id.as_str().into()).collect(),
            "quotations" => episode.quotations = list_of(value).iter().map(|id| id.as_str().into()).collect(),
            // A duration typed at an episode is meant for all its versions.
            "duration" => {
                let duration = duration_of(value)?;
                episode.versions.iter_mut().for_each(|one| one.duration_ms = duration);
            }
            _ => return Err(unknown()),
        }
        return Ok(());
    }
    let version = places.version.and_then(|at| episode.versions.get_mut(at));
    let version = version.ok_or_else(|| nothing_there(&edit.key))?;
    match edit.field.as_str() {
        "language" => version.language = language_of(value)?,
        "duration" => version.duration_ms = duration_of(value)?,
        "house_number" => version.house_number = text_of(value),
        _ => return Err(unknown()),
    }
    Ok(())
}

pub(super) fn set_in_record(record: &mut Record, edit: &FieldEdit) -> Result<(), Failure> {
    let value = edit.value.as_str();
    match (record, edit.field.as_str()) {
        (Record::Place(place), "name") => set_words(&mut place.name, edit)?,
        (Record::Place(place), "territory") => place.territory = text_of(value),
        (Record::Place(place), "latitude") => place.latitude_udeg = degrees_of(value, 90)?,
        (Record::Place(place), "longitude") => place.longitude_udeg = degrees_of(value, 180)?,
        (Record::Partner(partner), "name") => set_words(&mut partner.name, edit)?,
        (Record::Partner(partner), "role") => partner.role = text_of(value),
        (Record::Partner(partner), "territory") => partner.territory = text_of(value),
        (Record::Partner(partner), "url") => partner.url = text_of(value),
        (Record::Quotation(quotation), "text") => set_words(&mut quotation.text, edit)?,
        (Record::Quotation(quotation), "source") => set_words(&mut quotation.source.title, edit)?,
        (Record::Quotation(quotation), "source_kind") => {
            quotation.source.kind = match value.trim() {
                "speech" => SourceKind::Speech,
                "article" => SourceKind::Article,
                "conversation" => SourceKind::Conversation,
                "book" => SourceKind::Book,
                _ => return Err(no_such_choice(&edit.field, value)),
            }
        }
        (Record::Quotation(quotation), "author") => quotation.source.author = text_of(value),
        (Record::Quotation(quotation), "date") => quotation.source.date = optional(value, date_of)?,
        (Record::Quotation(quotation), "place") => {
            quotation.source.place = text_of(value).map(|id| id.as_str().into());
        }
        (Record::Quotation(quotation), "url") => quotation.source.url = text_of(value),
        (Record::Media(media), "file") => media.file = text_of(value).ok_or_else(|| empty(&edit.field))?,
        (Record::Media(media), "duration") => media.duration_ms = optional(value, duration_of)?,
        _ => return Err(no_such_field(&edit.field)),
    }
    Ok(())
}

/// The text of a field in the language that an edit names; an empty one takes it away.
fn set_words(words: &mut Words, edit: &FieldEdit) -> Result<(), Failure> {
    let language = language_of(edit.language.as_deref().unwrap_or_default())?;
    match text_of(&edit.value) {
        Some(text) => words.0.insert(language, text),
        None => words.0.remove(&language),
    };
    Ok(())
}

fn optional<T>(value: &str, read: impl Fn(&str) -> Result<T, Failure>) -> Result<Option<T>, Failure> {
    text_of(value).map(|text| read(&text)).transpose()
}

/// A record of what the catalogue is about.
pub(super) fn record_of(station: &Station, noun: &str, id: &str) -> Result<Record, Failure> {
    let found = match noun {
        "place" => station
            .places
            .iter()
            .find(|one| one.id.as_str() == id)
            .cloned()
            .map(Record::Place),
        "partner" => station
            .partners
            .iter()
            .find(|one| one.id.as_str() == id)
            .cloned()
            .map(Record::Partner),
        "quotation" => {
            let found = station.quotations.iter().find(|one| one.id.as_str() == id);
            found.cloned().map(Record::Quotation)
        }
        "media" => station
            .media
            .iter()
            .find(|one| one.id.as_str() == id)
            .cloned()
            .map(Record::Media),
        _ => None,
    };
    found.ok_or_else(|| nothing_there(id))
}

fn names(record: &Record, noun: &str, id: &str) -> bool {
    record.kind().as_str() == noun && record.id().to_string() == id
}

fn no_such_field(field: &str) -> Failure {
    Failure::new("no_such_field", values! { "field" => field })
}

fn no_such_choice(field: &str, found: &str) -> Failure {
    Failure::new("no_such_choice", values! { "field" => field, "found" => found })
}

fn empty(field: &str) -> Failure {
    Failure::new("field_empty", values! { "field" => field })
}
