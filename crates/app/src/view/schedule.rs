//! The schedule as a week of a channel, a day of all channels, and a rundown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use arna_domain::index::{ChannelEntry, ChannelIx, FillEntry};
use arna_domain::instance::{Instance, Instances};
use arna_domain::time::{ChannelClock, MINUTE};
use arna_domain::{BroadcastDate, DateRange, Index, Instant, Language, Origin, Station};
use arna_exchange::listing::{Listed, Listing, Showing, listings_on_air};
use rustc_hash::FxHashSet;
use serde::Serialize;
use specta::Type;

use super::{minute, wall};
use crate::ops::airings::last_aired;

/// A broadcast date, for its head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DateView {
    /// `2024-07-01`.
    pub date: String,
    /// 1 to 31.
    pub day: u8,
    /// 1 to 12.
    pub month: u8,
    /// 0, Monday, to 6.
    pub weekday: u8,
}

/// A broadcast day of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChannelDay {
    /// The channel.
    pub channel: String,
    /// The date.
    pub date: DateView,
    /// The day's start by the wall clock, in minutes after midnight.
    pub starts_at: i32,
    /// How long it lasts, in minutes: 1440, or 1380 and 1500 where the clock changes.
    pub length: i32,
    /// Whether history tells of it: it is not edited any more.
    pub aired: bool,
    /// Where the clock changes.
    pub jumps: Vec<JumpView>,
    /// Where the channel keeps something off, or everything.
    pub blackouts: Vec<BlackoutSpan>,
    /// What is on air, and what is open, in time order.
    pub blocks: Vec<BlockView>,
    /// The languages' shares of the day's airtime, as quotas count it, the greatest first.
    pub shares: Vec<ShareView>,
}

/// A language's share of a day's airtime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ShareView {
    /// The language.
    pub language: String,
    /// Its share, in whole percent.
    pub percent: u8,
}

/// A change of the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct JumpView {
    /// The minute of the broadcast day.
    pub at: i32,
    /// Minutes that the clock jumps, backwards when negative.
    pub minutes: i32,
}

/// The part of a blackout that lies in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BlackoutSpan {
    /// The minute of the broadcast day at which it begins.
    pub from: i32,
    /// The minute at which it ends.
    pub until: i32,
    /// Programmes with one of these tags are kept off; empty: all are.
    pub tags: Vec<String>,
}

/// What a block of the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// A programme airing.
    Programme,
    /// A live or foreign block.
    Hold,
    /// Promos and fillers, together.
    Break,
    /// A slot that nothing fills.
    Open,
}

/// A block of the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BlockView {
    /// What it is.
    pub kind: BlockKind,
    /// The minute of the broadcast day at which it starts.
    pub start: i32,
    /// The minute at which it ends.
    pub end: i32,
    /// The first whole minute at which it is over: where something else can start.
    pub over: i32,
    /// How many minutes it lasts, begun ones counted: the room that it needs.
    pub lasts: i32,
    /// The wall clock at its start: `21:00`, `25:30`.
    pub start_wall: String,
    /// The wall clock at its end.
    pub end_wall: String,
    /// Its start with the channel's offset: what names it to the core.
    pub starts: String,
    /// The title, in the language asked for.
    pub title: String,
    /// The episode: its title, or its number as `2×14`.
    pub episode: String,
    /// The language spoken; empty where none is.
    pub language: String,
    /// Why it is there; none for breaks and open slots.
    pub origin: Option<String>,
    /// `premiere`, `first` or `repeat`; none where that is not known.
    pub showing: Option<String>,
    /// The version.
    pub version: Option<String>,
    /// The slot.
    pub slot: Option<String>,
    /// Promos and fillers of a break.
    pub spots: u16,
}

/// A channel's lane in a day of all channels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LaneView {
    /// The day.
    pub day: ChannelDay,
    /// The channel's name.
    pub name: String,
    /// Hours and minutes ahead of UTC at the day's start: `UTC+05:00`.
    pub offset: String,
    /// Minutes from the earliest start of all lanes to this day's.
    pub shift: i32,
}

