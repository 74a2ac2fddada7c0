//! Restrictions, promos and fillers, pins.

use std::collections::BTreeMap;

use arna_domain::campaign::{Campaign, Filler};
use arna_domain::restriction::{Blackout, Holdback};
use arna_domain::time::{HOUR, MINUTE, SECOND};
use arna_domain::{
    CampaignId, ChannelId, Episode, EpisodeId, GridTime, Instant, Language, LicenceId, Order, Pin, Programme,
    ProgrammeId, Season, SeasonId, Version, VersionId,
};

use super::catalogue::TAGS;
use super::{ChannelAt, Maker, time};

/// Seconds of the fillers.
const FILLERS: [i64; 10] = [5, 7, 10, 12, 30, 60, 95, 180, 300, 420];

impl Maker {
    pub(super) fn make_restrictions(&mut self) {
        self.make_holdbacks();
        for channel in 0..self.clocks.len() {
            for _ in 0..(self.range.days / 14).max(1) {
                let start = time(self.chance.between(6 * 4, 24 * 4) as u32 * 15);
                let date = self.some_date();
                let from = self.clocks[channel].at(date, start);
                let tag = self.chance.one(&TAGS).to_owned();
                self.station.blackouts.push(Blackout {
                    channel: self.station.channels[channel].id.clone(),
                    from,
                    until: from + self.chance.one(&[2, 6, 14]) * HOUR,
                    tags: if self.chance.percent(20) { Vec::new() } else { vec![tag] },
                });
            }
        }
    }

    /// Some seasons that several channels share have a channel that shows them first.
    fn make_holdbacks(&mut self) {
        let mut channels: BTreeMap<&ProgrammeId, &[ChannelId]> = BTreeMap::new();
        for licence in &self.station.licences {
            channels.insert(&licence.programme, &licence.channels);
        }
        for programme in &self.station.programmes {
            let sold_to = channels.get(&programme.id).copied().unwrap_or_default();
            if sold_to.len() > 1 && self.chance.percent(12) {
                self.station.holdbacks.push(Holdback {
                    season: programme.seasons[0].id.clone(),
                    first_channel: sold_to[self.chance.between(0, sold_to.len() as i64 - 1) as usize].clone(),
                    hours: self.chance.one(&[0, 4, 24, 48]),
                });
            }
        }
    }

    pub(super) fn make_break_material(&mut self) {
        let lengths: Vec<i64> = (0..4 + 2 * self.clocks.len())
            .map(|_| self.chance.one(&[15, 20, 30, 40, 45]))
            .collect();
        for (number, version) in (1..).zip(self.make_break_programme(Programme::PROMO, &lengths)) {
            let first = self.chance.between(0, self.clocks.len() as i64 - 1) as ChannelAt;
            let channels = self.channel_and_others(first, 4);
            let from = self
                .range
                .from
                .plus_days(self.chance.between(-10, i64::from(self.range.days) - 3));
            let hours = self
                .chance
                .one(&[(7 * 60, 24 * 60), (6 * 60, 29 * 60), (17 * 60, 23 * 60 + 30)]);
            self.station.campaigns.push(Campaign {
                id: CampaignId::new(format!("c{number}")),
                version,
                channels: self.ids_of(&channels),
                from,
                until: from.plus_days(self.chance.between(7, i64::from(self.range.days).max(8))),
                per_day: self.chance.between(2, 8) as u32,
                min_gap_min: self.chance.one(&[30, 60, 90, 120]),
                hours: (time(hours.0), time(hours.1)),
                weight: self.chance.between(1, 5) as u8,
                occasion: None,
            });
        }
        let fillers = self.make_break_programme(Programme::FILLER, &FILLERS);
        self.station.fillers = fillers.into_iter().map(|version| Filler { version }).collect();
    }

