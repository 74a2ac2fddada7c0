//! XMLTV guides, for sets and programme magazines: programme airings and holds, no breaks. Elements stand in the order of
//! xmltv.dtd, whose meaning is from <https://github.com/XMLTV/xmltv/blob/master/xmltv.dtd>.

pub mod read;

use std::io::{self, Write};

use arna_domain::Instant;
use arna_domain::time::{ChannelClock, SECOND, Wall};

use crate::WriteError;
use crate::listing::{EpisodeNumber, Listed, Listing, Showing, Text};
use crate::xml::Xml;

/// Writes a channel's guide in UTF-8; the number of characters dropped that XML cannot carry. Times are to the second, with
/// the channel's own offset at each instant. A title, an episode title or a synopsis stands once a language, the listing's
/// own first.
///
/// # Errors
/// A channel id that is not in XMLTV's form; what the system refuses.
pub fn write(listing: &Listing, to: &mut dyn Write) -> Result<usize, WriteError> {
    let channel = listing.channel.as_str();
    if !is_channel_id(channel) {
        return Err(WriteError::ChannelIdForm {
            channel: channel.to_owned(),
        });
    }
    let mut guide = Xml::begin(to)?;
    guide.doctype("tv SYSTEM \"xmltv.dtd\"")?;
    guide.open("tv", &[("generator-info-name", "Arna")])?;
    guide.open("channel", &[("id", channel)])?;
    guide.leaf("display-name", &[], &listing.name)?;
    guide.close("channel")?;
    for airing in listing.airings.iter().filter(|one| !one.origin.is_break()) {
        programme(&mut guide, airing, listing)?;
    }
    guide.close("tv")?;
    Ok(guide.end()?)
}

/// Whether a channel's id has XMLTV's form: `^[-a-zA-Z0-9]+(\.[-a-zA-Z0-9]+)+$`.
pub fn is_channel_id(id: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b == b'-' || b.is_ascii_alphanumeric());
    id.contains('.') && id.split('.').all(part)
}

fn programme(guide: &mut Xml<'_>, airing: &Listed, listing: &Listing) -> io::Result<()> {
    let (start, end) = airing.seconds();
    let (start, stop) = (time(&listing.clock, start), time(&listing.clock, end));
    let channel = listing.channel.as_str();
    guide.open("programme", &[("start", &start), ("stop", &stop), ("channel", channel)])?;
    texts(guide, "title", &airing.titles)?;
    texts(guide, "sub-title", &airing.episode_titles)?;
    texts(guide, "desc", &airing.synopses)?;
    if let Some(kind) = &airing.kind {
        // The trade's kinds are English words.
        guide.leaf("category", &[("lang", "en")], kind)?;
    }
    if let Some(spoken) = &airing.spoken {
        guide.leaf("language", &[], spoken.as_str())?;
    }
    if let Some(number) = airing.number.and_then(xmltv_ns) {
        guide.leaf("episode-num", &[("system", "xmltv_ns")], &number)?;
    }
    match &airing.showing {
        Some(Showing::Repeat { last: None }) => guide.empty("previously-shown", &[])?,
        Some(Showing::Repeat { last: Some(last) }) => {
            let last = time(&listing.clock, last.ms().div_euclid(SECOND));
            guide.empty("previously-shown", &[("start", &last), ("channel", channel)])?;
        }
        Some(Showing::Premiere) => {
            guide.empty("premiere", &[])?;
            guide.empty("new", &[])?;
        }
        Some(Showing::FirstRun) => guide.empty("new", &[])?,
        None => {}
    }
    if let Some(rating) = &airing.rating {
        // Ratings are the territory's own: 16+ is not the same duty everywhere.
        let system = listing.territory.as_deref().map(|territory| ("system", territory));
        guide.open("rating", system.as_slice())?;
        guide.leaf("value", &[], rating)?;
        guide.close("rating")?;
    }
    guide.close("programme")
}

