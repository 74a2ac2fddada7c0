//! A station goes from its file to a server: all of it, or nothing.

use std::sync::Arc;

use super::line::{Access, Line};
use super::moved::{TABLES, take};
use super::{Shared, SharedError, Standing, attach, pull};
use crate::journal::{self, DROP_UNDONE};
use crate::store::Store;
use crate::{StoreError, postgres};

impl Store {
    /// Puts the station on a server, in a database that has none, and makes the file a copy of it: its journal and revisions go
    /// with it, proposals and plans B stay. Whoever does it owns the station there and has every role. Where that was done and the
    /// file does not say so yet, it is made to.
    ///
    /// # Errors
    /// [`SharedError::AlreadyShared`], [`SharedError::Taken`]; what the server refuses: it has nothing of the station then.
    pub fn share(&mut self, access: Access) -> Result<(), StoreError> {
        self.may_write()?;
        if let Some(shared) = &self.shared {
            let server = shared.address.server();
            return Err(SharedError::AlreadyShared { server }.into());
        }
        let line = Line::open(&access)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1)";
        let is_there: bool =
            line.ask(|client| async move { Ok(client.query_one(sql, &[&postgres::SCHEMA]).await?.get(0)) })?;
        let line = if is_there {
            self.recognise(&access)?
        } else {
            self.put_all(&line)?;
            Line::to_station(&access)?
        };
        let Access { address, authority, .. } = &access;
        self.write_beside(|connection| attach(connection, address, authority.as_deref()))?;
        let mut shared = Shared::of(&self.connection)?;
        if let Some(shared) = &mut shared {
            (shared.access, shared.line) = (Some(access), Some(Arc::new(line)));
        }
        self.shared = shared;
        debug_assert_eq!(self.standing(), Some(Standing::Connected));
        self.catch_up()?;
        Ok(())
    }

    /// A connection to a station that is there, where it is this one.
    fn recognise(&self, access: &Access) -> Result<Line, StoreError> {
        let server = access.address.server();
        let line = Line::to_station(access)?;
        let last = journal::last_number(&self.connection)?;
        match pull::is_common(&line, &self.connection, last, &server) {
            Err(StoreError::Shared(error)) if matches!(*error, SharedError::Diverged { .. }) => {
                Err(SharedError::Taken { server }.into())
            }
            other => other.map(|()| line),
        }
    }

    fn put_all(&self, line: &Line) -> Result<(), StoreError> {
        let within = line.patience.whole;
        let run = |sql: String| -> Result<(), StoreError> {
            let done = line.ask_within(within, |client| async move { client.batch_execute(&sql).await });
            Ok(done.map_err(SharedError::from)?)
        };
        // A connection that is dropped takes all of it back.
        run(format!(
            "BEGIN; CREATE SCHEMA {}; {}",
            postgres::SCHEMA,
            postgres::tables()
        ))?;
        for table in &TABLES {
            let sql = format!(
                "INSERT INTO {0} SELECT * FROM json_populate_recordset(NULL::{1}.{0}, $1::text::json)",
                table.name,
                // Else a table called record is none to the server.
                postgres::SCHEMA
            );
            take(&self.connection, table, |rows| {
                let sql = sql.clone();
                let put = line.ask_within(within, |client| async move { client.execute(&sql, &[&rows]).await });
                put.map_err(SharedError::from)?;
                Ok(())
            })?;
        }
        run(format!("{DROP_UNDONE};"))?;
        for text in postgres::from_form(0) {
            run(text.to_owned())?;
        }
        run(format!(
            "INSERT INTO station (one, form, last, writer, is_open) SELECT 1, {}, max(number), '', false FROM journal;
             INSERT INTO account (login, roles, channels, is_made)
             VALUES (session_user, '{{planner,editor,publisher}}', NULL, false);
             COMMIT",
            postgres::FORM
        ))
    }
}
