//! Publishing: a channel's accepted schedule becomes a revision that stays, and its receivers get their files.
//!
//! A file is a function of a revision and of its receiver, so what was handed out can be made again, byte for byte. Revision, files
//! and the note of what was handed out are there together, or nothing has changed.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use arna_domain::receiver::{Destination, FileForm};
use arna_domain::{BroadcastDate, ChannelId, DateRange, Finding, Index, Language, Receiver, Station, Zones, values};
use arna_exchange::file::Together;
use arna_exchange::station_json;
use arna_store::{Delivery, Revision, StoreError, hexadecimal, sha256};
use sha2::{Digest as _, Sha256};

use crate::desk::{Desk, Hand};
use crate::export::{
    Form, Heads, Lists, Naming, PageWords, Paper, PaperRevision, PaperWords, Playlist, Playlists, What, write,
};
use crate::failure::Failure;
use crate::proposal::Basis;
use crate::published::content;
use crate::source;

/// What stands around the facts of a file, in one language.
#[derive(Clone, Debug)]
pub struct Around {
    /// The heads of tables and books.
    pub heads: Heads,
    /// What a page says.
    pub page: PageWords,
    /// What paper says.
    pub paper: PaperWords,
}

/// What is said around the facts in a language, or in the nearest that there is.
pub type Saying<'a> = dyn Fn(&Language) -> Result<Around, Failure> + 'a;

/// A revision with what it holds.
#[derive(Clone, Debug)]
pub struct Published {
    /// The revision.
    pub revision: Revision,
    /// The channel's schedule with what files say of it.
    pub station: Station,
    /// Its index.
    pub index: Index,
}

/// What publishing came to.
#[derive(Clone, Debug)]
pub struct HandedOut {
    /// The revision.
    pub revision: Revision,
    /// Whether it is new: nothing is where the same was published last.
    pub is_new: bool,
    /// The files that were written.
    pub files: Vec<Delivery>,
    /// How many files were there already as they are to be.
    pub there: usize,
    /// Characters left out that forms cannot carry.
    pub dropped: usize,
    /// What does not play as it is scheduled.
    pub findings: Vec<Finding>,
}

/// A revision with whom it is for: all that making their files needs, so that the desk goes on meanwhile.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(crate) published: Published,
    /// Its document, where it is new.
    text: Option<String>,
    /// Its receivers, each with its folder.
    pub(crate) receivers: Vec<(Receiver, PathBuf)>,
    pub(crate) zones: Zones,
    hand: Hand,
}

/// Files that lie beside their places.
pub struct Beside {
    prepared: Prepared,
    together: Together,
    done: HandedOut,
}

impl Desk {
    /// Publishes a channel's accepted schedule of some dates and hands it out to the channel's receivers. Where these dates were
    /// published last just so, no revision is made, and only files are written that are not there as they are to be.
    ///
    /// # Errors
    /// As [`Grounds::prepare`], [`Prepared::write`] and [`Desk::hand_out`].
    pub fn publish(
        &mut self,
        channel: &str,
        range: DateRange,
        hand: &Hand,
        saying: &Saying<'_>,
    ) -> Result<HandedOut, Failure> {
        let prepared = self.grounds(channel, range)?.prepare(hand)?;
        self.hand_out(prepared.write(saying)?)
    }

