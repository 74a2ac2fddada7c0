//! A day's promos shared out over the day.
//!
//! Each promo of a campaign airs as early as it may, so those of a day would all air in its first hours. A pace holds each back
//! until its share of the breaks that the campaign could air in has gone by. What falls due and finds no room goes on to the next
//! break; a day on which that loses anything is filled without a pace.

use arna_domain::index::{CampaignIx, ChannelIx};
use arna_domain::{BroadcastDate, Index, Instant};

use super::most::most_promos;
use super::{campaigns_of, first_start, owner_of};

/// When promos are due on a date.
pub(super) struct Pace {
    /// For each campaign that airs on the date how many promos it may have, and the breaks it could air in.
    campaigns: Vec<(CampaignIx, u32, Vec<usize>)>,
    /// How much of its share of breaks each promo waits for, in quarters.
    quarters: usize,
    /// The break that is being filled.
    at: usize,
}

impl Pace {
    /// Tried in this order: evenly over the day, a little closer, over the first half.
    pub(super) const QUARTERS: [usize; 3] = [4, 3, 2];

    /// For a date's breaks, each from the programme's end to the end of its instance.
    pub(super) fn of(index: &Index, channel: ChannelIx, date: BroadcastDate, breaks: &[(Instant, Instant)]) -> Self {
        let own = campaigns_of(index, channel);
        let airs = own.iter().filter(|(campaign, entry)| {
            entry.from <= date && date <= entry.until && owner_of(&own, entry.version, date) == Some(*campaign)
        });
        let campaigns = airs.map(|&(campaign, entry)| {
            let promo_ms = index.versions[entry.version.at()].duration_ms;
            let could_air = |&(_, &(from, until)): &(usize, &(Instant, Instant))| {
                first_start(index, channel, campaign, date, from).is_some_and(|start| start + promo_ms <= until)
            };
            let places = breaks.iter().enumerate().filter(could_air).map(|(at, _)| at).collect();
            (campaign, most_promos(index, channel, campaign, date, breaks), places)
        });
        Self {
            campaigns: campaigns.collect(),
            quarters: 0,
            at: 0,
        }
    }

    /// Whether it holds anything back.
    pub(super) fn matters(&self) -> bool {
        self.campaigns
            .iter()
            .any(|(_, most, places)| *most > 1 && places.len() > *most as usize)
    }

    /// Begins the day anew, at a pace in quarters.
    pub(super) fn begin(&mut self, quarters: usize) {
        (self.quarters, self.at) = (quarters, 0);
    }

    /// Goes on to the next break.
    pub(super) fn go_on(&mut self) {
        self.at += 1;
    }

    /// Whether a campaign's next promo, after so many on the date, is not due yet.
    pub(super) fn holds_back(&self, campaign: CampaignIx, aired: u32) -> bool {
        let own = self.campaigns.iter().find(|(one, ..)| *one == campaign);
        own.is_some_and(|(_, most, places)| {
            let gone_by = places.partition_point(|&place| place < self.at);
            gone_by * *most as usize * 4 < aired as usize * places.len() * self.quarters
        })
    }
}
