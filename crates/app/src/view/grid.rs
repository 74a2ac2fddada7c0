//! A channel's grid in a week: its slots as they stand, what fills them, what each airs, how they hang together, and what is wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use arna_domain::index::ChannelIx;
use arna_domain::instance::Instances;
use arna_domain::slot::{Fill, Then};
use arna_domain::time::Weekday;
use arna_domain::{
    Airing, BroadcastDate, Channel, DateRange, Index, Language, Programme, Season, Slot, SlotId, Station,
};
use arna_exchange::listing::{Listed, listing};
use serde::Serialize;
use specta::Type;

use super::grid_conflicts::{ConflictView, conflicts};
use super::schedule::{DateView, date_view, episode, showing, spoken};
use crate::ops::grid::FillAsked;

/// A channel's grid in a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct GridView {
    /// The channel.
    pub channel: String,
    /// The day's start by the wall clock, in minutes after midnight.
    pub starts_at: i32,
    /// The seven dates.
    pub columns: Vec<GridColumn>,
    /// Every slot of the channel, by time.
    pub slots: Vec<SlotView>,
    /// The dates that its slots stand on, from the ground up.
    pub layers: Vec<LayerView>,
    /// What hangs together in this week.
    pub links: Vec<LinkView>,
    /// Whether anything is accepted in this week.
    pub accepted: bool,
}

/// A date of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct GridColumn {
    /// The date.
    pub date: DateView,
    /// Slots that stand on it, the lowest layer first.
    pub boxes: Vec<BoxView>,
}

/// What is left of a slot on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum BoxState {
    /// All of it.
    Stands,
    /// A part: a higher layer or a pin covers the rest.
    Cut,
    /// Nothing.
    Covered,
}

/// A slot on a date. Minutes count by the wall clock from the day's start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BoxView {
    /// The slot.
    pub slot: String,
    /// Its start.
    pub start: i32,
    /// Its end.
    pub end: i32,
    /// What is left of it.
    pub state: BoxState,
    /// What it airs, as accepted.
    pub airs: Option<AirsView>,
    /// Whether nothing comes to it, though the date is accepted.
    pub open: bool,
}

/// What a slot airs on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AirsView {
    /// The title.
    pub title: String,
    /// The episode.
    pub episode: String,
    /// The language spoken.
    pub language: String,
    /// `premiere`, `first` or `repeat`.
    pub showing: Option<String>,
}

/// What a slot would air on a date, as calculated just now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WouldAirView {
    /// The slot.
    pub slot: String,
    /// The date.
    pub date: String,
    /// What.
    pub airs: AirsView,
}

/// A slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SlotView {
    /// Its id.
    pub id: String,
    /// The channel.
    pub channel: String,
    /// Its weekdays, from Monday, 0.
    pub days: Vec<u8>,
    /// Its start, in minutes from the day's start.
    pub start: i32,
    /// Its length in minutes.
    pub length: i32,
    /// The wall clock at its start.
    pub start_wall: String,
    /// The wall clock at its end.
    pub end_wall: String,
    /// Its first date.
    pub from: Option<String>,
    /// Its last date.
    pub until: Option<String>,
    /// Its layer.
    pub layer: i32,
    /// 1 to 5.
    pub weight: u8,
    /// The languages wanted.
    pub languages: Vec<String>,
    /// The occasion it hangs on.
    pub occasion: Option<String>,
    /// What fills it.
    pub fill: FillAsked,
    /// What fills it, by name: the programme of a sequel, what a repeat repeats, a pool's programmes, a hold's title; empty where
    /// a pool has no programmes.
    pub title: String,
    /// A sequel's season, by number; 0 elsewhere.
    pub season: u32,
    /// Of a repeat: the wall clock of what it repeats.
    pub of_wall: Option<String>,
    /// Slots that repeat it.
    pub repeated_by: Vec<String>,
    /// What is wrong with it, though it can be saved.
    pub conflicts: Vec<ConflictView>,
}

