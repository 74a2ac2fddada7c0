//! One station for several desks: it lies in a database on a server, and every desk works on a file that is a copy of it.
//!
//! An entry of the journal is done to the file, sent, and kept in the file only when the server has it: so the file's journal is
//! the server's up to a number, on every desk. What the server refuses as not being the next is kept aside ([`Aside`]), the file
//! is brought up to date, and the entry is done again where nobody changed the same; else a person decides. Without the server a
//! desk works on when told to, and brings its entries back one by one. One file a verb.

mod account;
mod address;
mod again;
mod aside;
mod bell;
mod copy;
mod error;
mod line;
mod merge;
mod moved;
mod presence;
mod publish;
mod pull;
pub(crate) mod push;
mod rehearse;
mod share;
mod touched;
pub(crate) mod undo;
mod upgrade;

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension, params};

pub use account::{Account, Accounts, Role, account_list, account_remove, account_set};
pub use address::Address;
pub use again::Manner;
pub use aside::{Aside, AsideState};
pub use bell::{Bell, prove};
pub use copy::copy;
pub use error::{Conflict, SharedError};
pub use line::{Access, Password, Patience};
pub use moved::{Moved, Report};
pub use presence::Presence;
pub use share::{Brought, SettingOut};
pub use touched::Touched;
pub use upgrade::upgrade;

pub(crate) use line::Line;

use rehearse::rehearse;

use crate::StoreError;
use crate::journal::{self, Change, Entry};
use crate::sqlite::{self, Sync};
use crate::store::Store;

/// After how long a server that was not reached is tried again unasked.
const RETRY: Duration = Duration::from_secs(15);

/// That a file is a copy of a station on a server.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) address: Address,
    authority: Option<String>,
    /// While the desk works without the server: the last entry that both have.
    offline: Option<i64>,
    access: Option<Access>,
    line: Option<Arc<Line>>,
    /// A connection that is being opened beside, and why the last was not.
    dialled: Option<Receiver<Result<Line, SharedError>>>,
    trouble: Option<SharedError>,
    tried: Option<Instant>,
    bell: Option<Bell>,
}

/// How a desk stands to the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is connected: whatever is done is on the server.
    Connected,
    /// It works without the server, since this entry.
    Offline {
        /// The last entry that both have.
        since: i64,
    },
    /// It is not connected, and nothing can be done until it is.
    Apart {
        /// Why.
        why: SharedError,
    },
}

