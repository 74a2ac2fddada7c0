//! The nearest fixes of an open slot.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{Airing, BroadcastDate, DateRange, Index, SlotId, Station, Zones, amend, values};
use arna_planner::OpenAsked;
pub use arna_planner::{Fix, Progress, Standing};

use crate::failure::Failure;
use crate::planning::fixed_around;

/// An open slot whose fixes are wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The slot.
    pub slot: String,
    /// Its broadcast date.
    pub date: BroadcastDate,
    /// The dates that are planned again with each change.
    pub range: DateRange,
    /// Threads at most; they never change the answer.
    pub threads: NonZeroUsize,
}

/// The nearest changes with which an open slot of a schedule airs, each tried out by planning the range again, from the date on that
/// follows the last one of which history tells. Nothing helps a slot before that any more.
///
/// # Errors
/// `no_slot_there` when the station has no such slot on that date; `cancelled` when the report asks to stop; what keeps the
/// range from being planned.
pub fn fixes(
    station: &Station,
    index: &Index,
    zones: &Zones,
    schedule: &[Airing],
    wanted: &Wanted,
    report: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Vec<Fix>, Failure> {
    let stands = index
        .slot(&wanted.slot)
        .is_some_and(|slot| index.slots[slot.at()].stands_on(wanted.date));
    if !stands {
        let values = values! { "slot" => wanted.slot, "date" => wanted.date.to_string() };
        return Err(Failure::new("no_slot_there", values));
    }
    let Some(range) = after_history(index, wanted.range).filter(|range| range.holds(wanted.date)) else {
        return Ok(Vec::new());
    };
    let airings: Vec<Airing> = schedule
        .iter()
        .filter(|airing| range.holds(airing.date))
        .cloned()
        .collect();
    let asked = OpenAsked {
        index: &fixed_around(index, schedule, range),
        range,
        airings: &airings,
        slot: &SlotId::new(wanted.slot.as_str()),
        date: wanted.date,
        threads: wanted.threads,
        amended: &|amendments| {
            let amended = amend(station, amendments, zones).ok()?;
            Some(fixed_around(&Index::of(&amended, zones).ok()?, schedule, range).into_owned())
        },
    };
    Ok(arna_planner::fixes(&asked, report)?)
}

/// The dates of a range after all of which history tells.
fn after_history(index: &Index, range: DateRange) -> Option<DateRange> {
    let aired = index
        .history
        .iter()
        .map(|one| one.date)
        .filter(|&date| date >= range.from);
    match aired.max() {
        None => Some(range),
        Some(last) => {
            let from = last.plus_days(1);
            let days = range.end().days_since(from);
            DateRange::new(from, u32::try_from(days).ok()?)
        }
    }
}
