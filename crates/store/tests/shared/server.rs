//! A station on a PostgreSQL of one's own, desks of it, and a wire to it that can be cut.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use arna_domain::Station;
use arna_store::shared::{
    Access, Account, Address, Bell, Manner, Moved, Password, Patience, Role, Standing, account_set, copy,
};
use arna_store::{Change, Edit, Store, StoreError};
use tempfile::TempDir;

use crate::fixture::{NOW, entry, founded};
pub use crate::postgres::{OWNER, Server};

/// Soon enough for a test, long enough for a machine that does much else.
pub const PATIENCE: Patience = Patience {
    sign_in: Duration::from_secs(20),
    answer: Duration::from_secs(20),
    whole: Duration::from_secs(60),
};

impl Server {
    /// How a login reaches a database: by the password `<login>-secret`.
    pub fn access(&self, login: &str, database: &str) -> Access {
        Access {
            address: Address::parse(&format!("postgresql://{login}@localhost:{}/{database}", self.port)).unwrap(),
            authority: Some(self.authority.pem()),
            password: password_of(login),
            patience: PATIENCE,
        }
    }
}

pub fn password_of(login: &str) -> Password {
    Password::new(format!("{login}-secret"))
}

/// A station on a server with its owner's desk.
pub struct Shared {
    pub server: &'static Server,
    pub database: String,
    pub owner: Desk,
}

/// A desk: a copy of the station, connected.
pub struct Desk {
    pub store: Store,
    pub folder: TempDir,
}

impl Desk {
    /// A copy of a station, not connected.
    fn copied(access: &Access) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("station.arna");
        copy(access, &path, &unheard).unwrap();
        let store = Store::open(&path, NOW).unwrap();
        Self { store, folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("station.arna")
    }

    /// As whom it is signed in.
    pub fn login(&self) -> String {
        self.store.attachment().unwrap().address.login
    }

    /// Does something, again where others were quicker.
    pub fn act(
        &mut self,
        op: &str,
        change: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Change, StoreError> {
        match self.store.transact(&entry(op, NOW), change) {
            Ok(((), change)) => Ok(change),
            Err(StoreError::KeptAside { aside }) => {
                let done = self.store.again(aside, Manner::IfAsItWas, |_| Ok(()))?;
                Ok(done.unwrap_or(self.store.log(None, 1)?.remove(0)))
            }
            Err(error) => Err(error),
        }
    }
}

impl Shared {
    /// A station that its owner shares; none, told, where there is no PostgreSQL.
    pub fn new(station: &Station) -> Option<Self> {
        Some(Self::on(Server::shared()?, station))
    }

    pub fn on(server: &'static Server, station: &Station) -> Self {
        let database = server.database();
        let (folder, path) = founded(station);
        let mut store = Store::open(&path, NOW).unwrap();
        store.share(server.access(OWNER, &database), &unheard).unwrap();
        let owner = Desk { store, folder };
        Self {
            server,
            database,
            owner,
        }
    }

    /// Lets somebody in under a name of this station's own, and says under which.
    pub fn admit(&self, name: &str, roles: &[Role], channels: Option<&[&str]>) -> String {
        let login = format!("{name}_{}", self.database);
        let account = Account {
            login: login.clone(),
            roles: roles.to_vec(),
            channels: channels.map(|all| all.iter().map(ToString::to_string).collect()),
        };
        let access = self.server.access(OWNER, &self.database);
        account_set(&access, &account, Some(&password_of(&login))).unwrap();
        login
    }

    /// A copy for somebody who was let in, connected.
    pub fn desk(&self, login: &str) -> Desk {
        self.desk_by(&self.server.access(login, &self.database))
    }

    pub fn desk_by(&self, access: &Access) -> Desk {
        let mut desk = Desk::copied(access);
        desk.store.connect(access.password.clone(), access.patience).unwrap();
        desk
    }

