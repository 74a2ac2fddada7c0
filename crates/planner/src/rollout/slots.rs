//! Sequel slots: when on a channel each episode of the work stands.

use std::cmp::Reverse;

use arna_domain::index::{ChannelIx, EpisodeIx, FillEntry, SeasonIx, VersionIx};
use arna_domain::rollout::Target;
use arna_domain::slot::{Fill, Sequel, Then};
use arna_domain::time::MINUTE;
use arna_domain::{BroadcastDate, GridTime, Instant, Severity, Slot, SlotId, Values, values};

use super::check::{Work, rank};
use super::draft::{Draft, Promise};
use super::free::{CELL, Cost, FreeTime};
use super::premieres::{Need, Seen};
use super::rows::{Row, rows};
use super::{repeats, versions};

/// An episode that a target is to air.
#[derive(Clone, Copy, Debug)]
struct Part {
    season: SeasonIx,
    episode: EpisodeIx,
    then: Then,
    need: Need,
}

/// The dates of the first so many episodes, all at one time of the day.
struct Run {
    start: u32,
    dates: Vec<BroadcastDate>,
    cost: Cost,
}

/// Where an episode stands.
struct Spot {
    part: Part,
    date: BroadcastDate,
    start: Instant,
    slot: SlotId,
}

/// Proposes a target's slots and their repeats; what does not fit is told.
pub(super) fn place_target(work: &Work<'_>, number: usize, seen: &mut Seen, draft: &mut Draft) {
    let (target, channel) = (work.target(number), work.channels[number]);
    seen.turn_to(rank(target));
    let parts = parts(work, number, seen, draft);
    if parts.is_empty() {
        return;
    }
    let mut free = FreeTime::of(work, target, channel);
    let length = slot_length(work.longest.1);
    let run = best_run(&free, target, length, work.longest.1, &parts);
    let placed = run.as_ref().map_or(0, |run| run.dates.len());
    if let Some(part) = parts.get(placed) {
        tell_left_out(work, number, &free, part, (placed, parts.len()), draft);
    }
    let Some(run) = run else { return };
    if run.cost > Cost::default() {
        draft.note(work, number, "overrides", Severity::Info, run.cost.values());
    }
    let slots = sequel_slots(work, number, &free, &run, length, &parts, draft);
    for &date in &run.dates {
        free.occupy(date, run.start, length);
    }
    let ids = slots
        .iter()
        .flat_map(|(slot, row)| row.dates.iter().map(|_| slot.id.clone()));
    let spots: Vec<_> = parts
        .iter()
        .zip(&run.dates)
        .zip(ids)
        .map(|((&part, &date), slot)| Spot {
            part,
            date,
            start: free.at(date, run.start),
            slot,
        })
        .collect();
    promise(work, number, spots, seen, draft);
    repeats::place_repeats(work, number, &mut free, run.start, length, &slots, draft);
}

/// The episodes that a target is to air, in order; what its channel does with the work already is told.
fn parts(work: &Work<'_>, number: usize, seen: &Seen, draft: &mut Draft) -> Vec<Part> {
    let channel = work.channels[number];
    let mut parts = Vec::new();
    for &season in &work.seasons {
        let id = work.index.seasons[season.at()].id.as_str();
        if let Some(slot) = strand_there(work, channel, season) {
            let values = values! { "season" => id, "of" => slot };
            draft.note(work, number, "strand_there", Severity::Error, values);
            continue;
        }
        if let Some(start) = pinned_there(work, channel, season) {
            let values = values! { "season" => id, "at" => start };
            draft.note(work, number, "pinned_there", Severity::Error, values);
            continue;
        }
        let episodes: Vec<_> = work.episodes(season).collect();
        let next = seen.strand(channel, season).map_or(0, |place| place as usize + 1);
        let (next, then) = match episodes.get(next) {
            Some(episode) => {
                if next > 0 {
                    let values = values! { "season" => id, "episode" => work.index.episodes[episode.at()].id.as_str() };
                    draft.note(work, number, "continues", Severity::Info, values);
                }
                (next, Then::Stop)
            }
            None => {
                let values = values! { "season" => id };
                draft.note(work, number, "aired_already", Severity::Info, values);
                (0, Then::Restart)
            }
        };
        parts.extend(episodes[next..].iter().map(|&episode| Part {
            season,
            episode,
            then,
            need: seen.need(work, channel, episode),
        }));
    }
    parts
}

