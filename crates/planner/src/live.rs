//! What is to be said of a schedule while it is edited: [`crate::review`], kept up to date.
//!
//! An edit is judged where it can matter, nowhere else: the same episode on its channel, and on the other channels where a licence
//! shares its runs or a holdback waits for it; the programme's day; what it touches in time; its repeats; its channel's strands; its
//! week's quotas. So an edit costs about the same in a station of any size.

use std::collections::{BTreeMap, BTreeSet};

use arna_domain::index::{ChannelIx, FillEntry, SlotIx, VersionIx};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{By, Placed, Showing, ShowingIx};
use arna_domain::{Airing, BroadcastDate, DateRange, Finding, Index, Instant, SlotId};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::draft::open_slots;
use crate::earlier::Earlier;
use crate::findings::{broken, broken_rules, contradictory_quotas, missing_in};
use crate::quota::{Airtime, Missed};
use crate::replan::instance_named;
use crate::review::{Review, Schedule, pin_waiting, reasons_of_open, showing};

/// A range of a station as its slots divide it.
#[derive(Clone, Debug)]
pub struct Grid {
    range: DateRange,
    instances: Instances,
    said: Vec<Finding>,
}

impl Grid {
    /// The grid of a station in a range.
    pub fn of(index: &Index, range: DateRange) -> Self {
        let (instances, said) = Instances::of(index, range);
        Self { range, instances, said }
    }
}

/// What an edit changes in what is to be said.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Effect {
    /// What is to be said now and was not.
    pub appeared: Vec<Finding>,
    /// What need no longer be said.
    pub disappeared: Vec<Finding>,
    /// Slots that nothing stands in any more.
    pub opened: Vec<Vacancy>,
    /// Slots that were open.
    pub filled: Vec<Vacancy>,
    /// Quotas of the weeks concerned whose airtime changed.
    pub quotas: Vec<QuotaChange>,
}

/// A slot on a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Vacancy {
    /// The slot.
    pub slot: SlotId,
    /// The broadcast date.
    pub date: BroadcastDate,
}

/// How far a channel's week is with a quota. Whole minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotaChange {
    /// The channel.
    pub channel: arna_domain::ChannelId,
    /// The week's Monday.
    pub week: BroadcastDate,
    /// The language.
    pub language: arna_domain::Language,
    /// On air in the week.
    pub total: i64,
    /// In the language.
    pub spoken: i64,
    /// What was missing before.
    pub missed_before: i64,
    /// What is missing now.
    pub missed: i64,
}

/// Why an edit cannot be made; nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LiveError {
    /// An airing to be taken out is not in the schedule.
    #[error("{channel} has no such airing at {start}: it cannot be taken out")]
    NotOnAir {
        /// The channel.
        channel: String,
        /// The start.
        start: Instant,
    },
}

/// A schedule and what is to be said of it.
pub struct Live<'a> {
    grid: &'a Grid,
    placed: Placed<'a>,
    earlier: Earlier,
    airtime: Airtime,
    /// Airings of a channel and broadcast date.
    days: FxHashMap<(ChannelIx, BroadcastDate), Vec<ShowingIx>>,
    /// The slots that repeat a slot, with the days after.
    repeated_by: FxHashMap<SlotIx, Vec<(SlotIx, u32)>>,
    /// The sequel instances of each channel, in time order.
    sequels: FxHashMap<ChannelIx, Vec<InstanceIx>>,
    /// Airings that claim an instance besides another.
    crowded: FxHashMap<InstanceIx, Vec<ShowingIx>>,
    /// How many airings and holds stand in each instance.
    taken: Vec<u32>,
    /// The station's own pins in the range, and how many airings are what each asks for.
    pins: BTreeMap<(Instant, ChannelIx, VersionIx), (Showing, u32)>,
    broken: FxHashMap<ShowingIx, Vec<Finding>>,
    missing: FxHashMap<ChannelIx, Vec<(InstanceIx, Finding)>>,
    missed: BTreeMap<(ChannelIx, usize, BroadcastDate), Missed>,
}

