//! One slot becomes two: by weekday, or from a date on. What repeats it is split with it, so that each repeat goes on showing
//! what it showed, and what is accepted goes with the part it stands in.

use arna_domain::slot::{Fill, Repeat};
use arna_domain::time::Weekday;
use arna_domain::{Airing, BroadcastDate, Slot, SlotId, Station, values};

use super::{change_airings, channel_of, date_of, find, moved, named, new_id, put, time_of, weekdays};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// What a slot leaves to the other.
#[derive(Clone)]
enum Part {
    /// These weekdays.
    Days(Vec<Weekday>),
    /// Everything from this date on.
    From(BroadcastDate),
}

impl Part {
    fn holds(&self, date: BroadcastDate) -> bool {
        match self {
            Self::Days(days) => days.contains(&date.weekday()),
            Self::From(first) => *first <= date,
        }
    }

    /// The part of a slot that repeats the part so many dates later.
    fn later(&self, days: u32) -> Self {
        match self {
            Self::Days(own) => Self::Days(own.iter().map(|&day| shifted(day, i64::from(days))).collect()),
            Self::From(first) => Self::From(first.plus_days(i64::from(days))),
        }
    }

    /// What stays of a slot, and what goes; none where either would be nothing.
    fn cut(&self, slot: &Slot) -> Option<(Slot, Slot)> {
        let (mut stays, mut goes) = (slot.clone(), slot.clone());
        match self {
            Self::Days(days) => {
                stays.days.retain(|day| !days.contains(day));
                goes.days.retain(|day| days.contains(day));
                (!stays.days.is_empty() && !goes.days.is_empty()).then_some((stays, goes))
            }
            Self::From(first) => {
                let whole =
                    slot.from.is_some_and(|from| *first <= from) || slot.until.is_some_and(|until| until < *first);
                stays.until = Some(first.plus_days(-1));
                goes.from = Some(*first);
                (!whole).then_some((stays, goes))
            }
        }
    }
}

/// A weekday so many days later.
pub(crate) fn shifted(day: Weekday, days: i64) -> Weekday {
    let number = Weekday::ALL.iter().position(|one| *one == day).unwrap_or_default();
    let later = (i64::try_from(number).unwrap_or_default() + days).rem_euclid(7);
    Weekday::ALL[usize::try_from(later).unwrap_or_default()]
}

pub(super) fn split_days(station: &Station, id: &str, days: &[u8]) -> Result<Op, Failure> {
    split(station, find(station, id)?, &Part::Days(weekdays(days)?))
}

pub(super) fn split_from(station: &Station, id: &str, date: &str) -> Result<Op, Failure> {
    split(station, find(station, id)?, &Part::From(date_of(date)?))
}

fn split(station: &Station, slot: &Slot, part: &Part) -> Result<Op, Failure> {
    let parts = parts(station, slot, part, &mut Vec::new())?;
    Ok(Op {
        code: "split_slot".to_owned(),
        args: named(station, slot),
        steps: steps(station, &parts),
    })
}

/// A slot cut in two.
struct Two {
    stays: Slot,
    goes: Slot,
    part: Part,
}

/// The slot cut in two, then what repeats it.
fn parts(station: &Station, slot: &Slot, part: &Part, taken: &mut Vec<SlotId>) -> Result<Vec<Two>, Failure> {
    let Some((stays, mut goes)) = part.cut(slot) else {
        return Err(Failure::new("nothing_to_split", named(station, slot)));
    };
    goes.id = new_id(station, channel_of(station, slot.channel.as_str())?, slot.start, taken);
    taken.push(goes.id.clone());
    let mut all = vec![Two {
        stays,
        goes,
        part: part.clone(),
    }];
    let mut at = 0;
    while at < all.len() {
        let (of, other, part) = (all[at].stays.id.clone(), all[at].goes.id.clone(), all[at].part.clone());
        at += 1;
        for slot in &station.slots {
            let Fill::Repeat(repeat) = &slot.fill else { continue };
            if repeat.of != of {
                continue;
            }
            let part = part.later(repeat.days_after);
            let fill = Fill::Repeat(Repeat {
                of: other.clone(),
                days_after: repeat.days_after,
            });
            let two = match part.cut(slot) {
                Some((stays, mut goes)) => {
                    goes.id = new_id(station, channel_of(station, slot.channel.as_str())?, slot.start, taken);
                    taken.push(goes.id.clone());
                    goes.fill = fill;
                    Two { stays, goes, part }
                }
                // It repeats only what goes: it goes on as it is, of the other.
                None if is_within(slot, &part) => {
                    let goes = Slot { fill, ..slot.clone() };
                    Two {
                        stays: goes.clone(),
                        goes,
                        part,
                    }
                }
                None => continue,
            };
            if two.stays.id == two.goes.id {
                // Its own repeats need no cut.
                all.push(Two {
                    part: Part::Days(Vec::new()),
                    ..two
                });
            } else {
                all.push(two);
            }
        }
    }
    Ok(all)
}

