//! Reading the accepted schedule: a channel's hours, an episode's airings, or all of it.

use std::borrow::Borrow;
use std::hash::Hash;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use arna_domain::{Airing, BroadcastDate, ChannelId, Instant, Language, LicenceId, Origin, SlotId, VersionId};
use rusqlite::{Connection, Row, params};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::disk::Identity;
use crate::sqlite::{self, Half, ROWS_BETWEEN, rows_of_schedule};
use crate::{StoreError, journal};

/// All of a schedule, by channel and start, and the number of the last entry of the journal that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The entry.
    pub revision: i64,
    /// The airings.
    pub airings: Vec<Airing>,
}

/// Reads the schedule of a station that is open on connections of its own: whoever has it open goes on meanwhile.
#[derive(Debug)]
pub struct Reading {
    pub(crate) path: PathBuf,
    pub(crate) file: Identity,
    pub(crate) stopped: Arc<AtomicBool>,
}

impl Reading {
    /// Reads, with two threads. None where it was stopped, where another file lies in the station's place, and where somebody
    /// changed the station just then: whoever still wants it reads it from the station itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(self) -> Result<Option<Schedule>, StoreError> {
        let half = |half| part(&self.path, self.file, half, &self.stopped);
        let (first, second) = thread::scope(|scope| {
            let first = scope.spawn(|| half(Half::First));
            let second = half(Half::Second);
            (first.join().unwrap_or_else(|panic| resume_unwind(panic)), second)
        });
        Ok(match (first?, second?) {
            // Both have seen the same moment where both have seen the same entry.
            (Some(first), Some(second)) if first.revision == second.revision => {
                let mut airings = first.airings;
                airings.extend(second.airings);
                Some(Schedule {
                    revision: first.revision,
                    airings: sorted(airings),
                })
            }
            _ => None,
        })
    }
}

/// Half of a schedule, read on a connection of its own.
fn part(path: &Path, file: Identity, half: Half, stopped: &AtomicBool) -> Result<Option<Schedule>, StoreError> {
    let connection = sqlite::to_read(path)?;
    if Identity::of(path)? != file {
        return Ok(None);
    }
    let moment = connection.unchecked_transaction()?;
    let revision = journal::last_number(&moment)?;
    let airings = in_order_of_rows(&moment, half, stopped)?;
    Ok(airings.map(|airings| Schedule { revision, airings }))
}

/// The whole schedule, by channel and start.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Airing>, StoreError> {
    let airings = in_order_of_rows(connection, Half::Both, &AtomicBool::new(false))?;
    Ok(sorted(airings.unwrap_or_default()))
}

/// Rows are read fastest as they lie in the file, and mostly lie in the order of channels and starts: what does not is sorted here.
/// Airings that start together were written together, in the order of their turns, and keep it.
fn sorted(mut airings: Vec<Airing>) -> Vec<Airing> {
    airings.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
    airings
}

/// The airings of half of the rows; none when it was stopped.
fn in_order_of_rows(
    connection: &Connection,
    half: Half,
    stopped: &AtomicBool,
) -> Result<Option<Vec<Airing>>, StoreError> {
    const LOOK_UP_AFTER: usize = 4_096;
    let mut select = connection.prepare(&format!("SELECT {COLUMNS} FROM airing WHERE {ROWS_BETWEEN}"))?;
    let (first, last) = rows_of_schedule(connection, half)?;
    let mut rows = select.query([first, last])?;
    let (mut names, mut airings) = (Names::default(), Vec::new());
    while let Some(row) = rows.next()? {
        if airings.len() % LOOK_UP_AFTER == 0 && stopped.load(Ordering::Relaxed) {
            return Ok(None);
        }
        airings.push(names.airing(row)?);
    }
    Ok(Some(airings))
}

/// The airings of a channel that start in [from, until).
pub(crate) fn airings_starting(
    connection: &Connection,
    channel: &ChannelId,
    from: Instant,
    until: Instant,
) -> Result<Vec<Airing>, StoreError> {
    let mut select = connection.prepare_cached(&select_airings("channel = $1 AND start_ms >= $2 AND start_ms < $3"))?;
    collect(select.query(params![channel.as_str(), from.ms(), until.ms()])?)
}

/// The airings that touch [from, until), of one channel or all.
pub(crate) fn airings_touching(
    connection: &Connection,
    channel: Option<&ChannelId>,
    from: Instant,
    until: Instant,
) -> Result<Vec<Airing>, StoreError> {
    match channel {
        Some(channel) => {
            let mut select =
                connection.prepare_cached(&select_airings("channel = $1 AND end_ms > $2 AND start_ms < $3"))?;
            collect(select.query(params![channel.as_str(), from.ms(), until.ms()])?)
        }
        None => {
            let mut select = connection.prepare_cached(&select_airings("end_ms > $1 AND start_ms < $2"))?;
            collect(select.query(params![from.ms(), until.ms()])?)
        }
    }
}

/// The airings of a version.
pub(crate) fn airings_of_version(connection: &Connection, version: &VersionId) -> Result<Vec<Airing>, StoreError> {
    let mut select = connection.prepare_cached(&select_airings("version = $1"))?;
    collect(select.query([version.as_str()])?)
}

