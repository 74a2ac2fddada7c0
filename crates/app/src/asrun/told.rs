//! What a log tells of one channel and some dates.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::index::ChannelIx;
use arna_domain::time::{ChannelClock, HOUR};
use arna_domain::{BroadcastDate, DateRange, values};
use arna_exchange::asrun::{LogRow, Mapping};

use super::{Asked, Log};
use crate::failure::Failure;
use crate::names::normal;

/// How far beyond its end a broadcast day may run on.
const RUNS_ON: i64 = 3 * HOUR;
/// The most dates that one log is taken for.
const MOST_DATES: u32 = 400;

/// Rows of the channel and dates that are meant.
pub(super) struct Told<'l> {
    pub(super) range: DateRange,
    /// What aired, by start.
    pub(super) rows: Vec<&'l LogRow>,
    /// What the log says did not air.
    pub(super) not_aired: Vec<&'l LogRow>,
    /// Dates of the range on which something aired.
    pub(super) dates: BTreeSet<BroadcastDate>,
    /// Rows of other channels, by what the log calls these.
    pub(super) other_channels: BTreeMap<String, usize>,
    /// Rows of other dates.
    pub(super) other_dates: usize,
}

impl<'l> Told<'l> {
    pub(super) fn of(log: &'l Log, mapping: &Mapping, asked: &Asked<'_>, channel: ChannelIx) -> Result<Self, Failure> {
        if log.rows.is_empty() {
            return Err(Failure::new("asrun_empty", values! { "ignored" => log.ignored }));
        }
        let clock = &asked.index.channels[channel.at()].clock;
        let (own, other_channels) = of_channel(log, mapping, asked, channel)?;
        let range = range_of(&own, clock, asked)?;
        let (from, until) = (clock.day(range.from).0, clock.day(range.end()).0);
        let (mut rows, mut not_aired, mut other_dates) = (Vec::new(), Vec::new(), 0);
        for row in own {
            match (from <= row.start && row.start < until + RUNS_ON, row.is_aired) {
                (true, true) => rows.push(row),
                (true, false) => not_aired.push(row),
                (false, _) => other_dates += 1,
            }
        }
        // A stable sort: rows that start together stay in the log's order.
        rows.sort_by_key(|row| row.start);
        let dates = rows.iter().map(|row| clock.broadcast_date(row.start));
        let told = Self {
            range,
            dates: dates.filter(|date| range.holds(*date)).collect(),
            rows,
            not_aired,
            other_channels,
            other_dates,
        };
        told.one_at_a_time()?;
        Ok(told)
    }

    /// Refuses a log that tells of two things at once: two channels without names, or one day twice.
    fn one_at_a_time(&self) -> Result<(), Failure> {
        let (mut all, mut twice) = (0, 0);
        let mut until = None;
        for row in &self.rows {
            let Some(end) = row.end else { continue };
            all += end - row.start;
            if let Some(before) = until {
                twice += (end.min(before) - row.start).max(0);
            }
            until = until.max(Some(end));
        }
        if all > 0 && 4 * twice > all {
            let values = values! { "percent" => 100 * twice / all };
            return Err(Failure::new("asrun_overlapping", values));
        }
        Ok(())
    }
}

fn of_channel<'l>(
    log: &'l Log,
    mapping: &Mapping,
    asked: &Asked<'_>,
    channel: ChannelIx,
) -> Result<(Vec<&'l LogRow>, BTreeMap<String, usize>), Failure> {
    let id = asked.index.channels[channel.at()].id.as_str();
    let name = asked
        .station
        .channels
        .get(channel.at())
        .map_or("", |own| own.name.as_str());
    let begins = id.split('.').next().unwrap_or(id);
    let more = mapping.channels.get(id).into_iter().flatten().map(String::as_str);
    let names: BTreeSet<String> = [id, name, begins].into_iter().chain(more).map(normal).collect();
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    let mut own = Vec::new();
    for row in &log.rows {
        match &row.channel {
            Some(called) if !names.contains(&normal(called)) => *others.entry(called.clone()).or_default() += 1,
            _ => own.push(row),
        }
    }
    if own.is_empty() {
        let found: Vec<&str> = others.keys().take(10).map(String::as_str).collect();
        let values = values! { "channel" => id, "found" => found.join(", ") };
        return Err(Failure::new("asrun_other_channel", values));
    }
    Ok((own, others))
}

/// The date asked for, else those on which the log tells most: a row that runs into the next day makes no day of it.
fn range_of(rows: &[&LogRow], clock: &ChannelClock, asked: &Asked<'_>) -> Result<DateRange, Failure> {
    let mut told: BTreeMap<BroadcastDate, i64> = BTreeMap::new();
    for row in rows {
        let lasts = row.end.map_or(1, |end| end - row.start);
        *told.entry(clock.broadcast_date(row.start)).or_default() += lasts;
    }
    let first_and_last = told.first_key_value().zip(told.last_key_value());
    let Some(((&first, _), (&last, _))) = first_and_last else {
        return Err(Failure::new("asrun_empty", values! { "ignored" => 0 }));
    };
    if let Some(date) = asked.date {
        if !told.contains_key(&date) {
            let values = values! {
                "date" => date.to_string(), "from" => first.to_string(), "until" => last.to_string()
            };
            return Err(Failure::new("asrun_other_day", values));
        }
        return Ok(DateRange { from: date, days: 1 });
    }
    let (from, until) = mostly(&told).unwrap_or((first, last));
    let days = u32::try_from(until.days_since(from) + 1).unwrap_or(u32::MAX);
    if days > MOST_DATES {
        let values = values! { "from" => from.to_string(), "until" => until.to_string(), "most" => MOST_DATES };
        return Err(Failure::new("asrun_many_dates", values));
    }
    Ok(DateRange { from, days })
}

/// The first and the last date of which at least a quarter as much time is told as of the one that is told most of: what runs on into the
/// next day makes no day of it.
pub(crate) fn mostly(told: &BTreeMap<BroadcastDate, i64>) -> Option<(BroadcastDate, BroadcastDate)> {
    let most = told.values().copied().max()?;
    let mut meant = told
        .iter()
        .filter(|(_, lasts)| 4 * **lasts >= most)
        .map(|(date, _)| *date);
    let from = meant.next()?;
    Some((from, meant.next_back().unwrap_or(from)))
}
