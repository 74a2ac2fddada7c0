//! BXF (SMPTE ST 2021), for traffic and automation: a channel's events, breaks too, in frames. Written from reading what is
//! public of the form; its schema is SMPTE's and not here.

pub(crate) mod message;
pub mod read;

use std::io::{self, Write};

use arna_domain::receiver::DateOf;
use arna_domain::time::SECOND;
use arna_domain::time::timecode::span;
use arna_domain::{FrameRate, Instant, Origin};
use uuid::Uuid;

use crate::WriteError;
use crate::identity::{Identities, what};
use crate::listing::{Listed, Listing};
use crate::stamp;
use crate::xml::Xml;

/// The namespace of version 5.0.
const NAMESPACE: &str = "http://smpte-ra.org/schemas/2021/2017/BXF";

/// What a receiver of BXF wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The rate of frames.
    pub rate: FrameRate,
    /// Which date stands beside a time past midnight.
    pub date_of: DateOf,
    /// When the schedule was published.
    pub published: Instant,
}

/// Writes a channel's events in time order; the number of characters dropped that XML cannot carry. An event says its title as
/// `EventTitle`, `ProgramName` and `Name` alike, since readers look for it in each; what has no house number is called by its
/// version's id, or its slot's.
///
/// # Errors
/// What the system refuses.
pub fn write(listing: &Listing, profile: &Profile, to: &mut dyn Write) -> Result<usize, WriteError> {
    let mut bxf = Xml::begin(to)?;
    let published = stamp::extended(profile.published.ms().div_euclid(SECOND));
    let schedule = format!("{}/{}/{}", listing.channel, listing.range.from, listing.range.days);
    let id = id_of(&format!("message/{schedule}"));
    let head = [
        ("xmlns", NAMESPACE),
        ("id", &id),
        ("dateTime", &published),
        ("messageType", "Information"),
        ("origin", "Arna"),
        ("originType", "Traffic"),
        ("userName", "Arna"),
        ("destination", "Automation"),
    ];
    bxf.open("BxfMessage", &head)?;
    bxf.open("BxfData", &[("action", "add")])?;
    let (from, until) = (
        listing.clock.day(listing.range.from).0,
        listing.clock.day(listing.range.end()).0,
    );
    let edge = |at: Instant| {
        let moment = Moment::of(listing, profile, at, None);
        format!("{}T{}", moment.date, moment.label)
    };
    let id = id_of(&schedule);
    let schedule = [
        ("action", "add"),
        ("type", "Primary"),
        ("ScheduleId", &id),
        ("ScheduleStart", &edge(from)),
        ("ScheduleEnd", &edge(until)),
    ];
    bxf.open("Schedule", &schedule)?;
    let channel = [
        ("action", "add"),
        ("status", "active"),
        ("type", "digital_television"),
        ("channelNumber", "0-1"),
        ("shortName", listing.channel.as_str()),
    ];
    bxf.open("Channel", &channel)?;
    bxf.leaf("Name", &[], &listing.name)?;
    bxf.close("Channel")?;
    bxf.leaf("ScheduleName", &[], &format!("{} {}", listing.name, listing.range.from))?;
    let mut identities = Identities::default();
    let mut before = None;
    for airing in &listing.airings {
        let id = id_of(&format!("{}/{}", listing.channel, identities.next(airing)));
        let follows = airing.origin.is_break() && before == Some(airing.start);
        event(&mut bxf, airing, listing, profile, &id, follows)?;
        before = Some(airing.end);
    }
    bxf.close("Schedule")?;
    bxf.close("BxfData")?;
    bxf.close("BxfMessage")?;
    Ok(bxf.end()?)
}

fn id_of(name: &str) -> String {
    format!(
        "urn:uuid:{}",
        Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("arna:{name}").as_bytes())
    )
}

