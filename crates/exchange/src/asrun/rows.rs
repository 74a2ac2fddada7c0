//! What a row says becomes a row of the log, or a remark.

use std::collections::HashSet;

use arna_domain::time::{DAY, HOUR, LocalTime, MINUTE, Zone};
use arna_domain::{BroadcastDate, Instant, Values, values};

use super::cells::{self, DatePattern};
use super::days::{Called, Days};
use super::mapping::{DateFrom, DateIs, Ends, Mapping, Times};
use super::{About, Log, LogRow, MOST_ROWS};
use crate::ReadError;
use crate::received::{At, LONGEST_TEXT, MOST_REMARKS, Remark, Tally, shown};
use crate::xml_in::refused;

/// How far before the end of the row before it a row may start and still be the first of two hours that are alike.
const OVERLAP: i64 = 2 * MINUTE;

/// A cell's text, never blank, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) at: At,
}

/// What a row says, as it stands.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) at: At,
    pub(super) date: Option<Cell>,
    pub(super) start: Option<Cell>,
    pub(super) end: Option<Cell>,
    pub(super) duration: Option<Cell>,
    pub(super) house_number: Option<Cell>,
    pub(super) title: Option<Cell>,
    pub(super) episode: Option<Cell>,
    pub(super) channel: Option<Cell>,
    pub(super) status: Option<Cell>,
    /// The rate of frames that the row itself names.
    pub(super) rate: Option<String>,
    /// Whether the mapping passes it over.
    pub(super) is_ignored: bool,
}

impl Said {
    pub(super) fn at(at: At) -> Self {
        Self {
            at,
            date: None,
            start: None,
            end: None,
            duration: None,
            house_number: None,
            title: None,
            episode: None,
            channel: None,
            status: None,
            rate: None,
            is_ignored: false,
        }
    }
}

/// A log under reading.
pub(super) struct Taking<'a> {
    mapping: &'a Mapping,
    zone: &'a Zone,
    pattern: DatePattern,
    pivot_ms: i64,
    /// The one date of all rows.
    date: Option<BroadcastDate>,
    /// Where each channel is under that one date of the calendar.
    days: Days,
    /// The channel that the head names.
    pub(super) channel: Option<String>,
    log: Log,
    /// The last row taken, where it waits for the next one to end it.
    is_open: bool,
    /// When the row before ended, else started.
    before: Option<Instant>,
    ends: Tally,
    no_key: Tally,
    long: Tally,
}

impl<'a> Taking<'a> {
    pub(super) fn of(mapping: &'a Mapping, about: &'a About<'_>) -> Result<Self, ReadError> {
        let pattern = DatePattern::of(&mapping.date.form);
        let pattern = pattern.ok_or_else(|| {
            refused(
                "mapping_value",
                (0, 0),
                values! { "found" => "", "wanted" => "date_form" },
            )
        })?;
        let pivot = mapping.date.pivot.unwrap_or(about.clock.day_start);
        let mut taking = Self {
            mapping,
            zone: about.zone,
            pattern,
            pivot_ms: i64::from(pivot.minutes()) * MINUTE,
            date: None,
            days: Days::default(),
            channel: None,
            log: Log::default(),
            is_open: false,
            before: None,
            ends: Tally::default(),
            no_key: Tally::default(),
            long: Tally::default(),
        };
        taking.date = match mapping.date.from {
            DateFrom::Column | DateFrom::Start | DateFrom::Head => None,
            DateFrom::FileName => Some(taking.pattern.find(about.file_name).ok_or_else(|| {
                let values =
                    values! { "from" => "file_name", "found" => about.file_name, "form" => mapping.date.form.as_str() };
                refused("asrun_no_date", (0, 0), values)
            })?),
            DateFrom::Asked => Some(about.date.ok_or_else(|| {
                let values = values! { "from" => "asked", "found" => "", "form" => mapping.date.form.as_str() };
                refused("asrun_no_date", (0, 0), values)
            })?),
        };
        Ok(taking)
    }

