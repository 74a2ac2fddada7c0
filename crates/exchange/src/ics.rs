//! Airings as a calendar (RFC 5545), for those who keep one: programme airings and holds, no breaks.

use std::fmt;
use std::io::Write;

use arna_domain::time::SECOND;
use arna_domain::{Instant, ProgrammeId};
use icalendar::{Calendar, Component as _, Event, Property};

use crate::WriteError;
use crate::identity::Identities;
use crate::listing::{Listed, Listing, Text};
use crate::stamp;
use crate::text::carried;

/// What a calendar is to say of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The programme whose airings are wanted; none: all of the channel's.
    pub programme: Option<ProgrammeId>,
    /// The number of the revision: receivers take an event over one with a lower number.
    pub sequence: u32,
    /// When it was published.
    pub published: Instant,
}

/// Writes a channel's airings as events in UTC; how many, and the number of characters dropped that a calendar cannot carry.
///
/// An event keeps its UID while its version stays on the channel's broadcast date, whenever it airs there: it is made of
/// channel, date, version (a hold's slot) and which of that day's airings of it this is.
///
/// # Errors
/// What the system refuses.
pub fn write(listing: &Listing, as_of: &Publication, to: &mut dyn Write) -> Result<(usize, usize), WriteError> {
    let mut dropped = 0;
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Arna//Arna//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(Property::new(
        "X-WR-CALNAME",
        escaped(&carried(&listing.name, &mut dropped)),
    ));
    let frame = made(|to| fmt::write(to, format_args!("{calendar}")))?;
    // The library holds a calendar as a whole; one event at a time is enough.
    let (head, tail) = frame.split_at(frame.rfind("END:VCALENDAR").unwrap_or(frame.len()));
    to.write_all(head.as_bytes())?;
    let (mut events, mut identities) = (0, Identities::default());
    for airing in listing.airings.iter().filter(|one| !one.origin.is_break()) {
        let identity = identities.next(airing);
        if as_of.programme.is_some() && airing.programme != as_of.programme {
            continue;
        }
        let event = event(airing, listing, &identity, as_of, &mut dropped);
        let text = made(|to| event.fmt_write(to))?;
        to.write_all(text.as_bytes())?;
        events += 1;
    }
    to.write_all(tail.as_bytes())?;
    Ok((events, dropped))
}

fn event(airing: &Listed, listing: &Listing, identity: &str, as_of: &Publication, dropped: &mut usize) -> Event {
    let (start, end) = airing.seconds();
    let published = as_of.published.ms().div_euclid(SECOND);
    let uid = format!("{}/{identity}@arna", listing.channel);
    let mut event = Event::new();
    event.append_property(Property::new("UID", carried(&uid, dropped).into_owned()));
    event.append_property(Property::new("DTSTAMP", stamp::basic(published)));
    event.append_property(Property::new("DTSTART", stamp::basic(start)));
    event.append_property(Property::new("DTEND", stamp::basic(end)));
    event.append_property(Property::new("SEQUENCE", as_of.sequence.to_string()));
    event.append_property(Property::new("STATUS", "CONFIRMED"));
    // Whoever watches is not busy to others.
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    event.append_property(Property::new("LOCATION", carried(&listing.name, dropped).into_owned()));
    if let Some(title) = airing.titles.first() {
        event.append_property(text("SUMMARY", title, carried(&title.text, dropped).into_owned()));
    }
    let about = [airing.episode_titles.first(), airing.synopses.first()];
    let lines: Vec<_> = about
        .into_iter()
        .flatten()
        .map(|one| carried(&one.text, dropped).into_owned())
        .collect();
    if let Some(first) = about.into_iter().flatten().next() {
        event.append_property(text("DESCRIPTION", first, lines.join("\n")));
    }
    event
}

fn text(name: &str, said: &Text, value: String) -> Property {
    let mut property = Property::new(name, value);
    if let Some(language) = &said.language {
        property.add_parameter("LANGUAGE", language.as_str());
    }
    property
}

/// The library escapes what it knows for text; of names that begin with X- it does not.
fn escaped(text: &str) -> String {
    let line: Result<String, fmt::Error> = Property::new("SUMMARY", text).try_into();
    let unfolded = line.unwrap_or_default().replace(FOLD, "");
    unfolded.trim_end().trim_start_matches("SUMMARY:").to_owned()
}

/// Where a line is folded.
const FOLD: &str = "\r\n ";
/// The longest line, in octets, without its end.
const LONGEST_LINE: usize = 75;

/// What the library makes, folded anew: its lines may be an octet too long.
fn made(write: impl FnOnce(&mut String) -> fmt::Result) -> Result<String, WriteError> {
    let mut text = String::new();
    write(&mut text).map_err(|error| WriteError::Io(std::io::Error::other(error)))?;
    let text = text.replace(FOLD, "");
    let mut folded = String::with_capacity(text.len() + text.len() / 20);
    for line in text.split_terminator("\r\n") {
        let mut rest = line;
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let end = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(room);
            folded.push_str(&rest[..end]);
            folded.push_str(FOLD);
            rest = &rest[end..];
            room = LONGEST_LINE - 1;
        }
        folded.push_str(rest);
        folded.push_str("\r\n");
    }
    Ok(folded)
}
