//! Guides of others: elements in any order, offsets and ends that are missing.

use arna_domain::time::{DAY, HOUR, MINUTE, SECOND};
use arna_domain::{BroadcastDate, Instant, Language, values};
use quick_xml::events::BytesStart;

use crate::ReadError;
use crate::listing::Text;
use crate::received::{At, MOST_AIRINGS, Received, ReceivedAiring, ReceivedChannel, Tally, end_at_next};
use crate::xml_in::{Collected, Met, Reading, attribute, decoded, refused};

/// Reads a guide. Times without an offset are taken for UTC, and said; what has no end ends where the next on its channel
/// starts, and is said; what has no start that can be read is left out, and said. The language of a text is the one it names.
///
/// # Errors
/// `too_large`, `unknown_encoding`, `not_utf8`, `not_xml`, `too_deep`, `cut_short`, `not_xmltv`, `too_many_airings`.
pub fn read(bytes: &[u8]) -> Result<Received, ReadError> {
    let text = decoded(bytes)?;
    let mut guide = Guide {
        xml: Reading::of(&text),
        received: Received::default(),
        open: Vec::new(),
        offsets: Tally::default(),
        long: Tally::default(),
        entities: Tally::default(),
    };
    guide.root()?;
    let Guide {
        mut received,
        open,
        offsets,
        long,
        entities,
        ..
    } = guide;
    let mut ends = Tally::default();
    end_at_next(&mut received, &open, &mut ends);
    ends.say("ends_from_next", &mut received);
    offsets.say("offset_missing", &mut received);
    long.say("text_too_long", &mut received);
    entities.say("unknown_entity", &mut received);
    Ok(received)
}

struct Guide<'a> {
    xml: Reading<'a>,
    received: Received,
    /// Airings without an end.
    open: Vec<usize>,
    offsets: Tally,
    long: Tally,
    entities: Tally,
}

impl Guide<'_> {
    fn root(&mut self) -> Result<(), ReadError> {
        let mut is_guide = false;
        loop {
            match self.xml.next()? {
                Met::Start(start, 1) => {
                    if start.local_name().as_ref() != "tv" {
                        let root: String = start.local_name().as_ref().chars().take(60).collect();
                        return Err(refused("not_xmltv", (self.xml.line(), 0), values! { "root" => root }));
                    }
                    is_guide = true;
                }
                Met::Start(start, 2) => match start.local_name().as_ref() {
                    "programme" => self.programme(&start)?,
                    "channel" => self.channel(&start)?,
                    _ => {}
                },
                Met::Eof if is_guide => return Ok(()),
                Met::Eof => return Err(refused("not_xmltv", (1, 0), values! { "root" => "" })),
                _ => {}
            }
        }
    }

    fn channel(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        let mut channel = ReceivedChannel {
            id: attribute(start, "id").unwrap_or_default(),
            names: Vec::new(),
        };
        loop {
            match self.xml.next()? {
                Met::Start(start, 3) if start.local_name().as_ref() == "display-name" => {
                    channel.names.extend(self.text(&start, 3)?);
                }
                Met::End(2) => break,
                _ => {}
            }
        }
        if self.received.channels.len() < MOST_AIRINGS {
            self.received.channels.push(channel);
        }
        Ok(())
    }

    fn programme(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        let line = self.xml.line();
        let mut airing = ReceivedAiring {
            channel: attribute(start, "channel").unwrap_or_default(),
            date: None,
            start: Instant::from_ms(0),
            end: Instant::from_ms(0),
            titles: Vec::new(),
            episode_titles: Vec::new(),
            synopses: Vec::new(),
            number: (None, None),
            segment: None,
            house_number: None,
            version: None,
            media: None,
            spoken: None,
            origin: None,
            at: At::Line(line),
        };
        loop {
            match self.xml.next()? {
                Met::Start(start, 3) => match start.local_name().as_ref() {
                    "title" => airing.titles.extend(self.text(&start, 3)?),
                    "sub-title" => airing.episode_titles.extend(self.text(&start, 3)?),
                    "desc" => airing.synopses.extend(self.text(&start, 3)?),
                    "language" => airing.spoken = self.text(&start, 3)?.map(|text| text.text),
                    "episode-num" if attribute(&start, "system").as_deref() == Some("xmltv_ns") => {
                        let text = self.text(&start, 3)?;
                        airing.number = text.map_or((None, None), |text| number(&text.text));
                    }
                    _ => {}
                },
                Met::End(2) => break,
                _ => {}
            }
        }
        let said = |name| attribute(start, name).unwrap_or_default();
        let (start, stop) = (said("start"), said("stop"));
        let Some(begins) = self.time(&start, line) else {
            let found: String = start.chars().take(60).collect();
            let values = values! { "found" => found, "title" => airing.title() };
            self.received.remark("bad_start", At::Line(line), values);
            return Ok(());
        };
        airing.start = begins;
        let ends = if stop.is_empty() { None } else { self.time(&stop, line) };
        if self.received.airings.len() == MOST_AIRINGS {
            return Err(refused(
                "too_many_airings",
                (line, 0),
                values! { "most" => MOST_AIRINGS },
            ));
        }
        match ends {
            Some(ends) if ends > begins => airing.end = ends,
            Some(_) => {
                let found: String = stop.chars().take(60).collect();
                let values = values! { "found" => found, "title" => airing.title() };
                self.received.remark("end_before_start", At::Line(line), values);
                self.open.push(self.received.airings.len());
            }
            None => self.open.push(self.received.airings.len()),
        }
        self.received.airings.push(airing);
        Ok(())
    }

    /// The text of an element that has begun, up to its end.
    fn text(&mut self, start: &BytesStart<'_>, depth: usize) -> Result<Option<Text>, ReadError> {
        let language = attribute(start, "lang").and_then(|tag| Language::parse(&tag));
        let mut collected = Collected::default();
        loop {
            match self.xml.next()? {
                Met::Text(part) => collected.push(&part),
                Met::Unknown => {
                    let xml = &mut self.xml;
                    self.entities.met(|| xml.at());
                }
                Met::End(at) if at == depth => break,
                _ => {}
            }
        }
        if collected.cut {
            let xml = &mut self.xml;
            self.long.met(|| xml.at());
        }
        Ok(collected.line().map(|text| Text { language, text }))
    }

    fn time(&mut self, text: &str, line: usize) -> Option<Instant> {
        let (at, offset) = time(text)?;
        if offset.is_none() {
            self.offsets.met(|| At::Line(line));
        }
        Some(at)
    }
}