impl Shared {
    /// What a file says of it; none in a station of its own.
    pub(crate) fn of(connection: &Connection) -> Result<Option<Self>, StoreError> {
        if !sqlite::has_table(connection, "shared")? {
            return Ok(None);
        }
        let row = connection
            .query_row("SELECT server, authority, offline FROM shared", [], |row| {
                Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((server, authority, offline)) = row else {
            return Ok(None);
        };
        Ok(Some(Self {
            address: Address::parse(&server)?,
            authority,
            offline,
            access: None,
            line: None,
            dialled: None,
            trouble: None,
            tried: None,
            bell: None,
        }))
    }

    fn standing(&self) -> Standing {
        if let Some(since) = self.offline {
            return Standing::Offline { since };
        }
        match self.is_connected() {
            true => Standing::Connected,
            false => Standing::Apart { why: self.apart() },
        }
    }

    fn apart(&self) -> SharedError {
        let unknown = || SharedError::NoPassword {
            server: self.address.server(),
            login: self.address.login.clone(),
        };
        let gone = || SharedError::Unreachable {
            server: self.address.server(),
            why: String::new(),
        };
        match (&self.access, &self.trouble) {
            (None, _) => unknown(),
            (_, Some(trouble)) => trouble.clone(),
            _ => gone(),
        }
    }

    /// An open connection to the station that the file is a copy of, as far as the last entry that both have tells: the last of the
    /// file where none is named.
    fn reach(&mut self, connection: &Connection, common: Option<i64>) -> Result<&Line, StoreError> {
        if !self.is_connected() {
            self.line = None;
            self.dialled = None;
            let Some(access) = &self.access else {
                return Err(self.apart().into());
            };
            let opened = Line::to_station(access);
            self.take_up(connection, opened, common)?;
        }
        self.line.as_deref().ok_or_else(|| self.apart().into())
    }

    /// Takes a connection that was opened, if it leads to the station that the file is a copy of.
    fn take_up(
        &mut self,
        connection: &Connection,
        opened: Result<Line, SharedError>,
        common: Option<i64>,
    ) -> Result<(), StoreError> {
        self.tried = Some(Instant::now());
        let opened = opened.map_err(StoreError::from).and_then(|line| {
            let common = common.or(self.offline);
            let common = common.map_or_else(|| journal::last_number(connection), Ok)?;
            pull::is_common(&line, connection, common, &self.address.server())?;
            Ok(line)
        });
        match opened {
            Ok(line) => {
                if let Some(bell) = &self.bell {
                    line.ring_by(bell.clone());
                }
                (self.line, self.trouble) = (Some(Arc::new(line)), None);
                Ok(())
            }
            Err(StoreError::Shared(error)) => {
                self.trouble = Some((*error).clone());
                Err(StoreError::Shared(error))
            }
            Err(other) => Err(other),
        }
    }

    /// What the desk connects with from here on, and connects again with.
    fn know(&mut self, password: Password, patience: Patience) {
        self.access = Some(Access {
            address: self.address.clone(),
            authority: self.authority.clone(),
            password,
            patience,
        });
    }

    fn is_connecting(&self) -> bool {
        self.offline.is_none() && !self.is_connected() && self.dialled.is_some()
    }

    fn is_connected(&self) -> bool {
        self.line.as_deref().is_some_and(Line::is_open)
    }

    /// Opens a connection beside, where there is none, once in a while.
    fn dial(&mut self, connection: &Connection) {
        let waited = self.tried.is_none_or(|tried| tried.elapsed() >= RETRY);
        match self.dialled.as_ref().map(Receiver::try_recv) {
            Some(Ok(opened)) => {
                self.dialled = None;
                let _ = self.take_up(connection, opened, None);
            }
            Some(Err(TryRecvError::Empty)) => {}
            Some(Err(TryRecvError::Disconnected)) => self.dialled = None,
            None => {
                if let Some(access) = self.access.clone().filter(|_| waited) {
                    let (tell, told) = mpsc::channel();
                    self.tried = Some(Instant::now());
                    self.dialled = Some(told);
                    let bell = self.bell.clone();
                    std::thread::spawn(move || {
                        let opened = Line::to_station(&access);
                        if let Ok(line) = &opened {
                            rehearse(line);
                        }
                        let _ = tell.send(opened);
                        if let Some(bell) = bell {
                            bell.ring();
                        }
                    });
                }
            }
        }
    }
}

/// Where a file's station lies on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Where, and as whom.
    pub address: Address,
    /// The certificates that vouch for the server; none: the system's.
    pub authority: Option<String>,
}

impl Store {
    /// Where the station lies on a server; none: it is the file's own.
    pub fn attachment(&self) -> Option<Attachment> {
        let shared = self.shared.as_ref()?;
        Some(Attachment {
            address: shared.address.clone(),
            authority: shared.authority.clone(),
        })
    }

    /// How the desk stands to the server; none: the station is the file's own.
    pub fn standing(&self) -> Option<Standing> {
        self.shared.as_ref().map(Shared::standing)
    }

    /// Connects a file that is a copy of a station on a server, and brings it up to date, unless the desk works without the server.
    /// The password is kept in memory, to connect again with.
    ///
    /// # Errors
    /// [`SharedError`]: then the file is read as it is, and every change is refused with the same.
    pub fn connect(&mut self, password: Password, patience: Patience) -> Result<(), StoreError> {
        let Some(shared) = &mut self.shared else {
            return Err(SharedError::NotShared.into());
        };
        shared.know(password, patience);
        if shared.offline.is_some() {
            return Ok(());
        }
        shared.reach(&self.connection, None)?;
        if !self.is_read_only() {
            self.catch_up()?;
        }
        Ok(())
    }

