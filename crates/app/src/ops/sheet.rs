//! A spreadsheet's rows taken into a station: all or nothing, one step of undo.

use std::collections::{BTreeMap, HashMap, HashSet};

use arna_domain::occasion::Media;
use arna_domain::time::SECOND;
use arna_domain::{
    Channel, ChannelId, Episode, GridTime, Language, Licence, Order, Pin, Programme, Season, Station, Version, Words,
    Zones, values,
};
use arna_exchange::sheet::{DraftRow, DraftVersion};
use arna_store::Record;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::catalogue::slug;
use super::{Op, Step};
use crate::failure::Failure;

/// When the broadcast day of a new channel begins.
const USUAL_DAY_START: &str = "06:00";

/// What is not in a sheet but is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Asked {
    /// The kind of programmes whose rows name none.
    pub kind: String,
    /// The zone of channels that are not there yet.
    pub tz: String,
    /// The duration in minutes of versions whose rows name none.
    pub minutes: u32,
    /// The channel, by name or id, of airings whose rows name none; empty where these are not to be taken.
    pub channel: String,
}

/// What rows would make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct Counts {
    /// New programmes.
    pub programmes: u32,
    /// New episodes.
    pub episodes: u32,
    /// New versions.
    pub versions: u32,
    /// Versions that are there and change.
    pub changed: u32,
    /// New licences.
    pub licences: u32,
    /// Airings, as pins.
    pub pins: u32,
    /// New channels.
    pub channels: u32,
}

/// Takes rows into a station: programmes and what is below them, by id or by a title in any language; licences; airings as pins.
///
/// # Errors
/// `sheet_has_nothing`; `unknown_zone`; `sheet_time_unreal` where a clock does not show a time on a date.
pub fn from_sheet(
    station: &Station,
    zones: &Zones,
    rows: &[DraftRow],
    asked: &Asked,
    file: &str,
) -> Result<(Op, Counts), Failure> {
    let mut intake = Intake::new(station, zones, asked);
    for row in rows {
        intake.take(row)?;
    }
    let counts = intake.counts;
    let steps = intake.into_steps();
    if steps.is_empty() {
        return Err(Failure::new("sheet_has_nothing", values! {}));
    }
    let op = Op {
        code: "import_sheet".to_owned(),
        args: values! { "file" => file, "rows" => rows.len() },
        steps,
    };
    Ok((op, counts))
}

/// Rows on their way into a station.
struct Intake<'a> {
    station: &'a Station,
    zones: &'a Zones,
    asked: &'a Asked,
    /// Programmes that change or are new, in the order in which they were met.
    programmes: Vec<Programme>,
    /// Where each is, by id and by title in small letters.
    by_id: HashMap<String, usize>,
    by_title: HashMap<String, usize>,
    known_id: HashMap<&'a str, usize>,
    known_title: HashMap<String, usize>,
    taken: Taken<'a>,
    channels: Vec<Channel>,
    licences: Vec<Licence>,
    media: Vec<Media>,
    pins: BTreeMap<(ChannelId, arna_domain::Instant), Pin>,
    counts: Counts,
}

/// Ids that are taken.
struct Taken<'a> {
    seasons: HashSet<&'a str>,
    episodes: HashSet<&'a str>,
    versions: HashSet<&'a str>,
}

impl<'a> Intake<'a> {
    fn new(station: &'a Station, zones: &'a Zones, asked: &'a Asked) -> Self {
        let mut known_title = HashMap::new();
        for (at, programme) in station.programmes.iter().enumerate() {
            for title in programme.title.0.values() {
                known_title.entry(title.to_lowercase()).or_insert(at);
            }
        }
        let seasons = || station.programmes.iter().flat_map(|one| &one.seasons);
        let episodes = || seasons().flat_map(|one| &one.episodes);
        Self {
            known_id: station
                .programmes
                .iter()
                .enumerate()
                .map(|(at, one)| (one.id.as_str(), at))
                .collect(),
            taken: Taken {
                seasons: seasons().map(|one| one.id.as_str()).collect(),
                episodes: episodes().map(|one| one.id.as_str()).collect(),
                versions: episodes()
                    .flat_map(|one| &one.versions)
                    .map(|one| one.id.as_str())
                    .collect(),
            },
            station,
            zones,
            asked,
            programmes: Vec::new(),
            by_id: HashMap::new(),
            by_title: HashMap::new(),
            known_title,
            channels: Vec::new(),
            licences: Vec::new(),
            media: Vec::new(),
            pins: BTreeMap::new(),
            counts: Counts::default(),
        }
    }

