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
        self.asked(|line| line.ask(|client| note(client, new, deliveries, login)))?;
        if let Err(refused) = hand_out() {
            // Nobody waits for a connection that is gone: what it began is gone with it.
            let _ = self.asked(|line| line.ask(|client| async move { client.batch_execute("ROLLBACK").await }));
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
            Err(Unanswered::Lost(_)) => return Err(SharedError::Unsure { server }.into()),
        }
        if let Some(line) = &self.shared_mut()?.line {
            line.has_published();
        }
        // It is published: that the file lags is no failure of that.
        let _ = self.catch_up();
        Ok(())
    }
}

async fn note(
    client: Arc<Client>,
    new: Option<(Revision, String)>,
    deliveries: Vec<Delivery>,
    login: String,
) -> Result<(), Error> {
    client.batch_execute("BEGIN").await?;
    let noted = async {
        if let Some((revision, content)) = &new {
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
        for one in &deliveries {
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
                &login,
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
