//! What one pool airing is worth where it stands: its part of the pool score.

use arna_domain::Instant;
use arna_domain::placed::{By, Placed, Showing};

use crate::pools::{POINTS_FOR_FIRST, POINTS_PER_WEIGHT};
use crate::quota::{Airtime, POINTS_PER_MINUTE, missing};

/// Points by which the pool score rises where an airing is placed that is not yet; the airtime is that of what is.
pub(crate) fn worth(placed: &Placed<'_>, airtime: &Airtime, one: &Showing) -> i64 {
    let Some(instance) = one.instance else { return 0 };
    let index = placed.index;
    let slot = placed.instances.get(instance).slot;
    let minutes = index.versions[one.version.at()].minutes();
    POINTS_PER_WEIGHT * i64::from(index.slots[slot.at()].weight) * minutes + first_bonus(placed, one, minutes)
        - POINTS_PER_MINUTE * more_missing(placed, airtime, one, minutes)
}

/// What the bonus for an episode's first pool airings becomes more; it goes by the shortest version placed.
fn first_bonus(placed: &Placed<'_>, one: &Showing, minutes: i64) -> i64 {
    let episode = placed.index.versions[one.version.at()].episode;
    let (first, last) = (Instant::from_ms(i64::MIN), Instant::from_ms(i64::MAX));
    let mut shortest: Option<i64> = None;
    for other in placed.of_episode(one.channel, episode, first, last) {
        match other.by {
            By::Pool => {
                let own = placed.index.versions[other.version.at()].minutes();
                shortest = Some(shortest.map_or(own, |known| known.min(own)));
            }
            By::LateRepeat => {}
            _ => return 0,
        }
    }
    POINTS_FOR_FIRST * (shortest.map_or(minutes, |known| known.min(minutes)) - shortest.unwrap_or_default())
}

/// Minutes that the channel's week misses more to its quotas; below 0 where it misses less.
fn more_missing(placed: &Placed<'_>, airtime: &Airtime, one: &Showing, minutes: i64) -> i64 {
    let language = placed.index.versions[one.version.at()].language;
    let total = airtime.total(one.channel, one.date);
    let quotas = placed.index.channels[one.channel.at()].quotas.iter();
    quotas
        .map(|&(wanted, share)| {
            let own = airtime.in_language(one.channel, one.date, wanted);
            let served = if wanted == language { minutes } else { 0 };
            missing(i64::from(share), total + minutes, own + served) - missing(i64::from(share), total, own)
        })
        .sum()
}