    /// The head's date, and the hour at which its day begins.
    ///
    /// # Errors
    /// `asrun_no_date`, `mapping_value`.
    pub(super) fn head(&mut self, head: &super::letters::Said) -> Result<(), ReadError> {
        self.channel.clone_from(&head.channel);
        if let Some((line, pivot)) = &head.pivot {
            let minutes = cells::time(pivot, &Times::default())
                .or_else(|| {
                    pivot
                        .parse()
                        .ok()
                        .filter(|hour| (0..24).contains(hour))
                        .map(|hour: i64| cells::Time {
                            ms: hour * HOUR,
                            high_frame: None,
                        })
                })
                .filter(|time| time.ms < DAY);
            let Some(time) = minutes else {
                let values = values! { "found" => pivot.as_str(), "wanted" => "pivot" };
                return Err(refused("mapping_value", (*line, 0), values));
            };
            self.pivot_ms = time.ms;
        }
        if self.mapping.date.from == DateFrom::Head && self.date.is_none() {
            let (line, found) = head.date.clone().unwrap_or_default();
            let date = self.pattern.find(&found).ok_or_else(|| {
                let values = values! { "from" => "head", "found" => found, "form" => self.mapping.date.form.as_str() };
                refused("asrun_no_date", (line, 0), values)
            })?;
            self.date = Some(date);
        }
        Ok(())
    }

    pub(super) fn remark(&mut self, code: &'static str, at: At, values: Values) {
        if self.log.remarks.len() < MOST_REMARKS {
            self.log.remarks.push(Remark { code, at, values });
        } else {
            self.log.further_remarks += 1;
        }
    }

    fn wrong(&mut self, cell: &Cell, wanted: &'static str) {
        let found: String = cell.text.chars().take(60).collect();
        let values = values! { "found" => found, "wanted" => wanted };
        self.remark("asrun_cell", cell.at.clone(), values);
    }

    /// Takes a row, whole or not at all, once its day is known.
    ///
    /// # Errors
    /// `too_many_airings`.
    pub(super) fn row(&mut self, said: Said) -> Result<(), ReadError> {
        let Some(ms) = self.under_one_date(&said) else {
            return self.take(said);
        };
        let channel = self.called(&said);
        if self.days.is_in_doubt(&channel, ms, self.pivot_ms) {
            self.has_room()?;
            self.days.wait(channel, said);
            return Ok(());
        }
        let waited = self.days.day_begins(&channel);
        self.settle(waited)?;
        self.take(said)
    }

    /// The time of day of a row that says no more than that of when it started, under one date of the calendar.
    fn under_one_date(&self, said: &Said) -> Option<i64> {
        let is_asked = self.mapping.date.is == DateIs::Calendar && !self.mapping.date.from.is_of_rows();
        let cell = said.start.as_ref().filter(|_| is_asked)?;
        let times = self.times(&self.mapping.times, said);
        let is_instant = Instant::parse(&cell.text).is_some();
        cells::time(&cell.text, &times)
            .filter(|_| !is_instant)
            .map(|time| time.ms)
    }

    /// What the log calls the channel of a row.
    fn called(&self, said: &Said) -> Called {
        let own = said.channel.as_ref().map(|cell| &cell.text);
        own.or(self.channel.as_ref()).cloned()
    }

    /// Takes rows that have waited; what stands elsewhere in the log was not before them.
    fn settle(&mut self, waited: Vec<Said>) -> Result<(), ReadError> {
        if !waited.is_empty() {
            self.before = None;
        }
        waited.into_iter().try_for_each(|said| self.take(said))
    }

    fn has_room(&self) -> Result<(), ReadError> {
        if self.log.rows.len() + self.days.waiting() < MOST_ROWS {
            return Ok(());
        }
        Err(refused("too_many_airings", (0, 0), values! { "most" => MOST_ROWS }))
    }

    fn take(&mut self, mut said: Said) -> Result<(), ReadError> {
        if said.is_ignored {
            self.log.ignored += 1;
            if let Some((_, start)) = self.start(&said, false) {
                self.end_open(start, said.channel.as_ref());
                self.before = Some(start);
            }
            return Ok(());
        }
        if said.house_number.is_none() && said.title.is_none() {
            self.no_key.met(|| said.at.clone());
            return Ok(());
        }
        let Some((wall, start)) = self.start(&said, true) else {
            return Ok(());
        };
        // Whatever else is wrong with it, something began there.
        self.end_open(start, said.channel.as_ref());
        self.before = Some(start);
        let Some(is_aired) = self.is_aired(&said) else {
            return Ok(());
        };
        let Some(end) = self.end(&said, wall, start) else {
            return Ok(());
        };
        self.has_room()?;
        if let Some(end) = end {
            self.before = Some(end);
        }
        self.is_open = end.is_none();
        let (house_number, title) = (said.house_number.take(), said.title.take());
        let row = LogRow {
            channel: self.text(said.channel).or_else(|| self.channel.clone()),
            start,
            end,
            house_number: self.text(house_number),
            title: self.text(title),
            episode: self.text(said.episode),
            is_aired,
            status: self.text(said.status),
            parts: 1,
            at: said.at,
        };
        self.log.rows.push(row);
        Ok(())
    }

