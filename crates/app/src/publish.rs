//! Publishing: a channel's accepted schedule becomes a revision that stays, and its receivers get their files.
//!
//! A file is a function of a revision and of its receiver, so what was handed out can be made again, byte for byte. Revision, files
//! and the note of what was handed out are there together, or nothing has changed.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use arna_domain::receiver::{Destination, FileForm};
use arna_domain::{ChannelId, DateRange, Finding, Index, Language, Receiver, Station, Zones, values};
use arna_exchange::file::Together;
use arna_exchange::station_json;
use arna_store::{Delivery, Revision, StoreError, hexadecimal, sha256};
use sha2::{Digest as _, Sha256};

use crate::desk::{Desk, Hand};
use crate::export::{
    DateOf, Edition, Form, Heads, Lists, Naming, PageWords, Paper, PaperRevision, PaperWords, Playlist, Playlists,
    Rate, What, write,
};
use crate::failure::Failure;
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

impl Desk {
    /// Publishes a channel's accepted schedule of some dates and hands it out to the channel's receivers. Where these dates were
    /// published last just so, no revision is made, and only files are written that are not there as they are to be.
    ///
    /// # Errors
    /// `unknown_channel`, `nothing_to_publish`; what a form refuses; when a file cannot be written: then nothing has changed, and
    /// every receiver has what it had.
    pub fn publish(
        &mut self,
        channel: &str,
        range: DateRange,
        hand: &Hand,
        saying: &Saying<'_>,
    ) -> Result<HandedOut, Failure> {
        let zones = self.zones().clone();
        let (station, index) = self.station()?;
        let Some(id) = station.channels.iter().find(|one| one.id.as_str() == channel) else {
            return Err(Failure::new("unknown_channel", values! { "channel" => channel }));
        };
        let id = id.id.clone();
        let now = content(station, index, &id, range);
        if !now.schedule.iter().any(|one| range.holds(one.date)) {
            let values = values! {
                "channel" => channel, "from" => range.from.to_string(), "until" => range.end().plus_days(-1).to_string()
            };
            return Err(Failure::new("nothing_to_publish", values));
        }
        if let Some(revision) = self.stands(&id, range, &now)? {
            let published = published(revision, now, &zones)?;
            return self.hand_out(&published, None, None, hand, saying);
        }
        let text = station_json::write(&now, &zones)?;
        let last = self.store().revisions(Some(&id))?.pop();
        let by = (hand.author.as_str(), hand.at);
        let revision = Revision::after(last.as_ref(), &id, range, &text, by);
        let published = published(revision, now, &zones)?;
        self.hand_out(&published, Some(&text), None, hand, saying)
    }

    /// The revision that these dates were published in last, if it says the same.
    fn stands(&mut self, channel: &ChannelId, range: DateRange, now: &Station) -> Result<Option<Revision>, Failure> {
        let touches = |one: &Revision| one.range.from < range.end() && range.from < one.range.end();
        let all = self.store().revisions(Some(channel))?;
        let last = all.into_iter().rev().find(touches).filter(|one| one.range == range);
        let Some(last) = last else { return Ok(None) };
        let text = self.store().content_of(channel, last.number)?.unwrap_or_default();
        // The form may have grown since it was written: what it says counts, not its bytes.
        let same = station_json::read(text.as_bytes()).is_ok_and(|then| then == *now);
        Ok(same.then_some(last))
    }

