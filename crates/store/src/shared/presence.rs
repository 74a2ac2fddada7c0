//! Who is at a desk now: whoever is connected, as the server itself knows.

use std::sync::Arc;
use std::time::Duration;

use super::SharedError;
use super::line::Line;
use crate::StoreError;
use crate::store::Store;

/// By which name desks are known among what is connected to a server.
pub(super) const NAME: &str = "arna";

/// For how long the answer is waited for at most: a server that does not answer so easy a question in time is away.
const WITHIN: Duration = Duration::from_secs(3);

/// Asks who is at a desk over a desk's own connection, beside whatever that does: nobody else waits for the answer.
#[derive(Clone, Debug)]
pub struct Presence(Arc<Line>);

impl Presence {
    /// Who is at a desk of the station now, by name; whoever asks is among them.
    ///
    /// # Errors
    /// That the server is not there: the desk is not connected any more then.
    pub fn names(&self) -> Result<Vec<String>, SharedError> {
        names(&self.0)
    }
}

impl Store {
    /// Who is at a desk of the station now, by name; whoever asks is among them.
    ///
    /// # Errors
    /// That the server is not there.
    pub fn present(&mut self) -> Result<Vec<String>, StoreError> {
        self.asked(names)
    }

    /// What asks who is at a desk; none where this one is not connected.
    pub fn presence(&self) -> Option<Presence> {
        let line = self.shared.as_ref()?.line.as_ref().filter(|line| line.is_open());
        line.map(|line| Presence(Arc::clone(line)))
    }
}

fn names(line: &Line) -> Result<Vec<String>, SharedError> {
    let within = line.patience.answer.min(WITHIN);
    let asked = line.ask_within(within, |client| async move {
        let sql = "SELECT DISTINCT usename::text FROM pg_catalog.pg_stat_activity
             WHERE datname = current_database() AND application_name = $1 ORDER BY 1";
        let rows = client.query(sql, &[&NAME]).await?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    });
    asked.map_err(SharedError::from)
}
