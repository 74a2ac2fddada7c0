//! Occasions on a line of time, with what hangs on each; campaigns, holdbacks and blackouts.

use std::collections::BTreeMap;

use arna_domain::campaign::Target;
use arna_domain::{Index, Language, OccasionId, Slot, Station};
use serde::Serialize;
use specta::Type;

use super::grid::{fill_title, season_of, title_of};
use crate::ops::occasion::PromotedAsked;

/// Occasions and what is promoted and kept off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OccasionsView {
    /// Occasions, the earliest first.
    pub occasions: Vec<OccasionView>,
    /// Campaigns, in the station's order.
    pub campaigns: Vec<CampaignView>,
    /// Holdbacks.
    pub holdbacks: Vec<HoldbackView>,
    /// Blackouts, by time.
    pub blackouts: Vec<BlackoutView>,
}

/// Dates on a line of time. Days count from 1970-01-01; the last one is included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SpanView {
    /// The first date; none: unbounded.
    pub from: Option<String>,
    /// The last date; none: unbounded.
    pub until: Option<String>,
    /// The first date's day.
    pub from_day: Option<i32>,
    /// The last date's day.
    pub until_day: Option<i32>,
}

/// An occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OccasionView {
    /// Its id.
    pub id: String,
    /// Its name in the language asked for.
    pub name: String,
    /// Its name by language.
    pub names: BTreeMap<String, String>,
    /// Its dates.
    pub span: SpanView,
    /// An ISO 3166 code.
    pub territory: Option<String>,
    /// Slots that hang on it.
    pub slots: Vec<HungSlotView>,
    /// Seasons whose premiere hangs on it.
    pub premieres: Vec<HungPremiereView>,
    /// Campaigns that hang on it.
    pub campaigns: Vec<String>,
}

/// A slot that hangs on an occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HungSlotView {
    /// Its id.
    pub id: String,
    /// The channel.
    pub channel: String,
    /// The channel's name.
    pub channel_name: String,
    /// The wall clock at its start.
    pub start_wall: String,
    /// What fills it.
    pub title: String,
    /// Its dates.
    pub span: SpanView,
}

/// A season whose premiere hangs on an occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HungPremiereView {
    /// The season.
    pub season: String,
    /// The programme's title.
    pub title: String,
    /// The season's number.
    pub number: u32,
    /// The date of its first accepted airing.
    pub date: Option<String>,
    /// That date's day.
    pub day: Option<i32>,
    /// The channel's name.
    pub channel: Option<String>,
}

/// A campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CampaignView {
    /// Its id.
    pub id: String,
    /// What it airs, by name.
    pub title: String,
    /// The promo.
    pub version: String,
    /// The language spoken.
    pub language: String,
    /// Its channels.
    pub channels: Vec<String>,
    /// Its dates.
    pub span: SpanView,
    /// Airings at most on each channel and date.
    pub per_day: u32,
    /// Minutes at least between two starts.
    pub min_gap: u32,
    /// When it may start first.
    pub earliest: String,
    /// When it may no longer start.
    pub latest: String,
    /// 1 to 5.
    pub weight: u8,
    /// The occasion it hangs on.
    pub occasion: Option<String>,
    /// What it promotes.
    pub targets: Vec<PromotedAsked>,
    /// What it promotes, by name.
    pub target_names: Vec<String>,
    /// Accepted airings.
    pub airings: u32,
}

/// A holdback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HoldbackView {
    /// The season.
    pub season: String,
    /// The programme's title.
    pub title: String,
    /// The season's number.
    pub number: u32,
    /// The channel that shows it first.
    pub first_channel: String,
    /// Hours.
    pub hours: u32,
}

/// A blackout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BlackoutView {
    /// The channel.
    pub channel: String,
    /// Its beginning with the channel's offset: what names it to the core.
    pub from: String,
    /// The broadcast date of its beginning.
    pub from_date: String,
    /// The wall clock of its beginning.
    pub from_time: String,
    /// The broadcast date of its end.
    pub until_date: String,
    /// The wall clock of its end.
    pub until_time: String,
    /// Tags kept off; empty: all.
    pub tags: Vec<String>,
}