    /// A programme without words of so many versions, of these seconds.
    fn make_break_programme(&mut self, kind: &str, seconds: &[i64]) -> Vec<VersionId> {
        let episodes: Vec<Episode> = (1..)
            .zip(seconds)
            .filter_map(|(number, length)| {
                let id = format!("{kind}/1/{number}");
                let version = Version {
                    id: VersionId::new(format!("{id}.zxx")),
                    language: Language::parse("zxx")?,
                    duration_ms: length * SECOND,
                    house_number: None,
                    media: None,
                };
                Some(Episode {
                    id: EpisodeId::new(id),
                    number,
                    title: [].into(),
                    rating: None,
                    synopsis: [].into(),
                    places: Vec::new(),
                    quotations: Vec::new(),
                    versions: vec![version],
                })
            })
            .collect();
        let versions = episodes.iter().map(|episode| episode.versions[0].id.clone()).collect();
        self.station.programmes.push(Programme {
            id: ProgrammeId::new(kind),
            kind: kind.to_owned(),
            title: [("en", kind)].into(),
            order: Order::Any,
            tags: if kind == Programme::PROMO {
                vec!["light".to_owned()]
            } else {
                Vec::new()
            },
            max_per_day: None,
            synopsis: [].into(),
            partners: Vec::new(),
            seasons: vec![Season {
                id: SeasonId::new(format!("{kind}/1")),
                number: 1,
                title: [].into(),
                occasion: None,
                episodes,
            }],
        });
        versions
    }

    /// A few for each channel: at the start of slots or across two, some out of a strand's order, one after the range.
    pub(super) fn make_pins(&mut self) {
        for channel in 0..self.clocks.len() {
            let mut taken: Vec<(Instant, Instant)> = Vec::new();
            for number in 0..(self.range.days / 4).max(2) {
                let date = if number == 1 {
                    self.range.end()
                } else {
                    self.some_date()
                };
                let own = &self.station.channels[channel].id;
                let own_slots = self.grid_on(date).filter(|slot| slot.channel == *own);
                let starts: Vec<GridTime> = own_slots.map(|slot| slot.start).collect();
                let slot_start = self.chance.one(&starts);
                let start = self.clocks[channel].at(date, slot_start) + self.chance.one(&[0, 0, 0, 10, 25]) * MINUTE;
                let Some((version, licence, end)) = self.pinned(channel, start) else {
                    continue;
                };
                let day_end = self.clocks[channel].day(date).1;
                if end <= day_end && !taken.iter().any(|&(from, until)| from < end && start < until) {
                    taken.push((start, end));
                    let channel = self.station.channels[channel].id.clone();
                    self.station.pins.push(Pin {
                        channel,
                        start,
                        version,
                        licence,
                    });
                }
            }
        }
    }

    /// A version that the channel holds, seldom one that it does not; some name a licence.
    fn pinned(&mut self, channel: ChannelAt, start: Instant) -> Option<(VersionId, Option<LicenceId>, Instant)> {
        let anything = self.station.programmes.len() as i64 - 3;
        let programme = if self.chance.percent(15) {
            self.chance.between(0, anything) as usize
        } else {
            self.chance.one(&self.held[channel])
        };
        let programme = &self.station.programmes[programme];
        let episodes = &programme.seasons[0].episodes;
        let episode = &episodes[self.chance.between(0, episodes.len() as i64 - 1) as usize];
        let version = &episode.versions[self.chance.between(0, episode.versions.len() as i64 - 1) as usize];
        let date = self.clocks[channel].broadcast_date(start);
        let own = &self.station.channels[channel].id;
        let named = self.station.licences.iter().rev().find(|licence| {
            licence.programme == programme.id
                && licence.season.is_none()
                && licence.channels.contains(own)
                && licence.languages.contains(&version.language)
                && licence.from <= date
                && date <= licence.until
        });
        let licence = named
            .map(|licence| licence.id.clone())
            .filter(|_| self.chance.percent(30));
        Some((version.id.clone(), licence, start + version.duration_ms))
    }
}
