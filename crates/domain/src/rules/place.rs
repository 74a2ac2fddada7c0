//! Rules of the place: its slot, its hours, its day, what else is there.

use super::{Grounds, Judgement};
use crate::catalogue::Order;
use crate::placed::{By, Placed, Showing};

use Judgement::{Broken, DoesNotApply, Kept};

/// The version's language is among the slot's. Repeats are asked nothing: they take the version that the other slot showed.
pub(super) fn wrong_language(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let (By::Sequel | By::Pool, Some(instance)) = (showing.by, showing.instance) else {
        return DoesNotApply;
    };
    let slot = placed.instances.get(instance).slot;
    let language = placed.index.versions[showing.version.at()].language;
    let grounds = Grounds::Language { language, slot };
    if placed.index.slots[slot.at()].languages.contains(&language) {
        Kept(grounds)
    } else {
        Broken(grounds)
    }
}

/// The version fits into what is left of the slot instance.
pub(super) fn too_long(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let Some(instance) = showing.instance else {
        return DoesNotApply;
    };
    let duration_ms = placed.index.versions[showing.version.at()].duration_ms;
    let room_ms = placed.instances.get(instance).length_ms();
    let grounds = Grounds::Length { duration_ms, room_ms };
    if duration_ms <= room_ms {
        Kept(grounds)
    } else {
        Broken(grounds)
    }
}

/// Where the channel restricts the episode's rating, the whole airing lies inside the window of its broadcast date.
pub(super) fn rating_hours(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let channel = &placed.index.channels[showing.channel.at()];
    let episode = placed.index.versions[showing.version.at()].episode;
    let Some(rating) = &placed.index.episodes[episode.at()].rating else {
        return DoesNotApply;
    };
    let Some(&(_, from, until)) = channel
        .rating_hours
        .iter()
        .find(|(restricted, ..)| restricted == rating)
    else {
        return Kept(Grounds::Rating { episode, window: None });
    };
    let inside = channel.clock.at(showing.date, from) <= showing.start
        && placed.end_of(showing) <= channel.clock.at(showing.date, until);
    let grounds = Grounds::Rating {
        episode,
        window: Some((from, until)),
    };
    if inside { Kept(grounds) } else { Broken(grounds) }
}

/// The airing touches no blackout of its channel whose tags are empty or meet the programme's.
pub(super) fn blacked_out(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let programme = placed.index.versions[showing.version.at()].programme;
    placed
        .index
        .blackout(showing.channel, programme, showing.start, placed.end_of(showing))
        .map_or(Kept(Grounds::NoBlackout), |blackout| {
            Broken(Grounds::Blackout {
                from: blackout.from,
                until: blackout.until,
            })
        })
}

/// A pool takes a programme at most `max_per_day` times on a channel and broadcast date, whatever put it there; repeats of
/// pool slots do not count. Nothing else is refused for it.
pub(super) fn day_limit(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    if showing.by != By::Pool {
        return DoesNotApply;
    }
    let programme = placed.index.versions[showing.version.at()].programme;
    let airings = placed.on_day(showing.channel, showing.date, programme) + 1;
    let max = placed.index.programmes[programme.at()].max_per_day;
    let grounds = Grounds::DayLimit { airings, max };
    if airings <= max { Kept(grounds) } else { Broken(grounds) }
}

/// No two airings of a channel overlap.
pub(super) fn overlaps(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    match placed.touching(showing.channel, showing.start, placed.end_of(showing)) {
        None => Kept(Grounds::Free),
        Some(other) => {
            let other = placed.get(other);
            Broken(Grounds::Other {
                start: other.start,
                version: other.version,
            })
        }
    }
}

/// A serial programme's episodes come by sequel, repeat or pin only.
pub(super) fn wrong_order(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    if showing.by != By::Pool {
        return DoesNotApply;
    }
    let programme = placed.index.versions[showing.version.at()].programme;
    let grounds = Grounds::Order { programme };
    match placed.index.programmes[programme.at()].order {
        Order::Any => Kept(grounds),
        Order::Serial => Broken(grounds),
    }
}
