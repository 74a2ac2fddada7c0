//! A plan before it is written out.

use std::collections::HashMap;

use arna_domain::index::{ChannelIx, FillEntry};
use arna_domain::instance::{Instance, InstanceIx};
use arna_domain::placed::{By, Placed, Showing, ShowingIx};
use arna_domain::{Airing, DateRange, Finding, OpenSlot, Origin, Plan, Score};

use crate::breaks::Spot;
use crate::outcome::Reason;

/// A plan that is calculated. Its airings and open slots are made as they are asked for.
pub struct Draft<'d, 'a> {
    pub(crate) range: DateRange,
    pub(crate) seed: u64,
    pub(crate) placed: &'d Placed<'a>,
    /// Promos and fillers, channel by channel, each in time order.
    pub(crate) spots: &'d [Spot],
    pub(crate) open: &'d HashMap<InstanceIx, Vec<Reason>>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) score: Score,
}

impl Draft<'_, '_> {
    /// The dates planned.
    pub fn range(&self) -> DateRange {
        self.range
    }

    /// The seed it was calculated with.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What a coordinator should know.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What it is worth.
    pub fn score(&self) -> Score {
        self.score
    }

    /// The plan, written out.
    pub fn whole(&self) -> Plan {
        Plan {
            range: self.range,
            seed: self.seed,
            airings: self.airings().collect(),
            open: self.open().collect(),
            findings: self.findings.clone(),
            score: self.score,
        }
    }

    /// Open instances in the order of airings: by channel, then start.
    pub fn open(&self) -> impl ExactSizeIterator<Item = OpenSlot> + '_ {
        open_slots(self.placed, self.open)
    }

    /// Everything on air in the range, sorted by channel and start.
    pub fn airings(&self) -> impl Iterator<Item = Airing> + '_ {
        let mut channels: Vec<OnChannel> = self.on_channels();
        let index = self.placed.index;
        channels.sort_by_key(|one| index.channels[one.channel.at()].rank);
        channels.into_iter().flat_map(|one| self.airings_on(&one))
    }

    /// What is on air by channel.
    fn on_channels(&self) -> Vec<OnChannel> {
        let index = self.placed.index;
        let mut all: Vec<_> = (0..index.channels.len() as u32)
            .map(|channel| OnChannel {
                channel: ChannelIx(channel),
                programmes: Vec::new(),
                holds: Vec::new(),
            })
            .collect();
        for (number, one) in self.placed.iter() {
            if origin(one.by).is_some() && self.range.holds(one.date) {
                all[one.channel.at()].programmes.push(number);
            }
        }
        for (number, instance) in self.placed.instances.iter() {
            if matches!(index.slots[instance.slot.at()].fill, FillEntry::Hold { .. }) {
                all[instance.channel.at()].holds.push(number);
            }
        }
        all
    }

    /// A channel's airings in time order.
    fn airings_on(&self, on: &OnChannel) -> Vec<Airing> {
        let (placed, index) = (self.placed, self.placed.index);
        let programmes = on.programmes.iter().map(|&number| {
            let one = placed.get(number);
            ((one.start, placed.end_of(one)), Piece::Programme(one))
        });
        let holds = on.holds.iter().map(|&number| {
            let instance = placed.instances.get(number);
            ((instance.start, instance.end), Piece::Hold(instance))
        });
        let spots = self.spots_on(on.channel).iter().map(|spot| {
            let end = spot.start + index.versions[spot.version.at()].duration_ms;
            ((spot.start, end), Piece::Spot(spot))
        });
        let mut pieces: Vec<_> = programmes.chain(holds).chain(spots).collect();
        // Only pins that overlap share a span; their versions tell them apart.
        let version = |piece: &Piece<'_>| match piece {
            Piece::Programme(one) => Some(&index.versions[one.version.at()].id),
            Piece::Spot(spot) => Some(&index.versions[spot.version.at()].id),
            Piece::Hold(_) => None,
        };
        pieces.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| version(one).cmp(&version(other))));
        pieces
            .into_iter()
            .filter_map(|(_, piece)| match piece {
                Piece::Programme(one) => Some(programme_airing(placed, one, origin(one.by)?)),
                Piece::Hold(instance) => Some(hold_airing(placed, instance)),
                Piece::Spot(spot) => Some(spot_airing(placed, spot)),
            })
            .collect()
    }

    fn spots_on(&self, channel: ChannelIx) -> &[Spot] {
        let of = |spot: &Spot| self.placed.instances.get(spot.instance).channel;
        let first = self.spots.partition_point(|spot| of(spot) < channel);
        let rest = &self.spots[first..];
        &rest[..rest.partition_point(|spot| of(spot) == channel)]
    }
}

