//! The station document as the contract describes it, read without the house's types.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::Value;

use super::calendar::{Clock, HOUR, MINUTE, day, instant, minutes};

#[derive(Deserialize)]
struct Document {
    channels: Vec<ChannelRow>,
    programmes: Vec<ProgrammeRow>,
    #[serde(default)]
    licences: Vec<LicenceRow>,
    #[serde(default)]
    holdbacks: Vec<HoldbackRow>,
    #[serde(default)]
    blackouts: Vec<BlackoutRow>,
    slots: Vec<SlotRow>,
    #[serde(default)]
    campaigns: Vec<CampaignRow>,
    #[serde(default)]
    fillers: Vec<FillerRow>,
    #[serde(default)]
    pins: Vec<FixedRow>,
    #[serde(default)]
    history: Vec<FixedRow>,
}

#[derive(Deserialize)]
struct ChannelRow {
    id: String,
    tz: String,
    day_start: String,
    #[serde(default)]
    rating_hours: BTreeMap<String, (String, String)>,
    #[serde(default)]
    quotas: Vec<Quota>,
}

#[derive(Deserialize)]
pub(super) struct Quota {
    pub(super) language: String,
    pub(super) min_share_pct: i64,
}

#[derive(Deserialize)]
struct ProgrammeRow {
    id: String,
    kind: String,
    order: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    max_per_day: Option<usize>,
    seasons: Vec<SeasonRow>,
}

#[derive(Deserialize)]
struct SeasonRow {
    id: String,
    episodes: Vec<EpisodeRow>,
}

#[derive(Deserialize)]
struct EpisodeRow {
    id: String,
    rating: Option<String>,
    versions: Vec<VersionRow>,
}

#[derive(Deserialize)]
struct VersionRow {
    id: String,
    language: String,
    duration_ms: i64,
}

#[derive(Deserialize)]
struct LicenceRow {
    id: String,
    programme: String,
    season: Option<String>,
    #[serde(default)]
    channels: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    from: String,
    until: String,
    max_runs: Option<usize>,
    #[serde(default)]
    shared: bool,
    #[serde(default)]
    rerun_hours: i64,
    min_gap_hours: Option<i64>,
}

#[derive(Deserialize)]
struct HoldbackRow {
    season: String,
    first_channel: String,
    hours: i64,
}

#[derive(Deserialize)]
struct BlackoutRow {
    channel: String,
    from: String,
    until: String,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize)]
struct SlotRow {
    id: String,
    channel: String,
    days: Option<Vec<String>>,
    from: Option<String>,
    until: Option<String>,
    #[serde(default)]
    layer: i64,
    start: String,
    length_min: i64,
    weight: Option<i64>,
    #[serde(default)]
    languages: Vec<String>,
    fill: FillRow,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FillRow {
    Sequel {
        season: String,
        then: Option<String>,
    },
    Repeat {
        of: String,
        #[serde(default)]
        days_after: i64,
    },
    Pool {
        #[serde(default)]
        programmes: Vec<String>,
        #[serde(default)]
        kinds: Vec<String>,
        #[serde(default)]
        tags: Vec<String>,
    },
    Hold {
        language: Option<String>,
    },
}

#[derive(Deserialize)]
struct CampaignRow {
    version: String,
    channels: Vec<String>,
    from: String,
    until: String,
    per_day: usize,
    min_gap_min: i64,
    hours: (String, String),
    weight: Option<i64>,
}

#[derive(Deserialize)]
struct FillerRow {
    version: String,
}

#[derive(Deserialize)]
struct FixedRow {
    channel: String,
    start: String,
    version: String,
    #[serde(default)]
    repeat: bool,
    licence: Option<String>,
}

pub(super) struct Channel {
    pub(super) id: String,
    pub(super) clock: Clock,
    pub(super) day_start: i64,
    pub(super) rating_hours: BTreeMap<String, (i64, i64)>,
    pub(super) quotas: Vec<Quota>,
    pub(super) blackouts: Vec<Blackout>,
}

pub(super) struct Blackout {
    pub(super) from: i64,
    pub(super) until: i64,
    pub(super) tags: Vec<String>,
}

pub(super) struct Programme {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) serial: bool,
    pub(super) tags: Vec<String>,
    pub(super) max_per_day: usize,
    pub(super) versions: Vec<usize>,
}

