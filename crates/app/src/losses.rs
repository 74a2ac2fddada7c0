//! What an accepted schedule loses by an edit of the grid: airings that no longer have their slot, or that their slot no longer
//! asks for. They stay on air until the dates are calculated again, unless the edit itself takes them out.

use std::collections::{HashMap, HashSet};

use arna_domain::instance::Instances;
use arna_domain::slot::{Fill, Pool};
use arna_domain::{Airing, DateRange, Index, Slot, SlotId, Station, Values, values};

/// An airing that an edit loses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The airing, as it is accepted now.
    pub airing: Airing,
    /// Why: the message `cause-<cause>`.
    pub cause: &'static str,
    /// With what values.
    pub values: Values,
}

/// What the accepted schedule of one station loses when it becomes another: programmes and holds, by channel and time.
pub fn losses(before: (&Station, &Index), after: (&Station, &Index)) -> Vec<Loss> {
    let (station, index) = before;
    let Some(range) = changed_range(station, after.0) else {
        return Vec::new();
    };
    let old = Grid::of(station, index, range);
    let new = Grid::of(after.0, after.1, range);
    let remains: HashMap<_, _> = after
        .0
        .schedule
        .iter()
        .map(|one| ((&one.channel, one.start, &one.version), one))
        .collect();
    let moved: HashSet<_> = after.0.schedule.iter().map(|one| (&one.slot, &one.version)).collect();
    let mut lost: Vec<Loss> = Vec::new();
    let programmes = |one: &&Airing| !one.origin.is_break() && range.holds(one.date);
    for airing in station.schedule.iter().filter(programmes) {
        let Some(slot) = &airing.slot else { continue };
        let cause = match remains.get(&(&airing.channel, airing.start, &airing.version)) {
            Some(now) if old.holds(airing, slot) => {
                now.slot.as_ref().and_then(|now| new.misses(airing, now, (&old, slot)))
            }
            Some(_) => None,
            // What moved with its slot is not lost.
            None if moved.contains(&(&airing.slot, &airing.version)) => None,
            None if new.slots.contains_key(slot) => Some("slot_covered"),
            None => Some("slot_gone"),
        };
        if let Some(cause) = cause {
            lost.push(Loss {
                airing: airing.clone(),
                cause,
                values: values! {},
            });
        }
    }
    follow_repeats(station, range, &mut lost);
    lost.sort_by(|a, b| (&a.airing.channel, a.airing.start).cmp(&(&b.airing.channel, b.airing.start)));
    lost
}

/// The accepted dates of the channels whose slots or airings change; none where nothing does.
fn changed_range(before: &Station, after: &Station) -> Option<DateRange> {
    if before.slots == after.slots && before.schedule == after.schedule {
        return None;
    }
    let dates = || before.schedule.iter().map(|one| one.date);
    let (first, last) = (dates().min()?, dates().max()?);
    let days = u32::try_from(last.days_since(first) + 1).ok()?;
    DateRange::new(first, days.min(DateRange::LONGEST))
}

/// A station's slots with what is left of each on each date.
struct Grid<'a> {
    station: &'a Station,
    slots: HashMap<&'a SlotId, &'a Slot>,
    index: &'a Index,
    instances: Instances,
}

impl<'a> Grid<'a> {
    fn of(station: &'a Station, index: &'a Index, range: DateRange) -> Self {
        Self {
            station,
            slots: station.slots.iter().map(|slot| (&slot.id, slot)).collect(),
            index,
            instances: Instances::of(index, range).0,
        }
    }

    /// Whether an airing lies within what is left of its slot.
    fn holds(&self, airing: &Airing, slot: &SlotId) -> bool {
        let number = self.index.slot(slot.as_str());
        number
            .and_then(|number| self.instances.find(number, airing.date))
            .map(|number| self.instances.get(number))
            .is_some_and(|instance| instance.start <= airing.start && airing.end <= instance.end)
    }

