//! Reports, and their files.

use std::collections::BTreeMap;

use arna_app::report::{self, File, Kind as Which, Report, Words};
use arna_app::view::{self, ReportView};
use arna_app::{Desk, Failure};
use arna_domain::{GridTime, values};
use serde::Deserialize;
use specta::Type;
use tauri::State;

use super::export::WrittenView;
use super::{Answer, language_of, range_of};
use crate::desktop::Desktop;
use crate::outside::Kind;

/// A report to be made.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct ReportAsked {
    /// Its word.
    kind: String,
    from: String,
    days: u32,
    /// The channels; none: all.
    channels: Vec<String>,
    /// The hours of prime time, by the channels' clocks.
    prime: (String, String),
    /// The language of titles.
    titles: String,
}

/// A form of a report's file.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ReportForm {
    Csv,
    Xlsx,
    Pdf,
}

/// What a report's file says around its facts.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct ReportWordsAsked {
    title: String,
    /// In the order of the columns.
    heads: Vec<String>,
    words: BTreeMap<String, String>,
    total: String,
    decimal: String,
    notes: Vec<String>,
    channels: String,
    none: String,
    language: String,
}

/// A report of the accepted schedule.
#[tauri::command]
#[specta::specta]
pub(crate) async fn report(desktop: State<'_, Desktop>, asked: ReportAsked) -> Answer<ReportView> {
    desktop.with(|desk| Ok(view::report(&made(desk, &asked)?)))
}

/// Asks for a file and writes a report to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_report(
    desktop: State<'_, Desktop>,
    asked: ReportAsked,
    form: ReportForm,
    words: ReportWordsAsked,
) -> Answer<Option<WrittenView>> {
    let (extension, kind, form) = match form {
        ReportForm::Csv => ("csv", Kind::TABLE, File::Csv),
        ReportForm::Xlsx => ("xlsx", Kind::BOOK, File::Xlsx),
        ReportForm::Pdf => ("pdf", Kind::PAPER, File::Pdf),
    };
    let name = format!("{}-{}.{extension}", asked.kind, asked.from);
    let Some(path) = desktop.place(&name, kind) else {
        return Ok(None);
    };
    let words: Words = words.into();
    let (rows, dropped) = desktop.with(|desk| {
        let report = made(desk, &asked)?;
        let dropped = report::to_file(&report, form, &words, &path)?;
        Ok((report.table.rows.len(), dropped))
    })?;
    Ok(Some(WrittenView::of(&path, rows, dropped)))
}

fn made(desk: &mut Desk, asked: &ReportAsked) -> Result<Report, Failure> {
    let unknown = || Failure::new("unknown_report", values! { "report" => asked.kind.as_str() });
    let kind = Which::parse(&asked.kind).ok_or_else(unknown)?;
    let range = range_of(&asked.from, asked.days)?;
    let (from, until) = &asked.prime;
    let hours = GridTime::parse(from).zip(GridTime::parse(until));
    let no_hours = || {
        Failure::new(
            "prime_time",
            values! { "from" => from.as_str(), "until" => until.as_str() },
        )
    };
    let published = match kind {
        Which::Aired => desk.published_before_air(range, &asked.channels)?,
        _ => Vec::new(),
    };
    let (station, index) = desk.station()?;
    let asked = report::Asked {
        kind,
        range,
        channels: &asked.channels,
        language: &language_of(&asked.titles)?,
        prime: Some(hours.ok_or_else(no_hours)?),
        published: &published,
    };
    report::report(station, index, &asked)
}

impl From<ReportWordsAsked> for Words {
    fn from(asked: ReportWordsAsked) -> Self {
        Self {
            title: asked.title,
            heads: asked.heads,
            words: asked.words,
            total: asked.total,
            decimal: asked.decimal,
            notes: asked.notes,
            channels: asked.channels,
            none: asked.none,
            language: asked.language,
        }
    }
}
