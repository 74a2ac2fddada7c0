//! The schedule from far away, and what time it is.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use arna_domain::index::ChannelEntry;
use arna_domain::{BroadcastDate, DateRange, Index, Instant, Language, Severity, Station};
use serde::Serialize;
use specta::Type;

use super::schedule::ShareView;
use super::{minute, wall};
use crate::desk::Review;

/// A moment as a channel's clock shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NowView {
    /// The channel.
    pub channel: String,
    /// The broadcast date.
    pub date: String,
    /// The minute of the broadcast day.
    pub minute: i32,
    /// The wall clock.
    pub wall: String,
}

/// What time it is on every channel.
pub fn now(index: &Index, at: Instant) -> Vec<NowView> {
    let view = |channel: &ChannelEntry| {
        let date = channel.clock.broadcast_date(at);
        NowView {
            channel: channel.id.to_string(),
            date: date.to_string(),
            minute: minute(&channel.clock, date, at),
            wall: wall(&channel.clock, date, at),
        }
    };
    index.channels.iter().map(view).collect()
}

/// The whole schedule from far away: what each channel's dates hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct OverviewView {
    /// The first date.
    pub from: String,
    /// How many dates.
    pub days: u32,
    /// The channels, in order.
    pub channels: Vec<OverviewLane>,
}

/// A channel from far away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OverviewLane {
    /// The channel.
    pub channel: String,
    /// Its dates.
    pub days: Vec<OverviewDay>,
}

/// A date of a channel from far away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct OverviewDay {
    /// How much of the day something is on air, in percent.
    pub load: u8,
    /// The languages' shares of its airtime, the greatest first.
    pub shares: Vec<ShareView>,
    /// Errors, and slots that are open.
    pub errors: u16,
    /// Warnings.
    pub warnings: u16,
}

/// The dates of the schedule, or of some days around a date where there is none, from far away.
pub fn overview(station: &Station, index: &Index, range: DateRange, review: &Review) -> OverviewView {
    let days = range.days as usize;
    let at = |date: BroadcastDate| {
        usize::try_from(date.days_since(range.from))
            .ok()
            .filter(|at| *at < days)
    };
    let mut minutes: Vec<Vec<(i64, BTreeMap<&str, i64>)>> = vec![vec![Default::default(); days]; index.channels.len()];
    for one in &station.schedule {
        let place = index.channel(one.channel.as_str()).zip(at(one.date));
        let Some((channel, day)) = place else { continue };
        let own = &mut minutes[channel.at()][day];
        own.0 += one.end - one.start;
        let version = one.version.as_ref().and_then(|id| index.version(id.as_str()));
        let spoken = version.map(|version| index.languages[index.versions[version.at()].language.at()].as_str());
        let spoken = spoken.or(one.language.as_ref().map(Language::as_str));
        if let Some(language) = spoken.filter(|language| !one.origin.is_break() && *language != "zxx") {
            *own.1.entry(language).or_default() += one.end - one.start;
        }
    }
    let mut problems: Vec<Vec<(u16, u16)>> = vec![vec![(0, 0); days]; index.channels.len()];
    for finding in &review.findings {
        let channel = finding.place.channel.as_ref().and_then(|id| index.channel(id.as_str()));
        if let Some((channel, day)) = channel.zip(finding.place.date.and_then(at)) {
            let count = &mut problems[channel.at()][day];
            match finding.severity {
                Severity::Error => count.0 += 1,
                Severity::Warning => count.1 += 1,
                Severity::Info => {}
            }
        }
    }
    for open in &review.open {
        let slot = index.slot(open.slot.as_str());
        if let Some((slot, day)) = slot.zip(at(open.date)) {
            problems[index.slots[slot.at()].channel.at()][day].0 += 1;
        }
    }
    let day = |channel: &ChannelEntry, n: usize, on_air: i64, spoken: &BTreeMap<&str, i64>, count: (u16, u16)| {
        let (start, end) = channel.clock.day(range.from.plus_days(n as i64));
        let total: i64 = spoken.values().sum();
        let mut shares: Vec<ShareView> = spoken
            .iter()
            .map(|(language, ms)| ShareView {
                language: (*language).to_owned(),
                percent: u8::try_from(100 * ms / total.max(1)).unwrap_or_default(),
            })
            .collect();
        shares.sort_by_key(|share| Reverse(share.percent));
        OverviewDay {
            load: u8::try_from((100 * on_air / (end - start).max(1)).min(100)).unwrap_or_default(),
            shares,
            errors: count.0,
            warnings: count.1,
        }
    };
    OverviewView {
        from: range.from.to_string(),
        days: range.days,
        channels: index
            .channels
            .iter()
            .zip(minutes.iter().zip(&problems))
            .map(|(channel, (minutes, problems))| OverviewLane {
                channel: channel.id.to_string(),
                days: minutes
                    .iter()
                    .zip(problems)
                    .enumerate()
                    .map(|(n, ((on_air, spoken), count))| day(channel, n, *on_air, spoken, *count))
                    .collect(),
            })
            .collect(),
    }
}