/// What kind of dates a layer stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum LayerKind {
    /// No first and no last date.
    Always,
    /// More than one date.
    Season,
    /// One date.
    Once,
}

/// Slots that stand on the same dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LayerView {
    /// Its number.
    pub layer: i32,
    /// What kind.
    pub kind: LayerKind,
    /// The first date.
    pub from: Option<String>,
    /// The last date.
    pub until: Option<String>,
    /// How many slots.
    pub slots: u32,
    /// Whether one of its dates is in the week shown.
    pub in_week: bool,
}

/// What kind of link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// The one shows what the other showed.
    Repeat,
    /// The one shows what follows in the season.
    Sequel,
}

/// A link between two slots of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LinkView {
    /// What kind.
    pub kind: LinkKind,
    /// What is shown first.
    pub from: String,
    /// On which date of the week, from 0; below 0 where it was before.
    pub from_day: i32,
    /// What is shown after.
    pub to: String,
    /// On which date of the week.
    pub to_day: i32,
}

/// What a slot can be filled with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChoicesView {
    /// Seasons of programmes, in the catalogue's order.
    pub seasons: Vec<SeasonChoice>,
    /// Programmes that pools can take.
    pub programmes: Vec<NamedView>,
    /// Their kinds.
    pub kinds: Vec<String>,
    /// Their tags.
    pub tags: Vec<String>,
    /// Languages that the station knows.
    pub languages: Vec<String>,
    /// Occasions.
    pub occasions: Vec<NamedView>,
    /// Promos that campaigns can air: versions.
    pub promos: Vec<NamedView>,
}

/// Something by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NamedView {
    /// Its id.
    pub id: String,
    /// Its name in the language asked for.
    pub name: String,
    /// What kind of thing, or its language.
    pub kind: String,
}

/// A season to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SeasonChoice {
    /// Its id.
    pub id: String,
    /// The programme's title.
    pub title: String,
    /// The season's number.
    pub number: u32,
    /// Its episodes.
    pub episodes: u32,
    /// The languages it can air in.
    pub languages: Vec<String>,
    /// Its longest episode, in minutes, rounded up.
    pub minutes: u32,
}

/// A channel's grid in the week from a date.
pub fn grid(station: &Station, index: &Index, number: ChannelIx, from: BroadcastDate, language: &Language) -> GridView {
    let range = DateRange { from, days: 7 };
    let channel = &station.channels[number.at()];
    let own: Vec<&Slot> = station.slots.iter().filter(|slot| slot.channel == channel.id).collect();
    let (instances, _) = Instances::of(index, range);
    let airs = aired(station, index, &station.schedule, number, range, language);
    let accepted = station
        .schedule
        .iter()
        .any(|one| one.channel == channel.id && range.holds(one.date));
    let accepted_on: BTreeSet<BroadcastDate> = airs.keys().map(|(_, date)| *date).collect();
    let columns = range
        .dates()
        .map(|date| {
            let mut standing: Vec<&&Slot> = own.iter().filter(|slot| slot.stands_on(date)).collect();
            standing.sort_by_key(|slot| (slot.layer, slot.start));
            let boxes = standing
                .into_iter()
                .map(|slot| {
                    let left = index.slot(slot.id.as_str()).and_then(|ix| instances.find(ix, date));
                    let clock = &index.channels[number.at()].clock;
                    let whole = (
                        clock.at(date, slot.start),
                        index
                            .slot(slot.id.as_str())
                            .map(|ix| clock.at(date, index.slots[ix.at()].end)),
                    );
                    let state = match left.map(|ix| instances.get(ix)) {
                        None => BoxState::Covered,
                        Some(one) if (one.start, Some(one.end)) == whole => BoxState::Stands,
                        Some(_) => BoxState::Cut,
                    };
                    let airs = airs.get(&(slot.id.clone(), date)).cloned();
                    let (start, length) = place(channel, slot);
                    let open = airs.is_none()
                        && state != BoxState::Covered
                        && accepted_on.contains(&date)
                        && !matches!(slot.fill, Fill::Hold(_));
                    BoxView {
                        slot: slot.id.to_string(),
                        start,
                        end: start + length,
                        state,
                        open,
                        airs,
                    }
                })
                .collect();
            GridColumn {
                date: date_view(date),
                boxes,
            }
        })
        .collect();
    let mut wrong = conflicts(station, index, &channel.id);
    let mut slots: Vec<SlotView> = own
        .iter()
        .map(|slot| {
            slot_view(
                station,
                channel,
                slot,
                language,
                wrong.remove(&slot.id).unwrap_or_default(),
            )
        })
        .collect();
    slots.sort_by(|a, b| (a.start, a.layer, &a.id).cmp(&(b.start, b.layer, &b.id)));
    GridView {
        channel: channel.id.to_string(),
        starts_at: minutes(channel.day_start.minutes()),
        columns,
        slots,
        layers: layers(&own, range),
        links: links(&own, range),
        accepted,
    }
}

