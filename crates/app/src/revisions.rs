//! Published revisions, looked at: which there are, whether they are what was published, what one changes of another.

use std::collections::HashMap;
use std::path::Path;

use arna_domain::index::EpisodeIx;
use arna_domain::{Airing, ChannelId, DateRange, Index, Language, Station, Zones, values};
use arna_exchange::listing::{EpisodeNumber, Listed, listing};
pub use arna_store::{Broken, Chain, Delivery, Revision};

use crate::changes::{AiringChange, ChannelChanges, between};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::publish::Published;
use crate::published::content;

/// What one revision changes of another, or the accepted schedule of a revision.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The revision before.
    pub then: Published,
    /// The number of the revision after; none: what is accepted now.
    pub number: Option<i64>,
    /// The channel's schedule after, with what files say of it.
    pub station: Station,
    /// Its index.
    pub index: Index,
    /// The dates that both hold.
    pub range: DateRange,
    /// What changed on the air.
    pub changes: ChannelChanges,
}

impl Desk {
    /// The revisions of a channel or of all, by channel and number.
    ///
    /// # Errors
    /// `unknown_channel` where there are none and the station has no such channel; when the file cannot be read.
    pub fn revisions(&mut self, channel: Option<&str>) -> Result<Vec<Revision>, Failure> {
        let id = channel.map(ChannelId::new);
        let all = self.store().revisions(id.as_ref())?;
        self.told_of(channel, all)
    }

    /// What was handed out, newest first, of a channel or of all.
    ///
    /// # Errors
    /// As [`Self::revisions`].
    pub fn deliveries(&mut self, channel: Option<&str>, most: u32) -> Result<Vec<Delivery>, Failure> {
        let id = channel.map(ChannelId::new);
        let all = self.store().deliveries(id.as_ref(), most)?;
        self.told_of(channel, all)
    }

    /// What is told of a channel. Where it is nothing, there must be such a channel: one that is gone keeps what it was handed.
    fn told_of<T>(&mut self, channel: Option<&str>, all: Vec<T>) -> Result<Vec<T>, Failure> {
        match channel {
            Some(id) if all.is_empty() && self.station()?.1.channel(id).is_none() => {
                Err(Failure::new("unknown_channel", values! { "channel" => id }))
            }
            _ => Ok(all),
        }
    }

    /// What of a channel's schedule changed between two revisions, or since one.
    ///
    /// # Errors
    /// `no_revision`, `revision_broken`, `unknown_channel`; `no_common_dates`; when the file cannot be read.
    pub fn compare_revisions(&mut self, channel: &str, since: i64, until: Option<i64>) -> Result<Compared, Failure> {
        let then = self.published(channel, Some(since))?;
        let (station, index, range) = match until {
            Some(number) => {
                let now = self.published(channel, Some(number))?;
                (now.station, now.index, now.revision.range)
            }
            None => {
                let zones = self.zones().clone();
                let (station, index) = self.station()?;
                if index.channel(channel).is_none() {
                    return Err(Failure::new("unknown_channel", values! { "channel" => channel }));
                }
                let range = then.revision.range;
                let station = content(station, index, &then.revision.channel, range);
                let index = crate::source::index_of(&station, &zones)?;
                (station, index, range)
            }
        };
        let Some(range) = common(then.revision.range, range) else {
            return Err(Failure::new(
                "no_common_dates",
                values! { "since" => since, "until" => until },
            ));
        };
        Ok(compared(then, until, station, index, range))
    }
}

/// What a channel's schedule after changes of a revision, on some dates that both hold.
pub(crate) fn compared(
    then: Published,
    number: Option<i64>,
    station: Station,
    index: Index,
    range: DateRange,
) -> Compared {
    let within = |station: &Station| -> Vec<Airing> {
        let own = station.schedule.iter().filter(|one| range.holds(one.date));
        own.cloned().collect()
    };
    let mut changes = between(&within(&then.station), &within(&station));
    Compared {
        changes: changes.pop().unwrap_or_else(|| ChannelChanges {
            channel: then.revision.channel.clone(),
            airings: Vec::new(),
            breaks: Vec::new(),
        }),
        then,
        number,
        station,
        index,
        range,
    }
}

/// Every channel's revisions, looked through: whether each is what was published, and none is missing.
///
/// # Errors
/// When the file cannot be read.
pub fn verify(path: &Path, zones: Zones) -> Result<Vec<Chain>, Failure> {
    let mut desk = Desk::open_to_read(path, zones)?;
    let chains = desk.store().chains();
    chains.map_err(|error| Failure::from(error).of(path))
}

/// The dates that two ranges share.
pub(crate) fn common(one: DateRange, other: DateRange) -> Option<DateRange> {
    let from = one.from.max(other.from);
    let days = one.end().min(other.end()).days_since(from);
    let days = u32::try_from(days).ok().filter(|days| *days > 0)?;
    DateRange::new(from, days)
}

impl Compared {
    /// Whether a change puts another version of the same episode on the air.
    pub fn is_of_same_episode(&self, change: &AiringChange) -> bool {
        let AiringChange::Instead { now, was } = change else {
            return false;
        };
        let episode = |index: &Index, airing: &Airing| {
            let number = index.version(airing.version.as_ref()?.as_str())?;
            let episode: EpisodeIx = index.versions[number.at()].episode;
            Some(index.episodes[episode.at()].id.clone())
        };
        let own = episode(&self.index, now);
        own.is_some() && own == episode(&self.then.index, was)
    }

    /// Airings that stay as they are and are told otherwise: by another title, synopsis, rating, house number or file. Each as it
    /// was and as it is.
    pub fn told_otherwise(&self, language: &Language) -> Vec<(Listed, Listed)> {
        let channel = &self.then.revision.channel;
        let listed = |station: &Station, index: &Index| {
            let number = index.channel(channel.as_str());
            number.map_or_else(Vec::new, |number| {
                listing(index, station, &station.schedule, number, self.range, language).airings
            })
        };
        let key = |one: &Listed| (one.start, one.end, one.version.clone(), one.slot.clone());
        let before: HashMap<_, Listed> = listed(&self.then.station, &self.then.index)
            .into_iter()
            .map(|one| (key(&one), one))
            .collect();
        let after = listed(&self.station, &self.index).into_iter();
        after
            .filter(|one| !one.origin.is_break())
            .filter_map(|now| Some((before.get(&key(&now))?.clone(), now)))
            .filter(|(was, now)| said(was) != said(now))
            .collect()
    }
}

/// All that files say of what airs, but for when and why it does and of how many episodes it is one.
fn said(one: &Listed) -> Listed {
    Listed {
        number: one.number.map(|number| EpisodeNumber {
            seasons: 0,
            episodes: 0,
            ..number
        }),
        origin: arna_domain::Origin::Pin,
        showing: None,
        ..one.clone()
    }
}
