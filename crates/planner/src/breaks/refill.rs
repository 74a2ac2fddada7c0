//! Filling some breaks of a schedule anew while the others stay as they are.

use std::collections::HashMap;

use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::Placed;
use arna_domain::{BroadcastDate, Instant};
use rustc_hash::FxHashMap;

use super::fillers::{Fillers, Stock};
use super::{Channel, MOST_SPOTS, Spot, campaigns_of, filler_airs, first_start, owner_of};

/// Breaks that may stay: for each instance what stands in it after its programme.
pub(crate) type Kept = FxHashMap<InstanceIx, Vec<(Instant, VersionIx, Material)>>;

/// What stands in a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Material {
    /// A campaign's promo.
    Promo,
    /// A filler.
    Filler,
}

/// The breaks of all instances with a programme: those that may stay and still keep the rules of breaks are left as they are,
/// the others are filled around them.
pub(crate) fn refill_breaks(placed: &Placed<'_>, kept: &Kept) -> Vec<Spot> {
    let mut by_channel: Vec<Vec<InstanceIx>> = vec![Vec::new(); placed.index.channels.len()];
    for (number, instance) in placed.instances.iter() {
        if placed.in_instance(number).is_some() {
            by_channel[instance.channel.at()].push(number);
        }
    }
    let mut spots = Vec::new();
    for (channel, filled) in (0..).map(ChannelIx).zip(&by_channel) {
        let staying = still_good(placed, channel, filled, kept);
        let anew = filled.iter().filter(|number| !staying.contains_key(number));
        let longest = anew.map(|&number| placed.instances.get(number).length_ms()).max();
        let fillers = Fillers::of(placed.index, longest.unwrap_or_default());
        let mut channel = Channel::new(placed, &fillers, channel);
        for (number, own) in filled.iter().filter_map(|number| Some((number, staying.get(number)?))) {
            let date = placed.instances.get(*number).date;
            for spot in own {
                if let Some(campaign) = spot.campaign {
                    channel.staying.entry(campaign).or_default().push(spot.start);
                    *channel.on_day.entry((campaign, date)).or_default() += 1;
                }
            }
        }
        for number in filled {
            match (staying.get(number), placed.in_instance(*number)) {
                (Some(own), _) => {
                    for spot in own {
                        if let Some(campaign) = spot.campaign {
                            channel.last_start.insert(campaign, spot.start);
                        }
                    }
                    channel.spots.extend(own);
                }
                (None, Some(showing)) => {
                    channel.fill(*number, placed.get(showing));
                }
                (None, None) => {}
            }
        }
        spots.append(&mut channel.spots);
    }
    spots
}

/// The breaks of a channel that still keep every rule, and leave no room that a filler could take.
fn still_good(
    placed: &Placed<'_>,
    channel: ChannelIx,
    filled: &[InstanceIx],
    kept: &Kept,
) -> FxHashMap<InstanceIx, Vec<Spot>> {
    let index = placed.index;
    let campaigns = campaigns_of(index, channel);
    let stock = Stock::of(index);
    let mut last_start: HashMap<_, Instant> = HashMap::new();
    let mut on_day: HashMap<(_, BroadcastDate), u32> = HashMap::new();
    let mut good = FxHashMap::default();
    for &number in filled {
        let Some((own, showing)) = kept.get(&number).zip(placed.in_instance(number)) else {
            continue;
        };
        let instance = placed.instances.get(number);
        let mut at = placed.end_of(placed.get(showing));
        let mut spots: Vec<Spot> = Vec::with_capacity(own.len());
        let mut holds = true;
        for &(start, version, material) in own {
            let end = start + index.versions[version.at()].duration_ms;
            let campaign = match material {
                Material::Promo => owner_of(&campaigns, version, instance.date),
                Material::Filler => None,
            };
            holds &= start == at && end <= instance.end;
            holds &= match (material, campaign) {
                (Material::Filler, _) => {
                    index.fillers.contains(&version)
                        && filler_airs(index, channel, version, start, instance.end)
                        && (last_filler(&spots) != Some(version)
                            || !stock.each().any(|other| {
                                other != version && filler_airs(index, channel, other, start, instance.end)
                            }))
                }
                (Material::Promo, None) => false,
                (Material::Promo, Some(campaign)) => {
                    let of = &index.campaigns[campaign.at()];
                    let apart = last_start
                        .get(&campaign)
                        .is_none_or(|&last| last + of.min_gap_ms <= start);
                    let count = on_day.get(&(campaign, instance.date)).copied().unwrap_or_default();
                    apart
                        && count < of.per_day
                        && spots.iter().all(|spot| spot.campaign != Some(campaign))
                        && first_start(index, channel, campaign, instance.date, start) == Some(start)
                }
            };
            if !holds {
                break;
            }
            at = end;
            spots.push(Spot {
                instance: number,
                start,
                version,
                campaign,
            });
        }
        let airs = |filler, later_ms| filler_airs(index, channel, filler, at + later_ms, instance.end);
        let has_room = spots.len() < MOST_SPOTS && stock.next(last_filler(&spots), airs).is_some();
        if !holds || has_room {
            continue;
        }
        for spot in &spots {
            if let Some(campaign) = spot.campaign {
                last_start.insert(campaign, spot.start);
                *on_day.entry((campaign, instance.date)).or_default() += 1;
            }
        }
        good.insert(number, spots);
    }
    good
}

/// The filler that ends what stands in a break, if it is no promo.
fn last_filler(spots: &[Spot]) -> Option<VersionIx> {
    let last = spots.last()?;
    last.campaign.is_none().then_some(last.version)
}
