//! Times of edits: by the wall clock from one broadcast date to another, as they pass within one.

use arna_domain::index::ChannelIx;
use arna_domain::time::{ChannelClock, DAY, MINUTE};
use arna_domain::{BroadcastDate, GridTime, Index, Instant};

/// The instant of a minute of a channel's broadcast day, as minutes pass; none past its end.
pub fn at_minute(index: &Index, channel: ChannelIx, date: BroadcastDate, minute: i32) -> Option<Instant> {
    let (start, end) = index.channels[channel.at()].clock.day(date);
    let at = start + i64::from(minute) * MINUTE;
    (start <= at && at < end).then_some(at)
}

/// The last broadcast date of which a channel's history tells: what has aired is not changed.
pub fn last_aired(index: &Index, channel: ChannelIx) -> Option<BroadcastDate> {
    let own = index.history.iter().filter(|one| one.channel == channel);
    own.map(|one| one.date).max()
}

/// What the wall clock shows at an instant, in milliseconds after a date's midnight.
pub(super) fn wall_ms(clock: &ChannelClock, date: BroadcastDate, at: Instant) -> i64 {
    let wall = clock.zone.wall(at);
    wall.date.days_since(date) * DAY + wall.ms_of_day
}

/// The instant at which the wall clock shows so many milliseconds after a date's midnight.
pub(super) fn at_wall(clock: &ChannelClock, date: BroadcastDate, wall_ms: i64) -> Instant {
    let (days, rest) = (wall_ms.div_euclid(DAY), wall_ms.rem_euclid(DAY));
    let (minutes, rest) = (rest / MINUTE, rest % MINUTE);
    let time = GridTime::at_most(u32::try_from(minutes).unwrap_or_default());
    clock.at(date.plus_days(days), time) + rest
}
