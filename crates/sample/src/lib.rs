//! Stations made up to try, to measure and to test with, from a size, a seed and a first date: the same three, the same station.
//!
//! A station is what a group of channels in several countries plans from: series that run daily, a catalogue of films and
//! documentaries sold to several channels at once, some with shared runs, language quotas, ratings, blackouts, holdbacks,
//! promos, pins and a week of history. Something is always a little short: a version missing, a licence that ends early.

mod catalogue;
mod chance;
mod grid;
mod past;
mod rest;
mod side_by_side;

use arna_domain::channel::Quota;
use arna_domain::time::ChannelClock;
use arna_domain::{BroadcastDate, Channel, ChannelId, DateRange, GridTime, Language, Station, Zones};

use chance::Chance;
pub use side_by_side::side_by_side;

/// How large a station is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A channel and a week.
    Mini,
    /// Two channels and two weeks.
    Small,
    /// Four channels and two weeks: what one desk plans.
    Desk,
    /// Four channels and four weeks: a region.
    Reg,
    /// A channel and a year.
    Year,
    /// Forty channels and four weeks: a network.
    Net,
    /// Two hundred channels and a year.
    Huge,
}

impl Size {
    /// All of them, smallest first.
    pub const ALL: [Self; 7] = [
        Self::Mini,
        Self::Small,
        Self::Desk,
        Self::Reg,
        Self::Year,
        Self::Net,
        Self::Huge,
    ];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mini => "mini",
            Self::Small => "small",
            Self::Desk => "desk",
            Self::Reg => "reg",
            Self::Year => "year",
            Self::Net => "net",
            Self::Huge => "huge",
        }
    }

    /// Channels, and days to plan.
    pub fn channels_and_days(self) -> (usize, u32) {
        match self {
            Self::Mini => (1, 7),
            Self::Small => (2, 14),
            Self::Desk => (4, 14),
            Self::Reg => (4, 28),
            Self::Year => (1, 364),
            Self::Net => (40, 28),
            Self::Huge => (200, 364),
        }
    }
}

/// Territory, zone and languages, the own one first.
type Market = (&'static str, &'static str, &'static [&'static str]);

const MARKETS: [Market; 9] = [
    ("KZ", "Asia/Almaty", &["kk", "ru"]),
    ("GB", "Europe/London", &["en", "ru"]),
    ("AU", "Australia/Lord_Howe", &["en", "zh"]),
    ("CN", "Asia/Shanghai", &["zh", "en"]),
    ("US", "America/Chicago", &["en", "zh"]),
    ("UZ", "Asia/Tashkent", &["ru", "kk"]),
    ("DE", "Europe/Berlin", &["en", "ru"]),
    ("CL", "America/Santiago", &["en", "zh"]),
    ("KZ", "Asia/Qyzylorda", &["kk", "ru"]),
];

/// The channel with this place in the station's list.
type ChannelAt = usize;
/// The programme with this place in the station's list.
type ProgrammeAt = usize;

/// A station in the making.
struct Maker {
    chance: Chance,
    range: DateRange,
    station: Station,
    clocks: Vec<ChannelClock>,
    languages: Vec<Vec<Language>>,
    /// Programmes for pools that each channel holds a licence of.
    held: Vec<Vec<ProgrammeAt>>,
    /// Serial programmes licensed for a channel that no slot shows yet.
    waiting: Vec<Vec<ProgrammeAt>>,
}

/// A station of this size and seed, and the range to plan, which begins on this date.
pub fn make(size: Size, seed: u64, from: BroadcastDate) -> (Station, DateRange) {
    let (channels, days) = size.channels_and_days();
    of_many(size.as_str(), channels, seed, DateRange { from, days })
}

/// A station of so many channels to plan a range of: how things grow is seen where stations are alike but for their size.
pub fn make_alike(channels: usize, seed: u64, range: DateRange) -> Station {
    of_many("alike", channels, seed, range).0
}

fn of_many(name: &str, channels: usize, seed: u64, range: DateRange) -> (Station, DateRange) {
    let mut maker = Maker::new(name, seed, channels, range);
    maker.make_grids();
    maker.make_what_surrounds();
    (maker.station, maker.range)
}

