//! `undo`, `redo`, `log`.

use std::path::Path;

use arna_app::desk::{Change, ChangeKind};
use arna_app::{Desk, Failure};
use arna_domain::{Zones, values};
use serde_json::{Value, json};

use super::{hand, now};
use crate::output::Output;
use crate::words::Words;

pub(super) fn undo(station: &Path, output: &Output) -> Result<(), Failure> {
    let done = Desk::open(station, now(), Zones::bundled())?.undo(&hand())?;
    told(done, "cli-undone", "cli-nothing-to-undo", output)
}

pub(super) fn redo(station: &Path, output: &Output) -> Result<(), Failure> {
    let done = Desk::open(station, now(), Zones::bundled())?.redo(&hand())?;
    told(done, "cli-redone", "cli-nothing-to-redo", output)
}

fn told(done: Option<Change>, message: &str, nothing: &str, output: &Output) -> Result<(), Failure> {
    if output.json {
        return output.value(&done.as_ref().map_or(Value::Null, value));
    }
    match done {
        Some(change) => output.remark(message, &values! { "op" => name(&change, &output.words) }),
        None => output.remark(nothing, &values! {}),
    }
    Ok(())
}

pub(super) fn log(station: &Path, limit: u32, output: &Output) -> Result<(), Failure> {
    let changes = Desk::log_of(station, None, limit)?;
    if output.json {
        return output.value(&changes.iter().map(value).collect());
    }
    let rows = changes.iter().map(|change| {
        let what = what(change, &output.words);
        let undone = if change.undone {
            output.words.say("cli-was-undone")
        } else {
            String::new()
        };
        vec![
            change.number.to_string(),
            change.at.to_string(),
            change.author.clone(),
            what,
            undone,
        ]
    });
    output.table(&["number", "when", "who", "what", "state"], rows.collect())
}

/// What an entry did, or undid.
pub(super) fn what(change: &Change, words: &Words) -> String {
    let op = name(change, words);
    match change.kind {
        ChangeKind::Found | ChangeKind::Do => op,
        ChangeKind::Undo { .. } => words.tell("cli-undone", &values! { "op" => op }),
        ChangeKind::Redo { .. } => words.tell("cli-redone", &values! { "op" => op }),
    }
}

fn name(change: &Change, words: &Words) -> String {
    words.tell(&format!("op-{}", change.op), &change.args)
}

/// An entry as JSON.
pub(super) fn value(change: &Change) -> Value {
    let (kind, of) = match change.kind {
        ChangeKind::Found => ("found", None),
        ChangeKind::Do => ("do", None),
        ChangeKind::Undo { of } => ("undo", Some(of)),
        ChangeKind::Redo { of } => ("redo", Some(of)),
    };
    json!({
        "number": change.number, "op": change.op, "args": change.args, "author": change.author, "at": change.at,
        "kind": kind, "of": of, "undone": change.undone
    })
}