pub(super) struct Season {
    pub(super) episodes: Vec<usize>,
    /// The channels that show it first, and milliseconds.
    pub(super) holdbacks: Vec<(usize, i64)>,
}

pub(super) struct Episode {
    pub(super) id: String,
    pub(super) season: usize,
    pub(super) programme: usize,
    pub(super) place: usize,
    pub(super) rating: Option<String>,
    pub(super) versions: Vec<usize>,
}

pub(super) struct Version {
    pub(super) id: String,
    pub(super) episode: usize,
    pub(super) language: String,
    pub(super) ms: i64,
}

pub(super) struct Licence {
    pub(super) id: String,
    programme: usize,
    season: Option<usize>,
    /// None: all.
    channels: Option<Vec<usize>>,
    languages: Vec<String>,
    first: i64,
    last: i64,
    pub(super) max_runs: Option<usize>,
    pub(super) shared: bool,
    pub(super) rerun_ms: i64,
    pub(super) gap_ms: i64,
}

pub(super) struct Slot {
    pub(super) id: String,
    pub(super) channel: usize,
    pub(super) days: [bool; 7],
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) layer: i64,
    pub(super) start: i64,
    pub(super) length: i64,
    pub(super) weight: i64,
    pub(super) languages: Vec<String>,
    pub(super) fill: Fill,
}

pub(super) enum Fill {
    Sequel {
        season: usize,
        restarts: bool,
    },
    Repeat {
        of: usize,
        days_after: i64,
    },
    Pool {
        programmes: Vec<String>,
        kinds: Vec<String>,
        tags: Vec<String>,
    },
    Hold {
        language: Option<String>,
    },
}

pub(super) struct Campaign {
    pub(super) version: usize,
    pub(super) channels: Vec<usize>,
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) per_day: usize,
    pub(super) gap_ms: i64,
    pub(super) hours: (i64, i64),
    pub(super) weight: i64,
}

/// A pin or an airing before the range.
pub(super) struct Fixed {
    pub(super) channel: usize,
    pub(super) date: i64,
    pub(super) start: i64,
    pub(super) version: usize,
    pub(super) licence: Option<usize>,
    pub(super) moves_strand: bool,
}

#[derive(Default)]
pub(super) struct Station {
    pub(super) channels: Vec<Channel>,
    pub(super) programmes: Vec<Programme>,
    pub(super) seasons: Vec<Season>,
    pub(super) episodes: Vec<Episode>,
    pub(super) versions: Vec<Version>,
    pub(super) licences: Vec<Licence>,
    pub(super) slots: Vec<Slot>,
    pub(super) campaigns: Vec<Campaign>,
    pub(super) fillers: Vec<usize>,
    pub(super) pins: Vec<Fixed>,
    pub(super) history: Vec<Fixed>,
    numbers: HashMap<(&'static str, String), usize>,
}

impl Station {
    pub(super) fn read(document: &Value) -> Self {
        let rows: Document = serde_json::from_value(document.clone()).unwrap();
        let mut station = Self::default();
        for row in rows.channels {
            station.add_channel(row);
        }
        for row in rows.programmes {
            station.add_programme(row);
        }
        for row in rows.licences {
            station.add_licence(row);
        }
        for row in rows.holdbacks {
            let (season, channel) = (
                station.number("season", &row.season),
                station.number("channel", &row.first_channel),
            );
            station.seasons[season].holdbacks.push((channel, row.hours * HOUR));
        }
        for row in rows.blackouts {
            let channel = station.number("channel", &row.channel);
            station.channels[channel].blackouts.push(Blackout {
                from: instant(&row.from).0,
                until: instant(&row.until).0,
                tags: row.tags,
            });
        }
        for (at, row) in rows.slots.iter().enumerate() {
            station.numbers.insert(("slot", row.id.clone()), at);
        }
        for row in rows.slots {
            station.add_slot(row);
        }
        station.campaigns = rows.campaigns.into_iter().map(|row| station.campaign(&row)).collect();
        station.fillers = rows
            .fillers
            .iter()
            .map(|row| station.number("version", &row.version))
            .collect();
        station.pins = rows.pins.iter().map(|row| station.fixed(row)).collect();
        station.history = rows.history.iter().map(|row| station.fixed(row)).collect();
        station
    }

