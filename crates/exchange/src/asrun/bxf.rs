//! As-run events of BXF: any year's namespace, any case of attributes.

use std::io::Read;

use arna_domain::{FrameRate, values};

use super::mapping::Mapping;
use super::rows::{Cell, Said, Taking};
use super::{About, Log};
use crate::ReadError;
use crate::bxf::message;
use crate::received::{At, Tally};
use crate::xml_in::{Collected, LARGEST, Met, Reading, attribute, decoded, refused};

/// Reads a message's `BasicAsRun` events. Headers, which repeat the first segment's start, and events beside the picture are no
/// airings.
///
/// # Errors
/// `unreadable`, and what any BXF is refused for.
pub(super) fn read(from: &mut dyn Read, mapping: &Mapping, about: &About<'_>) -> Result<Log, ReadError> {
    let mut bytes = Vec::new();
    from.take(LARGEST as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| refused("unreadable", (0, 0), values! { "why" => error.to_string() }))?;
    let text = decoded(&bytes)?;
    let mut file = File {
        xml: Reading::of(&text),
        mapping,
        taking: Taking::of(mapping, about)?,
        headers: Tally::default(),
        secondary: Tally::default(),
        entities: Tally::default(),
        long: Tally::default(),
        rates: Tally::default(),
    };
    file.root()?;
    let told = [
        file.headers.said("program_headers"),
        file.secondary.said("secondary_events"),
        file.entities.said("unknown_entity"),
        file.long.said("text_too_long"),
        file.rates.said("unknown_rate"),
    ];
    let mut log = file.taking.over()?;
    log.remarks.splice(0..0, told.into_iter().flatten());
    Ok(log)
}

struct File<'a> {
    xml: Reading<'a>,
    mapping: &'a Mapping,
    taking: Taking<'a>,
    headers: Tally,
    secondary: Tally,
    entities: Tally,
    long: Tally,
    rates: Tally,
}

impl File<'_> {
    fn root(&mut self) -> Result<(), ReadError> {
        let mut is_bxf = false;
        while let Some((start, _)) = message::element(&mut self.xml, &mut is_bxf)? {
            match start.local_name().as_ref() {
                "Channel" => self.taking.channel = message::channel(&start),
                "BasicAsRun" => self.event()?,
                _ => {}
            }
        }
        Ok(())
    }

    fn event(&mut self) -> Result<(), ReadError> {
        let at = self.xml.at();
        let mut said = Said::at(at.clone());
        let mut kind = String::new();
        let mut name: Option<Cell> = None;
        let mut path: Vec<String> = Vec::new();
        let mut collected = Collected::default();
        loop {
            match self.xml.next()? {
                Met::Start(start, _) => {
                    let element = start.local_name().as_ref().to_owned();
                    match element.as_str() {
                        "SmpteDateTime" if path.iter().any(|one| one == "StartDateTime") => {
                            said.date = attribute(&start, "broadcastDate").map(|text| self.cell(text));
                            said.rate = attribute(&start, "frameRate");
                        }
                        "SmpteDuration" if said.rate.is_none() => said.rate = attribute(&start, "frameRate"),
                        _ => {}
                    }
                    path.push(element);
                    collected = Collected::default();
                }
                Met::Text(part) => collected.push(&part),
                Met::Unknown => {
                    let xml = &mut self.xml;
                    self.entities.met(|| xml.at());
                }
                Met::End(_) => {
                    let Some(element) = path.pop() else { break };
                    let ended = std::mem::take(&mut collected);
                    if ended.cut {
                        let xml = &mut self.xml;
                        self.long.met(|| xml.at());
                    }
                    let Some(text) = ended.line() else { continue };
                    let within = |name: &str| path.iter().any(|one| one == name);
                    let own = match element.as_str() {
                        "EventTitle" | "ProgramName" => &mut said.title,
                        "Name" if within("Content") => &mut name,
                        "EpisodeName" | "Description" if within("Content") => &mut said.episode,
                        "HouseNumber" => &mut said.house_number,
                        "Status" if within("AsRunDetail") => &mut said.status,
                        "SmpteTimeCode" if within("StartDateTime") => &mut said.start,
                        "SmpteTimeCode" if within("Duration") && !within("Media") => &mut said.duration,
                        "Type" if within("AsRunDetail") => {
                            kind = text;
                            continue;
                        }
                        _ => continue,
                    };
                    if own.is_none() {
                        let line = self.xml.line();
                        *own = Some(Cell {
                            text,
                            at: At::Line(line),
                        });
                    }
                }
                Met::Eof => break,
            }
        }
        said.title = said.title.or(name);
        self.rate(&mut said);
        self.taken(said, &kind, at)
    }

    /// Frames that are told with `;` have dropped labels, whatever the rate is called.
    fn rate(&mut self, said: &mut Said) {
        let drops = said.start.as_ref().is_some_and(|start| start.text.contains(';'));
        let word = match said.rate.as_deref().map(str::trim) {
            Some("30") | None if drops => "29.97",
            Some("60") if drops => "59.94",
            Some(word) => word,
            None => return,
        };
        if FrameRate::parse(word).is_none() {
            let at = said.at.clone();
            self.rates.met(|| at);
        }
        said.rate = Some(word.to_owned());
    }

    fn cell(&mut self, text: String) -> Cell {
        Cell {
            text,
            at: self.xml.at(),
        }
    }

    fn taken(&mut self, mut said: Said, kind: &str, at: At) -> Result<(), ReadError> {
        let small = kind.to_ascii_lowercase();
        if small.starts_with("nonprimary") {
            self.secondary.met(|| at);
            return Ok(());
        }
        if small.contains("header") {
            self.headers.met(|| at);
            return Ok(());
        }
        let field = |name: &str| {
            let cell = match name {
                "status" => &said.status,
                "house_number" => &said.house_number,
                "title" => &said.title,
                _ => return kind.to_owned(),
            };
            cell.as_ref().map_or(String::new(), |cell| cell.text.clone())
        };
        said.is_ignored = self.mapping.ignore.iter().any(|ignored| match &ignored.column {
            super::Column::Head(name) => ignored.means(&field(name)),
            _ => false,
        });
        self.taking.row(said)
    }
}
