//! Writing a schedule or a station out in a form that others read.

use std::io::Write;
use std::path::Path;

use arna_domain::index::ChannelIx;
use arna_domain::receiver::{DateOf, Edition, is_authority};
use arna_domain::{
    Airing, BroadcastDate, DateRange, Finding, FrameRate, Index, Instant, Language, Plan, ProgrammeId, Station, Zones,
    values,
};
pub use arna_exchange::csv::Heads;
pub use arna_exchange::page::Words as PageWords;
pub use arna_exchange::pdf::{Revision as PaperRevision, Words as PaperWords};
pub use arna_exchange::playout::Naming;
use arna_exchange::{
    WriteError, bxf, csv, dvbi, file, ics,
    listing::{self, Listing},
    page, pdf, plan_json, playout, station_json, tva, xlsx, xmltv,
};

use crate::failure::Failure;

/// What to write.
#[derive(Clone, Debug)]
pub enum What {
    /// The whole station as `arna-station/1`.
    Station,
    /// A channel's schedule.
    Schedule {
        /// The form.
        form: Form,
        /// The channel.
        channel: String,
        /// The dates.
        range: DateRange,
        /// The language of titles, with fall-backs where it lacks.
        language: Language,
    },
    /// When a programme airs where, as a page.
    Page {
        /// The programme.
        programme: ProgrammeId,
        /// The channels; none: all.
        channels: Vec<String>,
        /// The dates.
        range: DateRange,
        /// The language of titles, with fall-backs where it lacks.
        language: Language,
        /// What the page says around its facts.
        words: Box<PageWords>,
    },
}

/// A form of a schedule.
#[derive(Clone, Debug)]
pub enum Form {
    /// An XMLTV guide.
    Xmltv,
    /// A table with these head names.
    Csv(Box<Heads>),
    /// A book for Excel with these head names.
    Xlsx(Box<Heads>),
    /// A calendar.
    Ics {
        /// The programme whose airings are wanted; none: all of the channel's.
        programme: Option<ProgrammeId>,
        /// The number of the revision.
        sequence: u32,
        /// When it was published; none: when the first date begins, so that the same is the same each time.
        published: Option<Instant>,
    },
    /// Events for traffic and automation.
    Bxf {
        /// The rate of frames.
        rate: FrameRate,
        /// Which date stands beside a time past midnight.
        date_of: DateOf,
        /// When it was published; none: when the first date begins.
        published: Option<Instant>,
    },
    /// A guide for sets.
    Tva {
        /// The schema's year.
        edition: Edition,
        /// The authority of CRIDs.
        authority: String,
    },
    /// A guide for sets in the profile of DVB-I.
    Dvbi {
        /// The schema's year.
        edition: Edition,
        /// The authority of CRIDs.
        authority: String,
    },
    /// Weeks to be pinned to a wall.
    PdfWeek(Box<Paper>),
    /// A rundown to be read in print.
    PdfRundown(Box<Paper>),
}

/// What paper says around its facts.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The words.
    pub words: PaperWords,
    /// The revision that it is of; none: it is of what is accepted or planned.
    pub revision: Option<PaperRevision>,
}

/// A form of playlists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Playlist {
    /// As ffplayout reads it.
    Ffplayout,
    /// M3U.
    M3u,
}

/// What a channel plays, as a file a broadcast date.
#[derive(Clone, Debug)]
pub struct Playlists {
    /// The form.
    pub form: Playlist,
    /// The channel.
    pub channel: String,
    /// The dates.
    pub range: DateRange,
    /// The language of titles, with fall-backs where it lacks.
    pub language: Language,
    /// How files are called that the station does not know.
    pub naming: Naming,
}

/// What playlists were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaylistsWritten {
    /// The files, under the folder.
    pub files: Vec<String>,
    /// What stands in them.
    pub entries: usize,
    /// Characters left out that the form cannot carry.
    pub dropped: usize,
    /// What does not play as it is scheduled.
    pub findings: Vec<Finding>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Airings; 0 for a station.
    pub airings: usize,
    /// Characters left out that the form cannot carry.
    pub dropped: usize,
}

