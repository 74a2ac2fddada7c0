//! One item of the catalogue in full.

use arna_domain::index::VersionIx;
use arna_domain::{Index, Instant, Language, Order, Station};
use serde::Serialize;
use specta::Type;

use super::rows::{CatalogueRow, row_of};
use super::{TextView, all_texts, duration_text, title_of};
use crate::catalogue::{Catalogue, Item, MediaState, Records};

/// An item in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ItemView {
    /// As its row shows it.
    pub row: CatalogueRow,
    /// What it is a part of, the programme first.
    pub path: Vec<Crumb>,
    /// Its title in each language; empty for a version.
    pub titles: Vec<TextView>,
    /// What it is about, in each language; empty for a season and a version.
    pub synopses: Vec<TextView>,
    /// Its other fields, by name: what an edit names too.
    pub fields: Vec<FieldView>,
    /// An episode's versions.
    pub versions: Vec<VersionView>,
    /// Ids of quotations that an episode is about.
    pub quotations: Vec<String>,
    /// Ids of places that it shows.
    pub places: Vec<String>,
    /// Ids of a programme's partners.
    pub partners: Vec<String>,
}

/// What an item is a part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Crumb {
    /// What names it.
    pub key: String,
    /// What it is called.
    pub title: String,
}

/// A field of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FieldView {
    /// Its name: the message `field-<name>`.
    pub name: String,
    /// Its value, as a person types it.
    pub value: String,
    /// The values to choose from; empty where anything may be typed.
    pub choices: Vec<String>,
}

/// A version of an episode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct VersionView {
    /// What names it.
    pub key: String,
    /// Its id.
    pub id: String,
    /// The language spoken.
    pub language: String,
    /// `0:25:40`.
    pub duration: String,
    /// The house number.
    pub house_number: String,
    /// Its file, as playout names it.
    pub file: Option<String>,
    /// The file's duration, where it was measured.
    pub file_duration: Option<String>,
    /// `none`, `all` or `differs`.
    pub media: String,
    /// Airings: aired and scheduled.
    pub airings: u32,
}

/// An item in full; none where nothing has this key.
pub fn item(
    station: &Station,
    index: &Index,
    catalogue: &Catalogue,
    item: Item,
    language: &Language,
    now: Instant,
) -> Option<ItemView> {
    let records = Records::of(item, station, index)?;
    let mut path = Vec::new();
    let mut above = item.parent(index);
    while let Some(parent) = above {
        path.insert(
            0,
            Crumb {
                key: parent.key(index),
                title: title_of(parent, station, index, language),
            },
        );
        above = parent.parent(index);
    }
    let (titles, synopses) = match (item, records.season, records.episode) {
        (Item::Programme(_), ..) => (
            all_texts(&records.programme.title),
            all_texts(&records.programme.synopsis),
        ),
        (Item::Season(_), Some(season), _) => (all_texts(&season.title), Vec::new()),
        (Item::Episode(_), _, Some(episode)) => (all_texts(&episode.title), all_texts(&episode.synopsis)),
        _ => (Vec::new(), Vec::new()),
    };
    let is_episode = matches!(item, Item::Episode(_));
    let episode = records.episode.filter(|_| is_episode);
    let versions = match item {
        Item::Episode(_) | Item::Version(_) => item.versions(index),
        _ => 0..0,
    };
    Some(ItemView {
        row: row_of(item, station, index, catalogue, language, now),
        path,
        titles,
        synopses,
        fields: fields(item, &records, station),
        versions: versions
            .filter_map(|version| version_of(VersionIx(version), station, index, catalogue))
            .collect(),
        quotations: episode.map(|one| texts(&one.quotations)).unwrap_or_default(),
        places: episode.map(|one| texts(&one.places)).unwrap_or_default(),
        partners: match item {
            Item::Programme(_) => texts(&records.programme.partners),
            _ => Vec::new(),
        },
    })
}

fn texts(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn version_of(number: VersionIx, station: &Station, index: &Index, catalogue: &Catalogue) -> Option<VersionView> {
    let item = Item::Version(number);
    let version = Records::of(item, station, index)?.version?;
    let media = version
        .media
        .as_ref()
        .and_then(|id| station.media.iter().find(|one| one.id == *id));
    Some(VersionView {
        key: item.key(index),
        id: version.id.to_string(),
        language: version.language.to_string(),
        duration: duration_text(version.duration_ms),
        house_number: version.house_number.clone().unwrap_or_default(),
        file: media.map(|one| one.file.clone()),
        file_duration: media.and_then(|one| one.duration_ms).map(duration_text),
        media: MediaState::of(version, media).as_str().to_owned(),
        airings: u32::try_from(catalogue.airings(number).len()).unwrap_or(u32::MAX),
    })
}

fn fields(item: Item, records: &Records<'_>, station: &Station) -> Vec<FieldView> {
    let free = |name: &str, value: String| FieldView {
        name: name.to_owned(),
        value,
        choices: Vec::new(),
    };
    let some = |value: Option<String>| value.unwrap_or_default();
    match (item, records.season, records.episode, records.version) {
        (Item::Programme(_), ..) => {
            let programme = records.programme;
            let order = match programme.order {
                Order::Serial => "serial",
                Order::Any => "any",
            };
            vec![
                free("id", programme.id.to_string()),
                free("kind", programme.kind.clone()),
                FieldView {
                    choices: vec!["any".to_owned(), "serial".to_owned()],
                    ..free("order", order.to_owned())
                },
                free("tags", programme.tags.join(", ")),
                free("max_per_day", some(programme.max_per_day.map(|most| most.to_string()))),
            ]
        }
        (Item::Season(_), Some(season), ..) => vec![
            free("id", season.id.to_string()),
            free("number", season.number.to_string()),
            FieldView {
                choices: std::iter::once(String::new())
                    .chain(station.occasions.iter().map(|one| one.id.to_string()))
                    .collect(),
                ..free("occasion", some(season.occasion.as_ref().map(ToString::to_string)))
            },
        ],
        (Item::Episode(_), _, Some(episode), _) => vec![
            free("id", episode.id.to_string()),
            free("number", episode.number.to_string()),
            free("rating", some(episode.rating.clone())),
        ],
        (Item::Version(_), _, _, Some(version)) => vec![
            free("id", version.id.to_string()),
            free("language", version.language.to_string()),
            free("duration", duration_text(version.duration_ms)),
            free("house_number", some(version.house_number.clone())),
        ],
        _ => Vec::new(),
    }
}
