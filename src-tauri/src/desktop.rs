//! What the window holds between commands: the open station and where its own data lie.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arna_app::shared::Bell;
use arna_app::view::FailureView;
use arna_app::{Desk, Failure, sample};
use arna_domain::rollout::{Proposal, Rollout};
use arna_domain::{Zones, values};

use crate::commands::shared::StationNews;
use crate::commands::sheet::LastBook;
use crate::commands::workbook::LastShown;
use crate::outside::{Choosing, Kind, Outside, Told};

/// The stations opened last that are remembered.
const RECENT: usize = 8;

/// What the window holds.
pub(crate) struct Desktop {
    /// Clock, dialogs, and whom to tell.
    pub(crate) outside: Arc<dyn Outside>,
    desk: Mutex<Option<Desk>>,
    /// The calculation that was asked for last; earlier ones stop. Cancelling asks for none.
    pub(crate) calculation: AtomicU64,
    /// What was sent on its way between file and server last; earlier ones are broken off. Breaking off sends none.
    pub(crate) moving: AtomicU64,
    /// The roll-out proposed last, and the revision that it was proposed for.
    pub(crate) rollout: Mutex<Option<(i64, Rollout, Proposal)>>,
    /// The search for fixes that was asked for last; earlier ones stop.
    pub(crate) fixing: AtomicU64,
    /// The look at what a grid would air that was asked for last; earlier ones stop.
    pub(crate) looking: AtomicU64,
    /// Held by whoever hands files out, which may take a while.
    pub(crate) delivering: Mutex<()>,
    /// The spreadsheet that is being looked at.
    pub(crate) book: Mutex<LastBook>,
    /// What the workbook that is being looked at would change.
    pub(crate) workbook: Mutex<LastShown>,
    data: PathBuf,
    asked: Mutex<Option<PathBuf>>,
}

impl Desktop {
    pub(crate) fn new(outside: Arc<dyn Outside>, data: PathBuf, asked: Option<PathBuf>) -> Self {
        Self {
            outside,
            desk: Mutex::new(None),
            calculation: AtomicU64::new(0),
            moving: AtomicU64::new(0),
            rollout: Mutex::new(None),
            fixing: AtomicU64::new(0),
            looking: AtomicU64::new(0),
            delivering: Mutex::new(()),
            book: Mutex::new(None),
            workbook: Mutex::new(None),
            data,
            asked: Mutex::new(asked),
        }
    }

