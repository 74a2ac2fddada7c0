//! `export workbook` and `import workbook`.

use std::path::Path;
use std::process::ExitCode;

use arna_app::received::At;
use arna_app::workbook::{self, Asked, Change, Field, Missing, Outcome, Proposed, Tongue, Words};
use arna_app::{Desk, Failure, source};
use arna_domain::{Zones, values};
use serde_json::{Value, json};

use super::read::place;
use super::{hand, now};
use crate::arguments::TakenBack;
use crate::output::Output;

pub(super) fn export(station: &Path, out: &Path, output: &Output) -> Result<(), Failure> {
    let read = source::read(station, &Zones::bundled())?;
    let words = words(output);
    let dropped = if out == Path::new("-") {
        let mut book = Vec::new();
        let dropped = workbook::write(&read.station, &words, &mut book)?;
        let printed = output.written(|to| to.write_all(&book));
        printed.or_else(|error: std::io::Error| output.stopped(&error))?;
        dropped
    } else {
        workbook::to_file(&read.station, &words, out)?
    };
    if dropped > 0 {
        output.remark("cli-dropped", &values! { "count" => dropped });
    }
    Ok(())
}

/// What a workbook says around its facts, in the language of messages.
fn words(output: &Output) -> Words {
    let about = |field: &Field| {
        let values = values! { "field" => field.as_str() };
        (field.as_str().to_owned(), output.words.tell("workbook-about", &values))
    };
    Words {
        tongue: Tongue::of(output.words.tag()),
        notes: ["use", "new", "cells"]
            .map(|note| output.words.say(&format!("workbook-note-{note}")))
            .to_vec(),
        columns: Field::ALL.iter().map(about).collect(),
    }
}

pub(super) fn import(asked: &TakenBack, output: &Output) -> Result<ExitCode, Failure> {
    let question = Asked {
        path: &asked.file,
        missing: if asked.remove_missing {
            Missing::Go
        } else {
            Missing::Stay
        },
        tongue: Tongue::of(output.words.tag()),
    };
    if source::kind_of(&asked.station)? == source::Kind::Document {
        if asked.accept {
            return Err(Failure::new("workbook_document", values! {}).of(&asked.station));
        }
        let proposed = workbook::read_for(&asked.station, &Zones::bundled(), &question)?;
        tell(&proposed, &question, output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut desk = Desk::open(&asked.station, now(), Zones::bundled())?;
    if asked.accept {
        let proposed = desk.take_workbook(&question, &hand())?;
        tell(&proposed, &question, output)?;
        if proposed.op.is_some() {
            output.remark("cli-workbook-accepted", &values! {});
        }
    } else {
        let proposed = desk.workbook(&question)?;
        tell(&proposed, &question, output)?;
        if proposed.op.is_some() {
            output.remark("cli-workbook-waits", &values! {});
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn tell(proposed: &Proposed, asked: &Asked<'_>, output: &Output) -> Result<(), Failure> {
    if output.json {
        output.value(&document(proposed))?;
    } else if !proposed.changes.is_empty() {
        let rows = proposed
            .changes
            .iter()
            .flat_map(|change| rows(change, asked.tongue, output));
        let heads =
            ["what", "where", "item", "column", "was", "now"].map(|head| output.words.say(&format!("workbook-{head}")));
        output.table_with_heads(heads.to_vec(), rows.collect())?;
    }
    if !proposed.remarks.is_empty() {
        let rows = proposed.remarks.iter().map(|one| {
            let what = output
                .words
                .tell(&format!("invalid-workbook_{}", one.code), &one.values);
            vec![one.at.shown(), what]
        });
        output.remark_table(&["where", "what"], rows.collect());
    }
    if proposed.further_remarks > 0 {
        output.remark("cli-further-remarks", &values! { "count" => proposed.further_remarks });
    }
    let count = |outcome| proposed.count(outcome);
    let values = values! {
        "rows" => proposed.rows, "added" => count(Outcome::Added), "changed" => count(Outcome::Changed),
        "removed" => count(Outcome::Removed)
    };
    let id = if proposed.op.is_some() {
        "workbook-totals"
    } else {
        "workbook-nothing-new"
    };
    output.remark(id, &values);
    Ok(())
}

/// A row a cell; what a thing is stands in the first.
fn rows(change: &Change, tongue: Tongue, output: &Output) -> Vec<Vec<String>> {
    let what = output.words.say(&format!("workbook-{}", change.outcome.as_str()));
    let item = format!("{}: {}", change.table.name(tongue), change.id);
    let at = change.at.as_ref().map(At::shown).unwrap_or_default();
    if change.cells.is_empty() {
        return vec![vec![what, at, item, String::new(), String::new(), String::new()]];
    }
    let cells = change.cells.iter().enumerate().map(|(number, cell)| {
        let first = |text: &str| if number == 0 { text.to_owned() } else { String::new() };
        let told = |text: &str| text.replace('\n', " ");
        vec![
            first(&what),
            cell.at.shown(),
            first(&item),
            cell.head.clone(),
            told(&cell.was),
            told(&cell.now),
        ]
    });
    cells.collect()
}

fn document(proposed: &Proposed) -> Value {
    let cell = |one: &workbook::CellChange| json!({ "at": place(&one.at), "column": one.head, "was": one.was, "now": one.now });
    let change = |one: &Change| {
        json!({
            "outcome": one.outcome.as_str(), "sheet": one.table.as_str(), "id": one.id, "at": one.at.as_ref().map(place),
            "cells": one.cells.iter().map(cell).collect::<Vec<_>>()
        })
    };
    let remarks = proposed
        .remarks
        .iter()
        .map(|one| json!({ "code": one.code, "at": place(&one.at), "values": one.values }));
    json!({
        "rows": proposed.rows,
        "totals": {
            "added": proposed.count(Outcome::Added), "changed": proposed.count(Outcome::Changed),
            "removed": proposed.count(Outcome::Removed)
        },
        "changes": proposed.changes.iter().map(change).collect::<Vec<_>>(),
        "remarks": remarks.collect::<Vec<_>>(),
        "further_remarks": proposed.further_remarks
    })
}
