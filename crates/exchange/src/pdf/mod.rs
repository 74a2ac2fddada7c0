//! Schedules on paper: a week of a channel on one A3 page to be pinned to a wall, and rundowns on A4; and reports on A4.
//!
//! The faces are carried along and embedded, so a file looks and is the same everywhere. Times and titles are texts that can be
//! searched and read aloud (PDF/UA-1), whatever of them the page has room for.

use std::io::Write;

use arna_domain::time::{HOUR, MINUTE, SECOND, Weekday};
use arna_domain::{BroadcastDate, DateRange, Instant, Language};
use krilla::tagging::{Node, Tag, TagGroup};

use self::faces::{Faces, Weight};
use self::paper::{About, BLACK, Colour, Ink, Meaning, Page, Paper, SOFT, refused};
use crate::csv::utc_offset;
use crate::listing::{Listed, Listing, Showing};
use crate::{WriteError, page, table};

mod faces;
mod list;
mod paper;
mod report;
mod rundown;
mod week;

/// What paper says around its facts, in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What a page for partners says too.
    pub page: page::Words,
    /// A date of each month, January first: `{weekday} {day} January`.
    pub dates: [String; 12],
    /// Over the column of titles.
    pub title: String,
    /// Over the column of house numbers.
    pub house_number: String,
    /// What stands in a premiere's badge: a letter or two.
    pub premiere_short: String,
    /// What stands in a first run's badge.
    pub first_run_short: String,
    /// `Revision {number} of {at}`.
    pub revision: String,
    /// What stands there where no revision is told of.
    pub draft: String,
    /// What the bars without text are.
    pub breaks: String,
    /// What a day has no room for: `{count} more: see the rundown`.
    pub more: String,
}

/// The revision that is on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number.
    pub number: i64,
    /// When it was published.
    pub at: Instant,
}

/// Writes a channel's dates as pages of seven, A3 across: blocks as high as they are long, by the channel's own day. Every
/// programme is named with its time; breaks are bars. The number of characters that could not be carried or that no face has.
///
/// # Errors
/// What the system refuses.
pub fn write_week(
    listing: &Listing,
    words: &Words,
    revision: Option<Revision>,
    to: &mut dyn Write,
) -> Result<usize, WriteError> {
    Sheets::new(listing, words, revision, "week")?.week(to)
}

/// Writes a channel's airings, breaks too, as a list a date on A4, to the second. The number of characters that could not be
/// carried or that no face has.
///
/// # Errors
/// What the system refuses.
pub fn write_rundown(
    listing: &Listing,
    words: &Words,
    revision: Option<Revision>,
    to: &mut dyn Write,
) -> Result<usize, WriteError> {
    Sheets::new(listing, words, revision, "rundown")?.rundown(to)
}

/// What a report on paper is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportOf<'a> {
    /// The report's word.
    pub report: &'a str,
    /// The dates that it is of.
    pub range: DateRange,
}

/// Writes a report as a table on A4, across where its columns want more room than there is upright: what was asked, the rows under
/// heads that every page has, what they come to, how they are counted. The number of characters that could not be carried or that
/// no face has.
///
/// # Errors
/// What the system refuses.
pub fn write_report(
    table: &table::Table,
    of: ReportOf<'_>,
    words: &table::Words,
    to: &mut dyn Write,
) -> Result<usize, WriteError> {
    report::write(table, of, words, to)
}

/// A document under way.
struct Draft {
    faces: Faces,
    paper: Paper,
    /// The document's parts, in the order in which they are read.
    parts: Vec<Node>,
    language: String,
}

impl Draft {
    /// Of a title, in a language, told apart from others by an id. The moment of writing would make each file another one, so
    /// it is handed in.
    fn new(title: &str, language: &str, id: String, made: Instant) -> Result<Self, WriteError> {
        let mut faces = Faces::new().ok_or_else(|| refused("faces"))?;
        let title = faces.set(title, Weight::Plain).text;
        let about = About {
            title,
            language,
            id,
            made: made_at(made),
        };
        Ok(Self {
            paper: Paper::new(about)?,
            faces,
            parts: Vec::new(),
            language: language.to_owned(),
        })
    }

