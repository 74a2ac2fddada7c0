//! The window's commands: each asks the core and hands on what it says.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use arna_app::desk::{self, Question};
use arna_app::export::{Form, What};
use arna_app::fixing::{self, Wanted};
use arna_app::planning::{Keep, Policy, Progress};
use arna_app::view::{self, FailureView};
use arna_app::{Desk, Failure};
use arna_domain::{BroadcastDate, DateRange, Instant, Language, values};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;
use tauri_specta::Event;

use crate::asked::{CalculationAsked, HeadsAsked, KeepAsked};
use crate::desktop::{Desktop, hand, threads};

type Answer<T> = Result<T, FailureView>;

/// What the window opens with.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct StartView {
    station: view::StationView,
    recent: Vec<String>,
}

/// How far a calculation is.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct Calculating {
    /// The step: the message `step-<step>`.
    step: String,
    done: u32,
    total: u32,
}

/// What was written where.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct WrittenView {
    path: String,
    airings: u32,
    dropped: u32,
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
pub(crate) async fn pick_station(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    language: String,
) -> Answer<Option<StartView>> {
    let picked = app.dialog().file().add_filter("Arna", &["arna"]).blocking_pick_file();
    let Some(path) = picked.and_then(|file| file.into_path().ok()) else {
        return Ok(None);
    };
    desktop.open(&path)?;
    head(&desktop, &language).map(Some)
}

/// Asks for a name and makes an empty station; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_station(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    language: String,
) -> Answer<Option<StartView>> {
    let Some(path) = ask_where(&app, "station.arna", "arna") else {
        return Ok(None);
    };
    desktop.create(&path)?;
    head(&desktop, &language).map(Some)
}

/// Asks for a name and makes the sample station; none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_sample(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    language: String,
) -> Answer<Option<StartView>> {
    let Some(path) = ask_where(&app, "sample.arna", "arna") else {
        return Ok(None);
    };
    desktop.open_sample(&path)?;
    head(&desktop, &language).map(Some)
}

/// The seven days of a channel from a date.
#[tauri::command]
#[specta::specta]
pub(crate) async fn week(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    language: String,
) -> Answer<Vec<view::ChannelDay>> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::week(
            station,
            index,
            channel_of(index, &channel)?,
            date_of(&from)?,
            &language_of(&language)?,
        ))
    })
}

/// A day of all channels.
#[tauri::command]
#[specta::specta]
pub(crate) async fn day(desktop: State<'_, Desktop>, date: String, language: String) -> Answer<Vec<view::LaneView>> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::day(station, index, date_of(&date)?, &language_of(&language)?))
    })
}

/// A channel's day as a list, to the second.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rundown(
    desktop: State<'_, Desktop>,
    channel: String,
    date: String,
    language: String,
) -> Answer<Vec<view::RundownRow>> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::rundown(
            station,
            index,
            channel_of(index, &channel)?,
            date_of(&date)?,
            &language_of(&language)?,
        ))
    })
}

/// What is to be said of the schedule in a range.
#[tauri::command]
#[specta::specta]
pub(crate) async fn problems(desktop: State<'_, Desktop>, from: String, days: u32) -> Answer<Vec<view::ProblemView>> {
    desktop.with(|desk| {
        let review = desk.review(range_of(&from, days)?)?;
        let (_, index) = desk.station()?;
        Ok(view::problems(&review, index))
    })
}

/// Why an airing is where it is.
#[tauri::command]
#[specta::specta]
pub(crate) async fn explain_airing(
    desktop: State<'_, Desktop>,
    channel: String,
    date: String,
    starts: String,
) -> Answer<view::ExplainView> {
    let start = Instant::parse(&starts)
        .ok_or_else(|| Failure::new("nothing_there", values! { "channel" => channel, "start" => starts }))?;
    explained(&desktop, &date, &Question::Airing { channel, start })
}

/// Why a slot is open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn explain_slot(desktop: State<'_, Desktop>, slot: String, date: String) -> Answer<view::ExplainView> {
    let question = Question::Slot {
        slot,
        date: date_of(&date)?,
    };
    explained(&desktop, &date, &question)
}

/// What would make an open slot air, each change tried out by planning its week again. Asking once more ends an earlier search.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fixes(desktop: State<'_, Desktop>, slot: String, date: String) -> Answer<Vec<view::FixView>> {
    let date = date_of(&date)?;
    let wanted = Wanted {
        slot,
        date,
        range: week_of(date),
        threads: threads(),
    };
    let own = desktop.fixing.fetch_add(1, Ordering::Relaxed) + 1;
    // The search works on a copy: the window goes on with the station meanwhile.
    let (station, index, zones) = desktop.with(|desk| {
        let zones = desk.zones().clone();
        let (station, index) = desk.station()?;
        Ok((station.clone(), index.clone(), zones))
    })?;
    let report = |_| {
        if desktop.fixing.load(Ordering::Relaxed) == own {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let found = fixing::fixes(&station, &index, &zones, &station.schedule, &wanted, &report)?;
    Ok(view::fixes(&found, &index))
}

/// Calculates a range and keeps the plan as the proposal. Sends [`Calculating`] on the way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn calculate(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    asked: CalculationAsked,
    language: String,
) -> Answer<Option<view::ProposalView>> {
    let policy = Policy {
        range: range_of(&asked.from, asked.days)?,
        seed: 0,
        effort: asked.effort.into(),
        threads: threads(),
        proof: asked.proof.into(),
    };
    desktop.cancelled.store(false, Ordering::Relaxed);
    let report = |progress: Progress| {
        // A window that is gone listens no more; the calculation is stopped by its own means.
        let _ = Calculating::from(progress).emit(&app);
        if desktop.cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    desktop.with(|desk| {
        match asked.keep {
            KeepAsked::Nothing => desk.calculate(&policy, &report).map(drop)?,
            KeepAsked::Accepted => desk.replan(&policy, Keep::Accepted, &report).map(drop)?,
        }
        waiting(desk, &language)
    })
}

/// Stops the calculation under way.
#[tauri::command]
#[specta::specta]
pub(crate) fn cancel(desktop: State<'_, Desktop>) {
    desktop.cancelled.store(true, Ordering::Relaxed);
}

/// The plan that waits for a decision.
#[tauri::command]
#[specta::specta]
pub(crate) async fn proposal(desktop: State<'_, Desktop>, language: String) -> Answer<Option<view::ProposalView>> {
    desktop.with(|desk| waiting(desk, &language))
}

/// Takes the proposal into the schedule.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept(desktop: State<'_, Desktop>) -> Answer<view::StepView> {
    desktop.with(|desk| Ok(view::step(&desk.accept(&hand())?)))
}

