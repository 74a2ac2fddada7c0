//! Repeats of each episode, where they are asked for.

use std::cmp::Reverse;

use arna_domain::rollout::{Again, Target};
use arna_domain::slot::{Fill, Repeat};
use arna_domain::{BroadcastDate, Severity, Slot, values};

use super::check::Work;
use super::draft::Draft;
use super::free::{Cost, FreeTime};
use super::rows::{Row, rows};

/// Proposes the repeats of a target's sequel slots; those that find no place are told.
pub(super) fn place_repeats(
    work: &Work<'_>,
    number: usize,
    free: &mut FreeTime<'_>,
    shown_at: u32,
    length: u32,
    slots: &[(Slot, Row)],
    draft: &mut Draft,
) {
    let target = work.target(number);
    for again in &target.repeats {
        let earliest = if again.days_after == 0 { shown_at + length } else { 0 };
        let wanted: Vec<_> = slots
            .iter()
            .flat_map(|(_, row)| row.dates.iter().map(|&date| later(date, again)))
            .collect();
        let places = |start: u32| {
            wanted
                .iter()
                .copied()
                .filter(move |&date| date <= target.until)
                .map(move |date| (date, start))
        };
        let best = free
            .starts(again.hours, length)
            .filter(|&start| start >= earliest)
            .map(|start| {
                let found = places(start).filter(|&(date, start)| free.fits(date, start, length, work.longest.1));
                let (count, cost) = found.fold((0, Cost::default()), |(count, cost), (date, start)| {
                    (count + 1, cost + free.cost(date, start, length))
                });
                (Reverse(count), cost, start)
            })
            .min();
        let (count, cost, start) = best.map_or((0, Cost::default(), 0), |(Reverse(count), cost, start)| {
            (count, cost, start)
        });
        if count < wanted.len() {
            let values = values! { "days_after" => again.days_after, "left_out" => wanted.len() - count, "episodes" => wanted.len() };
            draft.note(work, number, "repeat_left_out", Severity::Warning, values);
        }
        if count == 0 {
            continue;
        }
        if cost > Cost::default() {
            draft.note(work, number, "overrides", Severity::Info, cost.values());
        }
        let layer = if cost > Cost::default() { free.top } else { 0 };
        let own = Target {
            weight: again.weight,
            ..target.clone()
        };
        for (slot, row) in slots {
            let dates: Vec<_> = row
                .dates
                .iter()
                .map(|&date| later(date, again))
                .filter(|&date| date <= target.until && free.fits(date, start, length, work.longest.1))
                .collect();
            for row in rows(&dates) {
                let fill = Fill::Repeat(Repeat {
                    of: slot.id.clone(),
                    days_after: again.days_after,
                });
                let id = draft.slot_id(target.channel.as_str(), start);
                let repeat = row.slot(&own, start, length, layer, (id, fill));
                draft.slots.extend(repeat.map(|slot| (number, slot)));
            }
            for &date in &dates {
                free.occupy(date, start, length);
            }
        }
    }
}

fn later(date: BroadcastDate, again: &Again) -> BroadcastDate {
    date.plus_days(i64::from(again.days_after))
}
