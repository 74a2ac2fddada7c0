//! `export`.

use std::path::Path;

use arna_app::export::{Form, Heads, What, plan_document, to_file, write};
use arna_app::{Desk, Failure, source};
use arna_domain::{DateRange, Language, Zones, values};

use super::now;
use crate::arguments::{Export, Schedule};
use crate::output::Output;
use crate::words::Words;

pub(super) fn export(what: &Export, output: &Output) -> Result<(), Failure> {
    match what {
        Export::Station { station, out } => written(station, None, &What::Station, out, output),
        Export::Plan { station, out } => proposal(station, out, output),
        Export::Xmltv(asked) => schedule(asked, Form::Xmltv, output),
        Export::Csv(asked) => schedule(asked, Form::Csv(Box::new(heads(&output.words))), output),
    }
}

fn schedule(asked: &Schedule, form: Form, output: &Output) -> Result<(), Failure> {
    let range = DateRange {
        from: asked.dates.from,
        days: asked.dates.days,
    };
    let language = asked.titles.clone().or_else(|| Language::parse(output.words.tag()));
    let Some(language) = language else {
        return Err(Failure::new("unknown_language", values! {}));
    };
    let what = What::Schedule {
        form,
        channel: asked.channel.clone(),
        range,
        language,
    };
    written(&asked.station, asked.plan.as_deref(), &what, &asked.out, output)
}

fn written(station: &Path, plan: Option<&Path>, what: &What, out: &Path, output: &Output) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let read = source::read(station, &zones)?;
    let schedule = match plan {
        Some(path) => source::plan(path)?.airings,
        None => read.station.schedule.clone(),
    };
    let done = if out == Path::new("-") {
        let mut text = Vec::new();
        let done = write(&read.station, &read.index, &schedule, &zones, what, &mut text)?;
        output.text(&String::from_utf8_lossy(&text))?;
        done
    } else {
        to_file(&read.station, &read.index, &schedule, &zones, what, out)?
    };
    if let What::Schedule { .. } = what {
        output.remark("cli-exported", &values! { "airings" => done.airings });
        if done.dropped > 0 {
            output.remark("cli-dropped", &values! { "count" => done.dropped });
        }
    }
    Ok(())
}

fn proposal(station: &Path, out: &Path, output: &Output) -> Result<(), Failure> {
    let mut desk = Desk::open(station, now(), Zones::bundled())?;
    let Some(proposal) = desk.proposal()? else {
        return Err(Failure::new("no_proposal", values! {}).of(station));
    };
    let (_, index) = desk.station()?;
    let document = plan_document(&proposal.plan, index);
    if out == Path::new("-") {
        output.text(&document)
    } else {
        super::plan::write(out, &document)
    }
}

/// The head row of a table, in the language of messages.
fn heads(words: &Words) -> Heads {
    let head = |name: &str| words.say(&format!("cli-head-{name}"));
    Heads {
        date: head("date"),
        start: head("start"),
        duration: head("duration"),
        end: head("end"),
        utc_offset: head("utc-offset"),
        title: head("title"),
        episode: head("episode"),
        language: head("language"),
        version: head("version"),
        origin: head("origin"),
    }
}