/// A channel's day as a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RundownView {
    /// The day as blocks: what a row can be taken hold of by.
    pub day: ChannelDay,
    /// Everything on air, breaks spot by spot, and the slots that nothing fills, in time order.
    pub rows: Vec<RundownRow>,
}

/// A row of a rundown, to the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RundownRow {
    /// The wall clock at its start: `25:30:00`.
    pub start_wall: String,
    /// Its duration: `0:25:40`.
    pub duration: String,
    /// Its start with the channel's offset.
    pub starts: String,
    /// The title.
    pub title: String,
    /// The episode.
    pub episode: String,
    /// The language spoken.
    pub language: String,
    /// Why it is there; `open` where nothing airs.
    pub origin: String,
    /// `premiere`, `first` or `repeat`.
    pub showing: Option<String>,
    /// The version.
    pub version: Option<String>,
}

/// The week of a channel from a date: seven days.
pub fn week(
    station: &Station,
    index: &Index,
    channel: ChannelIx,
    from: BroadcastDate,
    language: &Language,
) -> Vec<ChannelDay> {
    let range = DateRange { from, days: 7 };
    days(station, index, &[channel], range, language).swap_remove(0)
}

/// A day of all channels, on one true axis of time.
pub fn day(station: &Station, index: &Index, date: BroadcastDate, language: &Language) -> Vec<LaneView> {
    let range = DateRange { from: date, days: 1 };
    let starts: Vec<Instant> = index.channels.iter().map(|channel| channel.clock.day(date).0).collect();
    let first = starts.iter().min().copied();
    let channels: Vec<_> = (0..).map(ChannelIx).take(index.channels.len()).collect();
    station
        .channels
        .iter()
        .zip(&index.channels)
        .zip(days(station, index, &channels, range, language))
        .zip(starts)
        .filter_map(|(((channel, entry), mut days), start)| {
            let day = days.pop()?;
            Some(LaneView {
                day,
                name: channel.name.clone(),
                offset: offset(&entry.clock, start),
                shift: i32::try_from((start - first?) / MINUTE).unwrap_or_default(),
            })
        })
        .collect()
}

