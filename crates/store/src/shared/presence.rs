//! Who is at a desk now: whoever is connected, as the server itself knows.

use std::time::Duration;

use super::SharedError;
use crate::StoreError;
use crate::store::Store;

/// By which name desks are known among what is connected to a server.
pub(super) const NAME: &str = "arna";

/// For how long the answer is waited for at most: whoever only looks who is there keeps nobody from working.
const WITHIN: Duration = Duration::from_secs(3);

impl Store {
    /// Who is at a desk of the station now, by name; whoever asks is among them.
    ///
    /// # Errors
    /// That the server is not there.
    pub fn present(&mut self) -> Result<Vec<String>, StoreError> {
        self.asked(|line| {
            let within = line.patience.answer.min(WITHIN);
            let asked = line.ask_within(within, |client| async move {
                let sql = "SELECT DISTINCT usename::text FROM pg_catalog.pg_stat_activity
                     WHERE datname = current_database() AND application_name = $1 ORDER BY 1";
                let rows = client.query(sql, &[&NAME]).await?;
                Ok(rows.iter().map(|row| row.get(0)).collect())
            });
            asked.map_err(SharedError::from)
        })
    }
}
