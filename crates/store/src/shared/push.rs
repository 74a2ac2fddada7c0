//! Sending an entry: the server has it before the file keeps it.

use std::sync::Arc;

use rusqlite::Connection;
use tokio_postgres::Client;
use tokio_postgres::types::ToSql;

use super::line::{Line, Ready, Unanswered};
use super::{Shared, SharedError, pull};
use crate::StoreError;
use crate::journal::{Columns, Entry, Step};

/// Sends the entry that is about to be kept. Where the desk works without the server there is nothing to send.
///
/// # Errors
/// [`SharedError::Behind`] where the server has entries that the file lacks; what it refuses; that it is not there:
/// [`SharedError::Unsure`] where it may have the entry all the same.
pub(crate) fn send(
    shared: &mut Shared,
    connection: &Connection,
    number: i64,
    entry: &Entry,
    steps: &[Step],
) -> Result<(), StoreError> {
    if shared.offline.is_some() {
        return Ok(());
    }
    let server = shared.address.server();
    let changed = |error| match error {
        // The number was the next, so the file is to be as the server: it is not.
        SharedError::NotAsItWas { .. } => SharedError::Diverged {
            server: server.clone(),
            number,
        },
        SharedError::NotPermitted { login, what, .. } => SharedError::NotPermitted {
            kind: steps.first().map(|step| step.kind.as_str().to_owned()),
            id: steps.first().map(|step| step.id.clone()),
            login,
            what,
        },
        other => other,
    };
    // The entry stands written in the file already: the last that both have is the one before.
    let line = shared.reach(connection, Some(number - 1))?;
    match write(line, number, entry, steps) {
        Ok(()) => Ok(()),
        Err(Unanswered::Refused(error)) => Err(changed(error).into()),
        Err(Unanswered::Lost(_)) => settle(shared, connection, number, entry, steps),
    }
}

/// The connection was lost while the server had to answer: it is asked what became of the entry.
fn settle(
    shared: &mut Shared,
    connection: &Connection,
    number: i64,
    entry: &Entry,
    steps: &[Step],
) -> Result<(), StoreError> {
    let unsure = SharedError::Unsure {
        server: shared.address.server(),
    };
    shared.line = None;
    let Ok(line) = shared.reach(connection, Some(number - 1)) else {
        return Err(unsure.into());
    };
    let there = pull::entry_at(line, number).map_err(|_| unsure.clone())?;
    match there {
        Some(there) if there.is(entry) => Ok(()),
        Some(_) => Err(SharedError::Behind.into()),
        None => match write(line, number, entry, steps) {
            Ok(()) => Ok(()),
            Err(Unanswered::Refused(error)) => Err(error.into()),
            Err(Unanswered::Lost(_)) => Err(unsure.into()),
        },
    }
}

fn write(line: &Line, number: i64, entry: &Entry, steps: &[Step]) -> Result<(), Unanswered> {
    let Some(ready) = line.ready.clone() else {
        return Err(Unanswered::Refused(SharedError::Behind));
    };
    let args = serde_json::to_string(&entry.args).unwrap_or_default();
    let (op, author, at) = (entry.op.clone(), entry.author.clone(), entry.at.ms());
    let rows: Vec<Columns> = steps.iter().map(Step::columns).collect();
    line.ask_within(line.patience.answer, move |client| {
        transaction(client, ready, number, (op, args, author, at), rows)
    })
}

/// One transaction, sent at one go: the server goes through it without waiting for the desk in between.
async fn transaction(
    client: Arc<Client>,
    ready: Ready,
    number: i64,
    (op, args, author, at): (String, String, String, i64),
    rows: Vec<Columns>,
) -> Result<(), tokio_postgres::Error> {
    let entry: [&(dyn ToSql + Sync); 7] = [&number, &op, &args, &author, &at, &"do", &None::<i64>];
    let change = async |turn: i64, row: &Columns| {
        let (kind, id, position, from, until, before, after) = row;
        let values: [&(dyn ToSql + Sync); 9] = [&number, &turn, kind, id, position, from, until, before, after];
        client.execute(&ready.change, &values).await
    };
    let changes = futures_util::future::join_all((0_i64..).zip(&rows).map(|(turn, row)| change(turn, row)));
    let (begun, entered, changed, ended) = tokio::join!(
        biased;
        client.batch_execute("BEGIN"),
        client.execute(&ready.entry, &entry),
        changes,
        client.batch_execute("COMMIT"),
    );
    begun?;
    entered?;
    for one in changed {
        one?;
    }
    ended
}