    fn take(&mut self, row: &DraftRow) -> Result<(), Failure> {
        let asked = self.asked.channel.trim();
        let named: Vec<&str> = if row.is_unplaced() && !asked.is_empty() {
            vec![asked]
        } else {
            row.channels.iter().map(String::as_str).collect()
        };
        let channels = named
            .into_iter()
            .map(|name| self.channel(name))
            .collect::<Result<Vec<_>, _>>()?;
        let at = self.programme(row);
        let programme = &mut self.programmes[at];
        merge(&mut programme.title, &row.programme);
        if let Some(kind) = &row.kind {
            programme.kind.clone_from(kind);
        }
        for tag in &row.tags {
            if !programme.tags.contains(tag) {
                programme.tags.push(tag.clone());
            }
        }
        let tells_episode = row.episode.is_some() || !row.episode_title.is_empty() || !row.versions.is_empty();
        if !tells_episode {
            merge(&mut programme.synopsis, &row.synopsis);
        }
        let mut spoken: Vec<(Language, arna_domain::VersionId)> = Vec::new();
        if tells_episode {
            spoken = self.episode(at, row);
        }
        if let (Some(from), Some(until)) = (row.licence_from, row.licence_until) {
            self.licence(at, row, from, until, &channels);
        }
        if let (Some(date), Some(seconds)) = (row.date, row.time_s) {
            for channel in &channels {
                if let Some((_, version)) = spoken.first() {
                    self.pin(channel, date, seconds, version)?;
                }
            }
        }
        Ok(())
    }

    /// The channel of a name or id, made where there is none.
    fn channel(&mut self, name: &str) -> Result<ChannelId, Failure> {
        let small = name.to_lowercase();
        let all = || self.station.channels.iter().chain(&self.channels);
        let known = all().find(|one| one.id.as_str().to_lowercase() == small || one.name.to_lowercase() == small);
        if let Some(known) = known {
            return Ok(known.id.clone());
        }
        if self.zones.named(&self.asked.tz).is_err() {
            return Err(Failure::new(
                "unknown_zone",
                values! { "channel" => name, "tz" => self.asked.tz.as_str() },
            ));
        }
        // In the form that guides want, where the name has letters that they know.
        let ascii: String = slug(name)
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        let base = if ascii.trim_matches('-').is_empty() {
            "channel"
        } else {
            ascii.trim_matches('-')
        };
        let is_taken = |id: &str| all().any(|one| one.id.as_str() == id);
        let mut id = format!("{base}.tv");
        let mut number = 2;
        while is_taken(&id) {
            id = format!("{base}-{number}.tv");
            number += 1;
        }
        let unreal = || Failure::new("sheet_time_unreal", values! { "channel" => name, "date" => "" });
        let day_start = GridTime::parse(USUAL_DAY_START).ok_or_else(unreal)?;
        let channel = Channel {
            id: id.as_str().into(),
            name: name.to_owned(),
            tz: self.asked.tz.clone(),
            day_start,
            territory: None,
            rating_hours: BTreeMap::new(),
            quotas: Vec::new(),
        };
        self.counts.channels += 1;
        self.channels.push(channel);
        Ok(id.as_str().into())
    }

    /// The programme that a row means: by its id, else by a title in any language, else a new one.
    fn programme(&mut self, row: &DraftRow) -> usize {
        let titles = || row.programme.0.values().map(|title| title.to_lowercase());
        let met = match &row.programme_id {
            Some(id) => self.by_id.get(id).copied(),
            None => titles().find_map(|title| self.by_title.get(&title).copied()),
        };
        if let Some(met) = met {
            return met;
        }
        let known = match &row.programme_id {
            Some(id) => self.known_id.get(id.as_str()).copied(),
            None => titles().find_map(|title| self.known_title.get(&title).copied()),
        };
        let programme = match known.and_then(|at| self.station.programmes.get(at)) {
            Some(known) => known.clone(),
            None => {
                self.counts.programmes += 1;
                let title = row.programme.in_or_near("en").unwrap_or("programme");
                let id = row.programme_id.clone().unwrap_or_else(|| {
                    let base = slug(title);
                    let taken = |id: &str| self.known_id.contains_key(id) || self.by_id.contains_key(id);
                    let mut id = base.clone();
                    let mut number = 2;
                    while taken(&id) {
                        id = format!("{base}-{number}");
                        number += 1;
                    }
                    id
                });
                Programme {
                    id: id.as_str().into(),
                    kind: self.asked.kind.clone(),
                    title: Words::default(),
                    order: Order::Any,
                    tags: Vec::new(),
                    max_per_day: None,
                    synopsis: Words::default(),
                    partners: Vec::new(),
                    seasons: Vec::new(),
                }
            }
        };
        let at = self.programmes.len();
        self.by_id.insert(programme.id.to_string(), at);
        for title in programme
            .title
            .0
            .values()
            .map(|title| title.to_lowercase())
            .chain(titles())
        {
            self.by_title.entry(title).or_insert(at);
        }
        self.programmes.push(programme);
        at
    }

