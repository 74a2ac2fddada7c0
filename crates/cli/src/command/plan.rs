//! `plan`.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_app::export::plan_document;
use arna_app::planning::{self, Policy, Progress, Proof};
use arna_app::{Desk, Failure, source};
use arna_domain::{DateRange, Index, Plan, Zones, values};
use indicatif::{ProgressBar, ProgressStyle};

use super::{hand, now, what_if};
use crate::arguments;
use crate::output::Output;
use crate::words::Words;

pub(super) fn plan(asked: &arguments::Plan, output: &Output) -> Result<(), Failure> {
    let dates = asked.dates;
    let range = DateRange::new(dates.from, dates.days).ok_or_else(|| {
        Failure::new(
            "range_too_long",
            values! { "days" => dates.days, "most" => DateRange::LONGEST },
        )
    })?;
    let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let policy = Policy {
        range,
        seed: asked.seed,
        effort: asked.effort,
        threads: asked.threads.unwrap_or(cores),
        proof: if asked.bound { Proof::Given } else { Proof::Spared },
    };
    let bar = Bar::new(&output.words);
    let report = |progress: Progress| bar.show(progress);
    if let Some(document) = &asked.with {
        return what_if::compare(&asked.station, document, &policy, &bar, output);
    }
    match source::kind_of(&asked.station)? {
        source::Kind::Document if asked.accept => {
            Err(Failure::new("document_takes_no_plan", values! {}).of(&asked.station))
        }
        source::Kind::Document => {
            let read = source::read(&asked.station, &Zones::bundled())?;
            let plan = planning::calculate(&read.index, &read.station.schedule, &policy, &report)?;
            bar.done();
            print(&plan, &read.index, asked, output)
        }
        source::Kind::File => {
            let mut desk = Desk::open(&asked.station, now(), Zones::bundled())?;
            let plan = desk.calculate(&policy, &report)?;
            bar.done();
            if asked.accept {
                desk.accept(&hand())?;
                output.remark(
                    "cli-accepted",
                    &values! { "airings" => plan.airings.len(), "days" => plan.range.days },
                );
                if asked.out.is_none() && !output.json {
                    return Ok(());
                }
            }
            let (_, index) = desk.station()?;
            print(&plan, index, asked, output)
        }
    }
}

fn print(plan: &Plan, index: &Index, asked: &arguments::Plan, output: &Output) -> Result<(), Failure> {
    let document = plan_document(plan, index);
    match &asked.out {
        None => output.text(&document)?,
        Some(path) => write(path, &document)?,
    }
    output.remark(
        "cli-planned",
        &values! {
            "airings" => plan.airings.len(), "open" => plan.open.len(), "findings" => plan.findings.len(),
            "pool" => plan.score.pool, "break" => plan.score.breaks
        },
    );
    if let Some((pools, breaks)) = plan.score.short_by_at_most() {
        output.remark(
            "cli-proven",
            &values! { "pools" => percent(pools), "breaks" => percent(breaks) },
        );
    }
    Ok(())
}

/// Writes a whole document to a file, or leaves it as it was.
pub(super) fn write(path: &Path, document: &str) -> Result<(), Failure> {
    arna_app::export::replace_file(path, |to| std::io::Write::write_all(to, document.as_bytes()))
}

/// Rounded up: a proof says no more than it shows.
fn percent(share: f64) -> String {
    format!("{:.2}", (share * 100.0).ceil() / 100.0)
}

/// How far a calculation is, on standard error; nothing where nobody looks.
pub(super) struct Bar<'a> {
    bar: ProgressBar,
    words: &'a Words,
}

impl<'a> Bar<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {bar:40} {pos}/{len} {elapsed}") {
            bar.set_style(style);
        }
        Self { bar, words }
    }

    pub(super) fn show(&self, progress: Progress) -> ControlFlow<()> {
        self.bar
            .set_message(self.words.say(&format!("step-{}", progress.step.as_str())));
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
        ControlFlow::Continue(())
    }

    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
