//! Channels with their receivers, how each stands to what it was told last, and what was and would be handed out.

use std::collections::BTreeMap;
use std::path::Path;

use arna_domain::{DateRange, Finding, Index, Instant, Language, Severity, Station};
use serde::Serialize;
use specta::Type;

use super::failure::FailureView;
use super::problem::{ProblemView, findings};
use super::revision::{NoteView, note, revision_changes};
use super::size;
use crate::ahead::{FormAhead, InPlace, Standing};
use crate::delivery::Place;
use crate::desk::{Review, survey};
use crate::ops::receiver::{ReceiverAsked, asked};
use crate::publish::HandedOut;
use crate::revisions::{Chain, Delivery, Revision};

/// What of channels is accepted in some dates, and who gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PublishingView {
    /// The channels, in the station's order.
    pub channels: Vec<PublishingChannelView>,
    /// Programmes that a page can be about: ids and titles.
    pub programmes: Vec<(String, String)>,
}

/// A channel, with whom it is published for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PublishingChannelView {
    /// The channel.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// What is accepted in the dates, breaks not among it.
    pub airings: u32,
    /// Whether there is anything to publish.
    pub is_due: bool,
    /// Errors of the schedule in the dates.
    pub errors: u32,
    /// Slots that nothing fills.
    pub open: u32,
    /// Its receivers.
    pub receivers: Vec<ReceiverView>,
    /// The last revision that any of the dates were published in.
    pub last: Option<RevisionView>,
}

/// A receiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ReceiverView {
    /// As it can be asked for.
    pub receiver: ReceiverAsked,
    /// Where its files are put, whole.
    pub place: String,
    /// What it got last; none: nothing yet.
    pub last: Option<DeliveryView>,
}

/// A revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RevisionView {
    /// The channel.
    pub channel: String,
    /// Its number.
    pub number: i32,
    /// The first broadcast date.
    pub from: String,
    /// The last.
    pub last: String,
    /// When, by the channel's clock.
    pub at: String,
    /// Who.
    pub author: String,
    /// Its hash.
    pub sha256: String,
}

/// A file that was handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DeliveryView {
    /// The channel.
    pub channel: String,
    /// The number of the revision.
    pub revision: i32,
    /// The receiver.
    pub receiver: String,
    /// The form.
    pub form: String,
    /// Where.
    pub file: String,
    /// Its size.
    pub bytes: u32,
    /// Its hash.
    pub sha256: String,
    /// Who.
    pub author: String,
    /// When, by the channel's clock.
    pub at: String,
}

/// How a channel's dates stand to what was published of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SinceView {
    /// `nothing`, `new`, `stands` or `differs`.
    pub standing: String,
    /// The revision that they were published in last.
    pub number: Option<i32>,
    /// What changed since.
    pub note: Option<NoteView>,
    /// Whether dates are asked about that the revision does not hold.
    pub beyond: bool,
}

/// The files of one form for a receiver, as they would be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FormAheadView {
    /// The receiver.
    pub receiver: String,
    /// The form.
    pub form: String,
    /// Whether it is no text.
    pub is_book: bool,
    /// Its files.
    pub files: Vec<AheadView>,
    /// What does not play as it is scheduled, what is no news left out.
    pub findings: Vec<ProblemView>,
    /// Why they cannot be.
    pub failure: Option<FailureView>,
}

/// A file as it would be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AheadView {
    /// Its name under the receiver's folder, with folders of its own.
    pub name: String,
    /// Where.
    pub file: String,
    /// Of which date, where each has its own.
    pub date: Option<String>,
    /// Its size.
    pub bytes: u32,
    /// What stands in it.
    pub airings: u32,
    /// Characters left out that the form cannot carry.
    pub dropped: u32,
    /// `new`, `changes`, `same`, or `unasked` where a server would have to tell.
    pub in_place: String,
}

