//! Another's schedule of a channel: looked at, then made the proposal. Files are read beside the desk.

use std::path::Path;

use arna_app::import::{Asked, DateOf, Format, Imported};
use arna_app::proposal::{Basis, Calculated};
use arna_app::{Desk, view};
use arna_domain::{DateRange, Zones};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Answer, language_of, range_of};
use crate::desktop::Desktop;
use crate::outside::Kind;

/// What a schedule is written in.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReadAs {
    Xmltv,
    /// The calendar's date stands beside a time past midnight.
    Bxf,
    /// The broadcast date does.
    BxfBroadcast,
    Sheet,
    Ffplayout,
}

impl From<ReadAs> for Format {
    fn from(read_as: ReadAs) -> Self {
        match read_as {
            ReadAs::Xmltv => Self::Xmltv,
            ReadAs::Bxf => Self::Bxf(DateOf::Calendar),
            ReadAs::BxfBroadcast => Self::Bxf(DateOf::Broadcast),
            ReadAs::Sheet => Self::Sheet,
            ReadAs::Ffplayout => Self::Ffplayout,
        }
    }
}

impl From<Format> for ReadAs {
    fn from(format: Format) -> Self {
        match format {
            Format::Xmltv => Self::Xmltv,
            Format::Bxf(DateOf::Calendar) => Self::Bxf,
            Format::Bxf(DateOf::Broadcast) => Self::BxfBroadcast,
            Format::Sheet => Self::Sheet,
            Format::Ffplayout => Self::Ffplayout,
        }
    }
}

/// A schedule that was chosen.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ScheduleChosen {
    path: String,
    /// What it is written in, as far as its ending and its beginning tell.
    read_as: Option<ReadAs>,
}

/// A schedule to read.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct ImportAsked {
    path: String,
    read_as: ReadAs,
    channel: String,
    /// What the file calls the channel; none: as the station does.
    called: Option<String>,
    /// The first date and how many; none: those that the file mostly tells of.
    range: Option<(String, u32)>,
    /// The language of titles.
    language: String,
}

/// Asks for another's schedule; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_schedule(desktop: State<'_, Desktop>) -> Answer<Option<ScheduleChosen>> {
    let chosen = desktop.choose(Kind::SCHEDULE);
    Ok(chosen.map(|path| ScheduleChosen {
        read_as: Format::recognised(&path).map(ReadAs::from),
        path: path.display().to_string(),
    }))
}

/// Asks for a folder of playlists; none when none was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_playlists(desktop: State<'_, Desktop>) -> Answer<Option<ScheduleChosen>> {
    Ok(desktop.folder().map(|path| ScheduleChosen {
        read_as: Some(ReadAs::Ffplayout),
        path: path.display().to_string(),
    }))
}

/// What another's schedule says of a channel. Nothing changes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_schedule(desktop: State<'_, Desktop>, asked: ImportAsked) -> Answer<view::ImportView> {
    let basis = desktop.with(Desk::basis)?;
    let (imported, _) = read(&basis, &asked)?;
    Ok(view::imported(&imported, basis.index()))
}

/// Makes what another's schedule says the proposal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn propose_schedule(desktop: State<'_, Desktop>, asked: ImportAsked) -> Answer<()> {
    let basis = desktop.with(Desk::basis)?;
    let (_, calculated) = read(&basis, &asked)?;
    desktop.with(|desk| desk.keep(calculated))
}

fn read(basis: &Basis, asked: &ImportAsked) -> Answer<(Imported, Calculated)> {
    let range = asked.range.as_ref();
    let range: Option<DateRange> = range.map(|(from, days)| range_of(from, *days)).transpose()?;
    let question = Asked {
        path: Path::new(&asked.path),
        format: asked.read_as.into(),
        channel: &asked.channel,
        called: asked.called.as_deref(),
        range,
        language: language_of(&asked.language)?,
    };
    Ok(basis.import(&Zones::bundled(), &question)?)
}