    /// What publishing a channel's dates starts from.
    ///
    /// # Errors
    /// `unknown_channel`; when the file cannot be read.
    pub fn grounds(&mut self, channel: &str, range: DateRange) -> Result<Grounds, Failure> {
        let now = self.basis()?;
        let known = now.station().channels.iter().find(|one| one.id.as_str() == channel);
        let id = known.map(|one| one.id.clone());
        let id = id.ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => channel }))?;
        let touches = |one: &Revision| one.range.from < range.end() && range.from < one.range.end();
        let mut all = self.store().revisions(Some(&id))?;
        let last = all.last().cloned();
        let number = all.iter().rposition(touches);
        let of_dates = match number.map(|at| all.swap_remove(at)) {
            Some(revision) => {
                let text = self.store().content_of(&id, revision.number)?.unwrap_or_default();
                Some((revision, text))
            }
            None => None,
        };
        Ok(Grounds {
            now,
            zones: self.zones().clone(),
            station_file: self.path(),
            channel: id,
            range,
            last,
            of_dates,
        })
    }

    /// Hands a revision out again, to the channel's receivers or into a folder: the bytes that were written when it was published,
    /// as long as the receiver asks for the same.
    ///
    /// # Errors
    /// As [`Desk::prepare_again`], [`Prepared::write`] and [`Desk::hand_out`].
    pub fn deliver(
        &mut self,
        channel: &str,
        number: Option<i64>,
        into: Option<&Path>,
        hand: &Hand,
        saying: &Saying<'_>,
    ) -> Result<HandedOut, Failure> {
        let prepared = self.prepare_again(channel, number, into, hand)?;
        self.hand_out(prepared.write(saying)?)
    }

    /// A revision of a channel with whom it is for, once more; none named: the last. All of it goes into one folder where one is
    /// named.
    ///
    /// # Errors
    /// As [`Desk::published`].
    pub fn prepare_again(
        &mut self,
        channel: &str,
        number: Option<i64>,
        into: Option<&Path>,
        hand: &Hand,
    ) -> Result<Prepared, Failure> {
        let published = self.published(channel, number)?;
        let zones = self.zones().clone();
        let beside = self.path();
        let (station, _) = self.station()?;
        let receivers = receivers(station, &published.revision.channel, into, &beside)?;
        Ok(Prepared {
            published,
            text: None,
            receivers,
            zones,
            hand: hand.clone(),
        })
    }

    /// A revision of a channel with what it holds; none named: the last.
    ///
    /// # Errors
    /// `no_revision`; `revision_broken` where its content is not what was published; when the file cannot be read.
    pub fn published(&mut self, channel: &str, number: Option<i64>) -> Result<Published, Failure> {
        let (revision, text) = self.published_text(channel, number)?;
        let zones = self.zones().clone();
        published(revision, station_json::read(text.as_bytes())?, &zones)
    }

    /// A revision of a channel with the document of what it holds; none named: the last.
    ///
    /// # Errors
    /// As [`Desk::published`].
    pub fn published_text(&mut self, channel: &str, number: Option<i64>) -> Result<(Revision, String), Failure> {
        let id = ChannelId::new(channel);
        let all = self.store().revisions(Some(&id))?;
        let found = match number {
            Some(number) => all.into_iter().find(|one| one.number == number),
            None => all.into_iter().next_back(),
        };
        let missing = || Failure::new("no_revision", values! { "channel" => channel, "number" => number });
        let revision = found.ok_or_else(missing)?;
        let text = self.store().content_of(&id, revision.number)?;
        let text = text.ok_or_else(missing)?;
        if sha256(text.as_bytes()) != revision.content_sha256 {
            let values = values! { "channel" => channel, "number" => revision.number };
            return Err(Failure::new("revision_broken", values));
        }
        Ok((revision, text))
    }

    /// Puts files into their places and, where that succeeds, keeps what is new of the revision and notes what was handed out.
    ///
    /// # Errors
    /// `published_meanwhile` where another revision of the channel was published since this one was prepared; when a file cannot be
    /// put: then nothing has changed, and every receiver has what it had.
    pub fn hand_out(&mut self, beside: Beside) -> Result<HandedOut, Failure> {
        let Beside {
            prepared: Prepared { published, text, .. },
            mut together,
            done,
        } = beside;
        if text.is_none() && done.files.is_empty() {
            return Ok(done);
        }
        let channel = &published.revision.channel;
        if text.is_some() {
            let last = self
                .store()
                .revisions(Some(channel))?
                .pop()
                .map_or(0, |last| last.number);
            if published.revision.number != last + 1 {
                return Err(Failure::new(
                    "published_meanwhile",
                    values! { "channel" => channel.as_str(), "number" => last },
                ));
            }
        }
        let mut refused = None;
        let new = text.as_deref().map(|text| (&published.revision, text));
        let kept = self.store().publish(new, &done.files, || {
            together.put().map_err(|(path, error)| {
                refused = Some(Failure::io("write", &error, &path));
                StoreError::Refused
            })
        });
        match (kept, refused) {
            (Ok(()), _) => {
                together.keep();
                Ok(done)
            }
            (Err(_), Some(failure)) => Err(failure),
            (Err(error), None) => Err(error.into()),
        }
    }
}

