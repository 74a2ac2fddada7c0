//! What refers to a part of the catalogue: what would be left hanging if it went.

use std::collections::HashSet;

use arna_domain::campaign::Target;
use arna_domain::receiver::FileForm;
use arna_domain::{Airing, ChannelId, Fill, Index, Instant, Receiver, Station};
use arna_store::{Kind, Record, RecordId};

use crate::catalogue::Item;
use crate::ops::Step;

/// Something that refers to what is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its kind, or `airing`: the message `used-<kind>`.
    pub kind: &'static str,
    /// Its id; of pins, history and airings how many there are is said instead.
    pub ids: Vec<String>,
}

/// Ids that are to go.
pub(super) struct Going<'a> {
    pub(super) programmes: HashSet<&'a str>,
    pub(super) seasons: HashSet<&'a str>,
    pub(super) episodes: HashSet<&'a str>,
    pub(super) versions: HashSet<&'a str>,
}

impl<'a> Going<'a> {
    /// An item with all that is below it.
    pub(super) fn with(items: &[Item], index: &'a Index) -> Self {
        let mut going = Self {
            programmes: HashSet::new(),
            seasons: HashSet::new(),
            episodes: HashSet::new(),
            versions: HashSet::new(),
        };
        for &item in items {
            let seasons = match item {
                Item::Programme(at) => {
                    going.programmes.insert(index.programmes[at.at()].id.as_str());
                    index.programmes[at.at()].seasons.clone()
                }
                Item::Season(at) => at.0..at.0 + 1,
                _ => 0..0,
            };
            going
                .seasons
                .extend(seasons.map(|at| index.seasons[at as usize].id.as_str()));
            if !matches!(item, Item::Version(_)) {
                let episodes = item.episodes(index);
                going
                    .episodes
                    .extend(episodes.map(|at| index.episodes[at as usize].id.as_str()));
            }
            let versions = item.versions(index);
            going
                .versions
                .extend(versions.map(|at| index.versions[at as usize].id.as_str()));
        }
        going
    }
}

/// What refers to items or to what is below them, by kind.
pub fn hanging_on(station: &Station, index: &Index, items: &[Item]) -> Vec<Reference> {
    let hanging = Hanging::of(station, &Going::with(items, index));
    let mut all = Vec::new();
    let mut say = |kind: &'static str, ids: Vec<String>| {
        if !ids.is_empty() {
            all.push(Reference { kind, ids });
        }
    };
    let named = |ids: &[RecordId], kind: Kind| -> Vec<String> {
        let own = ids.iter().filter(|id| id.kind() == kind);
        own.map(ToString::to_string).collect()
    };
    let mut records = hanging.lost.clone();
    records.extend(
        hanging
            .pins
            .iter()
            .map(|(channel, start)| RecordId::Pin(channel.clone(), *start)),
    );
    for kind in [
        Kind::Licence,
        Kind::Slot,
        Kind::Holdback,
        Kind::Campaign,
        Kind::CampaignTarget,
        Kind::Filler,
        Kind::Pin,
        Kind::Aired,
    ] {
        say(kind.as_str(), named(&records, kind));
    }
    say(
        Kind::Receiver.as_str(),
        hanging.receivers.iter().map(|one| one.id.to_string()).collect(),
    );
    say("pool", hanging.pools.iter().map(|slot| slot.id.to_string()).collect());
    let airings = hanging.airings.iter();
    say(
        "airing",
        airings.map(|one| format!("{} {}", one.channel, one.start)).collect(),
    );
    all
}

/// Records that are lost with what goes, and those that go on without it.
pub(super) struct Hanging {
    /// Records that have no sense without it.
    pub(super) lost: Vec<RecordId>,
    /// Pins of its versions.
    pins: Vec<(ChannelId, Instant)>,
    /// Pools that take from other programmes too.
    pub(super) pools: Vec<arna_domain::Slot>,
    /// Receivers of a page about it, as they are without that page.
    receivers: Vec<Receiver>,
    /// Airings of its versions, or of slots that are lost.
    pub(super) airings: Vec<Airing>,
}

