//! Eight days of history before the range: strands under way, pools shown, repeats of both.

use std::collections::{HashMap, HashSet};

use arna_domain::slot::Fill;
use arna_domain::{
    Aired, BroadcastDate, ChannelId, Episode, EpisodeId, Instant, Programme, SeasonId, Slot, SlotId, Version, VersionId,
};

use super::{ChannelAt, Maker};

/// How many dates back history goes.
const DAYS: i64 = 8;

/// What has aired so far.
#[derive(Default)]
struct Past {
    strands: HashMap<(ChannelId, SeasonId), usize>,
    shown: HashSet<(ChannelId, EpisodeId)>,
    by_slot: HashMap<(SlotId, BroadcastDate), VersionId>,
}

/// A slot of the weekly grid on a date.
struct Stand {
    start: Instant,
    room_ms: i64,
    channel: ChannelAt,
    slot: Slot,
    date: BroadcastDate,
}

impl Maker {
    pub(super) fn make_history(&mut self) {
        let mut past = Past::default();
        let mut stands: Vec<Stand> = (1..=DAYS)
            .flat_map(|back| self.stands_on(self.range.from.plus_days(-back)))
            .collect();
        stands.sort_by(|a, b| (a.start, &a.slot.id).cmp(&(b.start, &b.slot.id)));
        let seasons = self.seasons();
        for stand in &stands {
            let version = match &stand.slot.fill {
                Fill::Sequel(sequel) => self.past_sequel(stand, seasons[&sequel.season], &mut past),
                Fill::Pool(_) => self.past_pool(stand, &mut past),
                Fill::Repeat(repeat) => {
                    let date = stand.date.plus_days(-i64::from(repeat.days_after));
                    past.by_slot.get(&(repeat.of.clone(), date)).cloned()
                }
                Fill::Hold(_) => None,
            };
            if let Some(version) = version {
                past.by_slot
                    .insert((stand.slot.id.clone(), stand.date), version.clone());
                self.station.history.push(Aired {
                    channel: stand.slot.channel.clone(),
                    start: stand.start,
                    version,
                    repeat: matches!(stand.slot.fill, Fill::Repeat(_)),
                    licence: None,
                });
            }
        }
    }

    fn stands_on(&self, date: BroadcastDate) -> Vec<Stand> {
        let channels: HashMap<&ChannelId, ChannelAt> = self
            .station
            .channels
            .iter()
            .enumerate()
            .map(|(at, channel)| (&channel.id, at))
            .collect();
        let stand = |slot: &Slot| {
            let channel = channels[&slot.channel];
            let end = super::time(slot.start.minutes() + slot.length_min);
            let (start, end) = (
                self.clocks[channel].at(date, slot.start),
                self.clocks[channel].at(date, end),
            );
            (start < end).then(|| Stand {
                start,
                room_ms: end - start,
                channel,
                slot: slot.clone(),
                date,
            })
        };
        self.grid_on(date).filter_map(stand).collect()
    }

    /// The programme and the place in it of each season.
    fn seasons(&self) -> HashMap<SeasonId, (usize, usize)> {
        let programmes = self.station.programmes.iter().enumerate();
        programmes
            .flat_map(|(at, programme)| {
                let seasons = programme.seasons.iter().enumerate();
                seasons.map(move |(number, season)| (season.id.clone(), (at, number)))
            })
            .collect()
    }

    fn past_sequel(
        &mut self,
        stand: &Stand,
        (programme, season): (usize, usize),
        past: &mut Past,
    ) -> Option<VersionId> {
        if self.chance.percent(5) {
            return None;
        }
        let season = &self.station.programmes[programme].seasons[season];
        let next = past
            .strands
            .entry((stand.slot.channel.clone(), season.id.clone()))
            .or_default();
        let version = fitting(season.episodes.get(*next)?, stand)?;
        *next += 1;
        Some(version.id.clone())
    }

    fn past_pool(&mut self, stand: &Stand, past: &mut Past) -> Option<VersionId> {
        if self.chance.percent(25) {
            return None;
        }
        // A few tries: what a person finds at once.
        for _ in 0..12 {
            let held = &self.held[stand.channel];
            let Programme { id, seasons, .. } = &self.station.programmes[self.chance.one(held)];
            let season = &seasons[self.chance.between(0, seasons.len() as i64 - 1) as usize];
            let episode = &season.episodes[self.chance.between(0, season.episodes.len() as i64 - 1) as usize];
            let key = (stand.slot.channel.clone(), episode.id.clone());
            let Some(version) = fitting(episode, stand).filter(|_| !past.shown.contains(&key)) else {
                continue;
            };
            let licensed = self.station.licences.iter().any(|licence| {
                licence.programme == *id
                    && licence.from <= stand.date
                    && licence.season.as_ref().is_none_or(|own| *own == season.id)
            });
            if licensed {
                past.shown.insert(key);
                return Some(version.id.clone());
            }
        }
        None
    }
}

/// The version in the first of the slot's languages that fits.
fn fitting<'a>(episode: &'a Episode, stand: &Stand) -> Option<&'a Version> {
    let mut wanted = stand.slot.languages.iter();
    wanted.find_map(|language| {
        let mut versions = episode.versions.iter();
        versions.find(|version| version.language == *language && version.duration_ms <= stand.room_ms)
    })
}