/// What an edit may have changed.
#[derive(Default)]
struct Touched {
    showings: BTreeSet<ShowingIx>,
    gone: Vec<ShowingIx>,
    strands: BTreeSet<ChannelIx>,
    weeks: BTreeSet<(ChannelIx, BroadcastDate)>,
    seats: BTreeMap<InstanceIx, u32>,
    pins: BTreeMap<(Instant, ChannelIx, VersionIx), u32>,
}

impl<'a> Live<'a> {
    /// A schedule of a grid's range, judged whole. The station's own history and pins outside the range count, as for
    /// [`crate::review`].
    pub fn of(index: &'a Index, grid: &'a Grid, airings: &[Airing]) -> Self {
        let Grid { range, instances, .. } = grid;
        let range = *range;
        let Schedule {
            placed, earlier, aired, ..
        } = Schedule::of(index, range, airings, instances);
        let airtime = Airtime::of(&placed, range);
        let mut live = Self {
            grid,
            earlier,
            airtime,
            days: FxHashMap::default(),
            repeated_by: repeated_by(index),
            sequels: sequels(index, instances),
            crowded: FxHashMap::default(),
            taken: vec![0; instances.len()],
            pins: pins(index, range),
            broken: FxHashMap::default(),
            missing: FxHashMap::default(),
            missed: BTreeMap::new(),
            placed,
        };
        for airing in airings.iter().filter(|airing| range.holds(airing.date)) {
            live.take(airing, 1, &mut Touched::default());
        }
        for &number in &aired {
            let one = *live.placed.get(number);
            live.days.entry((one.channel, one.date)).or_default().push(number);
            if let Some((_, count)) = live.pins.get_mut(&(one.start, one.channel, one.version)) {
                *count += 1;
            }
            live.note_crowd(number, &one);
        }
        for &number in &aired {
            let found = live.judge(number);
            if !found.is_empty() {
                live.broken.insert(number, found);
            }
        }
        let channels: Vec<ChannelIx> = live.sequels.keys().copied().collect();
        for channel in channels {
            let missing = live.missing_of(channel);
            live.missing.insert(channel, missing);
        }
        for (number, entry) in (0..).map(ChannelIx).zip(&index.channels) {
            for quota in 0..entry.quotas.len() {
                let mut week = range.from.monday();
                while week < range.end() {
                    if let Some(missed) = live.airtime.missed_in(index, number, quota, week) {
                        live.missed.insert((number, quota, week), missed);
                    }
                    week = week.plus_days(7);
                }
            }
        }
        live
    }

    /// Takes airings out of the schedule and puts others in: what that changes in what is to be said. Airings outside the grid's
    /// range are not looked at.
    ///
    /// # Errors
    /// [`LiveError::NotOnAir`] when an airing to be taken out is not there.
    pub fn edit(&mut self, removed: &[Airing], added: &[Airing]) -> Result<Effect, LiveError> {
        let range = self.grid.range;
        let in_range = |airings: &[Airing]| -> Vec<Airing> {
            airings
                .iter()
                .filter(|airing| range.holds(airing.date))
                .cloned()
                .collect()
        };
        let (removed, added) = (in_range(removed), in_range(added));
        let gone = self.find_all(&removed)?;
        let mut touched = Touched::default();
        for (airing, number) in removed.iter().zip(gone) {
            self.take(airing, -1, &mut touched);
            if let Some(number) = number {
                self.remove(number, &mut touched);
            }
        }
        for airing in &added {
            self.take(airing, 1, &mut touched);
            let instance = self.named(airing);
            if let Some(one) = showing(self.placed.index, &self.placed, &self.earlier, airing, instance) {
                self.add(one, &mut touched);
            }
        }
        Ok(self.effect(touched))
    }

