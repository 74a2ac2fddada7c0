//! An open station file.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Weak};

use arna_domain::{Airing, ChannelId, Instant, Station, VersionId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::disk::{self, Identity, OnDisk, Stamp};
use crate::edit::{self, Edit, Renewed};
use crate::journal::{self, Change, ChangeKind, Entry, Step};
use crate::lock::Lock;
use crate::schedule::{self, Extent, Reading};
use crate::shared::push::{self, Sent};
use crate::shared::{Aside, Shared, SharedError, undo};
use crate::{StoreError, backup, found, identity, past, place, sqlite, verify};

/// An open station file: to write, as the only one who does, or to read.
#[derive(Debug)]
pub struct Store {
    // Before the lock: whoever takes that next finds the file closed.
    pub(crate) connection: Connection,
    lock: Option<Lock>,
    pub(crate) path: PathBuf,
    file: Identity,
    stamp: Stamp,
    /// Whether something may lie in the log beside the file only.
    is_folded: bool,
    /// Where the station lies on a server, if it does.
    pub(crate) shared: Option<Shared>,
    /// The entry that others were quicker than, until it is done again or is for a person to decide.
    pub(crate) late: Option<Aside>,
    /// Others' entries that came with one of one's own, until somebody asks for them.
    pub(crate) came: Vec<Change>,
    /// Held by whoever brings the station to a server.
    pub(crate) on_its_way: Weak<()>,
}

impl Store {
    /// Makes a station file and opens it to write.
    ///
    /// # Errors
    /// [`StoreError::FileExists`]; when it cannot be written, which leaves nothing behind.
    pub fn create(path: &Path, station: &Station, entry: &Entry) -> Result<Self, StoreError> {
        found::found(path, station, entry)?;
        Self::open(path, entry.at)
    }

    /// Opens a station file to write. An older form is taken over into the newest, after a backup; a backup is taken too where
    /// the last is a day old.
    ///
    /// # Errors
    /// What is no station, newer, or damaged: it stays as it is, byte for byte. [`StoreError::StationLocked`] where another
    /// program writes it; [`StoreError::StationNames`] where it has other names.
    pub fn open(path: &Path, now: Instant) -> Result<Self, StoreError> {
        let path = &place::itself(path)?;
        let form = identity::form_of(path)?;
        let lock = Lock::take(path)?;
        let mut connection = sqlite::to_write(path)?;
        if form < identity::FORM {
            backup::take(path, &connection, now)?;
            sqlite::migrate(&mut connection)?;
        } else {
            backup::take_if_due(path, &connection, now)?;
        }
        Self::opened(connection, Some(lock), path)
    }

    /// Opens a station file to read, whoever writes it, even in a folder that is closed to writing.
    ///
    /// # Errors
    /// What is no station, newer, older, or damaged.
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let path = &place::itself(path)?;
        identity::form_of(path)?;
        Self::opened(sqlite::to_read(path)?, None, path)
    }

    fn opened(connection: Connection, lock: Option<Lock>, path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            file: Identity::of(path)?,
            stamp: Stamp::of(&connection, path)?,
            is_folded: false,
            shared: Shared::of(&connection)?,
            late: None,
            came: Vec::new(),
            on_its_way: Weak::new(),
            connection,
            lock,
            path: path.to_owned(),
        })
    }

    /// Whether it was opened to read only.
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// What became of the file since it was looked at last: changes of one's own do not count. A change is told once, a file that
    /// is replaced or gone is told until the station is opened again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn on_disk(&mut self) -> Result<OnDisk, StoreError> {
        let found = disk::compare(&self.connection, &self.path, self.file, self.stamp)?;
        if let OnDisk::Changed = found {
            self.stamp = Stamp::of(&self.connection, &self.path)?;
        }
        Ok(found)
    }

    /// Refuses where a change would be lost: in a file that was opened to read or that lies no longer in its place, and while the
    /// station is on its way to a server.
    pub(crate) fn may_write(&self) -> Result<(), StoreError> {
        self.may_write_own()?;
        match self.on_its_way.strong_count() {
            0 => Ok(()),
            _ => Err(SharedError::OnItsWay.into()),
        }
    }

    /// As [`Store::may_write`], for what goes to no server.
    fn may_write_own(&self) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Err(StoreError::StationReadOnly);
        }
        match disk::compare(&self.connection, &self.path, self.file, self.stamp)? {
            OnDisk::Gone => Err(StoreError::StationGone),
            OnDisk::Replaced => Err(StoreError::StationReplaced),
            OnDisk::Changed | OnDisk::AsItWas => Ok(()),
        }
    }

    /// What was written last is one's own.
    pub(crate) fn wrote(&mut self) {
        self.stamp.written(&self.path);
        self.is_folded = false;
    }

    /// Takes what lies in the log beside the file into the file, so that whoever copies the file alone has all of it. For idle
    /// moments: nothing is safer by it, and what others read meanwhile stays in the log.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn fold(&mut self) -> Result<(), StoreError> {
        if self.is_folded || self.may_write().is_err() {
            return Ok(());
        }
        let is_folded = sqlite::fold(&self.connection)?;
        self.wrote();
        self.is_folded = is_folded;
        Ok(())
    }

    /// Writes the whole station to another file, also where its own is gone or replaced.
    ///
    /// # Errors
    /// [`StoreError::FileExists`]; when it cannot be written.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        backup::save(&self.path, &self.connection, to)
    }

    /// Where the file lies; of one that was opened by a symbolic link, where that leads.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole station, as it was put in: lists in their order, the schedule by channel and start.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn station(&self) -> Result<Station, StoreError> {
        edit::station(&self.connection)
    }

    /// The station without its schedule.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn station_without_schedule(&self) -> Result<Station, StoreError> {
        edit::station_without_schedule(&self.connection)
    }

    /// The whole station as it was after an entry of the journal, every later one taken back.
    ///
    /// # Errors
    /// [`StoreError::NoSuchEntry`]; when the file cannot be read.
    pub fn station_after(&self, number: i64) -> Result<Station, StoreError> {
        past::station_after(&self.connection, number)
    }

    /// The airings that touch [from, until), of one channel or all, by channel and start.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn airings(
        &self,
        channel: Option<&ChannelId>,
        from: Instant,
        until: Instant,
    ) -> Result<Vec<Airing>, StoreError> {
        schedule::airings_touching(&self.connection, channel, from, until)
    }

    /// The airings of a channel that start in [from, until), by start.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn airings_starting(
        &self,
        channel: &ChannelId,
        from: Instant,
        until: Instant,
    ) -> Result<Vec<Airing>, StoreError> {
        schedule::airings_starting(&self.connection, channel, from, until)
    }

    /// The airings of a version, by channel and start.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn airings_of_version(&self, version: &VersionId) -> Result<Vec<Airing>, StoreError> {
        schedule::airings_of_version(&self.connection, version)
    }

    /// Some airing; none where nothing is planned at all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn any_airing(&self) -> Result<Option<Airing>, StoreError> {
        schedule::any_airing(&self.connection)
    }

    /// What reads the schedule on connections of its own, in a thread of its own if need be; whoever sets the flag stops it.
    pub fn reading(&self, stopped: Arc<AtomicBool>) -> Reading {
        Reading {
            path: self.path.clone(),
            file: self.file,
            stopped,
        }
    }

    /// How large the schedule is, without a look at all of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn extent(&self) -> Result<Extent, StoreError> {
        schedule::extent(&self.connection)
    }

    /// From the first start to the last end of the schedule.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn schedule_span(&self) -> Result<Option<(Instant, Instant)>, StoreError> {
        let span: (Option<i64>, Option<i64>) =
            self.connection
                .query_row("SELECT min(start_ms), max(end_ms) FROM airing", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
        Ok(span
            .0
            .zip(span.1)
            .map(|(from, until)| (Instant::from_ms(from), Instant::from_ms(until))))
    }

    /// Changes the station: one transaction, one journal entry, one step of undo. Where `change` fails nothing has changed.
    ///
    /// # Errors
    /// What `change` refuses; when the file cannot be written. On a shared station what the server refuses, and
    /// [`StoreError::KeptAside`] where others were quicker: then [`Store::again`] does it again.
    pub fn transact<T>(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, Change), StoreError> {
        self.may_write()?;
        let entry = self.signed(entry);
        match self.is_with_server() {
            true => self.lightly(|store| store.write(&entry, change)),
            false => self.write(&entry, change),
        }
    }

    fn write<T>(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, Change), StoreError> {
        let transaction = self.connection.transaction()?;
        let mut edit = Edit::new(&transaction);
        let done = change(&mut edit)?;
        let steps = edit.into_steps();
        let noted = journal::write(&transaction, entry, ChangeKind::Do, &steps)?;
        let sent = match &mut self.shared {
            Some(shared) => push::send(shared, &transaction, noted.number, entry, &steps)?,
            None => Sent::Taken,
        };
        match sent {
            Sent::Taken => {
                transaction.commit()?;
                self.wrote();
                Ok((done, noted))
            }
            Sent::TakenAfter(theirs) => {
                transaction.rollback()?;
                Ok((done, self.take_over_own(theirs, |_| Ok(()))?))
            }
            Sent::Late(theirs) => {
                transaction.rollback()?;
                let aside = self.put_aside(entry, steps)?;
                let came = self.take_over(theirs, |_| Ok(()))?;
                self.came.extend(came);
                Err(StoreError::KeptAside { aside })
            }
        }
    }

    /// Undoes the last entry that is done; none when there is nothing to undo.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn undo(&mut self, author: &str, at: Instant) -> Result<Option<Change>, StoreError> {
        self.may_walk()?;
        let Some(last) = self.next_undo()? else { return Ok(None) };
        let steps = journal::steps_of(&self.connection, last.number)?;
        let inverse: Vec<Step> = steps.into_iter().rev().map(Step::inverse).collect();
        let kind = ChangeKind::Undo { of: last.number };
        self.walk(last, inverse, kind, author, at).map(Some)
    }

    /// Does the entry again that was undone last; none when there is nothing to do again.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn redo(&mut self, author: &str, at: Instant) -> Result<Option<Change>, StoreError> {
        self.may_walk()?;
        let Some(next) = self.next_redo()? else { return Ok(None) };
        let steps = journal::steps_of(&self.connection, next.number)?;
        let kind = ChangeKind::Redo { of: next.number };
        self.walk(next, steps, kind, author, at).map(Some)
    }

    /// On a shared station nothing is undone but by an entry of its own, as [`Edit::revert`] makes one.
    fn may_walk(&self) -> Result<(), StoreError> {
        match &self.shared {
            Some(_) => Err(StoreError::StationReadOnly),
            None => Ok(()),
        }
    }

    fn walk(
        &mut self,
        of: Change,
        steps: Vec<Step>,
        kind: ChangeKind,
        author: &str,
        at: Instant,
    ) -> Result<Change, StoreError> {
        let entry = Entry {
            op: of.op,
            args: of.args,
            author: author.to_owned(),
            at,
        };
        self.may_write()?;
        let transaction = self.connection.transaction()?;
        let mut edit = Edit::new(&transaction);
        for step in steps {
            edit.take(step)?;
        }
        let noted = journal::write(&transaction, &entry, kind, &edit.into_steps())?;
        transaction.commit()?;
        self.wrote();
        Ok(noted)
    }

    /// Brings a station that was read before an entry up to date with it, at the cost of what the entry touched.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn renew(&self, change: &Change, station: &mut Station) -> Result<Renewed, StoreError> {
        let number = match change.kind {
            ChangeKind::Undo { of } | ChangeKind::Redo { of } => of,
            ChangeKind::Found | ChangeKind::Do => change.number,
        };
        edit::renew(&self.connection, &journal::steps_of(&self.connection, number)?, station)
    }

    /// The entry that undo would undo; on a shared station among one's own.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_undo(&self) -> Result<Option<Change>, StoreError> {
        match &self.shared {
            Some(shared) => undo::next_undo(&self.connection, &shared.address.login),
            None => journal::next_undo(&self.connection),
        }
    }

    /// The entry that redo would do again; on a shared station the one of one's own that took it back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_redo(&self) -> Result<Option<Change>, StoreError> {
        match &self.shared {
            Some(shared) => undo::next_redo(&self.connection, &shared.address.login),
            None => journal::next_redo(&self.connection),
        }
    }

    /// An entry of the journal.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entry(&self, number: i64) -> Result<Option<Change>, StoreError> {
        let found = self.log(Some(number.saturating_add(1)), 1)?.pop();
        Ok(found.filter(|change| change.number == number))
    }

    /// The journal, newest first, from before this number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn log(&self, before: Option<i64>, most: u32) -> Result<Vec<Change>, StoreError> {
        journal::log(&self.connection, before.unwrap_or(i64::MAX), most)
    }

    /// The number of the last journal entry.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revision(&self) -> Result<i64, StoreError> {
        journal::last_number(&self.connection)
    }

    /// Writes what the journal does not tell of.
    pub(crate) fn write_beside(
        &mut self,
        write: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.may_write()?;
        let transaction = self.connection.transaction()?;
        write(&transaction)?;
        transaction.commit()?;
        self.wrote();
        Ok(())
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Keeps a plan that waits for a decision, in place of an earlier one. The journal does not tell of it.
    ///
    /// # Errors
    /// When the file cannot be written; [`StoreError::ProposalTooLong`], which leaves an earlier one.
    pub fn keep_proposal(&mut self, text: &str) -> Result<(), StoreError> {
        let (mib, most) = ((text.len() as u64).div_ceil(1 << 20), u64::from(sqlite::LONGEST_MIB));
        // The row is a little longer than its text.
        if mib >= most {
            return Err(StoreError::ProposalTooLong { mib, most });
        }
        self.may_write_own()?;
        let transaction = self.connection.transaction()?;
        transaction.execute("DELETE FROM proposal", [])?;
        transaction.execute("INSERT INTO proposal (one, text) VALUES (1, $1)", params![text])?;
        transaction.commit()?;
        self.wrote();
        Ok(())
    }

    /// The plan that waits for a decision.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn proposal(&self) -> Result<Option<String>, StoreError> {
        let text = self
            .connection
            .query_row("SELECT text FROM proposal", [], |row| row.get(0));
        Ok(text.optional()?)
    }

    /// Forgets the plan that waits for a decision.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn drop_proposal(&mut self) -> Result<(), StoreError> {
        self.may_write_own()?;
        self.connection.execute("DELETE FROM proposal", [])?;
        self.wrote();
        Ok(())
    }

    /// Whether the file holds together, as [`crate::verify`] looks at it.
    ///
    /// # Errors
    /// [`StoreError::StationDamaged`] with what is wrong.
    pub fn verify(&self) -> Result<(), StoreError> {
        verify::sound(&self.connection)
    }
}