/// What publishing a channel's dates starts from, taken out of the desk.
pub struct Grounds {
    pub(crate) now: Basis,
    pub(crate) zones: Zones,
    station_file: PathBuf,
    /// The channel.
    pub channel: ChannelId,
    /// The dates.
    pub range: DateRange,
    /// The channel's last revision.
    last: Option<Revision>,
    /// The last revision that any of the dates were published in, with its document.
    pub(crate) of_dates: Option<(Revision, String)>,
}

impl Grounds {
    /// What is accepted now, with what files say of it.
    pub(crate) fn content(&self) -> Station {
        content(self.now.station(), self.now.index(), &self.channel, self.range)
    }

    /// Whether a content has anything in the dates.
    pub(crate) fn has_airings(&self, content: &Station) -> bool {
        content.schedule.iter().any(|one| self.range.holds(one.date))
    }

    /// The revision that these dates were published in last, with whom it is for; a new one where that says something else.
    ///
    /// # Errors
    /// `nothing_to_publish`; a folder that has no whole path.
    pub fn prepare(&self, hand: &Hand) -> Result<Prepared, Failure> {
        let Self { channel, range, .. } = self;
        let now = self.content();
        if !self.has_airings(&now) {
            let values = values! {
                "channel" => channel.as_str(), "from" => range.from.to_string(),
                "until" => range.end().plus_days(-1).to_string()
            };
            return Err(Failure::new("nothing_to_publish", values));
        }
        let (revision, text) = if let Some(revision) = self.stands(&now) {
            (revision.clone(), None)
        } else {
            let text = station_json::write(&now, &self.zones)?;
            let by = (hand.author.as_str(), hand.at);
            (
                Revision::after(self.last.as_ref(), channel, *range, &text, by),
                Some(text),
            )
        };
        Ok(Prepared {
            published: published(revision, now, &self.zones)?,
            text,
            receivers: receivers(self.now.station(), channel, None, &self.station_file)?,
            zones: self.zones.clone(),
            hand: hand.clone(),
        })
    }

    /// The revision that these dates were published in last, if it says the same.
    pub(crate) fn stands(&self, now: &Station) -> Option<&Revision> {
        let (last, text) = self.of_dates.as_ref().filter(|(one, _)| one.range == self.range)?;
        // The form may have grown since it was written: what it says counts, not its bytes.
        let same = station_json::read(text.as_bytes()).is_ok_and(|then| then == *now);
        same.then_some(last)
    }
}

/// A channel's receivers, each with its folder.
fn receivers(
    station: &Station,
    channel: &ChannelId,
    into: Option<&Path>,
    station_file: &Path,
) -> Result<Vec<(Receiver, PathBuf)>, Failure> {
    let own = station.receivers.iter().filter(|one| one.channel == *channel);
    own.map(|one| {
        let folder = match into {
            Some(folder) => folder.to_owned(),
            None => folder_of(one, station_file),
        };
        let folder = std::path::absolute(&folder).map_err(|error| Failure::io("write", &error, &folder))?;
        Ok((one.clone(), folder))
    })
    .collect()
}

/// Where a receiver's files are put.
pub fn folder_of(receiver: &Receiver, station_file: &Path) -> PathBuf {
    let Destination::Folder(folder) = &receiver.to;
    station_file.parent().unwrap_or(Path::new("")).join(folder)
}

pub(crate) fn published(revision: Revision, station: Station, zones: &Zones) -> Result<Published, Failure> {
    let index = source::index_of(&station, zones)?;
    Ok(Published {
        revision,
        station,
        index,
    })
}

/// What making a file came to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Made {
    pub(crate) airings: usize,
    pub(crate) dropped: usize,
}