    /// A desk at a window: it was connected beside, and a bell rings when others did something.
    pub fn window(&self, login: &str) -> (Desk, Receiver<()>) {
        let access = self.server.access(login, &self.database);
        let mut desk = Desk::copied(&access);
        let (ring, rung) = mpsc::channel();
        desk.store.hear(Bell::new(move || {
            let _ = ring.send(());
        }));
        desk.store.sign_in_beside(access.password, access.patience).unwrap();
        while desk.store.standing() != Some(Standing::Connected) {
            rung.recv_timeout(PATIENCE.sign_in).unwrap();
            if desk.store.has_news() {
                desk.store.catch_up().unwrap();
            }
        }
        (desk, rung)
    }

    /// A desk of somebody who may everything.
    pub fn colleague(&self, name: &str) -> Desk {
        let login = self.admit(name, &[Role::Planner, Role::Editor, Role::Publisher], None);
        self.desk(&login)
    }

    /// SQL as somebody types it; what is refused as the code of the refusal.
    pub fn sql(&self, login: &str, sql: &str) -> Result<String, String> {
        self.server.sql(login, &self.database, sql)
    }

    /// What the server holds of a station: every row of every table that desks have, too.
    pub fn rows(&self) -> String {
        let of = |table| format!("SELECT '{table}', row_to_json(one) FROM {table} AS one ORDER BY one::text;");
        let tables = ["record", "airing", "journal", "journal_change", "revision", "delivery"];
        self.sql(OWNER, &tables.map(of).concat()).unwrap()
    }
}

/// Hears how far a station is, and lets it go on.
pub fn unheard(_: Moved) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// What becomes of what goes over a wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Wire {
    /// It arrives.
    Whole,
    /// What the desk sends does not arrive any more, and the wire ends.
    CutBefore,
    /// What the server answers does not arrive any more; what the desk sends does.
    CutAfter,
    /// Nothing arrives, and nothing ends.
    Dead,
}

/// A wire between desks and a server.
pub struct Between {
    pub port: u16,
    state: Arc<AtomicU8>,
}

impl Between {
    pub fn to(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(AtomicU8::new(Wire::Whole as u8));
        let of_all = Arc::clone(&state);
        std::thread::spawn(move || {
            for desk in listener.incoming().flatten() {
                if of_all.load(Ordering::SeqCst) != Wire::Whole as u8
                    && of_all.load(Ordering::SeqCst) != Wire::Dead as u8
                {
                    continue;
                }
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    continue;
                };
                for (from, to, stops) in [
                    (desk.try_clone().unwrap(), server.try_clone().unwrap(), Wire::CutBefore),
                    (server, desk, Wire::CutAfter),
                ] {
                    let state = Arc::clone(&of_all);
                    std::thread::spawn(move || carry(from, to, stops, &state));
                }
            }
        });
        Self { port, state }
    }

    pub fn set(&self, wire: Wire) {
        self.state.store(wire as u8, Ordering::SeqCst);
    }

    /// An access that goes over this wire.
    pub fn over(&self, access: &Access) -> Access {
        let mut access = access.clone();
        access.address.port = self.port;
        access
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, stops: Wire, state: &AtomicU8) {
    let mut load = [0; 65_536];
    while let Ok(length @ 1..) = from.read(&mut load) {
        let now = state.load(Ordering::SeqCst);
        if now == Wire::Dead as u8 || (now == stops as u8 && stops == Wire::CutAfter) {
            continue;
        }
        if now == stops as u8 || to.write_all(&load[..length]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

/// A place of the station, as somebody would have it.
pub fn place(id: &str, latitude: i32) -> arna_store::Record {
    let mut place = crate::fixture::station().places[0].clone();
    place.id = arna_domain::PlaceId::new(id);
    place.latitude_udeg = Some(latitude);
    arna_store::Record::Place(place)
}

/// The code of a refusal.
#[track_caller]
pub fn code<T: std::fmt::Debug>(refused: Result<T, StoreError>) -> &'static str {
    refused.unwrap_err().code()
}