    /// The number of what this id names.
    pub(super) fn number(&self, kind: &'static str, id: &str) -> usize {
        self.find(kind, id).unwrap_or_else(|| panic!("no {kind} {id}"))
    }

    pub(super) fn find(&self, kind: &'static str, id: &str) -> Option<usize> {
        self.numbers.get(&(kind, id.to_owned())).copied()
    }

    pub(super) fn programme_of(&self, version: usize) -> usize {
        self.episodes[self.versions[version].episode].programme
    }

    /// Whole minutes of a version.
    pub(super) fn minutes(&self, version: usize) -> i64 {
        self.versions[version].ms / MINUTE
    }

    /// Whether a licence covers a version on a channel and broadcast date.
    pub(super) fn covers(&self, licence: usize, version: usize, channel: usize, date: i64) -> bool {
        let (licence, version) = (&self.licences[licence], &self.versions[version]);
        let episode = &self.episodes[version.episode];
        licence.programme == episode.programme
            && licence.season.is_none_or(|season| season == episode.season)
            && licence
                .channels
                .as_ref()
                .is_none_or(|channels| channels.contains(&channel))
            && (licence.languages.is_empty() || licence.languages.contains(&version.language))
            && licence.first <= date
            && date <= licence.last
    }

    /// Whether a slot's pool takes a programme.
    pub(super) fn pool_takes(&self, slot: usize, programme: usize) -> bool {
        let Fill::Pool {
            programmes,
            kinds,
            tags,
        } = &self.slots[slot].fill
        else {
            return false;
        };
        let programme = &self.programmes[programme];
        !["promo", "filler"].contains(&programme.kind.as_str())
            && (programmes.is_empty() || programmes.contains(&programme.id))
            && (kinds.is_empty() || kinds.contains(&programme.kind))
            && (tags.is_empty() || programme.tags.iter().any(|tag| tags.contains(tag)))
    }

    /// What a chain of repeats repeats in the end.
    pub(super) fn root(&self, slot: usize) -> &Fill {
        match &self.slots[slot].fill {
            Fill::Repeat { of, .. } => self.root(*of),
            other => other,
        }
    }

    fn add_channel(&mut self, row: ChannelRow) {
        self.numbers.insert(("channel", row.id.clone()), self.channels.len());
        let hours = |(rating, (from, until)): (String, (String, String))| (rating, (minutes(&from), minutes(&until)));
        self.channels.push(Channel {
            id: row.id,
            clock: Clock::of(&row.tz),
            day_start: minutes(&row.day_start),
            rating_hours: row.rating_hours.into_iter().map(hours).collect(),
            quotas: row.quotas,
            blackouts: Vec::new(),
        });
    }

