//! Publishing on a shared station: the server has revision and deliveries before anything is said to be handed out.

use std::sync::Arc;

use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error};

use super::line::Unanswered;
use super::{SharedError, Standing};
use crate::StoreError;
use crate::revision::{Delivery, INSERT_DELIVERY, INSERT_REVISION, Revision};
use crate::store::Store;

impl Store {
    /// Keeps a new revision on the server and notes what is handed out, all of it, or nothing where `hand_out` fails; then it comes
    /// into the file as what others publish does.
    pub(crate) fn publish_shared(
        &mut self,
        new: Option<(&Revision, &str)>,
        deliveries: &[Delivery],
        hand_out: impl FnOnce() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.may_write()?;
        if let Some(Standing::Offline { .. }) = self.standing() {
            return Err(SharedError::Offline.into());
        }
        let new = new.map(|(revision, content)| (revision.clone(), content.to_owned()));
        let deliveries = deliveries.to_vec();
        let server = self.shared_mut()?.address.server();
        let login = self.shared_mut()?.address.login.clone();
        let noted = Noted { new, deliveries, login };
        self.asked(|line| line.ask(|client| note(client, noted.clone())))?;
        if let Err(refused) = hand_out() {
            self.roll_back();
            return Err(refused);
        }
        let shared = self.shared_mut()?;
        let Some(line) = shared.line.as_ref() else {
            return Err(SharedError::Unsure { server }.into());
        };
        let ended = line.ask_within(line.patience.answer, |client| async move {
            client.batch_execute("COMMIT").await
        });
        match ended {
            Ok(()) => {}
            Err(Unanswered::Refused(error)) => return Err(error.into()),
            Err(Unanswered::Lost(_)) => {
                shared.line = None;
                let settled = self.asked(|line| line.ask(|client| settle(client, noted.clone())));
                settled.map_err(|_| SharedError::Unsure { server })?;
            }
        }
        if let Some(line) = &self.shared_mut()?.line {
            line.set_published();
        }
        // It is published: that the file lags is no failure of that.
        let _ = self.catch_up();
        Ok(())
    }
}

/// What is published: a new revision with its content, and what is handed out, by whom.
#[derive(Clone)]
struct Noted {
    new: Option<(Revision, String)>,
    deliveries: Vec<Delivery>,
    login: String,
}

/// The connection was lost while the server had to keep it: it is kept, whether it was already or not.
async fn settle(client: Arc<Client>, noted: Noted) -> Result<(), Error> {
    // Whatever the lost connection began has ended once this waits for nothing more: only one at a time publishes.
    let again = note(Arc::clone(&client), noted.clone()).await;
    if let Some((revision, _)) = &noted.new {
        // Where the first try was kept, a second of the same number is refused.
        let sql = "SELECT 1 FROM revision WHERE channel = $1 AND number = $2 AND sha256 = $3";
        let of: [&(dyn ToSql + Sync); 3] = [&revision.channel.as_str(), &revision.number, &revision.sha256];
        return match again {
            Ok(()) => client.batch_execute("COMMIT").await,
            Err(refused) => match client.query_opt(sql, &of).await? {
                Some(_) => Ok(()),
                None => Err(refused),
            },
        };
    }
    again?;
    let Some(one) = noted.deliveries.first() else {
        return client.batch_execute("COMMIT").await;
    };
    let sql = "SELECT count(*) FROM delivery
         WHERE channel = $1 AND revision = $2 AND receiver = $3 AND place = $4 AND sha256 = $5 AND author = $6 AND at_ms = $7";
    let (channel, at) = (one.channel.as_str(), one.at.ms());
    let of: [&(dyn ToSql + Sync); 7] = [
        &channel,
        &one.revision,
        &one.receiver,
        &one.place,
        &one.sha256,
        &noted.login,
        &at,
    ];
    let count: i64 = client.query_one(sql, &of).await?.get(0);
    // Beside those of the first try these would stand twice.
    let own = noted.deliveries.iter().filter(|other| is_alike(one, other)).count();
    let end = if count > own as i64 { "ROLLBACK" } else { "COMMIT" };
    client.batch_execute(end).await
}

/// Whether the server could not tell what was handed out from another of the same moment.
fn is_alike(one: &Delivery, other: &Delivery) -> bool {
    (&one.channel, one.revision, &one.receiver, &one.place, &one.sha256)
        == (
            &other.channel,
            other.revision,
            &other.receiver,
            &other.place,
            &other.sha256,
        )
}

/// Notes it in a transaction that is left open.
async fn note(client: Arc<Client>, noted: Noted) -> Result<(), Error> {
    let Noted { new, deliveries, login } = &noted;
    client.batch_execute("BEGIN").await?;
    let noted = async {
        if let Some((revision, content)) = new {
            let (channel, from, days) = (
                revision.channel.as_str(),
                revision.range.from.to_string(),
                i64::from(revision.range.days),
            );
            let at = revision.at.ms();
            let values: [&(dyn ToSql + Sync); 10] = [
                &channel,
                &revision.number,
                &from,
                &days,
                &revision.author,
                &at,
                content,
                &revision.content_sha256,
                &revision.previous,
                &revision.sha256,
            ];
            client.execute(INSERT_REVISION, &values).await?;
        }
        for one in deliveries {
            let (channel, bytes, at) = (
                one.channel.as_str(),
                i64::try_from(one.bytes).unwrap_or(i64::MAX),
                one.at.ms(),
            );
            let values: [&(dyn ToSql + Sync); 10] = [
                &0_i64,
                &channel,
                &one.revision,
                &one.receiver,
                &one.form,
                &one.place,
                &bytes,
                &one.sha256,
                login,
                &at,
            ];
            client.execute(INSERT_DELIVERY, &values).await?;
        }
        Ok(())
    };
    let noted = noted.await;
    if noted.is_err() {
        client.batch_execute("ROLLBACK").await?;
    }
    noted
}
