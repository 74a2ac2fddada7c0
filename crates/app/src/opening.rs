//! A station whose schedule is still being read: what it is, and the week that is looked at, are there at once.

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use arna_domain::index::{ChannelIx, EpisodeIx};
use arna_domain::{Airing, BroadcastDate, Index, Station, Zones};
use arna_store::{Reading, Schedule, Store};

use crate::desk::Loaded;
use crate::failure::Failure;
use crate::source;

/// A station as it is known so far.
pub(crate) struct Opening {
    pub(crate) revision: i64,
    /// All but its schedule, of which there is what is looked at.
    pub(crate) station: Station,
    pub(crate) index: Index,
    coming: Coming,
}

impl Opening {
    /// Reads all but the schedule, and begins to read that in a thread of its own.
    pub(crate) fn of(store: &Store, zones: &Zones) -> Result<Self, Failure> {
        let revision = store.revision()?;
        let station = store.station_without_schedule()?;
        let index = source::index_of(&station, zones)?;
        let stopped = Arc::new(AtomicBool::new(false));
        let coming = Coming::of(store.reading(Arc::clone(&stopped)), index.clone(), stopped);
        Ok(Self {
            revision,
            station,
            index,
            coming,
        })
    }

    /// Takes of the schedule what a week of a channel is shown from: its airings, and where else their episodes air. Days beside the
    /// week are taken too, since a document may give an airing the date beside the day in which it starts.
    pub(crate) fn look_at(&mut self, store: &Store, channel: ChannelIx, from: BroadcastDate) -> Result<(), Failure> {
        let entry = &self.index.channels[channel.at()];
        let begins = |days: i64| entry.clock.day(from.plus_days(days)).0;
        let (begin, end) = (begins(-1), begins(8));
        let mut schedule = store.airings_starting(&entry.id, begin, end)?;
        let is_own = |one: &Airing| one.channel == entry.id && begin <= one.start && one.start < end;
        for episode in self.episodes_of(&schedule) {
            for version in self.index.episodes[episode.at()].versions.clone() {
                let everywhere = store.airings_of_version(&self.index.versions[version as usize].id)?;
                schedule.extend(everywhere.into_iter().filter(|one| !is_own(one)));
            }
        }
        if schedule.is_empty() {
            // Whether anything is planned at all decides whether slots are open.
            schedule.extend(store.any_airing()?);
        }
        schedule.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
        self.index
            .take_schedule(&schedule)
            .map_err(|invalid| Failure::unusable(&invalid))?;
        self.station.schedule = schedule;
        Ok(())
    }

    fn episodes_of(&self, airings: &[Airing]) -> BTreeSet<EpisodeIx> {
        let programmes = airings.iter().filter(|one| one.origin.is_programme());
        let versions = programmes.filter_map(|one| self.index.version(one.version.as_ref()?.as_str()));
        versions
            .map(|version| self.index.versions[version.at()].episode)
            .collect()
    }

    /// What tells that the schedule was read.
    pub(crate) fn end(&self) -> End {
        self.coming.end.clone()
    }

    /// The station with all of its schedule, once that was read; none where it is not this revision's, or could not be read.
    pub(crate) fn whole(mut self, revision: i64) -> Option<Loaded> {
        let (schedule, index) = self.coming.wait()?;
        if self.revision != revision || schedule.revision != revision {
            return None;
        }
        self.station.schedule = schedule.airings;
        Some(Loaded {
            revision,
            station: Arc::new(self.station),
            index: Arc::new(index),
        })
    }
}

/// The schedule on its way, with the index that has looked at it.
struct Coming {
    stopped: Arc<AtomicBool>,
    end: End,
    thread: Option<JoinHandle<Option<(Schedule, Index)>>>,
}

impl Coming {
    fn of(reading: Reading, mut index: Index, stopped: Arc<AtomicBool>) -> Self {
        let end = End::default();
        let ends = Ends(end.clone());
        let read = move || {
            let _ends = ends;
            // Whoever asks for the whole then reads it himself, and is told why it cannot be read.
            let schedule = reading.read().ok().flatten()?;
            index.take_schedule(&schedule.airings).ok()?;
            Some((schedule, index))
        };
        let thread = Builder::new().name("schedule".to_owned()).spawn(read).ok();
        Self { stopped, end, thread }
    }

    fn wait(&mut self) -> Option<(Schedule, Index)> {
        let thread = self.thread.take()?;
        thread.join().unwrap_or_else(|panic| resume_unwind(panic))
    }
}

/// Whoever closes the station waits for what has its file open.
impl Drop for Coming {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Tells that a schedule was read, or will not be.
#[derive(Clone, Default)]
pub struct End(Arc<(Mutex<bool>, Condvar)>);

impl End {
    /// Waits for it.
    pub fn wait(&self) {
        let (is_over, told) = &*self.0;
        let mut over = is_over.lock().unwrap_or_else(PoisonError::into_inner);
        while !*over {
            over = told.wait(over).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Tells it however the thread ends.
struct Ends(End);

impl Drop for Ends {
    fn drop(&mut self) {
        let (is_over, told) = &*self.0.0;
        *is_over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        told.notify_all();
    }
}
