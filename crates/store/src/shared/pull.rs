//! Catching up: what others did comes into the file, entry by entry, as the server has it.

use std::collections::BTreeSet;

use arna_domain::{ChannelId, Instant};
use rusqlite::Connection;
use tokio_postgres::Row;

use super::line::Line;
use super::{SharedError, Standing, again, moved};
use crate::edit::Edit;
use crate::journal::{self, Change, ChangeKind, Columns, Entry, Step};
use crate::store::Store;
use crate::{StoreError, postgres};

/// Entries that are fetched at once.
const AT_ONCE: i64 = 200;

/// An entry of the server's journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Theirs {
    number: i64,
    op: String,
    args: String,
    author: String,
    at_ms: i64,
    kind: String,
}

impl Theirs {
    fn of(row: &Row) -> Self {
        Self {
            number: row.get(0),
            op: row.get(1),
            args: row.get(2),
            author: row.get(3),
            at_ms: row.get(4),
            kind: row.get(5),
        }
    }

    /// Whether it is this entry.
    pub(super) fn is(&self, entry: &Entry) -> bool {
        let args = serde_json::to_string(&entry.args).unwrap_or_default();
        (&self.op, &self.args, &self.author, self.at_ms) == (&entry.op, &args, &entry.author, entry.at.ms())
    }

    fn entry(&self) -> Result<Entry, SharedError> {
        Ok(Entry {
            op: self.op.clone(),
            args: postgres::values_of(&self.args)?,
            author: self.author.clone(),
            at: Instant::from_ms(self.at_ms),
        })
    }
}

/// The server's entry of a number.
pub(super) fn entry_at(line: &Line, number: i64) -> Result<Option<Theirs>, SharedError> {
    let sql = "SELECT number, op, args, author, at_ms, kind FROM journal WHERE number = $1";
    let row = line.ask(|client| async move { client.query_opt(sql, &[&number]).await })?;
    Ok(row.as_ref().map(Theirs::of))
}

/// Refuses where the server tells otherwise of an entry that the file has as the last in common.
pub(super) fn is_common(line: &Line, connection: &Connection, number: i64, server: &str) -> Result<(), StoreError> {
    let own = journal::log(connection, number + 1, 1)?.pop();
    let theirs = entry_at(line, number)?;
    let same = match (&own, &theirs) {
        (Some(own), Some(theirs)) => theirs.is(&Entry {
            op: own.op.clone(),
            args: own.args.clone(),
            author: own.author.clone(),
            at: own.at,
        }),
        _ => false,
    };
    match same {
        true => Ok(()),
        false => Err(SharedError::Diverged {
            server: server.to_owned(),
            number,
        }
        .into()),
    }
}

impl Store {
    /// Brings the file up to date with the server: the entries that came, in order, and what was published.
    ///
    /// # Errors
    /// [`SharedError::Offline`]; that the server is not there; [`SharedError::Diverged`] where what comes does not follow from
    /// what is there; when the file cannot be written.
    pub fn catch_up(&mut self) -> Result<Vec<Change>, StoreError> {
        self.may_write()?;
        if let Some(Standing::Offline { .. }) = self.standing() {
            return Err(SharedError::Offline.into());
        }
        let mut came = Vec::new();
        loop {
            let last = journal::last_number(&self.connection)?;
            let fetched = self.asked(|line| fetch(line, last))?;
            let is_all = i64::try_from(fetched.len()).is_ok_and(|some| some < AT_ONCE);
            came.extend(self.take_over(fetched)?);
            if is_all {
                break;
            }
        }
        self.fetch_published()?;
        Ok(came)
    }