/// A file that is to be made.
pub(crate) struct Due<'a> {
    /// Where under the receiver's folder.
    pub(crate) place: String,
    /// Of which date, where each has its own.
    pub(crate) date: Option<BroadcastDate>,
    /// What does not play as it is scheduled.
    pub(crate) findings: Vec<Finding>,
    pub(crate) write: &'a dyn Fn(&mut dyn Write) -> Result<Made, Failure>,
}

impl Prepared {
    /// The revision.
    pub fn revision(&self) -> &Revision {
        &self.published.revision
    }

    /// Whether publishing would make it.
    pub fn is_new(&self) -> bool {
        self.text.is_some()
    }

    /// Makes the files of one form for a receiver, in order.
    pub(crate) fn each_file(
        &self,
        receiver: &Receiver,
        form: &FileForm,
        around: &Around,
        take: &mut dyn FnMut(Due<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Published {
            revision,
            station,
            index,
        } = &self.published;
        match wanted(receiver, form, revision, around)? {
            Wanted::File(what) => {
                let Some(place) = receiver.file_name(form, revision.range, revision.number) else {
                    let values = values! { "channel" => revision.channel.as_str() };
                    return Err(Failure::new("channel_folder", values));
                };
                let write = |to: &mut dyn Write| {
                    let written = write(station, index, &station.schedule, &self.zones, &what, to)?;
                    Ok(Made {
                        airings: written.airings,
                        dropped: written.dropped,
                    })
                };
                take(Due {
                    place,
                    date: None,
                    findings: Vec::new(),
                    write: &write,
                })
            }
            Wanted::Lists(lists) => {
                let lists = Lists::of(station, index, &station.schedule, &lists)?;
                for date in revision.range.dates() {
                    let day = lists.day(date)?;
                    let write = |to: &mut dyn Write| {
                        Ok(Made {
                            airings: day.program.len(),
                            dropped: lists.write(&day, to)?,
                        })
                    };
                    take(Due {
                        place: lists.place(date)?,
                        date: Some(date),
                        findings: day.findings.clone(),
                        write: &write,
                    })?;
                }
                Ok(())
            }
        }
    }

    /// Writes every file beside its place.
    ///
    /// # Errors
    /// What a form refuses; `delivered_twice`; when a file cannot be written: then nothing is left of any.
    pub fn write(self, saying: &Saying<'_>) -> Result<Beside, Failure> {
        let mut writing = Writing {
            prepared: &self,
            together: Together::default(),
            places: BTreeSet::new(),
            done: HandedOut {
                revision: self.published.revision.clone(),
                is_new: self.is_new(),
                files: Vec::new(),
                there: 0,
                dropped: 0,
                findings: Vec::new(),
            },
        };
        for (receiver, folder) in &self.receivers {
            let around = saying(&receiver.titles)?;
            for form in &receiver.files {
                self.each_file(receiver, form, &around, &mut |due| {
                    writing.file((receiver, form), folder, due)
                })?;
            }
        }
        let Writing { together, done, .. } = writing;
        Ok(Beside {
            prepared: self,
            together,
            done,
        })
    }
}

/// Files under way.
struct Writing<'a> {
    prepared: &'a Prepared,
    together: Together,
    places: BTreeSet<PathBuf>,
    done: HandedOut,
}

impl Writing<'_> {
    /// Writes a file beside its place, unless the place holds it already.
    fn file(&mut self, (receiver, form): (&Receiver, &FileForm), folder: &Path, due: Due<'_>) -> Result<(), Failure> {
        let path = folder.join(&due.place);
        if !self.places.insert(path.clone()) {
            return Err(Failure::new("delivered_twice", values! { "receiver" => receiver.id.as_str() }).of(&path));
        }
        self.done.findings.extend(due.findings);
        if !self.prepared.is_new() && is_there(&path, due.write)? {
            self.done.there += 1;
            return Ok(());
        }
        let mut bytes = 0;
        let written = self.together.add(folder, &due.place, |to| {
            let mut hashed = Hashed::over(to);
            self.done.dropped += (due.write)(&mut hashed)?.dropped;
            bytes = hashed.bytes;
            Ok(hashed.finish())
        });
        let sha256 = written.map_err(|halted: Halted| match halted {
            Halted::Io(error) => Failure::io("write", &error, &path),
            Halted::Failure(failure) => failure.of(&path),
        })?;
        let Prepared { published, hand, .. } = self.prepared;
        self.done.files.push(Delivery {
            channel: published.revision.channel.clone(),
            revision: published.revision.number,
            receiver: receiver.id.to_string(),
            form: form.as_str().to_owned(),
            place: path.display().to_string(),
            bytes,
            sha256,
            author: hand.author.clone(),
            at: hand.at,
        });
        Ok(())
    }
}

