//! As-run logs: read by a mapping, laid beside what is accepted, taken over. Logs are read beside the desk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use arna_app::asrun::{self, Asked, Mapping, SHIPPED, Sent, Telling};
use arna_app::export::replace_file;
use arna_app::ops::as_run::{self, Sureness};
use arna_app::proposal::Basis;
use arna_app::{Failure, view};
use arna_domain::{BroadcastDate, Index, Station, Zones};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Answer, channel_of, date_of, language_of};
use crate::desktop::Desktop;
use crate::outside::Kind;

/// Lines and rows shown while a mapping is made.
const SHOWN: usize = 40;

/// A mapping, with its document (`arna-asrun/1`).
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct MappingView {
    /// Its name, or its file's.
    name: String,
    document: String,
}

/// A log to read.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct LogAsked {
    path: String,
    channel: String,
    /// The mapping's document.
    mapping: String,
    /// The broadcast date that it is of; none: those that it tells of.
    date: Option<String>,
    /// The number of the channel's revision to lay it beside; none: what is accepted.
    revision: Option<i32>,
    /// The language of titles.
    language: String,
}

/// What a report says as a table, around its facts.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct ReportWords {
    heads: Vec<String>,
    /// How each outcome is said.
    outcomes: BTreeMap<String, String>,
}

/// The mappings that come with the program.
#[tauri::command]
#[specta::specta]
pub(crate) fn log_mappings() -> Vec<MappingView> {
    let all = SHIPPED.iter().map(|one| MappingView {
        name: one.name.to_owned(),
        document: one.document.to_owned(),
    });
    all.collect()
}

/// Asks for a log; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_log(desktop: State<'_, Desktop>) -> Answer<Option<String>> {
    Ok(desktop.choose(Kind::LOG).map(|path| path.display().to_string()))
}

/// Asks for a mapping's document; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_mapping(desktop: State<'_, Desktop>) -> Answer<Option<MappingView>> {
    let Some(path) = desktop.choose(Kind::DOCUMENT) else {
        return Ok(None);
    };
    let mapping = asrun::mapping(&path.display().to_string())?;
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
    Ok(Some(MappingView {
        name: name.unwrap_or_default(),
        document: asrun::document(&mapping),
    }))
}

/// Asks where, and writes a mapping's document there; its place, none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_mapping(
    desktop: State<'_, Desktop>,
    document: String,
    name: String,
) -> Answer<Option<String>> {
    let mapping = asrun::mapping_of(&document)?;
    let Some(path) = desktop.place(&format!("{name}.json"), Kind::DOCUMENT) else {
        return Ok(None);
    };
    replace_file(&path, |to| to.write_all(asrun::document(&mapping).as_bytes()))?;
    Ok(Some(path.display().to_string()))
}

/// A log as its mapping reads it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_at_log(desktop: State<'_, Desktop>, asked: LogAsked) -> Answer<view::LogLookView> {
    let question = Question::of(&desktop, asked)?;
    let look = asrun::look(
        &question.path,
        &question.mapping,
        &question.asked(),
        &Zones::bundled(),
        SHOWN,
    );
    let index = question.basis.index();
    let channel = channel_of(index, &question.channel)?;
    Ok(view::log_look(&look, &index.channels[channel.at()].clock))
}

/// A log laid beside what is accepted, or beside what the channel was sent.
#[tauri::command]
#[specta::specta]
pub(crate) async fn log_report(desktop: State<'_, Desktop>, asked: LogAsked) -> Answer<view::AsRunView> {
    let language = language_of(&asked.language)?;
    let question = Question::of(&desktop, asked)?;
    let told = question.reconciled()?;
    let hindrance = told.hindrance(question.basis.station(), question.basis.index());
    Ok(view::as_run(&told, hindrance, question.laid_beside(), &language))
}

/// Makes what aired the channel's history, as one step.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_log(desktop: State<'_, Desktop>, asked: LogAsked, anyway: bool) -> Answer<view::StepView> {
    let question = Question::of(&desktop, asked)?;
    let log = question.log()?;
    let sureness = if anyway { Sureness::Anyway } else { Sureness::AsReported };
    desktop.with(|desk| {
        // What was edited while the log was read is not lost: what aired is laid beside what is accepted now.
        let (station, index) = desk.station()?;
        let now = Asked {
            station,
            index,
            ..question.asked()
        };
        let report = asrun::report(&log, &question.mapping, &now).map_err(|failure| failure.of(&question.path))?;
        let (op, _) =
            as_run::accept(station, index, &report, sureness).map_err(|failure| failure.of(&question.path))?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// Asks where, and writes the report there as a table; its place, none when no name was given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_log_report(
    desktop: State<'_, Desktop>,
    asked: LogAsked,
    words: ReportWords,
) -> Answer<Option<String>> {
    let language = language_of(&asked.language)?;
    let question = Question::of(&desktop, asked)?;
    let told = question.reconciled()?;
    let name = format!("{}-{}-as-run.csv", question.channel, told.report.range.from);
    let Some(path) = desktop.place(&name, Kind::TABLE) else {
        return Ok(None);
    };
    let (station, index) = question.laid_beside();
    let channel = channel_of(index, &question.channel)?;
    let say = |word: &str| words.outcomes.get(word).cloned().unwrap_or_else(|| word.to_owned());
    let telling = Telling {
        station,
        index,
        clock: Some(&index.channels[channel.at()].clock),
        language: Some(language),
        outcome: &say,
    };
    let items = told.report.items.iter();
    let rows: Vec<_> = items.map(|item| telling.row(item, asrun::in_seconds)).collect();
    asrun::save(&path, &words.heads, &rows)?;
    Ok(Some(path.display().to_string()))
}

/// A question about a log, with the station as it was when it was asked.
struct Question {
    basis: Basis,
    path: PathBuf,
    channel: String,
    mapping: Mapping,
    date: Option<BroadcastDate>,
    sent: Option<Sent>,
}

impl Question {
    fn of(desktop: &Desktop, asked: LogAsked) -> Answer<Self> {
        let (basis, sent) = desktop.with(|desk| {
            let number = asked.revision.map(i64::from);
            let sent = number.map(|number| desk.sent(&asked.channel, Some(number)));
            Ok((desk.basis()?, sent.transpose()?))
        })?;
        Ok(Self {
            basis,
            sent,
            path: Path::new(&asked.path).to_owned(),
            channel: asked.channel,
            mapping: asrun::mapping_of(&asked.mapping)?,
            date: asked.date.as_deref().map(date_of).transpose()?,
        })
    }

    fn asked(&self) -> Asked<'_> {
        Asked {
            station: self.basis.station(),
            index: self.basis.index(),
            channel: &self.channel,
            date: self.date,
        }
    }

    fn log(&self) -> Result<asrun::Log, Failure> {
        asrun::read(&self.path, &self.mapping, &self.asked(), &Zones::bundled())
    }

    fn reconciled(&self) -> Result<asrun::Reconciled, Failure> {
        asrun::reconcile(
            &self.path,
            &self.mapping,
            &self.asked(),
            self.sent.as_ref(),
            &Zones::bundled(),
        )
    }

    /// The station whose schedule the log is laid beside.
    fn laid_beside(&self) -> (&Station, &Index) {
        let sent = self.sent.as_ref().map(|sent| (&sent.station, &sent.index));
        sent.unwrap_or((self.basis.station(), self.basis.index()))
    }
}
