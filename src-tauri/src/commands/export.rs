//! Files for channels.

use arna_app::export::{Form, What};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{Answer, language_of, range_of};
use crate::asked::HeadsAsked;
use crate::desktop::Desktop;
use crate::outside::Kind;

/// What was written where.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct WrittenView {
    path: String,
    airings: u32,
    dropped: u32,
}

/// Asks for a file and writes a channel's schedule to it: as a table where heads are given, else as an XMLTV guide.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_schedule(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    days: u32,
    language: String,
    heads: Option<HeadsAsked>,
) -> Answer<Option<WrittenView>> {
    let (extension, kind) = if heads.is_some() {
        ("csv", Kind::TABLE)
    } else {
        ("xml", Kind::GUIDE)
    };
    let form = heads.map_or(Form::Xmltv, |heads| Form::Csv(Box::new(heads.into())));
    let what = What::Schedule {
        form,
        range: range_of(&from, days)?,
        language: language_of(&language)?,
        channel: channel.clone(),
    };
    write(&desktop, &what, &format!("{channel}-{from}.{extension}"), kind)
}

/// Asks for a file and writes the whole station to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_station(desktop: State<'_, Desktop>) -> Answer<Option<WrittenView>> {
    write(&desktop, &What::Station, "station.json", Kind::DOCUMENT)
}

fn write(desktop: &Desktop, what: &What, name: &str, kind: Kind) -> Answer<Option<WrittenView>> {
    let Some(path) = desktop.outside.place(name, kind) else {
        return Ok(None);
    };
    let written = desktop.with(|desk| desk.export(what, &path))?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Some(WrittenView {
        path: path.display().to_string(),
        airings: count(written.airings),
        dropped: count(written.dropped),
    }))
}
