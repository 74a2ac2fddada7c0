//! The free time of a channel's grid, date by date, in cells of [`CELL`] minutes.

use arna_domain::index::{ChannelIx, FillEntry};
use arna_domain::instance::SHORTEST_REST;
use arna_domain::rollout::{Over, Target};
use arna_domain::time::{ChannelClock, DAY, MINUTE};
use arna_domain::{BroadcastDate, GridTime, Instant, Values, values};

use super::check::Work;

/// Minutes of a cell: what is proposed starts at a multiple of them and lasts one.
pub(super) const CELL: u32 = 5;

/// Minutes of a broadcast day by its grid.
const DAY_MINUTES: u32 = 24 * 60;

/// A channel's time within a target's window.
pub(super) struct FreeTime<'a> {
    clock: &'a ChannelClock,
    /// The minute of the first cell.
    first: u32,
    days: Vec<Day>,
    /// The layer above every slot of the channel.
    pub(super) top: i32,
    /// The hours in which every rating of the work may air.
    pub(super) rated: (u32, u32),
}

/// A broadcast date.
struct Day {
    date: BroadcastDate,
    /// For each cell, how many from it on can be used.
    runs: Vec<u16>,
    /// What stands there that may be overridden, in minutes.
    over: Vec<(u32, u32)>,
    /// Whether the clock changes, so that real lengths differ from nominal ones.
    changes: bool,
}

/// What taking a place costs the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    /// Slot instances overridden.
    overridden: u32,
    /// Minutes of them that neither they nor the new slot fill.
    lost: u32,
}

impl Cost {
    /// As a finding tells it.
    pub(super) fn values(self) -> Values {
        values! { "count" => self.overridden, "lost" => self.lost }
    }
}

impl std::ops::Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            overridden: self.overridden + other.overridden,
            lost: self.lost + other.lost,
        }
    }
}

impl<'a> FreeTime<'a> {
    pub(super) fn of(work: &Work<'a>, target: &Target, channel: ChannelIx) -> Self {
        let entry = &work.index.channels[channel.at()];
        let clock = &entry.clock;
        let day_start = clock.day_start.minutes();
        let first = day_start.next_multiple_of(CELL);
        let cells = (day_start + DAY_MINUTES - first) / CELL;
        let slots: Vec<_> = entry.slots.iter().map(|slot| &work.index.slots[slot.at()]).collect();
        let highest = slots.iter().map(|slot| slot.layer).max();
        let top = highest.map_or(Some(0), |layer| layer.checked_add(1));
        let spans = spans(work, channel);
        let (mut days, mut reached) = (Vec::new(), 0);
        for date in (0..=target.until.days_since(target.from)).map(|n| target.from.plus_days(n)) {
            let mut taken = vec![false; cells as usize];
            let mut over = Vec::new();
            for slot in slots.iter().filter(|slot| slot.stands_on(date)) {
                let place = (slot.start.minutes(), slot.end.minutes());
                // Above the highest layer that there can be nothing is overridden.
                if top.is_some() && may_override(target.over, &slot.fill) {
                    over.push(place);
                } else {
                    take(&mut taken, first, place);
                }
            }
            let (from, until) = clock.day(date);
            while spans.get(reached).is_some_and(|&(_, end)| end <= from) {
                reached += 1;
            }
            let own = spans[reached..].iter().take_while(|&&(start, _)| start < until);
            take_spans(&mut taken, first, clock, date, own.copied());
            days.push(Day {
                date,
                runs: runs(&taken),
                over,
                changes: until - from != DAY,
            });
        }
        Self {
            clock,
            first,
            days,
            top: top.unwrap_or_default(),
            rated: rated_hours(work, channel),
        }
    }

    /// The minutes at which something of this length may start within wished hours, the broadcast day and the ratings' hours.
    pub(super) fn starts(&self, hours: Option<(GridTime, GridTime)>, length: u32) -> impl Iterator<Item = u32> + use<> {
        let (from, until) = self.hours(hours);
        let from = from.next_multiple_of(CELL);
        (from..=until.saturating_sub(length))
            .step_by(CELL as usize)
            .take_while(move |start| start + length <= until)
    }

