//! TV-Anytime (ETSI TS 102 822-3-1), for the guides of sets: programme airings and holds, no breaks.

use std::collections::HashSet;
use std::io::{self, Write};

use arna_domain::receiver::Edition;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::WriteError;
use crate::identity::what;
use crate::listing::{Listed, Listing, Text};
use crate::stamp;
use crate::xml::Xml;

/// What stays as it is in a CRID's data: what RFC 3986 leaves unreserved, and slashes.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// What a receiver of TV-Anytime wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The schema's year.
    pub edition: Edition,
    /// The authority of CRIDs and service ids, a name of the DNS that the broadcaster holds.
    pub authority: String,
}

/// Writes a channel's guide; the number of characters dropped that XML cannot carry. Times are in UTC; each event's CRID
/// stands in the table of programmes, once a version.
///
/// # Errors
/// What the system refuses.
pub fn write(listing: &Listing, profile: &Profile, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut guide = Xml::begin(to)?;
    let namespace = format!("urn:tva:metadata:{}", profile.edition.as_str());
    let own = listing.language.as_str();
    guide.open("TVAMain", &[("xmlns", &namespace), ("xml:lang", own)])?;
    guide.open("ProgramDescription", &[])?;
    guide.open("ProgramInformationTable", &[])?;
    let mut told = HashSet::new();
    let airings = || listing.airings.iter().filter(|one| !one.origin.is_break());
    for airing in airings() {
        // A hold is called by its slot, and what its slot shows may be called otherwise another day.
        if told.insert((what(airing), airing.version.is_none().then(|| airing.title()))) {
            programme(&mut guide, airing, &crid(airing, listing, profile))?;
        }
    }
    guide.close("ProgramInformationTable")?;
    guide.open("ProgramLocationTable", &[])?;
    schedule_of(listing, profile, &mut guide)?;
    for airing in airings() {
        event(&mut guide, airing, &crid(airing, listing, profile))?;
    }
    guide.close("Schedule")?;
    guide.close("ProgramLocationTable")?;
    guide.open("ServiceInformationTable", &[])?;
    guide.open("ServiceInformation", &[("serviceId", &service(listing, profile))])?;
    guide.leaf("Name", &[], &listing.name)?;
    guide.close("ServiceInformation")?;
    guide.close("ServiceInformationTable")?;
    guide.close("ProgramDescription")?;
    guide.close("TVAMain")?;
    Ok(guide.end()?)
}

/// Opens the schedule of a listing's service and dates.
pub(crate) fn schedule_of(listing: &Listing, profile: &Profile, guide: &mut Xml<'_>) -> io::Result<()> {
    let service = service(listing, profile);
    let edge = |at: arna_domain::Instant| stamp::extended(at.ms().div_euclid(1_000));
    let (from, until) = (
        edge(listing.clock.day(listing.range.from).0),
        edge(listing.clock.day(listing.range.end()).0),
    );
    guide.open(
        "Schedule",
        &[("serviceIDRef", &service), ("start", &from), ("end", &until)],
    )
}

fn programme(guide: &mut Xml<'_>, airing: &Listed, crid: &str) -> io::Result<()> {
    guide.open("ProgramInformation", &[("programId", crid)])?;
    guide.open("BasicDescription", &[])?;
    texts(guide, "Title", &[("type", "main")], &airing.titles)?;
    texts(guide, "Title", &[("type", "episodeTitle")], &airing.episode_titles)?;
    texts(guide, "Synopsis", &[("length", "medium")], &airing.synopses)?;
    if let Some(spoken) = airing.spoken.as_ref().filter(|spoken| spoken.as_str() != "zxx") {
        guide.leaf("Language", &[("type", "original")], spoken.as_str())?;
    }
    guide.close("BasicDescription")?;
    guide.close("ProgramInformation")
}

fn texts(guide: &mut Xml<'_>, name: &str, attributes: &[(&str, &str)], texts: &[Text]) -> io::Result<()> {
    texts.iter().try_for_each(|text| {
        let mut attributes = attributes.to_vec();
        attributes.extend(text.language.as_ref().map(|language| ("xml:lang", language.as_str())));
        guide.leaf(name, &attributes, &text.text)
    })
}

fn event(guide: &mut Xml<'_>, airing: &Listed, crid: &str) -> io::Result<()> {
    let (start, end) = airing.seconds();
    guide.open("ScheduleEvent", &[])?;
    guide.empty("Program", &[("crid", crid)])?;
    guide.leaf("PublishedStartTime", &[], &stamp::extended(start))?;
    guide.leaf("PublishedDuration", &[], &duration(end - start))?;
    if let Some(showing) = &airing.showing {
        let (first, repeat) = match showing {
            crate::listing::Showing::Premiere => ("true", "false"),
            crate::listing::Showing::FirstRun => ("false", "false"),
            crate::listing::Showing::Repeat { .. } => ("false", "true"),
        };
        // In the schema's order.
        guide.empty("Repeat", &[("value", repeat)])?;
        guide.empty("FirstShowing", &[("value", first)])?;
    }
    guide.close("ScheduleEvent")
}

/// `PT1H25M30S`.
pub(crate) fn duration(seconds: i64) -> String {
    let part = |number: i64, sign: char| {
        if number == 0 {
            String::new()
        } else {
            format!("{number}{sign}")
        }
    };
    let parts = part(seconds / 3_600, 'H') + &part(seconds / 60 % 60, 'M') + &part(seconds % 60, 'S');
    if parts.is_empty() {
        "PT0S".to_owned()
    } else {
        format!("PT{parts}")
    }
}

pub(crate) fn crid(airing: &Listed, listing: &Listing, profile: &Profile) -> String {
    let data = |text: &str| utf8_percent_encode(text, KEPT).to_string();
    let path = if airing.version.is_some() {
        data(what(airing))
    } else {
        // What has no version is its channel's own, called as it is called.
        let names = [listing.channel.as_str(), what(airing), airing.title()];
        format!("hold/{}", names.map(|name| data(name).replace('/', "%2F")).join("/"))
    };
    format!("crid://{}/{path}", profile.authority)
}

fn service(listing: &Listing, profile: &Profile) -> String {
    let channel = utf8_percent_encode(listing.channel.as_str(), KEPT);
    // A TAG URI wants a date at which the name was the broadcaster's; the schema's year is as good as any after it.
    format!("tag:{},{}:{channel}", profile.authority, profile.edition.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_xml_writes_them() {
        for (seconds, is) in [(0, "PT0S"), (1_500, "PT25M"), (5_130, "PT1H25M30S"), (90_000, "PT25H")] {
            assert_eq!(duration(seconds), is);
        }
    }
}
