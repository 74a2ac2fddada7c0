//! DVB-I's content guide (ETSI TS 103 770): what a channel airs in some dates, as a guide server answers a set that asks for a span of
//! time. TV-Anytime in a profile of its own: titles and synopses have a longest length, every programme has a synopsis, and what is
//! spoken belongs to the event.

use std::collections::HashSet;
use std::io::{self, Write};

use crate::WriteError;
use crate::identity::what;
use crate::listing::{Listed, Listing, Showing, Text};
use crate::stamp;
use crate::tva::{Profile, crid, duration, schedule_of};
use crate::xml::Xml;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest synopsis, in characters.
pub const LONGEST_SYNOPSIS: usize = 180;
/// Ages that a set knows a rating for.
const AGES: std::ops::RangeInclusive<u32> = 4..=18;
/// What the sound of a programme is for.
const MAIN_SOUND: &str = "urn:tva:metadata:cs:AudioPurposeCS:2007:6";

/// Writes a channel's guide; the number of characters left out, because XML cannot carry them or a text is longer than the form
/// allows. A text that is cut ends in `…`.
///
/// # Errors
/// What the system refuses.
pub fn write(listing: &Listing, profile: &Profile, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut guide = Guide {
        xml: Xml::begin(to)?,
        cut: 0,
    };
    let namespace = format!("urn:tva:metadata:{}", profile.edition.as_str());
    let attributes = [
        ("xmlns", namespace.as_str()),
        ("xmlns:mpeg7", "urn:tva:mpeg7:2008"),
        ("xml:lang", listing.language.as_str()),
    ];
    guide.xml.open("TVAMain", &attributes)?;
    guide.xml.open("ProgramDescription", &[])?;
    guide.xml.open("ProgramInformationTable", &[])?;
    let mut told = HashSet::new();
    let airings = || listing.airings.iter().filter(|one| !one.origin.is_break());
    for airing in airings() {
        // A hold is called by its slot, and what its slot shows may be called otherwise another day.
        if told.insert((what(airing), airing.version.is_none().then(|| airing.title()))) {
            guide.programme(airing, &crid(airing, listing, profile))?;
        }
    }
    guide.xml.close("ProgramInformationTable")?;
    guide.xml.open("ProgramLocationTable", &[])?;
    schedule_of(listing, profile, &mut guide.xml)?;
    for airing in airings() {
        event(&mut guide.xml, airing, &crid(airing, listing, profile))?;
    }
    guide.xml.close("Schedule")?;
    guide.xml.close("ProgramLocationTable")?;
    guide.xml.close("ProgramDescription")?;
    guide.xml.close("TVAMain")?;
    Ok(guide.xml.end()? + guide.cut)
}

struct Guide<'a> {
    xml: Xml<'a>,
    /// Characters cut off.
    cut: usize,
}

impl Guide<'_> {
    fn programme(&mut self, airing: &Listed, crid: &str) -> io::Result<()> {
        self.xml.open("ProgramInformation", &[("programId", crid)])?;
        self.xml.open("BasicDescription", &[])?;
        self.texts("Title", ("type", "main"), &airing.titles, LONGEST_TITLE)?;
        // A second title stands beside a main one in its language, or not at all.
        let beside: Vec<Text> = airing
            .episode_titles
            .iter()
            .filter(|own| airing.titles.iter().any(|main| main.language == own.language))
            .cloned()
            .collect();
        self.texts("Title", ("type", "secondary"), &beside, LONGEST_TITLE)?;
        // There has to be a synopsis: what has none is told by its episode's title, or by its own.
        let about = [&airing.synopses, &airing.episode_titles, &airing.titles];
        let about = about.into_iter().find(|texts| !texts.is_empty());
        self.texts(
            "Synopsis",
            ("length", "medium"),
            about.map_or(&[][..], |texts| texts),
            LONGEST_SYNOPSIS,
        )?;
        if let Some(age) = airing.rating.as_deref().and_then(age_of) {
            self.xml.open("ParentalGuidance", &[])?;
            self.xml.leaf("mpeg7:MinimumAge", &[], &age.to_string())?;
            self.xml.close("ParentalGuidance")?;
        }
        self.xml.close("BasicDescription")?;
        self.xml.close("ProgramInformation")
    }

    fn texts(&mut self, name: &str, kind: (&str, &str), texts: &[Text], longest: usize) -> io::Result<()> {
        for text in texts {
            let mut attributes = vec![kind];
            attributes.extend(text.language.as_ref().map(|language| ("xml:lang", language.as_str())));
            let (said, cut) = shortened(&text.text, longest);
            self.cut += cut;
            self.xml.leaf(name, &attributes, &said)?;
        }
        Ok(())
    }
}

fn event(guide: &mut Xml<'_>, airing: &Listed, crid: &str) -> io::Result<()> {
    let (start, end) = airing.seconds();
    guide.open("ScheduleEvent", &[])?;
    guide.empty("Program", &[("crid", crid)])?;
    if let Some(spoken) = airing.spoken.as_ref().filter(|spoken| spoken.as_str() != "zxx") {
        let around = ["InstanceDescription", "AVAttributes", "AudioAttributes"];
        around.iter().try_for_each(|name| guide.open(name, &[]))?;
        guide.leaf("AudioLanguage", &[("purpose", MAIN_SOUND)], spoken.as_str())?;
        around.iter().rev().try_for_each(|name| guide.close(name))?;
    }
    guide.leaf("PublishedStartTime", &[], &stamp::extended(start))?;
    guide.leaf("PublishedDuration", &[], &duration(end - start))?;
    if let Some(showing) = &airing.showing {
        let first = if *showing == Showing::Premiere { "true" } else { "false" };
        guide.empty("FirstShowing", &[("value", first)])?;
    }
    guide.close("ScheduleEvent")
}

/// The least age that a rating means, where it says one: `16+`.
fn age_of(rating: &str) -> Option<u32> {
    let age = rating.strip_suffix('+')?.parse().ok()?;
    AGES.contains(&age).then_some(age)
}

/// A text of at most so many characters, and how many were cut off.
fn shortened(text: &str, longest: usize) -> (String, usize) {
    let all = text.chars().count();
    if all <= longest {
        return (text.to_owned(), 0);
    }
    let kept: String = text.chars().take(longest - 1).collect();
    let kept = kept.trim_end();
    (format!("{kept}…"), all - kept.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_to_its_length_and_told() {
        assert_eq!(shortened("Qazaq", 5), ("Qazaq".to_owned(), 0));
        assert_eq!(shortened("Қазақ ханд", 7), ("Қазақ…".to_owned(), 5));
        let long = "қ".repeat(81);
        let (cut, left_out) = shortened(&long, LONGEST_TITLE);
        assert_eq!((cut.chars().count(), left_out), (LONGEST_TITLE, 2));
    }

    #[test]
    fn ages_that_sets_know() {
        for (rating, age) in [
            ("16+", Some(16)),
            ("0+", None),
            ("21+", None),
            ("PG", None),
            ("+", None),
        ] {
            assert_eq!(age_of(rating), age, "{rating}");
        }
    }
}
