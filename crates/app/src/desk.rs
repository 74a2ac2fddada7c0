//! One open station.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use arna_domain::index::starting;
use arna_domain::rules::RULES;
use arna_domain::{Airing, BroadcastDate, DateRange, Finding, Index, Instant, Station, Zones, values};
use arna_exchange::station_json;
pub use arna_planner::{Fix, Review, Standing};
use arna_planner::{RUNS_ON, in_order, running_on};
pub use arna_store::{Change, ChangeKind, Extent, OnDisk};
use arna_store::{Entry, Kind, Renewed, Store};

use crate::catalogue::Catalogue;
use crate::delivery::Reach;
use crate::failure::Failure;
use crate::opening::{End, Opening};
use crate::planning;
use crate::proposal::Proposal;
use crate::search::{Hit, Search};
use crate::source;

/// The sample station's document.
pub const SAMPLE: &str = include_str!("../../../sample/station.json");

/// Who does something, and when: never read from a clock or an account here.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Who.
    pub author: String,
    /// When.
    pub at: Instant,
}

/// A station file, opened to write.
pub struct Desk {
    // Before the store: whoever closes that leaves nobody who has its file open.
    opening: Option<Opening>,
    store: Store,
    zones: Zones,
    read: Option<Loaded>,
    /// Whether others' entries came with an edit of one's own, which nobody was told of yet.
    pub(crate) has_company: bool,
    /// The proposal as it was read last, at a revision.
    pub(crate) waiting: Option<(i64, Arc<Proposal>)>,
    /// What the catalogue is searched in; none until somebody searches.
    search: Option<Search>,
    /// The catalogue of a revision, where somebody looked at it.
    catalogue: Option<(i64, Catalogue)>,
    /// How servers of receivers are reached.
    pub(crate) reach: Reach,
}

/// What the file held at a revision.
#[derive(Clone)]
pub(crate) struct Loaded {
    pub(crate) revision: i64,
    pub(crate) station: Arc<Station>,
    pub(crate) index: Arc<Index>,
}

impl Loaded {
    /// Brings the index up to date with what changed in the station. Whoever works with the station as it was keeps that.
    ///
    /// # Errors
    /// Everything in the station that cannot be worked with now.
    pub(crate) fn index_again(&mut self, renewed: &Renewed, zones: &Zones) -> Result<(), Failure> {
        let is_decision = |kind: &Kind| matches!(kind, Kind::Pin | Kind::Airings);
        if renewed.kinds.iter().all(is_decision) {
            let new: Vec<Airing> = renewed
                .airings
                .iter()
                .flat_map(|(channel, from, until)| starting(&self.station.schedule, channel, *from, *until))
                .cloned()
                .collect();
            if Arc::make_mut(&mut self.index)
                .renew(&self.station, &new, &renewed.gone)
                .is_ok()
            {
                return Ok(());
            }
        }
        self.index = Arc::new(source::index_of(&self.station, zones)?);
        Ok(())
    }
}