/// Ten channels for thirty days with a slot an hour, none of them a pool: what placing alone takes.
pub fn make_without_pools(seed: u64, from: BroadcastDate) -> (Station, DateRange) {
    let mut maker = Maker::new("hours", seed, 10, DateRange { from, days: 30 });
    maker.make_hours();
    maker.make_what_surrounds();
    (maker.station, maker.range)
}

impl Maker {
    /// Channels and a catalogue, nothing on air yet.
    fn new(name: &str, seed: u64, channels: usize, range: DateRange) -> Self {
        let mut maker = Self {
            chance: Chance::of(name, seed),
            range,
            station: Station::default(),
            clocks: Vec::new(),
            languages: Vec::new(),
            held: vec![Vec::new(); channels],
            waiting: vec![Vec::new(); channels],
        };
        maker.make_channels(channels);
        maker.make_pool_programmes();
        maker
    }

    /// All that is not grid or catalogue.
    fn make_what_surrounds(&mut self) {
        self.make_restrictions();
        self.make_break_material();
        self.make_history();
        self.make_pins();
    }

    fn make_channels(&mut self, count: usize) {
        let zones = Zones::bundled();
        for number in 0..count {
            let (territory, tz, spoken) = MARKETS[number % MARKETS.len()];
            let Ok(zone) = zones.named(tz) else { continue };
            let day_start = time(self.chance.one(&[5, 6, 6]) * 60);
            let languages: Vec<Language> = spoken.iter().filter_map(|tag| Language::parse(tag)).collect();
            let quota = |language: &Language, min_share_pct| Quota {
                language: language.clone(),
                min_share_pct,
            };
            let mut quotas = vec![quota(&languages[0], self.chance.one(&[50, 60, 65, 70]))];
            if self.chance.percent(25) {
                quotas.push(quota(&languages[1], self.chance.one(&[25, 30, 40])));
            }
            let mut rating_hours = std::collections::BTreeMap::new();
            rating_hours.insert("18+".to_owned(), (time(23 * 60), time(29 * 60)));
            if self.chance.percent(60) {
                rating_hours.insert("16+".to_owned(), (time(21 * 60), time(29 * 60 + 30)));
            }
            self.station.channels.push(Channel {
                // In the form that guides want.
                id: ChannelId::new(format!("{}{:03}.tv", territory.to_lowercase(), number + 1)),
                name: format!("Channel {}", number + 1),
                tz: tz.to_owned(),
                day_start,
                territory: Some(territory.to_owned()),
                rating_hours,
                quotas,
            });
            self.clocks.push(ChannelClock { zone, day_start });
            self.languages.push(languages);
        }
    }

    /// The channel and up to so many others at all.
    fn channel_and_others(&mut self, channel: ChannelAt, most: usize) -> Vec<ChannelAt> {
        let others: Vec<ChannelAt> = (0..self.clocks.len()).filter(|&other| other != channel).collect();
        let count = self.chance.between(0, most as i64 - 1) as usize;
        let mut all = self.chance.some(&others, count);
        all.push(channel);
        all.sort_unstable();
        all
    }

    /// All languages of these channels.
    fn languages_of(&self, channels: &[ChannelAt]) -> Vec<Language> {
        let mut all: Vec<Language> = Vec::new();
        for language in channels.iter().flat_map(|&channel| &self.languages[channel]) {
            if !all.contains(language) {
                all.push(language.clone());
            }
        }
        all
    }

    fn ids_of(&self, channels: &[ChannelAt]) -> Vec<ChannelId> {
        channels
            .iter()
            .map(|&at| self.station.channels[at].id.clone())
            .collect()
    }

    /// A date of the range.
    fn some_date(&mut self) -> BroadcastDate {
        let days = i64::from(self.range.days);
        self.range.from.plus_days(self.chance.between(0, days - 1))
    }
}

/// A grid time, given in minutes; those past two days do not occur here.
fn time(minutes: u32) -> GridTime {
    GridTime::from_minutes(minutes.min(GridTime::LATEST_MINUTES)).unwrap_or_else(|| unreachable!("{minutes}"))
}