    fn take_over(&mut self, fetched: Vec<(Theirs, Vec<Step>)>) -> Result<Vec<Change>, StoreError> {
        if fetched.is_empty() {
            return Ok(Vec::new());
        }
        let server = self.shared_mut()?.address.server();
        let transaction = self.connection.transaction()?;
        let mut came = Vec::new();
        for (theirs, steps) in fetched {
            let diverged = || SharedError::Diverged {
                server: server.clone(),
                number: theirs.number,
            };
            if theirs.number != journal::last_number(&transaction)? + 1 || theirs.kind != "do" {
                return Err(diverged().into());
            }
            let mut edit = Edit::new(&transaction);
            for step in steps {
                if !again::is_as_before(&transaction, &step)? {
                    return Err(diverged().into());
                }
                edit.take(step)?;
            }
            let entry = theirs.entry()?;
            came.push(journal::write(
                &transaction,
                &entry,
                ChangeKind::Do,
                &edit.into_steps(),
            )?);
        }
        transaction.commit()?;
        self.wrote();
        Ok(came)
    }

    /// Fetches revisions and deliveries that the file lacks.
    fn fetch_published(&mut self) -> Result<(), StoreError> {
        let known = self.revisions(None)?;
        let channels: BTreeSet<&ChannelId> = known.iter().map(|one| &one.channel).collect();
        let last = |channel: &ChannelId| {
            known
                .iter()
                .rfind(|one| one.channel == *channel)
                .map_or(0, |one| one.number)
        };
        let numbers: Vec<i64> = channels.iter().map(|channel| last(channel)).collect();
        let channels: Vec<String> = channels.iter().map(ToString::to_string).collect();
        let delivered: i64 = self
            .connection
            .query_row("SELECT coalesce(max(number), 0) FROM delivery", [], |row| row.get(0))?;
        let (revisions, deliveries) = self.asked(|line| {
            line.ask(|client| async move {
                let revisions = "SELECT row_to_json(one)::text FROM revision AS one
                     LEFT JOIN unnest($1::text[], $2::bigint[]) AS known (channel, number) ON known.channel = one.channel
                     WHERE one.number > coalesce(known.number, 0) ORDER BY one.channel, one.number";
                let deliveries =
                    "SELECT row_to_json(one)::text FROM delivery AS one WHERE number > $1 ORDER BY number";
                // What was handed out is asked first: its revisions are there by then.
                let deliveries = client.query(deliveries, &[&delivered]).await?;
                let revisions = client.query(revisions, &[&channels, &numbers]).await?;
                let texts = |rows: Vec<Row>| rows.iter().map(|row| row.get(0)).collect::<Vec<String>>();
                Ok((texts(revisions), texts(deliveries)))
            })
        })?;
        if revisions.is_empty() && deliveries.is_empty() {
            return Ok(());
        }
        self.write_beside(|connection| {
            moved::put(connection, &moved::REVISION, &revisions)?;
            moved::put(connection, &moved::DELIVERY, &deliveries)
        })
    }
}

/// Entries after a number with their steps, in order, and not more than so many.
fn fetch(line: &Line, last: i64) -> Result<Vec<(Theirs, Vec<Step>)>, SharedError> {
    let (entries, steps) = line.ask(|client| async move {
        let entries = "SELECT number, op, args, author, at_ms, kind FROM journal
             WHERE number > $1 ORDER BY number LIMIT $2";
        let steps = "SELECT number, kind, id, position, from_ms, until_ms, body_before, body_after FROM journal_change
             WHERE number > $1 AND number <= $2 ORDER BY number, turn";
        let entries = client.query(entries, &[&last, &AT_ONCE]).await?;
        let Some(until) = entries.last().map(|row| row.get::<_, i64>(0)) else {
            return Ok((entries, Vec::new()));
        };
        Ok((entries, client.query(steps, &[&last, &until]).await?))
    })?;
    let mut fetched: Vec<(Theirs, Vec<Step>)> = entries.iter().map(|row| (Theirs::of(row), Vec::new())).collect();
    for row in &steps {
        let number: i64 = row.get(0);
        let columns: Columns = (
            row.get(1),
            row.get(2),
            row.get(3),
            row.get(4),
            row.get(5),
            row.get(6),
            row.get(7),
        );
        let step = Step::of_columns(columns).map_err(|error| SharedError::Unreadable {
            what: error.to_string(),
        })?;
        if let Some((_, own)) = fetched.iter_mut().find(|(theirs, _)| theirs.number == number) {
            own.push(step);
        }
    }
    Ok(fetched)
}
