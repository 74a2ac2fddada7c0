//! Copying airings, days and weeks to other times, dates and channels.

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Index, Origin, Station, values};

use super::draft::Draft;
use super::moving::{Shift, counted, one_channel};
use super::time::{at_wall, wall_ms};
use super::words::wall;
use super::{At, Manner};
use crate::failure::Failure;
use crate::ops::Op;

/// Airings to be copied.
#[derive(Clone, Debug)]
pub struct Copying {
    /// The airings; the first is the one whose target is given.
    pub airings: Vec<At>,
    /// Where the first one's copy goes.
    pub to: At,
    /// How.
    pub manner: Manner,
}

/// Broadcast dates of a channel to be copied: one date is a day, seven are a week.
#[derive(Clone, Debug)]
pub struct DayCopy {
    /// The channel.
    pub channel: ChannelId,
    /// The dates.
    pub range: DateRange,
    /// Channels and first dates that they are copied to, by the wall clock.
    pub onto: Vec<(ChannelId, BroadcastDate)>,
    /// How.
    pub manner: Manner,
}

/// Copies airings. Holds belong to their channel's grid and are not copied.
///
/// # Errors
/// `nothing_there`, `day_aired`, `hold_stays` where there are only holds, and what the manner's collision refuses.
pub fn copy_airings(station: &Station, index: &Index, asked: &Copying) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, &asked.manner);
    let airings: Vec<Airing> = asked
        .airings
        .iter()
        .map(|at| draft.find(at))
        .collect::<Result<_, _>>()?;
    let Some(first) = airings.first() else {
        return Err(Failure::new("nothing_selected", values! {}));
    };
    let to = (draft.channel(asked.to.channel.as_str())?, asked.to.start);
    let shift = Shift::between(index, first, one_channel(&asked.airings), to)?;
    let mut args = draft.args(first);
    let clock = &index.channels[to.0.at()].clock;
    let date = clock.broadcast_date(to.1);
    args.insert("to".to_owned(), wall(clock, date, to.1).into());
    args.insert("to_date".to_owned(), date.to_string().into());
    args.insert("to_channel".to_owned(), asked.to.channel.as_str().into());
    let mut targets = Vec::new();
    for airing in airings.iter().filter(|one| one.origin != Origin::Hold) {
        targets.push((shift.apply(index, airing)?, airing));
    }
    let count = lay_all(&mut draft, targets)?;
    if count == 0 {
        return Err(Failure::new("hold_stays", values! { "title" => draft.title(first) }));
    }
    let args = counted(args, count, &draft);
    Ok(draft.finish(if count == 1 { "copy_airing" } else { "copy_airings" }, args))
}

/// Copies days of a channel onto other dates or channels, by the wall clock.
///
/// # Errors
/// As [`copy_airings`]; `nothing_to_copy` where nothing airs on those dates.
pub fn copy_days(station: &Station, index: &Index, asked: &DayCopy) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, &asked.manner);
    let own = draft.channel(asked.channel.as_str())?;
    let programmes: Vec<Airing> = draft
        .lane(own)
        .bodies
        .iter()
        .filter(|one| asked.range.holds(one.date) && one.origin != Origin::Hold)
        .cloned()
        .collect();
    let mut targets: Vec<((ChannelIx, arna_domain::Instant), &Airing)> = Vec::new();
    for (channel, date) in &asked.onto {
        let channel = draft.channel(channel.as_str())?;
        let days = date.days_since(asked.range.from);
        if channel == own && days == 0 {
            continue;
        }
        targets.extend(programmes.iter().map(|airing| {
            let wall = wall_ms(&index.channels[own.at()].clock, airing.date, airing.start);
            let start = at_wall(&index.channels[channel.at()].clock, airing.date.plus_days(days), wall);
            ((channel, start), airing)
        }));
    }
    let count = lay_all(&mut draft, targets)?;
    if count == 0 {
        let values = values! { "channel" => asked.channel.as_str(), "date" => asked.range.from.to_string() };
        return Err(Failure::new("nothing_to_copy", values));
    }
    let args = values! {
        "channel" => asked.channel.as_str(), "date" => asked.range.from.to_string(), "days" => asked.range.days,
        "places" => asked.onto.len(), "to_date" => asked.onto[0].1.to_string(), "to_channel" => asked.onto[0].0.as_str()
    };
    let args = counted(args, count, &draft);
    Ok(draft.finish("copy_days", args))
}

/// Puts copies on air in time order.
fn lay_all(
    draft: &mut Draft<'_>,
    mut targets: Vec<((ChannelIx, arna_domain::Instant), &Airing)>,
) -> Result<usize, Failure> {
    targets.sort_by_key(|&(spot, _)| spot);
    for &((channel, start), airing) in &targets {
        if let Some(id) = &airing.version {
            let version = draft.version(id.as_str())?;
            draft.lay(channel, start, version)?;
        }
    }
    Ok(targets.len())
}
