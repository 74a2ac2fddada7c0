//! What there is to show, and the licences to show it.

use arna_domain::time::{MINUTE, SECOND};
use arna_domain::{
    Episode, EpisodeId, Language, Licence, LicenceId, Order, Programme, ProgrammeId, Season, SeasonId, Version,
    VersionId,
};

use super::{ChannelAt, Maker, ProgrammeAt};

/// A kind and the minutes that programmes of it usually last.
type Genre = (&'static str, &'static [i64]);

/// What pools take from, as often as it is listed.
pub(super) const POOLED: [Genre; 12] = [
    ("documentary", &[25, 44, 48, 52]),
    ("documentary", &[26, 38, 51]),
    ("documentary", &[13, 24, 49]),
    ("show", &[18, 22, 27]),
    ("show", &[41, 54]),
    ("film", &[82, 88, 94, 108]),
    ("film", &[69, 91]),
    ("quotes", &[5, 8, 9, 13]),
    ("kids", &[7, 11, 12, 23]),
    ("kids", &[11, 22]),
    ("concert", &[56, 72]),
    ("travel", &[14, 24, 28]),
];

pub(super) const TAGS: [&str; 6] = ["tourism", "history", "nature", "light", "culture", "science"];
const RATINGS: [&str; 14] = [
    "0+", "0+", "0+", "0+", "6+", "6+", "6+", "6+", "12+", "12+", "12+", "16+", "16+", "18+",
];
/// Programmes for pools that each channel has at least.
const HELD_BY_A_CHANNEL: usize = 17;

/// What a programme is to be like.
pub(super) struct Wanted<'a> {
    pub kind: &'a str,
    pub order: Order,
    pub minutes: i64,
    pub seasons: i64,
    pub episodes: i64,
    pub channels: Vec<ChannelAt>,
}

impl Maker {
    /// Enough for the pools of every channel, a little less than they could use.
    pub(super) fn make_pool_programmes(&mut self) {
        let most = if self.clocks.len() <= 4 { 3 } else { 10 };
        for channel in 0..self.clocks.len() {
            while self.held[channel].len() < HELD_BY_A_CHANNEL {
                let (kind, minutes) = POOLED[self.station.programmes.len() % POOLED.len()];
                let minutes = self.chance.one(minutes);
                let seasons = self.chance.one(&[1, 1, 2]);
                let share = self.chance.between(30, 62);
                let wanted = Wanted {
                    kind,
                    order: Order::Any,
                    minutes,
                    seasons,
                    episodes: (i64::from(self.range.days) * share / 100 / seasons).max(3),
                    channels: self.channel_and_others(channel, most),
                };
                let programme = self.make_programme(&wanted);
                for &one in &wanted.channels {
                    self.held[one].push(programme);
                }
            }
        }
    }

    /// A series of which no episode is longer, licensed for this channel and some others.
    pub(super) fn make_serial(&mut self, channel: ChannelAt, longest_minutes: i64) -> ProgrammeAt {
        let share = self.chance.one(&[45, 75, 95, 120, 130]);
        let wanted = Wanted {
            kind: self.chance.one(&["series", "series", "documentary", "kids"]),
            order: Order::Serial,
            minutes: (longest_minutes * self.chance.between(72, 94) / 100 - 2).max(3),
            seasons: 1,
            episodes: (i64::from(self.range.days) * share / 100).max(4),
            channels: self.channel_and_others(channel, if self.clocks.len() <= 4 { 3 } else { 8 }),
        };
        let programme = self.make_programme(&wanted);
        for &other in wanted.channels.iter().filter(|&&other| other != channel) {
            self.waiting[other].push(programme);
        }
        programme
    }

    fn make_programme(&mut self, wanted: &Wanted<'_>) -> ProgrammeAt {
        let at = self.station.programmes.len();
        let id = format!("{}-{:04}", wanted.kind, at + 1);
        let languages = self.languages_of(&wanted.channels);
        let rating = self.chance.one(if wanted.order == Order::Any {
            &RATINGS
        } else {
            &RATINGS[..11]
        });
        let count = self.chance.between(1, 3) as usize;
        let tags = self.chance.some(&TAGS, count);
        let seasons = (1..=wanted.seasons)
            .map(|number| self.season(&id, number, wanted, &languages, rating))
            .collect();
        self.station.programmes.push(Programme {
            id: ProgrammeId::new(id.as_str()),
            kind: wanted.kind.to_owned(),
            title: [("en", id.as_str())].into(),
            order: wanted.order,
            tags: tags.into_iter().map(str::to_owned).collect(),
            max_per_day: Some(self.chance.one(&[1, 2, 2, 2, 3])),
            synopsis: [].into(),
            partners: Vec::new(),
            seasons,
        });
        self.license(at, wanted, &languages);
        at
    }