/// What each slot of a channel airs in a list of airings, by slot and date.
fn aired(
    station: &Station,
    index: &Index,
    airings: &[Airing],
    channel: ChannelIx,
    range: DateRange,
    language: &Language,
) -> HashMap<(SlotId, BroadcastDate), AirsView> {
    let listing = listing(index, station, airings, channel, range, language);
    let listed: HashMap<_, &Listed> = listing
        .airings
        .iter()
        .filter(|one| !one.origin.is_break())
        .map(|one| (one.start, one))
        .collect();
    let id = &index.channels[channel.at()].id;
    airings
        .iter()
        .filter(|one| one.channel == *id && !one.origin.is_break() && range.holds(one.date))
        .filter_map(|one| {
            let told = listed.get(&one.start)?;
            let airs = AirsView {
                title: told.title().to_owned(),
                episode: episode(told),
                language: spoken(told),
                showing: showing(told),
            };
            Some(((one.slot.clone()?, one.date), airs))
        })
        .collect()
}

/// What each slot of a channel would air in a plan.
pub fn would_air(
    station: &Station,
    index: &Index,
    planned: &[Airing],
    channel: ChannelIx,
    range: DateRange,
    language: &Language,
) -> Vec<WouldAirView> {
    let mut all: Vec<WouldAirView> = aired(station, index, planned, channel, range, language)
        .into_iter()
        .map(|((slot, date), airs)| WouldAirView {
            slot: slot.to_string(),
            date: date.to_string(),
            airs,
        })
        .collect();
    all.sort_by(|a, b| (&a.date, &a.slot).cmp(&(&b.date, &b.slot)));
    all
}

fn slot_view(
    station: &Station,
    channel: &Channel,
    slot: &Slot,
    language: &Language,
    wrong: Vec<ConflictView>,
) -> SlotView {
    let (start, length) = place(channel, slot);
    let (title, season) = fill_title(station, slot, language);
    let repeats = |one: &&Slot| matches!(&one.fill, Fill::Repeat(repeat) if repeat.of == slot.id);
    SlotView {
        id: slot.id.to_string(),
        channel: slot.channel.to_string(),
        days: slot.days.iter().map(|day| weekday(*day)).collect(),
        start,
        length,
        start_wall: slot.start.to_string(),
        end_wall: wall(slot.start.minutes() + slot.length_min),
        from: slot.from.map(|date| date.to_string()),
        until: slot.until.map(|date| date.to_string()),
        layer: slot.layer,
        weight: slot.weight,
        languages: slot.languages.iter().map(ToString::to_string).collect(),
        occasion: slot.occasion.as_ref().map(ToString::to_string),
        fill: fill_view(&slot.fill),
        title,
        season,
        of_wall: match &slot.fill {
            Fill::Repeat(repeat) => find(station, &repeat.of).map(|of| of.start.to_string()),
            _ => None,
        },
        repeated_by: station
            .slots
            .iter()
            .filter(repeats)
            .map(|one| one.id.to_string())
            .collect(),
        conflicts: wrong,
    }
}

