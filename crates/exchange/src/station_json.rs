//! The open document of a station, `arna-station/1`. `docs/STATION-JSON.md` describes it, `docs/station.schema.json` is its
//! schema.
//!
//! The canonical form that [`write()`] gives: fields in the order of the types; what is worth its default is left out or
//! written always the same way; a record a line; instants with the channel's own offset. Reading it again gives the same
//! station, writing that the same bytes.

use std::collections::HashMap;
use std::io;

use arna_domain::restriction::Blackout;
use arna_domain::station::Format;
use arna_domain::time::ChannelClock;
use arna_domain::{Aired, Airing, ChannelId, Pin, Station, Zones};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::airing_json::{AiringRow, Local};
use crate::{ReadError, WriteError, json, layout};

/// The form of the documents read and written here.
pub const FORMAT: &str = "arna-station/1";

/// The station of a document. Whether it can be worked with is for `Index::of` to say.
///
/// # Errors
/// The first thing in it that is not as the form asks, with path, line and column; a text above 512 MiB.
pub fn read(text: &[u8]) -> Result<Station, ReadError> {
    json::read(text, FORMAT)
}

/// The document of a station, in canonical form.
///
/// # Errors
/// A zone that the zone data do not name; an instant of a channel that the station does not have.
pub fn write(station: &Station, zones: &Zones) -> Result<String, WriteError> {
    let mut text = Vec::new();
    write_to(station, zones, &mut text)?;
    String::from_utf8(text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error).into())
}

/// Writes the document of a station record by record; the same bytes as [`write()`].
///
/// # Errors
/// As [`write()`]; what the system refuses.
pub fn write_to(station: &Station, zones: &Zones, to: &mut dyn io::Write) -> Result<(), WriteError> {
    let clocks = clocks(station, zones)?;
    let document = Document {
        station,
        blackouts: rows(&station.blackouts, "blackouts", |one| &one.channel, &clocks)?,
        pins: rows(&station.pins, "pins", |one| &one.channel, &clocks)?,
        history: rows(&station.history, "history", |one| &one.channel, &clocks)?,
        schedule: rows(&station.schedule, "schedule", |one| &one.channel, &clocks)?,
    };
    Ok(layout::write(&document, to)?)
}

type Clocks<'a> = HashMap<&'a ChannelId, ChannelClock>;

fn clocks<'a>(station: &'a Station, zones: &Zones) -> Result<Clocks<'a>, WriteError> {
    let clock = |channel: &'a arna_domain::Channel| match zones.named(&channel.tz) {
        Ok(zone) => Ok((
            &channel.id,
            ChannelClock {
                zone,
                day_start: channel.day_start,
            },
        )),
        Err(_) => Err(WriteError::UnknownZone {
            channel: channel.id.to_string(),
            tz: channel.tz.clone(),
        }),
    };
    station.channels.iter().map(clock).collect()
}

/// The records of a list, each with its channel's clock.
struct Rows<'a, T>(Vec<(&'a T, &'a ChannelClock)>);

fn rows<'a, T>(
    list: &'a [T],
    name: &str,
    channel: impl Fn(&T) -> &ChannelId,
    clocks: &'a Clocks<'_>,
) -> Result<Rows<'a, T>, WriteError> {
    let with_clock = |(at, record): (usize, &'a T)| match clocks.get(channel(record)) {
        Some(clock) => Ok((record, clock)),
        None => Err(WriteError::UnknownChannel {
            path: format!("{name}[{at}].channel"),
            channel: channel(record).to_string(),
        }),
    };
    Ok(Rows(list.iter().enumerate().map(with_clock).collect::<Result<_, _>>()?))
}