/// `20240702210000 +0500` and what is shorter; the instant, and its offset in seconds where one is said that has numbers.
fn time(text: &str) -> Option<(Instant, Option<i64>)> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, zone) = (&text[..end], text[end..].trim());
    if !(8..=14).contains(&digits.len()) || digits.len() % 2 != 0 {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to).map_or(Some(0), |part| part.parse::<i64>().ok());
    let year = i32::try_from(number(0, 4)?)
        .ok()
        .filter(|year| (1900..2200).contains(year))?;
    let part = |from, to| number(from, to).and_then(|part| u32::try_from(part).ok());
    let date = BroadcastDate::new(year, part(4, 6)?, part(6, 8)?)?;
    let (hours, minutes, seconds) = (number(8, 10)?, number(10, 12)?, number(12, 14)?);
    if hours > 24 || minutes > 59 || seconds > 60 {
        return None;
    }
    let offset = offset(zone);
    let wall = date.days_since_epoch() * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
    Some((Instant::from_ms(wall - offset.unwrap_or_default() * SECOND), offset))
}

/// Seconds that `+0500`, `+05:00` or a word for UTC is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if matches!(zone, "Z" | "UTC" | "GMT" | "UT") {
        return Some(0);
    }
    let sign = match zone.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = zone.chars().skip(1).filter(|c| *c != ':').collect();
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes): (i64, i64) = (digits[..2].parse().ok()?, digits[2..].parse().ok()?);
    (hours <= 26 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// `2 . 4/100 . ` counts from zero: the third season's fifth episode.
fn number(text: &str) -> (Option<u32>, Option<u32>) {
    let mut parts = text.split('.').map(|part| {
        let first = part.split('/').next().unwrap_or_default().trim();
        first.parse::<u32>().ok().and_then(|number| number.checked_add(1))
    });
    (parts.next().flatten(), parts.next().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_many_hands() {
        let at = |text: &str| time(text).map(|(at, offset)| (at.to_string(), offset));
        let utc = |text: &str, offset| Some((text.to_owned(), offset));
        assert_eq!(at("20240702210000 +0500"), utc("2024-07-02T16:00:00Z", Some(18_000)));
        assert_eq!(at("20240702210000+05:00"), utc("2024-07-02T16:00:00Z", Some(18_000)));
        assert_eq!(at("202407022100 -0330"), utc("2024-07-03T00:30:00Z", Some(-12_600)));
        assert_eq!(at("20240702210000"), utc("2024-07-02T21:00:00Z", None));
        assert_eq!(at("20240702 UTC"), utc("2024-07-02T00:00:00Z", Some(0)));
        assert_eq!(at("20240702210000 BST"), utc("2024-07-02T21:00:00Z", None));
        assert_eq!(at("20240702240000 Z"), utc("2024-07-03T00:00:00Z", Some(0)));
        for wrong in [
            "",
            "2024",
            "20240230 Z",
            "2024070221000",
            "20240702256000",
            "99990702210000",
            "٢٠٢٤٠٧٠٢",
        ] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_count_from_zero() {
        assert_eq!(number("2 . 4/100 ."), (Some(3), Some(5)));
        assert_eq!(number(".4."), (None, Some(5)));
        assert_eq!(number("4294967295.."), (None, None));
        assert_eq!(number("Episode 5"), (None, None));
    }
}
