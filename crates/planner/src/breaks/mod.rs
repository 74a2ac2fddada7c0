//! Step 5: breaks. The rest of each slot instance after its programme is filled, back to back, with promos and fillers.
//!
//! A day's promos are shared out over the day ([`pace`]). One that is due airs as early as its campaign lets it, the heaviest campaign first; where one becomes possible later in the break,
//! fillers lead up to it, and no lighter campaign's promo takes the time that it needs.
//!
//! A break holds at most [`MOST_SPOTS`] promos and fillers, and of fillers shorter than a second only what the rule against
//! twice in a row asks for: the score counts whole seconds, and a filler of a millisecond would air millions of times a day.

mod fillers;
mod most;
mod pace;
mod refill;
mod rests;

use std::collections::HashMap;
use std::num::NonZeroUsize;

use arna_domain::index::{CampaignEntry, CampaignIx, ChannelIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{Placed, Showing};
use arna_domain::time::SECOND;
use arna_domain::{BroadcastDate, Index, Instant};

use self::fillers::Fillers;
pub(crate) use self::most::most_of_breaks;
use self::pace::Pace;
pub(crate) use self::refill::{Kept, Material, refill_breaks};
pub use self::rests::{Rest, fill_rests};
use crate::request::{Meter, PlanError, Report, Step};
use crate::score::POINTS_PER_PROMO;
use crate::threads::tried_side_by_side;

/// The most promos and fillers in one break.
const MOST_SPOTS: usize = 1_000;

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
    let spots = tried_side_by_side(&by_channel, threads, |filled| {
        let spots = channel_breaks(placed, &fillers, filled);
        meter.advance(filled.len() as u64).map(|()| spots)
    })?;
    Ok(spots.into_iter().flatten().collect())
}