/// How large a schedule is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Its airings.
    pub airings: u64,
    /// Its first and last broadcast date, as the first and the last airing of each channel tell; none where nothing is planned.
    pub dates: Option<(BroadcastDate, BroadcastDate)>,
}

/// How large the schedule is, without a look at all of it.
pub(crate) fn extent(connection: &Connection) -> Result<Extent, StoreError> {
    let airings: i64 = connection.query_row("SELECT count(*) FROM airing", [], |row| row.get(0))?;
    let mut next = connection.prepare_cached("SELECT min(channel) FROM airing WHERE channel > $1")?;
    let mut first =
        connection.prepare_cached("SELECT date FROM airing WHERE channel = $1 ORDER BY start_ms LIMIT 1")?;
    let mut last =
        connection.prepare_cached("SELECT date FROM airing WHERE channel = $1 ORDER BY start_ms DESC LIMIT 1")?;
    let (mut channel, mut dates) = (String::new(), Vec::new());
    while let Some(one) = next.query_row([&channel], |row| row.get::<_, Option<String>>(0))? {
        for end in [&mut first, &mut last] {
            let date: String = end.query_row([&one], |row| row.get(0))?;
            dates.extend(BroadcastDate::parse(&date));
        }
        channel = one;
    }
    Ok(Extent {
        airings: airings.unsigned_abs(),
        dates: dates.iter().min().copied().zip(dates.iter().max().copied()),
    })
}

/// Some airing; none where nothing is planned at all.
pub(crate) fn any_airing(connection: &Connection) -> Result<Option<Airing>, StoreError> {
    let mut select = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM airing LIMIT 1"))?;
    Ok(collect(select.query([])?)?.pop())
}

const COLUMNS: &str = "channel, date, start_ms, end_ms, version, title, language, licence, slot, origin";

fn select_airings(condition: &str) -> String {
    format!("SELECT {COLUMNS} FROM airing WHERE {condition} ORDER BY channel, start_ms, turn")
}

fn collect(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Airing>, StoreError> {
    let (mut names, mut airings) = (Names::default(), Vec::new());
    while let Some(row) = rows.next()? {
        airings.push(names.airing(row)?);
    }
    Ok(airings)
}

/// The airing of a row.
pub(crate) fn airing(row: &Row<'_>) -> Result<Airing, StoreError> {
    Names::default().airing(row)
}

/// What airings are called by, each text once: a million airings name a few thousand versions.
#[derive(Default)]
struct Names {
    channels: FxHashSet<ChannelId>,
    versions: FxHashSet<VersionId>,
    licences: FxHashSet<LicenceId>,
    slots: FxHashSet<SlotId>,
    languages: FxHashMap<String, Language>,
    dates: FxHashMap<String, BroadcastDate>,
}

impl Names {
    fn airing(&mut self, row: &Row<'_>) -> Result<Airing, StoreError> {
        let odd = |what: &str| StoreError::damaged(format!("an airing's {what}"));
        let missing = || odd("channel, date or origin");
        Ok(Airing {
            channel: text(row, 0)?
                .map(|id| known(&mut self.channels, id))
                .ok_or_else(missing)?,
            date: self
                .date(text(row, 1)?.ok_or_else(missing)?)
                .ok_or_else(|| odd("date"))?,
            start: Instant::from_ms(row.get(2)?),
            end: Instant::from_ms(row.get(3)?),
            version: text(row, 4)?.map(|id| known(&mut self.versions, id)),
            title: text(row, 5)?.map(str::to_owned),
            language: match text(row, 6)? {
                Some(tag) => Some(self.language(tag).ok_or_else(|| odd("language"))?),
                None => None,
            },
            licence: text(row, 7)?.map(|id| known(&mut self.licences, id)),
            slot: text(row, 8)?.map(|id| known(&mut self.slots, id)),
            origin: Origin::parse(text(row, 9)?.ok_or_else(missing)?).ok_or_else(|| odd("origin"))?,
        })
    }

    fn date(&mut self, text: &str) -> Option<BroadcastDate> {
        if let Some(&known) = self.dates.get(text) {
            return Some(known);
        }
        let date = BroadcastDate::parse(text)?;
        self.dates.insert(text.to_owned(), date);
        Some(date)
    }

    fn language(&mut self, tag: &str) -> Option<Language> {
        if let Some(known) = self.languages.get(tag) {
            return Some(known.clone());
        }
        let language = Language::parse(tag)?;
        self.languages.insert(tag.to_owned(), language.clone());
        Some(language)
    }
}

/// The id of a text, the same for all who bear it.
fn known<Id: Borrow<str> + Clone + Eq + Hash + for<'t> From<&'t str>>(ids: &mut FxHashSet<Id>, text: &str) -> Id {
    if let Some(known) = ids.get(text) {
        return known.clone();
    }
    let id = Id::from(text);
    ids.insert(id.clone());
    id
}

/// A text where it stands in the file, without a copy.
fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<Option<&'r str>, StoreError> {
    let value = row.get_ref(at)?;
    match value.as_str_or_null() {
        Ok(text) => Ok(text),
        // Read as a copy it says of which column it is no text.
        Err(_) => Ok(row.get::<_, Option<String>>(at).map(|_| None)?),
    }
}