    /// Whether others did something that the file lacks: asks nobody, and connects again beside where the connection is gone.
    pub fn has_news(&mut self) -> bool {
        let Some(shared) = &mut self.shared else { return false };
        if shared.offline.is_some() {
            return false;
        }
        match &shared.line {
            // An entry of one's own is told of as others' are.
            Some(line) if line.is_open() => line.has_news(journal::last_number(&self.connection).unwrap_or_default()),
            _ => {
                // What follows asks a connection that is gone for nothing, nor opens one while others wait.
                shared.line = None;
                shared.dial(&self.connection);
                // What others did meanwhile is not told of again.
                shared.line.is_some()
            }
        }
    }

    /// Whoever does an entry: on a shared station whoever signs in, as the server will write it.
    pub(crate) fn signed(&self, entry: &Entry) -> Entry {
        match &self.shared {
            None => entry.clone(),
            Some(shared) => Entry {
                author: shared.address.login.clone(),
                ..entry.clone()
            },
        }
    }

    /// Whether what is done goes to a server.
    pub(crate) fn is_with_server(&self) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.offline.is_none())
    }

    /// Others' entries that came into the file with one of one's own since this was asked last.
    pub fn take_came(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.came)
    }

    /// Writes what the server has as well. A power cut may take it back, whole entries and the last ones first: the file is brought
    /// up to date again then. So nobody waits for the disk.
    pub(crate) fn lightly<T>(
        &mut self,
        write: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        sqlite::sync(&self.connection, Sync::Later)?;
        let written = write(self);
        sqlite::sync(&self.connection, Sync::AtOnce)?;
        written
    }

    pub(super) fn shared_mut(&mut self) -> Result<&mut Shared, StoreError> {
        self.shared.as_mut().ok_or_else(|| SharedError::NotShared.into())
    }

    /// A connection, to ask what the file does not hold.
    fn asked<T>(&mut self, ask: impl FnOnce(&Line) -> Result<T, SharedError>) -> Result<T, StoreError> {
        let Some(shared) = &mut self.shared else {
            return Err(SharedError::NotShared.into());
        };
        Ok(ask(shared.reach(&self.connection, None)?)?)
    }
}

/// Writes that a file is a copy of a station on a server.
fn attach(connection: &Connection, address: &Address, authority: Option<&str>) -> Result<(), StoreError> {
    // What could be done again is not, once others work on.
    connection.execute(journal::DROP_UNDONE, [])?;
    connection.execute("DELETE FROM shared", [])?;
    connection.execute(
        "INSERT INTO shared (one, server, authority, offline) VALUES (1, $1, $2, NULL)",
        params![address.to_string(), authority],
    )?;
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_server_has_too_may_wait_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("station.arna");
        let entry = Entry {
            op: "new_station".to_owned(),
            args: arna_domain::values! {},
            author: "Aigul".to_owned(),
            at: arna_domain::Instant::from_ms(0),
        };
        let mut store = Store::create(&path, &arna_domain::Station::default(), &entry).unwrap();
        let level = |store: &Store| -> i64 {
            let asked = store.connection.query_row("PRAGMA synchronous", [], |row| row.get(0));
            asked.unwrap()
        };
        let (normal, full) = (1, 2);
        assert_eq!(level(&store), full);
        let failed: Result<(), _> = store.lightly(|store| {
            assert_eq!(level(store), normal);
            Err(StoreError::Refused)
        });
        failed.unwrap_err();
        assert_eq!(level(&store), full, "whatever became of it");
        let within_edit = |store: &mut Store| {
            let mut level = None;
            let done = store.transact(&entry, |edit| {
                let asked = edit
                    .connection
                    .query_row("PRAGMA synchronous", [], |row| row.get::<_, i64>(0));
                level = Some(asked?);
                Ok(())
            });
            done.unwrap();
            level
        };
        assert_eq!(within_edit(&mut store), Some(full), "a station of its own");
        let address = Address::parse("postgresql://aigul@localhost:1/station").unwrap();
        store
            .write_beside(|connection| attach(connection, &address, None))
            .unwrap();
        store.shared = Shared::of(&store.connection).unwrap();
        store.work_offline().unwrap();
        assert_eq!(within_edit(&mut store), Some(full), "what is done without the server");
    }
}
