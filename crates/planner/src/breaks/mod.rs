//! Step 5: breaks. The rest of each slot instance after its programme is filled, back to back, with promos and fillers.
//!
//! A promo airs as early as its campaign lets it, the heaviest campaign first; where one becomes possible later in the break,
//! fillers lead up to it.

mod fillers;
mod most;
mod refill;

use std::collections::HashMap;
use std::num::NonZeroUsize;

use arna_domain::index::{CampaignEntry, CampaignIx, ChannelIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{Placed, Showing};
use arna_domain::{BroadcastDate, Index, Instant};

use self::fillers::Fillers;
pub(crate) use self::most::most_of_breaks;
pub(crate) use self::refill::{Kept, Material, refill_breaks};
use crate::request::{Meter, PlanError, Report, Step};

/// A promo or filler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The instance it stands in.
    pub(crate) instance: InstanceIx,
    /// Its start.
    pub(crate) start: Instant,
    /// What airs.
    pub(crate) version: VersionIx,
    /// The campaign of a promo.
    pub(crate) campaign: Option<CampaignIx>,
}

/// Fills the breaks. Channels know nothing of each other here, so each thread takes some.
pub(crate) fn place_breaks(
    placed: &Placed<'_>,
    threads: NonZeroUsize,
    report: Report<'_>,
) -> Result<Vec<Spot>, PlanError> {
    let mut by_channel: Vec<Vec<(InstanceIx, Showing)>> = vec![Vec::new(); placed.index.channels.len()];
    let mut longest = 0;
    for (number, instance) in placed.instances.iter() {
        if let Some(showing) = placed.in_instance(number) {
            by_channel[instance.channel.at()].push((number, *placed.get(showing)));
            longest = longest.max(instance.length_ms());
        }
    }
    let fillers = Fillers::of(placed.index, longest);
    let total = by_channel.iter().map(Vec::len).sum();
    let meter = Meter::begin(report, Step::Breaks, total)?;
    let mut spots = Vec::new();
    for group in by_channel.chunks(threads.get()) {
        let done: Vec<Vec<Spot>> = std::thread::scope(|scope| {
            let fillers = &fillers;
            let channels: Vec<_> = group
                .iter()
                .map(|filled| scope.spawn(move || channel_breaks(placed, fillers, filled)))
                .collect();
            channels
                .into_iter()
                .map(|channel| channel.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        });
        spots.extend(done.into_iter().flatten());
        meter.advance(group.iter().map(|filled| filled.len() as u64).sum())?;
    }
    Ok(spots)
}

fn channel_breaks(placed: &Placed<'_>, fillers: &Fillers, filled: &[(InstanceIx, Showing)]) -> Vec<Spot> {
    let Some((_, first)) = filled.first() else {
        return Vec::new();
    };
    let mut channel = Channel::new(placed, fillers, first.channel);
    for (instance, showing) in filled {
        channel.fill(*instance, showing);
    }
    channel.spots
}

/// A channel whose breaks are being filled, in time order.
struct Channel<'p, 'a> {
    placed: &'p Placed<'a>,
    fillers: &'p Fillers,
    /// The channel's campaigns, as listed.
    campaigns: Vec<(CampaignIx, &'p CampaignEntry)>,
    number: ChannelIx,
    last_start: HashMap<CampaignIx, Instant>,
    on_day: HashMap<(CampaignIx, BroadcastDate), u32>,
    /// Starts of promos that stay where they are, later ones included, in time order.
    staying: HashMap<CampaignIx, Vec<Instant>>,
    spots: Vec<Spot>,
}

/// A break under way.
struct Break {
    instance: InstanceIx,
    date: BroadcastDate,
    at: Instant,
    end: Instant,
    /// The filler that ended last, if nothing came between.
    after: Option<VersionIx>,
    seen: Vec<CampaignIx>,
}

impl<'p, 'a> Channel<'p, 'a> {
    fn new(placed: &'p Placed<'a>, fillers: &'p Fillers, number: ChannelIx) -> Self {
        Self {
            placed,
            campaigns: campaigns_of(placed.index, number),
            fillers,
            number,
            last_start: HashMap::new(),
            on_day: HashMap::new(),
            staying: HashMap::new(),
            spots: Vec::new(),
        }
    }

    fn fill(&mut self, instance: InstanceIx, showing: &Showing) {
        let of = self.placed.instances.get(instance);
        let mut rest = Break {
            instance,
            date: of.date,
            at: self.placed.end_of(showing),
            end: of.end,
            after: None,
            seen: Vec::new(),
        };
        while let Some((campaign, ready)) = self.next_promo(&rest) {
            if ready > rest.at && !self.lead_up(&mut rest, campaign, ready) {
                break;
            }
            if ready <= rest.at && self.ready(campaign, &rest) == Some(rest.at) {
                self.air_promo(&mut rest, campaign);
            }
        }
        self.fill_up(&mut rest);
    }

    /// The promo to come next and when: of those possible now the heaviest, else the first to become possible.
    fn next_promo(&self, rest: &Break) -> Option<(CampaignIx, Instant)> {
        self.campaigns
            .iter()
            .filter_map(|&(campaign, _)| Some((campaign, self.ready(campaign, rest)?)))
            .min_by_key(|&(campaign, ready)| (ready, -i32::from(self.entry(campaign).weight), campaign))
    }

    /// When a campaign's promo can start in what is left of a break.
    fn ready(&self, campaign: CampaignIx, rest: &Break) -> Option<Instant> {
        let index = self.placed.index;
        let entry = self.entry(campaign);
        let count = self.on_day.get(&(campaign, rest.date)).copied().unwrap_or_default();
        if rest.seen.contains(&campaign)
            || count >= entry.per_day
            || owner_of(&self.campaigns, entry.version, rest.date) != Some(campaign)
        {
            return None;
        }
        let promo_ms = index.versions[entry.version.at()].duration_ms;
        let mut from = rest.at;
        if let Some(&last) = self.last_start.get(&campaign) {
            from = from.max(last + entry.min_gap_ms);
        }
        first_start(index, self.number, campaign, rest.date, from)
            .filter(|&at| at + promo_ms <= rest.end && self.keeps_off_next(campaign, at))
    }

    /// Whether a promo at an instant keeps its gap from the next one that stays.
    fn keeps_off_next(&self, campaign: CampaignIx, at: Instant) -> bool {
        let staying = self.staying.get(&campaign).map_or(&[][..], Vec::as_slice);
        let next = staying.partition_point(|&start| start <= at);
        staying
            .get(next)
            .is_none_or(|&start| at + self.entry(campaign).min_gap_ms <= start)
    }

    /// Fillers until a promo is ready, if some last just long enough to leave room for it.
    fn lead_up(&mut self, rest: &mut Break, campaign: CampaignIx, ready: Instant) -> bool {
        let promo_ms = self.placed.index.versions[self.entry(campaign).version.at()].duration_ms;
        if self.filler_kept_off(rest.at, rest.end) {
            return false;
        }
        let most = rest.end - promo_ms - rest.at;
        let Some(sequence) = self.fillers.fill_between(ready - rest.at, most, rest.after) else {
            return false;
        };
        for version in sequence {
            self.air(rest, version, None);
        }
        true
    }

    fn fill_up(&mut self, rest: &mut Break) {
        if !self.filler_kept_off(rest.at, rest.end) {
            for version in self.fillers.fill(rest.end - rest.at, rest.after) {
                self.air(rest, version, None);
            }
            return;
        }
        // Blackouts depend on the moment: one filler after the other, the longest that may air.
        loop {
            let mut fits = self.fillers.each().iter().filter(|&&(version, ms)| {
                rest.at + ms <= rest.end && self.blackout(version, rest.at, rest.at + ms).is_none()
            });
            let Some(&first) = fits.next() else { return };
            let next = if Some(first.0) == rest.after {
                fits.next().copied().unwrap_or(first)
            } else {
                first
            };
            self.air(rest, next.0, None);
        }
    }

    /// Whether a blackout keeps some filler off a span.
    fn filler_kept_off(&self, from: Instant, until: Instant) -> bool {
        from < until
            && self
                .fillers
                .each()
                .iter()
                .any(|&(version, _)| self.blackout(version, from, until).is_some())
    }

    fn blackout(
        &self,
        version: VersionIx,
        from: Instant,
        until: Instant,
    ) -> Option<&arna_domain::index::BlackoutEntry> {
        let programme = self.placed.index.versions[version.at()].programme;
        self.placed.index.blackout(self.number, programme, from, until)
    }

    fn air_promo(&mut self, rest: &mut Break, campaign: CampaignIx) {
        let version = self.entry(campaign).version;
        self.last_start.insert(campaign, rest.at);
        *self.on_day.entry((campaign, rest.date)).or_default() += 1;
        rest.seen.push(campaign);
        self.air(rest, version, Some(campaign));
    }

    fn air(&mut self, rest: &mut Break, version: VersionIx, campaign: Option<CampaignIx>) {
        self.spots.push(Spot {
            instance: rest.instance,
            start: rest.at,
            version,
            campaign,
        });
        rest.at = rest.at + self.placed.index.versions[version.at()].duration_ms;
        rest.after = campaign.is_none().then_some(version);
    }

    fn entry(&self, campaign: CampaignIx) -> &CampaignEntry {
        &self.placed.index.campaigns[campaign.at()]
    }
}

/// A channel's campaigns, as listed.
fn campaigns_of(index: &Index, channel: ChannelIx) -> Vec<(CampaignIx, &CampaignEntry)> {
    (0..)
        .map(CampaignIx)
        .zip(&index.campaigns)
        .filter(|(_, entry)| entry.channels.binary_search(&channel).is_ok())
        .collect()
}

/// The one of a channel's campaigns that a promo belongs to: the first listed with its version whose dates hold.
fn owner_of(campaigns: &[(CampaignIx, &CampaignEntry)], version: VersionIx, date: BroadcastDate) -> Option<CampaignIx> {
    campaigns
        .iter()
        .find(|(_, entry)| entry.version == version && entry.from <= date && date <= entry.until)
        .map(|&(campaign, _)| campaign)
}

/// The first moment from `from` on at which a campaign's promo may start on a date: within its hours and touching no blackout.
fn first_start(
    index: &Index,
    channel: ChannelIx,
    campaign: CampaignIx,
    date: BroadcastDate,
    from: Instant,
) -> Option<Instant> {
    let entry = &index.campaigns[campaign.at()];
    let version = &index.versions[entry.version.at()];
    let clock = &index.channels[channel.at()].clock;
    let mut at = from.max(clock.at(date, entry.hours.0));
    while let Some(blackout) = index.blackout(channel, version.programme, at, at + version.duration_ms) {
        at = blackout.until;
    }
    (at < clock.at(date, entry.hours.1)).then_some(at)
}