fn texts(guide: &mut Xml<'_>, name: &str, texts: &[Text]) -> io::Result<()> {
    texts.iter().try_for_each(|text| {
        let lang = text.language.as_ref().map(|language| ("lang", language.as_str()));
        guide.leaf(name, lang.as_slice(), &text.text)
    })
}

/// `20240702210000 +0500`: the channel's clock at a second since 1970.
fn time(clock: &ChannelClock, second: i64) -> String {
    let at = Instant::from_ms(second * SECOND);
    let wall = clock.zone.wall(at);
    // An offset with seconds, as local mean times before the 1930s had, has no form here: such a time is said in UTC.
    let Wall {
        date,
        ms_of_day,
        offset_s,
    } = if wall.offset_s % 60 == 0 {
        wall
    } else {
        let days = second.div_euclid(86_400);
        let date = arna_domain::BroadcastDate::from_days_since_epoch(days);
        Wall {
            date,
            ms_of_day: second.rem_euclid(86_400) * SECOND,
            offset_s: 0,
        }
    };
    let (year, month, day) = date.ymd();
    let seconds = ms_of_day / SECOND;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let offset = i64::from(offset_s.unsigned_abs() / 60);
    // Two times a programme and more, so they are pushed pair by pair; `cargo bench -p arna-exchange` measures it.
    let mut text = String::with_capacity(20);
    let years = i64::from(year);
    for pair in [
        years / 100,
        years % 100,
        i64::from(month),
        i64::from(day),
        hour,
        minute,
        second,
    ] {
        push_pair(&mut text, pair);
    }
    text.push_str(if offset_s < 0 { " -" } else { " +" });
    push_pair(&mut text, offset / 60);
    push_pair(&mut text, offset % 60);
    text
}

/// Two digits.
fn push_pair(text: &mut String, number: i64) {
    let digit = |digit: i64| char::from(b'0' + u8::try_from(digit % 10).unwrap_or_default());
    text.push(digit(number / 10));
    text.push(digit(number));
}

/// `2 . 4/100 . `: season, episode and part from zero. Totals are said only where the catalogue is no mere piece of the
/// series: a third season kept alone is not the third of one. `None`: no number is above zero.
fn xmltv_ns(number: EpisodeNumber) -> Option<String> {
    let part = |number: u32, total: usize| {
        let from_zero = number.checked_sub(1)?;
        Some(if number as usize <= total {
            format!("{from_zero}/{total}")
        } else {
            from_zero.to_string()
        })
    };
    let (season, episode) = (
        part(number.season, number.seasons),
        part(number.episode, number.episodes),
    );
    if season.is_none() && episode.is_none() {
        return None;
    }
    Some(
        format!("{} . {} . ", season.unwrap_or_default(), episode.unwrap_or_default())
            .trim()
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channel_ids_have_the_form_that_guides_want() {
        for good in ["khabar.kz", "cctv-4.cn", "a.b.c", "-.-"] {
            assert!(is_channel_id(good), "{good}");
        }
        for bad in [
            "khabar",
            "",
            ".",
            "khabar.",
            ".kz",
            "a..b",
            "хабар.kz",
            "a b.kz",
            "a_b.kz",
            "a.kz\n",
        ] {
            assert!(!is_channel_id(bad), "{bad:?}");
        }
    }

    #[test]
    fn episodes_are_numbered_from_zero() {
        let says = |season, seasons, episode, episodes| {
            xmltv_ns(EpisodeNumber {
                season,
                seasons,
                episode,
                episodes,
            })
            .unwrap_or_else(|| "none".into())
        };
        assert_eq!(says(1, 1, 2, 3), "0/1 . 1/3 .");
        assert_eq!(says(3, 1, 5, 100), "2 . 4/100 .");
        assert_eq!(says(0, 1, 5, 4), ". 4 .");
        assert_eq!(says(2, 2, 0, 4), "1/2 .  .");
        assert_eq!(says(0, 1, 0, 4), "none");
    }
}