    /// All that is to be said of the schedule now.
    pub fn review(&self) -> Review {
        let index = self.placed.index;
        let open = self.placed.instances.iter().filter(|(number, _)| self.is_open(*number));
        let open = open.map(|(number, _)| number).collect();
        let open = reasons_of_open(&self.placed, &self.earlier, open);
        Review {
            open: open_slots(&self.placed, &open).collect(),
            findings: self.findings(index),
        }
    }

    fn findings(&self, index: &Index) -> Vec<Finding> {
        let mut findings = self.grid.said.clone();
        let mut numbers: Vec<ShowingIx> = self.broken.keys().copied().collect();
        numbers.sort_by_key(|&number| {
            let one = self.placed.get(number);
            (one.start, index.channels[one.channel.at()].rank, number)
        });
        findings.extend(numbers.iter().flat_map(|number| &self.broken[number]).cloned());
        let mut missing: Vec<_> = self.missing.values().flatten().collect();
        missing.sort_by_key(|(instance, _)| *instance);
        findings.extend(missing.into_iter().map(|(_, finding)| finding.clone()));
        findings.extend(contradictory_quotas(index));
        findings.extend(self.missed.values().map(|missed| missed.finding(index)));
        let waiting = self.pins.values().filter(|(_, count)| *count == 0);
        findings.extend(waiting.map(|(pin, _)| pin_waiting(index, pin)));
        findings
    }

    /// The airings to be taken out, each found once; none for what the rules do not judge.
    fn find_all(&self, removed: &[Airing]) -> Result<Vec<Option<ShowingIx>>, LiveError> {
        let index = self.placed.index;
        let mut found: FxHashSet<ShowingIx> = FxHashSet::default();
        removed
            .iter()
            .filter(|airing| self.grid.range.holds(airing.date))
            .map(|airing| {
                let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
                let channel = index.channel(airing.channel.as_str());
                let Some((channel, version)) = channel.zip(version).filter(|_| airing.origin.is_programme()) else {
                    return Ok(None);
                };
                let number = self.placed.starting(channel, airing.start).find(|number| {
                    let one = self.placed.get(*number);
                    one.version == version && one.date == airing.date && !found.contains(number)
                });
                let number = number.ok_or_else(|| LiveError::NotOnAir {
                    channel: airing.channel.to_string(),
                    start: airing.start,
                })?;
                found.insert(number);
                Ok(Some(number))
            })
            .collect()
    }

    fn named(&self, airing: &Airing) -> Option<InstanceIx> {
        instance_named(self.placed.index, self.placed.instances, airing)
    }

    /// Counts what stands in an airing's instance.
    fn take(&mut self, airing: &Airing, more: i32, touched: &mut Touched) {
        if airing.origin.is_break() {
            return;
        }
        if let Some(instance) = self.named(airing) {
            let count = &mut self.taken[instance.at()];
            touched.seats.entry(instance).or_insert(*count);
            *count = count.saturating_add_signed(more);
        }
    }

    fn remove(&mut self, number: ShowingIx, touched: &mut Touched) {
        let one = *self.placed.get(number);
        self.touch(&one, touched);
        self.count(&one, -1, touched);
        self.placed.take_off(number);
        touched.gone.push(number);
        if let Some(day) = self.days.get_mut(&(one.channel, one.date)) {
            day.retain(|&other| other != number);
        }
        if let Some(instance) = one.instance {
            let crowd = self.crowded.get_mut(&instance);
            crowd
                .into_iter()
                .for_each(|crowd| crowd.retain(|&other| other != number));
            self.settle_crowd(instance);
            self.relink(instance, touched);
        }
    }

    fn add(&mut self, one: Showing, touched: &mut Touched) {
        let crowd = one.instance.and_then(|instance| self.placed.in_instance(instance));
        let number = self.placed.place(one);
        self.count(&one, 1, touched);
        self.days.entry((one.channel, one.date)).or_default().push(number);
        if let Some(instance) = one.instance {
            if let Some(other) = crowd {
                let claims = self.crowded.entry(instance).or_default();
                if claims.is_empty() {
                    claims.push(other);
                }
                claims.push(number);
                self.settle_crowd(instance);
            }
            let source = self.source_of(number);
            self.placed.set_source(number, source);
            self.relink(instance, touched);
        }
        self.touch(&one, touched);
        touched.showings.insert(number);
    }

