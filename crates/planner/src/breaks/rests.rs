//! Filling rests of time that no slot instance is: after an airing that a person put there.

use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::Placed;
use arna_domain::{Airing, BroadcastDate, Index, Instant, Origin, SlotId};

use super::fillers::Fillers;
use super::{Break, Channel, MOST_SPOTS, owner_of};

/// A rest of time to be filled with promos and fillers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The channel.
    pub channel: ChannelIx,
    /// The broadcast date that its promos count for.
    pub date: BroadcastDate,
    /// Its beginning.
    pub from: Instant,
    /// Its end, not included.
    pub until: Instant,
    /// The filler that ends where it begins, if one does.
    pub after: Option<VersionIx>,
    /// The slot that it belongs to.
    pub slot: Option<SlotId>,
}

/// Promos and fillers for some rests, as a break is filled, around the promos of the airings that stay.
pub fn fill_rests(index: &Index, rests: &[Rest], staying: &[Airing]) -> Vec<Airing> {
    let longest = rests.iter().map(|rest| rest.until - rest.from).max();
    let fillers = Fillers::of(index, longest.unwrap_or_default());
    let instances = Instances::default();
    let placed = Placed::new(index, &instances);
    let mut channels: Vec<ChannelIx> = rests.iter().map(|rest| rest.channel).collect();
    channels.sort_unstable();
    channels.dedup();
    let mut airings = Vec::new();
    for number in channels {
        let mut channel = Channel::new(&placed, &fillers, number);
        stay(&mut channel, index, staying);
        let mut own: Vec<&Rest> = rests.iter().filter(|rest| rest.channel == number).collect();
        own.sort_by_key(|rest| rest.from);
        for rest in own {
            fill(&mut channel, rest);
            airings.extend(channel.spots.drain(..).map(|spot| Airing {
                channel: index.channels[number.at()].id.clone(),
                date: rest.date,
                start: spot.start,
                end: spot.start + index.versions[spot.version.at()].duration_ms,
                version: Some(index.versions[spot.version.at()].id.clone()),
                title: None,
                language: None,
                licence: None,
                slot: rest.slot.clone(),
                origin: if spot.campaign.is_some() {
                    Origin::Promo
                } else {
                    Origin::Filler
                },
            }));
        }
    }
    airings
}

/// Counts the promos of a channel that stay.
fn stay(channel: &mut Channel<'_, '_>, index: &Index, staying: &[Airing]) {
    let id = &index.channels[channel.number.at()].id;
    for airing in staying
        .iter()
        .filter(|one| one.origin == Origin::Promo && one.channel == *id)
    {
        let version = airing.version.as_ref().and_then(|id| index.version(id.as_str()));
        let campaign = version.and_then(|version| owner_of(&channel.campaigns, version, airing.date));
        if let Some(campaign) = campaign {
            channel.staying.entry(campaign).or_default().push(airing.start);
            *channel.on_day.entry((campaign, airing.date)).or_default() += 1;
        }
    }
    channel.staying.values_mut().for_each(|starts| starts.sort_unstable());
}

fn fill(channel: &mut Channel<'_, '_>, rest: &Rest) {
    for (&campaign, starts) in &channel.staying {
        let before = starts.partition_point(|&start| start < rest.from);
        if let Some(&last) = before.checked_sub(1).and_then(|at| starts.get(at)) {
            let own = channel.last_start.entry(campaign).or_insert(last);
            *own = last.max(*own);
        }
    }
    let mut under_way = Break {
        instance: InstanceIx(0),
        date: rest.date,
        at: rest.from,
        end: rest.until,
        after: rest.after,
        room: MOST_SPOTS,
        seen: Vec::new(),
    };
    while channel.go_on(&mut under_way) {}
    channel.fill_up(&mut under_way);
}