/// What publishing came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HandedOutView {
    /// The revision.
    pub number: i32,
    /// Whether it is new.
    pub is_new: bool,
    /// Files that were written.
    pub files: u32,
    /// Files that were there already as they are to be.
    pub there: u32,
    /// Characters left out that forms cannot carry.
    pub dropped: u32,
    /// What does not play as it is scheduled, what is no news left out.
    pub findings: Vec<ProblemView>,
}

/// A channel's revisions, looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChainView {
    /// The channel.
    pub channel: String,
    /// How many revisions it has.
    pub revisions: i32,
    /// The hash of the last.
    pub sha256: String,
    /// The first that does not hold.
    pub broken: Option<i32>,
    /// What of it does not match: the message `broken-<what>`.
    pub what: Option<String>,
}

/// Channels with what of them is accepted in some dates, who gets it and what they got last.
pub fn publishing(
    (station, index): (&Station, &Index),
    range: DateRange,
    station_file: &Path,
    revisions: &[Revision],
    deliveries: &[Delivery],
    language: &Language,
) -> PublishingView {
    let review = survey(index, &station.schedule, range);
    let mut airings: BTreeMap<&str, (u32, bool)> = BTreeMap::new();
    for one in station.schedule.iter().filter(|one| range.holds(one.date)) {
        let (count, is_due) = airings.entry(one.channel.as_str()).or_default();
        *count += u32::from(!one.origin.is_break());
        *is_due = true;
    }
    let channels = station.channels.iter().map(|channel| {
        let (count, is_due) = airings.get(channel.id.as_str()).copied().unwrap_or_default();
        let touches =
            |one: &&Revision| one.channel == channel.id && one.range.from < range.end() && range.from < one.range.end();
        let own = station.receivers.iter().filter(|one| one.channel == channel.id);
        let receivers = own.map(|one| ReceiverView {
            receiver: asked(one),
            place: Place::of(one, station_file).to_string(),
            last: deliveries
                .iter()
                .find(|file| file.channel == channel.id && file.receiver == one.id.as_str())
                .map(|file| delivery(file, index)),
        });
        PublishingChannelView {
            channel: channel.id.to_string(),
            name: channel.name.clone(),
            airings: count,
            is_due,
            errors: count_of(errors(&review, channel.id.as_str())),
            open: count_of(open(&review, index, channel.id.as_str())),
            receivers: receivers.collect(),
            last: revisions.iter().rev().find(touches).map(|one| revision(one, index)),
        }
    });
    let programmes = station.programmes.iter().map(|one| {
        let title = one.title.in_or_near(language.as_str()).unwrap_or(one.id.as_str());
        (one.id.to_string(), title.to_owned())
    });
    PublishingView {
        channels: channels.collect(),
        programmes: programmes.collect(),
    }
}

fn errors(review: &Review, channel: &str) -> usize {
    let own = review.findings.iter().filter(|one| one.severity == Severity::Error);
    own.filter(|one| one.place.channel.as_ref().is_some_and(|id| id.as_str() == channel))
        .count()
}

fn open(review: &Review, index: &Index, channel: &str) -> usize {
    let number = index.channel(channel);
    let of = |slot: &str| index.slot(slot).map(|slot| index.slots[slot.at()].channel);
    review.open.iter().filter(|one| of(one.slot.as_str()) == number).count()
}

/// A revision, told by its channel's clock.
pub fn revision(one: &Revision, index: &Index) -> RevisionView {
    RevisionView {
        channel: one.channel.to_string(),
        number: number(one.number),
        from: one.range.from.to_string(),
        last: one.range.end().plus_days(-1).to_string(),
        at: at(index, one.channel.as_str(), one.at),
        author: one.author.clone(),
        sha256: one.sha256.clone(),
    }
}

