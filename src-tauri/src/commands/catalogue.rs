//! The catalogue: looked through, edited, tried out.

use arna_app::catalogue::Item;
use arna_app::ops::catalogue::{self as ops, FieldEdit, LicenceForm, Manner, NewPart, NewProgramme, Planned};
use arna_app::view::{self, CatalogueAsked, LicencesAsked};
use arna_app::{Desk, Failure, Op, probe};
use arna_domain::{BroadcastDate, Index, Instant, Station, values};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Answer, language_of};
use crate::desktop::Desktop;
use crate::outside::Kind;

/// The most licences and airings that a window is shown at once.
const MOST: usize = 500;

/// Rows of the tree.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_rows(desktop: State<'_, Desktop>, asked: CatalogueAsked) -> Answer<view::CatalogueView> {
    let now = desktop.outside.now();
    desktop.with(|desk| {
        let language = language_of(&asked.language)?;
        let (station, index, catalogue) = desk.catalogue()?;
        Ok(view::rows(station, index, catalogue, &asked, &language, now))
    })
}

/// An item in full; none where nothing has this key.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_item(
    desktop: State<'_, Desktop>,
    key: String,
    language: String,
) -> Answer<Option<view::ItemView>> {
    let now = desktop.outside.now();
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, index, catalogue) = desk.catalogue()?;
        let item = Item::of_key(&key, index);
        Ok(item.and_then(|item| view::item(station, index, catalogue, item, &language, now)))
    })
}

/// Airings of an item.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct OnAirAnswer {
    rows: Vec<view::OnAirView>,
    total: u32,
}

/// Where an item airs.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_airs(desktop: State<'_, Desktop>, key: String, language: String) -> Answer<OnAirAnswer> {
    let now = desktop.outside.now();
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, index) = desk.station()?;
        let item = Item::of_key(&key, index).ok_or_else(|| Failure::new("no_such_item", values! { "id" => key }))?;
        let (rows, total) = view::on_air(station, index, item, &language, now, MOST);
        Ok(OnAirAnswer { rows, total })
    })
}

/// Licences on a timeline: of an item, or those that a filter asks for.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_licences(
    desktop: State<'_, Desktop>,
    of: Option<String>,
    filter: String,
    language: String,
) -> Answer<view::TimelineView> {
    let today = date_at(desktop.outside.now());
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, index, catalogue) = desk.catalogue()?;
        let of = of.as_deref().and_then(|key| Item::of_key(key, index));
        let asked = LicencesAsked {
            of,
            filter: &filter,
            language: &language,
            today,
            most: MOST,
        };
        Ok(view::licences(station, index, catalogue, &asked))
    })
}

/// The calendar date in UTC: near enough for what is days away.
fn date_at(now: Instant) -> BroadcastDate {
    BroadcastDate::from_days_since_epoch(now.ms().div_euclid(arna_domain::time::DAY))
}

/// Versions that the accepted schedule's slots ask for and nobody has.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_missing(desktop: State<'_, Desktop>, language: String) -> Answer<Vec<view::MissingView>> {
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, _) = desk.station()?;
        let Some(range) = view::accepted(station) else {
            return Ok(Vec::new());
        };
        let review = desk.review(range)?;
        let (station, index) = desk.station()?;
        Ok(view::missing(station, index, &review, &language))
    })
}

/// Quotations, places, partners, media.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_about(desktop: State<'_, Desktop>, language: String) -> Answer<view::AboutView> {
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let (station, index) = desk.station()?;
        Ok(view::about(station, index, &language))
    })
}

/// An edit of the catalogue.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CatalogueEdit {
    /// Fields set.
    Fields(Vec<FieldEdit>),
    /// An id changed, with everything that names it.
    Rename {
        /// What.
        key: String,
        /// Its new id.
        to: String,
    },
    /// Something taken out where nothing refers to it.
    Remove(Vec<String>),
    /// Something taken out with all that hangs on it.
    RemoveWithAll(Vec<String>),
    /// A season, episode or version added.
    Part(NewPart),
    /// A quotation, place or partner added.
    Record {
        /// `quotation`, `place` or `partner`.
        noun: String,
        /// Its id.
        id: String,
        /// Its fields.
        fields: Vec<FieldEdit>,
    },
    /// A programme made.
    Programme(Box<NewProgramme>),
    /// A licence put.
    Licence(LicenceForm),
    /// A licence taken out.
    LicenceLost(String),
    /// A version's file taken off.
    Detach(String),
}

impl CatalogueEdit {
    fn op(&self, station: &Station, index: &Index, language: &arna_domain::Language) -> Result<Op, Failure> {
        match self {
            Self::Fields(edits) => ops::set_fields(station, index, edits, language),
            Self::Rename { key, to } => ops::rename(station, index, key, to),
            Self::Remove(keys) => ops::remove(station, index, keys, Manner::Alone, language),
            Self::RemoveWithAll(keys) => ops::remove(station, index, keys, Manner::WithAll, language),
            Self::Part(part) => ops::add_part(station, index, part, language).map(|(op, _)| op),
            Self::Record { noun, id, fields } => ops::add_record(station, noun, id, fields),
            Self::Programme(new) => ops::new_programme(station, index, new),
            Self::Licence(form) => ops::put_licence(station, form),
            Self::LicenceLost(id) => ops::remove_licence(station, index, id),
            Self::Detach(key) => ops::detach(station, index, key, language),
        }
    }
}

