//! What of a station a published revision holds: a channel's accepted schedule of some dates with everything that files for
//! receivers say of it, and nothing else. So a revision stays what it was whatever becomes of the catalogue, and is another only
//! where a receiver would be told something else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use arna_domain::index::EpisodeIx;
use arna_domain::occasion::Media;
use arna_domain::receiver::FileForm;
use arna_domain::slot::Hold;
use arna_domain::time::Weekday;
use arna_domain::{
    Aired, Airing, Channel, ChannelId, DateRange, Episode, Fill, Index, Instant, Programme, ProgrammeId, Season, Slot,
    SlotId, Station, Version, VersionId, Words,
};

/// The station cut down to what files of the channel's schedule say.
pub fn content(station: &Station, index: &Index, channel: &ChannelId, range: DateRange) -> Station {
    let schedule = airings(station, index, channel, range);
    let history = shown_before(station, index, channel, &schedule);
    let versions = schedule.iter().filter_map(|one| one.version.as_ref());
    let versions: BTreeSet<&VersionId> = versions
        .chain(history.iter().map(|one| &one.version))
        .chain(station.fillers.iter().map(|one| &one.version))
        .collect();
    let pages = station.receivers.iter().filter(|one| one.channel == *channel);
    let pages: BTreeSet<&ProgrammeId> = pages.flat_map(|one| &one.files).filter_map(page_about).collect();
    let programmes: Vec<Programme> = station
        .programmes
        .iter()
        .filter_map(|one| programme(one, &versions, pages.contains(&one.id)))
        .collect();
    let media = media(station, &programmes);
    let channels = station.channels.iter().filter_map(|one| {
        let shows = history.iter().any(|aired| aired.channel == one.id);
        match one.id == *channel {
            true => Some(own_channel(one)),
            false => shows.then(|| other_channel(one)),
        }
    });
    let slots: BTreeSet<&SlotId> = schedule.iter().filter_map(|one| one.slot.as_ref()).collect();
    Station {
        channels: channels.collect(),
        slots: (0..)
            .zip(slots)
            .filter_map(|(layer, id)| name_of_slot(station, channel, id, layer))
            .collect(),
        programmes,
        fillers: station.fillers.clone(),
        history,
        media,
        schedule,
        ..Station::default()
    }
}

/// The channel's airings of the dates, and what runs over from the date before, which playout plays to its end. For which licence
/// something airs, and in which slot, no receiver is told; but a live block is known by its slot.
fn airings(station: &Station, index: &Index, channel: &ChannelId, range: DateRange) -> Vec<Airing> {
    let begins = index
        .channel(channel.as_str())
        .map(|number| index.channels[number.at()].clock.day(range.from).0);
    let before = range.from.plus_days(-1);
    let runs_over = |one: &Airing| one.date == before && begins.is_some_and(|begins| one.end > begins);
    let own = station.schedule.iter().filter(|one| one.channel == *channel);
    own.filter(|one| range.holds(one.date) || runs_over(one))
        .map(|one| Airing {
            licence: None,
            slot: one.slot.clone().filter(|_| one.version.is_none()),
            ..one.clone()
        })
        .collect()
}

/// What tells whether an episode is a premiere, a first run or a repeat: of each the channel's last airing before the first of the
/// dates, else the first on another channel.
fn shown_before(station: &Station, index: &Index, channel: &ChannelId, schedule: &[Airing]) -> Vec<Aired> {
    let mut first: HashMap<EpisodeIx, Instant> = HashMap::new();
    for airing in schedule.iter().filter(|one| one.origin.is_programme()) {
        if let Some(episode) = episode_of(index, airing.version.as_ref()) {
            let start = first.entry(episode).or_insert(airing.start);
            *start = airing.start.min(*start);
        }
    }
    let aired = station
        .history
        .iter()
        .map(|one| (&one.channel, one.start, &one.version));
    let accepted = station.schedule.iter().filter(|one| one.origin.is_programme());
    let accepted = accepted.filter_map(|one| Some((&one.channel, one.start, one.version.as_ref()?)));
    let mut own: BTreeMap<EpisodeIx, Aired> = BTreeMap::new();
    let mut others: BTreeMap<EpisodeIx, Aired> = BTreeMap::new();
    for (by, start, version) in aired.chain(accepted) {
        let Some(episode) = episode_of(index, Some(version)) else {
            continue;
        };
        if first.get(&episode).is_none_or(|first| start >= *first) {
            continue;
        }
        let one = || Aired {
            channel: by.clone(),
            start,
            version: version.clone(),
            repeat: false,
            licence: None,
        };
        if by == channel {
            let last = own.entry(episode).or_insert_with(one);
            if last.start < start {
                *last = one();
            }
        } else {
            let earliest = others.entry(episode).or_insert_with(one);
            if (start, by) < (earliest.start, &earliest.channel) {
                *earliest = one();
            }
        }
    }
    for (episode, one) in others {
        own.entry(episode).or_insert(one);
    }
    let mut history: Vec<Aired> = own.into_values().collect();
    history.sort_by(|a, b| (a.start, &a.channel, &a.version).cmp(&(b.start, &b.channel, &b.version)));
    history
}