/// Occasions, campaigns, holdbacks and blackouts, in a language.
pub fn occasions(station: &Station, index: &Index, language: &Language) -> OccasionsView {
    let mut occasions: Vec<OccasionView> = station
        .occasions
        .iter()
        .map(|one| OccasionView {
            id: one.id.to_string(),
            name: one
                .name
                .in_or_near(language.as_str())
                .unwrap_or(one.id.as_str())
                .to_owned(),
            names: texts_of(&one.name),
            span: span(Some(one.from), Some(one.until)),
            territory: one.territory.clone(),
            slots: hung_slots(station, &one.id, language),
            premieres: premieres(station, index, &one.id, language),
            campaigns: station
                .campaigns
                .iter()
                .filter(|campaign| campaign.occasion.as_ref() == Some(&one.id))
                .map(|campaign| campaign.id.to_string())
                .collect(),
        })
        .collect();
    occasions.sort_by_key(|one| (one.span.from_day, one.span.until_day));
    OccasionsView {
        occasions,
        campaigns: campaigns(station, index, language),
        holdbacks: station
            .holdbacks
            .iter()
            .map(|one| {
                let found = season_of(station, one.season.as_str());
                HoldbackView {
                    season: one.season.to_string(),
                    title: found
                        .map(|(programme, _)| title_of(programme, language))
                        .unwrap_or_default(),
                    number: found.map(|(_, season)| season.number).unwrap_or_default(),
                    first_channel: one.first_channel.to_string(),
                    hours: one.hours,
                }
            })
            .collect(),
        blackouts: blackouts(station, index),
    }
}

fn span(from: Option<arna_domain::BroadcastDate>, until: Option<arna_domain::BroadcastDate>) -> SpanView {
    let day = |date: arna_domain::BroadcastDate| i32::try_from(date.days_since_epoch()).ok();
    SpanView {
        from: from.map(|date| date.to_string()),
        until: until.map(|date| date.to_string()),
        from_day: from.and_then(day),
        until_day: until.and_then(day),
    }
}

pub(super) fn texts_of(words: &arna_domain::Words) -> BTreeMap<String, String> {
    let pairs = words.0.iter();
    pairs
        .map(|(language, text)| (language.to_string(), text.clone()))
        .collect()
}

fn channel_name(station: &Station, id: &str) -> String {
    let found = station.channels.iter().find(|one| one.id.as_str() == id);
    found.map_or(id, |one| one.name.as_str()).to_owned()
}

fn hung_slots(station: &Station, occasion: &OccasionId, language: &Language) -> Vec<HungSlotView> {
    let hangs = |slot: &&Slot| slot.occasion.as_ref() == Some(occasion);
    let mut slots: Vec<HungSlotView> = station
        .slots
        .iter()
        .filter(hangs)
        .map(|slot| HungSlotView {
            id: slot.id.to_string(),
            channel: slot.channel.to_string(),
            channel_name: channel_name(station, slot.channel.as_str()),
            start_wall: slot.start.to_string(),
            title: fill_title(station, slot, language).0,
            span: span(slot.from, slot.until),
        })
        .collect();
    slots.sort_by(|a, b| (a.span.from_day, &a.start_wall).cmp(&(b.span.from_day, &b.start_wall)));
    slots
}

fn premieres(station: &Station, index: &Index, occasion: &OccasionId, language: &Language) -> Vec<HungPremiereView> {
    let seasons = station
        .programmes
        .iter()
        .flat_map(|programme| programme.seasons.iter().map(move |season| (programme, season)));
    seasons
        .filter(|(_, season)| season.occasion.as_ref() == Some(occasion))
        .map(|(programme, season)| {
            let own = index.season(season.id.as_str());
            let is_of = |airing: &&arna_domain::Airing| {
                let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
                version.map(|version| index.versions[version.at()].season) == own && own.is_some()
            };
            let first = station.schedule.iter().filter(is_of).min_by_key(|one| one.start);
            HungPremiereView {
                season: season.id.to_string(),
                title: title_of(programme, language),
                number: season.number,
                date: first.map(|one| one.date.to_string()),
                day: first.and_then(|one| i32::try_from(one.date.days_since_epoch()).ok()),
                channel: first.map(|one| channel_name(station, one.channel.as_str())),
            }
        })
        .collect()
}

