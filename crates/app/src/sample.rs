//! Stations to try things with: the sample station, ready to look at, its fortnight calculated and accepted; and stations made
//! up as large as anybody's.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_domain::{BroadcastDate, DateRange, Station, Zones};
use arna_planner::Effort;

use crate::desk::{Desk, Hand};
use crate::failure::Failure;
use crate::planning::{self, Policy, Proof};
use crate::source;

/// The sample's dates.
const DAYS: u32 = 14;

/// A new station file with the sample station, its schedule of 1 to 14 July 2024 calculated and accepted.
///
/// # Errors
/// When the file exists already or cannot be written.
pub fn ready(path: &Path, hand: &Hand, zones: Zones) -> Result<Desk, Failure> {
    let mut desk = Desk::sample(path, hand, zones)?;
    let range = DateRange {
        from: first(),
        days: DAYS,
    };
    desk.calculate(&policy(range), &|_| ControlFlow::Continue(()))?;
    desk.accept(hand)?;
    Ok(desk)
}

/// The first date of the sample and of what is made up.
fn first() -> BroadcastDate {
    BroadcastDate::new(2024, 7, 1).unwrap_or_else(|| unreachable!("1 July 2024"))
}

/// Whoever tries things does not wait; to calculate it better is there to be tried.
fn policy(range: DateRange) -> Policy {
    Policy {
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
        proof: Proof::Spared,
    }
}

/// How large a station is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Four channels, a fortnight: what one desk plans.
    Desk,
    /// Forty channels, four weeks.
    Net,
    /// Two hundred channels, a year.
    Huge,
}

impl Size {
    fn made(self) -> arna_sample::Size {
        match self {
            Self::Desk => arna_sample::Size::Desk,
            Self::Net => arna_sample::Size::Net,
            Self::Huge => arna_sample::Size::Huge,
        }
    }

    /// The dates from its first whose schedule comes with it: of a year of two hundred channels four weeks, since all of it are ten
    /// million airings.
    fn accepted(self, range: DateRange) -> DateRange {
        DateRange {
            days: range.days.min(28),
            ..range
        }
    }
}

/// A new station file with a station made up, the same for the same size; it begins with the dates of the sample.
///
/// # Errors
/// When the file exists already or cannot be written.
pub fn made(path: &Path, size: Size, hand: &Hand, zones: Zones) -> Result<Desk, Failure> {
    let (station, range) = arna_sample::make(size.made(), 1, first());
    found_with(path, station, size.accepted(range), hand, zones)
}

/// A new station file with a station, a range of it calculated and accepted as it is founded: there is nothing to undo.
///
/// # Errors
/// When the station cannot be worked with, the file exists already or cannot be written.
pub fn found_with(
    path: &Path,
    mut station: Station,
    range: DateRange,
    hand: &Hand,
    zones: Zones,
) -> Result<Desk, Failure> {
    // Whoever has waited for the plan does not want to hear of it afterwards.
    if path.exists() {
        return Err(Failure::from(arna_store::StoreError::FileExists).of(path));
    }
    let index = source::index_of(&station, &zones)?;
    let plan = planning::calculate(
        &index,
        &station.schedule,
        &policy(range),
        &|_| ControlFlow::Continue(()),
    )?;
    drop(index);
    station.schedule = plan.airings;
    Desk::found(path, &station, "sample_station", hand, zones)
}
