//! The catalogue: its rows, an item in full, where it airs, licences, what is missing, and what it is about.

mod about;
mod effects;
mod item;
mod licence;
mod missing;
mod on_air;
mod rows;

use arna_domain::{Index, Language, Station, Words};
use serde::{Deserialize, Serialize};
use specta::Type;

pub(super) use about::degrees;
pub use about::{AboutView, MediaView, PartnerView, PlaceView, QuotationView, about};
pub use effects::{EffectView, EffectsView, accepted, effects};
pub use item::{Crumb, FieldView, ItemView, VersionView, item};
pub use licence::{LicenceChannel, LicenceView, LicencesAsked, MonthView, TimelineView, licences};
pub use missing::{MissingView, missing};
pub use on_air::{OnAirView, on_air};
pub use rows::{AirsAt, CatalogueAsked, CatalogueRow, CatalogueView, LanguageMark, RunsView, rows};

use crate::catalogue::{Item, Records};

/// A text in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TextView {
    /// The language.
    pub language: String,
    /// The text.
    pub text: String,
}

fn all_texts(words: &Words) -> Vec<TextView> {
    words
        .0
        .iter()
        .map(|(language, text)| TextView {
            language: language.to_string(),
            text: text.clone(),
        })
        .collect()
}

fn told(words: &Words, language: &Language) -> Option<String> {
    words.in_or_near(language.as_str()).map(str::to_owned)
}

/// What an item is called: its title, or what it is numbered; a version by the language that it speaks.
fn title_of(item: Item, station: &Station, index: &Index, language: &Language) -> String {
    let Some(records) = Records::of(item, station, index) else {
        return item.id(index).to_owned();
    };
    let found = match (item, records.season, records.episode, records.version) {
        (Item::Version(_), _, _, Some(version)) => Some(version.id.to_string()),
        (Item::Episode(_), Some(season), Some(episode), _) => {
            told(&episode.title, language).or_else(|| Some(format!("{}×{}", season.number, episode.number)))
        }
        (Item::Season(_), Some(season), ..) => told(&season.title, language),
        _ => told(&records.programme.title, language),
    };
    found.unwrap_or_else(|| item.id(index).to_owned())
}

/// `0:25:40`.
pub(super) fn duration_text(ms: i64) -> String {
    let seconds = ms / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