    /// Wished hours within the broadcast day and the ratings' hours, in minutes.
    pub(super) fn hours(&self, hours: Option<(GridTime, GridTime)>) -> (u32, u32) {
        let (from, until) = hours.map_or((0, u32::MAX), |(from, until)| (from.minutes(), until.minutes()));
        let day_start = self.clock.day_start.minutes();
        (
            from.max(day_start).max(self.rated.0),
            until.min(day_start + DAY_MINUTES).min(self.rated.1),
        )
    }

    /// Whether something can stand there, and really last so long.
    pub(super) fn fits(&self, date: BroadcastDate, start: u32, length: u32, really_ms: i64) -> bool {
        let Some(day) = self.day(date) else { return false };
        let run = start.checked_sub(self.first).map(|ahead| (ahead / CELL) as usize);
        let free = run.and_then(|cell| day.runs.get(cell)).copied().unwrap_or_default();
        u32::from(free) * CELL >= length && (!day.changes || self.really(date, start, length) >= really_ms)
    }

    fn really(&self, date: BroadcastDate, start: u32, length: u32) -> i64 {
        self.at(date, start + length) - self.at(date, start)
    }

    /// The instant of a minute.
    pub(super) fn at(&self, date: BroadcastDate, minute: u32) -> Instant {
        let latest = GridTime::from_minutes(minute.min(GridTime::LATEST_MINUTES));
        self.clock.at(date, latest.unwrap_or(self.clock.day_start))
    }

    /// The first date on which something that starts at this instant or later could stand.
    pub(super) fn date_of(&self, at: Instant) -> BroadcastDate {
        self.clock.broadcast_date(at)
    }

    /// The longest time free within wished hours on the dates asked about, in minutes.
    pub(super) fn longest(&self, hours: Option<(GridTime, GridTime)>, wanted: impl Fn(BroadcastDate) -> bool) -> u32 {
        let (from, until) = self.hours(hours);
        let of_day = |day: &Day| {
            let cells = (self.first..).step_by(CELL as usize).zip(&day.runs);
            cells
                .skip_while(|&(minute, _)| minute < from)
                .take_while(|&(minute, _)| minute < until)
                .map(|(minute, &run)| (u32::from(run) * CELL).min(until - minute))
                .max()
        };
        let days = self.days.iter().filter(|day| wanted(day.date));
        days.filter_map(of_day).max().unwrap_or_default()
    }

    /// What taking a place costs.
    pub(super) fn cost(&self, date: BroadcastDate, start: u32, length: u32) -> Cost {
        let Some(day) = self.day(date) else {
            return Cost::default();
        };
        let end = start + length;
        let shortest = u32::try_from(SHORTEST_REST / MINUTE).unwrap_or_default();
        let met = day.over.iter().filter(|&&(from, until)| from < end && start < until);
        met.map(|&(from, until)| {
            let (before, after) = (start.saturating_sub(from), until.saturating_sub(end));
            let longest = before.max(after);
            let kept = if longest < shortest { 0 } else { longest };
            Cost {
                overridden: 1,
                lost: before + after - kept,
            }
        })
        .fold(Cost::default(), std::ops::Add::add)
    }

    /// Takes a place: nothing else can stand there.
    pub(super) fn occupy(&mut self, date: BroadcastDate, start: u32, length: u32) {
        let first = self.first;
        if let Some(number) = self.number(date) {
            let day = &mut self.days[number];
            let mut taken: Vec<_> = day.runs.iter().map(|&run| run == 0).collect();
            take(&mut taken, first, (start, start + length));
            day.runs = runs(&taken);
        }
    }

    fn number(&self, date: BroadcastDate) -> Option<usize> {
        let ahead = date.days_since(self.days.first()?.date);
        usize::try_from(ahead).ok().filter(|&number| number < self.days.len())
    }