/// A file that was handed out, told by its channel's clock.
pub fn delivery(one: &Delivery, index: &Index) -> DeliveryView {
    DeliveryView {
        channel: one.channel.to_string(),
        revision: number(one.revision),
        receiver: one.receiver.clone(),
        form: one.form.clone(),
        file: one.place.clone(),
        bytes: size(one.bytes),
        sha256: one.sha256.clone(),
        author: one.author.clone(),
        at: at(index, one.channel.as_str(), one.at),
    }
}

/// How a channel's dates stand to what was published of them, in a language.
pub fn standing(standing: &Standing, language: &Language) -> SinceView {
    let (word, number_of, note_of, beyond) = match standing {
        Standing::Nothing => ("nothing", None, None, false),
        Standing::New => ("new", None, None, false),
        Standing::Stands(revision) => ("stands", Some(revision.number), None, false),
        Standing::Differs { compared, beyond } => {
            let note = note(&revision_changes(compared, language));
            ("differs", Some(compared.then.revision.number), Some(note), *beyond)
        }
    };
    SinceView {
        standing: word.to_owned(),
        number: number_of.map(number),
        note: note_of,
        beyond,
    }
}

/// Files as they would be written.
pub fn ahead(forms: &[FormAhead], index: &Index) -> Vec<FormAheadView> {
    let one = |ahead: &FormAhead| {
        let mut view = FormAheadView {
            receiver: ahead.receiver.id.to_string(),
            form: ahead.form.as_str().to_owned(),
            is_book: matches!(ahead.form.extension(), "xlsx" | "pdf"),
            files: Vec::new(),
            findings: Vec::new(),
            failure: None,
        };
        match &ahead.files {
            Err(failure) => view.failure = Some(failure.clone().into()),
            Ok(files) => {
                view.files = files
                    .iter()
                    .map(|file| AheadView {
                        name: match file.date {
                            Some(date) => date.to_string(),
                            None => file
                                .path
                                .file_name()
                                .map(|name| name.to_string_lossy().into_owned())
                                .unwrap_or_default(),
                        },
                        file: file.path.display().to_string(),
                        date: file.date.map(|date| date.to_string()),
                        bytes: size(file.bytes),
                        airings: count_of(file.airings),
                        dropped: count_of(file.dropped),
                        in_place: match file.in_place {
                            InPlace::New => "new",
                            InPlace::Changes => "changes",
                            InPlace::Same => "same",
                            InPlace::Unasked => "unasked",
                        }
                        .to_owned(),
                    })
                    .collect();
                view.findings = news(files.iter().flat_map(|file| &file.findings), index);
            }
        }
        view
    };
    forms.iter().map(one).collect()
}

/// What publishing came to.
pub fn handed_out(done: &HandedOut, index: &Index) -> HandedOutView {
    HandedOutView {
        number: number(done.revision.number),
        is_new: done.is_new,
        files: count_of(done.files.len()),
        there: count_of(done.there),
        dropped: count_of(done.dropped),
        findings: news(done.findings.iter(), index),
    }
}

/// Every live block has fillers beneath it, in each form of playlists: that is no news. What is said twice is said once.
fn news<'a>(all: impl Iterator<Item = &'a Finding>, index: &Index) -> Vec<ProblemView> {
    let mut told: Vec<ProblemView> = Vec::new();
    for one in all.filter(|one| one.severity > Severity::Info) {
        for view in findings(std::slice::from_ref(one), index) {
            if !told.contains(&view) {
                told.push(view);
            }
        }
    }
    told
}

/// A chain, looked through.
pub fn chain(chain: &Chain) -> ChainView {
    ChainView {
        channel: chain.channel.clone(),
        revisions: number(chain.revisions),
        sha256: chain.last.clone(),
        broken: chain.broken.map(|one| number(one.number)),
        what: chain.broken.map(|one| one.what.as_str().to_owned()),
    }
}

fn at(index: &Index, channel: &str, at: Instant) -> String {
    let clock = index.channel(channel).map(|number| &index.channels[number.at()].clock);
    clock.map_or_else(|| at.to_string(), |clock| clock.text(at))
}

fn number(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn count_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
