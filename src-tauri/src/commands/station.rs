//! Opening and making stations.

use std::path::PathBuf;

use arna_app::desk::OnDisk;
use arna_app::view;
use arna_domain::BroadcastDate;
use arna_domain::time::DAY;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::Answer;
use crate::desktop::Desktop;
use crate::outside::Kind;

/// What the window opens with.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct StartView {
    station: view::StationView,
    recent: Vec<String>,
    /// Whether it is open to read only.
    read_only: bool,
    /// What undo and redo would do.
    steps: view::StepsView,
    /// The broadcast date that it is on the first channel; of a station without channels, in UTC.
    today: String,
}

/// What became of the station's file since it was looked at last.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OnDiskView {
    Same,
    Changed,
    Replaced,
    Gone,
}

/// Opens the first station, if none is open, and says what it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start(desktop: State<'_, Desktop>, language: String) -> Answer<StartView> {
    desktop.open_first()?;
    head(&desktop, &language)
}

/// Opens a station file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_station(desktop: State<'_, Desktop>, path: String, language: String) -> Answer<StartView> {
    desktop.open(&PathBuf::from(path))?;
    head(&desktop, &language)
}

/// Asks for a station file and opens it; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pick_station(desktop: State<'_, Desktop>, language: String) -> Answer<Option<StartView>> {
    let Some(path) = desktop.choose(Kind::STATION) else {
        return Ok(None);
    };
    desktop.open(&path)?;
    head(&desktop, &language).map(Some)
}

/// Asks for a name and makes an empty station; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_station(desktop: State<'_, Desktop>, language: String) -> Answer<Option<StartView>> {
    let Some(path) = desktop.place("station.arna", Kind::STATION) else {
        return Ok(None);
    };
    desktop.create(&path)?;
    head(&desktop, &language).map(Some)
}

/// Asks for a name and makes the sample station; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_sample(desktop: State<'_, Desktop>, language: String) -> Answer<Option<StartView>> {
    let Some(path) = desktop.place("sample.arna", Kind::STATION) else {
        return Ok(None);
    };
    desktop.open_sample(&path)?;
    head(&desktop, &language).map(Some)
}

/// Opens a station file to read only: one that another window writes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_to_read(desktop: State<'_, Desktop>, path: String, language: String) -> Answer<StartView> {
    desktop.open_to_read(&PathBuf::from(path))?;
    head(&desktop, &language)
}

/// Opens the station's file once more, as it lies on the disk now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reopen_station(desktop: State<'_, Desktop>, language: String) -> Answer<StartView> {
    desktop.reopen()?;
    head(&desktop, &language)
}

/// Asks for a name and writes the station as it is open there; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_copy(desktop: State<'_, Desktop>) -> Answer<Option<String>> {
    let Some(path) = desktop.place("copy.arna", Kind::STATION) else {
        return Ok(None);
    };
    desktop.with(|desk| desk.save_copy(&path))?;
    Ok(Some(path.display().to_string()))
}

/// What became of the station's file since it was looked at last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn on_disk(desktop: State<'_, Desktop>) -> Answer<OnDiskView> {
    // Nobody works while this is asked: whoever copies the file now shall have all of it.
    let found = desktop.with(|desk| {
        let found = desk.on_disk()?;
        if found == OnDisk::AsItWas {
            desk.rest()?;
        }
        Ok(found)
    })?;
    Ok(match found {
        OnDisk::AsItWas => OnDiskView::Same,
        OnDisk::Changed => OnDiskView::Changed,
        OnDisk::Replaced => OnDiskView::Replaced,
        OnDisk::Gone => OnDiskView::Gone,
    })
}

pub(super) fn head(desktop: &Desktop, language: &str) -> Answer<StartView> {
    let recent = desktop.recent();
    desktop.at_once(|desk| {
        let path = desk.path();
        let file = path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let (station, index, extent) = desk.at_first()?;
        let now = desktop.outside.now();
        let in_utc = || BroadcastDate::from_days_since_epoch(now.ms().div_euclid(DAY));
        let first = index.channels.first();
        let today = first.map_or_else(in_utc, |channel| channel.clock.broadcast_date(now));
        let station = view::station(station, extent, &path.display().to_string(), &file, language);
        let (undo, redo) = desk.next_steps()?;
        Ok(StartView {
            station,
            recent,
            read_only: desk.is_read_only(),
            steps: view::steps(undo.as_ref(), redo.as_ref()),
            today: today.to_string(),
        })
    })
}
