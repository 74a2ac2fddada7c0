//! The weekly grids: dayparts, each with its lengths and its mix of fills, and specials above them.

use arna_domain::slot::{Fill, Hold, Pool, Repeat, Sequel, Then};
use arna_domain::time::Weekday;
use arna_domain::{BroadcastDate, Slot, SlotId};

use super::catalogue::{POOLED, TAGS};
use super::{ChannelAt, Maker, time};

/// A part of the day: until which hour, its slots' weight and lengths, and of a hundred slots holds, sequels and repeats.
struct Daypart {
    until_hour: i64,
    weight: u8,
    lengths: &'static [i64],
    mix: [i64; 3],
}

const DAYPARTS: [Daypart; 7] = [
    Daypart {
        until_hour: 7,
        weight: 2,
        lengths: &[15, 30, 60],
        mix: [30, 10, 20],
    },
    Daypart {
        until_hour: 9,
        weight: 4,
        lengths: &[10, 15, 15, 30, 45],
        mix: [45, 20, 5],
    },
    Daypart {
        until_hour: 13,
        weight: 2,
        lengths: &[20, 25, 30, 30, 60],
        mix: [25, 20, 20],
    },
    Daypart {
        until_hour: 18,
        weight: 3,
        lengths: &[15, 25, 30, 45, 60, 90],
        mix: [30, 20, 10],
    },
    Daypart {
        until_hour: 19,
        weight: 4,
        lengths: &[10, 20, 30, 30],
        mix: [50, 20, 5],
    },
    Daypart {
        until_hour: 23,
        weight: 5,
        lengths: &[15, 30, 45, 60, 60, 75, 120],
        mix: [30, 25, 5],
    },
    Daypart {
        until_hour: 48,
        weight: 1,
        lengths: &[30, 50, 60, 90, 120],
        mix: [40, 10, 15],
    },
];

/// Hours whose first slot is news.
const NEWS: [i64; 4] = [8, 13, 18, 21];

/// Where a new slot stands, and what it repeats if it does.
struct Spot<'a> {
    channel: ChannelAt,
    name: String,
    days: &'a [Weekday],
    start: i64,
    length: i64,
    weight: u8,
}

impl Maker {
    pub(super) fn make_grids(&mut self) {
        for channel in 0..self.clocks.len() {
            for (name, days) in [("w", &Weekday::ALL[..5]), ("e", &Weekday::ALL[5..])] {
                self.make_days(channel, name, days);
            }
            for number in 0..(self.range.days / 14).max(1) {
                self.make_special(channel, number);
            }
        }
    }

    /// A slot an hour, every day: sequels, repeats of what was before, and live hours.
    pub(super) fn make_hours(&mut self) {
        for channel in 0..self.clocks.len() {
            let begin = i64::from(self.clocks[channel].day_start.minutes());
            let mut repeatable = Vec::new();
            for hour in 0..24 {
                let spot = Spot {
                    channel,
                    name: format!("h{hour:02}"),
                    days: &Weekday::ALL,
                    start: begin + 60 * hour,
                    length: 60,
                    weight: 3,
                };
                match hour % 8 {
                    0 => drop(self.make_hold(spot, "News")),
                    3 | 6 | 7 => self.make_repeat(spot, &mut repeatable),
                    _ => repeatable.push(self.make_sequel(spot)),
                }
            }
        }
    }

    /// Slots that tile the broadcast day.
    fn make_days(&mut self, channel: ChannelAt, name: &str, days: &[Weekday]) {
        let begin = i64::from(self.clocks[channel].day_start.minutes());
        let (mut start, end) = (begin, begin + 24 * 60);
        let mut news = NEWS.to_vec();
        let mut repeatable = Vec::new();
        while start < end {
            let Some(daypart) = DAYPARTS.iter().find(|part| start < part.until_hour * 60) else {
                return;
            };
            let mut length = self.chance.one(daypart.lengths).min(end - start);
            if end - start - length < 10 {
                length = end - start;
            }
            let spot = Spot {
                channel,
                name: format!("{name}{:02}{:02}", start / 60, start % 60),
                days,
                start,
                length,
                weight: daypart.weight,
            };
            if news.contains(&(start / 60)) {
                news.retain(|&hour| hour != start / 60);
                self.make_hold(spot, "News");
            } else {
                self.make_slot(spot, daypart.mix, &mut repeatable);
            }
            start += length;
        }
    }

    fn make_slot(&mut self, spot: Spot<'_>, [holds, sequels, repeats]: [i64; 3], repeatable: &mut Vec<Slot>) {
        let lot = self.chance.between(0, 99);
        if lot < holds {
            self.make_hold(spot, "Live");
        } else if lot < holds + sequels {
            let slot = self.make_sequel(spot);
            repeatable.push(slot);
        } else if lot < holds + sequels + repeats {
            self.make_repeat(spot, repeatable);
        } else {
            let slot = self.make_pool(spot);
            repeatable.push(slot);
        }
    }

    fn make_hold(&mut self, spot: Spot<'_>, title: &str) -> Slot {
        let spoken = &self.languages[spot.channel];
        let said = [Some(&spoken[0]), Some(&spoken[0]), Some(&spoken[1]), None];
        let language = said[self.chance.between(0, 3) as usize].cloned();
        let title = title.to_owned();
        self.slot(spot, Fill::Hold(Hold { title, language }))
    }

    fn make_sequel(&mut self, spot: Spot<'_>) -> Slot {
        let fits = |minutes: i64| minutes <= spot.length && minutes * 5 > spot.length * 3;
        let waiting = &self.waiting[spot.channel];
        let programme = match waiting.iter().position(|&one| fits(self.longest_minutes(one))) {
            Some(at) => self.waiting[spot.channel].remove(at),
            None => self.make_serial(spot.channel, spot.length),
        };
        let season = self.station.programmes[programme].seasons[0].id.clone();
        let then = if self.chance.percent(35) {
            Then::Restart
        } else {
            Then::Stop
        };
        self.slot(spot, Fill::Sequel(Sequel { season, then }))
    }