fn is_within(slot: &Slot, part: &Part) -> bool {
    match part {
        Part::Days(days) => slot.days.iter().all(|day| days.contains(day)),
        Part::From(first) => slot.from.is_some_and(|from| *first <= from),
    }
}

fn steps(station: &Station, parts: &[Two]) -> Vec<Step> {
    let mut steps = Vec::new();
    for two in parts {
        steps.push(put(two.stays.clone()));
        if two.goes.id != two.stays.id {
            steps.push(put(two.goes.clone()));
        }
    }
    // One step a channel: a second one would put back what the first renamed.
    if let Some(first) = parts.first() {
        let of = |airing: &Airing| {
            parts
                .iter()
                .find(|two| airing.slot.as_ref() == Some(&two.stays.id) && two.part.holds(airing.date))
                .map(|two| two.goes.id.clone())
        };
        steps.extend(change_airings(
            station,
            &first.stays.channel,
            |airing| of(airing).is_some(),
            |airing| {
                Some(Airing {
                    slot: of(airing),
                    ..airing.clone()
                })
            },
        ));
    }
    steps
}

/// One weekday of a slot at another weekday or time. Where the slot has others it is split off first. What repeats the day stays
/// where it is and repeats it over as many dates as lie between them now, where any do.
pub(super) fn place_day(
    station: &Station,
    id: &str,
    (day, to_day): (u8, u8),
    start: u32,
    length: u32,
) -> Result<Op, Failure> {
    let slot = find(station, id)?;
    let (from, to) = (weekdays(&[day])?, weekdays(&[to_day])?);
    let channel = channel_of(station, slot.channel.as_str())?;
    let start = time_of(channel, start)?;
    let placed = |one: &Slot| Slot {
        days: to.clone(),
        start,
        length_min: length,
        ..one.clone()
    };
    let by = i64::from(to_day) - i64::from(day);
    let nearer = |one: &Slot, of: &SlotId| {
        let Fill::Repeat(repeat) = &one.fill else { return None };
        let days_after = u32::try_from(i64::from(repeat.days_after) - by).ok()?;
        (repeat.of == *of && by != 0).then(|| Slot {
            fill: Fill::Repeat(Repeat {
                of: of.clone(),
                days_after,
            }),
            ..one.clone()
        })
    };
    if slot.days == from {
        let repeats = station.slots.iter().filter_map(|one| nearer(one, &slot.id));
        return Ok(moved(station, slot, placed(slot), repeats.map(put).collect()));
    }
    let mut parts = parts(station, slot, &Part::Days(from), &mut Vec::new())?;
    let mut split_off = slot.id.clone();
    if let Some(first) = parts.first_mut() {
        first.goes = placed(&first.goes);
        split_off = first.goes.id.clone();
    }
    for two in &mut parts {
        let is_one = two.goes.id == two.stays.id;
        if let Some(goes) = nearer(&two.goes, &split_off) {
            two.goes = goes;
            if is_one {
                two.stays = two.goes.clone();
            }
        }
    }
    let mut args = named(station, slot);
    args.extend(values! { "to" => start.to_string(), "length" => length });
    Ok(Op {
        code: "move_slot".to_owned(),
        args,
        steps: steps(station, &parts),
    })
}