fn made(desk: &mut Desk, edit: &CatalogueEdit, language: &str) -> Result<Op, Failure> {
    let language = language_of(language)?;
    let (station, index) = desk.station()?;
    edit.op(station, index, &language)
}

/// Does an edit of the catalogue: one step.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_edit(
    desktop: State<'_, Desktop>,
    edit: CatalogueEdit,
    language: String,
) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let op = made(desk, &edit, &language)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// What an edit would break and mend; nothing is saved.
#[tauri::command]
#[specta::specta]
pub(crate) async fn catalogue_try(
    desktop: State<'_, Desktop>,
    edit: CatalogueEdit,
    language: String,
) -> Answer<view::EffectsView> {
    desktop.with(|desk| {
        let op = made(desk, &edit, &language)?;
        let tried = desk.try_out(&op, &desktop.outside.hand())?;
        let language = language_of(&language)?;
        let (station, index) = desk.station()?;
        Ok(view::effects(station, index, &tried, &language))
    })
}

/// What a new programme would be made of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn plan_programme(desktop: State<'_, Desktop>, wanted: NewProgramme) -> Answer<Planned> {
    desktop.with(|desk| {
        let (_, index) = desk.station()?;
        ops::planned(index, &wanted)
    })
}

/// What a media file was found to be.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ProbedView {
    file: String,
    /// `0:25:40`.
    duration: String,
    /// `25`, `29.97`; empty where it has no picture.
    frame_rate: String,
    /// `1920×1080`.
    size: String,
    picture: String,
    sound: String,
    languages: Vec<String>,
}

/// A file attached.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct AttachedView {
    step: view::StepView,
    /// What it was found to be; none where it could not be measured.
    probed: Option<ProbedView>,
    /// Why it could not be measured.
    unmeasured: Option<view::FailureView>,
}

/// Asks for a file, measures it and attaches it to a version; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn attach_media(
    desktop: State<'_, Desktop>,
    key: String,
    language: String,
) -> Answer<Option<AttachedView>> {
    let Some(path) = desktop.choose(Kind::MEDIA) else {
        return Ok(None);
    };
    let measured = probe::probe(&path, probe::installed().as_deref(), probe::LIMIT);
    // A file that is no media is not attached; one that nobody can measure here is.
    let (probed, unmeasured) = match measured {
        Ok(probed) => (Some(probed), None),
        Err(failure) if failure.code == "ffprobe_missing" || failure.code == "ffprobe_failed" => (None, Some(failure)),
        Err(failure) => return Err(failure.into()),
    };
    let file = path.display().to_string();
    desktop.with(|desk| {
        let language = language_of(&language)?;
        let duration_ms = probed.as_ref().map(|one| one.duration_ms);
        let (station, index) = desk.station()?;
        let op = ops::attach(station, index, &key, &file, duration_ms, &language)?;
        let step = view::step(&desk.transact(&op, &desktop.outside.hand())?);
        Ok(Some(AttachedView {
            step,
            probed: probed.map(|one| probed_view(&one, &file)),
            unmeasured: unmeasured.map(Into::into),
        }))
    })
}

/// Measures the file of a media record; a duration found is not noted.
#[tauri::command]
#[specta::specta]
pub(crate) async fn measure_media(desktop: State<'_, Desktop>, id: String) -> Answer<ProbedView> {
    let file = desktop.with(|desk| {
        let (station, _) = desk.station()?;
        let found = station.media.iter().find(|one| one.id.as_str() == id);
        found
            .map(|one| one.file.clone())
            .ok_or_else(|| Failure::new("no_such_item", values! { "id" => id }))
    })?;
    let probed = probe::probe(std::path::Path::new(&file), probe::installed().as_deref(), probe::LIMIT)?;
    Ok(probed_view(&probed, &file))
}

fn probed_view(probed: &probe::Probed, file: &str) -> ProbedView {
    let seconds = probed.duration_ms / 1_000;
    ProbedView {
        file: file.to_owned(),
        duration: format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60),
        frame_rate: probed.frame_rate.map(rate).unwrap_or_default(),
        size: probed
            .size
            .map(|(width, height)| format!("{width}×{height}"))
            .unwrap_or_default(),
        picture: probed.picture.clone().unwrap_or_default(),
        sound: probed.sound.clone().unwrap_or_default(),
        languages: probed.languages.clone(),
    }
}

/// Frames a second, to hundredths where they are not whole.
fn rate((above, below): (u32, u32)) -> String {
    let hundredths = (u64::from(above) * 100 + u64::from(below) / 2) / u64::from(below);
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        rest => format!("{}.{rest:02}", hundredths / 100),
    }
}