/// Its start in minutes from the day's start, and its length.
fn place(channel: &Channel, slot: &Slot) -> (i32, i32) {
    let start = minutes(slot.start.minutes()) - minutes(channel.day_start.minutes());
    (start, minutes(slot.length_min))
}

fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}

/// `21:05`; grid times go on past midnight.
fn wall(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

pub(super) fn weekday(day: Weekday) -> u8 {
    let number = Weekday::ALL.iter().position(|one| *one == day);
    number.and_then(|number| u8::try_from(number).ok()).unwrap_or_default()
}

fn find<'a>(station: &'a Station, id: &SlotId) -> Option<&'a Slot> {
    station.slots.iter().find(|slot| slot.id == *id)
}

fn fill_view(fill: &Fill) -> FillAsked {
    match fill {
        Fill::Sequel(sequel) => FillAsked::Sequel {
            season: sequel.season.to_string(),
            restart: sequel.then == Then::Restart,
        },
        Fill::Repeat(repeat) => FillAsked::Repeat {
            of: repeat.of.to_string(),
            days_after: repeat.days_after,
        },
        Fill::Pool(pool) => FillAsked::Pool {
            programmes: pool.programmes.iter().map(ToString::to_string).collect(),
            kinds: pool.kinds.clone(),
            tags: pool.tags.clone(),
        },
        Fill::Hold(hold) => FillAsked::Hold {
            title: hold.title.clone(),
            language: hold.language.as_ref().map(ToString::to_string),
        },
    }
}

/// What fills a slot by name, and a sequel's season by number. A chain of repeats is called as what it ends at.
pub(super) fn fill_title(station: &Station, slot: &Slot, language: &Language) -> (String, u32) {
    let title = |programme: &Programme| title_of(programme, language);
    match &slot.fill {
        Fill::Sequel(sequel) => season_of(station, sequel.season.as_str())
            .map(|(programme, season)| (title(programme), season.number))
            .unwrap_or_default(),
        Fill::Repeat(_) => {
            // A station that can be worked with has no circle of repeats; the count keeps the walk short all the same.
            let mut at = slot;
            for _ in 0..station.slots.len() {
                let Fill::Repeat(repeat) = &at.fill else { break };
                let Some(of) = find(station, &repeat.of) else { break };
                at = of;
            }
            match at.fill {
                Fill::Repeat(_) => (String::new(), 0),
                _ => fill_title(station, at, language),
            }
        }
        Fill::Pool(pool) => {
            let named = |id: &arna_domain::ProgrammeId| station.programmes.iter().find(|one| one.id == *id).map(title);
            let titles: Vec<String> = pool.programmes.iter().filter_map(named).collect();
            (titles.join(", "), 0)
        }
        Fill::Hold(hold) => (hold.title.clone(), 0),
    }
}

pub(super) fn title_of(programme: &Programme, language: &Language) -> String {
    let title = programme.title.in_or_near(language.as_str());
    title.unwrap_or(programme.id.as_str()).to_owned()
}

pub(super) fn season_of<'a>(station: &'a Station, id: &str) -> Option<(&'a Programme, &'a Season)> {
    station.programmes.iter().find_map(|programme| {
        let season = programme.seasons.iter().find(|season| season.id.as_str() == id)?;
        Some((programme, season))
    })
}

fn layers(own: &[&Slot], range: DateRange) -> Vec<LayerView> {
    let mut layers: BTreeMap<_, u32> = BTreeMap::new();
    for slot in own {
        *layers.entry((slot.layer, slot.from, slot.until)).or_default() += 1;
    }
    layers
        .into_iter()
        .map(|((layer, from, until), slots)| LayerView {
            layer,
            kind: match (from, until) {
                (None, None) => LayerKind::Always,
                (Some(from), Some(until)) if from == until => LayerKind::Once,
                _ => LayerKind::Season,
            },
            from: from.map(|date| date.to_string()),
            until: until.map(|date| date.to_string()),
            slots,
            in_week: from.is_none_or(|from| from < range.end()) && until.is_none_or(|until| range.from <= until),
        })
        .collect()
}

