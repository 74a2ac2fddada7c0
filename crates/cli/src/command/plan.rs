//! `plan`.

use std::ops::ControlFlow;
use std::path::Path;

use arna_app::export::plan_document;
use arna_app::planning::{
    self, Difference, Earned, Keep, NotWritten, Policy, Progress, Proof, Replanned, Step, Sum, percent,
};
use arna_app::shared::Moved;
use arna_app::{Desk, Failure, source};
use arna_domain::{Airing, DateRange, Index, Plan, Zones, values};
use indicatif::{ProgressBar, ProgressStyle};

use super::difference::{self, tell};
use super::{hand, now, threads, what_if};
use crate::arguments::{self, Kept};
use crate::output::Output;
use crate::words::Words;

pub(super) fn plan(asked: &arguments::Plan, output: &Output) -> Result<(), Failure> {
    let range = asked.dates.range()?;
    asked.out.as_deref().map_or(Ok(()), Failure::if_folder_missing)?;
    let policy = Policy {
        range,
        seed: asked.seed,
        effort: asked.effort,
        threads: threads(asked.threads),
        proof: if asked.bound { Proof::Given } else { Proof::Spared },
    };
    let bar = Bar::new(&output.words);
    let report = |progress: Progress| bar.show(progress);
    if let Some(document) = &asked.with {
        return what_if::compare(&asked.station, document, &policy, wanted(asked), &bar, output);
    }
    match source::kind_of(&asked.station)? {
        source::Kind::Document if asked.accept => {
            Err(Failure::new("document_takes_no_plan", values! {}).of(&asked.station))
        }
        source::Kind::Document => {
            let source::Read { station, index, .. } = source::read(&asked.station, &Zones::bundled())?;
            // All else that it says is in the index, and a large station takes much memory.
            let schedule = station.schedule;
            let Some(keep) = keep_of(asked, &schedule, policy.range, output) else {
                return calculate(&index, &schedule, &policy, &bar, asked, output);
            };
            let Replanned { plan, difference } = planning::replan(&index, &schedule, &policy, keep, &report)?;
            bar.done();
            save(&plan, &index, asked)?;
            print(&plan, Some(&difference), &index, asked, output)
        }
        source::Kind::File => {
            let mut desk = Desk::open(&asked.station, now(), Zones::bundled())?;
            let keep = keep_of(asked, &desk.station()?.0.schedule, policy.range, output);
            let (plan, difference) = match keep {
                None => (desk.calculate(&policy, &report)?, None),
                Some(keep) => both(desk.replan(&policy, keep, &report)?),
            };
            bar.done();
            save(&plan, desk.station()?.1, asked)?;
            if asked.accept {
                desk.accept(&hand())?;
                output.remark(
                    "cli-accepted",
                    &values! { "airings" => plan.airings.len(), "days" => plan.range.days },
                );
                if asked.out.is_none() && !output.json {
                    let (_, index) = desk.station()?;
                    difference.iter().for_each(|difference| tell(difference, index, output));
                    return Ok(());
                }
            }
            let (_, index) = desk.station()?;
            print(&plan, difference.as_ref(), index, asked, output)
        }
    }
}

/// Plans a document's station, and writes the plan as it is made.
fn calculate(
    index: &Index,
    schedule: &[Airing],
    policy: &Policy,
    bar: &Bar<'_>,
    asked: &arguments::Plan,
    output: &Output,
) -> Result<(), Failure> {
    let report = |progress: Progress| {
        let shown = bar.show(progress);
        // Writing begins.
        if progress.step == Step::Breaks && progress.done == progress.total {
            bar.done();
        }
        shown
    };
    let sum = match &asked.out {
        Some(path) => planning::calculate_to_file(index, schedule, policy, &report, path)?,
        None => {
            let sum = output.written(|to| planning::calculate_to(index, schedule, policy, &report, to));
            match sum {
                Ok(sum) => sum,
                Err(NotWritten::Failure(failure)) => return Err(failure),
                Err(NotWritten::Receiver(error)) => return output.stopped(&error),
            }
        }
    };
    bar.done();
    told(&sum, output);
    Ok(())
}

/// What is to be kept, if anything is. Where nothing is accepted there is nothing to keep to, and every airing of the plan would
/// seem a change; but what is over is over with nothing on air, too.
fn keep_of(asked: &arguments::Plan, schedule: &[Airing], range: DateRange, output: &Output) -> Option<Keep> {
    let keep = wanted(asked)?;
    let is_over = matches!(keep, Keep::Aired { .. });
    if is_over || schedule.iter().any(|airing| range.holds(airing.date)) {
        return Some(keep);
    }
    output.remark("cli-nothing-accepted", &values! {});
    None
}

