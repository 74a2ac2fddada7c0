//! Files attached to versions.

use arna_domain::occasion::Media;
use arna_domain::{Index, Language, Station, values};
use arna_store::Record;

use super::{Programmes, called, item_of};
use crate::catalogue::{Item, Places};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// Attaches a file to a version: the record of the file where there is one, else a new one. A measured duration is noted.
///
/// # Errors
/// `no_such_item`; `no_file_name`.
pub fn attach(
    station: &Station,
    index: &Index,
    key: &str,
    file: &str,
    duration_ms: Option<i64>,
    language: &Language,
) -> Result<Op, Failure> {
    let item = item_of(key, index)?;
    let file = file.trim();
    if file.is_empty() {
        return Err(Failure::new("no_file_name", values! { "why" => "" }));
    }
    let known = station.media.iter().find(|one| one.file == file);
    let media = match known {
        Some(known) => Media {
            duration_ms: duration_ms.or(known.duration_ms),
            ..known.clone()
        },
        None => Media {
            id: free_id(station, item.id(index)).as_str().into(),
            file: file.to_owned(),
            duration_ms,
            sha256: None,
        },
    };
    let mut programmes = Programmes::new(station, index);
    set(&mut programmes, item, Some(media.id.clone()))?;
    let mut steps = vec![Step::Put(Box::new(Record::Media(media)))];
    steps.extend(programmes.into_steps());
    Ok(Op {
        code: "attach_media".to_owned(),
        args: values! { "file" => file, "what" => called(item, station, index, language) },
        steps,
    })
}

/// Takes the file off a version; the file's record stays.
///
/// # Errors
/// `no_such_item`.
pub fn detach(station: &Station, index: &Index, key: &str, language: &Language) -> Result<Op, Failure> {
    let item = item_of(key, index)?;
    let mut programmes = Programmes::new(station, index);
    set(&mut programmes, item, None)?;
    Ok(Op {
        code: "detach_media".to_owned(),
        args: values! { "what" => called(item, station, index, language) },
        steps: programmes.into_steps(),
    })
}

fn set(programmes: &mut Programmes<'_>, item: Item, media: Option<arna_domain::MediaId>) -> Result<(), Failure> {
    let places = Places::of(item, programmes.index);
    let id = item.id(programmes.index).to_owned();
    let programme = programmes.at(places.programme)?;
    let season = places.season.and_then(|at| programme.seasons.get_mut(at));
    let episode = season
        .zip(places.episode)
        .and_then(|(season, at)| season.episodes.get_mut(at));
    let version = episode
        .zip(places.version)
        .and_then(|(episode, at)| episode.versions.get_mut(at));
    let version = version.ok_or_else(|| super::nothing_there(&id))?;
    version.media = media;
    Ok(())
}

fn free_id(station: &Station, version: &str) -> String {
    super::add::free(version, |id| station.media.iter().any(|one| one.id.as_str() == id))
}
