//! What the catalogue is about: quotations, places, partners, and the media files it plays from.

use std::collections::HashMap;

use arna_domain::occasion::SourceKind;
use arna_domain::{Index, Language, Station};
use serde::Serialize;
use specta::Type;

use super::super::DateView;
use super::super::schedule::date_view;
use super::{TextView, all_texts, duration_text, told};
use crate::catalogue::{Item, MediaState};

/// All of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AboutView {
    /// Quotations.
    pub quotations: Vec<QuotationView>,
    /// Places.
    pub places: Vec<PlaceView>,
    /// Partners.
    pub partners: Vec<PartnerView>,
    /// Media files.
    pub media: Vec<MediaView>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct QuotationView {
    /// Its id.
    pub id: String,
    /// Its text, in the language asked for or what stands in for it.
    pub text: String,
    /// Its text in each language.
    pub texts: Vec<TextView>,
    /// `speech`, `article`, `conversation` or `book`.
    pub kind: String,
    /// What the source is called.
    pub source: String,
    /// That in each language.
    pub sources: Vec<TextView>,
    /// Who said or wrote it.
    pub author: String,
    /// When.
    pub date: Option<DateView>,
    /// Where: the id of a place.
    pub place: String,
    /// A public address of it.
    pub url: String,
    /// Episodes that are about it.
    pub episodes: u32,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PlaceView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in each language.
    pub names: Vec<TextView>,
    /// Its territory.
    pub territory: String,
    /// `43.238000`; empty where nobody said.
    pub latitude: String,
    /// `76.945000`.
    pub longitude: String,
    /// Episodes that show it.
    pub episodes: u32,
}

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PartnerView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in each language.
    pub names: Vec<TextView>,
    /// What it does.
    pub role: String,
    /// Its territory.
    pub territory: String,
    /// Its public address.
    pub url: String,
    /// Programmes that it is a partner of.
    pub programmes: u32,
}

/// A media file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct MediaView {
    /// Its id.
    pub id: String,
    /// Where it lies, as playout names it.
    pub file: String,
    /// Its duration, where it was measured.
    pub duration: String,
    /// The versions that play from it.
    pub versions: Vec<String>,
    /// What names the first of them.
    pub key: Option<String>,
    /// The duration of the first version that it is longer or shorter than.
    pub differs_from: Option<String>,
}

/// All of them, titles in a language.
pub fn about(station: &Station, index: &Index, language: &Language) -> AboutView {
    let mut quoted: HashMap<&str, u32> = HashMap::new();
    let mut shown: HashMap<&str, u32> = HashMap::new();
    let mut made: HashMap<&str, u32> = HashMap::new();
    let mut played: HashMap<&str, Vec<&arna_domain::Version>> = HashMap::new();
    for programme in &station.programmes {
        for id in &programme.partners {
            *made.entry(id.as_str()).or_default() += 1;
        }
        for episode in programme.seasons.iter().flat_map(|season| &season.episodes) {
            for id in &episode.quotations {
                *quoted.entry(id.as_str()).or_default() += 1;
            }
            for id in &episode.places {
                *shown.entry(id.as_str()).or_default() += 1;
            }
            for version in &episode.versions {
                if let Some(id) = &version.media {
                    played.entry(id.as_str()).or_default().push(version);
                }
            }
        }
    }
    let count = |all: &HashMap<&str, u32>, id: &str| all.get(id).copied().unwrap_or_default();
    AboutView {
        quotations: station
            .quotations
            .iter()
            .map(|one| QuotationView {
                id: one.id.to_string(),
                text: told(&one.text, language).unwrap_or_default(),
                texts: all_texts(&one.text),
                kind: source_kind(one.source.kind).to_owned(),
                source: told(&one.source.title, language).unwrap_or_default(),
                sources: all_texts(&one.source.title),
                author: one.source.author.clone().unwrap_or_default(),
                date: one.source.date.map(date_view),
                place: one.source.place.as_ref().map(ToString::to_string).unwrap_or_default(),
                url: one.source.url.clone().unwrap_or_default(),
                episodes: count(&quoted, one.id.as_str()),
            })
            .collect(),
        places: station
            .places
            .iter()
            .map(|one| PlaceView {
                id: one.id.to_string(),
                name: told(&one.name, language).unwrap_or_default(),
                names: all_texts(&one.name),
                territory: one.territory.clone().unwrap_or_default(),
                latitude: one.latitude_udeg.map(degrees).unwrap_or_default(),
                longitude: one.longitude_udeg.map(degrees).unwrap_or_default(),
                episodes: count(&shown, one.id.as_str()),
            })
            .collect(),
        partners: station
            .partners
            .iter()
            .map(|one| PartnerView {
                id: one.id.to_string(),
                name: told(&one.name, language).unwrap_or_default(),
                names: all_texts(&one.name),
                role: one.role.clone().unwrap_or_default(),
                territory: one.territory.clone().unwrap_or_default(),
                url: one.url.clone().unwrap_or_default(),
                programmes: count(&made, one.id.as_str()),
            })
            .collect(),
        media: station
            .media
            .iter()
            .map(|one| {
                let versions = played.get(one.id.as_str()).map_or(&[][..], Vec::as_slice);
                let first = versions.first().and_then(|version| index.version(version.id.as_str()));
                let differs = versions
                    .iter()
                    .find(|version| MediaState::of(version, Some(one)) == MediaState::Differs);
                MediaView {
                    id: one.id.to_string(),
                    file: one.file.clone(),
                    duration: one.duration_ms.map(duration_text).unwrap_or_default(),
                    versions: versions.iter().map(|version| version.id.to_string()).collect(),
                    key: first.map(|version| Item::Version(version).key(index)),
                    differs_from: differs.map(|version| duration_text(version.duration_ms)),
                }
            })
            .collect(),
    }
}

pub(crate) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Speech => "speech",
        SourceKind::Article => "article",
        SourceKind::Conversation => "conversation",
        SourceKind::Book => "book",
    }
}

/// Millionths of a degree as degrees.
pub(in crate::view) fn degrees(udeg: i32) -> String {
    let sign = if udeg < 0 { "-" } else { "" };
    format!(
        "{sign}{}.{:06}",
        udeg.unsigned_abs() / 1_000_000,
        udeg.unsigned_abs() % 1_000_000
    )
}
