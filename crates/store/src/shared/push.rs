//! Sending an entry: the server has it before the file keeps it.

use std::sync::Arc;

use rusqlite::Connection;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Row};

use super::line::{Line, Ready, Unanswered};
use super::pull::{self, Theirs};
use super::{Shared, SharedError};
use crate::StoreError;
use crate::journal::{Entry, Step};

/// Offers an entry: base, op, args, instant, and column by column what it changes.
pub(super) const OFFER: &str = "SELECT * FROM offer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

/// What became of an entry that was sent.
pub(crate) enum Sent {
    /// The server has it as the next; or there is no server to have it.
    Taken,
    /// The server has it after entries of others: these, and it as the last.
    TakenAfter(Vec<Theirs>),
    /// Others were quicker: their entries, some at once. The server does not have it.
    Late(Vec<Theirs>),
}

/// Sends the entry that is about to be kept. Where the desk works without the server there is nothing to send.
///
/// # Errors
/// What the server refuses; that it is not there: [`SharedError::Unsure`] where it may have the entry all the same.
pub(crate) fn send(
    shared: &mut Shared,
    connection: &Connection,
    number: i64,
    entry: &Entry,
    steps: &[Step],
) -> Result<Sent, StoreError> {
    if shared.offline.is_some() {
        return Ok(Sent::Taken);
    }
    // The entry stands written in the file already: the last that both have is the one before.
    let line = shared.reach(connection, Some(number - 1))?;
    match offer(line, number - 1, entry, steps) {
        Ok(sent) => Ok(sent),
        Err(Unanswered::Refused(error)) => Err(refusal(shared, number, steps, error).into()),
        Err(Unanswered::Lost(_)) => settle(shared, connection, number, entry, steps),
    }
}

/// What the refusal of an entry means.
fn refusal(shared: &Shared, number: i64, steps: &[Step], error: SharedError) -> SharedError {
    match error {
        // It was the next, so the file is to be as the server: it is not. Or the server has less than the file.
        SharedError::NotAsItWas { .. } | SharedError::Behind => SharedError::Diverged {
            server: shared.address.server(),
            number,
        },
        SharedError::NotPermitted { login, what, .. } => SharedError::NotPermitted {
            kind: steps.first().map(|step| step.kind.as_str().to_owned()),
            id: steps.first().map(|step| step.id.clone()),
            login,
            what,
        },
        other => other,
    }
}

/// The connection was lost while the server had to answer: it is asked what became of the entry.
fn settle(
    shared: &mut Shared,
    connection: &Connection,
    number: i64,
    entry: &Entry,
    steps: &[Step],
) -> Result<Sent, StoreError> {
    let unsure = SharedError::Unsure {
        server: shared.address.server(),
    };
    shared.line = None;
    let Ok(line) = shared.reach(connection, Some(number - 1)) else {
        return Err(unsure.into());
    };
    let mut theirs = pull::fetch(line, number - 1).map_err(|_| unsure.clone())?;
    let own = theirs.iter().position(|one| one.is(entry) && one.steps == steps);
    match own {
        Some(0) => Ok(Sent::Taken),
        Some(own) => {
            theirs.truncate(own + 1);
            Ok(Sent::TakenAfter(theirs))
        }
        // Were it to arrive yet, it would come after these, and what is done again is done already then.
        None if !theirs.is_empty() => Ok(Sent::Late(theirs)),
        None => match offer(line, number - 1, entry, steps) {
            Ok(sent) => Ok(sent),
            // What holds the station may be the first try, which nobody heard of any more.
            Err(Unanswered::Refused(SharedError::Busy { .. }) | Unanswered::Lost(_)) => Err(unsure.into()),
            Err(Unanswered::Refused(error)) => Err(refusal(shared, number, steps, error).into()),
        },
    }
}

fn offer(line: &Line, base: i64, entry: &Entry, steps: &[Step]) -> Result<Sent, Unanswered> {
    let Some(ready) = line.ready.clone() else {
        return Err(Unanswered::Refused(SharedError::Behind));
    };
    let offered = Offered::of(base, entry, steps);
    let rows = line.ask_within(line.patience.answer, move |client| transaction(client, ready, offered))?;
    if rows.is_empty() {
        return Ok(Sent::Taken);
    }
    let is_taken = rows.last().is_some_and(|row| row.get(0));
    let theirs = pull::news(&rows).map_err(Unanswered::Refused)?;
    Ok(match is_taken {
        true => Sent::TakenAfter(theirs),
        false => Sent::Late(theirs),
    })
}

/// An entry with what it changes, column by column.
struct Offered {
    base: i64,
    op: String,
    args: String,
    at: i64,
    kinds: Vec<String>,
    ids: Vec<String>,
    positions: Vec<Option<i64>>,
    froms: Vec<Option<i64>>,
    untils: Vec<Option<i64>>,
    befores: Vec<Option<String>>,
    afters: Vec<Option<String>>,
}

impl Offered {
    fn of(base: i64, entry: &Entry, steps: &[Step]) -> Self {
        let mut offered = Self {
            base,
            op: entry.op.clone(),
            args: serde_json::to_string(&entry.args).unwrap_or_default(),
            at: entry.at.ms(),
            kinds: Vec::new(),
            ids: Vec::new(),
            positions: Vec::new(),
            froms: Vec::new(),
            untils: Vec::new(),
            befores: Vec::new(),
            afters: Vec::new(),
        };
        for step in steps {
            let (kind, id, position, from, until, before, after) = step.columns();
            offered.kinds.push(kind);
            offered.ids.push(id);
            offered.positions.push(position);
            offered.froms.push(from);
            offered.untils.push(until);
            offered.befores.push(before);
            offered.afters.push(after);
        }
        offered
    }
}

/// One transaction, sent at one go: the server goes through it without waiting for the desk in between. Where one is open
/// already, it ends with this.
async fn transaction(client: Arc<Client>, ready: Ready, offered: Offered) -> Result<Vec<Row>, tokio_postgres::Error> {
    let Offered {
        base,
        op,
        args,
        at,
        kinds,
        ids,
        positions,
        froms,
        untils,
        befores,
        afters,
    } = &offered;
    let values: [&(dyn ToSql + Sync); 11] = [
        base, op, args, at, kinds, ids, positions, froms, untils, befores, afters,
    ];
    let (begun, answered, ended) = tokio::join!(
        biased;
        client.batch_execute("BEGIN"),
        client.query(&ready.offer, &values),
        client.batch_execute("COMMIT"),
    );
    begun?;
    let rows = answered?;
    ended?;
    Ok(rows)
}