    fn day(&self, date: BroadcastDate) -> Option<&Day> {
        self.number(date).map(|number| &self.days[number])
    }
}

fn may_override(over: Over, fill: &FillEntry) -> bool {
    match fill {
        FillEntry::Pool { .. } => over >= Over::Pools,
        FillEntry::Hold { .. } => over >= Over::Holds,
        FillEntry::Sequel { .. } | FillEntry::Repeat { .. } => false,
    }
}

/// What nothing can be laid over: pins, and blackouts that keep the work off; sorted.
fn spans(work: &Work<'_>, channel: ChannelIx) -> Vec<(Instant, Instant)> {
    let index = work.index;
    let pins = index.pins.iter().filter(|pin| pin.channel == channel);
    let pins = pins.map(|pin| (pin.start, pin.start + index.versions[pin.version.at()].duration_ms));
    let programmes: Vec<_> = work
        .seasons
        .iter()
        .map(|season| &index.programmes[index.seasons[season.at()].programme.at()])
        .collect();
    let blackouts = index.channels[channel.at()].blackouts.iter().filter(|blackout| {
        let tags = &blackout.tags;
        tags.is_empty()
            || programmes
                .iter()
                .any(|one| tags.iter().any(|tag| one.tags.contains(tag)))
    });
    let blackouts = blackouts.map(|blackout| (blackout.from, blackout.until));
    let mut spans: Vec<_> = pins.chain(blackouts).collect();
    spans.sort_unstable();
    joined(&spans)
}

/// Spans that touch, as one: then their ends are in order too.
fn joined(spans: &[(Instant, Instant)]) -> Vec<(Instant, Instant)> {
    let mut joined: Vec<(Instant, Instant)> = Vec::with_capacity(spans.len());
    for &(from, until) in spans {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => joined.push((from, until)),
        }
    }
    joined
}

/// Takes the cells between two minutes, begun ones too.
fn take(taken: &mut [bool], first: u32, (from, until): (u32, u32)) {
    let begin = (from.saturating_sub(first) / CELL) as usize;
    let end = (until.saturating_sub(first)).div_ceil(CELL) as usize;
    let (begin, end) = (begin.min(taken.len()), end.min(taken.len()));
    taken[begin..end].fill(true);
}

/// Takes the cells that spans of instants touch.
fn take_spans(
    taken: &mut [bool],
    first: u32,
    clock: &ChannelClock,
    date: BroadcastDate,
    spans: impl Iterator<Item = (Instant, Instant)>,
) {
    let spans: Vec<_> = spans.collect();
    if spans.is_empty() {
        return;
    }
    for (minute, cell) in (first..).step_by(CELL as usize).zip(taken) {
        let times = GridTime::from_minutes(minute).zip(GridTime::from_minutes(minute + CELL));
        *cell |= times.is_none_or(|(from, until)| {
            let (from, until) = (clock.at(date, from), clock.at(date, until));
            spans.iter().any(|&(start, end)| start < until && from < end)
        });
    }
}

fn runs(taken: &[bool]) -> Vec<u16> {
    let mut runs = vec![0; taken.len()];
    let mut run = 0;
    for (cell, &is_taken) in taken.iter().enumerate().rev() {
        run = if is_taken { 0 } else { run + 1 };
        runs[cell] = run;
    }
    runs
}

/// The hours that the channel leaves to every rating of the work, in minutes.
fn rated_hours(work: &Work<'_>, channel: ChannelIx) -> (u32, u32) {
    let index = work.index;
    let episodes = work.seasons.iter().flat_map(|&season| work.episodes(season));
    let ratings: Vec<_> = episodes
        .filter_map(|episode| index.episodes[episode.at()].rating.as_deref())
        .collect();
    let restricted = index.channels[channel.at()].rating_hours.iter();
    restricted
        .filter(|(rating, ..)| ratings.contains(&rating.as_str()))
        .fold((0, u32::MAX), |(from, until), (_, own_from, own_until)| {
            (from.max(own_from.minutes()), until.min(own_until.minutes()))
        })
}
