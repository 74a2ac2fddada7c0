//! Moving airings to another time, date or channel, and exchanging two.

use arna_domain::index::{ChannelIx, Index};
use arna_domain::{Airing, BroadcastDate, Instant, Origin, Station, values};

use super::draft::Draft;
use super::hold;
use super::time::{at_wall, wall_ms};
use super::words::wall;
use super::{At, Manner};
use crate::failure::Failure;
use crate::ops::Op;

/// Airings to be moved.
#[derive(Clone, Debug)]
pub struct Moving {
    /// The airings; the first is the one whose target is given.
    pub airings: Vec<At>,
    /// Where the first goes; the others keep their distance: by the wall clock where the date changes, else as time passes.
    pub to: At,
    /// How.
    pub manner: Manner,
}

/// Two airings to be exchanged.
#[derive(Clone, Debug)]
pub struct Swapping {
    /// The one.
    pub one: At,
    /// The other.
    pub other: At,
    /// How.
    pub manner: Manner,
}

/// A channel and an instant.
pub(crate) type Spot = (ChannelIx, Instant);

/// How far airings move, as the first of them does.
pub(crate) struct Shift {
    channel: ChannelShift,
    time: TimeShift,
}

enum ChannelShift {
    To(ChannelIx),
    By(i64),
}

enum TimeShift {
    Passes(i64),
    ByTheClock { days: i64, ms: i64 },
}

impl Shift {
    /// How far it is from an airing to a place. Where all airings are of one channel they all go to the place's.
    pub(crate) fn between(index: &Index, first: &Airing, one_channel: bool, to: Spot) -> Result<Self, Failure> {
        let unknown = || Failure::new("unknown_channel", values! { "channel" => first.channel.as_str() });
        let from = index.channel(first.channel.as_str()).ok_or_else(unknown)?;
        let (own, target) = (&index.channels[from.at()].clock, &index.channels[to.0.at()].clock);
        let date = target.broadcast_date(to.1);
        let channel = if one_channel {
            ChannelShift::To(to.0)
        } else {
            ChannelShift::By(i64::from(to.0.0) - i64::from(from.0))
        };
        let time = if date == first.date && from == to.0 {
            TimeShift::Passes(to.1 - first.start)
        } else {
            TimeShift::ByTheClock {
                days: date.days_since(first.date),
                ms: wall_ms(target, date, to.1) - wall_ms(own, first.date, first.start),
            }
        };
        Ok(Self { channel, time })
    }

    /// Where an airing goes.
    pub(crate) fn apply(&self, index: &Index, airing: &Airing) -> Result<Spot, Failure> {
        let nowhere = || Failure::new("no_channel_there", values! { "channel" => airing.channel.as_str() });
        let own = index.channel(airing.channel.as_str()).ok_or_else(nowhere)?;
        let channel = match self.channel {
            ChannelShift::To(channel) => channel,
            ChannelShift::By(places) => {
                let number = u32::try_from(i64::from(own.0) + places).ok().map(ChannelIx);
                number
                    .filter(|number| number.at() < index.channels.len())
                    .ok_or_else(nowhere)?
            }
        };
        let start = match self.time {
            TimeShift::Passes(ms) => airing.start + ms,
            TimeShift::ByTheClock { days, ms } => {
                let wall = wall_ms(&index.channels[own.at()].clock, airing.date, airing.start);
                at_wall(
                    &index.channels[channel.at()].clock,
                    airing.date.plus_days(days),
                    wall + ms,
                )
            }
        };
        Ok((channel, start))
    }
}

/// Whether airings are all of one channel.
pub(super) fn one_channel(airings: &[At]) -> bool {
    airings.windows(2).all(|two| two[0].channel == two[1].channel)
}

/// Moves airings, each as a person's decision.
///
/// # Errors
/// `nothing_there`, `day_aired`, and what the manner's collision refuses.
pub fn move_airings(station: &Station, index: &Index, asked: &Moving) -> Result<Op, Failure> {
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
    for airing in airings.iter().filter(|one| one.origin != Origin::Hold) {
        draft.lift(airing)?;
    }
    let mut sorted: Vec<(Spot, &Airing)> = airings
        .iter()
        .map(|airing| Ok((shift.apply(index, airing)?, airing)))
        .collect::<Result<_, Failure>>()?;
    sorted.sort_by_key(|&((channel, start), _)| (channel, start));
    let mut landed = to;
    for ((channel, start), airing) in sorted {
        let start = match &airing.version {
            Some(id) if airing.origin != Origin::Hold => {
                let version = draft.version(id.as_str())?;
                draft.lay(channel, start, version)?
            }
            _ => hold::put(
                &mut draft,
                airing,
                Some((channel, start, start + (airing.end - airing.start))),
            )?,
        };
        if std::ptr::eq(airing, first) {
            landed = (channel, start);
        }
    }
    let clock = &index.channels[landed.0.at()].clock;
    let date = clock.broadcast_date(landed.1);
    tell_target(&mut args, index, first, landed, date);
    args.insert("to".to_owned(), wall(clock, date, landed.1).into());
    let args = counted(args, airings.len(), &draft);
    Ok(draft.finish(
        if airings.len() == 1 {
            "move_airing"
        } else {
            "move_airings"
        },
        args,
    ))
}

/// Says the target's date and channel where they are others.
fn tell_target(args: &mut arna_domain::Values, index: &Index, first: &Airing, to: Spot, date: BroadcastDate) {
    let channel = &index.channels[to.0.at()].id;
    args.insert("to_date".to_owned(), date.to_string().into());
    args.insert("to_channel".to_owned(), channel.as_str().into());
    let place = match (date == first.date, *channel == first.channel) {
        (true, true) => "time",
        (false, true) => "date",
        (_, false) => "channel",
    };
    args.insert("place".to_owned(), place.into());
}

/// Says how many airings an edit is about, and how many had to make room.
pub(super) fn counted(mut args: arna_domain::Values, count: usize, draft: &Draft<'_>) -> arna_domain::Values {
    args.insert("count".to_owned(), count.into());
    args.insert("shifted".to_owned(), draft.shifted.into());
    args.insert("replaced".to_owned(), draft.replaced.into());
    args
}

/// Exchanges two airings: each starts where the other did.
///
/// # Errors
/// As [`move_airings`]; `hold_stays` for holds.
pub fn swap_airings(station: &Station, index: &Index, asked: &Swapping) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, &asked.manner);
    let (one, other) = (draft.find(&asked.one)?, draft.find(&asked.other)?);
    let version = |draft: &Draft<'_>, airing: &Airing| {
        let id = airing.version.as_ref().filter(|_| airing.origin != Origin::Hold);
        let held = || Failure::new("hold_stays", values! { "title" => draft.title(airing) });
        draft.version(id.ok_or_else(held)?.as_str())
    };
    let (first, second) = (version(&draft, &one)?, version(&draft, &other)?);
    let (here, there) = (
        draft.channel(one.channel.as_str())?,
        draft.channel(other.channel.as_str())?,
    );
    let mut args = draft.args(&one);
    args.insert("other".to_owned(), draft.title(&other).into());
    draft.lift(&one)?;
    draft.lift(&other)?;
    draft.lay(here, one.start, second)?;
    draft.lay(there, other.start, first)?;
    let args = counted(args, 2, &draft);
    Ok(draft.finish("swap_airings", args))
}
