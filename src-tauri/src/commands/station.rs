//! Opening and making stations.

use std::path::PathBuf;

use arna_app::view;
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
    let Some(path) = desktop.outside.choose(Kind::STATION) else {
        return Ok(None);
    };
    desktop.open(&path)?;
    head(&desktop, &language).map(Some)
}

/// Asks for a name and makes an empty station; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_station(desktop: State<'_, Desktop>, language: String) -> Answer<Option<StartView>> {
    let Some(path) = desktop.outside.place("station.arna", Kind::STATION) else {
        return Ok(None);
    };
    desktop.create(&path)?;
    head(&desktop, &language).map(Some)
}

/// Asks for a name and makes the sample station; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_sample(desktop: State<'_, Desktop>, language: String) -> Answer<Option<StartView>> {
    let Some(path) = desktop.outside.place("sample.arna", Kind::STATION) else {
        return Ok(None);
    };
    desktop.open_sample(&path)?;
    head(&desktop, &language).map(Some)
}

fn head(desktop: &Desktop, language: &str) -> Answer<StartView> {
    let recent = desktop.recent();
    desktop.with(|desk| {
        let path = desk.path();
        let file = path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let (station, _) = desk.station()?;
        let station = view::station(station, &path.display().to_string(), &file, language);
        Ok(StartView { station, recent })
    })
}