    fn finish(self, to: &mut dyn Write) -> Result<usize, WriteError> {
        let mut tags = krilla::tagging::TagTree::new().with_lang(Some(self.language));
        for part in self.parts {
            tags.push(part);
        }
        to.write_all(&self.paper.finish(tags)?)?;
        Ok(self.faces.lost)
    }
}

/// Sheets under way.
struct Sheets<'a> {
    listing: &'a Listing,
    words: &'a Words,
    revision: Option<Revision>,
    draft: Draft,
}

impl<'a> Sheets<'a> {
    fn new(listing: &'a Listing, words: &'a Words, revision: Option<Revision>, form: &str) -> Result<Self, WriteError> {
        let range = listing.range;
        let last = range.end().plus_days(-1).max(range.from);
        let title = format!("{} {} – {last}", listing.name, range.from);
        let made = revision.map_or(listing.clock.day(range.from).0, |revision| revision.at);
        let number = revision.map_or(0, |revision| revision.number);
        let id = format!("{form}/{}/{}/{}/{number}", listing.channel, range.from, range.days);
        Ok(Self {
            draft: Draft::new(&title, words.page.language.as_str(), id, made)?,
            listing,
            words,
            revision,
        })
    }

    /// `Mon 1 July`.
    fn date(&self, date: BroadcastDate) -> String {
        let (_, month, day) = date.ymd();
        let pattern = self.words.dates.get((month as usize).saturating_sub(1));
        let weekday = Weekday::ALL
            .iter()
            .position(|one| *one == date.weekday())
            .unwrap_or_default();
        let pattern = pattern.map_or("{weekday} {day}", String::as_str);
        pattern
            .replace("{weekday}", &self.words.page.weekdays[weekday])
            .replace("{day}", &day.to_string())
    }

    /// The offset of a date; of one in which the clock changes both, with the time of the change.
    fn offsets(&self, date: BroadcastDate) -> String {
        let clock = &self.listing.clock;
        let (from, until) = clock.day(date);
        let changes = clock.zone.changes(from + 1, until);
        let first = utc_offset(clock.zone.offset_s(from));
        changes.into_iter().fold(first, |told, (at, by)| {
            let before = clock.wall_seconds(date, at) - i64::from(by);
            let now = utc_offset(clock.zone.offset_s(at));
            format!("{told} – {}:{:02} – {now}", before / 3_600, before / 60 % 60)
        })
    }

