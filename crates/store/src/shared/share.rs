//! A station goes from its file to a server: all of it, or nothing. It goes beside whoever reads it, and can be broken off.

use std::path::PathBuf;
use std::sync::{Arc, Weak};

use rusqlite::Connection;

use super::line::{Access, Line, Unanswered};
use super::moved::{self, Moved, Report, TABLES, take};
use super::{Shared, SharedError, Standing, attach, pull};
use crate::journal::{self, DROP_UNDONE};
use crate::store::Store;
use crate::{StoreError, postgres, sqlite};

/// A station that sets out for a server. Nothing is written to its file until it is there, or this is dropped.
#[derive(Debug)]
pub struct SettingOut {
    path: PathBuf,
    token: Arc<()>,
}

/// A station that is on a server, but for the last word: the server forgets it where this is dropped.
#[derive(Debug)]
pub struct Brought {
    line: Line,
    access: Access,
    /// Whether it was there before.
    was_there: bool,
    token: Arc<()>,
}

impl Store {
    /// Puts the station on a server, in a database that has none, and makes the file a copy of it: its journal and revisions go
    /// with it, proposals and plans B stay. Whoever does it owns the station there and has every role. Where that was done and the
    /// file does not say so yet, it is made to.
    ///
    /// # Errors
    /// [`SharedError::AlreadyShared`], [`SharedError::Taken`]; [`SharedError::BrokenOff`] where `report` says so; what the server
    /// refuses: it has nothing of the station then.
    pub fn share(&mut self, access: Access, report: Report<'_>) -> Result<(), StoreError> {
        let brought = self.set_out()?.bring(access, report)?;
        self.arrive(brought)
    }

    /// The first step of [`Store::share`]. From here on the file stays as it is.
    ///
    /// # Errors
    /// [`SharedError::AlreadyShared`]; what stands against writing to the file.
    pub fn set_out(&mut self) -> Result<SettingOut, StoreError> {
        self.may_write()?;
        if let Some(shared) = &self.shared {
            let server = shared.address.server();
            return Err(SharedError::AlreadyShared { server }.into());
        }
        let token = Arc::new(());
        self.on_its_way = Arc::downgrade(&token);
        Ok(SettingOut {
            path: self.path.clone(),
            token,
        })
    }

    /// The last step of [`Store::share`]: the server keeps the station, and the file is a copy of it.
    ///
    /// # Errors
    /// [`SharedError::BrokenOff`] where another station was opened meanwhile; [`SharedError::Unsure`] where the server went away
    /// meanwhile: whether it has the station is told by sharing it again.
    pub fn arrive(&mut self, brought: Brought) -> Result<(), StoreError> {
        let Brought {
            line,
            access,
            was_there,
            token,
        } = brought;
        if !Weak::ptr_eq(&self.on_its_way, &Arc::downgrade(&token)) {
            return Err(SharedError::BrokenOff.into());
        }
        let line = match was_there {
            true => Some(line),
            false => {
                let answer = line.patience.answer;
                let kept = line.ask_within(answer, |client| async move { client.batch_execute("COMMIT").await });
                match kept {
                    // It is there: a connection that cannot be opened just now is opened later.
                    Ok(()) => Line::to_station(&access).ok(),
                    Err(Unanswered::Refused(error)) => return Err(error.into()),
                    Err(Unanswered::Lost(_)) => {
                        let server = access.address.server();
                        let there = recognise(&self.connection, &access);
                        Some(there.map_err(|_| SharedError::Unsure { server })?)
                    }
                }
            }
        };
        drop(token);
        let Access { address, authority, .. } = &access;
        self.write_beside(|connection| attach(connection, address, authority.as_deref()))?;
        let mut shared = Shared::of(&self.connection)?;
        if let Some(shared) = &mut shared {
            (shared.access, shared.line) = (Some(access), line.map(Arc::new));
        }
        self.shared = shared;
        if self.standing() == Some(Standing::Connected) {
            self.catch_up()?;
        }
        Ok(())
    }
}

impl SettingOut {
    /// Brings all of it to the server, and tells how far it is. Nobody else sees it there yet.
    ///
    /// # Errors
    /// [`SharedError::Taken`]; [`SharedError::BrokenOff`] where `report` says so; what the server refuses. It has nothing of the
    /// station then.
    pub fn bring(self, access: Access, report: Report<'_>) -> Result<Brought, StoreError> {
        let connection = sqlite::to_read(&self.path)?;
        let line = Line::open(&access)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1)";
        let was_there: bool =
            line.ask(|client| async move { Ok(client.query_one(sql, &[&postgres::SCHEMA]).await?.get(0)) })?;
        let line = match was_there {
            true => recognise(&connection, &access)?,
            false => {
                put_all(&connection, &line, report)?;
                line
            }
        };
        Ok(Brought {
            line,
            access,
            was_there,
            token: self.token,
        })
    }
}

/// A connection to a station that is there, where it is this one.
fn recognise(connection: &Connection, access: &Access) -> Result<Line, StoreError> {
    let server = access.address.server();
    let line = Line::to_station(access)?;
    let last = journal::last_number(connection)?;
    match pull::is_common(&line, connection, last, &server) {
        Err(StoreError::Shared(error)) if matches!(*error, SharedError::Diverged { .. }) => {
            Err(SharedError::Taken { server }.into())
        }
        other => other.map(|()| line),
    }
}

/// Puts everything there but the last word: a connection that is dropped takes all of it back.
fn put_all(connection: &Connection, line: &Line, report: Report<'_>) -> Result<(), StoreError> {
    let mut moved = Moved {
        done: 0,
        total: moved::count(connection)?,
    };
    let run = |sql: String, moved: Moved| -> Result<(), StoreError> {
        let done = line.ask_while(
            &|| report(moved),
            |client| async move { client.batch_execute(&sql).await },
        );
        Ok(done.map_err(SharedError::from)?)
    };
    run(
        format!("BEGIN; CREATE SCHEMA {}; {}", postgres::SCHEMA, postgres::tables()),
        moved,
    )?;
    for table in &TABLES {
        let sql = format!(
            "INSERT INTO {0} SELECT * FROM json_populate_recordset(NULL::{1}.{0}, $1::text::json)",
            table.name,
            // Else a table called record is none to the server.
            postgres::SCHEMA
        );
        take(connection, table, |rows, count| {
            let sql = sql.clone();
            let put = line.ask_while(&|| report(moved), |client| async move {
                client.execute(&sql, &[&rows]).await
            });
            put.map_err(SharedError::from)?;
            moved.done += count;
            Ok(())
        })?;
    }
    run(format!("{DROP_UNDONE};"), moved)?;
    for text in postgres::from_form(0) {
        run(text.to_owned(), moved)?;
    }
    run(
        format!(
            "INSERT INTO station (one, form, last, writer, is_open) SELECT 1, {}, max(number), '', false FROM journal;
             INSERT INTO account (login, roles, channels, is_made)
             VALUES (session_user, '{{planner,editor,publisher}}', NULL, false)",
            postgres::FORM
        ),
        moved,
    )
}
