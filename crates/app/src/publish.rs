//! Publishing: a channel's accepted schedule becomes a revision that stays, and its receivers get their files.
//!
//! A file is a function of a revision and of its receiver, so what was handed out can be made again, byte for byte. Revision, files
//! and the note of what was handed out are there together, or nothing has changed.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use arna_domain::receiver::FileForm;
use arna_domain::{BroadcastDate, ChannelId, DateRange, Finding, Index, Language, Receiver, Station, Zones, values};
use arna_exchange::station_json;
use arna_store::{Delivery, Revision, StoreError, sha256};

use crate::delivery::{Destination, Destinations, Made, Place, Reach, destination};
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
    /// Its receivers, each with where its files are put.
    pub(crate) receivers: Vec<(Receiver, Place)>,
    pub(crate) zones: Zones,
    station_file: PathBuf,
    reach: Reach,
    hand: Hand,
}

/// Files that lie beside their places. What is not ended gives every place back what it held.
pub struct Beside {
    prepared: Prepared,
    destinations: Destinations,
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
            reach: self.reach.clone(),
            channel: id,
            range,
            last,
            of_dates,
            login: self.attachment().map(|attachment| attachment.address.login),
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
        let (zones, reach) = (self.zones().clone(), self.reach.clone());
        let station_file = self.path();
        let (station, _) = self.station()?;
        let receivers = receivers(station, &published.revision.channel, into, &station_file)?;
        Ok(Prepared {
            published,
            text: None,
            receivers,
            zones,
            station_file,
            reach,
            hand: self.signed(hand),
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
    /// As [`Desk::may_hand_out`], [`Beside::put_on_servers`] and [`Desk::note`]: then nothing has changed, and every receiver has
    /// what it had.
    pub fn hand_out(&mut self, mut beside: Beside) -> Result<HandedOut, Failure> {
        self.may_hand_out(&beside)?;
        let noted = beside.put_on_servers().and_then(|()| self.note(&mut beside));
        beside.end(noted)
    }

    /// Whether a revision may be handed out still.
    ///
    /// # Errors
    /// `published_meanwhile` where another revision of the channel was published since this one was prepared.
    pub fn may_hand_out(&mut self, beside: &Beside) -> Result<(), Failure> {
        let Prepared { published, text, .. } = &beside.prepared;
        if text.is_none() {
            return Ok(());
        }
        let channel = &published.revision.channel;
        let last = self.store().revisions(Some(channel))?.pop();
        let last = last.map_or(0, |last| last.number);
        if published.revision.number == last + 1 {
            return Ok(());
        }
        let values = values! { "channel" => channel.as_str(), "number" => last };
        Err(Failure::new("published_meanwhile", values))
    }

    /// Puts files into their places in folders and, where that succeeds, keeps what is new of the revision and notes what was
    /// handed out. The network is left alone: it is waited for without the desk.
    ///
    /// # Errors
    /// As [`Desk::may_hand_out`]; when a file cannot be put: then the station is what it was.
    pub fn note(&mut self, beside: &mut Beside) -> Result<(), Failure> {
        self.may_hand_out(beside)?;
        let Beside {
            prepared: Prepared { published, text, .. },
            destinations,
            done,
        } = beside;
        if text.is_none() && done.files.is_empty() {
            return Ok(());
        }
        let mut refused = None;
        let new = text.as_deref().map(|text| (&published.revision, text));
        let kept = self.store().publish(new, &done.files, || {
            put(destinations, Reached::AtOnce).map_err(|failure| {
                refused = Some(failure);
                StoreError::Refused
            })
        });
        kept.map_err(|error| refused.unwrap_or_else(|| error.into()))
    }
}

/// How a destination is reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    AtOnce,
    OverTheNet,
}

fn put(destinations: &mut Destinations, reached: Reached) -> Result<(), Failure> {
    let over_the_net = reached == Reached::OverTheNet;
    let mut own = destinations.0.iter_mut().filter(|to| to.is_server() == over_the_net);
    own.try_for_each(|to| to.put())
}

impl Beside {
    /// Puts the files of servers into their places. That may take a while, and wants no desk.
    ///
    /// # Errors
    /// What a server refuses, and that it is gone.
    pub fn put_on_servers(&mut self) -> Result<(), Failure> {
        put(&mut self.destinations, Reached::OverTheNet)
    }