/// Whether a place holds the bytes that would be written to it.
fn is_there(path: &Path, write: &dyn Fn(&mut dyn Write) -> Result<Made, Failure>) -> Result<bool, Failure> {
    let Some(found) = hash_of(path) else {
        return Ok(false);
    };
    let mut sink = io::sink();
    let mut hashed = Hashed::over(&mut sink);
    write(&mut hashed)?;
    Ok(hashed.finish() == found)
}

/// The SHA-256 of a file; none where it cannot be read.
pub(crate) fn hash_of(path: &Path) -> Option<String> {
    let mut file = std::fs::File::open(path).ok()?;
    let mut found = Sha256::new();
    io::copy(&mut file, &mut found).ok()?;
    Some(hexadecimal(&found.finalize()))
}

/// What a receiver wants in a form.
enum Wanted {
    File(What),
    Lists(Playlists),
}

fn wanted(receiver: &Receiver, form: &FileForm, revision: &Revision, around: &Around) -> Result<Wanted, Failure> {
    let (channel, range) = (revision.channel.to_string(), revision.range);
    let language = receiver.titles.clone();
    let published = Some(revision.at);
    let paper = || {
        Box::new(Paper {
            words: around.paper.clone(),
            revision: Some(PaperRevision {
                number: revision.number,
                at: revision.at,
            }),
        })
    };
    let form = match form {
        FileForm::Xmltv => Form::Xmltv,
        FileForm::Csv => Form::Csv(Box::new(around.heads.clone())),
        FileForm::Xlsx => Form::Xlsx(Box::new(around.heads.clone())),
        FileForm::Ics => Form::Ics {
            programme: None,
            sequence: u32::try_from(revision.number).unwrap_or(u32::MAX),
            published,
        },
        FileForm::Bxf(bxf) => Form::Bxf {
            rate: bxf.frame_rate,
            date_of: bxf.date_of,
            published,
        },
        FileForm::Tva(tva) => Form::Tva {
            edition: tva.edition,
            authority: tva.authority.clone(),
        },
        FileForm::PdfWeek => Form::PdfWeek(paper()),
        FileForm::PdfRundown => Form::PdfRundown(paper()),
        FileForm::Page(page) => {
            return Ok(Wanted::File(What::Page {
                programme: page.programme.clone(),
                channels: vec![channel],
                range,
                language,
                words: Box::new(around.page.clone()),
            }));
        }
        FileForm::Ffplayout(list) | FileForm::M3u(list) => {
            let is_m3u = matches!(form, FileForm::M3u(_));
            return Ok(Wanted::Lists(Playlists {
                form: if is_m3u { Playlist::M3u } else { Playlist::Ffplayout },
                channel,
                range,
                language,
                naming: Naming(list.media.clone()),
            }));
        }
    };
    Ok(Wanted::File(What::Schedule {
        form,
        channel,
        range,
        language,
    }))
}

/// Why a file was not written.
enum Halted {
    Io(io::Error),
    Failure(Failure),
}

impl From<io::Error> for Halted {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Failure> for Halted {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// Writes on, and counts and hashes what is written.
pub(crate) struct Hashed<'a> {
    to: &'a mut dyn Write,
    hash: Sha256,
    pub(crate) bytes: u64,
}

impl<'a> Hashed<'a> {
    pub(crate) fn over(to: &'a mut dyn Write) -> Self {
        Self {
            to,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    pub(crate) fn finish(self) -> String {
        hexadecimal(&self.hash.finalize())
    }
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.hash.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
