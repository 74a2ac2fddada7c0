//! Doing a step again on a station that went on otherwise: as it was meant, where what it names is as it was.

use arna_domain::{Airing, ChannelId, Instant};
use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;
use crate::edit::{body_at, find, next_position};
use crate::journal::{Step, Where};
use crate::record::RecordId;
use crate::revert::{is_called, list, more};
use crate::schedule::{airings_starting, airings_touching};

/// In which manner something is done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Where what it names is as it was.
    IfAsItWas,
    /// Over whatever is there now.
    OnTop,
}

/// What a step comes to now.
pub(super) enum Fit {
    /// This does the same now.
    Do(Step),
    /// It is done already.
    Done,
    /// Somebody changed the same.
    Against,
}

/// Whether what a step names is as the step says it was.
pub(super) fn is_as_before(connection: &Connection, step: &Step) -> Result<bool, StoreError> {
    match step.at {
        Where::Position(position) => Ok(body_at(connection, step.kind, position)? == step.before),
        Where::Starts(from, until) => {
            let channel = ChannelId::new(step.id.as_str());
            Ok(airings_starting(connection, &channel, from, until)? == list(step.before.as_deref())?)
        }
    }
}

/// What a step comes to on the station as it is now.
pub(super) fn fit(connection: &Connection, step: &Step, manner: Manner) -> Result<Fit, StoreError> {
    match step.at {
        Where::Position(position) => fit_record(connection, step, position, manner),
        Where::Starts(from, until) => fit_airings(connection, step, (from, until), manner),
    }
}

fn fit_record(connection: &Connection, step: &Step, position: i64, manner: Manner) -> Result<Fit, StoreError> {
    let new = |position| {
        Fit::Do(Step {
            at: Where::Position(position),
            before: None,
            ..step.clone()
        })
    };
    let Some(before) = &step.before else {
        if !is_called(connection, step)? {
            let place = match body_at(connection, step.kind, position)? {
                None => position,
                Some(_) => next_position(connection, step.kind)?,
            };
            return Ok(new(place));
        }
        return over(connection, step, manner);
    };
    if own_at(connection, step, position)?.as_ref() == Some(before) {
        return Ok(Fit::Do(step.clone()));
    }
    match (over(connection, step, manner)?, manner, &step.after) {
        // It is gone by now: what is put over it is put anew.
        (Fit::Against, Manner::OnTop, Some(_)) => Ok(new(next_position(connection, step.kind)?)),
        (fit, ..) => Ok(fit),
    }
}

/// A step over the record of its name as that is now; against, where there is none.
fn over(connection: &Connection, step: &Step, manner: Manner) -> Result<Fit, StoreError> {
    let found = find(connection, &RecordId::Named(step.kind, step.id.clone()))?;
    Ok(match (found, manner) {
        (Some((_, now)), _) if Some(&now) == step.after.as_ref() => Fit::Done,
        (None, _) if step.after.is_none() => Fit::Done,
        // It is as it was, at a place that another's took.
        (Some((position, now)), _) if Some(&now) == step.before.as_ref() => Fit::Do(Step {
            at: Where::Position(position),
            ..step.clone()
        }),
        (Some((position, now)), Manner::OnTop) => Fit::Do(Step {
            at: Where::Position(position),
            before: Some(now),
            ..step.clone()
        }),
        _ => Fit::Against,
    })
}

/// What stands at a record's place under its name.
fn own_at(connection: &Connection, step: &Step, position: i64) -> Result<Option<String>, StoreError> {
    let sql = "SELECT body FROM record WHERE kind = $1 AND position = $2 AND id = $3";
    let mut select = connection.prepare_cached(sql)?;
    let found = select.query_row(params![step.kind.as_str(), position, step.id], |row| row.get(0));
    Ok(found.optional()?)
}

fn fit_airings(
    connection: &Connection,
    step: &Step,
    (from, until): (Instant, Instant),
    manner: Manner,
) -> Result<Fit, StoreError> {
    let (before, after) = (list(step.before.as_deref())?, list(step.after.as_deref())?);
    let (gone, put) = (more(&before, &after), more(&after, &before));
    let channel = ChannelId::new(step.id.as_str());
    let now = airings_starting(connection, &channel, from, until)?;
    let (lost, due) = (more(&gone, &now), more(&put, &now));
    // Where something else came there as well, it is not what was meant.
    if due.is_empty() && lost.len() == gone.len() && more(&now, &after).is_empty() {
        return Ok(Fit::Done);
    }
    let mut in_the_way: Vec<Airing> = Vec::new();
    for one in &put {
        let mut there = more(
            &airings_touching(connection, Some(&channel), one.start, one.end)?,
            &gone,
        );
        // What was there all along may overlap, as pins do.
        there.retain(|other| !before.contains(other) && !in_the_way.contains(other));
        in_the_way.extend(there);
    }
    if manner == Manner::IfAsItWas && !(lost.is_empty() && in_the_way.is_empty()) {
        return Ok(Fit::Against);
    }
    let from = in_the_way.iter().map(|one| one.start).fold(from, Instant::min);
    let until = in_the_way.iter().map(|one| one.start + 1).fold(until, Instant::max);
    let now = airings_starting(connection, &channel, from, until)?;
    let mut then = more(&more(&now, &gone), &in_the_way);
    then.extend(put);
    then.sort_by_key(|airing| airing.start);
    Ok(Fit::Do(Step {
        at: Where::Starts(from, until),
        before: Some(serde_json::to_string(&now)?),
        after: Some(serde_json::to_string(&then)?),
        ..step.clone()
    }))
}
