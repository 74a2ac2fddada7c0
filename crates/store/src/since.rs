//! What entries of the journal changed of the schedule, airing by airing.

use arna_domain::Airing;
use rusqlite::params;

use crate::StoreError;
use crate::journal::{self, Step, Where};
use crate::revert::{list, more};
use crate::store::Store;

impl Store {
    /// The airings that came or went by the entries (after, until]; none where one of them changed anything else as well.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn airings_changed(&self, after: i64, until: i64) -> Result<Option<Vec<Airing>>, StoreError> {
        // What undoes or does again has the steps of what it is of.
        let mut select = self.connection().prepare_cached(
            "SELECT coalesce(of_number, number) FROM journal WHERE number > $1 AND number <= $2 ORDER BY number",
        )?;
        let entries: Vec<i64> = select
            .query_map(params![after, until], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut changed = Vec::new();
        for entry in entries {
            for step in journal::steps_of(self.connection(), entry)? {
                match of_schedule(&step)? {
                    Some(airings) => changed.extend(airings),
                    None => return Ok(None),
                }
            }
        }
        Ok(Some(changed))
    }
}

fn of_schedule(step: &Step) -> Result<Option<Vec<Airing>>, StoreError> {
    let Where::Starts(..) = step.at else { return Ok(None) };
    let (before, after) = (list(step.before.as_deref())?, list(step.after.as_deref())?);
    let mut both = more(&before, &after);
    both.extend(more(&after, &before));
    Ok(Some(both))
}
