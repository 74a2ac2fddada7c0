//! BXF of others: any namespace and any case of attributes; events in the file's order, which alone tells a repeated hour apart.

use arna_domain::receiver::DateOf;
use arna_domain::time::timecode::numbers;
use arna_domain::time::{ChannelClock, DAY, LocalTime, MINUTE};
use arna_domain::{BroadcastDate, FrameRate, Instant, Origin, values};
use quick_xml::events::BytesStart;

use super::message;
use crate::ReadError;
use crate::listing::Text;
use crate::received::{At, MOST_AIRINGS, Received, ReceivedAiring, ReceivedChannel, Tally, shown};
use crate::xml_in::{Collected, Met, Reading, attribute, decoded, refused};

/// How far before the end of the event before it an event may start and still be the first of two hours that are alike.
const OVERLAP: i64 = 2 * MINUTE;

/// Reads a channel's schedule by the channel's clock, since the form has no offsets. Headers, which repeat the first segment's
/// start, and events beside the picture, such as logos, are no airings; they are counted in a remark. A frame number that its
/// rate does not have is taken for one of the next second, and said.
///
/// # Errors
/// `too_large`, `unknown_encoding`, `not_utf8`, `not_xml`, `too_deep`, `cut_short`, `not_bxf`, `too_many_airings`.
pub fn read(bytes: &[u8], clock: &ChannelClock, date_of: DateOf) -> Result<Received, ReadError> {
    let text = decoded(bytes)?;
    let mut file = File {
        xml: Reading::of(&text),
        clock,
        date_of,
        received: Received::default(),
        channel: String::new(),
        before: None,
        tallies: Tallies::default(),
    };
    file.root()?;
    let File {
        mut received, tallies, ..
    } = file;
    tallies.headers.say("program_headers", &mut received);
    tallies.secondary.say("secondary_events", &mut received);
    tallies.as_run.say("as_run_events", &mut received);
    tallies.rates.say("unknown_rate", &mut received);
    tallies.long.say("text_too_long", &mut received);
    tallies.entities.say("unknown_entity", &mut received);
    tallies.namespace.say("unknown_namespace", &mut received);
    Ok(received)
}

#[derive(Default)]
struct Tallies {
    headers: Tally,
    secondary: Tally,
    as_run: Tally,
    rates: Tally,
    long: Tally,
    entities: Tally,
    namespace: Tally,
}

struct File<'a> {
    xml: Reading<'a>,
    clock: &'a ChannelClock,
    date_of: DateOf,
    received: Received,
    channel: String,
    /// When the event before ends.
    before: Option<Instant>,
    tallies: Tallies,
}

/// What an event says, as it stands.
#[derive(Default)]
struct Said {
    kind: String,
    title: Option<String>,
    programme: Option<String>,
    name: Option<String>,
    episode: Option<String>,
    version_name: Option<String>,
    description: Option<String>,
    house_number: Option<String>,
    alternate: Option<String>,
    segment: Option<u32>,
    advertisement: Option<String>,
    is_break: bool,
    date: Option<String>,
    rate: Option<String>,
    start: Option<String>,
    duration: Option<String>,
    media_duration: Option<String>,
}