    fn text(&mut self, cell: Option<Cell>) -> Option<String> {
        let cell = cell?;
        if cell.text.len() <= LONGEST_TEXT {
            return Some(cell.text);
        }
        self.long.met(|| cell.at.clone());
        Some(cell.text.chars().take(LONGEST_TEXT / 4).collect())
    }

    /// Ends the row before, where it has no end of its own.
    fn end_open(&mut self, at: Instant, channel: Option<&Cell>) {
        let channel = channel.map(|cell| &cell.text).or(self.channel.as_ref());
        let open = self.log.rows.last_mut().filter(|_| self.is_open);
        if let Some(row) = open.filter(|row| row.channel.as_ref() == channel && row.start < at) {
            row.end = Some(at);
            let at = row.at.clone();
            self.is_open = false;
            self.ends.met(|| at);
        }
    }

    fn is_aired(&mut self, said: &Said) -> Option<bool> {
        let Some(words) = &self.mapping.status else {
            return Some(true);
        };
        let small = said
            .status
            .as_ref()
            .map_or(String::new(), |cell| cell.text.to_lowercase());
        let is_one = |list: &[String]| list.iter().any(|word| word.to_lowercase() == small);
        if is_one(&words.aired) {
            return Some(true);
        }
        if is_one(&words.not_aired) {
            return Some(false);
        }
        match &said.status {
            Some(cell) => self.wrong(cell, "status"),
            None => self.remark("asrun_missing", said.at.clone(), values! { "wanted" => "status" }),
        }
        None
    }

    /// The wall clock of a start, as its date and the milliseconds after that one's midnight, and the instant.
    fn start(&mut self, said: &Said, is_told: bool) -> Option<((BroadcastDate, i64), Instant)> {
        let Some(cell) = &said.start else {
            if is_told {
                self.remark("asrun_missing", said.at.clone(), values! { "wanted" => "start" });
            }
            return None;
        };
        // Some write an instant where a time is wanted; it needs no clock.
        if let Some(at) = Instant::parse(&cell.text) {
            let wall = self.zone.wall(at);
            return Some(((wall.date, wall.ms_of_day), at));
        }
        let (date, text) = match self.mapping.date.from {
            DateFrom::Start => match self.pattern.begin(&cell.text) {
                Some((date, rest)) => (date, rest.trim_start_matches(['T', ' ', '\t'])),
                None => return self.refuse(cell, "date_time", is_told),
            },
            DateFrom::Column => {
                let Some(own) = &said.date else {
                    if is_told {
                        self.remark("asrun_missing", said.at.clone(), values! { "wanted" => "date" });
                    }
                    return None;
                };
                match self.pattern.read(&own.text) {
                    Some(date) => (date, cell.text.as_str()),
                    None => return self.refuse(own, "date", is_told),
                }
            }
            DateFrom::Head | DateFrom::FileName | DateFrom::Asked => (self.date?, cell.text.as_str()),
        };
        let times = self.times(&self.mapping.times, said);
        let Some(time) = cells::time(text, &times) else {
            return self.refuse(cell, "start", is_told);
        };
        if let Some(frame) = time.high_frame.filter(|_| is_told) {
            let values = values! { "frame" => frame, "rate" => times.rate().as_str() };
            self.remark("frame_too_high", cell.at.clone(), values);
        }
        let mut ms = time.ms;
        match self.mapping.date.is {
            DateIs::Broadcast if ms < self.pivot_ms => ms += DAY,
            DateIs::Broadcast => {}
            DateIs::Calendar if !self.mapping.date.from.is_of_rows() => {
                let channel = self.called(said);
                ms += self.days.gone_on(channel, ms) * DAY;
            }
            DateIs::Calendar => {}
        }
        let at = self.instant(date, ms, is_told.then_some(cell));
        Some(((date, ms), at))
    }

    fn refuse<T>(&mut self, cell: &Cell, wanted: &'static str, is_told: bool) -> Option<T> {
        if is_told {
            self.wrong(cell, wanted);
        }
        None
    }

    /// The form of times, at the rate that the row itself names.
    fn times(&self, times: &Times, said: &Said) -> Times {
        Times {
            form: times.form,
            rate: said.rate.clone().or_else(|| times.rate.clone()),
        }
    }

