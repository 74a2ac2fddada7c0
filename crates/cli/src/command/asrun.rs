//! `asrun`.

use std::path::Path;
use std::process::ExitCode;

use arna_app::asrun::{
    self, Asked, HEADS, Item, Log, Mapping, Outcome, Report, SHIPPED, Telling, Totals, in_seconds, passed, spans,
};
use arna_app::ops::as_run::{self, Sureness, Taken};
use arna_app::{Desk, Failure, source};
use arna_domain::{Index, Instant, Language, Severity, Station, Zones, values};
use serde_json::{Value, json};

use super::check::finding_row;
use super::read::{place, remark, remark_rows};
use super::{hand, now};
use crate::arguments::AsRun;
use crate::output::Output;

pub(super) fn asrun(asked: &AsRun, output: &Output) -> Result<ExitCode, Failure> {
    let (Some(station), Some(log), Some(channel), Some(mapping)) =
        (&asked.station, &asked.log, &asked.channel, &asked.mapping)
    else {
        return mappings(output);
    };
    asked.out.as_deref().map_or(Ok(()), Failure::if_folder_missing)?;
    let mapping = asrun::mapping(mapping)?;
    let question = Question {
        asked,
        log,
        channel,
        mapping: &mapping,
        output,
    };
    if let Some(revision) = asked.revision {
        let sent = Desk::open_to_read(station, Zones::bundled())?.sent(channel, revision.number())?;
        let (log, report) = question.report(&sent.station, &sent.index)?;
        let told = Told {
            log,
            report,
            taken: None,
            revision: Some(sent.number),
        };
        return question.tell(&sent.station, &sent.index, &told);
    }
    if !asked.accept {
        let read = source::read(station, &Zones::bundled())?;
        let told = question.taken(&read.station, &read.index)?;
        return question.tell(&read.station, &read.index, &told);
    }
    if source::kind_of(station)? == source::Kind::Document {
        return Err(Failure::new("document_takes_no_log", values! {}).of(station));
    }
    let mut desk = Desk::open(station, now(), Zones::bundled())?;
    let (now_there, index) = desk.station()?;
    let told = question.taken(now_there, index)?;
    let sureness = if asked.anyway {
        Sureness::Anyway
    } else {
        Sureness::AsReported
    };
    let op = as_run::accept(now_there, index, &told.report, sureness).map(|(op, _)| op);
    // The report is told whether it is taken over or not.
    let code = question.tell(now_there, index, &told)?;
    desk.transact(&op.map_err(|failure| failure.of(log))?, &hand())?;
    let aired = told.taken.map_or(0, |taken| taken.history.len());
    let values = values! { "aired" => aired, "channel" => channel };
    output.remark("cli-asrun-accepted", &values);
    Ok(code)
}