fn episode_of(index: &Index, version: Option<&VersionId>) -> Option<EpisodeIx> {
    let number = index.version(version?.as_str())?;
    Some(index.versions[number.at()].episode)
}

fn page_about(form: &FileForm) -> Option<&ProgrammeId> {
    match form {
        FileForm::Page(page) => Some(&page.programme),
        _ => None,
    }
}

/// A programme with the versions that are wanted. Its other episodes are only counted, as guides count them: `2 of 3`.
fn programme(one: &Programme, versions: &BTreeSet<&VersionId>, has_page: bool) -> Option<Programme> {
    let seasons: Vec<Season> = one.seasons.iter().map(|season| cut(season, versions)).collect();
    let airs = seasons
        .iter()
        .flat_map(|season| &season.episodes)
        .any(|episode| !episode.versions.is_empty());
    (airs || has_page).then(|| Programme {
        id: one.id.clone(),
        kind: one.kind.clone(),
        title: one.title.clone(),
        order: arna_domain::Order::default(),
        tags: Vec::new(),
        max_per_day: None,
        synopsis: one.synopsis.clone(),
        partners: Vec::new(),
        seasons: if airs { seasons } else { Vec::new() },
    })
}

fn cut(season: &Season, versions: &BTreeSet<&VersionId>) -> Season {
    let episode = |one: &Episode| {
        let wanted = one.versions.iter().filter(|version| versions.contains(&version.id));
        let wanted: Vec<Version> = wanted.cloned().collect();
        let airs = !wanted.is_empty();
        let words = |words: &Words| if airs { words.clone() } else { Words::default() };
        Episode {
            id: one.id.clone(),
            number: one.number,
            title: words(&one.title),
            rating: one.rating.clone().filter(|_| airs),
            synopsis: words(&one.synopsis),
            places: Vec::new(),
            quotations: Vec::new(),
            versions: wanted,
        }
    };
    Season {
        id: season.id.clone(),
        number: season.number,
        title: Words::default(),
        occasion: None,
        episodes: season.episodes.iter().map(episode).collect(),
    }
}

fn media(station: &Station, programmes: &[Programme]) -> Vec<Media> {
    let versions = programmes
        .iter()
        .flat_map(|one| &one.seasons)
        .flat_map(|season| &season.episodes)
        .flat_map(|episode| &episode.versions);
    let named: BTreeSet<_> = versions.filter_map(|version| version.media.as_ref()).collect();
    let own = station.media.iter().filter(|one| named.contains(&one.id));
    own.map(|one| Media {
        sha256: None,
        ..one.clone()
    })
    .collect()
}

fn own_channel(one: &Channel) -> Channel {
    Channel {
        rating_hours: BTreeMap::new(),
        quotas: Vec::new(),
        ..one.clone()
    }
}

/// Another channel, of which only that it showed something before is told.
fn other_channel(one: &Channel) -> Channel {
    Channel {
        name: one.id.to_string(),
        territory: None,
        ..own_channel(one)
    }
}

/// Nothing but the name of a slot: whoever it is told to need not know when it stands in the grid.
fn name_of_slot(station: &Station, channel: &ChannelId, id: &SlotId, layer: i32) -> Option<Slot> {
    let start = station.channels.iter().find(|one| one.id == *channel)?.day_start;
    Some(Slot {
        id: id.clone(),
        channel: channel.clone(),
        days: Weekday::all(),
        from: None,
        until: None,
        layer,
        start,
        length_min: 1,
        weight: Slot::usual_weight(),
        languages: Vec::new(),
        occasion: None,
        fill: Fill::Hold(Hold {
            title: id.to_string(),
            language: None,
        }),
    })
}
