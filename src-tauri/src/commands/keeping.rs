//! What keeps a station: a look through its file, its backups, and what can be taken out of a damaged one.

use std::path::{Path, PathBuf};

use arna_app::view::{self, BackupView, LookedView, RestoreView, SalvagedView};
use arna_app::{Failure, backup, salvage, verify};
use arna_domain::{Zones, values};
use tauri::State;

use super::Answer;
use super::station::{StartView, head};
use crate::desktop::Desktop;
use crate::outside::Kind;

/// The backups of a station file, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backups(path: String) -> Answer<Vec<BackupView>> {
    let all = backup::backups(Path::new(&path))?;
    Ok(all.iter().map(view::backup).collect())
}

/// Looks through a station file or a backup. Nothing is changed, whoever has it open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_through(path: String) -> Answer<LookedView> {
    Ok(view::looked(&verify::file(Path::new(&path), &Zones::bundled())?))
}

/// Asks for a station file, to look through it; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_station(desktop: State<'_, Desktop>) -> Answer<Option<String>> {
    let chosen = desktop.choose(Kind::STATION);
    Ok(chosen.map(|path| path.display().to_string()))
}

/// What putting back a backup would come to.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_backup(path: String, backup: String) -> Answer<RestoreView> {
    let (path, backup) = of_station(&path, &backup)?;
    Ok(view::restoring(&backup::preview(&path, &backup, &Zones::bundled())?))
}

/// Puts a backup in place of a station file, and opens it. What is replaced becomes a backup itself.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_backup(
    desktop: State<'_, Desktop>,
    path: String,
    backup: String,
    language: String,
) -> Answer<StartView> {
    let (path, backup) = of_station(&path, &backup)?;
    desktop.restore(&path, &backup)?;
    head(&desktop, &language)
}

/// Asks for a name and makes a new station there of what can be read of a damaged one; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn salvage_station(desktop: State<'_, Desktop>, path: String) -> Answer<Option<SalvagedView>> {
    let Some(new) = desktop.place("salvaged.arna", Kind::STATION) else {
        return Ok(None);
    };
    let salvaged = salvage::salvage(Path::new(&path), &new, &desktop.outside.hand(), &Zones::bundled())?;
    Ok(Some(view::salvaged(&new, &salvaged)))
}

/// A station file and one of its own backups: nothing else is put in its place.
fn of_station(path: &str, backup: &str) -> Result<(PathBuf, PathBuf), Failure> {
    let path = PathBuf::from(path);
    let all = backup::backups(&path)?;
    match all.into_iter().find(|one| one.path == Path::new(backup)) {
        Some(one) => Ok((path, one.path)),
        None => Err(Failure::new("no_such_backup", values! {}).of(Path::new(backup))),
    }
}
