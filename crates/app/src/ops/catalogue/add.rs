//! New parts of a programme, and new quotations, places and partners.

use arna_domain::occasion::{Partner, Place, Quotation, Source, SourceKind};
use arna_domain::{Episode, Index, Language, Season, Station, Version, Words, values};
use arna_store::Record;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::field::{FieldEdit, record_of, set_in_record};
use super::typed::{duration_of, id_of, language_of};
use super::{Programmes, called, item_of};
use crate::catalogue::{Item, Places};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// A part to be added below an item: a season of a programme, an episode of a season, a version of an episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewPart {
    /// What it is added below.
    pub below: String,
    /// The language, of a version.
    pub language: Option<String>,
    /// The duration as a person types it, of a version.
    pub duration: Option<String>,
}

/// Adds the next season, episode or version; what names it.
///
/// # Errors
/// `no_such_item`; `version_there` where the episode speaks the language already; what is no language or duration.
pub fn add_part(
    station: &Station,
    index: &Index,
    part: &NewPart,
    language: &Language,
) -> Result<(Op, String), Failure> {
    let item = item_of(&part.below, index)?;
    let places = Places::of(item, index);
    let what = called(item, station, index, language);
    let mut programmes = Programmes::new(station, index);
    let programme = programmes.at(places.programme)?;
    let programme_id = programme.id.to_string();
    let season = places.season.and_then(|at| programme.seasons.get_mut(at));
    let (code, key) = match (item, season, places.episode) {
        (Item::Season(_), Some(season), _) => {
            let number = season.episodes.iter().map(|one| one.number).max().unwrap_or_default() + 1;
            let id = free(&format!("{}/{number}", season.id), |id| index.episode(id).is_some());
            season.episodes.push(Episode {
                id: id.as_str().into(),
                number,
                title: Words::default(),
                rating: season.episodes.last().and_then(|one| one.rating.clone()),
                synopsis: Words::default(),
                places: Vec::new(),
                quotations: Vec::new(),
                versions: Vec::new(),
            });
            ("add_episode", format!("episode:{id}"))
        }
        (Item::Episode(_) | Item::Version(_), Some(season), Some(at)) => {
            let spoken = language_of(part.language.as_deref().unwrap_or_default())?;
            let duration_ms = duration_of(part.duration.as_deref().unwrap_or_default())?;
            let Some(episode) = season.episodes.get_mut(at) else {
                return Err(super::nothing_there(&part.below));
            };
            if episode.versions.iter().any(|one| one.language == spoken) {
                let values = values! { "language" => spoken.as_str(), "what" => what };
                return Err(Failure::new("version_there", values));
            }
            let id = free(&format!("{}.{spoken}", episode.id), |id| index.version(id).is_some());
            episode.versions.push(Version {
                id: id.as_str().into(),
                language: spoken,
                duration_ms,
                house_number: None,
                media: None,
            });
            ("add_version", format!("version:{id}"))
        }
        _ => {
            let number = programme.seasons.iter().map(|one| one.number).max().unwrap_or_default() + 1;
            let id = free(&format!("{programme_id}/{number}"), |id| index.season(id).is_some());
            programme.seasons.push(Season {
                id: id.as_str().into(),
                number,
                title: Words::default(),
                occasion: None,
                episodes: Vec::new(),
            });
            ("add_season", format!("season:{id}"))
        }
    };
    let op = Op {
        code: code.to_owned(),
        args: values! { "what" => what },
        steps: programmes.into_steps(),
    };
    Ok((op, key))
}

/// An id that nothing has yet.
pub(super) fn free(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    let mut number = 2_u32;
    loop {
        let id = format!("{wanted}-{number}");
        if !is_taken(&id) {
            return id;
        }
        number += 1;
    }
}

/// Adds a quotation, place or partner with these fields, whose keys name it.
///
/// # Errors
/// `id_taken`; what is no value of a field.
pub fn add_record(station: &Station, noun: &str, id: &str, fields: &[FieldEdit]) -> Result<Op, Failure> {
    let id = id_of(id)?;
    if record_of(station, noun, &id).is_ok() {
        return Err(Failure::new("id_taken", values! { "id" => id }));
    }
    let mut record = match noun {
        "place" => Record::Place(Place {
            id: id.as_str().into(),
            name: Words::default(),
            territory: None,
            latitude_udeg: None,
            longitude_udeg: None,
        }),
        "partner" => Record::Partner(Partner {
            id: id.as_str().into(),
            name: Words::default(),
            role: None,
            territory: None,
            url: None,
        }),
        "quotation" => Record::Quotation(Quotation {
            id: id.as_str().into(),
            text: Words::default(),
            source: Source {
                kind: SourceKind::Speech,
                title: Words::default(),
                author: None,
                date: None,
                place: None,
                url: None,
            },
        }),
        _ => return Err(super::nothing_there(noun)),
    };
    for field in fields {
        set_in_record(&mut record, field)?;
    }
    Ok(Op {
        code: format!("add_{noun}"),
        args: values! { "what" => id },
        steps: vec![Step::Put(Box::new(record))],
    })
}