    /// Does something with the open station, all of it: while its schedule is still being read, others get at what is there.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Desk) -> Result<T, Failure>) -> Result<T, FailureView> {
        let coming = self.locked().as_ref().and_then(Desk::coming);
        if let Some(end) = coming {
            end.wait();
        }
        self.at_once(act)
    }

    /// Does something with the open station that does not need its whole schedule.
    pub(crate) fn at_once<T>(&self, act: impl FnOnce(&mut Desk) -> Result<T, Failure>) -> Result<T, FailureView> {
        match self.locked().as_mut() {
            Some(desk) => Ok(act(desk)?),
            None => Err(Failure::new("no_station_open", values! {}).into()),
        }
    }

    /// Opens what was asked for at the start, else the station opened last, else the sample.
    pub(crate) fn open_first(&self) -> Result<(), FailureView> {
        if self.locked().is_some() {
            return Ok(());
        }
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(path) = asked {
            return self.open(&path);
        }
        match self.recent().first().map(PathBuf::from) {
            Some(path) if path.exists() => self.open(&path),
            _ => self.open_sample(&self.data.join("sample.arna")),
        }
    }

    /// Opens a station file in place of the one that is open. A copy of one on a server is connected to it when the page asks.
    pub(crate) fn open(&self, path: &Path) -> Result<(), FailureView> {
        self.keep(Desk::open_apart(path, self.outside.now(), Zones::bundled())?)
    }

    /// Opens a station file to read only, in place of the one that is open.
    pub(crate) fn open_to_read(&self, path: &Path) -> Result<(), FailureView> {
        self.keep(Desk::open_to_read(path, Zones::bundled())?)
    }

    /// Opens the station's file once more. What is open is closed first, since it holds the right to write; where the file cannot be
    /// opened, nothing is open.
    pub(crate) fn reopen(&self) -> Result<(), FailureView> {
        let path = self.with(|desk| Ok(desk.path()))?;
        *self.locked() = None;
        self.open(&path)
    }

    /// Puts a backup in place of a station file, and opens it. What is open of that file is closed first, since it holds the right
    /// to write; where nothing was put back, it is opened again.
    pub(crate) fn restore(&self, path: &Path, backup: &Path) -> Result<(), FailureView> {
        let is_open = self.at_once(|desk| Ok(desk.path() == path)).unwrap_or(false);
        if is_open {
            self.close();
        }
        let put_back = arna_app::backup::restore(path, backup, self.outside.now());
        if is_open || put_back.is_ok() {
            self.open(path)?;
        }
        Ok(put_back?)
    }

    /// Opens the sample station, making it where it is not there.
    pub(crate) fn open_sample(&self, path: &Path) -> Result<(), FailureView> {
        if path.exists() {
            return self.open(path);
        }
        self.keep(sample::ready(path, &self.outside.hand(), Zones::bundled())?)
    }

    /// Makes an empty station and opens it.
    pub(crate) fn create(&self, path: &Path) -> Result<(), FailureView> {
        self.keep(Desk::create(path, &self.outside.hand(), Zones::bundled())?)
    }

    /// Opens a station in place of the one that is open.
    pub(crate) fn keep(&self, desk: Desk) -> Result<(), FailureView> {
        let path = desk.path();
        *self.locked() = Some(desk);
        self.remember(&path);
        self.hear()
    }

    /// Has the page told when others did something to the station that is open.
    pub(crate) fn hear(&self) -> Result<(), FailureView> {
        let outside = Arc::clone(&self.outside);
        let bell = Bell::new(move || outside.tell(Told::Station(StationNews {})));
        self.at_once(|desk| {
            desk.hear(bell);
            Ok(())
        })
    }

    /// A file that a person chooses to read; none when nothing was chosen.
    pub(crate) fn choose(&self, kind: Kind) -> Option<PathBuf> {
        self.choosing(|outside| outside.choose(kind))
    }

    /// Where a person wants a file written; none when no name was given.
    pub(crate) fn place(&self, name: &str, kind: Kind) -> Option<PathBuf> {
        self.choosing(|outside| outside.place(name, kind))
    }

    /// A folder that a person wants files written under; none when none was chosen.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        self.choosing(|outside| outside.folder())
    }

    /// Has the page told that a person chooses.
    fn choosing(&self, choose: impl FnOnce(&dyn Outside) -> Option<PathBuf>) -> Option<PathBuf> {
        self.outside.tell(Told::Choosing(Choosing { open: true }));
        let chosen = choose(&*self.outside);
        self.outside.tell(Told::Choosing(Choosing { open: false }));
        chosen
    }

    /// Closes what is open: its file is whole then, and free for others.
    pub(crate) fn close(&self) {
        *self.locked() = None;
    }

    /// The stations opened last, the last one first.
    pub(crate) fn recent(&self) -> Vec<String> {
        let text = std::fs::read_to_string(self.recent_file()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// That a station was opened is no news worth failing for.
    fn remember(&self, path: &Path) {
        let own = path.display().to_string();
        let others = self.recent().into_iter().filter(|other| *other != own);
        let recent: Vec<String> = std::iter::once(own.clone()).chain(others).take(RECENT).collect();
        if let Ok(text) = serde_json::to_string_pretty(&recent) {
            let _ = arna_app::export::replace_file(&self.recent_file(), |to| {
                std::io::Write::write_all(to, text.as_bytes())
            });
        }
    }

    fn recent_file(&self) -> PathBuf {
        self.data.join("recent.json")
    }

    fn locked(&self) -> MutexGuard<'_, Option<Desk>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// As many threads as cores.
pub(crate) fn threads() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