    /// Why an airing that the old grid held in its slot is not held by this one in the slot that it names now.
    fn misses(&self, airing: &Airing, slot: &SlotId, (old, was): (&Self, &SlotId)) -> Option<&'static str> {
        let Some(own) = self.slots.get(slot).filter(|own| own.stands_on(airing.date)) else {
            return Some("slot_gone");
        };
        let was = old.slots.get(was)?;
        if !self.holds(airing, slot) {
            let same = (was.start, was.length_min) == (own.start, own.length_min);
            return Some(if same { "slot_covered" } else { "slot_changed" });
        }
        let takes = own.fill == was.fill || self.takes(own, airing) || is_same_repeat(&own.fill, &was.fill);
        let speaks = own.languages == was.languages || self.speaks(own, airing);
        (!takes || !speaks).then_some("slot_changed")
    }

    /// Whether a slot that was filled otherwise could still air this.
    fn takes(&self, slot: &Slot, airing: &Airing) -> bool {
        let version = airing.version.as_ref().and_then(|id| self.index.version(id.as_str()));
        match (&slot.fill, version) {
            (Fill::Sequel(sequel), Some(version)) => {
                let season = self.index.versions[version.at()].season;
                self.index.seasons[season.at()].id == sequel.season
            }
            (Fill::Pool(pool), Some(version)) => {
                let programme = self.index.versions[version.at()].programme;
                self.station
                    .programmes
                    .get(programme.at())
                    .is_some_and(|one| is_of(pool, one))
            }
            (Fill::Hold(hold), None) => {
                airing.title.as_deref() == Some(hold.title.as_str()) && airing.language == hold.language
            }
            _ => false,
        }
    }

    fn speaks(&self, slot: &Slot, airing: &Airing) -> bool {
        let version = airing.version.as_ref().and_then(|id| self.index.version(id.as_str()));
        version.is_none_or(|version| {
            let language = self.index.versions[version.at()].language;
            slot.languages.contains(&self.index.languages[language.at()])
        })
    }
}

/// Whether both repeat after as many dates: a repeat that was split off repeats what was split off with it.
fn is_same_repeat(one: &Fill, other: &Fill) -> bool {
    matches!((one, other), (Fill::Repeat(one), Fill::Repeat(other)) if one.days_after == other.days_after)
}

fn is_of(pool: &Pool, programme: &arna_domain::Programme) -> bool {
    (pool.programmes.is_empty() || pool.programmes.contains(&programme.id))
        && (pool.kinds.is_empty() || pool.kinds.contains(&programme.kind))
        && (pool.tags.is_empty() || pool.tags.iter().any(|tag| programme.tags.contains(tag)))
        && !programme.is_break_material()
}

/// What repeats something lost is lost with it.
fn follow_repeats(station: &Station, range: DateRange, lost: &mut Vec<Loss>) {
    let repeats: Vec<(&SlotId, &SlotId, u32)> = station
        .slots
        .iter()
        .filter_map(|slot| match &slot.fill {
            Fill::Repeat(repeat) => Some((&slot.id, &repeat.of, repeat.days_after)),
            _ => None,
        })
        .collect();
    let by_place: HashMap<_, &Airing> = station
        .schedule
        .iter()
        .filter(|one| !one.origin.is_break() && range.holds(one.date))
        .filter_map(|one| Some(((one.slot.as_ref()?, one.date), one)))
        .collect();
    let mut known: HashSet<_> = lost
        .iter()
        .map(|one| (one.airing.channel.clone(), one.airing.start))
        .collect();
    let mut at = 0;
    while at < lost.len() {
        let source = lost[at].airing.clone();
        at += 1;
        for (slot, of, days_after) in &repeats {
            if source.slot.as_ref() != Some(*of) {
                continue;
            }
            let date = source.date.plus_days(i64::from(*days_after));
            let Some(&airing) = by_place.get(&(*slot, date)) else {
                continue;
            };
            if known.insert((airing.channel.clone(), airing.start)) {
                lost.push(Loss {
                    airing: airing.clone(),
                    cause: "repeat_follows",
                    values: values! { "of" => of.as_str() },
                });
            }
        }
    }
}