/// Repeats with what they repeat, and each strand from one of its slots to the next.
fn links(own: &[&Slot], range: DateRange) -> Vec<LinkView> {
    let mut links = Vec::new();
    let mut strands: BTreeMap<&str, Vec<(i32, &Slot)>> = BTreeMap::new();
    for (day, date) in (0..).zip(range.dates()) {
        for slot in own.iter().filter(|slot| slot.stands_on(date)) {
            match &slot.fill {
                Fill::Repeat(repeat) => links.push(LinkView {
                    kind: LinkKind::Repeat,
                    from: repeat.of.to_string(),
                    from_day: day - minutes(repeat.days_after),
                    to: slot.id.to_string(),
                    to_day: day,
                }),
                Fill::Sequel(sequel) => strands.entry(sequel.season.as_str()).or_default().push((day, slot)),
                _ => {}
            }
        }
    }
    for mut strand in strands.into_values() {
        strand.sort_by_key(|(day, slot)| (*day, slot.start));
        links.extend(strand.windows(2).map(|two| LinkView {
            kind: LinkKind::Sequel,
            from: two[0].1.id.to_string(),
            from_day: two[0].0,
            to: two[1].1.id.to_string(),
            to_day: two[1].0,
        }));
    }
    links
}

/// What slots can be filled with, campaigns air and occasions be called.
pub fn choices(station: &Station, index: &Index, language: &Language) -> ChoicesView {
    let programmes = || station.programmes.iter().filter(|one| !one.is_break_material());
    let seasons = programmes()
        .flat_map(|programme| programme.seasons.iter().map(move |season| (programme, season)))
        .map(|(programme, season)| {
            let versions = || season.episodes.iter().flat_map(|episode| &episode.versions);
            let languages: BTreeSet<String> = versions().map(|version| version.language.to_string()).collect();
            let longest = versions().map(|version| version.duration_ms).max().unwrap_or_default();
            SeasonChoice {
                id: season.id.to_string(),
                title: title_of(programme, language),
                number: season.number,
                episodes: u32::try_from(season.episodes.len()).unwrap_or(u32::MAX),
                languages: languages.into_iter().collect(),
                minutes: u32::try_from((longest + 59_999) / 60_000).unwrap_or(u32::MAX),
            }
        })
        .collect();
    let kinds: BTreeSet<String> = programmes().map(|one| one.kind.clone()).collect();
    let tags: BTreeSet<String> = programmes().flat_map(|one| one.tags.iter().cloned()).collect();
    let promos = station
        .programmes
        .iter()
        .filter(|one| one.kind == Programme::PROMO)
        .flat_map(|one| {
            one.seasons
                .iter()
                .flat_map(|season| &season.episodes)
                .map(move |episode| (one, episode))
        })
        .flat_map(|(programme, episode)| {
            let name = episode.title.in_or_near(language.as_str()).map(ToOwned::to_owned);
            let name = name.unwrap_or_else(|| title_of(programme, language));
            episode.versions.iter().map(move |version| NamedView {
                id: version.id.to_string(),
                name: name.clone(),
                kind: version.language.to_string(),
            })
        });
    ChoicesView {
        seasons,
        programmes: programmes()
            .map(|one| NamedView {
                id: one.id.to_string(),
                name: title_of(one, language),
                kind: one.kind.clone(),
            })
            .collect(),
        kinds: kinds.into_iter().collect(),
        tags: tags.into_iter().collect(),
        languages: index.languages.iter().map(ToString::to_string).collect(),
        occasions: station
            .occasions
            .iter()
            .map(|one| NamedView {
                id: one.id.to_string(),
                name: one
                    .name
                    .in_or_near(language.as_str())
                    .unwrap_or(one.id.as_str())
                    .to_owned(),
                kind: String::new(),
            })
            .collect(),
        promos: promos.collect(),
    }
}