/// Writes to a file: the whole of it or nothing.
///
/// # Errors
/// `unknown_channel`, `unknown_programme`; when the file cannot be written.
pub fn to_file(
    station: &Station,
    index: &Index,
    schedule: &[Airing],
    zones: &Zones,
    what: &What,
    path: &Path,
) -> Result<Written, Failure> {
    let mut written = Written::default();
    let mut failed = None;
    let done = file::replace(path, |to| {
        match write(station, index, schedule, zones, what, to) {
            Ok(done) => written = done,
            Err(failure) => failed = Some(failure),
        }
        if failed.is_some() {
            Err(std::io::Error::other("the content could not be made"))
        } else {
            Ok(())
        }
    });
    match (done, failed) {
        (Ok(()), _) => Ok(written),
        (Err(_), Some(failure)) => Err(failure.of(path)),
        (Err(error), None) => Err(Failure::io("write", &error, path)),
    }
}

/// Writes to any receiver.
///
/// # Errors
/// `unknown_channel`, `unknown_programme`; when the receiver takes no more.
pub fn write(
    station: &Station,
    index: &Index,
    schedule: &[Airing],
    zones: &Zones,
    what: &What,
    to: &mut dyn Write,
) -> Result<Written, Failure> {
    match what {
        What::Station => {
            let text = station_json::write(station, zones)?;
            to.write_all(text.as_bytes()).map_err(WriteError::from)?;
            Ok(Written::default())
        }
        What::Schedule {
            form,
            channel,
            range,
            language,
        } => {
            let number = channel_of(index, channel)?;
            if let Form::Ics {
                programme: Some(id), ..
            } = form
                && !station.programmes.iter().any(|one| one.id == *id)
            {
                return Err(unknown_programme(id));
            }
            let listing = listings(station, index, schedule, &[number], *range, language).swap_remove(0);
            form.write(&listing, to)
        }
        What::Page {
            programme,
            channels,
            range,
            language,
            words,
        } => {
            let Some(about) = page::subject(station, programme, language) else {
                return Err(unknown_programme(programme));
            };
            let numbers = if channels.is_empty() {
                (0..).map(ChannelIx).take(index.channels.len()).collect()
            } else {
                let each = channels.iter().map(|channel| channel_of(index, channel));
                each.collect::<Result<Vec<_>, _>>()?
            };
            let listings = listings(station, index, schedule, &numbers, *range, language);
            let (airings, dropped) = page::write(&listings, &about, *range, words, to)?;
            Ok(Written { airings, dropped })
        }
    }
}

/// The listings of a schedule; what is accepted is listed without a look at all of it.
fn listings(
    station: &Station,
    index: &Index,
    schedule: &[Airing],
    channels: &[ChannelIx],
    range: DateRange,
    language: &Language,
) -> Vec<Listing> {
    if std::ptr::eq(schedule, station.schedule.as_slice()) {
        listing::listings_on_air(index, station, channels, range, language)
    } else {
        listing::listings(index, station, schedule, channels, range, language)
    }
}

/// A rate of frames that BXF is written in.
///
/// # Errors
/// `no_frame_rate`.
pub fn rate_of(word: &str) -> Result<FrameRate, Failure> {
    FrameRate::parse(word).ok_or_else(|| Failure::new("no_frame_rate", values! { "rate" => word }))
}

/// A broadcaster's name in the DNS.
///
/// # Errors
/// `no_authority`.
pub fn authority_of(name: &str) -> Result<String, Failure> {
    let name = name.trim();
    if is_authority(name) {
        Ok(name.to_owned())
    } else {
        Err(Failure::new("no_authority", values! { "authority" => name }))
    }
}

fn channel_of(index: &Index, channel: &str) -> Result<ChannelIx, Failure> {
    let known = index.channel(channel);
    known.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => channel }))
}

pub(crate) fn unknown_programme(programme: &ProgrammeId) -> Failure {
    Failure::new("unknown_programme", values! { "programme" => programme.as_str() })
}

impl Form {
    fn write(&self, listing: &Listing, to: &mut dyn Write) -> Result<Written, Failure> {
        let first = listing.clock.day(listing.range.from).0;
        let all = listing.airings.len();
        // Guides know no breaks.
        let guided = listing.airings.iter().filter(|one| !one.origin.is_break()).count();
        let (airings, dropped) = match self {
            Self::Xmltv => (guided, xmltv::write(listing, to)?),
            Self::Csv(heads) => (all, csv::write(listing, heads, to)?),
            Self::Xlsx(heads) => (all, xlsx::write(listing, heads, to)?),
            Self::Ics {
                programme,
                sequence,
                published,
            } => {
                let publication = ics::Publication {
                    programme: programme.clone(),
                    sequence: *sequence,
                    published: published.unwrap_or(first),
                };
                ics::write(listing, &publication, to)?
            }
            Self::Bxf {
                rate,
                date_of,
                published,
            } => {
                let profile = bxf::Profile {
                    rate: *rate,
                    date_of: *date_of,
                    published: published.unwrap_or(first),
                };
                (all, bxf::write(listing, &profile, to)?)
            }
            Self::Tva { edition, authority } => {
                let profile = tva::Profile {
                    edition: *edition,
                    authority: authority.clone(),
                };
                (guided, tva::write(listing, &profile, to)?)
            }
            Self::Dvbi { edition, authority } => {
                let profile = tva::Profile {
                    edition: *edition,
                    authority: authority.clone(),
                };
                (guided, dvbi::write(listing, &profile, to)?)
            }
            Self::PdfWeek(paper) => (guided, pdf::write_week(listing, &paper.words, paper.revision, to)?),
            Self::PdfRundown(paper) => (all, pdf::write_rundown(listing, &paper.words, paper.revision, to)?),
        };
        Ok(Written { airings, dropped })
    }
}