    /// The end; `Some(None)` where nothing tells it, `None` where the row is left out.
    fn end(&mut self, said: &Said, wall: (BroadcastDate, i64), start: Instant) -> Option<Option<Instant>> {
        if let Some(cell) = &said.duration {
            let lengths = self.mapping.lengths.as_ref().unwrap_or(&self.mapping.times);
            let times = self.times(lengths, said);
            let Some(time) = cells::time(&cell.text, &times) else {
                return self.refuse(cell, "duration", true);
            };
            let lasts = time.ms + i64::from(self.mapping.lengths_short_by_ms);
            if lasts <= 0 {
                return self.refuse(cell, "duration", true);
            }
            return Some(Some(start + lasts));
        }
        let Some(cell) = &said.end else { return Some(None) };
        let times = self.times(&self.mapping.times, said);
        let text = match self.mapping.date.from {
            DateFrom::Start => self.pattern.begin(&cell.text).map_or(cell.text.as_str(), |(_, rest)| {
                rest.trim_start_matches(['T', ' ', '\t'])
            }),
            _ => cell.text.as_str(),
        };
        let end = match (Instant::parse(&cell.text), cells::time(text, &times)) {
            (Some(end), _) => end,
            (None, Some(time)) => {
                let inclusive = if self.mapping.ends == Ends::Inclusive {
                    times.unit_ms()
                } else {
                    0
                };
                // The first time after the start that the clock shows it, on the start's own day, else on the next.
                let first_after = |ms: i64| match shown(self.zone, wall.0, ms) {
                    LocalTime::Once(at) | LocalTime::Skipped(at) => at + inclusive,
                    LocalTime::Twice(first, _) if first + inclusive > start => first + inclusive,
                    LocalTime::Twice(_, second) => second + inclusive,
                };
                let own = wall.1.div_euclid(DAY) * DAY + time.ms.rem_euclid(DAY);
                let end = first_after(own);
                if end <= start && own + inclusive <= wall.1 {
                    first_after(own + DAY)
                } else {
                    end
                }
            }
            (None, None) => return self.refuse(cell, "end", true),
        };
        if end <= start || end - start > DAY {
            return self.refuse(cell, "end", true);
        }
        Some(Some(end))
    }

    /// The instant at which the clock shows so many milliseconds after a date's midnight.
    fn instant(&mut self, date: BroadcastDate, ms: i64, told: Option<&Cell>) -> Instant {
        let (at, code) = match shown(self.zone, date, ms) {
            LocalTime::Once(at) => return at,
            LocalTime::Skipped(at) => (at, "time_skipped"),
            LocalTime::Twice(first, second) => {
                let is_second = self.before.is_some_and(|before| before > first + OVERLAP);
                (if is_second { second } else { first }, "time_twice")
            }
        };
        if let Some(cell) = told {
            let date = date.plus_days(ms.div_euclid(DAY));
            let found: String = cell.text.chars().take(60).collect();
            self.remark(code, cell.at.clone(), values! { "found" => format!("{date} {found}") });
        }
        at
    }

    /// The log: rows that stand in it twice once, parts of one thing joined, and what is said once for all.
    ///
    /// # Errors
    /// `too_many_airings`.
    pub(super) fn over(mut self) -> Result<Log, ReadError> {
        for waited in self.days.night_after() {
            self.settle(waited)?;
        }
        let Self {
            mut log,
            mapping,
            ends,
            no_key,
            long,
            ..
        } = self;
        // What waited stands where it stood.
        log.rows.sort_by_key(|row| row.at.line());
        let mut twice = Tally::default();
        let mut seen = HashSet::new();
        log.rows.retain(|row| {
            let names = (row.channel.clone(), row.house_number.clone(), row.title.clone());
            let is_new = seen.insert((names, row.start, row.is_aired));
            if !is_new {
                twice.met(|| row.at.clone());
            }
            is_new
        });
        if let Some(within_s) = mapping.parts_within_s {
            join_parts(&mut log.rows, i64::from(within_s) * 1_000);
        }
        let told = [
            ends.said("ends_from_next"),
            twice.said("asrun_twice"),
            no_key.said("asrun_no_key"),
            long.said("text_too_long"),
        ];
        let told: Vec<Remark> = told.into_iter().flatten().collect();
        log.remarks.splice(0..0, told);
        Ok(log)
    }
}

/// Joins rows of the same thing that follow each other on their channel.
fn join_parts(rows: &mut Vec<LogRow>, within: i64) {
    let mut joined: Vec<LogRow> = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        let last = joined.iter_mut().rev().take(8).find(|last| last.channel == row.channel);
        let goes_on = last.filter(|last| {
            let gap = last.end.map(|end| row.start - end);
            last.is_aired == row.is_aired
                && last.house_number == row.house_number
                && last.title == row.title
                && last.episode == row.episode
                && gap.is_some_and(|gap| (-within..=within).contains(&gap))
                && row.start > last.start
        });
        match goes_on {
            Some(last) => {
                last.end = row.end.max(last.end);
                last.parts += 1;
            }
            None => joined.push(row),
        }
    }
    *rows = joined;
}