    /// What was put stays where that was noted; where not, every place gets back what it held.
    ///
    /// # Errors
    /// Why it was not noted; `sftp_torn` where a place could not get back what it held.
    pub fn end(mut self, noted: Result<(), Failure>) -> Result<HandedOut, Failure> {
        let Err(mut failure) = noted else {
            let all = std::mem::take(&mut self.destinations.0);
            all.into_iter().for_each(Destination::keep);
            return Ok(self.done);
        };
        for to in self.destinations.0.iter_mut().rev() {
            // That a place holds something else than before is the worse news.
            if let Err(torn) = to.put_back() {
                failure = torn;
            }
        }
        Err(failure)
    }
}

/// What publishing a channel's dates starts from, taken out of the desk.
pub struct Grounds {
    pub(crate) now: Basis,
    pub(crate) zones: Zones,
    station_file: PathBuf,
    reach: Reach,
    /// The channel.
    pub channel: ChannelId,
    /// The dates.
    pub range: DateRange,
    /// The channel's last revision.
    last: Option<Revision>,
    /// The last revision that any of the dates were published in, with its document.
    pub(crate) of_dates: Option<(Revision, String)>,
    /// Who publishes on a shared station, whoever sits there.
    login: Option<String>,
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
        let hand = &Hand {
            author: self.login.clone().unwrap_or_else(|| hand.author.clone()),
            at: hand.at,
        };
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
            station_file: self.station_file.clone(),
            reach: self.reach.clone(),
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

/// A channel's receivers, each with where its files are put.
fn receivers(
    station: &Station,
    channel: &ChannelId,
    into: Option<&Path>,
    station_file: &Path,
) -> Result<Vec<(Receiver, Place)>, Failure> {
    let own = station.receivers.iter().filter(|one| one.channel == *channel);
    own.map(|one| {
        let place = match into {
            Some(folder) => Place::Folder(folder.to_owned()),
            None => Place::of(one, station_file),
        };
        Ok((one.clone(), place.whole()?))
    })
    .collect()
}

pub(crate) fn published(revision: Revision, station: Station, zones: &Zones) -> Result<Published, Failure> {
    let index = source::index_of(&station, zones)?;
    Ok(Published {
        revision,
        station,
        index,
    })
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
    /// What a form refuses; `delivered_twice`; when a file cannot be written, or not be sent: then nothing is left of any.
    pub fn write(self, saying: &Saying<'_>) -> Result<Beside, Failure> {
        let mut writing = Writing {
            prepared: &self,
            destinations: Destinations::default(),
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
        for (receiver, place) in &self.receivers {
            let around = saying(&receiver.titles)?;
            let mut to = destination(receiver, place, &self.station_file, &self.reach)?;
            for form in &receiver.files {
                self.each_file(receiver, form, &around, &mut |due| {
                    writing.file((receiver, form), to.as_mut(), due)
                })?;
            }
            writing.destinations.0.push(to);
        }
        let Writing { destinations, done, .. } = writing;
        Ok(Beside {
            prepared: self,
            destinations,
            done,
        })
    }
}

/// Files under way.
struct Writing<'a> {
    prepared: &'a Prepared,
    destinations: Destinations,
    places: BTreeSet<String>,
    done: HandedOut,
}

impl Writing<'_> {
    /// Hands a file over, unless its place holds it already.
    fn file(
        &mut self,
        (receiver, form): (&Receiver, &FileForm),
        to: &mut dyn Destination,
        due: Due<'_>,
    ) -> Result<(), Failure> {
        let called = to.called(&due.place);
        if !self.places.insert(called.clone()) {
            let twice = Failure::new("delivered_twice", values! { "receiver" => receiver.id.as_str() });
            return Err(twice.of(Path::new(&called)));
        }
        self.done.findings.extend(due.findings);
        if !self.prepared.is_new() && to.holds(&due.place, due.write)? {
            self.done.there += 1;
            return Ok(());
        }
        let written = to.take(&due.place, due.write)?;
        self.done.dropped += written.made.dropped;
        let Prepared { published, hand, .. } = self.prepared;
        self.done.files.push(Delivery {
            channel: published.revision.channel.clone(),
            revision: published.revision.number,
            receiver: receiver.id.to_string(),
            form: form.as_str().to_owned(),
            place: called,
            bytes: written.bytes,
            sha256: written.sha256,
            author: hand.author.clone(),
            at: hand.at,
        });
        Ok(())
    }
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
        FileForm::Dvbi(sets) => Form::Dvbi {
            edition: sets.edition,
            authority: sets.authority.clone(),
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
