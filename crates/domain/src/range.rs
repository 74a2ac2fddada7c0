//! Ranges of broadcast dates.

use serde::{Deserialize, Serialize};

use crate::time::BroadcastDate;

/// Consecutive broadcast dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DateRange {
    /// The first date.
    pub from: BroadcastDate,
    /// How many dates, from 0 to [`DateRange::LONGEST`].
    pub days: u32,
}

impl DateRange {
    /// The longest range that can be planned: ten years.
    pub const LONGEST: u32 = 3_653;

    /// The range of this first date and length; `None` when it is longer than [`DateRange::LONGEST`], or not all of it lies between
    /// [`BroadcastDate::EARLIEST`] and [`BroadcastDate::LATEST`].
    pub fn new(from: BroadcastDate, days: u32) -> Option<Self> {
        let range = Self { from, days };
        let can_be_planned = from >= BroadcastDate::EARLIEST && range.end() <= BroadcastDate::LATEST.plus_days(1);
        (days <= Self::LONGEST && can_be_planned).then_some(range)
    }

    /// The date after the last one.
    pub fn end(self) -> BroadcastDate {
        self.from.plus_days(i64::from(self.days))
    }

    /// Whether a date is among them.
    pub fn holds(self, date: BroadcastDate) -> bool {
        self.from <= date && date < self.end()
    }

    /// Each date in order.
    pub fn dates(self) -> impl DoubleEndedIterator<Item = BroadcastDate> + Clone {
        (0..i64::from(self.days)).map(move |n| self.from.plus_days(n))
    }
}
