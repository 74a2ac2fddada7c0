//! Reading what others' files say is on air. Nothing of a station changes; [`crate::import`] makes a proposal of it.

use std::path::{Path, PathBuf};

use arna_domain::receiver::DateOf;
use arna_domain::time::ChannelClock;
use arna_domain::{Fill, Index, Station, values};
use arna_exchange::bxf;
pub use arna_exchange::listing::Text;
pub use arna_exchange::received::{At, Received, ReceivedAiring, Remark};
use arna_exchange::sheet::{self, Encoding, Known};
use arna_exchange::{playout, xmltv};

use crate::failure::Failure;
use crate::source;

/// Playlists that are read at once, at most: ten years of one channel.
const MOST_LISTS: usize = 4_000;
/// How deep below a folder they are looked for: channel, year and month.
const DEEPEST_FOLDER: usize = 4;

/// The channel that a file is about, by whose clock it is read.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The station.
    pub station: &'a Station,
    /// Its index.
    pub index: &'a Index,
    /// The channel.
    pub channel: &'a str,
}

impl About<'_> {
    fn clock(&self) -> Result<&ChannelClock, Failure> {
        let number = self.index.channel(self.channel);
        let number = number.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => self.channel }))?;
        Ok(&self.index.channels[number.at()].clock)
    }
}

/// A guide.
///
/// # Errors
/// What cannot be read, with its place.
pub fn guide(path: &Path) -> Result<Received, Failure> {
    xmltv::read::read(&source::bytes(path)?).map_err(|error| Failure::from(error).of(path))
}

/// A BXF schedule.
///
/// # Errors
/// `unknown_channel`; what cannot be read, with its place.
pub fn bxf(path: &Path, about: &About<'_>, date_of: DateOf) -> Result<Received, Failure> {
    let clock = about.clock()?;
    bxf::read::read(&source::bytes(path)?, clock, date_of).map_err(|error| Failure::from(error).of(path))
}

/// A schedule in the sheets of a book or in a table. What it names is looked for in the station.
///
/// # Errors
/// `unknown_channel`; what is no spreadsheet.
pub fn sheets(path: &Path, about: &About<'_>) -> Result<Received, Failure> {
    let clock = about.clock()?;
    let book = sheet::read(&source::bytes(path)?, Encoding::Guessed)
        .map_err(|error| Failure::new(error.code(), error.values()).of(path))?;
    let known = known(about.station);
    let mut all = Received::default();
    for sheet in book.sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
        let mut own = sheet::schedule(sheet, Some(clock), &known);
        all.airings.append(&mut own.airings);
        all.remarks.append(&mut own.remarks);
        all.further_remarks += own.further_remarks;
    }
    Ok(all)
}

/// Playlists as ffplayout reads them: a file, or all in a folder and those below it.
///
/// # Errors
/// `unknown_channel`, `too_many_playlists`; what cannot be read, with its place.
pub fn playlists(path: &Path, about: &About<'_>) -> Result<Received, Failure> {
    let clock = about.clock()?;
    let mut files = Vec::new();
    if path.is_dir() {
        lists_under(path, &mut files, DEEPEST_FOLDER)?;
        files.sort();
    } else {
        files.push(path.to_owned());
    }
    let mut lists = Vec::with_capacity(files.len());
    for file in files {
        let list = playout::read::read(&source::bytes(&file)?);
        lists.push(list.map_err(|error| Failure::from(error).of(&file))?);
    }
    Ok(playout::read::received(lists, clock))
}

fn lists_under(folder: &Path, found: &mut Vec<PathBuf>, deep: usize) -> Result<(), Failure> {
    let trouble = |error: std::io::Error| Failure::io("read", &error, folder);
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(trouble)?);
        if kind.is_dir() && deep > 0 {
            lists_under(&path, found, deep - 1)?;
        } else if kind.is_file() && path.extension().is_some_and(|own| own == "json") {
            if found.len() == MOST_LISTS {
                let values = values! { "most" => MOST_LISTS };
                return Err(Failure::new("too_many_playlists", values).of(folder));
            }
            found.push(path);
        }
    }
    Ok(())
}

fn known(station: &Station) -> Known {
    let mut known = Known::default();
    for programme in &station.programmes {
        known.titles.extend(programme.title.0.values().cloned());
        let episodes = programme.seasons.iter().flat_map(|season| &season.episodes);
        let versions = episodes.flat_map(|episode| &episode.versions);
        known.versions.extend(versions.map(|version| version.id.to_string()));
    }
    for slot in &station.slots {
        if let Fill::Hold(hold) = &slot.fill {
            known.titles.push(hold.title.clone());
        }
    }
    known
}