/// A slot of the channel that walks through the season in the range already.
fn strand_there<'a>(work: &Work<'a>, channel: ChannelIx, season: SeasonIx) -> Option<&'a str> {
    let slots = work.index.channels[channel.at()].slots.iter();
    let last = work.range.end().plus_days(-1);
    slots
        .map(|slot| &work.index.slots[slot.at()])
        .filter(|slot| matches!(slot.fill, FillEntry::Sequel { season: own, .. } if own == season))
        .find(|slot| {
            slot.from.is_none_or(|from| from <= last) && slot.until.is_none_or(|until| until >= work.range.from)
        })
        .map(|slot| slot.id.as_str())
}

/// The start of a pin that moves the season's strand in the range.
fn pinned_there(work: &Work<'_>, channel: ChannelIx, season: SeasonIx) -> Option<String> {
    let of_season = |version: VersionIx| work.index.versions[version.at()].season == season;
    let mut pins = work
        .index
        .pins
        .iter()
        .filter(|pin| pin.channel == channel && of_season(pin.version));
    let pin = pins.find(|pin| work.range.holds(pin.date))?;
    Some(work.index.channels[channel.at()].clock.text(pin.start))
}

/// The slot length that holds so many milliseconds, in minutes: whole cells.
fn slot_length(longest_ms: i64) -> u32 {
    let cell = i64::from(CELL) * MINUTE;
    let cells = (longest_ms + cell - 1) / cell;
    u32::try_from(cells).unwrap_or(u32::MAX / CELL).max(1) * CELL
}

/// The time of the day at which most episodes find a date; of the same number the one that costs the grid least, is done
/// first, and is earliest.
fn best_run(free: &FreeTime<'_>, target: &Target, length: u32, really_ms: i64, parts: &[Part]) -> Option<Run> {
    let earliest: Vec<_> = parts
        .iter()
        .map(|part| match part.need {
            Need::Anytime => Some(target.from),
            Need::From { at, .. } => Some(free.date_of(at)),
            Need::Never(_) => None,
        })
        .collect();
    let runs = free.starts(target.hours, length).map(|start| {
        let mut run = Run {
            start,
            dates: Vec::new(),
            cost: Cost::default(),
        };
        let mut next = target.from;
        for (part, earliest) in parts.iter().zip(&earliest) {
            let Some(earliest) = *earliest else { break };
            let ready = |date: BroadcastDate| match part.need {
                Need::From { at, .. } => free.at(date, start) >= at,
                Need::Anytime | Need::Never(_) => true,
            };
            let Some(date) = dates_between(next.max(earliest), target.until)
                .filter(|date| target.days.contains(&date.weekday()))
                .find(|&date| free.fits(date, start, length, really_ms) && ready(date))
            else {
                break;
            };
            run.dates.push(date);
            run.cost = run.cost + free.cost(date, start, length);
            next = date.plus_days(1);
        }
        run
    });
    runs.filter(|run| !run.dates.is_empty())
        .min_by_key(|run| (Reverse(run.dates.len()), run.cost, run.dates.last().copied(), run.start))
}

pub(super) fn dates_between(from: BroadcastDate, until: BroadcastDate) -> impl Iterator<Item = BroadcastDate> {
    (0..=until.days_since(from)).map(move |n| from.plus_days(n))
}

