//! Files for channels, made beside the desk: whoever edits meanwhile does not wait.

use std::path::Path;

use arna_app::Desk;
use arna_app::ahead::Beginning;
use arna_app::export::{self, Naming, Playlists, What};
use arna_app::view::{self, ProblemView};
use arna_domain::Zones;
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{Answer, language_of, range_of};
use crate::asked::{ExportAsked, FormAsked, PlaylistAsked};
use crate::desktop::Desktop;
use crate::outside::Kind;

/// Bytes of a file shown before it is written.
pub(super) const PREVIEW_BYTES: usize = 12_000;

/// What was written where.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct WrittenView {
    path: String,
    airings: u32,
    dropped: u32,
    /// What does not play as it is scheduled.
    findings: Vec<ProblemView>,
}

impl WrittenView {
    /// A table of so many rows.
    pub(super) fn of(path: &Path, rows: usize, dropped: usize) -> Self {
        Self {
            path: path.display().to_string(),
            airings: count(rows),
            dropped: count(dropped),
            findings: Vec::new(),
        }
    }
}

/// A file before it is written.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct FilePreview {
    /// How it begins, byte by byte; none where it is no text.
    begins: Option<String>,
    /// How long it is.
    bytes: u32,
    airings: u32,
    dropped: u32,
}

/// A file as it would be written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_export(desktop: State<'_, Desktop>, asked: ExportAsked) -> Answer<FilePreview> {
    let (what, extension) = what(asked)?;
    let mut begun = Beginning {
        most: PREVIEW_BYTES,
        ..Beginning::default()
    };
    let basis = desktop.with(Desk::basis)?;
    let (station, index) = (basis.station(), basis.index());
    let written = export::write(station, index, &station.schedule, &Zones::bundled(), &what, &mut begun)?;
    Ok(FilePreview {
        begins: (!matches!(extension, "xlsx" | "pdf")).then(|| text_of(&begun.kept)),
        bytes: u32::try_from(begun.length).unwrap_or(u32::MAX),
        airings: count(written.airings),
        dropped: count(written.dropped),
    })
}

/// The text of a file's first bytes, which may end in the middle of a letter.
pub(super) fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches('\u{fffd}').to_owned()
}

/// Asks for a file and writes a channel's schedule to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_schedule(desktop: State<'_, Desktop>, asked: ExportAsked) -> Answer<Option<WrittenView>> {
    let about = match &asked.form {
        FormAsked::Page { programme, .. } => programme.clone(),
        _ => asked.channel.clone(),
    };
    let from = asked.from.clone();
    let (what, extension) = what(asked)?;
    let kind = match extension {
        "csv" => Kind::TABLE,
        "xlsx" => Kind::BOOK,
        "pdf" => Kind::PAPER,
        "ics" => Kind::CALENDAR,
        "html" => Kind::PAGE,
        _ => Kind::GUIDE,
    };
    write(&desktop, &what, &format!("{about}-{from}.{extension}"), kind)
}

/// Asks for a folder and writes a channel's playlists under it. `files` is how files are called that the station does not know.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_playlists(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    days: u32,
    titles: String,
    form: PlaylistAsked,
    files: String,
) -> Answer<Option<WrittenView>> {
    let wanted = Playlists {
        form: form.into(),
        channel,
        range: range_of(&from, days)?,
        language: language_of(&titles)?,
        naming: Naming((!files.trim().is_empty()).then(|| files.trim().to_owned())),
    };
    let Some(folder) = desktop.folder() else {
        return Ok(None);
    };
    let basis = desktop.with(Desk::basis)?;
    let (station, index) = (basis.station(), basis.index());
    let written = export::playlists(station, index, &station.schedule, &wanted, &folder)?;
    Ok(Some(WrittenView {
        path: folder.display().to_string(),
        airings: count(written.entries),
        dropped: count(written.dropped),
        findings: view::findings(&written.findings, index),
    }))
}

/// Asks for a file and writes the whole station to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_station(desktop: State<'_, Desktop>) -> Answer<Option<WrittenView>> {
    write(&desktop, &What::Station, "station.json", Kind::DOCUMENT)
}

fn what(asked: ExportAsked) -> Answer<(What, &'static str)> {
    let range = range_of(&asked.from, asked.days)?;
    let language = language_of(&asked.titles)?;
    Ok(asked.what(range, language)?)
}

fn write(desktop: &Desktop, what: &What, name: &str, kind: Kind) -> Answer<Option<WrittenView>> {
    let Some(path) = desktop.place(name, kind) else {
        return Ok(None);
    };
    let basis = desktop.with(Desk::basis)?;
    let (station, index) = (basis.station(), basis.index());
    let written = export::to_file(station, index, &station.schedule, &Zones::bundled(), what, &path)?;
    Ok(Some(WrittenView {
        path: path.display().to_string(),
        airings: count(written.airings),
        dropped: count(written.dropped),
        findings: Vec::new(),
    }))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