    /// Hands a revision out again, to the channel's receivers or into a folder: the bytes that were written when it was published,
    /// as long as the receiver asks for the same.
    ///
    /// # Errors
    /// As [`Desk::published`] and [`Desk::publish`].
    pub fn deliver(
        &mut self,
        channel: &str,
        number: Option<i64>,
        into: Option<&Path>,
        hand: &Hand,
        saying: &Saying<'_>,
    ) -> Result<HandedOut, Failure> {
        let published = self.published(channel, number)?;
        self.hand_out(&published, None, into, hand, saying)
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

    /// Writes every file and, where that succeeds, keeps what is new of the revision and notes what was handed out.
    fn hand_out(
        &mut self,
        published: &Published,
        new: Option<&str>,
        into: Option<&Path>,
        hand: &Hand,
        saying: &Saying<'_>,
    ) -> Result<HandedOut, Failure> {
        let zones = self.zones().clone();
        let beside = self.path();
        let (station, _) = self.station()?;
        let own = |one: &&Receiver| one.channel == published.revision.channel;
        let receivers: Vec<Receiver> = station.receivers.iter().filter(own).cloned().collect();
        let mut writing = Writing {
            published,
            zones: &zones,
            hand,
            is_new: new.is_some(),
            together: Together::default(),
            places: BTreeSet::new(),
            done: HandedOut {
                revision: published.revision.clone(),
                is_new: new.is_some(),
                files: Vec::new(),
                there: 0,
                dropped: 0,
                findings: Vec::new(),
            },
        };
        for receiver in &receivers {
            let around = saying(&receiver.titles)?;
            let Destination::Folder(folder) = &receiver.to;
            let folder = match into {
                Some(folder) => folder.to_owned(),
                None => beside.parent().unwrap_or(Path::new("")).join(folder),
            };
            let folder = std::path::absolute(&folder).map_err(|error| Failure::io("write", &error, &folder))?;
            writing.receiver(receiver, &folder, &around)?;
        }
        let Writing { mut together, done, .. } = writing;
        if new.is_none() && done.files.is_empty() {
            return Ok(done);
        }
        let mut refused = None;
        let kept = self
            .store()
            .publish(new.map(|text| (&published.revision, text)), &done.files, || {
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

fn published(revision: Revision, station: Station, zones: &Zones) -> Result<Published, Failure> {
    let index = source::index_of(&station, zones)?;
    Ok(Published {
        revision,
        station,
        index,
    })
}

/// Files under way.
struct Writing<'a> {
    published: &'a Published,
    zones: &'a Zones,
    hand: &'a Hand,
    is_new: bool,
    together: Together,
    places: BTreeSet<PathBuf>,
    done: HandedOut,
}

impl Writing<'_> {
    fn receiver(&mut self, receiver: &Receiver, folder: &Path, around: &Around) -> Result<(), Failure> {
        let Published {
            revision,
            station,
            index,
        } = self.published;
        for form in &receiver.files {
            let (of, zones) = ((receiver, form), self.zones);
            match wanted(receiver, form, revision, around)? {
                Wanted::File(what) => {
                    let Some(place) = receiver.file_name(form, revision.range, revision.number) else {
                        let values = values! { "channel" => revision.channel.as_str() };
                        return Err(Failure::new("channel_folder", values));
                    };
                    self.file(of, folder, &place, &|to| {
                        Ok(write(station, index, &station.schedule, zones, &what, to)?.dropped)
                    })?;
                }
                Wanted::Lists(lists) => {
                    let lists = Lists::of(station, index, &station.schedule, &lists)?;
                    for date in revision.range.dates() {
                        let day = lists.day(date)?;
                        let place = lists.place(date)?;
                        self.file(of, folder, &place, &|to| Ok(lists.write(&day, to)?))?;
                        self.done.findings.extend(day.findings);
                    }
                }
            }
        }
        Ok(())
    }

    /// Writes a file beside its place, unless the place holds it already.
    fn file(
        &mut self,
        (receiver, form): (&Receiver, &FileForm),
        folder: &Path,
        place: &str,
        write: &dyn Fn(&mut dyn Write) -> Result<usize, Failure>,
    ) -> Result<(), Failure> {
        let path = folder.join(place);
        if !self.places.insert(path.clone()) {
            return Err(Failure::new("delivered_twice", values! { "receiver" => receiver.id.as_str() }).of(&path));
        }
        if !self.is_new && is_there(&path, write)? {
            self.done.there += 1;
            return Ok(());
        }
        let mut bytes = 0;
        let written = self.together.add(folder, place, |to| {
            let mut hashed = Hashed::over(to);
            self.done.dropped += write(&mut hashed)?;
            bytes = hashed.bytes;
            Ok(hashed.finish())
        });
        let sha256 = written.map_err(|halted: Halted| match halted {
            Halted::Io(error) => Failure::io("write", &error, &path),
            Halted::Failure(failure) => failure.of(&path),
        })?;
        self.done.files.push(Delivery {
            channel: self.published.revision.channel.clone(),
            revision: self.published.revision.number,
            receiver: receiver.id.to_string(),
            form: form.as_str().to_owned(),
            place: path.display().to_string(),
            bytes,
            sha256,
            author: self.hand.author.clone(),
            at: self.hand.at,
        });
        Ok(())
    }
}

/// Whether a place holds the bytes that would be written to it.
fn is_there(path: &Path, write: &dyn Fn(&mut dyn Write) -> Result<usize, Failure>) -> Result<bool, Failure> {
    let Ok(mut file) = std::fs::File::open(path) else {
        return Ok(false);
    };
    let mut found = Sha256::new();
    if io::copy(&mut file, &mut found).is_err() {
        return Ok(false);
    }
    let mut sink = io::sink();
    let mut hashed = Hashed::over(&mut sink);
    write(&mut hashed)?;
    Ok(hashed.finish() == hexadecimal(&found.finalize()))
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
            rate: Rate::parse(bxf.frame_rate.as_str()).unwrap_or(Rate::Fps25),
            date_of: DateOf::parse(bxf.date_of.as_str()).unwrap_or(DateOf::Calendar),
            published,
        },
        FileForm::Tva(tva) => Form::Tva {
            edition: Edition::parse(tva.edition.as_str()).unwrap_or(Edition::Of2024),
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
struct Hashed<'a> {
    to: &'a mut dyn Write,
    hash: Sha256,
    bytes: u64,
}

impl<'a> Hashed<'a> {
    fn over(to: &'a mut dyn Write) -> Self {
        Self {
            to,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    fn finish(self) -> String {
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