fn event(
    bxf: &mut Xml<'_>,
    airing: &Listed,
    listing: &Listing,
    profile: &Profile,
    id: &str,
    follows: bool,
) -> io::Result<()> {
    let title = airing.title();
    let rate = profile.rate.as_str();
    let start = Moment::of(listing, profile, airing.start, Some(airing));
    let frames = span(profile.rate, start.ms_of_day, airing.end - airing.start);
    let duration = profile.rate.label(frames);
    bxf.open("ScheduledEvent", &[])?;
    bxf.open("EventData", &[("action", "add"), ("eventType", "Primary")])?;
    bxf.open("EventId", &[])?;
    bxf.leaf("EventId", &[], id)?;
    bxf.close("EventId")?;
    // Some readers drop an event whose only title has a language.
    bxf.leaf("EventTitle", &[], title)?;
    bxf.open("PrimaryEvent", &[])?;
    if airing.origin.is_break() {
        bxf.open("NonProgramEvent", &[])?;
        bxf.open("Details", &[])?;
        bxf.leaf(
            "AdType",
            &[],
            if airing.origin == Origin::Promo {
                "Promo"
            } else {
                "Other"
            },
        )?;
        bxf.leaf("SpotType", &[], "Standard")?;
        bxf.close("Details")?;
        bxf.close("NonProgramEvent")?;
    } else {
        bxf.open("ProgramEvent", &[])?;
        bxf.leaf("SegmentNumber", &[], "1")?;
        bxf.leaf("ProgramName", &[], title)?;
        bxf.close("ProgramEvent")?;
    }
    bxf.close("PrimaryEvent")?;
    bxf.open("StartDateTime", &[])?;
    bxf.open("SmpteDateTime", &[("broadcastDate", &start.date), ("frameRate", rate)])?;
    bxf.leaf("SmpteTimeCode", &[], &start.label)?;
    bxf.close("SmpteDateTime")?;
    bxf.close("StartDateTime")?;
    bxf.open("LengthOption", &[])?;
    length(bxf, rate, &duration)?;
    bxf.close("LengthOption")?;
    bxf.leaf("StartMode", &[], if follows { "Follow" } else { "Fixed" })?;
    bxf.leaf("EndMode", &[], "Duration")?;
    bxf.close("EventData")?;
    bxf.open("Content", &[])?;
    bxf.open("ContentId", &[])?;
    let own = match what(airing) {
        "" => listing.channel.as_str(),
        own => own,
    };
    bxf.leaf("HouseNumber", &[], airing.house_number.as_deref().unwrap_or(own))?;
    bxf.leaf("AlternateId", &[("idType", "Arna")], own)?;
    bxf.close("ContentId")?;
    bxf.leaf("Name", &[], title)?;
    if let Some(episode) = airing.episode_title() {
        bxf.leaf("Description", &[], episode)?;
    }
    bxf.open("Media", &[])?;
    bxf.open("SOM", &[])?;
    bxf.leaf("SmpteTimeCode", &[], &profile.rate.label(0))?;
    bxf.close("SOM")?;
    length(bxf, rate, &duration)?;
    bxf.close("Media")?;
    bxf.close("Content")?;
    bxf.close("ScheduledEvent")
}

fn length(bxf: &mut Xml<'_>, rate: &str, duration: &str) -> io::Result<()> {
    bxf.open("Duration", &[])?;
    bxf.open("SmpteDuration", &[("frameRate", rate)])?;
    bxf.leaf("SmpteTimeCode", &[], duration)?;
    bxf.close("SmpteDuration")?;
    bxf.close("Duration")
}

/// A date and a time code.
struct Moment {
    date: String,
    label: String,
    /// Milliseconds that the wall clock shows.
    ms_of_day: i64,
}

impl Moment {
    fn of(listing: &Listing, profile: &Profile, at: Instant, airing: Option<&Listed>) -> Self {
        let wall = listing.clock.zone.wall(at);
        let frame = profile.rate.frame(wall.ms_of_day);
        // Half a frame before midnight midnight is nearer.
        let (days, frame) = (
            frame / profile.rate.labels_of_day(),
            frame % profile.rate.labels_of_day(),
        );
        let date = match (profile.date_of, airing) {
            (DateOf::Broadcast, Some(airing)) => airing.date,
            (DateOf::Broadcast, None) => listing.clock.broadcast_date(at),
            (DateOf::Calendar, _) => wall.date.plus_days(days),
        };
        Self {
            date: date.to_string(),
            label: profile.rate.label(frame),
            ms_of_day: wall.ms_of_day,
        }
    }
}