/// Says why an episode finds no date, after so many of all.
fn tell_left_out(
    work: &Work<'_>,
    number: usize,
    free: &FreeTime<'_>,
    part: &Part,
    (placed, all): (usize, usize),
    draft: &mut Draft,
) {
    let target = work.target(number);
    let id = |episode: EpisodeIx| work.index.episodes[episode.at()].id.as_str();
    let length = slot_length(work.longest.1);
    let longest = free.longest(target.hours, |date| target.days.contains(&date.weekday()));
    let clock = &work.index.channels[work.channels[number].at()].clock;
    let too_late = |at: Instant| at >= clock.day(target.until).1 || (placed > 0 && free.date_of(at) >= target.until);
    let (code, mut values) = match part.need {
        Need::Never(first) => {
            let first = work.index.channels[first.at()].id.as_str();
            ("premiere_unknown", values! { "first_channel" => first })
        }
        _ if longest == 0 => ("no_free_time", hours_values(free, target, length)),
        _ if longest < length => {
            let duration = work.longest.1;
            let seconds = (duration + 999) / 1_000;
            let text = format!("{}:{:02}", seconds / 60, seconds % 60);
            let values = values! {
                "longest_episode" => id(work.longest.0), "duration_ms" => duration, "duration" => text,
                "minutes" => length, "gap" => longest
            };
            ("longer_than_gap", values)
        }
        Need::From { at, .. } if too_late(at) => {
            let values = values! { "ready" => clock.text(at), "until" => target.until.to_string() };
            ("too_late_for_window", values)
        }
        Need::From { .. } | Need::Anytime => ("window_too_short", values! {}),
    };
    for (name, value) in values! { "episode" => id(part.episode), "episodes" => all, "placed" => placed } {
        values.insert(name, value);
    }
    draft.note(work, number, code, Severity::Error, values);
}

fn hours_values(free: &FreeTime<'_>, target: &Target, length: u32) -> Values {
    let text = |minutes: u32| GridTime::from_minutes(minutes).map(|time| time.to_string());
    let (from, until) = free.hours(target.hours);
    values! { "minutes" => length, "from" => text(from), "until" => text(until) }
}

/// The slots of a run, a season's apart from the next one's: each with its row of dates.
fn sequel_slots(
    work: &Work<'_>,
    number: usize,
    free: &FreeTime<'_>,
    run: &Run,
    length: u32,
    parts: &[Part],
    draft: &mut Draft,
) -> Vec<(Slot, Row)> {
    let target = work.target(number);
    let mut slots = Vec::new();
    let paired: Vec<_> = parts.iter().zip(&run.dates).collect();
    for same in paired.chunk_by(|(a, _), (b, _)| a.season == b.season) {
        let Some((part, _)) = same.first() else { continue };
        let dates: Vec<_> = same.iter().map(|&(_, &date)| date).collect();
        for row in rows(&dates) {
            let fill = Fill::Sequel(Sequel {
                season: work.index.seasons[part.season.at()].id.clone(),
                then: part.then,
            });
            let id = draft.slot_id(target.channel.as_str(), run.start);
            let layer = if run.cost > Cost::default() { free.top } else { 0 };
            if let Some(slot) = row.slot(target, run.start, length, layer, (id, fill)) {
                draft.slots.push((number, slot.clone()));
                slots.push((slot, row));
            }
        }
    }
    slots
}

/// Promises what stands in each spot.
fn promise(work: &Work<'_>, number: usize, spots: Vec<Spot>, seen: &mut Seen, draft: &mut Draft) {
    let channel = work.channels[number];
    let mut stuck = None;
    for Spot {
        part,
        date,
        start,
        slot,
    } in spots
    {
        let version = versions::spoken(work, number, part.episode);
        let is_held = matches!(part.need, Need::From { waits: true, .. });
        // A strand does not go on past an episode that cannot air.
        let waits = version.is_none() || is_held || stuck == Some(part.season);
        if waits {
            stuck = Some(part.season);
        }
        versions::tell_missing(work, number, part.episode, date, version, draft);
        seen.note(channel, part.episode, start, waits);
        draft.promises.push(Promise {
            target: number,
            channel,
            episode: part.episode,
            date,
            start,
            slot,
            version,
            waits,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_holds_the_longest_version_in_whole_cells() {
        assert_eq!(slot_length(25 * MINUTE), 25);
        assert_eq!(slot_length(25 * MINUTE + 1), 30);
        assert_eq!(slot_length(0), 5);
    }
}
