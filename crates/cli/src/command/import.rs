//! `import` of another's schedule.

use std::process::ExitCode;

use arna_app::import::{self as imported, Asked, Format, Outcome, Row};
use arna_app::{Desk, Failure, source};
use arna_domain::time::ChannelClock;
use arna_domain::{Index, Severity, Zones, values};
use serde_json::{Value, json};

use super::check::finding_row;
use super::difference::{self, tell};
use super::export::titles_of;
use super::read::{place, remark, remark_rows};
use super::{hand, now};
use crate::arguments::{Import, Imported};
use crate::output::Output;

pub(super) fn import(what: &Import, output: &Output) -> Result<ExitCode, Failure> {
    let (asked, format) = match what {
        Import::Xmltv(asked) => (asked, Format::Xmltv),
        Import::Bxf { asked, date_of } => (asked, Format::Bxf(*date_of)),
        Import::Sheet(asked) => (asked, Format::Sheet),
        Import::Ffplayout(asked) => (asked, Format::Ffplayout),
        Import::Workbook(asked) => return super::workbook::import(asked, output),
        // Making a station file is a command of its own.
        Import::Station { document, station } => {
            return super::make::import(document, station, output).map(|()| ExitCode::SUCCESS);
        }
    };
    let question = Asked {
        path: &asked.file,
        format,
        channel: &asked.channel,
        called: asked.called.as_deref(),
        range: asked.dates()?,
        language: titles_of(None, output)?,
    };
    let zones = Zones::bundled();
    let told = |imported: &imported::Imported, index: &Index| {
        Told {
            imported,
            index,
            asked,
            output,
        }
        .tell()
    };
    if source::kind_of(&asked.station)? == source::Kind::Document {
        if asked.accept {
            return Err(Failure::new("document_takes_no_import", values! {}).of(&asked.station));
        }
        let own = source::read(&asked.station, &zones)?;
        return told(
            &imported::read(&own.station, &own.index, &zones, &question)?,
            &own.index,
        );
    }
    let mut desk = Desk::open(&asked.station, now(), zones.clone())?;
    let basis = desk.basis()?;
    let (imported, calculated) = basis.import(&zones, &question)?;
    let code = told(&imported, basis.index())?;
    let left_out = imported.totals.left_out();
    if asked.accept && !asked.anyway && left_out > 0 {
        return Err(Failure::new("import_left_out", values! { "count" => left_out }).of(&asked.file));
    }
    desk.keep(calculated)?;
    if !asked.accept {
        output.remark("cli-import-kept", &values! {});
        return Ok(code);
    }
    if let Err(failure) = desk.accept(&hand()) {
        // It was to be accepted or nothing.
        desk.discard()?;
        return Err(failure);
    }
    let values = values! { "channel" => asked.channel.as_str(), "airings" => imported.plan.airings.len() };
    output.remark("cli-import-accepted", &values);
    Ok(code)
}

/// What is told of a file.
struct Told<'a> {
    imported: &'a imported::Imported,
    index: &'a Index,
    asked: &'a Imported,
    output: &'a Output,
}

impl Told<'_> {
    fn tell(&self) -> Result<ExitCode, Failure> {
        let Self {
            imported,
            index,
            asked,
            output,
        } = self;
        if output.json {
            output.value(&self.document())?;
        } else {
            let rows = imported.rows.iter().filter(|row| row.is_told());
            let rows = rows.map(|row| self.row(row)).collect();
            output.table(&["date", "start", "title", "what", "version", "where"], rows)?;
            tell(&imported.difference, index, output);
            if !imported.findings.is_empty() {
                let rows = imported.findings.iter().map(|one| finding_row(one, &output.words));
                output.remark_table(&["severity", "where", "date", "what"], rows.collect());
            }
        }
        remark_rows(&asked.file, &imported.remarks, imported.further_remarks, output);
        self.totals();
        let errors = imported
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    fn totals(&self) {
        let imported = self.imported;
        let totals = imported.totals;
        let values = values! {
            "from" => imported.range.from.to_string(), "until" => imported.range.end().plus_days(-1).to_string(),
            "kept" => totals.kept, "placed" => totals.placed, "breaks" => totals.breaks, "ambiguous" => totals.ambiguous,
            "unknown" => totals.unknown, "unread" => totals.unread
        };
        self.output.remark("cli-import-totals", &values);
        let beside = values! {
            "breaks" => totals.breaks_passed_over, "without_room" => totals.breaks_without_room,
            "other_dates" => totals.other_dates, "other_channels" => imported.other_channels.values().sum::<usize>(),
            "names" => imported.other_channels.keys().take(10).cloned().collect::<Vec<_>>().join(", ")
        };
        self.output.remark("cli-import-beside", &beside);
    }

    fn row(&self, row: &Row) -> Vec<String> {
        let version = match &row.outcome {
            Outcome::Unknown(near) => near.clone().unwrap_or_default(),
            known => known.versions(),
        };
        vec![
            row.date.to_string(),
            self.clock()
                .map_or_else(String::new, |clock| clock.wall_text(row.date, row.start)),
            row.title.clone(),
            self.output.words.say(&format!("import-{}", row.outcome.as_str())),
            version,
            row.at.shown(),
        ]
    }

    fn clock(&self) -> Option<&ChannelClock> {
        self.index.clock_of(self.imported.channel.as_str())
    }

    fn document(&self) -> Value {
        let imported = self.imported;
        let text = |at| self.clock().map(|clock| clock.text(at));
        let row = |row: &Row| {
            let (version, candidates, near) = match &row.outcome {
                Outcome::Kept(version) | Outcome::Placed(version) => (version.clone(), Vec::new(), None),
                Outcome::Ambiguous(some, _) => (None, some.clone(), None),
                Outcome::Unknown(near) => (None, Vec::new(), near.clone()),
            };
            json!({
                "at": place(&row.at), "date": row.date, "start": text(row.start), "end": text(row.end), "title": row.title,
                "break": row.is_break, "outcome": row.outcome.as_str(), "version": version, "candidates": candidates,
                "near": near
            })
        };
        let totals = imported.totals;
        json!({
            "channel": imported.channel, "from": imported.range.from, "days": imported.range.days,
            "totals": {
                "kept": totals.kept, "placed": totals.placed, "ambiguous": totals.ambiguous, "unknown": totals.unknown,
                "breaks": totals.breaks, "breaks_passed_over": totals.breaks_passed_over,
                "breaks_without_room": totals.breaks_without_room, "other_dates": totals.other_dates, "unread": totals.unread
            },
            "rows": imported.rows.iter().map(row).collect::<Vec<_>>(),
            "difference": difference::value(&imported.difference, self.index),
            "findings": imported.findings,
            "other_channels": imported.other_channels,
            "remarks": imported.remarks.iter().map(remark).collect::<Vec<_>>(),
            "further_remarks": imported.further_remarks
        })
    }
}
