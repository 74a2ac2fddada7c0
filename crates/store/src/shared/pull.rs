//! Catching up: what others did comes into the file, entry by entry, as the server has it.

use std::collections::BTreeSet;
use std::fmt;

use arna_domain::{ChannelId, Instant};
use rusqlite::Connection;
use tokio_postgres::Row;

use super::line::Line;
use super::{SharedError, Standing, again, moved};
use crate::StoreError;
use crate::edit::Edit;
use crate::journal::{self, Change, ChangeKind, Columns, Entry, Step};
use crate::record::{Kind, Record};
use crate::revert::list;
use crate::store::Store;

/// Entries that are fetched at once.
const AT_ONCE: i64 = 200;

/// Entries after a number and up to another, with what they change.
pub(super) const SINCE: &str = "SELECT * FROM since($1, $2, NULL)";

/// An entry of the server's journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Theirs {
    number: i64,
    op: String,
    args: String,
    author: String,
    at_ms: i64,
    kind: String,
    pub(super) steps: Vec<Step>,
}

impl Theirs {
    /// The entry of a row that begins with these columns, `from` on.
    fn of(row: &Row, from: usize) -> Self {
        Self {
            number: row.get(from),
            op: row.get(from + 1),
            args: row.get(from + 2),
            author: row.get(from + 3),
            at_ms: row.get(from + 4),
            kind: row.get(from + 5),
            steps: Vec::new(),
        }
    }

    /// Whether it is this entry.
    pub(super) fn is(&self, entry: &Entry) -> bool {
        let args = serde_json::to_string(&entry.args).unwrap_or_default();
        (&self.op, &self.args, &self.author, self.at_ms) == (&entry.op, &args, &entry.author, entry.at.ms())
    }

    fn unreadable(&self, why: &impl fmt::Display) -> SharedError {
        SharedError::Unreadable {
            number: self.number,
            author: self.author.clone(),
            what: why.to_string(),
        }
    }

    /// Refuses where a desk could not read what it makes.
    fn is_readable(&self) -> Result<(), SharedError> {
        let reads = |step: &Step| match (step.kind, &step.after) {
            (_, None) => Ok(()),
            (Kind::Airings, Some(after)) => list(Some(after)).map(drop),
            (kind, Some(after)) => Record::of_body(kind, after).map(drop),
        };
        let wrong = self.steps.iter().find_map(|step| Some((step, reads(step).err()?)));
        match wrong {
            None => Ok(()),
            Some((step, why)) => Err(self.unreadable(&format_args!("{} {}: {why}", step.kind.as_str(), step.id))),
        }
    }

    fn entry(&self) -> Result<Entry, SharedError> {
        Ok(Entry {
            op: self.op.clone(),
            args: serde_json::from_str(&self.args).map_err(|error| self.unreadable(&error))?,
            author: self.author.clone(),
            at: Instant::from_ms(self.at_ms),
        })
    }
}

/// Entries of rows that the server's type `news` describes, one row a step.
pub(super) fn news(rows: &[Row]) -> Result<Vec<Theirs>, SharedError> {
    let mut all: Vec<Theirs> = Vec::new();
    for row in rows {
        let number: i64 = row.get(1);
        if all.last().is_none_or(|last| last.number != number) {
            all.push(Theirs::of(row, 1));
        }
        let (Some(kind), Some(last)) = (row.get::<_, Option<String>>(7), all.last_mut()) else {
            continue;
        };
        let columns: Columns = (
            kind,
            row.get(8),
            row.get(9),
            row.get(10),
            row.get(11),
            row.get(12),
            row.get(13),
        );
        let step = Step::of_columns(columns).map_err(|error| last.unreadable(&error))?;
        last.steps.push(step);
    }
    Ok(all)
}

/// Entries after a number with their steps, in order; not more than [`AT_ONCE`].
pub(super) fn fetch(line: &Line, last: i64) -> Result<Vec<Theirs>, SharedError> {
    let Some(ready) = line.ready.clone() else {
        return Ok(Vec::new());
    };
    let until = last.saturating_add(AT_ONCE);
    let rows = line.ask(|client| async move { client.query(&ready.since, &[&last, &until]).await })?;
    news(&rows)
}

/// The server's entry of a number.
pub(super) fn entry_at(line: &Line, number: i64) -> Result<Option<Theirs>, SharedError> {
    let sql = "SELECT number, op, args, author, at_ms, kind FROM journal WHERE number = $1";
    let row = line.ask(|client| async move { client.query_opt(sql, &[&number]).await })?;
    Ok(row.as_ref().map(|row| Theirs::of(row, 0)))
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
            came.extend(self.lightly(|store| store.take_over(fetched, |_| Ok(())))?);
            if is_all {
                break;
            }
        }
        if self.asked(|line| Ok(line.take_published()))?
            && let Err(error) = self.fetch_published()
        {
            if let Some(line) = &self.shared_mut()?.line {
                line.set_published();
            }
            return Err(error);
        }
        Ok(came)
    }

    /// Takes entries of the server over into the file, and writes `beside` in the same transaction. Of entries of which one cannot be
    /// read those before it are taken over.
    pub(crate) fn take_over(
        &mut self,
        mut fetched: Vec<Theirs>,
        beside: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<Vec<Change>, StoreError> {
        let readable = fetched.iter().take_while(|one| one.is_readable().is_ok()).count();
        let wrong = fetched.drain(readable..).next();
        let came = match fetched.is_empty() {
            true => Vec::new(),
            false => self.write_over(fetched, beside)?,
        };
        match wrong.map(|one| one.is_readable()) {
            Some(Err(error)) => {
                self.came.extend(came);
                Err(error.into())
            }
            _ => Ok(came),
        }
    }

    fn write_over(
        &mut self,
        fetched: Vec<Theirs>,
        beside: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<Vec<Change>, StoreError> {
        let server = self.shared_mut()?.address.server();
        let transaction = self.connection.transaction()?;
        let mut came = Vec::new();
        for theirs in fetched {
            let number = theirs.number;
            let diverged = || SharedError::Diverged {
                server: server.clone(),
                number,
            };
            if theirs.number != journal::last_number(&transaction)? + 1 || theirs.kind != "do" {
                return Err(diverged().into());
            }
            let mut edit = Edit::new(&transaction);
            let entry = theirs.entry()?;
            for step in theirs.steps {
                if !again::is_as_before(&transaction, &step)? {
                    return Err(diverged().into());
                }
                edit.take(step)?;
            }
            came.push(journal::write(
                &transaction,
                &entry,
                ChangeKind::Do,
                &edit.into_steps(),
            )?);
        }
        beside(&transaction)?;
        transaction.commit()?;
        self.wrote();
        Ok(came)
    }

    /// Takes over entries of others that end with one of one's own; that.
    pub(crate) fn take_over_own(
        &mut self,
        fetched: Vec<Theirs>,
        beside: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<Change, StoreError> {
        let mut came = self.take_over(fetched, beside)?;
        let own = came
            .pop()
            .ok_or_else(|| StoreError::damaged("the server took no entry"))?;
        self.came.extend(came);
        Ok(own)
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
