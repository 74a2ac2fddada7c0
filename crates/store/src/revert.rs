//! Taking back one entry of the journal on its own, whatever was done since, as long as that did not touch the same.

use std::collections::HashMap;

use arna_domain::{Airing, Instant};
use rusqlite::{Connection, params};

use crate::StoreError;
use crate::edit::{Edit, body_at, next_position};
use crate::journal::{self, Change, ChangeKind, Step, Where};
use crate::schedule::{airings_starting, airings_touching};

impl Edit<'_> {
    /// Takes back what an entry did. The records that it changed must be as it left them. Of airings it takes out what it put in and
    /// puts back what it took out; what it put in must be there still, and nothing else may air since where something comes back.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`], [`StoreError::EntryUndone`]; [`StoreError::TouchedSince`] with the later entry; when the file
    /// cannot be written.
    pub fn revert(&mut self, number: i64) -> Result<Change, StoreError> {
        let entry = journal::log(self.connection, number.saturating_add(1), 1)?.pop();
        let entry = entry
            .filter(|entry| entry.number == number && entry.kind == ChangeKind::Do)
            .ok_or(StoreError::NoSuchEntry { number })?;
        if entry.undone {
            return Err(StoreError::EntryUndone { number });
        }
        for step in journal::steps_of(self.connection, number)?.into_iter().rev() {
            let back = match step.at {
                Where::Position(position) => self.record_back(&step, position, number)?,
                Where::Starts(from, until) => self.airings_back(&step, from, until, number)?,
            };
            self.take(back)?;
        }
        Ok(entry)
    }

    fn record_back(&self, step: &Step, position: i64, number: i64) -> Result<Step, StoreError> {
        let touched = || touched_since(self.connection, number, step, |_| Ok(true));
        let there = body_at(self.connection, step.kind, position)?;
        let back = step.clone().inverse();
        if let Some(after) = &step.after {
            return if there.as_deref() == Some(after) {
                Ok(back)
            } else {
                Err(touched()?)
            };
        }
        if is_called(self.connection, step)? {
            return Err(touched()?);
        }
        // Its old place may be another's by now.
        let position = match there {
            None => position,
            Some(_) => next_position(self.connection, step.kind)?,
        };
        Ok(Step {
            at: Where::Position(position),
            ..back
        })
    }

    fn airings_back(&self, step: &Step, from: Instant, until: Instant, number: i64) -> Result<Step, StoreError> {
        let (before, after) = (list(step.before.as_deref())?, list(step.after.as_deref())?);
        let (gone, put) = (more(&before, &after), more(&after, &before));
        let channel = arna_domain::ChannelId::new(step.id.as_str());
        let now = airings_starting(self.connection, &channel, from, until)?;
        if let Some(lost) = more(&put, &now).first() {
            let takes = |later: &Step| {
                let before = list(later.before.as_deref())?;
                Ok(before.contains(lost) && !list(later.after.as_deref())?.contains(lost))
            };
            return Err(touched_since(self.connection, number, step, takes)?);
        }
        for back in &gone {
            let there = airings_touching(self.connection, Some(&channel), back.start, back.end)?;
            let mut others = more(&there, &put);
            // What was there all along may overlap, as pins do.
            others.retain(|other| !(before.contains(other) && after.contains(other)));
            if let Some(other) = others.first() {
                let puts = |later: &Step| {
                    let after = list(later.after.as_deref())?;
                    Ok(after.contains(other) && !list(later.before.as_deref())?.contains(other))
                };
                if let found @ StoreError::TouchedSince { .. } = touched_since(self.connection, number, step, puts)? {
                    return Err(found);
                }
            }
        }
        let mut then = more(&now, &put);
        then.extend(gone);
        then.sort_by_key(|airing| airing.start);
        Ok(Step {
            before: Some(serde_json::to_string(&now)?),
            after: Some(serde_json::to_string(&then)?),
            ..step.clone()
        })
    }
}

/// The refusal that names the last later entry which touches what a step did, so far as it does; where none is found, what came
/// after was not by the journal.
fn touched_since(
    connection: &Connection,
    number: i64,
    step: &Step,
    touches: impl Fn(&Step) -> Result<bool, StoreError>,
) -> Result<StoreError, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT journal.number FROM journal JOIN journal_change ON journal_change.number = journal.number
         WHERE journal.number > $1 AND journal.kind = 'do' AND journal.state = 'done'
           AND journal_change.kind = $2 AND journal_change.id = $3
         ORDER BY journal.number DESC",
    )?;
    let later: Vec<i64> = select
        .query_map(params![number, step.kind.as_str(), step.id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for by in later {
        for later in journal::steps_of(connection, by)? {
            if later.kind == step.kind && later.id == step.id && touches(&later)? {
                let entry = journal::log(connection, by + 1, 1)?.pop();
                let (op, author) = entry.map(|entry| (entry.op, entry.author)).unwrap_or_default();
                return Ok(StoreError::TouchedSince {
                    number,
                    by,
                    op,
                    author,
                    id: step.id.clone(),
                });
            }
        }
    }
    Ok(StoreError::damaged(format!(
        "the journal does not tell who changed {}",
        step.id
    )))
}

/// Whether a record is called as this step's.
pub(crate) fn is_called(connection: &Connection, step: &Step) -> Result<bool, StoreError> {
    let mut select = connection.prepare_cached("SELECT 1 FROM record WHERE kind = $1 AND id = $2")?;
    Ok(select.exists(params![step.kind.as_str(), step.id])?)
}

pub(crate) fn list(body: Option<&str>) -> Result<Vec<Airing>, StoreError> {
    Ok(serde_json::from_str(body.unwrap_or("[]"))?)
}

/// What the one list has more than the other, as often as it has it more.
pub(crate) fn more(list: &[Airing], other: &[Airing]) -> Vec<Airing> {
    let mut others: HashMap<Instant, Vec<&Airing>> = HashMap::new();
    for one in other {
        others.entry(one.start).or_default().push(one);
    }
    let is_more = |one: &&Airing| {
        let others = others.get_mut(&one.start);
        match others.and_then(|others| Some((others.iter().position(|other| other == one)?, others))) {
            Some((same, others)) => {
                others.swap_remove(same);
                false
            }
            None => true,
        }
    };
    list.iter().filter(is_more).cloned().collect()
}