    fn add_programme(&mut self, row: ProgrammeRow) {
        let programme = self.programmes.len();
        self.numbers.insert(("programme", row.id.clone()), programme);
        let mut all = Vec::new();
        for row in row.seasons {
            let season = self.seasons.len();
            self.numbers.insert(("season", row.id.clone()), season);
            let mut episodes = Vec::new();
            for (place, row) in row.episodes.into_iter().enumerate() {
                let episode = self.episodes.len();
                episodes.push(episode);
                let mut versions = Vec::new();
                for row in row.versions {
                    self.numbers.insert(("version", row.id.clone()), self.versions.len());
                    versions.push(self.versions.len());
                    self.versions.push(Version {
                        id: row.id,
                        episode,
                        language: row.language,
                        ms: row.duration_ms,
                    });
                }
                all.extend(&versions);
                self.episodes.push(Episode {
                    id: row.id,
                    season,
                    programme,
                    place,
                    rating: row.rating,
                    versions,
                });
            }
            self.seasons.push(Season {
                episodes,
                holdbacks: Vec::new(),
            });
        }
        self.programmes.push(Programme {
            id: row.id,
            kind: row.kind,
            serial: row.order.as_deref() == Some("serial"),
            tags: row.tags,
            max_per_day: row.max_per_day.unwrap_or(2),
            versions: all,
        });
    }

    fn add_licence(&mut self, row: LicenceRow) {
        self.numbers.insert(("licence", row.id.clone()), self.licences.len());
        let channels: Vec<_> = row.channels.iter().map(|id| self.number("channel", id)).collect();
        self.licences.push(Licence {
            programme: self.number("programme", &row.programme),
            season: row.season.as_ref().map(|id| self.number("season", id)),
            channels: (!channels.is_empty()).then_some(channels),
            languages: row.languages,
            first: day(&row.from),
            last: day(&row.until),
            max_runs: row.max_runs,
            shared: row.shared,
            rerun_ms: row.rerun_hours * HOUR,
            gap_ms: row.min_gap_hours.unwrap_or(row.rerun_hours + 1) * HOUR,
            id: row.id,
        });
    }

    fn add_slot(&mut self, row: SlotRow) {
        const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let fill = match row.fill {
            FillRow::Sequel { season, then } => Fill::Sequel {
                season: self.number("season", &season),
                restarts: then.as_deref() == Some("restart"),
            },
            FillRow::Repeat { of, days_after } => Fill::Repeat {
                of: self.number("slot", &of),
                days_after,
            },
            FillRow::Pool {
                programmes,
                kinds,
                tags,
            } => Fill::Pool {
                programmes,
                kinds,
                tags,
            },
            FillRow::Hold { language } => Fill::Hold { language },
        };
        self.slots.push(Slot {
            channel: self.number("channel", &row.channel),
            id: row.id,
            days: WEEKDAYS.map(|day| row.days.as_ref().is_none_or(|days| days.iter().any(|one| one == day))),
            first: row.from.as_deref().map_or(i64::MIN, day),
            last: row.until.as_deref().map_or(i64::MAX, day),
            layer: row.layer,
            start: minutes(&row.start),
            length: row.length_min,
            weight: row.weight.unwrap_or(3),
            languages: row.languages,
            fill,
        });
    }

    fn campaign(&self, row: &CampaignRow) -> Campaign {
        Campaign {
            version: self.number("version", &row.version),
            channels: row.channels.iter().map(|id| self.number("channel", id)).collect(),
            first: day(&row.from),
            last: day(&row.until),
            per_day: row.per_day,
            gap_ms: row.min_gap_min * MINUTE,
            hours: (minutes(&row.hours.0), minutes(&row.hours.1)),
            weight: row.weight.unwrap_or(3),
        }
    }

    fn fixed(&self, row: &FixedRow) -> Fixed {
        let channel = self.number("channel", &row.channel);
        let start = instant(&row.start).0;
        Fixed {
            channel,
            date: self.channels[channel]
                .clock
                .date_of(start, self.channels[channel].day_start),
            start,
            version: self.number("version", &row.version),
            licence: row.licence.as_ref().map(|id| self.number("licence", id)),
            moves_strand: !row.repeat,
        }
    }
}