    /// The zone's name with its offset.
    fn zone(&self, date: BroadcastDate) -> String {
        let parts = [self.listing.clock.zone.name(), &self.offsets(date)];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn has_change(&self, date: BroadcastDate) -> bool {
        let (from, until) = self.listing.clock.day(date);
        !self.listing.clock.zone.changes(from + 1, until).is_empty()
    }

    /// Which revision this is.
    fn edition(&self) -> String {
        let Some(revision) = self.revision else {
            return self.words.draft.clone();
        };
        let wall = self.listing.clock.zone.wall(revision.at);
        let (hour, minute) = (wall.ms_of_day / HOUR, wall.ms_of_day / MINUTE % 60);
        let at = format!("{} {hour:02}:{minute:02} {}", wall.date, utc_offset(wall.offset_s));
        self.words
            .revision
            .replace("{number}", &revision.number.to_string())
            .replace("{at}", &at)
    }

    fn on(&self, date: BroadcastDate) -> impl Iterator<Item = &'a Listed> + use<'a> {
        // Airings are in time order, so a date's stand together.
        let airings = &self.listing.airings;
        let first = airings.partition_point(|one| one.date < date);
        airings[first..].iter().take_while(move |one| one.date == date)
    }
}

/// A paragraph of one text.
fn paragraph(parts: impl IntoIterator<Item = krilla::tagging::Identifier>) -> Node {
    TagGroup::with_children(Tag::P, parts.into_iter().map(Node::from).collect()).into()
}

/// A heading of a level, of one text.
fn heading(level: u16, text: &str, parts: impl IntoIterator<Item = krilla::tagging::Identifier>) -> Node {
    let level = std::num::NonZeroU16::new(level).unwrap_or(std::num::NonZeroU16::MIN);
    let tag = Tag::Hn(level, Some(text.to_owned()));
    TagGroup::with_children(tag, parts.into_iter().map(Node::from).collect()).into()
}

fn made_at(at: Instant) -> (u16, [u8; 5]) {
    let second = at.ms().div_euclid(SECOND);
    let (year, month, day) = BroadcastDate::from_days_since_epoch(second.div_euclid(86_400)).ymd();
    let of_day = second.rem_euclid(86_400);
    let small = |number: i64| u8::try_from(number).unwrap_or_default();
    let parts = [
        small(month.into()),
        small(day.into()),
        small(of_day / 3_600),
        small(of_day / 60 % 60),
        small(of_day % 60),
    ];
    (u16::try_from(year).unwrap_or_default(), parts)
}

/// The colour that stands for a language, always beside its code.
fn colour(language: Option<&Language>) -> Colour {
    match language.and_then(|own| own.as_str().split('-').next()) {
        Some("kk") => (0x0e, 0x74, 0x90),
        Some("ru") => (0x30, 0x56, 0xd3),
        Some("zh") => (0x92, 0x27, 0x8f),
        Some("en") => (0x47, 0x55, 0x69),
        Some(_) => (0x57, 0x53, 0x4e),
        None => (0x6b, 0x72, 0x80),
    }
}

fn code(language: Option<&Language>) -> String {
    language.map_or_else(String::new, |own| own.as_str().to_uppercase())
}

/// The season's and episode's number with the title: `3/1 The Way`.
fn episode(airing: &Listed) -> Option<String> {
    let number = airing
        .number
        .map(|number| format!("{}/{}", number.season, number.episode));
    let parts: Vec<_> = [number.as_deref(), airing.episode_title()]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn duration(seconds: i64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// The language of an airing's title, for who reads it aloud.
fn title_language(airing: &Listed) -> Option<&str> {
    airing.titles.first()?.language.as_ref().map(Language::as_str)
}

/// A mark for premieres, first runs and repeats: how wide it is.
fn mark_width(faces: &mut Faces, showing: Option<&Showing>, words: &Words, size: f32) -> f32 {
    let short = match showing {
        Some(Showing::Premiere) => &words.premiere_short,
        Some(Showing::FirstRun) => &words.first_run_short,
        Some(Showing::Repeat { .. }) => return size,
        None => return 0.0,
    };
    faces.set(short, Weight::Bold).width(size * BADGE) + size * 0.55
}

/// How large a badge's letters are beside the text.
const BADGE: f32 = 0.92;

/// Draws the mark's shapes, which mean nothing by themselves; a repeat has no other.
fn draw_badge(page: &mut Page<'_>, showing: Option<&Showing>, (x, y): (f32, f32), (width, size): (f32, f32)) {
    let corners = [x, y - size * 0.8, x + width, y + size * 0.2];
    match showing {
        Some(Showing::Premiere) => page.badge(corners, BLACK, true),
        Some(Showing::FirstRun) => page.badge(corners, BLACK, false),
        Some(Showing::Repeat { .. }) => page.again((x + size * 0.5, y - size * 0.32), size * 0.34, SOFT),
        None => {}
    }
}

/// Draws the letters of a mark; their place in the document's structure.
fn draw_mark(
    page: &mut Page<'_>,
    faces: &mut Faces,
    showing: Option<&Showing>,
    words: &Words,
    (x, y): (f32, f32),
    size: f32,
) -> Option<krilla::tagging::Identifier> {
    let (short, whole, colour) = match showing? {
        Showing::Premiere => (&words.premiere_short, &words.page.premiere, paper::WHITE),
        Showing::FirstRun => (&words.first_run_short, &words.page.first_run, BLACK),
        Showing::Repeat { .. } => return None,
    };
    let meaning = Meaning {
        short_for: Some(whole),
        ..Meaning::default()
    };
    let ink = Ink {
        size: size * BADGE,
        colour,
    };
    Some(page.content(meaning, |page| {
        page.word(faces, short, Weight::Bold, (x + size * 0.275, y - size * 0.02), ink);
    }))
}