impl Hanging {
    pub(super) fn of(station: &Station, going: &Going<'_>) -> Self {
        let named = |kind: Kind, id: String| RecordId::Named(kind, id);
        let mut lost: Vec<RecordId> = Vec::new();
        let licences = station.licences.iter().filter(|one| {
            let season = one
                .season
                .as_ref()
                .is_some_and(|id| going.seasons.contains(id.as_str()));
            season || going.programmes.contains(one.programme.as_str())
        });
        lost.extend(licences.map(|one| named(Kind::Licence, one.id.to_string())));
        let (slots, pools) = slots(station, going);
        lost.extend(slots.iter().map(|id| named(Kind::Slot, (*id).to_owned())));
        for one in &station.holdbacks {
            if going.seasons.contains(one.season.as_str()) {
                lost.push(named(Kind::Holdback, format!("{} {}", one.season, one.first_channel)));
            }
        }
        let campaigns: HashSet<&str> = station
            .campaigns
            .iter()
            .filter(|one| going.versions.contains(one.version.as_str()))
            .map(|one| one.id.as_str())
            .collect();
        for target in &station.campaign_targets {
            let gone = match &target.of {
                Target::Programme(id) => going.programmes.contains(id.as_str()),
                Target::Season(id) => going.seasons.contains(id.as_str()),
                Target::Episode(id) => going.episodes.contains(id.as_str()),
                Target::Occasion(_) => false,
            };
            if gone || campaigns.contains(target.campaign.as_str()) {
                lost.push(named(Kind::CampaignTarget, target.campaign.to_string()));
            }
        }
        let own = station
            .campaigns
            .iter()
            .filter(|one| campaigns.contains(one.id.as_str()));
        lost.extend(own.map(|one| named(Kind::Campaign, one.id.to_string())));
        let fillers = station
            .fillers
            .iter()
            .filter(|one| going.versions.contains(one.version.as_str()));
        lost.extend(fillers.map(|one| named(Kind::Filler, one.version.to_string())));
        let pins = station
            .pins
            .iter()
            .filter(|one| going.versions.contains(one.version.as_str()));
        let history = station
            .history
            .iter()
            .filter(|one| going.versions.contains(one.version.as_str()));
        lost.extend(history.map(|one| named(Kind::Aired, format!("{} {}", one.channel, one.start))));
        let airings = station.schedule.iter().filter(|one| {
            let version = one
                .version
                .as_ref()
                .is_some_and(|id| going.versions.contains(id.as_str()));
            version || one.slot.as_ref().is_some_and(|id| slots.contains(id.as_str()))
        });
        Self {
            receivers: receivers(station, going),
            pins: pins.map(|one| (one.channel.clone(), one.start)).collect(),
            airings: airings.cloned().collect(),
            lost,
            pools,
        }
    }

    /// What takes out all that is lost and changes what goes on.
    pub(super) fn into_steps(self, station: &Station) -> Vec<Step> {
        let mut steps: Vec<Step> = self.lost.into_iter().map(Step::Remove).collect();
        let pins = self.pins.into_iter();
        steps.extend(pins.map(|(channel, start)| Step::Remove(RecordId::Pin(channel, start))));
        let put = |slot| Step::Put(Box::new(Record::Slot(slot)));
        steps.extend(self.pools.into_iter().map(put));
        let put = |receiver| Step::Put(Box::new(Record::Receiver(receiver)));
        steps.extend(self.receivers.into_iter().map(put));
        steps.extend(without(station, &self.airings));
        steps
    }
}

/// Slots that are lost: those that walk through a season, pools of nothing else, and what repeats them; and pools that lose a
/// programme but take from others.
fn slots<'a>(station: &'a Station, going: &Going<'_>) -> (HashSet<&'a str>, Vec<arna_domain::Slot>) {
    let mut lost: HashSet<&str> = HashSet::new();
    let mut pools = Vec::new();
    for slot in &station.slots {
        match &slot.fill {
            Fill::Sequel(sequel) if going.seasons.contains(sequel.season.as_str()) => {
                lost.insert(slot.id.as_str());
            }
            Fill::Pool(pool) if pool.programmes.iter().any(|id| going.programmes.contains(id.as_str())) => {
                let mut left = pool.clone();
                left.programmes.retain(|id| !going.programmes.contains(id.as_str()));
                // A pool that names no programme takes from all of them, which nobody meant.
                if left.programmes.is_empty() {
                    lost.insert(slot.id.as_str());
                } else {
                    let fill = Fill::Pool(left);
                    pools.push(arna_domain::Slot { fill, ..slot.clone() });
                }
            }
            _ => {}
        }
    }
    loop {
        let repeats = station.slots.iter().filter(|slot| match &slot.fill {
            Fill::Repeat(repeat) => lost.contains(repeat.of.as_str()) && !lost.contains(slot.id.as_str()),
            _ => false,
        });
        let more: Vec<&str> = repeats.map(|slot| slot.id.as_str()).collect();
        if more.is_empty() {
            return (lost, pools);
        }
        lost.extend(more);
    }
}

/// Receivers of a page about a programme, without it.
fn receivers(station: &Station, going: &Going<'_>) -> Vec<Receiver> {
    let goes =
        |form: &FileForm| matches!(form, FileForm::Page(page) if going.programmes.contains(page.programme.as_str()));
    let own = station.receivers.iter().filter(|one| one.files.iter().any(goes));
    let without = own.map(|one| Receiver {
        files: one.files.iter().filter(|form| !goes(form)).cloned().collect(),
        ..one.clone()
    });
    without.collect()
}

/// What takes airings out of the schedule: one step for each run of neighbours.
fn without(station: &Station, gone: &[Airing]) -> Vec<Step> {
    let mut steps = Vec::new();
    for channel in &station.channels {
        let starts: Vec<Instant> = gone
            .iter()
            .filter(|one| one.channel == channel.id)
            .map(|one| one.start)
            .collect();
        let (Some(&from), Some(&last)) = (starts.iter().min(), starts.iter().max()) else {
            continue;
        };
        let gone: HashSet<_> = gone
            .iter()
            .filter(|one| one.channel == channel.id)
            .map(|one| (one.start, &one.version, &one.slot))
            .collect();
        let stays = |one: &&Airing| {
            one.channel == channel.id
                && (from..=last).contains(&one.start)
                && !gone.contains(&(one.start, &one.version, &one.slot))
        };
        steps.push(Step::Airings {
            channel: channel.id.clone(),
            from,
            until: last + 1,
            airings: station.schedule.iter().filter(stays).cloned().collect(),
        });
    }
    steps
}