    /// A repeat on the days on which there is something to repeat, a pool on the others.
    fn make_repeat(&mut self, spot: Spot<'_>, repeatable: &mut Vec<Slot>) {
        let fitting: Vec<usize> = (0..repeatable.len())
            .filter(|&at| {
                let length = i64::from(repeatable[at].length_min);
                length <= spot.length && length * 2 > spot.length
            })
            .collect();
        if fitting.is_empty() {
            let slot = self.make_pool(spot);
            repeatable.push(slot);
            return;
        }
        let of = &repeatable[self.chance.one(&fitting)];
        let days_after = self.chance.one(&[0_u32, 1, 1, 1, 2, 7]);
        let shown = |day: &Weekday| {
            let at = Weekday::ALL.iter().position(|one| one == day).unwrap_or_default();
            of.days.contains(&Weekday::ALL[(at + 7 - days_after as usize % 7) % 7])
        };
        // Now and then one stands where there is nothing to repeat.
        let everywhere = self.chance.percent(12);
        let (good, other): (Vec<Weekday>, Vec<Weekday>) = spot.days.iter().partition(|day| everywhere || shown(day));
        let of = of.id.clone();
        if !good.is_empty() {
            let repeat = Spot {
                name: spot.name.clone(),
                days: &good,
                ..spot
            };
            let slot = self.slot(repeat, Fill::Repeat(Repeat { of, days_after }));
            if self.chance.percent(30) {
                repeatable.push(slot);
            }
        }
        if !other.is_empty() {
            let name = format!("{}x", spot.name);
            let slot = self.make_pool(Spot {
                name,
                days: &other,
                ..spot
            });
            repeatable.push(slot);
        }
    }

    fn make_pool(&mut self, spot: Spot<'_>) -> Slot {
        let mut kinds: Vec<&str> = POOLED
            .iter()
            .filter(|(_, minutes)| {
                minutes
                    .iter()
                    .any(|&one| one < spot.length && one * 9 >= spot.length * 4)
            })
            .map(|&(kind, _)| kind)
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut pool = Pool::default();
        let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
        match self.chance.between(0, 99) {
            0..55 => {
                let count = self.chance.between(1, 3) as usize;
                pool.kinds = owned(self.chance.some(&kinds, count));
            }
            55..75 => pool.tags = owned(self.chance.some(&TAGS, 2)),
            75..90 => pool.kinds = owned(kinds),
            _ => {
                let held = &self.held[spot.channel];
                let fitting: Vec<usize> = held
                    .iter()
                    .copied()
                    .filter(|&one| self.longest_minutes(one) <= spot.length)
                    .collect();
                let chosen = self.chance.some(&fitting, 5);
                pool.programmes = chosen
                    .iter()
                    .map(|&one| self.station.programmes[one].id.clone())
                    .collect();
            }
        }
        self.slot(spot, Fill::Pool(pool))
    }

    /// A season's film or a live event over the grid, on a few dates.
    fn make_special(&mut self, channel: ChannelAt, number: u32) {
        let date = self.some_date();
        let until = date.plus_days(self.chance.one(&[0, 0, 2]));
        let start = self
            .chance
            .one(&[14 * 60 + 5, 18 * 60 + 20, 19 * 60, 20 * 60 + 10, 21 * 60 + 35]);
        let length = self.chance.one(&[50, 95, 120, 150]);
        let fill = if self.chance.percent(50) {
            Fill::Pool(Pool {
                kinds: vec!["film".to_owned()],
                ..Pool::default()
            })
        } else {
            let language = Some(self.languages[channel][0].clone());
            Fill::Hold(Hold {
                title: "Special".to_owned(),
                language,
            })
        };
        let name = format!("special{}", number + 1);
        let spot = Spot {
            channel,
            name,
            days: &Weekday::ALL,
            start,
            length,
            weight: 5,
        };
        let mut slot = self.slot_of(spot, fill);
        // A layer of its own: two specials may meet.
        slot.layer = 1 + number as i32;
        (slot.from, slot.until) = (Some(date), Some(until));
        self.station.slots.push(slot);
    }

    fn slot(&mut self, spot: Spot<'_>, fill: Fill) -> Slot {
        let slot = self.slot_of(spot, fill);
        self.station.slots.push(slot.clone());
        slot
    }

    fn slot_of(&mut self, spot: Spot<'_>, fill: Fill) -> Slot {
        let mut languages = self.languages[spot.channel].clone();
        match self.chance.between(0, 99) {
            0..12 => languages.truncate(1),
            12..24 => languages.reverse(),
            _ => {}
        }
        let channel = self.station.channels[spot.channel].id.clone();
        let (from, until) = (self.range.from.plus_days(-35), self.range.end().plus_days(10));
        Slot {
            id: SlotId::new(format!("{channel}-{}", spot.name)),
            channel,
            days: spot.days.to_vec(),
            from: Some(from),
            until: Some(until),
            layer: 0,
            start: time(spot.start as u32),
            length_min: spot.length as u32,
            weight: spot.weight,
            languages,
            occasion: None,
            fill,
        }
    }

    /// The slots of the weekly grid that stand on a date.
    pub(super) fn grid_on(&self, date: BroadcastDate) -> impl Iterator<Item = &Slot> {
        self.station
            .slots
            .iter()
            .filter(move |slot| slot.layer == 0 && slot.stands_on(date))
    }
}