    /// Notes that a schedule put an airing where another is.
    fn note_crowd(&mut self, number: ShowingIx, one: &Showing) {
        let Some(instance) = one.instance else { return };
        if let Some(other) = self.placed.in_instance(instance).filter(|&other| other != number) {
            let claims = self.crowded.entry(instance).or_default();
            if claims.is_empty() {
                claims.push(other);
            }
            claims.push(number);
        }
    }

    /// Of several airings in an instance the last stands in it.
    fn settle_crowd(&mut self, instance: InstanceIx) {
        let Some(claims) = self.crowded.get(&instance) else {
            return;
        };
        if let Some(&last) = claims
            .iter()
            .max_by_key(|&&number| (self.placed.get(number).start, number))
        {
            self.placed.take_off(last);
            self.placed.put_back(last);
        }
    }

    /// Airings that stand in an instance.
    fn claims(&self, instance: InstanceIx) -> Vec<ShowingIx> {
        match self.crowded.get(&instance).filter(|claims| !claims.is_empty()) {
            Some(claims) => claims.clone(),
            None => self.placed.in_instance(instance).into_iter().collect(),
        }
    }

    /// What a repeat repeats.
    fn source_of(&self, number: ShowingIx) -> Option<ShowingIx> {
        let one = self.placed.get(number);
        let slot = self.placed.instances.get(one.instance?).slot;
        let FillEntry::Repeat { of, days_after, .. } = self.placed.index.slots[slot.at()].fill else {
            return None;
        };
        if !matches!(one.by, By::Repeat | By::LateRepeat) {
            return None;
        }
        let date = one.date.plus_days(-i64::from(days_after));
        if date < self.grid.range.from {
            return self.earlier.find(&self.placed, of, date);
        }
        let instance = self.placed.instances.find(of, date)?;
        let claims = self.claims(instance).into_iter();
        claims
            .filter(|&other| self.placed.get(other).start < one.start)
            .max_by_key(|&other| (self.placed.get(other).start, other))
    }

    /// Says anew what the repeats of an instance repeat. What repeats those in turn may be nearer to the first than before.
    fn relink(&mut self, instance: InstanceIx, touched: &mut Touched) {
        for number in self.repeats_of(instance) {
            let source = self.source_of(number);
            if self.placed.get(number).source != source {
                self.placed.set_source(number, source);
                self.touch_chain(number, touched);
            }
        }
    }

    /// The repeats that stand where an instance is repeated.
    fn repeats_of(&self, instance: InstanceIx) -> Vec<ShowingIx> {
        let at = self.placed.instances.get(instance);
        let repeats = self.repeated_by.get(&at.slot).map_or(&[][..], Vec::as_slice);
        repeats
            .iter()
            .filter_map(|&(slot, days)| self.placed.instances.find(slot, at.date.plus_days(i64::from(days))))
            .flat_map(|repeat| self.claims(repeat))
            .filter(|&number| matches!(self.placed.get(number).by, By::Repeat | By::LateRepeat))
            .collect()
    }

    fn touch_chain(&self, number: ShowingIx, touched: &mut Touched) {
        let one = self.placed.get(number);
        self.touch_episode(one.channel, one.version, touched);
        for next in one.instance.into_iter().flat_map(|instance| self.repeats_of(instance)) {
            self.touch_chain(next, touched);
        }
    }

    fn touch_episode(&self, channel: ChannelIx, version: VersionIx, touched: &mut Touched) {
        let episode = self.placed.index.versions[version.at()].episode;
        touched
            .showings
            .extend(self.placed.numbers_of_episode(channel, episode));
    }