impl File<'_> {
    fn root(&mut self) -> Result<(), ReadError> {
        let mut is_bxf = false;
        while let Some((start, depth)) = message::element(&mut self.xml, &mut is_bxf)? {
            match start.local_name().as_ref() {
                _ if depth == 1 => self.namespace(&start),
                "Channel" => self.channel(&start),
                "ScheduledEvent" | "ScheduleElements" => self.event()?,
                "AsRun" | "BasicAsRun" => {
                    let xml = &mut self.xml;
                    self.tallies.as_run.met(|| xml.at());
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Years of the form differ in little; what is none of them is read all the same.
    fn namespace(&mut self, root: &BytesStart<'_>) {
        let named = root.name();
        let prefix = named.prefix().map(|prefix| prefix.as_ref().to_owned());
        let declared = match &prefix {
            Some(prefix) => attribute(root, prefix),
            None => attribute(root, "xmlns"),
        };
        let known = declared.is_none_or(|one| one.contains("smpte-ra.org/schemas/2021"));
        if !known {
            let xml = &mut self.xml;
            self.tallies.namespace.met(|| xml.at());
        }
    }

    fn channel(&mut self, start: &BytesStart<'_>) {
        self.channel = message::channel(start).unwrap_or_default();
        let known = self.received.channels.iter().any(|one| one.id == self.channel);
        if !known && self.received.channels.len() < MOST_AIRINGS {
            self.received.channels.push(ReceivedChannel {
                id: self.channel.clone(),
                names: Vec::new(),
            });
        }
    }

    fn event(&mut self) -> Result<(), ReadError> {
        let line = self.xml.line();
        let mut said = Said::default();
        // The elements that are open within the event.
        let mut path: Vec<String> = Vec::new();
        let mut collected = Collected::default();
        loop {
            match self.xml.next()? {
                Met::Start(start, _) => {
                    let name = start.local_name().as_ref().to_owned();
                    match name.as_str() {
                        "EventData" => said.kind = attribute(&start, "eventType").unwrap_or_default(),
                        "SmpteDateTime" if path.iter().any(|one| one == "StartDateTime") => {
                            said.date = attribute(&start, "broadcastDate");
                            said.rate = attribute(&start, "frameRate");
                        }
                        "SmpteDuration" if said.rate.is_none() => said.rate = attribute(&start, "frameRate"),
                        "NonProgramEvent" => said.is_break = true,
                        _ => {}
                    }
                    path.push(name);
                    collected = Collected::default();
                }
                Met::Text(part) => collected.push(&part),
                Met::Unknown => {
                    let xml = &mut self.xml;
                    self.tallies.entities.met(|| xml.at());
                }
                Met::End(_) => {
                    let Some(name) = path.pop() else { break };
                    let ended = std::mem::take(&mut collected);
                    if ended.cut {
                        let xml = &mut self.xml;
                        self.tallies.long.met(|| xml.at());
                    }
                    if let Some(text) = ended.line() {
                        said.take(&name, &path, text);
                    }
                }
                Met::Eof => break,
            }
        }
        self.taken(said, line)
    }

    fn taken(&mut self, said: Said, line: usize) -> Result<(), ReadError> {
        let kind = said.kind.to_ascii_lowercase();
        if kind.starts_with("nonprimary") {
            self.tallies.secondary.met(|| At::Line(line));
            return Ok(());
        }
        if kind.contains("header") {
            self.tallies.headers.met(|| At::Line(line));
            return Ok(());
        }
        let title = said.first_title().unwrap_or_default();
        let Some((start, frame, rate)) = self.start(&said, line) else {
            let found = [said.date.as_deref(), said.start.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ");
            let found: String = found.chars().take(60).collect();
            self.received.remark(
                "bad_start",
                At::Line(line),
                values! { "found" => found, "title" => title },
            );
            return Ok(());
        };
        let duration = said.duration.as_deref().or(said.media_duration.as_deref());
        let frames = duration.and_then(numbers).map(|(hours, minutes, seconds, frames)| {
            self.high_frame(rate, frames, line);
            rate.frame_of(hours, minutes, seconds, frames)
        });
        let Some(frames) = frames.filter(|frames| *frames > 0) else {
            let found: String = duration.unwrap_or_default().chars().take(60).collect();
            self.received.remark(
                "bad_duration",
                At::Line(line),
                values! { "found" => found, "title" => title },
            );
            return Ok(());
        };
        if self.received.airings.len() == MOST_AIRINGS {
            return Err(refused(
                "too_many_airings",
                (line, 0),
                values! { "most" => MOST_AIRINGS },
            ));
        }
        let end = start + (rate.ms(frame + frames) - rate.ms(frame));
        self.before = Some(end);
        let text = |text: Option<String>| text.map(|text| Text { language: None, text }).into_iter().collect();
        let advertised = said.advertisement.as_deref().map(str::to_ascii_lowercase);
        self.received.airings.push(ReceivedAiring {
            channel: self.channel.clone(),
            date: Some(self.clock.broadcast_date(start)),
            start,
            end,
            titles: text(Some(title).filter(|title| !title.is_empty())),
            episode_titles: text(said.description),
            synopses: Vec::new(),
            number: (None, None),
            segment: said.segment.filter(|segment| *segment > 0),
            house_number: said.house_number,
            version: said.alternate,
            media: None,
            spoken: None,
            origin: said.is_break.then_some(match advertised.as_deref() {
                Some("promo") => Origin::Promo,
                _ => Origin::Filler,
            }),
            at: At::Line(line),
        });
        Ok(())
    }

    /// When an event starts, with the frame of its day and the rate.
    fn start(&mut self, said: &Said, line: usize) -> Option<(Instant, i64, FrameRate)> {
        let text = said.start.as_deref()?;
        let rate = self.rate(said, text, line);
        // Some write an instant where a time code is wanted; it needs no clock.
        if let Some(at) = Instant::parse(text) {
            return Some((at, rate.frame(self.clock.zone.wall(at).ms_of_day), rate));
        }
        let date = BroadcastDate::parse(said.date.as_deref()?.get(..10)?)?;
        let (hours, minutes, seconds, frames) = numbers(text)?;
        if hours > 47 {
            return None;
        }
        self.high_frame(rate, frames, line);
        let frame = rate.frame_of(hours, minutes, seconds, frames);
        let ms = rate.ms(frame);
        let early = ms < i64::from(self.clock.day_start.minutes()) * MINUTE;
        let date = match self.date_of {
            DateOf::Broadcast if early => date.plus_days(1),
            _ => date,
        };
        let shown = shown(&self.clock.zone, date, ms);
        let date = date.plus_days(ms.div_euclid(DAY));
        let at = match shown {
            LocalTime::Once(at) => at,
            LocalTime::Skipped(at) => {
                let found = format!("{date} {text}");
                self.received
                    .remark("time_skipped", At::Line(line), values! { "found" => found });
                at
            }
            LocalTime::Twice(first, second) => {
                let is_second = self.before.is_some_and(|before| before > first + OVERLAP);
                let found = format!("{date} {text}");
                self.received
                    .remark("time_twice", At::Line(line), values! { "found" => found });
                if is_second { second } else { first }
            }
        };
        Some((at, frame, rate))
    }

    fn rate(&mut self, said: &Said, text: &str, line: usize) -> FrameRate {
        let drops = text.contains(';');
        match said.rate.as_deref().map(str::trim) {
            Some("30") if drops => FrameRate::Drop2997,
            Some("60") if drops => FrameRate::Drop5994,
            None if drops => FrameRate::Drop2997,
            // Nobody says it where everybody in the house has the same.
            None => FrameRate::Fps25,
            Some(word) => FrameRate::parse(word).unwrap_or_else(|| {
                self.tallies.rates.met(|| At::Line(line));
                FrameRate::Fps25
            }),
        }
    }

    fn high_frame(&mut self, rate: FrameRate, frame: i64, line: usize) {
        if frame >= rate.labels() {
            let values = values! { "frame" => frame, "rate" => rate.as_str() };
            self.received.remark("frame_too_high", At::Line(line), values);
        }
    }
}

impl Said {
    fn take(&mut self, name: &str, path: &[String], text: String) {
        let within = |name: &str| path.iter().any(|one| one == name);
        match name {
            "EventTitle" if self.title.is_none() => self.title = Some(text),
            "ProgramName" if self.programme.is_none() => self.programme = Some(text),
            "EpisodeName" if self.episode.is_none() => self.episode = Some(text),
            "VersionName" if self.version_name.is_none() => self.version_name = Some(text),
            "Name" if within("Content") && self.name.is_none() => self.name = Some(text),
            "Description" if within("Content") && self.description.is_none() => self.description = Some(text),
            "HouseNumber" if self.house_number.is_none() => self.house_number = Some(text),
            "AlternateId" if self.alternate.is_none() => self.alternate = Some(text),
            "SegmentNumber" => self.segment = text.parse().ok(),
            "AdType" => self.advertisement = Some(text),
            "SmpteTimeCode" if within("StartDateTime") && self.start.is_none() => self.start = Some(text),
            "SmpteTimeCode" if within("LengthOption") && self.duration.is_none() => self.duration = Some(text),
            "SmpteTimeCode" if within("Media") && within("Duration") && self.media_duration.is_none() => {
                self.media_duration = Some(text);
            }
            _ => {}
        }
    }

    fn first_title(&self) -> Option<String> {
        [
            &self.title,
            &self.programme,
            &self.name,
            &self.episode,
            &self.version_name,
        ]
        .into_iter()
        .flatten()
        .next()
        .cloned()
    }
}