/// Writes a channel's playlists under a folder, `{channel}/{year}/{month}/{date}`, each whole or as it was. Whatever refuses one of
/// them is found before the first is written.
///
/// # Errors
/// `unknown_channel`, `channel_folder`, `no_filler_file`; when a file cannot be written.
pub fn playlists(
    station: &Station,
    index: &Index,
    schedule: &[Airing],
    wanted: &Playlists,
    folder: &Path,
) -> Result<PlaylistsWritten, Failure> {
    let lists = Lists::of(station, index, schedule, wanted)?;
    for date in wanted.range.dates() {
        lists.day(date)?;
    }
    let mut written = PlaylistsWritten::default();
    for date in wanted.range.dates() {
        let place = lists.place(date)?;
        let path = folder.join(&place);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(|error| Failure::io("write", &error, parent))?;
        }
        let day = lists.day(date)?;
        let dropped = file::replace(&path, |to| lists.write(&day, to));
        written.dropped += dropped.map_err(|error| Failure::from(error).of(&path))?;
        written.entries += day.program.len();
        written.findings.extend(day.findings);
        written.files.push(place);
    }
    Ok(written)
}

/// A channel's playlists, made a day at a time.
pub(crate) struct Lists<'a> {
    wanted: &'a Playlists,
    listing: Listing,
    stock: Vec<playout::Stock>,
}

impl<'a> Lists<'a> {
    pub(crate) fn of(
        station: &Station,
        index: &Index,
        schedule: &[Airing],
        wanted: &'a Playlists,
    ) -> Result<Self, Failure> {
        let number = channel_of(index, &wanted.channel)?;
        // What runs over from the day before is played to its end.
        let known = DateRange {
            from: wanted.range.from.plus_days(-1),
            days: wanted.range.days + 1,
        };
        Ok(Self {
            listing: listing::listing(index, station, schedule, number, known, &wanted.language),
            stock: playout::stock(station, index, &wanted.language, &wanted.naming),
            wanted,
        })
    }

    /// Where a day's playlist lies under the folder of all.
    pub(crate) fn place(&self, date: BroadcastDate) -> Result<String, Failure> {
        let extension = match self.wanted.form {
            Playlist::Ffplayout => "json",
            Playlist::M3u => "m3u8",
        };
        let channel = self.wanted.channel.as_str();
        let place = playout::place(channel, date, extension);
        place.ok_or_else(|| Failure::new("channel_folder", values! { "channel" => channel }))
    }

    pub(crate) fn day(&self, date: BroadcastDate) -> Result<playout::Day, Failure> {
        Ok(playout::day(&self.listing, &self.stock, &self.wanted.naming, date)?)
    }

    pub(crate) fn write(&self, day: &playout::Day, to: &mut dyn Write) -> Result<usize, WriteError> {
        match self.wanted.form {
            Playlist::Ffplayout => playout::write_json(day, to),
            Playlist::M3u => playout::write_m3u(day, to),
        }
    }
}

/// Writes a table for spreadsheets, as schedules are written as tables; the number of characters left out.
///
/// # Errors
/// When the receiver takes no more.
pub fn table(heads: &[String], lines: &[Vec<String>], to: &mut dyn Write) -> Result<usize, Failure> {
    Ok(csv::table(heads, lines, to)?)
}

/// A plan's document, `arna-plan/1`.
pub fn plan_document(plan: &Plan, index: &Index) -> String {
    plan_json::write(plan, index)
}

/// Writes a file: the whole of it or nothing.
///
/// # Errors
/// When the file cannot be written.
pub fn replace_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), Failure> {
    file::replace(path, write).map_err(|error: std::io::Error| Failure::io("write", &error, path))
}