/// The mappings that come with the program.
fn mappings(output: &Output) -> Result<ExitCode, Failure> {
    let about = |document: &str| -> String {
        let document: Value = serde_json::from_str(document).unwrap_or_default();
        document["about"].as_str().unwrap_or_default().to_owned()
    };
    if output.json {
        let all = SHIPPED.map(|one| json!({ "name": one.name, "about": about(one.document) }));
        output.value(&json!({ "mappings": all }))?;
    } else {
        let rows = SHIPPED.map(|one| vec![one.name.to_owned(), about(one.document)]);
        output.table(&["name", "what"], rows.to_vec())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What is asked.
struct Question<'a> {
    asked: &'a AsRun,
    log: &'a Path,
    channel: &'a str,
    mapping: &'a Mapping,
    output: &'a Output,
}

/// What is answered.
struct Told {
    log: Log,
    report: Report,
    /// What taking it over would come to, where it is laid beside what is accepted.
    taken: Option<Taken>,
    /// The revision that it is laid beside instead.
    revision: Option<i64>,
}

impl Question<'_> {
    /// The log, and what became of what the station's schedule says.
    fn report(&self, station: &Station, index: &Index) -> Result<(Log, Report), Failure> {
        let asked = Asked {
            station,
            index,
            channel: self.channel,
            date: self.asked.date,
        };
        let log = asrun::read(self.log, self.mapping, &asked, &Zones::bundled())?;
        let report = asrun::report(&log, self.mapping, &asked).map_err(|failure| {
            // Why nothing fits may be that little could be read.
            remark_rows(self.log, &log.remarks, log.further_remarks, self.output);
            failure.of(self.log)
        })?;
        Ok((log, report))
    }

    /// The same of what is accepted, with what taking it over would come to.
    fn taken(&self, station: &Station, index: &Index) -> Result<Told, Failure> {
        let (log, report) = self.report(station, index)?;
        let taken = Some(as_run::taken(station, index, &report)?);
        Ok(Told {
            log,
            report,
            taken,
            revision: None,
        })
    }

    fn tell(&self, station: &Station, index: &Index, told: &Told) -> Result<ExitCode, Failure> {
        let Self { output, .. } = self;
        let report = &told.report;
        let outcome = |word: &str| output.words.say(&format!("asrun-{word}"));
        let table = Telling {
            station,
            index,
            clock: index.clock_of(self.channel),
            language: Language::parse(output.words.tag()),
            outcome: &outcome,
        };
        let heads = HEADS.map(|head| match (head, told.revision) {
            ("due", Some(_)) => "published",
            _ => head,
        });
        if let Some(path) = &self.asked.out {
            let heads = heads.map(|head| output.words.say(&format!("cli-head-{head}")));
            let rows: Vec<_> = report.items.iter().map(|item| table.row(item, in_seconds)).collect();
            asrun::save(path, &heads, &rows)?;
            output.remark("cli-written", &values! { "file" => path.display().to_string() });
        }
        if output.json {
            output.value(&document(told, &table))?;
        } else if self.asked.out.is_none() {
            output.table(
                &heads,
                report.items.iter().map(|item| table.row(item, passed)).collect(),
            )?;
        }
        if !output.json {
            told.taken.iter().for_each(|taken| self.runs(taken));
        }
        remark_rows(self.log, &told.log.remarks, told.log.further_remarks, output);
        self.totals(told);
        let mut findings = told.taken.iter().flat_map(|taken| &taken.findings);
        let errors = findings.any(|finding| finding.severity == Severity::Error);
        Ok(if errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    /// Licences with a limit, and what no licence has.
    fn runs(&self, taken: &Taken) {
        // Runs without a limit are nobody's worry.
        let limited = taken.runs.iter().filter_map(|one| Some((one, one.left?)));
        let limited = limited.map(|(one, left)| {
            let (licence, version) = (one.licence.to_string(), one.version.to_string());
            vec![licence, version, one.taken.to_string(), left.to_string()]
        });
        let limited: Vec<_> = limited.collect();
        if !limited.is_empty() {
            let heads = ["of-licence", "version", "runs-taken", "runs-left"];
            self.output.remark_table(&heads, limited);
        }
        if !taken.findings.is_empty() {
            let rows = taken.findings.iter().map(|one| finding_row(one, &self.output.words));
            self.output
                .remark_table(&["severity", "where", "date", "what"], rows.collect());
        }
    }

    fn totals(&self, told: &Told) {
        let report = &told.report;
        let Totals {
            due,
            aired,
            on_time,
            late,
            early,
            other_version,
            replaced,
            missing,
            untold,
            extra,
            breaks,
            latest_ms,
        } = report.totals;
        let values = values! {
            "due" => due, "aired" => aired, "on_time" => on_time, "late" => late, "early" => early,
            "other_version" => other_version, "replaced" => replaced, "missing" => missing, "untold" => untold,
            "extra" => extra, "latest" => passed(latest_ms), "revision" => told.revision
        };
        let message = match told.revision {
            Some(_) => "cli-asrun-totals-sent",
            None => "cli-asrun-totals",
        };
        self.output.remark(message, &values);
        let beside = values! {
            "ignored" => report.ignored, "breaks" => breaks, "other_dates" => report.other_dates,
            "other_channels" => report.other_channels.values().sum::<usize>(),
            "names" => report.other_channels.keys().take(10).cloned().collect::<Vec<_>>().join(", ")
        };
        self.output.remark("cli-asrun-beside", &beside);
        if report.unread > 0 {
            self.output
                .remark("cli-asrun-unread", &values! { "count" => report.unread });
        }
        if report.is_doubtful {
            self.output.remark("cli-asrun-doubtful", &values! {});
        }
    }
}

fn document(told: &Told, rows: &Telling<'_>) -> Value {
    let report = &told.report;
    let text = |at: Instant| rows.clock.map(|clock| clock.text(at));
    let item = |item: &Item| {
        let (late_ms, longer_ms) = spans(&item.outcome);
        let (by, status) = match &item.outcome {
            Outcome::Aired { by, .. } => (Some(by.as_str()), None),
            Outcome::Missing { status } => (None, status.clone()),
            _ => (None, None),
        };
        let due = item.due.as_ref().map(|due| {
            json!({
                "date": due.date, "start": text(due.start), "end": text(due.end), "version": due.version,
                "title": rows.title(item), "slot": due.slot, "origin": due.origin
            })
        });
        let aired = item.aired.as_ref().map(|aired| {
            json!({
                "start": text(aired.start), "end": aired.end.and_then(text), "version": aired.version,
                "house_number": aired.house_number, "title": aired.title, "at": place(&aired.at)
            })
        });
        json!({
            "outcome": item.outcome.as_str(), "by": by, "late_ms": late_ms, "longer_ms": longer_ms, "status": status,
            "due": due, "aired": aired
        })
    };
    let totals = report.totals;
    let runs = |one: &as_run::Runs| json!({ "licence": one.licence, "version": one.version, "taken": one.taken, "left": one.left });
    let taken = told.taken.as_ref();
    let all_runs = taken.map_or(&[][..], |taken| &taken.runs);
    json!({
        "channel": report.channel, "revision": told.revision, "from": report.range.from, "days": report.range.days,
        "totals": {
            "due": totals.due, "aired": totals.aired, "on_time": totals.on_time, "late": totals.late,
            "early": totals.early, "other_version": totals.other_version, "replaced": totals.replaced,
            "missing": totals.missing, "untold": totals.untold, "extra": totals.extra, "breaks": totals.breaks,
            "latest_ms": totals.latest_ms
        },
        "items": report.items.iter().map(item).collect::<Vec<_>>(),
        "runs": all_runs.iter().map(runs).collect::<Vec<_>>(),
        "findings": taken.map_or(&[][..], |taken| &taken.findings),
        "other_channels": report.other_channels, "other_dates": report.other_dates, "ignored": report.ignored,
        "unread": report.unread, "doubtful": report.is_doubtful,
        "remarks": told.log.remarks.iter().map(remark).collect::<Vec<_>>(),
        "further_remarks": told.log.further_remarks
    })
}