/// Open instances in the order of airings: by channel, then start.
pub(crate) fn open_slots<'d>(
    placed: &'d Placed<'_>,
    open: &'d HashMap<InstanceIx, Vec<Reason>>,
) -> impl ExactSizeIterator<Item = OpenSlot> + 'd {
    let index = placed.index;
    let rank = |instance: InstanceIx| index.channels[placed.instances.get(instance).channel.at()].rank;
    let mut numbers: Vec<_> = open.keys().copied().collect();
    numbers.sort_unstable_by_key(|&number| (rank(number), number));
    numbers.into_iter().map(move |number| {
        let instance = placed.instances.get(number);
        OpenSlot {
            slot: index.slots[instance.slot.at()].id.clone(),
            date: instance.date,
            refusals: open[&number].iter().map(|reason| reason.refusal(index)).collect(),
        }
    })
}

/// What is on air on a channel, promos and fillers aside.
struct OnChannel {
    channel: ChannelIx,
    programmes: Vec<ShowingIx>,
    holds: Vec<InstanceIx>,
}

/// Something on air, before it is written out.
#[derive(Clone, Copy)]
enum Piece<'p> {
    Programme(&'p Showing),
    Hold(&'p Instance),
    Spot(&'p Spot),
}

fn origin(by: By) -> Option<Origin> {
    match by {
        By::History { .. } => None,
        By::Pin => Some(Origin::Pin),
        By::Sequel => Some(Origin::Sequel),
        By::Repeat | By::LateRepeat => Some(Origin::Repeat),
        By::Pool => Some(Origin::Pool),
    }
}

fn programme_airing(placed: &Placed<'_>, one: &Showing, origin: Origin) -> Airing {
    let index = placed.index;
    let slot = one.instance.map(|instance| placed.instances.get(instance).slot);
    Airing {
        channel: index.channels[one.channel.at()].id.clone(),
        date: one.date,
        start: one.start,
        end: placed.end_of(one),
        version: Some(index.versions[one.version.at()].id.clone()),
        title: None,
        language: None,
        licence: one.licence.map(|licence| index.licences[licence.at()].id.clone()),
        slot: slot.map(|slot| index.slots[slot.at()].id.clone()),
        origin,
    }
}

fn hold_airing(placed: &Placed<'_>, instance: &Instance) -> Airing {
    let index = placed.index;
    let slot = &index.slots[instance.slot.at()];
    let (title, language) = match &slot.fill {
        FillEntry::Hold { title, language } => (Some(title.clone()), *language),
        _ => (None, None),
    };
    Airing {
        channel: index.channels[instance.channel.at()].id.clone(),
        date: instance.date,
        start: instance.start,
        end: instance.end,
        version: None,
        title,
        language: language.map(|language| index.languages[language.at()].clone()),
        licence: None,
        slot: Some(slot.id.clone()),
        origin: Origin::Hold,
    }
}

fn spot_airing(placed: &Placed<'_>, spot: &Spot) -> Airing {
    let index = placed.index;
    let instance = placed.instances.get(spot.instance);
    let version = &index.versions[spot.version.at()];
    Airing {
        channel: index.channels[instance.channel.at()].id.clone(),
        date: instance.date,
        start: spot.start,
        end: spot.start + version.duration_ms,
        version: Some(version.id.clone()),
        title: None,
        language: None,
        licence: None,
        slot: Some(index.slots[instance.slot.at()].id.clone()),
        origin: if spot.campaign.is_some() {
            Origin::Promo
        } else {
            Origin::Filler
        },
    }
}
