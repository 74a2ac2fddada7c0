//! Days of a log that has one date of the calendar for all its rows: each channel goes on past midnight by itself.

use std::collections::{BTreeMap, HashMap};

use arna_domain::time::{DAY, HOUR};

use super::rows::Said;

/// A row out of order by less is put before the midnight that it came from.
const OUT_OF_ORDER: i64 = HOUR;

/// What a log calls a channel, if it does.
pub(super) type Called = Option<String>;

/// Where each channel is under the one date.
#[derive(Default)]
pub(super) struct Days {
    /// The days that each has gone on, and its last time of day.
    gone_on: HashMap<Called, (i64, i64)>,
    /// The time of day before which a channel may begin in the night after the log's date as well as in the one before it.
    night_ends: Option<i64>,
    /// Rows of channels that did.
    waiting: BTreeMap<Called, Vec<Said>>,
    count: usize,
}

impl Days {
    /// How many days a channel has gone on where its next row says a time of day.
    pub(super) fn gone_on(&mut self, channel: Called, ms: i64) -> i64 {
        let (days, last) = self.gone_on.entry(channel).or_default();
        if ms + DAY / 2 < *last {
            *days += 1;
        } else if *last + DAY - OUT_OF_ORDER < ms && *days > 0 {
            // From before the midnight that is over; what starts later on the day after a pause does not count as that.
            *days -= 1;
        }
        *last = ms;
        *days
    }

    /// Whether a row at this time of day may be of the day after the date, though nothing went before it on its channel. The log's
    /// first row is of the date itself. Of the day after may be what is earlier by half a day and, where the log begins with a
    /// broadcast day, what comes before that one's beginning: the rows that follow on the channel tell.
    pub(super) fn is_in_doubt(&mut self, channel: &Called, ms: i64, pivot_ms: i64) -> bool {
        let Some(night_ends) = self.night_ends else {
            let is_of_broadcast_day = pivot_ms < ms + OUT_OF_ORDER;
            let day_begins = if is_of_broadcast_day { pivot_ms } else { 0 };
            self.night_ends = Some(day_begins.max(ms - DAY / 2));
            return false;
        };
        ms < night_ends && !self.gone_on.contains_key(channel)
    }

    /// Keeps a row that is in doubt.
    pub(super) fn wait(&mut self, channel: Called, said: Said) {
        self.waiting.entry(channel).or_default().push(said);
        self.count += 1;
    }

    /// How many rows wait.
    pub(super) fn waiting(&self) -> usize {
        self.count
    }

    /// Rows of a channel that goes on into the day: they are of the date itself, for a log is of one day.
    pub(super) fn day_begins(&mut self, channel: &Called) -> Vec<Said> {
        let waited = self.waiting.remove(channel).unwrap_or_default();
        self.count -= waited.len();
        waited
    }

    /// Rows of each channel that aired in a night only: it is the one after the date.
    pub(super) fn night_after(&mut self) -> Vec<Vec<Said>> {
        let waiting = std::mem::take(&mut self.waiting);
        self.count = 0;
        self.gone_on
            .extend(waiting.keys().map(|channel| (channel.clone(), (1, 0))));
        waiting.into_values().collect()
    }
}