    /// The episode of a row with its versions; what each of them is called.
    fn episode(&mut self, at: usize, row: &DraftRow) -> Vec<(Language, arna_domain::VersionId)> {
        let programme = &mut self.programmes[at];
        let id = programme.id.to_string();
        let number = row
            .season
            .unwrap_or_else(|| programme.seasons.first().map_or(1, |one| one.number));
        let place = match programme.seasons.iter().position(|one| one.number == number) {
            Some(place) => place,
            None => {
                programme.seasons.push(Season {
                    id: free(&format!("{id}/{number}"), &self.taken.seasons).as_str().into(),
                    number,
                    title: Words::default(),
                    occasion: None,
                    episodes: Vec::new(),
                });
                programme.seasons.len() - 1
            }
        };
        let season = &mut programme.seasons[place];
        let same_title = |one: &Episode| {
            let own = row.episode_title.0.iter();
            own.clone().count() > 0
                && own
                    .clone()
                    .any(|(language, title)| one.title.0.get(language) == Some(title))
        };
        let found = match row.episode {
            Some(number) => season.episodes.iter().position(|one| one.number == number),
            None if row.episode_title.is_empty() => (season.episodes.len() == 1).then_some(0),
            None => season.episodes.iter().position(same_title),
        };
        let place = match found {
            Some(place) => place,
            None => {
                self.counts.episodes += 1;
                let next = season.episodes.iter().map(|one| one.number).max().unwrap_or_default() + 1;
                let number = row.episode.unwrap_or(next);
                season.episodes.push(Episode {
                    id: free(&format!("{}/{number}", season.id), &self.taken.episodes)
                        .as_str()
                        .into(),
                    number,
                    title: Words::default(),
                    rating: None,
                    synopsis: Words::default(),
                    places: Vec::new(),
                    quotations: Vec::new(),
                    versions: Vec::new(),
                });
                season.episodes.len() - 1
            }
        };
        let episode = &mut season.episodes[place];
        merge(&mut episode.title, &row.episode_title);
        merge(&mut episode.synopsis, &row.synopsis);
        if let Some(rating) = &row.rating {
            episode.rating = Some(rating.clone());
        }
        row.versions
            .iter()
            .map(|version| {
                put_version(
                    episode,
                    version,
                    self.asked,
                    &self.taken,
                    &mut self.counts,
                    &mut self.media,
                    self.station,
                )
            })
            .collect()
    }

    fn licence(
        &mut self,
        at: usize,
        row: &DraftRow,
        from: arna_domain::BroadcastDate,
        until: arna_domain::BroadcastDate,
        channels: &[ChannelId],
    ) {
        let programme = &self.programmes[at];
        let season = row.season.and_then(|number| {
            let own = programme.seasons.iter().find(|one| one.number == number);
            own.map(|one| one.id.clone())
        });
        // A row with an airing names its channel, not those of the licence.
        let channels = if row.date.is_some() { &[] } else { channels };
        let same = |one: &Licence| {
            one.programme == programme.id
                && one.season == season
                && (one.from, one.until) == (from, until)
                && one.channels == channels
                && one.max_runs == row.runs
        };
        if self.station.licences.iter().chain(&self.licences).any(same) {
            return;
        }
        let all = || self.station.licences.iter().chain(&self.licences);
        let base = format!("{}-licence", programme.id);
        let mut id = base.clone();
        let mut number = 2;
        while all().any(|one| one.id.as_str() == id) {
            id = format!("{base}-{number}");
            number += 1;
        }
        self.counts.licences += 1;
        self.licences.push(Licence {
            id: id.as_str().into(),
            programme: programme.id.clone(),
            season,
            channels: channels.to_vec(),
            languages: Vec::new(),
            from,
            until,
            max_runs: row.runs,
            shared: false,
            rerun_hours: 0,
            min_gap_hours: None,
        });
    }