/// A channel's broadcast date as a list.
pub fn rundown(
    station: &Station,
    index: &Index,
    channel: ChannelIx,
    date: BroadcastDate,
    language: &Language,
) -> RundownView {
    let clock = &index.channels[channel.at()].clock;
    let range = DateRange { from: date, days: 1 };
    let listing = listings_on_air(index, station, &[channel], range, language).swap_remove(0);
    let open = open(station, index, &[channel], range);
    let on_air = listing.airings.iter().map(|one| {
        let row = RundownRow {
            title: one.title().to_owned(),
            episode: episode(one),
            language: spoken(one),
            origin: one.origin.as_str().to_owned(),
            showing: showing(one),
            version: one.version.as_ref().map(ToString::to_string),
            ..bare_row(clock, one.date, one.start, one.end)
        };
        (one.start, row)
    });
    let unfilled = open
        .iter()
        .map(|one| (one.start, bare_row(clock, one.date, one.start, one.end)));
    let mut rows: Vec<_> = on_air.chain(unfilled).collect();
    rows.sort_by_key(|(start, _)| *start);
    let blocks = open.iter().map(|one| open_block(index, one)).collect();
    RundownView {
        day: day_of(station, index, channel, date, &listing, blocks),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

fn bare_row(clock: &ChannelClock, date: BroadcastDate, start: Instant, end: Instant) -> RundownRow {
    let seconds = (end - start) / 1_000;
    RundownRow {
        start_wall: clock.wall_text(date, start),
        duration: format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60),
        starts: clock.text(start),
        title: String::new(),
        episode: String::new(),
        language: String::new(),
        origin: "open".to_owned(),
        showing: None,
        version: None,
    }
}

/// The dates of channels, each channel's for itself; what takes a look at the whole schedule is done once for all of them.
fn days(
    station: &Station,
    index: &Index,
    channels: &[ChannelIx],
    range: DateRange,
    language: &Language,
) -> Vec<Vec<ChannelDay>> {
    let mut unfilled: HashMap<(ChannelIx, BroadcastDate), Vec<BlockView>> = HashMap::new();
    for one in open(station, index, channels, range) {
        let blocks = unfilled.entry((one.channel, one.date)).or_default();
        blocks.push(open_block(index, &one));
    }
    listings_on_air(index, station, channels, range, language)
        .iter()
        .zip(channels)
        .map(|(listing, channel)| {
            let day = |date| {
                let unfilled = unfilled.remove(&(*channel, date)).unwrap_or_default();
                day_of(station, index, *channel, date, listing, unfilled)
            };
            range.dates().map(day).collect()
        })
        .collect()
}

/// The slots of channels in a range that nothing fills; none as long as nothing is planned at all.
fn open(station: &Station, index: &Index, channels: &[ChannelIx], range: DateRange) -> Vec<Instance> {
    if station.schedule.is_empty() {
        return Vec::new();
    }
    let taken: FxHashSet<_> = channels
        .iter()
        .flat_map(|channel| index.airings_on(&station.schedule, *channel, range))
        .filter(|airing| !airing.origin.is_break())
        .filter_map(|airing| Some((airing.slot.as_ref()?.as_str(), airing.date)))
        .collect();
    let (instances, _) = Instances::of_channels(index, channels, range);
    let is_open = |one: &Instance| !taken.contains(&(index.slots[one.slot.at()].id.as_str(), one.date));
    instances.iter().map(|(_, one)| *one).filter(is_open).collect()
}

fn open_block(index: &Index, one: &Instance) -> BlockView {
    let slot = &index.slots[one.slot.at()];
    let clock = &index.channels[one.channel.at()].clock;
    let mut block = empty(clock, BlockKind::Open, one.date, one.start, one.end);
    block.slot = Some(slot.id.to_string());
    if let FillEntry::Hold { title, .. } = &slot.fill {
        block.title = title.clone();
    }
    block
}

fn day_of(
    station: &Station,
    index: &Index,
    channel: ChannelIx,
    date: BroadcastDate,
    listing: &Listing,
    unfilled: Vec<BlockView>,
) -> ChannelDay {
    let entry = &index.channels[channel.at()];
    let clock = &entry.clock;
    let (start, end) = clock.day(date);
    let jumps = clock.zone.changes(start, end);
    let mut blocks = blocks(listing, clock, date);
    blocks.extend(unfilled);
    blocks.sort_by_key(|block| block.start);
    ChannelDay {
        channel: entry.id.to_string(),
        date: date_view(date),
        starts_at: i32::try_from(clock.day_start.minutes()).unwrap_or_default(),
        length: i32::try_from((end - start) / MINUTE).unwrap_or_default(),
        aired: last_aired(index, channel).is_some_and(|last| date <= last),
        jumps: jumps
            .into_iter()
            .map(|(at, seconds)| JumpView {
                at: minute(clock, date, at),
                minutes: seconds / 60,
            })
            .collect(),
        blackouts: blackouts(station, entry, date),
        shares: shares(listing, date),
        blocks,
    }
}

/// The parts of a channel's blackouts that lie in a day, as they stand in the station.
fn blackouts(station: &Station, entry: &ChannelEntry, date: BroadcastDate) -> Vec<BlackoutSpan> {
    let clock = &entry.clock;
    let (start, end) = clock.day(date);
    station
        .blackouts
        .iter()
        .filter(|one| one.channel == entry.id && one.from < end && start < one.until)
        .map(|one| BlackoutSpan {
            from: minute(clock, date, one.from.max(start)),
            until: minute(clock, date, one.until.min(end)),
            tags: one.tags.clone(),
        })
        .collect()
}

/// Whole minutes of programmes and of holds with a language, as shares.
fn shares(listing: &Listing, date: BroadcastDate) -> Vec<ShareView> {
    let mut minutes: BTreeMap<String, i64> = BTreeMap::new();
    for one in listing
        .airings
        .iter()
        .filter(|one| one.date == date && !one.origin.is_break())
    {
        if one.spoken.is_some() {
            *minutes.entry(spoken(one)).or_default() += (one.end - one.start) / MINUTE;
        }
    }
    let total: i64 = minutes.values().sum();
    let mut shares: Vec<ShareView> = minutes
        .into_iter()
        .map(|(language, minutes)| ShareView {
            language,
            percent: u8::try_from(100 * minutes / total.max(1)).unwrap_or_default(),
        })
        .collect();
    shares.sort_by_key(|share| Reverse(share.percent));
    shares
}

/// Programmes and holds one by one, promos and fillers that follow each other as one break.
fn blocks(listing: &Listing, clock: &ChannelClock, date: BroadcastDate) -> Vec<BlockView> {
    let mut blocks: Vec<BlockView> = Vec::new();
    for one in listing.airings.iter().filter(|one| one.date == date) {
        if one.origin.is_break() {
            match blocks.last_mut().filter(|last| last.kind == BlockKind::Break) {
                Some(last) => {
                    last.end = minute(clock, date, one.end);
                    last.over = minute(clock, date, one.end + (MINUTE - 1));
                    last.lasts = last.over - last.start;
                    last.end_wall = wall(clock, date, one.end);
                    last.spots += 1;
                }
                None => {
                    let mut block = empty(clock, BlockKind::Break, date, one.start, one.end);
                    block.spots = 1;
                    blocks.push(block);
                }
            }
            continue;
        }
        let kind = if one.origin == Origin::Hold {
            BlockKind::Hold
        } else {
            BlockKind::Programme
        };
        blocks.push(BlockView {
            title: one.title().to_owned(),
            episode: episode(one),
            language: spoken(one),
            origin: Some(one.origin.as_str().to_owned()),
            showing: showing(one),
            version: one.version.as_ref().map(ToString::to_string),
            ..empty(clock, kind, date, one.start, one.end)
        });
    }
    blocks
}

fn empty(clock: &ChannelClock, kind: BlockKind, date: BroadcastDate, start: Instant, end: Instant) -> BlockView {
    BlockView {
        kind,
        start: minute(clock, date, start),
        end: minute(clock, date, end),
        over: minute(clock, date, end + (MINUTE - 1)),
        lasts: i32::try_from((end - start + MINUTE - 1) / MINUTE).unwrap_or_default(),
        start_wall: wall(clock, date, start),
        end_wall: wall(clock, date, end),
        starts: clock.text(start),
        title: String::new(),
        episode: String::new(),
        language: String::new(),
        origin: None,
        showing: None,
        version: None,
        slot: None,
        spots: 0,
    }
}

pub(super) fn episode(one: &Listed) -> String {
    match (one.episode_title(), one.number) {
        (Some(title), _) => title.to_owned(),
        (None, Some(number)) if number.episodes > 1 => format!("{}×{}", number.season, number.episode),
        _ => String::new(),
    }
}

pub(super) fn spoken(one: &Listed) -> String {
    match &one.spoken {
        Some(language) if language.as_str() != "zxx" => language.to_string(),
        _ => String::new(),
    }
}

pub(super) fn showing(one: &Listed) -> Option<String> {
    let word = match one.showing.as_ref()? {
        Showing::Premiere => "premiere",
        Showing::FirstRun => "first",
        Showing::Repeat { .. } => "repeat",
    };
    Some(word.to_owned())
}

fn offset(clock: &ChannelClock, at: Instant) -> String {
    let seconds = clock.zone.offset_s(at);
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs() / 60);
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

pub(super) fn date_view(date: BroadcastDate) -> DateView {
    let (_, month, day) = date.ymd();
    DateView {
        date: date.to_string(),
        day: u8::try_from(day).unwrap_or_default(),
        month: u8::try_from(month).unwrap_or_default(),
        weekday: date.weekday() as u8,
    }
}