/// A station as it is written: as its type says, but for the lists that hold instants.
struct Document<'a> {
    station: &'a Station,
    blackouts: Rows<'a, Blackout>,
    pins: Rows<'a, Pin>,
    history: Rows<'a, Aired>,
    schedule: Rows<'a, Airing>,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        // Taken apart without `..`: a new field of the type must find its place here.
        let Station {
            format,
            about,
            channels,
            programmes,
            licences,
            holdbacks,
            blackouts: _,
            slots,
            campaigns,
            campaign_targets,
            fillers,
            pins: _,
            history: _,
            occasions,
            places,
            quotations,
            partners,
            media,
            receivers,
            schedule: _,
        } = self.station;
        let Format::One = format;
        let mut to = to.serialize_map(None)?;
        to.serialize_entry("format", FORMAT)?;
        if !about.is_empty() {
            to.serialize_entry("about", about)?;
        }
        to.serialize_entry("channels", channels)?;
        to.serialize_entry("programmes", programmes)?;
        to.serialize_entry("licences", licences)?;
        to.serialize_entry("holdbacks", holdbacks)?;
        to.serialize_entry("blackouts", &self.blackouts)?;
        to.serialize_entry("slots", slots)?;
        to.serialize_entry("campaigns", campaigns)?;
        unless_empty(&mut to, "campaign_targets", campaign_targets)?;
        to.serialize_entry("fillers", fillers)?;
        to.serialize_entry("pins", &self.pins)?;
        to.serialize_entry("history", &self.history)?;
        unless_empty(&mut to, "occasions", occasions)?;
        unless_empty(&mut to, "places", places)?;
        unless_empty(&mut to, "quotations", quotations)?;
        unless_empty(&mut to, "partners", partners)?;
        unless_empty(&mut to, "media", media)?;
        unless_empty(&mut to, "receivers", receivers)?;
        if !self.schedule.0.is_empty() {
            to.serialize_entry("schedule", &self.schedule)?;
        }
        to.end()
    }
}

fn unless_empty<M: SerializeMap>(to: &mut M, name: &str, list: &Vec<impl Serialize>) -> Result<(), M::Error> {
    if list.is_empty() {
        Ok(())
    } else {
        to.serialize_entry(name, list)
    }
}

/// A record that holds instants, as documents write it.
trait Row {
    fn row<'a>(&'a self, clock: &'a ChannelClock) -> impl Serialize + 'a;
}

impl<T: Row> Serialize for Rows<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut to = to.serialize_seq(Some(self.0.len()))?;
        for &(record, clock) in &self.0 {
            to.serialize_element(&record.row(clock))?;
        }
        to.end()
    }
}

impl Row for Blackout {
    fn row<'a>(&'a self, clock: &'a ChannelClock) -> impl Serialize + 'a {
        #[derive(Serialize)]
        struct BlackoutRow<'a> {
            channel: &'a ChannelId,
            from: Local<'a>,
            until: Local<'a>,
            tags: &'a [String],
        }
        let Self {
            channel,
            from,
            until,
            tags,
        } = self;
        BlackoutRow {
            channel,
            from: Local { clock, at: *from },
            until: Local { clock, at: *until },
            tags,
        }
    }
}

/// A pin or an airing of the past.
#[derive(Serialize)]
struct FixedRow<'a> {
    channel: &'a ChannelId,
    start: Local<'a>,
    version: &'a arna_domain::VersionId,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    repeat: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: &'a Option<arna_domain::LicenceId>,
}

impl Row for Pin {
    fn row<'a>(&'a self, clock: &'a ChannelClock) -> impl Serialize + 'a {
        let Self {
            channel,
            start,
            version,
            licence,
        } = self;
        FixedRow {
            channel,
            start: Local { clock, at: *start },
            version,
            repeat: false,
            licence,
        }
    }
}

impl Row for Aired {
    fn row<'a>(&'a self, clock: &'a ChannelClock) -> impl Serialize + 'a {
        let Self {
            channel,
            start,
            version,
            repeat,
            licence,
        } = self;
        FixedRow {
            channel,
            start: Local { clock, at: *start },
            version,
            repeat: *repeat,
            licence,
        }
    }
}

impl Row for Airing {
    fn row<'a>(&'a self, clock: &'a ChannelClock) -> impl Serialize + 'a {
        AiringRow::of(self, clock)
    }
}