fn channel_breaks(placed: &Placed<'_>, fillers: &Fillers, filled: &[(InstanceIx, Showing)]) -> Vec<Spot> {
    let Some((_, first)) = filled.first() else {
        return Vec::new();
    };
    let mut channel = Channel::new(placed, fillers, first.channel);
    for day in
        filled.chunk_by(|(one, _), (next, _)| placed.instances.get(*one).date == placed.instances.get(*next).date)
    {
        channel.fill_day(day);
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
    /// When promos are due, where they are shared out.
    pace: Option<Pace>,
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
    /// How many promos and fillers may still come.
    room: usize,
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
            pace: None,
            spots: Vec::new(),
        }
    }

    /// Fills the breaks of a date, its promos as evenly shared out as loses nothing.
    fn fill_day(&mut self, day: &[(InstanceIx, Showing)]) {
        let (first, before) = (self.spots.len(), self.last_start.clone());
        let points = self.fill_all(day);
        let Some(&(instance, _)) = day.first() else { return };
        let date = self.placed.instances.get(instance).date;
        let span = |(instance, showing): &(InstanceIx, Showing)| {
            (self.placed.end_of(showing), self.placed.instances.get(*instance).end)
        };
        let breaks: Vec<_> = day.iter().map(span).collect();
        let mut pace = Pace::of(self.placed.index, self.number, date, &breaks);
        if !pace.matters() {
            return;
        }
        let mut without = (self.spots.split_off(first), self.last_start.clone());
        for quarters in Pace::QUARTERS {
            self.spots.truncate(first);
            self.last_start.clone_from(&before);
            self.on_day.retain(|&(_, other), _| other != date);
            pace.begin(quarters);
            self.pace = Some(pace);
            let paced = self.fill_all(day);
            let Some(same) = self.pace.take() else { return };
            pace = same;
            if paced >= points {
                return;
            }
        }
        self.spots.truncate(first);
        self.spots.append(&mut without.0);
        self.last_start = without.1;
    }

    /// Fills breaks; the points of break score that they come to.
    fn fill_all(&mut self, breaks: &[(InstanceIx, Showing)]) -> i64 {
        let mut points = 0;
        for (instance, showing) in breaks {
            points += self.fill(*instance, showing);
            if let Some(pace) = &mut self.pace {
                pace.go_on();
            }
        }
        points
    }

    /// Fills a break; the points of break score that it comes to.
    fn fill(&mut self, instance: InstanceIx, showing: &Showing) -> i64 {
        let first = self.spots.len();
        let of = self.placed.instances.get(instance);
        let mut rest = Break {
            instance,
            date: of.date,
            at: self.placed.end_of(showing),
            end: of.end,
            after: None,
            room: MOST_SPOTS,
            seen: Vec::new(),
        };
        while self.go_on(&mut rest) {}
        self.fill_up(&mut rest);
        let promos = self.spots[first..].iter().filter_map(|spot| spot.campaign);
        let earned: i64 = promos
            .map(|campaign| POINTS_PER_PROMO * i64::from(self.entry(campaign).weight))
            .sum();
        earned - (rest.end - rest.at).max(0) / SECOND
    }

    /// Airs a promo, or fillers that lead up to one; false: no more promos in this break.
    fn go_on(&mut self, rest: &mut Break) -> bool {
        let possible = self.possible_promos(rest);
        let next = possible
            .iter()
            .filter(|&promo| !self.takes_the_place(promo, &possible, rest))
            .find_map(|&(campaign, ready)| Some((campaign, self.lead_up(rest, campaign, ready)?)));
        let Some((campaign, fillers)) = next else {
            return false;
        };
        for version in fillers {
            self.air(rest, version, None);
        }
        if self.ready(campaign, rest, rest.at) == Some(rest.at) {
            self.air_promo(rest, campaign);
        }
        true
    }

    /// The promos possible in what is left of a break and when: the first possible first, of those the heaviest.
    fn possible_promos(&self, rest: &Break) -> Vec<(CampaignIx, Instant)> {
        if rest.room == 0 {
            return Vec::new();
        }
        let mut possible: Vec<_> = self
            .campaigns
            .iter()
            .filter_map(|&(campaign, _)| Some((campaign, self.ready(campaign, rest, rest.at)?)))
            .collect();
        possible.sort_by_key(|&(campaign, ready)| (ready, -i32::from(self.entry(campaign).weight), campaign));
        possible
    }

    /// Whether a promo would leave no time for a heavier campaign's that could air later in the break.
    fn takes_the_place(
        &self,
        &(campaign, ready): &(CampaignIx, Instant),
        possible: &[(CampaignIx, Instant)],
        rest: &Break,
    ) -> bool {
        let end = ready + self.promo_ms(campaign);
        possible.iter().any(|&(heavier, later)| {
            self.entry(heavier).weight > self.entry(campaign).weight
                && self.ready(heavier, rest, end).is_none()
                && self.lead_up(rest, heavier, later).is_some()
        })
    }

    /// When a campaign's promo can start in what is left of a break from an instant on.
    fn ready(&self, campaign: CampaignIx, rest: &Break, from: Instant) -> Option<Instant> {
        let index = self.placed.index;
        let entry = self.entry(campaign);
        let count = self.on_day.get(&(campaign, rest.date)).copied().unwrap_or_default();
        if rest.seen.contains(&campaign)
            || count >= entry.per_day
            || owner_of(&self.campaigns, entry.version, rest.date) != Some(campaign)
            || self.pace.as_ref().is_some_and(|pace| pace.holds_back(campaign, count))
        {
            return None;
        }
        let mut from = from;
        if let Some(&last) = self.last_start.get(&campaign) {
            from = from.max(last + entry.min_gap_ms);
        }
        first_start(index, self.number, campaign, rest.date, from)
            .filter(|&at| at + self.promo_ms(campaign) <= rest.end && self.keeps_off_next(campaign, at))
    }

    /// Whether a promo at an instant keeps its gap from the next one that stays.
    fn keeps_off_next(&self, campaign: CampaignIx, at: Instant) -> bool {
        let staying = self.staying.get(&campaign).map_or(&[][..], Vec::as_slice);
        let next = staying.partition_point(|&start| start <= at);
        staying
            .get(next)
            .is_none_or(|&start| at + self.entry(campaign).min_gap_ms <= start)
    }

    /// Fillers until a promo is ready, if some last just long enough to leave room for it; none where it is ready.
    fn lead_up(&self, rest: &Break, campaign: CampaignIx, ready: Instant) -> Option<Vec<VersionIx>> {
        if ready <= rest.at {
            return Some(Vec::new());
        }
        if self.filler_kept_off(rest.at, rest.end) {
            return None;
        }
        let most = rest.end - self.promo_ms(campaign) - rest.at;
        self.fillers
            .fill_between(ready - rest.at, most, rest.after)
            // The promo takes room as well.
            .filter(|sequence| sequence.len() < rest.room)
    }

    fn fill_up(&mut self, rest: &mut Break) {
        if !self.filler_kept_off(rest.at, rest.end) {
            let sequence = self.fillers.fill(rest.end - rest.at, rest.after);
            for version in sequence.into_iter().take(rest.room) {
                self.air(rest, version, None);
            }
        }
        // What sums do not reach, and blackouts, which depend on the moment: one filler after the other.
        while rest.room > 0 {
            let airs =
                |version, later_ms| filler_airs(self.placed.index, self.number, version, rest.at + later_ms, rest.end);
            let Some(version) = self.fillers.stock().next(rest.after, airs) else {
                return;
            };
            self.air(rest, version, None);
        }
    }

    /// Whether a blackout keeps some filler off a span.
    fn filler_kept_off(&self, from: Instant, until: Instant) -> bool {
        let index = self.placed.index;
        let kept_off = |version: VersionIx| {
            let programme = index.versions[version.at()].programme;
            index.blackout(self.number, programme, from, until).is_some()
        };
        from < until && self.fillers.stock().each().any(kept_off)
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
        rest.room -= 1;
    }

    fn promo_ms(&self, campaign: CampaignIx) -> i64 {
        self.placed.index.versions[self.entry(campaign).version.at()].duration_ms
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

/// Whether a filler that starts at an instant ends within the break and touches no blackout.
fn filler_airs(index: &Index, channel: ChannelIx, filler: VersionIx, start: Instant, break_end: Instant) -> bool {
    let version = &index.versions[filler.at()];
    let end = start + version.duration_ms;
    end <= break_end && index.blackout(channel, version.programme, start, end).is_none()
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