/// What has aired comes with its instant: the arguments see to that.
pub(super) fn wanted(asked: &arguments::Plan) -> Option<Keep> {
    match (asked.keep?, asked.now) {
        (Kept::Aired, Some(before)) => Some(Keep::Aired { before }),
        (Kept::Aired, None) => None,
        (Kept::Pinned, _) => Some(Keep::Pinned),
        (Kept::Accepted, _) => Some(Keep::Accepted),
    }
}

fn both(again: Replanned) -> (Plan, Option<Difference>) {
    (again.plan, Some(again.difference))
}

/// Writes the plan document to the file asked for: before the plan is accepted, since a plan that cannot be written is not.
fn save(plan: &Plan, index: &Index, asked: &arguments::Plan) -> Result<(), Failure> {
    let out = asked.out.as_deref();
    out.map_or(Ok(()), |path| write(path, &plan_document(plan, index)))
}

/// Prints the plan document where it went to no file. A difference is told beside it; as JSON, where the plan is printed too, one
/// object holds both.
fn print(
    plan: &Plan,
    difference: Option<&Difference>,
    index: &Index,
    asked: &arguments::Plan,
    output: &Output,
) -> Result<(), Failure> {
    match (&asked.out, difference.filter(|_| output.json)) {
        (None, None) => output.text(&plan_document(plan, index))?,
        (None, Some(changed)) => {
            let plan: serde_json::Value = serde_json::from_str(&plan_document(plan, index)).unwrap_or_default();
            output.value(&serde_json::json!({ "plan": plan, "difference": difference::value(changed, index) }))?;
        }
        (Some(_), None) => {}
        (Some(_), Some(changed)) => output.value(&difference::value(changed, index))?,
    }
    if let Some(difference) = difference.filter(|_| !output.json) {
        tell(difference, index, output);
    }
    told(&Sum::of(plan), output);
    Ok(())
}

/// How much a plan holds, what it is worth and how near that is to the best possible.
fn told(sum: &Sum, output: &Output) {
    output.remark(
        "cli-planned",
        &values! {
            "airings" => sum.airings, "open" => sum.open, "findings" => sum.findings,
            "pool" => sum.score.pool, "break" => sum.score.breaks
        },
    );
    if let Some((pools, breaks)) = sum.score.short_by_at_most() {
        let values = values! { "pools" => proven(pools), "breaks" => proven(breaks) };
        output.remark("cli-proven", &values);
    }
}

/// By how many percent a score may fall short of the best possible; `best` where it is proven to be that.
pub(super) fn proven(percents: f64) -> String {
    if percents == 0.0 {
        "best".to_owned()
    } else {
        percent(percents)
    }
}

/// Writes a whole document to a file, or leaves it as it was.
pub(super) fn write(path: &Path, document: &str) -> Result<(), Failure> {
    arna_app::export::replace_file(path, |to| std::io::Write::write_all(to, document.as_bytes()))
}

/// How far a calculation or a station on its way is, on standard error; nothing where nobody looks.
pub(super) struct Bar<'a> {
    bar: ProgressBar,
    words: &'a Words,
}

impl<'a> Bar<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{prefix:24} {bar:40} {pos}/{len} {elapsed} {msg}") {
            bar.set_style(style);
        }
        Self { bar, words }
    }

    pub(super) fn show(&self, progress: Progress) -> ControlFlow<()> {
        self.bar
            .set_prefix(self.words.say(&format!("step-{}", progress.step.as_str())));
        self.bar
            .set_message(progress.earned.map_or_else(String::new, |one| self.earned(one)));
        self.bar.set_length(progress.total);
        self.bar.set_position(progress.done);
        ControlFlow::Continue(())
    }

    /// How far a station between file and server is.
    pub(super) fn moved(&self, moved: Moved) -> ControlFlow<()> {
        self.bar.set_prefix(self.words.say("step-moving"));
        self.bar.set_length(moved.total);
        self.bar.set_position(moved.done);
        ControlFlow::Continue(())
    }

    fn earned(&self, earned: Earned) -> String {
        let score = earned.score;
        match earned.short_by_at_most() {
            Some(share) => {
                let values = values! { "score" => score, "short" => percent(share) };
                self.words.tell("earned-within", &values)
            }
            None => self.words.tell("earned", &values! { "score" => score }),
        }
    }

    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