/// Forgets the proposal.
#[tauri::command]
#[specta::specta]
pub(crate) async fn discard(desktop: State<'_, Desktop>) -> Answer<()> {
    desktop.with(Desk::discard)
}

/// Undoes the last step; none when there is none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undo(desktop: State<'_, Desktop>) -> Answer<Option<view::StepView>> {
    desktop.with(|desk| Ok(desk.undo(&hand())?.as_ref().map(view::step)))
}

/// Does again what was undone last; none when there is nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn redo(desktop: State<'_, Desktop>) -> Answer<Option<view::StepView>> {
    desktop.with(|desk| Ok(desk.redo(&hand())?.as_ref().map(view::step)))
}

/// What undo and redo would do.
#[tauri::command]
#[specta::specta]
pub(crate) async fn steps(desktop: State<'_, Desktop>) -> Answer<view::StepsView> {
    desktop.with(|desk| {
        let (undo, redo) = desk.next_steps()?;
        Ok(view::steps(undo.as_ref(), redo.as_ref()))
    })
}

/// The journal, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn journal(desktop: State<'_, Desktop>) -> Answer<Vec<view::StepView>> {
    desktop.with(|desk| Ok(desk.log(None, 200)?.iter().map(view::step).collect()))
}

/// Asks for a file and writes a channel's schedule to it: as a table where heads are given, else as an XMLTV guide.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_schedule(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    days: u32,
    language: String,
    heads: Option<HeadsAsked>,
) -> Answer<Option<WrittenView>> {
    let extension = if heads.is_some() { "csv" } else { "xml" };
    let form = heads.map_or(Form::Xmltv, |heads| Form::Csv(Box::new(heads.into())));
    let what = What::Schedule {
        form,
        range: range_of(&from, days)?,
        language: language_of(&language)?,
        channel: channel.clone(),
    };
    write(
        &app,
        &desktop,
        &what,
        &format!("{channel}-{from}.{extension}"),
        extension,
    )
}

/// Asks for a file and writes the whole station to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_station(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Option<WrittenView>> {
    write(&app, &desktop, &What::Station, "station.json", "json")
}

fn write(app: &AppHandle, desktop: &Desktop, what: &What, name: &str, extension: &str) -> Answer<Option<WrittenView>> {
    let Some(path) = ask_where(app, name, extension) else {
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

/// The file that a person chooses to write.
fn ask_where(app: &AppHandle, name: &str, extension: &str) -> Option<PathBuf> {
    let dialog = app
        .dialog()
        .file()
        .set_file_name(name)
        .add_filter(extension.to_uppercase(), &[extension]);
    dialog.blocking_save_file()?.into_path().ok()
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

fn waiting(desk: &mut Desk, language: &str) -> Result<Option<view::ProposalView>, Failure> {
    let Some(proposal) = desk.proposal()? else {
        return Ok(None);
    };
    let (station, index) = desk.station()?;
    Ok(Some(view::proposal(&proposal, station, index, &language_of(language)?)))
}

fn explained(desktop: &Desktop, date: &str, question: &Question) -> Answer<view::ExplainView> {
    let week = week_of(date_of(date)?);
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::explanation(&desk::explain(
            index,
            &station.schedule,
            week,
            question,
        )?))
    })
}

/// The week of a date: quotas and neighbours of its airings lie in it.
fn week_of(date: BroadcastDate) -> DateRange {
    DateRange {
        from: date.monday(),
        days: 7,
    }
}

fn channel_of(index: &arna_domain::Index, id: &str) -> Result<arna_domain::index::ChannelIx, Failure> {
    index
        .channel(id)
        .ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => id, "path" => "" }))
}

fn date_of(text: &str) -> Result<BroadcastDate, Failure> {
    BroadcastDate::parse(text).ok_or_else(|| Failure::new("bad_date", values! { "found" => text }))
}

fn range_of(from: &str, days: u32) -> Result<DateRange, Failure> {
    DateRange::new(date_of(from)?, days).ok_or_else(|| {
        Failure::new(
            "range_too_long",
            values! { "days" => days, "most" => DateRange::LONGEST },
        )
    })
}

fn language_of(tag: &str) -> Result<Language, Failure> {
    Language::parse(tag).ok_or_else(|| Failure::new("unknown_language", values! {}))
}

impl From<Progress> for Calculating {
    fn from(progress: Progress) -> Self {
        let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            step: progress.step.as_str().to_owned(),
            done: count(progress.done),
            total: count(progress.total),
        }
    }
}
