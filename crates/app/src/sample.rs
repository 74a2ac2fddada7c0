//! The sample station, ready to look at: its fortnight calculated and accepted.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_domain::{BroadcastDate, DateRange, Zones};
use arna_planner::Effort;

use crate::desk::{Desk, Hand};
use crate::failure::Failure;
use crate::planning::{Policy, Proof};

/// The sample's first date.
const FIRST: (i32, u32, u32) = (2024, 7, 1);
/// The sample's dates.
const DAYS: u32 = 14;

/// A new station file with the sample station, its schedule of 1 to 14 July 2024 calculated and accepted.
///
/// # Errors
/// When the file exists already or cannot be written.
pub fn ready(path: &Path, hand: &Hand, zones: Zones) -> Result<Desk, Failure> {
    let mut desk = Desk::sample(path, hand, zones)?;
    if let Some(from) = BroadcastDate::new(FIRST.0, FIRST.1, FIRST.2) {
        let range = DateRange { from, days: DAYS };
        let policy = Policy {
            range,
            seed: 0,
            // Whoever starts for the first time does not wait; to calculate it better is there to be tried.
            effort: Effort::Fast,
            threads: std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
            proof: Proof::Spared,
        };
        desk.calculate(&policy, &|_| ControlFlow::Continue(()))?;
        desk.accept(hand)?;
    }
    Ok(desk)
}
