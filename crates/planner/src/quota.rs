//! Language quotas: a channel's airtime per week of broadcast dates, and what is missing to the due shares.

use std::collections::BTreeMap;

use arna_domain::finding::Place;
use arna_domain::index::{ChannelIx, FillEntry, LanguageIx};
use arna_domain::instance::Instances;
use arna_domain::placed::{By, Placed};
use arna_domain::time::MINUTE;
use arna_domain::{Airing, BroadcastDate, DateRange, Finding, Index, Severity, values};
use rustc_hash::FxHashMap;

use crate::review::Schedule;

/// Points that each missing minute costs.
pub(crate) const POINTS_PER_MINUTE: i64 = 60;

/// Whole minutes on air per channel and week, by language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Airtime(FxHashMap<(ChannelIx, BroadcastDate), Week>);

#[derive(Clone, Debug, Default)]
struct Week {
    total: i64,
    by_language: BTreeMap<LanguageIx, i64>,
}

impl Airtime {
    /// What counts of what is placed: holds with a language, and the range's airings but repeats of pool slots.
    pub(crate) fn of(placed: &Placed<'_>, range: DateRange) -> Self {
        let mut airtime = Self::default();
        for (_, instance) in placed.instances.iter() {
            if let FillEntry::Hold {
                language: Some(language),
                ..
            } = placed.index.slots[instance.slot.at()].fill
            {
                airtime.add(instance.channel, instance.date, language, instance.length_ms() / MINUTE);
            }
        }
        for (_, one) in placed.iter() {
            let counts = match one.by {
                By::Pin | By::Sequel | By::Repeat | By::Pool => range.holds(one.date),
                By::History { .. } | By::LateRepeat => false,
            };
            if counts {
                let version = &placed.index.versions[one.version.at()];
                airtime.add(one.channel, one.date, version.language, version.minutes());
            }
        }
        airtime
    }

    /// So many minutes more.
    pub(crate) fn add(&mut self, channel: ChannelIx, date: BroadcastDate, language: LanguageIx, minutes: i64) {
        let week = self.0.entry((channel, date.monday())).or_default();
        week.total += minutes;
        *week.by_language.entry(language).or_default() += minutes;
    }

    /// Minutes on air in a date's week.
    pub(crate) fn total(&self, channel: ChannelIx, date: BroadcastDate) -> i64 {
        self.0.get(&(channel, date.monday())).map_or(0, |week| week.total)
    }

    /// Minutes on air in a date's week in a language.
    pub(crate) fn in_language(&self, channel: ChannelIx, date: BroadcastDate, language: LanguageIx) -> i64 {
        let week = self.0.get(&(channel, date.monday()));
        week.and_then(|week| week.by_language.get(&language))
            .copied()
            .unwrap_or_default()
    }

    /// Quotas missed, week by week.
    pub(crate) fn missed(&self, index: &Index, range: DateRange) -> Vec<Missed> {
        let mut all = Vec::new();
        for (number, entry) in index.channels.iter().enumerate() {
            let channel = ChannelIx(u32::try_from(number).unwrap_or(u32::MAX));
            for quota in 0..entry.quotas.len() {
                let mut week = range.from.monday();
                while week < range.end() {
                    all.extend(self.missed_in(index, channel, quota, week));
                    week = week.plus_days(7);
                }
            }
        }
        all
    }

    /// What a channel's week misses of one of its quotas.
    pub(crate) fn missed_in(
        &self,
        index: &Index,
        channel: ChannelIx,
        quota: usize,
        week: BroadcastDate,
    ) -> Option<Missed> {
        let (language, share) = *index.channels[channel.at()].quotas.get(quota)?;
        let (total, spoken) = (self.total(channel, week), self.in_language(channel, week, language));
        let minutes = missing(i64::from(share), total, spoken);
        (minutes > 0).then_some(Missed {
            channel,
            week,
            language,
            share,
            minutes,
        })
    }
}

/// What a channel airs in a week of broadcast dates, as its quotas count it, in whole minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekOnAir {
    /// The channel.
    pub channel: ChannelIx,
    /// The week's Monday.
    pub week: BroadcastDate,
    /// What counts.
    pub minutes: i64,
    /// Of these, by language.
    pub by_language: BTreeMap<LanguageIx, i64>,
}

impl WeekOnAir {
    /// Minutes that a language with so many of them lacks to a share of the week in percent, begun ones counted.
    pub fn missing(&self, spoken: i64, share: u8) -> i64 {
        missing(i64::from(share), self.minutes, spoken)
    }
}

/// What each channel airs in each week that a range touches, by channel and week; weeks in which nothing counts too. The range's
/// dates count and no others: ask for whole weeks.
pub fn weeks_on_air(index: &Index, range: DateRange, airings: &[Airing]) -> Vec<WeekOnAir> {
    let (instances, _) = Instances::of(index, range);
    let schedule = Schedule::of(index, range, airings, &instances);
    let mut airtime = Airtime::of(&schedule.placed, range);
    let mut weeks = Vec::new();
    for channel in (0..).map(ChannelIx).take(index.channels.len()) {
        let mut week = range.from.monday();
        while week < range.end() {
            let own = airtime.0.remove(&(channel, week)).unwrap_or_default();
            weeks.push(WeekOnAir {
                channel,
                week,
                minutes: own.total,
                by_language: own.by_language,
            });
            week = week.plus_days(7);
        }
    }
    weeks
}

/// A quota that a channel's week misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Missed {
    channel: ChannelIx,
    week: BroadcastDate,
    language: LanguageIx,
    share: u8,
    /// Whole minutes, begun ones counted.
    pub(crate) minutes: i64,
}

impl Missed {
    pub(crate) fn finding(&self, index: &Index) -> Finding {
        Finding {
            code: "quota_missed".to_owned(),
            severity: Severity::Warning,
            place: Place {
                channel: Some(index.channels[self.channel.at()].id.clone()),
                ..Place::default()
            },
            values: values! {
                "week" => self.week.to_string(), "language" => index.languages[self.language.at()].as_str(),
                "minutes" => self.minutes, "share" => self.share
            },
        }
    }
}

/// Minutes missing to a share of the total, begun ones counted; never below 0.
pub(crate) fn missing(share_pct: i64, total: i64, in_language: i64) -> i64 {
    let hundredths = share_pct * total - 100 * in_language;
    // A division of what is not below 0 is cheaper, and a search does little else.
    (hundredths.max(0) as u64).div_ceil(100) as i64
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn begun_minutes_count_and_a_surplus_does_not() {
        assert_eq!(missing(60, 100, 60), 0);
        assert_eq!(missing(60, 101, 60), 1);
        assert_eq!(missing(60, 101, 61), 0);
        assert_eq!(missing(60, 100, 59), 1);
        assert_eq!(missing(60, 100, 90), 0);
        assert_eq!(missing(0, 100, 0), 0);
    }
}
