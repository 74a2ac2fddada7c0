//! `plan --with`: a range without and with amendments, side by side.

use std::path::Path;

use arna_app::planning::{Cause, Changed, Keep, Policy, Progress};
use arna_app::what_if::{WhatIf, document, what_if};
use arna_app::{Failure, source};
use arna_domain::{Airing, Amendment, Index, Plan, Zones, values};

use super::check::{finding_row, open_row};
use super::difference::because;
use super::plan::{Bar, proven as proven_as};
use crate::output::Output;

pub(super) fn compare(
    station: &Path,
    amendments: &Path,
    policy: &Policy,
    keep: Option<Keep>,
    bar: &Bar<'_>,
    output: &Output,
) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let read = source::read(station, &zones)?;
    let changes = source::amendments(amendments)?;
    let report = |progress: Progress| bar.show(progress);
    let told =
        what_if(&read.station, &read.index, &zones, &changes, policy, keep, &report).map_err(
            |failure| match failure.code.as_str() {
                "amendments_unusable" => failure.of(amendments),
                _ => failure.of(station),
            },
        )?;
    bar.done();
    if output.json {
        return output.value(&document(&told, &read.index, &changes));
    }
    print(&told, &read.index, &changes, output)
}

fn print(told: &WhatIf, before: &Index, changes: &[Amendment], output: &Output) -> Result<(), Failure> {
    let words = &output.words;
    for change in changes {
        output.line(&words.tell(&format!("amendment-{}", change.kind()), &change.values(before)))?;
    }
    let mut rows = airing_rows(told, before, output);
    // By channel and time, whatever happens there.
    rows.sort();
    let rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
    if !rows.is_empty() {
        output.table(&["change", "channel", "date", "start", "what", "why"], rows)?;
    }
    let problems = told.opened.iter().map(|one| open_row(one, words));
    let found = told.found.iter().map(|one| finding_row(one, words));
    let problems: Vec<_> = problems.chain(found).collect();
    if !problems.is_empty() {
        output.line(&words.say("cli-new-problems"))?;
        output.table(&["severity", "where", "date", "what"], problems)?;
    }
    output.table(&["measure", "without", "with", "difference"], measures(told, output))?;
    for (which, plan) in [("without", &told.without), ("with", &told.with)] {
        proven(which, plan, output);
    }
    let breaks = |list: &[Changed]| list.iter().filter(|one| one.airing.origin.is_break()).count();
    output.remark(
        "cli-breaks-change",
        &values! { "lost" => breaks(&told.difference.removed), "added" => breaks(&told.difference.added) },
    );
    Ok(())
}

/// How near one of the plans is to the best possible, where that was asked for.
fn proven(which: &str, plan: &Plan, output: &Output) {
    if let Some((pools, breaks)) = plan.score.short_by_at_most() {
        let which = output.words.say(&format!("cli-head-{which}"));
        output.remark(
            "cli-proven-of",
            &values! { "which" => which, "pools" => proven_as(pools), "breaks" => proven_as(breaks) },
        );
    }
}

/// Programmes and holds that change, each with what it is sorted by.
fn airing_rows(told: &WhatIf, before: &Index, output: &Output) -> Vec<((String, i64), Vec<String>)> {
    let row = |change: &str, airing: &Airing, index: &Index, was: Option<&Airing>, cause: &Cause| {
        let clock = index.clock_of(airing.channel.as_str());
        let wall = |one: &Airing| clock.map_or_else(String::new, |clock| clock.wall_text(one.date, one.start));
        let start = match was {
            Some(was) => format!("{} → {}", wall(was), wall(airing)),
            None => wall(airing),
        };
        let what = airing.version.as_ref().map(ToString::to_string);
        let cells = vec![
            output.words.say(&format!("cli-airing-{change}")),
            airing.channel.to_string(),
            airing.date.to_string(),
            start,
            what.or_else(|| airing.title.clone()).unwrap_or_default(),
            because(cause, &output.words),
        ];
        ((airing.channel.to_string(), airing.start.ms()), cells)
    };
    let shown = |airing: &Airing| !airing.origin.is_break();
    let difference = &told.difference;
    let lost = difference.removed.iter().filter(|one| shown(&one.airing));
    let added = difference.added.iter().filter(|one| shown(&one.airing));
    let moved = difference.moved.iter().filter(|one| shown(&one.after));
    lost.map(|one| row("lost", &one.airing, before, None, &one.cause))
        .chain(added.map(|one| row("added", &one.airing, &told.index, None, &one.cause)))
        .chain(moved.map(|one| row("moved", &one.after, &told.index, Some(&one.before), &one.cause)))
        .collect()
}

fn measures(told: &WhatIf, output: &Output) -> Vec<Vec<String>> {
    let (without, with) = (&told.without, &told.with);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let programmes = |list: &[Airing]| count(list.iter().filter(|one| one.origin.is_programme()).count());
    [
        ("pool", without.score.pool, with.score.pool),
        ("break", without.score.breaks, with.score.breaks),
        ("programmes", programmes(&without.airings), programmes(&with.airings)),
        ("open", count(without.open.len()), count(with.open.len())),
        ("findings", count(without.findings.len()), count(with.findings.len())),
    ]
    .into_iter()
    .map(|(name, before, after)| {
        vec![
            output.words.say(&format!("cli-measure-{name}")),
            before.to_string(),
            after.to_string(),
            format!("{:+}", after - before),
        ]
    })
    .collect()
}
