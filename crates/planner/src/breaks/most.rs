//! What no filling of the breaks can exceed.
//!
//! Each campaign is looked at as if it had the breaks to itself, and each date as if it were the only one: taking the earliest
//! start that keeps the gap, in one break after the other, airs as many promos as any other choice. Of the seconds that nothing
//! covers only those count that nothing can cover: a break has no hole, so none of it goes on when a blackout of everything begins.

use std::collections::BTreeMap;

use arna_domain::index::{CampaignIx, ChannelIx};
use arna_domain::placed::Placed;
use arna_domain::time::SECOND;
use arna_domain::{BroadcastDate, Index, Instant};

use super::{campaigns_of, first_start, owner_of};
use crate::score::POINTS_PER_PROMO;

/// What no filling of the breaks can exceed in score, after all programmes.
pub(crate) fn most_of_breaks(placed: &Placed<'_>) -> i64 {
    let index = placed.index;
    let breaks = breaks_by_date(placed);
    let mut points = 0;
    for channel in (0..index.channels.len() as u32).map(ChannelIx) {
        let campaigns = campaigns_of(index, channel);
        for &(campaign, entry) in &campaigns {
            for (&(_, date), spans) in breaks.range((channel, entry.from)..=(channel, entry.until)) {
                if owner_of(&campaigns, entry.version, date) == Some(campaign) {
                    let promos = most_promos(index, channel, campaign, date, spans);
                    points += POINTS_PER_PROMO * i64::from(entry.weight) * i64::from(promos);
                }
            }
        }
    }
    points - out_of_reach(index, &breaks)
}

/// The seconds of breaks that no promo or filler can cover.
fn out_of_reach(index: &Index, breaks: &BTreeMap<(ChannelIx, BroadcastDate), Vec<(Instant, Instant)>>) -> i64 {
    let seconds = |channel: ChannelIx, from: Instant, until: Instant| {
        let blackouts = &index.channels[channel.at()].blackouts;
        let first = blackouts
            .iter()
            .filter(|blackout| blackout.tags.is_empty() && from < blackout.until && blackout.from < until)
            .map(|blackout| blackout.from.max(from))
            .min();
        first.map_or(0, |first| (until - first).max(0) / SECOND)
    };
    breaks
        .iter()
        .flat_map(|(&(channel, _), spans)| spans.iter().map(move |&(from, until)| (channel, from, until)))
        .map(|(channel, from, until)| seconds(channel, from, until))
        .sum()
}

/// How many promos a campaign can air at most in a date's breaks, had it them to itself.
pub(super) fn most_promos(
    index: &Index,
    channel: ChannelIx,
    campaign: CampaignIx,
    date: BroadcastDate,
    breaks: &[(Instant, Instant)],
) -> u32 {
    let entry = &index.campaigns[campaign.at()];
    let promo_ms = index.versions[entry.version.at()].duration_ms;
    let mut last: Option<Instant> = None;
    let mut count = 0;
    for &(from, until) in breaks {
        let from = last.map_or(from, |last| from.max(last + entry.min_gap_ms));
        let start = first_start(index, channel, campaign, date, from).filter(|&start| start + promo_ms <= until);
        if start.is_some() {
            last = start;
            count += 1;
        }
    }
    count.min(entry.per_day)
}

/// The breaks by channel and date, in time order.
fn breaks_by_date(placed: &Placed<'_>) -> BTreeMap<(ChannelIx, BroadcastDate), Vec<(Instant, Instant)>> {
    let mut breaks: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (number, instance) in placed.instances.iter() {
        if let Some(showing) = placed.in_instance(number) {
            breaks
                .entry((instance.channel, instance.date))
                .or_default()
                .push((placed.end_of(placed.get(showing)), instance.end));
        }
    }
    breaks
}