impl Desk {
    /// A new station file without channels.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn create(path: &Path, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        Self::found(path, &Station::default(), "new_station", hand, zones)
    }

    /// A new station file with the sample station.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn sample(path: &Path, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        let station = station_json::read(SAMPLE.as_bytes())?;
        Self::found(path, &station, "sample_station", hand, zones)
    }

    /// A new station file from a document.
    ///
    /// # Errors
    /// When the document cannot be read or worked with, or the file exists already or cannot be written.
    pub fn import(document: &Path, path: &Path, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        let station = source::document(document)?;
        source::index_of(&station, &zones).map_err(|failure| failure.of(document))?;
        Self::found(path, &station, "import_station", hand, zones)
    }

    pub(crate) fn found(path: &Path, station: &Station, op: &str, hand: &Hand, zones: Zones) -> Result<Self, Failure> {
        source::index_of(station, &zones)?;
        let store = Store::create(path, station, &entry(op, values! {}, hand))
            .map_err(|error| Failure::from(error).of(path))?;
        Ok(Self::at(store, zones))
    }

    /// A station file, opened to write; taken over from an older version and backed up where that is due. A copy of a station on a
    /// server is connected to it, where that can be.
    ///
    /// # Errors
    /// When there is no station file there, it is newer than this program, damaged, or another program has it open.
    pub fn open(path: &Path, now: Instant, zones: Zones) -> Result<Self, Failure> {
        let mut desk = Self::open_apart(path, now, zones)?;
        desk.sign_in();
        Ok(desk)
    }

    /// A station file, opened to write as [`Desk::open`] does, and not connected to any server: whoever shows it waits for none.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_apart(path: &Path, now: Instant, zones: Zones) -> Result<Self, Failure> {
        let store = Store::open(path, now).map_err(|error| Failure::from(error).of(path))?;
        Ok(Self::at(store, zones))
    }

    /// A station file, opened to read only: whoever else writes it, and in a folder that is closed to writing.
    ///
    /// # Errors
    /// When there is no station file there, or it is newer or older than this program, or damaged.
    pub fn open_to_read(path: &Path, zones: Zones) -> Result<Self, Failure> {
        let store = Store::open_to_read(path).map_err(|error| Failure::from(error).of(path))?;
        Ok(Self::at(store, zones))
    }

    fn at(store: Store, zones: Zones) -> Self {
        Self {
            opening: None,
            store,
            zones,
            read: None,
            has_company: false,
            waiting: None,
            search: None,
            catalogue: None,
            reach: Reach::of_system(),
        }
    }

    /// Says otherwise how servers of receivers are reached. None is before something is handed to one.
    pub fn reach_by(&mut self, reach: Reach) {
        self.reach = reach;
    }

    /// Whether the station was opened to read only.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// What became of the file since it was looked at last; what another program changed in it is read again, and what others did
    /// on a shared station is taken in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn on_disk(&mut self) -> Result<OnDisk, Failure> {
        let found = self.store.on_disk()?;
        if found == OnDisk::Changed {
            self.forget();
        }
        if found == OnDisk::AsItWas {
            return Ok(self.keep_up());
        }
        Ok(found)
    }

    /// Forgets what was read of the file: it is read again when it is asked for.
    pub(crate) fn forget(&mut self) {
        self.opening = None;
        self.read = None;
        self.waiting = None;
        // Coming back to a server, a file may hold another station under the same number.
        self.search = None;
        self.catalogue = None;
    }

    /// Makes the file alone the whole station, in an idle moment.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn rest(&mut self) -> Result<(), Failure> {
        Ok(self.store.fold()?)
    }

    /// Writes the station as it is open to another file, also where its own is gone or replaced.
    ///
    /// # Errors
    /// When the file exists already or cannot be written.
    pub fn save_copy(&self, to: &Path) -> Result<(), Failure> {
        self.store.save_copy(to).map_err(|error| Failure::from(error).of(to))
    }

    /// Where the file lies.
    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    /// The zone data that times are computed with.
    pub fn zones(&self) -> &Zones {
        &self.zones
    }

    /// The station, its accepted schedule included, and its index.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn station(&mut self) -> Result<(&Station, &Index), Failure> {
        let read = self.loaded()?;
        Ok((&read.station, &read.index))
    }

    /// The station, and how large its schedule is. The schedule need not be there: where it was not read yet it is being read from
    /// here on, and the station has of it what [`Desk::for_week`] took last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn at_first(&mut self) -> Result<(&Station, &Index, Extent), Failure> {
        let extent = self.store.extent()?;
        let revision = self.store.revision()?;
        if let Some(read) = self.read.as_ref().filter(|read| read.revision == revision) {
            return Ok((&read.station, &read.index, extent));
        }
        let opening = match self.opening.take().filter(|one| one.revision == revision) {
            Some(opening) => opening,
            None => Opening::of(&self.store, &self.zones)?,
        };
        let opening = self.opening.insert(opening);
        Ok((&opening.station, &opening.index, extent))
    }

    /// What a week of a channel is shown from: the station, or, as long as nobody asked for all of it, as much as that week needs.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn for_week(&mut self, channel: &str, from: BroadcastDate) -> Result<(&Station, &Index), Failure> {
        let revision = self.store.revision()?;
        if self.opening.as_ref().is_none_or(|one| one.revision != revision) {
            return self.station();
        }
        let Some(opening) = &mut self.opening else {
            return Err(Failure::new("no_station_open", values! {}));
        };
        if let Some(channel) = opening.index.channel(channel) {
            opening.look_at(&self.store, channel, from)?;
        }
        Ok((&opening.station, &opening.index))
    }

    /// What tells that the schedule was read, where it is still being read: whoever needs all of it waits for that without keeping
    /// others from the desk.
    pub fn coming(&self) -> Option<End> {
        self.opening.as_ref().map(Opening::end)
    }

    /// What the file holds now.
    pub(crate) fn loaded(&mut self) -> Result<&Loaded, Failure> {
        let revision = self.store.revision()?;
        let read = match self.read.take() {
            Some(read) if read.revision == revision => read,
            _ => {
                self.search = None;
                match self.opening.take().and_then(|opening| opening.whole(revision)) {
                    Some(read) => read,
                    None => self.read_whole(revision)?,
                }
            }
        };
        Ok(self.read.insert(read))
    }

    fn read_whole(&self, revision: i64) -> Result<Loaded, Failure> {
        let station = self.store.station()?;
        let index = source::index_of(&station, &self.zones)?;
        Ok(Loaded {
            revision,
            station: Arc::new(station),
            index: Arc::new(index),
        })
    }

    /// Waits for what is still being read: it is brought up to date with a change faster than it is read again.
    fn settle(&mut self) -> Result<(), Failure> {
        if self.opening.is_some() {
            self.loaded()?;
        }
        Ok(())
    }

    /// The station with its catalogue as it is looked through.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue(&mut self) -> Result<(&Station, &Index, &Catalogue), Failure> {
        let revision = self.store.revision()?;
        let known = self.catalogue.take().filter(|(of, _)| *of == revision);
        let (station, index) = self.station()?;
        let made = known.unwrap_or_else(|| (revision, Catalogue::of(station, index)));
        self.catalogue = Some(made);
        match (&self.read, &self.catalogue) {
            (Some(read), Some((_, catalogue))) => Ok((&read.station, &read.index, catalogue)),
            _ => Err(Failure::new("no_station_open", values! {})),
        }
    }

    /// What a coordinator should know of the accepted schedule in a range: broken rules, open slots, missed quotas.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn review(&mut self, range: DateRange) -> Result<Review, Failure> {
        let (station, index) = self.station()?;
        Ok(review(index, &station.schedule, range))
    }

    /// A [`Desk::review`] that spares why open slots are open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn survey(&mut self, range: DateRange) -> Result<Review, Failure> {
        let (station, index) = self.station()?;
        Ok(survey(index, &station.schedule, range))
    }

    /// Undoes the last step, on a shared station the last of one's own; none when there is nothing to undo.
    ///
    /// # Errors
    /// `touched_since` where somebody else changed the same since; when the file cannot be written.
    pub fn undo(&mut self, hand: &Hand) -> Result<Option<Change>, Failure> {
        self.settle()?;
        if self.attachment().is_some() {
            return self.take_back_next("undo", hand);
        }
        let undone = self.store.undo(&hand.author, hand.at)?;
        if let Some(change) = &undone {
            self.follow(change);
        }
        Ok(undone)
    }

    /// Does again what was undone last, on a shared station by oneself; none when there is nothing to do again.
    ///
    /// # Errors
    /// `touched_since` where somebody else changed the same since; when the file cannot be written.
    pub fn redo(&mut self, hand: &Hand) -> Result<Option<Change>, Failure> {
        self.settle()?;
        if self.attachment().is_some() {
            return self.take_back_next("redo", hand);
        }
        let redone = self.store.redo(&hand.author, hand.at)?;
        if let Some(change) = &redone {
            self.follow(change);
        }
        Ok(redone)
    }

    /// The steps that undo and redo would take.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_steps(&self) -> Result<(Option<Change>, Option<Change>), Failure> {
        Ok((self.store.next_undo()?, self.store.next_redo()?))
    }

    /// The journal, newest first, from before this number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn log(&self, before: Option<i64>, most: u32) -> Result<Vec<Change>, Failure> {
        Ok(self.store.log(before, most)?)
    }

    /// The journal of a station file that is opened only to read, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn log_of(path: &Path, before: Option<i64>, most: u32) -> Result<Vec<Change>, Failure> {
        let log = Store::open_to_read(path).and_then(|store| store.log(before, most));
        log.map_err(|error| Failure::from(error).of(path))
    }

    /// The number of the last journal entry.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revision(&self) -> Result<i64, Failure> {
        Ok(self.store.revision()?)
    }

    /// Whether the file holds together.
    ///
    /// # Errors
    /// What is damaged.
    pub fn verify(&self) -> Result<(), Failure> {
        Ok(self.store.verify()?)
    }

    /// Writes the accepted schedule, or the station, to a file in a channel's form.
    ///
    /// # Errors
    /// When the file cannot be written; what the form cannot carry.
    pub fn export(&mut self, what: &crate::export::What, to: &Path) -> Result<crate::export::Written, Failure> {
        let zones = self.zones.clone();
        let (station, index) = self.station()?;
        crate::export::to_file(station, index, &station.schedule, &zones, what, to)
    }

    pub(crate) fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    pub(crate) fn store_ref(&self) -> &Store {
        &self.store
    }

    /// Brings what is read up to date with an entry that was just written; what does not follow is read again when it is asked
    /// for.
    pub(crate) fn follow(&mut self, change: &Change) {
        let Some(mut read) = self.read.take().filter(|read| read.revision + 1 == change.number) else {
            return;
        };
        let renewed = self.store.renew(change, Arc::make_mut(&mut read.station));
        if let Ok(renewed) = renewed
            && read.index_again(&renewed, &self.zones).is_ok()
        {
            read.revision = change.number;
            self.know(read, &renewed);
        }
    }

    /// What was read of the file, taken out of the desk: whoever changes it gives it back, or it is read again.
    pub(crate) fn take(&mut self) -> Result<Loaded, Failure> {
        self.loaded()?;
        let gone = || Failure::new("station_damaged", values! { "what" => "" });
        self.read.take().ok_or_else(gone)
    }

    /// What was read of the file, if anything.
    pub(crate) fn read(&mut self) -> Option<&mut Loaded> {
        self.read.as_mut()
    }

    /// Keeps what is read, after a change.
    pub(crate) fn know(&mut self, read: Loaded, renewed: &Renewed) {
        if renewed.kinds.contains(&Kind::Programme) {
            self.search = None;
        }
        self.read = Some(read);
    }

    /// Programmes and episodes that a text means, the nearest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&mut self, text: &str, most: usize) -> Result<Vec<Hit>, Failure> {
        let station = Arc::clone(&self.loaded()?.station);
        let search = self.search.get_or_insert_with(|| Search::of(&station));
        Ok(search.find(text, most))
    }
}