    fn season(
        &mut self,
        programme: &str,
        number: i64,
        wanted: &Wanted<'_>,
        spoken: &[Language],
        rating: &str,
    ) -> Season {
        let id = format!("{programme}/{number}");
        let episodes = (1..=wanted.episodes)
            .map(|part| self.episode(&format!("{id}/{part}"), part, wanted, spoken, rating))
            .collect();
        Season {
            id: SeasonId::new(id),
            number: number as u32,
            title: [].into(),
            occasion: None,
            episodes,
        }
    }

    /// Not every episode has a version in every language, and versions differ a little in length.
    fn episode(&mut self, id: &str, part: i64, wanted: &Wanted<'_>, spoken: &[Language], rating: &str) -> Episode {
        let missing = if wanted.order == Order::Any { 18 } else { 1 };
        let mut there: Vec<&Language> = spoken.iter().filter(|_| !self.chance.percent(missing)).collect();
        if there.is_empty() {
            there.push(&spoken[0]);
        }
        let own_ms = wanted.minutes * MINUTE + self.chance.between(-80, 55) * SECOND;
        let versions = there
            .into_iter()
            .map(|language| Version {
                id: VersionId::new(format!("{id}.{language}")),
                language: language.clone(),
                duration_ms: (own_ms + self.chance.one(&[0, 0, 0, 25, -40, 65]) * SECOND).max(2 * MINUTE),
                house_number: None,
                media: None,
            })
            .collect();
        let own_rating = if wanted.order == Order::Any && self.chance.percent(15) {
            self.chance.one(&RATINGS)
        } else {
            rating
        };
        Episode {
            id: EpisodeId::new(id),
            number: part as u32,
            title: [].into(),
            rating: Some(own_rating.to_owned()),
            synopsis: [].into(),
            places: Vec::new(),
            quotations: Vec::new(),
            versions,
        }
    }

    /// One licence, or an older one for the first season beside a newer one; gaps are the programme's, runs the licence's.
    fn license(&mut self, programme: ProgrammeAt, wanted: &Wanted<'_>, languages: &[Language]) {
        let is_serial = wanted.order == Order::Serial;
        let rerun_hours = self.chance.one(if is_serial { &[24, 30, 48] } else { &[0, 0, 24, 36] });
        let min_gap_hours = Some(rerun_hours + self.chance.one(&[12, 24, 36, 60]));
        let two = self.chance.percent(25);
        let (from, days) = (self.range.from, i64::from(self.range.days));
        for number in 0..=usize::from(two) {
            let shared = wanted.channels.len() > 1 && !is_serial && self.chance.percent(30);
            let limit = (!self.chance.percent(10)).then(|| self.chance.one(&[1, 2, 2, 3]));
            let begins = if !is_serial && self.chance.percent(12) {
                self.chance.between(0, days / 2)
            } else {
                -self.chance.between(30, 200)
            };
            let ends = if self.chance.percent(if is_serial { 5 } else { 28 }) {
                self.chance.between(days / 4, days - 1)
            } else {
                days + self.chance.between(0, 200)
            };
            let Programme { id, seasons, .. } = &self.station.programmes[programme];
            self.station.licences.push(Licence {
                id: LicenceId::new(format!("L{}", self.station.licences.len() + 1)),
                programme: id.clone(),
                season: (two && number == 0 && seasons.len() > 1).then(|| seasons[0].id.clone()),
                channels: self.ids_of(&wanted.channels),
                languages: languages.to_vec(),
                from: from.plus_days(begins),
                until: from.plus_days(ends.max(begins)),
                max_runs: match limit {
                    Some(runs) if shared => Some((runs * wanted.channels.len() as u32 * 3 / 5).max(2)),
                    runs => runs,
                },
                shared,
                rerun_hours,
                min_gap_hours,
            });
        }
    }

    /// Minutes of the longest version, begun ones counted.
    pub(super) fn longest_minutes(&self, programme: ProgrammeAt) -> i64 {
        let seasons = &self.station.programmes[programme].seasons;
        let versions = seasons
            .iter()
            .flat_map(|one| &one.episodes)
            .flat_map(|one| &one.versions);
        let longest_ms = versions.map(|version| version.duration_ms).max().unwrap_or_default();
        longest_ms.div_euclid(MINUTE) + i64::from(longest_ms % MINUTE != 0)
    }
}