fn campaigns(station: &Station, index: &Index, language: &Language) -> Vec<CampaignView> {
    station
        .campaigns
        .iter()
        .map(|one| {
            let version = index
                .version(one.version.as_str())
                .map(|number| &index.versions[number.at()]);
            let programme = version.and_then(|version| station.programmes.get(version.programme.at()));
            let promo = |airing: &&arna_domain::Airing| {
                airing.origin == arna_domain::Origin::Promo
                    && airing.version.as_ref() == Some(&one.version)
                    && one.channels.contains(&airing.channel)
                    && (one.from..=one.until).contains(&airing.date)
            };
            let targets = || {
                station
                    .campaign_targets
                    .iter()
                    .filter(|target| target.campaign == one.id)
            };
            CampaignView {
                id: one.id.to_string(),
                title: programme
                    .map(|programme| title_of(programme, language))
                    .unwrap_or_default(),
                version: one.version.to_string(),
                language: version.map_or_else(String::new, |version| {
                    index.languages[version.language.at()].to_string()
                }),
                channels: one.channels.iter().map(ToString::to_string).collect(),
                span: span(Some(one.from), Some(one.until)),
                per_day: one.per_day,
                min_gap: one.min_gap_min,
                earliest: one.hours.0.to_string(),
                latest: one.hours.1.to_string(),
                weight: one.weight,
                occasion: one.occasion.as_ref().map(ToString::to_string),
                targets: targets().map(|target| target_view(&target.of)).collect(),
                target_names: targets()
                    .map(|target| target_name(station, &target.of, language))
                    .collect(),
                airings: u32::try_from(station.schedule.iter().filter(promo).count()).unwrap_or(u32::MAX),
            }
        })
        .collect()
}

fn target_view(target: &Target) -> PromotedAsked {
    match target {
        Target::Programme(id) => PromotedAsked::Programme(id.to_string()),
        Target::Season(id) => PromotedAsked::Season(id.to_string()),
        Target::Episode(id) => PromotedAsked::Episode(id.to_string()),
        Target::Occasion(id) => PromotedAsked::Occasion(id.to_string()),
    }
}

fn target_name(station: &Station, target: &Target, language: &Language) -> String {
    let programmes = || station.programmes.iter();
    let named = match target {
        Target::Programme(id) => programmes()
            .find(|one| one.id == *id)
            .map(|one| title_of(one, language)),
        Target::Season(id) => season_of(station, id.as_str())
            .map(|(one, season)| format!("{} · {}", title_of(one, language), season.number)),
        Target::Episode(id) => programmes().find_map(|one| {
            let mut episodes = one.seasons.iter().flat_map(|season| &season.episodes);
            let episode = episodes.find(|episode| episode.id == *id)?;
            Some(format!("{} · {}", title_of(one, language), episode.number))
        }),
        Target::Occasion(id) => {
            let found = station.occasions.iter().find(|one| one.id == *id);
            found
                .and_then(|one| one.name.in_or_near(language.as_str()))
                .map(ToOwned::to_owned)
        }
    };
    named.unwrap_or_else(|| match target {
        Target::Programme(id) => id.to_string(),
        Target::Season(id) => id.to_string(),
        Target::Episode(id) => id.to_string(),
        Target::Occasion(id) => id.to_string(),
    })
}

fn blackouts(station: &Station, index: &Index) -> Vec<BlackoutView> {
    let mut all: Vec<(arna_domain::Instant, BlackoutView)> = station
        .blackouts
        .iter()
        .filter_map(|one| {
            let clock = &index.channels[index.channel(one.channel.as_str())?.at()].clock;
            let told = |at| {
                let date = clock.broadcast_date(at);
                (date.to_string(), super::wall(clock, date, at))
            };
            let ((from_date, from_time), (until_date, until_time)) = (told(one.from), told(one.until));
            let view = BlackoutView {
                channel: one.channel.to_string(),
                from: clock.text(one.from),
                from_date,
                from_time,
                until_date,
                until_time,
                tags: one.tags.clone(),
            };
            Some((one.from, view))
        })
        .collect();
    all.sort_by_key(|(from, _)| *from);
    all.into_iter().map(|(_, view)| view).collect()
}