/// What a coordinator should know of a schedule in a range.
pub fn review(index: &Index, schedule: &[Airing], range: DateRange) -> Review {
    judged(index, schedule, range, arna_planner::review)
}

/// A [`review`] that spares why open slots are open.
pub fn survey(index: &Index, schedule: &[Airing], range: DateRange) -> Review {
    judged(index, schedule, range, arna_planner::survey)
}

fn judged(
    index: &Index,
    schedule: &[Airing],
    range: DateRange,
    judge: impl Fn(&Index, DateRange, &[Airing]) -> Review,
) -> Review {
    let judged = planning::judged_in(index, schedule, range);
    let airings = within(schedule, range);
    let mut review = judge(&judged, range, &airings);
    review.findings.extend(running_on(&judged, range, &airings));
    review.findings = in_order(review.findings);
    if index.history.iter().any(|one| range.holds(one.date)) {
        of_what_aired(index, schedule, &mut review);
    }
    review
}

/// Of what has aired a review tells only what concerns rights: nobody can place it better any more.
fn of_what_aired(index: &Index, schedule: &[Airing], review: &mut Review) {
    const OF_RIGHTS: [&str; 5] = [
        "not_licensed",
        "runs_exhausted",
        "held_back",
        "blacked_out",
        "rating_hours",
    ];
    let starts: HashSet<_> = index.history.iter().map(|one| (one.channel, one.start)).collect();
    let has_aired = |finding: &Finding| {
        let channel = finding.place.channel.as_ref().and_then(|id| index.channel(id.as_str()));
        channel
            .zip(finding.place.instant())
            .is_some_and(|place| starts.contains(&place))
    };
    review.findings.retain(|finding| {
        OF_RIGHTS.contains(&finding.code.as_str())
            || !(finding.code == RUNS_ON || RULES.iter().any(|rule| rule.code == finding.code))
            || !has_aired(finding)
    });
    let mut told: HashSet<_> = index.history.iter().map(|one| (one.channel, one.date)).collect();
    // A date that is scheduled and of which history tells is over only where the schedule was brought up to it.
    for airing in schedule.iter().filter(|airing| airing.origin.is_programme()) {
        if let Some(channel) = index.channel(airing.channel.as_str())
            && !starts.contains(&(channel, airing.start))
        {
            told.remove(&(channel, airing.date));
        }
    }
    review.open.retain(|open| {
        let slot = index
            .slot(open.slot.as_str())
            .map(|slot| index.slots[slot.at()].channel);
        slot.is_none_or(|channel| !told.contains(&(channel, open.date)))
    });
}

pub(crate) fn within(schedule: &[Airing], range: DateRange) -> Vec<Airing> {
    schedule
        .iter()
        .filter(|airing| range.holds(airing.date))
        .cloned()
        .collect()
}

pub(crate) fn entry(op: &str, args: arna_domain::Values, hand: &Hand) -> Entry {
    Entry {
        op: op.to_owned(),
        args,
        author: hand.author.clone(),
        at: hand.at,
    }
}
