//! Working without the server, and coming back to it.

use arna_domain::Instant;
use rusqlite::params;

use super::{SharedError, Standing, aside};
use crate::edit::Edit;
use crate::journal::{self, Entry, Step};
use crate::store::Store;
use crate::{StoreError, backup};

impl Store {
    /// Works on without the server, until [`Store::rejoin`].
    ///
    /// # Errors
    /// [`SharedError::Offline`] where the desk does already; when the file cannot be written.
    pub fn work_offline(&mut self) -> Result<(), StoreError> {
        if self.shared_mut()?.offline.is_some() {
            return Err(SharedError::Offline.into());
        }
        let since = journal::last_number(&self.connection)?;
        self.write_beside(|connection| {
            connection.execute("UPDATE shared SET offline = $1", params![since])?;
            Ok(())
        })?;
        let shared = self.shared_mut()?;
        (shared.offline, shared.line) = (Some(since), None);
        Ok(())
    }

    /// Comes back to the server: what was done meanwhile is taken out of the journal and kept aside, to be done again entry by
    /// entry ([`Store::again`]), and what others did comes in. The file is backed up before. The numbers of what is kept aside.
    ///
    /// # Errors
    /// [`SharedError::Online`]; that the server is not there, or tells otherwise of the last entry in common: the desk works on
    /// without it, unless the server went away after that: then one's own entries are kept aside, and wait.
    pub fn rejoin(&mut self, now: Instant) -> Result<Vec<i64>, StoreError> {
        self.may_write()?;
        let Some(Standing::Offline { since }) = self.standing() else {
            let error = self
                .attachment()
                .map_or(SharedError::NotShared, |_| SharedError::Online);
            return Err(error.into());
        };
        self.asked(|_| Ok(()))?;
        // What was refused before is not among what was done.
        self.late = None;
        let last = journal::last_number(&self.connection)?;
        if last > since {
            backup::take(&self.path, &self.connection, now)?;
        }
        let mut numbers = Vec::new();
        self.write_beside(|connection| {
            let mut own: Vec<(Entry, Vec<Step>)> = Vec::new();
            for number in (since + 1..=last).rev() {
                let entry = journal::log(connection, number + 1, 1)?.pop();
                let entry = entry.ok_or_else(|| StoreError::damaged("an entry is missing"))?;
                let steps = journal::steps_of(connection, number)?;
                let mut edit = Edit::new(connection);
                for step in steps.iter().rev() {
                    edit.take(step.clone().inverse())?;
                }
                connection.execute("DELETE FROM journal_change WHERE number = $1", params![number])?;
                connection.execute("DELETE FROM journal WHERE number = $1", params![number])?;
                let entry = Entry {
                    op: entry.op,
                    args: entry.args,
                    author: entry.author,
                    at: entry.at,
                };
                own.push((entry, steps));
            }
            let first = aside::next_number(connection)?;
            for (mut entry, steps) in own.into_iter().rev() {
                aside::refer(&mut entry, since, first);
                numbers.push(aside::keep(connection, since, &entry, &steps)?);
            }
            connection.execute("UPDATE shared SET offline = NULL", [])?;
            Ok(())
        })?;
        self.shared_mut()?.offline = None;
        self.catch_up()?;
        Ok(numbers)
    }

    /// Makes the file a station of its own: nothing of it goes to the server any more.
    ///
    /// # Errors
    /// [`SharedError::NotShared`]; when the file cannot be written.
    pub fn detach(&mut self) -> Result<(), StoreError> {
        self.shared_mut()?;
        self.write_beside(|connection| {
            connection.execute("DELETE FROM shared", [])?;
            Ok(())
        })?;
        self.shared = None;
        Ok(())
    }
}