    /// Notes all whose judgement an airing has a part in.
    fn touch(&self, one: &Showing, touched: &mut Touched) {
        let index = self.placed.index;
        let version = &index.versions[one.version.at()];
        self.touch_episode(one.channel, one.version, touched);
        let shared = one
            .licence
            .map(|licence| &index.licences[licence.at()])
            .filter(|entry| entry.shared);
        let is_first = index.seasons[version.season.at()]
            .holdbacks
            .iter()
            .any(|&(first, _)| first == one.channel);
        for channel in (0..index.channels.len() as u32).map(ChannelIx) {
            let shares =
                shared.is_some_and(|entry| entry.channels.is_empty() || entry.channels.binary_search(&channel).is_ok());
            if is_first || shares {
                self.touch_episode(channel, one.version, touched);
            }
        }
        let day = self.days.get(&(one.channel, one.date)).map_or(&[][..], Vec::as_slice);
        touched.showings.extend(day.iter().filter(|&&number| {
            let other = self.placed.get(number);
            other.by == By::Pool && index.versions[other.version.at()].programme == version.programme
        }));
        let touching = self
            .placed
            .all_touching(one.channel, one.start, self.placed.end_of(one));
        touched.showings.extend(touching);
        let in_sequel = one.instance.is_some_and(|instance| {
            let slot = self.placed.instances.get(instance).slot;
            matches!(index.slots[slot.at()].fill, FillEntry::Sequel { .. })
        });
        if in_sequel || matches!(one.by, By::Pin | By::Sequel) {
            touched.strands.insert(one.channel);
        }
    }

    /// Counts an airing for its week and for the pin that it is.
    fn count(&mut self, one: &Showing, times: i64, touched: &mut Touched) {
        let version = &self.placed.index.versions[one.version.at()];
        if one.by != By::LateRepeat {
            self.airtime
                .add(one.channel, one.date, version.language, times * version.minutes());
            touched.weeks.insert((one.channel, one.date.monday()));
        }
        let key = (one.start, one.channel, one.version);
        if let Some((_, count)) = self.pins.get_mut(&key) {
            touched.pins.entry(key).or_insert(*count);
            *count = count.saturating_add_signed(if times > 0 { 1 } else { -1 });
        }
    }

    /// Judges what was touched.
    fn effect(&mut self, touched: Touched) -> Effect {
        let index = self.placed.index;
        let mut effect = Effect::default();
        for number in &touched.gone {
            effect
                .disappeared
                .extend(self.broken.remove(number).into_iter().flatten());
        }
        for &number in &touched.showings {
            let one = self.placed.get(number);
            let is_judged = !matches!(one.by, By::History { .. }) && self.grid.range.holds(one.date);
            if !is_judged || !self.placed.is_on_air(number) {
                continue;
            }
            let now = self.judge(number);
            let was = self.broken.remove(&number).unwrap_or_default();
            effect.tell(&was, &now);
            if !now.is_empty() {
                self.broken.insert(number, now);
            }
        }
        for channel in touched.strands {
            let now = self.missing_of(channel);
            let was = self.missing.insert(channel, now.clone()).unwrap_or_default();
            let plain = |all: &[(InstanceIx, Finding)]| -> Vec<Finding> {
                all.iter().map(|(_, finding)| finding.clone()).collect()
            };
            effect.tell(&plain(&was), &plain(&now));
        }
        for (channel, week) in touched.weeks {
            for quota in 0..index.channels[channel.at()].quotas.len() {
                self.tell_quota(channel, quota, week, &mut effect);
            }
        }
        for (key, before) in touched.pins {
            let (pin, now) = &self.pins[&key];
            let finding = || pin_waiting(index, pin);
            match (before, now) {
                (0, 1..) => effect.disappeared.push(finding()),
                (1.., 0) => effect.appeared.push(finding()),
                _ => {}
            }
        }
        for (instance, before) in touched.seats {
            let at = self.placed.instances.get(instance);
            let vacancy = || Vacancy {
                slot: index.slots[at.slot.at()].id.clone(),
                date: at.date,
            };
            match (before, self.taken[instance.at()]) {
                (0, 1..) if !self.is_hold(instance) => effect.filled.push(vacancy()),
                (1.., 0) if !self.is_hold(instance) => effect.opened.push(vacancy()),
                _ => {}
            }
        }
        effect
    }