    fn pin(
        &mut self,
        channel: &ChannelId,
        date: arna_domain::BroadcastDate,
        seconds: i64,
        version: &arna_domain::VersionId,
    ) -> Result<(), Failure> {
        let all = self.station.channels.iter().chain(&self.channels);
        let Some(own) = all.into_iter().find(|one| one.id == *channel) else {
            return Ok(());
        };
        let zone = self.zones.named(&own.tz).map_err(|_| {
            Failure::new(
                "unknown_zone",
                values! { "channel" => own.name.as_str(), "tz" => own.tz.as_str() },
            )
        })?;
        let minutes = u32::try_from(seconds / 60).unwrap_or_default();
        let day_start = own.day_start.minutes();
        // 01:30 is before the day begins: it belongs to the broadcast date before. 25:30 says so itself.
        let date = if minutes < day_start { date.plus_days(-1) } else { date };
        let minutes = if minutes < day_start { minutes + 1_440 } else { minutes };
        let time = GridTime::from_minutes(minutes).ok_or_else(|| {
            Failure::new(
                "sheet_time_unreal",
                values! { "channel" => own.name.as_str(), "date" => date.to_string() },
            )
        })?;
        let start = zone.resolve(date, time).instant() + seconds % 60 * SECOND;
        let pin = Pin {
            channel: channel.clone(),
            start,
            version: version.clone(),
            licence: None,
        };
        let known = self.station.pins.contains(&pin);
        if !known && self.pins.insert((channel.clone(), start), pin).is_none() {
            self.counts.pins += 1;
        }
        Ok(())
    }

    fn into_steps(self) -> Vec<Step> {
        let put = |record| Step::Put(Box::new(record));
        let known: HashMap<&str, &Programme> = self
            .station
            .programmes
            .iter()
            .map(|one| (one.id.as_str(), one))
            .collect();
        let changed = self
            .programmes
            .into_iter()
            .filter(|one| known.get(one.id.as_str()).is_none_or(|own| *own != one));
        let mut steps: Vec<Step> = self.channels.into_iter().map(|one| put(Record::Channel(one))).collect();
        steps.extend(self.media.into_iter().map(|one| put(Record::Media(one))));
        steps.extend(changed.map(|one| put(Record::Programme(one))));
        steps.extend(self.licences.into_iter().map(|one| put(Record::Licence(one))));
        steps.extend(self.pins.into_values().map(|one| put(Record::Pin(one))));
        steps
    }
}

fn put_version(
    episode: &mut Episode,
    draft: &DraftVersion,
    asked: &Asked,
    taken: &Taken<'_>,
    counts: &mut Counts,
    media: &mut Vec<Media>,
    station: &Station,
) -> (Language, arna_domain::VersionId) {
    let usual = episode.versions.first().map(|one| one.duration_ms);
    let is_new = !episode.versions.iter().any(|one| one.language == draft.language);
    let place = match episode.versions.iter().position(|one| one.language == draft.language) {
        Some(place) => place,
        None => {
            counts.versions += 1;
            episode.versions.push(Version {
                id: free(&format!("{}.{}", episode.id, draft.language), &taken.versions)
                    .as_str()
                    .into(),
                language: draft.language.clone(),
                duration_ms: draft
                    .duration_ms
                    .or(usual)
                    .unwrap_or(i64::from(asked.minutes.max(1)) * 60_000),
                house_number: None,
                media: None,
            });
            episode.versions.len() - 1
        }
    };
    let version = &mut episode.versions[place];
    let before = version.clone();
    if let Some(duration_ms) = draft.duration_ms {
        version.duration_ms = duration_ms;
    }
    if let Some(house) = &draft.house_number {
        version.house_number = Some(house.clone());
    }
    if let Some(file) = &draft.file {
        let known = station.media.iter().chain(media.iter()).find(|one| one.file == *file);
        let id = known.map(|one| one.id.clone());
        version.media = Some(id.unwrap_or_else(|| {
            let all: HashSet<&str> = station
                .media
                .iter()
                .chain(media.iter())
                .map(|one| one.id.as_str())
                .collect();
            let id = free(version.id.as_str(), &all);
            media.push(Media {
                id: id.as_str().into(),
                file: file.clone(),
                duration_ms: None,
                sha256: None,
            });
            id.as_str().into()
        }));
    }
    if *version != before && !is_new {
        counts.changed += 1;
    }
    let version = &episode.versions[place];
    (version.language.clone(), version.id.clone())
}

/// Texts of a sheet stand in place of those that are there.
fn merge(words: &mut Words, new: &Words) {
    for (language, text) in &new.0 {
        if !text.is_empty() {
            words.0.insert(language.clone(), text.clone());
        }
    }
}

fn free(wanted: &str, taken: &HashSet<&str>) -> String {
    let mut id = wanted.to_owned();
    let mut number = 2;
    while taken.contains(id.as_str()) {
        id = format!("{wanted}-{number}");
        number += 1;
    }
    id
}