    fn tell_quota(&mut self, channel: ChannelIx, quota: usize, week: BroadcastDate, effect: &mut Effect) {
        let index = self.placed.index;
        let (language, _) = index.channels[channel.at()].quotas[quota];
        let key = (channel, quota, week);
        let now = self.airtime.missed_in(index, channel, quota, week);
        let was = match now {
            Some(missed) => self.missed.insert(key, missed),
            None => self.missed.remove(&key),
        };
        let finding = |missed: Option<Missed>| missed.map(|missed| missed.finding(index));
        effect.tell(finding(was).as_slice(), finding(now).as_slice());
        effect.quotas.push(QuotaChange {
            channel: index.channels[channel.at()].id.clone(),
            week,
            language: index.languages[language.at()].clone(),
            total: self.airtime.total(channel, week),
            spoken: self.airtime.in_language(channel, week, language),
            missed_before: was.map_or(0, |missed| missed.minutes),
            missed: now.map_or(0, |missed| missed.minutes),
        });
    }

    fn judge(&mut self, number: ShowingIx) -> Vec<Finding> {
        let one = *self.placed.get(number);
        let found = broken_rules(&mut self.placed, number);
        if let Some(instance) = one.instance {
            self.settle_crowd(instance);
        }
        found
            .into_iter()
            .map(|(rule, grounds)| broken(&self.placed, &one, rule, &grounds))
            .collect()
    }

    fn missing_of(&self, channel: ChannelIx) -> Vec<(InstanceIx, Finding)> {
        let own = self.sequels.get(&channel).map_or(&[][..], Vec::as_slice);
        missing_in(&self.placed, own.iter().copied())
    }

    fn is_open(&self, instance: InstanceIx) -> bool {
        self.taken[instance.at()] == 0 && !self.is_hold(instance)
    }

    fn is_hold(&self, instance: InstanceIx) -> bool {
        let slot = self.placed.instances.get(instance).slot;
        matches!(self.placed.index.slots[slot.at()].fill, FillEntry::Hold { .. })
    }
}

impl Effect {
    fn tell(&mut self, was: &[Finding], now: &[Finding]) {
        let only = |own: &[Finding], other: &[Finding]| -> Vec<Finding> {
            own.iter().filter(|finding| !other.contains(finding)).cloned().collect()
        };
        self.disappeared.extend(only(was, now));
        self.appeared.extend(only(now, was));
    }
}

fn repeated_by(index: &Index) -> FxHashMap<SlotIx, Vec<(SlotIx, u32)>> {
    let mut all: FxHashMap<SlotIx, Vec<(SlotIx, u32)>> = FxHashMap::default();
    for (number, slot) in (0..).map(SlotIx).zip(&index.slots) {
        if let FillEntry::Repeat { of, days_after, .. } = slot.fill {
            all.entry(of).or_default().push((number, days_after));
        }
    }
    all
}

fn sequels(index: &Index, instances: &Instances) -> FxHashMap<ChannelIx, Vec<InstanceIx>> {
    let mut all: FxHashMap<ChannelIx, Vec<InstanceIx>> = FxHashMap::default();
    for (number, instance) in instances.iter() {
        if matches!(index.slots[instance.slot.at()].fill, FillEntry::Sequel { .. }) {
            all.entry(instance.channel).or_default().push(number);
        }
    }
    all
}

fn pins(index: &Index, range: DateRange) -> BTreeMap<(Instant, ChannelIx, VersionIx), (Showing, u32)> {
    let own = index.pins.iter().filter(|pin| range.holds(pin.date));
    own.map(|pin| {
        let one = crate::fixed::showing(pin, By::Pin);
        ((pin.start, pin.channel, pin.version), (one, 0))
    })
    .collect()
}
